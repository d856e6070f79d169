"""The history of an incident: which stages its articles report, in the order of time, and how far it has got by now.

A later article that takes an outcome back (cleared on appeal, reinstated, a conviction quashed) ends what was reported
before it: the row stays, and says that it no longer stands. Where articles differ, the lesser stage is the safer one.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from cuttings.assemble.accounts import Account
from cuttings.assemble.stages.late_steps import borne_out
from cuttings.assemble.stages.reached import Ladder, held, reached
from cuttings.assemble.support import told_in
from cuttings.assemble.taken_back import taken_back
from cuttings.assemble.told import Told
from cuttings.dates import timespan

_BESIDE = 80  # characters between a step and the date that it is told with
_CLEARED = "concluded_no_action"
_CONVICTED = frozenset({"convicted", "sentenced"})
# What a single article is not believed on against several later ones
_GRAVE = _CONVICTED | {"charged", "criminal_trial", "concluded_sanction"}


@dataclass(frozen=True)
class Step:
    """A stage that an account reports (``stage`` empty: an outcome is taken back), its EDTF date if that is said, and
    the offsets of the words.
    """

    stage: str
    date: str
    start: int
    end: int


@dataclass(frozen=True)
class Report:
    """How far one article has the matter, and whether it is its main matter.

    ``steps``: what it reports, the furthest last; ``back``: where it says that an outcome was taken back, and
    ``of_one``: whether that is said of one of several subjects.
    """

    account: Account
    main: bool
    steps: tuple[Step, ...]
    back: tuple[Step, ...] = ()
    of_one: bool = False

    @property
    def article_id(self) -> str:
        """The article."""
        return self.account.article_id

    @property
    def published(self) -> str:
        """Its day; empty when it is not known."""
        return self.account.published

    @property
    def stage(self) -> str:
        """The furthest stage that it reports."""
        return self.steps[-1].stage


def steps(item: Told, ladder: Ladder) -> list[Step]:
    """The stages that an account reports of its subjects, each once, in the order of the ladder."""
    account = item.account
    found: dict[str, Step] = {}
    conduct = {claim.value for claim in item.claims if claim.attribute == "happened"}
    told = borne_out(account, reached(account), item.ledger, ladder)
    for stage, mention in held(account, told, item.ledger, ladder):
        step = Step(stage, _date(item, mention.start, mention.end, conduct), mention.start, mention.end)
        if stage not in found or (step.date and not found[stage].date):
            found[stage] = step
    return [found[stage] for stage in ladder.stages if stage in found]


def backs(item: Told) -> list[Step]:
    """Where an account says that an outcome was taken back."""
    return [Step("", "", start, end) for start, end in taken_back(item.account)]


def _date(item: Told, start: int, end: int, conduct: set[str]) -> str:
    """The date that a sentence gives for a step: the nearest one, with no other step between, and not a later one."""
    account, number = item.account, item.account.sentence(start)
    dates = [m for m in account.asserted("DATE") if account.sentence(m.start) == number and m.value not in conduct]
    near = [m for m in dates if max(m.start - end, start - m.end) <= _BESIDE]
    others = [m for m in account.of("STAGE", "SANCTION") if account.sentence(m.start) == number]
    for mention in sorted(near, key=lambda m: max(m.start - end, start - m.end)):
        first, last = (end, mention.start) if mention.start >= end else (mention.end, start)
        if _past(mention.value, account.published) and not any(first <= other.start < last for other in others):
            return mention.value
    return ""


def _past(value: str, published: str) -> bool:
    bounds = timespan.bounds(value)
    if bounds is None or bounds[0] is None or "/" in value or "-" not in value:
        return False  # a year alone is mostly that of the conduct, or of when somebody joined
    return not published or bounds[0] <= date.fromisoformat(published)


def reports(
    items: Iterable[Told], names: Mapping[str, str], claims: pd.DataFrame, ladder: Ladder
) -> dict[str, list[Report]]:
    """Of each incident what its articles report, as far as their claims of a stage stand, in the order of time.

    ``names``: the incident of each account's key; ``claims``: those that no reviewer has rejected. An article whose
    stage was rejected reports none, and none reports more than its claim.
    """
    told = {(names[item.key], item.account.article_id): item for item in items}
    found: dict[str, list[Report]] = {}
    for row in claims[claims["attribute"] == "stage"].itertuples():
        item = told[row.incident_id, row.article_id]
        read = {step.stage: step for step in steps(item, ladder)}
        furthest = read.get(row.value, Step(row.value, "", int(row.start), int(row.end)))
        lesser = [step for stage, step in read.items() if ladder.is_before(stage, row.value)]
        report = Report(item.account, item.is_main, (*lesser, furthest), tuple(backs(item)), _of_one(item))
        found.setdefault(row.incident_id, []).append(report)
    return {incident: sorted(told, key=_in_time) for incident, told in found.items()}


def _of_one(item: Told) -> bool:
    """Whether an outcome is taken back for one of several: "PC Frome, one of five, had his conviction quashed"."""
    total, account = item.ledger.total, item.account
    if total is not None and total.least > 1:
        return True
    sentences = {account.sentence(step.start) for step in backs(item)}
    return any(_ONE_OF.search(account.text, account.every[n].start, account.every[n].end) for n in sentences)


_ONE_OF = re.compile(r"\bone of (?:the |those )?(?:\w+)\b", re.I)


def _in_time(report: Report) -> tuple[str, str]:
    """Undated ones last."""
    return (report.published or "~", report.article_id)


@dataclass(frozen=True)
class Standing:
    """How far a matter has got by now: the stage, why this one, and the articles whose further stages do not stand."""

    stage: str
    basis: str
    superseded: frozenset[str]


def stands_at(told: list[Report], sources: Mapping[str, str], ladder: Ladder) -> Standing:
    """The furthest stage that is reported, and neither taken back nor told by one article against several later ones.

    ``told``: in the order of time; ``sources``: of each article_id who published it.
    """
    furthest = ladder.furthest(report.stage for report in told)
    last = _last_word(told, furthest, ladder)
    if last is not None:
        after = [report for report in told if report is last or _after(report, last)]
        stage = ladder.furthest(report.stage for report in after)
        over = [report for report in told if report not in after and ladder.is_before(stage, report.stage)]
        why = f"an outcome is taken back{f' on {last.published}' if last.published else ''}"
        return Standing(stage, why, _ids(over)) if over else _plain(told, furthest, sources)
    alone = [report for report in told if report.stage == furthest]
    later = [report for report in told if report.main and _after(report, alone[-1])]
    if furthest in _GRAVE and len(alone) == 1 and len({sources[report.article_id] for report in later}) > 1:
        stage = ladder.furthest(report.stage for report in told if report not in alone)
        return Standing(stage, f"one article alone goes further, and {len(later)} later ones do not", _ids(alone))
    return _plain(told, furthest, sources)


def _last_word(told: list[Report], furthest: str, ladder: Ladder) -> Report | None:
    """The last report that takes an outcome back, or has a court case end without action after one that had it convict.

    One that clears one of several takes nothing back for the others; nor does an acquittal take back a dismissal.
    """
    convicted = [report for report in told if report.stage in _CONVICTED]
    for report in reversed(told):
        late = report.main and all(
            _after(report, other) or not (report.published and other.published) for other in convicted
        )
        cleared = report.stage == _CLEARED and bool(convicted) and late
        if (report.back and not report.of_one) or cleared:
            return report if ladder.is_before(report.stage, furthest) else None
    return None


def _after(report: Report, other: Report) -> bool:
    """Whether it is known to be the later one."""
    return bool(report.published and other.published and report.published > other.published)


def _plain(told: list[Report], stage: str, sources: Mapping[str, str]) -> Standing:
    those = [report for report in told if report.stage == stage]
    days = [report.published for report in those if report.published]
    since = f", first on {min(days)}" if days else ""
    how_many = told_in(len(those), len(told), len({sources[report.article_id] for report in those}))
    return Standing(stage, f"{how_many}{since}", frozenset())


def _ids(told: Iterable[Report]) -> frozenset[str]:
    return frozenset(report.article_id for report in told)


def history_rows(incident: str, told: list[Report], now: Standing, ladder: Ladder) -> list[dict]:
    """The rows of the table history for one incident, in the order of time."""
    rows = [
        {**_row(report, step), "incident_id": incident, "stands": _stands(report, step, now, ladder)}
        for report in told
        for step in (*report.steps, *report.back)
    ]
    return sorted(
        rows, key=lambda row: (row["date"] or row["published"] or "~", _rank(row["stage"], ladder), row["article_id"])
    )


def _rank(stage: str, ladder: Ladder) -> int:
    return ladder.stages.index(stage) if stage else len(ladder.stages)


def _stands(report: Report, step: Step, now: Standing, ladder: Ladder) -> bool:
    taken_back = not step.stage
    return taken_back or report.article_id not in now.superseded or not ladder.is_before(now.stage, step.stage)


def _row(report: Report, step: Step) -> dict:
    basis = "stated" if step.date else "published" if report.published else "none"
    return {
        "date": step.date or report.published,
        "date_basis": basis,
        "stage": step.stage,
        "event": "reported" if step.stage else "taken_back",
        "article_id": report.article_id,
        "published": report.published,
        "start": step.start,
        "end": step.end,
        "evidence": report.account.text[step.start : step.end],
    }
