"""Bytes to characters, and characters to the ones that offsets are counted in."""

import codecs
import re
import unicodedata

import ftfy
from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("‘’“”–—…•£€©®°·½¼¾ÁÉÍÓÚáéíóúàèâêîôûäëïöüçñ\u00a0")
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]")
_NOTHING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # \x1b colours what a terminal prints
_UNTIDY = ftfy.TextFixerConfig(uncurl_quotes=False, explain=False)


def decode(data: bytes, declared: str = "") -> str | None:
    """The characters that ``data`` stands for, or None when it is no text in any encoding.

    A byte order mark decides; then UTF-8, which other encodings do not pass for; then ``declared`` (what the page says
    of itself); then Windows-1252, if what comes of it is English; then a guess from the letters. UTF-8 with a few
    broken bytes in it is still UTF-8.

    >>> decode("£5 – “so be it”".encode("cp1252"))
    '£5 – “so be it”'
    """
    text = _marked(data)
    if text is None and b"\0" not in data:  # UTF-16 without its mark would pass for UTF-8 too
        text = _strict(data, "utf-8")
    if text is None and declared:
        text = _strict(data, declared)
    if text is None and b"\0" not in data:
        text = _broken_utf8(data)
    if text is None and b"\0" not in data:
        text = _western(data)
    if text is None:
        guess = from_bytes(data).best()
        text = _strict(data, "utf-8") if guess is None else str(guess)
    return text if text is None or len(_CONTROLS.findall(text)) * 100 <= len(text) else None


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):  # ValueError: a declared name with a NUL in it
        return None


def _broken_utf8(data: bytes) -> str | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return data.decode("utf-8", "windows") if whole >= 5 * broken else None


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8 read as Windows-1252, from where such bytes come; U+FFFD where that has none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    found = "".join(_LETTER.get(byte, "\ufffd") for byte in error.object[error.start : error.end])
    return found, error.end


_LETTER = {byte: bytes([byte]).decode("cp1252") for byte in range(0x82, 0x9B) if byte not in (0x8D, 0x8F, 0x90)}
codecs.register_error("windows", _as_windows)


def _western(data: bytes) -> str | None:
    """Windows-1252, if it makes of the bytes what English text has besides ASCII; a guess may take £ for Ł."""
    text = _strict(data, "cp1252")
    return text if text and all(char < "\x7f" or char in _WESTERN for char in set(text)) else None


def normalise(text: str) -> str:
    r"""The text as everything after it counts its characters.

    Mojibake and HTML entities are repaired, quotation marks left as they are; Unicode NFC; line ends are ``\n``; every
    other white space is a plain space; characters that show nothing (NUL and other controls, zero-width, soft hyphen,
    direction marks) are gone; a lone surrogate is U+FFFD.

    >>> normalise("the force\u00e2\u20ac\u2122s\r\nof\u00adfi\u200bcer")
    'the force’s\nofficer'
    """
    text = _SURROGATES.sub("\ufffd", text)
    for _ in range(4):  # what one round brings to light (an entity in an entity) the next one cleans
        before, text = text, _round(text)
        if text == before:
            break
    return text


def _round(text: str) -> str:
    text = "\n".join(map(_mended, _NEWLINES.sub("\n", text).split("\n")))
    text = _SPACES.sub(" ", _NEWLINES.sub("\n", text))
    return unicodedata.normalize("NFC", _NOTHING.sub("", _SURROGATES.sub("\ufffd", text)))


def _mended(line: str) -> str:
    return line if line.isascii() and "&" not in line and "\x1b" not in line else ftfy.fix_text(line, _UNTIDY)


def tidy(text: str) -> str:
    """One line of running text: normalised, and white space of any kind and length is one space."""
    return " ".join(normalise(text).split())
