"""The pieces that a file of FollowTheMoney entities is made of: ids, values that the model takes, rows of tables."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from cuttings.telling.redaction import WITHHELD

Row = Mapping[str, object]
Entity = dict[str, object]

# The model takes 384 characters of a name, 1,024 of a label, and 65,000 of a text
_LONGEST = {"name": 380, "summary": 10_000, "description": 10_000, "notes": 10_000}
_LABEL = 1000
_BLANK = re.compile(r"\s+")
_NO_SHAPE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass
class Graph:
    """The tables of a run, those of their rows that were read, and the ids of the entities made of them so far."""

    data: Mapping[str, pd.DataFrame]
    read: dict[str, list[Row]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    def rows(self, name: str) -> list[Row]:
        """The rows of a table; none if it was not given."""
        if name not in self.read:
            self.read[name] = records(self.data[name]) if name in self.data else []
        return self.read[name]

    def claims(self) -> list[Row]:
        """The claims that no reviewer has rejected."""
        return [row for row in self.rows("claims") if row["decision"] != "rejected"]

    def new(self, entities: Iterable[Entity]) -> Iterator[Entity]:
        """The entities whose id was not there yet, in their order."""
        for each in entities:
            if each["id"] not in self.ids:
                self.ids.add(str(each["id"]))
                yield each

    def has(self, *ids: str) -> bool:
        """Whether there is an entity for each of the ids: an edge must not lead nowhere."""
        return self.ids.issuperset(ids)

    def those(self, ids: Iterable[str]) -> list[str]:
        """Those of the ids that there is an entity for, sorted."""
        return sorted(self.ids.intersection(ids))


def records(frame: pd.DataFrame) -> list[Row]:
    """The rows of a table as mappings, ``None`` for what is missing in any of them."""
    columns = [[None if value is pd.NA else value for value in frame[name].tolist()] for name in frame.columns]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def identity(kind: str, *parts: object) -> str:
    """An id that is the same in every run for the same parts: ``cuttings-`` and a hash of them."""
    return f"cuttings-{hashlib.sha256(chr(0).join([kind, *map(str, parts)]).encode()).hexdigest()[:40]}"


def article(row: Row) -> str:
    """The id of the article that a row of any table is of."""
    return identity("article", row["article_id"])


def incident(incident_id: object) -> str:
    """The id of an incident's event."""
    return identity("incident", incident_id)


def organisation(name: object) -> str:
    """The id of a force or another body: the same in every run, so that what several runs say of it meets."""
    return identity("organisation", plain(name))


def person(row: Row) -> str:
    """The id of the person in a row of ``people``: one for a name in an incident, for a namesake may be another man.

    ``""`` for a name that is withheld: two of these may be one person or two.
    """
    name = plain(row["name"])
    return identity("person", row["incident_id"], name) if name and WITHHELD not in name else ""


def entity(schema: str, identity: str, **properties: str | Iterable[str]) -> Entity:
    """An entity; a property is a text or several, and one that is empty is left out."""
    cleaned = {name: _values(name, value) for name, value in properties.items()}
    return {
        "id": identity,
        "schema": schema,
        "properties": {name: values for name, values in cleaned.items() if values},
    }


def plain(text: object) -> str:
    """A text on one line, without characters that have no shape."""
    return _NO_SHAPE.sub("", _BLANK.sub(" ", str(text))).strip()


def spelt(code: object) -> str:
    """A code as words: ``under_investigation`` is "under investigation"."""
    return str(code).replace("_", " ")


def fallen(rows: Iterable[Row]) -> set[tuple]:
    """The stages that no longer stand, from rows of ``history``: as (incident, article, stage, start, end)."""
    names = ("incident_id", "article_id", "stage", "start", "end")
    return {tuple(row[name] for name in names) for row in rows if row["stands"] is False}


def standing(claim: Row, gone: set[tuple]) -> str:
    """How far the article goes in a claim, and whether that stands: ``found; does not stand, see history``."""
    of = (claim["incident_id"], claim["article_id"], claim["value"], claim["start"], claim["end"])
    fell = claim["attribute"] == "stage" and of in gone
    return f"{claim['standing']}{'; does not stand, see history' if fell else ''}"


def counted(least: object, most: object) -> str:
    """How many, between two numbers of a table: ``5``, ``5 to 7``, ``at least 5``; ``""`` if neither is known."""
    if least is None or most is None:
        return f"at most {most}" if most is not None else f"at least {least}" if least is not None else ""
    return f"{least}" if least == most else f"{least} to {most}"


def _values(name: str, value: str | Iterable[str]) -> list[str]:
    longest = _LONGEST.get(name, _LABEL)
    texts = [plain(each) for each in ([value] if isinstance(value, str) else value)]
    return list(dict.fromkeys(_cut(text, longest) for text in texts if text))


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 2].rstrip()} …"
