"""Is it a matter of the beat? Police who are its subjects, and messages, or conduct that is done in words."""

import re
from collections.abc import Collection

from cuttings.assemble.accounts import MAIN, Account, Mention
from cuttings.assemble.claim import Claim
from cuttings.assemble.stages_reached import reached
from cuttings.extract.matters import LEAVING
from cuttings.extract.openings import EXPLAINS

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
_MESSAGES = re.compile(
    r"\b(?:messag\w+|texts?|texted|texting|whatsapp\w*|snapchat|telegram|signal|facebook|instagram|messenger|chats?|"
    r"posts?|posted|posting|memes?|e-?mails?|social media|footage|photo(?:graph)?s?|pictures?|images?|videos?|"
    r"voice notes?|tweets?|tweeted)\b",
    re.I,
)


def tells_of_the_beat(account: Account, found: Collection[Claim]) -> bool:
    """Whether an account is an incident of the beat, by its words and its claims."""
    attributes = {claim.attribute for claim in found}
    counted = any(mention.police for mention in account.of("OFFICERS"))
    police = counted or bool(account.subjects()) or "force" in attributes
    if len(_FICTION.findall(account.words[:1500])) > 1:
        return False
    if account.number == MAIN and not account.is_item and any(is_so(account) for is_so in _OF_OTHERS):
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


def _links_them(account: Account, steps: Collection[Mention]) -> bool:
    """Whether a step is reported, and a sentence has police and messages together: without either, no kind of conduct
    means no matter, as in "Two officers retired", with a photograph of them in a WhatsApp group elsewhere.
    """
    if all(step.value in LEAVING for step in steps):
        return False
    return any(_MESSAGES.search(account.sentence_of(someone)) for someone in _police(account))


def _police(account: Account) -> list[Mention]:
    """Its forces, its counted police and the officers it names."""
    return [m for m in account.of("OFFICERS", "FORCE", "PERSON") if m.label == "FORCE" or m.of_police]


def _of_somebody_else(account: Account) -> bool:
    """Whether an article opens on somebody who is no police ("A man who sent messages to an officer has been jailed"),
    or asks what happens in general ("Explainer: …?").
    """
    opening = account.text.partition("\n")[0]
    weak = next((m for m in account.of("OFFICERS") if m.start < len(opening)), None)
    left = weak is not None and weak.detail.get("status") in {"former", "serving"}
    of_one = any(mention.start < len(opening) for mention in account.of("FORCE"))
    explains = EXPLAINS.match(opening) is not None and not of_one and not _begins_with_some(account)
    return explains or (_SOMEBODY_ELSE.match(opening) is not None and not left)


def _begins_with_some(account: Account) -> bool:
    """Whether the first sentences below a headline count several police of one force: it explains their matter."""
    first = [piece for piece in account.pieces if piece.part == "body"][:_FIRST]
    counted = [m for m in account.asserted("OFFICERS") if m.police and m.value != "1" and m.detail.get("kind") == "new"]
    told = [m for m in counted if any(piece.start <= m.start < piece.end for piece in first)]
    return any(account.same_sentence(mention, "FORCE") for mention in told)


_FIRST = 2  # sentences


def _of_another_trade(account: Account) -> bool:
    """Whether an article opens on people of another trade, and speaks of them more than of police: "nine guards"."""
    words = _lead(account, _LEAD)
    others = len(_ANOTHER_TRADE.findall(words))
    if others > 1 and others > len(_POLICE_PEOPLE.findall(_ANOTHER_TRADE.sub("", words))):
        return True
    return _EMPLOYED.search(_lead(account, _OPENING)) is not None


def _of_another_offence(account: Account) -> bool:
    """Whether an article opens on what is done without messages, and on no messages: an officer's drunken driving."""
    words = _lead(account, 2)
    spoken = _MESSAGES.search(words) or any(account.is_lead(mention) for mention in account.of("ALLEGATION"))
    return _ANOTHER_OFFENCE.search(words) is not None and not spoken


def _clears_police(account: Account) -> bool:
    """Whether an article says that nobody of the police is suspected of anything, or that he only posed as police."""
    return _NOBODY.search(account.text) is not None or _POSED.search(_lead(account, _LEAD)) is not None


def _lead(account: Account, sentences: int) -> str:
    """The words of the headline and the first sentences of the body."""
    lead = [piece for piece in account.every if piece.part != "body"]
    lead += [piece for piece in account.every if piece.part == "body"][:sentences]
    return " ".join(account.text[piece.start : piece.end] for piece in lead)


