"""News feeds: RSS and Atom."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

import feedparser

from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.plaintext import characters
from cuttings.plaintext.characters import tidy
from cuttings.webpage.metadata import Metadata, stamp

_SAVE_PAGE = "open the entry's link in a browser and save the page"
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_AGAIN = "fetch the feed again"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The entries of a feed, numbered from ``#1``: their full text, else their summary.

    An entry with nothing but a headline is refused. Raises Refused for a feed without entries.
    """
    data = _mended(allowance.read(file, packed=False) or b"")
    try:
        parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except (ValueError, LookupError, OverflowError) as error:  # an encoding or a character that is none
        raise Refused("broken", f"a feed that is damaged ({error})"[:200], _AGAIN) from error
    if not parsed.entries:
        what = "a feed that is damaged" if parsed.bozo else "a feed"
        raise Refused("broken" if parsed.bozo else "empty", f"{what}, with no entry in it", _AGAIN)
    for number, entry in enumerate(parsed.entries, 1):
        allowance.record()
        yield _record(entry, parsed, f"#{number}")
    if parsed.bozo and "CharacterEncoding" not in type(parsed.bozo_exception).__name__:
        yield Refusal("damaged", f"the feed is damaged, and may lack entries ({parsed.bozo_exception})"[:200], _AGAIN)


def _mended(data: bytes) -> bytes:
    """The feed without characters that XML forbids; as UTF-8, if it says so but has other bytes in it."""
    head = data[:200].lower()
    if b"encoding=" not in head or b"utf-8" in head:
        data = (characters.decode(data) or "").encode("utf-8") or data
    return _FORBIDDEN.sub(b" ", data)


def _record(entry: feedparser.FeedParserDict, parsed: feedparser.FeedParserDict, name: str) -> Record | Refusal:
    best = max(
        [*entry.get("content", []), entry.get("summary_detail") or {}], key=lambda one: len(one.get("value") or "")
    )
    content = best.get("value") or ""
    title = tidy(entry.get("title") or "")
    if not content.strip() or tidy(content) == title:
        return Refusal("no_article", f"only a headline: {title[:120]}", _SAVE_PAGE, name)
    stated = Metadata(
        titles=(title,) if title else (),
        publisher=tidy((entry.get("source") or {}).get("title") or parsed.feed.get("title") or ""),
        author=", ".join(filter(None, (tidy(one.get("name") or "") for one in entry.get("authors", [])))),
        section=_section(entry),
        url=(entry.get("link") or "").strip(),
        published=_published(entry, parsed.version),
        updated=stamp(_own(entry, "updated")) if parsed.version.startswith("atom") else None,
    )
    page = "<" in content or "html" in (best.get("type") or "")
    return Record(content, name, page=page, media_type=_media_type(parsed.version), stated=stated)


def _section(entry: feedparser.FeedParserDict) -> str:
    terms = [tidy(tag.get("term") or "") for tag in entry.get("tags", [])]
    return terms[0] if len(terms) == 1 else ""


def _published(entry: feedparser.FeedParserDict, version: str) -> tuple | None:
    said = _own(entry, "published") or (_own(entry, "updated") if version.startswith("rss") else "")  # of dc:date
    day = stamp(said)
    return (day, f"pubDate: {said}") if day else None


def _media_type(version: str) -> str:
    return "application/atom+xml" if version.startswith("atom") else "application/rss+xml"


def _own(entry: feedparser.FeedParserDict, name: str) -> str:
    """What the entry itself has, not what feedparser gives in its place."""
    return str(dict.get(entry, name) or "")[:60]
