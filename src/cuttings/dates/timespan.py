"""What an EDTF date means: its first and last day, and how a reader says it.

Read are a day, month, year, season (``2021-22``: summer 2021), decade (``201X``), a date with unknown parts
(``2021-XX``), each with ``?`` (uncertain), ``~`` (about) or ``%`` (both), and an interval of two of them, open
(``../2019``) or unknown (``2016/``) at one end. Source: Library of Congress, Extended Date/Time Format, levels 0 and 1.
"""

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{2}[\dX]{2})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%]?)", re.ASCII)
_YEARS = 1800, 2200  # what a news article may mean; more is a misreading, and would stretch every axis
_SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
# Not the locale's.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

Bounds = tuple[date | None, date | None]


def bounds(text: str) -> Bounds | None:
    """First and last day that the date may mean; None for an open end. None for what is no date.

    >>> bounds("2021-22")
    (datetime.date(2021, 6, 1), datetime.date(2021, 8, 31))
    """
    first, slash, last = text.strip().partition("/")
    if not slash:
        return _span(first)
    spans = [(None, None) if end in ("", "..") else _span(end) for end in (first, last)]
    if None in spans or spans == [(None, None)] * 2:
        return None
    start, end = spans[0][0], spans[1][1]
    return None if start and end and start > end else (start, end)


def certain(text: str) -> bool:
    """Whether no part of the date is marked as uncertain or approximate."""
    return not set(text) & set("?~%")


def in_words(text: str) -> str:
    """The date as a reader says it; what is no date stands as it is, in quotation marks.

    >>> in_words("2016-05-03/2018~")
    '3 May 2016 to about 2018'
    """
    if bounds(text) is None:
        return f"“{text}”" if text else ""
    first, slash, last = text.strip().partition("/")
    if not slash:
        return _words(first)
    if first in ("", ".."):
        return f"until {_words(last)}"
    return f"from {_words(first)} on" if last in ("", "..") else f"{_words(first)} to {_words(last)}"


def _span(text: str) -> tuple[date, date] | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day, _ = match.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not _YEARS[0] <= first <= last <= _YEARS[1]:
        return None
    if "X" in year or month in (None, "XX"):
        return (date(first, 1, 1), date(last, 12, 31)) if month in (None, "XX") and day in (None, "XX") else None
    if int(month) in _SEASONS:
        return _season(first, int(month)) if day is None else None
    return _month(first, int(month), day)


def _season(year: int, code: int) -> tuple[date, date]:
    start = date(year, _SEASONS[code][1], 1)
    year, month = (year + 1, 2) if start.month == 12 else (year, start.month + 2)
    return start, date(year, month, monthrange(year, month)[1])


def _month(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    if not 1 <= month <= 12:
        return None
    days = monthrange(year, month)[1]
    if day in (None, "XX"):
        return date(year, month, 1), date(year, month, days)
    return (date(year, month, int(day)),) * 2 if 1 <= int(day) <= days else None


def _words(text: str) -> str:
    year, month, day, mark = _DATE.fullmatch(text).groups()
    about = {"~": "about ", "%": "perhaps about "}.get(mark, "")
    perhaps = " (uncertain)" if mark == "?" else ""
    if "X" in year:
        year = f"the {year.replace('X', '0')}s"
    named = "" if month in (None, "XX") else _SEASONS[int(month)][0] if int(month) > 12 else MONTHS[int(month) - 1]
    number = "" if day in (None, "XX") else str(int(day))
    return about + " ".join(part for part in (number, named, year) if part) + perhaps
