"""What became of the subjects: outcomes as counts of people, and those of whom none is reported."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from cuttings import tables
from cuttings.charts import layout
from cuttings.charts.told import Told
from cuttings.telling.wording import amount, capital, count_of, label, listed, number
from cuttings.vocabulary import Vocabulary, load

INTERIM = ("restricted_duties", "suspended")  # until something is decided
# No sanction is said, but that something was decided: the standing, and the stages of an incident where it counts
DECIDED = {
    "cleared": ("concluded_no_action", "concluded_sanction", "convicted", "sentenced"),
    "found": ("misconduct_hearing", "concluded_sanction", "convicted", "sentenced"),
}
_DECIDED_WORDS = {"cleared": "cleared", "found": "found against, no sanction reported"}
People = tuple[int, Any]  # at least, at most; <NA>: no upper bound
COLUMNS = ("outcome", "least", "most", "incidents", "uncounted")
_FILL, _INTERIM, _UNKNOWN = "#0b3c5d", "#8db4cf", "#ffffff"


def outcomes(
    incidents: pd.DataFrame,
    subjects: pd.DataFrame,
    history: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A bar an outcome, in the vocabulary's order, and one for the subjects of whom no outcome is reported.

    The tables ``incidents``, ``subjects`` and ``history`` in. Of the articles on an incident, the one that gives an
    outcome to most people counts; a suspension, or duties restricted, only of people to whom no later outcome is given;
    where an outcome was taken back, all may be nobody's any more. Returns the axes: ``ax``, or a page of their own.
    """
    axes, words = ax or layout.blank(), vocabulary or load()
    said, key = said or told(incidents, subjects, history, words), []
    rows = list(said.figures.iloc[part].itertuples())
    if incidents.empty:
        layout.nothing(axes, "There is no incident, and so nobody to whom something happened.")
    else:
        air = 1.2 if said.figures["most"].isna().any() else 1.02  # room for "or more"
        axes.set_xlim(0, max(1, said.figures["most"].fillna(said.figures["least"]).max()) * air)
        names = [capital(_name(row.outcome, words)) for row in rows]
        for row, middle in zip(rows, layout.rows(axes, names, [_note(row) for row in rows]), strict=True):
            layout.track(axes, middle)
            _bar(axes, row, middle)
        axes.xaxis.tick_top()
        axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=6, min_n_ticks=1))
        axes.grid(axis="x", color=layout.FAINT, linewidth=0.6)
        key = _key(said.figures)
    return layout.finish(axes, said, source, key, part, own=ax is None)


def told(incidents: pd.DataFrame, subjects: pd.DataFrame, history: pd.DataFrame, vocabulary: Vocabulary) -> Told:
    """The words and the figures of the chart: a row of ``figures`` an outcome, ``outcome`` empty for none reported.

    ``least, most``: people (``most`` <NA> where no upper bound is known); ``incidents``: how many have it;
    ``uncounted``: how many of these do not say of how many people, and count as one at least.
    """
    figures = _figures(incidents, subjects, history, vocabulary)
    lines = [f"{_name(row.outcome, vocabulary)}: {_note(row)}" for row in figures.itertuples()]
    return Told(
        _finding(figures, vocabulary),
        "People who are subjects of an incident, by the outcome that articles report of them.",
        "That no outcome is reported does not mean that there was none. Somebody with two outcomes, dismissed and "
        "barred perhaps, is in both bars.",
        f"Bars of people by outcome. {' '.join(map(capital, lines))}"
        if len(incidents)
        else "An empty chart: there is no incident.",
        figures,
        len(figures),
    )


