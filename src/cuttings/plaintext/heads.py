"""The head of a saved text: what stands above its first paragraph, and what it says of the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile

from cuttings.dates.days import Day
from cuttings.plaintext import bylines, captions, datelines, feet, labels, phrases, titles
from cuttings.plaintext.datelines import Dateline
from cuttings.plaintext.lines import Line, is_item, is_prose, is_titled, words
from cuttings.plaintext.titles import HEADLINE, first_text, is_text

_REACH = 40  # lines of a head
_SIGNED = frozenset(("byline", "dateline"))
_OF_PLACE = re.compile(r"(?:venue|location|place|where|held at): ?\S", re.IGNORECASE)
_OF_DATE = re.compile(r"(?:date|date and time|when): ?\S", re.IGNORECASE)
# The fields of a hearing's notice: "Chair: Chief Superintendent Una Dray"
_FIELD = re.compile(
    r"(?:chair(?:man|woman|person)?|panel(?: members?)?|officer|hearing(?: officer| held)?|adjudicator|arbitrator|"
    r"judge|magistrate|venue|outcome|allegations?|respondent|appellant|applicant|presiding officer|counsel): (?=\S)",
    re.IGNORECASE,
)


@dataclass
class Head:
    """What the head of a text says; ``crawled``, ``published`` and ``updated`` with the words they were read from."""

    title: str = ""
    standfirst: str = ""
    author: str = ""
    publisher: str = ""
    section: str = ""
    url: str = ""
    crawled: tuple[date, str] | None = None
    stated: list[tuple[Day, str]] = field(default_factory=list)
    bare: list[tuple[Day, str]] = field(default_factory=list)
    updated: list[tuple[Day, str]] = field(default_factory=list)
    spoken: list[tuple[Day, str]] = field(default_factory=list)

    @property
    def published(self) -> list[tuple[Day, str]]:
        """The days printed round the text, the likeliest first: with a label, without, of a speech or a meeting."""
        return self.stated + self.bare + ([] if self.updated else self.spoken)

    @property
    def is_undated(self) -> bool:
        """Whether no day was printed as that of publication, or of a change."""
        return not (self.stated or self.bare or self.updated)

    def learn(self, line: Dateline) -> None:
        """Take over what a line says, where nothing was known."""
        self.stated += line.stated
        self.bare += line.bare
        self.updated += line.updated
        for name in ("title", "author", "publisher", "section", "url"):
            setattr(self, name, getattr(self, name) or getattr(line, name))


def split_crawler(lines: list[Line]) -> tuple[list[Line], tuple[date, str] | None]:
    """The lines, a crawler's prefix cut from the first; and the prefix's day with its words."""
    found = datelines.crawled(lines[0].text) if lines else None
    if not found:
        return lines, None
    first, (day, at) = lines[0], found
    prefix = Line(first.text[:at].strip(), first.block, reason="crawler")
    rest = [Line(first.text[at:], first.block)] if first.text[at:] else []
    return [prefix, *rest, *lines[1:]], (day, prefix.text)


def read(lines: Sequence[Line], title: str = "") -> Head:
    """Mark the head's lines with their reasons, and return what they say; ``title``: the headline, if it is known."""
    head = Head(publisher=titles.masthead(lines))
    last = _read_datelines(lines, _zone(lines), head)
    body = _body(lines, last)
    head.title = titles.find(lines, body, title or head.title)
    _read_names(lines, body, head)
    feet.read(lines, body, head)
    return head


def finish(lines: Sequence[Line], head: Head) -> None:
    """After captions and furniture are marked: the standfirst, and the labels left above the first paragraph."""
    first = next((at for at, line in enumerate(lines) if line.kept and is_prose(line.text)), len(lines))
    for at, line in enumerate(lines[: first + 8]):
        if line.kept and line.text.isupper() and len(words(line.text)) <= 5 and _joined(lines, at) & _SIGNED:
            line.reason = "label"
    if first == len(lines):
        return
    titled = next((at for at, line in enumerate(lines) if line.reason == HEADLINE), -1)
    for at, line in enumerate(lines[:first]):
        if line.kept and not is_item(line.text):
            _place(line, at > titled, head)
    after = next((at for at in range(first + 1, min(first + 9, len(lines))) if lines[at].reason in _SIGNED), 0)
    if after and not any(line.kept for line in lines[first + 1 : after]):
        head.standfirst = head.standfirst or lines[first].text


