"""What this machine has of what the suite needs, and what to do about what it lacks: one row for each check."""

import platform
import shutil
import sys
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryFile

import pandas as pd
from packaging.requirements import Requirement

from cuttings import vocabulary

COLUMNS = ("check", "found", "verdict", "what to do")
_GOOD, _NOTE, _PROBLEM = "good", "note", "problem"
_ROOM = 200  # megabytes
Row = tuple[str, str, str, str]


class SetupError(RuntimeError):
    """A machine that cannot run the suite; the message is the list of what to do."""


def inspect(articles: str | Path, out: str | Path, words: str | Path = "") -> pd.DataFrame:
    """The checks as a table: ``check, found, verdict (good | note | problem), what to do``.

    ``words`` is a vocabulary's folder, empty for the one that comes with Cuttings. Nothing is written that stays.
    """
    rows = [_python(), _packages(), _vocabulary(words), _articles(Path(articles)), _folder(Path(out)), _models()]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def require(checks: pd.DataFrame) -> None:
    """Raise SetupError with what to do when one of the checks found a problem."""
    problems = checks[checks["verdict"] == _PROBLEM]
    if len(problems):
        raise SetupError("; ".join(problems["check"] + ": " + problems["found"] + ": " + problems["what to do"]))


def _python() -> Row:
    return "Python", f"{platform.python_version()} ({sys.executable})", _GOOD, ""


def _packages() -> Row:
    asked = [Requirement(line) for line in metadata.requires("cuttings") or ()]
    asked = [each for each in asked if each.marker is None or each.marker.evaluate({"extra": ""})]
    versions = {each.name: _version(each.name) for each in asked}
    wrong = [
        f"{each} ({versions[each.name] or 'missing'})"
        for each in asked
        if not each.specifier.contains(versions[each.name], prereleases=True)
    ]
    if wrong:
        return "packages", ", ".join(wrong), _PROBLEM, "Set up again: `make setup`, or `conda env update`."
    shown = ", ".join(f"{name} {versions[name]}" for name in ("pandas", "spacy", "papermill", "jupyterlab"))
    return "packages", f"{len(asked)} as asked for, among them {shown}", _GOOD, ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _vocabulary(words: str | Path) -> Row:
    try:
        loaded = vocabulary.load(Path(words).expanduser() if words else None)
    except vocabulary.VocabularyError as error:
        return "vocabulary", str(error), _PROBLEM, "Mend the rows named here, in a spreadsheet or an editor."
    rows = sum(len(table) for table in loaded.tables.values())
    return "vocabulary", f"{rows} rows in {len(loaded.tables)} files, version {loaded.digest[:8]}", _GOOD, ""


def _articles(folder: Path) -> Row:
    files = [path for path in folder.expanduser().rglob("*") if path.is_file()]
    if not files:
        return "articles", f"no file in {folder}", _NOTE, "Save some articles there, or change `articles`."
    return "articles", f"{len(files)} files in {folder}", _GOOD, ""


def _folder(out: Path) -> Row:
    try:
        with TemporaryFile(dir=out.expanduser()):
            free = shutil.disk_usage(out.expanduser()).free // 2**20
    except OSError as error:
        return "run's folder", f"{out}: {error.strerror}", _PROBLEM, "Choose a folder that you may write to as `out`."
    if free < _ROOM:
        return "run's folder", f"{free} MB free", _NOTE, "Make room: a run that fills the disk stops half-way."
    return "run's folder", f"{out}, {free // 1024} GB free", _GOOD, ""


def _models() -> Row:
    models = sorted(each.name for each in metadata.entry_points(group="spacy_models"))
    if models:
        return "spaCy models", ", ".join(models), _GOOD, ""
    remedy = "None is needed. For one, while connected: `python -m spacy download en_core_web_sm`."
    return "spaCy models", "none installed", _NOTE, remedy
