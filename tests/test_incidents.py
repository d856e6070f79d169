import pandas as pd
import pytest

from annotated import article, assembled, name_of
from cuttings import tables
from cuttings.casebook import record
from cuttings.review import accounts, decide, pair

FIRST = (
    "Six officers investigated over WhatsApp group",
    "Six Kerrin Police officers are under investigation over racist messages in a WhatsApp group.\n\n"
    "“We are appalled,” said Chief Constable Mo Adeyi.\n\n"
    "The case is not linked to two Harrowmere Constabulary constables dismissed over a Signal group.",
    "2024-05-10",
)
SECOND = (
    "Kerrin officers sacked over WhatsApp group",
    "Two of six Kerrin Police officers investigated over racist messages in a WhatsApp group have been dismissed.\n\n"
    "All six officers had denied gross misconduct. PC Dana Frome and PC Lee Ashby were dismissed on Friday.",
    "2024-11-15",
)
OTHER = (
    "Troopers fired over Facebook posts",
    "Three Tarrow State Police troopers were fired over homophobic Facebook posts, the department said.",
    "2023-02-01",
)
ARTICLES = [article(text, title, published) for title, text, published in (FIRST, SECOND, OTHER)]


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return assembled(tmp_path_factory.mktemp("incidents"), ARTICLES)


def id_of(number: int) -> str:
    return str(ARTICLES[number]["article_id"])


def main_incident(run, number: int) -> str:
    coverage = run["coverage"]
    [row] = coverage[(coverage["article_id"] == id_of(number)) & (coverage["role"] == "main")].itertuples()
    return row.incident_id


def not_words_of(run, name: str, column: str = "evidence") -> list[tuple]:
    texts = dict(zip(run["articles"]["article_id"], run["articles"]["text"], strict=True))
    rows = run[name].itertuples()
    return [row for row in rows if texts[row.article_id][row.start : row.end] != getattr(row, column)]


@pytest.mark.parametrize("name", ["claims", "subjects", "people", "links"])
def test_evidence_is_the_articles_own_words(run, name):
    assert len(run[name]) > 0
    assert not_words_of(run, name) == []


@pytest.mark.parametrize("name", ["mentions", "quotes"])
def test_a_span_is_the_articles_own_words(run, name):
    assert len(run[name]) > 0
    assert not_words_of(run, name, "text") == []


def test_one_matter_in_two_articles_is_one_incident(run):
    assert main_incident(run, 0) == main_incident(run, 1)
    assert main_incident(run, 0) != main_incident(run, 2)


def test_the_incident_has_the_furthest_stage_of_both(run):
    [row] = run["incidents"][run["incidents"]["incident_id"] == main_incident(run, 0)].itertuples()
    assert (row.stage, row.forces, row.platforms, row.articles) == (
        "concluded_sanction",
        "Kerrin Police",
        "WhatsApp",
        2,
    )
    assert (row.officers_min, row.officers_max, row.first_reported) == (6, 6, "2024-05-10")


def test_what_is_not_linked_is_a_link_and_stays_apart(run):
    [link] = run["links"].itertuples()
    assert (link.from_incident, link.relation) == (main_incident(run, 0), "not_linked")
    assert link.to_incident != link.from_incident
    background = run["coverage"][run["coverage"]["role"] == "background"]
    assert list(background["incident_id"]) == [link.to_incident]


def test_a_background_matter_gives_the_main_one_nothing(run):
    [row] = run["incidents"][run["incidents"]["incident_id"] == main_incident(run, 0)].itertuples()
    assert "Harrowmere" not in row.forces and "Signal" not in row.platforms


def test_nobody_uncharged_is_nameable(run):
    people = run["people"].set_index("name")
    assert people.loc["Mo Adeyi", "nameable"] == "yes"
    assert set(people[people["role"] == "victim"]["nameable"]) <= {"no"}


