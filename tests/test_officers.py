import re

import pytest

from annotated import details
from cuttings import home
from cuttings.extract.counts.forms import FORMS, counted

# sentence → (count, status, kind) of each counted group, in order
COUNTED = [
    pytest.param(
        "Detectives have questioned two officers about a picture.", [("2", "unknown", "new")], id="questioned about it"
    ),
    pytest.param(
        "Files were opened on seven of the department's officers.", [("7", "unknown", "new")], id="of its own"
    ),
    pytest.param("Two custody sergeants were dismissed.", [("2", "unknown", "new")], id="custody sergeants are police"),
    pytest.param(
        "Five are constables. The other is a sergeant who retired in May.",
        [("5", "unknown", "part"), ("1", "former", "part")],
        id="the other is",
    ),
    pytest.param("A call handler was suspended.", [("1", "staff", "new")], id="a call handler"),
    pytest.param("Six serving officers are being investigated.", [("6", "serving", "new")], id="serving"),
    pytest.param("Nine ex-officers were written to.", [("9", "former", "new")], id="ex-officers"),
    pytest.param("Two retired detectives were interviewed.", [("2", "former", "new")], id="retired detectives"),
    pytest.param("Eleven police officers and staff shared it.", [("11", "unknown", "new")], id="officers and staff"),
    pytest.param("Three civilian workers used the chat.", [("3", "staff", "new")], id="civilian workers"),
    pytest.param(
        "Six serving officers and one former officer are accused.",
        [("6", "serving", "new"), ("1", "former", "new")],
        id="serving and former, each counted",
    ),
    pytest.param(
        "Four serving and three former officers are accused.",
        [("4", "serving", "new"), ("3", "former", "new")],
        id="serving and former with one noun",
    ),
    pytest.param("Seven current and former constables are accused.", [("7", "mixed", "new")], id="mixed"),
    pytest.param("At least five troopers were placed on leave.", [("5..", "unknown", "new")], id="at least"),
    pytest.param("As many as 30 officers may have seen it.", [("..30", "unknown", "new")], id="as many as"),
    pytest.param(
        "More than a dozen deputies were in the thread.", [("13..", "unknown", "new")], id="more than a dozen"
    ),
    pytest.param(
        "Between five and seven officers were in the thread.",
        [("5..7", "unknown", "new")],
        id="between two numbers",
    ),
    pytest.param("Five or six officers were in the thread.", [("5..6", "unknown", "new")], id="one number or the next"),
    pytest.param(
        "Fewer than ten officers are under suspicion.", [("..9", "unknown", "new")], id="fewer than is no count of ten"
    ),
    pytest.param("A total of 23 gardaí were disciplined.", [("23", "unknown", "new")], id="gardaí"),
    pytest.param("Three probationary constables were dismissed.", [("3", "unknown", "new")], id="probationers"),
    pytest.param("Two head constables were suspended in Kerrin.", [("2", "unknown", "new")], id="Indian rank"),
    pytest.param("Three senior constables were stood down.", [("3", "unknown", "new")], id="Australian rank"),
    pytest.param("Two sheriff's deputies were fired.", [("2", "unknown", "new")], id="sheriff's deputies"),
    pytest.param("A former inspector was also in the group.", [("1", "former", "new")], id="a single former one"),
    pytest.param("A serving police sergeant has been charged.", [("1", "serving", "new")], id="a single serving one"),
    pytest.param("All eight officers were suspended.", [("8", "unknown", "definite")], id="all eight"),
    pytest.param("The four constables deny it.", [("4", "unknown", "definite")], id="the four"),
    pytest.param("Both officers resigned.", [("2", "unknown", "definite")], id="both"),
    pytest.param("The pair were dismissed.", [("2", "unknown", "definite")], id="the pair"),
    pytest.param("The trio of constables deny it.", [("3", "unknown", "definite")], id="the trio"),
    pytest.param("Another two officers were added.", [("2", "unknown", "more")], id="another two"),
    pytest.param("Four more officers were suspended.", [("4", "unknown", "more")], id="four more"),
    pytest.param("The other two officers were cleared.", [("2", "unknown", "rest")], id="the other two"),
    pytest.param("The remaining three officers await a date.", [("3", "unknown", "rest")], id="the remaining three"),
    pytest.param("Trio charged over police texts", [("3", "unknown", "new")], id="a trio in a headline"),
    pytest.param("Two of the six officers resigned.", [("2", "unknown", "part")], id="two of the six"),
    pytest.param("One of them has since retired.", [("1", "former", "part")], id="one of them"),
    pytest.param(
        "Of the 14 officers, 12 received warnings, another resigned and one was cleared.",
        [("14", "unknown", "definite"), ("12", "unknown", "part"), ("1", "unknown", "part"), ("1", "unknown", "part")],
        id="a partition",
    ),
    pytest.param(
        "An officer who has since retired was in the chat.", [("1", "former", "new")], id="former by what follows"
    ),
    pytest.param("One of the six denies it.", [("1", "unknown", "part")], id="one of the six, and a verb"),
    pytest.param("Two of the six suspects resigned.", [("2", "unknown", "part")], id="some of the suspects"),
    pytest.param("Some 16 officers from two shifts took part.", [("16", "unknown", "new")], id="some 16"),
    pytest.param("Six officers arrested over texts", [("6", "unknown", "new")], id="those who were arrested"),
    pytest.param("It has four paragraphs. Two officers left.", [("2", "unknown", "new")], id="not across a full stop"),
    pytest.param(
        "Nine officers sent 40 messages. Two of the nine were sacked.",
        [("9", "unknown", "new"), ("2", "unknown", "part")],
        id="some of the nine officers, beside messages",
    ),
    pytest.param(
        "Three constables sent 40 messages. One of them denies it.",
        [("3", "unknown", "new"), ("1", "unknown", "part")],
        id="one of them, who denies it",
    ),
    pytest.param(
        "Five are constables and two are civilian detention officers.",
        [("5", "unknown", "part"), ("2", "unknown", "part")],
        id="are constables",
    ),
    pytest.param(
        "Three of the four are serving police officers.", [("3", "serving", "part")], id="three of the four are serving"
    ),
    pytest.param("Six of her workmates mocked her.", [("6", "unknown", "more")], id="workmates"),
    pytest.param("An eighth officer was dismissed.", [("1", "unknown", "more")], id="an eighth"),
    pytest.param("An eleventh was dismissed.", [("1", "unknown", "more")], id="an eleventh, alone"),
]

