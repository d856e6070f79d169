"""From an account to its claims: one value at a time, each with the words it was read from and how far they go."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cuttings.assemble.accounts import Account, Mention, firsts
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
from cuttings.extract.patterns import one_of, words

CLOSE = 400  # characters; the parts of a sum that stand further apart are no one piece of evidence

# Dates: what the words before one, or after it, say that it is the date of.
_CONDUCT = re.compile(
    r"\b(?:sent(?! (?:(?:everyone|everybody|him|her|them|it) )?(?:home|away|back|to (?:prison|jail)))|"
    r"shared|posted|exchanged|swapped|"
    r"made (?:the|these|those|his|her|their|racist|sexist|\w+ive)? ?(?:remarks|comments|posts|jokes)|(?:was|were) made|"
    r"(?<!force )(?<!police )(?<!service )ran|running|took place|happened|active|messages|posts|texts|comments)\b",
    re.I,
)
# "between 2018 and 2020, they shared"
_CONDUCT_AFTER = re.compile(
    r",? (?:(?:he|she|they|\w+) )?(?:sent|shared|posted|exchanged|whatsapp (?:group|chat)|messages)", re.I
)
# A date beside such a word is that of a step, not of the conduct: "arrested in May over messages"
_STEPS = words(
    "file ombudsman watchdog said says arrest charge resign retire left leave dismiss sack refer announc began "
    "interview hearing review came report suspend told convict sentenc jail found discover launch "
    # what is told of somebody's life, and of how the matter went on
    "join recruit promot appoint elect born became won brought hand plead trial tribunal inquest public examin seiz "
    "recover download analys search complain notice finding"
)
_STEP = re.compile(rf"\b{one_of(*_STEPS)}\w*", re.I)
# "was suspended over messages sent in": the date's own verb, whatever step stands before it
_SENT = re.compile(
    r"\b(?:sent|shared|posted|exchanged|swapped) (?:in|on|between|from|during)? ?(?:the |early |late )*$"
)
_PAPERS = re.compile(r"\b(?:file|report|papers|dossier|letters?|notices?|evidence|statement|summons\w*)\b", re.I)
_CAME_OUT = re.compile(r"\b(?:announced|came to light|revealed|emerged|notice of)\b[^.]{0,30}$", re.I)


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
        *_each(account, "body", "BODY"),
        *stages,
        *sanction_claims(steps),
        *_each(account, "place", "PLACE", limit=4),
        *_dates(account),
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


def _dates(account: Account) -> Iterator[Claim]:
    """When the conduct was, and when it came out: the first date beside words that say so, and of no other step."""
    given: set[str] = set()
    for mention in account.of("DATE"):
        piece = account.piece(mention.start)
        before = account.text[max(mention.start - 70, piece.start) : mention.start]
        after = account.text[mention.end : min(mention.end + 40, piece.end)]
        attribute = _date_of(before, after)
        if mention.value == account.published or _no_day_of_conduct(mention):
            continue
        if attribute and attribute not in given:
            given.add(attribute)
            yield claim(attribute, mention)


def _no_day_of_conduct(mention: Mention) -> bool:
    """Whether a date is that of nothing that was done: a decade, or "earlier this week" and the like, which tell when
    something came out.
    """
    return "X" in mention.value or _OF_THE_REPORT.fullmatch(mention.text) is not None


_OF_THE_REPORT = re.compile(
    r"(?:(?:earlier |later )?(?:this|in the) (?:week|month|year|morning|afternoon)|yesterday|today|"
    r"last night|the year)",
    re.I,
)


def _date_of(before: str, after: str) -> str:
    """``announced``, ``happened`` or nothing, by the words around a date."""
    if _CAME_OUT.search(before):
        return "announced"
    if _SENT.search(before) and not _PAPERS.search(before):
        return "happened"
    conduct = _CONDUCT.search(before) or _CONDUCT_AFTER.match(after)
    return "happened" if conduct and not _STEP.search(before[-45:]) else ""
