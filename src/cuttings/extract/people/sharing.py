"""People who share a role: those whom a count names, those of one list, and those of whom it is said that they left."""

import re
from bisect import bisect_left
from itertools import pairwise

from spacy.tokens import Doc, Span

from cuttings.extract.matters import counts_police
from cuttings.extract.patterns import one_of
from cuttings.extract.people.advocates import is_counsel
from cuttings.extract.spans import detail, mentions, sentence_at, sentences, source

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
_STAYED = re.compile(
    r"\b(?:court|courtroom|room|dock|building|hearing|group|chat|scene)\b[^.]{0,10}$"
    r"|\bleft the (?:court|room|group|chat)"
)
# Right before a list of those whom an article opens on
_THE_GROUP = r"[Tt]he (?:two |three |four |five |six )?(?:officers|constables|pair|trio|men|women|defendants|accused)"
_THEY_ARE = re.compile(
    rf"(?:{_THE_GROUP},|(?:{_THE_GROUP}|[Tt]hey)(?:,| (?:are|were|have been|can now be))?(?: \w+){{0,3}}? "
    r"(?:named|identified)(?: (?:in court|publicly|today|(?:on|by) \w+))* as|"
    r"[Tt]hey are|[Tt]hose dismissed (?:are|were)) $"
)
_MANY = re.compile(r"\b(?:[Bb]oth|pair|two|[Nn]either|three|trio|four|five|six|seven)\b")
_NUMBERS = {"both": 2, "pair": 2, "two": 2, "neither": 2, "three": 3, "trio": 3, "four": 4, "five": 5} | {
    "six": 6,
    "seven": 7,
}


def share(doc: Doc, roles: dict[str, str]) -> None:
    """Give ``roles``, name to role, what people have from the count that names them, their list or their age."""
    for step in (
        *(_share_counted, _share_opening, _share_told, _share_aged, _share_named, _share_listed, _share_left),
    ):
        step(doc, roles)


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
    if len(counts) != 1 or not spans or not opening[0].kb_id_.isdigit():
        return
    count = next(filter(_is_former, opening), opening[0])
    if roles.get(spans[0].kb_id_) == "officer" and not (all(map(_is_former, opening)) and count.kb_id_ == "1"):
        return
    after = (n for n, span in enumerate(spans) if span.start_char > opening[0].end_char and _opens(doc, span))
    first = next(after, None)
    if first is None or sentence_at(doc, spans[first].start_char).number >= 2 * _OPENING:
        return
    listed = _listed(doc, spans, first)
    ranked = roles[spans[first].kb_id_] == "officer"  # and of an article on one former officer
    if len(listed) == int(count.kb_id_) and (
        len(listed) > 1 or ranked or _AGED.match(source(doc), spans[first].end_char)
    ):
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


def _share_aged(doc: Doc, roles: dict[str, str]) -> None:
    """ "Two former officers … Jo Vale, 38, took … his colleague Bo Lunt, 35": of a court's report, the people with an
    age are those whom it opens on, where they are as many.
    """
    text = source(doc)
    aged: dict[str, Span] = {}
    for span in mentions(doc, "PERSON"):
        if roles[span.kb_id_] in {"officer", "former_officer", "other"} and _AGED.match(text, span.end_char):
            aged.setdefault(span.kb_id_, span)
    opening = [span for span in _counted(doc) if sentence_at(doc, span.start_char).number < 2 * _OPENING]
    count = next((span for span in opening if span.kb_id_ == str(len(aged)) and len(aged) > 1), None)
    for person in aged.values() if count is not None else ():
        _take(roles, person, count)


