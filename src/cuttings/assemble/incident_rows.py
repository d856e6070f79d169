"""The rows of the table incidents: one for each real matter, over all the articles that tell of it."""

from collections.abc import Mapping
from itertools import product

import pandas as pd

from cuttings import tables
from cuttings.assemble.history import Standing
from cuttings.extract.matters import CONCLUDING

# column of incidents → attribute of the claims whose values it joins
_JOINED = {
    "forces": "force",
    "units": "unit",
    "platforms": "platform",
    "allegations": "allegation",
    "laws": "law",
    "bodies": "body",
    "places": "place",
}


def incident_rows(
    data: Mapping[str, pd.DataFrame], standings: Mapping[str, Standing], sources: Mapping[str, str]
) -> list[dict]:
    """A row for each incident that a claim stands for, in the order of their ids; of several values the best-supported
    goes first.

    ``data``: the tables articles, claims (without those that a reviewer has rejected), support, coverage, people and
    checks; ``standings``: how far each incident has got; ``sources``: who published each article.
    """
    published = dict(zip(data["articles"]["article_id"], data["articles"]["published"], strict=True))
    parts = {
        name: dict(list(data[name].groupby("incident_id", sort=True)))
        for name in ("claims", "support", "coverage", "people", "checks")
    }
    empty = {name: data[name].head(0) for name in parts}
    found = []
    for incident in parts["claims"]:
        of = {name: rows.get(incident, empty[name]) for name, rows in parts.items()}
        days = sorted(day for article in of["coverage"]["article_id"] if (day := published[article]))
        outlets = {sources[article] for article in of["coverage"]["article_id"]}
        row = _row(incident, of, standings.get(incident))
        row |= {"first_reported": days[0] if days else "", "sources": len(outlets)}
        found.append({**row, "title": _title(row)})
    return found


def _row(incident: str, of: Mapping[str, pd.DataFrame], now: Standing | None) -> dict:
    claims, support, people = of["claims"], of["support"], of["people"]
    values = {
        attribute: list(rows.sort_values("rank")["value"])
        for attribute, rows in support.groupby("attribute", sort=False)
    }
    officers = people[people["role"].isin(["officer", "former_officer"]) & (people["rule"] != "rejected")]
    return {
        "incident_id": incident,
        **{column: tables.join(values.get(attribute, ())) for column, attribute in _JOINED.items()},
        **_officers(values),
        "people": tables.join(sorted(officers["name"])),
        "stage": now.stage if now else "",
        "stage_basis": now.basis if now else "",
        "sanctions": tables.join(_sanctions(claims, values.get("sanction", []), now)),
        "happened": next(iter(values.get("happened", ())), ""),
        "articles": of["coverage"]["article_id"].nunique(),
        "claims": len(claims),
        "reviewed": int((claims["decision"] != "").sum()),
        "conflicts": int((~of["checks"]["holds"].dropna().astype(bool)).sum()),
    }


def _officers(values: Mapping[str, list[str]]) -> dict[str, object]:
    """How many: the least and the most that an article gives; serving and former as the best-supported has it, or as
    the next that fits: two were serving when they were arrested, and one of them by the sentence.
    """
    totals = [number for value in values.get("officers_total", ()) for number in _numbers(value)]
    most = max(totals, default=None)
    ranked = [
        list(enumerate([numbers[0] for value in values.get(name, ()) if (numbers := _numbers(value))] or [None]))
        for name in ("officers_serving", "officers_former")
    ]
    by_rank = sorted(product(*ranked), key=lambda pair: sum(rank for rank, _ in pair))
    pairs = [(serving, former) for (_, serving), (_, former) in by_rank]
    fitting = (pair for pair in pairs if most is None or sum(number or 0 for number in pair) <= most)
    serving, former = next(fitting, pairs[0])
    return {
        "officers_min": min(totals, default=None),
        "officers_max": most,
        "officers_serving": serving,
        "officers_former": former,
    }


def _numbers(value: str) -> list[int]:
    """The ends of a count: 6, ``6..`` (at least), ``..6`` (at most), ``5..7``."""
    return [int(end) for end in value.split("..") if end]


def _sanctions(claims: pd.DataFrame, codes: list[str], now: Standing | None) -> list[str]:
    """Those that still stand: an outcome that only superseded articles report does not."""
    gone = now.superseded if now else frozenset()
    told = claims[claims["attribute"] == "sanction"]
    stand = set(told[~told["article_id"].isin(gone) | ~told["value"].isin(CONCLUDING)]["value"])
    return [code for code in codes if code in stand]


def _title(row: Mapping[str, object]) -> str:
    """A line to know an incident by: force, how many, platform, year; nothing that is not in its columns."""
    forces = tables.split(row["forces"])
    count = row["officers_max"]
    officers = "" if count is None else "1 officer" if count == 1 else f"{count} officers"
    parts = [forces[0] if forces else "Unnamed force", officers, next(iter(tables.split(row["platforms"])), "")]
    year = (row["happened"] or row["first_reported"])[:4]
    return ", ".join(part for part in [*parts, year] if part)
