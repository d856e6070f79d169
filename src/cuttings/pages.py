"""The article in a saved web page: its text by trafilatura, its metadata from the page's own statements.

trafilatura judges which parts of the page are the article; the words are then read from the page itself, so that each
visible block ends either in the text or, with the reason that its place gives, in the furniture.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

import trafilatura

from cuttings.dates import days
from cuttings.furniture import Piece
from cuttings.plaintext import bylines, captions, datelines
from cuttings.plaintext.lines import Line, is_item, is_prose, is_titled, key, overlap, vocabulary, words
from cuttings.webpage import markup, metadata
from cuttings.webpage.metadata import Metadata
from cuttings.webpage.stripping import Block

_MOST_COMPARED = 50_000_000  # characters times blocks: past that a block must be found whole
_ENOUGH = 40  # words below which trafilatura's answer is not trusted alone
_SURE = ("related", "newsletter", "share", "comments", "advert", "cookies", "caption", "menu")
_KNOWN, _ALIEN, _FITS = 30, 0.15, 0.4  # words of a text that can tell; shares of a headline's words that are its own
_FRAMES = ("newsletter", "advert")
_STANDFIRST = re.compile(
    r"standfirst|strapline|sub-?(?:title|head(?:ing|line)?|hed|deck)\b|\bde(?:ck|k)\b|summary|\blede?\b", re.IGNORECASE
)
_BYLINE = re.compile(
    r"(?:^|[-_ ])(?:by|byline|authors?|writer|reporter|contributors?|credits|who)(?=$|[-_ ])", re.IGNORECASE
)
_DATED = re.compile(
    r"(?:^|[-_ ])(?:dates?|dateline|datetime|time|timestamp|stamp|published|pubdate|submitted|posted|when|meta)"
    r"(?=$|[-_ ])",
    re.IGNORECASE,
)
_SMALL_PRINT = re.compile(
    r"\b(?:Picture|Photo(?:graph)?|Image|Credit)s?: |\(?Ref: |^[A-Z ]{4,}: |\d{4} \d{3}|@|Copyright|©"
    r"|^(?:\w+ )?[Bb]y [A-Z]|\b[Vv]on [A-Z]|\d min read"
)
_UPDATED = re.compile(r"updated?|modified|changed", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|posted|pubdate", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """A page: what it says of itself, the paragraphs of its article, and what was left out of them.

    ``metadata.published`` is from JSON-LD or ``meta`` first, then from a ``<time>`` beside the headline; ``dateline``
    has the days printed beside the headline, each with its line.
    """

    metadata: Metadata
    paragraphs: tuple[str, ...]
    dropped: tuple[Piece, ...]
    standfirst: str = ""
    dateline: tuple[tuple[days.Day, str], ...] = ()


def read(source: str) -> Page:
    """The article in a page's source; any string gives a page, one without an article gives no paragraphs."""
    seen = markup.read(source)
    blocks = seen.blocks
    stated = Metadata() if seen.tree is None else metadata.read(seen.tree)
    extracted = [] if seen.tree is None or seen.deep else _extracted(source)
    kept = _without_sure(blocks, _kept(blocks, extracted))
    first = next((at for at, block in enumerate(blocks) if kept[at] and is_prose(block.text)), len(blocks))
    stated = _fitting(stated, blocks, kept)
    standfirst = _standfirst(blocks, kept, first, stated)
    signed = _signed(blocks, kept, first, stated)
    return Page(
        _completed(stated, blocks, kept, signed, _times(seen.times, first)),
        tuple(_paragraph(block) for block, keep in zip(blocks, kept, strict=True) if keep),
        tuple(_piece(block) for block, keep in zip(blocks, kept, strict=True) if not keep),
        standfirst,
        tuple(signed.published),
    )


