"""Bodies that investigate, prosecute or decide: watchdogs, prosecutors, tribunals; by name or by the form of a name."""

import re

from spacy.tokens import Doc

from cuttings.extract.patterns import CAPITAL, one_of, words
from cuttings.extract.spans import cited, free, mark, mentions, source
from cuttings.vocabulary import Vocabulary

_DECIDING = ("watchdog", "prosecutor")

_OVERSEEING = one_of(*words("Police Conduct Corruption Integrity Complaints Oversight Review Accountability"))
_OFFICES = one_of(*words("Commission Authority Board Directorate Bureau Agency Office Tribunal"))
_BY_FORM = re.compile(
    rf"(?<!\w)(?:{CAPITAL} (?:(?:and|of|for|the) )*){{0,5}}"
    + one_of(
        r"Ombudsman(?: for [A-Z]\w+(?: [A-Z]\w+)*)?",  # Kerrin Police Ombudsman
        rf"(?:{_OVERSEEING} ){{1,3}}{_OFFICES}",  # Tarrow Police Conduct Commission
        r"Public Prosecutor",
        r"Prosecution Service",
        r"District Attorney(?:['’]s Office)?",  # Port Allen District Attorney's Office
        r"Attorney General(?:['’]s Office)?",
    )
    + r"(?!\w)"
    # Office of Police Oversight, Board for the Conduct of Police Accountability
    + rf"|(?<!\w)(?:Office|Commission|Board|Bureau|Authority) (?:of|for) (?:(?:the|and|of) |{CAPITAL} )*"
    + r"(?:Police|Conduct|Accountability|Oversight|Complaints)"
    + r"(?: (?:Conduct|Accountability|Complaints|Oversight|Integrity))?"
)
# Words that begin a kind of body; a name of one's own begins with another: "Kerrin", but "Office of", "Commission".
_GENERAL = one_of(*words("Police Conduct Public District Attorney Independent Office Commission Board Professional"))
_NAMED = re.compile(rf"(?!{_GENERAL}\b)[A-Z]|Office of|Commission|Board|Bureau")
_WATCHDOG = re.compile(
    r"(?<!\w)(?:the |a |this )?(?:police |policing |national |independent |force['’]s )*watchdog(?!\w)", re.I
)


class Bodies:
    """Marks BODY; "the watchdog" is read back to the one watchdog that the article names, if it names just one.

    PERSON must be marked before: "District Attorney Jo Vale" is a person's title, and no body.
    """

    def __init__(self, vocabulary: Vocabulary):
        self.lexicon = vocabulary.lexicon("bodies", where={"kind": _DECIDING})
        self.kinds = {row.value: row["kind"] for row in vocabulary["bodies"] if row.value != "-"}

    def __call__(self, doc: Doc) -> Doc:
        self._by_form(doc)
        for hit in self.lexicon.finditer(source(doc)):
            if free(doc, hit.start, hit.end, "BODY") and not _title(doc, hit.end):
                mark(doc, hit.start, hit.end, "BODY", hit.row.value, cited(hit.row))
        self._watchdog(doc)
        return doc

    def _by_form(self, doc: Doc) -> None:
        """A longer name by its form, before a shorter one of the list: "Kerrin Police Ombudsman"."""
        for match in _BY_FORM.finditer(source(doc)):
            name = re.sub(r"^The ", "", match.group())
            known = self.lexicon.get(name) is not None
            if " " in name and not known and _NAMED.match(name) and not _title(doc, match.end()):
                mark(doc, match.end() - len(name), match.end(), "BODY", name, "bodies:form")

    def _watchdog(self, doc: Doc) -> None:
        # a body that the vocabulary does not list may be a watchdog
        named = {span.kb_id_ for span in mentions(doc, "BODY")}
        watchdogs = {name for name in named if self.kinds.get(name, "watchdog") == "watchdog"}
        if len(watchdogs) != 1:
            return
        for match in _WATCHDOG.finditer(source(doc)):
            if free(doc, match.start(), match.end(), "BODY"):
                mark(doc, match.start(), match.end(), "BODY", *watchdogs, "bodies:watchdog")


def _title(doc: Doc, end: int) -> bool:
    """Whether a name follows."""
    return not free(doc, end + 1, end + 2, "PERSON")
