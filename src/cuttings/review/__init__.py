"""Review: reviewers' verdicts on what was read, made in a notebook or a spreadsheet, and their replay onto each run."""

from cuttings.casebook import VERDICTS, Decision, DecisionError, Decisions, load, record, text_version
from cuttings.review.agreement import agreement
from cuttings.review.making import add, decide, name, pair, withdraw
from cuttings.review.queue import Queue, queue
from cuttings.review.replay import Replay
from cuttings.review.sheets import Imported, export_queue, import_decisions
from cuttings.review.table import log, states

__all__ = [
    "VERDICTS",
    "Decision",
    "DecisionError",
    "Decisions",
    "Imported",
    "Queue",
    "Replay",
    "add",
    "agreement",
    "decide",
    "export_queue",
    "import_decisions",
    "load",
    "log",
    "name",
    "pair",
    "queue",
    "record",
    "states",
    "text_version",
    "withdraw",
]
