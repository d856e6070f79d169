"""A tile map of the forces: one tile a force, with how many incidents it has; no report is told apart from none."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from cuttings import tables
from cuttings.charts import layout, shades
from cuttings.charts.told import Told
from cuttings.telling.summaries import UNNAMED
from cuttings.telling.wording import count_of, listed
from cuttings.vocabulary import Vocabulary, load

COLUMNS = ("force", "incidents", "report", "column", "row")
_NONE = {"facecolor": "#ffffff", "edgecolor": layout.INK, "linewidth": 1.0}
_SILENT = {"facecolor": "#f0f0f0", "edgecolor": "#ffffff", "linewidth": 0.0}
_HIGHEST = 44.0  # points of a tile


def tile_map(
    incidents: pd.DataFrame,
    mentions: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A tile for each force that the vocabulary's tiles.csv places, shaded by its incidents.

    ``0`` stands on a force that articles name without an incident; one that no article names has no number. Forces with
    incidents that have no tile are listed under the map. The tables ``incidents`` and ``mentions`` in. Returns the
    axes: ``ax``, or a page of their own.
    """
    axes, words = ax or layout.blank(), vocabulary or load()
    said, key = said or told(incidents, mentions, words), []
    placed = said.figures.dropna(subset="column")
    if placed.empty:
        layout.nothing(axes, "The vocabulary's tiles.csv places no force on a map.")
    else:
        _map(axes, placed, {row.value: row["label"] for row in words["tiles"]}, _away(said.figures))
        key = _key(placed)
    return layout.finish(axes, said, source, key, own=ax is None)


def told(incidents: pd.DataFrame, mentions: pd.DataFrame, vocabulary: Vocabulary) -> Told:
    """The words and the figures of the map: a row of ``figures`` a force, with its tile if it has one, how many
    incidents it has, and ``report``, whether an article names it at all.
    """
    figures = _figures(incidents, mentions, vocabulary)
    placed = figures.dropna(subset="column")
    some = figures[figures["incidents"] > 0].sort_values(["incidents", "force"], ascending=[False, True])
    lines = [f"{row.force}: {row.incidents:,}" for row in some.itertuples()]
    silent = count_of(int((~placed["report"]).sum()), "force")
    return Told(
        _finding(placed),
        "Incidents by force, one tile a force: 0 where articles name it but have no incident of it as their main "
        "matter, no number where none names it.",
        "Reports, not incidents: a force that reports well, or that a newspaper asks, has more. Tiles lie roughly "
        "where the forces do.",
        f"Tile map of {count_of(len(placed), 'force')}. {'; '.join(lines) or 'No incident'}. No report of {silent}.",
        figures,
    )


def _figures(incidents: pd.DataFrame, mentions: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    counts = pd.Series(
        [name for cell in incidents["forces"] for name in tables.split(cell) or [UNNAMED]], dtype="object"
    )
    counts = counts.value_counts()
    named = {*mentions.loc[mentions["label"] == "FORCE", "value"], *counts.index}
    tiles = {row.value: (int(row["column"]), int(row["row"])) for row in vocabulary["tiles"]}
    rows = [(force, int(counts.get(force, 0)), force in named, *place) for force, place in sorted(tiles.items())]
    rows += [(name, int(counts[name]), True, None, None) for name in sorted(counts.index) if name not in tiles]
    return pd.DataFrame(rows, columns=COLUMNS).astype({"column": "Int64", "row": "Int64", "report": "boolean"})


def _map(axes: Axes, placed: pd.DataFrame, labels: dict[str, str], away: str) -> None:
    first, last = int(placed["column"].min()), int(placed["column"].max())
    side = min(_HIGHEST, layout.width(axes) / (last - first + 1))
    axes.set_xlim(0, layout.width(axes))
    axes.set_xticks([])
    top, most = int(placed["row"].min()), int(placed["incidents"].max())
    left = (layout.width(axes) - side * (last - first + 1)) / 2
    for row in placed.itertuples():
        _tile(axes, row, left + (row.column - first) * side, (row.row - top) * side, side, labels[row.force], most)
    bottom = (int(placed["row"].max()) - top + 1) * side + layout.GAP
    for line in layout.wrap(away, layout.width(axes), layout.LABEL, most=8):
        layout.write(axes, line, bottom, layout.LABEL, layout.INK)
        bottom += layout.LABEL * layout.SPACING
    axes.set_ylim(bottom, 0)


def _tile(axes: Axes, row: object, x: float, y: float, side: float, name: str, most: int) -> None:
    fill, ink = shades.shade(row.incidents, most) if row.incidents else ("", layout.INK if row.report else layout.GREY)
    style = {"facecolor": fill, "edgecolor": layout.INK, "linewidth": 1.0} if fill else _NONE if row.report else _SILENT
    axes.add_patch(Rectangle((x + 1.2, y + 1.2), side - 2.4, side - 2.4, zorder=2, **style))
    text = {"color": ink, "ha": "center", "va": "center_baseline", "zorder": 3, "parse_math": False}
    number = f"{row.incidents:,}" if row.report else ""
    size = 8.0 if side < 34 else layout.NOTE
    axes.text(x + side / 2, y + side * (0.3 if number else 0.5), name, fontsize=size, **text)
    if number:
        axes.text(x + side / 2, y + side * 0.7, number, fontsize=size + 0.5, fontweight="bold", **text)


def _away(figures: pd.DataFrame) -> str:
    """Forces with incidents that have no tile, in words."""
    away = figures[figures["column"].isna()].sort_values(["incidents", "force"], ascending=[False, True])
    return (
        f"Not on the map: {listed([f'{row.force} {row.incidents:,}' for row in away.itertuples()])}."
        if len(away)
        else ""
    )


def _key(placed: pd.DataFrame) -> list[Patch]:
    most = int(placed["incidents"].max())
    key = []
    if most:
        span = f"1 to {most:,} incidents, the darker the more" if most > 1 else "1 incident"
        key.append(Patch(facecolor=shades.shade(most, most)[0], edgecolor=layout.INK, label=span))
    if ((placed["incidents"] == 0) & placed["report"]).any():
        key.append(Patch(label="Named, no incident as a main matter", **_NONE))
    if (~placed["report"]).any():
        key.append(Patch(label="No report", **_SILENT))
    return key


def _finding(placed: pd.DataFrame) -> str:
    if placed.empty:
        return "No force is on the map"
    some, silent = int((placed["incidents"] > 0).sum()), int((~placed["report"]).sum())
    have = "has" if some == 1 else "have"
    return f"{some:,} of {len(placed):,} forces on the map {have} an incident; of {silent:,} there is no report"
