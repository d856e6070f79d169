"""In what two runs were made differently, as far as their ``run.json`` says."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import NamedTuple

from cuttings.running.parameters import FOLDERS

# Where a run lies, what its notebooks show and what becomes of its report changes no result
_NO_MATTER = frozenset(FOLDERS) - {"casebook"} | frozenset(
    ("article", "incident", "rows", "reviewer", "force", "pdf", "must_review", "least_reviewed")
)
_DIGITS = 8  # of a digest: enough to tell two apart


class Setting(NamedTuple):
    """Something that run.json has otherwise, in words; ``old`` or ``new`` is empty where one of them does not say."""

    name: str
    old: str
    new: str


def differences(old: Mapping[str, object], new: Mapping[str, object]) -> tuple[Setting, ...]:
    """The versions, the vocabulary and the parameters that differ between two records; takes any content of them."""
    digests = [str(record.get("vocabulary") or "")[:_DIGITS] for record in (old, new)]
    vocabulary = [Setting("vocabulary", *digests)] if digests[0] != digests[1] else []
    versions = _differing(part(old, "versions"), part(new, "versions"), "version of ")
    parameters = _differing(_parameters(old), _parameters(new), "parameter ")
    return (*vocabulary, *versions, *parameters)


def _differing(old: Mapping[str, str], new: Mapping[str, str], kind: str) -> Iterator[Setting]:
    for name in sorted(old.keys() | new.keys()):
        if old.get(name, "") != new.get(name, ""):
            yield Setting(kind + name, old.get(name, ""), new.get(name, ""))


def _parameters(record: Mapping[str, object]) -> dict[str, str]:
    """A folder is told by whether it was given, and a model by its name: their places are a machine's."""
    given = {name: value for name, value in part(record, "parameters").items() if name not in _NO_MATTER}
    if "casebook" in given:
        given["casebook"] = "given" if given["casebook"] else "none"
    if "model" in given:
        given["model"] = PurePath(given["model"]).name
    return given


def part(record: Mapping[str, object], name: str) -> dict[str, str]:
    """A part of a record as words; empty where there is none, or it is something else."""
    found = record.get(name)
    if not isinstance(found, Mapping):
        return {}
    return {str(name): _words(value) for name, value in found.items()}


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
