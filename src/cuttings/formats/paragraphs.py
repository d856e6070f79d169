"""Printed lines to paragraphs: what stands in a page's margins, where a paragraph ends, and words cut at line ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_MARGIN = 0.09  # of the page's height, at its top and its foot
_GAP = 1.3  # times the usual distance of two lines: another paragraph
_INDENT = 0.8  # of the size of the letters
_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_BROWSER = re.compile(r"(?:https?|file|ﬁle):/\S+(?: ?\d+ ?/ ?\d+)?|\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d{2}(?: [AP]M)?.*")
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[•●▪‣◦·]|[-–] |\d{1,2}[.)] )")
_CUT = re.compile(r"(\w+)[-\u00ad\u2010]$")
_KEEPS = frozenset(
    [
        "ex",
        "non",
        "self",
        "co",
        "anti",
        "half",
        "well",
        "cross",
        "vice",
        "mid",
        "post",
        "semi",
        "pro",
        "so",
        "pre",
        "multi",
        "ill",
        "then",
        "all",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)


@dataclass
class Line:
    """A printed line: where it begins (points, from the left and from the foot), its size, its page from 0, and how far
    up the page it stands, from 0 to 1.
    """

    text: str
    x: float
    y: float
    size: float
    page: int
    up: float


def without_margins(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines without running heads and feet and page numbers; and those, each once."""
    pages = {line.page for line in lines}
    body = median(line.size for line in lines for _ in line.text.split())
    edge = [line for line in lines if not _MARGIN < line.up < 1 - _MARGIN]
    repeated = Counter(_shape(line) for line in {(_shape(line), line.page): line for line in edge}.values())
    kept, dropped = [], []
    for line in lines:
        text = line.text.strip()
        margin = not _MARGIN < line.up < 1 - _MARGIN
        twice = len(pages) > 1 and repeated[_shape(line)] >= max(2, len(pages) // 2)
        if margin and (twice or _NUMBER.fullmatch(text) or (_BROWSER.fullmatch(text) and line.size < body)):
            dropped.append(text)
        else:
            kept.append(line)
    if not kept:
        return list(lines), []
    return kept, list(dict.fromkeys(dropped))


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", line.text.strip())


def joined(lines: Sequence[Line]) -> Iterator[str]:
    """The paragraphs that the lines make up."""
    known = Counter(word.casefold() for line in lines for word in re.findall(r"\w+(?:-\w+)*", line.text))
    leading = _leading(lines)
    text = ""
    for before, line in pairwise([None, *lines]):
        piece = " ".join(line.text.split())  # type: ignore[union-attr]
        if before is None or _begins(before, line, leading, lines):  # type: ignore[arg-type]
            if text:
                yield text
            text = piece
        else:
            text = _put_together(text, piece, known)
    if text:
        yield text


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines, in sizes of their letters."""
    gaps = [
        round((before.y - line.y) / line.size, 1)
        for before, line in pairwise(lines)
        if _alike(before, line) and 0.8 < (before.y - line.y) / line.size < 2.5
    ]
    return (
        min(Counter(gaps).most_common(2), key=lambda one: one[0] if one[1] * 3 > len(gaps) else 9)[0] if gaps else 1.2
    )


def _alike(before: Line, line: Line) -> bool:
    return before.page == line.page and abs(before.size - line.size) <= 0.08 * line.size


def _begins(before: Line, line: Line, leading: float, lines: Sequence[Line]) -> bool:
    """Whether a line begins a paragraph."""
    if abs(before.size - line.size) > 0.08 * line.size or _ITEM.match(line.text.strip()):
        return True
    gap = (before.y - line.y) / line.size
    ended = bool(_ENDS.search(before.text.strip()))
    if before.page != line.page or gap < -0.5 or gap > 6:  # the next page or column
        return ended or (line.text.strip()[:1].isupper() and len(before.text.split()) < 4)
    if gap > _GAP * leading:
        return True
    return ended and line.x - before.x > _INDENT * line.size and gap > 0.5


def _put_together(text: str, piece: str, known: Counter[str]) -> str:
    cut = _CUT.search(text)
    if not cut or not piece[:1].islower():
        return f"{text} {piece}"
    first, second = cut[1], (re.match(r"\w*", piece) or [""])[0]
    whole = known[f"{first}{second}".casefold()] > 0
    hyphened = known[f"{first}-{second}".casefold()] > 0
    soft = text[-1] == "\u00ad"
    if not soft and not whole and (hyphened or first.casefold() in _KEEPS):
        return text + piece
    return text[:-1] + piece
