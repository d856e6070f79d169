"""What an article says has happened to nobody of its main matter: "No one has been charged", "There was no hearing".

Whatever of that kind it tells all the same is somebody else's, or of another matter.
"""

import re

from cuttings.assemble.accounts import MAIN, Account
from cuttings.extract.matters import CONCLUDING
from cuttings.extract.patterns import one_of, words

_ENDS = frozenset({"concluded_sanction", *CONCLUDING})
_IN_COURT = frozenset({"convicted", "sentenced", "imprisoned", "suspended_sentence", "community_order"})
# What is denied, by its words, and the codes that then hold of nobody
_KINDS = (
    (words("dismiss sack fire discharg terminat disciplin sanction punish finding hearing"), _ENDS - _IN_COURT),
    (words("charg prosecut indict"), frozenset({"charged", "criminal_trial", *_IN_COURT})),
    (words("convict"), _IN_COURT),
    (words("arrest"), frozenset({"arrested"})),
)
_WORD = one_of(*(rf"{word}\w*" for stems, _ in _KINDS for word in stems))
_SO_FAR = r"(?:(?:yet|so far|even|ever|as yet|to date|still) )?"
_MEMBERS = one_of(
    *words("officers? constables? specials? sergeants? deput(?:y|ies) troopers? guards? gardaí members? charges?"),
    *words("arrests? dismissals? sackings? prosecutions?"),
)
_NOBODY = re.compile(
    rf"(?:\b(?:nobody|no[- ]one|none of (?:the|them|those)\b[^.;,]{{0,30}}|no (?:police )?{_MEMBERS}|"
    rf"neither(?: of (?:the|them)\b[^.;,]{{0,20}})?) (?:has|have) {_SO_FAR}been {_SO_FAR}(?:{_WORD}|made|brought)"
    r"|\bthere (?:has|have) been no |\bno (?=(?:[\w-]+ ){0,2}?(?:hearing|disciplin|sanction)\w* (?:of any kind |date )?"
    r"(?:is|are|has been|have been) (?:planned|scheduled|listed|arranged|fixed|in prospect)\b))[^.;]{0,80}",
    re.I,
)
_KIND = re.compile(_WORD, re.I)
_OTHERS = re.compile(r"\b(?:else|other|further|more|such|similar|yet to|since)\b", re.I)


def denied(account: Account) -> frozenset[str]:
    """The codes of stages and sanctions that the main account says to hold of nobody; none where the opening of its
    body reports one of that kind. A headline alone does not: it may go further than the words beneath it.
    """
    if account.number != MAIN or account.is_item:
        return frozenset()
    found: set[str] = set()
    for piece in account.pieces:
        for match in _NOBODY.finditer(account.text, piece.start, piece.end):
            if not _OTHERS.search(match.group()):
                found |= _codes(match.group())
    told = (m for m in account.asserted("STAGE", "SANCTION") if account.piece(m.start).part == "body")
    lead = {m.value for m in told if account.is_lead(m)}
    return frozenset(found - lead)


def _codes(denial: str) -> frozenset[str]:
    told = [word.lower() for word in _KIND.findall(denial)]
    return frozenset().union(*(codes for stems, codes in _KINDS if any(word.startswith(tuple(stems)) for word in told)))
