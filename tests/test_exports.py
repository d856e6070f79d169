"""What other programs read: that they can, that a stranger's words stay words, and that no allegation hardens."""

import copy
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import jsonschema
import openpyxl
import pandas as pd
import pytest

import made_run
from conftest import CHECKOUT
from cuttings import exports, sheet, tables
from cuttings.exports import annotations as annotation_file
from cuttings.exports import entities as graph_file
from cuttings.exports import workbook
from cuttings.exports.addresses import web_address

VALIDATORS = CHECKOUT / ".venv" / "validators" / "bin"
LOCKS = (
    "requirements-validators.lock",
    "requirements-ftm.lock",
    "requirements-label-studio.lock",
    "requirements-crate.lock",
    "requirements-axe.lock",
)
WITHHELD = "[name withheld]"
Data = Mapping[str, pd.DataFrame]


def published() -> dict[str, pd.DataFrame]:
    """Tables as a published folder may have them: some left out, the articles' text emptied, names withheld."""
    data = made_run.few().tables()
    for name in ("mentions", "sentences", "quotes", "furniture", "skipped", "datings"):
        del data[name]
    data["articles"] = data["articles"].assign(text=pd.array([""] * len(data["articles"]), dtype="string"))
    for name, column in (("people", "name"), ("claims", "value"), ("claims", "evidence"), ("subjects", "name")):
        cells = data[name][column].str.replace(r"(PC )?(Rhoda|Tobias) Quillfeather", WITHHELD, regex=True)
        data[name] = data[name].assign(**{column: cells})
    return data


def strange() -> dict[str, pd.DataFrame]:
    """A run whose words are markup, and a claim whose words stand at the end of a long article."""
    run = made_run.hostile()
    text = "x" * 200_000 + " =1+1\r\n\r and ]]> \x07."
    a = run.article("a00000000aa", "\t=A title\r\nof two lines\x00", text, url="javascript:alert(1)", author="'=1+1")
    run.claim("i-hostile", a, "allegation", "racist", "=1+1\r\n\r and ]]> \x07.", standing="alleged")
    return run.tables()


RUNS = {
    "one incident": lambda: made_run.one().tables(),
    "nine incidents": lambda: made_run.few().tables(),
    "nothing was read": lambda: made_run.empty().tables(),
    "hostile words": strange,
    "published": published,
    "claims only": lambda: {"claims": made_run.few().tables()["claims"]},
}


@pytest.fixture(params=RUNS.values(), ids=RUNS.keys())
def data(request: pytest.FixtureRequest) -> dict[str, pd.DataFrame]:
    return request.param()


def written(data: Data, out: Path) -> Path:
    for name, frame in data.items():
        tables.write(name, frame, out)
    exports.write(data, out)
    return out


def entities(data: Data) -> list[dict]:
    return [json.loads(line) for line in graph_file.content(data).decode("utf-8").split("\n")[:-1]]


def annotations(data: Data) -> dict:
    return json.loads(annotation_file.content(data))


def opened(data: Data) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(workbook.content(data)))


# What is written


def test_the_files_are_named_and_the_same_every_time(data, tmp_path):
    folders = [written(data, tmp_path / name) for name in ("one", "two")]
    paths = exports.write(data, folders[0])
    names = ["datapackage.json", "exports/cuttings.xlsx", "exports/entities.ftm.json", "exports/annotations.jsonld"]
    assert [path.relative_to(folders[0]).as_posix() for path in paths] == names
    assert [(folders[0] / name).read_bytes() for name in names] == [(folders[1] / name).read_bytes() for name in names]


def test_the_workbook_holds_no_time_of_writing():
    properties = opened(made_run.one().tables()).properties
    assert {properties.created.year, properties.modified.year} == {1980}


