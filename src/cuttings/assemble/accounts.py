"""An account: what one article says of one matter, put together from the tables sentences and mentions."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pandas as pd

from cuttings.extract.discourse.segments import ITEM

MAIN = 0
_ENDS = frozenset(".!?:”\"’')")
LEAD = 3  # sentences of the body that count as its opening
_SPEAKS = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,30}: ", re.M)
_CREDIT = re.compile(r"(?:Presenters?|Reporters?|Guests?|Hosts?|Producers?|Present|Speakers?): ")


@dataclass(frozen=True)
class Mention:
    """A row of the table mentions; ``detail`` as a mapping."""

    article_id: str
    start: int
    end: int
    text: str
    label: str
    value: str
    account: int | None
    standing: str
    said_by: str
    origin: str
    rule: str
    detail: dict[str, str]

    @property
    def asserted(self) -> bool:
        """Whether the article says that it is so, rather than not so, possibly so or still to come."""
        return self.detail.get("assertion", "asserted") == "asserted"

    @property
    def officer(self) -> bool:
        """Whether it names an officer, serving or former."""
        return self.detail.get("role") in {"officer", "former_officer"}

    @property
    def police(self) -> bool:
        """Whether it counts police, rather than "men" or a bare number."""
        return self.detail.get("head") == "police"

    @property
    def of_police(self) -> bool:
        """Whether it counts police or names an officer."""
        return self.police or self.officer


def firsts(found: Iterable[Mention]) -> list[Mention]:
    """The first mention of each value, in the order of the first ones."""
    first: dict[str, Mention] = {}
    for mention in found:
        first.setdefault(mention.value, mention)
    return list(first.values())


@dataclass(frozen=True)
class Piece:
    """A row of the table sentences."""

    start: int
    end: int
    paragraph: int
    part: str
    account: int | None
    cue: str = ""


@dataclass(frozen=True, eq=False)
class Account:
    """One article's account of one matter: ``number`` 0 is the article's main one."""

    article_id: str
    number: int
    text: str
    published: str
    pieces: list[Piece]
    mentions: list[Mention]
    every: list[Piece] = field(repr=False)

    @property
    def key(self) -> str:
        """The account's name in the table matches."""
        return f"{self.article_id}/{self.number}"

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a round-up, beside others."""
        return any(piece.cue == ITEM for piece in self.pieces)

    @property
    def words(self) -> str:
        """Its sentences, one after the other, without what lies between them."""
        return " ".join(self.text[piece.start : piece.end] for piece in self.pieces)

    def opening(self, sentences: int) -> str:
        """The words of the article's headline and standfirst, and of the first sentences of its body, each on a
        line; those that no full stop ends (a byline, a date) count as none.
        """
        lead = [piece for piece in self.every if piece.part != "body"]
        body = [piece for piece in self.every if piece.part == "body"]
        whole = [piece for piece in body if self.text[piece.start : piece.end].rstrip()[-1:] in _ENDS]
        last = (whole or body)[:sentences][-1:]
        lead += [piece for piece in body if last and piece.start <= last[0].start]
        return "\n".join(self.text[piece.start : piece.end] for piece in lead)

    def of(self, *labels: str) -> list[Mention]:
        """Its mentions with these labels, in order of the text."""
        return [mention for mention in self.mentions if mention.label in labels]

    def asserted(self, *labels: str) -> list[Mention]:
        """Those of them that the article says are so."""
        return [mention for mention in self.of(*labels) if mention.asserted]

    def subjects(self) -> list[Mention]:
        """The first mention of each officer or former officer named in it."""
        return firsts(m for m in self.of("PERSON") if m.officer and not m.detail.get("witness"))

    def is_lead(self, mention: Mention) -> bool:
        """Whether it stands in the headline, the standfirst or the account's first sentences."""
        body = [piece for piece in self.pieces if piece.part == "body"]
        if len(_SPEAKS.findall(self.text)) > LEAD:  # a transcript: whoever talks says good morning first
            body, lead = [piece for piece in body if not _CREDIT.match(self.text, piece.start)], 3 * LEAD
        else:
            lead = LEAD
        first = body[:lead]
        return any(p.start <= mention.start < p.end and (p.part != "body" or p in first) for p in self.pieces)

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self.every, offset, key=lambda piece: piece.start) - 1

    def piece(self, offset: int) -> Piece:
        """The sentence that an offset lies in; the first for one that lies before it."""
        return self.every[max(self.sentence(offset), 0)]

    def sentence_of(self, mention: Mention) -> str:
        """The words of a mention's sentence."""
        piece = self.piece(mention.start)
        return self.text[piece.start : piece.end]

    def before(self, mention: Mention) -> str:
        """The words of a mention's sentence that stand before it."""
        return self.text[self.piece(mention.start).start : mention.start]

    def same_sentence(self, mention: Mention, *labels: str) -> list[Mention]:
        """The account's mentions with these labels in the sentence of another one."""
        number = self.sentence(mention.start)
        return [other for other in self.of(*labels) if self.sentence(other.start) == number]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that an offset lies in."""
        return self.piece(offset).paragraph

    def begins_item(self, offset: int) -> bool:
        """Whether an offset is the start of an item of a list: a short paragraph that no full stop ends."""
        start, end = self.text.rfind("\n", 0, offset) + 1, self.text.find("\n", offset)
        line = self.text[start:] if end < 0 else self.text[start:end]
        short = len(line) < 140 and line[-1:] not in '.!?”"'
        return self.piece(offset).part == "body" and short and not self.text[start:offset].strip(" •-–*·")

    def proceeding_in(self, mention: Mention) -> bool:
        """Whether a stage, a sanction or an allegation stands in the same sentence."""
        return bool(self.same_sentence(mention, "STAGE", "SANCTION", "ALLEGATION"))


def accounts(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> Iterator[Account]:
    """Every account of every article, in the order of the articles; one that is context (no number) is none.

    Takes the tables of those names.
    """
    pieces = {name: [_piece(row) for row in group.itertuples()] for name, group in sentences.groupby("article_id")}
    marked = {name: [_mention(row) for row in group.itertuples()] for name, group in mentions.groupby("article_id")}
    for article in articles.itertuples():
        every = pieces.get(article.article_id, [])
        for number in sorted({piece.account for piece in every if piece.account is not None}):
            yield Account(
                article.article_id,
                number,
                article.text,
                article.published,
                pieces=[piece for piece in every if piece.account == number],
                mentions=[mention for mention in marked.get(article.article_id, []) if mention.account == number],
                every=every,
            )


def _number(value: object) -> int | None:
    return None if pd.isna(value) else int(value)


def _piece(row: tuple) -> Piece:
    return Piece(int(row.start), int(row.end), int(row.paragraph), row.part, _number(row.account), row.cue)


def _mention(row: tuple) -> Mention:
    detail = dict(pair.split("=", 1) for pair in row.detail.split("; ") if "=" in pair)
    return Mention(
        article_id=row.article_id,
        start=int(row.start),
        end=int(row.end),
        text=row.text,
        label=row.label,
        value=row.value,
        account=_number(row.account),
        standing=row.standing,
        said_by=row.said_by,
        origin=row.origin,
        rule=row.rule,
        detail=detail,
    )
