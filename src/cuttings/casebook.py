"""The casebook: reviewers' decisions, one a line in ``CASEBOOK/decisions.jsonl``, appended and never rewritten.

What ``record`` has returned from is on the disk; a line torn by a kill or a full disk was never acknowledged, and is
set aside in ``decisions.torn``. Locks are POSIX ``flock``: several processes on one machine may write at once.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

VERDICTS = ("accepted", "rejected", "corrected")


class DecisionError(ValueError):
    """A decision, a line of the casebook or a review sheet that cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Decision:
    """One reviewer's verdict on one claim: ``value`` as it was proposed, ``new_value`` if it was corrected.

    ``time`` is UTC in ISO form; ``start`` and ``end`` are code points into the text (None for a claim without a span).
    Raises DecisionError for a value of the wrong type, an unknown verdict, or a correction that says nothing.
    """

    decision_id: str
    time: str
    reviewer: str
    sha256: str
    text_version: str
    start: int | None
    end: int | None
    words: str
    attribute: str
    value: str
    verdict: str
    new_value: str = ""
    comment: str = ""

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            _check_field(name, value)
        if self.verdict not in VERDICTS:
            raise DecisionError(f"unknown verdict {self.verdict!r}; a verdict is {', '.join(VERDICTS)}")
        if (self.verdict == "corrected") != bool(self.new_value):
            raise DecisionError(
                f"verdict {self.verdict} with the new value {self.new_value!r}: only 'corrected' has one"
            )

    @property
    def key(self) -> tuple:
        """What a claim must have, all of it the same, for this decision to be about it."""
        return (self.sha256, self.text_version, self.start, self.end, self.words, self.attribute, self.value)


class Decisions(list[Decision]):
    """The casebook's decisions in the order in which they were recorded; ``notes`` says what had to be set aside."""

    def __init__(self, decisions: Iterable[Decision] = (), notes: Iterable[str] = ()) -> None:
        super().__init__(decisions)
        self.notes = list(notes)


def _check_field(name: str, value: object) -> None:
    if name in ("start", "end"):
        if value is not None and type(value) is not int:
            raise DecisionError(f"{name} is {value!r}, not a whole number")
        return
    if not isinstance(value, str):
        raise DecisionError(f"{name} is {value!r}, not text")
    if not value and name not in ("words", "value", "new_value", "comment"):
        raise DecisionError(f"{name} is empty")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise DecisionError(f"{name} holds half a character (a lone surrogate), which no file can keep")


def text_version(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of an article's text as UTF-8: one changed character, another version."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def load(casebook: Path) -> Decisions:
    """Every decision in ``casebook/decisions.jsonl``, oldest first; none if there is no such file.

    A last line that was torn by a kill or a full disk is moved to ``decisions.torn``, and ``notes`` of what is returned
    says so. Any other line that is no decision raises DecisionError naming file and line.
    """
    path = casebook / "decisions.jsonl"
    if not path.exists():
        return Decisions()
    with _locked(path, os.O_RDONLY, fcntl.LOCK_SH):
        content = path.read_bytes()
    notes = []
    if _torn(content):
        with _locked(path, os.O_RDWR | os.O_APPEND, fcntl.LOCK_EX) as handle:
            notes = _mend(handle, path)
            content = path.read_bytes()
    lines = enumerate(content.split(b"\n"), start=1)
    return Decisions((_parse(line, f"{path}, line {number}: ") for number, line in lines if line.strip()), notes)


def _parse(line: bytes, where: str) -> Decision:
    try:
        return Decision(**json.loads(line.decode("utf-8")))
    except (ValueError, TypeError) as error:  # bad JSON, bad UTF-8, DecisionError; unknown or missing fields
        raise DecisionError(f"{where}not a decision: {error}") from error


def _torn(content: bytes) -> bytes:
    """What follows the last line break, if it is no whole decision."""
    tail = content.rpartition(b"\n")[2]
    try:
        if tail:
            _parse(tail, "")
    except DecisionError:
        return tail
    return b""


@contextmanager
def _locked(path: Path, flags: int, lock: int) -> Iterator[int]:
    handle = os.open(path, flags, 0o644)
    try:
        fcntl.flock(handle, lock)
        yield handle
    finally:
        os.close(handle)


def _mend(handle: int, path: Path) -> list[str]:
    """Make the file end in a line break, setting a torn last line aside; what was done, in a note. Needs the lock."""
    content = path.read_bytes()
    torn = _torn(content)
    if torn:
        aside = path.with_suffix(".torn")
        with _locked(aside, os.O_WRONLY | os.O_APPEND | os.O_CREAT, fcntl.LOCK_EX) as other:
            _append(other, torn + b"\n")
        os.ftruncate(handle, len(content) - len(torn))
        return [
            f"The last line of {path} was torn ({len(torn)} bytes, never acknowledged); it is kept in {aside.name}."
        ]
    if content and not content.endswith(b"\n"):
        _append(handle, b"\n")
    return []


def _append(handle: int, line: bytes) -> None:
    """All of ``line`` on the disk, or none of it and an OSError."""
    size = os.fstat(handle).st_size
    try:
        while line:
            line = line[os.write(handle, line) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


def record(casebook: Path, decision: Decision) -> None:
    """Append ``decision`` to ``casebook/decisions.jsonl``; when this returns, it is on the disk.

    Processes that record at the same time wait for each other. Raises OSError, and leaves the file as it was, if the
    disk is full or the folder cannot be written.
    """
    casebook.mkdir(parents=True, exist_ok=True)
    path = casebook / "decisions.jsonl"
    line = json.dumps(asdict(decision), ensure_ascii=False).encode("utf-8") + b"\n"
    with _locked(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, fcntl.LOCK_EX) as handle:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            _mend(handle, path)
        _append(handle, line)
    folder = os.open(casebook, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
