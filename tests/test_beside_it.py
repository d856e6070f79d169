"""What stands beside a matter in its article and is not its own: said of nobody, of others, or of another deed."""

import pytest

from annotated import assembled, main_claims, of, texts_of

OPEN = "Three Kerrin Police constables are under investigation over racist WhatsApp messages, the force said on Monday."
WRITTEN = (
    "The messages were sent between 2020 and 2022.\n\nThey came to light when a phone was examined.\n\n"
    "The chief said that the public deserved better.\n\n"
)

# article → stage of its main incident
STAGES = [
    pytest.param(
        "Kerrin Police has referred itself to the watchdog over a racist picture of a man in a cell, which a "
        "constable is "
        "alleged to have posted on Snapchat.\n\nThe man, 29, had been held overnight in Kerrin on suspicion of public "
        "order offences.",
        "referred",
        id="whom they had arrested",
    ),
    pytest.param(
        f"{OPEN}\n\n{WRITTEN}“There has been no hearing and there have been no dismissals,” the chief said.\n\n"
        "A page of results on the force's site says that a constable had been dismissed. He had claimed for fuel.",
        "under_investigation",
        id="nobody has been dismissed",
    ),
    pytest.param(
        f"{OPEN}\n\nA gossip page told its followers that three constables had been sacked on the spot. It was not so.",
        "under_investigation",
        id="a rumour that is not so",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, denies sending sexist texts to trainees, a hearing was told.\n\nOpening the "
        "case, Ann Vale, for the force, said that they were not wanted.\n\nProsecutors had decided against charges.",
        "misconduct_hearing",
        id="a force opens its case",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, accused of sending racist messages, has appeared before Dene Magistrates' "
        "Court.\n\nShe faces two charges. The court heard that they were posted on Facebook.\n\nNo plea was entered.",
        "charged",
        id="a first appearance",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, must be heard again over racist memes sent on Signal.\n\nThe finding "
        "and the dismissal were wiped out by a tribunal on Monday, which ordered a fresh hearing.",
        "misconduct_hearing",
        id="wiped out",
    ),
    pytest.param(
        "A former Kerrin Police detective has been charged with sharing photographs of victims on WhatsApp.\n\nTwo "
        "convictions in cases of his have been vacated so far.",
        "charged",
        id="convictions of those whom he arrested",
    ),
    pytest.param(
        "For two years a Kerrin Police sergeant, Dana Frome, filled a WhatsApp chat with racist jokes.\n\n"
        "It began with swaps of shifts.\n\nThen came the captions.\n\nShe left in August.\n\n"
        "Her name will be sent to the College of Policing for its barred list.",
        "concluded_sanction",
        id="a name for the barred list",
    ),
]

# article → officers_total
TOTALS = [
    pytest.param(
        "A Kerrin Police constable, Dana Frome, has been convicted over racist Facebook posts.\n\nHer colleague, PC "
        "Lee Ash, was acquitted.\n\nThe thread was shared by the pair and five other men, none of them police.",
        "2",
        id="none of them police",
    ),
    pytest.param(
        "A clerk on the texts that emptied the Kerrin Police Department.\n\nThere were six sworn officers when she "
        "started, she says.\n\nA thread stood open between Officer Lee Ash and Officer Kit Moor. They mocked Jewish "
        "people.\n\nAsh and Moor resigned.",
        "2",
        id="all that a department had",
    ),
    pytest.param("Two police are on trial over racist WhatsApp messages. They serve in Kerrin.", "2", id="two police"),
]

