"""What each format's reader takes out of a file: records, what they are called, and what is said of them."""

import doctest
import io
from collections.abc import Callable, Iterator
from datetime import date
from types import ModuleType
from typing import BinaryIO

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from cuttings.formats import docx as word
from cuttings.formats import feed, fields, jsonl, letters, mail, members, mhtml, paragraphs, table
from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.paragraphs import Line
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.saved import kinds

BODY = "Two officers of Brackwater Police have been sacked over messages, it was said."
Reader = Callable[[BinaryIO, Allowance], Iterator[Record | Refusal]]


def read(reader: Reader, data: bytes | str, **mapped: str) -> list[Record | Refusal]:
    raw = data.encode() if isinstance(data, str) else data
    return list(reader(io.BytesIO(raw), Allowance(Limits(), len(raw), mapped)))


# What a file is

KINDS = [
    ("a page", "<!DOCTYPE html><html><body><p>x</p></body></html>", kinds.PAGE),
    ("XHTML", "<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'><body><p>x</p></body></html>", kinds.PAGE),
    ("a feed after a comment", "<!-- made by x --><rss version='2.0'><channel/></rss>", kinds.FEED),
    (
        "a feed that quotes a page",
        "<?xml version='1.0'?><feed><content>&lt;html&gt; <html></content></feed>",
        kinds.FEED,
    ),
    ("a mail", "Received: x\nFrom: a\nSubject: b\n\nText", kinds.MAIL),
    ("a mailbox", "From a@b Thu Jan 1\nFrom: a\nSubject: b\n\nText", kinds.MAIL),
    ("a saved page", "From: <Saved>\nSnapshot-Content-Location: x\nMIME-Version: 1.0\n\n--b\n", kinds.MHTML),
    ("a table", 'headline,body\n"Two","Three"\n', kinds.TABLE),
    ("a table with bars", "headline|body\nTwo|Three\n", kinds.TABLE),
    ("JSON", '{"title": "a", "text": "b"}', kinds.JSON),
    ("a JSON list that goes on", '[{"title": "a", "text": "' + "b" * 30_000, kinds.JSON),
    ("a text that begins like a letter", f"From: the chief\nSubject: sorry\n\n{BODY}", kinds.PLAIN),
    ("a sentence in brackets", f"[Updated at noon] {BODY}", kinds.PLAIN),
    ("a list of numbers", "[1, 2, 3] were the numbers of the officers who had to go.", kinds.PLAIN),
    ("a sentence with commas", f"Title, text and date were missing\n{BODY}", kinds.PLAIN),
]


@pytest.mark.parametrize(("text", "kind"), [pytest.param(*rest, id=name) for name, *rest in KINDS])
def test_a_text_is_known_by_its_content(text: str, kind: str) -> None:
    assert kinds.of_text(text).media_type == kind


# Tables and JSON


def test_a_table_is_read_row_by_row() -> None:
    first, second = read(
        table.records, f'\ufeffDate,Title,Text\n3 May 2021,"Two, sacked","{BODY}\n\nMore."\n\n,x,<p>y</p>\n'
    )
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.content, first.name, first.page, first.stated.titles) == (
        f"{BODY}\n\nMore.",
        "#1",
        False,
        ("Two, sacked",),
    )
    assert first.stated.published == (date(2021, 5, 3), "date: 3 May 2021")
    assert (second.content, second.name, second.page, second.stated.published) == ("<p>y</p>", "#2", True, None)


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=3).filter(lambda text: text.strip()),
        max_size=5,
    )
)
def test_any_texts_come_out_of_a_table_as_they_went_in(texts: list[str]) -> None:
    quoted = [text.replace('"', '""') for text in texts]
    data = "title,text\n" + "".join(f'"t{number}","{text}"\n' for number, text in enumerate(quoted))
    assert [found.content for found in read(table.records, data) if isinstance(found, Record)] == texts


MAPPED = [
    ({"text": "Body_Copy"}, "body_copy,hed\nx y z,h\n", "x y z"),
    ({"text": "second"}, "text,second\nfirst one,second one\n", "second one"),
]


@pytest.mark.parametrize(("mapped", "data", "content"), MAPPED)
def test_columns_are_mapped_whatever_their_case(mapped: dict[str, str], data: str, content: str) -> None:
    assert [found.content for found in read(table.records, data, **mapped) if isinstance(found, Record)] == [content]


def test_a_table_without_a_text_names_its_columns() -> None:
    with pytest.raises(Refused) as caught:
        read(table.records, "name,address\na,b\n")
    assert "name, address" in caught.value.refusal.detail and "fields=text:" in caught.value.refusal.remedy


