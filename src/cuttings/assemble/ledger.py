"""The ledger of an account's subjects: who is counted, how the counts add up, and which total is best supported.

"Of the 14 officers, 12 …, another …, and one …" is three rows that add up to fourteen. A total is a claim read from
the text where the text has it, and a derived one where it is a sum.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from cuttings.assemble.accounts import Account, Mention

_AND = re.compile(r"[\s,]*(?:and|plus|as well as|along with|together with|,)\s*$")
_BREAKDOWN = re.compile(r"\s*(?:[–—:(-]|, (?:including|among them|made up of|comprising|consisting of))\s*(?:them )?$")


@dataclass(frozen=True)
class Group:
    """Counted police: offsets, least and most, status, kind and head as ``extract.officers`` has them."""

    start: int
    end: int
    least: int
    most: int | None
    status: str
    kind: str
    head: str
    mention: Mention
    outcome: str = ""
    name: str = ""
    rank: str = ""


@dataclass(frozen=True)
class Total:
    """A candidate for how many subjects there are: the groups it is the sum of, and the points that support it."""

    least: int
    most: int | None
    groups: tuple[Group, ...]
    points: int

    @property
    def start(self) -> int:
        return self.groups[0].start

    @property
    def end(self) -> int:
        return self.groups[-1].end


@dataclass(frozen=True)
class Ledger:
    """What an account says of how many: the total and the parts it stands on, serving and former, and the subjects."""

    total: Total | None = None
    serving: Total | None = None
    former: Total | None = None
    subjects: tuple[Group, ...] = ()
    others: tuple[Total, ...] = field(default=())


def ledger(account: Account) -> Ledger:
    """The ledger of one account of one article."""
    named = [_named(person, account) for person in account.subjects()]
    groups = [group for group in _groups(account) if _stands(group, account)]
    totals = _totals(groups, account)
    total = _best(totals, len(named))
    if named and (total is None or (total.most or total.least) < len(named) and _listed(named)):
        total = Total(len(named), len(named), tuple(named), 3)
    if total is None:
        return Ledger()
    serving, former = _status(total, groups, named)
    if serving is None and former is None and _plainly_serving(total, account):
        serving = replace(total, points=0)
    return Ledger(total, serving, former, _subjects(total, groups, named, account), tuple(totals))


def _groups(account: Account) -> Iterator[Group]:
    for mention in account.of("OFFICERS"):
        least, _, most = mention.value.partition("..") if ".." in mention.value else (mention.value, "", mention.value)
        known = mention.detail
        yield Group(
            mention.start, mention.end, int(least or 1), int(most) if most else None, known.get("status", "unknown"),
            known.get("kind", "new"), known.get("head", ""), mention, account.outcome_after(mention), rank=known.get("rank", ""),
        )  # fmt: skip


def _named(person: Mention, account: Account) -> Group:
    status = "former" if person.detail.get("role") == "former_officer" else "unknown"
    rank = _HONORIFIC.sub("", person.detail.get("title", ""))
    outcome = account.outcome_beside(person)
    return Group(person.start, person.end, 1, 1, status, "new", "name", person, outcome, name=person.value, rank=rank)


_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Dr|[Ff]ormer|[Rr]etired|[Ee]x-?)\b\.? ?")


def _stands(group: Group, account: Account) -> bool:
    """Whether the article says that this group is there, as police, and not in passing."""
    if group.kind == "definite":
        return True  # "she would not charge any of the five": there are five
    if group.mention.detail.get("assertion") == "possible":
        return False
    if group.head != "weak" or group.status in {"former", "serving"}:
        return True
    plural = group.least > 1
    return plural and (group.kind != "new" or account.is_lead(group.mention) or account.proceeding_in(group.mention))


def _totals(groups: list[Group], account: Account) -> list[Total]:
    runs = list(_runs(groups, account.text))
    totals = [_scored(run, account) for run in runs if run[0].kind not in {"part", "rest", "more"}]
    totals += list(_grown(runs, account)) + list(_bulleted(groups, account)) + list(_wholes(groups, account))
    merged: dict[tuple[int, int | None], Total] = {}
    for total in totals:
        key = (total.least, total.most)
        known = merged.get(key)
        if known is None:
            merged[key] = total
        else:
            best = max(known, total, key=_told)
            merged[key] = replace(best, points=max(total.points, known.points) + 1)
    return list(merged.values())


def _wholes(groups: list[Group], account: Account) -> Iterator[Total]:
    """"Two of the eight officers": there are eight."""
    for group in groups:
        whole = group.mention.detail.get("of", "")
        if whole.isdigit():
            yield Total(int(whole), int(whole), (group,), 2 + account.proceeding_in(group.mention))


def _told(total: Total) -> tuple[int, int]:
    """Of two totals that are the same number, the one that says more of serving and former."""
    return sum(group.status in {"serving", "former", "mixed"} for group in total.groups), len(total.groups)


def _runs(groups: list[Group], text: str) -> Iterator[tuple[Group, ...]]:
    """Groups joined by "and" make one run; a breakdown of the group before it ("– three sergeants and five …") none."""
    run: list[Group] = []
    finished: list[tuple[Group, ...]] = []
    for group in groups:
        between = text[run[-1].end : group.start] if run else ""
        if run and _AND.fullmatch(between) and group.kind in {"new", "part"} and run[-1].kind == group.kind:
            run.append(group)
            continue
        finished += [tuple(run)] if run else []
        run = [group]
    finished += [tuple(run)] if run else []
    previous: tuple[Group, ...] | None = None
    for done in finished:
        breakdown = previous and _BREAKDOWN.fullmatch(text[previous[-1].end : done[0].start][:40])
        if not (breakdown and _sum(done)[0] == _sum(previous)[0]):
            yield done
        previous = done


def _sum(groups: tuple[Group, ...]) -> tuple[int, int | None]:
    most = None if any(g.most is None for g in groups) else sum(g.most or 0 for g in groups)
    return sum(g.least for g in groups), most


def _scored(run: tuple[Group, ...], account: Account, points: int = 0) -> Total:
    least, most = _sum(run)
    first = run[0].mention
    points += 3 * account.is_lead(first) + 2 * (run[0].kind == "definite" and least > 1) + account.proceeding_in(first)
    points += 2 * any(m.detail.get("of") == str(least) for m in account.of("OFFICERS")) + bool(account.same_sentence(first, "FORCE"))
    points += 2 * (len(run) > 1) + (run[0].status == "mixed") - 2 * (run[0].head == "weak") - (least == 1 and not account.is_lead(first))
    return Total(least, most, run, points)


def _grown(runs: list[tuple[Group, ...]], account: Account) -> Iterator[Total]:
    """"Another four …" and "two more" add to the group told of before; "the other two" completes a part of a whole."""
    base: tuple[Group, ...] = ()
    whole = max((_sum(run)[0] for run in runs if run[0].kind in {"new", "definite"}), default=0)
    for run in runs:
        kind, size = run[0].kind, _sum(run)[0]
        if kind == "more" and base and _fits(run[0], _sum(base)[0] + size):
            base = (*base, *run)
            yield _scored(base, account, points=1)
        elif kind == "rest" and base and _sum(base)[0] + size > whole and base[0].kind != "definite":
            if base[0].kind == "part" or _sum(base)[0] < whole:
                yield _scored((*base, *run), account)
        elif kind in {"new", "part"} and not (base and size == _sum(base)[0]) and (size > 1 or not base):
            base = run


_NTH = "third fourth fifth sixth seventh eighth ninth tenth".split()


def _fits(group: Group, grown: int) -> bool:
    """Whether "a fifth" comes after four."""
    nth = group.mention.detail.get("nth", "")
    return not nth or _NTH.index(nth) + 3 == grown


def _bulleted(groups: list[Group], account: Account) -> Iterator[Total]:
    """A list whose items each begin with a count adds up to one."""
    run: list[Group] = []
    for group in groups:
        begins = account.begins_item(group.start)
        if begins and (not run or account.paragraph(group.start) == account.paragraph(run[-1].start) + 1):
            run.append(group)
            continue
        if begins or not run or account.paragraph(group.start) != account.paragraph(run[-1].start):
            if len(run) > 1:
                yield _scored(tuple(run), account, points=1)
            run = [group] if begins else []
    if len(run) > 1:
        yield _scored(tuple(run), account, points=1)


def _best(totals: list[Total], names: int) -> Total | None:
    """The largest of the well-supported totals: a headline often counts one part of them."""
    scored = [replace(t, points=t.points + 2 * (names > 1 and t.least == names)) for t in totals]
    strong = [t for t in scored if t.points >= 3]
    if strong:
        return max(strong, key=lambda t: (t.most or t.least, t.points))
    return max(scored, key=lambda t: (t.points, t.least), default=None)


def _listed(named: list[Group]) -> bool:
    return all(group.mention.detail.get("role") in {"officer", "former_officer"} for group in named)


def _status(total: Total, groups: list[Group], named: list[Group]) -> tuple[Total | None, Total | None]:
    """Serving and former: from the groups of the total, or from the rest of the account where they fit into it."""
    parts = {status: tuple(g for g in total.groups if g.status == status) for status in ("serving", "former")}
    known = {status: _counted(part) for status, part in parts.items() if part}
    if sum(t.least for t in known.values()) == total.least:
        return known.get("serving"), known.get("former")
    told = {status: [g for g in groups if g.status == status] for status in ("serving", "former")}
    for serving in told["serving"]:
        for former in told["former"]:
            if serving.least + former.least == total.least:
                return _counted((serving,)), _counted((former,))
    for status in ("serving", "former"):
        outside = [g for g in groups if g.status == status and 0 < g.least < total.least and g.head != "weak"]
        if status not in known and outside and any(g.status == "mixed" for g in total.groups):
            known[status] = _counted((max(outside, key=lambda g: g.least),))
    if "mixed" in {g.status for g in total.groups} and len(known) == 1:
        (status, counted), = known.items()
        other = "former" if status == "serving" else "serving"
        rest = total.least - counted.least
        known[other] = Total(rest, rest, (*total.groups, *counted.groups), 0)
    return known.get("serving"), known.get("former")


def _plainly_serving(total: Total, account: Account) -> bool:
    """Officers of whom nothing says that any has left, is dead, or is no officer, are serving."""
    numbers = {account.sentence(mention.start) for mention in [*account.of("OFFICERS"), *account.subjects()]}
    words = " ".join(account.text[account.every[number].start : account.every[number].end] for number in numbers)
    return all(group.head != "weak" for group in total.groups) and any(
        mention.detail.get("head") == "police" for mention in account.of("OFFICERS")
    ) and not _LEFT.search(words)


_LEFT = re.compile(r"\b(?:former|ex|retired?|resign\w*|quit|left the (?:force|service|job)|(?:already|have|had) gone|no longer|staff|civilians?)\b", re.I)


def _counted(groups: tuple[Group, ...]) -> Total:
    return Total(*_sum(groups), groups, 0)


def _subjects(total: Total, groups: list[Group], named: list[Group], account: Account) -> tuple[Group, ...]:
    """The finest rows that add up to the total: a partition's parts, the names, the groups of the sum; failing
    those, some parts and a row for the rest of the total.
    """
    partitions = [parts for parts in _partitions(groups, account) if len(parts) > 1 or parts[0].outcome]
    for parts in partitions:
        if _sum(parts)[0] == total.least and len(parts) > 1:
            return parts
    if named and len(named) == total.least:
        return tuple(named)
    if len(total.groups) > 1:
        return total.groups
    for parts in partitions:
        rest = total.least - _sum(parts)[0]
        if rest > 0 and all(part.kind == "part" for part in parts):
            most = None if total.most is None else rest
            return (*parts, replace(total.groups[0], least=rest, most=most, outcome=""))
    return total.groups


def _partitions(groups: list[Group], account: Account) -> Iterator[tuple[Group, ...]]:
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
