"""Which accounts, over all articles, tell of one incident: points for what agrees, less points for what does not.

Record linkage as the field does it: accounts that share a force, a subject or rare names are compared (blocking),
each agreement and each disagreement has a weight (Fellegi and Sunter, 1969), what many accounts share weighs less than
what few do, and accounts are put together by the average of all their pairs (Sokal and Michener, 1958), so that one
likeness in a long chain joins nothing. The weights are set by hand, for newspapers, and measured on the corpus.

Explainable (the table matches shows each pair and its points), deterministic, and independent of the order of files.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from math import log2

from cuttings.assemble.linkage import clusters
from cuttings.review.replay import Pairs

_FORCE = 2.0  # points for a force in common, unless it is in the papers all the time
SAME, NEAR = 3.5, 2.5  # points from which accounts are one incident, and from which a reporter is asked
_MOST = 6.0  # more than this one pair does not weigh against what its neighbours say
_UNTOLD = SAME - 0.5  # the most that agreement is worth which tells no matter of a force from another
# The least that must speak for one matter of a force rather than another, in articles of different seasons: a town in
# common is not enough, where all the force's hearings are
_TELLING = 1.0
NOT_DECIDED = Pairs()
_CROWD = 200  # accounts; what more of them share tells nothing apart, and is compared only with something else shared
_NAMES = 2  # rare names that two accounts must share to be compared for them alone
# Services that are so common, and words so general, that two matters of one force may well share them
_COMMON = frozenset({"WhatsApp", "text messages", "email", "Facebook"})


@dataclass(frozen=True)
class Features:
    """What an account is told by: its key, article and day, and the values of its claims."""

    key: str
    article_id: str
    published: str
    forces: frozenset[str]
    subjects: frozenset[str]  # full names, or surnames where the article has no more
    units: frozenset[str]
    platforms: frozenset[str]
    allegations: frozenset[str]
    years: frozenset[str]  # of the conduct
    total: str
    counts: frozenset[str]  # every number of people that it gives
    names: frozenset[str]  # words with a capital that are no person's, force's or platform's: places, a chat's name
    people: frozenset[str]  # named in it, for no office, and not its subjects
    born: frozenset[tuple[str, int]] = frozenset()  # a subject's name and the year of birth, by an age that is given

    @property
    def surnames(self) -> frozenset[str]:
        """Of all who are named in it with more than a surname."""
        return frozenset(name.rpartition(" ")[2] for name in self.subjects | self.people if " " in name)


@dataclass(frozen=True)
class Match:
    """A pair of accounts, its points, what they were for, and ``same``, ``near`` or ``apart`` (an article says so)."""

    left: str
    right: str
    score: float
    evidence: str
    verdict: str


@dataclass(frozen=True)
class Matched:
    """``matches``: the pairs worth a row; ``groups``: of each account's key the keys of all that are one with it."""

    matches: tuple[Match, ...]
    groups: Mapping[str, tuple[str, ...]]


def match(accounts: Iterable[Features], apart: Iterable[frozenset[str]] = (), decided: Pairs = NOT_DECIDED) -> Matched:
    """Put together the accounts that tell of one incident. ``apart``: pairs of keys that an article says are not;
    ``decided``: what reviewers say of pairs, which goes before all else.

    Two accounts of one article are apart: it tells of them as two.
    """
    features = _distinctive(sorted(accounts, key=lambda account: account.key))
    common = Counter(force for account in features for force in account.forces)
    pairs = {
        (left.key, right.key): compare(left, right, _for_force(left.forces & right.forces, common))
        for left, right in _candidates(features)
    }
    articles = {account.key: account.article_id for account in features}
    apart = frozenset(apart) - decided.together
    scores = {pair: min(score, _MOST) for pair, (score, _) in pairs.items()}
    found = clusters(articles, scores, SAME, apart | decided.apart, decided.together, decided.apart)
    groups = {key: group for group in found for key in group}
    for pair in decided.either:
        pairs.setdefault(tuple(sorted(pair)), (0.0, "nothing that was read of both"))
    return Matched(tuple(_verdicts(pairs, articles, apart, groups, decided)), groups)


