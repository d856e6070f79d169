"""The vocabulary: what ships reads what it should, and a mistake in a row is named by file, line and column."""

import pickle
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest

from cuttings import home
from cuttings.vocabulary import Vocabulary, VocabularyError, load
from cuttings.words.files import FILES
from cuttings.words.forms import pattern, spellings
from cuttings.words.lexicon import NOTHING

# as the design has them
CODES = {
    "stage": """
        alleged referred under_investigation arrested charged misconduct_hearing criminal_trial
        concluded_no_action concluded_sanction convicted sentenced
    """,
    "sanction": """
        restricted_duties suspended dismissed would_have_been_dismissed final_written_warning written_warning
        reflective_practice management_action no_action resigned retired barred imprisoned suspended_sentence
        community_order other
    """,
    "allegation": """
        racist islamophobic antisemitic misogynistic sexist homophobic transphobic ableist sectarian pornographic
        grossly_offensive discriminatory derogatory sharing_case_material sexual_misconduct violence_joke
        failure_to_report other
    """,
}
WITH_FORMS = [name for name, file in FILES.items() if "form" in file.columns]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


def instance(spelling: str) -> str:
    """Words that a form must match: its gaps filled, its endings left off."""
    return " ".join("quite so" if word == "*" else word.replace("*", "") for word in spelling.split())


@pytest.mark.parametrize("table", WITH_FORMS)
def test_every_form_finds_itself_and_nothing_else_gets_there_first(vocabulary: Vocabulary, table: str) -> None:
    lexicon, wrong = vocabulary.lexicon(table), []
    meant = defaultdict(set)  # a Perth is in two countries
    for row in vocabulary[table]:
        meant[row.form].add(None if row.value == NOTHING else row.value)
    for row in vocabulary[table]:
        for spelling in islice(sorted(spellings(row.form)), 4):
            words = instance(spelling)
            read = lexicon.get(words)
            if not pattern(row.form).fullmatch(words) or (read and read.value) not in meant[row.form]:
                wrong.append((row.line, row.form, words, read))
    assert not wrong


@pytest.mark.parametrize("table", WITH_FORMS)
def test_no_form_stands_twice(vocabulary: Vocabulary, table: str) -> None:
    forms = Counter((row.form, row["country"] if row.fields.get("kind") == "area" else "") for row in vocabulary[table])
    assert [form for form, times in forms.items() if times > 1] == []


@pytest.mark.parametrize("column", CODES)
def test_codes_are_the_designs_in_its_order(vocabulary: Vocabulary, column: str) -> None:
    assert vocabulary.codes(column) == tuple(CODES[column].split())


@pytest.mark.parametrize(
    ("table", "column"), [("stages", "stage"), ("sanctions", "sanction"), ("allegations", "allegation")]
)
def test_every_code_has_forms_and_a_label_without_underscores(vocabulary: Vocabulary, table: str, column: str) -> None:
    used = {row.value for row in vocabulary[table]} - {NOTHING}
    assert used == set(vocabulary.codes(column))
    assert not any("_" in vocabulary.label(column, code) for code in used)


def test_all_territorial_forces_of_england_and_wales_are_here(vocabulary: Vocabulary) -> None:
    names = {row.value for row in vocabulary["forces"] if "police.uk" in row["source"]}
    assert len(names) == 43


def test_every_force_can_be_found_by_its_full_name(vocabulary: Vocabulary) -> None:
    full = vocabulary.lexicon("forces", where={"kind": "full"})
    for name in {row.value for row in vocabulary["forces"]} - {NOTHING}:
        assert full.get(name).value == name


def test_sources_are_words_not_addresses(vocabulary: Vocabulary) -> None:
    rows = [row for table in FILES for row in vocabulary[table]]
    assert [row for row in rows if "http" in row["source"] or not row["source"]] == []


