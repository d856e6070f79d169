"""What became of people whom an article only tells of is no step of the police's."""

import pytest

from annotated import assembled, main_claims, of, texts_of

OPENING = "Three Kerrin Police constables are under investigation over racist WhatsApp messages. "
SHARED = "Three Kerrin Police constables shared racist WhatsApp messages. "

# what follows the opening → nothing of it is a step of the constables
PASSERS_BY = [
    pytest.param(
        OPENING + "PC Dana Frome, who reported the chat, had been fired in 2021 over overtime.", id="who reported it"
    ),
    pytest.param(
        OPENING + "One posted the woman's booking picture. She had been arrested over a missed date.",
        id="she, whom they met",
    ),
    pytest.param(
        OPENING + "Wayne Hollis, whom they had mocked, was jailed for nine years.", id="somebody named who was jailed"
    ),
    pytest.param(
        OPENING + "The messages were about Marcus Tell, who got life for murder.", id="somebody named who got life"
    ),
    pytest.param(OPENING + "The force sacked a cleaner over the leak.", id="a cleaner"),
    pytest.param(OPENING + "Its former chief was found guilty of fraud in 2015.", id="a chief of long ago"),
    pytest.param(OPENING + "The club dismissed its coach, who was in the group.", id="a coach"),
    pytest.param(
        OPENING + "In the same court, a man was sentenced to six years for robbery.", id="another man in the same court"
    ),
    pytest.param(OPENING + "They laughed at a pensioner who had pleaded guilty to shoplifting.", id="a pensioner"),
    pytest.param(OPENING + "The suspect in the video, 19, has since been convicted.", id="a suspect in a video"),
    pytest.param(OPENING + "Their victim's abuser received a 12-year sentence.", id="their victim's abuser"),
    pytest.param(OPENING + "A judge had jailed the man shown in the pictures.", id="a judge who jailed him"),
    pytest.param(
        OPENING + "Another message celebrated the conviction of an activist.", id="the conviction of an activist"
    ),
    pytest.param(OPENING + "Campaigners want them sacked and jailed.", id="what campaigners want"),
    pytest.param(
        OPENING + "Two members of the public were charged with sharing the clip.", id="two members of the public"
    ),
    pytest.param(OPENING + "The woman who recorded the officers was fined \u00a3300.", id="a woman who recorded them"),
    pytest.param(OPENING + "A burglar whose arrest they joked about got 14 months.", id="a burglar"),
    pytest.param(OPENING + "The man they mocked received a suspended sentence in May.", id="whom they mocked"),
    pytest.param(OPENING + "Her killer was given a life sentence.", id="a killer"),
    pytest.param(OPENING + "The woman's former partner pleaded guilty to assault last year.", id="a former partner"),
    pytest.param(OPENING + "A teenager they laughed at was convicted of theft in 2021.", id="a teenager"),
    pytest.param(
        OPENING + "The husband of the woman in the photograph was jailed for her murder.",
        id="a husband, jailed for murder",
    ),
    pytest.param(OPENING + "A councillor who shared the messages lost his job.", id="a councillor's job"),
    pytest.param(OPENING + "A prison officer in the group was sacked in March.", id="a prison officer"),
    pytest.param(OPENING + "A firefighter who was in the chat has been dismissed.", id="a firefighter"),
    pytest.param(OPENING + "The drug dealer in the video is serving four years.", id="a dealer in a video"),
    pytest.param(
        OPENING + "A civilian who leaked the messages was charged with computer misuse.", id="a civilian who leaked"
    ),
    pytest.param(OPENING + "One message mocked a man who had been jailed.", id="mocked a man who had been jailed"),
    pytest.param(OPENING + "A former minister who defended them resigned on Monday.", id="a minister who resigned"),
    pytest.param(OPENING + "The chief constable retired in May.", id="a chief who retired"),
    pytest.param(OPENING + "Twenty-two people have been jailed over the disorder.", id="those jailed over a riot"),
    pytest.param(OPENING + "The man in the clip was fined £200.", id="a man in a clip"),
    pytest.param(
        OPENING + "The complaint came from a mother whose son was arrested in 2019.", id="a complainant's son"
    ),
    pytest.param(OPENING + "They joked about a rapist who got eight years.", id="a rapist in a joke"),
    pytest.param(OPENING + "A man was arrested on suspicion of leaking the messages.", id="a man arrested for leaking"),
    pytest.param(OPENING + "A protester seen in the pictures was later convicted.", id="a protester in a picture"),
    pytest.param(
        OPENING + "A journalist who published them was threatened with prosecution and charged.", id="a journalist"
    ),
    pytest.param(OPENING + "The victim's attacker was sent down for nine years.", id="a victim's attacker"),
    pytest.param(
        OPENING + "A neighbour admitted sending abuse to one of the officers and was given a community order.",
        id="a neighbour who sent abuse to an officer",
    ),
    pytest.param(OPENING + "A nurse who forwarded the clip was struck off.", id="a nurse"),
    pytest.param(
        OPENING + "Two teenagers in the film were handed cautions and one was sentenced to 100 hours of unpaid work.",
        id="teenagers in a film",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages. A drug dealer "
        "whom they mocked went to prison in May.",
        id="another went to prison",
    ),
    pytest.param(
        "Three Kerrin Police constables are under investigation over racist WhatsApp messages about a woman "
        "whose husband was sent to prison.",
        id="victim's abuser sent to prison",
    ),
]

