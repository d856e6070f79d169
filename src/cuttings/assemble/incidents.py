"""Assembly: accounts to claims, claims to incidents, one row for each real matter over all the articles."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.assemble import checks, matching
from cuttings.assemble.accounts import MAIN, Account, Mention, accounts
from cuttings.assemble.claims import STAGES, Claim, claims, opens_on_police, standing_of, tells_of_the_beat
from cuttings.assemble.ledger import Group, Ledger, ledger
from cuttings.assemble.naming import may_name
from cuttings.casebook import load
from cuttings.review import replay


@dataclass(frozen=True)
class Told:
    """An account that is an incident of the beat, with its ledger and claims."""

    account: Account
    ledger: Ledger
    claims: tuple[Claim, ...]

    def values(self, attribute: str) -> list[str]:
        """The values of its claims of one attribute."""
        return [claim.value for claim in self.claims if claim.attribute == attribute]


def assemble(out: Path, casebook: Path | None = None) -> None:
    """Read the run's articles, sentences, mentions; write its claims, subjects, people, coverage, links, matches,
    checks and incidents, with the casebook's decisions applied.
    """
    articles = tables.read("articles", out)
    told = _told(articles, tables.read("sentences", out), tables.read("mentions", out))
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    links = _relations(tables.read("sentences", out), {item.account.key for item in told})
    apart = {frozenset((left, right)) for left, right, relation, *_ in links if relation == "not_linked"}
    found = matching.matches([_features(item) for item in told], apart)
    names = _names(matching.groups([item.account.key for item in told], found))
    claimed = tables.frame("claims", [row for item in told for row in _claim_rows(item, names[item.account.key])])
    claimed, _ = replay(claimed, articles, load(casebook) if casebook else [])
    checked = [row for item in told for row in _check_rows(item, names[item.account.key])]
    rows: dict[str, Iterable[dict]] = {
        "subjects": [row for item in told for row in _subject_rows(item, names[item.account.key])],
        "people": [row for item in told for row in _people_rows(item, names[item.account.key])],
        "coverage": _coverage(told, names),
        "links": [_link_row(link, names, texts) for link in links],
        "matches": [vars(match) for match in found],
        "checks": [*checked, *checks.between(_standing(claimed), articles)],
    }
    tables.write("claims", claimed, out)
    for name, content in rows.items():
        tables.write(name, tables.frame(name, content), out)
    tables.write("incidents", _incidents(out, articles), out)


def _told(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> list[Told]:
    found = []
    for account in accounts(articles, sentences, mentions):
        book = ledger(account)
        said = claims(account, book)
        if tells_of_the_beat(account, said):
            found.append(Told(account, book, tuple(said)))
    return found


def _names(groups: dict[str, str]) -> dict[str, str]:
    """An incident's id is made from the first of its accounts' keys, so that it does not depend on the order of files."""
    return {key: "i" + hashlib.sha256(first.encode()).hexdigest()[:8] for key, first in groups.items()}


def _features(item: Told) -> matching.Features:
    def values(attribute: str) -> frozenset[str]:
        return frozenset(item.values(attribute))

    return matching.Features(
        item.account.key, item.account.article_id, item.account.published, values("force"),
        frozenset(mention.value for mention in item.account.subjects()), values("unit"), values("platform"),
        values("allegation"), values("happened"), next(iter(item.values("officers_total")), ""), _proper_names(item.account),
        frozenset(m.value for m in item.account.of("PERSON") if m.detail.get("role") in {"victim", "family", "other"}),
    )  # fmt: skip


_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][a-zà-ÿ]{2,}")


def _proper_names(account: Account) -> frozenset[str]:
    """Words with a capital inside its sentences that no mention covers: places, the name of a chat, an operation."""
    covered = {word for m in account.of("PERSON", "FORCE", "BODY", "PLATFORM", "DATE", "LAW", "RANK") for word in m.text.split()}
    words = {m.group() for piece in account.pieces for m in _CAPITAL.finditer(account.text, piece.start, piece.end)}
    return frozenset(words - covered - _NO_NAMES)


_NO_NAMES = frozenset("Police Constable Sergeant Inspector Superintendent Chief Officer Officers Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mrs Act "
    "January February March April May June July August September October November December English British Facebook Court Christmas Commissioner Detective".split())


def _claim_id(item: Told, claim: Claim) -> str:
    return f"{item.account.key}/{claim.attribute}/{claim.value}/{claim.start}-{claim.end}"


def _claim_rows(item: Told, incident: str) -> Iterator[dict]:
    """The rows of an account's claims; the claims that a derived one stands on come as the text of ``derived_from``."""
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


def _subject_rows(item: Told, incident: str) -> Iterator[dict]:
    stage = next(iter(item.values("stage")), "alleged")
    force = item.values("force")
    serving = item.ledger.serving is not None and item.ledger.total is not None and item.ledger.serving.least == item.ledger.total.least
    for number, group in enumerate(item.ledger.subjects, 1):
        status = group.status if group.status in {"serving", "former", "staff"} else "serving" if serving else "unknown"
        yield {
            "subject_id": f"{incident}/{item.account.key}/{number}",
            "incident_id": incident,
            "article_id": item.account.article_id,
            "count_min": group.least,
            "count_max": group.most,
            "status": status,
            "force": force[0] if len(force) == 1 else "",
            "rank": group.rank,
            "name": group.name,
            "standing": standing_of(stage, group.outcome, group.mention.standing),
            "outcome": group.outcome,
            **_evidence(item.account, group),
        }


