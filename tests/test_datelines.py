"""The day on which a plain text says that it appeared: headers of many genres, and the days that are none of it."""

import pytest

from cuttings.furniture import clean
from one_file import row_of

TITLE = "Four constables suspended over chat about detainees"
LEAD = "Four constables of Wexcombe Police have been suspended over a chat about people whom they had locked up."
MORE = "The chat, which had eleven members, was found on a telephone that one of them had handed in to be mended."
DAY = "2024-04-04"

GIVEN = {
    "an agency and a paper": "dpa/The Harbour Post, 4 April 2024",
    "an agency with a small word": "Press Trust of Wexcombe | Apr 4, 2024, 18:42 IST",
    "a paper with an ampersand": "Tidewater & Marsh | Thursday 4 April 2024",
    "a time and a zone before the day": "Updated 6:12 PM MDT, April 4, 2024",
    "published with a zone": "Published 3:04 PM CDT, April 4, 2024",
    "published before it was updated": "Published 3:04 PM CDT, April 4, 2024\nUpdated 9:04 AM CDT, April 6, 2024",
    "updated above published": "Updated 9:04 AM CDT, April 6, 2024\nPublished 3:04 PM CDT, April 4, 2024",
    "posted and updated in a line": "Posted Thu 4 Apr 2024 at 4:12am, updated Sat 6 Apr 2024 at 9:00am",
    "posted and updated with bars": "Ida Oake · WBC News · Posted: Apr 04, 2024 4 AM NDT | Last Updated: Apr 6, 2024",
    "an update with a slash": "Updated / Thursday, 4 Apr 2024 19:31",
    "an update with an agency": "TNN / Updated: Apr 4, 2024, 09:12 IST",
    "an update in figures": "Last updated 14.32, Thu 4 Apr 2024",
    "a place at the end": "Published - April 04, 2024 09:12 pm IST - WEXCOMBE",
    "a zone down under": "Thu 4 Apr 2024 14.30 AEST",
    "German stand": "Stand: 04.04.2024, 17:15",
    "in French": "Le jeudi 4 avril 2024",
    "in German": "Donnerstag, 4. April 2024",
    "in Spanish": "Jueves 4 de abril de 2024",
    "in Dutch": "donderdag 4 april 2024",
    "in Polish": "Czwartek, 4 kwietnia 2024",
    "in Welsh": "Ebrill 4, 2024",
    "a newsletter's number": "Issue 61 – Thursday 4 April 2024",
    "a newsletter's short number": "No. 12, 4 April 2024",
    "volume and number": "Vol. 7, No. 3 | April 4, 2024",
    "an episode": "Episode 14 · 4 April 2024 · 42 min listen",
    "a week's end": "Week ending Thursday 4 April 2024",
    "a magazine with its day": "Weekend magazine | Thursday 4 April 2024",
    "live coverage": "Live coverage, 4 April 2024",
    "a broadcast": "By Oona Bright\nBroadcast: 4 April 2024",
    "an hour on air": "Aired April 4, 2024 - 20:00 ET",
    "a length beside it": "Aired April 4, 2024 | 7 min listen",
    "recorded before it was broadcast": "Recorded on 2 April 2024\nBroadcast on 4 April 2024",
    "a section and a byline": "Home affairs | Oona Bright-Vale | 4.4.24",
    "a byline with a place": "By Oona Bright at Wexcombe Crown Court | Published 17:58, 4 Apr 2024",
    "a paper, a section and a day posted": "Wexcombe Herald & Post — Courts — Posted on Thursday, April 4, 2024",
    "an answer that was tabled": "Answer tabled 4 April 2024",
    "who read it": "Thursday, 4th April 2024. Read by: Oona Bright",
    "the day of a document": "Date of this document: 4 April 2024",
    "a broadcaster's letters": "Broadcast 04/04/2024, 9.05am. E&OE",
    "a release": "FOR IMMEDIATE RELEASE | April 4, 2024",
    "a media release": "Media release – 4 April 2024",
    "a release with its number": "Press release 112/2024, 4 April 2024",
    "a statement's line": "Statement from the Chief Constable – 4 April 2024",
    "a page of a print edition": "Print edition: Page A4, April 4, 2024",
    "a court's remarks": "Wexcombe Crown Court: sentencing remarks, 4 April 2024",
    "a debate with its column": "Hansard, House of Lords, 4 April 2024, col 112",
    "a release's time": "Release time: 09:00, 4 April 2024",
    "an embargo": "Embargoed until 00:01, 4 April 2024",
    "an answer, not the question": "UIN 40213, tabled on 26 March 2024\nAnswered on 4 April 2024",
    "a debate": "Volume 740: debated on Thursday 4 April 2024",
    "a decision, not its hearing": "Hearing: 6 March 2024\nDecision issued: 4 April 2024",
    "a decision's date": "Hearing date: March 5, 2024\nDecision date: April 4, 2024",
    "heard and decided in a line": "Heard: 5 March 2024; Decided: 4 April 2024",
    "date of hearing, date of decision": "Date of hearing: 5 March 2024\nDate of decision: 4 April 2024",
    "the label on a line of its own": "Date of hearing:\n5 March 2024\nDate of decision:\n4 April 2024",
    "handed down": "Judgment handed down: 4 April 2024",
    "handed down on": "Handed down on 4 April 2024",
    "a notice and its decision": "Notice dated 11 January 2024\nDetermination: 4 April 2024",
    "a judgment's date in figures": "Date: 04/04/2024",
    "a request and its reply": "Request received: 8 March 2024\nResponse sent: 4 April 2024",
    "a bare day under a labelled one": "Published 4 April 2024\n8 April 2024",
    "a label beats a bare day above it": "6 April 2024\nPublished 4 April 2024",
    "a bare day above an update": "4 April 2024\nUpdated 6 April 2024",
    "dated like a deed": "Dated this 4th day of April 2024",
    "a page fetched later": "4 April 2024\nAccessed 9 May 2025",
}


