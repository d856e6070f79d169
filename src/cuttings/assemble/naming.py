"""Whether a published report may name a person: the rules, in one place. ``docs/publishing.md`` has their reasons.

The first rule that fits decides for each person in each article; over several articles the strictest answer holds, but
for a later conviction or public finding of the same person. This is not legal advice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.steps import own_steps
from cuttings.assemble.taken_back import undone
from cuttings.extract.matters import CONCLUDING
from cuttings.extract.patterns import one_of, words

# rule: the answer, and the reason that the table people gives
RULES = {
    "cipher": ("no", "named by a letter: the name is withheld"),
    "order": ("no", "the article says that the person may not be named"),
    "minor": ("no", "said to be under 18"),
    "victim": ("no", "a person harmed"),
    "family": ("no", "family of a person harmed, or of a subject"),
    "cleared": ("ask", "cleared, or a finding taken back: the outcome must stand beside the name"),
    "pending": ("ask", "found against, and more proceedings are to come"),
    "contested": ("ask", "found against, and the article speaks of an appeal or of an outcome undone"),
    "restricted": ("ask", "found against, and the article speaks of a restriction on names"),
    "identifies": ("ask", "found against, over somebody whom the name may identify"),
    "convicted": ("yes", "convicted by a court, as the article says"),
    "found": ("yes", "found against by a hearing, as the article says"),
    "charged": ("ask", "charged, and not said to have been convicted"),
    "sanctioned": ("ask", "a sanction is told of, and no court or public hearing"),
    "hearing": ("ask", "before a hearing, and not said to have been found against"),
    "investigated": ("no", "no charge against this person, and no finding, was read"),
    "official": ("yes", "an official speaking for an office"),
    "other": ("ask", "no official, and no party whose part is known"),
}
# What no other article lifts
_LASTING = frozenset({"cipher", "order", "minor", "victim", "family"})
_PUBLIC_FINDING = frozenset({"convicted", "found"})
_STRICTEST = ("no", "ask", "yes")

_CONVICTED = {"convicted", "sentenced", *(code for code, stage in CONCLUDING.items() if stage == "sentenced")}
_FOUND = frozenset(code for code, stage in CONCLUDING.items() if stage == "concluded_sanction") - {
    *("reflective_practice", "management_action"),
}
_LETTERED = words("Officer PC Pc Sergeant Sgt Constable Inspector Detective Garda Witness Ms Mr Woman Man")
ANONYMOUS = re.compile(rf"{one_of(*_LETTERED)} [A-Z]")
_PUBLIC = re.compile(r"\b(?:court|hearing|panel|tribunal|jury|judge|sheriff|magistrates?|convicted|trial)\b", re.I)
_PRIVATE = re.compile(r"\b(?:in private|behind closed doors|misconduct meeting|private (?:hearing|meeting))\b", re.I)
_CLEARED = re.compile(
    r"\b(?:cleared|acquitted|exonerated|not guilty|quashed|overturned|reinstated|false|untrue|unfounded|wrongly|not "
    r"(?:been )?proven|denied that|"
    r"(?:dismissed|dropped|withdrew|withdrawn|discontinued) (?:every|all|the|both|its) (?:\w+ )?"
    r"(?:counts?|charges?|cases?|prosecution)|"
    r"(?:counts?|charges?|case|prosecution) (?:\w+ ){0,4}?(?:was|were|been) (?:dropped|withdrawn|discontinued)|"
    r"no case to answer|never (?:charged|convicted|dismissed))\b",
    re.I,
)
_ORDER = re.compile(
    r"[^.]{0,60}?\b(?:(?:can|may|must)(?:not| not) (?:now |yet )?be (?:named|identified)|anonym(?:ity|ised|ized)|"
    r"reporting restrictions?)\b",
    re.I,
)
_MINOR = re.compile(r",? (?:who is |then |now )?(?:aged )?(?:[5-9]|1[0-7])(?:,| years?[- ]old| and\b)", re.I)
_YOUNG = re.compile(r"\b(?:[5-9]|1[0-7])[- ]years?[- ]old (?:\w+ )?$|\b(?:boy|girl|schoolboy|schoolgirl) $", re.I)
_MORE_TO_COME = re.compile(
    r"\b(?:further|other|separate|second|outstanding|remaining) (?:\w+ )?(?:charges?|trial|proceedings)\b|"
    r"\b(?:also|still) (?:faces|charged|awaiting)\b|\b(?:faces|awaits|awaiting|on) (?:a )?(?:re)?trial\b|"
    r"\bfac(?:es|ing) (?:an? )?(?:\w+ )?(?:misconduct|disciplinary)\b|\bremains? (?:suspended|under investigation)\b",
    re.I,
)
# Words at which nobody is named by a machine, wherever in the account they stand
_CONTESTED = re.compile(
    r"\b(?:appeal(?:s|ed|ing)?|retrial|innocent|unsafe|unfair(?:ly)? dismiss\w+|quashed|overturned|reinstated|"
    r"threw out|jobs? back|free man|guilty of nothing|convicted of nothing|replaced (?:with|by))\b",
    re.I,
)
_RESTRICTED = re.compile(
    r"\b(?:can(?:not|['’]t| not)|may not|must not) be (?:named|identified)\b|\bsection 11\b|\banonymity\b|"
    r"\breporting restrictions?\b|\bprohibits? (?:the )?(?:publication|naming)\b|\byouth court\b",
    re.I,
)
# "Superintendent Vale is being investigated", "was arrested": an official who is in question
_IN_QUESTION = re.compile(
    r"[^.;]{0,80}?\b(?:(?:is|was|has been|had been|were) (?:\w+ )?(?:investigated|under (?:criminal )?investigation|"
    r"arrested|charged|accused|suspended|convicted|dismissed|sacked|jailed|alleged)|(?:himself|herself)\b|"
    r"(?:member|part) of the (?:\w+ )?(?:group|chat)|the (?:target|victim|recipient) of|resigned|placed on)\b",
    re.I,
)
# What stands between a name and a step that is somebody else's: "PC Vale said the officer was sacked"
_SOMEBODY_ELSE = re.compile(
    r"['’]s\b|\b(?:said|says|told|added|according|when|while|whose|colleagues?|friends?|victims?|because|reported|"
    r"received|complained|present|who (?:led|raised|blew|worked|chaired|was)|with the|by the (?!p|t|j|c))\b",
    re.I,
)
_CASE_AGAINST = re.compile(
    r"\b(?:case|charges?|allegations?|complaints?|claims?|proceedings) (?:against|of) (?:\w+ ){0,3}$", re.I
)
_AT_HOME = re.compile(
    r"\b(?:his|her|their) (?:own |then |former |ex-?)*(?:wife|husband|partner|girlfriend|boyfriend|daughter|son|"
    r"stepdaughter|stepson|sister|brother|niece|nephew|child(?:ren)?)\b",
    re.I,
)
_ABUSE = re.compile(
    r"\b(?:rap(?:e|ed|ing)|sexual\w*|indecen\w*|abus\w*|coerciv\w*|stalk\w*|domestic|voyeur\w*)\b", re.I
)


@dataclass(frozen=True)
class Answer:
    """Whether a person may be named: the rule that decided; ``nameable``: yes, no or ask; and the reason in words."""

    rule: str

    @property
    def nameable(self) -> str:
        """``yes``, ``no`` or ``ask``."""
        return RULES[self.rule][0]

    @property
    def reason(self) -> str:
        """In words."""
        return RULES[self.rule][1]


def may_name(account: Account, person: Mention) -> Answer:
    """Whether a person of one account may be named, as its article has it."""
    role = person.detail.get("role", "other")
    mentions = [mention for mention in account.of("PERSON") if mention.value == person.value]
    if ANONYMOUS.fullmatch(person.value):
        return Answer("cipher")
    if any(_ORDER.match(account.text, mention.end) for mention in mentions):
        return Answer("order")
    if any(_is_minor(account, mention) for mention in mentions):
        return Answer("minor")
    in_question = role == "official" and any(_IN_QUESTION.match(account.text, m.end) for m in mentions)
    if role in {"victim", "family", "official"}:
        return Answer("investigated" if in_question else role)
    return _of_subject(account, mentions) if person.officer else Answer("other")


def _is_minor(account: Account, mention: Mention) -> bool:
    before = account.text[max(mention.start - 30, 0) : mention.start]
    return _MINOR.match(account.text, mention.end) is not None or _YOUNG.search(before) is not None


def _of_subject(account: Account, mentions: list[Mention]) -> Answer:
    """An officer: by the steps that are said to be their own."""
    steps = [(mention, step) for mention in mentions for step in own_steps(account, mention)]
    values = {step.value for _, step in steps}
    rule = _finding(account, [step for mention, step in steps if _plainly_own(account, mention, step)])
    taken_back = undone(account) >= account.piece(mentions[0].start).start
    if taken_back or any(_words_at(account, mention, _CLEARED) for mention in mentions):
        return Answer("cleared" if rule or taken_back or "concluded_no_action" in values else _open(values))
    if rule and _MORE_TO_COME.search(account.words):
        return Answer("pending")
    if rule and all(any(_words_at(account, m, what) for m in mentions) for what in (_AT_HOME, _ABUSE)):
        return Answer("identifies")
    if rule and _CONTESTED.search(account.words):
        return Answer("contested")
    if rule and _RESTRICTED.search(account.text):
        return Answer("restricted")
    return Answer(rule or _open(values))


def _plainly_own(account: Account, person: Mention, step: Mention) -> bool:
    """Whether nothing between a name and a step, or before the name, says that the step is somebody else's."""
    if _CASE_AGAINST.search(account.text, max(person.start - 60, 0), person.start):
        return False
    if step.start < person.end:
        between = account.text[step.end : person.start]
        return len(between) < 25 and "," not in between
    return not _SOMEBODY_ELSE.search(account.text, person.end, step.start)


