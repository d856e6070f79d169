"""An axis of days: from the first day to the last, with ticks that fit."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from matplotlib.axes import Axes
from matplotlib.dates import date2num, num2date

from cuttings.charts import layout
from cuttings.dates import timespan

_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months


def ends(texts: Iterable[str]) -> list[float]:
    """The first and last day of each EDTF date that has one, as matplotlib numbers them."""
    return [end for text in texts for end in _ends(text)]


@lru_cache(maxsize=100_000)
def _ends(text: str) -> tuple[float, ...]:
    return tuple(date2num(end) for end in timespan.bounds(text) or () if end)


def of_days(axes: Axes, days: Sequence[float]) -> None:
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
    step = next((step for step in _STEPS if months / step <= room), 2400)
    starts = [date(number // 12, number % 12 + 1, 1) for number in range(first.year * 12, last.year * 12 + 12, step)]
    ticks = [start for start in starts if first <= start <= last]
    words = [str(tick.year) if step >= 12 else f"{timespan.MONTHS[tick.month - 1][:3]} {tick.year}" for tick in ticks]
    axes.set_xticks([date2num(tick) for tick in ticks], words)
    axes.xaxis.tick_top()
    axes.grid(axis="x", color=layout.FAINT, linewidth=0.6)


def lanes(places: Sequence[float], room: float) -> list[int]:
    """For marks at these places, in their order, the first lane in which each has ``room`` to the mark before it.

    >>> lanes([0, 1, 9], 5)
    [0, 1, 0]
    """
    taken: list[float] = []
    chosen = []
    for place in places:
        lane = next((number for number, last in enumerate(taken) if place - last >= room), len(taken))
        taken[lane : lane + 1] = [place]
        chosen.append(lane)
    return chosen
