"""Lexicons: the forms of many rows, found in a text in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import Pattern
from typing import Any, NamedTuple, Protocol

from cuttings.words.forms import WORD, exactness, first_words, pattern, pieces

WORDS_REMEMBERED = 1 << 16  # what they begin, for each lexicon

NOTHING = "-"  # the value of a row whose words only look like a form: they are passed over


class Entry(Protocol):
    """What a lexicon holds: anything with a form and a value, such as a vocabulary's row."""

    @property
    def form(self) -> str: ...

    @property
    def value(self) -> str: ...


class Hit(NamedTuple):
    """Words found in a text: ``text[start:end]``, and the row whose form they are."""

    start: int
    end: int
    row: Any


class Lexicon:
    """The forms of some rows, found in a text in one pass over its words.

    Looking a word up costs the same however many rows there are: forms are kept by the word they begin with,
    and what a word begins is remembered.
    """

    def __init__(self, rows: Iterable[Entry]) -> None:
        """Raises FormError for a form that cannot be read."""
        self.rows = tuple(rows)
        self._whole: defaultdict[str, list[Entry]] = defaultdict(list)
        self._stems: defaultdict[str, list[Entry]] = defaultdict(list)
        for row in self.rows:
            for word in dict.fromkeys(first_words(pieces(row.form))):
                self._keep(word.split()[0], row)
        self._lengths = tuple(sorted({len(stem) for stem in self._stems}))
        self._begun: dict[str, tuple[tuple[Pattern, Entry], ...]] = {}

    def _keep(self, word: str, row: Entry) -> None:
        first = WORD.match(word)
        key = first.group().lower() if first else ""
        kept = self._stems if word[len(key) :] == "*" else self._whole
        if row not in kept[key]:
            kept[key].append(row)

    def finditer(self, text: str) -> Iterator[Hit]:
        """Hits in the text in order, none overlapping; where several forms begin, the one that reaches furthest.

        Of two that reach as far, the one with fewer ``*``, then the one matched as written, then the first row.
        Offsets count code points of ``text``. Rows whose value is ``-`` are matched and passed over.
        """
        reached, known = 0, self._begun.get
        for start, word in _words(text):
            rows = known(word)
            if rows is None:
                rows = self._beginning(word)
            if rows and start >= reached and (hit := _furthest(rows, text, start)):
                reached = hit.end
                if hit.row.value != NOTHING:
                    yield hit

    def get(self, words: str) -> Any | None:
        """The row that the words as a whole are a form of, or None."""
        first = WORD.match(words)
        hit = _furthest(self._beginning(first.group().lower()), words, 0) if first else None
        return hit.row if hit and hit.end == len(words) and hit.row.value != NOTHING else None

    def __contains__(self, words: str) -> bool:
        return self.get(words) is not None

    def __len__(self) -> int:
        return len(self.rows)

    def _beginning(self, word: str) -> tuple[tuple[Pattern, Entry], ...]:
        """The rows with a form that begins with this word, in lower case, each with its form's pattern."""
        stems = (word[:length] for length in self._lengths if length <= len(word))
        rows = (*self._whole.get(word, ()), *(row for stem in stems for row in self._stems.get(stem, ())))
        if len(self._begun) >= WORDS_REMEMBERED:
            self._begun.clear()
        return self._begun.setdefault(word, tuple((pattern(row.form), row) for row in rows))


def _furthest(rows: Iterable[tuple[Pattern, Entry]], text: str, start: int) -> Hit | None:
    best: Hit | None = None
    for form, row in rows:
        found = form.match(text, start)
        if found and (best is None or (found.end(), exactness(row.form)) > (best.end, exactness(best.row.form))):
            best = Hit(start, found.end(), row)
    return best


@lru_cache(1)
def _words(text: str) -> list[tuple[int, str]]:
    """Where each word of the text begins, and the word in lower case; many lexicons ask for one text in turn."""
    return [(word.start(), word.group().lower()) for word in WORD.finditer(text)]
