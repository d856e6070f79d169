"""The whole way from two folders to what is told of them: what ``cuttings diff`` and a report begin with."""

from pathlib import Path

from cuttings import publication
from cuttings.changes.comparison import compared
from cuttings.changes.runs import opened
from cuttings.changes.telling import told
from cuttings.changes.told import Told
from cuttings.telling.redaction import Redactor


def between(
    earlier: Path,
    later: Path,
    vocabulary: Path | None = None,
    *,
    names: bool = False,
    under_way: bool = False,
) -> tuple[Told, Redactor]:
    """What changed from the run in one folder to the run in another, and what took the names out of it.

    ``vocabulary``: the later run's; by default the one that its run.json names. ``names``: withhold none, for the
    newsroom's own eyes. ``under_way``: the later run need not be at its end, for the report that it is writing.

    >>> told, _ = between(Path("out/monday"), Path("out/tuesday"))  # doctest: +SKIP
    >>> told.sentences  # doctest: +SKIP
    ('1 incident is new.', '1 incident moved from under investigation to charged.', ...)

    Raises ComparisonError for a folder that is no run, or a run that failed or is under way, TableError for a table
    that is missing or lacks a column, VocabularyError for a vocabulary that cannot be used.
    """
    old, new = opened(earlier), opened(later, vocabulary, under_way)
    redact = Redactor(()) if names else publication.redactor(earlier, old.vocabulary, (later, new.vocabulary))
    return told(compared(old, new), redact), redact
