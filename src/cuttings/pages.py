"""The article in a saved web page: its text by trafilatura, its metadata from the page's own statements.

trafilatura judges which parts of the page are the article; the words are then read from the page itself, so that each
visible block ends either in the text or, with the reason that its place gives, in the furniture.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import trafilatura

from cuttings import datelines, days, markup, metadata
from cuttings.furniture import Piece
from cuttings.lines import is_item, is_prose, key, words
from cuttings.markup import Block
from cuttings.metadata import Metadata

_MOST_COMPARED = 50_000_000  # characters times blocks: past that a block must be found whole
_ENOUGH = 40  # words below which trafilatura's answer is not trusted alone
_SURE = frozenset(("related", "newsletter", "share", "comments", "advert", "cookies", "caption", "menu"))
_STANDFIRST = re.compile(
    r"standfirst|strapline|sub-?(?:title|head(?:ing|line)?|hed|deck)\b|\bde(?:ck|k)\b|summary|\blede?\b", re.I
)
_BYLINE = re.compile(r"(?:^|[-_ ])(?:by|byline|author|authors|writer|reporter|contributors?|who)(?=$|[-_ ])", re.I)
_DATED = re.compile(
    r"(?:^|[-_ ])(?:date|dates|dateline|datetime|time|timestamp|stamp|published|pubdate|when|meta)(?=$|[-_ ])", re.I
)
_UPDATED = re.compile(r"updated?|modified|changed", re.I)
_PUBLISHED = re.compile(r"publish|posted|pubdate", re.I)


@dataclass(frozen=True)
class Page:
    """A page: what it says of itself, the paragraphs of its article, what was left out, and the days it states.

    ``published`` is the page's own statement, ``dateline`` what it prints beside the headline.
    """

    metadata: Metadata
    paragraphs: tuple[str, ...]
    dropped: tuple[Piece, ...]
    standfirst: str = ""
    published: date | None = None
    published_words: str = ""
    updated: date | None = None
    dateline: tuple[tuple[days.Day, str], ...] = ()


def read(source: str) -> Page:
    """The article in a page's source; any string gives a page, one without an article gives one without paragraphs.

    ``published`` is from JSON-LD or ``meta`` first, then from a ``<time>`` beside the headline.
    """
    seen = markup.read(source)
    blocks = seen.blocks
    stated = Metadata() if seen.tree is None else metadata.read(seen.tree)
    kept = _without_sure(blocks, _kept(blocks, [] if seen.tree is None or seen.deep else _extracted(source)))
    first = next((at for at, block in enumerate(blocks) if kept[at] and is_prose(block.text)), len(blocks))
    standfirst = _standfirst(blocks, kept, first, stated)
    signed = _signed(blocks, kept, first)
    published, shown, updated = _times(seen.times, first)
    return Page(
        replace(
            stated,
            author=stated.author or signed.author,
            publisher=stated.publisher or _publisher(blocks, kept, stated),
        ),
        tuple(_paragraph(block) for block, keep in zip(blocks, kept, strict=True) if keep),
        tuple(
            Piece(block.text, block.place or "outside the article")
            for block, keep in zip(blocks, kept, strict=True)
            if not keep
        ),
        standfirst,
        stated.published or published,
        stated.published_words or shown,
        stated.updated or updated,
        tuple(signed.published),
    )


def _paragraph(block: Block) -> str:
    return f"- {block.text}" if block.item and not is_item(block.text) else block.text


def _extracted(source: str) -> list[str]:
    """The paragraphs that trafilatura takes for the article's, precision before recall, without readers' comments."""
    tree = markup.parse(source)
    if tree is None:
        return []
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=True)
    return [] if found is None else str(found.text or "").split("\n")


def _kept(blocks: Sequence[Block], extracted: Sequence[str]) -> list[bool]:
    wanted = Counter(key(line) for line in extracted)
    keys = [key(block.text) for block in blocks]
    kept = [False] * len(blocks)
    for at, own in enumerate(keys):
        if wanted[own] > 0:
            kept[at], wanted[own] = True, wanted[own] - 1
    rest = "\n".join(line for line, count in wanted.items() if count > 0)
    if rest and len(rest) * len(blocks) < _MOST_COMPARED:
        kept = [keep or (len(own) >= 12 and own in rest) for keep, own in zip(kept, keys, strict=True)]
    if sum(len(words(block.text)) for block, keep in zip(blocks, kept, strict=True) if keep) < _ENOUGH:
        return [keep or not block.place for block, keep in zip(blocks, kept, strict=True)]
    return _with_siblings(blocks, kept)


def _with_siblings(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Also the blocks that stand among the article's paragraphs as their equals, and are no links."""
    inside = [at for at, keep in enumerate(kept) if keep]
    parents = Counter(blocks[at].parent for at in inside)
    for at in range(inside[0], inside[-1] + 1):
        block = blocks[at]
        if not kept[at] and not block.place and not block.link and parents[block.parent] >= 2:
            kept[at] = True
    return kept


