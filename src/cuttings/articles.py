"""Saved files to articles: the first stage of a run, and its tables articles, furniture, datings and skipped."""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TypeVar

import pandas as pd

from cuttings import duplicates, tables
from cuttings.formats.allowance import Limits
from cuttings.formats.fields import fields_of
from cuttings.saved import remembered
from cuttings.saved.folder import Found, walk
from cuttings.saved.readers import Readers, Request
from cuttings.saved.remembered import Look, Remembered
from cuttings.saved.worker import Said, skipped

__all__ = ["Ingested", "Limits", "NoArticles", "Readers", "ingest", "read_articles"]

MEMORY = ".cuttings.read"  # in the run's folder; what was read, for the next run
_TABLES = ("articles", "furniture", "datings", "skipped")
Item = TypeVar("Item")
_FIRST, _THEN = 1.0, 5.0  # seconds before the first line of progress, and between two


class NoArticles(ValueError):  # noqa: N818 - it says what there is none of
    """There is no folder of articles where one was said to be; the message names the path."""


@dataclass(frozen=True)
class Ingested:
    """What a folder holds, in the tables of this stage."""

    articles: pd.DataFrame
    furniture: pd.DataFrame
    datings: pd.DataFrame
    skipped: pd.DataFrame


def ingest(
    folder: Path,
    out: Path,
    limits: Limits | None = None,
    fields: Sequence[str] = (),
    say: Callable[[str], None] = print,
) -> None:
    """Read the saved files under ``folder``; write ``out/texts/<article_id>.txt`` and the tables of this stage.

    The texts are UTF-8 with a line feed at line ends, an empty line between paragraphs, the headline first. What cannot
    be read, or is over a limit, is a row of ``skipped``; an empty folder gives empty tables. ``fields`` are our names
    for things and those of a CSV or JSON file, such as ``text:body_copy`` (``formats.fields``). A file that has not
    changed since the last run into ``out`` is not read again; texts that are no longer among the articles are removed.
    ``say`` is given a line of progress now and then.

    Raises NoArticles when ``folder`` is no folder, and FieldError for fields of another form.
    """
    _check(folder)
    mapped = fields_of(fields)
    out.mkdir(parents=True, exist_ok=True)
    limits = limits or Limits()
    way = remembered.fingerprint({**asdict(limits), **mapped})
    with Readers(limits, mapped) as readers, Remembered(out / MEMORY, way) as memory:
        ingested = read_articles(folder, readers, out, memory, say)
    _write_texts(ingested.articles, out / "texts")
    for name in _TABLES:
        tables.write(name, getattr(ingested, name), out)


def _check(folder: Path) -> None:
    if not folder.is_dir():
        what = "a file, not a folder" if folder.exists() else "not there"
        raise NoArticles(f"{folder} is {what}: give the folder that the saved articles are in")


def _write_texts(articles: pd.DataFrame, texts: Path) -> None:
    texts.mkdir(exist_ok=True)
    files = {f"{name}.txt": text for name, text in zip(articles["article_id"], articles["text"], strict=True)}
    for stale in texts.glob("a*.txt"):
        if stale.name not in files:
            stale.unlink()
    for name, text in files.items():
        path, content = texts / name, text.encode("utf-8")
        if not path.is_file() or path.read_bytes() != content:
            tables.write_whole(path, content)


def read_articles(
    folder: Path,
    readers: Readers | None = None,
    but: Path | None = None,
    memory: Remembered | None = None,
    say: Callable[[str], None] = print,
) -> Ingested:
    """The articles in a folder of saved files, what was taken out of them, and what gave none.

    A file is read by its content, not its name; a file may hold several articles. What a walk through the folder passes
    over in silence, ``saved.folder.walk`` says; ``but`` is a folder to leave out.

    Raises NoArticles when ``folder`` does not exist or is no folder.
    """
    _check(folder)
    progress = _Progress(say)
    found = list(progress.over(walk(folder, but), "files found"))
    rows = _Rows()
    with nullcontext(readers) if readers else Readers() as reading:
        for answers in progress.over(_answers(found, reading, memory), f"of {len(found):,} files read"):
            rows.add(answers)
    marked = duplicates.mark(tables.frame("articles", rows.articles))
    return Ingested(marked, *(tables.frame(name, getattr(rows, name)) for name in _TABLES[1:]))


def _answers(found: Sequence[Found], readers: Readers, memory: Remembered | None) -> Iterator[list[Said]]:
    """What each file gives: refused already, remembered, or read now."""
    known = {each.file: _known(each, memory) for each in found}
    asked = [each for each in found if known[each.file] is None]
    looks = {each.file: _look(each.path) for each in asked}
    read = readers.all([Request(each.path, each.file) for each in asked])
    for each in found:
        answers = known.pop(each.file)
        if answers is None:
            answers = next(read)
            before = looks[each.file]
            if memory and before:
                memory.keep(each.file, each.path, before, answers)
        yield answers
    if memory:
        memory.forget_but(each.file for each in found)


def _known(each: Found, memory: Remembered | None) -> list[Said] | None:
    if each.reason:
        return [skipped(each.file, each.reason, each.detail, each.remedy)]
    try:
        return memory.recall(each.file, each.path) if memory else None
    except OSError:  # it cannot be read now: the reader will say why
        return None


def _look(path: Path) -> Look | None:
    try:
        return remembered.look(path)
    except OSError:  # likewise
        return None


@dataclass
class _Rows:
    """The rows read so far, and how many articles had each name."""

    articles: list[dict[str, object]] = field(default_factory=list)
    furniture: list[dict[str, object]] = field(default_factory=list)
    datings: list[dict[str, object]] = field(default_factory=list)
    skipped: list[dict[str, object]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, answers: Sequence[Said]) -> None:
        for said in answers:
            if said["said"] == "skipped":
                self.skipped.append(said["row"])  # type: ignore[arg-type]
            else:
                self._add_article(**said)  # type: ignore[arg-type]

    def _add_article(
        self,
        file: str,
        sha256: str,
        media_type: str,
        row: dict[str, object],
        furniture: Sequence[Sequence[str]],
        datings: Sequence[Sequence[object]],
        said: str,
    ) -> None:
        name = {"article_id": self._name(sha256)}
        self.articles.append({**name, "file": file, "sha256": sha256, "media_type": media_type, **row})
        self.furniture += [{**name, "file": file, "text": text, "reason": reason} for text, reason in furniture]
        columns = ("start", "end", "evidence", "reading")
        self.datings += [{**name, **dict(zip(columns, each, strict=True))} for each in datings]

    def _name(self, sha256: str) -> str:
        """``a`` and ten digits of the hash, then ``-2``, ``-3`` for another with the same."""
        name = f"a{sha256[:10]}"
        self.names[name] += 1
        return name if self.names[name] == 1 else f"{name}-{self.names[name]}"


class _Progress:
    """Says how far it has come: first after a second, then now and then; of short work, nothing."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self.say, self.start = say, time.monotonic()
        self.due = self.start + _FIRST

    def over(self, items: Iterator[Item], what: str) -> Iterator[Item]:
        for count, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now >= self.due:
                self.due = now + _THEN
                self.say(f"… {count:,} {what}, {now - self.start:.0f} s")
