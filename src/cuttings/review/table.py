"""The state of a review as tables: what is open, and what was said."""

from collections.abc import Iterable

import pandas as pd

from cuttings.casebook import Decision
from cuttings.review.queue import STATUSES, Queue


def states(queue: Queue) -> pd.DataFrame:
    """A row for each column of claims: ``attribute, claims`` and how many are ``open, decided, needs_call, disputed``;
    the columns with most that is open first.
    """
    rows: dict[str, dict[str, int]] = {}
    for item in queue.items:
        row = rows.setdefault(str(item.claim["attribute"]), dict.fromkeys(STATUSES, 0))
        row[queue.status(item)] += 1
    data = [{"attribute": name, "claims": sum(row.values()), **row} for name, row in rows.items()]
    found = pd.DataFrame(data, columns=["attribute", "claims", *STATUSES])
    return found.sort_values(["open", "attribute"], ascending=[False, True], ignore_index=True)


def log(decisions: Iterable[Decision]) -> pd.DataFrame:
    """The decisions in the order in which they were made: ``time, reviewer, attribute, value, verdict, new, comment``;
    ``new`` joins what a correction gives.
    """
    names = ("new_value", "new_standing", "new_words")
    rows = [
        {
            **{name: getattr(each, name) for name in ("time", "reviewer", "attribute", "value", "verdict")},
            "new": ", ".join(cell for cell in (getattr(each, name) for name in names) if cell),
            "comment": each.comment,
        }
        for each in decisions
    ]
    return pd.DataFrame(rows, columns=["time", "reviewer", "attribute", "value", "verdict", "new", "comment"])
