"""E-mail: a message's text, what is said of it, what is attached to it, and what malformed ones give."""

import io
from collections.abc import Sequence
from datetime import date

import pytest

from cuttings.formats import mail
from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.record import Record, Refusal, Refused

BODY = "Two officers of Brackwater Police have been sacked over messages, it was said."
SENT = "Tue, 4 Mar 2025 23:30:00 -0500"


def read(data: bytes | str, **limits: int) -> list[Record | Refusal]:
    raw = data.encode("utf-8", "surrogateescape") if isinstance(data, str) else data
    return list(mail.records(io.BytesIO(raw), Allowance(Limits(**limits), len(raw))))


def one(data: bytes | str) -> Record:
    (found,) = read(data)
    assert isinstance(found, Record)
    return found


def message(body: str, kind: str = "text/plain", subject: str = "Two sacked", sender: str = "jo@a.example") -> str:
    return f"From: {sender}\nSubject: {subject}\nDate: {SENT}\nMIME-Version: 1.0\nContent-Type: {kind}\n\n{body}"


def parts(*pieces: str | tuple[str, str], kind: str = "mixed", **named: str) -> str:
    """A message of parts: plain texts, or (headers, body)."""
    each = [("Content-Type: text/plain", piece) if isinstance(piece, str) else piece for piece in pieces]
    body = "".join(f"--b\n{head}\n\n{text}\n" for head, text in each)
    return message(f"{body}--b--\n", f"multipart/{kind}; boundary=b", **named)


def page(text: str) -> tuple[str, str]:
    return "Content-Type: text/html", f"<html><body>{text}</body></html>"


def attached(name: str, body: str = "x") -> tuple[str, str]:
    return f'Content-Type: application/pdf\nContent-Disposition: attachment; filename="{name}"', body


# What is said of a message

SUBJECTS = [
    ("as it is", "Two sacked", "Two sacked"),
    ("marks of a list and a reply", "[press] RE: Two sacked", "Two sacked"),
    ("forwarded twice, by a German", "WG: Fwd: Two sacked", "Two sacked"),
    ("an encoded word", "=?utf-8?Q?Caf=C3=A9?= owner sues", "Café owner sues"),
    ("a letter cut in two by encoded words", "=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9_sues?=", "Café sues"),
    ("bare UTF-8", "Café owner sues", "Café owner sues"),
    ("bare Latin-1", "Caf\udce9 owner sues", "Café owner sues"),
    ("folded", "Two\n sacked", "Two sacked"),
    ("a broken encoded word", "=?utf-8?B?####?= sacked", "sacked"),
    ("an encoding whose name is no name", "=?utf-8\xa0?Q?Two?= sacked", "=?utf-8 ?Q?Two?= sacked"),
]


@pytest.mark.parametrize(("subject", "title"), [pytest.param(*rest, id=name) for name, *rest in SUBJECTS])
def test_the_subject_is_the_headline(subject: str, title: str) -> None:
    assert one(message(BODY, subject=subject)).stated.titles == (title,)


SENDERS = [
    ("an office", "Brackwater Police Press Office <press@b.example>", "Brackwater Police"),
    ("a newspaper", "The Wexley Echo <news@echo.example>", "The Wexley Echo"),
    ("a person", "Jo Marsh <jo.marsh@b.example>", ""),
    ("an address", "jo@b.example", ""),
]


@pytest.mark.parametrize(("sender", "publisher"), [pytest.param(*rest, id=name) for name, *rest in SENDERS])
def test_only_an_organisation_is_a_publisher(sender: str, publisher: str) -> None:
    assert one(message(BODY, sender=sender)).stated.publisher == publisher


def test_the_day_sent_is_the_day_published_as_its_sender_has_it() -> None:
    assert one(message(BODY)).stated.published == (date(2025, 3, 4), f"Date: {SENT}")


HEAD = ("From: Echo &lt;news@echo.example&gt;", "Date: Mon, 3 Feb 2020 09:00", "Subject: Sergeant resigns", "To: Jo")
GMAIL = "<p>---------- Forwarded message ---------<br>" + "<br>".join(HEAD) + f"</p><p>{BODY}</p>"
OUTLOOK = "".join(f"<p><b>{line.replace(': ', ':</b> ', 1)}</p>" for line in HEAD) + f"<p>{BODY}</p>"
OFFICE = "Brackwater Police Press Office <press@b.example>"
FORWARDS = [
    ("a page, as Gmail forwards", GMAIL, "Fwd: Sergeant resigns", date(2020, 2, 3)),
    ("a page, under another subject", GMAIL, "Worth a look", date(2020, 2, 3)),
    ("a page, as Outlook forwards", OUTLOOK, "FW: Sergeant resigns", date(2020, 2, 3)),
    ("a page, without the inner header", f"<p>{BODY}</p>", "Fwd: Sergeant resigns", None),
]


