"""The parameters of the notebooks: found in their own cells, and checked before any kernel starts.

A notebook has one cell tagged ``parameters`` with one ``name: type = literal  # help`` a line, and nowhere else is a
parameter declared. One that several notebooks have is one parameter: it gets one value.

Only the standard library is imported here, so that a mistyped name is answered at once.
"""

import ast
import difflib
import io
import json
import math
import tokenize
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Value = str | int | float | bool | list[str]

TYPES = ("str", "int", "float", "bool", "list[str]")
POSITIONAL = {"articles": "the first argument of `cuttings run`", "out": "--out"}
POSITIVE = ("largest_mb", "expanded_mb", "most_records", "seconds", "memory_mb")
FOLDERS = ("articles", "out", "casebook", "vocabulary", "publish", "earlier")
_YES, _NO = ("true", "yes", "1"), ("false", "no", "0")


class ParameterError(ValueError):
    """A parameter that is unknown, of the wrong type, or ill declared; the message says which and what to write."""


@dataclass(frozen=True)
class Parameter:
    """One parameter: its declared type (one of ``TYPES``), its default, its help, and the notebooks that have it."""

    name: str
    type: str
    default: Value
    help: str
    notebooks: tuple[str, ...] = ()


def of_notebook(notebook: Path) -> list[Parameter]:
    """The parameters of one notebook, in the order of its cell.

    Raises ParameterError when there is not exactly one tagged cell, or it holds anything but declarations.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    tagged = [cell for cell in cells if "parameters" in cell.get("metadata", {}).get("tags", [])]
    if len(tagged) != 1:
        raise ParameterError(f"{notebook.name} has {len(tagged)} cells tagged `parameters`; it needs exactly one")
    return declared("".join(tagged[0]["source"]), notebook.stem)


def declared(source: str, notebook: str = "") -> list[Parameter]:
    """The parameters that the lines of a parameters cell declare.

    >>> declared('rows: int = 10  # how many rows to show')[0]
    Parameter(name='rows', type='int', default=10, help='how many rows to show', notebooks=())

    Raises ParameterError for a line of another form, or a default that is not of its declared type.
    """
    comments = {
        token.start[0]: token.string.lstrip("# ").strip()
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type == tokenize.COMMENT
    }
    return [_declaration(node, comments, notebook) for node in ast.parse(source).body]


def _declaration(node: ast.stmt, comments: Mapping[int, str], notebook: str) -> Parameter:
    if not (isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value):
        raise ParameterError(f"{notebook}: `{ast.unparse(node)}` is no declaration `name: type = literal  # help`")
    name, type_ = node.target.id, ast.unparse(node.annotation)
    try:
        default = ast.literal_eval(node.value)
    except ValueError as error:
        raise ParameterError(f"{notebook}: the default of {name} is not a literal") from error
    if type_ not in TYPES or not fits(default, type_):
        raise ParameterError(f"{notebook}: {name}: {type_} = {default!r} is not a {' | '.join(TYPES)} with its default")
    return Parameter(name, type_, default, comments.get(node.end_lineno or 0, ""), (notebook,) if notebook else ())


def of_suite(notebooks: Iterable[Path]) -> dict[str, Parameter]:
    """The parameters of several notebooks, each name once, in order of first appearance.

    Raises ParameterError when two notebooks declare one name with different types or defaults.
    """
    known: dict[str, Parameter] = {}
    for parameter in (each for path in notebooks for each in of_notebook(path)):
        other = known.setdefault(parameter.name, parameter)
        if (other.type, other.default) != (parameter.type, parameter.default):
            raise ParameterError(f"{parameter.name} is declared in two ways: {other.notebooks}, {parameter.notebooks}")
        where = tuple(dict.fromkeys(other.notebooks + parameter.notebooks))
        known[parameter.name] = Parameter(other.name, other.type, other.default, other.help, where)
    return known


def fits(value: object, type_: str) -> bool:
    """Whether a value is of a declared type: ``True`` is no int, ``3`` is a float, an infinite float is none."""
    if type_ == "list[str]":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    if type_ == "float":
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if type_ == "int":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, {"str": str, "bool": bool}[type_])


def check(values: Mapping[str, object], known: Mapping[str, Parameter]) -> dict[str, Value]:
    """The values, each of a known parameter and of its type.

    Raises ParameterError for the first that is not, naming the nearest right name, or the type it should have.
    """
    for name in values:
        _known(name, known)
    return check_types(values, known)


def check_types(values: Mapping[str, object], known: Mapping[str, Parameter]) -> dict[str, Value]:
    """The values, each of its parameter's type; ParameterError for the first that is not, saying what it should be."""
    for name, value in values.items():
        if not fits(value, known[name].type):
            kind = type(value).__name__
            raise ParameterError(f"{name} must be {_wanted(known[name].type)}, not {value!r} (read as {kind})")
    return dict(values)  # type: ignore[arg-type]


def _known(name: str, known: Mapping[str, Parameter]) -> Parameter:
    if name in POSITIONAL:
        raise ParameterError(f"{name} is not set as a parameter here: give it as {POSITIONAL[name]}")
    if name in known:
        return known[name]
    settable = [each for each in known if each not in POSITIONAL]
    near = difflib.get_close_matches(name, settable, n=1, cutoff=0.5)
    guess = f"; did you mean {near[0]}?" if near else "."
    raise ParameterError(f"there is no parameter {name!r}{guess} The parameters are {', '.join(settable)}")


def _wanted(type_: str) -> str:
    return {
        "str": "text (in a YAML file, put it in quotes)",
        "int": "a whole number",
        "float": "a number",
        "bool": "true or false",
        "list[str]": "a list of texts",
    }[type_]


def parse(pairs: Iterable[str], known: Mapping[str, Parameter]) -> dict[str, Value]:
    """``name=value`` texts from a command line as values of the declared types; text stays text (``007`` is no 7).

    A list is given by repeating its name. Raises ParameterError as ``check`` does, and for a name given twice.
    """
    values: dict[str, Value] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise ParameterError(f"{pair!r} is not of the form name=value")
        parameter = _known(name.strip(), known)
        value = _value(text, parameter)
        if isinstance(value, list):
            value = [*values.get(parameter.name, []), *value]  # type: ignore[misc]
        elif parameter.name in values:
            raise ParameterError(f"{parameter.name} is given twice")
        values[parameter.name] = value
    return values


def _value(text: str, parameter: Parameter) -> Value:
    try:
        if parameter.type == "bool":
            return {**dict.fromkeys(_YES, True), **dict.fromkeys(_NO, False)}[text.strip().lower()]
        if parameter.type == "list[str]":
            return [text]
        value = {"int": int, "float": float, "str": str}[parameter.type](text)
    except (KeyError, ValueError):
        value = None
    if not fits(value, parameter.type):
        raise ParameterError(f"{parameter.name} must be {_wanted(parameter.type)}, not {text!r}")
    return value


def read_file(path: Path) -> dict[str, object]:
    """The mapping of names to values in a YAML file; ParameterError when it cannot be read as one."""
    import yaml

    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ParameterError(f"{path} cannot be read as parameters: {error}") from error
    if values is None:
        return {}
    if not isinstance(values, dict) or not all(isinstance(name, str) for name in values):
        raise ParameterError(f"{path} must hold lines of the form `name: value`")
    return values
