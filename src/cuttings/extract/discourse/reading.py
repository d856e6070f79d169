"""What a reader of an article keeps in mind from sentence to sentence, to know which matter each one tells of."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Span

from cuttings.extract.discourse.openings import BACK, CAME_FROM, DATED_START, EXPLAINS, MOVES_ON
from cuttings.extract.discourse.segments import MAIN
from cuttings.extract.matters import (
    counts_anew,
    counts_police,
    forces_of,
    is_context,
    is_officer,
    is_over,
    lead_forces,
    lead_totals,
    proceeding,
    tells,
)
from cuttings.extract.spans import Sentence, detail, mentions_between, sentences, source


@dataclass(frozen=True)
class Seen:
    """A sentence with its mentions, and whether it opens a paragraph."""

    doc: Doc
    sentence: Sentence
    spans: list[Span]
    opens_paragraph: bool

    @property
    def text(self) -> str:
        return self.sentence.text

    @cached_property
    def forces(self) -> set[str]:
        """The forces whose officers it may be about."""
        return forces_of(self.spans)

    @cached_property
    def officials_forces(self) -> set[str]:
        """The forces that stand before an official's name: "Retired OPP superintendent Malcolm Teague"."""
        officials = [s for s in self.spans if s.label_ == "PERSON" and detail(s).get("role") == "official"]
        titled = [s for s in self.spans if s.label_ == "FORCE" and any(_titles(s, person) for person in officials)]
        return {force.kb_id_ for force in titled}

    @cached_property
    def conduct(self) -> set[str]:
        """The kinds of conduct, and the platforms, that it speaks of."""
        return {span.kb_id_ for span in self.spans if span.label_ in {"ALLEGATION", "PLATFORM"}}

    @cached_property
    def tells(self) -> bool:
        """Whether it could tell of a matter of the beat."""
        return tells(self.doc, self.sentence.start, self.sentence.end)

    @cached_property
    def paragraph_tells(self) -> bool:
        """Whether its paragraph could, from here on."""
        every, last = sentences(self.doc), self.sentence.number
        while last + 1 < len(every) and every[last + 1].paragraph == self.sentence.paragraph:
            last += 1
        return tells(self.doc, self.sentence.start, every[last].end)

    @property
    def rest_of_paragraph(self) -> str:
        """The words of the next sentences of its paragraph."""
        following = sentences(self.doc)[self.sentence.number + 1 : self.sentence.number + _FOLLOWING]
        return " ".join(each.text for each in following if each.paragraph == self.sentence.paragraph)

    @cached_property
    def steps_follow(self) -> bool:
        """Whether it, or one of the next sentences of its paragraph, speaks of a stage or a sanction."""
        following = sentences(self.doc)[self.sentence.number : self.sentence.number + _FOLLOWING]
        end = max(each.end for each in following if each.paragraph == self.sentence.paragraph)
        told = mentions_between(self.doc, self.sentence.start, end)
        return any(span.label_ in {"STAGE", "SANCTION"} for span in told)

    @cached_property
    def onward(self) -> re.Match | None:
        """The words it begins with, where these open another matter."""
        return MOVES_ON.match(self.text)

    @cached_property
    def context(self) -> bool:
        """Whether it only sets the scene."""
        return is_context(self.text, self.spans)


def _is_of_one(spans: list[Span]) -> bool:
    """Whether a sentence tells what became of somebody in particular: "A Kerrin constable has kept her job"."""
    return proceeding(spans) and (bool(forces_of(spans)) or any(is_officer(span) for span in spans))


def _begins(span: Span) -> bool:
    return span.label_ in {"STAGE", "SANCTION", "ALLEGATION"} or counts_police(span) or is_officer(span)


def _is_another(seen: Seen) -> bool:
    """Whether a sentence begins as one on another matter does, and not on where this one came from."""
    return seen.onward is not None and CAME_FROM.match(seen.text) is None


def _titles(force: Span, person: Span) -> bool:
    """Whether nothing but a few words of a title stands between a force and a person."""
    between = source(force.doc)[force.end_char : person.start_char] if force.end_char <= person.start_char else "."
    return len(between.split()) < _TITLE and not _ENDS_TITLE.search(between)


