"""What the words before a mention, in its own clause, make of it: possible ("could be"), denied ("not") or to come."""

import re

from spacy.tokens import Span

from cuttings.extract.patterns import AnyCase, one_of, phrases, words
from cuttings.extract.spans import sentence_at, source, words_of

REACH = 600  # characters; no clause is longer, and a line without full stops must not cost its length for each mention
_NEAR = 12  # words before a mention that can say that it is only possible

# Boundaries that end the reach of "could" and "not".
_CLAUSE_WORDS = one_of(
    *words("but although though while whereas because after before when who which"),
    "(?:linked|related|connected|unrelated) to",
    "separate from",
    r"and (?=(?:was|were|is|are|has|have|had|will|he|she|they)\b)",
    "since (?=being )",  # "has not worked since being suspended"
)
_CLAUSE = AnyCase(rf"[;:–—(),]|\.\s|\b{_CLAUSE_WORDS}")

# "In May two constables were sacked": no modal
_BEFORE_A_MONTH = words("in last since by until from of next during early late on before after through")
_NO_MONTH = r"(?<!\d )" + "".join(rf"(?<!\b{word} )" for word in _BEFORE_A_MONTH)
# modal: "could be sacked", "whether he was charged"
_MODAL = words("could might if whether should possible possibly potentially likely unless must ought")
_POSSIBLE_WORDS = one_of(
    *_MODAL,
    _NO_MONTH + r"may(?! \d)",
    "can(?! (?:report|reveal|disclose|confirm))",
    "until(?! (?:he|she|they) (?:resign|retire|was|were|left|quit))",
    # nobody in particular: "any officer charged"
    *phrases("any | anyone | anybody | those who | officers who | cops who | someone | whoever"),
    # feared, or supposed: "faced the prospect of dismissal"
    *phrases(
        """
        risks? | risking | feared? | fears | dread(?:s|ed|ing)? | up to and including |
        (?:frightened|afraid|scared|terrified|worried|fear) (?:of|about) |
        facing the prospect | threat of | liable to |
        threaten(?:s|ed|ing)? (?:to|with) | hypothetical | suppose | imagine |
        in (?:the|that) event | expects? no | under pressure to |
        (?:instructed|reminded|warned|taught|advised) not to | what happens | a finding that (?:an?|any)
        """
    ),
    # asked for, wanted, planned or being decided: "urged the force to sack them"
    *phrases(
        r"""
        calls? (?:for|on) | called (?:for|on) | urged? | demands? | demanded | considers? | considering |
        recommend(?:s|ed)? | suggest(?:s|ed)? an? | to determine | to decide | asked (?:if|whether) | would have to |
        (?:asked|argued|pressed) for | seek(?:s|ing)? | sought | wants? | wanted | wish(?:es|ed)? | proposals? |
        proposed | plans? (?:to|for) | inten(?:ds?|ded|ding|tion|t) (?:to|on) | fight(?:s|ing)? (?:to|for) |
        battl(?:es?|ing) (?:to|for) | bids? to | hop(?:es|ed|ing) to | tr(?:ies|ying) to |
        to (?:replace|substitute|swap|reduce) | would be wrong to (?!comment|say|speculate|discuss|prejudge)
        """
    ),
    # a power or a policy, not its use: "able to suspend", "where the most severe penalty is a final written warning"
    *phrases(
        r"""
        powers? to | provid(?:es?|ing) for | (?<!will )carr(?:y|ies) (?:up to|an?|the|with it) |
        able to | unable to | allow(?:s|ed|ing)? (?:\w+ )*to | maximum | remit | prevent |
        (?:most severe|severest|heaviest|toughest|stiffest|harshest|highest) (?:penalty|sanction|outcome|punishment) |
        crack down on | root out | rooting out | tackl\w+ | zero tolerance
        """
    ),
)
# "We'd expect a police officer to be sacked for this"
_POSSIBLE = AnyCase(rf"\b{_POSSIBLE_WORDS}\b|(?:['’]d| would) (?:all )?expect\b")
_NOT_WORDS = one_of(
    *phrases(
        r"""
        not | no | never | nor | neither | without(?! (?:him|her|them)\b) | none | no[- ]one | nobody | rather than |
        instead of(?! (?:\w+ ){1,3}(?:he|she|they)\b) | stopped short of | falls? short of | ruled out | ruling out |
        no longer | cannot | unfounded | (?:escaped|avoided|spared)(?! (?:\w+ ){1,3}with an?\b) | wrong to \w+ |
        den(?:y|ies|ied|ying) (?:that|being|having been) | did not find | no evidence | nothing that |
        rises? to the level of
        """
    ),
    # reports that were wrong: "an earlier version of this article said he was charged"
    *phrases(
        r"""
        untrue | wrongly | falsely | incorrectly | mistakenly | rumou?rs? | earlier version | previous version |
        apologise for saying
        """
    ),
)
_NOT = AnyCase(rf"\b{_NOT_WORDS}\b|n['’]t\b")
_EXPECTED_WORDS = one_of(
    *phrases(
        r"""
        will | shall | is due to | are due to | due to | expected to | set to |
        (?<!continue )(?<!continues )(?<!continued )to be | is to | are to | next (?:week|month|year) | would |
        awaits? | awaiting | ahead of | yet to | faces? | facing | later this
        """
    ),
)
_EXPECTED = AnyCase(rf"\b{_EXPECTED_WORDS}\b|['’]ll\b|['’]d (?:all |both |also )?be\b")

