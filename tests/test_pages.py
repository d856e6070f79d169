"""Saved web pages: the article's text, what the page says of itself, and that no visible block is lost."""

import doctest
import json
from collections import Counter
from datetime import date
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuttings import pages
from cuttings.plaintext.lines import key
from cuttings.webpage import linked_data, markup, metadata, places, stripping
from one_file import article as article_of
from one_file import row_of

HEADLINE = "Custody sergeant to face hearing over cell pictures"
LEAD = "A custody sergeant of Eastmere Police will face a misconduct hearing over pictures he took of people in cells."
BODY = [
    LEAD,
    "The pictures, nine in all, were sent to a WhatsApp group called Night Shift in the spring, the force said.",
    "“Nobody who is locked up by us should become a joke,” said Assistant Chief Constable Miriam Oakes.",
    "The sergeant, who has not been named, has been suspended since June. He denies that he meant any harm by them.",
    "A detention officer who replied with a laughing face has accepted a written warning, it was added.",
]
STORY = "".join(f"<p>{paragraph}</p>\n" for paragraph in BODY)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2022-09-30T18:45:00+01:00",
    "dateModified": "2024-01-02T08:00:00Z",
    "author": [{"@type": "Person", "name": "Inés Quarrie"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Eastmere Evening Argus"},
    "articleSection": "Crime",
}


def page(body: str = f"<article>{STORY}</article>", head: str = "", title: str = HEADLINE) -> str:
    start = f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
    return f"{start}<body>{body}</body></html>"


def story(after: str = "") -> str:
    return f"<article>{STORY}{after}</article>"


def linked(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def og(**properties: str) -> str:
    return "".join(
        f'<meta property="{name.replace("_", ":", 1)}" content="{value}">' for name, value in properties.items()
    )


NAV = "<nav><ul><li><a href='#'>Home</a></li><li><a href='#'>News</a></li></ul></nav>"
OTHERS = (
    "<section class='most-read'><h2>Most read</h2><ol><li><a href='#'>Vole stops play at county match</a></li></ol>"
    "</section>"
)

TEXTS = [
    ("paragraphs in an article", f"{NAV}<article><h1>{HEADLINE}</h1>{STORY}</article>{OTHERS}", BODY),
    (
        "paragraphs in divs without any article",
        f"{NAV}<div id='c'><h1>{HEADLINE}</h1>{STORY}</div>{OTHERS}<footer>© Argus</footer>",
        BODY,
    ),
    ("line breaks instead of paragraphs", f"<h1>{HEADLINE}</h1><div class='text'>{'<br><br>'.join(BODY)}</div>", BODY),
    (
        "a related box between paragraphs",
        story(
            "<div class='inline-rec'><h4>Recommended</h4><a href='#'>Vole stops play</a></div><p>No date is set.</p>"
        ),
        [*BODY, "No date is set."],
    ),
    (
        "a figure with its caption",
        f"<article><figure><img src='x'><figcaption>The cells at Eastmere</figcaption></figure>{STORY}</article>",
        BODY,
    ),
    (
        "a sign-up box",
        story("<div class='signup'><p>Want the Argus on your doormat? Take out a subscription.</p></div>"),
        BODY,
    ),
    (
        "an aside",
        story("<aside><p>The Argus has been printed in Eastmere since 1881.</p></aside>"),
        BODY,
    ),
    (
        "readers' comments",
        f"<article>{STORY}</article><div id='comments'><p>They should sack the lot of them.</p></div>",
        BODY,
    ),
    (
        "a dialog about cookies",
        f"<div class='consent-dialog'><p>We use cookies.</p><button>Accept all</button></div>{story()}",
        BODY,
    ),
    (
        "what is hidden",
        story("<p hidden>Twelve officers were sacked.</p><p style='display:none'>Nine resigned.</p>"),
        BODY,
    ),
    (
        "scripts and styles",
        story("<script>var t = '12 officers sacked';</script><style>p {}</style>"),
        BODY,
    ),
    (
        "subheads and a quotation",
        story(
            "<h2>What happens next?</h2><p>The hearing will be held in the spring at the county ground.</p>"
            "<blockquote><p>It will be held in public, as it ought to be.</p></blockquote>"
        ),
        [
            *BODY,
            "What happens next?",
            "The hearing will be held in the spring at the county ground.",
            "It will be held in public, as it ought to be.",
        ],
    ),
    (
        "a list",
        story(
            "<p>The charges are:</p><ul><li>taking pictures</li><li>sharing them</li></ul><p>No date has been set.</p>"
        ),
        [*BODY, "The charges are:", "- taking pictures", "- sharing them", "No date has been set."],
    ),
    (
        "a table",
        story("<table><tr><td>PC Holt</td><td>warned</td></tr><tr><td>PC Ashby</td><td>dismissed</td></tr></table>"),
        [*BODY, "PC Holt; warned", "PC Ashby; dismissed"],
    ),
    (
        "markup shown as text",
        story("<p>He had typed &lt;script&gt;alert(1)&lt;/script&gt; into the custody record, it said.</p>"),
        [*BODY, "He had typed <script>alert(1)</script> into the custody record, it said."],
    ),
    ("text nested deeper than lxml goes", "<div>" * 3000 + f"<h1>{HEADLINE}</h1>{STORY}" + "</div>" * 3000, BODY),
    ("tags that are never closed", f"<article><p>{'<p>'.join(BODY)}", BODY),
]


@pytest.mark.parametrize(("body", "expected"), [pytest.param(*rest, id=name) for name, *rest in TEXTS])
def test_a_page_keeps_its_article_and_nothing_else(body: str, expected: list[str]) -> None:
    article = article_of(page(body).encode())
    assert list(article.cleaned.paragraphs) == expected
    assert article.cleaned.title == HEADLINE


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body, _ in TEXTS])
def test_no_visible_block_is_lost(body: str) -> None:
    source = page(body)
    article = article_of(source.encode())
    shown = Counter(key("".join(block.text for block in markup.read(source).blocks)))
    title = [article.cleaned.title] if article.cleaned.found else []
    found = Counter(key("".join([*title, *article.cleaned.paragraphs, *(piece.text for piece in article.taken)])))
    assert shown == found


