"""The lines round a headline that say when an article appeared: datelines, fields, a crawler's prefix."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from cuttings.dates import days, foreign
from cuttings.dates.days import Day
from cuttings.plaintext import bylines, issues, labels

_CRAWLER = re.compile(rf"(?:date:? |\[)?({days.YEAR}-\d\d-\d\d)(?:\]|[T ]\d\d:\d\d(?::\d\d)?Z?)?(?: +|$)")
Mark = tuple[int, int, str, Day | None]  # where it is in the line, its kind, and the day if it is one
_LABELS = ("published", "document", "updated", "event")
_EDGES = " |•·,.:;–—()[]/-"
_LEFTOVER = re.compile(r"\s*[|•·;–—()\[\]/]\s*|\s+[-:]\s+|\s+")
_REFERENCE = re.compile(
    r"\b(?:our )?ref(?:erence)?(?: (?:no|number))?[.:]? ?\S*\d\S*|\bpage \d{1,3}\b|\bhrs?\b|\bE ?& ?OE\b", re.IGNORECASE
)
_WEEKDAY = re.compile(rf"\b{days.WEEKDAY}\b")
_SMALL = ("by", "on", "at", "gmt", "bst", "last", "news", "the")
_PRINTED = re.compile(  # as libraries of printed papers have it: paper, day, section, byline
    r"(?P<publisher>[A-Z][\w&'’. ]{2,40}) - (?P<date>[^-]{0,30}(?:-\d\d-\d\d )?)- (?P<section>[A-Z][A-Z &]{2,30})"
    r" -.{0,60}"
)
_FIELD = re.compile(
    r"(?P<name>title|headline|url|link|source|publisher|publication|outlet|section|category|language|id|description"
    r"|summary|author|byline|date)s?: *(?P<value>\S.*)",
    re.IGNORECASE,
)
_FIELDS = {
    "title": "title",
    "headline": "title",
    "url": "url",
    "link": "url",
    "author": "author",
    "byline": "author",
    "section": "section",
    "category": "section",
    "source": "publisher",
    "publisher": "publisher",
    "publication": "publisher",
    "outlet": "publisher",
}
_LONGEST = 250  # characters


@dataclass
class Dateline:
    """What a line beside the headline says: days, each with the line it was read from, and names.

    ``stated`` are days that a label calls those of publication, ``bare`` such as have none. ``label`` is one that no
    day follows: the next line's day is meant. ``loose``: with more in it than days, labels and names.
    """

    reason: str = "dateline"
    stated: list[tuple[Day, str]] = field(default_factory=list)
    bare: list[tuple[Day, str]] = field(default_factory=list)
    updated: list[tuple[Day, str]] = field(default_factory=list)
    author: str = ""
    publisher: str = ""
    section: str = ""
    title: str = ""
    url: str = ""
    label: str = ""
    labelled: bool = False
    document: bool = False
    loose: bool = False

    @property
    def published(self) -> list[tuple[Day, str]]:
        """The days on which the article may have appeared, the likeliest first."""
        return self.stated + self.bare


def crawled(text: str) -> tuple[date, int] | None:
    """The day that a crawler put before the headline, and how many characters its prefix has.

    >>> crawled("date 2021-06-30 Detective cautioned")
    (datetime.date(2021, 6, 30), 16)
    """
    match = _CRAWLER.match(text)
    if not match or (match.end() == len(text) and not text.startswith(("date", "["))):
        return None
    found = next(days.find(match[1]), None)
    day = found and days.plausible(found.on())
    return (day, match.end()) if day else None


def read(line: str, carried: str = "") -> Dateline | None:
    """What a line says if it is nothing but a byline, a dateline or a field; ``carried``: the label of the line before.

    >>> read("Jo Marsh3 May 2021").author, read("By the time he left it was 3 May 2021")
    ('Jo Marsh', None)
    """
    if len(line) > _LONGEST:
        return None
    return (
        _printed(line)
        or _dated(line, carried)
        or _in_parts(line)
        or _abroad(line, carried)
        or _signed(line)
        or _field(line)
    )


def _printed(line: str) -> Dateline | None:
    match = _PRINTED.fullmatch(line)
    if not match:
        return None
    found = Dateline(publisher=match["publisher"], section=match["section"].title())
    found.bare = [(day, line) for day in days.find(match["date"])]
    return found


def _dated(line: str, carried: str) -> Dateline | None:
    """A line of days, times and labels, and perhaps a name, an issue or a place."""
    marks = _marks(line)
    if not marks:
        return None
    found = Dateline(label=carried)
    for _, _, kind, day in marks:
        if kind in _LABELS:
            found.label = kind
            found.labelled = found.labelled or kind != "event"
            found.document = found.document or kind == "document"
        elif day is not None:
            _days_of(found).append((day, line))
    kinds = {kind for _, _, kind, _ in marks}
    if kinds == {"document"} and not line.endswith(":"):  # it may be a subhead: Decision
        return None
    if not _sign(found, line, marks):
        return None
    if found.published or found.updated:
        found.label = ""
    elif "event" in kinds:
        return Dateline("header") if "day" in kinds else None
    if kinds == {"reading"}:
        found.reason = "reading time"
    return found


def _in_parts(line: str) -> Dateline | None:
    """A line of short parts, one of which is a day: "Home affairs | Jo Marsh | 8.12.22"."""
    parts = _BETWEEN.split(line)
    dated = [found for part in parts if (found := _dated(part, "")) and found.published and not found.author]
    others = [part for part in parts if not _marks(part)]
    if len(parts) < 2 or len(dated) != 1 or len(others) != len(parts) - 1:
        return None
    if any(len(part.split()) > _PART or part.endswith((".", "?", "!", ":")) for part in others):
        return None
    found, signed = dated[0], [each for part in others if (each := _signed(part)) and each.author]
    found.stated, found.bare = ([(day, line) for day, _ in shown] for shown in (found.stated, found.bare))
    found.author, found.loose = signed[0].author if signed else "", True  # a headline may have its day beside it
    return found


_BETWEEN = re.compile(r"\s+(?:[|·•—–]|//)\s+|\.\s+(?=(?:Read|Presented|Edited|Reported|Written) by\b)")
_PART = 8  # words


def _abroad(line: str, carried: str) -> Dateline | None:
    """A dateline in another language, shown as it is printed."""
    english = foreign.in_english(line)
    found = _dated(english, carried) if english != line else None
    for shown in (found.stated, found.bare, found.updated) if found else ():
        shown[:] = [(day, line) for day, _ in shown]
    return found


def _days_of(found: Dateline) -> list[tuple[Day, str]]:
    """Where the next day of a line belongs, after the last label; an occasion's day is none of the article's."""
    return {"updated": found.updated, "event": [], "": found.bare}.get(found.label, found.stated)


def _marks(line: str) -> list[Mark]:
    """The days, times and labels of a line, in order and apart, the longer first where two begin together."""
    marks: list[Mark] = [(day.start, day.end, "day", day) for day in days.find(line)]
    marks += [(start, end, kind, None) for start, end, kind in labels.find(line)]
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark[0], mark[2] != "day", -mark[1])):
        if not apart or mark[0] >= apart[-1][1]:
            apart.append(mark)
    return apart


def _gaps(line: str, marks: Sequence[Mark]) -> list[str]:
    """What stands before, between and behind the marks of a line, references and weekdays apart."""
    ends = [0, *(mark[1] for mark in marks)]
    starts = [*(mark[0] for mark in marks), len(line)]
    gaps = [_REFERENCE.sub("", line[end:start]) for end, start in zip(ends, starts, strict=True)]
    dated = any(mark[2] == "day" for mark in marks)
    return [_WEEKDAY.sub("", gap) for gap in gaps] if dated else gaps


def _sign(found: Dateline, line: str, marks: Sequence[Mark]) -> bool:
    """Credit the names that a dateline has besides its days; False when what it has is nothing of the kind."""
    gaps = _gaps(line, marks)
    names = _LEFTOVER.sub(" ", " ".join(part for gap in gaps if (part := gap.strip(_EDGES)))).strip(_EDGES)
    author = bylines.beside_date(names)
    if author and issues.is_venue(author):
        return bool(found.labelled or found.label)
    known = issues.credits(gaps) if any(kind == "day" for _, _, kind, _ in marks) else None
    organised = bool(author) and bylines.is_organisation(author) and not bylines.signed(names)
    if not (author or not names or names.casefold() in _SMALL) or (organised and known and known[0]):
        found.author, found.publisher, found.loose = known or ("", "", False)
        return known is not None
    if organised:
        found.publisher = bylines.publisher(author)
    else:
        found.author = author
    return True


def _signed(line: str) -> Dateline | None:
    names = bylines.signed(line)
    if not names:
        return None
    if line.startswith("From") and bylines.is_organisation(names):
        return Dateline("byline", publisher=bylines.publisher(names))
    return Dateline("byline", author=names)


def _field(line: str) -> Dateline | None:
    """A field as collectors write them above a text: ``Source: Brackwater Echo``."""
    match = _FIELD.fullmatch(line)
    if not match or len(line.split()) > 40:
        return None
    name, value = match["name"].casefold(), match["value"].strip()
    found = Dateline("header")
    if name == "date":
        held = any(kind == "event" for _, _, kind in labels.find(line))
        found.stated = [] if held else [(day, line) for day in days.find(value)]
    elif name in _FIELDS:
        setattr(found, _FIELDS[name], value)
    return found
