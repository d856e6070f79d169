"""Does the article say that it is so? Clause by clause, what stands around a mention: denied, expected, only possible.

Defaults to the lower reading: a mention is asserted when nothing around it takes it back, and its standing is never
higher than a word in its own sentence makes it.
"""

import re
from bisect import bisect_right

from spacy.tokens import Doc, Span

from cuttings.extract.patterns import one_of, words
from cuttings.extract.spans import mentions, note, sentence_at, sentences, source
from cuttings.extract.standing import standing

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
    *words("could may might can if whether should possible possibly potentially likely unless until"),
    # nobody in particular: "any officer charged"
    *("any", "anyone", "anybody", "those who", "officers who", "cops who", "someone", "everyone", "whoever"),
    # feared: "faced the prospect of dismissal"
    *("risks?", "risking", "feared?", "fears", "facing the prospect"),
    # asked for or being decided: "urged the force to sack them"
    *("calls? (?:for|on)", "called (?:for|on)", "urged?", "demands?", "demanded", "considers?", "considering"),
    *("recommend(?:s|ed)?", "to determine", "to decide", "what happens", "hypothetical", "in the event"),
    # owed, wanted or planned: "wants them dismissed"
    *("must", "ought", "liable to", "threaten(?:s|ed|ing)? (?:to|with)", "wants?", "wanted", "proposal", "proposed"),
    *("plans? (?:to|for)", "asked (?:if|whether)", "would have to"),
    # a power, not its use: "able to suspend"
    *("powers? to", "able to", "unable to", r"allow(?:s|ed|ing)? (?:\w+ )*to", "threat of", "maximum"),
    *("wish(?:es|ed)?", "remit", "prevent"),
    # a policy: "zero tolerance of racist messages"
    *("crack down on", "root out", "rooting out", r"tackl\w+", "zero tolerance"),
)
_POSSIBLE = re.compile(rf"\b{_POSSIBLE_WORDS}\b", re.I)
# "its remit includes officers who are arrested": nobody in particular
_ANYBODY = re.compile(
    r"\b(?:includes?|any|all|other|about|for|of|with|on) (?:officers|staff|people|those) who "
    r"(?:are|is|have been|has been|get) $",
    re.I,
)
_EXPECTED_WORDS = one_of(
    *("will", "shall", "is due to", "are due to", "due to", "expected to", "set to", "to be", "is to", "are to"),
    *("next (?:week|month|year)", "would", "awaits?", "awaiting", "ahead of", "yet to", "faces?", "facing"),
    "later this",
)
_EXPECTED = re.compile(rf"\b{_EXPECTED_WORDS}\b", re.I)
_NOT_WORDS = one_of(
    *words("not no never nor neither without"),
    *("none of", "nobody", "rather than", "instead of", "stopped short of", "ruled out", "ruling out"),
    *("falls? short of", "no longer", "cannot", "unfounded", "escaped", "avoided", "spared", r"wrong to \w+"),
    # reports that were wrong
    *("untrue", "wrongly", "falsely", "incorrectly", "mistakenly", "rumou?rs?"),
    *("den(?:y|ies|ied|ying) that", "den(?:y|ies|ied|ying) (?:being|having been)"),
    # corrections: "an earlier version of this article said he was charged"
    *("earlier version", "previous version", "apologise for saying"),
)
_NOT = re.compile(rf"\b{_NOT_WORDS}\b|n['’]t\b", re.I)
# "had he not resigned, he would have been dismissed": he did resign
_HAD_NOT = re.compile(r"\b(?:had|if) (?:he|she|they) (?:had )?not (?:already |since |first )?$", re.I)
# "If the panel finds misconduct, they could be sacked": for these the whole of the sentence's front counts
_SUPPOSES = re.compile(
    r"[\"“‘']?(?:if|whether|should|anyone|any officer|imagine|suppose|say that)\b",
    re.I,
)
# "to be charged", whose sense hangs on the word before it: "is expected"
_INFINITIVE = re.compile(r"(?:to|be|been) ")

_LABELS = ("ALLEGATION", "STAGE", "SANCTION", "OFFICERS", "BODY", "LAW", "PLATFORM", "FORCE", "UNIT")


class Assertion:
    """Notes on every mention ``assertion`` (asserted, negated, possible, expected), ``standing`` (as in tables) and
    ``said_by``, the speaker of the quotation that it stands in; quotations must be read before.
    """

    def __call__(self, doc: Doc) -> Doc:
        standings = [standing(sentence.text[:REACH]) for sentence in sentences(doc)]
        for span in mentions(doc, *_LABELS):
            sentence = sentence_at(doc, span.start_char)
            note(span, assertion=assertion(span), standing=standings[sentence.number], said_by=_said_by(doc, span))
        return doc


def _said_by(doc: Doc, span: Span) -> str:
    """The speaker of the quotation that a mention stands in; empty for the article's own voice."""
    quotes = doc.user_data.get("quotes", [])
    at = bisect_right(quotes, span.start_char, key=lambda quote: quote.start) - 1
    return quotes[at].speaker if at >= 0 and span.start_char < quotes[at].end else ""


def clause(span: Span) -> tuple[str, str]:
    """The words of a mention's clause before it and after it."""
    sentence = sentence_at(span.doc, span.start_char)
    before = source(span.doc)[max(sentence.start, span.start_char - REACH) : span.start_char]
    after = source(span.doc)[span.end_char : min(sentence.end, span.end_char + REACH)]
    left = max((match.end() for match in _CLAUSE.finditer(before)), default=0)
    right = _CLAUSE.search(after)
    return before[left:], after[: right.start()] if right else after


def assertion(span: Span) -> str:
    """``asserted``, ``negated``, ``possible`` or ``expected``, by the words of a mention and its clause before it."""
    sentence = sentence_at(span.doc, span.start_char)
    front = source(span.doc)[max(sentence.start, span.start_char - 60) : span.start_char]
    if _HAD_NOT.search(front):
        return "asserted"
    if _SUPPOSES.match(sentence.text) or sentence.text[-3:].rstrip("\"”’'").endswith("?"):
        return "possible"
    if _ANYBODY.search(front):
        return "possible"
    near = " ".join(clause(span)[0].split()[-12:])
    if _INFINITIVE.match(span.text):
        near += " " + span.text
    for words_of, reading in ((_POSSIBLE, "possible"), (_NOT, "negated"), (_EXPECTED, "expected")):
        if words_of.search(near):
            return reading
    return "asserted"
