"""Is it a matter of the beat? Police who are its subjects, and messages, or conduct that is done in words."""

import re
from collections.abc import Collection

from cuttings.assemble.accounts import MAIN, Account, Mention
from cuttings.assemble.claim import Claim
from cuttings.assemble.others import is_no_matter, is_of_others
from cuttings.assemble.stages_reached import reached
from cuttings.assemble.suspects import Suspicion, suspicion
from cuttings.extract.matters import LEAVING, MESSAGE

# Kinds of conduct that are done in words.
SPEECH = {
    *("racist", "islamophobic", "antisemitic", "misogynistic", "sexist", "homophobic", "transphobic", "ableist"),
    *("sectarian", "grossly_offensive", "discriminatory", "derogatory", "violence_joke"),
}
_POLICE = re.compile(r"\b(?:polic\w+|constab\w+|sheriff\w*|garda\w*|troopers?|deputies|detectives?|PCs?|Pcs?|cops?)\b")
# A review of a drama tells of police and their messages too.
_FICTION = re.compile(
    r"\b(?:played by|episodes?|drama|series (?:one|two|three|finale|opener)|novel|film|fictional|starring|"
    r"screenwriter|plot|viewers|sitcom|thriller|"
    r"characters?|cast|screenplay|on screen|protagonist|playwright|"
    r"podcast drama|stage play|actors?|actress|bbc one|itv1|netflix)\b",
    re.I,
)


def tells_of_the_beat(account: Account, found: Collection[Claim]) -> bool:
    """Whether an account is an incident of the beat, by its words and its claims."""
    attributes = {claim.attribute for claim in found}
    counted = any(mention.police for mention in account.of("OFFICERS"))
    police = counted or bool(account.subjects()) or "force" in attributes
    if len(_FICTION.findall(account.words[:1500])) > 1:
        return False
    if account.number == MAIN and not account.is_item and not _suspects_police(account):
        return False
    steps = reached(account)
    if account.number == MAIN and not account.of("ALLEGATION") and not _links_them(account, steps):
        return False
    if account.number == MAIN and not (police and _of_somebody(account, attributes, found, steps)):
        return False
    told = bool(account.of("STAGE", "SANCTION", "ALLEGATION")) or (account.number > 0 and "platform" in attributes)
    words = account.words if account.number == MAIN else account.text
    spoken = "force" in attributes or _POLICE.search(words) is not None
    return police and told and spoken and _is_of_messages(account, attributes, found)


def _suspects_police(account: Account) -> bool:
    """Whether police are suspected of something: plainly so where the article opens on somebody else, and not at all
    where it suspects nobody of them and tells what became of others ("Five men were jailed, detectives said").
    """
    if is_no_matter(account):
        return False
    found = suspicion(account)
    if found == Suspicion.NONE:
        others = any(m.asserted and m.detail.get("subject") == "other" for m in account.of("STAGE", "SANCTION"))
        return not (others or is_of_others(account))
    return found == Suspicion.PLAIN or not is_of_others(account)


def _links_them(account: Account, steps: Collection[Mention]) -> bool:
    """Whether a step is reported, and a sentence has police and messages together: without either, no kind of conduct
    means no matter, as in "Two officers retired", with a photograph of them in a WhatsApp group elsewhere.
    """
    if all(step.value in LEAVING for step in steps):
        return False
    return any(MESSAGE.search(account.sentence_of(someone)) for someone in _police(account))


def _police(account: Account) -> list[Mention]:
    """Its forces, its counted police and the officers it names."""
    return [m for m in account.of("OFFICERS", "FORCE", "PERSON") if m.label == "FORCE" or m.of_police]


def opens_on_police(account: Account) -> bool:
    """Whether the opening of an account speaks of police; an article that comes to them late is about another thing."""
    return any(account.is_lead(mention) for mention in _police(account))


def _is_of_messages(account: Account, attributes: set[str], found: Collection[Claim]) -> bool:
    speech = any(claim.value in SPEECH for claim in found if claim.attribute == "allegation")
    return speech or "platform" in attributes or MESSAGE.search(account.words) is not None


def _of_somebody(account: Account, attributes: set[str], found: Collection[Claim], steps: Collection[Mention]) -> bool:
    """Whether it tells of somebody in particular, who is counted or named, or of whom a step is reported.

    "An officer" with no force, name or number may be anyone.
    """
    named = bool(account.subjects())
    if not ("officers_total" in attributes or named or steps):
        return False
    if not opens_on_police(account):
        several = any(m.police and m.value != "1" for m in account.of("OFFICERS"))
        done = {"allegation", "platform"} <= attributes and bool(steps)
        return "force" in attributes and (several or named or done)
    many = any(claim.attribute == "officers_total" and int(claim.value) > 1 for claim in found)
    return many or "force" in attributes or named
