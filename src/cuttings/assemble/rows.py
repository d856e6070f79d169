"""The rows of the tables that accounts give: claims, subjects, people, coverage, links."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from cuttings import tables
from cuttings.assemble.accounts import MAIN, firsts
from cuttings.assemble.claim import Claim
from cuttings.assemble.naming import may_name
from cuttings.assemble.stages.reached import furthest_standing, standing_of, taken_up
from cuttings.assemble.subjects.groups import Group
from cuttings.assemble.told import Told


@dataclass(frozen=True)
class Link:
    """What an article says of two accounts, by their keys (``right`` empty: of a matter that is no incident here)."""

    left: str
    right: str
    relation: str
    article_id: str
    start: int
    end: int


def claim_rows(item: Told, incident: str) -> Iterator[dict]:
    """The rows of an account's claims; ``derived_from``: the ids that the claims a derived one stands on would have."""
    for claim in item.claims:
        yield {
            "claim_id": _claim_id(item, claim),
            "incident_id": incident,
            "article_id": item.account.article_id,
            "attribute": claim.attribute,
            "value": claim.value,
            "start": claim.start,
            "end": claim.end,
            "evidence": item.account.text[claim.start : claim.end],
            "standing": claim.standing,
            "said_by": claim.said_by,
            "origin": claim.origin,
            "rule": claim.rule,
            "derived_from": tables.join(_claim_id(item, part) for part in claim.stands_on),
        }


def _claim_id(item: Told, claim: Claim) -> str:
    return f"{item.key}/{claim.attribute}/{claim.value}/{claim.start}-{claim.end}"


def subject_rows(item: Told, incident: str) -> Iterator[dict]:
    """The rows of an account's subjects: its counted groups, or those who are named."""
    stage = next(iter(item.values("stage")), "")
    force = [name for name in item.values("force") if not name.startswith("unnamed")]
    for number, group in enumerate(item.ledger.subjects, 1):
        yield {
            "subject_id": f"{incident}/{item.key}/{number}",
            "incident_id": incident,
            "article_id": item.account.article_id,
            "count_min": group.least,
            "count_max": group.most,
            "status": _status(item, group, stage),
            "force": force[0] if len(force) == 1 else "",
            "rank": group.rank,
            "name": group.name,
            "standing": _standing(item, group, stage),
            "outcome": group.outcome,
            "start": group.start,
            "end": group.end,
            "evidence": item.account.text[group.start : group.end],
        }


def _standing(item: Told, group: Group, stage: str) -> str:
    """How far it goes for one subject: for somebody who is named, by their own steps, not by their sentence's words."""
    said = group.mention.standing
    if group.name:
        own = furthest_standing(item.account, group.name)
        said = own if own in {"cleared", "found", "charged"} else said if said in {"denied", "admitted"} else ""
    return standing_of(stage, group.outcome, said)


def _status(item: Told, group: Group, stage: str) -> str:
    """As it is told; police whom somebody looks into, and who are not told of as former, are serving."""
    if group.status in {"serving", "former", "staff"}:
        return group.status
    serving, total = item.ledger.serving, item.ledger.total
    all_of_them = bool(serving and total and serving.least == total.least)
    police = group.head == "police" or group.mention.officer
    return "serving" if all_of_them or (police and taken_up(stage)) else "unknown"


def people_rows(item: Told, incident: str) -> Iterator[dict]:
    """The rows of the people that an account names, each at the first mention."""
    for number, mention in enumerate(firsts(item.account.of("PERSON")), 1):
        answer = may_name(item.account, mention)
        yield {
            "person_id": f"{incident}/{item.key}/{number}",
            "incident_id": incident,
            "article_id": item.account.article_id,
            "name": mention.value,
            "role": mention.detail.get("role", "other"),
            "rank_or_title": mention.detail.get("title", ""),
            **{"nameable": answer.nameable, "rule": answer.rule, "reason": answer.reason},
            "start": mention.start,
            "end": mention.end,
            "evidence": mention.text,
        }


def coverage_rows(told: Iterable[Told], names: Mapping[str, str]) -> Iterator[dict]:
    """A row for each incident and article that tells of it; ``names``: the incident of each account's key."""
    for item in told:
        yield {
            "incident_id": names[item.key],
            "article_id": item.account.article_id,
            "account": item.account.number,
            "role": "main" if item.is_main else "background",
        }


def stated_links(sentences: pd.DataFrame, keys: set[str]) -> list[Link]:
    """The relations that the table sentences states of the run's incidents; ``keys``: of their accounts."""
    found = []
    for row in sentences[sentences["relation"] != ""].itertuples():
        account = MAIN if pd.isna(row.account) else row.account  # context says it of the main matter
        left, right = f"{row.article_id}/{account}", f"{row.article_id}/{row.related_account}"
        if left in keys:
            # a sentence that is parted between two matters goes on where the next row begins
            rest = sentences[(sentences["article_id"] == row.article_id) & (sentences["start"] == row.end)]["end"]
            end = max([row.end, *rest])
            found.append(Link(left, right if right in keys else "", row.relation, row.article_id, row.start, end))
    return found


def link_row(link: Link, names: Mapping[str, str], texts: Mapping[str, str]) -> dict:
    """The row of a stated relation; ``texts``: the text of each article."""
    return {
        "from_incident": names[link.left],
        "to_incident": names.get(link.right, ""),
        "relation": link.relation,
        "article_id": link.article_id,
        "start": link.start,
        "end": link.end,
        "evidence": texts[link.article_id][link.start : link.end],
    }