def _evidence(account: Account, group: Group) -> dict:
    return {"start": group.start, "end": group.end, "evidence": account.text[group.start : group.end]}


def _people_rows(item: Told, incident: str) -> Iterator[dict]:
    firsts: dict[str, Mention] = {}
    for mention in item.account.of("PERSON"):
        firsts.setdefault(mention.value, mention)
    for number, mention in enumerate(firsts.values(), 1):
        answer, reason = may_name(item.account, mention)
        yield {
            "person_id": f"{incident}/{item.account.key}/{number}",
            "incident_id": incident,
            "article_id": item.account.article_id,
            "name": mention.value,
            "role": mention.detail.get("role", "other"),
            "rank_or_title": mention.detail.get("title", ""),
            "nameable": answer,
            "reason": reason,
            "start": mention.start,
            "end": mention.end,
            "evidence": mention.text,
        }


def _coverage(told: list[Told], names: dict[str, str]) -> list[dict]:
    roles: dict[tuple[str, str], str] = {}
    for item in told:
        key = (names[item.account.key], item.account.article_id)
        main = item.account.number == MAIN and opens_on_police(item.account)
        if main or key not in roles:
            roles[key] = "main" if main else "background"
    return [{"incident_id": incident, "article_id": article, "role": role} for (incident, article), role in roles.items()]


def _relations(sentences: pd.DataFrame, keys: set[str]) -> list[tuple]:
    """Stated relations as (left account, right account, relation, article, start, end); only from incidents of the run."""
    found = []
    for row in sentences[sentences["relation"] != ""].itertuples():
        left, right = f"{row.article_id}/{row.account}", f"{row.article_id}/{row.related_account}"
        if left in keys:
            found.append((left, right if right in keys else "", row.relation, row.article_id, row.start, row.end))
    return found


def _link_row(link: tuple, names: dict[str, str], texts: dict[str, str]) -> dict:
    left, right, relation, article, start, end = link
    return {
        "from_incident": names[left], "to_incident": names.get(right, ""), "relation": relation, "article_id": article,
        "start": start, "end": end, "evidence": texts[article][start:end],
    }  # fmt: skip


def _check_rows(item: Told, incident: str) -> Iterator[dict]:
    for check in checks.inside(item.account.article_id, item.ledger):
        yield {"incident_id": incident, **vars(check)}


def _standing(claimed: pd.DataFrame) -> pd.DataFrame:
    """The claims that no reviewer has rejected."""
    return claimed[claimed["decision"] != "rejected"]


def _incidents(out: Path, articles: pd.DataFrame) -> pd.DataFrame:
    read = {name: tables.read(name, out) for name in ("claims", "coverage", "people", "checks")}
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    return tables.frame(
        "incidents",
        [
            _incident(incident, rows, read, published)
            for incident, rows in _standing(read["claims"]).groupby("incident_id", sort=True)
        ],
    )


def _incident(incident: str, rows: pd.DataFrame, read: dict[str, pd.DataFrame], published: dict[str, str]) -> dict:
    def values(attribute: str) -> list[str]:
        return list(dict.fromkeys(rows[rows["attribute"] == attribute]["value"]))

    def best(attribute: str) -> str:
        counts = rows[rows["attribute"] == attribute]["value"].value_counts()
        return sorted(counts.index, key=lambda value: (-counts[value], value))[0] if len(counts) else ""

    def mine(name: str) -> pd.DataFrame:
        return read[name][read[name]["incident_id"] == incident]

    totals = [int(value) for value in values("officers_total") if value.isdigit()]
    stage = max(values("stage"), key=STAGES.index, default="")
    people = mine("people")
    dates = sorted(day for article in mine("coverage")["article_id"] if (day := published[article]))
    row = {
        "incident_id": incident,
        "forces": tables.join(values("force")),
        "units": tables.join(values("unit")),
        "officers_min": min(totals, default=None),
        "officers_max": max(totals, default=None),
        "officers_serving": best("officers_serving") or None,
        "officers_former": best("officers_former") or None,
        "people": tables.join(people[people["role"].isin(["officer", "former_officer"])]["name"]),
        "platforms": tables.join(values("platform")),
        "allegations": tables.join(values("allegation")),
        "laws": tables.join(values("law")),
        "bodies": tables.join(values("body")),
        "stage": stage,
        "sanctions": tables.join(values("sanction")),
        "happened": best("happened"),
        "first_reported": next(iter(dates), ""),
        "places": tables.join(values("place")),
        "articles": len(mine("coverage")),
        "claims": len(rows),
        "reviewed": int((rows["decision"] != "").sum()),
        "conflicts": int((mine("checks")["holds"] == False).sum()),  # noqa: E712 - <NA> is neither
    }
    return {**row, "title": _title(row)}


def _title(row: dict) -> str:
    """A line to know an incident by: force, how many, platform, year; nothing that is not in its columns."""
    forces = tables.split(row["forces"])
    count = row["officers_max"]
    officers = "" if count is None else "1 officer" if count == 1 else f"{count} officers"
    parts = [forces[0] if forces else "Unnamed force", officers, next(iter(tables.split(row["platforms"])), "")]
    year = (row["happened"] or row["first_reported"])[:4]
    return ", ".join(part for part in [*parts, year] if part)
