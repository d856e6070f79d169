"""The lines round a headline that say when an article appeared: datelines, fields, a crawler's prefix."""

import re
from dataclasses import dataclass, field
from datetime import date

from cuttings.dates import days
from cuttings.dates.days import Day
from cuttings.plaintext import bylines

_CRAWLER = re.compile(rf"(?:date:? |\[)?({days.YEAR}-\d\d-\d\d)(?:\]|[T ]\d\d:\d\d(?::\d\d)?Z?)?(?: +|$)")
_ZONE = r"(?:,? ?(?:GMT|BST|UTC|UK|E[SD]?T|P[SD]?T|C[SD]?T)\b)?"
_MARKS = (
    (
        "time",
        re.compile(
            rf"(?:at |@ ?)?(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?!\d) ?(?:[ap]\.?m\b\.?)?{_ZONE}"
            rf"|(?<!\d)\d{{1,2}} ?[ap]m\b{_ZONE}|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?",
            re.IGNORECASE,
        ),
    ),
    (
        "ago",
        re.compile(
            r"(?:about |over )?(?:\d{1,3}|an?|one|two|three|four|five) ?(?:m|h|d|w|min(?:ute)?s?|hours?|hrs?|days?"
            r"|weeks?|months?|years?) ago\b",
            re.IGNORECASE,
        ),
    ),
    ("reading", re.compile(r"\d{1,2}[ -]min(?:ute)?s?(?: read)?\b", re.IGNORECASE)),
    (
        "updated",
        re.compile(
            r"(?:last |latest )?(?:updated?|modified|amended|edited|revised|changed)(?: on| at)?|stand(?= ?:)"
            r"|aktualisiert(?: am)?|mis à jour(?: le)?|diweddarwyd",
            re.IGNORECASE,
        ),
    ),
    (
        "published",
        re.compile(
            r"(?:first |originally |date )?(?:published|posted|created|issued|uploaded|released)(?: on| at| online)?"
            r"|(?:publication |release |issue )?date(?= ?:)|(?:news|press|media) release"
            r"|(?:for )?immediate release|for release(?: on)?|veröffentlicht(?: am)?|publié(?: le)?|cyhoeddwyd",
            re.IGNORECASE,
        ),
    ),
)
_EDGES = " |•·,.:;–—()[]/-"
_LEFTOVER = re.compile(r"\s*[|•·;–—()\[\]/]\s*|\s+[-:]\s+|\s+")
_REFERENCE = re.compile(
    r"\b(?:our )?ref(?:erence)?(?: (?:no|number))?[.:]? ?\S*\d\S*|\bpage \d{1,3}\b|\bhrs?\b", re.IGNORECASE
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

    ``label`` is one (published, updated) that no day follows: the next line's day is meant.
    """

    reason: str = "dateline"
    published: list[tuple[Day, str]] = field(default_factory=list)
    updated: list[tuple[Day, str]] = field(default_factory=list)
    author: str = ""
    publisher: str = ""
    section: str = ""
    title: str = ""
    url: str = ""
    label: str = ""
    labelled: bool = False


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
    return _printed(line) or _dated(line, carried) or _signed(line) or _field(line)


def _printed(line: str) -> Dateline | None:
    match = _PRINTED.fullmatch(line)
    if not match:
        return None
    found = Dateline(publisher=match["publisher"], section=match["section"].title())
    found.published = [(day, line) for day in days.find(match["date"])]
    return found


def _dated(line: str, carried: str) -> Dateline | None:
    """A line of days, times and labels, and perhaps a name."""
    marks = _marks(line)
    if not marks:
        return None
    found = Dateline(label=carried)
    for _, _, kind, day in marks:
        if kind in ("published", "updated"):
            found.label, found.labelled = kind, True
        elif day is not None:
            (found.updated if found.label == "updated" else found.published).append((day, line))
    if not _sign(found, _between(line, marks)):
        return None
    if found.published or found.updated:
        found.label = ""
    if all(kind == "reading" for _, _, kind, _ in marks):
        found.reason = "reading time"
    return found


def _marks(line: str) -> list[tuple[int, int, str, Day | None]]:
    """The days, times and labels of a line, in order and apart."""
    marks: list[tuple[int, int, str, Day | None]] = [(day.start, day.end, "day", day) for day in days.find(line)]
    marks += [(*match.span(), kind, None) for kind, pattern in _MARKS for match in pattern.finditer(line)]
    apart: list[tuple[int, int, str, Day | None]] = []
    for mark in sorted(marks, key=lambda mark: mark[0]):
        if not apart or mark[0] >= apart[-1][1]:
            apart.append(mark)
    return apart


def _between(line: str, marks: list[tuple[int, int, str, Day | None]]) -> str:
    ends = [0, *(mark[1] for mark in marks)]
    starts = [*(mark[0] for mark in marks), len(line)]
    parts = (line[end:start].strip(_EDGES) for end, start in zip(ends, starts, strict=True))
    left = _LEFTOVER.sub(" ", _REFERENCE.sub("", " ".join(part for part in parts if part))).strip()
    dated = any(mark[2] == "day" for mark in marks)
    return (_WEEKDAY.sub("", left) if dated else left).strip(_EDGES)


def _sign(found: Dateline, names: str) -> bool:
    """Credit the names that a dateline has besides its days; False when they are no names."""
    author = bylines.beside_date(names)
    if author and bylines.is_organisation(author) and not bylines.signed(names):
        found.publisher = bylines.publisher(author)
    else:
        found.author = author
    return bool(author) or not names or names.casefold() in _SMALL


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
        found.published = [(day, line) for day in days.find(value)]
    elif name in _FIELDS:
        setattr(found, _FIELDS[name], value)
    return found
