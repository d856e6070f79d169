"""Scores against gold: what is right, which incident is which, and the mistakes that do harm. All names invented."""

import csv
from itertools import permutations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuttings import tables
from cuttings.evaluation import GoldError, evaluate, read_gold, report_lines, stage_confusion, unmarked
from cuttings.scoring import alignment, gold
from cuttings.scoring.alignment import Reading, Score, compare

COLUMNS = {
    "articles": "file title publisher author published published_basis language duplicate_of",
    "coverage": "file incident role optional",
    "claims": "file incident attribute value evidence standing said_by alternatives optional",
    "subjects": "file incident count_min count_max status force rank name standing outcome evidence",
    "people": "file incident name role rank_or_title nameable",
    "quotes": "file speaker text",
    "links": "file from_incident to_incident relation",
    "furniture": "file text",
}
Rows = dict[str, list[dict]]


def of(file: str, incident: str, **values: str) -> list[dict]:
    """Claims as gold has them: attribute to values, ``/`` between several."""
    rows = [(name, value) for name, joined in values.items() for value in joined.split("/")]
    return [{"file": file, "incident": incident, "attribute": name, "value": value} for name, value in rows]


def golden() -> Rows:
    """Two articles of one matter, the first with another in the background, and one article of none."""
    chat = {"force": "Harrowmere Police", "platform": "WhatsApp", "officers_total": "7", "stage": "under_investigation"}
    articles = [{"file": file, "published_basis": "none", "language": "en"} for file in ("a.txt", "b.txt", "c.txt")]
    articles[0] |= {"title": "Seven face inquiry", "published": "2026-01-02", "published_basis": "metadata"}
    return {
        "articles": articles,
        "coverage": [
            {"file": "a.txt", "incident": "chat", "role": "main"},
            {"file": "a.txt", "incident": "old", "role": "background"},
            {"file": "b.txt", "incident": "chat", "role": "main"},
        ],
        "claims": [
            *of("a.txt", "chat", **chat, allegation="racist/sexist"),
            *of("a.txt", "old", force="Brackley Police", stage="convicted", sanction="imprisoned"),
            *of("b.txt", "chat", **chat),
        ],
        "subjects": [
            {"file": "a.txt", "incident": "chat", "count_min": "6", "count_max": "6", "status": "serving"},
            {"file": "a.txt", "incident": "chat", "count_min": "1", "count_max": "1", "status": "former"},
        ],
        "people": [
            {"file": "a.txt", "incident": "chat", "name": "Ann Other", "role": "official", "nameable": "yes"},
            {"file": "a.txt", "incident": "chat", "name": "Bob Nobody", "role": "officer", "nameable": "no"},
        ],
        "quotes": [{"file": "a.txt", "speaker": "Ann Other", "text": "We take all of this very seriously indeed"}],
        "links": [{"file": "a.txt", "from_incident": "chat", "to_incident": "old", "relation": "not_linked"}],
        "furniture": [{"file": "a.txt", "text": "Sign up to our newsletter for more"}],
    }


def write_gold(rows: Rows, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in COLUMNS.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns.split(), restval="")
            writer.writeheader()
            writer.writerows(rows.get(name, []))
    return folder


TEXT = "Seven face inquiry\n\n“We take all of this very seriously indeed,” Ann Other said."


def perfect() -> Rows:
    """The run that agrees with ``golden()`` in everything."""
    names = {"chat": "i1", "old": "i2"}
    kept: Rows = {name: [] for name in ("articles", "coverage", "claims", "subjects", "people", "quotes", "links")}
    for name, rows in golden().items():
        for row in rows:
            mine = {"article_id": row["file"][0], **row}
            mine |= {"incident_id": names[row["incident"]]} if "incident" in row else {}
            if name == "claims":
                mine |= {"start": 0, "end": 5, "evidence": "Seven", "standing": "reported"}
            if name == "articles":
                mine |= {"text": TEXT}
            if name == "links":
                mine |= {"from_incident": "i2", "to_incident": "i1"}
            if name != "furniture":
                kept[name].append({key: cell for key, cell in mine.items() if key in tables.TABLES[name].dtypes})
    return kept


def write_run(rows: Rows, out: Path) -> Path:
    for name, of_table in rows.items():
        numbered = [
            {key: int(cell) if key.startswith("count_") else cell for key, cell in row.items()} for row in of_table
        ]
        tables.write(name, tables.frame(name, numbered), out)
    return out


