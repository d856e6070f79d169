"""The workflow that a newsroom copies: its very steps, run here, and what it may and may not do."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from conftest import CHECKOUT
from cuttings import home, tables

WORKFLOW = CHECKOUT / "docs" / "newsroom" / "cuttings.yml"
OURS = CHECKOUT / ".github" / "workflows" / "ci.yml"
GUIDE = CHECKOUT / "docs" / "newsroom.md"
SCHEMA = CHECKOUT / ".venv" / "validators" / "bin" / "check-jsonschema"
FIRST, SECOND = "Denbrook_release_no_case_to_answer.txt", "strathlennoch-sentence.html"


def workflow() -> dict:
    found = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    return {**found, "on": found.pop(True)}  # YAML 1.1 takes `on` for a truth value


def steps() -> list[dict]:
    return [step for job in workflow()["jobs"].values() for step in job["steps"]]


# What it may do


@pytest.mark.parametrize("path", [WORKFLOW, OURS], ids=lambda path: path.name)
def test_it_is_a_workflow_by_the_published_schema(path):
    if not SCHEMA.exists():
        pytest.skip("check-jsonschema is not there to check with: sh bin/setup-validators sets it up")
    subprocess.run([SCHEMA, "--builtin-schema", "vendor.github-workflows", path], check=True, capture_output=True)


def test_the_schema_finds_what_was_broken(tmp_path):
    if not SCHEMA.exists():
        pytest.skip("check-jsonschema is not there to check with: sh bin/setup-validators sets it up")
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOW.read_text("utf-8").replace("runs-on:", "runs-at:"), "utf-8")
    done = subprocess.run([SCHEMA, "--builtin-schema", "vendor.github-workflows", broken], capture_output=True)
    assert done.returncode == 1


def test_it_runs_at_night_by_hand_and_on_pull_requests_with_articles():
    on = workflow()["on"]
    assert set(on) == {"schedule", "workflow_dispatch", "pull_request"}
    assert "articles/**" in on["pull_request"]["paths"]


def test_only_the_job_that_publishes_may_write_and_only_pages():
    found = workflow()
    assert found["permissions"] == {"contents": "read"}
    rights = {name: job.get("permissions") for name, job in found["jobs"].items()}
    assert rights == {"read": None, "publish": {"pages": "write", "id-token": "write"}}


def test_nothing_of_a_pull_request_gets_into_a_shell():
    assert [step["name"] for step in steps() if "${{" in step.get("run", "")] == []


def test_every_action_is_pinned_to_a_commit_and_says_which_version_that_is():
    lines = [line.strip() for line in WORKFLOW.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(lines) == 8
    assert [line for line in lines if not re.fullmatch(r"uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    kept = [step["with"] for step in steps() if "checkout@" in step.get("uses", "")]
    assert [each["persist-credentials"] for each in kept] == [False, False]


def test_only_the_published_folder_goes_to_pages():
    [handed] = [step["with"]["path"] for step in steps() if "upload-pages-artifact@" in step.get("uses", "")]
    [made] = [step["run"] for step in steps() if step.get("id") == "pages"]
    assert handed == "pages"
    assert re.findall(r"^cp -R (\w+) pages$", made, re.M) == ["site"]


def test_the_guide_names_every_variable_and_what_is_private():
    text = GUIDE.read_text("utf-8")
    named = set(re.findall(r"vars\.(\w+)", WORKFLOW.read_text("utf-8"))) | set(workflow()["env"])
    assert {name for name in named if f"`{name}`" not in text} == set()
    for words in ("Required reviewers", "run-private", "private repository", "public, whoever may see the repository"):
        assert words in text


# Its steps, on this machine


class Service:
    """A machine of the service: its folders and files, and a ``gh`` that says whether a repository is private."""

    def __init__(self, here: Path) -> None:
        self.here, self.workspace = here, here / "workspace"
        for folder in ("workspace/newsroom/articles", "workspace/cuttings/bin", "bin", "temp"):
            (here / folder).mkdir(parents=True)
        shutil.copy(CHECKOUT / "bin" / "nightly", self.workspace / "cuttings" / "bin")
        self.program(self.workspace / "cuttings" / "bin" / "setup", "echo set up")
        self.python(f'exec "{sys.executable}" "$@"')
        self.gh("true")

    def program(self, path: Path, script: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    def python(self, script: str) -> None:
        self.program(self.workspace / "cuttings" / ".venv" / "bin" / "python", script)

    def gh(self, private: str) -> None:
        self.program(self.here / "bin" / "gh", f"echo {private}")

    @property
    def articles(self) -> Path:
        return self.workspace / "newsroom" / "articles"

    @property
    def summary(self) -> str:
        path = self.here / "temp" / "summary"
        return path.read_text("utf-8") if path.exists() else ""

    @property
    def outputs(self) -> dict[str, str]:
        path = self.here / "temp" / "outputs"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return dict(line.split("=", 1) for line in lines)

    def step(self, name: str, **values: str) -> subprocess.CompletedProcess[str]:
        """Run a step of the workflow as the service does; ``values`` are what its expressions come to."""
        [step] = [each for each in steps() if each["name"] == name]
        given = {key: values.get(key, "") if "${{" in value else value for key, value in step.get("env", {}).items()}
        script = self.here / "temp" / "step.sh"
        script.write_text(step["run"], "utf-8")
        return subprocess.run(
            ["bash", "-e", str(script)],
            cwd=self.workspace,
            env={**self.environment(), **given},
            capture_output=True,
            text=True,
            check=False,
        )

    def environment(self) -> Mapping[str, str]:
        temp = self.here / "temp"
        return {
            **os.environ,
            "PATH": f"{self.here / 'bin'}:{os.environ['PATH']}",
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": "argus/cuttings",
            "GITHUB_STEP_SUMMARY": str(temp / "summary"),
            "GITHUB_OUTPUT": str(temp / "outputs"),
            "RUNNER_TEMP": str(temp),
        }

    def next_night(self) -> None:
        """All is gone but what the cache keeps, and what is in the repositories."""
        for name in ("out", "site", "pages"):
            shutil.rmtree(self.workspace / name, ignore_errors=True)
        for name in ("summary", "outputs"):
            (self.here / "temp" / name).unlink(missing_ok=True)


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(tmp_path)


def test_two_nights(service):
    shutil.copy(home.example_articles() / FIRST, service.articles)
    assert service.step("Go on in a private repository only").returncode == 0
    assert service.step("Set up Cuttings").returncode == 0
    first = service.step("Read the articles", PUBLISH="site")
    assert first.returncode == 0, first.stdout
    assert "## Cuttings: complete" in service.summary
    assert "There is no earlier run to compare with." in service.summary
    assert "There is no casebook at newsroom/casebook, so none was used." in service.summary
    assert service.outputs == {"code": "0", "changed": "unknown"}
    assert service.step("Take the run for the next one to compare with").returncode == 0
    assert service.step("Make the pages of what may be published").returncode == 0
    pages = service.workspace / "pages"
    assert (pages / "index.html").read_bytes() == (pages / "report.html").read_bytes()
    assert not (pages / "texts").exists()

    service.next_night()
    shutil.copy(home.example_articles() / SECOND, service.articles)
    (service.articles / "empty `$(touch here)`.txt").write_bytes(b"")
    second = service.step("Read the articles")
    assert second.returncode == 0, second.stdout
    assert "but some files were skipped" in service.summary
    assert "    Skipped empty `$(touch here)`.txt" in service.summary
    assert not list(service.here.rglob("here"))
    assert "::warning title=Cuttings::" in second.stdout
    assert not (service.workspace / "site").exists(), "nobody asked for it"
    assert len(tables.read("articles", service.workspace / "out")) == 2
    compared(service)


def compared(service: Service) -> None:
    """What the summary says of the change, where this version has the verb."""
    code = "from cuttings import cli; cli.main(['diff', '--help'])"
    if subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode:
        assert "This version of Cuttings compares no runs." in service.summary
        assert service.outputs == {"code": "3", "changed": "unknown"}
    else:
        assert service.outputs == {"code": "3", "changed": "yes"}
        assert (service.workspace / "out-changes.md").read_text("utf-8") in service.summary


def test_a_public_repository_is_refused(service):
    service.gh("false")
    done = service.step("Go on in a private repository only")
    assert done.returncode == 1
    assert "This repository is not private" in done.stdout


def test_a_repository_of_which_nothing_is_known_is_refused(service):
    service.program(service.here / "bin" / "gh", "exit 1")
    assert service.step("Go on in a private repository only").returncode == 1


# What it makes of how a run ends


def pretend(code: int, said: str = "a line", diff: str = "exit 2") -> str:
    """A Python that pretends to be Cuttings: what a run says, how it ends, and what a comparison does."""
    return f"""shift 2