@pytest.mark.parametrize("pair", ["text", "text:", "body:x", ":x", ""])
def test_a_mapping_of_another_form_is_an_error(pair: str) -> None:
    with pytest.raises(fields.FieldError, match="OURS:THEIRS"):
        fields.fields_of([pair])


JSON = [
    ("lines", '{"text": "a b"}\n{"text": "c d"}\n', ["a b", "c d"]),
    ("one object", '{"title": "t", "text": "a b"}', ["a b"]),
    ("a list", '[{"text": "a b"},\n {"text": "c d"}]', ["a b", "c d"]),
    ("a list in an object", '{"page": 1, "results": [{"content": "a b"}]}', ["a b"]),
    ("lines with spaces before", ' {"text": "a b"}\n\n {"text": "c d"}', ["a b", "c d"]),
    ("UTF-16", '[{"text": "é b"}]'.encode("utf-16"), ["é b"]),
]


@pytest.mark.parametrize(("data", "texts"), [pytest.param(*rest, id=name) for name, *rest in JSON])
def test_json_gives_its_texts(data: str | bytes, texts: list[str]) -> None:
    assert [found.content for found in read(jsonl.records, data) if isinstance(found, Record)] == texts


# Mail


def message(body: str, subject: str = "Two sacked", kind: str = "text/plain; charset=utf-8", **headers: str) -> str:
    more = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    return f"From: Jo Marsh <jo@a.example>\nSubject: {subject}\n{more}Content-Type: {kind}\n\n{body}"


def test_a_mail_says_when_and_what() -> None:
    (found,) = read(mail.records, message(BODY, "[press] RE: Two sacked", Date="Tue, 4 Mar 2025 23:30:00 -0500"))
    assert isinstance(found, Record)
    assert (found.content, found.stated.titles) == (BODY, ("Two sacked",))
    assert found.stated.published and found.stated.published[0] == date(2025, 3, 4)
    assert found.stated.publisher == "", "a person is no publisher"


MAILS = [
    ("an unknown encoding", message(BODY, kind="text/plain; charset=klingon")),
    ("a broken encoded word", message(BODY, "=?utf-8?B?####?=")),
    ("no type", f"From: a\nSubject: b\n\n{BODY}"),
    ("a part without its end", message(f"--b\nContent-Type: text/plain\n\n{BODY}", kind="multipart/mixed; boundary=b")),
    ("a border that is none", message(BODY, kind="multipart/mixed; boundary=b")),
    ("lines that end as on Windows", message(BODY).replace("\n", "\r\n")),
]


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in MAILS])
def test_a_malformed_mail_is_read_as_far_as_it_goes(data: str) -> None:
    found = [one for one in read(mail.records, data) if isinstance(one, Record)]
    assert [str(one.content).strip() for one in found] in ([BODY], [])
    assert found or any(isinstance(one, Refusal) for one in read(mail.records, data))


LETTERS = [
    ("flowed", f"Two officers \nwere sacked.\n\n{BODY}", True, f"Two officers were sacked.\n\n{BODY}"),
    ("a signature", f"{BODY}\n-- \nJo Marsh\n01632 960001", False, BODY),
    ("two dashes in a text", f"{BODY} -- so it was said.", False, f"{BODY} -- so it was said."),
    (
        "a forwarded mail",
        f"See below.\n\nBegin forwarded message:\n\n> From: A\n> Date: 3 May 2021\n> Subject: B\n>\n> {BODY}",
        False,
        f"Date: 3 May 2021\n\n{BODY}",
    ),
    (
        "as Outlook forwards",
        f"From: A\nSent: 3 May 2021 10:00\nTo: B\nSubject: C\n\n{BODY}",
        False,
        f"Date: 3 May 2021 10:00\n\n{BODY}",
    ),
    (
        "an answer above what it answers",
        f"{BODY} {BODY} {BODY} {BODY}\n\n--- Original Message ---\nFrom: A\nSent: 3 May 2021\nSubject: C\n\nIs it?",
        False,
        f"{BODY} {BODY} {BODY} {BODY}",
    ),
    ("two dashes that part a text", "--\n" + "A line.\n" * 12, False, "--\n" + "A line.\n" * 11 + "A line."),
    ("a quotation in a text", f"He wrote:\n> I did it.\n{BODY}", False, f"He wrote:\n> I did it.\n{BODY}"),
]


@pytest.mark.parametrize(("text", "flowed", "expected"), [pytest.param(*rest, id=name) for name, *rest in LETTERS])
def test_the_text_of_a_letter(text: str, flowed: bool, expected: str) -> None:
    assert letters.read(text, flowed).text.strip() == expected


