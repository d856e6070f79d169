"""Whose step is it? The stages and sanctions that a sentence reports of one person, or of one counted group."""

import re

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.taken_back import holds, in_its_place, is_anew, taken_back
from cuttings.extract.matters import MESSAGE
from cuttings.extract.patterns import one_of, phrases

# What may stand before the next name of a list: " the former PC "
BEFORE_A_NAME = (
    r"(?: (?:the |former |retired |ex-|[A-Z][a-z]*\.? ?|PC|Pc|DC|Sgt|constables?|sergeants?|inspectors?)+)? ?"
)
# Between two names that share what is said of them: ", 34, and the former PC "
_TOGETHER = re.compile(rf"(?:, \d\d)?(?:,? and|,){BEFORE_A_NAME}")
_EACH = re.compile(r"(?:each|they|all of them|both|these) ", re.I)


def outcome_after(account: Account, group: Mention) -> str:
    """The sanction that is reported of a counted group: the nearest asserted one before the next group, or that of
    a sentence after it that goes on with "Each" or "They". Empty for none.
    """
    following = [m for m in account.same_sentence(group, "OFFICERS") if m.start > group.start]
    stop = following[0].start if following else len(account.text)
    for step in account.same_sentence(group, "SANCTION"):
        if step.asserted and group.end <= step.start < stop:
            # "another is already in a back office": that was so before
            return "" if " already " in account.text[group.end : step.start] else step.value
    return "" if following else _outcome_of_each(account, account.sentence(group.start) + 1)


def _outcome_of_each(account: Account, number: int) -> str:
    if number >= len(account.every) or not _EACH.match(account.text, account.every[number].start):
        return ""
    steps = [m for m in account.of("SANCTION") if account.sentence(m.start) == number]
    return next((m.value for m in steps if m.asserted or m.value.endswith("warning")), "")


def outcome_beside(account: Account, person: Mention) -> str:
    """The sanction that a sentence reports of somebody by name, where it is just one; else empty."""
    found = {step.value for step in own_steps(account, person) if step.label == "SANCTION"}
    return found.pop() if len(found) == 1 else ""


def own_steps(account: Account, person: Mention) -> list[Mention]:
    """The asserted stages and sanctions of a sentence that are this person's: the nearest names before a step, or
    those after one that nobody stands before ("Dismissed were …"), up to a semicolon.
    """
    named = account.same_sentence(person, "PERSON")
    steps = [step for step in account.same_sentence(person, "STAGE", "SANCTION") if stands(account, step)]
    return [s for s in steps if s.detail.get("subject") != "other" and person in _owners(account, s, named)]


def stands(account: Account, step: Mention) -> bool:
    """Whether the article says that a step was taken, nothing in its sentence denies it, and no later words undo it."""
    beside = _beside_what_ended(account, step) or in_its_place(account, step)
    cleared = step.standing == "cleared" and step.value not in _UNHARMED and not beside
    told = step.asserted and not cleared and not _is_an_outsiders_word(account, step)
    return told and not of_something_else(account, step) and holds(account, step)


def _is_an_outsiders_word(account: Account, step: Mention) -> bool:
    """Whether somebody claims an outcome who has no part in deciding it: a campaigner, a victim, their family."""
    paragraph = account.text[account.text.rfind("\n", 0, step.start) + 1 : step.start]
    quoted = _OPEN_QUOTE.search(paragraph) is not None or paragraph.count('"') % 2
    if not (step.said_by and quoted) or step.value in _UNHARMED | {"alleged"}:
        return False
    roles = {m.detail.get("role", "") for m in account.of("PERSON") if m.value == step.said_by}
    return bool(roles) and roles <= {"other", "victim", "family"}


# Steps that are an end without action, or that it leaves as they are
_UNHARMED = {
    *("concluded_no_action", "no_action", "referred", "under_investigation", "arrested", "restricted_duties"),
    *("suspended", "resigned", "retired"),
}


def _beside_what_ended(account: Account, step: Mention) -> bool:
    """Whether somebody is found guilty beside what is found not: "convicted of two counts but cleared of a third", "two
    were dismissed and a third was cleared"; or a hearing is told of beside the outcome that was quashed.
    """
    if step.value == "misconduct_hearing":
        return is_anew(account) and bool(taken_back(account))
    cleared = [m for m in account.same_sentence(step, "STAGE") if m.value == "concluded_no_action"]
    between = [(min(step.end, m.end), max(step.start, m.start)) for m in cleared]
    apart = [span for span in between if not _LATER.search(account.text, *span)]
    if step.value == "convicted" and step.detail.get("verb"):
        return any(_AND_NOT.search(account.text, *span) for span in apart)
    return any(_counts_others(account, start, end + _FOR_THE_THIRD) for start, end in apart)


_FOR_THE_THIRD = 20  # characters: "got a warning, and not proven for the third"


def _counts_others(account: Account, start: int, end: int) -> bool:
    """Whether others are counted between two offsets than those told of before: "a third", "the other two"."""
    counted = (m for m in account.of("OFFICERS") if start <= m.start < end)
    return any(m.detail.get("kind") in {"new", "part", "more", "rest"} for m in counted)


_OPEN_QUOTE = re.compile("“[^”]*$")
_AND_NOT = re.compile(r"\b(?:but|while|although|though|and|yet)\b|;", re.I)
_LATER = re.compile(r"\b(?:later|subsequently|since|then|appeals?|retrial|before|until|eventually)\b", re.I)


