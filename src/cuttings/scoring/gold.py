"""Gold tables: what a careful reader made of each article. People write them in a spreadsheet: each cell is checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings import sheet, tables, vocabulary

Row = Mapping[str, str]

ONCE = ("officers_total", "officers_serving", "officers_former", "stage")
COUNT = r"[0-9]+(\.\.[0-9]*)?|\.\.[0-9]+"

_ANY, _SOME, _YES = r"(?s).*", r"(?s).+", r"(yes)?"
_STANDING = f"({'|'.join(tables.STANDINGS)})?"
_MATTER = {"file": _SOME, "incident": _SOME}
COLUMNS: dict[str, dict[str, str]] = {  # table: column: what a cell must look like
    "articles": {
        **{
            "file": _SOME,
            "title": _ANY,
            "publisher": _ANY,
            "author": _ANY,
            "published": r"([0-9]{4}-[0-9]{2}-[0-9]{2})?",
        },
        **{"published_basis": "metadata|stated|inferred|none", "language": "([a-z]{2})?", "duplicate_of": _ANY},
    },
    "coverage": {**_MATTER, "role": "main|background", "optional": _YES},
    "claims": {
        **_MATTER,
        **{"attribute": "|".join(tables.ATTRIBUTES), "value": _SOME, "evidence": _ANY, "standing": _STANDING},
        **{"said_by": _ANY, "alternatives": _ANY, "optional": _YES},
    },
    "subjects": {
        **_MATTER,
        **{"count_min": "[0-9]*", "count_max": "[0-9]*", "status": "serving|former|staff|unknown", "force": _ANY},
        **{"rank": _ANY, "name": _ANY, "standing": _STANDING, "outcome": _ANY, "evidence": _ANY},
    },
    "people": {
        **_MATTER,
        **{"name": _SOME, "role": "officer|former_officer|official|victim|family|other", "rank_or_title": _ANY},
        "nameable": "(yes|no|ask)?",
    },
    "quotes": {"file": _SOME, "speaker": _ANY, "text": _SOME},
    "links": {"file": _SOME, "from_incident": _SOME, "to_incident": _ANY, "relation": "linked|not_linked|similar"},
    "furniture": {"file": _SOME, "text": _SOME},
}


class GoldError(ValueError):
    """Gold that cannot be used; each line of the message names a file, a row as a spreadsheet counts, and a column."""


@dataclass(frozen=True)
class Gold:
    """The gold tables, each a tuple of rows; a row is column to cell, ``file`` being an article's path.

    ``unjudged``: rows of ``evaluate`` that this gold says nothing about.
    """

    articles: tuple[Row, ...]
    coverage: tuple[Row, ...]
    claims: tuple[Row, ...]
    subjects: tuple[Row, ...]
    people: tuple[Row, ...]
    quotes: tuple[Row, ...]
    links: tuple[Row, ...]
    furniture: tuple[Row, ...]
    unjudged: frozenset[str] = frozenset()

    def of(self, table: str, file: str, incident: str | None = None) -> list[Row]:
        """The rows of a table about one article, and about one incident in it if that is given."""
        rows = [row for row in getattr(self, table) if row["file"] == file]
        return rows if incident is None else [row for row in rows if row["incident"] == incident]


def alternatives(row: Row) -> list[str]:
    """The other values that a careful reader could give, ``none`` among them where an empty cell will do."""
    return [value.strip() for value in row["alternatives"].split("|") if value.strip()]


def read_gold(folder: Path) -> Gold:
    """The gold tables in ``folder``: articles, coverage, claims, subjects, people, quotes, links, furniture (CSV).

    Where there is a ``left_out.csv`` (``what, name, reason``), its rows of ``what`` ``column`` name those rows of
    ``evaluate`` that the gold does not judge; a table of such a name need not be there.

    Raises GoldError, a line for each mistake: a file or a column is missing, a cell is not of its column's form or
    codes, an article or incident is not in articles.csv or coverage.csv, something is said twice that can be said once.
    """
    problems: list[str] = []
    unjudged = _unjudged(folder / "left_out.csv", problems)
    read = {
        name: [] if name in unjudged else _read(folder / f"{name}.csv", columns, problems)
        for name, columns in COLUMNS.items()
    }
    gold = Gold(**{name: tuple(row for _, row in rows) for name, rows in read.items()}, unjudged=unjudged)
    known, words = _Known(gold), vocabulary.load()
    for name, rows in read.items():
        said: set[tuple] = set()
        for number, row in rows:
            wrong = [*_forms(name, row, words), *known.strangers(name, row), *_twice(name, row, said)]
            problems += [f"{name}.csv, row {number}, column {column}: {what}" for column, what in wrong]
    if problems:
        raise GoldError("\n".join(problems))
    return gold


LEFT_OUT = ("what", "name", "reason")


def _unjudged(path: Path, problems: list[str]) -> frozenset[str]:
    """What the gold does not judge; articles and claims it always does."""
    rows = _read(path, dict.fromkeys(LEFT_OUT, _ANY), problems) if path.exists() else []
    named = frozenset(row["name"] for _, row in rows if row["what"] == "column")
    problems += [f"{path.name}: gold is of nothing without its {name}" for name in sorted(named & _ALWAYS)]
    return named


_ALWAYS = frozenset({"articles", "coverage", "claims"})


def _read(path: Path, columns: Mapping[str, str], problems: list[str]) -> list[tuple[int, Row]]:
    try:
        rows = sheet.read(path, tuple(columns))
    except sheet.SheetError as error:
        problems.append(str(error))
        return []
    return [(number, {name: cell.strip() for name, cell in row.items()}) for number, row in rows]


def _forms(table: str, row: Row, words: vocabulary.Vocabulary) -> Iterator[tuple[str, str]]:
    """Cells that are not of their column's form: (column, what is wrong)."""
    for column, form in COLUMNS[table].items():
        if not row[column] and form == _SOME:
            yield column, "is empty"
        elif not re.fullmatch(form, row[column]):
            yield column, f"{row[column]!r} is not {'yes or empty' if form == _YES else form.replace('|', ', ')}"
    if table == "claims":
        yield from _values(row, words.codes(row["attribute"]))


