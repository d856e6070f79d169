"""Whom an article opens on: "Two former officers were jailed", and the people with an age who are named further on."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span

from cuttings.extract.people.lists import AGED, counted, is_former, listed_from, opens, take
from cuttings.extract.spans import detail, mentions, sentence_at, source

OPENING = 3  # sentences
_NEAR_START = 40  # characters
_AGAINST = re.compile(r"The (?:\w+ )?(?:charges?|case|allegations?|accusations?|complaints?|proceedings) against ")


def share_opening(doc: Doc, roles: dict[str, str]) -> None:
    """The first whom an article on one officer names at the start of a sentence, with an age, is that officer; where
    it opens on several, so are the first who are named side by side, as many as there are.
    """
    spans = mentions(doc, "PERSON")
    opening = [span for span in counted(doc) if sentence_at(doc, span.start_char).number < OPENING]
    counts = {span.kb_id_ for span in opening}
    if len(counts) != 1 or not spans or not opening[0].kb_id_.isdigit():
        return
    count = next(filter(is_former, opening), opening[0])
    if roles.get(spans[0].kb_id_) == "officer" and not (all(map(is_former, opening)) and count.kb_id_ == "1"):
        return
    after = (n for n, span in enumerate(spans) if span.start_char > opening[0].end_char and opens(doc, span))
    first = next(after, None)
    if first is None or sentence_at(doc, spans[first].start_char).number >= 2 * OPENING:
        return
    if count.kb_id_ == "1" and _told_before(doc, roles, spans[:first], spans[first]):
        return
    listed = listed_from(doc, spans, first)
    ranked = roles[spans[first].kb_id_] == "officer"  # and of an article on one former officer
    if len(listed) == int(count.kb_id_) and (
        len(listed) > 1 or ranked or AGED.match(source(doc), spans[first].end_char)
    ):
        for person in listed:
            take(roles, person, count)


def _told_before(doc: Doc, roles: dict[str, str], earlier: list[Span], person: Span) -> bool:
    """Whether somebody named earlier is whom an article on one opens on: a former officer, or one with an age where
    this one has a rank.
    """
    if any(roles[span.kb_id_] == "former_officer" for span in earlier):
        return True
    return roles[person.kb_id_] == "officer" and any(AGED.match(source(doc), span.end_char) for span in earlier)


def share_told(doc: Doc, roles: dict[str, str]) -> None:
    """ "A former constable was found guilty in May. Jo Vale, 39, had …": the officer of the sentence before."""
    told = {sentence_at(doc, span.start_char).number: span for span in reversed(counted(doc))}
    for person in mentions(doc, "PERSON"):
        sentence = sentence_at(doc, person.start_char)
        before = told.get(sentence.number - 1)
        if before is None or before.kb_id_ != "1" or detail(before).get("kind") != "new":
            continue
        early = before.start_char - sentence_at(doc, before.start_char).start < _NEAR_START
        if early and (opens(doc, person) or _charged(doc, person)) and AGED.match(source(doc), person.end_char):
            take(roles, person, before)


def _charged(doc: Doc, person: Span) -> bool:
    """ "The charge against Jo Vale, 47, is …": whom the first words of a sentence tell of."""
    sentence = sentence_at(doc, person.start_char)
    return _AGAINST.fullmatch(source(doc), sentence.start, person.start_char) is not None


def share_aged(doc: Doc, roles: dict[str, str]) -> None:
    """ "Two former officers … Jo Vale, 38, took … his colleague Bo Lunt, 35": of a court's report, the people with an
    age are those whom it opens on, where they are as many.
    """
    text = source(doc)
    aged: dict[str, Span] = {}
    for span in mentions(doc, "PERSON"):
        if roles[span.kb_id_] in {"officer", "former_officer", "other"} and AGED.match(text, span.end_char):
            aged.setdefault(span.kb_id_, span)
    opening = [span for span in counted(doc) if sentence_at(doc, span.start_char).number < 2 * OPENING]
    count = next((span for span in opening if span.kb_id_ == str(len(aged)) and len(aged) > 1), None)
    for person in aged.values() if count is not None else ():
        take(roles, person, count)
    for each in opening:
        _take_beside(doc, roles, each, aged)
    if opening and all(map(is_former, opening)) and opening[0].kb_id_.isdigit():
        for listed in _aged_lists(doc, roles):
            for person in listed if len(listed) <= int(opening[0].kb_id_) else ():
                take(roles, person, opening[0])  # "Six retired officers … Jo Vale, 62, and Bo Lunt, 65, appeared"


def _take_beside(doc: Doc, roles: dict[str, str], count: Span, aged: dict[str, Span]) -> None:
    """ "Two constables … Jo Vale, 33, got six months, and Bo Lunt, 30, four", beside a sergeant who has a part."""
    number = sentence_at(doc, count.start_char).number
    after = [person for name, person in aged.items() if roles[name] == "other" and person.start_char > count.end_char]
    near = [person for person in after if sentence_at(doc, person.start_char).number - number <= 1]
    for person in near if count.kb_id_ == str(len(near)) and len(near) > 1 else ():
        take(roles, person, count)


def _aged_lists(doc: Doc, roles: dict[str, str]) -> Iterator[list[Span]]:
    """The lists of people, each with an age and no part as yet, that open a sentence."""
    spans, text = mentions(doc, "PERSON"), source(doc)
    for number, span in enumerate(spans):
        if opens(doc, span) and AGED.match(text, span.end_char):
            listed = listed_from(doc, spans, number)
            free = all(roles[each.kb_id_] == "other" and AGED.match(text, each.end_char) for each in listed)
            if len(listed) > 1 and free:
                yield listed
