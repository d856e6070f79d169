"""Date expressions in running text, with their place and their value in EDTF."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cuttings.dates import edtf, printed
from cuttings.dates.edtf import Printed

_OPENING = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:the )?$")
_OPENS = re.compile(r"(?:from|between) ", re.IGNORECASE)
_JOINT = re.compile(r" ?[-–] ?| (?:to|until|through|till|and) ")
_COMMA_AND = re.compile(r", (?:and|to|until|through) (?:the )?")  # "between October 3, 2022, and March 14, 2024"
_INNER_JOINT = re.compile(r"(to|and|through|until) ")
_CLAUSE = re.compile(r"[.!?;\n]")
_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:due|set|expected|scheduled|to)|due to|set to|expected to|scheduled (?:for|to)"
    r"|meets? again|resumes?)\b(?! have\b)"
)
_WAS_TO = re.compile(r"\b(?:was|were|had been|would) (?:due|set|expected|scheduled)\b")
_THEN_WILL = re.compile(r",? ?(?:[\w’' ]{0,40} )?(?:will|is due|are due|is to|are to)\b")


@dataclass(frozen=True)
class DateExpression:
    """A date expression: ``text == source[start:end]``, and its value in EDTF (ISO 8601-2, level 0 or 1)."""

    start: int
    end: int
    text: str
    edtf: str


def expressions(text: str, published: date | None = None, american: bool = False) -> list[DateExpression]:
    """The date expressions of a text, in order and without overlaps, those that can be resolved.

    ``published`` is the day the article appeared; without it only what names its year is resolved. ``american`` reads
    02/11/2022 as 11 February. Past tense is supposed unless the sentence speaks of what will be. A season is
    ``2020-21`` (spring) to ``2020-24`` (winter), a stretch ``2021-05/2021-08``, ``two weeks ago`` approximate (``~``).

    >>> [(found.text, found.edtf) for found in expressions("He left in June last year.", date(2024, 2, 20))]
    [('June last year', '2023-06')]
    """
    found = printed.find(text, american)
    values: list[DateExpression] = []
    at = 0
    while at < len(found):
        joined = _joined(text, found[at : at + 2], published)
        value = "" if joined else edtf.value(found[at], published, is_ahead(text, found[at]))
        if joined:
            values.append(joined)
        elif value:
            values.append(DateExpression(found[at].start, found[at].end, text[found[at].start : found[at].end], value))
        at += 2 if joined else 1
    return values


def is_ahead(text: str, one: Printed) -> bool:
    """Whether the sentence round an expression speaks of the future."""
    before = _CLAUSE.split(text[max(0, one.start - 120) : one.start])[-1]
    after = _CLAUSE.split(text[one.end : one.end + 80])[0]
    return not _WAS_TO.search(before) and bool(_WILL.search(before) or _THEN_WILL.match(after))


def _joined(text: str, pair: Sequence[Printed], published: date | None) -> DateExpression | None:
    """Two expressions joined to a stretch of time: ``between May and August 2021``, ``2013 and 2014``."""
    if len(pair) < 2:
        return None
    first, last = pair
    opening = _OPENING.search(text[max(0, first.start - 14) : first.start])
    opened = bool(opening) or bool(_OPENS.match(text[first.start : first.start + 8]))
    joint = _joint(text, first, last) or (
        "and" if opened and _COMMA_AND.fullmatch(text[first.end : last.start]) else ""
    )
    years = all(one.year and not one.month and not one.season for one in pair)
    if not joint or (joint == "and" and not (years or opened)):
        return None
    value = _stretch(first, last, published)
    start = first.start - (len(opening[0]) if opening else 0)
    return DateExpression(start, last.end, text[start : last.end], value) if value else None


def _joint(text: str, first: Printed, last: Printed) -> str:
    """The word or dash between two expressions, which a bare year (``and 2014``) brings along."""
    between = text[first.end : last.start]
    if _JOINT.fullmatch(between):
        return between.strip()
    inner = _INNER_JOINT.match(text[last.start : last.start + 8])
    return inner[1] if inner and between == " " else ""


def _stretch(first: Printed, last: Printed, published: date | None) -> str:
    """The interval; its first end takes the year, or the month of a bare day, that only the last one prints."""
    end = edtf.value(last, published)
    if end and first.year is None and first.years is None and not _is_relative(first) and not _is_relative(last):
        months = (first.month or 0, last.month or 0)
        if last.year is not None or last.years is not None or all(months):
            first = replace(first, year=int(end[:4]) - (all(months) and months[0] > months[1]), which=None)
    value = edtf.span(edtf.value(first, published), end)
    return value if value and _in_order(value) else ""


def _is_relative(one: Printed) -> bool:
    return bool(one.unit) or (one.weekday is not None and one.day is None)


def _in_order(value: str) -> bool:
    first, last = value.replace("~", "").split("/")
    same = min(len(first), len(last))
    return first[:same] <= last[:same]
