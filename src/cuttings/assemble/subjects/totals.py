"""How many subjects in all? Every total that an account's groups could add up to, with the ways it is told in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from cuttings.assemble.accounts import Account
from cuttings.assemble.steps import BEFORE_A_NAME
from cuttings.assemble.subjects.groups import PARTS, Group, is_part, sum_of
from cuttings.assemble.subjects.in_question import AGE
from cuttings.assemble.subjects.joined import Run, breakdowns, runs_of
from cuttings.extract.counts.numbers import place
from cuttings.extract.counts.tallies import TALLY

STRONG = 3  # points from which a total is well supported

_NEAR = 2  # sentences in which parts of one whole follow each other
_TOLD_OUTRIGHT = 4  # points for a number that is told as that of all


@dataclass(frozen=True)
class Total:
    """A candidate for how many subjects there are: the groups it is the sum of, and the points that support it.

    ``ways``: how it is told, each time: ``run`` (in so many words, or joined by "and"), ``tally`` ("bringing the
    number of officers charged to seven"), ``grown`` ("another four"),
    ``clauses`` ("three were suspended and two moved"), ``bulleted``, ``whole`` ("two of the eight"), ``broken_down``
    ("– three sergeants and five constables"), ``window``
    (the sum of parts that follow each other), ``sentence`` (the sum of a sentence's groups), ``parts`` (of all
    parts), ``nth`` ("the sixth"), ``named`` (as many names), ``named+`` (names, and "the other two"); points speak for
    the first five only.
    """

    least: int
    most: int | None
    groups: Run
    points: int | None = None
    ways: tuple[tuple[str, Run], ...] = ()

    @property
    def start(self) -> int:
        return self.groups[0].start

    @property
    def end(self) -> int:
        return self.groups[-1].end


def totals_of(groups: list[Group], named: list[Group], account: Account) -> list[Total]:
    """Every total that an account's groups and names give, one for each number; told twice, it has a point more."""
    merged: dict[tuple[int, int | None], Total] = {}
    for way, total in _told_ways(groups, named, account):
        key = (total.least, total.most)
        merged[key] = _merged(merged.get(key), replace(total, ways=((way, total.groups),)))
    return list(merged.values())


def _told_ways(groups: list[Group], named: list[Group], account: Account) -> Iterator[tuple[str, Total]]:
    tallies = [group for group in groups if group.mention.rule == TALLY]
    every, groups = groups, [group for group in groups if group not in tallies]
    for tally in tallies:
        further = _and_further(tally, every, account)
        yield "tally", _scored((tally, *further), account, points=_TOLD_OUTRIGHT)
    for run in breakdowns(groups, account.text):
        yield "broken_down", Total(*sum_of(run), run)
    runs = [_without_staff(run) for run in runs_of(groups, account.text)]
    groups = [group for run in runs for group in run]
    with_others = list(_with_others(runs, account))
    yield from (("clauses", _scored(both, account, points=1)) for both in with_others)
    beside = {both[-1].start for both in with_others}
    alone = (run for run in runs if run[0].kind not in PARTS and run[-1].start not in beside)
    yield from (("run", _scored(run, account)) for run in alone)
    yield from (("tally" if _became(total) else "grown", total) for total in _grown(runs, account))
    yield from (("clauses", total) for total in _clauses(runs, account))
    yield from (("bulleted", total) for total in _bulleted(groups, account))
    yield from (("whole", total) for total in _wholes(groups, account))
    yield from (("run", _scored(run, account)) for run in _listed(groups, named, account.text))
    others = [("run", run) for run in runs if run[0].kind in PARTS]
    yield from ((way, Total(*sum_of(run), run)) for way, run in (*others, *_sums(groups, named, account)))


def _sums(groups: list[Group], named: list[Group], account: Account) -> Iterator[tuple[str, Run]]:
    by_sentence: dict[int, list[Group]] = {}
    for group in groups:
        if group.kind != "definite":
            by_sentence.setdefault(account.sentence(group.start), []).append(group)
    yield from (("sentence", tuple(each)) for each in by_sentence.values() if len(each) > 1)
    parts = tuple(group for group in groups if group.kind in PARTS)
    by_paragraph = (tuple(each) for _, each in groupby(parts, key=lambda group: account.paragraph(group.start)))
    yield from (("parts", each) for each in (parts, *(p for p in by_paragraph if p != parts)) if len(each) > 1)
    yield from (("window", run) for run in _windows(groups, account))
    last = max((group for group in groups if _nth(group) > 2), key=_nth, default=None)
    if last is not None:
        yield "nth", (replace(last, least=_nth(last), most=_nth(last)),)
    if named:
        yield "named", tuple(named)
        rest = (g for g in groups if g.kind in {"rest", "more"} or "other" in g.mention.text or _of_their_own(g))
        yield from (("named+", (*named, group)) for group in rest if not _are_named(group, named, account.text))


def _of_their_own(group: Group) -> bool:
    """ "A detective, who cannot be named, was given a final written warning": one more, beside those who are named."""
    return group.kind == "new" and group.least == group.most == 1 and group.head == "police" and bool(group.outcome)


def _are_named(group: Group, named: Run, text: str) -> bool:
    """ "Two of her former colleagues, PC Vale and PC Orr": those of a count are the ones whose names follow it."""
    return any(_APPOSITION.fullmatch(text, group.end, name.start) for name in named if name.start > group.end)


_APPOSITION = re.compile(
    r"(?:,|:| [-–—]|,? namely|,? named as|,? identified as) (?:the |former |ex-|[a-z]{4,12} |[A-Z]\w{1,11}\.? ){0,3}"
)


def _listed(groups: list[Group], named: list[Group], text: str) -> Iterator[Run]:
    """Names and counts in one list: "Inspector Vale, Sgt Orr, three constables and a former constable"."""
    run: list[Group] = []
    told = (*named, *(group for group in groups if group.kind == "new" and group.head == "police"))
    for each in sorted(told, key=lambda group: group.start):
        gap = text[run[-1].end : each.start] if run else ""
        named_after = bool(run) and bool(each.name) and not run[-1].name  # "two constables, PC Vale and PC Orr" are two
        if run and _ONE_MORE.fullmatch(gap) and not (named_after and gap.startswith(", ")):
            run.append(each)
            continue
        yield from _of_both(run, text)
        run = [each]
    yield from _of_both(run, text)


def _of_both(run: list[Group], text: str) -> Iterator[Run]:
    """A list that ends on "and", if it has names and counts."""
    counts = sum(not group.name for group in run)
    if 0 < counts < len(run) and text[run[-2].end : run[-1].start].rstrip().endswith("and"):
        yield tuple(run)


# Between two of a list of names and counts: ", 34, and Sgt ", " along with "
_ONE_MORE = re.compile(rf"{AGE}(?:,? and| along with|,){BEFORE_A_NAME}")


def _windows(groups: list[Group], account: Account) -> Iterator[Run]:
    """Parts that follow each other: "Eleven are still serving. The other two have moved on"."""
    run: list[Group] = []
    for group in groups:
        near = run and account.sentence(group.start) - account.sentence(run[-1].start) <= _NEAR
        if not is_part(group):
            run = [] if group.least > 1 else run
            continue
        run = [*run, group] if near else [group]
        yield from (tuple(run[-size:]) for size in range(2, len(run) + 1))


def _merged(known: Total | None, total: Total) -> Total:
    if known is None:
        return total
    ways = (*known.ways, *total.ways)
    if known.points is None or total.points is None:
        return replace(known if total.points is None else total, ways=ways)
    return replace(max(known, total, key=_told), points=max(total.points, known.points) + 1, ways=ways)


def best(totals: Iterable[Total], named: list[Group]) -> Total | None:
    """The total by points: the largest of the well-supported ones, for a headline often counts one part of them.

    As many names support a total, and more names than it has overrule it.
    """
    names = len(named)
    scored = [
        replace(t, points=t.points + 2 * (names > 1 and t.least == names)) for t in totals if t.points is not None
    ]
    strong = [total for total in scored if total.points >= STRONG]
    if strong:
        found = max(strong, key=lambda total: (total.most or total.least, total.points))
    else:
        found = max(scored, key=lambda total: (total.points, total.least), default=None)
    if named and (found is None or (found.most or found.least) < names):
        return Total(names, names, tuple(named), STRONG)
    return found


def _told(total: Total) -> tuple[int, int]:
    """Of two totals that are the same number, the one that says more of serving and former."""
    return sum(group.status in {"serving", "former", "mixed"} for group in total.groups), len(total.groups)


def _wholes(groups: list[Group], account: Account) -> Iterator[Total]:
    """ "Two of the eight officers": there are eight."""
    for group in groups:
        whole = group.mention.detail.get("of", "")
        if whole.isdigit() and group.mention.detail.get("among") != "members":
            yield Total(int(whole), int(whole), (group,), 2 + account.proceeding_in(group.mention))


def _scored(run: Run, account: Account, points: int = 0) -> Total:
    """A run's total, with the points that speak for it: where it stands, what stands beside it, who is counted."""
    least, most = sum_of(run)
    first = run[0].mention
    lead = account.is_lead(first)
    points += 3 * lead - (least == 1 and not lead)
    points += 2 * (run[0].kind == "definite" and least > 1)
    points += account.proceeding_in(first) + bool(account.same_sentence(first, "FORCE"))
    points += 2 * any(mention.detail.get("of") == str(least) for mention in account.of("OFFICERS"))
    points += 2 * (len(run) > 1) + (run[0].status == "mixed") - 2 * (run[0].head == "weak")
    return Total(least, most, run, points)


def _grown(runs: list[Run], account: Account) -> Iterator[Total]:
    """ "Another four …" and "two more" add to the group told of before; "the other two" completes a part of a whole."""
    base: Run = ()
    whole = max((sum_of(run)[0] for run in runs if run[0].kind in {"new", "definite"}), default=0)
    for run in runs:
        kind, size, so_far = run[0].kind, sum_of(run)[0], sum_of(base)[0]
        if kind == "more" and so_far - 1 == size > 1 and not account.same_sentence(run[0].mention, "STAGE", "SANCTION"):
            continue  # "Four shared the picture", which one had posted: "another three officers wrote captions"
        if kind == "more" and base and _fits(run[0], so_far + size):
            base = (*base, *run)
            yield _scored(base, account, points=1)
        elif kind == "rest" and base and _completes(base, size, whole):
            yield _scored((*base, *run), account)
        elif kind in {"new", "part"} and (not base or (size > 1 and size != so_far and not _vaguer(run, base))):
            base = run


def _and_further(tally: Group, groups: list[Group], account: Account) -> Run:
    """ "That brings to three the number of people arrested. A further five have been interviewed": those five."""
    if not _ARRESTED.search(account.text, tally.start, tally.end + _NEARBY):
        return ()
    near = (g for g in groups if 0 < account.sentence(g.start) - account.sentence(tally.start) <= _NEAR + 1)
    return next(((g,) for g in near if g.kind == "more" and _FURTHER.match(g.mention.text)), ())


_ARRESTED = re.compile(r"\b(?:arrest|detain|charg)", re.I)  # others may be under investigation all the same
_NEARBY = 30  # characters
_FURTHER = re.compile(r"(?:a further|another) (?!\w+ of\b)", re.I)


def _became(total: Total) -> bool:
    """Whether a sum begins with a number that was told as that of all: "That had become five … A further three"."""
    return total.groups[0].mention.rule == "officers:became"


def _clauses(runs: list[Run], account: Account) -> Iterator[Total]:
    """Groups of whom one sentence tells one thing each: "Three have been suspended and two placed on restricted
    duties".
    """
    together: Run = ()
    for run in runs:
        gap = account.text[together[-1].end : run[0].start] if together else ""
        if together and _CLAUSE.fullmatch(gap) and not _vaguer(run, together):
            together = (*together, *run)
            yield _scored(together, account, points=1)
        else:
            together = run if run[0].kind in {"new", "more"} else ()


# " have been suspended and ", " received final written warnings, and "
_CLAUSE = re.compile(
    r" [^.;:\n]{0,80}?\b(?:(?:has|have|had|was|were|will|is|are|been)\b[^.;:\n]{0,80}|"
    r"\w+(?:ed|en|ung|ught) [^.;:\n]{0,80}?)"
    r"(?:,? and|, while|, as| while|;)(?: (?:that|a further|another))? ?",
    re.I,
)


def _with_others(runs: list[Run], account: Account) -> Iterator[Run]:
    """Those of a headline and who is told of beside them: "Kerrin sergeant out, four others disciplined"."""
    for run, following in pairwise(runs):
        first, other = run[0], following[0]
        piece = account.piece(first.start)
        beside = piece.part != "body" and first.start >= piece.start and other.end <= piece.end
        one_more = _OTHERS.search(other.mention.text) or other.mention.rule == "officers:opening"
        if beside and one_more and first.kind == other.kind == "new" and first.head == "police":
            yield (*run, *following)


_OTHERS = re.compile(r"\b(?:others?|colleagues?|more)$", re.I)


def _without_staff(run: Run) -> Run:
    """Of "nine officers and three members of staff" the nine, who are police."""
    police = tuple(group for group in run if group.status != "staff")
    return police or run


def _vaguer(run: Run, base: Run) -> bool:
    """Whether "two men" only say who some of the officers before them are."""
    return run[0].head == "weak" and base[0].head != "weak"


def _completes(base: Run, size: int, whole: int) -> bool:
    """Whether a rest is added to a part, rather than told of inside the whole."""
    so_far = sum_of(base)[0]
    if size > whole:
        return True  # "three officers", and "the other eight"
    return base[0].kind != "definite" and so_far + size > whole and (base[0].kind == "part" or so_far < whole)


def _fits(group: Group, grown: int) -> bool:
    """Whether "a fifth" comes after four."""
    return _nth(group) in {0, grown}


def _nth(group: Group) -> int:
    """5 for "a fifth"; nought for what has no ordinal."""
    return place(group.mention.detail.get("nth", ""))


def _bulleted(groups: list[Group], account: Account) -> Iterator[Total]:
    """A list whose items each begin with a count adds up to one."""
    run: list[Group] = []
    for group in groups:
        begins = account.begins_item(group.start)
        step = account.paragraph(group.start) - account.paragraph(run[-1].start) if run else None
        if begins and step in {None, 1}:
            run.append(group)
        elif begins or step != 0:
            if len(run) > 1:
                yield _scored(tuple(run), account, points=1)
            run = [group] if begins else []
    if len(run) > 1:
        yield _scored(tuple(run), account, points=1)
