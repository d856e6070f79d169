import pytest

from cuttings.extract.counts.tallies import tallies

TALLIES = [
    pytest.param("- Number of gardaí whose phones were examined has risen to six", "six", id="a point of a summary"),
    pytest.param("The minister has now put the figure at six, not four.", "six", id="the figure, not"),
    pytest.param("Two were witnesses, which leaves nine under suspicion.", "nine", id="which leaves"),
    pytest.param("It brings the total number of officers under investigation to seven.", "seven", id="brings to"),
    pytest.param("It brought the number of deputies on leave to 12.", "12", id="brought, US"),
    pytest.param("A sergeant was held, taking to five the number of officers suspended.", "five", id="taking to five"),
    pytest.param("It put the number of gardaí under investigation at eight.", "eight", id="put at"),
    pytest.param("The number of Kerrin Police officers charged has risen to nine.", "nine", id="has risen"),
    pytest.param("The total number of officers facing hearings is at least ten.", "at least ten", id="at least"),
    pytest.param("The number of constables stood down now stands at four.", "four", id="stands at"),
    pytest.param("Two more officers under investigation, bringing total to 13", "13", id="a headline"),
    pytest.param(
        "It means that a total of nine people, including a former officer, have now been told of it.",
        "nine",
        id="a total of",
    ),
    pytest.param("We said eight. The correct figure is six.", "six", id="the correct figure"),
    pytest.param("A third was held on Friday. That makes four.", "four", id="that makes"),
]
NO_TALLIES = [
    pytest.param("The minister has put the figure at six.", id="some figure"),
    pytest.param("That leaves nine messages under review.", id="which leaves messages"),
    pytest.param("It brings the number of complaints to seven.", id="complaints"),
    pytest.param("It brought the number of messages sent by officers to 90.", id="messages"),
    pytest.param("It takes the number of officers sacked nationally to 74.", id="a country"),
    pytest.param("The number of officers dismissed this year is 12.", id="a year"),
    pytest.param("The number of officers in the force is 300.", id="a force"),
    pytest.param("The number of officers who complained rose to six.", id="those who complained"),
    pytest.param("The number of officers dismissed has risen to 593 across England and Wales.", id="all over"),
    pytest.param("That makes four of us.", id="of us"),
    pytest.param("The correct figure is £42.90.", id="money"),
]


@pytest.mark.parametrize(("sentence", "number"), TALLIES)
def test_numbers_told_as_that_of_all(sentence, number):
    assert [match["num"] for match in tallies(sentence)] == [number]


@pytest.mark.parametrize("sentence", NO_TALLIES)
def test_numbers_that_are_of_something_else(sentence):
    assert list(tallies(sentence)) == []