def test_the_tables_are_left_as_they_were(data, tmp_path):
    before = {name: frame.copy() for name, frame in data.items()}
    written(data, tmp_path)
    for name, frame in data.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_what_cannot_be_exported_is_an_error(tmp_path):
    one = made_run.one().tables()
    with pytest.raises(tables.TableError, match="no table to export"):
        exports.write({}, tmp_path)
    with pytest.raises(tables.TableError, match="no table nonsense"):
        exports.write({"nonsense": one["claims"]}, tmp_path)
    with pytest.raises(tables.TableError, match=r"claims\.csv is missing"):
        exports.write({"claims": one["claims"]}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_documents_name_every_file_and_validator():
    told = (CHECKOUT / "docs" / "exports.md").read_text("utf-8")
    named = ("datapackage.json", "cuttings.xlsx", "entities.ftm.json", "annotations.jsonld", "bin/setup-validators")
    assert [name for name in named if name not in told] == []


# The workbook

CELLS = {
    "plain words": ("Seven officers", "Seven officers", False),
    "a formula": ('=HYPERLINK("http://x.example","click")', '=HYPERLINK("http://x.example","click")', True),
    "a command": ("+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", True),
    "a function": ("@SUM(1+1)*cmd", "@SUM(1+1)*cmd", True),
    "a minus": ("-2+3", "-2+3", True),
    "a full-width equals": ("＝1+1", "＝1+1", True),
    "a tab first": ("\t=1+1", "\t=1+1", True),
    "a line break first": ("\n=1+1", "\n=1+1", True),
    "a carriage return first": ("\r=1+1", "\n=1+1", True),
    "an apostrophe first": ("'=1+1", "'=1+1", True),
    "a space first and last": (" words ", " words ", False),
    "line breaks of three kinds": ("a\r\nb\rc\nd", "a\nb\nc\nd", False),
    "an emoji": ("🚔 “quoted” – 中文", "🚔 “quoted” – 中文", False),
    "control characters": ("a\x00b\x07c\x1bd\x0be", "a␀b␇c␛d␋e", False),
    "no characters": ("a\ufffeb\uffffc", "a�b�c", False),
    "the end of CDATA": ("]]> & <b>bold</b> &amp;", "]]> & <b>bold</b> &amp;", False),
    "XlsxWriter's own markup": ("<r><t>&x</t></r>", "<r><t>&x</t></r> ", False),
    "an address": ("https://x.example/a", "https://x.example/a", False),
    "an internal address": ("internal:Sheet1!A1", "internal:Sheet1!A1", False),
    "a number": ("0012", "0012", False),
    "a date": ("2023-03", "2023-03", False),
    "a truth value": ("TRUE", "TRUE", False),
    "an error": ("#REF!", "#REF!", False),
}


@pytest.mark.parametrize(("cell", "read_back", "guarded"), CELLS.values(), ids=CELLS.keys())
def test_a_cell_is_words_and_comes_back_as_them(cell, read_back, guarded):
    data = {"skipped": tables.frame("skipped", [{"file": "f", "detail": cell}])}
    found = opened(data)["skipped"]["D2"]
    assert (found.value, found.quotePrefix or False) == (read_back, guarded)
    assert found.data_type in ("s", "inlineStr")
    assert found.hyperlink is None


def test_a_workbook_of_hostile_words_has_no_formula_link_or_outside_part():
    with zipfile.ZipFile(io.BytesIO(workbook.content(strange()))) as parts:
        names = parts.namelist()
        sheets = [parts.read(name).decode("utf-8") for name in names if name.startswith("xl/worksheets/")]
    assert [name for name in names if re.search("external|hyperlink|vba|embed|_rels/sheet", name)] == []
    assert [each for each in sheets if re.search("<f[ >]|<hyperlink", each)] == []


LONG = {
    "letters": ("a" * 40_000, 40_000),
    "emoji, which Excel counts twice": ("🚔" * 20_000, 20_000),
    "just too long": ("a" * 32_768, 32_768),
}


@pytest.mark.parametrize(("cell", "length"), LONG.values(), ids=LONG.keys())
def test_a_cell_that_is_too_long_is_cut_and_says_so(cell, length):
    data = {"skipped": tables.frame("skipped", [{"detail": cell}])}
    found = opened(data)["skipped"]["D2"].value
    assert len(found.encode("utf-16-le")) // 2 <= 32_767
    assert found.endswith(f" … [cut here: it has {length:,} characters; the CSV file has them all]")
    assert found.startswith(cell[:1000])


def test_a_cell_of_the_longest_length_is_whole():
    data = {"skipped": tables.frame("skipped", [{"detail": "a" * 32_767}])}
    assert opened(data)["skipped"]["D2"].value == "a" * 32_767


def test_numbers_are_numbers_truth_is_truth_and_nothing_is_nothing():
    rows = [{"left": "a/0", "right": "b/0", "score": -1.5}, {"left": "a/1", "right": "b/0"}]
    checks = [{"incident_id": "i", "holds": False}, {"incident_id": "i"}]
    data = {"matches": tables.frame("matches", rows), "checks": tables.frame("checks", checks)}
    data["subjects"] = tables.frame("subjects", [{"subject_id": "s", "count_min": 6}])
    book = opened(data)
    assert [book["matches"][place].value for place in ("C2", "C3")] == [-1.5, None]
    assert [book["checks"][place].value for place in ("D2", "D3")] == [False, None]
    assert [book["subjects"][place].value for place in ("D2", "E2")] == [6, None]


def test_every_table_is_a_sheet_that_has_its_cells(data):
    book = opened(data)
    assert set(book.sheetnames) == {workbook.GUIDE, *data}
    for name, frame in data.items():
        rows = book[name].iter_rows(values_only=True)
        assert list(next(rows)) == list(frame.columns)
        assert len(list(rows)) == len(frame)


def test_incidents_come_first_and_headers_stay_in_sight():
    book = opened(made_run.few().tables())
    assert book.sheetnames[:5] == [workbook.GUIDE, "incidents", "claims", "subjects", "people"]
    claims = book["claims"]
    assert (claims.freeze_panes, claims.auto_filter.ref) == ("A2", claims.dimensions)
    assert all(8 <= each.width <= 61 for each in claims.column_dimensions.values())
    [evidence] = (cell.column_letter for cell in claims[1] if cell.value == "evidence")
    assert claims[f"{evidence}2"].alignment.wrap_text


def test_the_first_sheet_says_what_each_column_is_and_what_to_beware_of(data):
    rows = list(opened(data)[workbook.GUIDE].iter_rows(values_only=True))
    told = {(row[0], row[1]): row[2] for row in rows}
    for name, frame in data.items():
        meanings = {column.name: column.meaning for column in tables.TABLES[name].columns}
        assert {column: told.get((name, column)) for column in frame.columns} == meanings
    assert set(workbook.CAVEATS) <= {row[2] for row in rows}


def test_a_table_longer_than_a_sheet_says_what_is_left_out(monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 6)
    data = {"skipped": tables.frame("skipped", [{"file": f"{number}.txt"} for number in range(9)])}
    book = opened(data)
    cells = [row[0] for row in book["skipped"].iter_rows(values_only=True)]
    note = "a sheet holds 6 rows, so 5 of 9 rows are left out. tables/skipped.csv has them all."
    assert cells == ["file", "0.txt", "1.txt", "2.txt", "3.txt", f"Not whole: {note}"]
    guide = [row[2] for row in book[workbook.GUIDE].iter_rows(values_only=True)]
    assert f"The sheet skipped is not whole: {note}" in guide


def test_a_table_that_just_fits_is_whole(monkeypatch):
    monkeypatch.setattr(workbook, "ROWS", 6)
    data = {"skipped": tables.frame("skipped", [{"file": f"{number}.txt"} for number in range(5)])}
    cells = [row[0] for row in opened(data)["skipped"].iter_rows(values_only=True)]
    assert cells == ["file", "0.txt", "1.txt", "2.txt", "3.txt", "4.txt"]


# CSV files for spreadsheets


def test_spreadsheet_safe_guards_words_only_and_can_be_undone():
    words = [cell for cell, _, _ in CELLS.values()]
    frame = tables.frame("subjects", [{"subject_id": "s", "count_min": -1, "force": each} for each in words])
    safe = exports.spreadsheet_safe(frame)
    assert [cell for cell in safe["force"] if re.match(r"\s*[=+@＝-]|[\t\r\n]", cell)] == []
    assert [sheet.unguard(cell) for cell in safe["force"]] == words
    assert safe["count_min"].tolist() == frame["count_min"].tolist()
    assert safe.dtypes.equals(frame.dtypes)
    assert frame["force"].tolist() == words


# The data package


def descriptor(out: Path) -> dict:
    return json.loads((out / "datapackage.json").read_text("utf-8"))


def validator(name: str) -> Path:
    """The path of a validator; skips the test where it is not set up."""
    if not (VALIDATORS / name).exists():
        pytest.skip(f"{name} is not there to validate with: sh bin/setup-validators sets it up, or says why it cannot")
    return VALIDATORS / name


def complaints(out: Path) -> set[str]:
    """The types of the errors that frictionless finds in the package in ``out``."""
    command = [validator("frictionless"), "validate", "datapackage.json", "--json"]
    ran = subprocess.run(command, cwd=out, capture_output=True, check=False)
    report = json.loads(ran.stdout)
    errors = [*report["errors"], *(error for task in report["tasks"] for error in task["errors"])]
    assert report["valid"] == (not errors) == (ran.returncode == 0)
    assert len(report["tasks"]) == len(descriptor(out)["resources"]) or errors
    return {error["type"] for error in errors}


def test_frictionless_finds_nothing_wrong(data, tmp_path):
    assert complaints(written(data, tmp_path)) == set()


BROKEN = {
    "a code outside its list": ("claims", "standing", '"alleged"', '"proven"', "constraint-error"),
    "a number that is none": ("incidents", "officers_min", '"7"', '"seven"', "type-error"),
    "a truth value that is none": ("checks", "holds", '"False"', '"perhaps"', "type-error"),
    "a key that is there twice": ("claims", "claim_id", '"c1"', '"c0"', "primary-key"),
    "an article that is not there": ("subjects", "article_id", '"a0000000001"', '"a9"', "foreign-key"),
    "an incident that is not there": ("coverage", "incident_id", '"i-denbrook"', '"i-x"', "foreign-key"),
    "another header": ("people", "name", '"name"', '"names"', "incorrect-label"),
}


@pytest.mark.parametrize(("table", "column", "is_now", "becomes", "error"), BROKEN.values(), ids=BROKEN.keys())
def test_frictionless_finds_what_was_broken(table, column, is_now, becomes, error, tmp_path):
    out = written(made_run.few().tables(), tmp_path)
    path = out / "tables" / f"{table}.csv"
    text = path.read_text("utf-8")
    assert column in tables.TABLES[table].dtypes and is_now in text
    path.write_text(text.replace(is_now, becomes, 1), "utf-8")
    unhashed = descriptor(out)
    for resource in unhashed["resources"]:
        del resource["hash"], resource["bytes"]
    (out / "datapackage.json").write_text(json.dumps(unhashed), "utf-8")
    assert error in complaints(out)


def test_frictionless_finds_a_file_that_was_changed(tmp_path):
    out = written(made_run.few().tables(), tmp_path)
    path = out / "tables" / "claims.csv"
    path.write_text(path.read_text("utf-8").replace("Seven police", "Eight police", 1), "utf-8")
    assert "hash-count" in complaints(out)


def test_the_package_says_what_each_column_is(data, tmp_path):
    found = descriptor(written(data, tmp_path))
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {each["name"] for each in found["resources"]} == set(data)
    for resource in found["resources"]:
        told = {field["name"]: field for field in resource["schema"]["fields"]}
        for column in tables.TABLES[resource["name"]].columns:
            assert told[column.name]["description"] == column.meaning
            assert told[column.name].get("constraints", {}).get("enum", []) == list(column.codes)


def keys(out: Path, table: str) -> dict[str, str]:
    [resource] = [each for each in descriptor(out)["resources"] if each["name"] == table]
    found = resource["schema"].get("foreignKeys", [])
    return {key["fields"][0]: key["reference"].get("resource", "") for key in found}


def test_a_foreign_key_is_told_only_where_it_holds(tmp_path):
    data = made_run.few().tables()
    out = written(data, tmp_path / "whole")
    assert keys(out, "claims") == {"article_id": "articles", "incident_id": "incidents"}
    assert keys(out, "articles") == {"duplicate_of": ""}
    fewer = data | {"incidents": data["incidents"].iloc[1:]}
    assert keys(written(fewer, tmp_path / "fewer"), "claims") == {"article_id": "articles"}


def test_the_version_changes_with_the_tables_only(tmp_path):
    one, few = made_run.one().tables(), made_run.few().tables()
    versions = [descriptor(written(each, tmp_path / str(n)))["version"] for n, each in enumerate((one, one, few))]
    assert versions[0] == versions[1] != versions[2]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+\+sha256\.[0-9a-f]{12}", version) for version in versions)


# FollowTheMoney

_CHECK = """
import json, sys
from followthemoney import model
for line in open(sys.argv[1], encoding="utf-8"):
    data = json.loads(line)
    schema = model.get(data["schema"])
    assert schema and not schema.abstract, data
    assert set(schema.required) <= set(data["properties"]), data
    unknown = set(data["properties"]) - set(schema.properties)
    assert not unknown, (unknown, data)
    schema.validate(data)
    proxy = model.get_proxy(data, cleaned=False)
    kept = {name: proxy.get(name) for name in data["properties"]}
    lost = {name: values for name, values in data["properties"].items() if len(values) != len(kept[name])}
    assert not lost, (lost, data)
    for prop, _ in proxy.itervalues():
        assert not prop.deprecated and prop.name != "topics", data
    print(json.dumps({"id": data["id"], "schema": sorted(schema.names), "ranges": {
        name: schema.get(name).range.name for name in data["properties"] if schema.get(name).range}}))
"""


def modelled(path: Path) -> dict[str, dict]:
    """The entities of a file, by id, as FollowTheMoney has them: their schemata, and what each may point at."""
    validator("ftm")
    ran = subprocess.run([VALIDATORS / "python", "-c", _CHECK, path], capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stderr
    return {found["id"]: found for found in map(json.loads, ran.stdout.splitlines())}


def test_followthemoney_takes_every_entity_and_value(data, tmp_path):
    found = modelled(written(data, tmp_path) / "exports" / "entities.ftm.json")
    assert len(found) == len(entities(data))
    for each in entities(data):
        for name, range_of in found[each["id"]]["ranges"].items():
            for other in each["properties"][name]:
                assert range_of in found[other]["schema"], each


@pytest.mark.parametrize("run", ["nine incidents", "hostile words"])
def test_the_command_of_followthemoney_gives_every_entity_back(run, tmp_path):
    data, back = RUNS[run](), tmp_path / "back.json"
    command = [
        validator("ftm"),
        "validate",
        "-i",
        written(data, tmp_path) / "exports" / "entities.ftm.json",
        "-o",
        back,
    ]
    ran = subprocess.run(command, capture_output=True, check=False, text=True)
    assert ran.returncode == 0, ran.stderr
    theirs = [json.loads(line) for line in back.read_text("utf-8").splitlines()]
    counted = [(each["id"], each["schema"], {k: len(v) for k, v in each["properties"].items()}) for each in theirs]
    ours = [(each["id"], each["schema"], {k: len(v) for k, v in each["properties"].items()}) for each in entities(data)]
    assert counted == ours


WRONG = {
    "a schema that is none": {"schema": "Incident", "properties": {"name": ["x"]}},
    "a property that is none": {"schema": "Event", "properties": {"name": ["x"], "standing": ["alleged"]}},
    "a date that is none": {"schema": "Event", "properties": {"name": ["x"], "date": ["2021-21"]}},
    "an address that is none": {"schema": "Article", "properties": {"sourceUrl": ["javascript:alert(1)"]}},
    "an edge with one end": {"schema": "UnknownLink", "properties": {"subject": ["a"]}},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_followthemoney_refuses_what_is_wrong(wrong, tmp_path):
    validator("ftm")
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps({"id": "x"} | wrong), "utf-8")
    with pytest.raises(AssertionError):
        modelled(path)


def pointing(each: dict) -> list[str]:
    """Every id that an entity's properties hold."""
    return [value for values in each["properties"].values() for value in values if value.startswith("cuttings-")]


def test_every_id_is_there_once_and_every_id_pointed_at_is_there(data):
    found = entities(data)
    ids = [each["id"] for each in found]
    assert len(set(ids)) == len(ids)
    assert {other for each in found for other in pointing(each)} <= set(ids)


def of(found: list[dict], schema: str, **properties: str) -> list[dict]:
    wanted = properties.items()
    return [e for e in found if e["schema"] == schema and all(v in e["properties"].get(k, []) for k, v in wanted)]


def test_every_claim_that_stands_documents_its_incident_and_says_how_far_it_goes():
    data = made_run.few().tables()
    found = entities(data)
    for claim in data["claims"].to_dict("records"):
        made = of(found, "Documentation", recordId=claim["claim_id"])
        if claim["decision"] == "rejected":
            assert made == []
            continue
        [edge] = made
        assert edge["properties"]["role"][0].endswith(f"({claim['standing']})")
        assert edge["properties"]["status"] == [claim["standing"]]
        assert edge["properties"]["summary"] == [claim["evidence"]]


def test_a_stage_that_a_later_article_takes_back_says_so():
    run = made_run.one()
    [claim] = [row for row in run.rows["claims"] if row["attribute"] == "stage"]
    cells = {name: claim[name] for name in ("incident_id", "article_id", "start", "end", "evidence")}
    data = run.tables()
    data["history"] = tables.frame("history", [{**cells, "stage": claim["value"], "stands": False}])
    edges = [e["properties"]["role"][0] for e in of(entities(data), "Documentation") if "recordId" in e["properties"]]
    gone = "(investigated; does not stand, see history)"
    assert [role for role in edges if "does not stand" in role] == [f"stage: under investigation {gone}"]
    sentences = [each["body"][0]["value"] for each in items(data)]
    assert len([sentence for sentence in sentences if "does not stand" in sentence]) == 1


def test_nothing_hardens_into_a_finding(data):
    for each in entities(data):
        properties = each["properties"]
        assert not {"topics", "keywords", "program", "status"} & set(properties) or each["schema"] in EDGES
        if each["schema"] == "Event":
            assert "to be a subject is no finding" in properties["summary"][0].lower()
        if each["schema"] == "Person":
            assert "no finding" in properties["summary"][0]
            assert not {"topics", "classification", "status", "country"} & set(properties)


EDGES = ("Documentation", "UnknownLink")


def test_what_an_article_says_is_not_linked_is_no_edge():
    found = entities(made_run.few().tables())
    events = {each["id"] for each in of(found, "Event")}
    between = [e for e in of(found, "UnknownLink") if set(pointing(e)) & events and len(set(pointing(e)) & events) > 1]
    assert between == []
    [note] = [each for each in of(found, "Note") if "not linked" in each["properties"]["name"][0]]
    assert "not linked to the Denbrook case" in note["properties"]["description"][0]


def test_what_an_article_links_is_an_edge():
    run = made_run.few()
    words = run.span("a0000000001", "the Denbrook case")
    run.rows["links"].append({"from_incident": "i-harrowmere", "to_incident": "i-5", "relation": "linked", **words})
    found = entities(run.tables())
    [edge] = of(found, "UnknownLink", role="linked, its article says")
    assert edge["properties"]["summary"] == ["the Denbrook case"]


def test_a_person_is_one_in_an_incident_and_another_in_another():
    run = made_run.few()
    run.person("i-harrowmere", "a0000000002", "Rhoda Quillfeather", "ask", "Quillfeather", role="former_officer")
    run.person("i-denbrook", "a0000000004", "Rhoda Quillfeather", "ask", "Two officers", role="other")
    found = of(entities(run.tables()), "Person", name="Rhoda Quillfeather")
    assert [each["properties"]["summary"][0].split("there as: ")[1].split(".")[0] for each in found] == [
        "officer, former officer",
        "other",
    ]


def test_a_person_goes_as_far_as_their_article_does():
    found = entities(made_run.few().tables())
    named = {
        tuple(e["properties"]["role"]) for e in of(found, "UnknownLink") if "named as" in e["properties"]["role"][0]
    }
    assert named == {("named as: officer (investigated)",), ("named as: family",), ("named as: official",)}


def test_a_withheld_name_is_nobody():
    found = entities(published())
    assert {each["properties"]["name"][0] for each in of(found, "Person")} == {"Ottoline Marsh"}
    assert [each for each in found if "Quillfeather" in json.dumps(each["properties"].get("name", ""))] == []


COUNTS = {(5, 7): "5 to 7", (6, 6): "6", (2, None): "at least 2", (None, 9): "at most 9", (None, None): "not known"}


@pytest.mark.parametrize(("counts", "told"), COUNTS.items(), ids=COUNTS.values())
def test_how_many_officers_is_told_as_far_as_it_is_known(counts, told):
    row = {"incident_id": "i", "officers_min": counts[0], "officers_max": counts[1]}
    [event] = entities({"incidents": tables.frame("incidents", [row])})
    assert f"Officers reported as its subjects: {told}. To be" in event["properties"]["summary"][0]


def test_a_note_is_made_of_the_checks_that_do_not_hold_only():
    rows = [{"incident_id": "i", "check": f"held: {holds}", "holds": holds} for holds in (True, False, None)]
    incidents = tables.frame("incidents", [{"incident_id": "i"}])
    found = entities({"incidents": incidents, "checks": tables.frame("checks", rows)})
    assert [e["properties"]["description"][0] for e in of(found, "Note")] == ["A check does not hold: held: False."]


DATES = {
    "2023-07": {"date": ["2023-07"]},
    "2019/2021": {"startDate": ["2019"], "endDate": ["2021"]},
    "2022-12-24": {"date": ["2022-12-24"]},
    "2019/2021-21": {"startDate": ["2019"]},
    "../2020": {"endDate": ["2020"]},
    "2021~": {},
    "2019?": {},
    "not a date": {},
    "2021-13": {},
    "": {},
}


@pytest.mark.parametrize(("happened", "dates"), DATES.items(), ids=DATES.keys())
def test_a_date_is_told_only_as_the_model_can_say_it(happened, dates):
    data = {"incidents": tables.frame("incidents", [{"incident_id": "i", "title": "t", "happened": happened}])}
    [event] = entities(data)
    properties = event["properties"]
    assert {name: properties[name] for name in ("date", "startDate", "endDate") if name in properties} == dates
    assert f"Happened (EDTF): {happened}" in properties["description"] or not happened


def test_an_article_text_is_in_no_entity():
    data = made_run.few().tables()
    whole = graph_file.content(data).decode("utf-8")
    paragraphs = {paragraph for text in data["articles"]["text"] for paragraph in text.split("\n\n")[1:]}
    assert [each for each in paragraphs if len(each) > 80 and each in whole] == []


# Annotations

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "web-annotation.json").read_text("utf-8"))
MODEL = jsonschema.Draft202012Validator(SCHEMA)


