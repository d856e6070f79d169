"""Charts: what stands on them, that it can be read at every size, and that the same tables give the same bytes."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.dates import date2num
from matplotlib.text import Text

import made_run
from cuttings import charts, tables
from cuttings.telling import drawing
from cuttings.telling.drawing import wrap

CHARTS: dict[str, Callable[[dict[str, pd.DataFrame], Axes | None], Axes]] = {
    "timeline": lambda data, ax: charts.timeline(data["incidents"], data["history"], ax),
    "officers": lambda data, ax: charts.officers_by_force(data["incidents"], ax),
    "stages": lambda data, ax: charts.stages(data["incidents"], ax),
}
RUNS = {
    "none": made_run.empty,
    "one": made_run.one,
    "nine": made_run.few,
    "sixty": lambda: made_run.many(60),
    "hostile": made_run.hostile,
}


@pytest.fixture(autouse=True)
def _closed():
    yield
    plt.close("all")


def drawn(chart: str, run: made_run.MadeRun, width: float = 7.4) -> Axes:
    return drawing.fit(CHARTS[chart](run.tables(), drawing.page(width)))


def words(ax: Axes) -> list[Text]:
    ax.figure.draw_without_rendering()
    left, right = ax.get_xlim()
    ticks = [tick for tick in ax.get_xticklabels() if left <= tick.get_position()[0] <= right]
    key = ax.get_legend().get_texts() if ax.get_legend() else []
    return [text for text in (*ax.texts, *ticks, *key) if text.get_text()]


def said(ax: Axes) -> str:
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


@pytest.mark.parametrize("chart", CHARTS)
def test_a_chart_of_nothing_says_so(chart):
    assert "There is no incident" in said(drawn(chart, made_run.empty()))


@pytest.mark.parametrize("chart", CHARTS)
def test_axes_given_are_the_axes_returned(chart):
    ax = plt.subplots()[1]
    assert CHARTS[chart](made_run.few().tables(), ax) is ax


@pytest.mark.parametrize("chart", CHARTS)
def test_without_axes_a_chart_makes_a_page_as_high_as_its_rows(chart):
    heights = [CHARTS[chart](run.tables(), None).figure.get_figheight() for run in (made_run.one(), made_run.few())]
    assert heights[0] < heights[1]


@pytest.mark.parametrize("chart", CHARTS)
def test_an_articles_words_are_no_formula_and_none_is_hidden(chart):
    ax = drawn(chart, made_run.hostile())
    assert "$\\frac{1}{2}$" in said(ax) and "_hidden" in said(ax) and "{{7*7}}" in said(ax)
    assert not any(text.get_parse_math() for text in words(ax) if "$" in text.get_text())


@pytest.mark.parametrize("chart", CHARTS)
def test_no_chart_calls_a_subject_guilty(chart):
    found = set(said(drawn(chart, made_run.one())).lower().replace(",", " ").split())
    assert not found & {"guilty", "offenders", "offences", "wrongdoing", "culprits", "racists"}


# The timeline


def test_the_timeline_has_bars_for_conduct_and_marks_for_reports():
    ax = drawn("timeline", made_run.one())
    [bar] = ax.patches
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == (
        date2num(pd.Timestamp("2019-01-01")),
        date2num(pd.Timestamp("2021-06-01")),
    )
    marks = {line.get_marker(): line.get_xdata()[0] for line in ax.lines if line.get_marker() not in ("None", "")}
    assert marks == dict.fromkeys("|o", date2num(pd.Timestamp("2022-06-17")))


def test_what_the_timeline_cannot_place_it_names():
    ax = drawn("timeline", made_run.few())
    assert "Not known: when it happened\n" in said(ax) + "\n"
    assert "when it was first reported and when it was reported as “referred”" in said(ax).replace("\n", " ")


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
    ax = drawn("officers", made_run.few())
    key = [text.get_text() for text in ax.get_legend().get_texts()]
    assert key == ["Serving", "Former", "Not said whether serving", "More by some accounts"]
    assert "12 to 14 officers in 2 incidents" in said(ax)
    assert "or more" in said(ax)
    longest = max(bar.get_x() + bar.get_width() for bar in ax.patches)
    assert longest == 14


def test_kinds_of_officers_differ_without_their_colour():
    kinds = {
        (bar.get_hatch() or "", sum(bar.get_facecolor()[:3]) > 1.5) for bar in drawn("officers", made_run.few()).patches
    }
    assert len(kinds) == 4


# Stages


def test_each_incident_has_one_mark_at_its_own_stage():
    ax = drawn("stages", made_run.few())
    rungs = [label.get_text().replace("\n", " ") for label in ax.get_xticklabels()]
    marks = [rungs[int(line.get_xdata()[0])] for line in ax.lines if line.get_marker() not in ("None", "")]
    expected = ["Alleged", "Referred", "Charged", "Misconduct hearing", "Concluded, no action", "Concluded, sanction"]
    assert marks == [*expected, "Convicted", "Sentenced"]
    assert "Stage not reported" in said(ax)


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


def test_each_chart_is_a_png_an_svg_and_a_narrow_svg(drawn_run):
    found = {path.name for path in (drawn_run / "figures").iterdir()}
    names = ("timeline", "officers-by-force", "stages")
    assert found == {f"{name}{end}" for name in names for end in (".png", ".svg", "-phone.svg")} | {"charts.json"}
    assert set(json.loads((drawn_run / "figures" / "charts.json").read_text("utf-8"))["alternatives"]) == set(names)


def test_the_paths_returned_are_the_files_written(tmp_path):
    paths = charts.draw(made_run.one().write(tmp_path))
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
    for path in charts.draw(run.write(tmp_path)):
        assert b"quillfeather" not in path.read_bytes().lower(), path.name


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(tables.TableError, match="incidents"):
        charts.draw(tmp_path)
