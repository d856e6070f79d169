"""Steps that only the body of an article tells of: which are the subjects', and which are somebody's in passing."""

import pytest

from annotated import article, assembled, main_claims, texts_of

OPENING = (
    "Two Kerrin Police constables are under investigation over racist WhatsApp messages.\n\n"
    "The watchdog said that its inquiry into the two had begun in May.\n\n"
    "Kerrin Police said that it had referred the messages itself.\n\n"
    "The group had been used to swap shifts."
)


def body(*sentences: str) -> str:
    return "\n\n".join([OPENING, *sentences])


# Where the opening tells no step
SILENT = (
    "A WhatsApp group of Kerrin Police constables was full of racist jokes, the Argus can reveal.\n\n"
    "Screenshots show that two constables wrote most of them.\n\n"
    "They called a colleague names.\n\nThe group was set up in 2021."
)


def silent(*sentences: str) -> str:
    return "\n\n".join([SILENT, *sentences])


# what the body adds → the stage of the main incident
ARTICLES = [
    pytest.param(
        body("Such posts are an offence, and officers have been jailed for them."), "under_investigation", id="nobody's"
    ),
    pytest.param(
        body("An officer was arrested at the station at the weekend."), "under_investigation", id="an officer, once"
    ),
    pytest.param(body("It had led to a final written warning."), "under_investigation", id="of nobody, once"),
    pytest.param(
        "A Kerrin Police constable is to face a misconduct hearing over racist WhatsApp messages.\n\n"
        "PC Dana Frome had a case to answer, the watchdog said.\n\nA date will be fixed.\n\n"
        "Frome denies it.\n\nThe three officers who read the messages were investigated as well. The force said that "
        "two of them had undergone reflective practice.",
        "misconduct_hearing",
        id="two of three, where one is in question",
    ),
    pytest.param(body("Both constables were arrested on Monday."), "arrested", id="both"),
    pytest.param(body("The two were charged on Monday."), "charged", id="the two"),
    pytest.param(
        body(
            "An officer was arrested on Monday.",
            "The force said that the arrested officer had been bailed.",
            "He was arrested at home.",
        ),
        "arrested",
        id="told of twice",
    ),
    pytest.param(
        body("PC Dana Frome, 31, was arrested on Monday.", "Frome, of Lune Road, denies it."),
        "arrested",
        id="an officer by name",
    ),
    pytest.param(
        body("A retired inspector, Carl Moss, was jailed at the same court."),
        "under_investigation",
        id="somebody of whom the article says nothing else",
    ),
    pytest.param(body("Three sergeants were sacked."), "under_investigation", id="as many as nobody has counted"),
    pytest.param(
        body("The two constables have been given words of advice."), "under_investigation", id="advice ends nothing"
    ),
    pytest.param(
        "Seven Kerrin Police officers are under investigation over racist WhatsApp messages.\n\n"
        "The seven are five serving officers and two who have left.\n\nThe watchdog said that its inquiry had begun in "
        "May.\n\nThe group had been used to swap shifts.\n\n"
        "An eighth member of the group, PC Carl Moss, was dismissed in April.\n\nMoss's phone started the inquiry.",
        "under_investigation",
        id="one more than are counted",
    ),
    pytest.param(
        body("One of the 30 in the group, a 999 call handler called Jo Lunt, lost her job with the force in May."),
        "under_investigation",
        id="a call handler in the group",
    ),
    pytest.param(
        body("Last year a judge ruled against constables in Tarrow. Three of those officers were later dismissed."),
        "under_investigation",
        id="those officers, of another year",
    ),
    pytest.param(
        body("The messages were sent two years ago. The two were arrested on Monday."),
        "arrested",
        id="the two, after a time",
    ),
    pytest.param(
        body("PC Dana Frome joined last year. PC Frome was arrested on Monday.", "Frome, of Lune Road, denies it."),
        "arrested",
        id="last year, and somebody by name",
    ),
    pytest.param(silent("Both men were charged on Monday."), "charged", id="silent: both"),
    pytest.param(silent("He was charged on Monday."), "charged", id="silent: he"),
    pytest.param(
        silent("A police dispatcher who was also in the group was fired in May."), "alleged", id="silent: a newcomer"
    ),
    pytest.param(
        silent("Rumours are nothing new here. In 2017 Inspector Carl Moss was dismissed for lying about a crash."),
        "alleged",
        id="silent: somebody of another year",
    ),
]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("late"), texts_of(ARTICLES))


@pytest.mark.parametrize(("text", "stage"), ARTICLES)
def test_how_far_a_matter_has_got_by_what_its_body_adds(run, text, stage):
    claims = main_claims(run, text)
    assert list(claims[claims["attribute"] == "stage"]["value"]) == [stage]


def test_what_follows_a_hearing_by_itself_is_told_anywhere(tmp_path):
    text = (
        "A Kerrin Police constable faced a misconduct hearing over racist WhatsApp messages.\n\n"
        "The hearing was told that he had posted them in 2022.\n\nHe denied it.\n\nIt went on for three days.\n\n"
        "He was given a final written warning."
    )
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    assert list(claims[claims["attribute"] == "stage"]["value"]) == ["concluded_sanction"]


def test_while_a_hearing_goes_on_nobody_has_been_warned(tmp_path):
    text = (
        "Four Kerrin Police constables are accused of gross misconduct over sexist WhatsApp messages, a misconduct "
        "hearing has been told.\n\nThe hearing was told that they had posted them in 2022.\n\nThey deny it.\n\n"
        "The hearing is expected to last two weeks.\n\nOne of them was given a final written warning."
    )
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    assert list(claims[claims["attribute"] == "stage"]["value"]) == ["misconduct_hearing"]


def test_a_hearing_to_come_has_no_outcome(tmp_path):
    text = (
        "Kerrin Police's deputy chief will face a gross misconduct hearing over sexist WhatsApp messages.\n\n"
        "Ella Frome has a case to answer for gross misconduct, the police and crime panel heard on Monday.\n\n"
        "The hearing will be in May.\n\nA councillor said that the force had had a chief who told lies.\n\n"
        "That was Carl Moss. A tribunal found him guilty and ruled that he would have been sacked."
    )
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    assert list(claims[claims["attribute"] == "stage"]["value"]) == ["misconduct_hearing"]
    assert "would_have_been_dismissed" not in list(claims["value"])


def test_who_would_be_barred_is_not(tmp_path):
    text = (
        "A former Kerrin Police constable will face a misconduct hearing over sexist WhatsApp messages.\n\n"
        "If it is proved, the panel may find that he would have been dismissed. His name would be added to the barred "
        "list."
    )
    assert "barred" not in list(main_claims(assembled(tmp_path, [article(text)]), text)["value"])


def test_what_was_done_years_before_is_of_another_matter(tmp_path):
    text = body("The constables have worked together since 2016. One of the two was given a written warning in 2018.")
    claims = main_claims(assembled(tmp_path, [article(text, "", "2024-05-03")]), text)
    assert list(claims[claims["attribute"] == "stage"]["value"]) == ["under_investigation"]
    assert "written_warning" not in list(claims["value"])
