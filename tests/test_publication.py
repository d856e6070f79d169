"""What a published report withholds: names in every form a text may give them, and nothing else."""

import pandas as pd
import pytest

from cuttings import publication, tables
from cuttings.publication import for_people, nameable, redact, withheld
from cuttings.telling.redaction import Redactor

X = "[name withheld]"
WITHHELD = [
    "PC Rhoda Quillfeather",
    "Grace O'Malley-Kumar",
    "Jan van der Berg",
    "José Núñez",
    "Emma Webber",
    "Theresa May",
    "Dave Black",
    "Ann Ng",
    "Ed Ward",
    "Peter Constable",
    "Officer A",
    "Wilhelmina Beatrice Anne Thistlewood",
]
NAMEABLE = ["Jane Webber", "Sir Mark Rowley", "Rhona Quillfeather", "Edward Bishop"]

HIDDEN = {
    "in full": ("Rhoda Quillfeather was served.", f"{X} was served."),
    "with her rank": ("PC Rhoda Quillfeather was served.", f"PC {X} was served."),
    "surname alone": ("It was Quillfeather, they said.", f"It was {X}, they said."),
    "surname with a title": ("Mrs Quillfeather wept.", f"Mrs {X} wept."),
    "first name alone": ("Rhoda wept.", f"{X} wept."),
    "possessive": ("Quillfeather's phone", f"{X}'s phone"),
    "possessive, curly": ("Rhoda Quillfeather’s phone", f"{X}’s phone"),
    "plural of a family": ("the Quillfeathers left", f"the {X} left"),
    "capitals": ("RHODA QUILLFEATHER SACKED", f"{X} SACKED"),
    "surname in capitals": ("QUILLFEATHER SACKED, say Police", f"{X} SACKED, say Police"),
    "lower case in full": (
        "they wrote rhoda quillfeather on it, PC Bloggs said",
        f"they wrote {X} on it, PC Bloggs said",
    ),
    "no capitals at all": ("quillfeather sacked", f"{X} sacked"),
    "a middle name": ("Rhoda Jane Quillfeather", X),
    "middle names of her own": ("Wilhelmina Beatrice Anne Thistlewood and Wilhelmina Thistlewood", f"{X} and {X}"),
    "an initial": ("R. Quillfeather and R J Quillfeather", f"{X} and {X}"),
    "a short first name": ("Rho Quillfeather", X),
    "over a line break": ("Rhoda\nQuillfeather", X),
    "curly apostrophe": ("Grace O’Malley-Kumar", X),
    "no apostrophe": ("Grace OMalley-Kumar", X),
    "another hyphen": ("Grace O'Malley‑Kumar", X),
    "hyphen left out": ("Grace O'Malley Kumar", X),
    "half of a double name": ("Ms Kumar said", f"Ms {X} said"),
    "a particle": ("Jan van der Berg", X),
    "an accent lost": ("Jose Nunez", X),
    "an accent in two characters": ("José Núñez", X),
    "an accent in the surname alone": ("Señor NÚÑEZ said", f"Señor {X} said"),
    "a shared surname alone": ("Commander Webber said", f"Commander {X} said"),
    "beside the nameable one": ("Jane Webber met Emma Webber.", f"Jane Webber met {X}."),
    "a name that is a month": ("Mrs May wept in May 2024, on 3 May", f"Mrs {X} wept in May 2024, on 3 May"),
    "a name that is a colour": ("Mr Black met black officers", f"Mr {X} met black officers"),
    "a name that is a rank": ("Peter Constable, a Chief Constable", f"{X}, a Chief Constable"),
    "a short surname": ("Ms Ng sang", f"Ms {X} sang"),
    "a file's name": ("2024/pc-rhoda-quillfeather.html", f"2024/pc-{X}.html"),
    "a file's name with her surname": ("quillfeather_sacked.txt", f"{X}_sacked.txt"),
    "a handle": ("See @rhodaquillfeather there, they said to PC Bloggs", f"See @{X} there, they said to PC Bloggs"),
    "an age and a street": ("Rhoda Quillfeather, 41, of Ferry Lane, Eastgate, wept", f"{X}, wept"),
    "a street alone": ("For Quillfeather, of Ferry Lane, Eastgate, it was over", f"For {X}, it was over"),
    "an age in brackets": ("Rhoda Quillfeather (41) wept", f"{X} wept"),
    "a middle name alone": ("PC Beatrice wept", f"PC {X} wept"),
    "a surname that is a title": ("PC Constable met the Chief Constable", f"{X} met the Chief Constable"),
    "a hashtag in lower case": ("#justiceforquillfeather, PC Bloggs said", f"#{X}, PC Bloggs said"),
    "a hashtag": ("#JusticeForQuillfeather", f"#JusticeFor{X}"),
}
KEPT = {
    "nobody is in it": "Seven officers of Harrowmere Constabulary are under investigation.",
    "the nameable one in full": "Jane Webber, JANE WEBBER and jane webber said",
    "a nameable name that looks like a short form": "Rhona Quillfeather said",
    "a cipher": "Officer A told Officer B",
    "a word that begins like a name": "Quillfeatherstone, Wardle, Wards and Maypole",
    "a word made of a short name": "Edward Bishop sat",
    "nothing": "",
}


