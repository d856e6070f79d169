"""Date expressions in running text, with their place and their value in EDTF."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cuttings import days, edtf
from cuttings.edtf import Printed

_FULL_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FULL_DAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater|[Tt]he (?:start|end|beginning|middle) of)(?: in)?[ -])?"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
_WHICH = r"(?:[Ll]ast|[Tt]his|[Nn]ext)"
_PREPOSITION = (
    r"(?:[Ii]n|[Dd]uring|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Bb]etween|[Bb]efore|[Aa]fter|[Tt]hroughout|[Aa]round)"
)
_NUMBERS = {
    word: number
    for number, word in enumerate("a one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}
_TURN = {"last": -1, "this": 0, "next": 1}
_NAMES_WITH_DAY = re.compile(
    r"(?:Black|Good|Easter|Ash|Bloody|Super|Sheffield|Man|Cyber|Mail on|Whit|Palm|Boxing|Shrove|Spy|The) $|^ (?:Times|Mirror|Mail|Express|Telegraph|People|World"
    r"|Post|Sport|Life|Brunch|Night Live|Night Football|Agreement)\b"
)
_COUNT_WORD = re.compile(
    r" (?!was\b|is\b|has\b|as\b|this\b|its\b|his\b|does\b)[a-z]{3,}s\b|[,.]?\d|%| ?(?:metres|miles|people|men|women)\b"
)

_PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("month year", rf"\b{_PART}(?P<month>{_FULL_MONTH})(?: of)?,? (?P<year>{days.YEAR})\b"),
        ("month years", rf"\b{_PART}(?P<month>{_FULL_MONTH}) (?:of )?(?P<which>last|this|next) year\b"),
        ("which month", rf"\b(?P<which>{_WHICH}) (?P<month>{_FULL_MONTH})\b"),
        (
            "in month",
            rf"\b(?:{_PREPOSITION}|[Ee]arly|[Ll]ate|[Mm]id)(?: {_PART}|[ -])(?P<month>{_FULL_MONTH})\b(?! \d)",
        ),
        ("season year", rf"\b(?:the )?{_PART}(?P<season>{_SEASON}|[Ff]all)(?: of)?,? (?P<year>{days.YEAR})\b"),
        ("which season", rf"\b(?P<which>{_WHICH}) (?P<season>{_SEASON})\b"),
        ("season years", rf"\b(?:the )?(?P<season>{_SEASON}) (?:of )?(?P<which>last|this|next) year\b"),
        ("decade", rf"\b(?:the )?{_PART}(?P<decade>(?:19|20)\d0)s\b"),
        (
            "year",
            rf"\b(?P<preposition>{_PREPOSITION}|of|to|and|through) {_PART}(?P<year>{days.YEAR})\b(?![-/]\d|,\d|\.\d)",
        ),
        ("named year", rf"\b(?:[Aa]|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|’s|'s) (?P<year>{days.YEAR})(?= [a-zA-Z]+)"),
        ("bracketed year", rf"(?<=\()(?P<year>{days.YEAR})(?=\))"),
        (
            "weekday",
            rf"(?:\b[Oo]n )?(?:\b(?P<which>{_WHICH}) )?\b(?P<weekday>{_FULL_DAY})\b(?: (?:morning|afternoon|evening|night))?(?P<week> (?:last|next) week)?",
        ),
        (
            "ago",
            r"\b(?P<count>\d{1,3}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve)"
            r" (?P<unit>day|week|fortnight|month|year)s? ago\b",
        ),
        (
            "unit",
            rf"\b{_PART}(?:[Oo]ver |[Aa]t |[Dd]uring )?(?P<which>{_WHICH}|the) (?P<unit>week|weekend|month|year)\b(?!['’]s end| of|-)",
        ),
        (
            "near",
            r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b",
        ),
    )
)
_LIST = re.compile(
    rf"(?<![\d/.£$])(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?P<join> ?[-–] ?| to | until | and | or | & |, )$"
)
_MORE = re.compile(
    rf"(?P<days>(?:(?:,| and|, and| &| to|[-–]) ?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:]))+)(?:,? (?P<year>{days.YEAR})\b)?(?! (?:people|officers|men|women)\b)"
)
_YEARS = re.compile(r",? (?:of )?(last|this|next) year\b")
_THEN_MONTH = re.compile(rf" (?:to|and|until) (?P<month>{_FULL_MONTH})\b(?! \d)")
_OPENING = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:the )?$")
_OPENS = re.compile(r"(?:from|between) ", re.IGNORECASE)
_INNER_JOINT = re.compile(r"(to|and|through|until) ")
_JOINT = re.compile(r" ?[-–] ?| (?:to|until|through|till|and) ")


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
    02/11/2022 as 11 February. Past tense is supposed unless the sentence speaks of what will be.

    >>> [(found.text, found.edtf) for found in expressions("He left in June last year.", date(2024, 2, 20))]
    [('June last year', '2023-06')]
    """
    found = printed(text, american)
    values: list[DateExpression] = []
    at = 0
    while at < len(found):
        joined = _range(text, found[at : at + 2], published)
        if joined:
            values.append(joined)
            at += 2
            continue
        value = edtf.value(found[at], published, is_ahead(text, found[at]))
        if value:
            values.append(DateExpression(found[at].start, found[at].end, text[found[at].start : found[at].end], value))
        at += 1
    return values


