"""Do figures, dates and stages agree, inside an article and between articles? What holds and what does not are rows.

Each row names the two passages that it compares. A conflict is shown, not settled: a later article may well count more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from cuttings.assemble.accounts import Account
from cuttings.assemble.claim import Claim
from cuttings.assemble.history import Report, Standing
from cuttings.assemble.stages.reached import Ladder
from cuttings.assemble.subjects.groups import Group, sum_of
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.assemble.subjects.totals import Total
from cuttings.assemble.told import Told
from cuttings.dates import timespan
from cuttings.extract.counts.numbers import written

_COMPARED = ("officers_total", "officers_serving", "officers_former", "happened")


@dataclass(frozen=True)
class Passage:
    """Words of an article: its id and the offsets."""

    article_id: str
    start: int
    end: int
    words: str


def _words(account: Account, start: int, end: int) -> Passage:
    return Passage(account.article_id, start, end, account.text[start:end])


@dataclass(frozen=True)
class Check:
    """A row of the table checks before it has its incident."""

    check: str
    holds: bool
    detail: str
    left: Passage
    right: Passage

    def row(self, incident: str) -> dict:
        """The row, for this incident."""
        left, right = self.left, self.right
        return {
            "incident_id": incident,
            "article_id": left.article_id,
            "check": self.check,
            "holds": self.holds,
            "detail": self.detail,
            **{"start": left.start, "end": left.end, "evidence": left.words},
            **{"other_article_id": right.article_id, "other_start": right.start, "other_end": right.end},
            "other_evidence": right.words,
        }


def inside(item: Told) -> Iterator[Check]:
    """Checks of one account: its total against other numbers, its counts, its headline, and its dates in order."""
    total = item.ledger.total
    if total is not None:
        yield from _stands_out(item.account, item.ledger, total)
        yield from _added_up(item.account, item.ledger, total)
        yield from _headline(item.account, item.ledger, total)
    yield from _dates(item)


def _stands_out(account: Account, ledger: Ledger, total: Total) -> Iterator[Check]:
    """Whether the total was chosen clearly over the number that came next."""
    if ledger.rival is None:
        return
    chosen, next_to_it = (written(each.least, each.most) for each in (total, ledger.rival))
    detail = f"{chosen} ({ledger.likely:.0%} likely); next to it {next_to_it}"
    given, other = _of(account, total.groups), _of(account, ledger.rival.groups)
    yield Check("one total stands out", ledger.likely >= _CLEARLY, detail, given, other)


_CLEARLY = 0.7  # below it two in three were right in plain news, one in three in articles that are hard on purpose


def _added_up(account: Account, ledger: Ledger, total: Total) -> Iterator[Check]:
    given = _of(account, total.groups)
    if ledger.serving and ledger.former:
        added = ledger.serving.least + ledger.former.least
        detail = f"{ledger.serving.least} serving + {ledger.former.least} former = {added}; total {total.least}"
        parts = _of(account, (*ledger.serving.groups, *ledger.former.groups))
        yield Check("serving + former = total", added == total.least, detail, given, parts)
    if len(ledger.subjects) > 1:
        added = sum_of(ledger.subjects)[0]
        terms = " + ".join(str(group.least) for group in ledger.subjects)
        detail = f"{terms} = {added}; total {total.least}"
        yield Check("subjects = total", added == total.least, detail, given, _of(account, ledger.subjects))


def _headline(account: Account, ledger: Ledger, total: Total) -> Iterator[Check]:
    """A headline may count a part ("Two sacked" of eight); a number that the body does not have is a conflict."""
    counted = [m for m in account.of("OFFICERS") if m.police and m.value.isdigit()]
    above = [m for m in counted if account.piece(m.start).part != "body"]
    below = [m for m in counted if m not in above]
    if not (above and below):
        return
    said, groups = above[0], [group for group in (*total.groups, *ledger.subjects) if group.mention not in above]
    known = (
        {m.value for m in below} | {str(group.least) for group in groups} | ({str(total.least)} if groups else set())
    )
    holds = said.value in known
    beside = next((m for m in below if m.value == said.value), max(below, key=lambda m: int(m.value)))
    told = f"{total.least} in all" if holds else ", ".join(sorted({m.value for m in below}, key=int)) + " in the body"
    part = ": a part" if holds and int(said.value) != total.least else ""
    detail = f"{said.value} in the headline; {told}{part}"
    left, right = (_words(account, mention.start, mention.end) for mention in (said, beside))
    yield Check("headline agrees with body", holds, detail, left, right)


def _of(account: Account, groups: Iterable[Group]) -> Passage:
    """The words of groups, from the first to the last; the first's alone where they stand far apart."""
    groups = sorted(groups, key=lambda group: group.start)
    start, end = groups[0].start, max(group.end for group in groups)
    end = end if end - start < _FAR else groups[0].end
    return _words(account, start, end)