def _place(line: Line, below: bool, head: Head) -> None:
    count = len(words(line.text))
    if bylines.is_police(line.text) or _FIELD.match(line.text):
        return  # who issued it, whose officers it tells of; who chairs
    if captions.is_caption(line.text):
        line.reason = "caption"
    elif below and (count >= 6 or (count >= 4 and not is_titled(line.text))):
        head.standfirst = head.standfirst or line.text
    else:
        line.reason = "label" if count < 6 else "teaser"


def _beside(lines: Sequence[Line], at: int) -> set[str]:
    return {near.reason for near in lines[max(0, at - 2) : at + 3]}


def _joined(lines: Sequence[Line], at: int) -> set[str]:
    """The reasons of the lines beside one, as far as no paragraph stands between."""
    found = set()
    for near in (lines[max(0, at - 2) : at][::-1], lines[at + 1 : at + 3]):
        found |= {line.reason for line in takewhile(lambda line: not (line.kept and is_prose(line.text)), near)}
    return found


def _zone(lines: Sequence[Line]) -> int:
    """How far the head may reach: to the second paragraph, a standfirst being one."""
    texts = (at for at, line in enumerate(lines[:_REACH]) if is_text(line) and not datelines.read(line.text))
    next(texts, None)
    return next(texts, min(len(lines), _REACH))


def _body(lines: Sequence[Line], last: int) -> int:
    """Where the running text begins: its first paragraph after the last dateline, or its first one at all."""
    texts = [at for at, line in enumerate(lines) if is_text(line)]
    return next((at for at in texts if at > last), texts[0] if texts else len(lines))


def _read_datelines(lines: Sequence[Line], zone: int, head: Head) -> int:
    """Mark the datelines, bylines and fields up to ``zone``; returns where the last of them stands."""
    last, carried, entries = -1, "", _chronology(lines)
    first = next((at for at, line in enumerate(lines) if line.kept), -1)
    held, text = _is_held(lines[:zone]), first_text(lines)
    for at, line in enumerate(lines[:zone]):
        if at in entries:
            break
        found = datelines.read(line.text.lstrip("-•*· "), carried) if line.kept else None
        if found and found.reason == "header" and (at > text or held):
            found = None
        if found and not (found.loose and at == first) and not (held and _OF_DATE.match(line.text)):
            line.reason, last, carried = found.reason, at, found.label
            head.learn(found)
        elif line.kept:
            carried = "event" if labels.names_event(line.text) else ""
    return last


def _is_held(lines: Sequence[Line]) -> bool:
    """Whether ``Date:`` in a head is an occasion's, for it has a place: ``Venue: Harrowmere Town Hall``."""
    return any(_OF_PLACE.match(line.text) for line in lines)


def _chronology(lines: Sequence[Line]) -> set[int]:
    """The days under which a chronology has its entries: bare ones, in the text, each above a paragraph of its own."""
    found = set()
    for at in range(first_text(lines) + 1, len(lines) - 1):
        line = datelines.read(lines[at].text) if lines[at].kept and is_text(lines[at + 1]) else None
        if line and line.bare and not line.labelled and not line.author:
            found.add(at)
    return found if len(found) >= 2 else set()


def _read_names(lines: Sequence[Line], body: int, head: Head) -> None:
    """Bylines that only their place shows: above the text, beside a dateline, a name that the text does not have."""
    said = " ".join(line.text for line in lines if is_text(line))
    for at, line in enumerate(lines[:body]):
        if not line.kept or is_prose(line.text) or phrases.find(line.text):
            continue
        signed = bylines.loosely_signed(line.text)
        under = at > 0 and lines[at - 1].reason == HEADLINE and line.text not in said and len(words(line.text)) <= 3
        named = bylines.is_name(line.text) and (under or bool(_beside(lines, at) & _SIGNED))
        if signed or named or bylines.has_post(line.text):
            line.reason = "byline"
            head.author = head.author or signed or bylines.without_post(line.text)
