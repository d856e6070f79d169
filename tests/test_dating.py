"""When an article was published, and date expressions in its text."""

import doctest
import os
import time
from datetime import date
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cuttings import dating
from cuttings.dates import days, edtf, inference, milestones, printed
from cuttings.dates import expressions as expression_module
from cuttings.dating import Stated, expressions, is_american, publication
from one_file import row_of

DEVELOPMENT = Path(os.environ.get("CUTTINGS_DEVELOPMENT", Path(__file__).parents[2] / "shared" / "development"))

META = (date(2024, 1, 2), "datePublished: 2024-01-02")
CRAWLED = (date(2023, 5, 6), "date 2023-05-06")


def line(text: str) -> list[tuple[days.Day, str]]:
    return [(day, text) for day in days.find(text)]


ORDER = [
    ("metadata before a dateline", Stated(META, line("3 May 2021"), CRAWLED), date(2024, 1, 2), "metadata"),
    ("a dateline before a crawler's prefix", Stated(None, line("3 May 2021"), CRAWLED), date(2021, 5, 3), "stated"),
    ("a crawler's prefix", Stated(None, (), CRAWLED), date(2023, 5, 6), "stated"),
    ("nothing", Stated(), None, "none"),
    (
        "metadata that give the update's day yield to an earlier dateline",
        Stated(META, line("3 May 2021"), None, META[0]),
        date(2021, 5, 3),
        "stated",
    ),
    (
        "metadata that give the update's day stand when nothing contradicts",
        Stated(META, (), None, META[0]),
        date(2024, 1, 2),
        "metadata",
    ),
    ("a British day in figures", Stated(None, line("Published: 02/11/2022")), date(2022, 11, 2), "stated"),
    (
        "figures read as the day beside them requires",
        Stated(None, line("Feb 11") + line("02/11/2022")),
        date(2022, 2, 11),
        "stated",
    ),
    ("a day without its year is none", Stated(None, line("2 Nov")), None, "none"),
    ("a computer's zero is none", Stated(None, line("1 January 1970")), None, "none"),
]


@pytest.mark.parametrize(("stated", "day", "basis"), [pytest.param(*rest, id=name) for name, *rest in ORDER])
def test_the_order_of_what_a_page_states(stated: Stated, day: date | None, basis: str) -> None:
    found = publication("The force said that it was sorry.", stated)
    assert (found.day, found.basis) == (day, basis)


def test_american_figures_on_an_american_page() -> None:
    text = "The sheriff said the district attorney would weigh felony charges over texts on a city cellphone."
    assert publication(text, Stated(None, line("02/11/2022"))).day == date(2022, 2, 11)


INFERRED = [
    ("yesterday in brackets", "The force said yesterday (Tuesday, 4 March 2025) that it was sorry.", date(2025, 3, 5)),
    ("today in brackets", "He was told today (12 May 2023) that he had lost.", date(2023, 5, 12)),
    ("last night", "The vote was held last night, 31 December 2021.", date(2022, 1, 1)),
    ("days ago, beside the day", "It told staff two days ago, on 28 February 2024.", date(2024, 3, 1)),
    ("a weekday fixes the year, after the latest year in the text",
     "In October 2021 the chat was found. The officer was dismissed today, Wednesday 11 May.", date(2022, 5, 11)),
    ("a weekday elsewhere in the text fixes the year",
     "The inquiry began in 2022. It opened on Monday 6 February. Two days ago he wrote to staff. On 9 February, he"
     " wrote again.", date(2023, 2, 11)),
    ("the next sentence tells of the same",
     "It recalls the Sarah Everard case. Only three days ago she was defiant. On March 4, she said no. It began on"
     " Tuesday, 15 February.", date(2022, 3, 7)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), [pytest.param(*rest, id=name) for name, *rest in INFERRED])
def test_a_day_that_the_text_fixes(text: str, day: date) -> None:
    found = publication(text)
    assert (found.day, found.basis) == (day, "inferred")
    assert found.evidence and "\n" not in found.evidence


