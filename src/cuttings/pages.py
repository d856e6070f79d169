"""The article in a saved web page: its text by trafilatura, its metadata from the page's own statements.

trafilatura judges which parts of the page are the article; the words are then read from the page itself, so that each
visible block ends either in the text or, with the reason that its place gives, in the furniture.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cuttings.dates import days
from cuttings.furniture import Piece
from cuttings.plaintext import datelines
from cuttings.plaintext.lines import is_item, is_prose, key
from cuttings.webpage import heading, markup, metadata, selection
from cuttings.webpage.metadata import Metadata
from cuttings.webpage.stripping import Block


@dataclass(frozen=True)
class Page:
    """A page: what it says of itself, the paragraphs of its article, and what was left out of them.

    ``metadata.published`` is from JSON-LD or ``meta`` first, then from a ``<time>`` beside the headline; ``dateline``
    has the days printed beside the headline, each with its line.
    """

    metadata: Metadata
    paragraphs: tuple[str, ...]
    dropped: tuple[Piece, ...]
    standfirst: str = ""
    dateline: tuple[tuple[days.Day, str], ...] = ()


def read(source: str) -> Page:
    """The article in a page's source; any string gives a page, one without an article gives no paragraphs."""
    seen = markup.read(source)
    blocks = seen.blocks
    stated = Metadata() if seen.tree is None else metadata.read(seen.tree)
    kept = selection.chosen(source, seen)
    first = next((at for at, block in enumerate(blocks) if kept[at] and is_prose(block.text)), len(blocks))
    stated = heading.fitting(stated, blocks, kept)
    standfirst = heading.standfirst(blocks, kept, first, stated)
    signed = heading.signed(blocks, kept, first, stated)
    return Page(
        _completed(stated, blocks, kept, signed, heading.times(seen.times, first)),
        tuple(_paragraph(block) for block, keep in zip(blocks, kept, strict=True) if keep),
        tuple(_piece(block) for block, keep in zip(blocks, kept, strict=True) if not keep),
        standfirst,
        tuple(signed.published),
    )


def _paragraph(block: Block) -> str:
    return f"- {block.text}" if block.item and not is_item(block.text) else block.text


def _piece(block: Block) -> Piece:
    return Piece(block.text, block.place or "outside the article")


def _completed(
    stated: Metadata,
    blocks: Sequence[Block],
    kept: Sequence[bool],
    signed: datelines.Dateline,
    times: tuple[tuple[date, str] | None, date | None],
) -> Metadata:
    """The metadata, what they lack taken from what the page shows."""
    outside = (key(block.text) for block, keep in zip(blocks, kept, strict=True) if not keep)
    end = stated.title_end  # the site's name if the page prints it elsewhere too, as its masthead or in its foot
    site = end if end and not stated.publisher and any(key(end) in text for text in outside) else ""
    return replace(
        stated,
        publisher=stated.publisher or site,
        author=stated.author or signed.author,
        published=stated.published or times[0],
        updated=stated.updated or times[1],
    )
