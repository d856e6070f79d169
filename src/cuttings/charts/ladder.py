"""How far each incident has got: the ladder of stages, with the date of each step."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from cuttings.charts import layout, marks
from cuttings.charts.told import Told
from cuttings.dates import timespan
from cuttings.telling.summaries import by_incident, by_stage, steps
from cuttings.telling.wording import capital, count_of, label, sentence
from cuttings.vocabulary import Vocabulary, load

ENDED = ("concluded_no_action", "concluded_sanction", "convicted", "sentenced")
COLUMNS = ("incident_id", "title", "stage", "date", "date_basis", "furthest")


def stages(
    incidents: pd.DataFrame,
    history: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A row an incident: a large mark at the furthest stage reported for any subject, a small one at each before it.

    The note says when each was reached. The tables ``incidents`` and ``history`` in; the ladder and its labels are the
    vocabulary's. An incident whose stage is not known comes last, without a mark. ``part``: which rows. Returns the
    axes: ``ax``, or a page of their own.
    """
    axes, words = ax or layout.blank(), vocabulary or load()
    said, ladder = said or told(incidents, history, words), words.codes("stage")
    if incidents.empty:
        layout.nothing(axes, "There is no incident, and so no stage to show.")
    else:
        layout.columns(axes, [sentence(label("stage", code, words))[:-1] for code in ladder])
        shown = list(_in_order(incidents, words).iloc[part].itertuples())
        figures = said.figures[said.figures["incident_id"].isin([row.incident_id for row in shown])]
        climbed = by_incident(figures)
        undone = set(history.loc[history["event"] == "taken_back", "incident_id"])
        notes = [_note(climbed[row.incident_id], words, row.incident_id in undone) for row in shown]
        for row, middle in zip(shown, layout.rows(axes, [row.title for row in shown], notes), strict=True):
            layout.track(axes, middle)
            for step in climbed[row.incident_id]:
                if step.stage in ladder:
                    style = marks.stage(step.stage, 8.5 if step.furthest else 5)
                    axes.plot([ladder.index(step.stage)], [middle], **style)
    return layout.finish(axes, said, source, (), part, own=ax is None)


def told(incidents: pd.DataFrame, history: pd.DataFrame, vocabulary: Vocabulary) -> Told:
    """The words and the figures of the ladder: a row of ``figures`` a stage of an incident, or one without a stage."""
    figures = pd.DataFrame(list(_figures(incidents, history, vocabulary)), columns=COLUMNS)
    how_many = count_of(len(incidents), "incident")
    reached = "; ".join(by_stage(incidents, vocabulary))
    alternative = f"How far {how_many} got, by the furthest stage reported: {reached}."
    return Told(
        _finding(incidents),
        "The furthest stage that an article reports for any subject (large), and those reported before it (small).",
        "Stages to the left of a mark need not have been passed, and a matter may have moved on since it was last "
        "reported.",
        alternative if len(incidents) else "An empty chart: there is no incident.",
        figures,
        len(incidents),
    )


def _in_order(incidents: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    rungs = {code: place for place, code in enumerate(vocabulary.codes("stage"))}
    ranked = incidents.assign(rung=incidents["stage"].map(rungs).fillna(len(rungs)).astype(int))
    return ranked.sort_values(["rung", "first_reported", "title", "incident_id"])


def _figures(incidents: pd.DataFrame, history: pd.DataFrame, vocabulary: Vocabulary) -> list[tuple[object, ...]]:
    """The steps of each incident up to its furthest; that one always, whether or not its history has it."""
    ladder, rows = vocabulary.codes("stage"), []
    climbed = by_incident(steps(history, vocabulary))
    for row in _in_order(incidents, vocabulary).itertuples():
        known = {step.stage: (step.date, step.date_basis) for step in climbed.get(row.incident_id, [])}
        before = [code for code in ladder[: row.rung] if code in known] if row.rung < len(ladder) else []
        for code in (*before, row.stage):
            rows.append((row.incident_id, row.title, code, *known.get(code, ("", "none")), code == row.stage))
    return rows


def _note(story: Iterable[Any], vocabulary: Vocabulary, undone: bool) -> str:
    """``Alleged by 14 March 2023; referred 9 March 2023; sanctioned, no date``."""
    return capital("; ".join([*(_step(step, vocabulary) for step in story), *["an outcome was taken back"] * undone]))


def _step(step: object, vocabulary: Vocabulary) -> str:
    if not step.stage:
        return "stage not reported"
    named, day = label("stage", step.stage, vocabulary), timespan.in_words(step.date)
    if not day:
        return f"{named} (no date)"
    return f"{named} {'by ' if step.date_basis == 'published' else ''}{day}"


def _finding(incidents: pd.DataFrame) -> str:
    ended, all_of = int(incidents["stage"].isin(ENDED).sum()), len(incidents)
    if not all_of:
        return "No incident, and so no stage"
    if all_of == 1:
        return f"The incident has {'' if ended else 'not '}come to a conclusion for a subject, as reported"
    if not ended:
        return f"None of {all_of:,} incidents has come to a conclusion, as reported"
    have = "has" if ended == 1 else "have"
    return f"{ended:,} of {all_of:,} incidents {have} come to a conclusion for at least one subject"
