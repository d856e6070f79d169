"""Forms: the way a vocabulary row writes the words it looks for.

A form is words. Beyond plain words it may hold:

- ``demean*``: the word with any ending of letters, or none;
- ``*`` alone between words: up to three words of anything, with no full stop, colon or semicolon between, and no word
  that denies ("not", "never", "no", "without");
- ``sacked/fired``: either word (``T//DCI`` where a stroke itself is meant);
- ``(formally)``: a word, or several, that may be left out; ``(a/an)``: either, or neither.

A form with a capital letter matches as written, an all-lower-case one in any case. A straight quotation mark or
apostrophe also matches curly ones, a hyphen also a dash or a space, a space any white space but a paragraph break.
"Will not" also matches "won't", and so with every verb that is shortened before "not".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice, product

MOST_GAPS = 3

_SPACE = r"(?:[^\S\n]++(?:\n[^\S\n]*+)?+|\n[^\S\n]*+)"
_NO = r"(?:not|never|no|neither|nor|without|\w{1,8}n['’]t)\b"  # "found him not guilty" is no "found * guilty"
_GAP_WORD = rf"(?!(?i:{_NO}))[^\s.!?;:]{{1,60}}+(?:\.\w[^\s.!?;:]{{0,60}}+){{0,3}}+"
_GAP = rf"(?:{_SPACE}{_GAP_WORD}){{0,3}}?"
_ENDING = r"[^\W\d_]*+"
_LETTERS = {"-": rf"(?:[-‐‑‒–]|{_SPACE})", "'": "['’‘ʼ′]", '"': '["“”„«»]'}
_PIECE = re.compile(r"\(([^()]*)\)(?=\s|$)|(\S+)")
_EITHER = re.compile(r"(?<!/)/(?!/)")
WORD = re.compile(r"\w+")


class FormError(ValueError):
    """A form that cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True)
class Piece:
    """One piece of a form: its alternatives (``*`` alone for a gap), each a run of words, and whether it is needed."""

    alternatives: tuple[str, ...]
    optional: bool = False

    @property
    def gap(self) -> bool:
        return self.alternatives == ("*",)


