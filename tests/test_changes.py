"""What changed between two runs: which incidents are which, and what differs in them."""

import pytest

import made_run
from cuttings.changes.comparison import Change, Comparison, compared
from cuttings.changes.reasons import why
from two_runs import MADE, Edit, cell, claim, claimed, comparison, opened, renamed, saved_anew, together, without

DENBROOK, HARROWMERE = "i-denbrook", "i-harrowmere"
FIRST, OUTCOME, COPY, CHARGED = (f"a000000000{number}" for number in range(1, 5))


def nothing(run: made_run.MadeRun) -> None:
    pass


def new_incident(run: made_run.MadeRun) -> None:
    article = run.article("a00000000aa", "Two Ellow officers charged", "Two Ellow Police officers have been charged.")
    incident = run.incident("i-ellow", "Ellow Police, 2 officers", article, forces="Ellow Police", stage="charged")
    run.claim(incident, article, "force", "Ellow Police", "Ellow Police")
    run.claim(incident, article, "stage", "charged", "charged", standing="charged")


def kinds(found: Comparison) -> list[tuple[str, set, set]]:
    """Of each incident that is not kept: what became of it, with the ids of both runs."""
    groups = (change.group for change in found.changes)
    return [(group.kind, set(group.old), set(group.new)) for group in groups if group.kind != "kept"]


def of(found: Comparison, kind: str = "kept") -> Change:
    [change] = [change for change in found.changes if change.group.kind == kind]
    return change


# Nothing


def test_a_run_made_again_elsewhere_differs_in_nothing():
    elsewhere = {"articles": "/tmp/other", "out": "there", "casebook": "", "model": "none", "rows": 3}
    again = {"started": "2026-11-22T10:00:00+00:00", "parameters": elsewhere, "stages": [{"seconds": 9.5}]}

    def moved(run: made_run.MadeRun) -> None:
        for row in run.rows["articles"]:
            row["file"] = f"moved/{row['file']}"

    found = comparison(moved, **again)
    assert (found.anything, found.settings) == (False, ())


def test_another_version_alone_is_no_change():
    found = comparison(nothing, versions={"cuttings": "0.2.0", "spacy": "3.8.11"}, vocabulary="ff" * 32)
    assert not found.anything
    assert [(each.name, each.old, each.new) for each in found.settings] == [
        ("vocabulary", "01234567", "ffffffff"),
        ("version of cuttings", "0.1.0", "0.2.0"),
    ]


@pytest.mark.parametrize("start", [made_run.empty, made_run.one, made_run.hostile, lambda: made_run.many(30)])
def test_a_run_and_itself_differ_in_nothing(start):
    assert not compared(opened(start()), opened(start())).anything


# Which incident is which

KINDS: dict[str, tuple[Edit, Edit, dict[str, tuple]]] = {
    "a new one": (nothing, new_incident, {"new": ((), ("i-ellow",))}),
    "one whose article is gone": (nothing, without(CHARGED), {"gone": ((DENBROOK,), ())}),
    "two that are one": (
        nothing,
        together(renamed("i-5", DENBROOK), lambda run: run.rows["incidents"].remove(run.rows["incidents"][2])),
        {"merged": ((DENBROOK, "i-5"), (DENBROOK,))},
    ),
    "one that is two": (
        nothing,
        together(
            renamed(HARROWMERE, "i-outcome", OUTCOME),
            lambda run: run.rows["incidents"].append({"incident_id": "i-outcome", "title": "The outcome"}),
        ),
        {"split": ((HARROWMERE,), (HARROWMERE, "i-outcome"))},
    ),
    "two that are two others": (
        nothing,
        together(renamed(HARROWMERE, DENBROOK, OUTCOME)),
        {"regrouped": ((HARROWMERE, DENBROOK), (HARROWMERE, DENBROOK))},
    ),
    "an earlier article gives it another id": (nothing, renamed(DENBROOK, "i-before"), {}),
    "an id that is another matter's now is not believed": (
        nothing,
        together(renamed("i-5", "i-x"), renamed("i-6", "i-5"), renamed("i-x", "i-6")),
        {},
    ),
    "an article that was saved anew, with the same force": (nothing, saved_anew(CHARGED, "July", "June"), {}),
    "another matter under the same file's name": (
        nothing,
        together(
            saved_anew(CHARGED, "Denbrook", "Tarnmoor"),
            renamed(DENBROOK, "i-tarnmoor"),
            claim({"article_id": f"{CHARGED}-anew", "attribute": "force"}, value="Tarnmoor Police"),
        ),
        {"gone": ((DENBROOK,), ()), "new": ((), ("i-tarnmoor",))},
    ),
    "no word of it read as before, and the same id": (
        nothing,
        together(*(claim({"incident_id": "i-5", "attribute": "stage"}, start=0, end=8, evidence="Messages"),)),
        {},
    ),
    "no word of it read as before, and one of its other ids": (
        cell("i-5", other_ids="i-later | i-last"),
        together(
            claim({"incident_id": "i-5", "attribute": "stage"}, start=0, end=8, evidence="Messages"),
            renamed("i-5", "i-last"),
            lambda run: None,
        ),
        {},
    ),
}