_TITLE = 5  # words
_OPENING = 4  # sentences
_FOLLOWING = 4  # sentences
_BEFORE_A_NAME = 24  # characters of a title
_ENDS_TITLE = re.compile(r"[.,;:\n]|\b(?:said|and|that|by)\b")


@dataclass
class Told:
    """What another matter tells: how many officers it counts, whose they are, their conduct, and whom it names."""

    counts: set[str] = field(default_factory=set)
    forces: set[str] = field(default_factory=set)
    conduct: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)  # the officers that it names first


@dataclass
class Memory:
    """The matter the reader is in (``current``; None: context), and what the main one is known by."""

    main_forces: set[str]
    main_total: set[str]  # how many officers the opening counts
    main_people: set[str] = field(default_factory=set)
    current: int | None = MAIN
    last: int = MAIN
    before: int | None = None  # the matter that a paragraph of context has interrupted
    single: int | None = None  # the account that spoke last of one officer
    counts: dict[str, int] = field(default_factory=dict)  # how many officers: the account that told it first
    others: defaultdict[int, Told] = field(default_factory=lambda: defaultdict(Told))  # what each other matter tells
    by_force: dict[str, int] = field(default_factory=dict)  # another force: the account that it opened last
    aside: int | None = None  # a matter told of in passing, which a new paragraph leaves again
    parted: int | None = None  # the other matter that the sentence before ended on
    explains: bool = False  # whether the article asks what happens in general, and its cases are examples
    compares: bool = False  # whether the sentences before set the matter beside others
    compared: bool = False  # whether those before this one did
    is_blank: bool = True  # whether nothing yet tells of police, of what they did or of a step
    is_open: bool = False  # whether the opening tells of nobody's dismissal, conviction or other end
    people: set[str] = field(default_factory=set)  # the officers that other matters named first
    bearers: dict[str, int | None] = field(default_factory=dict)  # whoever is named: the account that did so first

    @classmethod
    def of(cls, doc: Doc, marked: list[list[Span]]) -> "Memory":
        """What the opening of an article says; ``marked``: the mentions of each sentence."""
        first = next((sentence.text for sentence in sentences(doc)), "")
        explains = EXPLAINS.match(first) is not None and not forces_of(marked[0])
        explains = explains and not any(_is_of_one(spans) for spans in marked[1:_OPENING])
        is_open = not any(is_over(spans) for spans in marked[:_OPENING])
        return cls(lead_forces(doc, marked), lead_totals(marked), explains=explains, is_open=is_open)

    @property
    def elsewhere(self) -> bool:
        """Whether the reader is in another matter than the main one."""
        return self.current not in (MAIN, None)

    def new(self) -> int:
        """The number of an account that begins."""
        self.last += 1
        return self.last

    def of_force(self, forces: set[str]) -> int:
        """The account of another force's matter: the one that it opened before, or a new one."""
        known = next((self.by_force[force] for force in sorted(forces) if force in self.by_force), None)
        account = self.new() if known is None else known
        self.by_force |= dict.fromkeys(forces, account)
        return account

    def same_force(self, forces: set[str]) -> bool:
        """Whether these could be the main matter's forces; none named could be any."""
        return not forces or bool(forces & self.main_forces) or not self.main_forces

    def is_main(self, seen: Seen) -> bool:
        """Whether a sentence names the main matter's people, or its officers by their number: "the six", or, in a new
        paragraph that names its force, "six officers".
        """
        if self.names_main(seen):
            return True
        as_many = [s for s in seen.spans if s.label_ == "OFFICERS" and s.kb_id_ in self.main_total]
        # … but not "In July two former Kerrin constables were jailed", "It follows the case of two Kerrin constables"
        others = (self.is_open and is_over(seen.spans)) or _is_another(seen)
        same = seen.opens_paragraph and bool(seen.forces & self.main_forces) and not others
        anew = same and any(map(counts_police, as_many))
        if self.elsewhere and not (seen.opens_paragraph and seen.forces & self.main_forces):
            as_many = [s for s in as_many if not self.is_as_many(s, self.current)]
        return anew or any(detail(span).get("kind") == "definite" for span in as_many)

    def is_as_many(self, span: Span, account: int) -> bool:
        """Whether a count is one that another matter told: of as many police, or of no more than it names."""
        told, count = self.others[account], int(span.kb_id_) if span.kb_id_.isdecimal() else 0
        return span.kb_id_ in told.counts or 1 < count <= len(told.people)

    def goes_on_about(self, seen: Seen, account: int) -> bool:
        """Whether a sentence speaks of those whom another matter counted ("All four were fired", "One of the four") or
        named first, rather than of as many of the main matter's, who would be named, or told of further on.
        """
        police = [span for span in seen.spans if span.label_ == "OFFICERS"]
        return self._opens_on(seen, account) or any(
            self._is_counted(span, account)
            for span in police
            if span.start_char == seen.sentence.start or span.kb_id_ not in self.main_total
        )

    def _is_counted(self, span: Span, account: int) -> bool:
        told = detail(span)
        if told.get("kind") == "definite":
            return self.is_as_many(span, account) or span.kb_id_ not in {*self.main_total, "1"}
        return told.get("of", "") in self.others[account].counts

    def _opens_on(self, seen: Seen, account: int) -> bool:
        """Whether a sentence begins with the name of somebody of whom another matter told first, in whatever role."""
        first = next((span for span in seen.spans if span.label_ == "PERSON"), None)
        begins = first is not None and first.start_char - seen.sentence.start <= _BEFORE_A_NAME
        return begins and self.bearers.get(first.kb_id_) == account

    def names_main(self, seen: Seen) -> bool:
        """Whether a sentence names the main matter's people."""
        return bool({s.kb_id_ for s in seen.spans if s.label_ == "PERSON"} & self.main_people)

    def names_others(self, seen: Seen) -> bool:
        """Whether a sentence tells what became of officers whom the article has not named before."""
        return proceeding(seen.spans) and any(is_officer(span) for span in seen.spans) and not self.names_main(seen)

    def newcomer(self, seen: Seen) -> bool:
        """Whether police are counted who are new and not as many as the main matter's."""
        if not self.main_total and self.single != MAIN:
            return False
        return self._counts_anew(seen)

    def strangers(self, seen: Seen) -> bool:
        """Whether police are counted or named who were not told of before: "a sergeant", "Pc Vale"."""
        return self._counts_anew(seen) or any(is_officer(span) for span in seen.spans)

    def _counts_anew(self, seen: Seen) -> bool:
        # "In 2022 two constables were dismissed" are others, where the article's own are three and nobody's end is told
        ended = self.is_open and is_over(seen.spans) and DATED_START.match(seen.text) is not None
        own = set() if ended else self.main_total
        return any(counts_anew(span) and span.kb_id_ not in own for span in seen.spans)

    def is_of(self, seen: Seen, account: int) -> bool:
        """Whether a sentence names an officer whom another matter named first."""
        named = self.others[account].people
        return any(span.kb_id_ in named for span in seen.spans if span.label_ == "PERSON")

    def back_to_main(self, seen: Seen) -> bool:
        """Whether a new paragraph speaks of the main matter's own officers, messages or hearing."""
        return seen.opens_paragraph and (self.is_main(seen) or BACK.search(seen.text) is not None)

    def keep_name(self, name: str, account: int | None) -> None:
        """Keep which matter named somebody first, an officer or not."""
        self.bearers.setdefault(name, account)

    def keep_person(self, name: str, account: int | None) -> None:
        """Keep which matter named an officer first."""
        if account == MAIN and name not in self.people:
            self.main_people.add(name)
        elif account and name not in self.main_people and name not in self.people:
            self.people.add(name)
            self.others[account].people.add(name)

    def keep_told(self, seen: Seen) -> None:
        """Keep what a sentence of another matter tells, and whether the main one has told anything."""
        if self.current == MAIN and any(_begins(span) for span in seen.spans):
            self.is_blank = False
        if self.elsewhere:
            told = self.others[self.current]
            told.forces |= seen.forces
            for force in seen.forces - self.main_forces:
                self.by_force.setdefault(force, self.current)
            told.conduct |= seen.conduct

    def keep_count(self, count: str, account: int | None) -> None:
        """Keep which account counted police."""
        self.single = account if count == "1" else self.single
        self.counts.setdefault(count, account if account is not None else MAIN)
        if account:
            self.others[account].counts.add(count)
