"""PDF documents with a text layer."""

from collections.abc import Iterator
from statistics import median
from typing import BinaryIO

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PdfReadError, PyPdfError

from cuttings.formats import paragraphs
from cuttings.formats.allowance import Allowance
from cuttings.formats.paragraphs import Line
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_MOST_PAGES = 2000
_FEWEST = 8  # words of a page, below which its text is taken for a stamp on a picture
_LARGER = 1.2  # times the size of the running text: a headline
_OCR = "read it with an OCR program and save what that gives, or type out its text"
_AGAIN = "save or fetch the document again"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The text of a PDF: its paragraphs, an empty line between them, put together over line, column and page ends.

    The largest words at the top of the first page are the headline; lines that pages repeat, page numbers and what a
    browser prints in the margins are dropped. The day that the file was made is not the day published. Raises Refused
    when it is locked, cannot be read, or is pictures only.
    """
    reader = _opened(file)
    lines: list[Line] = []
    failed: list[Refusal] = []
    count = min(len(reader.pages), _MOST_PAGES)
    for number in range(count):
        allowance.working()
        try:
            lines += _lines(reader.pages[number], number)
        except Exception as error:  # pypdf raises whatever the damage of a page trips over
            detail = f"page {number + 1} is damaged ({type(error).__name__})"
            failed.append(Refusal("damaged", detail, _AGAIN))
    if sum(len(line.text.split()) for line in lines) < _FEWEST * count:
        if failed:
            raise Refused("broken", f"a PDF of which no page can be read: {failed[0].detail}", _AGAIN)
        raise Refused("needs_ocr", "a PDF of pictures, without a text layer", _OCR)
    yield _record(lines)
    yield from failed[:3]
    if len(reader.pages) > count:
        yield Refusal("too_many", f"{len(reader.pages):,} pages; the first {count:,} were read", "split it")


def _opened(file: BinaryIO) -> PdfReader:
    try:
        reader = PdfReader(file)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("encrypted", "it is locked with a password", "save a copy without the password")
        if not len(reader.pages):
            raise PdfReadError("no pages")
    except DependencyError as error:
        raise Refused("encrypted", "it is locked with a password", "save a copy without the password") from error
    except Refused:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Refused("broken", f"a PDF that is cut short or damaged ({error})"[:200], _AGAIN) from error
    return reader


def _lines(page: PageObject, number: int) -> list[Line]:
    """A page's lines in the order in which it prints them, each with the place and size of its beginning."""
    found: list[Line] = []
    open_line: list[Line] = []
    height = float(page.mediabox.height) or 1.0
    bottom = float(page.mediabox.bottom)

    def see(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[3] * cm[3]) or 1.0
        for at, piece in enumerate(text.split("\n")):
            if at and open_line:
                found.append(open_line.pop())
            if open_line:
                open_line[0].text += piece
            elif piece.strip():
                open_line.append(Line(piece, x, y, size * scale, number, (y - bottom) / height))

    page.extract_text(visitor_text=see)
    return [line for line in [*found, *open_line] if line.text.strip()]


def _record(lines: list[Line]) -> Record:
    kept, dropped = paragraphs.without_margins(lines)
    size = median(line.size for line in kept for _ in line.text.split())
    top: list[Line] = []
    for line in kept[:12]:
        if line.page == kept[0].page and line.size >= _LARGER * size and (not top or line.size >= 0.9 * top[0].size):
            top.append(line)
        elif top:
            break
    title = " ".join(line.text.strip() for line in top)
    return Record(
        "\n\n".join(paragraphs.joined(kept)),
        stated=Metadata(titles=(title,) if title else ()),
        dropped=tuple(dropped),
    )
