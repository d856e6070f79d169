import pytest

from annotated import details, doc_of, values
from cuttings.extract.spans import mentions

NAMES = [
    pytest.param("His lawyer, Wes Pruitt, said so.", ["Wes Pruitt"], id="Wes, which is no plural of we"),
    pytest.param("County Commissioner June Albright asked.", ["June Albright"], id="a month's name after a title"),
    pytest.param(
        'The chief fired Det. Joseph "Joey" Amaya and Det. Cpl. Dwight Pruitt. Amaya will appeal.',
        ["Joseph Amaya", "Dwight Pruitt", "Joseph Amaya"],
        id="a nickname, and two titles",
    ),
    pytest.param("PC Dana Frome was dismissed.", ["Dana Frome"], id="rank and name"),
    pytest.param(
        "PC Dana Frome was jailed. Defending Frome, Oliver Stone said that she was sorry.",
        ["Dana Frome", "Dana Frome", "Oliver Stone"],
        id="whom a lawyer defends",
    ),
    pytest.param("Former Sgt Colm Ashby was dismissed.", ["Colm Ashby"], id="former rank and name"),
    pytest.param("Senior Constable Bree Tolland was stood down.", ["Bree Tolland"], id="Australian rank"),
    pytest.param("Head Constable Ramesh Kadam was suspended.", ["Ramesh Kadam"], id="Indian rank"),
    pytest.param("Sub-Inspector Anjali Deshmukh was suspended.", ["Anjali Deshmukh"], id="sub-inspector"),
    pytest.param("Garda Niamh O'Reardon was arrested.", ["Niamh O'Reardon"], id="garda, and an apostrophe"),
    pytest.param("Sheriff's Deputy Hank Moreno-Lyle was fired.", ["Hank Moreno-Lyle"], id="deputy, and a hyphen"),
    pytest.param("Trooper William J. Starks was fired.", ["William J. Starks"], id="a middle initial"),
    pytest.param("Det Supt Morag MacAllan said no more.", ["Morag MacAllan"], id="two shortened ranks"),
    pytest.param("Chief Constable Sir Alan Dray apologised.", ["Alan Dray"], id="rank and knighthood"),
    pytest.param("Mr Ludo van der Elst wept.", ["Ludo van der Elst"], id="particles"),
    pytest.param("Áine Ní Bhroin, 31, was arrested.", ["Áine Ní Bhroin"], id="an Irish name with an age"),
    pytest.param(
        "Constables Kelsey Buchan, Arun Vale and Bo Lunt were sacked.",
        ["Kelsey Buchan", "Arun Vale", "Bo Lunt"],
        id="a list after one rank",
    ),
    pytest.param(
        "Dismissed were:\n\n• PC Dana Frome\n\n• PC Tariq Aziz-Hall",
        ["Dana Frome", "Tariq Aziz-Hall"],
        id="a list in lines",
    ),
    pytest.param("“It was vile,” said Ottilie Brask.", ["Ottilie Brask"], id="after a verb of saying"),
    pytest.param("Officer A and Officer B were named.", ["Officer A", "Officer B"], id="letters for names"),
    pytest.param("Ryan Pell, 44, of Ashby Road, was bailed.", ["Ryan Pell"], id="an age, and a street that is no name"),
    pytest.param("PC Mark March was dismissed in March.", ["Mark March"], id="a name that is a month"),
    pytest.param("PC 417 Oswin Thale was dismissed.", ["Oswin Thale"], id="a collar number"),
    pytest.param(
        "The post was Leofwin Thale's. By noon PC Thale denied it.", ["Leofwin Thale"] * 2, id="a surname comes back"
    ),
    pytest.param(
        "PC Jonathon Thale left. Johnathon Thale denied it.", ["Jonathon Thale"] * 2, id="a name spelt in two ways"
    ),
    pytest.param(
        "Officers A and C were warned. PCs D, E and F were not.",
        ["Officer A", "Officer C", "PC D", "PC E", "PC F"],
        id="letters after one rank",
    ),
    pytest.param(
        "A retired surveyor called it off. A retired solicitor named Orsolo Thale did not.",
        ["Orsolo Thale"],
        id="a solicitor so named",
    ),
    pytest.param("Clean Dawn MLA Una Dray objected.", ["Una Dray"], id="a party before a seat"),
    pytest.param("Yusuf, the father, would not give his surname.", ["Yusuf"], id="who gives no surname"),
]

