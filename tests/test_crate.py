"""The crate of a run: what it says of inputs, parameters, outputs and endings, and that it is a Process Run Crate."""

import hashlib
import json
import shutil
import socket
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from rocrate.rocrate import ROCrate

import made_run
from conftest import CHECKOUT
from cuttings.running import crate, outputs, record, run_folder, stages

VALIDATORS = CHECKOUT / ".venv" / "validators" / "bin"
SCHEMAS = Path(__file__).parent / "schemas"
# What is recommended, and a run does not know: who ran it, and the addresses of programs
UNKNOWN = {
    "The Root Data Entity SHOULD have a link to a Contextual Entity representing the `author` of the RO-Crate",
    "The `publisher` property of a `Root Data Entity` SHOULD be an `Organization`",
    "The Action SHOULD have an agent that is a Person or Organization",
    "The Application SHOULD have a url",
    "The SoftwareApplication id SHOULD be an absolute URI",  # it takes addresses of the web alone for URIs
}
Graph = dict[str, dict]


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def graph(content: bytes) -> Graph:
    return {each["@id"]: each for each in json.loads(content)["@graph"]}


def ids(entity: Mapping, key: str) -> list[str]:
    found = entity.get(key, [])
    return [each["@id"] for each in (found if isinstance(found, list) else [found])]


@pytest.fixture(scope="module")
def whole(finished_run) -> Graph:
    return graph((finished_run.out / run_folder.CRATE).read_bytes())


# The real run


def test_every_article_is_an_input_by_its_path_size_and_hash_and_no_part_of_the_crate(whole, finished_run):
    files = [path for path in finished_run.articles.rglob("*") if path.is_file()]
    told = {each["name"]: each for name, each in whole.items() if name.startswith("#articles/")}
    assert set(told) == {path.relative_to(finished_run.articles).as_posix() for path in files}
    for path in files:
        each = told[path.relative_to(finished_run.articles).as_posix()]
        assert (each["sha256"], each["contentSize"]) == (sha256(path.read_bytes()), str(path.stat().st_size))
        assert each["@type"] == "CreativeWork"
        assert each["@id"] in ids(whole["#run"], "object")
    assert set(ids(whole["./"], "hasPart")).isdisjoint(each["@id"] for each in told.values())
    assert told["empty.txt"]["description"] == "skipped (empty): 1"


def test_every_file_of_the_run_is_an_output_by_its_type_size_and_hash(whole, finished_run):
    out = finished_run.out
    left = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} - {run_folder.CRATE}
    told = {each["name"]: each for each in whole.values() if each["@type"] == "File"}
    assert set(told) == {name for name in left if not Path(name).name.startswith(".")}
    for name, each in told.items():
        content = (out / name).read_bytes()
        assert (each["sha256"], each["contentSize"]) == (sha256(content), str(len(content)))
        assert each["encodingFormat"] and each["description"], name
    assert set(ids(whole["./"], "hasPart")) == {each["@id"] for each in told.values()}
    assert set(ids(whole["#run"], "result")) == set(ids(whole["./"], "hasPart"))


def test_every_file_but_the_record_was_made_by_one_notebook(whole, finished_run):
    steps = [name for name in ids(whole["./"], "mentions") if name != "#run"]
    assert steps == [f"#{stage.notebook.stem}" for stage in stages.STAGES]
    made = Counter(result for step in steps for result in ids(whole[step], "result"))
    assert set(made.values()) == {1}
    assert set(ids(whole["#run"], "result")) - set(made) == {record.NAME}
    assert "tables/claims.parquet" in ids(whole["#05_chart"], "object")
    assert all(whole[ids(whole[step], "instrument")[0]]["@type"] == "SoftwareSourceCode" for step in steps)


