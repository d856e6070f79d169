"""From a folder of saved files to the tables articles, furniture and skipped."""

import doctest
import hashlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from cuttings import tables
from cuttings.articles import Ingested, Limits, NoArticles, Readers, ingest, read_articles
from cuttings.formats import fields
from cuttings.plaintext import characters
from cuttings.plaintext.characters import decode, normalise
from cuttings.saved import folder, kinds, opening, reading, worker
from cuttings.saved import language as language_module
from cuttings.saved.folder import printable
from cuttings.saved.language import language

HEADLINE = "Two officers sacked over messages"
BODY = "Two officers of Brackwater Police have been sacked over messages about a colleague, it was said on Monday."
MORE = "The force said that “nobody” should have to read what they wrote. It had cost £5,000 to find out – so far."
TEXT = f"{HEADLINE}\n\n{BODY}\n\n{MORE}\n"
PAGE = (
    f"<!DOCTYPE html><html><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>"
    f"<p>{BODY}</p><p>{MORE}</p></article></body></html>"
)


def save(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


_READERS: list[Readers] = []


@pytest.fixture(scope="module", autouse=True)
def readers() -> Iterator[None]:
    """Processes that all these tests share: each would have to start its own."""
    with Readers() as shared:
        _READERS.append(shared)
        yield
        _READERS.clear()


def read(folder: Path) -> Ingested:
    return read_articles(folder, _READERS[0])


def test_a_text_becomes_a_row_and_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    ingest(save(tmp_path / "in", desk__one_dot_txt=TEXT), out)
    row = tables.read("articles", out).iloc[0]
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    assert (row["article_id"], row["file"], row["sha256"]) == (f"a{sha256[:10]}", "desk/one.txt", sha256)
    assert (row["title"], row["text"], row["media_type"]) == (HEADLINE, f"{HEADLINE}\n\n{BODY}\n\n{MORE}", "text/plain")
    assert (row["language"], row["words"], row["published"], row["published_basis"]) == ("en", 44, "", "none")
    assert (out / "texts" / f"{row['article_id']}.txt").read_bytes().decode() == row["text"]
    assert len(tables.read("furniture", out)) == len(tables.read("skipped", out)) == 0


def test_what_was_taken_out_is_a_row_of_furniture(tmp_path: Path) -> None:
    found = read(save(tmp_path, one_dot_txt=f"{HEADLINE}\nBy Jo Marsh\n{BODY}\nHide Ad\n{MORE}"))
    assert found.furniture[["file", "text", "reason"]].values.tolist() == [
        ["one.txt", "By Jo Marsh", "byline"],
        ["one.txt", "Hide Ad", "advert"],
    ]
    assert set(found.furniture["article_id"]) == set(found.articles["article_id"])


def test_the_fields_of_a_notice_stay(tmp_path: Path) -> None:
    notice = (
        "Outcome of a hearing\n\nKerrin Police\nPublished 28 August 2025\n\nChair: Chief Superintendent Una Dray\n\n"
    )
    found = read(save(tmp_path, one_dot_txt=f"{notice}{BODY}\n\n{MORE}"))
    assert "Chair: Chief Superintendent Una Dray" in found.articles["text"].iloc[0]


def test_the_order_is_that_of_the_paths(tmp_path: Path) -> None:
    save(tmp_path, b_dot_txt=f"{TEXT}b", a__z_dot_txt=f"{TEXT}z", a_dot_txt=f"{TEXT}a")
    assert read(tmp_path).articles["file"].tolist() == ["a.txt", "a/z.txt", "b.txt"]


def test_a_second_copy_of_the_same_bytes_has_a_name_of_its_own(tmp_path: Path) -> None:
    found = read(save(tmp_path, a_dot_txt=TEXT, b_dot_txt=TEXT, c_dot_txt=TEXT)).articles
    first = found["article_id"][0]
    assert found["article_id"].tolist() == [first, f"{first}-2", f"{first}-3"]
    assert found["duplicate_of"].tolist() == ["", first, first]


def test_a_page_is_known_by_its_content(tmp_path: Path) -> None:
    found = read(save(tmp_path, page_dot_txt=PAGE, text_dot_html=TEXT)).articles
    assert found["media_type"].tolist() == ["text/html", "text/plain"]
    assert found["text"][0] == found["text"][1]


def test_a_run_leaves_no_text_of_an_earlier_one(tmp_path: Path) -> None:
    source, out = save(tmp_path / "in", one_dot_txt=TEXT), tmp_path / "out"
    ingest(source, out)
    save(source, one_dot_txt=f"{TEXT}\n{BODY} Again.")
    ingest(source, out)
    assert [path.stem for path in (out / "texts").iterdir()] == tables.read("articles", out)["article_id"].tolist()


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_any_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    assert read(save(tmp_path, one_dot_txt=TEXT.encode(encoding))).articles["text"].tolist() == [TEXT.strip()]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_a_page_declares_its_encoding(tmp_path: Path, encoding: str) -> None:
    page = (
        PAGE.replace("<head>", f"<head><meta charset='{encoding}'>")
        .replace("“", "é")
        .replace("”", "é")
        .replace("–", "-")
    )
    text = read(save(tmp_path, one_dot_html=page.encode(encoding))).articles["text"][0]
    assert "that énobodyé should" in text and "£5,000" in text


CHARACTERS = [
    ("mojibake", "the forceâ€™s Â£40", "the force’s £40"),
    ("curly and straight quotes", "‘a’ “b” 'c' \"d\"", "‘a’ “b” 'c' \"d\""),
    ("entities", "PC&nbsp;Smith &amp; &quot;co&quot;", 'PC Smith & "co"'),
    ("entities in entities", "A &amp;amp; B", "A & B"),
    ("line ends", "a\r\nb\rc\u2028d\u0085e\x0cf", "a\nb\nc\nd\ne\nf"),
    ("nothing to see", "a\0b\u200bc\u00add\u202ee\ufefff\u2066g", "abcdefg"),
    ("spaces", "a\u00a0b\u2009c\td", "a b c d"),
    ("composed letters", "cafe\u0301", "café"),
    ("a lone surrogate", "a\ud800b", "a\ufffdb"),
]


@pytest.mark.parametrize(("raw", "clean"), [pytest.param(raw, clean, id=name) for name, raw, clean in CHARACTERS])
def test_characters(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


def test_utf_8_with_a_broken_byte_is_still_utf_8() -> None:
    assert decode("“é” – £5 ".encode() * 3 + b"\xff." + "“é”".encode()) == "“é” – £5 " * 3 + "\ufffd.“é”"


SKIPPED = [
    ("an empty file", b"", "empty"),
    ("white space", b" \n\t\r\n \xc2\xa0", "empty"),
    ("a byte order mark alone", b"\xef\xbb\xbf", "empty"),
    ("NULs", b"\0" * 100, "not_text"),
    ("no text", bytes(range(256)) * 20, "not_text"),
    ("an old Word document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "word_processor"),
    ("RTF", rb"{\rtf1\ansi Two officers}", "word_processor"),
    ("a PNG image", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "needs_ocr"),
    ("a JPEG image", b"\xff\xd8\xff\xe0", "needs_ocr"),
    ("a film", b"\0\0\0\x18ftypmp42", "audio_video"),
    ("XML of another kind", "<?xml version='1.0'?><catalogue><book/></catalogue>", "data"),
    ("a broken PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "broken"),
    ("a broken ZIP archive", b"PK\x03\x04" + b"\0" * 60, "broken"),
    ("gzip cut after its header", b"\x1f\x8b\x08\0\0", "truncated"),
    ("a JSON object without a text", '{"name": "a", "size": 3}', "no_text_column"),
    ("a script", "function f(a) { return {b: a(1), c: [2]}; }\n" * 20, "no_prose"),
    ("a page without an article", "<html><body><nav><a href='#'>Home</a></nav></body></html>", "no_article"),
    ("a text of furniture only", "Hide Ad\nRead more: Vole stops play\n", "no_article"),
]


@pytest.mark.parametrize(("content", "reason"), [pytest.param(*rest, id=name) for name, *rest in SKIPPED])
def test_a_file_that_gives_no_article_is_a_row_that_says_why(tmp_path: Path, content: str | bytes, reason: str) -> None:
    found = read(save(tmp_path, bad_dot_txt=content, good_dot_txt=TEXT))
    assert found.skipped[["file", "reason"]].values.tolist() == [["bad.txt", reason]]
    assert found.skipped["detail"][0] and found.skipped["remedy"][0] and len(found.skipped["sha256"][0]) == 64
    assert found.articles["file"].tolist() == ["good.txt"]


TEXTS_THAT_LOOK_LIKE_SOMETHING_ELSE = [
    ("a list of names with commas", f"Smith, Jones\nBrown, Green\n{BODY}"),
    ("fields of a collector", f"Title: {HEADLINE}\nDate: 3 May 2021\n\n{BODY}"),
    ("a bracket first", f"[Updated] {BODY}"),
    ("a sentence with an angle bracket", f"He wrote <3 and a < b to her. {BODY}"),
    ("an e-mail quoted in the text", f"{BODY}\n\nFrom: the chief\nSubject: sorry\n\n{MORE}"),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in TEXTS_THAT_LOOK_LIKE_SOMETHING_ELSE])
def test_a_text_that_looks_like_something_else_is_a_text(text: str) -> None:
    assert kinds.of_text(text) == kinds.Kind("text/plain")


def test_what_is_passed_over_in_silence(tmp_path: Path) -> None:
    save(
        tmp_path, _dot_DS_Store=b"\0", _dot_git__x=b"y", sub___dot_gitkeep=b"", Thumbs_dot_db=b"\0", page_dot_html=PAGE
    )
    save(tmp_path, page_files__a_dot_js="x();", page_files__b_dot_png=b"\x89PNG\r\n", README_dot_txt=f"{TEXT} Read me.")
    found = read(tmp_path)
    assert found.articles["file"].tolist() == ["README.txt", "page.html"]
    assert found.skipped.empty


def test_a_run_does_not_read_what_it_wrote(tmp_path: Path) -> None:
    save(tmp_path, one_dot_txt=TEXT)
    for _ in range(2):
        ingest(tmp_path, tmp_path / "out")
    assert tables.read("articles", tmp_path / "out")["file"].tolist() == ["one.txt"]


def test_a_folder_of_files_without_its_page_is_read(tmp_path: Path) -> None:
    assert read(save(tmp_path, case_files__a_dot_txt=TEXT)).articles["file"].tolist() == ["case_files/a.txt"]


def test_links_pipes_and_sockets_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = save(tmp_path / "in", good_dot_txt=TEXT)
    (source / "broken").symlink_to("nowhere")
    (source / "loop").symlink_to("loop")
    (source / "up").symlink_to("..", target_is_directory=True)
    (source / "copy").symlink_to("good.txt")
    os.mkfifo(source / "pipe")
    monkeypatch.chdir(source)  # a socket's path must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        found = read(source)
    reasons = dict(zip(found.skipped["file"], found.skipped["reason"], strict=True))
    assert reasons == {
        "broken": "broken_link",
        "loop": "link_loop",
        "pipe": "no_file",
        "socket": "no_file",
        "up": "linked_folder",
    }
    assert found.articles["file"].tolist() == ["copy", "good.txt"]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(TEXT, encoding="utf-8")
    source = save(tmp_path / "in", good_dot_txt=f"{TEXT} Good.")
    (source / "link.txt").symlink_to("../secret.txt")
    found = read(source)
    assert found.skipped[["file", "reason"]].values.tolist() == [["link.txt", "outside_link"]]
    assert found.articles["file"].tolist() == ["good.txt"]


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    save(tmp_path / "in", big_dot_txt=TEXT * 3, good_dot_txt=TEXT)
    ingest(tmp_path / "in", tmp_path / "out", Limits(largest=len(TEXT.encode()) + 10))
    skipped = tables.read("skipped", tmp_path / "out")
    assert skipped[["file", "reason"]].values.tolist() == [["big.txt", "too_large"]]
    assert tables.read("articles", tmp_path / "out")["file"].tolist() == ["good.txt"]


def answers(path: Path) -> list[worker.Said]:
    """What the worker says of a file, asked in this very process."""
    request = {"path": str(path), "file": path.name, "after": 0}
    return [said for said in worker.answers_to(request, Limits(), {}) if said["said"] != "began"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    said, done = answers(save(tmp_path) / "bad.txt")
    assert (said["row"]["reason"], said["row"]["detail"], done) == (
        "unreadable",
        "Permission denied",
        {"said": "done"},
    )


def test_a_parser_that_breaks_is_a_row_that_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: str) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("cuttings.pages.read", broken)
    said, done = answers(save(tmp_path, bad_dot_html=PAGE) / "bad.html")
    assert (said["row"]["reason"], said["row"]["detail"]) == ("failed", "RuntimeError: boom")
    assert len(said["row"]["sha256"]) == 64 and done == {"said": "done"}


def test_names_that_break_lines_or_are_no_text(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    for name in (b"a\nb.txt", b"caf\xe9.txt", "caf\u00e9.txt".encode(), b"x\xe2\x80\xaey.txt"):
        Path(os.fsdecode(os.fsencode(source) + b"/" + name)).write_text(TEXT, encoding="utf-8")
    ingest(source, tmp_path / "out")
    assert tables.read("articles", tmp_path / "out")["file"].tolist() == [
        "a\\nb.txt",
        "café.txt",
        "caf\\xe9.txt",
        "x\\u202ey.txt",
    ]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("a.txt", "a.txt"), ("Gardaí – x.txt", "Gardaí – x.txt"), ("a\\nb", "a\\\\nb"), ("a\tb", "a\\tb")],
)
def test_printable_names(name: str, shown: str) -> None:
    assert printable(name) == shown


def test_a_folder_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(NoArticles, match="nowhere is not there"):
        ingest(tmp_path / "nowhere", tmp_path / "out")
    with pytest.raises(NoArticles, match=r"one\.txt is a file, not a folder"):
        ingest(save(tmp_path, one_dot_txt=TEXT) / "one.txt", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_empty_folder_gives_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ingest(tmp_path / "in", tmp_path / "out")
    assert [len(tables.read(name, tmp_path / "out")) for name in ("articles", "furniture", "datings", "skipped")] == [
        0
    ] * 4


def test_a_folder_of_bad_files_gives_their_reasons(tmp_path: Path) -> None:
    ingest(save(tmp_path / "in", a_dot_txt=b"", b_dot_png=b"\x89PNG\r\n"), tmp_path / "out")
    assert tables.read("articles", tmp_path / "out").empty
    assert tables.read("skipped", tmp_path / "out")["reason"].tolist() == ["empty", "needs_ocr"]


LANGUAGES = [
    ("English", BODY, "en"),
    ("English in short", "Officer dismissed over messages", ""),
    (
        "German",
        "Die Polizei hat gegen zwei Beamte ermittelt, die in einer Gruppe rassistische Nachrichten geschickt haben.",
        "de",
    ),
    (
        "French",
        "Deux policiers ont été suspendus après la diffusion de messages racistes, a annoncé la préfecture.",
        "fr",
    ),
    (
        "Dutch",
        "Twee agenten zijn geschorst nadat zij in een groep racistische berichten hadden gestuurd, zei de politie.",
        "nl",
    ),
    (
        "Spanish",
        "Dos agentes de la policía fueron suspendidos por los mensajes que enviaron a un grupo de la comisaría.",
        "es",
    ),
    ("Welsh", "Mae dau swyddog heddlu wedi cael eu diswyddo am anfon negeseuon hiliol mewn grŵp preifat.", "cy"),
    ("English full of other names", "Const Thandeka Dlamini and Sgt Sipho Nkosi were in the chat, it was said.", "en"),
    ("Irish", "Tá beirt gharda curtha ar fionraí tar éis teachtaireachtaí ciníocha i ngrúpa WhatsApp.", "ga"),
    ("nothing", "", ""),
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*rest, id=name) for name, *rest in LANGUAGES])
def test_language(text: str, expected: str) -> None:
    assert language(text) == expected


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    source = save(tmp_path / "in", a_dot_txt=TEXT, b_dot_html=PAGE, c_dot_png=b"\x89PNG\r\n")
    for name in ("one", "two"):
        ingest(source, tmp_path / name)
    for table in ("articles", "furniture", "datings", "skipped"):
        assert (tmp_path / "one" / "tables" / f"{table}.csv").read_bytes() == (
            tmp_path / "two" / "tables" / f"{table}.csv"
        ).read_bytes()


@pytest.mark.parametrize(
    "module",
    [characters, fields, folder, kinds, language_module, opening, reading, worker],
    ids=lambda one: one.__name__,
)
def test_the_examples_of_the_documentation(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
