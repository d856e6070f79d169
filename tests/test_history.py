"""What becomes of an incident over several articles: its history, and how far it has got by now."""

import pytest

from annotated import article, assembled
from cuttings.casebook import Decision, record, text_version

GROUP = "Six Kerrin Police officers at Lune Road police station"
CONVICTED = (
    "PC Dana Frome, of Kerrin Police, was convicted by a court of sending racist WhatsApp messages and was sacked by a "
    "misconduct panel.",
    "2023-03-01",
)


def stages(run) -> list[tuple]:
    return list(run["history"][["date", "stage", "stands"]].itertuples(index=False, name=None))


def told(tmp_path, *articles):
    """Tables of articles, each a text and its day; they must tell of one incident."""
    run = assembled(tmp_path, [article(text, "", day) for text, day in articles])
    assert len(run["incidents"]) == 1
    return run


def test_each_stage_has_its_day_and_its_words(tmp_path):
    run = told(
        tmp_path,
        (f"{GROUP} are under investigation over racist WhatsApp messages.", "2023-03-01"),
        (
            f"{GROUP} were charged in June 2023 over racist WhatsApp messages. They were arrested on 3 May 2023.",
            "2023-08-01",
        ),
    )
    assert stages(run) == [
        ("2023-03-01", "under_investigation", True),
        ("2023-05-03", "arrested", True),
        ("2023-06", "charged", True),
    ]
    assert list(run["history"]["date_basis"]) == ["published", "stated", "stated"]
    assert list(run["incidents"]["stage"]) == ["charged"]
    assert list(run["incidents"]["stage_basis"]) == ["in 1 of 2 articles, first on 2023-08-01"]


def test_the_year_when_somebody_joined_is_no_day_of_a_step(tmp_path):
    text = "PC Dana Frome, of Kerrin Police, who joined in 2015, was sacked over racist WhatsApp messages by a panel."
    assert ("2015", "concluded_sanction", True) not in stages(told(tmp_path, (text, "2023-08-01")))


NOT_REACHED = [
    "The case against PC Dana Frome, of Kerrin Police, over racist WhatsApp messages was dismissed by a judge.",
    "PC Dana Frome, of Kerrin Police, is under investigation over racist WhatsApp messages. She is no relation to Kit "
    "Vale, who was jailed.",
    "PC Dana Frome, of Kerrin Police, reported racist WhatsApp messages of a colleague, and was convicted of nothing.",
]


@pytest.mark.parametrize("text", NOT_REACHED)
def test_a_step_of_something_else_is_no_step(tmp_path, text):
    reached = set(assembled(tmp_path, [article(text, "", "2023-08-01")])["history"]["stage"])
    assert not reached & {"concluded_sanction", "convicted", "sentenced"}


def test_the_day_of_the_conduct_is_no_day_of_a_step(tmp_path):
    text = f"{GROUP} were charged over racist WhatsApp messages that they sent in May 2021."
    assert stages(told(tmp_path, (text, "2023-08-01"))) == [("2023-08-01", "charged", True)]


BACK = [
    pytest.param(
        "The conviction of PC Dana Frome, the former Kerrin Police constable found guilty over racist WhatsApp "
        "messages, was quashed on appeal.",
        "concluded_no_action",
        id="a conviction quashed",
    ),
    pytest.param(
        "Dana Frome, a Kerrin Police constable who was sacked over racist WhatsApp messages, has been reinstated.",
        "concluded_no_action",
        id="reinstated",
    ),
    pytest.param(
        "Dana Frome, a Kerrin Police constable, was convicted over racist WhatsApp messages. Judges have now allowed "
        "her appeal.",
        "concluded_no_action",
        id="an appeal allowed",
    ),
    pytest.param(
        "A tribunal ruled that Dana Frome, a Kerrin Police constable, was unfairly dismissed over racist WhatsApp "
        "messages.",
        "alleged",
        id="unfairly dismissed",
    ),
    pytest.param(
        "Dana Frome, a Kerrin Police constable, has been cleared on appeal of sending racist WhatsApp messages.",
        "concluded_no_action",
        id="cleared on appeal",
    ),
]


@pytest.mark.parametrize(("text", "stage"), BACK)
def test_what_a_later_article_takes_back_stays_and_no_longer_stands(tmp_path, text, stage):
    run = told(tmp_path, CONVICTED, (text, "2024-05-01"))
    assert ("2023-03-01", "convicted", False) in stages(run)
    assert list(run["incidents"]["stage"]) == [stage]
    assert list(run["incidents"]["stage_basis"]) == ["an outcome is taken back on 2024-05-01"]
    assert "dismissed" not in run["incidents"]["sanctions"][0]
    assert run["incidents"]["conflicts"][0] > 0


