"""Constraints that bound the day published without counting to it: what had happened by then, what was still to come,
a weekday printed with a day, ``last month`` beside the month's name, an anniversary.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from cuttings.dates import edtf, milestones, printed, timespan
from cuttings.dates.beside import beside, is_bracketed, stretch
from cuttings.dates.constraints import FIRST_YEAR, LAST_YEAR, Constraint, Reason, calendar_day, in_words, tie
from cuttings.dates.edtf import Printed
from cuttings.dates.quoted import Quotations, is_note, is_told_earlier
from cuttings.dates.tense import tense

_FIGURES = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_SLACK = {"about year": 200, "about month": 20, "about week": 6, "week": 1, "weekend": 1}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ANNIVERSARY = re.compile(
    r"\b(?:(?P<today>[Tt]oday (?:is|marks)|(?:marks|is) today)|marks?)(?: [\w-]+){0,4}?"
    rf" (?P<number>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)) anniversary of\b(?P<rest>[^.,;:\n]{{0,100}})"
)
_ROUND = 45  # days round an anniversary in which newspapers mark it


def bounds(text: str, found: Sequence[Printed], quotations: Quotations) -> Iterator[Constraint]:
    """The constraints of single days, months and years, in the order of the text, milestones last."""
    for one in found:
        if one.year is not None and one.decade is None:
            yield from _dated(text, one, quotations)
        elif one.day and one.month and one.weekday is not None:
            yield _on_a_weekday(text, one)
    yield from _beside(text, found, quotations)
    yield from _anniversaries(text, found, quotations)
    known = milestones.latest(text)
    if known:
        day, start, end = known
        reading = f"in no newspaper before {in_words(day)}: not earlier"
        yield _lower(Reason(start, end, text[start:end], reading), day)


def latest_past(text: str, american: bool) -> date | None:
    """The latest full day, with its year, that the text's own voice tells of as past."""
    quotations = Quotations(text)
    return max(
        (
            day
            for one in printed.find(text, american)
            if one.year is not None and one.day is not None and (day := calendar_day(one.year, one.month, one.day))
            if not quotations.holds(one.start)
            and not _has_two_readings(text, one)
            and not is_note(text, one.start)
            and tense(text, one.start, one.end) == "past"
        ),
        default=None,
    )


def _has_two_readings(text: str, one: Printed) -> bool:
    """Whether a day in figures may be another day: ``05/06/2024`` bounds nothing."""
    return bool(one.day and one.day <= 12 and one.day != one.month and _FIGURES.fullmatch(text[one.start : one.end]))


def _dated(text: str, one: Printed, quotations: Quotations) -> Iterator[Constraint]:
    span = timespan.bounds(edtf.value(one, None))
    if span is None or span[0] is None or span[1] is None or _has_two_readings(text, one):
        return
    told = tense(text, one.start, one.end)
    words = text[one.start : one.end]
    if told == "past" and not is_note(text, one.start):
        reading = "known to have happened, or begun, by then: not earlier"
        yield _lower(Reason(one.start, one.end, words, reading), span[0], one)
    elif told == "ahead" and not quotations.holds(one.start) and not is_told_earlier(text, one.start):
        last = span[1]
        reason = Reason(one.start, one.end, words, "still to come: not later")
        yield Constraint(reason, "upper", lambda published: published <= last, bound=last, printed=one)


def _lower(reason: Reason, first: date, one: Printed | None = None) -> Constraint:
    return Constraint(reason, "lower", lambda published: published >= first, bound=first, printed=one)


def _on_a_weekday(text: str, one: Printed) -> Constraint:
    """``Wednesday, 14 February``: in the year of the article, or the one before or after, whichever is meant."""
    reason = Reason(one.start, one.end, text[one.start : one.end], "")
    told = tense(text, one.start, one.end)
    return Constraint(reason, "calendar", lambda published: _has_weekday(one, published, told), printed=one)


