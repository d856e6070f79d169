"""Earlier matters that a report recalls at its end, as newspapers do; most are of the same force, in one paragraph."""

import pytest

from annotated import doc_of

OPEN = "Four constables of Harrowmere Police are under investigation over racist WhatsApp messages, the IOPC said."
CHARGED = "A former Kerrin Police sergeant, Dan Frome, has been charged over offensive messages sent to colleagues."
SACKED = "PC Lena Orme was dismissed without notice by Tarrow Constabulary on Monday over homophobic messages."
FILLING = [
    "The messages are said to have been sent between 2020 and 2022. They came to light when a phone was examined.",
    "Assistant Chief Constable Mary Rowe said: “The public rightly expects more from us. We shall not look away.”",
    "She added that support was being offered. Anyone who was upset by the news could ring the force.",
]


def accounts_of(opening: str, *paragraphs: str) -> list[int | None]:
    """The account of each sentence of the paragraphs that stand at an article's end."""
    text = "\n\n".join([opening, *FILLING, *paragraphs])
    doc = doc_of(text, published="2025-03-11")
    start = text.index(paragraphs[0])
    return [segment.account for segment in doc.user_data["segments"] if segment.end > start]


OTHERS = [
    pytest.param(
        OPEN,
        [
            "The sentence comes at an awkward time for the force.",
            "In Leeds, two of its sergeants are to go before a panel, accused of homophobic jokes in a Signal chat.",
        ],
        id="at an awkward time",
    ),
    pytest.param(
        OPEN,
        [
            "The investigation is the second involving officers at the force in less than a year.",
            "In October, a panel ruled that former detective Colin Stride would have been sacked had he stayed. "
            "Stride had used WhatsApp to send sexual messages to a witness.",
        ],
        id="the second at the force",
    ),
    pytest.param(
        OPEN,
        [
            "It isn't the first time this year that the watchdog has come to Harrowmere.",
            "In March a grand jury indicted a former sergeant, Kyle Vance, for an assault.",
        ],
        id="not the first time",
    ),
    pytest.param(
        OPEN,
        [
            "Much of the argument turned on the case of Sergeant Ruth Cope, formerly of Tarrow Police.",
            "Cope was dismissed in 2019 over homophobic posts.",
        ],
        id="the case of somebody",
    ),
    pytest.param(
        OPEN,
        [
            "Tarrow Police dismissed four officers of its own, who had swapped racist texts.",
            "All four were charged in 2021. Two of them were jailed.",
        ],
        id="as many as the other matter has, in a new paragraph",
    ),
    pytest.param(
        OPEN,
        [
            "In November 2022, former constables Lee Ash and Jo Lint were jailed over racist messages.",
            "Both had served with Tarrow Police. So had Carol Whitby, a former sergeant who was convicted with them.",
            "The court heard that the trio ran a WhatsApp group.",
        ],
        id="as many as the other matter names",
    ),
    pytest.param(
        "Three Harrowmere Police officers, a sergeant and two constables, are under investigation over racist texts.",
        ["In 2022 two constables were dismissed from the force after a video of their jokes was posted on WhatsApp."],
        id="as many as some of the main matter's, years before",
    ),
    pytest.param(
        "PC Lee Ash and PC Jo Lint of Harrowmere Police committed gross misconduct, a panel said. It will rule in May.",
        ["Last summer Harrowmere sacked PC Ian Crabb, from its roads unit, who had pestered a cadet."],
        id="an end for somebody else, last summer",
    ),
    pytest.param(
        OPEN,
        [
            "The announcement comes after a constable at the force was dismissed for sending a racist video.",
            "A misconduct panel was told that PC Liam Stott had filmed himself mocking a shopkeeper.",
        ],
        id="another panel, in a new paragraph",
    ),
    pytest.param(
        "Two constables of Harrowmere Police are under investigation over racist WhatsApp messages, the IOPC said.",
        [
            "It is the second in two years. In May 2023, three Tarrow Police officers were sacked over a sexist chat.",
            "A fourth Tarrow officer, who had not posted, was given a final written warning.",
            "All four were later told that they had lost their appeals.",
        ],
        id="a count that the main matter does not have",
    ),
    pytest.param(
        OPEN,
        [
            "Tarrow Police constables Jack Pender, 33, and Leanne Moor, 28, were convicted of sharing pictures.",
            "During that trial the court was told that other members of the group were dealt with by the force. Four "
            "of the five were given written warnings.",
        ],
        id="during that trial",
    ),
    pytest.param(
        OPEN,
        [
            "It has emerged that one of the four is the brother of Liam Garrow, an ex-Tarrow Police officer who sold "
            "images.",
            "Garrow, 36, was given 20 months after admitting misconduct in public office.",
        ],
        id="somebody's brother, whom the other matter named first",
    ),
    pytest.param(
        OPEN,
        [
            "In Tolliver County, seven sheriff's deputies were indicted in 2019 over a chain of racist texts. Sgt. "
            "Carl Womble and two deputies were found guilty of conspiracy.",
            "Womble was sentenced to 11 years in prison.",
        ],
        id="deputies in a county",
    ),
    pytest.param(
        OPEN,
        ["The row has drawn comparisons with Oregon, where four officers left their force in 2023 over a sexist chat."],
        id="comparisons with as many elsewhere",
    ),
    pytest.param(
        OPEN,
        [
            "In May, four members of the Tarrow Police were fired over racist pictures.",
            "One of the four, former constable Jared Heber, has also been charged with breach of trust.",
        ],
        id="one of the four, who are as many",
    ),
    pytest.param(
        OPEN,
        ["This is the second such incident in the county.", "In April, a constable was dismissed over sexist remarks."],
        id="the second such incident",
    ),
    pytest.param(
        OPEN,
        ["The case comes three years after two Harrowmere constables were jailed for selling pictures of a crash."],
        id="comes three years after",
    ),
    pytest.param(
        OPEN,
        ["The move followed the convictions of two former detectives, Paul Sandys and Rex Coyle, for robbery."],
        id="followed the convictions of",
    ),
    pytest.param(
        OPEN,
        ["That case, in which PC Alan Tibbs was sacked for sexual messages, is separate, the force says."],
        id="that case, in which",
    ),
    pytest.param(
        OPEN,
        ["Last month another Harrowmere officer, PC Lewis Cray, was given a final written warning for a crude meme."],
        id="another officer, last month",
    ),
    pytest.param(
        OPEN,
        ["It is less than a year since a Harrowmere inspector, Neil Moss, was jailed for passing on intelligence."],
        id="less than a year since",
    ),
    pytest.param(
        OPEN,
        ["Two former Harrowmere officers, Jon Lyle and Kit Sorrel, were jailed in 2022 over racist texts. Both lost."],
        id="two named, with a year of their own",
    ),
    pytest.param(
        SACKED,
        ["At a separate hearing last week, PC Dale Hurst was given a final written warning for a sexist message."],
        id="at a separate hearing",
    ),
    pytest.param(
        OPEN,
        ["The investigation is not linked to the case of two ex-officers who went on trial last week. Both deny it."],
        id="both, of the matter beside",
    ),
    pytest.param(
        OPEN,
        ["It is not linked to the case of a sergeant who sent sexual texts. A panel ruled he would have been sacked."],
        id="a panel, of the matter beside",
    ),
    pytest.param(
        OPEN,
        ["The case is unrelated to that of two PCs sacked last year over texts. PC Jo Lint was sacked at a hearing."],
        id="one of those beside, by name",
    ),
    pytest.param(
        OPEN,
        ["The news will add to pressure on the force.", "In July two former constables were jailed for racist texts."],
        id="pressure on the force",
    ),
    pytest.param(
        OPEN,
        ["The chief was asked about an older case in which three constables had been fired over a Facebook post."],
        id="an older case",
    ),
    pytest.param(
        OPEN,
        ["It follows the case of four retired Harrowmere officers who were reported to prosecutors over racist posts."],
        id="a case of as many, as it follows",
    ),
    pytest.param(
        SACKED,
        ["In evidence was a report about another constable on her shift, Kit Ash. Ash was jailed in 2021 for theft."],
        id="another constable, by name",
    ),
    pytest.param(
        SACKED,
        [
            "Nor was it the only career that ended there. Sergeant Lee Mead, who spoke for the force, was charged over "
            "his notes and resigned.",
            "A speaker recalled a boy whom a dog had bitten. The handler in that case, PC Val Creed, had been cleared.",
        ],
        id="the handler in that case",
    ),
    pytest.param(
        OPEN,
        ["The closest comparison is inland. In Dene, a group text among nine officers came out in 2020."],
        id="the closest comparison",
    ),
    pytest.param(
        OPEN,
        ["The case that people mention is that of Keith Vale. Vale was dismissed in 2021 over Facebook messages."],
        id="the case that people mention",
    ),
    pytest.param(
        OPEN,
        ["The affair has revived memories of 2014, when two detectives were sacked over sexist texts."],
        id="memories of",
    ),
    pytest.param(
        OPEN,
        ["In the room next door, a separate panel took an hour to dismiss PC Ryan Cobb, who had driven drunk. He was "
         "also "
         "placed on the barred list."],
        id="in the room next door",
    ),
    pytest.param(
        SACKED,
        ["It is the phones that stick in the mind. Two summers ago another of the force's own, DC Simon Rack, "
         "admitted at "
         "Kerrin crown court to sending sexual messages on Snapchat. He was jailed."],
        id="another of the force's own",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "paragraphs"), OTHERS)
