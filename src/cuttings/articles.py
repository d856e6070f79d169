"""Saved files to articles: the first stage of a run, and the tables ``articles``, ``furniture`` and ``skipped``."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from cuttings import duplicates, tables
from cuttings.furniture import Piece
from cuttings.saved import reading
from cuttings.saved.characters import normalise
from cuttings.saved.folder import Found, walk
from cuttings.saved.formats import Format

LARGEST = 50_000_000  # bytes; a page saved with its images in it can have tens of millions


class NoArticles(ValueError):  # noqa: N818 - it says what there is none of
    """There is no folder of articles where one was said to be; the message names the path."""


@dataclass(frozen=True)
class Ingested:
    """What a folder holds: the tables ``articles``, ``furniture`` and ``skipped``."""

    articles: pd.DataFrame
    furniture: pd.DataFrame
    skipped: pd.DataFrame


def ingest(folder: Path, out: Path, largest: int = LARGEST) -> None:
    """Read the saved files under ``folder``; write ``out/texts/<article_id>.txt`` and the tables of this stage.

    The texts are UTF-8 with a line feed at line ends, an empty line between paragraphs, the headline first. What cannot
    be read, or has more than ``largest`` bytes, is a row of ``skipped``; an empty folder gives empty tables. Texts of
    an earlier run that are no longer among the articles are removed.

    Raises NoArticles when ``folder`` is no folder.
    """
    ingested = read_articles(folder, largest, but=out)
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    _write_texts(ingested.articles, texts)
    tables.write("articles", ingested.articles, out)
    tables.write("furniture", ingested.furniture, out)
    tables.write("skipped", ingested.skipped, out)


def _write_texts(articles: pd.DataFrame, texts: Path) -> None:
    files = {f"{name}.txt": text for name, text in zip(articles["article_id"], articles["text"], strict=True)}
    for stale in texts.glob("a*.txt"):
        if stale.name not in files:
            stale.unlink()
    for name, text in files.items():
        tables.write_whole(texts / name, text.encode("utf-8"))


def read_articles(folder: Path, largest: int = LARGEST, but: Path | None = None) -> Ingested:
    """The articles in a folder of saved files, the furniture of their pages, and the files that gave none.

    A file is read by its content, not its name: plain text in any encoding, and HTML. What a walk through the folder
    passes over in silence, ``saved.folder.walk`` says; ``but`` is a folder to leave out.

    Raises NoArticles when ``folder`` does not exist or is no folder.
    """
    if not folder.is_dir():
        what = "a file, not a folder" if folder.exists() else "not there"
        raise NoArticles(f"{folder} is {what}: give the folder that the saved articles are in")
    rows = _Rows()
    for found in walk(folder, largest, but):
        rows.add(found, *_read(found, largest))
    marked = duplicates.mark(tables.frame("articles", rows.articles))
    return Ingested(marked, tables.frame("furniture", rows.furniture), tables.frame("skipped", rows.skipped))


@dataclass(frozen=True)
class _Article:
    """The article of one file: its row, and what was taken out of its page."""

    row: dict[str, object]
    taken: tuple[Piece, ...]


@dataclass
class _Rows:
    """The rows read so far, and how many articles had each name."""

    articles: list[dict[str, object]] = field(default_factory=list)
    furniture: list[dict[str, object]] = field(default_factory=list)
    skipped: list[dict[str, object]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)

    def add(self, found: Found, sha256: str, read: _Article | Format) -> None:
        known = {"file": found.file, "sha256": sha256}
        if isinstance(read, Format):
            self.skipped.append({**known, "reason": read.reason, "detail": read.detail, "remedy": read.remedy})
            return
        name = self._name(sha256)
        self.articles.append({"article_id": name, **known, **read.row})
        for piece in read.taken:
            self.furniture.append({"article_id": name, "file": found.file, "text": piece.text, "reason": piece.reason})

    def _name(self, sha256: str) -> str:
        """``a`` and ten digits of the file's hash, then ``-2``, ``-3`` for another with the same."""
        name = f"a{sha256[:10]}"
        self.names[name] += 1
        return name if self.names[name] == 1 else f"{name}-{self.names[name]}"


def _read(found: Found, largest: int) -> tuple[str, _Article | Format]:
    """A file's hash, and the article in it or why there is none."""
    if found.reason:
        return "", Format("", found.reason, found.detail, found.remedy)
    try:
        with found.path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        return "", Format("", "unreadable", error.strerror or str(error), "check the rights to read it")
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        article = reading.read(data)
        return sha256, _Article(reading.row(article), article.taken)
    except reading.Skip as skip:
        return sha256, skip.found
    except Exception as error:  # a parser that breaks on one file must cost that file alone; the row says what broke
        detail = normalise(f"{type(error).__name__}: {error}")[:300]
        return sha256, Format("", "failed", detail, "copy the article's text into a .txt file, and report the fault")
