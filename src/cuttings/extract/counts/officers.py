"""Counted police: "six serving officers", "all eight", "another two", "Of the 14 officers, 12 …, another …, and one …".

A mention's value is the count; its detail:
``status``  serving, former, mixed, staff or unknown;
``kind``    new (a group not told of before), definite (one already told of), part (some of one), rest (what is left of
            one), more (to be added to one), contrast ("the 14 other officers": those of another matter);
``head``    police, or weak for words that may mean anybody ("men"); empty where only a number stands;
``rank``    the rank they are told by, if it is one;
``of``      for a part, the whole it is part of, if that is counted too;
``nth``     for "a fifth", which one.

Numbers that count no subject (messages, a force's strength, officers who complained or were hurt) are not marked.
"""

import re

from spacy.tokens import Doc

from cuttings.extract.counts.bystanders import are_bystanders, are_others, is_witness
from cuttings.extract.counts.forms import COLLECTIVES, ELSEWHERE, OF_A_PLACE, OPENING, PART, WHOLE, counted
from cuttings.extract.counts.numbers import NUMBER, ORDINALS, bounds, is_number, written
from cuttings.extract.counts.service import status_of
from cuttings.extract.counts.tallies import TALLY, tallies
from cuttings.extract.counts.things import after_things, counts_things
from cuttings.extract.patterns import one_of
from cuttings.extract.police_words import MANY, ONE, RANK, RANKS, STAFF, WEAK, WEAK_ONE
from cuttings.extract.spans import detail, free, mark, mentions, sentences, source

_AGE = re.compile(r", \d\d,")  # "The suspect, 19, has been convicted"
_STRENGTH = 400  # more police than this are a force, not the subjects of one matter
_SINGULAR = {"", "another", "one other", "the other", "the third", "the fourth", "the fifth", "the sixth", "the last"}
_RANK = re.compile(f"{RANK}|{RANKS}|PCs?|Pcs?|DCs?|PCSOs?", re.I)
_FORMER = re.compile(r"^(?:ex-|former )", re.I)
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s|\n")
_WEAK = re.compile(f"{WEAK}|{WEAK_ONE}", re.I)

# Forms in which a number may stand without those it counts: "all nineteen", "seven of the nine"
_NUMBER_ALONE = frozenset(
    {"bare", "partitive", "ordinal", "acted", "and_acted", "both", "leaver", "became", "more_who"}
)
_DIED = re.compile(r" (?:have |had )?(?:since )?(?:died|were killed|are dead)\b", re.I)
# Forms of a whole clause: "three were moved", "both have left"
_CLAUSES = frozenset({"acted", "and_acted", "both", "leaver", "became", "more_who"})
# What a form is whatever stands before it.
_KIND_OF_FORM = {
    **{"ordinal": "more", "team": "more", "leaver": "rest", "both": "definite"},
    **dict.fromkeys(("one_left", "are", "is_one"), "part"),
}
_NTH = re.compile(rf"(?:an? )?({one_of(*ORDINALS)})\b", re.I)
# "two members of An Garda Síochána", "a third member of the force"
_OF_A_FORCE = re.compile(
    r" of (?:the |an? )?(?:(?-i:[A-Z])[\w’'-]+ (?:and )?){0,4}"
    r"(?:force|police(?! staff)|police service|constabulary|garda(?: síochána)?|gardaí|department|"
    r"sheriff['’]s office)\b",
    re.I,
)
# "two of our officers", "four of its constables": the force's
_OF_THE_FORCE = re.compile(
    r"\bof (?:our|its|the (?:force|department|service|constabulary)['’]s)\b|\bof (?:the )?(?-i:[A-Z])[\w ]+['’]s? ",
    re.I,
)
# "Six of the 17 members of a group": the seventeen are no subjects
_OF_MEMBERS = re.compile(r" (?:members|people|participants|users|accounts|names)\b", re.I)
_OF_THEM = re.compile(r" of (?:them|whom) ", re.I)
_KIND_OF_DETERMINER = {
    **dict.fromkeys(("another", "a further", "additional", "a second", "a third", "one other"), "more"),
    **dict.fromkeys(("the other", "the remaining", "other"), "rest"),
    **dict.fromkeys(("all", "all of the", "both", "the", "these", "those"), "definite"),
}

ELSEWHERE_RULE = "officers:elsewhere"


class Officers:
    """Marks OFFICERS; sentences must be split before."""

    def __call__(self, doc: Doc) -> Doc:
        for tally in tallies(source(doc)):
            _mark_tally(doc, tally)
        _answers(doc)
        for form, match in counted(source(doc)):
            _mark(doc, match, form)
        _partitions(doc)
        _elsewhere(doc)
        _openings(doc)
        return doc