def test_earlier_matters_are_told_apart(opening: str, paragraphs: list[str]) -> None:
    assert max(account or 0 for account in accounts_of(opening, *paragraphs)) > 0
    assert accounts_of(opening, *paragraphs)[-1] != 0


def test_a_matter_of_no_messages_by_another_force_is_told_apart() -> None:
    found = accounts_of(
        OPEN,
        "In 2023 the high court quashed a warning given to a Tarrow Police constable, Derek Stand, for a punch. "
        "A second panel dismissed him last year.",
    )
    assert 0 not in found


def test_a_list_of_earlier_matters_goes_on_from_paragraph_to_paragraph() -> None:
    found = accounts_of(
        OPEN,
        "The revelations are the latest in a string of controversies.",
        "Sergeant Tom Pell was sacked in 2023 for sending lewd texts to a vulnerable woman.",
        "In January PC Ada Finch was convicted of misconduct in public office.",
    )
    assert 0 not in found[1:]


EACH = [
    pytest.param(
        ["The force has been here before. In 2022 a sergeant was sacked over sexist texts. The year before, a recruit "
         "resigned over a racist TikTok video."],
        id="the year before",
    ),
    pytest.param(
        ["Elsewhere, three Tarrow Police constables face a hearing over sexist WhatsApp messages. In Dene, a Dene "
         "Constabulary inspector was charged over a racist tweet."],
        id="another force",
    ),
    pytest.param(
        ["It is the latest in a string of cases. Last May four detectives were dismissed over sexist WhatsApp posts, "
         "and in July a constable was convicted of sending a racist message. He was fined."],
        id="and in July",
    ),
    pytest.param(
        ["This year six Tarrow Police officers were sacked over racist texts, and two Dene Constabulary constables "
         "resigned over sexist posts."],
        id="two forces in a sentence",
    ),
    pytest.param(
        ["It is unrelated to that of two constables who were sacked over sexist texts, or to that of PC Lee Ash, who "
         "was jailed for selling photographs."],
        id="or to that of",
    ),
    pytest.param(
        ["The nearest thing is north of here. In 2022 Tarrow Police dismissed two constables over WhatsApp pictures. "
         "Here, a Dene Constabulary sergeant was jailed in 2021 for selling pictures."],
        id="here",
    ),
    pytest.param(
        ["It has revived memories of the Tarrow scandal, when four Tarrow Police detectives were disciplined over "
         "texts. "
         "It also comes weeks after a Dene Constabulary constable was convicted of sending racist messages."],
        id="memories of one, weeks after another",
    ),
]  # fmt: skip


