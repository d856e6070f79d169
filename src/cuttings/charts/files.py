"""The charts as files in a run's folder: the same bytes for the same tables."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import matplotlib.style
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from cuttings import exports, publication, tables
from cuttings.charts import endings, kinds, ladder, layout, officers, relations, sources, tiles, when
from cuttings.charts.told import Told, source
from cuttings.telling.summaries import main_only
from cuttings.vocabulary import Vocabulary, load

WIDTHS = {"": 7.4, "-phone": 4.0}  # inches
MOST_ROWS, PAGE_ROWS = 80, 12  # of a picture; of a page of the PDF
# A picture's words where there is no DejaVu: Verdana is as wide, the others are narrower, so nothing collides
_FAMILY = b"'DejaVu Sans'", b"'DejaVu Sans', Verdana, 'Noto Sans', Arial, sans-serif"
_READ = ("incidents", "history", "coverage", "people", "subjects", "links", "articles", "mentions")


@dataclass(frozen=True)
class Chart:
    """A chart: its tables in the order in which its functions take them, its words, and what draws it."""

    tables: tuple[str, ...]
    told: Callable[..., Told]
    axes: Callable[..., Axes]


CHARTS = {
    "timeline": Chart(("incidents", "history"), when.told, when.timeline),
    "officers-by-force": Chart(("incidents",), officers.told, officers.officers_by_force),
    "stages": Chart(("incidents", "history"), ladder.told, ladder.stages),
    "outcomes": Chart(("incidents", "subjects", "history"), endings.told, endings.outcomes),
    "allegations-by-force": Chart(
        ("incidents",), partial(kinds.told, by="force"), partial(kinds.allegations, by="force")
    ),
    "allegations-by-year": Chart(("incidents",), partial(kinds.told, by="year"), partial(kinds.allegations, by="year")),
    "coverage": Chart(("incidents", "coverage", "articles"), sources.told, sources.coverage),
    "links": Chart(("incidents", "links"), relations.told, relations.links),
    "tile-map": Chart(("incidents", "mentions"), tiles.told, tiles.tile_map),
}
NAMES = tuple(CHARTS)


def draw(out: Path, vocabulary: Path | None = None, names: Iterable[str] = NAMES) -> list[Path]:
    """Draw these charts of the run in ``out`` to ``out/figures/``; the paths written. Same tables, same bytes.

    Each as PNG and SVG, as ``-phone.svg``, narrower, as PDF, and its figures as CSV; ``charts.json`` has their words. A
    picture has the first 80 rows; the PDF, in pages, and the CSV have all. Drawn are incidents that an article has as
    its main matter, with the names withheld that may not be published. Raises TableError when a table is missing.
    """
    words = load(vocabulary)
    data = shown(out, words)
    origin = source(data["articles"])
    folder = out / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    paths, notes = [], {}
    with matplotlib.style.context(["default", layout.STYLE]):
        for name in names:
            chart = CHARTS[name]
            given = [data[each] for each in chart.tables]
            said = chart.told(*given, vocabulary=words)
            axes = partial(chart.axes, *given, vocabulary=words, source=origin, said=said)
            files = {**_pictures(axes, said), ".csv": _figures(said)}
            for suffix, content in files.items():
                paths.append(folder / f"{name}{suffix}")
                tables.write_whole(paths[-1], content)
            around = {"title": said.title, "subtitle": said.subtitle, "caveat": said.caveat}
            notes[name] = {**around, "alternative": said.alternative, "source": origin, "data": f"{name}.csv"}
    index = {"tables": fingerprint(out), "charts": notes}
    tables.write_whole(folder / "charts.json", json.dumps(index, ensure_ascii=False, indent=1).encode())
    return [*paths, folder / "charts.json"]


def shown(out: Path, vocabulary: Vocabulary) -> dict[str, pd.DataFrame]:
    """The tables that charts are drawn from: main incidents alone, without the names that may not be published."""
    data = {name: tables.read(name, out) for name in _READ}
    redact = publication.redactor(out, vocabulary)
    main = main_only(data["incidents"], data["coverage"])
    return data | {
        "incidents": redact.table(main, ["title", "forces", "happened", "sanctions", "allegations", "first_reported"]),
        "articles": redact.table(data["articles"], ["publisher"]),
    }


def fingerprint(out: Path) -> str:
    """Of the tables that the charts are drawn from: a report embeds no chart of other tables than its own."""
    digest = hashlib.sha256()
    for name in _READ:
        digest.update((out / "tables" / f"{name}.csv").read_bytes())
    return digest.hexdigest()


def _pictures(axes: Callable[..., Axes], said: Told) -> dict[str, bytes]:
    """The ends of the files' names, and their content."""
    part = slice(0, MOST_ROWS) if said.rows > MOST_ROWS else layout.ALL
    page, phone = (layout.fit(axes(ax=layout.page(width), part=part)).figure for width in WIDTHS.values())
    return {
        ".svg": _saved(page, "svg", Date=None, Creator=None),
        ".png": _saved(page, "png", Software=None),
        "-phone.svg": _saved(phone, "svg", Date=None, Creator=None),
        ".pdf": _pages(axes, said, page),
    }


def _saved(figure: Figure, form: str, **metadata: object) -> bytes:
    content = BytesIO()
    figure.savefig(content, format=form, metadata=metadata)
    return content.getvalue().replace(*_FAMILY) if form == "svg" else content.getvalue()


def _pages(axes: Callable[..., Axes], said: Told, whole: Figure) -> bytes:
    """A PDF with all rows, some to a page; ``whole``: the chart where it goes on one page."""
    content = BytesIO()
    metadata = {"CreationDate": None, "Creator": None, "Producer": None, "Title": said.title}
    starts = range(0, said.rows, PAGE_ROWS) if said.rows > PAGE_ROWS else ()
    with PdfPages(content, metadata=metadata) as pages:
        for start in starts:
            part = slice(start, start + PAGE_ROWS)
            pages.savefig(layout.fit(axes(ax=layout.page(WIDTHS[""]), part=part)).figure)
        if not starts:
            pages.savefig(whole)
    return content.getvalue()


def _figures(said: Told) -> bytes:
    content = exports.spreadsheet_safe(said.figures).to_csv(index=False, lineterminator="\n")
    return content.encode("utf-8")