EMPTY = [
    ("a weekday alone", "The hearing ended on Friday evening."),
    ("a day of the event", "They were dismissed on 12 May 2023 after a hearing of six days."),
    ("a weekday with a day and no year anywhere", "The officer was dismissed today, Wednesday 11 May."),
    ("a day and no weekday to fix the year", "In October 2021 the chat was found. He was dismissed today, 11 May."),
    (
        "no year near the latest one has the weekday",
        "The chat was found in 2012. The officer was dismissed today, Wednesday 11 May.",
    ),
    (
        "another man's next sentence",
        "In 2022 it began. Three days ago the chief spoke. On Monday 6 February, the sergeant resigned.",
    ),
    (
        "a quotation of another day",
        "In his message of May he wrote: “I did it yesterday (Tuesday, 4 March 2025) and laughed.”",
    ),
    (
        "weekdays that contradict each other",
        "In 2022 it began. He left today, Monday 6 February. It was opened on Friday 9 February.",
    ),
    (
        "a later year in the past tense",
        "He was told yesterday (Tuesday, 4 March 2025) of the ruling made in July 2025.",
    ),
    ("weeks ago", "The inquiry began two weeks ago, on 3 March 2024."),
]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in EMPTY])
def test_a_wrong_date_is_worse_than_none(text: str) -> None:
    assert (publication(text).day, publication(text).basis) == (None, "none")


def test_an_agency_dates_its_copy_in_the_first_line() -> None:
    found = publication("LONDON, Oct 7, 2022 (Reuters) - Seven officers are under investigation.")
    assert (found.day, found.basis) == (date(2022, 10, 7), "stated")


def test_american_and_british_pages() -> None:
    assert is_american("The Police Department and the District Attorney spoke of felony charges.")
    assert not is_american(
        "The Crown Prosecution Service and PC Smith spoke of the Police Department and felony charges and color."
    )


def test_the_latest_milestone_bounds_the_day() -> None:
    assert milestones.latest("the IOPC, set up after Operation Hotton") == (date(2022, 2, 1), "Operation Hotton")
    assert milestones.latest("nothing that is known") is None


P = date(2024, 2, 20)  # a Tuesday
EXPRESSIONS = [
    ("17 February 2024", "2024-02-17"),
    ("3rd of May 2021", "2021-05-03"),
    ("February 17", "2024-02-17"),
    ("28 December", "2023-12-28"),
    ("Wednesday, 14 February", "2024-02-14"),
    ("02/11/2022", "2022-11-02"),
    ("on Friday", "2024-02-16"),
    ("on Tuesday", "2024-02-20"),
    ("last Tuesday", "2024-02-13"),
    ("next Friday", "2024-02-23"),
    ("Friday evening", "2024-02-16"),
    ("last June", "2023-06"),
    ("in December", "2023-12"),
    ("in February", "2024-02"),
    ("March last year", "2023-03"),
    ("October 2023", "2023-10"),
    ("the summer of 2020", "2020-22"),
    ("spring 2021", "2021-21"),
    ("last autumn", "2023-23"),
    ("in 2018", "2018"),
    ("the 1990s", "199X"),
    ("late last year", "2023"),
    ("last month", "2024-01"),
    ("earlier this year", "2024"),
    ("last week", "2024-02-12/2024-02-18"),
    ("this weekend", "2024-02-17/2024-02-18"),
    ("yesterday", "2024-02-19"),
    ("three days ago", "2024-02-17"),
    ("a fortnight ago", "2024-02-06~"),
    ("two years ago", "2022~"),
    ("between May and August 2021", "2021-05/2021-08"),
    ("June 2020 to February 2021", "2020-06/2021-02"),
    ("May 17, 2016 to June 26, 2018", "2016-05-17/2018-06-26"),
    ("from 2014 to late 2015", "2014/2015"),
    ("in 2013 and 2014", "2013/2014"),
    ("17-19 May 2021", "2021-05-17/2021-05-19"),
    ("17 to 19 May 2021", "2021-05-17/2021-05-19"),
    ("from November to January", "2023-11/2024-01"),
    ("between 12 May and 3 June last year", "2023-05-12/2023-06-03"),
]