def scores(run: Rows, standard: Rows, folder: Path) -> pd.DataFrame:
    return evaluate(write_run(run, folder / "out"), write_gold(standard, folder / "gold")).set_index("column")


def counted(frame: pd.DataFrame, column: str) -> tuple[int, int, int]:
    return tuple(int(frame.loc[column, name]) for name in ("tp", "fp", "fn"))


def test_a_perfect_run_scores_one_everywhere(tmp_path: Path) -> None:
    frame = scores(perfect(), golden(), tmp_path)
    counts = frame.dropna(subset="tp")
    assert not (counts["tp"] != counts["gold"]).any()
    assert set(counts["recall"].dropna()) == {1.0}
    assert set(counts["precision"].dropna()) == {1.0}
    assert counts.loc["all", "gold"] == 13
    assert counts.loc["main", "gold"] == 10
    assert counts.loc["same incident", "gold"] == 1
    assert [*frame.loc["overclaims":, "found"]] == [0, 0, 0, 0, 13]
    assert [*frame.loc["overclaims":, "gold"]] == [3, 0, 1, 1, 13]


def test_an_empty_run_misses_everything_and_harms_nobody(tmp_path: Path) -> None:
    frame = scores({name: [] for name in perfect()}, golden(), tmp_path)
    assert counted(frame, "all") == (0, 0, 13)
    assert counted(frame, "articles") == (0, 0, 3)
    assert counted(frame, "coverage") == (0, 0, 3)
    assert set(frame.loc["overclaims":, "found"]) == {0}
    assert pd.isna(frame.loc["all", "precision"])
    assert frame.loc["all", "recall"] == 0


def change(rows: Rows, table: str, number: int, **cells: object) -> None:
    rows[table][number] |= cells


@pytest.mark.parametrize(
    ("table", "number", "cells", "column", "expected"),
    [
        pytest.param("claims", 0, {"value": "HARROWMERE  POLICE"}, "force", (3, 0, 0), id="case and spacing"),
        pytest.param("claims", 0, {"value": "Denbrook Police"}, "force", (2, 1, 1), id="wrong force"),
        pytest.param("claims", 0, {"decision": "rejected"}, "force", (2, 0, 1), id="rejected by a reviewer"),
        pytest.param("claims", 2, {"value": "7.."}, "officers_total", (1, 1, 1), id="at least seven is not seven"),
        pytest.param("claims", 3, {"value": "arrested"}, "stage", (2, 1, 1), id="wrong stage"),
        pytest.param("claims", 4, {"value": "other"}, "allegation", (1, 0, 1), id="other says nothing"),
        pytest.param("claims", 3, {"value": "arrested"}, "main", (9, 1, 1), id="counts in the main total"),
        pytest.param("claims", 7, {"value": "charged"}, "main", (10, 0, 0), id="background is not in it"),
        pytest.param("coverage", 0, {"role": "background"}, "coverage role", (2, 1, 1), id="role"),
        pytest.param("articles", 0, {"title": "seven face inquiry."}, "title", (1, 0, 0), id="title by its words"),
        pytest.param("articles", 0, {"published": "2026-02-01"}, "published", (0, 1, 1), id="wrong date"),
        pytest.param("articles", 0, {"published": ""}, "published", (0, 0, 1), id="no date"),
        pytest.param("articles", 1, {"published": "2026-01-02"}, "published", (1, 1, 0), id="date from nowhere"),
        pytest.param("articles", 0, {"file": "z.txt"}, "articles", (2, 0, 1), id="article missing"),
        pytest.param("articles", 0, {"text": "Sign up to our Newsletter, for more"}, "furniture", None, id="furniture"),
        pytest.param("subjects", 0, {"count_min": 5}, "subjects", (1, 1, 1), id="subjects"),
        pytest.param("people", 0, {"name": "Dr Other"}, "people", (2, 0, 0), id="person by surname"),
        pytest.param("people", 0, {"name": "Ann Another"}, "people", (1, 1, 1), id="another person"),
        pytest.param("people", 0, {"role": "family"}, "people role", (1, 1, 1), id="role of a person"),
        pytest.param("quotes", 0, {"speaker": "Bob Nobody"}, "quotes speaker", (0, 1, 1), id="wrong speaker"),
        pytest.param("quotes", 0, {"speaker": ""}, "quotes speaker", (0, 0, 1), id="no speaker"),
        pytest.param("links", 0, {"relation": "linked"}, "links", (0, 1, 1), id="denied link taken for a link"),
        pytest.param("links", 0, {"to_incident": ""}, "links", (0, 1, 1), id="link to nothing"),
    ],
)
def test_one_change_shows_in_its_column(
    tmp_path: Path, table: str, number: int, cells: dict, column: str, expected: tuple | None
) -> None:
    run = perfect()
    change(run, table, number, **cells)
    frame = scores(run, golden(), tmp_path)
    if expected is None:  # recall alone: nobody lists all that may be taken out
        assert (frame.loc[column, "tp"], frame.loc[column, "fn"], frame.loc[column, "recall"]) == (0, 1, 0)
        assert frame.loc[column, ["fp", "precision", "f1"]].isna().all()
    else:
        assert counted(frame, column) == expected


