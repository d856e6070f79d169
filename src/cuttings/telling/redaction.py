"""Taking names out of a text, in every form that the text may give them."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from urllib.parse import unquote

import pandas as pd

WITHHELD = "[name withheld]"
# An age and a street know a person as well as a name: "Dana Frome, 41, of Ferry Lane, Eastgate"
_STREETS = "Street|Road|Lane|Close|Avenue|Drive|Way|Terrace|Place|Crescent|Gardens|Row|Square|Hill|Park|Walk|Mews|Grove"
_KNOWN_BY = re.compile(
    r"(?:, (?:aged )?\d\d(?=[,.;)]| who| from| of| and|$)| \(\d\d\))?"
    + rf"(?:,? (?:of|from) (?:[A-Z][\w'’-]+ ){{1,3}}(?:{_STREETS})\b(?:, [A-Z][\w'’-]+)?)?"
)

_TITLE = re.compile(
    "pc|pcso|dc|tdc|ds|di|dci|dcs|wpc|ps|sgt|sergeant|insp|inspector|ch|chief|supt|superintendent|constable|detective|"
    "commander|commissioner|deputy|assistant|acting|temporary|former|ex|officer|mr|mrs|ms|miss|mx|dr|prof|professor|sir|"
    "dame|lord|lady|baroness|baron|rev|judge|justice|cllr|mp",
    re.IGNORECASE,
)
_SUFFIX = re.compile("jr|sr|ii|iii|iv|qpm|obe|mbe|cbe|kc|qc", re.IGNORECASE)
_MONTH = re.compile("april|may|june|july|august", re.IGNORECASE)
_ALIKE = str.maketrans(
    {**dict.fromkeys("’‘ʼ′`´", "'"), **dict.fromkeys("‐‑‒–—−", "-"), **dict(zip("øØłŁđĐıæÆ", "oOlLdDiaA", strict=True))}
)

_BEFORE = "(?:PC|Pc|DC|Dc|DS|PS|DI|Sgt|Insp|Mr|Mrs|Ms|Miss)"
# What an address or a file's name joins to a surname: pcvale, justiceforvale
_GLUED = "(?:pcs?|dc|ds|ps|di|sgt|sergeant|insp|inspector|constable|officer|cop|justicefor|free|save|sack)"

_JOINT = r"(?:[\s.,_+/-]|%20)+"
_MIDDLE = rf"(?:{_JOINT}[A-Z](?:[^\W\d_]|['-])*+)"
_PARTICLE = rf"(?:(?i:van|von|de|der|den|del|della|la|le|du|da|di|dos|bin|ibn|al|el|ap|st){_JOINT})"
# A name ends where its letters do, or at a hump: #JusticeForGell, @MattGell.
_HUMP = r"(?<=(?-i:[a-z]))(?=(?-i:[A-Z]))"
_START, _END = rf"(?:(?<![^\W\d_])|{_HUMP})", rf"(?:(?![^\W\d_])|{_HUMP})"


class Redactor:
    """Takes names out of texts: ``Redactor(withheld, nameable, phrases)(text)``.

    A withheld name goes in any of its forms: in full, with middle names, an initial or a short first name; the surname
    or the first name alone, whatever title stands before it; with any apostrophe, hyphen or accent. A surname that a
    nameable person shares stands only where the nameable name stands in full; so does a word of a phrase that is no
    person's (West Yorkshire Police, where Mr West is withheld). A name alone in lower case goes only
    from a text without capitals or without spaces (a file's name, an address, a handle): in a sentence "black" is more
    often the word than Mr Black; and a word in ``ordinary``, in lower case, from an address alone. An age and a street
    that follow a name go with it.

    >>> Redactor(["Rhoda Quillfeather"])("PC Quillfeather’s messages, and RHODA QUILLFEATHER’s")
    'PC [name withheld]’s messages, and [name withheld]’s'
    """

    def __init__(
        self,
        withheld: Iterable[str],
        nameable: Iterable[str] = (),
        phrases: Iterable[str] = (),
        ordinary: Collection[str] = (),
    ) -> None:
        names = {key_of(words): words for words in map(words_of, withheld) if words}
        lone = {word for words in names.values() for word in _alone(words, ordinary)}
        full = [(words, _full(words)) for words in names.values() if len(words) > 1]
        somebody = re.compile("|".join(form for _, form in full) or "(?!)", re.IGNORECASE)
        kept = {key_of(words): words for words in map(words_of, nameable) if words}
        self._letters = {part for words in names.values() for word in words for part in _parts(word)}
        several = (words for words in map(folded, phrases) if len(words.split()) > 1)
        split = [words.split() for words in several if not (self._may_name(words) and somebody.search(words))]
        kept |= {key_of(words): words for words in split}
        touched = {key_of([word]) for word in lone}
        self.kept = {
            key: words
            for key, words in kept.items()
            if key not in names and {key_of([word]) for word in words} & touched
        }
        full += [(words, _JOINT.join(map(_spelling, words))) for words in self.kept.values()]
        # The longest first: the surname inside a nameable name, or a force's, in full is never reached.
        forms = [form for _, form in sorted(full, key=lambda item: (-len(key_of(item[0])), item[1]))]
        alone = sorted(lone, key=lambda word: (-len(word), word))
        plain = [_capitalised(word) for word in alone]
        either = [
            form if key_of([word]) in ordinary else f"(?i:{form})" for word, form in zip(alone, plain, strict=True)
        ]
        whole = [rf"(?i:{_JOINT.join(map(_spelling, words))})" for words in names.values() if len(words) > 1]
        # "PC Lord", where Lord alone may be anybody; a handle or an address may join a name to other words
        plain += [rf"{_BEFORE}\s+{_spelling(w[-1])}" for w in names.values() if len(w) > 1 and _TITLE.fullmatch(w[-1])]
        joined = [_spelling(word) for word in alone if len(word) > 3 and key_of([word]) not in ordinary]
        plain += [rf"(?<=[#@])\w*?{form}\w*" for form in joined]
        self._full = _one_of(whole)
        self._pattern, self._any_case = _one_of([*forms, *plain]), _one_of([*forms, *whole, *either])
        # an address has "vales-messages" for Vale's messages
        self._address = _one_of(
            [*forms, *(f"(?:{form})s?" for form in plain), *(_GLUED + form for form in joined)], re.IGNORECASE
        )
        self._cached = lru_cache(maxsize=20_000)(self._redacted)

    def __call__(self, text: str) -> str:
        """The text, in NFC, with each withheld name as ``[name withheld]``."""
        return self._cached(text)

    def address(self, text: str) -> str:
        """The same for a file's name or an address, where a name in lower case is no word."""
        spelt = unquote(text)
        return self._redacted(spelt if self.spans(spelt, address=True) else text, address=True)

    def table(self, data: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
        """A copy of the table with those text columns redacted."""
        return data.assign(**{column: data[column].map(self).astype("string") for column in columns})

    def spans(self, text: str, address: bool = False) -> list[tuple[int, int]]:
        """Start and end of each withheld name in the text, in order; offsets into the text in NFC."""
        text = unicodedata.normalize("NFC", text)
        if address:
            return self._found(self._address, text)
        any_case = " " not in text or not any(letter.isupper() for letter in text)
        return self._found(self._any_case if any_case else self._pattern, text)

    def in_full(self, text: str) -> list[tuple[int, int]]:
        """Start and end of each withheld name of two words and more, in any case."""
        return self._found(self._full, unicodedata.normalize("NFC", text))

    def _found(self, pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
        words = folded(text)
        if not self._may_name(words):
            return []
        matches = (match for match in pattern.finditer(words) if key_of([match.group()]) not in self.kept)
        return [(match.start(), _end(text, match.end())) for match in matches]

    def _may_name(self, words: str) -> bool:
        """Whether a folded text may hold one of the names; nearly none does, for it has none of the names' words."""
        return not self._letters.isdisjoint(_parts(words)) or bool(_HANDLE.search(words))

    def _redacted(self, text: str, address: bool = False) -> str:
        text, pieces, done = unicodedata.normalize("NFC", text), [], 0
        for start, end in self.spans(text, address):
            pieces += [text[done:start], WITHHELD]
            done = end
        return "".join([*pieces, text[done:]])


def _end(text: str, end: int) -> int:
    """Where a name ends, with the age and the street that follow it."""
    known_by = _KNOWN_BY.match(text, end)
    return known_by.end() if known_by else end


def _one_of(forms: list[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    return re.compile(f"{_START}(?:{'|'.join(forms)}){_END}" if forms else "(?!)", flags)


_LETTERS = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"[#@%]|[a-z][A-Z]|^\S+$")  # where a name may stand inside a longer word


def _parts(text: str) -> set[str]:
    """The words of a folded text, and those that an apostrophe or a hyphen joins, without either."""
    words = text.casefold()
    found = {*_LETTERS.findall(words), *_LETTERS.findall(words.replace("'", "").replace("-", ""))}
    return found | {word.removesuffix("s") for word in found} | {word.removesuffix("es") for word in found}


def folded(text: str) -> str:
    """The text, as long as the text: without accents, with one kind of apostrophe and one of hyphen."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text).translate(_ALIKE)


def key_of(words: Iterable[str]) -> str:
    """What the spellings of a name have in common: its letters."""
    return "".join(letter for word in words for letter in folded(word).casefold() if letter.isalnum())


def words_of(name: str) -> list[str]:
    """The words of a name without titles, post-nominals and quotation marks; none for a cipher ("Officer A")."""
    words = [word.strip("'\"“”().,") for word in folded(unicodedata.normalize("NFC", name)).split()]
    words = [word for word in words if word]
    while words and _TITLE.fullmatch(words[0]):
        words = words[1:]
    while words and _SUFFIX.fullmatch(words[-1]):
        words = words[:-1]
    return [] if len(words) == 1 and len(words[0]) == 1 else words


def _spelling(word: str) -> str:
    """The word as it may be written: an apostrophe or a hyphen kept, dropped or made a space, in any case."""
    letters = dict.fromkeys("'-", r"(?:['-]|\s)?")
    return f"(?i:{''.join(letters.get(letter) or re.escape(letter) for letter in word)})"


def _full(words: list[str]) -> str:
    first, last = words[0], words[-1]
    short = rf"(?i:{re.escape(first[:3])})(?:[^\W\d_]|['-]){{0,20}}?" if len(first) > 3 else _spelling(first)
    initial = rf"(?i:{re.escape(first[0])})(?:\.?\s?[A-Z])?"
    between = rf"{_MIDDLE}{{0,{max(2, len(words) - 2)}}}{_JOINT}{_PARTICLE}*"
    # @mattgell; not for short names, which make words: Ed Ward, edward.
    handle = "?" if min(len(first), len(last)) > 3 else ""
    return f"(?:{short}(?:{between}){handle}|{initial}{between}){_spelling(last)}"


def _alone(words: list[str], ordinary: Collection[str]) -> set[str]:
    """The words of a name that give it away alone: surname, each half of a double-barrelled one, and the first name and
    those between unless they are ordinary words.
    """
    first = set() if len(words) > 1 and key_of(words[:1]) in ordinary else {words[0]}
    middle = {word for word in words[1:-1] if len(word) > 3 and key_of([word]) not in ordinary}
    forms = {*first, *middle, words[-1], *(part for part in words[-1].split("-") if len(part) > 2)}
    return {word for word in forms if len(word) > 1 and not _TITLE.fullmatch(word)}


def _capitalised(word: str) -> str:
    first, rest = re.escape(word[0].upper()), _spelling(word[1:])
    if _MONTH.fullmatch(word):
        return rf"(?<!\d\s){first}{rest}(?!\s\d)"
    return rf"{first}{rest}|(?<=\b[Tt]he\s){first}{rest}(?i:e?s)"
