"""How far reviewers agree, by figures worked out by hand."""

from itertools import count

import pandas as pd
import pytest

from cuttings.casebook import Decision
from cuttings.review import withdraw
from cuttings.review.agreement import agreement, report_lines

TIMES = count()


def said(reviewer: str, number: int, verdict: str, new_value: str = "", attribute: str = "stage", **more) -> Decision:
    """What a reviewer says of the claim of this number."""
    key = ("ab" * 32, "0" * 16, number, number + 5, "words", attribute, "charged")
    return Decision(f"d{next(TIMES)}", "2026-01-02T03:04:05.000+00:00", reviewer, *key, verdict, new_value, **more)


def letters(ann: str, bob: str, attribute: str = "stage") -> list[Decision]:
    """Two reviewers' verdicts, a letter a claim: ``a``ccepted, ``r``ejected, a digit for a correction to it, ``?`` for
    needs_call, ``.`` for nothing.
    """
    words = {"a": ("accepted",), "r": ("rejected",), "?": ("needs_call",)}
    return [
        said(reviewer, number, *words.get(letter, ("corrected", letter)), attribute=attribute)
        for reviewer, answers in (("ann", ann), ("bob", bob))
        for number, letter in enumerate(answers)
        if letter != "."
    ]


def names(ann: str, bob: str) -> list[Decision]:
    """What two reviewers say of who may be named, y or n."""
    answers = {"y": "yes", "n": "no"}
    each = [
        (by, number, answers[one]) for by, said_ in (("ann", ann), ("bob", bob)) for number, one in enumerate(said_)
    ]
    return [said(by, number, "corrected", answer, "nameable") for by, number, answer in each]


def row(decisions: list[Decision], attribute: str = "stage", reviewers: str = "ann | bob") -> tuple:
    frame = agreement(decisions).set_index(["attribute", "reviewers"])
    found = frame.loc[(attribute, reviewers)]
    return found["claims"], found["agreed"], None if pd.isna(found["kappa"]) else round(found["kappa"], 4)


@pytest.mark.parametrize(
    ("ann", "bob", "expected"),
    [
        pytest.param("aarr", "aarr", (4, 4, 1.0), id="perfect"),
        # seen 3/4; by chance 2/4 * 3/4 + 2/4 * 1/4 = 1/2
        pytest.param("aarr", "aaar", (4, 3, 0.5), id="half of what chance leaves"),
        # seen 1/2; by chance the same
        pytest.param("aarr", "arar", (4, 2, 0.0), id="no more than chance"),
        # seen 0; by chance 1/4 + 1/4
        pytest.param("aarr", "rraa", (4, 0, -1.0), id="opposites"),
        # seen 1/3; by chance 2/3 * 2/3 + 1/3 * 1/3 = 5/9
        pytest.param("aar", "ara", (3, 1, -0.5), id="less than chance"),
        # seen 15/20; by chance (10 * 12 + 6 * 4 + 4 * 4) / 400 = 0.4
        pytest.param("a" * 10 + "r" * 6 + "4" * 4, "a" * 9 + "r" + "aarrr4" + "a444", (20, 15, 0.5833), id="three"),
        pytest.param("aaaa", "aaaa", (4, 4, None), id="both always accept: undefined"),
        pytest.param("4444", "4444", (4, 4, None), id="both always correct it alike: undefined"),
        # seen 3/4; by chance 1 * 3/4
        pytest.param("aaaa", "aaar", (4, 3, 0.0), id="one of them always accepts"),
        # seen 3/4; by chance 2/4 * 2/4 + 2/4 * 1/4 = 3/8
        pytest.param("4455", "4456", (4, 3, 0.6), id="corrections agree by their value"),
        pytest.param("a?r.a", "arrrr", (3, 2, 0.4), id="needs_call is no answer"),
        pytest.param("a", "r", (1, 0, 0.0), id="one claim, two answers"),
    ],
)
def test_kappa_of_two_reviewers(ann: str, bob: str, expected: tuple) -> None:
    assert row(letters(ann, bob)) == expected
    assert row(letters(ann, bob), "all") == expected


def test_only_the_last_word_counts() -> None:
    first = letters("rrrr", "aarr")
    assert row(first + letters("aarr", "")) == (4, 4, 1.0)
    assert row(first + letters("?...", "")) == (3, 2, 0.0), "to ask somebody takes the answer back"
    assert row([*first, withdraw(first[0], "ann")]) == (3, 2, 0.0)


def test_of_three_reviewers_each_pair_has_a_row() -> None:
    decisions = letters("aarr", "aaar") + [said("cat", n, verdict) for n, verdict in enumerate(("rejected",) * 2)]
    frame = agreement(decisions)
    assert [*zip(frame["attribute"], frame["reviewers"], frame["claims"], strict=True)] == [
        *(("stage", pair, many) for pair, many in (("ann | bob", 4), ("ann | cat", 2), ("bob | cat", 2))),
        *(("all", pair, many) for pair, many in (("ann | bob", 4), ("ann | cat", 2), ("bob | cat", 2))),
    ]


def test_attributes_come_in_the_order_of_the_tables_and_add_up() -> None:
    decisions = letters("aa", "ar", "stage") + letters("ar", "ar", "force") + names("yn", "yy")
    frame = agreement(decisions)
    assert [*frame["attribute"]] == ["force", "stage", "nameable", "all"]
    assert row(decisions, "all") == (4, 3, 0.5), "names have no part in it"
    assert row(decisions, "nameable") == (2, 1, 0.0)


def test_whoever_adds_a_claim_accepts_it() -> None:
    added = said("ann", 7, "added", account=0, new_standing="reported")
    assert row([added, said("bob", 7, "accepted", account=0), *letters("r", "r")]) == (2, 2, 1.0)


def test_the_same_value_with_other_words_is_another_answer() -> None:
    moved = said("bob", 0, "corrected", "4", new_start=1, new_end=3, new_words="or")
    assert row([said("ann", 0, "corrected", "4"), moved])[:2] == (1, 0)


def test_nobody_to_agree_with() -> None:
    for decisions in ([], letters("aar", "")):
        frame = agreement(decisions)
        assert frame.empty
        assert list(frame.columns) == ["attribute", "reviewers", "claims", "agreed", "kappa"]
        assert report_lines(frame) == "no claim was decided by two reviewers"


def test_it_is_told_in_columns() -> None:
    told = report_lines(agreement(letters("aarr", "aaar") + letters("aa", "aa", "force")))
    assert told.splitlines() == [
        "how far reviewers agree  reviewers  claims  agreed  kappa",
        "force                    ann | bob       2       2      -",
        "stage                    ann | bob       4       3   0.50",
        "all                      ann | bob       6       5   0.57",
    ]
