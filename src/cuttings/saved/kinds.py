"""What a saved file is, by its content and not by its name: one of the formats that are read, or why it is none."""

import csv
import json
import re
from dataclasses import dataclass
from typing import BinaryIO

from cuttings.plaintext.lines import words

PLAIN, PAGE = "text/plain", "text/html"
PDF, ZIP, TAR, WARC = "application/pdf", "application/zip", "application/x-tar", "application/warc"
GZIP, BZIP2, XZ = "application/gzip", "application/x-bzip2", "application/x-xz"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIL, MHTML, FEED = "message/rfc822", "multipart/related", "application/xml"
JSON, TABLE = "application/json", "text/csv"

_AS_PAGE = "open it in a browser and save the page as HTML"
_AS_TEXT = "open it and save it as DOCX or PDF, or copy the article's text into a .txt file"
_UNPACK = "unpack it into the articles folder"
_TYPE_OUT = "type out its text, or read it with an OCR program"
_SAY = "type out what it says"
_EXPORT = "export its texts as a CSV file"


@dataclass(frozen=True)
class Kind:
    """What a file is: its media type, and, unless it can be read, the code, finding and way out."""

    media_type: str
    reason: str = ""
    detail: str = ""
    remedy: str = ""


_ODT = "application/vnd.oasis.opendocument.text"
_SIGNATURES: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"{\\rtf", Kind("application/rtf", "word_processor", "an RTF document", _AS_TEXT)),
    (0, b"\xd0\xcf\x11\xe0", Kind("application/x-ole-storage", "word_processor", "an old Office document", _AS_TEXT)),
    (0, b"\x1f\x8b", Kind(GZIP)),
    (0, b"BZh", Kind(BZIP2)),
    (0, b"\xfd7zXZ\0", Kind(XZ)),
    (0, b"7z\xbc\xaf", Kind("application/x-7z-compressed", "archive", "a 7-Zip archive", _UNPACK)),
    (0, b"Rar!\x1a\x07", Kind("application/vnd.rar", "archive", "a RAR archive", _UNPACK)),
    (257, b"ustar", Kind(TAR)),
    (0, b"WARC/", Kind(WARC)),
    (0, b"bplist00", Kind("application/x-plist", "archive", "Safari's web archive, or a property list", _AS_PAGE)),
    (0, b"\x89PNG\r\n", Kind("image/png", "needs_ocr", "a PNG image", _TYPE_OUT)),
    (0, b"\xff\xd8\xff", Kind("image/jpeg", "needs_ocr", "a JPEG image", _TYPE_OUT)),
    (0, b"GIF8", Kind("image/gif", "needs_ocr", "a GIF image", _TYPE_OUT)),
    (0, b"II*\0", Kind("image/tiff", "needs_ocr", "a TIFF image", _TYPE_OUT)),
    (0, b"MM\0*", Kind("image/tiff", "needs_ocr", "a TIFF image", _TYPE_OUT)),
    (8, b"WEBP", Kind("image/webp", "needs_ocr", "a WebP image", _TYPE_OUT)),
    (4, b"ftypheic", Kind("image/heic", "needs_ocr", "a HEIC image", _TYPE_OUT)),
    (4, b"ftypavif", Kind("image/avif", "needs_ocr", "an AVIF image", _TYPE_OUT)),
    (4, b"ftyp", Kind("video/mp4", "audio_video", "a film or a sound", _SAY)),
    (0, b"RIFF", Kind("audio/x-riff", "audio_video", "a film or a sound", _SAY)),
    (0, b"ID3", Kind("audio/mpeg", "audio_video", "a sound", _SAY)),
    (0, b"OggS", Kind("audio/ogg", "audio_video", "a film or a sound", _SAY)),
    (0, b"\x1aE\xdf\xa3", Kind("video/x-matroska", "audio_video", "a film", _SAY)),
    (0, b"SQLite format 3\0", Kind("application/vnd.sqlite3", "data", "an SQLite database", _EXPORT)),
)
_ZIPPED = (
    (b"word/document.xml", Kind(DOCX)),
    (_ODT.encode(), Kind(_ODT, "word_processor", "an OpenDocument text", _AS_TEXT)),
    (b"xl/workbook.xml", Kind("application/vnd.ms-excel", "data", "an Excel workbook", _EXPORT)),
    (b"ppt/presentation.xml", Kind("application/vnd.ms-powerpoint", "word_processor", "a presentation", _AS_TEXT)),
    (b"application/epub+zip", Kind("application/epub+zip", "word_processor", "an e-book", _AS_TEXT)),
)
_HEADER = re.compile(r"(?:[A-Z][A-Za-z-]{1,40}: ?.*\n(?:[ \t].*\n)*){2,}", re.MULTILINE)
_MAILBOX = re.compile(r"From \S+.*\n(?=[A-Z][A-Za-z-]{1,40}:)")
_MAIL = re.compile(
    r"^(?:MIME-Version|Content-Type|Received|Message-ID|Return-Path|Delivered-To|Snapshot-Content-Location):",
    re.IGNORECASE | re.MULTILINE,
)
_SAVED_PAGE = re.compile(r"multipart/related|Snapshot-Content-Location", re.IGNORECASE)
_ROOT = re.compile(r"(?:\s|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*<([\w:]+)", re.DOTALL | re.IGNORECASE)
_MARKUP = re.compile(
    r"<!doctype html|<(?:html|head|body|article|title)\b"
    r"|<(?:p|div|h[1-6]|ul|table|section|main|span|meta|a)(?:\s[^<>]*)?>[^<]*(?:<[^<]*){0,20}</",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}();=<>$]")
