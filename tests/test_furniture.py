"""Article text against page furniture: marked dumps (tests/pages/dumps.txt), and that nothing is lost."""

import doctest
import textwrap
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cuttings import dating, furniture
from cuttings.furniture import Cleaned, clean
from cuttings.plaintext import (
    bylines,
    captions,
    datelines,
    feet,
    glue,
    heads,
    imprints,
    issues,
    labels,
    lines,
    lists,
    phrases,
    teasers,
    titles,
    unfolding,
)
from cuttings.plaintext.characters import normalise
from cuttings.plaintext.lines import Line, is_prose
from cuttings.plaintext.unfolding import unfold
from one_file import row_of

DUMPS = Path(__file__).parent / "pages" / "dumps.txt"


@dataclass
class Dump:
    """A marked dump: its text, the headline and the paragraphs that must come out of it, and what its head says."""

    name: str
    facts: dict[str, str] = field(default_factory=dict)
    source: str = ""
    title: str = ""
    kept: list[str] = field(default_factory=list)


def read_dump(block: str) -> Dump:
    name, *lines = block.strip().split("\n")
    dump = Dump(name.strip())
    border = lines.index("")
    dump.facts = {key: value.strip() for key, _, value in (line.partition(":") for line in lines[:border])}
    for line in lines[border + 1 :]:
        glued, marked = line.startswith("&"), line.removeprefix("&")
        mark, text = marked[:1].strip(), marked[1:]
        dump.source += ("" if glued or not dump.source else "\n") + text.replace("⏎", "\n")
        shown = " ".join(normalise(text.replace("⏎", " ")).split())
        if mark == "=":
            dump.title = shown
        elif mark == "+":
            dump.kept.append(shown)
        else:
            assert mark in ("", "-"), f"{dump.name}: no mark on {line!r}"
    return dump


CASES = [read_dump(block) for block in DUMPS.read_text(encoding="utf-8").split("### ")[2:]]


def named(cases: list[Dump]) -> list[object]:
    return [pytest.param(case, id=case.name) for case in cases]


@pytest.mark.parametrize("case", named(CASES))
def test_a_dump_keeps_its_article_and_nothing_else(case: Dump) -> None:
    cleaned = clean(case.source)
    assert list(cleaned.paragraphs) == case.kept
    assert cleaned.title == case.facts.get("title", case.title)


@pytest.mark.parametrize("case", named([case for case in CASES if case.facts]))
def test_what_the_head_of_a_dump_says(case: Dump) -> None:
    row = row_of(case.source.encode())
    assert {key: row[key] for key in case.facts} == case.facts


def solid(text: str) -> Counter[str]:
    """The characters that show, each counted."""
    return Counter(char for char in text if not char.isspace())


def everything(cleaned: Cleaned) -> str:
    title = [cleaned.title] if cleaned.found else []
    return "".join([*title, *cleaned.paragraphs, *(piece.text for piece in cleaned.taken)])


PIECES = st.sampled_from(
    [line for case in CASES for line in case.source.split("\n")]
    + [
        "",
        " ",
        "-",
        "•",
        "Read more:",
        "Most read",
        "Comments",
        "Image caption,",
        "â€™",
        "&amp;",
        "\u200b",
        "“",
        '"',
        "'s",
        "2020Former",
    ]
)
TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=25).map("\n".join),
    st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=12).map("".join),
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from(["", "Three officers sacked over messages"]))
def test_kept_and_taken_together_are_the_whole_text(text: str, title: str) -> None:
    cleaned = clean(text, title)
    assert solid(everything(cleaned)) == solid(normalise(text))
    assert all(paragraph.strip() == paragraph != "" and "\n" not in paragraph for paragraph in cleaned.paragraphs)
    assert all(piece.text and piece.reason for piece in cleaned.taken)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_dates_of_any_text_can_be_asked_for(text: str) -> None:
    dating.publication("\n\n".join(clean(text).paragraphs))


BEFORE = (
    "Nine officers of Brackwater Police are accused of sharing images in a group that a member of the public reported."
)
AFTER = "The hearing, at which the officers will be asked about the group, is expected to last for three weeks."

