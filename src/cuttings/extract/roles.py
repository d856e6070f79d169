"""The part each named person plays: officer, former_officer, official, victim, family or other.

Decided over all mentions of the person in the article; a sign of being harmed, or of being related to somebody harmed,
comes before a title.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

from spacy.tokens import Doc, Span

from cuttings.extract.matters import LEAVING, counts_police
from cuttings.extract.patterns import WORD
from cuttings.extract.role_signs import (
    aimed_at,
    has_left,
    is_aimed_at,
    is_counsel,
    is_of_force,
    is_second,
    of_employment,
    of_harm,
    of_office,
    other_officer,
    speaks_for_party,
)
from cuttings.extract.spans import by_sentence, detail, mentions, note, sentence_at, source
from cuttings.vocabulary import Vocabulary

_ANONYMOUS = re.compile(r"(?:Officer|PC|Pc|Constable|Sergeant|Sgt) [A-Z]")
_HONORIFIC = re.compile(r" ?(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)$")
_JUDGE = re.compile(r"Judge|Justice")
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
_IN_OFFICE = re.compile(r"(?!shadow|opposition)(?:[\w ]+ )?(?:minister|secretary)(?: for [\w ]+)?", re.I)
# What somebody accused does in a report, and whom they are accused before.
_ANSWERS = re.compile(r"\b(?:den(?:y|ies|ied)|admit\w*|plead\w*|apologis\w*|accused)\b", re.I)
_TO_PANEL = re.compile(
    r"\b(?:told|said to) (?:the |a )?(?:\w+ )?(?:hearing|panel|court|jury|tribunal|judge|magistrates?)\b"
)
# ", of Harrowmere Constabulary"
_OF_FORCE = re.compile(
    r",? (?:of|from|for|at) (?:the )?(?:[A-Z][\w’'-]+ ){1,4}(?:Police|Constabulary|IOPC|Office|Service|Department)\b"
)
# "A lawyer for Birch, Hal Wexler": no list
_ACTS_FOR = re.compile(
    r"\b(?:[Cc]ounsel|[Ll]awyer|[Ss]olicitor|[Bb]arrister|[Aa]ttorney) for (?:[A-Z]\w+\.? )?$"
    r"|(?:^|[.\n“\"] ?)(?:For|Representing|Defending|Prosecuting|Acting for|On behalf of) "
    r"(?:[A-Z][\w.’'-]+ (?:and )?)*$"
)
# Between people of one list: ", ", " and ", " and PC ", ", 34, and "
_LIST = re.compile(
    r"(?:,? \(?\d\d\)?)?(?:[,;]? and |[,;] )(?:(?:PC|Pc|DC|PS|Sgt|Const\.|Officer|Detective|Constable|Sergeant) )?"
)
# Ranks whose holders are seldom a force's voice: in such a report they are who it is about, or one who saw it
_LOW_RANKS = frozenset(
    {"Police Constable", "Constable", "Student Officer", "Special Constable", "Detective Constable", "Police Officer"}
    | {"Deputy Sheriff", "Trooper", "Garda", "Senior Constable"}
)


class Roles:
    """Notes ``role``, ``title`` and ``witness`` on every PERSON mention; quotations must be read before.

    ``title`` is the first that the article gives the person; ``witness`` is yes for one who reported the conduct.
    """

    def __init__(self, vocabulary: Vocabulary):
        self.ranks = vocabulary.lexicon("ranks")
        self.kinds = vocabulary.lexicon("roles")

    def __call__(self, doc: Doc) -> Doc:
        accusing = [
            any(span.kb_id_ not in LEAVING for span in spans)
            for spans in by_sentence(doc, "STAGE", "SANCTION", "ALLEGATION", "LAW")
        ]
        people: dict[str, list[Span]] = defaultdict(list)
        for span in mentions(doc, "PERSON"):
            people[span.kb_id_].append(span)
        aimed = aimed_at(source(doc))
        roles = {name: self._role(doc, name, spans, accusing, aimed) for name, spans in people.items()}
        _share_counted(doc, roles)
        _share_opening(doc, roles)
        _share_told(doc, roles)
        _share(doc, roles)
        for name, spans in people.items():
            title = next((detail(span)["title"] for span in spans if detail(span).get("title")), "")
            witness = "yes" if any(_tells_of_it(doc, span) for span in spans) else ""
            for span in spans:
                note(span, role=roles[name], title=title, witness=witness)
        return doc

    def _role(self, doc: Doc, name: str, spans: list[Span], accusing: list[bool], aimed: set[str]) -> str:
        """One person's role; ``accusing``: of each sentence, whether it speaks of a proceeding or of misconduct;
        ``aimed``: what those are called whom the messages were about.
        """
        signs = {sign for span in spans for sign in self._signs(doc, span, aimed)}
        anonymous = _ANONYMOUS.fullmatch(name) is not None
        if anonymous and "victim" not in signs:
            signs.add("officer")
        for role in ("family", "victim", "killer"):
            if role in signs:
                return "other" if role == "killer" else role
        if "speaks_for" in signs:
            return "official"
        if "counsel" in signs:
            return "official" if "official" in signs else "other"
        if left := signs & {"left", "left_police"}:
            signs -= left
            gone = "officer" in signs or (not signs and any(_accused(doc, span, accusing) for span in spans))
            signs |= {"former_officer"} if gone or "left_police" in left else set()
        speaks = any(quote.speaker == name for quote in doc.user_data.get("quotes", ()))
        rank_alone = signs == {"officer"} and not anonymous
        after = [source(doc)[span.end_char : span.end_char + 90] for span in spans]
        of_force = not signs and any(map(is_of_force, after))
        retired = signs == {"former_officer"}
        if speaks and (rank_alone or of_force or retired) and not any(_accused(doc, span, accusing) for span in spans):
            if retired:
                return "other"  # "In my day …", says a retired inspector
            return "official" if of_force or not self._low(spans) else "officer"
        if of_force:
            signs.add("officer")
        if speaks and not signs and any(_OF_FORCE.match(source(doc), span.end_char) for span in spans):
            signs.add("official")
        return _of_signs(signs, speaks)

    def _low(self, spans: list[Span]) -> bool:
        titles = [_HONORIFIC.sub("", detail(span).get("title", "")) for span in spans]
        ranks = [self.ranks.get(title) for title in titles if title]
        return any(row is not None and row.value in _LOW_RANKS for row in ranks)

    def _signs(self, doc: Doc, span: Span, aimed: set[str]) -> list[str]:
        """What the words around one mention say, inside its paragraph."""
        text, title = source(doc), detail(span).get("title", "")
        with_title = title and text[: span.start_char].rstrip().endswith(title)
        start = span.start_char - (len(title) + 1 if with_title else 0)
        before = text[max(start - 70, 0) : start].rpartition("\n")[2]
        after = text[span.end_char : span.end_char + 90].partition("\n")[0]
        found = [
            *of_harm(before, after),
            *self._titled(title, before),
            *of_office(before, after, bool(title)),
            *of_employment(text[max(span.start_char - 24, 0) : span.start_char], after),
        ]
        if is_aimed_at(before, aimed):
            found.append("victim")
        if is_counsel(before, after):
            found.append("counsel")
        left = "" if _OTHER_JOB.search(before) else has_left(after)
        return [*found, left] if left else found

    def _titled(self, title: str, before: str) -> list[str]:
        """What the title before a name says: "Chief Constable", "Judge", "former Sgt"."""
        told = _HONORIFIC.sub("", title)
        if not told or _JUDGE.fullmatch(told):
            return ["official"] if _JUDGE.search(title) else []
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


def _accused(doc: Doc, span: Span, accusing: list[bool]) -> bool:
    """Whether a sentence that names an officer speaks of a proceeding, or of what was told to one."""
    sentence = sentence_at(doc, span.start_char)
    told = _ANSWERS.search(sentence.text) or _TO_PANEL.search(sentence.text)
    return accusing[sentence.number] or told is not None


def _share_counted(doc: Doc, roles: dict[str, str]) -> None:
    """Those whom a count names are what it counts: "two former constables, Jo Vale, 35, and Bo Lunt"."""
    spans = mentions(doc, "PERSON")
    starts = [span.start_char for span in spans]
    for count in _counted(doc):
        at = bisect_left(starts, count.end_char)
        if at < len(spans) and _NAMED.fullmatch(source(doc)[count.end_char : spans[at].start_char]):
            _take(roles, spans[at], count)


def _share_opening(doc: Doc, roles: dict[str, str]) -> None:
    """The first whom an article on one officer names at the start of a sentence, with an age, is that officer; where
    it opens on several, so are the first who are named side by side, as many as there are.
    """
    spans = mentions(doc, "PERSON")
    opening = [span for span in _counted(doc) if sentence_at(doc, span.start_char).number < _OPENING]
    counts = {span.kb_id_ for span in opening}
    if len(counts) != 1 or not spans or not opening[0].kb_id_.isdigit() or roles.get(spans[0].kb_id_) == "officer":
        return
    count = next(filter(_is_former, opening), opening[0])
    after = (n for n, span in enumerate(spans) if span.start_char > opening[0].end_char and _opens(doc, span))
    first = next(after, None)
    if first is None or sentence_at(doc, spans[first].start_char).number >= 2 * _OPENING:
        return
    listed = _listed(doc, spans, first)
    if len(listed) == int(count.kb_id_) and (len(listed) > 1 or _AGED.match(source(doc), spans[first].end_char)):
        for person in listed:
            _take(roles, person, count)


def _share_told(doc: Doc, roles: dict[str, str]) -> None:
    """ "A former constable was found guilty in May. Jo Vale, 39, had …": the officer of the sentence before."""
    counted = {sentence_at(doc, span.start_char).number: span for span in reversed(_counted(doc))}
    for person in mentions(doc, "PERSON"):
        sentence = sentence_at(doc, person.start_char)
        before = counted.get(sentence.number - 1)
        if before is None or before.kb_id_ != "1" or detail(before).get("kind") != "new":
            continue
        opens = before.start_char - sentence_at(doc, before.start_char).start < _NEAR_START
        if opens and _opens(doc, person) and _AGED.match(source(doc), person.end_char):
            _take(roles, person, before)


def _listed(doc: Doc, spans: list[Span], first: int) -> list[Span]:
    """The people of the list that begins with this one."""
    last = first + 1
    while last < len(spans) and _LIST.fullmatch(source(doc)[spans[last - 1].end_char : spans[last].start_char]):
        last += 1
    return spans[first:last]


def _counted(doc: Doc) -> list[Span]:
    return [span for span in mentions(doc, "OFFICERS") if counts_police(span) or _is_former(span)]


def _is_former(span: Span) -> bool:
    return detail(span).get("status") == "former"


def _opens(doc: Doc, person: Span) -> bool:
    """ "Darren Vale was the first …": the person whom a sentence is about."""
    return person.start_char == sentence_at(doc, person.start_char).start


def _take(roles: dict[str, str], person: Span, count: Span) -> None:
    former = _is_former(count)
    if is_counsel("", source(person.doc)[person.end_char : person.end_char + 4]):
        return
    if roles[person.kb_id_] == "other" or (former and roles[person.kb_id_] == "officer"):
        roles[person.kb_id_] = "former_officer" if former else "officer"


_ONE_RANK = re.compile(r"[^s]$")  # "PC", where "PCs" is the title of those who follow, too
_OPENING = 3  # sentences
_NEAR_START = 40  # characters
_AGED = re.compile(r",? (?:aged )?\(?\d\d\b")
# Between a count and the name of whom it counts
_NAMED = re.compile(
    r"(?: who (?:has|have|had) (?:since )?left the (?:force|police|job))?(?: in the dock)?,? "
    r"(?:named as |\d\d-year-old )?"
)


def _share(doc: Doc, roles: dict[str, str]) -> None:
    """People listed together are of one kind: "former constables Jo Vale, Bo Lunt and Di Orr"; "…, all former PCs".

    Beside officers who have a rank, those without one are former, where the article counts any that are.
    """
    spans = mentions(doc, "PERSON")
    any_former = any(detail(span).get("status") in {"former", "mixed"} for span in _counted(doc))
    text = source(doc)
    pairs = [
        (a, b)
        for a, b in pairwise(spans)
        if _LIST.fullmatch(text[a.end_char : b.start_char])
        and not _ACTS_FOR.search(text, max(a.start_char - 30, 0), a.start_char)
    ]
    for left, right in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        if roles[left.kb_id_] in {"officer", "former_officer", "victim"} and roles[right.kb_id_] == "other":
            gone = any_former and roles[left.kb_id_] == "officer" and _ONE_RANK.search(detail(left).get("title", ""))
            roles[right.kb_id_] = "former_officer" if gone else roles[left.kb_id_]
