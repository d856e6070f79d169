"""The corpus: whole, sound, as large and as varied as it says, and usable as tables, for training and on a page."""

import copy
import csv
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
import spacy
from spacy.tokens import DocBin

import development
from cuttings import cli, home, vocabulary
from cuttings.corpus import (
    SPLITS,
    agreement,
    anchoring,
    consistency,
    datasheet,
    files,
    frames,
    matrix,
    overlap,
    pages,
    splits,
    training,
)
from cuttings.corpus.files import Annotated, CorpusError

TEXT = """Two at Wexley face chat inquiry

Two Wexley Police constables are being investigated over racist jokes on Signal, the force said.

“We shall look at all of it,” said Superintendent Ida Quell. A third officer is not in question."""


def gold() -> dict:
    """Gold for TEXT as a person writes it: words, and no offsets yet."""
    incident = {
        "incident": "wexley-signal",
        "role": "main",
        "optional": False,
        "claims": [
            claim("force", "Wexley Police", "Wexley Police"),
            claim("officers_total", "2", "Two Wexley Police constables"),
            claim("officers_serving", "2", "Two Wexley Police constables", alternatives=["none"]),
            claim("allegation", "racist", "racist jokes", standing="investigated"),
            claim("stage", "under_investigation", "are being investigated"),
        ],
        "subjects": [
            {
                **{"count_min": 2, "count_max": 2, "status": "serving", "force": "Wexley Police", "unit": ""},
                **{"rank": "constable", "name": "", "standing": "investigated", "outcome": ""},
                "words": "Two Wexley Police constables",
            }
        ],
        "people": [
            {"name": "Ida Quell", "role": "official", "rank_or_title": "Superintendent", "nameable": "yes"}
            | {"words": "Ida Quell"}
        ],
    }
    article = {
        **{"headline": "Two at Wexley face chat inquiry", "standfirst": "", "publisher": "", "byline": ""},
        **{"published": "", "published_basis": "none", "published_because": "", "language": "en", "copy_of": ""},
    }
    quotes = [{"speaker": "Ida Quell", "kind": "direct", "words": "We shall look at all of it"}]
    return {"id": "dev-90-01", "article": article, "incidents": [incident], "quotes": quotes} | {
        "links": [],
        "furniture": [{"text": "Home", "reason": "menu"}],
        "notes": [],
    }


