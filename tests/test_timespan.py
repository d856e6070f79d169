"""EDTF dates: the days they may mean, and how a reader says them."""

from datetime import date

import pytest

from cuttings.dates.timespan import bounds, certain, in_words

DATES = {
    "a day": ("2022-10-07", date(2022, 10, 7), date(2022, 10, 7), "7 October 2022"),
    "a month": ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
    "a year": ("2018", date(2018, 1, 1), date(2018, 12, 31), "2018"),
    "a season": ("2021-22", date(2021, 6, 1), date(2021, 8, 31), "summer 2021"),
    "a winter": ("2023-24", date(2023, 12, 1), date(2024, 2, 29), "winter 2023"),
    "a decade": ("201X", date(2010, 1, 1), date(2019, 12, 31), "the 2010s"),
    "an unknown month": ("2021-XX", date(2021, 1, 1), date(2021, 12, 31), "2021"),
    "an unknown day": ("2021-05-XX", date(2021, 5, 1), date(2021, 5, 31), "May 2021"),
    "about": ("2021~", date(2021, 1, 1), date(2021, 12, 31), "about 2021"),
    "uncertain": ("2021-05?", date(2021, 5, 1), date(2021, 5, 31), "May 2021 (uncertain)"),
    "both": ("2021%", date(2021, 1, 1), date(2021, 12, 31), "perhaps about 2021"),
    "an interval": ("2016/2018-03", date(2016, 1, 1), date(2018, 3, 31), "2016 to March 2018"),
    "an open start": ("../2019", None, date(2019, 12, 31), "until 2019"),
    "an open end": ("2018-06/..", date(2018, 6, 1), None, "from June 2018 on"),
    "an unknown end": ("2018/", date(2018, 1, 1), None, "from 2018 on"),
    "the first day that matplotlib counts from": ("1970-01-01", date(1970, 1, 1), date(1970, 1, 1), "1 January 1970"),
}
NOT_DATES = ["", "/", "../..", "last June", "2021-13", "2021-02-30", "2021-00", "0000", "9999", "21", "2019/2018"]
NOT_DATES += ["2021-22-01", "2021/x", "2021/2022/2023", "٢٠٢١", "2021-1", "<b>", "2021-XX-05"]


@pytest.mark.parametrize(("text", "first", "last", "words"), DATES.values(), ids=DATES)
def test_a_date_has_bounds_and_words(text, first, last, words):
    assert bounds(text) == (first, last)
    assert in_words(text) == words


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_has_no_bounds_and_stands_as_it_is(text):
    assert bounds(text) is None
    assert in_words(text) == (f"“{text}”" if text else "")


@pytest.mark.parametrize(
    ("text", "expected"), [("2021", True), ("2021?", False), ("2016~/2018", False), ("../2019", True)]
)
def test_a_marked_date_is_not_certain(text, expected):
    assert certain(text) is expected
