"""Gold out of a review: what reviewers accepted is right, what they rejected is wrong. All names invented."""

from functools import cache
from pathlib import Path

import pytest

from cuttings import cli, review, tables, vocabulary
from cuttings.casebook import Decision
from cuttings.evaluation import evaluate, read_gold, report_lines
from cuttings.review.queue import Queue
from cuttings.scoring.reviewed import export_gold

TEXTS = {
    "a1": "Three constables charged\n\nThree constables of Harrowmere Police were charged over WhatsApp messages. "
    "Earlier a sergeant of Brackley Police was sacked.",
    "a2": "Two constables of Harrowmere Police were suspended over Signal messages.",
    "a3": "The flower show opens on Saturday.",
}
once = cache(vocabulary.load)
CLAIMS = (  # article, incident, attribute, value, words
    ("a1", "i1", "force", "Harrowmere Police", "Harrowmere Police"),
    ("a1", "i1", "officers_total", "3", "Three constables"),
    ("a1", "i1", "stage", "charged", "charged"),
    ("a1", "i1", "platform", "WhatsApp", "WhatsApp"),
    ("a1", "i2", "force", "Brackley Police", "Brackley Police"),
    ("a1", "i2", "sanction", "dismissed", "sacked"),
    ("a2", "i1", "force", "Harrowmere Police", "Harrowmere Police"),
    ("a2", "i1", "officers_total", "2", "Two constables"),
    ("a2", "i1", "platform", "Signal", "Signal"),
)


def claim(article: str, incident: str, attribute: str, value: str, words: str) -> dict:
    start = TEXTS[article].index(words)
    row = {"claim_id": f"{article}-{attribute}-{value}", "incident_id": incident, "article_id": article}
    row |= {"attribute": attribute, "value": value, "start": start, "end": start + len(words), "evidence": words}
    return row | {"standing": "reported", "origin": "rule", "rule": "r1"}


@pytest.fixture(autouse=True)
def vocabulary_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "load", once)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    articles = [
        {"article_id": name, "file": f"{name}.txt", "sha256": name * 32, "text": text, "title": f"={name}"}
        | {"language": "en", "published_basis": "none"}
        for name, text in TEXTS.items()
    ]
    told = [("a1", "i1", 0, "main"), ("a1", "i2", 1, "background"), ("a2", "i1", 0, "main")]
    covered = [dict(zip(("article_id", "incident_id", "account", "role"), row, strict=True)) for row in told]
    starts = {("a1", 0): 0, ("a1", 1): TEXTS["a1"].index("Earlier"), ("a2", 0): 0}
    sentences = [
        {"article_id": article, "account": account, "start": start, "end": start + 7}
        for (article, account), start in starts.items()
    ]
    rows = {"articles": articles, "coverage": covered, "sentences": sentences}
    rows |= {"incidents": [{"incident_id": "i1"}, {"incident_id": "i2"}], "claims": [claim(*of) for of in CLAIMS]}
    for name in (*rows, "subjects", "people", "quotes", "links"):
        tables.write(name, tables.frame(name, rows.get(name, [])), out)
    return out


@pytest.fixture
def casebook(tmp_path: Path) -> Path:
    return tmp_path / "casebook"


def decide(run: Path, casebook: Path, reviewer: str = "ann", **verdicts: str | tuple[str, str]) -> None:
    """Accept every claim, but for those named (``a1_force_Brackley=…``): a verdict, with a new value, or nothing."""
    for item in Queue(run).items:
        cell = f"{item.claim['article_id']}_{item.claim['attribute']}_{item.claim['value'].split()[0]}"
        verdict = verdicts.get(cell, "accepted")
        said = verdict if isinstance(verdict, tuple) else (verdict,)
        if verdict:
            review.record(casebook, review.decide(item.claim, item.article, reviewer, *said))


def add(run: Path, casebook: Path, attribute: str, value: str, words: str, account: int = 0) -> Decision:
    article = tables.read("articles", run).to_dict("records")[0]
    start = article["text"].index(words)
    made = review.add(attribute, value, (start, start + len(words)), account, article, "ann")
    review.record(casebook, made)
    return made


