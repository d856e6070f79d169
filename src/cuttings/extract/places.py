"""Places and units: counties and cities of the vocabulary, courts by their form; stations, squads and teams."""

import re

from spacy.tokens import Doc

from cuttings.extract.spans import cited, free, mark, source
from cuttings.vocabulary import Vocabulary

_COURT = re.compile(r"(?<!\w)(?P<place>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}) (?:Magistrates['’]? Court|Crown Court|Sheriff Court|District Court|High Court)")
_BASED = re.compile(r"(?<!\w)(?P<place>[A-ZÀ-Þ][\w’'-]+?(?: [A-ZÀ-Þ][\w’'-]+){0,2})-based\b")
_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
_UNIT = re.compile(
    rf"(?<!\w)(?:{_CAPITAL} (?:(?:and|of|&) )?){{1,5}}(?:Unit|Squad|Team|Command|Branch|Division|Section|Department(?<!Police Department))(?!\w)"
    r"|(?<!\w)(?:response|drugs?|firearms|armed response|neighbourhood|neighborhood|night-shift|traffic|roads policing|dog|custody|vice|robbery|"
    r"homicide|gangs?|riot|patrol|public order|domestic abuse|burglary|intelligence|surveillance) (?:policing )?(?:team|squad|unit|section|shift)(?!\w)",
)
_STATION = re.compile(rf"(?<!\w){_CAPITAL}(?: {_CAPITAL}){{0,2}} [Pp]olice [Ss]tation(?!\w)")


class Places:
    """Marks PLACE: where a force's area, a court, or somebody "based" is."""

    def __init__(self, vocabulary: Vocabulary):
        self.areas = vocabulary.lexicon("forces", where={"kind": "area"})

    def __call__(self, doc: Doc) -> Doc:
        for hit in self.areas.finditer(source(doc)):
            words = source(doc)[hit.start : hit.end]
            if free(doc, hit.start, hit.end, "FORCE") and free(doc, hit.start, hit.end, "PERSON"):
                mark(doc, hit.start, hit.end, "PLACE", words, cited(hit.row))
        for pattern in (_COURT, _BASED):
            for match in pattern.finditer(source(doc)):
                place = re.sub(r"^(?:The|A|An) ", "", match["place"])
                start = match.end("place") - len(place)
                if free(doc, start, match.end("place"), "PLACE"):
                    mark(doc, start, match.end("place"), "PLACE", place, "places:form")
        return doc


class Units:
    """Marks UNIT: a station, squad or team, by the form of its name."""

    def __call__(self, doc: Doc) -> Doc:
        for pattern in (_STATION, _UNIT):
            for match in pattern.finditer(source(doc)):
                name = re.sub(r"^(?:The|A|At|In|From) ", "", match.group())
                if free(doc, match.end() - len(name), match.end(), "UNIT"):
                    mark(doc, match.end() - len(name), match.end(), "UNIT", name, "units:form")
        return doc
