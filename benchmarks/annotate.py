"""How fast annotating is, as a ratio: our whole pipeline against spaCy's blank English with a sentencizer, in one run.

Also an article twenty times as long as another, against that one: close to 20 where time grows in proportion; and one
sentence said 100 and 1,000 times in one line, of kinds that have once taken the square of it: close to 10.

    .venv/bin/python benchmarks/annotate.py [folder of .txt articles]
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import spacy

from cuttings import home
from cuttings.pipeline import build_pipeline, chosen_model, read

ROUNDS = 7
# sentences that are told from others by words elsewhere in the text, or in their own, which has no end
REPEATED = {
    "forces of two places": "Officers of Barshire{} and Nordale{} Police met. ",
    "a small word before police": "Dock{} police arrested a man. ",
    "names behind a title": "Sergeant Lee Ash{} was told of it. ",
    "no full stop": "Former police sergeant convicted over crash pictures but cleared of four other charges ",
}


def least(*works: Callable[[], object]) -> list[float]:
    """The least CPU seconds that each takes, over several rounds in turn, after one that is not counted."""
    taken = []
    for _ in range(ROUNDS + 1):
        taken.append([_seconds(work) for work in works])
    return [min(seconds) for seconds in zip(*taken[1:], strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    words = sum(len(text.split()) for text in texts)
    floor = spacy.blank("en")
    floor.add_pipe("sentencizer")
    ours = build_pipeline()
    pipelines: dict[str, Callable[[str], object]] = {"Cuttings": partial(read, ours)}
    if model := chosen_model("auto"):
        pipelines[model] = spacy.load(model)
    base, *taken = least(*(partial(_each, pipeline, texts) for pipeline in (floor, *pipelines.values())))
    print(f"{len(texts)} articles, {words:,} words")
    print(f"blank English, sentencizer: {words / base:,.0f} words a CPU second")
    for name, seconds in zip(pipelines, taken, strict=True):
        _compare(name, words, seconds, base)
    long = "\n\n".join(texts)
    once, longer = least(partial(read, ours, long), partial(read, ours, "\n\n".join([long] * 20)))
    print(f"20 times the words in one article: {longer / once:.1f} times the time")
    for kind, sentence in REPEATED.items():
        few, many = least(*(partial(read, ours, _said(sentence, times)) for times in (100, 1_000)))
        print(f"10 times the sentences, {kind}: {many / few:.1f} times the time")


def _said(sentence: str, times: int) -> str:
    """A sentence so many times, with other letters each time where it has a place for them."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    each = (letters[number % 26] + letters[number // 26 % 26] for number in range(times))
    return "".join(sentence.replace("{}", ending) for ending in each)


def _each(pipeline: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        pipeline(text)


def _compare(name: str, words: int, taken: float, base: float) -> None:
    print(f"{name}: {words / taken:,.0f} words a CPU second, {taken / base:.1f} times the time of the blank pipeline")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else home.example_articles())
