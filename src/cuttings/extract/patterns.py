"""Words put together as parts of regular expressions, so that a pattern reads as a list of what it catches."""

import re

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
    return any(word in text for word in listed)


# Letters of Latin scripts beyond English: Żółtowski, Çelik, Novák
_LATIN = [chr(code) for code in range(0xC0, 0x250)]
UPPER = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
