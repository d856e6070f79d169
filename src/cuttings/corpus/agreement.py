"""How far two readers of the same article agree, column by column: strictly, and with the alternatives they allow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from cuttings import evaluation, vocabulary
from cuttings.corpus.files import Annotated
from cuttings.corpus.frames import as_gold
from cuttings.scoring.gold import Gold
from cuttings.scoring.pairing import Run

_LEFT_OUT = (
    "articles",
    "title",
    "duplicate_of",
    "furniture",
    "same incident",
)  # given to the second reader, or not asked


def agreement(first: Sequence[Annotated], second: Sequence[Annotated]) -> pd.DataFrame:
    """A row a column of the tables: ``column, first, second, strict, with_alternatives``.

    ``first`` and ``second`` are how many values each reader has, over the articles that both have read; a day that only
    the page's code gives is left out. ``strict`` is
    their F1 (twice what both have, over what either has): 1 is full agreement, whoever is taken as right. In
    ``with_alternatives`` a value counts as shared if either reader gives it as an alternative, and one that either
    marks as optional counts neither way when the other has left it out. Incidents are paired by what they share.
    """
    both = {article.id for article in second} & {article.id for article in first}
    gold = _shown(as_gold([article for article in first if article.id in both]))
    others = [article for article in second if article.id in both]
    run = as_run(others)
    strict = evaluation.compare(_strict(gold), run)
    lenient = evaluation.compare(_with_alternatives(gold, as_gold(others)), run)
    table = strict[["column", "gold", "found", "f1"]].rename(
        columns={"gold": "first", "found": "second", "f1": "strict"}
    )
    table["with_alternatives"] = lenient["f1"].where(lenient["gold"] > 0)
    rated = table["strict"].notna() & ~table["column"].isin(_LEFT_OUT)
    return table[rated].reset_index(drop=True)


def _shown(gold: Gold) -> Gold:
    """Gold without the days that stand in a page's code alone, which the second reader was not shown."""
    hidden = ("published", "published_basis")
    articles = [
        {**row, **dict.fromkeys(hidden, "")} if row["published_basis"] == "metadata" else row for row in gold.articles
    ]
    return replace(gold, articles=tuple(articles))


def _strict(gold: Gold) -> Gold:
    """Gold in which nothing is optional and nothing has an alternative."""
    plain = tuple({**row, "alternatives": "", "optional": ""} for row in gold.claims)
    return replace(gold, claims=plain, coverage=tuple({**row, "optional": ""} for row in gold.coverage))


def _with_alternatives(gold: Gold, second: Gold) -> Gold:
    """Gold of the first reader, with what the second marks as optional, and did not find there, as optional rows."""
    has = {(row["file"], row["attribute"], row["value"]) for row in gold.claims}
    sole = {row["file"]: row["incident"] for row in gold.coverage if row["role"] == "main"}
    extra = [
        {**row, "incident": sole[row["file"]], "evidence": ""}
        for row in second.claims
        if row["optional"] and row["file"] in sole and (row["file"], row["attribute"], row["value"]) not in has
    ]
    return replace(gold, claims=(*gold.claims, *extra))


def as_run(articles: Iterable[Annotated]) -> Run:
    """A reading as if a run had made it, so that it can be compared with another by the same rules."""
    read = list(articles)
    rows: dict[str, dict[str, list[Mapping]]] = {
        name: {} for name in ("coverage", "claims", "subjects", "people", "quotes", "links")
    }
    for article in read:
        of = {"article_id": article.id}
        for incident in article.gold["incidents"]:
            each = {**of, "incident_id": f"{article.id} {incident['incident']}"}
            rows["coverage"].setdefault(article.id, []).append({**each, "role": incident["role"]})
            for kind in ("claims", "subjects", "people"):
                made = [{**each, **row, "evidence": row["words"], "decision": ""} for row in incident[kind]]
                rows[kind].setdefault(article.id, []).extend(made)
        rows["quotes"][article.id] = [{**of, "text": row["words"], **row} for row in article.gold["quotes"]]
        rows["links"][article.id] = [{**of, **_ends(article.id, row)} for row in article.gold["links"]]
    heads = {article.saved.name: _head(article) for article in read}
    return Run(heads, {article.id: article.text for article in read}, rows, vocabulary.load())


def _ends(article: str, row: Mapping) -> dict[str, str]:
    ends = {f"{end}_incident": f"{article} {row[end]}" if row[end] else "" for end in ("from", "to")}
    return {**ends, "relation": row["relation"]}


def _head(article: Annotated) -> dict[str, str]:
    head = article.gold["article"]
    own = {"article_id": article.id, "file": article.saved.name, "text": article.text}
    return {**head, **own, "title": head["headline"], "author": head["byline"], "duplicate_of": head["copy_of"]}
