"""Sentences that say when a text appeared: a judgment's, an answer's, a reprint's, a speech's, the minutes' first line.

Each is told from the story's own sentences by how it begins: ``This judgment was handed down remotely on …``.
"""

import re

from cuttings.dates import days
from cuttings.dates.days import Day

_PAPER = r"(?:judge?ment|decision|ruling|determination|order|answer)"
_WHAT = (
    r"(?:article|story|post|piece|page|report|interview|column|blog|release|statement|newsletter|edition|episode|essay"
    rf"|review|letter|transcript|program(?:me)?|{_PAPER})"
)
_APPEARED = (
    r"(?:published|posted|issued|printed|released|broadcast|aired|handed down|promulgated|delivered|circulated"
    r"|appeared)"
)
_STATES = re.compile(
    rf"(?:(?:a version of )?this {_WHAT}|the (?:approved |above |foregoing )?{_PAPER})"
    rf"(?: (?:was|were|has been|is(?: deemed to (?:be|have been))?))? (?:first |originally |initially )?{_APPEARED}\b"
    rf"|(?:first|originally) {_APPEARED}\b"
    r"|(?:answer|reply|response)s? (?:was |were )?(?:received|given|provided|published|issued)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?:this is )?(?:the |a )?(?:full |edited |complete |verbatim |prepared )*(?:text|transcript|version) of "
    r"(?:(?:the|a|an|her|his|their|my) )?(?:\w+ ){0,2}"
    r"(?:speech|statement|remarks|address|lecture|talk|sermon|evidence)\b"
    r"|(?:keynote |opening |closing |oral )?(?:speech|remarks|statement|address|lecture|sermon|talk) "
    r"(?:as )?(?:given |delivered |made )?(?:by|to|at|before)\b"
    r"|(?:(?:draft|confirmed|approved|unconfirmed|public) )*minutes (?:of|from) ",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:, | on |, on |\(|: | [-–—|] |dated )(?:the )?$")
_OTHER = re.compile(r"\b(?:after|following|about|since|arrest\w*|death|died|incident|over)\b", re.IGNORECASE)
_FIRST = re.compile(r".+?(?:(?<=[a-z\d)]{2})[.!?](?= |$)|$)")
_LONGEST = 60  # words


def states(line: str) -> Day | None:
    """The day on which a sentence says that this very text appeared.

    >>> states("This judgment was handed down remotely at 10.30am on 2 July 2024 by email.").month
    7
    """
    sentence = _sentence(line)
    found = _STATES.match(sentence)
    full = _full(sentence[found.end() :]) if found else []
    return full[0] if full else None


def was_spoken(line: str) -> Day | None:
    """The day of the speech or of the meeting of which a line says that this is the text, or the minutes.

    >>> was_spoken("The full text of the speech by Ada Marsh in Leeds on 2 October 2025.").year
    2025
    """
    sentence = _sentence(line)
    if not _SPOKEN.match(sentence) or _OTHER.search(sentence):
        return None
    full = [day for day in _full(sentence) if _LEADS.search(sentence[: day.start])]
    return full[0] if len(full) == 1 else None


def _sentence(line: str) -> str:
    first = _FIRST.match(line)
    return first[0] if first and len(first[0].split()) <= _LONGEST else ""


def _full(text: str) -> list[Day]:
    return [day for day in days.find(text) if day.year is not None]
