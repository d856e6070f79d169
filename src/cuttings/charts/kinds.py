"""Which kinds of conduct are alleged or found, by force or by the year in which an incident came out."""

from typing import Literal

import pandas as pd
from matplotlib.axes import Axes

from cuttings import tables
from cuttings.charts import layout, shades
from cuttings.charts.told import Told
from cuttings.telling.summaries import UNNAMED
from cuttings.telling.wording import capital, count_of, label, listed
from cuttings.vocabulary import Vocabulary, load

By = Literal["force", "year"]
COLUMNS = ("row", "allegation", "incidents")
UNDATED = "Year not known"
_COLUMN = 17.0  # points that a column needs
_MOST = 6  # kinds in the alternative text


def allegations(
    incidents: pd.DataFrame,
    by: By = "force",
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A matrix: a row a force, the one with most incidents first, or a year; a column a kind of conduct.

    In a cell stands how many incidents have the kind, the darker the more. The table ``incidents`` in; one of several
    forces is in the row of each. Where the page is too narrow, the rarest kinds share a column. ``part``: which rows.
    Returns the axes: ``ax``, or a page of their own.
    """
    axes, words = ax or layout.blank(), vocabulary or load()
    said, order = said or told(incidents, by, words), _rows(incidents, by)
    counts = said.figures.pivot_table("incidents", "row", "allegation", "sum", 0)
    if counts.empty:
        layout.nothing(axes, "There is no incident of which an article says what kind of conduct it was.")
    else:
        grouped = _fitting(counts, int(layout.width(axes) // _COLUMN), words)
        layout.columns(axes, list(grouped.columns))
        shown = order.iloc[part]
        notes = [f"{count_of(count, 'incident')}." for count in shown]
        grouped = grouped.reindex(shown.index, fill_value=0)
        shades.matrix(axes, grouped, layout.rows(axes, list(shown.index), notes), int(counts.to_numpy().max()))
    return layout.finish(axes, said, source, (), part, own=ax is None)


def told(incidents: pd.DataFrame, by: By, vocabulary: Vocabulary) -> Told:
    """The words and the figures of the matrix: a row of ``figures`` a cell that is not nought."""
    cells = _cells(incidents, by)
    counted = cells.groupby(["row", "allegation"], as_index=False)["incident_id"].nunique()
    figures = counted.rename(columns={"incident_id": "incidents"})
    kinds = cells.groupby("allegation")["incident_id"].nunique()
    kinds = kinds.sort_index().sort_values(ascending=False, kind="stable")
    lines = [f"{label('allegation', code, vocabulary)} in {count}" for code, count in kinds.head(_MOST).items()]
    silent = int((incidents["allegations"] == "").sum())
    unsaid = f" No kind is given of {count_of(silent, 'incident')}." if silent else ""
    rows = _rows(incidents, by)
    grid = f"Matrix of {count_of(len(rows), 'force' if by == 'force' else 'year')} and {count_of(len(kinds), 'kind')}"
    return Told(
        _finding(kinds, len(incidents), vocabulary),
        f"Incidents with each kind of conduct, by {'force' if by == 'force' else 'the year they were first reported'}."
        f"{unsaid}",
        "Allegations, not findings: a kind counts whether it is alleged, investigated or found. An incident counts "
        f"once for each of its kinds{' and forces' if by == 'force' else ''}.",
        f"{grid} of conduct. Incidents: {'; '.join(lines)}." if len(kinds) else f"An empty chart.{unsaid}",
        figures,
        len(rows),
    )


def _cells(incidents: pd.DataFrame, by: By) -> pd.DataFrame:
    rows = [
        (place, code, row.incident_id)
        for row in incidents.itertuples()
        for place in _places(row, by)
        for code in tables.split(row.allegations)
    ]
    return pd.DataFrame(rows, columns=["row", "allegation", "incident_id"])


def _places(row: object, by: By) -> list[str]:
    if by == "force":
        return tables.split(row.forces) or [UNNAMED]
    return [row.first_reported[:4] or UNDATED]


def _rows(incidents: pd.DataFrame, by: By) -> pd.Series:
    """Row to how many incidents it has, in the order of the rows."""
    places = [place for row in incidents.itertuples() for place in _places(row, by)]
    counts = pd.Series(places, dtype="object").value_counts()
    order = counts.sort_index(ascending=by == "force")
    return order.sort_values(ascending=False, kind="stable") if by == "force" else _last(order)


def _last(years: pd.Series) -> pd.Series:
    return years.reindex([*(year for year in years.index if year != UNDATED), *({UNDATED} & {*years.index})])


def _fitting(counts: pd.DataFrame, room: int, vocabulary: Vocabulary) -> pd.DataFrame:
    """The columns by the vocabulary's labels, the most frequent first; the rarest in one where there is no room."""
    order = counts.sum().sort_index().sort_values(ascending=False, kind="stable").index
    named = counts[order].rename(columns=lambda code: capital(label("allegation", code, vocabulary)))
    if len(order) <= room:
        return named
    kept = named.iloc[:, : room - 1]
    rest = named.iloc[:, room - 1 :]
    return kept.assign(**{f"{rest.shape[1]} more kinds, added up": rest.sum(axis="columns")})


def _finding(kinds: pd.Series, incidents: int, vocabulary: Vocabulary) -> str:
    if kinds.empty:
        return "No article says what kind of conduct it was" if incidents else "No incident, and so no kind of conduct"
    top = kinds[kinds == kinds.iloc[0]].index
    names = listed([f"“{label('allegation', code, vocabulary)}”" for code in top])
    where = f"in {kinds.iloc[0]:,} of {incidents:,} incidents" if incidents > 1 else "in the one incident"
    if len(top) > 3:
        return f"{len(top)} kinds of conduct are reported most, each {where}"
    if len(top) > 1:
        return f"The kinds of conduct reported most are {names}, each {where}"
    return f"The kind of conduct reported most is {names}, {where}"
