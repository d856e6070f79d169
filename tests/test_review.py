"""Decisions: kept through kills, torn lines and full disks; replayed on the exact words only; made in a spreadsheet."""

import csv
import fcntl
import io
import json
import re
import signal
import subprocess
import sys
import threading
import time
from dataclasses import asdict, replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuttings import review, sheet, tables, vocabulary
from cuttings.interchange.taken import waiting
from cuttings.review import Decision, DecisionError, accounts

TEXT = (
    "Three constables charged\n\nThree constables of Harrowmere Police were charged on Monday over “racist” messages."
)
SHA = "ab" * 32
DECISION = Decision(
    *("d1", "2026-01-02T03:04:05.000+00:00", "ann", SHA, review.text_version(TEXT), 46, 63, "Harrowmere Police"),
    *("force", "Harrowmere Police", "accepted"),
)


def claim(attribute: str, value: str, words: str, **more: object) -> dict:
    start = TEXT.rindex(words)
    return {
        **{"claim_id": f"{attribute}-{value}", "incident_id": "i1", "article_id": "a1", "attribute": attribute},
        **{"value": value, "start": start, "end": start + len(words), "evidence": words, "standing": "reported"},
        **{"origin": "rule", "rule": "r1"},
        **more,
    }


CLAIMS = [
    claim("force", "Harrowmere Police", "Harrowmere Police"),
    claim("officers_total", "3", "Three constables"),
    claim("sanction", "suspended", "Monday"),
    claim("person", "Ann Other", "constables"),
    claim("allegation", "racist", "racist", standing="charged"),
    claim("stage", "alleged", "messages"),
    claim("stage", "charged", "charged"),
]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    article = {"article_id": "a1", "file": "a.txt", "sha256": SHA, "title": "Three constables charged", "text": TEXT}
    tables.write("articles", tables.frame("articles", [article]), out)
    tables.write("incidents", tables.frame("incidents", [{"incident_id": "i1", "title": "Harrowmere"}]), out)
    told = {"article_id": "a1", "account": 0}
    tables.write("sentences", tables.frame("sentences", [told | {"start": 0, "end": 24}]), out)
    tables.write("coverage", tables.frame("coverage", [told | {"incident_id": "i1", "role": "main"}]), out)
    tables.write("claims", tables.frame("claims", CLAIMS), out)
    return out


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    return tmp_path / "casebook"


# The casebook


def test_no_casebook_is_no_decisions(casebook: Path) -> None:
    assert review.load(casebook) == []


def test_what_is_recorded_is_loaded_in_order(casebook: Path) -> None:
    decisions = [replace(DECISION, decision_id=f"d{n}", comment="naïve “words”\n=1+1 \x85") for n in range(3)]
    for decision in decisions:
        review.record(casebook, decision)
    assert review.load(casebook) == decisions
    assert not (casebook / "decisions.torn").exists()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verdict": "maybe"}, "unknown verdict 'maybe'"),
        ({"verdict": "corrected"}, "only 'corrected' has one"),
        ({"new_value": "Brackley Police"}, "only 'corrected' has one"),
        ({"start": "47"}, "start is '47'"),
        ({"end": True}, "end is True"),
        ({"reviewer": ""}, "reviewer is empty"),
        ({"comment": None}, "comment is None"),
        ({"comment": "\ud800"}, "lone surrogate"),
    ],
)
def test_a_decision_that_cannot_be_used_is_refused(change: dict, message: str) -> None:
    with pytest.raises(DecisionError, match=message):
        replace(DECISION, **change)


GOOD = json.dumps(asdict(DECISION)).encode()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"{", id="broken JSON"),
        pytest.param(b'["accepted"]', id="no object"),
        pytest.param(b"\xff\xfe", id="not UTF-8"),
        pytest.param(GOOD.replace(b'"accepted"', b'"perhaps"'), id="unknown verdict"),
        pytest.param(GOOD.replace(b'"reviewer"', b'"author"'), id="wrong field"),
        pytest.param(
            GOOD.replace(b", " + b'"comment"', b", " + b'"mood": "", "comment"'), id="field of a newer version"
        ),
        pytest.param(b"{}", id="nothing in it"),
    ],
)
def test_a_bad_line_is_an_error_that_names_file_and_line(casebook: Path, line: bytes) -> None:
    casebook.mkdir()
    path = casebook / "decisions.jsonl"
    content = b"\n".join([GOOD, line, GOOD, b""])
    path.write_bytes(content)
    with pytest.raises(DecisionError, match=r"decisions\.jsonl, line 2: not a decision"):
        review.load(casebook)
    assert path.read_bytes() == content


