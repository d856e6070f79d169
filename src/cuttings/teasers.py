"""Other stories on the page: teasers glued to a paragraph, lists in the middle of the text, the run at its end.

A teaser is told from a subhead by its place and its words: a run of headlines that no sentence leads into, and that
share hardly a word with the article's own paragraphs. Where that does not decide, the line stays in the text.
"""

import re
from collections.abc import Sequence

from cuttings import phrases
from cuttings.lines import Line, content_words, is_broken_off, is_headline, is_item, is_prose, leads_in, overlap, words

_OWN = 0.25  # of its content words a paragraph of the article has in common with those before it
_STRANGE = 0.2  # a teaser has less
_IS_TOLD = re.compile(
    r"[\"“‘']|(?:He|She|They|We|I|It|This|These|That) |(?:\S+ ){0,2}\S+: "
)  # a quotation, a sentence, a transcript
_REPLY = re.compile(r"(?:reply|report|like|\d+ ?(?:m|h|d|minutes?|hours?|days?|weeks?|months?) ago|\d+ likes?)", re.I)


def mark(lines: Sequence[Line]) -> None:
    """Give a reason to each line that is about another story, or nothing but a page's own words."""
    _glued(lines)
    found = [(at, phrases.find(line.text)) for at, line in enumerate(lines) if line.kept]
    for at, phrase in found:
        if phrase and lines[at].kept:
            lines[at].reason = phrase.reason
    for at, phrase in found:
        if phrase and phrase.reach is phrases.Reach.REST and _is_comments(lines, at):
            _take(lines[at:], "comments")
        elif phrase and phrase.reach is phrases.Reach.LIST:
            _list(lines, at)
        elif phrase and phrase.reason in ("related", "newsletter"):
            _beside_it(lines, at)
    _rows(lines)
    _tail(lines)
    _strays(lines)


def _take(lines: Sequence[Line], reason: str) -> None:
    for line in lines:
        line.reason = line.reason or reason


def _vocabulary(lines: Sequence[Line]) -> set[str]:
    return set().union(*(content_words(line.text) for line in lines if line.kept and is_prose(line.text)))


def _glued(lines: Sequence[Line]) -> None:
    """What was glued to a paragraph without a space is a teaser, unless it can be the paragraph's subhead."""
    vocabulary = _vocabulary(lines)
    for line in lines:
        if line.kept and line.glued and (len(words(line.text)) >= 6 or overlap(line.text, vocabulary) < 0.5):
            line.reason = "teaser"


def _is_comments(lines: Sequence[Line], at: int) -> bool:
    """Whether readers' comments follow, rather than a button that leads to them."""
    rest = [line.text for line in lines[at + 1 :] if line.kept]
    if not any(line.kept and is_prose(line.text) for line in lines[:at]):
        return False
    short = sum(not is_prose(text) for text in rest)
    return any(_REPLY.fullmatch(text) for text in rest[:12]) or short * 2 >= len(rest) > 0


def _list(lines: Sequence[Line], at: int) -> None:
    """Take the lines under ``Most read`` and its like, as far as the article's own text does not go on."""
    vocabulary = _vocabulary(lines[:at])
    for index in range(at + 1, len(lines)):
        line = lines[index]
        if not line.kept:
            continue
        if is_prose(line.text) and _resumes(lines, index, vocabulary):
            return
        line.reason = "teaser"


def _beside_it(lines: Sequence[Line], at: int) -> None:
    """Headlines right under ``Read more: …`` belong to it, at the end of the text or if the article's words are not theirs."""
    vocabulary = _vocabulary(lines)
    ends = not any(line.kept and is_prose(line.text) for line in lines[at + 1 :])
    for line in lines[at + 1 :]:
        if line.kept and not (
            is_headline(line.text) and not is_prose(line.text) and (ends or overlap(line.text, vocabulary) <= _STRANGE)
        ):
            return
        line.reason = line.reason or lines[at].reason


