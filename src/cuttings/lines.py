"""The lines of a saved text and their shapes: a sentence, a headline, an item of a list, a label."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\d+(?:[.,]\d+)+\w*|\w+(?:[-'’.&]\w+)*")
_STOP = re.compile(r"[.…][\"'”’»)\]]*$")
_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_INNER = re.compile(r"[a-z0-9)%\"'”’][.!?][\"'”’)]* +[\"'“‘(]?[A-Z0-9£$]")
_BULLET = re.compile(r"[-•*·●▪‣◦–—o>]")
_ITEM = re.compile(r"(?:[-•*·●▪‣◦–—]|\d{1,2}[.)]) ?(?=\S)")
_OPEN_END = re.compile(
    r"(?:,|\b(?:a|an|the|of|to|in|on|at|for|and|or|but|by|with|from|that|who|which|was|is|were|he|she))$"
)
_EMPTY_WORDS = frozenset(
    "a an and are as at be been but by for from had has have he her his how i in into is it its last more new no not of"
    " off on one or our out over own said says she so than that the their them they this to two up us was we were what"
    " when where which who why will with would you your after before about being could just may first s t".split()
)

_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve dozen first second third".split())


@dataclass
class Line:
    """A line of a saved text; ``block`` numbers the groups between blank lines, ``reason`` says why it was taken out."""

    text: str
    block: int
    reason: str = ""
    glued: bool = False

    @property
    def kept(self) -> bool:
        """Whether the line is still part of the article."""
        return not self.reason


def words(text: str) -> list[str]:
    """The words of a text: ``O’Malley-Kumar`` and ``42.5`` are one each."""
    return _WORD.findall(text)


def key(text: str) -> str:
    """What two printings of one line have in common: lower-case letters and digits."""
    return "".join(char for char in text.casefold() if char.isalnum())


def content_words(text: str) -> set[str]:
    """The words that say what a text is about, cut to a stem of six letters: ``officers`` and ``officer`` are one."""
    found = (word.casefold().replace("’", "'").removesuffix("'s") for word in words(text))
    return {word[:6] for word in found if word not in _EMPTY_WORDS and len(word) > 2}


def overlap(text: str, vocabulary: set[str]) -> float:
    """The share of a text's content words, numbers apart, that ``vocabulary`` has; 1.0 for a text without any."""
    own = content_words(text) - _NUMBERS
    return len(own & vocabulary) / len(own) if own else 1.0


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: a sentence with its full stop, or several, the last perhaps cut off.

    >>> is_prose("Nobody in the chat reported it."), is_prose("Tories face wipeout in London")
    (True, False)
    """
    count = len(words(text))
    return (count >= 3 and bool(_STOP.search(text))) or (count >= 12 and bool(_INNER.search(text)))


def is_headline(text: str) -> bool:
    """Whether a line has the shape of a headline: 4 to 30 words, no full stop, no list mark, not broken off."""
    return 4 <= len(words(text)) <= 30 and not _STOP.search(text) and text[-1:] not in ",:;-–" and not is_item(text)


def is_item(text: str) -> bool:
    """Whether a line begins with the mark of a list's item."""
    return bool(_ITEM.match(text))


def leads_in(text: str) -> bool:
    """Whether a line announces what follows: ``They are:``."""
    return text.endswith((":", ":-"))


def is_broken_off(text: str) -> bool:
    """Whether a line stops in mid-sentence, as the last line of a shortened copy does."""
    bare = text.rstrip("\"'”’ ")
    return bool(_OPEN_END.search(bare)) or len(words(bare)[-1:] and words(bare)[-1]) == 1 or text.count('"') % 2 == 1


def ends(text: str) -> bool:
    """Whether a line ends with a mark that ends a sentence or a clause."""
    return bool(_END.search(text))


def unfold(text: str) -> list[Line]:
    """The lines of a text, its hard-wrapped paragraphs put together again and list marks joined to their items."""
    blocks = [[line.strip() for line in block] for block in _blocks(text)]
    width = _width(blocks)
    found = []
    for number, block in enumerate(blocks):
        whole = _unwrapped(block, width) if width else block
        found += [Line(line, number) for line in whole]
    return _joined_bullets(found)


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _width(blocks: Sequence[Sequence[str]]) -> int:
    """The column at which a text was wrapped, 0 if it was not: hardly a line has room for the next one's first word."""
    pairs = [pair for block in blocks for pair in zip(block, block[1:], strict=False)]
    width = max((len(line) for block in blocks for line in block), default=0)
    if len(pairs) < 4 or not 40 <= width <= 120:
        return 0
    full = sum(_is_full(left, right, width) for left, right in pairs)
    return width if full * 5 >= len(pairs) * 4 else 0


def _is_full(left: str, right: str, width: int) -> bool:
    return len(left) + 1 + len(right.split(" ", 1)[0]) > width - 3


def _unwrapped(block: Sequence[str], width: int) -> list[str]:
    whole = [block[0]]
    for left, right in zip(block, block[1:], strict=False):
        if _is_full(left, right, width) and not is_item(right):
            whole[-1] += f" {right}"
        else:
            whole.append(right)
    return whole


def _joined_bullets(lines: Sequence[Line]) -> list[Line]:
    """A list mark alone on its line goes with the line after it."""
    found: list[Line] = []
    mark = ""
    for line in lines:
        if mark:
            line.text, mark = f"{mark} {line.text}", ""
        if _BULLET.fullmatch(line.text):
            mark = line.text
        else:
            found.append(line)
    return [*found, *([Line(mark, lines[-1].block)] if mark else [])]
