"""How many officers are subjects of the incidents, by force."""

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from cuttings.charts import layout
from cuttings.charts.told import Told
from cuttings.telling.summaries import UNNAMED, by_force, force_words
from cuttings.telling.wording import amount, capital, count_of, sentence, span_of
from cuttings.vocabulary import Vocabulary

KINDS = {  # column: what the key says, fill, hatch
    "serving": ("Serving", "#0b3c5d", ""),
    "former": ("Former", "#f0a830", "////"),
    "unknown": ("Not said whether serving", "#d9d9d9", ""),
    "range": ("More by some accounts", "#ffffff", "\\\\\\\\"),
}
_MOST = 8  # forces in the alternative text


def officers_by_force(
    incidents: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A bar a force, the largest first: serving, former, not said, and the range where accounts differ.

    The table ``incidents`` in; an incident with several forces has a row of its own, for articles seldom say how many
    are whose. ``part``: which rows, on the scale of all. Returns the axes: ``ax``, or a page of their own.
    """
    axes, said = ax or layout.blank(), said or told(incidents, vocabulary)
    forces, key = said.figures, []
    if forces.empty:
        layout.nothing(axes, "There is no incident, and so no officer to count.")
    else:
        air = 1.2 if forces["most"].isna().any() else 1.02  # room for "or more"
        axes.set_xlim(0, max(1, forces[list(KINDS)].sum(axis="columns").max()) * air)
        shown = list(forces.iloc[part].itertuples())
        notes = [sentence(force_words(row)) for row in shown]
        for row, middle in zip(shown, layout.rows(axes, [row.force for row in shown], notes), strict=True):
            _bar(axes, row, middle)
        axes.xaxis.tick_top()
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6, min_n_ticks=1))
        axes.grid(axis="x", color=layout.FAINT, linewidth=0.6)
        key = [_key(kind) for kind in KINDS if (forces[kind] > 0).any()]
    return layout.finish(axes, said, source, key, part, own=ax is None)


def told(incidents: pd.DataFrame, vocabulary: Vocabulary | None = None) -> Told:
    """The words and the figures of the chart: ``figures`` is ``summaries.by_force``."""
    forces = by_force(incidents)
    lines = [f"{row.force}: {force_words(row)}" for row in forces.head(_MOST).itertuples()]
    rest = len(forces) - len(lines)
    lines += [f"and {count_of(rest, 'more row', 'more rows')}"] if rest else []
    alternative = f"Bars of officers by force. {'. '.join(lines)}."
    return Told(
        _finding(forces),
        "Officers whom articles report as subjects of an incident, by force.",
        "To be a subject is no finding. An officer in two incidents counts twice.",
        alternative if len(forces) else "An empty chart: there is no incident.",
        forces,
        len(forces),
    )


def _finding(forces: pd.DataFrame) -> str:
    counted = forces[forces["uncounted"] < forces["incidents"]]
    if forces.empty:
        return "No incident, and so no officer"
    if counted.empty:
        return "No article says how many officers are subjects"
    unbounded = counted["most"].isna().any() or forces["uncounted"].any()
    total = span_of(counted["least"].sum(), pd.NA if unbounded else counted["most"].sum())
    first, others = counted.iloc[0], counted["most"].iloc[1:]
    sure = not forces["uncounted"].any() and not others.isna().any() and first["force"] != UNNAMED
    if len(counted) > 1 and sure and first["least"] > others.max():
        some = span_of(first["least"], first["most"])
        return f"Most officers are reported of {first['force']}: {some} of {total}"
    if len(counted) == 1:
        whose = "a force that is not named" if first["force"] == UNNAMED else first["force"]
        told = amount(first["least"], first["most"], "officer", "officers")
        return capital(f"{told} of {whose} {'is' if told.endswith('1 officer') else 'are'} reported as subjects")
    return f"{capital(total)} officers are reported as subjects"


def _bar(axes: Axes, row: object, height: float) -> None:
    """One kind after the other; "or more" where no upper bound is said."""
    left = 0
    for kind, (_, fill, hatch) in KINDS.items():
        count = getattr(row, kind)
        if count:
            style = {"color": fill, "hatch": hatch, "edgecolor": layout.INK, "linewidth": 0.7}
            axes.barh(height, count, 11, left=left, zorder=2, **style)
        left += count
    if pd.isna(row.most):
        layout.or_more(axes, left, height)


def _key(kind: str) -> Artist:
    words, fill, hatch = KINDS[kind]
    return Patch(facecolor=fill, hatch=hatch, edgecolor=layout.INK, linewidth=0.7, label=words)
