"""Whose stage is it? Notes on every STAGE and SANCTION mention whether a police subject stands before it.

"A man was arrested", "jailed for her murder" and "the fraud trial" are stages, but of somebody or something else.
"""

import re

from spacy.tokens import Doc, Span

from cuttings.extract.assertion import clause
from cuttings.extract.spans import by_sentence, detail, note

_OTHER_CRIME = re.compile(
    r"\b(?:murder\w*|manslaughter|abduct\w*|kidnap\w*|terror\w*|stabbing|drug dealing|dangerous driving|drink[- ]driving|burglary|fraud|theft|"
    r"affray|arson|robbery|shooting)\b",
    re.I,
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:an? (?:[\w-]+ )?(?:man|woman|teenager|boy|girl|driver|suspect|councillor|teacher|soldier|firefighter|prisoner|protester|pensioner|youth|student|mother|father|journalist)"
    r"(?: in (?:his|her) \w+)?)\b",
    re.I,
)


_THING = r"(?:appeal|claim|application|motion|bid|lawsuit|battery|phone|strike|match|licen[cs]e|season|campaign|trial|inquiry|investigation|complaint|idea|suggestion|talks)s?"
_THING_BEFORE = re.compile(rf"\b{_THING} (?:(?:was|were|is|are|has|had|have|been|be) )*$", re.I)
_THING_AFTER = re.compile(rf" (?:its|the|their|his|her|an?) (?:\w+ )?{_THING}\b", re.I)
# "the man whom PC Vale arrested": she did the arresting
_ARRESTS = re.compile(r"arrested(?:,| (?:him|her|them|a|an|the|two|three|four|five)\b)", re.I)


_WHOM = re.compile(r"\b(?:whom|who|that) (?:[A-Z][\w.’'-]* )+$")


class Proceedings:
    """Notes ``subject`` (police, other or unknown) on STAGE and SANCTION mentions."""

    def __call__(self, doc: Doc) -> Doc:
        subjects = by_sentence(doc, "OFFICERS", "PERSON")
        for number, spans in enumerate(by_sentence(doc, "STAGE", "SANCTION")):
            for span in spans:
                note(span, subject=_subject(span, subjects[number]))
        return doc


def _subject(span: Span, candidates: list[Span]) -> str:
    before, after = clause(span)
    if _THING_BEFORE.search(before) or _THING_AFTER.match(after) or _ARRESTS.match(span.text + after) or (
        span.text == "arrested" and _WHOM.search(before)
    ):
        return "other"
    if _OTHER_CRIME.search(before[-50:] + span.text + after[:60]):
        return "other"
    nearest = None
    for candidate in candidates:
        if candidate.end_char <= span.start_char:
            nearest = candidate
    sentence_before = span.doc.text[span.sent.start_char if nearest is None else nearest.end_char : span.start_char]
    if _SOMEBODY_ELSE.search(sentence_before) and not _SOMEBODY_ELSE.search(sentence_before).group().endswith("officer"):
        return "other"
    if nearest is None:
        return "unknown"
    if nearest.label_ == "PERSON":
        return "police" if detail(nearest).get("role") in {"officer", "former_officer"} else "other_person"
    return "other" if detail(nearest).get("head") == "weak" and _SOMEBODY_ELSE.match(nearest.text) else "police"
