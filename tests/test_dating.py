"""When an article was published, and date expressions in its text."""

import doctest
import time
from datetime import date, timedelta
from itertools import pairwise
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import development
from cuttings import dating
from cuttings.dates import beside, bounds, days, edtf, inference, milestones, offsets, printed, quoted, tense, timespan
from cuttings.dates import expressions as expression_module
from cuttings.dates import stated as stated_module
from cuttings.dating import Stated, expressions, is_american, publication
from one_file import row_of

META = (date(2024, 1, 2), "datePublished: 2024-01-02")
CRAWLED = (date(2024, 5, 6), "date 2024-05-06")


def line(text: str) -> list[tuple[days.Day, str]]:
    return [(day, text) for day in days.find(text)]


ORDER = [
    ("metadata before a dateline", Stated(META, line("3 May 2021"), CRAWLED), date(2024, 1, 2), "metadata"),
    ("a dateline before a crawler's prefix", Stated(None, line("3 May 2021"), CRAWLED), date(2021, 5, 3), "stated"),
    ("a crawler's prefix", Stated(None, (), CRAWLED), date(2024, 5, 6), "stated"),
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
    (
        "a computer's zero in the head",
        Stated((date(1970, 1, 1), "1970-01-01"), line("3 May 2021")),
        date(2021, 5, 3),
        "stated",
    ),
    (
        "a head dated after the page was saved",
        Stated((date(2024, 5, 9), "9 May"), (), CRAWLED),
        date(2024, 5, 6),
        "stated",
    ),
    (
        "a head dated the day after, by another clock",
        Stated((date(2024, 5, 7), "7 May"), (), CRAWLED),
        date(2024, 5, 7),
        "metadata",
    ),
    (
        "a head dated after the update yields too",
        Stated(META, line("3 May 2021"), None, date(2023, 12, 1)),
        date(2021, 5, 3),
        "stated",
    ),
    (
        "updated years later, with an earlier head",
        Stated(META, line("3 May 2021"), None, date(2026, 1, 2)),
        date(2024, 1, 2),
        "metadata",
    ),
    ("the day an update was made is none", Stated(None, (), None, date(2026, 1, 2)), None, "none"),
    ("saved on another day than the yearless dateline has", Stated(None, line("Tue 4 March"), CRAWLED), None, "none"),
    ("saved on the day of the yearless dateline", Stated(None, line("Mon 6 May"), CRAWLED), date(2024, 5, 6), "stated"),
]


@pytest.mark.parametrize(("stated", "day", "basis"), [pytest.param(*rest, id=name) for name, *rest in ORDER])
def test_the_order_of_what_a_page_states(stated: Stated, day: date | None, basis: str) -> None:
    found = publication("The force said that it was sorry.", stated)
    assert (found.day, found.basis) == (day, basis)


def test_american_figures_on_an_american_page() -> None:
    text = "The sheriff said the district attorney would weigh felony charges over texts on a city cellphone."
    assert publication(text, Stated(None, line("02/11/2022"))).day == date(2022, 2, 11)


