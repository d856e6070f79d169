"""When an article was published: what its page states, else what its own words fix, else nothing.

A wrong date is worse than none: an inference stands only where all that the text says leaves one day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cuttings import days, edtf, milestones
from cuttings.edtf import Printed
from cuttings.expressions import DateExpression, expressions, is_ahead, printed

__all__ = ["DateExpression", "Publication", "Stated", "expressions", "is_american", "publication"]

_WINDOW = 3  # years after the latest year a text names in which it can have been written
_DAY_OFFSETS = {
    "today": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
}
_BESIDE = re.compile(r"[ ,]*[(,–—-]? ?(?:on |of )?(?:the )?")
_SENTENCE = re.compile(r"[.!?][\"'”’]?(?:\s|$)")
_PRONOUN = re.compile(r"\b(he|she|they|it)\b", re.IGNORECASE)
_WIRE = re.compile(
    rf"[A-Z][A-Za-z .,'’-]{{2,40}},? \(?(?P<day>{days.MONTH} \d{{1,2}},? {days.YEAR}|\d{{1,2}} {days.MONTH} {days.YEAR})\)?,? ?(?:\([A-Za-z ]{{2,20}}\))? ?[-–—/]"
)
_AMERICAN = re.compile(
    r"\b(?:[Ss]heriff(?:['’]s)?|[Dd]istrict [Aa]ttorney|misdemeanou?r counts?|[Ff]elony|cell ?phones?|[Pp]olice [Dd]epartment|[Cc]ounty [A-Z]\w+ Court|precinct"
    r"|[Aa]ttorney [Gg]eneral['’]s [Oo]ffice|Fraternal Order of Police|[Cc]ity [Cc]ouncilman|color|behavior|offense|organization)\b|(?<![A-Z])\$\d"
)
_BRITISH = re.compile(
    r"\b(?:constabulary|IOPC|Scotland Yard|Crown Prosecution|[Mm]agistrates['’]|Crown Court|PC [A-Z]\w+|Metropolitan Police|colour|behaviour|offence|organisation|gross misconduct)\b|£\d"
)


@dataclass(frozen=True)
class Stated:
    """Days that a page states, each with the words they were read from: in its metadata, its dateline, its crawler's prefix."""

    metadata: tuple[date, str] | None = None
    dateline: Sequence[tuple[days.Day, str]] = ()
    crawler: tuple[date, str] | None = None
    updated: date | None = None


@dataclass(frozen=True)
class Publication:
    """The day an article was published (None: not known), how that is known, and the words and the reasoning."""

    day: date | None = None
    basis: str = "none"
    evidence: str = ""


def publication(text: str, stated: Stated | None = None) -> Publication:
    """When an article with this text was published, from what its page states or what it says itself.

    The order is metadata, dateline, a crawler's prefix, inference. A day on which a page was updated, or saved, is none
    of these; metadata that give the day of the update as that of publication yield to an earlier dateline.

    >>> publication("The force said yesterday (Tuesday, 4 March 2025) that it would appeal.").day
    datetime.date(2025, 3, 5)
    """
    stated = stated or Stated()
    american = is_american(text)
    line = _from_dateline(stated.dateline, american)
    known = stated.metadata
    if known and line.day and line.day < known[0] and known[0] == stated.updated:
        return line
    if known:
        return Publication(known[0], "metadata", known[1])
    if line.day:
        return line
    wire = _WIRE.match(text.lstrip())
    if wire:
        return Publication(next(days.find(wire["day"])).on(), "stated", wire[0].strip())
    if stated.crawler:
        return Publication(stated.crawler[0], "stated", stated.crawler[1])
    return _inferred(text, american)


def is_american(text: str) -> bool:
    """Whether a text is plainly American, so that 02/11/2022 is 11 February."""
    return len(set(_AMERICAN.findall(text))) >= 2 and not _BRITISH.search(text)


def _from_dateline(dateline: Sequence[tuple[days.Day, str]], american: bool) -> Publication:
    """The first full day of a dateline; one in figures is read as the other days beside it require."""
    plain = {(day.day, day.month) for day, _ in dateline if not day.swapped}
    for day, shown in dateline:
        swap = american and (day.day, day.month) not in plain or (day.month, day.day) in plain
        found = days.plausible(day.on(american=swap))
        if found:
            return Publication(found, "stated", shown)
    return Publication()


