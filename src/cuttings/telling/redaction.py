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
        somebody = _Forms([(key_of(words[-1:]), form) for words, form in full], re.IGNORECASE, anywhere=True)
        kept = {key_of(words): words for words in map(words_of, nameable) if words}
        split = [words.split() for words in map(folded, phrases) if not somebody.search(words)]
        kept |= {key_of(words): words for words in split if len(words) > 1}
        touched = {key_of([word]) for word in lone}
        self.kept = {
            key: words
            for key, words in kept.items()
            if key not in names and {key_of([word]) for word in words} & touched
        }
        full += [(words, _JOINT.join(map(_spelling, words))) for words in self.kept.values()]
        # The longest first: the surname inside a nameable name, or a force's, in full is never reached.
        full = sorted(full, key=lambda item: (-len(key_of(item[0])), item[1]))
        forms = [(key_of(words[-1:]), form) for words, form in full]
        alone = [(key_of([word]), word) for word in sorted(lone, key=lambda word: (-len(word), word))]
        plain = [(key, _capitalised(word)) for key, word in alone]
        either = [(key, form if key in ordinary else f"(?i:{form})") for key, form in plain]
        several = [words for words in names.values() if len(words) > 1]
        whole = [(key_of(words[-1:]), rf"(?i:{_JOINT.join(map(_spelling, words))})") for words in several]
        # "PC Lord", where Lord alone may be anybody; a handle or an address may join a name to other words
        titled = [words[-1] for words in several if _TITLE.fullmatch(words[-1])]
        plain += [(key_of([word]), rf"{_BEFORE}\s+{_spelling(word)}") for word in titled]
        joined = [(key, _spelling(word)) for key, word in alone if len(word) > 3 and key not in ordinary]
        plain += [(key, rf"(?<=[#@])\w*?{form}\w*") for key, form in joined]
        self._full = _Forms(whole)
        self._pattern, self._any_case = _Forms([*forms, *plain]), _Forms([*forms, *whole, *either])
        # an address has "vales-messages" for Vale's messages
        after = [*((key, f"(?:{form})s?") for key, form in plain), *((key, _GLUED + form) for key, form in joined)]
        self._address = _Forms([*forms, *after], re.IGNORECASE)
        self._letters = {part for words in names.values() for word in words for part in _parts(word)}
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

    def _found(self, forms: "_Forms", text: str) -> list[tuple[int, int]]:
        words = folded(text)
        pattern = forms.pattern(words)
        if pattern is None:
            return []
        if self._letters.isdisjoint(_parts(words)) and not _HANDLE.search(words):
            return []  # nearly every text: it has none of the names' words
        matches = (match for match in pattern.finditer(words) if key_of([match.group()]) not in self.kept)
        return [(match.start(), _end(text, match.end())) for match in matches]

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


class _Forms:
    """Forms of names, the first that fits goes; each with the letters that are in every text it is in.

    Of thousands of forms a text is searched for those alone whose letters it has: the work grows with the texts, and
    not with the texts times the names.
    """

    def __init__(
        self, forms: Iterable[tuple[str, str]], flags: re.RegexFlag = re.NOFLAG, anywhere: bool = False
    ) -> None:
        self._forms, self._flags = list(forms), flags
        self._ends = ("", "") if anywhere else (_START, _END)  # inside longer words too, or where a name may begin
        self._places: dict[str, list[int]] = {}
        for place, (letters, _) in enumerate(self._forms):
            self._places.setdefault(letters, []).append(place)
        self._starts: dict[str, list[str]] = {}
        for letters in self._places:
            self._starts.setdefault(letters[:_START_LETTERS], []).append(letters)
        self._short = [start for start in self._starts if len(start) < _START_LETTERS]
        self._compiled = lru_cache(maxsize=5_000)(self._compile)

    def pattern(self, words: str) -> re.Pattern[str] | None:
        """The pattern of those forms that can be in a folded text; None where none can."""
        letters = _NO_LETTERS.sub("", words.casefold())
        grams = {letters[at : at + _START_LETTERS] for at in range(len(letters) - _START_LETTERS + 1)}
        starts = [*self._short, *(grams & self._starts.keys())]
        there = [
            place for start in starts for key in self._starts[start] if key in letters for place in self._places[key]
        ]
        return self._compiled(tuple(sorted(there))) if there else None

    def search(self, words: str) -> bool:
        """Whether one of the forms is in a folded text, wherever in it."""
        pattern = self.pattern(words)
        return pattern is not None and pattern.search(words) is not None

    def _compile(self, places: tuple[int, ...]) -> re.Pattern[str]:
        forms = "|".join(self._forms[place][1] for place in places)
        return re.compile(f"(?:{forms})".join(self._ends), self._flags)


_START_LETTERS = 3
_NO_LETTERS = re.compile(r"[\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_HANDLE = re.compile(r"[#@%]|[a-z][A-Z]|^\S+$")  # where a name may stand inside a longer word


def _parts(text: str) -> set[str]:
    """The words of a folded text, and those that an apostrophe or a hyphen joins, without either."""
    words = text.casefold()
    found = {*_LETTERS.findall(words), *_LETTERS.findall(words.replace("'", "").replace("-", ""))}
    return found | {word.removesuffix("s") for word in found} | {word.removesuffix("es") for word in found}


def folded(text: str) -> str:
    """The text, as long as the text: without accents, with one kind of apostrophe and one of hyphen."""
    return (text if text.isascii() else "".join(map(_bare, text))).translate(_ALIKE)


@lru_cache(maxsize=10_000)
def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]


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