NO_NAMES = [
    "In June Council Officers met.",
    pytest.param("Police Scotland issued a statement.", id="a force"),
    pytest.param("The Independent Office for Police Conduct began.", id="a body"),
    pytest.param("It happened at Kerrin Crown Court.", id="a court"),
    pytest.param("Officers Dismissed Over Group Chat", id="a headline in capitals"),
    pytest.param("Operation Larkspur has ended.", id="an operation"),
    pytest.param("The Duchess of Sussex visited.", id="a title without a name"),
    pytest.param("The Misuse of Drugs Act applies.", id="an act"),
    pytest.param("Black Lives Matter marched on Sunday.", id="a movement"),
    pytest.param("The Kerrin Gazette saw the messages.", id="a newspaper"),
    pytest.param("Officers of the New South Wales force.", id="a state"),
    pytest.param("The campaign group Clean Hands said so.", id="a campaign group"),
    pytest.param("Figures from the charity Fair Deal, who asked, are out.", id="a charity"),
    pytest.param("Former Kerrin Police Officers Enter", id="a headline's verb"),
    pytest.param("They shared pictures of Adolf Hitler.", id="somebody of history"),
    pytest.param("Reporting was contributed by Dana Frome.\n\nNine were suspended.", id="who helped to report it"),
    pytest.param("Nine were suspended.\n\nDana Frome is a Kerrin-based columnist.", id="who wrote it, at the foot"),
]

# article → names of its mentions in order, later ones read back
LATER = [
    pytest.param(
        "PC Ludo van der Elst was sacked. Mr van der Elst wept. Van der Elst left.",
        ["Ludo van der Elst"] * 3,
        id="a surname of several words",
    ),
    pytest.param(
        "Sgt Ann Le Marec was sacked. Mrs Le Marec wept.", ["Ann Le Marec"] * 2, id="a surname with an article"
    ),
    pytest.param("PC Dana Frome was dismissed.\n\nFrome had denied it.", ["Dana Frome"] * 2, id="the surname alone"),
    pytest.param("PC Dana Frome was dismissed.\n\nMs Frome wept.", ["Dana Frome"] * 2, id="honorific and surname"),
    pytest.param("PC Dana Frome left.\n\nPC Frome had denied it.", ["Dana Frome"] * 2, id="rank and surname"),
    pytest.param("Frome's chat was vile.\n\nPC Dana Frome left.", ["Dana Frome"] * 2, id="the surname before the name"),
    pytest.param(
        "PC Dana Frome and PC Lee Ashby left.\n\nAshby, like Frome, denied it.",
        ["Dana Frome", "Lee Ashby", "Lee Ashby", "Dana Frome"],
        id="two surnames",
    ),
    pytest.param(
        "Commissioner Sir Alan Dray spoke.\n\nSir Alan apologised.", ["Alan Dray"] * 2, id="a knight's given name"
    ),
    pytest.param(
        "PC Dana Frome left.\n\nIt happened in Frome, where the station is in Frome Street.",
        ["Dana Frome"],
        id="a town and a street of the same name are not her",
    ),
    pytest.param(
        "PC Ian Hill and his wife, Ann Hill, were there.\n\nPC Hill denied it.",
        ["Ian Hill", "Ann Hill", "Ian Hill"],
        id="one surname, and the rank tells which",
    ),
    pytest.param("PC Dana Frome left.\n\nMr Fromer spoke.", ["Dana Frome", "Fromer"], id="a longer surname is another"),
]