def _verdicts(
    pairs: Mapping[tuple[str, str], tuple[float, str]],
    articles: Mapping[str, str],
    apart: frozenset[frozenset[str]],
    groups: Mapping[str, tuple[str, ...]],
    decided: Pairs,
) -> Iterator[Match]:
    """The pairs that are one incident, or nearly, or have something in common and are told apart; by their keys."""
    for (left, right), (score, evidence) in sorted(pairs.items()):
        pair, one = frozenset((left, right)), groups[left] == groups[right]
        told_apart = articles[left] == articles[right] or pair in apart
        if pair in decided.either:
            so = (pair in decided.together) == one
            why = "a reviewer says so" if so else "against a reviewer, whom other decisions contradict"
            yield Match(left, right, score, f"{evidence}; {why}", "same" if one else "apart")
        elif one:
            evidence += "" if score >= SAME else "; joined by what others tell of both"
            yield Match(left, right, score, evidence, "same")
        elif told_apart and score > 0:
            yield Match(left, right, score, f"{evidence}; the article tells them apart", "apart")
        elif score >= NEAR:
            evidence += "; what others tell of them speaks against it" if score >= SAME else ""
            yield Match(left, right, score, evidence, "near")


def _distinctive(features: list[Features]) -> list[Features]:
    """Keep of each account's names those that only accounts of one force have: "London" tells nothing apart."""
    forces: dict[str, frozenset[str]] = {}
    for account in features:
        for name in account.names:
            forces[name] = forces.get(name, account.forces) & account.forces
    return [replace(account, names=frozenset(n for n in account.names if forces[n])) for account in features]


def _candidates(features: list[Features]) -> Iterator[tuple[Features, Features]]:
    """The pairs worth comparing, each once: those that share a subject, a force, or rare names."""
    seen: set[tuple[str, str]] = set()
    for bucket in _buckets(features):
        for pair in combinations(bucket, 2):
            keys = (pair[0].key, pair[1].key)
            if keys not in seen:
                seen.add(keys)
                yield pair


def _buckets(features: list[Features]) -> Iterator[list[Features]]:
    """Accounts with something in common; where that is a crowd's, with something more in common, so that the work
    grows with the accounts and not with their pairs.
    """
    strong: dict[tuple, list[Features]] = defaultdict(list)
    for account in features:
        for name in account.subjects | account.people:
            strong["name", name].append(account)
        for force in account.forces:
            strong["force", force].append(account)
    for (kind, _), bucket in strong.items():
        if len(bucket) <= _CROWD:
            yield bucket
        elif kind == "force":
            yield from _within(bucket)
    yield from _by_names(features)


def _within(crowd: list[Features]) -> Iterator[list[Features]]:
    """The accounts of a force of which there are very many, by what else they share."""
    finer: dict[tuple, list[Features]] = defaultdict(list)
    for account in crowd:
        for mark in _marks(account):
            finer[mark].append(account)
    return (bucket for bucket in finer.values() if 1 < len(bucket) <= _CROWD)


def _marks(account: Features) -> Iterator[tuple]:
    yield from (("name", name) for name in account.names | account.surnames)
    yield from (("unit", unit) for unit in account.units)
    yield from (("year", year, account.total, *sorted(account.platforms)) for year in account.years)
    yield ("month", account.published[:7], account.total)
    yield ("total", account.total, *sorted(account.platforms))


def _by_names(features: list[Features]) -> Iterator[list[Features]]:
    """Pairs that share several rare names, for accounts without a force."""
    bearers: dict[str, list[Features]] = defaultdict(list)
    for account in features:
        for name in account.names:
            bearers[name].append(account)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    by_key = {account.key: account for account in features}
    for bucket in bearers.values():
        if len(bucket) <= _CROWD // 4:
            for left, right in combinations(bucket, 2):
                if not (left.forces and right.forces):
                    shared[left.key, right.key] += 1
    return ([by_key[left], by_key[right]] for (left, right), count in shared.items() if count >= _NAMES)


