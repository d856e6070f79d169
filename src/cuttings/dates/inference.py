"""The day an article was published, from its own words: constraints that leave one day, or none.

A tie counts from the day published to a day that the text names (``yesterday (Tuesday, 4 March)``). Where no year is
printed, weekdays printed with days fix it, among the years from the latest that the text must know to the year of these
rules. A day stands only if every tie and every other constraint allows it and no second one is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cuttings.dates import printed, unfixed
from cuttings.dates.bounds import bounds
from cuttings.dates.constraints import RULED, WEEKDAYS, Constraint, Reason, calendar_day, in_words
from cuttings.dates.offsets import bare_weekdays, ties
from cuttings.dates.quoted import Quotations
from cuttings.dates.timespan import MONTHS

_WINDOW = 3  # years after the latest that a text knows, at least, in which it can have been written
_LONG = 80  # characters of an article's words in a cell
_SHOWN = {"tie": 4, "calendar": 3, "weekday": 2, "near": 3, "lower": 1, "upper": 1, "bare": 2}  # reasons of a kind


@dataclass(frozen=True)
class Inferred:
    """The day that a text's own words fix (None: they fix none), the reasoning in one line, and each reason."""

    day: date | None
    evidence: str
    reasons: tuple[Reason, ...] = ()


def infer(text: str, american: bool = False, outside: Sequence[Constraint] = ()) -> Inferred:
    """The day the text was published, if its words leave one; ``outside`` has what its page says beside the text.

    >>> infer("The force said yesterday (Tuesday, 4 March 2025) that it would appeal.").day
    datetime.date(2025, 3, 5)
    """
    found, quotations = printed.find(text, american), Quotations(text)
    all_of = [*outside, *ties(text, found, quotations), *bounds(text, found, quotations)]
    days, window = _solve(all_of)
    if len(days) == 1 and not window:
        window = range(days[0].year - 2, days[0].year + 3)
    shown = [_told(one, window) for one in _tightest(all_of)]
    if len(days) == 1:
        day = days[0]
        return Inferred(day, f"{_evidence(shown, window)}: {in_words(day)}", _reasons(shown))
    shown += [] if any(one.kind == "tie" for one in all_of) else _first(bare_weekdays(text, found, quotations))
    return Inferred(None, unfixed.why(shown, days), _reasons(shown))


def _solve(constraints: Sequence[Constraint]) -> tuple[list[date], range]:
    """The days that every constraint allows, if a tie names any, and the years that were thought of."""
    tied = [one for one in constraints if one.kind == "tie"]
    lower = max((one.bound for one in constraints if one.kind == "lower" and one.bound), default=None)
    window = range(lower.year, max(lower.year + _WINDOW, RULED) + 1) if lower else range(0)
    if not tied:
        return [], window
    possible = min((one.days for one in tied), key=len)
    if not any(one.dated for one in tied):
        if lower is None and not any(one.kind == "near" and one.dated for one in constraints):
            return sorted(possible), window
        possible = frozenset(day for day in possible if lower is None or day.year in window)
    for one in constraints:
        possible = frozenset(day for day in possible if one.allows(day))
    return sorted(possible), window


def _tightest(constraints: Sequence[Constraint]) -> list[Constraint]:
    """What bounds the day most, of each kind; the same words once."""
    ordered = [one for one in constraints if one.kind not in ("lower", "upper")]
    lower = max(
        (one for one in constraints if one.kind == "lower"), key=lambda one: one.bound or date.min, default=None
    )
    upper = min(
        (one for one in constraints if one.kind == "upper"), key=lambda one: one.bound or date.max, default=None
    )
    return _first([*ordered, *(one for one in (lower, upper) if one)])


def _first(constraints: Sequence[Constraint]) -> list[Constraint]:
    left, kept, seen = dict(_SHOWN), [], set()
    for one in constraints:
        if left[one.kind] and (one.kind, one.reason.words) not in seen:
            left[one.kind] -= 1
            seen.add((one.kind, one.reason.words))
            kept.append(one)
    return kept


def _told(one: Constraint, window: range) -> Constraint:
    """The constraint with what a weekday and a day say of the years that were thought of."""
    named = one.printed
    if one.kind != "calendar" or named is None or named.weekday is None:
        return one
    what = f"{named.day} {MONTHS[(named.month or 1) - 1]} is a {WEEKDAYS[named.weekday]}"
    years = [
        year
        for year in window
        if (day := calendar_day(year, named.month, named.day)) and day.weekday() == named.weekday
    ]
    if not window:
        reading = f"{what}, and the year is not printed"
    elif years:
        in_years = " and ".join(str(year) for year in years)
        reading = f"{what} in {in_years} and in no other year from {window[0]} to {window[-1]}"
    else:
        reading = f"{what} in no year from {window[0]} to {window[-1]}"
    return replace(one, reason=replace(one.reason, reading=reading))


def _evidence(shown: Sequence[Constraint], window: range) -> str:
    said = []
    for kind in ("tie", "weekday", "near"):
        said += [f"“{_short(one.reason.words)}”" for one in shown if one.kind == kind]
    if not any(one.dated for one in shown if one.kind == "tie"):
        said += [f"{one.reason.reading} (“{one.reason.words}”)" for one in shown if one.kind == "calendar"]
        said += [f"“{one.reason.words}” was known" for one in shown if one.kind == "lower"]
    return _one_line("; ".join(said))


def _short(words: str) -> str:
    """The words, or where they begin and end: a tie may reach from one sentence into the next."""
    return words if len(words) <= _LONG else f"{words[:40].rsplit(' ', 1)[0]} … {words[-20:].partition(' ')[2]}"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _reasons(shown: Sequence[Constraint]) -> tuple[Reason, ...]:
    return tuple(sorted((one.reason for one in shown), key=lambda each: (each.start or 0, each.end or 0, each.words)))
