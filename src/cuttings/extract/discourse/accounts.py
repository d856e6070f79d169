"""Which matter each part of an article tells of: its main one, another, or none (context).

An article opens on its main matter. Some words open another ("It comes as", "separately", "previous probes", another
force with its own officers), some deny a link ("not linked to …"), some only give context (a review, a plan, figures).
A sentence that speaks of the main matter's own officers, unit or names leads back.

The result is a list of segments, since one sentence can leave the main matter half-way. The rules stand in ``moves``,
in the order they are tried, and in ``halfway``.
"""

from spacy.tokens import Doc

from cuttings.extract.discourse.halfway import halfway, one_by_one, parts_from_this
from cuttings.extract.discourse.items import items
from cuttings.extract.discourse.moves import move
from cuttings.extract.discourse.openings import REPEATS
from cuttings.extract.discourse.reading import Memory, Seen
from cuttings.extract.discourse.segments import ITEM, MAIN, Relation, Segment, settled
from cuttings.extract.matters import counts_police, is_officer
from cuttings.extract.spans import Sentence, by_sentence, detail, mentions, note, sentences

__all__ = ["MAIN", "Accounts", "Relation", "Segment"]


class Accounts:
    """Puts ``segments`` and ``relations`` into ``doc.user_data``, and notes ``account`` on every mention.

    All other components must have run before.
    """

    def __call__(self, doc: Doc) -> Doc:
        reader = _Reader(doc)
        for sentence in sentences(doc):
            reader.read(sentence)
        segments, relations = settled(doc, reader.segments, reader.relations)
        doc.user_data["segments"], doc.user_data["relations"] = segments, relations
        _note_accounts(doc, segments)
        return doc


class _Reader:
    """Goes through the sentences in order; what it keeps in mind is its ``memory``."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.marked = by_sentence(doc, *doc.spans)
        self.memory = Memory.of(doc, self.marked)
        self.items = items(doc, self.marked)
        self.segments: list[Segment] = []
        self.relations: list[Relation] = []
        self.paragraph = -1
        self.likens: int | None = None  # where the article sets its matter beside others
        self.first = next((number for number, item in self.items.items() if item), None)
        if self.items:
            self.memory.current = None  # what stands before the first item is context

    def read(self, sentence: Sentence) -> None:
        seen = Seen(self.doc, sentence, self.marked[sentence.number], sentence.paragraph != self.paragraph)
        self.paragraph = sentence.paragraph
        if sentence.part != "body" or sentence.number == 0:
            self._add(Segment(sentence.start, sentence.end, None if self.items else MAIN, "opening"))
        elif self.items:
            self._follow_items(seen)
        else:
            self._follow(seen)
        if self.memory.current == MAIN:
            self.memory.main_forces = self.memory.main_forces or seen.forces
        self.memory.keep_told(seen)
        for span in seen.spans:
            if counts_police(span):
                self.memory.keep_count(span.kb_id_, self._account_at(span.start_char))
            if span.label_ == "PERSON":
                self.memory.keep_name(span.kb_id_, self._account_at(span.start_char))
            if is_officer(span):
                self.memory.keep_person(span.kb_id_, self._account_at(span.start_char))

    def _follow(self, seen: Seen) -> None:
        split = halfway(self.memory, seen)
        if split is None:
            before = self.memory.current
            self.memory.current, cue = move(self.memory, seen)
            self._add(*one_by_one(self.memory, seen, cue))
            self._relate(seen, opens=self.memory.current != before)
            return
        self._add(*split.parts)
        self.relations += split.relations

    def _relate(self, seen: Seen, opens: bool) -> None:
        """ "It is not the first time. In 2019 two constables in Ayrshire …": similar, says the article; "Both had gone;
        nothing ties that to this case": not linked.
        """
        start, other = seen.sentence.start, self.memory.current
        last, self.likens = self.likens, None if seen.opens_paragraph else self.likens
        if REPEATS.search(seen.text):
            self.likens = start
        if not other:
            return
        if parts_from_this(seen):
            self.relations.append(Relation(MAIN, other, "not_linked", start, seen.sentence.end))
        elif opens and (since := last if self.likens is None else self.likens) is not None:
            self.relations.append(Relation(MAIN, other, "similar", since, seen.sentence.end))
            self.likens = None

    def _follow_items(self, seen: Seen) -> None:
        """In a round-up a sentence tells of its item, the first of them for the main matter; under other headings it is
        context.
        """
        number = seen.sentence.number
        opens = self.items.get(number, False)
        if opens:
            self.memory.current = MAIN if number == self.first else self.memory.new()
        elif number in self.items:
            self.memory.current = None
        self._add(Segment(seen.sentence.start, seen.sentence.end, self.memory.current, ITEM if opens else "goes on"))

    def _add(self, *parts: Segment) -> None:
        self.segments += [part for part in parts if part.end > part.start]

    def _account_at(self, offset: int) -> int | None:
        return next((s.account for s in reversed(self.segments) if s.start <= offset < s.end), None)


def _note_accounts(doc: Doc, segments: list[Segment]) -> None:
    at = iter(segments)
    segment = next(at, None)
    for span in mentions(doc, *doc.spans):
        while segment is not None and span.start_char >= segment.end:
            segment = next(at, None)
        if segment is None:
            continue
        if segment.account is not None:
            note(span, account=str(segment.account))
        elif span.label_ == "PERSON" and detail(span).get("role") not in {"officer", "former_officer"}:
            note(span, account=str(MAIN))
