"""A folder of saved files: which of them to read, in an order that is the same on every machine."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_QUIET = frozenset(("Thumbs.db", "desktop.ini", "__MACOSX", "Icon\r"))
_ASSETS = ("_files", "-Dateien", "_fichiers", "_archivos", "_file", ".files")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml")


@dataclass(frozen=True)
class Found:
    """A file of the folder: its path, its name in the tables, and, if it cannot be read, the code, finding and way out."""

    path: Path
    file: str
    reason: str = ""
    detail: str = ""
    remedy: str = ""


def walk(folder: Path, largest: int) -> Iterator[Found]:
    """The files under ``folder`` in the order of their paths; none is opened.

    Hidden files and what desktops leave behind (``Thumbs.db``) are passed over, and so is the folder of images and
    scripts that a browser saves beside a page (``X_files`` beside ``X.html``). A linked folder is not followed; fifos,
    sockets, devices, broken links and files of more than ``largest`` bytes come with the reason why they are not read.
    """
    for path in sorted(_paths(folder), key=lambda path: path.relative_to(folder).as_posix()):
        yield _look(path, printable(path.relative_to(folder).as_posix()), largest)


def _paths(folder: Path) -> Iterator[Path]:
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
            if entry.name.startswith(".") or entry.name in _QUIET:
                continue
            if entry.is_symlink() or not _is_folder(entry):
                yield entry
            elif not _is_assets(entry.name, names):
                waiting.append(entry)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _is_assets(name: str, beside: set[str]) -> bool:
    page = next((name.removesuffix(ending) for ending in _ASSETS if name.endswith(ending)), "")
    return bool(page) and any(page + ending in beside for ending in _PAGE_ENDINGS)


def _look(path: Path, file: str, largest: int) -> Found:
    try:
        seen = path.stat()
    except FileNotFoundError:
        return Found(
            path, file, "broken_link", "a link to a file that is not there", "copy the file itself into the folder"
        )
    except OSError as error:
        code = "link_loop" if path.is_symlink() else "unreadable"
        return Found(path, file, code, os.strerror(error.errno or 0), "check the link, or the rights to read it")
    if stat.S_ISDIR(seen.st_mode):
        if path.is_symlink():
            return Found(
                path, file, "linked_folder", "a link to a folder, not followed", "run on that folder, or copy it here"
            )
        return Found(path, file, "unreadable", "a folder that may not be read", "check the rights to read it")
    if not stat.S_ISREG(seen.st_mode):
        return Found(path, file, "no_file", "a pipe, a socket or a device", "move it out of the articles folder")
    if seen.st_size > largest:
        return Found(
            path, file, "too_large", f"{seen.st_size:,} bytes; the limit is {largest:,}", "split it, or raise the limit"
        )
    return Found(path, file)


def printable(name: str) -> str:
    r"""A file's name as one printable line: bytes that are no text, line ends and what does not show are escaped.

    >>> printable("a\nb.txt"), printable(os.fsdecode(b"caf\xe9.txt"))
    ('a\\nb.txt', 'caf\\xe9.txt')
    """
    return "".join(_escaped(char) for char in name)


def _escaped(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char if char.isprintable() and char != "\\" else char.encode("unicode_escape").decode("ascii")
