"""The suite: what a run refuses, what it records, and what is left when it fails, is killed, or is run again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from cuttings import home, suite, tables
from cuttings.articles import Limits
from cuttings.running import execution, record, run_folder, stages
from cuttings.running.parameters import ParameterError
from cuttings.running.run_folder import FolderError

DECLARED = (
    'articles: str = ""  # saved\nout: str = ""  # run\nvocabulary: str = ""  # words\nmodel: str = "none"  # model'
)


def write_notebook(path: Path, *sources: str) -> None:
    cells = [nbformat.v4.new_markdown_cell("# A question", id="c0")]
    cells += [nbformat.v4.new_code_cell(DECLARED, metadata={"tags": ["parameters"]}, id="c1")]
    cells += [nbformat.v4.new_markdown_cell("Some words.\n\n## What came out?", id="c2")]
    cells += [nbformat.v4.new_code_cell(source, id=f"d{number}") for number, source in enumerate(sources)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "one.txt").write_text("One", encoding="utf-8")
    return folder


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A suite of two notebooks, of which ``small(source)`` writes the second."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    chosen = (stages.Stage("setup_check"), stages.Stage("ingest"))
    monkeypatch.setattr(home, "notebooks", lambda: folder)
    monkeypatch.setattr(stages, "STAGES", chosen)
    monkeypatch.setattr(suite, "STAGES", chosen)
    write_notebook(folder / "00_setup_check.ipynb", "print(articles)")

    def write(source: str) -> None:
        write_notebook(folder / "01_ingest.ipynb", source)

    write("print(out)")
    return write


def quiet(line: str) -> None:
    """Progress that nobody reads."""


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ends(out: Path) -> dict[str, tuple[str, str | None]]:
    """How the crate in ``out`` says that each action ended, and with which error."""
    graph = json.loads((out / "ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    actions = [each for each in graph if each["@type"] == "CreateAction"]
    ending = "ActionStatus"
    return {
        each["@id"]: (each["actionStatus"].rpartition("/")[2].removesuffix(ending), each.get("error"))
        for each in actions
    }


# What a run refuses, before anything is changed


@pytest.mark.parametrize(
    ("saved", "out", "says"),
    [
        ("none", "run", "does not exist"),
        ("saved/one.txt", "run", "is a file"),
        ("saved", "saved", "one inside the other"),
        ("saved", "saved/run", "one inside the other"),
        ("saved", ".", "one inside the other"),
        ("saved", "link", "one inside the other"),
        ("saved", "mine", "not a run of Cuttings"),
        ("saved", "project", "not a run of Cuttings"),
        ("saved", "mine/notes.txt", "is a file"),
        ("saved", "mine/notes.txt/run", "cannot be written"),
    ],
)
def test_folders_that_a_run_cannot_use_are_refused_and_left_as_they_are(tmp_path, articles, small, saved, out, says):
    (tmp_path / "link").symlink_to(articles)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    (tmp_path / "project" / "tables").mkdir(parents=True)
    (tmp_path / "project" / "run.json").write_text('{"status": "complete"}')
    before = everything(tmp_path)
    with pytest.raises(FolderError) as caught:
        suite.run(tmp_path / saved, tmp_path / out, say=quiet)
    assert says in str(caught.value)
    assert everything(tmp_path) == before


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"vocabulari": "x"}, "did you mean vocabulary?"),
        ({"model": 7}, "model must be text"),
        ({"model": "en_core_web_nothing"}, "not installed"),
        ({"vocabulary": "no/such/folder"}, "there is no folder"),
        ({"out": "x"}, "--out"),
    ],
)
def test_wrong_parameters_are_refused_before_anything_is_made(tmp_path, articles, small, values, says):
    with pytest.raises(ParameterError) as caught:
        suite.run(articles, tmp_path / "run", values, say=quiet)
    assert says in str(caught.value)
    assert not (tmp_path / "run").exists()


def test_two_runs_do_not_write_to_one_folder_at_once(tmp_path, articles, small):
    with run_folder.held(tmp_path / "run"), pytest.raises(FolderError, match="another run"):
        suite.run(articles, tmp_path / "run", say=quiet)
    assert suite.run(articles, tmp_path / "run", say=quiet).error == ""


# What a run leaves


def test_a_run_replaces_the_older_one_and_nothing_else(tmp_path, articles, small):
    out = tmp_path / "run"
    suite.run(articles, out, say=quiet)
    (out / "texts").mkdir()
    for stale in ("texts/a1.txt", "report.html", "notebooks/03_assemble.ipynb"):
        (out / stale).write_text("of the older run")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.png").write_text("not ours")
    (out / "figures").symlink_to(tmp_path / "elsewhere")
    (out / "my notes.txt").write_text("not ours")
    suite.run(articles, out, say=quiet)
    left = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    ours = {"notebooks/00_setup_check.ipynb", "notebooks/01_ingest.ipynb", "run.json", "ro-crate-metadata.json"}
    assert left == {*ours, ".cuttings.lock", "my notes.txt"}
    assert set(ends(out).values()) == {("Completed", None)}
    assert (tmp_path / "elsewhere" / "kept.png").exists()


@pytest.mark.parametrize("name", ["with spaces {braces} {0} Ünï’cödé", 'quo"te back\\slash $HOME `x`'])
def test_a_folder_may_have_any_name(tmp_path, articles, small, name):
    articles = articles.rename(tmp_path / f"saved {name}")
    small(f"assert out == {str(tmp_path / name)!r} and articles == {str(articles)!r}")
    assert suite.run(articles, tmp_path / name, say=quiet).error == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not let such a name be made")
def test_a_folder_whose_name_is_no_text_is_refused(tmp_path, articles, small):
    with pytest.raises(FolderError, match="not UTF-8"):
        suite.run(articles, tmp_path / os.fsdecode(b"\xff"), say=quiet)


def test_a_value_is_never_code(tmp_path, articles, small):
    texts = ['"; raise SystemExit #', "{articles}", "a\nb", "back\\slash'", '\\"', "\u202e"]
    small("assert labels == " + repr(texts))
    path = home.notebooks() / "01_ingest.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[1].source += "\nlabels: list[str] = []  # some texts"
    nbformat.write(notebook, path)
    assert suite.run(articles, tmp_path / "run", {"labels": texts}, say=quiet).error == ""


def test_it_runs_in_this_interpreter_whatever_kernel_the_user_has(tmp_path, articles, small, monkeypatch):
    theirs = tmp_path / "jupyter" / "kernels" / "python3"
    theirs.mkdir(parents=True)
    spec = {"argv": ["/bin/false"], "display_name": "Theirs", "language": "python"}
    (theirs / "kernel.json").write_text(json.dumps(spec))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    small(f"import sys, os; assert sys.executable == {sys.executable!r} and not os.listdir()")
    assert suite.run(articles, tmp_path / "run", say=quiet).error == ""


# What is said when it goes wrong


@pytest.mark.parametrize(
    ("source", "timeout", "says"),
    [
        ("1 / 0", 0, "ZeroDivisionError: division by zero"),
        ("raise ValueError('first\\nlast \\x1b[31mline\\x07')", 0, "ValueError: last line"),
        ("while True: pass", 2, "longer than the 2 seconds"),
        ("import os; os._exit(9)", 0, "ended from outside"),
    ],
)
def test_a_failure_names_the_notebook_the_heading_and_the_error(tmp_path, articles, small, source, timeout, says):
    small(source)
    outcome = suite.run(articles, tmp_path / "run", timeout=timeout, say=quiet)
    assert outcome.code == 1
    assert "01_ingest stopped under “What came out?”" in outcome.error
    assert says.replace("ValueError: ", "") in outcome.error
    entry = json.loads((tmp_path / "run" / "run.json").read_text(encoding="utf-8"))
    assert entry["status"] == "failed"
    assert (entry["error"]["notebook"], entry["error"]["heading"]) == ("01_ingest", "What came out?")
    assert [stage["notebook"] for stage in entry["stages"]] == ["00_setup_check", "01_ingest"]
    assert (tmp_path / "run" / "notebooks" / "01_ingest.ipynb").exists(), "the notebook as far as it came"
    failed = ("Failed", outcome.error)
    assert ends(tmp_path / "run") == {"#run": failed, "#00_setup_check": ("Completed", None), "#01_ingest": failed}


def test_a_run_that_was_killed_says_running_and_can_be_run_again(tmp_path, articles, small):
    small("import time; time.sleep(60)")
    code = (
        "import sys; from pathlib import Path; from cuttings import home, suite; from cuttings.running import stages\n"
        "home.notebooks = lambda: Path(sys.argv[1])\n"
        "stages.STAGES = suite.STAGES = (stages.Stage('setup_check'), stages.Stage('ingest'))\n"
        "suite.run(sys.argv[2], sys.argv[3])\n"
    )
    out = tmp_path / "run"
    out.mkdir()
    record.write(out, {"status": "complete"})
    (out / "ro-crate-metadata.json").write_text("of the older run")
    process = subprocess.Popen([sys.executable, "-c", code, str(home.notebooks()), str(articles), str(out)])
    try:
        wait_for(lambda: len(record.read(out).get("stages", [])) == 1)
        assert record.read(out)["status"] == "running"
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert record.read(out)["status"] == "running"
    assert not (out / "notebooks" / "01_ingest.ipynb").exists(), "a notebook that never ended is not shown as one"
    assert not (out / "ro-crate-metadata.json").exists(), "a run that has not ended has no crate, and no older one's"
    small("print(out)")
    assert suite.run(articles, out, say=quiet).error == ""
    assert record.read(out)["status"] == "complete"
    assert sorted(path.name for path in (out / "notebooks").iterdir()) == ["00_setup_check.ipynb", "01_ingest.ipynb"]


def wait_for(there, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < end, f"not there after {seconds} seconds"
        time.sleep(0.05)


def test_an_interrupt_is_recorded(tmp_path, articles, small, monkeypatch):
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cuttings.running.execution.execute", interrupted)
    with pytest.raises(KeyboardInterrupt):
        suite.run(articles, tmp_path / "run", say=quiet)
    entry = record.read(tmp_path / "run")
    assert (entry["status"], entry["error"]["message"]) == ("failed", "stopped by KeyboardInterrupt()")
    assert ends(tmp_path / "run") == {"#run": ("Failed", "stopped by KeyboardInterrupt()")}


# The real one, run once for all tests


def test_the_record_of_a_run_says_what_was_run_on_what_with_what(finished_run):
    entry = json.loads((finished_run.out / "run.json").read_text(encoding="utf-8"))
    files = {
        path.relative_to(finished_run.articles).as_posix()
        for path in finished_run.articles.rglob("*")
        if path.is_file()
    }
    assert entry["status"] == "complete"
    assert entry["started"] <= entry["finished"]
    assert {each["file"] for each in entry["inputs"]} == files
    assert {each["file"] for each in entry["files"]} == files
    assert entry["rows"] == {name: len(tables.read(name, finished_run.out)) for name in tables.TABLES}
    assert [each["notebook"] for each in entry["stages"]] == [stage.notebook.stem for stage in stages.STAGES]
    assert entry["parameters"]["rows"] == 5
    assert entry["parameters"]["articles"] == str(finished_run.articles)
    assert {"cuttings", "python", "pandas", "spacy", "papermill"} <= entry["versions"].keys()


def test_a_run_writes_every_table_text_chart_notebook_and_the_report(finished_run):
    out = finished_run.out
    assert finished_run.outcome.code == 3, "two of the files are no articles"
    for name in tables.TABLES:
        assert (out / "tables" / f"{name}.csv").exists()
        assert (out / "tables" / f"{name}.parquet").exists()
    articles = tables.read("articles", out)
    assert {path.stem for path in (out / "texts").iterdir()} == set(articles["article_id"])
    assert sorted(path.name for path in (out / "notebooks").iterdir()) == [each.notebook.name for each in stages.STAGES]
    assert list((out / "figures").glob("*.png"))
    assert "<html" in (out / "report.html").read_text(encoding="utf-8")


def test_every_claim_stands_word_for_word_in_its_article(finished_run):
    texts = tables.read("articles", finished_run.out).set_index("article_id")["text"]
    claims = tables.read("claims", finished_run.out)
    wrong = [row.claim_id for row in claims.itertuples() if texts[row.article_id][row.start : row.end] != row.evidence]
    assert len(claims)
    assert wrong == []


def test_what_could_not_be_read_is_a_row_that_says_why(finished_run):
    skipped = tables.read("skipped", finished_run.out).set_index("file")
    assert {"empty.txt", "picture.txt"} <= set(skipped.index)
    assert (skipped["reason"] != "").all()
    assert (skipped["remedy"] != "").all()


def test_progress_is_a_line_for_each_notebook_with_its_seconds(finished_run):
    said = [line for line in finished_run.said if not line.strip().startswith("…")]  # of a slow machine's ingest
    assert [line.split()[0] for line in said] == [each.notebook.stem for each in stages.STAGES]
    assert all(line.split()[2] == "s" for line in said)


def test_a_folder_without_articles_gives_a_report_that_says_so(tmp_path):
    (tmp_path / "saved").mkdir()
    outcome = suite.run(tmp_path / "saved", tmp_path / "run", say=quiet)
    assert (outcome.error, outcome.code) == ("", 4)
    assert (tmp_path / "run" / "report.html").exists()


# A notebook by itself


@pytest.fixture
def stubs(monkeypatch):
    """Stages that write empty tables, and a list of which were done."""
    done = []

    def do(stage, articles, out, settings):
        done.append(stage.verb)
        for name in stage.tables:
            tables.write(name, tables.frame(name), out)

    monkeypatch.setattr(stages, "do", do)
    return done


def test_a_notebook_opened_by_itself_has_the_earlier_stages_done(tmp_path, articles, stubs, capsys):
    out = suite.prepare("review", tmp_path / "run", articles)
    assert out == tmp_path / "run"
    assert stubs == ["ingest", "annotate", "assemble"]
    assert "annotate: not done yet" in capsys.readouterr().out
    suite.prepare("review", out, articles)
    assert stubs == ["ingest", "annotate", "assemble"], "nothing is done twice"


def test_a_run_that_is_worked_on_by_hand_has_no_crate_any_more(tmp_path, articles, stubs):
    out = tmp_path / "run"
    suite.prepare("ingest", out, articles)
    (out / "ro-crate-metadata.json").write_text("of the run before")
    suite.prepare("annotate", out, articles)
    assert not (out / "ro-crate-metadata.json").exists()


def test_a_stage_whose_tables_are_older_than_what_they_were_made_from_is_done_again(tmp_path, articles, stubs):
    out = suite.prepare("review", tmp_path / "run", articles)
    later = time.time() + 5
    for name in ("articles", "furniture", "skipped"):
        os.utime(out / "tables" / f"{name}.parquet", (later, later))
    stubs.clear()
    suite.prepare("review", out, articles)
    assert stubs == ["annotate", "assemble"]


def test_a_folder_is_the_run_of_one_folder_of_articles(tmp_path, articles, stubs):
    out = suite.prepare("annotate", tmp_path / "run", articles)
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(FolderError, match="the run of another folder"):
        suite.prepare("annotate", out, other)


def test_a_checkout_that_was_moved_starts_its_runs_afresh(tmp_path, articles, stubs):
    out = suite.prepare("annotate", tmp_path / "run", articles)
    stubs.clear()
    suite.prepare("annotate", out, articles.rename(tmp_path / "moved"))
    assert stubs == ["ingest"]


def test_work_by_hand_is_recorded_as_such(tmp_path, articles, small):
    out = suite.run(articles, tmp_path / "run", say=quiet).out
    suite.prepare("ingest", out, articles)
    assert record.read(out)["status"] == "by hand"


def test_a_folder_that_is_no_run_is_not_prepared(tmp_path, articles):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(FolderError):
        suite.prepare("ingest", tmp_path, articles)
    with pytest.raises(ValueError, match="no stage"):
        suite.prepare("ingset", tmp_path / "run", articles)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"rows": "ten"}, "rows must be a whole number"),
        ({"rows": True}, "rows must be a whole number"),
        ({"articles": "no/such/folder"}, "does not exist"),
        ({"out": 7}, "out must be text"),
        ({"seconds": 0}, "seconds must be 1 or more"),
        ({"fields": ["headline"]}, "not of the form OURS:THEIRS"),
    ],
)
def test_a_notebook_checks_what_stands_in_its_cell(finished_run, changed, says):
    own = {each.name: each.default for each in suite.known_parameters().values() if "01_ingest" in each.notebooks}
    values = {**own, "articles": str(finished_run.articles), "out": "x"}
    suite.check("01_ingest", values)
    with pytest.raises(ValueError) as caught:
        suite.check("01_ingest", {**values, **changed})
    assert says in str(caught.value)


def test_the_limits_of_the_notebook_are_those_of_the_library():
    known = {name: each.default for name, each in suite.known_parameters().items()}
    sizes = (known[name] for name in ("largest_mb", "expanded_mb", "memory_mb"))
    assert Limits.in_megabytes(*sizes, records=known["most_records"], seconds=known["seconds"]) == Limits()


def test_the_progress_of_a_large_folder_is_told_while_it_is_read(tmp_path):
    write_notebook(tmp_path / "a.ipynb", "print('… 3,000 files of 9,000 read, 5 s')\nprint('done')")
    told = []
    execution.execute(tmp_path / "a.ipynb", tmp_path / "out.ipynb", {}, say=told.append)
    assert told == ["    … 3,000 files of 9,000 read, 5 s"]


def test_a_casebook_in_the_runs_folder_is_refused(tmp_path: Path) -> None:
    """A run clears its folder."""
    (tmp_path / "saved").mkdir()
    (tmp_path / "run" / "exports" / "casebook").mkdir(parents=True)
    record.write(tmp_path / "run", {"status": "complete"})
    values = {"casebook": str(tmp_path / "run" / "exports" / "casebook")}
    with pytest.raises(ParameterError, match="move it elsewhere"):
        suite.run(tmp_path / "saved", tmp_path / "run", values)


def test_nothing_is_published_past_a_casebook_that_lies_beside_the_run(tmp_path: Path) -> None:
    (tmp_path / "saved").mkdir()
    (tmp_path / "casebook").mkdir()
    (tmp_path / "casebook" / "decisions.jsonl").touch()
    with pytest.raises(ParameterError, match="give it as casebook"):
        suite.run(tmp_path / "saved", tmp_path / "run", {"publish": str(tmp_path / "site")})
