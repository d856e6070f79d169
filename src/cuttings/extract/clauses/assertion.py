"""Does the article say that it is so? Clause by clause, what stands around a mention: denied, expected, only possible.

Defaults to the lower reading: a mention is asserted when nothing around it takes it back, and its standing is never
higher than a word in its own sentence makes it.
"""

import re
from bisect import bisect_right

from spacy.tokens import Doc, Span

from cuttings.extract.clauses.general import is_rule, of_figures
from cuttings.extract.clauses.retraction import retracted
from cuttings.extract.clauses.standing import standing
from cuttings.extract.patterns import one_of, words
from cuttings.extract.spans import mentions, note, sentence_at, sentences, source

REACH = 600  # characters; no clause is longer, and a line without full stops must not cost its length for each mention

# Boundaries that end the reach of "could" and "not".
_CLAUSE_WORDS = one_of(
    *words("but although though while whereas because after before when who which"),
    "(?:linked|related|connected|unrelated) to",
    "separate from",
    r"and (?=(?:was|were|is|are|has|have|had|will|he|she|they)\b)",
)
_CLAUSE = re.compile(rf"[;:–—(),]|\.\s|\b{_CLAUSE_WORDS}", re.I)

_POSSIBLE_WORDS = one_of(
    # modal: "could be sacked", "whether he was charged"
    *words("could may might if whether should possible possibly potentially likely unless"),
    "can(?! (?:report|reveal|disclose|confirm))",
    "until(?! (?:he|she|they) (?:resign|retire|was|were|left|quit))",
    # nobody in particular: "any officer charged"
    *("any", "anyone", "anybody", "those who", "officers who", "cops who", "someone", "whoever"),
    # feared: "faced the prospect of dismissal"
    *("risks?", "risking", "feared?", "fears", "facing the prospect"),
    # asked for or being decided: "urged the force to sack them"
    *("calls? (?:for|on)", "called (?:for|on)", "urged?", "demands?", "demanded", "considers?", "considering"),
    *(
        "recommend(?:s|ed)?",
        "to determine",
        "to decide",
        "what happens",
        "hypothetical",
        "suppose",
        "imagine",
        "in the event",
    ),
    # owed, wanted or planned: "wants them dismissed"
    "suggest(?:s|ed)? an?",
    *("must", "ought", "liable to", "threaten(?:s|ed|ing)? (?:to|with)", "wants?", "wanted", "proposal", "proposed"),
    *(
        "fight(?:s|ing)? (?:to|for)",
        "to (?:replace|substitute|swap|reduce)",
        r"battl(?:es?|ing) (?:to|for)",
        "bids? to",
        r"hop(?:es|ed|ing) to",
        "tr(?:ies|ying) to",
    ),
    *("plans? (?:to|for)", "asked (?:if|whether)", "would have to"),
    # "where the most severe penalty is a final written warning"
    "(?:most severe|severest|heaviest|toughest|stiffest|harshest|highest) (?:penalty|sanction|outcome|punishment)",
    # a power, not its use: "able to suspend"
    *("powers? to", "able to", "unable to", r"allow(?:s|ed|ing)? (?:\w+ )*to", "threat of", "maximum"),
    *("wish(?:es|ed)?", "remit", "prevent", "(?:asked|argued|pressed) for", "seek(?:s|ing)?", "sought"),
    # a policy: "zero tolerance of racist messages"
    *("crack down on", "root out", "rooting out", r"tackl\w+", "zero tolerance"),
)
_POSSIBLE = re.compile(rf"\b{_POSSIBLE_WORDS}\b", re.I)
# "its remit includes officers who are arrested": nobody in particular
_ANYBODY = re.compile(
    r"\b(?:includes?|any|all|other|about|for|of|with|on|every) (?:officers?|staff|people|those|members?) who "
    r"(?:are|is|have been|has been|get) $"
    # "other officers dismissed over messages will look at the ruling"
    r"|\b(?:other|any|all|many|most|those) (?:police )?(?:officers|cops|constables|colleagues) $",
    re.I,
)
_EXPECTED_WORDS = one_of(
    *(
        "will",
        "shall",
        "is due to",
        "are due to",
        "due to",
        "expected to",
        "set to",
        "(?<!continue )(?<!continues )(?<!continued )to be",
        "is to",
        "are to",
    ),
    *(
        "next (?:week|month|year)",
        "would",
        "awaits?",
        "awaiting",
        "ahead of",
        "yet to",
        "faces?",
        "facing",
    ),
    "later this",
)
# "It recommends that A be discharged and that B and C be suspended": a bare "be" is never what was done
_BARE_BE = re.compile(r"(?<!['’]ll )(?<!will )\bbe (?:\w+ly )?$")
# "… will be docked 30 days of pay, a board has ruled": it is decided
_RULED = re.compile(
    r"\b(?:board|panel|tribunal|judge|court|commission|magistrates?|adjudicator|officer|jury) (?:has |had |have )?"
    r"(?:ruled|decided|ordered|directed|determined)\b",
    re.I,
)
# "when he is sentenced", "Frome is sentenced in July": a present tense that means a day to come
_TO_COME = re.compile(r"\bwhen (?:he|she|they|[A-Z]\w+) (?:is|are) $")
# "She asked that the sergeant be dismissed"
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed)|urg(?:es|ed)|suggest(?:s|ed)|recommend(?:s|ed)|propos(?:es|ed)|request(?:s|ed)|demand(?:s|ed)|"
    r"argu(?:es|ed)|call(?:s|ed) for) (?:that )?(?:[\w’'-]+ ){1,6}(?:to )?be $"
)
# "the judge had considered a custodial term", "rejected the Crown's request for 90 days in jail"
_WEIGHED = re.compile(
    r"\b(?:consider(?:ed|ing)|close to|crossed the|request for|called for|stepp(?:ed|ing) back from|short of|"
    r"threshold for) (?:[\w’'-]+ ){0,3}$"
)
_PRESENT = re.compile(r"\b(?:is|are) $")
_ON_A_DAY = re.compile(r" (?:in (?!his|her|their)|on |next |later |tomorrow)")
_EXPECTED = re.compile(rf"\b{_EXPECTED_WORDS}\b|['’]ll\b|['’]d (?:all |both |also )?be\b", re.I)
_NOT_WORDS = one_of(
    *words("not no never nor neither without"),
    *(
        "none",
        "no[- ]one",
        "nobody",
        "rather than",
        "instead of",
        "stopped short of",
        "ruled out",
        "ruling out",
    ),
    *("falls? short of", "no longer", "cannot", "unfounded", "escaped", "avoided", "spared", r"wrong to \w+"),
    # reports that were wrong
    *("untrue", "wrongly", "falsely", "incorrectly", "mistakenly", "rumou?rs?"),
    *("den(?:y|ies|ied|ying) that", "den(?:y|ies|ied|ying) (?:being|having been)"),
    # corrections: "an earlier version of this article said he was charged"
    *("earlier version", "previous version", "apologise for saying", "did not find", "no evidence"),
)
_NOT = re.compile(rf"\b{_NOT_WORDS}\b|n['’]t\b", re.I)
# "had he not resigned, he would have been dismissed": he did resign
_HAD_NOT = re.compile(r"\b(?:had|if) (?:he|she|they) (?:had )?not (?:already |since |first )?$", re.I)
_IF_NOT = re.compile(r"(?:had|if) (?:he|she|they) (?:had )?not\b", re.I)
# "It recommended no action, and the chief has accepted that"
_RECOMMENDED = re.compile(r"\brecommend(?:s|ed)\b", re.I)
_ACCEPTED = re.compile(
    r"[^.;]*\b(?:accepted|adopted|endorsed|agreed (?:to|with)|acted on) (?:that|it|the|this|its|all)\b", re.I
)
# "are deciding whether to charge three constables": there are three
_TO_DECIDE_ON = re.compile(
    r"\bwhether to (?:(?:charge|prosecute|dismiss|sack|fire|suspend|discipline)|"
    r"(?:bring|file|lay|press|authori[sz]e|pursue|recommend) (?:\w+ )?(?:charges|proceedings|a case) against) $",
    re.I,
)
# "If the panel finds misconduct, they could be sacked": for these the whole of the sentence's front counts
_SUPPOSES = re.compile(
    r"[\"“‘']?(?:if|whether|should|anyone|any officer|imagine|suppose|say that)\b",
    re.I,
)
# "to be charged", whose sense hangs on the word before it: "is expected"
_INFINITIVE = re.compile(r"(?:to|be|been) ")

