"""Which accounts, over all articles, tell of one incident: points for what agrees, less points for what does not.

Explainable (the table matches shows each pair and its points), deterministic, and independent of the order of files.
Only accounts that share a force or a named subject are compared.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

SAME, NEAR = 4.0, 2.5
IDENTIFYING = {"named subject", "unit", "when it happened", "how many", "places and other names"}


@dataclass(frozen=True)
class Features:
    """What an account is told by: its key, article and day, and the values of its claims."""

    key: str
    article_id: str
    published: str
    forces: frozenset[str]
    subjects: frozenset[str]
    units: frozenset[str]
    platforms: frozenset[str]
    allegations: frozenset[str]
    happened: frozenset[str]
    total: str
    names: frozenset[str]  # words with a capital that are no person's, force's or platform's: places, a chat's name
    people: frozenset[str]  # named in it, and not its subjects


@dataclass(frozen=True)
class Match:
    """A compared pair of accounts, its points, what they were for, and ``same``, ``near`` or ``apart``."""

    left: str
    right: str
    score: float
    evidence: str
    verdict: str


def matches(features: Iterable[Features], apart: set[frozenset[str]]) -> list[Match]:
    """Every pair worth comparing. ``apart``: pairs that an article says are not linked, or one article tells apart."""
    buckets: dict[str, list[Features]] = defaultdict(list)
    for account in _distinctive(sorted(features, key=lambda f: f.key)):
        for shared in account.forces | account.subjects:
            buckets[shared].append(account)
    pairs = {(a.key, b.key): (a, b) for bucket in buckets.values() for a, b in combinations(bucket, 2)}
    found = []
    for left, right in pairs.values():
        score, evidence = compare(left, right)
        if left.article_id == right.article_id or frozenset((left.key, right.key)) in apart:
            verdict, evidence = "apart", f"{evidence}; the article tells them apart"
        else:
            verdict = "same" if score >= SAME else "near" if score >= NEAR else "apart"
        if score > 0:
            found.append(Match(left.key, right.key, score, evidence, verdict))
    return sorted(found, key=lambda match: (match.left, match.right))


def _distinctive(features: list[Features]) -> list[Features]:
    """Keep of each account's names those that only accounts of one force have: "London" tells nothing apart."""
    forces: dict[str, frozenset[str]] = {}
    for account in features:
        for name in account.names:
            forces[name] = forces.get(name, account.forces) & account.forces
    return [replace(account, names=frozenset(n for n in account.names if forces[n])) for account in features]


def compare(left: Features, right: Features) -> tuple[float, str]:
    """The points of a pair, and in words what they are for."""
    points = [
        (2.0 if left.forces & right.forces else -3.0 if left.forces and right.forces else 0.0, "force"),
        (3.0 if left.subjects & right.subjects else -2.0 if left.subjects and right.subjects else 0.0, "named subject"),
        (1.0 if left.people & right.people else 0.0, "others named"),
        (2.0 if left.units & right.units else 0.0, "unit"),
        (_shared(left.names, right.names), "places and other names"),
        (0.5 if left.platforms & right.platforms else -0.5 if left.platforms and right.platforms else 0.0, "platform"),
        (min(len(left.allegations & right.allegations), 2) * 0.5, "allegations"),
        (1.5 if left.happened & right.happened else 0.0, "when it happened"),
        (_totals(left.total, right.total), "how many"),
        (_days(left.published, right.published), "days between"),
    ]
    told = [f"{what} {value:+g}" for value, what in points if value]
    score = sum(value for value, _ in points)
    if not any(value > 0 for value, what in points if what in IDENTIFYING):
        # one force has many matters over the same app: without a sign that tells one from another, a reporter decides
        return min(score, SAME - 0.5), "; ".join([*told, "nothing that tells it from another matter of the force"])
    return score, "; ".join(told)


def _shared(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return min(shared, 3) * 1.0 if shared > 1 else 0.0


def _totals(left: str, right: str) -> float:
    if not left or not right or not left.isdigit() or not right.isdigit():
        return 0.0
    if left == right:
        # one officer is the commonest count there is, and says little
        return 0.0 if int(left) == 1 else 2.0
    return -0.5


def _days(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    apart = abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
    return 1.0 if apart <= 14 else 0.5 if apart <= 120 else 0.0 if apart <= 1100 else -1.5


def groups(keys: Iterable[str], found: Iterable[Match]) -> dict[str, str]:
    """Each account's group, named by the first of its keys: those joined by a ``same`` and kept apart by no ``apart``.

    Pairs are joined strongest first; a group never takes in two accounts that are told apart.
    """
    member = {key: {key} for key in keys}
    found = list(found)
    apart = {frozenset((m.left, m.right)) for m in found if m.verdict == "apart" and "tells them apart" in m.evidence}
    for match in sorted((m for m in found if m.verdict == "same"), key=lambda m: (-m.score, m.left, m.right)):
        left, right = member[match.left], member[match.right]
        if left is right or any(frozenset((a, b)) in apart for a in left for b in right):
            continue
        left |= right
        for key in right:
            member[key] = left
    return {key: min(group) for key, group in member.items()}
