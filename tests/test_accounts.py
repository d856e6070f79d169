from itertools import pairwise

import pytest

from annotated import doc_of

LEAD = "Four constables of Harrowmere Constabulary are under investigation over racist WhatsApp messages."

# article → the account of each sentence: 0 main, 1, 2 … others, None context
ARTICLES = [
    pytest.param([LEAD, "The four have been suspended."], [0, 0], id="one matter"),
    pytest.param(
        [
            "Officers from two forces and a former Kerrin Police constable face a hearing over a WhatsApp group.",
            "Four Harrowmere Constabulary officers and two from Dene Police are accused of racist messages.",
        ],
        [0, 0],
        id="as many forces as the opening speaks of",
    ),
    pytest.param(
        [LEAD, "Separately, two Kerrin Police officers were dismissed over a Signal group."], [0, 1], id="separately"
    ),
    pytest.param(
        [LEAD, "It comes as two Kerrin Police officers were dismissed over a Signal group."], [0, 1], id="it comes as"
    ),
    pytest.param(
        [LEAD, "Last year, two officers of Kerrin Police were dismissed over a Signal group."],
        [0, 1],
        id="another year and another force",
    ),
    pytest.param(
        [
            LEAD,
            "In a separate case, two Kerrin Police officers were dismissed over a Signal group.",
            "They had mocked a colleague.",
        ],
        [0, 1, 1],
        id="the other matter goes on",
    ),
    pytest.param(
        [
            LEAD,
            "In a separate case, two Kerrin Police officers were dismissed over a Signal group.",
            "The four Harrowmere constables deny wrongdoing.",
        ],
        [0, 1, 0],
        id="back to the main matter by its officers",
    ),
    pytest.param(
        [
            LEAD + " One is PC Dana Frome.",
            "In a separate case, two Kerrin Police officers were dismissed over a Signal group.",
            "Frome denies wrongdoing.",
        ],
        [0, 0, 1, 0],
        id="back to the main matter by a name",
    ),
    pytest.param(
        [
            LEAD,
            "In another case, two Kerrin Police officers were dismissed over a Signal group.",
            "Meanwhile, three Tarrow State Police troopers were fired over Facebook posts.",
        ],
        [0, 1, 2],
        id="two other matters",
    ),
    pytest.param(
        [
            LEAD,
            "In another case, a Kerrin Police officer was suspended over a text sent at a murder scene.",
            "The killer was a constable, Dan Orme, who himself had shared racist messages on WhatsApp.",
        ],
        [0, 1, 2],
        id="somebody whom another matter only comes by, and whose own it is",
    ),
    pytest.param(
        [
            LEAD,
            "In another case, a Kerrin Police officer was suspended over a text sent at a murder scene.",
            "The scene was guarded by a constable, Dan Orme, who himself has two children.",
        ],
        [0, 1, 1],
        id="himself, and nothing done",
    ),
    pytest.param(
        [LEAD, "A national review of the culture of policing was published in May."],
        [0, None],
        id="a review is context",
    ),
    pytest.param(
        [LEAD, "Elsewhere, a survey found that public confidence has fallen."], [0, None], id="a survey is context"
    ),
    pytest.param([LEAD, "Meanwhile, the weather was fine."], [0, None], id="nothing of the beat opens no matter"),
    pytest.param([LEAD, "On Monday, the four were told of it."], [0, 0], id="a date does not open a matter"),
    pytest.param(
        [LEAD, "The inquiry follows a complaint about the messages from a colleague of the four."],
        [0, 0],
        id="follows a complaint, in the same matter",
    ),
    pytest.param([LEAD, "Kerrin Police is leading the inquiry."], [0, 0], id="a force that only investigates"),
    pytest.param(
        [
            LEAD,
            "Two troopers of Tarrow State Police were fired in 2019 over Facebook posts.",
        ],
        [0, 1],
        id="another force's own officers, without a cue",
    ),
    pytest.param(
        [
            LEAD,
            "Two Kerrin Police officers were dismissed over a Signal group.",
            "Three Tarrow Police constables were sacked over memes.",
            "Two Kerrin Police officers have appealed against their dismissal over the messages.",
        ],
        [0, 1, 2, 1],
        id="back to another force's matter",
    ),
    pytest.param(
        [LEAD, "The case has echoes of that of two Kerrin Police officers dismissed over a Signal group."],
        [0, 0, 1],
        id="echoes, half-way through a sentence",
    ),
    pytest.param(
        [
            LEAD,
            "The four deny it.",
            "The hearing goes on.",
            "The panel sits again.",
            "In 2016 a Selby sergeant was given a final written warning for racist texts.",
        ],
        [0, 0, 0, 0, 1],
        id="an earlier case in passing",
    ),
    pytest.param(
        [
            LEAD,
            "They deny it.",
            "The hearing goes on.",
            "The panel sits again.",
            "PC Dana Frome, a sergeant until she retired in March 2021, was also convicted of sending racist texts.",
        ],
        [0, 0, 0, 0, 0],
        id="a year of somebody's life is no other matter's",
    ),
    pytest.param(
        [
            LEAD,
            "Last year, three Kerrin Police officers were sacked over racist texts.",
            "“Four officers are suspended,” a Harrowmere Constabulary spokesman said.",
        ],
        [0, 1, 0],
        id="as many officers of the main matter's force",
    ),
    pytest.param(
        [
            LEAD,
            "The four deny it.",
            "The hearing goes on.",
            "The force has been here before. A sergeant was sacked over texts in 2016.",
            "The four will be back on Monday.",
        ],
        [0, 0, 0, 0, 1, 0],
        id="been here before, and back",
    ),
    pytest.param(
        [LEAD, "It has no link to the case of a Kerrin Police sergeant sacked over texts. He admitted it in May."],
        [0, 0, 1, 1],
        id="on with the matter set apart",
    ),
    pytest.param(
        [LEAD, "The outcome came in the same week as a Kerrin Police sergeant was charged over a text message."],
        [0, 1],
        id="in the same week as",
    ),
]

