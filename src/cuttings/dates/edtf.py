"""Calendar expressions as values: what is printed, and the EDTF (ISO 8601-2, levels 0 and 1) that it stands for."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ENDS = {21: 5, 22: 8, 23: 11}  # the month a season ends in; a winter belongs to two years


@dataclass(frozen=True)
class Printed:
    """A calendar expression in a text: the parts that are printed, None where one is not.

    ``relative`` counts ``unit`` from the day published: ``("month", -1)`` is last month. ``which`` is -1 for *last*
    June or Friday, 1 for *next*, 0 for *this*.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    decade: int | None = None
    which: int | None = None
    years: int | None = None  # June *last year*: -1
    unit: str = ""
    count: int = 0


def value(printed: Printed, published: date | None, ahead: bool = False) -> str:
    """The EDTF that the expression stands for in an article published on that day, empty when that is not known.

    ``ahead``: the sentence speaks of the future.

    >>> value(Printed(0, 9, month=6, which=-1), date(2024, 2, 20))
    '2023-06'
    """
    try:
        if printed.decade is not None:
            return f"{printed.decade // 10}X"
        if printed.unit:
            return _UNITS[printed.unit](published, printed.count) if published else ""
        if published and printed.year is None and printed.years is not None:
            printed = replace(printed, year=published.year + printed.years)
        if printed.year is not None:
            return _absolute(printed)
        return _nearest(printed, published, ahead) if published else ""
    except (ValueError, OverflowError):  # 31 February; a year before the first
        return ""


def _absolute(printed: Printed) -> str:
    if printed.season:
        return f"{printed.year:04}-{printed.season}"
    if printed.month is None:
        return f"{printed.year:04}"
    if printed.day is None:
        return f"{printed.year:04}-{printed.month:02}"
    return date(printed.year or 0, printed.month, printed.day).isoformat()


def _nearest(printed: Printed, published: date, ahead: bool) -> str:
    if printed.day is not None and printed.month is not None:
        return _nearest_day(printed, published, ahead)
    if printed.month is not None:
        return _nearest_month(printed.month, printed.which, published, ahead)
    if printed.season is not None:
        return _nearest_season(printed.season, printed.which, published)
    return _nearest_weekday(printed.weekday, printed.which, published, ahead) if printed.weekday is not None else ""


def _nearest_day(printed: Printed, published: date, ahead: bool) -> str:
    """The last such day up to the day published, or the next one; a weekday printed with it must fit."""
    found = [day for year in range(published.year - 1, published.year + 2) if (day := _day(year, printed)) is not None]
    past, coming = [day for day in found if day <= published], [day for day in found if day >= published]
    if printed.weekday is not None:
        fits = [day for day in found if day.weekday() == printed.weekday]
        return min(fits, key=lambda day: abs(day - published)).isoformat() if fits else ""
    chosen = coming[:1] if ahead else past[-1:]
    return chosen[0].isoformat() if chosen else ""


def _day(year: int, printed: Printed) -> date | None:
    if printed.day is None or printed.month is None or printed.day > monthrange(year, printed.month)[1]:
        return None
    return date(year, printed.month, printed.day)


def _nearest_month(month: int, which: int | None, published: date, ahead: bool) -> str:
    if which == 0:
        year = published.year
    elif which == 1 or (which is None and ahead):
        year = published.year + (month < published.month or (which == 1 and month == published.month))
    else:
        year = published.year - (month > published.month or (which == -1 and month == published.month))
    return f"{year:04}-{month:02}"


def _nearest_season(season: int, which: int | None, published: date) -> str:
    if season not in _ENDS:
        return ""
    over = published.month > _ENDS[season]
    begun = published.month > _ENDS[season] - 3
    years = {0: 0, 1: 1 if begun else 0, -1: 0 if over else -1, None: 0 if begun else -1}
    return f"{published.year + years[which]:04}-{season}"


def _nearest_weekday(weekday: int, which: int | None, published: date, ahead: bool) -> str:
    back = (published.weekday() - weekday) % 7
    if which == 1 or (which is None and ahead):
        return (published + timedelta(days=(-back) % 7 or (7 if which == 1 else 0))).isoformat()
    return (published - timedelta(days=back or (7 if which == -1 else 0))).isoformat()


def _days(published: date, count: int) -> str:
    return (published + timedelta(days=count)).isoformat()


def _week(published: date, count: int) -> str:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=count)
    return f"{monday}/{monday + timedelta(days=6)}"


def _weekend(published: date, count: int) -> str:
    """The weekend before the day published (or of it) is 0, the one after it 1."""
    saturday = published - timedelta(days=(published.weekday() - 5) % 7) + timedelta(weeks=count)
    return f"{saturday}/{saturday + timedelta(days=1)}"


def _month(published: date, count: int) -> str:
    months = published.year * 12 + published.month - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _year(published: date, count: int) -> str:
    return f"{published.year + count:04}"


_UNITS: dict[str, Callable[[date, int], str]] = {
    "day": _days,
    "week": _week,
    "weekend": _weekend,
    "month": _month,
    "year": _year,
    "about week": lambda published, count: f"{published + timedelta(weeks=count)}~",
    "about month": lambda published, count: f"{_month(published, count)}~",
    "about year": lambda published, count: f"{_year(published, count)}~",
}


def span(first: str, last: str) -> str:
    """The interval from the beginning of ``first`` to the end of ``last``; ``2013/2014``."""
    return f"{first.split('/')[0]}/{last.split('/')[-1]}" if first and last else ""
