"""Steps that only the body of an article tells of, in passing: whether it says enough for them to be its subjects'.

News puts the furthest step first. In articles with gold, a stage that the first three paragraphs do not lead to was
right one time in two, against nineteen in twenty of the others: what follows deep in the text, once, of "an officer" or
of "him", is mostly somebody else's, or an earlier matter's.
"""

import re
from collections.abc import Sequence

from cuttings.assemble.accounts import MAIN, Account, Mention
from cuttings.assemble.stages.clearing import is_to_answer, is_to_come
from cuttings.assemble.stages.reached import OF_A_PROSECUTION, Ladder, held
from cuttings.assemble.steps import own_steps
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.assemble.taken_back import in_its_place
from cuttings.extract.counts.numbers import NUMBER, place
from cuttings.extract.matters import CONCLUDING
from cuttings.extract.patterns import one_of, words

_LEAD = 3  # paragraphs of the body
# What an allegation, or nothing at all, leads to may be told anywhere: the article opens on what was said, not done
_OPEN = {"", "alleged"}
# What follows by itself: a hearing's outcome, a verdict, a sentence
_NEXT = {
    "misconduct_hearing": {"concluded_sanction", "concluded_no_action"},
    "criminal_trial": {"convicted", "sentenced", "concluded_no_action"},
    "convicted": {"sentenced"},
}
# … but not while it goes on: "The hearing is expected to last two weeks"
_GOES_ON = re.compile(
    r"\b(?:hearing|trial|case|proceedings|inquiry)(?:, [^.;,]{3,60},)? "
    r"(?:(?:still )?continu(?:es|ing)|(?:is|are|was|were) (?:still )?(?:expected|due|listed|set|scheduled|estimated) "
    r"(?:to (?:last|run|resume|continue|conclude|finish|end|sit)|for \w+ (?:days|weeks)|until \w)"
    r"|(?:has been|was|is) adjourned|resumes|remains (?:open|under way))",
    re.I,
)
# What a supervisor may say at once, and ends nothing: "The constables have been given words of advice"
_MINOR = re.compile(r"\b(?:advice|training|reflective|learning)\b", re.I)
_NOT_DECIDED = {"referred", "under_investigation"}
_PENDING = _NOT_DECIDED | {"misconduct_hearing"}
# A wrong one of these harms somebody
_HARMFUL = OF_A_PROSECUTION | {"convicted", "sentenced", "concluded_sanction"}
_DEFINITE = re.compile(
    r"\b(?:the|that|this|both|all|each|every)\b(?: (?:[\w-]+ ){0,3}?"
    + one_of(
        *words("officers? constables? sergeants? inspectors? detectives? superintendents? deput(?:y|ies) troopers?"),
        *words("m[ae]n wom[ae]n pair duo trio"),
    )
    + r"| of them\b| was\b| were\b| got\b| received\b)",
    re.I,
)
_PRONOUN = re.compile(r"\b(?:he|him|his|she|her|they|them|their)\b", re.I)
_IN_THE_YEAR = re.compile(r"[^.;,]{0,40}?\bin (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_IN_A_YEAR = re.compile(
    rf"(?:back )?in (?:(?:early|late|mid-?) ?)?(?:19|20)\d\d,? (?:(?:at least|about|some) )?(?:an?|another|{NUMBER}) ",
    re.I,
)
_YEAR = re.compile(r"\bIn (?:[A-Z][a-z]+ )?((?:19|20)\d\d)\b")
_YEARS_AGO = re.compile(r"\b(?:(?:Last|That|The same|The previous) year|[A-Z][a-z]* years? (?:ago|earlier|before))\b")
_LONG_AGO = re.compile(r"\byears? (?:ago|earlier|before)\b|\b(?:last|that|the same|the following) year\b", re.I)


def borne_out(account: Account, steps: Sequence[Mention], ledger: Ledger, ladder: Ladder) -> list[Mention]:
    """Of the ``steps`` that ``reached`` gives, those that the account's opening leads to or that are told well enough:
    in two sentences, or of police whom the sentence counts, names or points to. Of an account in the background, all.
    """
    bodies = sorted({piece.paragraph for piece in account.pieces if piece.part == "body"})
    if account.number != MAIN or account.is_item or len(bodies) <= _LEAD:
        return list(steps)
    last, told = bodies[_LEAD - 1], list(held(account, steps, ledger, ladder))
    opening = ladder.furthest(stage for stage, step in told if account.paragraph(step.start) <= last)
    if opening in _PENDING or opening in _OPEN:
        passing = [s for s in steps if account.paragraph(s.start) > last and _is_of_somebody_more(account, s, ledger)]
        if opening in _PENDING:
            passing += [step for step in steps if _is_of_years_before(account, step)]
        if passing:
            steps = [step for step in steps if step not in passing]
            told = list(held(account, steps, ledger, ladder))
    if opening in _OPEN:
        return [s for s in steps if account.paragraph(s.start) <= last or _is_believed(account, s, told, ledger)]
    goes_on = opening in _NEXT and _goes_on(account)
    to_come = _is_yet_to_be(account, opening, told)
    following = () if goes_on or to_come else _NEXT.get(opening, ())
    beyond = [
        (stage, step)
        for stage, step in told
        if ladder.is_before(opening, stage) and (stage not in following or _MINOR.search(step.text))
        # a hearing waits for the court: one that the body tells of is that of others, who are not prosecuted
        if stage in _HARMFUL or opening in OF_A_PROSECUTION
    ]
    sentences: dict[str, set[int]] = {}
    for stage, step in beyond:
        sentences.setdefault(stage, set()).add(account.sentence(step.start))

    def is_told_well(stage: str, step: Mention) -> bool:
        if opening in _NOT_DECIDED and _MINOR.search(step.text):
            return False
        if (opening in _NOT_DECIDED or to_come) and _is_of_an_earlier_time(account, step):
            return False
        of_one = _is_named(account, step) if goes_on else _is_somebodys(account, step, ledger)
        return len(sentences[stage]) > 1 or (of_one and stage in _HARMFUL)

    doubtful = {step.start for stage, step in beyond if not is_told_well(stage, step)}
    return [step for step in steps if step.start not in doubtful or _harmless(step)]


