"""Whether a text is English: a light check, enough to keep other languages from the English rules."""

from cuttings.plaintext.lines import words

# Frequent in English, and no word, or a rare one, of the languages that share its letters.
_ENGLISH = frozenset(
    words(
        "the and of to was that with for he she they were have has had been his their from which who this not be it"
        " its as by said would will are after when than but you what about"
    )
)
_SHARE = 0.18
_FEWEST = 5


def language(text: str) -> str:
    """``en`` for English, empty for any other language and for a text too short to tell.

    Only the share of frequent English words among the first thousand is looked at; no other language is named yet.

    >>> language("The force said that it was sorry for it."), language("Die Polizei hat sich entschuldigt.")
    ('en', '')
    """
    spoken = [word.casefold() for word in words(text[:20_000])[:1000]]
    if len(spoken) < _FEWEST:
        return ""
    return "en" if sum(word in _ENGLISH for word in spoken) >= _SHARE * len(spoken) else ""