@pytest.mark.parametrize(
    ("text", "name", "nameable"),
    [
        pytest.param(
            "PC Dana Frome, of Kerrin Police, is under investigation over racist messages.",
            "Dana Frome",
            "no",
            id="investigated",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was arrested over racist messages.", "Dana Frome", "no", id="arrested"
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was charged over racist messages.", "Dana Frome", "ask", id="charged"
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, could be dismissed over racist messages.",
            "Dana Frome",
            "no",
            id="could be dismissed",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was cleared over racist messages; PC Lee Ashby was dismissed.",
            "Dana Frome",
            "ask",
            id="cleared, where another was dismissed",
        ),
        pytest.param(
            "PC Dana Frome told a hearing that PC Lee Ashby, of Kerrin Police, dismissed over racist "
            "messages, had lied.",
            "Dana Frome",
            "ask",
            id="a witness against one dismissed",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, gave evidence at a misconduct hearing where a sergeant was dismissed "
            "over racist messages.",
            "Dana Frome",
            "ask",
            id="a witness, where somebody not named was dismissed",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was convicted over racist messages in court. The Court of Appeal "
            "overturned her conviction.",
            "Dana Frome",
            "ask",
            id="a conviction overturned",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was sacked by her chief over racist messages.",
            "Dana Frome",
            "ask",
            id="sacked without a hearing",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was convicted over racist messages.", "Dana Frome", "yes", id="convicted"
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was found to have committed gross misconduct at a public misconduct "
            "hearing over racist messages and was dismissed.",
            "Dana Frome",
            "yes",
            id="found against by a hearing",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was given a final written warning over racist messages at a misconduct "
            "hearing held in private.",
            "Dana Frome",
            "ask",
            id="found against in private",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was convicted over racist messages and faces a second trial in May.",
            "Dana Frome",
            "ask",
            id="convicted, with another trial to come",
        ),
        pytest.param(
            "PC Dana Frome, of Kerrin Police, was jailed by a court for stalking and abusing his former wife, whom he "
            "sent misogynistic messages.",
            "Dana Frome",
            "ask",
            id="a name that names another",
        ),
        pytest.param(
            "A Kerrin Police constable was convicted of sending racist messages to Ella Marsh, who cannot be named.",
            "Ella Marsh",
            "no",
            id="who cannot be named",
        ),
        pytest.param(
            "A Kerrin Police constable was convicted of sending sexual messages to Ella Marsh, 15, a court heard.",
            "Ella Marsh",
            "no",
            id="a child",
        ),
        pytest.param(
            "Officer B, of Kerrin Police, was dismissed over racist messages.",
            "Officer B",
            "no",
            id="a letter for a name",
        ),
        pytest.param(
            "A Kerrin Police constable was jailed over racist messages that mocked the murder of Ella Marsh.",
            "Ella Marsh",
            "no",
            id="a victim",
        ),
        pytest.param(
            "A Kerrin Police constable was jailed over racist messages. Rob Marsh, the father of the victim, wept.",
            "Rob Marsh",
            "no",
            id="a victim's father",
        ),
    ],
)
def test_who_may_be_named(tmp_path, text, name, nameable):
    people = assembled(tmp_path, [article(text)])["people"]
    assert list(people[people["name"] == name]["nameable"]) == [nameable]


NOT_NAMED = [
    "PC Dana Frome, of Kerrin Police, said the sergeant was sacked by a misconduct panel over racist messages.",
    "PC Dana Frome's colleague at Kerrin Police was dismissed by a misconduct panel over racist messages.",
    "Sacked by a panel over racist messages, a Kerrin Police sergeant had been reported by PC Dana Frome.",
    "PC Dana Frome, of Kerrin Police, who received the racist messages, was present when he was dismissed by a panel.",
    "The case against PC Dana Frome, of Kerrin Police, over racist messages was dismissed by a judge at the court.",
    "Superintendent Dana Frome, of Kerrin Police, is under investigation over racist messages.",
    "Chief Superintendent Dana Frome, of Kerrin Police, was a member of the WhatsApp group over whose racist messages "
    "two constables were arrested.",
    "PC Dana Frome, of Kerrin Police, was convicted by a court over racist messages. Her appeal was allowed on Friday.",
    "PC Dana Frome, of Kerrin Police, was dismissed by a panel over racist messages. The officer cannot be named.",
    "PC Dana Frome, of Kerrin Police, was convicted by a court over racist messages. She faces misconduct proceedings.",
]