def printed(text: str, american: bool = False) -> list[Printed]:
    """The calendar expressions of a text as they are printed, in order and without overlaps."""
    found = [*_days(text, american)]
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not _is_something_else(kind, match, text):
                found.append(_read(kind, match))
    found += _months(text, found)
    found.sort(key=lambda one: (one.start, -one.end))
    return _apart(found)


def _apart(found: Sequence[Printed]) -> list[Printed]:
    """Of expressions that overlap the longest stays."""
    kept: list[Printed] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
        else:
            kept.append(one)
    return kept


def _days(text: str, american: bool) -> Iterator[Printed]:
    for day in days.find(text, prose=True):
        number, month = (day.month, day.day) if day.swapped and american else (day.day, day.month)
        whole = Printed(day.start, day.end, day.year, month, number, day.weekday)
        later = _YEARS.match(text, day.end, day.end + 20) if day.year is None else None
        if later:
            whole = replace(whole, end=later.end(), years=_TURN[later[1]])
        yield from _days_before(text, whole) if text[day.start].isdigit() else _days_after(text, whole)


def _days_before(text: str, whole: Printed) -> Iterator[Printed]:
    """``23 and 27 May`` is two days; so is ``17 to 19 May``, until they are joined to a stretch."""
    before = _LIST.search(text, max(0, whole.start - 12), whole.start) if whole.weekday is None else None
    if before:
        yield replace(whole, start=before.start(), end=before.end("day"), day=int(before["day"]))
    yield whole


def _days_after(text: str, whole: Printed) -> Iterator[Printed]:
    """``June 2, 3 and 4, 2021``: the year printed after the last day is the first one's too."""
    rest = _MORE.match(text, whole.end, whole.end + 40) if whole.year is None else None
    year = int(rest["year"]) if rest and rest["year"] else whole.year
    yield replace(whole, year=year)
    for number in re.finditer(r"\d{1,2}", rest["days"]) if rest else ():
        start = whole.end + number.start()
        yield replace(whole, start=start, end=start + len(number[0]), day=int(number[0]), year=year, weekday=None)


def _months(text: str, found: Sequence[Printed]) -> Iterator[Printed]:
    """The second of ``from January to March``, which no preposition marks as a month."""
    for one in found:
        if (
            one.month
            and not one.day
            and not one.year
            and text[one.start : one.start + 8].lower().startswith(("from ", "between "))
        ):
            later = _THEN_MONTH.match(text, one.end, one.end + 20)
            if later:
                yield Printed(*later.span("month"), month=days.month_number(later["month"]))


def _is_something_else(kind: str, match: re.Match[str], text: str) -> bool:
    """A name that holds a weekday (Good Friday, the Sunday Times); a number that is no year (of 2000 officers)."""
    if kind == "weekday":
        start = match.start("weekday")
        return bool(
            _NAMES_WITH_DAY.search(text[max(0, start - 10) : start])
            or _NAMES_WITH_DAY.search(text[match.end() : match.end() + 15])
        )
    if kind in ("year", "named year") and match.groupdict().get("preposition", "of").lower() not in (
        "in",
        "since",
        "during",
        "until",
        "by",
    ):
        return bool(_COUNT_WORD.match(text[match.end() : match.end() + 20]))
    return False


