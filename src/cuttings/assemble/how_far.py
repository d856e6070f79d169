"""How far an article goes in what it says of a kind of conduct, or of a law: alleged, investigated, charged, found.

By the words of the sentence; by the steps that it reports ("dismissed over racist messages"); and at least as far as
the matter itself has got: what a body looks into is investigated. A finding needs the words, or a step of its own
sentence and no lesser one beside it: that others were found against elsewhere says nothing of this.
"""

import re
from collections.abc import Collection

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.stages_reached import CONCLUDING, STANDING_AT
from cuttings.extract.patterns import one_of, words

# What the words of a sentence settle, whatever else stands in it
_SETTLED = frozenset({"cleared", "denied", "admitted", "found", "charged"})
_WHO = one_of(*words("it they he she which who panel tribunal court judge board chair magistrate sheriff jury"))
# "The posts were homophobic, the panel held", "Breaches were found", "That was gross misconduct"
_HELD = re.compile(
    r"\b"
    + one_of(
        rf"{_WHO} (?:\w+ )?(?:held|ruled|concluded|decided)(?=[,.;:]| that\b| to (?:be|have)\b)",
        *("(?:was|were) held to", "(?:was|were) judged", r"breach\w* (?:was|were|is|are) (?:all )?found"),
        "found (?:them|him|her|it|both|all) (?:to|guilty)",
        r"(?:finding|verdict|decision) (?:\w+ ){0,3}(?:was|is)",
        "(?:that|this|it|they|which|posts|messages|comments) (?:was|were|amounted to) (?:gross )?misconduct",
        "(?:panel|tribunal|chair|board)(?:, [^,]{2,60},)? (?:said|called|decided|put)",
    )
    + r"\b",
    re.I,
)
_NOT = re.compile(r"\b(?:not|never|no|nor|neither|without|unprove[nd])\b|n['’]t\b", re.I)
# "…, of whom two were dismissed"
_SOME = re.compile(r"\b(?:of (?:whom|them|these|those)|one|two|three|four|five|another|some|several|others?)\b", re.I)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)(?! (?:bail|leave|permission|access))|disputes?|rejects? (?:the|any|all)|"
    r"insists? (?:that )?(?:he|she|they)|pleaded not guilty|not guilty pleas?)\b",
    re.I,
)


def how_far(account: Account, mention: Mention, stage: str, steps: Collection[Mention]) -> str:
    """The standing of what a mention says; ``stage``: how far the matter has got, ``steps``: those of its subjects."""
    said = _said(account, mention, stage, steps)
    if said in _SETTLED and stage not in _TOO_EARLY.get(said, frozenset()):
        return said
    if stage == "concluded_no_action":
        return "cleared"
    if stage in {"", "alleged"}:
        return "alleged"
    return "denied" if stage not in _CONCLUDED and _denied(account) else "investigated"


def _said(account: Account, mention: Mention, stage: str, steps: Collection[Mention]) -> str:
    """What the words and the steps of the mention's own sentence say."""
    said, told = mention.standing, _told(account, mention, steps)
    # "Officers jailed for theft are under investigation over racist messages": the finding is of something else
    lesser = said == "found" and any(step.value in _LESSER for step in account.same_sentence(mention, "STAGE"))
    if lesser or said == "alleged" or said in _SETTLED:
        return "" if lesser else said
    if told == {"found"} or (stage in _CONCLUDED and _held(_sentence(account, mention))):
        return "found"
    return "charged" if told == {"charged"} else said


_LESSER = frozenset({"under_investigation", "referred", "arrested", "charged", "criminal_trial"})
# A matter that has not got so far holds no such standing, whatever words stand in the sentence
_TOO_EARLY = {
    "found": frozenset({"", "alleged", "referred", "under_investigation", "arrested", "charged", "criminal_trial"}),
    "charged": frozenset({"", "alleged", "referred", "under_investigation"}),
}
_CONCLUDED = frozenset({"concluded_sanction", "convicted", "sentenced"})


def _told(account: Account, mention: Mention, steps: Collection[Mention]) -> set[str]:
    """How far the steps go that stand in a mention's sentence; those without a bearing (a duty status) are left out.

    "23 were questioned about sexist posts, of whom two were dismissed": of several groups, a step that comes after the
    conduct is of some, and it is not said of which; then it counts as an investigation.
    """
    here = {(step.start, step.value) for step in account.same_sentence(mention, "STAGE", "SANCTION")}
    several = len({group.value for group in account.same_sentence(mention, "OFFICERS")}) > 1
    found = set()
    for step in (each for each in steps if (each.start, each.value) in here and each.value != "misconduct_hearing"):
        reached = STANDING_AT.get(CONCLUDING.get(step.value, step.value), "")
        of_some = step.start > mention.start and (several or _SOME.search(account.text, mention.end, step.start))
        found.add("investigated" if reached == "found" and of_some else reached)
    return found - {""}


def _held(sentence: str) -> bool:
    return _HELD.search(sentence) is not None and not _NOT.search(sentence)


def _sentence(account: Account, mention: Mention) -> str:
    piece = account.every[max(account.sentence(mention.start), 0)]
    return account.text[piece.start : piece.end]


def _denied(account: Account) -> bool:
    """Whether one of the subjects is said to deny it."""
    for person in (*account.of("OFFICERS"), *account.subjects()):
        if (person.police or person.officer) and _DENIES.search(_sentence(account, person)):
            return True
    return False