_LABELS = ("ALLEGATION", "STAGE", "SANCTION", "OFFICERS", "BODY", "LAW", "PLATFORM", "FORCE", "UNIT")


# "A newspaper has reported that he was fired": whoever says so, the article does not
_SECOND_HAND = re.compile(
    r"^(?:claims?|reports?|rumou?rs?|allegations?) (?:that|of)\b|\b(?:newspapers?|reports?|rumou?rs?|posts? "
    r"online|a source|sources|social media users) (?:\w+ ){0,3}?"
    r"(?:reported|reporting|claim(?:s|ed|ing)?|suggest(?:s|ed|ing)?|say(?:s|ing)?|said|that)\b"
    r"|\bI (?:(?:was|had been|have been) told|thought|believed|assumed)\b"
    r"|\bprosecutors? (?:\w+ )?(?:said|say|told|alleg\w+)\b|, the prosecution said|\bby the press\b",
    re.I,
)
_FALSE_AFTER = re.compile(
    r"[^.]{0,120}\b(?:is|are|was|were) "
    r"(?:false|untrue|wrong|unfounded|incorrect|inaccurate|baseless|fabricated|mistaken|wide of the mark|"
    r"not (?:true|correct|accurate|right|so))\b"
    r"|[^.]{0,60}[,;] (?:but )?(?:it|they|this|which) (?:was|were) (?:refused|rejected|turned down|not accepted)\b"
    # "tried and convicted on the evening news"
    r"| ?(?:in|on|by) (?:the )?(?:[\w-]+ )?(?:media|press|court of public opinion|newspapers|news|papers|public|tv)\b"
    r"| ?the (?:evening |morning )?(?:news|papers)\b"
    r"|[^.]{0,60}\bif (?:the|it|he|she|they)\b[^.]{0,40}\b(?:had been|were|was) (?:proved|proven|upheld|found)\b",
    re.I,
)
# "The panel did not find that PC Frome, of Kerrin Police, had …": commas do not end what "that" opens
_NOT_THAT = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|could|would) not|never|n['’]t) (?:find|found|say|said|confirm|prove|"
    r"proven?d?|accept|agree)\w* that\b"
    r"|\bden(?:y|ies|ied|ying) (?:\w+ )?that\b"
    r"|\b(?:dismiss|reject|den(?:y|i)|rubbish|refut|scotch|contradict)(?:e?s|ed|ing)? (?:as \w+ )?(?:[\w’'-]+ ){0,2}?"
    r"(?:claims?|reports?|rumou?rs?|suggestions?|speculation|posts|talk|stories)(?: [\w’'-]+){0,4} that\b",
    re.I,
)
_DECIDED = {"concluded_sanction", "other", "final_written_warning", "written_warning", "no_action"}
_FACTS = ("STAGE", "SANCTION", "OFFICERS", "LAW")
_OF_SOMEBODY = ("STAGE", "SANCTION", "OFFICERS")


