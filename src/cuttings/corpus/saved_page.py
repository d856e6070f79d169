"""The saved page against the text and the furniture that gold says it has."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from cuttings.corpus.files import Annotated


def faults(article: Annotated) -> Iterator[str]:
    seen = visible(article.saved)
    for paragraph in article.text.split("\n\n"):
        if _flat(paragraph) not in seen and not _glued(paragraph, seen, article):
            yield f"the saved page does not have the paragraph {paragraph[:60]!r}"
    for piece in article.gold["furniture"]:
        parts = re.split(r"\s[|·•>›»]\s", piece["text"])
        if not all(_flat(part) in seen for part in parts):
            yield f"the saved page does not have the furniture {piece['text'][:60]!r}"
    if article.gold["article"]["headline"] != article.text.split("\n\n")[0]:
        yield "the text does not begin with the headline"


def _glued(paragraph: str, seen: str, article: Annotated) -> bool:
    """Whether the paragraph is there once furniture that sticks inside it is cut out."""
    for piece in article.gold["furniture"]:
        seen = seen.replace(_flat(piece["text"]), "")
    return re.sub(r"\s", "", paragraph) in re.sub(r"\s", "", seen)


def visible(path: Path) -> str:
    """A page's words as a reader sees them: no tags, scripts, styles or title; runs of white space one space."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        page = _Visible()
        page.feed(raw)
        raw = "".join(page.parts)
    return _flat(raw)


def _flat(text: str) -> str:
    return " ".join(text.split())


class _Visible(HTMLParser):
    """Collects what a page shows."""

    _HIDDEN = ("script", "style", "title")

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.hidden += tag in self._HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self._HIDDEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)
