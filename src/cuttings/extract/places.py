"""Places and units: counties and cities of the vocabulary, courts by their form; stations, squads and teams."""

import re

from spacy.tokens import Doc

from cuttings.extract.patterns import CAPITAL, Sought, one_of, words
from cuttings.extract.spans import cited, free, mark, source
from cuttings.vocabulary import Vocabulary

_COURTS = ("Magistrates['’]? Court", "Crown Court", "Sheriff Court", "District Court", "High Court")
# "Harrowmere Crown Court"
_COURT = Sought(rf"(?<!\w)(?P<place>{CAPITAL}(?: {CAPITAL}){{0,3}}) {one_of(*_COURTS)}")
# "Harrowmere-based"; as few letters as will do, since a hyphen may be part of the name
_BASED = Sought(rf"(?<!\w)(?P<place>{CAPITAL}?(?: {CAPITAL}){{0,2}})-based\b")

_UNIT_KINDS = words("Unit Squad Team Command Branch Division Section")
_UNIT_DUTIES = (
    *("response", "drugs?", "firearms", "armed response", "neighbourhood", "neighborhood", "night-shift", "traffic"),
    *("roads policing", "dog", "custody", "vice", "robbery", "homicide", "gangs?", "riot", "patrol", "public order"),
    *("domestic abuse", "burglary", "intelligence", "surveillance"),
)
_UNIT = Sought(
    # "Parliamentary and Diplomatic Protection Command"; a whole police department is a force, and no unit
    rf"(?<!\w)(?:{CAPITAL} (?:(?:and|of|&) )?){{1,5}}{one_of(*_UNIT_KINDS, 'Department(?<!Police Department)')}(?!\w)"
    # "armed response team"
    rf"|(?<!\w){one_of(*_UNIT_DUTIES)} (?:policing )?(?:team|squad|unit|section|shift)(?!\w)",
)
_STATION = Sought(rf"(?<!\w){CAPITAL}(?: {CAPITAL}){{0,2}} [Pp]olice [Ss]tation(?!\w)")


class Places:
    """Marks PLACE: where a force's area, a court, or somebody "based" is. FORCE and PERSON must be marked before."""

    def __init__(self, vocabulary: Vocabulary):
        self.areas = vocabulary.lexicon("forces", where={"kind": "area"})

    def __call__(self, doc: Doc) -> Doc:
        for hit in self.areas.finditer(source(doc)):
            if free(doc, hit.start, hit.end, "FORCE") and free(doc, hit.start, hit.end, "PERSON"):
                mark(doc, hit.start, hit.end, "PLACE", source(doc)[hit.start : hit.end], cited(hit.row))
        for pattern in (_COURT, _BASED):
            for match in pattern.in_lines(source(doc)):
                place = re.sub(r"^(?:The|A|An) ", "", match["place"])
                start = match.end("place") - len(place)
                if free(doc, start, match.end("place"), "PLACE"):
                    mark(doc, start, match.end("place"), "PLACE", place, "places:form")
        return doc


class Units:
    """Marks UNIT: a station, squad or team, by the form of its name."""

    def __call__(self, doc: Doc) -> Doc:
        for pattern in (_STATION, _UNIT):
            for match in pattern.in_lines(source(doc)):
                name = re.sub(r"^(?:The|A|At|In|From) ", "", match.group())
                if free(doc, match.end() - len(name), match.end(), "UNIT"):
                    mark(doc, match.end() - len(name), match.end(), "UNIT", name, "units:form")
        return doc