PLACES = [
    ("a menu's entry", NAV, "Home", "menu"),
    ("an aside", "<aside><p>Read our history.</p></aside>", "Read our history.", "aside"),
    ("a foot", "<footer>Printed in Eastmere</footer>", "Printed in Eastmere", "footer"),
    ("other stories", OTHERS, "Vole stops play at county match", "related"),
    ("a comment", "<div class='comments'><p>Shame on them.</p></div>", "Shame on them.", "comments"),
    ("cookies", "<div id='cookie-banner'>We use cookies.</div>", "We use cookies.", "cookies"),
    ("a share button", "<ul class='share'><li>Share on X</li></ul>", "Share on X", "share"),
    ("a caption", "<figure><figcaption>A cell door</figcaption></figure>", "A cell door", "caption"),
]


@pytest.mark.parametrize(("extra", "text", "reason"), [pytest.param(*rest, id=name) for name, *rest in PLACES])
def test_where_a_block_stood_is_why_it_was_left_out(extra: str, text: str, reason: str) -> None:
    taken = article_of(page(f"{extra}<article>{STORY}</article>{extra}").encode()).taken
    assert [piece.reason for piece in taken if piece.text == text] == [reason, reason]


def row(source: str) -> dict[str, object]:
    return row_of(source.encode())


