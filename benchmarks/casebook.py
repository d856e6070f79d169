"""How long a casebook of 20,000 decisions takes to read, as ratios of reading all of it (``load``).

A notebook's reviewer reads the casebook after each decision: ``Follower`` parses only what was added since. Printed are
both, how the time of ``load`` grows with the decisions, and what it costs to tell which of them stand. No figure is a
limit.

    .venv/bin/python benchmarks/casebook.py [how many decisions]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cuttings.casebook import Decision, Follower, load, record
from cuttings.review.standing import verdicts

ROUNDS = 7
DECISION = Decision(
    *("0" * 32, "2026-01-02T03:04:05.000+00:00", "ann", "ab" * 32, "0123456789abcdef", 46, 63, "Harrowmere Police"),
    *("force", "Harrowmere Police", "accepted"),
    file="saved/harrowmere.html",
    rule="forces:harrowmere",
)


def seconds(work: Callable[[], object]) -> float:
    """The median of several rounds, after one that is not counted."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def fill(casebook: Path, count: int) -> None:
    """Make a casebook of so many decisions on different claims: the first recorded, the others copies of its line."""
    record(casebook, DECISION)
    path = casebook / "decisions.jsonl"
    line = path.read_text("utf-8")
    copies = (
        line.replace('"start": 46', f'"start": {n}')
        .replace('"end": 63', f'"end": {n + 17}')
        .replace("0" * 32, f"{n:032}")
        for n in range(1, count)
    )
    path.write_text(line + "".join(copies), "utf-8")


def main(count: int = 20_000) -> None:
    """Print the seconds and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few", Path(folder) / "many"
        fill(few, count // 10)
        fill(many, count)
        whole, tenth = seconds(lambda: load(many)), seconds(lambda: load(few))
        follower = Follower(many)
        again = seconds(follower.read)
        added = seconds(lambda: (record(many, replace(DECISION, comment="again")), follower.read()))
        standing = seconds(lambda: verdicts(follower.read()))
    print(f"{count:,} decisions: load {whole:.3f} s, {whole / tenth:.1f} times that of a tenth of them")
    print(f"read again, nothing added: {again:.4f} s, {whole / again:.0f} times as fast as load")
    print(f"a decision recorded and read: {added:.4f} s, {whole / added:.0f} times as fast as load alone")
    print(f"which decisions stand, from all of them: {standing / whole:.2f} of the time of load")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
