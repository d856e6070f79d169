"""Whom an article opens on who is no police under suspicion: people of another trade, a man who threatened police."""

import re

from cuttings.assemble.accounts import Account
from cuttings.extract.discourse.openings import EXPLAINS
from cuttings.extract.matters import MESSAGE


def is_of_others(account: Account) -> bool:
    """Whether an article opens on somebody else than police: a man, or people of another trade."""
    return _of_somebody_else(account) or _of_another_trade(account)


def is_no_matter(account: Account) -> bool:
    """Whether an article asks what happens in general, tells of a council's or a prison's officers, opens on an offence
    that has nothing to do with messages, or clears all police.
    """
    employed = _EMPLOYED.search(_lead(account, _OPENING)) is not None
    return employed or _explains(account) or _of_another_offence(account) or _clears_police(account)


def _of_somebody_else(account: Account) -> bool:
    """Whether an article opens on somebody who is no police: "A man who wrote to an officer has been jailed"."""
    opening = account.text.partition("\n")[0]
    weak = next((m for m in account.of("OFFICERS") if m.start < len(opening)), None)
    left = weak is not None and weak.detail.get("status") in {"former", "serving"}
    return _SOMEBODY_ELSE.match(opening) is not None and not left


def _explains(account: Account) -> bool:
    """Whether it asks what happens in general ("Explainer: …?"), of no force and no police in particular."""
    opening = account.text.partition("\n")[0]
    of_one = any(mention.start < len(opening) for mention in account.of("FORCE"))
    return EXPLAINS.match(opening) is not None and not of_one and not _begins_with_some(account)


def _begins_with_some(account: Account) -> bool:
    """Whether the first sentences below a headline count several police of one force: it explains their matter."""
    first = [piece for piece in account.pieces if piece.part == "body"][:_FIRST]
    counted = [m for m in account.asserted("OFFICERS") if m.police and m.value != "1" and m.detail.get("kind") == "new"]
    told = [m for m in counted if any(piece.start <= m.start < piece.end for piece in first)]
    return any(account.same_sentence(mention, "FORCE") for mention in told)


_FIRST = 2  # sentences


def _of_another_trade(account: Account) -> bool:
    """Whether an article opens on people of another trade, and speaks of them more than of police: "nine guards"."""
    words = _lead(account, _LEAD)
    others = len(_ANOTHER_TRADE.findall(words))
    return others > 1 and others > len(_POLICE_PEOPLE.findall(_ANOTHER_TRADE.sub("", words)))


def _of_another_offence(account: Account) -> bool:
    """Whether an article opens on what is done without messages, and on no messages: an officer's drunken driving."""
    words = _lead(account, 2)
    spoken = MESSAGE.search(words) or any(account.is_lead(mention) for mention in account.of("ALLEGATION"))
    return _ANOTHER_OFFENCE.search(words) is not None and not spoken


def _clears_police(account: Account) -> bool:
    """Whether an article says that nobody of the police is suspected of anything, that he only posed as police, or that
    it was wrong to say so.
    """
    withdrawn = _CORRECTS.match(account.text) is not None and _WITHDRAWN.search(account.text) is not None
    return withdrawn or _NOBODY.search(account.text) is not None or _POSED.search(_lead(account, _LEAD)) is not None


def _lead(account: Account, sentences: int) -> str:
    """The words of the headline and the first sentences of the body."""
    lead = [piece for piece in account.every if piece.part != "body"]
    lead += [piece for piece in account.every if piece.part == "body"][:sentences]
    return " ".join(account.text[piece.start : piece.end] for piece in lead)


_LEAD, _OPENING = 8, 4  # sentences
# "who all work in parking at Tarrow District Council"
_EMPLOYED = re.compile(
    r"\b(?:work\w*|employed|staff|officers|group|chat) (?:[\w-]+ ){0,8}?(?:at|for|by|of|in) (?:an? |the )?"
    r"(?:[\w-]+ ){0,3}?(?:council|local authority|prison|department of corrections)\b(?! estate)",
    re.I,
)
_ANOTHER_OFFENCE = re.compile(
    r"\b(?:drink[- ]driv\w+|drunk[- ]driv\w+|crash\w*|over the limit|speeding|shoplift\w*|theft|fraud\w*|burglar\w*|"
    r"brib\w+|cocaine|cannabis|drugs?|punch\w*|assault\w*|taser\w*|expenses|overtime)\b",
    re.I,
)
_IS = r"(?:(?:is|are|was|were|has been|have been|had been)(?: or )?)+"
_NOBODY = re.compile(
    rf"\bno (?:police )?(?:officers?|members? of (?:police )?staff)(?: or (?:members? of )?(?:police )?staff)? {_IS} "
    r"(?:currently )?(?:(?:under (?:investigation|suspicion)|being investigated)\b"
    r"|suspected(?: of (?:any )?(?:wrongdoing|misconduct))?(?=[.,;]))"
    rf"|\bno(?:body|[- ]one) (?:from|in|at|within) the (?:force|service|department|police) {_IS} (?:under|suspected)\b"
    rf"|\bnone of (?:those|the (?:men|people|accused|defendants))\b[^.]{{0,40}} {_IS} (?:an? )?police\b",
    re.I,
)
# "Apology: Kerrin Police. … The pictures were not genuine, and we have withdrawn the article"
_CORRECTS = re.compile(r"\W*(?:corrections?|clarifications?|apology|apologies|we got it wrong|retraction)\b", re.I)
_WITHDRAWN = re.compile(
    r"\b(?:(?:withdrawn|removed|retracted|taken down|deleted) (?:the|that|this|our|it)\b|(?:not|never) genuine|"
    r"(?:was|were|is|are) (?:\w+ )?(?:fake|faked|fabricated|forged|untrue|false|a hoax|withdrawn|retracted)\b|"
    r"should (?:not|never) have (?:been )?published|no (?:truth|foundation|basis)\b)",
    re.I,
)
_POSED = re.compile(
    r"\bimpersonat\w+ (?:an? )?(?:police|officer)|\b(?:pos(?:ed|ing)|pretend\w*) (?:as|to be) (?:an? )?police", re.I
)
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
    r"nurse|councillor|student|troll|stalker|doctor|mp|impostor|killer|murderer|gunman|gang|raiders|burglar|villagers)"
    r"\b(?! who (?:has |had )?(?:left|resigned|retired))"
    # "A student police officer", "A former soldier, PC Frome", "A father of two who is a constable"
    r"(?! (?:police )?(?:officer|constable)s?\b|,? (?:of \w+,? )?(?:who (?:is|was|serves as|became) )?(?:an? |now )?"
    r"(?:[\w-]+ ){0,3}?(?:PC|DC|Sgt|(?:police )?(?:constable|sergeant|inspector)|police officer)\b)",
    re.I,
)
