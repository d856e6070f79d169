"""The corpus on disk: for each article a saved page, its text, its gold; read and checked against the schema.

data/corpus/<split>/saved/<id>.txt|html    the page as a newsroom saved it
data/corpus/<split>/texts/<id>.txt         the article's text; offsets count into it
data/corpus/<split>/gold/<id>.json         what is in it, in the form of schema.json
data/corpus/<split>/first/<id>.json        the first reading as it was, of the third that was read twice
data/corpus/<split>/second/<id>.json       the second reading of these, blind to the first
data/corpus/matrix.csv                     how each was planned: genre, country, form, dates, counts
data/corpus/apart.csv                      two incidents that are easily taken for one

``data/corpus/plain`` is no split: its gold is tables, which ``evaluation.read_gold`` reads.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jsonschema import Draft202012Validator, validators
from jsonschema.protocols import Validator

from cuttings import home
from cuttings.corpus import SPLITS

TWICE = ("first", "second")  # the readings of the articles that were read twice
_ENDINGS = {"saved": (".txt", ".html"), "texts": (".txt",), **dict.fromkeys(("gold", *TWICE), (".json",))}
_PLAN, _PLANNED = "matrix.csv", ("id", "split", "genre", "country", "form", "counts", "dates")


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

    Raises CorpusError, a line for each fault: a file is missing, not UTF-8 or not of the schema, words are not at
    their offsets. ``consistency.problems`` looks for what else may be wrong.
    """
    return _sound(*readable(split, folder))


def read_twice(split: str | None = None, folder: Path | None = None) -> tuple[list[Annotated], list[Annotated]]:
    """The articles that two people have read without seeing each other's work: the first reader's, the second's.

    As ``read``, and CorpusError too where one reading lacks the other; only ``gold`` differs between the two, and
    furniture, which the second reader was given, is in neither.
    """
    first, second = (_sound(*readable(split, folder, reading)) for reading in TWICE)
    place = folder or home.corpus()
    _sound(first, [fault for name in SPLITS if split in (name, None) for fault in _alone(place / name)])
    return first, second


def _sound(found: list[Annotated], faults: Iterable[str]) -> list[Annotated]:
    if told := "\n".join(faults):
        raise CorpusError(told)
    return found


def readable(
    split: str | None = None, folder: Path | None = None, reading: str = "gold"
) -> tuple[list[Annotated], list[str]]:
    """The articles that can be read, as ``read`` gives them, and a line for each fault of those that cannot.

    ``reading`` is ``gold``, ``first`` or ``second``. Raises CorpusError for an unknown split, and for a matrix.csv that
    is missing or cannot be used.
    """
    if split is not None and split not in SPLITS:
        raise CorpusError(f"there is no split {split!r}; the splits are {', '.join(SPLITS)}")
    place = folder or home.corpus()
    plans = {row["id"]: row for row in table(place / _PLAN, _PLANNED)}
    found, faults = [], []
    for name in [split] if split else SPLITS:
        for path in _files(place / name / reading, ".json"):
            try:
                found.append(_article(path, place / name, name, plans))
            except CorpusError as error:
                faults.append(str(error))
    return found, faults


def _files(folder: Path, *endings: str) -> list[Path]:
    """The files of a folder, in the order of their names; with these endings only, if any are given."""
    listed = sorted(path for path in folder.glob("*") if not path.name.startswith("."))
    return [path for path in listed if not endings or path.suffix in endings]


def ids(folder: Path) -> dict[str, str]:
    """The ids of all articles with gold, each with its split, whether or not they can be read."""
    return {path.stem: split for split in SPLITS for path in _files(folder / split / "gold", ".json")}


