"""Police forces: by the vocabulary's names, by the form of an unknown name, and by a place beside a police word.

Value: the force's full name. Detail ``role``: ``investigating`` or ``former`` when the words around the name say that
the force only investigates, or that somebody used to belong to it; ``inquiring`` when it looks into what may be its own
officers; ``station`` when the force is told by a station, ``heading`` by the place that a heading opens on, ``area`` by
the only county that an article tells of, ``watchdog`` by the body that oversees one force alone; ``unnamed`` when it is
told of and not named.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from cuttings.extract.forces.names import COMMON, NO_NAME, OPENS_ON, STATES, first_name
from cuttings.extract.forces.sheriffs import sheriffs
from cuttings.extract.patterns import Sought, one_of, words
from cuttings.extract.spans import cited, detail, free, mark, mentions, source
from cuttings.vocabulary import Hit, Row, Vocabulary

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*[\wà-ÿ]"
_PART = rf"(?!Police\b|Constabulary\b|Department\b|Service\b){_CAPITAL}"
_SAINT = r"(?:(?:Ste?|Mt|Ft)\. )"  # "Sault Ste. Marie"
_NAME = (
    rf"(?:(?:(?:Port|City|County|Borough|University|Isle) of )?{_SAINT}?{_PART}(?: (?:upon |& "
    rf")?{_SAINT}?{_PART}){{0,3}})"
)
# "Harrowmere Police Station" is no force, nor are "Kerrin Police Federation" and "Port Allen police commissioner"
_NO_FORCE = one_of(
    *words(
        "Station Federation Chiefs Complaints Ombudsman Conduct Authority Board Commission Oversight Accountability"
    ),
    *words("Investigations Integrity Monitor Disciplinary Discipline Appeals Review Act Regulations Association Union"),
    *words("Academy College Museum Memorial Club Tribunal Panel Council Monthly Gazette Scrutiny"),
    "and Crime",  # "Kerrin Police and Crime Panel"
    "Services (?:Act|Board|Commission)",  # "Ontario's Police Services Act"
    *("District", "Area Command", "Zone", "Beat"),  # a part of a force: "Dene Police District"
)
_NOT_BEFORE = one_of(
    *("station", r"office\b", r"box\b", "headquarters", r"car\b", r"van\b", "federation", "and crime", "commissioner"),
    *("complaints", "ombudsman", "watchdog", "conduct", "disciplinary", "appeals", "tribunal", "board", "panel"),
    *("union", "association", "monitor", "integrity", "academy"),
)
_KINDS = (
    *("Constabulary", "Police Department", "Police Service", "Police Force", "State Police", "State Patrol"),
    *("Highway Patrol", "Sheriff['’]s (?:Office|Department)", "Garda Service", f"Police(?! {_NO_FORCE})"),
)
_FIRST_WORDS = re.compile(rf" {one_of(*_KINDS)}$")
_PLAIN_KINDS = (" police department", " police service", " police force", " police")
_PLAIN_KINDS_BARE = frozenset(kind.strip() for kind in _PLAIN_KINDS)
_BARE_KINDS = (" Police", " police")
_OPENS = re.compile(r"(?:^|\n|[.!?:] |[“\"‘'])$")
# An unknown force told by its form: "Harrowmere Constabulary", "Kerrin County Sheriff's Office", "Harrowmere police"
_BY_FORM = Sought(
    rf"(?<!\w)(?P<name>{_NAME})(?P<kind> {one_of(*_KINDS)}|{'|'.join(_PLAIN_KINDS)})(?!\w| {_NOT_BEFORE})"
)
# "Police Service of Tarrow"
_CONSTABULARY_OF = Sought(rf"(?<!\w)(?:Constabulary|Police Service) of (?P<name>{_NAME})")
# "Barshire and Nordale Police": one force, unless either name is told as a force of its own
_FIRST_OF_TWO = re.compile(rf"(?<!\w)(?P<first>{_PART}) and $")
# "garda" alone is the Irish force; in "Kilmorna Garda Service" it is a part of another name
_GENERIC = re.compile(r"[Gg]ardaí?|[Gg]ardai")
_PART_OF_NAME = re.compile(r"[A-Z][\w’'-]+ $")

_POLICE_WORD = one_of(
    *("police", "force", "officers?", "constables?", "constabulary", "PCs?", "Pcs?", "DCs?", "sergeants?"),
    *("inspectors?", "detectives?", "cops?", "deputies", "troopers?", "chief constable"),
)
# Right after the name of a place: " police", "'s serving officers", "'s Armed Response Unit"
_BESIDE = re.compile(
    rf"(?:['’]s?)?(?: (?:serving|former|police|local|own))? {_POLICE_WORD}\b"
    r"|['’]s (?:[\w&-]+ ){0,6}(?:Unit|Squad|Team|Command|Department|unit|squad|force)\b"
)
# A heading that opens on a place: "3. KENT: seven under the microscope"
_HEADING = re.compile(
    r"(?:^|\n)(?:\d{1,2}[.)] +)?(?P<place>[A-Z][A-Za-z’' -]{2,40}):(?= .{3,80}(?:\n|$))(?!.*\.(?:\n|$))"
)
# "constables in …"
_AREA_BEFORE = re.compile(rf"{_POLICE_WORD} (?:in|from|of|at) $", re.I)

_INVESTIGATING = re.compile(
    # "is being investigated by officers from …"
    r"(?:is|are|was|were|being|been) (?:being )?"
    r"(?:investigated|handled|overseen|led|conducted|carried out|run) by (?:the )?(?:officers|detectives)?"
    r"(?: from| of)?(?: the)? ?$"
    # "detectives from …"
    # "Detectives from … searched", but not "four detectives at …"
    r"|(?:^|[.\n“\"] ?|\b(?:by|when|after|as) )(?:detectives|investigators) (?:from|at) (?:the )?$"
    # "chaired by Chief Constable Jo Vale of …"
    r"|\b(?:chaired|led|headed|heard|presided over) by [^.\n]{0,50} (?:of|from) (?:the )?$",
    re.I,
)
_INVESTIGATES = re.compile(
    r"(?: (?:detectives|officers|investigators))? (?:is|are|was|were) (?:now |also )?"
    r"(?:investigating|leading|looking into)"  # " detectives are looking into"
    r"|['’]s? (?:own )?(?:professional standards|anti-corruption|internal affairs)"
    r"|,? which is (?:investigating|leading)"
)
# "who had left …"
_FORMER = re.compile(
    r"(?:formerly (?:served )?(?:of|with|at)|previously (?:(?:served|worked) )?(?:of|with|at|for|in)|used to work for|"
    r"once (?:of|with)|ex-|who had left) (?:the )?$",
    re.I,
)

# The headline and two paragraphs
_OPENING = re.compile(r"(?:[^\n]*(?:\n+|$)){1,4}")
# "Lincolnshire College", "Essex Street"
_OF_A_NAME = re.compile(r"(?: [A-Z]|-)")
_OWN_FORCE = re.compile(
    r"\b(?:chief constables?|(?:police and crime|policing) (?:commissioner|panel)|the county['’]s (?:police|force)|"
    r"the force)\b",
    re.I,
)
_PROPER = re.compile(r"(?<=[a-z] )(?<!the )(?<!of )(?<!The )Police(?= [a-z])(?! (?:officers?|constables?|and)\b)")
_OF_NEW_ZEALAND = re.compile(
    r"\b(?:New Zealand|Aotearoa|M[āa]ori|Tairāwhiti|IPCA|(?:Area|District) Commander|the Authority|Whakatāne|Auckland|"
    r"Wellington|Christchurch|Dunedin|Hamilton|Tauranga)\b"
)
# Countries that one force polices, the first of theirs in forces.csv
_OF_ONE_FORCE = frozenset({"GB-SCT", "GB-NIR", "IE", "NZ", "JE", "GG"})

# "now serves with a force in the North": a subject's force that the article does not name
_UNNAMED = Sought(
    r"\b(?:moved|transferred|switched|now works?|now serves?|works?|serves?|joined|moving) (?:to|for|with|in|at)? ?"
    rf"(?P<force>(?:another|an unnamed|a different|a second|a|an undisclosed) (?:police )?force(?: in (?:the "
    rf")?{_CAPITAL}(?: {_CAPITAL})?)?)"
)


class Forces:
    """Marks FORCE."""

    def __init__(self, vocabulary: Vocabulary):
        self.names = vocabulary.lexicon("forces", where={"kind": ("full", "short", "abbreviation", "nickname")})
        self.areas = vocabulary.lexicon("forces", where={"kind": "area"})
        self.watchdogs = vocabulary.lexicon("bodies", where={"kind": "watchdog"})
        full = [row for row in vocabulary["forces"] if row["kind"] == "full"]
        self.only = {row["country"]: row.value for row in reversed(full) if row["country"] in _OF_ONE_FORCE}
        self.places = vocabulary.lexicon("places")
        self.countries = {row.value: _country(row) for row in vocabulary["forces"]}
        self.namesakes: dict[str, list[Row]] = {}  # the rows of an area's name: Perth is in two countries
        for row in vocabulary["forces"]:
            if row["kind"] == "area":
                self.namesakes.setdefault(row.form, []).append(row)

    def __call__(self, doc: Doc) -> Doc:
        self._by_name(doc)
        countries = {self.countries[span.kb_id_] for span in mentions(doc, "FORCE")} - {""}
        self._by_form(doc, countries)
        self._by_first_words(doc)
        for start, end, office in sheriffs(source(doc), {span.kb_id_ for span in mentions(doc, "FORCE")}):
            _mark(doc, start, end, office, "forces:sheriff")
        self._by_area(doc, countries)
        self._by_station(doc, countries)
        self._by_heading(doc, countries)
        if not mentions(doc, "FORCE"):
            self._by_only_area(doc)
        if not mentions(doc, "FORCE"):
            self._by_watchdog(doc)
        if not mentions(doc, "FORCE"):
            self._by_proper_noun(doc)
        _by_anaphor(doc)
        for match in _UNNAMED.in_lines(source(doc)):
            where = re.search(r" in .*", match["force"])
            _mark(
                doc,
                *match.span("force"),
                "unnamed force" + (where.group() if where else ""),
                "forces:unnamed",
                "unnamed",
            )
        return doc

    def _by_name(self, doc: Doc) -> None:
        text, plain = source(doc), _LINE_OF_CAPITALS.sub(lambda line: line.group().title(), _plain(doc))
        hits = [*self.names.finditer(text), *(self.names.finditer(plain) if plain != text else ())]
        small = any(text[hit.start : hit.end].islower() for hit in hits)
        formed = small and any(first_name(match) is not None for match in _BY_FORM.in_lines(plain))
        for hit in hits:
            told = text[hit.start : hit.end]
            if formed and told.islower():
                continue  # "a garda" of another service
            part = _PART_OF_NAME.search(text, max(hit.start - 30, 0), hit.start) and _GENERIC.fullmatch(told)
            if not part:
                _mark(doc, hit.start, hit.end, hit.row.value, cited(hit.row))

    def _by_form(self, doc: Doc, countries: set[str]) -> None:
        found = list(self._formed(doc))
        # "Port Allen police" are those of the Port Allen Police Department, where that is named
        named = {match.string[start : match.end("name")]: match["kind"] for match, start in found if _is_full(match)}
        for match, start in found:
            name = match.string[start : match.end("name")]
            kind = named.get(name, match["kind"]) if match["kind"] in _BARE_KINDS else match["kind"]
            _mark(doc, start, match.end(), self._full(name, kind, countries), "forces:form")
        for match in _CONSTABULARY_OF.in_lines(source(doc)):
            _mark(doc, match.start(), match.end(), match.group(), "forces:form")

    def _formed(self, doc: Doc) -> Iterator[tuple[re.Match, int]]:
        """The matches of a force's form, each with the start of its name."""
        for match in _BY_FORM.in_lines(_plain(doc)):
            start = first_name(match)
            if start is None or _only_opens(match, start) or not free(doc, start, match.end("name"), "PERSON"):
                continue
            yield match, _with_first_of_two(match, start)

    def _by_first_words(self, doc: Doc) -> None:
        """ "Two Port Allen officers", where the Port Allen Police Department is named: the words before its kind."""
        formed = {span.kb_id_ for span in mentions(doc, "FORCE") if span.id_ == "forces:form"}
        names = {
            name: force for force in sorted(formed) if (name := _FIRST_WORDS.sub("", force)) not in {force, *STATES}
        }
        if not names:
            return
        for match in re.finditer(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", source(doc)):
            if _BESIDE.match(source(doc), match.end()):
                _mark(doc, *match.span(), names[match.group()], "forces:first_words")

    def _full(self, name: str, kind: str, countries: set[str]) -> str:
        """The full name: "Harrowmere police" is the force of that area, or "Harrowmere Police"."""
        area = self._in(name, countries) if kind.islower() else None
        if area is not None:
            return area.value
        return name + " " + " ".join(word.capitalize() for word in kind.split()) if kind.islower() else name + kind

    def _in(self, area: str, countries: set[str]) -> Row | None:
        """The row of an area's name, in a country that the article's other forces are of, if it names any."""
        rows = self.namesakes.get(area, ())
        return next((row for row in rows if not countries or _country(row) in countries), None)

    def _by_area(self, doc: Doc, countries: set[str]) -> None:
        text = source(doc)
        for hit in self.areas.finditer(text):
            if _BESIDE.match(text, hit.end) or _AREA_BEFORE.search(text, max(hit.start - 24, 0), hit.start):
                row = self._in(hit.row.form, countries)
                if row is not None:
                    _mark(doc, hit.start, hit.end, row.value, cited(row))

    def _by_station(self, doc: Doc, countries: set[str]) -> None:
        """ "Sutton" alone may be anything; beside a police word, or where its force is named, it is the station."""
        text = source(doc)
        named = {span.kb_id_ for span in mentions(doc, "FORCE")}
        for hit in self.places.finditer(text):
            station = "station" in text[hit.start : hit.end].lower()
            at_home = not countries or self.countries[hit.row.value] in countries
            if at_home and (station or _BESIDE.match(text, hit.end) or hit.row.value in named):
                _mark(doc, hit.start, hit.end, hit.row.value, cited(hit.row), role="station")

    def _by_heading(self, doc: Doc, countries: set[str]) -> None:
        for match in _HEADING.finditer(source(doc)):
            row = self._in(match["place"].title(), countries)
            if row is not None:
                _mark(doc, *match.span("place"), row.value, cited(row), role="heading")

    def _by_only_area(self, doc: Doc) -> None:
        """ "Councillors in Lincolnshire have asked why nobody was sacked", where a chief constable is told of, and no
        other county.
        """
        text, opening = source(doc), _OPENING.match(source(doc))
        hits = [hit for hit in self.areas.finditer(text) if not _OF_A_NAME.match(text, hit.end)]
        areas = {hit.row.value for hit in hits}
        if len(areas) == 1 and hits[0].end <= opening.end() and _OWN_FORCE.search(text) and self._in_only_one(hits[0]):
            _mark(doc, hits[0].start, hits[0].end, hits[0].row.value, cited(hits[0].row), role="area")

    def _in_only_one(self, hit: Hit) -> bool:
        """Whether an area's name is that of one country alone."""
        return len({_country(row) for row in self.namesakes.get(hit.row.form, ())}) == 1

    def _by_watchdog(self, doc: Doc) -> None:
        """ "A constable breached Police policy, the Independent Police Conduct Authority has found": New Zealand's."""
        for hit in self.watchdogs.finditer(source(doc)):
            if force := self.only.get(hit.row["country"]):
                _mark(doc, hit.start, hit.end, force, cited(hit.row), role="watchdog")

    def _by_proper_noun(self, doc: Doc) -> None:
        """ "Officer B left Police before the process ended", of New Zealand, whose police have no other name."""
        told = list(_PROPER.finditer(source(doc)))
        if len(told) > 1 and "NZ" in self.only and _OF_NEW_ZEALAND.search(source(doc)):
            for match in told:
                _mark(doc, *match.span(), self.only["NZ"], "forces:proper_noun")


def _is_full(match: re.Match) -> bool:
    """Whether a force's name says what kind of police it is: "Port Allen Police Department"."""
    return match["kind"] not in _BARE_KINDS and match["kind"][1].isupper()


# Newspapers set the first words of a story in capitals: "A NORTH Kerrin Police sergeant", "TWO Kerrin officers"
_IN_CAPITALS = re.compile(r"(?:^|\n)(?:A |An )?(?:[A-ZÀ-Þ]{2,}(?:['’]S)? ){1,5}(?=\S*[a-zß-ÿ])")


# "KERRIN POLICE – OUTCOME OF HEARING", in which a force that a list knows is found, and none by its form
_LINE_OF_CAPITALS = re.compile(r"(?:^|\n)(?=[^\n]*[A-Z]{4})[A-Z0-9 .,:;’'‘“”\"()&/–—-]{8,160}(?=\n|$)")


def _plain(doc: Doc) -> str:
    """The text without the capitals that paragraphs begin with; as long as it was."""
    if "plain" not in doc.user_data:
        doc.user_data["plain"] = _IN_CAPITALS.sub(lambda match: match.group().title(), source(doc))
    return doc.user_data["plain"]


def _by_anaphor(doc: Doc) -> None:
    """ "PC Vale, of the same force, was sacked", "two of its sergeants": the force that was named last, of which
    another matter may tell by these words alone.
    """
    named = [span for span in mentions(doc, "FORCE") if detail(span).get("role") not in {"investigating", "unnamed"}]
    starts = [span.start_char for span in named]
    for match in _ANAPHOR.in_lines(source(doc)):
        last = bisect_left(starts, match.start()) - 1
        if last >= 0:
            mark(doc, *match.span(match.lastgroup or 0), "FORCE", named[last].kb_id_, "forces:anaphor")


_ANAPHOR = Sought(
    r"\bof (?P<same>the same (?:force|department|service|constabulary))\b"
    rf"|\b(?:of|into|among|at) (?P<its>its) (?:own |former |serving )?(?:{_POLICE_WORD}|firearms|response|custody)\b"
)


def _country(row: Row) -> str:
    """The state that a force is of, without its part: ``GB-SCT`` is ``GB``."""
    return row["country"].partition("-")[0]


def _with_first_of_two(match: re.Match, start: int) -> int:
    """Where the name of a force of two places starts: at the first of them."""
    text, second = match.string, match.string[start : match.end("name")]
    before = _FIRST_OF_TWO.search(text, max(start - 40, 0), start)
    if before is None or not match["kind"].strip()[0].isupper() or before["first"] in NO_NAME | COMMON:
        return start
    return start if _are_two(text, before["first"], second) else before.start("first")


@lru_cache(256)
def _are_two(text: str, first: str, second: str) -> bool:
    """Whether a text tells of two places each as a force of its own."""
    ends, speaks_of_two = _before_kinds(text)
    starts = (end - len(second) for end in ends.get(second.rpartition(" ")[2], ()))
    together = f"{first} and "
    alone = any(text.startswith(second, at) and not text.endswith(together, 0, at) for at in starts)
    return speaks_of_two or first in ends or alone


@lru_cache(1)
def _before_kinds(text: str) -> tuple[dict[str, list[int]], bool]:
    """Where each word ends that "police" or another kind of force follows, and whether the text speaks of two."""
    ends: dict[str, list[int]] = {}
    for match in _BEFORE_A_KIND.finditer(text):
        ends.setdefault(match[1], []).append(match.end(1))
    return ends, _TWO_FORCES.search(text) is not None


_BEFORE_A_KIND = re.compile(rf"(?<![\w’'-])([\w’'-]+) (?={one_of(*_KINDS, 'police', 'officers', 'forces')}\b)")
_TWO_FORCES = re.compile(r"\b(?:both|two) (?:police )?forces\b")


def _only_opens(match: re.Match, start: int) -> bool:
    """Whether one word before a small "police" is a name at all: "Dock police arrested", where "Dock" stands nowhere
    else inside a sentence, is no force's name.
    """
    name, text = match.string[start : match.end("name")], match.string
    if (
        match["kind"].strip() not in _PLAIN_KINDS_BARE
        or " " in name
        or not _OPENS.search(text, max(start - 3, 0), start)
    ):
        return False
    return name not in _inside(text) and not (_ACT.match(text, match.end()) and name not in OPENS_ON)


# "Dresden police suspended two officers", of a place that is named once
_ACT = re.compile(
    r" (?:ha(?:ve|s|d)|let|said|say|says|are|were|did|would|will|sent|gave|took|found|told|\w{3,}ed)\b"
    r"(?! (?:car|van|man|woman)\b)"
)


@lru_cache(1)
def _inside(text: str) -> frozenset[str]:
    """The words of a text that stand inside its sentences, without the "'s" that they may end on."""
    return frozenset(re.split("[’']", match[1])[0] for match in _INSIDE.finditer(text))


_INSIDE = re.compile(r"(?<=[a-z,] )([\w’'-]+)")


def _mark(doc: Doc, start: int, end: int, value: str, rule: str, role: str = "") -> None:
    if not free(doc, start, end, "FORCE"):
        return
    before, after = source(doc)[max(start - 60, 0) : start], source(doc)[end : end + 60]
    if _FORMER.search(before):
        role = "former"
    elif _INVESTIGATING.search(before):
        role = role or "investigating"
    elif _INVESTIGATES.match(after):
        role = role or "inquiring"
    mark(doc, start, end, "FORCE", value, rule, role=role)
