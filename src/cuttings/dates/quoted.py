"""Words that an article repeats from another day: quotations, and what somebody wrote or was told earlier.

"Yesterday" in them is the speaker's yesterday and no evidence of the article's own day.
"""

import re
from bisect import bisect_right

_MARK = re.compile(r"\n|[“”\"]|(?:(?<=[\s(])|(?<=^))[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_SENTENCE = re.compile(r"[.!?][\"'”’)]?\s+(?=[\"'“‘(]?[A-Z])|\n")
_LEAD = 240  # characters before some words in which their sentence is looked for
_WROTE = (
    r"(?:wrote|posted|tweeted|texted|messaged|emailed|e-mailed|said|says|read|reads|reported|stated|states|announced"
    r"|noted|recorded|replied|added|claimed|recalled|warned|declared|told)"
)
_COLON = re.compile(
    rf"(?:\b{_WROTE}\b|\b(?:messages?|posts?|texts?|letter|e-?mail|statement|diary|entry|log|note|transcript|tweet"
    r"|article|story|report|chat|extract)\b)[^:\n]{0,80}:"
)
_DATED = re.compile(r"\b(?:(?:19|20)\d\d|ago|last (?:week|month|year)|at the time)\b(?P<rest>.*)$")
_NOTE = re.compile(
    r"\b[Tt]his (?:\w+ )?(?:article|story|page|piece|post|headline|version)\b"
    r"|\b[Ee]arlier version\b|\b[Ff]rom (?:the|our) archives?\b"
    r"|\b(?:[Ee]ditor['’]s [Nn]ote|[Cc]orrection|[Cc]larification|UPDATED?|[Uu]pdated?:)"
)
_THAT_DAY = re.compile(rf"\b{_WROTE}\b.*\bago\b.* that $")
_CLAUSE = re.compile(rf"\b{_WROTE}\b.*\b(?:he|she|they|it|I|we|was|were|had|is|are|that|would|will)\b")


class Quotations:
    """Where a text quotes; one pass over it. A quotation that is not closed ends with its paragraph.

    >>> Quotations("He wrote: “I left yesterday.” He left.").holds(18)
    True
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        opened: dict[str, int] = {}
        for match in _MARK.finditer(text):
            mark = match[0]
            if mark == "\n":
                self._close(opened, match.start())
            else:
                self._turn(opened, mark, match.start())
        self._close(opened, len(text))

    def holds(self, at: int) -> bool:
        """Whether the character at this place is in a quotation."""
        before = bisect_right(self._starts, at)
        return before > 0 and at < self._ends[before - 1]

    def _turn(self, opened: dict[str, int], mark: str, at: int) -> None:
        closing = {"”": "“", "’": "‘", '"': '"', "'": "'"}.get(mark)
        if closing in opened:
            self._add(opened.pop(closing), at)
        elif mark in "“‘\"'" and not (mark == "'" and opened):
            opened[mark] = at

    def _close(self, opened: dict[str, int], at: int) -> None:
        for mark in sorted(opened, key=opened.__getitem__):
            if mark not in "'‘":  # more likely an apostrophe
                self._add(opened[mark], at)
        opened.clear()

    def _add(self, start: int, end: int) -> None:
        """Keeps the stretches apart and in order: a quotation within another is of it, one round others takes them."""
        while self._starts and self._starts[-1] >= start:
            end = max(end, self._ends.pop())
            self._starts.pop()
        if self._ends and end <= self._ends[-1]:
            return
        self._starts.append(start)
        self._ends.append(end)


def is_told_earlier(text: str, at: int) -> bool:
    """Whether words are repeated, without quotation marks, from what was written or said on another day.

    >>> text = "On 4 March 2021 he wrote that he had been told yesterday, 3 March 2021."
    >>> is_told_earlier(text, text.index("yesterday"))
    True
    """
    before = text[max(0, at - _LEAD) : at]
    sentence = _SENTENCE.split(before)[-1]
    if _COLON.search(sentence) or _NOTE.search(sentence) or _is_block(before):
        return True
    dated = _DATED.search(sentence)
    return bool((dated and _CLAUSE.search(dated["rest"])) or _THAT_DAY.search(sentence))


def is_note(text: str, at: int) -> bool:
    """Whether words are of a note about the article, which may have been put in years later."""
    return bool(_NOTE.search(_SENTENCE.split(text[max(0, at - _LEAD) : at])[-1]))


def _is_block(before: str) -> bool:
    """Whether the paragraph before ended in a colon: what follows is a message or a letter shown whole."""
    earlier, newline, _ = before.rpartition("\n")
    return bool(newline) and earlier.rstrip().endswith(":")