@pytest.mark.parametrize(("body", "subject", "day"), [pytest.param(*rest, id=name) for name, *rest in FORWARDS])
def test_whoever_forwards_a_page_says_neither_its_day_nor_its_publisher(
    body: str, subject: str, day: date | None
) -> None:
    stated = one(message(page(body)[1], "text/html", subject, OFFICE)).stated
    assert (stated.titles, stated.publisher) == (("Sergeant resigns",), "")
    assert (stated.published[0] if stated.published else None) == day


def test_what_a_reply_quotes_is_not_forwarded() -> None:
    stated = one(message(page(f"<p>{BODY * 3}</p>{OUTLOOK}")[1], "text/html", "Re: Query", OFFICE)).stated
    assert stated.titles == ("Query",) and stated.published and stated.published[0] == date(2025, 3, 4)


def test_a_forwarded_text_is_dated_above_it_and_its_header_is_kept_as_furniture() -> None:
    head = "\n".join(HEAD).replace("&lt;", "<").replace("&gt;", ">")
    found = one(message(f"See below.\n\n-----Original Message-----\n{head}\n\n{BODY}", subject="Fwd: x", sender=OFFICE))
    assert str(found.content).split("\n\n") == ["Date: Mon, 3 Feb 2020 09:00", BODY]
    assert (found.stated.titles, found.stated.published, found.stated.publisher) == (("Sergeant resigns",), None, "")
    assert {"See below.", "Subject: Sergeant resigns"} <= set(found.dropped)


# The text

TEXTS = [
    ("plain that says as much as the page", parts(BODY, page(f"<p>{BODY}</p>"), kind="alternative"), False),
    ("plain that only points to the page", parts("See it online", page(BODY), kind="alternative"), True),
    ("a page of one picture", parts(BODY, page("<img src=x>"), kind="alternative"), False),
    ("a page alone", message(page(BODY)[1], "text/html"), True),
    ("no type", f"From: a\nSubject: b\n\n{BODY}", False),
    ("an unknown encoding", message(BODY, "text/plain; charset=klingon"), False),
    ("lines that end as on Windows", message(BODY).replace("\n", "\r\n"), False),
    ("a part without its end", message(f"--b\n\n{BODY}", "multipart/mixed; boundary=b"), False),
]


@pytest.mark.parametrize(("data", "is_page"), [pytest.param(*rest, id=name) for name, *rest in TEXTS])
def test_the_fuller_version_is_read(data: str, is_page: bool) -> None:
    found = one(data)
    assert found.page is is_page and BODY in str(found.content)


def test_a_text_that_a_picture_parts_is_one_text() -> None:
    assert one(parts("First half.", ("Content-Type: image/png", "x"), "Second half.")).content == (
        "First half.\n\nSecond half."
    )


def test_two_texts_that_each_have_two_versions_are_both_read() -> None:
    each = [f"--c\n\n{text}\n--c\nContent-Type: text/html\n\n<p>{text}</p>\n--c--" for text in ("One.", "Two.")]
    data = parts(*((("Content-Type: multipart/alternative; boundary=c"), text) for text in each))
    assert one(data).content == "One.\n\nTwo."


ENCODED = [
    ("quoted-printable", "quoted-printable", b"A caf=C3=A9 was sea=\nrched.", "A café was searched."),
    ("base64", "base64", b"QSBjYWbDqSB3YXMgc2VhcmNoZWQu", "A café was searched."),
    ("Latin-1 that claims to be UTF-8", "8bit", b"A caf\xe9 was searched.", "A café was searched."),
]


@pytest.mark.parametrize(("way", "body", "text"), [pytest.param(*rest, id=name) for name, *rest in ENCODED])
def test_encodings_are_undone(way: str, body: bytes, text: str) -> None:
    head = f"From: a\nSubject: b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {way}\n\n"
    assert str(one(head.encode() + body).content).strip() == text


def test_lines_that_flow_are_joined_whatever_the_case_of_the_word() -> None:
    data = message("Two officers \nwere sacked.\n-- \nJo Marsh\n01632 960001", "text/plain; format=Flowed")
    assert (one(data).content, one(data).dropped) == ("Two officers were sacked.", ("Jo Marsh", "01632 960001"))


# What is attached

NAMED = [
    ("a path", ["../../etc/x.pdf"], ["x.pdf"]),
    ("a Windows path", ["C:\\desk\\b.pdf"], ["b.pdf"]),
    ("one name twice", ["b.pdf", "b.pdf"], ["b.pdf", "b.pdf#2"]),
    ("dots alone", [".."], ["attachment"]),
]


