"""Does it end the matter that somebody is cleared, or not prosecuted? Not while others, or another inquiry, go on."""

import re
from collections.abc import Collection, Iterable

from cuttings.assemble.accounts import LEAD, Account, Mention
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.extract.matters import AWAITING
from cuttings.extract.patterns import one_of, phrases

_FOUND = re.compile(r"\b(?:guilty|proved|proven|upheld|amounted to)\b", re.I)
# "face a misconduct hearing": one that is still to come, whatever a court or a prosecutor decided
_TO_COME = re.compile(r"(?:will |still )?(?:faces?|facing|awaits?|awaiting|go(?:es)? before)\b", re.I)
_WILL = re.compile(
    r"\b(?:will|(?:is|are) (?:due )?to|pending|ahead of|awaits?|awaiting|faces?|facing)(?: (?!not\b)[\w-]+){0,4} $",
    re.I,
)
_STILL = re.compile(r"\b(?:remains?|remained|still|continues?(?: to be)?) $", re.I)
_CRIMINAL = re.compile(r"\b(?:charge\w*|prosecut\w+|criminal|acquitt\w+|jury)\b", re.I)


def ends(account: Account, step: Mention, steps: Collection[Mention], ledger: Ledger) -> bool:
    """Whether a step that clears somebody, or takes no action, is the end of the account's matter.

    ``steps``: those that the article reports of the account's subjects.
    """
    return not (
        _of_some(account, step, ledger)
        or _others_found(steps, step)
        or any(is_to_come(account, other) for other in steps)
        or _still_investigated(account, step, steps)
        or (_is_criminal(account, step) and (goes_on_inside(account) or any(map(is_to_answer, steps))))
        or _others_go_on(account, steps)
        or _of_the_others(account, step, steps)
    )


def prosecution_is_over(account: Account, steps: Collection[Mention], ledger: Ledger) -> bool:
    """Whether a prosecution came to nothing for all of them, and a service's own inquiry goes on, as is reported."""
    if not any(step.value in _INSIDE_STAGES for step in steps) or _others_go_on(account, steps):
        return False
    dropped = (s for s in steps if s.value == "concluded_no_action" and _is_criminal(account, s))
    return any(not _of_some(account, s, ledger) for s in dropped) and goes_on_inside(account)


_INSIDE_STAGES = frozenset({"under_investigation", "misconduct_hearing"})


def _of_some(account: Account, step: Mention, ledger: Ledger) -> bool:
    """Whether a step is said of some subjects only: one who is cleared does not end the matter for the rest."""
    number = account.sentence(step.start)
    counted = [m for m in account.of("OFFICERS") if m.value.isdigit()]
    here = [m for m in counted if account.sentence(m.start) == number]
    near = here or [m for m in counted if account.sentence(m.start) == number - 1]
    return ledger.total is not None and any(int(m.value) < ledger.total.least for m in near)


def _of_the_others(account: Account, step: Mention, steps: Iterable[Mention]) -> bool:
    """Whether a step is said of "the others", "a fourth constable", where some are charged or to be heard."""
    if not any(other.value in AWAITING and other.asserted for other in steps):
        return False
    piece = account.piece(step.start)
    before = [other for other in account.pieces if other.paragraph == piece.paragraph and other.end <= piece.start]
    told = account.text[(before[-1] if before and _EACH.match(account.text, piece.start) else piece).start : step.end]
    return _OTHERS.search(told) is not None


_OTHERS = re.compile(
    r"\b(?:the|his|her|their) (?:other(?:s| (?:\w+ )?(?:officers?|constables?|gardaí|men|women|suspects?|two|three|"
    r"four|five|six|seven|eight|nine|ten))|remaining|rest)\b"
    r"|\b(?:an? (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|further)|another) (?:[\w-]+ )?"
    r"(?:officers?|constables?|sergeants?|man|woman|detectives?|garda|deput(?:y|ies)|PC)\b",
    re.I,
)
_EACH = re.compile(r"(?:In each|In (?:all|every|those)|There,?|In their) ", re.I)


def _others_found(steps: Iterable[Mention], cleared: Mention) -> bool:
    """Whether somebody is found against beside one who is cleared."""
    found = (step for step in steps if step.value == "misconduct_hearing" and step.standing != "cleared")
    return any(step.asserted and step.start > cleared.end and _FOUND.search(step.text) for step in found)


def is_to_come(account: Account, step: Mention) -> bool:
    """Whether a step is a hearing that has not been yet: an acquittal, or no prosecution, does not spare anybody it."""
    expected = step.detail.get("assertion") == "expected" or _TO_COME.match(step.text) is not None
    return step.value == "misconduct_hearing" and (expected or _WILL.search(account.before(step)) is not None)


