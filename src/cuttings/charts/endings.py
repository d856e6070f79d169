"""What became of the subjects: outcomes as counts of people, and those of whom none is reported."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from cuttings import tables
from cuttings.charts import layout
from cuttings.charts.told import Told
from cuttings.telling.wording import amount, capital, count_of, label, listed, number, span_of
from cuttings.vocabulary import Vocabulary, load

INTERIM = ("restricted_duties", "suspended")  # until something is decided
COLUMNS = ("outcome", "least", "most", "incidents", "uncounted")
_FILL, _INTERIM, _UNKNOWN = "#0b3c5d", "#8db4cf", "#ffffff"


def outcomes(
    incidents: pd.DataFrame,
    subjects: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A bar an outcome, in the vocabulary's order, and one for the subjects of whom no outcome is reported.

    The tables ``incidents`` and ``subjects`` in. Of the articles on an incident, the one that gives an outcome to most
    people counts; a suspension, or duties restricted, only of people to whom no later outcome is given. Returns the
    axes: ``ax``, or a page of their own.
    """
    axes, words = ax or layout.blank(), vocabulary or load()
    said, key = said or told(incidents, subjects, words), []
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


def told(incidents: pd.DataFrame, subjects: pd.DataFrame, vocabulary: Vocabulary) -> Told:
    """The words and the figures of the chart: a row of ``figures`` an outcome, ``outcome`` empty for none reported.

    ``least, most``: people (``most`` <NA> where no upper bound is known); ``incidents``: how many have it;
    ``uncounted``: how many of these do not say of how many people, and count as one at least.
    """
    figures = _figures(incidents, subjects, vocabulary)
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


def _figures(incidents: pd.DataFrame, subjects: pd.DataFrame, vocabulary: Vocabulary) -> pd.DataFrame:
    known = _counted(subjects)
    found: dict[str, list[tuple[int, bool]]] = {}
    silent: list[tuple[object, object]] = []
    for row in incidents.itertuples():
        codes = tables.split(row.sanctions)
        counts = _of_one(codes, known.get(row.incident_id, {}), row)
        for code, (people, uncounted) in counts.items():
            found.setdefault(code, []).append((people, uncounted))
        silent.append(_silent(row, sum(people for people, _ in counts.values())))
    order = [*vocabulary.codes("sanction"), *sorted(set(found) - set(vocabulary.codes("sanction")))]
    rows = [_row(code, found[code]) for code in order if code in found]
    if silent:
        rows.append(_rest(silent))
    return pd.DataFrame(rows, columns=COLUMNS).astype({"least": "Int64", "most": "Int64"})


def _counted(subjects: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Incident to outcome to how many people have it: by the article that gives it to most."""
    told = subjects[subjects["outcome"] != ""].assign(people=subjects["count_min"].fillna(1))
    each = told.groupby(["incident_id", "article_id", "outcome"])["people"].sum()
    found: dict[str, dict[str, int]] = {}
    for (incident, outcome), people in each.groupby(["incident_id", "outcome"]).max().items():
        found.setdefault(incident, {})[outcome] = int(people)
    return found


def _of_one(codes: list[str], most: Mapping[str, int], incident: object) -> dict[str, tuple[int, bool]]:
    """Outcome to how many people of one incident have it, and whether that is not said and so one at least."""
    final = {code: (most.get(code, 1), code not in most) for code in codes if code not in INTERIM}
    counted = sum(people for people, uncounted in final.values() if not uncounted)
    ends = [end for end in (incident.officers_max, incident.officers_min) if not pd.isna(end)]
    left = max(0, int(ends[0]) - counted) if ends else None
    interim = {}
    for code in (code for code in codes if code in INTERIM):
        count = most.get(code, 1) if left is None else min(most.get(code, 1), left)
        left = left if left is None else left - count
        if count:
            interim[code] = (count, code not in most)
    return final | interim


def _silent(incident: object, known: int) -> tuple[object, object]:
    """Of how many subjects no outcome is reported: at least, at most; nothing where their number is not known."""
    least, most = incident.officers_min, incident.officers_max
    low = 0 if pd.isna(least) else max(0, int(least) - known)
    unbounded = pd.isna(most) and not (pd.isna(least) and known)
    return low, pd.NA if unbounded else max(low, 0 if pd.isna(most) else int(most) - known)


def _row(code: str, counts: list[tuple[int, bool]]) -> tuple[object, ...]:
    people, uncounted = sum(count for count, _ in counts), sum(unsaid for _, unsaid in counts)
    return code, people, pd.NA if uncounted else people, len(counts), uncounted


def _rest(silent: list[tuple[object, object]]) -> tuple[object, ...]:
    least, open_ended = sum(low for low, _ in silent), [pd.isna(high) for _, high in silent]
    most = pd.NA if any(open_ended) else sum(high for _, high in silent)
    return "", least, most, sum(bool(low) or pd.isna(high) or high > 0 for low, high in silent), sum(open_ended)


def _name(code: str, vocabulary: Vocabulary) -> str:
    return label("sanction", code, vocabulary) if code else "no outcome reported"


def _note(row: object) -> str:
    unsaid = f"; {count_of(row.uncounted, 'incident does', 'incidents do')} not say how many" if row.uncounted else ""
    people = (
        amount(row.least, row.most, "person", "people") if row.least or not pd.isna(row.most) else "number not known"
    )
    return f"{capital(people)} in {count_of(row.incidents, 'incident')}{unsaid}."


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
    names = listed([f"“{_name(code, vocabulary)}”" for code in most["outcome"]])
    each = (
        f"{amount(most['least'].iloc[0], most['most'].iloc[0], 'person', 'people')}{' each' if len(most) > 1 else ''}"
    )
    unknown = span_of(silent["least"].iloc[0], silent["most"].iloc[0])
    rest = f"; of {unknown} nothing is reported" if unknown not in ("0", "") else ""
    kind = "interim measure" if final.empty else "outcome"
    if len(most) > 2:
        return f"{capital(number(len(most)))} {kind}s are reported of {each}{rest}"
    if len(most) == 2:
        return f"The {kind}s reported most often are {names} ({each}){rest}"
    return f"The {kind} reported most often is {names} ({each}){rest}"