TOLD = "He was charged on 2 May 2023. He was dismissed on 7 June 2024 after a hearing."
TEXTS = [
    (
        "a head that the text contradicts yields to the dateline",
        TOLD,
        Stated((date(2022, 1, 2), "m"), line("8 June 2024")),
        date(2024, 6, 8),
        "stated",
    ),
    ("… to nothing, where there is nothing else", TOLD, Stated((date(2022, 1, 2), "m")), None, "none"),
    (
        "… to the text's own words",
        "The force said yesterday (Friday, 7 June 2024) that he had been sacked on 6 June 2024.",
        Stated((date(2022, 1, 2), "m")),
        date(2024, 6, 8),
        "inferred",
    ),
    (
        "an update explains the later day",
        TOLD,
        Stated((date(2022, 1, 2), "m"), (), None, date(2024, 6, 9)),
        date(2022, 1, 2),
        "metadata",
    ),
    (
        "a note put in later contradicts nothing",
        "This article was amended on 7 June 2024. He was charged on 2 May 2021.",
        Stated((date(2022, 1, 2), "m")),
        date(2022, 1, 2),
        "metadata",
    ),
    ("a day's difference is another clock", TOLD, Stated((date(2024, 6, 6), "m")), date(2024, 6, 6), "metadata"),
    (
        "a coming day contradicts nothing",
        "He will appear on 7 June 2024.",
        Stated((date(2022, 1, 2), "m")),
        date(2022, 1, 2),
        "metadata",
    ),
    (
        "quoted days contradict nothing",
        "He said: “I was sacked on 7 June 2024.”",
        Stated((date(2022, 1, 2), "m")),
        date(2022, 1, 2),
        "metadata",
    ),
    (
        "a saved page that its text contradicts",
        TOLD,
        Stated(None, (), (date(2023, 5, 6), "date 2023-05-06")),
        None,
        "none",
    ),
    (
        "the text gives a dateline its year",
        TOLD,
        Stated(None, line("Published Sat 8 June")),
        date(2024, 6, 8),
        "inferred",
    ),
    (
        "a tie gives a dateline its year",
        "He will appear tomorrow (5 March 2025).",
        Stated(None, line("Published 4 March")),
        date(2025, 3, 4),
        "inferred",
    ),
    (
        "a dateline and a tie of two days",
        "He was told yesterday (5 March 2025).",
        Stated(None, line("Published 4 March")),
        None,
        "none",
    ),
    ("a dateline without weekday or year", TOLD, Stated(None, line("Published 8 June")), None, "none"),
    (
        "a yearless dateline whose weekday no near year has",
        TOLD,
        Stated(None, line("Published Fri 8 June")),
        None,
        "none",
    ),
    ("two yearless datelines", TOLD, Stated(None, line("Sat 8 June") + line("Sun 9 June")), None, "none"),
    (
        "a yearless dateline after the update",
        TOLD,
        Stated(None, line("Sat 8 June"), None, date(2023, 6, 9)),
        None,
        "none",
    ),
]


@pytest.mark.parametrize(("text", "stated", "day", "basis"), [pytest.param(*rest, id=name) for name, *rest in TEXTS])
def test_what_a_page_states_against_what_its_text_tells(
    text: str, stated: Stated, day: date | None, basis: str
) -> None:
    found = publication(text, stated)
    assert (found.day, found.basis) == (day, basis)
    assert found.reasons
    assert found.evidence


