"""What the corpus holds, counted: the plan's dimensions, and what the articles turned out to be."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import pandas as pd

from cuttings.corpus import SPLITS
from cuttings.corpus.files import Annotated

DIMENSIONS = ("genre", "country", "stage", "counts", "dates", "form", "incidents", "language", "words")


def matrix(articles: Iterable[Annotated]) -> pd.DataFrame:
    """A row an article: ``id, split`` and the dimensions; stage (of its first main incident), number of incidents and
    words as the gold and the text have them, the rest as planned."""
    return pd.DataFrame([_row(article) for article in articles], columns=["id", "split", *DIMENSIONS])


def _row(article: Annotated) -> dict[str, str]:
    incidents = article.gold["incidents"]
    stages = [
        claim["value"]
        for incident in sorted(incidents, key=lambda each: each["role"] != "main")
        for claim in incident["claims"]
        if claim["attribute"] == "stage"
    ]
    return {
        **{name: article.plan[name] for name in ("genre", "country", "counts", "dates", "form")},
        **{"id": article.id, "split": article.split, "stage": next(iter(stages), "no incident")},
        "incidents": _band(len(incidents), (0, 1, 2, 5)),
        "language": article.gold["article"]["language"],
        "words": _band(len(article.text.split()), (0, 150, 300, 500, 900)),
    }


def _band(number: int, bounds: tuple[int, ...]) -> str:
    """The band that a number is in, as ``150 to 299`` or ``900 and more``."""
    least = max(bound for bound in bounds if bound <= number)
    after = [bound for bound in bounds if bound > number]
    if not after:
        return f"{least} and more"
    return str(least) if after[0] == least + 1 else f"{least} to {after[0] - 1}"


def by_split(table: pd.DataFrame, dimension: str) -> pd.DataFrame:
    """How many articles of each split have each value of a dimension, the commonest first."""
    counted = pd.crosstab(table[dimension], table["split"]).reindex(columns=SPLITS, fill_value=0)
    counted["all"] = counted.sum(axis=1)
    return counted.sort_values(["all", *SPLITS], ascending=False, kind="stable")


def filled(table: pd.DataFrame) -> pd.DataFrame:
    """For each two dimensions: ``left, right, filled, cells``; filled are the pairs of values that some article has."""
    rows = []
    for left, right in combinations(DIMENSIONS, 2):
        cells = table[left].nunique() * table[right].nunique()
        rows.append(
            {"left": left, "right": right, "filled": len(table[[left, right]].drop_duplicates()), "cells": cells}
        )
    return pd.DataFrame(rows)


def told(articles: Iterable[Annotated]) -> Counter[int]:
    """How many incidents are told of by how many articles; what gold marks as optional is left out."""
    times: Counter[str] = Counter()
    for article in articles:
        times.update(each["incident"] for each in article.gold["incidents"] if not each["optional"])
    return Counter(times.values())
