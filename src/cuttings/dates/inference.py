"""The day an article was published, from its own words: constraints that leave one day, or none.

An anchor counts days from the day published to one that the text names (``yesterday (Tuesday, 4 March)``). Where the
anchor's year is not printed, weekdays printed with days fix it, among the years soon after the latest that the text
must know. A day that anything in the text contradicts is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cuttings.dates import edtf, milestones, printed
from cuttings.dates.edtf import Printed
from cuttings.dates.expressions import is_ahead

_WINDOW = 3  # years after the latest that a text knows in which it can have been written
_EXACT = re.compile(r"today|this (?:morning|afternoon|evening)|tonight|yesterday|last night|tomorrow|.* ago", re.I)
_BESIDE = re.compile(r"[ ,]*[(,–—-]? ?(?:on |of )?(?:the )?")
_STOP = re.compile(r"[.!?][\"'”’]?(?:\s|$)")
_PRONOUN = re.compile(r"\b(he|she|they|it)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Inferred:
    """A day that a text's own words fix, and in one line the words and the reasoning."""

    day: date
    evidence: str


@dataclass(frozen=True)
class _Anchor:
    """A day that the text names and how many days after it the article was written, with the words that say so."""

    named: Printed
    after: int
    words: str


def infer(text: str, american: bool = False) -> Inferred | None:
    """The day the text was published, if its words leave one.

    >>> infer("The force said yesterday (Tuesday, 4 March 2025) that it would appeal.").day
    datetime.date(2025, 3, 5)
    """
    found = printed.find(text, american)
    solved: dict[date, str] = {}
    for anchor in _anchors(text, found):
        for year, reason in _years(text, found, anchor):
            named = _named(anchor.named, year)
            if named is not None and _fits(text, found, named + timedelta(days=anchor.after)):
                solved[named + timedelta(days=anchor.after)] = f"{anchor.words}{reason}"
    if len(solved) != 1:
        return None
    day, evidence = solved.popitem()
    return Inferred(day, f"{evidence}: {day.day} {day:%B %Y}")


def _named(one: Printed, year: int) -> date | None:
    try:
        return date(year, one.month or 0, one.day or 0)
    except ValueError:
        return None


def _anchors(text: str, found: Sequence[Printed]) -> Iterator[_Anchor]:
    for at, left in enumerate(found[:-1]):
        right, words = found[at + 1], text[left.start : left.end]
        counts = left.unit == "day" and _EXACT.fullmatch(words) and right.day and right.month
        if not counts or _in_quotation(text, left.start):
            continue
        between = text[left.end : right.start]
        if _BESIDE.fullmatch(between) or (left.count < -1 and _goes_on(text, between, right)):
            yield _Anchor(right, -left.count, f"“{words}” of “{text[right.start : right.end]}”")


def _in_quotation(text: str, at: int) -> bool:
    """Whether the words are someone's, who may have said them on another day."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    single = before.rfind(" ‘")
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”") or (-1 < single > before.rfind("’"))


def _goes_on(text: str, between: str, right: Printed) -> bool:
    """Whether the next sentence tells of the same: ``Three days ago he … . On February 17, he …``."""
    stops = [*_STOP.finditer(between)]
    if len(stops) != 1 or "\n" in between or between[stops[0].end() :].lower() != "on ":
        return False
    before = {word.lower() for word in _PRONOUN.findall(between[: stops[0].start()])}
    after = _PRONOUN.match(text[right.end : right.end + 8].lstrip(" ,"))
    return after is not None and after[1].lower() in before


def _years(text: str, found: Sequence[Printed], anchor: _Anchor) -> Iterator[tuple[int, str]]:
    """The years in which the anchor may lie, each with the reason that it has if it is the only one to fit."""
    if anchor.named.year is not None:
        yield anchor.named.year, ""
        return
    known = _latest(text, found)
    weekdays = [text[one.start : one.end] for one in found if _fixes_year(one)]
    if known is None or not weekdays:
        return
    (bound, words), shown = known, "”, “".join(weekdays[:3])
    for year in range(bound.year, bound.year + _WINDOW + 1):
        named = _named(anchor.named, year)
        if named and bound <= named:
            last = bound.year + _WINDOW
            yield year, f"; of the years from {bound.year} (“{words}”) to {last} only {year} has “{shown}”"


def _fixes_year(one: Printed) -> bool:
    return bool(one.day and one.month) and one.weekday is not None and one.year is None


def _latest(text: str, found: Sequence[Printed]) -> tuple[date, str] | None:
    """The latest day that the text must know, and the words that show it."""
    past = [one for one in found if one.year and edtf.value(one, None) and not is_ahead(text, one)]
    days = [(date(one.year or 0, one.month or 1, one.day or 1), text[one.start : one.end]) for one in past]
    known = milestones.latest(text)
    return max([*days, *([known] if known else [])], default=None)


def _fits(text: str, found: Sequence[Printed], published: date) -> bool:
    """Whether nothing in the text contradicts that it was published on that day."""
    return not any(_contradicts(text, one, published) for one in found)


def _contradicts(text: str, one: Printed, published: date) -> bool:
    """A weekday that the nearest such day has not, or something past that had not happened yet."""
    if _fixes_year(one):
        years = range(published.year - 1, published.year + 2)
        days = [day for year in years if (day := _named(one, year)) is not None]
        nearest = min(days, key=lambda day: abs(day - published), default=None)
        return nearest is None or nearest.weekday() != one.weekday
    value = edtf.value(one, None) if one.year is not None and one.season is None else ""
    return value > published.isoformat()[: len(value)] and not is_ahead(text, one)