@pytest.mark.parametrize(("first", "edit", "expected"), KINDS.values(), ids=KINDS)
def test_incidents_are_known_again(first, edit, expected):
    found = comparison(edit, first)
    assert kinds(found) == [(kind, *map(set, ids)) for kind, ids in expected.items()]


def test_a_copy_stands_for_what_it_is_a_copy_of():
    """The same text from another publisher is counted where the one that was counted is gone."""

    def first(run: made_run.MadeRun) -> None:
        rows = {row["article_id"]: row for row in run.rows["articles"]}
        rows[COPY]["text"] = rows[OUTCOME]["text"]

    def counted(run: made_run.MadeRun) -> None:
        run.rows["articles"] = [row for row in run.rows["articles"] if row["article_id"] != OUTCOME]
        next(row for row in run.rows["articles"] if row["article_id"] == COPY)["duplicate_of"] = ""
        for rows in run.rows.values():
            for row in rows:
                row |= {name: COPY for name in ("article_id", "other_article_id") if row.get(name) == OUTCOME}

    found = comparison(counted, first)
    assert kinds(found) == []
    assert [row.article_id for row in found.articles.gone] == [OUTCOME]
    assert [each.columns for each in found.articles.changed] == [("duplicate_of",)]


# Articles

ARTICLES = {
    "added": (new_incident, (["a00000000aa"], [], [])),
    "gone": (without(CHARGED), ([], [CHARGED], [])),
    "saved anew": (saved_anew(CHARGED, "July", "June"), ([], [], [("text",)])),
    "saved anew, the same text": (saved_anew(CHARGED, "July", "July"), ([], [], [()])),
    "dated otherwise": (
        lambda run: run.rows["articles"][3].update(published="2024-05-03"),
        ([], [], [("published",)]),
    ),
}


