"""Which of an account's totals is how many subjects there are: a linear ranking, with weights learnt from the corpus.

Points (``totals.best``) favour one; the ranking weighs it against the others by where and how each is told, and may
take none: an empty cell is better than a wrong one. The weights stand in ``weights.csv``, a row a feature;
``cuttings corpus learn`` writes it.
"""

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cuttings.assemble.accounts import Account
from cuttings.assemble.steps import own_steps
from cuttings.assemble.subjects.groups import Group
from cuttings.assemble.subjects.joined import Run
from cuttings.assemble.subjects.totals import Total

WEIGHTS = Path(__file__).with_name("weights.csv")
FEATURES = (
    # the ways it is told in
    *("tally", "grown", "sentence", "parts", "named", "named+", "ways", "joined", "sum", "any_sum", "lead_sum"),
    *("only_nth", "named_told", "clauses", "all"),
    # where it is told, and beside what
    *("headline", "first_sentence", "late", "main", "force", "before_court", "members", "others"),
    # who is counted, and as what
    *("police", "weak", "new", "definite", "part", "more", "only_parts", "serving", "former", "of"),
    # the number itself
    *("one", "two", "size", "above_20", "above_50", "open", "range", "largest", "largest_to_25", "headline_one"),
    # against the names, and against the points
    *("as_many_names", "fewer_names", "more_names", "one_name", "points", "favourite", "favourite_points"),
    *("favourite_leads", "favourite_of_few", "none"),
)
_used: ContextVar[Mapping[str, float] | None] = ContextVar("weights", default=None)
_NEAR = 50  # characters around a count that speak for or against it
_MANY, _MOST = 20, 25  # from here on it is rather a chat's members, or a force's strength
_MEMBERS = re.compile(
    r"\b(?:members?|participants?|accounts?|group|chat|thread|strong|strength|force of|employ\w*|follow\w*|messages?|"
    r"posts?|files|names|people|years?|staff)\b",
    re.I,
)
_BEFORE_COURT = re.compile(
    r"\b(?:investigat\w+|suspend\w+|charg\w+|dismiss\w+|sack\w+|hearing|panel|accus\w+|face[sd]?|arrest\w*|misconduct|"
    r"referred|notices?|inquiry|trial|before|convicted|subject\w*|proceedings|answer|disciplin\w+|fired|warning)\b",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:other|another|more|further|fellow|colleagues|witness\w*|complain\w*|recruit\w*|hundreds?|some of|of its|"
    r"in the force|across)\b",
    re.I,
)


class Weighed(NamedTuple):
    """The total that weighs most, None where an empty cell does; how likely it is, from 0 to 1; the next in weight."""

    total: Total | None
    likely: float = 1.0
    rival: Total | None = None


def weigh(totals: Sequence[Total], named: Sequence[Group], account: Account, favourite: Total | None) -> Weighed:
    """Which of these totals it is. ``likely`` is of the numbers alone: right so often on articles not learnt from."""
    weights = _used.get() or shipped()
    weighed = sorted(
        ((_weight(features(total, totals, named, account, favourite), weights), total) for total in totals),
        key=lambda pair: -pair[0],
    )
    if not weighed or weighed[0][0] <= weights["none"]:
        return Weighed(None)
    heaviest, total = weighed[0]
    likely = 1 / sum(math.exp(weight - heaviest) for weight, _ in weighed)
    return Weighed(total, likely, weighed[1][1] if len(weighed) > 1 else None)


@contextmanager
def using(weights: Mapping[str, float]) -> Iterator[None]:
    """Weigh with these weights, by feature, instead of those that ship."""
    token = _used.set(weights)
    try:
        yield
    finally:
        _used.reset(token)