READINGS = {
    "force by short form": ("forces", "The Met and Hants Police", ["Metropolitan Police", "Hampshire Constabulary"]),
    "force by another ending": ("forces", "Gloucestershire Police officers", ["Gloucestershire Constabulary"]),
    "force inside a longer name": ("forces", "New South Wales Police detectives", ["New South Wales Police Force"]),
    "force across the sea": ("forces", "Chicago cops, gardaí", ["Chicago Police Department", "An Garda Síochána"]),
    "no duchess": ("forces", "the Duchess of Sussex met the Duke of Kent", []),
    "no weather": ("forces", "The Met Office warned of snow", []),
    "no verb": ("forces", "They met him; Met with silence, he left", []),
    "no members of parliament": ("forces", "MPs said", []),
    "no federation": ("forces", "the Metropolitan Police Federation", []),
    "station": ("places", "at Charing Cross police station", ["Metropolitan Police"]),
    "no court": ("places", "at Southwark Crown Court", []),
    "watchdogs": (
        "bodies",
        "the IOPC told prosecutors at the CPS",
        ["Independent Office for Police Conduct", "Crown Prosecution Service"],
    ),
    "ranks": ("ranks", "Det Sgt Lee, Ch Supt May", ["Detective Sergeant", "Chief Superintendent"]),
    "no chief executive": ("ranks", "the chief executive and the fire chief", []),
    "platforms": ("platforms", "a WhatsApp group, by text message", ["WhatsApp", "text messages"]),
    "no signal box": ("platforms", "a Signal box, a signal of change", []),
    "a law and an offence": (
        "laws",
        "the Communications Act 2003, misconduct in a public office",
        ["Communications Act", "misconduct in public office"],
    ),
    "the lesser standard": ("laws", "misconduct but not gross misconduct", ["misconduct", "gross misconduct"]),
    "conduct by its word": ("allegations", "racist, sexist and homophobic", ["racist", "sexist", "homophobic"]),
    "a policy is no conduct": ("allegations", "anti-racist training to tackle misogyny", []),
    "a crime is no joke": ("allegations", "a man convicted of rape", []),
    "joking": ("allegations", "joked with friends about rape", ["violence_joke"]),
    "keeping quiet": ("allegations", "None of the five officers challenged it", ["failure_to_report"]),
    "police information": ("allegations", "looked at police records", ["sharing_case_material"]),
    "a disciplinary charge": ("stages", "he was charged with gross misconduct", ["misconduct_hearing"]),
    "a criminal charge": ("stages", "he was charged with misconduct in public office", ["charged"]),
    "a panel's finding": ("stages", "he was found guilty of gross misconduct", ["misconduct_hearing"]),
    "a court's finding": ("stages", "he was found guilty of misconduct in a public office", ["convicted"]),
    "a plea at a hearing": ("stages", "she pleaded guilty to discreditable conduct", ["misconduct_hearing"]),
    "a duty is no charge": ("stages", "the unit was charged with protecting the public", []),
    "cleared": ("stages", "the panel found no case to answer", ["concluded_no_action"]),
    "convicts": ("stages", "the jury convicts her; it took three hours to convict him", ["convicted", "convicted"]),
    "a longest sentence is none": ("stages", "a maximum sentence of six months’ imprisonment", []),
    "dismissed": ("sanctions", "dismissed without notice", ["dismissed"]),
    "dismissed claims": ("sanctions", "He dismissed the claims; his appeal was dismissed", []),
    "notional dismissal": ("sanctions", "would also have been dismissed", ["would_have_been_dismissed"]),
    "fired, of somebody": ("sanctions", "she fired two deputies; he fired two shots", ["dismissed"]),
    "suspended duty": ("sanctions", "suspended on full pay", ["suspended"]),
    "suspended sentence": ("sanctions", "six months in prison, suspended for a year", ["suspended_sentence"]),
    "the heavier warning": ("sanctions", "a final written warning", ["final_written_warning"]),
    "sayings": ("sayings", "she said; he denied; they admitted", ["said", "denied", "admitted"]),
    "roles": ("roles", "a spokeswoman, the widow and the district judge", ["official", "family", "judge"]),
    "names": ("given_names", "Priya, Siobhán and Oluwaseun, but not Zzyx", ["Priya", "Siobhán", "Oluwaseun"]),
}


