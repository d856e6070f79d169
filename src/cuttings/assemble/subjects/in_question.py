"""Which of the officers who are named are the subjects: not the inspector who gave evidence, nor a panel's chair.

Somebody is in question of whom the account reports a step ("PC Vale was dismissed"), who answers to one ("denies"), or
who stands in one list with such a person; and so is whoever is named first.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.steps import BEFORE_A_NAME, own_steps
from cuttings.assemble.subjects.groups import Group, named_subjects
from cuttings.extract.patterns import one_of, words

_ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied)|admit(?:s|ted)?|plead\w*|(?:is|are|was|were|stands?|also) accused|faces?|will appear|"
    r"appeal(?:s|ed)|walked (?:away|free)|(?:allegations?|charges?|case|claims?) against (?:him|her)|"
    r"resigned|retired|left the force|had (?:already )?(?:gone|left)|"
    r"(?:is|are|was|were) (?:each |both |also |jointly )?"
    r"(?:alleged|charged|said to have|under investigation|the subject|found to have))\b"
)
_SPEAKS = re.compile(r"\b(?:said|says|told|added)\b")
_FAR = 110  # characters from a name to what its owner answers to


AGE = r"(?:, (?:aged |who['’]s |who is )?\d\d| \(\d\d\))?"
# Between two names of one list: ", 34, and the former PC "
_LISTED = re.compile(rf"{AGE}(?:,? and|,){BEFORE_A_NAME}")


def named_in_question(account: Account) -> list[Group]:
    """A group of one for each officer who is named and in question; failing those, for whoever is no witness."""
    named = named_subjects(account)
    return list(in_question(named, account)) or not_beside(named, account)


def in_question(named: Sequence[Group], account: Account) -> tuple[Group, ...]:
    """Those of the named who are in question; nobody where the account says so of none."""
    wanted = {name.name for name in named}
    mentions = [mention for mention in account.of("PERSON") if mention.value in wanted]
    starts = [mention.start for mention in account.of("PERSON")]
    asked = {
        mention.value
        for mention in mentions
        if _taken_against(account, mention)
        or _answers(account, mention, starts)
        or _SO_DOES.search(account.text, max(mention.start - 80, 0), mention.start)
        or _goes_on_about(account, mention, starts)
    }
    asked = asked or _told_of_most(mentions)
    asked |= {named[0].name} if asked else set()
    return tuple(name for listed in _lists(named, account.text) if _any(listed, asked) for name in listed)


def _any(listed: Sequence[Group], asked: set[str]) -> bool:
    return any(name.name in asked for name in listed)


def _lists(named: Sequence[Group], text: str) -> Iterator[list[Group]]:
    """The named, those who stand in one list together: "PC Vale, 34, and former PC Bo Lunt"."""
    listed: list[Group] = []
    for name in sorted(named, key=lambda name: name.start):
        if listed and not _LISTED.fullmatch(text[listed[-1].end : name.start]):
            yield listed
            listed = []
        listed.append(name)
    if listed:
        yield listed


# "PC Lunt faces allegations …. So does a former colleague, ex-PC Vale"
_SO_DOES = re.compile(r"\b[Ss]o (?:does|do|did|is|was|were|are|has|had) (?:[^.;]{0,60}, )?(?:[\w-]+ ){0,2}$")


def _told_of_most(mentions: Sequence[Mention]) -> set[str]:
    """Whoever is named far more often than others: it is their story."""
    times = Counter(mention.value for mention in mentions)
    most = max(times.values(), default=0)
    often = {name for name, number in times.items() if 2 * number >= most}
    return often if most > 2 and len(often) < len(times) else set()


def not_beside(named: Sequence[Group], account: Account) -> list[Group]:
    """The named without those who only gave evidence, sat in judgement, or looked into it; all, if nobody is left."""
    return [name for name in named if not _stands_beside(name, account)] or list(named)


def _stands_beside(name: Group, account: Account) -> bool:
    text, title = account.text, len(name.mention.detail.get("title", ""))
    piece = account.piece(name.start)
    before = text[max(piece.start, name.start - title - 60) : max(name.start - title - 1, piece.start)]
    return bool(_BY.search(before) or _WHO.match(text, name.end))


# "It heard evidence from Sergeant Dunn", "chaired by", "Ellen Marsh, representing"
_HEARD_BY = one_of(
    *words("chaired led heard conducted investigated overseen represented supervised interviewed examined arrested")
)
_BY = re.compile(
    r"\b"
    + one_of(
        r"evidence (?:was )?(?:\w+ )?(?:from|of|by)",
        r"statements? (?:\w+ )?(?:from|by|of)",
        f"{_HEARD_BY} by",
        *("alongside", "sat with", "representative,", "represents?", "solicitor,", "barrister,", "supervisor,"),
        *("manager,", "boss,"),
    )
    + r"(?: (?:an?|the|his|her))?(?: [\w.-]+){0,5},?$",
    re.I,
)
_HEARING = one_of(*words("hearing panel court trial jury tribunal sheriff inquiry"))
_SAW = one_of(*words("seen heard found shocked sick upset left deleted reported challenged warned"))
_WHO = re.compile(
    r",? (?:\(?\d\d\)?,? )?(?:(?:who|which) (?:had )?)?(?:also )?"
    + one_of(
        *("gave evidence", "led the (?:investigation|inquiry)", "examined", "chaired", "interviewed", "investigated"),
        *(
            "represent(?:s|ed|ing)",
            f"told the {_HEARING} (?:that )?(?:he|she|they) (?:had )?(?:been |was |felt )?{_SAW}",
        ),
    )
    + r"\b",
    re.I,
)


def _taken_against(account: Account, mention: Mention) -> bool:
    """Whether a step is said of somebody: "PC Vale was charged", not "PC Vale told the hearing"."""
    return any(s.label == "SANCTION" or s.detail.get("verb") for s in own_steps(account, mention))


def _answers(account: Account, mention: Mention, starts: Sequence[int]) -> bool:
    """Whether a sentence says right after a name that its owner denies it, or is accused; ``starts``: of all names."""
    piece = account.piece(mention.start)
    end = min(piece.end, mention.end + _FAR)
    others = starts[bisect_left(starts, mention.end) : bisect_left(starts, end)]
    listed = [start for start in others if _LISTED.fullmatch(account.text[mention.end : start])]
    stop = min((start for start in others if start not in listed), default=end)
    words = re.split(_SPEAKS, account.text[mention.end : max(stop, mention.end)])[0]
    return _ANSWERS.search(words) is not None


def _goes_on_about(account: Account, mention: Mention, starts: Sequence[int]) -> bool:
    """Whether the sentence after that of a name, the last in it, goes on: "He was cleared of one count, but had already
    admitted another".
    """
    piece = account.piece(mention.start)
    after = account.piece(piece.end + 1)
    alone = bisect_left(starts, mention.end) == bisect_left(starts, after.end)
    if not alone or after.start <= piece.start or not _PRONOUN.match(account.text, after.start):
        return False
    if account.paragraph(after.start) != account.paragraph(piece.start):
        return False
    words_ = re.split(_SPEAKS, account.text[after.start : after.end])[0]
    return _ANSWERS.search(words_) is not None


_PRONOUN = re.compile(r"(?:He|She) ")
