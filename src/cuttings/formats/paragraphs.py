"""Printed lines to paragraphs: what stands in a page's margins, where a paragraph ends, and words cut at line ends."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_MARGIN = 0.09  # of the page's height, at its top and its foot
_SMALL = 0.85  # of the size of the running text
_RARE = 0.15  # of all distances
_GAP = 1.25  # times the usual distance of two lines: another paragraph
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
    kept, dropped, gone = [], [], {}
    for line in edge:
        twice = len(pages) > 1 and repeated[_shape(line)] >= max(2, len(pages) // 2)
        if twice or _NUMBER.fullmatch(line.text.strip()) or line.size < _SMALL * body or is_browsers(line.text):
            gone[line.page, round(line.y)] = line
    for line in lines:
        beside = not _MARGIN < line.up < 1 - _MARGIN and (line.page, round(line.y)) in gone
        (dropped if beside else kept).append(line.text.strip() if beside else line)  # type: ignore[arg-type]
    if not kept:
        return list(lines), []
    return kept, list(dict.fromkeys(dropped))


def is_browsers(text: str) -> bool:
    """Whether a line is what a browser prints in the margins: the day of printing, the page's address."""
    return bool(_BROWSER.fullmatch(text.strip()))


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
    """The distance of two lines of a paragraph, in sizes of their letters: the smallest that is not rare."""
    gaps = sorted(
        (before.y - line.y) / line.size
        for before, line in pairwise(lines)
        if _alike(before, line) and 0.8 < (before.y - line.y) / line.size < 2.5
    )
    for gap in gaps:
        near = [other for other in gaps if gap <= other <= gap + 0.12]
        if len(near) >= _RARE * len(gaps):
            return near[-1]
    return 1.2


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
    indented = ended and line.x - before.x > _INDENT * line.size and gap > 0.5
    return indented or (bool(_ITEM.match(before.text.strip())) and line.x < before.x - 0.2 * line.size)


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
