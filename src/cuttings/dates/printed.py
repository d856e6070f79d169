"""Calendar expressions in running text as they are printed: ``last June``, ``23 and 27 May``, ``on Friday``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cuttings.dates import days, edtf
from cuttings.dates.edtf import Printed
from cuttings.extract.patterns import Sought

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|[Ee]arlier|[Ll]ater|[Tt]he (?:start|end|beginning|middle) of)(?: in)?[ -])?"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
_WHICH = r"(?:[Ll]ast|[Tt]his|[Nn]ext)"
_SURE = r"(?:[Ii]n|[Dd]uring|[Ss]ince|[Uu]ntil|[Bb]y)"
_PREPOSITION = rf"(?:{_SURE}|[Tt]ill|[Ff]rom|[Bb]etween|[Bb]efore|[Aa]fter|[Tt]hroughout|[Aa]round)"
_NUMBER = r"[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve"
_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TURN = {"last": -1, "this": 0, "next": 1}
_NEAR = {"yesterday": -1, "last night": -1, "tomorrow": 1}
_YEAR = days.YEAR

_PATTERNS = (
    Sought(rf"\b{_PART}(?P<month>{_MONTH})(?: of)?,? (?P<year>{_YEAR})\b"),
    Sought(rf"\b{_PART}(?P<month>{_MONTH}) (?:of )?(?P<years>last|this|next) year\b"),
    Sought(rf"\b(?P<which>{_WHICH}) (?P<month>{_MONTH})\b"),
    Sought(rf"\b(?:{_PREPOSITION}|[Ee]arly|[Ll]ate|[Mm]id)(?: {_PART}|[ -])(?P<month>{_MONTH})\b(?! \d)"),
    Sought(rf"\b(?:the )?{_PART}(?P<season>{_SEASON}|[Ff]all)(?: of)?,? (?P<year>{_YEAR})\b"),
    Sought(rf"\b(?P<which>{_WHICH}) (?P<season>{_SEASON})\b"),
    Sought(rf"\b(?:the )?(?P<season>{_SEASON}) (?:of )?(?P<years>last|this|next) year\b"),
    Sought(rf"\b(?:the )?{_PART}(?P<decade>(?:19|20)\d0)s\b"),
    Sought(rf"\b{_SURE} {_PART}(?P<year>{_YEAR})\b(?![-/]\d|,\d|\.\d)"),
    Sought(rf"\b(?:{_PREPOSITION}|of|to|and|through) {_PART}(?P<number>{_YEAR})\b(?![-/]\d|,\d|\.\d)"),
    Sought(rf"\b(?:[Aa]|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|’s|'s) (?P<number>{_YEAR})(?= [a-zA-Z]+)"),
    Sought(rf"(?<=\()(?P<year>{_YEAR})(?=\))"),
    Sought(
        rf"(?:\b[Oo]n )?(?:\b(?P<which>{_WHICH}) )?\b(?P<weekday>{_WEEKDAY})\b"
        r"(?: (?:morning|afternoon|evening|night))?(?: (?P<week>last|next) week)?"
    ),
    Sought(rf"\b(?P<ago>\d{{1,3}}|{_NUMBER}) (?P<unit>day|week|fortnight|month|year)s? ago\b"),
    Sought(
        rf"\b{_PART}(?:[Oo]ver |[Aa]t |[Dd]uring )?(?P<which>{_WHICH}|the) (?P<unit>week|weekend|month|year)\b"
        r"(?!['’]s end| of|-)"
    ),
    Sought(
        r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Ll]ast night"
        r"|[Tt]his (?:morning|afternoon|evening))\b"
    ),
)
_NAMED_AFTER_DAY = re.compile(  # Good Friday, Sheffield Wednesday, the Mail on Sunday
    r"(?:Black|Good|Easter|Ash|Bloody|Super|Sheffield|Man|Cyber|Mail on|Whit|Palm|Boxing|Shrove|Spy|The) $"
)
_NAMED_BY_DAY = re.compile(
    r" (?:Times|Mirror|Mail|Express|Telegraph|People|World|Post|Sport|Life|Brunch|Night (?:Live|Football)|Agreement)\b"
)
_COUNTED = re.compile(  # of 2000 officers, but: of 2020 was
    r" (?!was\b|is\b|has\b|as\b|this\b|its\b|his\b|does\b)[a-z]{3,}s\b|[,.]?\d|%| ?(?:metres|miles|people|men|women)\b"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_BEFORE = re.compile(rf"(?<![\d/.£$])(?P<day>{_DAY})(?:st|nd|rd|th)?(?: ?[-–] ?| to | until | and | or | & |, )$")
_AFTER = re.compile(
    rf"(?P<days>(?:(?:,| and|, and| &| to|[-–]) ?{_DAY}(?:st|nd|rd|th)?(?![\d:]))+)(?:,? (?P<year>{_YEAR})\b)?"
    r"(?! (?:people|officers|men|women)\b)"
)
_WHOSE_YEAR = re.compile(r",? (?:of )?(last|this|next) year\b")
_THEN_MONTH = re.compile(rf" (?:to|and|until) (?P<month>{_MONTH})\b(?! \d)")


def find(text: str, american: bool = False) -> list[Printed]:
    """The calendar expressions of a text as they are printed, in order and without overlaps."""
    found = [*_days(text, american)]
    for pattern in _PATTERNS:
        found += [_read(match) for match in pattern.in_lines(text) if not _is_something_else(match, text)]
    found += _second_months(text, found)
    return _apart(sorted(found, key=lambda one: (one.start, -one.end)))


def _apart(found: Sequence[Printed]) -> list[Printed]:
    """Of expressions that overlap the longest stays."""
    kept: list[Printed] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _days(text: str, american: bool) -> Iterator[Printed]:
    for day in days.find(text, prose=True):
        number, month = (day.month, day.day) if day.swapped and american else (day.day, day.month)
        whole = Printed(day.start, day.end, day.year, month, number, day.weekday)
        later = _WHOSE_YEAR.match(text, day.end, day.end + 20) if day.year is None else None
        if later:
            whole = replace(whole, end=later.end(), years=_TURN[later[1]])
        yield from _with_days_before(text, whole) if text[day.start].isdigit() else _with_days_after(text, whole)


def _with_days_before(text: str, whole: Printed) -> Iterator[Printed]:
    """``23 and 27 May`` is two days; so is ``17 to 19 May``, until they are joined to a stretch."""
    before = _BEFORE.search(text, max(0, whole.start - 12), whole.start) if whole.weekday is None else None
    if before:
        yield replace(whole, start=before.start(), end=before.end("day"), day=int(before["day"]))
    yield whole


def _with_days_after(text: str, whole: Printed) -> Iterator[Printed]:
    """``June 2, 3 and 4, 2021``: the year printed after the last day is the first one's too."""
    rest = _AFTER.match(text, whole.end, whole.end + 40) if whole.year is None else None
    year = int(rest["year"]) if rest and rest["year"] else whole.year
    yield replace(whole, year=year)
    for number in re.finditer(r"\d{1,2}", rest["days"]) if rest else ():
        start = whole.end + number.start()
        yield replace(whole, start=start, end=start + len(number[0]), day=int(number[0]), year=year, weekday=None)


