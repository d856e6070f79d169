"""Incidents and what articles say of how they are linked; not linked is drawn as such."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from cuttings.charts import layout
from cuttings.charts.told import Told
from cuttings.telling.summaries import latest_first
from cuttings.telling.wording import capital, count_of, listed
from cuttings.vocabulary import Vocabulary

COLUMNS = ("from_incident", "from_title", "relation", "to_incident", "to_title", "articles")
ELSEWHERE = "a matter that is not drawn here"
_STYLES = {  # what the key says, the line, the mark at its middle
    "linked": ("Said to be linked", {"color": layout.INK, "linewidth": 1.8}, "o"),
    "similar": ("Said to be similar", {"color": "#2f6c99", "linewidth": 1.4, "linestyle": (0, (4, 2))}, "d"),
    "not_linked": ("Said not to be linked", {"color": "#b5420b", "linewidth": 1.4, "linestyle": (0, (1, 1.6))}, "x"),
}
_REACH = {"linked": 1.0, "similar": 0.85, "not_linked": 0.7}  # so that arcs between the same two lie beside each other
_GUTTER = 0.2  # of the width, for the arcs
_ROW = 8.0
_MOST = 8  # relations in the alternative text


def links(
    incidents: pd.DataFrame,
    links: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A row for each incident of which an article says how it stands to another; an arc from one to the other.

    A link to a matter that is no incident of the run is a stub. Incidents that are linked to each other stand together.
    The tables ``incidents`` and ``links`` in; ``part``: which rows. Returns the axes: ``ax``, or a page of their own.
    """
    axes, said = ax or layout.blank(), said or told(incidents, links, vocabulary)
    figures, key = said.figures, []
    if figures.empty:
        layout.nothing(axes, "No article says that an incident is linked, or not linked, to another matter.")
    else:
        shown = _rows(incidents, figures).iloc[part]
        axes.set_xlim(0, 1)
        axes.set_xticks([])
        indent = layout.width(axes) * _GUTTER
        notes = [_note(row.incident_id, figures) for row in shown.itertuples()]
        middles = layout.rows(axes, list(shown["title"]), notes, _ROW, indent)
        at = dict(zip(shown["incident_id"], _beside(middles, axes), strict=True))
        for row in figures.itertuples():
            _arc(axes, row, at, _GUTTER - 6 / layout.width(axes))
        axes.plot([_GUTTER - 6 / layout.width(axes)] * len(at), list(at.values()), "o", color=layout.INK, markersize=5)
        key = list(_key(figures))
    return layout.finish(axes, said, source, key, part, own=ax is None)


def told(incidents: pd.DataFrame, links: pd.DataFrame, vocabulary: Vocabulary | None = None) -> Told:
    """The words and the figures of the chart: a row of ``figures`` a relation between two, with how many articles say
    it; ``to_incident`` is empty for a matter that is no incident of the run.
    """
    figures = _figures(incidents, links)
    lines = [f"{row.from_title}: {_relation(row)} {row.to_title}" for row in figures.head(_MOST).itertuples()]
    lines += [f"and {count_of(len(figures) - _MOST, 'more')}"] if len(figures) > _MOST else []
    silent = count_of(len(incidents) - len(_rows(incidents, figures)), "incident has", "incidents have")
    return Told(
        _finding(figures),
        f"What articles say of how incidents stand to each other and to other matters. {capital(silent)} no such line.",
        "As articles have it, mostly from a force or a watchdog: nobody has checked it here. That no link is reported "
        "does not mean that there is none.",
        f"Incidents joined by arcs. {_finding(figures)}. {'; '.join(lines)}." if lines else "An empty chart: no links.",
        figures,
        len(_rows(incidents, figures)),
    )