def _has_weekday(one: Printed, published: date, told: str) -> bool:
    """Whether the nearest such day has the weekday, or the last one up to then (the next one, if ahead)."""
    years = range(published.year - 1, published.year + 2) if one.years is None else [published.year + one.years]
    days = [day for year in years if (day := calendar_day(year, one.month, one.day))]
    nearest = min(days, key=lambda day: abs(day - published), default=None)
    last = max((day for day in days if day <= published), default=None)
    coming = min((day for day in days if day >= published), default=None)
    meant = {nearest, coming if told == "ahead" else last} - {None}
    return any(day.weekday() == one.weekday for day in meant)


def _beside(text: str, found: Sequence[Printed], quotations: Quotations) -> Iterator[Constraint]:
    """``last month (February 2024)``, ``earlier this month, on 3 May``, ``in 2023, last year``."""
    for left, right in pairwise(found):
        relative, named = (left, right) if _is_relative(left) else (right, left)
        if not _is_relative(relative) or _is_relative(named) or not (named.year or _tells_month(relative, named)):
            continue
        near = beside(text, left, right) if relative is left else is_bracketed(text, left, right)
        if near and not quotations.holds(left.start) and not is_told_earlier(text, left.start):
            start, end = stretch(text, left.start, right.end)
            yield _near(Reason(start, end, text[start:end], ""), relative, named)


def _tells_month(relative: Printed, named: Printed) -> bool:
    return named.month is not None and "year" not in relative.unit and relative.years is None


def _is_relative(one: Printed) -> bool:
    if one.unit:
        return one.unit != "day"
    counted = one.years is not None or (one.which is not None and one.weekday is None)
    return counted and one.year is None and one.day is None


def _near(reason: Reason, relative: Printed, named: Printed) -> Constraint:
    slack = timedelta(days=_SLACK.get(relative.unit, 0))
    spans = [span for span in _spans(named) if span]
    reading = "two names of one time: the first is counted from the day published"

    def allows(published: date) -> bool:
        meant = timespan.bounds(edtf.value(relative, published).replace("~", ""))
        if meant is None or meant[0] is None or meant[1] is None:
            return True
        return any(first <= meant[1] + slack and last >= meant[0] - slack for first, last in spans)

    return Constraint(replace(reason, reading=reading), "near", allows, dated=named.year is not None, printed=named)


def _spans(named: Printed) -> Iterator[timespan.Bounds | None]:
    for year in (named.year,) if named.year else range(FIRST_YEAR, LAST_YEAR + 1):
        yield timespan.bounds(edtf.value(replace(named, year=year, weekday=None), None))


def _anniversaries(text: str, found: Sequence[Printed], quotations: Quotations) -> Iterator[Constraint]:
    """``marks the fifth anniversary of … on 3 March 2021``: soon before or after it; ``today marks``: on it."""
    dated = [one for one in found if one.year and one.month and one.day]
    starts = [one.start for one in dated]
    for match in _ANNIVERSARY.finditer(text):
        start, end = match.span("rest")
        named = dated[bisect_left(starts, start) : bisect_left(starts, end)]
        if len(named) != 1 or quotations.holds(match.start("number")) or is_told_earlier(text, match.start()):
            continue
        day = calendar_day((named[0].year or 0) + _number(match["number"]), named[0].month, named[0].day)
        if day is not None:
            yield _anniversary(text, match, named[0], day)


def _anniversary(text: str, match: re.Match[str], named: Printed, day: date) -> Constraint:
    begin = match.start()
    said = f"the anniversary is on {in_words(day)}"
    if match["today"]:
        reason = Reason(begin, named.end, text[begin : named.end], f"{said}, the day published")
        return tie(reason, frozenset({day}), True, named)
    reason = Reason(begin, named.end, text[begin : named.end], f"{said}: published about then")
    return Constraint(reason, "near", lambda published: abs(published - day) <= timedelta(days=_ROUND), dated=True)


def _number(word: str) -> int:
    return _ORDINALS.index(word) + 1 if word in _ORDINALS else int(word[:-2])
