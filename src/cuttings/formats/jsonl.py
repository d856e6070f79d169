"""Articles in JSON: one object a line, or one list of objects."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from cuttings.formats import fields
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.plaintext import characters

_AS_LINES = "save it as JSON Lines, one object a line"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The objects of JSON Lines, of a JSON list, or of the list in a JSON object, numbered from ``#1``.

    Names are known by their usual forms or as ``allowance.fields`` maps them, also inside an object: ``fields.body``.
    A line that is no JSON is refused alone. Raises Refused when nothing in it has a text.
    """
    number = read = 0
    for found in _objects(file, allowance):
        allowance.record()
        number += 1
        if isinstance(found, Refusal):
            yield Refusal(found.reason, found.detail, found.remedy, f"#{number}")
            continue
        try:  # names are mapped for each object: not every one has all of them
            mapped = fields.mapping(map(str, found), allowance.fields)
        except Refused as refused:
            if not read:
                raise
            yield replace(refused.refusal, name=f"#{number}")
            continue
        read += 1
        values = {ours: _value(found, theirs) for ours, theirs in mapped.items()}
        yield fields.record(values, f"#{number}")


def _objects(file: BinaryIO, allowance: Allowance) -> Iterator[dict | Refusal]:
    first = file.readline(allowance.limits.largest + 1)
    if isinstance(_loaded(first), dict) and file.read(1):
        file.seek(0)
        yield from _lines(file, allowance)
        return
    file.seek(0)
    data = allowance.read(file, packed=False)
    if data is None:
        detail = f"a JSON list of more than {allowance.limits.largest:,} bytes"
        raise Refused("too_large", detail, _AS_LINES)
    whole = _loaded(data)
    if isinstance(whole, Refusal):
        file.seek(0)
        yield from _lines(file, allowance)
        return
    yield from _listed(whole)


def _listed(whole: object) -> Iterator[dict | Refusal]:
    if isinstance(whole, dict):
        lists = [value for value in whole.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        whole = lists[0] if len(lists) == 1 and not _has_text(whole) else [whole]
    for one in whole if isinstance(whole, list) else []:
        yield one if isinstance(one, dict) else Refusal("broken", "no JSON object", _AS_LINES)


def _has_text(found: Mapping) -> bool:
    usual = {*fields.USUAL["text"], *fields.USUAL["html"]}
    return any(isinstance(value, str) and str(name).casefold() in usual for name, value in found.items())


def _lines(file: BinaryIO, allowance: Allowance) -> Iterator[dict | Refusal]:
    most = allowance.limits.largest
    while line := file.readline(most + 1):
        if len(line) > most:
            raise Refused("too_large", f"a line of more than {most:,} bytes", "split it, or raise the limit")
        if line.strip():
            found = _loaded(line)
            yield found if isinstance(found, dict | Refusal) else Refusal("broken", "no JSON object", _AS_LINES)


def _loaded(data: bytes) -> object:
    """What the JSON says, or why it is none."""
    try:
        return json.loads(characters.decode(data) or "", strict=False)
    except (ValueError, RecursionError) as error:
        return Refusal("broken", f"no JSON ({error})"[:200], _AS_LINES)


def _value(found: Mapping, path: str) -> str:
    """A member as text, by its name or by a dotted path."""
    value: object = found.get(path)
    if value is None and "." in path:
        value = found
        for part in path.split("."):
            value = value.get(part) if isinstance(value, dict) else None
    if isinstance(value, list):
        return ", ".join(str(one.get("name", "")) if isinstance(one, dict) else str(one) for one in value[:50])
    if isinstance(value, dict):
        return str(value.get("name", ""))
    return "" if value is None or isinstance(value, bool) else str(value)