def items(data: Data) -> list[dict]:
    found = annotations(data)
    MODEL.validate(found)
    listed = found["first"]["items"] if found["total"] else []
    assert found["total"] == len(listed)
    return listed


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_claim_with_a_span_is_an_annotation_of_its_words(data):
    found = items(data)
    claims = data["claims"].to_dict("records")
    assert len(found) == len(claims)
    for claim, each in zip(claims, found, strict=True):
        quote, position = each["target"]["selector"]
        assert quote["exact"] == claim["evidence"]
        assert (position["start"], position["end"]) == (claim["start"], claim["end"])
        values = [body["value"] for body in each["body"]]
        assert values[0].startswith(f"{claim['attribute']}: {claim['value']} (standing: {claim['standing']};")
        assert {f"standing:{claim['standing']}", f"incident_id:{claim['incident_id']}"} <= set(values)


def test_a_claim_without_a_span_has_none():
    data = made_run.one().tables()
    data["claims"].loc[0, ["start", "end"]] = pd.NA
    assert len(items(data)) == len(data["claims"]) - 1


def test_what_stands_round_the_words_is_the_text():
    data = made_run.few().tables()
    texts = data["articles"].set_index("article_id")["text"]
    for claim, each in zip(data["claims"].to_dict("records"), items(data), strict=True):
        quote, text = each["target"]["selector"][0], texts[claim["article_id"]]
        assert quote["prefix"] == text[max(0, claim["start"] - 32) : claim["start"]]
        assert quote["suffix"] == text[claim["end"] : claim["end"] + 32]


