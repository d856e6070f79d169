"""The days that a page states of itself, and which of them can be the day published."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cuttings.dates import days
from cuttings.dates.constraints import Constraint, Reason, calendar_day, in_words, named_days, tie
from cuttings.dates.days import Day

_LATE = re.compile(r"T(?:1[2-9]|2\d):\d\d\S*(?:Z|\+00:?00)")  # of a stamp in Greenwich: elsewhere it is the next day
_EARLY = re.compile(r"T(?:0\d|1[01]):\d\d\S*(?:Z|[+-]00:?00)")  # or the day before still
_STATES = "the page states the day published"
_WIRE = re.compile(  # LONDON, Oct 7, 2022 (Reuters) -
    rf"[A-Z][A-Za-z .,'’-]{{2,40}},? \(?"
    rf"(?P<day>{days.MONTH} \d{{1,2}},? {days.YEAR}|\d{{1,2}} {days.MONTH} {days.YEAR}|{days.YEAR}-\d\d-\d\d)"
    r"\)?,? ?(?:\([A-Za-z ]{2,20}\))? ?[-–—/]"
)
_YEARLESS_WIRE = re.compile(  # LONDON, Oct 7 (Reuters) -
    rf"[A-Z][A-Z .'’-]{{2,40}}, (?P<day>{days.MONTH} \d{{1,2}}|\d{{1,2}} {days.MONTH}) \([A-Za-z ]{{2,20}}\) ?[-–—]"
)


@dataclass(frozen=True)
class Stated:
    """Days that a page states, each with the words they were read from.

    ``metadata`` is from its head, ``dateline`` the days beside its headline in order, ``crawler`` from the prefix of
    the program that saved it; ``updated`` is the day of its last change, ``revised`` has the days that are printed
    beside the headline as such.
    """

    metadata: tuple[date, str] | None = None
    dateline: Sequence[tuple[Day, str]] = ()
    crawler: tuple[date, str] | None = None
    updated: date | None = None
    revised: Sequence[tuple[Day, str]] = ()


@dataclass(frozen=True)
class Candidate:
    """A day that a page states, on what basis; ``doubt`` says why it cannot be the day published, if it cannot."""

    day: date
    basis: str
    reason: Reason
    doubt: str = ""


def candidates(text: str, stated: Stated, american: bool, told: date | None) -> Iterator[Candidate]:
    """The days stated, in the order in which they are believed; ``told`` is the latest that the text tells as past."""
    line = from_dateline(stated.dateline, american) or _from_wire(text)
    if stated.updated and told and told <= stated.updated + timedelta(days=1):
        told = None  # it was written into the text when the page was updated
    if stated.metadata:
        day, words = stated.metadata
        doubt = _doubt_of_metadata(day, words, stated, line[0] if line else None) or _too_early(day, told)
        yield Candidate(day, "metadata", Reason(None, None, words, _STATES), doubt)
    if line:
        yield Candidate(line[0], "stated", line[1], _too_early(line[0], told))
    if stated.crawler:
        day, words = stated.crawler
        doubt = _too_early(day, told) or _not_the_datelines(day, stated.dateline)
        yield Candidate(day, "stated", Reason(None, None, words, "the page was saved under this day"), doubt)


def revision(stated: Stated, american: bool, told: date | None) -> Candidate | None:
    """The day of an update that is printed where no other day is: readers see no other; None where there is one."""
    if stated.dateline or stated.metadata or stated.crawler:
        return None
    found = from_dateline(stated.revised, american)
    if not found or _too_early(found[0], told):
        return None
    day, reason = found
    return Candidate(day, "stated", Reason(None, None, reason.words, "the page states an update, and no other day"))


def outside(text: str, stated: Stated) -> Iterator[Constraint]:
    """What a page says of its day without fixing it: a dateline without its year, the day of an update, or saved."""
    for day, words in stated.dateline:
        if day.year is None:
            yield _yearless(day, Reason(None, None, words, f"{_STATES}, without its year"))
    for start, match in _openings(text, _YEARLESS_WIRE):
        day = next(days.find(match["day"]), None)
        if day:
            words = match[0].strip()
            yield _yearless(
                day, Reason(start, start + len(words), words, "the agency's line states the day, not the year")
            )
    for limit, words in ((stated.updated, "updated"), (stated.crawler[0] if stated.crawler else None, "saved")):
        if limit and days.plausible(limit):
            yield _until(limit, Reason(None, None, f"{words} {limit}", f"{words} then: not later"))


def _until(limit: date, reason: Reason) -> Constraint:
    return Constraint(reason, "upper", lambda published: published <= limit, bound=limit)


def _yearless(day: Day, reason: Reason) -> Constraint:
    return tie(reason, named_days(None, day.month, day.day, day.weekday), False)


def from_dateline(dateline: Sequence[tuple[Day, str]], american: bool) -> tuple[date, Reason] | None:
    """The first full day of a dateline; one in figures is read as the other days beside it require."""
    plain = {(day.day, day.month) for day, _ in dateline if not day.swapped}
    for day, shown in dateline:
        swap = (american and (day.day, day.month) not in plain) or (day.month, day.day) in plain
        found = days.plausible(day.on(american=swap))
        if found:
            return found, Reason(None, None, shown, _STATES)
    return None


def _doubt_of_metadata(day: date, words: str, stated: Stated, line: date | None) -> str:
    if days.plausible(day) is None:
        return "no page can have been published then"
    if stated.crawler and day > stated.crawler[0] + timedelta(days=1):
        return f"the page was saved before that, on {in_words(stated.crawler[0])}"
    shift = (line - day).days if line else 0
    if abs(shift) == 1 and (_LATE if shift > 0 else _EARLY).search(words):
        return f"the day in Greenwich; where it was published it was {in_words(line)}"  # type: ignore[arg-type]
    if line and stated.updated and line < day and stated.updated <= day:
        return f"the day of the update; the dateline has {in_words(line)}"
    return ""


def _too_early(day: date, told: date | None) -> str:
    """A day's grace for time zones: the day is as written."""
    return f"the text tells of {in_words(told)} as past" if told and told > day + timedelta(days=1) else ""


def _not_the_datelines(day: date, dateline: Sequence[tuple[Day, str]]) -> str:
    """A page saved on another day than the one that its dateline gives without a year."""
    for each, words in dateline:
        if each.year is None:
            same = calendar_day(day.year, each.month, each.day) == day
            return "" if same else f"the dateline has another day, “{words}”"
    return ""


def _openings(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Where one of the first paragraphs begins so; the headline may stand above an agency's copy."""
    start = 0
    for paragraph in text.split("\n\n", 3)[:3]:
        match = pattern.match(paragraph[:200])
        if match:
            yield start, match
        start += len(paragraph) + 2


def _from_wire(text: str) -> tuple[date, Reason] | None:
    """The day in which an agency's copy begins."""
    for start, match in _openings(text, _WIRE):
        day = next(days.find(match["day"]), None)
        found = days.plausible(day.on()) if day else None
        if found:
            words = match[0].strip()
            return found, Reason(start, start + len(words), words, "the agency's line states the day")
    return None
