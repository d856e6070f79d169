"""Names of people, without a model: a name is told by the title or role before it, by a given name, or by its age.

A later surname alone, "Sir Mark" and "Officer B" are read back to the fullest form of the name. A trained model's
PERSON entities, where the user has one installed, count as one more sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from cuttings.extract.later_names import mark_later, mark_listed
from cuttings.extract.names import SEQUENCE, SURNAMES_TOO, THINGS, trimmed
from cuttings.extract.patterns import one_of, words
from cuttings.extract.spans import free, mark, source
from cuttings.vocabulary import Hit, Lexicon, Vocabulary

_HONORIFICS = words(
    "Mr Mrs Ms Miss Mx Sir Dame Lord Lady Baroness Baron Dr Prof Professor Rev Judge Justice Cllr Councillor"
)
_HONORIFIC = re.compile(rf"(?<!\w){one_of(*_HONORIFICS)}\.?[ \u00a0]$")
# "Officer B", "former PC D": somebody whose name is withheld
_LETTERED = words("Officer PC Pc Sergeant Sgt Constable Inspector Detective Garda Witness Ms Mr Woman Man")
_ANONYMOUS = re.compile(rf"(?<!\w)(?:[Ff]ormer )?{one_of(*_LETTERED)} [A-Z](?![\w.’'-])")
# ", 34,", " (34)", ", who is 34"
_AGE = re.compile(r",? (?:who is )?(?:aged )?\(?\d\d\b(?!,\d| (?:per|officers|years of))")
_SAYING = one_of(
    *words("said says told added warned wrote ruled insisted announced tweeted argued claimed explained alleged"),
    *words("described called"),
)
_AFTER = re.compile(rf" (?:{_SAYING}|stabbed|killed|murdered|attacked|raped|abducted)\b")
_BEFORE = re.compile(
    rf"(?:{_SAYING}|(?:killed|stabbed|murdered|attacked) (?:to death )?by|[a-z]+ leader|[a-z]+ chair(?:man|woman)?) $"
)
# a group "called The Night Shift"
_GROUP_NAME = re.compile(r"\b(?:called|dubbed|named|titled|entitled|known as)[,:]? [\"“‘']?$", re.I)
_APPOSITION = re.compile(r", (?:an? |the )?(?:former |serving |retired )?")


@dataclass(frozen=True)
class _Name:
    """A name told by a sign of its own: offsets, the title before it, and the rule that told it."""

    start: int
    end: int
    title: str
    rule: str


class People:
    """Marks PERSON; a mention's value is the fullest form of the name, its detail ``title`` the words before it."""

    def __init__(self, vocabulary: Vocabulary):
        self.given = {row.form for row in vocabulary["given_names"]}
        self.titles = [vocabulary.lexicon("ranks"), vocabulary.lexicon("roles")]

    def __call__(self, doc: Doc) -> Doc:
        _mark_anonymous(doc)
        names = [*self._mark_full(doc), *mark_listed(doc)]
        mark_later(doc, dict.fromkeys(names))
        return doc

    def _mark_full(self, doc: Doc) -> list[str]:
        """Mark the names that are told by a sign of their own, and give them."""
        text = source(doc)
        ends = {hit.end: hit for lexicon in self.titles for hit in lexicon.finditer(text)}
        entities = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"}
        found = list(self._full(text, ends, entities))
        # "Mr Bell" and "Sir Mark" are later forms of "Mark Bell"
        parts = {part for name in found for part in _parts(text[name.start : name.end])}
        marked = []
        for name in found:
            told = text[name.start : name.end]
            if told not in parts and free(doc, name.start, name.end, "PERSON"):
                mark(doc, name.start, name.end, "PERSON", told, name.rule, title=name.title)
                marked.append(told)
        return marked

    def _full(self, text: str, ends: dict[int, Hit], entities: set[tuple[int, int]]) -> Iterator[_Name]:
        """Each run of capitals that is a name; ``ends``: where ranks and roles end, ``entities``: a model's people."""
        for match in SEQUENCE.finditer(text):
            start, end = trimmed(match.group(), match.start())
            start = self._past_job(text, start, end)
            parts = text[start:end].split()
            if not parts or self._thing(parts) or _GROUP_NAME.search(text, max(start - 20, 0), start):
                continue
            title = self._title(text, start, ends)
            if title and (len(parts) > 1 or _titled_surname(text, start, parts[0], ends)):
                yield _Name(start, end, title, "people:title")
            elif rule := self._rule(text, start, end, (start, end) in entities):
                yield _Name(start, end, "", rule)

    def _rule(self, text: str, start: int, end: int, entity: bool) -> str:
        """The sign by which a run of capitals with no title is a name; empty for none."""
        parts = text[start:end].split()
        if len(parts) > 1:
            if parts[0] in self.given:
                return "people:given_name"
            if self._described(text, end):
                return "people:description"
            if _AGE.match(text, end) or _AFTER.match(text, end) or _BEFORE.search(text[max(start - 30, 0) : start]):
                return "people:context"
        return "people:model" if entity else ""

    def _described(self, text: str, end: int) -> bool:
        """Whether a rank or a role follows: "Mo Adeyi, chief constable, said"."""
        gap = _APPOSITION.match(text, end)
        return gap is not None and any(_begins(lexicon, text[gap.end() : gap.end() + 40]) for lexicon in self.titles)

    def _past_job(self, text: str, start: int, end: int) -> int:
        """Past a capitalised job: "Firefighter Gus Thorne"."""
        parts = text[start:end].split()
        job = len(parts) > 2 and parts[0] not in self.given and parts[1] in self.given
        return start + len(parts[0]) + 1 if job else start

    def _thing(self, parts: list[str]) -> bool:
        """Whether a run of capitals is no name: "Lee South" is one, "South Road" is not."""
        if parts[0] in self.given and len(parts) == 2 and parts[1] in SURNAMES_TOO:
            return False
        return not THINGS.isdisjoint(parts)

    def _title(self, text: str, start: int, ends: dict[int, Hit]) -> str:
        """The rank, role and honorific before a name: "Chief Constable Sir"."""
        honorific = _HONORIFIC.search(text[max(start - 14, 0) : start])
        at = start - len(honorific.group()) if honorific else start
        hit = ends.get(len(text[:at].rstrip(" \u00a0,")))
        told = [text[hit.start : hit.end]] if hit else []
        return " ".join([*told, *([honorific.group().strip()] if honorific else [])])


def _mark_anonymous(doc: Doc) -> None:
    for match in _ANONYMOUS.finditer(source(doc)):
        name = re.sub(r"^former ", "", match.group(), flags=re.I)
        mark(doc, match.start(), match.end(), "PERSON", name, "people:anonymous")


def _parts(name: str) -> list[str]:
    return name.split() if " " in name else []


def _begins(lexicon: Lexicon, told: str) -> bool:
    hit = next(lexicon.finditer(told), None)
    return hit is not None and hit.start == 0


def _titled_surname(text: str, start: int, word: str, ends: dict[int, Hit]) -> bool:
    """Whether a title makes one word a name: "Sgt Bell"; not in "Officers Dismissed", the word being the text's own."""
    if _HONORIFIC.search(text, max(start - 14, 0), start):
        return True
    hit = ends.get(len(text[:start].rstrip(" \u00a0")))
    plain = re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text)
    return hit is not None and hit.row.table == "ranks" and plain is None
