import pytest

from annotated import details, values

WESTERN_AUSTRALIA = "Western Australia Police Force"

FORCES = [
    pytest.param("Dunmoor police suspended two officers over a chat.", ["Dunmoor Police"], id="a place named once"),
    pytest.param("SUSSEX POLICE – OUTCOME OF HEARING\n\nHe left.", ["Sussex Police"], id="a line of capitals"),
    pytest.param(
        "Sussex Police is looking into it. PC Lee Ashby, of the same force, was sacked in 2021.",
        ["Sussex Police", "Sussex Police"],
        id="of the same force",
    ),
    pytest.param(
        "Sussex Police knows it. Two of its sergeants are to be tried.",
        ["Sussex Police", "Sussex Police"],
        id="two of its sergeants",
    ),
    pytest.param(
        "A sergeant with the Sault Ste. Marie Police Service resigned.", ["Sault Ste. Marie Police Service"], id="Ste."
    ),
    pytest.param(
        "The District Commander said so. Officer B left Police in May. Officer C was told by Police to stay.",
        ["New Zealand Police", "New Zealand Police"],
        id="Police, which is a name in New Zealand",
    ),
    pytest.param(
        "A constable breached Police policy, the Independent Police Conduct Authority has found.",
        ["New Zealand Police"],
        id="the only force that a watchdog oversees",
    ),
    pytest.param(
        "Councillors in Lincolnshire asked why nobody was sacked.\n\nThe chief constable told them.",
        ["Lincolnshire Police"],
        id="the only county, and its chief constable",
    ),
    pytest.param("Harrowmere Constabulary has begun.", ["Harrowmere Constabulary"], id="an unknown constabulary"),
    pytest.param("The Port Allen Police Department fired him.", ["Port Allen Police Department"], id="a department"),
    pytest.param(
        "Kerrin County Sheriff's Office fired him.", ["Kerrin County Sheriff's Office"], id="a sheriff's office"
    ),
    pytest.param("Two Tarrow State Police troopers were fired.", ["Tarrow State Police"], id="a state police"),
    pytest.param("The Met has apologised.", ["Metropolitan Police"], id="the Met"),
    pytest.param("A NORTH Wales Police sergeant was sacked.", ["North Wales Police"], id="capitals that open a story"),
    pytest.param("TWO Kerrin Vale Police officers quit.", ["Kerrin Vale Police"], id="a number in capitals"),
    pytest.param("THE PSNI has suspended two.", ["Police Service of Northern Ireland"], id="letters after capitals"),
    pytest.param("Scotland Yard has apologised.", ["Metropolitan Police"], id="Scotland Yard"),
    pytest.param("Police Scotland has apologised.", ["Police Scotland"], id="Police Scotland"),
    pytest.param("The PSNI confirmed it.", ["Police Service of Northern Ireland"], id="an abbreviation"),
    pytest.param("An Garda Síochána confirmed it.", ["An Garda Síochána"], id="Garda Síochána"),
    pytest.param("A Garda spokeswoman confirmed it.", ["An Garda Síochána"], id="Garda alone"),
    pytest.param("The NYPD fired him.", ["New York City Police Department"], id="NYPD"),
    pytest.param("Victoria Police confirmed it.", ["Victoria Police"], id="Victoria Police"),
    pytest.param("NSW Police confirmed it.", ["New South Wales Police Force"], id="NSW Police"),
    pytest.param("Delhi Police suspended two men.", ["Delhi Police"], id="Delhi Police"),
    pytest.param("Mumbai police suspended two constables.", ["Mumbai Police"], id="a city beside police"),
    pytest.param("Three Essex officers were suspended.", ["Essex Police"], id="a county beside officers"),
    pytest.param("Officers from Kent shared it.", ["Kent Police"], id="officers from a county"),
    pytest.param("Port of Tarrow Police fired him.", ["Port of Tarrow Police"], id="a port"),
    pytest.param("City of Kerrin Police fired him.", ["City of Kerrin Police"], id="a city"),
    pytest.param("Neighbouring Kerrin Constabulary fired him.", ["Kerrin Constabulary"], id="a neighbour"),
    pytest.param("EXCLUSIVE Kerrin Police fired him.", ["Kerrin Police"], id="a shout before it"),
    pytest.param("Kerrin police fired him. It was said in Kerrin.", ["Kerrin Police"], id="a town that comes back"),
    pytest.param("Kerrin & District Constabulary fired him.", ["Kerrin & District Constabulary"], id="and a district"),
    pytest.param(
        "Two Port Allen police officers were fired. The Port Allen Police Department said so.",
        ["Port Allen Police Department"] * 2,
        id="the kind of a force that is named",
    ),
    pytest.param(
        "Two Port Allen officers were fired by the Port Allen Police Department.",
        ["Port Allen Police Department"] * 2,
        id="the first words of a force that is named",
    ),
    pytest.param(
        "Four Kerrin County sheriff's deputies quit.", ["Kerrin County Sheriff's Office"], id="a county's deputies"
    ),
    pytest.param(
        "Two Kerrin County deputies quit. The Kerrin County Sheriff's Department said so.",
        ["Kerrin County Sheriff's Department"] * 2,
        id="a county's deputies, and its department",
    ),
    pytest.param(
        "A Tarrow Parish grand jury indicted three sheriff's deputies.",
        ["Tarrow Parish Sheriff's Office"],
        id="deputies of the one county that is named",
    ),
    pytest.param(
        "The sheriff of Kerrin County quit.", ["Kerrin County Sheriff's Office"], id="the sheriff of a county"
    ),
    pytest.param(
        "Dene Police Department suspended two officers.\n\nSheriff Hoyt Vane of Kerrin County fired three deputies.",
        ["Dene Police Department", "Kerrin County Sheriff's Office"],
        id="a sheriff and deputies, beside another force",
    ),
]

