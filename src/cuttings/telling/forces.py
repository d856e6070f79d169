"""One force's share of a run's tables, and the folder's name that its report goes by."""

import re
from collections.abc import Mapping
from unicodedata import normalize

import pandas as pd

from cuttings import tables
from cuttings.telling.redaction import Redactor

FOLDER = "by-force"
_LONGEST = 60
_RESERVED = frozenset({"con", "prn", "aux", "nul", "index"})  # no file's name everywhere, or ours


def slugs(incidents: pd.DataFrame, redact: Redactor) -> dict[str, str]:
    """The forces of the table ``incidents``, sorted, each with a name for its folder: lower-case letters, digits and
    hyphens, no two alike, and no withheld name in any.
    """
    found: dict[str, str] = {}
    for force in sorted({force for cell in incidents["forces"] for force in tables.split(cell)}):
        plain = normalize("NFKD", redact.address(force)).encode("ascii", "ignore").decode("ascii").lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-") or "force"
        slug = f"{slug}-force" if slug in _RESERVED else slug
        number, taken = 1, set(found.values())
        while (name := slug if number == 1 else f"{slug}-{number}") in taken:
            number += 1
        found[force] = name
    return found


def of_force(data: Mapping[str, pd.DataFrame], force: str) -> dict[str, pd.DataFrame]:
    """The tables of a run with the rows of one force: its incidents (those of several forces too), what stands behind
    them, and the articles that tell of them, with their copies. No file is ``skipped`` for one force alone."""
    incidents = data["incidents"]
    incidents = incidents[[force in tables.split(cell) for cell in incidents["forces"]]]
    those = set(incidents["incident_id"])
    share = {name: _rows(table, those) for name, table in data.items()} | {"incidents": incidents}
    articles = data["articles"]
    telling = set(share["coverage"]["article_id"])
    cited = telling | {key for name in ("links", "checks") for key in _cited(share[name])}
    share["articles"] = articles[articles["article_id"].isin(cited) | articles["duplicate_of"].isin(telling)]
    return share | {"skipped": data["skipped"].head(0)}


def _rows(table: pd.DataFrame, incidents: set[str]) -> pd.DataFrame:
    sides = [name for name in _KEYS if name in table]
    return table[table[sides].isin(incidents).any(axis="columns")] if sides else table


_KEYS = ("incident_id", "from_incident", "to_incident", "left_incident", "right_incident")


def _cited(table: pd.DataFrame) -> set[str]:
    return {key for name in ("article_id", "other_article_id") if name in table for key in table[name] if key}