def _mark(doc: Doc, match: re.Match, form: str) -> None:
    text, found = source(doc), match.groupdict(default="")
    head, modifiers = found.get("head") or found.get("head2", ""), found.get("mods") or found.get("both", "")
    before, after = text[max(match.start() - 40, 0) : match.start()], text[match.end() : match.end() + 100]
    if not free(doc, match.start(), match.end(), "OFFICERS") or "\n" in match.group():
        return
    if are_bystanders(modifiers, head, before, after) or is_witness(after, match.start(), _is_further(found)):
        return
    of_police = _OF_A_FORCE.match(after) and before.endswith(("belong to ", "belongs to "))
    if _WEAK.fullmatch(head) and not of_police and are_others(before, after):
        return
    if _AGE.fullmatch(text, max(match.start() - 2, 0), match.end() + 1):
        return
    if form in _NUMBER_ALONE and (_of_things(text, match, found, form) or _DIED.match(after)):
        return
    least, most = _counted(found)
    if least < 1 or least > _STRENGTH or (most or 0) > _STRENGTH:
        return
    told = {
        "status": status_of(f"{modifiers} {head}", before, _sentence(after), head),
        "kind": _kind(form, found, before + match.group()[:8], match.group()),
        "rank": _rank(head),
        "head": "" if not head else "weak" if _WEAK.fullmatch(head) and not _OF_A_FORCE.match(after) else "police",
        "of": _whole(found.get("whole", "")),
        "among": "members" if form == "partitive" and _OF_MEMBERS.match(after) else "",
        "nth": found.get("nth", "").lower() or _nth(found),
    }
    mark(doc, match.start(), match.end(), "OFFICERS", written(least, most), f"officers:{form}", **told)


def _is_further(found: dict[str, str]) -> bool:
    """Whether one is told of as one more: "a third officer", "another officer"."""
    return bool(found.get("nth")) or found.get("det", "").lower() in {"another", "a second", "a third"}


def _of_things(text: str, match: re.Match, found: dict[str, str], form: str) -> bool:
    """Whether a number without a noun is of messages, charges or bystanders: "one of the nine", "all nineteen"."""
    if found.get("head") or found.get("head2") or not {"num", "nth"} & found.keys():
        return False
    if form in _CLAUSES and after_things(text, match.start()):
        return True
    whole = found.get("whole") or found.get("num") or "them"
    whole = "them" if whole.lower() in {"both", "the other", "another", "one"} else whole
    told = whole.lower() == "them" or is_number(whole)
    return bool(told) and counts_things(text, match.start(), match.end(), whole)


def _counted(found: dict[str, str]) -> tuple[int, int | None]:
    words = found.get("num", "").strip()
    if "both" in found or words.lower() in COLLECTIVES:
        count = COLLECTIVES.get(words.lower(), 2)
        return count, count
    return (1, 1) if words.lower() in _SINGULAR else bounds(words)


def _rank(head: str) -> str:
    rank = _FORMER.sub("", head)
    return rank.lower() if _RANK.fullmatch(rank) else ""


def _whole(words: str) -> str:
    """The count of the whole in "two of the eight"."""
    return written(*bounds(words)) if words and words.lower() != "them" else ""


def _nth(found: dict[str, str]) -> str:
    """Which one "a second constable" and "a tenth Kerrin officer" are."""
    if found.get("det", "").lower() not in {"a", "an", "a second", "a third"} or found.get("num"):
        return ""
    match = _NTH.match(found["det"]) or _NTH.match(found.get("mods", ""))
    return match[1].lower() if match else ""


def _kind(form: str, found: dict[str, str], opening: str, words: str) -> str:
    """New or already told of? ``opening``: the words before the mention and its first ones ("Of the 14 …")."""
    determiner, more = found.get("det", "").lower(), found.get("more", "")
    if form == "collective":
        return "new" if determiner in {"a", ""} else "definite"
    if form in {"acted", "and_acted", "more_who"}:
        return "more" if more else "part"
    if form == "leaver" and found["num"].lower() == "one":
        return "part"
    if form in _KIND_OF_FORM:
        return _KIND_OF_FORM[form]
    if form == "predicate" and (found.get("whole") or _OF_THEM.search(words)):
        return "part"
    if determiner in {"of the", "of those"} or (
        determiner in {"the", "these", "those", "all"} and WHOLE.search(opening)
    ):
        return "definite"
    if form == "partitive":
        return "new" if found.get("head") and not found.get("whole") and _OF_THE_FORCE.search(words) else "part"
    if determiner == "the" and more.strip() == "other":
        return "contrast"
    return "more" if more or _nth(found) else _KIND_OF_DETERMINER.get(determiner, "new")