def _fitting(stated: Metadata, blocks: Sequence[Block], kept: Sequence[bool]) -> Metadata:
    """The metadata, the headline first that the text speaks of: a page may state its section's, or another story's."""
    known = vocabulary(Line(block.text, 0) for block, keep in zip(blocks, kept, strict=True) if keep)
    if len(stated.titles) == 1 and _names_the_site(stated.titles[0]):
        return replace(stated, titles=())
    if len(stated.titles) > 1 and len(words(stated.titles[0])) <= 2 < len(words(stated.titles[1])):
        return replace(stated, titles=stated.titles[1:])
    if len(stated.titles) < 2 or len(known) < _KNOWN or overlap(stated.titles[0], known) >= _ALIEN:
        return stated
    best = max(stated.titles, key=lambda title: overlap(title, known))
    rest = [title for title in stated.titles if title != best]
    return replace(stated, titles=(best, *rest)) if overlap(best, known) >= _FITS else stated


def _names_the_site(title: str) -> bool:
    """Whether a page's title is no more than the name of its paper or office, and a section's."""
    parts = [part.split() for part in re.split(r" [-–—|:»«]+ ", title)]
    return bylines.is_organisation(title) and all(len(part) <= 3 and is_titled(" ".join(part)) for part in parts)


def _paragraph(block: Block) -> str:
    return f"- {block.text}" if block.item and not is_item(block.text) else block.text


def _piece(block: Block) -> Piece:
    return Piece(block.text, block.place or "outside the article")


def _extracted(source: str) -> list[str]:
    """The paragraphs that trafilatura takes for the article's, precision before recall, without readers' comments."""
    tree = markup.parse(source)  # its own: trafilatura changes the tree it is given
    if tree is None:
        return []
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=True)
    return [] if found is None else str(found.text or "").split("\n")


def _kept(blocks: Sequence[Block], extracted: Sequence[str]) -> list[bool]:
    """Which blocks are the article's: those that trafilatura has; all that may be, where it has hardly anything."""
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
    """Also the blocks, and the lists, that stand among the article's paragraphs as their equals, and are no links."""
    inside = [at for at, keep in enumerate(kept) if keep]
    parents = Counter(blocks[at].parent for at in inside)
    looks = Counter(_look(blocks[at]) for at in inside if is_prose(blocks[at].text))
    looks[None] = 0
    for at in range(inside[0], inside[-1] + 1):
        block = blocks[at]
        equal = parents[block.parent] >= 2 or (block.item and parents[block.above] >= 2) or looks[_look(block)] >= 2
        if not kept[at] and not block.place and not block.link and equal:
            kept[at] = True
    for at, (block, after) in enumerate(pairwise(blocks)):  # a heading of the paragraph under it
        headed = block.tag in ("h2", "h3", "h4") and after.parent == block.parent and kept[at + 1]
        if headed and inside[0] < at < inside[-1] and not (block.place or block.link):
            kept[at] = True
    for at in range(inside[-1] + 1, len(blocks)):  # a last paragraph that was taken for a foot
        block = blocks[at]
        if block.place or block.link or not is_prose(block.text) or parents[block.parent] < 2:
            break
        kept[at] = True
    return kept


def _look(block: Block) -> tuple[str, str] | None:
    """What paragraphs have in common that stand each in a box of its own: tag and names; None for any other block."""
    return (block.tag, block.names) if is_prose(block.text) and block.names.strip() else None


