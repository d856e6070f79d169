"""Roles by what an article says further on, and by who stands beside whom; single phrases are in test_people."""

import pytest

from annotated import details, values

ROLES = [
    pytest.param(
        "The judge told Una Dray, a one-time custody sergeant, that she would pay.",
        {"Una Dray": "former_officer"},
        id="a one-time sergeant",
    ),
    pytest.param(
        "A sergeant with the Kerrin Police Service, Una Dray, faces two counts.",
        {"Una Dray": "officer"},
        id="with a force",
    ),
    pytest.param(
        "Two former constables with Kerrin Police, Una Dray and Lee Ashby, shared memes.",
        {"Una Dray": "former_officer", "Lee Ashby": "former_officer"},
        id="two former constables with a force",
    ),
    pytest.param(
        "The adjudicator, retired superintendent Una Dray, said it was over.",
        {"Una Dray": "official"},
        id="adjudicator",
    ),
    pytest.param("Arbitrator: Una Dray\n\nThe award stands.", {"Una Dray": "official"}, id="who signs as arbitrator"),
    pytest.param(
        "Her colleague on the board, Una Dray, said so. ", {"Una Dray": "official"}, id="a colleague on the board"
    ),
    pytest.param(
        "PC Tom Reddy is on trial beside his one-time shift partner Col Bray, 35, who quit Kerrin Police in May.",
        {"Tom Reddy": "officer", "Col Bray": "former_officer"},
        id="a shift partner is no kin",
    ),
    pytest.param(
        "Constables Lee Ashby and Dana Frome were sacked. A third man, Sgt Col Bray, would have lost his post as well "
        "had he not gone in July.",
        {"Lee Ashby": "officer", "Dana Frome": "officer", "Col Bray": "former_officer"},
        id="would have lost his post",
    ),
    pytest.param(
        "Inspector Col Bray, who was the senior member of the chat and let it pass, retired in May.",
        {"Col Bray": "former_officer"},
        id="who was senior, retired in May",
    ),
    pytest.param(
        "Probationary constable Sam Bell pleaded guilty in December, was fined and has since left the force.",
        {"Sam Bell": "former_officer"},
        id="and has since left the force",
    ),
    pytest.param(
        "Officer Wade Birch: terminated. Detective Tyler Boone, 29 years on the force: retired Sept. 19.",
        {"Wade Birch": "officer", "Tyler Boone": "former_officer"},
        id="a list of outcomes",
    ),
    pytest.param(
        "They are PC Tom Reddy, 33, and former constables Lee Ashby, 36, of Port Kerrin, and Col Bray, 58, of Dene.",
        {"Tom Reddy": "officer", "Lee Ashby": "former_officer", "Col Bray": "former_officer"},
        id="former constables with their towns",
    ),
    pytest.param(
        "Former PCs Lee Ashby, Tom Reddy and Col Bray were convicted. Only Reddy remains in the job.",
        {"Lee Ashby": "former_officer", "Tom Reddy": "officer"},
        id="only one remains",
    ),
    pytest.param(
        "PC Dana Frome, of Kerrin Police, was convicted.\n\nIn May two Tarrow constables, Lee Ashby and Col Bray, were "
        "sentenced. Both had resigned by the time of their trial.",
        {"Dana Frome": "officer", "Lee Ashby": "former_officer", "Col Bray": "former_officer"},
        id="both of that paragraph",
    ),
    pytest.param(
        "On their phones Roy Quad, Ellie Swine and Tobias Gosb were something else. The three, all constables on a "
        "rural "
        "team, took their seats.",
        {"Roy Quad": "officer", "Ellie Swine": "officer", "Tobias Gosb": "officer"},
        id="the three, all constables",
    ),
    pytest.param(
        "Norman Speke, 66, who retired as a sergeant in 2011, was ill. He has pleaded guilty to one count.",
        {"Norman Speke": "former_officer"},
        id="who has pleaded, and says nothing by it",
    ),
    pytest.param(
        "The trainee, whom the panel granted anonymity as Officer P, has resigned.",
        {"Officer P": "victim"},
        id="granted anonymity",
    ),
    pytest.param(
        "On the left sat Ruaridh Cathcart, 38. On the right sat Stuart Dow, 44. They had been constables together.",
        {"Ruaridh Cathcart": "former_officer", "Stuart Dow": "former_officer"},
        id="they had been constables",
    ),
    pytest.param(
        "There are four: Capt. Wade Birch, Officer Tyler Boone and retired Officer Milo Vance, all of Kerrin Police.",
        {"Wade Birch": "officer", "Tyler Boone": "officer", "Milo Vance": "former_officer"},
        id="and retired Officer",
    ),
    pytest.param(
        "An arbitrator threw out the city's decision to fire Derek Oster over memes.",
        {"Derek Oster": "officer"},
        id="a decision to fire",
    ),
    pytest.param(
        "A serving constable and two former constables are to appear in court.\n\nThe serving officer is PC Dana "
        "Frome, 38. "
        "The others are Alison Birch, 51, and Kevin Stobbs, 57.",
        {"Dana Frome": "officer", "Alison Birch": "former_officer", "Kevin Stobbs": "former_officer"},
        id="the others are",
    ),
    # who left
    pytest.param(
        "Dana Frome, 52, of Kerrin Bridge, who retired as a sergeant in 2022, is charged.",
        {"Dana Frome": "former_officer"},
        id="retired as a sergeant, and lives somewhere",
    ),
    pytest.param(
        "Dana Frome, 36, and Lee Ashby, 41, who are constables, and Col Bray, 39, and Ann Orchard, 28, both of whom "
        "have left the force, deny it.",
        {
            "Dana Frome": "officer",
            "Lee Ashby": "officer",
            "Col Bray": "former_officer",
            "Ann Orchard": "former_officer",
        },
        id="both of whom have left",
    ),
    pytest.param(
        "PC Dana Frome and PC Lee Ashby were charged.\n\nBoth men left the force in 2022.",
        {"Dana Frome": "former_officer", "Lee Ashby": "former_officer"},
        id="both men left",
    ),
    pytest.param(
        "PC Dana Frome and PC Lee Ashby were charged.\n\nBoth men left the court without a word.",
        {"Dana Frome": "officer", "Lee Ashby": "officer"},
        id="both men left the court",
    ),
    pytest.param(
        "PC Dana Frome and PC Lee Ashby were convicted.\n\nNeither is now a police officer.",
        {"Dana Frome": "former_officer", "Lee Ashby": "former_officer"},
        id="neither is an officer now",
    ),
    pytest.param(
        "PC Dana Frome and PC Lee Ashby were charged.\n\nAll three resigned.",
        {"Dana Frome": "officer", "Lee Ashby": "officer"},
        id="three of whom two are named",
    ),
    pytest.param(
        "A third, PC Dana Frome, had handed in her notice the week before.",
        {"Dana Frome": "former_officer"},
        id="named in passing, had handed in her notice",
    ),
    pytest.param(
        "In 2019 a constable, Lee Ashby, was sacked over a theft.", {"Lee Ashby": "former_officer"}, id="sacked in 2019"
    ),
    pytest.param("PC Lee Ashby was sacked on Friday.", {"Lee Ashby": "officer"}, id="sacked on Friday"),
    # as many with an age as the opening counts
    pytest.param(
        "Two former constables who shared a photograph were jailed.\n\nDana Frome, 38, took it on the coast road.\n\n"
        "She had sent it to her colleague Lee Ashby, 35, who passed it on.",
        {"Dana Frome": "former_officer", "Lee Ashby": "former_officer"},
        id="the people with an age",
    ),
    pytest.param(
        "Two former constables who shared a photograph were jailed.\n\nDana Frome, 38, took it of Ella Marsh, 19, who "
        "died.",
        {"Ella Marsh": "victim"},
        id="an age of a victim",
    ),
    # officials
    pytest.param(
        "Detective Constable Tom Reddy, who examined the handset, spoke next.",
        {"Tom Reddy": "official"},
        id="who examined the handset",
    ),
    pytest.param(
        "Det Sgt Tom Reddy, of the anti-corruption unit, described the search.",
        {"Tom Reddy": "official"},
        id="of the anti-corruption unit",
    ),
    pytest.param(
        "Det Sgt Tom Reddy, who led the murder inquiry, is accused of sending racist jokes.",
        {"Tom Reddy": "officer"},
        id="who led an inquiry, and is accused",
    ),
    pytest.param(
        "The panel was chaired by a retired magistrate from Kerrin, Una Dray.",
        {"Una Dray": "official"},
        id="chaired by",
    ),
    pytest.param(
        "The watchdog opened an investigation, led by Una Dray, a former trading standards officer.",
        {"Una Dray": "official"},
        id="an investigation led by",
    ),
    pytest.param(
        "A former Kerrin constable has been jailed.\n\nCy Frome, 33, sent them at work.\n\nFrome, the judge added, had "
        "begun.",
        {"Cy Frome": "former_officer"},
        id="the judge added",
    ),
    pytest.param("Head of investigations Una Dray said so.", {"Una Dray": "official"}, id="head of investigations"),
    pytest.param("The force's chair, Judge Una Dray, said so.", {"Una Dray": "official"}, id="a chair who is a judge"),
    pytest.param("Fiscal depute Una Dray asked him why.", {"Una Dray": "official"}, id="a fiscal depute"),
    pytest.param(
        "Superintendent (operations) Una Dray will lead it.",
        {"Una Dray": "official"},
        id="a title with words in brackets",
    ),
    pytest.param("Mayor Una Dray said that two officers were suspended.", {"Una Dray": "official"}, id="a mayor"),
    pytest.param(
        "Ranks run from constable to sergeant, Chief Constable Una Dray said. Up to inspector, Dray said.",
        {"Una Dray": "official"},
        id="a rank before a name that speaks",
    ),
    pytest.param("Una Dray, chair of the misconduct panel, spoke.", {"Una Dray": "official"}, id="chair of a panel"),
    pytest.param("Una Dray, chairing the hearing, spoke.", {"Una Dray": "official"}, id="chairing a hearing"),
    pytest.param("Una Dray, representing the Met, said so.", {"Una Dray": "other"}, id="representing a force"),
    pytest.param("Counsel for the constabulary, Una Dray, said so.", {"Una Dray": "other"}, id="counsel for a force"),
    pytest.param("Una Dray KC, prosecuting, said so.", {"Una Dray": "other"}, id="King's Counsel who prosecutes"),
    pytest.param("Una Dray, whose review found it rotten, spoke.", {"Una Dray": "official"}, id="whose review"),
    pytest.param("Una Dray, from the CPS, said so.", {"Una Dray": "official"}, id="from a body known by letters"),
    pytest.param(
        "Sgt. Una Dray, a department spokeswoman, said so.", {"Una Dray": "official"}, id="a ranked spokeswoman"
    ),
    pytest.param(
        "Inspector Una Dray said that the pair were charged.",
        {"Una Dray": "official"},
        id="an inspector who speaks of it",
    ),
    pytest.param(
        "Sgt Una Dray posted a racist meme in the group.",
        {"Una Dray": "officer"},
        id="a sergeant who posts is no voice",
    ),
    pytest.param(
        "At a hearing before Chief Constable Una Dray, PC Lee Ashby was dismissed.",
        {"Una Dray": "official", "Lee Ashby": "officer"},
        id="another right after",
    ),
    # named as those of the opening
    pytest.param(
        "Two police constables face a hearing.\n\nThe officers, named as Ann Orchard and Lee Ashby, deny it.",
        {"Ann Orchard": "officer", "Lee Ashby": "officer"},
        id="the officers, named as",
    ),
    pytest.param(
        "Two police constables face a hearing.\n\nThe pair, Ann Orchard, Col Bray and Lee Ashby, deny it.",
        {"Ann Orchard": "other"},
        id="more than the opening counts",
    ),
    pytest.param(
        "A former officer was found guilty of gross misconduct.\n\nPC Lee Ashby sent racist memes.",
        {"Lee Ashby": "former_officer"},
        id="ranked, in an article on a former officer",
    ),
    pytest.param(
        "Lee Ashby, 35, formerly of Kerrin Police, was charged.", {"Lee Ashby": "former_officer"}, id="formerly of"
    ),
    pytest.param(
        "PC Lee Ashby, who has since left the force, was found to have sent them.",
        {"Lee Ashby": "former_officer"},
        id="who has since left",
    ),
    # others
    pytest.param(
        "Una Dray, who chairs the local branch of the Police Federation, said so.",
        {"Una Dray": "other"},
        id="who chairs a branch of a federation",
    ),
    pytest.param(
        "Kerrin Police Federation said that some deny it. Its chair, Una Dray, said so.",
        {"Una Dray": "other"},
        id="its chair, of a federation",
    ),
    pytest.param(
        "Una Dray, president of Lodge 14 of the Fraternal Order of Police, said so.",
        {"Una Dray": "other"},
        id="a union, US",
    ),
    pytest.param("Harbour Women chief executive Una Dray said so.", {"Una Dray": "other"}, id="who heads a charity"),
    pytest.param(
        "Una Dray, director of the campaign group Fair Deal, said so.", {"Una Dray": "other"}, id="of a campaign group"
    ),
    pytest.param("IPID spokesperson Una Dray told them so.", {"Una Dray": "official"}, id="a body known by letters"),
    pytest.param("Legal chair Una Dray spoke of harm.", {"Una Dray": "official"}, id="a legal chair"),
    pytest.param(
        "His barrister, Una Dray, said that the constable deleted it.",
        {"Una Dray": "other"},
        id="who speaks of a constable",
    ),
    # harmed
    pytest.param(
        "Una Dray, whose photograph was passed round, wept.", {"Una Dray": "victim"}, id="whose photograph was passed"
    ),
    pytest.param("Una Dray, the butt of most of the jokes, wept.", {"Una Dray": "victim"}, id="the butt of jokes"),
    pytest.param(
        "Una Dray discovered that she had been nicknamed the Duchess.", {"Una Dray": "victim"}, id="had been nicknamed"
    ),
    pytest.param("Una Dray, 22, had taken her own life.", {"Una Dray": "victim"}, id="who died"),
    pytest.param("Una Dray, who was killed in a crash, was 19.", {"Una Dray": "victim"}, id="who was killed"),
    pytest.param(
        "PC Una Dray was called a terrorist in the group.", {"Una Dray": "victim"}, id="an officer called names in it"
    ),
    pytest.param("One joke was about a colleague, PC Una Dray.", {"Una Dray": "victim"}, id="a joke about a colleague"),
    pytest.param("A complaint about PC Una Dray was upheld.", {"Una Dray": "officer"}, id="a complaint about"),
    pytest.param("His marriage to Una Dray ended in 2019.", {"Una Dray": "family"}, id="a marriage"),
    pytest.param(
        "His wife, PC Una Dray, was in the group too.", {"Una Dray": "officer"}, id="a wife who is an officer"
    ),
    pytest.param("Aunty Una Dray said so.", {"Una Dray": "other"}, id="an elder"),
    # officials, and those who are none
    pytest.param(
        "A Green member of the Policing Board, Una Dray, urged calm.", {"Una Dray": "official"}, id="member of a board"
    ),
    pytest.param(
        "Legal adviser to the panel Una Dray read it out.", {"Una Dray": "official"}, id="a panel's legal adviser"
    ),
    pytest.param(
        "The panel's chair, a retired solicitor named Una Dray, agreed.",
        {"Una Dray": "official"},
        id="a chair so named",
    ),
    pytest.param("The Honorable Una Dray accepted the pleas.", {"Una Dray": "official"}, id="the Honorable"),
    pytest.param(
        "The chairman of the county's Police Federation branch, Sgt Una Dray, said they were upset.",
        {"Una Dray": "other"},
        id="a federation's branch",
    ),
    pytest.param(
        "Green Party police spokesperson Una Dray said: “Publish it.”",
        {"Una Dray": "other"},
        id="a party's spokesperson",
    ),
    pytest.param(
        "Defence solicitor Una Dray, for two of the constables, said no more.",
        {"Una Dray": "other"},
        id="for two of them",
    ),
    pytest.param(
        "Col Bray, of the Kerrin Pride charity, called on the chief constable to act.",
        {"Col Bray": "other"},
        id="who calls on a constable is none",
    ),
    # officers
    pytest.param(
        "The former sergeant, identified only as Officer E, wept.",
        {"Officer E": "former_officer"},
        id="a letter, former",
    ),
    pytest.param(
        "He sent it to his then partner, Una Dray, who was on duty across town.", {"Una Dray": "officer"}, id="on duty"
    ),
    pytest.param(
        "A sergeant is to stand trial in May. The charge against Col Bray, 47, is one of obscenity.",
        {"Col Bray": "officer"},
        id="whom the charge is against",
    ),
    # those harmed, and theirs
    pytest.param(
        "The force agreed to pay compensation to a former firearms officer, Una Dray, last year.",
        {"Una Dray": "victim"},
        id="compensation",
    ),
    pytest.param(
        "PC Lee Ashby wrote a slur about a barber.\n\nThe barber, Alan Bray, said he moved away.",
        {"Alan Bray": "victim", "Lee Ashby": "officer"},
        id="the barber of the slur",
    ),
    pytest.param(
        "The widow of the dead man, Una Dray, said: “I want names.”", {"Una Dray": "family"}, id="a dead man's widow"
    ),
    pytest.param(
        "His daughter, 19-year-old Una Dray, was told last.", {"Una Dray": "family"}, id="a daughter with an age"
    ),
    pytest.param(
        "PC Lee Ashby was charged. When a woman came to report her husband, Ashby wrote a joke.",
        {"Lee Ashby": "officer"},
        id="somebody known is not the husband",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text, expected):
    found = dict(details(text, "PERSON", "role"))
    assert {name: found.get(name) for name in expected} == expected


NAMES = [
    pytest.param("“No,” said organiser Lisette Amberly.", ["Lisette Amberly"], id="said, a job and a name"),
    pytest.param("“No,” said the Rev. Orrin Amberly.", ["Orrin Amberly"], id="a clergyman"),
    pytest.param("Orrin Amberly KC rose.", ["Orrin Amberly"], id="letters after the name"),
    pytest.param("Orrin Amberly, for the Crown, rose.", ["Orrin Amberly"], id="for the Crown"),
    pytest.param("A woman whom we are calling Beth left. Beth wept.", ["Beth", "Beth"], id="a name that is not hers"),
    pytest.param("Her brother Tom was in the picture. Tom fell.", ["Tom", "Tom"], id="a brother's first name"),
    pytest.param("Scotland Yard said so.", [], id="a headquarters"),
    pytest.param("A group in the Calder Valley said so.", [], id="a valley"),
    pytest.param(
        "Rosario Vale has been here before. The Rosario Vale Police Department said so.", [], id="a town with police"
    ),
    pytest.param("They dismissed a constable in Prince Albert over it.", [], id="a town with a given name"),
    pytest.param("By Dana Frome, Staff Writer\n\nNine were suspended.", [], id="who wrote it"),
    pytest.param("Dana Frome, crime reporter\n\nNine were suspended.", [], id="who wrote it, and what they report"),
    pytest.param("By Dana Frome's account, nine were suspended.", ["Dana Frome"], id="by somebody's account"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected):
    assert values(text, "PERSON") == expected


def test_whoever_comments_in_a_sentence_of_context_belongs_to_the_main_matter():
    text = (
        "Two constables were suspended over WhatsApp messages.\n\nThey are under investigation.\n\n"
        "Campaigners want a review of vetting, said Una Dray."
    )
    assert details(text, "PERSON", "account") == [("Una Dray", "0")]
