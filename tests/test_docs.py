"""What the documents say of the code: the data dictionary, and the README's figures."""

import re
from pathlib import Path

from cuttings import dictionary, evaluation, home, tables

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


def test_the_readme_gives_the_figures_that_evaluate_prints(finished_run):
    readme = " ".join((CHECKOUT / "README.md").read_text("utf-8").split())
    found = evaluation.evaluate(finished_run.out, home.gold()).set_index("column")
    told = re.search(r"(\d+) in 100 are right, and it finds (\d+) of 100", readme)
    of_subjects = re.search(r"of its rows (\d+) in 100 are as the editor has them, and it has (\d+) of 100", readme)
    for figures, column in ((told, "main"), (of_subjects, "subjects")):
        expected = [round(100 * found.loc[column, measure]) for measure in ("precision", "recall")]
        assert [int(figure) for figure in figures.groups()] == expected
    assert found.loc["overclaims", "found"] == 0 and found.loc["false_alarms", "found"] == 0
