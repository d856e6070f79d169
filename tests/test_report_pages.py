"""A long report in parts, by force, as PDF, and in axe-core's eyes: every page whole, and every link right."""

import json
import posixpath
import re
import shutil
from collections import Counter
from pathlib import Path

import lxml.html
import pypdfium2
import pytest

import made_run
from conftest import CHECKOUT
from cuttings import charts, printing, published, report, suite, tables
from cuttings.charts.pictures import ReportError
from cuttings.running import record
from cuttings.running.parameters import ParameterError
from cuttings.scoring import measured
from cuttings.telling import forces, places
from cuttings.telling.redaction import Redactor

SECRET = "Quillfeather"


def drawn(run: made_run.MadeRun, out: Path) -> Path:
    charts.draw(run.write(out), names=["stages"])  # nine take seconds
    return out


def flat(page: Path) -> str:
    return " ".join(lxml.html.fromstring(page.read_text("utf-8")).text_content().split())


@pytest.fixture(scope="module")
def charted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine incidents with their charts and without a report, for tests to copy."""
    return drawn(made_run.few(), tmp_path_factory.mktemp("charted"))


@pytest.fixture(scope="module")
def few(charted: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = shutil.copytree(charted, tmp_path_factory.mktemp("few") / "out")
    report.write(out)
    return out


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fourteen incidents in parts of a few each."""
    out = drawn(made_run.large(14), tmp_path_factory.mktemp("long"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "WHOLE", 100)
        patch.setattr(places, "PART", 60)
        report.write(out)
    return out


def pages(out: Path) -> list[Path]:
    return [out / "report.html", *sorted((out / "report").glob("*.html"))]


# In parts


def test_a_short_report_is_one_file(few):
    assert not (few / "report").exists()


def test_a_long_report_drops_nothing(long):
    incidents, articles = tables.read("incidents", long), tables.read("articles", long)
    places_ = Counter(place for page in pages(long) for place in lxml.html.parse(page).xpath("//*[@id]/@id"))
    for key in incidents["incident_id"]:
        assert places_[f"incident-{key}"] == 1
    assert {places_[key] for key in articles["article_id"]} == {1}
    marks = Counter(
        " ".join(mark.text_content().split()) for page in pages(long) for mark in lxml.html.parse(page).iter("mark")
    )
    assert {words for words in tables.read("claims", long)["evidence"] if words not in marks} == set()


def test_every_link_of_every_page_leads_somewhere(long):
    found = {page: lxml.html.parse(page) for page in pages(long)}
    known = {page.relative_to(long).as_posix(): set(tree.xpath("//@id")) for page, tree in found.items()}
    seen = set()
    for page, tree in found.items():
        folder = page.parent.relative_to(long).as_posix()
        for link in tree.xpath("//a/@href"):
            path, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(folder, path)) if path else page.relative_to(long).as_posix()
            if target.startswith("figures/"):
                assert (long / target).is_file()
                continue
            assert target in known and (not anchor or anchor in known[target]), (page.name, link)
            seen.add(target)
    assert seen == set(known)


def test_the_same_tables_are_cut_at_the_same_places(long, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "WHOLE", 100)
    monkeypatch.setattr(places, "PART", 60)
    out = shutil.copytree(long, tmp_path / "out")
    for page in pages(out):
        page.unlink()
    report.write(out)
    assert {page.name: page.read_bytes() for page in pages(out)} == {
        page.name: page.read_bytes() for page in pages(long)
    }


def test_a_report_that_is_short_again_has_no_parts_left(charted, tmp_path, monkeypatch):
    out = shutil.copytree(charted, tmp_path / "out")
    monkeypatch.setattr(places, "WHOLE", 1)
    monkeypatch.setattr(places, "PART", 5)
    report.write(out)
    assert (out / "report").is_dir()
    monkeypatch.undo()
    report.write(out)
    assert not (out / "report").exists()


def test_an_incident_of_a_large_report_weighs_little(tmp_path):
    """2,000 incidents with 20,000 claims must stay below 15 MB, with room for charts: 7 kB each, and here 100 bytes
    each for what 300 share.
    """
    out = drawn(made_run.large(300), tmp_path)
    report.write(out)
    assert len(pages(out)) > 1
    fixed = len((out / "report.html").read_text("utf-8")) - len(
        re.sub(r"base64,[^\"]+", "", (out / "report.html").read_text("utf-8"))
    )
    assert (sum(page.stat().st_size for page in pages(out)) - fixed) / 300 < 7_100


