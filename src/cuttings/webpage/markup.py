"""A page's visible text, block by block, and where each block stands."""

from dataclasses import dataclass, field

from lxml import etree, html

from cuttings.plaintext.characters import tidy
from cuttings.webpage import places
from cuttings.webpage.stripping import Block, stripped

_DEEP = 200  # elements in elements past which a tree may lack text
_LOST = 0.7  # of the page's text in such a tree, below which it is not trusted


@dataclass
class Time:
    """A ``<time>`` of the page: its machine-readable stamp, the words beside it, and the blocks that come before it."""

    stamp: str
    words: str
    names: str
    place: str
    blocks: int


@dataclass
class Markup:
    """What a reader of the page sees, in order, and the page's tree; ``deep``: the tree lacks part of the text."""

    blocks: list[Block] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    tree: html.HtmlElement | None = None
    deep: bool = False


@dataclass
class _Open:
    """An element that is open: its place, why nothing in it shows, and its number among the page's elements."""

    tag: str = ""
    place: str = ""
    names: str = ""
    unseen: bool = False
    number: int = 0


def read(source: str) -> Markup:
    """The blocks of a page's source. Any string gives some; one that holds no markup gives one block."""
    tree = parse(source)
    plain = list(stripped(source))
    if tree is None:
        return Markup(plain)
    reader = _Reader()
    found = reader.read(tree)
    found.tree = tree
    if reader.deepest > _DEEP and _size(found.blocks) < _LOST * _size(plain):
        found.blocks, found.deep = plain, True  # lxml leaves out what is nested too deep
    return found


def _size(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if not block.place)


def parse(source: str) -> html.HtmlElement | None:
    """The tree of a page's source, None when there is nothing in it to make one of."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    data = source.replace("\0", "").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


class _Reader:
    """Walks a tree once, without recursion: pages can be nested thousands deep."""

    def __init__(self) -> None:
        self.found = Markup()
        self.open = [_Open()]
        self.text: list[str] = []
        self.linked = 0
        self.item = False
        self.count = self.deepest = 0

    def read(self, tree: html.HtmlElement) -> Markup:
        for event, element in etree.iterwalk(tree, events=("start", "end", "comment")):
            if event == "start":
                self._start(element)
            elif event == "end":
                self._end(element)
            else:
                self._say(element.tail)
        self._flush()
        return self.found

    def _start(self, element: html.HtmlElement) -> None:
        tag = str(element.tag).lower()
        if tag in places.BLOCKS:
            self._flush()
        self._enter(tag, element)
        if tag == "li":
            self.item = True
        elif tag in ("td", "th") and "".join(self.text).strip():
            self._say("; ")
        elif tag == "time" and element.get("datetime"):
            self._note(element)
        self._say(element.text)

    def _enter(self, tag: str, element: html.HtmlElement) -> None:
        above = self.open[-1]
        names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
        unseen = above.unseen or tag in places.UNSEEN or places.is_hidden(element)
        self.count += 1
        self.deepest = max(self.deepest, len(self.open))
        self.open.append(_Open(tag, above.place or places.place(tag, names), names, unseen, self.count))

    def _note(self, element: html.HtmlElement) -> None:
        here, near = self.open[-1], element.getparent()
        words = tidy("".join((element if near is None else near).itertext())[:200])
        names = f"{here.names} {element.get('itemprop') or ''}"
        self.found.times.append(Time(element.get("datetime")[:40], words, names, here.place, len(self.found.blocks)))

    def _end(self, element: html.HtmlElement) -> None:
        if str(element.tag).lower() in places.BLOCKS:
            self._flush()
        self.open.pop()
        self._say(element.tail)

    def _say(self, text: str | None) -> None:
        if text and not self.open[-1].unseen:
            self.text.append(text)
            self.linked += len(text) if any(one.tag == "a" for one in self.open[-4:]) else 0

    def _flush(self) -> None:
        raw, link = "".join(self.text), self.linked * 2 > sum(map(len, self.text))
        self.text, self.linked = [], 0
        here = self.open[-1]
        parent, above = ([0, 0, *(one.number for one in self.open[-3:-1])])[:-3:-1]
        for line in raw.split("\n") if here.tag == "pre" else [raw]:
            text = tidy(line).removeprefix("; ")
            if text:
                block = Block(text, here.tag, here.place, here.names, parent, link, self.item, above)
                self.found.blocks.append(block)
                self.item = False
