"""How far a matter has got: the furthest stage and the sanctions that an article reports of its own subjects."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from cuttings.assemble.accounts import Account, Mention, firsts
from cuttings.assemble.claim import Claim, claim
from cuttings.assemble.stages.clearing import ends, prosecution_is_over
from cuttings.assemble.stages.denials import denied
from cuttings.assemble.steps import own_steps, stands
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.assemble.taken_back import what_follows
from cuttings.extract.matters import CONCLUDING, LEAVING
from cuttings.extract.patterns import one_of, phrases

# How far what is said of a subject goes, by the stage that is reported of them.
STANDING_AT = {
    "alleged": "alleged",
    "referred": "alleged",
    "under_investigation": "investigated",
    "arrested": "investigated",
    "charged": "charged",
    "criminal_trial": "charged",
    "misconduct_hearing": "investigated",
    "concluded_no_action": "cleared",
    "concluded_sanction": "found",
    "convicted": "found",
    "sentenced": "found",
}
# A hearing that is announced has been reached; a sentence that is expected has not.
_ANNOUNCED = {
    *("misconduct_hearing", "referred", "under_investigation"),
    *("final_written_warning", "written_warning", "reflective_practice"),
    "barred",  # "his name will be added to the barred list"
    *("concluded_no_action", "no_action"),  # "they will face no proceedings" is a decision
}
# "Two sergeants were suspended for 14 months": from duty, where no court is spoken of
_DUTY = re.compile(r"(?:was |were |been )?suspended for \S+ (?:months|years?)$", re.I)
_TERM = re.compile(
    r"\b(?:sentence\w*|prison|jail\w*|imprison\w*|custod\w*|court|judge|magistrates?|sheriff|weeks['’]|months['’]|"
    r"term|unpaid work|detention|gaol)\b|\bmonths?,? suspended",
    re.I,
)
# "All three were arraigned, pleaded not guilty and were released": long before a trial
_ARRAIGNED = re.compile(r"\barraign\w*|\b(?:first|initial) (?:court )?(?:appearance|hearing)\b", re.I)
_PLEA = re.compile(r"\bnot[- ]guilty\b|\bpleas?\b", re.I)
_NO_ACTION = {"concluded_no_action", "no_action"}
_NONE = re.compile(r"\b(?:no|not|nothing|neither|without)\b", re.I)  # "I will be vindicated" is a hope
# What nobody but police is given: whoever stands nearest in the sentence, it is the subjects'.
_OF_POLICE = {"would_have_been_dismissed", "final_written_warning", "restricted_duties", "reflective_practice"}
# "That man, who has since been jailed, is not among the ten"
_NOT_AMONG = re.compile(
    r"\b(?:is|are|was|were) not (?:among|one of|included (?:in|among)) (?:the|those|these|them)\b", re.I
)
_MISCONDUCT = re.compile(r"\bmisconduct (?:panel|hearing)|\bgross misconduct\b", re.I)
_BARRED = re.compile(r"barred list|certif", re.I)
# Who left and sues is no subject: "She resigned in May and claims constructive dismissal"
_CLAIMANT = re.compile(
    r"\b(?:constructive(?:ly)? dismiss\w+|unfair dismissal|whistle[- ]?blow\w*|bl(?:ew|ow|owing|own) the whistle)\b",
    re.I,
)
# "resigned from the team": no force
_LEFT_A_TEAM = re.compile(
    r"(?: (?:from|as \w+ of))? (?:the|its|his|her|their) (?:(?:(?:[\w-]+ball|rugby|cricket|hockey|darts) )?team|"
    r"(?:[\w-]+ )?(?:club|board|committee|council|party|cabinet|chat|union|church|charity|choir|league))\b",
    re.I,
)
# "… and he had retired by then. We have not investigated him"
_NOT_LOOKED_INTO = re.compile(
    r"\s+(?:[\w’'-]+ ){1,6}?(?:(?:has|have|had|did|was|were|is|are) not|(?:has|have|had|did|was|were|is|are)n['’]t) "
    r"(?:been )?(?:investigated?|under investigation|a subject|looked into|suspected)\b",
    re.I,
)
# "given ten months" … "' imprisonment, suspended for two years"
_SUSPENDED = re.compile(
    r"['’]?(?: (?:imprisonment|custody|in (?:prison|jail|custody)|behind bars|inside))?,? "
    r"(?:but |both |all of it |which (?:was|were) |wholly |fully )?suspended\b",
    re.I,
)
_SERVICE = re.compile(r"\bcommunity service\b", re.I)
_THEIRS = re.compile(
    r"\b(?:he|she|they|who|both|all|one|two|three|four|five|six|another|others?|the (?:first|second|third|\w+th))"
    r"(?:,? \w+){0,4}?,? $",
    re.I,
)
# Stages of a court, whose words disciplinary hearings use too.
_CRIMINAL = {"charged", "criminal_trial", "convicted"}
OF_A_PROSECUTION = frozenset({"arrested", "charged", "criminal_trial"})

_HEARING = re.compile(
    r"\b(?:disciplinary|misconduct (?:hearing|panel|proceedings|tribunal)|conduct hearing|police tribunal|"
    r"code of conduct)\b",
    re.I,
)
_COURTS = one_of(
    *("court", "magistrates?", "jury", "jurors", "crown prosecution", "cps", "prosecutors?", "district attorney"),
    *(r"indict\w*", r"criminal\w*", "sheriff", r"bail\w*", "procurator", "old bailey", "felony", "misdemeanou?r"),
    r"act (?:19|20)\d\d",
)
_COURT = re.compile(rf"\b{_COURTS}\b", re.I)


# What nobody is charged with in a court: the breaches of a police service's own code
_DISCIPLINE = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            discreditable conduct | neglect of duty | insubordinat\w+ | professional misconduct | gross misconduct |
            police services act | community safety and policing act | rcmp act | conduct board | disciplin\w+ |
            codes? of (?:professional )?(?:conduct|ethics) | standards of professional behaviour |
            misconduct (?:hearing|panel|proceedings|tribunal|charges?) | (?:police|departmental) (?:rules|charges)
            """
        ),
    )
    + r"\b",
    re.I,
)
# "officers who pleaded guilty", above "pleaded guilty to insubordination"
_PLEADS = re.compile(r"plead", re.I)
_FOR_THE_FORCE = re.compile(
    r"\b(?:(?<!left )for|on behalf of|representing) (?:the|his|her) (?:force|constabulary|chief constable|"
    r"appropriate authority)(?=,| (?:said|told))",
    re.I,
)
_PLEA_TO = re.compile(rf"\bplead(?:s|ed|ing)? (?:not )?guilty to (?:[\w-]+ ){{0,6}}?{_DISCIPLINE.pattern}", re.I)


