"""Who has left, by what is said further on: "both of whom have left the force", "None of them is now an officer"."""

import re

from spacy.tokens import Doc, Span

from cuttings.extract.counts.forms import COLLECTIVES
from cuttings.extract.counts.numbers import value
from cuttings.extract.patterns import one_of
from cuttings.extract.people.lists import firsts, listed_before
from cuttings.extract.spans import mentions, sentence_at, sentences, source

# What those do who leave, and what is said of those who have
_JOB = one_of(
    *("the (?:force|police|job|service|department|Met)", "policing", r"(?:[A-Z]\w+ ){1,3}(?:Police|Constabulary)")
)
_STILL_ONE = r"(?:(?:police )?officers?|constables?|in the job|with the force|employed|serving)"
_GO = (
    rf"(?:(?:have |had )?(?:both |all )?(?:since |already |now )?(?:left {_JOB}|resigned|retired|quit)\b"
    rf"|(?:are|were) (?:now |all |both )?(?:former|no longer {_STILL_ONE}))"
)
_OF_WHOM = re.compile(rf"(?:, (?:aged )?\d\d| \(\d\d\))?,? (?:(?P<both>both)|all)(?: \w+)? of whom {_GO}")
_ALL_LEFT = re.compile(
    r"(?P<who>Both|All(?: of them| (?:two|three|four|five|six|seven))|The (?:pair|two|three|four|five|six|trio)|They)\b"
    rf"(?: (?:men|women|officers|accused|defendants|constables|of them|sergeants|had|have|also))*,? {_GO}"
)
_NONE_STAYED = re.compile(
    r"(?P<who>None of (?:them|those|the (?:two|three|four|five|six|seven|men|officers|defendants))|"
    r"Neither(?: of (?:them|the two)| man| woman| officer| defendant)?) (?:"
    rf"(?:is|are|was|were) (?:now |still |any longer )?(?:an? )?(?:serving )?{_STILL_ONE}\b"
    r"|(?:still )?(?:works?|serves?|remains?) (?:for|in|with)\b)"
)
# "In 2019 a constable, Jo Vale, was fined. He has since left the force."
_HE_LEFT = re.compile(
    rf"(?:He|She) (?:(?:has|had) since (?:left {_JOB}|resigned|retired|quit)|left {_JOB} in|"
    rf"(?:is|was) (?:no longer (?:an? )?(?:serving )?{_STILL_ONE}))\b"
)
# "They had been constables together for a decade"
_HAD_BEEN = re.compile(
    r"(?:They|Both(?: men| women)?|The (?:two|pair)(?: men| women)?) "
    r"(?:(?:had|have) (?:both |once |all )?been|were (?:once|both)|(?:had )?(?:both )?(?:worked|served) as) "
    r"(?:police )?(?:constables|officers|sergeants|detectives)\b"
)
# "Only Frome remains in the job"
_ONLY = re.compile(r"(?:^|[.”\n] ?)Only (?:(?:PC|Pc|DC|Sgt|Officer|Mr|Ms|Mrs|Miss) )?$")
_REMAINS = re.compile(
    r" (?:(?:still )?(?:remains|serves|works) (?:for|in|with|as)|is still (?:with|in|employed|serving|an? )|"
    r"stays in)\b"
)
_PAIR = 2
_STAYED = re.compile(
    r"\b(?:court|courtroom|room|dock|building|hearing|group|chat|scene)\b[^.]{0,10}$"
    r"|\bleft the (?:court|room|group|chat)"
)
_MANY = re.compile(r"\b(?:[Bb]oth|pair|two|[Nn]either|three|trio|four|five|six|seven)\b")
_OF_PEOPLE = COLLECTIVES | {"neither": 2}


def share_left(doc: Doc, roles: dict[str, str]) -> None:
    """ "…, both of whom have left the force", "Both men resigned in 2022", "None of the five is now an officer"."""
    spans, text = mentions(doc, "PERSON"), source(doc)
    first = firsts(spans)
    for number, span in enumerate(spans):
        told = _OF_WHOM.match(text, span.end_char)
        if _REMAINS.match(text, span.end_char) and _ONLY.search(text, max(span.start_char - 20, 0), span.start_char):
            roles[span.kb_id_] = "officer"  # though others of the list have left
        if told:
            listed = listed_before(doc, spans, number)
            _leave(roles, [each.kb_id_ for each in (listed[-2:] if told["both"] else listed)])
    for sentence in sentences(doc):
        if _HE_LEFT.match(sentence.text):
            before = [span for span in spans if sentence_at(doc, span.start_char).number == sentence.number - 1]
            names = {span.kb_id_ for span in before}
            _leave(roles, [name for name in names if len(names) == 1 and roles[name] == "officer"])
        if _HAD_BEEN.match(sentence.text):
            pair = {
                s.kb_id_ for s in spans if s.start_char < sentence.start and _paragraph(doc, s) == sentence.paragraph
            }
            _leave(roles, [name for name in pair if len(pair) == _PAIR])
        told = _ALL_LEFT.match(sentence.text) or _NONE_STAYED.match(sentence.text)
        if told and not _STAYED.search(sentence.text):
            named = (name for name, start in first.items() if start < sentence.start)
            police = [name for name in named if roles[name] in {"officer", "former_officer"}]
            here = {
                s.kb_id_ for s in spans if s.start_char < sentence.start and _paragraph(doc, s) == sentence.paragraph
            }
            many = _MANY.search(told["who"])
            for group in (police, [name for name in police if name in here]):
                if len(group) == _number(many.group().lower()) if many else len(group) > 1:
                    _leave(roles, group)
                    break


def _paragraph(doc: Doc, span: Span) -> int:
    return sentence_at(doc, span.start_char).paragraph


def _number(word: str) -> int:
    return _OF_PEOPLE[word] if word in _OF_PEOPLE else value(word)


def _leave(roles: dict[str, str], names: list[str]) -> None:
    for name in names:
        if roles[name] in {"officer", "other"}:
            roles[name] = "former_officer"
