"""PDF documents with a text layer."""

import re
from collections.abc import Iterator
from statistics import median
from typing import BinaryIO

import pypdfium2
from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDFText_GetFontSize

from cuttings.dates import days
from cuttings.formats import paragraphs
from cuttings.formats.allowance import Allowance
from cuttings.formats.paragraphs import Line
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_MOST_PAGES = 2000
_FEWEST = 8  # words of a page, below which its text is taken for a stamp on a picture
_LARGER = 1.2  # times the size of the running text: a headline
_SAME, _SPACE = 0.35, 0.17  # of the letters' size: what may part two letters of a line upwards, and what is a space
_BREAK = 4.0  # of it, to the right: what stands there is another line, as in the next column
_LETTERHEAD = re.compile(r"[A-Z][A-Z &.'’-]+|(?:\S+ ){0,3}(?:Police|Constabulary|Newsroom|Press Office|Commission)")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})  # what pdfium makes of one that ends a line
_OCR = "read it with an OCR program and save what that gives, or type out its text"
_AGAIN = "save or fetch the document again"
_UNLOCK = "save a copy without the password"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The text of a PDF: its paragraphs, an empty line between them, put together over line, column and page ends.

    The largest words at the top of the first page are the headline; lines that pages repeat, page numbers and what a
    browser prints in the margins are dropped. The day that the file was made is not the day published. Raises Refused
    when it is locked, cannot be read, or is pictures only.
    """
    with _opened(allowance.read(file, packed=False) or b"") as document:
        pages = len(document)
        lines, pictured, failed = _read(document, allowance)
    if failed and not lines:
        raise Refused("broken", "a PDF of which no page can be read", _AGAIN)
    if sum(len(line.text.split()) for line in lines) < _FEWEST * max(1, pictured):
        raise Refused("needs_ocr", "a PDF whose pages have no text, or are pictures", _OCR)
    yield _record(lines)
    if failed:
        yield Refusal("damaged", f"{failed} of its {pages} pages are damaged; the others were read", _AGAIN)
    if pages > _MOST_PAGES:
        yield Refusal("too_many", f"{pages:,} pages; the first {_MOST_PAGES:,} were read", "split it")


def _read(document: PdfDocument, allowance: Allowance) -> tuple[list[Line], int, int]:
    """The lines of all pages, how many pages have a picture, and how many could not be read."""
    lines: list[Line] = []
    pictured = failed = 0
    for number in range(min(len(document), _MOST_PAGES)):
        allowance.working()
        try:
            page = document[number]
            pictured += any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=2))
            lines += _lines(page, number)
        except PdfiumError:
            failed += 1
    return lines, pictured, failed


def _opened(data: bytes) -> PdfDocument:
    try:
        document = pypdfium2.PdfDocument(data)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("encrypted", "it is locked with a password", _UNLOCK) from error
        raise Refused("broken", f"a PDF that is cut short or damaged ({error})"[:200], _AGAIN) from error
    if not len(document):
        raise Refused("broken", "a PDF without a page", _AGAIN)
    return document


def _lines(page: PdfPage, number: int) -> list[Line]:
    """A page's lines in the order in which it prints them, each with the place and size of its beginning."""
    text = page.get_textpage()
    _, bottom, _, top = page.get_mediabox()
    found: list[Line] = []
    end = 0.0
    for at, letter in enumerate(text.get_text_range().translate(_HYPHENS)):
        if letter.isspace() or at >= text.count_chars():
            end -= 0.01 if letter == " " else 0  # a space in the text is one, however narrow
            spaced = letter == " " or (bool(found) and found[-1].text.endswith(" "))
            if found and spaced and not found[-1].text.endswith(" "):
                found[-1].text += " "
            continue
        x, low, x_end, high = text.get_charbox(at, loose=True)
        size = max(high - low, FPDFText_GetFontSize(text, at) * 0.5, 1.0)
        line = found[-1] if found else None
        gap = (x - end) / size
        if line and abs(line.y - low) <= _SAME * max(size, line.size) and -_BREAK < gap < _BREAK:
            line.text += f" {letter}" if gap > _SPACE and not line.text.endswith(" ") else letter
        else:
            found.append(Line(letter, x, low, size, number, (low - bottom) / ((top - bottom) or 1.0)))
        end = x_end
    return [line for line in found if line.text.strip()]


def _record(lines: list[Line]) -> Record:
    kept, dropped = paragraphs.without_margins(lines)
    size = median(line.size for line in kept for _ in line.text.split())
    tops = [line for line in kept[:14] if line.page == kept[0].page and line.size >= _LARGER * size]
    heads = [line for line in tops if not _LETTERHEAD.fullmatch(line.text.strip())] or tops
    largest = max((line.size for line in heads), default=0.0)
    top = [line for line in heads if line.size >= 0.9 * largest]
    title = " ".join(line.text.strip() for line in top)
    text = "\n\n".join([*_printed_day(dropped), *paragraphs.joined(kept)])
    return Record(
        text,
        stated=Metadata(titles=(title,) if title else ()),
        dropped=tuple(dropped),
    )


def _printed_day(dropped: list[str]) -> list[str]:
    """The full day in a running head, put where a dateline stands; not the day on which a browser printed the page."""
    heads = [line for line in dropped if not paragraphs.is_browsers(line)]
    found = ((line, day) for line in heads for day in days.find(line) if day.year)
    return [line[day.start : day.end] for line, day in found][:1]
