"""The processes in which saved files are read, several at a time, and what becomes of a file that ends one of them."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from cuttings.formats.allowance import Limits
from cuttings.saved.worker import READY, Said, skipped

_MOST = 8  # processes
_PATIENCE = 3  # processes that one file may end
_COPY = "copy the article's text into a .txt file"
_ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # threads of a library's own would each take memory


class Request(NamedTuple):
    """A file to read: its path, and its name in the tables."""

    path: Path
    file: str


class Readers:
    """Processes that read files, for as long as the ``with`` lasts; they end with this process, however it ends.

    ``count`` is how many: as many as there are processors, where it is 0. ``fields`` maps the columns of tables.
    """

    def __init__(self, limits: Limits | None = None, fields: dict[str, str] | None = None, count: int = 0) -> None:
        self.limits, self.fields = limits or Limits(), fields or {}
        self.count = count or min(_MOST, _processors())
        self._idle: SimpleQueue[_Process] = SimpleQueue()
        for _ in range(self.count):
            self._idle.put(_Process(self.limits, self.fields))

    def __enter__(self) -> "Readers":
        return self

    def __exit__(self, *_: object) -> None:
        while not self._idle.empty():
            self._idle.get().end()

    def all(self, requests: Sequence[Request]) -> Iterator[list[Said]]:
        """The answers to each request, in the order of the requests."""
        with ThreadPoolExecutor(self.count) as pool:
            try:
                yield from pool.map(self.read, requests)
            finally:
                pool.shutdown(cancel_futures=True)

    def read(self, request: Request) -> list[Said]:
        """What a file gives: ``article`` and ``skipped``, as ``worker`` says them.

        A process that a record ends is followed by another, which goes on with the record after it.
        """
        answers: list[Said] = []
        for _ in range(_PATIENCE):
            with self._process() as process:
                ended = process.read(request, answers)
            if not ended:
                return answers
            answers.append(skipped(ended.record or request.file, ended.reason, ended.detail, _COPY))
            if not ended.record:  # between two records: another process would end there too
                return answers
        detail = f"{_PATIENCE} of its records could not be read; the rest of it was left alone"
        return [*answers, skipped(request.file, "given_up", detail, _COPY)]

    @contextmanager
    def _process(self) -> Iterator["_Process"]:
        process = self._idle.get()
        try:
            yield process
        finally:
            self._idle.put(process)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True)
class _Ended:
    """How a process ended, and in which record; empty if it was between two."""

    record: str
    reason: str
    detail: str


class _Process:
    """One process, started when there is something to read, and again when it was ended."""

    def __init__(self, limits: Limits, fields: dict[str, str]) -> None:
        self.limits, self.fields = limits, fields
        self.running: subprocess.Popen[str] | None = None

    def read(self, request: Request, answers: list[Said]) -> _Ended | None:
        """Add the answers to a request to those that there are; returns how the process ended, if it did."""
        running = self.running or self._start()
        asked = {"path": os.fspath(request.path), "file": request.file, "after": len(answers)}
        began = ""
        try:
            self._say(asked)
            for line in running.stdout or ():
                said = json.loads(line)
                if said["said"] == "done":
                    return None
                if said["said"] == "began":
                    began = said["file"]
                elif said["said"] != "alive":
                    answers.append(said)
                    began = ""
        except (BrokenPipeError, ValueError):  # it ended while it was written to, or half-way through a line
            running.kill()
        return self._ended(began)

    def _start(self) -> "subprocess.Popen[str]":
        with tempfile.TemporaryFile() as log:
            self.running = running = subprocess.Popen(
                [sys.executable, "-P", "-W", "ignore", "-m", "cuttings.saved.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env={**os.environ, **_ALONE},
                encoding="ascii",
            )
            self._say({"limits": asdict(self.limits), "fields": self.fields})
            ready = running.stdout and running.stdout.readline()
            if ready != f"{json.dumps(READY)}\n":
                self._ended("")
                log.seek(0)
                raise RuntimeError(f"the process that reads files did not start: {log.read()[-500:].decode()}")
        return running

    def _say(self, said: dict[str, object]) -> None:
        stdin = self.running and self.running.stdin
        if stdin:
            stdin.write(json.dumps(said) + "\n")
            stdin.flush()

    def _ended(self, record: str) -> _Ended:
        code = self.end()
        if code in (-signal.SIGPROF, -signal.SIGALRM):
            return _Ended(record, "too_slow", f"reading it takes longer than {self.limits.seconds:g} seconds")
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return _Ended(record, "crashed", f"the process that was reading it ended ({how})")

    def end(self) -> int:
        """End the process, if there is one, and return its exit code."""
        running, self.running = self.running, None
        if not running:
            return 0
        for stream in (running.stdin, running.stdout):
            if stream:
                with suppress(BrokenPipeError):
                    stream.close()
        return running.wait()
