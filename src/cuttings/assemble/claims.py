"""From an account to its claims: one value at a time, each with the words it was read from and how far they go."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuttings.assemble.accounts import Account, Mention, firsts
from cuttings.assemble.bodies import body_claims
from cuttings.assemble.claim import Claim, claim
from cuttings.assemble.employers import force_claims
from cuttings.assemble.stages.how_far import how_far
from cuttings.assemble.stages.late_steps import borne_out
from cuttings.assemble.stages.reached import (
    Ladder,
    at_least,
    furthest_standing,
    reached,
    sanction_claims,
    stage_claims,
)
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.assemble.subjects.totals import Total
from cuttings.assemble.when import date_claims

CLOSE = 400  # characters; the parts of a sum that stand further apart are no one piece of evidence


def claims(account: Account, ledger: Ledger, ladder: Ladder) -> list[Claim]:
    """Every claim of one account, attribute by attribute; the same value twice is one claim, at its first place.

    ``ladder``: the stages of the beat, in order.
    """
    steps = borne_out(account, reached(account), ledger, ladder)
    stages = list(stage_claims(account, steps, ledger, ladder))
    stage = next((claim.value for claim in stages), "")
    return [
        *force_claims(account, ledger),
        *_each(account, "unit", "UNIT", limit=3),
        *_counts(ledger),
        *_people(account, stage),
        *_platforms(account),
        *_allegations(account, stage, steps),
        *_laws(account, stage, steps),
        *body_claims(account),
        *stages,
        *sanction_claims(steps, stage),
        *_each(account, "place", "PLACE", limit=4),
        *date_claims(account),
    ]


def _each(account: Account, attribute: str, label: str, limit: int | None = None) -> Iterator[Claim]:
    """One claim for each value that the article asserts."""
    for mention in firsts(account.asserted(label))[:limit]:
        yield claim(attribute, mention)


def _platforms(account: Account) -> Iterator[Claim]:
    """Where the messages were: a denial of what was sent is none of where it was. Beside a service's name e-mails and
    texts are one more only where they carry the conduct: "he said in an email".
    """
    told = [m for m in account.of("PLATFORM") if m.detail.get("assertion") != "possible"]
    named = any(mention.value not in _ANYBODYS for mention in told)
    for mention in firsts(told):
        if mention.value not in _ANYBODYS or not named or account.same_sentence(mention, "ALLEGATION"):
            yield claim("platform", mention)


_ANYBODYS = {"email", "text messages"}  # ways of writing that are no service's name


def _laws(account: Account, stage: str, steps: list[Mention]) -> Iterator[Claim]:
    """Laws that the article does not rule out: "a possible offence under the Act" is told of as that."""
    for mention in firsts(m for m in account.of("LAW") if m.detail.get("assertion") != "negated"):
        yield claim("law", mention, standing=how_far(account, mention, stage, steps))


def _counts(ledger: Ledger) -> Iterator[Claim]:
    named = (("officers_total", ledger.total), ("officers_serving", ledger.serving), ("officers_former", ledger.former))
    return (_count(attribute, total) for attribute, total in named if total is not None)


def _count(attribute: str, total: Total) -> Claim:
    parts = tuple(claim(attribute, group.mention, str(group.least)) for group in total.groups)
    if len(parts) == 1 and total.least <= 1 and total.most and total.most > 1:
        return claim(attribute, total.groups[0].mention, str(total.most))  # "as many as 30"
    if len(parts) == 1:
        return replace(parts[0], value=str(total.least))
    # a sum is derived; its evidence is the words from its first part to its last where they stand close together
    close = total.end - total.start < CLOSE and total.start < total.end
    start, end = (total.start, total.end) if close else (total.groups[0].start, total.groups[0].end)
    return Claim(attribute, str(total.least), start, end, parts[0].standing, "", "derived", "ledger:sum", parts)


def _people(account: Account, stage: str) -> Iterator[Claim]:
    """Who is named; of an officer, at least as far as the matter has got: investigated, or cleared, and never further
    unless the steps in the sentences that name them are.
    """
    for mention in firsts(account.of("PERSON")):
        said = furthest_standing(account, mention.value) if mention.officer else "reported"
        least = at_least(stage) if said in {"alleged", "investigated"} else said
        yield claim("person", mention, standing=least)


def _allegations(account: Account, stage: str, steps: list[Mention]) -> Iterator[Claim]:
    """Kinds of conduct; one that is told of several times stands as far as its first telling has it."""
    told = [
        mention
        for mention in account.of("ALLEGATION")
        if (mention.detail.get("assertion") != "possible" or account.same_sentence(mention, "OFFICERS"))
        and not _OF_VICTIM.search(account.text, max(mention.start - 40, 0), mention.start)
    ]
    kinds = firsts(mention for mention in told if not _said_otherwise(account, mention))
    named = {mention.value for mention in kinds if mention.value not in _GENERAL}
    for mention in kinds:
        if mention.value not in _GENERAL or not named or mention.text.lower().startswith(mention.value[:8]):
            yield claim("allegation", mention, standing=how_far(account, mention, stage, steps))


def _said_otherwise(account: Account, mention: Mention) -> bool:
    """Whether "mocked" and the like stand beside the kind of conduct that they are part of: "mocked a gay couple"."""
    if mention.value != "derogatory" or not _DERIDING.match(mention.text):
        return False
    return any(other.value != "derogatory" for other in account.same_sentence(mention, "ALLEGATION"))


_DERIDING = re.compile(
    r"(?:mock|ridicul|belittl|taunt|jeer|sneer|ma[dk](?:e|ing) (?:fun|light)|pok(?:e|ed|ing) fun|laugh|jok|insult|"
    r"cruel|gibe|jibe|contempt|r[au]n(?:ning)? down|punch)",
    re.I,
)
# Beside a kind that is named they say nothing, unless the article uses the very word: "racist slurs" are racist.
_GENERAL = {"other", "discriminatory"}
# "a victim of a sexual assault, whom he had mocked": what was done to her is not what he is said to have done
_OF_VICTIM = re.compile(r"\b(?:victims?|survivors?|complainants?) (?:of|in) (?:an? |the )?(?:\w+ )?$", re.I)