# a name that two countries have → the force in each
NAMESAKES = [
    pytest.param("Dyfed-Powys Police is looking into it. Officers in Perth shared it.", "Police Scotland", id="GB"),
    pytest.param("Victoria Police is looking into it. Officers in Perth shared it.", WESTERN_AUSTRALIA, id="Australia"),
    pytest.param(
        "The Ontario Provincial Police said so. Hamilton police agreed.", "Hamilton Police Service", id="Canada"
    ),
]

NO_FORCE = [
    "Where Germany's police stand after four chats.",
    "Uniformed police suspended the game.",
    "The Independent Office for Police Conduct has found that a constable breached policy.",
    "A constable who lives in Lincolnshire was sacked.",
    "Councillors in Lincolnshire and Kent asked why nobody was sacked.\n\nThe chief constable told them.",
    pytest.param("He broke Ontario's Police Services Act.", id="an act on police services"),
    pytest.param("Five Ohio police officers were put on leave.", id="a state of many forces"),
    pytest.param("Six officers of the Kerrin Police District were there.", id="a district of a force"),
    pytest.param("The Duchess of Sussex visited a school.", id="a duchess"),
    pytest.param("He was born in Kent and lives in Surrey.", id="counties alone"),
    pytest.param("She met him at the Met Gala.", id="the Met Gala"),
    pytest.param("The Met Office issued a warning.", id="the Met Office"),
    pytest.param("They met at a bar.", id="a verb"),
    pytest.param("Former police officers were there.", id="former police"),
    pytest.param("The Police Federation objected.", id="a federation"),
    pytest.param("The Kerrin Police and Crime Panel asked.", id="a police and crime panel"),
    pytest.param("Two Police Officers were there.", id="a headline's capitals"),
    pytest.param("Essex Fire Service suspended two men.", id="a fire service"),
    pytest.param("Another force in the South West has a chat too.", id="a force that is not named"),
    pytest.param("Chief Police Correspondent Jo Vane reports.", id="a correspondent"),
    pytest.param("The Sussex University study was published.", id="a university"),
    pytest.param("Dock police fired him.", id="a common word at the start"),
    pytest.param("Do police read them?", id="a question"),
    pytest.param("They stood outside Coatbridge police office.", id="a police office"),
    pytest.param("Snapchat police officers lose their jobs", id="a network before a police word"),
    pytest.param("Five German police officers were held.", id="a nation's police"),
    pytest.param("Two deputies of Kerrin County Council met in Dene County.", id="two counties, and no sheriff"),
]

# sentence → (force, role)
ROLES = [
    pytest.param(
        "The inquiry is led by Harrowmere Constabulary.",
        [("Harrowmere Constabulary", "investigating")],
        id="led by",
    ),
    pytest.param(
        "Detectives from Harrowmere Constabulary searched the house.",
        [("Harrowmere Constabulary", "investigating")],
        id="detectives from",
    ),
    pytest.param(
        "Harrowmere Constabulary is investigating officers of Kerrin Police.",
        [("Harrowmere Constabulary", "inquiring"), ("Kerrin Police", "")],
        id="one force investigates another",
    ),
    pytest.param(
        "The chair, previously of Harrowmere Constabulary, ruled.",
        [("Harrowmere Constabulary", "former")],
        id="a person's former employer",
    ),
    pytest.param(
        "Superintendent Kay Lorne, formerly with the Harrowmere Constabulary, chaired it.",
        [("Harrowmere Constabulary", "former")],
        id="formerly with",
    ),
    pytest.param(
        "The misconduct panel was chaired by an assistant chief constable of Harrowmere Constabulary.",
        [("Harrowmere Constabulary", "investigating")],
        id="a force that lends the chair",
    ),
    pytest.param(
        "Two constables of Kerrin Police were charged.", [("Kerrin Police", "")], id="the subjects' own force"
    ),
]