ANOTHER = "Separately, two Kerrin Police officers were dismissed over a Signal group."

# article → relations between accounts
RELATIONS = [
    pytest.param(
        [LEAD, "The case is not linked to two Kerrin Police officers dismissed over a Signal group."],
        [(0, 1, "not_linked")],
        id="not linked to",
    ),
    pytest.param(
        [LEAD, "It is unrelated to the case of two Kerrin Police officers dismissed over a Signal group."],
        [(0, 1, "not_linked")],
        id="unrelated to",
    ),
    pytest.param(
        [LEAD, "The force said there was no connection with two Kerrin Police officers sacked over a Signal group."],
        [(0, 1, "not_linked")],
        id="no connection with",
    ),
    pytest.param(
        [LEAD, "The messages bore similarities to those for which two Kerrin Police officers were dismissed."],
        [(0, 1, "similar")],
        id="bore similarities to",
    ),
    pytest.param(
        [LEAD, "It is linked to the case of two Kerrin Police officers dismissed over a Signal group."],
        [(0, 1, "linked")],
        id="linked to",
    ),
    *(
        pytest.param(
            [LEAD, f"{said} linked to the case of two Kerrin Police officers dismissed over a Signal group{after}."],
            expected,
            id=said,
        )
        for said, after, expected in (
            ("There was no evidence that the matter was", "", [(0, 1, "not_linked")]),
            ("There is nothing to suggest that it is", "", [(0, 1, "not_linked")]),
            ("The force denied that the inquiry was", "", [(0, 1, "not_linked")]),
            ("The watchdog is looking at whether the matter is", "", []),
            ("It is not known if the messages are", "", []),
            ("Reports that it was", " are wrong", []),
            ("The force has confirmed that it is", "", [(0, 1, "linked")]),
        )
    ),
    pytest.param(
        [LEAD, f"{ANOTHER} It has nothing to do with this case."], [(0, 1, "not_linked")], id="nothing to do with this"
    ),
    pytest.param(
        [LEAD, ANOTHER, "The two inquiries have nothing in common."], [(0, 1, "not_linked")], id="nothing in common"
    ),
    pytest.param(
        [LEAD, ANOTHER, "The four constables said there was no connection with that case."],
        [(0, 1, "not_linked")],
        id="no connection with that case",
    ),
    pytest.param(
        [LEAD, "It is not the first time. In 2019 two Kerrin Police officers were sacked over a Signal group."],
        [(0, 1, "similar")],
        id="not the first time",
    ),
    pytest.param([LEAD, ANOTHER, "Both had no links to the far right."], [], id="no links to somebody else"),
    pytest.param([LEAD, "It is not the first time. The four had been warned."], [], id="not the first time of theirs"),
    pytest.param([LEAD, "The four were not related to each other."], [], id="not related to each other"),
    pytest.param([LEAD, "The phones were not connected to the network."], [], id="phones not connected"),
    pytest.param([LEAD, "The four have been suspended."], [], id="no relation"),
]


@pytest.mark.parametrize(("paragraphs", "expected"), ARTICLES)
def test_which_matter_each_sentence_tells_of(paragraphs, expected):
    segments = doc_of("\n\n".join(paragraphs)).user_data["segments"]
    assert [segment.account for segment in segments] == expected


@pytest.mark.parametrize(("paragraphs", "expected"), RELATIONS)
def test_stated_relations(paragraphs, expected):
    relations = doc_of("\n\n".join(paragraphs)).user_data["relations"]
    assert [(relation.left, relation.right, relation.relation) for relation in relations] == expected


@pytest.mark.parametrize("paragraphs", [row.values[0] for row in ARTICLES], ids=[row.id for row in ARTICLES])
def test_segments_cover_the_sentences_in_order(paragraphs):
    text = "\n\n".join(paragraphs)
    segments = doc_of(text).user_data["segments"]
    assert all(left.end <= right.start for left, right in pairwise(segments))
    assert "".join("".join(text[s.start : s.end] for s in segments).split()) == "".join(text.split())