def _resumes(lines: Sequence[Line], at: int, vocabulary: set[str]) -> bool:
    if not vocabulary:
        return True
    following = next((line.text for line in lines[at + 1 :] if line.kept and not phrases.find(line.text)), "")
    near = overlap(lines[at].text, vocabulary)
    return (
        near >= 0.35
        or (is_prose(following) and near + overlap(following, vocabulary) >= _STRANGE)
        or (not following and near >= _OWN)
    )


def _rows(lines: Sequence[Line]) -> None:
    """Rows of share buttons, and entries of a menu where several stand together or above the text."""
    for at, line in enumerate(lines):
        if not line.kept:
            continue
        if phrases.is_share_row(line.text) and (" " in line.text or _beside(lines, at, phrases.is_share_row)):
            line.reason = "share"
        elif phrases.is_navigation(line.text) and (
            _beside(lines, at, phrases.is_navigation) or len(words(line.text)) > 2
        ):
            line.reason = "menu"


def _beside(lines: Sequence[Line], at: int, test) -> bool:  # type: ignore[no-untyped-def]
    near = [lines[index] for index in (at - 1, at + 1) if 0 <= index < len(lines)]
    return any(not is_prose(line.text) and test(line.text) for line in near)


def _tail(lines: Sequence[Line]) -> None:
    """The run of other stories after the article's last paragraph."""
    kept = [line for line in lines if line.kept]
    end = _last_paragraph(kept)
    rest = kept[end + 1 :]
    if not rest or (end >= 0 and leads_in(kept[end].text)) or any(is_item(line.text) for line in rest):
        return
    vocabulary = _vocabulary(kept[: end + 1])
    heads = [line for line in rest if not is_prose(line.text)]
    strange = [line for line in heads if is_headline(line.text) and _is_strange(line.text, vocabulary)]
    shaped = [line for line in heads if is_headline(line.text)]
    if (
        len(heads) >= 3
        and len(heads) * 5 >= len(rest) * 3
        and len(strange) * 3 >= len(shaped)
        and len(shaped) * 2 >= len(heads)
    ):
        _take(rest, "teaser")
    elif len(rest) == len(heads) == len(shaped) <= 2 and strange:
        _take(rest, "teaser")


def _last_paragraph(kept: Sequence[Line]) -> int:
    """The last line that reads on from those before it: a sentence after a sentence, or one that has their words."""
    seen: list[set[str]] = []
    vocabulary: set[str] = set()
    last = -1
    for at, line in enumerate(kept):
        if is_prose(line.text):
            follows = at == 0 or is_prose(kept[at - 1].text) or is_item(line.text) or leads_in(kept[at - 1].text)
            if follows or len(vocabulary) < 40 or overlap(line.text, vocabulary) >= _OWN:
                last = at
            seen.append(content_words(line.text))
            vocabulary |= seen[-1]
    return last


def _is_strange(text: str, vocabulary: set[str]) -> bool:
    return len(content_words(text)) >= 4 and overlap(text, vocabulary) <= _STRANGE and not is_broken_off(text)


def _strays(lines: Sequence[Line]) -> None:
    """A headline among paragraphs that is too long for a subhead, or one of several, and about something else."""
    kept = [line for line in lines if line.kept]
    vocabulary = _vocabulary(kept)
    first = next((at for at, line in enumerate(kept) if is_prose(line.text)), len(kept))
    for at in range(first + 1, len(kept) - 1):
        line, above = kept[at], reversed(kept[max(0, at - 8) : at])
        before = next((near for near in above if is_prose(near.text) or leads_in(near.text)), None)
        run = sum(is_headline(near.text) for near in kept[at - 1 : at + 2]) >= 2
        if not is_headline(line.text) or _IS_TOLD.match(line.text) or (before and leads_in(before.text)):
            continue
        if (len(words(line.text)) >= 9 or run) and _is_strange(line.text, vocabulary):
            line.reason = "teaser"
