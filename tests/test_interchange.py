"""Claims taken to other tools and back: what each verdict becomes, what is quarantined, and what the tools take."""

import csv
import json
import random
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
import spacy

import interchange as rounds
from conftest import CHECKOUT
from cuttings import review, sheet, tables
from cuttings.interchange import InterchangeError, Returned, docbin, label_studio, prodigy
from cuttings.review import DecisionError

VALIDATORS = CHECKOUT / ".venv" / "validators" / "bin"
SCHEMA = jsonschema.Draft202012Validator(
    json.loads((CHECKOUT / "tests" / "schemas" / "prodigy-task.json").read_text("utf-8"))
)
TEXT = (
    "🚔 Three constables charged\n\n"
    "Three constables of Harrowmere Police\nwere charged on Monday over “racist” 🚨 posts."
)


def claim(attribute: str, value: str, words: str, **more: object) -> dict:
    start = TEXT.rindex(words)
    span = {"start": start, "end": start + len(words), "evidence": words, "standing": "alleged"}
    of = {"claim_id": f"{attribute}-{value}", "incident_id": "i1", "article_id": "a1", "origin": "rule", "rule": "r1"}
    return of | span | {"attribute": attribute, "value": value} | more


CLAIMS = [
    claim("officers_total", "3", "Three constables"),
    claim("force", "Harrowmere Police", "Harrowmere Police", said_by="the force"),
    claim("stage", "charged", "charged"),
    claim("allegation", "racist", "racist"),
    claim("officers_serving", "3", "posts", start=None, end=None, evidence="", origin="derived"),
]
FORCE, STAGE = CLAIMS[1], CLAIMS[2]


