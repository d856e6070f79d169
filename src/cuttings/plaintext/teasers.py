"""Other stories on the page that no set phrase announces: glued to a paragraph, strayed into the text, or at its end.

A teaser is told from a subhead by its place and its words: a run of headlines that no sentence leads into, and that
share hardly a word with the article's own paragraphs. Where that does not decide, the line stays in the text.
"""

import re
from collections.abc import Callable, Sequence

from cuttings.plaintext import lists, phrases
from cuttings.plaintext.lines import (
    Line,
    content_words,
    is_broken_off,
    is_headline,
    is_item,
    is_prose,
    leads_in,
    overlap,
    vocabulary,
    words,
)

_OWN = 0.25  # of its content words the last paragraph has in common with those before it, if it stands by itself
_STRANGE = 0.2  # a teaser has no more
_KNOWN = 40  # words of a text that can tell
_SUBHEAD = 8  # words of the longest subhead
_IS_TOLD = re.compile(  # a quotation, a sentence, a line of a transcript
    r"[\"“‘']|(?:He|She|They|We|I|It|This|These|That) |(?:\S+ ){0,2}\S+: "
)

# "Miss Jo Vale KC, Chair", "Assistant Chief Constable Bo Lunt", at the foot of a decision
_SIGNED = re.compile(
    r"(?:(?:Signed|Dated)?:? ?)(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Judge|Justice|HHJ|(?:His|Her) "
    r"Honour|Rev|(?:Assistant |Deputy |Temporary |Acting |Detective )*(?:Chief )?(?:Constable|Superintendent|Inspector|"
    r"Officer|Commander|Commissioner))\.? )+(?:(?:[A-Z]\.? )*[A-Z][\w’'-]+ ?){2,3}(?:,? (?:[KQ]C|OBE|CBE|MBE|QPM|"
    r"JP|DL))*"
    r"(?:,? \(?(?:(?:[Ll]egally [Qq]ualified |[Pp]anel |[Ii]ndependent |[Ll]ay )*(?:[Cc]hair\w*|[Mm]ember|"
    r"[Aa]djudicator|"
    r"[Aa]ssessor|[Jj]udge|[Pp]resident))\)?)?"
)


def mark(lines: Sequence[Line], chosen: bool = False) -> None:
    """Give a reason to each line that is about another story, or nothing but a page's own words."""
    _glued(lines)
    lists.mark(lines, chosen)
    _rows(lines)
    _tail([line for line in lines if line.kept])
    _strays([line for line in lines if line.kept])


def _is_strange(text: str, known: set[str]) -> bool:
    return len(content_words(text)) >= 4 and overlap(text, known) <= _STRANGE and not is_broken_off(text)


def _glued(lines: Sequence[Line]) -> None:
    """What was glued to a paragraph without a space is a teaser, unless it can be the paragraph's subhead."""
    known = vocabulary(lines)
    for line in lines:
        if line.kept and line.glued and (len(words(line.text)) >= 6 or overlap(line.text, known) < 0.5):
            line.reason = "teaser"


def _rows(lines: Sequence[Line]) -> None:
    """Rows of share buttons, and entries of a menu where several stand together."""
    for at, line in enumerate(lines):
        count = len(line.text.split())
        if not line.kept:
            continue
        if phrases.is_share_row(line.text) and (count > 1 or _beside(lines, at, phrases.is_share_row)):
            line.reason = "share"
        elif phrases.is_navigation(line.text) and (count > 2 or _beside(lines, at, phrases.is_navigation)):
            line.reason = "menu"


def _beside(lines: Sequence[Line], at: int, test: Callable[[str], bool]) -> bool:
    near = [lines[index] for index in (at - 1, at + 1) if 0 <= index < len(lines)]
    return any(not is_prose(line.text) and (test(line.text) or line.reason == "share") for line in near)


def _tail(kept: Sequence[Line]) -> None:
    """The run of other stories after the article's last paragraph."""
    end = _last_paragraph(kept)
    rest = _unsigned(kept[end + 1 :])
    if not rest or (end >= 0 and leads_in(kept[end].text)) or any(is_item(line.text) for line in rest):
        return
    known = vocabulary(kept[: end + 1])
    heads = [line.text for line in rest if not is_prose(line.text)]
    shaped = [text for text in heads if is_headline(text)]
    strange = [text for text in shaped if _is_strange(text, known)]
    run = len(heads) >= 3 and len(heads) * 5 >= len(rest) * 3 and len(shaped) * 2 >= len(heads)
    few = len(rest) == len(heads) == len(shaped) <= 2
    if (run and len(strange) * 3 >= len(shaped)) or (few and strange):
        for line in rest:
            line.reason = "teaser"


def _unsigned(rest: Sequence[Line]) -> Sequence[Line]:
    """The last lines but those that sign a decision, where several do."""
    signed = [line for line in rest if _SIGNED.fullmatch(line.text.strip())]
    return [line for line in rest if line not in signed] if len(signed) > 1 else rest


def _last_paragraph(kept: Sequence[Line]) -> int:
    """The last line that reads on from those before it: a sentence after a sentence, or one that has their words."""
    known: set[str] = set()
    last = -1
    for at, line in enumerate(kept):
        if not is_prose(line.text):
            continue
        follows = at == 0 or is_prose(kept[at - 1].text) or is_item(line.text) or leads_in(kept[at - 1].text)
        if follows or len(known) < _KNOWN or overlap(line.text, known) >= _OWN:
            last = at
        known |= content_words(line.text)
    return last


def _strays(kept: Sequence[Line]) -> None:
    """A headline among paragraphs that is too long for a subhead, or one of several, and about something else."""
    known = vocabulary(kept)
    first = next((at for at, line in enumerate(kept) if is_prose(line.text)), len(kept))
    for at in range(first + 1, len(kept) - 1):
        text = kept[at].text
        if not is_headline(text) or _IS_TOLD.match(text) or _is_led_into(kept, at):
            continue
        run = sum(is_headline(near.text) for near in kept[at - 1 : at + 2]) >= 2
        if (len(words(text)) > _SUBHEAD or run) and _is_strange(text, known):
            kept[at].reason = "teaser"


def _is_led_into(kept: Sequence[Line], at: int) -> bool:
    """Whether the last sentence before a line announces it, as a list's first sentence does its items."""
    above = (line.text for line in reversed(kept[max(0, at - 8) : at]))
    return leads_in(next((text for text in above if is_prose(text) or leads_in(text)), ""))
