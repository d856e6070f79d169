"""What was taken back, dropped, cleared in part or only claimed: how far a matter has got then."""

import pytest

from annotated import article, assembled, main_claims, of, texts_of

CHARGED = "Two Kerrin Police constables were charged over racist WhatsApp messages.\n\nProsecutors dropped the charges."
SACKED = "PC Dana Frome, of Kerrin Police, was sacked in May over racist WhatsApp messages."
INVESTIGATED = (
    "PC Dana Frome, of Kerrin Police, is under investigation over racist WhatsApp messages.\n\nShe has been on "
    "restricted duties since May."
)
TRIED = "A former Kerrin Police sergeant accused over racist WhatsApp messages was"

# article → stage
TAKEN_BACK = [
    pytest.param(
        "Tribunal reinstates constable sacked over racist post\n\nA Kerrin Police constable who lost her job over a "
        "racist Facebook post has won it back.\n\nThe tribunal said that the dismissal of PC Dana Frome could not "
        "stand.\n\nThe finding is quashed.\n\nFrome has driven a van since she was dismissed.",
        "concluded_no_action",
        id="lost her job, and has won it back",
    ),
    pytest.param(
        "Dana Frome and the chief of Kerrin Police\n\nThe appellant posted racist Facebook messages.\n\nA second "
        "constable kept her job.\n\nShe says that she meant no harm.\n\nHer sergeant spoke for her.\n\nThe decision "
        "to dismiss is set aside. We substitute a final written warning.",
        "concluded_sanction",
        id="what is put in its place",
    ),
    pytest.param(
        "Dana Frome and the chief of Kerrin Police\n\nThe constable posted racist Facebook messages.\n\nA judge sat."
        "\n\nDismissal is quashed and replaced with a final written warning.",
        "concluded_sanction",
        id="quashed and replaced",
    ),
    pytest.param(
        "An arbitrator has set aside the termination of Kerrin Police Department Officer Dana Frome over racist "
        "Facebook posts.\n\nFrome had been fired in May.",
        "concluded_no_action",
        id="a termination set aside",
    ),
    pytest.param(
        "The Kerrin County sheriff fired six deputies over racist Facebook messages.\n\nOne of them, Dana Frome, later "
        "won her job back.",
        "concluded_sanction",
        id="one of six won her job back",
    ),
    pytest.param(
        "Tribunal quashes sacking of Kerrin PC over racist messages\n\nA Kerrin Police officer sacked for racist "
        "WhatsApp messages has been given his job back after a tribunal ruled that the panel which dismissed him was "
        "wrong.",
        "concluded_no_action",
        id="the panel which dismissed him",
    ),
    pytest.param(
        "Kerrin officer wins back job after tribunal rules sacking over racist post was harsh\n\nA constable who was "
        "sacked for a racist Facebook post is back on the payroll of Kerrin Police.",
        "concluded_no_action",
        id="wins back job",
    ),
    pytest.param(
        "Convictions of two former Kerrin Police officers over racist WhatsApp messages quashed\n\nTwo men who were "
        "found "
        "guilty of sending racist messages have had their names cleared by the High Court.\n\nOne had received 12 "
        "weeks "
        "in custody, which was suspended. Those convictions and sentences no longer stand.",
        "concluded_no_action",
        id="convictions of two, in the headline",
    ),
    pytest.param(
        "A Kerrin Police inspector was dismissed in June over racist WhatsApp messages.\n\nThe tribunal has set "
        "aside both "
        "the dismissal and the finding it rested on. It left standing a lesser finding of misconduct, for which it "
        "imposed a written warning.",
        "concluded_sanction",
        id="a lesser finding left standing",
    ),
    pytest.param(
        "A judge has overturned the conviction of former Kerrin Police sergeant Dana Frome over racist WhatsApp "
        "messages.\n\nFrome was found guilty last June and given a community order.",
        "concluded_no_action",
        id="what led to it is told after",
    ),
    pytest.param(
        "A former Kerrin Police sergeant, Dana Frome, has had a conviction over racist WhatsApp messages quashed.\n\n"
        "Judges ordered a retrial.\n\nShe was convicted in June after a trial.",
        "criminal_trial",
        id="a retrial",
    ),
    pytest.param(
        "Kerrin Police has won a High Court challenge to a panel's decision to let PC Dana Frome keep her job over "
        "racist WhatsApp messages.\n\nThe judge quashed the final written warning and said that a different "
        "misconduct panel must decide.",
        "misconduct_hearing",
        id="a sanction to be decided afresh",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, has won her appeal against her dismissal over racist WhatsApp messages.\n\n"
        "The tribunal put a final written warning in its place.",
        "concluded_sanction",
        id="a lesser sanction in its place",
    ),
    pytest.param(
        "Two Kerrin Police constables who were sacked over racist WhatsApp messages must have their "
        "cases heard again.\n\n"
        "A tribunal quashed the dismissals. Both were dismissed without notice by a misconduct panel in May.",
        "misconduct_hearing",
        id="cases to be heard again",
    ),
    pytest.param(
        "Seven Kerrin Police officers appealed over racist WhatsApp messages. Judges upheld six "
        "convictions and quashed "
        "one.\n\nAll seven were convicted in May.",
        "convicted",
        id="one of seven",
    ),
    pytest.param(
        "Crown counsel has dropped harassment charges against two Kerrin Police constables over racist WhatsApp "
        "messages.\n\nA disciplinary investigation will go on.",
        "under_investigation",
        id="charges of a kind are dropped",
    ),
    pytest.param(
        "Crown withdraws charges against two Kerrin Police constables over racist WhatsApp messages.\n\nThey were "
        "charged in May.\n\nThey are still the subject of a professional standards investigation.",
        "under_investigation",
        id="charges that were withdrawn",
    ),
    pytest.param(
        "The jury in the trial of two Kerrin Police constables accused over racist WhatsApp messages has been "
        "discharged.\n\nMisconduct proceedings are on hold.",
        "criminal_trial",
        id="a jury that was discharged",
    ),
    pytest.param(
        "Campaigners claim that six Kerrin Police officers sent racist WhatsApp messages.\n\nThe force "
        "denies it.\n\nIt has "
        "asked for proof.\n\nNone was sent.\n\nIn 2019, four of its constables were sacked.",
        "alleged",
        id="of another year",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, who was reinstated in 2019, was sacked on Friday over racist WhatsApp "
        "messages.",
        "concluded_sanction",
        id="reinstated once, and sacked now",
    ),
    pytest.param(f"{CHARGED}\n\nNo misconduct investigation will follow.", "concluded_no_action", id="nothing follows"),
    pytest.param(f"{CHARGED}\n\nThe misconduct investigation has ended, too.", "concluded_no_action", id="both ended"),
    pytest.param(f"{CHARGED}\n\nBoth are back on patrol.", "concluded_no_action", id="back on patrol"),
    *(
        pytest.param(f"{CHARGED}\n\n{going_on}", "under_investigation", id=f"dropped: {going_on}")
        for going_on in (
            "The force said that its misconduct investigation, paused since May, would now resume.",
            "A disciplinary investigation is ongoing.",
            "Both remain under an internal affairs investigation.",
            "An internal investigation is under way, and they could still be dismissed.",
            "The constables remain suspended, and the IOPC is still investigating them.",
            "A misconduct process will now begin, said the IOPC, which is investigating them.",
        )
    ),
    *(
        pytest.param(f"{TRIED} {verdict}", "convicted", id=verdict)
        for verdict in (
            "found guilty of sending two of them, but cleared of sending a third.",
            "acquitted of three counts but was convicted of a fourth.",
            "convicted of two counts by a jury, and cleared of another.",
        )
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, stood trial over racist WhatsApp messages.\n\n"
        "The 34-year-old, of Dene, was convicted by a jury on Friday.",
        "convicted",
        id="the 34-year-old",
    ),
    *(
        pytest.param(f"{INVESTIGATED}\n\n{passing}", "under_investigation", id=passing)
        for passing in (
            "Her barrister said that a final written warning would be enough.",
            '"A written warning would mark what she did," said her barrister.',
            "Her barrister said that dismissal would be too much.",
            "Her barrister said that a final written warning lasting five years would mark what she did.",
            "Colleagues are frightened of losing their jobs.",
            "The force will ask for a finding that Leo Ashby, who left, would have been dismissed.",
            "All options, including dismissal or a final written warning, remain open, the chair said.",
            "They had been convicted on social media, a union said.",
            "A jury found another constable, Mo Orr, not guilty.",
            "Leo Ashby, a driver who is not a police officer, shared them. He was given a community order.",
            '"I feel as though I was the one who had been sacked," said the woman.',
            "The force denies 'secret sackings' of those involved.",
            "The suggestion that officers were sacked is completely without foundation, the chief said.",
            '"They have been sacked in secret," said Mo Orr, who runs a campaign for open hearings.',
            "Two constables from another force, who were convicted of the same, appeal next week.",
        )
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, should lose her job over racist WhatsApp messages, a misconduct hearing was "
        "told.",
        "misconduct_hearing",
        id="what should be done, a hearing was told",
    ),
    *(
        pytest.param(f"{words} two Kerrin Police constables over racist WhatsApp messages.", "under_investigation")
        for words in (
            "Prosecutors are considering a file on",
            "The ombudsman was asked to investigate",
            "The director has yet to announce a decision on whether to charge",
        )
    ),
    pytest.param(
        f"{SACKED}\n\nHer barrister had called the messages satire, and as such no offence.",
        "concluded_sanction",
        id="messages that were called satire",
    ),
]
MADE_UP = [
    pytest.param(f"{SACKED}\n\nA sergeant was given a final written warning.\n\n{says}", id=says)
    for says in (
        "The Kerrin Trumpet is a satirical website.",
        "Satire",
        "The news as it might be. Satire from the coast.",
        "This article is satire.",
        "Any resemblance to real constables is their own fault.",
        "The officers and forces in these examples are fictitious.",
        "All names and cases are purely illustrative.",
        "The people, chats and outcomes described are made up for the purpose of discussion.",
    )
]
REJECTED = [
    pytest.param(
        f"Kerrin Police is investigating a sergeant over racist WhatsApp messages and {words} a dozen officers were "
        "involved.",
        id=words,
    )
    for words in (
        "rejects a claim that",
        "denies reports that",
        "dismissed as nonsense online rumours that",
        "has corrected reports that",
    )
]


