"""On which page of a report something stands: a short report is one page, of a long one only the front is.

A long section is cut into parts where it must be, between two of its items and never inside one. Nothing is left out,
and the same tables are cut at the same places.
"""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

FRONT = "report.html"
FOLDER = "report"  # of the parts, beside the front
WHOLE, PART = 4_000, 2_000  # rows of the tables, of 0.3 to 0.5 kB: most of a one-page report, and most of a part


@dataclass(frozen=True)
class Item:
    """What a section consists of: its anchor, how many rows stand behind it, and itself."""

    anchor: str
    weight: int
    row: object


@dataclass(frozen=True)
class Part:
    """Some of a section on a page of its own; ``page`` is its path beside the front, ``name`` what a link says."""

    section: str
    page: str
    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Places:
    """The parts of each section, none where it stands on the front, and the page of each anchor that does not."""

    parts: Mapping[str, tuple[Part, ...]]
    pages: Mapping[str, str]

    def address(self, anchor: str, page: str) -> str:
        """The link from a page of the report to an anchor: relative, so that it works from a disk too."""
        target = self.pages.get(anchor, FRONT)
        return f"#{anchor}" if target == page else f"{relative(target, page)}#{anchor}"


def relative(target: str, page: str) -> str:
    """The link from one page of the report to another.

    >>> relative("report.html", "report/incidents-001.html")
    '../report.html'
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def arranged(sections: Mapping[str, Sequence[Item]], whole: bool = False) -> Places:
    """Where the items of the sections stand. ``whole``: on one page, however much there is."""
    weights = {name: sum(item.weight for item in items) for name, items in sections.items()}
    fits = whole or sum(weights.values()) <= WHOLE
    parts = {
        name: () if fits or weights[name] <= PART else tuple(_parts(name, items)) for name, items in sections.items()
    }
    pages = {item.anchor: part.page for of in parts.values() for part in of for item in part.items}
    return Places(parts, pages)


def _parts(section: str, items: Sequence[Item]) -> Iterator[Part]:
    done = 0
    for number, some in enumerate(_cut(items), 1):
        name = f"{section.capitalize()} {done + 1:,} to {done + len(some):,} of {len(items):,}"
        yield Part(section, f"{FOLDER}/{section}-{number:03}.html", name, tuple(some))
        done += len(some)


def _cut(items: Sequence[Item]) -> Iterator[list[Item]]:
    some, weight = [], 0
    for item in items:
        if some and weight + item.weight > PART:
            yield some
            some, weight = [], 0
        some.append(item)
        weight += item.weight
    yield some