def is_to_answer(step: Mention) -> bool:
    """Whether a step is that somebody has a case to answer for misconduct."""
    return step.value == "misconduct_hearing" and step.asserted and _TO_ANSWER.match(step.text) is not None


_TO_ANSWER = re.compile(r"(?:(?:has|have|had|with) )?(?:an? )?cases? to answer", re.I)


def _still_investigated(account: Account, step: Mention, steps: Iterable[Mention]) -> bool:
    """ "They will not be prosecuted but remain under investigation"."""
    if not _CRIMINAL.search(step.text):
        return False
    after = [other for other in steps if other.value == "under_investigation" and other.start > step.end]
    return any(_STILL.search(account.text, max(other.start - 30, 0), other.start) for other in after)


def _is_criminal(account: Account, step: Mention) -> bool:
    """Whether what came to nothing is a prosecution, by the words of the sentence, or of the article's opening."""
    return any(_CRIMINAL.search(words) for words in (account.sentence_of(step), account.opening(LEAD)))


def goes_on_inside(account: Account) -> bool:
    """Whether a service's own inquiry goes on, whatever a court or a prosecutor decided: "could still be dismissed"."""
    return any(
        not _OVER.search(account.text, piece.start, piece.end)
        for piece in account.pieces
        if _INSIDE.search(account.text, piece.start, piece.end)
    )


_INTERNAL = one_of(
    *phrases(
        """
        misconduct | disciplinary | internal | internal affairs | conduct | administrative | departmental |
        professional standards | code of conduct | police act | complaint | (?:its|their|the force['’]s) own
        """
    )
)
_INQUIRY = r"(?:[\w-]+ ){0,2}?(?:investigation|inquiry|enquiry|probe|process|proceedings|review|case|matter|hearing)s?"
_GOES_ON = one_of(
    *phrases(
        """
        ongoing | on-going | go(?:es)? on | continu(?:e|es|ing) | resum(?:e|es|ed|ing) | not yet | yet to |
        (?:has|have) (?:not|yet) | remains? (?:open|live|active|on hold|outstanding) |
        (?:is|are) (?:still |yet |now )?(?:under way|underway|pending|on hold|paused|outstanding|to) |
        (?:will|would) (?:now |then |next |therefore |also )?(?:take place|proceed|go ahead|begin|follow|recommence) |
        reopened | restarted | (?:picked|taken|taking|picking) (?:it |this |that )?up again |
        (?:will|would) (?:now |then |next |therefore |also )?(?:restart|be (?:decided|considered|held|assessed))
        """
    )
)
# "its misconduct investigation, which had been paused, would now resume", "remain under an internal investigation"
_INSIDE = re.compile(
    r"\b"
    + one_of(
        rf"{_INTERNAL} {_INQUIRY}\b[^.;]{{0,90}}?\b{_GOES_ON}",
        r"(?:remains?|still|are|is|continues? to be) (?:under|subject to|the subjects? of|facing) "
        rf"(?:an? )?(?:\w+ ){{0,3}}?{_INTERNAL} {_INQUIRY}",
        *phrases(
            r"""
            (?:could|may|might) still (?:be (?:dismissed|sacked|fired|disciplined)|face|lose) |
            jobs? (?:are |is )?still at risk |
            (?:remains?|still) (?:suspended|on (?:restricted|modified|desk|administrative|paid|unpaid)|stripped of) |
            (?:once|until) (?:the|its|that|this) (?:[\w-]+ ){0,3}(?:investigation|inquiry|process) (?:is|has) |
            when (?:our|its|the) investigators are finished
            """
        ),
    ),
    re.I,
)
# … but not "the misconduct investigation has not continued", "no disciplinary case will follow"
_OVER = re.compile(
    r"\bno (?:[\w-]+ ){0,2}?(?:misconduct|disciplin|further|internal)|\bneither\b|\b(?:will|would|does|do|did) not\b"
    r"|\bended\b|\bconcluded\b|\bclosed\b|\bcomplete[sd]?\b",
    re.I,
)


def _others_go_on(account: Account, steps: Collection[Mention]) -> bool:
    """Whether somebody who is named as charged, or as tried, is not among those who are named as cleared."""

    def named(stages: Collection[str]) -> set[str]:
        people = (p for step in steps if step.value in stages for p in account.same_sentence(step, "PERSON"))
        return {person.value for person in people if person.officer and not person.detail.get("witness")}

    cleared = named({"concluded_no_action"})
    return bool(cleared) and bool(named(AWAITING) - cleared)