def test_where_the_text_is_not_given_nothing_stands_round_the_words():
    quotes = [each["target"]["selector"][0] for each in items(published())]
    assert [quote for quote in quotes if set(quote) != {"type", "exact"}] == []


def test_the_ids_are_those_of_the_claims_and_all_different():
    one, few = ([each["id"] for each in items(run.tables())] for n, run in enumerate((made_run.one(), made_run.few())))
    assert len(set(few)) == len(few)
    assert few[: len(one)] == one


def test_a_rejected_claim_says_so():
    found = [each["body"] for each in items(made_run.few().tables())]
    rejected = [body for body in found if "decision:rejected" in [each["value"] for each in body]]
    assert ["; rejected by a reviewer)" in body[0]["value"] for body in rejected] == [True]


ADDRESSES = {
    "https": ("https://argus.example/news/1?a=b#c", True),
    "http with a port": ("http://argus.example:8080/", True),
    "another script's name": ("https://пример.рф/новости", True),
    "nothing": ("", False),
    "a script": ("javascript:alert(1)", False),
    "a script with a host": ("javascript://argus.example/%0aalert(1)", False),
    "data": ("data:text/html,<b>x</b>", False),
    "a file": ("file://argus.example/a.html", False),
    "no scheme": ("argus.example/news", False),
    "no host": ("https:///news", False),
    "a password": ("https://user:secret@argus.example/", False),
    "a space": ("https://argus.example/a b", False),
    "a line break": ("https://argus.example/\nx", False),
    "a quotation mark": ('https://argus.example/"onclick="x', False),
    "an angle bracket": ("https://argus.example/<script>", False),
    "a port that is none": ("https://argus.example:port/", False),
    "a bare number": ("https://2130706433/", False),
    "a machine's own name": ("http://localhost/", False),
    "a broken bracket": ("http://[::1/", False),
}


