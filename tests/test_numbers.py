import re

import pytest

from cuttings.extract.counts.numbers import NUMBER, bounds, value, written

BOUNDS = [
    pytest.param("six", (6, 6), id="a word"),
    pytest.param("Fourteen", (14, 14), id="a capital"),
    pytest.param("twenty-one", (21, 21), id="with a hyphen"),
    pytest.param("thirty four", (34, 34), id="without a hyphen"),
    pytest.param("17", (17, 17), id="digits"),
    pytest.param("1,400", (1400, 1400), id="digits with a comma"),
    pytest.param("half a dozen", (6, 6), id="half a dozen"),
    pytest.param("two dozen", (24, 24), id="two dozen"),
    pytest.param("a couple of", (2, 2), id="a couple of"),
    pytest.param("a pair of", (2, 2), id="a pair of"),
    pytest.param("at least six", (6, None), id="at least"),
    pytest.param("At least\nnine", (9, None), id="at least, over a line's end"),
    pytest.param("no fewer than nine", (9, None), id="no fewer than"),
    pytest.param("a minimum of 12", (12, None), id="a minimum of"),
    pytest.param("more than a dozen", (13, None), id="more than is at least one more"),
    pytest.param("over 40", (41, None), id="over"),
    pytest.param("as many as 30", (1, 30), id="as many as is no count of 30"),
    pytest.param("up to 100", (1, 100), id="up to"),
    pytest.param("no more than five", (1, 5), id="no more than"),
    pytest.param("at most two", (1, 2), id="at most"),
    pytest.param("around 15", (15, 15), id="around"),
]


@pytest.mark.parametrize(("words", "expected"), BOUNDS)
def test_bounds(words, expected):
    assert re.fullmatch(NUMBER, words, re.I)
    assert bounds(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("he was 34 years old", id="an age"),
        pytest.param("the 34-year-old", id="an age with hyphens"),
        pytest.param("fined £600", id="money"),
        pytest.param("$250 a month", id="dollars"),
        pytest.param("in 2019", id="a year"),
        pytest.param("a rise of 12%", id="a percentage"),
        pytest.param("on the 3rd", id="a day of the month"),
        pytest.param("at 10pm", id="a time of day"),
        pytest.param("at 10:30", id="a time with a colon"),
        pytest.param("1.5 miles", id="a decimal"),
        pytest.param("on 24/7 shifts", id="a fraction"),
    ],
)
def test_digits_that_count_nobody(words):
    assert re.findall(NUMBER, words) == []


@pytest.mark.parametrize("words", ["", "several", "a number of", "dozens", "six dozen and a bit"])
def test_what_is_no_number_is_an_error(words):
    with pytest.raises(ValueError, match="no number"):
        bounds(words)


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(6, 6, "6"), (6, None, "6.."), (1, 6, "..6"), (5, 7, "5..7"), (1, 1, "1"), (1, None, "1..")],
)
def test_written(least, most, expected):
    assert written(least, most) == expected


def test_words_and_digits_mean_the_same():
    pairs = {"eleven": 11, "nineteen": 19, "forty": 40, "ninety-nine": 99, "a hundred": 100}
    assert {words: value(words) for words in pairs} == pairs
    assert all(value(str(number)) == number for number in range(1, 1000))