@pytest.fixture(autouse=True)
def vocabulary_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it takes longer than all that is tested here."""
    monkeypatch.setattr("cuttings.vocabulary.load", lambda folder=None: rounds.WORDS)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return written(tmp_path / "out", TEXT, CLAIMS, accounts=1)


def written(out: Path, text: str, claims: list[dict], accounts: int) -> Path:
    article = {"article_id": "a1", "file": "a.txt", "sha256": "ab" * 32, "title": "Three charged", "text": text}
    tables.write("articles", tables.frame("articles", [article]), out)
    told = [{"article_id": "a1", "account": number} for number in range(accounts)]
    spans = [row | {"start": 30 * row["account"], "end": 30 * row["account"] + 9} for row in told]
    coverage = [row | {"incident_id": f"i{row['account'] + 1}", "role": "main"} for row in told]
    titles = [{"incident_id": row["incident_id"], "title": "Harrowmere"} for row in coverage]
    for name, rows in (("sentences", spans), ("coverage", coverage), ("incidents", titles), ("claims", claims)):
        tables.write(name, tables.frame(name, rows), out)
    return out


def told(out: Path) -> dict[str, tuple]:
    """What the casebook says of each claim: its verdict and what it has in its stead, where it has something."""
    found = {}
    for one in review.load(out / "book"):
        says = (one.verdict, one.new_value, one.new_words, one.new_standing)
        found[f"{one.attribute}-{one.value}"] = tuple(filter(None, says))
    return found


ACCEPTED = {f"{row['attribute']}-{row['value']}": ("accepted",) for row in CLAIMS[:4]}

# Many tables at random


def test_twenty_tables_go_out_and_come_back_whole():
    found = rounds.trips(20, 20261121)
    assert {name: made.faults for name, made in found.items()} == {name: [] for name in rounds.TRIPS}
    verdicts = {"accepted", "rejected", "corrected", "quarantined", "claims", "left_out"}
    assert verdicts | {"added"} <= set(found["Label Studio"].counts)
    assert verdicts | {"needs_call"} <= set(found["Prodigy"].counts)
    assert found["DocBin"].counts["spans"] > 8


# Label Studio


def label_studio_tasks(out: Path) -> list[dict]:
    """The tasks of the run, as they come back when nobody changed anything."""
    tasks = json.loads(label_studio.export(out, out / "tasks.json").path.read_text("utf-8"))
    for task in tasks:
        result = task.pop("predictions")[0]["result"]
        task["annotations"] = [{"id": 7, "completed_by": 1, "parent_prediction": 3, "result": result}]
    return tasks


def bring_back(out: Path, tasks: object, **more: str) -> Returned:
    (out / "back.json").write_text(tasks if isinstance(tasks, str) else json.dumps(tasks), "utf-8")
    return label_studio.import_annotations(out / "back.json", out, out / "book", "ann", **more)


def part(task: dict, attribute: str, name: str = "attribute") -> dict:
    """The result of a region that has this label: that of its label, value or standing."""
    results = task["annotations"][0]["result"]
    [key] = [one["id"] for one in results if one["value"].get("labels") == [attribute]]
    return next(one for one in results if one["id"] == key and one["from_name"] == name)


def drop(task: dict, attribute: str) -> None:
    key = part(task, attribute)["id"]
    results = task["annotations"][0]["result"]
    task["annotations"][0]["result"] = [one for one in results if one["id"] != key]


def move(task: dict, attribute: str, words: str, shown: str | None = None, start: int | None = None) -> None:
    start = TEXT.index(words) if start is None else start
    shown = words if shown is None else shown
    part(task, attribute)["value"] |= {"start": start, "end": start + len(words), "text": shown}


def draw(task: dict, attribute: str, value: str, words: str, note: str = "", **more: object) -> None:
    start = TEXT.index(words)
    place = {"start": start, "end": start + len(words)}
    same = {"id": "drawn", "to_name": "text", "meta": {"text": [note]}}
    label = {"from_name": "attribute", "type": "labels", "value": place | {"text": words, "labels": [attribute]} | more}
    given = {"from_name": "value", "type": "textarea", "value": place | {"text": [value]}}
    task["annotations"][0]["result"] += [same | label, *([same | given] if value else [])]


CHANGED: dict[str, tuple[Callable[[dict], object], dict]] = {
    "kept": (lambda task: None, {}),
    "deleted": (lambda task: drop(task, "force"), {"force-Harrowmere Police": ("rejected",)}),
    "another value": (
        lambda task: part(task, "stage", "value")["value"].update(text=["alleged"]),
        {"stage-charged": ("corrected", "alleged")},
    ),
    "another standing": (
        lambda task: part(task, "stage", "standing")["value"].update(choices=["charged"]),
        {"stage-charged": ("corrected", "charged")},
    ),
    "other words": (lambda task: move(task, "stage", "were charged"), {"stage-charged": ("corrected", "were charged")}),
    "words over a line break": (
        lambda task: move(task, "force", "Police\nwere", r"Police\nwere"),
        {"force-Harrowmere Police": ("corrected", "Police\nwere")},
    ),
    "words with an emoji": (lambda task: move(task, "stage", "🚨 posts"), {"stage-charged": ("corrected", "🚨 posts")}),
    "all three": (
        lambda task: (
            part(task, "stage", "value")["value"].update(text=["alleged"]),
            part(task, "stage", "standing")["value"].update(choices=["reported"]),
            move(task, "stage", "over"),
        ),
        {"stage-charged": ("corrected", "alleged", "over", "reported")},
    ),
    "a claim that was missed": (
        lambda task: draw(task, "platform", "WhatsApp", "🚨 posts"),
        {"platform-WhatsApp": ("added", "reported")},
    ),
    "a control of the newsroom's own": (
        lambda task: task["annotations"][0]["result"].append(
            {**part(task, "force"), "from_name": "mood", "type": "rating", "value": {"rating": 3}}
        ),
        {},
    ),
    "a question on the whole article": (
        lambda task: task["annotations"][0]["result"].append(
            {"id": "q", "from_name": "mood", "to_name": "text", "type": "choices", "value": {"choices": ["grim"]}}
        ),
        {},
    ),
    "a relation": (lambda task: task["annotations"][0]["result"].append({"type": "relation", "from_id": "x"}), {}),
}


@pytest.mark.parametrize(("change", "expected"), CHANGED.values(), ids=CHANGED.keys())
def test_what_was_done_in_label_studio_becomes_a_verdict(run, change, expected):
    tasks = label_studio_tasks(run)
    change(tasks[0])
    found, again = bring_back(run, tasks), bring_back(run, tasks)
    assert told(run) == ACCEPTED | expected
    count = len(ACCEPTED | expected)
    assert found == Returned(count, 0, ())
    assert again == Returned(0, count, ())
    assert len(review.load(run / "book")) == count


def _taken_back(book: Path, which: int, by: str) -> None:
    review.record(book, review.withdraw(review.load(book)[which], by))


SINCE: dict[str, tuple[Callable[[Path, review.Decision], object], int]] = {
    "nothing": (lambda book, made: None, 0),
    "it was taken back": (lambda book, made: _taken_back(book, 0, "ann"), 1),
    "somebody else took it back": (lambda book, made: _taken_back(book, 0, "bo"), 1),
    "another verdict": (lambda book, made: review.record(book, replace(made, verdict="rejected")), 1),
    "another verdict, taken back": (
        lambda book, made: (
            review.record(book, replace(made, verdict="rejected", decision_id="d2")),
            _taken_back(book, -1, "ann"),
        ),
        0,
    ),
    "somebody else's verdict": (lambda book, made: review.record(book, replace(made, reviewer="bo")), 0),
}


@pytest.mark.parametrize(("since", "anew"), SINCE.values(), ids=SINCE.keys())
def test_what_still_stands_is_not_recorded_again(run, since, anew):
    tasks = label_studio_tasks(run)
    bring_back(run, tasks)
    since(run / "book", review.load(run / "book")[0])
    assert bring_back(run, tasks) == Returned(anew, len(ACCEPTED) - anew, ())


def test_a_name_is_one_name_however_its_accents_are_typed(run):
    (run / "back.json").write_text(json.dumps(label_studio_tasks(run)), "utf-8")
    typed = [
        label_studio.import_annotations(run / "back.json", run, run / "book", name)
        for name in ("Zo\u00eb", "Zoe\u0308 ")
    ]
    assert [found.recorded for found in typed] == [len(ACCEPTED), 0]


def test_a_file_is_recorded_whole_or_not_at_all(run, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("cuttings.casebook._append", full)
    with pytest.raises(OSError, match="No space left"):
        bring_back(run, label_studio_tasks(run))
    monkeypatch.undo()
    assert review.load(run / "book") == []


def _stamp(task: dict) -> dict:
    return task["data"]["cuttings"]


def _utf16(task: dict) -> None:
    """The words where a tool finds them that counts an emoji as two."""
    value = part(task, "force")["value"]
    value |= {side: value[side] + 1 for side in ("start", "end")}


REFUSED: dict[str, tuple[Callable[[dict], object], str]] = {
    "offsets in UTF-16 units": (_utf16, "counts an emoji as two, as some versions of Label Studio do"),
    "offsets that are not of the words": (lambda task: move(task, "force", "over", "Police"), "its words are 'Police'"),
    "offsets beyond the text": (
        lambda task: move(task, "force", "x", "x", 9_999),
        "no words of the article: 9999 to 10000",
    ),
    "huge offsets": (lambda task: move(task, "force", "x", "x", 10**400), "are no words of the article"),
    "offsets below nothing": (lambda task: move(task, "force", "x", "x", -5), "no words of the article: -5 to -4"),
    "an offset that is text": (
        lambda task: part(task, "force")["value"].update(start="46"),
        "start is '46', not a whole",
    ),
    "an offset with a point": (
        lambda task: part(task, "force")["value"].update(start=4.0),
        "start is 4.0, not a whole",
    ),
    "an offset that is true": (lambda task: part(task, "force")["value"].update(start=True), "start is True, not a"),
    "no offset": (lambda task: part(task, "force")["value"].pop("end"), "end is missing"),
    "moved, and no words": (
        lambda task: (move(task, "force", "over"), part(task, "force")["value"].pop("text")),
        "it does not say its words",
    ),
    "space around words": (lambda task: move(task, "force", "over "), "are no words of the article"),
    "another label": (
        lambda task: part(task, "force")["value"].update(labels=["body"]),
        "its label was force: delete the region",
    ),
    "no label": (lambda task: task["annotations"][0]["result"].remove(part(task, "force")), "it has no label"),
    "two labels": (lambda task: part(task, "force")["value"].update(labels=["force", "body"]), "it has 2 of attribute"),
    "labels that are none": (lambda task: part(task, "force")["value"].update(labels={"a": 1}), "labels is an object"),
    "an emptied value": (lambda task: part(task, "force", "value")["value"].update(text=[""]), "its value was emptied"),
    "two values": (lambda task: part(task, "force", "value")["value"].update(text=["a", "b"]), "it has 2 of value"),
    "a value that is no code": (
        lambda task: part(task, "stage", "value")["value"].update(text=["guilty"]),
        "'guilty' is no stage; the codes are",
    ),
    "half a character": (
        lambda task: part(task, "force", "value")["value"].update(text=["\ud800"]),
        "half a character (a lone surrogate)",
    ),
    "a standing that is none": (
        lambda task: part(task, "force", "standing")["value"].update(choices=["guilty"]),
        "'guilty' is no standing",
    ),
    "a value that is a number": (lambda task: part(task, "force").update(value=7), "value is 7, not an object"),
    "the claim is gone": (
        lambda task: _stamp(task)["claims"][part(task, "force")["id"]].update(claim_id="=gone"),
        "the run has no claim '=gone' any more",
    ),
    "the claim has changed": (
        lambda task: _stamp(task)["claims"][part(task, "force")["id"]].update(check="k0"),
        "has changed since it was taken out",
    ),
    "a stamp of another kind": (
        lambda task: _stamp(task)["claims"].update({part(task, "force")["id"]: ["c"]}),
        "its claim is a list, not an object",
    ),
    "a region of nothing": (lambda task: draw(task, "force", "", "over"), "say what the value of force is"),
    "a label that is no attribute": (lambda task: draw(task, "mood", "bad", "over"), "claims have no attribute 'mood'"),
    "an account that is none": (
        lambda task: draw(task, "unit", "A", "over", "9"),
        "1 accounts (0), and its note is '9'",
    ),
}


@pytest.mark.parametrize(("change", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_region_that_cannot_be_taken_is_quarantined_alone(run, change, reason):
    tasks = label_studio_tasks(run)
    change(tasks[0])
    found = bring_back(run, tasks)
    [row] = found.quarantined
    assert reason in row.reason
    assert str(row).startswith("back.json, task 1, region ")
    assert found.recorded >= 3
    assert set(told(run).values()) == {("accepted",)}
    [line] = csv.DictReader((run / "book" / "quarantined-back.json.csv").read_text("utf-8-sig").splitlines())
    assert (sheet.unguard(line["reason"]), line["row"]) == (row.reason, row.row)


WHOLE: dict[str, tuple[Callable[[dict], object], str]] = {
    "its text was changed": (lambda task: task["data"].update(text=TEXT + " "), "its text is not the article's text"),
    "an article that is not there": (lambda task: _stamp(task).update(article_id="a9"), "does not have its article"),
    "an article that is a list": (lambda task: _stamp(task).update(article_id=["a1"]), "article_id is a list"),
    "not our task": (lambda task: task["data"].pop("cuttings"), "cuttings is missing"),
    "the short form of JSON": (lambda task: task.pop("annotations"), "annotations is missing"),
    "annotations that are none": (lambda task: task.update(annotations=[7]), "an annotation is 7"),
    "two by one person": (lambda task: task["annotations"].append(task["annotations"][0]), "it has 2 annotations"),
    "a result without an id": (lambda task: part(task, "force").pop("id"), "id is missing"),
    "a result that is none": (
        lambda task: task["annotations"][0].update(result="none"),
        "result is 'none', not a list",
    ),
}


@pytest.mark.parametrize(("change", "reason"), WHOLE.values(), ids=WHOLE.keys())
def test_a_task_that_cannot_be_trusted_is_quarantined_whole(run, change, reason):
    tasks = label_studio_tasks(run)
    change(tasks[0])
    found = bring_back(run, [*tasks, 3.5])
    assert [row.row for row in found.quarantined] == ["task 1", "task 2"]
    assert reason in found.quarantined[0].reason and "it is 3.5, not an object" in found.quarantined[1].reason
    assert review.load(run / "book") == []


FILES = {
    "broken": ('[{"data":', "Expecting value"),
    "empty": ("", "Expecting value"),
    "an object": ("{}", "what it holds is an object, not a list"),
    "nested deeply": ("[" * 200_000, "nested too deeply"),
    "nested deeply and closed": ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
    "NaN": ('[{"data": NaN}]', "NaN is no number"),
    "infinity": ("[-Infinity]", "-Infinity is no number"),
    "a number of many digits": ("[" + "9" * 5_000 + "]", "not JSON"),
    "two values": ("[] []", "Extra data"),
}


@pytest.mark.parametrize(("content", "message"), FILES.values(), ids=FILES.keys())
def test_a_file_that_is_no_export_is_refused_by_name(run, content, message):
    with pytest.raises(InterchangeError, match=message) as raised:
        bring_back(run, content)
    assert "back.json" in str(raised.value)
    assert review.load(run / "book") == []


def test_a_file_that_is_not_there_or_not_text_is_refused(run):
    with pytest.raises(InterchangeError, match="cannot be read: No such file"):
        label_studio.import_annotations(run / "none.json", run, run / "book", "ann")
    (run / "bytes.json").write_bytes(b"\xff\xfe\x00")
    for tool in (label_studio, prodigy):
        with pytest.raises(InterchangeError, match="not UTF-8"):
            tool.import_annotations(run / "bytes.json", run, run / "book", "ann")
        (run / "tasks").write_text("[]", "utf-8")
        with pytest.raises(DecisionError, match="write your name first"):
            tool.import_annotations(run / "tasks", run, run / "book", " ")


def test_a_skipped_or_unannotated_task_says_nothing(run):
    tasks = label_studio_tasks(run)
    tasks[0]["annotations"][0] |= {"was_cancelled": True, "result": []}
    assert bring_back(run, [*tasks, {"data": {}, "annotations": []}]) == Returned(0, 0, ())


def test_an_annotation_begun_without_the_predictions_rejects_nothing(run):
    tasks = label_studio_tasks(run)
    tasks[0]["annotations"][0] |= {"parent_prediction": None, "result": []}
    found = bring_back(run, tasks)
    assert {row.reason[:44] for row in found.quarantined} == {"no region of ours is in the annotation: were"}
    assert (len(found.quarantined), review.load(run / "book")) == (4, [])
    tasks[0]["annotations"][0] |= {"parent_prediction": 3}
    assert bring_back(run, tasks).recorded == 4
    assert set(told(run).values()) == {("rejected",)}


def test_a_project_of_several_people_says_whose_annotations_count(run):
    tasks = label_studio_tasks(run)
    tasks[0]["annotations"].append({"completed_by": {"id": 2, "email": "bo@x.example"}, "result": []})
    with pytest.raises(InterchangeError, match=r"several people \(1, 2\)"):
        bring_back(run, tasks)
    assert bring_back(run, tasks, annotator="1").recorded == 4
    assert len(bring_back(run, tasks, annotator="bo@x.example").quarantined) == 4


@pytest.mark.parametrize(
    ("note", "account"), [("0", 0), ("1", 30), ("i2", 30), ("", None), ("2", None), ("both", None)]
)
def test_where_an_article_has_two_accounts_a_new_claim_names_its_own(tmp_path, note, account):
    out = written(tmp_path / "out", TEXT, CLAIMS, accounts=2)
    tasks = label_studio_tasks(out)
    draw(tasks[0], "unit", "A team", "over", note)
    found = bring_back(out, tasks)
    added = [one.account for one in review.load(out / "book") if one.verdict == "added"]
    assert added == ([] if account is None else [account])
    assert [row.reason.split(",")[0] for row in found.quarantined] == [
        "the article has 2 accounts (0" for _ in range(1 - len(added))
    ]


def test_rows_that_say_different_things_of_the_same_words_are_all_quarantined(tmp_path):
    twin = {**FORCE, "claim_id": "twin", "incident_id": "i2"}
    out = written(tmp_path / "out", TEXT, [FORCE, twin], accounts=2)
    tasks = label_studio_tasks(out)
    del tasks[0]["annotations"][0]["result"][:3]  # the first one's label, value and standing
    found = bring_back(out, tasks)
    assert {row.claim_id for row in found.quarantined} == {FORCE["claim_id"], "twin"}
    assert review.load(out / "book") == []


def test_a_text_that_changed_since_is_quarantined_whatever_is_like_it(run):
    tasks = label_studio_tasks(run)
    written(run, TEXT + " It said no more.", CLAIMS, accounts=1)
    assert [row.reason[:30] for row in bring_back(run, tasks).quarantined] == ["its text is not the article's "]


def test_a_quarantine_that_is_cleared_up_leaves_no_file(run):
    tasks = label_studio_tasks(run)
    bring_back(run, [*tasks, 7])
    assert (run / "book" / "quarantined-back.json.csv").exists()
    assert bring_back(run, tasks).quarantined == ()
    assert not (run / "book" / "quarantined-back.json.csv").exists()


def test_offsets_are_code_points_where_an_emoji_stands_before_them(run):
    [task] = label_studio_tasks(run)
    for one in task["annotations"][0]["result"]:
        value = one["value"]
        if one["type"] == "labels":
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
    assert part(task, "force")["value"]["start"] == TEXT.index("Harrowmere")
    assert part(task, "force")["value"]["start"] + 1 == len(TEXT.split("Harrowmere")[0].encode("utf-16-le")) // 2


def test_what_is_decided_already_is_not_asked_again(run):
    bring_back(run, label_studio_tasks(run))
    for tool in (label_studio, prodigy):
        taken = tool.export(run, run / "again", run / "book")
        assert (taken.tasks, taken.claims) == (0, 0)
        assert [(one.claim_id, one.reason) for one in taken.left_out] == [
            ("officers_serving-3", "it has no words in the article to mark")
        ]


# Label Studio's own validator

_CHECK = """
import json, sys
from label_studio_sdk.label_interface import LabelInterface
interface = LabelInterface(open(sys.argv[1], encoding="utf-8").read())
interface.validate()
for task in json.load(open(sys.argv[2], encoding="utf-8")):
    made = [*task.pop("predictions", []), *task.pop("annotations", [])]
    print(json.dumps([] if interface.validate_task(task) else ["the task's data"]))
    for each in made:
        print(json.dumps(interface.validate_prediction(each, return_errors=True)))
