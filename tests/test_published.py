"""The published folder: what it holds, what it refuses, and that no withheld name is anywhere in it."""

import json
import os
import re
import shutil
import zipfile
from pathlib import Path

import pandas as pd
import pytest

import made_run
from cuttings import charts, published, report, tables
from cuttings.casebook import Decision, record
from cuttings.publication import withheld
from cuttings.published import PublicationError, publish
from cuttings.review import replayed

SECRET = "Zebedee Quackenthorpe"


def ran(out: Path, run: made_run.MadeRun | None = None) -> Path:
    """A run's folder, as far as the report."""
    (run or made_run.few()).write(out)
    charts.draw(out, names=["officers-by-force", "allegations-by-force"])  # nine take seconds
    report.write(out)
    return out


def everything(folder: Path) -> str:
    """All that is written in a folder: names of files, their bytes, and what is packed or pressed in them."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(path.name)
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                found += [book.read(name).decode("utf-8") for name in book.namelist()]
        elif path.suffix == ".parquet":
            found.append(pd.read_parquet(path).to_csv())
        elif path.is_file():
            found.append(path.read_bytes().decode("utf-8", "ignore"))
    return "\n".join(found)


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """A run in which a name that is withheld stands wherever an article, a file or a cell can hold one."""
    run = made_run.few()
    surname = SECRET.split()[-1]
    article = run.article(
        "a0000000077",
        f"Sergeant {surname} under investigation",
        f"Sgt {SECRET}, 41, of Ferry Lane, Eastgate, is one of two Denbrook Police officers under investigation over "
        f"“racist” messages. “{surname} began it,” said a colleague. QUACKENTHORPE’S wife, Ida Quackenthorpe, wept.",
        published="2024-03-02",
        file=f"inbox/sergeant-{surname.lower()}-investigated.html",
        url=f"https://example.com/news/sgt-zebedee-{surname.lower()}",
        author="Ivo Tanner",
        standfirst=f"{SECRET} denies it",
    )
    incident = run.incident("i-77", f"Denbrook Police, {surname}", article, people=SECRET, forces="Denbrook Police")
    run.person(incident, article, SECRET, "no", role="officer", rule="investigated")
    run.person(incident, article, "Ida Quackenthorpe", "no", role="family", rule="family")
    run.claim(incident, article, "person", SECRET, SECRET, claim_id=f"{article}/0/person/{SECRET}/4-25")
    run.claim(incident, article, "allegation", "racist", f"“{surname} began it,”", said_by=f"Sgt {surname}")
    run.claim(incident, article, "stage", "under_investigation", "under investigation")
    run.subject(incident, article, f"Sgt {SECRET}", 1, name=SECRET)
    out = ran(tmp_path_factory.mktemp("run") / "out", run)
    return out, publish(out, tmp_path_factory.mktemp("public") / "site")


def test_no_withheld_name_is_in_any_file(folders):
    """In whatever form: each name's surname, in any case, with any character for its apostrophe."""
    out, folder = folders
    written = everything(folder).casefold()
    names = [*withheld(tables.read("people", out)), "Ida Quackenthorpe"]
    assert SECRET in names and len(names) > 3
    for name in names:
        assert name.casefold() not in written
        assert not re.search(rf"\b{re.escape(name.split()[-1].casefold())}\b", written), name


def test_the_run_itself_keeps_them(folders):
    out, _ = folders
    assert SECRET in tables.read("people", out)["name"].tolist()
    assert SECRET in everything(out / "tables")


def test_what_may_be_named_is_named(folders):
    _, folder = folders
    people = tables.read("people", folder)
    assert "Ottoline Marsh" in people["name"].tolist()
    assert set(people["nameable"]) == {"yes"}
    assert "Ottoline Marsh" in everything(folder / "exports")


def test_texts_notebooks_and_rejected_claims_stay_behind(folders):
    out, folder = folders
    names = {path.relative_to(folder).parts[0] for path in folder.rglob("*")}
    assert names == {"report.html", "figures", "tables", "exports", "datapackage.json", "publication.json"}
    assert set(tables.read("articles", folder)["text"]) == {""}
    assert "rejected" in set(tables.read("claims", out)["decision"])
    assert "rejected" not in set(tables.read("claims", folder)["decision"])
    assert not (folder / "tables" / "mentions.csv").exists()


