"""Words put together as parts of regular expressions, so that a pattern reads as a list of what it catches."""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from re import _parser
from typing import Any

# A capitalised word: "Harrowmere", "Stoke-on-Trent", "O’Hare"
CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
# A word, hyphens and apostrophes included
WORD = r"[\w’'-]+"


def one_of(*alternatives: str) -> str:
    """A group of alternatives, tried in this order; each may be a pattern itself.

    >>> one_of("no", "not", r"n['’]t")
    "(?:no|not|n['’]t)"
    """
    return f"(?:{'|'.join(alternatives)})"


def words(listed: str) -> tuple[str, ...]:
    """The words of a list that is written in one string.

    >>> one_of(*words("he she they"))
    '(?:he|she|they)'
    """
    return tuple(listed.split())


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases of a list that is written in one string, over as many lines as it takes.

    Between two phrases stands ``|`` with a space on both sides. Each may be a pattern, and a line may end after a ``|``
    of its own.

    >>> phrases("no longer | will (?:soon|now)")
    ('no longer', 'will (?:soon|now)')
    """
    joined = re.sub(r"(?<=\S)\|\n\s*", "|", listed)
    return tuple(" ".join(phrase.split()) for phrase in re.split(r"\s\|\s", joined))


def any_in(text: str, listed: tuple[str, ...]) -> bool:
    """Whether one of these stands in a text, inside a word or not: a quick look before a pattern that takes long."""
    return any(map(text.__contains__, listed))


class Sought:
    """A pattern that is tried only on a text that holds words which it cannot match without: most have none of them.

    What must be there is read from the pattern itself. Offsets are as for ``re.Pattern.search``.

    >>> Sought(r"\b[Ss]heriff of (?:Kerrin|Tarrow)\b").needs
    ('Kerrin', 'Tarrow')
    """

    _as_read: Callable[[str], str] = str

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)
        self.needs = tuple(sorted(_needed(_parser.parse(pattern))))
        self._first = self.needs if len(self.needs) <= _FEW else ()  # what is looked for first

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        text = self._as_read(text)
        if self._first and not any(map(text[start:end].__contains__, self._first)):
            return None
        return self._pattern.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        text = self._as_read(text)
        if self._first and not any(map(text[start:end].__contains__, self._first)):
            return iter(())
        return self._pattern.finditer(text, start, end)

    def in_lines(self, text: str) -> Iterator[re.Match[str]]:
        """What ``finditer`` gives, sooner: few lines hold what it needs. For a pattern that matches no line break."""
        text = self._as_read(text)
        for start, end in self._lines_with(text) if self.needs else lines(text):
            yield from self._pattern.finditer(text, start, end)

    def _lines_with(self, text: str) -> list[tuple[int, int]]:
        every, found = lines(text), set()
        for word in self.needs:
            at = text.find(word)
            while at >= 0:
                line = every[bisect_right(every, (at, len(text))) - 1]
                found.add(line)
                at = text.find(word, line[1])
        return sorted(found)


@lru_cache(4)
def lines(text: str) -> list[tuple[int, int]]:
    """Where the lines of a text start and end that are not empty."""
    return [line.span() for line in re.finditer(r"[^\n]+", text)]


@lru_cache(512)
def lowered(text: str) -> str:
    """A text in lower case, letter for letter: offsets stay, and what ``re.IGNORECASE`` takes for a letter is it."""
    return text.lower() if text.isascii() else text.replace("İ", "i").replace("ı", "i").replace("ſ", "s").lower()


class AnyCase(Sought):
    """One that finds words in any case, as ``re.IGNORECASE`` does, in a third of the time.

    The text is put in lower case, and so is the pattern, which then is looked for as it is written. A match is one of
    the lower-case text: its offsets are those of the text, its words are not.

    >>> AnyCase(r"\bPCs? (?=[A-Z])").search("Two PCs and PC Vale").span()
    (4, 8)

    Raises ValueError for a pattern that says for a part of itself whether its case counts.
    """

    _as_read = staticmethod(lowered)

    def __init__(self, pattern: str) -> None:
        if re.search(r"\(\?[a-z]*-?i", pattern):
            raise ValueError(f"case cannot count in a part of {pattern!r}")
        super().__init__(_CAPITAL_LETTER.sub(lambda letter: letter.group().lower(), pattern))


_CAPITAL_LETTER = re.compile(r"(?<!\\)(?<!\(\?)[A-ZÀ-Þ]")  # but not those of \W and (?P<name>
_FEW, _MOST_NEEDED = 8, 20  # words that are sooner found than the pattern: in a sentence, in the lines of a text


def _needed(pattern: Iterable[tuple[int, Any]]) -> frozenset[str]:
    """Strings one of which stands in all that a parsed pattern matches; none where there are no such, or too many."""
    found, run = [], ""
    for operation, value in [*pattern, (None, None)]:
        if operation is _parser.LITERAL:
            run += chr(value)
        elif operation is not _parser.AT:  # a place between letters, such as \b
            found += [frozenset({run} - {""}), _needed_by(operation, value)]
            run = ""
    told = [each for each in found if each and len(each) <= _MOST_NEEDED and min(map(len, each)) > 1]
    return max(told, key=lambda each: min(map(len, each)) - len(each) / 4, default=frozenset())


def _needed_by(operation: int | None, value: Any) -> frozenset[str]:
    if operation is _parser.BRANCH:
        each = [_needed(branch) for branch in value[1]]
        every = frozenset().union(*each) if all(each) else frozenset()
        return frozenset(word for word in every if not any(other in word for other in every - {word}))
    repeated = operation in {_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT} and value[0] > 0
    ahead = operation is _parser.ASSERT and value[0] > 0
    if repeated or ahead or (operation is _parser.SUBPATTERN and not value[1] & re.IGNORECASE):
        return _needed(value[-1])
    return frozenset()


# Letters of Latin scripts beyond English: Żółtowski, Çelik, Novák
_LATIN = [chr(code) for code in range(0xC0, 0x250)]
UPPER = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
