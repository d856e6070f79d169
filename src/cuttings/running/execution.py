"""One notebook run by papermill, in a kernel of this very interpreter, and in plain words why it failed."""

import io
import logging
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
import zmq
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill import PapermillExecutionError, execute_notebook
from traitlets import default

from cuttings.running.parameters import Value
from cuttings.tables import write_whole

_LONGEST = 600
NO_ENV: Mapping[str, str] = {}
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
_FAILURES = (PapermillExecutionError, CellTimeoutError, DeadKernelError, RuntimeError)

logging.getLogger("papermill").addHandler(logging.NullHandler())  # we say what failed, once


class NotebookError(RuntimeError):
    """A notebook that did not run to its end: its name, the heading its last cell stands under, and why."""

    def __init__(self, notebook: str, heading: str, why: str):
        super().__init__(f"{notebook} stopped under “{heading}”: {why}")
        self.notebook, self.heading, self.why = notebook, heading, why


def execute(
    notebook: Path,
    target: Path,
    parameters: Mapping[str, Value],
    timeout: float = 0,
    env: Mapping[str, str] = NO_ENV,
    say: Callable[[str], None] = lambda line: None,
) -> None:
    """Run a notebook with these parameters and put the executed one at ``target``, whole or not at all.

    ``timeout`` is the seconds that the whole notebook may take; 0 sets no limit. ``env`` is added to the kernel's
    environment. A notebook that fails is put there as far as it came. It runs in an empty folder, so that no stray file
    can pass for a module. ``say`` is given the lines of progress that it prints while it runs: those that begin with …

    Raises NotebookError.
    """
    source = nbformat.read(notebook, as_version=4)
    cells: list[str] = []
    with TemporaryDirectory(prefix="cuttings-") as scratch:
        (empty := Path(scratch) / "here").mkdir()
        unfinished = target.with_name(f".{target.name}")  # a name that papermill knows as a notebook's
        try:
            execute_notebook(
                source,
                str(unfinished).replace("{", "{{").replace("}", "}}"),  # papermill takes a path for a template
                parameters=dict(parameters),
                cwd=str(empty),
                progress_bar=False,
                kernel_name="python3",
                kernel_manager_class=_own_kernel(Path(scratch), env),
                timeout_func=_remaining(timeout),
                stdout_file=_Progress(say),
                on_cell_start=lambda cell, cell_index: cells.append(cell.id),
            )
        except _FAILURES as error:
            raise NotebookError(notebook.stem, _heading(source, cells), _why(error, timeout)) from error
        finally:
            if unfinished.exists():
                write_whole(target, unfinished.read_bytes())
                unfinished.unlink()


class _Progress(io.StringIO):
    """A file for what a notebook prints, of which only the lines of progress are passed on."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self.say = say

    def write(self, text: str) -> int:
        for line in text.splitlines():
            if line.startswith("…"):
                self.say(f"    {plain(line)}")
        return len(text)


def _own_kernel(scratch: Path, env: Mapping[str, str]) -> type[AsyncKernelManager]:
    """A kernel of this interpreter without start-up files, whatever kernel of the name ``python3`` the user has."""
    spec = KernelSpec(
        argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        display_name="Python 3",
        language="python",
        env={**env, "IPYTHONDIR": str(scratch / "ipython")},
        metadata={"supported_encryption": ["curve"]},
    )

    class OwnKernel(AsyncKernelManager):
        kernel_spec = spec

        @default("transport_encryption")
        def _quiet(self) -> str:
            return "auto" if zmq.has("curve") else "disabled"  # without it ipykernel warns at every start

        async def start_kernel(self, **arguments: object) -> None:
            with (scratch / "kernel.log").open("ab") as log:  # what a dying kernel has to say helps nobody
                await super().start_kernel(stderr=log, **arguments)

    return OwnKernel


def _remaining(timeout: float) -> Callable[[object], float]:
    """nbclient's limit is a cell's; what is left of the notebook's, asked before each cell, makes it the notebook's."""
    end = time.monotonic() + timeout
    return lambda cell: max(1.0, end - time.monotonic()) if timeout else 0


def _heading(source: nbformat.NotebookNode, started: list[str]) -> str:
    """The heading over the cell that ran last; papermill's own cell of parameters counts to the one before it."""
    over, heading = {}, ""
    for cell in source.cells:
        if cell.cell_type == "markdown":
            titles = [line.lstrip("#").strip() for line in cell.source.splitlines() if line.startswith("#")]
            heading = titles[-1] if titles else heading
        over[cell.id] = heading
    return next((over[cell] for cell in reversed(started) if cell in over), "the start of its kernel")


def _why(error: Exception, timeout: float) -> str:
    if isinstance(error, PapermillExecutionError):
        return plain(f"{error.ename}: {error.evalue}")
    if isinstance(error, CellTimeoutError):
        return f"it took longer than the {timeout:g} seconds it may take (--timeout)"
    if isinstance(error, DeadKernelError):
        return "its Python process was ended from outside; most often the machine ran out of memory"
    return plain(str(error))


def plain(text: str) -> str:
    """The last line of a text that may be a stranger's, fit for a terminal: no control characters, not too long."""
    lines = [line for line in _ESCAPES.sub("", text).splitlines() if line.strip()]
    last = "".join(character if character.isprintable() else " " for character in (lines or [""])[-1]).strip()
    return last if len(last) <= _LONGEST else last[:_LONGEST] + " …"
