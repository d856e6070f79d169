"""What a report tells of one incident: each value beside the words it was read from, and where they stand.

Everything here is ready to be shown: codes in words, dates in words, evidence cut short, withheld names taken out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from cuttings import tables
from cuttings.dates import timespan
from cuttings.publication import nameable, withheld
from cuttings.telling.excerpts import CONTEXT, Evidence, Source, anchor, excerpt, source
from cuttings.telling.redaction import Redactor
from cuttings.telling.wording import ATTRIBUTES, STANDINGS, amount, capital, cell, label, listed, span_of
from cuttings.vocabulary import Vocabulary

_PARTS = ("claims", "subjects", "people", "history", "checks", "coverage")
_ORDER = {attribute: place for place, attribute in enumerate(ATTRIBUTES)}
_RELATIONS = {"linked": "linked to", "not_linked": "not linked to", "similar": "similar to"}
_DECISIONS = {"accepted": "accepted by a reviewer", "corrected": "corrected by a reviewer"}
_ROLES = {"main": "as its main matter", "background": "in passing"}
_STATUSES = {"serving": "serving", "former": "former", "staff": "staff", "unknown": "not said", "": "not said"}


@dataclass(frozen=True)
class Saying:
    """One value that an article gives; ``more``: in how many other places it gives it just so."""

    attribute: str
    value: str
    standing: str
    said_by: str
    rests_on: str
    decision: str
    evidence: Evidence
    more: int


@dataclass(frozen=True)
class Subject:
    """A row of the ledger of an incident's subjects."""

    people: str
    status: str
    whose: str
    rank: str
    name: str
    standing: str
    outcome: str
    evidence: Evidence


@dataclass(frozen=True)
class Relation:
    """What the articles say of this incident and another matter; ``anchor`` is empty when that is not in the report."""

    relation: str
    other: str
    anchor: str
    evidence: Evidence


@dataclass(frozen=True)
class Step:
    """A stage, or that an outcome was taken back: when, as the article says, and its day; whether it still stands."""

    date: str
    published: str
    stage: str
    stands: bool
    evidence: Evidence


@dataclass(frozen=True)
class Conflict:
    """A check that does not hold, and the passages that it compares: two, or one where they are the same."""

    check: str
    detail: str
    passages: tuple[Evidence, ...]


@dataclass(frozen=True)
class Telling:
    """An article that tells of the incident: as its main matter or as background, and the copies of it."""

    source: Source
    role: str
    copies: tuple[Source, ...]


@dataclass(frozen=True)
class Line:
    """One incident as the table of incidents has it, in words."""

    anchor: str
    title: str
    force: str
    officers: str
    stage: str
    basis: str
    happened: str
    first_reported: str
    articles: int


