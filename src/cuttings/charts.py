"""Charts of a run's incidents: tables in, matplotlib Axes out; ``draw`` writes them into the run's folder.

A chart says no more than its table: what is alleged is drawn as reported, what is not known is said to be unknown.
Without ``ax`` a chart makes a page of its own, as high as its rows need.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import matplotlib.style
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from cuttings import publication, tables
from cuttings.telling import drawing, marks
from cuttings.telling.summaries import alternatives, by_force, force_words, main_only, steps, undated
from cuttings.telling.wording import label, sentence
from cuttings.vocabulary import Vocabulary, load

NAMES = ("timeline", "officers-by-force", "stages")
WIDTHS = {"": 7.4, "-phone": 4.0}  # inches
_READ = ("incidents", "history", "coverage", "people", "subjects")


def timeline(
    incidents: pd.DataFrame,
    history: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
) -> Axes:
    """When each incident happened (a bar), when it was first reported, and each stage that a dated article reports.

    The tables ``incidents`` and ``history`` in; one row an incident, in the order of their first report.
    What has no date is named under the incident's title. Returns the axes: ``ax``, or a page of their own.
    """
    axes, words = ax or drawing.blank(), vocabulary or load()
    told = steps(history, words)
    told = told[told["incident_id"].isin(incidents["incident_id"])]
    shown = incidents.sort_values(["first_reported", "title", "incident_id"], key=lambda cells: cells.replace("", "~"))
    stories = [(row, told[told["incident_id"] == row.incident_id]) for row in shown.itertuples()]
    if stories:
        notes = [undated(row, story, words) for row, story in stories]
        tracks = drawing.rows(axes, list(shown["title"]), notes)
        marks.axis_of_dates(axes, list(marks.days(shown, told)))
        for (row, story), height in zip(stories, tracks, strict=True):
            marks.story(axes, row, story, height)
    else:
        drawing.nothing(axes, "There is no incident to draw.")
    subtitle = "A mark stands where an article reported a stage; the stage may be older. Reports, not findings."
    title = "When each incident happened, came out and moved on"
    drawing.finish(axes, title, subtitle, marks.story_key(shown, told) if stories else ())
    return axes if ax else drawing.fit(axes)


def officers_by_force(incidents: pd.DataFrame, ax: Axes | None = None) -> Axes:
    """How many officers are subjects of the incidents, by force: serving, former, not said, and the range of accounts.

    The table ``incidents`` in; an incident with several forces has a row of its own, for articles seldom say how many
    are whose. An officer in two incidents counts twice. Returns the axes: ``ax``, or a page of their own.
    """
    axes = ax or drawing.blank()
    shown = by_force(incidents)
    if shown.empty:
        drawing.nothing(axes, "There is no incident, and so no officer to count.")
    else:
        tracks = drawing.rows(axes, list(shown["force"]), [sentence(force_words(row)) for row in shown.itertuples()])
        air = 1.2 if shown["most"].isna().any() else 1.02  # room for "or more"
        axes.set_xlim(0, max(1, shown[list(marks.COUNTS)].sum(axis="columns").max()) * air)
        for row, height in zip(shown.itertuples(), tracks, strict=True):
            marks.bar(axes, row, height)
        axes.xaxis.tick_top()
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6, min_n_ticks=1))
        axes.grid(axis="x", color=drawing.FAINT, linewidth=0.6)
    subtitle = "Officers whom articles report as subjects of an incident. To be a subject is no finding."
    used = [kind for kind in marks.COUNTS if (shown[kind] > 0).any()]
    drawing.finish(
        axes, "Officers who are subjects of incidents, by force", subtitle, [marks.count_key(kind) for kind in used]
    )
    return axes if ax else drawing.fit(axes)


def stages(incidents: pd.DataFrame, ax: Axes | None = None, vocabulary: Vocabulary | None = None) -> Axes:
    """How far each incident has got: one mark at the furthest stage that an article reports for any of its subjects.

    The table ``incidents`` in; the ladder and its labels are the vocabulary's. An incident whose stage is not known
    comes last, without a mark. Returns the axes: ``ax``, or a page of their own.
    """
    axes, words = ax or drawing.blank(), vocabulary or load()
    ladder = words.codes("stage")
    rungs = incidents["stage"].map({code: place for place, code in enumerate(ladder)}).fillna(len(ladder)).astype(int)
    shown = incidents.assign(rung=rungs).sort_values(["rung", "first_reported", "title", "incident_id"])
    if shown.empty:
        drawing.nothing(axes, "There is no incident, and so no stage to show.")
    else:
        notes = [sentence(label("stage", code, words) or "stage not reported")[:-1] for code in shown["stage"]]
        tracks = drawing.rows(axes, list(shown["title"]), notes)
        marks.ladder(axes, [sentence(label("stage", code, words))[:-1] for code in ladder])
        for row, height in zip(shown.itertuples(), tracks, strict=True):
            axes.axhline(height, color=drawing.FAINT, linewidth=0.8, zorder=0)
            if row.rung < len(ladder):
                axes.plot([row.rung], [height], **marks.stage_mark(row.stage))
    subtitle = (
        "The furthest stage that an article reports for any subject. Those to its left need not have been passed."
    )
    drawing.finish(axes, "How far each incident has got", subtitle)
    return axes if ax else drawing.fit(axes)


def draw(out: Path, vocabulary: Path | None = None) -> list[Path]:
    """Draw the charts of the run in ``out`` to ``out/figures/``; the paths written, the same bytes for the same tables.

    Each as PNG and SVG, and as ``-phone.svg``, narrower; ``charts.json`` has the alternative texts. Drawn are incidents
    that an article has as its main matter, with the names withheld that may not be published.
    Raises TableError when a table is missing.
    """
    words = load(vocabulary)
    data = {name: tables.read(name, out) for name in _READ}
    shown = main_only(data["incidents"], data["coverage"])
    shown = publication.redactor(out, words).table(shown, ["title", "forces", "happened"])
    charts = {
        "timeline": lambda ax: timeline(shown, data["history"], ax, words),
        "officers-by-force": lambda ax: officers_by_force(shown, ax),
        "stages": lambda ax: stages(shown, ax, words),
    }
    folder = out / "figures"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    with matplotlib.style.context(["default", drawing.STYLE]):
        for name, chart in charts.items():
            for suffix, width in WIDTHS.items():
                axes = drawing.fit(chart(drawing.page(width)))
                paths += _save(axes, folder / f"{name}{suffix}", ("svg",) if suffix else ("png", "svg"))
    notes = {"tables": fingerprint(out), "alternatives": alternatives(shown, words)}
    tables.write_whole(folder / "charts.json", json.dumps(notes, ensure_ascii=False, indent=1).encode())
    return [*paths, folder / "charts.json"]


def fingerprint(out: Path) -> str:
    """Of the tables that the charts are drawn from: a report embeds no chart of other tables than its own."""
    digest = hashlib.sha256()
    for name in _READ:
        digest.update((out / "tables" / f"{name}.csv").read_bytes())
    return digest.hexdigest()


def _save(axes: Axes, path: Path, formats: Sequence[str]) -> Iterator[Path]:
    for suffix in formats:
        drawn = BytesIO()
        metadata = {"png": {"Software": None}, "svg": {"Date": None, "Creator": None}}[suffix]
        axes.figure.savefig(drawn, format=suffix, metadata=metadata)
        target = path.with_name(f"{path.name}.{suffix}")
        tables.write_whole(target, drawn.getvalue())
        yield target
