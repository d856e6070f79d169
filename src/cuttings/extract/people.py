"""Names of people, without a model: a name is told by the title or role before it, by a given name, or by its age.

A later surname alone, "Sir Mark" and "Officer B" are read back to the fullest form of the name. A trained model's
PERSON entities, where the user has one installed, count as one more sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from cuttings.extract.spans import free, mark, source
from cuttings.vocabulary import Lexicon, Vocabulary

_PART = r"(?:(?:O['’]|Mc|Mac|De|Fitz)?[A-ZÀ-Þ][a-zà-ÿ]+(?:[-–](?:O['’])?[A-Z][a-zà-ÿ]+|['’][A-Z][a-zà-ÿ]+)*)"
_PARTICLE = r"(?:de|da|du|van|von|bin|al|el|ul|la|del|der|den|Ní|Ó)"
_SEQUENCE = re.compile(rf"(?<![\w'’-]){_PART}(?:[ \u00a0](?:[A-Z]\.[ ]?)?(?:{_PARTICLE}[ ])*{_PART}){{0,7}}(?![\w-])")
_HONORIFIC = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Baroness|Baron|Dr|Prof|Professor|Rev|Judge|Justice|Cllr|Councillor)\.?[ \u00a0]$"
)
_ANONYMOUS = re.compile(
    r"(?<!\w)(?:[Ff]ormer )?(?:Officer|PC|Pc|Sergeant|Sgt|Constable|Inspector|Detective|Garda|Witness|Ms|Mr|Woman|Man) [A-Z](?![\w.’'-])"
)
_AGE = re.compile(r",? (?:who is )?(?:aged )?\(?\d\d\b(?!,\d| (?:per|officers|years of))")
_SAYING = r"(?:said|says|told|added|warned|wrote|ruled|insisted|announced|tweeted|argued|claimed|explained|alleged|described|called)"
_AFTER = re.compile(rf" (?:{_SAYING}|stabbed|killed|murdered|attacked|raped|abducted)\b")
_BEFORE = re.compile(rf"(?:{_SAYING}|(?:killed|stabbed|murdered|attacked) (?:to death )?by|[a-z]+ leader|[a-z]+ chair(?:man|woman)?) $")
# Words that make a run of capitals something other than a person.
_THINGS = frozenset(
    "Police Constabulary Court Courts Council Street Road Lane Avenue Square House University College School Hospital News Today Times Mail "
    "Post Herald Echo Gazette Telegraph Guardian Standard Mirror Sun Star Press Office Service Services Act Acts County City Town "
    "Prison Crown Magistrates Station Department Committee Commission Commissioner Authority Association Federation Union Party Government "
    "Parliament Assembly Bill Law Code Report Review Inquiry Panel Unit Team Squad Command Group Chat Messenger Division District Region "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September October "
    "November December North South East West Northern Southern Eastern Western Central Upper Lower Great New Old Royal National "
    "International British English Scottish Welsh Irish American Australian Canadian Indian African European Asian Black White Muslim "
    "Christian Jewish The This That These Those It He She They We You His Her Their Our My A An And But Or If When While After Before "
    "As At By For From In Into Of On To With No Not All Both Each Every Some Many Most Several One Two Three Four Five Six Seven "
    "Eight Nine Ten Another Other Others Also Now Then Here There Who What Where Why How Former Ex Chief Deputy Assistant Acting Detective "
    "Special Senior Police Officer Officers Sergeant Constable Inspector Superintendent Commander Image Picture Photo Published Updated "
    "Read More Latest Live Breaking Exclusive Facebook Twitter Instagram Telegram Signal Snapchat Whatsapp Independent Conduct "
    "Director General Regional Minister Secretary Home Justice Judge Chair Chairman Public Professional Standards Gross Misconduct "
    "Attorney Prosecutor President Vice Mayor Lieutenant Captain Major Colonel Corporal Trooper Sheriff Premier Baroness Reporter Editor "
    "Operation Communications Criminal Human Rights Equality Investigation Investigations Ombudsman Garda Gardaí State Federal Supreme".split()
)
_GROUP_NAME = re.compile(r"\b(?:called|dubbed|named|titled|entitled|known as)[,:]? [\"“‘']?$", re.I)
# "in March", "in Frome": the month or the town, not the person of that name
_PLACED = re.compile(r"\b(?:in|at|near|to|from) $")
_RANK_BEFORE = re.compile(r"\b(?:PC|Pc|DC|Sgt|Sergeant|Constable|Insp|Inspector|Detective|Officer|Garda|Trooper|Supt) $")
_LIST_BEFORE = re.compile(r"(?:,? and |, )$")
_LIST_AFTER = re.compile(r",? and |, ")
_LATER = r"(?<![\w'’-])(?:(?P<honorific>(?:Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady|Baroness|Dr) ))?(?P<name>{names})(?![\w-]|['’][A-Z])"


@dataclass(frozen=True)
class Person:
    """A person of one article, by the fullest form of the name."""

    name: str

    @property
    def surname(self) -> str:
        return re.split(r"[ \u00a0]", self.name)[-1]


class People:
    """Marks PERSON; a mention's value is the fullest form of the name, its detail ``title`` the words before it."""

    def __init__(self, vocabulary: Vocabulary):
        self.given = {row.form for row in vocabulary["given_names"]}
        self.titles = [vocabulary.lexicon("ranks"), vocabulary.lexicon("roles")]

    def __call__(self, doc: Doc) -> Doc:
        ends = {hit.end: hit for lexicon in self.titles for hit in lexicon.finditer(source(doc))}
        entities = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"}
        people: dict[str, Person] = {}
        for match in _ANONYMOUS.finditer(source(doc)):
            name = re.sub(r"^former ", "", match.group(), flags=re.I)
            mark(doc, match.start(), match.end(), "PERSON", name, "people:anonymous")
        found = list(self._full(source(doc), ends, entities))
        # "Mr Bell" and "Sir Mark" are later forms of "Mark Bell"
        parts = {word for s, e, *_ in found if " " in source(doc)[s:e] for word in source(doc)[s:e].split()}
        for start, end, title, rule in found:
            name = source(doc)[start:end]
            if name in parts or not free(doc, start, end, "PERSON"):
                continue
            people.setdefault(name, Person(name))
            mark(doc, start, end, "PERSON", name, rule, title=title)
        _listed(doc, people)
        _later(doc, list(people.values()))
        return doc

    def _full(self, text: str, ends: dict, entities: set) -> Iterator[tuple[int, int, str, str]]:
        """Start, end, title and rule of each run of capitals that is a name."""
        for match in _SEQUENCE.finditer(text):
            start, end = _trim(match.group(), match.start())
            start = self._past_job(text, start, end)
            words = text[start:end].split()
            if not words or self._thing(words) or _GROUP_NAME.search(text, max(start - 20, 0), start):
                continue
            title = self._title(text, start, ends)
            known = words[0] in self.given
            if title and (len(words) > 1 or _titled_surname(text, start, words[0], ends)):
                yield start, end, title, "people:title"
            elif len(words) > 1 and known:
                yield start, end, "", "people:given_name"
            elif len(words) > 1 and self._described(text, end):
                yield start, end, "", "people:description"
            elif len(words) > 1 and (_AGE.match(text, end) or _AFTER.match(text, end) or _BEFORE.search(text[max(start - 30, 0) : start])):
                yield start, end, "", "people:context"
            elif (start, end) in entities:
                yield start, end, "", "people:model"

    def _described(self, text: str, end: int) -> bool:
        """Whether a rank or a role follows: "Mo Adeyi, chief constable, said"."""
        gap = _APPOSITION.match(text, end)
        return gap is not None and any(_begins(lexicon, text[gap.end() : gap.end() + 40]) for lexicon in self.titles)

    def _past_job(self, text: str, start: int, end: int) -> int:
        """Past a capitalised job: "Firefighter Gus Thorne"."""
        words = text[start:end].split()
        job = len(words) > 2 and words[0] not in self.given and words[1] in self.given
        return start + len(words[0]) + 1 if job else start

    def _thing(self, words: list[str]) -> bool:
        """Whether a run of capitals is no name: "Lee South" is one, "South Road" is not."""
        if words[0] in self.given and len(words) == 2 and words[1] in _SURNAMES_TOO:
            return False
        return any(word in _THINGS for word in words)

    def _title(self, text: str, start: int, ends: dict) -> str:
        before = text[max(start - 14, 0) : start]
        honorific = _HONORIFIC.search(before)
        at = start - len(honorific.group()) if honorific else start
        hit = ends.get(len(text[:at].rstrip(" \u00a0,")))
        words = [text[hit.start : hit.end]] if hit else []
        return " ".join([*words, *([honorific.group().strip()] if honorific else [])])


