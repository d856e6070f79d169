"""Bodies that investigate, prosecute or decide: watchdogs, prosecutors, tribunals; by name or by the form of the name."""

import re

from spacy.tokens import Doc

from cuttings.extract.spans import cited, free, mark, mentions, source
from cuttings.vocabulary import Vocabulary

_WORD = r"(?:[A-ZÀ-Þ][\w’'-]+)"
# A body told by its form: "Kerrin Police Ombudsman", "Office of Police Oversight", "Port Allen District Attorney's Office".
_BY_FORM = re.compile(
    rf"(?<!\w)(?:{_WORD} (?:(?:and|of|for|the) )*){{0,5}}"
    r"(?:Ombudsman(?: for [A-Z]\w+(?: [A-Z]\w+)*)?|(?:Police |Conduct |Corruption |Integrity |Complaints |Oversight |Review |Accountability ){1,3}"
    r"(?:Commission|Authority|Board|Directorate|Bureau|Agency|Office|Tribunal)|Public Prosecutor|Prosecution Service|"
    r"District Attorney(?:['’]s Office)?|Attorney General(?:['’]s Office)?)(?!\w)"
    r"|(?<!\w)(?:Office|Commission|Board|Bureau|Authority) (?:of|for) (?:(?:the|and|of) |[A-Z][\w’'-]+ )*(?:Police|Conduct|Accountability|Oversight|Complaints)(?: (?:Conduct|Accountability|Complaints|Oversight|Integrity))?"
)
_WATCHDOG = re.compile(r"(?<!\w)(?:the |a |this )?(?:police |policing |national |independent |force['’]s )*watchdog(?!\w)", re.I)
_DECIDING = ("watchdog", "prosecutor")
_NAMED = re.compile(r"(?!(?:Police|Conduct|Public|District|Attorney|Independent|Office|Commission|Board|Professional)\b)[A-Z]|Office of|Commission|Board|Bureau")


class Bodies:
    """Marks BODY; "the watchdog" is read back to the one watchdog that the article names, if it names just one."""

    def __init__(self, vocabulary: Vocabulary):
        self.lexicon = vocabulary.lexicon("bodies", where={"kind": _DECIDING})
        self.kinds = {row.value: row["kind"] for row in vocabulary["bodies"] if row.value != "-"}

    def __call__(self, doc: Doc) -> Doc:
        # a longer name by its form comes before a shorter one of the list: "Kerrin Police Ombudsman"
        for match in _BY_FORM.finditer(source(doc)):
            name = re.sub(r"^The ", "", match.group())
            row = self.lexicon.get(name)
            if " " in name and row is None and _NAMED.match(name) and not _title(doc, match.end()):
                mark(doc, match.end() - len(name), match.end(), "BODY", name, "bodies:form")
        for hit in self.lexicon.finditer(source(doc)):
            if free(doc, hit.start, hit.end, "BODY") and not _title(doc, hit.end):
                mark(doc, hit.start, hit.end, "BODY", hit.row.value, cited(hit.row))
        watchdogs = {span.kb_id_ for span in mentions(doc, "BODY") if self.kinds.get(span.kb_id_, "watchdog") == "watchdog"}
        if len(watchdogs) == 1:
            for match in _WATCHDOG.finditer(source(doc)):
                if free(doc, match.start(), match.end(), "BODY"):
                    mark(doc, match.start(), match.end(), "BODY", *watchdogs, "bodies:watchdog")
        return doc


def _title(doc: Doc, end: int) -> bool:
    """Whether a name follows: "District Attorney Jo Vale" is a person's title, and no body."""
    return not free(doc, end + 1, end + 2, "PERSON")