# "Misconduct proceedings, if there are to be any, would follow": not even announced
_OPEN_AFTER = re.compile(
    r"[^.;]{0,50}?(?:, if |\bif (?:any|there|they|he|she|it|the)\b"
    r"|\b(?:would|may|might|could|can) (?:then |only |also )?(?:follow|be|take place|begin|start|come|resume)\b"
    r"|\b(?:will|would|to) be (?:considered|decided|reviewed|determined|assessed)\b|\b(?:will|would) depend\b)",
    re.I,
)
_OPEN = {"misconduct_hearing", "charged", "criminal_trial", "no_action", "concluded_no_action", "under_investigation"}


class Assertion:
    """Notes on every mention ``assertion`` (asserted, negated, possible, expected, retracted), ``standing`` (as in
    tables) and ``said_by``, the speaker of the quotation that it stands in; quotations must be read before.
    """

    def __call__(self, doc: Doc) -> Doc:
        standings = [standing(sentence.text[:REACH]) for sentence in sentences(doc)]
        taken_back, counted = retracted(sentences(doc)), of_figures(sentences(doc))
        for span in mentions(doc, *_LABELS):
            sentence = sentence_at(doc, span.start_char)
            back = taken_back.get(sentence.number, (0, 0))
            said = "retracted" if back[0] <= span.start_char < back[1] else assertion(span)
            start, end = counted.get(sentence.number, (0, 0))
            if said == "asserted" and span.label_ in _OF_SOMEBODY and start <= span.start_char < end:
                said = "possible"  # of those whom figures count, not of anybody in the matter
            note(span, assertion=said, standing=standings[sentence.number], said_by=_said_by(doc, span))
        return doc


def _said_by(doc: Doc, span: Span) -> str:
    """The speaker of the quotation that a mention stands in; empty for the article's own voice."""
    quotes = doc.user_data.get("quotes", [])
    at = bisect_right(quotes, span.start_char, key=lambda quote: quote.start) - 1
    return quotes[at].speaker if at >= 0 and span.start_char < quotes[at].end else ""