@pytest.mark.parametrize("first", ["load", "record"])
def test_a_line_torn_anywhere_is_set_aside_and_nothing_else_lost(tmp_path: Path, first: str) -> None:
    for cut in range(1, len(GOOD)):
        casebook = tmp_path / str(cut)
        casebook.mkdir()
        (casebook / "decisions.jsonl").write_bytes(GOOD + b"\n" + GOOD[:cut])
        if first == "load":
            before = review.load(casebook)
            assert before == [DECISION]
            assert "decisions.torn" in before.notes[0]
        review.record(casebook, DECISION)
        after = review.load(casebook)
        assert (after, after.notes) == ([DECISION, DECISION], [])
        assert (casebook / "decisions.torn").read_bytes() == GOOD[:cut] + b"\n"


def test_a_whole_last_line_without_its_line_break_still_counts(casebook: Path) -> None:
    casebook.mkdir()
    (casebook / "decisions.jsonl").write_bytes(GOOD)
    assert review.load(casebook) == [DECISION]
    review.record(casebook, DECISION)
    assert review.load(casebook) == [DECISION, DECISION]


WRITER = """
import sys
from pathlib import Path
from cuttings.casebook import Decision, record
casebook, name, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for n in range(many):
    words = "words " * 40
    record(casebook, Decision(f"{name}{n}", "t", name, "s", "v", 0, 240, words, "force", "F", "accepted"))
    print(f"{name}{n}", flush=True)
"""


