"""Parameters: how they are declared in a notebook, and how what a person gives for them is checked."""

import json

import pytest

from cuttings.running import parameters
from cuttings.running.parameters import Parameter, ParameterError

KNOWN = {
    each.name: each
    for each in (
        Parameter("articles", "str", "", ""),
        Parameter("out", "str", "", ""),
        Parameter("casebook", "str", "", ""),
        Parameter("rows", "int", 12, ""),
        Parameter("share", "float", 0.5, ""),
        Parameter("strict", "bool", False, ""),
        Parameter("labels", "list[str]", [], ""),
    )
}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('out: str = "x"  # where', ("out", "str", "x", "where")),
        ("rows: int = 12  # how many", ("rows", "int", 12, "how many")),
        ("low: int = -1", ("low", "int", -1, "")),
        ("share: float = 1  # a whole one", ("share", "float", 1, "a whole one")),
        ("strict: bool = False  # or not", ("strict", "bool", False, "or not")),
        ('labels: list[str] = ["A", "B"]  # some', ("labels", "list[str]", ["A", "B"], "some")),
        ('text: str = "a # b = c"  # help # more', ("text", "str", "a # b = c", "help # more")),
    ],
)
def test_a_declaration_is_read(line, expected):
    [found] = parameters.declared(line)
    assert (found.name, found.type, found.default, found.help) == expected


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("rows = 12", "no declaration"),
        ("rows: int", "no declaration"),
        ("import os", "no declaration"),
        ("rows: int = 6 * 2", "not a literal"),
        ("rows: int = True", "rows: int = True"),
        ('rows: int = "12"', "rows: int = '12'"),
        ("rows: int | None = None", "int | None"),
        ("labels: list[str] = [1]", "labels"),
        ("share: float = 1e999", "share"),
    ],
)
def test_a_line_that_is_no_declaration_is_refused(line, says):
    with pytest.raises(ParameterError) as caught:
        parameters.declared(line, "01_ingest")
    assert says in str(caught.value)
    assert "01_ingest" in str(caught.value)


@pytest.mark.parametrize("tagged", [0, 2])
def test_a_notebook_has_exactly_one_cell_of_parameters(tmp_path, tagged):
    cell = {"cell_type": "code", "source": ["rows: int = 1"], "metadata": {"tags": ["parameters"]}}
    path = tmp_path / "01_ingest.ipynb"
    path.write_text(json.dumps({"cells": [cell] * tagged}), encoding="utf-8")
    with pytest.raises(ParameterError, match=f"{tagged} cells tagged"):
        parameters.of_notebook(path)


def test_two_notebooks_may_not_declare_one_name_in_two_ways(tmp_path):
    for name, default in (("01_a", "1"), ("02_b", "2")):
        cell = {"cell_type": "code", "source": f"rows: int = {default}", "metadata": {"tags": ["parameters"]}}
        (tmp_path / f"{name}.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    with pytest.raises(ParameterError, match="rows is declared in two ways"):
        parameters.of_suite(sorted(tmp_path.iterdir()))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], {}),
        (["casebook=007"], {"casebook": "007"}),
        (["casebook=a=b"], {"casebook": "a=b"}),
        (["casebook="], {"casebook": ""}),
        (["rows=7"], {"rows": 7}),
        (["share=0.25"], {"share": 0.25}),
        (["strict=Yes"], {"strict": True}),
        (["strict=0"], {"strict": False}),
        (["labels=A", "labels=B"], {"labels": ["A", "B"]}),
    ],
)
def test_what_is_typed_becomes_a_value_of_the_declared_type(pairs, expected):
    assert parameters.parse(pairs, KNOWN) == expected


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        (["casebok=x"], "did you mean casebook?"),
        (["Rows=1"], "did you mean rows?"),
        (["zzz=x"], "casebook, rows, share, strict, labels"),
        (["out=x"], "--out"),
        (["articles=x"], "first argument"),
        (["rows=7.5"], "rows must be a whole number, not '7.5'"),
        (["rows=seven"], "whole number"),
        (["share=nan"], "share must be a number"),
        (["share=inf"], "share must be a number"),
        (["strict=perhaps"], "strict must be true or false"),
        (["rows"], "not of the form name=value"),
        (["rows=1", "rows=2"], "given twice"),
        (["__import__('os')=1"], "no parameter"),
    ],
)
def test_what_cannot_be_a_parameter_is_refused_with_the_way_out(pairs, says):
    with pytest.raises(ParameterError) as caught:
        parameters.parse(pairs, KNOWN)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("", {}),
        ("rows: 7\n", {"rows": 7}),
        ("casebook: '007'\n", {"casebook": "007"}),
        ("labels: [A]\n", {"labels": ["A"]}),
    ],
)
def test_parameters_may_come_from_a_file(tmp_path, yaml, expected):
    path = tmp_path / "p.yaml"
    path.write_text(yaml, encoding="utf-8")
    assert parameters.check(parameters.read_file(path), KNOWN) == expected


@pytest.mark.parametrize(
    ("yaml", "says"),
    [
        ("casebook: 007\n", "in quotes"),
        ("rows: true\n", "whole number"),
        ("rows: '7'\n", "whole number"),
        ("rows: null\n", "whole number"),
        ("row: 7\n", "did you mean rows?"),
        ("- rows\n", "name: value"),
        ("7: rows\n", "name: value"),
        ("rows: [\n", "cannot be read"),
        ("rows: !!python/object/apply:os.getcwd []\n", "cannot be read"),
    ],
)
def test_a_file_of_wrong_parameters_is_refused(tmp_path, yaml, says):
    path = tmp_path / "p.yaml"
    path.write_text(yaml, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        parameters.check(parameters.read_file(path), KNOWN)
    assert says in str(caught.value)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ParameterError, match="cannot be read"):
        parameters.read_file(tmp_path / "none.yaml")