STAYS = [
    ("a caption's word in a sentence", "He posted a picture: it showed a man asleep."),
    ("an image that the text describes", "He shared the image: a man in a wheelchair"),
    ("a body speaks of itself", "We found that a member of the group had shared images in an app for a month."),
    ("comments are what it is about", "Comments about a colleague's weight were found on his telephone."),
    ("a subhead about comments", "Comments made by PC Holt"),
    ("sharing is what it is about", "Share of the blame"),
    ("reading is what it is about", "Read more than 400 messages, the chair told the panel."),
    ("more and latest begin a sentence", "More officers could be charged, and the latest of them is a sergeant."),
    ("By begins a sentence", "By Friday the sergeant had resigned."),
    ("Published begins a sentence", "Published guidance requires officers to report such messages."),
    ("a newsletter in the story", "The newsletter, which went to all staff, was called vile."),
    ("subscribers in the story", "Subscribers to the channel were sent a video of the victim."),
    ("an order somebody gave", "Don't miss a day, the sergeant wrote."),
    ("an app's name as a subhead", "WhatsApp"),
    ("a section's name as a subhead", "Crime"),
    ("an appeal for witnesses", "Anyone who has information can call the watchdog on 01632 960000."),
    ("a correction", "Correction: an earlier version of this report said that all nine had been dismissed."),
    ("a short sentence that comes twice", "No further action was taken."),
    ("a question as a subhead", "Who knew about the group?"),
    ("a name as a subhead", "Sergeant Colm Devaney"),
    ("a rank and an outcome", "PC Holt: final written warning"),
    ("support in the story", "Support for the victims has been offered by supporters of the charity."),
    ("a quotation that asks readers", "“Sign up for my newsletter,” he had written to your mother and the others."),
    ("messages as lines of their own", "'She will never pass the course with those legs lol'"),
]


@pytest.mark.parametrize("line", [pytest.param(line, id=name) for name, line in STAYS])
def test_a_line_of_the_article_stays(line: str) -> None:
    assert list(clean(f"{BEFORE}\n\n{line}\n\n{AFTER}").paragraphs) == [BEFORE, line, AFTER]


GOES = [
    ("a marked teaser", "Read more: Vole stops play at county match", "related"),
    ("a podcast's teaser", "Listen next: 40 sackings, one spreadsheet. Inside a purge", "related"),
    ("a shouted marker", "DON'T MISS: The £4 trick that keeps moths away", "related"),
    ("a marker at the end of its sentence", "READ MORE: Vole stops play at county match.", "related"),
    ("an advertisement", "Article continues below advertisement", "advert"),
    ("a sign-up line", "Sign up to our daily newsletter", "newsletter"),
    (
        "a sign-up sentence",
        "Get the day's top stories in your inbox every morning. Enter your email address below.",
        "newsletter",
    ),
    ("a plea for money", "The Echo has no paywall. Become a supporter for £3 a month.", "newsletter"),
    ("a share row", "Facebook Twitter WhatsApp Email", "share"),
    ("a follow line", "Follow Wexcombe Live on Facebook and X", "share"),
    ("a button for comments", "Join the conversation", "comments"),
    ("a reading time", "5 min read", "reading time"),
    ("a credit alone", "Pictures by Moira Stanhope", "credit"),
    ("an agency's credit", "PA Wire/PA Images", "credit"),
    ("a caption with its credit", "Brackwater police station last winter. Picture: Moira Stanhope", "caption"),
    ("a caption that points", "Sgt Devaney (left) with the mayor at a fête", "caption"),
    ("a rule", "* * *", "end of text"),
    ("a rights line", "© 2024 Wexcombe Newspapers Ltd. All rights reserved.", "legal"),
    ("an address", "newsdesk@wexcombe.example", "contact"),
    (
        "a long headline about something else",
        "Lorry carrying forty tonnes of frozen peas overturns near garden centre",
        "teaser",
    ),
]


