"""How many: number words and digits, with their bounds, as a least and a most."""

import re
from functools import lru_cache

from cuttings.extract.patterns import one_of, phrases, words
from cuttings.words.lexicon import words_in

_UNITS = words(
    "one two three four five six seven eight nine ten "
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
ORDINALS = words("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_VALUES = {word: n for n, word in enumerate(_UNITS, 1)}
_VALUES |= {word: n * 10 for n, word in enumerate(_TENS, 2)}
_FIXED = {"half a dozen": 6, "a dozen": 12, "two dozen": 24, "a couple of": 2, "a pair of": 2, "a hundred": 100}

_COMPOUND = rf"{one_of(*_TENS)}[- ]{one_of(*_UNITS[:9])}"  # twenty-one
_WORD = one_of(*_FIXED, _COMPOUND, *sorted(_VALUES, key=len, reverse=True))
# Digits that are no count: years are told by their form, money and percentages by their sign, ages by what follows.
_DIGITS = (
    r"(?<![\d£$€.,:/-])(?:\d{1,3}(?:,\d{3})+|\d{1,3})"  # 1,400; 14
    r"(?![\d%:/]|[.,]\d|st\b|nd\b|rd\b|th\b|[- ]?years?[- ]old|p\b|pm\b|am\b)"
)
_LEAST = phrases("at least | no fewer than | not fewer than | a minimum of | more than | over | upwards of")
_MOST = phrases("up to | as many as | at most | no more than | a maximum of | fewer than | less than | under")
_ROUGHLY = words("about around some roughly nearly almost approximately")
AT_LEAST, AT_MOST, ABOUT = one_of(*_LEAST), one_of(*_MOST), one_of(*_ROUGHLY)
_ONE = rf"(?:{_WORD}|{_DIGITS})"
NUMBER = one_of(
    rf"between\s+{_ONE}\s+and\s+{_ONE}",
    rf"{_ONE}\s+(?:or|to)\s+{_ONE}",  # five or six
    rf"(?:(?:{AT_LEAST}|{AT_MOST}|{ABOUT})\s+)?{_ONE}",  # at least six
)
# The words that a number may begin with, but for figures
_FIRST_WORDS = frozenset(
    phrase.split()[0] for phrase in (*_UNITS, *_TENS, *_FIXED, *_LEAST, *_MOST, *_ROUGHLY, "between")
)
_NUMBER = re.compile(NUMBER, re.I)
_RANGE = re.compile(rf"(?:between\s+)?({_ONE})\s+(?:and|or|to)\s+({_ONE})", re.I)

_BOUND = re.compile(rf"(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT}))\s+", re.I)


def is_number(told: str) -> bool:
    """Whether these words are a number, and nothing else."""
    return _NUMBER.fullmatch(told) is not None


def place(ordinal: str) -> int:
    """5 for "fifth"; nought for a word that is no ordinal from the second to the twelfth."""
    return ORDINALS.index(ordinal) + 2 if ordinal in ORDINALS else 0


@lru_cache(2)
def numbers_in(text: str) -> list[int]:
    """Where a number may begin in a text, with a word of its own.

    >>> numbers_in("At least six of the 14 officers")
    [0, 9, 20]
    """
    begins = (at for at, word in words_in(text) if word in _FIRST_WORDS or word[0].isdecimal())
    return [at for at in begins if _NUMBER.match(text, at)]


def bounds(told: str) -> tuple[int, int | None]:
    """The least and the most that a number's words can mean; None for no upper bound.

    >>> bounds("six"), bounds("at least six"), bounds("up to 100"), bounds("more than a dozen")
    ((6, 6), (6, None), (1, 100), (13, None))
    >>> bounds("between five and seven"), bounds("five or six"), bounds("fewer than ten")
    ((5, 7), (5, 6), (1, 9))

    Raises ValueError for words that ``NUMBER`` does not match.
    """
    both = _RANGE.fullmatch(told)
    if both:
        return value(both[1]), value(both[2])
    bound = _BOUND.match(told)
    number = value(told[bound.end() :] if bound else told)
    if bound is None or bound["about"]:
        return number, number
    if bound["most"]:
        return 1, number - (bound["most"].lower() in {"fewer than", "less than", "under"})
    return number + (bound["least"].lower() in {"more than", "over", "upwards of"}), None


def value(told: str) -> int:
    """The number that ``fourteen``, ``twenty-one``, ``half a dozen`` or ``1,400`` stands for.

    Raises ValueError for other words.
    """
    told = " ".join(told.lower().split())
    if told in _FIXED:
        return _FIXED[told]
    if told.replace(",", "").isdigit():
        return int(told.replace(",", ""))
    parts = re.split(r"[- ]", told)
    if not all(part in _VALUES for part in parts):
        raise ValueError(f"{told!r} is no number that is read here")
    return sum(_VALUES[part] for part in parts)


def written(least: int, most: int | None) -> str:
    """A count as the tables have it.

    >>> written(6, 6), written(6, None), written(1, 6), written(5, 7)
    ('6', '6..', '..6', '5..7')
    """
    if most is None:
        return f"{least}.."
    if least == most:
        return str(least)
    return f"..{most}" if least <= 1 else f"{least}..{most}"
