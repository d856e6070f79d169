"""What reviewers' decisions say of how well the machine reads: how often each rule is right, and what it missed.

Reviewers decide what they choose to: these are figures of what was reviewed, and no sample of all that was read. How
many claims were missed is known only so far as somebody looked.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from cuttings import tables
from cuttings.casebook import Decision
from cuttings.review.replay import ADDED
from cuttings.review.standing import Verdicts, verdicts

ALL, UNKNOWN = "all", "unknown"
_READ = ("accepted", "corrected", "rejected")
_COUNTS = ("decided", *_READ, "added", "disputed")
_TYPES = {**dict.fromkeys(_COUNTS, "Int64"), "precision": "Float64", "recall": "Float64"}
_MONTH = re.compile(r"[0-9]{4}-[0-9]{2}(?=-)")


class Lesson(NamedTuple):
    """What was made of one claim (``accepted, corrected, rejected, added`` or ``disputed``), and when (``2026-01``)."""

    attribute: str
    rule: str
    made_of_it: str
    month: str


def lessons(decisions: Iterable[Decision]) -> Iterator[Lesson]:
    """One for each claim on which somebody's last word is an answer; the month is that of the latest of them."""
    decisions = list(decisions)
    rules = {decision.key: decision.rule for decision in decisions if decision.rule not in ("", ADDED)}
    for key, said in verdicts(decisions).items():
        made = _made_of(said)
        if made and key[5] in tables.ATTRIBUTES:
            month = _MONTH.match(said.answers[-1].time)
            rule = "" if said.added else rules.get(key, UNKNOWN)
            yield Lesson(key[5], rule, made, month.group() if month else UNKNOWN)


def _made_of(said: Verdicts) -> str:
    if said.agreed is None:
        return "disputed" if said.flag == "disputed" else ""
    if said.added is None:
        return said.agreed.verdict
    return "" if said.agreed.verdict == "rejected" else "added"  # it was no claim after all


def scores(decisions: Iterable[Decision]) -> pd.DataFrame:
    """A row for each attribute that reviewers have decided on, ``rule`` empty, then one for each of its rules; the last
    row, ``attribute`` ``all``, is over all attributes.

    Columns: ``attribute, rule``; ``decided``, claims that were read and on which reviewers agree, of which ``accepted,
    corrected, rejected``; ``added``, claims that the machine missed; ``disputed``, those on which reviewers differ, in
    no other count; ``precision``, accepted / (accepted + corrected + rejected); ``recall``, accepted / (accepted +
    corrected + added), where a corrected claim is one whose right form was missed. <NA> where there is nothing to
    divide, and recall of a single rule, since no rule is known to have missed what was added. ``unknown`` is the rule
    of decisions that do not say it.
    """
    found = list(lessons(decisions))
    rows = []
    for attribute in tables.ATTRIBUTES:
        its = [lesson for lesson in found if lesson.attribute == attribute]
        if its:
            rows.append({"attribute": attribute, "rule": "", **_counted(its)})
        for rule in sorted({lesson.rule for lesson in its} - {""}):
            counted = _counted(lesson for lesson in its if lesson.rule == rule)
            rows.append({"attribute": attribute, "rule": rule, **counted, "recall": None})
    if found:
        rows.append({"attribute": ALL, "rule": "", **_counted(found)})
    return _frame(rows, "attribute", "rule")


def over_time(decisions: Iterable[Decision]) -> pd.DataFrame:
    """The same by the month in which claims were decided (``2026-01``, UTC), the earliest first: a row for each
    attribute, and one for ``all``. Columns: ``month, attribute``, and those of ``scores`` from ``decided`` on.
    """
    found = list(lessons(decisions))
    rows = []
    for month in sorted({lesson.month for lesson in found}):
        then = [lesson for lesson in found if lesson.month == month]
        for attribute in tables.ATTRIBUTES:
            its = [lesson for lesson in then if lesson.attribute == attribute]
            if its:
                rows.append({"month": month, "attribute": attribute, **_counted(its)})
        rows.append({"month": month, "attribute": ALL, **_counted(then)})
    return _frame(rows, "month", "attribute")


def _counted(found: Iterable[Lesson]) -> dict[str, float | None]:
    times = Counter(lesson.made_of_it for lesson in found)
    read, right = sum(times[name] for name in _READ), times["accepted"]
    there = right + times["corrected"] + times["added"]
    counts = {name: times[name] for name in _COUNTS} | {"decided": read}
    return {**counts, "precision": right / read if read else None, "recall": right / there if there else None}


def _frame(rows: list[dict], *names: str) -> pd.DataFrame:
    types = {**dict.fromkeys(names, "string"), **_TYPES}
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def report_lines(decisions: Iterable[Decision]) -> str:
    """What ``scores`` and ``over_time`` return, as text to print: of the months only those over all attributes."""
    decisions = list(decisions)
    by_rule, by_month = scores(decisions), over_time(decisions)
    if by_rule.empty:
        return "reviewers have decided on no claim yet"
    called = [
        f"  {row['rule']}" if row["rule"] else str(row["attribute"])
        for row in by_rule.replace({"attribute": {ALL: "all attributes"}}).to_dict("records")
    ]
    months = by_month[by_month["attribute"] == ALL]
    wide = max(map(len, [*called, "what reviewers decided"]))
    lines = _lines("what reviewers decided", called, by_rule.to_dict("records"), wide)
    return "\n".join([*lines, "", *_lines("by month", list(months["month"]), months.to_dict("records"), wide)])


def _lines(title: str, called: Iterable[str], rows: Iterable[Mapping], wide: int) -> Iterator[str]:
    yield title.ljust(wide) + "".join(name.rjust(len(name) + 2) for name in _TYPES)
    for name, row in zip(called, rows, strict=True):
        yield name.ljust(wide) + "".join(_cell(row[column]).rjust(len(column) + 2) for column in _TYPES)


def _cell(value: object) -> str:
    if pd.isna(value):
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
