"""What stands over a page's article: its headline, standfirst, byline and dateline, by their marks and their place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cuttings.dates import days
from cuttings.plaintext import bylines, captions, datelines
from cuttings.plaintext.lines import Line, is_prose, is_titled, key, overlap, vocabulary, words
from cuttings.webpage import markup, metadata
from cuttings.webpage.metadata import Metadata
from cuttings.webpage.stripping import Block

_KNOWN, _ALIEN, _FITS = 30, 0.15, 0.4  # words of a text that can tell; shares of a headline's words that are its own
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


def fitting(stated: Metadata, blocks: Sequence[Block], kept: Sequence[bool]) -> Metadata:
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


def standfirst(blocks: Sequence[Block], kept: list[bool], first: int, stated: Metadata) -> str:
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


def signed(blocks: Sequence[Block], kept: list[bool], first: int, stated: Metadata) -> datelines.Dateline:
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
            found.stated, found.bare = found.stated + line.stated, found.bare + line.bare
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
        line.bare = [(day, text) for day in days.find(text)][:1]
    return line


def times(stamps: Sequence[markup.Time], first: int) -> tuple[tuple[date, str] | None, date | None]:
    """The day published, with its stamp, and the day updated, from the page's ``<time>`` elements above the text."""
    published, updated = None, None
    for time in stamps:
        day = metadata.stamp(time.stamp)
        if day is None or (time.place and time.place != "menu"):
            continue
        beside = f"{time.names} {time.words}"
        if _UPDATED.search(beside) and not _PUBLISHED.search(beside):
            updated = updated or day
        elif published is None and (time.blocks <= first or _PUBLISHED.search(time.names)):
            published = (day, f"time: {time.stamp}")
    return published, updated
