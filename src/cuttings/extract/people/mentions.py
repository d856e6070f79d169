"""Names of people, without a model: a name is told by the title or role before it, by a given name, or by its age.

A later surname alone, "Sir Mark" and "Officer B" are read back to the fullest form of the name. A trained model's
PERSON entities, where the user has one installed, count as one more sign.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from spacy.tokens import Doc

from cuttings.extract.patterns import CAPITAL, Sought, one_of, words
from cuttings.extract.people.later import mark_first_names, mark_later, mark_listed
from cuttings.extract.people.lookalikes import (
    is_called,
    is_no_person,
    is_of_history,
    is_place,
    may_be_surname,
    of_byline,
)
from cuttings.extract.people.names import MONTHS_TOO, SURNAMES_TOO, THINGS, plain, runs, surname
from cuttings.extract.spans import free, mark, source
from cuttings.vocabulary import Hit, Lexicon, Vocabulary

_HONORIFICS = words(
    "Mr Mrs Ms Miss Mx Sir Dame Lord Lady Baroness Baron Dr Prof Professor Rev Judge Justice Cllr Councillor"
)
_HONORIFIC = re.compile(rf"(?<!\w){one_of(*_HONORIFICS)}\.?[ \u00a0]$")
# "Officer B", "former PC D": somebody whose name is withheld
_LETTERED = words("Officer PC Pc Sergeant Sgt Constable Inspector Detective Garda Recruit Witness Ms Mr Woman Man")
_ANONYMOUS = Sought(rf"(?<!\w)(?:[Ff]ormer )?{one_of(*_LETTERED)} [A-Z](?![\w-]|['’](?!s\b)|\.\w)")
# "Officers A and C", "PCs D, E and F"
_ANONYMOUS_MANY = Sought(
    r"(?<!\w)(?P<rank>Officer|PC|Pc|DC|Sergeant|Sgt|Constable|Inspector|Detective|Deput(?:y|ie)|Recruit|"
    r"Witness)(?:s|es) "
    r"(?P<first>[A-Z])(?:(?:,? and|,|,? or|&) [A-Z](?![\w.]|['’](?!s\b)))+"
)
# "Officer J Vale", "Sgt R. K. Lunt": no letter that stands for a name
_INITIAL_OF = re.compile(r"\.? (?P<next>[A-Z](?![\w’'])|[A-Z][a-z]+)")
# "R K " between a rank and a surname
_INITIALS = re.compile(r"(?<![\w.’'])(?:[A-Z](?:\. ?| )){1,3}$")
# ", 34,", " (34)", ", who is 34"
_AGE = re.compile(r",? (?:who is )?(?:aged )?\(?\d\d\b(?!,\d| (?:per|officers|years of))")
_SAYING = one_of(
    *words("said says told added warned wrote ruled insisted announced tweeted argued claimed explained alleged"),
    *words("described called"),
)
# " said", ", whose", " KC", ", for the Crown", ", defending"
_NO_JOB = one_of(*words("of in at on to from that the by for about with as when and a an it he she they this no"))
_AFTER = re.compile(
    rf"(?: (?:{_SAYING}|stabbed|killed|murdered|attacked|raped|abducted)|, (?:who|whose)"
    r"|,? (?:KC|QC|SC|MP|MSP|MLA|TD|QPM)(?! [A-Z])"  # though not of "Fair Deal MLA Jo Vale"
    rf"|, (?:of|from) (?:the )?[A-Z][^,.;\n]{{2,60}}, (?:{_SAYING})"
    r"|, (?:representing|defending|prosecuting|mitigating|for (?:the (?:force|Crown|prosecution|defen[cs]e|constables?|"
    r"officers?|sergeants?|family|company|city|police)|(?:PC|DC|Sgt|Mr|Ms|Mrs|Miss))))\b"
)
# "said union lawyer ", "killed by "
_BEFORE = re.compile(
    rf"(?:{_SAYING}|\bsa(?:id|ys)(?: (?!{_NO_JOB}\b)[a-z-]+){{1,3}}|\bthe Rev\.?|"
    r"(?:killed|stabbed|murdered|attacked) (?:to death )?by|[a-z]+ leader|[a-z]+ chair(?:man|woman)?) $"
)
# "a PC in his thirties called Jo Vale", "an officer named Jo Vale"
_CALLED = re.compile(
    r"\b(?:officer|[PD]Cs?|constables?|sergeant|inspector|detective|policeman|policewoman|trooper|garda|deputy|recruit|"
    r"man|woman|girl|boy|teenager|colleague|student|nurse|driver|neighbou?r|friend|motorist|passenger|prisoner|"
    r"solicitor|barrister|lawyer|teacher|magistrate|superintendent|doctor|victim|resident|shopkeeper|clerk|campaigner|"
    r"father|mother|son|daughter|brother|sister|widow|pensioner|paramedic|professor|sheriff|captain|lieutenant)"
    r"(?: (?:from|in|of|at|with) [\w’' -]{2,30})?,? (?:called|named) $"
)
# "PC 417 Alaric Mendham", "Superintendent (operations) Alaric Mendham"
_COLLAR = re.compile(r" \d{2,5} $| \([^()\n]{2,30}\) $")
# What stands before a surname alone, or before the name of a place
_TITLED = re.compile(
    rf"(?<!\w)(?:{one_of(*_HONORIFICS)}\.?|[PD][Cc]|Sgt|Sergeant|Constable|Inspector|Officer) "
    rf"(?P<name>{CAPITAL})\b(?! [A-Z])"
)
_ALONE = re.compile(
    rf"(?<=[a-z,] )(?<!the ){CAPITAL}(?= (?:said|says|told|was|had|has|did|wrote|admits|admitted|denies|denied|would|"
    r"sent|posted|joined|resigned|retired|pleaded|answered|replied|asked|gave|got)\b)"
)
# "a woman whom we are calling Beth", "identified only as Beth"; "Beth, not her real name,"; "her brother Marek"
_KIN = one_of(
    *words("son daughter brother sister husband wife mother father mum mom dad partner uncle aunt widow grandmother"),
    *words("grandfather stepfather stepmother niece nephew girlfriend boyfriend cousin"),
)
_FIRST_NAME_BEFORE = re.compile(
    r"\b(?:(?:we are|we['’]re|we will|we['’]ll|I will|I['’]ll|I am) call(?:ing)? (?:her |him )?|"
    r"(?:known|identified|named|referred to)(?: (?:only|here|simply))* as |"
    rf"(?:[Hh]is|[Hh]er|[Tt]heir|whose|['’]s) (?:\w+ )?{_KIN},? )$"
)
_RELATIVE = re.compile(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose) {_KIN},? $")
_SPOKEN_NEXT = re.compile(rf", | (?:{_SAYING}|was|is|has|had)\b")
_SAID_BEFORE = re.compile(r"[,.?!][”\"] (?:says|said) $")
_FIRST_NAME_AFTER = re.compile(
    r"(?:,| \()(?: ?not (?:her|his|their) real name|whose (?:real )?name (?:has been|was) changed)"
    # "Yusuf, the father, would not give his surname", "Meg, who asked us to use only her first name"
    r"|(?:,[^.,\n]{2,50},|,)? (?:(?:who|whose) )?(?:asked|wanted|did not (?:want|wish)|didn['’]t (?:want|wish)|"
    r"prefers?|"
    r"preferred|refus\w+|declin\w+|(?:would|will|did|does)(?: not|n['’]t)|gave|gives|agreed|spoke|is not|are not)"
    r"\b[^.\n]{0,60}?\b(?:surname|last name|full name|family name|second name|(?:first|given) name)\b"
)
_APPOSITION = re.compile(
    r", (?:\d\d, )?(?:(?:an?|the|his|her|their|its|our) )?(?:[\w-]+['’]s? )?(?:former |serving |retired |then )?"
)
_OF_FORCE = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}(?=[a-z])")  # "a former Kerrin Police sergeant"


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
        mark_first_names(doc)
        return doc

    def _mark_full(self, doc: Doc) -> list[str]:
        """Mark the names that are told by a sign of their own, and give them."""
        text = source(doc)
        ends = {hit.end: hit for lexicon in self.titles for hit in lexicon.finditer(text)}
        entities = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"}
        found = list(self._full(text, ends, entities))
        # "Mr Bell" and "Sir Mark" are later forms of "Mark Bell"
        parts = {part for name in found for part in _parts(plain(text[name.start : name.end]))}
        marked: dict[str, list[str]] = {}  # surname to the names that were marked
        every = {plain(text[name.start : name.end]) for name in found}
        for name in found:
            told = _in_full(plain(text[name.start : name.end]), every)
            if told not in parts and free(doc, name.start, name.end, "PERSON"):
                family = marked.setdefault(surname(told), [])
                person = next((known for known in family[:_LONGEST] if _misspelt(told, known)), told)
                mark(doc, name.start, name.end, "PERSON", person, name.rule, title=name.title)
                family.append(person)
        return [name for family in marked.values() for name in family]

    def _full(self, text: str, ends: dict[int, Hit], entities: set[tuple[int, int]]) -> Iterator[_Name]:
        """Each run of capitals that is a name; ``ends``: where ranks and roles end, ``entities``: a model's people."""
        surnames = _surnames(text)
        for start, end in runs(text):
            start = self._past_job(text, start, end)
            parts = text[start:end].split()
            called = len(parts) > 1 and _CALLED.search(text, max(start - 60, 0), start) is not None
            after_title = len(parts) > 1 and parts[0] in MONTHS_TOO and self._title(text, start, ends)
            if not parts or self._thing(parts[1:] if after_title else parts):
                continue
            if not called and is_called(text, start):
                continue
            start, title = self._titled(text, start, ends)
            parts = text[start:end].split()
            if is_no_person(text, start, bool(title)) or of_byline(text, start, end) or is_of_history(text[start:end]):
                continue
            if title and (len(parts) > 1 or _titled_surname(text, start, parts[0], ends)):
                yield _Name(start, end, title, "people:title")
            elif len(parts) == 1 and "-" not in parts[0] and self._first_name(text, start, end):
                yield _Name(start, end, "", "people:first_name")
            elif is_place(text, start, end):
                continue
            elif called:
                yield _Name(start, end, "", "people:context")
            elif rule := self._rule(text, start, end, (start, end) in entities):
                yield _Name(start, end, "", rule)
            elif 1 < len(parts) < _LONGEST and parts[-1] in surnames and may_be_surname(text, start, parts[-1]):
                yield _Name(start, end, "", "people:again")

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

    def _first_name(self, text: str, start: int, end: int) -> bool:
        """Whether a given name stands for somebody whose full name is withheld: "a woman we are calling Beth"."""
        if _RELATIVE.search(text, max(start - 24, 0), start) and _SPOKEN_NEXT.match(text, end):
            return True  # "Her husband, Bayo, wrote …", "His mum Bayo said"
        if text[start:end] not in self.given:
            return False
        if _SAID_BEFORE.search(text, max(start - 12, 0), start) and text[end : end + 1] in {",", "."}:
            return True  # "“They laughed,” says Meg, who …"
        return bool(_FIRST_NAME_BEFORE.search(text, max(start - 40, 0), start) or _FIRST_NAME_AFTER.match(text, end))

    def _described(self, text: str, end: int) -> bool:
        """Whether a rank or a role follows: "Mo Adeyi, chief constable, said"."""
        gap = _APPOSITION.match(text, end)
        if gap is None:
            return False
        force = _OF_FORCE.match(text, gap.end())
        starts = [gap.end(), *([force.end()] if force else [])]
        return any(_begins(lexicon, text[start : start + 40]) for start in starts for lexicon in self.titles)

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

    def _titled(self, text: str, start: int, ends: dict[int, Hit]) -> tuple[int, str]:
        """Where a name starts with its initials, if a title stands before them, and that title: "Sgt R K Vale"."""
        initials = _INITIALS.search(text, max(start - 9, 0), start)
        title = self._title(text, initials.start(), ends) if initials else ""
        return (initials.start(), title) if initials and title else (start, self._title(text, start, ends))

    def _title(self, text: str, start: int, ends: dict[int, Hit]) -> str:
        """The rank, role and honorific before a name: "Chief Constable Sir"."""
        honorific = _HONORIFIC.search(text[max(start - 14, 0) : start])
        at = start - len(honorific.group()) if honorific else start
        collar = _COLLAR.search(text, max(at - 34, 0), at)
        hit = ends.get(_without(" \u00a0,", text, collar.start() if collar else at))
        told = [text[hit.start : hit.end]] if hit else []
        return " ".join([*told, *([honorific.group().strip()] if honorific else [])])


