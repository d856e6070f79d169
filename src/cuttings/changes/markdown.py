"""What changed as Markdown, for a pull request or a summary of continuous integration.

An article's words, and everything else that is told, are only ever words: no markup, no link, no mention, no emoji, no
reference to an issue or a commit. Characters that may mean something in Markdown or HTML are written as character
references, which CommonMark never takes for structure (section 6.2 of its specification); what a forge finds in the
text afterwards is broken by an invisible word joiner.
"""

import re
from collections.abc import Iterator

from cuttings.changes.headlines import CARE
from cuttings.changes.text import plain
from cuttings.changes.told import Entry, Line, Quote, Section, Told

LARGEST = 60_000  # characters: a comment on GitHub has 65,536, a summary 1 MiB
_MOST, _QUOTES, _LONGEST = (
    50,
    3,
    400,
)  # entries of a section, lines of an entry; quotes of a line; characters of a piece
_JOINER = "\u2060"
_MARKUP = re.compile(r"[\"#$&*+<=>@\[\\\]^_`{|}~]|(?<!\w)-|-(?!\w)|(?<=\d)\)|(?<![^\W\d_])\.|\.(?!\s|$)")
# What forges look for in a text: @name, #1, !1, GH-1, :emoji:, $math$, an address, a commit's digits
_FOUND = re.compile(r"[@#$~&^]|[!%:/](?=\S)|(?<=[A-Za-z])-(?=\d)|\bwww(?=\.)|\b[0-9a-f]{7,}\b", re.IGNORECASE)


def written(told: Told, largest: int = LARGEST) -> str:
    """At most ``largest`` characters: fewer entries of each kind are shown where there are many, and it says how many
    are not."""
    most = _MOST
    while True:
        page = "\n".join(_page(told, most)) + "\n"
        if len(page) <= largest or not most:
            return page
        most = most * 2 // 3


def words(text: str) -> str:
    """A text that stays what it is wherever Markdown is shown, and may begin an item of a list."""
    return _inside(plain(text).strip())


def _inside(text: str) -> str:
    """The same for a piece of a line, with the spaces at its ends."""
    text = plain(text)
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return _MARKUP.sub(lambda found: f"&#{ord(found.group())};", _FOUND.sub(_broken, text))


def _broken(found: re.Match[str]) -> str:
    """The same with a word joiner at its end, or, of digits, after every sixth."""
    text = found.group()
    return "".join(text[at : at + 6] + _JOINER for at in range(0, len(text), 6))


def _page(told: Told, most: int) -> Iterator[str]:
    yield "## What changed"
    yield f"\nBefore: {words(told.runs[0])}\n\nAfter: {words(told.runs[1])}\n"
    yield from (f"- {words(sentence)}" for sentence in told.sentences)
    if told.changed:
        yield f"\n*{words(CARE)}*"
    for section in told.sections:
        yield from _section(section, most)


def _section(section: Section, most: int) -> Iterator[str]:
    yield f"\n### {words(section.heading)} ({len(section.entries):,})\n"
    if section.note:
        yield f"{words(section.note)}\n"
    yield from (line for entry in section.entries[:most] for line in _entry(entry, most))
    yield from _more(len(section.entries) - most, "", most)


def _more(left: int, indent: str, shown: int) -> Iterator[str]:
    if left > 0:
        yield f"{indent}- and {left:,} more" if shown else f"{indent}- {left:,}, for which there is no room here"


def _entry(entry: Entry, most: int) -> Iterator[str]:
    told = "; ".join(words(part) for part in (entry.lead, entry.why) if part)
    yield f"- <b>{words(entry.title)}</b> ({words(entry.key)}){f': {told}' if told else ''}"
    for line in entry.lines[:most]:
        yield from _line(line)
    yield from _more(len(entry.lines) - most, "  ", most)


def _line(line: Line) -> Iterator[str]:
    label = f"{words(line.label)}: " if line.label else ""
    yield f"  - {_SIGNS[line.mark]}{label}{words(line.text)}"
    yield from (f"    - {_quoted(quote)}" for quote in line.quotes[:_QUOTES])
    yield from _more(len(line.quotes) - _QUOTES, "    ", _QUOTES)


_SIGNS = {"went": "➖ ", "came": "➕ ", "": ""}


def _quoted(quote: Quote) -> str:
    said = f"“{_inside(quote.before)}<b>{_inside(quote.words)}</b>{_inside(quote.after)}” – " if quote.words else ""
    return f"{said}{words(quote.source)}{f' ({words(quote.about)})' if quote.about else ''}"