def _share_named(doc: Doc, roles: dict[str, str]) -> None:
    """ "The officers, named as Jo Vale and Bo Lunt", "The pair, Jo Vale and Bo Lunt": as many as the opening counts."""
    spans, text = mentions(doc, "PERSON"), source(doc)
    counts = {span.kb_id_: span for span in _counted(doc) if sentence_at(doc, span.start_char).number < 2 * _OPENING}
    for number, span in enumerate(spans) if counts else ():
        if _THEY_ARE.search(text, max(span.start_char - 70, 0), span.start_char):
            listed = _listed(doc, spans, number)
            count = counts.get(str(len(listed)))
            for person in listed if count is not None and len(listed) > 1 else ():
                _take(roles, person, count)


def _share_left(doc: Doc, roles: dict[str, str]) -> None:
    """ "…, both of whom have left the force", "Both men resigned in 2022", "None of the five is now an officer"."""
    spans, text = mentions(doc, "PERSON"), source(doc)
    first = _firsts(spans)
    for number, span in enumerate(spans):
        told = _OF_WHOM.match(text, span.end_char)
        if told:
            listed = _listed_before(doc, spans, number)
            _leave(roles, [each.kb_id_ for each in (listed[-2:] if told["both"] else listed)])
    for sentence in sentences(doc):
        told = _ALL_LEFT.match(sentence.text) or _NONE_STAYED.match(sentence.text)
        if told and not _STAYED.search(sentence.text):
            named = (name for name, start in first.items() if start < sentence.start)
            police = [name for name in named if roles[name] in {"officer", "former_officer"}]
            many = _MANY.search(told["who"])
            if (many and len(police) == _NUMBERS[many.group().lower()]) or (not many and len(police) > 1):
                _leave(roles, police)


def _firsts(spans: list[Span]) -> dict[str, int]:
    """Where each person is named first."""
    first: dict[str, int] = {}
    for span in spans:
        first.setdefault(span.kb_id_, span.start_char)
    return first


def _leave(roles: dict[str, str], names: list[str]) -> None:
    for name in names:
        if roles[name] in {"officer", "other"}:
            roles[name] = "former_officer"


def _listed_before(doc: Doc, spans: list[Span], last: int) -> list[Span]:
    """The people of the list that ends with this one."""
    first = last
    while first and _LIST.fullmatch(source(doc)[spans[first - 1].end_char : spans[first].start_char]):
        first -= 1
    return spans[first : last + 1]


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
    title = detail(person).get("title", "")
    before = len(title) + 1 if title else 0
    return 0 <= person.start_char - sentence_at(doc, person.start_char).start <= before


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


def _share_listed(doc: Doc, roles: dict[str, str]) -> None:
    """People listed together are of one kind: "former constables Jo Vale, Bo Lunt and Di Orr"; "…, all former PCs".

    Beside officers who have a rank, those without one are former, where the article counts any that are.
    """
    spans = mentions(doc, "PERSON")
    firsts = set(_firsts(spans).values())
    any_former = any(detail(span).get("status") in {"former", "mixed"} for span in _counted(doc))
    text = source(doc)
    pairs = [
        (a, b)
        for a, b in pairwise(spans)
        if _LIST.fullmatch(text[a.end_char : b.start_char])
        and not _ACTS_FOR.search(text, max(a.start_char - 30, 0), a.start_char)
    ]
    apart = [firsts.isdisjoint({a.start_char, b.start_char}) for a, b in pairs]
    early = [pair for pair, is_later in zip(pairs, apart, strict=True) if not is_later]  # at a first mention: says more
    later = [pair for pair, is_later in zip(pairs, apart, strict=True) if is_later]
    back = [(b, a) for a, b in (*reversed(early), *reversed(later))]
    for left, right in (*early, *later, *back):
        if roles[left.kb_id_] in {"officer", "former_officer", "victim"} and roles[right.kb_id_] == "other":
            after = left.start_char < right.start_char
            gone = any_former and after and roles[left.kb_id_] == "officer"
            gone = gone and _ONE_RANK.search(detail(left).get("title", ""))
            roles[right.kb_id_] = "former_officer" if gone else roles[left.kb_id_]
