"""Copies of one text: the same file twice, the same words in other furniture, agency copy lightly edited.

Two reporters' stories of one incident share quotations and names, and few runs of five words beyond them; copies share
most of theirs. Candidates come from an inverted index over a sample of those runs, so the work grows with the texts and
not with their pairs.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import pandas as pd

from cuttings.plaintext.lines import words

RUN = 5  # words of a run
JACCARD = 0.55  # of the runs that either text has, both have as many: they are copies
CONTAINED = 0.8  # of the shorter text's runs the longer one has as many: copy that was cut
SHORTEST = 40  # words below which only the same words are a copy
_SAMPLE = 4  # one run in so many is indexed
_COMMON = 200  # texts past which a run is a phrase of everybody's
_CANDIDATES = 5  # texts that share most, compared in full


def mark(articles: pd.DataFrame) -> pd.DataFrame:
    """The table ``articles`` with ``duplicate_of`` filled: the article_id of the copy that is counted.

    Of several copies the earliest published is counted (one without a date after those with one), then the first by
    path. A copy points at the one that is counted, never at another copy. Needs the columns article_id, file, sha256,
    title, published and text; the rows keep their order and the index theirs.
    """
    marked, counted, found = articles.copy(), [""] * len(articles), _Counted()
    for at in _in_order(articles):
        row = articles.iloc[at]
        counted[at] = found.place(row["article_id"], row["sha256"], f"{row['title']}\n{row['text']}")
    marked["duplicate_of"] = pd.array(counted, dtype="string")
    return marked


def _in_order(articles: pd.DataFrame) -> list[int]:
    days, files = articles["published"].tolist(), articles["file"].tolist()
    return sorted(range(len(articles)), key=lambda at: (days[at] or "9999", files[at]))


class _Counted:
    """The articles counted so far, by their bytes, their words and a sample of their runs of words."""

    def __init__(self) -> None:
        self.same: dict[str, str] = {}
        self.runs: dict[str, frozenset[int]] = {}
        self.index: defaultdict[int, list[str]] = defaultdict(list)

    def place(self, article_id: str, sha256: str, text: str) -> str:
        """The counted article that this one is a copy of; empty when it is counted itself."""
        spoken = [word.casefold() for word in words(text)]
        marks = [f"bytes {sha256}", *([f"words {_digest(' '.join(spoken))}"] if spoken else [])]
        runs = frozenset(_runs(spoken)) if len(spoken) >= SHORTEST else frozenset()
        first = next((self.same[one] for one in marks if one in self.same), "") or self._nearest(runs)
        for one in marks:
            self.same.setdefault(one, first or article_id)
        if not first and runs:
            self.runs[article_id] = runs
            for run in _sampled(runs):
                self.index[run].append(article_id)
        return first

    def _nearest(self, runs: frozenset[int]) -> str:
        rare = [found for run in _sampled(runs) if len(found := self.index.get(run, [])) <= _COMMON]
        shared = Counter(article for found in rare for article in found)
        likeliest = [(_likeness(runs, self.runs[one]), one) for one, _ in shared.most_common(_CANDIDATES)]
        likeness, article = max(likeliest, default=(0.0, ""))
        return article if likeness >= 1 else ""


def _likeness(left: frozenset[int], right: frozenset[int]) -> float:
    """1 or more for copies."""
    both = len(left & right)
    return max(both / len(left | right) / JACCARD, both / min(len(left), len(right)) / CONTAINED)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _runs(spoken: Sequence[str]) -> Iterator[int]:
    for at in range(len(spoken) - RUN + 1):
        run = " ".join(spoken[at : at + RUN]).encode("utf-8", "replace")
        yield int.from_bytes(hashlib.blake2b(run, digest_size=8).digest(), "big")


def _sampled(runs: frozenset[int]) -> list[int]:
    return sorted(run for run in runs if run % _SAMPLE == 0)
