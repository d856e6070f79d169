"""Which claim of one run is which of the other, and what became of one that the other has not."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from cuttings.changes.articles import Articles
from cuttings.changes.incidents import Group, span
from cuttings.changes.runs import Row, Run

# What became of a claim of the earlier run, and where one of the later comes from
FATES = (
    *("stays", "corrected", "rejected", "moved", "unread", "changed_article", "gone_article"),
    *("uncorrected", "unrejected", "added", "read", "new_article"),
)


class Said(NamedTuple):
    """A claim, or another passage that a cell rests on, and what became of it or where it comes from (FATES, or "")."""

    row: Row
    fate: str = ""


class Passage(NamedTuple):
    """A passage that is no claim; without words where a whole article is meant."""

    article_id: str
    start: int | None = None
    end: int | None = None
    evidence: str = ""
    standing: str = ""
    said_by: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Claims:
    """The claims of two runs: ``pairs`` of those that both have, in the later's order; those of the earlier with what
    became of them, those of the later with where they come from, by incident."""

    pairs: tuple[tuple[Row, Row], ...]
    old: Mapping[str, tuple[Said, ...]]
    new: Mapping[str, tuple[Said, ...]]


def matched(old: Run, new: Run, articles: Articles, groups: Iterable[Group]) -> Claims:
    """The claims of both runs, each with its like.

    A claim is the same where the same words of the same text gave the same value of the same attribute, first in the
    same incident, then in any; in an article whose text has changed, where words to the letter the same did.
    """
    group_of = {side: {} for side in ("old", "new")}
    for number, group in enumerate(groups):
        group_of["old"] |= dict.fromkeys(group.old, number)
        group_of["new"] |= dict.fromkeys(group.new, number)
    later = {new_id: old_id in articles.same for old_id, new_id in articles.counterpart.items()}

    def key(claim: Row, side: str) -> tuple:
        at = articles.counterpart.get(claim.article_id, "") if side == "old" else claim.article_id
        place = (*span(claim), claim.added_to) if later.get(at) else (claim.evidence,)
        return at, claim.attribute, claim.proposed or claim.value, *place

    def inside(claim: Row, side: str) -> tuple:
        return group_of[side].get(claim.incident_id, side), *key(claim, side)

    likes: dict[int, int] = {}
    for by in (inside, key):
        likes |= _likes(by, old.claims, new.claims, likes)
    return _told(old, new, articles, likes, group_of)


def _likes(by: Callable[[Row, str], tuple], old: list[Row], new: list[Row], likes: dict[int, int]) -> dict[int, int]:
    """Of the claims that have none yet, those with the same key: place in the earlier table to place in the later."""
    waiting, taken = defaultdict(deque), set(likes.values())
    for place, claim in enumerate(new):
        if place not in taken:
            waiting[by(claim, "new")].append(place)
    found = {}
    for place, claim in enumerate(old):
        if place not in likes and (same := waiting.get(by(claim, "old"))):
            found[place] = same.popleft()
    return found


def _told(old: Run, new: Run, articles: Articles, likes: dict[int, int], group_of: Mapping) -> Claims:
    back = {later: earlier for earlier, later in likes.items()}
    before, after = defaultdict(list), defaultdict(list)
    for place, claim in enumerate(old.claims):
        like = new.claims[likes[place]] if place in likes else None
        together = like is not None and _together(claim, like, group_of)
        before[claim.incident_id].append(Said(claim, _became(claim, like, together, articles)))
    known = {later: earlier in articles.same for earlier, later in articles.counterpart.items()}
    for place, claim in enumerate(new.claims):
        like = old.claims[back[place]] if place in back else None
        together = like is not None and _together(like, claim, group_of)
        after[claim.incident_id].append(Said(claim, _came_from(claim, like, together, known)))
    pairs = tuple((old.claims[back[place]], claim) for place, claim in enumerate(new.claims) if place in back)
    return Claims(pairs, _fixed(before), _fixed(after))


def _fixed(found: Mapping[str, list[Said]]) -> dict[str, tuple[Said, ...]]:
    return {incident: tuple(said) for incident, said in found.items()}


def _together(old: Row, new: Row, group_of: Mapping) -> bool:
    """Whether two claims are of one group, or the incident of either is none of its run's (all of it was rejected)."""
    left, right = group_of["old"].get(old.incident_id), group_of["new"].get(new.incident_id)
    return left == right or left is None or right is None


def _became(claim: Row, like: Row | None, together: bool, articles: Articles) -> str:
    if like is None:
        if claim.article_id not in articles.counterpart:
            return "gone_article"
        return "unread" if claim.article_id in articles.same else "changed_article"
    if like.decision == "rejected":
        return "rejected"
    return "moved" if not together else "stays" if like.value == claim.value else "corrected"


def _came_from(claim: Row, like: Row | None, together: bool, known: Mapping[str, bool]) -> str:
    if like is None and claim.added_to is not None:
        return "added"
    if like is None:
        if claim.article_id not in known:
            return "new_article"
        return "read" if known[claim.article_id] else "changed_article"
    if like.decision == "rejected":
        return "unrejected"
    if not together:
        return "moved"
    return "stays" if like.value == claim.value else "corrected" if claim.proposed else "uncorrected"