def test_a_withheld_name_is_in_no_part(long):
    assert [page.name for page in pages(long) if re.search("feather", page.read_text("utf-8"), re.I)] == []
    assert sum(flat(page).count("1 name is withheld.") for page in pages(long)) == 14


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("report.html", "report/articles-001.html", "../report.html"),
        ("report/articles-001.html", "report.html", "report/articles-001.html"),
        ("report/articles-001.html", "report/incidents-002.html", "articles-001.html"),
    ],
)
def test_links_between_pages_are_relative(target, page, link):
    assert places.relative(target, page) == link


# What is in it


def test_what_is_not_known_is_counted(few):
    [section] = lxml.html.parse(few / "report.html").xpath("//section[@id='unknown']")
    rows = {row[0].text_content().strip(): " ".join(row[1].text_content().split()) for row in section.iter("tr")}
    assert rows["No article says which force"] == "1 of 7 incidents"
    assert rows["An article without a date"] == "2 of 11 articles"


def test_who_tells_of_an_incident_is_listed_with_copies(few):
    assert (
        "Who tells of it: 2 articles The Denbrook Argus, 17 June 2022, as its main matter: Seven police officers "
        "investigated over messages in ‘Late Turn’ group chat Marlpit Wire, 23 January 2024, as its main matter: Four "
        "sacked over ‘Late Turn’ chat, panel told of eight officers. Copied in Tillbrook Echo, undated"
    ) in flat(few / "report.html")


def test_how_it_was_made_has_the_figures_that_were_measured(few):
    [section] = lxml.html.parse(few / "report.html").xpath("//section[@id='making']")
    text = " ".join(section.text_content().split())
    main = measured.read().set_index(["set", "column"]).xs("main", level="column")
    rates = [str(round(100 * main.loc[key, name])) for key in measured.SETS for name in ("precision", "recall")]
    assert f"Seven main columns together {' '.join(rates)}" in text
    assert "the one that ships, SHA-256" in text
    assert "Outcome 3 1 0 1 66%" in text


def test_what_was_taken_out_of_pages_is_counted(tmp_path):
    run = made_run.one()
    for text, reason in (("Home News", "menu"), ("Read more", "related"), ("Subscribe", "menu")):
        run.rows["furniture"].append({"article_id": "a0000000001", "file": "x", "text": text, "reason": reason})
    text = flat(report.write(drawn(run, tmp_path)))
    assert "These pieces were not read: menu (2), related (1)." in text
    assert "3 pieces: menu 2, related 1" in text
    assert "Subscribe" not in text


def test_corrections_say_before_and_now_and_repeat_no_rejected_reading(tmp_path):
    run = made_run.few()
    number = next(row for row in run.rows["claims"] if row["value"] == "7")
    number |= {"decision": "corrected", "value": "8", "proposed": "7", "origin": "reviewer"}
    [section] = lxml.html.parse(report.write(drawn(run, tmp_path))).xpath("//section[@id='corrections']")
    text = " ".join(section.text_content().split())
    assert "Officers 7 8, reported" in text
    assert "Outcome a reading that a reviewer rejected left out" in text
    assert "retired" not in text


# By force


def test_a_force_has_its_own_incidents_alone(few):
    path = report.write(few, force="Thornmarsh Police")
    assert path == few / "by-force" / "thornmarsh-police" / "report.html"
    text = flat(path)
    assert text.count("Thornmarsh Police: messages") >= 2 and "Aldermoor" not in text
    assert "Thornmarsh Police: 2 incidents in 2 articles" in text


def test_a_force_that_is_not_there_is_told_which_are(few):
    with pytest.raises(ReportError, match="no incident is of a force 'Thornmars'; the forces are Aldermoor Police"):
        report.write(few, force="Thornmars")


def test_the_index_leads_to_every_force(few):
    index = report.index(few)
    folders = report.by_force(few)
    links = lxml.html.parse(index).xpath("//tbody//a/@href")
    assert links == [f"{slug}/report.html" for slug in folders.values()]
    assert "1 incident is of no force that an article names" in flat(index)


def test_a_run_by_force_reports_on_each_before_the_whole_which_publishes_them(charted, tmp_path):
    out = shutil.copytree(charted, tmp_path / "out")
    (out / "notebooks").mkdir()
    steps = [(notebook.stem, own) for notebook, _, own in suite._steps(out, {"vocabulary": ""}, by_force=True)]
    forces = [{"force": force, "slug": slug} for force, slug in report.by_force(out).items()]
    assert steps[-8:] == [("06_report", own) for own in (*forces, {})]
    assert (out / report.INDEX).is_file()