@pytest.mark.parametrize(("text", "expected"), HIDDEN.values(), ids=HIDDEN)
def test_a_withheld_name_goes(text, expected):
    assert redact(text, WITHHELD, NAMEABLE) == expected


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_no_withheld_name_stays(text):
    assert redact(text, WITHHELD, NAMEABLE) == text


def test_an_address_has_no_words_in_lower_case():
    assert Redactor(["Dave Black"]).address("BBC News/pc black guilty.html") == f"BBC News/pc {X} guilty.html"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("news/pc-quillfeathers-messages.html", f"news/pc-{X}-messages.html"),
        ("news/pc-o-malley-kumar", f"news/pc-{X}"),
        ("news/pc-o%27malley-kumar", f"news/pc-{X}"),
        ("news/jos%C3%A9-nunez", f"news/{X}"),
        ("news/pcquillfeather.html", f"news/{X}.html"),
        ("news/a%20b", "news/a%20b"),
    ],
)
def test_an_address_is_read_as_addresses_are_written(address, expected):
    assert Redactor(WITHHELD, NAMEABLE).address(address) == expected


def test_an_ordinary_word_is_no_first_name_and_no_handle():
    """Page furniture that was read as people: "First Class", "Announces Result"."""
    redact = Redactor(["First Class", "Announces Result"], ordinary={"first", "class", "result", "announces"})
    for text in ("First reported on 3 May", "first_reported", "a line to know it by", "the result is out"):
        assert redact(text) == text
    assert redact("First Class wept") == f"{X} wept"


def test_words_that_articles_mostly_write_small_are_ordinary():
    words = publication.ordinary_words(["First, the first of them. Black and black, black.", "Frome and Frome; frome."])
    assert {"black", "the", "of", "them"} <= words and "frome" not in words


def test_a_service_is_nobody():
    people = tables.frame("people", [{"name": "Microsoft Teams", "nameable": "ask"}])
    assert for_people(people, (), ["Microsoft Teams"])("They met on Microsoft Teams.") == "They met on Microsoft Teams."


def test_without_withheld_names_a_text_is_itself():
    assert redact("Jane Webber said", [], NAMEABLE) == "Jane Webber said"


def test_a_name_that_may_and_may_not_stand_does_not():
    assert redact("Emma Webber", ["Emma Webber"], ["Emma Webber"]) == X


