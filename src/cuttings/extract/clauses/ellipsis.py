"""Outcomes whose verb is left out: "Two were dismissed; a third, who had left, would have been."."""

import re

from spacy.tokens import Doc

from cuttings.extract.spans import by_sentence, free, mark, sentence_at, source

_WOULD = re.compile(
    r"\b(?:would|should) have been(?=(?:,? (?:too|as well|also))?[.,;:)–—]|,? had (?:he|she|they)\b)", re.I
)
_ENDED = frozenset({"dismissed", "would_have_been_dismissed"})


class Ellipsis:
    """Marks SANCTION ``would_have_been_dismissed`` where a dismissal stands before it in the sentence."""

    def __call__(self, doc: Doc) -> Doc:
        for spans in by_sentence(doc, "SANCTION"):
            first = next((span for span in spans if span.kb_id_ in _ENDED), None)
            if first is None:
                continue
            for match in _WOULD.finditer(source(doc), first.end_char, sentence_at(doc, first.start_char).end):
                if free(doc, match.start(), match.end(), "SANCTION"):
                    mark(doc, match.start(), match.end(), "SANCTION", "would_have_been_dismissed", "ellipsis")
        return doc
