"""Do the figures agree? Inside an article and between articles; what holds and what does not are both rows."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from cuttings.assemble.ledger import Ledger


@dataclass(frozen=True)
class Check:
    """A row of the table checks before it has its incident."""

    article_id: str
    check: str
    holds: bool
    detail: str


def inside(article_id: str, ledger: Ledger) -> Iterator[Check]:
    """Checks of one account: serving and former against the total, subjects against the total."""
    total = ledger.total
    if total is None:
        return
    if ledger.serving and ledger.former:
        added = ledger.serving.least + ledger.former.least
        yield Check(
            article_id,
            "serving + former = total",
            added == total.least,
            f"{ledger.serving.least} serving + {ledger.former.least} former = {added}; total {total.least}",
        )
    if len(ledger.subjects) > 1:
        added = sum(group.least for group in ledger.subjects)
        terms = " + ".join(str(group.least) for group in ledger.subjects)
        yield Check(article_id, "subjects = total", added == total.least, f"{terms} = {added}; total {total.least}")


def between(claims: pd.DataFrame, articles: pd.DataFrame) -> Iterator[dict]:
    """Checks of one incident over its articles: do they give one number of officers?

    A later article may well count more, or fewer; that is shown, not settled.
    """
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    totals = claims[claims["attribute"] == "officers_total"]
    for incident, rows in totals.groupby("incident_id"):
        if rows["article_id"].nunique() < 2:
            continue
        told = sorted(
            {(published[row.article_id] or "undated", row.value, row.article_id) for row in rows.itertuples()}
        )
        yield {
            "incident_id": incident,
            "article_id": "",
            "check": "articles agree on officers_total",
            "holds": rows["value"].nunique() == 1,
            "detail": "; ".join(f"{day}: {value} ({article})" for day, value, article in told),
        }
