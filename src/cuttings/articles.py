"""Saved files to articles: the first stage of a run, and the tables ``articles``, ``furniture`` and ``skipped``."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from cuttings import characters, duplicates, folder, reading, tables
from cuttings.folder import Found
from cuttings.formats import Format
from cuttings.furniture import Piece

LARGEST = 50_000_000  # bytes; a page saved with its images in it can have tens of millions


class NoArticles(ValueError):  # noqa: N818 - it says what there is none of, as the contract of the stages has it
    """There is no folder of articles where one was said to be; the message names the path."""


@dataclass(frozen=True)
class Ingested:
    """What a folder holds: the tables ``articles``, ``furniture`` and ``skipped``."""

    articles: pd.DataFrame
    furniture: pd.DataFrame
    skipped: pd.DataFrame


def ingest(articles: Path, out: Path, largest: int = LARGEST) -> None:
    """Read the saved files under ``articles``; write ``out/texts/<article_id>.txt`` and the tables of this stage.

    The texts are UTF-8 with ``\\n`` at line ends, paragraphs with an empty line between them, the headline first. Files
    of more than ``largest`` bytes are not read. What cannot be read is a row of ``skipped``. Texts of an earlier run that
    are no longer among the articles are removed.

    Raises NoArticles when ``articles`` is no folder.
    """
    ingested = read_articles(articles, largest)
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    names = {f"{article_id}.txt" for article_id in ingested.articles["article_id"]}
    for stale in texts.glob("a*.txt"):
        if stale.name not in names:
            stale.unlink()
    for article_id, text in zip(ingested.articles["article_id"], ingested.articles["text"], strict=True):
        tables.write_whole(texts / f"{article_id}.txt", text.encode("utf-8"))
    tables.write("articles", ingested.articles, out)
    tables.write("furniture", ingested.furniture, out)
    tables.write("skipped", ingested.skipped, out)


def read_articles(articles: Path, largest: int = LARGEST) -> Ingested:
    """The articles in a folder of saved files, the furniture of their pages, and the files that gave none.

    A file is read by its content, not its name: plain text in any encoding, and HTML. Raises NoArticles when ``articles``
    does not exist or is no folder; an empty one gives empty tables.
    """
    if not articles.is_dir():
        raise NoArticles(
            f"{articles} is {'a file, not a folder' if articles.exists() else 'not there'}: give the folder that the saved articles are in"
        )
    rows: list[dict[str, object]] = []
    pieces: list[dict[str, object]] = []
    skipped: list[dict[str, object]] = []
    names = _Names()
    for found in folder.walk(articles, largest):
        sha256, article = _read(found, largest)
        known = {"file": found.file, "sha256": sha256}
        if isinstance(article, Format):
            skipped.append({**known, "reason": article.reason, "detail": article.detail, "remedy": article.remedy})
            continue
        article_id = names.give(sha256)
        rows.append({"article_id": article_id, **known, **article.row})
        pieces += [
            {"article_id": article_id, "file": found.file, "text": piece.text, "reason": piece.reason}
            for piece in article.taken
        ]
    marked = duplicates.mark(tables.frame("articles", rows))
    return Ingested(marked, tables.frame("furniture", pieces), tables.frame("skipped", skipped))


class _Names:
    """article_ids: ``a`` and ten digits of the file's hash, then ``-2``, ``-3`` for another with the same."""

    def __init__(self) -> None:
        self.given: dict[str, int] = {}

    def give(self, sha256: str) -> str:
        name = f"a{sha256[:10]}"
        self.given[name] = self.given.get(name, 0) + 1
        return name if self.given[name] == 1 else f"{name}-{self.given[name]}"


@dataclass(frozen=True)
class _Read:
    """The article of one file: its row, and what was taken out of it."""

    row: dict[str, object]
    taken: tuple[Piece, ...]


def _read(found: Found, largest: int) -> tuple[str, _Read | Format]:
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
        return sha256, _Read(reading.row(article), article.taken)
    except reading.Skip as skip:
        return sha256, skip.found
    except Exception as error:  # a parser that breaks on one file must cost that file alone; the row says what broke
        detail = characters.normalise(f"{type(error).__name__}: {error}")[:300]
        return sha256, Format("", "failed", detail, "copy the article's text into a .txt file, and report the fault")
