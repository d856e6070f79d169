"""Files made to do harm: each ends as rows of ``skipped`` that say why, and costs nothing else."""

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cuttings.articles import Limits, Readers
from cuttings.saved.readers import Request

TEXT = "Two officers sacked\n\nTwo officers of Brackwater Police have been sacked over messages, it was said.\n"
LIMITS = Limits(largest=3_000_000, expanded=30_000_000, ratio=100, records=300, depth=2, seconds=15)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers(LIMITS, count=1) as readers:
        yield readers


def zipped(*members: tuple[str, bytes], store: bool = False) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return data.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode=mode) as archive:  # type: ignore[call-overload]
        for info, content in members:
            info.size = len(content) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def bomb_in_bomb() -> bytes:
    inner = zipped(*((f"{number}.txt", bytes(2_000_000)) for number in range(30)))
    return zipped(*((f"{number}.zip", inner) for number in range(10)))


def overlapping() -> bytes:
    """A ZIP of one member that its list names two hundred times."""
    data = zipped(("a.txt", TEXT.encode() * 50), store=True)
    at = data.index(b"PK\x01\x02")
    entry, end = data[at : data.index(b"PK\x05\x06")], data[data.index(b"PK\x05\x06") :]
    count = 200
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, at, 0)
    return data[:at] + entry * count + tail if end else b""


def deep() -> bytes:
    data = TEXT.encode()
    for _ in range(12):
        data = zipped(("in.zip", data))
    return data


def lying_size() -> bytes:
    """A ZIP whose lists say that a member of two million bytes has ten."""
    data = zipped(("a.txt", bytes(2_000_000)), ("b.txt", TEXT.encode()))
    return data.replace(struct.pack("<L", 2_000_000), struct.pack("<L", 10))


def nested_mail() -> bytes:
    mail = b"Subject: x\nMIME-Version: 1.0\n\nhello\n"
    for _ in range(200):
        mail = b"Subject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" + mail
    return mail


def feed(head: str, text: str) -> bytes:
    item = f"<item><title>Two sacked</title><description>{text}</description></item>"
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>x</title>{item}</channel></rss>'.encode()


BILLION = "<!DOCTYPE rss [" + '<!ENTITY a0 "haha">'
BILLION += "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"

HOSTILE: list[tuple[str, Callable[[], bytes], set[str]]] = [
    ("a ZIP bomb", lambda: zipped(("a.txt", bytes(29_000_000))), {"too_large", "bomb"}),
    ("a ZIP of many bombs", lambda: zipped(*((f"{n}.txt", bytes(2_900_000)) for n in range(30))), {"bomb"}),
    ("a bomb in bombs", bomb_in_bomb, {"bomb"}),
    ("members that lie one inside the other", overlapping, {"bomb"}),
    ("archives in archives", deep, {"too_deep"}),
    ("a gzip bomb", lambda: gzip.compress(bytes(29_000_000)), {"too_large", "bomb"}),
    ("a bzip2 bomb", lambda: bz2.compress(bytes(29_000_000)), {"too_large", "bomb"}),
    ("an xz bomb", lambda: lzma.compress(bytes(29_000_000)), {"too_large", "bomb"}),
    ("a gzip bomb in a gzip bomb", lambda: gzip.compress(gzip.compress(bytes(29_000_000))), {"too_large", "bomb"}),
    (
        "a TAR bomb",
        lambda: tarred(*((member(f"{n}.txt"), bytes(2_900_000)) for n in range(15)), mode="w:gz"),
        {"bomb"},
    ),
    ("too many members", lambda: zipped(*((f"{n}.txt", b"x") for n in range(400))), {"too_many"}),
    ("too many rows", lambda: b"title,text\n" + b"a,some words of a text\n" * 400, {"too_many"}),
    ("a header that lies", lying_size, {"broken"}),
    ("an absolute name", lambda: tarred((member("/etc/cron.d/x"), b"x")), {"unsafe_name"}),
    ("a name that climbs", lambda: tarred((member("a/../../x.txt"), b"x")), {"unsafe_name"}),
    ("a symbolic link", lambda: tarred((member("x.txt", tarfile.SYMTYPE, "/etc/passwd"), b"")), {"link"}),
    ("a hard link", lambda: tarred((member("x.txt", tarfile.LNKTYPE, "/etc/passwd"), b"")), {"link"}),
    ("a device", lambda: tarred((member("x.txt", tarfile.CHRTYPE), b"")), {"link"}),
    ("a pipe", lambda: tarred((member("x.txt", tarfile.FIFOTYPE), b"")), {"link"}),
    ("a truncated gzip", lambda: gzip.compress(TEXT.encode())[:12], {"truncated"}),
    ("a table of one endless line", lambda: b'title,text\n"a","' + b"x" * 4_000_000, {"too_large"}),
    ("a table whose quotation never ends", lambda: b'title,text\n"a","' + b"x y\n" * 900_000, {"broken"}),
    ("JSON nested without end", lambda: b"[" * 100_000, {"broken"}),
    ("JSON Lines nested without end", lambda: b'{"text": "a b c"}\n' + b'{"a":' * 90_000 + b"\n", {"broken"}),
    ("a JSON list that is too long", lambda: json.dumps([{"text": "word " * 50_000}] * 20).encode(), {"too_large"}),
    ("mails in mails", nested_mail, {"too_deep"}),
    ("a PDF that ends at once", lambda: b"%PDF-1.7\nxref\n0 9\ntrailer <</Root 1 0 R /Prev 9>>\n%%EOF", {"broken"}),
    ("a web archive of nonsense", lambda: b"WARC/1.0\r\nContent-Length: -5\r\n\r\n" * 40, {"broken", "no_article"}),
]