@dataclass(frozen=True)
class _Anchor:
    """A day in the text and how many days after it the article was written, with the words that say so."""

    named: Printed
    after: int
    words: str


def _inferred(text: str, american: bool) -> Publication:
    found = printed(text, american)
    solved = {}
    for anchor in _anchors(text, found):
        for year, reason in _years(text, found, anchor):
            day = _named_day(anchor.named, year)
            if day is not None and _fits(text, found, day + timedelta(days=anchor.after)):
                solved[day + timedelta(days=anchor.after)] = f"{anchor.words}{reason}"
    if len(solved) != 1:
        return Publication()
    day, evidence = solved.popitem()
    return Publication(day, "inferred", f"{evidence}: {day.day} {day:%B %Y}")


def _named_day(named: Printed, year: int) -> date | None:
    try:
        return date(year, named.month or 0, named.day or 0)
    except ValueError:
        return None


def _anchors(text: str, found: Sequence[Printed]) -> Iterator[_Anchor]:
    for left, right in zip(found, found[1:], strict=False):
        offset = _offset(text, left)
        if offset is None or right.day is None or right.month is None or _in_quotation(text, left.start):
            continue
        between = text[left.end : right.start]
        if _BESIDE.fullmatch(between) or (left.unit == "day" and left.count < -1 and _goes_on(text, between, right)):
            yield _Anchor(right, -offset, f"“{text[left.start : left.end]}” of “{text[right.start : right.end]}”")


def _in_quotation(text: str, at: int) -> bool:
    """Whether the words are someone's, who may have said them on another day."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return (
        before.count('"') % 2 == 1
        or before.count("“") > before.count("”")
        or (" ‘" in before and "’" not in before[before.rfind(" ‘") :])
    )


def _offset(text: str, one: Printed) -> int | None:
    """Days from the day published, where the words count them: ``yesterday``, ``three days ago``."""
    words = text[one.start : one.end].lower()
    return one.count if one.unit == "day" and (words in _DAY_OFFSETS or words.endswith("ago")) else None


def _goes_on(text: str, between: str, right: Printed) -> bool:
    """Whether the next sentence tells of the same: ``Three days ago he … . On February 17, he …``."""
    stops = [*_SENTENCE.finditer(between)]
    if len(stops) != 1 or "\n" in between or between[stops[0].end() :] not in ("On ", "on "):
        return False
    before, after = (
        _PRONOUN.findall(between[: stops[0].start()]),
        _PRONOUN.match(text[right.end : right.end + 8].lstrip(" ,")),
    )
    return bool(after) and after[1].lower() in (word.lower() for word in before)  # type: ignore[index]


def _years(text: str, found: Sequence[Printed], anchor: _Anchor) -> Iterator[tuple[int, str]]:
    """The years in which the anchor can lie, with why: printed, or the only one that fits the text's weekdays."""
    if anchor.named.year is not None:
        yield anchor.named.year, ""
        return
    named = [
        (date(one.year, one.month or 1, one.day or 1), text[one.start : one.end])
        for one in found
        if one.year and edtf.value(one, None) and not is_ahead(text, one)
    ]
    known = milestones.latest(text)
    bounds = [*named, *([known] if known else [])]
    weekdays = [one for one in found if one.day and one.month and one.weekday is not None and one.year is None]
    if not bounds or not weekdays:
        return
    bound, words = max(bounds)
    shown = "”, “".join(text[one.start : one.end] for one in weekdays[:3])
    for year in range(bound.year, bound.year + _WINDOW + 1):
        day = _named_day(anchor.named, year)
        if day and bound <= day:
            yield (
                year,
                f"; of the years from {bound.year} (“{words}”) to {bound.year + _WINDOW} only {year} has “{shown}”",
            )


def _fits(text: str, found: Sequence[Printed], published: date) -> bool:
    """Whether nothing in the text contradicts that it was published on that day."""
    for one in found:
        if one.day and one.month and one.year is None and one.weekday is not None:
            near = [day for year in range(published.year - 1, published.year + 2) if (day := _named_day(one, year))]
            if not near or min(near, key=lambda day: abs(day - published)).weekday() != one.weekday:
                return False
        elif one.year is not None and not is_ahead(text, one):
            value = edtf.value(one, None)
            if value and value[:10] > published.isoformat()[: len(value)] and not one.season:
                return False
    return True
