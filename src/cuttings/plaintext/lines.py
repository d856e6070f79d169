"""The lines of a saved text and their shapes: a sentence, a headline, an item of a list, a label."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,]\d+)+\w*|\w+(?:[-'’.&]\w+)*")


@dataclass
class Line:
    """A line of a saved text; ``block`` numbers the groups between blank lines, ``reason`` says why it was taken out.

    ``glued`` marks one that had no space before the line after it.
    """

    text: str
    block: int
    reason: str = ""
    glued: bool = False

    @property
    def kept(self) -> bool:
        """Whether the line is still part of the article."""
        return not self.reason


def words(text: str) -> list[str]:
    """The words of a text: ``O’Malley-Kumar`` and ``1,400`` are one each."""
    return _WORD.findall(text)


_EMPTY = frozenset(
    words(
        "a an and are as at be been but by for from had has have he her his how i in into is it its last more new no"
        " not of off on one or our out over own said says she so than that the their them they this to two up us was we"
        " were what when where which who why will with would you your after before about being could just may first s t"
    )
)
_NUMBERS = frozenset(words("one two three four five six seven eight nine ten eleven twelve dozen first second third"))
ENDED = re.compile(r"[.…][\"'”’»)\]]*$")
_INNER = re.compile(r"[a-z0-9)%\"'”’][.!?][\"'”’)]* +[\"'“‘(]?[A-Z0-9£$]")
_ITEM = re.compile(r"(?:[-•*·●▪‣◦–—]|\d{1,2}[.)]) ?(?=\S)")
_CUT = re.compile(
    r"(?:,|\b(?:a|an|the|of|to|in|on|at|for|and|or|but|by|with|from|that|who|which|was|is|were|he|she|\w))$"
)


def key(text: str) -> str:
    """What two printings of one line have in common: lower-case letters and digits."""
    return "".join(char for char in text.casefold() if char.isalnum())


def content_words(text: str) -> set[str]:
    """The words that say what a text is about, cut to a stem of six letters: ``officers`` and ``officer`` are one."""
    found = (word.casefold().replace("’", "'").removesuffix("'s") for word in words(text))
    return {word[:6] for word in found if word not in _EMPTY and len(word) > 2}


def vocabulary(lines: Iterable[Line]) -> set[str]:
    """The content words of the running text among some lines."""
    return set().union(*(content_words(line.text) for line in lines if line.kept and is_prose(line.text)))


def overlap(text: str, known: set[str]) -> float:
    """The share of a text's content words, numbers apart, that are among ``known``; 1.0 for a text without any."""
    own = content_words(text) - _NUMBERS
    return len(own & known) / len(own) if own else 1.0


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: a sentence with its full stop, or several, the last perhaps cut off.

    >>> is_prose("She told the force."), is_prose("Vole stops play at county match")
    (True, False)
    """
    count = len(words(text))
    return (count >= 3 and bool(ENDED.search(text))) or (count >= 12 and bool(_INNER.search(text)))


def is_headline(text: str) -> bool:
    """Whether a line has the shape of a headline: 4 to 30 words, no full stop, no list mark."""
    return 4 <= len(words(text)) <= 30 and not ENDED.search(text) and text[-1] not in ",:;-–" and not is_item(text)


def is_item(text: str) -> bool:
    """Whether a line begins with the mark of a list's item."""
    return bool(_ITEM.match(text))


def is_titled(text: str) -> bool:
    """Whether each word has a capital, as names have: ``The Carrigdoon Tribune``, not ``Police appeal``."""
    return all(word[0].isupper() or word in ("of", "the", "and", "for") for word in words(text))


def leads_in(text: str) -> bool:
    """Whether a line announces what follows: ``They are:``."""
    return text.endswith((":", ":-"))


def is_broken_off(text: str) -> bool:
    """Whether a line stops in mid-sentence, as the last line of a shortened copy does."""
    return bool(_CUT.search(text.rstrip("\"'”’ "))) or text.count('"') % 2 == 1
