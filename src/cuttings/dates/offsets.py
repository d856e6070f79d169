"""Ties: words that count from the day published to a day that the article names.

``yesterday (Tuesday, 4 March)``, ``three days ago, on 17 February``, ``a year ago today, on 3 May 2022``. Quoted words
and what was told on another day are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import zip_longest

from cuttings.dates.beside import beside, goes_on, is_bracketed, stretch
from cuttings.dates.constraints import WEEKDAYS, Constraint, Reason, calendar_day, named_days, shifted, tie
from cuttings.dates.edtf import Printed
from cuttings.dates.quoted import Quotations, is_told_earlier
from cuttings.dates.tense import tense

_EXACT = re.compile(
    r"today|this (?:morning|afternoon|evening)|tonight|yesterday|last night|tomorrow|.* ago", re.IGNORECASE
)
_COUNTED_ON = re.compile(  # a week today; a year ago today, which is counted with its year
    r"\b(?:(?P<day>the day (?:before|after))|(?P<week>a week)|(?P<fortnight>a fortnight)"
    r"|(?:weeks?|fortnight|months?|years?|days?)(?: ago| on| to the day)?) $",
    re.IGNORECASE,
)
_AROUND = {
    "past": (range(8), "on the day published or in the 7 days before it"),
    "ahead": (range(-7, 1), "on the day published or in the 7 days after it"),
    "unsure": (range(-7, 8), "within 7 days of the day published"),
}
_FIGURES = re.compile(r"\D*\d\d?([/.])\d\d?\1")


def ties(text: str, found: Sequence[Printed], quotations: Quotations) -> Iterator[Constraint]:
    """The constraints of offsets, each with the stretch from its first words to its last."""
    for at, left in enumerate(found[:-1]):
        right = found[at + 1]
        first, then = (right, left) if _is_day(left) else (left, right)
        if right.start - left.end > 400 or quotations.holds(left.start) or quotations.holds(right.start):
            continue
        offset = _offset(text, first)
        if offset is not None and not is_told_earlier(text, left.start):
            yield from _offset_to(text, first, then, *offset)
        elif _is_bare_weekday(left) and _is_day(right) and not is_told_earlier(text, left.start):
            yield from _gloss(text, left, right)
    yield from _years_ago_today(text, found, quotations)


def _is_day(one: Printed) -> bool:
    return one.day is not None and one.month is not None


def _is_bare_weekday(one: Printed) -> bool:
    return one.weekday is not None and one.day is None


def _offset(text: str, one: Printed) -> tuple[int, int] | None:
    """How many days after the day published the words lie, and where they begin; None when they are no such offset."""
    words = text[one.start : one.end].lower()
    if one.unit != "day" or not _EXACT.fullmatch(words):
        return None
    counted = _COUNTED_ON.search(text, max(0, one.start - 24), one.start)
    more = 0 if counted is None else _more(counted, words)
    return None if more is None else (one.count + more, counted.start() if counted else one.start)


def _more(counted: re.Match[str], words: str) -> int | None:
    """What ``the day before`` (yesterday), ``a week`` (today) add; None for another count, which is not of that day."""
    if counted["day"]:
        return {"yesterday": -1, "tomorrow": 1}.get(words)
    weeks = 7 if counted["week"] else 14 if counted["fortnight"] else None
    return weeks if words in ("today", "tomorrow") else None


def _offset_to(text: str, first: Printed, then: Printed, offset: int, begin: int) -> Iterator[Constraint]:
    if first.start < then.start:
        near = beside(text, first, then)
        goes = offset < -1 and _is_day(then) and then.year is None and goes_on(text, first, then)
    else:
        near, goes = is_bracketed(text, then, first), False
    if not near and not goes:
        return
    start, end = stretch(text, min(begin, then.start), max(first.end, then.end))
    if _is_day(then) and then.years is None:
        reason = Reason(start, end, text[start:end], _counted(offset))
        yield tie(reason, shifted(_named(text, then), -offset), then.year is not None, then)
    elif _is_bare_weekday(then) and then.which is None:
        day = ((then.weekday or 0) - offset) % 7
        reason = Reason(start, end, text[start:end], f"published on a {WEEKDAYS[day]}")
        yield Constraint(reason, "weekday", lambda published: published.weekday() == day)


def _named(text: str, one: Printed) -> Iterator[date]:
    """The days that are printed; figures that could be read both ways are both."""
    yield from named_days(one.year, one.month or 0, one.day or 0, one.weekday)
    if one.day != one.month and _FIGURES.match(text[one.start : one.end]):
        yield from named_days(one.year, one.day or 0, one.month or 0, one.weekday)


def _counted(offset: int) -> str:
    words = {0: "the day published", -1: "the day before the day published", 1: "the day after the day published"}
    if offset in words:
        return words[offset]
    return f"{abs(offset)} days {'before' if offset < 0 else 'after'} the day published"


def _gloss(text: str, left: Printed, right: Printed) -> Iterator[Constraint]:
    """``on Tuesday (4 March)``: a weekday that readers know, with its day for the record, is of the week round it."""
    if right.year is not None or right.years is not None or right.weekday is not None:
        return
    if left.which is not None or not is_bracketed(text, left, right):
        return
    told = tense(text, left.start, right.end)
    window, reading = _AROUND[told]
    known = named_days(None, right.month or 0, right.day or 0, left.weekday)
    days = (day + timedelta(days=by) for day in known for by in window)
    start, end = stretch(text, left.start, right.end)
    reason = Reason(start, end, text[start:end], reading)
    named = replace(right, weekday=left.weekday)
    yield tie(reason, days, False, named)
    yield Constraint(reason, "calendar", lambda published: True, printed=named)


def _years_ago_today(text: str, found: Sequence[Printed], quotations: Quotations) -> Iterator[Constraint]:
    """``a year ago today, on 3 May 2022``, ``two weeks ago yesterday (3 May)``."""
    for ago, turn, day in zip(found, found[1:], found[2:], strict=False):
        offset = turn.count if turn.unit == "day" and _EXACT.fullmatch(text[turn.start : turn.end]) else None
        if offset is None or text[ago.end : turn.start] != " " or not ago.unit.startswith("about ") or not _is_day(day):
            continue
        if not beside(text, turn, day) or quotations.holds(ago.start) or is_told_earlier(text, ago.start):
            continue
        start, end = stretch(text, ago.start, day.end)
        days = _later(_named(text, day), -ago.count, ago.unit.removeprefix("about "), -offset)
        reading = f"{text[ago.start : turn.end]} is counted from the day published"
        yield tie(Reason(start, end, text[start:end], reading), days, day.year is not None, day)


def _later(days: Iterator[date], count: int, unit: str, more: int) -> Iterator[date]:
    for day in days:
        if unit == "week":
            yield from shifted(iter([day]), 7 * count + more)
        else:
            months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
            later = calendar_day(months // 12, months % 12 + 1, day.day)
            yield from shifted(iter([later] if later else []), more)


def bare_weekdays(text: str, found: Sequence[Printed], quotations: Quotations) -> list[Constraint]:
    """Weekdays of news without a date, ``on Friday``: within a week of the day published, whichever that is."""
    return [
        Constraint(_within_a_week(text, one), "bare", lambda published: True)
        for one, then in zip_longest(found, found[1:])
        if _is_bare_weekday(one) and not one.which and not quotations.holds(one.start)
        if not (then and _is_day(then) and is_bracketed(text, one, then))
    ]


def _within_a_week(text: str, one: Printed) -> Reason:
    ahead = tense(text, one.start, one.end) == "ahead"
    reading = f"published on such a day or in the 7 days {'before' if ahead else 'after'} it; no full date says which"
    return Reason(one.start, one.end, text[one.start : one.end], reading)