def _figures(
    incidents: pd.DataFrame, subjects: pd.DataFrame, history: pd.DataFrame, vocabulary: Vocabulary
) -> pd.DataFrame:
    known, undone = _counted(subjects), set(history.loc[history["event"] == "taken_back", "incident_id"])
    found: dict[str, list[People]] = {}
    silent: list[People] = []
    for row in incidents.itertuples():
        counts = _of_one(row, known.get(row.incident_id, {}), row.incident_id in undone)
        for code, people in counts.items():
            found.setdefault(code, []).append(people)
        silent.append(_silent(row, counts))
    order = [*vocabulary.codes("sanction"), *DECIDED]
    order += sorted(set(found) - set(order))
    rows = [_row(code, found[code]) for code in order if code in found]
    rows += [_row("", silent)] if silent else []
    return pd.DataFrame(rows, columns=COLUMNS).astype({"least": "Int64", "most": "Int64"})


def _counted(subjects: pd.DataFrame) -> dict[str, dict[str, People]]:
    """Incident to outcome to people who have it, by the articles that give it to most; cleared, and found against, of
    those who have no outcome."""
    told = subjects.assign(code=subjects["outcome"].where(subjects["outcome"] != "", subjects["standing"]))
    told = told[(told["outcome"] != "") | told["code"].isin(DECIDED)]
    found: dict[str, dict[str, People]] = {}
    for (incident, code), rows in told.groupby(["incident_id", "code"]):
        sums = [_sum(article) for _, article in rows.groupby("article_id")]
        unbounded = any(pd.isna(most) for _, most in sums)
        most = pd.NA if unbounded else max(most for _, most in sums)
        found.setdefault(incident, {})[code] = max(least for least, _ in sums), most
    return found


def _sum(rows: pd.DataFrame) -> People:
    unsaid = rows["count_min"].isna() | rows["count_max"].isna()
    return int(rows["count_min"].fillna(1).sum()), pd.NA if unsaid.any() else int(rows["count_max"].sum())


def _of_one(incident: object, known: Mapping[str, People], undone: bool) -> dict[str, People]:
    """Outcome to how many people of one incident have it: those that its cell has, after reviewers' decisions, and for
    one whose stage says that something was decided, those cleared or found against. Where an outcome was taken back,
    articles do not say whose, and so it may be nobody's any more."""
    codes = tables.split(incident.sanctions)
    codes += [code for code, stages in DECIDED.items() if code in known and incident.stage in stages]
    final = {code: known.get(code, (1, pd.NA)) for code in codes if code not in INTERIM}
    if undone:
        final = {code: (0, most) for code, (_, most) in final.items()}
    officers = _officers(incident)
    interim = {}
    for code in (code for code in codes if code in INTERIM):
        least, most = known.get(code, (1, pd.NA))
        ended = [high for _, high in final.values()]
        low = 0 if any(map(pd.isna, ended)) else max(0, least - sum(ended))
        room = pd.NA if officers is None else max(0, officers - sum(low for low, _ in final.values()))
        high = room if pd.isna(most) else most if pd.isna(room) else min(most, room)
        if pd.isna(high) or high:
            interim[code] = (min(low, high) if not pd.isna(high) else low, high)
    return final | interim


def _officers(incident: object) -> int | None:
    ends = [end for end in (incident.officers_max, incident.officers_min) if not pd.isna(end)]
    return int(ends[0]) if ends else None


def _silent(incident: object, counts: Mapping[str, People]) -> People:
    """Of how many subjects no outcome is reported. One person may have several outcomes, so at most all but those of
    the largest; suspended and restricted are others than those with a final one."""
    final = [people for code, people in counts.items() if code not in INTERIM]
    interim = [people for code, people in counts.items() if code in INTERIM]
    told = max((least for least, _ in final), default=0) + max((least for least, _ in interim), default=0)
    highs = [most for _, most in (*final, *interim)]
    least = 0 if pd.isna(incident.officers_min) or any(map(pd.isna, highs)) else int(incident.officers_min) - sum(highs)
    most = pd.NA if pd.isna(incident.officers_max) else max(0, int(incident.officers_max) - told)
    least = max(0, least)
    return least, most if pd.isna(most) else max(least, most)


