"""Which counted groups are told of together: joined by "and", and not those that only say more of the ones before."""

import re
from collections.abc import Iterable, Iterator

from cuttings.assemble.subjects.groups import Group, sum_of
from cuttings.extract.counts.forms import OF_A_PLACE
from cuttings.extract.counts.officers import ELSEWHERE_RULE

Run = tuple[Group, ...]  # groups that are told of together

_NOW = r"(?:,? for the first time,?| now| this time,?)?"
_AND = re.compile(rf"[\s,]*(?:and|plus|as well as|along with|together with|,){_NOW}\s*$")
_BUT_AND = re.compile(rf"[\s,]*(?:and|plus|as well as|along with|together with){_NOW}\s*$")
# "Eight officers – three sergeants and five constables", "Two of them, a sergeant and a constable, …"
_BREAKDOWN = re.compile(r"\s*(?:[–—:(,-]|, (?:including|among them|made up of|comprising|consisting of))\s*(?:them )?$")
# "Three have been served with notices: two constables and an inspector"
_LIST_OF = re.compile(r"[^.:;\n]{0,80}: ?$")
# "at least six officers, an inspector among them"
_AMONG_THEM = re.compile(r" among (?:them|whom|those)\b")
_AMONG = re.compile(r"\b(?:including|among (?:them|whom)|one of (?:them|whom))(?: (?:is|was))?,? $")


def runs_of(groups: Iterable[Group], text: str) -> Iterator[Run]:
    """Groups joined by "and" make one run; a breakdown of the group before it ("– three sergeants and five …"), and
    one who is among them ("an inspector among them"), none.
    """
    return (run for run, breaks_down in _told(groups, text) if not breaks_down)


def breakdowns(groups: Iterable[Group], text: str) -> Iterator[Run]:
    """The runs that say who those counted right before them are: "– three sergeants and five constables"."""
    return (run for run, breaks_down in _told(groups, text) if breaks_down)


def _told(groups: Iterable[Group], text: str) -> Iterator[tuple[Run, bool]]:
    previous: Run = ()
    for run in _joined([group for group in groups if not _is_among(group, text)], text):
        gap = text[previous[-1].end : run[0].start] if previous else ""
        beside = bool(previous) and (
            _BREAKDOWN.fullmatch(_behind_place(gap)[:40]) is not None or _LIST_OF.fullmatch(gap) is not None
        )
        yield run, beside and sum_of(run)[0] == sum_of(previous)[0]
        previous = run


def _joined(groups: Iterable[Group], text: str) -> Iterator[Run]:
    run: list[Group] = []
    for group in groups:
        if run and _belongs(group, run[-1], text[run[-1].end : group.start]):
            run.append(group)
            continue
        yield from _apart(run)
        run = [group]
    yield from _apart(run)


def _apart(run: list[Group]) -> Iterator[Run]:
    """A run; the whole and its parts where they are one sentence's list: "15 people, 11 officers and four others"."""
    if len(run) > 2 and sum_of(run[:1]) == sum_of(run[1:]):
        yield tuple(run[:1])
        run = run[1:]
    if run:
        yield tuple(run)


def _belongs(group: Group, last: Group, gap: str) -> bool:
    """Whether a group is one more beside the last, by the words between the two: " and ", " from Kent Police and "."""
    between = _behind_place(gap)
    if last.kind == "new" and group.kind == "part" and group.mention.rule == "officers:one_left":
        return _BUT_AND.fullmatch(between) is not None  # "six serving officers and one who has retired"
    if last.kind == "more" and group.kind == "new":
        return _BUT_AND.fullmatch(between) is not None  # "two more constables and an inspector" are three more
    if group.kind not in {"new", "part"} or group.kind != last.kind:
        return False
    if between == gap:
        return _AND.fullmatch(between) is not None
    # "three officers of Kent Police, a sergeant and two constables" are three
    listed = group.mention.rule == ELSEWHERE_RULE
    return group.head == "police" and (_AND if listed else _BUT_AND).fullmatch(between) is not None


def _behind_place(gap: str) -> str:
    """What is left of the words between two groups without the place that the first is of: " from Kent Police"."""
    place = OF_A_PLACE.match(gap)
    return gap[place.end() :] if place else gap


def _is_among(group: Group, text: str) -> bool:
    """Whether a group is told of as some of those before it: "an inspector among them", "including a sergeant"."""
    if group.kind != "new":
        return False
    before = text[max(group.start - 30, 0) : group.start]
    return _AMONG_THEM.match(text, group.end) is not None or _AMONG.search(before) is not None
