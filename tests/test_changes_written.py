"""What changed as a person reads it: sentences, and text, Markdown and a page that a stranger's words cannot break."""

import re
import shutil
import unicodedata
from pathlib import Path

import lxml.html
import mistune
import pytest
from hypothesis import given
from hypothesis import strategies as st

import made_run
from cuttings.changes import markdown, page, text
from cuttings.changes.comparison import compared
from cuttings.changes.telling import told as told_of
from cuttings.changes.told import Entry, Line, Quote, Section, Told
from cuttings.telling.redaction import WITHHELD, Redactor
from test_changes import CHARGED, DENBROOK, FIRST, HARROWMERE, OUTCOME, RACIST, new_incident
from two_runs import cell, claim, claimed, comparison, opened, renamed, saved_anew, together, without

OPEN = Redactor(())
MUCH = together(
    new_incident,
    without("a0000000007"),
    claimed(DENBROOK, CHARGED, "stage", "convicted", "deny the charges", standing="found"),
    cell(DENBROOK, stage="convicted", platforms="Signal | Telegram"),
    claim(RACIST, standing="found"),
    claim({"value": "Harrowmere Constabulary"}, decision="accepted"),
)


@pytest.fixture(scope="module")
def much() -> Told:
    return told_of(comparison(MUCH), OPEN)


def renders(source: str) -> lxml.html.HtmlElement:
    """The Markdown as a forge would show it, with every extension that makes something of a text."""
    plugins = ["strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr", "mark", "math"]
    plugins += ["ruby", "superscript", "subscript", "spoiler", "insert"]
    return lxml.html.fromstring(f"<div>{mistune.create_markdown(escape=False, plugins=plugins)(source)}</div>")


# Sentences


def test_the_sentences_are_computed_from_the_comparison(much):
    assert list(much.sentences) == [
        "1 incident is new; 1 incident is gone.",
        "1 incident moved from charged to convicted.",
        "1 value is said to be admitted or found now, and was not before.",
        "1 other cell changed, in 1 incident.",
        "1 reading has been decided otherwise by reviewers; 1 reading is told otherwise; 1 reading came to incidents "
        "that were there before.",
        "1 article was added; 1 article is gone.",
        "Table history: 2 rows came, 1 row went.",
        "As far as run.json says, both runs were made with the same versions, vocabulary and parameters.",
    ]


SENTENCES = {
    "merged": (
        together(renamed("i-5", DENBROOK), lambda run: run.rows["incidents"].pop(2)),
        "2 incidents have become one.",
    ),
    "a move back": (cell(DENBROOK, stage="referred"), "1 incident moved back from charged to referred."),
    "a name": (
        lambda run: run.rows["people"][0].update(nameable="yes"),
        "1 name that had to be withheld may be published now.",
    ),
    "an article saved anew": (saved_anew(CHARGED, "July", "June"), "1 article has changed."),
    "nothing": (lambda run: None, "Nothing changed."),
}