def scored(run: Path, gold: Path, *columns: str) -> list[tuple[int, int, int]]:
    """Right, wrong and missing of each column."""
    frame = evaluate(run, gold).set_index("column")
    return [tuple(int(frame.loc[column, name]) for name in ("tp", "fp", "fn")) for column in columns]


def test_a_run_that_was_accepted_in_full_is_right_in_full(run: Path, casebook: Path, tmp_path: Path) -> None:
    decide(run, casebook)
    exported = export_gold(run, casebook, tmp_path / "gold")
    assert (exported.articles, exported.claims) == (2, 9)
    frame = evaluate(run, exported.folder).set_index("column")
    judged = frame[frame["gold"] > 0].loc[:"all"]
    assert set(judged["precision"]) == set(judged["recall"]) == {1.0}
    assert {*judged.index} >= {"force", "officers_total", "stage", "standing", "coverage", "main", "all"}
    assert judged.loc["all", "gold"] == 9


@pytest.mark.parametrize(
    ("verdicts", "column", "expected"),
    [
        pytest.param({"a1_platform_WhatsApp": "rejected"}, "platform", (1, 1, 0), id="rejected: wrong"),
        pytest.param({"a1_officers_total_3": ("corrected", "4")}, "officers_total", (1, 1, 1), id="wrong and missing"),
        pytest.param({"a1_officers_total_3": ("corrected", "4")}, "all", (8, 1, 1), id="and all others right"),
        pytest.param(
            {"a1_force_Brackley": "rejected", "a1_sanction_dismissed": "rejected"},
            *["coverage", (2, 1, 0)],
            id="an incident of which all is rejected is none",
        ),
    ],
)
def test_what_reviewers_changed_counts_against_the_run(
    run: Path, casebook: Path, tmp_path: Path, verdicts: dict, column: str, expected: tuple
) -> None:
    decide(run, casebook, **verdicts)
    assert scored(run, export_gold(run, casebook, tmp_path / "gold").folder, column) == [expected]


def test_what_was_added_is_missing_from_the_run(run: Path, casebook: Path, tmp_path: Path) -> None:
    decide(run, casebook)
    add(run, casebook, "allegation", "racist", "messages")
    add(run, casebook, "stage", "concluded_sanction", "sacked", account=TEXTS["a1"].index("Earlier"))
    gold = export_gold(run, casebook, tmp_path / "gold").folder
    assert scored(run, gold, "allegation", "stage", "force") == [(0, 0, 1), (1, 0, 1), (3, 0, 0)]
    [row] = [row for row in read_gold(gold).claims if row["attribute"] == "allegation"]
    assert (row["incident"], row["evidence"], row["standing"]) == ("i1", "messages", "reported")


@pytest.mark.parametrize(
    ("attribute", "value", "expected"),
    [("stage", "arrested", ("charged", "")), ("stage", "convicted", ("convicted", "")), ("officers_total", "5", "5/3")],
)
def test_gold_has_the_furthest_of_stages_and_counts_as_alternatives(
    run: Path, casebook: Path, tmp_path: Path, attribute: str, value: str, expected
) -> None:
    decide(run, casebook)
    add(run, casebook, attribute, value, "messages")
    gold = read_gold(export_gold(run, casebook, tmp_path / "gold").folder)
    [row] = [row for row in gold.of("claims", "a1.txt", "i1") if row["attribute"] == attribute]
    wanted = tuple(expected.split("/")) if isinstance(expected, str) else expected
    assert (row["value"], row["alternatives"]) == wanted


NOTHING = ("a3.txt", "nothing was read in it, and nobody has said that nothing is there")


