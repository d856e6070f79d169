"""The ledger of an account's subjects: who is counted, how the counts add up, and which total is best supported.

"Of the 14 officers, 12 …, another …, and one …" is three rows that add up to fourteen. A total is a claim read from
the text where the text has it, and a derived one where it is a sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cuttings.assemble.accounts import Account
from cuttings.assemble.groups import Group, counted_groups, named_subjects, sum_of
from cuttings.assemble.joined import Run
from cuttings.assemble.totals import Total, best, totals_of
from cuttings.assemble.weighing import weigh

# Who is no longer serving, or is no officer.
_LEFT = re.compile(
    r"\b(?:former|ex|retired?|resign\w*|quit|left the (?:force|service|job)|(?:already|have|had) gone|no longer|staff|"
    r"civilians?)\b",
    re.I,
)


@dataclass(frozen=True)
class Ledger:
    """What an account says of how many: the total and the parts it stands on, serving and former, and the subjects.

    ``subjects``: the finest groups that add up to the total; without one, whoever is named.
    """

    total: Total | None = None
    serving: Total | None = None
    former: Total | None = None
    subjects: tuple[Group, ...] = ()


def ledger(account: Account) -> Ledger:
    """The ledger of one account of one article; an empty one where nobody is counted or named."""
    named, groups = named_subjects(account), counted_groups(account)
    totals = totals_of(groups, named, account)
    total = weigh(totals, named, account, best(totals, named))
    if total is None:
        serving, former = (_told_as(status, groups, named) for status in ("serving", "former"))
        return Ledger(None, serving, former, tuple(named))
    serving, former = _status(total, groups)
    if former is None:
        former = _told_as("former", groups, named, total.least)
    if serving is None:
        serving = _told_as("serving", groups, named, total.least)
    if serving is None and former is not None and _is_part(former, total):
        rest = total.least - former.least
        serving = Total(rest, rest, (*total.groups, *former.groups), 0)
    if serving is None and former is None and _plainly_serving(total, account):
        serving = replace(total, points=0)
    subjects = _subjects(total, groups, named, account)
    return Ledger(total, _all_but_former(total, former, subjects) or serving, former, subjects)


def _all_but_former(total: Total, former: Total | None, subjects: Run) -> Total | None:
    """Where some of the subjects are told of as former, or as serving, the other police among them are serving."""
    rest = tuple(group for group in subjects if group.status != "former")
    police = all(g.status == "serving" or (g.status == "unknown" and g.mention.of_police) for g in rest)
    told = len(rest) < len(subjects) or any(group.status == "serving" for group in rest)
    gone = former.least if former else 0
    exact = total.least == total.most and sum_of(rest) == (total.least - gone,) * 2
    return _counted(rest) if rest and police and told and exact else None


def _status(total: Total, groups: list[Group]) -> tuple[Total | None, Total | None]:
    """Serving and former: from the groups of the total, or from the rest of the account where they fit into it."""
    parts = {status: tuple(g for g in total.groups if g.status == status) for status in ("serving", "former")}
    known = {status: _counted(part) for status, part in parts.items() if part}
    if sum(part.least for part in known.values()) == total.least:
        return known.get("serving"), known.get("former")
    for serving in (g for g in groups if g.status == "serving"):
        for former in (g for g in groups if g.status == "former"):
            if serving.least + former.least == total.least:
                return _counted((serving,)), _counted((former,))
    if any(group.status == "mixed" for group in total.groups):
        known = _of_mixed(total, groups, known)
    return known.get("serving"), known.get("former")


def _told_as(status: str, groups: list[Group], named: list[Group], most: int | None = None) -> Total | None:
    """Those told of as serving or former, as a group or by their names, the larger of the two; at most so many."""
    told = [(group,) for group in groups if group.status == status and group.head != "weak"]
    names = tuple(group for group in named if group.status == status)
    counted = max((run for run in (*told, names) if run), key=lambda run: sum_of(run)[0], default=())
    return _counted(counted) if counted and (most is None or sum_of(counted)[0] <= most) else None


def _of_mixed(total: Total, groups: list[Group], known: dict[str, Total]) -> dict[str, Total]:
    """ "Ten serving and former officers", with "two former officers" elsewhere: the rest of the ten are serving."""
    for status in ("serving", "former"):
        outside = [g for g in groups if g.status == status and 0 < g.least < total.least and g.head != "weak"]
        if status not in known and outside:
            known = {**known, status: _counted((max(outside, key=lambda group: group.least),))}
    if len(known) != 1:
        return known
    [(status, counted)] = known.items()
    rest = total.least - counted.least
    other = "former" if status == "serving" else "serving"
    return {**known, other: Total(rest, rest, (*total.groups, *counted.groups), 0)}


def _counted(groups: Run) -> Total:
    return Total(*sum_of(groups), groups, 0)


def _is_part(former: Total, total: Total) -> bool:
    """Whether those who have left are told of as some of the total, all of it police: the others are serving."""
    told = all(group in total.groups or group.kind in {"part", "rest"} for group in former.groups)
    police = all(group.head != "weak" and group.status != "staff" for group in total.groups)
    return told and police and former.least < total.least == total.most


def _plainly_serving(total: Total, account: Account) -> bool:
    """Officers of whom nothing says that any has left, is dead, or is no officer, are serving."""
    if any(group.head == "weak" for group in total.groups):
        return False
    told_of = [*account.of("OFFICERS"), *account.subjects()]
    sentences = [account.every[number] for number in {account.sentence(mention.start) for mention in told_of}]
    words = " ".join(account.text[sentence.start : sentence.end] for sentence in sentences)
    return any(mention.police for mention in told_of) and not _LEFT.search(words)


def _subjects(total: Total, groups: list[Group], named: list[Group], account: Account) -> Run:
    """The finest rows that add up to the total: a partition's parts, the names, the groups of the sum; failing
    those, some parts and a row for the rest of the total.
    """
    partitions = [parts for parts in _partitions(groups, account) if len(parts) > 1 or parts[0].outcome]
    for parts in partitions:
        if sum_of(parts)[0] == total.least and len(parts) > 1:
            return parts
    if named and len(named) == total.least:
        return tuple(named)
    if len(total.groups) > 1:
        return total.groups
    for parts in (*(p for p in partitions if all(part.kind == "part" for part in p)), tuple(named)):
        rest = total.least - sum_of(parts)[0]
        if parts and rest > 0:
            most = None if total.most is None else rest
            return (*parts, replace(total.groups[0], least=rest, most=most, outcome=""))
    return total.groups


def _partitions(groups: list[Group], account: Account) -> Iterator[Run]:
    """The parts of each sentence, then those of the whole account."""
    by_sentence: dict[int, list[Group]] = {}
    for group in groups:
        if group.kind in {"part", "more", "rest"} or (group.kind == "new" and group.head == "police"):
            by_sentence.setdefault(account.sentence(group.start), []).append(group)
    for parts in by_sentence.values():
        if any(part.kind != "new" for part in parts):
            yield tuple(parts)
    every = tuple(group for group in groups if group.kind in {"part", "rest", "more"})
    if every:
        yield every
