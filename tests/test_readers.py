"""Files are read in processes of their own: one that hangs, swells or breaks there costs itself alone."""

import os
import signal
import threading
import zipfile
from pathlib import Path

from cuttings.articles import Limits, Readers, read_articles
from cuttings.saved.readers import Request

TEXT = (
    "Two officers sacked\n\nTwo officers of Brackwater Police have been sacked over messages, it was said on Monday.\n"
)
SLOW = " ".join(
    f"Officer {number} of Brackwater Police said no, on {number % 28 + 1} May 2021." for number in range(200_000)
)


def rows(readers: Readers, path: Path) -> list[tuple[str, str]]:
    """(file, reason) of what a file gives; the reason of an article is empty."""
    answers = readers.read(Request(path, path.name))
    return [
        (said["row"]["file"], said["row"]["reason"]) if said["said"] == "skipped" else (said["file"], "")
        for said in answers
    ]


def saved(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def archive(path: Path, **files: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(f"{name}.txt", text)
    return path


def test_a_file_that_takes_too_long_costs_itself_alone(tmp_path: Path) -> None:
    with Readers(Limits(seconds=1.2), count=1) as readers:
        found = read_articles(saved(tmp_path, a=TEXT, b=SLOW, c=TEXT.replace("Two", "Three")), readers)
    assert found.articles["file"].tolist() == ["a.txt", "c.txt"]
    assert found.skipped[["file", "reason"]].values.tolist() == [["b.txt", "too_slow"]]
    assert "longer than 1.2 seconds" in found.skipped["detail"][0]


def test_a_record_that_takes_too_long_costs_itself_alone(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", a=TEXT, b=SLOW, c=TEXT)
    with Readers(Limits(seconds=1.2), count=1) as readers:
        assert rows(readers, path) == [
            ("all.zip/a.txt", ""),
            ("all.zip/b.txt", "too_slow"),
            ("all.zip/c.txt", ""),
        ]


def test_a_file_that_ends_one_process_after_another_is_given_up(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", a=SLOW, b=SLOW, c=SLOW, d=TEXT)
    with Readers(Limits(seconds=1.2), count=1) as readers:
        assert [reason for _, reason in rows(readers, path)] == ["too_slow", "too_slow", "too_slow", "given_up"]
        assert rows(readers, saved(tmp_path, e=TEXT) / "e.txt") == [("e.txt", "")], "the next file is read"


def children() -> set[int]:
    """The processes that this one has started and that run."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {int(pid) for task in tasks for pid in task.read_text(encoding="ascii").split()}


def test_a_process_that_is_killed_costs_the_file_that_it_was_reading(tmp_path: Path) -> None:
    saved(tmp_path, a=TEXT, b=SLOW * 3, c=TEXT)
    before = children()
    with Readers(count=1) as readers:
        assert rows(readers, tmp_path / "a.txt") == [("a.txt", "")]
        (pid,) = children() - before
        threading.Timer(0.5, os.kill, (pid, signal.SIGKILL)).start()
        assert rows(readers, tmp_path / "b.txt") == [("b.txt", "crashed")]
        assert rows(readers, tmp_path / "c.txt") == [("c.txt", "")]


def test_a_file_that_takes_too_much_memory_costs_itself_alone(tmp_path: Path) -> None:
    saved(tmp_path, a=TEXT, b="“" + "police said “no”, and " * 1_200_000, c=f"{TEXT} Again.")
    with Readers(Limits(memory=300_000_000, largest=500_000_000), count=1) as readers:
        found = read_articles(tmp_path, readers)
    assert found.articles["file"].tolist() == ["a.txt", "c.txt"]
    assert found.skipped[["file", "reason"]].values.tolist() == [["b.txt", "too_much_memory"]]


def test_readers_end_with_their_with(tmp_path: Path) -> None:
    before = children()
    with Readers(count=2) as readers:
        read_articles(saved(tmp_path, a=TEXT, b=f"{TEXT} Again."), readers)
        assert children() - before
    assert not children() - before


def test_the_order_does_not_hang_on_which_reader_is_faster(tmp_path: Path) -> None:
    long = "\n\n".join([TEXT] * 300)
    saved(tmp_path, **{f"n{number:02}": (long if number % 5 == 0 else TEXT) + f"{number}." for number in range(20)})
    with Readers(count=1) as one, Readers(count=2) as two:
        first, second = read_articles(tmp_path, one), read_articles(tmp_path, two)
    assert first.articles.equals(second.articles) and first.furniture.equals(second.furniture)