# "to be charged", whose sense hangs on the word before it: "is expected"
_INFINITIVE = re.compile(r"(?:to|be|been) ")


def hedge(span: Span) -> str:
    """``possible``, ``negated`` or ``expected``, by the words of a mention's clause before it; else empty."""
    near = " ".join(_governing(span).split()[-_NEAR:])
    if _INFINITIVE.match(words_of(span)):
        near += " " + words_of(span)
    readings = ((_POSSIBLE, "possible"), (_NOT, "negated"), (_EXPECTED, "expected"))
    return next((reading for pattern, reading in readings if pattern.search(near)), "")


def clause(span: Span) -> tuple[str, str]:
    """The words of a mention's clause before it and after it."""
    sentence, before = sentence_at(span.doc, span.start_char), _before(span)
    after = source(span.doc)[span.end_char : min(sentence.end, span.end_char + REACH)]
    right = _CLAUSE.search(after)
    return before[_clause_start(before) :], after[: right.start()] if right else after


def reach(span: Span) -> int:
    """Where the words before a mention begin that may say something of it: its sentence, as far back as one reaches."""
    return max(sentence_at(span.doc, span.start_char).start, span.start_char - REACH)


def _before(span: Span) -> str:
    """The words of a mention's sentence before it."""
    return source(span.doc)[reach(span) : span.start_char]


def _clause_start(before: str) -> int:
    return max((match.end() for match in _CLAUSE.finditer(before)), default=0)


def _governing(span: Span) -> str:
    """The words before a mention that may say that it is only possible: its clause, and before one item of a list of
    outcomes the words before the first.
    """
    before = _before(span)
    start = _clause_start(before)
    near, before = before[start:], before[:start]
    if _WHO.search(before):
        near = _AFTER_WHO.sub("", near)
    if span.label_ not in {"STAGE", "SANCTION"} or _FINITE.match(words_of(span)) or not _LAST_ITEM.fullmatch(near):
        return near
    if _HEARS.match(source(span.doc), span.end_char) or _HAS.search(words_of(span)):
        return near
    while before.endswith(","):
        start = _clause_start(before[:-1])
        if _WHO.search(before[:start]):
            return near  # "One, who did not report it, received a written warning"
        near, before = before[start:-1], before[:start]
        if not _ITEM.fullmatch(near):
            break
    return near


# "Officers can be warned, given a course, be demoted or dismissed": an item of a list, whose verb stands before all
_LAST_ITEM = re.compile(
    r"\s*(?:(?:(?!(?:is|are|was|were|has|have|had|he|she|they|who|it)\b)[\w-]+ ){1,5}or )?"
    r"(?:(?:or|and|even|order|impose|direct|what is known as|put (?:him|her|them) on the) )*"
    r"(?:be(?:ing)? )?(?:an? |the )?(?:(?:final|first|written|verbal|formal|possible|summary) )*"
)
_ITEM = re.compile(
    r"\s*(?:(?:or|and|even) )*(?:(?!(?:is|are|was|were|has|have|had|he|she|they|who|it|said|says)\b)[\w-]+ ?){1,5}"
)
# "PC Vale should be sacked, a misconduct hearing was told": it has a verb of its own
_HEARS = re.compile(r" (?:has |had |was |is |been )*(?:heard|hears|told|ruled|rules|found|finds|decided)\b")
_HAS = re.compile(r" (?:has|have|had|was|were|is|are) ")  # "and an investigation has begun"
_FINITE = re.compile(
    r"(?:is|are|was|were|has|have|had|got|gets?|will|resign|retire|quit|left|receive[sd]|lost|face[sd]|plead\w+)", re.I
)
_WHO = re.compile(r"\b(?:who|which)\s*$")
# "who sat by and never said a word about it got …": up to a verb that the clause has besides
_AFTER_WHO = re.compile(
    r"^.*\b(?:not|never|no|nothing|n['’]t)(?: [\w’'-]+){3,} (?=(?:got|received|was|were|has|had)\b)"
)
