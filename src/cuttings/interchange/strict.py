"""Strict JSON: what a stranger's file holds, or a sentence that says what is wrong with it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn, TypeVar

from cuttings.casebook import DecisionError
from cuttings.interchange.returned import InterchangeError, printable

T = TypeVar("T", dict, list, str, int)
_NAMES = {dict: "an object", list: "a list", str: "text", int: "a whole number"}


def read(path: Path) -> str:
    """The text of a file in UTF-8. Raises InterchangeError when it cannot be read as that."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InterchangeError(f"{path} cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InterchangeError(f"{path} is not UTF-8 text: {error.reason} at byte {error.start}") from error


def parse(text: str) -> object:
    """What a JSON text holds. Raises DecisionError for text that is none, for NaN and infinity, for a number of
    thousands of digits, and for nesting that goes too deep.
    """
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise DecisionError("not JSON that can be read: it is nested too deeply") from None
    except ValueError as error:
        raise DecisionError(f"not JSON: {printable(str(error))}") from None


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def part(of: Mapping, name: str, kind: type[T]) -> T:
    """The part ``name`` of an object, of that very type. Raises DecisionError when it is missing or another."""
    if name not in of:
        raise DecisionError(f"{name} is missing")
    return typed(of[name], name, kind)


def typed(value: object, name: str, kind: type[T]) -> T:
    """``value``, if it is of that very type (true is no whole number). Raises DecisionError otherwise."""
    if type(value) is not kind:
        given = _NAMES[type(value)] if type(value) in (dict, list) else printable(repr(value))
        raise DecisionError(f"{name} is {given}, not {_NAMES[kind]}")
    return value
