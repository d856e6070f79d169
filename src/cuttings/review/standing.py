"""Which decisions stand: of each reviewer the last one on a thing; where reviewers differ, none of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.casebook import Decision

NO_VERDICT = frozenset({"needs_call"})  # a note to oneself or to others, and no answer


@dataclass(frozen=True)
class Verdicts:
    """What reviewers say of one thing: ``last``, of each reviewer who has not taken it back; ``added``, where the thing
    is a claim that somebody added.
    """

    last: tuple[Decision, ...]
    added: Decision | None = None

    @property
    def answers(self) -> list[Decision]:
        """The last word of each reviewer who has decided."""
        return [decision for decision in self.last if decision.verdict not in NO_VERDICT]

    @property
    def agreed(self) -> Decision | None:
        """What all who have decided say; None where nobody has, or two differ."""
        said = self.answers
        return said[-1] if said and len({decision.says for decision in said}) == 1 else None

    @property
    def flag(self) -> str:
        """``disputed`` where reviewers differ, ``needs_call`` where one of them wants to ask somebody; else empty."""
        if len({decision.says for decision in self.answers}) > 1:
            return "disputed"
        return "needs_call" if any(decision.verdict == "needs_call" for decision in self.last) else ""


NONE = Verdicts(())


def verdicts(decisions: Iterable[Decision]) -> dict[tuple, Verdicts]:
    """What stands on each key of a decision, by decisions in the order in which they were recorded."""
    last: dict[tuple, dict[str, Decision]] = {}
    added: dict[tuple, dict[str, Decision]] = {}
    for decision in decisions:
        of, by = decision.key, decision.reviewer
        if decision.verdict == "withdrawn":
            for kept in (last, added):
                kept[of] = {
                    name: each for name, each in kept.get(of, {}).items() if each.decision_id != decision.withdraws
                }
            continue
        last.setdefault(of, {}).pop(by, None)  # the latest goes last
        last[of][by] = decision
        if decision.verdict == "added":
            added.setdefault(of, {})[by] = decision
    return {
        key: Verdicts(tuple(of.values()), next(iter(added.get(key, {}).values()), None))
        for key, of in last.items()
        if of
    }
