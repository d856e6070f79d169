from dataclasses import fields, replace
from itertools import permutations

import pytest

from cuttings.assemble.matching import NEAR, SAME, Features, compare, groups, matches

# an account of which nothing is told
NOTHING = {column.name: "" if column.type is str else frozenset() for column in fields(Features)}
BASE = Features(
    **NOTHING
    | {
        "key": "a1/0",
        "article_id": "a1",
        "published": "2024-05-10",
        "forces": frozenset({"Kerrin Police"}),
        "platforms": frozenset({"WhatsApp"}),
        "allegations": frozenset({"racist"}),
        "total": "6",
    }
)


def told(article_id: str, **cells: object) -> Features:
    """Another article's account, like ``BASE`` but for some cells; lists become frozen sets."""
    frozen = {k: frozenset(v) if isinstance(v, list) else v for k, v in cells.items()}
    return replace(BASE, key=f"{article_id}/{frozen.pop('number', 0)}", article_id=article_id, **frozen)


PAIRS = [
    pytest.param({}, "same", id="the same force, count, app and week"),
    pytest.param({"total": ""}, "near", id="one force and app, and nothing that tells it from another matter"),
    pytest.param({"total": "1"}, "apart or near", id="another count"),
    pytest.param({"forces": ["Harrowmere Constabulary"]}, "none", id="another force"),
    pytest.param({"forces": [], "subjects": []}, "none", id="no force and no name"),
    pytest.param({"published": "2015-01-01", "platforms": ["Facebook"], "total": "3"}, "apart", id="years apart"),
    pytest.param({"published": "2026-02-01"}, "same", id="a later hearing of the same six"),
]


@pytest.mark.parametrize(("cells", "verdict"), PAIRS)
def test_two_articles(cells, verdict):
    found = [match.verdict for match in matches([BASE, told("a2", **cells)], set())]
    if verdict in {"none", "apart"}:
        assert found in ([], ["apart"])
    else:
        assert found and found[0] in verdict.split(" or ")


def test_a_named_subject_in_common_is_enough():
    left, right = (told(name, subjects=["Dana Frome"], total="") for name in ("a1", "a2"))
    assert [match.verdict for match in matches([left, right], set())] == ["same"]


def test_other_named_subjects_keep_two_cases_of_one_force_apart():
    left, right = told("a1", subjects=["Dana Frome"], total="1"), told("a2", subjects=["Lee Ashby"], total="1")
    assert compare(left, right)[0] < NEAR


def test_single_officers_of_one_force_are_not_joined_by_their_number():
    left, right = told("a1", total="1"), told("a2", total="1")
    assert compare(left, right)[0] < SAME


def test_two_accounts_of_one_article_are_apart():
    [match] = matches([BASE, replace(BASE, key="a1/1")], set())
    assert match.verdict == "apart"


def test_what_an_article_says_is_not_linked_is_apart():
    other = told("a2")
    [match] = matches([BASE, other], {frozenset({"a1/0", "a2/0"})})
    assert match.verdict == "apart"


def test_a_pair_is_scored_the_same_from_both_sides():
    left, right = BASE, told("a2", total="7", units=["Tarrow Road police station"])
    assert compare(left, right) == compare(right, left)


def test_the_points_are_told_in_words():
    [match] = matches([BASE, told("a2")], set())
    assert "force +2" in match.evidence and "how many +2" in match.evidence


def test_groups_do_not_depend_on_the_order():
    accounts = [BASE, told("a2"), told("a3"), told("a4", total="2", platforms=["Signal"])]
    found = {
        tuple(sorted(groups([a.key for a in order], matches(order, set())).items())) for order in permutations(accounts)
    }
    assert len(found) == 1


def test_a_group_never_takes_in_two_that_are_told_apart():
    first, second = BASE, replace(BASE, key="a1/1")
    bridge = told("a2")
    found = groups(["a1/0", "a1/1", "a2/0"], matches([first, second, bridge], set()))
    assert found["a1/0"] != found["a1/1"]


def test_an_account_that_matches_none_is_its_own_group():
    assert groups(["a1/0", "a2/0"], []) == {"a1/0": "a1/0", "a2/0": "a2/0"}
