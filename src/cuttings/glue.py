"""Where a page's parts were run together: ``… since 2020Former Superintendent Mehtab said …``.

A saved page loses the border between a teaser and the paragraph after it. What shows it is a small letter, a figure or a
closing quotation mark that a capital follows without a space. Names (WhatsApp, O’Malley, McShane) look alike.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from cuttings.lines import Line, is_prose, key, words

_SEAM = re.compile(r"(?<=[a-z0-9'’\"”)?!%])(?=[\"“‘']?[A-Z][a-z’']*)")
_AFTER_STOP = re.compile(r"(?<=[a-z]{2}[.!?])(?=[\"“]?[A-Z][a-z])|(?<=[a-z]{2}[.!?][\"”’)])(?=[\"“]?[A-Z][a-z])")
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKEN_BEFORE = re.compile(r"\S*$")
_TOKEN_AFTER = re.compile(r"\S*")
_CAMEL = re.compile(
    r"^(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|Des|Lo|O|D|L|M|N|Whats|You|Tik|Linked|Face|Snap|Pay|Buzz|Deep|Air|Black|Play|Power|Sound|Master"
    r"|Team|Only|Git|My|Red|Blue|Crowd|Just|Go|Data|Fire|Open|Chat|Live|Euro|Inter|Met|Bit|Co|i|e)$"
)
_LONGEST = 300  # characters of a headline
_STARTERS = frozenset(
    "The A An This That These Those He She It They We I You His Her Their Its Our In On At By From Of To For With As After Before During When While"
    " Where Who What Why How If But And Or Nor So Yet Not No All Both Some Many Most More Two Three Four Five Six Seven Eight Nine Ten Former"
    " Police Officers Meanwhile However Last Earlier Speaking There One Another Several".split()
)


def split(lines: Sequence[Line]) -> list[Line]:
    """The lines, cut at their seams; ``glued`` marks a part that had no space before the next one.

    >>> [line.text for line in split([Line("Ten teachers win at gala nightThe force said that it was sorry.", 0)])]
    ['Ten teachers win at gala night', 'The force said that it was sorry.']
    """
    known = Counter(word for line in lines for word in _LETTERS.findall(line.text))
    whole = Counter(token for line in lines for token in line.text.split())
    found: list[Line] = []
    for line in lines:
        parts = [(line.text, False)] if line.reason else _cut(line.text, known, whole)
        found += [Line(text, line.block, line.reason, glued) for text, glued in parts]
    return found


def _cut(line: str, known: Counter[str], whole: Counter[str]) -> list[tuple[str, bool]]:
    parts, start = [], 0
    half = _doubled(line)
    if half:
        return [(line[:half], True), (line[half:], False)]
    prose = is_prose(line)
    for match in _SEAM.finditer(line) if prose else ():
        at = match.start()
        if 3 < at - start <= _LONGEST and _is_seam(line[start:at], line[at : at + _LONGEST], known, whole):
            parts.append((line[start:at].strip(), True))
            start = at
    tail = line[start:]
    borders = [match.start() for match in _AFTER_STOP.finditer(tail) if _is_border(tail, match.start())]
    for left_edge, right_edge in zip([0, *borders], [*borders, len(tail)], strict=True):
        parts.append((tail[left_edge:right_edge].strip(), False))
    return [part for part in parts if part[0]]


def _doubled(line: str) -> int:
    """Where a line that is one text printed twice has its middle; 0 for any other."""
    middle = len(line) // 2
    for edge in (middle, middle + 1):
        if (
            len(line) <= 2 * _LONGEST
            and len(words(line)) >= 6
            and key(line[:edge]) == key(line[edge:])
            and key(line[edge:])
        ):
            return edge
    return 0


def _is_seam(left: str, right: str, known: Counter[str], whole: Counter[str]) -> bool:
    before, after = _TOKEN_BEFORE.search(left[-60:])[0], _TOKEN_AFTER.match(right[:60])[0]  # type: ignore[index]
    if whole[before + after] > 1 or "/" in before or "@" in before + after or "www." in before:
        return False
    count, last = len(words(left)), left[-1]
    starts = re.sub(r"\W", "", right.split(" ", 1)[0].split("'")[0].split("’")[0]) in _STARTERS
    if count < (2 if starts else 4) or not _begins_sentence(right) or (right[0] in "\"'" and _is_open(left, right[0])):
        return False
    return _seam_after(last)(left, before, after, starts, known)


def _begins_sentence(right: str) -> bool:
    """The part after the seam must be running text: a teaser is glued to a paragraph, a name to nothing."""
    return len(words(right)) >= 4 and not re.match(r"[\"'][^\w]", right)


_Test = Callable[[str, str, str, bool, Counter[str]], bool]


def _seam_after(last: str) -> _Test:
    if last.isdigit():
        return _after_figure
    if last in "'’\"”":
        return _after_quote
    return _after_letter if last.isalpha() else _after_mark


def _after_figure(left: str, before: str, after: str, starts: bool, known: Counter[str]) -> bool:
    return before.strip("'‘“\"(£$").isdigit() and (starts or len(before) > 1)  # not 4Runner, G20Summit


def _after_quote(left: str, before: str, after: str, starts: bool, known: Counter[str]) -> bool:
    return _is_open(left[:-1], left[-1]) and len(re.sub(r"\W", "", before)) > 2  # not O’Malley, De’Andre


def _is_open(left: str, mark: str) -> bool:
    """Whether a quotation that ``mark`` would close is open at the end of ``left``."""
    if mark in "’”":
        return "‘" in left if mark == "’" else left.rfind("“") > left.rfind("”")
    return len(re.findall(rf"(?:^|(?<=[\s(])){mark}(?=\w)", left)) > len(
        re.findall(rf"(?<=[\w.,!?]){mark}(?=$|[\s,.;:)])", left)
    )


def _after_letter(left: str, before: str, after: str, starts: bool, known: Counter[str]) -> bool:
    first, second = re.sub(r"[^A-Za-z]", "", before), re.match(r"[\"“‘']?([A-Za-z]*)", after)[1]  # type: ignore[index]
    if len(first) < 3 or len(second) < 1 or _CAMEL.match(first):
        return False
    if first.islower() and len(second) > 2:
        return True  # a headline's last word; names like WhatsApp begin with a capital
    return starts or (known[second] > 0 and (known[first] > 0 or known[first.casefold()] > 0))


def _after_mark(left: str, before: str, after: str, starts: bool, known: Counter[str]) -> bool:
    return True


def _is_border(line: str, at: int) -> bool:
    """Two sentences without a space between them were two paragraphs; ``police.UK`` was not."""
    before = _TOKEN_BEFORE.search(line[max(0, at - 60) : at])[0]  # type: ignore[index]
    return (
        len(words(line[max(0, at - 400) : at])) >= 6
        and not re.search(r"[/@]|\w\.\w", before)
        and len(words(line[at : at + 200])) >= 4
    )