_COLUMNS = frozenset(
    words(
        "text body content article html article_text full_text story title headline head hed url link date published"
        " pub_date published_at publication_date author byline source outlet publisher newspaper id"
    )
)
_SAMPLE = 20_000  # characters looked at
_END = 70_000  # bytes at an archive's end where it lists its members


def of_bytes(head: bytes, file: BinaryIO) -> Kind | None:
    """What a file is by its first bytes (and a ZIP archive by its last), where they say so; None for what may be text.

    A PDF may have something before its header.
    """
    for offset, signature, found in _SIGNATURES:
        if head.startswith(signature, offset):
            return found
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith((b"<", b"From ")):
        return Kind(PDF)
    return _zipped(head, file) if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) else None


def _zipped(head: bytes, file: BinaryIO) -> Kind:
    size = file.seek(0, 2)
    file.seek(max(0, size - _END))
    ends = head[:4000] + file.read(_END)
    return next((found for name, found in _ZIPPED if name in ends), Kind(ZIP))


def of_text(text: str, columns: frozenset[str] = frozenset()) -> Kind:
    """What a text is by its beginning: a web page, plain text, or a mail, a feed or data in the form of text.

    ``columns`` are the names by which a table is known besides the usual ones.
    """
    start = text[:_SAMPLE].replace("\r\n", "\n").lstrip("\ufeff \t\n")
    if found := _mail(start) or _xml(start) or _data(start, columns):
        return found
    if _MARKUP.search(start):
        return Kind(PAGE)
    if len(_CODE.findall(start)) * 33 > len(start):
        return Kind(PLAIN, "no_prose", "a program's or a style sheet's text", "move it out of the articles folder")
    return Kind(PLAIN)


def _mail(start: str) -> Kind | None:
    box = _MAILBOX.match(start)
    header = _HEADER.match(start, box.end() if box else 0)
    if not header or not (box or _MAIL.search(header[0])):
        return None
    return Kind(MHTML if not box and _SAVED_PAGE.search(header[0]) else MAIL)


def _xml(start: str) -> Kind | None:
    root = _ROOT.match(start)
    if root and root[1].casefold() in ("rss", "feed", "rdf:rdf"):
        return Kind(FEED)
    declared = start.startswith("<?xml") and not (root and root[1].casefold() == "html")
    return Kind(FEED, "data", "XML data", _AS_PAGE) if declared else None


def _data(start: str, columns: frozenset[str]) -> Kind | None:
    if start.startswith(("{", "[")) and _is_json(start):
        return Kind(JSON)
    return Kind(TABLE) if _is_table(start.split("\n")[:20], columns) else None


def _is_json(start: str) -> bool:
    """Whether JSON begins here: an object or a list of them, whole, by lines, or cut where the sample ends."""
    try:
        json.JSONDecoder().raw_decode(start)
    except (ValueError, RecursionError):
        return bool(re.match(r"[\[\s]*\{\s*\"[^\"\n]{1,80}\"\s*:", start)) or start.startswith("[[[[")
    return not re.match(r"\[\s*+(?:\]|[^{\[])", start)


def _is_table(lines: list[str], columns: frozenset[str]) -> bool:
    """Whether the first line has the names of columns, and the next records as many fields."""
    for separator in (",", "\t", ";", "|"):
        names = [name.strip().strip('"').casefold() for name in lines[0].split(separator)]
        if len(names) < 2 or not (_COLUMNS | columns) & set(names) or any(len(name.split()) > 4 for name in names):
            continue
        try:
            rows = [row for row in csv.reader(lines[1:], delimiter=separator) if row]
        except csv.Error:
            continue
        if rows and (len(rows[0]) == len(names) or lines[1].startswith('"')):
            return True
    return False
