"""The part each named person plays: officer, former_officer, official, victim, family or other.

Decided over all mentions of the person in the article; a sign of being harmed, or of being related to somebody harmed,
comes before a title.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from cuttings.extract.matters import LEAVING
from cuttings.extract.patterns import WORD
from cuttings.extract.people.advocates import is_counsel, speaks_for_members, speaks_for_party
from cuttings.extract.people.harmed import aimed_at, is_aimed_at, of_harm
from cuttings.extract.people.officials import is_private, is_second, of_office
from cuttings.extract.people.police import (
    has_left,
    is_of_force,
    of_employment,
    of_police,
    other_officer,
    was_dismissed_before,
)
from cuttings.extract.people.sharing import share
from cuttings.extract.spans import by_sentence, detail, mentions, note, sentence_at, sentences, source
from cuttings.vocabulary import Vocabulary

_ANONYMOUS = re.compile(r"(?:Officer|PC|Pc|Constable|Sergeant|Sgt) [A-Z]")
_HONORIFIC = re.compile(r" ?(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)$")
_JUDGE = re.compile(r"Judge|Justice")
_RESPECTED = frozenset({"Aunty", "Uncle"})  # of elders, who are nobody's relatives
# "former Harrowmere ", "ex-" before a rank
_FORMER = re.compile(rf"(?:\b(?:former|ex|retired|one-time|then)[- ](?:{WORD} ){{0,4}}|\bex-)$", re.I)
_OTHER_JOB = re.compile(r"\b(?:councillor|cllr|MP|minister|mayor|chief executive|editor|director)\.? $", re.I)
_FORMER_RANK = re.compile(r"(?:former|ex|retired)\b", re.I)
_FORMER_COLLEAGUE = re.compile(r"(?:former|ex)[- ]colleague$", re.I)
# An officer who tells of the conduct is no subject of it.
_WITNESS = re.compile(
    r",? (?:\d\d, )?who (?:had )?(?:first )?"
    r"(?:reported|complained|raised|came forward|blew the whistle|gave evidence|received|objected)\b"
    r"|,? (?:\d\d, )?who (?:had )?(?:first )?(?:brought (?:it|them|the \w+) to light|"
    r"(?:found|discovered|spotted|came across|flagged|exposed) the (?:clip|chat|group|messages?|texts?|posts?|images)\b"
    r"(?! (?:funny|amusing|hilarious)))"
    r"|(?:,[^,.]{0,40},|,)? (?:gave evidence|reported (?:the|them|it|him|her)|blew the whistle|raised concerns|"
    r"complained)\b"
    r"|['’]s complaint\b"
    r"|,? (?:\d\d, )?(?:who )?(?:had )?told (?:an?|her|his|their) (?:supervisor|sergeant|inspector|boss|line manager)\b"
)
# "The chat was brought out by Constable Vale"
_BROUGHT_OUT = re.compile(
    r"\b(?:brought (?:out|to light)|reported|exposed|revealed|found|discovered|seen|spotted|flagged|handed in) by "
    r"(?:an? )?(?:\w+ ){0,3}(?:(?:colleague|officer), (?:\w+ ){0,2})?$"
)
_IN_OFFICE = re.compile(
    r"(?!shadow|opposition)(?:[\w ]+ )?"
    r"(?:(?:minister|secretary)(?: for [\w ]+)?|mayor(?: of [\w ]+)?|governor|premier)",
    re.I,
)
# What is done in messages, and speaks for nobody: "Sgt Vale posted …"
_MESSAGES = re.compile(r"(?:post|tweet|text|messag|wr[oi]t|call|jok|repl|respond|brand|dub|label|nam|quip|shout)", re.I)
# What somebody accused does in a report, and whom they are accused before.
_ANSWERS = re.compile(r"\b(?:den(?:y|ies|ied)|admit\w*|plead\w*|apologis\w*|accused)\b", re.I)
_TO_PANEL = re.compile(
    r"\b(?:told|said to) (?:the |a )?(?:\w+ )?(?:hearing|panel|court|jury|tribunal|judge|magistrates?)\b"
)
# ", of Harrowmere Constabulary"
_OF_FORCE = re.compile(
    r",? (?:of|from|for|at) (?:the )?"
    r"(?:(?:[A-Z][\w’'-]+ ){1,4}(?:Police|Constabulary|IOPC|Office|Service|Department)|"
    r"IOPC|CPS|NPCC|PIRC|HMICFRS|Met|RCMP|PSNI|NYPD)\b"
)
_IN_SERVICE = frozenset({"officer", "former_officer", "official", "speaks_for", "investigates", "former_senior"})
# Ranks whose holders are seldom a force's voice: in such a report they are who it is about, or one who saw it
_LOW_RANKS = frozenset(
    {"Police Constable", "Constable", "Student Officer", "Special Constable", "Detective Constable", "Police Officer"}
    | {"Deputy Sheriff", "Trooper", "Garda", "Senior Constable", "Head Constable", "Sub-Inspector"}
    | {"Assistant Sub-Inspector"}
)
_MIDDLE_RANKS = frozenset(
    {
        "Inspector",
        "Detective Inspector",
        "Chief Inspector",
        "Detective Chief Inspector",
        "Lieutenant",
        "Captain",
        "Major",
    }
)


@dataclass(frozen=True)
class _Accusing:
    """Whether a sentence ``tells`` of a proceeding or of misconduct, and whether somebody ``answers`` to it there."""

    tells: bool
    answers: bool


class Roles:
    """Notes ``role``, ``title`` and ``witness`` on every PERSON mention; quotations must be read before.

    ``title`` is the first that the article gives the person; ``witness`` is yes for one who reported the conduct.
    """

    def __init__(self, vocabulary: Vocabulary):
        self.ranks = vocabulary.lexicon("ranks")
        self.kinds = vocabulary.lexicon("roles")

    def __call__(self, doc: Doc) -> Doc:
        accusing = _accusing(doc)
        people: dict[str, list[Span]] = defaultdict(list)
        for span in mentions(doc, "PERSON"):
            people[span.kb_id_].append(span)
        aimed = aimed_at(source(doc))
        roles = {name: self._role(doc, name, spans, accusing, aimed) for name, spans in people.items()}
        share(doc, roles)
        for name, spans in people.items():
            title = next((detail(span)["title"] for span in spans if detail(span).get("title")), "")
            witness = "yes" if any(_tells_of_it(doc, span) for span in spans) else ""
            for span in spans:
                note(span, role=roles[name], title=title, witness=witness)
        return doc

    def _role(self, doc: Doc, name: str, spans: list[Span], accusing: list[_Accusing], aimed: set[str]) -> str:
        """One person's role; ``accusing``: what each sentence says of a proceeding or of misconduct;
        ``aimed``: what those are called whom the messages were about.
        """
        signs = {sign for span in spans for sign in self._signs(doc, span, aimed)}
        anonymous = _ANONYMOUS.fullmatch(name) is not None
        if anonymous and "victim" not in signs:
            signs.add("officer")
        if "officer" in signs:
            signs -= {"family"}  # "his wife, PC Vale"
        if "dead" in signs and not signs & _IN_SERVICE:
            signs.add("victim")
        for role in ("victim", "family", "killer") if "dead" in signs else ("family", "victim", "killer"):
            if role in signs:
                return "other" if role == "killer" else role
        signs -= {"dead"}
        if "members" in signs:
            return "other"
        if "speaks_for" in signs:
            return "official"
        if "counsel" in signs:
            return "official" if "official" in signs else "other"
        quotes = (quote for quote in doc.user_data.get("quotes", ()) if quote.speaker == name)
        said = {quote.speaker_start for quote in quotes if not _MESSAGES.match(quote.cue)}
        middle = self._middle(spans)
        accused = any(_accused(doc, span, accusing, middle and span.start_char in said) for span in spans)
        if "investigates" in signs:
            signs -= {"investigates"}
            if not accused and "former_officer" not in signs:
                return "official"
        if left := signs & {"left", "left_police"}:
            signs -= left
            gone = "officer" in signs or (not signs and accused)
            signs |= {"former_officer"} if gone or "left_police" in left else set()
        speaks = bool(said)
        rank_alone = signs == {"officer"} and not anonymous
        after = [source(doc)[span.end_char : span.end_char + 90] for span in spans]
        of_force = not signs and any(map(is_of_force, after))
        retired = signs == {"former_officer"}
        if speaks and (rank_alone or of_force or retired) and not accused:
            if retired:
                told = any(_tells_of_it(doc, span) for span in spans)
                return "former_officer" if told else "other"  # "In my day …", says a retired inspector
            return "official" if of_force or not self._low(spans) else "officer"
        if of_force:
            signs.add("officer")
        if speaks and not accused and {"official", "officer"} <= signs:
            signs -= {"officer"}  # "Sir Jo Vale, police officer, born in 1949", once a chief constable
        if speaks and not signs and any(_OF_FORCE.match(source(doc), span.end_char) for span in spans):
            signs.add("official")
        return _of_signs(signs, speaks)

    def _low(self, spans: list[Span]) -> bool:
        titles = [_HONORIFIC.sub("", detail(span).get("title", "")) for span in spans]
        ranks = [self.ranks.get(title) for title in titles if title]
        return any(row is not None and row.value in _LOW_RANKS for row in ranks)

    def _middle(self, spans: list[Span]) -> bool:
        """Whether somebody has a rank whose holders often speak for a force, and are seldom whom it accuses."""
        titles = [_HONORIFIC.sub("", detail(span).get("title", "")) for span in spans]
        ranks = [self.ranks.get(title) for title in titles if title]
        return any(row is not None and row.value in _MIDDLE_RANKS for row in ranks)

    def _signs(self, doc: Doc, span: Span, aimed: set[str]) -> list[str]:
        """What the words around one mention say, inside its paragraph."""
        text, title = source(doc), detail(span).get("title", "")
        with_title = title and text[max(span.start_char - len(title) - 3, 0) : span.start_char].rstrip().endswith(title)
        start = span.start_char - (len(title) + 1 if with_title else 0)
        before = text[max(start - 70, 0) : start].rpartition("\n")[2]
        after = text[span.end_char : span.end_char + 90].partition("\n")[0]
        found = [
            *of_harm(before, after),
            *self._titled(title, before.removesuffix(", ").removesuffix(title)),
            *of_employment(text[max(span.start_char - 24, 0) : span.start_char], after),
        ]
        if sign := of_office(before, after) or of_police(before, after, bool(title)):
            found.append(sign)
        if was_dismissed_before(text[max(start - 70, 0) : span.start_char].rpartition("\n")[2], after):
            found.append("former_officer")
        if speaks_for_members(before + title + " " if with_title else before, after, self._sentence_before(doc, start)):
            found.append("members")
        if title and self._no_rank(title) and is_private(before + title + " " if with_title else before, after):
            found = [sign for sign in found if sign != "official"]
        if is_aimed_at(before, aimed):
            found.append("victim")
        if is_counsel(before, after):
            found.append("counsel")
        left = "" if _OTHER_JOB.search(before) else has_left(after)
        return [*found, left] if left else found

    def _no_rank(self, title: str) -> bool:
        """Whether a title is one of any trade: "chair", "director", "spokeswoman"."""
        told = _HONORIFIC.sub("", title)
        role = self.kinds.get(told)
        return self.ranks.get(told) is None and role is not None and role.value in {"official", "chair"}

    def _sentence_before(self, doc: Doc, start: int) -> str:
        number = sentence_at(doc, start).number
        return sentences(doc)[number - 1].text if number else ""

    def _titled(self, title: str, before: str) -> list[str]:
        """What the title before a name says: "Chief Constable", "Judge", "former Sgt"."""
        told = _HONORIFIC.sub("", title)
        if _JUDGE.search(title) and not _FORMER.search(before):
            return ["official"]
        if not told or told in _RESPECTED:
            return []
        if other_officer(before[-24:] + told):
            return []
        if told.lower() == "deputy" and is_second(before):
            return ["official"]
        if _FORMER_COLLEAGUE.search((before + told).strip()):
            return ["former_officer"]
        former = bool(_FORMER.search(before) or _FORMER_RANK.match(told))
        rank, role = self.ranks.get(told), self.kinds.get(told)
        if rank is not None and rank["kind"] == "senior":
            return ["former_senior" if former else "official"]
        if rank is not None:
            return ["former_officer" if former else "officer"]
        if told.lower().startswith("spokes") and speaks_for_party(before + told):
            return []
        if role is not None and role.value in {"official", "judge", "chair"}:
            return ["other" if former else "official"]
        if role is not None and role.value == "politician" and _IN_OFFICE.fullmatch(told) and not former:
            return ["official"]
        return [role.value] if role is not None and role.value in {"victim", "family"} else []


def _tells_of_it(doc: Doc, span: Span) -> bool:
    """Whether the words around a name say that somebody reported the conduct, or gave evidence of it."""
    text, start = source(doc), span.start_char
    return bool(_WITNESS.match(text, span.end_char) or _BROUGHT_OUT.search(text[max(start - 70, 0) : start]))


def _of_signs(signs: set[str], speaks: bool) -> str:
    """The role of somebody who is not harmed; "former_senior": a chief who is gone may speak, or may be a subject."""
    if "official" in signs and not {"officer", "former_officer"} & signs:
        return "official"
    if "former_senior" in signs:
        return "other" if speaks else "former_officer"
    return next((role for role in ("former_officer", "officer", "official") if role in signs), "other")


def _accusing(doc: Doc) -> list[_Accusing]:
    marked = by_sentence(doc, "STAGE", "SANCTION", "ALLEGATION", "LAW")
    return [
        _Accusing(
            any(span.kb_id_ not in LEAVING for span in spans),
            bool(_ANSWERS.search(sentence.text) or _TO_PANEL.search(sentence.text)),
        )
        for sentence, spans in zip(sentences(doc), marked, strict=True)
    ]


def _accused(doc: Doc, span: Span, accusing: list[_Accusing], speaks: bool) -> bool:
    """Whether a sentence that names an officer speaks of a proceeding, or of what was told to one; where the officer
    ``speaks`` in it, for others perhaps, only whether the officer answers to something.
    """
    told = accusing[sentence_at(doc, span.start_char).number]
    return (told.tells and not speaks) or told.answers