def _without(marks: str, text: str, end: int) -> int:
    """Where the text before an offset ends, without these marks."""
    while end and text[end - 1] in marks:
        end -= 1
    return end


def _surnames(text: str) -> frozenset[str]:
    """Words that come back as somebody's surname: after a title ("Mr Tindall"), or twice alone inside a sentence."""
    alone = Counter(match.group() for match in _ALONE.finditer(text))
    titled = {match["name"] for match in _TITLED.finditer(text)}
    return frozenset(titled | {name for name, times in alone.items() if times > 1})


def _in_full(name: str, every: Collection[str]) -> str:
    """The one name that an initial and a surname stand for: of "D. Vale" "Dana Vale", where no other Vale fits."""
    initial = _ONE_INITIAL.match(name)
    if initial is None:
        return name
    same = [other for other in every if surname(other) == surname(name) and not _ONE_INITIAL.match(other)]
    full = [other for other in same if " " in other and other.startswith(initial["letter"])]
    return full[0] if len(full) == 1 else name


_ONE_INITIAL = re.compile(r"(?P<letter>[A-Z])\.?(?: [A-Z]\.?)* (?=[^ ]+$)")


def _misspelt(name: str, known: str) -> bool:
    """Whether a name is another spelling of one with the same surname: "Johnathon Vale" for "Jonathon Vale"."""
    given, other = name.rpartition(" ")[0], known.rpartition(" ")[0]
    return given != other and SequenceMatcher(None, given, other).ratio() > _ALIKE


