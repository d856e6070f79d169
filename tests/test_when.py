"""When the conduct was, and when it came out."""

import pytest

from annotated import article, assembled, main_claims

PUBLISHED = "2024-05-03"
OPENING = "Two Kerrin Police constables are under investigation over racist WhatsApp messages."

# what the article goes on with → when the conduct was
HAPPENED = [
    pytest.param("The messages were sent in 2021.", "2021", id="sent in"),
    pytest.param("The emails date from 2021.", "2021", id="date from"),
    pytest.param("The constables wrote them in March 2021.", "2021-03", id="wrote"),
    pytest.param("Each faces four counts of misconduct between May and July 2021.", "2021-05/2021-07", id="counts"),
    pytest.param(
        "It is alleged that, from January 2020 until June 2021, they mocked a colleague.",
        "2020-01/2021-06",
        id="it is alleged that",
    ),
    pytest.param("In 2020 and 2021 the two traded jokes on WhatsApp.", "2020/2021", id="in one year and the next"),
    pytest.param(
        "A phone was handed in during March 2023. The posts were made between 2019 and 2021.",
        "2019/2021",
        id="a span, after another date",
    ),
]
# what tells nothing of it
UNTOLD = [
    pytest.param("A panel ruled on 18 January 2024 that messages like these are gross misconduct.", id="a ruling"),
    pytest.param("They were suspended between May and July 2021 over the messages.", id="a suspension"),
    pytest.param("One of them worked in Tarrow between 2009 and 2014, before the messages.", id="a career"),
    pytest.param("They were interviewed between 5 and 9 May 2021 about the misconduct.", id="interviews"),
    pytest.param("Figures from April 2020 to March 2021 show 40 cases of misconduct.", id="figures"),
    pytest.param("A hearing on the misconduct will run from June 2025 to July 2025.", id="a time to come"),
    pytest.param("The messages were the talk of the station on Tuesday.", id="a weekday"),
]


def whole(text: str) -> str:
    return f"{OPENING}\n\n{text}"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    articles = [article(whole(case.values[0]), "", PUBLISHED) for case in (*HAPPENED, *UNTOLD)]
    return assembled(tmp_path_factory.mktemp("when"), articles)


def happened(run, text: str) -> list[str]:
    claims = main_claims(run, whole(text))
    return list(claims[claims["attribute"] == "happened"]["value"])


@pytest.mark.parametrize(("text", "expected"), HAPPENED)
def test_when_the_conduct_was(run, text, expected):
    assert happened(run, text) == [expected]


@pytest.mark.parametrize("text", UNTOLD)
def test_a_date_of_something_else_is_not_that_of_the_conduct(run, text):
    assert happened(run, text) == []
