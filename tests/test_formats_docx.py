"""Word documents: what is the text and what is not, and what damaged and hostile ones give."""

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cuttings.formats import docx as word
from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.record import Record, Refused

BODY = "Two officers of Brackwater Police have been sacked over messages, it was said."


def made(write: Callable[[Document], object]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    write(document)
    document.save(out)
    return out.getvalue()


def read(data: bytes, **limits: int) -> Record:
    (found,) = word.records(io.BytesIO(data), Allowance(Limits(**limits), len(data)))
    assert isinstance(found, Record)
    return found


def refusal(data: bytes, **limits: int) -> str:
    with pytest.raises(Refused) as caught:
        read(data, **limits)
    assert caught.value.refusal.remedy
    return caught.value.refusal.reason


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The document with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, change(old.read(each)) if each == name else old.read(each))
    return out.getvalue()


def body(*elements: str) -> Callable[[Document], None]:
    """A document of elements in Word's own markup; ``w`` and ``mc`` are its prefixes."""

    def write(document: Document) -> None:
        for element in elements:
            names = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
            document.element.body.append(parse_xml(element.replace(">", f" {names}>", 1)))

    return write


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


LINK = f'<w:hyperlink w:anchor="x">{run("a report")}</w:hyperlink>'
BOX = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"
VERSIONS = f"<mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
CHOICE = f"<w:r><mc:AlternateContent>{VERSIONS}</mc:AlternateContent></w:r>"
GONE = '<w:del w:id="1" w:author="x"><w:r><w:delText>gone</w:delText></w:r></w:del>'
NEW = f'<w:ins w:id="2" w:author="x">{run("new")}</w:ins>'
ONE, TWO = paragraph(run("one")), paragraph(run("two"))
DELETED = '<w:trPr><w:del w:id="3" w:author="x"/></w:trPr>'
SHOWN = [
    ("paragraphs", [ONE, TWO], "one\n\ntwo"),
    ("a paragraph of several runs", [paragraph(run("on"), run("e"))], "one"),
    ("a paragraph of white space", [ONE, paragraph(run(" ")), TWO], "one\n\ntwo"),
    ("a line break", [paragraph(run("one"), "<w:r><w:br/></w:r>", run("two"))], "one\n\ntwo"),
    ("a hyphen that holds", [paragraph(run("ex"), "<w:r><w:noBreakHyphen/></w:r>", run("officer"))], "ex-officer"),
    ("a link's words", [paragraph("<w:r><w:t xml:space='preserve'>see </w:t></w:r>", LINK)], "see a report"),
    ("a link's code", [paragraph("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>", run("one"))], "one"),
    ("what was inserted and deleted", [paragraph(run("one "), GONE, NEW)], "one new"),
    ("what was moved", [paragraph(f"<w:moveFrom w:id='4' w:author='x'>{run('one')}</w:moveFrom>"), TWO], "two"),
    ("a box, once", [paragraph(run("one"), CHOICE), TWO], "one\n\nIn a box.\n\ntwo"),
    ("a list", [paragraph('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', run("one"))], "- one"),
    ("a table between paragraphs", [ONE, table(row(ONE, TWO), row(TWO)), ONE], "one\n\none; two\n\ntwo\n\none"),
    ("cells of several paragraphs", [table(row(ONE + TWO, ONE))], "one two; one"),
    ("a table in a table, once", [table(row(ONE, table(row(ONE, TWO)) + TWO))], "one; one two two"),
    ("empty cells and rows", [table(row("<w:p/>", ONE), row("<w:p/>"))], "one"),
    ("a row that was deleted", [table(row(ONE), row(TWO).replace("<w:tr>", f"<w:tr>{DELETED}"))], "one"),
    ("a row in a control", [table(f"<w:sdt><w:sdtContent>{row(ONE, TWO)}</w:sdtContent></w:sdt>")], "one; two"),
    ("paragraphs in a control", [f"<w:sdt><w:sdtContent>{ONE}{TWO}</w:sdtContent></w:sdt>"], "one\n\ntwo"),
]  # fmt: skip


@pytest.mark.parametrize(("elements", "text"), [pytest.param(*rest, id=name) for name, *rest in SHOWN])
def test_the_text_is_what_the_document_shows(elements: list[str], text: str) -> None:
    assert read(made(body(*elements))).content == text


def test_list_styles_are_lists_and_comments_are_no_text() -> None:
    def write(document: Document) -> None:
        noted = document.add_paragraph(BODY)
        document.add_comment(noted.runs, "Is this right?", author="Jo")
        document.add_paragraph("Sacked", style="List Bullet")

    assert read(made(write)).content == f"{BODY}\n\n- Sacked"


HEADS = [
    ("a title", [("Title", "Two sacked"), ("", BODY)], ("Two sacked",)),
    ("a heading", [("Heading 1", "Two  sacked"), ("", BODY)], ("Two sacked",)),
    ("a heading after a letterhead", [("", "News release"), ("Heading 1", "Two sacked")], ("Two sacked",)),
    ("an empty title before", [("Title", " "), ("Heading 1", "Two sacked")], ("Two sacked",)),
    ("a lower heading", [("Heading 2", "Notes"), ("", BODY)], ()),
    ("a heading far down", [*[("", BODY)] * 9, ("Heading 1", "Notes")], ()),
    ("none", [("", BODY)], ()),
]


