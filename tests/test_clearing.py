"""Does it end the matter that somebody is cleared, or not prosecuted?"""

import pytest

from annotated import assembled, main_claims, of, texts_of

# article → stage
CLEARED = [
    pytest.param(
        "A Kerrin Police constable has been charged over racist WhatsApp messages. Files on three of the others were "
        "sent. In each of them there will be no prosecution.",
        "charged",
        id="none of the others",
    ),
    pytest.param(
        "Three Kerrin Police constables were charged over racist WhatsApp messages. A fourth constable, arrested "
        "with them, will not be prosecuted.",
        "charged",
        id="a fourth constable",
    ),
    pytest.param(
        "The Crown Prosecution Service has decided that three Kerrin Police constables should not be charged "
        "over racist WhatsApp messages. They will face a gross misconduct hearing in May.",
        "misconduct_hearing",
        id="not charged, and a hearing to come",
    ),
    pytest.param(
        "Three Kerrin Police constables will not be prosecuted over racist WhatsApp messages but remain under "
        "investigation for gross misconduct, the IOPC said.",
        "under_investigation",
        id="no charges, but still investigated",
    ),
    pytest.param(
        "Two Kerrin Police constables are on trial over racist WhatsApp messages. A third officer, Sergeant Lee "
        "Ashby, was cleared in March.",
        "criminal_trial",
        id="a third who was cleared while two are on trial",
    ),
    pytest.param(
        "Four Port Allen Police Department officers were charged over racist texts on Monday. Prosecutors "
        "declined to charge two other officers in the thread.",
        "charged",
        id="two others whom nobody charged, US",
    ),
    pytest.param(
        "Three gardaí have been charged over racist WhatsApp messages. The Director of Public Prosecutions "
        "directed no prosecution of a fourth garda.",
        "charged",
        id="no prosecution of a fourth, Ireland",
    ),
    pytest.param(
        "PC Dana Frome and PC Lee Ashby, of Kerrin Police, are on trial over racist WhatsApp messages. PC Arun "
        "Vale was acquitted on the judge's direction last week.",
        "criminal_trial",
        id="named, and one of them cleared",
    ),
    pytest.param(
        "A Kerrin Police sergeant was told that he will face no further action over racist WhatsApp messages. "
        "Five colleagues await a misconduct hearing.",
        "misconduct_hearing",
        id="colleagues who await a hearing",
    ),
    pytest.param(
        "Two Victoria Police senior constables will not face criminal charges over racist Facebook posts. They "
        "will go before a disciplinary hearing next month.",
        "misconduct_hearing",
        id="no criminal charges, and suspended pending a hearing, Australia",
    ),
    pytest.param(
        "Two Police Scotland constables have been charged over sectarian WhatsApp messages. The Crown Office "
        "said no proceedings would be taken against a sergeant.",
        "charged",
        id="no proceedings against one in Scotland",
    ),
    pytest.param(
        "Three Kerrin Police constables were charged over racist WhatsApp messages in May. Prosecutors dropped "
        "the case against all three on Friday.",
        "concluded_no_action",
        id="charged once, and the case dropped",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was charged with sending racist WhatsApp messages last year. A jury "
        "acquitted her on Friday.",
        "concluded_no_action",
        id="charged once, and acquitted",
    ),
    pytest.param(
        "Three Kerrin Police constables who faced a misconduct hearing over racist WhatsApp messages were "
        "cleared on Friday.",
        "concluded_no_action",
        id="a hearing that cleared them",
    ),
    pytest.param(
        "Two Victoria Police senior constables were under investigation over racist messages. They will face no "
        "further action, the force said on Friday.",
        "concluded_no_action",
        id="investigated, then no further action",
    ),
    pytest.param(
        "Three Kerrin Police constables were investigated over racist WhatsApp messages. The IOPC found that "
        "they had no case to answer.",
        "concluded_no_action",
        id="no case to answer after an inquiry",
    ),
    pytest.param(
        "Three Kerrin Police constables were arrested over racist WhatsApp messages in May. All three were "
        "released and will face no further action.",
        "concluded_no_action",
        id="arrested and released without charge",
    ),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("clearing"), texts_of(CLEARED))


@pytest.mark.parametrize(("text", "expected"), CLEARED)
def test_what_ends_a_matter(run, text, expected):
    assert of(main_claims(run, text), "stage") == [expected]


def test_nobody_on_trial_is_cleared_because_another_was(run):
    [text] = [row.values[0] for row in CLEARED if row.id == "named, and one of them cleared"]
    claims = main_claims(run, text)
    people = claims[claims["attribute"] == "person"].set_index("value")["standing"]
    assert dict(people) == {"Dana Frome": "charged", "Lee Ashby": "charged", "Arun Vale": "cleared"}
