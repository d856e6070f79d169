"""Sentences of nobody in particular: figures ("593 officers were dismissed last year"), and rules for any officer.

What they count, and what they say was done, is no matter's own.
"""

import re
from collections.abc import Sequence

from cuttings.extract.counts.numbers import NUMBER
from cuttings.extract.patterns import AnyCase, any_in, one_of, words
from cuttings.extract.spans import Sentence

_DONE = one_of(
    *words(
        "sacked dismissed fired disciplined barred jailed imprisoned convicted suspended charged arrested prosecuted"
    ),
    *words("investigated warned sanctioned struck lost resigned quit left"),
)
_MANY = r"(?:officers|police|cops|constables|sergeants|recruits|probationers|troopers|deputies|staff|gard[aá]í|people)"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|\d)"
_PERIOD = one_of(
    r"(?:a|one) (?:single )?(?:year|decade)(?! (?:ago|later|earlier|before|after|and|or|in|when|that)\b)(?!['’-])",
    rf"the (?:past|last|previous) (?:(?:{NUMBER}|few|financial|calendar) )?(?:years?|decade|12 months)",
    r"the (?:(?:financial )?year|12 months|twelve months) (?:to|ending|ended|up to) ",
)
# "… according to figures published on Monday", "a freedom of information request shows"
_FIGURES = AnyCase(
    r"\b(?:according to|(?<!in )(?:new|official|latest|home office|annual|national|separate|fresh|government)) "
    r"(?:[\w’'-]+ ){0,3}?(?:figures|statistics)\b"
    r"|\b(?:figures|statistics|data|records) (?:[\w’' -]{0,60}? )?(?:show(?:s|ed|n)?|suggest(?:s|ed)?|reveal\w*)\b"
    r"|\bfreedom of information (?:request|law|act|response|figure)"
)
# "Ten officers sacked in a year", "dismissed 17 officers in the year to March"
_IN_A_YEAR = re.compile(
    rf"(?<!the )(?<!these )(?<!those )(?<!all )\b(?:{NUMBER}) (?:[\w’'-]+ ){{0,4}}?{_MANY} (?:[\w’'-]+ ){{0,6}}?"
    rf"{_DONE}\b[^.;]{{0,60}}? in {_PERIOD}"
    rf"|\b{_DONE} (?:{NUMBER}) (?:[\w’'-]+ ){{0,4}}?{_MANY} (?:[^.;]{{0,30}} )?in {_PERIOD}"
    # "sacked 22 officers in 2024, up from 13 the year before"
    rf"|\b(?:{_DONE} )?(?:{NUMBER}) (?:[\w’'-]+ ){{0,4}}?{_MANY} [^.;]{{0,60}}?, "
    r"(?:up|down|compared|a (?:rise|fall|drop|record))\b"
    rf"|^(?:in|over|during) {_PERIOD}[^.;]{{0,60}}?\b(?!{_FEW} )(?:{NUMBER}) (?:[\w’'-]+ ){{0,4}}?{_MANY} [^.;]*",
    re.I,
)
# One of these stands in what ``_IN_A_YEAR`` finds
_OF_A_YEAR = AnyCase(
    rf"\bin {_PERIOD}|^(?:in|over|during) (?:a|one|the)\b|, (?:up|down|compared|a (?:rise|fall|drop|record))\b"
)
_SINCE_WHEN = re.compile(r" since (?:19|20)\d\d", re.I)
# "Nearly 600 officers were dismissed from forces in England and Wales", "Across the country 40 constables lost …"
_EVERYWHERE = AnyCase(
    r"\b(?:across|throughout|in) (?:the (?:country|nation|state|UK|United Kingdom|whole of)|England|Britain|Scotland)\b"
    r"|\b(?:across|from|in|by) (?:all |every |the \w+ )?forces\b|\bnation(?:wide|ally)\b"
)
_TOTAL = re.compile(rf"\b(?:{NUMBER}) (?!of\b)(?:[\w’'-]+ ){{0,3}}?{_MANY} (?:[\w’'-]+ ){{0,4}}?{_DONE}\b", re.I)
_WHEN = re.compile(
    r"\b(?:last year|this year|each year|every year|a year|annually|on average|since (?:19|20)\d\d"
    r"|in (?:19|20)\d\d(?:[-/–]\d\d)?|in the (?:year|past|last))\b",
    re.I,
)
# "14 officers had been dismissed by the force since 2019"
_SINCE = re.compile(
    rf"(?<!the )(?<!all )\b(?:{NUMBER}) (?:of (?:its|their) )?(?:other )?{_MANY} (?:have|had) "
    r"(?:been (?:dismissed|sacked|fired|convicted|jailed|barred|disciplined|prosecuted)|resigned|lost their jobs)\b"
    r"[^.;]{0,60} since (?:19|20)\d\d\b"
    # "It has around 1,300 officers. Thirty-one have been dismissed since 2019"
    rf"|^(?!{_FEW}(?: |$))(?:{NUMBER}) (?:of them )?(?:have|had) been (?:dismissed|sacked|fired|convicted|jailed)\b"
    r"[^.;]{0,60} since (?:19|20)\d\d\b",
    re.I,
)
# "Eight in ten officers who faced a panel", "two thirds of our cases", "41 officers in 2023 alone"
_SHARE = re.compile(
    rf"\b(?:\w+ in|(?:{NUMBER}) out of) (?:every )?(?:three|four|five|ten|a hundred|10|20|100) (?:[\w-]+ ){{0,2}}?"
    rf"(?:{_MANY}|cases|hearings|complaints|investigations)\b"
    r"|\b(?:two[- ]thirds|three[- ]quarters|half|most|an? (?:third|quarter|fifth)|\d+(?:\.\d+)?(?:%| per ?cent)) of "
    r"(?:all |our |its |their |such |these )?(?:cases|hearings|complaints|investigations|referrals)\b"
    rf"|\b\d+(?:\.\d+)?(?:%| per ?cent) of (?:all |its |our |police )*{_MANY}\b"
    # "Of the 174 cases, 71 resulted in no further action"
    rf"|^of (?:the|these|those) (?!{_FEW} )(?:{NUMBER}) (?:[\w-]+ )?(?:cases|hearings|referrals|outcomes)\b"
    # "cases take 19 months on average, and about a third end with no action"
    r"|\bon average\b"
    r"|\b(?:about|around|nearly|almost|roughly|some|over|under) (?:an? (?:third|quarter|fifth)|half|two[- ]thirds) "
    r"(?:end|lead|result|are|were|conclude)",
    re.I,
)
_OF_A_SHARE = AnyCase(
    r"\b(?:in|of) (?:every )?(?:three|four|five|ten|a hundred|10|20|100)\b|^of (?:the|these|those)\b"
    r"|thirds|quarter|half|most|third|fifth|cent|%"
    r"|average"
)
_ALONE = re.compile(r"\bin (?:19|20)\d\d alone\b|\b(?:last|this) year alone\b", re.I)
# "A further 31 were given warnings": on with the figures
_FURTHER = re.compile(rf"(?:a further|another) {NUMBER}\b", re.I)
_GOES_ON = re.compile(rf"(?:(?:of (?:those|these|them)|some|just|only) )?{NUMBER}\b|that (?:was|is|com)", re.I)


