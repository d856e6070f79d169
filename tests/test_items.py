"""Round-ups: which sentences open an item, and that each item is an incident of its own."""

import pytest

from annotated import article, assembled, doc_of

FIRST = "Three Kerrin Police constables were dismissed on Monday over racist WhatsApp messages."
SECOND = "A Harrowmere Constabulary sergeant has been charged over homophobic posts on Facebook."
THIRD = "The figures for the year are due in May."

# headline, paragraphs → the account of each sentence of the body: None context
ARTICLES = [
    pytest.param(
        "Two counties: where the Kerrin and Harrowmere message cases stand",
        ["Here is a tour of them.", "The north", FIRST, "The south", SECOND, "What is next", THIRD],
        [None, 0, 0, 1, 1, None, None],
        id="where the cases stand",
    ),
    pytest.param(
        "The conduct sheet: this week in policing",
        ["Hello.", "1. Kerrin: out", FIRST, "2. Harrowmere: court", SECOND, "ODDS AND ENDS", THIRD],
        [None, 0, 0, 0, 1, 1, 1, None, None],
        id="numbered, and a heading in capitals after them",
    ),
    pytest.param(
        "What they were disciplined for",
        [
            "What follows is taken from their answers.",
            "KERRIN: " + FIRST,
            "HARROWMERE: " + SECOND,
            "TARROW: A Tarrow Police inspector was warned over sexist texts.",
            "Only Ryemouth Police declined to answer.",
        ],
        [None, 0, 1, 2, None],
        id="stories behind their forces",
    ),
    pytest.param(
        "Episode 88: The cells (transcript)",
        [
            "BRIDIE: And the phone?",
            "TOM: " + FIRST,
            "BRIDIE: Go on.",
            "TOM: A sergeant was charged.",
            "BRIDIE: No gaol?",
        ],
        [0, 0, 0, 0, 0],
        id="two who talk of one matter",
    ),
    pytest.param(
        "Blue Ledger, issue 118",
        ["Hello.", "1. KERRIN FALLS, MONT. – " + FIRST, "2. HARROWMERE – " + SECOND, "ALSO THIS WEEK", THIRD],
        [None, 0, 0, 1, 1, None, None],
        id="stories behind a number and a place",
    ),
    pytest.param("The week in policing", ["Kerrin", FIRST, "Harrowmere", SECOND], [0, 0, 1, 1], id="under headings"),
    pytest.param("Two cases to know", [FIRST, "They appealed.", SECOND], [0, 0, 1], id="a paragraph each"),
    pytest.param(
        "The year in misconduct",
        ["It was a long year.", FIRST, "She denies it.", SECOND],
        [None, 0, 0, 1],
        id="what stands before the first item is context",
    ),
    pytest.param(
        "The year in misconduct",
        ["Kerrin", FIRST, "Statistics", THIRD, "Harrowmere", SECOND],
        [0, 0, None, None, 1, 1],
        id="a section that tells of no police is context",
    ),
    pytest.param(
        "From the cells, issue 12",
        ["Good morning.", "1. KERRIN: three go", FIRST, "What next", THIRD, "2. HARROWMERE: one in court", SECOND],
        [None, *[0] * 5, 1, 1, 1],
        id="numbered headings need no promise, and smaller ones part no item",
    ),
    pytest.param(
        "The Late Turn",
        ["Good morning.", "KERRIN: THREE GO", FIRST, "ONE IN COURT", SECOND, "ELSEWHERE", THIRD],
        [None, 0, 0, 1, 1, None, None],
        id="headings in capitals need no promise either",
    ),
    pytest.param(
        "Two police cases in one week",
        [f"On Monday, {FIRST[0].lower()}{FIRST[1:]}", f"And on Friday, {SECOND[0].lower()}{SECOND[1:]}"],
        [0, 1],
        id="and on Friday",
    ),
    pytest.param(
        "Those who left Kerrin Police in disgrace",
        ["Here is what happened in each of the two cases.", "PC Lee Ash", FIRST, "Sergeant Jo Lint", SECOND],
        [None, 0, 0, 1, 1],
        id="under names",
    ),
    pytest.param(
        "The week in policing",
        ["KERRIN: THREE GO", FIRST, f"Remember the posts? {SECOND}", f"Statistics. {THIRD}", f"The weather. {THIRD}"],
        [0, 0, 1, 1, None, None, None, None],
        id="headings that their paragraphs run on from",
    ),
    pytest.param(
        "Ex-constables jailed as four colleagues await hearings",
        [FIRST, SECOND],
        [0, 1],
        id="colleagues who await hearings make no round-up",
    ),
    pytest.param(
        "Three sacked over messages", ["Kerrin", FIRST, "What next", THIRD], [0, 0, 0, None], id="no round-up"
    ),
    pytest.param("The week in policing", [FIRST, THIRD], [0, None], id="a single item is no round-up"),
    pytest.param(
        "Hello from the newsroom",
        ["🔹 KERRIN, Mo.", FIRST, "🔹 HARROWMERE", SECOND, "🔹 ALSO", "It rained on Monday."],
        [0, 0, 1, 1, None, None],
        id="headings with a sign",
    ),
]


