"""Kinds of conduct that an article puts into words of its own."""

import pytest

from annotated import values

TOLD = [
    pytest.param(
        "They swapped a photograph of a dying man.", ["sharing_case_material"], id="swapped, which no duty is"
    ),
    pytest.param("The posts are said to include jeers about a gay sergeant.", ["homophobic"], id="jeers about"),
    pytest.param("They made sport of wife-beating.", ["violence_joke"], id="made sport of"),
    pytest.param("The mosque next door was the butt of a rhyme about ringing.", ["islamophobic"], id="act after"),
    pytest.param("A rhyme about Travellers went from phone to phone.", ["racist"], id="a rhyme about"),
    pytest.param("Women who came to the desk were scored out of ten.", ["sexist"], id="scored"),
    pytest.param("One message compared wheelchair users to shopping trolleys.", ["ableist"], id="compared to"),
    pytest.param("They laughed at his caste.", ["sectarian"], id="caste"),
    pytest.param("A cartoon of the Holocaust memorial was posted.", ["antisemitic"], id="a cartoon of"),
    pytest.param("He passed custody footage to a friend.", ["sharing_case_material"], id="passed on"),
    pytest.param("A picture of a drowned man was doing the rounds.", ["sharing_case_material"], id="the rounds"),
    pytest.param(
        "Photographs from incident scenes were passed around.", ["sharing_case_material"], id="from incident scenes"
    ),
    pytest.param("They shared images of people who had died.", ["sharing_case_material"], id="of people who had died"),
    pytest.param(
        "She posted a photograph of a man in handcuffs.", ["sharing_case_material"], id="of a man in handcuffs"
    ),
    pytest.param("He sold details from the force's computer.", ["sharing_case_material"], id="details from a computer"),
    pytest.param("They sneered at rape victims who rang.", ["derogatory", "misogynistic"], id="rape victims"),
    pytest.param("They swapped jokes about bodies of women.", ["misogynistic"], id="bodies of women"),
    pytest.param("He texted two crime victims late at night.", ["sexual_misconduct"], id="texted victims"),
]

# Content that hardly ever is told of but to deride somebody: that a message tells of it is enough
CONTENT = [
    pytest.param("She wrote that a Kurdish barber should try it in English.", ["racist"], id="wrote that"),
    pytest.param("Another picture of a hijab went round.", ["islamophobic"], id="a picture of"),
    pytest.param("One said that the Holocaust never was.", ["antisemitic"], id="one said"),
    pytest.param("He likened a trans woman at the counter to a pantomime.", ["transphobic"], id="likened"),
    pytest.param("The clip of somebody's epileptic fit was set to music.", ["ableist"], id="the clip of"),
    pytest.param("He posted that women belong at the sink.", ["sexist"], id="women belong"),
]

NOT_TOLD = [
    pytest.param("He wrote to Muslim leaders to apologise.", id="addressed to them"),
    pytest.param("The post was reported by a gay sergeant.", id="by one of them"),
    pytest.param("The mosque opened its doors on Friday.", id="content that nobody tells of"),
    pytest.param("The video shows a patient crowd.", id="no patient"),
    pytest.param("A gay sergeant leads the unit.", id="about nobody's words"),
    pytest.param("The jeers came from the stand.", id="an act about nobody"),
    pytest.param("He laughed at the food. A gay sergeant leads the unit.", id="in two sentences"),
    pytest.param(
        "He laughed at the food, the weather, the shifts, the canteen, the cars, the radio and the tea, and later met "
        "a gay sergeant.",
        id="too far apart",
    ),
    pytest.param("Detectives viewed the minutes of the women's institute.", id="an act of another code"),
]


DUTIES = [
    pytest.param(
        "Officer B has not been on front-line work since May.", ["restricted_duties"], id="not on front-line work"
    ),
    pytest.param(
        "None of the six is doing work that brings them into contact with the public.",
        ["restricted_duties"],
        id="none of the six",
    ),
    pytest.param("The man had been told not to come to work.", ["suspended"], id="told not to come to work"),
    pytest.param("In the street he did nothing wrong.", [], id="in the street"),
    pytest.param("Front-line work is not what troubled them.", [], id="in another order"),
]


@pytest.mark.parametrize(("text", "expected"), DUTIES)
def test_a_duty_told_in_other_words(text: str, expected: list[str]) -> None:
    assert values(text, "SANCTION") == expected


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_paraphrase_is_read_as_its_kind_of_conduct(text: str, expected: list[str]) -> None:
    assert values(text, "ALLEGATION") == expected


@pytest.mark.parametrize(("text", "expected"), CONTENT)
def test_content_needs_no_more_than_that_a_message_tells_of_it(text: str, expected: list[str]) -> None:
    assert values(text, "ALLEGATION") == expected


@pytest.mark.parametrize("text", NOT_TOLD)
def test_half_a_paraphrase_is_none(text: str) -> None:
    assert values(text, "ALLEGATION") == []
