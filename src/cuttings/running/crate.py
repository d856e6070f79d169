"""``ro-crate-metadata.json``: the provenance of a run for other programs, made from ``run.json`` and the run's folder.

A Process Run Crate: an action for the run, and one for each notebook that ran in it, with what each took and made.
Sources: RO-Crate 1.1, https://w3id.org/ro/crate/1.1, and the profile, https://w3id.org/ro/wfrun/process/0.5.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from rocrate.model import Entity
from rocrate.rocrate import ROCrate

from cuttings import tables
from cuttings.running import parameters, record, run_folder, stages
from cuttings.running.crate_entities import Entities, add, articles, files, settings, words
from cuttings.running.stages import Stage

_PROFILE = "https://w3id.org/ro/wfrun/process/0.5"
_TERMS = "https://w3id.org/ro/terms/workflow-run/context"  # RO-Crate 1.1 itself has no sha256
_DESCRIPTION = (
    "A run of Cuttings: incidents that saved news articles report, every cell with the words it was read from. What a "
    "row says is what an article reports, and no finding. Private: it holds articles' texts, and names that may not "
    "be published. The saved articles themselves are not in here; they are told of by path, size and hash."
)
_LICENCE = (
    "None is given. The articles, and what is cited of them in texts, tables, exports and notebooks, belong to their "
    "publishers. Cuttings itself is under the MIT licence."
)


def write(out: Path) -> None:
    """Write the crate of the run in ``out``, which has ended: its ``run.json`` says how. Nothing else is touched."""
    tables.write_whole(out / run_folder.CRATE, content(out, record.read(out)))


def content(out: Path, entry: Mapping) -> bytes:
    """The crate of the run in ``out`` whose record is ``entry``; the same record and files give the same bytes."""
    crate = ROCrate(version="1.1")
    crate.metadata.extra_contexts.append(_TERMS)
    given, saved, beside, made = settings(crate, entry), articles(crate, entry), words(crate, entry), files(crate, out)
    run = _run(crate, entry, [*saved.values(), *beside.values(), *given.values()], made)
    steps = [_step(crate, entry, step, given, saved, made) for step in entry["stages"]]
    links = {"hasPart": _flat(list(made.values())), "mentions": _flat([run, *steps])}
    for key, value in {**_root(crate, entry), **links}.items():
        crate.root_dataset[key] = value
    return (json.dumps(crate.metadata.generate(), ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _root(crate: ROCrate, entry: Mapping) -> dict[str, object]:
    return {
        "name": f"Incidents reported in {Path(entry['articles']).name}: a run of Cuttings",
        "description": _DESCRIPTION,
        "datePublished": entry["finished"],  # RO-Crate asks for a date by this name; nothing is published by it
        "license": add(crate, "#licence", "CreativeWork", name="No licence", description=_LICENCE),
        "conformsTo": add(crate, _PROFILE, "CreativeWork", name="Process Run Crate", version="0.5"),
    }


def _run(crate: ROCrate, entry: Mapping, taken: list[Entity], made: Entities) -> Entity:
    told = {
        "name": "A run of Cuttings",
        "description": "cuttings run ARTICLES --out OUT, with the parameters that are among its objects",
        "startTime": entry["started"],
        "endTime": entry["finished"],
        **_ending(entry, entry["status"] == "failed"),
    }
    return _action(crate, "#run", _software(crate, entry), taken, list(made.values()), told)


def _step(crate: ROCrate, entry: Mapping, step: Mapping, given: Entities, saved: Entities, made: Entities) -> Entity:
    """The action of one notebook; what it took of the run's are the tables that the stages before it wrote."""
    stage = next(each for each in stages.STAGES if each.notebook.stem == step["notebook"])
    mine = [given[each.name] for each in parameters.of_notebook(stage.notebook) if each.name in given]
    earlier = [made[path] for each in stages.before(stage.verb) for path in each.written if path in made]
    read = list(saved.values()) if stage.verb == "ingest" else earlier
    told = {
        "name": f"The notebook {step['notebook']}{' for ' + step['force'] if 'force' in step else ''}",
        "description": "run by papermill, with the parameters that are among its objects",
        "startTime": step["started"],
        "endTime": step["finished"],
        **_ending(entry, entry.get("error", {}).get("notebook") == step["notebook"]),
    }
    result = [entity for path, entity in made.items() if stage.makes(path) and _of_force(path) == step.get("slug", "")]
    name = "/".join([f"#{step['notebook']}", *([step["slug"]] if "slug" in step else [])])
    return _action(crate, name, _source(crate, entry, stage), [*read, *mine], result, told)


def _of_force(path: str) -> str:
    """The slug of the force whose report or notebook a file is; empty for the others."""
    parts = path.removeprefix("notebooks/").split("/")
    return parts[1].removesuffix(".ipynb") if parts[0] == "by-force" and parts[1] != "index.html" else ""


def _action(
    crate: ROCrate, name: str, instrument: Entity, taken: list[Entity], made: list[Entity], told: dict
) -> Entity:
    kind = {"@type": "CreateAction"}
    return crate.add_action(instrument, name, object=_flat(taken), result=_flat(made), properties={**kind, **told})


def _flat(entities: list[Entity]) -> Entity | list[Entity]:
    """As JSON-LD is compacted: one by itself, several in a list."""
    return entities[0] if len(entities) == 1 else entities


def _ending(entry: Mapping, failed: bool) -> dict[str, object]:
    """How an action ended, in schema.org's words; an error without the machine's paths."""
    status = {"actionStatus": f"http://schema.org/{'Failed' if failed else 'Completed'}ActionStatus"}
    if not failed:
        return status
    why = entry["error"]["message"]
    places = [str(value) for name, value in entry["parameters"].items() if name in parameters.FOLDERS and value]
    for place in sorted(places, key=len, reverse=True):
        why = why.replace(place, Path(place).name)
    return {**status, "error": why}


def _software(crate: ROCrate, entry: Mapping) -> Entity:
    """Cuttings in its version, with the packages that it ran on, by package URL (https://github.com/package-url)."""
    kind, versions = "SoftwareApplication", dict(entry["versions"])
    elsewhere = {"python", entry["parameters"].get("model")}  # than in the index of Python's packages
    about = "Reads saved news articles into a table of incidents; it reads, and does not judge"
    cuttings = {"name": "Cuttings", "softwareVersion": versions.pop("cuttings"), "description": about}
    under = []
    for name, version in versions.items():
        where = "generic" if name in elsewhere else "pypi"
        under.append(add(crate, f"pkg:{where}/{name}@{version}", kind, name=name, softwareVersion=version))
    return add(crate, "#cuttings", kind, **cuttings, softwareRequirements=under)


def _source(crate: ROCrate, entry: Mapping, stage: Stage) -> Entity:
    """The notebook as it stands in Cuttings; the one in the crate is what became of it."""
    told = {"name": stage.notebook.name, "version": entry["versions"]["cuttings"], "programmingLanguage": "Python"}
    sha256 = hashlib.sha256(stage.notebook.read_bytes()).hexdigest()
    return add(crate, f"#source/{stage.notebook.name}", "SoftwareSourceCode", **told, sha256=sha256)
