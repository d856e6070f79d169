"""The habits of the project that a machine can hold: notebooks, pins, and what is never committed."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from conftest import CHECKOUT
from cuttings import home
from cuttings.running import parameters, stages

NOTEBOOKS = sorted(home.notebooks().glob("*.ipynb"))
MOST_LINES = 10


def source_of(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=nbformat.NO_CONVERT)


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    return source_of(request.param)


def code_of(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_is_one_notebook_a_stage():
    assert [path.name for path in NOTEBOOKS] == [stage.notebook.name for stage in stages.STAGES]


def test_notebooks_are_nbformat_4_5_with_ids_and_the_kernel_python3(notebook):
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
    assert notebook.metadata.kernelspec.name == "python3"
    identities = [cell.id for cell in notebook.cells]
    assert len(set(identities)) == len(identities)


def test_notebooks_have_no_outputs_and_no_counts(notebook):
    assert [cell.id for cell in code_of(notebook) if cell.outputs or cell.execution_count is not None] == []
    assert set(notebook.metadata) <= {"kernelspec", "language_info"}


def test_a_sentence_stands_before_each_code_cell(notebook):
    pairs = zip(notebook.cells, notebook.cells[1:], strict=False)
    bare = [after.id for before, after in pairs if after.cell_type == "code" and before.cell_type != "markdown"]
    assert bare == []
    assert notebook.cells[0].source.startswith("# ")


def test_code_cells_are_short_and_define_nothing(notebook):
    for cell in code_of(notebook):
        assert len(cell.source.splitlines()) <= MOST_LINES, cell.id
        assert not re.search(r"^\s*(def|class|async|global)\b|lambda|sys\.path|^\s*[!%]", cell.source, re.M), cell.id


def test_headings_are_questions_or_the_care_to_take(notebook):
    text = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    headings = re.findall(r"^#+ (.+)$", text, re.M)
    assert [each for each in headings if not each.endswith("?") and each != "What to be careful about"] == []
    assert headings[-1] == "What to be careful about"


def test_one_cell_is_tagged_parameters_and_the_next_one_checks_it(notebook):
    codes = code_of(notebook)
    [tagged] = [number for number, cell in enumerate(codes) if "parameters" in cell.metadata.get("tags", [])]
    assert codes[tagged + 1].source.startswith("suite.check(")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_check_names_its_own_notebook(path):
    checks = re.findall(r'suite\.check\("(\w+)", globals\(\)\)', path.read_text("utf-8").replace('\\"', '"'))
    assert checks == [path.stem]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_papermill_finds_the_parameters_that_we_find(path):
    from papermill import inspect_notebook

    theirs = {
        name: (found["inferred_type_name"], found["default"], found["help"])
        for name, found in inspect_notebook(path).items()
    }
    ours = {
        each.name: (
            each.type,
            json.dumps(each.default) if isinstance(each.default, str) else repr(each.default),
            each.help,
        )
        for each in parameters.of_notebook(path)
    }
    assert theirs == ours


def test_a_parameter_means_the_same_in_every_notebook():
    told: dict[str, set[tuple]] = {}
    for path in NOTEBOOKS:
        for each in parameters.of_notebook(path):
            told.setdefault(each.name, set()).add((each.type, repr(each.default), each.help))
    assert {name: ways for name, ways in told.items() if len(ways) > 1 or not all(way[2] for way in ways)} == {}


# Pins


def pins(lines: list[str]) -> dict[str, str]:
    found = [Requirement(line) for line in lines]
    return {canonicalize_name(each.name): str(each.specifier) for each in found}


def test_conda_has_the_pins_of_pyproject():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    conda = yaml.safe_load((CHECKOUT / "environment.yml").read_text("utf-8"))
    theirs = pins([each for each in conda["dependencies"] if isinstance(each, str)])
    assert theirs.pop("python") == project["requires-python"]
    assert theirs.pop("pip") == ""
    assert theirs.pop("spacy-model-en-core-web-sm")
    assert theirs == pins([*project["dependencies"], *project["optional-dependencies"]["dev"]])
    assert conda["channels"] == ["conda-forge", "nodefaults"]


def test_every_package_is_pinned_by_hash():
    lock = (CHECKOUT / "requirements.lock").read_text("utf-8")
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = pins([*project["dependencies"], *project["optional-dependencies"]["dev"]])
    locked = {match.lower() for match in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.M)}
    assert set(asked) - locked == set()
    assert len(re.findall(r"==[^\n]+\\\n    --hash=sha256:", lock)) == len(
        re.findall(r"^[A-Za-z0-9._-]+==", lock, re.M)
    )
    assert "index-url" not in lock


@pytest.mark.parametrize(("hook", "package"), [("ruff-pre-commit", "ruff"), ("nbstripout", "nbstripout")])
def test_pre_commit_uses_the_versions_of_the_lock(hook, package):
    repos = yaml.safe_load((CHECKOUT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    [rev] = [each["rev"] for each in repos if each["repo"].endswith(hook)]
    lock = (CHECKOUT / "requirements.lock").read_text("utf-8")
    assert f"\n{package}=={rev.removeprefix('v')} " in lock


def test_commits_strip_outputs_and_keep_ids():
    repos = yaml.safe_load((CHECKOUT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    [arguments] = [hook["args"] for each in repos for hook in each["hooks"] if hook["id"] == "nbstripout"]
    assert arguments == ["--keep-id"]


# What is never committed


def committed() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=CHECKOUT,
        capture_output=True,
        check=False,
    )
    return [CHECKOUT / name for name in listed.stdout.decode("utf-8").split("\0") if name]


def test_no_file_names_a_place_of_one_machine():
    if not committed():
        pytest.skip("this is no git checkout, so it cannot be told which files are committed")
    place = re.compile(rb"(?<![\w.:/~-])/(?:root|work|Users/\w+|home/\w+)/|file:/{3}")
    found = [path.name for path in committed() if path.is_file() and place.search(path.read_bytes())]
    assert found == []


# What is promised is there


def test_make_help_lists_every_target():
    makefile = (CHECKOUT / "Makefile").read_text("utf-8")
    [phony] = re.findall(r"^\.PHONY: (.+)$", makefile, re.M)
    assert sorted(re.findall(r"^([a-z]+):.*## ", makefile, re.M)) == sorted(phony.split())


def test_continuous_integration_runs_what_a_person_runs():
    workflow = yaml.safe_load((CHECKOUT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    job = workflow["jobs"]["test"]
    assert {"make test", "make report"} <= {step.get("run") for step in job["steps"]}
    assert job["strategy"]["matrix"]["python"] == ["3.11", "3.13"]
    assert (CHECKOUT / ".ci" / "run").read_text("utf-8").rstrip().endswith("exec make test")


def test_the_readme_names_every_verb_target_notebook_and_parameter():
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    commands = [*(CHECKOUT / "src" / "cuttings").rglob("command.py"), CHECKOUT / "src" / "cuttings" / "cli.py"]
    verbs = [verb for path in commands for verb in re.findall(r'add_parser\(\s*"(\w+)"', path.read_text("utf-8"))]
    targets = re.findall(r"^([a-z]+):.*## ", (CHECKOUT / "Makefile").read_text("utf-8"), re.M)
    declared = {f"`{each.name}`" for path in NOTEBOOKS for each in parameters.of_notebook(path)}
    promised = {*(f"cuttings {verb}" for verb in verbs), *(f"make {target}" for target in targets), *declared}
    promised |= {path.stem for path in NOTEBOOKS}
    assert len(verbs) == 7
    assert {each for each in promised if each not in readme} == set()