def _finding(account: Account, steps: list[Mention]) -> str:
    """``convicted`` or ``found`` where a step says so in or beside a sentence that speaks of a court or a hearing; a
    sacking by a chief alone is none, nor is a meeting in private.
    """
    public = [s for s in steps if _words_at(account, s, _PUBLIC, around=1) and not _words_at(account, s, _PRIVATE)]
    values = {step.value for step in public}
    return "convicted" if values & _CONVICTED else "found" if values & _FOUND else ""


def _open(values: set[str]) -> str:
    """How far it has got for somebody of whom nothing has been found."""
    if values & {"charged", "criminal_trial"}:
        return "charged"
    if values & _FOUND:
        return "sanctioned"
    return "hearing" if "misconduct_hearing" in values else "investigated"


def _words_at(account: Account, mention: Mention, pattern: re.Pattern[str], around: int = 0) -> bool:
    """Whether words stand in the sentence of a mention, or in those around it."""
    number = account.sentence(mention.start)
    pieces = account.every[max(number - around, 0) : number + around + 1]
    return any(pattern.search(account.text, piece.start, piece.end) for piece in pieces)


def over_articles(people: pd.DataFrame, published: Mapping[str, str]) -> pd.DataFrame:
    """The table ``people`` with one answer for each person; ``published``: the day of each article, or empty.

    The strictest answer of any article holds. A conviction or a public finding that a later article reports lifts what
    an earlier one of the same incident left open; both must be dated. Nothing lifts what protects a person: a cipher,
    an order, youth, harm, family. A person who is a subject in one article is no official in another.
    """
    settled = people.copy()
    for _, rows in people.groupby(people["name"].map(_letters), sort=False):
        if rows["rule"].nunique() > 1:
            rule = _settled(rows, published)
            settled.loc[rows.index, ["rule", "nameable", "reason"]] = [rule, *RULES[rule]]
    return settled


def _letters(name: str) -> str:
    """A name as it is compared: Conor O’Dea, conor o'dea."""
    return "".join(letter for letter in name.casefold() if letter.isalpha() or letter == " ")


def _settled(rows: pd.DataFrame, published: Mapping[str, str]) -> str:
    told = sorted((published[row.article_id], row.rule) for row in rows.itertuples())
    rules = [rule for _, rule in told]
    lasting = [rule for rule in RULES if rule in _LASTING and rule in rules]
    if lasting:
        return lasting[0]
    if rows["incident_id"].nunique() == 1:  # a namesake, or another matter, lifts nothing
        left_open = [day for day, rule in told if rule not in _PUBLIC_FINDING]
        for day, rule in told:
            if rule in _PUBLIC_FINDING and day and all(other and other < day for other in left_open):
                return rule
    return min(rules, key=lambda rule: (_STRICTEST.index(RULES[rule][0]), list(RULES).index(rule)))