def _values(row: Row, codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    attribute = row["attribute"]
    for column, values in (("value", [row["value"]]), ("alternatives", alternatives(row))):
        for value in values:
            if column == "alternatives" and value == "none":
                continue
            if attribute.startswith("officers_") and not re.fullmatch(COUNT, value):
                yield column, f"{value!r} is no count: 6, 6.. (at least), ..6 (at most) or 5..7"
            if codes and value not in codes:
                yield column, f"{value!r} is no {attribute}; the codes are {', '.join(codes)}"


def _twice(table: str, row: Row, said: set[tuple]) -> Iterator[tuple[str, str]]:
    """What may stand once in a table and stood before; ``said`` is what did."""
    columns = {"articles": ("file",), "coverage": ("file", "incident")}.get(table, ())
    if table == "claims":
        columns = ("file", "incident", "attribute") if row["attribute"] in ONCE else tuple(row)
    what = tuple(row[column] for column in columns)
    if what and what in said:
        yield columns[-1], f"an earlier row has this already ({', '.join(what[:3])})"
    said.add(what)


class _Known:
    """The files and matters that the gold has, to find rows about others."""

    def __init__(self, gold: Gold) -> None:
        self.files = {row["file"] for row in gold.articles}
        self.matters = {(row["file"], row["incident"]) for row in gold.coverage}

    def strangers(self, table: str, row: Row) -> Iterator[tuple[str, str]]:
        """Cells that name an article or an incident that the gold does not have: (column, what is wrong)."""
        for column in ("file", "duplicate_of"):
            if row.get(column) and row[column] not in self.files:
                yield column, f"{row[column]!r} is not in articles.csv"
        for column in ("incident", "from_incident", "to_incident"):
            if table != "coverage" and row.get(column) and (row["file"], row[column]) not in self.matters:
                yield column, f"coverage.csv has no {row[column]!r} in {row['file']!r}"