# article → (name, role) of each person
ROLES = [
    pytest.param(
        "The Fianna Fáil TD for Laois, Gráinne Hess, called for it. SDLP policing board member Bren Toll said so. The "
        "DUP's Lorna Kirk, who also sits on the board, urged people to wait.",
        {"Gráinne Hess": "official", "Bren Toll": "official", "Lorna Kirk": "official"},
        id="parties, and members of the board",
    ),
    pytest.param(
        "Hal Wexler, for PC Frome, said she was sorry.", {"Hal Wexler": "other"}, id="for an officer with a rank"
    ),
    pytest.param(
        "Two constables were charged. Orla Cahoon, the constables' solicitor, said they denied it.",
        {"Orla Cahoon": "other"},
        id="the constables' solicitor",
    ),
    pytest.param(
        "Kevin Baumber, representing the officers, said they were ashamed.",
        {"Kevin Baumber": "other"},
        id="representing the officers",
    ),
    pytest.param(
        "Attorney Lee Marsh, who represents Officer Dan Frome, said he would appeal.",
        {"Lee Marsh": "other"},
        id="an attorney, US",
    ),
    pytest.param(
        "A spokesman for the family, Tom Reeve, said they wanted answers.",
        {"Tom Reeve": "other"},
        id="a family's spokesman",
    ),
    pytest.param(
        "Hal Wexler, for the appropriate authority, said she had lied.",
        {"Hal Wexler": "other"},
        id="for an authority",
    ),
    pytest.param("Mary Aske, prosecuting, said she had lied.", {"Mary Aske": "other"}, id="prosecuting"),
    pytest.param(
        "Two constables were charged. The texts were found by a colleague, Constable Fiona Gow, who told a supervisor.",
        {"Fiona Gow": "officer"},
        id="a colleague who found them is an officer, too",
    ),
    pytest.param(
        "For the sergeant, Una Dray said he was sorry.", {"Una Dray": "other"}, id="who speaks for a sergeant"
    ),
    pytest.param("Una Dray KC told the jury of two constables.", {"Una Dray": "other"}, id="King's Counsel"),
    pytest.param("Lee Ashby left the force in May.", {"Lee Ashby": "former_officer"}, id="who left a force"),
    pytest.param(
        "A former constable was found guilty in May. Lee Ashby, 39, had shared a picture.",
        {"Lee Ashby": "former_officer"},
        id="the officer of the sentence before",
    ),
    pytest.param(
        "Two former constables were jailed.\n\nLee Ashby and Dana Frome used a group.",
        {"Lee Ashby": "former_officer", "Dana Frome": "former_officer"},
        id="named side by side, as many as the opening counts",
    ),
    pytest.param("PC Dana Frome was dismissed.", {"Dana Frome": "officer"}, id="an officer"),
    pytest.param(
        "Chief Constable Una Dray's deputy, Tom Reddy, told the council so.",
        {"Una Dray": "official", "Tom Reddy": "official"},
        id="a chief's deputy",
    ),
    pytest.param("Sheriff's deputy Tom Reddy was fired.", {"Tom Reddy": "officer"}, id="a sheriff's deputy"),
    pytest.param(
        "Chief Constable Una Dray, who was deputy then, read it.", {"Una Dray": "official"}, id="who was deputy then"
    ),
    pytest.param(
        "Una Dray, 40, solicitor for PC Lee Ashby, said nothing.", {"Una Dray": "other"}, id="a solicitor for a PC"
    ),
    pytest.param("For the constabulary, Una Dray told them so.", {"Una Dray": "other"}, id="for a constabulary"),
    pytest.param("Una Dray, prosecuting, said so in court.", {"Una Dray": "other"}, id="prosecuting"),
    pytest.param("Una Dray, in the chair, said that it was late.", {"Una Dray": "official"}, id="in the chair"),
    pytest.param(
        "Una Dray, who presented the case, told the panel so.", {"Una Dray": "other"}, id="who presented the case"
    ),
    pytest.param("Police Minister Una Dray called it vile.", {"Una Dray": "official"}, id="a police minister"),
    pytest.param("Labour justice spokesman Tom Reddy said so.", {"Tom Reddy": "other"}, id="who speaks for a party"),
    pytest.param("Force spokesman Tom Reddy said so.", {"Tom Reddy": "official"}, id="who speaks for a force"),
    pytest.param("Shadow home secretary Una Dray said so.", {"Una Dray": "official"}, id="a shadow minister"),
    pytest.param(
        "Una Dray, 30, who reported the constable, was glad.", {"Una Dray": "other"}, id="who reported a constable"
    ),
    pytest.param(
        "Constable Una Dray, the officer the posts were about, wept.",
        {"Una Dray": "victim"},
        id="whom posts were about",
    ),
    pytest.param("Former PC Lee Ashby was convicted.", {"Lee Ashby": "former_officer"}, id="a former officer"),
    pytest.param(
        "PC Dana Frome and Oswin Thale, 48, a sergeant until he resigned in May, were found to have sent them.",
        {"Dana Frome": "officer", "Oswin Thale": "former_officer"},
        id="until he resigned",
    ),
    pytest.param(
        "Ann Orchard, 29, Lee Ashby, 34, and Col Bray, 41, all of Kerrin Police, were charged.",
        {"Ann Orchard": "officer", "Lee Ashby": "officer", "Col Bray": "officer"},
        id="all of one force",
    ),
    pytest.param(
        "The two constables of the night team, Ann Orchard and Lee Ashby, were charged.",
        {"Ann Orchard": "officer", "Lee Ashby": "officer"},
        id="the constables of a team",
    ),
    pytest.param("PC Dana Frome said: “I never saw it.”", {"Dana Frome": "officer"}, id="a constable who speaks"),
    pytest.param("Retired detective Col Bray, 61, was arrested.", {"Col Bray": "former_officer"}, id="retired"),
    pytest.param(
        "Ann Orchard, a serving constable, denied it.",
        {"Ann Orchard": "officer"},
        id="told after the name",
    ),
    pytest.param(
        "Lee Ashby, 40, who was a constable until 2021, pleaded guilty.",
        {"Lee Ashby": "former_officer"},
        id="was a constable until",
    ),
    pytest.param(
        "Chief Constable Mo Adeyi said: “We are sorry for this.”", {"Mo Adeyi": "official"}, id="a chief constable"
    ),
    pytest.param(
        "Police chief Gloria Ruiz said the thread was vile.", {"Gloria Ruiz": "official"}, id="an American chief"
    ),
    pytest.param(
        "Commissioner Hari Kulkarni suspended two constables.", {"Hari Kulkarni": "official"}, id="a commissioner"
    ),
    pytest.param("Judge Petra Lomax said he had lied.", {"Petra Lomax": "official"}, id="a judge"),
    pytest.param(
        "District Attorney Wanda Pike declined to charge them.", {"Wanda Pike": "official"}, id="a district attorney"
    ),
    pytest.param(
        "The messages mocked the murder of Ella Marsh, 19.", {"Ella Marsh": "victim"}, id="a victim of a murder"
    ),
    pytest.param(
        "PC Tom Reddy was stabbed on duty.\n\nColleagues joked about his death.",
        {"Tom Reddy": "victim"},
        id="an officer who is a victim",
    ),
    pytest.param(
        "Joan Marsh, the mother of Ella Marsh, wept.",
        {"Joan Marsh": "family"},
        id="a mother",
    ),
    pytest.param("Ella's father, Rob Marsh, said: “We trusted them.”", {"Rob Marsh": "family"}, id="a father"),
    pytest.param(
        "The group shared a photograph of Sgt Una Price, a colleague, without her consent.",
        {"Una Price": "victim"},
        id="an officer whose picture was shared",
    ),
    pytest.param("Councillor Bob Vane called it shameful.", {"Bob Vane": "official"}, id="a councillor"),
    pytest.param(
        "Councillor Bob Vane was suspended by his party.", {"Bob Vane": "official"}, id="a councillor suspended"
    ),
    pytest.param("Firefighter Gus Thorne was sacked over a chat.", {"Gus Thorne": "other"}, id="a firefighter sacked"),
    pytest.param("Teacher Amy Colt, 30, was dismissed over a chat.", {"Amy Colt": "other"}, id="a teacher dismissed"),
    pytest.param(
        "His solicitor, Faye Dunn, said he would appeal.", {"Faye Dunn": "other"}, id="a solicitor is no official"
    ),
    pytest.param("Campaigner Ade Coker said trust was gone.", {"Ade Coker": "other"}, id="a campaigner"),
    pytest.param(
        "Former chief constable Jim Tarn, now a pundit, said it was worse in his day.",
        {"Jim Tarn": "other"},
        id="a former chief who only comments",
    ),
    pytest.param(
        "Superintendent Kay Lorne, of Harrowmere Constabulary, said: “We acted at once.”",
        {"Kay Lorne": "official"},
        id="a superintendent who speaks for the force",
    ),
    pytest.param(
        "Sgt Dev Rana, prosecuting the case for the force, said the messages were vile.",
        {"Dev Rana": "official"},
        id="a rank that speaks for the force",
    ),
    pytest.param(
        "A former constable mocked a victim online.\n\nTom Reddy, 34, was fined by magistrates.",
        {"Tom Reddy": "former_officer"},
        id="the one whom the article is about",
    ),
    pytest.param(
        "A man is on trial with two former officers, Lee Ashby, 35, and Col Bray, 47.",
        {"Lee Ashby": "former_officer", "Col Bray": "former_officer"},
        id="those whom a count names",
    ),
    pytest.param(
        "PC Tom Reddy sent them. Reddy resigned in May.", {"Tom Reddy": "former_officer"}, id="resigned since"
    ),
    pytest.param(
        "Two constables sent texts about a gay recruit. They came to light when the recruit, Tom Reddy, saw a phone.",
        {"Tom Reddy": "victim"},
        id="whom the texts were about",
    ),
    pytest.param(
        "A force spokesman, Sgt Tom Reddy, said that the inquiry went on.", {"Tom Reddy": "official"}, id="a spokesman"
    ),
    pytest.param(
        "A lawyer for PC Dana Frome, Tom Reddy, said so.",
        {"Dana Frome": "officer", "Tom Reddy": "other"},
        id="an officer's lawyer",
    ),
    pytest.param(
        "The woman, known as Ms C, wrote a statement.", {"Ms C": "victim"}, id="a woman whose name is withheld"
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected):
    assert values(text, "PERSON") == expected


@pytest.mark.parametrize("text", NO_NAMES)
def test_capitals_that_are_no_name(text):
    assert values(text, "PERSON") == []


@pytest.mark.parametrize(("text", "expected"), LATER)
def test_later_mentions_are_read_back(text, expected):
    assert values(text, "PERSON") == expected


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text, expected):
    found = dict(details(text, "PERSON", "role"))
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "PC Una Dray, who brought the messages to light, was moved.",
        "The chat was brought to light by Constable Una Dray.",
        "A fellow PC, Una Dray, complained of the jokes.",
        "Sgt Una Dray, who found the clip, told an inspector.",
        "The texts were found by a colleague, Constable Una Dray.",
        "The posts were flagged by a fellow officer, PC Una Dray.",
    ],
)
def test_an_officer_who_tells_of_it_is_a_witness(text):
    assert details(text, "PERSON", "witness") == [("Una Dray", "yes")]


@pytest.mark.parametrize(
    "text",
    [
        "PC Una Dray, who leaked the picture, was sacked.",
        "PC Una Dray, who found the posts funny, was sacked.",
        "The clip was passed on by Constable Una Dray.",
    ],
)
def test_an_officer_who_did_it_is_no_witness(text):
    assert details(text, "PERSON", "witness") == [("Una Dray", "")]


def test_a_mention_covers_the_name_and_not_its_title():
    doc = doc_of("Former Sgt Colm Ashby was dismissed.")
    assert [(span.text, span.label_) for span in mentions(doc, "PERSON")] == [("Colm Ashby", "PERSON")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PC Dana Frome left.", "PC"),
        ("Chief Constable Sir Alan Dray spoke.", "Chief Constable Sir"),
        ("Ms Dana Frome left.", "Ms"),
    ],
)
def test_the_title_before_a_name(text, title):
    assert details(text, "PERSON", "title")[0][1] == title
