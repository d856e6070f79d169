"""``cuttings diff``: exit codes, what it says of folders that it cannot compare, and where it writes."""

import copy
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import made_run
from cuttings import cli
from cuttings.changes.section import between
from cuttings.running import record
from two_runs import MADE, cell, edited, ran


@pytest.fixture(scope="module")
def folders(tmp_path_factory) -> Path:
    """Runs: monday; the same again; tuesday, where something changed; and what is none, or none that can be used."""
    folder = tmp_path_factory.mktemp("runs")
    ran(made_run.few(), folder / "monday")
    ran(made_run.few(), folder / "again", started="2026-11-04T10:00:00+00:00")
    ran(edited(cell("i-denbrook", stage="referred")), folder / "tuesday")
    ran(made_run.one(), folder / "failed", status="failed", error={"message": "02_annotate stopped: no room"})
    ran(made_run.one(), folder / "running", status="running")
    ran(made_run.one(), folder / "older")
    incidents = folder / "older" / "tables" / "incidents.parquet"
    pd.read_parquet(incidents).drop(columns="stage_basis").to_parquet(incidents)
    ran(made_run.one(), folder / "unfinished")
    (folder / "unfinished" / "tables" / "claims.parquet").unlink()
    mixed = made_run.one()
    mixed.rows["coverage"].append({"incident_id": "i-harrowmere", "article_id": "a-stranger"})
    ran(mixed, folder / "mixed")
    (folder / "no run").mkdir()
    (folder / "a file").touch()
    return folder


def diff(*arguments: object) -> int:
    return cli.main(["diff", *map(str, arguments)])


def test_nothing_changed_is_0(folders, capsys):
    assert diff(folders / "monday", folders / "again") == 0
    assert "Nothing changed.\n" in capsys.readouterr().out


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_something_changed_is_1(folders, format, capsys):
    assert diff(folders / "monday", folders / "tuesday", "--format", format) == 1
    assert "1 incident moved back from charged to referred." in capsys.readouterr().out


REFUSED = {
    "nowhere": ("nowhere does not exist", "which --out named"),
    "a file": ("a file is a file", "which --out named"),
    "no run": ("no run of Cuttings", "give the folder that --out named"),
    "failed": ("failed (02_annotate stopped: no room)", "run it again to its end"),
    "running": ("under way, or was killed", "wait for its end"),
    "older": ("incidents.parquet lacks the column stage_basis", "another version of Cuttings wrote it"),
    "unfinished": ("claims.parquet is missing", "run the stage that writes claims"),
    "mixed": ("names a-stranger", "Run it again, then compare"),
}


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_compared_is_2_with_the_way_out(folders, name, turned, capsys):
    pair = (folders / "monday", folders / name)
    assert diff(*(pair[::-1] if turned else pair)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert all(words in said.err for words in (str(folders / name), *REFUSED[name], "Nothing was compared."))


@pytest.mark.parametrize(
    "arguments",
    [
        ["monday"],
        ["monday", "again", "tuesday"],
        ["monday", "again", "--format", "pdf"],
        ["monday", "again", "--form", "html"],
    ],
)
def test_wrong_usage_is_2(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        diff(*arguments)
    assert "usage: cuttings" in capsys.readouterr().err


def test_help_documents_every_exit_code(capsys):
    with pytest.raises(SystemExit, match="0"):
        diff("--help")
    told = capsys.readouterr().out
    assert [line[2] for line in told.splitlines() if line.startswith("  ") and line[2:3].isdigit()] == ["0", "1", "2"]


def test_it_writes_to_a_file(folders, tmp_path, capsys):
    page = tmp_path / "changed.html"
    assert diff(folders / "monday", folders / "tuesday", "--format", "html", "--out", page) == 1
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out.endswith(f"In full: {page}\n")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--out", "missing/file"], "there is no folder missing"),
        (["--out", "."], "is a folder: give a file"),
        (["--format", "markdown", "--names"], "--names is for text alone"),
        (["--format", "html", "--names"], "--names is for text alone"),
    ],
)
def test_what_it_cannot_write_is_2(folders, arguments, says, capsys):
    assert diff(folders / "monday", folders / "tuesday", *arguments) == 2
    assert says in capsys.readouterr().err


def test_names_are_withheld_unless_they_are_asked_for(folders, tmp_path, capsys):
    def charged(run: made_run.MadeRun) -> None:
        next(row for row in run.rows["claims"] if row["attribute"] == "person")["standing"] = "charged"

    later = ran(edited(charged), tmp_path / "charged")
    assert diff(folders / "monday", later) == 1
    assert "Quillfeather" not in capsys.readouterr().out
    assert diff(folders / "monday", later, "--names") == 1
    assert "Rhoda Quillfeather" in capsys.readouterr().out


@pytest.mark.parametrize("earlier", ["yes", "no"])
@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_a_name_that_either_run_withholds_is_withheld(earlier, format, tmp_path, capsys):
    def named(answer: str) -> made_run.MadeRun:
        return edited(lambda run: run.rows["people"][2].update(nameable=answer))  # who speaks in the first article

    def saved(run: made_run.MadeRun) -> made_run.MadeRun:
        article = run.article("a00000000aa", "Ottoline Marsh resigns", "Deputy Chief Constable Marsh has resigned.")
        run.incident("i-marsh", "Ottoline Marsh", article)
        run.claim("i-marsh", article, "sanction", "resigned", "has resigned", said_by="Ottoline Marsh")
        return run

    later = "no" if earlier == "yes" else "yes"
    pair = ran(named(earlier), tmp_path / "earlier"), ran(saved(named(later)), tmp_path / "later")
    assert diff(*pair, "--format", format) == 1
    told = capsys.readouterr().out
    assert "Marsh" not in told
    assert "resigned" in told


def test_a_reader_who_has_seen_enough_is_not_told_that_something_changed(folders):
    command = [sys.executable, "-m", "cuttings", "diff", folders / "monday", folders / "tuesday"]
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (2, "")


def test_neither_run_is_written_to(folders):
    def state() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for name in ("monday", "tuesday") for path in (folders / name).rglob("*")}

    before = state()
    between(folders / "monday", folders / "tuesday")
    assert state() == before


def test_a_report_may_compare_the_run_that_it_is_part_of(folders):
    told, _ = between(folders / "monday", folders / "running", under_way=True)
    assert told.changed


def test_a_vocabulary_that_is_no_longer_there_is_the_one_that_ships(folders, tmp_path):
    entry = copy.deepcopy(MADE)
    entry["parameters"]["vocabulary"] = "/somewhere/else/vocabulary"
    later = ran(made_run.few(), tmp_path / "moved", **entry)
    told, _ = between(folders / "monday", later)
    assert not told.changed


def test_a_record_that_says_nothing_is_compared_all_the_same(folders, tmp_path):
    later = made_run.few().write(tmp_path / "bare")
    record.write(
        later, {"status": "by hand", "changed": "2026-11-05T09:00:00+00:00", "versions": None, "parameters": 3}
    )
    told, _ = between(folders / "monday", later)
    assert not told.changed
    assert told.runs[1] == "11 articles, 9 incidents, made on 5 November 2026"
    assert any("vocabulary 01234567 before, not recorded now" in sentence for sentence in told.sentences)
