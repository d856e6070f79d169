"""Captions, credits and other lines that a page prints twice."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cuttings.plaintext import phrases
from cuttings.plaintext.lines import Line, is_item, is_prose, key, words

_CREDIT = re.compile(
    r"(?:^|[.!?)’'\"”] ?|\()(?:Picture|Credit|Photo(?:graph)?|Image|Pic|PICTURE|CREDIT|PHOTO|IMAGE|PIC)s?"
    r"(?: credit)?:? ?[A-Z@©][^.]{0,60}$"
    r"|\((?:picture|photo|image|pic)s?: ?[^().]{2,60}\)$"
    r"|\((?:[\w.'’ -]{1,50}/ ?)?(?:PA|AP|AFP|Reuters|Getty(?: Images)?|Alamy|Handout|SWNS|EPA|Shutterstock)"
    r"(?: Wire| Media| Archive| Images| Photo)?\)$"
    r"|\| ?(?:PA|AP|AFP|Reuters|Getty(?: Images)?|Alamy|Adobe(?: ?Stock)?|Handout|Submitted|SWNS|Shutterstock"
    r"|Google(?: Maps)?|[\w ]{2,20} Police)$"
    r"|\((?:[\w.'’ -]{1,30} )?(?:(?:file|library|stock|staff|archive) )?"
    r"(?:photo|photograph|picture|image|pic|library|file)s?(?: by [\w.'’ -]{2,40})?\)$"
    r"|©.{2,60}$|\((?:[Rr]ef|REF)[:.]? ?[\w-]+\)$"
    r"|\b(?:Picture|Photo(?:graph)?|Image|Pic|PICTURE|PHOTO|IMAGE)s?: ?[A-Z@©][^.]{0,60}$"
)
_POINTER = re.compile(
    r"\((?:(?:top|bottom|far|pictured|inset),? ?)?(?:left|right|centre|center|above|below|inset|pictured|[lrc])\)"
    r"|^(?:pictured|above|inset)\b",
    re.IGNORECASE,
)
_LONGEST = 45  # words of a caption
_NEAR = 5  # lines between two printings of a caption
_GRAM = 6  # words that two printings must share


def mark(lines: Sequence[Line], title: str) -> None:
    """Give a reason to each line that is a caption, a credit, or a second printing; ``title`` is the headline's key."""
    _captions(lines)
    _adjacent(lines, title)
    _repeated(lines)
    _pull_quotes([line for line in lines if line.kept])


def _captions(lines: Sequence[Line]) -> None:
    for index, line in enumerate(lines):
        phrase = phrases.find(line.text) if line.kept else None
        if phrase and phrase.reach is phrases.Reach.NEXT:
            line.reason = phrase.reason
            _take(lines, index + 1, prose=True)
        elif phrase and phrase.reason in ("caption", "credit"):
            line.reason = phrase.reason
        elif line.kept and not phrase and len(words(line.text)) <= _LONGEST and is_caption(line.text):
            line.reason = "caption"
        if line.reason in ("caption", "credit"):
            _take_alike(lines, index - 1, line)


def is_caption(text: str) -> bool:
    """Whether a line has a picture's credit in it, or points at somebody in the picture."""
    return bool(_CREDIT.search(text)) or (bool(_POINTER.search(text)) and not is_prose(text))


def _take(lines: Sequence[Line], index: int, prose: bool) -> None:
    line = lines[index] if 0 <= index < len(lines) else None
    if line and line.kept and (prose or not is_prose(line.text)) and len(words(line.text)) <= _LONGEST:
        line.reason = "caption"


def _take_alike(lines: Sequence[Line], index: int, caption: Line) -> None:
    """A picture's alternative text stands right above its caption, in a small block: not where a page is one block."""
    if index < 0 or lines[index].block != caption.block or is_item(lines[index].text):
        return
    if sum(line.block == caption.block for line in lines[max(0, index - 4) : index + 6]) <= 5:
        _take(lines, index, prose=False)


def _adjacent(lines: Sequence[Line], title: str) -> None:
    """A line and the next one: printed twice, or once more with its credit."""
    for left, right in pairwise([line for line in lines if line.reason in ("", "caption", "headline")]):
        short, long = sorted((left, right), key=lambda line: len(line.text))
        count = len(words(short.text))
        if key(short.text) == title or is_item(short.text) or count < 3:
            continue
        same = key(short.text) == key(long.text)
        if same and is_prose(short.text):
            right.reason = right.reason or "repeated"
        elif same or (count >= 4 and len(words(long.text)) - count <= 6 and _holds(long.text, short.text)):
            left.reason = right.reason = "caption"


def _holds(long: str, short: str) -> bool:
    """Whether one line begins or ends with another, their credits apart."""
    short, long = _CREDIT.sub("", short).strip(), _CREDIT.sub("", long).strip()
    return len(words(short)) >= 4 and (long.startswith(short) or long.endswith(short) or short.endswith(long))


def _repeated(lines: Sequence[Line]) -> None:
    """A long line that was there before, with its first printing if that is near; a short sentence may come twice."""
    seen: dict[str, int] = {}
    for at, line in enumerate(lines):
        if line.kept and len(words(line.text)) >= (10 if is_prose(line.text) else 5):
            first = seen.setdefault(key(line.text), at)
            if first < at:
                line.reason = "repeated"
            if 0 < at - first <= _NEAR and not is_prose(line.text):
                lines[first].reason = line.reason = "caption"


def _pull_quotes(kept: Sequence[Line]) -> None:
    """A pull quote repeats words of a paragraph: the shorter printing goes, the paragraph stays."""
    spoken = [f" {' '.join(word.casefold() for word in words(line.text))} " for line in kept]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(spoken):
        if is_prose(kept[at].text):
            for gram in _grams(text):
                holders[gram].append(at)
    for at, text in enumerate(spoken):
        among = holders.get(next(_grams(text), ""), []) if len(text) < 400 else []
        if any(len(spoken[other]) > len(text) and text in spoken[other] for other in among[:20]):
            kept[at].reason = "pull quote"


def _grams(spaced: str) -> Iterator[str]:
    parts = spaced.split()
    return (" ".join(parts[at : at + _GRAM]) for at in range(len(parts) - _GRAM + 1))
