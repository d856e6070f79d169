"""Codes, counts and standings in words: right grammar, and never more than the code says."""

import pandas as pd
import pytest

from cuttings import tables
from cuttings.telling import wording
from cuttings.vocabulary import load


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "no incident"), (1, "1 incident"), (2, "2 incidents"), (1234, "1,234 incidents")]
)
def test_counts_agree_with_their_noun(count, expected):
    assert wording.count_of(count, "incident") == expected


@pytest.mark.parametrize(
    ("parts", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_lists(parts, expected):
    assert wording.listed(parts) == expected


AMOUNTS = [
    (7, 7, "7 officers"),
    (1, 1, "1 officer"),
    (0, 1, "0 to 1 officer"),
    (12, 14, "12 to 14 officers"),
    (6, pd.NA, "at least 6 officers"),
    (1, None, "at least 1 officer"),
    (pd.NA, 3, "at most 3 officers"),
    (pd.NA, pd.NA, "number not given"),
    (21, 21, "21 officers"),
]


@pytest.mark.parametrize(("least", "most", "expected"), AMOUNTS)
def test_a_range_is_said_as_one(least, most, expected):
    assert wording.amount(least, most, "officer", "officers") == expected


CELLS = {
    "a count": ("officers_total", "7", "7"),
    "at least": ("officers_total", "6..", "at least 6"),
    "at most": ("officers_former", "..6", "at most 6"),
    "a range": ("officers_serving", "5..7", "5 to 7"),
    "no count": ("officers_total", "several", "several"),
    "a stage": ("stage", "under_investigation", "under investigation"),
    "an unknown code": ("stage", "no_such_stage", "no such stage"),
    "a date": ("happened", "2021-22", "summer 2021"),
    "a name": ("force", "2021", "2021"),
}


@pytest.mark.parametrize(("attribute", "value", "expected"), CELLS.values(), ids=CELLS)
def test_a_value_is_said_in_words(attribute, value, expected):
    assert wording.cell(attribute, value, load()) == expected


def test_every_attribute_and_standing_has_words():
    assert set(wording.ATTRIBUTES) == set(tables.ATTRIBUTES)
    assert set(wording.STANDINGS) - {""} == set(tables.STANDINGS)


@pytest.mark.parametrize("standing", [code for code in tables.STANDINGS if code not in ("found", "admitted")])
def test_only_a_finding_is_called_one(standing):
    assert not set(wording.STANDINGS[standing].split()) & {"found", "guilty", "proven", "admitted", "convicted"}
