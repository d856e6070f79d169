"""The tables behind the charts, worked out from small tables of a run."""

import pytest

import made_run
from cuttings import tables
from cuttings.telling import summaries
from cuttings.vocabulary import load

VOCABULARY = load()


def incidents(*rows: dict[str, object]):
    return tables.frame("incidents", [{"incident_id": f"i{number}", **row} for number, row in enumerate(rows)])


COUNTS = {  # incidents of one force: what by_force makes of them, and how it says it
    "all serving": (
        [{"officers_min": 3, "officers_max": 3, "officers_serving": 3}],
        "3 officers in 1 incident: 3 serving",
    ),
    "two incidents are added up": (
        [{"officers_min": 3, "officers_max": 3}, {"officers_min": 1, "officers_max": 2, "officers_former": 1}],
        "4 to 5 officers in 2 incidents: 1 former, 3 not said whether serving",
    ),
    "no upper bound": (
        [{"officers_min": 1}],
        "at least 1 officer in 1 incident: 1 not said whether serving",
    ),
    "no number": ([{}], "number of officers not given in 1 incident"),
    "no number in one of two": (
        [{"officers_min": 2, "officers_max": 2, "officers_serving": 2}, {}],
        "2 officers in 2 incidents: 2 serving; 1 incident gives no number",
    ),
    "only serving and former known": (
        [{"officers_serving": 4, "officers_former": 2}],
        "at least 6 officers in 1 incident: 4 serving, 2 former",
    ),
    "more serving than officers": (
        [{"officers_min": 2, "officers_max": 2, "officers_serving": 5}],
        "2 officers in 1 incident: 5 serving; serving and former add up to more",
    ),
}


@pytest.mark.parametrize(("rows", "expected"), COUNTS.values(), ids=COUNTS)
def test_officers_of_a_force(rows, expected):
    [row] = summaries.by_force(incidents(*({"forces": "Denbrook Police", **row} for row in rows))).itertuples()
    assert row.force == "Denbrook Police"
    assert summaries.force_words(row) == expected


def test_an_incident_of_two_forces_is_split_between_neither():
    rows = [{"forces": "A Police | B Police", "officers_min": 2, "officers_max": 2}, {"forces": "", "officers_min": 1}]
    assert list(summaries.by_force(incidents(*rows))["force"]) == ["A Police and B Police", "Force not named"]


def test_without_incidents_there_is_no_force():
    assert summaries.by_force(incidents()).empty


@pytest.fixture
def run() -> made_run.MadeRun:
    run = made_run.MadeRun()
    run.article("a1", "Early", "arrested charged", published="2020-01-01")
    run.article("a2", "Late", "arrested charged", published="2021-01-01")
    run.article("a3", "Undated", "arrested charged sentenced")
    run.article("a4", "Copy", "alleged", published="2019-01-01", duplicate_of="a1")
    run.incident("i", "An incident", "a1", "a2", "a3", stage="charged")
    return run


STEPS = {  # claims of a stage as (article, stage, decision), and the history
    "the earliest article of each stage": (
        [("a1", "arrested", ""), ("a2", "arrested", ""), ("a2", "charged", "")],
        [("arrested", "2020-01-01"), ("charged", "2021-01-01")],
    ),
    "a dated article before an undated one": (
        [("a3", "charged", ""), ("a2", "charged", "")],
        [("charged", "2021-01-01")],
    ),
    "an undated article where there is no other": ([("a3", "charged", "")], [("charged", "")]),
    "nothing beyond the incident's own stage": (
        [("a3", "sentenced", ""), ("a1", "charged", "")],
        [("charged", "2020-01-01")],
    ),
    "no code that the ladder lacks": ([("a1", "no_such_stage", "")], []),
    "nothing": ([], []),
}


@pytest.mark.parametrize(("claims", "expected"), STEPS.values(), ids=STEPS)
def test_a_history_has_each_stage_once(run, claims, expected):
    for article, stage, decision in claims:
        title = run.span(article, {"a1": "Early", "a2": "Late", "a3": "Undated", "a4": "Copy"}[article])
        run.claim("i", article, "stage", stage, str(title["evidence"]), decision=decision)
    data = run.tables()
    found = summaries.steps(data["history"], VOCABULARY)
    assert list(zip(found["stage"], found["published"], strict=True)) == expected


def test_stages_are_counted_in_the_order_of_the_ladder():
    rows = [{"stage": code} for code in ("", "charged", "alleged", "charged", "no_such_stage")]
    expected = ["alleged (1)", "charged (2)", "no such stage (1)", "not said (1)"]
    assert summaries.by_stage(incidents(*rows), VOCABULARY) == expected


def test_what_has_no_date_is_said():
    data = made_run.few().tables()
    told = summaries.by_incident(summaries.steps(data["history"], VOCABULARY))
    said = {
        row.incident_id: summaries.undated(row, told.get(row.incident_id, []), VOCABULARY)
        for row in data["incidents"].itertuples()
    }
    assert said["i-harrowmere"] == ""
    assert said["i-5"] == "Not known: when it happened"
    unreadable = (
        "when it happened (read as “not a date”), when it was first reported and when it was reported as “referred”"
    )
    assert said["i-9"] == f"Not known: {unreadable}"


def test_a_stage_has_the_day_that_an_article_states_before_that_of_an_article():
    row = {"incident_id": "i", "stage": "charged", "event": "reported", "stands": True}
    rows = [("2021-01-05", "published", "2021-01-05"), ("2020-12-01", "stated", "2021-03-01"), ("", "none", "")]
    history = [{**row, "date": date, "date_basis": basis, "published": day} for date, basis, day in rows]
    found = summaries.steps(tables.frame("history", history), VOCABULARY)
    assert list(found["date"]) == ["2020-12-01"]
