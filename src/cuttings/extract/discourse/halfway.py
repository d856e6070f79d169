"""Sentences that leave the reader's matter half-way: "It has nothing to do with the earlier case of two constables"."""

import re
from dataclasses import dataclass

from spacy.tokens import Span

from cuttings.extract.discourse.openings import MONTHS
from cuttings.extract.discourse.reading import Memory, Seen
from cuttings.extract.discourse.segments import MAIN, Relation, Segment
from cuttings.extract.matters import counts_anew, counts_police, proceeding, tells
from cuttings.extract.patterns import AnyCase, any_in, one_of, words
from cuttings.extract.spans import mentions_between

_EARLIER = one_of(
    *words("previous earlier past older"),
    "(?<!the )other",
    *words("similar recent separate unrelated different another prior second"),
)
_CASES = one_of(
    *words("probes? cases? investigations? scandals? revelations incidents? inquir(?:y|ies) controvers(?:y|ies)"),
    "matters?",
)
_OTHER_INSIDE = re.compile(
    # "… after two previous misconduct investigations"
    rf"(?<!the other)(?<!of other)\b{_EARLIER} (?:[\w-]+ ){{0,2}}?{_CASES}\b"
    r"|\b(?:bore|bears|bear|has|have) (?:\w+ )?similarities (?:to|with)\b"
    r"|\bsimilar to\b|\breminiscent of\b|\bechoes (?:of )?|\bon top of\b"
    r"|\blatest in a (?:string|series|line) of\b|\bfollows the case of\b"
    r"|\bjust (?:days|weeks|months) after\b"
    # "Our reporter confused her case with that of another officer"
    r"|\bconfused (?:[\w’'-]+ ){1,6}?with (?:that|those) of (?=another\b|an? \w+ officer)",
    re.I,
)
_SIMILAR = re.compile(r"similarit|similar to|reminiscent|echoes|on top of", re.I)
_NO_LINK = re.compile(
    r"\b"
    + one_of(
        # "nor has it anything to do with"
        r"nor (?:has|is|was|does) (?:it|this|the case) (?:anything )?"
        r"(?:to do with|(?:linked|connected|related) to)",
        # but "for reasons that had nothing to do with this"
        r"(?<!reasons that )(?<!reasons which )(?:has|have|had) (?:nothing|not anything) to do with",
        # "are in no way connected"
        r"(?:is|are|was|were|be) (?:also )?(?:not|in no way|neither) (?:\w+ )?(?:linked|connected|related|tied)",
        r"not (?:thought|believed|understood) to be (?:linked|connected|related)",
        *(
            "unrelated",
            "unconnected",
            # "That case, in which a sergeant was sacked, is separate, the force said"
            "(?:is|are|was|were) (?:(?:entirely|wholly|completely|quite) )?(?:separate|distinct)(?=[,.;]| the )",
            "no (?:known )?(?:link|connection|relation|bearing)s?",
            "(?:separate|distinct) from",
        ),
        *("(?<!that had )nothing to do with", "nothing in common", "nothing (?:that )?(?:ties|joins|links|connects)"),
    )
    + r"(?: (?:to|with|between|from|that))?\b",
    re.I,
)
_LINKED = re.compile(
    r"\b(?:is|are|was|were|be) (?:also )?(?:(?:thought|believed|understood) to be )?"
    r"(?:linked|connected|related) (?:to|with)\b"
    r"|\b(?:arose|stem(?:s|med)) from (?=the case|an? )",
    re.I,
)
# One of these stands in all that deny or tell of a link: most sentences have none, and are passed over quickly
_LINKS = (*words("link connect relat tied ties join separate distinct bearing arose stem"), "to do with", "in common")
# … and of these in what ``_OTHER_INSIDE`` finds
_OTHERS = words(
    "previous earlier past older other similar recent separate unrelated different another prior second reminiscent "
    "echoes latest follows after top confused"
)
# "There is no evidence that it was linked to …", "denied that …"; "is looking at whether …", "reports that … are wrong"
_DENIED = re.compile(
    r"\b(?:no|not|nor|never|nothing|neither|without|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|ruled out)\b|n[’']t\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:whether|if|may|might|could|possibl[ey]|doubt\w*|unclear|unknown|ask(?:s|ed|ing)?|suspect(?:s|ed)?|speculat\w+|wonder\w*"
    r"|rumou?rs?|reports? that|claims? that|suggestions? that)\b",
    re.I,
)
_WRONG = re.compile(
    r"\b(?:is|are|was|were) (?:wrong|false|untrue|incorrect|mistaken|denied|not (?:true|right|correct))\b", re.I
)
# The whole of the sentence tells of the other matter: "He was dismissed last year over a different matter".
_ABOUT_ANOTHER = AnyCase(
    r"\b(?:over|for|on|in|about|after|to do with|because of|as part of) (?:[\w’' ]{0,30}\b)?[\"“‘']?"
    r"(?:(?:an?|another|some) )?(?:(?:entirely|wholly|completely) )?"
    r"(?:different|unrelated|separate|(?<=a )other|(?<=an )other|(?<=some )other) (?:[\w-]+ )?"
    r"(?:matter|case|incident|issue|allegation|complaint|assault|offence|crime|theft|charge|reason)s?\b"
)
# … but "The messages came to light during another inquiry" tells of this one
_UNDER_WAY = re.compile(
    r"\bcame to (?:light|notice|attention)\b|\bemerged\b|\bdiscovered\b|\buncovered\b|\bsearched\b|\bseized\b", re.I
)
_BOTH = re.compile(r"\b(?:two|both|cases|matters|incidents|they|these|investigations|inquiries)\b", re.I)