@pytest.mark.parametrize(("written", "titles"), [pytest.param(*rest, id=name) for name, *rest in HEADS])
def test_the_headline(written: list[tuple[str, str]], titles: tuple[str, ...]) -> None:
    def write(document: Document) -> None:
        for style, text in written:
            document.add_paragraph(text, style=style or None)

    assert read(made(write)).stated.titles == titles


def test_whoever_typed_it_is_not_its_author_nor_is_its_title_the_headline() -> None:
    def write(document: Document) -> None:
        document.add_paragraph(BODY)
        document.core_properties.author = "A Clerk"
        document.core_properties.title = "Template 7"

    stated = read(made(write)).stated
    assert (stated.author, stated.titles, stated.published) == ("", (), None)


def test_running_heads_and_feet_are_dropped_and_kept() -> None:
    def write(document: Document) -> None:
        document.add_paragraph(BODY)
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "News release"
        section.header.paragraphs[0].text = "Brackwater Police"
        section.header.add_table(1, 2, 1000000).cell(0, 1).text = "Page 1"
        section.footer.paragraphs[0].text = "Brackwater Police"

    found = read(made(write))
    assert found.content == BODY
    assert sorted(found.dropped) == ["Brackwater Police", "News release", "Page 1"]


def test_notes_are_read_after_the_text() -> None:
    def write(document: Document) -> None:
        document.add_paragraph(BODY)
        rule = f'<w:footnote w:type="separator">{paragraph(run("rule"))}</w:footnote>'
        notes = f"<w:footnotes {nsdecls('w')}>{rule}<w:footnote>{paragraph(run('In 2021.'))}</w:footnote></w:footnotes>"
        part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    assert read(made(write)).content == f"{BODY}\n\nIn 2021."


def test_nothing_outside_of_the_document_is_followed() -> None:
    def write(document: Document) -> None:
        document.add_paragraph(BODY)
        for kind in (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.IMAGE):
            document.part.relate_to("file:notes.xml", kind, is_external=True)

    assert read(made(write)).content == BODY


def test_a_style_that_is_not_there_costs_nothing() -> None:
    def write(document: Document) -> None:
        style = document.styles.add_style("Own", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph(BODY, style=style)
        style.delete()

    assert read(made(write)).content == BODY


# Hostile and damaged ones

PLAIN = made(lambda document: document.add_paragraph(BODY))
PADDING = b" " * 15_000_000
DOCUMENT = "word/document.xml"
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "%s"><!ENTITY c "%s">]>' % (b"&a;" * 500, b"&b;" * 500)
MACROS = (b"officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")
HOSTILE = [
    ("a bomb in the text", changed(PLAIN, DOCUMENT, lambda data: data + PADDING), "bomb"),
    ("a bomb in a hidden part", changed(PLAIN, "_rels/.rels", lambda data: data + PADDING), "bomb"),
    (
        "an entity bomb",
        changed(PLAIN, DOCUMENT, lambda data: data.replace(b"?>", b"?>" + LAUGHS, 1).replace(BODY.encode(), b"&c;")),
        "broken",
    ),
    (
        "parts in parts",
        changed(PLAIN, DOCUMENT, lambda data: data.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 20_000)),
        "broken",
    ),
    ("XML cut short", changed(PLAIN, DOCUMENT, lambda data: data[:-40]), "broken"),
    ("another XML document", changed(PLAIN, DOCUMENT, lambda data: b"<a/>"), "broken"),
    ("cut short", PLAIN[: len(PLAIN) // 2], "broken"),
    ("an empty archive", b"PK\x05\x06" + b"\0" * 18, "broken"),
    ("no archive", b"PK\x03\x04word/document.xml", "broken"),
    ("with macros", changed(PLAIN, "[Content_Types].xml", lambda data: data.replace(*MACROS)), "unsupported"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "reason"), [pytest.param(*rest, id=name) for name, *rest in HOSTILE])
def test_a_hostile_document_is_refused(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_an_entity_that_names_a_file_reads_none() -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "/etc/hostname">]>'
    data = changed(
        PLAIN, DOCUMENT, lambda data: data.replace(b"?>", b"?>" + entity, 1).replace(b"Two officers", b"&a;")
    )
    assert read(data).content == ""


def test_a_locked_part_is_refused_as_such() -> None:
    at = PLAIN.index(b"PK\x01\x02")
    assert refusal(PLAIN[: at + 8] + b"\x01" + PLAIN[at + 9 :]) == "encrypted"


@pytest.mark.parametrize(("limits", "reason"), [({"largest": 1000}, "too_large"), ({"records": 3}, "too_many")])
def test_limits_hold(limits: dict[str, int], reason: str) -> None:
    assert refusal(PLAIN, **limits) == reason


def test_refusals_say_the_same_each_time() -> None:
    details = set()
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            read(HOSTILE[-1][1])
        details.add(caught.value.refusal.detail)
    assert len(details) == 1 and "0x" not in details.pop()