_FAR = 300  # characters


def _dates(item: Told) -> Iterator[Check]:
    """The conduct before it came out, and both before the article that tells of them."""
    dated = {claim.attribute: claim for claim in item.claims if claim.attribute in {"happened", "announced"}}
    happened, announced = dated.get("happened"), dated.get("announced")
    if happened and announced:
        yield from _in_order(item.account, happened, announced.value, announced)
    for claim in dated.values():
        yield from _in_order(item.account, claim, item.account.published, None)


def _in_order(account: Account, earlier: Claim, later: str, by: Claim | None) -> Iterator[Check]:
    first, last = timespan.bounds(earlier.value), timespan.bounds(later) if later else None
    if not (first and first[0] and last and last[1]):
        return
    left, right = (_words(account, claim.start, claim.end) for claim in (earlier, by or earlier))
    what = by.attribute if by else "published"
    detail = f"{earlier.attribute} {earlier.value}; {what} {later}"
    yield Check(f"{earlier.attribute} before {what}", first[0] <= last[1], detail, left, right)


def between(claims: pd.DataFrame, support: pd.DataFrame, published: Mapping[str, str]) -> Iterator[dict]:
    """Checks of an incident over its articles: do they give one number of officers, and one time of the conduct?

    ``claims``: those that no reviewer has rejected; ``support``: that table, by which the best-supported value comes
    first; ``published``: the day of each article, or empty.
    """
    ranks = support.set_index(["incident_id", "attribute", "value"])["rank"]
    compared = claims[claims["attribute"].isin(_COMPARED)]
    differ: set[str] = set()
    for (attribute, incident), rows in sorted(compared.groupby(["attribute", "incident_id"]), key=_total_first):
        parts = attribute in {"officers_serving", "officers_former"}
        if rows["article_id"].nunique() < 2 or (parts and incident in differ):
            continue  # where the totals differ, so do their parts
        place = [ranks[incident, attribute, value] for value in rows["value"]]
        rows = rows.assign(place=place).sort_values(["place", "article_id"])
        best = rows.iloc[0]
        others = [row for row in rows.itertuples() if not _agree(attribute, best["value"], row.value)]
        other = others[0] if others else rows[rows["article_id"] != best["article_id"]].iloc[0]
        told = sorted(
            {(published[row.article_id] or "undated", row.value, row.article_id) for row in rows.itertuples()}
        )
        detail = "; ".join(f"{day}: {value} ({article})" for day, value, article in told)
        check = f"articles agree on {attribute}"
        differ |= {incident} if others else set()
        yield Check(check, not others, detail, _passage(best), _passage(other)).row(incident)


def _total_first(group: tuple[tuple[str, str], pd.DataFrame]) -> tuple[int, str]:
    attribute, incident = group[0]
    return _COMPARED.index(attribute), incident


def _agree(attribute: str, left: str, right: str) -> bool:
    if attribute != "happened":
        return left == right
    ours, theirs = timespan.bounds(left), timespan.bounds(right)
    if ours is None or theirs is None:
        return left == right
    return not (_ends_before(ours, theirs) or _ends_before(theirs, ours))


def _ends_before(left: timespan.Bounds, right: timespan.Bounds) -> bool:
    return left[1] is not None and right[0] is not None and left[1] < right[0]


def _passage(row: object) -> Passage:
    return Passage(row.article_id, int(row.start), int(row.end), row.evidence)


def in_time(incident: str, told: list[Report], now: Standing, ladder: Ladder) -> Iterator[dict]:
    """Checks of an incident over time: whether later articles have it as far as earlier ones, and take nothing back.

    ``told``: its reports, in the order of time. An article that tells of it by the way may well say less.
    """
    dated = [report for report in told if report.published and report.main]
    for earlier, later in pairwise(dated):
        back = ladder.is_before(later.stage, earlier.stage)
        detail = f"{earlier.published}: {earlier.stage}; {later.published}: {later.stage}"
        yield Check("stages in order", not back, detail, _reported(earlier), _reported(later)).row(incident)
    gone = [report for report in told if report.article_id in now.superseded]
    for report in told:
        for words in report.back:
            detail = f"{report.published or 'undated'}: an outcome is taken back; it stands at {now.stage}"
            taken, lost = _words(report.account, words.start, words.end), _reported((gone or [report])[0])
            yield Check("no outcome is taken back", False, detail, taken, lost).row(incident)


def _reported(report: Report) -> Passage:
    step = report.steps[-1]
    return _words(report.account, step.start, step.end)
