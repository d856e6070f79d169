"""PDF documents: lines to paragraphs over lines, columns and pages, what is no text, and what damaged ones give.

Nothing here depends on the library that reads them.
"""

import io
import zlib
from collections.abc import Callable

import pytest
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from PIL import Image

from cuttings.formats import pdf
from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.record import Record, Refusal, Refused

HEADLINE = "Two officers sacked over messages"
FIRST = (
    "Two officers of Brackwater Police have been sacked over messages that they sent to a group of friends, it was said"
    " after a hearing that lasted three days and heard from eleven people."
)
SECOND = (
    "The chief constable said that there was no place in the force for such views, and thanked the colleague who had"
    " reported them. Neither of the two was at the hearing, and neither has said anything since then."
)
THIRD = (
    "A third officer was cleared. The panel found that he had left the group within a day of joining it, before any of"
    " the messages was sent, and that he had told his sergeant of it at once."
)


def made(write: Callable[[FPDF], object]) -> bytes:
    document = FPDF()
    document.set_font("Helvetica", size=11)
    write(document)
    return bytes(document.output())


def paragraphs(document: FPDF, *texts: str, size: float = 11) -> None:
    document.set_font_size(size)
    for text in texts:
        document.multi_cell(0, size * 0.45, text, align="L")
        document.ln(size * 0.3)


def read(data: bytes) -> list[Record | Refusal]:
    return list(pdf.records(io.BytesIO(data), Allowance(Limits(), len(data))))


def one(data: bytes) -> Record:
    (found,) = read(data)
    assert isinstance(found, Record)
    return found


def refusal(data: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.refusal.remedy
    return caught.value.refusal


def text_of(data: bytes) -> list[str]:
    return str(one(data).content).split("\n\n")


def release(document: FPDF) -> None:
    document.set_title("Template 7")
    document.set_author("A Clerk")
    document.add_page()
    paragraphs(document, HEADLINE, size=22)
    paragraphs(document, FIRST, SECOND)


RELEASE = made(release)


def test_lines_are_put_together_to_paragraphs_under_the_largest_words() -> None:
    found = one(RELEASE)
    assert str(found.content).split("\n\n") == [HEADLINE, FIRST, SECOND]
    assert (found.stated.titles, found.page, found.dropped) == ((HEADLINE,), False, ())


def test_whoever_made_the_file_and_when_is_not_the_article() -> None:
    stated = one(RELEASE).stated
    assert (stated.author, stated.published) == ("", None) and "Template 7" not in stated.titles


def test_a_headline_of_two_lines_is_one() -> None:
    long = "Two officers of Brackwater sacked over messages to their friends"

    def write(document: FPDF) -> None:
        document.add_page()
        paragraphs(document, long, size=26)
        paragraphs(document, FIRST, SECOND)

    assert one(made(write)).stated.titles == (long,)


def test_a_text_in_one_size_has_no_headline() -> None:
    def write(document: FPDF) -> None:
        document.add_page()
        paragraphs(document, FIRST, SECOND)

    found = one(made(write))
    assert found.stated.titles == () and str(found.content).split("\n\n") == [FIRST, SECOND]


def test_a_paragraph_over_the_end_of_a_page_is_one() -> None:
    def write(document: FPDF) -> None:
        document.add_page()
        document.set_y(245)
        paragraphs(document, FIRST, SECOND, THIRD)

    data = made(write)
    assert data.count(b"/Type /Page\n") == 2 and text_of(data) == [FIRST, SECOND, THIRD]


def printed(*lines: str, x: float = 20, y: float = 60) -> Callable[[FPDF], None]:
    def write(document: FPDF) -> None:
        for at, line in enumerate(lines):
            document.text(x, y + 5 * at, line)

    return write


CUT_WORDS = [
    ("a word cut at the end of a line", ["They had been guilty of mis-", "conduct, it was said."], "misconduct"),
    ("a hyphen of its own", ["The panel heard first from an ex-", "officer of that force."], "ex-officer"),
    ("one that the text has elsewhere", ["A follow-up was due. Another follow-", "up was held."], "Another follow-up"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "word"), [pytest.param(*rest, id=name) for name, *rest in CUT_WORDS])
def test_hyphens_at_the_end_of_lines(lines: list[str], word: str) -> None:
    def write(document: FPDF) -> None:
        document.add_page()
        printed(*lines)(document)

    (text,) = text_of(made(write))
    assert word in text


def test_columns_are_read_one_after_the_other() -> None:
    left = ["The first column begins here and", "goes on for a line or two, to be", "followed in the next column by"]
    right = ["what is the rest of the sentence,", "which ends with the last of these", "lines of the second column."]

    def write(document: FPDF) -> None:
        document.add_page()
        printed(*left)(document)
        printed(*right, x=110)(document)

    assert text_of(made(write)) == [" ".join([*left, *right])]


def test_running_heads_and_page_numbers_are_dropped_and_kept() -> None:
    def write(document: FPDF) -> None:
        for number, text in enumerate((FIRST, SECOND, THIRD), 1):
            document.add_page()
            document.text(20, 8, "The Brackwater Echo")
            document.text(150, 290, f"Page {number} of 3")
            document.set_y(60)
            paragraphs(document, text)

    found = one(made(write))
    assert str(found.content).split("\n\n") == [FIRST, SECOND, THIRD]
    assert set(found.dropped) == {"The Brackwater Echo", *(f"Page {number} of 3" for number in (1, 2, 3))}


# What cannot be read


def scan(stamp: str) -> bytes:
    picture = Image.new("RGB", (8, 8), "grey")

    def write(document: FPDF) -> None:
        for _ in range(3):
            document.add_page()
            document.image(picture, 0, 0, 210)
            document.text(10, 10, stamp)

    return made(write)


@pytest.mark.parametrize("stamp", ["", "Scanned by a copier"])
def test_pictures_need_ocr_and_a_stamp_on_them_is_no_text(stamp: str) -> None:
    found = refusal(scan(stamp))
    assert found.reason == "needs_ocr" and "OCR" in found.remedy


def locked(password: str) -> bytes:
    def write(document: FPDF) -> None:
        document.set_encryption("owner", password or None, encryption_method=EncryptionMethod.RC4)
        release(document)

    return made(write)


def test_a_document_that_opens_without_a_password_is_read() -> None:
    assert text_of(locked("")) == [HEADLINE, FIRST, SECOND]


def test_a_locked_document_says_so() -> None:
    assert refusal(locked("secret")).reason == "encrypted"


def built(*objects: str | bytes) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body.encode() if isinstance(body, str) else body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (size, table, end)


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"


def paged(kids: str, count: int, stream: bytes, filtered: str = "") -> bytes:
    """A PDF of a tree of pages, the page itself object 3."""
    return built(
        CATALOGUE,
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), filtered.encode(), stream),
    )


