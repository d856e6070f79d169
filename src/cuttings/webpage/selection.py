"""Which blocks of a page are its article: trafilatura's choice, completed and corrected by the page's own structure."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import trafilatura

from cuttings.plaintext.lines import is_prose, key, words
from cuttings.webpage import markup
from cuttings.webpage.markup import Markup
from cuttings.webpage.stripping import Block

_MOST_COMPARED = 50_000_000  # characters times blocks: past that a block must be found whole
_ENOUGH = 40  # words below which trafilatura's answer is not trusted alone
_SURE = ("related", "newsletter", "share", "comments", "advert", "cookies", "caption", "menu")
_FRAMES = ("newsletter", "advert")


def chosen(source: str, seen: Markup) -> list[bool]:
    """For each of a page's blocks whether it is the article's; ``seen`` is what ``markup`` reads in ``source``."""
    extracted = [] if seen.tree is None or seen.deep else _extracted(source)
    return _without_sure(seen.blocks, _kept(seen.blocks, extracted))


def _extracted(source: str) -> list[str]:
    """The paragraphs that trafilatura takes for the article's, precision before recall, without readers' comments."""
    tree = markup.parse(source)  # its own: trafilatura changes the tree it is given
    if tree is None:
        return []
    found = trafilatura.bare_extraction(tree, favor_precision=True, include_comments=False, include_tables=True)
    return [] if found is None else str(found.text or "").split("\n")


def _kept(blocks: Sequence[Block], extracted: Sequence[str]) -> list[bool]:
    """Which blocks are the article's: those that trafilatura has; all that may be, where it has hardly anything."""
    wanted = Counter(key(line) for line in extracted)
    keys = [key(block.text) for block in blocks]
    kept = [False] * len(blocks)
    for at, own in enumerate(keys):
        if wanted[own] > 0:
            kept[at], wanted[own] = True, wanted[own] - 1
    rest = "\n".join(line for line, count in wanted.items() if count > 0)
    if rest and len(rest) * len(blocks) < _MOST_COMPARED:
        kept = [keep or (len(own) >= 12 and own in rest) for keep, own in zip(kept, keys, strict=True)]
    if sum(len(words(block.text)) for block, keep in zip(blocks, kept, strict=True) if keep) < _ENOUGH:
        return [keep or not block.place for block, keep in zip(blocks, kept, strict=True)]
    return _with_siblings(blocks, kept)


def _with_siblings(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Also the blocks, and the lists, that stand among the article's paragraphs as their equals, and are no links."""
    inside = [at for at, keep in enumerate(kept) if keep]
    parents = Counter(blocks[at].parent for at in inside)
    looks = Counter(_look(blocks[at]) for at in inside if is_prose(blocks[at].text))
    looks[None] = 0
    for at in range(inside[0], inside[-1] + 1):
        block = blocks[at]
        equal = parents[block.parent] >= 2 or (block.item and parents[block.above] >= 2) or looks[_look(block)] >= 2
        if not kept[at] and not block.place and not block.link and equal:
            kept[at] = True
    for at, (block, after) in enumerate(pairwise(blocks)):  # a heading of the paragraph under it
        headed = block.tag in ("h2", "h3", "h4") and after.parent == block.parent and kept[at + 1]
        if headed and inside[0] < at < inside[-1] and not (block.place or block.link):
            kept[at] = True
    for at in range(inside[-1] + 1, len(blocks)):  # a last paragraph that was taken for a foot
        block = blocks[at]
        if block.place or block.link or not is_prose(block.text) or parents[block.parent] < 2:
            break
        kept[at] = True
    return kept


def _look(block: Block) -> tuple[str, str] | None:
    """What paragraphs have in common that stand each in a box of its own: tag and names; None for any other block."""
    return (block.tag, block.names) if is_prose(block.text) and block.names.strip() else None


def _without_sure(blocks: Sequence[Block], kept: list[bool]) -> list[bool]:
    """Without what the page itself calls a caption, a sign-up or other stories, where that is the smaller part."""
    size: Counter[str] = Counter()
    for block, keep in zip(blocks, kept, strict=True):
        size[block.place] += len(block.text) if keep else 0
    most = max(size, key=lambda place: size[place], default="")
    framed = size[""] == 0 and most in _FRAMES  # the page has its article in what it calls a sign-up or an advert
    small = {place for place in _SURE if size[place] * 4 < size.total() or (size[""] == 0 and not framed)}
    return [keep and block.place not in small for block, keep in zip(blocks, kept, strict=True)]
