"""The folder of a run: where it may be, what in it is ours to remove, and who is writing to it.

A folder that holds something, but no ``run.json`` of Cuttings, is never written to.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from cuttings.running import record

CRATE = "ro-crate-metadata.json"
OUTPUTS = (
    *(
        "texts",
        "tables",
        "figures",
        "notebooks",
        "exports",
        "report.html",
        "changes.html",
        "report.pdf",
        "report",
        "by-force",
    ),
    *("datapackage.json", CRATE),
)
_LOCK = ".cuttings.lock"


class FolderError(ValueError):
    """A folder that a run cannot use; nothing in it was changed. The message says why and what to do."""


def resolved(folder: str | Path) -> Path:
    """A folder as a person writes it (relative, with ``~``) as an absolute path, links followed.

    Raises FolderError for a path that cannot be written into a notebook, which is UTF-8.
    """
    path = Path(folder).expanduser().resolve()
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError as error:
        raise FolderError(f"{str(path)!a} has characters that are not UTF-8: rename the folder") from error
    return path


def check(articles: Path, out: Path) -> None:
    """Whether a run can read ``articles`` and write to ``out``; FolderError where it cannot, or must not."""
    check_articles(articles)
    if out == articles or out in articles.parents or articles in out.parents:
        raise FolderError(
            f"the run's folder {out} and the articles' folder {articles} lie one inside the other: "
            "choose a folder elsewhere for the run"
        )
    try:
        _check_out(out)
    except OSError as error:
        raise FolderError(f"the run's folder {out} cannot be read: {error.strerror}") from error


def _check_out(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise FolderError(f"{out} is a file: give the run a folder of its own")
    if out.is_dir() and not is_run(out) and any(not entry.name.startswith(".") for entry in out.iterdir()):
        raise FolderError(f"{out} holds something that is not a run of Cuttings: give the run a folder of its own")


def check_articles(articles: Path) -> None:
    """Whether ``articles`` is a folder that can be listed; FolderError where it is not."""
    if not articles.exists():
        raise FolderError(f"the articles' folder {articles} does not exist")
    if not articles.is_dir():
        raise FolderError(f"{articles} is a file: give the folder that it is in")
    try:
        next(articles.iterdir(), None)
    except OSError as error:
        raise FolderError(f"the articles' folder {articles} cannot be read: {error.strerror}") from error


def is_run(out: Path) -> bool:
    """Whether the folder is a run's: it has a ``run.json`` that Cuttings wrote."""
    return bool(record.read(out))


def clear(out: Path) -> None:
    """Remove the outputs of an older run, and nothing else; a link is removed, not what it leads to."""
    for path in (out / name for name in OUTPUTS):
        if path.is_dir() and not path.is_symlink():
            rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold the folder (made if need be) against a second run; FolderError when another run holds it.

    The operating system lets go of it when the process ends, however it ends.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock = (out / _LOCK).open("a")
    except OSError as error:
        raise FolderError(f"the run's folder {out} cannot be written to: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderError(f"another run is writing to {out}: wait for it to end, or choose another one") from error
        yield
