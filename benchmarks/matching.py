"""How the work of putting accounts together grows: 1,000, 10,000 and 100,000 generated accounts.

Each incident is told by one to six articles; a tenth of the forces has nine tenths of the accounts, as large forces do.
Printed are seconds, pairs compared, how many times both grew, and, for the shape of it, the same accounts compared pair
by pair where there are few enough. No figure is a time limit: run it before and after a change, on one machine.
"""

import random
import sys
import time
from itertools import combinations

from cuttings.assemble.matching import Features, compare, match

SIZES = (1_000, 10_000, 100_000)
ALL_PAIRS = 1_000  # accounts; of more, all pairs would take too long
_PLATFORMS = ("WhatsApp",) * 7 + ("Signal", "text messages", "Snapchat")
_KINDS = ("racist", "misogynistic", "homophobic", "grossly_offensive")


def accounts(size: int, seed: int = 1) -> list[Features]:
    """Accounts of generated incidents, ``size`` of them, in a mixed order."""
    chance, found = random.Random(seed), []  # noqa: S311 (not for secrets)
    forces = max(size // 100, 20)
    number = 0
    while len(found) < size:
        number += 1
        large = chance.random() < 0.9
        force = f"Force {chance.randrange(forces // 10) if large else chance.randrange(forces)}"
        people = [f"Given{chance.randrange(500)} Sur{chance.randrange(5000)}" for _ in range(chance.randrange(5))]
        base = {"force": force, "people": people, "total": str(chance.choice((1, 1, 2, 3, 5, 8, 14)))}
        base |= {
            "platform": chance.choice(_PLATFORMS),
            "year": str(chance.randrange(2012, 2026)),
            "place": f"Place{number}",
        }
        for copy in range(chance.randrange(1, 7)):
            found.append(_told(f"a{number}-{copy}", base, chance))
    chance.shuffle(found)
    return found[:size]


def _told(article: str, base: dict, chance: random.Random) -> Features:
    named = [name for name in base["people"] if chance.random() < 0.6]
    return Features(
        key=f"{article}/0",
        article_id=article,
        published=f"{base['year']}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        forces=frozenset({base["force"]}),
        subjects=frozenset(named),
        units=frozenset(),
        platforms=frozenset({base["platform"]}),
        allegations=frozenset(chance.sample(_KINDS, 2)),
        years=frozenset({base["year"]} if chance.random() < 0.4 else ()),
        total=base["total"] if chance.random() < 0.8 else "",
        counts=frozenset(),
        names=frozenset({base["place"]} if chance.random() < 0.5 else ()),
        people=frozenset(),
    )


def main() -> None:
    """Print a line a size, and how the last compares with the one before."""
    sizes = SIZES[: int(sys.argv[1])] if len(sys.argv) > 1 else SIZES
    before: tuple[float, int] | None = None
    for size in sizes:
        given = accounts(size)
        start = time.perf_counter()
        found = match(given)
        seconds = time.perf_counter() - start
        line = f"{size:>8,} accounts  {seconds:7.2f} s  {len(found.matches):>10,} pairs alike"
        line += f"  {len(set(found.groups.values())):>7,} incidents"
        if before:
            line += f"  {seconds / before[0]:5.1f} times the time, {len(found.matches) / before[1]:5.1f} the pairs"
        print(line, flush=True)
        before = seconds, max(len(found.matches), 1)
        if size <= ALL_PAIRS:
            start = time.perf_counter()
            for pair in combinations(given, 2):
                compare(*pair)
            print(f"{'':>8} all pairs {time.perf_counter() - start:7.2f} s  {size * (size - 1) // 2:>10,} pairs")


if __name__ == "__main__":
    main()
