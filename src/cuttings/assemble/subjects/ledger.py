"""The ledger of an account's subjects: who is counted, how the counts add up, and which total is best supported.

"Of the 14 officers, 12 …, another …, and one …" is three rows that add up to fourteen. A total is a claim read from
the text where the text has it, and a derived one where it is a sum.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cuttings.assemble.accounts import Account
from cuttings.assemble.subjects.groups import Group, counted_groups, sum_of
from cuttings.assemble.subjects.in_question import named_in_question
from cuttings.assemble.subjects.joined import Run
from cuttings.assemble.subjects.serving import service, untold
from cuttings.assemble.subjects.totals import Total, best, totals_of
from cuttings.assemble.subjects.weighing import weigh


@dataclass(frozen=True)
class Ledger:
    """What an account says of how many: the total and the parts it stands on, serving and former, and the subjects.

    ``subjects``: the finest groups that add up to the total; without one, whoever is named. ``rival``: the total that
    was nearly chosen, and ``likely`` how likely the chosen one is, from 0 to 1.
    """

    total: Total | None = None
    serving: Total | None = None
    former: Total | None = None
    subjects: tuple[Group, ...] = ()
    likely: float = 1.0
    rival: Total | None = None


def ledger(account: Account) -> Ledger:
    """The ledger of one account of one article; an empty one where nobody is counted or named."""
    named, groups = named_in_question(account), counted_groups(account)
    totals = totals_of(groups, named, account)
    total, likely, rival = weigh(totals, named, account, best(totals, named))
    if total is None:
        known = untold(groups, named)
        return Ledger(None, known.serving, known.former, tuple(named))
    known = service(total, groups, named, account)
    subjects = _subjects(total, groups, named, account)
    return Ledger(total, known.serving, known.former, subjects, likely, rival)


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