FAKES = [
    pytest.param(
        "Fact check: no, 30 Kerrin Police officers were not sacked over racist WhatsApp "
        "messages.\n\nThe screenshot is a "
        f"fake.\n\nThirty officers were dismissed, it says.\n\n{says}",
        id=says,
    )
    for says in ("None of this happened.", '"This is complete fiction," the force said.', "Verdict: false.")
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("taken_back"), texts_of([*TAKEN_BACK, *MADE_UP, *FAKES, *REJECTED]))


@pytest.mark.parametrize(("text", "stage"), TAKEN_BACK)
def test_how_far_it_has_got(run, text, stage):
    claims = main_claims(run, text)
    assert of(claims, "stage") == [stage]
    if stage == "under_investigation":
        assert not {"dismissed", "final_written_warning", "written_warning"} & set(of(claims, "sanction"))


@pytest.mark.parametrize("text", [*MADE_UP, *FAKES])
def test_what_is_made_up_tells_of_no_incident(run, text):
    assert main_claims(run, text).empty


@pytest.mark.parametrize("text", REJECTED)
def test_a_number_that_a_force_rejects_is_nobodys(run, text):
    assert of(main_claims(run, text), "officers_total") == ["1"]


def test_a_headline_alone_goes_no_further_than_what_the_body_denies(tmp_path):
    text = (
        "Seven Kerrin Police officers were moved to desks over a racist WhatsApp chat.\n\nThe force referred itself to "
        "the watchdog.\n\nNo misconduct hearing is planned."
    )
    found = assembled(tmp_path, [article(text, title="KICKED OUT: racist cops of Kerrin")])
    assert list(found["incidents"]["stage"]) == ["referred"]