def test_a_saved_page_is_its_root_and_not_its_frames() -> None:
    parts = "".join(
        f"--b\r\nContent-Type: text/html\r\nContent-Location: {where}\r\n\r\n<p>{text}</p>\r\n"
        for where, text in (("https://ads.example", "Buy"), ("https://a.example/x", BODY))
    )
    head = "Snapshot-Content-Location: https://a.example/x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    (found,) = read(mhtml.records, f"{head}{parts}--b--")
    assert isinstance(found, Record) and BODY.encode() in found.content  # type: ignore[operator]
    assert (found.stated.url, found.stated.published) == ("https://a.example/x", None)


# Feeds


def test_an_entry_that_only_says_when_it_was_updated_has_no_day() -> None:
    entry = f"<entry><title>T</title><updated>2024-10-01T09:00:00Z</updated><content>{BODY}</content></entry>"
    (found,) = read(feed.records, f"<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title>{entry}</feed>")
    assert isinstance(found, Record)
    assert (found.stated.published, found.stated.updated) == (None, date(2024, 10, 1))


# Word


def test_a_box_is_read_after_its_paragraph_and_once() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph(BODY)
    names = " ".join(
        f'xmlns:{short}="http://schemas.{rest}"'
        for short, rest in (
            ("w", "openxmlformats.org/wordprocessingml/2006/main"),
            ("mc", "openxmlformats.org/markup-compatibility/2006"),
        )
    )
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    run = f"<w:r {names}><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    paragraph._p.append(parse_xml(f"{run}</mc:AlternateContent></w:r>"))
    data = io.BytesIO()
    document.save(data)
    (found,) = read(word.records, data.getvalue())
    assert isinstance(found, Record) and found.content == f"{BODY}\n\nIn a box."


# Printed lines


def lines(*texts: tuple[str, float] | str, x: float = 60, size: float = 10) -> list[Line]:
    """Lines one under the other; a number is the gap above a line, in lines."""
    found, y = [], 700.0
    for one in texts:
        text, gap = (one, 1.0) if isinstance(one, str) else one
        y -= gap * size * 1.2
        found.append(Line(text, x, y, size, 0, 0.5))
    return found


PRINTED = [
    ("lines of a paragraph", lines("Two officers", "were sacked."), ["Two officers were sacked."]),
    ("a gap", lines("Two", "went.", ("The force", 1.8), "was sorry."), ["Two went.", "The force was sorry."]),
    ("a cut word", lines("They were inves-", "tigated."), ["They were investigated."]),
    ("a hyphen of its own", lines("It was an ex-", "officer who"), ["It was an ex-officer who"]),
    ("a hyphen that the text has elsewhere", lines("A long-term or long-", "term x"), ["A long-term or long-term x"]),
    ("a soft hyphen", lines("They were inves\u00ad", "tigated."), ["They were investigated."]),
    ("a list", lines("They said:", "• first", "• second"), ["They said:", "• first", "• second"]),
]  # fmt: skip


@pytest.mark.parametrize(("printed", "expected"), [pytest.param(*rest, id=name) for name, *rest in PRINTED])
def test_lines_become_paragraphs(printed: list[Line], expected: list[str]) -> None:
    assert list(paragraphs.joined(printed)) == expected


def test_running_heads_and_page_numbers_leave_the_text() -> None:
    printed = [
        Line(text, 60, 800 * up, 10, page, up)
        for page in range(3)
        for text, up in (("The Echo", 0.97), (f"Paragraph {page} of the text.", 0.5), (f"{page + 1}", 0.03))
    ]
    kept, dropped = paragraphs.without_margins(printed)
    assert [line.text for line in kept] == [f"Paragraph {page} of the text." for page in range(3)]
    assert dropped == ["The Echo", "1", "2", "3"]


# Members of archives

NAMES = [
    ("a.txt", False, False),
    ("week 7/a.html", False, False),
    (".DS_Store", True, False),
    ("__MACOSX/._a.txt", True, False),
    ("a/.hidden/b.txt", True, False),
    ("page_files/site.css", True, False),
    ("case_files/statement.txt", False, False),
    ("../a.txt", False, True),
    ("a/../../b.txt", False, True),
    ("/a.txt", False, True),
    ("C:/a.txt", False, True),
    ("a..b.txt", False, False),
]


@pytest.mark.parametrize(("name", "litter", "unsafe"), NAMES)
def test_the_name_of_a_member(name: str, litter: bool, unsafe: bool) -> None:
    assert (members.Names().is_litter(name), members.unsafe(name) is not None) == (litter, unsafe)


def test_two_members_of_one_name_are_told_apart() -> None:
    names = members.Names()
    assert [names.called("a.txt"), names.called("a.txt"), names.called("b.txt")] == ["a.txt", "a.txt#2", "b.txt"]


@pytest.mark.parametrize("module", [fields, kinds], ids=lambda one: one.__name__)
def test_the_examples_of_the_documentation(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