"""


def complaints(folder: Path, tasks: list[dict]) -> list[str]:
    """What Label Studio's own package finds wrong with tasks, under our labeling configuration."""
    if not (VALIDATORS / "python").exists():
        pytest.skip("there is no validator: sh bin/setup-validators sets it up")
    (folder / "config.xml").write_text(label_studio.labeling_config(), "utf-8")
    (folder / "checked.json").write_text(json.dumps(tasks), "utf-8")
    command = [VALIDATORS / "python", "-c", _CHECK, folder / "config.xml", folder / "checked.json"]
    ran = subprocess.run(command, capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stderr
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(lines) >= len(tasks)
    return [complaint for line in lines for complaint in line]


def test_label_studio_takes_every_task_and_annotation(run, tmp_path):
    tasks = label_studio_tasks(run)
    draw(tasks[0], "unit", "A", "over")
    for number in range(12):
        out = tmp_path / str(number)
        rounds.make_run(random.Random(number), out)
        tasks += json.loads(label_studio.export(out, out / "tasks.json").path.read_text("utf-8"))
    assert complaints(tmp_path, tasks) == []


UNLIKE: dict[str, tuple[Callable[[dict], object], str]] = {
    "no text": (lambda task: task["data"].pop("text"), "the task's data"),
    "a label that is none": (lambda task: part(task, "force")["value"].update(labels=["mood"]), "Invalid value"),
    "a standing that is none": (
        lambda task: part(task, "force", "standing")["value"].update(choices=["guilty"]),
        "Invalid value",
    ),
    "another control": (lambda task: part(task, "force").update(from_name="mood"), "'mood' not found"),
    "another object": (lambda task: part(task, "force").update(to_name="image"), "'image' not found"),
    "another kind": (lambda task: part(task, "force").update(type="choices"), "does not match expected type"),
    "no offsets": (lambda task: part(task, "force")["value"].pop("start"), "Invalid value"),
}


@pytest.mark.parametrize(("change", "complaint"), UNLIKE.values(), ids=UNLIKE.keys())
def test_label_studio_notices_what_is_wrong(run, tmp_path, change, complaint):
    tasks = label_studio_tasks(run)
    change(tasks[0])
    found = complaints(tmp_path, tasks)
    assert len(found) == 1 and complaint in found[0]


# Prodigy


def prodigy_tasks(out: Path, **more: bool) -> dict[str, dict]:
    """The tasks of the run by claim, each of them accepted."""
    lines = prodigy.export(out, out / "tasks.jsonl", **more).path.read_text("utf-8").split("\n")
    tasks = [json.loads(line) | {"answer": "accept"} for line in lines if line]
    return {task["cuttings"]["claim_id"]: task for task in tasks}


def answer(out: Path, tasks: dict[str, dict], *lines: str, **more: str) -> Returned:
    rows = [*(json.dumps(task) for task in tasks.values()), *lines]
    (out / "back.jsonl").write_text("\n".join(rows), "utf-8")
    return prodigy.import_annotations(out / "back.jsonl", out, out / "book", "ann", **more)


def mark(task: dict, words: str) -> None:
    """Mark other words, as the manual interfaces do: by tokens, and without the words themselves."""
    start = task["text"].index(words)
    [begins] = [token["id"] for token in task["tokens"] if token["start"] == start]
    [ends] = [token["id"] for token in task["tokens"] if token["end"] == start + len(words)]
    span = {"start": start, "end": start + len(words), "token_start": begins, "token_end": ends}
    task["spans"] = [span | {"label": task["spans"][0]["label"]}]


ANSWERED: dict[str, tuple[Callable[[dict], object], tuple | None]] = {
    "accept": (lambda task: None, ("accepted",)),
    "reject": (lambda task: task.update(answer="reject"), ("rejected",)),
    "ignore": (lambda task: task.update(answer="ignore"), None),
    "ignore with a flag": (lambda task: task.update(answer="ignore", flagged=True), ("needs_call",)),
    "no answer": (lambda task: task.pop("answer"), None),
    "other words": (lambda task: mark(task, "were charged"), ("corrected", "were charged")),
    "words with an emoji": (lambda task: mark(task, "🚨 posts"), ("corrected", "🚨 posts")),
    "other words, in the span": (
        lambda task: task.update(spans=[{"start": 0, "end": 4, "label": "stage", "text": "were"}]),
        ("corrected", "were"),
    ),
    "what Prodigy adds": (lambda task: task.update(_input_hash=-1, _task_hash=2, _is_binary=True), ("accepted",)),
}


@pytest.mark.parametrize("whole", [False, True], ids=["paragraph", "article"])
@pytest.mark.parametrize(("change", "expected"), ANSWERED.values(), ids=ANSWERED.keys())
def test_an_answer_in_prodigy_becomes_a_verdict(run, change, expected, whole):
    tasks = prodigy_tasks(run, whole=whole)
    task = tasks["stage-charged"]
    change(task)
    if whole and task["spans"][0].get("text") == "were":
        start = task["text"].index("were")
        task["spans"][0] |= {"start": start, "end": start + 4}
    found, again = answer(run, tasks), answer(run, tasks)
    others = {key: says for key, says in ACCEPTED.items() if key != "stage-charged"}
    assert told(run) == others | ({"stage-charged": expected} if expected else {})
    count = 4 if expected else 3
    assert (found, again) == (Returned(count, 0, ()), Returned(0, count, ()))


UNANSWERED: dict[str, tuple[Callable[[dict], object], str]] = {
    "another answer": (lambda task: task.update(answer="yes"), "unknown answer 'yes'; an answer is accept, reject"),
    "an answer that is a number": (lambda task: task.update(answer=1), "answer is 1, not text"),
    "no span": (lambda task: task.update(spans=[]), "accepted with 0 spans"),
    "two spans": (lambda task: task.update(spans=task["spans"] * 2), "accepted with 2 spans"),
    "a span that is none": (lambda task: task.update(spans=["charged"]), "a span is 'charged', not an object"),
    "another label": (lambda task: task["spans"][0].update(label="force"), "its label was stage"),
    "offsets off the tokens": (lambda task: task["spans"][0].update(start=4), "not where its tokens begin and end"),
    "offsets and nothing else": (
        lambda task: task.update(spans=[{"start": 0, "end": 4, "label": "stage"}]),
        "nothing says which words its offsets mean",
    ),
    "words that are elsewhere": (
        lambda task: task.update(spans=[{"start": 0, "end": 4, "label": "stage", "text": "over"}]),
        "its words are 'over', and its text has 'were' there",
    ),
    "tokens of UTF-16 units": (
        lambda task: (mark(task, "posts"), [token.update(start=token["start"] + 1) for token in task["tokens"]]),
        "not where its tokens begin and end",
    ),
    "tokens that are elsewhere": (
        lambda task: (mark(task, "posts"), task["tokens"][-2].update(text="post")),
        "its token 'post' is not at",
    ),
    "offsets beyond the text": (lambda task: task["spans"][0].update(end=10**400), "are no words of its text"),
    "its text was changed": (lambda task: task.update(text=task["text"] + "!"), "its text is not that of the article"),
    "another place": (lambda task: task["cuttings"].update(first=0), "its text is not that of the article"),
    "a place below nothing": (lambda task: task["cuttings"].update(first=-9), "its text is not that of the article"),
    "the claim is gone": (lambda task: task["cuttings"].update(claim_id="=x"), "the run has no claim '=x' any more"),
    "the claim has changed": (lambda task: task["cuttings"].update(check="k0"), "has changed since it was taken out"),
    "a check that is a list": (lambda task: task["cuttings"].update(check=[]), "check is a list, not text"),
    "not our task": (lambda task: task.pop("cuttings"), "cuttings is missing"),
}


@pytest.mark.parametrize(("change", "reason"), UNANSWERED.values(), ids=UNANSWERED.keys())
def test_a_line_that_cannot_be_taken_is_quarantined_alone(run, change, reason):
    tasks = prodigy_tasks(run)
    number = list(tasks).index("stage-charged") + 1
    change(tasks["stage-charged"])
    found = answer(run, tasks)
    [row] = found.quarantined
    assert reason in row.reason
    assert (row.file, row.row) == ("back.jsonl", f"line {number}")
    assert (found.recorded, set(told(run).values())) == (3, {("accepted",)})
    assert (run / "book" / "quarantined-back.jsonl.csv").exists()


LINES = {
    "broken": ('{"text":', "not JSON"),
    "a list": ("[]", "it is a list, not an object"),
    "nested deeply": ('{"a":' * 100_000, "nested too deeply"),
    "NaN": ('{"text": NaN}', "NaN is no number"),
    "nothing in it": ('{"answer": "accept"}', "cuttings is missing"),
}


@pytest.mark.parametrize(("line", "reason"), LINES.values(), ids=LINES.keys())
def test_a_line_that_is_no_task_does_not_keep_the_others_out(run, line, reason):
    found = answer(run, prodigy_tasks(run), line, "")
    [row] = found.quarantined
    assert (row.row, found.recorded) == ("line 5", 4)
    assert reason in row.reason


def test_a_dataset_of_several_people_says_whose_answers_count(run):
    tasks = prodigy_tasks(run)
    for name, task in zip(("ann", "ann", "ann", "bo"), tasks.values(), strict=True):
        task["_annotator_id"] = name
    with pytest.raises(InterchangeError, match=r"several people \(ann, bo\)"):
        answer(run, tasks)
    assert answer(run, tasks, annotator="bo").recorded == 1


def test_a_claim_answered_twice_in_two_ways_is_not_decided(run):
    tasks = prodigy_tasks(run)
    twice = json.dumps(tasks["stage-charged"] | {"answer": "reject"})
    found = answer(run, tasks, twice)
    assert (found.recorded, {row.claim_id for row in found.quarantined}) == (3, {"stage-charged"})


def test_tasks_for_prodigy_are_as_it_documents_them(run, tmp_path):
    for whole in (False, True):
        for number in range(12):
            out = tmp_path / str(number)
            rounds.make_run(random.Random(number), out)
            for task in [*prodigy_tasks(out, whole=whole).values(), *prodigy_tasks(run, whole=whole).values()]:
                SCHEMA.validate(task)
                [span], tokens, text = task["spans"], task["tokens"], task["text"]
                assert "".join(token["text"] + " " * token["ws"] for token in tokens) == text
                assert all(text[token["start"] : token["end"]] == token["text"] for token in tokens)
                assert text[span["start"] : span["end"]] == span["text"]
                assert tokens[span["token_start"]]["start"] == span["start"]
                assert tokens[span["token_end"]]["end"] == span["end"]


@pytest.mark.parametrize(
    "change", [{"spans": [{"start": 0, "end": 1}]}, {"answer": "yes"}, {"text": ""}, {"meta": [1]}]
)
def test_the_schema_refuses_what_the_documentation_does(run, change):
    task = next(iter(prodigy_tasks(run).values()))
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(task | change)


# spaCy


def decided(out: Path, decision: str, *attributes: str) -> None:
    claims = tables.read("claims", out)
    claims.loc[claims["attribute"].isin(attributes), "decision"] = decision
    tables.write("claims", claims, out)


def test_what_reviewers_hold_for_true_is_a_span(run):
    decided(run, "accepted", "force", "officers_serving")
    decided(run, "corrected", "allegation")
    decided(run, "rejected", "stage")
    taken = docbin.export(run, run / "train.spacy")
    spans = docbin.read(taken.path)["a1"]
    assert [(TEXT[one.start : one.end], one.label, one.value) for one in spans] == [
        ("Harrowmere Police", "force", "Harrowmere Police"),
        ("racist", "allegation", "racist"),
    ]
    assert {one.claim_id: one.reason for one in taken.left_out} == {
        "officers_total-3": docbin.UNDECIDED,
        "officers_serving-3": "it has no words in the article to mark",
    }


@pytest.mark.parametrize("words", ["Harrow", "arrowmere Police", "charge", "Police\nwere", "🚨 p"])
def test_words_off_the_tokens_are_listed_and_never_moved(tmp_path, words):
    off = claim("unit", "A team", words, decision="accepted")
    taken = docbin.export(written(tmp_path / "out", TEXT, [off], accounts=1), tmp_path / "train.spacy")
    found = [TEXT[one.start : one.end] for spans in docbin.read(taken.path).values() for one in spans]
    fits = spacy.blank("en")(TEXT).char_span(off["start"], off["end"]) is not None
    assert fits == (words == "Police\nwere")
    assert found == ([words] if fits else [])
    assert [one.reason for one in taken.left_out] == ([] if fits else [docbin.OFF_TOKENS])


@pytest.mark.parametrize("content", [b"", b"[]", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_file_that_is_no_docbin_is_refused_by_name(tmp_path, content):
    (tmp_path / "train.spacy").write_bytes(content)
    with pytest.raises(InterchangeError, match=r"train\.spacy is no DocBin"):
        docbin.read(tmp_path / "train.spacy")


# What is told of it


def test_the_guide_names_every_function_and_file():
    guide = (CHECKOUT / "docs" / "interchange.md").read_text("utf-8")
    named = ("label_studio.export", "label_studio.labeling_config", "label_studio.import_annotations", "prodigy.export")
    named += ("prodigy.import_annotations", "docbin.export", "docbin.read", "quarantined-", "annotator", "left_out")
    assert [name for name in named if name not in guide] == []
