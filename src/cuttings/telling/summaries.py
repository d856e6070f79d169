"""Tables worked out from a run's tables for its charts, with the words that stand in for a chart."""

import pandas as pd

from cuttings import tables
from cuttings.dates import timespan
from cuttings.telling.wording import amount, count_of, label, listed, number
from cuttings.vocabulary import Vocabulary

_MOST_FORCES = 8


def main_only(incidents: pd.DataFrame, coverage: pd.DataFrame) -> pd.DataFrame:
    """The incidents that at least one article has as its main matter."""
    return incidents[incidents["incident_id"].isin(coverage.loc[coverage["role"] == "main", "incident_id"])]


def steps(history: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    """Of each stage of an incident the row of ``history`` that reports it first, in the order of the ladder.

    ``published`` is ``""`` where no article that reports it has a date. Left out are stages that no longer stand.
    """
    rank = {code: place for place, code in enumerate(vocabulary.codes("stage"))}
    told = history[(history["event"] == "reported") & history["stands"].fillna(False).astype(bool)]
    told = told.assign(rank=told["stage"].map(rank)).dropna(subset=["rank"])
    told = told.sort_values(["incident_id", "rank", "published", "article_id"], key=_undated_last)
    return told.drop_duplicates(["incident_id", "stage"]).drop(columns="rank").reset_index(drop=True)


def _undated_last(column: pd.Series) -> pd.Series:
    return column.replace("", "~") if column.name == "published" else column


def by_force(incidents: pd.DataFrame) -> pd.DataFrame:
    """One row per force, or set of forces of one incident, the largest first.

    ``force, incidents, least, most`` (``most`` is <NA> when an account sets no upper bound), ``serving, former``,
    ``unknown`` (of the least, not said which) and ``range`` (from the least to the most); how many incidents give no
    number (``uncounted``), or more serving and former officers than officers (``unsound``). An officer in two incidents
    counts twice.
    """
    counts = incidents.assign(
        force=[listed(tables.split(cell)) or "Force not named" for cell in incidents["forces"]],
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


def undated(incident: object, told: pd.DataFrame, vocabulary: Vocabulary) -> str:
    """What of an incident's story has no date, in words; ``""`` when all has. ``told`` is its ``steps``."""
    missing = [] if incident.happened else ["when it happened"]
    missing += [
        f"when it happened (read as “{text}”)"
        for text in tables.split(incident.happened)
        if timespan.bounds(text) is None
    ]
    missing += [] if incident.first_reported else ["when it was first reported"]
    stages = told.loc[told["published"] == "", "stage"]
    missing += [f"when it was reported as “{label('stage', code, vocabulary)}”" for code in stages]
    return f"Not known: {listed(missing)}" if missing else ""


def by_stage(incidents: pd.DataFrame, vocabulary: Vocabulary) -> list[str]:
    """How many incidents have got how far, in the order of the ladder: ``charged (2)``, ``not said (1)``."""
    counts = incidents["stage"].value_counts()
    order = [code for code in vocabulary.codes("stage") if code in counts]
    order += [code for code in counts.index if code and code not in order]
    told = [f"{label('stage', code, vocabulary)} ({counts[code]:,})" for code in order]
    return [*told, f"not said ({counts['']:,})"] if "" in counts else told


def alternatives(incidents: pd.DataFrame, vocabulary: Vocabulary) -> dict[str, str]:
    """What each chart shows, in words, for those who do not see it: chart to text."""
    if incidents.empty:
        return dict.fromkeys(("timeline", "officers-by-force", "stages"), "An empty chart: there is no incident.")
    dates = sorted(day for day in incidents["first_reported"] if day)
    ends = [timespan.in_words(day) for day in dict.fromkeys((dates[0], dates[-1]))] if dates else []
    when = f" First reported {'from ' if len(ends) > 1 else 'on '}{' to '.join(ends)}." if ends else ""
    silent = int((incidents["happened"] == "").sum())
    unsaid = f" When it happened is not known of {number(silent)} of them." if silent else ""
    forces = by_force(incidents)
    told = [f"{row.force}: {force_words(row)}" for row in forces.head(_MOST_FORCES).itertuples()]
    rest = len(forces) - len(told)
    told += [f"and {count_of(rest, 'more row', 'more rows')}"] if rest else []
    stages = "; ".join(by_stage(incidents, vocabulary))
    how_many = count_of(len(incidents), "incident")
    return {
        "timeline": f"Timeline of {how_many}.{when}{unsaid} The table of incidents has the dates.",
        "officers-by-force": f"Bars of officers by force. {'. '.join(told)}.",
        "stages": f"How far {how_many} got, by the furthest stage reported: {stages}.",
    }
