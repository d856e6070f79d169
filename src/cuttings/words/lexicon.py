"""Lexicons: the forms of many rows, found in a text in one pass over its words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import zip_longest
from typing import Any, NamedTuple, Protocol

from cuttings.words.forms import WORD, exactness, first_words, pattern, pieces, second_words

WORDS_REMEMBERED = 1 << 16  # what they begin, for each lexicon

_UNSURE = "?"  # for a next word beyond ASCII, in which an apostrophe may be a letter: "chiefʼs"
NOTHING = "-"  # the value of a row whose words only look like a form: they are passed over


class Entry(Protocol):
    """What a lexicon holds: anything with a form and a value, such as a vocabulary's row."""

    @property
    def form(self) -> str: ...

    @property
    def value(self) -> str: ...


Rows = tuple[Entry, ...]


class Hit(NamedTuple):
    """Words found in a text: ``text[start:end]``, and the row whose form they are."""

    start: int
    end: int
    row: Any


class Lexicon:
    """The forms of some rows, found in a text in one pass over its words.

    Looking a word up costs the same however many rows there are: forms are kept by the word they begin with, and of
    those by the word that follows it; what a word begins is remembered.
    """

    def __init__(self, rows: Iterable[Entry]) -> None:
        """Raises FormError for a form that cannot be read."""
        self.rows = tuple(rows)
        self._begun_by = _Beginnings(self.rows)

    def finditer(self, text: str) -> Iterator[Hit]:
        """Hits in the text in order, none overlapping; where several forms begin, the one that reaches furthest.

        Of two that reach as far, the one with fewer ``*``, then the one matched as written, then the first row.
        Offsets count code points of ``text``. Rows whose value is ``-`` are matched and passed over.
        """
        reached = 0
        for start, rows in sorted(self._beginnings(text)):
            if start >= reached and (hit := _furthest(rows, text, start)):
                reached = hit.end
                if hit.row.value != NOTHING:
                    yield hit

    def _beginnings(self, text: str) -> Iterator[tuple[int, Rows]]:
        for word, places in _places(text).items():
            if begun := self._begun_by[word]:
                by_next, with_any = begun.by_next, begun.with_any
                for start, following in places:
                    if rows := by_next.get(following, with_any):
                        yield start, rows

    def get(self, words: str) -> Any | None:
        """The row that the words as a whole are a form of, or None."""
        first = WORD.match(words)
        begun = self._begun_by[first.group().lower()] if first else None
        hit = _furthest(begun.rows, words, 0) if begun else None
        return hit.row if hit and hit.end == len(words) and hit.row.value != NOTHING else None

    def __contains__(self, words: str) -> bool:
        return self.get(words) is not None

    def __len__(self) -> int:
        return len(self.rows)


class _Begun:
    """The rows that one word begins: all, and those that are left where the next word is known."""

    def __init__(self, rows: Rows) -> None:
        seconds = [(row, second_words(row.form)) for row in rows]
        self.rows = rows
        self.by_next = {
            word: tuple(row for row, words in seconds if not words or word in words)
            for word in set().union(*(words for _, words in seconds))
        }
        self.by_next[_UNSURE] = rows
        self.with_any = tuple(row for row, words in seconds if not words)


class _Beginnings(dict[str, _Begun | None]):
    """The rows whose form begins with a word, in lower case, or None; once looked up, kept."""

    def __init__(self, rows: Iterable[Entry]) -> None:
        super().__init__()
        self.whole: defaultdict[str, list[Entry]] = defaultdict(list)
        self.stems: defaultdict[str, list[Entry]] = defaultdict(list)
        for row in rows:
            for word in dict.fromkeys(first_words(pieces(row.form))):
                self._keep(word.split()[0], row)
        self.lengths = tuple(sorted({len(stem) for stem in self.stems}))

    def _keep(self, word: str, row: Entry) -> None:
        first = WORD.match(word)
        key = first.group().lower() if first else ""
        kept = self.stems if word[len(key) :] == "*" else self.whole
        if row not in kept[key]:
            kept[key].append(row)

    def __missing__(self, word: str) -> _Begun | None:
        stems = (word[:length] for length in self.lengths if length <= len(word))
        rows = (*self.whole.get(word, ()), *(row for stem in stems for row in self.stems.get(stem, ())))
        if len(self) >= WORDS_REMEMBERED:
            self.clear()
        return self.setdefault(word, _Begun(rows) if rows else None)


def _furthest(rows: Rows, text: str, start: int) -> Hit | None:
    best: Hit | None = None
    for row in rows:  # whose patterns are compiled here, for most forms never stand in a text up to their second word
        found = pattern(row.form).match(text, start)
        if found and (best is None or (found.end(), exactness(row.form)) > (best.end, exactness(best.row.form))):
            best = Hit(start, found.end(), row)
    return best


@lru_cache(2)
def words_in(text: str) -> list[tuple[int, str]]:
    """Where each word of a text begins, and the word in lower case; several ask for one text in turn."""
    return [(word.start(), word.group().lower()) for word in WORD.finditer(text)]


@lru_cache(2)
def _places(text: str) -> dict[str, list[tuple[int, str]]]:
    """Each word of a text, where it stands, and the word after it."""
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    found = words_in(text)
    following = [word if word.isascii() else _UNSURE for _, word in found[1:]]
    for (start, word), after in zip_longest(found, following, fillvalue=""):
        places[word].append((start, after))
    return places
