"""One record of a saved file to one article: its characters, its page to text, and what it says of itself."""

import re
from dataclasses import dataclass, replace
from datetime import date

from cuttings import dating, furniture, pages
from cuttings.dates.days import Day
from cuttings.formats.record import Record, Refused
from cuttings.furniture import Cleaned, Piece
from cuttings.plaintext import characters
from cuttings.plaintext.lines import key, words
from cuttings.saved.language import language
from cuttings.saved.opening import Leaf
from cuttings.webpage.metadata import Metadata

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_REFUSING = re.compile(  # what a site shows instead of the article
    r"access (?:to this page (?:has been|is) )?denied|\b40[134]\b|forbidden|page not found|not found|unauthori[sz]ed"
    r"|just a moment|attention required|are you (?:a |not a )?(?:robot|human)|verify(?:ing)? (?:that )?you are (?:a )?"
    r"human|enable (?:javascript|cookies)|security check|captcha|unusual traffic|this page (?:isn.t|is not) available"
    r"|service unavailable|bad gateway|before you continue",
    re.IGNORECASE,
)
_MANY, _TEASER = 12, 14  # paragraphs, and words of each, of a page that only lists stories
_SHORT = 80  # words of a page that may be a refusal
_SAVE = "open the page in a browser, past its consent or sign-in, and save it again"
_COPY = "copy the article's text into a .txt file, if there is one"


@dataclass(frozen=True)
class Article:
    """An article as read from one record: the cleaned text, the page it came from if it was one, what is said of it."""

    cleaned: Cleaned
    stated: Metadata
    dropped: tuple[Piece, ...] = ()
    standfirst: str = ""
    dateline: tuple[tuple[Day, str], ...] = ()

    @property
    def text(self) -> str:
        """The headline, if there is one, and the paragraphs, an empty line between them."""
        return "\n\n".join([*([self.cleaned.title] if self.cleaned.title else []), *self.cleaned.paragraphs])

    @property
    def taken(self) -> tuple[Piece, ...]:
        """What is none of the article's text, in the order in which it was taken out."""
        return (*self.dropped, *self.cleaned.taken)


def read(leaf: Leaf) -> Article:
    """The article in a record. Raises Refused when it holds none."""
    record = leaf.record
    text = record.content if isinstance(record.content, str) else _decoded(record.content, record.charset)
    if not text.lstrip("\ufeff").strip():
        raise Refused("empty", "no text in it", "save the article again")
    article = _page(text, record) if record.page else _plain(text, record)
    if not (article.cleaned.paragraphs if record.page else article.text):
        raise Refused("no_article", "no article's text in it", _COPY)
    paragraphs = article.cleaned.paragraphs
    if record.page and len(paragraphs) >= _MANY and all(len(words(one)) < _TEASER for one in paragraphs):
        raise Refused("no_article", "a page that lists other stories", "save the stories themselves")
    head = article.text.partition("\n\n")[0]
    if record.page and len(words(article.text)) < _SHORT and _REFUSING.search(head) and len(words(head)) < 12:
        raise Refused("no_article", f"a page that the site showed instead of the article (“{head}”)", _SAVE)
    return article


def _decoded(data: bytes, declared: str) -> str:
    match = _CHARSET.search(data[:_HEAD])
    text = characters.decode(data, declared or (match[1].decode("ascii") if match else ""))
    if text is None:
        raise Refused("not_text", "bytes that are no text in any encoding", _COPY)
    return text


def _page(source: str, record: Record) -> Article:
    """A page's article; a fragment of a page, which comes as characters, has its headline from what holds it."""
    page = pages.read(source)
    own, held = (page.metadata, record.stated) if isinstance(record.content, bytes) else (record.stated, page.metadata)
    stated = _merged(own, held)
    if own.titles and held.titles and own.titles[0].endswith(held.titles[0]):  # a subject with more before the headline
        stated = replace(stated, titles=held.titles)
    cleaned = furniture.clean("\n\n".join(page.paragraphs), stated.titles[0] if stated.titles else "", chosen=True)
    own = key(cleaned.title)
    at = next((at for at, piece in enumerate(page.dropped) if own and key(piece.text) == own), None)
    dropped = page.dropped
    if at is not None and not cleaned.found:  # the headline stood outside of what was taken for the article
        cleaned, dropped = replace(cleaned, found=True), (*dropped[:at], *dropped[at + 1 :])
    return Article(cleaned, stated, (*_held_back(record), *dropped), page.standfirst, page.dateline)


def _plain(text: str, record: Record) -> Article:
    stated = record.stated
    cleaned = furniture.clean(text, stated.titles[0] if stated.titles else "")
    return Article(cleaned, stated, _held_back(record))


def _held_back(record: Record) -> tuple[Piece, ...]:
    return tuple(Piece(line, "page furniture") for line in record.dropped)


def _merged(first: Metadata, then: Metadata) -> Metadata:
    """What is said first, completed by what is said then."""
    lacking = {name: value for name, value in vars(then).items() if value and not getattr(first, name)}
    return replace(first, **lacking)


def told(article: Article) -> dict[str, object]:
    """What the tables say of an article, but for its file and its duplicates.

    ``row`` is that of the table articles, ``furniture`` has (text, reason) for each piece, ``datings`` has (start, end,
    words, reading) for each thing that its date was read from.
    """
    head, stated = article.cleaned.head, article.stated
    updated = stated.updated or _updated(article)
    published = dating.publication(article.text, _stated(article, updated))
    row = {
        "url": stated.url or head.url,
        "publisher": stated.publisher or head.publisher,
        "title": article.cleaned.title,
        "standfirst": article.standfirst or head.standfirst,
        "author": stated.author or head.author,
        "section": stated.section or head.section,
        "published": published.day.isoformat() if published.day else "",
        "published_basis": published.basis,
        "published_evidence": published.evidence,
        "updated": updated.isoformat() if updated and not (published.day and updated <= published.day) else "",
        "language": language(article.text),
        "words": len(words(article.text)),
        "text": article.text,
    }
    return {
        "row": row,
        "furniture": [(piece.text, piece.reason) for piece in article.taken],
        "datings": [(one.start, one.end, one.words, one.reading) for one in published.reasons],
    }


def _stated(article: Article, updated: date | None) -> dating.Stated:
    printed = (*article.dateline, *article.cleaned.head.published)
    head = article.cleaned.head
    return dating.Stated(article.stated.published, printed, head.crawled, updated, head.updated)


def _updated(article: Article) -> date | None:
    american = dating.is_american(article.text)
    days = (printed.on(american=american) for printed, _ in article.cleaned.head.updated)
    return next((day for day in days if day), None)
