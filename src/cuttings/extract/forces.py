"""Police forces: by the vocabulary's names, by the form of an unknown name, and by a county or station beside a police word.

Value: the force's full name. Detail ``role``: ``investigating`` or ``former`` when the words around the name say that
the force only investigates, or that somebody used to belong to it.
"""

import re

from spacy.tokens import Doc

from cuttings.extract.spans import cited, free, mark, mentions, source
from cuttings.vocabulary import Vocabulary

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*[\wà-ÿ]"
_PART = rf"(?!Police\b|Constabulary\b|Department\b|Service\b){_CAPITAL}"
_NAME = rf"(?:{_PART}(?: (?:(?:and|of|the|upon) )?{_PART}){{0,3}})"
# An unknown force told by its form: "Harrowmere Constabulary", "Port Allen Police Department", "Kerrin County Sheriff's Office".
_BY_FORM = re.compile(
    rf"(?<!\w)(?P<name>{_NAME})(?P<kind> (?:Constabulary|Police Department|Police Service|Police Force|State Police|State Patrol|"
    r"Highway Patrol|Sheriff['’]s (?:Office|Department)|Garda Service|Police(?! (?:Station|Federation|Chiefs|Complaints|Ombudsman|Conduct|Authority|Board|Commission|Oversight|Accountability|Investigations)))| police department| police service| police force| police)(?!\w| (?:station|car|van|federation|and crime|commissioner|complaints|ombudsman|watchdog|conduct))"
)
# "garda" alone is the Irish force; in "Kilmorna Garda Service" it is a part of another name
_GENERIC = re.compile(r"[Gg]ardaí?|[Gg]ardai")
_PART_OF_NAME = re.compile(r"[A-Z][\w’'-]+ $")
_CONSTABULARY_OF = re.compile(rf"(?<!\w)(?:Constabulary|Police Service) of (?P<name>{_NAME})")
# First words that make a run of capitals before "police" no force's name.
_NO_NAME = frozenset(
    "A An The No Nor This That These Those All Any Some Many Most Several Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve "
    "Former Serving Ex Retired Senior Junior Armed British Irish Scottish Welsh English American Australian Canadian Indian National "
    "Local Military Royal Religious Secret Riot Transport Traffic Woman Women Female Male Black Gay Asian Muslim Local But And When "
    "After As If While Although In On At By For From With Independent Home His Her Their Our My Its Why How What Who "
    "Another Other One College Anti Chief Deputy Inspector Officers Officer Meanwhile However Because Since Until Though Yet So".split()
)
_POLICE_WORD = (
    r"(?:police|force|officers?|constables?|constabulary|PCs?|Pcs?|DCs?|sergeants?|inspectors?|detectives?|cops?|deputies|troopers?|chief constable)"
)
_BESIDE = re.compile(
    rf"(?:['’]s?)?(?: (?:serving|former|police|local|own))? {_POLICE_WORD}\b|['’]s (?:[\w&-]+ ){{0,6}}(?:Unit|Squad|Team|Command|Department|unit|squad|force)\b"
)
_AREA_BEFORE = re.compile(rf"{_POLICE_WORD} (?:in|from|of|at) $", re.I)
_INVESTIGATING = re.compile(
    r"(?:is|are|was|were|being|been) (?:being )?(?:investigated|handled|overseen|led|conducted|carried out|run) by (?:the )?(?:officers|detectives)?(?: from| of)?(?: the)? ?$"
    r"|(?:detectives|investigators) (?:from|at) (?:the )?$|\b(?:chaired|led|headed|heard|presided over) by [^.\n]{0,50} (?:of|from) (?:the )?$",
    re.I,
)
_INVESTIGATES = re.compile(
    r"(?: (?:detectives|officers|investigators))? (?:is|are|was|were) (?:now |also )?(?:investigating|leading|looking into)|['’]s? (?:own )?(?:professional standards|anti-corruption|internal affairs)"
    r"|,? which is (?:investigating|leading)"
)
_FORMER = re.compile(r"(?:formerly (?:served )?(?:of|with|at)|previously (?:(?:served|worked) )?(?:of|with|at|for|in)|used to work for|once (?:of|with)|ex-|who had left) (?:the )?$", re.I)


class Forces:
    """Marks FORCE."""

    def __init__(self, vocabulary: Vocabulary):
        self.names = vocabulary.lexicon("forces", where={"kind": ("full", "short", "abbreviation", "nickname")})
        self.areas = vocabulary.lexicon("forces", where={"kind": "area"})
        self.places = vocabulary.lexicon("places")
        self.area_names = {row.form: row.value for row in vocabulary["forces"] if row["kind"] == "area"}

    def __call__(self, doc: Doc) -> Doc:
        text = source(doc)
        formed = any(_first_name(match) is not None for match in _BY_FORM.finditer(text))
        for hit in self.names.finditer(text):
            if formed and text[hit.start : hit.end].islower():
                continue  # "a garda" of another service
            if not _PART_OF_NAME.search(text, max(hit.start - 30, 0), hit.start) or not _GENERIC.fullmatch(text[hit.start : hit.end]):
                self._mark(doc, hit.start, hit.end, hit.row.value, cited(hit.row))
        for match in _BY_FORM.finditer(text):
            start = _first_name(match)
            if start is not None:
                name = text[start : match.end("name")]
                self._mark(doc, start, match.end(), self._full(name, match["kind"]), "forces:form")
        for match in _CONSTABULARY_OF.finditer(text):
            self._mark(doc, match.start(), match.end(), match.group(), "forces:form")
        for hit in self.areas.finditer(text):
            if _BESIDE.match(text, hit.end) or _AREA_BEFORE.search(text, max(hit.start - 24, 0), hit.start):
                self._mark(doc, hit.start, hit.end, hit.row.value, cited(hit.row))
        named = {span.kb_id_ for span in mentions(doc, "FORCE")}
        for hit in self.places.finditer(text):
            # "Sutton" alone may be anything; beside a police word, or where its force is named, it is the station
            words = text[hit.start : hit.end]
            if "station" not in words.lower() and not _BESIDE.match(text, hit.end) and hit.row.value not in named:
                continue
            self._mark(doc, hit.start, hit.end, hit.row.value, cited(hit.row), role="station")
        return doc

    def _full(self, name: str, kind: str) -> str:
        if kind.islower() and name in self.area_names:
            return self.area_names[name]
        return name + " " + " ".join(word.capitalize() for word in kind.split()) if kind.islower() else name + kind

    def _mark(self, doc: Doc, start: int, end: int, value: str, rule: str, role: str = "") -> None:
        if not free(doc, start, end, "FORCE"):
            return
        before, after = source(doc)[max(start - 60, 0) : start], source(doc)[end : end + 60]
        if _FORMER.search(before):
            role = "former"
        elif _INVESTIGATING.search(before) or _INVESTIGATES.match(after):
            role = role or "investigating"
        mark(doc, start, end, "FORCE", value, rule, role=role)


def _first_name(match: re.Match) -> int | None:
    """Where the name starts, past words like "The" and "Two"; None when nothing of it is left."""
    for word in re.finditer(r"[^ ]+", match["name"]):
        if word.group() not in _NO_NAME and not word.group().islower():
            return match.start("name") + word.start()
    return None
