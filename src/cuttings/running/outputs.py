"""What a run leaves in its folder, file by file: its path, its media type, its size and hash, and what it is."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from cuttings.running import record, run_folder
from cuttings.tables import TABLES

# Ours, not the machine's: what it thinks of a name differs from one to the next
_MEDIA_TYPES = {
    ".ftm.json": "application/json+ftm",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".parquet": "application/vnd.apache.parquet",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain;charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_MEANINGS = {
    "datapackage.json": "What the tables hold, as a Frictionless data package",
    "exports": "The tables for other programs",
    "figures": "A chart, its figures, or what a reader who cannot see it is told instead",
    "notebooks": "A notebook as it ran, with its outputs",
    "by-force": "A report of one force's incidents, or their index; names that may not be published are withheld",
    "report": "A part of a long report; names that may not be published are withheld",
    "changes.html": "What changed since an earlier run, with the words; not for publication",
    "report.pdf": "All of the report, for paper; names that may not be published are withheld",
    "report.html": "The report; names that may not be published are withheld",
    record.NAME: "The record of the run",
    "texts": "An article's text as it was annotated; its words belong to its publisher",
}


_DECISIONS = "Which of the reviewers' decisions the tables were made with: how many, and their hash"


class Output(NamedTuple):
    """A file of a run: ``path`` in its folder with ``/`` between the parts, ``bytes`` its size; empty: not known."""

    path: str
    media_type: str
    bytes: int
    sha256: str
    meaning: str


def outputs(out: Path) -> Iterator[Output]:
    """The files that a run left in its folder, in the order of their paths; none but what Cuttings writes there."""
    names = (name for name in (*run_folder.OUTPUTS, record.NAME) if name != run_folder.CRATE)
    for path in sorted(path for name in names for path in _files(out / name)):
        content = path.read_bytes()
        name = path.relative_to(out).as_posix()
        yield Output(name, _media_type(name), len(content), hashlib.sha256(content).hexdigest(), _meaning(name))


def _files(path: Path) -> Iterator[Path]:
    """The file, or the files in the folder; what a kill left half-written begins with a dot."""
    found = path.rglob("*") if path.is_dir() else [path]
    yield from (each for each in found if each.is_file() and not each.name.startswith("."))


def _media_type(name: str) -> str:
    return next((kind for ending, kind in _MEDIA_TYPES.items() if name.endswith(ending)), "")


def _meaning(name: str) -> str:
    folder, _, file = name.partition("/")
    if folder == "tables":
        table = TABLES.get(file.partition(".")[0])
        return f"One row for each {table.row.removeprefix('one ')}" if table else _DECISIONS
    return _MEANINGS.get(folder, "")
