"""Lists of people, the counts of police before them, and how a person takes the part that a count gives."""

import re

from spacy.tokens import Doc, Span

from cuttings.extract.matters import counts_police
from cuttings.extract.people.advocates import is_counsel
from cuttings.extract.spans import detail, mentions, sentence_at, source

# Between people of one list: ", ", " and ", " and PC ", ", 34, and ", ", 36, of Port Kerrin, and "
LIST = re.compile(
    r"(?:,? \(?\d\d\)?(?:, (?:of|from) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})?)?"
    r"(?:[,;]? and |[,;] )(?:(?:PC|Pc|DC|PS|Sgt|Const\.|Officer|Detective|Constable|Sergeant) )?"
)
AGED = re.compile(r",? (?:aged )?\(?\d\d\b")


def firsts(spans: list[Span]) -> dict[str, int]:
    """Where each person is named first."""
    first: dict[str, int] = {}
    for span in spans:
        first.setdefault(span.kb_id_, span.start_char)
    return first


def listed_before(doc: Doc, spans: list[Span], last: int) -> list[Span]:
    """The people of the list that ends with this one."""
    first = last
    while first and LIST.fullmatch(source(doc)[spans[first - 1].end_char : spans[first].start_char]):
        first -= 1
    return spans[first : last + 1]


def listed_from(doc: Doc, spans: list[Span], first: int) -> list[Span]:
    """The people of the list that begins with this one."""
    last = first + 1
    while last < len(spans) and LIST.fullmatch(source(doc)[spans[last - 1].end_char : spans[last].start_char]):
        last += 1
    return spans[first:last]


def counted(doc: Doc) -> list[Span]:
    """The counts of police, and of those who were."""
    return [span for span in mentions(doc, "OFFICERS") if counts_police(span) or is_former(span)]


def is_former(span: Span) -> bool:
    """Whether a count is of people who have left."""
    return detail(span).get("status") == "former"


def opens(doc: Doc, person: Span) -> bool:
    """ "Darren Vale was the first …": the person whom a sentence is about."""
    title = detail(person).get("title", "")
    before = len(title) + 1 if title else 0
    return 0 <= person.start_char - sentence_at(doc, person.start_char).start <= before


def take(roles: dict[str, str], person: Span, count: Span) -> None:
    """Give a person what a count says of those it counts, unless ``roles`` has more of that person already."""
    former = is_former(count)
    if is_counsel("", source(person.doc)[person.end_char : person.end_char + 4]):
        return
    if roles[person.kb_id_] == "other" or (former and roles[person.kb_id_] == "officer"):
        roles[person.kb_id_] = "former_officer" if former else "officer"