@dataclass(frozen=True)
class Split:
    """The parts of a sentence, each of its own account, and what the sentence says of them, if it says."""

    parts: tuple[Segment, ...]
    relations: tuple[Relation, ...] = ()


def halfway(memory: Memory, seen: Seen) -> Split | None:
    """How a sentence is split between the reader's matter and another; None when the rules of ``moves`` are to decide.

    Moves the reader's ``memory`` on.
    """
    if memory.current is None or seen.onward:
        return None
    about = _ABOUT_ANOTHER.search(seen.text)
    if about and seen.tells and not _UNDER_WAY.search(seen.text):
        new, clause = memory.new(), _last_clause(seen, about)
        if clause is not None:
            start, end, cue = seen.sentence.start, seen.sentence.end, about.group()
            relation = Relation(memory.current, new, "not_linked", start, end)
            return Split((Segment(start, clause, memory.current, "stays"), Segment(clause, end, new, cue)), (relation,))
        return _whole(seen, new, seen.text[slice(*about.span())], new)
    match = _link(seen.text)
    if match is None:
        return None
    first = seen.sentence.start + (match.start() if match.re is _OTHER_INSIDE else match.end())
    if _tells_from(seen, first):
        return _parted(memory, seen, match, first)
    if match.re is _NO_LINK and not memory.elsewhere and _tells_of_another(memory, seen, match):
        return _whole(seen, memory.new(), match.group(), memory.last)
    if match.re is _NO_LINK and memory.last:
        return _looking_back(memory, seen, match)
    return None


def _last_clause(seen: Seen, about: re.Match) -> int | None:
    """Where the clause begins that tells of the other matter, after one that tells of the reader's own: "An officer was
    warned over memes, while two others were dismissed for unrelated matters".
    """
    breaks = [match.end() for match in _CLAUSE.finditer(seen.text, 0, about.start())]
    if not breaks:
        return None
    at = seen.sentence.start + breaks[-1]
    own = mentions_between(seen.doc, at, seen.sentence.start + about.start())
    told = _is_story(seen, seen.sentence.start, at) and _is_story(seen, at, seen.sentence.end)
    return at if told and any(span.label_ in {"OFFICERS", "PERSON"} for span in own) else None


_CLAUSE = re.compile(r"(?:[,;] (?:while|whereas|and|but)|;| while| whereas) ")


def _link(text: str) -> re.Match | None:
    """The words that deny a link, tell of one, or of another matter inside the sentence."""
    low = text.lower()
    linked = (_NO_LINK.search(text) or _LINKED.search(text)) if any_in(low, _LINKS) else None
    return linked or (_OTHER_INSIDE.search(text) if any_in(low, _OTHERS) else None)