def compare(left: Features, right: Features, force: float = _FORCE) -> tuple[float, str]:
    """The points of a pair, and in words what they are for; ``force``: those for a force in common."""
    telling = [
        _subjects(left, right),
        (_others(left, right), "others named"),
        (1.5 if any(unit[0].isupper() for unit in left.units & right.units) else 0.0, "unit"),
        (_rare(left, right), "places and other names"),
        (_either(left.years, right.years, 1.5, -1.5), "when it happened"),
        (_totals(left, right), "how many"),
        (0.6 * min(len(_large(left) & _large(right)), 2), "other numbers"),
    ]
    days = _days(left.published, right.published)
    shared = left.platforms & right.platforms
    telling_platform = bool(shared - _COMMON)
    general = [
        (_either(left.forces, right.forces, force, -4.5), "force"),
        (2.0 if telling_platform else _either(left.platforms, right.platforms, 1.0, -4.0), "platform"),
        (_alike(left.allegations, right.allegations), "allegations"),
        (days, "days between"),
    ]
    score = round(sum(points for points, _ in [*telling, *general]), 2)
    told = [f"{what} {points:+.2g}" for points, what in [*telling, *general] if points]
    most = _UNTOLD - (_FORCE - force)
    speaks = sum(max(points, 0) for points, _ in telling)
    tells = telling_platform or speaks >= _TELLING or (speaks > 0 and days > 0)
    if score > most and not tells:
        # one force has many matters over the same app: without a sign that tells one from another, a reporter decides
        return most, "; ".join([*told, "nothing that tells it from another matter of the force"])
    return score, "; ".join(told)


def _for_force(shared: frozenset[str], common: Mapping[str, int]) -> float:
    """Points for a force in common: 2, and half a point less each time that twice as many accounts tell of it as ten,
    down to a half: of a force that is in the papers every week, it says little.
    """
    fewest = min((common[force] for force in shared), default=0)
    return round(max(_FORCE - 0.5 * log2(max(fewest, 10) / 10), 0.5), 2)


def _either(left: frozenset[str], right: frozenset[str], agree: float, differ: float) -> float:
    """Points for values that agree or differ; none where one side has none."""
    if not left or not right:
        return 0.0
    return agree if left & right else differ


def _subjects(left: Features, right: Features) -> tuple[float, str]:
    """Four points for a subject in common, 1.5 for each of two more; less where only one account has the person as a
    subject, or only a surname. Taken off where several are named on either side, or the only one, and none in common.
    """
    full = (left.subjects & right.subjects) - _namesakes(left, right)
    told = ((left.subjects & right.people) | (right.subjects & left.people)) - full
    bare = _by_surname(left, right) | _by_surname(right, left)
    weight = len(full) + 0.6 * (len(told) + len(bare))
    if weight:
        points = 4.0 * min(weight, 1) + 1.5 * max(min(weight, 3) - 1, 0)
        return points, f"subjects ({', '.join(sorted(full | told | bare))})"
    several = len(left.subjects) > 1 and len(right.subjects) > 1
    one_each = left.total == right.total == "1" and left.subjects and right.subjects
    return (-3.5 if one_each else -3.0 if several else 0.0), "other subjects"


def _namesakes(left: Features, right: Features) -> frozenset[str]:
    """Names that both have, of people of different ages; an age tells the year of birth but for one or two."""
    ours, theirs = dict(left.born), dict(right.born)
    return frozenset(name for name in ours.keys() & theirs.keys() if abs(ours[name] - theirs[name]) > 2)


def _by_surname(left: Features, right: Features) -> frozenset[str]:
    """Surnames of the subjects of one account that stand alone in the other, which names no bearer in full."""
    alone = (right.names | {name for name in right.subjects if " " not in name}) - right.surnames
    return frozenset(name.rpartition(" ")[2] for name in left.subjects if " " in name) & alone


def _others(left: Features, right: Features) -> float:
    return 1.0 * min(len(left.people & right.people - left.subjects - right.subjects), 2)


def _rare(left: Features, right: Features) -> float:
    people = {name.rpartition(" ")[2] for each in (left, right) for name in each.subjects | each.people}
    return 0.6 * min(len((left.names & right.names) - people), 4)


def _totals(left: Features, right: Features) -> float:
    """More for a larger number: one officer is the commonest count there is, and says nothing."""
    if left.total != right.total or not left.total.isdigit() or int(left.total) < 2:
        return 0.0
    return round(1.2 * min(1.5, log2(int(left.total)) / 2), 2)


def _large(account: Features) -> frozenset[str]:
    return frozenset(count for count in account.counts - {account.total} if count.isdigit() and int(count) > 3)


def _alike(left: frozenset[str], right: frozenset[str]) -> float:
    return round(1.5 * len(left & right) / max(len(left | right), 1), 2)


def _days(left: str, right: str) -> float:
    if not left or not right:
        return 0.0
    apart = abs((date.fromisoformat(left) - date.fromisoformat(right)).days)
    return 1.0 if apart <= 14 else 0.5 if apart <= 120 else 0.0 if apart <= 1500 else -0.5
