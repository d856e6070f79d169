"""The rows of the table incidents: one for each real matter, over all the articles that tell of it."""

from collections.abc import Mapping

import pandas as pd

from cuttings import tables
from cuttings.assemble.stages_reached import Ladder

# column of incidents → attribute of the claims whose values it joins
_JOINED = {
    "forces": "force",
    "units": "unit",
    "platforms": "platform",
    "allegations": "allegation",
    "laws": "law",
    "bodies": "body",
    "sanctions": "sanction",
    "places": "place",
}


def incident_rows(
    claims: pd.DataFrame, others: Mapping[str, pd.DataFrame], published: Mapping[str, str], ladder: Ladder
) -> list[dict]:
    """A row for each incident that a claim stands for, in the order of their ids.

    ``claims``: those that no reviewer has rejected; ``others``: the tables coverage, people and checks; ``published``:
    the day of each article, or empty.
    """
    return [
        _row(incident, rows, {name: _of(table, incident) for name, table in others.items()}, published, ladder)
        for incident, rows in claims.groupby("incident_id", sort=True)
    ]


def _of(table: pd.DataFrame, incident: str) -> pd.DataFrame:
    return table[table["incident_id"] == incident]


def _row(
    incident: str,
    claims: pd.DataFrame,
    others: Mapping[str, pd.DataFrame],
    published: Mapping[str, str],
    ladder: Ladder,
) -> dict:
    people, coverage, checks = others["people"], others["coverage"], others["checks"]
    officers = people[people["role"].isin(["officer", "former_officer"])]
    row = {
        "incident_id": incident,
        **_joined(claims),
        **_officers(claims),
        "people": tables.join(officers["name"]),
        "stage": ladder.furthest(stage for stage in _values(claims, "stage") if stage in ladder.stages),
        "happened": _commonest(claims, "happened"),
        "first_reported": min((day for article in coverage["article_id"] if (day := published[article])), default=""),
        "articles": len(coverage),
        "claims": len(claims),
        "reviewed": int((claims["decision"] != "").sum()),
        "conflicts": int((~checks["holds"].dropna().astype(bool)).sum()),
    }
    return {**row, "title": _title(row)}


def _joined(claims: pd.DataFrame) -> dict[str, str]:
    return {column: tables.join(_values(claims, attribute)) for column, attribute in _JOINED.items()}


def _officers(claims: pd.DataFrame) -> dict[str, object]:
    """How many: the least and the most that an article gives; serving and former as most articles have it."""
    totals = [int(value) for value in _values(claims, "officers_total") if value.isdigit()]
    return {
        "officers_min": min(totals, default=None),
        "officers_max": max(totals, default=None),
        "officers_serving": _commonest(claims, "officers_serving") or None,
        "officers_former": _commonest(claims, "officers_former") or None,
    }


def _values(claims: pd.DataFrame, attribute: str) -> list[str]:
    return list(dict.fromkeys(claims[claims["attribute"] == attribute]["value"]))


def _commonest(claims: pd.DataFrame, attribute: str) -> str:
    counts = claims[claims["attribute"] == attribute]["value"].value_counts()
    return min(counts.index, key=lambda value: (-counts[value], value), default="")


def _title(row: Mapping[str, object]) -> str:
    """A line to know an incident by: force, how many, platform, year; nothing that is not in its columns."""
    forces = tables.split(row["forces"])
    count = row["officers_max"]
    officers = "" if count is None else "1 officer" if count == 1 else f"{count} officers"
    parts = [forces[0] if forces else "Unnamed force", officers, next(iter(tables.split(row["platforms"])), "")]
    year = (row["happened"] or row["first_reported"])[:4]
    return ", ".join(part for part in [*parts, year] if part)
