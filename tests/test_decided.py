"""What reviewers' decisions say of the machine: counted by rule and by month. All names invented."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from cuttings import cli
from cuttings.casebook import Decision, record
from cuttings.review import withdraw
from cuttings.scoring import decided


def said(
    number: int,
    verdict: str,
    rule: str = "stages:charged",
    reviewer: str = "ann",
    attribute: str = "stage",
    **more: str,
) -> Decision:
    """What a reviewer says, in January, of the claim of this number."""
    new = {"new_value": "yes" if attribute == "nameable" else "arrested"} if verdict == "corrected" else {}
    new |= {"account": 0, "new_standing": "reported"} if verdict == "added" else {}
    key = ("ab" * 32, "0" * 16, number, number + 5, "words", attribute, "charged")
    made = Decision("d", "2026-01-31T23:59:59.999+00:00", reviewer, *key, verdict, rule=rule, **new)
    return replace(made, **more)


JAILED = "stages:jailed"
TWO_RULES = [
    *(said(number, "accepted") for number in range(3)),
    *(said(3, "corrected"), said(4, "rejected")),
    *(said(5, "accepted", JAILED), said(6, "rejected", JAILED)),
    *(said(7, "added", ""), said(8, "added", "")),
]


def counted(decisions: list[Decision], attribute: str = "stage", rule: str = "") -> tuple:
    """decided, accepted, corrected, rejected, added, disputed, precision, recall."""
    frame = decided.scores(decisions)
    [row] = frame[(frame["attribute"] == attribute) & (frame["rule"] == rule)].itertuples(index=False)
    rates = (None if pd.isna(rate) else round(rate, 3) for rate in row[-2:])
    return (*row[2:-2], *rates)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param("stages:charged", (5, 3, 1, 1, 0, 0, 0.6, None), id="a rule: of five, three are right"),
        pytest.param(JAILED, (2, 1, 0, 1, 0, 0, 0.5, None), id="another"),
        # found and right 4, found and put right 1, added 2
        pytest.param("", (7, 4, 1, 2, 2, 0, 0.571, 0.571), id="the attribute, with what was missed"),
    ],
)
def test_each_rule_is_counted_and_then_the_attribute(rule: str, expected: tuple) -> None:
    assert counted(TWO_RULES, rule=rule) == expected
    if not rule:
        assert counted(TWO_RULES, "all") == expected


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        pytest.param([said(0, "needs_call")], None, id="a question is no decision"),
        pytest.param([said(0, "accepted"), withdraw(said(0, "accepted"), "ann")], None, id="taken back"),
        pytest.param([said(0, "rejected"), said(0, "accepted")], (1, 1, 0, 0, 0, 0, 1.0, 1.0), id="the last word"),
        pytest.param(
            [said(0, "accepted"), said(0, "accepted", reviewer="bob")],
            *[(1, 1, 0, 0, 0, 0, 1.0, 1.0)],
            id="two who agree decide one claim",
        ),
        pytest.param(
            [said(0, "accepted"), said(0, "rejected", reviewer="bob"), said(1, "rejected")],
            *[(1, 0, 0, 1, 0, 1, 0.0, None)],
            id="where they differ it is disputed, and counts for nothing else",
        ),
        pytest.param(
            [said(0, "accepted"), said(0, "needs_call", reviewer="bob")],
            *[(1, 1, 0, 0, 0, 0, 1.0, 1.0)],
            id="a question beside an answer",
        ),
        pytest.param(
            [said(0, "added", ""), said(0, "accepted", "added", "bob", account=0)],
            *[(0, 0, 0, 0, 1, 0, None, 0.0)],
            id="a claim that was added, and that another accepts, was missed",
        ),
        pytest.param(
            [said(0, "added", ""), said(0, "rejected", "added", account=0)],
            None,
            id="added, and thought better of: no claim",
        ),
        pytest.param(
            [said(0, "corrected", attribute="nameable", new_value="yes")], None, id="who may be named is no claim"
        ),
    ],
)
def test_what_counts_as_a_decision(decisions: list[Decision], expected: tuple | None) -> None:
    if expected is None:
        assert decided.scores(decisions).empty
        assert decided.report_lines(decisions) == "reviewers have decided on no claim yet"
    else:
        assert counted(decisions) == expected


def test_decisions_that_do_not_say_the_rule_have_a_row_unless_another_on_the_claim_does() -> None:
    assert counted([said(0, "accepted", "")], rule="unknown")[0] == 1
    told = [said(0, "accepted"), said(0, "accepted", "", "bob")]
    assert counted(told, rule="stages:charged")[0] == 1


def test_attributes_come_in_the_order_of_the_tables_each_before_its_rules() -> None:
    frame = decided.scores([*TWO_RULES, said(0, "accepted", "forces:1", attribute="force")])
    assert [*zip(frame["attribute"], frame["rule"], strict=True)] == [
        *(("force", ""), ("force", "forces:1"), ("stage", ""), ("stage", "stages:charged"), ("stage", JAILED)),
        ("all", ""),
    ]
    assert frame["decided"].dtype == "Int64" and frame["precision"].dtype == "Float64"


def test_by_month_of_the_decision_that_stands() -> None:
    february = {"time": "2026-02-01T00:00:00.000+00:00"}
    decisions = [said(0, "rejected"), said(1, "rejected"), said(0, "accepted", **february)]
    decisions += [said(2, "added", "", **february), said(3, "accepted", attribute="force", time="yesterday")]
    frame = decided.over_time(decisions)
    assert [*zip(frame["month"], frame["attribute"], frame["decided"], frame["added"], strict=True)] == [
        *(("2026-01", "stage", 1, 0), ("2026-01", "all", 1, 0)),
        *(("2026-02", "stage", 1, 1), ("2026-02", "all", 1, 1)),
        *(("unknown", "force", 1, 0), ("unknown", "all", 1, 0)),
    ]


def test_it_is_told_in_columns() -> None:
    assert decided.report_lines(TWO_RULES).splitlines() == [
        "what reviewers decided  decided  accepted  corrected  rejected  added  disputed  precision  recall",
        "stage                         7         4          1         2      2         0      0.571   0.571",
        "  stages:charged              5         3          1         1      0         0      0.600       -",
        "  stages:jailed               2         1          0         1      0         0      0.500       -",
        "all attributes                7         4          1         2      2         0      0.571   0.571",
        "",
        "by month                decided  accepted  corrected  rejected  added  disputed  precision  recall",
        "2026-01                       7         4          1         2      2         0      0.571   0.571",
    ]


# The command


def test_evaluate_tells_what_reviewers_decided_and_how_far_they_agree(tmp_path: Path, capsys) -> None:
    for decision in (*TWO_RULES, said(0, "accepted", reviewer="bob")):
        record(tmp_path, decision)
    assert cli.main(["evaluate", "--decisions", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert decided.report_lines(TWO_RULES) in told
    assert "ann | bob       1       1      -" in told


@pytest.mark.parametrize(
    ("content", "more", "message"),
    [
        (None, [], "is no casebook: it has no decisions.jsonl"),
        ("{}\n", [], "line 1: not a decision"),
        ("", ["--run", "out"], "leave out --run"),
    ],
)
def test_evaluate_refuses_what_is_no_casebook(tmp_path: Path, capsys, content, more: list, message: str) -> None:
    if content is not None:
        (tmp_path / "decisions.jsonl").write_text(content)
    assert cli.main(["evaluate", "--decisions", str(tmp_path), *more]) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "decisions.torn").exists()


def test_evaluate_of_an_empty_casebook_says_so(tmp_path: Path, capsys) -> None:
    (tmp_path / "decisions.jsonl").touch()
    assert cli.main(["evaluate", "--decisions", str(tmp_path)]) == 0
    assert "decided on no claim yet" in capsys.readouterr().out
