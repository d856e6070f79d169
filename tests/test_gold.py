"""The example articles and their gold tables agree: the gold's words are in the articles, its codes in the design."""

import csv
import re
from collections import Counter
from collections.abc import Collection
from datetime import date

import pytest

import development
from cuttings import home
from cuttings.corpus import saved_page
from cuttings.tables import ATTRIBUTES, SEPARATOR, STANDINGS

STAGES = {
    *("alleged", "referred", "under_investigation", "arrested", "charged", "misconduct_hearing", "criminal_trial"),
    *("concluded_no_action", "concluded_sanction", "convicted", "sentenced"),
}
SANCTIONS = {
    *("restricted_duties", "suspended", "dismissed", "would_have_been_dismissed", "final_written_warning"),
    *("written_warning", "reflective_practice", "management_action", "no_action", "resigned", "retired", "barred"),
    *("imprisoned", "suspended_sentence", "community_order", "other"),
}
ALLEGATIONS = {
    *("racist", "islamophobic", "antisemitic", "misogynistic", "sexist", "homophobic", "transphobic", "ableist"),
    *("sectarian", "pornographic", "grossly_offensive", "discriminatory", "derogatory", "sharing_case_material"),
    *("sexual_misconduct", "violence_joke", "failure_to_report", "other"),
}
CODED = {"stage": STAGES, "sanction": SANCTIONS, "allegation": ALLEGATIONS}
COUNTS = ("officers_total", "officers_serving", "officers_former")
COUNT = re.compile(r"\d+|\d+\.\.|\.\.\d+|\d+\.\.\d+")
EDTF = re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?")

COLUMNS = {
    "articles": "file title publisher author published published_basis language duplicate_of",
    "coverage": "file incident role optional",
    "claims": "file incident attribute value evidence standing said_by alternatives optional",
    "subjects": "file incident count_min count_max status force rank name standing outcome evidence",
    "people": "file incident name role rank_or_title nameable",
    "quotes": "file speaker text",
    "links": "file from_incident to_incident relation",
    "furniture": "file text",
}
LOOK_ALIKES = {
    "tarnmoor-fire-green-watch.txt",
    "councillor-parish-messages.html",
    "explainer-officers-and-messages.html",
}


def visible(file: str) -> str:
    """The words of an example article, as a reader sees them."""
    return saved_page.visible(home.example_articles() / file)


def flat(text: str) -> str:
    return " ".join(text.split())


def gold(name: str) -> list[dict[str, str]]:
    with (home.gold() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = {name: gold(name) for name in COLUMNS}
TEXTS = {row["file"]: visible(row["file"]) for row in ROWS["articles"]}


def wrong(name: str, column: str, allowed: Collection[str]) -> list[dict[str, str]]:
    return [row for row in ROWS[name] if row[column] not in allowed]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_gold_table_has_the_columns_of_the_contract(name: str) -> None:
    header = (home.gold() / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
    assert header.split(",") == COLUMNS[name].split()


@pytest.mark.parametrize("name", COLUMNS)
def test_a_gold_table_holds_no_row_twice_and_no_untidy_cell(name: str) -> None:
    counted = Counter(tuple(row.values()) for row in ROWS[name])
    assert [row for row, times in counted.items() if times > 1] == []
    assert [row for row in ROWS[name] for cell in row.values() if cell is None or cell != cell.strip()] == []


def test_every_example_article_has_one_row_and_every_row_an_article() -> None:
    folder = home.example_articles()
    saved = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    assert sorted(row["file"] for row in ROWS["articles"]) == saved


@pytest.mark.parametrize("name", [name for name in COLUMNS if name != "articles"])
def test_every_row_is_of_an_example_article(name: str) -> None:
    assert wrong(name, "file", TEXTS) == []


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("articles", "published_basis", ("metadata", "stated", "inferred", "none")),
        ("articles", "language", ("en",)),
        ("coverage", "role", ("main", "background")),
        ("coverage", "optional", ("yes", "")),
        ("claims", "attribute", ATTRIBUTES),
        ("claims", "standing", STANDINGS),
        ("claims", "optional", ("yes", "")),
        ("subjects", "status", ("serving", "former", "staff", "unknown")),
        ("subjects", "standing", STANDINGS),
        ("subjects", "outcome", SANCTIONS | {""}),
        ("people", "role", ("officer", "former_officer", "official", "victim", "family", "other")),
        ("people", "nameable", ("yes", "no", "ask")),
        ("links", "relation", ("linked", "not_linked", "similar")),
    ],
)
def test_codes_are_the_designs(name: str, column: str, allowed: Collection[str]) -> None:
    assert wrong(name, column, allowed) == []


@pytest.mark.parametrize("attribute", CODED)
def test_coded_values_and_their_alternatives_are_the_designs(attribute: str) -> None:
    rows = [row for row in ROWS["claims"] if row["attribute"] == attribute]
    values = {value for row in rows for value in (row["value"], *alternatives(row))}
    assert values - {*CODED[attribute], "none"} == set()


def alternatives(row: dict[str, str]) -> list[str]:
    return row["alternatives"].split(SEPARATOR) if row["alternatives"] else []


@pytest.mark.parametrize(
    ("attributes", "pattern"), [(COUNTS, COUNT), (("happened", "announced"), EDTF)], ids=["counts", "dates"]
)
def test_numbers_and_dates_are_written_as_the_design_says(attributes: tuple[str, ...], pattern: re.Pattern) -> None:
    rows = [row for row in ROWS["claims"] if row["attribute"] in attributes]
    assert rows
    assert [row for row in rows if not pattern.fullmatch(row["value"])] == []


