"""Is it a matter of the beat? Police who are its subjects, and messages, or conduct that is done in words."""

import re
from collections.abc import Collection

from cuttings.assemble.accounts import LEAD, MAIN, Account, Mention
from cuttings.assemble.beat.no_matter import SPEECH, is_all_of_rules, is_no_matter, is_of_rules, speaks_of_messages
from cuttings.assemble.beat.others import is_of_others
from cuttings.assemble.beat.suspects import Suspicion, accuses, is_plain, suspicion, wrote
from cuttings.assemble.beat.trades import SURELY_POLICE, is_of_another_service
from cuttings.assemble.beat.untrue import is_made_up
from cuttings.assemble.claim import Claim
from cuttings.assemble.stages.reached import reached
from cuttings.extract.matters import LEAVING, MESSAGE

_POLICE = re.compile(
    r"\b(?:polic\w+|constab\w+|sheriff\w*|garda\w*|troopers?|deputies|detectives?|PCs?|Pcs?|cops?|POLICE|"
    r"[Pp]atrol(?:m[ae]n)?|desk duty)\b"
)


def tells_of_the_beat(account: Account, found: Collection[Claim]) -> bool:
    """Whether an account is an incident of the beat, by its words and its claims."""
    attributes = {claim.attribute for claim in found}
    counted = any(mention.police for mention in account.of("OFFICERS"))
    police = counted or bool(account.subjects()) or "force" in attributes
    if is_made_up(account):
        return False
    if account.number == MAIN and not account.is_item and not _suspects_police(account):
        return False
    if account.is_item and is_of_others(account) and not is_plain(account):
        return False
    steps = reached(account)
    if account.number == MAIN and not _tells_of_conduct(account) and not _links_them(account, steps):
        return False
    if account.number == MAIN and not (police and _of_somebody(account, attributes, found, steps)):
        return False
    if account.number != MAIN and not _tells_of_some(account):
        return False
    told = bool(account.of("STAGE", "SANCTION", "ALLEGATION")) or (account.number > 0 and "platform" in attributes)
    words = account.words if account.number == MAIN else account.text
    spoken = "force" in attributes or _POLICE.search(words) is not None
    return police and told and spoken and _is_of_messages(account, attributes, found)


def _tells_of_conduct(account: Account) -> bool:
    """Whether it tells of conduct, and not only of what a rule forbids: "must not share images of victims"."""
    told = account.of("ALLEGATION")
    return any(m.detail.get("assertion") != "possible" or not _FORBIDS.search(account.sentence_of(m)) for m in told)


_FORBIDS = re.compile(
    r"\b(?:(?:must|may|should|can) not|(?:instructed|reminded|warned|taught|advised|told) (?:not )?to|makes plain that|"
    r"may lead to)\b",
    re.I,
)


def _tells_of_some(account: Account) -> bool:
    """Whether an account beside the main one suspects police, counts or names some, or tells of conduct: more than that
    a force is named in it, and messages.
    """
    some = any(mention.police for mention in account.of("OFFICERS")) or account.subjects()
    return bool(some or account.asserted("ALLEGATION")) or suspicion(account) != Suspicion.NONE


def _suspects_police(account: Account) -> bool:
    """Whether police are suspected of something: plainly so, and surely police, where the article opens on somebody
    else; where nothing says so, only if it counts several of them, or opens on police and messages and on no rules.
    """
    if is_no_matter(account):
        return False
    if is_of_another_service(account):
        return is_plain(account, SURELY_POLICE) and wrote(account)
    found = suspicion(account)
    if is_of_others(account):
        return found == Suspicion.PLAIN
    if is_all_of_rules(account):
        return found == Suspicion.PLAIN or _counts_several(account)
    told = _counts_several(account) or (_opens_on_messages(account) and not is_of_rules(account))
    return found != Suspicion.NONE or told


def _counts_several(account: Account) -> bool:
    """Whether it counts several police beside what was written, or opens on them: "Notices for 23 officers"."""
    counted = [m for m in account.asserted("OFFICERS") if m.police and m.value != "1" and m.detail.get("kind") == "new"]
    conduct = account.asserted("ALLEGATION")
    return any((account.is_lead(m) and conduct) or account.same_sentence(m, "ALLEGATION") for m in counted)


