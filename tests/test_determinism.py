"""Unchanged articles and parameters give the same bytes, on another machine, on another day, in another country."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import CHECKOUT, FinishedRun
from cuttings import published
from cuttings.running import record

# All else that a run leaves is the same; docs/provenance.md says why these are not
DIFFERS = ("run.json", "ro-crate-metadata.json", "notebooks/", ".cuttings.read", ".cuttings.lock")
ELSEWHERE = CHECKOUT / "tests" / "elsewhere"  # its sitecustomize.py lists folders backwards, on one processor
OTHERS = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7", "MPLBACKEND": "svg"}


@pytest.fixture(scope="module")
def then(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What to set for a clock that is nine years behind; nothing where there is no compiler for it, or no Linux."""
    if not shutil.which("cc") or sys.platform != "linux":
        return {}
    library = tmp_path_factory.mktemp("then") / "then.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, ELSEWHERE / "then.c", "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}


@pytest.fixture(scope="module")
def elsewhere(finished_run: FinishedRun, then: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same articles, saved in another order at other times in a folder of another name, and run elsewhere.

    The run is in ``run`` of the folder returned, what it published in ``site``.
    """
    here = tmp_path_factory.mktemp("elsewhere")
    saved = [path for path in finished_run.articles.rglob("*") if path.is_file()]
    for age, path in enumerate(sorted(saved, reverse=True)):
        copy = here / "saved" / path.relative_to(finished_run.articles)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (10**9 + age, 10**9 + age))
    environment = {**os.environ, **OTHERS, **then, "PYTHONPATH": str(ELSEWHERE), "HOME": str(here)}
    command = [sys.executable, "-m", "cuttings", "run", "saved", "--out", "run", "--publish", "site", "-p", "rows=5"]
    done = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == finished_run.outcome.code, done.stderr
    return here


def everything(folder: Path) -> dict[str, bytes]:
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: content for name, content in files.items() if not name.startswith(DIFFERS)}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def test_it_was_another_day(finished_run, then, elsewhere):
    if not then:
        pytest.skip("there is no C compiler, or no Linux, so the clock was not put back; the rest was compared")
    before, now = (int(record.read(out)["started"][:4]) for out in (elsewhere / "run", finished_run.out))
    assert now - before in {8, 9}


def test_a_run_leaves_the_same_bytes(finished_run, elsewhere):
    left = everything(finished_run.out)
    kinds = {Path(name).suffix for name in left}
    assert kinds >= {".csv", ".parquet", ".txt", ".png", ".svg", ".html", ".xlsx", ".json", ".jsonld"}
    assert differing(left, everything(elsewhere / "run")) == []


def test_what_is_published_is_the_same_bytes(finished_run, elsewhere, tmp_path):
    published.publish(finished_run.out, tmp_path / "site")
    site = everything(elsewhere / "site")
    assert "report.html" in site
    assert differing(everything(tmp_path / "site"), site) == []


def test_the_documents_say_what_differs():
    text = (CHECKOUT / "docs" / "provenance.md").read_text("utf-8")
    assert [name for name in DIFFERS if f"`{name}`" not in text] == []
