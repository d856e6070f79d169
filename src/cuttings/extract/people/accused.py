"""Who answers to something in a report, and who tells of it: an accused officer, and one who reported the conduct."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from cuttings.extract.matters import LEAVING
from cuttings.extract.patterns import AnyCase, Sought
from cuttings.extract.spans import by_sentence, sentence_at, sentences, source

# An officer who tells of the conduct is no subject of it.
_WITNESS = re.compile(
    r",? (?:\d\d, )?who (?:had )?(?:first )?"
    r"(?:reported|complained|raised|came forward|blew the whistle|gave evidence|received|objected)\b"
    r"|,? (?:\d\d, )?who (?:had )?(?:first )?(?:brought (?:it|them|the \w+) to light|"
    r"(?:found|discovered|spotted|came across|flagged|exposed) the (?:clip|chat|group|messages?|texts?|posts?|images)\b"
    r"(?! (?:funny|amusing|hilarious)))"
    r"|(?:,[^,.]{0,40},|,)? (?:gave evidence|reported (?:the|them|it|him|her)|blew the whistle|raised concerns|"
    r"complained)\b"
    r"|['’]s (?:written |formal |own )?complaint\b"
    r"|,? (?:\d\d, )?(?:who )?(?:had )?told (?:an?|her|his|their) (?:supervisor|sergeant|inspector|boss|line manager)\b"
)
# "The chat was brought out by Constable Vale"
_BROUGHT_OUT = re.compile(
    r"\b(?:brought (?:out|to light)|reported|exposed|revealed|found|discovered|seen|spotted|flagged|handed in) by "
    r"(?:an? )?(?:\w+ ){0,3}(?:(?:colleague|officer), (?:\w+ ){0,2})?$"
)
# What somebody accused does in a report, and whom they are accused before.
_ANSWERS = AnyCase(r"\b(?:den(?:y|ies|ied)|admit\w*|plead\w*|apologis\w*|accused)\b")
_TO_PANEL = Sought(
    r"\b(?:told|said to) (?:the |a )?(?:\w+ )?(?:hearing|panel|court|jury|tribunal|judge|magistrates?)\b"
)


@dataclass(frozen=True)
class Accusing:
    """Whether a sentence ``tells`` of a proceeding or of misconduct, and whether somebody ``answers`` to it there."""

    tells: bool
    answers: bool


def read_accusing(doc: Doc) -> list[Accusing]:
    """What each sentence of an article says of a proceeding or of misconduct."""
    marked = by_sentence(doc, "STAGE", "SANCTION", "ALLEGATION", "LAW")
    return [
        Accusing(
            any(span.kb_id_ not in LEAVING for span in spans),
            bool(_ANSWERS.search(sentence.text) or _TO_PANEL.search(sentence.text)),
        )
        for sentence, spans in zip(sentences(doc), marked, strict=True)
    ]


def is_accused(doc: Doc, span: Span, accusing: list[Accusing], speaks: bool) -> bool:
    """Whether a sentence that names an officer speaks of a proceeding, or of what was told to one; where the officer
    ``speaks`` in it, for others perhaps, only whether the officer answers to something.
    """
    told = accusing[sentence_at(doc, span.start_char).number]
    return (told.tells and not speaks) or told.answers


def tells_of_it(doc: Doc, span: Span) -> bool:
    """Whether the words around a name say that somebody reported the conduct, or gave evidence of it."""
    text, start = source(doc), span.start_char
    return bool(_WITNESS.match(text, span.end_char) or _BROUGHT_OUT.search(text[max(start - 70, 0) : start]))
