"""What a report tells of one incident: each value beside the words it was read from, and where they stand.

Everything here is ready to be shown: codes in words, dates in words, evidence cut short, withheld names taken out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from cuttings import tables
from cuttings.dates import timespan
from cuttings.publication import nameable, withheld
from cuttings.telling.excerpts import Evidence, anchor, excerpt, source
from cuttings.telling.redaction import Redactor
from cuttings.telling.wording import ATTRIBUTES, STANDINGS, amount, capital, cell, label, listed, span_of
from cuttings.vocabulary import Vocabulary

_PARTS = ("claims", "subjects", "people", "history", "checks")
_SAME = ["attribute", "value", "article_id", "standing", "said_by", "decision"]
_RELATIONS = {"linked": "linked to", "not_linked": "not linked to", "similar": "similar to"}
_DECISIONS = {"accepted": "accepted by a reviewer", "corrected": "corrected by a reviewer"}
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
class Account:
    """One incident: what its row of the table says, in words, and all that stands behind it."""

    anchor: str
    title: str
    force: str
    officers: str
    stage: str
    basis: str
    happened: str
    first_reported: str
    articles: int
    rejected: int
    steps: tuple[Step, ...]
    sayings: tuple[Saying, ...]
    subjects: tuple[Subject, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    people: tuple[str, ...]
    withheld: int


class Teller:
    """Tells of the incidents of a run's tables; ``redact`` is the Redactor of the run."""

    def __init__(self, data: Mapping[str, pd.DataFrame], vocabulary: Vocabulary, redact: Redactor) -> None:
        self.data, self.vocabulary, self.redact = data, vocabulary, redact
        articles, incidents = data["articles"], data["incidents"]
        self.nameable = set(nameable(data["people"]))
        self.texts = dict(zip(articles["article_id"], articles["text"], strict=True))
        self.sources = {row.article_id: source(row) for row in articles.itertuples()}
        self.titles = dict(zip(incidents["incident_id"], incidents["title"], strict=True))
        self.parts = {name: dict(list(data[name].groupby("incident_id"))) for name in _PARTS}

    def account(self, incident: object) -> Account:
        """The account of one row of incidents."""
        key, claims = incident.incident_id, self._of("claims", incident.incident_id)
        people, conflicts = self._of("people", key), tuple(self._conflicts(key))
        return Account(
            anchor=anchor("incident", key),
            title=incident.title,
            force=listed(tables.split(incident.forces)) or "not named",
            officers=span_of(incident.officers_min, incident.officers_max) or "not given",
            stage=label("stage", incident.stage, self.vocabulary) or "not said",
            basis="" if incident.articles == 1 else incident.stage_basis,
            happened=listed([timespan.in_words(text) for text in tables.split(incident.happened)]) or "not said",
            first_reported=timespan.in_words(incident.first_reported) or "not known",
            articles=0 if pd.isna(incident.articles) else int(incident.articles),
            rejected=int((claims["decision"] == "rejected").sum()),
            steps=tuple(self._steps(key)),
            sayings=tuple(self._sayings(claims)),
            subjects=tuple(map(self._subject, self._of("subjects", key).itertuples())),
            relations=tuple(self._relations(key)),
            conflicts=conflicts,
            people=tuple(
                _person(row) for row in people.drop_duplicates("name").itertuples() if row.name in self.nameable
            ),
            withheld=len(withheld(people)),
        )

    def evidence(self, row: object) -> Evidence:
        """The words of a row with a span, as the report cites them."""
        return excerpt(row, self.texts[row.article_id], self.sources[row.article_id], self.redact)

    def _of(self, name: str, key: str) -> pd.DataFrame:
        return self.parts[name].get(key, self.data[name].head(0))

    def _steps(self, key: str) -> Iterator[Step]:
        """In the order of time, of each stage the first report."""
        history = self._of("history", key)
        first = history[~history.duplicated(["stage", "stands"]) | (history["event"] == "taken_back")]
        for row in first.itertuples():
            yield Step(
                timespan.in_words(row.date) if row.date_basis == "stated" else "",
                timespan.in_words(row.published),
                label("stage", row.stage, self.vocabulary) or "an outcome was taken back",
                bool(row.stands) if not pd.isna(row.stands) else True,
                self.evidence(row),
            )

    def _sayings(self, claims: pd.DataFrame) -> Iterator[Saying]:
        """In the order of the attributes; of the same thing said in several places of an article only the first."""
        order = {attribute: place for place, attribute in enumerate(ATTRIBUTES)}
        claims = claims[claims["decision"] != "rejected"]
        hidden = (claims["attribute"] == "person") & ~claims["value"].isin(self.nameable)
        claims = claims[~hidden]
        claims = claims.assign(order=claims["attribute"].map(order)).sort_values(
            ["order", "value", "article_id", "start"]
        )
        for _, same in claims.groupby(_SAME, sort=False):
            row = next(same.itertuples())
            yield Saying(
                attribute=ATTRIBUTES[row.attribute],
                value=cell(row.attribute, row.value, self.vocabulary),
                standing=STANDINGS[row.standing],
                said_by=row.said_by,
                rests_on=_rests_on(row),
                decision=self._decision(row),
                evidence=self.evidence(row),
                more=len(same) - 1,
            )

    def _decision(self, row: object) -> str:
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
        links = self.data["links"]
        for row in links[(links["from_incident"] == key) | (links["to_incident"] == key)].itertuples():
            other = row.to_incident if row.from_incident == key else row.from_incident
            known = other in self.titles
            name = self.titles[other] if known else "a matter that this report does not tell of"
            yield Relation(
                _RELATIONS[row.relation], name, anchor("incident", other) if known else "", self.evidence(row)
            )

    def _conflicts(self, key: str) -> Iterator[Conflict]:
        checks = self._of("checks", key)
        for row in checks[checks["holds"].eq(False).fillna(False)].itertuples():
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
        for key in sorted(self.sources, key=len, reverse=True):
            if key in detail:
                detail = detail.replace(key, self.sources[key].name)
        return detail


class _Passage(NamedTuple):
    article_id: str
    start: int
    end: int
    evidence: str


def _rests_on(row: object) -> str:
    """ "one article", "3 independent articles"; and whether an official source is credited."""
    count = 1 if pd.isna(row.sources) else int(row.sources)
    told = f"{count} independent articles" if count > 1 else "one article"
    return f"{told}, an official source" if row.rests_on == "official" else told


def _person(row: object) -> str:
    about = ", ".join(part for part in (row.rank_or_title, row.role.replace("_", " ")) if part)
    return f"{row.name} ({about})" if about else row.name