def writer(casebook: Path, name: str, many: int) -> subprocess.Popen:
    command = [sys.executable, "-c", WRITER, str(casebook), name, str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_processes_recording_at_once_lose_nothing(casebook: Path) -> None:
    writers = [writer(casebook, name, 100) for name in "ab"]
    for process in writers:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert sorted(d.decision_id for d in review.load(casebook)) == sorted(
        f"{name}{n}" for name in "ab" for n in range(100)
    )


def test_recording_waits_for_whoever_holds_the_file(casebook: Path) -> None:
    review.record(casebook, DECISION)
    waiting = threading.Thread(target=review.record, args=(casebook, DECISION))
    with (casebook / "decisions.jsonl").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
    waiting.join(30)
    assert review.load(casebook) == [DECISION, DECISION]


@pytest.mark.parametrize("wait", [0.0, 0.013, 0.031, 0.057])
def test_a_kill_loses_no_acknowledged_decision(casebook: Path, wait: float) -> None:
    writers = [writer(casebook, name, 10**6) for name in "ab"]
    first = [process.stdout.readline() for process in writers]
    time.sleep(wait)
    for process in writers:
        process.send_signal(signal.SIGKILL)
    rest = [process.stdout.read() for process in writers]  # communicate would lose what is read ahead
    for process in writers:
        process.wait(60)
        process.stderr.close()
        process.stdout.close()
    # each writer's own lines: the last one of a writer that was killed may be half a line
    acknowledged = {line for told in map(str.__add__, first, rest) for line in told.split("\n")[:-1] if line}
    assert len(acknowledged) >= 2
    assert acknowledged <= {decision.decision_id for decision in review.load(casebook)}


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from cuttings.casebook import load, record
casebook = Path(sys.argv[1])
decision = load(casebook)[0]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
size = (casebook / "decisions.jsonl").stat().st_size
for room in (0, 1, 2, 100, size - 1):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
    try:
        record(casebook, decision)
    except OSError as error:
        print(room, type(error).__name__)
"""


def test_a_disk_that_fills_up_leaves_the_file_as_it_was_and_says_so(casebook: Path) -> None:
    review.record(casebook, DECISION)
    before = (casebook / "decisions.jsonl").read_bytes()
    done = subprocess.run([sys.executable, "-c", FULL_DISK, str(casebook)], capture_output=True, text=True, timeout=60)
    assert done.stdout.count("OSError") == 5, done.stderr
    assert (casebook / "decisions.jsonl").read_bytes() == before
    review.record(casebook, DECISION)
    assert review.load(casebook) == [DECISION, DECISION]


def test_what_could_not_be_synced_was_not_recorded(casebook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError("no disk")

    review.record(casebook, DECISION)
    before = (casebook / "decisions.jsonl").read_bytes()
    monkeypatch.setattr("cuttings.casebook.os.fsync", fail)
    with pytest.raises(OSError, match="no disk"):
        review.record(casebook, DECISION)
    assert (casebook / "decisions.jsonl").read_bytes() == before


# Replay


def replayed(run: Path, *decisions: Decision) -> tuple[pd.DataFrame, pd.DataFrame]:
    replay = review.Replay(decisions, tables.read("articles", run))
    claims = replay.claims(tables.read("claims", run), accounts.of_run(run))
    return claims, replay.orphans(claims)


def decision(attribute: str, verdict: str, new_value: str = "", reviewer: str = "ann", **more: str) -> Decision:
    of = next(claim for claim in CLAIMS if claim["attribute"] == attribute)
    return review.decide(of, {"sha256": SHA, "text": TEXT}, reviewer, verdict, new_value, **more)


def cells(claims: pd.DataFrame, attribute: str) -> tuple[str, str, str, str]:
    row = claims[claims["attribute"] == attribute].iloc[0]
    return row["value"], row["proposed"], row["origin"], row["decision"]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param([], ("3", "", "rule", ""), id="no decision"),
        pytest.param([("accepted", "")], ("3", "", "rule", "accepted"), id="accepted"),
        pytest.param([("rejected", "")], ("3", "", "rule", "rejected"), id="rejected keeps what was read"),
        pytest.param([("corrected", "4")], ("4", "3", "reviewer", "corrected"), id="corrected shows both"),
        pytest.param([("corrected", "4"), ("accepted", "")], ("3", "", "rule", "accepted"), id="the last one counts"),
        pytest.param(
            [("accepted", ""), ("accepted", "", "bob")], ("3", "", "rule", "accepted"), id="two reviewers agree"
        ),
        pytest.param(
            [("accepted", ""), ("rejected", "", "bob")], ("3", "", "rule", ""), id="two reviewers differ: undecided"
        ),
        pytest.param(
            [("corrected", "4"), ("corrected", "5", "bob")], ("3", "", "rule", ""), id="they correct it differently"
        ),
        pytest.param(
            [("accepted", ""), ("rejected", "", "bob"), ("accepted", "", "bob")],
            *[("3", "", "rule", "accepted")],
            id="one comes round",
        ),
    ],
)
def test_a_replay_sets_the_decision(run: Path, decisions: list[tuple], expected: tuple) -> None:
    claims, orphaned = replayed(run, *(decision("officers_total", *of) for of in decisions))
    assert cells(claims, "officers_total") == expected
    assert cells(claims, "force") == ("Harrowmere Police", "", "rule", "")
    assert orphaned.empty
    pd.testing.assert_frame_equal(tables.frame("claims", claims.to_dict("records")), claims)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sha256": "cd" * 32}, "source not in this run"),
        ({"text_version": review.text_version(TEXT + " ")}, "text changed"),
        ({"start": 45}, "the text has other words there"),
        ({"end": 64}, "the text has other words there"),
        ({"start": None, "end": None}, "nothing of the kind"),
        ({"words": "Harrowmere police"}, "the text has other words there"),
        ({"attribute": "body"}, "nothing of the kind"),
        ({"value": "Harrowmere Constabulary"}, "nothing of the kind"),
    ],
)
def test_a_decision_that_differs_in_anything_is_orphaned(run: Path, change: dict, reason: str) -> None:
    claims, orphaned = replayed(run, replace(DECISION, **change))
    assert set(claims["decision"]) == {""}
    assert [*orphaned["reason"]] == [reason]
    assert replayed(run, DECISION)[1].empty


def test_where_reviewers_differ_or_one_wants_to_ask_the_claim_has_a_flag(run: Path) -> None:
    said = [decision("force", "accepted"), decision("force", "rejected", reviewer="bob")]
    said.append(decision("stage", "needs_call"))
    claims, _ = replayed(run, *said)
    flags = dict(zip(claims["claim_id"], claims["flag"], strict=True))
    assert flags["force-Harrowmere Police"] == "disputed" and flags["stage-alleged"] == "needs_call"
    assert list(flags.values()).count("") == len(CLAIMS) - 2
    assert set(claims["decision"]) == {""}


def test_what_a_reviewer_takes_back_no_longer_counts(run: Path) -> None:
    said = decision("force", "rejected")
    claims, orphaned = replayed(run, said, review.withdraw(said, "ann"))
    assert set(claims["decision"]) == {""} and orphaned.empty
    claims, _ = replayed(run, said, decision("force", "accepted", reviewer="bob"), review.withdraw(said, "ann"))
    assert cells(claims, "force")[-1] == "accepted", "it takes back the one decision that it names"


def test_other_words_and_another_standing(run: Path) -> None:
    start = TEXT.index("“racist”")
    moved = decision("allegation", "corrected", span=(start, start + 8), standing="alleged")
    claims, orphaned = replayed(run, moved)
    row = claims[claims["attribute"] == "allegation"].iloc[0]
    assert (row["value"], row["evidence"], row["standing"]) == ("racist", "“racist”", "alleged")
    assert (row["start"], row["proposed_start"], row["proposed_end"]) == (start, start + 1, start + 7)
    assert (row["decision"], row["origin"], row["proposed"]) == ("corrected", "reviewer", "")
    again = review.decide(row, {"sha256": SHA, "text": TEXT}, "bob", "accepted")
    assert again.key == moved.key, "what a reviewer has moved is still known by where it was read"
    assert orphaned.empty


@pytest.mark.parametrize(("span", "standing"), [((3, 3), ""), ((5, 9), ""), ((0, 10**6), ""), (None, "guilty")])
def test_words_that_are_none_and_an_unknown_standing_are_refused(span, standing) -> None:
    with pytest.raises(DecisionError):
        decision("allegation", "corrected", span=span, standing=standing)


def added(**more: object) -> Decision:
    start = TEXT.rindex("Monday")
    of = {"attribute": "announced", "value": "2025-01-06", "span": (start, start + 6), "account": 0} | more
    return review.add(article={"sha256": SHA, "text": TEXT, "file": "a.txt"}, reviewer="ann", **of)


def test_a_claim_that_was_missed_is_added(run: Path) -> None:
    claims, orphaned = replayed(run, added())
    row = claims.iloc[-1]
    assert (row["incident_id"], row["article_id"], row["attribute"]) == ("i1", "a1", "announced")
    assert (row["value"], row["evidence"], row["origin"]) == ("2025-01-06", "Monday", "reviewer")
    assert (row["decision"], row["standing"]) == ("accepted", "reported")
    assert orphaned.empty and len(claims) == len(CLAIMS) + 1
    said = added()
    taken_back, _ = replayed(run, said, review.withdraw(said, "ann"))
    assert len(taken_back) == len(CLAIMS)
    rejected, _ = replayed(run, added(), review.decide(row, {"sha256": SHA, "text": TEXT}, "ann", "rejected"))
    assert rejected.iloc[-1]["decision"] == "rejected"


def test_a_claim_that_was_added_and_is_read_by_now_is_one_claim(run: Path) -> None:
    start = TEXT.rindex("Harrowmere Police")
    same = added(attribute="force", value="Harrowmere Police", span=(start, start + 17))
    claims, _ = replayed(run, same)
    assert len(claims) == len(CLAIMS) and cells(claims, "force")[-1] == "accepted"


def test_an_added_claim_whose_account_is_gone_is_orphaned(run: Path) -> None:
    claims, orphaned = replayed(run, added(account=25))
    assert len(claims) == len(CLAIMS) and list(orphaned["reason"]) == ["nothing of the kind"]


@pytest.mark.parametrize(
    "bad",
    [{"attribute": "mood"}, {"value": ""}, {"value": "last spring"}, {"attribute": "stage", "value": "gone"}],
)
def test_a_claim_that_no_table_could_hold_is_not_added(bad: dict) -> None:
    with pytest.raises(DecisionError):
        added(**bad)


def test_an_orphan_shows_the_nearest_words_and_is_not_moved(run: Path) -> None:
    articles = tables.read("articles", run)
    articles["text"] = "Late news. " + articles["text"]
    tables.write("articles", articles, run)
    _, orphaned = replayed(run, DECISION)
    row = orphaned.iloc[0]
    assert (row["words"], row["start"]) == ("Harrowmere Police", 46)
    assert (row["nearest"], row["nearest_start"]) == ("Harrowmere Police", 57)


def test_a_reviewer_says_who_may_be_named(run: Path) -> None:
    start = TEXT.rindex("constables")
    person = {"article_id": "a1", "name": "Ann Other", "start": start, "end": start + 10, "evidence": "constables"}
    people = tables.frame("people", [person | {"nameable": "no", "rule": "investigated", "reason": "none"}])
    of = ({"sha256": SHA, "text": TEXT}, "ann")
    said = (("ann", "yes"), ("bob", "no"))
    yes, no = (review.name(person, of[0], by, answer, "Her lawyer agreed") for by, answer in said)
    articles = tables.read("articles", run)
    [row] = review.Replay([yes], articles).people(people).to_dict("records")
    assert (row["nameable"], row["rule"], row["reason"]) == ("yes", "reviewer", "Her lawyer agreed")
    [row] = review.Replay([yes, no], articles).people(people).to_dict("records")
    assert row["nameable"] == "no", "where reviewers differ the stricter holds"
    for bad in (("maybe", "x"), ("yes", " ")):
        with pytest.raises(DecisionError):
            review.name(person, *of, *bad)


def test_an_older_casebook_is_still_read(casebook: Path) -> None:
    """Lines had no fields for other words, standings and accounts."""
    casebook.mkdir()
    line = {name: cell for name, cell in asdict(DECISION).items() if name in OLD_FIELDS}
    (casebook / "decisions.jsonl").write_text(json.dumps(line) + "\n")
    assert review.load(casebook) == [DECISION]


OLD_FIELDS = {
    *("decision_id", "time", "reviewer", "sha256", "text_version", "start", "end", "words"),
    *("attribute", "value", "verdict", "new_value", "comment"),
}


def test_a_text_changed_by_one_character_orphans_its_decisions(run: Path) -> None:
    articles = tables.read("articles", run)
    articles["text"] = articles["text"].str.replace("messages.", "messages!", regex=False)
    tables.write("articles", articles, run)
    claims, orphaned = replayed(run, DECISION)
    assert set(claims["decision"]) == {""}
    assert [*zip(orphaned["words"], orphaned["reason"], strict=True)] == [("Harrowmere Police", "text changed")]


def test_a_replay_onto_no_claims_keeps_the_columns(run: Path) -> None:
    tables.write("claims", tables.frame("claims"), run)
    claims, orphaned = replayed(run, DECISION)
    assert claims.empty
    assert len(orphaned) == 1


def test_claims_of_an_article_that_is_not_there_are_an_error(run: Path) -> None:
    tables.write("articles", tables.frame("articles"), run)
    with pytest.raises(DecisionError, match="a1"):
        replayed(run)


# The queue


def test_the_queue_has_what_harms_most_first(run: Path) -> None:
    rows = review.queue(run)
    assert [*zip(rows["attribute"], rows["value"], strict=True)] == [
        ("stage", "charged"),
        ("allegation", "racist"),
        ("stage", "alleged"),  # the incident has two stages
        ("person", "Ann Other"),
        ("sanction", "suspended"),
        ("officers_total", "3"),
        ("force", "Harrowmere Police"),
    ]
    assert set(rows["incident"]) == {"Harrowmere"}
    assert set(rows["verdict"]) == {""}


def test_the_queue_leaves_out_what_is_decided(run: Path) -> None:
    claims, _ = replayed(run, decision("officers_total", "corrected", "4"), decision("force", "rejected"))
    tables.write("claims", claims, run)
    assert not {"officers_total", "force"} & set(review.queue(run)["attribute"])


@pytest.mark.parametrize(
    ("since", "left"),
    [
        pytest.param(None, False, id="no casebook: the tables count"),
        pytest.param([], False, id="as when the tables were made"),
        pytest.param(["withdrawn"], True, id="taken back since"),
        pytest.param(["needs_call"], True, id="asked about since"),
        pytest.param(["withdrawn", "accepted"], False, id="decided anew"),
    ],
)
def test_the_casebook_says_what_is_undecided(
    run: Path, casebook: Path, tmp_path: Path, since: list[str] | None, left: bool
) -> None:
    made = decision("force", "rejected")
    claims, _ = replayed(run, made)
    tables.write("claims", claims, run)
    anew = {"withdrawn": review.withdraw(made, "ann"), "needs_call": decision("force", "needs_call")}
    review.record(casebook, made, *(anew.get(verdict) or decision("force", verdict) for verdict in since or ()))
    book = None if since is None else casebook
    sheet_ = review.export_queue(run, tmp_path / "queue.csv", book).read_text("utf-8-sig")
    marked, _ = waiting(review.Queue(run, book))
    assert ("force" in set(review.queue(run, book)["attribute"])) is left
    assert ('"force"' in sheet_) is left
    assert ("force" in {item.claim["attribute"] for item in marked}) is left


WORDS = " ".join(f"word{n}" for n in range(40))


@pytest.mark.parametrize(
    ("text", "words", "before", "after"),
    [
        ("One two three", "two", "One ", " three"),
        ("“two”", "two", "“", "”"),
        (
            f"{WORDS} HERE {WORDS}",
            "HERE",
            " ".join(f"word{n}" for n in range(29, 40)) + " ",
            " " + " ".join(f"word{n}" for n in range(12)),
        ),
        ("x" * 100 + "HERE" + "y" * 100, "HERE", "", ""),
    ],
)
def test_context_is_the_articles_own_words_cut_between_words(
    run: Path, text: str, words: str, before: str, after: str
) -> None:
    start = text.index(words)
    articles = tables.read("articles", run).assign(text=text)
    tables.write("articles", articles, run)
    row = {**CLAIMS[0], "start": start, "end": start + len(words), "evidence": words}
    tables.write("claims", tables.frame("claims", [row]), run)
    got = review.queue(run).iloc[0]
    assert got["context_before"] + words + got["context_after"] in text
    assert (got["context_before"], got["context_after"]) == (before, after)


# A review in a spreadsheet


def edit(path: Path, changes: dict[str, dict[str, str]], delimiter: str = ",") -> None:
    """What a person does in a spreadsheet: ``changes`` is claim_id to cells."""
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(row | changes.get(row["claim_id"], {}) for row in rows)
    path.write_bytes(text.getvalue().encode("utf-8"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_verdicts_come_back_from_a_spreadsheet(run: Path, casebook: Path, tmp_path: Path, delimiter: str) -> None:
    path = review.export_queue(run, tmp_path / "review" / "queue.csv")
    changes = {
        "force-Harrowmere Police": {"verdict": " Accepted "},
        "officers_total-3": {"verdict": "corrected", "new_value": "4", "comment": "rang them; “four”"},
    }
    edit(path, changes, delimiter)
    assert review.import_decisions(path, run, casebook, "ann") == review.Imported(2, 0, ())
    assert review.import_decisions(path, run, casebook, "ann") == review.Imported(0, 2, ())
    assert review.import_decisions(path, run, casebook, "bob") == review.Imported(2, 0, ())
    claims, orphaned = replayed(run, *review.load(casebook))
    assert cells(claims, "officers_total") == ("4", "3", "reviewer", "corrected")
    assert cells(claims, "force")[-1] == "accepted"
    assert orphaned.empty
    tables.write("claims", claims, run)
    assert review.import_decisions(path, run, casebook, "ann") == review.Imported(0, 2, ())


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ({"verdict": "yes"}, "unknown verdict 'yes'"),
        ({"verdict": "corrected"}, "only 'corrected' has one"),
        ({"verdict": "accepted", "new_value": "charged"}, "only 'corrected' has one"),
        ({"verdict": "corrected", "new_value": "alleged"}, "the old one"),
        ({"verdict": "corrected", "new_value": "chargd"}, "no stage; the codes are alleged"),
        ({"new_value": "charged"}, "no verdict"),
        ({"comment": "ask her"}, "no verdict"),
        ({"verdict": "accepted", "check": "k0"}, "has changed since"),
        ({"verdict": "accepted", "claim_id": "stage-gone"}, "no claim 'stage-gone' any more"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_the_others_are_taken(
    run: Path, casebook: Path, tmp_path: Path, cell: dict, message: str
) -> None:
    path = review.export_queue(run, tmp_path / "queue.csv")
    edit(path, {"stage-alleged": cell, "force-Harrowmere Police": {"verdict": "rejected"}})
    imported = review.import_decisions(path, run, casebook, "ann")
    assert imported.recorded == len(review.load(casebook)) == 1
    assert len(imported.problems) == 1
    assert imported.problems[0].startswith("row 4: ")
    assert message in imported.problems[0]


def test_a_claim_whose_standing_changed_since_the_export_is_not_decided(
    run: Path, casebook: Path, tmp_path: Path
) -> None:
    path = review.export_queue(run, tmp_path / "queue.csv")
    edit(path, {"force-Harrowmere Police": {"verdict": "accepted"}})
    tables.write("claims", tables.read("claims", run).assign(standing="found"), run)
    assert "has changed since" in review.import_decisions(path, run, casebook, "ann").problems[0]


def test_a_count_is_corrected_to_a_count() -> None:
    assert decision("officers_total", "corrected", "5..7").new_value == "5..7"
    with pytest.raises(DecisionError, match="no count"):
        decision("officers_total", "corrected", "about five")


def test_one_sheet_cannot_say_two_things_of_the_same_words(run: Path, casebook: Path, tmp_path: Path) -> None:
    twin = {**CLAIMS[0], "claim_id": "twin", "incident_id": "i2"}
    tables.write("claims", tables.frame("claims", [*CLAIMS, twin]), run)
    path = review.export_queue(run, tmp_path / "queue.csv")
    edit(path, {"force-Harrowmere Police": {"verdict": "accepted"}, "twin": {"verdict": "rejected"}})
    imported = review.import_decisions(path, run, casebook, "ann")
    assert imported.recorded == 1
    assert "an earlier row decides otherwise" in imported.problems[0]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"claim_id,verdict\r\na,b\r\n", "lacks the column check, new_value, comment"),
        (b"", "lacks the column"),
        (b"PK\x03\x04\xff", "not UTF-8"),
        (b"claim_id,check,verdict,new_value,comment\r\na,b,accepted,,rang, her\r\n", "row 2 has more cells"),
        (b'claim_id,check,verdict,new_value,comment\r\na,b,accepted,,"rang', "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_whole(run: Path, casebook: Path, content: bytes, message: str) -> None:
    path = run / "queue.csv"
    path.write_bytes(content)
    with pytest.raises(sheet.SheetError, match=message):
        review.import_decisions(path, run, casebook, "ann")
    assert review.load(casebook) == []


def test_a_sheet_needs_its_file_and_a_reviewer(run: Path, casebook: Path) -> None:
    with pytest.raises(sheet.SheetError, match="cannot be read"):
        review.import_decisions(run / "none.csv", run, casebook, "ann")
    with pytest.raises(DecisionError, match="write your name first"):
        review.import_decisions(run / "none.csv", run, casebook, " ")


@pytest.mark.parametrize(
    ("cell", "guarded"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+44", "'+44"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" -1", "' -1"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("'grossly offensive'", "'grossly offensive'"),
        ("6..", "6.."),
        ("", ""),
    ],
)
def test_words_that_a_spreadsheet_would_run_are_guarded(cell: str, guarded: str) -> None:
    assert sheet.guard(cell) == guarded
    assert sheet.unguard(guarded) == cell


HOSTILE = st.text(
    alphabet=st.one_of(st.sampled_from("=+-@'\"\r\n\t;,|% \x00\u2028\u202e"), st.characters(exclude_categories=["Cs"])),
    max_size=30,
)


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.fixed_dictionaries({"one": HOSTILE, "two": HOSTILE}), max_size=4))
def test_any_words_come_back_from_a_sheet_as_they_were(tmp_path_factory: pytest.TempPathFactory, rows: list) -> None:
    path = sheet.write(rows, ("one", "two"), tmp_path_factory.mktemp("sheet") / "queue.csv")
    kept = [(number, row) for number, row in enumerate(rows, start=2) if any(row.values())]
    assert sheet.read(path, ("one", "two")) == kept
    cells = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    assert not any(cell.lstrip()[:1] in tuple("=+-@") for record in cells for cell in record if cell)


@settings(max_examples=25, deadline=None)
@given(
    new_value=HOSTILE.map(lambda text: re.sub(r"[\x00-\x1f\x7f\u2028\u2029|]", "", text).strip()).filter(bool),
    comment=HOSTILE,
)
def test_any_verdict_survives_sheet_and_casebook(
    tmp_path_factory: pytest.TempPathFactory, new_value: str, comment: str
) -> None:
    folder = tmp_path_factory.mktemp("case")
    article = {"article_id": "a1", "file": "a.txt", "sha256": SHA, "title": "=cmd", "text": TEXT}
    unit = claim("unit", "'=unit", "Police", said_by="=HYPERLINK(A1)", standing="alleged")
    for name, row in (("articles", article), ("claims", unit), ("incidents", {"incident_id": "i1", "title": "-\r-"})):
        tables.write(name, tables.frame(name, [row]), folder)
    for name in ("sentences", "coverage"):
        tables.write(name, tables.frame(name), folder)
    path = review.export_queue(folder, folder / "queue.csv")
    row = {name: sheet.guard(cell) for name, cell in (("new_value", new_value), ("comment", comment))}
    edit(path, {unit["claim_id"]: {"verdict": "corrected", **row}})
    assert review.import_decisions(path, folder, folder, "ann").problems == ()
    (decided,) = review.load(folder)
    assert (decided.new_value, decided.comment, decided.value) == (new_value, comment, "'=unit")


# Lines that somebody wrote by hand


@pytest.mark.parametrize(
    "change",
    [
        {"attribute": "incident"},
        {"attribute": "mood"},
        {"attribute": "nameable", "verdict": "corrected", "new_value": "maybe"},
        {"attribute": "nameable"},
        {"verdict": "same"},
        {"start": -1},
        {"start": 10**30, "end": 10**31},
        {"start": None},
        {"verdict": "withdrawn"},
    ],
)
def test_a_decision_that_makes_no_sense_is_none(change: dict) -> None:
    with pytest.raises(DecisionError):
        replace(DECISION, **change)


def test_a_line_of_nothing_but_brackets_is_torn(casebook: Path) -> None:
    review.record(casebook, DECISION)
    with (casebook / "decisions.jsonl").open("ab") as file:
        file.write(b"[" * 100_000)
    assert review.load(casebook) == [DECISION]


def test_a_casebook_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DecisionError, match="a casebook is a folder"):
        review.load(tmp_path / "file")


def test_a_code_of_another_vocabulary_is_an_orphan(run: Path) -> None:
    said = replace(decision("stage", "corrected", "convicted"), new_value="knighted")
    replay = review.Replay([said], tables.read("articles", run), vocabulary.load().codes)
    claims = replay.claims(tables.read("claims", run), accounts.of_run(run))
    assert "knighted" not in set(claims["value"])
    assert list(replay.orphans(claims)["reason"]) == ["no code of this vocabulary"]


def test_what_was_accepted_as_alleged_is_not_accepted_as_found(run: Path) -> None:
    said = decision("allegation", "accepted")
    claims = tables.read("claims", run)
    claims.loc[claims["attribute"] == "allegation", "standing"] = "found"
    tables.write("claims", claims, run)
    claims, orphaned = replayed(run, said)
    assert set(claims["decision"]) == {""} and len(orphaned) == 1


def test_the_same_claim_in_two_accounts_is_two(run: Path) -> None:
    first, second = added(account=0), added(account=25)
    told = {"article_id": "a1"}
    rows = [told | {"account": 0, "start": 0, "end": 24}, told | {"account": 1, "start": 25, "end": 60}]
    tables.write("sentences", tables.frame("sentences", rows), run)
    covered = [told | {"incident_id": f"i{n}", "account": n - 1, "role": "main"} for n in (1, 2)]
    tables.write("coverage", tables.frame("coverage", covered), run)
    claims, orphaned = replayed(run, first, second)
    assert set(claims[claims["rule"] == "added"]["incident_id"]) == {"i1", "i2"} and orphaned.empty