@dataclass(frozen=True)
class Ladder:
    """The stages of the beat in order, as the vocabulary has them: ``vocabulary.codes("stage")``, the least first."""

    stages: tuple[str, ...]

    def furthest(self, stages: Iterable[str]) -> str:
        """The one of these stages that comes last; empty for none. Raises ValueError for one it does not have."""
        return max(stages, key=self.stages.index, default="")

    def is_before(self, stage: str, other: str) -> bool:
        """Whether a stage comes before another one. Raises ValueError for one that it does not have."""
        return self.stages.index(stage) < self.stages.index(other)


def reached(account: Account) -> list[Mention]:
    """The stage and sanction mentions that the article reports of the account's own subjects."""
    never = denied(account)
    own = [
        m
        for m in account.of("STAGE", "SANCTION")
        if m.value not in never and _is_own(account, m) and _is_so(account, m)
    ]
    return [mention for mention in own if mention.value != "barred" or not _would_follow(account, mention, own)]


def _is_own(account: Account, mention: Mention) -> bool:
    subject = mention.detail.get("subject")
    if mention.value == "imprisoned" and _SUSPENDED.match(account.text, mention.end):
        return False
    if _SERVICE.search(mention.text) and not _COURT.search(account.words):
        return False  # "required him to complete 40 hours of community service": his chief did
    if _NOT_AMONG.search(account.sentence_of(mention)):
        return False
    if mention.value == "misconduct_hearing" and _MISCONDUCT.search(mention.text):
        return True
    if mention.value in _OF_POLICE or (mention.value == "barred" and _BARRED.search(mention.text)):
        return True
    if _DUTY.match(mention.text) and not _TERM.search(account.sentence_of(mention)):
        return False
    if subject == "other" or (subject == "unknown" and mention.detail.get("verb")):
        return False
    if mention.value in LEAVING and (
        _CLAIMANT.search(account.sentence_of(mention))
        or _LEFT_A_TEAM.match(account.text, mention.end)
        or _NOT_LOOKED_INTO.match(account.text, account.piece(mention.start).end)
    ):
        return False
    # what anybody may do is told of a subject only where one stands in the sentence
    beside = account.same_sentence(mention, "OFFICERS", "PERSON") if mention.value in LEAVING else []
    if mention.value not in LEAVING or any(m.label == "OFFICERS" or m.officer for m in beside):
        return True
    before = account.text[max(mention.start - 60, 0) : mention.start]
    return bool(_THEIRS.search(before[max(before.rfind(mark) for mark in ".;\n") + 1 :]))


