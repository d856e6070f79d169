"""What articles report, as FollowTheMoney edges: each says what is said, how far the article goes, and who says it.

A viewer shows an edge's ``role``, so the standing stands there too, and not only in ``status``.
"""

from collections.abc import Iterable, Iterator

from cuttings import tables
from cuttings.exports import graph
from cuttings.exports.addresses import web_address
from cuttings.exports.graph import Entity, Graph, Row, entity, spelt
from cuttings.exports.things import day

_BODY = "investigates, prosecutes or decides, as articles report"


def claims(run: Graph) -> Iterator[Entity]:
    """A Documentation a claim that no reviewer has rejected, from its article to its incident's event."""
    gone = graph.fallen(run.rows("history"))
    told = (
        (row, f"{spelt(row['attribute'])}: {spelt(row['value'])}", graph.standing(row, gone), _said(row))
        for row in run.claims()
    )
    yield from _documented(run, "claim", told)


def subjects(run: Graph) -> Iterator[Entity]:
    """A Documentation a row of ``subjects``, from its article to its incident's event."""
    told = ((row, f"subjects: {_who(row)}", str(row["standing"]), _of_subject(row)) for row in run.rows("subjects"))
    yield from _documented(run, "subject", told)


def _documented(run: Graph, kind: str, told: Iterable[tuple[Row, str, str, str | list[str]]]) -> Iterator[Entity]:
    """Documentations of rows, each with what it says, how far its article goes, and what is to be known of it."""
    published = {
        graph.article(row): {
            "date": day(row["published"]),
            "publisher": str(row["publisher"]),
            "sourceUrl": web_address(str(row["url"])),
        }
        for row in run.rows("articles")
    }
    for row, what, standing, description in told:
        document, event = graph.article(row), graph.incident(row["incident_id"])
        if run.has(document, event):
            yield entity(
                "Documentation",
                graph.identity(kind, row[f"{kind}_id"]),
                document=document,
                entity=event,
                recordId=str(row[f"{kind}_id"]),
                role=f"{what} ({standing or 'reported'})",
                status=standing,
                summary=str(row["evidence"]),
                description=description,
                **published[document],
            )


def coverage(run: Graph) -> Iterator[Entity]:
    """A Documentation a row of ``coverage``: whether the incident is the article's main matter."""
    for row in run.rows("coverage"):
        document, event = graph.article(row), graph.incident(row["incident_id"])
        if run.has(document, event):
            made = graph.identity("coverage", document, event, row["role"])
            role = f"the article's {row['role']} matter" if row["role"] == "main" else f"told of as {row['role']}"
            yield entity("Documentation", made, document=document, entity=event, role=role)


def copies(run: Graph) -> Iterator[Entity]:
    """An UnknownLink from an article that is a copy to the one that is counted."""
    for row in run.rows("articles"):
        copy, counted = graph.article(row), graph.identity("article", row["duplicate_of"])
        if row["duplicate_of"] and run.has(counted):
            made = graph.identity("copy", copy, counted)
            yield entity("UnknownLink", made, subject=copy, object=counted, role="is a copy of, and not counted")


def mentions(run: Graph) -> Iterator[Entity]:
    """A Mention a row of ``people``, and one a force or body that an article's claims name."""
    for row in run.rows("people"):
        named, made = graph.person(row), graph.identity("mention", row["person_id"])
        yield from _mention(run, row, made, named, str(row["name"]), "Person")
    for row in run.claims():
        if schema := {"force": "PublicBody", "body": "Organization"}.get(str(row["attribute"])):
            named = graph.organisation(row["value"])
            made = graph.identity("mention", named, graph.article(row))
            yield from _mention(run, row, made, named, str(row["value"]), schema)


def _mention(run: Graph, row: Row, made: str, named: str, name: str, schema: str) -> Iterator[Entity]:
    document = graph.article(row)
    if run.has(named, document):
        yield entity("Mention", made, document=document, resolved=named, name=name, detectedSchema=schema)


