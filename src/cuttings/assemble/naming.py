"""Whether a published report may name a person: the rules, in one place.

Yes: an official speaking for an office; somebody convicted, or found against by a hearing, as the article says of that
person. No: victims, their families, and those whose name a court or panel withholds. Ask: everybody else, above all
those under investigation, arrested or charged; a reviewer decides, and says why. This is not legal advice.
"""

import re

from cuttings.assemble.accounts import Account, Mention

_FOUND = {"convicted", "sentenced", "dismissed", "would_have_been_dismissed", "final_written_warning", "written_warning",
          "imprisoned", "suspended_sentence", "community_order", "barred"}  # fmt: skip
_ANONYMOUS = re.compile(r"(?:Officer|PC|Pc|Sergeant|Sgt|Constable|Inspector|Detective|Garda|Witness|Ms|Mr|Woman|Man) [A-Z]")


def may_name(account: Account, person: Mention) -> tuple[str, str]:
    """``yes``, ``no`` or ``ask``, and the reason in words, for a person of one account."""
    role = person.detail.get("role", "other")
    if _ANONYMOUS.fullmatch(person.value):
        return "no", "named by a letter: the name is withheld"
    if role in {"victim", "family"}:
        return "no", "a person harmed" if role == "victim" else "family of a person harmed"
    if role == "official":
        return "yes", "an official speaking for an office"
    if role in {"officer", "former_officer"}:
        if _convicted_or_heard(account) and any(_found_against(account, mention) for mention in account.of("PERSON") if mention.value == person.value):
            return "yes", "convicted, or found against by a hearing, as the article says"
        return "ask", "not said to have been convicted or found against"
    return "ask", "no official, and no party whose part is known"


def _convicted_or_heard(account: Account) -> bool:
    """Whether the account tells of a court or of a hearing; a sacking by a chief alone is no finding in public."""
    return any(_PUBLIC.search(account.text, piece.start, piece.end) for piece in account.pieces)


_PUBLIC = re.compile(r"\b(?:court|hearing|panel|tribunal|jury|judge|sheriff|magistrates?|convicted|trial)\b", re.I)


def _found_against(account: Account, mention: Mention) -> bool:
    """Whether the sentence reports a finding of this person, and of nobody who is told apart in it."""
    return any(step.value in _FOUND for step in account.own_steps(mention))