def _is_so(account: Account, mention: Mention) -> bool:
    if mention.value == "misconduct_hearing" and _at_work(account, mention):
        return False
    expected = mention.value in _ANNOUNCED and mention.detail.get("assertion") == "expected"
    return stands(account, mention) or (expected and (mention.value not in _NO_ACTION or _NONE.search(mention.text)))


def _at_work(account: Account, step: Mention) -> bool:
    """Whether "the hearing was told" is said of an employment tribunal or an inquest, which try no officer."""
    return bool(_TOLD.fullmatch(step.text) and _AT_WORK.search(account.words) and not _HEARING.search(account.words))


_TOLD = re.compile(r"(?:(?:the|a) )?(?:hearing|tribunal|panel) (?:has |had )?(?:heard|was told|been told)", re.I)
_AT_WORK = re.compile(
    r"\b(?:(?:employment|industrial|labou?r) (?:tribunal|court)|workplace relations commission|WRC|unfair dismissal|"
    r"constructive dismissal|inquest)\b",
    re.I,
)


def taken_up(stage: str) -> bool:
    """Whether somebody is reported to have taken a matter up: it has got further than that it is alleged."""
    return stage not in {"", "alleged"}


def at_least(stage: str) -> str:
    """How far it goes for anybody, or anything, of which no step is told: as far as the matter, never to a finding."""
    return "cleared" if stage == "concluded_no_action" else "investigated" if taken_up(stage) else "alleged"


def stage_claims(account: Account, steps: Collection[Mention], ledger: Ledger, ladder: Ladder) -> Iterator[Claim]:
    """The furthest stage that the article reports for any subject; where it reports none, the least: it is alleged."""
    told = list(held(account, steps, ledger, ladder))
    if told:
        furthest = ladder.furthest(stage for stage, _ in told)
        yield claim("stage", next(mention for stage, mention in told if stage == furthest), furthest)
        return
    grounds = account.of("ALLEGATION") or account.of("PLATFORM")
    ground = grounds[0] if grounds else (ledger.total.groups[0].mention if ledger.total else None)
    if ground is not None and ladder.stages:
        yield claim("stage", ground, ladder.stages[0])


def held(account: Account, steps: Collection[Mention], ledger: Ledger, ladder: Ladder) -> Iterator[tuple[str, Mention]]:
    """The stages that are reported and still hold, each with the mention that says so."""
    over = OF_A_PROSECUTION if prosecution_is_over(account, steps, ledger) else frozenset()
    for mention in steps:
        stage = CONCLUDING.get(mention.value, "") if mention.label == "SANCTION" else mention.value
        if stage == "criminal_trial" and _PLEA.search(mention.text) and _is_arraigned(account, mention):
            stage = "charged"
        if stage == "criminal_trial" and _HEARD.fullmatch(mention.text) and _is_before_trial(account):
            stage = "charged"
        if stage == "sentenced" and _FINED_PAY.match(f"{mention.text}{account.text[mention.end : mention.end + 60]}"):
            stage = "concluded_sanction"
        if stage in _CRIMINAL and (_only_hearing(account) or _in_discipline(account, mention)):
            stage = "misconduct_hearing"
        if stage not in ladder.stages or stage in over:
            continue
        if stage != "concluded_no_action" or ends(account, mention, steps, ledger):
            yield stage, mention
    left = what_follows(account)
    of_all = ledger.total is None or ledger.total.least == 1 or (left is not None and _counts(account, left, ledger))
    if left is not None and left.value in ladder.stages and (of_all or left.value != "concluded_no_action"):
        yield left.value, left


def _counts(account: Account, left: Mention, ledger: Ledger) -> bool:
    """ "Convictions of two former officers quashed", of two in all."""
    counted = [m for m in account.of("OFFICERS") if left.start <= m.start < left.end]
    return any(m.value == str(ledger.total.least) for m in counted if ledger.total)


# "was fined one month's salary", which no court does
_FINED_PAY = re.compile(
    r"(?:was |were |been )?fined (?:[\w-]+ ){0,3}(?:months?|weeks?|days?)['’]s? (?:salary|pay|wages)\b", re.I
)


def _is_arraigned(account: Account, plea: Mention) -> bool:
    """Whether not guilty was pleaded when the charge was read, and no trial has begun."""
    if _ARRAIGNED.search(account.sentence_of(plea)):
        return True
    return _ARRAIGNED.search(account.words) is not None and _TRIAL.search(account.words) is None


def _is_before_trial(account: Account) -> bool:
    """Whether what a court heard it heard before a trial: at a first appearance, when bail was fixed."""
    return _FIRST_APPEARANCE.search(account.words) is not None and _TRIAL.search(account.words) is None


