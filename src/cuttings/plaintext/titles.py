"""Which line of a saved text is its headline, and which belong to the paper that printed it."""

import re
from collections.abc import Sequence

from cuttings.plaintext import bylines, datelines, phrases
from cuttings.plaintext.lines import (
    ENDED,
    Line,
    content_words,
    is_headline,
    is_item,
    is_prose,
    is_titled,
    key,
    overlap,
    vocabulary,
    words,
)

HEADLINE = "headline"
_ALIEN = 0.15  # a headline that shares less of its words with the text is another story's
_GLUED = 0.4  # one that was glued to a paragraph must share more
_SITE = re.compile(r"(?: [-–—|·:•] .{2,40}){1,3}")  # after the headline in a page's title
_KNOWN = 30  # words of a text that can tell


def is_text(line: Line) -> bool:
    """Whether a line is running text of the article, as far as it can be told by itself."""
    return line.kept and is_prose(line.text) and not phrases.find(line.text)


def first_text(lines: Sequence[Line]) -> int:
    """Where the running text begins; the number of the lines if there is none."""
    return next((at for at, line in enumerate(lines) if is_text(line)), len(lines))


def masthead(lines: Sequence[Line]) -> str:
    """Mark menus, the way to the page and the paper's name above the text, and return that name."""
    found = ""
    first = first_text(lines)
    for line in lines[: first if first < len(lines) else 0]:
        steps = phrases.trail(line.text)
        if not line.kept or ":" in line.text:
            continue
        if phrases.is_navigation(line.text):
            line.reason = "menu"
        elif steps and not datelines.read(line.text):
            line.reason = "menu"
            found = found or (bylines.publisher(steps[0]) if bylines.is_organisation(steps[0]) else "")
        elif _is_masthead(line.text):
            line.reason = "" if bylines.is_police(line.text) else "masthead"
            found = found or bylines.publisher(line.text)
    return found


def _is_masthead(text: str) -> bool:
    named = 2 <= len(words(text)) <= 5 and "," not in text and is_titled(text) and bylines.is_organisation(text)
    return named and not phrases.find(text) and not datelines.read(text)


def find(lines: Sequence[Line], body: int, title: str) -> str:
    """Mark the headline among the lines above ``body``, and return it; ``title`` is one that is known already.

    A second printing is marked as such. So is a headline that belongs to another story.
    """
    found = title
    if not title:
        chosen = _choose(lines[: min(first_text(lines), body)], vocabulary(line for line in lines if is_text(line)))
        chosen = chosen or _of_sentences(lines[:body])
        if chosen is not None:
            chosen = _without_site(chosen, lines[:body])
            chosen.reason, found = HEADLINE, chosen.text
    known = key(found)
    printed = any(line.reason == HEADLINE for line in lines)
    for line in lines if known else ():
        if line.kept and key(line.text) == known:
            line.reason = "repeated headline" if printed else HEADLINE
            printed = True
    for line in lines[:body] if title else ():
        if line.kept and _is_variant(line.text, title):
            line.reason = "repeated headline"
    return found


def _of_sentences(above: Sequence[Line]) -> Line | None:
    """The first line of all, right above the dateline, though it is of sentences: ``'I rang. No one came'``."""
    first, under = (*above[:2], None, None)[:2]
    if not first or not under or under.reason != "dateline" or not is_text(first):
        return None
    return first if not ENDED.search(first.text) and len(words(first.text)) <= 30 else None


def _without_site(chosen: Line, candidates: Sequence[Line]) -> Line:
    """The headline's printing without the site's name after it, where a page's title stands above it."""
    for line in candidates:
        rest = chosen.text[len(line.text) :] if chosen.text.startswith(line.text) else ""
        if line.kept and len(words(line.text)) >= 4 and _SITE.fullmatch(rest):
            chosen.reason = "masthead"
            return line
    return chosen


def _choose(candidates: Sequence[Line], known: set[str]) -> Line | None:
    """The headline among the lines above the text; one that shares no words with it belongs to another story."""
    short = None
    for line in candidates:
        if not line.kept or phrases.is_navigation(line.text) or bylines.has_post(line.text) or _PAGE.search(line.text):
            continue
        near = overlap(line.text, known)
        if not is_headline(line.text):
            short = short or (line if _is_short_headline(line.text) else None)
        elif line.glued and near < _GLUED:
            continue
        elif len(known) >= _KNOWN and len(content_words(line.text)) >= 5 and near < _ALIEN:
            line.reason = "other story"
        elif not phrases.find(line.text) or near >= 0.5:
            return line
    return short


_PAGE = re.compile(r"\b[Pp]age [A-Z]?\d{1,3}$")  # "The Kerrin Standard, page A2"


def _is_short_headline(text: str) -> bool:
    plain = not (phrases.find(text) or is_prose(text) or is_item(text) or is_titled(text))
    return 2 <= len(words(text)) <= 3 and plain and text[-1] not in ":,;"


def _is_variant(text: str, title: str) -> bool:
    """Whether a line says what the headline says, in nearly the same words."""
    own, known = content_words(text), content_words(title)
    return not is_prose(text) and len(own) >= 3 and len(own & known) >= 0.7 * max(len(own), len(known))
