"""What an article says was taken back: a conviction quashed, a dismissal overturned, a sanction to be decided anew."""

import re
from functools import lru_cache

from cuttings.assemble.accounts import Account, Mention
from cuttings.extract.counts.numbers import NUMBER
from cuttings.extract.matters import AWAITING, CONCLUDING
from cuttings.extract.patterns import one_of, phrases

# Outcomes, which may be taken back
_OUTCOME_CODES = {*CONCLUDING, "convicted", "sentenced", "concluded_sanction", "other"}
_KEPT = 16  # accounts whose answers are kept: it is asked of every step
_FIRST = 3  # sentences of an article that opens on it
_OUTCOMES = one_of(
    *phrases(
        """
        dismissals? | findings? | convictions? | decisions? | sanctions? | sentences? | rulings? | verdicts? |
        outcomes? | penalt(?:y|ies) | punishments? | (?:final |written )*warnings? | sackings? | firings? |
        terminations? | discharges?
        """
    )
)
_TAKEN_BACK = (
    "(?:quashed|overturned|set aside|struck down|withdrawn|annulled|reversed|wiped out|tossed out|rescinded|vacated|"
    "nullified)(?! as too)"
)
_WINS = r"(?:w[io]ns?|winning|succeed(?:s|ed)? (?:in|with)|successful(?: in)?)"
_DECIDED = (
    r"(?:dismissal|conviction|sacking|firing|(?:[\w’'-]+ ){0,4}?(?:decision|finding|ruling|verdict|warning|outcome))s?"
)
# "His dismissal was later quashed", "overturned her conviction", "has had his conviction
# quashed", "cleared him of all wrongdoing", "won a High Court challenge to a panel's decision"
_UNDONE = re.compile(
    rf"\b{_OUTCOMES}\b[^.]{{0,160}}\b(?:is|are|was|were|has been|have been|been|be) (?:\w+ )?{_TAKEN_BACK}\b"
    rf"|\b{_TAKEN_BACK} (?:the|his|her|their|that|all|both|those) (?:\w+ ){{0,2}}?{_OUTCOMES}\b"
    rf"|\b(?:has|have|had|having) (?:had )?(?:[\w’'-]+ ){{0,3}}?{_OUTCOMES}(?: [\w’'-]+){{0,5}} {_TAKEN_BACK}\b"
    rf"|\b{_OUTCOMES}(?: [\w’'-]+){{0,5}} {_TAKEN_BACK}(?: (?:by|on|in|at|after|as)\b|$)"
    rf"|\b(?:quashes|overturns|sets aside|strikes down|reverses|annuls|rescinds) (?:[\w’'-]+ ){{0,3}}?{_OUTCOMES}\b"
    # a headline: "Convictions of two former Kerrin officers over messages quashed"
    rf"|^{_OUTCOMES} (?:of|for|against)(?: [\w’'-]+){{1,14}} {_TAKEN_BACK}$"
    rf"|\b{_OUTCOMES}(?: and {_OUTCOMES})? no longer stand\b"
    r"|\b(?:names?|convictions?) (?:was |were |been )?cleared by (?:the |an? )?"
    r"(?:[\w-]+ ){0,2}?(?:court|judges?|tribunal)\b"
    rf"|\b{_WINS} (?:[\w’'-]+ ){{0,4}}?(?:challenge|appeal|judicial review|case|claim)s? (?:to|against|over|of) "
    rf"(?:[\w’'-]+ ){{0,2}}?{_DECIDED}\b"
    rf"|\b(?:conviction|decision|finding|sanction|dismissal|outcome)s? (?:(?:of|against) [\w’' -]{{3,60}} )?"
    r"(?:cannot|could not|can['’]t) stand\b"
    # "Tribunal reinstates detective", "who lost his job … has won it back"
    r"|\breinstates (?:[\w’'-]+ ){0,3}?(?:detective|officer|constable|sergeant|inspector|deputy|trooper|garda|cop|pc)"
    r"s?\b(?: (?:who (?:was|were) )?(?:sacked|fired|dismissed|axed)\b)?"
    r"|\b(?:lost|loses) (?:his|her|their) (?:jobs?|badges?)\b[^.;]* (?:has|have|had) (?:now )?won (?:it|them) back\b"
    r"|\bcleared (?:him|her|them) of (?:all )?wrongdoing\b"
    r"|\bwrongly (?:dismissed|convicted|sacked|jailed)\b"
    r"|\b(?:was|were|has been|have been|had been) (?:later |since |then |now )?reinstated\b(?! as\b)"
    r"|\b(?:ordered|won) (?:his|her|their) (?:reinstatement|jobs? back)\b"
    r"|\b(?:allowed|upheld) (?:his|her|their) (?:\w+ )?appeals?\b(?! against (?:his |her |their |the )?sentence)"
    rf"|\bthrew out (?:the|his|her|their) (?:\w+ )?{_OUTCOMES}\b"
    r"|\b(?:gave|given|gets|got|handed|wins|won) (?:him |her |them )?(?:his|her|their) (?:old )?jobs? back\b"
    r"|\b(?:wins|won|gets|got|given) back (?:(?:his|her|their|the) )?(?:old )?jobs?\b|\bback on the payroll\b"
    r"|\b(?:was|were|had been|been) unfairly (?:dismissed|sacked)\b"
    r"|\b(?:cleared|acquitted) (?:on appeal|at (?:a |his |her |their )?retrial"
    r"|by the (?:court of appeal|appeal court))\b",
    re.I,
)
_UNSURE = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            claim(?:s|ed|ing)? | argu(?:es|ed|ing) | alleg(?:es|ed|ing) | insist(?:s|ed)? | if | unless | whether |
            should | would | could(?! not stand) | might | may | sought | seek(?:s|ing)? |
            hop(?:e|es|ed|ing) | fail(?:s|ed|ing)? |
            want(?:s|ed|ing)? | ask(?:s|ed|ing)? | try | tries | tried | trying | bid | attempt(?:s|ed)? |
            refus(?:es|ed|al) | not(?! stand) | never | no(?! longer stand) | nor | neither | without | to have
            """
        )
    )
    + r"\b|n['’]t\b",
    re.I,
)
# One of these stands wherever something is taken back; most articles have none
_HINT = re.compile(
    r"quash|overturn|wiped out|tossed out|rescinded|vacated|nullified|set aside|"
    r"struck down|withdrawn|annulled|reversed|wrongdoing|wrongly|reinstate|jobs? back|appeal|"
    r"threw out|(?:it|them) back|back (?:\w+ )?(?:\w+ )?jobs?|on the payroll|unfairly|"
    r"retrial|challenge|judicial review|(?:not|n['’]t|longer) stand|names? cleared",
    re.I,
)
# "a retrial", "to be considered afresh by a different panel"
_ANEW = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            retrials? | re-trial | retried | re-?hearing | re-?heard | afresh | anew | re-?considered? |
            re-?determined | remitted | sent (?:it |the (?:case|matter) )?back |
            (?:held|heard|tried|decided|start(?:ed)?|begin) again |
            (?:new|fresh|second|different|further|another) (?:[\w-]+ ){0,2}?(?:hearing|trial|panel|tribunal|board)
            """
        )
    )
    + r"\b",
    re.I,
)
_NO = re.compile(r"\b(?:no|not|without|nor|never|neither|refused|declined)\b|n['’]t\b", re.I)
# "was sacked again", "put a warning in its place", "the other's dismissal stands"
_AGAIN = re.compile(
    r"\b(?:(?<!heard )(?<!held )(?<!tried )(?<!decided )(?<!once )(?<!officer )(?<!constable )(?<!sergeant )"
    r"(?<!work )(?<!duty )(?<!uniform )again|second time|re-?sentenced|re-?convicted|"
    r"instead|"
    r"at (?:the|a|his|her|their) retrial|new (?:panel|hearing) (?:has |then )?(?:found|dismissed|sacked|gave)|"
    r"in (?:its|their) place|left standing|lesser (?:finding|penalty|sanction)|"
    r"in place of|substitut\w+|replac\w+|reduced to|stands|uph(?:eld|olds)|rejected|left \w+ (?:\w+ )*untouched)\b",
    re.I,
)


