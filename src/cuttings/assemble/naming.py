"""Whether a published report may name a person: the rules, in one place.

Yes: an official speaking for an office; somebody convicted, or found against by a hearing, as the article says of that
person. No: victims, their families, and those whose name a court or panel withholds. Ask: everybody else, above all
those under investigation, arrested or charged; a reviewer decides, and says why. This is not legal advice.
"""

import re

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.steps import own_steps
from cuttings.extract.patterns import one_of, words

# Stages and sanctions that are a finding against somebody.
_FOUND = {
    *("convicted", "sentenced", "dismissed", "would_have_been_dismissed", "final_written_warning", "written_warning"),
    *("imprisoned", "suspended_sentence", "community_order", "barred"),
}
_LETTERED = words("Officer PC Pc Sergeant Sgt Constable Inspector Detective Garda Witness Ms Mr Woman Man")
ANONYMOUS = re.compile(rf"{one_of(*_LETTERED)} [A-Z]")
_PUBLIC = re.compile(r"\b(?:court|hearing|panel|tribunal|jury|judge|sheriff|magistrates?|convicted|trial)\b", re.I)

_CLEARED = re.compile(
    r"\b(?:cleared|acquitted|exonerated|not guilty|quashed|overturned|false|untrue|unfounded|wrongly|not "
    r"(?:been )?proven|denied that|"
    r"no case to answer|never (?:charged|convicted|dismissed))\b",
    re.I,
)


def may_name(account: Account, person: Mention) -> tuple[str, str]:
    """``yes``, ``no`` or ``ask``, and the reason in words, for a person of one account."""
    role = person.detail.get("role", "other")
    if ANONYMOUS.fullmatch(person.value):
        return "no", "named by a letter: the name is withheld"
    if role in {"victim", "family"}:
        return "no", "a person harmed" if role == "victim" else "family of a person harmed"
    if role == "official":
        return "yes", "an official speaking for an office"
    if not person.officer:
        return "ask", "no official, and no party whose part is known"
    if _found_in_public(account, person.value):
        return "yes", "convicted, or found against by a hearing, as the article says"
    return "ask", "not said to have been convicted or found against"


def _found_in_public(account: Account, name: str) -> bool:
    """Whether a sentence reports a finding of this person, in or beside one that speaks of a court or a hearing.

    A sacking by a chief alone is none, and none holds where anything that is said of the person takes it back.
    """
    mentions = [mention for mention in account.of("PERSON") if mention.value == name]
    if any(_words_at(account, mention, _CLEARED) for mention in mentions):
        return False
    return any(
        step.value in _FOUND and _words_at(account, step, _PUBLIC, around=1)
        for mention in mentions
        for step in own_steps(account, mention)
    )


def _words_at(account: Account, mention: Mention, pattern: re.Pattern[str], around: int = 0) -> bool:
    """Whether words stand in the sentence of a mention, or in those around it."""
    number = account.sentence(mention.start)
    pieces = account.every[max(number - around, 0) : number + around + 1]
    return any(pattern.search(account.text, piece.start, piece.end) for piece in pieces)
