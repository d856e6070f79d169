"""Which decisions stand: of each reviewer the last one on a thing; where reviewers differ, none of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from cuttings.casebook import Decision

NO_VERDICT = frozenset({"needs_call"})  # a note to oneself or to others, and no answer


@dataclass(frozen=True)
class Verdicts:
    """What reviewers say of one thing: ``last``, of each reviewer what was said last and not taken back; ``adds``,
    where the thing is a claim that reviewers added.
    """

    last: tuple[Decision, ...]
    adds: tuple[Decision, ...] = ()

    @cached_property
    def answers(self) -> list[Decision]:
        """The last word of each reviewer who has decided."""
        return [decision for decision in self.last if decision.verdict not in NO_VERDICT]

    @cached_property
    def differ(self) -> bool:
        """Whether two reviewers say different things, or have added a claim with different standings."""
        return len({said.says for said in self.answers}) > 1 or len({said.new_standing for said in self.adds}) > 1

    @cached_property
    def agreed(self) -> Decision | None:
        """What all who have decided say; None where nobody has, or two differ."""
        return self.answers[-1] if self.answers and not self.differ else None

    @cached_property
    def flag(self) -> str:
        """``disputed`` where reviewers differ, ``needs_call`` where one of them wants to ask somebody; else empty."""
        if self.differ:
            return "disputed"
        return "needs_call" if any(decision.verdict == "needs_call" for decision in self.last) else ""

    @cached_property
    def added(self) -> Decision | None:
        """The decision that added the claim."""
        return self.adds[0] if self.adds else None


NONE = Verdicts(())


def verdicts(decisions: Iterable[Decision]) -> dict[tuple, Verdicts]:
    """What stands on each key of a decision, by decisions in the order in which they were recorded.

    A withdrawal takes back the one decision that it names: what the same reviewer said before stands again.
    """
    said: dict[tuple, list[Decision]] = {}
    for decision in decisions:
        if decision.verdict == "withdrawn":
            said[decision.key] = [e for e in said.get(decision.key, ()) if e.decision_id != decision.withdraws]
        else:
            said.setdefault(decision.key, []).append(decision)
    return {key: _standing(each) for key, each in said.items() if each}


def _standing(said: list[Decision]) -> Verdicts:
    last: dict[str, Decision] = {}
    for decision in said:
        last.pop(decision.reviewer, None)  # the latest goes last
        last[decision.reviewer] = decision
    adds = {decision.reviewer: decision for decision in said if decision.verdict == "added"}
    return Verdicts(tuple(last.values()), tuple(adds.values()))


def both(one: Verdicts, other: Verdicts) -> Verdicts:
    """What reviewers say of one thing under two keys; who has spoken under both is heard under the first."""
    if not (one.last and other.last):
        return one if one.last else other
    last = {decision.reviewer: decision for decision in (*other.last, *one.last)}
    return Verdicts(tuple(last.values()), one.adds + other.adds)


def heard(key: tuple, of: Callable[[tuple], Verdicts]) -> Verdicts:
    """What reviewers say of the claim with this key of a decision; ``of``: what they say under one key.

    Older casebooks have no standing in a key: what they say is heard, whatever the claim's is.
    """
    older = (*key[:-2], "", key[-1])
    return both(of(key), of(older)) if older != key else of(key)
