"""Whether police are those whom an account suspects, rather than those who were wronged, or who look into it.

That an officer is named and a man was jailed over messages is no matter of the beat: she may have received them, or
found them on his phone.
"""

import re
from enum import IntEnum
from functools import lru_cache

from cuttings.assemble.accounts import Account, Mention, Piece
from cuttings.assemble.beat.trades import without_investigators
from cuttings.assemble.steps import of_something_else
from cuttings.extract.matters import LEAVING, MESSAGE
from cuttings.extract.patterns import one_of, words


class Suspicion(IntEnum):
    """``NONE``: nothing says so. ``POSSIBLE``: police write messages in it, or are disciplined or looked into.
    ``PLAIN``: a step against police is reported.
    """

    NONE = 0
    POSSIBLE = 1
    PLAIN = 2


def suspicion(account: Account) -> Suspicion:
    """How plainly an account suspects police of something."""
    if is_plain(account):
        return Suspicion.PLAIN
    disciplined = any(
        m.asserted and m.value in _DISCIPLINE and (m.label == "LAW" or m.detail.get("subject") == "police")
        for m in account.of("LAW", "SANCTION", "STAGE")
    )
    looked_into = any(m.asserted for m in account.of("BODY"))
    left = _left_over_it(account)
    written = wrote(account) or _opens_on_both(account)
    return Suspicion.POSSIBLE if disciplined or looked_into or left or written else Suspicion.NONE


def accuses(account: Account) -> bool:
    """Whether its opening says that police are alleged to have done it, though nobody counts or names them."""
    alleged = [m for m in account.asserted("ALLEGATION") if m.standing == "alleged" and account.is_lead(m)]
    return any(_follows_police(account, conduct) for conduct in alleged)


def wrote(account: Account) -> bool:
    """Whether police are told of as those who wrote the messages, or as those of whom conduct is told."""
    written = any(_writes(account, piece) for piece in account.pieces)
    return written or any(_follows_police(account, conduct) for conduct in account.of("ALLEGATION"))


def _left_over_it(account: Account) -> bool:
    """Whether police resigned in an account of conduct and messages: "Before a hearing Vale handed in his badge"."""
    gone = any(m.value == "resigned" and m.detail.get("subject") == "police" for m in account.asserted("SANCTION"))
    conduct = {m.value for m in account.asserted("ALLEGATION")} - {"failure_to_report", "other"}
    return gone and bool(conduct) and MESSAGE.search(account.words) is not None


def is_plain(account: Account, police: re.Pattern | None = None) -> bool:
    """Whether a step against police is reported; ``police``: the words for them, where not any officer is one."""
    steps = account.of("STAGE", "SANCTION")
    return any(_is_of_police(account, step, police or POLICE) for step in steps) or _is_the_man(account)