@pytest.mark.parametrize(("line", "reason"), [pytest.param(line, reason, id=name) for name, line, reason in GOES])
def test_a_line_of_the_page_goes(line: str, reason: str) -> None:
    cleaned = clean(f"{BEFORE}\n\n{line}\n\n{AFTER}")
    assert list(cleaned.paragraphs) == [BEFORE, AFTER]
    assert [(piece.text, piece.reason) for piece in cleaned.taken] == [(line, reason)]


@pytest.mark.parametrize("phrase", [pytest.param(phrase, id=phrase.example) for phrase in phrases.phrases()])
def test_each_set_phrase_is_found_by_its_example(phrase: phrases.Phrase) -> None:
    found = phrases.find(phrase.example)
    assert found is not None and (found.reason, found.reach) == (phrase.reason, phrase.reach)
    assert phrase.sentence or not is_prose(phrase.example)


UNFOLDED = [
    (
        "a wrapped paragraph",
        textwrap.fill(f"{BEFORE} {AFTER} {BEFORE}", 72),
        1,
    ),
    ("lines that are short by themselves", "Home\nNews\nSport\nWeather\nTwo officers sacked\nBy Jo Marsh", 6),
    ("one paragraph a line", "The force was sorry.\nNobody else was.\nThe hearing goes on.\nIt is in public.", 4),
    ("a mark alone and its item", "They are:\n•\nPC Reed\n\n-\nPC Shaw", 3),
    ("a mark alone at the end", "They are:\n-", 2),
]


@pytest.mark.parametrize(("text", "count"), [pytest.param(*rest, id=name) for name, *rest in UNFOLDED])
def test_lines_are_those_that_were_meant(text: str, count: int) -> None:
    assert len(unfold(text)) == count


SEAMS = [
    ("a figure", "Ten pubs to try before 2023The force said that it was sorry.", ["Ten pubs to try before 2023"]),
    (
        "a mark that a quotation left",
        "Vicar loses 'rude' parrotChief Inspector Lowndes said no.",
        ["Vicar loses 'rude' parrot"],
    ),
    ("a quotation's end", "Woman calls it 'rude'Officers were told to stay at home.", ["Woman calls it 'rude'"]),
    ("curly marks", "Woman calls it ‘rude’Officers were told to stay at home.", ["Woman calls it ‘rude’"]),
    ("a question", "Why are the swans leaving?Nobody could say on Monday.", ["Why are the swans leaving?"]),
    ("two", "Dog found in churchCat found in pubThe force was sorry.", ["Dog found in church", "Cat found in pub"]),
    ("a text printed twice", "The college in the winterThe college in the winter", ["The college in the winter"]),
    ("names", "He used WhatsApp, eBay and McDonald's, said PC O'Malley-Kumar of DeepMind.", []),
    ("names with figures", "The 4Runner and the 5G mast were at G20Summit, the officers said.", []),
    ("an address", "It is on www.example.org/aBout.The page was taken down.", []),
    ("no sentence", "PC Adam ReedPC Bella ShawSgt Colm Devaney", []),
]


@pytest.mark.parametrize(("text", "glued"), [pytest.param(*rest, id=name) for name, *rest in SEAMS])
def test_seams(text: str, glued: list[str]) -> None:
    assert [line.text for line in glue.split([Line(text, 0)]) if line.glued] == glued


MODULES = [
    *(bylines, captions, datelines, feet, furniture, glue, heads, imprints, issues, labels, lines, lists, phrases),
    *(teasers, titles, unfolding),
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_the_examples_of_the_documentation(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        clean(text)
        return time.perf_counter() - start

    part = "\n".join(case.source for case in CASES)
    clean(part)
    assert seconds(part * 16) < 16 * seconds(part * 2) + 0.5


def test_those_who_sign_a_decision_are_no_teasers() -> None:
    signed = ["Miss Perpetua Quill KC, Chair", "Mr Hosea Brandreth", "Assistant Chief Constable Ottoline Marsh"]
    cleaned = clean("\n\n".join([BEFORE, AFTER, *signed]))
    assert list(cleaned.paragraphs)[-3:] == signed
