"""One incident in several articles: how well accounts are put together, counted by pairs and by accounts (B-cubed).

B-cubed (Bagga and Baldwin, 1998) asks of each account how much of what it was put with belongs with it, and how much of
what belongs with it is there; pairs weigh an incident of ten articles more than its ten accounts do.

Measured three times, so that it shows where a fault lies: end to end, where an account that was not found is put with
nothing; of the accounts that were found; and of gold's own accounts, as if all had been read without a fault.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import pandas as pd

from cuttings.assemble.matching import Features, match
from cuttings.assemble.told import by_values, proper_names
from cuttings.scoring.alignment import Score
from cuttings.scoring.gold import Gold, Row
from cuttings.scoring.pairing import Pairing, Run, pair_up

Item = tuple[str, Hashable, Hashable]  # an account: its file, gold's incident, the run's

_OFFICERS = frozenset({"officer", "former_officer"})
_COLUMNS = {
    "measured": "string",
    "accounts": "Int64",
    **dict.fromkeys(("pair_precision", "pair_recall", "b3_precision", "b3_recall"), "Float64"),
}


def scores(gold: Gold, run: Run) -> pd.DataFrame:
    """A row for each of the three measures: ``measured, accounts, pair_precision, pair_recall, b3_precision,
    b3_recall``; <NA> where there is nothing to divide.

    ``accounts``: those of incidents that several articles tell of, in gold or in the run. Pairs are of two articles.
    """
    pairings = pair_up(gold, run)
    measures = {
        "end to end": list(accounts(pairings)),
        "accounts found": list(accounts(pairings, found_only=True)),
        "gold's accounts": list(_of_gold(gold, run, pairings)),
    }
    rows = [{"measured": name, **_measures(items)} for name, items in measures.items()]
    return pd.DataFrame(rows, columns=list(_COLUMNS)).astype(_COLUMNS)


def accounts(pairings: Iterable[Pairing], found_only: bool = False) -> Iterator[Item]:
    """Every account of gold's or the run's; one that only one of them has is like nothing else."""
    for pairing in pairings:
        for i, account in enumerate(pairing.golden):
            if i in pairing.pairs or not (found_only or account.optional):
                yield pairing.file, account.incident, pairing.mate(account.incident) or object()
        if not found_only:
            yield from ((pairing.file, object(), one.incident_id) for one in pairing.unpaired)


def pairwise(items: Sequence[Item]) -> Score:
    """Pairs of accounts, in two articles, that gold holds to be one incident against those that the run does."""
    together = [(a[1] == b[1], a[2] == b[2]) for a, b in combinations(items, 2) if a[0] != b[0]]
    wanted, given = (sum(pair[side] for pair in together) for side in (0, 1))
    right = sum(all(pair) for pair in together)
    return Score(wanted, given, right, given - right, wanted - right)


def b_cubed(items: Sequence[Item]) -> tuple[int, float | None, float | None]:
    """Over the accounts of incidents that several articles tell of: how many, and B-cubed precision and recall."""
    wanted, given = Counter(item[1] for item in items), Counter(item[2] for item in items)
    both = Counter(item[1:] for item in items)
    several = [item for item in items if wanted[item[1]] > 1 or given[item[2]] > 1]
    if not several:
        return 0, None, None
    precision = sum(both[item[1:]] / given[item[2]] for item in several) / len(several)
    recall = sum(both[item[1:]] / wanted[item[1]] for item in several) / len(several)
    return len(several), precision, recall


def _measures(items: Sequence[Item]) -> dict[str, object]:
    pairs, (count, precision, recall) = pairwise(items), b_cubed(items)
    return {
        "accounts": count,
        "pair_precision": pairs.tp / pairs.found if pairs.found else None,
        "pair_recall": pairs.tp / pairs.gold if pairs.gold else None,
        "b3_precision": precision,
        "b3_recall": recall,
    }


def _of_gold(gold: Gold, run: Run, pairings: Iterable[Pairing]) -> Iterator[Item]:
    """Gold's accounts, put together by the run's rules."""
    files, features = {}, {}
    for pairing in pairings:
        article = run.articles.get(pairing.file)
        for account in pairing.golden:
            if article is not None and not account.optional:
                key = f"{pairing.file}/{account.incident}"
                files[key] = (pairing.file, account.incident)
                features[key] = _features(key, gold, pairing.file, account.incident, article)
    for key, group in match(features.values()).groups.items():
        yield *files[key], group[0]


def _features(key: str, gold: Gold, file: str, incident: str, article: Mapping) -> Features:
    """What an account of gold's is told by."""
    claims, people, subjects = (gold.of(table, file, incident) for table in ("claims", "people", "subjects"))
    named = {row["name"] for row in people if row["role"] in _OFFICERS} | {row["name"] for row in subjects} - {""}

    def values(attribute: str) -> frozenset[str]:
        return frozenset(row["value"] for row in claims if row["attribute"] == attribute)

    return Features(
        key=key,
        article_id=file,
        published=article["published"],
        **by_values(values),
        subjects=frozenset(named),
        total=next(iter(sorted(values("officers_total"))), ""),
        counts=frozenset(row["count_min"] for row in subjects) | values("officers_total"),
        names=proper_names(_sentences(claims, article["text"]), _covered(people, claims)),
        people=frozenset(row["name"] for row in people if row["role"] in {"victim", "family", "other"}),
    )


def _sentences(claims: Iterable[Row], text: str) -> list[str]:
    """The sentences, roughly, that hold the words of the claims."""
    found = {}
    for row in claims:
        at = text.find(row["evidence"]) if row["evidence"] else -1
        if at >= 0:
            start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
            ends = [end for mark in (". ", "\n") if (end := text.find(mark, at + len(row["evidence"]))) >= 0]
            found[start] = text[start : min(ends, default=len(text))]
    return list(found.values())


def _covered(people: Iterable[Row], claims: Iterable[Row]) -> set[str]:
    """Words of what has a column of its own."""
    values = [row["value"] for row in claims if row["attribute"] in {"force", "body", "platform", "law"}]
    return {word for name in [*values, *(row["name"] for row in people)] for word in name.split()}


def report_lines(gold: Gold, run: Run) -> str:
    """What ``scores`` returns, as text to print; that there is nothing to say where gold does not judge it."""
    if "same incident" in gold.unjudged:
        return "one incident in several articles: this gold does not say"
    lines = ["one incident in several articles: P and R by pairs, P and R by B-cubed, accounts"]
    for row in scores(gold, run).itertuples():
        rates = "  ".join(f"{'-':>5}" if pd.isna(rate) else f"{rate:.3f}" for rate in row[3:])
        lines.append(f"{row.measured.ljust(16)}{rates}{row.accounts:>7}")
    return "\n".join(lines)
