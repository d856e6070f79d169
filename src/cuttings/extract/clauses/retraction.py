"""What an article takes back: what an earlier version, or an earlier article, said and this one corrects."""

import re
from collections.abc import Sequence

from cuttings.extract.patterns import AnyCase
from cuttings.extract.spans import Sentence

_REACH = 600  # characters
# "we reported that he had been sacked. That was wrong": what is taken back, in this sentence or the next
_REPORTED = AnyCase(
    r"\b(?:we|this (?:report|article|story|page)|an? (?:earlier|previous) (?:version|article|report|story)|"
    r"our (?:report|article)|"
    r"an? (?:article|report|story) (?:on|of|published)\b[^.]{0,40}?) (?:\w+ ){0,4}?(?:reported|said|stated|"
    r"wrote|suggested)\b"
    r"|^(?:correction|clarification|apology)\b"
    # "An article on Thursday's front page, "Four officers indicted", misstated the status of the case"
    r"|\b(?:article|report|story|headline|caption|column|item|graphic)\b[^.]{0,120}?"
    r"\b(?:misstated|misidentified|misreported|misquoted|(?:wrongly|incorrectly|mistakenly|erroneously) \w+)\b"
)
# In a correction, whatever "it said": the article that was wrong
_CORRECTION = re.compile(
    r"\W*(?:corrections?|clarifications?|apology|apologies|we got it wrong|retraction)\b"
    r"|[^\n:]{1,60}: (?:an? )?(?:correction|clarification|apology)\b",
    re.I,
)
_IT_SAID = re.compile(
    r"(?:it|we|the (?:same )?(?:report|article|story|headline|piece|item)|our (?:report|article|story|headline)) "
    r"(?:\w+ ){0,3}?"
    r"(?:said|stated|reported|wrote|claimed|suggested|described)\b",
    re.I,
)
_TAKEN_BACK = re.compile(
    r"\b(?:(?:that|this|it) (?:was|is) (?:wrong|incorrect|not so|an error|untrue)|in fact|we apologise|has "
    r"not been|have not been|"
    r"(?:was|were|did) not\b|should have|(?:wasn|weren|hasn|haven|didn)['’]t\b|mis(?:stated|identified|reported)|"
    r"(?:wrongly|incorrectly|mistakenly|erroneously))",
    re.I,
)
# "An article on a chat (Six officers charged, 3 May, page 4) had several errors": the title of what was wrong
_EARLIER_TITLE = re.compile(
    r"\([^()\n]*\b(?:pages?|p) ?\d+[^()\n]*\)"
    r"|\b(?:headlined|headed|entitled|titled|under the (?:heading|headline)),? [\"“‘][^\"”’\n]*[\"”’]",
    re.I,
)
# … or in quotation marks: "Our report, "Five officers probed", contained several errors"
_HAD_ERRORS = re.compile(
    r"\b(?:reports?|article|story|headline|item|piece|column)\b[^.]{0,160}\b(?:contained|had|included|gave) "
    r"(?:an?|some|several|two|three|four|a number of|the wrong|incorrect|inaccurate)(?: \w+)? "
    r"(?:errors?|mistakes?|inaccurac(?:y|ies)|figures?|numbers?)\b",
    re.I,
)
# In a correction, what anybody had said there: "a contributor said that he had been convicted. He was acquitted"
_SAID_THERE = re.compile(
    r"\b(?:report|article|story|piece|item|column|columnist|podcast|interview|contributor|guest|headline|caption)\b"
    r"[^.]{0,160}\b(?:said|stated|reported|wrote|claimed|described)\b",
    re.I,
)
_NOT_SO = re.compile(
    r"(?:he|she|they|both|all \w+) (?:was|were|had been) (?:in fact )?(?:acquitted|cleared|found not)\b"
    r"|(?:nobody|no[- ]one|none|no officers?) (?:has|have|had|was|were|is|are)\b",
    re.I,
)
# "Correction: an earlier version quoted Mr Orr as saying that they had been sacked"
_EARLIER_VERSION = AnyCase(r"\b(?:an? )?(?:earlier|previous|first|original) (?:version|edition)\b")
# "A gossip page told its followers that four had been fired. It was not so": what somebody else said, and is not so
_TOLD_BY_OTHERS = AnyCase(
    r"\b(?:(?:web)?sites?|pages?|blogs?|bloggers?|accounts?|posts?|rumou?rs?|(?:radio )?stations?|outlets?|podcasts?|"
    r"broadcasters?|newspapers?|papers?|tweets?|claims?|speculation|councillors?|mps?)\b[^.]{0,80}?"
    r"\b(?:report(?:s|ed)|told|tells|claim(?:s|ed)|said|says|announc(?:es|ed)|wrote|post(?:s|ed)|suggest(?:s|ed)|"
    r"has it|had it)\b"
)
_IS_NOT_SO = re.compile(
    r"[\"“]?(?:But )?(?:it|that|this|they|none of (?:it|this|that)|nothing of the (?:sort|kind)|"
    r"(?:the|that|this) (?:report|story|claim|rumou?r|post)s?) (?:was|is|were|are) "
    r"(?:(?:simply|just|all|quite|entirely|in fact) )*(?:(?:not|n['’]t) (?:so|true|right|correct|the case|accurate)|"
    r"wrong|untrue|false|incorrect|right|true|nonsense)(?=[.,;”\"])",
    re.I,
)
_IS_SO = re.compile(
    r"[\"“]?(?:But )?(?!none|nothing)[^.]*? (?:was|is|were|are) (?:(?!not)\w+ )?(?:right|true)(?=[.,;”\"])", re.I
)
# "It is not correct, as we wrote, that Orr was fired; he is suspended"
_NOT_CORRECT = re.compile(
    r"\b(?:it|that) (?:is|was|['’]s) (?:(?:simply|just|also) )?"
    r"(?:(?:not (?:correct|true|accurate|the case)|incorrect|untrue|inaccurate)(?:, [^,;.]{3,60},)? (?:that|to say)|"
    r"(?:not right|wrong) to (?:say|report|write|suggest))\b[^;]*",
    re.I,
)


