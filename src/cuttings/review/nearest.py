"""What is nearest now to the words of an orphaned decision: shown to a person, and never acted on."""

from collections.abc import Mapping
from difflib import SequenceMatcher

import pandas as pd

from cuttings.casebook import Decision

_ALIKE = 0.6  # ratio of difflib, from which words are worth showing beside others


def nearest(decision: Decision, article: Mapping, claims: pd.DataFrame) -> dict[str, object]:
    """``article_id, nearest, nearest_start, nearest_end``: the article, which is of the decision's file, and the same
    words in it that are nearest to where they were, or else the likest words of a claim of the same attribute; the
    article alone where there are none.
    """
    place = _same_words(article["text"], decision) or _like(claims, article["article_id"], decision)
    if place is None:
        return {"article_id": article["article_id"]}
    start, end = place
    found = {"nearest": article["text"][start:end], "nearest_start": start, "nearest_end": end}
    return {"article_id": article["article_id"], **found}


def _same_words(text: str, decision: Decision) -> tuple[int, int] | None:
    words, starts = decision.words, []
    at = text.find(words) if words else -1
    while at >= 0:
        starts.append(at)
        at = text.find(words, at + 1)
    if not starts:
        return None
    start = min(starts, key=lambda start: abs(start - (decision.start or 0)))
    return start, start + len(words)


def _like(claims: pd.DataFrame, article_id: str, decision: Decision) -> tuple[int, int] | None:
    its = claims[(claims["article_id"] == article_id) & (claims["attribute"] == decision.attribute)]
    likeness = {
        (int(row.start), int(row.end)): SequenceMatcher(None, decision.words, row.evidence).ratio()
        for row in its.dropna(subset=["start"]).itertuples()
    }
    best = max(likeness, key=lambda place: (likeness[place], -place[0]), default=None)
    return best if best is not None and likeness[best] >= _ALIKE else None
