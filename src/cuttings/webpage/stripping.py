"""A page read without its tree: tags taken out in one pass, however deep they are nested."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cuttings.plaintext.characters import tidy
from cuttings.webpage import places

_NAME = re.compile(r"<([/!?]?[a-zA-Z][a-zA-Z0-9]{0,20})")


@dataclass
class Block:
    """A run of visible text between two borders.

    ``place`` is why it may be furniture, ``parent`` the number of the element that it and its siblings stand in,
    ``above`` that of the one round it, ``link`` whether most of it is a link, ``item`` whether it is an item of a list.
    """

    text: str
    tag: str = ""
    place: str = ""
    names: str = ""
    parent: int = 0
    link: bool = False
    item: bool = False
    above: int = 0


def stripped(source: str) -> Iterator[Block]:
    """The blocks of a page's source, by its tags alone."""
    text: list[str] = []
    inside: Counter[str] = Counter()
    for before, tag in _pieces(source):
        text.append(before)
        name = tag.removeprefix("/")
        if name in places.BLOCKS or not tag:
            line = tidy("".join(text))
            text = []
            if line:
                yield Block(line, name, next((places.BY_TAG[one] for one, count in inside.items() if count > 0), ""))
        if name in places.BY_TAG:
            inside[name] += -1 if tag.startswith("/") else 1


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    """The text before each tag, and the tag: ``p``, ``/p``; the last is empty. What does not show is left out."""
    at, unseen = 0, ""
    while (start := source.find("<", at)) >= 0:
        before = source[at:start]
        at, tag = _tag(source, start)
        if unseen:
            unseen = "" if tag == f"/{unseen}" else unseen
        elif tag in places.UNSEEN:
            unseen = tag
            yield before, "br"
        else:
            yield before, tag or "!"
    yield ("" if unseen else source[at:]), ""


def _tag(source: str, start: int) -> tuple[int, str]:
    """Where the markup at ``start`` ends, and its name; a comment has none, and a bare ``<`` is passed over."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        return (end + 3 if end >= 0 else len(source)), ""
    match = _NAME.match(source, start)
    if not match:
        return start + 1, ""
    end = source.find(">", match.end())
    return (end + 1 if end >= 0 else len(source)), match[1].lower()
