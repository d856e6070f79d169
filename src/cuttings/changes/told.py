"""What is told of a comparison, ready to be written as text, Markdown or HTML: words only, withheld names taken out.

The words may be an article's: whoever writes them escapes them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Quote:
    """Words of an article and a little of what stands around them; no words where the whole article is meant.

    ``about``: who said it, how far it goes, what became of it; ``anchor``: the article's place in the later run's
    report, empty for an article of the earlier.
    """

    before: str
    words: str
    after: str
    source: str
    anchor: str
    about: str


@dataclass(frozen=True)
class Line:
    """One thing that is told of an entry. ``mark``: ``went``, ``came`` or empty; ``label``: the column, or empty."""

    label: str
    mark: str
    text: str
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class Entry:
    """An incident or an article and what is told of it. ``key``: its id or file; ``lead``: in a few words; ``why``."""

    title: str
    key: str
    lead: str
    lines: tuple[Line, ...] = ()
    why: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Section:
    """Entries of one kind under a heading; ``note`` says what to mind."""

    key: str
    heading: str
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True)
class Told:
    """All that is told: the two runs in a line each, the sentences, the sections that have something; ``changed``:
    whether any result differs."""

    changed: bool
    runs: tuple[str, str]
    sentences: tuple[str, ...]
    sections: tuple[Section, ...]