def saved(head: str, foot: str = "", title: str = TITLE) -> bytes:
    return "\n\n".join(part for part in (title, head, LEAD, MORE, foot) if part).encode()


@pytest.mark.parametrize("head", GIVEN.values(), ids=GIVEN)
def test_a_header_gives_the_day(head: str) -> None:
    row = row_of(saved(head))
    assert (row["published"], row["published_basis"]) == (DAY, "stated")


@pytest.mark.parametrize("head", GIVEN.values(), ids=GIVEN)
def test_a_header_is_none_of_the_text(head: str) -> None:
    cleaned = clean(saved(head).decode())
    assert cleaned.title == TITLE
    assert cleaned.paragraphs == (LEAD, MORE)


NONE = {
    "an issue without a day": "Winter 2024 issue",
    "a month's issue": "April 2024 issue",
    "a hearing alone": "Hearing date: 4 April 2024",
    "a hearing's day under its name": "Date of hearing:\n4 April 2024",
    "a question without its answer": "UIN 40213, tabled on 4 April 2024",
    "a notice of a hearing": "Date: 4 April 2024\nTime: 10am\nVenue: Wexcombe Hall",
    "a day fetched": "Accessed 4 April 2024",
    "a court and its day": "Wexcombe Crown Court, 4 April 2024",
    "an operation's day": "Operation Sandpiper, 4 April 2024",
    "a day of the story": "Four people complained on 4 April 2024",
    "a closing date": "Closing date: 4 April 2024",
    "an archive's piece": "From the archive, 4 April 1995",
    "a conference": "Conference report | Leeds, 4-6 April 2024",
    "a chronology's first entry": "4 April 2024: The arrest",
    "a headline's day": "Four officers, 4 April 2024",
    "an archive's loading": "LOAD-DATE: April 4, 2024",
    "an incident": "Date of incident: 4 April 2024",
    "a day without its year": "Media release – 4 April",
}


@pytest.mark.parametrize("head", NONE.values(), ids=NONE)
def test_what_is_no_day_of_publication_gives_none(head: str) -> None:
    assert row_of(saved(head))["published"] == ""