def _goes_on(account: Account) -> bool:
    return any(_GOES_ON.search(account.text, piece.start, piece.end) for piece in account.pieces)


def _is_yet_to_be(account: Account, stage: str, told: Sequence[tuple[str, Mention]]) -> bool:
    """Whether every sentence that tells of a hearing tells of one to come: it has had no outcome."""
    hearings = [step for each, step in told if each == stage == "misconduct_hearing"]
    return bool(hearings) and all(is_to_come(account, step) or is_to_answer(step) for step in hearings)


def _is_of_an_earlier_time(account: Account, step: Mention) -> bool:
    """Whether a sentence of the paragraph has turned to an earlier year, and the step is told of nobody by name: "Last
    year a court ruled against officers from Tarrow. Three of those officers were dismissed".
    """
    if _is_named(account, step):
        return False
    paragraph = account.text.rfind("\n", 0, step.start) + 1
    years = (int(match[1]) for match in _YEAR.finditer(account.text, paragraph, step.start))
    past = account.published and any(year < int(account.published[:4]) - 1 for year in years)
    return bool(past) or _YEARS_AGO.search(account.text, paragraph, step.start) is not None


def _is_believed(account: Account, step: Mention, told: Sequence[tuple[str, Mention]], ledger: Ledger) -> bool:
    """Whether a step is the matter's own where the opening tells none: of no other year, and told of somebody, or in
    two sentences, if a wrong one harms somebody.
    """
    if _is_of_another_year(account, step):
        return False
    if in_its_place(account, step):
        return True
    stages = {stage for stage, each in told if each.start == step.start} & _HARMFUL
    sentences = {account.sentence(each.start) for stage, each in told if stage in stages}
    pointed = _PRONOUN.search(account.before(step) + step.text) is not None and not _is_long_ago(account, step)
    return not stages or len(sentences) > 1 or pointed or _is_somebodys(account, step, ledger)


def _is_of_another_year(account: Account, step: Mention) -> bool:
    """Whether a sentence opens on a year and on people of its own: "In 2021, four dispatchers were …"."""
    return _IN_A_YEAR.match(account.text, account.piece(step.start).start) is not None


def _is_of_years_before(account: Account, step: Mention) -> bool:
    """Whether an outcome is dated years before the article, which opens on a matter that is yet to be decided: "was
    given a written warning in 2018 over a collision".
    """
    year = _IN_THE_YEAR.match(account.text, step.end)
    outcome = step.value in CONCLUDING or step.value in _HARMFUL
    return bool(outcome and year and account.published) and int(year[1]) < int(account.published[:4]) - 1


def _is_of_somebody_more(account: Account, step: Mention, ledger: Ledger) -> bool:
    """Whether a sentence tells a step of those who are none of the counted: "An eighth member" beside seven, "One of
    the 30", "A call handler"; "two of them" where one is in question.
    """
    if ledger.total is None:
        return False
    most = ledger.total.most or ledger.total.least
    counts_staff = any(group.status == "staff" for group in ledger.total.groups)

    def is_more(counted: Mention) -> bool:
        told = counted.detail
        if counted.value != "1":
            return told.get("kind") in _KNOWN and counted.value.isdecimal() and int(counted.value) > most
        of_more = told.get("of", "").isdecimal() and int(told["of"]) > most
        return place(told.get("nth", "")) > most or of_more or (told.get("status") == "staff" and not counts_staff)

    return any(is_more(m) for m in account.same_sentence(step, "OFFICERS") if m.start < step.start)


_KNOWN = {"part", "definite"}  # the kinds of counts of those who were told of before


def _recurs(account: Account, name: Mention) -> bool:
    """Whether somebody is named in more than one paragraph, as those whom an article is about are."""
    told = {account.paragraph(m.start) for m in account.of("PERSON") if m.value == name.value}
    return len(told) > 1


def _harmless(step: Mention) -> bool:
    return step.label == "SANCTION" and step.value not in CONCLUDING


def _is_named(account: Account, step: Mention) -> bool:
    """Whether it is told of an officer by name, and of one whom the article names again."""
    named = (name for name in account.same_sentence(step, "PERSON") if name.officer and _recurs(account, name))
    return any(step in own_steps(account, name) for name in named)


def _is_long_ago(account: Account, step: Mention) -> bool:
    return _LONG_AGO.search(account.text, step.end, account.piece(step.start).end) is not None


def _is_somebodys(account: Account, step: Mention, ledger: Ledger) -> bool:
    """Whether a sentence says of whom of the police it tells a step, and not that it was long ago."""
    if _is_long_ago(account, step):
        return False
    if _is_named(account, step):
        return True
    before = account.before(step)
    counted = [m for m in account.same_sentence(step, "OFFICERS") if m.start < step.start or not before.strip()]
    sums = (*ledger.subjects, ledger.total) if ledger.total else ledger.subjects
    own = {str(each.least) for each in sums if each.least > 1}
    told = any(m.detail.get("kind") != "new" or m.value in own for m in counted)
    return told or _DEFINITE.search(before) is not None
