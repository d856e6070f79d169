"""Charts: what stands on them, that it can be read at every size, and that the same tables give the same bytes."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pypdfium2
import pytest
from matplotlib import get_data_path
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.font_manager import FontManager, FontProperties
from matplotlib.text import Text

import made_run
from conftest import CHECKOUT
from cuttings import charts, home, tables
from cuttings.charts import layout
from cuttings.charts.files import CHARTS
from cuttings.charts.layout import wrap
from cuttings.charts.told import Told
from cuttings.vocabulary import load


def crowded(count: int) -> made_run.MadeRun:
    """``count`` incidents, with kinds of conduct, outcomes, links and more publishers than a page has columns."""
    run, words = made_run.many(count), load()
    kinds, outcomes, relations = words.codes("allegation"), words.codes("sanction"), ("linked", "similar", "not_linked")
    for number, article in enumerate(run.rows["articles"]):
        article["publisher"] = f"The {('Denbrook', 'Marlpit', 'Port Calloway')[number % 3]} Gazette {number % 31}"
    incidents = run.rows["incidents"]
    for number, row in enumerate(incidents):
        row |= {"allegations": " | ".join({kinds[number % 18], kinds[number * number % 18]}), "sources": number % 3 + 1}
        row["sanctions"] = outcomes[number % 16]
        other = incidents[number * 7 % count]["incident_id"] if number % 4 else ""
        if number % 3:
            link = {"from_incident": row["incident_id"], "to_incident": other, "relation": relations[number % 3]}
            run.rows["links"].append(link | run.span(run.rows["articles"][0]["article_id"], "Officers"))
    return run


RUNS = {
    "none": made_run.empty,
    "one": made_run.one,
    "nine": made_run.few,
    "eighty": lambda: crowded(80),
    "hostile": made_run.hostile,
}


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


def given(chart: str, run: made_run.MadeRun) -> list[pd.DataFrame]:
    data = run.tables()
    return [data[name] for name in CHARTS[chart].tables]


def drawn(chart: str, run: made_run.MadeRun, width: float = 7.4, **options: object) -> Axes:
    return layout.fit(CHARTS[chart].axes(*given(chart, run), ax=layout.page(width), **options))


def told(chart: str, run: made_run.MadeRun) -> Told:
    return CHARTS[chart].told(*given(chart, run), vocabulary=load())


def words(ax: Axes) -> list[Text]:
    ax.figure.draw_without_rendering()
    left, right = ax.get_xlim()
    ticks = [tick for tick in ax.get_xticklabels() if left <= tick.get_position()[0] <= right]
    key = ax.get_legend().get_texts() if ax.get_legend() else []
    return [text for text in (*ax.texts, *ticks, *key) if text.get_text()]


def shown(ax: Axes) -> str:
    return "\n".join(text.get_text() for text in words(ax))


@pytest.mark.parametrize("width", charts.WIDTHS.values(), ids=["page", "phone"])
@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("chart", CHARTS)
def test_no_words_are_clipped_or_stand_on_others(chart, run, width):
    ax = drawn(chart, run(), width)
    page = ax.figure.bbox
    boxes = [(text.get_text(), text.get_window_extent()) for text in words(ax)]
    assert len(boxes) > 2
    clipped = [text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > page.x1 or box.y1 > page.y1]
    colliding = [
        (one, two) for (one, a), (two, b) in combinations(boxes, 2) if a.shrunk(0.9, 0.7).overlaps(b.shrunk(0.9, 0.7))
    ]
    assert clipped == []
    assert colliding == []
    assert min(text.get_fontsize() for text in words(ax)) >= 8


def test_the_font_is_the_one_that_comes_with_matplotlib(tmp_path):
    """… whatever a font of the same name, which the machine has, is listed before it."""
    fonts = FontManager()
    others = tmp_path / "DejaVuSans-Bold.ttf"
    shutil.copy(Path(get_data_path(), "fonts", "ttf", others.name), others)
    fonts.addfont(others)
    fonts.ttflist.reverse()
    bold = FontProperties(family="DejaVu Sans", weight="bold")
    assert Path(fonts.findfont(bold)) == others

    layout.own_fonts_first(fonts)
    assert Path(get_data_path()) in Path(fonts.findfont(bold)).parents


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_of_nothing_says_so(chart):
    empty, said = made_run.empty(), told(chart, made_run.empty())
    assert said.title.startswith("No ") or chart == "tile-map"
    assert ("There is no incident" in shown(drawn(chart, empty))) or chart in ("links", "tile-map")
    assert said.figures.empty or set(said.figures["incidents"]) == {0}


@pytest.mark.parametrize("chart", CHARTS)
def test_axes_given_are_the_axes_returned(chart):
    ax = plt.subplots()[1]
    assert CHARTS[chart].axes(*given(chart, made_run.few()), ax=ax) is ax


@pytest.mark.parametrize("chart", sorted(set(CHARTS) - {"tile-map"}))
def test_without_axes_a_chart_makes_a_page_as_high_as_its_rows(chart):
    runs = (made_run.empty(), made_run.few())
    heights = [CHARTS[chart].axes(*given(chart, run)).figure.get_figheight() for run in runs]
    assert heights[0] < heights[1]


@pytest.mark.parametrize("chart", ["timeline", "officers-by-force", "stages", "coverage", "links"])
def test_an_articles_words_are_no_formula_and_none_is_hidden(chart):
    ax = drawn(chart, made_run.hostile())
    assert "$\\frac{1}{2}$" in shown(ax) and "_hidden" in shown(ax) and "{{7*7}}" in shown(ax)
    assert not any(text.get_parse_math() for text in words(ax) if "$" in text.get_text())


@pytest.mark.parametrize("chart", CHARTS)
def test_no_chart_calls_a_subject_guilty(chart):
    found = set(shown(drawn(chart, made_run.one())).lower().replace(",", " ").split())
    assert not found & {"guilty", "offenders", "offences", "wrongdoing", "culprits", "racists"}


@pytest.mark.parametrize("chart", CHARTS)
def test_finding_subtitle_caveat_and_source_stand_on_the_chart(chart):
    said, ax = told(chart, made_run.few()), drawn(chart, made_run.few(), source="Source: ten articles.")
    on_it = shown(ax).replace("\n", " ")
    for part in (said.title, said.subtitle, said.caveat, "Source: ten articles."):
        assert part in on_it
    assert said.alternative.endswith(".")


KINDS = "The kinds of conduct reported most are “homophobic”, “racist” and “sharing case material”, each in 1 of 7 "
KINDS += "incidents"
TITLES = {
    "timeline": "At the median, at least 10 months lay between conduct and first article (known of 5 of 7)",
    "officers-by-force": "At least 27 officers are reported as subjects",
    "stages": "3 of 7 incidents have come to a conclusion for at least one subject",
    "outcomes": "The outcome reported most often is “dismissed” (4 people); of at least 22 people none is reported",
    "allegations-by-force": KINDS,
    "allegations-by-year": KINDS,
    "coverage": "No incident rests on one source alone",
    "links": "Of 1 pair of matters, articles call 1 not linked",
    "tile-map": "0 of 51 forces on the map have an incident; of 51 there is no report",
}


@pytest.mark.parametrize(("chart", "title"), TITLES.items(), ids=TITLES)
def test_the_title_is_the_finding(chart, title):
    run = made_run.few()
    main = {row["incident_id"] for row in run.rows["coverage"] if row["role"] == "main"}
    run.rows["incidents"] = [row for row in run.rows["incidents"] if row["incident_id"] in main]
    assert told(chart, run).title == title


ALTERNATIVES = {
    "timeline": "First reported from 3 March 2018 to 2 May 2024. When it happened is not known of 1.",
    "officers-by-force": "Thornmarsh Police: 12 to 14 officers in 2 incidents: 11 serving, 1 not said whether serving;",
    "stages": "How far 9 incidents got, by the furthest stage reported: alleged (1); referred (1); charged (1);",
    "outcomes": "Dismissed: 4 people in 1 incident. Resigned: 1 person in 1 incident. No outcome reported: At least 28",
    "allegations-by-force": "Matrix of 8 forces and 3 kinds of conduct. Incidents: homophobic in 1; racist in 1;",
    "coverage": "Matrix of 9 incidents and 4 publishers.",
    "links": "not linked to Harrowmere Constabulary: seven officers",
    "tile-map": "Thornmarsh Police: 2;",
}


@pytest.mark.parametrize(("chart", "expected"), ALTERNATIVES.items(), ids=ALTERNATIVES)
def test_every_chart_has_words_that_stand_in_for_it(chart, expected):
    assert expected in told(chart, made_run.few()).alternative
    assert told(chart, made_run.empty()).alternative.startswith(
        ("An empty chart", "Tile map of 51 forces. No incident")
    )


@pytest.mark.parametrize("chart", CHARTS)
def test_the_guide_has_every_chart_and_the_columns_of_its_figures(chart):
    guide = (CHECKOUT / "docs" / "charts.md").read_text("utf-8")
    [row] = [line for line in guide.splitlines() if line.startswith("|") and f"`{chart}`" in line]
    assert set(re.findall(r"`([a-z_]+)`", row)) >= set(told(chart, made_run.few()).figures.columns)


# The timeline


def marked(ax: Axes) -> list[tuple[str, float]]:
    found = [(line.get_marker(), line.get_xdata()[0]) for line in ax.lines if line.get_marker() not in ("None", "")]
    return sorted(found, key=lambda mark: (mark[1], mark[0]))


def test_the_timeline_has_bars_for_conduct_and_marks_for_reports():
    ax = drawn("timeline", made_run.one())
    [bar] = ax.patches
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == (
        date2num(pd.Timestamp("2019-01-01")),
        date2num(pd.Timestamp("2021-06-01")),
    )
    assert marked(ax) == [(shape, date2num(pd.Timestamp("2022-06-17"))) for shape in "o|"]


def test_the_latest_incident_is_the_first():
    lines, titles = (
        shown(drawn("timeline", made_run.few())),
        ("Denbrook Police and", "Thornmarsh Police: mes", "Strath"),
    )
    places = [lines.index(words) for words in titles]
    assert places == sorted(places)


def stepped(*steps: tuple[str, str, str]) -> Axes:
    """The timeline of one incident with these steps: EDTF, basis of the date, stage."""
    incident = {"incident_id": "i1", "title": "An incident", "first_reported": "2021-06-15", "stage": "charged"}
    row = {"incident_id": "i1", "event": "reported", "stands": True, "published": "2021-06-15"}
    rows = [{**row, "date": date, "date_basis": basis, "stage": stage} for date, basis, stage in steps]
    return charts.timeline(tables.frame("incidents", [incident]), tables.frame("history", rows), layout.page(7.4))


@pytest.mark.parametrize(
    ("date", "basis", "first", "last"),
    [
        ("2021-05-03", "stated", None, "2021-05-03"),
        ("2021-05", "stated", "2021-05-01", "2021-05-31"),
        ("2020~", "stated", "2020-01-01", "2020-12-31"),
        ("2021-06-15", "published", "", "2021-06-15"),
    ],
)
def test_a_stage_stands_at_its_own_day_as_wide_as_that_may_mean(date, basis, first, last):
    ax, at = stepped((date, basis, "charged")), date2num(pd.Timestamp(last))
    assert ("^", at) in marked(ax)
    ends = [tuple(line.get_xdata()) for line in ax.lines if len(line.get_xdata()) == 2]
    stretches = [end for end in ends if end[1] == at]
    if first is None:
        assert stretches == []
    else:
        [(start, _)] = stretches
        assert start == date2num(pd.Timestamp(first)) if first else start < at


def test_marks_that_would_hide_each_other_stand_below_one_another():
    ax = stepped(*(("2021-05-04", "stated", stage) for stage in ("referred", "arrested", "charged")))
    heights = {line.get_ydata()[0] for line in ax.lines if line.get_marker() in ("o", "^")}
    assert len(heights) == 3


def test_what_the_timeline_cannot_place_it_names():
    ax = drawn("timeline", made_run.few())
    assert "Not known: when it happened\n" in shown(ax) + "\n"
    assert "when it was first reported and when it was reported as “referred”" in shown(ax).replace("\n", " ")


@pytest.mark.parametrize(
    ("happened", "keys"),
    [
        ("2020", {"When it happened"}),
        ("2020~", {"When it happened", "Date uncertain"}),
        ("../2020", {"When it happened", "Start or end not known"}),
        ("no date", set()),
        ("", set()),
    ],
)
def test_the_key_has_what_is_drawn_and_nothing_else(happened, keys):
    run = made_run.MadeRun()
    run.article("a1", "A title", published="2021-01-01")
    run.incident("i1", "An incident", "a1", happened=happened, first_reported="2021-01-01")
    key = {text.get_text() for text in drawn("timeline", run).get_legend().get_texts()}
    assert key == keys | {"First reported"}


@pytest.mark.parametrize("happened", ["1970-01-01", "../1970-01-01", "1970-01-01/..", "1800/2200", "20XX"])
def test_dates_at_the_edges_are_drawn(happened):
    run = made_run.MadeRun()
    run.incident("i1", "An incident", happened=happened)
    ax = drawn("timeline", run)
    assert len(ax.patches) == 1
    assert len(ax.get_xticks()) <= 9


# Officers by force


def test_officers_are_told_apart_and_the_range_is_drawn():
    ax = drawn("officers-by-force", made_run.few())
    key = [text.get_text() for text in ax.get_legend().get_texts()]
    assert key == ["Serving", "Former", "Not said whether serving", "More by some accounts"]
    assert "12 to 14 officers in 2 incidents" in shown(ax)
    assert "or more" in shown(ax)
    longest = max(bar.get_x() + bar.get_width() for bar in ax.patches)
    assert longest == 14


def test_kinds_of_officers_differ_without_their_colour():
    bars = drawn("officers-by-force", made_run.few()).patches
    assert len({(bar.get_hatch() or "", sum(bar.get_facecolor()[:3]) > 1.5) for bar in bars}) == 4


# Stages


def test_each_incident_has_one_large_mark_at_its_own_stage():
    ax = drawn("stages", made_run.few())
    rungs = [label.get_text().replace("\n", " ") for label in ax.get_xticklabels()]
    large = [line for line in ax.lines if line.get_marker() not in ("None", "") and line.get_markersize() > 6]
    marks = [rungs[int(line.get_xdata()[0])] for line in large]
    expected = ["Alleged", "Referred", "Charged", "Misconduct hearing", "Concluded, no action", "Concluded, sanction"]
    assert marks == [*expected, "Convicted", "Sentenced"]
    assert "Stage not reported" in shown(ax)


def test_each_step_of_the_ladder_has_its_date():
    ax = drawn("stages", made_run.few())
    assert "Under investigation by 17 June 2022; concluded, sanction by 23 January 2024" in shown(ax)
    small = [line for line in ax.lines if line.get_marker() not in ("None", "") and line.get_markersize() < 6]
    assert len(small) == 1


# Outcomes


def bounds(count: str) -> tuple[int | None, int | None]:
    least, _, most = count.partition("..") if ".." in count else (count, "", count)
    return int(least) if least else None, int(most) if most else None


def people(
    *groups: tuple[str, str, str],
    sanctions: str = "",
    officers: str = "9..9",
    stage: str = "concluded_sanction",
    undone: bool = False,
) -> dict[str, tuple]:
    """Outcome to (least, most) of an incident whose articles give these groups: article, outcome, how many as a
    range; an outcome in brackets is a standing without one."""
    least, most = bounds(officers)
    incident = {"incident_id": "i", "sanctions": sanctions, "officers_min": least, "officers_max": most, "stage": stage}
    rows = []
    for article, code, count in groups:
        said = {"standing": code.strip("()")} if code.startswith("(") else {"outcome": code}
        low, high = bounds(count)
        rows.append({"incident_id": "i", "article_id": article, "count_min": low, "count_max": high, **said})
    history = [{"incident_id": "i", "event": "taken_back"}] if undone else []
    given = [tables.frame(*each) for each in (("incidents", [incident]), ("subjects", rows), ("history", history))]
    found = CHARTS["outcomes"].told(*given, vocabulary=load()).figures
    return {row.outcome: (row.least, None if pd.isna(row.most) else row.most) for row in found.itertuples()}


OUTCOMES = {
    "counted once over articles": (
        people(("a", "dismissed", "3"), ("b", "dismissed", "3"), sanctions="dismissed"),
        {"dismissed": (3, 3), "": (6, 6)},
    ),
    "added up inside an article": (
        people(("a", "dismissed", "3"), ("a", "dismissed", "1"), sanctions="dismissed"),
        {"dismissed": (4, 4), "": (5, 5)},
    ),
    "no number": (people(sanctions="retired"), {"retired": (1, None), "": (0, 8)}),
    "a group of nobody knows how many": (
        people(("a", "dismissed", ".."), sanctions="dismissed", officers="4"),
        {"dismissed": (1, None), "": (0, 3)},
    ),
    "at least two": (people(("a", "dismissed", "2.."), sanctions="dismissed"), {"dismissed": (2, None), "": (0, 7)}),
    "two outcomes of one person, or of two": (
        people(("a", "dismissed", "2"), ("a", "barred", "2"), sanctions="dismissed | barred", officers="4"),
        {"dismissed": (2, 2), "barred": (2, 2), "": (0, 2)},
    ),
    "suspended, and then dismissed": (
        people(("a", "suspended", "9"), ("b", "dismissed", "7"), sanctions="suspended | dismissed"),
        {"suspended": (2, 2), "dismissed": (7, 7), "": (0, 0)},
    ),
    "some were suspended, some dismissed": (
        people(("a", "suspended", "4"), ("b", "dismissed", "2"), sanctions="suspended | dismissed", officers="8"),
        {"suspended": (2, 4), "dismissed": (2, 2), "": (2, 4)},
    ),
    "all suspended were dismissed": (
        people(("a", "suspended", "9"), ("b", "dismissed", "9"), sanctions="suspended | dismissed"),
        {"dismissed": (9, 9), "": (0, 0)},
    ),
    "rejected by a reviewer": (people(("a", "dismissed", "3")), {"": (9, 9)}),
    "taken back": (
        people(("a", "imprisoned", "2"), sanctions="imprisoned", officers="2", undone=True),
        {"imprisoned": (0, 2), "": (0, 2)},
    ),
    "cleared, without a sanction": (people(("a", "(cleared)", "4")), {"cleared": (4, 4), "": (5, 5)}),
    "cleared of one thing while it goes on": (people(("a", "(cleared)", "4"), stage="charged"), {"": (9, 9)}),
    "found against, and no more": (
        people(("a", "(found)", "1"), officers="1", stage="convicted"),
        {"found": (1, 1), "": (0, 0)},
    ),
    "a finding that the stage does not bear": (people(("a", "(found)", "1"), stage="charged"), {"": (9, 9)}),
    "accounts differ": (
        people(("a", "dismissed", "3"), sanctions="dismissed", officers="5..9"),
        {"dismissed": (3, 3), "": (2, 6)},
    ),
    "no upper bound": (people(officers="6.."), {"": (6, None)}),
    "number of officers not known": (people(officers=".."), {"": (0, None)}),
    "number of officers not known, one dismissed": (
        people(("a", "dismissed", "1"), sanctions="dismissed", officers=".."),
        {"dismissed": (1, 1), "": (0, None)},
    ),
}


@pytest.mark.parametrize(("found", "expected"), OUTCOMES.values(), ids=OUTCOMES)
def test_outcomes_are_counts_of_people_and_unknown_is_unknown(found, expected):
    assert found == expected


# Allegations


def matrix(*incidents: tuple[str, str, str], by: str) -> dict[tuple[str, str], int]:
    rows = [
        {"incident_id": f"i{number}", "forces": forces, "allegations": kinds, "first_reported": day}
        for number, (forces, kinds, day) in enumerate(incidents)
    ]
    told = CHARTS[f"allegations-by-{by}"].told(tables.frame("incidents", rows), vocabulary=load())
    return {(row.row, row.allegation): row.incidents for row in told.figures.itertuples()}


def test_an_incident_counts_for_each_of_its_forces_and_kinds():
    both = ("A Police | B Police", "racist | sexist", "")
    found = matrix(both, ("A Police", "racist", ""), ("", "sexist", ""), by="force")
    assert found[("A Police", "racist")] == 2
    assert found[("B Police", "sexist")] == found[("Force not named", "sexist")] == 1


def test_years_are_those_of_the_first_report():
    found = matrix(("", "racist", "2021-05-03"), ("", "racist", "2021-09-01"), ("", "racist", ""), by="year")
    assert found == {("2021", "racist"): 2, ("Year not known", "racist"): 1}


def test_on_a_narrow_page_the_rarest_kinds_share_a_column():
    kinds = list(load().codes("allegation"))
    run = made_run.MadeRun()
    run.incident("i1", "An incident", forces="A Police", allegations=" | ".join(kinds))
    run.incident("i2", "Another", forces="A Police", allegations=kinds[4])
    wide, narrow = (drawn("allegations-by-force", run, width) for width in charts.WIDTHS.values())
    assert len(wide.get_xticks()) == len(kinds)
    assert len(narrow.get_xticks()) < len(kinds)
    assert narrow.get_xticklabels()[0].get_text() == wide.get_xticklabels()[0].get_text() == "Sexist"
    assert "more kinds" in shown(narrow)
    numbers = [sum(int(text.get_text()) for text in ax.texts if text.get_text().isdecimal()) for ax in (narrow, wide)]
    assert numbers == [len(kinds) + 1] * 2


# Who covered what


def test_a_publisher_is_marked_by_the_most_that_it_told():
    run = made_run.MadeRun()
    for key, publisher, copy in (("a1", "Echo", ""), ("a2", "Echo", ""), ("a3", "Wire", ""), ("a4", "Mail", "a1")):
        run.article(key, "A title", publisher=publisher, duplicate_of=copy)
    run.incident("i1", "An incident", "a1", sources=2)
    run.rows["coverage"] += [{"incident_id": "i1", "article_id": key, "role": "background"} for key in ("a2", "a3")]
    ax = drawn("coverage", run)
    columns = [label.get_text() for label in ax.get_xticklabels()]
    faces = {columns[int(line.get_xdata()[0])]: line for line in ax.lines if line.get_marker() not in ("None", "")}
    assert columns == ["Echo", "Mail", "Wire"]
    assert faces["Echo"].get_markerfacecolor() != faces["Wire"].get_markerfacecolor()
    assert faces["Mail"].get_marker() == "s"
    assert "1 article, 2 independent sources, 1 copy: Echo, Mail and Wire" in shown(ax)


# Links


def linked(*pairs: tuple[str, str, str]) -> made_run.MadeRun:
    run = made_run.MadeRun()
    a = run.article("a1", "A title", "It is linked.")
    for key in "abcd":
        run.incident(key, f"Incident {key}", a, first_reported=f"2021-01-0{'abcd'.index(key) + 1}")
    for one, relation, other in pairs:
        link = {"from_incident": one, "to_incident": other, "relation": relation}
        run.rows["links"].append(link | run.span(a, "linked"))
    return run


def test_a_link_is_an_arc_a_stub_or_nothing_and_not_linked_is_crossed():
    run = linked(("a", "linked", "d"), ("d", "linked", "a"), ("b", "not_linked", ""))
    ax, said = drawn("links", run), told("links", run)
    assert [(row.from_incident, row.relation, row.to_incident) for row in said.figures.itertuples()] == [
        ("a", "linked", "d"),
        ("b", "not_linked", ""),
    ]
    assert "Incident c" not in shown(ax) and "1 incident has no such line" in shown(ax).replace("\n", " ")
    assert [line.get_marker() for line in ax.lines if line.get_marker() in "xd"] == ["x"]
    assert max(len(line.get_xdata()) for line in ax.lines) == 40


def test_incidents_that_hang_together_stand_together():
    run = linked(("a", "similar", "d"), ("b", "linked", "c"))
    order = [text.get_text()[-1] for text in drawn("links", run).texts if text.get_text().startswith("Incident ")]
    assert order == ["d", "a", "c", "b"]


# The tile map


def test_no_report_is_told_apart_from_no_incident():
    run = made_run.MadeRun()
    run.incident("i1", "An incident", forces="Kent Police | Denbrook Police")
    run.rows["mentions"].append({"label": "FORCE", "value": "Essex Police"})
    said = told("tile-map", run)
    told_of = {row.force: (row.incidents, bool(row.report)) for row in said.figures.itertuples()}
    places = [told_of[f"{name} Police"] for name in ("Kent", "Essex", "Dorset")]
    assert places == [(1, True), (0, True), (0, False)]
    on_it = [text.get_text() for text in drawn("tile-map", run).texts]
    assert on_it.count("1") == on_it.count("0") == 1
    assert any("Not on the map: Denbrook Police 1." in text for text in on_it)


def test_every_territorial_force_of_the_united_kingdom_has_a_tile():
    tiles = {row.value for row in load()["tiles"]}
    assert len(tiles) == 43 + 2 + 3 + 3  # England and Wales; Scotland and Northern Ireland; of the country; islands
    assert all(len(row["label"]) <= 5 for row in load()["tiles"])


def test_a_vocabulary_without_tiles_has_an_empty_map(tmp_path):
    folder = tmp_path / "vocabulary"
    shutil.copytree(home.vocabulary(), folder)
    (folder / "tiles.csv").write_text("force,label,column,row,source\n", encoding="utf-8")
    ax = charts.tile_map(*given("tile-map", made_run.few()), vocabulary=load(folder))
    assert "places no force on a map" in shown(ax)


# Rows of which there are many


def test_a_part_is_drawn_on_the_scale_of_all_and_says_so():
    run = made_run.many(30)
    whole, part = drawn("timeline", run), drawn("timeline", run, part=slice(12, 24))
    assert part.get_xlim() == whole.get_xlim()
    assert "Here are rows 13 to 24 of 30; the PDF and the CSV have all." in shown(part).replace("\n", " ")
    assert part.figure.get_figheight() < whole.figure.get_figheight()


# Words that fit


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 0), ("   ", 0), ("short", 1), ("word " * 12, 2), ("word " * 400, 3), ("w" * 500, 3), ("\n\ta\u2003b\n", 1)],
)
def test_text_is_wrapped_and_cut(text, lines):
    found = wrap(text, 200, 9.5)
    assert len(found) == lines
    assert (found[-1:] and found[-1].endswith("…")) == (len(text) > 400) or not found


# Files


@pytest.fixture(scope="module")
def drawn_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = made_run.few().write(tmp_path_factory.mktemp("run"))
    charts.draw(out)
    return out


def test_each_chart_is_a_picture_a_pdf_and_its_figures(drawn_run):
    found = {path.name for path in (drawn_run / "figures").iterdir()}
    ends = (".png", ".svg", "-phone.svg", ".pdf", ".csv")
    assert found == {f"{name}{end}" for name in charts.NAMES for end in ends} | {"charts.json"}
    notes = json.loads((drawn_run / "figures" / "charts.json").read_text("utf-8"))["charts"]
    assert tuple(notes) == charts.NAMES
    assert {tuple(note) for note in notes.values()} == {
        ("title", "subtitle", "caveat", "alternative", "source", "data")
    }


def test_a_pdf_has_all_rows_in_pages(tmp_path):
    charts.draw(made_run.many(30).write(tmp_path), names=["timeline"])
    with pypdfium2.PdfDocument(tmp_path / "figures" / "timeline.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    assert len(pages) == 3
    assert [len(set(re.findall(r"matter (\d+)", page))) for page in pages] == [12, 12, 6]


def test_the_figures_of_a_chart_run_in_no_spreadsheet(tmp_path):
    run = made_run.one()
    run.rows["incidents"][0]["title"] = "=HYPERLINK(1)"
    charts.draw(run.write(tmp_path), names=["timeline"])
    assert "'=HYPERLINK(1)" in (tmp_path / "figures" / "timeline.csv").read_text("utf-8")


def test_the_paths_returned_are_the_files_written(tmp_path):
    paths = charts.draw(made_run.one().write(tmp_path), names=["timeline", "tile-map"])
    assert sorted(paths) == sorted((tmp_path / "figures").iterdir())


def test_the_same_tables_give_the_same_bytes_wherever_and_whenever(drawn_run, tmp_path):
    made_run.few().write(tmp_path)
    elsewhere = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "MPLBACKEND": "svg"}
    script = "import sys, pathlib; from cuttings import charts; charts.draw(pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], env={**os.environ, **elsewhere}, check=True)

    def hashes(out: Path) -> dict[str, str]:
        return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (out / "figures").iterdir()}

    assert hashes(tmp_path) == hashes(drawn_run)


def test_background_incidents_are_not_drawn(drawn_run):
    drawing = (drawn_run / "figures" / "stages.svg").read_text("utf-8")  # its comments hold the words that are drawn
    assert "Thornmarsh Police" in drawing
    assert "Aldermoor Police" not in drawing


def test_a_withheld_name_is_on_no_chart(tmp_path):
    run = made_run.one()
    run.rows["incidents"][0] |= {
        "title": "PC Quillfeather and RHODA QUILLFEATHER’s chat",
        "forces": "Quillfeather Police",
    }
    run.rows["articles"][0]["publisher"] = "The Quillfeather Gazette"
    for path in charts.draw(run.write(tmp_path)):
        assert b"quillfeather" not in path.read_bytes().lower(), path.name


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(tables.TableError, match="incidents"):
        charts.draw(tmp_path)