BODIES = [
    pytest.param(
        "A garda of An Garda Síochána was suspended. The Police Ombudsman is examining it.",
        ["Fiosrú"],
        id="Ireland's ombudsman",
    ),
    pytest.param(
        "A constable of the Police Service of Northern Ireland was suspended. The Police Ombudsman is examining it.",
        ["Police Ombudsman for Northern Ireland"],
        id="Northern Ireland's ombudsman",
    ),
    pytest.param("The IOPC has begun.", ["Independent Office for Police Conduct"], id="IOPC"),
    pytest.param("The CPS is reviewing the file.", ["Crown Prosecution Service"], id="CPS"),
    pytest.param("The PIRC was told.", ["Police Investigations and Review Commissioner"], id="PIRC"),
    pytest.param(
        "The Police Ombudsman for Northern Ireland has begun.",
        ["Police Ombudsman for Northern Ireland"],
        id="an ombudsman",
    ),
    pytest.param("Fiosrú was told.", ["Fiosrú"], id="Fiosrú"),
    pytest.param("The Crown Office has a report.", ["Crown Office and Procurator Fiscal Service"], id="Crown Office"),
    pytest.param(
        "The Port Allen Civilian Complaint Review Board has begun.",
        ["Port Allen Civilian Complaint Review Board"],
        id="a board told by its form",
    ),
    pytest.param(
        "The Kerrin County District Attorney's Office declined to charge.",
        ["Kerrin County District Attorney's Office"],
        id="a district attorney's office",
    ),
    pytest.param(
        "The IOPC has begun.\n\nThe watchdog said no more.",
        ["Independent Office for Police Conduct"] * 2,
        id="the watchdog, read back to the one that is named",
    ),
    pytest.param("The watchdog has begun.", [], id="a watchdog that is not named"),
    pytest.param("A review board of parents chose the books.", [], id="no police body"),
    pytest.param("District Attorney Wanda Pike spoke.", [], id="a title is no body"),
    pytest.param(
        "The Garda Síochána Ombudsman Commission has the file.",
        ["Garda Síochána Ombudsman Commission"],
        id="a name of the list that goes on after the form's",
    ),
    pytest.param(
        "Tarrow's Independent Police Conduct Authority has the file.",
        ["Independent Police Conduct Authority"],
        id="a body and whose it is",
    ),
    pytest.param("The Kerrin Bureau of Investigation has it.", ["Kerrin Bureau of Investigation"], id="a bureau"),
    pytest.param(
        "The Kerrin Peace Officer Standards and Training Commission has it.",
        ["Kerrin Peace Officer Standards and Training Commission"],
        id="standards and training",
    ),
]

UNITS = [
    pytest.param("He served at Brackley Road police station.", ["Brackley Road police station"], id="a station"),
    pytest.param("The Territorial Support Team was told.", ["Territorial Support Team"], id="a team by its capitals"),
    pytest.param("All were on the robbery squad.", ["robbery squad"], id="a squad in small letters"),
    pytest.param("Her football team won.", [], id="a team of no police"),
    pytest.param("The Port Allen Police Department fired him.", [], id="a department that is a force"),
]

PLACES = [
    pytest.param("He was sentenced at Kerrin Crown Court.", ["Kerrin"], id="a court's town"),
    pytest.param("She appeared at Port Allen Magistrates' Court.", ["Port Allen"], id="a magistrates' court"),
    pytest.param("The Kerrin-based officer resigned.", ["Kerrin"], id="based"),
    pytest.param("Tarrow Sheriff Court heard the case.", ["Tarrow"], id="a Scottish sheriff court"),
    pytest.param("The Supreme Court refused.", [], id="a court that is no place"),
]

PLATFORMS = [
    pytest.param("They used a WhatsApp group.", ["WhatsApp"], id="WhatsApp"),
    pytest.param("They used the Signal app.", ["Signal"], id="Signal"),
    pytest.param("It was posted on Facebook and Instagram.", ["Facebook", "Instagram"], id="two platforms"),
    pytest.param("Brakes failed at a red signal.", [], id="a signal"),
    pytest.param("He sent a telegram to the palace.", [], id="a telegram"),
    pytest.param("She joined the discord between the two unions.", [], id="discord"),
]


@pytest.mark.parametrize(("text", "expected"), FORCES)
def test_forces(text, expected):
    assert values(text, "FORCE") == expected


@pytest.mark.parametrize("text", NO_FORCE)
def test_what_is_no_force(text):
    assert values(text, "FORCE") == []


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_the_part_a_force_plays(text, expected):
    assert details(text, "FORCE", "role") == expected


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies(text, expected):
    assert values(text, "BODY") == expected


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_units(text, expected):
    assert values(text, "UNIT") == expected


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text, expected):
    assert values(text, "PLACE") == expected


@pytest.mark.parametrize(("text", "expected"), NAMESAKES)
def test_the_country_of_a_name_is_that_of_the_other_forces(text, expected):
    assert values(text, "FORCE")[1:] == [expected]


@pytest.mark.parametrize(("text", "expected"), PLATFORMS)
def test_platforms(text, expected):
    assert values(text, "PLATFORM") == expected
