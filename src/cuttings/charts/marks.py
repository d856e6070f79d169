"""How stages are marked, in the timeline and on the ladder: shapes that differ without their colours."""

from collections.abc import Iterable

from matplotlib.lines import Line2D

from cuttings.charts import layout

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


def stage(code: str, size: float = 8) -> dict[str, object]:
    """How a stage is marked: the style of a line without a line."""
    _, shape, fill = MARKS[_name(code)]
    style = {"marker": shape, "markerfacecolor": fill, "markersize": size, "markeredgecolor": layout.INK}
    return {**style, "markeredgewidth": 1.0, "linestyle": "none", "clip_on": False, "zorder": 3}


def key(codes: Iterable[str]) -> list[Line2D]:
    """A key to the marks of these stages, and to no others."""
    drawn = {_name(code) for code in codes}
    return [
        Line2D([], [], label=name, **stage(known[0] if known else ""))
        for name, (known, _, _) in MARKS.items()
        if name in drawn
    ]


def _name(code: str) -> str:
    return next((name for name, (codes, _, _) in MARKS.items() if code in codes), "Another stage")
