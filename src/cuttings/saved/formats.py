"""What a saved file is, by its content: text, a web page, or something that cannot be read as an article yet."""

import csv
import json
import re
from dataclasses import dataclass

from cuttings.plaintext.lines import words

PLAIN, PAGE = "text/plain", "text/html"

_AS_PAGE = "open it in a browser and save the page as HTML"
_AS_TEXT = "open it, copy the article's text and save that as a .txt file"
_UNPACK = "unpack it into the articles folder"
_TYPE_OUT = "type out its text, or read it with an OCR program"
_EXPORT = "export its texts, one file each"


@dataclass(frozen=True)
class Format:
    """What a file is: its media type, and, unless an article can be read from it, the code, finding and way out."""

    media_type: str
    reason: str = ""
    detail: str = ""
    remedy: str = ""


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ODT = "application/vnd.oasis.opendocument.text"
_SIGNATURES: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"%PDF-", Format("application/pdf", "pdf", "a PDF document", _AS_TEXT)),
    (0, b"{\\rtf", Format("application/rtf", "word_processor", "an RTF document", _AS_TEXT)),
    (0, b"\xd0\xcf\x11\xe0", Format("application/x-ole-storage", "word_processor", "an old Office document", _AS_TEXT)),
    (0, b"\x1f\x8b", Format("application/gzip", "archive", "a gzip archive", _UNPACK)),
    (0, b"BZh", Format("application/x-bzip2", "archive", "a bzip2 archive", _UNPACK)),
    (0, b"\xfd7zXZ\0", Format("application/x-xz", "archive", "an xz archive", _UNPACK)),
    (0, b"7z\xbc\xaf", Format("application/x-7z-compressed", "archive", "a 7-Zip archive", _UNPACK)),
    (0, b"Rar!\x1a\x07", Format("application/vnd.rar", "archive", "a RAR archive", _UNPACK)),
    (257, b"ustar", Format("application/x-tar", "archive", "a tar archive", _UNPACK)),
    (0, b"WARC/1.", Format("application/warc", "archive", "a web archive (WARC)", _AS_PAGE)),
    (0, b"bplist00", Format("application/x-plist", "archive", "a web archive, or a property list", _AS_PAGE)),
    (0, b"\x89PNG\r\n", Format("image/png", "image", "a PNG image", _TYPE_OUT)),
    (0, b"\xff\xd8\xff", Format("image/jpeg", "image", "a JPEG image", _TYPE_OUT)),
    (0, b"GIF8", Format("image/gif", "image", "a GIF image", _TYPE_OUT)),
    (0, b"II*\0", Format("image/tiff", "image", "a TIFF image", _TYPE_OUT)),
    (0, b"MM\0*", Format("image/tiff", "image", "a TIFF image", _TYPE_OUT)),
    (8, b"WEBP", Format("image/webp", "image", "a WebP image", _TYPE_OUT)),
    (4, b"ftypheic", Format("image/heic", "image", "a HEIC image", _TYPE_OUT)),
    (4, b"ftypavif", Format("image/avif", "image", "an AVIF image", _TYPE_OUT)),
    (4, b"ftyp", Format("video/mp4", "audio_video", "a film or a sound", "type out what it says")),
    (0, b"RIFF", Format("audio/x-riff", "audio_video", "a film or a sound", "type out what it says")),
    (0, b"ID3", Format("audio/mpeg", "audio_video", "a sound", "type out what it says")),
    (0, b"OggS", Format("audio/ogg", "audio_video", "a film or a sound", "type out what it says")),
    (0, b"\x1aE\xdf\xa3", Format("video/x-matroska", "audio_video", "a film", "type out what it says")),
    (0, b"SQLite format 3\0", Format("application/vnd.sqlite3", "data", "an SQLite database", _EXPORT)),
)
_ZIPPED = (
    (b"word/document.xml", Format(_WORD, "word_processor", "a Word document", _AS_TEXT)),
    (_ODT.encode(), Format(_ODT, "word_processor", "an OpenDocument text", _AS_TEXT)),
    (b"", Format("application/zip", "archive", "a ZIP archive, or an Office document", _UNPACK)),
)
_HEADER = re.compile(r"(?:[A-Z][A-Za-z-]{1,40}: ?.*\n(?:[ \t].*\n)*){2,}", re.MULTILINE)
_MAIL = re.compile(
    r"^(?:MIME-Version|Content-Type|Received|Message-ID|Return-Path|Delivered-To|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_SAVED_PAGE = re.compile(r"multipart/related|Snapshot-Content-Location", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!doctype html|<(?:html|head|body|article|title)\b"
    r"|<(?:p|div|h[1-6]|ul|table|section|main|span|meta|a)(?:\s[^<>]*)?>[^<]*(?:<[^<]*){0,20}</",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}();=<>$]")
_COLUMNS = frozenset(words("text body content article html title headline url link date published author id source"))
_SAMPLE = 20_000  # characters looked at


def of_bytes(data: bytes) -> Format | None:
    """What a file is by its first bytes, where they say so; None for what may be text."""
    for offset, signature, found in _SIGNATURES:
        if data.startswith(signature, offset):
            return found
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        ends = data[:4000] + data[-60_000:]  # where an archive lists its members
        return next(found for name, found in _ZIPPED if name in ends)
    return None


def of_text(text: str) -> Format:
    """What a text is: a web page, plain text, or a container or data in the form of text."""
    start = text[:_SAMPLE].replace("\r\n", "\n").lstrip("\ufeff \t\n")
    if found := _mail(start) or _xml(start) or _data(start, text):
        return found
    if _MARKUP.search(start):
        return Format(PAGE)
    if len(_CODE.findall(start)) * 33 > len(start):
        return Format(PLAIN, "no_prose", "a program's or a style sheet's text", "move it out of the articles folder")
    return Format(PLAIN)


def _mail(start: str) -> Format | None:
    header = _HEADER.match(start)
    if not header or not _MAIL.search(header[0]):
        return None
    if _SAVED_PAGE.search(header[0]):
        return Format("multipart/related", "email", "a web page saved as MHTML", _AS_PAGE)
    return Format("message/rfc822", "email", "an e-mail", _AS_TEXT)


def _xml(start: str) -> Format | None:
    if not start.startswith(("<?xml", "<rss", "<feed", "<rdf")) or "<html" in start.lower():
        return None
    if _FEED.search(start):
        return Format("application/xml", "feed", "a news feed", _AS_PAGE)
    return Format("application/xml", "data", "XML data", _AS_PAGE)


def _data(start: str, text: str) -> Format | None:
    if start.startswith(("{", "[")) and _is_json(text):
        return Format("application/json", "data", "JSON data", _EXPORT)
    return Format("text/csv", "data", "a table (CSV)", _EXPORT) if _is_table(start.split("\n")[:20]) else None


def _is_json(text: str) -> bool:
    for source in (text, text.lstrip().split("\n", 1)[0]):  # JSON Lines: the first line alone
        try:
            return isinstance(json.loads(source), dict | list)
        except (ValueError, RecursionError):
            continue
    return False


def _is_table(lines: list[str]) -> bool:
    """Whether the first line has the names of columns, and the next records as many fields."""
    for separator in (",", "\t", ";"):
        names = [name.strip().strip('"').casefold() for name in lines[0].split(separator)]
        if len(names) < 2 or not _COLUMNS & set(names):
            continue
        try:
            rows = [row for row in csv.reader(lines[1:], delimiter=separator) if row]
        except csv.Error:
            continue
        if rows and len(rows[0]) == len(names) and sum(len(row) == len(names) for row in rows) * 2 > len(rows):
            return True
    return False
