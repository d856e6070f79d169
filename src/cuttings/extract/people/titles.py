"""What the title before a name says: a rank and how high it is, an office, a seat, a relative."""

import re

from spacy.tokens import Doc, Span

from cuttings.extract.patterns import WORD
from cuttings.extract.people.advocates import speaks_for_party
from cuttings.extract.people.officials import is_second
from cuttings.extract.people.police import other_officer
from cuttings.extract.spans import detail, source
from cuttings.vocabulary import Row, Vocabulary

_HONORIFIC = re.compile(r" ?(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)$")
_JUDGE = re.compile(r"Judge|Justice")
_RESPECTED = frozenset({"Aunty", "Uncle"})  # of elders, who are nobody's relatives
# "former Harrowmere ", "ex-" before a rank
_RELATION = (
    r"(?:colleagues? of|supervisor|boss|manager|mentor|tutor|trainer|partner|wife|husband|girlfriend|boyfriend|friend|"
    r"lover|classmate)"
)
_FORMER = re.compile(
    rf"(?:\b(?:former|ex|retired|one-time|then)[- ](?!(?:{WORD} )?{_RELATION}\b)(?:{WORD} ){{0,4}}|\bex-)$", re.I
)
_FORMER_RANK = re.compile(r"(?:former|ex|retired)\b", re.I)
_FORMER_COLLEAGUE = re.compile(r"(?:former|ex)[- ]colleague$", re.I)
# Who speaks for a party rather than from a seat
_OF_PARTY = re.compile(r"\bspokes|(?:party|Labour|Conservative) leader", re.I)
# Titles of those who put a case at a trial; who prosecutes for a county or a district holds an office
_IN_COURT = re.compile(r"(?:[Pp]rosecutor|[Pp]rosecuting (?:barrister|counsel))")
_OF_A_COUNTY = re.compile(
    r"\b(?:County|City|State|District|Federal|Chief|Special|Senior|Deputy|Assistant|Crown|Borough) $"
)
# Where those who prosecute are barristers at the bar, briefed for the day
_BRIEFS = re.compile(r"\b(?:Crown Court|[Mm]agistrates['’]? [Cc]ourt|CPS|Crown Prosecution Service|Old Bailey|[KQ]C)\b")
_CLOSE = r"(?:wife|husband|partner|girlfriend|boyfriend|fianc[ée]e?)$"
# Ranks whose holders are seldom a force's voice: in such a report they are who it is about, or one who saw it
_LOW_RANKS = frozenset(
    {"Police Constable", "Constable", "Student Officer", "Special Constable", "Detective Constable", "Police Officer"}
    | {"Deputy Sheriff", "Trooper", "Garda", "Senior Constable", "Head Constable", "Sub-Inspector"}
    | {"Assistant Sub-Inspector"}
)
_MIDDLE_RANKS = frozenset(
    {
        "Inspector",
        "Detective Inspector",
        "Chief Inspector",
        "Detective Chief Inspector",
        "Lieutenant",
        "Captain",
        "Major",
    }
)


class Titles:
    """Reads the titles of an article's people, with the ranks and roles of the vocabulary."""

    def __init__(self, vocabulary: Vocabulary):
        self.ranks = vocabulary.lexicon("ranks")
        self.kinds = vocabulary.lexicon("roles")

    def _of(self, spans: list[Span]) -> list[Row]:
        """The ranks that somebody is given."""
        titles = [_HONORIFIC.sub("", detail(span).get("title", "")) for span in spans]
        return [row for title in titles if title and (row := self.ranks.get(title)) is not None]

    def low(self, spans: list[Span]) -> bool:
        """Whether somebody has a rank whose holders are seldom a force's voice."""
        return any(row.value in _LOW_RANKS for row in self._of(spans))

    def middle(self, spans: list[Span]) -> bool:
        """Whether somebody has a rank whose holders often speak for a force, and are seldom whom it accuses."""
        return any(row.value in _MIDDLE_RANKS for row in self._of(spans))

    def senior(self, spans: list[Span]) -> bool:
        """Whether somebody has a rank that speaks for a force: a superintendent, a chief."""
        return any(row["kind"] == "senior" for row in self._of(spans))

    def close(self, span: Span) -> bool:
        """ "texts to his ex-girlfriend Jo Vale": of somebody who is told of by what she was to the sender."""
        return re.search(_CLOSE, detail(span).get("title", "")) is not None

    def is_rank(self, title: str) -> bool:
        """Whether a title is a police rank."""
        return self.ranks.get(_HONORIFIC.sub("", title)) is not None

    def no_rank(self, title: str) -> bool:
        """Whether a title is one of any trade: "chair", "director", "spokeswoman"."""
        told = _HONORIFIC.sub("", title)
        role = self.kinds.get(told)
        return self.ranks.get(told) is None and role is not None and role.value in {"official", "chair"}

    def in_court(self, doc: Doc, title: str, before: str) -> bool:
        """Whether a title is that of a barrister briefed for a trial, as in Britain: "Prosecutor", of no county."""
        told = _IN_COURT.fullmatch(title) is not None and _OF_A_COUNTY.search(before) is None
        return told and _BRIEFS.search(source(doc)) is not None

    def signs(self, title: str, before: str) -> list[str]:
        """What the title before a name says: "Chief Constable", "Judge", "former Sgt"."""
        told = _HONORIFIC.sub("", title)
        if _JUDGE.search(title) and not _FORMER.search(before):
            return ["official"]
        if not told or told in _RESPECTED:
            return []
        if other_officer(before[-24:] + told):
            return []
        if told.lower() == "deputy" and is_second(before):
            return ["official"]
        if _FORMER_COLLEAGUE.search((before + told).strip()):
            return ["former_officer"]
        former = bool(_FORMER.search(before) or _FORMER_RANK.match(told))
        rank, role = self.ranks.get(told), self.kinds.get(told)
        if rank is not None and rank["kind"] == "senior":
            return ["former_senior" if former else "official"]
        if rank is not None:
            return ["former_officer" if former else "officer"]
        if "spokes" in told.lower() and speaks_for_party(before + told):
            return []
        if role is not None and role.value in {"official", "judge", "chair"}:
            return ["other" if former else "official"]
        if role is not None and role.value == "politician":
            return [] if former or _OF_PARTY.search(told) else ["official"]
        if told.endswith(" of"):
            return ["kin_of"] if role is not None and role.value == "family" else []
        return [role.value] if role is not None and role.value in {"victim", "family"} else []
