"""Average linkage: members put into clusters, the likeliest two first, while the average of all their pairs is enough.

Only pairs with a score are stored, so the work grows with those and not with all pairs. The same members and scores
give the same clusters in whatever order they come: scores are whole hundredths; of equals the first key decides.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from itertools import product


def clusters(
    kinds: Mapping[str, Hashable],
    scores: Mapping[tuple[str, str], float],
    enough: float,
    apart: Iterable[Collection[str]] = (),
    together: Iterable[Collection[str]] = (),
    never: Collection[frozenset[str]] = (),
) -> list[tuple[str, ...]]:
    """The members in clusters, each sorted, in the order of their first members.

    ``kinds``: every member with its kind: two of one kind are never together, nor is a pair in ``apart``. ``scores``:
    of pairs; one that is not there counts nothing in the average. ``enough``: the least average that joins two.
    ``together``: pairs whose clusters are put together whatever else is said, but for pairs that are ``never`` one.

    >>> clusters({"a": 1, "b": 2, "c": 3}, {("a", "b"): 5.0, ("b", "c"): 5.0}, 3.0)
    [('a', 'b'), ('c',)]
    """
    keys = sorted(kinds)
    place = {key: number for number, key in enumerate(keys)}
    linkage = _Linkage([kinds[key] for key in keys], round(enough * 100))
    for pair in apart:
        linkage.keep_apart(*(place[key] for key in pair))
    joined = sorted(tuple(sorted(place[key] for key in pair)) for pair in together)
    linkage.start({tuple(sorted((place[a], place[b]))): round(score * 100) for (a, b), score in scores.items()})
    parted = {frozenset(place[key] for key in pair) for pair in never}
    linkage.run()
    for left, right in joined:  # last, so that they pull no average down
        linkage.put_together(left, right, parted)
    return [tuple(keys[number] for number in sorted(members)) for _, members in sorted(linkage.members.items())]


class _Linkage:
    """Clusters by the number of their first member; ``sums``: of a cluster's pairs with each of its neighbours."""

    def __init__(self, kinds: list[Hashable], enough: int) -> None:
        self.enough = enough
        self.members = {number: [number] for number in range(len(kinds))}
        self.kinds = {number: {kind} for number, kind in enumerate(kinds)}
        self.sums: dict[int, dict[int, int]] = {number: {} for number in self.members}
        self.apart: dict[int, set[int]] = {number: set() for number in self.members}
        self.heap: list[tuple[float, int, int]] = []

    def keep_apart(self, left: int, right: int) -> None:
        self.apart[left].add(right)
        self.apart[right].add(left)

    def start(self, scores: Mapping[tuple[int, int], int]) -> None:
        for (left, right), score in scores.items():
            self.sums[left][right] = self.sums[right][left] = score
        self.heap = [(-self._average(*pair), *pair) for pair in scores if self._average(*pair) >= self.enough]
        heapify(self.heap)

    def put_together(self, left: int, right: int, never: Collection[frozenset[int]]) -> None:
        first, other = sorted(next(name for name, of in self.members.items() if each in of) for each in (left, right))
        pairs = (frozenset(pair) for pair in product(self.members[first], self.members.get(other, ())))
        if first != other and not any(pair in never for pair in pairs):
            self._merge(first, other)

    def run(self) -> None:
        while self.heap:
            average, left, right = heappop(self.heap)
            if left in self.members and right in self.members and -average == self._average(left, right):
                self._join(left, right)

    def _average(self, left: int, right: int) -> float:
        return self.sums[left].get(right, 0) / (len(self.members[left]) * len(self.members[right]))

    def _join(self, left: int, right: int) -> None:
        if right in self.apart[left] or not self.kinds[left].isdisjoint(self.kinds[right]):
            return
        self._merge(left, right)

    def _merge(self, left: int, right: int) -> None:
        self.members[left] += self.members.pop(right)
        self.kinds[left] |= self.kinds.pop(right)
        for other in self.apart.pop(right):
            self.apart[other].discard(right)
            self.keep_apart(left, other)
        for other, score in self.sums.pop(right).items():
            del self.sums[other][right]
            if other != left:
                self.sums[left][other] = self.sums[other][left] = self.sums[left].get(other, 0) + score
        for other in self.sums[left]:
            pair = (min(left, other), max(left, other))
            if (average := self._average(*pair)) >= self.enough:
                heappush(self.heap, (-average, *pair))
