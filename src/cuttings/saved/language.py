"""The language of a text."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from cuttings.plaintext.lines import words

# Frequent in English, and no word, or a rare one, of the languages that share its letters.
_ENGLISH = frozenset(
    words(
        "the and of to was that with for he she they were have has had been his their from which who this not be it"
        " its as by said would will are after when than but you what about"
    )
)
_SHARE = 0.18
_SURE = 0.7  # probability
_FEWEST = 5
_SAMPLE = 20_000  # characters looked at


def language(text: str) -> str:
    """The ISO 639-1 code of a text's language; empty for a text that is too short, or too mixed, to tell.

    Frequent English words decide for English, however many names of other languages stand among them; for the others
    it is py3langid.

    >>> language("The force said that it was sorry for it."), language("Die Polizei hat sich dafür entschuldigt.")
    ('en', 'de')
    """
    sample = text[:_SAMPLE]
    spoken = [word.casefold() for word in words(sample)[:1000]]
    if len(spoken) >= _FEWEST and sum(word in _ENGLISH for word in spoken) >= _SHARE * len(spoken):
        return "en"
    code, sure = _identifier().classify(sample)
    return code if sure >= _SURE and len(sample) >= 20 else ""


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