ONE_STORY = [
    pytest.param(
        "Two sacked, one warned: what happened to the Kerrin four",
        [
            "A panel has ruled on four Kerrin Police constables over racist WhatsApp texts. Here is what happened to "
            "each of them.",
            *("Dismissed", "PC Lee Ash and PC Jo Lint posted most of the racist jokes."),
            *("Final written warning", "PC Kit Moor posted one of them, the panel found."),
            *("Not proved", "PC Dan Orr was cleared of misconduct."),
        ],
        id="headings that are outcomes",
    ),
    pytest.param(
        "KERRIN CIVIL TRIBUNAL",
        [
            "CITATION: Commission v Ash [2022] 94",
            *("DECISION OF", "Senior Member Lint"),
            *("ORDERS", "Senior Constable Ash is dismissed from Kerrin Police."),
            *("REASONS FOR DECISION", "Ash sent racist WhatsApp messages, for which he had been demoted."),
        ],
        id="a tribunal's decision",
    ),
    pytest.param(
        "Mornings with Ann Vale",
        [
            "ANN VALE: How many Kerrin Police officers are under investigation over racist texts?",
            *("LEE ASH: Nine.", "VALE: Who are they?", "ASH: Constables and a sergeant."),
            *("VALE: Where are they?", "ASH: Three constables have been suspended."),
        ],
        id="those who speak in a transcript",
    ),
]


@pytest.mark.parametrize(("headline", "paragraphs"), ONE_STORY)
def test_headings_that_part_one_story(headline: str, paragraphs: list[str]) -> None:
    doc = doc_of("\n\n".join([headline, *paragraphs]), title=headline)
    assert {each.account for each in doc.user_data["segments"]} == {0}


@pytest.mark.parametrize(("headline", "paragraphs", "accounts"), ARTICLES)
def test_the_items_of_a_round_up(headline: str, paragraphs: list[str], accounts: list[int | None]) -> None:
    doc = doc_of("\n\n".join([headline, *paragraphs]), title=headline)
    found = [each.account for each in doc.user_data["segments"] if each.start > len(headline)]
    assert found == accounts


def test_a_round_up_without_items_is_read() -> None:
    doc = doc_of("The week in policing\n\nIt rained on Monday.\n\nNobody came.", title="The week in policing")
    assert {each.account for each in doc.user_data["segments"]} == {0}


def test_each_item_is_a_main_incident(tmp_path) -> None:
    text = "\n\n".join(["Kerrin", FIRST, "Harrowmere", SECOND])
    row = article(text, title="The week in policing")
    run = assembled(tmp_path, [row])
    roles = run["coverage"][run["coverage"]["article_id"] == row["article_id"]]["role"]
    assert list(roles) == ["main", "main"]
    assert set(run["incidents"]["forces"]) == {"Kerrin Police", "Harrowmere Constabulary"}
