"""The accounts of a run as a reviewer's decision knows them: by their article, and where in its text they begin."""

from pathlib import Path

import pandas as pd

from cuttings import tables


def accounts(sentences: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """``incident_id, article_id, account, start, end``: a row for each account that is an incident, with the offsets of
    its first sentence; from the tables of those names.
    """
    told = sentences.dropna(subset=["account"]).sort_values("start")
    first = told.groupby(["article_id", "account"], as_index=False)[["start", "end"]].first()
    return coverage[["incident_id", "article_id", "account"]].merge(first, on=["article_id", "account"], how="inner")


def of_run(out: Path) -> pd.DataFrame:
    """The accounts of the run in ``out``. Raises TableError when a table is missing."""
    return accounts(tables.read("sentences", out), tables.read("coverage", out))
