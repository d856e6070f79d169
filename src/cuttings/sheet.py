"""A sheet that goes to a spreadsheet and comes back, as CSV or a workbook: a stranger's words come back unchanged."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from cuttings import tables

# What a spreadsheet would run or drop at the start of a cell. Apostrophes in front of it are part of the pattern: a
# guarded cell then matches as the bare one did, and taking one apostrophe away always gives back the very words.
_FORMULA = re.compile(r"'*(\s*[=+\-@＝＋－＠]|[\t\r\n|%])")


class SheetError(ValueError):
    """A file that is no sheet of ours; the message names it and says how to save it."""


def guard(cell: str) -> str:
    """``cell``, with an apostrophe in front if a spreadsheet might run it: ``=1+1`` becomes ``'=1+1``."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """The words that ``guard`` was given; words that a person typed bare, or a program stripped, are left alone."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def write(rows: Iterable[Mapping[str, str]], columns: Sequence[str], path: Path) -> Path:
    """Write rows as CSV, every cell quoted and guarded, in UTF-8 with the mark that Excel needs; as an Excel workbook,
    every cell text and guarded, where the path ends in ``.xlsx``; returns ``path``.
    """
    if path.suffix.lower() == ".xlsx":
        return _write_workbook(rows, columns, path)
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([guard(row[column]) for column in columns] for row in rows)
    tables.write_whole(path, text.getvalue().encode("utf-8-sig"))
    return path


def _write_workbook(rows: Iterable[Mapping[str, str]], columns: Sequence[str], path: Path) -> Path:
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        page, text = book.add_worksheet(), book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for number, cells in enumerate([columns, *([guard(row[name]) for name in columns] for row in rows)]):
            for place, cell in enumerate(cells):
                page.write_string(number, place, cell[:_MOST], text)
        page.freeze_panes(1, 0)
    tables.write_whole(path, made.getvalue())
    return path


_MOST = 32_767  # characters that a cell of Excel holds


def read(path: Path, columns: Sequence[str], optional: Sequence[str] = ()) -> list[tuple[int, dict[str, str]]]:
    """The rows that hold anything, as (row number with the header as 1, the named columns' cells, unguarded).

    ``optional`` columns may be missing; their cells are then empty. An Excel workbook is read where the path ends in
    ``.xlsx``, its first sheet. Commas, semicolons or tabs may part the cells; columns may stand in any order, with
    others among them.
    Raises SheetError when the file cannot be read, is not UTF-8, lacks a column, or has a row that does not fit it.
    """
    header, *records = _workbook(path) if path.suffix.lower() == ".xlsx" else _text(path, columns)
    missing = [name for name in columns if name not in header]
    if missing:
        raise SheetError(
            f"{path} lacks the column {', '.join(missing)}: it is no sheet of ours, or its header was changed"
        )
    wanted = dict.fromkeys([*columns, *optional])
    rows = []
    for number, record in enumerate(records, start=2):
        if any(record[len(header) :]):
            raise SheetError(
                f"{path}, row {number} has more cells than the header: is a comma not inside quotation marks?"
            )
        cells = {name: unguard(cell) for name, cell in zip(header, record, strict=False)}
        if any(cells.values()):
            rows.append((number, {name: cells.get(name, "") for name in wanted}))
    return rows


def _workbook(path: Path) -> list[list[str]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        rows = [[_cell(cell) for cell in row] for row in book.worksheets[0].values]
    except OSError as error:
        raise SheetError(f"{path} cannot be read: {error.strerror or error}") from error
    except (
        ValueError,
        KeyError,
        SyntaxError,
        AttributeError,
        zipfile.BadZipFile,
        openpyxl.utils.exceptions.InvalidFileException,
    ) as error:
        raise SheetError(f"{path} is no Excel workbook: save the sheet as .xlsx, or as 'CSV UTF-8'") from error
    return rows or [[]]


def _cell(cell: object) -> str:
    """A cell as a person sees it: Excel makes a day of what looks like one."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def _text(path: Path, columns: Sequence[str]) -> list[list[str]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SheetError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SheetError(f"{path} is not UTF-8 text: save the sheet as 'CSV UTF-8'") from error
    first = text.partition("\n")[0]
    headers = {mark: next(csv.reader([first], delimiter=mark), []) for mark in ",;\t"}
    delimiter = max(headers, key=lambda mark: len({*columns} & {*headers[mark]}))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader) or [[]]
    except csv.Error as error:
        raise SheetError(f"{path}, line {reader.line_num} cannot be read as CSV: {error}") from error