_POLICE_WORDS = one_of(
    *words(
        "officers? constables? sergeants? inspectors? superintendents? detectives? cops? policem[ae]n policewom[ae]n"
    ),
    *words("pcs? dcs? sgt pcsos? troopers? deputies garda gardaí gardai patrolm[ae]n probationers?"),
    *words("specials? marshals? sheriffs? mounties lieutenants? captains?"),
    "members? of (?:the |its )?(?:police )?(?:force|service|staff|unit|team|squad|department)",
    "police (?:force )?(?:staff|employees?|workers?)",
    "(?:sheriff['’]s |a |the |county )deputy(?! (?:chief|head|mayor|leader|editor|governor|director))",
)
POLICE = re.compile(rf"\b{_POLICE_WORDS}\b", re.I)
_OTHER_OFFICERS = re.compile(
    r"\b(?:prison|fire|customs|immigration|border force|army|naval|press|probation|corrections?|correctional|council|"
    r"security|monitoring|welfare|safety|returning|medical|probate) (?:officers?|sergeants?|captains?|staff)\b"
    r"|\bspecial (?:needs|school)\b",
    re.I,
)
# Those who are no police, in whose company a step is theirs: "a man", "three porters"
_OTHERS = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|teenagers?|boys?|girls?|gang|trolls?|fraudsters?|burglars?|thie(?:f|ves)|suspects?|husband|"
    r"wife|soldiers?|firefighters?|paramedics?|nurses?|doctors?|teachers?|pupils?|students?|councillors?|mps?|guards?|"
    r"governors?|porters?|drivers?|players?|those)\b",
    re.I,
)
_WHO = re.compile(rf"{_OTHERS.pattern} (?:who|that)\b[^,;.]*$", re.I)
# Steps whose words are also used of witnesses, victims and those who look into it; they say nothing for certain
_ANYBODYS = LEAVING | {"alleged", "criminal_trial", "referred", "under_investigation"}
_DISCIPLINE = {
    *("gross misconduct", "misconduct in public office", "misconduct_hearing", "restricted_duties", "suspended"),
}
_SEND = (
    r"(?:sen[dt]|sends|sending|shar(?:e|ed|ing)|post(?:ed|ing)|exchang(?:ed|ing)|swapp(?:ed|ing)|wr(?:ote|itten|iting)|"
    r"messag(?:ed|ing)|text(?:ed|ing)|forward(?:ed|ing)|circulat(?:ed|ing)|tweet(?:ed|ing)|upload(?:ed|ing)|e-?mailed|"
    r"repost(?:ed|ing)|joked|mocked|trad(?:ed|ing)|typed|us(?:ed|ing)|to (?:send|share|post|swap|trade|mock))"
)
_THING = MESSAGE.pattern.removeprefix(r"\b").removesuffix(r"\b")
# "two constables shared racist messages", "messages sent by a sergeant", "officers' WhatsApp group"
# Police of whom the words go on that they were sent, shown or told of something wrote nothing
_GETS = (
    r"\b(?:m[ae]n|wom[ae]n|how|told|describ\w+|receiv\w+|from|reported|read|found|saw|seen|shown|spoken|speaks|spoke|"
    r"toll|ordeal|complain\w+|investigat\w+|warn\w*|victims?|(?:were|was|been|being|be|gets?|got) sent)\b"
)
_GAP = rf"(?:(?!{_GETS})[^.;\n])"
_WRITES = re.compile(rf"\b{_POLICE_WORDS}\b{_GAP}{{0,100}}?\b{_SEND}\b[^.;\n]{{0,80}}?\b{_THING}\b", re.I)
_WRITTEN = re.compile(
    rf"\b{_THING}\b[^.;\n]{{0,60}}?\b(?:{_SEND}|found|made)\b[^.;\n]{{0,40}}?\b(?:by|between|among|amongst)\b"
    rf"[^.;\n]{{0,40}}?\b{_POLICE_WORDS}\b"
    rf"|\b{_THING} of (?:(?:the|an?|two|three|four|five|six|seven|eight|nine|ten|(?-i:[A-Z])\w+) ){{0,4}}"
    rf"{_POLICE_WORDS}\b"
    rf"|\b{_THING} (?:that |which )?(?:[\w-]+ )?{_POLICE_WORDS}\b[^.;\n]{{0,40}}\b(?:{_SEND}|made)\b"
    # "Messages appear to show officers joking about …", "They were posted by at least eight officers"
    rf"|\b{_THING}\b[^.;\n]{{0,60}}?\b(?:show|reveal)(?:s|ed|ing)? (?:[\w-]+ ){{0,3}}?{_POLICE_WORDS} \w+ing\b"
    rf"|\b(?:posted|written|typed) by (?:[\w-]+ ){{0,4}}?{_POLICE_WORDS}\b",
    re.I,
)
_POLICE_CHAT = re.compile(
    rf"\b(?:{_POLICE_WORDS}['’]s?|police|cop) (?:(?:racist|sexist|homophobic|vile|sick|offensive|private|secret|group|"
    rf"leaked|deleted|alleged|work|station|squad|[\w-]*chat) ){{0,2}}{_THING}\b",
    re.I,
)


def _writes(account: Account, piece: Piece) -> bool:
    """Whether a sentence has police who write messages, or messages that are theirs."""
    told = _OTHER_OFFICERS.sub("those", account.text[piece.start : piece.end])
    found = _WRITES.search(told)
    wrote = found is not None and _WHO.search(told[: found.end()]) is None
    return wrote or _WRITTEN.search(told) is not None or _POLICE_CHAT.search(told) is not None


def _opens_on_both(account: Account) -> bool:
    """Whether a sentence of the opening tells of counted police and messages, and of nobody else."""
    for police in account.of("OFFICERS"):
        words_ = account.sentence_of(police)
        both = police.police and account.is_lead(police) and MESSAGE.search(words_)
        if both and not (_OTHERS.search(words_) or re.search(_GETS, words_, re.I)):
            return True
    return False


def _is_of_police(account: Account, step: Mention, police: re.Pattern) -> bool:
    """Whether a step is reported of police: the last people whom its sentence names before it, or its object."""
    told = step.detail.get("assertion") in {"asserted", "expected"} and step.detail.get("subject") != "other"
    if (
        not told
        or of_something_else(account, step)
        or (step.value in _ANYBODYS and not _UNDER.match(step.text))
        or _GIVES_EVIDENCE.match(step.text)
    ):
        return False
    piece = account.piece(step.start)
    if _TAKES.search(account.text, piece.start, step.start) or _SAFE.search(account.text, piece.start, piece.end):
        return False
    after = account.text[step.end : piece.end]
    if step.text.lower() == "arrested" and _WHOM.match(after):
        return False
    last = _last_people(account, piece.start, step.start, police)
    if last is not None:
        return last and not (_SUBJECT.search(account.text, piece.start, step.start) and _SOMEBODY.match(after))
    if _OBJECT.match(_OTHER_OFFICERS.sub("those", after)):
        return police is POLICE or _names_force(account, piece.start, step.start) or bool(police.search(after))
    if not _PRONOUN.match(account.text, piece.start) or step.detail.get("subject") != "police":
        return False
    before = account.piece(piece.start - 2)
    said = " said" in account.text[before.start : before.end]
    return not said and _last_people(account, before.start, before.end, police) is True


