"""Calendar days as newspapers print them: ``7 October 2022``, ``Oct. 7``, ``02/11/2022``, ``Thu Mar 21 2024``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cuttings.extract.patterns import lines

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\b\.?|July?\b\.?|Aug(?:ust|\.)?"
    r"|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
)
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DAY_FIRST = (
    rf"(?P<d1>{_DAY})(?:st|nd|rd|th)?(?: day of| of)?[ -]?(?P<m1>{MONTH})(?![a-z])(?:,? ?-?(?P<y1>{YEAR})(?!\d))?"
)
_MONTH_FIRST = rf"(?P<m2>{MONTH}) (?P<d2>{_DAY})(?:st|nd|rd|th)?(?![\d:])(?:,? (?P<y2>{YEAR})(?!\d))?"
_NUMBERS = rf"(?P<n1>{_DAY})(?P<sep>[/.])(?P<n2>{_DAY})(?P=sep)(?P<n3>{YEAR}|\d\d)(?!\.?\d)"
_ISO = rf"(?P<iso>{YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)"
_BEFORE = rf"(?<![\d/.£$])(?:(?<![A-Za-z])(?P<wd>{WEEKDAY})\.?,? (?:the )?)?"
_ANY = rf"{_BEFORE}(?:{_ISO}|{_NUMBERS}|{_DAY_FIRST}|(?<![A-Za-z]){_MONTH_FIRST})"
_LINE, _PROSE = re.compile(_ANY, re.IGNORECASE), re.compile(rf"(?<!\w){_ANY}(?!\w)")
_FIGURE = re.compile(r"\d")
_FIRST_YEAR = 1990


@dataclass(frozen=True)
class Day:
    """A day as printed: ``start`` and ``end`` in the text read, ``year`` None and ``weekday`` None where not printed.

    ``swapped`` says that a day and a month both given as figures could be the other way round.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None
    weekday: int | None
    swapped: bool = False

    def on(self, year: int | None = None, american: bool = False) -> date | None:
        """The calendar day, in ``year`` if none is printed; None when there is no such day.

        >>> next(find("02/11/2022")).on(), next(find("02/11/2022")).on(american=True)
        (datetime.date(2022, 11, 2), datetime.date(2022, 2, 11))
        """
        day, month = (self.month, self.day) if self.swapped and american else (self.day, self.month)
        year = self.year if self.year is not None else year
        if year is None:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None


def month_number(name: str) -> int:
    """1 for ``January``, ``Jan.`` …"""
    return _MONTHS.index(name[:3].casefold()) + 1


def weekday_number(name: str) -> int:
    """0 for ``Monday``, ``Mon`` …"""
    return _WEEKDAYS.index(name[:3].casefold())


def find(text: str, prose: bool = False) -> Iterator[Day]:
    """The days printed in a text, in order; what cannot be a day (31/31/2022) is passed over.

    A dateline may have ``4 MAR 2024Updated``; in running text (``prose``) months are capitalised and words stand apart.
    """
    for match in _in_prose(text) if prose else _LINE.finditer(text):
        found = _read(match)
        if found is not None:
            yield found


def _in_prose(text: str) -> Iterator[re.Match[str]]:
    for line in lines(text):
        if _FIGURE.search(text, *line):
            yield from _PROSE.finditer(text, *line)


def _read(match: re.Match[str]) -> Day | None:
    part = match.groupdict()
    weekday = weekday_number(part["wd"]) if part["wd"] else None
    if part["n1"]:
        return _read_figures(match, weekday)
    if part["iso"]:
        year, month, day = (int(number) for number in part["iso"].split("-"))
        return Day(*match.span(), day, month, year, weekday)
    printed = part["y1"] or part["y2"]
    month = month_number(part["m1"] or part["m2"])
    return Day(*match.span(), int(part["d1"] or part["d2"]), month, int(printed) if printed else None, weekday)


def _read_figures(match: re.Match[str], weekday: int | None) -> Day | None:
    day, month, year = int(match["n1"]), int(match["n2"]), int(match["n3"])
    year += 2000 if year < 100 else 0
    if month > 12:  # 11/23/2022 can only be American
        day, month = month, day
        return Day(*match.span(), day, month, year, weekday) if month <= 12 else None
    return Day(*match.span(), day, month, year, weekday, swapped=day <= 12 and day != month)


def plausible(day: date | None) -> date | None:
    """The day, if a page on the web can have been published on it; not a computer's zero (1 January 1970)."""
    return day if day is not None and day.year >= _FIRST_YEAR else None
