"""How every chart is laid out: the finding, what is counted, a key, rows, and at the foot the caveat and the source.

A row is a label, a note and a track for its marks. Heights are points, so that a chart grows with its rows and its
words keep their size; on a narrower page the labels wrap. Words out of articles are drawn as they are: no ``$…$`` is a
formula, no leading ``_`` hides a label.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import matplotlib.pyplot as plt
from matplotlib import get_data_path
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontManager, FontProperties, findfont, fontManager, get_font
from matplotlib.text import Annotation
from matplotlib.textpath import TextToPath
from matplotlib.transforms import ScaledTranslation

from cuttings.charts.told import Told

STYLE = {
    "figure.figsize": (7.4, 4.0),
    "font.family": "DejaVu Sans",  # it comes with matplotlib: the same shapes on every machine
    "savefig.dpi": 200,
    "svg.hashsalt": "cuttings",
    "svg.fonttype": "none",  # words stay words: to be searched, read out and edited, and a fifth of the size
    "hatch.linewidth": 0.7,
}
INK, GREY, FAINT = "#1a1a1a", "#595959", "#d9d9d9"
TITLE, LABEL, NOTE = 12.5, 9.5, 8.5  # points
TRACK, GAP, SPACING, MARGIN = 17.0, 7.0, 1.3, 6.0
MOST_LINES = 3
ALL = slice(None)


def own_fonts_first(fonts: FontManager) -> None:
    """Have DejaVu Sans as matplotlib brings it, whatever other version of it the machine has.

    Of two fonts that fit alike the first one listed is taken; which that is depends on a cache in the user's folder.
    """
    own = Path(get_data_path(), "fonts", "ttf")
    for font in sorted(own.glob("DejaVuSans*.ttf")):
        fonts.addfont(font)
    fonts.ttflist.sort(key=lambda font: Path(font.fname).parent != own)


own_fonts_first(fontManager)


def blank() -> Axes:
    """Axes on a page of their own, as wide as ``figure.figsize`` says; ``fit`` gives it its height."""
    return _widen(plt.subplots()[1])


def page(width: float) -> Axes:
    """The same on a page ``width`` inches wide, which no window shows."""
    return _widen(Figure(figsize=(width, 4)).add_subplot())


def _widen(ax: Axes) -> Axes:
    """The axes as wide as ``fit`` will leave them: labels wrap to that."""
    wide = ax.figure.get_figwidth() * 72
    ax.set_position((MARGIN / wide, 0.1, 1 - 4 * MARGIN / wide, 0.8))
    return ax


def rows(
    ax: Axes, labels: Sequence[str], notes: Sequence[str], tracks: Sequence[float] | float = TRACK, indent: float = 0
) -> list[float]:
    """Write the labels and notes one below the other; the middle of each one's track, for the marks.

    ``tracks``: the tracks' heights in points; ``indent``: the points that words stand in from the left.
    """
    room, top, middles = width(ax) - indent, 0.0, []
    heights = [tracks] * len(labels) if isinstance(tracks, float) else tracks
    for label, note, height in zip(labels, notes, heights, strict=True):
        top += GAP
        for text, size, colour in ((label, LABEL, INK), (note, NOTE, GREY)):
            for line in wrap(text, room, size):
                write(ax, line, top, size, colour, indent)
                top += size * SPACING
        middles.append(top + height / 2)
        top += height
    ax.set_ylim(top + GAP, 0)
    return middles


def columns(ax: Axes, names: Sequence[str], longest: float = 104) -> None:
    """A column for each name, which stands above it on its side, in two lines of ``longest`` points at most."""
    ax.set_xlim(-0.5, len(names) - 0.5)
    words = ["\n".join(wrap(name, longest, NOTE, most=2)) for name in names]
    ax.set_xticks(range(len(names)), words, rotation=90, linespacing=1.0, multialignment="left", parse_math=False)
    ax.xaxis.tick_top()
    ax.grid(axis="x", color=FAINT, linewidth=0.6)


def track(ax: Axes, height: float) -> None:
    """The line along which a row's marks stand."""
    ax.axhline(height, color=FAINT, linewidth=0.8, zorder=0)


