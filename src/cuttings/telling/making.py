"""How a report was made: what with, with which settings, how much of it people have reviewed, how well it reads.

No time and no place of a machine is in it: the same run gives the same words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from cuttings import __version__, tables, vocabulary
from cuttings.running import parameters, record, stages
from cuttings.scoring import measured
from cuttings.telling.wording import ATTRIBUTES, count_of, listed

# Folders, who worked on it, and what a notebook shows: none of them changes what is read
_LEFT_OUT = frozenset({*parameters.FOLDERS, "reviewer", "rows", "article", "incident"})
_READERS = ("ingest", "annotate", "assemble")


@dataclass(frozen=True)
class Reviewed:
    """How far the review of one column has got."""

    what: str
    claims: int
    accepted: int
    corrected: int
    rejected: int

    @property
    def share(self) -> str:
        """In 100, rounded down: all is not said before it is all."""
        return f"{100 * (self.accepted + self.corrected + self.rejected) // self.claims}%"


@dataclass(frozen=True)
class Measure:
    """How well one column was read in a set of articles with gold; both rates are in 100, or a dash."""

    what: str
    cells: tuple[tuple[str, str], ...]


def facts(out: Path, digest: str) -> list[tuple[str, str]]:
    """What the run in ``out`` was made with, as pairs of a name and words; ``digest`` is the vocabulary's."""
    entry = record.read(out)
    versions = entry.get("versions") or record.versions()
    packages = listed([f"{name} {version}" for name, version in versions.items() if name not in ("cuttings", "python")])
    ours = digest == vocabulary.load().digest
    told = [
        ("Program", f"Cuttings {__version__}, on Python {versions['python']}"),
        ("Vocabulary", f"{'the one that ships' if ours else 'another than the one that ships'}, SHA-256 {digest}"),
    ]
    settings = dict(_settings(entry.get("parameters", {})))
    told += [("Model", _model(settings.pop("model", "")))]
    told += [("Parameters", ", ".join(f"{name} {value}" for name, value in settings.items()) or "not recorded")]
    if entry.get("status") == "by hand":
        told.append(("By hand", "notebooks were run one by one, so these are the last parameters that were recorded"))
    return [*told, ("Packages", packages)]


def _settings(values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The parameters that shape what is read, in the order of the notebooks."""
    readers = [stage.notebook for stage in stages.STAGES if stage.verb in _READERS]
    for name in parameters.of_suite(readers):
        if name in values and name not in _LEFT_OUT:
            value = values[name]
            yield name, ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)


def _model(name: str) -> str:
    return {"": "not recorded", "none": "none: rules and vocabulary alone"}.get(name, Path(name).name)


def review(claims: pd.DataFrame) -> list[Reviewed]:
    """How far each column of a run's claims has been reviewed, in the order of a report; those without claims are
    left out."""
    counts = claims.groupby(["attribute", "decision"]).size()
    told = []
    for attribute, what in ATTRIBUTES.items():
        made = {decision: int(counts.get((attribute, decision), 0)) for decision in ("", *_DECISIONS)}
        if sum(made.values()):
            told.append(Reviewed(what, sum(made.values()), *(made[decision] for decision in _DECISIONS)))
    return told


_DECISIONS = ("accepted", "corrected", "rejected")


def accuracy() -> list[Measure]:
    """How well each column is read, as last measured: on each set, of 100 values given how many are right, and of 100
    that gold has how many are found."""
    found = {
        key: dict(zip(rows["column"], rows.itertuples(), strict=True)) for key, rows in measured.read().groupby("set")
    }
    wanted = {**ATTRIBUTES, "main": "Seven main columns together", "subjects": "Subjects"}
    told = []
    for column, what in wanted.items():
        rows = [found[key].get(column) for key in measured.SETS]
        if any(row is not None and not pd.isna(row.gold) and row.gold for row in rows):
            told.append(Measure(what, tuple((_rate(row, "precision"), _rate(row, "recall")) for row in rows)))
    return told


def harms() -> list[str]:
    """The mistakes that do most harm, as last measured, in sentences."""
    kept = measured.read().set_index(["set", "column"])
    told = []
    for key, name in measured.SETS.items():
        beyond, false = kept.loc[(key, "overclaims")], kept.loc[(key, "false_alarms")]
        told.append(
            f"In {name}, {beyond['found']} of {count_of(int(beyond['gold']), 'incident')} had a stage beyond the "
            f"article’s, and an incident was read in {false['found']} of {count_of(int(false['gold']), 'article')} "
            "that have none."
        )
    return told


def _rate(row: object, name: str) -> str:
    rate = None if row is None else getattr(row, name)
    return "–" if rate is None or pd.isna(rate) else str(round(100 * rate))


def furniture(removed: pd.DataFrame) -> tuple[list[tuple[str, int]], dict[str, str]]:
    """What was taken out of pages: how many pieces for each reason, most first, and for each article_id in words."""
    totals = removed["reason"].value_counts().reset_index().sort_values(["count", "reason"], ascending=[False, True])
    of = {
        article: f"{count_of(len(rows), 'piece')}: "
        + ", ".join(f"{reason} {count}" for reason, count in sorted(rows["reason"].value_counts().items()))
        for article, rows in removed.groupby("article_id")
    }
    return [(row.reason, int(row.count_)) for row in totals.rename(columns={"count": "count_"}).itertuples()], of


def read_furniture(out: Path) -> pd.DataFrame:
    """The table furniture of a run; empty where the run was assembled from tables that have none."""
    return tables.read("furniture", out) if tables.exists("furniture", out) else tables.frame("furniture", [])