def people(run: Graph) -> Iterator[Entity]:
    """An UnknownLink a row of ``people``, from the person to the incident's event."""
    standings = _standings(run)
    for row in run.rows("people"):
        name, event = graph.person(row), graph.incident(row["incident_id"])
        if not run.has(name, event):
            continue
        standing = standings.get((row["incident_id"], row["article_id"], row["name"]), "")
        role = f"named as: {spelt(row['role']) or 'not said'}"
        yield entity(
            "UnknownLink",
            graph.identity("named", row["person_id"]),
            subject=name,
            object=event,
            recordId=str(row["person_id"]),
            role=f"{role} ({standing})" if standing else role,
            status=standing,
            summary=str(row["evidence"]),
            description="To be named is no finding.",
            proof=run.those([graph.article(row)]),
        )


def bodies(run: Graph) -> Iterator[Entity]:
    """An UnknownLink a body of an incident."""
    for row in run.rows("incidents"):
        event = graph.incident(row["incident_id"])
        for body in run.those(map(graph.organisation, tables.split(row["bodies"]))):
            made = graph.identity("body", body, event)
            yield entity("UnknownLink", made, subject=body, object=event, role=_BODY)


def relations(run: Graph) -> Iterator[Entity]:
    """An UnknownLink between two incidents that an article links or likens; a Note where it says that there is no link.

    An edge that says "not linked" is a link to whoever looks at the picture.
    """
    for row in run.rows("links"):
        one, other = graph.incident(row["from_incident"]), graph.incident(row["to_incident"])
        document = graph.article(row)
        if not run.has(one, document):
            continue
        made = graph.identity("link", one, other, document, row["relation"], row["start"], row["end"])
        said = f"{spelt(row['relation'])}, its article says"
        if row["relation"] != "not_linked" and run.has(other):
            words = str(row["evidence"])
            yield entity("UnknownLink", made, subject=one, object=other, role=said, summary=words, proof=document)
        else:
            named = f" (incident {row['to_incident']})" if row["to_incident"] else ""
            told = f"To another matter{named}: {said}. “{row['evidence']}”"
            yield entity("Note", made, entity=one, name=f"Another matter: {said}", description=told, proof=document)


def checks(run: Graph) -> Iterator[Entity]:
    """A Note a check that does not hold."""
    for row in run.rows("checks"):
        event = graph.incident(row["incident_id"])
        if row["holds"] is False and run.has(event):
            articles = (row["article_id"], row["other_article_id"])
            made = graph.identity("check", event, *articles, row["check"], row["detail"])
            words = "” – “".join(str(row[name]) for name in ("evidence", "other_evidence") if row[name])
            told = f"A check does not hold: {row['check']}. {row['detail']}{f' “{words}”' if words else ''}"
            proof = run.those(graph.identity("article", each) for each in articles)
            yield entity("Note", made, entity=event, name="A check does not hold", description=told, proof=proof)


def _said(row: Row) -> list[str]:
    said_by = f"Said by: {row['said_by'] or 'the article itself'}. Standing: {row['standing']}."
    decided = f"A reviewer: {row['decision']}." if row["decision"] else "No person has decided on it."
    return [said_by, f"Read by: {row['origin']}, {row['rule']}. {decided}"]


def _of_subject(row: Row) -> str:
    outcome = f"Outcome reported: {spelt(row['outcome'])}." if row["outcome"] else ""
    return f"{outcome} To be a subject is no finding."


def _who(row: Row) -> str:
    status = "" if row["status"] == "unknown" else row["status"]
    return f"{row['name'] or graph.counted(row['count_min'], row['count_max']) or 'some'} {status} {row['force']}"


def _standings(run: Graph) -> dict[tuple, str]:
    """How far an article goes for a name in an incident: as its subject, or else as the claim that names them."""
    named = [row for row in run.claims() if row["attribute"] == "person"]
    found = {(row["incident_id"], row["article_id"], row["value"]): str(row["standing"]) for row in reversed(named)}
    as_subjects = [row for row in run.rows("subjects") if row["name"] and row["standing"]]
    for row in reversed(as_subjects):
        found[row["incident_id"], row["article_id"], row["name"]] = str(row["standing"])
    return found