def test_a_quotation_is_found_by_golds_words(tmp_path: Path) -> None:
    run = perfect()
    change(run, "quotes", 0, text="“We take all of this, very seriously indeed”, she added")
    assert scores(run, golden(), tmp_path).loc["quotes", "tp"] == 1
    change(run, "quotes", 0, text="We take all of this")
    assert scores(run, golden(), tmp_path).loc["quotes", "tp"] == 0


def reading(value: str, *other: str, optional: bool = False) -> Reading:
    return Reading(value, frozenset(other), optional, "")


@pytest.mark.parametrize(
    ("readings", "values", "expected"),
    [
        pytest.param([], "", Score(0, 0, 0, 0, 0), id="nothing of nothing"),
        pytest.param([], "x", Score(0, 1, 0, 1, 0), id="something of nothing"),
        pytest.param([reading("x"), reading("y")], "x z", Score(2, 2, 1, 1, 1), id="one of each"),
        pytest.param([reading("x", "z")], "z", Score(1, 1, 1, 0, 0), id="alternative"),
        pytest.param([reading("x", "z")], "x z", Score(1, 2, 1, 0, 0), id="value and alternative are one"),
        pytest.param([reading("x", "z")], "", Score(1, 0, 0, 0, 1), id="an alternative is no leave to leave out"),
        pytest.param([reading("x", "z"), reading("y", "z")], "z", Score(2, 1, 1, 0, 1), id="it serves once"),
        pytest.param([reading("x", "y"), reading("y")], "y", Score(2, 1, 1, 0, 1), id="it serves its own reading"),
        pytest.param([reading("x", "none")], "", Score(1, 0, 0, 0, 0), id="none will do"),
        pytest.param([reading("x", "none")], "q", Score(1, 1, 0, 1, 0), id="but not anything"),
        pytest.param([reading("x", optional=True)], "x", Score(0, 1, 0, 0, 0), id="optional, found: neither way"),
        pytest.param([reading("x", optional=True)], "", Score(0, 0, 0, 0, 0), id="optional, left out"),
    ],
)
def test_what_counts_as_right(readings: list[Reading], values: str, expected: Score) -> None:
    assert compare(readings, values.split()) == expected


def test_alternatives_and_optional_rows_are_read_from_gold(tmp_path: Path) -> None:
    standard, run = golden(), perfect()
    standard["claims"][2] |= {"alternatives": "6 | none"}
    standard["claims"][5] |= {"optional": "yes"}
    change(run, "claims", 2, value="6")
    frame = scores(run, standard, tmp_path)
    assert counted(frame, "officers_total") == (2, 0, 0)
    assert counted(frame, "allegation") == (1, 0, 0)


def test_an_optional_incident_may_be_left_out_and_may_be_wrong(tmp_path: Path) -> None:
    standard, run = golden(), perfect()
    standard["coverage"][1]["optional"] = "yes"
    assert counted(scores(run, standard, tmp_path), "all") == (13, 0, 0)
    for table in ("claims", "coverage"):
        run[table] = [row for row in run[table] if row["incident_id"] != "i2"]
    frame = scores(run, standard, tmp_path)
    assert counted(frame, "all") == (10, 0, 0)
    assert counted(frame, "coverage") == (2, 0, 0)


def test_a_force_that_investigates_its_own_is_no_mistake_as_a_body(tmp_path: Path) -> None:
    run = perfect()
    run["claims"].append({**run["claims"][0], "attribute": "body"})
    assert counted(scores(run, golden(), tmp_path), "body") == (0, 0, 0)
    run["claims"][-1] |= {"value": "Brackley Police"}
    assert counted(scores(run, golden(), tmp_path), "body") == (0, 1, 0)


