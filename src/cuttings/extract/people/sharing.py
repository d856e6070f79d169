"""People who share a part: those whom a count names, those of one list, and those who are somebody's relatives."""

import re
from bisect import bisect_left
from itertools import pairwise

from spacy.tokens import Doc

from cuttings.extract.counts.forms import COLLECTIVES
from cuttings.extract.patterns import one_of
from cuttings.extract.people.harmed import IS_KIN
from cuttings.extract.people.leaving import share_left
from cuttings.extract.people.lists import AGED, LIST, counted, firsts, listed_before, listed_from, take
from cuttings.extract.people.opening import OPENING, share_aged, share_opening, share_told
from cuttings.extract.spans import detail, mentions, sentence_at, sentences, source

# "A lawyer for Birch, Hal Wexler": no list
_ACTS_FOR = re.compile(
    r"\b(?:[Cc]ounsel|[Ll]awyer|[Ss]olicitor|[Bb]arrister|[Aa]ttorney) for (?:[A-Z]\w+\.? )?$"
    r"|(?:^|[.\n“\"] ?)(?:For|Representing|Defending|Prosecuting|Acting for|On behalf of) "
    r"(?:[A-Z][\w.’'-]+ (?:and )?)*$"
)
# Right before a list of those whom an article opens on
_THE_GROUP = r"[Tt]he (?:two |three |four |five |six )?(?:officers|constables|pair|trio|men|women|defendants|accused)"
_THEY_ARE = re.compile(
    rf"(?:{_THE_GROUP},|(?:{_THE_GROUP}|[Tt]hey)(?:,| (?:are|were|have been|can now be))?(?: \w+){{0,3}}? "
    r"(?:named|identified)(?: (?:in court|publicly|today|(?:on|by) \w+))* as|"
    r"[Tt]hey are|[Tt]he other(?:s|(?: former)? (?:two|three|four|five|six)) (?:are|were)|"
    r"[Tt]hose dismissed (?:are|were)) $"
)
# "One of them, PC ", "Another, ", "A third man, "
_ONE_OF_THEM = re.compile(
    r"\b(?:[Oo]ne of (?:them|those|these|the (?:\w+ )?(?:officers|constables|deputies|sergeants|two|three|four|"
    r"five|six|"
    r"seven|eight|nine|ten|dozen|men|women))|[Aa]nother(?: of them)?|[Tt]he (?:other|last|youngest|oldest|most senior)|"
    r"(?:[Aa]|[Tt]he) (?:second|third|fourth|fifth|sixth))(?: (?:officer|constable|deputy|man|woman|one))?, "
    r"(?:(?:PC|DC|Sgt|Officer|Deputy|Constable|Sergeant) )?$"
)
_ORDINAL = re.compile(r"(?:A|The) (?:second|third|fourth|fifth|sixth)\b", re.I)
# Between a count and the name of whom it counts
_NAMED = re.compile(
    r"(?: who (?:has|have|had) (?:since )?left the (?:force|police|job))?(?: in the dock)?,? "
    r"(?:named as |\d\d-year-old )?"
)
_ONE_RANK = re.compile(r"[^s]$")  # "PC", where "PCs" is the title of those who follow, too


def share(doc: Doc, roles: dict[str, str]) -> None:
    """Give ``roles``, name to role, what people have from the count that names them, their list or their age."""
    for step in (
        *(
            _share_counted,
            _share_one_of,
            share_opening,
            share_told,
            share_aged,
            _share_named,
            _share_described,
            _share_as_many,
        ),
        *(_share_listed, share_left, _share_kin),
    ):
        step(doc, roles)


def _share_counted(doc: Doc, roles: dict[str, str]) -> None:
    """Those whom a count names are what it counts: "two former constables, Jo Vale, 35, and Bo Lunt"."""
    spans = mentions(doc, "PERSON")
    starts = [span.start_char for span in spans]
    for count in counted(doc):
        at = bisect_left(starts, count.end_char)
        if at < len(spans) and _NAMED.fullmatch(source(doc)[count.end_char : spans[at].start_char]):
            take(roles, spans[at], count)


def _share_one_of(doc: Doc, roles: dict[str, str]) -> None:
    """ "The sheriff fired six deputies. One of them, Jo Vale, …": of the police told of right before."""
    counts, text = counted(doc), source(doc)
    starts = [count.start_char for count in counts]
    for person in mentions(doc, "PERSON"):
        told = _ONE_OF_THEM.search(text, max(person.start_char - 50, 0), person.start_char)
        at = bisect_left(starts, told.start()) if told else 0
        near = 3 if told and _ORDINAL.match(told.group()) else 1  # "A sixth man, Jo Vale": of the six of the opening
        if at and sentence_at(doc, person.start_char).number - sentence_at(doc, starts[at - 1]).number <= near:
            take(roles, person, counts[at - 1])