def _second_months(text: str, found: Sequence[Printed]) -> Iterator[Printed]:
    """The second of ``from January to March``, which no preposition marks as a month."""
    for one in found:
        opened = text.startswith(("from ", "From ", "between ", "Between "), one.start)
        if opened and one.month and not one.day and not one.year:
            later = _THEN_MONTH.match(text, one.end, one.end + 20)
            if later:
                yield Printed(*later.span("month"), month=days.month_number(later["month"]))


def _is_something_else(match: re.Match[str], text: str) -> bool:
    """A name that holds a weekday (Good Friday, the Sunday Times); a number that is no year (of 2000 officers)."""
    part = match.groupdict()
    if "weekday" in part:
        start = match.start("weekday")
        before, after = text[max(0, start - 10) : start], text[match.end() : match.end() + 15]
        return bool(_NAMED_AFTER_DAY.search(before) or _NAMED_BY_DAY.match(after))
    return "number" in part and bool(_COUNTED.match(text[match.end() : match.end() + 20]))


def _read(match: re.Match[str]) -> Printed:
    part = {name: value.lower() for name, value in match.groupdict().items() if value}
    year = part.get("year") or part.get("number")
    return Printed(
        *match.span(),
        year=int(year) if year else None,
        month=days.month_number(part["month"]) if "month" in part else None,
        weekday=days.weekday_number(part["weekday"]) if "weekday" in part else None,
        season=edtf.SEASONS[part["season"]] if "season" in part else None,
        decade=int(part["decade"]) if "decade" in part else None,
        which=_TURN.get(part.get("week") or part.get("which", "")),
        years=_TURN.get(part.get("years", "")),
        unit=_unit(part),
        count=_count(part),
    )


def _unit(part: dict[str, str]) -> str:
    """What is counted from the day published: exact days, or weeks and months that are meant about."""
    if "near" in part or ("ago" in part and part["unit"] == "day"):
        return "day"
    unit = part.get("unit", "").replace("fortnight", "week")
    return f"about {unit}" if "ago" in part else unit


def _count(part: dict[str, str]) -> int:
    if "near" in part:
        return _NEAR.get(part["near"], 0)
    if "ago" in part:
        number = _NUMBERS.index(part["ago"]) if part["ago"] in _NUMBERS else 0
        return -(number or int(part["ago"] if part["ago"].isdigit() else 1)) * (1 + (part["unit"] == "fortnight"))
    return _TURN.get(part.get("which", ""), 0) if "unit" in part else 0