@pytest.mark.parametrize(("table", "text", "expected"), READINGS.values(), ids=list(READINGS))
def test_what_the_rows_read(vocabulary: Vocabulary, table: str, text: str, expected: list[str]) -> None:
    not_area = {"kind": ("full", "short", "abbreviation", "nickname")} if table == "forces" else None
    lexicon = vocabulary.lexicon(table, where=not_area)
    assert [hit.row.value for hit in lexicon.finditer(text)] == expected


def test_a_row_gives_its_cells(vocabulary: Vocabulary) -> None:
    row = vocabulary.lexicon("forces").get("the Met")
    assert (row.table, row.form, row.value, row["kind"]) == ("forces", "the Met", "Metropolitan Police", "nickname")
    assert row.fields["country"] == "GB-ENG"
    lines = (home.vocabulary() / "forces.csv").read_text(encoding="utf-8").splitlines()
    assert lines[row.line - 1].startswith("Metropolitan Police,the Met,")


def test_a_vocabulary_survives_pickling_and_knows_itself_by_its_files(vocabulary: Vocabulary, folder: Path) -> None:
    again = pickle.loads(pickle.dumps(vocabulary))
    assert again == vocabulary == load(folder)
    assert hash(again) == hash(vocabulary)
    (folder / "sayings.csv").write_bytes((folder / "sayings.csv").read_bytes() + b"said,grumble,usage\n")
    assert load(folder) != vocabulary
    assert load(folder).lexicon("sayings").get("grumble").value == "said"


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda v: v["force"], "no force.csv in a vocabulary; did you mean 'forces'"),
        (lambda v: v.lexicon("forces", where={"kid": "full"}), "no column 'kid'; did you mean 'kind'"),
        (lambda v: v.lexicon("forces", where={"kind": "nick"}), "no kind 'nick'; did you mean 'nickname'"),
        (lambda v: v.label("stage", "arested"), "no stage 'arested'; did you mean 'arrested'"),
    ],
)
def test_a_question_it_cannot_answer_is_refused(
    vocabulary: Vocabulary, ask: Callable[[Vocabulary], object], message: str
) -> None:
    with pytest.raises(VocabularyError, match=re.escape(message)):
        ask(vocabulary)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped vocabulary to spoil."""
    return Path(shutil.copytree(home.vocabulary(), tmp_path / "vocabulary"))


CUES = "code,form,note,source\n"
NAMES = "name,form,kind,country,source\n"
SPOILT = {
    "unknown code": (
        "stages",
        CUES + "arestd,x,,usage\n",
        "stages.csv, line 2, column code: 'arestd' is no stage; did you mean 'arrested'?",
    ),
    "empty form": ("stages", CUES + "arrested, ,,usage\n", "stages.csv, line 2, column form: empty"),
    "missing source": ("stages", CUES + "arrested,x,,\n", "stages.csv, line 2, column source: empty"),
    "bad form": ("stages", CUES + "arrested,x (y,,usage\n", "stages.csv, line 2, column form: unbalanced"),
    "one form, two values": (
        "stages",
        CUES + "arrested,held/kept,,usage\n\ncharged,(was) kept,,usage\n",
        "stages.csv, line 4, column form: 'kept' stands for 'arrested' in line 2 and for 'charged' here",
    ),
    "comma in a cell": (
        "stages",
        CUES + "arrested,x,,Act, s 1\n",
        "stages.csv, line 2, column source: more cells than columns",
    ),
    "line break in a cell": (
        "stages",
        CUES + 'arrested,"x\ny",,usage\n',
        "stages.csv, line 2: a cell holds a line break",
    ),
    "open quotation mark": ("stages", CUES + 'arrested,"x,,usage\n', "stages.csv, line 2: a double quote"),
    "unknown column": (
        "stages",
        "code,from,note,source\n",
        "stages.csv, line 1, column 'from': unknown; did you mean 'form'?",
    ),
    "missing column": ("stages", "code,form,note\n", "stages.csv, line 1, column source: missing"),
    "column twice": ("stages", "code,form,form,note,source\n", "stages.csv, line 1, column form: named twice"),
    "semicolons": ("stages", "code;form;note;source\n", "stages.csv, line 1: its columns are parted by semicolons"),
    "tabs": (
        "stages",
        "code\tform\tnote\tsource\n",
        "stages.csv, line 1: its columns are parted by semicolons or tabs",
    ),
    "empty file": ("stages", "", "stages.csv, line 1: the file is empty; its header is code,form,note,source"),
    "unknown kind": (
        "forces",
        NAMES + "A Police,A,nik,GB,usage\n",
        "forces.csv, line 2, column kind: 'nik' is not allowed; did you mean 'nickname'?",
    ),
    "unknown country": (
        "forces",
        NAMES + "A Police,A,full,UK-ENGL,usage\n",
        "forces.csv, line 2, column country: 'UK-ENGL' is no ISO 3166 code",
    ),
    "unknown force": (
        "places",
        "force,form,source\nDorset Polcie,X,usage\n",
        "places.csv, line 2, column force: 'Dorset Polcie' is not in forces.csv; did you mean 'Dorset Police'?",
    ),
    "order no number": (
        "codes",
        "column,code,order,label,meaning,source\nstage,a,first,a,a,usage\n",
        "codes.csv, line 2, column order: 'first' is no whole number from 1 to 99",
    ),
}


@pytest.mark.parametrize(("table", "content", "message"), SPOILT.values(), ids=list(SPOILT))
def test_a_mistake_is_named_by_file_line_and_column(folder: Path, table: str, content: str, message: str) -> None:
    (folder / f"{table}.csv").write_text(content, encoding="utf-8")
    with pytest.raises(VocabularyError, match=re.escape(message)):
        load(folder)


def test_all_mistakes_are_named_at_once(folder: Path) -> None:
    (folder / "stages.csv").write_text("code,form,note,source\nx,x,,usage\ny,y,,usage\n", encoding="utf-8")
    (folder / "laws.csv").unlink()
    (folder / "force.csv").write_text("name\n", encoding="utf-8")
    with pytest.raises(VocabularyError) as error:
        load(folder)
    assert re.findall(r"^\S+.csv(?:, line \d)?", str(error.value), re.MULTILINE) == [
        "force.csv",
        "laws.csv",
        "stages.csv, line 2",
        "stages.csv, line 3",
    ]


def test_bytes_that_are_no_utf8_are_named_by_their_line(folder: Path) -> None:
    (folder / "stages.csv").write_bytes("code,form,note,source\narrested,détenu,,usage\n".encode("cp1252"))
    with pytest.raises(VocabularyError, match=r"stages.csv, line 2: not UTF-8"):
        load(folder)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="no such folder"):
        load(tmp_path / "nowhere")


def test_a_file_as_a_spreadsheet_saves_it_is_read(folder: Path) -> None:
    saved = "\ufeffcode,form,note,source\r\narrested, nicked ,,usage\r\n,,,\r\n"
    (folder / "stages.csv").write_bytes(saved.encode("utf-8"))
    assert [(row.line, row.value, row.form) for row in load(folder)["stages"]] == [(2, "arrested", "nicked")]


def test_a_file_with_only_its_header_will_do_and_locks_of_an_open_spreadsheet_are_passed_over(folder: Path) -> None:
    (folder / "places.csv").write_text("force,form,source\n", encoding="utf-8")
    (folder / "~$forces.csv").write_text("lock", encoding="utf-8")
    (folder / ".~lock.forces.csv").write_text("lock", encoding="utf-8")
    assert load(folder)["places"] == ()


def test_the_readme_names_every_file_column_and_closed_value() -> None:
    text = (home.vocabulary() / "README.md").read_text(encoding="utf-8")
    for name, file in FILES.items():
        assert f"| {name}.csv |" in text
        row = next(line for line in text.splitlines() if line.startswith(f"| {name}.csv |"))
        assert [column for column in file.columns if f"`{column}`" not in row] == []
        assert [value for values in file.closed.values() for value in values if f"`{value}`" not in text] == []
