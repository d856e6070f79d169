"""A page's visible text, block by block, and where each block stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from cuttings.characters import normalise

_UNSEEN = frozenset(
    "script style noscript template svg math head iframe object canvas video audio select datalist map".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead tr ul".split()
)
_BY_TAG = {
    "nav": "menu",
    "menu": "menu",
    "footer": "footer",
    "aside": "aside",
    "figcaption": "caption",
    "form": "form",
    "button": "button",
}
_BY_NAME = (
    ("cookies", r"cookie|consent|gdpr|cmp|onetrust"),
    ("comments", r"comments?|disqus|viafoura|coral"),
    ("newsletter", r"newsletter|sign-?up|subscri\w*|mailing|paywall"),
    ("share", r"share|sharing|social|follow"),
    (
        "related",
        r"related|recommend\w*|rec|recs|recirc\w*|read-?more|readmore|see-?also|teasers?|promos?|promoted|trending|most-?read|mostread|popular"
        r"|more-?(?:on|from|stories|news)|also(?:-?like)?|outbrain|taboola|up-?next|latest|ticker|carousel|sidebar|tags|topics|onward",
    ),
    ("advert", r"ads?|advert\w*|dfp|mpu|sponsor\w*|banner|leaderboard"),
    ("menu", r"nav|navigation|navbar|menu|breadcrumbs?|masthead|skip|topbar"),
    ("caption", r"caption|credit|image-?credit|pic|picture|photo"),
    ("footer", r"footer|copyright|legal"),
)
_NAMED = tuple((reason, re.compile(rf"(?:^|[-_ ])(?:{names})(?=$|[-_ ])", re.IGNORECASE)) for reason, names in _BY_NAME)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHOLE = frozenset("html body main article h1".split())  # their names describe the page, not a part of it


@dataclass
class Block:
    """A run of visible text between two borders; ``place`` is why it may be furniture, ``parent`` groups siblings."""

    text: str
    tag: str = ""
    place: str = ""
    parent: int = 0
    names: str = ""
    link: bool = False
    item: bool = False


@dataclass
class Time:
    """A ``<time>`` of the page: its machine-readable day, the words beside it, and the number of blocks before it."""

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
    tag: str
    place: str
    names: str
    unseen: bool
    number: int


def read(source: str) -> Markup:
    """The blocks of a page's source. Any string gives some; one that holds no markup gives one block."""
    tree = parse(source)
    if tree is None:
        return Markup(list(stripped(source)))
    found = _Reader().read(tree)
    found.tree = tree
    plain = list(stripped(source)) if source.count("<") > 200 else []
    if sum(len(block.text) for block in found.blocks) < 0.7 * sum(
        len(block.text) for block in plain if not block.place
    ):
        found.blocks, found.deep = plain, True  # lxml leaves out what is nested too deep
    return found


def parse(source: str) -> html.HtmlElement | None:
    """The tree of a page's source, None when there is nothing in it to make one of."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    data = source.replace("\0", "").encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


class _Reader:
    def __init__(self) -> None:
        self.found = Markup()
        self.open: list[_Open] = []
        self.text: list[str] = []
        self.linked = 0
        self.bullet = False
        self.count = 0

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
        tag, above = str(element.tag).lower(), self.open[-1] if self.open else _Open("", "", "", False, 0)
        if tag in _BLOCKS:
            self._flush()
        names = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
        hidden = element.get("hidden") is not None or bool(_HIDDEN.search((element.get("style") or "")[:400]))
        self.count += 1
        self.open.append(
            _Open(
                tag,
                above.place or _place(tag, names, above),
                names,
                above.unseen or hidden or tag in _UNSEEN,
                self.count,
            )
        )
        if tag == "li":
            self.bullet = True
        elif tag in ("td", "th") and self.text and "".join(self.text).strip():
            self._say("; ")
        elif tag == "time" and element.get("datetime"):
            near = element.getparent()
            words = " ".join("".join((element if near is None else near).itertext())[:200].split())
            self.found.times.append(
                Time(
                    element.get("datetime")[:40],
                    words,
                    f"{names} {element.get('itemprop') or ''}",
                    self.open[-1].place,
                    len(self.found.blocks),
                )
            )
        self._say(element.text)

    def _end(self, element: html.HtmlElement) -> None:
        if str(element.tag).lower() in _BLOCKS:
            self._flush()
        self.open.pop()
        self._say(element.tail)

    def _say(self, text: str | None) -> None:
        if text and not (self.open and self.open[-1].unseen):
            self.text.append(text)
            self.linked += len(text) if any(one.tag == "a" for one in self.open[-4:]) else 0

    def _flush(self) -> None:
        raw = "".join(self.text)
        self.text, linked, self.linked = [], self.linked, 0
        whole = raw.split("\n") if self.open and self.open[-1].tag == "pre" else [raw]
        for line in whole:
            text = tidy(line).removeprefix("; ")
            if not text:
                continue
            here = self.open[-1] if self.open else _Open("", "", "", False, 0)
            above = self.open[-2].number if len(self.open) > 1 else 0
            item, self.bullet = self.bullet, False
            self.found.blocks.append(Block(text, here.tag, here.place, above, here.names, linked * 2 > len(raw), item))


def tidy(text: str) -> str:
    """One line of running text: repaired characters, white space of any kind and length one space."""
    return " ".join(normalise(text).split())


def _place(tag: str, names: str, above: _Open) -> str:
    if tag in _BY_TAG:
        return _BY_TAG[tag]
    if tag in _WHOLE:
        return ""
    return next((reason for reason, pattern in _NAMED if pattern.search(names)), "")


def stripped(source: str) -> Iterator[Block]:
    """The blocks of a page read without its tree: tags taken out in one pass, however deep they are nested."""
    text: list[str] = []
    inside: dict[str, int] = {}
    at, unseen = 0, ""
    while at < len(source):
        start = source.find("<", at)
        start = len(source) if start < 0 else start
        if not unseen:
            text.append(source[at:start])
        end, tag = _tag(source, start)
        at = end
        name = tag.removeprefix("/")
        if unseen:
            unseen = "" if tag == f"/{unseen}" else unseen
        elif tag in _UNSEEN:
            unseen = tag
        elif name in _BLOCKS:
            line = tidy("".join(text))
            if line:
                yield Block(
                    line, name, next((_BY_TAG[open_tag] for open_tag, depth in inside.items() if depth > 0), "")
                )
            text = []
        if name in _BY_TAG:
            inside[name] = inside.get(name, 0) + (-1 if tag.startswith("/") else 1)
    line = tidy("".join(text))
    if line:
        yield Block(line)


def _tag(source: str, start: int) -> tuple[int, str]:
    """Where the markup at ``start`` ends, and its name: ``p``, ``/p``, or none for a comment."""
    if source.startswith("<!--", start):
        end = source.find("-->", start + 4)
        return (end + 3 if end >= 0 else len(source)), ""
    match = _NAME.match(source, start)
    if not match:
        return start + 1, ""
    end = source.find(">", match.end())
    return (end + 1 if end >= 0 else len(source)), match[1].lower()


_NAME = re.compile(r"<([/!?]?[a-zA-Z][a-zA-Z0-9]{0,20})")
