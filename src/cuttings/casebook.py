"""The casebook: reviewers' decisions, one a line in ``CASEBOOK/decisions.jsonl``, appended and never rewritten.

What ``record`` has returned from is on the disk; a line torn by a kill or a full disk was never acknowledged, and is
set aside in ``decisions.torn``. Locks are POSIX ``flock``: several processes on one machine may write at once.
"""

import fcntl
import hashlib
import json
import os
import re
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, asdict, dataclass, fields
from pathlib import Path

from cuttings import tables

# Of a claim, or of whether a person may be named; of two accounts: one incident, or not; and one that takes back
# what the same reviewer said before of the same
VERDICTS = ("accepted", "rejected", "corrected", "needs_call", "added", "same", "apart", "withdrawn")


class DecisionError(ValueError):
    """A decision, a line of the casebook or a review sheet that cannot be used; the message says which and why."""


@dataclass(frozen=True)
class Decision:
    """One reviewer's verdict on one claim, as it was proposed: ``value``, and ``words`` from ``start`` to ``end``.

    ``time`` is UTC in ISO form; ``start`` and ``end`` are code points into the text (None for a claim without a span).
    A correction has a ``new_value``, a ``new_standing``, other words (``new_start, new_end, new_words``) or several of
    these. ``standing``: the claim's, as it was read (empty in older casebooks: any). ``account``, for a claim that was
    added: where in the text the account begins that it belongs to; ``withdraws``, for a verdict that was taken back:
    its decision_id. ``file`` and ``rule`` tell a person where it was, and what read it; nothing is found by them.

    On a person ``attribute`` is ``nameable`` and ``value`` the name. On two accounts it is ``incident``: the words are
    the first ones of one, and ``value`` is the ``anchor`` of the other.

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
    new_start: int | None = None
    new_end: int | None = None
    new_words: str = ""
    new_standing: str = ""
    account: int | None = None
    withdraws: str = ""
    standing: str = ""
    file: str = ""
    rule: str = ""

    def __post_init__(self) -> None:
        for name in _FIELDS:
            _check_field(name, getattr(self, name))
        if self.verdict not in VERDICTS:
            raise DecisionError(f"unknown verdict {self.verdict!r}; a verdict is {', '.join(VERDICTS)}")
        corrects = bool(self.new_value or self.new_words or self.new_standing)
        if corrects != (self.verdict == "corrected") and self.verdict != "added":
            said = f"verdict {self.verdict} with the new value {self.new_value!r}"
            raise DecisionError(f"{said}: only 'corrected' has one")
        if (self.new_start is None, self.new_end is None) != (not self.new_words,) * 2:
            raise DecisionError(f"the new words {self.new_words!r} stand from {self.new_start} to {self.new_end}")
        if self.verdict == "added" and self.account is None:
            raise DecisionError("a claim that is added needs the account that it belongs to")
        if (self.verdict == "withdrawn") != bool(self.withdraws):
            raise DecisionError("'withdrawn', and nothing else, names the decision that it takes back")
        _check_sense(self)

    @property
    def key(self) -> tuple:
        """What a claim must have, all of it the same, for this decision to be about it."""
        of = (self.sha256, self.text_version, self.start, self.end, self.words, self.attribute, self.value)
        return (*of, self.standing, self.account)

    @property
    def says(self) -> tuple:
        """What two reviewers must have in common to agree; whoever adds a claim accepts it."""
        if self.verdict == "added":
            return ("accepted", "", None, None, "")
        return (self.verdict, self.new_value, self.new_start, self.new_end, self.new_standing)


_OFFSETS = frozenset({"start", "end", "new_start", "new_end", "account"})
_MAY_BE_EMPTY = frozenset(
    {"words", "value", "new_value", "comment", "new_words", "new_standing", "withdraws", "standing", "file", "rule"}
)


_FIELDS = tuple(field.name for field in fields(Decision))
_HALF = re.compile("[\ud800-\udfff]")
# Fields that a line always has; of the others, those that say something
_ALWAYS = frozenset(field.name for field in fields(Decision) if field.default is MISSING)


def _check_sense(decision: Decision) -> None:
    """Whether its attribute can have such a verdict, and its offsets are such as a text may have."""
    attribute, verdict = decision.attribute, decision.verdict
    if verdict != "withdrawn" and verdict not in _VERDICTS_ON.get(attribute, _ON_CLAIMS):
        raise DecisionError(f"{attribute!r} has no verdict {verdict!r}")
    if attribute not in _VERDICTS_ON and attribute not in tables.ATTRIBUTES:
        raise DecisionError(f"there is no attribute {attribute!r}; they are {', '.join(tables.ATTRIBUTES)}")
    if attribute == NAMEABLE and verdict == "corrected" and decision.new_value not in ("yes", "no", "ask"):
        raise DecisionError(f"{decision.new_value!r} is no answer: a person is nameable yes, no or ask")
    if verdict == "added" and decision.start is None:
        raise DecisionError("a claim that is added needs words of the article")
    for start, end in ((decision.start, decision.end), (decision.new_start, decision.new_end)):
        if (start is None) != (end is None) or (start is not None and not 0 <= start <= end < _LONGEST):
            raise DecisionError(f"no words stand from {start} to {end}")


NAMEABLE, INCIDENT = "nameable", "incident"  # attributes of decisions that are on no claim
_ON_CLAIMS = frozenset({"accepted", "rejected", "corrected", "needs_call", "added"})
_VERDICTS_ON = {NAMEABLE: frozenset({"corrected", "needs_call"}), INCIDENT: frozenset({"same", "apart", "needs_call"})}
_LONGEST = 2**31


def anchor(sha256: str, version: str, start: int) -> str:
    """What an account is known by in a decision: its article's file and text, and where in it the account begins."""
    return f"{sha256}/{version}/{start}"


