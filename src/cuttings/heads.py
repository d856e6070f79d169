"""The head of a saved text: what stands above its first paragraph, and which of it is the headline."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cuttings import datelines, days, phrases
from cuttings.lines import Line, content_words, is_headline, is_item, is_prose, key, overlap, words

HEADLINE = "headline"
_ALIEN = 0.15  # a headline that shares less of its words with the text is another story's
_REACH = 40  # lines of a head


@dataclass
class Head:
    """What the head of a text says."""

    title: str = ""
    standfirst: str = ""
    author: str = ""
    publisher: str = ""
    section: str = ""
    url: str = ""
    crawled: tuple[date, str] | None = None
    published: list[tuple[days.Day, str]] = field(default_factory=list)
    updated: list[tuple[days.Day, str]] = field(default_factory=list)


def split_crawler(lines: list[Line]) -> tuple[list[Line], tuple[date, str] | None]:
    """The lines, the crawler's prefix cut from the first and its day."""
    found = datelines.crawled(lines[0].text) if lines else None
    if not found:
        return lines, None
    first, at = lines[0], found[1]
    prefix = Line(first.text[:at].strip(), first.block, reason="crawler")
    rest = [Line(first.text[at:], first.block)] if first.text[at:] else []
    return [prefix, *rest, *lines[1:]], (found[0], prefix.text)


def read(lines: Sequence[Line], title: str = "") -> Head:
    """Mark the head's lines with their reasons, and return what they say; ``title``: the headline, if it is known."""
    head = Head()
    zone = _zone(lines)
    vocabulary = set().union(*(content_words(line.text) for line in lines if _is_text(line)))
    _mastheads(lines, head)
    last = _read_datelines(lines, zone, head)
    body = _body(lines, last)
    _find_title(lines, body, head, title, vocabulary)
    _names(lines, body, head)
    _read_end(lines, head)
    return head


def finish(lines: Sequence[Line], head: Head) -> None:
    """After captions and furniture are marked: the standfirst, and the labels left above the first paragraph."""
    first = next((at for at, line in enumerate(lines) if line.kept and is_prose(line.text)), len(lines))
    titled = next((at for at, line in enumerate(lines) if line.reason == HEADLINE), -1)
    for at, line in enumerate(lines[: first + 8]):
        beside = {near.reason for near in lines[max(0, at - 2) : at + 3]}
        if line.kept and line.text.isupper() and len(words(line.text)) <= 5 and beside & {"byline", "dateline"}:
            line.reason = "label"
    if first < len(lines):
        for at, line in enumerate(lines[:first]):
            if line.kept and not is_item(line.text):
                _place(line, at > titled, head)
    after = [at for at, line in enumerate(lines) if at > first and line.reason in ("dateline", "byline")]
    if after and after[0] <= first + 8 and not any(line.kept for line in lines[first + 1 : after[0]]):
        head.standfirst = head.standfirst or lines[first].text


def _place(line: Line, below: bool, head: Head) -> None:
    count = len(words(line.text))
    if below and (count >= 6 or (count >= 4 and not _is_titled(line.text))):
        head.standfirst = head.standfirst or line.text
    else:
        line.reason = "label" if count < 6 else "teaser"


def _is_text(line: Line) -> bool:
    """Whether a line is running text of the article, as far as it can be told by itself."""
    return line.kept and is_prose(line.text) and not phrases.find(line.text)


def _zone(lines: Sequence[Line]) -> int:
    """How far the head may reach: to the second paragraph, a standfirst being one."""
    prose = 0
    for at, line in enumerate(lines[:_REACH]):
        if _is_text(line) and not datelines.read(line.text):
            prose += 1
            if prose == 2:
                return at
    return min(len(lines), _REACH)


def _read_datelines(lines: Sequence[Line], zone: int, head: Head) -> int:
    last, carried, entries = -1, "", _chronology(lines)
    for at, line in enumerate(lines[:zone]):
        if at in entries:
            break
        found = datelines.read(line.text.lstrip("-•*· "), carried) if line.kept else None
        if found is None:
            if line.kept:
                carried = ""
            continue
        line.reason, last, carried = found.reason, at, found.label
        _learn(head, found)
        if found.title and not head.title:
            head.title, line.reason = found.title, "header"
    return last


def _chronology(lines: Sequence[Line]) -> set[int]:
    """The days under which a chronology has its entries: bare ones, in the text, each above a paragraph of its own."""
    first = next((at for at, line in enumerate(lines) if _is_text(line)), len(lines))
    found = set()
    for at in range(first + 1, len(lines) - 1):
        line = datelines.read(lines[at].text) if lines[at].kept and _is_text(lines[at + 1]) else None
        if line and line.published and not line.labelled and not line.author:
            found.add(at)
    return found if len(found) >= 2 else set()