_WHOM = re.compile(r" (?:him|her|them)\b", re.I)  # "the officer who had once arrested him"


def _names_force(account: Account, start: int, end: int) -> bool:
    """Whether a force is named between two offsets: "Kerrin Police has suspended two of its sergeants"."""
    return any(start <= force.start < end for force in account.of("FORCE"))


def _follows_police(account: Account, conduct: Mention) -> bool:
    """Whether conduct is told of police: the last people whom its sentence names before it."""
    piece = account.piece(conduct.start)
    received = re.search(_GETS, account.text[piece.start : conduct.start], re.I)
    return conduct.asserted and not received and _last_people(account, piece.start, conduct.start, POLICE) is True


def _last_people(account: Account, start: int, end: int, police: re.Pattern) -> bool | None:
    """Whether the last people named between two offsets are police; None for nobody."""
    told = _OTHER_OFFICERS.sub(lambda match: "those".ljust(len(match.group())), account.text[start:end])
    told = without_investigators(told)
    if _WHO.search(told):
        return False  # "A man who threatened two officers was jailed"
    found = [(match.end() + start, True) for match in police.finditer(told)]
    those = _THOSE_MEN.search(told)
    if those and police.search(account.text, 0, start) and not _SOME_MEN.search(account.text, 0, start):
        found.append((those.end() + start, True))
        told = _THOSE_MEN.sub(lambda match: " " * len(match.group()), told)
    found += [(match.end() + start, False) for match in _OTHERS.finditer(told)]
    found += [(m.end, m.officer) for m in account.of("PERSON") if start <= m.start < end]
    found += [(m.end, True) for m in account.of("OFFICERS") if start <= m.start < end and _is_told_of(account, m)]
    return max(found, default=(0, None))[1]


def _is_told_of(account: Account, counted: Mention) -> bool:
    """Whether a number stands for police whom the account counts elsewhere: "Seven of the 11 are on leave"."""
    if counted.detail.get("head") or counted.detail.get("kind") not in {"part", "definite"}:
        return False
    whole = counted.detail.get("of") or counted.value
    return whole != "1" and whole in _numbers_of_police(account)


@lru_cache(4)
def _numbers_of_police(account: Account) -> frozenset[str]:
    return frozenset(m.value for m in account.of("OFFICERS") if m.detail.get("head") == "police")


# "Both men are on leave", where the article has told of two sergeants, and of no other men
_THOSE_MEN = re.compile(
    r"\b(?:both|the (?:two|three|four|five|six|seven|eight|nine|ten)|all (?:the )?(?:two|three|four|five|six)) "
    r"(?:men|women)\b",
    re.I,
)
_SOME_MEN = re.compile(
    r"(?<!the )(?<!both )\b(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|several|young) (?:[\w-]+ ){0,2}?"
    r"(?:m[ae]n|wom[ae]n)\b",
    re.I,
)
# "under investigation", "being investigated"
_UNDER = re.compile(
    r"(?:(?:is|are|was|were|been|being|remains?|now|still|also) )*(?:under\b|being investigated|investigated)", re.I
)
# "Sergeant Vale told the panel": a witness may
_GIVES_EVIDENCE = re.compile(r"(?:told|gave evidence)\b", re.I)
# "The police would take no further action": they decide
_TAKES = re.compile(r"\b(?:take|takes|took|taking) $", re.I)
# "PC Amber was moved to other duties for her safety": she is protected
_SAFE = re.compile(r"\bfor (?:her|his|their) (?:own )?(?:safety|protection|welfare)\b", re.I)
# "Officers arrested him": who does it is no subject
_SUBJECT = re.compile(rf"\b{_POLICE_WORDS} (?:(?:who|that|had|have|then|later) )*$", re.I)
_SOMEBODY = re.compile(r" (?:him|her|them|an?|the|one|two|three|four|five|six|seven|eight|(?-i:[A-Z]\w+))\b", re.I)
# "suspended two of its sergeants"
_OBJECT = re.compile(
    rf" (?:(?!(?:by|and|who|were|was|are|is|after|as|to|when|over)\b)[\w’'-]+ ){{0,4}}?{_POLICE_WORDS}\b", re.I
)
_PRONOUN = re.compile(r"(?:he|she|they|both|all|each|the (?:two|three|four|five|six|pair|trio))\b", re.I)


def _is_the_man(account: Account) -> bool:
    """Whether the man of an opening is a former officer: "A man who … Graham Poole, 52, was a sergeant until …"."""
    body = [piece for piece in account.every if piece.part == "body"][:_OPENING]
    told = [m for m in account.of("PERSON") if any(piece.start <= m.start < piece.end for piece in body)]
    return any(m.detail.get("role") == "former_officer" and _AGED.match(account.text, m.end) for m in told[:2])


_OPENING = 4  # sentences
_AGED = re.compile(r", \d\d\b")