def test_each_forces_report_is_a_step_of_its_own(tmp_path, finished_run):
    entry = record.read(finished_run.out)
    forces = [{**entry["stages"][-1], "force": force, "slug": force.lower()} for force in ("Kent", "Essex")]
    entry["stages"][-1:] = [*forces, entry["stages"][-1]]
    theirs = {
        f"#06_report/{slug}": {f"by-force/{slug}/report.html", f"notebooks/by-force/{slug}.ipynb"}
        for slug in ("kent", "essex")
    }
    for name in ("report.html", "by-force/index.html", *(name for names in theirs.values() for name in names)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    told = {each["@id"]: each for each in json.loads(crate.content(tmp_path, entry))["@graph"]}
    assert {step: set(ids(told[step], "result")) for step in theirs} == theirs
    assert set(ids(told["#06_report"], "result")) == {"report.html", "by-force/index.html"}


def test_parameters_versions_and_times_are_those_of_the_record(whole, finished_run):
    entry = record.read(finished_run.out)
    told = {each["name"]: each["value"] for each in whole.values() if each["@type"] == "PropertyValue"}
    assert set(told) == set(entry["parameters"])
    assert (told["rows"], told["articles"], told["out"]) == (5, "articles, saved", "a {run}")
    assert whole["#cuttings"]["softwareVersion"] == entry["versions"]["cuttings"]
    under = {
        whole[name]["name"]: whole[name]["softwareVersion"] for name in ids(whole["#cuttings"], "softwareRequirements")
    }
    assert under == {name: version for name, version in entry["versions"].items() if name != "cuttings"}
    assert (whole["#run"]["startTime"], whole["#run"]["endTime"]) == (entry["started"], entry["finished"])


def test_it_has_no_path_of_the_machine(finished_run):
    content = (finished_run.out / run_folder.CRATE).read_text("utf-8")
    assert [
        folder
        for folder in (finished_run.articles.parent, finished_run.out.parent, Path.home())
        if str(folder) in content
    ] == []


def test_rocrate_reads_it_back(whole, finished_run):
    read = ROCrate(finished_run.out)
    assert {each.id for each in read.get_entities()} == set(whole)
    assert read.root_dataset["conformsTo"].id == "https://w3id.org/ro/wfrun/process/0.5"
    assert [each.type for each in read.root_dataset["mentions"]] == ["CreateAction"] * (1 + len(stages.STAGES))
    assert read.get("#run")["instrument"]["name"] == "Cuttings"


def test_every_term_is_one_of_the_contexts(whole):
    contexts = [json.loads(path.read_text("utf-8"))["@context"] for path in SCHEMAS.glob("*-context.json")]
    known = {term for context in contexts for term in context}
    used = {key for each in whole.values() for key in each if not key.startswith("@")}
    assert used | {each["@type"] for each in whole.values()} <= known


# Made records

FILES = {"sha256": "ab" * 32, "bytes": 12}


def entry_of(**changes: object) -> dict:
    return {
        "made_by": "cuttings",
        "status": "complete",
        "started": "2026-03-01T09:00:00+00:00",
        "finished": "2026-03-01T09:01:00+00:00",
        "articles": "/srv/desk/saved",
        "parameters": {"articles": "/srv/desk/saved", "out": "/srv/desk/run", "model": "none", "fields": []},
        "versions": {"cuttings": "0.1.0", "python": "3.13.0", "pandas": "3.0.0"},
        "vocabulary": "cd" * 32,
        "casebook": "",
        "files": [],
        "inputs": [],
        "stages": [],
        **changes,
    }


def made(tmp_path: Path, **changes: object) -> Graph:
    return graph(crate.content(tmp_path, entry_of(**changes)))


ARTICLES = {
    "a file": (
        "a.txt",
        FILES,
        [{"file": "a.txt", "sha256": "ab" * 32, "article_id": "a1"}],
        "ab",
        "12",
        "Read as article a1",
    ),
    "records of a file": (
        "box.mbox",
        FILES,
        [{"file": f"box.mbox#{n}", "sha256": f"{n}1" * 32, "article_id": f"a{n}"} for n in (1, 2)],
        "ab",
        "12",
        "articles read: 2",
    ),
    "members of an archive": (
        "desk.zip",
        FILES,
        [
            {"file": "desk.zip/old/a b.html", "sha256": "11" * 32, "article_id": "a1"},
            {"file": "desk.zip/old/c.pdf", "sha256": "", "reason": "broken"},
        ],
        "ab",
        "12",
        "articles read: 1; skipped (broken): 1",
    ),
    "one that changed before it was read": (
        "a.txt",
        FILES,
        [{"file": "a.txt", "sha256": "ef" * 32, "article_id": "a1"}],
        "ef",
        None,
        "Read as article a1",
    ),
    "one that could not be read": (
        "a.txt",
        {"sha256": "", "bytes": None},
        [{"file": "a.txt", "sha256": "", "reason": "unreadable"}],
        None,
        None,
        "skipped (unreadable): 1",
    ),
    "one that the run did not come to": ("a.txt", FILES, [], "ab", "12", None),
    "a name that is markup, and more": ('<b>%2e#?é".txt', FILES, [], "ab", "12", None),
}


@pytest.mark.parametrize(("name", "found", "rows", "digest", "size", "told"), ARTICLES.values(), ids=ARTICLES.keys())
def test_an_input_is_what_was_read(name, found, rows, digest, size, told, tmp_path):
    entities = made(tmp_path, files=[{"file": name, **found}], inputs=rows)
    [each] = [entity for key, entity in entities.items() if key.startswith("#articles/")]
    assert each["name"] == name
    assert not set(each["@id"].removeprefix("#")) & set('#<>"?')
    assert (each.get("sha256"), each.get("contentSize")) == (digest and digest * 32, size)
    assert each.get("description") == told


ENDINGS = {
    "complete": ({}, "CompletedActionStatus", None),
    "failed": (
        {"status": "failed", "error": {"message": "01_ingest stopped: /srv/desk/run/tables is no folder"}},
        "FailedActionStatus",
        "01_ingest stopped: run/tables is no folder",
    ),
    "interrupted": (
        {"status": "failed", "error": {"message": "stopped by KeyboardInterrupt()"}},
        "FailedActionStatus",
        "stopped by KeyboardInterrupt()",
    ),
}


@pytest.mark.parametrize(("changes", "status", "error"), ENDINGS.values(), ids=ENDINGS.keys())
def test_the_action_says_how_the_run_ended(changes, status, error, tmp_path):
    run = made(tmp_path, **changes)["#run"]
    assert run["actionStatus"] == f"http://schema.org/{status}"
    assert run.get("error") == error


def test_the_notebook_that_failed_is_the_one_that_says_so(tmp_path):
    times = {"started": "2026-03-01T09:00:00+00:00", "finished": "2026-03-01T09:00:30+00:00"}
    steps = [{"notebook": name, **times} for name in ("00_setup_check", "01_ingest")]
    error = {"message": "01_ingest stopped", "notebook": "01_ingest"}
    entities = made(tmp_path, status="failed", stages=steps, error=error)
    failed = [name for name, each in entities.items() if each.get("error")]
    assert failed == ["#run", "#01_ingest"]
    assert ids(entities["./"], "mentions") == ["#run", "#00_setup_check", "#01_ingest"]


def test_a_model_is_no_package_of_the_index(tmp_path):
    settings = {**entry_of()["parameters"], "model": "en_core_web_sm"}
    versions = {**entry_of()["versions"], "en_core_web_sm": "3.8.0"}
    found = made(tmp_path, parameters=settings, versions=versions)
    expected = ["pkg:generic/python@3.13.0", "pkg:pypi/pandas@3.0.0", "pkg:generic/en_core_web_sm@3.8.0"]
    assert ids(found["#cuttings"], "softwareRequirements") == expected


def test_a_casebook_is_an_input_by_its_hash(tmp_path):
    entities = made(tmp_path, casebook="12" * 32)
    assert entities["#casebook/decisions.jsonl"]["sha256"] == "12" * 32
    assert "#casebook/decisions.jsonl" in ids(entities["#run"], "object")
    assert "#casebook/decisions.jsonl" not in made(tmp_path)


def test_the_same_record_and_files_give_the_same_bytes_and_nothing_is_copied_or_asked_for(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a crate needs no network")

    monkeypatch.setattr(socket, "socket", refuse)
    made_run.few().write(tmp_path)
    record.write(tmp_path, entry_of())
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    crate.write(tmp_path)
    first = (tmp_path / run_folder.CRATE).read_bytes()
    crate.write(tmp_path)
    assert (tmp_path / run_folder.CRATE).read_bytes() == first
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert {path: time for path, time in after.items() if path.name != run_folder.CRATE} == before


def test_every_ending_that_a_run_writes_has_a_media_type(finished_run):
    assert [each.path for each in outputs.outputs(finished_run.out) if not each.media_type] == []


# The validator


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What roc-validator would fetch, so that it does not; skips the test where it is not set up."""
    if not (VALIDATORS / "rocrate-validator").exists():
        pytest.skip("roc-validator is not there to validate with: sh bin/setup-validators sets it up")
    cache = tmp_path_factory.mktemp("cache") / "contexts"
    subprocess.run([VALIDATORS / "python", Path(__file__).with_name("crate_contexts.py"), cache], check=True)
    return cache


def complaints(out: Path, contexts: Path) -> dict[str, set[str]]:
    """What roc-validator finds wrong with the crate in ``out``, by how much it matters."""
    told = contexts.with_name("told.json")
    told.unlink(missing_ok=True)
    profile = ["-p", "process-run-crate", "-l", "recommended"]
    options = ["--offline", "--cache-path", contexts, "-f", "json", "-o", told, "--no-paging"]
    command = [VALIDATORS / "rocrate-validator", "-y", "validate", out, *profile, *options]
    subprocess.run(command, capture_output=True, check=False)
    found: dict[str, set[str]] = {}
    for issue in json.loads(told.read_text("utf-8"))["issues"]:
        found.setdefault(issue["severity"], set()).add(issue["message"])
    return found


def test_roc_validator_finds_nothing_wrong_with_a_run(finished_run, contexts, tmp_path):
    plain = shutil.copytree(finished_run.out, tmp_path / "run")  # it takes a folder with braces for none
    assert complaints(plain, contexts) == {"RECOMMENDED": UNKNOWN}


def test_roc_validator_finds_nothing_wrong_with_one_that_failed_at_once(tmp_path, contexts):
    record.write(tmp_path, entry_of(status="failed", error={"message": "stopped by KeyboardInterrupt()"}))
    crate.write(tmp_path)
    assert complaints(tmp_path, contexts) == {"RECOMMENDED": UNKNOWN}


BROKEN = {
    "an action without an instrument": ("#run", "instrument", "MUST have an instrument"),
    "files that are no part": ("./", "hasPart", "RootDataEntity"),
    "no licence": ("./", "license", "MUST have a `license`"),
}


@pytest.mark.parametrize(("entity", "key", "says"), BROKEN.values(), ids=BROKEN.keys())
def test_roc_validator_finds_what_was_broken(entity, key, says, tmp_path, contexts):
    record.write(tmp_path, entry_of())
    crate.write(tmp_path)
    path = tmp_path / run_folder.CRATE
    content = json.loads(path.read_text("utf-8"))
    [broken] = [each for each in content["@graph"] if each["@id"] == entity]
    del broken[key]
    path.write_text(json.dumps(content), "utf-8")
    assert [message for message in complaints(tmp_path, contexts).get("REQUIRED", ()) if says in message]
