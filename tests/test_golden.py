"""Golden pairs: saved files of every format and kind of page, and what must come of each.

The pairs were written by people who had not seen the rules, and the rules were mended on them afterwards. Where a pair
still fails, it is listed below with what fails: a strict xfail, so that a mended one has to be taken off the list.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cuttings.formats.fields import fields_of
from cuttings.saved.readers import Readers, Request
from cuttings.saved.worker import Said
from cuttings.scoring import golden
from cuttings.scoring.golden import Pair

FOLDER = Path(__file__).parent / "golden"
PAIRS = golden.pairs(FOLDER)
KNOWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers() as readers:
        yield readers


def read(pair: Pair, readers: Readers) -> list[Said]:
    request = Request(pair.file, pair.file.name)
    if not pair.fields:
        return readers.read(request)
    with Readers(fields=fields_of(pair.fields), count=1) as mapped:
        return mapped.read(request)


def _case(pair: Pair) -> object:
    name = f"{pair.file.parent.name}/{pair.file.name}"
    marks = [pytest.mark.xfail(reason=KNOWN[name], strict=True)] if name in KNOWN else []
    return pytest.param(pair, id=name, marks=marks)


@pytest.mark.parametrize("pair", [_case(pair) for pair in PAIRS])
def test_a_saved_file_gives_what_it_must(pair: Pair, readers: Readers) -> None:
    lines = golden.differences(pair, read(pair, readers))
    assert not lines, "\n".join([pair.shows, *lines])