_APPOSITION = re.compile(r", (?:an? |the )?(?:former |serving |retired )?")


def _begins(lexicon: Lexicon, words: str) -> bool:
    hit = next(lexicon.finditer(words), None)
    return hit is not None and hit.start == 0


def _titled_surname(text: str, start: int, word: str, ends: dict) -> bool:
    """"Sgt Bell", "Mr Bell"; but not "Officers Dismissed", where the word is one of the text's own."""
    if _HONORIFIC.search(text, max(start - 14, 0), start):
        return True
    hit = ends.get(len(text[:start].rstrip(" \u00a0")))
    plain = re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", text)
    return hit is not None and hit.row.table == "ranks" and plain is None


def _trim(words: str, start: int) -> tuple[int, int]:
    """Cut a run of capitals down to what follows the last title or thing in it: "Met Commissioner Sir Jo Vale"."""
    parts = [(m.start() + start, m.end() + start, m.group()) for m in re.finditer(r"[^ \u00a0]+", words)]
    for at in range(len(parts) - 2, -1, -1):
        word = re.sub(r"['’].*|.*-(?=[A-Z])", "", parts[at][2])
        if {word, word.removesuffix("s")} & (_THINGS | _TITLES):
            parts = parts[at + 1 :]
            break
    return (parts[0][0], parts[-1][1]) if parts else (start, start)