def test_an_incident_too_many_is_wrong_in_all_and_not_in_main(tmp_path: Path) -> None:
    run = perfect()
    run["coverage"].append({"incident_id": "i3", "article_id": "b", "role": "main"})
    run["claims"].append({**run["claims"][0], "article_id": "b", "incident_id": "i3", "value": "Denbrook Police"})
    frame = scores(run, golden(), tmp_path)
    assert (counted(frame, "all"), counted(frame, "main")) == ((13, 1, 0), (10, 0, 0))
    assert counted(frame, "coverage") == (3, 1, 0)


# Which incident is which


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 5).flatmap(lambda n: st.lists(st.lists(st.integers(0, 4), min_size=n, max_size=n), max_size=5)))
def test_pairs_are_the_best_of_all(weights: list[list[int]]) -> None:
    pairs = alignment.assign(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(weights[row][column] > 0 for row, column in pairs.items())
    size = max(len(weights), *(len(row) for row in weights), 0)
    square = [[*row, *[0] * (size - len(row))] for row in [*weights, *[[]] * (size - len(weights))]]
    best = max(sum(square[i][j] for i, j in enumerate(order)) for order in permutations(range(size)))
    assert sum(weights[row][column] for row, column in pairs.items()) == best


def test_many_incidents_are_paired_by_the_greatest_weights() -> None:
    weights = [[10 if i == j else 1 for j in range(30)] for i in range(40)]
    assert alignment.assign(weights) == {i: i for i in range(30)}


def test_incidents_in_another_order_are_still_told_apart(tmp_path: Path) -> None:
    run = perfect()
    run["coverage"] = run["coverage"][::-1]
    run["claims"] = run["claims"][::-1]
    assert counted(scores(run, golden(), tmp_path), "all") == (13, 0, 0)


def test_of_two_that_fit_equally_the_one_that_must_be_there_is_found(tmp_path: Path) -> None:
    standard, run = golden(), perfect()
    standard["coverage"].insert(0, {"file": "a.txt", "incident": "like", "role": "background", "optional": "yes"})
    standard["claims"] += of("a.txt", "like", force="Brackley Police", stage="convicted", sanction="imprisoned")
    assert counted(scores(run, standard, tmp_path), "coverage") == (3, 0, 0)


@pytest.mark.parametrize(
    ("incident_id", "expected"),
    [
        pytest.param("i1", (1, 0, 0), id="put together"),
        pytest.param("i9", (0, 0, 1), id="kept apart"),
        pytest.param("i2", (0, 1, 1), id="put with another matter"),
    ],
)
def test_accounts_of_one_matter_in_two_articles(tmp_path: Path, incident_id: str, expected: tuple) -> None:
    run = perfect()
    for row in (*run["coverage"], *run["claims"]):
        if row["article_id"] == "b":
            row["incident_id"] = incident_id
    assert counted(scores(run, golden(), tmp_path), "same incident") == expected


def test_a_copy_is_scored_as_a_copy_alone(tmp_path: Path) -> None:
    standard, run = golden(), perfect()
    standard["articles"][2] |= {"duplicate_of": "a.txt"}
    change(run, "articles", 2, duplicate_of="a")
    run["coverage"].append({"incident_id": "i1", "article_id": "c", "role": "main"})
    frame = scores(run, standard, tmp_path)
    assert counted(frame, "duplicate_of") == (1, 0, 0)
    assert counted(frame, "coverage") == (3, 0, 0)
    assert tuple(frame.loc["false_alarms", ["found", "gold"]]) == (0, 0)


# Harm


@pytest.mark.parametrize(
    ("number", "stage", "other", "expected"),
    [
        pytest.param(3, "charged", "", 1, id="charged, of a matter under investigation"),
        pytest.param(3, "misconduct_hearing", "", 1, id="a hearing nobody announced"),
        pytest.param(3, "arrested", "", 0, id="wrong, and no claim of guilt"),
        pytest.param(3, "concluded_no_action", "", 0, id="cleared"),
        pytest.param(3, "charged", "criminal_trial", 0, id="a reading goes further"),
        pytest.param(7, "charged", "", 0, id="less than the article reports"),
        pytest.param(7, "sentenced", "", 1, id="sentenced, of a conviction"),
    ],
)
def test_a_stage_beyond_every_reading_is_an_overclaim(
    tmp_path: Path, number: int, stage: str, other: str, expected: int
) -> None:
    standard, run = golden(), perfect()
    standard["claims"][number]["alternatives"] = other
    change(run, "claims", number, value=stage)
    assert scores(run, standard, tmp_path).loc["overclaims", "found"] == expected


def test_an_overclaim_hides_neither_behind_a_milder_claim_nor_in_an_unknown_incident(tmp_path: Path) -> None:
    run = perfect()
    run["claims"].insert(0, {**run["claims"][3], "value": "sentenced"})
    run["claims"].append({**run["claims"][4], "article_id": "c", "incident_id": "i7", "value": "charged"})
    frame = scores(run, golden(), tmp_path)
    assert tuple(frame.loc["overclaims", ["found", "gold"]]) == (2, 4)
    assert tuple(frame.loc["false_alarms", ["found", "gold"]]) == (1, 1)


def test_other_harms_are_counted(tmp_path: Path) -> None:
    standard, run = golden(), perfect()
    standard["claims"][4] |= {"standing": "alleged"}
    standard["claims"][5] |= {"standing": "charged"}
    change(run, "claims", 4, standing="found")
    change(run, "claims", 5, standing="alleged", evidence="Eight")
    change(run, "people", 1, nameable="yes")
    frame = scores(run, standard, tmp_path)
    assert counted(frame, "standing") == (0, 2, 2)
    assert tuple(frame.loc["overstandings", ["found", "gold"]]) == (1, 2)
    assert tuple(frame.loc["named_wrongly", ["found", "gold"]]) == (1, 1)
    assert tuple(frame.loc["evidence_exact", ["found", "gold"]]) == (12, 13)


# Reading gold


@pytest.mark.parametrize(
    ("table", "number", "cells", "message"),
    [
        ("articles", 0, {"published": "2 January"}, "articles.csv, row 2, column published: '2 January'"),
        ("articles", 1, {"published_basis": ""}, "articles.csv, row 3, column published_basis"),
        ("articles", 0, {"duplicate_of": "z.txt"}, "column duplicate_of: 'z.txt' is not in articles.csv"),
        ("articles", 1, {"file": "a.txt"}, "articles.csv, row 3, column file: an earlier row has this already"),
        ("coverage", 1, {"role": "side"}, "coverage.csv, row 3, column role: 'side' is not main, background"),
        ("coverage", 1, {"optional": "no"}, "column optional: 'no' is not yes or empty"),
        ("claims", 0, {"file": "z.txt"}, "claims.csv, row 2, column file: 'z.txt' is not in articles.csv"),
        ("claims", 0, {"incident": "new"}, "column incident: coverage.csv has no 'new' in 'a.txt'"),
        ("claims", 0, {"attribute": "colour"}, "column attribute: 'colour' is not force, unit"),
        ("claims", 0, {"value": ""}, "column value: is empty"),
        ("claims", 3, {"value": "chargd"}, "column value: 'chargd' is no stage; the codes are alleged"),
        ("claims", 3, {"alternatives": "charged | none | tried"}, "column alternatives: 'tried' is no stage"),
        ("claims", 2, {"value": "seven"}, "column value: 'seven' is no count"),
        (
            "claims",
            1,
            {"attribute": "stage", "value": "charged"},
            "claims.csv, row 5, column attribute: an earlier row",
        ),
        ("claims", 0, {"standing": "guilty"}, "column standing: 'guilty'"),
        ("people", 0, {"role": "hero"}, "people.csv, row 2, column role"),
        ("links", 0, {"to_incident": "new"}, "links.csv, row 2, column to_incident: coverage.csv has no 'new'"),
        ("quotes", 0, {"text": ""}, "quotes.csv, row 2, column text: is empty"),
    ],
)
def test_a_mistake_in_gold_is_named(tmp_path: Path, table: str, number: int, cells: dict, message: str) -> None:
    standard = golden()
    standard[table][number] |= cells
    with pytest.raises(GoldError) as raised:
        read_gold(write_gold(standard, tmp_path))
    assert message in str(raised.value)


def test_all_mistakes_come_at_once_and_missing_files_are_named(tmp_path: Path) -> None:
    folder = write_gold(golden(), tmp_path)
    (folder / "links.csv").unlink()
    (folder / "quotes.csv").write_text("file,words\n", encoding="utf-8")
    with pytest.raises(GoldError) as raised:
        read_gold(folder)
    assert "links.csv cannot be read" in str(raised.value)
    assert "quotes.csv lacks the column speaker, text" in str(raised.value)


def test_what_gold_leaves_out_is_not_judged_and_its_tables_may_be_missing(tmp_path: Path) -> None:
    folder = write_gold(golden(), tmp_path / "gold")
    (folder / "links.csv").unlink()
    (folder / "people.csv").unlink()
    rows = [f"column,{name},nobody reviewed it" for name in ("links", "people", "people role", "title")]
    (folder / "left_out.csv").write_text("\n".join(["what,name,reason", "article,d.txt,half done", *rows]))
    frame = evaluate(write_run(perfect(), tmp_path / "out"), folder).set_index("column")
    assert all(frame.loc[name].isna().all() for name in ("links", "people", "people role", "title"))
    assert frame.loc["author", "gold"] == 0 and frame.loc["all", "f1"] == 1


@pytest.mark.parametrize("name", ["articles", "coverage", "claims"])
def test_gold_cannot_leave_out_what_it_is_of(tmp_path: Path, name: str) -> None:
    folder = write_gold(golden(), tmp_path)
    (folder / "left_out.csv").write_text(f"what,name,reason\ncolumn,{name},why not\n")
    with pytest.raises(GoldError, match=f"without its {name}"):
        read_gold(folder)


def test_gold_has_the_columns_of_its_description(tmp_path: Path) -> None:
    assert {name: list(columns) for name, columns in gold.COLUMNS.items()} == {
        name: columns.split() for name, columns in COLUMNS.items()
    }
    standard = read_gold(write_gold(golden(), tmp_path))
    assert len(standard.of("claims", "a.txt", "old")) == 3


# Printing


def test_the_report_is_an_aligned_table_and_its_harms(tmp_path: Path) -> None:
    run = perfect()
    change(run, "claims", 3, value="charged")
    lines = report_lines(scores(run, golden(), tmp_path).reset_index()).splitlines()
    table, harms = lines[: lines.index("")], lines[lines.index("") + 1 :]
    assert len({len(line) for line in table}) == 1
    stage = next(line for line in table if line.startswith("stage"))
    assert stage.split() == ["stage", "3", "3", "2", "1", "1", "0.667", "0.667", "0.667"]
    unit = next(line for line in table if line.startswith("unit"))
    assert unit.split() == ["unit", "0", "0", "0", "0", "0", "-", "-", "-"]
    assert harms[0].split(maxsplit=1) == ["overclaims", "1 of 3"]


def test_stages_are_crossed_in_their_order(tmp_path: Path) -> None:
    standard, run = golden(), perfect()
    standard["claims"][3] |= {"alternatives": "referred"}
    change(run, "claims", 3, value="referred")
    run["claims"] = [row for row in run["claims"] if (row["article_id"], row["attribute"]) != ("b", "stage")]
    run["claims"].append({**run["claims"][3], "article_id": "c", "incident_id": "i7", "value": "charged"})
    table = stage_confusion(write_run(run, tmp_path / "out"), write_gold(standard, tmp_path / "gold"))
    assert [*table.index] == [*table.columns]
    assert (table.index[0], table.index[-1]) == ("alleged", "none")
    crossed = {(row, column): int(n) for row, line in table.iterrows() for column, n in line.items() if n}
    assert crossed == {
        ("under_investigation", "under_investigation"): 1,
        ("under_investigation", "none"): 1,
        ("convicted", "convicted"): 1,
        ("none", "charged"): 1,
    }


def test_what_gold_has_and_no_mention_stands_for(tmp_path):
    text = "Six Kerrin Police officers are under investigation over foul WhatsApp posts."
    tables.write("articles", tables.frame("articles", [{"article_id": "a1", "file": "a.txt", "text": text}]), tmp_path)
    marks = [("FORCE", "Kerrin Police", 4, 17), ("ALLEGATION", "other", 56, 60), ("PLATFORM", "Signal", 61, 69)]
    rows = [{"article_id": "a1", "label": label, "value": value, "start": s, "end": e} for label, value, s, e in marks]
    tables.write("mentions", tables.frame("mentions", rows), tmp_path)
    told = {"force": "Kerrin Police", "allegation": "derogatory", "platform": "WhatsApp", "officers_total": "6"}
    claims = of("a.txt", "chat", **told)
    claims[1] |= {"evidence": "foul", "alternatives": "racist | grossly_offensive"}
    claims[2] |= {"evidence": "WhatsApp", "alternatives": "Signal"}
    standard = {
        "articles": [{"file": "a.txt", "published_basis": "none"}],
        "coverage": [{"file": "a.txt", "incident": "chat", "role": "main"}],
        "claims": claims,
    }
    missed = unmarked(tmp_path, write_gold(standard, tmp_path / "gold"))
    assert missed.values.tolist() == [["a.txt", "allegation", "derogatory", "foul", "ALLEGATION other"]]