def _opens_on_messages(account: Account) -> bool:
    """Whether it opens on police and on their conduct, or on messages without an outcome, which would be one in
    general: "Nobody wants to sit before a misconduct panel"; and on nobody else of whom a step is reported.
    """
    others = any(m.asserted and m.detail.get("subject") == "other" for m in account.of("STAGE", "SANCTION"))
    if others or not any(account.is_lead(mention) for mention in _police(account)):
        return False
    conduct = any(account.is_lead(mention) for mention in account.asserted("ALLEGATION"))
    decided = any(step.value not in _UNDECIDED for step in reached(account))
    return conduct or (MESSAGE.search(account.opening(LEAD)) is not None and not decided)


_UNDECIDED = {"alleged", "referred", "under_investigation"}


def _links_them(account: Account, steps: Collection[Mention]) -> bool:
    """Whether a step is reported, and a sentence has police and messages together: without either, no kind of conduct
    means no matter, as in "Two officers retired", with a photograph of them in a WhatsApp group elsewhere.
    """
    if all(step.value in LEAVING for step in steps):
        return False
    told = (m for m in _police(account) if m.detail.get("assertion", "asserted") == "asserted")  # no question, no rule
    return any(MESSAGE.search(account.sentence_of(someone)) for someone in told)


def _police(account: Account) -> list[Mention]:
    """Its forces, its counted police and the officers it names."""
    return [m for m in account.of("OFFICERS", "FORCE", "PERSON") if m.label == "FORCE" or m.of_police]


def opens_on_police(account: Account) -> bool:
    """Whether the opening of an account speaks of police, or it has a heading of theirs, as a council's minutes do; an
    article that comes to them late is about another thing.
    """
    headed = any(_POLICE_ITEM.match(account.text, piece.start) for piece in account.every)
    return headed or any(account.is_lead(mention) for mention in _police(account))


# "POLICE REPORT: The Chief told the Board …"
_POLICE_ITEM = re.compile(r"(?:\d+[.)] )?(?:[A-Z’'&]+ ){0,3}POLICE(?: [A-Z’'&]+){0,3}:")


def _is_of_messages(account: Account, attributes: set[str], found: Collection[Claim]) -> bool:
    speech = any(claim.value in SPEECH for claim in found if claim.attribute == "allegation")
    alike = account.number != MAIN and _ALIKE.search(account.words)
    told = _HAS_NONE.sub("", account.words) if account.number != MAIN else account.words
    return speech or "platform" in attributes or bool(alike) or speaks_of_messages(told)


# "It had no connection with the messages"
_HAS_NONE = re.compile(
    r"\b(?:no (?:connection|link|relation|bearing)|nothing (?:at all )?to do|not (?:connected|linked|related)|"
    r"(?:neither|none)\b[^.;\n]{0,30}? (?:(?:has|have|had) anything (?:at all )?to do|"
    r"(?:is|are|was|were) (?:connected|linked|related))) "
    rf"(?:with|to|on) (?:[\w’'-]+ ){{0,3}}?{MESSAGE.pattern}",
    re.I,
)


# "in July two Kerrin constables were convicted of similar offences"
_ALIKE = re.compile(r"\bsimilar (?:offences?|charges?|conduct|behaviou?r|allegations?|misconduct|crimes?)\b", re.I)


def _of_somebody(account: Account, attributes: set[str], found: Collection[Claim], steps: Collection[Mention]) -> bool:
    """Whether it tells of somebody in particular, who is counted or named, or of whom a step is reported.

    "An officer" with no force, name or number may be anyone; "screenshots said to show officers of Kerrin Police joking
    about Travellers" are theirs.
    """
    named = bool(account.subjects())
    if not ("officers_total" in attributes or named or steps):
        return {"force", "platform"} <= attributes and opens_on_police(account) and accuses(account)
    if not opens_on_police(account):
        several = any(m.police and m.value != "1" for m in account.of("OFFICERS"))
        done = {"allegation", "platform"} <= attributes and bool(steps)
        return "force" in attributes and (done or ((several or named) and (bool(steps) or wrote(account))))
    many = any(claim.attribute == "officers_total" and int(claim.value) > 1 for claim in found)
    # "Constable A sends a vile joke to B and C", in a guide
    return many or "force" in attributes or (named and bool(steps or "platform" in attributes))
