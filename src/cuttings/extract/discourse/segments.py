"""Which words tell of which matter: segments and relations, and which other accounts are one matter after all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from cuttings.extract.patterns import words
from cuttings.extract.spans import mentions_between, source

ITEM = "an item"  # the cue of a segment that opens an item of a round-up
IN_PASSING = "in passing"  # the cue of a segment that opens an earlier matter, told of by the way
MAIN = 0  # the account of the article's main matter
_WORD = re.compile(r"[a-z]{6,}")
# Longer words that any report of the beat has.
_COMMON = frozenset(
    words(
        "police officer officers former serving messages message posted investigation investigated allegations alleged "
        "misconduct offensive whatsapp station county before between because against following another including "
        "during member members colleague colleagues understood"
    )
)


@dataclass(frozen=True)
class Segment:
    """Characters ``start`` to ``end`` tell of ``account`` (None: context), because of ``cue``."""

    start: int
    end: int
    account: int | None
    cue: str


@dataclass(frozen=True)
class Relation:
    """The article says that account ``left`` is ``linked``, ``not_linked`` or ``similar`` to account ``right``.

    ``start`` and ``end`` are the sentence that says it; ``relation`` is empty when it only tells the two apart.
    """

    left: int
    right: int
    relation: str
    start: int
    end: int

    def beside(self, account: int | None) -> int:
        """The other one, for the account of the sentence that says it."""
        return self.left if account == self.right else self.right


@dataclass
class _Told:
    """What is told of one other matter: its words, and the people and forces it names."""

    text: str = ""
    people: set[str] = field(default_factory=set)
    forces: set[str] = field(default_factory=set)


def settled(
    doc: Doc, segments: Iterable[Segment], relations: Iterable[Relation]
) -> tuple[list[Segment], list[Relation]]:
    """Join other accounts that are one matter, and number what is left in the order of the text.

    Relations between accounts that turn out to be one are dropped. The items of a round-up stay apart.
    """
    segments, relations = list(segments), list(relations)
    if any(segment.cue == ITEM for segment in segments):
        return segments, relations
    alias = _aliases(_others(doc, segments), {frozenset((r.left, r.right)) for r in relations})
    return (
        [replace(s, account=alias[s.account]) if s.account else s for s in segments],
        [replace(r, left=alias[r.left], right=alias[r.right]) for r in relations if alias[r.left] != alias[r.right]],
    )


def _others(doc: Doc, segments: list[Segment]) -> dict[int, _Told]:
    found: dict[int, _Told] = {}
    for segment in segments:
        if segment.account:
            told = found.setdefault(segment.account, _Told())
            told.text += " " + source(doc)[segment.start : segment.end]
            inside = mentions_between(doc, segment.start, segment.end)
            told.people |= {span.kb_id_ for span in inside if span.label_ == "PERSON"}
            told.forces |= {span.kb_id_ for span in inside if span.label_ == "FORCE"}
    return found


def _aliases(others: dict[int, _Told], apart: set[frozenset[int]]) -> dict[int, int]:
    """The number that each account gets; ``apart``: pairs that the article tells apart."""
    alias, kept = {MAIN: MAIN}, []
    for number, told in others.items():
        twin = next((k for k in kept if frozenset((k, number)) not in apart and _alike(others[k], told)), None)
        if twin is None:
            kept.append(number)
            alias[number] = len(kept)
        else:
            alias[number] = alias[twin]
            others[twin].people |= told.people
    return alias


def _alike(left: _Told, right: _Told) -> bool:
    """Whether two passages tell of one matter: a person of both, or words that few passages share and no two forces."""
    if left.people & right.people:
        return True
    two_forces = left.forces and right.forces and not left.forces & right.forces
    return not two_forces and len(_rare(left.text) & _rare(right.text)) >= 2


def _rare(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _COMMON
