"""How far reviewers agree, column by column: Cohen's kappa, which takes off what they would agree on by chance.

Jacob Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import pandas as pd

from cuttings import tables
from cuttings.casebook import Decision
from cuttings.review.making import INCIDENT, NAMEABLE
from cuttings.review.standing import verdicts

ALL = "all"
_COLUMNS = {"attribute": "string", "reviewers": "string", "claims": "Int64", "agreed": "Int64", "kappa": "Float64"}

Answers = tuple[tuple, tuple]  # what either of two reviewers says of one thing


def agreement(decisions: Iterable[Decision]) -> pd.DataFrame:
    """A row for each attribute and pair of reviewers who have decided the same claims; then one over all attributes.

    Columns: ``attribute``, in the order of the tables and then ``all``; ``reviewers``, two names joined by `` | ``;
    ``claims``, how many both have decided; ``agreed``, on how many they say the same; ``kappa``, 1 for full agreement,
    0 for what chance would give, below it for less, and <NA> where both say one and the same thing of every claim.

    The last word of each reviewer counts. Answers are: accepted (as also of whoever adds a claim), rejected, or
    corrected to the same value, words and standing; ``needs_call`` is none. Who may be named (``nameable``) and which
    accounts are one (``incident``) have rows of their own, and no part in ``all``.
    """
    answers: dict[tuple[str, str], list[Answers]] = {}
    for key, said in verdicts(decisions).items():
        for one, other in combinations(sorted(said.answers, key=lambda decision: decision.reviewer), 2):
            answers.setdefault((key[5], f"{one.reviewer}{tables.SEPARATOR}{other.reviewer}"), []).append(
                (one.says, other.says)
            )
    return pd.DataFrame(_rows(answers), columns=list(_COLUMNS)).astype(_COLUMNS)


def _rows(answers: dict[tuple[str, str], list[Answers]]) -> Iterator[tuple]:
    pairs = sorted({reviewers for _, reviewers in answers})
    for attribute in (*tables.ATTRIBUTES, NAMEABLE, INCIDENT):
        for pair in pairs:
            if (attribute, pair) in answers:
                yield _row(attribute, pair, answers[attribute, pair])
    for pair in pairs:
        every = [each for attribute in tables.ATTRIBUTES for each in answers.get((attribute, pair), ())]
        if every:
            yield _row(ALL, pair, every)


def _row(attribute: str, pair: str, answers: Sequence[Answers]) -> tuple:
    return attribute, pair, len(answers), sum(one == other for one, other in answers), kappa(answers)


def kappa(answers: Sequence[Answers]) -> float | None:
    """(agreement seen - agreement by chance) / (1 - agreement by chance); None where chance alone gives 1.

    By chance two people agree as often as the shares of each answer among theirs make likely.

    >>> kappa([(("accepted",), ("accepted",)), (("rejected",), ("rejected",))])
    1.0
    """
    many, seen = len(answers), sum(one == other for one, other in answers)
    first, second = Counter(one for one, _ in answers), Counter(other for _, other in answers)
    chance = sum(first[answer] * second[answer] for answer in first)
    return (many * seen - chance) / (many * many - chance) if chance < many * many else None


def report_lines(frame: pd.DataFrame) -> str:
    """What ``agreement`` returns, as text to print; kappa to two decimals, ``-`` where it is undefined."""
    if frame.empty:
        return "no claim was decided by two reviewers"
    wide = max(frame["reviewers"].str.len().max(), len("reviewers"))
    lines = [f"{'how far reviewers agree'.ljust(25)}{'reviewers'.ljust(wide)}  claims  agreed  kappa"]
    for row in frame.itertuples():
        rate = "-" if pd.isna(row.kappa) else f"{row.kappa:.2f}"
        lines.append(f"{row.attribute.ljust(25)}{row.reviewers.ljust(wide)}{row.claims:>8}{row.agreed:>8}{rate:>7}")
    return "\n".join(lines)
