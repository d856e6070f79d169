"""What comes back from another tool: rows that become decisions, and rows that are quarantined with the reason.

A file is a stranger's, whoever sent it: it is read as JSON and nothing else, and a row that is not what it should be
is a sentence that names file and row, never a crash.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from cuttings import sheet
from cuttings.casebook import Decision, DecisionError
from cuttings.review.making import called, decide
from cuttings.review.queue import Item, Queue
from cuttings.review.recording import record_new, says
from cuttings.review.sheets import check

_LONGEST = 300  # characters of a reason; a stranger's words may be in it
_NAME = 50  # characters of a file's name that are in that of its quarantine; folders hold 255 bytes
_COLUMNS = ("file", "row", "claim_id", "reason")


class InterchangeError(ValueError):
    """A file that cannot be read as what it should be; the message names it, and says what to do."""


@dataclass(frozen=True)
class Quarantined:
    """A row that was not taken: the file's name, which row, the claim if it is known, and why."""

    file: str
    row: str
    claim_id: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, {self.row}: {self.reason}"


@dataclass(frozen=True)
class Returned:
    """What came of a file: decisions recorded, decisions the casebook had already, and the rows that were not taken."""

    recorded: int
    unchanged: int
    quarantined: tuple[Quarantined, ...]


class Run:
    """The run that claims were taken from, as it is now, with the claims that reviewers have added to it. Raises
    TableError when a table of it is missing.
    """

    def __init__(self, out: Path, casebook: Path) -> None:
        queue = Queue(out, casebook)
        self.articles, self.accounts = queue.articles, queue.accounts
        self.words, self._items = queue.words, queue.by_id

    def item(self, claim_id: str, seen: str) -> Item:
        """The claim of that id. Raises DecisionError when it is gone, or not what ``seen``, its check, was made of."""
        item = self._items.get(claim_id)
        if item is None:
            raise DecisionError(f"the run has no claim {claim_id!r} any more: take the claims out again")
        if check(item) != seen:
            raise DecisionError(f"claim {claim_id} has changed since it was taken out: take the claims out again")
        return item


class Rows:
    """The rows of a returned file, as they are read. Raises DecisionError for a reviewer without a name."""

    def __init__(self, path: Path, run: Run, reviewer: str) -> None:
        self.path, self.run, self.reviewer = path, run, called(reviewer)
        self._decided: dict[tuple, list[tuple[str, str, Decision]]] = {}
        self._quarantined: list[Quarantined] = []

    @contextmanager
    def row(self, name: str, claim_id: str = "") -> Iterator[None]:
        """Whatever goes wrong with this row quarantines it, and no other."""
        try:
            yield
        except DecisionError as error:
            self._quarantine(name, claim_id, str(error))

    def _quarantine(self, *cells: str) -> None:
        self._quarantined.append(Quarantined(*map(printable, (self.path.name, *cells))))

    def decide(self, name: str, item: Item, verdict: str, new_value: str = "", **more: object) -> None:
        """Take a verdict on a claim from the row ``name``; raises DecisionError as ``making.decide`` does."""
        said = (self.reviewer, verdict, new_value, "", self.run.words)
        self.take(name, item.claim_id, decide(item.read, item.article, *said, **more))

    def take(self, name: str, claim_id: str, decision: Decision) -> None:
        """Take a decision from the row ``name``."""
        self._decided.setdefault(decision.key, []).append((name, claim_id, decision))

    def settle(self, casebook: Path) -> Returned:
        """Record what is new, and write what was not taken to ``casebook/quarantined-NAME.csv``.

        Rows that say different things of the same words and value are quarantined, all of them. What the reviewer's
        last decision already says is not recorded again.
        """
        decisions = []
        for rows in self._decided.values():
            if len({says(decision) for _, _, decision in rows}) == 1:
                decisions.append(rows[0][2])
                continue
            for name, claim_id, _ in rows:
                self._quarantine(name, claim_id, "another row says something else of the same words and value")
        fresh = record_new(casebook, decisions)
        self._write(casebook / f"quarantined-{self.path.name[-_NAME:]}.csv")
        return Returned(fresh, len(decisions) - fresh, tuple(self._quarantined))

    def _write(self, path: Path) -> None:
        if self._quarantined:
            sheet.write([asdict(row) for row in self._quarantined], _COLUMNS, path)
        else:
            path.unlink(missing_ok=True)  # of an earlier time; nothing of this file is in quarantine now


def printable(words: str) -> str:
    """A stranger's words, cut where they are long, and without half characters, which no file can keep."""
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]} …"
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def annotator_of(path: Path, found: set[str], wanted: str) -> None:
    """Raise InterchangeError where a file is of several people, and nobody said which is the reviewer."""
    if len(found) > 1 and not wanted:
        people = printable(", ".join(sorted(found)))
        raise InterchangeError(f"{path} has the work of several people ({people}): say which of them is the reviewer")


def refuse(reason: str) -> NoReturn:
    """Quarantine the row that is being read."""
    raise DecisionError(reason)