def _row(code: str, counts: list[People]) -> tuple[object, ...]:
    """How many people over all incidents; ``incidents`` are those where it may be somebody."""
    some = [(least, most) for least, most in counts if least or pd.isna(most) or most]
    uncounted = sum(bool(pd.isna(most)) for _, most in some)
    most = pd.NA if uncounted else sum(most for _, most in some)
    return code, sum(least for least, _ in some), most, len(some), uncounted


def _name(code: str, vocabulary: Vocabulary) -> str:
    if code in _DECIDED_WORDS:
        return _DECIDED_WORDS[code]
    return label("sanction", code, vocabulary) if code else "no outcome reported"


def _note(row: object) -> str:
    if not row.incidents:
        return "Nobody."
    unsaid = f"; {count_of(row.uncounted, 'incident does', 'incidents do')} not say how many" if row.uncounted else ""
    return f"{capital(_people(row.least, row.most))} in {count_of(row.incidents, 'incident')}{unsaid}."


def _people(least: int, most: object) -> str:
    """``2 to 4 people``, ``at most 3 people``, ``number not known``."""
    if not least:
        return "number not known" if pd.isna(most) else amount(pd.NA if most else 0, most, "person", "people")
    return amount(least, most, "person", "people")


def _bar(axes: Axes, row: object, height: float) -> None:
    fill = _UNKNOWN if not row.outcome else _INTERIM if row.outcome in INTERIM else _FILL
    hatch = "" if row.outcome else "////"
    style = {"edgecolor": layout.INK, "linewidth": 0.7, "zorder": 2}
    if row.least:
        axes.barh(height, row.least, 11, color=fill, hatch=hatch, **style)
    if pd.isna(row.most):
        layout.or_more(axes, row.least, height)
    elif row.most > row.least:
        axes.barh(height, row.most - row.least, 11, left=row.least, color="#ffffff", linestyle=":", **style)


def _key(figures: pd.DataFrame) -> list[Artist]:
    edge = {"edgecolor": layout.INK, "linewidth": 0.7}
    kinds = set(figures["outcome"])
    key = [Patch(facecolor=_FILL, label="Outcome", **edge)] if kinds - {"", *INTERIM} else []
    key += [Patch(facecolor=_INTERIM, label="Until it is decided", **edge)] if kinds & set(INTERIM) else []
    key += [Patch(facecolor=_UNKNOWN, hatch="////", label="No outcome reported", **edge)] if "" in kinds else []
    differ = (figures["most"] > figures["least"]).fillna(False).any()
    return [*key, Patch(facecolor="#ffffff", linestyle=":", label="More by some accounts", **edge)] if differ else key


def _finding(figures: pd.DataFrame, vocabulary: Vocabulary) -> str:
    known, silent = figures[figures["outcome"] != ""], figures[figures["outcome"] == ""]
    if figures.empty:
        return "No incident, and so no outcome"
    if known.empty:
        return "No article reports what became of a subject"
    final = known[~known["outcome"].isin(INTERIM)]
    known = known if final.empty else final
    most = known[known["least"] == known["least"].max()]
    least, unknown = int(most["least"].iloc[0]), _people(int(silent["least"].iloc[0]), silent["most"].iloc[0])
    rest = (
        "" if silent["incidents"].iloc[0] == 0 or unknown == "number not known" else f"; of {unknown} none is reported"
    )
    each = _people(least, pd.NA if most["most"].isna().any() else int(most["most"].max())) + " each" * (len(most) > 1)
    names = listed([f"“{_name(code, vocabulary)}”" for code in most["outcome"]])
    kind = "interim measure" if final.empty else "outcome"
    if len(most) > 2:
        return f"{capital(number(len(most)))} {kind}s are reported of {each}{rest}"
    if len(most) == 2:
        return f"The {kind}s reported most often are {names} ({each}){rest}"
    return f"The {kind} reported most often is {names} ({each}){rest}"