@pytest.mark.parametrize(("make", "reasons"), [pytest.param(*rest, id=name) for name, *rest in HOSTILE])
def test_a_hostile_file_is_refused(
    make: Callable[[], bytes], reasons: set[str], readers: Readers, tmp_path: Path
) -> None:
    path = tmp_path / "bad"
    path.write_bytes(make())
    answers = readers.read(Request(path, "bad"))
    found = {said["row"]["reason"] for said in answers if said["said"] == "skipped"}  # type: ignore[index]
    assert found & reasons and found <= reasons | {"empty", "not_text"}, found
    assert sum(said["said"] == "article" for said in answers) <= LIMITS.records
    assert all(said["row"]["remedy"] for said in answers if said["said"] == "skipped")  # type: ignore[index]


ENTITIES = [
    ("a billion laughs", feed(BILLION, "The force said that &a9; was sorry.")),
    ("a file of this machine", feed('<!DOCTYPE rss [<!ENTITY x SYSTEM "SECRET">]>', "It said &x; it was sorry.")),
]


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in ENTITIES])
def test_entities_are_not_followed(data: bytes, readers: Readers, tmp_path: Path) -> None:
    secret, path = tmp_path / "secret", tmp_path / "feed.rss"
    secret.write_text("hahaha" * 5, encoding="utf-8")
    path.write_bytes(data.replace(b"SECRET", secret.as_uri().encode()))
    texts = [said["row"]["text"] for said in readers.read(Request(path, "f")) if said["said"] == "article"]  # type: ignore[index]
    assert all(text.count("haha") < 5 for text in texts)


DEEP = [
    ("elements", "<div>" * 60_000 + "<p>The force said that it was sorry for it all.</p>"),
    ("lists", "<ul><li>" * 20_000 + "The force said that it was sorry for it all."),
    ("tables", "<table><tr><td>" * 8_000 + "The force said that it was sorry for it all."),
    ("quotation marks", "<p>The force said" + "'" * 30_000 + " that it was sorry for it all.</p>"),
    ("brackets", "<p>The force said that it was sorry for it all.</p>" + "<" * 200_000),
]


@pytest.mark.parametrize("source", [pytest.param(source, id=name) for name, source in DEEP])
def test_a_page_nested_without_end_is_read(source: str, readers: Readers, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><body>{source}", encoding="utf-8")
    (said,) = readers.read(Request(path, "page.html"))
    assert said["said"] == "article" and "it was sorry for it all" in said["row"]["text"]  # type: ignore[index]