def strays(folder: Path) -> Iterator[str]:
    """What lies in a corpus and is no article's, a line each.

    Rows of matrix.csv without gold or given twice; texts, saved pages and readings without gold, or with an ending that
    nothing reads; a first or second reading without the other. Raises CorpusError if matrix.csv cannot be used.
    """
    known = ids(folder)
    rows = Counter(row["id"] for row in table(folder / _PLAN, _PLANNED))
    yield from (f"{_PLAN}: {name} has no gold" for name in rows if name not in known)
    yield from (f"{_PLAN}: {name} stands {times} times" for name, times in rows.items() if times > 1)
    for split in SPLITS:
        for kind, endings in _ENDINGS.items():
            for path in _files(folder / split / kind):
                if known.get(path.stem) != split or path.suffix not in endings:
                    yield f"{path}: no gold has it; it should be ID{' or ID'.join(endings)} of an article with gold"
        yield from _alone(folder / split)


def _alone(folder: Path) -> Iterator[str]:
    """The readings in a split's folder that lack the other, a line each."""
    for reading, other in (TWICE, TWICE[::-1]):
        for path in _files(folder / reading, ".json"):
            if not (folder / other / path.name).is_file():
                yield f"{path}: there is no {other}/{path.name}"


def table(path: Path, columns: Iterable[str]) -> list[dict[str, str]]:
    """The rows of one of the corpus's CSV files.

    Raises CorpusError: it is not there, not UTF-8, lacks one of these columns, or has a row of more or fewer cells.
    """
    if not path.is_file():
        raise CorpusError(f"{path} is not there: give the folder of a corpus")
    reader = csv.DictReader(io.StringIO(decoded(path), newline=""))
    if lacking := [column for column in columns if column not in (reader.fieldnames or ())]:
        raise CorpusError(f"{path}: it has no column {', '.join(lacking)}")
    rows = list(reader)
    if uneven := [number for number, row in enumerate(rows, 2) if None in row or None in row.values()]:
        raise CorpusError(f"{path}: row {uneven[0]} has more or fewer cells than the first")
    return rows


def decoded(path: Path) -> str:
    """A file's text, its ends of lines as they are; raises CorpusError if it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CorpusError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: byte {error.start} is not UTF-8; save it as UTF-8") from None


def load(path: Path) -> object:
    """What a gold file holds, of whatever form; raises CorpusError if it cannot be read or is not JSON."""
    text = decoded(path)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{path}: not JSON: {error}") from None


def form(gold: object) -> list[str]:
    """Where gold is not of the form of schema.json, each as ``path: what``; none if it is."""
    return [f"{error.json_path}: {error.message}" for error in _schema().iter_errors(gold)]


def _article(path: Path, folder: Path, split: str, plans: Mapping[str, Mapping[str, str]]) -> Annotated:
    name, gold = path.stem, load(path)
    saved = [page for page in _files(folder / "saved") if page.stem == name]
    text = folder / "texts" / f"{name}.txt"
    faults = form(gold)
    faults += [] if len(saved) == 1 else [f"{len(saved)} saved pages {name}.* beside it, not one"]
    faults += [] if text.is_file() else [f"no text {text.name} beside it"]
    faults += [] if name in plans else [f"{_PLAN} has no such id"]
    if not faults:
        decoded(saved[0])  # whoever reads the page later must be able to
        article = Annotated(name, split, decoded(text), gold, saved[0], plans[name])
        faults += [
            f"the words {row['words']!r} are not at {row['start']}" for row in article.spans if _off(article, row)
        ]
    if faults:
        raise CorpusError("\n".join(f"{path}: {fault}" for fault in faults))
    return article


def _off(article: Annotated, row: Mapping) -> bool:
    return article.text[row["start"] : row["end"]] != row["words"]


@cache
def _schema() -> Validator:
    # To JSON Schema 1653.0 is an integer; to a slice of the text it is none
    whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", lambda _, value: type(value) is int)
    kind = validators.extend(Draft202012Validator, type_checker=whole)
    return kind(json.loads((home.corpus() / "schema.json").read_text(encoding="utf-8")))
