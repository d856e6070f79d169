"""Article text against page furniture, in the plain text of a saved page.

No library cleans these: the page's structure is gone, and what is left of it is the shape and the place of each line.
Nothing is lost: what is kept and what is taken out together are the whole text, after ``characters.normalise``.
"""

from dataclasses import dataclass, field

from cuttings.plaintext import captions, glue, heads, teasers
from cuttings.plaintext.characters import normalise
from cuttings.plaintext.lines import Line, key
from cuttings.plaintext.unfolding import unfold


@dataclass(frozen=True)
class Piece:
    """A piece of a page taken out of the text, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Cleaned:
    """A text cleaned of its page: the headline, the paragraphs under it, what was taken, and what the head says.

    ``found`` is whether the headline stood in the text, rather than being given.
    """

    title: str = ""
    found: bool = False
    paragraphs: tuple[str, ...] = ()
    taken: tuple[Piece, ...] = ()
    head: heads.Head = field(default_factory=heads.Head)


def clean(text: str, title: str = "", chosen: bool = False) -> Cleaned:
    r"""The article in a saved text: see Cleaned. ``title`` is the headline, if the page's metadata gave it;
    ``chosen``: the text is what a page's structure shows to be its article, so that no list takes a paragraph along.

    Each line of the text, hard-wrapped ones put together first, is a paragraph or a piece of furniture. A line that may
    be either stays in the text.

    >>> cleaned = clean("Hide Ad\nTwo officers sacked\nThe force said that both had to go.")
    >>> cleaned.title, cleaned.paragraphs, cleaned.taken
    ('Two officers sacked', ('The force said that both had to go.',), (Piece(text='Hide Ad', reason='advert'),))
    """
    lines, crawled = heads.split_crawler(unfold(normalise(text)))
    lines = glue.split(lines)
    head = heads.read(lines, title)
    head.crawled = crawled
    captions.mark(lines, key(head.title))
    teasers.mark(lines, chosen)
    heads.finish(lines, head)
    return Cleaned(
        head.title,
        any(line.reason == heads.HEADLINE for line in lines),
        tuple(_spaced(line) for line in lines if line.kept),
        tuple(Piece(_spaced(line), line.reason) for line in lines if line.reason not in ("", heads.HEADLINE)),
        head,
    )


def _spaced(line: Line) -> str:
    return " ".join(line.text.split())