def _is_denied(every: Sequence[Sentence], number: int) -> bool:
    """Whether what others are said to report in a sentence is called untrue in one of the next two of its paragraph."""
    paragraph = every[number].paragraph
    following = [each for each in every[number + 1 : number + 3] if each.paragraph == paragraph]
    if number + 1 < len(every) and not following:
        following = [every[number + 1]]
    return any(_IS_NOT_SO.match(each.text) and not _IS_SO.match(each.text) for each in following)


def retracted(every: Sequence[Sentence]) -> dict[int, tuple[int, int]]:
    """Where the sentences tell what the article no longer says: offsets by the number of the sentence."""
    corrects = bool(every) and _CORRECTION.match(every[0].text) is not None
    found = {}
    for sentence in every:
        text = sentence.text[:_REACH]
        following = every[sentence.number + 1].text[:_REACH] if sentence.number + 1 < len(every) else ""
        title = (_EARLIER_TITLE.search(text) if corrects else None) or _NOT_CORRECT.search(text)
        said_wrongly = _REPORTED.search(text) and _TAKEN_BACK.search(f"{text} {following}")
        wrong = corrects and (
            _IT_SAID.match(text) or _HAD_ERRORS.search(text) or (_NOT_SO.match(following) and _SAID_THERE.search(text))
        )
        wrong = wrong or (_TOLD_BY_OTHERS.search(text) and _is_denied(every, sentence.number))
        if wrong or said_wrongly or _EARLIER_VERSION.search(text):
            found[sentence.number] = (sentence.start, sentence.end)
        elif title:
            found[sentence.number] = (sentence.start + title.start(), sentence.start + title.end())
    return found
