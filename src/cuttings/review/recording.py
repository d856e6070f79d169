"""What comes back from a file is recorded once: what its reviewer says already is not said again."""

from collections.abc import Sequence
from pathlib import Path

from cuttings.casebook import Decision, load, record
from cuttings.review.standing import verdicts


def says(decision: Decision) -> tuple:
    """What a decision says of its key: its verdict, what is new, and the comment."""
    new = (decision.new_value, decision.new_start, decision.new_end, decision.new_standing)
    return (decision.verdict, *new, decision.comment)


def record_new(casebook: Path, decisions: Sequence[Decision]) -> int:
    """Record those that are not their reviewer's last word on their key already, all or none; how many they are.

    What has been taken back is said no more, and is recorded anew. Raises OSError where they could not be saved.
    """
    stands = verdicts(load(casebook)).values()
    latest = {(each.key, each.reviewer): says(each) for said in stands for each in said.last}
    fresh = [each for each in decisions if latest.get((each.key, each.reviewer)) != says(each)]
    if fresh:
        record(casebook, *fresh)
    return len(fresh)