@pytest.mark.parametrize("text", NOT_NAMED)
def test_nobody_is_named_for_what_is_somebody_elses_or_may_not_stand(tmp_path, text):
    people = assembled(tmp_path, [article(text)])["people"]
    assert "yes" not in set(people[people["name"] == "Dana Frome"]["nameable"])


def test_a_namesake_is_not_named_for_another_officers_finding(tmp_path):
    """Two officers of one name, of two forces: the finding against one, later, says nothing of the other."""
    told = [
        article(
            "PC Dana Frome, of Kerrin Police, is under investigation over racist WhatsApp messages.", "", "2024-06-05"
        ),
        article(
            "PC Dana Frome, of Tarrow Police, was dismissed by a misconduct hearing over sexist Signal messages.",
            "",
            "2024-06-12",
        ),
    ]
    people = assembled(tmp_path, told)["people"]
    assert set(people[people["name"] == "Dana Frome"]["nameable"]) == {"no"}


FOUND = "PC Dana Frome, of Kerrin Police, was convicted by a court over racist messages in a WhatsApp group."
OPEN = "PC Dana Frome, of Kerrin Police, is under investigation over racist messages in a WhatsApp group."
QUASHED = "The conviction of PC Dana Frome, of Kerrin Police, over racist WhatsApp messages was quashed by a judge."


@pytest.mark.parametrize(
    ("told", "nameable"),
    [
        pytest.param([(OPEN, "2023-01-01"), (FOUND, "2024-01-01")], {"yes"}, id="convicted later"),
        pytest.param([(FOUND, "2023-01-01"), (OPEN, "2024-01-01")], {"no"}, id="investigated again later"),
        pytest.param([(OPEN, ""), (FOUND, "2024-01-01")], {"no"}, id="nobody knows which is later"),
        pytest.param([(FOUND, "2023-01-01"), (QUASHED, "2024-01-01")], {"ask"}, id="quashed later"),
        pytest.param([(FOUND, "2023-01-01"), (FOUND + " She wept.", "2024-01-01")], {"yes"}, id="convicted in both"),
    ],
)
def test_one_person_has_one_answer_over_all_articles(tmp_path, told, nameable):
    people = assembled(tmp_path, [article(text, "", day) for text, day in told])["people"]
    assert set(people[people["name"] == "Dana Frome"]["nameable"]) == nameable


def ids(run) -> dict[str, set]:
    keys = {"claims": "claim_id", "incidents": "incident_id", "subjects": "subject_id", "people": "person_id"}
    return {name: set(run[name][column]) for name, column in keys.items()}


def test_ids_are_unique_and_stable_under_the_order_of_files(run, tmp_path):
    turned = assembled(tmp_path, reversed(ARTICLES))
    assert ids(turned) == ids(run)
    assert {name: len(found) for name, found in ids(run).items()} == {name: len(run[name]) for name in ids(run)}


def test_a_run_twice_over_is_the_same(run, tmp_path):
    again = assembled(tmp_path, ARTICLES)
    assert {name: df.to_csv() for name, df in again.items()} == {name: df.to_csv() for name, df in run.items()}


def test_an_article_that_is_added_renames_no_other_incident(run, tmp_path):
    without = assembled(tmp_path, ARTICLES[1:])
    assert main_incident(without, 2) == main_incident(run, 2)


def test_every_incident_has_claims_and_every_claim_an_incident(run):
    assert (
        set(run["claims"]["incident_id"]) == set(run["incidents"]["incident_id"]) == set(run["coverage"]["incident_id"])
    )


def test_derived_claims_stand_on_claims_of_their_words(run):
    for claim in run["claims"][run["claims"]["origin"] == "derived"].itertuples():
        assert tables.split(claim.derived_from)


def test_articles_that_differ_in_number_are_a_check_that_does_not_hold(tmp_path):
    text = "{} Kerrin Police officers at Tarrow Road police station are investigated over racist WhatsApp messages."
    run = assembled(
        tmp_path, [article(text.format("Six"), "", "2024-05-10"), article(text.format("Nine"), "", "2024-05-12")]
    )
    found = run["checks"][run["checks"]["check"] == "articles agree on officers_total"]
    assert list(found["holds"]) == [False]
    assert list(run["incidents"]["conflicts"]) == [1]


