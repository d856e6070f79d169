"""Steps that only the body of an article tells of, in passing: whether it says enough for them to be its subjects'.

News puts the furthest step first. In articles with gold, a stage that the first three paragraphs do not lead to was
right one time in two, against nineteen in twenty of the others: what follows deep in the text, once, of "an officer" or
of "him", is mostly somebody else's, or an earlier matter's.
"""

import re
from collections.abc import Sequence

from cuttings.assemble.accounts import MAIN, Account, Mention
from cuttings.assemble.stages.reached import OF_A_PROSECUTION, Ladder, held
from cuttings.assemble.steps import own_steps
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.extract.counts.numbers import NUMBER
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
# A wrong one of these harms somebody
_HARMFUL = {"arrested", "charged", "criminal_trial", "convicted", "sentenced", "concluded_sanction"}
_DEFINITE = re.compile(
    r"\b(?:the|that|this|both|all|each|every)\b(?: (?:[\w-]+ ){0,3}?"
    + one_of(
        *words("officers? constables? sergeants? inspectors? detectives? superintendents? deput(?:y|ies) troopers?")
    )
    + r"| of them\b| was\b| were\b| got\b| received\b)",
    re.I,
)
_IN_A_YEAR = re.compile(
    rf"(?:back )?in (?:(?:early|late|mid-?) ?)?(?:19|20)\d\d,? (?:(?:at least|about|some) )?(?:an?|another|{NUMBER}) ",
    re.I,
)
_LONG_AGO = re.compile(r"\byears? (?:ago|earlier|before)\b|\blast year\b", re.I)


def borne_out(account: Account, steps: Sequence[Mention], ledger: Ledger, ladder: Ladder) -> list[Mention]:
    """Of the ``steps`` that ``reached`` gives, those that the account's opening leads to or that are told well enough:
    in two sentences, or of police whom the sentence counts, names or points to. Of an account in the background, all.
    """
    bodies = sorted({piece.paragraph for piece in account.pieces if piece.part == "body"})
    if account.number != MAIN or account.is_item or len(bodies) <= _LEAD:
        return list(steps)
    last, told = bodies[_LEAD - 1], list(held(account, steps, ledger, ladder))
    opening = ladder.furthest(stage for stage, step in told if account.paragraph(step.start) <= last)
    if opening in _OPEN:
        return [
            step for step in steps if account.paragraph(step.start) <= last or not _is_of_another_year(account, step)
        ]
    goes_on = opening in _NEXT and any(_GOES_ON.search(account.text, p.start, p.end) for p in account.pieces)
    following = () if goes_on else _NEXT.get(opening, ())
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
        of_one = _is_named(account, step) if goes_on else _is_somebodys(account, step, ledger)
        return len(sentences[stage]) > 1 or (of_one and stage in _HARMFUL)

    doubtful = {step.start for stage, step in beyond if not is_told_well(stage, step)}
    return [step for step in steps if step.start not in doubtful or _harmless(step)]


def _is_of_another_year(account: Account, step: Mention) -> bool:
    """Whether a sentence opens on a year and on people of its own: "In 2021, four dispatchers were …"."""
    return _IN_A_YEAR.match(account.text, account.piece(step.start).start) is not None


def _harmless(step: Mention) -> bool:
    return step.label == "SANCTION" and step.value not in CONCLUDING


def _is_named(account: Account, step: Mention) -> bool:
    """Whether it is told of an officer by name."""
    return any(step in own_steps(account, name) for name in account.same_sentence(step, "PERSON") if name.officer)


def _is_somebodys(account: Account, step: Mention, ledger: Ledger) -> bool:
    """Whether a sentence says of whom of the police it tells a step, and not that it was long ago."""
    sentence = account.piece(step.start)
    before = account.text[sentence.start : step.start]
    if _LONG_AGO.search(account.text, step.end, sentence.end):
        return False
    if _is_named(account, step):
        return True
    counted = [m for m in account.same_sentence(step, "OFFICERS") if m.start < step.start or not before.strip()]
    sums = (*ledger.subjects, ledger.total) if ledger.total else ledger.subjects
    own = {str(each.least) for each in sums if each.least > 1}
    told = any(m.detail.get("kind") != "new" or m.value in own for m in counted)
    return told or _DEFINITE.search(before) is not None
