"""What is taken out of a run for another tool, and what stays behind and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.review.queue import Item, Queue

NO_WORDS = "it has no words in the article to mark"


@dataclass(frozen=True)
class LeftOut:
    """A claim that is not in the file, and why."""

    claim_id: str
    reason: str


@dataclass(frozen=True)
class Taken:
    """A file that was written: its ``path``, how many ``tasks`` (or articles) and ``claims`` it has, what it lacks."""

    path: Path
    tasks: int
    claims: int
    left_out: tuple[LeftOut, ...] = ()


def waiting(queue: Queue) -> tuple[list[Item], list[LeftOut]]:
    """The claims that a reviewer has yet to decide, in the order of the queue: those with words, and the others."""
    left = queue.undecided()
    marked = [item for item in left if has_words(item)]
    return marked, [LeftOut(item.claim_id, NO_WORDS) for item in left if not has_words(item)]


def has_words(item: Item) -> bool:
    """Whether a claim has a span of at least one character."""
    start, end = item.read["start"], item.read["end"]
    return not pd.isna(start) and not pd.isna(end) and int(start) < int(end)


def place(item: Item) -> tuple[int, int]:
    """The offsets of a claim's words in its article's text."""
    return int(item.read["start"]), int(item.read["end"])


def by_article(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Claims under their ``article_id``, by their place in the text."""
    found: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: (*place(item), item.claim_id)):
        found.setdefault(str(item.read["article_id"]), []).append(item)
    return found


def write(content: str, path: Path) -> Path:
    """Put a file there whole, its folders made if need be; returns ``path``."""
    tables.write_whole(path, content.encode("utf-8"))
    return path