_NOT = Piece(("not",))
_REGULAR = ("is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "would", "could", "should")
_SHORT = {verb: f"{verb}n't" for verb in _REGULAR} | {"will": "won't", "can": "can't"}


@cache
def pieces(form: str) -> tuple[Piece, ...]:
    """The pieces of a form, in order.

    >>> [piece.alternatives for piece in pieces("sacked/fired (on) * Friday")]
    [('sacked', 'fired'), ('on',), ('*',), ('Friday',)]

    Raises FormError, saying what is wrong.
    """
    found: list[Piece] = []
    for group, word in (match.groups() for match in _PIECE.finditer(form)):
        found.append(_word_piece(word) if group is None else _optional_piece(group))
    _check(form, found)
    return tuple(_contracted(found))


def _contracted(found: list[Piece]) -> Iterator[Piece]:
    """The pieces, where a verb and "not" that follow each other are one: "will not" or "won't"."""
    at = 0
    while at < len(found):
        verb, after = found[at], found[at + 1] if at + 1 < len(found) else None
        if after == _NOT and not verb.optional and not _SHORT.keys().isdisjoint(verb.alternatives):
            both = ((f"{word} not", _SHORT.get(word, f"{word} not")) for word in verb.alternatives)
            yield Piece(tuple(dict.fromkeys(word for pair in both for word in pair)))
            at += 2
        else:
            yield verb
            at += 1


def _word_piece(word: str) -> Piece:
    if "(" in word or ")" in word:
        raise FormError(f"unbalanced or inner bracket in {word!r}: brackets go around whole words, as in '(formally)'")
    alternatives = tuple(part.replace("//", "/") for part in _EITHER.split(word))
    if "" in alternatives:
        raise FormError(f"{word!r} has nothing on one side of its '/'")
    return Piece(alternatives)


def _optional_piece(group: str) -> Piece:
    words = " ".join(group.split())
    if " " in words and "/" in words:
        raise FormError(f"({words}): in brackets '/' stands between single words, as in '(a/an)'")
    return Piece(_word_piece(words).alternatives if "/" in words else (words,), optional=True)


def _check(form: str, found: list[Piece]) -> None:
    if not found:
        raise FormError("the form is empty")
    for piece in found:
        for word in (word for alternative in piece.alternatives for word in alternative.split() or [""]):
            if not word:
                raise FormError("there is nothing between the brackets")
            if "*" in word[:-1] or (word == "*" and not piece.gap):
                raise FormError(f"'*' goes at the end of a word, or alone between two words: {word!r}")
    needed = [piece for piece in found if not piece.optional]
    if all(piece.gap for piece in needed):
        raise FormError("nothing in the form is needed: leave at least one word outside brackets")
    if needed[0].gap or needed[-1].gap:
        raise FormError("'*' alone stands between two words, not at an end of the form")
    if sum(piece.gap for piece in found) > MOST_GAPS:
        raise FormError(f"more than {MOST_GAPS} '*' standing alone")
    for word in first_words(found):
        if not WORD.match(word):
            raise FormError(f"a form begins with a letter or a digit, not with {word[0]!r}")


def first_words(found: Iterable[Piece]) -> Iterator[str]:
    """The words that what a form matches may begin with."""
    for piece in found:
        yield from piece.alternatives
        if not piece.optional:
            return


@cache
def second_words(form: str) -> frozenset[str]:
    """The words, in lower case, one of which follows the first of what a form matches; empty where any may, or none.

    >>> sorted(second_words("sacked/fired (on) Friday")), sorted(second_words("was * sacked"))
    (['friday', 'on'], [])
    """
    found = pieces(form)
    needed = [at for at, piece in enumerate(found) if not piece.optional]
    lead = found[: needed[1] + 1] if len(needed) > 1 else found
    seconds = {_second_word(written) for written in _written(lead)}
    return frozenset(seconds) if all(seconds) else frozenset()


def _second_word(written: str) -> str:
    first, second = (*islice(WORD.finditer(written), 2), None)[:2]
    if second is None or " * " in written[first.end() : second.start()] or written.startswith("*", second.end()):
        return ""
    return second.group().lower()


def spellings(form: str, most: int = 1024) -> set[str]:
    """What a form stands for with its alternatives and brackets written out, ``*`` left as it is; at most ``most``.

    >>> sorted(spellings("sacked/fired (on) Friday"))
    ['fired Friday', 'fired on Friday', 'sacked Friday', 'sacked on Friday']
    """
    return set(islice(_written(pieces(form)), most))


def _written(found: Iterable[Piece]) -> Iterator[str]:
    choices = [(*piece.alternatives, "") if piece.optional else piece.alternatives for piece in found]
    return (" ".join(word for word in words if word) for words in product(*choices))


@cache
def pattern(form: str) -> re.Pattern[str]:
    """The regular expression of a form: no unbounded gap, nothing that can be tried twice. Raises FormError."""
    out, started = "", False
    for piece in pieces(form):
        longest_first = sorted(piece.alternatives, key=len, reverse=True)
        words = "|".join(_SPACE.join(map(_letters, words.split())) for words in longest_first)
        if piece.gap:
            out += _GAP
        elif started:
            out += f"(?:{_SPACE}(?:{words})){'?' if piece.optional else ''}"
        else:
            out += f"(?:(?:{words}){_SPACE})?" if piece.optional else f"(?:{words})"
            started = not piece.optional
    return re.compile(rf"{out}(?!\w)", re.NOFLAG if _as_written(form) else re.IGNORECASE)


@cache
def exactness(form: str) -> tuple[int, bool]:
    """Orders forms that match the same words: fewer ``*`` go first, then a form matched as written."""
    return -form.count("*"), _as_written(form)


def _as_written(form: str) -> bool:
    return any(letter.isupper() for letter in form)


def _letters(word: str) -> str:
    stem, ending = (word[:-1], _ENDING) if word.endswith("*") else (word, "")
    return "".join(_LETTERS.get(letter, re.escape(letter)) for letter in stem) + ending