@pytest.mark.parametrize(
    ("verdicts", "reason"),
    [
        pytest.param({"a1_stage_charged": ""}, "1 of its 6 claims is not decided", id="one is open"),
        pytest.param(
            {"a1_stage_charged": "", "a1_sanction_dismissed": "needs_call"},
            *["2 of its 6 claims are not decided"],
            id="a question is no decision",
        ),
    ],
)
def test_an_article_that_is_half_reviewed_is_left_out(
    run: Path, casebook: Path, tmp_path: Path, verdicts: dict, reason: str
) -> None:
    decide(run, casebook, **verdicts)
    exported = export_gold(run, casebook, tmp_path / "gold")
    assert exported.left_out == (("a1.txt", reason), NOTHING)
    assert {row["file"] for row in read_gold(exported.folder).articles} == {"a2.txt"}
    assert scored(run, exported.folder, "all") == [(3, 0, 0)]
    noted = (exported.folder / "left_out.csv").read_text("utf-8-sig")
    assert f'"article","a1.txt","{reason}"' in noted


def test_an_article_on_which_reviewers_differ_is_left_out(run: Path, casebook: Path, tmp_path: Path) -> None:
    decide(run, casebook)
    decide(run, casebook, "bob", a2_platform_Signal="rejected")
    exported = export_gold(run, casebook, tmp_path / "gold")
    assert exported.left_out == (("a2.txt", "1 of its 3 claims is not decided"), NOTHING)


def test_an_article_with_decisions_that_fit_no_claim_is_left_out(run: Path, casebook: Path, tmp_path: Path) -> None:
    decide(run, casebook)
    lost = add(run, casebook, "allegation", "racist", "messages", account=3)
    exported = export_gold(run, casebook, tmp_path / "gold")
    assert exported.left_out == (("a1.txt", "1 of the decisions on it fits no claim of this run"), NOTHING)
    review.record(casebook, review.withdraw(lost, "ann"))
    assert export_gold(run, casebook, tmp_path / "gold").left_out == (NOTHING,)


def test_what_decisions_do_not_tell_is_not_judged(run: Path, casebook: Path, tmp_path: Path) -> None:
    decide(run, casebook)
    frame = evaluate(run, export_gold(run, casebook, tmp_path / "gold").folder).set_index("column")
    for column in ("title", "published", "subjects", "people", "quotes", "links", "same incident", "coverage role"):
        assert frame.loc[column].isna().all(), column
    assert "<NA>" not in report_lines(frame.reset_index())


def test_the_command_reads_it(run: Path, casebook: Path, tmp_path: Path, capsys) -> None:
    decide(run, casebook, a1_stage_charged="rejected")
    gold = export_gold(run, casebook, tmp_path / "gold").folder
    assert cli.main(["evaluate", "--run", str(run), "--gold", str(gold)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert next(line.split() for line in told if line.split()[:1] == ["all"]) == [
        *("all", "8", "9", "8", "1", "0", "0.889", "1.000", "0.941")
    ]
    assert "one incident in several articles: this gold does not say" in told


@pytest.mark.parametrize("content", [None, "file,incident,role,optional\n"])
def test_there_is_no_gold_without_a_whole_article_nor_over_other_gold(
    run: Path, casebook: Path, tmp_path: Path, content: str | None
) -> None:
    folder = tmp_path / "gold"
    if content:
        folder.mkdir()
        (folder / "coverage.csv").write_text(content)
        decide(run, casebook)
    with pytest.raises(review.DecisionError, match="choose another folder" if content else "no gold to write yet"):
        export_gold(run, casebook, folder)
    assert [path.name for path in folder.glob("*")] == (["coverage.csv"] if content else [])


def test_gold_is_exported_again_over_itself(run: Path, casebook: Path, tmp_path: Path) -> None:
    decide(run, casebook, a1_stage_charged="")
    export_gold(run, casebook, tmp_path / "gold")
    decide(run, casebook)
    assert export_gold(run, casebook, tmp_path / "gold").claims == 9
    assert {row["file"] for row in read_gold(tmp_path / "gold").articles} == {"a1.txt", "a2.txt"}


def test_the_examples_accepted_in_full_come_back_as_their_own_gold(finished_run, casebook: Path, tmp_path) -> None:
    decide(finished_run.out, casebook)
    gold = export_gold(finished_run.out, casebook, tmp_path / "gold").folder
    frame = evaluate(finished_run.out, gold).set_index("column").loc[[*tables.ATTRIBUTES, "coverage", "standing"]]
    assert (frame["gold"] > 0).all()
    assert set(frame["precision"]) == set(frame["recall"]) == {1.0}
