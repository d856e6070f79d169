"""What a value rests on: how many independent articles give it, who is credited for it, and which value goes first.

Independent are articles of different publishers; those whose publisher is not known are one source, for nobody knows.
Copies of one text are counted once: only the first is read.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from cuttings.vocabulary import Vocabulary

# Who decides, or prosecutes, without a row in the vocabulary
_DECIDES = re.compile(
    r"\b(?:panel|tribunal|court|judge|jury|sheriff|magistrates?|prosecutors?|ombudsman|coroner)\b", re.I
)


@dataclass(frozen=True)
class Origins:
    """Where articles come from: ``sources``, who published each article_id; ``notices``, the articles that an office
    published; ``officials``, pairs of an article_id and a name; ``is_office``, whether a name is a force's or a body's.
    """

    sources: Mapping[str, str]
    notices: frozenset[str]
    officials: frozenset[tuple[str, str]]
    is_office: Callable[[str], bool]

    def is_official(self, article_id: str, said_by: str) -> bool:
        """Whether an article is an official notice, or credits a force, a body, a court or an official."""
        if article_id in self.notices or (article_id, said_by) in self.officials:
            return True
        return bool(said_by) and (self.is_office(said_by) or _DECIDES.search(said_by) is not None)


def origins(articles: pd.DataFrame, people: pd.DataFrame, claims: pd.DataFrame, vocabulary: Vocabulary) -> Origins:
    """Where the articles come from, by the tables ``articles``, ``people`` and ``claims``."""
    publishers = dict(zip(articles["article_id"], articles["publisher"], strict=True))
    offices = set(claims[claims["attribute"].isin(["force", "body"])]["value"])
    lexicons = [vocabulary.lexicon(table) for table in ("forces", "bodies")]

    def is_office(name: str) -> bool:
        return bool(name) and (name in offices or any(name in lexicon for lexicon in lexicons))

    officials = people[people["role"] == "official"]
    return Origins(
        {article: publisher.casefold() for article, publisher in publishers.items()},
        frozenset(article for article, publisher in publishers.items() if is_office(publisher)),
        frozenset(zip(officials["article_id"], officials["name"], strict=True)),
        is_office,
    )


Value = tuple[str, str, str]  # incident_id, attribute, value


def with_support(claims: pd.DataFrame, known: Origins) -> pd.DataFrame:
    """The claims with ``sources`` and ``rests_on`` filled, but for those that a reviewer has rejected."""
    told = _by_value(claims[claims["decision"] != "rejected"])
    filled = {value: (_independent(rows, known), _rests_on(rows, known)) for value, rows in told.items()}
    cells = [
        filled[row.incident_id, row.attribute, row.value] if row.decision != "rejected" else (None, "")
        for row in claims.itertuples(index=False)
    ]
    counts, grounds = [count for count, _ in cells], [what for _, what in cells]
    return claims.assign(sources=pd.array(counts, dtype="Int64"), rests_on=pd.array(grounds, dtype="string"))


def _by_value(claims: pd.DataFrame) -> dict[Value, list]:
    found: dict[Value, list] = {}
    for row in claims.itertuples(index=False):
        found.setdefault((row.incident_id, row.attribute, row.value), []).append(row)
    return found


def _independent(rows: Iterable, known: Origins) -> int:
    return len({known.sources[row.article_id] for row in rows})


def _rests_on(rows: list, known: Origins) -> str:
    if any(known.is_official(row.article_id, row.said_by) for row in rows):
        return "official"
    if _independent(rows, known) > 1:
        return "several_articles"
    return "named_speaker" if any(row.said_by for row in rows) else "one_article"


def support_rows(claims: pd.DataFrame, coverage: pd.DataFrame, articles: pd.DataFrame, known: Origins) -> list[dict]:
    """The rows of the table support: each value of each attribute of each incident, the best-supported first.

    ``claims``: those that no reviewer has rejected. First goes what more independent articles give; of equals, what an
    article gives of its main matter; then what the latest gives; then the order of the values.
    """
    days = dict(zip(articles["article_id"], articles["published"], strict=True))
    told_by = coverage.groupby("incident_id")["article_id"].nunique().to_dict()
    main = {(row.incident_id, row.article_id) for row in coverage.itertuples() if row.role == "main"}
    found: dict[tuple[str, str], list[dict]] = {}
    for (incident, attribute, value), rows in sorted(_by_value(claims).items()):
        row = {"value": value, **_supported(incident, rows, days, main, known)}
        found.setdefault((incident, attribute), []).append(row | {"why": _why(row, told_by[incident])})
    return [
        {"incident_id": incident, "attribute": attribute, "rank": rank, **row}
        for (incident, attribute), values in found.items()
        for rank, row in enumerate(sorted(values, key=_place, reverse=True), 1)
    ]


def _place(row: Mapping) -> tuple:
    return (row["sources"], row["main"], row["last_reported"])


def _supported(
    incident: str, rows: list, days: Mapping[str, str], main: set[tuple[str, str]], known: Origins
) -> dict[str, object]:
    given = {row.article_id for row in rows}
    dated = sorted(day for article in given if (day := days[article]))
    return {
        "articles": len(given),
        "sources": _independent(rows, known),
        "main": any((incident, article) in main for article in given),
        "rests_on": _rests_on(rows, known),
        "first_reported": dated[0] if dated else "",
        "last_reported": dated[-1] if dated else "",
    }


def _why(row: Mapping, articles: int) -> str:
    where = "as the main matter" if row["main"] else "as background"
    latest = f", last on {row['last_reported']}" if row["last_reported"] else ""
    return f"{told_in(row['articles'], articles, row['sources'])}, {where}{latest}"


def told_in(those: int, every: int, sources: int) -> str:
    """How many articles say so, in words: "in the one article", "in 3 of 3 articles, from 2 publishers"."""
    if every == 1:
        return "in the one article"
    publishers = f", from {sources} publishers" if sources > 1 else ", not known to be independent" if those > 1 else ""
    return f"in {those} of {every} articles{publishers}"
