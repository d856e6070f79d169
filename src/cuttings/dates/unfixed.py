"""Why the words of an article fix no day: what is missing or contradictory, in one line."""

from collections.abc import Sequence
from datetime import date

from cuttings.dates.constraints import Constraint, in_words

_SHORT = 60  # characters of an article's words in a cell


def why(shown: Sequence[Constraint], days: Sequence[date]) -> str:
    """What is missing, or empty when nothing bounds the day; ``days`` has those that are left."""
    if not shown:
        return ""
    of = {kind: [one for one in shown if one.kind == kind] for kind in ("tie", "weekday", "bare", "lower", "upper")}
    if of["tie"]:
        return _of_ties(of["tie"], days)
    if of["weekday"] or of["bare"]:
        return f"a weekday without a full date: {_words([*of['weekday'], *of['bare']][:1])}"
    after = [f"not before {in_words(one.bound)}" for one in of["lower"] if one.bound]
    before = [f"not after {in_words(one.bound)}" for one in of["upper"] if one.bound]
    return "; ".join(["no words count to the day published", *([", ".join(after + before)] if after or before else [])])


def _of_ties(ties: Sequence[Constraint], days: Sequence[date]) -> str:
    impossible = [one for one in ties if not one.days]
    if impossible:
        return f"no calendar has {_words(impossible)}"
    if not days:
        return f"contradictory: {_words(ties)} and the other dates leave no day"
    if len({day.year for day in days}) > 1:
        return f"no year is certain: {_words(ties)}"
    return f"{len(days)} days are left, {in_words(days[0])} to {in_words(days[-1])}: {_words(ties)}"


def _words(constraints: Sequence[Constraint]) -> str:
    said = [" ".join(one.reason.words.split()) for one in constraints]
    return ", ".join(f"“{words if len(words) <= _SHORT else words[: _SHORT - 1] + '…'}”" for words in said)
