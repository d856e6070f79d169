"""A later run reads only the files that have changed since, and never keeps what is no longer true."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from cuttings import articles, tables
from cuttings.articles import MEMORY, Limits, Readers, ingest
from cuttings.saved import remembered

TEXT = (
    "Two officers sacked\n\nTwo officers of Brackwater Police have been sacked over messages, it was said on Monday.\n"
)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as shared:
        yield shared


@pytest.fixture(autouse=True)
def readers_are_shared(readers: Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each ``ingest`` with the usual limits has the same processes: to start its own takes most of the time."""

    def shared_or_own(limits: Limits, fields: dict[str, str]) -> AbstractContextManager[Readers]:
        return Readers(limits, fields) if limits != readers.limits or fields else nullcontext(readers)

    monkeypatch.setattr(articles, "Readers", shared_or_own)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are really read, as they are."""
    names: list[str] = []
    original = Readers.read
    monkeypatch.setattr(Readers, "read", lambda self, request: names.append(request.file) or original(self, request))
    return names


def saved(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def titles(out: Path) -> list[str]:
    return tables.read("articles", out)["title"].tolist()


@pytest.mark.parametrize("settled", [0, 10**15], ids=["long unchanged", "just written"])
def test_only_what_changed_is_read_again(
    tmp_path: Path, read: list[str], settled: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "_SETTLED", settled)
    source, out = saved(tmp_path / "in", a=TEXT, b=TEXT.replace("Two", "Six")), tmp_path / "out"
    ingest(source, out)
    assert sorted(read) == ["a.txt", "b.txt"]
    read.clear()
    saved(source, b=TEXT.replace("Two", "Ten"), c=TEXT.replace("Two", "Ann"))
    ingest(source, out)
    assert sorted(read) == ["b.txt", "c.txt"]
    assert titles(out) == ["Two officers sacked", "Ten officers sacked", "Ann officers sacked"]
    read.clear()
    first = [(out / "tables" / f"{name}.csv").read_bytes() for name in ("articles", "furniture", "datings", "skipped")]
    ingest(source, out)
    assert read == []
    again = [(out / "tables" / f"{name}.csv").read_bytes() for name in ("articles", "furniture", "datings", "skipped")]
    assert first == again, "what is remembered is what was read"


def test_a_copied_folder_is_known_by_its_bytes(tmp_path: Path, read: list[str]) -> None:
    source, out = saved(tmp_path / "in", a=TEXT), tmp_path / "out"
    ingest(source, out)
    os.utime(source / "a.txt", (5, 5))
    read.clear()
    ingest(source, out)
    assert read == []


def test_a_file_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    source, out = saved(tmp_path / "in", a=TEXT, b=f"{TEXT} b"), tmp_path / "out"
    ingest(source, out)
    (source / "a.txt").unlink()
    ingest(source, out)
    assert tables.read("articles", out)["file"].tolist() == ["b.txt"]
    with sqlite3.connect(out / MEMORY) as database:
        assert database.execute("SELECT file FROM files").fetchall() == [("b.txt",)]
    database.close()


def test_other_limits_read_everything_again(tmp_path: Path, read: list[str]) -> None:
    source, out = saved(tmp_path / "in", a=TEXT), tmp_path / "out"
    ingest(source, out)
    read.clear()
    ingest(source, out, Limits(largest=10))
    assert read == ["a.txt"] and tables.read("skipped", out)["reason"].tolist() == ["too_large"]


def test_what_may_go_better_the_next_time_is_tried_again(tmp_path: Path, read: list[str]) -> None:
    source, out = saved(tmp_path / "in", a=TEXT * 60_000), tmp_path / "out"
    for _ in range(2):
        ingest(source, out, Limits(seconds=0.6))
        assert tables.read("skipped", out)["reason"].tolist() == ["too_slow"]
    assert read == ["a.txt", "a.txt"]


@pytest.mark.parametrize("rubbish", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_broken_memory_is_begun_anew(tmp_path: Path, rubbish: bytes) -> None:
    source, out = saved(tmp_path / "in", a=TEXT), tmp_path / "out"
    out.mkdir()
    (out / MEMORY).write_bytes(rubbish)
    for _ in range(2):
        ingest(source, out)
        assert titles(out) == ["Two officers sacked"]
