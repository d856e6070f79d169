"""What changed as plain text, for a terminal or a log: no character in it does anything but stand there."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator

from cuttings.changes.headlines import CARE
from cuttings.changes.told import Entry, Line, Quote, Told

_WIDTH = 110
MARKS = {"went": "-", "came": "+", "": "·"}
_GAPS = re.compile(r"\s+")


def written(told: Told) -> str:
    """The whole of it, with a line feed at its end."""
    lines = [f"Before  {plain(told.runs[0])}", f"After   {plain(told.runs[1])}", ""]
    lines += [line for sentence in told.sentences for line in _wrapped(sentence, "")]
    lines += ["", *_wrapped(CARE, "")] if told.changed else []
    for section in told.sections:
        lines += ["", "", f"{section.heading} ({len(section.entries):,})".upper()]
        lines += list(_wrapped(section.note, "")) if section.note else []
        lines += [line for entry in section.entries for line in ("", *_entry(entry))]
    return "\n".join(lines) + "\n"


def _entry(entry: Entry) -> Iterator[str]:
    yield from _wrapped(f"{entry.title} ({entry.key})", "", "  ")
    for words in (entry.lead, entry.why):
        if words:
            yield from _wrapped(words, "  ")
    for line in entry.lines:
        yield from _wrapped(told(line), f"  {MARKS[line.mark]} ", "    ")
        for quote in line.quotes:
            yield from _wrapped(quoted(quote), "      ")


def told(line: Line) -> str:
    """What a line tells, with its label."""
    return f"{line.label}: {line.text}" if line.label else line.text


def quoted(quote: Quote) -> str:
    """The words marked in their context, and where they stand."""
    words = f"“{quote.before}«{quote.words}»{quote.after}” – " if quote.words else ""
    return f"{words}{quote.source}{f' ({quote.about})' if quote.about else ''}"


def plain(text: str) -> str:
    """On one line, without control characters and without those that are not seen but turn or hide others."""
    seen = (" " if each.isspace() or unicodedata.category(each) == "Cc" else each for each in text)
    return _GAPS.sub(" ", "".join(each for each in seen if each.isprintable()))


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    after = first if rest is None else rest
    return textwrap.wrap(
        plain(text).strip(), _WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False
    )
