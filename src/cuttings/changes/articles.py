"""Which article of one run is which of the other: by their bytes, else by the file, else by the address."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from cuttings.changes.runs import Row, Run

# Columns that say something of an article, in the order of telling; the file's own name says nothing
COLUMNS = (
    *("text", "title", "standfirst", "author", "publisher", "section", "published", "published_basis", "updated"),
    *("url", "language", "duplicate_of"),
)


@dataclass(frozen=True)
class Changed:
    """An article that both runs have: its rows, and the columns that differ; ``anew`` where its bytes do."""

    old: Row
    new: Row
    columns: tuple[str, ...]
    anew: bool


@dataclass(frozen=True)
class Articles:
    """The articles of two runs: ``counterpart`` leads from an ``article_id`` of the earlier to the one that stands for
    it in the later, copies taken for what they are copies of; ``same`` has those earlier ids whose text is the same.
    """

    added: tuple[Row, ...]
    gone: tuple[Row, ...]
    changed: tuple[Changed, ...]
    counterpart: dict[str, str]
    same: frozenset[str]


def paired(old: Run, new: Run) -> Articles:
    """The articles of two runs, side by side.

    An ``article_id`` is made of the file's bytes, so that the same id is the same article wherever its file lies now.
    """
    pairs = {key: key for key in old.articles if key in new.articles}
    for name in (lambda row: row.file, lambda row: row.url):
        pairs |= _by(name, old.articles, new.articles, pairs)
    later = set(pairs.values())
    counterpart = _counterparts(old, new, pairs)
    return Articles(
        added=tuple(row for key, row in new.articles.items() if key not in later),
        gone=tuple(row for key, row in old.articles.items() if key not in pairs),
        changed=tuple(_changed(old, new, pairs)),
        counterpart=counterpart,
        same=frozenset(o for o, n in counterpart.items() if old.articles[o].text == new.articles[n].text),
    )


def _by(name: Callable[[Row], str], old: dict[str, Row], new: dict[str, Row], pairs: dict[str, str]) -> dict[str, str]:
    """Pairs of those that are left, where one on each side has the name."""
    later = set(pairs.values())
    left = _named(name, (row for key, row in old.items() if key not in pairs))
    right = _named(name, (row for key, row in new.items() if key not in later))
    return {ids[0]: right[key][0] for key, ids in left.items() if len(ids) == len(right.get(key, ())) == 1}


def _named(name: Callable[[Row], str], articles: Iterable[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in articles:
        if name(row):
            found[name(row)].append(row.article_id)
    return found


def _counterparts(old: Run, new: Run, pairs: dict[str, str]) -> dict[str, str]:
    """Which of two copies is counted may differ between runs: what one stands for, the other does."""
    found = {key: key for key in old.articles if key in new.articles and new.counted(key) == key == old.counted(key)}
    for left, right in pairs.items():
        found.setdefault(old.counted(left), new.counted(right))
    return found


def _changed(old: Run, new: Run, pairs: dict[str, str]) -> Iterator[Changed]:
    for left, right in pairs.items():
        before, after = old.articles[left], new.articles[right]
        columns = [name for name in COLUMNS[:-1] if getattr(before, name) != getattr(after, name)]
        copy_of = pairs.get(before.duplicate_of, before.duplicate_of)
        columns += ["duplicate_of"] if copy_of != after.duplicate_of else []
        if columns or before.sha256 != after.sha256:
            yield Changed(before, after, tuple(columns), before.sha256 != after.sha256)
