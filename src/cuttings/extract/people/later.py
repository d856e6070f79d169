"""Later forms of a name, read back to its fullest: "Vale", "Ms Vale", "Sir Mark"; and names in a list with names."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from cuttings.extract.patterns import one_of, words
from cuttings.extract.people.names import SPACE, THINGS, runs, surname
from cuttings.extract.spans import free, mark, source

_LIST_BEFORE = re.compile(r"(?:,? and |, )$")
_LIST_AFTER = re.compile(r",? and |, ")
_LATER = (
    r"(?<![\w'’-])(?:(?P<honorific>(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baroness|Dr) ))?"
    r"(?P<name>{names})(?![\w-]|['’][A-Z])"
)
# Titles that go with a given name.
_KNIGHTLY = {"Sir ", "Dame ", "Lord ", "Lady ", "Baroness "}
# "in March", "in Frome": the month or the town, not the person of that name
_PLACED = re.compile(r"\b(?:in|at|near|to|from) $")
_LIVES_IN = re.compile(r"\b\d\d,? (?:of|from|in) $")  # "Lee Ashby, 36, of Port Kerrin, and Dana Frome"
# "a message to Frome", "spoke to Frome": somebody, who is written or spoken to
_ADDRESSED = re.compile(
    r"\b(?:messages?|texts?|e-?mails?|replies|reply|replied|letters?|posts?|calls?|sent|wrote|spoke|talked|lied|"
    r"listened|said|"
    r"apolog(?:y|ies)|statements?|evidence|complaints?|accounts?|admissions?|responses?|comments?|questions?|testimony|"
    r"denials?|contributions?|images?|pictures?|photos?|photographs?|videos?|memes?|jokes?|heard|hear|listening|"
    r"apologi[sz]ed|according|belong(?:s|ed|ing)) (?:to|from) $"
)
_RANKS = words("PC Pc DC Sgt Sergeant Constable Insp Inspector Detective Officer Garda Trooper Supt")
_RANK_BEFORE = re.compile(rf"\b{one_of(*_RANKS)} $")


def mark_listed(doc: Doc) -> list[str]:
    """Mark two capitalised words in a list beside a name, as a name: "constables Kelsey Buchan, Arun Vale and Bo Lunt".

    Gives the names that it marked.
    """
    found = []
    text, marked = source(doc), doc.spans.get("PERSON", ())
    starts, ends = {span.start_char for span in marked}, {span.end_char for span in marked}
    for start, end in runs(text):
        parts = text[start:end].split()
        if len(parts) < 2 or not THINGS.isdisjoint(parts) or not free(doc, start, end, "PERSON"):
            continue
        before, after = _LIST_BEFORE.search(text, max(start - 6, 0), start), _LIST_AFTER.match(text, end)
        placed = _LIVES_IN.search(text, max(start - 10, 0), start)
        if (before and before.start() in ends) or (after and after.end() in starts and not placed):
            mark(doc, start, end, "PERSON", text[start:end], "people:list")
            ends.add(end)
            found.append(text[start:end])
    return found


def mark_later(doc: Doc, names: Iterable[str]) -> None:
    """Mark each surname alone, or knight's given name, with the full name that it stands for."""
    short: dict[str, list[str]] = {}
    for name in names:
        if SPACE.search(name):
            for part in {surname(name), SPACE.split(name)[0]}:
                if len(part.rstrip(".")) > 1:  # no initial
                    short.setdefault(part, []).append(name)
    if not short:
        return
    firsts: dict[str, int] = {}
    for span in doc.spans.get("PERSON", ()):
        firsts.setdefault(span.kb_id_, span.start_char)
    ranked = {s.kb_id_ for s in doc.spans.get("PERSON", ()) if _after_rank(source(doc), s.start_char)}
    pattern = re.compile(_LATER.format(names="|".join(map(re.escape, sorted(short, key=len, reverse=True)))))
    for match in pattern.finditer(source(doc)):
        if free(doc, match.start("name"), match.end("name"), "PERSON") and not _is_place(match):
            name = _meant(match, short[match["name"]], firsts, ranked)
            if name:
                title = (match["honorific"] or "").strip()
                mark(doc, match.start("name"), match.end("name"), "PERSON", name, "people:later", title=title)


def mark_first_names(doc: Doc) -> None:
    """Mark the first name of somebody who has no other in the article wherever it comes again."""
    alone = {span.kb_id_ for span in doc.spans.get("PERSON", ()) if span.id_ == "people:first_name"}
    if alone:
        for match in re.finditer(rf"(?<![\w'’-]){one_of(*sorted(map(re.escape, alone)))}(?![\w-]| [A-Z])", source(doc)):
            if free(doc, *match.span(), "PERSON"):
                mark(doc, *match.span(), "PERSON", match.group(), "people:first_name")


def _after_rank(text: str, start: int) -> bool:
    return _RANK_BEFORE.search(text, max(start - 22, 0), start) is not None


def _is_place(match: re.Match) -> bool:
    start = match.start()
    if match["honorific"] is not None or _ADDRESSED.search(match.string, max(start - 24, 0), start):
        return False
    return _PLACED.search(match.string, max(start - 8, 0), start) is not None


def _meant(match: re.Match, names: list[str], firsts: dict[str, int], ranked: set[str]) -> str:
    """The full name that came last before (or first at all, hence the last of the list); empty where it is nobody's.

    After a rank, that of somebody who is given a rank elsewhere: "PC Vale" is not the commissioner of that surname.
    """
    by_surname = [name for name in names if surname(name) == match["name"]]
    given = match["honorific"] is None or match["honorific"] in _KNIGHTLY
    candidates = by_surname or (names if given else [])
    before = [name for name in candidates if firsts.get(name, 0) <= match.start()]
    police = [name for name in before if name in ranked] if _after_rank(match.string, match.start()) else []
    return (police or before or candidates or [""])[-1]
