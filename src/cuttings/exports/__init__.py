"""What other programs read, written from a run's tables: a data package, a workbook, a graph of entities, annotations.

Nothing here knows what may be published: the tables are written as they are given. ``docs/exports.md`` says what
reads each file, and which specification it follows.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.exports import annotations, entities, package, workbook
from cuttings.exports.cells import spreadsheet_safe

__all__ = ["spreadsheet_safe", "write"]


def write(data: Mapping[str, pd.DataFrame], out: Path) -> list[Path]:
    """Write every export of the tables ``data`` (name to frame, as ``tables.TABLES`` has them) into the folder ``out``.

    ``out/tables/`` must hold their CSV files already: the data package describes these. Returns the paths written:
    ``datapackage.json``, and in ``exports/`` ``cuttings.xlsx``, ``entities.ftm.json`` and ``annotations.jsonld``. The
    same tables give the same bytes. A table that is not given is left out.

    Raises TableError when no table is given, when one is none of ours, or when its CSV file is not there.
    """
    _check(data)
    made = {
        "datapackage.json": package.content(data, out),
        "exports/cuttings.xlsx": workbook.content(data),
        "exports/entities.ftm.json": entities.content(data),
        "exports/annotations.jsonld": annotations.content(data),
    }
    (out / "exports").mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        tables.write_whole(out / name, content)
    return [out / name for name in made]


def _check(data: Mapping[str, pd.DataFrame]) -> None:
    unknown = [name for name in data if name not in tables.TABLES]
    if unknown:
        raise tables.TableError(f"there is no table {', '.join(unknown)} to export")
    if not data:
        raise tables.TableError("there is no table to export: a run writes them to its folder tables/")