def or_more(ax: Axes, place: float, height: float) -> None:
    """What stands after a bar for a number without an upper bound."""
    style = {"fontsize": NOTE, "color": GREY, "va": "center"}
    style["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}
    ax.annotate("or more", (place, height), (4, 0), textcoords="offset points", **style)


def nothing(ax: Axes, words: str) -> None:
    """An honest empty chart: it says that there is nothing, and why."""
    ax.set_ylim(44, 0)
    ax.set_xlim(0, 1)
    ax.set_xticks([])
    for number, line in enumerate(wrap(words, width(ax), LABEL)):
        write(ax, line, 12 + number * LABEL * SPACING, LABEL, GREY)


def finish(
    ax: Axes, told: Told, source: str = "", key: Sequence[Artist] = (), part: slice = ALL, own: bool = True
) -> Axes:
    """Put title, subtitle and key above what is drawn, caveat and source below it, and take away the frame.

    ``part``: the rows that are drawn, where they are not all. ``own``: the axes have a page of their own, which is
    given the height that they need. Returns the axes.
    """
    ax.set_yticks([])
    ax.spines[:].set_visible(False)
    ax.tick_params(axis="x", length=0, labelsize=NOTE, labelcolor=GREY, pad=3)
    ax.set_axisbelow(True)
    if key:
        _key(ax, key)
    above, below = _around(ax)
    subtitle = f"{told.subtitle} {_rows_drawn(told.rows, part)}".strip()
    for text, size, colour, weight in ((subtitle, LABEL, GREY, "normal"), (told.title, TITLE, INK, "bold")):
        lines = wrap(text, width(ax), size, weight, most=6)
        _beside(ax, lines, above + 6, fontsize=size, color=colour, fontweight=weight)
        above += 6 + len(lines) * size * SPACING
    for text, style in ((told.caveat, "italic"), (source, "normal")):
        lines = wrap(text, width(ax), NOTE, most=6)
        _beside(ax, lines, -below - 6, fontsize=NOTE, color=GREY, fontstyle=style)
        below += 6 + len(lines) * NOTE * SPACING
    return fit(ax) if own else ax


def _rows_drawn(rows: int, part: slice) -> str:
    first, last, _ = part.indices(rows)
    if last - first >= rows:
        return ""
    return f"Here are rows {first + 1:,} to {last:,} of {rows:,}; the PDF and the CSV have all."


def _beside(ax: Axes, lines: Sequence[str], away: float, **style: object) -> None:
    """Lines so many points over the axes, or, below nought, under them."""
    if lines:
        ax.annotate(
            "\n".join(lines),
            (0, float(away > 0)),
            (0, away),
            xycoords="axes fraction",
            textcoords="offset points",
            va="bottom" if away > 0 else "top",
            linespacing=SPACING,
            annotation_clip=False,
            parse_math=False,
            **style,
        )


def fit(ax: Axes) -> Axes:
    """Give the page the height that its rows and what is written around them need; the axes, for the caller."""
    page = ax.figure
    wide, body = page.get_figwidth() * 72, abs(ax.get_ylim()[0] - ax.get_ylim()[1])
    above, below = (beyond + MARGIN for beyond in _around(ax))
    height = above + body + below
    page.set_figheight(height / 72)
    ax.set_position((MARGIN / wide, below / height, 1 - 4 * MARGIN / wide, body / height))
    return ax


def wrap(text: str, room: float, size: float, weight: str = "normal", most: int = MOST_LINES) -> list[str]:
    """The text in lines of at most ``room`` points; what does not go into ``most`` lines is cut, with an ellipsis."""
    lines: list[str] = []
    for word in _drawable(" ".join(text.split())).split(" ") if text.strip() else ():
        for piece in _pieces(word, room, size, weight):
            joined = f"{lines[-1]} {piece}" if lines else piece
            if lines and _extent(joined, size, weight) <= room:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], room, size, weight)]
    return lines


def _pieces(word: str, room: float, size: float, weight: str) -> list[str]:
    """The word, or, where it is wider than a line, what goes into each."""
    if _extent(word, size, weight) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if _extent(pieces[-1] + letter, size, weight) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(line: str, room: float, size: float, weight: str) -> str:
    while line and _extent(f"{line} …", size, weight) > room:
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


def write(ax: Axes, line: str, top: float, size: float, colour: str, indent: float = 0) -> None:
    """One line of words at a height of the rows."""
    style = {"fontsize": size, "color": colour, "va": "top", "clip_on": False, "parse_math": False}
    style["bbox"] = {"facecolor": "white", "edgecolor": "none", "pad": 0.8}  # the grid does not run through words
    place = ax.get_yaxis_transform() + ScaledTranslation(indent / 72, 0, ax.figure.dpi_scale_trans)
    ax.text(0, top, line, transform=place, **style)


def _key(ax: Axes, handles: Sequence[Artist]) -> None:
    """A key above the axes in as many columns as go into their width."""
    ax.legend(
        handles=handles,
        ncols=_key_columns([str(handle.get_label()) for handle in handles], width(ax)),
        loc="lower left",
        bbox_to_anchor=(0, 1),
        bbox_transform=ax.transAxes + ScaledTranslation(0, (_around(ax)[0] + 8) / 72, ax.figure.dpi_scale_trans),
        frameon=False,
        fontsize=NOTE,
        borderpad=0,
        borderaxespad=0,
        handletextpad=0.5,
        columnspacing=1.4,
        labelcolor=INK,
    )


def _key_columns(labels: Sequence[str], room: float) -> int:
    """Into how many columns labels go, filled one column after the other, each with its mark and its gap."""
    widths = [_extent(label, NOTE, "normal") + 4.0 * NOTE for label in labels]
    for columns in range(len(labels), 1, -1):
        full, more = divmod(len(labels), columns)
        ends = [number * full + min(number, more) for number in range(columns + 1)]
        if sum(max(widths[first:last]) for first, last in pairwise(ends)) <= room:
            return columns
    return 1


def _points(ax: Axes, pixels: float) -> float:
    return pixels * 72 / ax.figure.dpi


def width(ax: Axes) -> float:
    """Of the axes, in points."""
    return _points(ax, ax.get_window_extent().width)


def _around(ax: Axes) -> tuple[float, float]:
    """How far what is drawn stands out above the axes, and below them, in points. Rows lie inside: to measure each of
    their words again would take most of the time."""
    beside = [text for text in ax.texts if isinstance(text, Annotation) and text.xycoords == "axes fraction"]
    key = [ax.get_legend()] if ax.get_legend() else []
    drawn, own = ax.get_tightbbox(bbox_extra_artists=[*beside, *key]), ax.get_window_extent()
    return max(0.0, _points(ax, drawn.y1 - own.y1)), max(0.0, _points(ax, own.y0 - drawn.y0))
