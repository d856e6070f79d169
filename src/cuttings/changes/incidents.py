"""Which incident of one run is which of the other: kept, new, gone, merged or split.

An incident is known by the accounts it was put together from: of each article that both runs have, what it tells of an
incident. An account is the same one where its claims were read from the same words (in an article that has changed:
where they say the same of the same force), whatever its number. Where accounts do not answer, ids do (``incident_id``
and ``other_ids``).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from cuttings import tables
from cuttings.changes.articles import Articles
from cuttings.changes.runs import Row, Run, rows

KINDS = ("new", "gone", "merged", "split", "regrouped", "kept")


@dataclass(frozen=True)
class Group:
    """Incidents of the two runs that are of one matter: their ids. ``regrouped``: several are several others now."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def kind(self) -> str:
        """One of KINDS."""
        if not self.old or not self.new:
            return "gone" if self.old else "new"
        if len(self.old) == len(self.new) == 1:
            return "kept"
        return "merged" if len(self.new) == 1 else "split" if len(self.old) == 1 else "regrouped"


class _Account(NamedTuple):
    """What an article tells of an incident: the account's number, and by what it is known again."""

    incident: str
    number: int | None
    spans: frozenset
    values: frozenset
    forces: frozenset


class Pair(NamedTuple):
    """An incident of the earlier run and one of the later that have an account in common."""

    old: str
    new: str


def pairs(old: Run, new: Run, articles: Articles) -> list[Pair]:
    """Every two incidents that have an account in common, or, where an incident has none, an id."""
    left, right = _accounts(old), _accounts(new)
    found: dict[Pair, None] = {}
    for article, counterpart in articles.counterpart.items():
        same = article in articles.same
        found |= dict.fromkeys(_matched(left.get(article, ()), right.get(counterpart, ()), same))
    return [*found, *_by_id(old, new, found)]


def groups(old: Run, new: Run, found: Iterable[Pair]) -> list[Group]:
    """The incidents of both runs, each in one group, by the pairs that join them; in the order of the tables."""
    forward, backward = defaultdict(list), defaultdict(list)
    for pair in found:
        forward[pair.old].append(pair.new)
        backward[pair.new].append(pair.old)
    seen: set[str] = set()
    together = [_reached(key, forward, backward, seen) for key in old.incidents if key not in seen]
    return [*together, *(Group((), (key,)) for key in new.incidents if key not in backward)]


def _reached(start: str, forward: dict, backward: dict, seen: set[str]) -> Group:
    left, right, waiting = {start: None}, {}, [start]
    while waiting:
        for later in forward.get(waiting.pop(), ()):
            right[later] = None
            fresh = [key for key in backward[later] if key not in left]
            left |= dict.fromkeys(fresh)
            waiting += fresh
    seen.update(left)
    return Group(tuple(left), tuple(right))


def _accounts(run: Run) -> dict[str, list[_Account]]:
    """By article. No two accounts of an article are one incident, so that incident and article name an account."""
    said: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for claim in run.claims:
        said[claim.incident_id, claim.article_id].append(claim)
    found = defaultdict(list)
    for row in rows(run.data["coverage"]):
        if row.incident_id in run.incidents:
            claims = said.get((row.incident_id, row.article_id), [])
            found[row.article_id].append(_account(row.incident_id, row.account, claims))
    return found


def _account(incident: str, number: int | None, claims: list[Row]) -> _Account:
    return _Account(
        incident,
        number,
        frozenset((claim.attribute, *span(claim)) for claim in claims),
        frozenset((claim.attribute, claim.value) for claim in claims),
        frozenset(claim.value for claim in claims if claim.attribute == "force"),
    )


def span(claim: Row) -> tuple[int | None, int | None]:
    """Where a claim was read, whatever words a reviewer has given it since."""
    if claim.proposed_start is not None:
        return claim.proposed_start, claim.proposed_end
    return claim.start, claim.end


def _matched(left: Iterable[_Account], right: Iterable[_Account], same: bool) -> Iterator[Pair]:
    """The accounts of one article, each with one of the other run at most, those with most in common first."""
    left, right, taken = list(left), list(right), set()
    scored = [(_likeness(one, other, same), n, m) for n, one in enumerate(left) for m, other in enumerate(right)]
    for score, n, m in sorted(scored, key=lambda each: (-each[0], *each[1:])):
        if score and ("old", n) not in taken and ("new", m) not in taken:
            taken |= {("old", n), ("new", m)}
            yield Pair(left[n].incident, right[m].incident)


def _likeness(one: _Account, other: _Account, same: bool) -> float:
    """How much two accounts of one article have in common; 0: they are not the same."""
    numbered = 0.5 if one.number is not None and one.number == other.number else 0.0
    if same:
        return len(one.spans & other.spans) + numbered
    if one.forces and other.forces and not one.forces & other.forces:
        return 0.0
    shared = len(one.values & other.values)
    return shared + numbered if shared else 0.0


def _by_id(old: Run, new: Run, found: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs of incidents that no account joins to any other, by an id that they share."""
    earlier, later = {pair.old for pair in found}, {pair.new for pair in found}
    known = {name: key for key, row in new.incidents.items() if key not in later for name in _ids(row)}
    for key, row in old.incidents.items():
        if key not in earlier:
            yield from dict.fromkeys(Pair(key, known[name]) for name in _ids(row) if name in known)


def _ids(incident: Row) -> list[str]:
    return [incident.incident_id, *tables.split(incident.other_ids)]