@pytest.mark.parametrize("values", [{"force": "x"}, {"must_review": ["stag"]}, {"least_reviewed": 1.5}])
def test_what_cannot_be_is_refused_before_anything_is_run(tmp_path, values):
    (tmp_path / "articles").mkdir()
    with pytest.raises(ParameterError, match=next(iter(values))):
        suite.run(tmp_path / "articles", tmp_path / "out", values)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["../../etc", "etc"], ["etc", "etc-2"]),
        (["Índex", "index"], ["index-force-2", "index-force"]),
        (["警察", "<script>"], ["script", "force"]),
        ([f"{'x' * 200} One", f"{'x' * 200} Two"], ["x" * 60, f"{'x' * 60}-2"]),
        ([f"Force of {SECRET}"], ["force-of-name-withheld"]),
        ([], []),
    ],
)
def test_a_folder_is_safe_whatever_the_force_is_called(names, expected):
    incidents = tables.frame("incidents", [{"incident_id": name, "forces": name} for name in names])
    found = forces.slugs(incidents, Redactor([f"Rhoda {SECRET}"]))
    assert sorted(found.values()) == sorted(expected)
    assert all(re.fullmatch("[a-z0-9-]+", slug) for slug in found.values())


# As PDF


needs_chromium = pytest.mark.skipif(not printing.browser(), reason="needs Chromium (Debian: apt install chromium)")


@needs_chromium
def test_a_pdf_has_it_all_the_same_bytes_each_time_and_no_place_of_this_machine(charted, tmp_path, monkeypatch):
    monkeypatch.setattr(places, "WHOLE", 1)
    monkeypatch.setattr(places, "PART", 5)
    out = shutil.copytree(charted, tmp_path / "out")
    report.write(out, pdf=True)
    first = (out / "report.pdf").read_bytes()
    report.write(out, pdf=True)
    assert (out / "report.pdf").read_bytes() == first
    assert b"file:" not in first and b"D:20000101" in first
    with pypdfium2.PdfDocument(out / "report.pdf") as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "What does not add up" in text and "Aldermoor Police: messages" in text
    assert SECRET not in text


def test_elements_of_a_pdf_are_numbered_from_one():
    """From where Chromium counts them depends on what else the machine has to do."""
    one, other = (b"/ID (node%08d)>> [(node%08d) (node%08d)]" % (n, n + 1, n) for n in (77, 78))
    assert (
        printing.renumbered(one)
        == printing.renumbered(other)
        == b"/ID (node00000001)>> [(node00000002) (node00000001)]"
    )


def test_without_chromium_a_pdf_is_refused(few, monkeypatch):
    monkeypatch.setattr(printing, "BROWSERS", ("no-such-browser",))
    with pytest.raises(printing.PrintingError, match="there is no Chromium to make a PDF with: install it"):
        report.write(few, pdf=True)


# Published


def test_parts_forces_and_pdf_are_published_and_searched(few, tmp_path):
    report.write(few, force="Thornmarsh Police")
    report.index(few)
    folder = published.publish(few, tmp_path / "site")
    assert (folder / "by-force" / "thornmarsh-police" / "report.html").is_file()
    listed = json.loads((folder / "publication.json").read_text("utf-8"))["files"]
    assert "by-force/index.html" in listed


