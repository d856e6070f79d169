"""A short form of `make fuzz`: broken files give rows, and never a crash."""

from cuttings.articles import Readers
from fuzz import LIMITS, faults, fuzz, seeds


def test_broken_files_give_rows_and_no_faults() -> None:
    with Readers(LIMITS) as readers:
        assert not fuzz(400, 20261121, readers)


def test_the_seeds_are_of_many_formats() -> None:
    endings = {name.rsplit(".", 1)[-1] for name, _ in seeds()}
    assert {"txt", "html", "pdf", "docx", "eml", "zip", "gz", "warc", "rss", "csv", "jsonl", "mhtml", "json"} <= endings


def test_a_fault_is_seen() -> None:
    row = {"file": "a", "reason": "crashed", "detail": "x", "remedy": "y"}
    assert list(faults([], "a")) == ["lost"]
    assert list(faults([{"said": "skipped", "row": row}], "a")) == ["crashed: x"]
