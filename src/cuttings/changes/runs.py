"""The two runs that are compared: their tables as rows that can be compared, and why one cannot be used."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.changes.settings import part
from cuttings.running import record
from cuttings.vocabulary import Vocabulary, load

TABLES = (
    *("articles", "skipped", "incidents", "claims", "coverage", "subjects", "people", "links", "history", "checks"),
    *("matches", "orphans"),
)
Row = object  # a named tuple of a table's columns, None for what is missing


class ComparisonError(ValueError):
    """Two runs that cannot be compared; the message names the folder, what is wrong with it and the way out."""


@dataclass(frozen=True)
class Run:
    """A run: what its folder is called, its ``run.json``, its tables, and the vocabulary that puts them into words."""

    name: str
    record: Mapping[str, object]
    data: Mapping[str, pd.DataFrame]
    vocabulary: Vocabulary

    @cached_property
    def articles(self) -> dict[str, Row]:
        """Rows of articles by ``article_id``."""
        return {row.article_id: row for row in rows(self.data["articles"])}

    @cached_property
    def incidents(self) -> dict[str, Row]:
        """Rows of incidents by ``incident_id``."""
        return {row.incident_id: row for row in rows(self.data["incidents"])}

    @cached_property
    def claims(self) -> list[Row]:
        """Rows of claims, rejected ones too."""
        return rows(self.data["claims"])

    def by_incident(self, name: str) -> dict[str, list[Row]]:
        """Rows of another table by ``incident_id``, in the table's order."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.claims if name == "claims" else rows(self.data[name]):
            found[row.incident_id].append(row)
        return found

    def counted(self, article_id: str) -> str:
        """The article that stands for this one: itself, or the one that it is a copy of."""
        row = self.articles.get(article_id)
        return row.duplicate_of if row is not None and row.duplicate_of in self.articles else article_id


def rows(table: pd.DataFrame) -> list[Row]:
    """A table's rows as named tuples that can be compared: numbers as Python's, None for what is missing."""
    return list(table.astype(object).where(table.notna(), None).itertuples(index=False, name="Row"))


def opened(folder: Path, vocabulary: Path | None = None, under_way: bool = False) -> Run:
    """The run in a folder. ``vocabulary``: the folder of its words; by default the one that the run names, where that
    is still there, or the one that ships. ``under_way``: a run that is not at its end yet will do, for its own report.

    Raises ComparisonError for a folder that is no run, or whose run failed or is not at its end, or whose tables do not
    fit together; TableError for a table that is missing or lacks a column.
    """
    folder = folder.expanduser()
    entry = _entry(folder, under_way)
    data = {name: tables.read(name, folder) for name in TABLES}
    _check_joins(folder, data)
    named = part(entry, "parameters").get("vocabulary", "")
    words = vocabulary or (Path(named) if named and Path(named).is_dir() else None)
    return Run(folder.resolve().name, entry, data, load(words))


def _entry(folder: Path, under_way: bool) -> dict:
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "does not exist"
        raise ComparisonError(f"{folder} {what}: give the folder of a run, which --out named")
    entry = record.read(folder)
    if not entry:
        raise ComparisonError(
            f"{folder} is no run of Cuttings, for it has no {record.NAME} of one: give the folder that --out named"
        )
    if entry.get("status") == "failed":
        why = part(entry, "error").get("message", "run.json does not say why")
        raise ComparisonError(f"the run in {folder} failed ({why}): run it again to its end, then compare")
    if entry.get("status") == "running" and not under_way:
        raise ComparisonError(
            f"the run in {folder} is under way, or was killed: wait for its end, or run it again, then compare"
        )
    return entry


def _check_joins(folder: Path, data: Mapping[str, pd.DataFrame]) -> None:
    """Tables of one making name no article that ``articles`` lacks."""
    known = set(data["articles"]["article_id"])
    for name in ("claims", "coverage", "people"):
        _none_strange(folder, name, set(data[name]["article_id"]) - known)
    covered = set(data["coverage"]["incident_id"])
    _none_strange(folder, "incidents", set(data["incidents"]["incident_id"]) - covered)


def _none_strange(folder: Path, name: str, strangers: Iterable[str]) -> None:
    if strangers:
        raise ComparisonError(
            f"in {folder}, the table {name} names {sorted(strangers)[0]}, which its other tables do not have: they "
            "were not made together. Run it again, then compare"
        )
