"""Comparisons of two passages: what holds and what does not are rows, each with the words of both."""

import pytest

from annotated import article, assembled

SIX = "Six Kerrin Police officers at Lune Road police station are under investigation over racist WhatsApp messages."
INSIDE = [
    pytest.param("Six officers investigated", SIX, "headline agrees with body", True, id="a headline with the total"),
    pytest.param(
        "Two officers sacked",
        SIX + " Two of the six have been dismissed.",
        "headline agrees with body",
        True,
        id="a headline with a part",
    ),
    pytest.param(
        "Nine officers investigated", SIX, "headline agrees with body", False, id="a headline with another number"
    ),
    pytest.param(
        "",
        SIX + " They sent them in March 2021.",
        "happened before published",
        True,
        id="the conduct before the report",
    ),
    pytest.param(
        "", SIX + " They sent them in March 2031.", "happened before published", False, id="conduct still to come"
    ),
    pytest.param(
        "",
        "Seven Kerrin Police officers, six of them serving and one former, are under investigation over racist texts.",
        "serving + former = total",
        True,
        id="serving and former",
    ),
]


@pytest.mark.parametrize(("title", "text", "check", "holds"), INSIDE)
def test_inside_an_article(tmp_path, title, text, check, holds):
    run = assembled(tmp_path, [article(text, title, "2024-05-10")])
    [row] = run["checks"][run["checks"]["check"] == check].itertuples()
    assert row.holds is holds or row.holds == holds
    assert row.evidence and row.other_evidence
    assert run["incidents"]["conflicts"][0] == (~run["checks"]["holds"].astype(bool)).sum()


@pytest.mark.parametrize(
    ("text", "other", "holds"),
    [
        pytest.param(
            SIX + " Nine officers have been served with notices.",
            "Six Kerrin Police officers",
            False,
            id="six, or nine",
        ),
        pytest.param(
            SIX + "\n\nTwo of the six have been suspended.", "Two of the six", True, id="six, and two of them"
        ),
    ],
)
def test_a_total_that_another_number_nearly_outweighs_is_no_silent_choice(tmp_path, text, other, holds):
    run = assembled(tmp_path, [article(text)])
    [row] = run["checks"][run["checks"]["check"] == "one total stands out"].itertuples()
    assert bool(row.holds) is holds
    assert row.other_evidence == other


def between(tmp_path, *told):
    run = assembled(tmp_path, [article(text, "", day) for text, day in told])
    assert len(run["incidents"]) == 1
    return run["checks"].set_index("check")


def test_articles_that_differ_name_both_passages(tmp_path):
    checks = between(tmp_path, (SIX, "2024-05-10"), (SIX.replace("Six", "Nine"), "2024-05-12"))
    row = checks.loc["articles agree on officers_total"]
    assert not row["holds"]
    assert {row["evidence"][:4], row["other_evidence"][:4]} == {"Six ", "Nine"}
    assert row["article_id"] != row["other_article_id"]
    assert "articles agree on officers_serving" not in checks.index, "where the totals differ, so do their parts"


def test_articles_that_agree_are_a_row_too(tmp_path):
    checks = between(tmp_path, (SIX, "2024-05-10"), (SIX + " They deny it.", "2024-05-12"))
    assert checks.loc["articles agree on officers_total", "holds"]
    assert checks.loc["articles agree on officers_serving", "holds"]


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        ("in March 2021", "in 2021", True),
        ("in March 2021", "between 2020 and 2022", True),
        ("in 2019", "in 2021", False),
    ],
)
def test_times_agree_where_they_overlap(tmp_path, first, second, holds):
    told = [(f"{SIX} They sent them {when}.", day) for when, day in ((first, "2024-05-10"), (second, "2024-05-12"))]
    assert between(tmp_path, *told).loc["articles agree on happened", "holds"] == holds


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [("are under investigation", "were charged", True), ("were charged", "are under investigation", False)],
)
def test_stages_in_order(tmp_path, first, second, holds):
    told = [
        (SIX.replace("are under investigation", what), day)
        for what, day in ((first, "2024-05-10"), (second, "2024-05-12"))
    ]
    assert between(tmp_path, *told).loc["stages in order", "holds"] == holds


def test_every_passage_is_its_articles_words(tmp_path):
    told = [(SIX, "2024-05-10"), (SIX.replace("Six", "Nine"), "2024-05-12")]
    run = assembled(tmp_path, [article(text, "", day) for text, day in told])
    texts = dict(zip(run["articles"]["article_id"], run["articles"]["text"], strict=True))
    for row in run["checks"].itertuples():
        assert texts[row.article_id][row.start : row.end] == row.evidence
        assert texts[row.other_article_id][row.other_start : row.other_end] == row.other_evidence
