"""What reviewers changed, claim by claim: what was read before, and what stands now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from cuttings.telling.excerpts import Source, anchor
from cuttings.telling.incident import Teller
from cuttings.telling.wording import ATTRIBUTES, STANDINGS, cell
from cuttings.vocabulary import Vocabulary

_ADDED = "added"  # the rule of a claim that a reviewer added


@dataclass(frozen=True)
class Change:
    """One verdict that changed something; ``anchor`` is empty where the incident is no more in the report."""

    anchor: str
    title: str
    what: str
    before: str
    now: str
    source: Source
    place: str


def changes(data: Mapping[str, pd.DataFrame], teller: Teller, vocabulary: Vocabulary) -> Iterator[Change]:
    """The claims of a run that reviewers corrected, rejected or added, by incident and column.

    What a rejected reading said is not repeated: it was wrong, and a report is made to be passed on.
    """
    claims = data["claims"]
    changed = claims[claims["decision"].isin(["corrected", "rejected"]) | (claims["rule"] == _ADDED)]
    for row in changed.sort_values(["incident_id", "attribute", "claim_id"]).itertuples():
        known = row.incident_id in teller.titles
        before, now = _told(row, vocabulary)
        yield Change(
            anchor("incident", row.incident_id) if known else "",
            teller.titles[row.incident_id] if known else "an incident that no other claim tells of",
            ATTRIBUTES[row.attribute],
            before,
            now,
            teller.sources[row.article_id],
            teller.evidence(row).place,
        )


def _told(row: object, vocabulary: Vocabulary) -> tuple[str, str]:
    value = cell(row.attribute, row.value, vocabulary)
    if row.decision == "rejected":
        return "a reading that a reviewer rejected", "left out"
    if row.rule == _ADDED:
        return "not read", f"{value}, {STANDINGS[row.standing]}"
    before = [cell(row.attribute, row.proposed, vocabulary)] if row.proposed else []
    before += [STANDINGS[row.proposed_standing]] if row.proposed_standing else []
    return ", ".join(before) or "the same, from other words", f"{value}, {STANDINGS[row.standing]}"
