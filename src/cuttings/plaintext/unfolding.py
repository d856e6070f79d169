"""A text's lines as its writer meant them: wrapped paragraphs put together, list marks joined to their items."""

import re
from collections.abc import Sequence
from itertools import pairwise

from cuttings.plaintext.lines import Line, is_item

_MARK = re.compile(r"[-•*·●▪‣◦–—o>]")
_NARROW, _WIDE = 40, 120  # columns between which texts are wrapped
_GAPS, _LONG = re.compile(r" {3,}"), 300  # characters
_SLACK = 3  # columns that a line may stay short of the width


def unfold(text: str) -> list[Line]:
    """The lines of a text, those of hard-wrapped paragraphs made one, each with the number of its block.

    >>> [line.text for line in unfold("They are:\\n-\\nPC Reed\\n\\n-\\nPC Shaw")]
    ['They are:', '- PC Reed', '- PC Shaw']
    """
    blocks = _blocks(text)
    width = _width(blocks)
    lines = [
        Line(line, number)
        for number, block in enumerate(blocks)
        for line in (_unwrapped(block, width) if width else block)
    ]
    return _joined(lines)


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1] += _parts(line.strip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _parts(line: str) -> list[str]:
    """A long line that a program made of several, three spaces between them, as those; columns of a table are short."""
    parts = [part.strip() for part in _GAPS.split(line)]
    return parts if len(parts) >= 4 and len(line) > _LONG else [line]


def _width(blocks: Sequence[Sequence[str]]) -> int:
    """The column a text was wrapped at, 0 if it was not: hardly a line has room for the first word of the next."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((len(line) for block in blocks for line in block), default=0)
    if len(pairs) < 4 or not _NARROW <= width <= _WIDE:
        return 0
    full = sum(_is_full(left, right, width) for left, right in pairs)
    return width if full * 5 >= len(pairs) * 4 else 0


def _is_full(left: str, right: str, width: int) -> bool:
    return len(left) + 1 + len(right.split(" ", 1)[0]) > width - _SLACK


def _unwrapped(block: Sequence[str], width: int) -> list[str]:
    whole = [block[0]]
    for left, right in pairwise(block):
        if _is_full(left, right, width) and not is_item(right):
            whole[-1] += f" {right}"
        else:
            whole.append(right)
    return whole


def _joined(lines: Sequence[Line]) -> list[Line]:
    """A list mark alone on its line goes with the line after it."""
    found: list[Line] = []
    mark = ""
    for line in lines:
        if mark:
            line.text, mark = f"{mark} {line.text}", ""
        if _MARK.fullmatch(line.text):
            mark = line.text
        else:
            found.append(line)
    return [*found, *([Line(mark, lines[-1].block)] if mark else [])]