@dataclass(frozen=True)
class Account(Line):
    """One incident with all that stands behind it."""

    rejected: int
    steps: tuple[Step, ...]
    sayings: tuple[Saying, ...]
    subjects: tuple[Subject, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    people: tuple[str, ...]
    withheld: int
    tellings: tuple[Telling, ...]
    sources: int


class Teller:
    """Tells of the incidents of a run's tables; ``redact`` is the Redactor of the run, ``context`` how many characters
    stand on each side of evidence."""

    def __init__(self, data: Mapping[str, pd.DataFrame], vocabulary: Vocabulary, redact: Redactor) -> None:
        self.vocabulary, self.redact, self.context = vocabulary, redact, CONTEXT
        articles, incidents = data["articles"], data["incidents"]
        self.nameable, self.withheld = set(nameable(data["people"])), set(withheld(data["people"]))
        self.texts = dict(zip(articles["article_id"], articles["text"], strict=True))
        self.sources = {row.article_id: source(row) for row in articles.itertuples()}
        self.titles = dict(zip(incidents["incident_id"], incidents["title"], strict=True))
        self.parts = {name: _by(data[name], "incident_id") for name in _PARTS}
        self.links = {side: _by(data["links"], side) for side in ("from_incident", "to_incident")}
        self.copies = _by(articles, "duplicate_of")
        self.days = dict(zip(articles["article_id"], articles["published"].replace("", "~"), strict=True))

    def line(self, incident: object) -> Line:
        """One row of incidents, in words."""
        return Line(
            anchor=anchor("incident", incident.incident_id),
            title=incident.title,
            force=listed(tables.split(incident.forces)) or "not named",
            officers=span_of(incident.officers_min, incident.officers_max) or "not given",
            stage=label("stage", incident.stage, self.vocabulary) or "not said",
            basis="" if incident.articles == 1 else incident.stage_basis,
            happened=listed([timespan.in_words(text) for text in tables.split(incident.happened)]) or "not said",
            first_reported=timespan.in_words(incident.first_reported) or "not known",
            articles=0 if pd.isna(incident.articles) else int(incident.articles),
        )

    def account(self, incident: object) -> Account:
        """The account of one row of incidents."""
        key, claims = incident.incident_id, self._of("claims", incident.incident_id)
        people = {row.name: row for row in reversed(self._of("people", key))}
        return Account(
            **vars(self.line(incident)),
            rejected=sum(row.decision == "rejected" for row in claims),
            steps=tuple(self._steps(key)),
            sayings=tuple(self._sayings(claims)),
            subjects=tuple(map(self._subject, self._of("subjects", key))),
            relations=tuple(self._relations(key)),
            conflicts=tuple(self._conflicts(key)),
            people=tuple(_person(row) for name, row in reversed(people.items()) if name in self.nameable),
            withheld=len(self.withheld & people.keys()),
            tellings=tuple(self._tellings(key)),
            sources=0 if pd.isna(incident.sources) else int(incident.sources),
        )

    def evidence(self, row: object) -> Evidence:
        """The words of a row with a span, as the report cites them."""
        return excerpt(row, self.texts[row.article_id], self.sources[row.article_id], self.redact, self.context)

    def weight(self, key: str) -> int:
        """How many rows stand behind the incident: what its account weighs on a page."""
        rows = sum(len(self._of(name, key)) for name in _PARTS)
        return 1 + rows + sum(len(found.get(key, ())) for found in self.links.values())

    def _of(self, name: str, key: str) -> list:
        return self.parts[name].get(key, [])

    def _tellings(self, key: str) -> Iterator[Telling]:
        """In the order of time, those without a date last."""
        roles: dict[str, str] = {}
        for row in self._of("coverage", key):
            roles[row.article_id] = "main" if "main" in (row.role, roles.get(row.article_id)) else row.role
        for article, role in sorted(roles.items(), key=lambda told: (self.days[told[0]], told[0])):
            copies = tuple(self.sources[row.article_id] for row in self.copies.get(article, ()))
            yield Telling(self.sources[article], _ROLES[role], copies)

    def _steps(self, key: str) -> Iterator[Step]:
        """In the order of time, of each stage the first report."""
        seen: set[tuple] = set()
        for row in self._of("history", key):
            if (row.stage, row.stands) in seen and row.event != "taken_back":
                continue
            seen.add((row.stage, row.stands))
            yield Step(
                timespan.in_words(row.date) if row.date_basis == "stated" else "",
                timespan.in_words(row.published),
                label("stage", row.stage, self.vocabulary) or "an outcome was taken back",
                bool(row.stands) if not pd.isna(row.stands) else True,
                self.evidence(row),
            )

    def _sayings(self, claims: list) -> Iterator[Saying]:
        """In the order of the attributes; of the same thing said in several places of an article only the first."""
        told: dict[tuple, list] = {}
        for row in sorted(claims, key=_first):
            hidden = row.attribute == "person" and row.value not in self.nameable
            if row.decision != "rejected" and not hidden:
                same = (row.attribute, row.value, row.article_id, row.standing, row.said_by, row.decision)
                told.setdefault(same, []).append(row)
        for row, *more in told.values():
            yield Saying(
                attribute=ATTRIBUTES[row.attribute],
                value=cell(row.attribute, row.value, self.vocabulary),
                standing=STANDINGS[row.standing],
                said_by=row.said_by,
                rests_on=_rests_on(row),
                decision=self.decision(row),
                evidence=self.evidence(row),
                more=len(more),
            )

    def decision(self, row: object) -> str:
        """What a reviewer made of a claim, in words; empty for none."""
        read = cell(row.attribute, row.proposed, self.vocabulary)
        return _DECISIONS.get(row.decision, "") + (f"; the machine read “{read}”" if row.proposed else "")

    def _subject(self, row: object) -> Subject:
        return Subject(
            people=amount(row.count_min, row.count_max, "person", "people"),
            status=_STATUSES[row.status],
            whose=", ".join(part for part in (row.unit, row.force) if part),
            rank=row.rank,
            name=row.name,
            standing=STANDINGS[row.standing],
            outcome=label("sanction", row.outcome, self.vocabulary),
            evidence=self.evidence(row),
        )

    def _relations(self, key: str) -> Iterator[Relation]:
        """Stated from either side."""
        rows = {row.Index: row for found in self.links.values() for row in found.get(key, ())}
        for _, row in sorted(rows.items()):
            other = row.to_incident if row.from_incident == key else row.from_incident
            known = other in self.titles
            name = self.titles[other] if known else "a matter that this report does not tell of"
            yield Relation(
                _RELATIONS[row.relation], name, anchor("incident", other) if known else "", self.evidence(row)
            )

    def _conflicts(self, key: str) -> Iterator[Conflict]:
        for row in self._of("checks", key):
            if pd.isna(row.holds) or row.holds:
                continue
            compared = dict.fromkeys(
                [
                    _Passage(row.article_id, row.start, row.end, row.evidence),
                    _Passage(row.other_article_id, row.other_start, row.other_end, row.other_evidence),
                ]
            )
            passages = tuple(self.evidence(each) for each in compared if each.evidence)
            yield Conflict(capital(row.check.replace("_", " ")), self._cited(row.detail), passages)

    def _cited(self, detail: str) -> str:
        """A check's figures with each article as a reader knows it."""
        return re.sub(r"\w+(?:-\d+)?", lambda word: self._name(word.group()), detail)

    def _name(self, word: str) -> str:
        return self.sources[word].name if word in self.sources else word


def _by(table: pd.DataFrame, column: str) -> dict[str, list]:
    """The rows of a table by what they have in a column, in their order; without those that have nothing there."""
    found: dict[str, list] = {}
    for row in table[table[column] != ""].itertuples():
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _first(row: object) -> tuple:
    return _ORDER[row.attribute], row.value, row.article_id, pd.isna(row.start), 0 if pd.isna(row.start) else row.start


class _Passage(NamedTuple):
    article_id: str
    start: int
    end: int
    evidence: str


def _rests_on(row: object) -> str:
    """ "3 independent articles", "an official source"; nothing for one article, which most values rest on."""
    count = 1 if pd.isna(row.sources) else int(row.sources)
    told = [f"{count} independent articles"] if count > 1 else []
    return ", ".join([*told, "an official source"] if row.rests_on == "official" else told)


def _person(row: object) -> str:
    about = ", ".join(part for part in (row.rank_or_title, row.role.replace("_", " ")) if part)
    return f"{row.name} ({about})" if about else row.name