WHOLE = {
    "title": HEADLINE, "publisher": "Eastmere Evening Argus", "author": "Inés Quarrie", "section": "Crime",
    "published": "2022-09-30", "published_basis": "metadata", "updated": "2024-01-02",
}  # fmt: skip
OTHER = {"@type": "NewsArticle", "headline": "Vole stops play at county match", "datePublished": "2020-01-01"}
STATED = [
    ("JSON-LD", page(head=linked(LINKED)), WHOLE),
    (
        "JSON-LD in a graph, the type a list",
        page(head=linked({"@graph": [{"@type": "WebPage"}, {**LINKED, "@type": ["Thing", "NewsArticle"]}]})),
        WHOLE,
    ),
    ("JSON-LD of another story first", page(head=linked(OTHER, LINKED)), WHOLE),
    (
        "JSON-LD of other stories in a list of items",
        page(head=linked({"@type": "ItemList", "itemListElement": [OTHER]}, LINKED)),
        WHOLE,
    ),
    (
        "JSON-LD of another story alone is not this article's",
        page(head=linked(OTHER) + og(og_title=HEADLINE)),
        {"title": HEADLINE, "published": "", "published_basis": "none"},
    ),
    (
        "JSON-LD that is broken",
        page(head='<script type=\'application/ld+json\'>{"@type": "NewsArticle", </script>'),
        {"title": HEADLINE, "published": ""},
    ),
    (
        "JSON-LD whose values are of the wrong kind",
        page(head=linked({"@type": "NewsArticle", "headline": {"a": 1}, "datePublished": 5, "author": [[]]})),
        {"title": HEADLINE, "published": "", "author": ""},
    ),
    (
        "entities in JSON-LD",
        page(head=linked({**LINKED, "headline": "Sergeant&#x27;s &quot;cell pictures&quot; reported"})),
        {"title": 'Sergeant\'s "cell pictures" reported'},
    ),
    (
        "OpenGraph",
        page(
            head=og(
                og_title=HEADLINE,
                og_site_name="The Argus",
                article_published_time="2022-09-30T18:45:00Z",
                og_url="https://a.example/1",
            )
        ),
        {
            "title": HEADLINE,
            "publisher": "The Argus",
            "published": "2022-09-30",
            "published_basis": "metadata",
            "url": "https://a.example/1",
        },
    ),
    (
        "only a day of change",
        page(head=linked({**LINKED, "datePublished": None})),
        {"published": "", "published_basis": "none", "updated": "2024-01-02"},
    ),
    (
        "a computer's zero",
        page(head=og(article_published_time="1970-01-01T00:00:00Z")),
        {"published": "", "published_basis": "none"},
    ),
    (
        "a time beside the headline",
        page(
            f"<article><header><h1>{HEADLINE}</h1><time datetime='2022-09-30'>30 Sept</time></header>{STORY}</article>"
        ),
        {"published": "2022-09-30", "published_basis": "metadata"},
    ),
    (
        "a time of change beside the headline",
        page(f"<article><h1>{HEADLINE}</h1><p>Updated <time datetime='2024-01-02'>2 Jan</time></p>{STORY}</article>"),
        {"published": "", "updated": "2024-01-02"},
    ),
    (
        "times of other stories",
        page(
            f"<article><h1>{HEADLINE}</h1>{STORY}</article>"
            "<div class='related'><time datetime='2019-01-01'>2019</time></div>"
        ),
        {"published": ""},
    ),
    (
        "a dateline in the text",
        page(f"<article><h1>{HEADLINE}</h1><p class='meta'>By Inés Quarrie | 30 September 2022</p>{STORY}</article>"),
        {"published": "2022-09-30", "published_basis": "stated", "author": "Inés Quarrie"},
    ),
    (
        "metadata that give the day of change for both yield to the dateline",
        page(
            f"<article><h1>{HEADLINE}</h1><p>30 September 2022</p>{STORY}</article>",
            linked({**LINKED, "datePublished": LINKED["dateModified"]}),
        ),
        {"published": "2022-09-30", "published_basis": "stated"},
    ),
    (
        "the site's name after the headline",
        page(f"<h1>{HEADLINE}</h1>{STORY}<footer>The Argus</footer>", title=f"{HEADLINE} | The Argus"),
        {"title": HEADLINE, "publisher": "The Argus"},
    ),
    (
        "a title alone, with the site's name",
        page(head=og(og_site_name="The Argus"), title=f"{HEADLINE} - The Argus"),
        {"title": HEADLINE, "publisher": "The Argus"},
    ),
    (
        "a heading in other words than the metadata's",
        page(
            f"<article><h1>Custody sergeant faces hearing over pictures of cells</h1>{STORY}</article>", linked(LINKED)
        ),
        {"title": HEADLINE},
    ),
    (
        "a title that holds markup",
        page(f"<article>{STORY}</article>", title="Sergeant &lt;script&gt;alert(1)&lt;/script&gt; faces hearing"),
        {"title": "Sergeant <script>alert(1)</script> faces hearing"},
    ),
    (
        "an address saved in a comment",
        f"<!-- saved from url=(0030)https://argus.example/cells -->{page()}",
        {"url": "https://argus.example/cells"},
    ),
    ("an address that is none", page(head="<link rel='canonical' href='javascript:alert(1)'>"), {"url": ""}),
    (
        "a standfirst",
        page(
            f"<article><h1>{HEADLINE}</h1><p class='standfirst'>Nine were sent to one group, says force</p>"
            f"{STORY}</article>"
        ),
        {"standfirst": "Nine were sent to one group, says force"},
    ),
]


