"""Bodies that investigate, prosecute or decide: watchdogs, prosecutors, tribunals; by name or by the form of a name."""

import re

from spacy.tokens import Doc

from cuttings.extract.patterns import CAPITAL, AnyCase, Sought, one_of, words
from cuttings.extract.spans import cited, free, mark, mentions, source
from cuttings.vocabulary import Row, Vocabulary

_DECIDING = ("watchdog", "prosecutor")

_OVERSEEING = one_of(
    *words("Police Policing Conduct Misconduct Corruption Integrity Complaints Oversight Review Accountability"),
    *words("Disciplinary Discipline Appeals Certification Personnel Arbitration Adjudication Grievance Enforcement"),
    *("Professional Standards", "Standards", "Training", "and"),
)
_OFFICES = one_of(
    *words("Commission Commissioner Authority Board Directorate Bureau Agency Office Tribunal Panel Council Monitor")
)
# Tribunals that judge police and nobody else; of courts, the table has none
_OF_POLICE = re.compile(r"Police|Disciplin|Civil Service|Personnel|Certification")
_BY_FORM = Sought(
    rf"(?<!\w)(?:{CAPITAL} (?:(?:and|of|for|the) )*){{0,5}}"
    + one_of(
        r"Ombudsman(?: for [A-Z]\w+(?: [A-Z]\w+)*)?",  # Kerrin Police Ombudsman
        rf"(?:{_OVERSEEING} ){{1,4}}{_OFFICES}",  # Tarrow Police Conduct Commission
        r"Bureau of Investigation",
        r"Public Prosecutor",
        r"Prosecution Service",
        r"District Attorney(?:['’]s Office)?",  # Port Allen District Attorney's Office
        r"Attorney General(?:['’]s Office)?",
    )
    + r"(?!\w)"
    # Office of Police Oversight, Board for the Conduct of Police Accountability
    + rf"|(?<!\w)(?:Office|Commission|Board|Bureau|Authority) (?:of|for) (?:(?:the|and|of) |{CAPITAL} )*"
    + r"(?:Police|Conduct|Accountability|Oversight|Complaints)"
    + r"(?: (?:Conduct|Accountability|Complaints|Oversight|Integrity|Discipline|Commissioners))?"
)
# Words that begin a kind of body; a name of one's own begins with another: "Kerrin", but "Office of", "Commission".
_GENERAL = one_of(
    *words("Police Policing Conduct Misconduct Disciplinary Appeals Public District Attorney Independent Office"),
    *words("Commission Board Professional Review Complaints Integrity and"),
)
_NAMED = re.compile(rf"(?!{_GENERAL}\b)[A-Z]|Office of|Commission|Board|Bureau")
# "On Thursday the Police Disciplinary Board", "Investigators for the Police Monitor": words before the name
_LEADS_IN = re.compile(
    r"^(?:(?:The|On|In|At|By|From|For|But|And|When|After|Before|Let|If|As|So|While|Though|Our|Its|Investigators|Lawyers|Officers|Yesterday|Last|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?:(?:for|of|by) )?(?:the )?)+"
)
# "New Zealand's Independent Police Conduct Authority"
_OWNER = re.compile(rf"^(?:{CAPITAL} )*[A-Z]\w+['’]s (?!Office\b)")
# Authorities over another trade: "Financial Conduct Authority"
_OTHER_TRADE = re.compile(r"(?:Financial|Advertising|Press|Nursing|Medical|Legal|Bar|Broadcasting|Postal) ")
# Ireland's ombudsman has had the name of Northern Ireland's since 2025
_IRISH = "Fiosrú"
_NAMESAKES = {
    "Police Ombudsman",
    "Office of the Police Ombudsman",
    "Police Ombudsman's Office",
    "Police Ombudsman's office",
}
_WATCHDOG = AnyCase(r"(?<!\w)(?:the |a |this )?(?:police |policing |national |independent |force['’]s )*watchdog(?!\w)")


class Bodies:
    """Marks BODY; "the watchdog" is read back to the one watchdog that the article names, if it names just one.

    PERSON must be marked before: "District Attorney Jo Vale" is a person's title, and no body.
    """

    def __init__(self, vocabulary: Vocabulary):
        judging = tuple({r.value for r in vocabulary["bodies"] if _decides(r)})
        self.lexicon = vocabulary.lexicon("bodies", where={"name": judging})
        self.kinds = {row.value: row["kind"] for row in vocabulary["bodies"] if row.value != "-"}

    def __call__(self, doc: Doc) -> Doc:
        self._by_form(doc)
        irish = _is_irish(doc)
        for hit in self.lexicon.finditer(source(doc)):
            if free(doc, hit.start, hit.end, "BODY") and not _title(doc, hit.end):
                name = _IRISH if irish and hit.row.form in _NAMESAKES else hit.row.value
                mark(doc, hit.start, hit.end, "BODY", name, cited(hit.row))
        self._watchdog(doc)
        return doc

    def _by_form(self, doc: Doc) -> None:
        """A longer name by its form, before a shorter one of the list: "Kerrin Police Ombudsman"."""
        listed = {(hit.start, hit.end) for hit in self.lexicon.finditer(source(doc))}
        for match in _BY_FORM.in_lines(source(doc)):
            name = _OWNER.sub("", _LEADS_IN.sub("", match.group()))
            start = match.end() - len(name)
            # "Garda Síochána Ombudsman Commission" is listed, and goes on after "Ombudsman"
            known = self.lexicon.get(name) is not None or any(s <= start and match.end() <= e for s, e in listed)
            titled = _title(doc, match.end()) and " County " not in name
            if " " in name and not known and _NAMED.match(name) and not titled and not _OTHER_TRADE.match(name):
                value = "District Attorney" if name.endswith(" County District Attorney") else name
                mark(doc, start, match.end(), "BODY", value, "bodies:form")

    def _watchdog(self, doc: Doc) -> None:
        # a body that the vocabulary does not list may be a watchdog
        named = {span.kb_id_ for span in mentions(doc, "BODY")}
        watchdogs = {name for name in named if self.kinds.get(name, "watchdog") == "watchdog"}
        if len(watchdogs) != 1:
            return
        for match in _WATCHDOG.in_lines(source(doc)):
            if free(doc, match.start(), match.end(), "BODY"):
                mark(doc, match.start(), match.end(), "BODY", *watchdogs, "bodies:watchdog")


def _is_irish(doc: Doc) -> bool:
    """Whether "the Police Ombudsman" is Ireland's: where it is named too, or An Garda Síochána and no police of the
    North.
    """
    forces = {span.kb_id_ for span in mentions(doc, "FORCE")}
    return _IRISH in source(doc) or (
        "An Garda Síochána" in forces and "Police Service of Northern Ireland" not in forces
    )


def _decides(row: Row) -> bool:
    return row["kind"] in _DECIDING or (row["kind"] == "tribunal" and _OF_POLICE.search(row.value) is not None)


def _title(doc: Doc, end: int) -> bool:
    """Whether a name follows."""
    return not free(doc, end + 1, end + 2, "PERSON")
