"""Pages saved as MHTML: which part is the page, and what the file says of it."""

import io

import pytest

from cuttings.formats import mhtml
from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.record import Record, Refused

BODY = "Two officers of Brackwater Police have been sacked over messages, it was said."
URL = "https://echo.example/two"


def read(data: bytes | str, **limits: int) -> Record:
    raw = data.encode() if isinstance(data, str) else data
    (found,) = mhtml.records(io.BytesIO(raw), Allowance(Limits(**limits), len(raw)))
    assert isinstance(found, Record)
    return found


def part(body: str, kind: str = "text/html", **headers: str) -> str:
    more = "".join(f"{name.replace('_', '-')}: {value}\n" for name, value in headers.items())
    return f"Content-Type: {kind}\n{more}\n{body}"


def saved(*parts: str, head: str = "", kind: str = "multipart/related", end: str = "--b--\n") -> str:
    body = "".join(f"--b\n{one}\n" for one in parts)
    return f"From: <Saved by Blink>\n{head}MIME-Version: 1.0\nContent-Type: {kind}; boundary=b\n\n{body}{end}"


def at(url: str) -> str:
    return f"Snapshot-Content-Location: {url}\n"


PAGE, ADVERT = part(BODY, Content_Location=URL), part("Buy", Content_Location="https://ads.example")
STYLE = part("p {}", "text/css")
ROOTS = [
    ("the one whose address the snapshot has", saved(ADVERT, PAGE, head=at(URL))),
    ("the one, wherever in it the snapshot points", saved(ADVERT, PAGE, head=at(f"{URL}#comments"))),
    (
        "the one that start names",
        saved(part("Buy", Content_ID="<f>"), part(BODY, Content_ID="<r>"), kind='multipart/related; start="<r>"'),
    ),
    (
        "the one that start names, without its brackets",
        saved(part("Buy", Content_ID="<f>"), part(BODY, Content_ID="<r>"), kind="multipart/related; start=r"),
    ),
    ("the first, where nothing says more", saved(STYLE, PAGE, ADVERT)),
    ("the first, where the snapshot names none of them", saved(PAGE, ADVERT, head=at("https://gone.example"))),
    ("XHTML", saved(part(BODY, "application/xhtml+xml"), ADVERT)),
    ("one in versions", saved(part(f"--c\n\nx\n--c\n{PAGE}\n--c--", "multipart/alternative; boundary=c"), ADVERT)),
    ("no parts at all", f"From: <Saved>\nContent-Type: text/html\n\n{BODY}"),
]


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in ROOTS])
def test_the_page_is_its_root_and_not_its_frames(data: str) -> None:
    found = read(data)
    assert isinstance(found.content, bytes) and found.content.decode().strip() == BODY
    assert (found.page, found.name, found.media_type) == (True, "", "multipart/related")


ADDRESSES = [
    ("the snapshot's", saved(PAGE, head=at(f"{URL}#x")), f"{URL}#x"),
    ("the part's", saved(PAGE), URL),
    ("the part's, where the snapshot's is a file of somebody's", saved(PAGE, head=at("file:/desk/a.html")), URL),
    ("none, where it is a name inside the file", saved(part(BODY, Content_Location="cid:frame@mhtml.blink")), ""),
    ("a folded one", saved(PAGE, head=at("https://echo.example/\n two")), URL),
]


@pytest.mark.parametrize(("data", "url"), [pytest.param(*rest, id=name) for name, *rest in ADDRESSES])
def test_the_address(data: str, url: str) -> None:
    assert read(data).stated.url == url


SUBJECT = "Subject: =?utf-8?Q?Two_sacked_=E2=80=93_officers?=\nDate: Tue, 4 Mar 2025 10:00:00 -0000\n"
TITLES = [
    ("a page without one", PAGE, ("Two sacked – officers",)),
    ("a page with a title", part(f"<TITLE>Other</TITLE>{BODY}"), ()),
    ("a page with a heading", part(f"<h1 class=x>Other</h1>{BODY}"), ()),
]


@pytest.mark.parametrize(("page", "titles"), [pytest.param(*rest, id=name) for name, *rest in TITLES])
def test_the_subject_stands_in_for_a_title(page: str, titles: tuple[str, ...]) -> None:
    assert read(saved(page, head=SUBJECT)).stated.titles == titles


def test_the_day_of_saving_is_not_the_day_published() -> None:
    assert read(saved(PAGE, head=SUBJECT)).stated.published is None


ENCODED = [
    ("quoted-printable", "quoted-printable", b"A caf=E9 was sea=\nrched.", b"A caf\xe9 was searched."),
    ("base64", "base64", b"QSBjYWbpIHdhcyBzZWFyY2hlZC4=", b"A caf\xe9 was searched."),
    ("as it is", "binary", b"A caf\xe9 was searched.", b"A caf\xe9 was searched."),
]


@pytest.mark.parametrize(("way", "body", "content"), [pytest.param(*rest, id=name) for name, *rest in ENCODED])
def test_the_bytes_and_the_encoding_that_they_claim(way: str, body: bytes, content: bytes) -> None:
    head, tail = saved(part("@", "text/html; charset=ISO-8859-1", Content_Transfer_Encoding=way)).split("@")
    found = read(head.encode() + body + tail.encode())
    assert (found.content, found.charset) == (content, "iso-8859-1")


IN_BASE64 = {"Content_Transfer_Encoding": "base64"}
QUOTED = {"Content_Transfer_Encoding": "quoted-printable"}
CUT = [
    ("in the page", saved(PAGE, end="")[:-20], BODY[:40]),
    ("in base64", saved(part("PHA+VHdvIG9mZmljZXJzIG9m", **IN_BASE64), end=""), "<p>Two officers"),
    ("in base64, within a byte", saved(part("PHA+VHdvIG9mZmljZXJzIG", **IN_BASE64), end=""), "<p>Two off"),
    ("in quoted-printable", saved(part("Two offi=63ers=E", **QUOTED), end=""), "Two officers"),
    ("before a picture's end", saved(PAGE, part("iVBORw0", "image/png"), end="")[:-3], BODY),
]  # fmt: skip


@pytest.mark.parametrize(("data", "start"), [pytest.param(*rest, id=name) for name, *rest in CUT])
def test_of_a_page_cut_short_what_is_there_is_read(data: str, start: str) -> None:
    assert read(data).content.startswith(start.encode())  # type: ignore[arg-type, union-attr]


DEEP = "".join(f"Content-Type: multipart/related; boundary=b{level}\n\n--b{level}\n" for level in range(2000))
REFUSED = [
    ("pictures alone", saved(part("x", "image/png")), "no_article"),
    ("a border that is none", saved().replace("boundary=b", "boundary=c"), "no_article"),
    ("nothing", "", "no_article"),
    ("parts in parts", f"From: <Saved>\n{DEEP}\n{BODY}", "too_deep"),
]


@pytest.mark.parametrize(("data", "reason"), [pytest.param(*rest, id=name) for name, *rest in REFUSED])
def test_a_file_without_a_page_is_refused(data: str, reason: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.refusal.reason == reason and caught.value.refusal.remedy


def test_a_file_over_the_limit_is_too_large_and_not_without_a_page() -> None:
    with pytest.raises(Refused) as caught:
        read(saved(PAGE), largest=50)
    assert caught.value.refusal.reason == "too_large"
