"""An account: what one article says of one matter, put together from the tables sentences and mentions."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

MAIN = 0
LEAD = 3  # sentences of the body that count as its opening


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


@dataclass(frozen=True)
class Piece:
    """A row of the table sentences."""

    start: int
    end: int
    paragraph: int
    part: str
    account: int | None


@dataclass
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

    def of(self, *labels: str) -> list[Mention]:
        """Its mentions with these labels, in order of the text."""
        return [mention for mention in self.mentions if mention.label in labels]

    def asserted(self, *labels: str) -> list[Mention]:
        """Those of them that the article says are so."""
        return [mention for mention in self.of(*labels) if mention.asserted]

    def subjects(self) -> list[Mention]:
        """The first mention of each officer or former officer named in it."""
        found: dict[str, Mention] = {}
        for mention in self.of("PERSON"):
            if mention.detail.get("role") in {"officer", "former_officer"} and not mention.detail.get("witness"):
                found.setdefault(mention.value, mention)
        return list(found.values())

    def is_lead(self, mention: Mention) -> bool:
        """Whether it stands in the headline, the standfirst or the account's first sentences."""
        first = [piece for piece in self.pieces if piece.part == "body"][:LEAD]
        return any(p.start <= mention.start < p.end and (p.part != "body" or p in first) for p in self.pieces)

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self.every, offset, key=lambda piece: piece.start) - 1

    def same_sentence(self, mention: Mention, *labels: str) -> list[Mention]:
        """The account's mentions with these labels in the sentence of another one."""
        number = self.sentence(mention.start)
        return [other for other in self.of(*labels) if self.sentence(other.start) == number]

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that an offset lies in."""
        return self.every[max(self.sentence(offset), 0)].paragraph

    def begins_item(self, offset: int) -> bool:
        """Whether an offset is the start of an item of a list: a short paragraph that no full stop ends."""
        start, end = self.text.rfind("\n", 0, offset) + 1, self.text.find("\n", offset)
        line = self.text[start:] if end < 0 else self.text[start:end]
        in_body = self.every[max(self.sentence(offset), 0)].part == "body"
        return in_body and not self.text[start:offset].strip(" •-–*·") and len(line) < 140 and line[-1:] not in ".!?”\""

    def proceeding_in(self, mention: Mention) -> bool:
        """Whether a stage, a sanction or an allegation stands in the same sentence."""
        return bool(self.same_sentence(mention, "STAGE", "SANCTION", "ALLEGATION"))

    def outcome_after(self, mention: Mention) -> str:
        """The sanction that is reported of a counted group: the nearest asserted one before the next group, or that of
        a sentence after it that goes on with "Each" or "They".
        """
        following = [m for m in self.same_sentence(mention, "OFFICERS") if m.start > mention.start]
        stop = following[0].start if following else len(self.text)
        for step in self.same_sentence(mention, "SANCTION"):
            if step.asserted and mention.end <= step.start < stop:
                # "another is already in a back office": that was so before
                return "" if " already " in self.text[mention.end : step.start] else step.value
        return "" if following else self._outcome_of_each(self.sentence(mention.start) + 1)

    def _outcome_of_each(self, number: int) -> str:
        if number >= len(self.every) or not _EACH.match(self.text, self.every[number].start):
            return ""
        steps = [m for m in self.of("SANCTION") if self.sentence(m.start) == number]
        return next((m.value for m in steps if m.asserted or m.value.endswith("warning")), "")

    def outcome_beside(self, person: Mention) -> str:
        """The sanction that a sentence reports of somebody by name, where it is just one."""
        found = {step.value for step in self.own_steps(person) if step.label == "SANCTION"}
        return found.pop() if len(found) == 1 else ""

    def own_steps(self, person: Mention) -> list[Mention]:
        """The asserted stages and sanctions of a sentence that are this person's: the nearest names before a step, or
        those after one that nobody stands before ("Dismissed were …"), up to a semicolon.
        """
        named = self.same_sentence(person, "PERSON")
        steps = [s for s in self.same_sentence(person, "STAGE", "SANCTION") if s.asserted and s.detail.get("subject") != "other"]
        return [step for step in steps if person in self._owners(step, named)]

    def _owners(self, step: Mention, named: list[Mention]) -> list[Mention]:
        before = [n for n in named if n.end <= step.start and ";" not in self.text[n.end : step.start]]
        if not before:
            return [n for n in named if n.start >= step.end and ";" not in self.text[step.end : n.start]]
        owners = [before[-1]]
        for left in reversed(before[:-1]):
            if not _TOGETHER.fullmatch(self.text[left.end : owners[-1].start]):
                break
            owners.append(left)
        return owners


_TOGETHER = re.compile(r"(?:, \d\d)?(?:,? and|,)(?: (?:the |former |ex-|[A-Z][a-z]* ?|PC|Pc|DC|Sgt|constables?|sergeants?|inspectors?)+)? ?")
_EACH = re.compile(r"(?:each|they|all of them|both|these) ", re.I)


def accounts(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> Iterator[Account]:
    """Every account of every article, in the order of the articles; one that is context (no number) is none."""
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
                [piece for piece in every if piece.account == number],
                [mention for mention in marked.get(article.article_id, []) if mention.account == number],
                every,
            )


def _number(value: object) -> int | None:
    return None if pd.isna(value) else int(value)


def _piece(row: tuple) -> Piece:
    return Piece(int(row.start), int(row.end), int(row.paragraph), row.part, _number(row.account))


def _mention(row: tuple) -> Mention:
    detail = dict(pair.split("=", 1) for pair in row.detail.split("; ") if "=" in pair)
    return Mention(
        row.article_id, int(row.start), int(row.end), row.text, row.label, row.value, _number(row.account), row.standing,
        row.said_by, row.origin, row.rule, detail,
    )  # fmt: skip