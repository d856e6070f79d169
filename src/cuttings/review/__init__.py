"""Review: reviewers' verdicts on what was read, made in a notebook or a spreadsheet, and their replay onto each run."""

from cuttings.casebook import VERDICTS, Decision, DecisionError, Decisions, load, record, text_version
from cuttings.review.making import add, decide, name, pair, withdraw
from cuttings.review.queue import queue
from cuttings.review.replay import Replay
from cuttings.review.sheets import Imported, export_queue, import_decisions

__all__ = [
    "VERDICTS",
    "Decision",
    "DecisionError",
    "Decisions",
    "Imported",
    "Replay",
    "add",
    "decide",
    "export_queue",
    "import_decisions",
    "load",
    "name",
    "pair",
    "queue",
    "record",
    "text_version",
    "withdraw",
]