def _partitions(doc: Doc) -> None:
    """In a sentence that opens with a whole ("Of the 14 officers"), bare numbers before a verb are its parts."""
    for sentence in sentences(doc):
        if not WHOLE.search(" " + sentence.text[:12]) and " of them" not in sentence.text:
            continue
        for match in PART.finditer(source(doc), sentence.start, sentence.end):
            if free(doc, match.start(), match.end(), "OFFICERS"):
                count = written(*_counted(match.groupdict()))
                told = {"status": "unknown", "kind": "part"}
                mark(doc, match.start(), match.end(), "OFFICERS", count, "officers:partition", **told)


def _elsewhere(doc: Doc) -> None:
    """The "one" of "three officers from Kent Police and one from Sussex", who is an officer too."""
    text = source(doc)
    for span in mentions(doc, "OFFICERS"):
        known = detail(span)
        place = OF_A_PLACE.match(text, span.end_char)
        while known.get("head") == "police" and known.get("kind") == "new" and place:
            match = ELSEWHERE.match(text, place.end())
            if match is None or not free(doc, match.start("num"), match.end(), "OFFICERS"):
                break
            told = {"status": "unknown", "kind": "new", "head": "police"}
            mark(
                doc, match.start("num"), match.end(), "OFFICERS", written(*bounds(match["num"])), ELSEWHERE_RULE, **told
            )
            place = OF_A_PLACE.match(text, match.end())


def _openings(doc: Doc) -> None:
    """One or two officers who open a headline: "Sergeant and ex-PC guilty of …"."""
    text = source(doc)
    for sentence in sentences(doc):
        if sentence.part == "body":
            continue
        dateline = _DATELINE.match(text, sentence.start, sentence.end)
        match = OPENING.match(text, dateline.end() if dateline else sentence.start, sentence.end)
        while match and free(doc, match.start(), match.end(), "OFFICERS"):
            _mark(doc, match, "opening")
            further = _AND.match(text, match.end())
            match = OPENING.match(text, further.end(), sentence.end) if further else None
        for beside in _BESIDE.finditer(text, sentence.start, sentence.end):
            if free(doc, beside.start(), beside.end(), "OFFICERS"):
                _mark(doc, beside, "opening")


_AND = re.compile(" and (?:a )?", re.I)
# "Three deputies out, sergeant demoted over chat"
_BESIDE = re.compile(
    rf"(?<=, )(?P<mods>(?:former |ex-|retired )?)(?P<head>{ONE})(?= (?:[a-z]+ed|out|cleared|charged|spared|quits?) )",
    re.I,
)
_DATELINE = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?: ")  # "Nagpur: Cop held over …"


def _answers(doc: Doc) -> None:
    """The number that answers a question, or a denial: "How many officers are we talking about? — Nine.", "Most are not
    suspected of anything. Eight people are.".
    """
    text = source(doc)
    for pattern, needed in ((_HOW_MANY, "ow many "), (_ARE, " are.")):
        for match in pattern.finditer(text) if needed in text else ():
            least, most = bounds(match["num"])
            if 1 <= least <= _STRENGTH and free(doc, *match.span("num"), "OFFICERS"):
                head = "weak" if _WEAK.fullmatch(match.groupdict().get("who", "")) else "police"
                told = {"status": "unknown", "kind": "new", "head": head}
                mark(doc, *match.span("num"), "OFFICERS", written(least, most), "officers:answer", **told)


_ARE = re.compile(
    r"\b(?:not|n['’]t) (?:suspected|accused|thought|alleged|under investigation|being investigated|in question)\b"
    rf"[^.\n]{{0,60}}\. (?P<num>{NUMBER})(?: (?:people|officers|others|members|of them))? are\.",
    re.I,
)
_HOW_MANY = re.compile(
    rf"\bhow many (?P<who>{one_of(MANY, STAFF, WEAK)})\b"
    r"(?![^?\n]*\b(?:groups?|chats?|threads?|complain|reported|victims?|forward|employ|year|force|department)\b)"
    r"[^?\n]{0,80}\?[”\"’']?\s+(?:[–—-] |[“\"‘']|[A-Z][\w .’-]{0,40}: )?"
    r"(?:(?:it['’]s|there (?:are|were)|currently|so far|in all|at (?:the|this) moment),? )?"
    rf"(?P<num>{NUMBER})(?=[.,;!])",
    re.I,
)


def _mark_tally(doc: Doc, match: re.Match) -> None:
    """A number that is told as that of all: "bringing the number of officers charged to seven"."""
    least, most = bounds(match["num"])
    if 1 < least <= _STRENGTH and free(doc, match.start(), match.end(), "OFFICERS"):
        told = {"status": "unknown", "kind": "definite", "head": "police"}
        mark(doc, match.start(), match.end(), "OFFICERS", written(least, most), TALLY, **told)


def _sentence(after: str) -> str:
    """What is left of the sentence."""
    return _SENTENCE_END.split(after, 1)[0]
