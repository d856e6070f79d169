"""Serving, former or staff: by the words that say who is counted, and by what is said of them next."""

import re

from cuttings.extract.patterns import one_of, words
from cuttings.extract.police_words import STAFF

_STAFF = re.compile(STAFF, re.I)
_FORMER = re.compile(
    r"\b(?:ex|former|retired|ex-serving)\b|has left|had left|since left|who (?:has |had )?(?:resigned|retired)|"
    r"\b(?:has|have|had) (?:\w+ ){0,2}(?:left|quit|retired|resigned|gone)\b(?! \w)",
    re.I,
)
_SERVING = re.compile(r"\b(?:serving|current|still serves?)\b", re.I)
# What is left without one being gone from the police: "has left the room", "left the group"
_NOT_THE_POLICE = (
    r"(?! (?:(?:the|his|her|their|its|a|this) )?(?:\w+ )?(?:desk|room|dock|court\w*|house|building|chat|group|thread|"
    r"channel|scene|meeting|hearing|messages?|phone|home|team|unit|shift|her|him|them|it)\b)"
)
_WHO = r",? (?:(?:and )?(?:all|both|most|each) )?(?:of (?:whom|them) )?(?:who |that )?"
_SINCE = r"(?:(?:since|already|now|also|later|all|both|by then|long since|subsequently|either) )*"
_LEFT_IT = one_of(
    "(?:the )?(?:force|service|police|job|department|constabulary|organi[sz]ation|policing|PSNI|Met|RCMP|garda)",
    *("for (?:an?|the|another) ", "in (?:(?:early|late|mid) )?(?:19|20)", "last (?:year|month|spring|summer|autumn)"),
    r"(?:the )?(?-i:[A-Z])[\w’'-]+(?: [A-Z][\w’'-]+){0,3} (?:Police|Constabulary|Office|Department|Service)\b",
)
_MONTHS = one_of(*words("January February March April May June July August September October November December"))
_LATER = re.compile(
    _WHO
    + one_of(
        # "two have since left", "a sergeant who has since resigned", "have both left"
        rf"(?:has|have|had|having) {_SINCE}(?:left|retired|gone(?! \w)){_NOT_THE_POLICE}",
        # who "has resigned" today served until the news
        rf"(?:has|have|had|having) {_SINCE}(?<=[a-z] )(?<!has )(?<!have )(?<!had )(?:quit|resigned){_NOT_THE_POLICE}",
        # "one retired from the force in January", "two resigned from Kent Police", "one left policing last year"
        rf"(?:since |later |subsequently )?(?:retired|resigned)"
        rf"(?= (?:from|in (?:{_MONTHS}|20)|last|a year|earlier|before it|since)\b)",
        rf"(?:since |later |subsequently )?(?:left|quit) {_LEFT_IT}",
        "(?:is|are|was|were) no longer (?:with|in|part of|a |serving|employed|working|officers?|police|gardaí|gardai)",
        "no longer (?:work|serve)s?",
        "used to (?:be|serve|work (?:as|for) (?:an? )?(?:police|officer|constable|deput))",
        "(?:is|are) (?:now |both |all )?(?:former|retired|ex-)",
        "(?:is|are) (?:now )?(?:a )?(?:former|retired)",
    ),
    re.I,
)
_STILL = re.compile(
    _WHO
    + one_of(
        "(?:is|are) (?:all |both |each |still |now |currently )*(?:serving|employed (?:by|with))",
        "(?:still|continue to) (?:work|serve)s?(?= (?:for|at|with|in|as)|[,.;])",
        "(?:is|are|remains?) (?:all |both |still )*(?:with|in) the "
        "(?:force|service|job|department|constabulary|police)",
        "(?:is|are) still (?:police )?(?:officers|constables|gardaí|deputies|in uniform)",
        "(?:who )?(?:is|are|remains?) (?:still )?(?:serving|employed)",
        "still serves?",
    )
    + r"\b",
    re.I,
)
# "None of the five is now a police officer", before "of the five" and after it
_NONE = re.compile(r"\b(?:none|neither|no one|nobody) $", re.I)
_ANY_LONGER = re.compile(
    r" (?:is|are|remains?) (?:now |still |any longer |currently )*(?:serving|employed|an? (?:police )?(?:officer|"
    r"constable)|police officers|officers|with the (?:force|service|police)|in the (?:force|job|police))"
    r"|,? (?:still )?(?:serves?|works? for)\b",
    re.I,
)
# "A fifth, a senior constable, quit the force"
_APPOSED = re.compile(r"^, (?:an? |the |now )[^,.;]{3,50},(?= )")
# "Two other members of the group, both police staff"
_ALL_STAFF = re.compile(rf"[^.;]{{0,30}}?,? (?:both|all|each) (?:of (?:them|whom) )?(?:are |were )?{STAFF}\b", re.I)
# "Two of them (both now retired)", "seven officers, three of them retired, are under investigation"
_ASIDE = re.compile(
    r",? \(?(?:all |both |each )?(?:of (?:them|whom) )?"
    r"(?:(?:now|since) (?:retired|former)\b|(?:retired|former)(?=[,;)]))",
    re.I,
)


def status_of(told: str, before: str, after: str, head: str) -> str:
    """Whether counted police are serving, former, mixed, staff or unknown.

    ``told``: the words that say who is counted; ``before`` and ``after``: those around them in the sentence; ``head``:
    the noun.

    >>> status_of("former constables", "", "", "constables"), status_of("Six", "", " are still serving.", "")
    ('former', 'serving')
    >>> status_of("the five", "None of ", " is now a police officer.", ""), status_of("two", "", " left the chat.", "")
    ('former', 'unknown')
    """
    late = _APPOSED.sub("", after)
    former = bool(
        _FORMER.search(told.replace("-", " ")) or _ASIDE.match(after) or _LATER.match(after) or _LATER.match(late)
    )
    serving = bool(_SERVING.search(told))
    if former and serving:
        return "mixed"
    if not former and not serving and _NONE.search(before):
        return "former" if _ANY_LONGER.match(after) else "unknown"
    if former or serving:
        return "former" if former else "serving"
    if _STAFF.fullmatch(head) or _ALL_STAFF.match(after):
        return "staff"
    return "serving" if _STILL.match(after) else "unknown"