def test_the_sentence_after_one_that_ends_on_another_matter_goes_on_with_that() -> None:
    told = accounts_of(
        OPEN,
        "Constable Lee Ash was fined in 2020 after sending racist texts to a driver, and was later dismissed. His "
        "sentencing also comes amid an unrelated inquiry into a WhatsApp group of officers in Dene. The watchdog said "
        "in May that it was examining claims that eight serving officers had shared sexist messages.",
    )
    assert told == [1, 1, 2, 2]


@pytest.mark.parametrize("paragraphs", EACH)
def test_earlier_matters_are_told_apart_from_each_other(paragraphs: list[str]) -> None:
    assert len(set(accounts_of(OPEN, *paragraphs)) - {0, None}) == 2


OWN = [
    pytest.param(
        OPEN,
        [
            "The Ombudsman considered the conduct of 12 officers.",
            "It made recommendations for nine, and closed the rest.",
            "Of the nine, one constable was dismissed after a misconduct hearing in June 2023 over racist messages.",
        ],
        id="of the nine",
    ),
    pytest.param(
        "LIVE: jury returns its verdicts in the trial of Harrowmere officers over messages.",
        ["For anyone just joining us: PC Gary Stave, 31, and former PC Liam Orde, 29, were tried over racist texts."],
        id="for anyone just joining us",
    ),
    pytest.param(OPEN, ["In one message he joked about rape.", "In another, he called her a slur."], id="in another"),
    pytest.param(OPEN, ["In March 2023 a colleague reported the messages to a supervisor."], id="its own history"),
    pytest.param(
        OPEN,
        ["The matter began in 2022, when a probationary constable gave the force screenshots of a WhatsApp group."],
        id="how the matter began",
    ),
    pytest.param(OPEN, ["It follows a referral from Harrowmere Police in March."], id="a referral"),
    pytest.param(OPEN, ["The investigation comes after a complaint by a member of staff."], id="a complaint"),
    pytest.param(
        OPEN, ["It follows an inquiry in which officers from Kerrin Police examined 40 phones."], id="an inquiry"
    ),
    pytest.param(
        CHARGED, ["The charge follows an investigation by the IOPC which began in 2022."], id="its investigation"
    ),
    pytest.param(
        CHARGED, ["A second man, Kyle Dent, was charged in April with the same offence."], id="the same offence"
    ),
    pytest.param(
        SACKED, ["Two other members of the group were dismissed at a hearing in May."], id="members of the group"
    ),
    pytest.param(OPEN, ["Last year one of the four resigned."], id="one of the four"),
    pytest.param(
        "Eight Kerrin officers have now been dealt with over a racist WhatsApp group, the force said.",
        ["In January Sergeant Ian Moor was sacked.", "PC Val Creed was given a final written warning in March."],
        id="what became of each of the eight",
    ),
]


@pytest.mark.parametrize(("opening", "paragraphs"), OWN)
def test_the_matters_own_story_is_no_other(opening: str, paragraphs: list[str]) -> None:
    assert set(accounts_of(opening, *paragraphs)) == {0}
