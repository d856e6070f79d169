"""What a run took and made, as entities of its crate: parameters, articles, words, decisions, and the files of OUT."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from rocrate.model import ContextEntity, Entity
from rocrate.rocrate import ROCrate

from cuttings.running import parameters, stages
from cuttings.running.outputs import outputs

Entities = dict[str, Entity]


def add(crate: ROCrate, identifier: str, kind: str, **properties: object) -> Entity:
    """An entity that is no file of the crate; a property that is not known (None, empty) is left out."""
    known = {key: value for key, value in properties.items() if value not in (None, "", [])}
    return crate.add(ContextEntity(crate, identifier, {"@type": kind, **known}))


def settings(crate: ROCrate, entry: Mapping) -> Entities:
    """Every parameter by its name; of a folder its own name alone, for where it lies is the machine's affair."""
    known = parameters.of_suite(stage.notebook for stage in stages.STAGES)
    found = {}
    for name, value in entry["parameters"].items():
        told = Path(str(value)).name if name in parameters.FOLDERS else value
        help_ = known[name].help if name in known else ""
        found[name] = add(crate, f"#parameter/{name}", "PropertyValue", name=name, description=help_)
        found[name]["value"] = told
    return found


def articles(crate: ROCrate, entry: Mapping) -> Entities:
    """The files of the articles' folder by path. They are no part of the crate, and so none of its ``File`` s."""
    files = {row["file"]: row for row in entry.get("files", [])}
    came: dict[str, list[Mapping]] = {}
    for row in entry["inputs"]:
        came.setdefault(_holding(row["file"], files), []).append(row)
    return {name: _article(crate, row, came.get(name, [])) for name, row in files.items()}


def _holding(name: str, files: Collection[str]) -> str:
    """The file that a record is in: ``box.mbox#2`` is in ``box.mbox``, ``desk.zip/week 7/a.html`` in ``desk.zip``."""
    while name and name not in files:
        name = name[: max(name.rfind("/"), name.rfind("#"), 0)]
    return name


def _article(crate: ROCrate, found: Mapping, came: Sequence[Mapping]) -> Entity:
    """A file as it was when the run began; where it was changed before it was read, the hash is of what was read."""
    read = next((row["sha256"] for row in came if row["file"] == found["file"] and row["sha256"]), found["sha256"])
    size = str(found["bytes"]) if found["sha256"] == read and read else None
    return add(
        crate,
        f"#articles/{quote(found['file'])}",
        "CreativeWork",
        name=found["file"],
        sha256=read,
        contentSize=size,
        description=_came_of(came),
    )


def _came_of(rows: Sequence[Mapping]) -> str:
    if len(rows) == 1 and "article_id" in rows[0]:
        return f"Read as article {rows[0]['article_id']}"
    reasons = Counter(row.get("reason", "") for row in rows)
    told = [f"articles read: {reasons.pop('')}"] if "" in reasons else []
    return "; ".join([*told, *(f"skipped ({reason}): {count}" for reason, count in sorted(reasons.items()))])


def words(crate: ROCrate, entry: Mapping) -> Entities:
    """What a run reads beside the articles: the vocabulary, and the reviewers' decisions where a casebook was given."""
    about = "The words and rules that were looked for; the version is a hash over its files"
    told = {"name": "vocabulary", "description": about, "version": entry["vocabulary"]}
    found = {"vocabulary": add(crate, "#vocabulary", "CreativeWork", **told)}
    if entry.get("casebook"):
        name, about = "casebook/decisions.jsonl", "The reviewers' decisions, as they were when the run began"
        told = {"name": name, "description": about, "sha256": entry["casebook"]}
        found["casebook"] = add(crate, f"#{name}", "CreativeWork", **told)
    return found


def files(crate: ROCrate, out: Path) -> Entities:
    """The files that the run left in its folder, by their paths in it; they are described where they lie."""
    found = {}
    for each in outputs(out):
        told = {"encodingFormat": each.media_type, "description": each.meaning, "sha256": each.sha256}
        known = {key: value for key, value in told.items() if value}
        properties = {"name": each.path, "contentSize": str(each.bytes), **known}
        found[each.path] = crate.add_file(dest_path=each.path, properties=properties)
    return found