_HEARD = re.compile(r"(?:(?:the|a) )?court (?:has |had )?(?:heard|was told|been told)", re.I)
_FIRST_APPEARANCE = re.compile(
    r"\b(?:preliminary (?:enquiry|inquiry|hearing)|connect (?:the|both|all) (?:\w+ )?(?:accused|defendants?)|"
    r"first appearance|committal|no pleas? (?:was|were)|did not enter (?:an? )?pleas?|"
    r"(?:sent|returned|committed) for trial|(?:un)?conditional bail|bail was (?:fixed|set|granted)|"
    r"appear(?:s|ed)? (?:briefly )?(?:before|at|in) [^.;]{0,40}magistrates)",
    re.I,
)
_TRIAL = re.compile(
    r"\b(?:on trial|trial (?:heard|opened|began|continues|judge)|jur(?:y|ors?)\b(?! trial)|gave evidence|"
    r"cross-examin\w+|closing speech\w*|pleaded guilty|admitted)\b",
    re.I,
)


def _would_follow(account: Account, barred: Mention, steps: Collection[Mention]) -> bool:
    """Whether "would then be added to the barred list" tells what may come: no outcome is reported that it follows."""
    would = _WOULD.search(account.before(barred)) is not None
    return would and not any(step.value in CONCLUDING for step in steps if step.value != "barred")


_WOULD = re.compile(r"\bwould (?:[\w-]+ ){0,5}$")


def _only_hearing(account: Account) -> bool:
    """Whether a charge, or a plea of guilty, is made before a disciplinary hearing: no court is spoken of."""
    told = account.words
    return bool(_HEARING.search(told)) and not _COURT.search(told)


def _in_discipline(account: Account, mention: Mention) -> bool:
    """Whether the sentence of a charge or a plea speaks of a breach of police rules, and of no court; or of neither,
    where another says so: "officers who pleaded guilty", above "pleaded guilty to insubordination". No force
    prosecutes: "Opening the case, Ann Vale, for the force, said".
    """
    told = account.sentence_of(mention)
    if _COURT.search(told):
        return False
    if _FOR_THE_FORCE.search(told):
        return True
    of_rules = _PLEADS.match(mention.text) and _PLEA_TO.search(account.text)
    return _DISCIPLINE.search(told) is not None or bool(of_rules)


def sanction_claims(steps: Iterable[Mention], stage: str) -> Iterator[Claim]:
    """A claim for each sanction that is reported of the subjects; ``steps``: what ``reached`` gives.

    That one of them is not prosecuted, is acquitted or is back at work is no end without action where the matter has
    got further: others were charged, or a hearing is to come.
    """
    told = [step for step in steps if step.label == "SANCTION"]
    if stage not in {"", "concluded_no_action"}:
        told = [step for step in told if not (step.value == "no_action" and _NOT_PROSECUTED.search(step.text))]
    if any(step.value == "suspended_sentence" for step in told):
        told = [step for step in told if not _NO_TERM.match(step.text)]
    for mention in firsts(told):
        yield claim("sanction", mention)


# Beside a suspended sentence the words for one that is served: "so serious that only a custodial sentence …"
_NO_TERM = re.compile(r"(?:given |handed )?(?:an? )?(?:custodial|prison|jail) (?:sentence|term)s?$", re.I)
_NOT_PROSECUTED = re.compile(
    r"prosecut|charg|not proven|not guilty|acquit|case for (?:him|her|them) to answer|reinstat|"
    r"ke(?:pt|eps?) (?:his|her|their) jobs?",
    re.I,
)


def furthest_standing(account: Account, name: str) -> str:
    """How far the article goes in what it says of somebody: by the steps in the sentences that name them."""
    said = {
        STANDING_AT.get(CONCLUDING.get(step.value, step.value), "")
        for mention in account.of("PERSON")
        if mention.value == name
        for step in own_steps(account, mention)
    }
    return next(
        (standing for standing in ("cleared", "found", "charged", "investigated") if standing in said), "alleged"
    )


def standing_of(stage: str, outcome: str, said: str) -> str:
    """How far a matter at ``stage`` has got for one subject: found only with an outcome, or words, of their own.

    ``outcome``: the subject's sanction; ``said``: the standing of the sentence that tells of them.
    """
    if outcome in CONCLUDING:
        return "found"
    if outcome == "no_action" or said == "cleared":
        return "cleared"
    if said in {"found", "admitted", "denied", "charged"}:
        return said
    at = STANDING_AT.get(stage, "alleged")
    # that others were found against says nothing of this one
    return "" if at == "found" else at
