"""The files of a vocabulary: the columns of each, and how one is read into rows, every mistake in it named."""

import csv
import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from cuttings.words.forms import FormError, pieces, spellings
from cuttings.words.lexicon import NOTHING

DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


@dataclass(frozen=True)
class File:
    """One of the vocabulary's files: its columns, which of them holds the value, and the values of closed ones."""

    columns: tuple[str, ...]
    value: str
    closed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    may_be_empty: tuple[str, ...] = ()


_FORCE_KINDS = ("full", "short", "abbreviation", "nickname", "area")
_BODY_KINDS = ("watchdog", "prosecutor", "tribunal", "regulator", "government", "inspectorate")
_RANK_KINDS = ("officer", "senior", "staff", "volunteer")
_SAYING_KINDS = ("said", "told", "claimed", "admitted", "denied", "announced")
_ROLES = ("official", "victim", "family", "other", "lawyer", "judge", "chair", "politician", "journalist")
_NUMBERS = defaultdict(tuple, codes=("order",), tiles=("column", "row"))
_MOST = 99
_NAMED = ("name", "form", "kind", "country", "source")
_CUES = ("code", "form", "note", "source")

FILES: dict[str, File] = {
    "codes": File(
        ("column", "code", "order", "label", "meaning", "source"),
        "code",
        {"column": ("stage", "sanction", "allegation")},
    ),
    "forces": File(_NAMED, "name", {"kind": _FORCE_KINDS}),
    "places": File(("force", "form", "source"), "force"),
    "bodies": File(_NAMED, "name", {"kind": _BODY_KINDS}, may_be_empty=("country",)),
    "ranks": File(("rank", *_NAMED[1:]), "rank", {"kind": _RANK_KINDS}, may_be_empty=("country",)),
    "platforms": File(("name", "form", "source"), "name"),
    "laws": File(_NAMED, "name", {"kind": ("act", "offence", "standard")}, may_be_empty=("country",)),
    "allegations": File(("code", "form", "strength", "source"), "code", {"strength": ("word", "paraphrase")}),
    "paraphrases": File(("code", "part", "form", "source"), "code", {"part": ("act", "telling", "about", "content")}),
    "stages": File(_CUES, "code", may_be_empty=("note",)),
    "sanctions": File(_CUES, "code", may_be_empty=("note",)),
    "sayings": File(("kind", "form", "source"), "kind", {"kind": _SAYING_KINDS}),
    "roles": File(("role", "form", "source"), "role", {"role": _ROLES}),
    "milestones": File(("day", "form", "source"), "day"),
    "tiles": File(("force", "label", "column", "row", "source"), "force"),
    "given_names": File(
        ("form", "gender", "ambiguous", "source"),
        "form",
        {"gender": ("f", "m"), "ambiguous": ("yes",)},
        may_be_empty=("gender", "ambiguous"),
    ),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a vocabulary file: the form it looks for and the value it stands for.

    ``line`` is its line in the file; ``row["kind"]`` gives a cell, ``row.fields`` all of them by column.
    """

    table: str
    line: int
    form: str
    value: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]

    def __getitem__(self, column: str) -> str:
        return self.cells[self.columns.index(column)]

    @property
    def fields(self) -> dict[str, str]:
        return dict(zip(self.columns, self.cells, strict=True))


def read_rows(name: str, content: bytes, problems: list[str]) -> Iterator[Row]:
    """The rows of the file ``name`` (without ``.csv``); what is wrong with it is added to ``problems``, a line each.

    Rows of empty cells are left out; white space at the ends of a cell does not count.
    """
    lines = list(_lines(name, content, problems))
    header = lines[0][1] if lines else []
    if wrong := header and _bad_header(name, header):
        problems.append(f"{name}.csv, line 1{wrong}")
        return
    seen: dict[str, Row] = {}
    for line, cells in lines[1:]:
        if any(cells):
            row = _row(name, line, header, cells)
            wrongs = [*_bad_row(row, header, cells)] or [*_twice(row, seen)]
            problems += [f"{name}.csv, line {line}, column {wrong}" for wrong in wrongs]
            yield row


def _lines(name: str, content: bytes, problems: list[str]) -> Iterator[tuple[int, list[str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.append(f"{name}.csv, line {line}: not UTF-8; in the spreadsheet choose 'CSV UTF-8' when saving")
        return
    reader, line = csv.reader(io.StringIO(text, newline=""), strict=True), 1
    try:
        for cells in reader:
            if reader.line_num > line:
                problems.append(f"{name}.csv, line {line}: a cell holds a line break; put its words on one line")
            yield line, [" ".join(unicodedata.normalize("NFC", cell).split()) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(f"{name}.csv, line {line}: a double quote opens or closes in the wrong place ({error})")


def _bad_header(name: str, header: list[str]) -> str:
    if len(header) == 1 and re.search("[; ]", header[0]):
        return ": its columns are parted by semicolons or tabs, not commas; save it as 'CSV UTF-8 (comma delimited)'"
    columns = FILES[name].columns
    for place, column in enumerate(header):
        if column not in columns:
            return f", column {column!r}: unknown{nearest(column, columns)}"
        if column in header[:place]:
            return f", column {column}: named twice"
    missing = [column for column in columns if column not in header]
    return f", column {missing[0]}: missing" if missing else ""


def _row(name: str, line: int, header: list[str], cells: list[str]) -> Row:
    file, given = FILES[name], dict(zip(header, cells, strict=False))
    ordered = tuple(given.get(column, "") for column in file.columns)
    return Row(name, line, given.get("form", ""), given.get(file.value, ""), file.columns, ordered)


def _bad_row(row: Row, header: list[str], cells: list[str]) -> Iterator[str]:
    if any(cells[len(header) :]):
        yield f"{header[-1]}: more cells than columns; a cell that holds a comma goes in double quotes"
        return
    for column, cell in row.fields.items():
        if wrong := _bad_cell(FILES[row.table], row, column, cell):
            yield f"{column}: {wrong}"


def _bad_cell(file: File, row: Row, column: str, cell: str) -> str:
    if row.value == NOTHING and column not in ("form", "source"):
        return ""
    if not cell:
        return "" if column in file.may_be_empty else "empty"
    if column in file.closed and cell not in file.closed[column]:
        return f"{cell!r} is not allowed{nearest(cell, file.closed[column])}"
    if column == "country" and not COUNTRY.fullmatch(cell):
        return f"{cell!r} is no ISO 3166 code, such as GB-ENG or IE"
    if column == "day" and not DAY.fullmatch(cell):
        return f"{cell!r} is no day; write it as 2018-01-08"
    if column in _NUMBERS[row.table] and not (cell.isascii() and cell.isdecimal() and 0 < int(cell) <= _MOST):
        return f"{cell!r} is no whole number from 1 to {_MOST}"
    return _bad_form(cell) if column == "form" else ""


def _bad_form(form: str) -> str:
    try:
        pieces(form)
    except FormError as error:
        return str(error)
    return ""


def _twice(row: Row, seen: dict[str, Row]) -> Iterator[str]:
    if not row.form:
        return
    # Two countries may each have a Perth; which is meant, the article's other forces say
    country = row["country"] if row.fields.get("kind") == "area" else ""
    for spelling in sorted(spellings(row.form)):
        other = seen.setdefault(f"{spelling}{country}", row)
        if other.value != row.value:
            yield f"form: {spelling!r} stands for {other.value!r} in line {other.line} and for {row.value!r} here"
            return


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The end of a message about a wrong word: the closest of those allowed, or all of them where none is close."""
    choices = list(allowed)
    close = get_close_matches(word, choices, n=1, cutoff=0.5)
    return f"; did you mean {close[0]!r}?" if close else f"; allowed: {', '.join(choices)}"