def _without_sure(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Without what the page itself calls a caption, a sign-up or other stories, where that is the smaller part."""
    size: Counter[str] = Counter()
    for block, keep in zip(blocks, kept, strict=True):
        size[block.place] += len(block.text) if keep else 0
    total = sum(size.values())
    small = {place for place in _SURE if size[place] * 4 < total or size[""] == 0}
    return [keep and block.place not in small for block, keep in zip(blocks, kept, strict=True)]


def _standfirst(blocks: Sequence[Block], kept: list[bool], first: int, stated: Metadata) -> str:
    """The sentence under the headline: marked as one, or the page's description standing above the text."""
    for at, block in enumerate(blocks[: first + 3]):
        named = _STANDFIRST.search(block.names)
        described = len(block.text) > 30 and key(block.text) == key(stated.description) and at < first
        if (named or described) and not block.place and len(words(block.text)) >= 5:
            kept[at] = True
            return block.text
    return ""


def _signed(blocks: Sequence[Block], kept: list[bool], first: int) -> datelines.Dateline:
    """The byline and the dateline above the text that the page marks as such; they leave the text."""
    found = datelines.Dateline()
    for at, block in enumerate(blocks[:first]):
        own = len(words(block.text)) <= 20 and not is_prose(block.text) and block.tag != "h1" and not block.place
        if own and _BYLINE.search(block.names):
            block.place, kept[at] = "byline", False
        elif own and _DATED.search(block.names) and any(days.find(block.text)):
            block.place, kept[at] = "dateline", False
        if block.place in ("byline", "dateline"):
            line = datelines.read(block.text) or datelines.Dateline(author=datelines.loosely_signed(block.text))
            found.author = found.author or line.author
            found.published += line.published
    return found


def _publisher(blocks: Sequence[Block], kept: Sequence[bool], stated: Metadata) -> str:
    """The end of the page's title, where the page prints it elsewhere too, as its masthead or in its foot."""
    last = stated.title_end
    outside = (block.text for block, keep in zip(blocks, kept, strict=True) if not keep)
    return last if last and any(key(last) in key(text) for text in outside) else ""


def _times(times: Sequence[markup.Time], first: int) -> tuple[date | None, str, date | None]:
    """The day published and its words, and the day updated, from the page's ``<time>`` elements above the text."""
    published, shown, updated = None, "", None
    for time in times:
        day = metadata.stamp(time.stamp)
        if day is None or (time.place and time.place != "menu"):
            continue
        beside = f"{time.names} {time.words}"
        if _UPDATED.search(beside) and not _PUBLISHED.search(beside):
            updated = updated or day
        elif published is None and (time.blocks <= first or _PUBLISHED.search(time.names)):
            published, shown = day, f"time: {time.stamp}"
    return published, shown, updated
