"""How far an article goes in what it says of a kind of conduct, or of a law: alleged, investigated, charged, found.

By the words of the sentence; by the steps that it reports ("dismissed over racist messages"); and at least as far as
the matter itself has got: what a body looks into is investigated. A finding needs the words, or a step of its own
sentence and no lesser one beside it: that others were found against elsewhere says nothing of this.
"""

import re
from collections.abc import Collection

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.stages.reached import STANDING_AT, at_least
from cuttings.extract.matters import CONCLUDING
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
    least = at_least(stage)
    return "denied" if least == "investigated" and stage not in _CONCLUDED and _denied(account) else least


def _said(account: Account, mention: Mention, stage: str, steps: Collection[Mention]) -> str:
    """What the words and the steps of the mention's own sentence say."""
    said = mention.standing
    if said == "found" and any(step.value in _LESSER for step in account.same_sentence(mention, "STAGE")):
        return ""  # "Officers jailed for theft are under investigation over racist messages": found of something else
    if said == "alleged" or said in _SETTLED:
        return said
    told = _told(account, mention, steps)
    if told == {"found"} or (stage in _CONCLUDED and _held(account.sentence_of(mention))):
        return "found"
    return "charged" if told == {"charged"} else said


_LESSER = frozenset({"referred", "under_investigation", "arrested", "charged", "criminal_trial"})
# A matter that has not got so far, or whose charge came to nothing, holds no such standing, whatever its words
_TOO_EARLY = {
    "found": _LESSER | {"", "alleged"},
    "charged": frozenset({"", "alleged", "referred", "under_investigation", "concluded_no_action"}),
}
_CONCLUDED = frozenset({"concluded_sanction", "convicted", "sentenced"})


def _told(account: Account, mention: Mention, steps: Collection[Mention]) -> set[str]:
    """How far the steps go that stand in a mention's sentence; those without a bearing (a duty status) are left out.

    "23 were questioned about sexist posts, of whom two were dismissed": of several groups, a step that comes after the
    conduct is of some, and it is not said of which; then it counts as an investigation.
    """
    number = account.sentence(mention.start)
    several = len({group.value for group in account.same_sentence(mention, "OFFICERS")}) > 1
    found = set()
    for step in steps:
        if account.sentence(step.start) != number or step.value == "misconduct_hearing":
            continue
        standing = STANDING_AT.get(CONCLUDING.get(step.value, step.value), "")
        of_some = step.start > mention.start and (several or _SOME.search(account.text, mention.end, step.start))
        found.add("investigated" if standing == "found" and of_some else standing)
    return found - {""}


def _held(sentence: str) -> bool:
    return _HELD.search(sentence) is not None and not _NOT.search(sentence)


def _denied(account: Account) -> bool:
    """Whether one of the subjects is said to deny it."""
    people = (*account.of("OFFICERS"), *account.subjects())
    return any(person.of_police and _DENIES.search(account.sentence_of(person)) for person in people)
