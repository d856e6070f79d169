"""When the conduct was, and when it came out, by the words around a date."""

import re
from collections.abc import Iterator

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.claim import Claim, claim
from cuttings.extract.matters import MESSAGE
from cuttings.extract.patterns import one_of, words

# Dates: what the words before one, or after it, say that it is the date of.
_CONDUCT = re.compile(
    r"\b(?:sent(?! (?:(?:everyone|everybody|him|her|them|it) )?(?:home|away|back|to (?:prison|jail)))|"
    r"shared|posted|exchanged|swapped|wrote|written|uploaded|forwarded|circulated|typed|"
    r"dat(?:es?|ed|ing)(?= (?:from\b|back\b|$))|"
    r"made (?:the|these|those|his|her|their|racist|sexist|\w+ive)? ?(?:remarks|comments|posts|jokes)|(?:was|were) made|"
    r"(?<!force )(?<!police )(?<!service )ran|running|took place|happened|active|messages|posts|texts|comments)\b",
    re.I,
)
# "between 2018 and 2020, they shared"
_CONDUCT_AFTER = re.compile(
    r",? (?:(?!that\b)\w+ )?(?:sent|shared|posted|exchanged|whatsapp (?:group|chat)|messages)", re.I
)
# A date beside such a word is that of a step, not of the conduct: "arrested in May over messages"
_STEPS = words(
    "file ombudsman watchdog said says arrest charge resign retire left leave dismiss sack refer announc began "
    "interview hearing review came report suspend told convict sentenc jail found discover launch "
    # what is told of somebody's life, and of how the matter went on
    "join recruit promot appoint elect born became won brought hand plead trial tribunal inquest public examin seiz "
    "recover download analys search complain notice finding ruled ruling decid heard"
)
_STEP = re.compile(rf"\b{one_of(*_STEPS)}\w*", re.I)
# "was suspended over messages sent in": the date's own verb, whatever step stands before it
_SENT = re.compile(
    r"\b(?:sent|shared|posted|exchanged|swapped) (?:in|on|between|from|during)? ?(?:the |early |late )*$"
)
_PAPERS = re.compile(r"\b(?:file|report|papers|dossier|letters?|notices?|evidence|statement|summons\w*)\b", re.I)
_CAME_OUT = re.compile(r"\b(?:announced|came to light|revealed|emerged|notice of)\b[^.]{0,30}$", re.I)


def date_claims(account: Account) -> Iterator[Claim]:
    """When the conduct was, and when it came out: the first span of time in a sentence on messages or on what is
    alleged, failing that the first date beside words that say so, and of no other step.
    """
    dates = [m for m in account.of("DATE") if m.value != account.published and not _no_day_of_conduct(m)]
    told = [(_date_of(account, mention), mention) for mention in dates]
    happened = [mention for attribute, mention in told if attribute == "happened"]
    spans = [m for m in dates if _is_span_of_conduct(account, m) or (m in happened and "/" in m.value)]
    happened = spans or happened
    announced = [mention for attribute, mention in told if attribute == "announced"]
    for attribute, found in (("happened", happened), ("announced", announced)):
        if found:
            yield claim(attribute, found[0])


def _is_span_of_conduct(account: Account, mention: Mention) -> bool:
    """Whether a time from one date to another is that of the conduct: "admitted nine offences between May and July"."""
    end = mention.value.partition("/")[2]
    if not end or not _SPAN.search(mention.text) or (account.published and end[:7] > account.published[:7]):
        return False
    piece = account.piece(mention.start)
    before = account.text[max(mention.start - _NEAR, piece.start) : mention.start]
    if _ANOTHER_SPAN.search(before) or _IN_OFFICE.match(account.text, mention.end):
        return False
    sentence = account.text[piece.start : piece.end]
    return bool(account.same_sentence(mention, "ALLEGATION") or MESSAGE.search(sentence) or _OFFENCE.search(sentence))


_NEAR = 60  # characters
_SPAN = re.compile(r"\b(?:between|and|to|until|till|through|into)\b|[–—-]", re.I)
_OFFENCE = re.compile(
    r"\b(?:alleg\w+|accused|offences?|offenses?|counts?|conduct|misconduct|charge[ds]?|guilty|admitted)\b", re.I
)
# "worked there between 2009 and 2014", "figures from April 2020 to March 2021", "the hearing ran from 3 to 7 May"
_ANOTHER_SPAN = re.compile(
    r"\b(?:serv(?:ed|ing)|work(?:ed|ing)|employed|based|stationed|attached|posted to|joined|led|headed|chief|"
    r"commissioner|minister|mayor|trained|lived|married|figures|data|statistics|recorded|received|survey\w*|"
    r"investigat\w+|inquiry|review\w*|hearings?|trial|sat|suspended|bail|leave|duties|complaints?|force[’']s|"
    r"on average|interviewed|questioned|recruit\w+|dismissals?|open|consultation|expected|due|scheduled|listed|will)\b"
    r"[^.;]*$",
    re.I,
)
_IN_OFFICE = re.compile(r",? (?:as|when (?:he|she) (?:was|served|worked))\b", re.I)


def _no_day_of_conduct(mention: Mention) -> bool:
    """Whether a date is that of nothing that was done: a decade, or "earlier this week", "on Friday" and the like,
    which tell when something came out.
    """
    return "X" in mention.value or _OF_THE_REPORT.fullmatch(mention.text) is not None


_OF_THE_REPORT = re.compile(
    r"(?:(?:earlier |later )?(?:this|in the) (?:week|month|year|morning|afternoon)|yesterday|today|"
    r"last (?:night|week)|the year|(?:(?:on|last|this|late|early) )*(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?)",
    re.I,
)


def _date_of(account: Account, mention: Mention) -> str:
    """``announced``, ``happened`` or nothing, by the words around a date."""
    piece = account.piece(mention.start)
    before = account.text[max(mention.start - 70, piece.start) : mention.start]
    if _CAME_OUT.search(before):
        return "announced"
    if _SENT.search(before) and not _PAPERS.search(before):
        return "happened"
    conduct = _CONDUCT.search(before) or _CONDUCT_AFTER.match(account.text, mention.end, piece.end)
    return "happened" if conduct and not _STEP.search(before[-45:]) else ""