def _mastheads(lines: Sequence[Line], head: Head) -> None:
    """Menus, the way to the page, and the name of the paper, above the headline or right under it."""
    first = next((at for at, line in enumerate(lines) if _is_text(line)), 0)
    for line in [line for line in lines[:first] if line.kept and ":" not in line.text]:
        if phrases.is_navigation(line.text):
            line.reason = "menu"
        elif phrases.is_trail(line.text) and not datelines.read(line.text):
            line.reason = "menu"
            _name_publisher(head, re.split(r" [-–>›»/|] ", line.text)[0])
        elif len(words(line.text)) <= 5 and _is_titled(line.text) and datelines.is_organisation(line.text):
            line.reason = "masthead"
            _name_publisher(head, line.text)


def _name_publisher(head: Head, name: str) -> None:
    if datelines.is_organisation(name):
        head.publisher = head.publisher or (name.title() if name.isupper() else name)


def _is_titled(text: str) -> bool:
    """Whether each word has a capital, as names have: ``The Carrigdoon Tribune``, not ``Police appeal``."""
    return all(word[0].isupper() or word in ("of", "the", "and", "for") for word in words(text)) and not phrases.find(
        text
    )


def _learn(head: Head, found: datelines.Dateline) -> None:
    head.published += found.published
    head.updated += found.updated
    for name in ("author", "publisher", "section", "url"):
        setattr(head, name, getattr(head, name) or getattr(found, name))


def _body(lines: Sequence[Line], last: int) -> int:
    """Where the running text begins: its first paragraph after the last dateline, or its first one at all."""
    prose = [at for at, line in enumerate(lines) if _is_text(line)]
    after = [at for at in prose if at > last]
    return (after or prose or [len(lines)])[0]


def _find_title(lines: Sequence[Line], body: int, head: Head, title: str, vocabulary: set[str]) -> None:
    first = next((at for at, line in enumerate(lines) if _is_text(line)), len(lines))
    if not title and not head.title:
        chosen = _choose(lines[: min(first, body)], vocabulary)
        if chosen is not None:
            chosen.reason, head.title = HEADLINE, chosen.text
    known = key(title or head.title)
    for line in lines if known else ():
        if line.kept and key(line.text) == known:
            line.reason = "repeated headline"
    if title:
        head.title = title
        for line in lines[:body]:
            if line.kept and _is_variant(line.text, title):
                line.reason = "repeated headline"


def _choose(candidates: Sequence[Line], vocabulary: set[str]) -> Line | None:
    """The headline among the lines above the text; one that shares no words with it belongs to another story."""
    fit = None
    for line in candidates:
        if not line.kept or phrases.is_navigation(line.text) or datelines.has_post(line.text):
            continue
        if not is_headline(line.text):
            fit = fit or (line if _is_short_headline(line.text) else None)
        elif line.glued and overlap(line.text, vocabulary) < 0.4:
            continue
        elif len(vocabulary) >= 30 and len(content_words(line.text)) >= 5 and overlap(line.text, vocabulary) < _ALIEN:
            line.reason = "other story"
        elif not phrases.find(line.text) or overlap(line.text, vocabulary) >= 0.5:
            return line
    return fit


def _is_short_headline(text: str) -> bool:
    plain = not (phrases.find(text) or is_prose(text) or is_item(text) or _is_titled(text))
    return 2 <= len(words(text)) <= 3 and plain and text[-1] not in ":,;"


def _is_variant(text: str, title: str) -> bool:
    own = content_words(text)
    return (
        not is_prose(text)
        and len(own) >= 3
        and len(own & content_words(title)) >= 0.7 * max(len(own), len(content_words(title)))
    )


def _names(lines: Sequence[Line], body: int, head: Head) -> None:
    """Bylines that only their place shows: above the text, beside a dateline, a name that the text does not have."""
    said = " ".join(line.text for line in lines if _is_text(line))
    for at, line in enumerate(lines[:body]):
        if not line.kept or is_prose(line.text) or phrases.find(line.text):
            continue
        beside = {near.reason for near in lines[max(0, at - 2) : at + 3]}
        signed = datelines.loosely_signed(line.text)
        under = at > 0 and lines[at - 1].reason == HEADLINE and line.text not in said and len(words(line.text)) <= 3
        named = datelines.is_name(line.text) and not line.text.isupper() and (under or beside & {"byline", "dateline"})
        if signed or named or datelines.has_post(line.text):
            line.reason = "byline"
            head.author = head.author or signed or line.text


def _read_end(lines: Sequence[Line], head: Head) -> None:
    """A byline or a labelled date under the last paragraphs; an unlabelled one may be an entry of a chronology."""
    for before, line in zip(lines, lines[1:], strict=False):
        found = datelines.read(line.text) if line.kept and is_prose(before.text) and not is_prose(line.text) else None
        if found and (found.labelled or (found.reason == "byline" and not head.author)):
            line.reason = found.reason
            _learn(head, found)
