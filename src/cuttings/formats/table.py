"""Tables of articles: CSV, also by tabs, semicolons or bars, one article a row."""

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from cuttings.formats import fields
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.plaintext import characters

_HEAD = 1 << 16
_SEPARATORS = ",;\t|"
_ENCODINGS = ("utf-8-sig", "utf-16", "cp1252")
_AGAIN = "export the table again, every field in quotation marks"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The rows of a table, numbered from ``#1``; empty ones are not counted.

    Columns are known by their usual names or as ``allowance.fields`` maps them. A row without a text is refused. Raises
    Refused when no column holds a text, or the table cannot be read on.
    """
    stream = io.TextIOWrapper(file, encoding=_encoding(file), errors="replace", newline="")
    lines = _Lines(stream, allowance)
    limit = csv.field_size_limit(min(allowance.limits.largest, 2**31 - 1))
    try:
        header = next(lines, "")
        separator = max(_SEPARATORS, key=header.count)
        columns = [column.strip() for column in next(csv.reader([header], delimiter=separator), [])]
        mapped = fields.mapping(columns, allowance.fields)
        yield from _rows(csv.reader(lines, delimiter=separator), columns, mapped, allowance)
    except csv.Error as error:
        raise Refused("broken", f"a table that cannot be read on ({error})", _AGAIN) from error
    finally:
        csv.field_size_limit(limit)
        stream.detach()  # or it would close the file


def _rows(
    rows: Iterator[list[str]], columns: list[str], mapped: dict[str, str], allowance: Allowance
) -> Iterator[Record | Refusal]:
    number = 0
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        allowance.record()
        cells = dict(zip(columns, row, strict=False))
        values = {ours: cells.get(theirs, "") for ours, theirs in mapped.items()}
        yield fields.record(values, f"#{number}")


def _encoding(file: BinaryIO) -> str:
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
        return "utf-8-sig"
    except UnicodeDecodeError:
        whole = characters.decode(head) or ""
    return next((name for name in _ENCODINGS if whole == head.decode(name, "replace")), "cp1252")


class _Lines:
    """The lines of a table without NULs; one that is longer than a document may be is not read."""

    def __init__(self, stream: io.TextIOWrapper, allowance: Allowance) -> None:
        self.stream, self.allowance = stream, allowance

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        self.allowance.working()
        most = self.allowance.limits.largest
        line = self.stream.readline(most + 1)
        if len(line) > most:
            raise Refused("too_large", f"a line of more than {most:,} characters", "split it, or raise the limit")
        if not line:
            raise StopIteration
        return line.replace("\0", "")
