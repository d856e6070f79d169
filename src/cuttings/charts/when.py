"""When each incident happened, when it came out, and when each stage was reached."""

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from cuttings import tables
from cuttings.charts import axis, layout, marks
from cuttings.charts.told import Told, months
from cuttings.dates import timespan
from cuttings.telling.summaries import by_incident, latest_first, steps, undated
from cuttings.telling.wording import count_of, label
from cuttings.vocabulary import Vocabulary, load

COLUMNS = ("incident_id", "title", "event", "date", "earliest", "latest", "date_basis")
_CONDUCT = "#b9c3cc"
_UNCERTAIN = {"facecolor": _CONDUCT, "edgecolor": "white", "hatch": "////"}
_OPEN = {"color": layout.GREY, "linestyle": ":", "linewidth": 1.6}
_BY_THEN = {"color": layout.INK, "linestyle": (0, (1, 1.4)), "linewidth": 1.4}
_FIRST = {"marker": "|", "markeredgewidth": 1.6, "color": layout.INK}
_LANE, _TAIL = 12.0, 13.0  # points


def timeline(
    incidents: pd.DataFrame,
    history: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A row an incident, the latest first: its conduct a bar, its first report a tick, each stage a mark.

    A date that is only known roughly is as wide as it may mean; a stage without a day of its own stands at the day of
    the article that reports it, with a dotted tail. What has no date is named under the title. The tables ``incidents``
    and ``history`` in; ``part``: which rows, on the scale of all. Returns the axes: ``ax``, or a page of their own.
    """
    axes, words = ax or layout.blank(), vocabulary or load()
    said = said or told(incidents, history, words)
    key: list[Artist] = []
    if incidents.empty:
        layout.nothing(axes, "There is no incident to draw.")
    else:
        axis.of_days(axes, axis.ends(said.figures["date"]))
        reached = _steps(incidents, history, words)
        happenings = by_incident(reached)
        shown = latest_first(incidents).iloc[part].itertuples()
        stories = [(row, happenings.get(row.incident_id, [])) for row in shown]
        placed = [list(_lanes(axes, story)) for _, story in stories]
        heights = [layout.TRACK + _LANE * max([lane for lane, _ in places], default=0) for places in placed]
        notes = [undated(row, story, words) for row, story in stories]
        middles = layout.rows(axes, [row.title for row, _ in stories], notes, heights)
        for (row, _), places, middle in zip(stories, placed, middles, strict=True):
            _story(axes, row, places, middle)
        key = _key(incidents, reached)
    return layout.finish(axes, said, source, key, part, own=ax is None)


def told(incidents: pd.DataFrame, history: pd.DataFrame, vocabulary: Vocabulary) -> Told:
    """The words and the figures of the timeline: a row of ``figures`` for each conduct, first report and stage."""
    figures = pd.DataFrame(_figures(incidents, _steps(incidents, history, vocabulary), vocabulary), columns=COLUMNS)
    title, when = _finding(incidents), _when(incidents)
    silent = int((incidents["happened"] == "").sum())
    unsaid = f" When it happened is not known of {silent:,}." if silent else ""
    alternative = f"Timeline of {count_of(len(incidents), 'incident')}. {title}.{when}{unsaid}"
    return Told(
        title,
        "When each incident happened, when it was first reported, and when each stage was reached.",
        "Reports, not findings. A mark with a dotted tail stands at the day of the article that reports the stage, "
        "which may be older.",
        alternative if len(incidents) else "An empty chart: there is no incident.",
        figures,
        len(incidents),
    )


def _steps(incidents: pd.DataFrame, history: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    reached = steps(history, vocabulary)
    return reached[reached["incident_id"].isin(incidents["incident_id"])]


def _figures(incidents: pd.DataFrame, reached: pd.DataFrame, words: Vocabulary) -> Iterator[tuple[object, ...]]:
    happenings = by_incident(reached)
    for row in latest_first(incidents).itertuples():
        events = [("happened", text, "stated") for text in tables.split(row.happened)]
        events += [("first reported", row.first_reported, "published")] if row.first_reported else []
        story = happenings.get(row.incident_id, [])
        events += [(label("stage", each.stage, words), each.date, each.date_basis) for each in story]
        for event, text, basis in events:
            first, last = (end.isoformat() if end else "" for end in timespan.bounds(text) or (None, None))
            yield row.incident_id, row.title, event, text, first, last, basis


def _finding(incidents: pd.DataFrame) -> str:
    waits = sorted(_waits(incidents))
    if incidents.empty:
        return "No incident, and so no date"
    if len(waits) > 2:
        known = f" (known of {len(waits):,} of {len(incidents):,})" if len(waits) < len(incidents) else ""
        return f"At the median, at least {months(median_low(waits))} lay between conduct and first article{known}"
    return {
        2: f"At least {' and '.join(map(months, waits))} lay between conduct and first article, in two incidents",
        1: f"At least {months(waits[0]) if waits else ''} lay between conduct and first article, in one incident",
        0: "When incidents came out, and how they moved on",
    }[len(waits)]


def _waits(incidents: pd.DataFrame) -> Iterator[int]:
    """Days from the last day on which the conduct may have been to the first report, at least; of those that say."""
    for row in incidents.itertuples():
        known = [end for end in (timespan.bounds(text) for text in tables.split(row.happened)) if end and end[1]]
        reported = timespan.bounds(row.first_reported)
        if known and reported and reported[0]:
            wait = (reported[0] - max(last for _, last in known if last)).days
            if wait >= 0:
                yield wait


def _when(incidents: pd.DataFrame) -> str:
    dates = sorted(day for day in incidents["first_reported"] if day)
    spoken = [timespan.in_words(day) for day in dict.fromkeys((dates[0], dates[-1]))] if dates else []
    return f" First reported {'from ' if len(spoken) > 1 else 'on '}{' to '.join(spoken)}." if spoken else ""


def _lanes(axes: Axes, story: Sequence[Any]) -> Iterator[tuple[int, object]]:
    """Each dated step with its lane: steps whose marks would stand on each other go below one another."""
    dated = [(max(axis.ends([step.date])), step) for step in story if axis.ends([step.date])]
    dated.sort(key=lambda pair: pair[0])
    left, right = axes.get_xlim()
    scale = layout.width(axes) / (right - left)
    found = axis.lanes([place * scale for place, _ in dated], _LANE)
    yield from zip(found, (step for _, step in dated), strict=True)


def _story(axes: Axes, row: object, places: Sequence[tuple[int, object]], middle: float) -> None:
    lanes = max((lane for lane, _ in places), default=0)
    top = middle - _LANE * lanes / 2
    layout.track(axes, top)
    for text in tables.split(row.happened):
        if timespan.bounds(text):
            _draw_conduct(axes, text, top)
    if row.first_reported:
        axes.plot([max(axis.ends([row.first_reported]))], [top], markersize=16, zorder=2, **_FIRST)
    for lane, step in places:
        _draw_step(axes, step, top + lane * _LANE)


def _draw_conduct(axes: Axes, text: str, height: float) -> None:
    """A bar as long as the date is wide; an open end runs dotted to the edge."""
    left, right = axes.get_xlim()
    first, last = (None if end is None else date2num(end) for end in timespan.bounds(text))
    if first is None or last is None:
        axes.plot([left if first is None else first, right if last is None else last], [height] * 2, **_OPEN)
    first, last = (last if first is None else first), (first if last is None else last)
    wide = max(last + 1 - first, (right - left) / 100)
    style = {"facecolor": _CONDUCT} if timespan.certain(text) else _UNCERTAIN
    axes.barh(height, wide, height=12, left=first, linewidth=0, zorder=1, **style)


def _draw_step(axes: Axes, step: object, height: float) -> None:
    """A mark at the last day that it may have been, and a line back to the first; a tail where it was by then."""
    days = axis.ends([step.date])
    left, right = axes.get_xlim()
    if step.date_basis == "published":
        tail = _TAIL * (right - left) / layout.width(axes)
        axes.plot([max(days) - tail, max(days)], [height] * 2, zorder=2, clip_on=False, **_BY_THEN)
    elif min(days) < max(days):
        axes.plot([min(days), max(days)], [height] * 2, color=layout.INK, linewidth=1.4, zorder=2)
    axes.plot([max(days)], [height], **marks.stage(step.stage))


def _key(incidents: pd.DataFrame, reached: pd.DataFrame) -> list[Artist]:
    """A key to what is drawn, and to nothing else."""
    dates = [text for cell in incidents["happened"] for text in tables.split(cell) if timespan.bounds(text)]
    key: list[Artist] = [Patch(facecolor=_CONDUCT, label="When it happened")] if dates else []
    if not all(map(timespan.certain, dates)):
        key.append(Patch(label="Date uncertain", **_UNCERTAIN))
    if any(None in timespan.bounds(text) for text in dates):
        key.append(Line2D([], [], label="Start or end not known", **_OPEN))
    tick = {**_FIRST, "markersize": 12, "linestyle": "none"}
    key += [Line2D([], [], label="First reported", **tick)] if any(incidents["first_reported"]) else []
    drawn = reached[np.array([bool(axis.ends([text])) for text in reached["date"]], dtype=bool)]
    key += marks.key(drawn["stage"])
    if (drawn["date_basis"] == "published").any():
        key.append(Line2D([], [], label="By then", **_BY_THEN))
    return key
