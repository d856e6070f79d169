"""A review in a spreadsheet: the queue as a sheet, and the verdicts that come back in it."""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings import sheet
from cuttings.casebook import Decision, DecisionError
from cuttings.review.making import called, decide
from cuttings.review.queue import QUEUE, Item, Queue, queued
from cuttings.review.recording import record_new, says

_FILLED = ("verdict", "new_value", "new_words", "new_standing", "comment")
_SHORT = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "needs_a_call": "needs_call"}
_VERDICTS = ("accepted", "rejected", "corrected", "needs_call")


@dataclass(frozen=True)
class Imported:
    """What came of a sheet: decisions recorded, decisions the casebook had already, and rows that were not taken."""

    recorded: int
    unchanged: int
    problems: tuple[str, ...]


def export_queue(out: Path, path: Path, casebook: Path | None = None) -> Path:
    """Write the undecided claims of the run in ``out`` for a spreadsheet, as CSV or, by the name's end, as an Excel
    workbook; returns ``path``. ``casebook``: what counts as decided, where it is given; else what the tables have so.

    A cell that a spreadsheet could run as a formula (``=…``) has an apostrophe put in front, which ``import_decisions``
    takes away. ``check`` ties each row to what the reviewer saw; the columns before ``verdict`` are only to be read.
    """
    left = Queue(out, casebook).undecided()
    return sheet.write([queued(item) | {"check": check(item)} for item in left], (*QUEUE, "check"), path)


def check(item: Item) -> str:
    """A word that changes with anything that the reviewer's verdict rests on; a spreadsheet takes it for no number."""
    seen = [*item.key, item.read["standing"], item.read["said_by"]]
    return "k" + hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:16]


def import_decisions(path: Path, out: Path, casebook: Path, reviewer: str) -> Imported:
    """Record the verdicts of a sheet that ``export_queue`` wrote from the run in ``out``.

    A row that cannot be taken (unknown verdict, a claim that is gone or has changed, a new value its column cannot
    hold) is a line of ``problems`` that names the row; the others are recorded. A sheet imported again records nothing
    again. Raises DecisionError without a reviewer, SheetError when the file as a whole cannot be read.
    """
    reviewer = called(reviewer)
    decisions, problems = _decisions(path, out, reviewer)
    fresh = record_new(casebook, decisions)
    return Imported(fresh, len(decisions) - fresh, tuple(problems))


def _decisions(path: Path, out: Path, reviewer: str) -> tuple[list[Decision], list[str]]:
    """A sheet's decisions, one for each key, and what is wrong with its other rows."""
    queue = Queue(out)
    decisions: dict[tuple, Decision] = {}
    problems: list[str] = []
    for number, row in sheet.read(path, ("claim_id", "check", "verdict", "new_value", "comment"), _FILLED):
        try:
            decision = _decided(row, queue, reviewer)
            earlier = decisions.setdefault(decision.key, decision) if decision else None
            if decision and says(earlier) != says(decision):
                raise DecisionError("an earlier row decides otherwise on the same words and value")
        except DecisionError as error:
            problems.append(f"row {number}: {error}")
    return list(decisions.values()), problems


def _decided(row: Mapping[str, str], queue: Queue, reviewer: str) -> Decision | None:
    """The decision that a row of a sheet holds; None if it holds none."""
    verdict = row["verdict"].strip().casefold().replace(" ", "_")
    verdict = _SHORT.get(verdict, verdict)
    if not verdict:
        if any(row[name].strip() for name in _FILLED):
            raise DecisionError("there is a new value or a comment, but no verdict")
        return None
    if verdict not in _VERDICTS:
        raise DecisionError(f"unknown verdict {row['verdict']!r}; a verdict is {', '.join(_VERDICTS)}")
    item = queue.by_id.get(row["claim_id"])
    if item is None:
        raise DecisionError(f"the run has no claim {row['claim_id']!r} any more: export the queue again")
    if check(item) != row["check"]:
        raise DecisionError(f"claim {row['claim_id']} has changed since the sheet was written: export the queue again")
    new, standing = row["new_value"].strip(), row["new_standing"].strip()
    span = placed(item, row["new_words"].strip())
    said = (reviewer, verdict, new, row["comment"], queue.words)
    return decide(item.read, item.article, *said, span=span, standing=standing)


def placed(item: Item, words: str) -> tuple[int, int] | None:
    """Where words stand in a claim's article, the nearest to the claim; None for no words.

    Raises DecisionError for words that are not there, character for character.
    """
    if not words:
        return None
    text, at = item.article["text"], item.key[2] or 0
    starts = [found.start() for found in re.finditer(re.escape(words), text)]
    if not starts:
        raise DecisionError(f"the article does not have the words {words!r}: copy them from it as they stand")
    start = min(starts, key=lambda start: abs(start - at))
    return start, start + len(words)