def _to_come(span: Span) -> bool:
    return span.kb_id_ == "sentenced" and _ON_A_DAY.match(source(span.doc), span.end_char) is not None


def _up_to_verb(span: Span, start: int) -> str:
    """The words of a sentence before what was done, with the auxiliary that a mention itself may begin with."""
    before = source(span.doc)[max(start, span.start_char - 200) : span.start_char]
    auxiliary = _AUXILIARY.match(span.text)
    return before + auxiliary.group() if auxiliary else before


_AUXILIARY = re.compile(r"(?:is|are|gets?) ")


def clause(span: Span) -> tuple[str, str]:
    """The words of a mention's clause before it and after it."""
    sentence = sentence_at(span.doc, span.start_char)
    before = source(span.doc)[max(sentence.start, span.start_char - REACH) : span.start_char]
    after = source(span.doc)[span.end_char : min(sentence.end, span.end_char + REACH)]
    left = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    right = _CLAUSE.search(after)
    return before[left:], after[: right.start()] if right else after


def _governing(span: Span) -> str:
    """The words before a mention that may say that it is only possible: its clause, and before one item of a list of
    outcomes the words before the first.
    """
    near = clause(span)[0]
    if span.label_ not in _FACTS[:2] or _FINITE.match(span.text) or not _LAST_ITEM.fullmatch(near):
        return near
    sentence = sentence_at(span.doc, span.start_char)
    before = source(span.doc)[max(sentence.start, span.start_char - REACH) : span.start_char - len(near)]
    while before.endswith(","):
        start = max((match.end() for match in _CLAUSE.finditer(before[:-1])), default=0)
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
# a verb is done, whatever may follow; what a noun names may be to come
_VERBAL = re.compile(
    r"(?:is|are|was|were|be|been|being|has|have|had|face[sd]?|stood|stands?|appear\w*|went|charged|cleared)\b", re.I
)
_NEAR = 12  # words before a mention that can say that it is only possible
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|got|gets?|will|resign|retire|quit|left)", re.I)


def assertion(span: Span) -> str:
    """``asserted``, ``negated``, ``possible`` or ``expected``, by the words of a mention and its clause before it."""
    sentence = sentence_at(span.doc, span.start_char)
    front = source(span.doc)[max(sentence.start, span.start_char - 60) : span.start_char]
    if (
        _HAD_NOT.search(front)
        or _IF_NOT.match(span.text)
        or (span.label_ == "OFFICERS" and _TO_DECIDE_ON.search(front))
    ):
        return "asserted"
    asked = _ASKED.search(front) or (span.text.startswith("be ") and _ASKED.search(front + "be "))
    if _TO_COME.search(front) or asked or (_PRESENT.search(front) and _to_come(span)):
        return "expected"
    if _SUPPOSES.match(sentence.text) or sentence.text[-3:].rstrip("\"”’'").endswith("?"):
        return "possible"
    if span.label_ in _FACTS[:2]:
        after = source(span.doc)[span.end_char : min(sentence.end, span.end_char + 200)]
        whole = source(span.doc)[max(sentence.start, span.start_char - 200) : span.start_char] + " " + after
        if _FALSE_AFTER.match(after):
            return "negated"
        if _RECOMMENDED.search(front) and _ACCEPTED.match(after):
            return "asserted"
        if span.kb_id_ in _OPEN and not _VERBAL.match(span.text) and _OPEN_AFTER.match(after):
            return "possible"
        if _SECOND_HAND.search(whole) or (sentence.part == "body" and is_rule(_up_to_verb(span, sentence.start))):
            return "possible"
    if _NOT_THAT.search(source(span.doc), max(sentence.start, span.start_char - 200), span.start_char):
        return "negated"
    if _ANYBODY.search(front) or (span.label_ in _FACTS[:2] and _WEIGHED.search(front)):
        return "possible"
    near = " ".join(_governing(span).split()[-_NEAR:])
    if _INFINITIVE.match(span.text):
        near += " " + span.text
    for words_of, reading in ((_POSSIBLE, "possible"), (_NOT, "negated"), (_EXPECTED, "expected")):
        if words_of.search(near):
            decided = reading == "expected" and span.kb_id_ in _DECIDED and _RULED.search(sentence.text)
            return "asserted" if decided else reading
    return "possible" if span.label_ in _FACTS[:2] and _BARE_BE.search(front) else "asserted"