class Decisions(list[Decision]):
    """The casebook's decisions in the order in which they were recorded; ``notes`` says what had to be set aside."""

    def __init__(self, decisions: Iterable[Decision] = (), notes: Iterable[str] = ()) -> None:
        super().__init__(decisions)
        self.notes = list(notes)


def _check_field(name: str, value: object) -> None:
    if name in _OFFSETS:
        if value is not None and type(value) is not int:
            raise DecisionError(f"{name} is {value!r}, not a whole number")
        return
    if not isinstance(value, str):
        raise DecisionError(f"{name} is {value!r}, not text")
    if not value and name not in _MAY_BE_EMPTY:
        raise DecisionError(f"{name} is empty")
    if _HALF.search(value):
        raise DecisionError(f"{name} holds half a character (a lone surrogate), which no file can keep")


def text_version(text: str) -> str:
    """The first 16 hex digits of the SHA-256 of an article's text as UTF-8: one changed character, another version."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def load(casebook: Path) -> Decisions:
    """Every decision in ``casebook/decisions.jsonl``, oldest first; none if there is no such file.

    A last line that was torn by a kill or a full disk is moved to ``decisions.torn``, and ``notes`` of what is returned
    says so; where the disk is full or may not be written, it stays and is passed over. Any other line that is no
    decision raises DecisionError naming file and line.
    """
    return Follower(casebook).read()


class Follower:
    """A casebook that is read again and again: each time, only the lines that were added since are parsed.

    What was read before is compared with the file byte by byte; where it is no longer how the file begins (it was
    replaced, cut short or edited), all of it is parsed again. Threads of one process may share a follower.
    """

    def __init__(self, casebook: Path) -> None:
        self._path = casebook / "decisions.jsonl"
        self._lock = threading.Lock()
        self._forget()

    def _forget(self) -> None:
        self._content, self._lines, self._decisions = b"", 0, list[Decision]()

    def read(self) -> Decisions:
        """The same as ``load`` gives and raises; a torn line is told of once."""
        with self._lock:
            content, notes = _content(self._path)
            if not content.startswith(self._content):
                self._forget()
            *lines, last = content[len(self._content) :].split(b"\n")
            fresh = list(_decisions(lines, self._path, self._lines + 1))
            unended = list(_decisions([last], self._path, self._lines + len(lines) + 1))
            self._content, self._lines = content[: len(content) - len(last)], self._lines + len(lines)
            self._decisions += fresh
            return Decisions((*self._decisions, *unended), notes)


def _content(path: Path) -> tuple[bytes, list[str]]:
    """The file without a torn last line, and what was done about that; nothing if there is no such file."""
    try:
        with _locked(path, os.O_RDONLY, fcntl.LOCK_SH):
            content = path.read_bytes()
    except FileNotFoundError:
        return b"", []
    except NotADirectoryError as error:
        raise DecisionError(f"{path.parent} is a file: a casebook is a folder") from error
    torn = _torn(content)
    if not torn:
        return content, []
    try:
        with _locked(path, os.O_RDWR | os.O_APPEND, fcntl.LOCK_EX) as handle:
            notes = _mend(handle, path)
            return path.read_bytes(), notes
    except OSError as error:  # a disk that is full or read-only: what was acknowledged can be read all the same
        note = f"The last line of {path} is torn ({len(torn)} bytes, never acknowledged) and was passed over: {error}."
        return content[: -len(torn)], [note]


def _decisions(lines: Iterable[bytes], path: Path, first: int) -> Iterator[Decision]:
    for number, line in enumerate(lines, start=first):
        if line.strip():
            yield _parse(line, f"{path}, line {number}: ")


def _parse(line: bytes, where: str) -> Decision:
    try:
        return Decision(**json.loads(line.decode("utf-8")))
    except (
        ValueError,
        TypeError,
        RecursionError,
    ) as error:  # bad JSON, bad UTF-8, DecisionError; unknown or missing fields
        raise DecisionError(f"{where}not a decision: {error}") from error


def _torn(content: bytes) -> bytes:
    """What follows the last line break, if it is no whole decision."""
    tail = content[content.rfind(b"\n") + 1 :]
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


def _line(decision: Decision) -> bytes:
    said = {name: value for name, value in asdict(decision).items() if name in _ALWAYS or value not in ("", None)}
    return json.dumps(said, ensure_ascii=False).encode("utf-8") + b"\n"


def record(casebook: Path, *decisions: Decision) -> None:
    """Append ``decisions`` to ``casebook/decisions.jsonl``; when this returns, they are on the disk.

    Several are recorded all or not at all. Processes that record at the same time wait for each other. Raises OSError,
    and leaves the file as it was, if the disk is full or the folder cannot be written.
    """
    casebook.mkdir(parents=True, exist_ok=True)
    path = casebook / "decisions.jsonl"
    lines = b"".join(map(_line, decisions))
    with _locked(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, fcntl.LOCK_EX) as handle:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            _mend(handle, path)
        _append(handle, lines)
    folder = os.open(casebook, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