def _without_sure(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Without what the page itself calls a caption, a sign-up or other stories, where that is the smaller part."""
    size: Counter[str] = Counter()
    for block, keep in zip(blocks, kept, strict=True):
        size[block.place] += len(block.text) if keep else 0
    most = max(size, key=lambda place: size[place], default="")
    framed = size[""] == 0 and most in _FRAMES  # the page has its article in what it calls a sign-up or an advert
    small = {place for place in _SURE if size[place] * 4 < size.total() or (size[""] == 0 and not framed)}
    return [keep and block.place not in small for block, keep in zip(blocks, kept, strict=True)]


def _standfirst(blocks: Sequence[Block], kept: list[bool], first: int, stated: Metadata) -> str:
    """The sentence under the headline: marked as one, or the page's description standing above the text."""
    title = key(stated.titles[0]) if stated.titles else ""
    for at, block in enumerate(blocks[: first + 3]):
        named = _STANDFIRST.search(block.names)
        described = len(block.text) > 30 and key(block.text) == key(stated.description) and at < first
        under = 0 < at < first and key(blocks[at - 1].text) == title and not datelines.read(block.text)
        under = under and not (captions.is_caption(block.text) or bylines.loosely_signed(block.text))
        under = under and block.tag in ("h2", "h3", "p", "div") and not _SMALL_PRINT.search(block.text)
        if (named or described or under) and not (block.place or block.link) and len(words(block.text)) >= 5:
            kept[at] = True
            return block.text
    return ""


def _signed(blocks: Sequence[Block], kept: list[bool], first: int, stated: Metadata) -> datelines.Dateline:
    """The byline and the dateline above the text that the page marks as such; they leave the text."""
    found = datelines.Dateline()
    own = {key(title) for title in stated.titles}
    titled = next((at for at, block in enumerate(blocks[:first]) if key(block.text) in own), None)
    said = " ".join(block.text for block, keep in zip(blocks, kept, strict=True) if keep and is_prose(block.text))
    for at, block in enumerate(blocks[:first]):
        below = titled is not None and at > titled
        named = below and bool(bylines.loosely_signed(block.text))
        framed = block.place and not (named and block.place in ("caption", "share"))
        if framed or block.tag == "h1" or len(words(block.text)) > 20 or is_prose(block.text):
            continue
        if _BYLINE.search(block.names) or named or (below and _is_unsaid_name(block.text, said)):
            block.place, kept[at] = "byline", False
        elif below and (line := datelines.read(block.text)) and (line.published or line.author):
            block.place, kept[at] = line.reason, False
        elif _DATED.search(block.names) and any(days.find(block.text)):
            block.place, kept[at] = "dateline", False
        if block.place in ("byline", "dateline"):
            line = _line(block.text)
            found.author = found.author or line.author
            found.published += line.published
    return found


def _is_unsaid_name(text: str, said: str) -> bool:
    """Whether a line under the headline is a name that the text does not have: its reporter's."""
    return bylines.is_name(text) and not bylines.is_organisation(text) and text not in said


def _line(text: str) -> datelines.Dateline:
    """What a block says that the page marks as a byline or a dateline, whatever words are round its day."""
    line = datelines.read(text)
    if line:
        return line
    name = bylines.without_post(text) if bylines.is_name(text) else ""
    line = datelines.Dateline(author=bylines.loosely_signed(text) or name)
    if not _UPDATED.search(text) or _PUBLISHED.search(text):
        line.published = [(day, text) for day in days.find(text)][:1]
    return line


def _completed(
    stated: Metadata,
    blocks: Sequence[Block],
    kept: Sequence[bool],
    signed: datelines.Dateline,
    times: tuple[tuple[date, str] | None, date | None],
) -> Metadata:
    """The metadata, what they lack taken from what the page shows."""
    outside = (key(block.text) for block, keep in zip(blocks, kept, strict=True) if not keep)
    end = stated.title_end  # the site's name if the page prints it elsewhere too, as its masthead or in its foot
    site = end if end and not stated.publisher and any(key(end) in text for text in outside) else ""
    return replace(
        stated,
        publisher=stated.publisher or site,
        author=stated.author or signed.author,
        published=stated.published or times[0],
        updated=stated.updated or times[1],
    )


def _times(times: Sequence[markup.Time], first: int) -> tuple[tuple[date, str] | None, date | None]:
    """The day published, with its stamp, and the day updated, from the page's ``<time>`` elements above the text."""
    published, updated = None, None
    for time in times:
        day = metadata.stamp(time.stamp)
        if day is None or (time.place and time.place != "menu"):
            continue
        beside = f"{time.names} {time.words}"
        if _UPDATED.search(beside) and not _PUBLISHED.search(beside):
            updated = updated or day
        elif published is None and (time.blocks <= first or _PUBLISHED.search(time.names)):
            published = (day, f"time: {time.stamp}")
    return published, updated
