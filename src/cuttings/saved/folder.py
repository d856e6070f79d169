"""A folder of saved files: which of them to read, in an order that is the same on every machine."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cuttings.formats.members import ASSETS, PAGES, QUIET


@dataclass(frozen=True)
class Found:
    """A file: its path, its name in the tables, and, if it is not to be read, the code, the finding and the way out."""

    path: Path
    file: str
    reason: str = ""
    detail: str = ""
    remedy: str = ""


def walk(folder: Path, but: Path | None = None) -> Iterator[Found]:
    """The files under ``folder`` in the order of their paths; none is opened.

    Hidden files and what desktops leave behind (``Thumbs.db``) are passed over, and so is the folder of images and
    scripts that a browser saves beside a page (``X_files`` beside ``X.html``). A link to a folder, or out of this one,
    is not followed; it, pipes, sockets, devices and broken links come with the reason why they are not read.
    ``but`` is a folder to leave out: the run's own, where it lies among the articles.
    """
    inside = folder.resolve()
    for path in sorted(_paths(folder, but), key=lambda path: path.relative_to(folder).as_posix()):
        yield _look(path, printable(path.relative_to(folder).as_posix()), inside)


def _paths(folder: Path, but: Path | None) -> Iterator[Path]:
    own = but.resolve() if but else None
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = list(here.iterdir())
        except OSError:
            yield here
            continue
        names = {entry.name for entry in entries}
        for entry in entries:
            if entry.name.startswith(".") or entry.name in QUIET:
                continue
            if entry.is_symlink() or not entry.is_dir():
                yield entry
            elif not _is_assets(entry.name, names) and entry.resolve() != own:
                waiting.append(entry)


def _is_assets(name: str, beside: set[str]) -> bool:
    page = next((name.removesuffix(ending) for ending in ASSETS if name.endswith(ending)), "")
    return bool(page) and any(page + ending in beside for ending in PAGES)


def _look(path: Path, file: str, inside: Path) -> Found:
    try:
        seen = path.stat()
    except FileNotFoundError:
        remedy = "copy the file itself into the folder"
        return Found(path, file, "broken_link", "a link to a file that is not there", remedy)
    except OSError as error:
        code = "link_loop" if path.is_symlink() else "unreadable"
        return Found(path, file, code, os.strerror(error.errno or 0), "check the link, or the rights to read it")
    if stat.S_ISDIR(seen.st_mode):
        if path.is_symlink():
            remedy = "run on that folder, or copy it here"
            return Found(path, file, "linked_folder", "a link to a folder, not followed", remedy)
        return Found(path, file, "unreadable", "a folder that may not be read", "check the rights to read it")
    if not stat.S_ISREG(seen.st_mode):
        return Found(path, file, "no_file", "a pipe, a socket or a device", "move it out of the articles folder")
    if path.is_symlink() and not path.resolve().is_relative_to(inside):
        remedy = "copy the file itself into the folder"
        return Found(path, file, "outside_link", "a link to a file outside the articles folder, not followed", remedy)
    return Found(path, file)


def printable(name: str) -> str:
    r"""A file's name as one printable line: bytes that are no text, line ends and what does not show are escaped.

    >>> printable("a\nb.txt"), printable(os.fsdecode(b"caf\xe9.txt"))
    ('a\\nb.txt', 'caf\\xe9.txt')
    """
    return "".join(_escaped(char) for char in name)


def _escaped(char: str) -> str:
    if "\udc80" <= char <= "\udcff":  # a byte of a name that is no UTF-8
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char if char.isprintable() and char != "\\" else char.encode("unicode_escape").decode("ascii")