def _figures(incidents: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    titles = dict(zip(incidents["incident_id"], incidents["title"], strict=True))
    told = links.assign(
        **{end: links[end].where(links[end].isin(titles), "") for end in ("from_incident", "to_incident")}
    )
    told = told[told["from_incident"] != told["to_incident"]]
    pairs = [
        (*sorted((row.from_incident, row.to_incident), key=lambda key: (not key, key)), row)
        for row in told.itertuples()
    ]
    rows = [(one, row.relation, other, row.article_id) for one, other, row in pairs]
    found = pd.DataFrame(rows, columns=["from_incident", "relation", "to_incident", "article_id"])
    counted = found.groupby(["from_incident", "relation", "to_incident"], as_index=False)["article_id"].nunique()
    named = counted.assign(
        from_title=[titles[key] for key in counted["from_incident"]],
        to_title=[titles.get(key, ELSEWHERE) for key in counted["to_incident"]],
    )
    return named.rename(columns={"article_id": "articles"})[list(COLUMNS)]


def _rows(incidents: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """The incidents with a relation: those that hang together beside each other, the latest first."""
    of = _bundles(figures)
    shown = latest_first(incidents[incidents["incident_id"].isin(of)])
    first = {of[key]: place for place, key in reversed(list(enumerate(shown["incident_id"])))}
    order = [first[of[key]] for key in shown["incident_id"]]
    return shown.assign(order=order).sort_values("order", kind="stable").drop(columns="order")


def _bundles(figures: pd.DataFrame) -> dict[str, str]:
    """Incident to the name of its bundle: incidents that relations join, directly or over others."""
    above = {key: key for column in ("from_incident", "to_incident") for key in figures[column] if key}
    for row in figures[figures["to_incident"] != ""].itertuples():
        above[_top(row.from_incident, above)] = _top(row.to_incident, above)
    return {key: _top(key, above) for key in above}


def _top(key: str, above: dict[str, str]) -> str:
    while above[key] != key:
        above[key] = above[above[key]]
        key = above[key]
    return key


def _beside(middles: list[float], axes: Axes) -> list[float]:
    """The height of each row's dot: that of its title's first line."""
    tops = [0.0, *(middle + _ROW / 2 for middle in middles[:-1])]
    return [top + layout.GAP + layout.LABEL * 0.6 for top in tops]


def _arc(axes: Axes, row: object, at: dict[str, float], right: float) -> None:
    _, style, mark = _STYLES[row.relation]
    start, end = at.get(row.from_incident), at.get(row.to_incident)
    if start is None and end is None:
        return
    if start is None or end is None:  # another matter, or a row on another page
        height, out = start if end is None else end, right * 0.6 * _REACH[row.relation]
        axes.plot([right, right - out], [height] * 2, clip_on=False, **style)
        place = (right - out, height)
    else:
        reach = right * _REACH[row.relation] * min(1.0, 0.35 + 0.65 * abs(end - start) / 400)
        turn = np.linspace(0, np.pi, 40)
        axes.plot(right - reach * np.sin(turn), (start + end) / 2 + (start - end) / 2 * np.cos(turn), **style)
        place = (right - reach, (start + end) / 2)
    axes.plot(*([value] for value in place), mark, color=style["color"], markersize=6, markeredgewidth=1.6, zorder=3)


def _key(figures: pd.DataFrame) -> Iterator[Line2D]:
    for relation, (words, style, mark) in _STYLES.items():
        if relation in set(figures["relation"]):
            yield Line2D([], [], label=words, marker=mark, markersize=6, markeredgewidth=1.6, **style)


def _relation(row: object) -> str:
    return {"linked": "linked to", "similar": "similar to", "not_linked": "not linked to"}[row.relation]


def _note(key: str, figures: pd.DataFrame) -> str:
    """What is said of the incident and matters that are no rows."""
    away = figures[(figures["from_incident"] == key) & (figures["to_incident"] == "")]
    return listed([f"{_relation(row)} {ELSEWHERE}" for row in away.itertuples()]).capitalize()


def _finding(figures: pd.DataFrame) -> str:
    counts = figures["relation"].value_counts()
    parts = {"linked": "linked", "similar": "similar", "not_linked": "not linked"}
    said = [f"{counts[code]:,} {parts[code]}" for code in parts if code in counts]
    if not said:
        return "No article says how an incident stands to another"
    pairs = len(figures.drop_duplicates(["from_incident", "to_incident"]))
    return f"Of {count_of(pairs, 'pair')} of matters, articles call {listed(said)}"
