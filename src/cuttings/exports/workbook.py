"""``cuttings.xlsx``: a run's tables as a workbook that a desk can open, a sheet a table, with what each column holds.

Every word is written as text, with Excel's own mark for words typed with an apostrophe in front where a spreadsheet
might run them; the words stay what they are. Source: Office Open XML, ECMA-376 part 1, sections 18.3.1.4 (cells) and
18.8.45 (``quotePrefix``).
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from cuttings import __version__
from cuttings.dictionary import TYPES
from cuttings.exports import cells
from cuttings.tables import TABLES, Column

ROWS = 1_048_576
GUIDE = "Read me"
TITLE = "Cuttings: incidents reported in saved news articles, with their evidence"
CAVEATS = (
    "A row says what an article reports. An allegation is no finding: read the columns standing, stage and said_by.",
    "To be a subject of an incident is no finding against anyone.",
    "A program read the articles. The column reviewed of incidents says how many of its claims a person has decided.",
    "Before a name is published: the column nameable of people says what is known of whether it may be.",
    "Offsets (start, end) count the characters of the article's text from 0. An empty cell is not known.",
    "This workbook is for reading. Nothing in it is a formula or a link: a cell that begins with = or @ holds an "
    "article's own words. A cell of more than 32,767 characters is cut, and says so; a control character is shown as "
    "its picture (␀). The CSV files in the folder tables have every character.",
    "A sheet that is saved as CSV loses the mark that keeps such words from being run: do not open that CSV in a "
    "spreadsheet by a double click.",
)
_FIRST = ("incidents", "claims", "subjects", "people", "history", "support", "coverage", "links", "checks")
_FIRST += ("matches", "articles")
_NARROWEST, _WIDEST, _LOOKED_AT = 10, 60, 200
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
# The day that the parts of the file have too: the file would hold the time of writing otherwise
_NO_TIME = datetime(1980, 1, 1)


def content(data: Mapping[str, pd.DataFrame]) -> bytes:
    """The workbook of the tables ``data``: a sheet that says what the others hold, then incidents, claims and the rest.

    A table that has more rows than a sheet is cut, which its last row and the first sheet say.
    """
    names = [*(name for name in _FIRST if name in data), *(name for name in TABLES if name in {*data} - {*_FIRST})]
    file = io.BytesIO()
    with Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": TITLE, "comments": f"Written by Cuttings {__version__}", "created": _NO_TIME})
        looks = Looks.of(book)
        _guide(book.add_worksheet(GUIDE), {name: data[name] for name in names}, looks)
        for name in names:
            _table(book.add_worksheet(name), name, data[name], looks)
    return file.getvalue()


@dataclass(frozen=True)
class Looks:
    """The formats of the workbook's cells; ``words`` by whether they are short, long or an article, and would run."""

    head: Format
    loud: Format
    plain: Format
    words: Mapping[tuple[str, bool], Format]

    @classmethod
    def of(cls, book: Workbook) -> "Looks":
        # The format Text keeps 2023-03 from becoming a date when the cell is edited. Old Excels show ##### for more
        # than 255 characters of it; and a wrapped article makes a row as high as a page.
        kinds = {"short": {"num_format": "@", "text_wrap": True}, "long": {"text_wrap": True}, "article": {}}
        words = {
            (kind, risky): book.add_format({"valign": "top", **how} | ({"quote_prefix": True} if risky else {}))
            for kind, how in kinds.items()
            for risky in (False, True)
        }
        head = book.add_format({"bold": True, "valign": "top", "bg_color": "#E7E6E6"})
        loud = book.add_format({"bold": True, "valign": "top", "font_color": "#C00000", "text_wrap": True})
        return cls(head, loud, book.add_format({"valign": "top"}), words)

    def of_words(self, words: str) -> Format:
        kind = "short" if len(words) <= 255 else "long" if len(words) <= 1000 else "article"
        return self.words[kind, cells.runs(words)]


def _guide(sheet: Worksheet, data: Mapping[str, pd.DataFrame], looks: Looks) -> None:
    for column, width in enumerate((14, 22, 90, 60)):
        sheet.set_column(column, column, width)
    rows = [(looks.head, (TITLE,)), *((looks.words["long", False], ("", "", line)) for line in CAVEATS)]
    rows += [(looks.loud, ("", "", line)) for line in _too_long(data)]
    rows += [(looks.plain, ()), (looks.head, ("sheet", "column", "holds", "type, or the words that it may hold"))]
    rows += [(looks.words["long", False], row) for name in data for row in _explained(name, data[name])]
    for number, (look, texts) in enumerate(rows):
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(number, column, text, look)


def _too_long(data: Mapping[str, pd.DataFrame]) -> Iterator[str]:
    for name, frame in data.items():
        if len(frame) >= ROWS:
            yield f"The sheet {name} is not whole: {_left_out(name, len(frame))}"


def _left_out(name: str, rows: int) -> str:
    left_out = f"{rows - ROWS + 2:,} of {rows:,} rows are left out"
    return f"a sheet holds {ROWS:,} rows, so {left_out}. tables/{name}.csv has them all."


def _explained(name: str, frame: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    yield name, "", f"One row for each {TABLES[name].row.removeprefix('one ')}."
    for column in _columns(name, frame):
        yield name, column.name, column.meaning, ", ".join(column.codes) or TYPES[column.dtype]


def _columns(name: str, frame: pd.DataFrame) -> list[Column]:
    return [column for column in TABLES[name].columns if column.name in frame.columns]


def _table(sheet: Worksheet, name: str, frame: pd.DataFrame, looks: Looks) -> None:
    columns = _columns(name, frame)
    whole = len(frame) < ROWS
    written = len(frame) if whole else ROWS - 2
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, written, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{ROWS}"})
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _width(column.name, frame[column.name].iloc[:_LOOKED_AT].tolist()))
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.name, looks.head)
    rows = zip(*(frame[column.name].tolist() for column in columns), strict=True)
    for number, row in enumerate(islice(rows, written), start=1):
        _row(sheet, number, row, columns, looks)
    if not whole:
        sheet.write_string(ROWS - 1, 0, f"Not whole: {_left_out(name, len(frame))}", looks.loud)


def _width(name: str, values: Sequence[object]) -> int:
    lines = (line for value in values for line in str(value)[: 4 * _WIDEST].split("\n"))
    return min(_WIDEST, max(_NARROWEST, len(name) + 4, *map(len, lines), 0))


def _row(sheet: Worksheet, number: int, row: Sequence[object], columns: Sequence[Column], looks: Looks) -> None:
    for place, (value, column) in enumerate(zip(row, columns, strict=True)):
        if value is None or value is pd.NA or value == "":
            continue
        if column.dtype == "string":
            words = cells.shown(str(value))
            sheet.write_string(number, place, words, looks.of_words(words))
        elif column.dtype == "boolean":
            sheet.write_boolean(number, place, value, looks.plain)
        else:
            sheet.write_number(number, place, value, looks.plain)