INFERRED = [
    ("yesterday in brackets", "The force said yesterday (Tuesday, 4 March 2025) that it was sorry.", date(2025, 3, 5)),
    ("today in brackets", "He was told today (12 May 2023) that he had lost.", date(2023, 5, 12)),
    ("last night", "The vote was held last night, 31 December 2021.", date(2022, 1, 1)),
    ("days ago, beside the day", "It told staff two days ago, on 28 February 2024.", date(2024, 3, 1)),
    (
        "a weekday fixes the year, after the latest year in the text",
        "In October 2021 the chat was found. The officer was dismissed today, Wednesday 11 May.",
        date(2022, 5, 11),
    ),
    (
        "a weekday elsewhere in the text fixes the year",
        "The inquiry began in 2022. It opened on Monday 6 February. Two days ago he wrote to staff. On 9 February, he"
        " wrote again.",
        date(2023, 2, 11),
    ),
    (
        "the next sentence tells of the same",
        "It recalls the Sarah Everard case. Only three days ago she was defiant. On March 4, she said no. It began on"
        " Tuesday, 15 February.",
        date(2022, 3, 7),
    ),
    (
        "the year by its weekday",
        "The chat was found in 2023. He was sacked yesterday (Tuesday, 4 March).",
        date(2025, 3, 5),
    ),
    ("tomorrow", "He will appear tomorrow (Wednesday, 5 June 2024).", date(2024, 6, 4)),
    (
        "tomorrow, by its weekday",
        "The hearing opens tomorrow (Wednesday, 5 June). It was set up in 2023.",
        date(2024, 6, 4),
    ),
    ("the day first", "On Wednesday, 5 June 2024 (tomorrow) he will appear.", date(2024, 6, 4)),
    ("a year ago today", "A year ago today, on 3 May 2022, he was sacked.", date(2023, 5, 3)),
    ("weeks ago today", "Two weeks ago today (3 May 2022) he was sacked.", date(2022, 5, 17)),
    ("an anniversary today", "Today marks the fifth anniversary of the killing on 3 March 2021.", date(2026, 3, 3)),
    ("a week today", "He will be sentenced a week today (Wednesday, 12 June 2024).", date(2024, 6, 5)),
    ("the day before yesterday", "He left the day before yesterday (3 March 2025).", date(2025, 3, 5)),
    ("the day after tomorrow", "He will leave the day after tomorrow (7 March 2025).", date(2025, 3, 5)),
    ("yesterday's", "Yesterday's hearing (4 March 2025) was short.", date(2025, 3, 5)),
    ("the month first", "He was sacked yesterday afternoon (Tuesday, March 4, 2025).", date(2025, 3, 5)),
    (
        "a weekday's day for the record, and another weekday",
        "He was charged on 2 May 2024. On Tuesday (4 March) he was"
        " sacked. The force said today (Thursday) that it was sorry.",
        date(2025, 3, 6),
    ),
    (
        "last month beside its name",
        "The review was published last month (February 2024). He was sacked yesterday (Tuesday, 12 March).",
        date(2024, 3, 13),
    ),
    (
        "last month beside its name needs no weekday",
        "It came last month (February 2024). He was sacked yesterday (12 March).",
        date(2024, 3, 13),
    ),
    (
        "an agency's line without a year",
        "LONDON, Oct 7 (Reuters) - The force was set up in 2021. It was closed on Friday, 30 September.",
        date(2022, 10, 7),
    ),
    ("until 2030 is no bound", "He was told yesterday (4 March 2025). The plan runs until 2030.", date(2025, 3, 5)),
    (
        "what is still to come agrees",
        "He was told yesterday (4 March 2025). He will appear on 7 June 2025.",
        date(2025, 3, 5),
    ),
    (
        "two ties of one day",
        "He was told yesterday (4 March 2025) and will appear tomorrow (6 March).",
        date(2025, 3, 5),
    ),
    (
        "a quotation does not spoil it",
        "He was told yesterday (4 March 2025). He wrote: “Off tomorrow (6 May 2021).”",
        date(2025, 3, 5),
    ),
    (
        "said in a statement",
        "The force, set up in 2013, said in a statement yesterday (4 March 2025) that it was sorry.",
        date(2025, 3, 5),
    ),
    ("a coming day that marks a past one", "Tomorrow, 5 March 2025, marks a year since the killing.", date(2025, 3, 4)),
    ("a leap day", "He was sacked yesterday, 29 February 2024.", date(2024, 3, 1)),
    ("a milestone bounds the years", "The friends of Chris Kaba spoke yesterday (Monday, 6 March).", date(2023, 3, 7)),
    (
        "ahead and past bound the years",
        "In October 2021 the chat was found. He was sacked today, 11 May. He will be sentenced on 7 June 2022.",
        date(2022, 5, 11),
    ),
]


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
    ("what was written on a day", "On 4 March 2021 he wrote that he had been stopped yesterday, 3 March 2021."),
    (
        "a quotation after its day",
        "On 4 March 2021 he wrote: “I was sacked yesterday (3 March 2021)”. He left on Friday.",
    ),
    ("what was heard, with its day", "The court heard yesterday, on 4 March 2021, he sent a message."),
    ("what was heard, without a comma", "The court heard yesterday on 4 March 2021 he sent a message."),
    ("what was heard, after that", "The court heard today that on 4 March 2021 he sent it."),
    ("another day begins a clause", "Yesterday, 4 March 2021 was the day that he recalled."),
    ("days ago, and another year's day", "Three days ago he said he was sorry. On 4 March 2019, he sent the message."),
    ("no weekday and no year", "He was sacked yesterday (4 March). The chat was found in 2023."),
    (
        "a full date and another weekday",
        "He was sacked on Friday, 13 September 2024. The force said on Monday it was sorry.",
    ),
    (
        "a full date and its weekday",
        "He was sacked on Friday, 13 September 2024. On Friday he left the court in tears.",
    ),
    ("a weekday that the day has not", "He was sacked yesterday (Tuesday, 5 March 2025)."),
    ("two ties of two days", "He was sacked yesterday (4 March 2025). He was charged today (6 March 2025)."),
    ("a later day as past", "He was sacked yesterday (4 March 2025) and was jailed on 7 June 2025."),
    ("an earlier day as coming", "He will appear on 7 June 2024. He was told yesterday (9 June 2024)."),
    ("a month ago today, and another day", "He left a month ago today, and on 3 May 2022 he was charged."),
    ("a message", "The message, sent on 3 May 2021, read: See you tomorrow, 4 May 2021."),
    ("a message shown whole", "The officer wrote in the group:\n\nOff tomorrow, 4 May 2021\n\nHe was sacked."),
    ("single quotation marks", "'I was there yesterday (4 March 2021),' he wrote."),
    ("an anniversary that is over", "It was the fifth anniversary of the killing on 3 March 2021."),
    ("an anniversary about now", "The review marks the fifth anniversary of the killing on 3 March 2021."),
    ("a day ahead", "The hearing is due on 7 June 2024."),
    ("no year but a term's end", "The order runs until 2030. He was sacked today, Friday 13 September."),
    ("nowadays", "Policing today, 2024 and beyond."),
    ("figures that are read both ways", "He was seen yesterday (04/03/2025)."),
    ("until tomorrow", "The hearing was put off until tomorrow. On 4 March 2025 it met."),
    ("the next sentence's day", "By yesterday he had left. 4 March 2025 was his last day."),
    ("an older paper's yesterday", "A Mail story of 5 March 2021 said he was arrested yesterday (4 March 2021)."),
    ("a year's yesterday", "In 2021 he posted that he was stopped yesterday (4 March)."),
    ("what was said a week ago", "He said a week ago that today, 5 June 2024, he would go."),
    ("years ago, about", "He left two years ago, in March 2022."),
    ("last June", "Last June he was charged. In June 2022 he had been suspended."),
    ("next Tuesday", "He goes next Tuesday (4 March). The chat was found in 2023."),
    (
        "two weekdays with their days leave more than one",
        "In 2023 he was charged. It met on Tuesday (4 March). It will meet on Thursday (6 March).",
    ),
    ("a weekday offset alone", "He was sacked yesterday (Tuesday). The chat was found on 4 March 2025."),
    ("told of an earlier day without a word of it", "He was sacked on 4 March 2025. A day later he left."),
    ("a hearing's days", "The hearing, from 3 to 7 March 2025, heard that he had been warned."),
    ("a curfew's end", "He was bailed until 7 June 2024, and left the court today."),
    ("a note on the article", "This article was updated today, 5 June 2024. The chat was found in 2023."),
    ("an editor's note", "Editor’s note: amended yesterday (5 June 2024)."),
    (
        "a contract's end is no year that is known",
        "He was told that it ends in 2027. He left yesterday (Tuesday, 6 June).",
    ),
    ("a deadline's year", "It was set a 2027 deadline. He left yesterday (Tuesday, 6 June)."),
    ("a retirement to come", "He was told to retire in 2027. He left yesterday (Tuesday, 6 June)."),
    (
        "years after the latest one known, more than one has it",
        "It was found in 2013. He left today, Sunday 6 October.",
    ),
    ("the archive", "From the archive, 4 March 1995: the chief said yesterday (3 March 1995) that it was over."),
    ("a full date in brackets", "He was sacked on Friday (7 March 2025). He was sorry."),
    ("no leap day", "He was sacked yesterday, 29 February 2023."),
    ("an agency's line and nothing else", "LONDON, Oct 7 (Reuters) - The force was sorry."),
    (
        "both weekdays of a window's ends",
        "In 2024 he was charged. It met on Tuesday (4 March). Today (Tuesday) it was sorry.",
    ),
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
    assert milestones.latest("the IOPC, set up after Operation Hotton") == (date(2022, 2, 1), 23, 39)
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
    ("between May 3, 2021, and June 4, 2022", "2021-05-03/2022-06-04"),
    ("between Monday, 3 May 2021, and Saturday, 4 June 2022", "2021-05-03/2022-06-04"),
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
    ("He left on 3 May 2021, and 4 June 2022 was his last day.", ["2021-05-03", "2022-06-04"]),
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


