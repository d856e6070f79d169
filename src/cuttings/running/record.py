"""``run.json``, the record of a run: what was run, on what, with what, and how far it came.

It is written when the run starts and after each stage, whole each time, so that a run that was killed still says
``running``. It is also what marks a folder as a run of Cuttings.
"""

import hashlib
import json
import platform
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from cuttings import __version__, tables, vocabulary
from cuttings.saved.folder import walk

NAME = "run.json"


def read(out: Path) -> dict:
    """What the folder's ``run.json`` says; empty when there is none, or it is not one of Cuttings."""
    try:
        record = json.loads((out / NAME).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError, json.JSONDecodeError):
        return {}
    return record if isinstance(record, dict) and record.get("made_by") == "cuttings" else {}


def write(out: Path, record: Mapping[str, object]) -> None:
    """Put ``run.json`` into the folder, whole or not at all."""
    content = json.dumps({"made_by": "cuttings", **record}, ensure_ascii=False, indent=2) + "\n"
    tables.write_whole(out / NAME, content.encode("utf-8"))


def now() -> str:
    """The time, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def opening(settings: Mapping[str, object]) -> dict:
    """The record of a run that starts now with these parameters: ``settings`` holds every one of the suite's."""
    folder, casebook = settings.get("vocabulary"), settings.get("casebook")
    return {
        "status": "running",
        "started": now(),
        "articles": settings["articles"],
        "parameters": dict(settings),
        "versions": versions(str(settings.get("model", "none"))),
        "vocabulary": vocabulary.load(Path(str(folder)) if folder else None).digest,
        "casebook": _hashed(Path(str(casebook)) / "decisions.jsonl")["sha256"] if casebook else "",
        "stages": [],
    }


def versions(model: str = "none") -> dict[str, str]:
    """The versions of Cuttings, of Python, of the packages that Cuttings asks for, and of the model if there is one."""
    asked = [line for line in metadata.requires("cuttings") or () if "extra ==" not in line]
    names = sorted(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in asked) + [model] * (model != "none")
    found = {name: metadata.version(name) for name in names}
    return {"cuttings": __version__, "python": platform.python_version(), **found}


def files(articles: Path) -> list[dict[str, object]]:
    """The files under the articles' folder as they are now: ``file``, the path in it, ``sha256`` and size in ``bytes``.

    The hash is empty, and the size None, for what cannot be read, and for a link or a pipe that a run does not follow.
    """
    return [
        {"file": found.file, **({"sha256": "", "bytes": None} if found.reason else _hashed(found.path))}
        for found in walk(articles)
    ]


def _hashed(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            return {"sha256": hashlib.file_digest(file, "sha256").hexdigest(), "bytes": file.tell()}
    except OSError:  # whoever reads it says why it cannot be read
        return {"sha256": "", "bytes": None}


def inputs(out: Path) -> list[dict[str, str]]:
    """Every file that was looked at: its hash, and the article it gave or why it gave none."""
    rows: list[dict[str, str]] = []
    for table, column in (("articles", "article_id"), ("skipped", "reason")):
        if tables.exists(table, out):
            rows += tables.read(table, out)[["file", "sha256", column]].to_dict("records")
    return rows


def row_counts(out: Path) -> dict[str, int]:
    """How many rows each table of the run has, those that are there."""
    return {name: len(tables.read(name, out)) for name in tables.TABLES if tables.exists(name, out)}
