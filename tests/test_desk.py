"""The reviewer's desk: what its controls record, in whatever order they are pressed, and what it refuses."""

import json
from pathlib import Path

import ipywidgets
import pandas as pd
import pytest

from annotated import article, assembled
from cuttings import cli, publication, sheet, tables, vocabulary
from cuttings.casebook import DecisionError, load
from cuttings.review import replayed
from cuttings.review.desk import Desk
from cuttings.review.queue import Queue, Wanted
from cuttings.review.session import SHOWN, Session

HOSTILE = "<script>alert(1)</script> & <b>$x$</b>"
TOLD = (
    f"Six Kerrin Police officers, one of them 🐟 {HOSTILE}, are under investigation over racist messages in a WhatsApp "
    "group.\n\n"
    "PC Dana Frome was charged in May. The watchdog is looking into it.",
    "Six officers of Kerrin Police investigated",
    "2024-05-10",
)
LATER = (
    "Six Kerrin Police officers who were investigated over racist messages in a WhatsApp group have been dismissed.\n\n"
    "PC Dana Frome and PC Lee Ashby were among them.",
    "Kerrin officers sacked",
    "2024-11-15",
)
OTHER = (
    "Three Tarrow State Police troopers were fired over homophobic Facebook posts, the department said.",
    "Troopers fired",
    "2023-02-01",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("desk") / "run"
    assembled(out, [article(*each) for each in (TOLD, LATER, OTHER)])
    return out


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Session:
    return Session(made, tmp_path / "casebook", "Ann")


def at(session: Session, attribute: str, value: str = "") -> Session:
    """The session, at the first claim of a column."""
    fits = (e for e in session.queue.items if e.claim["attribute"] == attribute and value in ("", e.claim["value"]))
    session.look_at(next(fits))
    return session


def last(session: Session):
    return load(session.casebook)[-1]


def again(session: Session, tmp_path: Path) -> dict:
    """The tables of the same articles with what the session has recorded."""
    return assembled(tmp_path / "again", [article(*each) for each in (TOLD, LATER, OTHER)], session.casebook)


def test_a_verdict_is_on_the_disk_before_it_is_told(session: Session) -> None:
    item = session.current
    assert session.decide("accepted", " read it twice ").startswith("Accepted: stage")
    decision = last(session)
    assert (decision.verdict, decision.reviewer, decision.comment) == ("accepted", "Ann", "read it twice")
    assert decision.key == item.key and decision.file == item.article["file"]
    assert session.current is not item, "the next one is shown"
    assert session.queue.progress().startswith("1 of ")


def test_nobody_decides_without_a_name(session: Session) -> None:
    session.reviewer = "  "
    with pytest.raises(DecisionError, match="your name"):
        session.decide("accepted")
    assert not session.casebook.exists()


def test_what_is_as_it_was_is_no_correction(session: Session) -> None:
    at(session, "allegation", "racist")
    same = {
        "value": "racist",
        "standing": session.current.claim["standing"],
        "words": session.current.claim["evidence"],
    }
    with pytest.raises(DecisionError, match="nothing is new"):
        session.decide("corrected", **same)


def test_a_correction_reaches_the_tables(session: Session, tmp_path: Path) -> None:
    at(session, "allegation", "racist").decide(
        "corrected", value="misogynistic", standing="alleged", words="racist messages"
    )
    row = again(session, tmp_path)["claims"].query("proposed == 'racist'").iloc[0]
    assert (row["value"], row["standing"], row["evidence"]) == ("misogynistic", "alleged", "racist messages")


@pytest.mark.parametrize("words", ["racist messages from Mars", "Racist"])
def test_words_that_the_article_does_not_have_are_refused(session: Session, words: str) -> None:
    with pytest.raises(DecisionError, match="does not have the words"):
        at(session, "allegation", "racist").decide("corrected", words=words)


def test_a_missed_claim_is_added_to_its_incident(session: Session, tmp_path: Path) -> None:
    at(session, "stage")
    text = session.current.article["text"]
    session.add("announced", "2024-05", "May")
    assert last(session).verdict == "added" and last(session).words == "May"
    added = next(item for item in session.queue.items if item.claim["attribute"] == "announced")
    assert session.queue.status(added) == "decided" and "May" in text
    tables_ = again(session, tmp_path)
    row = tables_["claims"].query("rule == 'added'").iloc[0]
    assert row["evidence"] == "May" and row["decision"] == "accepted"
    assert row["incident_id"] in set(tables_["incidents"]["incident_id"])
    assert tables_["orphans"].empty


def test_undo_is_a_new_record(session: Session) -> None:
    session.decide("rejected")
    said = session.undo()
    assert said.startswith("Taken back: rejected")
    assert [each.verdict for each in load(session.casebook)] == ["rejected", "withdrawn"]
    assert session.queue.progress().startswith("0 of ")
    with pytest.raises(DecisionError, match="nothing to take back"):
        session.undo()


def test_a_bulk_action_is_on_what_is_listed_and_undecided_alone(session: Session) -> None:
    session.want(Wanted(attribute="platform"))
    session.decide("needs_call")
    session.want(Wanted(attribute="platform", status=""))
    listed = len(session.shown)
    assert session.accept_shown() == f"Accepted: {listed - 1} claims."
    assert {each.attribute for each in load(session.casebook)} == {"platform"}
    session.undo()
    assert session.queue.progress().startswith("0 of "), "one undo takes all of it back"


def test_two_at_once_see_each_other(session: Session) -> None:
    other = Session(session.queue.out, session.casebook, "Bo")
    first = session.current
    session.decide("accepted")
    other.decide("needs_call")
    other.look_at(other.queue.by_id[first.claim_id])
    other.decide("rejected")
    session.queue.refresh()
    assert session.queue.status(first) == "disputed"
    assert session.queue.items[0].key == first.key, "what reviewers differ on comes first"
    assert len(load(session.casebook)) == 3


def test_an_incident_is_split_and_merged(session: Session, tmp_path: Path) -> None:
    before = {row.article_id: row.incident_id for row in session.queue.accounts.itertuples()}
    at(session, "stage", "concluded_sanction")
    if len(set(before.values())) == len(before):
        pytest.fail("the first two articles tell of one incident")
    session.split()
    after = again(session, tmp_path)["coverage"]
    assert after["incident_id"].nunique() == len(set(before.values())) + 1
    session.undo()
    session.merge(next(name for _, name in session.neighbours()))
    assert again(session, tmp_path)["coverage"]["incident_id"].nunique() == 1


def test_the_tables_know_which_decisions_they_were_made_with(session: Session, tmp_path: Path) -> None:
    for verb in (lambda: session.decide("accepted"), session.undo):
        again(session, tmp_path)
        assert not replayed.moved_on(tmp_path / "again", session.casebook)
        verb()
        assert replayed.moved_on(tmp_path / "again", session.casebook)


def test_who_may_be_named_is_recorded_with_its_reason(session: Session, tmp_path: Path) -> None:
    at(session, "person", "Dana Frome")
    with pytest.raises(DecisionError, match="say why"):
        session.name("Dana Frome", "officer", "yes", " ")
    session.name("Dana Frome", "officer", "yes", "Named in open court")
    people = again(session, tmp_path)["people"].query("name == 'Dana Frome'")
    assert set(people["nameable"]) == {"yes"} and set(people["reason"]) == {"Named in open court"}


def test_an_orphan_waits_until_somebody_settles_it(made: Path, tmp_path: Path) -> None:
    session = Session(made, tmp_path / "casebook", "Ann")
    session.decide("rejected")
    changed = [article(TOLD[0], TOLD[1].replace("Six", "Seven"), TOLD[2]), article(*OTHER)]
    assembled(tmp_path / "changed", changed, session.casebook)
    later = Session(tmp_path / "changed", session.casebook, "Bo")
    [orphan] = later.orphans()
    assert orphan["reviewer"] == "Ann" and orphan["reason"] == "source not in this run"
    later.settle(orphan["decision_id"])
    assert later.orphans() == []
    assert assembled(tmp_path / "settled", changed, session.casebook)["orphans"].empty


def test_a_full_disk_is_told(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(session)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cuttings.review.session.record", full)
    press(desk, "Accept")
    assert "NOT SAVED: No space left on device" in desk.told.value and "NOT SAVED" in desk.aid.said


# The widgets


def buttons(widget: ipywidgets.Widget) -> dict[str, ipywidgets.Button]:
    found = {widget.description: widget} if isinstance(widget, ipywidgets.Button) else {}
    for child in getattr(widget, "children", ()):
        found |= buttons(child)
    return found


def press(desk: Desk, label: str) -> None:
    buttons(desk.view)[label].click()


def test_the_buttons_do_what_they_say(session: Session) -> None:
    desk = Desk(session)
    for label in ("Accept", "Reject", "Needs a call", "Previous", "Next"):
        press(desk, label)
    assert [each.verdict for each in load(session.casebook)] == ["accepted", "rejected", "needs_call"]
    press(desk, "Undo")
    assert last(session).verdict == "withdrawn"
    assert "Taken back" in desk.told.value and "2 of" in desk.aid.said


def test_a_key_is_a_button(session: Session) -> None:
    desk = Desk(session)
    for number, key in enumerate("ar?npux"):
        desk.aid.key = f"{key} {number}"
    assert [each.verdict for each in load(session.casebook)] == ["accepted", "rejected", "needs_call", "withdrawn"]
    desk.standing.value = next(each for each in desk.standing.options if each != desk.standing.value)
    desk.aid.key = "c 9"
    assert last(session).verdict == "corrected"


def test_nothing_that_an_article_says_is_markup(session: Session) -> None:
    desk = Desk(at(session, "officers_total"))
    assert "<script>" not in desk.card.value and "&lt;script&gt;" in desk.card.value
    assert "<mark>" in desk.card.value


def test_selected_words_become_the_correction(session: Session) -> None:
    desk = Desk(at(session, "allegation", "racist"))
    desk.part.value = "Other words"
    text = session.current.article["text"]
    assert desk.aid.text == text
    start = text.index("racist messages")
    desk.aid.selected = [start, start + len("racist messages")]
    press(desk, "Correct to these words")
    assert (last(session).new_start, last(session).new_words) == (start, "racist messages")


def test_a_claim_is_added_from_the_panel(session: Session) -> None:
    desk = Desk(at(session, "stage"))
    desk.part.value = "Add a claim"
    text = session.current.article["text"]
    desk.aid.selected = [text.index("watchdog"), text.index("watchdog") + 8]
    column, value, *_ = desk.panel.children[-1].children
    column.value = "stage"
    assert "under_investigation" in value.children[0].options, "the codes are choices"
    column.value = "body"
    value.children[0].value = "Independent Office for Police Conduct"
    press(desk, "Add")
    assert (last(session).attribute, last(session).words) == ("body", "watchdog")


def test_a_bulk_action_takes_a_second_press(session: Session) -> None:
    desk = Desk(session)
    desk.filters["attribute"].value = "platform"
    press(desk, "Accept all that are listed …")
    press(desk, "Next")
    press(desk, "Accept all that are listed …")  # what came between has made it a first press again
    assert not session.casebook.exists()
    [sure] = [label for label in buttons(desk.view) if label.startswith("Yes, accept these")]
    press(desk, sure)
    assert {each.attribute for each in load(session.casebook)} == {"platform"}


def test_every_panel_opens_on_every_claim(session: Session) -> None:
    desk = Desk(session)
    for part in desk.part.options:
        desk.part.value = part
        for _ in range(len(session.shown)):
            press(desk, "Next")
    assert load(session.casebook) == []


def test_when_all_is_decided_the_desk_says_so(session: Session) -> None:
    session.accept_shown()
    desk = Desk(session)
    assert "No claim is left" in desk.card.value
    press(desk, "Accept")
    assert "no claim is chosen" in desk.told.value


def test_a_long_list_is_cut_and_says_so(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cuttings.review.session.SHOWN", 3)
    monkeypatch.setattr("cuttings.review.desk.SHOWN", 3)
    desk = Desk(Session(made, tmp_path / "casebook", "Ann"))
    assert len(desk.list.options) == 3 < SHOWN
    assert "The list has the first 3 of" in desk.progress.value
    desk.session.accept_shown()
    assert len(load(tmp_path / "casebook")) == 3


# Without a notebook


@pytest.mark.parametrize("name", ["queue.csv", "queue.xlsx"])
def test_a_review_in_a_spreadsheet(made: Path, tmp_path: Path, capsys, name: str) -> None:
    path, casebook = tmp_path / name, tmp_path / "casebook"
    assert cli.main(["review", str(made), "--export", str(path)]) == 0
    rows = [row for _, row in sheet.read(path, COLUMNS)]
    first = next(row for row in rows if row["value"] == "racist")
    first |= {"verdict": "corrected", "new_standing": "alleged", "new_words": "racist"}
    rows[-1] |= {"verdict": "needs call"}
    rows[-2] |= {"verdict": "perhaps"}
    sheet.write(rows, COLUMNS, path)
    done = ["review", str(made), "--casebook", str(casebook), "--reviewer", "Bo", "--import", str(path)]
    assert cli.main(done) == 3, "one row cannot be taken"
    told = capsys.readouterr()
    assert "2 decisions recorded" in told.out and "unknown verdict 'perhaps'" in told.err
    assert [each.verdict for each in load(casebook)] == ["corrected", "needs_call"]
    cli.main(done)
    assert "0 decisions recorded, 2 were there already" in capsys.readouterr().out


COLUMNS = ("claim_id", "attribute", "value", "check", "verdict", "new_value", "new_words", "new_standing", "comment")


def test_the_state_of_a_review_and_a_decision_taken_back(made: Path, tmp_path: Path, capsys) -> None:
    session = Session(made, tmp_path / "casebook", "Ann")
    session.decide("accepted")
    of = ["review", str(made), "--casebook", str(tmp_path / "casebook")]
    assert cli.main(of) == 0
    assert f"1 of {len(tables.read('claims', made))} claims decided" in capsys.readouterr().out
    assert cli.main([*of, "--reviewer", "Bo", "--withdraw", last(session).decision_id]) == 0
    assert Queue(made, tmp_path / "casebook").progress().startswith("0 of ")
    assert cli.main([*of, "--reviewer", "Bo", "--withdraw", "none"]) == 2
    assert "has no decision 'none'" in capsys.readouterr().err
    assert cli.main(["review", str(made), "--withdraw", "x"]) == 2


@pytest.mark.parametrize("tool", ["label-studio", "prodigy"])
def test_a_queue_goes_to_another_program_and_comes_back(made: Path, tmp_path: Path, capsys, tool: str) -> None:
    path, casebook = tmp_path / "tasks.json", tmp_path / "casebook"
    of = ["review", str(made), "--casebook", str(casebook), "--tool", tool]
    assert cli.main([*of, "--export", str(path)]) == 0
    if tool == "prodigy":
        tasks = [json.loads(line) | {"answer": "accept"} for line in path.read_text("utf-8").splitlines()]
        path.write_text("\n".join(map(json.dumps, tasks)), "utf-8")
    else:
        assert (tmp_path / "tasks.xml").read_text("utf-8").startswith("<View>")
        tasks = json.loads(path.read_text("utf-8"))
        for number, task in enumerate(tasks, 1):
            task["annotations"] = [{"id": number, "completed_by": 1, "result": task["predictions"][0]["result"]}]
        path.write_text(json.dumps(tasks), "utf-8")
    assert cli.main([*of, "--reviewer", "Bo", "--import", str(path)]) == 0
    assert {each.verdict for each in load(casebook)} == {"accepted"} and len(load(casebook)) > 10
    assert cli.main([*of, "--reviewer", "Bo", "--import", str(tmp_path / "none.json")]) == 2


def test_what_is_wholly_decided_becomes_gold(made: Path, tmp_path: Path, capsys) -> None:
    session = Session(made, tmp_path / "casebook", "Ann")
    of = ["review", str(made), "--casebook", str(tmp_path / "casebook"), "--gold", str(tmp_path / "gold")]
    assert cli.main(of) == 2, "nothing is decided yet"
    session.accept_shown()
    assert cli.main(of) == 0 and "Gold of 3 articles" in capsys.readouterr().out
    assert cli.main(["evaluate", "--run", str(made), "--gold", str(tmp_path / "gold")]) == 0


# What reviewers make of what others have made


def claims_of(tables_: dict, value: str) -> list[dict]:
    return tables_["claims"][tables_["claims"]["value"] == value].to_dict("records")


def test_who_accepts_a_corrected_claim_accepts_what_is_shown(session: Session, tmp_path: Path) -> None:
    at(session, "allegation", "racist").decide("corrected", value="misogynistic")
    other = Session(session.queue.out, session.casebook, "Bo")
    other.look_at(next(e for e in other.queue.items if e.claim["value"] == "misogynistic"))
    other.decide("accepted")
    [row] = claims_of(again(session, tmp_path), "misogynistic")
    assert (row["decision"], row["flag"], row["proposed"]) == ("corrected", "", "racist")


def test_a_second_correction_keeps_the_first_one(session: Session, tmp_path: Path) -> None:
    at(session, "allegation", "racist").decide("corrected", value="misogynistic")
    item = next(e for e in session.queue.items if e.claim["value"] == "misogynistic")
    session.look_at(item)
    session.decide("corrected", standing="alleged")
    [row] = claims_of(again(session, tmp_path), "misogynistic")
    assert (row["standing"], row["proposed"]) == ("alleged", "racist")


def test_an_added_claim_can_be_corrected_and_undone(session: Session, tmp_path: Path) -> None:
    at(session, "stage").add("announced", "2024-05", "May")
    session.look_at(next(e for e in session.queue.items if e.claim["attribute"] == "announced"))
    session.decide("corrected", value="2024-04")
    assert claims_of(again(session, tmp_path), "2024-04")
    session.undo()
    assert claims_of(again(session, tmp_path), "2024-05"), "what was said before stands again"


def test_undo_takes_back_the_last_word_alone(session: Session) -> None:
    item = session.current
    session.decide("accepted")
    session.look_at(session.queue.by_id[item.claim_id])
    session.decide("rejected")
    session.undo()
    assert session.queue.of(item).agreed.verdict == "accepted"


def test_words_are_taken_from_where_they_were_selected(session: Session) -> None:
    desk = Desk(at(session, "allegation", "racist"))
    text = session.current.article["text"]
    desk.aid.selected = [text.index("officers"), text.index("officers") + len("officers ")]
    press_words = text.index("officers", text.index("officers") + 1)
    desk.aid.selected = [press_words, press_words + len("officers")]
    desk.part.value = "Other words"
    press(desk, "Correct to these words")
    assert last(session).new_start == press_words, "not where the same words stand first"


@pytest.mark.parametrize("bad", [[], [1], [3, 1], [-5, 2], [10**9, 10**9 + 1]])
def test_what_a_browser_sends_amiss_is_no_selection(session: Session, bad: list[int]) -> None:
    desk = Desk(at(session, "allegation", "racist"))
    before = desk.words.value
    desk.aid.selected = bad
    assert desk.words.value == before


def test_a_refusal_leaves_what_was_typed(session: Session) -> None:
    desk = Desk(at(session, "officers_total"))
    desk.comment.value, desk.value.children[0].value = "the article says about six", "six"
    press(desk, "Correct")
    assert "no count" in desk.told.value
    assert (desk.comment.value, desk.value.children[0].value) == ("the article says about six", "six")


@pytest.mark.parametrize("count", ["6..", "..6", "5..7"])
def test_a_count_with_bounds_does_not_stop_a_run(session: Session, tmp_path: Path, count: str) -> None:
    at(session, "officers_total").decide("corrected", value=count)
    at(session, "stage").add("officers_serving", count, "May")
    found = again(session, tmp_path)["incidents"]
    assert found["officers_min"].notna().all()


@pytest.mark.parametrize(
    ("attribute", "value"), [("officers_total", "9" * 20), ("unit", "a | b"), ("unit", "a\nb"), ("happened", "spring")]
)
def test_what_no_cell_could_hold_is_refused(session: Session, attribute: str, value: str) -> None:
    with pytest.raises(DecisionError):
        at(session, "stage").add(attribute, value, "May")


def test_a_split_is_taken_back_by_a_merge(session: Session, tmp_path: Path) -> None:
    before = len(again(session, tmp_path)["incidents"])
    at(session, "stage", "concluded_sanction").split()
    parted = again(session, tmp_path)
    assert len(parted["incidents"]) == before + 1
    later = Session(tmp_path / "again", session.casebook, "Ann")
    one, other = sorted({e.claim["incident_id"] for e in later.queue.items if "Kerrin" in e.title})
    later.look_at(next(e for e in later.queue.items if e.claim["incident_id"] == one))
    later.merge(other)
    assert len(again(session, tmp_path)["incidents"]) == before


def test_a_persons_name_in_another_column_stays_withheld(session: Session, tmp_path: Path) -> None:
    at(session, "person", "Dana Frome")
    session.add("body", "Dana Frome", "Dana Frome")
    again(session, tmp_path)
    redact = publication.redactor(tmp_path / "again", vocabulary.load())
    assert redact("PC Dana Frome wept") == "PC [name withheld] wept"


def test_an_officers_yes_is_not_a_victims(session: Session) -> None:
    with pytest.raises(DecisionError, match="no victim called Dana Frome"):
        at(session, "person", "Dana Frome").name("Dana Frome", "victim", "yes", "read it")


def test_a_run_of_an_older_version_says_what_to_do(made: Path, tmp_path: Path) -> None:
    for table in ("articles", "incidents", "sentences", "coverage"):
        tables.write(table, tables.read(table, made), tmp_path)
    claims = made / "tables" / "claims.parquet"
    pd.read_parquet(claims).drop(columns="flag").to_parquet(tmp_path / "tables" / "claims.parquet")
    with pytest.raises(tables.TableError, match="lacks the column flag: another version of Cuttings wrote it"):
        Queue(tmp_path)
