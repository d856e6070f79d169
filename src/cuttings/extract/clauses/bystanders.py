"""Whose step "he" or "a colleague" makes it, where that is no police: "Her husband is in prison. He was jailed …"."""

import re
from collections.abc import Mapping, Sequence

from spacy.tokens import Span

from cuttings.extract.clauses.hedges import reach
from cuttings.extract.clauses.passers_by import opens_on_passer_by
from cuttings.extract.patterns import AnyCase
from cuttings.extract.people.advocates import is_counsel
from cuttings.extract.spans import Sentence, detail, sentence_at, sentences, source

_HE = re.compile(r"(?P<who>he|she) ", re.I)
# "A jury had convicted him in July"
_HIM = re.compile(r"(?:(?<= )| )(?P<who>him|her)\b(?! \w+(?:s|es) )")
# "A photograph of a man in a cell … The man was released without charge"
_THE_MAN = re.compile(
    r"[“\"]?(?:the|this|that) (?P<who>man|woman|boy|girl|teenager|detainee|prisoner)\b(?!,? who\b)", re.I
)
_SHOWN = (
    r"\b(?:photo\w*|pictures?|images?|videos?|clips?|footage|film|selfies?|messages?|texts?|comments|remarks) "
    r"(?:[\w-]+ ){{0,2}}?(?:of|about|to|showing) an? (?:[\w-]+ ){{0,3}}?{who}\b(?! (?:constable|officer|sergeant))"
)
_LATELY = 4000  # characters: half a dozen paragraphs
_COLLEAGUES = AnyCase(r"\b(?:(?:his|her|former) )?colleagues? (?:who|whom|that) [^.;]{0,60}$")
_KILLER = re.compile(r"\bwho (?:had )?(?:abducted|killed|murdered|raped|stabbed|strangled)\b", re.I)
# "The officer, a 26-year-old man who …"
_THE_OFFICER = re.compile(
    r"(?:the|this|that) (?:[\w-]+ )?(?:officer|constable|sergeant|inspector|detective|PC|DC)\b", re.I
)
# "Vale's former partner, Mo Orr, a nurse of 35, has been dealt with": how far from its start a sentence's subject is
_NEAR = 70
_OWNED = re.compile(r"['’]s?\b|['’] ")
_SAYS = re.compile(r"\b(?:said|says|told|tells|added|adds|warned|argued|claimed|asked|insisted|thought|heard)\b", re.I)
# "The mother of the boy said that he had been arrested"
_MOTHER_OF = re.compile(
    r"the (?:mother|father|parents|family|brother|sister|wife|husband|son|daughter|partner) of (?:the|an?) "
    r"(?!(?:[\w-]+ ){0,2}?(?:officers?|constables?|sergeants?|inspectors?|detectives?|trooper|deputy|PC)\b)"
    r"[^.;]*\b(?:he|she)(?: (?:had|has|was|been|wrongly|later))* $",
    re.I,
)
# "Jay Rafter, who is not a member of the gardaí, was jailed"
_NO_MEMBER = AnyCase(
    r"\b(?:is|was|are|were) (?:not|never|neither) (?:an? |himself |herself |themselves )*"
    r"(?:members? of|police|garda|officers?|constables?|serving)\b[^.;]*$"
)
_ONE_MET = re.compile(
    r"\b(?:the|an?) (?:[\w-]+ )?(?:woman|man|girl|boy|teenager|detainee|prisoner|suspect|patient|motorist|pensioner)"
    r"(?!,? (?:officer|constable|sergeant|who (?:posted|sent|wrote|shared))\b)\b",
    re.I,
)
_NO_PART = frozenset({"other", "victim", "family"})