def _tells_of_another(memory: Memory, seen: Seen, match: re.Match) -> bool:
    """Whether the words before a denied link tell of another matter: "Nine of its officers were dismissed last year, in
    cases which have no connection with this one", "That case, in which PC Vale was sacked, is separate".
    """
    before = mentions_between(seen.doc, seen.sentence.start, seen.sentence.start + match.start())
    if memory.is_main(seen) or not (seen.tells and proceeding(before)):
        return False
    from_this = _THIS.match(seen.text, match.end() + 1) is not None
    return from_this or (_THAT_IN_WHICH.match(seen.text) is not None and memory.strangers(seen))


def _looking_back(memory: Memory, seen: Seen, match: re.Match) -> Split | None:
    """What a sentence that tells of no matter itself says of two that the article has told of."""
    before, after = seen.text[: match.start()], seen.text[match.end() :]
    if seen.tells and memory.strangers(seen):
        return None
    elsewhere = memory.elsewhere and not memory.is_main(seen)
    if _BOTH.search(before) and not match.group().endswith((" to", " with", " from")):
        elsewhere, memory.current = False, MAIN  # "The two cases are not linked"
    elif elsewhere and not _THIS.search(after):
        return None  # "He had no links to the far right"
    elif not elsewhere and not (_THAT.search(before) or _THAT.search(after) or _tells_known(memory, seen)):
        return None
    account = memory.current if elsewhere else MAIN
    memory.current = account
    other = account or memory.last
    start, end = seen.sentence.start, seen.sentence.end
    return Split((Segment(start, end, account, match.group()),), (Relation(MAIN, other, "not_linked", start, end),))


def parts_from_this(seen: Seen) -> bool:
    """Whether a sentence of another matter says that it has nothing to do with the article's own."""
    match = _NO_LINK.search(seen.text)
    return match is not None and _THIS.search(seen.text, match.end()) is not None


def _tells_known(memory: Memory, seen: Seen) -> bool:
    """Whether a sentence names a force that the article told another matter of: "not linked to the Tarrow case"."""
    return any(force in memory.by_force for force in seen.forces)


_THAT_IN_WHICH = re.compile(rf"(?:that|the [\w’' -]{{1,40}}?) ?{_CASES}, (?:in|over|during) which\b", re.I)
# "That inquiry has no connection with this one"; "It has nothing to do with that case"
_THIS = re.compile(r"\b(?:this|ours|the present|the (?:main|new|latest|current))\b", re.I)
_THAT = re.compile(
    r"\b(?:that|those|the (?:earlier|other|older|first|previous|former)) (?:\w+ ){0,2}?" + _CASES + r"\b", re.I
)


def _whole(seen: Seen, account: int, cue: str, other: int) -> Split:
    """All of a sentence tells of one account, and tells another one apart from the main one."""
    start, end = seen.sentence.start, seen.sentence.end
    return Split((Segment(start, end, account, cue),), (Relation(MAIN, other, "not_linked", start, end),))


def _tells_from(seen: Seen, first: int) -> bool:
    """Whether the rest of a sentence tells of a matter, or counts police."""
    rest = mentions_between(seen.doc, first, seen.sentence.end)
    told = any(counts_police(span) or span.label_ == "FORCE" for span in rest)
    return told or tells(seen.doc, first, seen.sentence.end)


def _parted(memory: Memory, seen: Seen, match: re.Match, first: int) -> Split:
    """The words up to ``first`` stay with the reader's matter; the rest opens another."""
    start, end = seen.sentence.start, seen.sentence.end
    current, new = memory.current or MAIN, memory.new()
    memory.parted = new
    if any(s.label_ == "OFFICERS" and s.kb_id_ == "1" for s in mentions_between(seen.doc, first, end)):
        memory.single = new
    relation = _relation(match)
    # "Similar to …" at the start of a sentence takes the reader along, as does a third matter told of in a second
    along = current != MAIN or (relation == "similar" and match.start() < 40)
    if match.re is _OTHER_INSIDE and along:
        memory.current = new
    others = [new]
    starts = [first, *(at for at in _and_those(seen, first) if _tells_from(seen, at))]
    others += [memory.new() for _ in starts[1:]]
    rest = zip(starts, [*starts[1:], end], others, strict=True)
    parts = (Segment(start, first, current, "stays"), *(Segment(a, b, other, match.group()) for a, b, other in rest))
    return Split(parts, tuple(Relation(current, other, relation, start, end) for other in others if relation))


