"""Words put together as parts of regular expressions, so that a pattern reads as a list of what it catches."""

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


# Letters of Latin scripts beyond English: Żółtowski, Çelik, Novák
_LATIN = [chr(code) for code in range(0xC0, 0x250)]
UPPER = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
