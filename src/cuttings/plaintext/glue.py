"""Where a page's parts were run together: ``Ten pubs to try before 2023Former officers said …``.

A saved page loses the border between a teaser and the paragraph after it. What shows it is a small letter, a figure or
a closing quotation mark that a capital follows without a space. Names (WhatsApp, O’Malley, McShane) look alike.
"""

import re
from collections import Counter
from collections.abc import Sequence

from cuttings.plaintext.lines import Line, is_prose, key, words

_SEAM = re.compile(r"(?<=[a-z0-9'’\"”)?!%])(?=[\"“‘']?[A-Z][a-z’']*)")
_AFTER_STOP = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[\"“]?[A-Z][a-z])|(?<=[a-z]{2}[.!?][\"”’)])(?=[\"“]?[A-Z][a-z])",
)
_LETTERS = re.compile(r"[^\W\d_]+")
_TOKEN_BEFORE = re.compile(r"\S*$")
_TOKEN_AFTER = re.compile(r"\S*")
_FIRST_WORD = re.compile(r"[\"“‘']?([A-Za-z]*)")
_NO_LETTERS = re.compile(r"[^A-Za-z]")
_ADDRESS = re.compile(r"[/@]|\w\.\w")
_BEGINS_NAMES = re.compile(  # of which the second part has a capital too
    r"(?:Mc|Mac|Fitz|De|Di|Du|La|Le|Van|Des|Lo|O|D|L|M|N|Whats|You|Tik|Linked|Face|Snap|Pay|Buzz|Deep|Air|Black|Play"
    r"|Power|Sound|Master|Team|Only|Git|My|Red|Blue|Crowd|Just|Go|Data|Fire|Open|Chat|Live|Euro|Inter|Met|Bit|Co)"
)
_LONGEST = 300  # characters of a headline
_STARTERS = frozenset(
    words(
        "The A An This That These Those He She It They We I You His Her Their Its Our In On At By From Of To For With"
        " As After Before During When While Where Who What Why How If But And Or Nor So Yet Not No All Both Some Many"
        " Most More Two Three Four Five Six Seven Eight Nine Ten Former Police Officers Meanwhile However Last Earlier"
        " Speaking There One Another Several"
    )
)

_SMALL = frozenset(words("it us up in on to me go so no be by do is at of off out her him them you"))


def split(lines: Sequence[Line]) -> list[Line]:
    """The lines, cut at their seams; ``glued`` marks a part that had no space before the next one.

    >>> [line.text for line in split([Line("Ten teachers win at gala nightThe force said that it was sorry.", 0)])]
    ['Ten teachers win at gala night', 'The force said that it was sorry.']
    """
    seams = _Seams(lines)
    found: list[Line] = []
    for line in lines:
        parts = [(line.text, False)] if line.reason else seams.cut(line.text)
        found += [Line(text, line.block, line.reason, glued) for text, glued in parts]
    return found


class _Seams:
    """Finds the seams of a text's lines, knowing which words the text has elsewhere."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.known = Counter(word for line in lines for word in _LETTERS.findall(line.text))
        self.tokens = Counter(token for line in lines for token in line.text.split())

    def cut(self, line: str) -> list[tuple[str, bool]]:
        half = _doubled(line)
        if half:
            return [(line[:half], True), (line[half:], False)]
        parts, start = [], 0
        for match in _SEAM.finditer(line) if is_prose(line) else ():
            at = match.start()
            if 3 < at - start <= _LONGEST and self._is_seam(line[start:at], line[at : at + _LONGEST]):
                parts.append((line[start:at].strip(), True))
                start = at
        return [part for part in [*parts, *_at_stops(line[start:])] if part[0]]

    def _is_seam(self, left: str, right: str) -> bool:
        before, after = _token_before(left), _token_after(right)
        if self.tokens[before + after] > 1 or _ADDRESS.search(before) or "@" in after:
            return False
        starts = key(_FIRST_WORD.match(right)[1]).capitalize() in _STARTERS  # type: ignore[index]
        if len(words(left)) < (2 if starts else 4) or len(words(right)) < 4:
            return False
        if right[0] in "\"'" and (_is_open(left, right[0]) or not right[1:2].isalnum()):
            return False
        last = left[-1]
        if last.isdigit():  # not 4Runner, G20Summit
            return before.strip("'‘“\"(£$").isdigit() and (starts or len(before) > 1)
        if last in "'’\"”":  # not O’Malley, De’Andre
            return _is_open(left[:-1], last) and len(re.sub(r"\W", "", before)) > 2
        return not last.isalpha() or self._is_after_word(before, right, starts)

    def _is_after_word(self, before: str, right: str, starts: bool) -> bool:
        """Whether two words were run together: a headline's last and a paragraph's first, not ``WhatsApp``."""
        first, second = _NO_LETTERS.sub("", before), _FIRST_WORD.match(right)[1]  # type: ignore[index]
        if first in _SMALL and len(second) > 3:
            return len(words(right)) >= 6
        if len(first) < 3 or _BEGINS_NAMES.fullmatch(first):
            return False
        if first.islower() and len(second) > 2:
            return True  # names like WhatsApp begin with a capital
        return starts or (self.known[second] > 0 and (self.known[first] > 0 or self.known[first.casefold()] > 0))


def _token_before(text: str) -> str:
    return _TOKEN_BEFORE.search(text[-60:])[0]  # type: ignore[index]


def _token_after(text: str) -> str:
    return _TOKEN_AFTER.match(text[:60])[0]  # type: ignore[index]


def _doubled(line: str) -> int:
    """Where a line that is one text printed twice has its middle; 0 for any other."""
    if len(line) > 2 * _LONGEST or len(words(line)) < 6:
        return 0
    middle = len(line) // 2
    return next((at for at in (middle, middle + 1) if key(line[at:]) and key(line[:at]) == key(line[at:])), 0)


def _is_open(left: str, mark: str) -> bool:
    """Whether a quotation that ``mark`` would close is open at the end of ``left``."""
    if mark in "’”":
        return "‘" in left if mark == "’" else left.rfind("“") > left.rfind("”")
    opening = re.findall(rf"(?:^|(?<=[\s(])){mark}(?=\w)", left)
    closing = re.findall(rf"(?<=[\w.,!?]){mark}(?=$|[\s,.;:)])", left)
    return len(opening) > len(closing)


def _at_stops(line: str) -> list[tuple[str, bool]]:
    """Two sentences without a space between them were two paragraphs; ``police.UK`` was not."""
    borders = [match.start() for match in _AFTER_STOP.finditer(line) if _is_border(line, match.start())]
    edges = zip([0, *borders], [*borders, len(line)], strict=True)
    return [(line[start:end].strip(), False) for start, end in edges]


def _is_border(line: str, at: int) -> bool:
    before = line[max(0, at - 400) : at]
    return (
        len(words(before)) >= 6 and not _ADDRESS.search(_token_before(before)) and len(words(line[at : at + 200])) >= 4
    )
