"""How every chart is laid out: rows one above the other, each a label, a note and a track for its marks.

Heights are points, so that a chart grows with its rows and its words keep their size; on a narrower page the labels
wrap. Words out of articles are drawn as they are: no ``$…$`` is a formula, no leading ``_`` hides a label.
"""

from collections.abc import Sequence
from functools import lru_cache

import matplotlib.pyplot as plt
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.textpath import TextToPath
from matplotlib.transforms import ScaledTranslation

STYLE = {
    "figure.figsize": (7.4, 4.0),
    "font.family": "DejaVu Sans",  # it comes with matplotlib: the same shapes on every machine
    "savefig.dpi": 200,
    "svg.hashsalt": "cuttings",
    "svg.fonttype": "path",
    "hatch.linewidth": 0.7,
}
INK, GREY, FAINT = "#1a1a1a", "#595959", "#d9d9d9"
TITLE, LABEL, NOTE = 12.5, 9.5, 8.5  # points
TRACK, GAP, SPACING, MARGIN = 17.0, 7.0, 1.3, 6.0
MOST_LINES = 3


def blank() -> Axes:
    """Axes on a page of their own, as wide as ``figure.figsize`` says; ``fit`` gives it its height."""
    return _widen(plt.subplots()[1])


def page(width: float) -> Axes:
    """The same on a page ``width`` inches wide, which no window shows."""
    return _widen(Figure(figsize=(width, 4)).add_subplot())


def _widen(ax: Axes) -> Axes:
    """The axes as wide as ``fit`` will leave them: labels wrap to that."""
    width = ax.figure.get_figwidth() * 72
    ax.set_position((MARGIN / width, 0.1, 1 - 4 * MARGIN / width, 0.8))
    return ax


def rows(ax: Axes, labels: Sequence[str], notes: Sequence[str]) -> list[float]:
    """Write the labels and notes one below the other; the height of each one's track, for the marks."""
    width, top, tracks = _width(ax), 0.0, []
    for label, note in zip(labels, notes, strict=True):
        top += GAP
        for text, size, colour in ((label, LABEL, INK), (note, NOTE, GREY)):
            lines = wrap(text, width, size)
            for line in lines:
                _write(ax, line, top, size, colour)
                top += size * SPACING
        tracks.append(top + TRACK / 2)
        top += TRACK
    ax.set_ylim(top + GAP, 0)
    return tracks


def nothing(ax: Axes, words: str) -> None:
    """An honest empty chart: it says that there is nothing, and why."""
    ax.set_ylim(60, 0)
    ax.set_xlim(0, 1)
    ax.set_xticks([])
    lines = wrap(words, _width(ax), LABEL)
    for number, line in enumerate(lines):
        _write(ax, line, 12 + number * LABEL * SPACING, LABEL, GREY)


def finish(ax: Axes, title: str, subtitle: str, handles: Sequence[Artist] = ()) -> None:
    """Put key, subtitle and title above what is drawn, and take away the frame."""
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.tick_params(axis="x", length=0, labelsize=NOTE, labelcolor=GREY, pad=3)
    ax.set_axisbelow(True)
    if handles:
        _key(ax, handles)
    for text, size, colour, weight in ((subtitle, LABEL, GREY, "normal"), (title, TITLE, INK, "bold")):
        lines = wrap(text, _width(ax), size, weight, most=6)
        ax.annotate(
            "\n".join(lines),
            (0, 1),
            (0, _top(ax) + 6),
            xycoords="axes fraction",
            textcoords="offset points",
            fontsize=size,
            color=colour,
            fontweight=weight,
            va="bottom",
            linespacing=SPACING,
            annotation_clip=False,
            parse_math=False,
        )


def fit(ax: Axes) -> Axes:
    """Give the page the height that its rows and what is written around them need; the axes, for the caller."""
    page = ax.figure
    width, body = page.get_figwidth() * 72, abs(ax.get_ylim()[0] - ax.get_ylim()[1])
    above, below = _top(ax) + MARGIN, _below(ax) + MARGIN
    height = above + body + below
    page.set_figheight(height / 72)
    ax.set_position((MARGIN / width, below / height, 1 - 4 * MARGIN / width, body / height))
    return ax


def wrap(text: str, width: float, size: float, weight: str = "normal", most: int = MOST_LINES) -> list[str]:
    """The text in lines of at most ``width`` points; what does not go into ``most`` lines is cut, with an ellipsis."""
    lines: list[str] = []
    for word in _drawable(" ".join(text.split())).split(" ") if text.strip() else ():
        for piece in _pieces(word, width, size, weight):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and _extent(joined, size, weight) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], width, size, weight)]
    return lines


def _pieces(word: str, width: float, size: float, weight: str) -> list[str]:
    """The word, or, where it is wider than a line, what goes into each."""
    pieces = [""]
    for letter in word:
        if _extent(pieces[-1] + letter, size, weight) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, width: float, size: float, weight: str) -> str:
    while line and _extent(f"{line} …", size, weight) > width:
        line = line[:-1]
    return f"{line.rstrip()} …"


@lru_cache(maxsize=50_000)
def _extent(text: str, size: float, weight: str) -> float:
    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return TextToPath().get_text_width_height_descent(text, font, ismath=False)[0]


def _drawable(text: str) -> str:
    """A box for each character that the font lacks, as matplotlib would draw it, without its warning."""
    font = get_font(findfont(FontProperties(family="DejaVu Sans")))
    return "".join(letter if font.get_char_index(ord(letter)) else "□" for letter in text)


def _write(ax: Axes, line: str, top: float, size: float, colour: str) -> None:
    style = {"fontsize": size, "color": colour, "va": "top", "clip_on": False, "parse_math": False}
    style["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}  # the grid does not run through words
    ax.text(0, top, line, transform=ax.get_yaxis_transform(), **style)


def _key(ax: Axes, handles: Sequence[Artist]) -> None:
    """A key above the axes in as many columns as go into their width."""
    place = ax.transAxes + ScaledTranslation(0, (_top(ax) + 8) / 72, ax.figure.dpi_scale_trans)
    for columns in range(len(handles), 0, -1):
        key = ax.legend(
            handles=handles,
            ncols=columns,
            loc="lower left",
            bbox_to_anchor=(0, 1),
            bbox_transform=place,
            frameon=False,
            fontsize=NOTE,
            borderpad=0,
            borderaxespad=0,
            handletextpad=0.5,
            columnspacing=1.4,
            labelcolor=INK,
        )
        if _points(ax, key.get_window_extent().width) <= _width(ax):
            return


def _points(ax: Axes, pixels: float) -> float:
    return pixels * 72 / ax.figure.dpi


def _width(ax: Axes) -> float:
    return _points(ax, ax.get_window_extent().width)


def _top(ax: Axes) -> float:
    """How far what is drawn stands out above the axes, in points."""
    return max(0.0, _points(ax, ax.get_tightbbox().y1 - ax.get_window_extent().y1))


def _below(ax: Axes) -> float:
    return max(0.0, _points(ax, ax.get_window_extent().y0 - ax.get_tightbbox().y0))