@lru_cache(_KEPT)
def undone(account: Account) -> int:
    """Up to where what an article tells no longer holds, for it says there that an outcome was taken back: all of it,
    where it opens on that. Else -1.
    """
    found = taken_back(account)
    if not found:
        return -1
    return len(account.text) if _is_the_news(account, *found[0]) else max(start for start, _ in found)


def _is_the_news(account: Account, start: int, end: int) -> bool:
    """Whether an article opens on it, and on no other outcome after it: "reinstated in 2019, was sacked"."""
    body = [piece for piece in account.every if piece.part == "body"][:_FIRST]
    number = account.sentence(start)
    following = (
        m
        for m in account.asserted("STAGE", "SANCTION")
        if m.start > end and m.value in _OUTCOME_CODES and not _WHICH.search(account.text, m.start - 24, m.start)
    )
    if not body or start >= body[-1].end or any(account.sentence(m.start) == number for m in following):
        return False
    return not any(_OTHERS_STAND.search(account.text, piece.start, piece.end) for piece in account.pieces)


# "… after a judge ruled that the panel which dismissed him was wrong": what was taken back
_WHICH = re.compile(
    r"\b(?:panel|tribunal|board|court|hearing|jury|chief|force|decision)(?:,)? (?:which|that|who) (?:had )?$"
)
# "upheld six convictions and quashed one", "a second officer's appeal was rejected"
_OTHERS_STAND = re.compile(
    r"\b(?:upheld|uphold|upholds|upholding) (?:[\w’']+ ){0,2}?(?:two|three|four|five|six|seven|eight|nine|others?|rest|"
    r"remaining|second|third)\b|"
    r"\b(?:convicted|tried|sacked|dismissed) (?:beside|alongside|with) (?:him|her|them) failed\b|"
    r"\b(?:other|second|third|fourth|two|three|co-defendants?|colleagues?)\b[^.;]{0,80}\b(?:"
    r"lost (?:his|her|their) (?:appeals?|challenges?|bids?|cases?)|(?:was|were) (?:rejected|refused|dismissed|"
    r"turned down)|failed|stands?)\b",
    re.I,
)


