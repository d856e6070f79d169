"""Whom an article opens on who is no police under suspicion: people of another trade, a man who threatened police."""

import re

from cuttings.assemble.accounts import Account
from cuttings.assemble.beat.trades import begins_with_another_trade


def is_of_others(account: Account) -> bool:
    """Whether an article opens on somebody else than police: a man, or people of another trade."""
    return _of_somebody_else(account) or _of_another_trade(account) or begins_with_another_trade(account)


def _of_somebody_else(account: Account) -> bool:
    """Whether an article opens on somebody who is no police: "A man who wrote to an officer has been jailed"."""
    opening = account.text.partition("\n")[0]
    weak = next((m for m in account.of("OFFICERS") if m.start < len(opening)), None)
    left = weak is not None and weak.detail.get("status") in {"former", "serving"}
    return (_SOMEBODY_ELSE.match(opening) is not None and not left) or _is_done_to_somebody_else(account)


def _is_done_to_somebody_else(account: Account) -> bool:
    """Whether the first sentence of the body tells what was done to somebody who is no police: "A security guard who
    bombarded a policewoman with messages has been locked up".
    """
    first = next((piece for piece in account.every if piece.part == "body"), None)
    if first is None or _SOMEBODY_ELSE.match(account.text, first.start, first.end) is None:
        return False
    steps = [m for m in account.asserted("STAGE", "SANCTION") if first.start <= m.start < first.end]
    return bool(steps) and all(step.detail.get("subject") == "other" for step in steps)


def _of_another_trade(account: Account) -> bool:
    """Whether an article opens on people of another trade, and speaks of them more than of police: "nine guards"."""
    told, headline = account.opening(_LEAD), account.text.partition("\n")[0]
    if _POLICE_PEOPLE.search(headline) and not _ANOTHER_TRADE.search(headline):
        return False  # whoever else has a part in the story of a police chat
    others = len(_ANOTHER_TRADE.findall(told))
    more = others > 1 and others > len(_POLICE_PEOPLE.findall(_ANOTHER_TRADE.sub("", told)))
    return more and not _counts_who_did(account)


def _counts_who_did(account: Account) -> bool:
    """Whether its first sentences count police and say what they did, whoever else complains of it: "Councillors want
    answers over claims that six officers swapped racist jokes".
    """
    first = [m for m in account.of("OFFICERS") if m.police and m.value != "1" and account.sentence(m.start) < _LEAD]
    return any(account.same_sentence(officers, "ALLEGATION") for officers in first) or any(
        _WRITTEN_BY.search(account.text, piece.start, piece.end) for piece in account.every[:_LEAD]
    )


# "text messages that she said were written by patrol officers"
_WRITTEN_BY = re.compile(
    r"\b(?:messages|texts|posts|memes)\b[^.;]{0,60}?\b(?:written|sent|posted|shared) by (?:[\w-]+ ){0,3}?"
    r"(?:police|patrol officers?|constables?|sergeants?|deput(?:y|ies)|detectives?|troopers?)\b",
    re.I,
)


_LEAD = 8  # sentences
_ANOTHER_TRADE = re.compile(
    r"\b(?:(?:prison|fire|correction(?:s|al)?|border|immigration|council|first|army|naval|security|parking|traffic "
    r"enforcement|press|enforcement) (?:officers?|staff|guards?|agents?|service)|HMP|governor|[A-H] wing|inmates?|"
    r"guards?|firefighters?|crews?|watch|airline|"
    r"cabin crew|stewards?|pilots?|paramedics?|ambulance|nurses?|doctors?|surgeons?|hospital|teachers?|pupils?|school|"
    r"staff[- ]room|soldiers?|platoon|regiment|troops|councillors?|cabinet members?|councils?|mps?|ministers?|aides?|"
    r"researchers?|civil servants?|drivers?|wardens?|lecturers?|students?|players?|supporters?|fans|club|lawyers?|"
    r"barristers?|solicitors?|judge|magistrate|journalists?|editor|coastguards?|lifeboat|residents?|parish|vicar|"
    r"congregation|candidates?|farmers?|scam(?:s|mers)?|fraud(?:sters)?|gang)\b",
    re.I,
)
_POLICE_PEOPLE = re.compile(
    r"\b(?:officers?|constables?|sergeants?|inspectors?|detectives?|cops?|policem[ae]n|policewom[ae]n|deput(?:y|ies)|"
    r"troopers?|gard(?:a|aí|ai)|superintendents?|probationers?|PCs?|police)\b",
    re.I,
)


# The first words of a headline, or of an article without one.
_SOMEBODY_ELSE = re.compile(
    r"(?:[^\n]{1,80}: )?(?:an? )?(?:(?!police)[\w-]+ ){0,2}?(?:man|woman|teenager|pensioner|driver|father|"
    r"mother|boy|girl|plumber|teacher|soldier|firefighter|"
    r"nurse|councillor|student|guard|troll|stalker|doctor|mp|impostor|killer|murderer|gunman|gang|raiders|burglar|villagers)"
    r"\b(?! who (?:has |had )?(?:left|resigned|retired))"
    # "A student police officer", "A former soldier, PC Frome", "A father of two who is a constable"
    r"(?! (?:police )?(?:officer|constable)s?\b|,? (?:of \w+,? )?(?:who (?:is|was|serves as|became) )?(?:an? |now )?"
    r"(?:(?!who\b)[\w-]+ ){0,3}?(?:PC|DC|Sgt|(?:police )?(?:constable|sergeant|inspector)|police officer)\b)",
    re.I,
)
