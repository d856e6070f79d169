"""Headline sentences: computed from the tables, in grammar that fits none, one and several."""

import pandas as pd
import pytest

import made_run
from cuttings import tables
from cuttings.telling import headlines
from cuttings.vocabulary import load

VOCABULARY = load()


def told(data: dict[str, pd.DataFrame]) -> str:
    return "\n".join(headlines.sentences(data, VOCABULARY))


TITLES = {
    "no article": (made_run.empty(), "No article was read"),
    "one": (made_run.one(), "1 incident in 1 article"),
    "several": (made_run.few(), "7 incidents in 10 articles"),
    "many": (made_run.many(60), "60 incidents in 120 articles"),
}


@pytest.mark.parametrize(("run", "expected"), TITLES.values(), ids=TITLES)
def test_the_title_counts_main_incidents_and_articles_without_copies(run, expected):
    assert headlines.title(run.tables()) == expected


def test_articles_without_an_incident():
    run = made_run.MadeRun()
    run.article("a1", "A flower show", "There were flowers.")
    data = run.tables()
    assert headlines.title(data) == "No incident found"
    assert told(data) == "No incident was found.\n1 article was read."


def test_one_of_each():
    assert headlines.sentences(made_run.one().tables(), VOCABULARY) == [
        "The article tells of 1 incident.",
        "7 officers (6 serving, 1 former) are reported as subjects of the incident. To be a subject is no finding.",
        "Furthest stage reported: under investigation (1).",
        "First reported on 17 June 2022.",
        "None of 12 readings behind the incidents has been checked by a person.",
        "1 article was read.",
        "2 names are withheld from this report.",
    ]


def test_several_of_each():
    sentences = headlines.sentences(made_run.few().tables(), VOCABULARY)
    assert sentences[0] == "The articles tell of 9 incidents: 7 as the main matter of an article, 2 only as background."
    assert sentences[1].startswith("At least 27 officers (21 serving, 3 former) are reported as subjects of the main ")
    assert "1 of the incidents gives no number" in sentences[1]
    assert "First reports run from 2 November 2021 to 2 May 2024; 1 incident has no dated article." in sentences
    assert "1 of 2 checks of the figures does not hold, in 1 incident." in sentences
    assert "2 of 30 readings behind the incidents have been checked by a person." in sentences
    assert "11 articles were read; 1 of them is a copy of another; 2 files gave no article." in sentences


CHECKS = {
    "none made": ([], ""),
    "one, that holds": ([True], "1 check of the figures was made and holds."),
    "two, that hold": ([True, True], "2 checks of the figures were made and hold."),
    "one, that does not": ([False], "1 of 1 check of the figures does not hold, in 1 incident."),
    "two of three do not": ([False, True, False], "2 of 3 checks of the figures do not hold, in 1 incident."),
    "one that could not be made": ([None], ""),
}


@pytest.mark.parametrize(("holds", "expected"), CHECKS.values(), ids=CHECKS)
def test_checks_are_counted(holds, expected):
    data = made_run.one().tables()
    data["checks"] = tables.frame("checks", [{"incident_id": "i-harrowmere", "holds": one} for one in holds])
    assert ("check" in told(data).replace("checked", "")) == bool(expected)
    assert expected in told(data)


def test_one_officer_one_name_one_review():
    data = made_run.one().tables()
    data["incidents"] = data["incidents"].assign(officers_min=1, officers_max=1, officers_serving=1, officers_former=0)
    data["people"] = data["people"].head(1)
    data["claims"].loc[0, "decision"] = "accepted"
    assert "1 officer (1 serving) is reported as a subject of the incident." in told(data)
    assert "1 name is withheld" in told(data)
    assert "1 of 12 readings behind the incidents has been checked by a person." in told(data)


@pytest.mark.parametrize(
    "run", [made_run.empty(), made_run.one(), made_run.few(), made_run.many(60), made_run.hostile()]
)
def test_every_sentence_is_one(run):
    for sentence in headlines.sentences(run.tables(), VOCABULARY):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".") and ".." not in sentence and "  " not in sentence
        assert not {"nan", "<NA>", "None."} & set(sentence.split())