@pytest.mark.parametrize(("edit", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_articles_are_added_gone_or_changed(edit, expected):
    files = comparison(edit).articles
    added, gone = ([row.article_id for row in rows] for rows in (files.added, files.gone))
    assert (added, gone, [each.columns for each in files.changed]) == expected


# Stages

STAGES = {
    "forward": ("charged", "convicted", "forward"),
    "back": ("charged", "referred", "back"),
    "from none": ("", "charged", "forward"),
    "to none": ("charged", "", "back"),
    "to no action, which is further": ("charged", "concluded_no_action", "forward"),
}


@pytest.mark.parametrize(("before", "after", "direction"), STAGES.values(), ids=STAGES)
def test_stages_move(before, after, direction):
    found = of(comparison(cell(DENBROOK, stage=after), cell(DENBROOK, stage=before)))
    assert (found.move.direction, found.move.old.value, found.move.new.value) == (direction, before, after)
    assert [each.column for each in found.cells] == []


def test_of_a_stage_of_another_vocabulary_no_direction_is_known():
    def unsaid(run: made_run.MadeRun) -> None:
        run.rows["claims"] = [row for row in run.rows["claims"] if row["attribute"] != "stage"]

    assert of(comparison(cell(DENBROOK, stage="caution"), unsaid)).move.direction == ""


def test_a_stage_that_moved_has_the_words_of_both():
    convicted = claimed(
        DENBROOK, CHARGED, "stage", "convicted", "deny the charges", standing="found", said_by="a court"
    )
    move = of(comparison(together(convicted, cell(DENBROOK, stage="convicted")))).move
    assert [each.row.evidence for each in move.old.said] == ["charged under the Computer Misuse Act"]
    assert [(each.row.evidence, each.row.said_by, each.fate) for each in move.new.said] == [
        ("deny the charges", "a court", "read")
    ]


def test_a_part_that_is_split_off_has_not_moved_back():
    edit = together(
        renamed(HARROWMERE, "i-outcome", FIRST),
        lambda run: run.rows["incidents"].append({"incident_id": "i-outcome", "stage": "under_investigation"}),
    )
    assert of(comparison(edit), "split").move is None


# Standings

RACIST = {"attribute": "allegation", "value": "racist"}
STANDINGS = {
    "an allegation that is a finding": (claim(RACIST, standing="found"), ("finding", ("alleged",), ("found",))),
    "said to be found elsewhere too": (
        claimed(HARROWMERE, OUTCOME, "allegation", "racist", "breached standards", standing="found"),
        ("finding", ("alleged",), ("alleged", "found")),
    ),
    "admitted": (claim(RACIST, standing="admitted"), ("finding", ("alleged",), ("admitted",))),
    "denied": (claim(RACIST, standing="denied"), ("other", ("alleged",), ("denied",))),
    "charged": (claim(RACIST, standing="charged"), ("other", ("alleged",), ("charged",))),
}


@pytest.mark.parametrize(("edit", "expected"), STANDINGS.values(), ids=STANDINGS)
def test_standings_change(edit, expected):
    [found] = of(comparison(edit)).standings
    assert (found.turn, found.old, found.new) == expected


def test_a_finding_that_nothing_says_any_more():
    [found] = of(comparison(claim(RACIST, standing="alleged"), claim(RACIST, standing="found"))).standings
    assert found.turn == "no_finding"


def test_a_rejected_finding_is_none():
    found = of(comparison(claim(RACIST, standing="found", decision="rejected"), nothing))
    assert found.standings == ()
    assert [new.decision for _, new in found.readings] == ["rejected"]


# Other cells, each with its words

CELLS = {
    "a value that a new article gives": (
        together(
            lambda run: run.article("a00000000bb", "Denbrook", "Two officers of Denbrook Police used Telegram."),
            lambda run: run.rows["coverage"].append({"incident_id": DENBROOK, "article_id": "a00000000bb"}),
            claimed(DENBROOK, "a00000000bb", "platform", "Telegram", "Telegram"),
            cell(DENBROOK, platforms="Signal | Telegram"),
        ),
        ("platforms", [], [("Telegram", ["Telegram"], ["new_article"])]),
    ),
    "a value that is no longer read": (
        together(
            lambda run: run.rows["claims"].remove(
                next(row for row in run.rows["claims"] if row["value"] == "homophobic")
            ),
            cell(HARROWMERE, allegations="racist"),
        ),
        ("allegations", [("homophobic", ["homophobic"], ["unread"])], []),
    ),
    "a value that a reviewer rejected": (
        together(claim({"value": "homophobic"}, decision="rejected"), cell(HARROWMERE, allegations="racist")),
        ("allegations", [("homophobic", ["homophobic"], ["rejected"])], []),
    ),
    "a value that a reviewer corrected": (
        together(
            claim(
                {"value": "WhatsApp"}, value="Telegram", proposed="WhatsApp", decision="corrected", origin="reviewer"
            ),
            cell(HARROWMERE, platforms="Telegram"),
        ),
        (
            "platforms",
            [("WhatsApp", ["WhatsApp group"], ["corrected"])],
            [("Telegram", ["WhatsApp group"], ["corrected"])],
        ),
    ),
    "a value that a reviewer added": (
        together(
            claimed(DENBROOK, CHARGED, "body", "prosecutors", "prosecutors", added_to=0, origin="reviewer"),
            cell(DENBROOK, bodies="prosecutors"),
        ),
        ("bodies", [], [("prosecutors", ["prosecutors"], ["added"])]),
    ),
    "a count, which has two ends": (
        together(claimed(DENBROOK, CHARGED, "officers_total", "4..", "Both"), cell(DENBROOK, officers_max=4)),
        ("officers", [("2", ["Two officers"], ["stays"])], [("2..4", ["Two officers", "Both"], ["stays", "read"])]),
    ),
    "when it was first reported": (
        cell(DENBROOK, first_reported="2024-05-01"),
        ("first_reported", [("2024-05-02", [""], [""])], [("2024-05-01", [], [])]),
    ),
    "the order of a list is none of its values": (cell(HARROWMERE, allegations="homophobic | racist"), None),
}


@pytest.mark.parametrize(("edit", "expected"), CELLS.values(), ids=CELLS)
def test_cells_change_with_the_words_behind_them(edit, expected):
    changes = [each for change in comparison(edit).changes for each in change.cells]
    told = [(each.column, *map(spoken, (each.went, each.came))) for each in changes]
    assert told == ([expected] if expected else [])


def spoken(values: tuple) -> list[tuple]:
    return [
        (each.value, [said.row.evidence for said in each.said], [said.fate for said in each.said]) for each in values
    ]


def test_an_incident_of_which_all_was_rejected_is_gone_because_of_that():
    def rejected(run: made_run.MadeRun) -> None:
        for row in run.rows["claims"]:
            row |= {"decision": "rejected"} if row["incident_id"] == DENBROOK else {}
        run.rows["incidents"] = [row for row in run.rows["incidents"] if row["incident_id"] != DENBROOK]

    found = comparison(rejected)
    assert {each.fate for each in of(found, "gone").old.said} == {"rejected"}
    assert why(of(found, "gone"), found) == "Reviewers have decided."
    assert found.counted["subjects"] == (0, 0)


# Readings that both runs have

READINGS = {
    "accepted": {"decision": "accepted"},
    "disputed": {"flag": "disputed"},
    "credited to somebody else": {"said_by": "a union"},
    "with another standing": {"standing": "charged"},
}


@pytest.mark.parametrize("cells", READINGS.values(), ids=READINGS)
def test_readings_are_told_otherwise(cells):
    change = of(comparison(claim({"value": "Harrowmere Constabulary"}, **cells)))
    [(old, new)] = change.readings
    assert [name for name in cells if getattr(old, name) != getattr(new, name)] == list(cells)
    assert (change.cells, change.came, change.went) == ((), (), ())


# Why

REASONS = {
    "a reviewer": (
        claimed(DENBROOK, CHARGED, "body", "prosecutors", "prosecutors", added_to=0),
        {},
        "Reviewers have decided.",
    ),
    "another vocabulary": (
        claimed(DENBROOK, CHARGED, "body", "prosecutors", "prosecutors"),
        {"vocabulary": "ff" * 32},
        "The same words are read otherwise. The runs were made differently: vocabulary 01234567 before, ffffffff now.",
    ),
    "nothing that is recorded": (
        claimed(DENBROOK, CHARGED, "body", "prosecutors", "prosecutors"),
        {},
        "The same words are read otherwise. Why, run.json does not say: its versions, vocabulary and parameters are "
        "the same.",
    ),
    "a parameter": (
        cell(DENBROOK, stage="referred"),
        {"parameters": {**MADE["parameters"], "casebook": "/private/place", "model": "/private/en_core"}},
        "The same readings are put together otherwise. The runs were made differently: parameter casebook none before, "
        "given now; parameter model none before, en_core now.",
    ),
    "an article that has changed": (
        together(
            saved_anew(CHARGED, "July 2023", "June 2023"),
            claim({"value": "2023-07"}, value="2023-06", evidence="June 2023"),
            cell(DENBROOK, happened="2023-06"),
        ),
        {},
        "Articles have changed.",
    ),
}


@pytest.mark.parametrize(("edit", "entry", "expected"), REASONS.values(), ids=REASONS)
def test_it_says_why_as_far_as_the_runs_do(edit, entry, expected):
    found = comparison(edit, **entry)
    assert why(of(found), found) == expected


def test_who_may_be_named_is_counted():
    def named(run: made_run.MadeRun) -> None:
        run.rows["people"][0] |= {"nameable": "yes"}

    found = comparison(named)
    assert (found.released, found.withheld, found.counted["people"]) == (1, 0, (1, 1))
    assert found.anything
