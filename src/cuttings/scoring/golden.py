"""Golden pairs: a saved file, and beside it what a careful person says must come out of it.

``page.html`` has ``page.html.json``: ``shows`` (what it is a case of), ``fields`` (as ``articles.ingest`` takes them),
``articles`` (rows of the table, those columns that matter, with ``text`` as a list of paragraphs and ``furniture`` as
a list of pieces) and ``skipped`` (file, and reason if it matters).
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuttings.plaintext.lines import words
from cuttings.saved.worker import Said


@dataclass(frozen=True)
class Pair:
    """A saved file and what must come of it."""

    file: Path
    shows: str
    fields: tuple[str, ...]
    articles: tuple[dict, ...]
    skipped: tuple[dict, ...]


@dataclass(frozen=True)
class Weighed:
    """Words counted: those given, those that should be, and those that are both."""

    given: int = 0
    wanted: int = 0
    both: int = 0

    def __add__(self, other: "Weighed") -> "Weighed":
        return Weighed(self.given + other.given, self.wanted + other.wanted, self.both + other.both)

    @property
    def precision(self) -> float:
        """Of the words given, how many should be."""
        return self.both / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Of the words that should be, how many are given."""
        return self.both / self.wanted if self.wanted else 1.0


def pairs(folder: Path) -> list[Pair]:
    """The golden pairs under a folder, in the order of their paths."""
    return [_pair(path) for path in sorted(folder.rglob("*.json")) if path.with_suffix("").suffix]


def _pair(path: Path) -> Pair:
    gold = json.loads(path.read_text(encoding="utf-8"))
    fields = gold.get("parameters", gold).get("fields", ())
    return Pair(path.with_suffix(""), gold["shows"], tuple(fields), tuple(gold["articles"]), tuple(gold["skipped"]))


def differences(pair: Pair, answers: Sequence[Said]) -> list[str]:
    """A line for each thing in which what was read (``saved.readers.Readers.read``) is not as it must be."""
    read = {said["file"]: said["row"] for said in answers if said["said"] == "article"}
    passed = [said["row"] for said in answers if said["said"] == "skipped"]
    wanted = {gold["file"]: gold for gold in pair.articles}
    lines = [f"{file}: is an article, and should be none" for file in read.keys() - wanted.keys()]
    lines += [f"{file}: no article, and should be one" for file in wanted.keys() - read.keys()]
    for file in wanted.keys() & read.keys():
        media = next(said["media_type"] for said in answers if said.get("file") == file)
        lines += _of_row(wanted[file], {**read[file], "media_type": media})  # type: ignore[dict-item]
    return sorted(lines) + _of_skipped(pair.skipped, passed)  # type: ignore[arg-type]


def _of_row(gold: dict, row: dict) -> list[str]:
    lines = [
        f"{gold['file']}: {name} is {row[name]!r}, should be {value!r}"
        for name, value in gold.items()
        if name not in ("file", "text", "furniture") and row[name] != value
    ]
    text = row["text"].split("\n\n")
    lines += [f"{gold['file']}: lacks {one!r}" for one in gold["text"] if one not in text]
    lines += [f"{gold['file']}: has {one!r}" for one in text if one not in gold["text"]]
    order = [one for one in text if one in gold["text"]]
    if not lines and order != gold["text"]:
        lines.append(f"{gold['file']}: has its paragraphs in another order, or one of them twice")
    return lines


def _of_skipped(gold: Iterable[dict], passed: Sequence[dict]) -> list[str]:
    wanted = {one["file"]: one.get("reason", "") for one in gold}
    found = {one["file"]: one["reason"] for one in passed}
    lines = [f"{file}: skipped ({found[file]}), and should not be" for file in found.keys() - wanted.keys()]
    lines += [f"{file}: not skipped, and should be" for file in wanted.keys() - found.keys()]
    both = wanted.keys() & found.keys()
    wrong = [file for file in both if wanted[file] not in ("", found[file])]
    return sorted([*lines, *(f"{file}: skipped as {found[file]}, should be {wanted[file]}" for file in wrong)])


def weigh(given: Iterable[str], wanted: Iterable[str]) -> Weighed:
    """The words of some texts against those of others, however they are cut into pieces.

    >>> weigh(["Read more", "Hide Ad"], ["Hide Ad"])
    Weighed(given=4, wanted=2, both=2)
    """
    left, right = _counted(given), _counted(wanted)
    return Weighed(left.total(), right.total(), (left & right).total())


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(word.casefold() for text in texts for word in words(text))


def weigh_furniture(pair: Pair, answers: Sequence[Said]) -> Weighed:
    """What was taken out of a pair's pages against what should be."""
    taken = {said["file"]: [text for text, _ in said["furniture"]] for said in answers if said["said"] == "article"}  # type: ignore[union-attr]
    return sum((weigh(taken.get(gold["file"], []), gold["furniture"]) for gold in pair.articles), Weighed())


def weigh_text(pair: Pair, answers: Sequence[Said]) -> Weighed:
    """What was kept of a pair's pages against what should be."""
    kept = {said["file"]: [said["row"]["text"]] for said in answers if said["said"] == "article"}  # type: ignore[index]
    return sum((weigh(kept.get(gold["file"], []), gold["text"]) for gold in pair.articles), Weighed())
