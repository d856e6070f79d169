"""The report: self-contained, escaped, honest about standing, silent about names; and looked at in a browser."""

import base64
import itertools
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

import made_run
from cuttings import charts, report, tables
from cuttings.telling.excerpts import CONTEXT, LONGEST

RUNS = {
    "none": made_run.empty,
    "one": made_run.one,
    "nine": made_run.few,
    "sixty": lambda: made_run.many(60),
    "hostile": made_run.hostile,
}


FEW = ("timeline", "stages")  # charts for tests of something else: nine take seconds


def written(run: made_run.MadeRun, out: Path, names: Iterable[str] = FEW) -> Path:
    charts.draw(run.write(out), names=names)
    return report.write(out)


@pytest.fixture(scope="module", params=RUNS.values(), ids=RUNS)
def any_page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(request.param(), tmp_path_factory.mktemp("run"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(made_run.few(), tmp_path_factory.mktemp("few"), charts.NAMES)


def page_of(path: Path) -> HtmlElement:
    return lxml.html.fromstring(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def page(path: Path) -> HtmlElement:
    return page_of(path)


def flat(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def account(page: HtmlElement, incident: str) -> HtmlElement:
    return page.get_element_by_id(f"incident-{incident}")


# One file, and nothing outside it


def test_the_file_has_no_script_and_loads_nothing(any_page):
    page = page_of(any_page)
    assert page.xpath("//script | //link | //iframe | //object | //embed | //form | //base | //svg") == []
    assert [name for element in page.iter("*") for name in element.attrib if name.startswith("on")] == []
    addresses = page.xpath("//@src | //@srcset | //@href | //@action | //@data | //@poster")
    assert [value for value in addresses if not value.startswith(("#", "data:image/svg+xml;base64,"))] == []
    [style] = page.xpath("//style/text()")
    assert "url(" not in style and "@import" not in style
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")


def test_every_link_leads_somewhere_and_no_place_is_there_twice(any_page):
    page = page_of(any_page)
    places = Counter(page.xpath("//@id"))
    assert [place for place, count in places.items() if count > 1] == []
    assert {link.removeprefix("#") for link in page.xpath("//a/@href")} <= set(places)
    assert set(page.xpath("//@aria-labelledby")) <= set(places)


def test_headings_tables_and_pictures_are_said_to_be_what_they_are(any_page):
    page = page_of(any_page)
    assert page.get("lang") == "en-GB"
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    assert [table for table in page.iter("table") if not flat(table.find("caption"))] == []
    assert [cell for cell in page.iter("th") if cell.get("scope") not in ("col", "row")] == []
    assert [picture for picture in page.iter("img") if not picture.get("alt")] == []
    assert len(page.xpath("//header")) == len(page.xpath("//main")) == len(page.xpath("//footer")) == 1
    assert page.xpath("//body/a[1]/@href") == [f"#{page.xpath('//main/@id')[0]}"]


def test_the_same_run_gives_the_same_bytes(tmp_path):
    once, again = (written(made_run.few(), tmp_path / name) for name in ("once", "again"))
    assert once.read_bytes() == again.read_bytes()


# A stranger's words


def test_markup_templates_and_formulas_are_only_words(tmp_path):
    path = written(made_run.hostile(), tmp_path)
    page = page_of(path)
    assert flat(page).count(made_run.HOSTILE) >= 3 * len(tables.ATTRIBUTES)
    assert "49" not in flat(page.get_element_by_id("incidents"))  # {{7*7}}
    assert "<script>" not in path.read_text("utf-8")
    assert {picture.get("src")[:5] for picture in page.iter("img")} == {"data:"}


SHOWN = {
    "articles": ("file", "publisher", "title", "published_evidence"),
    "skipped": ("file", "reason", "detail", "remedy"),
    "incidents": ("title", "forces", "happened"),
    "claims": ("value", "said_by", "proposed"),
    "subjects": ("force", "unit", "rank", "outcome"),
    "people": ("rank_or_title",),
    "checks": ("check", "detail"),
}


def test_a_tag_in_any_cell_that_is_shown_stays_text(tmp_path):
    run = made_run.few()
    for table, columns in SHOWN.items():
        for row in run.rows[table]:
            if row.get("attribute") != "person":
                row |= {column: f"<b onclick=x>{table} {column.replace('_', ' ')}</b>" for column in columns}
    page = page_of(written(run, tmp_path))
    assert page.xpath("//b") == []
    for table, columns in SHOWN.items():
        for column in columns:
            assert f"<b onclick=x>{table} {column.replace('_', ' ')}</b>" in flat(page).replace("<B", "<b"), (
                table,
                column,
            )


# Names


def test_a_withheld_name_is_nowhere(path):
    text = path.read_text("utf-8")
    pictures = [base64.b64decode(match).decode("utf-8") for match in re.findall(r"base64,([A-Za-z0-9+/=]+)", text)]
    assert len(pictures) == 2 * len(charts.NAMES)
    for part in (text, *pictures):
        assert not re.search("quillfeather|rhoda|tobias", part, re.IGNORECASE)
    assert "A fifth, [name withheld]" in flat(page_of(path))


def test_a_nameable_person_is_named(page):
    assert "Named: Ottoline Marsh (Deputy Chief Constable, official). 2 names are withheld." in flat(page)


def test_a_name_in_a_title_a_file_or_a_speaker_is_withheld_too(tmp_path):
    run = made_run.one()
    [article], [incident] = run.rows["articles"], run.rows["incidents"]
    article |= {
        "file": "saved/pc-rhoda-quillfeather.html",
        "publisher": "The Quillfeather Times",
        "author": "R. Quillfeather",
    }
    article["published_evidence"] = "Quillfeather said on Friday"
    incident["title"] = "PC Quillfeather’s messages"
    for claim in run.rows["claims"]:
        claim["said_by"] = "Tobias Quillfeather"
    run.rows["skipped"].append({"file": "quillfeather.pdf", "reason": "x", "detail": "Quillfeather", "remedy": "y"})
    text = written(run, tmp_path).read_text("utf-8")
    assert "quillfeather" not in text.lower()
    assert "saved/pc-[name withheld].html" in text


def test_a_name_that_the_evidence_cuts_through_is_withheld(tmp_path):
    run = made_run.one()
    for words in ("PC Rhoda", "Quillfeather is among", "Rho"):
        run.claim("i-harrowmere", "a0000000001", "place", "Denbrook", words)
    text = written(run, tmp_path).read_text("utf-8")
    assert not re.search("quill|rho", re.sub('<style>.*?</style>|base64,[^"]+', "", text, flags=re.DOTALL).lower())


def test_a_name_that_only_the_pipeline_saw_is_withheld(tmp_path):
    run = made_run.one()
    run.rows["articles"][0]["text"] = run.rows["articles"][0]["text"].replace(
        "a notice, the", "a notice by Una Swift, the"
    )
    run.rows["mentions"].append({"label": "PERSON", "value": "Una Swift", "text": "Swift"})
    run.claim("i-harrowmere", "a0000000001", "sanction", "other", "served with")
    text = flat(page_of(written(run, tmp_path)))
    assert "a notice by [name withheld], the" in text


# What it says


def test_each_value_stands_beside_its_words_its_standing_and_its_article(page):
    sayings = account(page, "i-harrowmere").find_class("sayings")[0]
    rows = {flat(row.find("dt")): row.findall("dd") for row in sayings}
    standing, words = rows["Kind of conduct racist"]
    assert flat(standing) == "alleged"
    assert flat(words.find(".//mark")) == "alleged to be racist"
    assert flat(words.find("cite")) == "The Denbrook Argus, 17 June 2022, paragraph 1"
    standing, _ = rows["Kind of conduct other"]
    assert flat(standing) == "found against said by a misconduct panel"
    assert "accepted by a reviewer" in flat(rows["Outcome dismissed"][0])


def test_every_claim_that_stands_is_there_word_for_word(page):
    data = made_run.few().tables()
    for incident, claims in data["claims"].groupby("incident_id"):
        marked = {flat(mark) for mark in account(page, incident).iter("mark")}
        expected = {row.evidence for row in claims.itertuples() if row.decision != "rejected"}
        assert {words for words in expected if "Quillfeather" not in words} <= marked


def test_who_may_not_be_named_has_no_row(page):
    assert "Person named [name withheld]" not in flat(page)


def test_a_rejected_reading_is_left_out_and_counted(page):
    text = flat(account(page, "i-harrowmere"))
    assert "retired" not in text
    assert "1 reading was rejected by a reviewer, and left out." in text


def test_a_corrected_reading_says_what_was_read(tmp_path):
    run = made_run.one()
    run.rows["claims"][0] |= {"decision": "corrected", "value": "8", "proposed": "7", "origin": "reviewer"}
    text = flat(page_of(written(run, tmp_path)))
    assert "corrected by a reviewer; the machine read “7”" in text
    assert "Read by machine, and only partly reviewed." in text


def test_without_a_review_the_report_says_so(tmp_path):
    assert "Read by machine, and not reviewed." in flat(page_of(written(made_run.one(), tmp_path)))


def test_what_is_said_in_several_places_of_an_article_is_shown_once(tmp_path):
    run = made_run.one()
    for words in ("Harrowmere", "Constabulary"):
        run.claim("i-harrowmere", "a0000000001", "force", "Harrowmere Constabulary", words)
    assert "and in 2 other places in it" in flat(page_of(written(run, tmp_path)))


def test_history_subjects_conflicts_and_relations_are_told(page):
    text = flat(account(page, "i-harrowmere"))
    assert "17 June 2022 under investigation" in text and "23 January 2024 concluded, sanction" in text
    assert "4 people serving; Harrowmere Constabulary found against dismissed" in " ".join(text.split())
    assert "Total across articles: 7 in The Denbrook Argus, 17 June 2022, 8 in Marlpit Wire, 23 January 2024" in text
    assert "The articles say that it is not linked to Denbrook Police and Mardenvale Police" in text
    assert "eight officers" in text.partition("Total across articles")[2].partition("How it moved")[0]
    assert "Six serving officers" in text.partition("Total across articles")[2].partition("How it moved")[0]
    assert "headline against body" not in text.lower()
    other = flat(account(page, "i-denbrook"))
    assert "The articles say that it is not linked to Harrowmere Constabulary" in other


def test_a_link_to_a_matter_of_no_incident_says_so(tmp_path):
    run = made_run.one()
    words = run.span("a0000000001", "not linked to the Denbrook case")
    run.rows["links"].append({"from_incident": "i-harrowmere", "relation": "not_linked", **words})
    assert "it is not linked to a matter that this report does not tell of" in flat(page_of(written(run, tmp_path)))


def test_background_is_told_apart(page):
    background = page.get_element_by_id("background")
    assert "Aldermoor Police" in flat(background)
    assert "Thornmarsh Police" not in flat(background)
    assert "Aldermoor Police" not in flat(page.get_element_by_id("incidents"))


def test_articles_and_skipped_files_are_listed(page):
    articles, skipped = (flat(page.get_element_by_id(name)) for name in ("articles", "skipped"))
    assert "Copy of Marlpit Wire, 23 January 2024; counted with it" in articles
    assert "photos/panel.jpg not an article a picture save the page" in skipped


def test_an_article_that_was_not_read_through_is_counted_among_what_is_not_known(page, tmp_path):
    run = made_run.one()
    run.article("broken00000", "An article on which a component broke")
    run.article("nederlands0", "Agenten geschorst", language="nl")
    run.rows["sentences"] = [row for row in run.rows["sentences"] if not row["article_id"].startswith(("br", "ne"))]
    failed = "An article that Cuttings failed to read, by a fault of its own"
    assert f"{failed} 1 of 3 articles" in flat(page_of(written(run, tmp_path)).get_element_by_id("unknown"))
    assert failed not in flat(page)


def test_the_words_quoted_are_short(any_page):
    for quotation in page_of(any_page).iter("q"):
        assert len(flat(quotation)) <= LONGEST + 2 * CONTEXT + 40


def test_evidence_is_cut_between_words(tmp_path):
    run = made_run.MadeRun()
    words = " ".join(f"word{number}" for number in range(400))
    run.article("a1", "A title", words, published="2020-01-01")
    run.incident("i1", "An incident", "a1")
    run.claim("i1", "a1", "place", "Here", "word200")
    run.claim("i1", "a1", "place", "There", words)
    short, long = (flat(quotation) for quotation in page_of(written(run, tmp_path)).iter("q"))
    assert re.fullmatch(r"… (word\d{3} )+word200( word\d{3})+ …", short)
    assert re.fullmatch(r"(word\d+ )+…", long)


def test_evidence_that_its_article_does_not_bear_out_stands_alone(tmp_path):
    run = made_run.one()
    run.rows["claims"][0] |= {"start": 3, "end": 9}
    quotations = {flat(quotation) for quotation in page_of(written(run, tmp_path)).iter("q")}
    assert run.rows["claims"][0]["evidence"] in quotations


def test_the_summary_is_what_the_report_says_in_short(path, page):
    assert report.summary(path.parent) == [flat(item) for item in page.find_class("findings")[0]]


# What is missing


def test_without_charts_there_is_no_report(tmp_path):
    made_run.one().write(tmp_path)
    with pytest.raises(report.ReportError, match=r"charts\.json is missing: draw the charts"):
        report.write(tmp_path)


def test_a_chart_that_was_lost_is_named(tmp_path):
    charts.draw(made_run.one().write(tmp_path), names=FEW)
    (tmp_path / "figures" / "stages-phone.svg").unlink()
    with pytest.raises(report.ReportError, match=r"stages-phone\.svg is missing"):
        report.write(tmp_path)


def test_charts_of_other_tables_are_refused(tmp_path):
    charts.draw(made_run.one().write(tmp_path), names=FEW)
    made_run.few().write(tmp_path)
    with pytest.raises(report.ReportError, match="drawn from other tables"):
        report.write(tmp_path)
    assert not (tmp_path / "report.html").exists()


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(tables.TableError, match="articles"):
        report.write(tmp_path)


# In a browser


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_a_browser_shows_it_whole_and_without_complaint(any_page, browser, width):
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.get(any_page.as_uri())
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    shown = browser.execute_script("return [...document.images].map(image => image.complete && image.naturalWidth > 0)")
    assert shown == [True] * len(FEW)
    phone = browser.execute_script("return [...document.images].every(image => image.currentSrc != image.src)")
    assert phone == (width < 500)
    assert [line["message"] for line in browser.get_log("browser") if "favicon" not in line["message"]] == []