FEET = {
    "the day alone": "4 April 2024",
    "an American day": "April 4, 2024",
    "a name and the day": "Wilma Oake\n4 April 2024",
    "a post and the day": "Wilma Oake\nChair of the Panel\n4 April 2024",
    "an answer printed": "Answer received on 4 April 2024 and printed in Questions and Answers No. 40.",
    "a reprint": "This article was first published on 4 April 2024.",
    "a label after a signature": "Wilma Oake, Chair\nDecision released: 4 April 2024",
    "the day above a rights line": "4 April 2024\n© Wexcombe Newspapers Ltd",
}


@pytest.mark.parametrize("foot", FEET.values(), ids=FEET)
def test_a_day_under_the_text(foot: str) -> None:
    assert row_of(saved("", foot))["published"] == DAY


NO_FEET = {
    "another story's": "Vole stops play at county match\n4 April 2024",
    "several": "Vole stops play\n4 April 2024\nSwan blocks canal\n5 April 2024",
    "the hearing's": "Hearing: 4 April 2024",
    "in a sentence": "The hearing will open on 4 April 2024.",
    "a decision in a sentence": "The decision was announced by the force on 4 April 2024.",
}


@pytest.mark.parametrize("foot", NO_FEET.values(), ids=NO_FEET)
def test_a_day_under_the_text_that_is_not_its_own(foot: str) -> None:
    assert row_of(saved("", foot))["published"] == ""


def test_a_head_is_believed_before_a_foot() -> None:
    assert row_of(saved("4 April 2024", "9 April 2024"))["published"] == DAY
    assert row_of(saved("Updated 4 April 2024", "9 April 2024"))["published"] == DAY
    assert row_of(saved("4 April 2024", "First published: 9 April 2024"))["published"] == DAY


SENTENCES = {
    "a judgment handed down": "This judgment was handed down remotely at 10.30am on 4 April 2024 by email.",
    "a speech": "The full text of the speech by Ida Oake to the Harbour Club on 4 April 2024. Check against it.",
    "remarks": "Remarks by Chief Constable Wilma Oake, 4 April 2024",
    "minutes": "Minutes of the meeting held at Wexcombe Hall on Thursday 4 April 2024",
}


@pytest.mark.parametrize("line", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_of_the_head_that_states_the_day(line: str) -> None:
    assert row_of(saved(line))["published"] == DAY


def test_minutes_that_were_posted_have_the_day_of_that() -> None:
    title = "Minutes of the meeting of the police committee held on 12 March 2024"
    assert row_of(saved("", title=title))["published"] == "2024-03-12"
    assert row_of(saved("Posted: 04/04/2024", title=title))["published"] == DAY


def test_an_update_is_the_day_only_where_no_other_is_printed() -> None:
    assert row_of(saved("Updated 9 April 2024"))["published"] == "2024-04-09"
    row = row_of(saved("Published 4 April\nUpdated 9 April 2024"))
    assert row["published"] == "" and row["updated"] == "2024-04-09"


def test_a_headline_of_sentences_above_a_dateline() -> None:
    title = "'I gave them my telephone so that they could help. They laughed at what was in it'"
    cleaned = clean(saved("Weekend magazine | 4 April 2024", title=title).decode())
    assert cleaned.title == title and cleaned.paragraphs == (LEAD, MORE)


def test_the_heading_of_the_first_item_of_a_newsletter_stays() -> None:
    hello = "Good morning to all who have joined us since the spring."
    text = f"The Night Desk: a letter about policing\n\nIssue 9 | 4 April 2024\n\n{hello}\n\nDOVER CHAT\n\n{LEAD}"
    assert clean(text).paragraphs == (hello, "DOVER CHAT", LEAD)


def test_a_court_or_a_page_is_no_author() -> None:
    assert row_of(saved("Wexcombe Crown Court: sentencing remarks, 4 April 2024"))["author"] == ""
    assert row_of(saved("Print edition: Page A4, April 4, 2024"))["author"] == ""


def test_names_beside_a_day_are_told_apart() -> None:
    row = row_of(saved("Wilma Oake · WBC News · Posted: Apr 4, 2024 6:00 AM MDT"))
    assert (row["author"], row["publisher"]) == ("Wilma Oake", "WBC News")
