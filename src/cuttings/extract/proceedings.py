"""Whose stage is it? Notes on every STAGE and SANCTION mention who stands as the subject of its verb.

``subject`` is ``police`` (counted or named police, or a pronoun for them), ``other`` (somebody or something else: "a man
was arrested", "the appeal was dismissed", "jailed for her murder") or ``unknown``; ``verb`` says whether the mention is a
verb ("was sacked") rather than a noun ("a final written warning").
"""

import re

from spacy.tokens import Doc, Span

from cuttings.extract.assertion import clause
from cuttings.extract.spans import by_sentence, detail, note, sentence_at, source

_OTHER_CRIME = re.compile(
    r"\b(?:murder\w*|manslaughter|abduct\w*|kidnap\w*|terror\w*|stabbing|drug dealing|dangerous driving|drink[- ]driving|burglary|fraud|"
    r"theft|affray|arson|robbery|shooting|speeding)\b",
    re.I,
)
_VERB = re.compile(
    r"(?:(?:has|have|had|was|were|is|are|been|being|be|also|both|later|to|would|will) )*"
    r"(?:arrested|charged|convicted|jailed|imprisoned|sentenced|sacked|dismissed|fired|suspended|cleared|acquitted|found|barred|disciplined|"
    r"warned|reinstated|tried|indicted|prosecuted|fined|struck)\b(?! sentence)",
    re.I,
)
_AUXILIARY = r"(?:was|were|is|are|has|have|had|been|being|be|also|later|since|now|already|then|both|all|each|to|would|will|subsequently|eventually|finally)"
_HEAD = re.compile(rf"(?P<head>[\w’'-]+)(?P<auxiliaries>(?: {_AUXILIARY})*) ?$", re.I)
_RELATIVE = re.compile(rf"(?P<head>[\w’'-]+),? (?:who|whom|which|that)(?: {_AUXILIARY})* ?$", re.I)
_PRONOUNS = frozenset("he she they both all each who others one two three four five six seven eight nine ten eleven twelve another latter rest".split())
_POLICE = re.compile(
    r"(?:ex-)?(?:officers?|constables?|sergeants?|inspectors?|superintendents?|policem[ae]n|policewom[ae]n|cops?|detectives?|troopers?|deput(?:y|ies)|"
    r"pcs?|dcs?|pcsos?|gardaí|gardai|pair|duo|trio|quartet|men|women|defendants?|colleagues?|members?|staff|recruits?|probationers?|squad|team|unit)",
    re.I,
)
_NO_POLICE_OFFICER = re.compile(r"\b(?:prison|fire|custody|immigration|council|press|probation|customs|border) officers?,? $", re.I)
_OF_SOMEBODY = re.compile(r" of an? ")
_AND = frozenset("and or but then".split())


class Proceedings:
    """Notes ``subject`` and ``verb`` on STAGE and SANCTION mentions."""

    def __call__(self, doc: Doc) -> Doc:
        candidates = by_sentence(doc, "OFFICERS", "PERSON")
        for number, spans in enumerate(by_sentence(doc, "STAGE", "SANCTION")):
            for span in spans:
                verb = bool(_VERB.match(span.text))
                subject = _of_verb(span, candidates[number]) if verb else _of_noun(span, candidates[number])
                note(span, subject=subject, verb="yes" if verb else "")
        return doc


def _of_noun(span: Span, candidates: list[Span]) -> str:
    before, after = clause(span)
    if _OTHER_CRIME.search(before[-50:] + span.text + after[:60]):
        return "other"
    if _OF_SOMEBODY.match(after) and not _POLICE.search(after[:60]):
        return "other"  # "the trial of a drug dealer"
    return _kind(_nearest(span, candidates)) or "unknown"


def _of_verb(span: Span, candidates: list[Span]) -> str:
    """The kind of the noun that stands as the verb's subject; of its object where the verb is active."""
    before, after = clause(span)
    if _OTHER_CRIME.search(before[-50:] + span.text + after[:60]):
        return "other"
    text = source(span.doc)
    low = max(sentence_at(span.doc, span.start_char).start, span.start_char - 120)
    if _NO_POLICE_OFFICER.search(text, low, span.start_char):
        return "other"
    head = _RELATIVE.search(text, low, span.start_char) or _HEAD.search(before)
    passive = bool(head and head.groupdict().get("auxiliaries")) or span.text.split()[0].lower() != span.text.split()[-1].lower()
    if head is None or head["head"].lower() in _AND or re.fullmatch(_AUXILIARY, head["head"], re.I):
        return _kind(_nearest(span, candidates)) or "unknown"
    at = head.end("head") + (0 if head.re is _RELATIVE else span.start_char - len(before))
    told = next((c for c in candidates if c.start_char < at <= c.end_char), None)
    if told is not None:
        return _kind(told)
    if head["head"].lower() in _PRONOUNS or _POLICE.fullmatch(head["head"]):
        return "police"
    if not passive and any(0 <= c.start_char - span.end_char < 60 and _kind(c) == "police" for c in candidates):
        return "police"  # "the chief fired three deputies"
    return "other"


def _nearest(span: Span, candidates: list[Span]) -> Span | None:
    return next((c for c in reversed(candidates) if c.end_char <= span.start_char), None)


def _kind(candidate: Span | None) -> str:
    if candidate is None:
        return ""
    known = detail(candidate)
    if candidate.label_ == "PERSON":
        return "police" if known.get("role") in {"officer", "former_officer"} else "other"
    somebody = known.get("head") == "weak" and known.get("status") == "unknown" and candidate.kb_id_ == "1"
    return "other" if somebody else "police"