def test_evidence_that_lost_a_name_is_no_quotation(folders):
    _, folder = folders
    claims = tables.read("claims", folder)
    cut = claims[claims["evidence"].str.contains("[name withheld]", regex=False)]
    assert len(cut) > 0 and cut["start"].isna().all()
    assert claims[~claims.index.isin(cut.index)]["start"].notna().all()
    whole = tables.read("articles", folder)
    assert whole[whole["article_id"] == "a0000000077"]["url"].tolist() == [""]


def test_no_cell_of_a_published_csv_is_a_formula(tmp_path):
    """The CSV has an apostrophe in front of what a spreadsheet would run; the Parquet file has the words."""
    run = made_run.one()
    article = run.article("a0000000055", '=HYPERLINK("http://example.com")', "@SUM(1)", file="+cmd.txt", author="-2+3")
    run.claim("i-harrowmere", article, "place", "=1+1", "@SUM(1)")
    folder = publish(ran(tmp_path / "out", run), tmp_path / "site")
    for path in sorted((folder / "tables").glob("*.csv")):
        cells = pd.read_csv(path, dtype=str, keep_default_na=False).to_numpy().ravel()
        assert not [cell for cell in cells if cell[:1] in {"=", "+", "@", "\t", "\r"}], path.name
    assert pd.read_parquet(folder / "tables" / "articles.parquet")["title"].str.startswith("=").any()


def test_the_same_run_publishes_the_same_bytes(folders, tmp_path):
    out, folder = folders
    again = publish(out, tmp_path / "site")
    files = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert [(again / name).read_bytes() for name in files] == [(folder / name).read_bytes() for name in files]


def test_an_older_publication_is_replaced(folders, tmp_path):
    out, _ = folders
    folder = publish(out, tmp_path / "site")
    (folder / "report.html").write_text("old", "utf-8")
    publish(out, folder)
    assert (folder / "report.html").read_text("utf-8") != "old"
    assert json.loads((folder / "publication.json").read_text("utf-8"))["names_withheld"] > 0


def test_what_somebody_put_beside_an_older_publication_is_never_removed(folders, tmp_path):
    out, _ = folders
    folder = publish(out, tmp_path / "site")
    (folder / "CNAME").write_text("desk.example", "utf-8")
    with pytest.raises(PublicationError, match="did not publish \\(CNAME\\)"):
        publish(out, folder)
    assert (folder / "CNAME").exists() and (folder / "report.html").exists()


@pytest.mark.parametrize("mark", ["{}", "[]", "not json", '{"files": []}'])
def test_a_folder_with_somebody_elses_mark_is_not_ours(folders, tmp_path, mark):
    out, _ = folders
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "publication.json").write_text(mark, "utf-8")
    with pytest.raises(PublicationError, match="did not publish"):
        publish(out, folder)


@pytest.mark.parametrize("name", ["Mark Ng", "May Page", "Georgia Li", "Roman Force", "Head Main", "Email Teams"])
def test_ordinary_words_that_are_names_stop_nothing(tmp_path, name):
    """Of a tag, a font, a column, a code: a name is looked for where an article's words can be."""
    run = made_run.one()
    article = run.article("a0000000066", f"PC {name} is under investigation", f"PC {name} works in Denbrook.")
    run.person("i-harrowmere", article, name, "no", role="officer", rule="investigated")
    folder = publish(ran(tmp_path / "out", run), tmp_path / "site")
    assert name not in everything(folder)
    assert (
        tables.read("incidents", folder)["title"].tolist()
        == tables.read("incidents", tmp_path / "out")["title"].tolist()
    )


def test_a_name_that_slipped_through_stops_everything(folders, tmp_path, monkeypatch):
    """Should the redaction of tables fail, nothing is published, and what was there stays."""
    out, _ = folders
    folder = publish(out, tmp_path / "site")
    before = everything(folder)
    monkeypatch.setattr(published, "redacted", lambda data, redact: {**data})
    with pytest.raises(PublicationError, match="would hold a name that is withheld"):
        publish(out, folder)
    assert everything(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        pytest.param("out", "one inside the other", id="the run's own folder"),
        pytest.param("out/public", "one inside the other", id="inside the run's"),
        pytest.param("file", "is a file", id="a file"),
        pytest.param("full", "holds something that Cuttings did not publish", id="somebody's folder"),
    ],
)
def test_a_folder_that_will_not_do_is_refused(tmp_path, place, message):
    out = tmp_path / "out"
    out.mkdir()
    (out / "report.html").write_text("", "utf-8")
    (tmp_path / "file").write_text("", "utf-8")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "novel.txt").write_text("mine", "utf-8")
    with pytest.raises(PublicationError, match=message):
        publish(out, tmp_path / place)
    assert (tmp_path / "full" / "novel.txt").read_text("utf-8") == "mine"