@pytest.mark.parametrize(("url", "taken"), ADDRESSES.values(), ids=ADDRESSES.keys())
def test_an_address_is_one_of_the_web_or_none(url, taken):
    assert web_address(url) == (url if taken else "")


SOURCES = {
    "an address": ({"url": "https://argus.example/1"}, "https://argus.example/1"),
    "a script": ({"url": "javascript:alert(1)", "sha256": "ab" * 32}, f"urn:sha256:{'ab' * 32}"),
    "none": ({"sha256": "cd" * 32}, f"urn:sha256:{'cd' * 32}"),
}


@pytest.mark.parametrize(("cells", "source"), SOURCES.values(), ids=SOURCES.keys())
def test_the_source_is_the_address_or_the_hash(cells, source):
    run = made_run.MadeRun()
    a = run.article("a1", "Seven officers", "Seven officers were told.", **cells)
    run.claim("i", a, "officers_total", "7", "Seven officers")
    [found] = items(run.tables())
    assert found["target"]["source"] == source


def without(path: str):
    def change(found: dict) -> None:
        *way, last = path.split("/")
        for step in way:
            found = found[int(step) if step.isdigit() else step]
        del found[last]

    return change


UNLIKE = {
    "no context": without("@context"),
    "no id of the page": without("first/id"),
    "no total": without("total"),
    "no page": without("first"),
    "no target": without("first/items/0/target"),
    "no source": without("first/items/0/target/source"),
    "no exact words": without("first/items/0/target/selector/0/exact"),
    "no end": without("first/items/0/target/selector/1/end"),
    "no value of a body": without("first/items/0/body/0/value"),
    "a negative offset": lambda found: found["first"]["items"][0]["target"]["selector"][1].update(start=-1),
    "another motivation": lambda found: found["first"]["items"][0].update(motivation=["accusing"]),
    "a source that is no IRI": lambda found: found["first"]["items"][0]["target"].update(source="saved pages/1"),
}