case $1 in
run)
    printf '%b\\n' {said!r}
    while [ "$1" != --out ]; do shift; done
    mkdir -p "$2"
    echo "{{}}" >"$2/run.json"
    exit {code}
    ;;
diff) [ "$2" != --help ] || exit 0; {diff} ;;
esac"""


ENDINGS = {
    "complete": (0, 0, "## Cuttings: complete\n"),
    "some files skipped": (3, 0, "## Cuttings: complete, but some files were skipped"),
    "no article": (4, 4, "## Cuttings: no article could be read"),
    "a stage failed": (1, 1, "## Cuttings: the run failed"),
    "wrong usage": (2, 2, "## Cuttings: nothing was run"),
    "killed": (137, 137, "## Cuttings: the run failed"),
}


@pytest.mark.parametrize(("code", "ends", "says"), ENDINGS.values(), ids=ENDINGS.keys())
def test_a_job_ends_as_the_run_did(service, code, ends, says):
    service.python(pretend(code))
    assert service.step("Read the articles").returncode == ends
    assert says in service.summary
    assert service.outputs["code"] == str(code)
    assert ("## What changed" in service.summary) == (code in {0, 3})


DIFFERENCES = {
    "nothing": ('while [ "$1" != --out ]; do shift; done; echo "Nothing." >"$2"; exit 0', "no", "Nothing."),
    "something": ('while [ "$1" != --out ]; do shift; done; echo "One more." >"$2"; exit 1', "yes", "One more."),
    "it cannot be said": ("echo of other parameters >&2; exit 2", "unknown", "    of other parameters"),
    "more than a summary holds": (
        'while [ "$1" != --out ]; do shift; done; yes "a line of change" | head -n 90000 >"$2"; exit 1',
        "yes",
        "There is more: see the file of changes.",
    ),
}


@pytest.mark.parametrize(("diff", "changed", "says"), DIFFERENCES.values(), ids=DIFFERENCES.keys())
def test_what_changed_is_in_the_summary(service, diff, changed, says):
    service.python(pretend(0, diff=diff))
    (service.workspace / "earlier").mkdir()
    (service.workspace / "earlier" / "run.json").write_text("{}")
    assert service.step("Read the articles").returncode == 0
    assert service.outputs["changed"] == changed
    assert says in service.summary
    assert len(service.summary.encode()) < 2**20


def test_what_is_said_in_a_run_is_no_command_and_no_markup(service):
    service.python(pretend(0, said="::set-output name=x::y\n```\n<b>bold</b>"))
    printed = service.step("Read the articles").stdout.splitlines()
    stop = next(line for line in printed if line.startswith("::stop-commands::"))
    token = stop.removeprefix("::stop-commands::")
    assert len(token) == 32
    assert printed.index(stop) < printed.index("::set-output name=x::y") < printed.index(f"::{token}::")
    assert {"    ::set-output name=x::y", "    ```", "    <b>bold</b>"} <= set(service.summary.splitlines())


GIVEN: dict[str, tuple[Callable[[Path], object], dict[str, str], str]] = {
    "a casebook": (lambda here: (here / "newsroom" / "casebook").mkdir(), {}, "-p casebook=newsroom/casebook"),
    "parameters": (
        lambda here: (here / "newsroom" / "p q.yml").write_text("rows: 5"),
        {"PARAMETERS": "newsroom/p q.yml"},
        "--params newsroom/p q.yml",
    ),
    "a vocabulary": (
        lambda here: (here / "newsroom" / "vocabulary").mkdir(),
        {"VOCABULARY": "newsroom/vocabulary"},
        "-p vocabulary=newsroom/vocabulary",
    ),
    "a folder to publish to": (lambda here: None, {"PUBLISH": "site"}, "--publish site"),
}


@pytest.mark.parametrize(("make", "values", "given"), GIVEN.values(), ids=GIVEN.keys())
def test_what_a_newsroom_has_is_given_to_the_run(service, make, values, given):
    service.python('shift 2; echo "$*"')
    make(service.workspace)
    service.step("Read the articles", **values)
    assert f"    run newsroom/articles --out out {given}\n" in service.summary


def test_it_runs_where_there_is_no_such_service(service):
    service.python(pretend(3))
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GITHUB")}
    command = ["sh", "cuttings/bin/nightly", "newsroom/articles", "out"]
    done = subprocess.run(command, cwd=service.workspace, env=plain, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "## Cuttings: complete, but some files were skipped" in done.stdout
    assert "::" not in done.stdout
