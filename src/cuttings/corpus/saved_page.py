"""The saved page against the text and the furniture that gold says it has."""

import html
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from cuttings.corpus.files import Annotated

_SPACE = re.compile(r"\s+")


def faults(article: Annotated) -> Iterator[str]:
    seen = visible(article)
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


def visible(article: Annotated) -> str:
    """The saved page's words as a reader sees them: tags and scripts gone, runs of white space one space."""
    raw = article.saved.read_text(encoding="utf-8")
    if article.saved.suffix == ".html":
        page = _Visible()
        page.feed(raw)
        raw = html.unescape("".join(page.parts))
    return _flat(raw)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


class _Visible(HTMLParser):
    """Collects what a page shows."""

    _HIDDEN = ("script", "style")

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
