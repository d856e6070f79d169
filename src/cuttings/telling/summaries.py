"""Tables worked out from a run's tables for its charts and its report."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from cuttings import tables
from cuttings.dates import timespan
from cuttings.telling.wording import amount, count_of, label, listed, number
from cuttings.vocabulary import Vocabulary

UNNAMED = "Force not named"


def main_only(incidents: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """The incidents that at least one article has as its main matter."""
    return incidents[incidents["incident_id"].isin(coverage.loc[coverage["role"] == "main", "incident_id"])]


def steps(history: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    """Of each stage of an incident the row of ``history`` that dates it best, in the order of the ladder.

    The first article that gives its day, or else the first that reports it; ``date`` is ``""`` where none has a date.
    Left out are stages that no longer stand.
    """
    rank = {code: place for place, code in enumerate(vocabulary.codes("stage"))}
    told = history[(history["event"] == "reported") & history["stands"].fillna(False).astype(bool)]
    told = told.assign(rank=told["stage"].map(rank)).dropna(subset=["rank"])
    told["how"] = told["date_basis"].map({"stated": 0, "published": 1}).fillna(2)
    told = told.sort_values(["incident_id", "rank", "how", "published", "article_id"], key=_undated_last)
    return told.drop_duplicates(["incident_id", "stage"]).drop(columns=["rank", "how"]).reset_index(drop=True)


def _undated_last(column: pd.Series) -> pd.Series:
    return column.replace("", "~") if column.name == "published" else column


def by_incident(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """Incident to its rows, in their order."""
    found: dict[str, list[Any]] = {}
    for row in rows.itertuples():
        found.setdefault(row.incident_id, []).append(row)
    return found


def latest_first(incidents: pd.DataFrame) -> pd.DataFrame:
    """By the day of their first report, the latest first, those without one last."""
    return incidents.sort_values(["first_reported", "title", "incident_id"], ascending=[False, True, True])


def by_force(incidents: pd.DataFrame) -> pd.DataFrame:
    """One row per force, or set of forces of one incident, the largest first.

    ``force, incidents, least, most`` (``most`` is <NA> when an account sets no upper bound), ``serving, former``,
    ``unknown`` (of the least, not said which) and ``range`` (from the least to the most); how many incidents give no
    number (``uncounted``), or more serving and former officers than officers (``unsound``). An officer in two incidents
    counts twice.
    """
    counts = incidents.assign(
        force=[listed(tables.split(cell)) or UNNAMED for cell in incidents["forces"]],
        serving=incidents["officers_serving"].fillna(0),
        former=incidents["officers_former"].fillna(0),
    )
    known = counts["serving"] + counts["former"]
    counts["least"] = counts["officers_min"].fillna(known)
    counts["uncounted"] = (counts["least"] == 0) & counts["officers_max"].isna()
    counts["unbounded"] = counts["officers_max"].isna() & ~counts["uncounted"]
    counts["most"] = counts["officers_max"].fillna(counts["least"])
    counts["unsound"] = known > counts["most"]
    summed = ["least", "most", "serving", "former", "uncounted", "unsound", "unbounded"]
    forces = counts.groupby("force", as_index=False).agg(
        incidents=("incident_id", "size"), **{name: (name, "sum") for name in summed}
    )
    known = forces["serving"] + forces["former"]
    forces["unknown"] = (forces["least"] - known).clip(lower=0)
    forces["range"] = (forces["most"] - forces["least"].where(forces["least"] > known, known)).clip(lower=0)
    forces["most"] = forces["most"].where(forces["unbounded"] == 0)
    return forces.sort_values(["least", "force"], ascending=[False, True]).reset_index(drop=True)


def force_words(row: object) -> str:
    """A row of ``by_force`` in words: ``12 to 14 officers in 2 incidents: 11 serving, 1 not said``."""
    where = f" in {count_of(row.incidents, 'incident')}"
    if row.uncounted == row.incidents:
        return f"number of officers not given{where}"
    kinds = {"serving": row.serving, "former": row.former, "not said whether serving": row.unknown}
    told = ", ".join(f"{number(count)} {kind}" for kind, count in kinds.items() if count)
    unsaid = f"; {count_of(row.uncounted, 'incident gives', 'incidents give')} no number" if row.uncounted else ""
    unsound = "; serving and former add up to more" if row.unsound else ""
    return f"{amount(row.least, row.most, 'officer', 'officers')}{where}{f': {told}' if told else ''}{unsaid}{unsound}"


def undated(incident: object, told: Iterable[Any], vocabulary: Vocabulary) -> str:
    """What of an incident's story has no date, in words; ``""`` when all has. ``told``: the rows of its ``steps``."""
    missing = [] if incident.happened else ["when it happened"]
    missing += [
        f"when it happened (read as “{text}”)"
        for text in tables.split(incident.happened)
        if timespan.bounds(text) is None
    ]
    missing += [] if incident.first_reported else ["when it was first reported"]
    stages = [step.stage for step in told if timespan.bounds(step.date) is None]
    missing += [f"when it was reported as “{label('stage', code, vocabulary)}”" for code in stages]
    return f"Not known: {listed(missing)}" if missing else ""


def by_stage(incidents: pd.DataFrame, vocabulary: Vocabulary) -> list[str]:
    """How many incidents have got how far, in the order of the ladder: ``charged (2)``, ``not said (1)``."""
    counts = incidents["stage"].value_counts()
    order = [code for code in vocabulary.codes("stage") if code in counts]
    order += [code for code in counts.index if code and code not in order]
    told = [f"{label('stage', code, vocabulary)} ({counts[code]:,})" for code in order]
    return [*told, f"not said ({counts['']:,})"] if "" in counts else told
