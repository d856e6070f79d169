"""What was read from saved files in an earlier run, so that a later one reads only those that have changed since.

It can be removed at any time: the next run reads everything again.
"""

import hashlib
import json
import sqlite3
import time
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from cuttings import home
from cuttings.saved.worker import Said

_AT_ONCE = 100  # files between two commits
_SETTLED = 2_000_000_000  # nanoseconds after which a changed file shows a new time on any file system
_PASSING = frozenset(("unreadable", "too_slow", "crashed", "too_much_memory", "failed", "given_up"))
_LIBRARIES = (
    "trafilatura",
    "lxml",
    "ftfy",
    "charset-normalizer",
    "pypdfium2",
    "python-docx",
    "feedparser",
    "warcio",
    "py3langid",
)
_TABLE = "CREATE TABLE IF NOT EXISTS files (file TEXT PRIMARY KEY, seen TEXT, settled INT, sha256 TEXT, answers TEXT)"


class Look(NamedTuple):
    """A file's size and times, and whether they are old enough for any change from now on to show in them."""

    seen: str
    settled: bool


def look(path: Path) -> Look:
    """What a file's size and times are now."""
    stat = path.stat()
    changed = max(stat.st_mtime_ns, stat.st_ctime_ns)
    seen = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
    return Look(seen, time.time_ns() - changed > _SETTLED)


class Remembered:
    """The answers to files read before, in a database of its own; a broken one is begun anew.

    ``reading`` says how they were read (see ``fingerprint``): what was read in another way is forgotten.
    """

    def __init__(self, path: Path, reading: str) -> None:
        self.path, self.kept = path, 0
        try:
            self.database = self._opened(reading)
        except sqlite3.DatabaseError:
            path.unlink()
            self.database = self._opened(reading)

    def _opened(self, reading: str) -> sqlite3.Connection:
        database = sqlite3.connect(self.path)
        try:
            database.execute(_TABLE)
            database.execute("CREATE TABLE IF NOT EXISTS reading (way TEXT)")
            if database.execute("SELECT way FROM reading").fetchall() != [(reading,)]:
                database.execute("DELETE FROM files")
                database.execute("DELETE FROM reading")
                database.execute("INSERT INTO reading VALUES (?)", (reading,))
            database.commit()
        except sqlite3.DatabaseError:
            database.close()
            raise
        return database

    def __enter__(self) -> "Remembered":
        return self

    def __exit__(self, *_: object) -> None:
        self.database.commit()
        self.database.close()

    def recall(self, file: str, path: Path) -> list[Said] | None:
        """What a file gave, if neither its size nor its times have changed, or else its bytes have not."""
        found = self.database.execute("SELECT seen, settled, sha256, answers FROM files WHERE file = ?", (file,))
        seen, settled, sha256, answers = found.fetchone() or ("", 0, "", "")
        if not answers:
            return None
        now = look(path)
        if seen == now.seen and settled:
            return json.loads(answers)
        if _sha256(path) != sha256:
            return None
        self.database.execute("UPDATE files SET seen = ?, settled = ? WHERE file = ?", (*now, file))
        return json.loads(answers)

    def keep(self, file: str, path: Path, before: Look, answers: list[Said]) -> None:
        """Remember what a file gave, unless another try might give more, or it has changed since ``before``."""
        passing = any(said["said"] == "skipped" and said["row"]["reason"] in _PASSING for said in answers)  # type: ignore[index]
        if passing or look(path).seen != before.seen:
            return
        row = (file, before.seen, before.settled, _sha256(path), json.dumps(answers))
        self.database.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", row)
        self.kept += 1
        if self.kept % _AT_ONCE == 0:
            self.database.commit()

    def forget_but(self, files: Iterable[str]) -> None:
        """Forget the files that are not among these."""
        known = {file for (file,) in self.database.execute("SELECT file FROM files")}
        gone = [(file,) for file in known - set(files)]
        self.database.executemany("DELETE FROM files WHERE file = ?", gone)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(settings: Mapping[str, object]) -> str:
    """How files are read: the settings, this library's own source and data, and the versions of those that it uses."""
    digest = hashlib.sha256(json.dumps(settings, sort_keys=True, default=str).encode())
    for path in sorted([*Path(__file__).parents[1].rglob("*.[pc][ys]*"), *home.vocabulary().glob("*.csv")]):
        if path.suffix in (".py", ".csv"):
            digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {metadata.version(library)}".encode())
    return digest.hexdigest()