def test_a_run_without_a_report_is_refused(tmp_path):
    made_run.one().write(tmp_path / "out")
    with pytest.raises(PublicationError, match=r"report\.html is missing"):
        publish(tmp_path / "out", tmp_path / "site")


def test_an_empty_run_can_be_published(tmp_path):
    folder = publish(ran(tmp_path / "out", made_run.empty()), tmp_path / "site")
    assert tables.read("incidents", folder).empty


def test_nothing_is_published_while_a_decision_has_lost_its_words(tmp_path):
    out = ran(tmp_path / "run")
    tables.write("orphans", tables.frame("orphans", [{"decision_id": "d1", "reason": "text changed"}]), out)
    with pytest.raises(PublicationError, match="1 of the reviewers' decisions have lost the words"):
        publish(out, tmp_path / "site")
    assert not (tmp_path / "site").exists()


def decision(number: int, verdict: str = "accepted") -> Decision:
    key = ("ab" * 32, "0123456789abcdef", number, number + 6, "racist", "allegation", "racist")
    return Decision(f"d{number}", "2026-01-02T03:04:05.000+00:00", "ann", *key, verdict)


ONE, OTHER = decision(1), decision(2)


@pytest.mark.parametrize(
    ("made_with", "now", "published_"),
    [
        pytest.param(None, None, True, id="no reviewer, no note"),
        pytest.param(None, [], True, id="no note, and a casebook that is empty"),
        pytest.param([], None, True, id="no casebook"),
        pytest.param([], [], True, id="an empty casebook"),
        pytest.param([ONE, OTHER], [ONE, OTHER], True, id="the same"),
        pytest.param(None, [ONE], False, id="no note, and decisions"),
        pytest.param([ONE], [ONE, OTHER], False, id="one more"),
        pytest.param([ONE, OTHER], [ONE], False, id="one less"),
        pytest.param([ONE], [decision(1, "rejected")], False, id="another verdict"),
        pytest.param([ONE], None, False, id="the casebook is not given"),
        pytest.param([ONE], [], False, id="another casebook"),
    ],
)
def test_nothing_is_published_that_the_casebook_has_moved_on_from(folders, tmp_path, made_with, now, published_):
    out = shutil.copytree(folders[0], tmp_path / "run")
    if made_with is not None:
        replayed.note(out, made_with)
    if now:
        record(tmp_path / "book", *now)
    book = None if now is None else tmp_path / "book"
    if published_:
        assert publish(out, tmp_path / "site", casebook=book).is_dir()
        return
    with pytest.raises(PublicationError, match=r"when the tables were made, .* put the incidents together again"):
        publish(out, tmp_path / "site", casebook=book)
    assert not (tmp_path / "site").exists()


def test_why_a_reviewer_let_a_name_stand_is_not_published(tmp_path):
    run = made_run.few()
    article = run.rows["articles"][0]["article_id"]
    incident = run.rows["incidents"][0]["incident_id"]
    text = str(run.rows["articles"][0]["text"])
    run.person(incident, article, text.split()[0], "yes", role="officer", rule="reviewer", reason="TOLD IN CONFIDENCE")
    site = publish(ran(tmp_path / "run", run), tmp_path / "site")
    assert "CONFIDENCE" not in everything(site) and "a reviewer has decided it" in everything(site)


def test_what_somebody_put_beside_the_charts_is_not_published(tmp_path):
    out = ran(tmp_path / "out")
    drawn = {path.name for path in (out / "figures").iterdir()}
    (out / "figures" / "own-notes.txt").write_text("private")
    assert {path.name for path in (publish(out, tmp_path / "site") / "figures").iterdir()} == drawn


def test_a_report_that_is_older_than_its_tables_is_not_published(tmp_path):
    out = tmp_path / "out"
    run = made_run.one()
    charts.draw(run.write(out), names=["stages"])
    report.write(out)
    stale = out / "by-force" / "x" / "report.html"
    stale.parent.mkdir(parents=True)
    stale.write_text("It said something else.")
    os.utime(stale, (0, 0))
    with pytest.raises(PublicationError, match="older than the run's tables"):
        publish(out, tmp_path / "site")