@pytest.mark.parametrize("page", ["report/incidents-001.html", "by-force/x/report.html"])
def test_a_name_in_a_part_stops_a_publication(charted, tmp_path, page):
    out = shutil.copytree(charted, tmp_path / "out")
    report.write(out)
    (out / page).parent.mkdir(parents=True, exist_ok=True)
    (out / page).write_text(f"<p>Rhoda {SECRET}</p>", "utf-8")
    with pytest.raises(published.PublicationError, match=re.escape(page)):
        published.publish(out, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@needs_chromium
def test_a_name_in_a_pdf_stops_a_publication(charted, tmp_path):
    out = shutil.copytree(charted, tmp_path / "out")
    report.write(out)
    printing.to_pdf(f"<title>A report</title><p>Rhoda {SECRET}</p>", out / "report.pdf")
    with pytest.raises(published.PublicationError, match=r"report\.pdf"):
        published.publish(out, tmp_path / "site")


@pytest.fixture(scope="module")
def partly_reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run with its report, in which reviewers have seen three of four claims of a sanction."""
    run = made_run.few()
    for row in run.rows["claims"]:
        if row["value"] == "resigned":
            row["decision"] = "accepted"
    run.claim("i-denbrook", "a0000000004", "sanction", "suspended", "charged")
    out = drawn(run, tmp_path_factory.mktemp("partly"))
    report.write(out)
    return out


@pytest.mark.parametrize(
    ("columns", "least", "refusal"),
    [
        ([], 1.0, ""),
        (["sanction"], 0.5, ""),
        (["sanction"], 0.8, "claims of sanction have not been reviewed, and 80% must be"),
        (["force"], 1.0, "claims of force have not been reviewed, and 100% must be"),
        (["unit"], 1.0, ""),  # there is nothing to review
    ],
)
def test_what_must_be_reviewed_stops_a_publication(partly_reviewed, tmp_path, columns, least, refusal):
    if refusal:
        with pytest.raises(published.PublicationError, match=f"{refusal}.*They are of i-"):
            published.publish(partly_reviewed, tmp_path / "site", must_review=columns, least_reviewed=least)
        assert not (tmp_path / "site").exists()
    else:
        assert published.publish(partly_reviewed, tmp_path / "site", must_review=columns, least_reviewed=least).is_dir()


# In a browser


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core's script, as the validators' environment has it."""
    found = list((CHECKOUT / ".venv" / "validators").glob("lib/python*/site-packages/axe_playwright_python/axe.min.js"))
    if not found:
        pytest.skip("needs axe-core: sh bin/setup-validators")
    return found[0].read_text("utf-8")


@pytest.fixture(scope="module")
def looked_at(few, long, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages that axe-core looks at: short, long, empty, hostile, reviewed, and by force."""
    runs = {"empty": made_run.empty(), "hostile": made_run.hostile()}
    found = {name: report.write(drawn(run, tmp_path_factory.mktemp(name))) for name, run in runs.items()}
    found |= {"short": few / "report.html", "long": long / "report.html"}
    found |= {page.stem: page for page in pages(long) if page.stem.endswith("-001")}
    return found | {"index": report.index(few), "force": report.write(few, force="Denbrook Police")}


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
def test_axe_finds_nothing_to_complain_of(looked_at, axe, browser, width, scheme):
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.set_script_timeout(120)
    complaints = []
    for name, page in looked_at.items():
        browser.get(page.as_uri())
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, name
        browser.execute_script(axe)
        found = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        assert len(found["passes"]) > 10, name
        complaints += [(name, each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert complaints == []


def test_a_keyboard_reaches_the_findings_and_every_part(long, browser):
    from selenium.webdriver.common.keys import Keys

    browser.get((long / "report.html").as_uri())
    browser.switch_to.active_element.send_keys(Keys.TAB)
    focused = browser.switch_to.active_element
    assert focused.text == "Skip to the findings" and focused.rect["x"] >= 0
    focused.send_keys(Keys.ENTER)
    assert browser.current_url.endswith("#content")
    browser.find_element("css selector", ".listing a").send_keys(Keys.ENTER)
    assert "/report/incidents-" in browser.current_url
    assert browser.execute_script("return document.querySelector(':target').tagName") == "ARTICLE"


# What changed since an earlier run


def test_what_reviewers_rejected_since_is_told_in_private_alone(tmp_path):
    before = made_run.one()
    before.claim("i-harrowmere", "a0000000001", "sanction", "dismissed", "declined to comment", standing="found")
    earlier, now = drawn(before, tmp_path / "quillfeather"), made_run.one()
    record.write(earlier, {"status": "complete"})
    now.claim(
        *("i-harrowmere", "a0000000001", "sanction", "dismissed", "declined to comment"),
        standing="found",
        decision="rejected",
    )
    out = drawn(now, tmp_path / "out")
    record.write(out, {"status": "running"})
    text = flat(report.write(out, earlier=earlier))
    assert "What changed since an earlier run" in text
    assert "dismissed" not in text.lower() and "quillfeather" not in text.lower()
    assert "dismissed" in flat(out / "changes.html").lower()
    assert not (published.publish(out, tmp_path / "site") / "changes.html").exists()


def test_an_earlier_run_that_cannot_be_compared_stops_no_report(tmp_path, capsys):
    out = drawn(made_run.one(), tmp_path / "out")
    text = flat(report.write(out, earlier=tmp_path / "nowhere"))
    assert "cannot be compared" in text and "nowhere" not in text
    assert "does not exist" in capsys.readouterr().out
