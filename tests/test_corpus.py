"""The corpus: whole, sound, as large and as varied as it says, and usable as tables, for training and on a page."""

import copy
import csv
import json
import shutil
from collections import Counter
from collections.abc import Callable
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


def test_twenty_tempting_pairs_are_two_incidents_of_one_split() -> None:
    of = {each["incident"]: article.split for article in corpus() for each in article.gold["incidents"]}
    with (home.corpus() / "apart.csv").open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    assert len(pairs) >= 20
    assert [row for row in pairs if row["one"] == row["other"] or of[row["one"]] != of[row["other"]]] == []


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
    assert consistency.problems([article]) == []


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
    ],
)
def test_what_a_schema_cannot_see_is_found(folder: Path, fault: Callable, message: str) -> None:
    (article,) = files.read("dev", folder)
    written = copy.deepcopy(article.gold)
    fault(written)
    broken = Annotated(article.id, article.split, article.text, written, article.saved, article.plan)
    assert any(message in problem for problem in consistency.problems([broken])), consistency.problems([broken])


def test_a_note_excuses_a_sum(folder: Path) -> None:
    (article,) = files.read("dev", folder)
    written = copy.deepcopy(article.gold)
    written["incidents"][0]["claims"][1]["value"] = "3"
    written["notes"] = ["wexley-signal: the headline says two, the last paragraph three"]
    noted = Annotated(article.id, article.split, article.text, written, article.saved, article.plan)
    assert consistency.problems([noted]) == []


def test_an_unknown_split_or_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no split 'final'"):
        files.read("final")
    with pytest.raises(CorpusError, match="give the folder of a corpus"):
        files.read(None, tmp_path)


def test_a_moved_split_says_so(folder: Path) -> None:
    articles = files.read(None, folder)
    splits.freeze(articles, folder)
    assert splits.moved(articles, folder) == []
    text = folder / "dev" / "texts" / "dev-90-01.txt"
    text.write_text(TEXT + " More.", "utf-8")
    assert splits.moved(files.read(None, folder), folder) == [
        "dev: texts_sha256 not as in splits.csv; "
        "if it is meant, run `cuttings corpus freeze` and say why in CHANGELOG.md"
    ]


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


def test_dev_is_evaluated_and_test_only_for_a_release(capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["evaluate", "--split", "test"]) == 2
    assert "test is for a release's figures alone" in capsys.readouterr().err
    assert cli.main(["evaluate", "--split", "dev"]) == 0
    assert "overclaims" in capsys.readouterr().out


@pytest.mark.parametrize("verb", ["matrix", "overlap", "agreement", "check"])
def test_the_command_prints(verb: str, capsys: pytest.CaptureFixture) -> None:
    assert cli.main(["corpus", verb]) == 0
    assert capsys.readouterr().out


def test_the_command_names_a_fault(
    folder: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(home.corpus() / "schema.json", folder)
    (folder / "dev" / "gold" / "dev-90-01.json").write_text("{", "utf-8")
    monkeypatch.setattr(home, "corpus", lambda: folder)
    assert cli.main(["corpus", "check"]) == 2
    assert "dev-90-01.json: not JSON" in capsys.readouterr().err


def test_every_split_has_a_name() -> None:
    assert {article.split for article in corpus()} == set(SPLITS)