def of_something_else(account: Account, step: Mention) -> bool:
    """Whether a step is a case's ("The charges against PC Vale were dismissed"), or that of somebody whom the sentence
    has nothing to do with ("no relation to Kit Vale, who was jailed"), or none ("convicted of nothing").
    """
    piece = account.piece(step.start)
    before, after = account.before(step), account.text[step.end : piece.end]
    others = step.value in _UNHARMED and _OTHER_PEOPLE.match(after) is not None
    case = "dismissed" in step.text.lower() and _CASE.search(before) is not None
    if _FOR_A_DEED.match(after) and not _is_of_words(account, step):
        return True
    told_apart = _APART.match(after) is not None or _APART_NEXT.match(account.text, piece.end) is not None
    return case or others or told_apart or _DISCLAIMS.search(before) is not None or _NOTHING.match(after) is not None


def _is_of_words(account: Account, step: Mention) -> bool:
    """Whether the paragraph up to the end of a step's sentence speaks of messages, or the sentence of conduct."""
    piece = account.piece(step.start)
    start = account.text.rfind("\n", 0, piece.start) + 1
    return bool(MESSAGE.search(account.text, start, piece.end) or account.same_sentence(step, "ALLEGATION"))


# "after being charged with common assault", "suspended in May in connection with the alleged theft of cash"
_DEED = one_of(
    *phrases(
        """
        (?:common |indecent )?assault | assaulting | thefts? | stealing | shoplifting | fraud | burglary | robbery |
        perjury | bribery | (?:drink|drunk|drug|careless|dangerous)[- ]driv\\w+ | speeding | excessive force |
        actual bodily harm | drugs? (?:offences?|supply|possession) | domestic (?:abuse|violence) | money laundering
        """
    )
)
_FOR_A_DEED = re.compile(
    rf"(?: in [A-Z]?\w+(?: \d{{4}})?)? (?:with|of|for|to|over|in connection with|after) (?:[\w’'-]+ ){{0,4}}?{_DEED}\b",
    re.I,
)
_CASES = r"(?:case|charges?|allegations?|appeals?|claims?|complaints?|proceedings|counts?|lawsuit|action)"
_CASE = re.compile(
    rf"(?:^|; |, and |, but )(?:\w+ )?(?:\w+ )?{_CASES} (?:against|over|of)\b[^.;]*$"
    rf"|\b(?:the|all|both|his|her|their|its|these|those|every) (?:\w+ )?{_CASES} "
    r"(?:(?:is|was|were|been|be|being) )?(?:\w+ly )?$",
    re.I,
)
_DISCLAIMS = re.compile(
    r"\b(?:no (?:relation|relative|tie|connection|link)s? (?:to|of|with)|not related to|unconnected|unrelated)\b[^;]*$",
    re.I,
)
# "dropped charges against 11 other defendants", "arrested two suspects"
_OTHER_PEOPLE = re.compile(
    r"(?: against)? (?:[\w-]+ ){0,3}?(?:defendants|suspects|drivers|motorists|protest[eo]rs|prisoners|clients)\b", re.I
)
_THIS = r"(?:this|these|it|them|ours|the present|today['’]s)\b"
_NO_PART = (
    r"(?:had|has|have) (?:nothing|no (?:part|link|connection)) (?:(?:whatever|whatsoever|at all) )?(?:to do )?"
    rf"(?:with|to|in) {_THIS}"
)
# "a chat over which a trooper was dismissed in 2019, has nothing to do with this one"
_APART = re.compile(rf"[^.;]{{0,60}}, {_NO_PART}", re.I)
# "… for which another sergeant went to prison. It had nothing to do with this"
_APART_NEXT = re.compile(
    rf"\s+(?:[^.\n]{{1,130}}\. )?(?:it|that|that (?:case|chat|matter|affair|group)|those cases) {_NO_PART}"
    r"|\s+(?:his|her|their|that) case (?:did not|didn['’]t) involve (?:any )?(?:messages|texts|chats?|posts)\b",
    re.I,
)
_NOTHING = re.compile(r" (?:of|for) (?:nothing|no (?:crime|offence))\b|[^.]{0,20}\bcourt of public opinion\b", re.I)


def _owners(account: Account, step: Mention, named: list[Mention]) -> list[Mention]:
    if _somebody_between(account, step, named):
        return []
    before = [n for n in named if n.end <= step.start and ";" not in account.text[n.end : step.start]]
    if not before:
        return [n for n in named if n.start >= step.end and ";" not in account.text[step.end : n.start]]
    owners = [before[-1]]
    for left in reversed(before[:-1]):
        if not _TOGETHER.fullmatch(account.text[left.end : owners[-1].start]):
            break
        owners.append(left)
    return owners


def _somebody_between(account: Account, step: Mention, named: list[Mention]) -> bool:
    """Whether somebody who is not named stands nearer to a step: "PC Frome gave evidence; a sergeant was dismissed".

    "PC Frome, a serving constable, was dismissed" tells of one person.
    """
    counted = [m for m in account.same_sentence(step, "OFFICERS") if m.end <= step.start]
    last = max((n.end for n in named if n.end <= step.start), default=-1)
    return any(m.start >= last >= 0 and not _APPOSITION.fullmatch(account.text[last : m.start]) for m in counted)


_APPOSITION = re.compile(r",? (?:\d\d, )?(?:who (?:is|was) )?")