@pytest.mark.parametrize("change", UNLIKE.values(), ids=UNLIKE.keys())
def test_the_schema_refuses_what_the_recommendation_does(change):
    found = copy.deepcopy(annotations(made_run.one().tables()))
    change(found)
    with pytest.raises(jsonschema.ValidationError):
        MODEL.validate(found)


# The validators


@pytest.mark.parametrize("name", LOCKS)
def test_every_validator_is_pinned_by_hash(name):
    lock = (CHECKOUT / name).read_text("utf-8")
    pins = re.findall(r"^[A-Za-z0-9._-]+==", lock, re.M)
    assert len(pins) > 20 or name == "requirements-axe.lock"
    assert len(re.findall(r"^[A-Za-z0-9._-]+==[^\n]+\\\n    --hash=sha256:", lock, re.M)) == len(pins)
    assert re.findall(r"index|://|find-links", lock) == []


def test_the_locks_agree():
    pins: dict[str, set[str]] = {}
    for name in LOCKS:
        for package, version in re.findall(r"^([A-Za-z0-9._-]+)==([^ ]+)", (CHECKOUT / name).read_text("utf-8"), re.M):
            pins.setdefault(package, set()).add(version)
    assert {package: versions for package, versions in pins.items() if len(versions) > 1} == {}
