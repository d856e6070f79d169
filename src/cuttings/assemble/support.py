"""What a value rests on: how many independent articles give it, who is credited for it, and which value goes first.

Independent are articles of different publishers; one whose publisher is not known stands for itself. Copies of one text
are counted once: only the first is read.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from cuttings.vocabulary import Vocabulary

RESTS_ON = ("official", "several_articles", "named_speaker", "one_article")
# Who decides, or prosecutes, without a row in the vocabulary
_DECIDES = re.compile(
    r"\b(?:panel|tribunal|court|judge|jury|sheriff|magistrates?|prosecutors?|ombudsman|coroner)\b", re.I
)


@dataclass(frozen=True)
class Origins:
    """Where articles come from: ``source`` of each article_id; which ``publishers`` and ``speakers`` are official."""

    sources: Mapping[str, str]
    notices: frozenset[str]
    officials: frozenset[tuple[str, str]]
    vocabulary: Vocabulary

    def is_official(self, article_id: str, said_by: str) -> bool:
        """Whether an article is an official notice, or credits a force, a body, a court or an official."""
        if article_id in self.notices or (article_id, said_by) in self.officials:
            return True
        return bool(said_by) and (_is_office(said_by, self.vocabulary) or _DECIDES.search(said_by) is not None)


def origins(articles: pd.DataFrame, people: pd.DataFrame, vocabulary: Vocabulary) -> Origins:
    """Where the articles come from, by the tables ``articles`` and ``people``."""
    publishers = dict(zip(articles["article_id"], articles["publisher"], strict=True))
    officials = people[people["role"] == "official"]
    return Origins(
        {article: publisher.casefold() or article for article, publisher in publishers.items()},
        frozenset(article for article, publisher in publishers.items() if _is_office(publisher, vocabulary)),
        frozenset(zip(officials["article_id"], officials["name"], strict=True)),
        vocabulary,
    )


def _is_office(name: str, vocabulary: Vocabulary) -> bool:
    return bool(name) and any(name in vocabulary.lexicon(table) for table in ("forces", "bodies"))


def with_support(claims: pd.DataFrame, known: Origins) -> pd.DataFrame:
    """The claims with ``sources`` and ``rests_on`` filled, but for those that a reviewer has rejected."""
    standing = claims[claims["decision"] != "rejected"]
    filled = claims.copy()
    for _, rows in standing.groupby(_VALUE, sort=False):
        filled.loc[rows.index, "sources"] = _independent(rows["article_id"], known)
        filled.loc[rows.index, "rests_on"] = _rests_on(rows, known)
    return filled


_VALUE = ["incident_id", "attribute", "value"]


def _independent(articles: Iterable[str], known: Origins) -> int:
    return len({known.sources[article] for article in articles})


def _rests_on(rows: pd.DataFrame, known: Origins) -> str:
    if any(known.is_official(row.article_id, row.said_by) for row in rows.itertuples()):
        return "official"
    if _independent(rows["article_id"], known) > 1:
        return "several_articles"
    return "named_speaker" if rows["said_by"].ne("").any() else "one_article"


def support_rows(claims: pd.DataFrame, coverage: pd.DataFrame, articles: pd.DataFrame, known: Origins) -> list[dict]:
    """The rows of the table support: each value of each attribute of each incident, the best-supported first.

    ``claims``: those that no reviewer has rejected. First goes what more independent articles give; of equals, what an
    article gives of its main matter; then what the latest gives; then the order of the values.
    """
    days = dict(zip(articles["article_id"], articles["published"], strict=True))
    main = set(coverage[coverage["role"] == "main"][["incident_id", "article_id"]].itertuples(index=False, name=None))
    told_by = coverage.groupby("incident_id")["article_id"].nunique()
    found: list[dict] = []
    for (incident, attribute), of in claims.groupby(["incident_id", "attribute"], sort=True):
        values = [_value(rows, days, main, known) for _, rows in of.groupby("value", sort=True)]
        values.sort(key=lambda row: (row["sources"], row["main"], row["last_reported"]), reverse=True)
        for rank, row in enumerate(values, 1):
            why = _why(row, int(told_by[incident]))
            found.append({"incident_id": incident, "attribute": attribute, "rank": rank, **row, "why": why})
    return found


def _value(rows: pd.DataFrame, days: Mapping[str, str], main: set[tuple[str, str]], known: Origins) -> dict:
    first = rows.iloc[0]
    dated = sorted(day for article in rows["article_id"] if (day := days[article]))
    pairs = zip(rows["incident_id"], rows["article_id"], strict=True)
    return {
        "value": first["value"],
        "articles": rows["article_id"].nunique(),
        "sources": _independent(rows["article_id"], known),
        "main": any(pair in main for pair in pairs),
        "rests_on": _rests_on(rows, known),
        "first_reported": dated[0] if dated else "",
        "last_reported": dated[-1] if dated else "",
    }


def _why(row: Mapping, articles: int) -> str:
    where = "as the main matter" if row["main"] else "by the way"
    latest = f", last on {row['last_reported']}" if row["last_reported"] else ""
    return f"{told_in(row['articles'], articles, row['sources'])}, {where}{latest}"


def told_in(those: int, every: int, sources: int) -> str:
    """How many articles say so, in words: "in the one article", "in 2 of 3 articles, from 2 publishers"."""
    if every == 1:
        return "in the one article"
    publishers = f", from {sources} publisher{'s' if sources > 1 else ''}" if those > 1 else ""
    return f"in {those} of {every} articles{publishers}"
