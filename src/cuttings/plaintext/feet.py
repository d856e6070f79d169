"""What stands under a text, or between its parts, and says of the article when it appeared or who wrote it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from cuttings.plaintext import bylines, datelines, imprints, phrases
from cuttings.plaintext.datelines import Dateline
from cuttings.plaintext.lines import Line, is_prose, is_titled, words
from cuttings.plaintext.titles import first_text

if TYPE_CHECKING:
    from cuttings.plaintext.heads import Head

_SIGNATURE = 6  # words of a name and a post


def read(lines: Sequence[Line], body: int, head: "Head") -> None:
    """Mark the bylines and datelines under the text, and learn from them; ``body``: where the running text begins."""
    _under_paragraphs(lines, head)
    _imprints(lines, body, head)
    if head.is_undated:
        _documents(lines[body:], head)
    if head.is_undated:
        _last(lines, head)


def _under_paragraphs(lines: Sequence[Line], head: "Head") -> None:
    """A byline or a labelled date under a paragraph; an unlabelled one may be an entry of a chronology."""
    for before, line in pairwise(lines):
        found = datelines.read(line.text) if line.kept and is_prose(before.text) and not is_prose(line.text) else None
        if found and (found.labelled or (found.reason == "byline" and not head.author)):
            _take(line, found, head)


def _take(line: Line, found: Dateline, head: "Head") -> None:
    line.reason = found.reason
    if head.bare:  # a day beside the headline is believed before one under the text, whatever that is called
        found.stated, found.bare = [], found.bare + found.stated
    head.learn(found)


def _imprints(lines: Sequence[Line], body: int, head: "Head") -> None:
    """Sentences that say when this text appeared, in the head or at the end; and that it was a speech, in the head."""
    texts = [line for line in lines if line.text and not line.reason]
    for line in [line for line in lines[: body + 1] if line.kept] + texts[-3:]:
        day = imprints.states(line.text)
        if day and not head.published:
            head.stated.append((day, line.text))
    for line in lines[: max(body, first_text(lines)) + 1]:
        day = imprints.was_spoken(line.text)
        if day and not head.spoken:
            head.spoken.append((day, line.text))


def _documents(lines: Sequence[Line], head: "Head") -> None:
    """The one line in a text that says when a decision, or an answer to the question above it, was given."""
    found = [(line, datelines.read(line.text)) for line in lines if line.kept and not is_prose(line.text)]
    given = [(line, read) for line, read in found if read and read.document and read.stated]
    if len(given) == 1:
        _take(*given[0], head)


def _last(lines: Sequence[Line], head: "Head") -> None:
    """The day in the last line of all, under the last paragraph or a signature: ``Ada Marsh`` / ``4 March 2024``."""
    kept = [line for line in lines if line.kept and not phrases.find(line.text)]
    end = max((at for at, line in enumerate(kept) if is_prose(line.text)), default=-1)
    under = kept[end + 1 :]
    found = datelines.read(under[-1].text) if end >= 0 and under else None
    if not found or found.loose or not any(day.year for day, _ in found.bare):
        return
    if all(_is_signature(line.text) for line in under[:-1]):
        _take(under[-1], found, head)
        names = [line for line in under[:1] if bylines.is_name(line.text)]
        if names and not head.author and not bylines.is_organisation(names[0].text):
            names[0].reason, head.author = "byline", bylines.without_post(names[0].text)


def _is_signature(text: str) -> bool:
    return len(words(text)) <= _SIGNATURE and (is_titled(text) or bylines.has_post(text))
