"""The things of a run as FollowTheMoney entities: articles, forces, bodies, people, and incidents as events."""

import re
from collections.abc import Iterator

from cuttings import tables
from cuttings.exports import graph
from cuttings.exports.addresses import web_address
from cuttings.exports.graph import Entity, Graph, Row, entity, spelt

# The model writes ISO 639-3, and knows some languages only
_LANGUAGES = {"en": "eng", "ga": "gle", "fr": "fra", "de": "deu", "es": "spa", "it": "ita", "nl": "nld", "pl": "pol"}
_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
NO_FINDING = "This is what articles report, and no finding."


def articles(run: Graph) -> Iterator[Entity]:
    """An Article a row of ``articles``, without its text: that belongs to its publisher."""
    for row in run.rows("articles"):
        yield entity(
            "Article",
            graph.article(row),
            title=str(row["title"]),
            fileName=str(row["file"]),
            publisher=str(row["publisher"]),
            author=str(row["author"]),
            publishedAt=day(row["published"]),
            modifiedAt=day(row["updated"]),
            sourceUrl=web_address(str(row["url"])),
            mimeType=str(row["media_type"]),
            language=_LANGUAGES.get(str(row["language"]), ""),
            summary=str(row["standfirst"]),
        )


def organisations(run: Graph) -> Iterator[Entity]:
    """A PublicBody a force, and an Organization a body: among bodies are unions and associations."""
    named: dict[str, str] = {}
    for attribute, column, schema in (("force", "forces", "PublicBody"), ("body", "bodies", "Organization")):
        names = [name for row in run.rows("incidents") for name in tables.split(row[column])]
        names += [str(row["value"]) for row in run.claims() if row["attribute"] == attribute]
        for name in names:
            named.setdefault(name, schema)
    for name, schema in named.items():
        if graph.plain(name):
            yield entity(schema, graph.organisation(name), name=name)


def people(run: Graph) -> Iterator[Entity]:
    """A Person a name in an incident, with what the rows of ``people`` say of it."""
    titles = {row["incident_id"]: row["title"] for row in run.rows("incidents")}
    rows: dict[str, list[Row]] = {}
    for row in run.rows("people"):
        if identity := graph.person(row):
            rows.setdefault(identity, []).append(row)
    for identity, told in rows.items():
        title = titles.get(told[0]["incident_id"], told[0]["incident_id"])
        roles = ", ".join(dict.fromkeys(spelt(row["role"]) for row in told if row["role"]))
        yield entity(
            "Person",
            identity,
            name=str(told[0]["name"]),
            position=[str(row["rank_or_title"]) for row in told],
            summary=f"Named in reports of “{title}”, there as: {roles or 'not said'}. {NO_FINDING}",
            notes=[f"Whether a report may name them: {row['nameable']} ({row['reason']})" for row in told],
            proof=run.those(graph.article(row) for row in told),
        )


def incidents(run: Graph) -> Iterator[Entity]:
    """An Event an incident, with its dates where the model can say them; its forces are involved, nobody else."""
    covered: dict[object, list[str]] = {}
    for row in run.rows("coverage"):
        covered.setdefault(row["incident_id"], []).append(graph.article(row))
    for row in run.rows("incidents"):
        yield entity(
            "Event",
            graph.incident(row["incident_id"]),
            name=str(row["title"]) or f"Incident {row['incident_id']}",
            recordId=str(row["incident_id"]),
            summary=f"Furthest stage that an article reports: {spelt(row['stage']) or 'none'}. {_officers(row)}",
            description=_described(row),
            location=tables.split(row["places"]),
            involved=run.those(map(graph.organisation, tables.split(row["forces"]))),
            proof=run.those(covered.get(row["incident_id"], [])),
            **_dates(str(row["happened"])),
        )


def day(cell: object) -> str:
    """The cell if it is a year, a month or a day as the model writes them, else ``""``."""
    return str(cell) if _DAY.fullmatch(str(cell)) else ""


def _officers(row: Row) -> str:
    count = graph.counted(row["officers_min"], row["officers_max"])
    return f"Officers reported as its subjects: {count or 'not known'}. To be a subject is no finding."


def _described(row: Row) -> list[str]:
    said = (
        ("What is alleged or was found, as the edges to its articles say", "allegations"),
        ("Outcomes reported of some of its subjects", "sanctions"),
        ("Laws named", "laws"),
        ("Platforms named", "platforms"),
        ("Units named", "units"),
        ("Why this stage", "stage_basis"),
    )
    lists = [(label, ", ".join(map(spelt, tables.split(row[name])))) for label, name in said]
    happened = (("Happened (EDTF)", row["happened"]), ("First reported", row["first_reported"]))
    counted = (("Articles", "articles"), ("Claims", "claims"), ("Claims that a person has decided", "reviewed"))
    counts = [(label, graph.counted(row[name], row[name])) for label, name in counted]
    return [*(f"{label}: {value}" for label, value in (*lists, *happened, *counts) if value), NO_FINDING]


def _dates(happened: str) -> dict[str, str]:
    """EDTF as the model's dates; what is approximate, open or one of several stays in the description only."""
    if "/" not in happened:
        return {"date": day(happened)}
    start, end = (day(each) for each in happened.partition("/")[::2])
    return {"startDate": start, "endDate": end}
