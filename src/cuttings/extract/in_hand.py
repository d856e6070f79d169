"""What a watchdog has in hand, by what it does or is given: "passed the file to the Kerrin Police Ombudsman"."""

from collections.abc import Iterator

from spacy.tokens import Doc

from cuttings.extract.patterns import AnyCase, one_of
from cuttings.extract.spans import free, mark, mentions, sentence_at, source

# Whoever looks into police without a name of its own
_SOMEBODY = AnyCase(
    r"\b(?:"
    r"(?:the )?(?:force['’]s |department['’]s |police |state |national |independent )*"
    r"(?:watchdog|regulator|ombudsman|ombuds|"
    r"professional standards(?: (?:department|unit|command|branch|bureau|team|directorate))?|"
    r"internal affairs(?: (?:unit|division|bureau))?|anti-corruption (?:unit|command|branch|team|detectives)|"
    r"counter-corruption (?:unit|command)|inspector general|(?:standards|oversight|review|licensing) (?:board|agency|"
    r"commission|body))"
    r"|(?:detectives|investigators|officers) from (?:a neighbouring|a different|another|an outside) (?:police )?force"
    r")(?!\w)"
)
_TO = one_of(
    *("passed", "passing", "forwarded", "forwarding", "handed", "submitted", "flagged", "escalated", "disclosed"),
    *("turned over", "turned it over", "sent", "reported", "referred", "refer", "taken", "took"),
)
# The last words before a body: "forwarded the residents' complaint … to the", "notified the"
_GIVEN = AnyCase(
    rf"\b(?:{_TO}|submit) (?:(?!said|says|told|that|and)[\w’'-]+ ){{0,9}}?(?:on )?to "
    r"(?:the |scotland['’]s |[\w-]+['’]s )?$"
    r"|\b(?:notified|informed|alerted|calls? in|called in|made a report to) (?:the )?$"
)
_TOLD = AnyCase(
    r"^(?: \([A-Z]+\))? (?:was|were|has been|had been|have been) (?:(?!not\b|never\b)\w+ )?"
    r"(?:notified|informed|alerted|called in|told of)\b"
)
# "suspended while professional standards investigates"
_WHILE = AnyCase(r"\b(?:while|as) (?:the |its |an? )?(?:[\w’'-]+ ){0,3}?$")
_INVESTIGATES = AnyCase(r"^(?: \([A-Z]+\))? (?:investigates?|looks? into (?:it|the|his|her|their)|reviews the)\b")
_LOOKS = AnyCase(
    r"^(?:['’]s)?(?: \([A-Z]+\))?(?: (?:investigators|detectives|officers|unit|team))?,? (?:"
    r"(?:is|are|has been|have been|had been|was|were) (?:\w+ly |now |still |also |already )?"
    r"(?:investigating|looking (?:at|into)|examining|reviewing|probing|sifting|trawling|combing|going (?:through|over)|"
    r"working (?:its|their) way|taking a look|carrying out|conducting|leading|inquiring|brought in|at work on)"
    r"|(?:has|have|had )?(?:seized|launched an?|opened an?|begun an?|started an?|served (?:him|her|them|notices?)|"
    r"taken (?:his|her|their) phones?|interviewed (?:him|her|them|the|two|three|four|five|six|all))"
    r"|(?:has|have) finished with"
    r"|said (?:that )?(?:its|his|her) (?:investigators|detectives|officers|team) (?:were|are|had been) \w+ing"
    r"|(?:said (?:that )?(?:it|she|he) )?(?:would|will) (?:now )?(?:manage|lead|oversee|direct|supervise|run) "
    r"(?:the|an|this) (?:[\w-]+ )?(?:inquiry|investigation|probe)"
    r"|(?:of the [^,.;]{3,40} )?(?:has |have )?agreed (?:(?:last|this) \w+ |on \w+ )?to (?:conduct|carry out|run|lead|"
    r"handle|investigate|take (?:on|over))"
    r")\b"
)


class InHand:
    """Marks STAGE ``referred`` or ``under_investigation`` where no form stands already. BODY must be marked before."""

    def __call__(self, doc: Doc) -> Doc:
        text = source(doc)
        for start, end in _bodies(doc):
            sentence = sentence_at(doc, start)
            given = _GIVEN.search(text, max(sentence.start, start - 110), start)
            if given:
                # of "forwarded the complaint about his posts to" a part has its own reading
                whole = free(doc, given.start(), end, "STAGE")
                _mark(doc, given.start() if whole else start, end, "referred")
            if _WHILE.search(text, sentence.start, start):
                looks = _INVESTIGATES.search(text[end : min(end + 80, sentence.end)])
                if looks:
                    _mark(doc, start, end + looks.end(), "under_investigation")
            for pattern, value in ((_TOLD, "referred"), (_LOOKS, "under_investigation")):
                after = pattern.search(text[end : min(end + 80, sentence.end)])
                if after:
                    _mark(doc, end + after.start(), end + after.end(), value)
        return doc


def _bodies(doc: Doc) -> Iterator[tuple[int, int]]:
    yield from ((span.start_char, span.end_char) for span in mentions(doc, "BODY"))
    yield from (match.span() for match in _SOMEBODY.finditer(source(doc)))


def _mark(doc: Doc, start: int, end: int, value: str) -> None:
    if free(doc, start, end, "STAGE"):
        mark(doc, start, end, "STAGE", value, "in_hand")
