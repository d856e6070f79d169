"""The notebooks, really run: in the suite, and each by itself under stock papermill as it is opened in JupyterLab."""

import shutil
from pathlib import Path

import nbformat
import papermill
import pytest

from cuttings import charts, home, tables
from cuttings.running import record, stages

STEMS = [stage.notebook.stem for stage in stages.STAGES]


def outputs_of(path: Path) -> list[nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def told_by(path: Path) -> str:
    """All that a notebook's outputs say, as a reader sees it."""
    texts = [output.get("text") or output.get("data", {}).get("text/html", "") for output in outputs_of(path)]
    return "\n".join("".join(text) for text in texts)


@pytest.mark.parametrize("stem", STEMS)
def test_in_a_run_every_cell_runs_in_order_without_a_warning(finished_run, stem):
    path = finished_run.out / "notebooks" / f"{stem}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert [output for output in outputs_of(path) if output.output_type == "error"] == []
    assert [output.text for output in outputs_of(path) if output.get("name") == "stderr"] == []


@pytest.mark.parametrize("stem", STEMS)
def test_views_are_chosen_and_small(finished_run, stem):
    for output in outputs_of(finished_run.out / "notebooks" / f"{stem}.ipynb"):
        html = output.get("data", {}).get("text/html", "")
        assert html.count("<tr>") <= 25
        assert len(output.get("text", "").splitlines()) <= 20


def test_the_notebooks_show_what_the_tables_hold(finished_run):
    folder, out = finished_run.out / "notebooks", finished_run.out
    articles, skipped = tables.read("articles", out), tables.read("skipped", out)
    assert f"{len(articles)} articles, {len(skipped)} files skipped" in told_by(folder / "01_ingest.ipynb")
    assert "empty.txt" in told_by(folder / "01_ingest.ipynb")
    assert "<mark" in told_by(folder / "02_annotate.ipynb")
    claims = tables.read("claims", out)
    assert f"{len(claims)} of {len(claims)} claims stand word for word" in told_by(folder / "03_assemble.ipynb")
    assert f"{len(claims)} claims wait for a decision" in told_by(folder / "04_review.ipynb")
    assert told_by(folder / "05_chart.ipynb").count("<img alt=") == len(charts.NAMES)
    assert str(out / "report.html") in told_by(folder / "06_report.ipynb")


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks' folder beside some of the example articles, as in a checkout that nobody has run."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(home.notebooks(), project / "notebooks")
    (project / "data" / "articles").mkdir(parents=True)
    for path in sorted(path for path in home.example_articles().rglob("*") if path.is_file())[:4]:
        shutil.copy(path, project / "data" / "articles")
    return project


@pytest.mark.parametrize("stem", ["06_report", *(stem for stem in STEMS if stem != "06_report")])
def test_each_runs_as_it_is_opened_under_stock_papermill(opened, stem):
    source, executed = opened / "notebooks" / f"{stem}.ipynb", opened / f"{stem}.ipynb"
    papermill.execute_notebook(source, executed, cwd=source.parent, progress_bar=False)
    out = opened / "out" / "example"
    assert record.read(out)["status"] == "by hand"
    if stem == "06_report":  # the first to be opened: all that comes before it was done
        assert (out / "report.html").exists()
        assert told_by(executed).count("so it is done now") == 4


def test_a_notebook_refuses_a_parameter_of_the_wrong_type(opened):
    source = opened / "notebooks" / "01_ingest.ipynb"
    with pytest.raises(papermill.PapermillExecutionError, match="rows must be a whole number"):
        papermill.execute_notebook(source, None, {"rows": "ten"}, cwd=source.parent, progress_bar=False)