# "Ninety-one ended with dismissal": of cases that somebody counted
_CASES_ENDED = re.compile(
    rf"(?!{_FEW} )(?:{NUMBER}|[a-z]+ty-[a-z]+) (?:of (?:them|those) )?"
    r"(?:ended (?:with|in)|brought|led to|resulted in|drew) ",
    re.I,
)


def figures(text: str) -> tuple[int, int] | None:
    """The words of a sentence that count what became of officers in a year, or everywhere, and not those of one
    matter: their offsets; None for no such words.

    >>> figures("Ten officers were sacked in a year")
    (0, 34)
    >>> figures("Two officers were sacked last year over the messages") is None
    True
    """
    if not any_in(text.lower(), _MAY_COUNT):
        return None
    for hint, pattern in ((_OF_A_YEAR, _IN_A_YEAR), (_SINCE_WHEN, _SINCE)):
        if hint.search(text) and (match := pattern.search(text)):
            return match.span()
    if _OF_A_SHARE.search(text) and _SHARE.search(text):
        return 0, len(text)
    if _CASES_ENDED.match(text):
        return 0, len(text)
    told = _FIGURES.search(text) or _ALONE.search(text) or (_EVERYWHERE.search(text) and _WHEN.search(text))
    return (0, len(text)) if told and _TOTAL.search(text) else None


def of_figures(every: Sequence[Sentence]) -> dict[int, tuple[int, int]]:
    """Where the text tells figures, by the numbers of the sentences: those that say so, and those that go on."""
    found: dict[int, tuple[int, int]] = {}
    for sentence in every:
        before = every[sentence.number - 1] if sentence.number - 1 in found else None
        same = before is not None and before.paragraph == sentence.paragraph
        told = figures(sentence.text[:_REACH])
        if told is not None:
            found[sentence.number] = (sentence.start + told[0], sentence.start + told[1])
        elif before is not None and (_FURTHER.match(sentence.text) or (same and _GOES_ON.match(sentence.text))):
            found[sentence.number] = (sentence.start, sentence.end)
    return found


_REACH = 600  # characters
# One of these stands in every sentence that ``figures`` knows; most sentences have none, and are passed over quickly
_MAY_COUNT = words(
    "year decade month since figures statistics data records freedom nation forces force throughout across whole "
    "england britain scotland average alone cases hearings cent % third quarter fifth half most hundred three four "
    "ended brought led resulted drew "
    "five ten 10 20"
)

_ANYONE = (
    r"(?:police )?(?:officers|cops|recruits|gard[aá]í|constables|troopers|deputies|staff|people|those|anyone|anybody)"
)
# No article and no number before: "said officers who break the rules are dismissed"
_OPENS = r"(?:^|[.,;:“”\"‘’'—–-] ?|\b(?:that|and|but|said|says|because|where|when|while|so) )"
_BE = r"(?:(?:is|are|gets?|can be|end up|always|usually|often|normally|routinely|rightly|then|simply|being) )+"
# "Officers who send such things are dismissed", "Those found to have … are sacked"
_RULE = AnyCase(
    rf"{_OPENS}{_ANYONE} (?:who (?!\w+ed\b|was\b|were\b|had\b|sent\b|wrote\b|made\b|did\b|ran\b|took\b|told\b|shot\b)"
    rf"|found (?:to have|guilty)|caught |guilty of |that )[^.;]{{1,120}}? {_BE}$"
)
# "Where they fall short, they are dismissed"; "When officers break the law they are charged"
_WHERE = AnyCase(
    rf"{_OPENS}?\b(?:where|when|whenever|wherever|every time|each time) (?:{_ANYONE}|they|someone|somebody|"
    r"an? (?:police )?officer) (?!\w+ed\b|was\b|were\b|had\b|sent\b)[^.;]{1,100}?[, ] ?(?:they|he or she|he|she) "
    rf"{_BE}$"
)


def is_rule(before: str) -> bool:
    """Whether the words of a sentence up to what is done make it a rule for any officer, in the present tense.

    >>> is_rule("She said that officers who share such things are "), is_rule("The officers who shared them were ")
    (True, False)
    """
    return _RULE.search(before) is not None or _WHERE.search(before) is not None
