"""When an article was published: what its page states, else what its own words fix, else nothing.

A wrong date is worse than none: an inference stands only where all that the text says leaves one day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cuttings.dates import days
from cuttings.dates.days import Day
from cuttings.dates.expressions import DateExpression, expressions
from cuttings.dates.inference import infer

__all__ = ["DateExpression", "Publication", "Stated", "expressions", "is_american", "publication"]

_WIRE = re.compile(  # LONDON, Oct 7, 2022 (Reuters) -
    rf"[A-Z][A-Za-z .,'’-]{{2,40}},? \(?"
    rf"(?P<day>{days.MONTH} \d{{1,2}},? {days.YEAR}|\d{{1,2}} {days.MONTH} {days.YEAR})"
    r"\)?,? ?(?:\([A-Za-z ]{2,20}\))? ?[-–—/]"
)
_AMERICAN = re.compile(
    r"\b(?:[Ss]heriff(?:['’]s)?|[Dd]istrict [Aa]ttorney|[Mm]isdemeanor|[Ff]elony|[Cc]ell ?phones?"
    r"|[Pp]olice [Dd]epartment|[Cc]ounty [A-Z]\w+ Court|[Pp]recinct|[Aa]ttorney [Gg]eneral['’]s [Oo]ffice"
    r"|Fraternal Order of Police|[Cc]ity [Cc]ouncilman|color|behavior|offense|organization)\b|(?<![A-Z])\$\d"
)
_BRITISH = re.compile(
    r"\b(?:[Cc]onstabulary|IOPC|Scotland Yard|Crown Prosecution|[Mm]agistrates['’]|Crown Court|PC [A-Z]\w+"
    r"|Metropolitan Police|colour|behaviour|offence|organisation|gross misconduct)\b|£\d"
)


@dataclass(frozen=True)
class Stated:
    """Days that a page states, each with the words they were read from.

    ``metadata`` is from its head, ``dateline`` the days beside its headline in order, ``crawler`` from the prefix of
    the program that saved it; ``updated`` is the day of its last change.
    """

    metadata: tuple[date, str] | None = None
    dateline: Sequence[tuple[Day, str]] = ()
    crawler: tuple[date, str] | None = None
    updated: date | None = None


@dataclass(frozen=True)
class Reason:
    """Words that a day was read from, and what follows from them; ``words == text[start:end]`` if they are in it."""

    start: int | None
    end: int | None
    words: str
    reading: str


@dataclass(frozen=True)
class Publication:
    """The day an article was published (None: not known), how that is known, and the words and the reasoning.

    ``reasons`` has each thing that the day was read from, or that bounds it.
    """

    day: date | None = None
    basis: str = "none"
    evidence: str = ""
    reasons: tuple[Reason, ...] = ()


def publication(text: str, stated: Stated | None = None) -> Publication:
    """When an article with this text was published, from what its page states or what it says itself.

    The order is metadata, dateline, a crawler's prefix, inference. A day on which a page was updated, or saved, is none
    of these; metadata that give the day of the update as that of publication yield to an earlier dateline.

    >>> publication("The force said yesterday (Tuesday, 4 March 2025) that it would appeal.").basis
    'inferred'
    """
    stated = stated or Stated()
    american = is_american(text)
    line = _from_dateline(stated.dateline, american) or _from_wire(text)
    if stated.metadata and not (line and line[0] < stated.metadata[0] == stated.updated):
        return Publication(stated.metadata[0], "metadata", stated.metadata[1])
    known = line or stated.crawler
    if known:
        return Publication(known[0], "stated", known[1])
    found = infer(text, american)
    return Publication(found.day, "inferred", found.evidence) if found else Publication()


def is_american(text: str) -> bool:
    """Whether a text is plainly American, so that 02/11/2022 is 11 February."""
    return len(set(_AMERICAN.findall(text))) >= 2 and not _BRITISH.search(text)


def _from_dateline(dateline: Sequence[tuple[Day, str]], american: bool) -> tuple[date, str] | None:
    """The first full day of a dateline; one in figures is read as the other days beside it require."""
    plain = {(day.day, day.month) for day, _ in dateline if not day.swapped}
    for day, shown in dateline:
        swap = (american and (day.day, day.month) not in plain) or (day.month, day.day) in plain
        found = days.plausible(day.on(american=swap))
        if found:
            return found, shown
    return None


def _from_wire(text: str) -> tuple[date, str] | None:
    """The day in which an agency's copy begins; the headline may stand above it."""
    for paragraph in text.split("\n\n", 3)[:3]:
        match = _WIRE.match(paragraph)
        day = next(days.find(match["day"]), None) if match else None
        found = days.plausible(day.on()) if day else None
        if match and found:
            return found, match[0].strip()
    return None