def _share_kin(doc: Doc, roles: dict[str, str]) -> None:
    """ "Mr Vale's niece, Jo Lunt": of somebody harmed, who has no other part."""
    for whose, kin in pairwise(mentions(doc, "PERSON")):
        related = IS_KIN.fullmatch(source(doc)[whose.end_char : kin.start_char])
        if related and roles[kin.kb_id_] == "family" and roles[whose.kb_id_] == "other":
            roles[whose.kb_id_] = "victim"


def _share_named(doc: Doc, roles: dict[str, str]) -> None:
    """ "The officers, named as Jo Vale and Bo Lunt", "The pair, Jo Vale and Bo Lunt": as many as the opening counts."""
    spans, text = mentions(doc, "PERSON"), source(doc)
    counts = {span.kb_id_: span for span in counted(doc) if sentence_at(doc, span.start_char).number < 2 * OPENING}
    for number, span in enumerate(spans) if counts else ():
        if _THEY_ARE.search(text, max(span.start_char - 70, 0), span.start_char):
            listed = listed_from(doc, spans, number)
            count = counts.get(str(len(listed)))
            for person in listed if count is not None and len(listed) > 1 else ():
                take(roles, person, count)


def _share_described(doc: Doc, roles: dict[str, str]) -> None:
    """ "… Jo Vale, Bo Lunt and Di Orr were something else. The three, all constables on a rural team, …"."""
    spans = mentions(doc, "PERSON")
    for sentence in sentences(doc):
        told = _THE_THREE_ALL.match(sentence.text)
        before = [span for span in spans if span.start_char < sentence.start]
        if not told or not before:
            continue
        listed = listed_before(doc, spans, len(before) - 1)
        if len(listed) == _AS_A_NUMBER[told["number"].lower()]:
            role = "former_officer" if told["former"] else "officer"
            roles |= {span.kb_id_: role for span in listed if roles[span.kb_id_] == "other"}


_AS_A_NUMBER = {**COLLECTIVES, **{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}}
_THE_THREE_ALL = re.compile(
    rf"The (?P<number>{one_of(*_AS_A_NUMBER)})(?: of them| men| women)?,? (?:who (?:are|were) )?(?:all|both|each) "
    rf"(?:of them )?"
    r"(?:(?P<former>former |retired |ex-)|(?:serving|police|response|neighbourhood) )*(?:an? )?"
    r"(?:constables?|officers?|sergeants?|PCs?|detectives?|deputies|gardaí|troopers?)\b"
)


def _share_as_many(doc: Doc, roles: dict[str, str]) -> None:
    """ "Before him stood Jo Vale, 44, Bo Lunt, 38, and Di Orr, 36", in an article that opens on three officers."""
    spans, text = mentions(doc, "PERSON"), source(doc)
    early = [span for span in counted(doc) if sentence_at(doc, span.start_char).number < OPENING]
    counts = {span.kb_id_: span for span in reversed(early)}
    number, at_first = 0, set(firsts(spans).values())
    while counts and number < len(spans) and sentence_at(doc, spans[number].start_char).number < 2 * OPENING:
        listed = listed_from(doc, spans, number)
        number += len(listed)
        count = counts.get(str(len(listed)))
        if count is None or len(listed) < 2 or count.start_char > listed[0].start_char:
            continue
        if all(each.start_char in at_first and AGED.match(text, each.end_char) for each in listed):
            for person in listed:
                take(roles, person, count)


def _share_listed(doc: Doc, roles: dict[str, str]) -> None:
    """People listed together are of one kind: "former constables Jo Vale, Bo Lunt and Di Orr"; "…, all former PCs".

    Beside officers who have a rank, those without one are former, where the article counts any that are.
    """
    spans = mentions(doc, "PERSON")
    at_first = set(firsts(spans).values())
    any_former = any(detail(span).get("status") in {"former", "mixed"} for span in counted(doc))
    text = source(doc)
    pairs = [
        (a, b)
        for a, b in pairwise(spans)
        if LIST.fullmatch(text[a.end_char : b.start_char])
        and not _ACTS_FOR.search(text, max(a.start_char - 30, 0), a.start_char)
    ]
    apart = [at_first.isdisjoint({a.start_char, b.start_char}) for a, b in pairs]
    early = [pair for pair, is_later in zip(pairs, apart, strict=True) if not is_later]  # at a first mention: says more
    later = [pair for pair, is_later in zip(pairs, apart, strict=True) if is_later]
    back = [(b, a) for a, b in (*reversed(early), *reversed(later))]
    for left, right in (*early, *later, *back):
        if roles[left.kb_id_] in {"officer", "former_officer", "victim"} and roles[right.kb_id_] == "other":
            after = left.start_char < right.start_char
            gone = any_former and after and roles[left.kb_id_] == "officer"
            gone = gone and _ONE_RANK.search(detail(left).get("title", ""))
            roles[right.kb_id_] = "former_officer" if gone else roles[left.kb_id_]