@pytest.mark.parametrize(("names", "expected"), [pytest.param(*rest, id=name) for name, *rest in NAMED])
def test_attachments_are_called_by_names_that_lead_nowhere(names: Sequence[str], expected: Sequence[str]) -> None:
    body, *found = read(parts(BODY, *(attached(name) for name in names)))
    assert isinstance(body, Record) and body.content == BODY
    assert [each.name for each in found] == expected


def test_a_document_without_a_name_is_not_lost() -> None:
    _, found = read(parts(BODY, ("Content-Type: application/pdf", "%PDF-1.4")))
    assert isinstance(found, Record) and (found.content, found.name) == (b"%PDF-1.4", "attachment")


def test_pictures_and_signatures_pass() -> None:
    signature = ('Content-Type: application/pgp-signature; name="signature.asc"', "x")
    assert one(parts(BODY, ("Content-Type: image/png\nContent-Disposition: inline; filename=a.png", "x"), signature))


@pytest.mark.parametrize(
    "head",
    ["Content-Type: application/ms-tnef", "Content-Type: x/y\nContent-Disposition: attachment; filename=WinMail.dat"],
)
def test_what_outlook_packed_is_refused_with_a_way_out(head: str) -> None:
    _, found = read(parts(BODY, (head, "eJ8+")))
    assert isinstance(found, Refusal) and found.reason == "unsupported" and "Outlook" in found.remedy


def test_a_mail_in_a_mail_is_a_record_as_it_was_sent() -> None:
    _, found = read(parts("See this.", ("Content-Type: message/rfc822", "From: z\nSubject: inner\n\nCaf\udce9.")))
    assert isinstance(found, Record)
    assert (found.name, found.content) == ("message.eml", b"From: z\nSubject: inner\n\nCaf\xe9.")


# Mailboxes


def test_a_mailbox_is_read_message_by_message() -> None:
    box = f"From a@b Thu\n{message('>From the start it failed.')}\n\nFrom c@d Fri\n{message(BODY)}"
    first, second = read(box)
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.name, second.name) == ("#1", "#2")
    assert b"\nFrom the start" in first.content and BODY.encode() in second.content  # type: ignore[operator]


def test_a_line_that_begins_with_from_inside_a_text_parts_nothing() -> None:
    (found,) = read(f"From a@b Thu\n{message('He was sent home.')}\n\nFrom Monday on, he may work.\nNo more was said.")
    assert isinstance(found, Record) and b"From Monday on" in found.content  # type: ignore[operator]


@pytest.mark.parametrize("start", ["From the desk of the chief\n\n", "From ", "From a\n"])
def test_what_only_begins_like_a_mailbox_is_one_message_or_none(start: str) -> None:
    (found,) = read(start + BODY)
    assert BODY in str(found.content) if isinstance(found, Record) else found.reason == "empty"


# Hostile and broken ones

DEEP = "".join(f"Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n" for level in range(2000))
HOSTILE = [
    ("parts in parts", f"From: a\nSubject: b\n{DEEP}\n{BODY}", "too_deep"),
    ("mails in mails", "From: a\nSubject: b\n" + "Content-Type: message/rfc822\n\n" * 2000, "too_deep"),
]


@pytest.mark.parametrize(("data", "reason"), [pytest.param(*rest, id=name) for name, *rest in HOSTILE])
def test_a_hostile_message_is_refused(data: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.refusal.reason == reason


def test_a_message_over_the_limit_is_too_large_and_not_empty() -> None:
    with pytest.raises(Refused) as caught:
        read(message(BODY * 10), largest=100)
    assert caught.value.refusal.reason == "too_large"


def test_too_many_attachments_are_refused_after_those_that_were_allowed() -> None:
    found = mail.records(io.BytesIO(parts(BODY, *[attached("a.pdf")] * 4).encode()), Allowance(Limits(records=2), 1))
    assert [each.name for each in (next(found), next(found), next(found))] == ["", "a.pdf", "a.pdf#2"]
    with pytest.raises(Refused) as caught:
        next(found)
    assert caught.value.refusal.reason == "too_many"


@pytest.mark.parametrize(
    "parameter",
    [
        "filename*=utf-8''%e2%82",
        "filename*=klingon''a",
        "filename*0*=x''a; filename*1=b",
        "filename==?utf-8?B?##?=",
        "x",
    ],
)
def test_a_broken_file_name_costs_nothing_but_the_name(parameter: str) -> None:
    (found,) = read(
        f"From: a\nSubject: b\nContent-Type: application/pdf\nContent-Disposition: attachment; {parameter}\n\nx"
    )
    assert isinstance(found, Record) and found.content == b"x" and found.name


@pytest.mark.parametrize("data", ["", "From: a\nSubject: b\n\n", "\n\n", parts()])
def test_a_mail_without_a_text_says_so(data: str) -> None:
    (found,) = read(data)
    assert isinstance(found, Refusal) and found.reason == "empty"