def _read(kind: str, match: re.Match[str]) -> Printed:
    part = {name: value for name, value in match.groupdict().items() if value}
    turn = _TURN.get(part.get("which", "").lower())
    one = Printed(*match.span(), year=int(part["year"]) if "year" in part else None, which=turn)
    if "month" in part:
        one = replace(one, month=days.month_number(part["month"]))
    if "season" in part:
        one = replace(one, season=edtf.SEASONS[part["season"].lower()])
    if kind.endswith(" years"):
        one = replace(one, years=turn, which=None)
    if kind == "decade":
        one = replace(one, decade=int(part["decade"]))
    if kind == "weekday":
        return _read_weekday(one, part)
    return _read_unit(one, kind, part, turn)


def _read_weekday(one: Printed, part: dict[str, str]) -> Printed:
    weekday = days.weekday_number(part["weekday"])
    return replace(one, weekday=weekday, which=_TURN[part["week"].split()[0]] if "week" in part else one.which)


def _read_unit(one: Printed, kind: str, part: dict[str, str], turn: int | None) -> Printed:
    if kind == "near":
        near = part["near"].lower()
        return replace(
            one, unit="day", count=-1 if near in ("yesterday", "last night") else 1 if near == "tomorrow" else 0
        )
    if kind == "ago":
        unit, count = part["unit"], _NUMBERS.get(part["count"].lower()) or int(part["count"])
        weeks = 2 if unit == "fortnight" else 1
        return replace(
            one, unit="day" if unit == "day" else f"about {unit.replace('fortnight', 'week')}", count=-count * weeks
        )
    if kind == "unit":
        count = turn or 0
        return replace(
            one, unit=part["unit"], count=min(count, 0) if part["unit"] == "weekend" and count < 0 else count
        )
    return one


def _range(text: str, pair: Sequence[Printed], published: date | None) -> DateExpression | None:
    """Two expressions joined to a stretch of time: ``between May and August 2021``, ``2013 and 2014``."""
    if len(pair) < 2:
        return None
    first, last = pair
    opening = _OPENING.search(text[max(0, first.start - 14) : first.start])
    opened = bool(opening) or bool(_OPENS.match(text[first.start : first.start + 8]))
    joint = _joint(text, first, last)
    years_only = all(one.year and not one.month and not one.season for one in pair)
    if not joint or (joint == "and" and not (years_only or opened)):
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
    """The interval; the first end takes the year (and the month, if it is a bare day) that only the last one prints."""
    relative = bool(first.unit or last.unit or (first.weekday is not None and first.day is None))
    end = edtf.value(last, published)
    if not relative and first.year is None and first.years is None and end:
        if last.year is not None or last.years is not None or (first.month and last.month):
            year = int(end[:4]) - (first.month is not None and last.month is not None and first.month > last.month)
            first = replace(first, year=year, which=None)
    if first.month is None and first.season is None and first.day is not None:
        first = replace(first, month=last.month)
    value = edtf.span(edtf.value(first, published), end)
    return value if value and _in_order(value) else ""


def _in_order(value: str) -> bool:
    first, last = value.replace("~", "").split("/")
    same = min(len(first), len(last))
    return first[:same] <= last[:same]


def is_ahead(text: str, one: Printed) -> bool:
    """Whether the sentence round an expression speaks of the future."""
    before = re.split(r"[.!?;\n]", text[max(0, one.start - 120) : one.start])[-1]
    after = re.split(r"[.!?;\n]", text[one.end : one.end + 80])[0]
    if re.search(r"\b(?:was|were|had been|would) (?:due|set|expected|scheduled)\b", before):
        return False
    return bool(
        _WILL.search(before) or re.search(r"^,? ?(?:[\w’' ]{0,40} )?(?:will|is due|are due|is to|are to)\b", after)
    )


_WILL = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:due|set|expected|scheduled|to)|due to|set to|expected to|scheduled (?:for|to)|meets? again|resumes?)\b(?! have\b)"
)
