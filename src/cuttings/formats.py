"""What a saved file is, by its content: text, a web page, or something that cannot be read as an article yet."""

import csv
import json
import re
from dataclasses import dataclass

PLAIN, PAGE = "text/plain", "text/html"

_AS_PAGE = "open it in a browser and save the page as HTML"
_AS_TEXT = "open it, copy the article's text and save that as a .txt file"
_UNPACK = "unpack it into the articles folder"


@dataclass(frozen=True)
class Format:
    """What a file is: its media type, and, unless an article can be read from it, the code, finding and way out."""

    media_type: str
    reason: str = ""
    detail: str = ""
    remedy: str = ""


_SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"%PDF-", Format("application/pdf", "pdf", "a PDF document", _AS_TEXT)),
    (b"{\\rtf", Format("application/rtf", "word_processor", "an RTF document", _AS_TEXT)),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Format("application/x-ole-storage", "word_processor", "an old Office document", _AS_TEXT),
    ),
    (b"\x1f\x8b", Format("application/gzip", "archive", "a gzip archive", _UNPACK)),
    (b"BZh", Format("application/x-bzip2", "archive", "a bzip2 archive", _UNPACK)),
    (b"\xfd7zXZ\x00", Format("application/x-xz", "archive", "an xz archive", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Format("application/x-7z-compressed", "archive", "a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", Format("application/vnd.rar", "archive", "a RAR archive", _UNPACK)),
    (b"\x89PNG\r\n", Format("image/png", "image", "a PNG image", "type out its text, or read it with an OCR program")),
    (
        b"\xff\xd8\xff",
        Format("image/jpeg", "image", "a JPEG image", "type out its text, or read it with an OCR program"),
    ),
    (b"GIF8", Format("image/gif", "image", "a GIF image", "type out its text, or read it with an OCR program")),
    (b"II*\x00", Format("image/tiff", "image", "a TIFF image", "type out its text, or read it with an OCR program")),
    (b"MM\x00*", Format("image/tiff", "image", "a TIFF image", "type out its text, or read it with an OCR program")),
    (b"WARC/1.", Format("application/warc", "archive", "a web archive (WARC)", _AS_PAGE)),
    (b"bplist00", Format("application/x-plist", "archive", "a web archive of Safari's, or a property list", _AS_PAGE)),
    (
        b"SQLite format 3\x00",
        Format("application/vnd.sqlite3", "data", "an SQLite database", "export its texts, one file each"),
    ),
)
_HEADER = re.compile(r"(?:[A-Z][A-Za-z-]{1,40}: ?.*\n(?:[ \t].*\n)*){2,}", re.MULTILINE)
_MAIL = re.compile(
    r"^(?:MIME-Version|Content-Type|Received|Message-ID|Return-Path|Delivered-To|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!doctype html|<html\b|<head\b|<body\b|<article\b|<title\b|<(?:p|div|h[1-6]|ul|table|section|main|span|meta|a)(?:\s[^<>]*)?>[\s\S]*?</",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}();=<>$]")
_FIELDS = frozenset("text body content article html title headline url link date published author id source".split())
_SAMPLE = 20_000  # characters looked at


def of_bytes(data: bytes) -> Format | None:
    """What a file is by its first bytes, where they say so; None for what may be text."""
    for signature, found in _SIGNATURES:
        if data.startswith(signature):
            return found
    if data.startswith(b"PK\x03\x04") or data.startswith(b"PK\x05\x06"):
        return _zipped(data)
    if (
        data[:4] == b"RIFF"
        or data[4:8] == b"ftyp"
        or data[:3] == b"ID3"
        or data[:4] == b"OggS"
        or data[:4] == b"\x1aE\xdf\xa3"
    ):
        kind = "image" if data[8:12] in (b"WEBP", b"avif", b"heic") else "audio_video"
        return Format(
            "application/octet-stream",
            kind,
            "an image" if kind == "image" else "a sound or a film",
            "type out what it says",
        )
    if data[257:262] == b"ustar":
        return Format("application/x-tar", "archive", "a tar archive", _UNPACK)
    return None


def _zipped(data: bytes) -> Format:
    head = data[:4000] + data[-60_000:]
    for name, media_type, detail in (
        (
            b"word/document.xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "a Word document",
        ),
        (b"application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    ):
        if name in head:
            return Format(media_type, "word_processor", detail, _AS_TEXT)
    return Format("application/zip", "archive", "a ZIP archive, or an Office document", _UNPACK)


def of_text(text: str) -> Format:
    """What a text is: a web page, plain text, or a container or data in the form of text."""
    start = text[:_SAMPLE].lstrip("\ufeff \t\r\n")
    header = _HEADER.match(start.replace("\r\n", "\n"))
    if header and _MAIL.search(header[0]):
        page = "multipart/related" in header[0] or "Snapshot-Content-Location" in header[0]
        return Format(
            "message/rfc822",
            "email",
            "a web page saved as MHTML" if page else "an e-mail",
            _AS_PAGE if page else _AS_TEXT,
        )
    if start.startswith(("<?xml", "<rss", "<feed", "<rdf")) and "<html" not in start.lower():
        feed = _FEED.search(start)
        return Format("application/xml", "feed" if feed else "data", "a news feed" if feed else "XML data", _AS_PAGE)
    if start.startswith(("{", "[")) and _is_json(text):
        return Format("application/json", "data", "JSON data", "export its texts, one file each")
    if _is_table(start):
        return Format("text/csv", "data", "a table (CSV)", "export its texts, one file each")
    if _MARKUP.search(start):
        return Format(PAGE)
    if len(_CODE.findall(start)) * 33 > len(start):
        return Format(
            "text/plain", "no_prose", "a program's or a style sheet's text", "move it out of the articles folder"
        )
    return Format(PLAIN)


def _is_json(text: str) -> bool:
    for source in (text, text.lstrip().split("\n", 1)[0]):  # JSON Lines: the first line alone
        try:
            return isinstance(json.loads(source), dict | list)
        except (ValueError, RecursionError):
            continue
    return False


def _is_table(start: str) -> bool:
    """Whether the first line has the names of columns, and the next records as many fields."""
    lines = start.split("\n")[:20]
    for separator in (",", "\t", ";"):
        names = [name.strip().strip('"') for name in lines[0].split(separator)]
        if len(names) >= 2 and len(_FIELDS & {name.casefold() for name in names}) >= 1 and len(lines) > 1:
            try:
                rows = [row for row in csv.reader(lines[1:], delimiter=separator) if row]
            except csv.Error:
                continue
            if rows and len(rows[0]) == len(names) and sum(len(row) == len(names) for row in rows) * 2 > len(rows):
                return True
    return False