@pytest.mark.parametrize(("edit", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_says_it(edit, expected):
    assert expected in told_of(comparison(edit), OPEN).sentences


def test_stages_come_first_and_sections_without_entries_not_at_all(much):
    assert [section.key for section in much.sections] == [
        *("stages", "standings", "new", "gone", "cells", "readings", "rests", "added", "missing")
    ]


# Each format


def test_the_text_has_what_went_and_what_came_with_its_words(much):
    written = " ".join(text.written(much).split())
    assert "moved forward: from charged to convicted" in written
    assert "- Stage: charged “Two officers from Denbrook Police have been «charged under the Computer" in written
    assert "+ Stage: convicted" in written
    assert "«deny the charges»." in written
    assert "Port Calloway Mail, 2 May 2024 (found against, not read there before)" in written


def test_the_three_formats_tell_the_same(much):
    """Every word of every line is in each of them."""
    pages = {
        "text": text.written(much),
        "markdown": renders(markdown.written(much)).text_content().replace("\u2060", ""),
        "html": lxml.html.fromstring(page.written(much, OPEN)).text_content(),
    }
    lines = [line.text for section in much.sections for entry in section.entries for line in entry.lines]
    for name, written in pages.items():
        flat = " ".join(written.split())
        assert [line for line in (*lines, *much.sentences) if " ".join(line.split()) not in flat] == [], name


def test_what_changed_in_an_articles_text_is_quoted():
    told = told_of(comparison(saved_anew(CHARGED, "July", "June")), OPEN)
    [entry] = told.sections[-1].entries
    assert [(line.mark, [quote.words for quote in line.quotes]) for line in entry.lines] == [
        ("went", ["July"]),
        ("came", ["June"]),
    ]


EDGES = {
    "at its end": ("both deny.", "both deny. Or so."),
    "at its beginning": ("Two officers", "Now two officers"),
    "all of it": ("one", "another"),
    "a word twice": ("said said so", "said so"),
    "to nothing": ("all of it", ""),
}


@pytest.mark.parametrize(("before", "after"), EDGES.values(), ids=EDGES)
@pytest.mark.parametrize("turned", [False, True])
def test_the_words_that_differ_are_found(before, after, turned):
    from cuttings.changes.article_entries import _differing

    before, after = (after, before) if turned else (before, after)
    start, end = _differing(before, after)
    assert before[:start] == after[:start]
    assert before[len(before) - end :] == after[len(after) - end :]
    assert start + end <= min(len(before), len(after))


# A stranger's words

NASTY = [
    "| a | b |",
    "`code` ``` fence",
    "<script>alert(1)</script><img src=x onerror=y>",
    "@octocat and @org/team",
    "[link](https://example.com) ![picture](x.png) [ref][1] [^1]",
    "https://example.com www.example.com mail@example.com ftp://example.com",
    "#123 owner/name#4 GH-5 !6 ~label %milestone &7 $8",
    "0123456789abcdef0123456789abcdef01234567",
    ":smile: **bold** __bold__ *it* _it_ ~~gone~~ ==mark== ^up^ ~down~",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "# heading",
    "> quote",
    "[ ] task",
    "===",
    "---",
    "<!-- comment",
    "&lt;b&gt; &#64;name",
    "$x$ $$y$$ \\(z\\)",
    "\\@name \\<b>",
    "line\n\n# heading\n\n- item\r\n```\n",
    "\x1b[31mred\x1b[0m \x07 \x9b2J",
    "\u202egnp.exe \u200b\u2066 \ufeff",
    "{{ 7 * 7 }} {% raw %}",
    "*[HTML]: words",
    "    indented",
    "<details><summary>more</summary>",
]


def of(words: str) -> Told:
    """A comparison that has these words wherever a stranger's may stand."""
    quote = Quote(words, words, words, words, "", words)
    lines = tuple(Line(label, mark, words, (quote,)) for label in ("", words) for mark in ("went", "came", ""))
    entry = Entry(words, words, words, lines, words)
    return Told(True, (words, words), (words,), (Section("cells", "Cells that changed", (entry,), words),))


@pytest.fixture(scope="module")
def tags() -> dict[str, int]:
    """How often each tag is in a page of plain words."""
    return counted(renders(markdown.written(of("words"))))


def counted(element: lxml.html.HtmlElement) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in element.iter():
        found[str(each.tag)] = found.get(str(each.tag), 0) + 1
    return found


@pytest.mark.parametrize("words", NASTY)
def test_in_markdown_no_word_is_markup(words, tags):
    assert counted(renders(markdown.written(of(words)))) == tags


@pytest.mark.parametrize("words", NASTY)
def test_in_markdown_every_word_stands(words):
    seen = renders(markdown.words(f"x{words}x")).text_content()
    assert seen.replace("\u2060", "").strip() == text.plain(f"x{words}x")


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Z", "Cc", "Cf")), max_size=60))
def test_in_markdown_any_text_is_only_text(words):
    shown = renders(f"- x{markdown.words(words)}x")
    assert set(counted(shown)) == {"div", "ul", "li"}
    assert (
        shown.text_content().replace("\u2060", "").split()
        == f"x{text.plain(words).strip()}x".replace("\u2060", "").split()
    )


FORGED = {
    "a mention": r"(?<![\w])@\w",
    "an issue": r"(?<!&)#\d|\bGH-\d|!\d",
    "an address": r"https?://\S|\bwww\.\w|\w@\w",
    "an emoji": r":\w+:",
    "a commit": r"\b[0-9a-f]{7,40}\b",
    "mathematics": r"\$\w",
}


@pytest.mark.parametrize("what", FORGED)
@pytest.mark.parametrize("words", NASTY)
def test_a_forge_finds_nothing_in_the_text_that_is_shown(what, words):
    assert re.findall(FORGED[what], renders(markdown.written(of(words))).text_content()) == []


@pytest.mark.parametrize("words", NASTY)
def test_a_terminal_is_told_nothing(words):
    written = text.written(of(words)).replace("\n", "")
    assert {each for each in written if unicodedata.category(each) in ("Cc", "Cf")} == set()


@pytest.mark.parametrize("words", NASTY)
def test_on_a_page_no_word_is_markup(words):
    whole = page.written(of(words), OPEN)
    assert counted(lxml.html.fromstring(whole)) == counted(lxml.html.fromstring(page.written(of("words"), OPEN)))


def test_a_page_loads_nothing_and_runs_nothing(much):
    whole = page.written(much, OPEN)
    assert "default-src 'none'" in whole
    assert re.findall(r"<script|<link|<img|<iframe|javascript:|\son\w+=|url\(|@import|https?://", whole) == []
    assert re.findall(r'href="([^#][^"]*)"', whole) == []
    parsed = lxml.html.fromstring(whole)
    assert {link.get("href")[1:] for link in parsed.iter("a")} <= {each.get("id") for each in parsed.iter()}


def test_a_run_of_hostile_articles_is_told_of_in_every_format(tags):
    told = told_of(compared(opened(made_run.one()), opened(made_run.hostile())), OPEN)
    shown = renders(markdown.written(told))
    assert set(counted(shown)) <= {*tags, "h2", "h3"}
    assert "alert(1)" in text.written(told)
    assert lxml.html.fromstring(page.written(told, OPEN)).xpath("//script | //img") == []


# Names


def test_a_withheld_name_is_in_no_format():
    everywhere = together(
        claim(RACIST, said_by="Rhoda Quillfeather"),
        cell(HARROWMERE, title="Harrowmere, Quillfeather", people="Rhoda Quillfeather | Tobias Quillfeather"),
        lambda run: run.rows["articles"][0].update(title="Quillfeather denies it", publisher="Quillfeather News"),
    )
    found, redact = comparison(together(MUCH, everywhere, without(OUTCOME))), Redactor(["Rhoda Quillfeather"])
    told = told_of(found, redact)
    for written in (text.written(told), markdown.written(told), page.written(told, redact)):
        assert "quillfeather" not in written.casefold()
    assert WITHHELD in text.written(told)
    assert "Quillfeather" in text.written(told_of(found, OPEN))


def test_of_a_person_who_is_withheld_no_words_are_quoted():
    edit = claim({"attribute": "person"}, standing="charged")
    found, redact = comparison(edit), Redactor(["Rhoda Quillfeather"])
    [section] = (each for each in told_of(found, redact).sections if each.key == "standings")
    quotes = [quote for line in section.entries[0].lines for quote in line.quotes]
    assert [(quote.words, quote.source) for quote in quotes] == [("", "The Denbrook Argus, 17 June 2022")] * 2


def test_people_of_whom_the_same_is_told_are_one_line():
    people = together(
        *(
            claimed(HARROWMERE, FIRST, "person", name, words)
            for name, words in (("Ann Black", "PC"), ("Bo Black", "PC"))
        )
    )
    gone = lambda run: run.rows.update(claims=[row for row in run.rows["claims"] if "Black" not in row["value"]])  # noqa: E731
    rows = cell(HARROWMERE, people="Ann Black | Bo Black")
    found = comparison(together(gone, cell(HARROWMERE, people="")), together(people, rows))
    told = told_of(found, Redactor(["Ann Black", "Bo Black"]))
    [section] = (each for each in told.sections if each.key == "cells")
    assert [(line.label, line.text) for line in section.entries[0].lines] == [
        ("Person named (2 people)", WITHHELD),
    ]


# Much of it


def test_markdown_says_how_much_it_leaves_out_and_the_page_leaves_out_nothing():
    told = told_of(compared(opened(made_run.empty()), opened(made_run.many(300))), OPEN)
    written = markdown.written(told)
    assert len(written) <= markdown.LARGEST
    shown = {section.key: 0 for section in told.sections}
    for heading, body in re.findall(r"^### (.+?)\n(.+?)(?=^### |\Z)", written, re.M | re.S):
        entries = len(re.findall(r"^- <b>", body, re.M))
        left = re.search(r"^- (?:and )?([\d,]+)", body, re.M)
        count = int(re.search(r"\(([\d,]+)\)$", heading).group(1).replace(",", ""))
        assert entries + int(left.group(1).replace(",", "")) == count
    assert len(shown) == 2
    titles = [entry.title for section in told.sections for entry in section.entries]
    whole = lxml.html.fromstring(page.written(told, OPEN)).text_content()
    assert [title for title in titles if title not in whole] == []


def test_markdown_is_never_larger_than_it_may_be():
    told = told_of(compared(opened(made_run.empty()), opened(made_run.hostile())), OPEN)
    assert len(markdown.written(told, largest=3_000)) <= 3_000


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
def test_a_phone_shows_the_page_without_scrolling_sideways(much, tmp_path: Path):
    from selenium import webdriver

    (tmp_path / "page.html").write_text(page.written(of("x" * 400), OPEN), "utf-8")
    options = webdriver.ChromeOptions()
    for each in ("--headless=new", "--no-sandbox", "--disable-gpu"):
        options.add_argument(each)
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": 360, "height": 800, "deviceScaleFactor": 1, "mobile": True}
        )
        driver.get((tmp_path / "page.html").as_uri())
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 360
    finally:
        driver.quit()
