"""The part of each named person by the turns of courts, councils, agencies and letters; and names by their form."""

import pytest

from annotated import details, fault, values

PARTS = [
    # elected
    pytest.param("The Kerrin MP Una Dray said so.", {"Una Dray": "official"}, id="an MP, before the name"),
    pytest.param("Una Dray, the Labour MP for Kerrin, said so.", {"Una Dray": "official"}, id="an MP, after the name"),
    pytest.param("The MSP for the area, Una Dray, will write.", {"Una Dray": "official"}, id="an MSP, by the area"),
    pytest.param("Labour's Tom Reddy TD said so.", {"Tom Reddy": "official"}, id="letters after a name"),
    pytest.param(
        "Una Dray, whose constituency takes in the station, said so.", {"Una Dray": "official"}, id="a constituency"
    ),
    pytest.param(
        "The leader of the city council, Tom Reddy, said so.", {"Tom Reddy": "official"}, id="a council's leader"
    ),
    pytest.param("Former MP Tom Reddy said so.", {"Tom Reddy": "other"}, id="an MP no longer"),
    # offices told at length
    pytest.param(
        "Deputy Inspector General for Public Safety Una Dray said so.", {"Una Dray": "official"}, id="an inspector"
    ),
    pytest.param("Una Dray, who was then the city attorney, said so.", {"Una Dray": "official"}, id="an office then"),
    pytest.param(
        "Una Dray, the watchdog's director of major investigations, said so.",
        {"Una Dray": "official"},
        id="a director of investigations",
    ),
    pytest.param(
        "We shall publish the report.\n\nUna Dray\n\nPolice and Crime Commissioner for Kerrin",
        {"Una Dray": "official"},
        id="a signature",
    ),
    pytest.param("It was read out.\n\nUna Dray\n\nSecretary", {"Una Dray": "other"}, id="a signature that says little"),
    # no office
    pytest.param(
        "The staff association objected. Una Dray, its secretary, said so.", {"Una Dray": "other"}, id="its secretary"
    ),
    pytest.param(
        "Una Dray, secretary of the North and West Kerrin branch of the Police Federation, said so.",
        {"Una Dray": "other"},
        id="a branch with a long name",
    ),
    pytest.param("Una Dray, the trust's director, said so.", {"Una Dray": "other"}, id="a trust's director"),
    pytest.param(
        "Prosecutor Una Dray told Kerrin Crown Court that it was no joke.", {"Una Dray": "other"}, id="a barrister"
    ),
    pytest.param(
        "Kerrin County Prosecutor Una Dray said that cases were being reviewed.",
        {"Una Dray": "official"},
        id="a county's prosecutor",
    ),
    pytest.param(
        "Counsel for the commissioner, Una Dray SC, said so.", {"Una Dray": "other"}, id="a title that is not hers"
    ),
    # chiefs who are investigated
    pytest.param(
        "Chief Superintendent Tom Reddy, who runs the county's patrols, was told that he would be investigated.",
        {"Tom Reddy": "officer"},
        id="a chief under investigation",
    ),
    pytest.param(
        "The chief constable of Kerrin, Tom Reddy, has been suspended.", {"Tom Reddy": "officer"}, id="suspended"
    ),
    pytest.param(
        "Chief Superintendent Tom Reddy said that two constables were suspended.",
        {"Tom Reddy": "official"},
        id="a chief who tells of it",
    ),
    # who was an officer
    pytest.param(
        "Lee Ashby, 30, of Frome, who was a special constable until 2022, is charged.",
        {"Lee Ashby": "former_officer"},
        id="after an age and a town",
    ),
    pytest.param(
        "Lee Ashby, a former chief inspector, was convicted.", {"Lee Ashby": "former_officer"}, id="a chief inspector"
    ),
    pytest.param(
        "PC Lee Ashby said that he had left the group in May.", {"Lee Ashby": "officer"}, id="who left a group"
    ),
    pytest.param(
        "In 2019 a constable, Lee Ashby, was fined. He has since left the force.",
        {"Lee Ashby": "former_officer"},
        id="he has since left",
    ),
    pytest.param("Her former supervisor Sgt Lee Ashby was fined.", {"Lee Ashby": "officer"}, id="former otherwise"),
    pytest.param(
        "Lee Ashby set up the chat with other former Kerrin officers.", {"Lee Ashby": "former_officer"}, id="others"
    ),
    pytest.param("He sent it to a friend, Lee Ashby, who was not an officer.", {"Lee Ashby": "other"}, id="was not"),
    pytest.param(
        "Dana Frome, a former detective turned campaigner, said it was a disgrace.",
        {"Dana Frome": "other"},
        id="a commentator",
    ),
    # several
    pytest.param(
        "The sheriff fired six deputies. One of them, Lee Ashby, won his job back.",
        {"Lee Ashby": "officer"},
        id="one of them",
    ),
    pytest.param(
        "Six retired police officers admitted it.\n\nLee Ashby, 62, and Col Bray, 65, appeared in court.\n\n"
        "A sixth man, Tom Reddy, 60, denied one count.",
        {"Lee Ashby": "former_officer", "Col Bray": "former_officer", "Tom Reddy": "former_officer"},
        id="a list with ages, and a sixth",
    ),
    pytest.param(
        "A former police officer was jailed.\n\nThe court heard that Lee Ashby, 40, kept it.\n\n"
        "PC Dana Frome, his neighbour, saw it.",
        {"Dana Frome": "officer"},
        id="not the one officer whom it opens on",
    ),
    # harmed
    pytest.param(
        "The woman who was burgled, known to the panel as Ms B, wept.", {"Ms B": "victim"}, id="known to the panel as"
    ),
    pytest.param("They mocked a junior colleague known as Officer A.", {"Officer A": "victim"}, id="a colleague"),
    pytest.param("A sergeant known as Officer A was dismissed.", {"Officer A": "officer"}, id="known as, and accused"),
    pytest.param("No finding was made about PC Lee Ashby.", {"Lee Ashby": "officer"}, id="a finding about"),
    pytest.param("They joked about Una Dray.", {"Una Dray": "victim"}, id="a joke about"),
    pytest.param(
        "A crew was sent to Tom Reddy, 83. His body was photographed.\n\nMr Reddy's niece, Ann Gow, spoke.",
        {"Tom Reddy": "victim", "Ann Gow": "family"},
        id="whose niece speaks",
    ),
    pytest.param(
        "A spokesman for the family of Tom Reddy, Lee Ashby, said so.",
        {"Tom Reddy": "victim", "Lee Ashby": "other"},
        id="who speaks for the family of",
        marks=fault("somebody named right after a victim is taken for one"),
    ),
    pytest.param("The family of Tom Reddy are suing.", {"Tom Reddy": "victim"}, id="the family of"),
    pytest.param(
        "PC Lee Ashby sent them to his wife, Ann Gow.", {"Ann Gow": "family"}, id="an officer's wife, who was sent them"
    ),
    pytest.param("Ann Gow, who lost two cousins in the fire, spoke.", {"Ann Gow": "family"}, id="who lost two cousins"),
    pytest.param(
        "PC Ann Gow said she had been left humiliated by the messages.", {"Ann Gow": "victim"}, id="left humiliated"
    ),
    pytest.param(
        "Ann Gow told the hearing that she was sent explicit pictures.", {"Ann Gow": "victim"}, id="was sent pictures"
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text, expected):
    found = dict(details(text, "PERSON", "role"))
    assert {name: found.get(name) for name in expected} == expected


NAMES = [
    pytest.param("Sub-Inspector R K Vale wrote it. Vale left.", ["R K Vale", "R K Vale"], id="initials after a rank"),
    pytest.param("They mocked Officer A. The panel knew.", ["Officer A"], id="a letter that ends a sentence"),
    pytest.param("Officer A's phone was seized.", ["Officer A"], id="a letter with its phone"),
    pytest.param("Officer J. Vale was fined.", ["J. Vale"], id="an initial is no letter"),
    pytest.param("The officer, a PC in his forties called Orrin Amberly, left.", ["Orrin Amberly"], id="called"),
    pytest.param("A group called Orrin Amberly was set up.", [], id="a group called so"),
    pytest.param("He posted under the name Dana Frome.", [], id="an account"),
    pytest.param("Both are attached to Henry Vale station.", [], id="a station"),
    pytest.param("Neighbouring Harding Township fired one.", [], id="a township"),
    pytest.param("Council Member Amberly asked for the names.", ["Amberly"], id="a surname after a seat"),
    pytest.param("Orrin Amberly, of the Kerrin Muslim Forum, said so.", ["Orrin Amberly"], id="of a body, said"),
    pytest.param("Orrin Amberly, a former Kerrin police officer, left.", ["Orrin Amberly"], id="of a force, by name"),
    pytest.param("A message from Frome was read. PC Dana Frome wept.", ["Dana Frome"] * 2, id="a message from"),
    pytest.param("He drove in from Frome. PC Dana Frome wept.", ["Dana Frome"], id="from a town"),
    pytest.param("“They laughed,” says Beth, who left.", ["Beth"], id="a first name that says it"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected):
    assert values(text, "PERSON") == expected
