"""Two runs made by hand, side by side, for the tests of what changed between them."""

import copy
from collections.abc import Callable
from pathlib import Path

import made_run
from cuttings import vocabulary
from cuttings.changes.comparison import Comparison, compared
from cuttings.changes.runs import TABLES, Run
from cuttings.running import record

MADE = {
    "status": "complete",
    "started": "2026-11-03T09:00:00+00:00",
    "parameters": {"articles": "saved", "casebook": "", "model": "none", "rows": 10},
    "versions": {"cuttings": "0.1.0", "spacy": "3.8.11"},
    "vocabulary": "0123456789abcdef",
}
Edit = Callable[[made_run.MadeRun], object]


def ran(run: made_run.MadeRun, out: Path, **entry: object) -> Path:
    """The run written to its folder, with a ``run.json``."""
    run.write(out)
    record.write(out, MADE | entry)
    return out


def edited(edit: Edit, start: Callable[[], made_run.MadeRun] = made_run.few) -> made_run.MadeRun:
    """A run to which something was done."""
    run = copy.deepcopy(start())
    edit(run)
    return run


def opened(run: made_run.MadeRun, **entry: object) -> Run:
    """The run as ``changes.runs.opened`` reads it from its folder, without one."""
    data = run.tables()
    return Run("a run", MADE | entry, {name: data[name] for name in TABLES}, vocabulary.load())


def comparison(edit: Edit, first: Edit = lambda run: None, **entry: object) -> Comparison:
    """Two runs compared: ``first`` is done to both, ``edit`` to the later one; ``entry`` is of its run.json."""
    return compared(opened(edited(first)), opened(edited(together(first, edit)), **entry))


# What may be done to a run


def renamed(old: str, new: str, article: str = "") -> Edit:
    """Give an incident another id, wherever it stands, or only what one article tells of it."""

    def do(run: made_run.MadeRun) -> None:
        for name, rows in run.rows.items():
            for row in rows if name != "incidents" or not article else ():
                if row.get("incident_id") == old and row.get("article_id", article) == (
                    article or row.get("article_id", "")
                ):
                    row["incident_id"] = new

    return do


def without(article: str) -> Edit:
    """Take an article away, with all that it says."""

    def do(run: made_run.MadeRun) -> None:
        for name, rows in run.rows.items():
            run.rows[name] = [row for row in rows if row.get("article_id") != article]
        covered = {row["incident_id"] for row in run.rows["coverage"]}
        run.rows["incidents"] = [row for row in run.rows["incidents"] if row["incident_id"] in covered]

    return do


def saved_anew(article: str, old: str, new: str) -> Edit:
    """The file of an article with other words, and with other bytes therefore."""

    def do(run: made_run.MadeRun) -> None:
        for rows in run.rows.values():
            for row in rows:
                for column in ("article_id", "other_article_id", "duplicate_of"):
                    if row.get(column) == article:
                        row[column] = f"{article}-anew"
        row = next(row for row in run.rows["articles"] if row["article_id"] == f"{article}-anew")
        run.texts[f"{article}-anew"] = row
        row |= {"sha256": "f" * 64, "text": row["text"].replace(old, new)}
        for each in (each for name in ("claims", "subjects", "people") for each in run.rows[name]):
            if each["article_id"] == f"{article}-anew" and each["evidence"] in row["text"]:
                each |= run.span(f"{article}-anew", each["evidence"])

    return do


def cell(incident: str, **cells: object) -> Edit:
    """Other cells in an incident's row."""
    return lambda run: next(row for row in run.rows["incidents"] if row["incident_id"] == incident).update(cells)


def claim(where: dict[str, object], **cells: object) -> Edit:
    """Other cells in the first claim that has these."""
    return lambda run: next(row for row in run.rows["claims"] if where.items() <= row.items()).update(cells)


def claimed(*of: str, **cells: object) -> Edit:
    """One more claim."""
    return lambda run: run.claim(*of, **cells)


def together(*edits: Edit) -> Edit:
    """Several things done to a run, in this order."""
    return lambda run: [edit(run) for edit in edits]
