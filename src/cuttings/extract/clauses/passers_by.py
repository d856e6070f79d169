"""What became of somebody whom the article only tells of: "A burglar whom they mocked got 14 months"."""

import re

from spacy.tokens import Span

from cuttings.extract.clauses.hedges import reach
from cuttings.extract.patterns import AnyCase, one_of, words
from cuttings.extract.police_words import MANY, ONE
from cuttings.extract.spans import source

_TRADES = one_of(
    *words("burglars? robbers? thief thieves rapists? killers? murderers? attackers? assailants? abusers? dealers?"),
    *words("offenders? prisoners? inmates? drivers? motorists? pensioners? teenagers? youths? boys? girls? students?"),
    *words(
        "pupils? schoolboys? schoolgirls? residents? tenants? shoplifters? stalkers? addicts? shoppers? protesters?"
    ),
    *words("activists? campaigners? councillors? mps? ministers? mayors? firefighters? paramedics? nurses? doctors?"),
    *words("teachers? soldiers? journalists? reporters? footballers? fans? civilians? shopkeepers? landlords?"),
    *words("neighbou?rs? strangers? complainants? victims? hackers? gangsters? passengers? gunm[ae]n"),
)
_KIN = one_of(
    *words(
        "husband wife partner boyfriend girlfriend ex-husband ex-wife ex-partner father mother son daughter brother"
    ),
    *words("sister uncle aunt cousin nephew niece stepfather stepmother grandfather grandmother parents"),
)
_OFFICER = one_of(ONE, MANY, "police", "officers?", "deput(?:y|ies)")
# "the man whom they mocked", where "the man" alone may be one of the police
_MET_BY_THEM = (
    r"(?:man|woman|men|women|couple|family)(?= (?:whom? |that )?(?:they|he|she|the (?:officers|pair|constables?))\b|"
    r" who (?:had |has )?(?:recorded|filmed|photographed|reported|leaked|complained|paid|bribed|"
    r"attacked|assaulted|killed)\b|"
    r" (?:in|from) the (?:photo\w*|pictures?|clips?|videos?|films?|images?)\b)"
)
_NOBODY_ELSE = rf"(?!['’]|[ -](?:[\w-]+ ){{0,2}}?(?:{_OFFICER})\b)"
_OWNER = r"(?:his|her|their|its|whose|(?:the|an?|his|her|their) \w+['’]s?|[A-Z]\w+['’]s?)"
# "A burglar", "Two teenagers", "her killer", "the woman's former partner"
_PASSER_BY = (
    rf"(?:(?:an?|the|another|one|two|three|four|five|some|several|{_OWNER}) (?:(?!police)[\w-]+ ){{0,2}}?{_TRADES}"
    # "The last person convicted of a like offence"
    r"|the (?:last|only|first) (?:other )?(?:person|people|man|men|woman|women|case) (?:to be |who (?:was|were) )?"
    r"(?:convicted|jailed|sentenced|charged|sacked|dismissed|prosecuted|tried)"
    rf"|{_OWNER} (?:[\w-]+ )?{_KIN}|(?:the|an?) (?:\w+ )?{_MET_BY_THEM})\b{_NOBODY_ELSE}"
)
_OPENS = re.compile(rf"[\"“‘'\s]*{_PASSER_BY}", re.I)
# "A detective has walked free, while the man who paid him begins a prison term"
_CLAUSE = re.compile(
    r"[,;] (?:while|whereas|and|but|though|although) |\b(?:said|says|confirmed|announced|revealed|disclosed) that "
)
_AUXILIARY_WORDS = one_of(
    *words(
        "was were has have had is are been being later since then also now once already just recently himself herself"
    )
)
_AUXILIARY = rf"(?: {_AUXILIARY_WORDS})*"
_ONLY_AUXILIARY = re.compile(rf"{_AUXILIARY} ?")
# "a rapist who got eight years", "a woman whose husband was sent to prison": right before the step
_RIGHT_BEFORE = AnyCase(rf"(?:{_PASSER_BY}(?:, \d\d)?,? (?:who|that)|\bwhose (?:[\w-]+ )?{_KIN}){_AUXILIARY} $")
# "the conviction of an activist", "jailed the burglar": right after it
_RIGHT_AFTER = re.compile(
    rf"(?: of)? (?:{_PASSER_BY}|(?:my|our|his|her|their) (?:[\w-]+ )?(?:{_KIN}|boy|girl|lad|kid|neighbou?r)\b)", re.I
)
# Police who take the sentence over: "…, and the constable got 14 months", "said the pair had been jailed"
_TAKES_OVER = re.compile(
    r"(?:[,;:–—]|\b(?:and|but|while|when|after|before|as|because|that|said|says|told|saw|watched)\b)"
    r"[\s\"“‘]*(?:(?!whom?\b|which\b)[\w’'-]+ ){0,3}?"
    rf"(?:{_OFFICER}|he|she|they|both|all|the (?:pair|trio|duo|men|two|three|four)|[A-Z]\w+, \d\d)\b",
    re.I,
)


def opens_on_passer_by(sentence: str) -> bool:
    """Whether a sentence is about somebody whom the article only tells of.

    >>> opens_on_passer_by("Her husband is serving 27 months."), opens_on_passer_by("Her sergeant is in prison.")
    (True, False)
    """
    return _OPENS.match(sentence) is not None


def is_done_to_one(span: Span) -> bool:
    """Whether the words right after a step are those of somebody who is no police: "jailed her brother"."""
    return _RIGHT_AFTER.match(source(span.doc), span.end_char) is not None


def is_passer_bys(span: Span, police: list[Span]) -> bool:
    """Whether a step is that of somebody who is no police: of whom its sentence opens, or who stands right beside it.

    ``police``: the counted or named police of the sentence. One who takes the sentence over, by a clause of their own
    or right before the step, is whose step it is.

    >>> from cuttings.pipeline import build_pipeline
    >>> doc = build_pipeline()("Her killer got nine years.")
    >>> is_passer_bys(doc.spans["SANCTION"][0], [])
    True
    """
    text, start = source(span.doc), reach(span)
    before = _RIGHT_BEFORE.search(text, max(start, span.start_char - 120), span.start_char)
    if before or is_done_to_one(span):
        return True
    clauses = [match.end() for match in _CLAUSE.finditer(text, start, span.start_char)]
    opens = next((o for at in (*reversed(clauses), start) if (o := _OPENS.match(text, at, span.start_char))), None)
    if opens is None:
        return False
    between = text[opens.end() : span.start_char]
    right_before = any(
        opens.end() <= one.start_char and _ONLY_AUXILIARY.fullmatch(text, one.end_char, span.start_char)
        for one in police
        if one.end_char <= span.start_char
    )
    return not (right_before or _TAKES_OVER.search(between))
