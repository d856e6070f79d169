"""Evidence as a report shows it: the words, a little of what stands around them, and where they were read."""

import re
import textwrap
from dataclasses import dataclass
from unicodedata import is_normalized, normalize

import pandas as pd
from markupsafe import Markup, escape

from cuttings.dates import timespan
from cuttings.telling.redaction import WITHHELD, Redactor

CONTEXT, LONGEST = 90, 220  # characters: on each side of the evidence; of the evidence itself
BRIEF = 30  # on each side, where a report is so long that it has parts


@dataclass(frozen=True)
class Source:
    """An article as the report cites it; ``anchor`` is its place in the list of articles."""

    anchor: str
    title: str
    publisher: str
    published: str
    file: str

    @property
    def name(self) -> str:
        """What a citation calls it."""
        return f"{self.publisher or textwrap.shorten(self.title, 50, placeholder=' …')}, {self.published}"


@dataclass(frozen=True)
class Evidence:
    """The words, a little of what stands around them, the article, and ``place``, where in its text they stand:
    ``headline``, ``paragraph 3``, or empty where that is not known. The words are escaped and redacted."""

    before: Markup
    words: Markup
    after: Markup
    source: Source
    place: str


def source(row: object) -> Source:
    """A row of articles as the report cites it."""
    published = timespan.in_words(row.published) or "undated"
    return Source(anchor("", row.article_id), row.title or "untitled", row.publisher, published, row.file)


def anchor(kind: str, key: str) -> str:
    """The id of an incident's or an article's place in the report; an article's is short, for it is cited most."""
    return re.sub(r"[^A-Za-z0-9]+", "-", f"{kind}-{key}" if kind else key)


def excerpt(row: object, text: str, source: Source, redact: Redactor, context: int = CONTEXT) -> Evidence:
    """The words of a row with a span (``start, end, evidence``) in their article's text, and some of their paragraph.

    Cut between words and never inside a withheld name; where the words do not stand there, they stand alone.
    """
    start, end, place = row.start, row.end, ""
    if pd.isna(start) or pd.isna(end) or text[start:end] != row.evidence or not is_normalized("NFC", text):
        text = normalize("NFC", row.evidence)
        start, end = 0, len(text)
    else:
        place = _place(text, start, source.title)
    first = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    last = text.find("\n\n", end) if "\n\n" in text[end:] else len(text)
    return Evidence(*_cut(text[first:last], start - first, end - first, redact, context), source, place)


def _place(text: str, start: int, title: str) -> str:
    """The headline, or which paragraph after it: texts are kept with their headline first."""
    headed = text.startswith(f"{title}\n\n")
    number = text.count("\n\n", 0, start) + (not headed)
    return f"paragraph {number}" if number else "headline"


def _cut(paragraph: str, start: int, end: int, redact: Redactor, context: int) -> list[Markup]:
    """Before, words, after: cut between words, and never inside a withheld name."""
    names = redact.spans(paragraph)
    start, long = _outside(start, names, "left"), end - start > LONGEST
    stop = _outside(_word_after(paragraph, start + LONGEST, start + 1) if long else end, names, "right")
    left = _outside(_word_before(paragraph, start - context, start), names, "left")
    right = stop if long else _outside(_word_after(paragraph, stop + context, stop), names, "right")
    before = ("…\u00a0" if left else "") + _masked(paragraph, left, start, names)
    after = _masked(paragraph, stop, right, names) + ("\u00a0…" if right < len(paragraph) else "")
    return [escape(before), escape(_masked(paragraph, start, stop, names)), escape(after)]


def _outside(at: int, names: list[tuple[int, int]], side: str) -> int:
    """The place itself, or, inside a name, the end of the name on that side."""
    return next(((start if side == "left" else end) for start, end in names if start < at < end), at)


def _word_before(text: str, at: int, most: int) -> int:
    """Where the first whole word from there on starts; at most at ``most``."""
    space = re.compile(r"\s").search(text, max(at, 1) - 1, most)
    return 0 if at <= 0 else space.end() if space else most


def _word_after(text: str, at: int, least: int) -> int:
    """Where the last whole word up to there ends; at least at ``least``."""
    return len(text) if at >= len(text) else max(text.rfind(" ", 0, at + 1), least)


def _masked(text: str, start: int, end: int, names: list[tuple[int, int]]) -> str:
    pieces, done = [], start
    for first, last in names:
        if start <= first and last <= end:
            pieces += [text[done:first], WITHHELD]
            done = last
    return "".join([*pieces, text[done:end]])