def claim(attribute: str, value: str, words: str, standing: str = "reported", alternatives: list | None = None) -> dict:
    row = {"attribute": attribute, "value": value, "words": words, "standing": standing, "said_by": ""}
    return {**row, "alternatives": alternatives or [], "optional": False}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus of one article."""
    return small(tmp_path / "corpus", gold())


def small(folder: Path, written: dict) -> Path:
    for name in ("saved", "texts", "gold"):
        (folder / "dev" / name).mkdir(parents=True)
    (folder / "matrix.csv").write_text(
        "id,split,genre,country,form,counts,dates\ndev-90-01,dev,wire copy,England,dump,a pair,none\n", "utf-8"
    )
    (folder / "dev" / "saved" / "dev-90-01.txt").write_text("Home\n" + TEXT.replace("\n\n", "\n"), "utf-8")
    (folder / "dev" / "texts" / "dev-90-01.txt").write_text(TEXT, "utf-8")
    path = folder / "dev" / "gold" / "dev-90-01.json"
    path.write_text(json.dumps(written), "utf-8")
    anchoring.anchor(path)
    return folder


@cache
def corpus() -> tuple[Annotated, ...]:
    return tuple(files.read())


# What ships


def test_the_corpus_is_sound() -> None:
    assert consistency.problems(corpus()) == []


def test_the_splits_are_those_that_were_fixed() -> None:
    assert splits.moved(corpus()) == []


def test_the_splits_have_the_sizes_that_the_datasheet_gives() -> None:
    assert Counter(article.split for article in corpus()) == {"train": 180, "dev": 60, "test": 60}


def test_sixty_articles_hold_no_incident_and_fifteen_are_in_other_languages() -> None:
    none = [article for article in corpus() if all(each["optional"] for each in article.gold["incidents"])]
    other = [article for article in corpus() if article.gold["article"]["language"] != "en"]
    assert (len(none) >= 60, len(other) >= 15) == (True, True)


def test_eighty_incidents_are_told_of_by_two_articles_or_more() -> None:
    assert sum(incidents for times, incidents in matrix.told(corpus()).items() if times > 1) >= 80


def test_every_article_is_in_the_matrix_and_the_matrix_has_no_other() -> None:
    rows = matrix.matrix(corpus())
    assert list(rows["id"]) == [article.id for article in corpus()]
    assert not rows.isna().to_numpy().any()


def test_five_words_in_a_row_are_hardly_ever_shared() -> None:
    table = overlap.table(corpus())
    assert table["share"].max() < 1


def test_invented_names_do_not_go_from_one_split_to_another() -> None:
    shared = {name: of for name, of in consistency.names(corpus()).items() if len(of) > 1}
    assert shared == {}


def pairs() -> list[dict[str, str]]:
    with (home.corpus() / "apart.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_twenty_tempting_pairs_are_two_incidents_of_one_split() -> None:
    of = {each["incident"]: article.split for article in corpus() for each in article.gold["incidents"]}
    assert len(pairs()) >= 20
    assert [row for row in pairs() if row["one"] == row["other"] or of[row["one"]] != of[row["other"]]] == []
    assert all(row["tempting_because"] and row["apart_by"] for row in pairs())


def test_pairs_tempt_and_differ_as_gold_has_it() -> None:
    values: dict[tuple[str, str], set[str]] = {}
    for article in corpus():
        for incident in article.gold["incidents"]:
            for claimed in incident["claims"]:
                of = values.setdefault((incident["incident"], claimed["attribute"]), set())
                of.add(claimed["value"].replace("_", " "))
    # "both on" a platform, "over" an allegation, "of" so many officers; an allegation that is an adjective stands alone
    shared = {"on": "platform", "over": "allegation", "of": "officers_total", None: "allegation"}
    for row in pairs():
        both = {
            name: values.get((row["one"], name), set()) & values.get((row["other"], name), set())
            for name in ("force", *shared.values())
        }
        for reason in row["tempting_because"].split("; "):
            if told := re.fullmatch(r"both (?:(on|over|of) )?(?!in the news|forces)(.+?)(?: officers)?", reason):
                assert told[2] in both[shared[told[1]]], row
        assert ("same force" in row["tempting_because"]) == bool(both["force"]), row
        assert not ("platform" in row["apart_by"] and both["platform"]), row


def test_the_datasheet_gives_the_figures() -> None:
    page = (home.corpus() / "README.md").read_text("utf-8")
    assert datasheet.fill(page, corpus(), files.read_twice()) == page


@development.needed
def test_nothing_is_copied_from_the_development_articles() -> None:
    """Not eight words in a row, whatever the punctuation, but for the names and titles of institutions."""
    names = overlap.institutions()
    theirs = {
        run for path in development.ARTICLES.glob("*.txt") for run in overlap.runs(path.read_text("utf-8"), names, 8)
    }
    assert theirs
    copied = {article.id: theirs & set(overlap.runs(article.text, names, 8)) for article in corpus()}
    assert {name: runs for name, runs in copied.items() if runs} == {}


def test_the_schema_has_the_vocabularys_codes() -> None:
    schema = json.loads((home.corpus() / "schema.json").read_text("utf-8"))
    words = vocabulary.load()
    cases = {
        each["if"]["properties"]["attribute"].get("const"): each["then"]["properties"]["value"]
        for each in schema["$defs"]["incident"]["properties"]["claims"]["items"]["allOf"]
    }
    assert tuple(schema["$defs"]["sanction"]["enum"]) == words.codes("sanction")
    assert tuple(cases["stage"]["enum"]) == words.codes("stage")
    assert tuple(cases["allegation"]["enum"]) == words.codes("allegation")


# Reading and checking


def test_a_corpus_is_read_with_its_text_and_its_plan(folder: Path) -> None:
    (article,) = files.read("dev", folder)
    assert (article.id, article.text, article.plan["genre"]) == ("dev-90-01", TEXT, "wire copy")
    assert consistency.problems([article], folder) == []


def changed(where: str, value: object) -> Callable[[dict], None]:
    """A fault to put into gold: a path such as ``incidents.0.role`` and the value there."""

    def change(written: dict) -> None:
        *path, last = (int(part) if part.isdigit() else part for part in where.split("."))
        at = written
        for part in path:
            at = at[part]
        at[last] = value

    return change


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (changed("incidents.0.role", "chief"), "'chief' is not one of"),
        (changed("incidents.0.claims.3.value", "rude"), "'rude' is not one of"),
        (changed("incidents.0.claims.1.value", "two"), "'two' does not match"),
        (changed("incidents.0.claims.0.start", 3), "are not at 3"),
        (changed("quotes.0.words", "We shall"), "'We shall' are not at"),
        (changed("article.language", "English"), "'English' does not match"),
        (changed("quotes.0.start", 115.0), "115.0 is not of type 'integer'"),
        (changed("incidents.0.subjects.0.count_min", 2.0), "2.0 is not"),
        (changed("incidents.0.subjects.0.count_min", True), "True is not"),
    ],
)
def test_gold_that_cannot_be_read_is_named_with_what_is_wrong(folder: Path, fault: Callable, message: str) -> None:
    path = folder / "dev" / "gold" / "dev-90-01.json"
    written = json.loads(path.read_text("utf-8"))
    fault(written)
    path.write_text(json.dumps(written), "utf-8")
    with pytest.raises(CorpusError) as raised:
        files.read("dev", folder)
    assert message in str(raised.value)
    assert "dev-90-01.json" in str(raised.value)


def written_at(path: str, content: bytes) -> Callable[[Path], object]:
    """A fault to put into a corpus: a file with this content."""

    def write(folder: Path) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)

    return write


def pair(one: str, other: str) -> Callable[[Path], object]:
    return written_at("apart.csv", f"one,other,tempting_because,apart_by\n{one},{other},same force,people\n".encode())


ROW = "dev-90-01,dev,wire copy,England,dump,a pair,none\n"
HEAD = "id,split,genre,country,form,counts,dates\n"


@pytest.mark.parametrize(
    ("path", "content", "message"),
    [
        ("dev/texts/dev-90-01.txt", b"caf\xe9", "dev-90-01.txt: byte 3 is not UTF-8"),
        ("dev/saved/dev-90-01.txt", b"caf\xe9", "dev-90-01.txt: byte 3 is not UTF-8"),
        ("dev/gold/dev-90-01.json", b"caf\xe9", "dev-90-01.json: byte 3 is not UTF-8"),
        ("dev/gold/dev-90-01.json", b"[" * 100_000, "dev-90-01.json: not JSON"),
        ("matrix.csv", b"caf\xe9", "matrix.csv: byte 3 is not UTF-8"),
        ("matrix.csv", b"name,split\n", "matrix.csv: it has no column id, genre, country, form, counts, dates"),
        ("matrix.csv", (HEAD + "dev-90-01,dev,wire copy\n").encode(), "matrix.csv: row 2 has more or fewer cells"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(folder: Path, path: str, content: bytes, message: str) -> None:
    written_at(path, content)(folder)
    with pytest.raises(CorpusError) as raised:
        files.read(None, folder)
    assert message in str(raised.value)


def test_two_readings_are_read_only_where_there_are_two(folder: Path) -> None:
    read = (folder / "dev" / "gold" / "dev-90-01.json").read_bytes()
    written_at("dev/first/dev-90-01.json", read)(folder)
    with pytest.raises(CorpusError, match=re.escape("first/dev-90-01.json: there is no second/dev-90-01.json")):
        files.read_twice(None, folder)
    written_at("dev/second/dev-90-01.json", read)(folder)
    assert [[article.id for article in reading] for reading in files.read_twice(None, folder)] == [["dev-90-01"]] * 2


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            changed("incidents.0.claims.1.value", "3"),
            "officers_total is 3, its subjects are 2 to 2, and no note says why",
        ),
        (changed("incidents.0.claims.1.value", "2.."), "officers_total is 2.., its subjects are 2 to 2"),
        (changed("incidents.0.subjects.0.status", "former"), "officers_serving is 2, its subjects are 0 to 0"),
        (changed("incidents.0.claims.3.alternatives", ["rude"]), "'rude' is no allegation"),
        (changed("incidents.0.claims.4.attribute", "unit"), "it has no stage"),
        (changed("incidents.0.claims.0.attribute", "happened"), "'Wexley Police' is no EDTF date"),
        (changed("incidents.0.subjects.0.name", "Bo Hale"), "Bo Hale is a subject and not among its people"),
        (changed("article.copy_of", "dev-90-09"), "it copies 'dev-90-09', which is not here"),
        (changed("article.published", "2024-05-06"), "published and its basis disagree"),
        (changed("furniture.0.text", "Sport"), "does not have the furniture 'Sport'"),
        (changed("article.headline", "Two at Wexley"), "does not begin with the headline"),
        (changed("article.copy_of", "dev-90-01"), "it copies itself"),
        (
            changed("links", [{"from": "wexley-signal", "to": "wexley-signal", "words": "Two"}]),
            "'wexley-signal' to itself",
        ),
        (changed("incidents.0.claims.1.value", "7..5"), "'7..5' is no count"),
        (changed("incidents.0.claims.1.alternatives", ["7..5"]), "'7..5' is no count"),
        (changed("incidents.0.claims.1.alternatives", ["two"]), "'two' is no count"),
        (changed("incidents.0.subjects.0.count_min", None), "has a count_max and no count_min"),
        (changed("incidents.0.subjects.0.count_max", 1), "is at most fewer than at least"),
        (changed("incidents.0.claims.0.attribute", "person"), "Wexley Police is a person and not among its people"),
        *(
            (changed(f"incidents.0.claims.{number}.standing", "alleged"), "is alleged; a plain fact is reported")
            for number in (0, 1, 2, 4)
        ),
        (changed("quotes.0.speaker", "Ida\u202eQuell"), "the character '\\u202e' in 'Ida"),
        (changed("notes", ["a\nb"]), "the character '\\n' in 'a"),
        (changed("furniture.0.text", "\x07Home"), "the character '\\x07'"),
    ],
)
def test_what_a_schema_cannot_see_is_found(folder: Path, fault: Callable, message: str) -> None:
    (article,) = files.read("dev", folder)
    problems = consistency.problems([mended(article, fault)], folder)
    assert any(message in problem for problem in problems), problems


def mended(article: Annotated, *changes: Callable[[dict], None]) -> Annotated:
    """The article with its gold changed."""
    written = copy.deepcopy(article.gold)
    for change in changes:
        change(written)
    return replace(article, gold=written)


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("text", TEXT.replace("racist", "ra\u202ecist"), "the character '\\u202e'"),
        ("text", TEXT.replace("\n", "\r\n"), "the character '\\r'"),
        ("split", "train", "it lies in train, and its id says 'dev'"),
        ("plan", {"split": "test"}, "it lies in dev, and its row of matrix.csv says 'test'"),
    ],
)
def test_what_is_wrong_beside_gold_is_found(folder: Path, name: str, given: object, message: str) -> None:
    (article,) = files.read("dev", folder)
    problems = consistency.problems([replace(article, **{name: given})], folder)
    assert any(message in problem for problem in problems), problems


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            written_at("matrix.csv", (HEAD + ROW + ROW.replace("01", "02")).encode()),
            "matrix.csv: dev-90-02 has no gold",
        ),
        (written_at("matrix.csv", (HEAD + ROW + ROW).encode()), "matrix.csv: dev-90-01 stands 2 times"),
        (written_at("dev/texts/dev-90-02.txt", b"A"), "dev-90-02.txt: no gold has it"),
        (written_at("dev/saved/dev-90-02.html", b"A"), "dev-90-02.html: no gold has it"),
        (written_at("train/texts/dev-90-01.txt", b"A"), "dev-90-01.txt: no gold has it"),
        (written_at("dev/gold/dev-90-02.jsn", b"A"), "dev-90-02.jsn: no gold has it"),
        (written_at("dev/second/dev-90-02.json", b"A"), "dev-90-02.json: no gold has it"),
        (written_at("dev/first/dev-90-01.json", b"A"), "there is no second/dev-90-01.json"),
        (written_at("dev/second/dev-90-01.json", b"A"), "there is no first/dev-90-01.json"),
        (written_at("apart.csv", b"one,other\n"), "apart.csv: it has no column tempting_because, apart_by"),
        (pair("wexley-signal", "wexley-chat"), "apart.csv: no article tells of 'wexley-chat'"),
        (pair("wexley-signal", "wexley-signal"), "apart.csv: wexley-signal is put beside itself"),
    ],
)
def test_what_is_no_articles_is_found(folder: Path, fault: Callable, message: str) -> None:
    articles = files.read(None, folder)
    fault(folder)
    problems = consistency.problems(articles, folder)
    assert any(message in problem for problem in problems), problems


def test_files_whose_names_begin_with_a_dot_are_passed_over(folder: Path) -> None:
    written_at("dev/gold/.DS_Store", b"\0")(folder)
    written_at("dev/texts/.dev-90-02.txt.swp", b"\0")(folder)
    assert consistency.problems(files.read(None, folder), folder) == []


def test_what_two_splits_share_is_found(folder: Path) -> None:
    (article,) = files.read("dev", folder)
    pair("wexley-signal", "other-matter")(folder)
    other = mended(article, changed("incidents.0.incident", "other-matter"), changed("article.copy_of", "dev-90-01"))
    problems = consistency.problems([article, replace(other, id="train-90-02", split="train")], folder)
    assert {
        "train-90-02: it copies 'dev-90-01', which is in dev",
        "Ida Quell: named in dev and train",
        "Wexley Police: named in dev and train",
        "apart.csv: wexley-signal and other-matter are of two splits",
    } <= set(problems)


def test_a_split_can_be_looked_at_alone() -> None:
    for split in SPLITS:
        assert consistency.problems([article for article in corpus() if article.split == split]) == []


ANOTHER = {"incident": "wexley-chat", "role": "background", "optional": True, "subjects": [], "people": []}


@pytest.mark.parametrize(
    ("note", "others", "excused"),
    [
        ("wexley-signal: the headline says two, the last paragraph three", [], True),
        ("wexley-signal: the headline says so", [ANOTHER], True),
        ("the officers do not add up", [], True),
        ("13 in the headline", [], True),
        ("the officers do not add up", [ANOTHER], False),
        ("wexley-signal-again: the sum is wrong", [ANOTHER], False),
        ("the byline is a pen-name", [], False),
    ],
)
def test_a_note_excuses_a_sum_that_it_speaks_of(folder: Path, note: str, others: list, excused: bool) -> None:
    (article,) = files.read("dev", folder)
    stage = article.gold["incidents"][0]["claims"][4]
    incidents = [*article.gold["incidents"], *({**other, "claims": [stage]} for other in others)]
    wrong = changed("incidents.0.claims.1.value", "3")
    noted = mended(article, changed("incidents", copy.deepcopy(incidents)), wrong, changed("notes", [note]))
    assert (consistency.problems([noted], folder) == []) == excused


def test_an_unknown_split_or_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no split 'final'"):
        files.read("final")
    with pytest.raises(CorpusError, match="give the folder of a corpus"):
        files.read(None, tmp_path)


@pytest.mark.parametrize(
    ("path", "column"),
    [("texts/dev-90-01.txt", "texts_sha256"), ("saved/dev-90-01.txt", "saved_sha256")],
)
def test_a_moved_split_says_so(folder: Path, path: str, column: str) -> None:
    articles = files.read(None, folder)
    splits.freeze(articles, folder)
    assert splits.moved(articles, folder) == []
    written_at(path, (folder / "dev" / path).read_bytes() + b" More.")(folder / "dev")
    assert splits.moved(files.read(None, folder), folder) == [
        f"dev: {column} not as in splits.csv; if it is meant, run `cuttings corpus freeze` and say why in CHANGELOG.md"
    ]


def test_a_saved_page_by_another_name_has_moved(folder: Path) -> None:
    splits.freeze(files.read(None, folder), folder)
    saved = folder / "dev" / "saved" / "dev-90-01.txt"
    saved.rename(saved.with_suffix(".html"))
    assert "dev: saved_sha256 not as" in splits.moved(files.read(None, folder), folder)[0]


def test_splits_that_cannot_be_read_are_a_fault(folder: Path) -> None:
    written_at("splits.csv", b"caf\xe9")(folder)
    assert "splits.csv: byte 3 is not UTF-8" in splits.moved(files.read(None, folder), folder)[0]


# Offsets from words


@pytest.mark.parametrize(
    ("words", "nth", "found"),
    [
        ("Two Wexley Police constables", None, "Two Wexley Police constables"),
        ("Two", 2, "Two"),
        ("We shall ... of it", None, "We shall look at all of it"),
    ],
)
def test_words_are_anchored(tmp_path: Path, words: str, nth: int | None, found: str) -> None:
    written = gold()
    written["quotes"] = [{"speaker": "", "kind": "mixed", "words": words} | ({"nth": nth} if nth else {})]
    row = files.read("dev", small(tmp_path, written))[0].gold["quotes"][0]
    assert (row["words"], TEXT[row["start"] : row["end"]]) == (found, found)
    assert "nth" not in row


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("Three", "is not in the text"),
        ("Two", "is 2 times in the text: say which with nth"),
        ("ex", "is not in the text"),
    ],
)
def test_words_that_have_no_one_place_are_refused(tmp_path: Path, words: str, message: str) -> None:
    written = gold()
    written["quotes"][0]["words"] = words
    with pytest.raises(CorpusError, match=message):
        small(tmp_path, written)


@pytest.mark.parametrize("nth", [0, -1, "2", 1.0, True])
def test_nth_is_a_whole_number_from_one(tmp_path: Path, nth: object) -> None:
    written = gold()
    written["quotes"][0] |= {"words": "Two", "nth": nth}
    with pytest.raises(CorpusError, match="is no place: 1 is the first"):
        small(tmp_path, written)


def test_nth_is_heeded_where_old_offsets_fit(tmp_path: Path) -> None:
    written = gold()
    written["quotes"][0] |= {"words": "Two", "start": 0, "end": 3, "nth": 2}
    row = files.read("dev", small(tmp_path, written))[0].gold["quotes"][0]
    assert row["start"] == TEXT.index("Two", 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "not JSON"),
        ("[1]", "is not of type 'object'"),
        ("{}", "'incidents' is a required property"),
        (json.dumps(gold() | {"quotes": [{"speaker": "", "kind": "direct"}]}), "'words' is a required property"),
        (json.dumps(gold() | {"quotes": [{"speaker": "", "kind": "direct", "words": 1}]}), "1 is not of type 'string'"),
    ],
)
def test_gold_that_cannot_be_anchored_is_named_and_left_as_it_is(folder: Path, content: str, message: str) -> None:
    path = folder / "dev" / "gold" / "dev-90-01.json"
    path.write_text(content, "utf-8")
    with pytest.raises(CorpusError) as raised:
        anchoring.anchor(path)
    assert message in str(raised.value)
    assert all(line.startswith(str(path)) for line in str(raised.value).splitlines())
    assert path.read_text("utf-8") == content


def test_gold_outside_a_corpus_has_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "loose.json").write_text(json.dumps(gold()), "utf-8")
    monkeypatch.chdir(tmp_path)
    for path in (Path("loose.json"), tmp_path / "loose.json", Path("/loose.json")):
        with pytest.raises(
            CorpusError, match=r"loose\.json: there is no .*gold lies in a corpus as SPLIT/gold/ID\.json"
        ):
            anchoring.anchor(path)


def test_a_bare_file_name_will_do_beside_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "dev" / "gold")
    assert anchoring.anchor(Path("dev-90-01.json")) == 0


# Comparing


def test_a_run_of_five_words_stops_at_a_paragraph_and_counts_an_institution_as_one_word() -> None:
    assert len(overlap.runs("one two three four\n\nfive six seven")) == 0
    names = frozenset({"office of complaints"})
    assert list(overlap.runs("the Office of Complaints said on Friday", names)) == [
        ("the", "office of complaints", "said", "on", "friday")
    ]


def test_shared_runs_are_counted_apart_from_retellings(folder: Path) -> None:
    (article,) = files.read("dev", folder)
    strange = copy.deepcopy(article.gold)
    strange["incidents"][0]["incident"] = "other-matter"
    again, stranger = (
        Annotated(f"dev-90-0{n}", "dev", TEXT, written, article.saved, article.plan)
        for n, written in ((2, article.gold), (3, strange))
    )
    retold, shared = (
        overlap.table(each).query("left == 'dev' and right == 'dev'").iloc[0]
        for each in ([article, again], [article, stranger])
    )
    assert (retold["shared"], retold["retold"] > 10) == (0, True)
    assert (shared["shared"] > 10, shared["retold"]) == (True, 0)


def rated(first: Annotated, second: Annotated) -> dict[str, tuple]:
    table = agreement.agreement([first], [second])
    return {row.column: (row.strict, row.with_alternatives) for row in table.itertuples()}


def test_a_reader_agrees_with_themselves(folder: Path) -> None:
    (article,) = files.read("dev", folder)
    assert set(rated(article, article).values()) == {(1.0, 1.0)}


def test_an_alternative_is_agreement_of_a_kind(folder: Path) -> None:
    (article,) = files.read("dev", folder)
    written = copy.deepcopy(article.gold)
    serving, racist = written["incidents"][0]["claims"][2:4]
    serving["value"], racist["value"] = "2..", "sexist"
    del written["incidents"][0]["claims"][2]
    other = Annotated(article.id, article.split, article.text, written, article.saved, article.plan)
    rates = rated(article, other)
    assert rates["stage"] == (1.0, 1.0)
    assert rates["officers_serving"][0] == 0  # the first reader has it, the second left it out …
    assert pd.isna(rates["officers_serving"][1])  # … which the first allows: nothing to agree about
    assert rates["allegation"] == (0, 0)


def test_readers_of_what_ships_agree() -> None:
    first, second = files.read_twice()
    rates = agreement.agreement(first, second).set_index("column")
    assert len(second) >= len(corpus()) / 3
    assert rates.loc["stage", "with_alternatives"] > 0.9
    assert rates.loc["all", "with_alternatives"] > 0.85


# Using


def test_tables_have_a_row_for_everything(folder: Path) -> None:
    tables = frames.frames(files.read("dev", folder))
    assert {name: len(table) for name, table in tables.items()} == {
        **{"articles": 1, "coverage": 1, "claims": 5, "subjects": 1, "people": 1, "quotes": 1, "links": 0},
        "furniture": 1,
    }
    rows = tables["claims"].merge(tables["articles"][["id", "text"]], on="id")
    assert all(row.text[row.start : row.end] == row.words for row in rows.itertuples())


def test_gold_for_a_run_is_of_the_saved_files() -> None:
    made = frames.as_gold(corpus())
    assert {row["file"] for row in made.articles} == {article.saved.name for article in corpus()}
    assert len(made.claims) == sum(len(each["claims"]) for a in corpus() for each in a.gold["incidents"])


def test_spans_for_training_are_the_golds_words(folder: Path) -> None:
    (example,) = training.examples(spacy.blank("en"), files.read("dev", folder))
    spans = [(span.label_, span.text, span.id_) for span in example.reference.spans["claims"]]
    assert ("allegation:racist", "racist jokes", "wexley-signal") in spans
    assert [span.text for span in example.reference.spans["quotes"]] == ["We shall look at all of it"]
    assert example.predicted.text == TEXT


def test_a_docbin_holds_a_split(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    number = training.write_docbin(nlp, corpus()[:20], tmp_path / "train.spacy")
    docs = list(DocBin().from_disk(tmp_path / "train.spacy").get_docs(nlp.vocab))
    assert number == len(docs) == 20
    assert not any(sum(doc.user_data[training.DROPPED].values()) for doc in docs)
    assert any(doc.spans["claims"] for doc in docs)


def test_a_page_shows_the_text_and_no_more_markup_than_its_own(tmp_path: Path) -> None:
    written = gold()
    written["incidents"][0]["people"][0]["rank_or_title"] = "<script>alert(1)</script>"
    article = files.read("dev", small(tmp_path / "corpus", written))[0]
    assert ["".join(run.words for run in runs) for runs in pages.paragraphs(article)] == TEXT.split("\n\n")
    index = pages.write_pages([article], tmp_path / "pages")
    page = (tmp_path / "pages" / "dev-90-01.html").read_text("utf-8")
    assert "<script>" not in page
    assert 'title="allegation: racist (investigated) · wexley-signal">racist jokes</mark>' in page
    assert 'href="dev-90-01.html"' in index.read_text("utf-8")


def test_test_is_evaluated_only_for_a_release(capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["evaluate", "--split", "test"]) == 2
    assert "test is for a release's figures alone" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["matrix", "overlap", "agreement", "check"])
def test_the_command_prints(verb: str, capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["corpus", verb]) == 0
    assert capsys.readouterr().out


def test_the_command_checks_a_corpus_elsewhere(folder: Path, capsys: pytest.CaptureFixture) -> None:
    splits.freeze(files.read(None, folder), folder)
    assert cli.main(["corpus", "check", "--folder", str(folder)]) == 0
    assert capsys.readouterr().out == "1 article, 0 faults\n"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (written_at("dev/gold/dev-90-01.json", b"{"), "dev-90-01.json: not JSON"),
        (written_at("dev/texts/dev-90-01.txt", b"caf\xe9"), "dev-90-01.txt: byte 3 is not UTF-8"),
        (written_at("dev/texts/dev-90-01.txt", b"Two"), "are not at"),
    ],
)
def test_the_command_names_what_cannot_be_read_and_checks_the_rest(
    folder: Path, fault: Callable, told: str, capsys: pytest.CaptureFixture
) -> None:
    splits.freeze(files.read(None, folder), folder)
    fault(folder)
    written_at("dev/texts/dev-90-02.txt", b"A")(folder)
    assert cli.main(["corpus", "check", "--folder", str(folder)]) == 1
    out = capsys.readouterr().out
    assert told in out
    assert "dev-90-02.txt: no gold has it" in out
    assert "0 articles, " in out
    assert "sha256" not in out


def test_the_command_checks_both_readings(folder: Path, capsys: pytest.CaptureFixture) -> None:
    read = (folder / "dev" / "gold" / "dev-90-01.json").read_bytes()
    splits.freeze(files.read(None, folder), folder)
    written_at("dev/first/dev-90-01.json", read)(folder)
    written_at("dev/second/dev-90-01.json", b"{}")(folder)
    assert cli.main(["corpus", "check", "--folder", str(folder)]) == 1
    out = capsys.readouterr().out
    assert "second/dev-90-01.json: $: 'incidents' is a required property" in out
    assert "1 article, " in out


def test_the_command_refuses_a_folder_that_is_no_corpus(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["corpus", "check", "--folder", str(tmp_path)]) == 2
    assert "give the folder of a corpus" in capsys.readouterr().err


def test_a_docbin_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["corpus", "docbin", "--split", "dev", "--out", str(tmp_path)]) == 2
    assert f"{tmp_path} is a folder: give a file, such as {tmp_path / 'dev.spacy'}" in capsys.readouterr().err


def test_numbers_are_printed_as_a_person_writes_them(
    folder: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["corpus", "agreement"]) == 0
    assert re.search(r"^ +place +\d+ +\d+ +0\.\d\d +-$", capsys.readouterr().out, re.M)
    splits.freeze(files.read(None, folder), folder)
    shutil.copy(home.corpus() / "schema.json", folder)
    monkeypatch.setattr(home, "corpus", lambda: folder)
    assert cli.main(["corpus", "matrix"]) == 0
    assert capsys.readouterr().out.endswith("1 incident told of by 1 article\n")
    written_at("dev/texts/dev-90-02.txt", b"A")(folder)
    assert cli.main(["corpus", "check"]) == 1
    assert capsys.readouterr().out.endswith("1 article, 1 fault\n")


def test_the_help_counts_no_articles(capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit):
        cli.main(["corpus", "--help"])
    told = capsys.readouterr().out
    assert "the corpus of articles" in told.lower()
    assert "300" not in told


def test_every_split_has_a_name() -> None:
    assert {article.split for article in corpus()} == set(SPLITS)
