"""The command: exit codes, what it says, and how quickly it starts."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cuttings import __version__, cli, suite
from cuttings.suite import Outcome

HEAVY = ("pandas", "papermill", "spacy", "matplotlib", "jupyter_client", "rocrate", "requests")


def test_help_imports_nothing_that_takes_long():
    code = "import sys; from cuttings import cli\ntry: cli.main(['--help'])\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(done.stdout.splitlines()[-1].split())
    assert "argparse" in imported
    assert imported.isdisjoint(HEAVY)


def test_a_review_imports_nothing_that_it_does_not_need():
    code = "import sys; from cuttings.review import command; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "cuttings.interchange.docbin" in imported
    assert imported.isdisjoint({*HEAVY, "nbformat", "openpyxl", "xlsxwriter"} - {"pandas"})


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"]])
def test_help_documents_every_exit_code(arguments, capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.main(arguments)
    assert re.findall(r"^  (\d)  ", capsys.readouterr().out, re.M) == ["0", "1", "2", "3", "4"]


def test_version(capsys):
    with pytest.raises(SystemExit, match="0"):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"cuttings {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["runn"],
        ["run"],
        ["run", "articles"],
        ["run", "--out", "out"],
        ["run", "articles", "--out", "out", "--timeout", "soon"],
        ["run", "articles", "--out", "out", "--timeout", "-1"],
        ["run", "articles", "--out", "out", "--param", "x=1"],
        ["run", "articles", "more", "--out", "out"],
    ],
)
def test_wrong_usage_is_exit_code_2(arguments, capsys):
    with pytest.raises(SystemExit, match="2"):
        cli.main(arguments)
    assert "usage: cuttings" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["saved", "--out", "run", "-p", "casebok=x"], "did you mean casebook?"),
        (["saved", "--out", "run", "-p", "rows=ten"], "rows must be a whole number"),
        (["saved", "--out", "run", "-p", "casebook=nowhere"], "there is no folder"),
        (["saved", "--out", "run", "--params", "nowhere.yaml"], "nowhere.yaml cannot be read"),
        (["nowhere", "--out", "run"], "does not exist"),
        (["saved", "--out", "saved/run"], "one inside the other"),
        (["saved", "--out", "."], "one inside the other"),
        (["saved", "--out", "mine"], "not a run of Cuttings"),
    ],
)
def test_what_cannot_be_run_is_exit_code_2_and_runs_nothing(arguments, says, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for folder in ("saved", "mine"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "one.txt").write_text("One", encoding="utf-8")
    assert cli.main(["run", *arguments]) == 2
    told = capsys.readouterr().err
    assert says in told
    assert "Nothing was run" in told
    assert "Traceback" not in told
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["mine", "one.txt", "one.txt", "saved"]


def test_a_run_with_skipped_files_is_exit_code_3_and_names_them(finished_run, monkeypatch, capsys):
    monkeypatch.setattr(suite, "run", lambda *arguments, **options: finished_run.outcome)
    assert cli.main(["run", str(finished_run.articles), "--out", str(finished_run.out)]) == 3
    told = capsys.readouterr().out
    assert "Skipped empty.txt: " in told
    assert "Skipped picture.txt: " in told
    assert f"Report: {finished_run.out / 'report.html'}" in told
    assert re.search(r"\d+ incidents?", told)


@pytest.mark.parametrize(
    ("articles", "skipped", "error", "code"),
    [
        (12, 0, "", 0),
        (12, 2, "", 3),
        (0, 2, "", 4),
        (0, 0, "", 4),
        (12, 2, "02_annotate stopped", 1),
        (0, 0, "stopped", 1),
    ],
)
def test_the_exit_code_of_an_outcome(articles, skipped, error, code):
    assert Outcome(Path(), articles, skipped, error).code == code


def test_a_failed_run_is_exit_code_1_and_says_where_to_look(tmp_path, monkeypatch, capsys):
    outcome = Outcome(tmp_path, 3, 0, "02_annotate stopped under “Who is quoted?”: ValueError: no")
    monkeypatch.setattr(suite, "run", lambda *arguments, **options: outcome)
    assert cli.main(["run", str(tmp_path), "--out", "x"]) == 1
    told = capsys.readouterr().err
    assert "02_annotate stopped under “Who is quoted?”: ValueError: no" in told
    assert str(tmp_path / "notebooks") in told


@pytest.mark.parametrize(
    ("error", "says"), [(KeyboardInterrupt(), "stopped"), (OSError(28, "No space left on device"), "No space left")]
)
def test_what_ends_a_run_from_outside_is_exit_code_1_without_a_traceback(error, says, tmp_path, monkeypatch, capsys):
    def ended(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(suite, "run", ended)
    assert cli.main(["run", str(tmp_path), "--out", "x"]) == 1
    assert says in capsys.readouterr().err


def test_p_goes_before_the_file_of_parameters(tmp_path, monkeypatch, finished_run):
    given = {}
    (tmp_path / "p.yaml").write_text("rows: 3\narticle: a1\n")

    def run(articles, out, values, *rest, **options):
        given.update(values)
        return finished_run.outcome

    monkeypatch.setattr(suite, "run", run)
    cli.main(["run", str(tmp_path), "--out", "x", "--params", str(tmp_path / "p.yaml"), "-p", "rows=4"])
    assert given == {"rows": 4, "article": "a1"}


def test_parameters_lists_every_one_with_type_default_and_meaning(capsys):
    assert cli.main(["parameters"]) == 0
    told = capsys.readouterr().out
    for parameter in suite.known_parameters().values():
        assert f"{parameter.name}: {parameter.type} = {parameter.default!r}\n    {parameter.help}\n" in told


def test_dictionary_has_a_section_for_each_table(capsys):
    from cuttings.tables import TABLES

    assert cli.main(["dictionary"]) == 0
    assert re.findall(r"^### (\w+)", capsys.readouterr().out, re.M) == list(TABLES)


def test_evaluate_compares_a_run_with_gold(finished_run, capsys):
    assert cli.main(["evaluate", "--run", str(finished_run.out)]) == 0
    told = capsys.readouterr().out
    assert "precision" in told
    assert "officers_total" in told


def test_evaluate_reads_the_examples_when_no_run_is_given(capsys):
    assert cli.main(["evaluate"]) == 0
    assert "f1" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["--run", "nowhere"], ["--gold", "nowhere"]])
def test_evaluate_without_what_it_compares_is_exit_code_2(arguments, finished_run, capsys):
    given = arguments if "--run" in arguments else ["--run", str(finished_run.out), *arguments]
    assert cli.main(["evaluate", *given]) == 2
    assert "nowhere" in capsys.readouterr().err


def test_it_is_also_a_module():
    done = subprocess.run([sys.executable, "-m", "cuttings", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("cuttings ")
