"""The corpus on disk: for each article a saved page, its text, its gold; read and checked against the schema.

data/corpus/<split>/saved/<id>.txt|html    the page as a newsroom saved it
data/corpus/<split>/texts/<id>.txt         the article's text; offsets count into it
data/corpus/<split>/gold/<id>.json         what is in it, in the form of schema.json
data/corpus/<split>/first/<id>.json        the first reading as it was, of the third that was read twice
data/corpus/<split>/second/<id>.json       the second reading of these, blind to the first
data/corpus/matrix.csv                     how each was planned: genre, country, form, dates, counts
data/corpus/apart.csv                      two incidents that are easily taken for one
"""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator

from cuttings import home
from cuttings.corpus import SPLITS


class CorpusError(ValueError):
    """A corpus that cannot be used; each line of the message names a file and what is wrong in it."""


@dataclass(frozen=True)
class Annotated:
    """One article: its id, its split, its text, its gold as in schema.json, its saved page, its row of matrix.csv."""

    id: str
    split: str
    text: str
    gold: Mapping
    saved: Path
    plan: Mapping[str, str]

    @property
    def spans(self) -> Iterator[Mapping]:
        """Everything in the gold that stands on words of the text."""
        for incident in self.gold["incidents"]:
            for kind in ("claims", "subjects", "people"):
                yield from incident[kind]
        yield from self.gold["quotes"]
        yield from self.gold["links"]


def read(split: str | None = None, folder: Path | None = None) -> list[Annotated]:
    """The articles of a split (of all where None), in the order of their ids; ``folder`` is the project's own corpus.

    Raises CorpusError, a line for each fault: a file is missing or not of the schema, words are not at their offsets.
    ``consistency.problems`` looks for what else may be wrong.
    """
    return _read(split, folder or home.corpus(), "gold")


def read_twice(split: str | None = None, folder: Path | None = None) -> tuple[list[Annotated], list[Annotated]]:
    """The articles that two people have read without seeing each other's work: the first reader's, the second's.

    As ``read``; only ``gold`` differs between the two, and furniture, which the second reader was given, is in neither.
    """
    place = folder or home.corpus()
    return _read(split, place, "first"), _read(split, place, "second")


def _read(split: str | None, folder: Path, reading: str) -> list[Annotated]:
    if split is not None and split not in SPLITS:
        raise CorpusError(f"there is no split {split!r}; the splits are {', '.join(SPLITS)}")
    plans, problems, found = _plans(folder), [], []
    for name in [split] if split else SPLITS:
        for path in sorted((folder / name / reading).glob("*.json")):
            try:
                found.append(_article(path, folder / name, name, plans))
            except CorpusError as error:
                problems.append(str(error))
    if problems:
        raise CorpusError("\n".join(problems))
    return found


def _plans(folder: Path) -> dict[str, dict[str, str]]:
    path = folder / "matrix.csv"
    if not path.is_file():
        raise CorpusError(f"{path} is not there: give the folder of a corpus")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def _article(path: Path, folder: Path, split: str, plans: Mapping[str, Mapping[str, str]]) -> Annotated:
    name = path.stem
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CorpusError(f"{path}: not JSON: {error}") from None
    saved = sorted((folder / "saved").glob(f"{name}.*"))
    text = folder / "texts" / f"{name}.txt"
    faults = [f"{error.json_path}: {error.message}" for error in _schema().iter_errors(gold)]
    faults += [] if len(saved) == 1 else [f"{len(saved)} saved pages {name}.* beside it, not one"]
    faults += [] if text.is_file() else [f"no text {text.name} beside it"]
    faults += [] if name in plans else ["matrix.csv has no such id"]
    if not faults:
        article = Annotated(name, split, text.read_text(encoding="utf-8"), gold, saved[0], plans[name])
        faults += [
            f"the words {row['words']!r} are not at {row['start']}" for row in article.spans if _off(article, row)
        ]
    if faults:
        raise CorpusError("\n".join(f"{path}: {fault}" for fault in faults))
    return article


def _off(article: Annotated, row: Mapping) -> bool:
    return article.text[row["start"] : row["end"]] != row["words"]


@cache
def _schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((home.corpus() / "schema.json").read_text(encoding="utf-8")))
