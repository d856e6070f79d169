"""Which of the incidents that a run found in an article is which of gold's, and what of each it got right.

Shared values decide: an article's incidents are paired one to one so that the most values agree in all.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from cuttings.scoring.gold import ONCE, Gold, Row, alternatives

SLOTS = ("force", "platform", "allegation", "body", "sanction", *ONCE)
_EXACT = 10
_AS_WRITTEN = (*ONCE, "happened", "announced")


class Score(NamedTuple):
    """How many values gold has, the run found, and of these are right, wrong and missing."""

    gold: int = 0
    found: int = 0
    tp: int = 0
    fp: int = 0
    fn: int = 0


class Reading(NamedTuple):
    """A value that gold has, what else will do (``none``: nothing at all), and whether it may be left out."""

    value: str
    alternatives: frozenset[str]
    optional: bool
    standing: str


@dataclass(frozen=True)
class Account:
    """What gold says that one article says of one incident: its readings by attribute."""

    file: str
    incident: str
    role: str
    optional: bool
    readings: Mapping[str, tuple[Reading, ...]]

    @property
    def stages(self) -> set[str]:
        """The stages that a careful reader could give."""
        readings = self.readings.get("stage", ())
        return {stage for reading in readings for stage in (reading.value, *reading.alternatives)} - {"none"}


@dataclass(frozen=True)
class Found:
    """What a run says that one article says of one incident: attribute to value to the standings it is given with."""

    incident_id: str
    role: str
    values: Mapping[str, Mapping[str, frozenset[str]]]
    stages: frozenset[str]


def key(attribute: str, value: str) -> str:
    """A value as it is compared: without case, punctuation and spacing; a number or an EDTF date as it is written.

    >>> key("force", "Met. Police & Co"), key("officers_total", "6.."), key("force", "Unnamed force in the west")
    ('met police and co', '6..', 'unnamed')
    """
    if attribute in _AS_WRITTEN:
        return value.strip().removesuffix(".0")
    words = re.sub(r"[\W_]+", " ", value.casefold().replace("&", " and ")).strip()
    return "unnamed" if attribute in ("force", "body") and words.startswith("unnamed") else words


def accounts(gold: Gold, file: str) -> list[Account]:
    """Gold's incidents of one article."""
    return [_account(gold, row) for row in gold.of("coverage", file)]


def _account(gold: Gold, covered: Row) -> Account:
    readings: dict[str, dict[str, Reading]] = {}
    for row in gold.of("claims", covered["file"], covered["incident"]):
        reading = _reading(row)
        readings.setdefault(row["attribute"], {}).setdefault(reading.value, reading)
    for force in tuple(
        readings.get("force", ())
    ):  # a force that investigates its own people: naming it as a body is optional
        bodies = readings.setdefault("body", {})
        bodies[force] = bodies.get(force, Reading(force, frozenset(), True, ""))._replace(optional=True)
    values = {attribute: tuple(of.values()) for attribute, of in readings.items()}
    return Account(covered["file"], covered["incident"], covered["role"], covered["optional"] == "yes", values)


def _reading(row: Row) -> Reading:
    other = frozenset(key(row["attribute"], value) for value in alternatives(row))
    value = key(row["attribute"], row["value"])
    # "other" says only that no code fits: nothing to be right or wrong about
    return Reading(value, other, row["optional"] == "yes" or value == "other", row["standing"])


def found(coverage: Iterable[Mapping], claims: Iterable[Mapping]) -> list[Found]:
    """A run's incidents of one article, from its rows of coverage and claims; rejected claims left out."""
    roles = {row["incident_id"]: row["role"] for row in coverage}
    standing = [row for row in claims if row["decision"] != "rejected" and row["value"]]
    incidents = dict.fromkeys([*roles, *(row["incident_id"] for row in standing)])
    return [
        _found(name, roles.get(name, ""), [row for row in standing if row["incident_id"] == name]) for name in incidents
    ]


def _found(incident_id: str, role: str, claims: list[Mapping]) -> Found:
    values: dict[str, dict[str, frozenset[str]]] = {}
    for row in claims:
        of, value = values.setdefault(row["attribute"], {}), key(row["attribute"], row["value"])
        standings = of.get(value, frozenset()) | {row["standing"]}
        if row["attribute"] in ONCE:  # of several, the last is what the run says
            of.clear()
        if value != "other":
            of[value] = standings
    stages = frozenset(key("stage", row["value"]) for row in claims if row["attribute"] == "stage")
    return Found(incident_id, role, values, stages)


def compare(readings: Sequence[Reading], values: Iterable[str]) -> Score:
    """How the values found for one attribute do against gold's readings of it.

    A reading counts as right by its value or by one of its alternatives, each value found serving once. An optional one
    counts neither way. What no reading allows is wrong.
    """
    values = set(values)
    wanted = [reading for reading in readings if not reading.optional]
    spare = values - {reading.value for reading in readings}
    right = missing = 0
    for reading in wanted:
        instead = min(reading.alternatives & spare, default=None)
        if reading.value in values:
            right += 1
        elif instead is not None:
            right += 1
            spare.discard(instead)
        else:
            missing += "none" not in reading.alternatives
    allowed = {value for reading in readings for value in (reading.value, *reading.alternatives)}
    return Score(len(wanted), len(values), right, len(values - allowed), missing)


def align(golden: Sequence[Account], founds: Sequence[Found]) -> dict[int, int]:
    """Position in gold to position in the run, one to one, so that the most values of SLOTS are right in all.

    Incidents that share no right value are never paired. Of equals, incidents that gold must have go before optional
    ones, and those with fewer wrong values before others.
    """
    return assign([[_likeness(account, one) for one in founds] for account in golden])


def _likeness(account: Account, one: Found) -> float:
    """Right values in SLOTS, and less than one more for what decides between equals; 0 if none is right."""
    scores = [compare(account.readings.get(slot, ()), one.values.get(slot, ())) for slot in SLOTS]
    right, wrong = sum(score.tp for score in scores), sum(score.fp for score in scores)
    return right + 0.01 * (not account.optional) + 0.001 / (1 + wrong) if right else 0.0


def assign(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    """Row to column, one to one, with the greatest sum of weights; pairs of weight 0 are left out.

    Exact where the shorter side has at most ten; past that the greatest weights go first.
    """
    if not weights or not weights[0]:
        return {}
    if len(weights[0]) > len(weights):
        return {row: column for column, row in assign(list(zip(*weights, strict=True))).items()}
    if len(weights[0]) > _EXACT or len(weights) > _EXACT**2:
        return _greedy(weights)

    @cache
    def best(row: int, used: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if row == len(weights):
            return 0.0, ()
        choices = [best(row + 1, used)]
        for column, weight in enumerate(weights[row]):
            if weight > 0 and not used >> column & 1:
                total, pairs = best(row + 1, used | 1 << column)
                choices.append((total + weight, ((row, column), *pairs)))
        return max(choices, key=lambda choice: choice[0])

    return dict(best(0, 0)[1])


def _greedy(weights: Sequence[Sequence[float]]) -> dict[int, int]:
    ranked = sorted(((-weight, i, j) for i, row in enumerate(weights) for j, weight in enumerate(row) if weight > 0))
    pairs: dict[int, int] = {}
    for _, row, column in ranked:
        if row not in pairs and column not in pairs.values():
            pairs[row] = column
    return pairs