def in_its_place(account: Account, step: Mention) -> bool:
    """Whether a step comes after one that was taken back, and instead of it: "We substitute a written warning"."""
    before = any(end <= step.start for _, end in taken_back(account))
    return before and _AGAIN.search(account.sentence_of(step)) is not None


def holds(account: Account, step: Mention) -> bool:
    """Whether no later words undo a step, and none before it unless it is taken "again"."""
    if step.value in AWAITING:  # what leads to an outcome comes again where that is decided anew
        return step.start > undone(account) or is_anew(account)
    after = step.value not in _OUTCOME_CODES or step.start > undone(account)
    return after or _AGAIN.search(account.sentence_of(step)) is not None


@lru_cache(_KEPT)
def taken_back(account: Account) -> list[tuple[int, int]]:
    """The words that say that an outcome was taken back: their offsets. What is asked for, or not so, is none."""
    if not _HINT.search(account.text):
        return []
    return [
        match.span()
        for piece in account.pieces
        for match in _UNDONE.finditer(account.text, piece.start, piece.end)
        if not _UNSURE.search(account.text, piece.start, match.end())
        and not _OF_OTHERS.search(account.text, max(match.start() - _BEFORE, piece.start), match.start())
        and not _OF_SOME.search(account.text, piece.start, match.start())
    ]


_BEFORE = 40  # characters
# "Two convictions have been vacated so far": of those whom they arrested
_OF_OTHERS = re.compile(rf"\b(?:{NUMBER}|dozens of|scores of|hundreds of|several|some) (?:[\w-]+ )?$", re.I)


# "The sheriff fired six deputies. One of them, Jo Vale, later won his job back": the others did not
_OF_SOME = re.compile(
    rf"\b(?:one|{NUMBER}) of (?:them|those|these|the (?:[\w-]+ )?(?:\w*officers|deputies|constables|sergeants|gardaí|"
    r"troopers|men|women|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b",
    re.I,
)


def what_follows(account: Account) -> Mention | None:
    """The words of the news that an outcome was taken back, as the stage that leaves: a trial or a hearing to be held
    again, or the end without action. None where that is not the news.
    """
    start, end = next(iter(taken_back(account)), (0, 0))
    words = account.text[start:end]
    if not words or not _is_the_news(account, start, end) or _UNFAIRLY.search(words):
        return None
    again = "criminal_trial" if _OF_A_COURT.search(words) else "misconduct_hearing"
    return Mention(
        article_id=account.article_id,
        start=start,
        end=end,
        text=words,
        label="STAGE",
        value=again if is_anew(account) else "concluded_no_action",
        account=account.number,
        standing="",
        said_by="",
        origin="rule",
        rule="stage:taken_back",
        detail={},
    )


_OF_A_COURT = re.compile(r"\b(?:conviction|verdict|sentence)", re.I)
# Who was "unfairly dismissed" is not back for it
_UNFAIRLY = re.compile(r"\b(?:unfair|wrong)ly\b", re.I)


@lru_cache(_KEPT)
def is_anew(account: Account) -> bool:
    """Whether what was taken back is to be decided again: by another panel, at a retrial."""
    return any(
        _ANEW.search(account.text, piece.start, piece.end) and not _NO.search(account.text, piece.start, piece.end)
        for piece in account.pieces
    )
