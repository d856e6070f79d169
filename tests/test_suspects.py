"""Which articles suspect police: not those in which police were wronged or investigate, and none of other trades."""

import pytest

from annotated import article, assembled

NO_INCIDENT = [
    pytest.param(
        "Question on notice: messaging applications",
        "Does the Kerrin Police Force permit officers to use WhatsApp?\n\nAnswer: Officers are instructed not "
        "to share images of victims.\n\nOne sergeant was suspended in May after being charged with common assault. The "
        "matter is listed for hearing in October.",
        id="a deed of no message, beside a question about messages",
    ),
    pytest.param(
        "Police chief jailed over racist messages? No, and here is why",
        "Half the town has sent us a WhatsApp post that says that Chief Inspector Lee Ashby of Kerrin Police was sent "
        "to prison for racist WhatsApp messages.\n\nWe have not reported it, because it did not happen.\n\nAnother Lee "
        "Ashby, a councillor, was jailed on Friday for racist messages.",
        id="a headline that asks, and answers no",
    ),
    pytest.param(
        "Who goes? A guide to group chats",
        "Most people ask what becomes of an officer who shares something racist.\n\nForty-one ended with a dismissal."
        "\n\nConstable A sends a vile joke to constables B and C.",
        id="a guide with letters for names",
    ),
    pytest.param(
        "“I dreaded my phone”: sergeant's tormentor jailed",
        "A security guard who sent a policewoman 900 racist messages on WhatsApp has been locked up.\n\nSergeant Dana "
        "Frome, of Kerrin Police, had met him once. Complaints that he made against her were looked into, and she had "
        "no case to answer.",
        id="a policewoman's tormentor",
    ),
    pytest.param(
        "The group chat is the new smoke-filled room",
        "A friend sits on a council.\n\nLast week Kerrin Police confirmed that three councillors had been interviewed "
        "under caution over racist WhatsApp messages.\n\nTwo have referred themselves to the monitoring officer. An "
        "officer must now decide how offensive it is.",
        id="a column on councillors",
    ),
    pytest.param(
        "Lord Frome: judge who wrote the rules on complaints against Kerrin Police",
        "Born: 3 May 1938; Died: 19 October 2024\n\nLord Frome, who has died aged 86, is remembered for his report "
        "on complaints against Kerrin Police.\n\nHe was the son of a police sergeant. As a young advocate he "
        "prosecuted a Tarrow chief inspector who had taken bribes.\n\nIn his eighties he sent birdsong to a family "
        "WhatsApp group. Friends said that he had no time for racist jokes.",
        id="the life of a judge",
    ),
    pytest.param(
        "Police examine messages in leaked councillors' chat as three suspended",
        "Officers 'assessing' whether any offence was committed, says force\n\nPolice are looking into racist WhatsApp "
        "messages shared by a group of Thornvale councillors after a leak.\n\nKerrin Police said that detectives were "
        "going through 140 pages. No arrests have been made.\n\nA fourth member, a retired police sergeant, had left "
        "the chat. The law has been used to prosecute police officers for posts in private groups.",
        id="councillors, whom police look into",
    ),
    pytest.param(
        "Eleven officers dismissed and 23 quit: what police discipline figures for the county show",
        "Officers of Kerrin Police faced 214 allegations over phones and social media.\n\nOf those, 97 were found not "
        "to amount to misconduct. Nineteen led to a written warning. The remaining 15 officers await an outcome. "
        "Racist WhatsApp messages were among the rest.",
        id="what figures show",
    ),
    pytest.param(
        "Push for law that would open officers' private chats",
        "The watchdog could read the phones of Kerrin Police officers, and those who sent racist messages could be "
        "jailed, under a bill to be brought next week.\n\n“There isn't an officer in this state who's being "
        "investigated over a WhatsApp group,” the union said.",
        id="a bill",
    ),
    pytest.param(
        "Review: Night Shift, Kerrin Playhouse",
        "By Lena Moor, theatre critic\n\nHer second full-length play follows PC Craig Dunn, whose racist WhatsApp "
        "messages are read out at a misconduct hearing.\n\nBy the interval Dunn has been suspended.\n\nKerrin Police "
        "lent the company a retired inspector.",
        id="a play",
    ),
    pytest.param(
        "Sack officers who say nothing, urges think tank",
        "One constable in five has read offensive messages from colleagues, a survey suggests.\n\nPolice officers who "
        "read racist WhatsApp messages and say nothing should be dismissed, a think tank says.\n\nThat is one "
        "of 23 ideas. Its proposals include referral to the Independent Office for Police Conduct.\n\nThe report "
        "estimates that up to 250 officers will be sacked in three years.\n\nKerrin Police said it would study it.",
        id="a think tank",
    ),
    pytest.param(
        "Force rolls out rules on messaging apps",
        "Every officer of Kerrin Police must sign a new policy on WhatsApp.\n\nThe rules say that silent members of a "
        "racist group may be dismissed.\n\nLaunching the policy at a training day for 180 sergeants, the chief said "
        "that anyone who shared sexist messages should expect to lose their job. “You will be investigated,” she "
        "said.\n\n“Some were going through their phones,” an inspector said.",
        id="rules",
    ),
    pytest.param(
        "Town stand down three coaches over leaked messages",
        "Kerrin Town have stood down three members of their staff and begun an internal investigation over racist "
        "messages in a WhatsApp group.\n\nChairman Phil Amber, a former chief superintendent with Kerrin Police, said "
        "that he had been in “enough misconduct hearings in my old life”.\n\n“I've dismissed police officers for less "
        "than this,” he said.\n\nKerrin Police said that nobody had been arrested.",
        id="a club, with an old policeman",
    ),
    pytest.param(
        "Teachers struck off over their group chat",
        "Two teachers who mocked pupils in a WhatsApp group have been struck off.\n\nA panel heard that Lee Ash and Jo "
        "Lint sent sexist messages.\n\nDetective Sergeant Kit Moor of Kerrin Police told the panel that he had found "
        "1,900.\n\nThe council said it had dismissed both teachers.",
        id="a detective who told a teachers' panel",
    ),
    pytest.param(
        "Standards notice: Councillor Ash",
        "1. Background\n\nCouncillor Ash sent sexist WhatsApp messages about a council officer. Kerrin Police told the "
        "council that the police would take no further action.\n\n2. Decision\n\nCouncillor Ash is censured over "
        "the messages. A second officer of the council has resigned.",
        id="a councillor, in numbered parts",
    ),
    pytest.param(
        "Man jailed over 300 messages to constable",
        "A man who bombarded a police officer with threatening WhatsApp messages has been jailed.\n\nPC Ruth Amber, of "
        "Kerrin Police, met Lee Marsh, 42, at a burglary.\n\nShe told the court that she had been off work.",
        id="a constable who was threatened",
    ),
    pytest.param(
        "Man who bombarded PC with messages spared jail",
        "A man who sent a Kerrin Police officer 300 racist WhatsApp messages has been given a suspended sentence.\n\n"
        "Lee Marsh, 34, admitted stalking PC Ruth Amber.\n\nPC Amber was on restricted duties for her safety.",
        id="a man who bombarded a PC, in the headline",
    ),
    pytest.param(
        "Sergeant on two years of online abuse",
        "A sergeant has spoken of the toll of two years of racist messages from a stranger.\n\nSgt "
        "Amina Yusuf, of Kerrin "
        "Police, received ten a day on Facebook.\n\nThe sender, Carl Bates, 50, was given a suspended sentence.",
        id="a sergeant who was abused",
    ),
    pytest.param(
        "Raiders caught by their own WhatsApp messages",
        "Five men who planned raids in a WhatsApp group have been jailed.\n\nDetectives from Kerrin Police found the "
        "messages on a phone.\n\nTwo of the men were sentenced in their absence.",
        id="detectives who found messages",
    ),
    pytest.param(
        "Villagers' WhatsApp group catches burglar",
        "A burglar was caught after villagers followed him on WhatsApp.\n\nDarren Poll, 29, was jailed for three years."
        "\n\nPC Lucy Tarn of Kerrin Police said the messages had been invaluable.\n\nOfficers arrested "
        "him in a garden.",
        id="officers who arrest",
    ),
    pytest.param(
        "Three teachers suspended over racist WhatsApp group",
        "Three teachers have been suspended over racist messages in a WhatsApp group.\n\nKerrin Police "
        "said officers were "
        "investigating.\n\nDetective Inspector Joe Hall said two women had been interviewed.",
        id="teachers, whom police investigate",
    ),
    pytest.param(
        "Six soldiers arrested over WhatsApp group",
        "Six soldiers have been arrested over racist messages in a WhatsApp group.\n\nKerrin Police "
        "said it was aware of "
        "the arrests.\n\nThe Army said the six had been suspended from duty.",
        id="soldiers",
    ),
    pytest.param(
        "Prison officer jailed over texts to inmate",
        "A prison officer who sent sexual texts to an inmate has been jailed.\n\nTara Finch, 28, "
        "admitted misconduct in "
        "public office.\n\nDetective Constable Ray Holm, of Kerrin Police, said she had abused her "
        "position.\n\nShe was "
        "sentenced to ten months.",
        id="a prison officer",
    ),
    pytest.param(
        "Killer's messages read to court",
        "The man who shot dead a police officer sent a message boasting of it, a court has "
        "heard.\n\nSergeant Matt Orr, of "
        "Kerrin Police, was killed in May.\n\nTwo constables told the court how they had tried to save him.",
        id="a sergeant who was killed",
    ),
    pytest.param(
        "Constable's racist Facebook post is a fake, says force",
        "Kerrin Police says that a racist Facebook post in the name of one of its constables is a fake.\n\nThe "
        "screenshot was shared thousands of times.\n\nA spokeswoman said that there was no such officer, and nobody "
        "was under investigation.",
        id="a fake post",
    ),
    pytest.param(
        "Councillors suspended over WhatsApp group",
        "Two councillors have been suspended by their party over racist messages in a WhatsApp group.\n\nKerrin Police "
        "said that officers had spoken to a woman.\n\nThe council's monitoring officer is investigating.",
        id="councillors",
    ),
    pytest.param(
        "New drama looks at police WhatsApp scandal",
        "A new drama tells of a sergeant who is sacked over racist WhatsApp messages.\n\nThe three-part series, "
        "starring Mary Lunt, begins on Sunday. Viewers of the first episode saw him arrested by Kerrin Police.",
        id="a drama",
    ),
    pytest.param(
        "Firefighters under investigation over group chat",
        "Six firefighters are under investigation over misogynistic messages in a WhatsApp group.\n\nThe chief fire "
        "officer said that two watch commanders had been suspended.\n\nKerrin Police said it was aware of the matter.",
        id="firefighters",
    ),
    pytest.param(
        "Fake officer jailed over texts",
        "A man who posed as a police officer to send sexual texts has been jailed.\n\nLee Marsh, 42, told them "
        "that he was a sergeant with Kerrin Police.\n\nHe was sentenced to two years.",
        id="a man who posed as an officer",
    ),
]
INCIDENT = [
    pytest.param(
        "Explainer: The police Snapchat inquiry, and why nobody is going to court",
        "The watchdog has put out its findings about a picture taken in a cell.\n\nWhat is it about?\n\nA constable of "
        "Kerrin Police sent a degrading clip of a prisoner on Snapchat.\n\nWere they sacked?\n\nOfficer A resigned. "
        "Officer B has a final written warning.",
        id="an explainer of the inquiry",
    ),
    pytest.param(
        "Explained: the row over the Kerrin police film posters",
        "What was on them?\n\nThe faces of an MP, two priests and three councillors, pasted into a WhatsApp group.\n\n"
        "The councillors and the priests called it racist.\n\nWho is in trouble?\n\nSeven Kerrin Police constables. "
        "Two have been stood down on full pay while an investigation is being run by a lawyer.",
        id="a police chat that mocks people of other trades",
    ),
    pytest.param(
        "Transcript: Mornings on Kerrin FM",
        "Presenter: Ann Vale. Reporter: Lee Ash.\n\nANN: It is ten past seven.\n\nANN: You are very welcome.\n\n"
        "ANN: Lee, good morning to you.\n\nLEE: Two Kerrin Police constables have been suspended over racist WhatsApp "
        "messages.\n\nANN: Both?\n\nLEE: Both.",
        id="a transcript that says good morning first",
    ),
    pytest.param(
        "Correction and apology: our report on the Kerrin chat",
        "We said that eight Kerrin Police officers had been charged over racist WhatsApp messages. That was false, and "
        "is withdrawn. We set out here what we can stand behind.\n\nTwo constables are under investigation over memes.",
        id="what a correction stands behind",
    ),
    pytest.param(
        "Constable's Snapchat of crash victim a betrayal, says watchdog",
        "A Kerrin Police constable who took a photograph of a dying motorcyclist and sent it to friends breached his "
        "privacy, the Independent Office for Police Conduct has found.\n\nHe resigned.",
        id="a picture from a crash",
    ),
    pytest.param(
        "CCC report: Watch-house staff traded footage of prisoners",
        "The Crime and Corruption Commission has published its report on the sharing of racist clips of prisoners on "
        "WhatsApp by members of the Queensland Police Service.\n\nSenior Constable Dana Frome pleaded guilty and was "
        "fined.",
        id="a watch-house",
    ),
    pytest.param(
        "Explainer: when does a WhatsApp message land a police officer in court?",
        "Five people who were on one team will go before magistrates over racist messages. Three are still with Kerrin "
        "Police. The other two have retired.\n\nThe watchdog passed its file to prosecutors.",
        id="an explainer of one matter",
    ),
    pytest.param(
        "Town councillors want answers over police chat claims",
        "Councillors in Kerrin say that they have been left in the dark.\n\nA woman who used to work for the force has "
        "alleged that six Kerrin Police officers posted racist jokes in a WhatsApp group. The council heard of it from "
        "a resident.\n\nCouncillors of every party, residents and the MP said that they wanted to know more.",
        id="six officers, of whom councillors complain",
    ),
    pytest.param(
        "Constable jailed for bombarding ex-partner with messages",
        "A police officer who bombarded his former partner with abusive messages has been "
        "jailed.\n\nPC Neil Garth, 38, "
        "of Kerrin Police, admitted harassment.",
        id="a constable who threatened",
    ),
    pytest.param(
        "'He had my address': woman tells of ordeal",
        "A woman has told how a police officer who came to her burglary sent her sexual "
        "messages.\n\nSara Dene reported "
        "him to Kerrin Police.\n\nPC Luke Orme was dismissed without notice after a misconduct hearing.",
        id="told by the one who was wronged",
    ),
    pytest.param(
        "‘I was told to mute it’: leaked chat raises questions",
        "When Dana Orme joined her shift’s WhatsApp group she soon stopped opening it.\n\n“Somebody would have made "
        "the racist joke,” the former constable says.\n\nScreenshots contain 300 racist messages. They were posted "
        "by at least eight officers of Kerrin Police.",
        id="posted by officers, in a long read",
    ),
    pytest.param(
        "Man, 52, sentenced over racist posts",
        "A man who posted racist images on Facebook has been given a suspended prison "
        "sentence.\n\nGraham Poole, 52, was a "
        "sergeant with Kerrin Police until he retired in 2021.\n\nHe pleaded guilty to five counts.",
        id="a man who was a sergeant",
    ),
    pytest.param(
        "Teacher banned over antisemitic messages",
        "A teacher who sent antisemitic messages to a WhatsApp group has been banned.\n\nMr Farr was also a special "
        "constable with Kerrin Police.\n\nHe was dismissed by the force after a misconduct hearing "
        "found gross misconduct.",
        id="a teacher who is a special constable",
    ),
    pytest.param(
        "Prison officers suspended over inmate's death messages",
        "Five prison officers have been suspended over messages about an inmate.\n\nOne member of the "
        "WhatsApp group left "
        "to become a constable with Kerrin Police.\n\nThe force said an officer had been placed on restricted duties.",
        id="prison officers and a constable",
    ),
    pytest.param(
        "Inquiry after offensive posts by officers",
        "Kerrin Police has referred itself to the watchdog over offensive posts that officers are said to have made on "
        "Facebook.\n\nThe Independent Office for Police Conduct is assessing the referral.",
        id="nobody counted or named",
    ),
    pytest.param(
        "Lawsuit: deputies traded racist texts about inmates",
        "A former jail nurse says in a suit that a sergeant and two deputies at a rural sheriff's office traded racist "
        "texts about inmates.\n\nThe suit was filed against Kerrin County. The jail's officers froze her out, it says.",
        id="deputies who run a jail",
    ),
    pytest.param(
        "One post a fake, but five officers suspended",
        "Kerrin Police says that one of the racist Facebook posts in an officer's name is a fake.\n\nIt confirmed that "
        "five officers had been suspended over the others, and are under investigation.",
        id="one fake among posts of officers",
    ),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The articles that tell of an incident."""
    rows = [article(text, title=title) for title, text in (row.values for row in (*NO_INCIDENT, *INCIDENT))]
    return set(assembled(tmp_path_factory.mktemp("run"), rows)["coverage"]["article_id"])


@pytest.mark.parametrize(("title", "text"), NO_INCIDENT)
def test_no_police_are_suspected(told: set[str], title: str, text: str) -> None:
    assert article(text, title=title)["article_id"] not in told


@pytest.mark.parametrize(("title", "text"), INCIDENT)
def test_police_are_suspected(told: set[str], title: str, text: str) -> None:
    assert article(text, title=title)["article_id"] in told