@cache
def shipped() -> Mapping[str, float]:
    """The weights of ``weights.csv``, by feature."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(file)}


def _weight(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum(value * weights[name] for name, value in found.items())


def features(
    total: Total, totals: Sequence[Total], named: Sequence[Group], account: Account, favourite: Total | None
) -> dict[str, float]:
    """What speaks for or against a total, by the names of ``FEATURES``; ``none`` is that of the empty cell alone."""
    runs = [run for way, run in total.ways if way == "run"] or [run for _, run in total.ways]
    favoured = favourite is not None and (favourite.least, favourite.most) == (total.least, total.most)
    told = {
        **_ways(total, 1 - 1 / len(totals), account),
        **_place(total, runs, account),
        **_counted(total, [run[0] for run in runs]),
        **_number(total, totals, len(named)),
        "named_told": _as_many_told(total, named, account),
    }
    points = min(favourite.points or 0, 8) / 5 if favoured and favourite else 0
    told |= {
        "all": _told_of_all(total, account),
        "of": any(mention.detail.get("of") == str(total.least) for mention in account.of("OFFICERS")),
        "headline_one": told["headline"] and total.least == 1,
        "points": max(total.points or 0, 0) / 5,
        "favourite": favoured,
        "favourite_points": points,
        "favourite_of_few": favoured / len(totals),
        "favourite_leads": favoured and any(account.is_lead(run[0].mention) for run in runs),
    }
    return {name: float(told[name]) for name in FEATURES if name != "none"}


def _told_of_all(total: Total, account: Account) -> bool:
    """Whether the article goes on about as many: "All four have been served with notices"."""
    alls = (m for m in account.of("OFFICERS") if m.text.lower().startswith("all "))
    return total.least > 1 and any(mention.value == str(total.least) for mention in alls)


def _as_many_told(total: Total, named: Sequence[Group], account: Account) -> bool:
    """Whether the article reports a step of as many by name."""
    if not 1 < total.least <= len(named):
        return False
    told = {person.value for person in account.of("PERSON") if own_steps(account, person)}
    return total.least == sum(name.name in told for name in named)


def _ways(total: Total, rivals: float, account: Account) -> dict[str, float]:
    ways = {way for way, _ in total.ways}
    lengths = [len(run) for _, run in total.ways]
    return {
        **{way: way in ways for way in ("tally", "grown", "clauses", "sentence", "parts", "named", "named+")},
        "ways": len(ways) - 1,
        "joined": any(way == "run" and len(run) > 1 and run[0].kind == "new" for way, run in total.ways),
        "sum": rivals * (min(lengths) > 1),
        "any_sum": rivals * (max(lengths) > 1),
        # "An officer has been arrested and four others suspended", where the article opens
        "lead_sum": any(len(run) > 1 and all(account.is_lead(group.mention) for group in run) for _, run in total.ways),
        "only_nth": ways == {"nth"},  # nobody says six, but there is "a sixth officer"
    }


def _place(total: Total, runs: Sequence[Run], account: Account) -> dict[str, float]:
    firsts = [run[0] for run in runs]
    pieces = [account.piece(group.start) for group in firsts]
    opening = next((piece for piece in account.pieces if piece.part == "body"), None)
    begins = account.pieces[0].start if account.pieces else 0
    start = min(group.start for _, run in total.ways for group in run)
    before = [account.text[max(0, group.start - _NEAR) : group.start] for group in firsts]
    around = [f"{left}|{account.text[g.end : g.end + _NEAR]}" for left, g in zip(before, firsts, strict=True)]
    return {
        "headline": any(piece.part != "body" for piece in pieces),
        "first_sentence": any(piece == opening for piece in pieces),
        "late": min(1.0, (start - begins) / 2000),
        "main": account.number == 0,
        "force": any(account.same_sentence(group.mention, "FORCE") for group in firsts),
        "before_court": _share(_BEFORE_COURT, around),
        "members": _share(_MEMBERS, around),
        "others": _share(_OTHERS, before),
    }


def _share(pattern: re.Pattern, texts: Sequence[str]) -> float:
    return sum(bool(pattern.search(text)) for text in texts) / max(1, len(texts))


def _counted(total: Total, firsts: Sequence[Group]) -> dict[str, float]:
    every = [group for _, run in total.ways for group in run]
    kinds = {group.kind for group in firsts}
    return {
        "police": any(group.head == "police" for group in firsts),
        "weak": bool(firsts) and all(group.head == "weak" for group in firsts),
        **{kind: kind in kinds for kind in ("new", "definite", "part", "more")},
        "only_parts": bool(kinds) and kinds <= {"part", "rest", "more"},
        **{status: any(group.status == status for group in every) for status in ("serving", "former")},
    }


def _number(total: Total, totals: Sequence[Total], names: int) -> dict[str, float]:
    number, sizes = total.least, [each.least for each in totals]
    return {
        "one": number == 1,
        "two": number == 2,
        "size": math.log(number),
        "above_20": number > _MANY,
        "above_50": number > 50,
        "open": total.most is None,
        "range": total.most not in {None, number},
        "largest": len(sizes) > 1 and number == max(sizes),
        "largest_to_25": len(sizes) > 1 and number == max((size for size in sizes if size <= _MOST), default=0),
        "as_many_names": number == names > 1,
        "fewer_names": 0 < names < number,
        "more_names": number < names,
        "one_name": number == names == 1,
    }