SHOWS = b"BT /F 11 Tf 50 400 Td (%s) Tj ET" % FIRST[:80].encode()
BROKEN = [
    ("cut short", RELEASE[: len(RELEASE) // 2]),
    ("its first line alone", b"%PDF-1.7\n"),
    ("not a PDF after its first line", b"%PDF-1.7\n" + b"x" * 5000),
    ("a tree of pages that is its own branch", built(CATALOGUE, "<</Type/Pages/Kids[2 0 R]/Count 1>>")),
    (
        "a tree of pages in a circle",
        built(CATALOGUE, "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    ),
    (
        "a tree of pages far too deep",
        built(CATALOGUE, *(f"<</Type/Pages/Kids[{at} 0 R]/Count 1>>" for at in range(3, 3000)), "<</Type/Page>>"),
    ),
    ("objects that are themselves", built("1 0 R", "2 0 R")),
]


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in BROKEN])
def test_a_damaged_document_is_refused(data: bytes) -> None:
    assert refusal(data).reason == "broken"


def test_what_expands_to_far_more_than_it_is_gives_no_article() -> None:
    bomb = zlib.compress(b" " * 5_000_000, 9)
    assert refusal(paged("3 0 R", 1, bomb, "/Filter/FlateDecode")).reason in ("bomb", "needs_ocr")


def test_of_too_many_pages_the_first_are_read_and_the_rest_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 3)
    record, rest = read(paged("3 0 R " * 5, 5, SHOWS))
    assert isinstance(record, Record) and str(record.content).count("Two officers") == 3
    assert isinstance(rest, Refusal) and rest.reason == "too_many" and "5 pages" in rest.detail