WRONG = [
    "He was told yesterday (4 March 2025).",
    "He was charged on 2 May 2023.",
    "It met on Friday.",
    "It is due on 7 June 2024.",
]


@pytest.mark.parametrize("text", [text for _, text, _ in INFERRED] + [text for _, text in EMPTY] + WRONG)
def test_each_reason_has_its_words_in_the_text(text: str) -> None:
    found = publication(text)
    for reason in found.reasons:
        assert reason.start is not None
        assert reason.words == text[reason.start : reason.end]
        assert reason.reading
    assert bool(found.evidence) == bool(found.reasons)


READINGS = [
    ("He was told yesterday (4 March 2025).", "yesterday (4 March 2025)", "the day before the day published"),
    (
        "In 2023 it began. He was told yesterday (Tuesday, 4 March).",
        "Tuesday, 4 March",
        "4 March is a Tuesday in 2025 and in no other year from 2023 to 2026",
    ),
    ("He was charged on 2 May 2023.", "2 May 2023", "known to have happened, or begun, by then: not earlier"),
    ("It is due on 7 June 2024.", "7 June 2024", "still to come: not later"),
    ("It was on Friday.", "on Friday", "published on such a day or in the 7 days after it; no full date says which"),
]


@pytest.mark.parametrize(("text", "words", "reading"), READINGS)
def test_a_reason_says_what_follows_from_its_words(text: str, words: str, reading: str) -> None:
    assert (words, reading) in [(reason.words, reason.reading) for reason in publication(text).reasons]