@pytest.mark.parametrize(
    "text",
    [
        "Dana Frome, a Kerrin Police constable convicted over racist WhatsApp messages, hopes to be reinstated.",
        "Dana Frome, a Kerrin Police constable convicted over racist WhatsApp messages, lost an appeal.",
        "Dana Frome, a Kerrin Police constable convicted over racist WhatsApp messages, claims she was unfairly "
        "dismissed.",
        "Judges allowed her appeal against sentence: Dana Frome, a Kerrin Police constable convicted over racist "
        "WhatsApp messages.",
        "Dana Frome, a Kerrin Police constable convicted over racist WhatsApp messages, was not reinstated.",
        "Dana Frome, a Kerrin Police constable convicted over racist WhatsApp messages, sought to have her conviction "
        "quashed.",
        "The conviction of Dana Frome, a Kerrin Police constable, over racist WhatsApp messages was never quashed.",
        "Dana Frome, a Kerrin Police constable convicted over racist WhatsApp messages, was reinstated as a coach.",
    ],
)
def test_what_is_hoped_for_takes_nothing_back(tmp_path, text):
    assert list(told(tmp_path, CONVICTED, (text, "2024-05-01"))["incidents"]["stage"]) == ["convicted"]


def test_one_persons_success_leaves_the_others_where_they_are(tmp_path):
    five = "Five Kerrin Police officers at Lune Road police station were jailed over racist WhatsApp messages."
    one = (
        "One of five Kerrin Police officers at Lune Road police station who were jailed over racist WhatsApp messages "
        "had his conviction quashed."
    )
    run = told(tmp_path, (five, "2023-03-01"), (one, "2024-05-01"))
    assert list(run["incidents"]["stage"]) == ["sentenced"]
    assert "taken_back" in set(run["history"]["event"])


def test_an_acquittal_takes_back_no_dismissal(tmp_path):
    sacked = "PC Dana Frome, of Kerrin Police, was sacked by a misconduct panel over racist WhatsApp messages."
    cleared = "Dana Frome, a Kerrin Police constable, was acquitted by a jury of sending racist WhatsApp messages."
    run = told(tmp_path, (sacked, "2023-03-01"), (cleared, "2024-05-01"))
    assert list(run["incidents"]["stage"]) == ["concluded_sanction"]


@pytest.mark.parametrize("more", ["", " He wept.", " She wept.", " They wept."])
def test_of_two_undated_articles_the_order_is_nobodys_guess(tmp_path, more):
    back = BACK[0].values[0] + more
    assert list(told(tmp_path, (CONVICTED[0], ""), (back, ""))["incidents"]["stage"]) == ["concluded_no_action"]


def test_an_article_before_the_outcome_takes_nothing_back(tmp_path):
    run = told(tmp_path, (BACK[-1].values[0].replace("on appeal ", ""), "2022-05-01"), CONVICTED)
    assert list(run["incidents"]["stage"]) == ["convicted"]


def test_where_nobody_knows_which_is_later_the_lesser_holds(tmp_path):
    run = told(tmp_path, (BACK[-1].values[0].replace("on appeal ", ""), ""), CONVICTED)
    assert list(run["incidents"]["stage"]) == ["concluded_no_action"]


def test_a_grave_stage_of_one_article_alone_needs_more_than_itself(tmp_path):
    """One article has them charged; two later ones, of other publishers, still have an investigation."""
    asked = [article(f"{GROUP} were charged over racist WhatsApp messages.", "", "2023-03-01") | {"publisher": "Argus"}]
    for day, publisher in (("2023-05-01", "Herald"), ("2023-06-01", "Wire")):
        text = f"{GROUP} are under investigation over racist WhatsApp messages, the {publisher} reports."
        asked.append(article(text, "", day) | {"publisher": publisher})
    run = assembled(tmp_path, asked)
    assert list(run["incidents"]["stage"]) == ["under_investigation"]
    assert ("2023-03-01", "charged", False) in stages(run)
    again = assembled(tmp_path / "again", [each | {"publisher": "Argus"} for each in asked])
    assert list(again["incidents"]["stage"]) == ["charged"], "one publisher's articles are no independent sources"


def test_a_stage_that_a_reviewer_rejects_is_no_history(tmp_path):
    [one] = [article(f"{GROUP} were charged over racist WhatsApp messages.", "", "2023-03-01")]
    first = assembled(tmp_path / "first", [one])
    claim = first["claims"][first["claims"]["attribute"] == "stage"].iloc[0]
    source = first["articles"].iloc[0]
    span = {"start": int(claim["start"]), "end": int(claim["end"]), "words": claim["evidence"]}
    key = {"sha256": source["sha256"], "text_version": text_version(source["text"]), "attribute": "stage"}
    said = {"decision_id": "d1", "time": "2024-01-01T00:00:00+00:00", "reviewer": "ann", "verdict": "rejected"}
    record(tmp_path / "casebook", Decision(**span, **key, **said, value=claim["value"]))
    run = assembled(tmp_path / "second", [one], tmp_path / "casebook")
    assert stages(run) == []
    assert list(run["incidents"]["stage"]) == [""]
