"""Captions, credits and other lines that a page prints twice."""

import re
from collections.abc import Iterator, Sequence

from cuttings import phrases
from cuttings.lines import Line, is_item, is_prose, key, words

_CREDIT = re.compile(
    r"(?:^|[.!?)’'\"”] ?|\()(?:Picture|Credit|Photo(?:graph)?|Image|Pic|PICTURE|CREDIT|PHOTO|IMAGE|PIC)s?(?: credit)?:? ?[A-Z@©][^.]{0,60}$"
    r"|\((?:picture|photo|image|pic)s?: ?[^().]{2,60}\)$"
    r"|\((?:[\w.'’ -]{1,50}/ ?)?(?:PA|AP|AFP|Reuters|Getty(?: Images)?|Alamy|Handout|SWNS|EPA|Shutterstock)(?: Wire| Media| Archive| Images| Photo)?\)$"
    r"|\| ?(?:PA|AP|AFP|Reuters|Getty(?: Images)?|Alamy|Adobe(?: ?Stock)?|Handout|SWNS|Shutterstock|Google(?: Maps)?|[\w ]{2,20} Police)$"
    r"|\((?:[\w.'’ -]{1,30} )?(?:file|library|stock|staff|handout|courtesy|archive)? ?(?:photo|photograph|picture|image|pic|library|file)s?(?: by [\w.'’ -]{2,40})?\)$"
    r"|©.{2,60}$"
)
_POINTER = re.compile(
    r"\((?:(?:top|bottom|far|pictured|inset),? ?)?(?:left|right|centre|center|above|below|inset|pictured|[lrc])\)|^(?:pictured|above|inset)\b",
    re.I,
)
_LONGEST = 45  # words of a caption


def mark(lines: Sequence[Line], title: str) -> None:
    """Give a reason to each line that is a caption, a credit, or a second printing; ``title`` is the headline's key."""
    _captions(lines)
    _adjacent(lines, title)
    _repeated(lines)


def _captions(lines: Sequence[Line]) -> None:
    for index, line in enumerate(lines):
        phrase = phrases.find(line.text)
        if phrase and phrase.reach is phrases.Reach.NEXT:
            _take(lines, index + 1, "caption", prose=True)
            _take_alike(lines, index - 1, line)
        elif line.kept and phrase and phrase.reason in ("caption", "credit"):
            line.reason = phrase.reason
        elif (
            line.kept
            and not phrase
            and len(words(line.text)) <= _LONGEST
            and (_CREDIT.search(line.text) or _points(line.text))
        ):
            line.reason = "caption"
        if line.reason in ("caption", "credit"):
            _take_alike(lines, index - 1, line)


def _points(text: str) -> bool:
    return bool(_POINTER.search(text)) and not is_prose(text)


def _take(lines: Sequence[Line], index: int, reason: str, prose: bool) -> None:
    if 0 <= index < len(lines) and lines[index].kept and (prose or not is_prose(lines[index].text)):
        if len(words(lines[index].text)) <= _LONGEST:
            lines[index].reason = reason


def _take_alike(lines: Sequence[Line], index: int, caption: Line) -> None:
    """A picture's alternative text stands right above its caption: same block, no sentence, and never a whole page's block."""
    if index < 0 or lines[index].block != caption.block or is_item(lines[index].text):
        return
    if sum(line.block == caption.block for line in lines[max(0, index - 4) : index + 6]) <= 5:
        _take(lines, index, "caption", prose=False)


def _adjacent(lines: Sequence[Line], title: str) -> None:
    """A line and the next but one at most: printed twice, or once more with its credit."""
    open_lines = [line for line in lines if line.reason in ("", "caption", "headline")]
    for left, right in zip(open_lines, open_lines[1:], strict=False):
        short, long = sorted((left, right), key=lambda line: len(line.text))
        if key(short.text) == title or is_item(short.text) or len(words(short.text)) < 3:
            continue
        same = key(short.text) == key(long.text)
        if same and is_prose(short.text):
            right.reason = right.reason or "repeated"
        elif same or (long.text.startswith(short.text) and 4 <= len(words(short.text)) >= len(words(long.text)) - 6):
            left.reason = right.reason = "caption"


def _repeated(lines: Sequence[Line]) -> None:
    """A pull quote or a lead-in repeats words of a paragraph: the shorter printing goes, the paragraph stays."""
    seen: dict[str, Line] = {}
    for line in lines:
        if line.kept and len(words(line.text)) >= (10 if is_prose(line.text) else 5):
            first = seen.setdefault(key(line.text), line)
            if first is not line:
                line.reason = "repeated"
    kept = [line for line in lines if line.kept]
    keys = {id(line): f" {' '.join(word.casefold() for word in words(line.text))} " for line in kept}
    holders: dict[str, list[Line]] = {}
    for line in kept:
        for start in _grams(keys[id(line)]):
            holders.setdefault(start, []).append(line)
    for line in kept:
        own = keys[id(line)]
        first_gram = next(_grams(own), "")
        among = holders.get(first_gram, []) if first_gram and len(own) < 400 else []
        if any(
            other is not line and is_prose(other.text) and len(keys[id(other)]) > len(own) and own in keys[id(other)]
            for other in among[:20]
        ):
            line.reason = "pull quote"


def _grams(spaced: str) -> Iterator[str]:
    parts = spaced.split()
    return (" ".join(parts[at : at + 6]) for at in range(len(parts) - 5))