LEAD = FIRST[1]
HOSTILE = [
    pytest.param("", 0, id="no word"),
    pytest.param("Police", 0, id="one word"),
    pytest.param("\n\n\n", 0, id="only white space"),
    pytest.param("“" * 3_000, 0, id="only opening marks"),
    pytest.param("\"'" * 1_500, 0, id="only straight marks"),
    pytest.param("\n\n".join("“”‘’\"'" * 50 for _ in range(10)), 0, id="paragraphs of marks"),
    pytest.param("😀👮🏽‍♀️ " * 500, 0, id="only emoji"),
    pytest.param("word " * 20_000, 0, id="a line of 100,000 characters"),
    pytest.param("x" * 100_000, 0, id="a word of 100,000 characters"),
    pytest.param("one two three four five six seven eight nine ten " * 2_000, 0, id="only numbers"),
    pytest.param("Dana Frome Lee Ashby Arun Vale Bo Lunt " * 2_500, 0, id="only names"),
    pytest.param("Die Polizei in Kerrin ermittelt gegen sechs Beamte wegen einer WhatsApp-Gruppe.", None, id="German"),
    pytest.param("=cmd|'/c calc'!A1\n\n<script>alert(1)</script>\n\n{{ x }} ${x} `x`", 0, id="formulas and markup"),
    pytest.param("The village show was won by a marrow.", 0, id="no incident"),
    pytest.param("\n\n".join([LEAD] * 2), None, id="every sentence twice"),
    pytest.param("\n\n".join([LEAD] * 40), None, id="every sentence forty times"),
    pytest.param(LEAD.replace(" ", " 👮🏽‍♀️ "), None, id="emoji between all words"),
    pytest.param(LEAD.replace("\n\n", " ").replace(". ", " "), None, id="no full stop"),
    pytest.param(LEAD.upper(), None, id="capitals"),
    pytest.param(LEAD.replace("“", "").replace("”", "") + "“" * 50, None, id="marks that never close"),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    rows = {row.values[0]: article(row.values[0]) for row in HOSTILE}
    return assembled(tmp_path_factory.mktemp("hostile"), rows.values())


@pytest.mark.parametrize(("text", "most"), HOSTILE)
def test_hostile_text_gives_sensible_rows_or_none(hostile, text, most):
    mine = {name: df[df["article_id"] == name_of(text)] for name, df in hostile.items() if "article_id" in df}
    for name, column in (
        ("claims", "evidence"),
        ("subjects", "evidence"),
        ("people", "evidence"),
        ("mentions", "text"),
    ):
        rows = mine[name].itertuples()
        assert all(text[row.start : row.end] == getattr(row, column) for row in rows), name
    if most is not None:
        assert len(mine["coverage"]) == most


def test_an_article_whose_sentences_are_repeated_counts_the_same(hostile):
    text = "\n\n".join([LEAD] * 2)
    claims = hostile["claims"][hostile["claims"]["article_id"] == name_of(text)]
    assert list(
        claims[(claims["attribute"] == "officers_total") & claims["claim_id"].str.contains("/0/")]["value"]
    ) == ["6"]


def test_no_articles_give_empty_tables(tmp_path):
    assert {name: len(df) for name, df in assembled(tmp_path, []).items() if len(df)} == {}


def test_copies_and_other_languages_are_passed_over(tmp_path):
    copy = article(LEAD + " ", duplicate_of=name_of(LEAD))
    german = article("Sechs Beamte der Kerrin Police: WhatsApp.", language="de")
    run = assembled(tmp_path, [article(LEAD), copy, german])
    assert set(run["mentions"]["article_id"]) == {name_of(LEAD)}


GROWING = [
    *ARTICLES,
    article(
        "The conviction of PC Dana Frome, of Kerrin Police, over racist WhatsApp messages was quashed.",
        "",
        "2025-03-01",
    ),
    article(
        "Three Tarrow State Police troopers were fired over homophobic Facebook posts, it emerged.", "", "2023-02-03"
    ),
    article("Six Kerrin Police officers are being investigated over racist messages on WhatsApp.", "", "2024-05-11"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pd.DataFrame]:
    return assembled(tmp_path_factory.mktemp("whole"), GROWING)


@pytest.mark.parametrize("order", [range(6), range(5, -1, -1), (3, 0, 5, 1, 4, 2)], ids=["first", "last", "mixed"])
def test_articles_added_one_at_a_time_give_the_tables_of_all_at_once(tmp_path, whole, order):
    articles: list = []
    for number in order:
        articles = [*articles, GROWING[number]]
        grown = assembled(tmp_path / "grown", articles)
    for name in whole.keys() - {"articles", "sentences", "mentions", "quotes"}:
        rows = [sorted(map(str, run[name].itertuples(index=False, name=None))) for run in (whole, grown)]
        assert rows[0] == rows[1], name


def test_an_incident_keeps_its_id_when_later_articles_are_added(tmp_path, whole):
    first = assembled(tmp_path / "first", [GROWING[0]])["incidents"]
    assert set(first["incident_id"]) <= set(whole["incidents"]["incident_id"])


def test_an_id_leads_to_its_incident_when_an_earlier_article_is_added(tmp_path):
    later = assembled(tmp_path / "later", [GROWING[1]])
    both = assembled(tmp_path / "both", GROWING[:2])
    [row] = later["coverage"][later["coverage"]["role"] == "main"].itertuples()
    [found] = both["coverage"][both["coverage"]["article_id"] == row.article_id].itertuples()
    incident = both["incidents"].set_index("incident_id").loc[found.incident_id]
    assert row.incident_id != found.incident_id
    assert row.incident_id in tables.split(incident["other_ids"])


def decided(tmp_path, run, verdict: str, left: int, right: int, reviewer: str = "ann"):
    """The run again, after a reviewer has said whether the main accounts of two articles are one incident."""
    found = accounts.accounts(run["sentences"], run["coverage"])
    articles = run["articles"].set_index("article_id", drop=False)
    rows = [
        {**articles.loc[id_of(number)], **found[(found["article_id"] == id_of(number))].iloc[0]}
        for number in (left, right)
    ]
    record(tmp_path / "casebook", pair(*rows, reviewer, verdict))
    return assembled(tmp_path / "again", ARTICLES, tmp_path / "casebook")


def test_a_reviewer_splits_an_incident(run, tmp_path):
    assert main_incident(run, 0) == main_incident(run, 1)
    again = decided(tmp_path, run, "apart", 0, 1)
    assert main_incident(again, 0) != main_incident(again, 1)
    said = again["matches"][again["matches"]["evidence"].str.contains("a reviewer says so")]
    assert list(said["verdict"]) == ["apart"]
    assert again["orphans"].empty


def test_a_reviewer_merges_two_incidents(run, tmp_path):
    assert main_incident(run, 0) != main_incident(run, 2)
    again = decided(tmp_path, run, "same", 2, 1)
    assert main_incident(again, 0) == main_incident(again, 1) == main_incident(again, 2), "the others come along"
    assert len(again["incidents"]) == len(run["incidents"]) - 1


def test_what_reviewers_differ_on_is_left_as_it_was_read(run, tmp_path):
    decided(tmp_path, run, "apart", 0, 1)
    again = decided(tmp_path, run, "same", 0, 1, "bob")
    assert main_incident(again, 0) == main_incident(again, 1)


def test_who_was_read_as_a_person_by_mistake_is_nobody(run, tmp_path):
    claims = run["claims"]
    row = claims[(claims["attribute"] == "person") & (claims["value"] == "Lee Ashby")].iloc[0]
    articles = run["articles"].set_index("article_id", drop=False)
    record(tmp_path / "casebook", decide(row, articles.loc[row["article_id"]], "ann", "rejected"))
    again = assembled(tmp_path / "again", ARTICLES, tmp_path / "casebook")
    [person] = again["people"][again["people"]["name"] == "Lee Ashby"].to_dict("records")
    assert (person["nameable"], person["rule"]) == ("no", "rejected"), "the name stays withheld"
    assert run["incidents"]["people"].str.contains("Ashby").any()
    assert not again["incidents"]["people"].str.contains("Ashby").any()