_SURNAMES_TOO = frozenset("North South East West Black White Young Law Street Hall Bill Bishop Sergeant Constable Major Court Crown March May June Church Green Brown".split())
_TITLES = frozenset("Mr Mrs Ms Miss Sir Dame Lord Lady Baroness Baron Dr Prof Professor Rev Cllr Councillor Pc Sgt Det Insp Supt Con Cons Supt Cdr Cmdr Capt Lt Ch Ex".split())


def _listed(doc: Doc, people: dict[str, Person]) -> None:
    """Two capitalised words in a list beside a name are a name: "constables Kelsey Buchan, Arun Vale and Bo Lunt"."""
    marked = doc.spans.get("PERSON", ())
    starts, ends = {span.start_char for span in marked}, {span.end_char for span in marked}
    for match in _SEQUENCE.finditer(source(doc)):
        start, end = _trim(match.group(), match.start())
        words = source(doc)[start:end].split()
        if len(words) < 2 or any(word in _THINGS for word in words) or not free(doc, start, end, "PERSON"):
            continue
        before = _LIST_BEFORE.search(source(doc), max(start - 6, 0), start)
        after = _LIST_AFTER.match(source(doc), end)
        if (before and before.start() in ends) or (after and after.end() in starts):
            people.setdefault(source(doc)[start:end], Person(source(doc)[start:end]))
            mark(doc, start, end, "PERSON", source(doc)[start:end], "people:list")
            ends.add(end)


def _later(doc: Doc, people: list[Person]) -> None:
    """Surname alone, or a knight's given name, read back to the full name that came last before it (or first at all)."""
    full = [person for person in people if " " in person.name.replace("\u00a0", " ")]
    short: dict[str, list[Person]] = {}
    for person in full:
        for part in {person.surname, re.split(r"[ \u00a0]", person.name)[0]}:
            short.setdefault(part, []).append(person)
    if not short:
        return
    pattern = re.compile(_LATER.format(names="|".join(map(re.escape, sorted(short, key=len, reverse=True)))))
    firsts: dict[str, int] = {}
    ranked_people = {s.kb_id_ for s in doc.spans.get("PERSON", ()) if _RANK_BEFORE.search(source(doc), max(s.start_char - 22, 0), s.start_char)}
    for span in doc.spans.get("PERSON", ()):
        firsts.setdefault(span.kb_id_, span.start_char)
    for match in pattern.finditer(source(doc)):
        if not free(doc, match.start("name"), match.end("name"), "PERSON"):
            continue
        part = match["name"]
        if match["honorific"] is None and _PLACED.search(source(doc), max(match.start() - 8, 0), match.start()):
            continue
        surname = [p for p in short[part] if p.surname == part]
        titled = match["honorific"] in {"Sir ", "Dame ", "Lord ", "Lady ", "Baroness "}
        candidates = surname or (short[part] if titled or match["honorific"] is None else [])
        before = [p for p in candidates if firsts.get(p.name, 0) <= match.start()]
        if before or candidates:
            ranked = [p for p in before if p.name in ranked_people] if _RANK_BEFORE.search(source(doc), max(match.start() - 22, 0), match.start()) else []
            person = (ranked or before or candidates)[-1]
            mark(doc, match.start("name"), match.end("name"), "PERSON", person.name, "people:later",
                 title=(match["honorific"] or "").strip())