NOBODY = [
    "It began when the phone of a former constable was examined.",
    pytest.param("Investigators interviewed 40 officers about the culture of the station.", id="heard about a culture"),
    pytest.param("In the chat was a staff sergeant of the Bundeswehr.", id="a sergeant of an army"),
    pytest.param("The force has 3,400 officers.", id="a force's strength"),
    pytest.param("The force, which has 240 officers, is small.", id="a small force's strength"),
    pytest.param("Some 900 officers patrol the city.", id="those who patrol"),
    pytest.param("The city plans to hire 60 officers.", id="recruitment"),
    pytest.param("They exchanged 240 messages over six months.", id="messages and months"),
    pytest.param("He faces twelve counts of misconduct.", id="counts of an indictment"),
    pytest.param("Two officers who complained about the chat were moved.", id="those who complained"),
    pytest.param("Three officers gave evidence against him.", id="witnesses"),
    pytest.param("Four officers were injured in the crush.", id="the injured"),
    pytest.param("A sixth officer who got some of the texts was interviewed as a witness.", id="heard as a witness"),
    pytest.param("The board sustained 14 of 16 administrative charges against him.", id="some of the charges"),
    pytest.param("Messages mocked two female officers.", id="those mocked"),
    pytest.param("Two officers were mocked in the messages.", id="those mocked, as subject"),
    pytest.param("Five prison officers were suspended over a chat.", id="prison officers"),
    pytest.param("Six fire officers shared the video.", id="fire officers"),
    pytest.param("Three custody officers at the jail were fired.", id="custody officers"),
    pytest.param("Seven council officers shared the image.", id="council officers"),
    pytest.param("Some 48 people attended the meeting.", id="an audience of no police"),
    pytest.param("He sent it at 10pm to 3rd Battalion friends in 2019.", id="times, ordinals and years"),
    pytest.param("The group chat had 48 members.", id="a chat's size"),
    pytest.param("Two officers arrested the man at his home.", id="those who made an arrest"),
    pytest.param("Ten officers were praised for saving a child.", id="those praised"),
    pytest.param("Three victims were police officers' daughters.", id="victims"),
    pytest.param("The panel upheld seven of nine allegations.", id="some of the allegations"),
    pytest.param("He faced nine allegations. Seven of the nine were proved.", id="some of the nine allegations"),
    pytest.param("She sent 31 messages to friends, and 14 of the 31 were racist.", id="some of the messages"),
    pytest.param("The paper has seen 40 screenshots. All 40 were deleted.", id="all forty screenshots"),
    pytest.param("Eleven of the 13 players work elsewhere.", id="some of the players"),
    pytest.param("Three complainants came. One of them, Bea Lunt, wept.", id="one of the complainants"),
    pytest.param("A former constable, Bea Lunt, who reported the chat, was glad.", id="a named one who reported it"),
    pytest.param("A sergeant who first brought the chat to light spoke.", id="who brought it to light"),
]


@pytest.mark.parametrize(("sentence", "expected"), COUNTED)
def test_counted_police(sentence, expected):
    assert details(sentence, "OFFICERS", "status", "kind") == expected


@pytest.mark.parametrize("sentence", NOBODY)
def test_numbers_that_count_no_subject(sentence):

    counted = details(sentence, "OFFICERS", "head", "kind")
    assert [found for found in counted if found[1] != "weak"] == []


@pytest.mark.parametrize(
    ("sentence", "rank"),
    [
        ("Two sergeants were suspended.", "sergeants"),
        ("A former inspector resigned.", "inspector"),
        ("Six officers were suspended.", ""),
        ("Three PCs were suspended.", "pcs"),
    ],
)
def test_the_rank_of_counted_police(sentence, rank):
    assert details(sentence, "OFFICERS", "rank")[0][1].lower() == rank


def test_a_part_knows_its_whole():
    assert details("Two of the six officers resigned.", "OFFICERS", "of") == [("2", "6")]


@pytest.mark.parametrize("path", sorted(home.example_articles().rglob("*.txt")), ids=lambda path: path.stem)
def test_no_form_begins_with_another_word_than_it_is_tried_at(path):
    text, expected = path.read_text("utf-8"), []
    for form, pattern in FORMS.items():
        reached = 0
        for word in re.finditer(r"\w+", text):
            if word.start() >= reached and (match := pattern.match(text, word.start())):
                reached = match.end()
                expected.append((form, match.span()))
    assert [(form, match.span()) for form, match in counted(text)] == expected
