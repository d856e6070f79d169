"""One saved file to one article: its bytes to characters, its page to text, and what it says of itself."""

import re
from dataclasses import dataclass
from datetime import date

from cuttings import dating, furniture, pages
from cuttings.furniture import Cleaned, Piece
from cuttings.plaintext.lines import words
from cuttings.saved import characters, formats
from cuttings.saved.formats import Format
from cuttings.saved.language import language
from cuttings.webpage.metadata import Metadata

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_COPY = "copy the article's text into a .txt file"
_AGAIN = "save the article again"


class Skip(Exception):  # noqa: N818 - no error of the program's: the file holds no article
    """A file that gives no article; ``found`` says what it is, why, and what to do about it."""

    def __init__(self, found: Format) -> None:
        super().__init__(found.detail)
        self.found = found


@dataclass(frozen=True)
class Read:
    """An article as read from one file: the cleaned text, and the page it came from if it was one."""

    media_type: str
    cleaned: Cleaned
    page: pages.Page | None = None

    @property
    def text(self) -> str:
        """The headline, if there is one, and the paragraphs, an empty line between them."""
        return "\n\n".join([*([self.cleaned.title] if self.cleaned.title else []), *self.cleaned.paragraphs])

    @property
    def taken(self) -> tuple[Piece, ...]:
        """What is none of the article's text, in the order in which it was taken out."""
        return (*(self.page.dropped if self.page else ()), *self.cleaned.taken)


def read(data: bytes) -> Read:
    """The article in a file's bytes. Raises Skip when they hold none."""
    text = _text(data)
    found = formats.of_text(text)
    if found.reason:
        raise Skip(found)
    if found.media_type == formats.PAGE:
        page = pages.read(text)
        title = page.metadata.titles[0] if page.metadata.titles else ""
        article = Read(formats.PAGE, furniture.clean("\n\n".join(page.paragraphs), title), page)
    else:
        article = Read(formats.PLAIN, furniture.clean(text))
    if not (article.cleaned.paragraphs if article.page else article.text):
        raise Skip(Format(found.media_type, "no_article", "no article's text in it", f"{_COPY}, if there is one"))
    return article


def _text(data: bytes) -> str:
    if not data:
        raise Skip(Format("", "empty", "no bytes", _AGAIN))
    known = formats.of_bytes(data)
    text = None if known else characters.decode(data, _declared(data))
    if text is None:
        detail = "bytes that are no text in any encoding"
        raise Skip(known or Format("application/octet-stream", "not_text", detail, _COPY))
    if not text.lstrip("\ufeff").strip():
        raise Skip(Format("text/plain", "empty", "nothing but white space", _AGAIN))
    return text


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii") if match else ""


def row(article: Read) -> dict[str, object]:
    """What the table ``articles`` says of an article, but for its file and its duplicates."""
    head, page = article.cleaned.head, article.page
    stated = page.metadata if page else Metadata()
    updated = stated.updated or _updated(article)
    published = dating.publication(article.text, _stated(article, updated))
    return {
        "media_type": article.media_type,
        "url": stated.url or head.url,
        "publisher": stated.publisher or head.publisher,
        "title": article.cleaned.title,
        "standfirst": (page.standfirst if page else "") or head.standfirst,
        "author": stated.author or head.author,
        "section": stated.section or head.section,
        "published": published.day.isoformat() if published.day else "",
        "published_basis": published.basis,
        "published_evidence": published.evidence,
        "updated": updated.isoformat() if updated else "",
        "language": language(article.text),
        "words": len(words(article.text)),
        "text": article.text,
    }


def _stated(article: Read, updated: date | None) -> dating.Stated:
    head, page = article.cleaned.head, article.page
    printed = (*(page.dateline if page else ()), *head.published)
    return dating.Stated(page.metadata.published if page else None, printed, head.crawled, updated)


def _updated(article: Read) -> date | None:
    american = dating.is_american(article.text)
    days = (printed.on(american=american) for printed, _ in article.cleaned.head.updated)
    return next((day for day in days if day), None)