def _and_those(seen: Seen, first: int) -> list[int]:
    """Where "unrelated to that of three constables, or to that of PC Vale" comes to one more."""
    return [seen.sentence.start + match.end() for match in _OR_THAT.finditer(seen.text, first - seen.sentence.start)]


_OR_THAT = re.compile(
    r",? (?:or|and|nor) (?:to|with|from) (?:that|those|the (?:\w+ )?(?:case|matter)s?) (?:of|involving)\b"
)


def one_by_one(memory: Memory, seen: Seen, cue: str) -> list[Segment]:
    """A sentence of the reader's matter; if that is another than the main one, in as many parts as it tells of forces:
    "Six Kerrin officers face hearings, two Tarrow constables were sacked for a joke, and a Dene inspector resigned".
    """
    start, end = seen.sentence.start, seen.sentence.end
    parts, accounts = [start], [memory.current]
    for at in _next_forces(seen) if memory.elsewhere else ():
        if _is_story(seen, parts[-1], at) and _is_story(seen, at, end):
            parts.append(at)
            accounts.append(memory.new())
    memory.current = accounts[-1]
    memory.aside = accounts[-1] if len(accounts) > 1 else memory.aside
    return [Segment(a, b, account, cue) for a, b, account in zip(parts, [*parts[1:], end], accounts, strict=True)]


def _next_forces(seen: Seen) -> list[int]:
    """Where a sentence, after "," or "and", comes to police of another force than those before, or of another time:
    "Last May four detectives were dismissed, and in July a constable was convicted".
    """
    found, known = [], set()
    for police in seen.spans:
        if not counts_anew(police):
            continue
        own = {f.kb_id_ for f in seen.spans if f.label_ == "FORCE" and _is_their_force(f, police)}
        before = seen.text[: police.start_char - seen.sentence.start]
        then = _THEN.search(before)
        if then and then.start() > 0:
            found.append(seen.sentence.start + then.start())
        elif known and own - known and _AFTER_OTHERS.search(before):
            found.append(police.start_char)
        known |= own
    return found


def _is_their_force(force: Span, police: Span) -> bool:
    """Whether a force is told of with counted police: "two Tarrow constables", "a sergeant at Dene Police"."""
    return police.start_char - 1 <= force.start_char <= police.end_char + 12


def _is_story(seen: Seen, start: int, end: int) -> bool:
    """Whether these words tell of a step, or of conduct."""
    within = mentions_between(seen.doc, start, end)
    return any(span.label_ in {"STAGE", "SANCTION", "ALLEGATION"} for span in within)


_THEN = re.compile(
    r"(?:,|;|,? and|,? while|,? but) (?:and )?(?:in|last|earlier in|a (?:week|month|year) (?:later|earlier|before)|"
    r"the (?:week|month|year) (?:before|after)|on) ?"
    r"(?:(?:early|late) )?(?:(?:20\d\d|the same (?:week|month|year)|" + "|".join(MONTHS) + r")\b)?(?: 20\d\d)?,? $",
    re.I,
)
_AFTER_OTHERS = re.compile(r"(?:[,;] (?:and |while |but )?| and | while )$")


def _relation(match: re.Match) -> str:
    if match.re is _OTHER_INSIDE:
        return "similar" if _SIMILAR.search(match.group()) else ""
    if match.re is _NO_LINK:
        return "not_linked"
    before, after = match.string[: match.start()], match.string[match.end() :]
    if _OPEN.search(before) or _WRONG.search(after):
        return ""
    return "not_linked" if _DENIED.search(before) else "linked"
