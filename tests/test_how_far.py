"""How far an article goes in what it says of a kind of conduct and of a law."""

import pytest

from annotated import article, assembled, main_claims

LEAD = "Three Kerrin Police constables "

# article, kind of conduct → its standing
STANDINGS = [
    (LEAD + "are accused by a newspaper of racist WhatsApp messages.", "racist", "alleged"),
    (LEAD + "are under investigation over WhatsApp messages.\n\nSome were racist.", "racist", "investigated"),
    (LEAD + "have been charged over racist WhatsApp messages.", "racist", "charged"),
    (LEAD + "have been charged over WhatsApp messages.\n\nSome posts were racist.", "racist", "investigated"),
    (LEAD + "were dismissed over racist WhatsApp messages.", "racist", "found"),
    (LEAD + "were dismissed over WhatsApp messages.\n\nThe posts were racist, the panel held.", "racist", "found"),
    (LEAD + "were dismissed over WhatsApp messages.\n\nIt said that it was not sure they were racist.", "racist", None),
    (
        LEAD + "were dismissed over racist messages.\n\nA fourth is under investigation over sexist posts.",
        "sexist",
        "investigated",
    ),
    (
        "Nine Kerrin Police constables were questioned about racist WhatsApp messages, of whom two were dismissed.",
        "racist",
        "investigated",
    ),
    (LEAD + "jailed for theft are under investigation over racist WhatsApp messages.", "racist", None),
    (LEAD + "are under investigation over racist WhatsApp messages. PC Dana Frome denies it.", "racist", "denied"),
    (
        LEAD
        + "were charged over racist WhatsApp messages.\n\nThey have been cleared, and will face no further action.",
        "racist",
        "cleared",
    ),
    (LEAD + "will face no further action over racist WhatsApp messages.", "racist", "cleared"),
    (LEAD + "who shared racist WhatsApp messages could be dismissed, a lawyer said.", "racist", "alleged"),
]


@pytest.mark.parametrize(("text", "kind", "standing"), STANDINGS)
def test_how_far_a_kind_of_conduct_goes(tmp_path, text: str, kind: str, standing: str | None) -> None:
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    found = claims[(claims["attribute"] == "allegation") & (claims["value"] == kind)]["standing"]
    if standing is None:
        assert not set(found) & {"found", "charged", "admitted"}
    else:
        assert list(found) == [standing]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        (LEAD + "are under investigation for gross misconduct over racist messages.", "investigated"),
        (LEAD + "were dismissed for gross misconduct over racist messages.", "found"),
    ],
)
def test_a_law_goes_as_far_as_its_step(tmp_path, text: str, standing: str) -> None:
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    assert set(claims[claims["attribute"] == "law"]["standing"]) == {standing}


def test_a_named_officer_is_at_least_under_the_investigation_that_is_reported(tmp_path) -> None:
    text = LEAD + "were dismissed over racist messages.\n\nPC Dana Frome was in the group as well."
    claims = main_claims(assembled(tmp_path, [article(text)]), text)
    people = claims[claims["attribute"] == "person"]
    assert dict(zip(people["value"], people["standing"], strict=True)) == {"Dana Frome": "investigated"}