_AND_ANOTHER = re.compile(r"(?:, \d\d)?(?:,? (?:and|or|&) |, )")
_ALIKE = 0.9  # "Jo" and "Joe" are two people, "Jonathon" and "Johnathon" one
_LONGEST = 4  # words of a name, and one more


def _mark_anonymous(doc: Doc) -> None:
    for match in _ANONYMOUS.in_lines(source(doc)):
        initial = _INITIAL_OF.match(source(doc), match.end())
        if initial and initial["next"] not in THINGS:
            continue
        name = re.sub(r"^former ", "", match.group(), flags=re.I)
        mark(doc, match.start(), match.end(), "PERSON", name, "people:anonymous")
    for match in _ANONYMOUS_MANY.in_lines(source(doc)):
        for letter in re.finditer(r"(?<!\w)[A-Z](?!\w)", match.string[match.start("first") : match.end()]):
            start = match.start("first") + letter.start()
            told = start if letter.start() else match.start()  # the rank belongs to the first
            name = f"{match['rank']} {letter.group()}"
            mark(doc, told, start + 1, "PERSON", name, "people:anonymous")


def _parts(name: str) -> list[str]:
    """The words of a name, and the surnames of several words that it may end on: "Le Sauteur", "van der Berg"."""
    told = name.split() if " " in name else []
    return [*told, *(" ".join(told[at:]) for at in range(1, len(told) - 1) if _PARTICLE.fullmatch(told[at]))]


_PARTICLE = re.compile("le|la|les|du|de|des|del|della|di|da|dos|van|von|der|den|ter|st|al|el|ben|bin|mac|ó|ní", re.I)


def _begins(lexicon: Lexicon, told: str) -> bool:
    hit = next(lexicon.finditer(told), None)
    return hit is not None and hit.start == 0


def _titled_surname(text: str, start: int, word: str, ends: dict[int, Hit]) -> bool:
    """Whether a title makes one word a name: "Sgt Bell"; not in "Officers Dismissed", the word being the text's own."""
    if _HONORIFIC.search(text, max(start - 14, 0), start):
        return True
    hit = ends.get(_without(" \u00a0", text, start))
    if hit is not None and text[hit.end - 1] == "s" and not _AND_ANOTHER.match(text, start + len(word)):
        return False  # "Police Officers Enter Pleas"
    plain = all(part in _words_of(text) for part in _WORD.findall(word.lower()))
    told = hit is not None and (
        hit.row.table == "ranks" or (hit.row.value == "politician" and text[hit.start].isupper())
    )
    return told and not plain


_WORD = re.compile(r"\w+")


@lru_cache(1)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))