class Bystanders:
    """Of the steps of one article; ``candidates``: the counted police and named people of each sentence, ``genders``:
    ``f`` or ``m`` of given names that tell it.
    """

    def __init__(self, candidates: Sequence[Sequence[Span]], genders: Mapping[str, str]):
        self._candidates, self._genders = candidates, genders
        police = (number for number, told in enumerate(candidates) if any(kind(c) == "police" for c in told))
        self._first = next(police, 0)  # the first sentence that counts or names police

    def own(self, step: Span, number: int) -> bool:
        """Whether a step in the sentence of this number is theirs by a pronoun, or as colleagues of theirs."""
        before = source(step.doc)[reach(step) : step.start_char]
        here = [c for c in self._candidates[number] if c.end_char <= step.start_char]
        if _MOTHER_OF.match(before) or _NO_MEMBER.search(before):
            return True
        if self._is_the_one_pictured(step, before):
            return True
        pronoun = _HE.match(before)
        if pronoun and number and not any(kind(c) == "police" for c in here):
            return self._he_is_one(sentences(step.doc)[number - 1], pronoun["who"].lower())
        whom = _HIM.search(source(step.doc), step.start_char, step.end_char + len(" him "))
        if whom and number and not any(kind(c) == "police" for c in self._candidates[number]):
            return self._he_is_one(sentences(step.doc)[number - 1], "he" if whom["who"] == "him" else "she")
        # "Ed Vale, the firefighter, wrote to colleagues who were jailed later"
        return bool(_COLLEAGUES.search(before)) and bool(here) and all(_plays_no_part(c) for c in here)

    def _is_the_one_pictured(self, step: Span, before: str) -> bool:
        """Whether "the man" whom a sentence is about was told of before as he whom a picture shows, or who got it."""
        the = _THE_MAN.match(before)
        if the is None:
            return False
        told, start = (
            re.compile(_SHOWN.format(who=the["who"].lower()), re.I),
            sentence_at(step.doc, step.start_char).start,
        )
        return told.search(source(step.doc), max(start - _LATELY, 0), start) is not None

    def _he_is_one(self, before: Sentence, he: str) -> bool:
        """Whether "he" is somebody of the sentence before who is no police."""
        told = self._candidates[before.number]
        if _NO_MEMBER.search(before.text.rstrip(".")):
            return True  # "Tordoff, who is not a police officer, changed his plea. He was given a community order"
        if _KILLER.search(before.text):
            return True  # "… the phone of Cole Voss, who murdered her. He was jailed for life"
        if not told and _ONE_MET.search(before.text):
            return True  # "Another posted the woman's booking picture. She had been arrested over a missed court date"
        if before.number < self._first:
            return True  # "She had left a man who hit her. He went to prison for it", before any officer is told of
        if told and all(c.label_ == "OFFICERS" and kind(c) == "other" for c in told):
            return not _THE_OFFICER.match(before.text)
        if any(kind(c) == "police" for c in told if not _OWNED.match(source(c.doc), c.end_char)):
            return False
        return opens_on_passer_by(before.text) or self._opens_on(before, told, he)

    def _opens_on(self, sentence: Sentence, told: Sequence[Span], he: str) -> bool:
        """Whether a sentence is about somebody named who plays no part, says nothing in it, and may be this "he"."""
        people = [c for c in told if c.label_ == "PERSON" and not _OWNED.match(source(c.doc), c.end_char)]
        if not people or people[0].start_char - sentence.start > _NEAR or _SAYS.search(sentence.text):
            return False
        text, who = source(people[0].doc), people[0]
        if is_counsel(text[sentence.start : who.start_char], text[who.end_char : sentence.end]):
            return False
        gender = self._genders.get(who.kb_id_.split()[0], "")
        return _plays_no_part(who) and gender in {"", "f" if he == "she" else "m"}


def _plays_no_part(candidate: Span) -> bool:
    """Whether somebody named is no officer, and no official who speaks of the matter."""
    return candidate.label_ == "PERSON" and detail(candidate).get("role") in _NO_PART


def kind(candidate: Span) -> str:
    """``police``, or ``other``: counted police and named officers, or somebody whom neither count nor role makes so."""
    known = detail(candidate)
    if candidate.label_ == "PERSON":
        reports = known.get("witness") == "yes"  # "the city once fired Sgt Vale herself", who reported the chat
        return "police" if known.get("role") in {"officer", "former_officer"} and not reports else "other"
    somebody = known.get("head") == "weak" and known.get("status") == "unknown" and candidate.kb_id_ == "1"
    elsewhere = _ELSEWHERE.match(source(candidate.doc), candidate.end_char) is not None
    return "other" if somebody or elsewhere else "police"


# "two constables from another force, who were convicted": theirs is another matter
_ELSEWHERE = re.compile(
    r" (?:from|at|in|of|with|serving (?:with|in)) (?:another|a different|a neighbouring|an unrelated|other) "
    r"(?:police )?(?:force|department|service|agency|constabulary)s?\b"
)
