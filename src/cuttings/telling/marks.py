"""What stands on the rows of a chart: marks of stages, bars of dates and of counts, their axes and their keys.

Shapes and hatches differ as well as colours, which colour-blind readers tell apart: all reads in black and white.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from cuttings import tables
from cuttings.dates import timespan
from cuttings.telling import drawing

# Stage codes that share a mark: shape and fill.
MARKS = {
    "Alleged or referred": (("alleged", "referred"), "o", "#ffffff"),
    "Under investigation": (("under_investigation",), "o", "#56b4e9"),
    "Arrested or charged": (("arrested", "charged"), "^", "#e69f00"),
    "Hearing or trial": (("misconduct_hearing", "criminal_trial"), "D", "#d55e00"),
    "Ended without action": (("concluded_no_action",), "s", "#ffffff"),
    "Sanction or conviction": (("concluded_sanction", "convicted", "sentenced"), "s", "#1a1a1a"),
    "Another stage": ((), "P", "#999999"),
}
CONDUCT = "#b9c3cc"
UNCERTAIN = {"facecolor": CONDUCT, "edgecolor": "white", "hatch": "////"}
OPEN = {"color": drawing.GREY, "linestyle": ":", "linewidth": 1.6}
COUNTS = {  # column: what the key says, fill, hatch
    "serving": ("Serving", "#0b3c5d", ""),
    "former": ("Former", "#f0a830", "////"),
    "unknown": ("Not said whether serving", "#d9d9d9", ""),
    "range": ("More by some accounts", "#ffffff", "\\\\\\\\"),
}


def stage_mark(code: str) -> dict[str, object]:
    """How a stage is marked: the style of a line without a line."""
    _, shape, fill = MARKS[_name(code)]
    style = {"marker": shape, "markerfacecolor": fill, "markersize": 8, "markeredgecolor": drawing.INK}
    return {**style, "markeredgewidth": 1.0, "linestyle": "none", "clip_on": False, "zorder": 3}


def story(axes: Axes, row: object, steps: pd.DataFrame, height: float) -> None:
    """One incident on its track: conduct, first report, stages. ``row`` is of incidents, ``steps`` its history."""
    axes.axhline(height, color=drawing.FAINT, linewidth=0.8, zorder=0)
    for text in tables.split(row.happened):
        if timespan.bounds(text):
            _draw_conduct(axes, text, height)
    if row.first_reported:
        _first_report(axes, _number(row.first_reported), height)
    for step in steps.sort_values("published").itertuples():
        if step.published:
            axes.plot([_number(step.published)], [height], **stage_mark(step.stage))


def _draw_conduct(axes: Axes, text: str, height: float) -> None:
    """A bar as long as the date is wide; an open end runs dotted to the edge."""
    left, right = axes.get_xlim()
    first, last = (None if end is None else date2num(end) for end in timespan.bounds(text))
    if first is None or last is None:
        axes.plot([left if first is None else first, right if last is None else last], [height] * 2, **OPEN)
    first, last = (last if first is None else first), (first if last is None else last)
    width = max(last + 1 - first, (right - left) / 100)
    style = {"facecolor": CONDUCT} if timespan.certain(text) else UNCERTAIN
    axes.barh(height, width, height=12, left=first, linewidth=0, zorder=1, **style)


def _first_report(axes: Axes, day: float, height: float) -> None:
    axes.plot([day], [height], marker="|", markersize=16, markeredgewidth=1.6, color=drawing.INK, zorder=2)


def _number(day: str) -> float:
    return date2num(date.fromisoformat(day))


def days(incidents: pd.DataFrame, steps: pd.DataFrame) -> Iterator[float]:
    """Every day that a timeline shows, as matplotlib numbers them."""
    for text in incidents["happened"]:
        ends = [end for part in tables.split(text) for end in timespan.bounds(part) or ()]
        yield from (date2num(end) for end in ends if end)
    yield from (_number(day) for day in [*incidents["first_reported"], *steps["published"]] if day)


def axis_of_dates(axes: Axes, days: list[float]) -> None:
    """From the first day to the last, with some air; ticks at years, or at months where there are few years."""
    if not days:
        axes.set_xlim(0, 1)
        axes.set_xticks([])
        return
    air = max((max(days) - min(days)) * 0.04, 20)
    axes.set_xlim(min(days) - air, max(days) + air)
    first, last = (num2date(end).date() for end in axes.get_xlim())
    months = (last.year - first.year) * 12 + last.month - first.month
    room = 8 if axes.figure.get_figwidth() > 6 else 4
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if months / step <= room), 2400)
    starts = [date(number // 12, number % 12 + 1, 1) for number in range(first.year * 12, last.year * 12 + 12, step)]
    ticks = [start for start in starts if first <= start <= last]
    words = [str(tick.year) if step >= 12 else f"{timespan.MONTHS[tick.month - 1][:3]} {tick.year}" for tick in ticks]
    axes.set_xticks([date2num(tick) for tick in ticks], words)
    axes.xaxis.tick_top()
    axes.grid(axis="x", color=drawing.FAINT, linewidth=0.6)


def story_key(incidents: pd.DataFrame, steps: pd.DataFrame) -> list[Artist]:
    """A key to what is drawn, and to nothing else."""
    dates = [text for cell in incidents["happened"] for text in tables.split(cell) if timespan.bounds(text)]
    key: list[Artist] = [Patch(facecolor=CONDUCT, label="When it happened")] if dates else []
    if not all(map(timespan.certain, dates)):
        key.append(Patch(label="Date uncertain", **UNCERTAIN))
    if any(None in timespan.bounds(text) for text in dates):
        key.append(Line2D([], [], label="Start or end not known", **OPEN))
    tick = {"marker": "|", "markersize": 12, "markeredgewidth": 1.6, "color": drawing.INK, "linestyle": "none"}
    key += [Line2D([], [], label="First reported", **tick)] if any(incidents["first_reported"]) else []
    drawn = {_name(code) for code in steps.loc[steps["published"] != "", "stage"]}
    for name, (codes, _, _) in MARKS.items():
        if name in drawn:
            key.append(Line2D([], [], label=name, **stage_mark(codes[0] if codes else "")))
    return key


def _name(code: str) -> str:
    return next((name for name, (codes, _, _) in MARKS.items() if code in codes), "Another stage")


def bar(axes: Axes, row: object, height: float) -> None:
    """The officers of a row of ``by_force``, one kind after the other; "or more" where no upper bound is said."""
    left = 0
    for kind, (_, fill, hatch) in COUNTS.items():
        count = getattr(row, kind)
        if count:
            axes.barh(
                height, count, 11, left=left, color=fill, hatch=hatch, edgecolor=drawing.INK, linewidth=0.7, zorder=2
            )
        left += count
    if pd.isna(row.most):
        style = {"fontsize": drawing.NOTE, "color": drawing.GREY, "va": "center"}
        axes.annotate("or more", (left, height), (4, 0), textcoords="offset points", **style)


def count_key(kind: str) -> Artist:
    """A key to one kind of officers."""
    words, fill, hatch = COUNTS[kind]
    return Patch(facecolor=fill, hatch=hatch, edgecolor=drawing.INK, linewidth=0.7, label=words)


def ladder(axes: Axes, rungs: Sequence[str]) -> None:
    """A column for each rung, its name above it."""
    axes.set_xlim(-0.5, len(rungs) - 0.5)
    words = ["\n".join(drawing.wrap(rung, 80, drawing.NOTE)) for rung in rungs]
    axes.set_xticks(range(len(rungs)), words, rotation=90, linespacing=1.0, multialignment="left")
    axes.xaxis.tick_top()
    axes.grid(axis="x", color=drawing.FAINT, linewidth=0.6)
