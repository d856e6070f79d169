"""Who is counted beside the subjects: a civilian, the other members of a chat, colleagues who only were there."""

import re

from cuttings.assemble.accounts import Account, Mention
from cuttings.extract.patterns import one_of, phrases

_OTHERS = re.compile(r"\bothers?\b", re.I)
# "a third person, who was never in the police", "A fourth, a civilian call handler, …"
_CIVILIAN = re.compile(
    r",? (?:who (?:is|was|has|had) (?:never|not|no)\b|"
    r"(?:who (?:is|was) )?(?:an?|his|her|their|the) (?:[\w-]+ ){0,2}?"
    + one_of(
        *phrases(
            """
            civilian | members? of the public | student | publican | friend | relative | partner | journalist |
            dispatcher | call[- ]handler
            """
        )
    )
    + r"\b)",
    re.I,
)
# "six other members of the group"
_OF_THE_CHAT = re.compile(
    r"(?: (?:members|people|participants))? (?:of|in) (?:the|that|this) (?:\w+ )?(?:group|chat|thread|channel)\b", re.I
)
# "There were at least nine other gardaí in the station"
_THERE = re.compile(r"\bthere (?:were|was|are|had been) (?:at least |some |about |around )?$", re.I)
# "along with seven others who were not under investigation"
_IN_NO_QUESTION = re.compile(
    r",? (?:who|which) (?:(?:is|are|was|were) not (?:under|accused|suspected|subject|being|involved|facing|part)|"
    r"(?:do|did|does) not face|face[sd]? no)\b",
    re.I,
)


# "A former constable is suing the force and four of its officers"; who sues because he was sacked is a subject
_SUES = re.compile(
    r"(?: (?:of|from|with|at|in)\b[^.;,]{1,50})?,? (?:who )?(?:(?:is|was|has been) suing|(?:(?:has|had) )?(?:sued|"
    r"(?:filed|launched|brought|lodged) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:lawsuit|suit|claim|action|complaint)))\b",
    re.I,
)


def is_beside(counted: Mention, account: Account) -> bool:
    """Whether a count is of others than those whom the account is about."""
    piece = account.piece(counted.start)
    before, after = account.text[piece.start : counted.start], account.text[counted.end : piece.end]
    if counted.detail.get("nth") and _CIVILIAN.match(after):
        return True
    if counted.value == "1" and _SUES.match(after) and not account.same_sentence(counted, "STAGE", "SANCTION"):
        return True
    others = _OTHERS.search(counted.text) is not None
    return others and any(
        (_OF_THE_CHAT.match(after), _THERE.search(before), _IN_NO_QUESTION.match(after)),
    )
