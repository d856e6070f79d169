"""``cuttings review``: the state of a review, and a review without a notebook, in a spreadsheet."""

import argparse
import sys
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.casebook import DecisionError, load, record
from cuttings.interchange import InterchangeError, docbin, label_studio, prodigy
from cuttings.review.agreement import agreement, report_lines
from cuttings.review.making import withdraw
from cuttings.review.queue import Queue
from cuttings.review.sheets import export_queue, import_decisions
from cuttings.review.table import states
from cuttings.sheet import SheetError
from cuttings.tables import TableError


def do(chosen: argparse.Namespace) -> int:
    """Do what the parsed arguments ask; the exit code: 0 done, 2 refused, 3 some rows were not taken."""
    try:
        return _done(chosen)
    except (DecisionError, SheetError, TableError, InterchangeError) as error:
        print(f"cuttings: {error}\nNothing was recorded.", file=sys.stderr)
        return 2


def _done(chosen: argparse.Namespace) -> int:
    if chosen.export:
        return _export(chosen)
    if (chosen.sheet or chosen.withdraw or chosen.gold) and not chosen.casebook:
        raise DecisionError("say where decisions are kept: --casebook FOLDER")
    if chosen.casebook and not chosen.sheet and not chosen.casebook.is_dir():
        raise DecisionError(f"there is no casebook {chosen.casebook}: a casebook is a folder")
    if chosen.sheet:
        return _import(chosen)
    if chosen.withdraw:
        return _withdraw(chosen)
    if chosen.gold:
        return _gold(chosen)
    _print_state(chosen.out, chosen.casebook)
    return 0


def _export(chosen: argparse.Namespace) -> int:
    if chosen.tool == "sheet":
        print(f"The queue: {export_queue(chosen.out, chosen.export, chosen.casebook)}")
        return 0
    if chosen.tool == "docbin":
        taken = docbin.export(chosen.out, chosen.export)
    else:
        taken = _PROGRAMS[chosen.tool].export(chosen.out, chosen.export, chosen.casebook)
    print(f"{taken.claims} claims in {taken.tasks} tasks: {taken.path}")
    if chosen.tool == "label-studio":
        config = chosen.export.with_suffix(".xml")
        config.write_text(label_studio.labeling_config(), "utf-8")
        print(f"Its labeling interface: {config}")
    print(*(f"Left out: {each.claim_id}: {each.reason}" for each in taken.left_out), sep="\n")
    return 0


_PROGRAMS = {"label-studio": label_studio, "prodigy": prodigy}


def _import(chosen: argparse.Namespace) -> int:
    if chosen.tool == "docbin":
        raise DecisionError("a DocBin is for training, and has no verdicts to bring back")
    of = (chosen.sheet, chosen.out, chosen.casebook, chosen.reviewer)
    if chosen.tool == "sheet":
        imported = import_decisions(*of)
        problems = list(imported.problems)
    else:
        from cuttings.running.execution import plain

        imported = _PROGRAMS[chosen.tool].import_annotations(*of, chosen.annotator)
        problems = [plain(str(row)) for row in imported.quarantined]
    print(f"{imported.recorded} decisions recorded, {imported.unchanged} were there already.")
    print(*problems, sep="\n", file=sys.stderr, end="\n" if problems else "")
    return 3 if problems else 0


def _withdraw(chosen: argparse.Namespace) -> int:
    found = [decision for decision in load(chosen.casebook) if decision.decision_id == chosen.withdraw]
    if not found:
        raise DecisionError(f"{chosen.casebook} has no decision {chosen.withdraw!r}")
    record(chosen.casebook, withdraw(found[0], chosen.reviewer))
    print(f"Taken back: {found[0].verdict} by {found[0].reviewer}, on {found[0].attribute} {found[0].value!r}.")
    return 0


def _gold(chosen: argparse.Namespace) -> int:
    from cuttings.scoring.reviewed import export_gold

    made = export_gold(chosen.out, chosen.casebook, chosen.gold)
    print(f"Gold of {made.articles} articles, {made.claims} claims: {made.folder}")
    print(*(f"Left out: {file}: {why}" for file, why in made.left_out), sep="\n")
    return 0


def _print_state(out: Path, casebook: Path | None) -> None:
    queue, orphans = Queue(out, casebook), tables.read("orphans", out)
    print(queue.progress(), *queue.decisions.notes, "", _lines(states(queue)), sep="\n")
    if queue.decisions:
        print("", report_lines(agreement(queue.decisions)), sep="\n")
    print(f"\n{len(orphans)} decisions had lost their words when the run was made.")
    if len(orphans):
        names = ["decision_id", "reviewer", "verdict", "attribute", "words", "reason", "file", "nearest"]
        print(_lines(orphans[names]), "To take one back: --reviewer NAME --withdraw DECISION_ID", sep="\n")


def _lines(table: pd.DataFrame) -> str:
    return table.to_string(index=False) if len(table) else "none"
