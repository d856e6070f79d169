"""How fast annotating is, as a ratio: our whole pipeline against spaCy's blank English with a sentencizer, in one run.

Also an article twenty times as long as another, against that one: close to 20 where time grows in proportion.

    .venv/bin/python benchmarks/annotate.py [folder of .txt articles]
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from cuttings import home
from cuttings.pipeline import build_pipeline, chosen_model, read

ROUNDS = 5


def seconds(work: Callable[[], object]) -> float:
    """The median of several rounds, after one that is not counted."""
    work()
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    floor = spacy.blank("en")
    floor.add_pipe("sentencizer")
    ours = build_pipeline()
    base = seconds(lambda: [floor(text) for text in texts])
    print(f"{len(texts)} articles, {words:,} words")
    print(f"blank English, sentencizer: {words / base:,.0f} words a CPU second")
    _compare("Cuttings", words, seconds(lambda: [read(ours, text) for text in texts]), base)
    model = chosen_model("auto")
    if model:
        trained = spacy.load(model)
        _compare(model, words, seconds(lambda: [trained(text) for text in texts]), base)
    long = "\n\n".join(texts)
    once, longer = seconds(lambda: read(ours, long)), seconds(lambda: read(ours, "\n\n".join([long] * 20)))
    print(f"20 times the words in one article: {longer / once:.1f} times the time")


def _compare(name: str, words: int, taken: float, base: float) -> None:
    print(f"{name}: {words / taken:,.0f} words a CPU second, {taken / base:.1f} times the time of the blank pipeline")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else home.example_articles())
