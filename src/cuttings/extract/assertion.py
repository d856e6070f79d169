"""Does the article say that it is so? Clause by clause, what stands around a mention: denied, expected, only possible.

Defaults to the lower reading: a mention is asserted when nothing around it takes it back, and its standing is never
higher than a word in its own sentence makes it.
"""

import re
from bisect import bisect_right

from spacy.tokens import Doc, Span

from cuttings.extract.spans import mentions, note, sentence_at, sentences, source

# Boundaries that end the reach of "could" and "not".
_CLAUSE = re.compile(r"[;:–—(),]|\.\s|\b(?:but|although|though|while|whereas|because|after|before|when|who|which|(?:linked|related|connected|unrelated) to|separate from|and (?=(?:was|were|is|are|has|have|had|will|he|she|they)\b))", re.I)
_POSSIBLE = re.compile(
    r"\b(?:could|may|might|can|if|whether|should|possible|possibly|potentially|likely|unless|until|any|anyone|anybody|those who|"
    r"officers who|cops who|someone|everyone|whoever|risks?|risking|feared?|fears|facing the prospect|calls? (?:for|on)|called (?:for|on)|urged?|"
    r"demands?|demanded|considers?|considering|recommend(?:s|ed)?|to determine|to decide|what happens|hypothetical|in the event|"
    r"must|ought|liable to|threaten(?:s|ed|ing)? (?:to|with)|wants?|wanted|proposal|proposed|plans? (?:to|for)|asked (?:if|whether)|would have to|powers? to|able to|unable to|"
    r"allow(?:s|ed|ing)? (?:\w+ )*to|threat of|maximum|wish(?:es|ed)?|remit|prevent|crack down on|root out|rooting out|tackl\w+|zero tolerance)\b",
    re.I,
)
# "its remit includes officers who are arrested": nobody in particular
_ANYBODY = re.compile(r"\b(?:includes?|any|all|other|about|for|of|with|on) (?:officers|staff|people|those) who (?:are|is|have been|has been|get) $", re.I)
_EXPECTED = re.compile(
    r"\b(?:will|shall|is due to|are due to|due to|expected to|set to|to be|is to|are to|next (?:week|month|year)|would|awaits?|awaiting|ahead of|yet to|"
    r"faces?|facing|later this)\b",
    re.I,
)
_NOT = re.compile(
    r"\b(?:not|no|never|nor|neither|without|none of|nobody|rather than|instead of|stopped short of|ruled out|ruling out|falls? short of|"
    r"no longer|cannot|unfounded|escaped|avoided|spared|wrong to \w+|untrue|wrongly|falsely|incorrectly|mistakenly|rumou?rs?|den(?:y|ies|ied|ying) that|den(?:y|ies|ied|ying) (?:being|having been)|earlier version|previous version|apologise for saying)\b|n['’]t\b",
    re.I,
)
_STANDING = (
    ("cleared", re.compile(r"\b(?:cleared|acquitted|exonerated|not (?:been )?proven|found not guilty|verdicts? of not guilty|not guilty verdicts?|unproven|no case to answer|overturned|quashed|struck out|dropped)\b", re.I)),
    ("denied", re.compile(r"\b(?:den(?:y|ies|ied|ying)|rejects?|rejected|disputes?|disputed|refutes?|refuted|not guilty)\b", re.I)),
    ("admitted", re.compile(r"\b(?:admit(?:s|ted|ting)?|accepted (?:that|it|they|he|she|the|all)|pleaded guilty|pled guilty|confessed|acknowledged)\b", re.I)),
    ("found", re.compile(r"\b(?:(?:found|deemed) (?:to have|guilty|to be in breach|in breach|gross|misconduct|proved|proven)|found that|panel (?:found|ruled|concluded|decided)|upheld|proven|proved|convicted|ruled (?:that|to)|judge said|amounted to|guilty of|jailed|sentenced)\b", re.I)),
    ("charged", re.compile(r"\b(?:charged with|charges? of|face[sd]? (?:\w+ )?charges?|accused in court|stand trial|on trial)\b", re.I)),
    ("investigated", re.compile(r"\b(?:investigat\w+|inquiry|enquiry|probe[ds]?|looked (?:at|into)|looking into|examin\w+)\b", re.I)),
    ("alleged", re.compile(r"\b(?:alleg\w+|accus\w+|claim\w*|reportedly|said to|suspected|suspicion|understood to|apparently|appear(?:s|ed)? to)\b", re.I)),
)  # fmt: skip


REACH = 600  # characters; no clause is longer, and a line without full stops must not cost its length for each mention


class Assertion:
    """Notes on every mention ``assertion`` (asserted, negated, possible, expected) and ``standing`` (as in tables)."""

    def __call__(self, doc: Doc) -> Doc:
        standings = [standing(sentence.text[:REACH]) for sentence in sentences(doc)]
        for span in mentions(doc, "ALLEGATION", "STAGE", "SANCTION", "OFFICERS", "BODY", "LAW", "PLATFORM", "FORCE", "UNIT"):
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
    """``asserted``, ``negated``, ``possible`` or ``expected``, by the words of the clause before the mention and in it."""
    before, _ = clause(span)
    # the whole of the sentence's front counts for "if": "If the panel finds misconduct, they could be sacked"
    sentence = sentence_at(span.doc, span.start_char)
    # "had he not resigned, he would have been dismissed": he did resign
    if re.search(r"\b(?:had|if) (?:he|she|they) (?:had )?not (?:already |since |first )?$", source(span.doc)[max(sentence.start, span.start_char - 60) : span.start_char], re.I):
        return "asserted"
    if re.match(r"[\"“‘']?(?:if|whether|should|anyone|any officer|imagine|suppose|say that)\b", sentence.text, re.I) or sentence.text[-3:].rstrip("\"”’'").endswith("?"):
        return "possible"
    if _ANYBODY.search(source(span.doc), max(sentence.start, span.start_char - 60), span.start_char):
        return "possible"
    near = " ".join(before.split()[-12:])
    if re.match(r"(?:to|be|been) ", span.text):
        near += " " + span.text  # "is expected" + "to be charged"
    if _POSSIBLE.search(near):
        return "possible"
    if _NOT.search(near):
        return "negated"
    if _EXPECTED.search(near):
        return "expected"
    return "asserted"


def standing(text: str) -> str:
    """How far a sentence goes in what it says, by its words; ``reported`` when none of them says.

    What takes a claim back (cleared, denied) comes before what upholds it.

    >>> standing("He denied sending racist messages"), standing("Six are being investigated over racist posts")
    ('denied', 'investigated')
    """
    for code, words in _STANDING:
        match = words.search(text)
        if match is None:
            continue
        before = text[max(match.start() - 45, 0) : match.start()]
        if code in {"cleared", "denied", "alleged"} or not _TAKEN_BACK.search(before):
            return code
        if code == "admitted":
            return "denied"
    return "reported"


_TAKEN_BACK = re.compile(r"\b(?:not|never|nobody|no[- ]one|none|without|if|would|could|might|may|whether|should|refus\w+ to|declin\w+ to|unless|until)\b[^,;]*$|^if\b", re.I)