PHRASES = ["West Yorkshire Police", "San Francisco cops", "Rhoda Quillfeather Street", "Met"]
NO_PERSONS = {
    "a force": ("Mr West left West Yorkshire Police", f"Mr {X} left West Yorkshire Police"),
    "a force in capitals": ("WEST YORKSHIRE POLICE", "WEST YORKSHIRE POLICE"),
    "what it is short for": ("in West Yorkshire, West said", f"in West Yorkshire, {X} said"),
    "a place in a force's name": ("San Francisco police and Mr Francisco", f"San Francisco police and Mr {X}"),
    "a file's name": ("west-yorkshire-police-west.html", f"west-yorkshire-police-{X}.html"),
    "a phrase that holds a withheld name": ("Rhoda Quillfeather Street", f"{X} Street"),
    "another place": ("the West End", f"the {X} End"),
}


@pytest.mark.parametrize(("text", "expected"), NO_PERSONS.values(), ids=NO_PERSONS)
def test_a_force_that_bears_a_persons_name_stays(text, expected):
    names = ["Ada West", "Carlo Francisco", "Rhoda Quillfeather"]
    assert Redactor(names, [], publication.with_places(PHRASES))(text) == expected


def test_names_are_no_patterns():
    text = "Aaaab said that Seven officers (and [one] more) were investigated."
    assert redact(text, ["(.*)+ [a-z]+", "A{1,9}b .*", "S|o\\w+ \\"]) == text


@pytest.fixture
def people() -> pd.DataFrame:
    named = [("Rhoda Quillfeather", "no"), ("Jane Webber", "yes"), ("Ivo Tanner", "ask"), ("Una Swift", "")]
    named += [("Ottoline Marsh", "yes"), ("Ottoline Marsh", "ask"), ("", "no")]
    return tables.frame("people", [{"name": name, "nameable": verdict} for name, verdict in named])


def test_only_a_name_with_nothing_but_yes_may_stand(people):
    assert nameable(people) == ("Jane Webber",)
    assert withheld(people) == ("Ivo Tanner", "Ottoline Marsh", "Rhoda Quillfeather", "Una Swift")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Bo Peep said", f"{X} said"), ("Jane Webber said", "Jane Webber said"), ("Webber said", "Webber said")],
    ids=["a name nobody passed", "the same as a nameable one", "part of a nameable one"],
)
def test_names_of_other_tables_are_withheld_unless_they_may_stand(people, text, expected):
    assert for_people(people, ["Bo Peep", "Jane Webber", "Webber", "Commander Webber"])(text) == expected


def test_names_are_taken_from_every_table_that_holds_one():
    subjects = tables.frame("subjects", [{"name": "Ada Able"}, {"name": ""}])
    claims = [("person", "Bo Bold"), ("force", "Thornmarsh Police"), ("place", "Cy Dale")]
    claims = tables.frame("claims", [{"attribute": attribute, "value": value} for attribute, value in claims])
    incidents = tables.frame("incidents", [{"people": "Di Dare | Ed Ebb"}, {"people": ""}])
    values = [("PERSON", "Flo Fry"), ("PERSON", "Guy"), ("PERSON", "Thornmarsh Sacks"), ("FORCE", "Hal Hay")]
    mentions = tables.frame("mentions", [{"label": label, "value": value} for label, value in values])
    data = {"subjects": subjects, "claims": claims, "incidents": incidents, "mentions": mentions}
    assert publication.named(data) == {"Ada Able", "Bo Bold", "Di Dare", "Ed Ebb", "Flo Fry"}


def test_somebody_who_bears_a_places_name_is_somebody():
    mentions = tables.frame("mentions", [{"label": "PERSON", "value": name} for name in ("Sarah Dale", "Dale Police")])
    claims = tables.frame("claims", [{"attribute": "place", "value": "Cy Dale"}])
    data = {name: tables.frame(name) for name in ("subjects", "incidents")} | {"claims": claims, "mentions": mentions}
    assert publication.named(data, {"Sarah"}) == {"Sarah Dale"}


def test_a_cipher_is_not_counted_as_a_name():
    people = tables.frame("people", [{"name": "Officer A", "nameable": "no"}, {"name": "Di Dare", "nameable": "no"}])
    assert withheld(people) == ("Di Dare",)