_LEAD, _OPENING = 8, 4  # sentences
# "who all work in parking at Tarrow District Council"
_EMPLOYED = re.compile(
    r"\b(?:work\w*|employed|staff|officers|group|chat) (?:[\w-]+ ){0,8}?(?:at|for|by|of|in) (?:an? |the )?"
    r"(?:[\w-]+ ){0,3}?(?:council|local authority|prison|department of corrections)\b(?! estate)",
    re.I,
)
_ANOTHER_OFFENCE = re.compile(
    r"\b(?:drink[- ]driv\w+|drunk[- ]driv\w+|crash\w*|over the limit|speeding|shoplift\w*|theft|fraud\w*|burglar\w*|"
    r"brib\w+|cocaine|cannabis|drugs?|punch\w*|assault\w*|taser\w*|expenses|overtime)\b",
    re.I,
)
_IS = r"(?:(?:is|are|was|were|has been|have been|had been)(?: or )?)+"
_NOBODY = re.compile(
    rf"\bno (?:police )?(?:officers?|members? of (?:police )?staff)(?: or (?:members? of )?(?:police )?staff)? {_IS} "
    r"(?:currently )?(?:(?:under (?:investigation|suspicion)|being investigated)\b"
    r"|suspected(?: of (?:any )?(?:wrongdoing|misconduct))?(?=[.,;]))"
    rf"|\bno(?:body|[- ]one) (?:from|in|at|within) the (?:force|service|department|police) {_IS} (?:under|suspected)\b"
    rf"|\bnone of (?:those|the (?:men|people|accused|defendants))\b[^.]{{0,40}} {_IS} (?:an? )?police\b",
    re.I,
)
_POSED = re.compile(
    r"\bimpersonat\w+ (?:an? )?(?:police|officer)|\b(?:pos(?:ed|ing)|pretend\w*) (?:as|to be) (?:an? )?police", re.I
)
_OF_OTHERS = (_of_somebody_else, _of_another_trade, _of_another_offence, _clears_police)
_ANOTHER_TRADE = re.compile(
    r"\b(?:(?:prison|fire|correction(?:s|al)?|border|immigration|council|first|army|naval|security|parking|traffic "
    r"enforcement|press|enforcement) (?:officers?|staff|guards?|agents?|service)|HMP|governor|[A-H] wing|inmates?|"
    r"guards?|firefighters?|crews?|watch|airline|"
    r"cabin crew|stewards?|pilots?|paramedics?|ambulance|nurses?|doctors?|surgeons?|hospital|teachers?|pupils?|school|"
    r"staff[- ]room|soldiers?|platoon|regiment|troops|councillors?|cabinet members?|councils?|mps?|ministers?|aides?|"
    r"researchers?|civil servants?|drivers?|wardens?|lecturers?|students?|players?|supporters?|fans|club|lawyers?|"
    r"barristers?|solicitors?|judge|magistrate|journalists?|editor|coastguards?|lifeboat|residents?|parish|vicar|"
    r"congregation|candidates?|farmers?|scam(?:s|mers)?|fraud(?:sters)?|gang)\b",
    re.I,
)
_POLICE_PEOPLE = re.compile(
    r"\b(?:officers?|constables?|sergeants?|inspectors?|detectives?|cops?|policem[ae]n|policewom[ae]n|deput(?:y|ies)|"
    r"troopers?|gard(?:a|aí|ai)|superintendents?|probationers?|PCs?|police)\b",
    re.I,
)


# The first words of a headline, or of an article without one.
_SOMEBODY_ELSE = re.compile(
    r"(?:[^\n]{1,80}: )?(?:an? )?(?:(?!police)[\w-]+ ){0,2}?(?:man|woman|teenager|pensioner|driver|father|"
    r"mother|boy|girl|plumber|teacher|soldier|firefighter|"
    r"nurse|councillor|student|troll|stalker|doctor|mp|impostor)\b(?! who (?:has |had )?(?:left|resigned|retired))"
    # "A student police officer", "A former soldier, PC Frome", "A father of two who is a constable"
    r"(?! (?:police )?(?:officer|constable)s?\b|,? (?:of \w+,? )?(?:who (?:is|was|serves as|became) )?(?:an? |now )?"
    r"(?:[\w-]+ ){0,3}?(?:PC|DC|Sgt|(?:police )?(?:constable|sergeant|inspector)|police officer)\b)",
    re.I,
)


def opens_on_police(account: Account) -> bool:
    """Whether the opening of an account speaks of police; an article that comes to them late is about another thing."""
    return any(account.is_lead(mention) for mention in _police(account))


def _is_of_messages(account: Account, attributes: set[str], found: Collection[Claim]) -> bool:
    speech = any(claim.value in SPEECH for claim in found if claim.attribute == "allegation")
    return speech or "platform" in attributes or _MESSAGES.search(account.words) is not None


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
