"""Does it end the matter that somebody is cleared, or not prosecuted? Not while others, or another inquiry, go on."""

import re
from collections.abc import Collection, Iterable

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.subjects.ledger import Ledger

_FOUND = re.compile(r"\b(?:guilty|proved|proven|upheld|amounted to)\b", re.I)
# "face a misconduct hearing": one that is still to come, whatever a court or a prosecutor decided
_TO_COME = re.compile(r"(?:will |still )?(?:faces?|facing|awaits?|awaiting|go(?:es)? before)\b", re.I)
_WILL = re.compile(
    r"\b(?:will|(?:is|are) (?:due )?to|pending|ahead of|awaits?|awaiting|faces?|facing)(?: (?!not\b)[\w-]+){0,4} $",
    re.I,
)
_STILL = re.compile(r"\b(?:remains?|remained|still|continues?(?: to be)?) $", re.I)
_CRIMINAL = re.compile(r"\b(?:charge\w*|prosecut\w+|criminal|acquitt\w+|jury)\b", re.I)
_GOING_ON = frozenset({"charged", "criminal_trial", "misconduct_hearing"})


def ends(account: Account, step: Mention, steps: Collection[Mention], ledger: Ledger) -> bool:
    """Whether a step that clears somebody, or takes no action, is the end of the account's matter.

    ``steps``: those that the article reports of the account's subjects.
    """
    return not (
        _of_some(account, step, ledger)
        or _others_found(steps, step)
        or any(_is_to_come(account, other) for other in steps)
        or _still_investigated(account, step, steps)
        or _others_go_on(account, steps)
    )


def _of_some(account: Account, step: Mention, ledger: Ledger) -> bool:
    """Whether a step is said of some subjects only: one who is cleared does not end the matter for the rest."""
    number = account.sentence(step.start)
    counted = [m for m in account.of("OFFICERS") if m.value.isdigit()]
    here = [m for m in counted if account.sentence(m.start) == number]
    near = here or [m for m in counted if account.sentence(m.start) == number - 1]
    return ledger.total is not None and any(int(m.value) < ledger.total.least for m in near)


def _others_found(steps: Iterable[Mention], cleared: Mention) -> bool:
    """Whether somebody is found against beside one who is cleared."""
    return any(
        step.value == "misconduct_hearing" and step.asserted and step.start > cleared.end and _FOUND.search(step.text)
        for step in steps
    )


def _is_to_come(account: Account, step: Mention) -> bool:
    """Whether a step is a hearing that has not been yet: an acquittal, or no prosecution, does not spare anybody it."""
    expected = step.detail.get("assertion") == "expected" or _TO_COME.match(step.text) is not None
    before = account.text[account.piece(step.start).start : step.start]
    return step.value == "misconduct_hearing" and (expected or _WILL.search(before) is not None)


def _still_investigated(account: Account, step: Mention, steps: Iterable[Mention]) -> bool:
    """ "They will not be prosecuted but remain under investigation"."""
    if not _CRIMINAL.search(step.text):
        return False
    after = [other for other in steps if other.value == "under_investigation" and other.start > step.end]
    return any(_STILL.search(account.text, max(other.start - 30, 0), other.start) for other in after)


def _others_go_on(account: Account, steps: Collection[Mention]) -> bool:
    """Whether somebody who is named as charged, or as tried, is not among those who are named as cleared."""

    def named(stages: Collection[str]) -> set[str]:
        people = (p for step in steps if step.value in stages for p in account.same_sentence(step, "PERSON"))
        return {person.value for person in people if person.officer and not person.detail.get("witness")}

    cleared = named({"concluded_no_action"})
    return bool(cleared) and bool(named(_GOING_ON) - cleared)