def test_what_is_not_believed_says_why() -> None:
    found = publication(TOLD, Stated((date(2022, 1, 2), "2022-01-02"), line("8 June 2024")))
    assert [reason.reading for reason in found.reasons] == [
        "the page states the day published",
        "not taken for the day published: the text tells of 7 June 2024 as past",
    ]


MISSING = [
    ("It met on Friday.", "a weekday without a full date: “on Friday”"),
    ("He was charged on 2 May 2023.", "no words count to the day published; not before 2 May 2023"),
    ("He was sacked yesterday (4 March).", "no year is certain: “yesterday (4 March)”"),
    ("He was sacked yesterday (Tuesday, 5 March 2025).", "no calendar has “yesterday (Tuesday, 5 March 2025)”"),
    (
        "He was sacked yesterday (4 March 2025). He left today (6 March 2025).",
        "contradictory: “yesterday (4 March 2025)”, “today (6 March 2025)” and the other dates leave no day",
    ),
    ("He was sorry.", ""),
]


@pytest.mark.parametrize(("text", "evidence"), MISSING)
def test_where_nothing_is_fixed_it_says_what_is_missing(text: str, evidence: str) -> None:
    assert publication(text).evidence == evidence


MONTH_NAMES = timespan.MONTHS
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OFFSETS = {
    "today": 0,
    "this morning": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "three days ago": -3,
    "two days ago": -2,
}
OFFSETS |= {"the day before yesterday": -2, "the day after tomorrow": 2, "a week today": 7}
PLAIN = [
    "The officers are sorry.",
    "On Friday the chief spoke.",
    "He wrote: “Off tomorrow (Monday, 6 May 2019).”",
    "On 4 March 2001 he wrote that he was stopped yesterday, 3 March 2001.",
    "The order runs until 2060.",
    "Last June it was quiet.",
    "Sixty of 2000 officers left.",
]


