"""What a watchdog or another body does, or is given, tells how far a matter has got."""

import pytest

from annotated import assembled, details, main_claims, of, texts_of

# sentence → stages that are asserted in it
IN_HAND = [
    pytest.param(
        "The council forwarded what its residents had sent in to the Tarrow Police Conduct Commission.",
        {"referred"},
        id="forwarded to one that no list has",
    ),
    pytest.param("The force flagged his posts to the watchdog.", {"referred"}, id="flagged to the watchdog"),
    pytest.param("The Police Ombudsman was notified on Sunday.", {"referred"}, id="was notified"),
    pytest.param("Professional standards are going through his phone.", {"under_investigation"}, id="going through"),
    pytest.param(
        "Detectives from a neighbouring force have been brought in.", {"under_investigation"}, id="another force's"
    ),
    pytest.param(
        "Internal affairs of the Tarrow County Sheriff's Office agreed on Monday to carry out interviews.",
        {"under_investigation"},
        id="agreed to",
    ),
    pytest.param(
        "Two are on other duties while professional standards investigates.",
        {"under_investigation"},
        id="while it does",
    ),
    pytest.param(
        "The watchdog said its investigators were going through the texts.",
        {"under_investigation"},
        id="its investigators",
    ),
    pytest.param("The force sent his texts to the regulator.", {"referred"}, id="the regulator"),
    pytest.param("The Police Ombudsman investigates complaints.", set(), id="what it does"),
    pytest.param("The Police Ombudsman was not informed.", set(), id="was not informed"),
    pytest.param("The union wants the posts passed to the watchdog.", set(), id="wants them passed on"),
    pytest.param("He sent flowers to the hospital.", set(), id="to nobody who looks into it"),
]

SAID = "Two Kerrin Police constables were suspended over racist WhatsApp messages.\n\n"

# article → bodies of its main incident
BODIES = [
    pytest.param(
        SAID + "The force sent a file on the matter to the Independent Office for Police Conduct.",
        ["Independent Office for Police Conduct"],
        id="was sent a file on it",
    ),
    pytest.param(
        SAID + "The Independent Office for Police Conduct is investigating.",
        ["Independent Office for Police Conduct"],
        id="investigates",
    ),
    pytest.param(
        SAID + "The Independent Office for Police Conduct said that it had not received a complaint.", [], id="no part"
    ),
    pytest.param(SAID + "The Crown Prosecution Service declined to comment.", [], id="declined to comment"),
    pytest.param(SAID + "They have ten days to appeal to the Police Appeals Tribunal.", [], id="an appeal to come"),
    pytest.param(
        SAID + "It began when a wife handed a tablet to the Crown Prosecution Service.", [], id="was handed something"
    ),
    pytest.param(
        SAID + "The watchdog sent a file to the Crown Prosecution Service, which decided against a charge.",
        ["Crown Prosecution Service"],
        id="was sent a file, and decided",
    ),
    pytest.param(SAID + "The Kerrin Police Monitor handled 40 complaints last year.", [], id="what it does in a year"),
]


@pytest.mark.parametrize(("text", "expected"), IN_HAND)
def test_what_a_body_has_in_hand(text: str, expected: set[str]) -> None:
    found = details(text, "STAGE", "assertion")
    assert {value for value, assertion in found if assertion == "asserted"} == expected


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("run"), texts_of(BODIES))


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_the_bodies_at_work_in_a_matter(run, text: str, expected: list[str]) -> None:
    assert of(main_claims(run, text), "body") == expected