@pytest.mark.parametrize(
    ("source", "expected"), [pytest.param(source, expected, id=name) for name, source, expected in STATED]
)
def test_what_a_page_says_of_itself(source: str, expected: dict[str, str]) -> None:
    found = row(source)
    assert {name: found[name] for name in expected} == expected


HOSTILE = [
    ("nothing", ""),
    ("a bare tag", "<html>"),
    ("no body", "<html><head><title>x</title></head></html>"),
    ("frames", "<html><frameset><frame src='x'></frameset></html>"),
    ("a comment that is never closed", f"<html><body><!-- {STORY}"),
    ("a tag that is never closed", "<html><body><p class='"),
    ("many open comments", "<html><body>" + "<!-- " * 20_000),
    ("angle brackets", "<html>" + "<" * 50_000),
    ("a huge attribute", f"<html><body><p class='{'x' * 500_000}'>{LEAD}</p></body></html>"),
    ("entities in entities", "<html><body><p>" + "&amp;lt;&#x27;&bogus;&#0;&#xFFFFFFFF;" * 5_000),
    ("deep nesting", "<html><body>" + "<div>" * 20_000 + LEAD),
    ("deep formatting", "<html><body><p>" + "<b><i>" * 5_000 + LEAD),
    ("deep JSON", page(head=f"<script type='application/ld+json'>{'[' * 50_000}</script>")),
    ("another encoding's declaration", '<?xml version="1.0" encoding="utf-16"?><html><body><p>x</p></body></html>'),
    ("NULs and surrogates", f"<html><body><p>\0{LEAD}\ud800</p></body></html>"),
]


@pytest.mark.parametrize("source", [pytest.param(source, id=name) for name, source in HOSTILE])
def test_hostile_pages_give_a_page(source: str) -> None:
    assert isinstance(pages.read(source), pages.Page)


PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<div>", "</div>", "<div class=related>", "<article>", "</article>", "<nav>", "<aside>"),
        *("</aside>", "<li>", "<ul>", "<br>", "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "</td>"),
        *("<h1>", "</h1>", "<time datetime=2020-01-01>", "&#x27;", "&lt;", "<title>", "</title>", "<pre>", "\n", LEAD),
    )
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=30).map("".join))
def test_any_string_gives_a_page(source: str) -> None:
    assert isinstance(pages.read(source), pages.Page)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-02-22T09:30:00+00:00", date(2024, 2, 22)),
        ("20240222", date(2024, 2, 22)),
        ("1708594200", date(2024, 2, 22)),
        ("Thu, 22 Feb 2024 09:30:00 GMT", date(2024, 2, 22)),
        ("22/02/2024", date(2024, 2, 22)),
        ("02/03/2024", None),  # 2 March or 3 February
        ("2024-02-31", None),
        ("0001-01-01T00:00:00Z", None),
        ("today", None),
    ],
)
def test_time_stamps(value: str, expected: date | None) -> None:
    assert metadata.stamp(value) == expected


@pytest.mark.parametrize(
    "module", [linked_data, markup, metadata, pages, places, stripping], ids=lambda one: one.__name__
)
def test_the_examples_of_the_documentation(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
