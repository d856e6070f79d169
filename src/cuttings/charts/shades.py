"""Counts as shades: one hue from light to dark, so that it survives print and every kind of sight; the number on it."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from cuttings.charts import layout

_SHADES = ("#dbe7f0", "#a9c6dc", "#6a9cc0", "#2f6c99", "#0b3c5d")
_DARK = 3  # from this shade on, ink is white
_HIGH = 15.0  # points


def shade(count: int, most: int) -> tuple[str, str]:
    """Fill and ink for a count between 1 and ``most``."""
    place = min(len(_SHADES) - 1, (count - 1) * len(_SHADES) // max(most, 1)) if most > 1 else len(_SHADES) // 2
    return _SHADES[place], "#ffffff" if place >= _DARK else layout.INK


def matrix(axes: Axes, counts: pd.DataFrame, middles: Sequence[float], most: int) -> None:
    """A cell for each count that is not nought, on the tracks of the rows."""
    for (_, row), middle in zip(counts.iterrows(), middles, strict=True):
        layout.track(axes, middle)
        for column, count in enumerate(row):
            if count:
                fill, ink = shade(int(count), most)
                axes.add_patch(Rectangle((column - 0.48, middle - _HIGH / 2), 0.96, _HIGH, facecolor=fill, zorder=2))
                style = {"fontsize": layout.NOTE, "color": ink, "ha": "center", "va": "center_baseline", "zorder": 3}
                axes.text(column, middle, f"{int(count)}", **style)
