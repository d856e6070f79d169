"""Of a total, how many are serving and how many are former.

Where the article tells its parts or names all of them, they say so; where it tells only those who have left, the
others are serving; and officers of whom nothing says that any has left are serving, too.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cuttings.assemble.accounts import Account
from cuttings.assemble.subjects.groups import PARTS, Group, is_part, sum_of
from cuttings.assemble.subjects.joined import Run
from cuttings.assemble.subjects.totals import Total

_STATUSES = frozenset({"serving", "former"})


@dataclass(frozen=True)
class Service:
    """Those who are serving and those who are former, where the account says so."""

    serving: Total | None = None
    former: Total | None = None


def service(total: Total, groups: Sequence[Group], named: Sequence[Group], account: Account) -> Service:
    """Of a total, who serves and who does not; ``named``: everybody who is named as an officer or a former one."""
    known = max(_exact(total, groups, named), key=_told, default=())
    parts = {status: tuple(group for group in known if group.status == status) for status in _STATUSES}
    if known and all(group.status in _STATUSES for group in known):
        return Service(*(_counted(parts[status]) for status in ("serving", "former")))
    former = parts["former"] or _former(total, groups, named, account)
    serving = _serving(total, groups, former)
    if serving and sum_of(serving)[0] + sum_of(former)[0] <= total.least:
        return _with_rest(total, serving, former, groups, account)
    return Service(_others(total, former, groups), _counted(former))


def untold(groups: Sequence[Group], named: Sequence[Group]) -> Service:
    """Those who are told of as serving and former where there is no total: the largest group, or the names."""
    return Service(*(_counted(_largest(status, groups, named)) for status in ("serving", "former")))


def _largest(status: str, groups: Sequence[Group], named: Sequence[Group]) -> Run:
    told = [(group,) for group in groups if group.status == status and group.head != "weak"]
    names = tuple(name for name in named if name.status == status)
    return max((run for run in (*told, names) if run), key=lambda run: sum_of(run)[0], default=())


def _exact(total: Total, groups: Sequence[Group], named: Sequence[Group]) -> Iterator[Run]:
    """The runs that add up to the total: the ways it is told in, one serving and one former group, the names."""
    yield total.groups
    yield from (run for way, run in total.ways if way != "nth" and sum_of(run) == (total.least, total.most))
    for serving in (group for group in groups if group.status == "serving"):
        for former in (group for group in groups if group.status == "former"):
            of_all = serving.mention.detail.get("of", str(total.least)) == str(total.least)
            if serving.least + former.least == total.least and of_all:
                yield (serving, former)
    if len(named) == total.least:
        yield tuple(named)


def _told(run: Run) -> int:
    """How many of a run the article calls serving or former."""
    return sum(group.least for group in run if group.status in _STATUSES)


def _former(total: Total, groups: Sequence[Group], named: Sequence[Group], account: Account) -> Run:
    """Those of the total who have left: the largest group or all that are named, and no more than there are."""
    told = [(g,) for g in groups if g.status == "former" and g.head != "weak" and _may_be_of(g, total, account)]
    names = tuple(name for name in named if name.status == "former" and _may_be_of(name, total, account))
    fits = [run for run in (*told, names) if run and sum_of(run)[0] <= total.least]
    return max(fits, key=lambda run: sum_of(run)[0], default=())


def _may_be_of(group: Group, total: Total, account: Account) -> bool:
    """Whether a group may be of the total: a single one who is told of late is rather somebody else."""
    told_in = group in total.groups or any(group in run for way, run in total.ways if way != "nth")
    return told_in or group.kind in PARTS or group.least > 1 or total.least == 1 or account.is_lead(group.mention)


def _serving(total: Total, groups: Sequence[Group], former: Run) -> Run:
    """Those of the total who are told of as serving: all of them, or a part beside those who have left; not "two of
    the serving officers", nor the serving officers whom the messages were about.
    """
    told = [g for g in groups if g.status == "serving" and g.head != "weak" and g.mention.rule != _SOME]
    fits = [g for g in told if g.least == total.least - sum_of(former)[0] or (is_part(g) and g.least < total.least)]
    return max(((group,) for group in fits), key=lambda run: run[0].least, default=())


_SOME = "officers:partitive"


def _with_rest(total: Total, serving: Run, former: Run, groups: Sequence[Group], account: Account) -> Service:
    """Serving ones who are counted; the rest of "ten serving and former officers", of "ten, eight of them serving", or
    of "Eight are serving; the others retired in May" have left.
    """
    rest = total.least - sum_of(serving)[0]
    if former or not rest or total.most != total.least:
        return Service(_counted(serving), _counted(former))
    said = any(group.mention.rule == "officers:predicate" and group.kind == "part" for group in serving)
    said = said or _OTHERS_LEFT.match(account.text, serving[-1].end) is not None
    if said or any(group.status == "mixed" for group in groups if group.least == total.least):
        return Service(_counted(serving), Total(rest, rest, (*total.groups, *serving), 0))
    return Service(_counted(serving))


# "Eight are serving officers, among them a sergeant; the others retired in May"
_OTHERS_LEFT = re.compile(
    r"[^.\n]{0,80}[.;,] (?:and |while )?[Tt]he (?:others?|rest|remaining \w+|other \w+) "
    r"(?:(?:have|had|has|both|all|since|already) )*(?:retired|left|resigned|quit|are former|are retired)\b"
)


def _others(total: Total, former: Run, groups: Sequence[Group]) -> Total | None:
    """All but those who have left, and but for staff, are serving; nobody knows of how many "ten serving and former
    officers", without those who have left.
    """
    same = {group.status for group in groups if group.least == total.least}
    if "staff" in same or ("mixed" in same and not former):
        return None
    staff = sum(group.least for group in groups if group.status == "staff" and _is_of(group, total))
    rest = total.least - sum_of(former)[0] - staff
    if rest < 1 or (former and total.most != total.least):
        return None
    return Total(rest, total.most and rest, (*total.groups, *(g for g in former if g not in total.groups)), 0)


def _is_of(group: Group, total: Total) -> bool:
    return group in total.groups or group.kind in PARTS


def _counted(groups: Run) -> Total | None:
    return Total(*sum_of(groups), groups, 0) if groups else None
