"""Assembly: accounts to claims, claims to incidents, one row for each real matter over all the articles."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.assemble import checks, matching
from cuttings.assemble.incident_rows import incident_rows
from cuttings.assemble.rows import (
    Link,
    claim_rows,
    coverage_rows,
    link_row,
    people_rows,
    stated_links,
    subject_rows,
)
from cuttings.assemble.stages_reached import Ladder
from cuttings.assemble.told import Told, features, told
from cuttings.casebook import load
from cuttings.review import replay
from cuttings.vocabulary import load as load_vocabulary


def assemble(out: Path, casebook: Path | None = None, vocabulary: Path | None = None) -> None:
    """Read the run's articles, sentences, mentions; write its claims, subjects, people, coverage, links, matches,
    checks and incidents, with the casebook's decisions applied.

    ``vocabulary``: the folder whose codes give the order of the stages; the one that ships with Cuttings by default.
    Raises TableError where a table is missing, VocabularyError for a bad row of the vocabulary.
    """
    ladder = Ladder(load_vocabulary(vocabulary).codes("stage"))
    articles = tables.read("articles", out)
    items, links = _told(out, articles, ladder)
    matches, names = _matched(items, links)
    claimed, _ = replay(_claims(items, names), articles, load(casebook) if casebook else [])
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows: dict[str, Iterable[dict]] = {
        "subjects": (row for item in items for row in subject_rows(item, names[item.key])),
        "people": (row for item in items for row in people_rows(item, names[item.key])),
        "coverage": coverage_rows(items, names),
        "links": (link_row(link, names, texts) for link in links),
        "matches": (vars(match) for match in matches),
        "checks": [*_checks(items, names), *checks.between(_standing(claimed), articles)],
    }
    tables.write("claims", claimed, out)
    for name, content in rows.items():
        tables.write(name, tables.frame(name, list(content)), out)
    tables.write("incidents", _incidents(out, articles, ladder), out)


def named_items(out: Path) -> list[tuple[Told, str]]:
    """The accounts of the run in ``out`` that are incidents, each with the id that its incident has in the tables."""
    items, links = _told(out, tables.read("articles", out), Ladder(load_vocabulary().codes("stage")))
    _, names = _matched(items, links)
    return [(item, names[item.key]) for item in items]


def _told(out: Path, articles: pd.DataFrame, ladder: Ladder) -> tuple[list[Told], list[Link]]:
    """The accounts that are incidents, and what the articles state of two of them."""
    sentences = tables.read("sentences", out)
    items = told(articles, sentences, tables.read("mentions", out), ladder)
    return items, stated_links(sentences, {item.key for item in items})


def _matched(items: list[Told], links: list[Link]) -> tuple[Iterable[matching.Match], dict[str, str]]:
    """The compared pairs of accounts, and the incident of each account's key.

    An incident has the id of its earliest account, so that it keeps it when later articles are added, and that it does
    not depend on the order of files.
    """
    apart = {frozenset((link.left, link.right)) for link in links if link.right and link.relation == "not_linked"}
    found = matching.match([features(item) for item in items], apart)
    days = {item.key: item.account.published or _UNDATED for item in items}
    firsts = {key: min(group, key=lambda one: (days[one], one)) for key, group in found.groups.items()}
    return found.matches, {key: account_id(first) for key, first in firsts.items()}


_UNDATED = "~"  # after every date


def account_id(key: str) -> str:
    """The id of an incident that an account with this key is the earliest of."""
    return "i" + hashlib.sha256(key.encode()).hexdigest()[:8]


def _claims(items: list[Told], names: Mapping[str, str]) -> pd.DataFrame:
    return tables.frame("claims", [row for item in items for row in claim_rows(item, names[item.key])])


def _checks(items: list[Told], names: Mapping[str, str]) -> Iterator[dict]:
    for item in items:
        for check in checks.inside(item.account.article_id, item.ledger):
            yield {"incident_id": names[item.key], **vars(check)}


def _standing(claimed: pd.DataFrame) -> pd.DataFrame:
    """The claims that no reviewer has rejected."""
    return claimed[claimed["decision"] != "rejected"]


def _incidents(out: Path, articles: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """The incidents of the tables as they were written, so that a run and its tables cannot differ."""
    others = {name: tables.read(name, out) for name in ("coverage", "people", "checks")}
    published = dict(zip(articles["article_id"], articles["published"], strict=True))
    claims = _standing(tables.read("claims", out))
    return tables.frame("incidents", incident_rows(claims, others, published, ladder))
