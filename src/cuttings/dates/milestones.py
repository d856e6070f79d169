"""Names that no article can print before a certain day: a lower bound for the day an undated one was published.

The rows are in ``data/vocabulary/milestones.csv``; only what national news took up at once is of use there.
"""

from datetime import date
from functools import lru_cache

from cuttings import vocabulary


def latest(text: str) -> tuple[date, int, int] | None:
    """The latest day before which the text cannot have been written, and where the name is that says so."""
    found = [(date.fromisoformat(hit.row.value), -hit.start, hit.end) for hit in _lexicon().finditer(text)]
    day, start, end = max(found, default=(None, 0, 0))
    return (day, -start, end) if day else None


@lru_cache(maxsize=1)
def _lexicon() -> vocabulary.Lexicon:
    return vocabulary.load().lexicon("milestones")
