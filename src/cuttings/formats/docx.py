"""Word documents (DOCX)."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_AGAIN = "open it in a word processor and save it again"
_AS_DOCX = "open it in a word processor and save it as DOCX"
_OTHER = "not a Word file"  # what python-docx says of documents with macros and of templates
_ENCRYPTED = 0x1
_NOTES = ("footnotes", "endnotes")
_TITLES = frozenset(("Title", "Heading 1"))
_UNREAD = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_AROUND = frozenset(qn(name) for name in ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"))
_BREAKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_BROKEN = (
    *(PackageNotFoundError, etree.LxmlError, ParseError, zipfile.BadZipFile, zlib.error),
    *(KeyError, ValueError, AttributeError, TypeError, RecursionError, NotImplementedError, RuntimeError, OSError),
)


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The text of a Word document: paragraphs, lists and tables in their order, text boxes after their paragraph, notes
    at the end.

    What was inserted in tracked changes is there, what was deleted is not, nor are comments; running heads and feet are
    dropped. The document's own properties are those of whoever typed it, so its author and day are not the article's.
    Raises Refused when it cannot be read.
    """
    _count(file, allowance)
    try:
        document = docx.Document(file)
        lines = [*_lines(document.element.body, document), *_notes(document)]
        title = _title(document)
        dropped = tuple(dict.fromkeys(_margins(document)))
    except _BROKEN as error:
        if _OTHER in str(error):
            raise Refused("unsupported", "a Word document with macros, or a template", _AS_DOCX) from error
        raise Refused("broken", f"a Word document that is damaged ({error})"[:200], _AGAIN) from error
    yield Record("\n\n".join(lines), stated=Metadata(titles=(title,) if title else ()), dropped=dropped)


def _count(file: BinaryIO, allowance: Allowance) -> None:
    """Count what the document expands to, hidden parts of it too, before anything is made of it."""
    try:
        with zipfile.ZipFile(file) as archive:
            for info in archive.infolist():
                allowance.record()
                if info.flag_bits & _ENCRYPTED:
                    raise Refused("encrypted", "it is locked with a password", "save a copy without the password")
                with archive.open(info) as part:
                    if allowance.read(part) is None:
                        detail = f"a part of it has more than {allowance.limits.largest:,} bytes"
                        raise Refused("too_large", detail, "split it, or raise the limit")
    except _BROKEN as error:
        raise Refused("broken", f"a Word document that is damaged ({error})"[:200], _AGAIN) from error
    file.seek(0)


def _lines(element: etree._Element, document: Document) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:p"):
            yield from _paragraph(child, document)
        elif child.tag == qn("w:tbl"):
            yield from (text for row in _inside(child, "w:tr") if (text := _row(row)))
        elif child.tag not in _UNREAD:
            yield from _lines(child, document)


def _paragraph(element: etree._Element, document: Document) -> Iterator[str]:
    listed = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None or "List" in _style(element, document)
    for line in _text(element).split("\n"):
        if line.strip():
            yield f"- {line.strip()}" if listed else line.strip()
    for box in element.iter(qn("w:txbxContent")):
        if not any(above.tag in _UNREAD for above in box.iterancestors()):
            yield from _lines(box, document)


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """A table's rows or a row's cells, not those of a table inside it, and none that was deleted."""
    for child in element:
        if child.tag == qn(tag):
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in _AROUND:
            yield from _inside(child, tag)


def _row(row: etree._Element) -> str:
    cells = (" ".join(_text(cell).split()) for cell in _inside(row, "w:tc"))
    return "; ".join(cell for cell in cells if cell)


def _text(element: etree._Element) -> str:
    """What an element shows, without what was deleted or stands in a box."""
    pieces: list[str] = []
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == qn("w:t"):
            pieces.append(child.text or "")
        elif child.tag in _BREAKS:
            pieces.append(_BREAKS[child.tag])
        elif child.tag not in _UNREAD:
            waiting.append(iter(child))
            pieces += [" "] if child.tag in (qn("w:p"), qn("w:tc")) and pieces else []
    return "".join(pieces)


def _style(element: etree._Element, document: Document) -> str:
    style = Paragraph(element, document._body).style  # type: ignore[arg-type]
    return (style.name or "") if style is not None else ""


def _title(document: Document) -> str:
    styled = [one for one in document.paragraphs[:8] if _style(one._p, document) in _TITLES and one.text.strip()]
    return " ".join(_text(styled[0]._p).split()) if styled else ""


def _notes(document: Document) -> Iterator[str]:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in _NOTES:
            for note in parse_xml(relation.target_part.blob):
                if note.get(qn("w:type"), "normal") == "normal":  # else the line above the notes
                    yield from _lines(note, document)


def _margins(document: Document) -> Iterator[str]:
    """The lines of running heads and feet, those of first and even pages too."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[-1] in ("header", "footer"):
            yield from _lines(relation.target_part._element, document)  # type: ignore[attr-defined]
