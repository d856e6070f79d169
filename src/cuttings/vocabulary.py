"""The vocabulary: the words a beat is read with, kept as CSV files that a reporter can edit in a spreadsheet.

``data/vocabulary/README.md`` describes the files, their columns and how a form is written.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from cuttings import home
from cuttings.words.files import FILES, Row, nearest, read_rows
from cuttings.words.lexicon import NOTHING, Hit, Lexicon

__all__ = ["Hit", "Lexicon", "Row", "Vocabulary", "VocabularyError", "load"]

CODED = {"stages": "stage", "sanctions": "sanction", "allegations": "allegation"}


class VocabularyError(ValueError):
    """A vocabulary that cannot be used; each line of the message names a file, a line, a column and what to do."""


@dataclass(frozen=True)
class Vocabulary:
    """All rows of a vocabulary folder. Two are equal when their files are, byte for byte.

    ``vocabulary["forces"]`` is the rows of forces.csv in order; ``digest`` the sha256 over all files.
    """

    digest: str
    tables: Mapping[str, tuple[Row, ...]] = field(compare=False, repr=False)

    def __getitem__(self, table: str) -> tuple[Row, ...]:
        if table not in self.tables:
            raise VocabularyError(f"there is no {table}.csv in a vocabulary{nearest(table, self.tables)}")
        return self.tables[table]

    def lexicon(self, table: str, where: Mapping[str, str | Collection[str]] | None = None) -> Lexicon:
        """A finder of the table's forms; ``where={"kind": ("full", "short")}`` keeps the rows with those cells.

        Rows with the value ``-`` are always kept: they say what not to find. Built once for each choice.
        Raises VocabularyError for an unknown table, column, or cell of a column whose values are a closed list.
        """
        chosen = [
            (column, (cells,) if isinstance(cells, str) else tuple(cells)) for column, cells in (where or {}).items()
        ]
        for column, cells in chosen:
            _check_choice(table, column, cells)
        return _lexicon(self, table, tuple(sorted(chosen)))

    def codes(self, column: str) -> tuple[str, ...]:
        """The codes of ``stage``, ``sanction`` or ``allegation``, in their order."""
        rows = [row for row in self["codes"] if row["column"] == column]
        return tuple(row.value for row in sorted(rows, key=lambda row: int(row["order"])))

    def label(self, column: str, code: str) -> str:
        """The words for a code in a chart or a report; raises VocabularyError for a code that codes.csv lacks."""
        for row in self["codes"]:
            if (row["column"], row.value) == (column, code):
                return row["label"]
        raise VocabularyError(f"codes.csv has no {column} {code!r}{nearest(code, self.codes(column))}")


def _check_choice(table: str, column: str, cells: tuple[str, ...]) -> None:
    if column not in FILES[table].columns:
        raise VocabularyError(f"{table}.csv has no column {column!r}{nearest(column, FILES[table].columns)}")
    closed = FILES[table].closed.get(column)
    for cell in cells:
        if closed and cell not in closed:
            raise VocabularyError(f"{table}.csv has no {column} {cell!r}{nearest(cell, closed)}")


@lru_cache(maxsize=64)
def _lexicon(vocabulary: Vocabulary, table: str, where: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    return Lexicon(
        row for row in vocabulary[table] if row.value == NOTHING or all(row[column] in cells for column, cells in where)
    )


def load(folder: Path | None = None) -> Vocabulary:
    """The vocabulary in a folder, or the one that ships with Cuttings.

    Raises VocabularyError, one line for each mistake: file, line, column, what is wrong, the nearest right value.
    """
    return parse(contents(folder))


def contents(folder: Path | None = None) -> tuple[tuple[str, bytes], ...]:
    """The files of a vocabulary folder (of the one that ships), by name and as they are; VocabularyError for others."""
    folder = home.vocabulary() if folder is None else folder
    if not folder.is_dir():
        raise VocabularyError(f"{folder}: there is no such folder of vocabulary files")
    problems = list(_strays(folder))
    files = tuple((name, _content(folder / f"{name}.csv", problems)) for name in FILES)
    if problems:
        _fail([*problems, *_parsed(files)[1]])
    return files


@lru_cache(maxsize=2)
def parse(files: tuple[tuple[str, bytes], ...]) -> Vocabulary:
    """The vocabulary in files as ``contents`` gives them; raises VocabularyError as ``load`` does."""
    tables, problems = _parsed(files)
    if problems:
        _fail(problems)
    digest = hashlib.sha256()
    for name, content in files:
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return Vocabulary(digest.hexdigest(), tables)


def _parsed(files: Iterable[tuple[str, bytes]]) -> tuple[dict[str, tuple[Row, ...]], list[str]]:
    problems: list[str] = []
    tables = {name: tuple(read_rows(name, content, problems)) for name, content in files}
    return tables, [*problems, *_bad_codes(tables), *_bad_forces(tables)]


def _fail(problems: Iterable[str]) -> NoReturn:
    raise VocabularyError("\n".join(problems))


def _strays(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("[!.~]*.csv")):
        if path.stem not in FILES:
            yield f"{path.name}: not a file of the vocabulary{nearest(path.name, [f'{name}.csv' for name in FILES])}"


def _content(path: Path, problems: list[str]) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        problems.append(f"{path.name}: missing from {path.parent}; a file with only its header will do")
        return b""
    except OSError as error:
        problems.append(f"{path.name}: cannot be read ({error.strerror})")
        return b""
    if not content.strip():
        problems.append(f"{path.name}, line 1: the file is empty; its header is {','.join(FILES[path.stem].columns)}")
    return content


def _bad_codes(tables: Mapping[str, tuple[Row, ...]]) -> Iterator[str]:
    for name, column in CODED.items():
        codes = [row.value for row in tables["codes"] if row["column"] == column]
        for row in tables[name]:
            if codes and row.value and row.value not in (*codes, NOTHING):
                wrong = f"{row.value!r} is no {column}{nearest(row.value, codes)}"
                yield f"{name}.csv, line {row.line}, column code: {wrong}"


def _bad_forces(tables: Mapping[str, tuple[Row, ...]]) -> Iterator[str]:
    names = dict.fromkeys(row.value for row in tables["forces"] if row.value != NOTHING)
    for row in (*tables["places"], *tables["tiles"]):
        if names and row.value and row.value not in (*names, NOTHING):
            wrong = f"{row.value!r} is not in forces.csv{nearest(row.value, names)}"
            yield f"{row.table}.csv, line {row.line}, column force: {wrong}"
    yield from _bad_tiles(tables["tiles"])


def _bad_tiles(tiles: Iterable[Row]) -> Iterator[str]:
    taken: dict[tuple[str, ...] | str, int] = {}
    for row in tiles:
        for column, key in (("force", row.value), ("column", (row["column"], row["row"]))):
            other = taken.setdefault(key, row.line)
            if other != row.line:
                what = "has a tile" if column == "force" else "the tile is another force's"
                yield f"tiles.csv, line {row.line}, column {column}: {what} in line {other}"