@pytest.mark.parametrize("row", ROWS["articles"], ids=lambda row: row["file"])
def test_an_article_is_dated_or_says_that_it_is_not(row: dict[str, str]) -> None:
    assert bool(row["published"]) == (row["published_basis"] != "none")
    assert not row["published"] or date.fromisoformat(row["published"])


@pytest.mark.parametrize("row", ROWS["articles"], ids=lambda row: row["file"])
def test_a_title_stands_in_its_article(row: dict[str, str]) -> None:
    assert row["title"] in TEXTS[row["file"]]


@pytest.mark.parametrize(
    ("name", "column"), [("claims", "evidence"), ("subjects", "evidence"), ("quotes", "text"), ("people", "name")]
)
def test_gold_words_stand_in_the_article_they_are_said_to_be_from(name: str, column: str) -> None:
    assert [row for row in ROWS[name] if not row[column] or row[column] not in TEXTS[row["file"]]] == []


def test_a_piece_of_furniture_stands_in_its_file_and_is_long_enough_to_know_it_by() -> None:
    assert [row for row in ROWS["furniture"] if row["text"] not in TEXTS[row["file"]]] == []
    assert [row for row in ROWS["furniture"] if len(row["text"].split()) < 6] == []


def test_no_evidence_is_furniture() -> None:
    furniture = {(row["file"], row["text"]) for row in ROWS["furniture"]}
    evidence = [(row["file"], row["evidence"]) for name in ("claims", "subjects") for row in ROWS[name]]
    assert [(f, e, t) for f, e in evidence for file, t in furniture if f == file and (t in e)] == []
    once = [(f, e, t) for f, e in evidence for file, t in furniture if f == file and e in t]
    assert [(f, e, t) for f, e, t in once if TEXTS[f].count(e) == TEXTS[f].count(t)] == []


@pytest.mark.parametrize("name", ["claims", "subjects", "people"])
def test_every_row_is_of_an_incident_that_its_article_covers(name: str) -> None:
    covered = {(row["file"], row["incident"]) for row in ROWS["coverage"]}
    assert [row for row in ROWS[name] if (row["file"], row["incident"]) not in covered] == []


def test_links_join_incidents_that_their_article_covers() -> None:
    covered = {(row["file"], row["incident"]) for row in ROWS["coverage"]}
    ends = {(row["file"], row[end]) for row in ROWS["links"] for end in ("from_incident", "to_incident")}
    assert ends - covered == set()


def test_an_article_has_at_most_one_main_incident_and_look_alikes_have_none_at_all() -> None:
    mains = Counter(row["file"] for row in ROWS["coverage"] if row["role"] == "main")
    assert [file for file, times in mains.items() if times > 1] == []
    assert set(TEXTS) - {row["file"] for row in ROWS["coverage"]} == LOOK_ALIKES


def test_numbers_and_stage_are_given_once_an_incident() -> None:
    single = Counter(
        (row["file"], row["incident"], row["attribute"])
        for row in ROWS["claims"]
        if row["attribute"] in (*COUNTS, "stage")
    )
    assert [key for key, times in single.items() if times > 1] == []


def test_every_covered_incident_has_a_stage() -> None:
    staged = {(row["file"], row["incident"]) for row in ROWS["claims"] if row["attribute"] == "stage"}
    assert {(row["file"], row["incident"]) for row in ROWS["coverage"]} == staged


@pytest.mark.parametrize(
    ("attribute", "statuses"),
    [
        ("officers_total", ("serving", "former", "unknown")),
        ("officers_serving", ("serving",)),
        ("officers_former", ("former",)),
    ],
)
def test_subjects_add_up_to_the_counts(attribute: str, statuses: tuple[str, ...]) -> None:
    claims = [row for row in ROWS["claims"] if row["attribute"] == attribute]
    assert [(row["file"], row["value"]) for row in claims if not adds_up(row, statuses)] == []


def adds_up(claim: dict[str, str], statuses: tuple[str, ...]) -> bool:
    """Civilian staff are subjects but no officers; someone of unknown status may be serving or former."""
    rows = [r for r in ROWS["subjects"] if (r["file"], r["incident"]) == (claim["file"], claim["incident"])]
    counted = [row for row in rows if row["status"] in statuses]
    if claim["attribute"] != "officers_total" and any(row["status"] == "unknown" for row in rows):
        return True
    least = sum(int(row["count_min"]) for row in counted)
    open_ended = any(row["count_max"] == "" for row in counted)
    return claim["value"] == (f"{least}.." if open_ended else str(least))


def test_a_copy_names_the_article_that_is_counted_instead() -> None:
    copies = {row["file"]: row["duplicate_of"] for row in ROWS["articles"] if row["duplicate_of"]}
    assert set(copies.values()) <= set(TEXTS) - set(copies)
    shared = {
        copy: len(runs(TEXTS[copy]) & runs(TEXTS[first])) / len(runs(TEXTS[first])) for copy, first in copies.items()
    }
    assert min(shared.values()) > 0.5
    assert sorted(ratio == 1 for ratio in shared.values()) == [False, True]


TERMS_OF_ART = re.compile("independent office for police conduct|case to answer for gross misconduct")


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    """Every run of words, a body's name or a term of the law counting as one: nobody can reword those."""
    words = re.findall(r"\w+", TERMS_OF_ART.sub("term", text.lower()))
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


@development.needed
def test_no_example_shares_eight_words_in_a_row_with_a_publishers_article() -> None:
    saved = sorted(development.ARTICLES.glob("*.txt"))
    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in saved))
    assert {file: runs(text) & theirs for file, text in TEXTS.items() if runs(text) & theirs} == {}
