"""What notebooks show: a stranger's text comes out as the characters it is."""

import json
import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from cuttings import show, tables

HOSTILE = '<script>alert(1)</script> <img src=x onerror=y> " onmouseover="z & $a$ </mark>'


class Tags(HTMLParser):
    """The tags and attributes of a piece of HTML, and its text."""

    def __init__(self, html: str):
        super().__init__()
        self.tags, self.attributes, self.words = set(), set(), ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.words += data


def run_with(out, text: str, mentions: list[tuple] = (), removed: list[tuple] = ()) -> None:
    article = {"article_id": "a1", "file": HOSTILE, "publisher": HOSTILE, "text": text}
    tables.write("articles", tables.frame("articles", [article]), out)
    rows = [
        {"article_id": "a1", "start": start, "end": end, "text": text[start:end], "label": label, "value": value}
        for start, end, label, value in mentions
    ]
    tables.write("mentions", tables.frame("mentions", rows), out)
    pieces = [{"article_id": "a1", "text": words, "reason": reason} for words, reason in removed]
    tables.write("furniture", tables.frame("furniture", pieces), out)


@pytest.mark.parametrize(
    "html",
    [
        lambda out: show.furniture("a1", out),
        lambda out: show.annotated("a1", out),
        lambda out: show.table(pd.DataFrame({HOSTILE: [HOSTILE]})),
        lambda out: show.table(pd.DataFrame({HOSTILE: []})),
        lambda out: show.record(pd.DataFrame({HOSTILE: [HOSTILE]})),
        lambda out: show.sentences([HOSTILE]),
    ],
    ids=["furniture", "annotated", "table", "empty table", "record", "sentences"],
)
def test_hostile_text_is_shown_as_text(tmp_path, html):
    run_with(tmp_path, HOSTILE, [(0, 8, "FORCE", HOSTILE), (9, 14, "PLACE", "")], [(HOSTILE, HOSTILE)])
    page = Tags(html(tmp_path).data)
    assert page.tags <= {
        "div",
        "p",
        "h4",
        "ul",
        "li",
        "del",
        "small",
        "mark",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert page.attributes <= {"class", "style", "title"}
    assert "<script>alert(1)</script>" in page.words
    assert 'class="tex2jax_ignore mathjax_ignore"' in html(tmp_path).data, "two dollar signs are no mathematics"


def test_mentions_are_marked_and_the_text_between_them_is_whole(tmp_path):
    text = "Harrowmere Police sacked 6 officers.\n\nTwo resigned & left."
    run_with(tmp_path, text, [(0, 17, "FORCE", "Harrowmere Police"), (25, 35, "OFFICERS", "6"), (0, 10, "PLACE", "x")])
    html = show.annotated("a1", tmp_path).data
    assert re.findall(r'<mark [^>]*title="(\w+)">([^<]*?) ?<', html)[3:] == [
        ("FORCE", "Harrowmere Police"),
        ("OFFICERS", "6 officers"),
    ]
    assert "<p>Two resigned &amp; left.</p>" in html
    assert "1 more lie inside" in html


def test_furniture_is_struck_through_with_its_reason(tmp_path):
    run_with(tmp_path, "The text.", removed=[("More stories", "teaser")])
    html = show.furniture("a1", tmp_path).data
    assert "<del>More stories</del> <small>(teaser)</small>" in html
    assert "<p>The text.</p>" in html


def test_of_much_furniture_the_first_pieces_are_shown(tmp_path):
    run_with(tmp_path, "The text.", removed=[(f"Menu {number}", "menu") for number in range(60)])
    html = show.furniture("a1", tmp_path).data
    assert html.count("<del>") == 40
    assert "40 of 60 pieces" in html


def test_a_date_is_shown_with_its_reasons(tmp_path):
    run_with(tmp_path, "The force spoke yesterday (Tuesday, 4 March 2025).")
    reason = {"article_id": "a1", "start": 16, "end": 25, "evidence": "yesterday <b>", "reading": "the day before"}
    tables.write("datings", tables.frame("datings", [reason]), tmp_path)
    html = show.dated("a1", tmp_path).data
    assert "<q>yesterday &lt;b&gt;</q>: the day before" in html
    assert "No day of publication is known." in html


@pytest.mark.parametrize("view", [show.furniture, show.annotated, show.dated])
def test_a_run_without_articles_is_shown_as_such(tmp_path, view):
    for name in ("articles", "mentions", "furniture", "datings"):
        tables.write(name, tables.frame(name), tmp_path)
    assert "No article could be read" in view(show.chosen_article(tmp_path), tmp_path).data


def test_a_table_is_cut_to_its_first_rows_and_says_so():
    html = show.table(pd.DataFrame({"a": range(20)}), 3).data
    assert len(re.findall("<td ", html)) == 3
    assert "3 of 20 rows" in html
    assert "of 3 rows" not in show.table(pd.DataFrame({"a": range(3)}), 3).data


def test_long_cells_are_cut_and_missing_ones_empty():
    html = show.table(pd.DataFrame({"a": ["x" * 500, pd.NA]})).data
    assert "x …" in html
    assert "x" * 200 not in html
    assert "></td>" in html


def test_one_row_is_shown_as_its_filled_columns():
    html = show.record(pd.DataFrame({"a": ["1"], "b": [""], "c": [pd.NA], "d": [0]})).data
    assert re.findall("<td [^>]*>([^<]*)</td>", html) == ["a", "1", "d", "0"]


@pytest.mark.parametrize(("asked", "chosen"), [("", "i2"), ("i1", "i1")])
def test_the_incident_shown_is_the_one_asked_for_or_the_most_told(tmp_path, asked, chosen):
    rows = [
        {"incident_id": "i1", "articles": 1},
        {"incident_id": "i2", "articles": 3},
        {"incident_id": "i3", "articles": 3},
    ]
    tables.write("incidents", tables.frame("incidents", rows), tmp_path)
    assert show.chosen_incident(tmp_path, asked) == chosen


def test_an_incident_that_is_not_there_is_said_and_the_first_is_shown(tmp_path, capsys):
    rows = [{"incident_id": name, "articles": count} for name, count in (("i1", 1), ("i2", 3), ("i3", 3))]
    tables.write("incidents", tables.frame("incidents", rows), tmp_path)
    assert show.chosen_incident(tmp_path, "i9") == "i2"
    assert "no incident 'i9'; it has i2, i3, i1" in capsys.readouterr().out


def test_a_chart_has_its_words_as_alternative_text(tmp_path):
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures" / "stages.png").write_bytes(b"png")
    (tmp_path / "figures" / "charts.json").write_text(
        json.dumps({"charts": {"stages": {"alternative": 'Three & "four"'}}})
    )
    html = show.chart("stages", tmp_path).data
    assert 'alt="Three &amp; &quot;four&quot;"' in html
    assert "data:image/png;base64," in html