def printed_day(day: date, weekday: bool, year: bool, month_first: bool = False) -> str:
    name = MONTH_NAMES[day.month - 1]
    body = f"{name} {day.day}" if month_first else f"{day.day} {name}"
    body += (", " if month_first else " ") + str(day.year) if year else ""
    return f"{WEEKDAY_NAMES[day.weekday()]}, {body}" if weekday else body


@st.composite
def offset_sentences(draw: st.DrawFn, published: date) -> str:
    words, count = draw(st.sampled_from(sorted(OFFSETS.items())))
    day = printed_day(published + timedelta(days=count), draw(st.booleans()), draw(st.booleans()), draw(st.booleans()))
    verb = "He will go" if count > 0 else "He was told"
    return draw(st.sampled_from(["{v} {w} ({d}).", "{v} {w}, {d}.", "{v} {w}, {d}, he said."])).format(
        v=verb, w=words, d=day
    )


@st.composite
def other_sentences(draw: st.DrawFn, published: date) -> str:
    before = published - timedelta(days=draw(st.integers(0, 1000)))
    recent = published - timedelta(days=draw(st.integers(0, 150)))
    coming = published + timedelta(days=draw(st.integers(0, 1000)))
    return draw(
        st.sampled_from(
            [
                f"He was charged on {printed_day(before, draw(st.booleans()), True)}.",
                f"It met on {printed_day(recent, True, False)}.",
                f"It met on {WEEKDAY_NAMES[recent.weekday()]}.",
                f"In {before.year} the chat was found.",
                f"It will meet on {printed_day(coming, draw(st.booleans()), True)}.",
                *PLAIN,
            ]
        )
    )


@settings(max_examples=400, deadline=None)
@given(st.data(), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_no_other_day_than_the_one_it_was_written_on(data: st.DataObject, published: date) -> None:
    told = [f"The force was set up on {printed_day(published - timedelta(days=400), False, True)}."]
    told += data.draw(st.lists(other_sentences(published), max_size=4))
    told += data.draw(st.lists(offset_sentences(published), max_size=3))
    text = data.draw(st.sampled_from([" ", "\n\n"])).join(data.draw(st.permutations(told)))
    assert publication(text).day in (published, None), text


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1995, 1, 1), date(2040, 12, 31)), st.sampled_from(sorted(OFFSETS.items())), st.booleans())
def test_a_full_day_and_an_offset_fix_any_day(published: date, offset: tuple[str, int], weekday: bool) -> None:
    words, count = offset
    named = printed_day(published + timedelta(days=count), weekday, True)
    assert publication(f"He {'will go' if count > 0 else 'left'} {words} ({named}).").day == published


@settings(max_examples=200, deadline=None)
@given(st.text("yesterday today 4 March 2025 (Tuesday)“”‘’'\".:\n on Friday ago", max_size=200))
def test_any_text_is_dated_or_not(text: str) -> None:
    found = publication(text)
    assert all(text[one.start : one.end] == one.words for one in found.reasons)


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


PARTS = [
    "He was told yesterday (4 March 2025) that it was due on Friday. ",
    "It met on Tuesday, 4 March; in 2023 he wrote: “tomorrow (5 May 2021)”, and left ",
    "today marks the fifth anniversary of ",
    "a year ago today, on 3 May 2022 ",
    "said on 4 March 2021 that ",
    "'twas 'twas \" “ ",
]


@pytest.mark.parametrize("part", PARTS)
def test_dating_a_long_text_takes_time_in_proportion(part: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        publication(text)
        return time.process_time() - start

    seconds(part * 50)
    assert seconds(part * 2000) < 20 * seconds(part * 200) + 0.5


@development.needed
def test_the_development_articles_are_dated_as_their_gold_says() -> None:
    import json

    for path in sorted(development.ARTICLES.glob("*.txt")):
        gold = json.loads((development.FOLDER / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        row = row_of(path.read_bytes())
        assert row["published"] == (gold["article"]["published"] or ""), path.name


@pytest.mark.parametrize(
    "module",
    [dating, beside, bounds, days, edtf, expression_module, inference, offsets, printed, quoted, stated_module, tense],
    ids=lambda one: one.__name__,
)
def test_the_examples_of_the_documentation(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