# article → stage: others stand in the sentence, and yet the step is the officers'
THEIR_OWN = [
    pytest.param(
        "A minister sacked three Kerrin Police constables over racist WhatsApp messages.",
        "concluded_sanction",
        id="a minister who sacked them",
    ),
    pytest.param(
        SHARED + "A complainant said she felt sick, and the three constables got 14 months.",
        "sentenced",
        id="a victim's words, and the officer's sentence",
    ),
    pytest.param(
        "Three Kerrin Police constables who mocked a burglar on WhatsApp got 14 months.",
        "sentenced",
        id="who mocked a burglar",
    ),
    pytest.param(
        SHARED + "The victim's mother watched as the three officers were jailed on Friday.",
        "sentenced",
        id="the victim saw them jailed",
    ),
    pytest.param(
        "A father of two who is a Kerrin Police constable was jailed over racist WhatsApp messages.",
        "sentenced",
        id="a father who is a constable",
    ),
    pytest.param(
        "A student police officer with Kerrin Police was sacked over racist WhatsApp messages.",
        "concluded_sanction",
        id="a student officer",
    ),
    pytest.param(
        "A former soldier, PC Dana Frome, of Kerrin Police, was dismissed over racist WhatsApp messages.",
        "concluded_sanction",
        id="a soldier turned constable",
    ),
    pytest.param(
        SHARED + "A neighbour reported the messages and the constables were convicted.",
        "convicted",
        id="a neighbour reported them",
    ),
    pytest.param(
        "A journalist saw the racist WhatsApp messages, and three Kerrin Police constables were dismissed.",
        "concluded_sanction",
        id="a journalist found them",
    ),
    pytest.param(
        SHARED + "Drivers whom they stopped complained. All three were dismissed on Friday.",
        "concluded_sanction",
        id="the drivers whom they stopped",
    ),
    pytest.param(
        "Three Kerrin Police constables shared racist WhatsApp messages about a burglar. His mother heard that "
        "they had pleaded guilty.",
        "convicted",
        id="their victims heard",
    ),
    pytest.param(
        SHARED + "One of the victims told the court that the men had ruined her life before they were jailed.",
        "sentenced",
        id="one of the victims said he",
    ),
    pytest.param(
        SHARED + "The teenager whom they mocked was told on Friday that all three constables had been sacked.",
        "concluded_sanction",
        id="a teenager was mocked, and it cost jobs",
    ),
    pytest.param(
        SHARED + "After a teacher complained, the three were each given a final written warning.",
        "concluded_sanction",
        id="after a teacher complained",
    ),
    pytest.param(
        "Three Kerrin Police constables who sent a nurse racist WhatsApp messages received suspended sentences.",
        "sentenced",
        id="officers who sent a nurse pictures",
    ),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("passers_by"), texts_of([*PASSERS_BY, *THEIR_OWN]))


@pytest.mark.parametrize("text", PASSERS_BY)
def test_what_became_of_a_passer_by_is_no_stage_of_theirs(run, text):
    claims = main_claims(run, text)
    assert of(claims, "stage") == ["under_investigation"]
    assert of(claims, "sanction") == []


@pytest.mark.parametrize(("text", "expected"), THEIR_OWN)
def test_officers_beside_a_passer_by_keep_their_step(run, text, expected):
    assert of(main_claims(run, text), "stage") == [expected]
