"""The corpus as tables: for pandas, and as the gold that a run is scored against."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from cuttings import tables
from cuttings.corpus.files import Annotated
from cuttings.scoring.gold import Gold

_LISTED = 6  # words: shorter furniture may well be words of the text too
_KINDS = ("claims", "subjects", "people")


def frames(articles: Iterable[Annotated]) -> dict[str, pd.DataFrame]:
    """Tables ``articles, coverage, claims, subjects, people, quotes, links, furniture``, a row as schema.json has it.

    Every row begins with ``id`` (the article), rows of an incident with ``id, incident``; ``articles`` has the text,
    the split and the plan too. ``start`` and ``end`` count code points into ``text``; ``words == text[start:end]``.
    """
    rows: dict[str, list[Mapping]] = {name: [] for name in ("articles", "coverage", *_KINDS, *_OWN)}
    for article in articles:
        plan = {name: value for name, value in article.plan.items() if name not in ("id", "split")}
        own = {"id": article.id, "split": article.split, "saved": article.saved.name}
        rows["articles"].append({**own, **article.gold["article"], **plan, "text": article.text})
        for incident in article.gold["incidents"]:
            of = {"id": article.id, "incident": incident["incident"]}
            rows["coverage"].append({**of, "role": incident["role"], "optional": incident["optional"]})
            for kind in _KINDS:
                rows[kind] += [{**of, **row} for row in incident[kind]]
        for kind in _OWN:
            rows[kind] += [{"id": article.id, **row} for row in article.gold[kind]]
    return {name: pd.DataFrame(each) for name, each in rows.items()}


_OWN = ("quotes", "links", "furniture")


def as_gold(articles: Sequence[Annotated]) -> Gold:
    """The same as the tables that ``cuttings.evaluation`` scores a run with; ``file`` is the saved page's name.

    A link to a matter that is no incident is left out, and of furniture what is shorter than six words or stands in the
    text as well.
    """
    saved = {article.id: article.saved.name for article in articles}
    rows: dict[str, list[dict[str, str]]] = {name: [] for name in ("articles", "coverage", *_KINDS, *_OWN)}
    for article in articles:
        file = {"file": article.saved.name}
        rows["articles"].append({**file, **_heading(article.gold["article"], saved)})
        for incident in article.gold["incidents"]:
            of = {**file, "incident": incident["incident"]}
            rows["coverage"].append({**of, "role": incident["role"], "optional": _yes(incident)})
            for kind in _KINDS:
                rows[kind] += [{**of, **_cells(row)} for row in incident[kind]]
        rows["quotes"] += [{**file, "speaker": row["speaker"], "text": row["words"]} for row in article.gold["quotes"]]
        rows["links"] += [{**file, **row} for row in _links(article)]
        rows["furniture"] += [{**file, "text": text} for text in _furniture(article)]
    return Gold(**{name: tuple(each) for name, each in rows.items()})


def _heading(article: Mapping[str, str], saved: Mapping[str, str]) -> dict[str, str]:
    return {
        "title": article["headline"],
        "publisher": article["publisher"],
        "author": article["byline"],
        "published": article["published"],
        "published_basis": article["published_basis"],
        "language": article["language"],
        "duplicate_of": saved.get(article["copy_of"], ""),
    }


def _yes(row: Mapping) -> str:
    return "yes" if row["optional"] else ""


def _cells(row: Mapping) -> dict[str, str]:
    """A row of the JSON as a row of a spreadsheet: lists joined, what has no bound empty."""
    cells = {name: "" if value is None else str(value) for name, value in row.items() if name != "words"}
    if "alternatives" in row:
        # a run's claim is the number that the words give; that it is a bound, its subjects say
        bound = [row["value"].strip(".")] if re.fullmatch(r"\d+\.\.|\.\.\d+", row["value"]) else []
        cells |= {"alternatives": tables.SEPARATOR.join([*row["alternatives"], *bound]), "optional": _yes(row)}
    return {**cells, "evidence": row["words"]}


def _links(article: Annotated) -> Iterator[dict[str, str]]:
    for row in article.gold["links"]:
        if row["to"]:
            yield {"from_incident": row["from"], "to_incident": row["to"], "relation": row["relation"]}


def _furniture(article: Annotated) -> Iterator[str]:
    for row in article.gold["furniture"]:
        if len(row["text"].split()) >= _LISTED and row["text"] not in article.text:
            yield row["text"]
