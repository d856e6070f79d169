"""What each value rests on, and which of several goes first."""

import pytest

from annotated import article, assembled
from cuttings import tables

TEXT = "{} Kerrin Police officers at Lune Road police station are under investigation over racist WhatsApp messages{}."


def run_of(tmp_path, *told):
    """Tables of articles, each of a number, a day, a publisher and what is added to its words."""
    articles = [article(TEXT.format(n, more), "", day) | {"publisher": name} for n, day, name, more in told]
    run = assembled(tmp_path, articles)
    assert len(run["incidents"]) == 1
    return run


def totals(run) -> list[tuple]:
    rows = run["support"][run["support"]["attribute"] == "officers_total"]
    return list(rows[["value", "articles", "sources"]].itertuples(index=False, name=None))


def test_what_more_independent_articles_give_goes_first(tmp_path):
    run = run_of(
        tmp_path,
        ("Nine", "2024-05-03", "Argus", ""),
        ("Six", "2024-05-01", "Herald", ""),
        ("Six", "2024-05-02", "Wire", ", it emerged"),
    )
    assert totals(run) == [("6", 2, 2), ("9", 1, 1)]
    [row] = run["incidents"].itertuples()
    assert (row.officers_min, row.officers_max, row.officers_serving, row.sources) == (6, 9, 6, 3)


def test_serving_and_former_are_those_that_fit_the_total(tmp_path):
    """Both were serving when it began, and one of them at its end: the row adds up to no more than there are."""
    said = "{} Kerrin Police{} at Lune Road police station are under investigation over racist WhatsApp messages."
    articles = [
        article(said.format("Two serving", " officers"), "", "2024-05-01") | {"publisher": "Herald"},
        article(said.format("Two serving", " officers, it emerged,"), "", "2024-05-02") | {"publisher": "Wire"},
        article(said.format("One serving", " officer and one former officer"), "", "2024-09-03")
        | {"publisher": "Argus"},
    ]
    [row] = assembled(tmp_path, articles)["incidents"].itertuples()
    assert row.officers_max == 2
    assert (row.officers_serving, row.officers_former) == (1, 1)


def test_articles_of_nobody_knows_whom_are_one_source(tmp_path):
    run = run_of(tmp_path, ("Six", "2024-05-01", "", ""), ("Six", "2024-05-02", "", ", it emerged"))
    assert totals(run) == [("6", 2, 1)]
    assert "not known to be independent" in run["support"]["why"][0]


def test_articles_of_one_publisher_are_one_source(tmp_path):
    run = run_of(tmp_path, ("Six", "2024-05-01", "Herald", ""), ("Six", "2024-05-02", "HERALD", ", it emerged"))
    assert totals(run) == [("6", 2, 1)]
    assert set(run["claims"]["rests_on"]) == {"one_article"}


def test_of_equals_the_latest_goes_first(tmp_path):
    run = run_of(tmp_path, ("Six", "2024-05-01", "Herald", ""), ("Nine", "2024-05-02", "Argus", ""))
    assert totals(run) == [("9", 1, 1), ("6", 1, 1)]
    why = run["support"][run["support"]["attribute"] == "officers_total"]["why"].tolist()
    assert why[0] == "in 1 of 2 articles, as the main matter, last on 2024-05-02"


def test_a_copy_is_no_second_source(tmp_path):
    """A syndicated copy is not read; the one that is counted stands alone."""
    run = run_of(tmp_path, ("Six", "2024-05-01", "Herald", ""))
    copy = article(TEXT.format("Six", " still"), "", "2024-05-02") | {"publisher": "Argus"}
    first = run["articles"].iloc[0]["article_id"]
    both = assembled(
        tmp_path / "both",
        [article(TEXT.format("Six", ""), "", "2024-05-01") | {"publisher": "Herald"}, copy | {"duplicate_of": first}],
    )
    assert totals(both) == totals(run) == [("6", 1, 1)]


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        pytest.param("Argus", TEXT.format("Six", ""), "one_article", id="an article's own word"),
        pytest.param("Kerrin Police", TEXT.format("Six", ""), "official", id="a force's own notice"),
        pytest.param(
            "Argus",
            "Six Kerrin Police officers sent racist WhatsApp messages, the Independent Office for Police Conduct said.",
            "official",
            id="a body that is credited",
        ),
        pytest.param(
            "Argus",
            "Six Kerrin Police officers sent racist WhatsApp messages, according to campaigner Ella Marsh.",
            "named_speaker",
            id="somebody else who is credited",
        ),
    ],
)
def test_what_a_claim_rests_on(tmp_path, publisher, text, expected):
    run = assembled(tmp_path, [article(text, "", "2024-05-01") | {"publisher": publisher}])
    claims = run["claims"][run["claims"]["attribute"] == "allegation"]
    assert set(claims["rests_on"]) == {expected}
    assert set(claims["sources"]) == {1}


def test_every_value_of_every_incident_has_a_row(tmp_path):
    run = run_of(tmp_path, ("Six", "2024-05-01", "Herald", ""), ("Nine", "2024-05-02", "Argus", ""))
    key = ["incident_id", "attribute", "value"]
    assert set(run["support"][key].itertuples(index=False)) == set(run["claims"][key].itertuples(index=False))
    first = run["support"][run["support"]["rank"] == 1]
    assert not first.duplicated(["incident_id", "attribute"]).any()
    assert tables.split(run["incidents"]["forces"][0])[0] == "Kerrin Police"
