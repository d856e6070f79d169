from itertools import permutations

import pytest

from cuttings.assemble.linkage import clusters
from cuttings.scoring.matters import b_cubed, pairwise

KINDS = {"a": 1, "b": 2, "c": 3, "d": 4}

CASES = [
    pytest.param({}, (), [("a",), ("b",), ("c",), ("d",)], id="nothing in common"),
    pytest.param({("a", "b"): 4.0}, (), [("a", "b"), ("c",), ("d",)], id="one pair"),
    pytest.param({("b", "a"): 4.0}, (), [("a", "b"), ("c",), ("d",)], id="a pair from its other side"),
    pytest.param({("a", "b"): 3.4}, (), [("a",), ("b",), ("c",), ("d",)], id="not enough"),
    pytest.param({("a", "b"): 9.0, ("b", "c"): 5.0}, (), [("a", "b"), ("c",), ("d",)], id="no chain"),
    pytest.param({("a", "b"): 9.0, ("b", "c"): 5.0, ("a", "c"): 2.0}, (), [("a", "b", "c"), ("d",)], id="on average"),
    pytest.param({("a", "b"): 9.0}, [("b", "a")], [("a",), ("b",), ("c",), ("d",)], id="told apart"),
    pytest.param(
        {("a", "b"): 9.0, ("a", "c"): 8.0, ("b", "c"): 8.0}, [("b", "c")], [("a", "b"), ("c",), ("d",)], id="by another"
    ),
]


@pytest.mark.parametrize(("scores", "apart", "expected"), CASES)
def test_clusters(scores, apart, expected):
    assert clusters(KINDS, scores, 3.5, apart) == expected


def test_two_of_one_kind_are_never_together():
    assert clusters(KINDS | {"b": 1}, {("a", "b"): 9.0}, 3.5) == [("a",), ("b",), ("c",), ("d",)]


def test_the_order_of_the_pairs_does_not_matter():
    scores = {("a", "b"): 4.0, ("b", "c"): 4.0, ("c", "d"): 4.0, ("a", "d"): 4.0}
    found = {tuple(clusters(KINDS, dict(order), 3.5)) for order in permutations(scores.items())}
    assert len(found) == 1


ITEMS = [("1", "x", "p"), ("2", "x", "p"), ("3", "x", "q"), ("4", "y", "q"), ("5", "z", "r")]


def test_pairs():
    """Of three pairs of x one is there; of two pairs of the run's one is of two matters."""
    score = pairwise(ITEMS)
    assert (score.gold, score.found, score.tp, score.fp, score.fn) == (3, 2, 1, 1, 2)


def test_b_cubed_leaves_out_what_one_article_alone_tells_of():
    """Precision 1, 1, 1/2, 1/2; recall 2/3, 2/3, 1/3, 1; the fifth is alone on both sides."""
    count, precision, recall = b_cubed(ITEMS)
    assert (count, precision, round(recall, 3)) == (4, 0.75, 0.667)


def test_nothing_to_measure():
    assert b_cubed([("1", "x", "p"), ("2", "y", "q")]) == (0, None, None)


def test_what_a_reviewer_puts_together_is_together_whatever_else_is_said():
    kinds, scores = {"a": 1, "b": 2, "c": 3}, {("a", "c"): 5.0}
    assert clusters(kinds, scores, 3.5, [("b", "c")], [("a", "b")]) == [("a", "b", "c")]
    never = [frozenset(("b", "c"))]
    assert clusters(kinds, scores, 3.5, never, [("a", "b")], never) == [("a", "c"), ("b",)]
