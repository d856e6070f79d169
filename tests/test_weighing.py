"""Choosing among an account's totals: the ranking, its weights, and how they are learnt."""

import csv
import io

import numpy as np
import pytest

from annotated import article, assembled, main_claims, name_of, of
from cuttings.assemble.subjects import weighing
from cuttings.assemble.subjects.weighing import FEATURES
from cuttings.corpus import learning
from cuttings.corpus.learning import Choice

TEXT = (
    "Three Kerrin Police constables are under investigation over racist WhatsApp messages.\n\n"
    "The force said that 31 officers had been told to hand in their phones."
)
NOTHING = dict.fromkeys(FEATURES, 0.0)


def total(tmp_path, weights: dict[str, float] | None = None) -> str:
    with weighing.using(weights or weighing.shipped()):
        return "".join(of(main_claims(assembled(tmp_path, [article(TEXT)]), TEXT), "officers_total"))


def test_the_shipped_weights_are_of_the_features() -> None:
    assert tuple(weighing.shipped()) == FEATURES


def test_those_who_are_only_told_something_are_not_the_total(tmp_path) -> None:
    assert total(tmp_path) == "3"


@pytest.mark.parametrize(
    ("weights", "chosen"), [({"size": 1.0}, "31"), ({"first_sentence": 1.0}, "3"), ({"none": 9.0}, "")]
)
def test_weights_decide_and_may_leave_the_cell_empty(tmp_path, weights: dict[str, float], chosen: str) -> None:
    assert total(tmp_path, NOTHING | weights) == chosen


def test_where_no_total_is_taken_whoever_is_named_stays_a_subject(tmp_path) -> None:
    text = "PC Dana Frome, of Kerrin Police, was dismissed over racist WhatsApp messages."
    with weighing.using(NOTHING | {"none": 9.0}):
        run = assembled(tmp_path, [article(text)])
    rows = run["subjects"][run["subjects"]["article_id"] == name_of(text)]
    assert list(rows["name"]) == ["Dana Frome"]


# Learning


def choice(story: int, right: int, *rows: dict[str, float]) -> Choice:
    """An account of a story whose totals have these features; ``right`` is the number of the right one."""
    options = [[row.get(name, 0.0) for name in FEATURES] for row in (*rows, {"none": 1.0})]
    return Choice(f"train-{story:02}-01.txt", np.array(options), np.eye(len(options))[right])


SAID_IN_THE_HEADLINE = [choice(n, n % 2, *[{"headline": 1.0}, {"late": 1.0}][:: 1 - 2 * (n % 2)]) for n in range(20)]


def test_what_tells_the_right_total_is_learnt() -> None:
    weights = dict(zip(FEATURES, learning.learn(SAID_IN_THE_HEADLINE), strict=True))
    assert weights["headline"] > 0.5 > -0.5 > weights["late"]
    assert learning.cross_validated(SAID_IN_THE_HEADLINE) == (1.0, 1.0)


def test_the_same_articles_give_the_same_weights() -> None:
    tables = {learning.table(learning.learn(SAID_IN_THE_HEADLINE)) for _ in range(2)}
    assert len(tables) == 1
    rows = list(csv.DictReader(io.StringIO(tables.pop())))
    assert [row["feature"] for row in rows] == list(FEATURES)


def test_the_cell_stays_empty_where_gold_has_none() -> None:
    none = [choice(n, 1, {"members": 1.0, "favourite": 1.0}) for n in range(20)]
    assert learning.rates(none, learning.learn(none)) == (0.0, 0.0)
    assert learning.rates(none, learning._START) == (0.0, 0.0)
