"""Word documents (DOCX)."""

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import ParseError

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from cuttings.formats import zipped
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_AGAIN = "open it in a word processor and save it again"
_TITLES = frozenset(("Title", "Heading 1"))
_UNREAD = frozenset(qn(name) for name in ("w:del", "w:moveFrom", "w:txbxContent")) | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}
_BREAKS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_BROKEN = (
    *(PackageNotFoundError, etree.LxmlError, ParseError, zipfile.BadZipFile, zlib.error),
    *(KeyError, ValueError, AttributeError, TypeError, RecursionError, NotImplementedError, RuntimeError, OSError),
)


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The text of a Word document: paragraphs, lists and tables in their order, text boxes after their paragraph.

    What was inserted in tracked changes is there, what was deleted is not; running heads and feet are dropped. The
    document's own properties are those of whoever typed it, so its author and day are not the article's. Raises Refused
    when it cannot be read.
    """
    for member in zipped.records(file, allowance):  # counts what it expands to, before anything is made of it
        if isinstance(member, Refusal) and member.reason in ("too_large", "encrypted"):
            raise Refused(member.reason, member.detail, member.remedy)
    file.seek(0)
    try:
        document = docx.Document(file)
        lines = list(_lines(document.element.body, document))
        title = _title(document)
        dropped = tuple(dict.fromkeys(_margins(document)))
    except _BROKEN as error:
        raise Refused("broken", f"a Word document that is damaged ({error})"[:200], _AGAIN) from error
    yield Record("\n\n".join(lines), stated=Metadata(titles=(title,) if title else ()), dropped=dropped)


def _lines(element: etree._Element, document: Document) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:p"):
            yield from _paragraph(child, document)
        elif child.tag == qn("w:tbl"):
            yield from (_row(row) for row in child.iter(qn("w:tr")))
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


def _row(row: etree._Element) -> str:
    cells = (" ".join(_text(cell).split()) for cell in row.iterchildren(qn("w:tc")))
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
            pieces += [" "] if child.tag == qn("w:p") and pieces else []
    return "".join(pieces)


def _style(element: etree._Element, document: Document) -> str:
    style = Paragraph(element, document._body).style  # type: ignore[arg-type]
    return (style.name or "") if style is not None else ""


def _title(document: Document) -> str:
    styled = [one for one in document.paragraphs[:8] if _style(one._p, document) in _TITLES and one.text.strip()]
    return " ".join(_text(styled[0]._p).split()) if styled else ""


def _margins(document: Document) -> Iterator[str]:
    for section in document.sections:
        for part in (section.header, section.footer):
            yield from (text for one in part.paragraphs if (text := " ".join(one.text.split())))
