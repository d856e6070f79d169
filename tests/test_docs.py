"""What the documents say of the code: the data dictionary, and the README's figures."""

import re
from pathlib import Path

import pandas as pd

from cuttings import dictionary, evaluation, home, tables
from cuttings.assemble.naming import RULES
from cuttings.corpus import files, frames
from cuttings.running import stages
from cuttings.scoring import measured
from cuttings.scoring.pairing import read_run

CHECKOUT = Path(__file__).resolve().parents[1]


def test_the_data_dictionary_is_that_of_the_code():
    text = (CHECKOUT / "data" / "README.md").read_text("utf-8")
    begin, end = text.index(dictionary.BEGIN) + len(dictionary.BEGIN), text.index(dictionary.END)
    assert text[begin:end].strip() == dictionary.markdown().strip()


def test_the_dictionary_has_every_table_and_column():
    text = dictionary.markdown()
    for table in tables.TABLES.values():
        section = text.split(f"### {table.name}\n")[1].split("\n### ")[0]
        assert re.findall(r"^\| `(\w+)`", section, re.M) == list(table.dtypes)


def figures(table: pd.DataFrame) -> list[str]:
    """A row of the README's table: precision and recall in 100, overclaims and false alarms of how many."""
    found = table.set_index("column")
    rates = [str(round(100 * found.loc["main", name])) for name in ("precision", "recall")]
    harms = [f"{found.loc[name, 'found']} of {found.loc[name, 'gold']}" for name in ("overclaims", "false_alarms")]
    return [*rates, harms[0], f"{harms[1]} articles"]


def told(start: str) -> list[str]:
    readme = (CHECKOUT / "README.md").read_text("utf-8")
    row = next(line for line in readme.splitlines() if line.startswith(f"| {start}"))
    return [cell.strip() for cell in row.strip("|").split("|")][1:]


def kept(name: str) -> pd.DataFrame:
    """The figures that reports cite; `cuttings evaluate --keep`, and with --split dev, measures them anew."""
    rows = measured.read()
    return rows[rows["set"] == name].reset_index(drop=True)


def test_the_readme_gives_the_figures_of_the_examples(finished_run) -> None:
    found = evaluation.evaluate(finished_run.out, home.gold())
    pd.testing.assert_frame_equal(measured.rows_of(found, "examples"), kept("examples"), check_dtype=False)
    assert told("the example articles") == figures(found)
    readme = " ".join((CHECKOUT / "README.md").read_text("utf-8").split())
    given = re.search(r"(\d+) of 100 rows are as the editor has them, and it has (\d+) of 100", readme)
    subjects = found.set_index("column").loc["subjects"]
    assert list(given.groups()) == [str(round(100 * subjects[name])) for name in ("precision", "recall")]


def test_the_readme_gives_the_figures_of_the_corpus(tmp_path) -> None:
    articles = files.read("dev")
    stages.make_tables(articles[0].saved.parent, tmp_path)
    found = evaluation.compare(frames.as_gold(articles), read_run(tmp_path))
    assert told("`--split dev`") == figures(found)
    pd.testing.assert_frame_equal(measured.rows_of(found, "dev"), kept("dev"), check_dtype=False)


def test_the_rules_of_naming_are_those_that_the_guide_states():
    guide = (CHECKOUT / "docs" / "publishing.md").read_text("utf-8")
    stated = re.findall(r"^\| `(\w+)` \| [^|]+ \| (yes|no|ask) \|", guide, re.M)
    assert sorted(stated) == sorted((rule, answer) for rule, (answer, _) in RULES.items())
