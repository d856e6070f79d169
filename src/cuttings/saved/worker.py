"""The process that opens saved files: what breaks, hangs or swells in it costs the one record that it was reading.

``readers`` starts it. It speaks JSON, a line at a time: first come its settings, then a request for each file; it says
``began`` before each record, then ``article`` or ``skipped``, and at the end of the file ``done``. A record, or a
stretch of unpacking, that takes too long ends it by a signal.
"""

import hashlib
import json
import logging
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TextIO

from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.record import Refusal, Refused
from cuttings.plaintext.characters import normalise
from cuttings.saved import opening, reading
from cuttings.saved.opening import Leaf

Said = dict[str, object]
READY: Said = {"said": "ready"}
_ASLEEP = 10  # times the limit of processor time that may pass by the clock: the disk may be slow


def main() -> None:
    """Answer requests until there are none; nothing but answers is ever written to where they are awaited."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    logging.disable()
    settings = json.loads(sys.stdin.readline())
    limits = Limits(**settings["limits"])
    _hold_memory(limits.memory)
    _say(READY, answers)
    for line in sys.stdin:
        for said in answers_to(json.loads(line), limits, settings["fields"], lambda: _hold_time(limits.seconds)):
            _say(said, answers)
        _hold_time(0)


def _hold_memory(most: int) -> None:
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    except (ValueError, OSError):
        print("this system does not limit a process's memory", file=sys.stderr)


def _say(said: Said, answers: TextIO) -> None:
    answers.write(json.dumps(said) + "\n")
    answers.flush()


def _hold_time(seconds: float) -> None:
    """End this process by a signal after so many seconds of work from now; 0: do not."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, seconds * _ASLEEP)


def answers_to(
    request: Said, limits: Limits, fields: dict[str, str], working: Callable[[], None] = lambda: None
) -> Iterator[Said]:
    """All that is said of one file: ``request`` has its ``path``, its ``file`` in the tables, and ``after``.

    ``after`` is the number of its records that were told of before; ``working`` is called at every step.
    """
    path, name = Path(str(request["path"])), str(request["file"])
    try:
        with path.open("rb") as file:
            allowance = Allowance(limits, path.stat().st_size, fields, working)
            yield from _told(file, name, allowance, int(request["after"]))
    except OSError as error:
        yield skipped(name, "unreadable", error.strerror or str(error), "check the rights to read it")
    except Exception as error:  # a format's reader that breaks must cost its file alone; the row says what broke
        yield _failed(name, error)
    yield {"said": "done"}


def _told(file: BinaryIO, name: str, allowance: Allowance, after: int) -> Iterator[Said]:
    """What comes of each record past the first ``after`` ones, which were told of before."""
    whole = _Digest(file, name)
    allowance.working()
    for number, found in enumerate(opening.leaves(file, name, allowance)):
        allowance.working()
        if number < after:
            continue
        if isinstance(found, Refusal):
            yield {"said": "began", "file": found.name}
            sha256 = whole.sha256 if found.name == name else ""
            yield skipped(found.name, found.reason, found.detail, found.remedy, sha256)
        else:
            yield {"said": "began", "file": found.file}
            yield _read(found, whole)


class _Digest:
    """The hash of a whole file, made when it is asked for, and of the records in it."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.file, self.name, self.made = file, name, ""

    @property
    def sha256(self) -> str:
        if not self.made:
            at = self.file.tell()
            self.file.seek(0)
            self.made = hashlib.file_digest(self.file, "sha256").hexdigest()
            self.file.seek(at)
        return self.made

    def of(self, leaf: Leaf) -> str:
        """The file's own for what is the file, that of its bytes for what was packed, of its fields for any other."""
        content = leaf.record.content
        if leaf.file == self.name:
            return self.sha256
        if isinstance(content, str):
            content = json.dumps([content, vars(leaf.record.stated)], default=str).encode("ascii")
        return hashlib.sha256(content).hexdigest()


def _read(leaf: Leaf, whole: _Digest) -> Said:
    sha256 = whole.of(leaf)
    try:
        told = reading.told(reading.read(leaf))
    except Refused as refused:
        found = refused.refusal
        return skipped(leaf.file, found.reason, found.detail, found.remedy, sha256)
    except Exception as error:  # as above, of one record
        return _failed(leaf.file, error, sha256)
    return {"said": "article", "file": leaf.file, "sha256": sha256, "media_type": leaf.media_type, **told}


def skipped(file: str, reason: str, detail: str, remedy: str, sha256: str = "") -> Said:
    """What is said of a file, or of a record in it, that gave no article."""
    row = {"file": file, "sha256": sha256, "reason": reason, "detail": normalise(detail)[:300], "remedy": remedy}
    return {"said": "skipped", "row": row}


def _failed(file: str, error: Exception, sha256: str = "") -> Said:
    if isinstance(error, MemoryError):
        return skipped(
            file, "too_much_memory", "it takes more memory than allowed", "split it, or raise the limit", sha256
        )
    remedy = "copy the article's text into a .txt file, and report the fault"
    return skipped(file, "failed", f"{type(error).__name__}: {error}", remedy, sha256)


if __name__ == "__main__":
    main()