NONE = [
    pytest.param(
        "Stalker who bombarded Kerrin policewoman with WhatsApp filth is jailed\n\nA man who sent 2,600 messages to "
        "the "
        "police officer who had once arrested him has been locked up.\n\nLeon Kost got hold of PC Bethan Aver's "
        "number. "
        "Some of what he sent was misogynistic.\n\nPC Aver, of Kerrin Police, feared she might be in trouble for "
        "failing "
        "to report it.\n\nKost, 41, pleaded guilty to stalking.",
        id="the officer who had arrested him",
    ),
    pytest.param(
        "Six firefighters off the job over Signal chat; police chief says his officers ‘clean’\n\nSix members of the "
        "city fire "
        "department have been fired over a Signal chat in which they traded racist memes.\n\nThe firehouse shares a "
        "lot "
        "with the Kerrin Police Department. Rumors spread that patrol officers had been in the chat too.\n\nThey were "
        "not in it, Police Chief Alonzo Figg said.",
        id="firefighters, and a police chief who speaks",
    ),
    pytest.param(
        "Corporal who read the hate mail: Joan Pelletier, 1951–2023\n\nCpl. Pelletier, who died on November 19 at "
        "home, was one "
        "of the earliest women of the RCMP. She was once docked two days' pay.\n\nIn 2004 a teacher was convicted of "
        "sending racist messages, which she had read.",
        id="a life",
    ),
    pytest.param(
        "Minutes of the Kerrin Police Services Board\n\nPresent: Councillor F. Aber (Chair).\n\nThe deputy chief "
        "presented a "
        "policy on WhatsApp.\n\nNine cadets are at the College.\n\nA letter on four firefighters dismissed after "
        "sharing obscene pictures in a WhatsApp group was noted.",
        id="a board's minutes, with cadets and firefighters",
    ),
    pytest.param(
        "How a fire station’s chat ended in a police raid, and what a detective learned\n\nDetective Constable "
        "Farrah Nutt had "
        "never been inside a fire station until she came to search one.\n\nShe had a warrant, two colleagues from "
        "Kerrin "
        "Police and bags; the firefighters were eating. The chat was on WhatsApp. Seven firefighters were "
        "dismissed.\n\n"
        "“A constable dismissed tonight can’t be a constable tomorrow,” she says. Former PC Kieran Ath was jailed for "
        "stealing cash.\n\nHe was dismissed from the force in December, after he pleaded guilty.",
        id="a detective who searched a fire station",
    ),
    pytest.param(
        "In brief\n\nCONST. IVAN BROD: He got a conditional discharge for shoving a handcuffed man in Kerrin. Video "
        "did "
        "for him.",
        id="video did for him",
    ),
    pytest.param(
        "WhatsApp clip that went round an estate ends PC's career\n\nA Kerrin Police constable who kicked a boy has "
        "been dismissed after footage of the arrest was passed on by WhatsApp.\n\nHe was found to have committed "
        "gross misconduct.",
        id="a clip of what he did",
    ),
    pytest.param(
        "Constables suspended after beating clip does the rounds on WhatsApp\n\nTwo Kerrin Police constables were "
        "suspended on Tuesday after a video of them thrashing a vendor was forwarded to thousands of phones.",
        id="a beating that others shared",
    ),
]

SOME = [
    pytest.param(
        "Kerrin Police ‘aware’ of screenshots said to show officers joking about Travellers\n\nScreenshots that "
        "appear to "
        "show officers of Kerrin Police trading slurs about Travellers have been handed to this newspaper. They come "
        "from a Signal group.",
        id="officers whom nobody counts or names",
    ),
    pytest.param(
        "“I printed them”: a talk with a clerk\n\nThe texts emptied a small police department, that of Kerrin.\n\n"
        "A thread stood open between Officer Lee Ash and Officer Kit Moor, of the Kerrin Police Department. They were "
        "ranking women they had stopped.\n\nBefore a word was written, Ash and Moor turned in their badges.",
        id="those who left over it",
    ),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("beside"), texts_of([*STAGES, *TOTALS, *NONE, *SOME]))


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_how_far_it_has_got(run, text, stage):
    assert of(main_claims(run, text), "stage") == [stage]


@pytest.mark.parametrize(("text", "total"), TOTALS)
def test_how_many(run, text, total):
    assert of(main_claims(run, text), "officers_total") == [total]


@pytest.mark.parametrize("text", NONE)
def test_no_incident(run, text):
    assert main_claims(run, text).empty


@pytest.mark.parametrize("text", SOME)
def test_an_incident(run, text):
    assert not main_claims(run, text).empty
