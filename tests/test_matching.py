from dataclasses import fields, replace
from itertools import permutations

import pytest

from cuttings.assemble.matching import NEAR, SAME, Features, compare, match
from cuttings.assemble.told import proper_names

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


def verdicts(*accounts: Features) -> list[str]:
    return [found.verdict for found in match(accounts).matches]


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
    found = verdicts(BASE, told("a2", **cells))
    if verdict in {"none", "apart"}:
        assert found in ([], ["apart"])
    else:
        assert found and found[0] in verdict.split(" or ")


def test_a_named_subject_in_common_is_enough():
    left, right = (told(name, subjects=["Dana Frome"], total="") for name in ("a1", "a2"))
    assert verdicts(left, right) == ["same"]


@pytest.mark.parametrize(("year", "verdicts_"), [(1979, ["same"]), (1981, ["same"]), (1990, [])])
def test_namesakes_of_different_ages_are_two(year, verdicts_):
    born = [[("Dana Frome", each)] for each in (1980, year)]
    left, right = (told(f"a{n}", subjects=["Dana Frome"], total="1", born=each) for n, each in enumerate(born))
    assert verdicts(left, right) == verdicts_


@pytest.mark.parametrize(("unit", "verdict"), [("Tarrow Road police station", "same"), ("response team", "near")])
def test_a_unit_in_common(unit, verdict):
    """A station tells a matter of a force from another; a team such as any force has does not."""
    assert verdicts(told("a1", total="", units=[unit]), told("a2", total="", units=[unit])) == [verdict]


@pytest.mark.parametrize(("published", "verdict"), [("2024-06-01", "same"), ("2025-06-01", "near"), ("", "near")])
def test_a_town_in_common(published, verdict):
    """Where a force's hearings are, all of them are: it tells a matter from another in articles of one season only."""
    left, right = told("a1", total="", names=["Orton"]), told("a2", total="", names=["Orton"], published=published)
    assert verdicts(left, right) == [verdict]


def test_other_named_subjects_keep_two_cases_of_one_force_apart():
    left, right = told("a1", subjects=["Dana Frome"], total="1"), told("a2", subjects=["Lee Ashby"], total="1")
    assert compare(left, right)[0] < NEAR


def test_single_officers_of_one_force_are_not_joined_by_their_number():
    left, right = told("a1", total="1"), told("a2", total="1")
    assert compare(left, right)[0] < SAME


def test_two_accounts_of_one_article_are_apart():
    assert verdicts(BASE, replace(BASE, key="a1/1")) == ["apart"]


def test_what_an_article_says_is_not_linked_is_apart():
    other = told("a2")
    [found] = match([BASE, other], {frozenset({"a1/0", "a2/0"})}).matches
    assert found.verdict == "apart"


def test_a_pair_is_scored_the_same_from_both_sides():
    left, right = BASE, told("a2", total="7", units=["Tarrow Road police station"])
    assert compare(left, right) == compare(right, left)


def test_the_points_are_told_in_words():
    [found] = match([BASE, told("a2")]).matches
    assert "force +2" in found.evidence and "how many +1.6" in found.evidence


def test_groups_do_not_depend_on_the_order():
    accounts = [BASE, told("a2"), told("a3"), told("a4", total="2", platforms=["Signal"])]
    found = {tuple(sorted(match(order).groups.items())) for order in permutations(accounts)}
    assert found == {(("a1/0", SIX), ("a2/0", SIX), ("a3/0", SIX), ("a4/0", ("a4/0",)))}


SIX = ("a1/0", "a2/0", "a3/0")


def test_a_group_never_takes_in_two_that_are_told_apart():
    groups = match([BASE, replace(BASE, key="a1/1"), told("a2")]).groups
    assert groups["a1/0"] != groups["a1/1"]


def test_half_a_word_is_no_name():
    """ "Whats" is no name that two matters over WhatsApp have in common."""
    assert proper_names(["They met on WhatsApp near Tarrow, in the Lantern group."], set()) == {"Tarrow", "Lantern"}


def test_an_account_that_matches_none_is_its_own_group():
    assert match([BASE, told("a2", forces=["Tarrow Police"])]).groups == {"a1/0": ("a1/0",), "a2/0": ("a2/0",)}


def test_one_likeness_does_not_chain_two_cases():
    """Two chats of one force, and an article that tells a little of both in one breath."""
    first = [told(f"a{n}", subjects=["Dana Frome", "Kit Orme"], total="9") for n in (1, 2, 3)]
    second = [told(f"b{n}", subjects=["Lee Ashby", "Bo Lunt"], total="4", years=["2019"]) for n in (1, 2, 3)]
    groups = match([*first, *second, told("c", subjects=["Dana Frome", "Lee Ashby"], total="")]).groups
    assert groups["a1/0"] != groups["b1/0"]
    assert len(groups["a1/0"]) >= 3 and len(groups["b1/0"]) >= 3


def test_what_is_joined_by_others_says_so():
    """Of the first and the last alone a reporter would be asked."""
    first, last = told("a1", total="6", units=["Tarrow Road"]), told("a3", total="", allegations=["sexist"])
    middle = told("a2", total="6", units=["Tarrow Road"], names=["Buttery"])
    found = match([first, middle, replace(last, names=frozenset({"Buttery"}))])
    assert len(set(found.groups.values())) == 1
    assert [one.evidence for one in found.matches if "joined by what others tell" in one.evidence]


@pytest.mark.parametrize(
    ("left", "right", "points"),
    [
        pytest.param(["Dana Frome"], ["Dana Frome"], 4.0, id="in full"),
        pytest.param(["Dana Frome", "Lee Ashby"], ["Dana Frome", "Lee Ashby"], 5.5, id="two"),
        pytest.param(["Dana Frome"], ["Frome"], 2.4, id="a surname"),
        pytest.param(["Dana Frome"], ["Kit Frome"], 0.0, id="another of that name"),
        pytest.param(["Dana Frome", "Kit Orme"], ["Lee Ashby", "Bo Lunt"], -3.0, id="several others"),
    ],
)
def test_a_subject_in_common(left, right, points):
    alone = compare(told("a1", subjects=left), told("a2", subjects=right))[0]
    assert round(alone - compare(told("a1"), told("a2"))[0], 2) == points


def test_a_force_that_is_always_in_the_papers_says_little():
    """Two of many accounts of a large force, with the same app and the same conduct: not even nearly one matter."""
    many = [told(f"a{n}", total="", published="", units=[f"Station {n}"]) for n in range(60)]
    few = match(many[:3]).matches
    assert {one.verdict for one in few} == {"near"}
    assert match(many).matches == ()


def test_a_crowd_is_compared_by_what_else_it_shares():
    """More accounts of one force than are compared pair by pair: those with a subject or a unit in common still are."""
    many = [told(f"a{n:03}", total="", names=[f"Place{n // 2}"], units=[f"Unit{n // 2}"]) for n in range(300)]
    found = match(many)
    assert len(found.matches) < 300 * 299 / 2 / 20
    assert {len(group) for group in found.groups.values()} == {2}
