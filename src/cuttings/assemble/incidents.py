"""Assembly: accounts to claims, claims to incidents, one row for each real matter over all the articles."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.assemble import checks, matching
from cuttings.assemble.history import history_rows, reports, stands_at
from cuttings.assemble.incident_rows import incident_rows
from cuttings.assemble.naming import over_articles
from cuttings.assemble.rows import (
    Link,
    claim_rows,
    coverage_rows,
    link_row,
    people_rows,
    stated_links,
    subject_rows,
)
from cuttings.assemble.stages.reached import Ladder
from cuttings.assemble.support import Origins, origins, support_rows, with_support
from cuttings.assemble.told import Told, features, told
from cuttings.casebook import load
from cuttings.review import replayed
from cuttings.review.accounts import accounts
from cuttings.review.replay import Replay
from cuttings.vocabulary import load as load_vocabulary


def assemble(out: Path, casebook: Path | None = None, vocabulary: Path | None = None) -> None:
    """Read the run's articles, sentences, mentions; write its claims, subjects, people, coverage, links, matches,
    history, support, checks and incidents, with the casebook's decisions applied, and orphans: those that fit nothing.

    ``vocabulary``: the folder whose codes give the order of the stages; the one that ships with Cuttings by default.
    Raises TableError where a table is missing, VocabularyError for a bad row of the vocabulary.
    """
    words = load_vocabulary(vocabulary)
    ladder = Ladder(words.codes("stage"))
    articles = tables.read("articles", out)
    decisions = load(casebook) if casebook else ()
    decided = Replay(decisions, articles, words.codes)
    sentences = tables.read("sentences", out)
    items, links = _told(out, articles, sentences, ladder)
    matches, names = _matched(items, links, decided)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    data = {
        "subjects": tables.frame("subjects", (row for item in items for row in subject_rows(item, names[item.key]))),
        "people": decided.people(_people(items, names, articles)),
        "coverage": tables.frame("coverage", coverage_rows(items, names)),
        "links": tables.frame("links", (link_row(link, names, texts) for link in links)),
        "matches": tables.frame("matches", (_matched_row(match, names) for match in matches)),
    }
    claimed = tables.frame("claims", (row for item in items for row in claim_rows(item, names[item.key])))
    known = origins(articles, data["people"], claimed, words)
    claimed = decided.claims(claimed, accounts(sentences, data["coverage"]))
    data["claims"] = with_support(claimed, known)
    data["orphans"] = decided.orphans(claimed)
    data["people"] = _rejected(data["people"], claimed)
    data |= _over_articles(items, names, data | {"articles": articles}, known, ladder)
    for name, table in data.items():
        tables.write(name, table, out)
    replayed.note(out, decisions)


def _over_articles(
    items: list[Told], names: Mapping[str, str], data: Mapping[str, pd.DataFrame], known: Origins, ladder: Ladder
) -> dict[str, pd.DataFrame]:
    """What the articles say of each incident together: the tables history, support, checks and incidents."""
    standing = data["claims"][data["claims"]["decision"] != "rejected"]
    reported = reports(items, names, standing, ladder)
    now = {incident: stands_at(told, known.sources, ladder) for incident, told in reported.items()}
    stages = [(incident, told, now[incident], ladder) for incident, told in sorted(reported.items())]
    found = {
        "history": tables.frame("history", (row for of in stages for row in history_rows(*of))),
        "support": tables.frame("support", support_rows(standing, data["coverage"], data["articles"], known)),
    }
    compared = [
        *(check.row(names[item.key]) for item in items for check in checks.inside(item)),
        *checks.between(standing, found["support"], _days(data["articles"])),
        *(row for of in stages for row in checks.in_time(*of)),
    ]
    found["checks"] = tables.frame("checks", compared)
    rows = incident_rows({**data, **found, "claims": standing}, now, known.sources)
    others = _other_ids(names)
    return found | {
        "incidents": tables.frame("incidents", (row | {"other_ids": others[row["incident_id"]]} for row in rows))
    }


def _matched_row(match: matching.Match, names: Mapping[str, str]) -> dict:
    return vars(match) | {"left_incident": names[match.left], "right_incident": names[match.right]}


def _people(items: list[Told], names: Mapping[str, str], articles: pd.DataFrame) -> pd.DataFrame:
    found = tables.frame("people", (row for item in items for row in people_rows(item, names[item.key])))
    return over_articles(found, _days(articles))


def _rejected(people: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The people; of those whose claim a reviewer has rejected none may be named for it, nor has an incident them.

    The row stays: were it dropped, a namesake who may be named would open the way for this name too.
    """
    said = claims[(claims["attribute"] == "person") & (claims["decision"] == "rejected")]
    gone = set(zip(said["incident_id"], said["article_id"], said["value"], strict=True))
    rows = zip(people["incident_id"], people["article_id"], people["name"], strict=True)
    rejected = pd.Series([row in gone for row in rows], dtype=bool) & (people["rule"] != "reviewer")
    people.loc[rejected, ["nameable", "rule", "reason"]] = ["no", "rejected", "a reviewer has rejected the claim"]
    return people


def _days(articles: pd.DataFrame) -> dict[str, str]:
    return dict(zip(articles["article_id"], articles["published"], strict=True))


def _other_ids(names: Mapping[str, str]) -> dict[str, str]:
    """Of each incident the ids that its other accounts would give it."""
    found: dict[str, list[str]] = {}
    for key, incident in sorted(names.items()):
        found.setdefault(incident, []).extend({account_id(key)} - {incident})
    return {incident: tables.join(ids) for incident, ids in found.items()}


def named_items(out: Path) -> list[tuple[Told, str]]:
    """The accounts of the run in ``out`` that are incidents, each with the id that its incident has in the tables, as
    if no reviewer had decided anything.
    """
    articles = tables.read("articles", out)
    ladder = Ladder(load_vocabulary().codes("stage"))
    items, links = _told(out, articles, tables.read("sentences", out), ladder)
    _, names = _matched(items, links, Replay((), articles))
    return [(item, names[item.key]) for item in items]


def _told(out: Path, articles: pd.DataFrame, sentences: pd.DataFrame, ladder: Ladder) -> tuple[list[Told], list[Link]]:
    """The accounts that are incidents, and what the articles state of two of them."""
    items = told(articles, sentences, tables.read("mentions", out), ladder)
    return items, stated_links(sentences, {item.key for item in items})


def _matched(items: list[Told], links: list[Link], decided: Replay) -> tuple[Iterable[matching.Match], dict[str, str]]:
    """The compared pairs of accounts, and the incident of each account's key.

    An incident has the id of its earliest account, so that it keeps it when later articles are added, and that it does
    not depend on the order of files.
    """
    apart = {frozenset((link.left, link.right)) for link in links if link.right and link.relation == "not_linked"}
    pairs = decided.pairs((item.key, item.account.article_id, item.account.pieces[0].start) for item in items)
    found = matching.match([features(item) for item in items], apart, pairs)
    days = {item.key: item.account.published or _UNDATED for item in items}
    firsts = {group: min(group, key=lambda key: (days[key], key)) for group in set(found.groups.values())}
    names = {key: account_id(firsts[group]) for key, group in found.groups.items()}
    decided.matched(names)
    return found.matches, names


_UNDATED = "~"  # after every date


def account_id(key: str) -> str:
    """The id of an incident that an account with this key is the earliest of."""
    return "i" + hashlib.sha256(key.encode()).hexdigest()[:8]
