"""What one piece of evidence says of the day an article was published: which days it allows, and in words."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cuttings.dates.edtf import Printed
from cuttings.dates.timespan import MONTHS

RULED = 2026  # the year in which these rules were last looked at: no clock is asked, so that a run can be repeated
FIRST_YEAR, LAST_YEAR = 1990, 2049  # in which an article may be published
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Reason:
    """Words that a day was read from, and what follows from them; ``words == text[start:end]`` if they are in it."""

    start: int | None
    end: int | None
    words: str
    reading: str


@dataclass(frozen=True)
class Constraint:
    """One reason, the days that it allows, and its kind.

    ``tie`` counts from a named day to the day published (``days`` has every day that it may be; ``dated`` says that the
    year is printed), ``weekday`` a weekday that a day must have, ``near`` a month, week or year; ``lower`` and
    ``upper`` are bounds, with the ``bound``. A ``bare`` weekday allows everything: it is kept to say what is missing.
    """

    reason: Reason
    kind: str
    allows: Callable[[date], bool]
    days: frozenset[date] = frozenset()
    dated: bool = False
    bound: date | None = None
    printed: Printed | None = None


def tie(
    reason: Reason, days: Iterator[date] | frozenset[date], dated: bool, named: Printed | None = None
) -> Constraint:
    """A constraint that names the days it may be."""
    known = frozenset(day for day in days if FIRST_YEAR <= day.year <= LAST_YEAR)
    return Constraint(reason, "tie", known.__contains__, known, dated, printed=named)


def named_days(year: int | None, month: int, day: int, weekday: int | None) -> Iterator[date]:
    """The days that a printed day may be: one, or one a year; a weekday printed with it must fit."""
    for each in range(FIRST_YEAR - 1, LAST_YEAR + 1) if year is None else (year,):
        found = calendar_day(each, month, day)
        if found and weekday in (None, found.weekday()):
            yield found


def calendar_day(year: int, month: int | None, day: int | None) -> date | None:
    """The day, or None when there is no such day."""
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def shifted(days: Iterator[date], by: int) -> Iterator[date]:
    """The days, each so many days later."""
    return (day + timedelta(days=by) for day in days)


def in_words(day: date) -> str:
    """``4 March 2025``, whatever the locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
