"""How long two runs take to compare, as ratios of reading their tables: 2,000 incidents, 20,000 claims.

A third of the later run's incidents differ: another stage, a value more, an article gone, a merge. Printed is the
processor time of reading, of comparing and how that grows from a tenth of the incidents, of finding the names to
withhold (what a report spends too), of putting it into words and of writing each format. No figure is a limit.

    .venv/bin/python benchmarks/changes.py [how many incidents]
"""

import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from cuttings import publication, tables
from cuttings.changes import markdown, page, text
from cuttings.changes.comparison import Comparison, compared
from cuttings.changes.runs import opened
from cuttings.changes.telling import told
from cuttings.running import record
from cuttings.telling.redaction import Redactor

CLAIMS = 5  # of each of an incident's two articles
VALUES = ("force", "platform", "allegation", "body", "stage")
WORDS = "Officers of the force were under investigation over messages, a watchdog said on Tuesday.\n\n" * 20


def write(out: Path, count: int, later: bool) -> Path:
    """A run's folder with so many incidents, of two articles each; the ``later`` run differs in a third of them."""
    rows: dict[str, list[dict]] = {name: [] for name in tables.TABLES}
    for number in range(count):
        if not (later and number % 12 == 0):  # it is gone
            _incident(rows, number, later)
    for name, table in rows.items():
        tables.write(name, tables.frame(name, table), out)
    record.write(out, {"status": "complete"})
    return out


def _incident(rows: Mapping[str, list[dict]], number: int, later: bool) -> None:
    key = f"i{number - 1 if later and number % 12 == 2 else number}"  # merged with the one before
    stage = "charged" if later and number % 12 == 4 else "under_investigation"
    for half in range(2):
        article = f"a{number}-{half}"
        about = {"article_id": article, "file": f"{article}.html", "sha256": article, "language": "en"}
        rows["articles"].append(about | {"title": f"Report {number}", "publisher": f"Paper {half}", "text": WORDS})
        rows["coverage"].append({"incident_id": key, "article_id": article, "account": 0, "role": "main"})
        name = {"name": f"Given{number} Sur{number}", "role": "officer", "nameable": "no"}
        rows["people"].append({"incident_id": key, "article_id": article} | name)
        for place, attribute in enumerate(VALUES):
            value = stage if attribute == "stage" else f"{attribute} {number}"
            span = {"start": place * 9, "end": place * 9 + 8, "evidence": WORDS[place * 9 : place * 9 + 8]}
            cells = {"incident_id": key, "article_id": article, "attribute": attribute, "value": value}
            rows["claims"].append(cells | span | {"standing": "alleged", "origin": "rule"})
    if key == f"i{number}":
        more = " | Telegram" if later and number % 12 == 6 else ""
        cells = {"incident_id": key, "title": f"Force {number}", "stage": stage}
        rows["incidents"].append(cells | {"forces": f"force {number}", "platforms": f"platform {number}{more}"})


def seconds(work: Callable[[], object], rounds: int = 3) -> tuple[float, object]:
    """Processor time that something takes, the best of some times, and what it gives."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        taken.append(time.process_time() - start)
    return min(taken), result


def main(count: int = 2_000) -> None:
    """Print the seconds and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        small = [write(Path(folder) / name, count // 10, name == "b") for name in "ab"]
        large = [write(Path(folder) / name, count, name == "d") for name in "cd"]
        tenth, _ = seconds(lambda: compare(*small))
        read, _ = seconds(lambda: [opened(path) for path in large])
        whole, found = seconds(lambda: compare(*large))
        words = large[0], found.new.vocabulary
        names, redact = seconds(lambda: publication.redactor(*words, (large[1], words[1])), 1)
    tables_ = f"{count:,} incidents, {count * 2 * CLAIMS:,} claims"
    print(f"{tables_}: read {read:.2f} s; compared {whole:.2f} s, {whole / read:.1f} times that")
    print(f"compared: {whole / tenth:.1f} times the time for ten times the incidents; {len(found.changes):,} differ")
    print(f"the names to withhold: {names:.2f} s, {names / read:.1f} times reading")
    tell(found, redact, read)


def compare(old: Path, new: Path) -> Comparison:
    """Two runs compared, what is remembered of their rows not among it."""
    return compared(opened(old), opened(new))


def tell(found: Comparison, redact: Redactor, read: float) -> None:
    """Print what putting it into words and writing it take."""
    words, said = seconds(lambda: told(found, redact))
    print(f"put into words: {words:.2f} s, {words / read:.1f} times reading")
    writers = {"text": text.written, "Markdown": markdown.written, "HTML": lambda told: page.written(told, redact)}
    for name, writer in writers.items():
        taken, whole = seconds(lambda writer=writer: writer(said))
        print(f"  {name:<9}{taken:6.2f} s, {taken / read:4.1f} times reading  {len(whole):>10,} characters")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