@pytest.mark.parametrize(("words", "edtf"), EXPRESSIONS)
def test_an_expression_in_a_sentence(words: str, edtf: str) -> None:
    sentence = f"He had sent it {words}, the panel heard."
    found = expressions(sentence, P)
    assert [one.edtf for one in found] == [edtf]
    assert sentence[found[0].start : found[0].end] == found[0].text
    assert found[0].text in (words, words.removeprefix("from "), words.removeprefix("in "))


SENTENCES = [
    ("The panel will meet again on Friday.", ["2024-02-23"]),
    ("On Friday, the panel will decide.", ["2024-02-23"]),
    ("He is due to be sentenced in May.", ["2024-05"]),
    ("He was due to be sentenced in May.", ["2023-05"]),
    ("Hearings took place on 23 and 27 May 2025.", ["2025-05-23", "2025-05-27"]),
    ("It met on June 2, 3 and 4, 2021.", ["2021-06-02", "2021-06-03", "2021-06-04"]),
    ("It began on Monday and ended on Tuesday.", ["2024-02-19", "2024-02-20"]),
    ("Theresa May may march on.", []),
    ("They broke the Communications Act 2003 and the Police (Conduct) Regulations 2020.", []),
    ("The Sunday Times, the Good Friday Agreement and Sheffield Wednesday.", []),
    ("A group of 2000 officers shared 1,990 messages and 2021 images.", []),
    ("It was 30 February 2024.", []),
    ("It cost £12.10.2020 and version 1.2.2023.4 was used.", []),
    ("He was 23 and had 14 messages, 6 of them from 3 officers.", []),
]


@pytest.mark.parametrize(("sentence", "values"), SENTENCES)
def test_the_expressions_of_a_sentence(sentence: str, values: list[str]) -> None:
    assert [one.edtf for one in expressions(sentence, P)] == values


def test_without_the_day_published_only_what_names_its_year_is_resolved() -> None:
    text = "On Friday, last June and on 3 May; in July 2022 and from 2014 to 2015; yesterday and in December."
    assert [one.edtf for one in expressions(text)] == ["2022-07", "2014/2015"]


@given(st.text(), st.dates())
def test_any_text_has_expressions_in_order(text: str, published: date) -> None:
    found = expressions(text, published)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from([words for words, _ in EXPRESSIONS] + [" and ", " to ", ". ", "on ", "by "]), max_size=30),
    st.dates(),
)
def test_runs_of_dates_do_not_confuse_it(parts: list[str], published: date) -> None:
    text = " ".join(parts)
    assert all(text[one.start : one.end] == one.text and one.edtf for one in expressions(text, published))


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        expressions(text, P)
        return time.perf_counter() - start

    part = "It ran from May to August 2021, and on Friday, 14 February he left; 2013 and 2014 to "
    seconds(part * 50)
    assert seconds(part * 1600) < 20 * seconds(part * 200) + 0.5


@pytest.mark.skipif(
    not DEVELOPMENT.is_dir(), reason="no development articles beside this checkout (CUTTINGS_DEVELOPMENT)"
)
def test_the_development_articles_are_dated_as_their_gold_says() -> None:
    import json

    for path in sorted((DEVELOPMENT / "articles").glob("*.txt")):
        gold = json.loads((DEVELOPMENT / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        row = row_of(path.read_bytes())
        assert row["published"] == (gold["article"]["published"] or ""), path.name


@pytest.mark.parametrize(
    "module", [dating, days, edtf, expression_module, inference, printed], ids=lambda one: one.__name__
)
def test_the_examples_of_the_documentation(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
