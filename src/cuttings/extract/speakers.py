"""Who speaks: the name, the office or the pronoun beside a verb of saying, read back to whom the article named."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from cuttings.extract.marks import marked
from cuttings.extract.patterns import one_of, words
from cuttings.extract.spans import detail, mentions, sentences, source

_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)
_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
# Words that end what can belong to "the … spokeswoman".
_NO_PART = one_of(
    *words(
        "he she they it who that tells? told says? said adds? added and but in at on for to is was were are has have"
    ),
    *words("had when while after before took of with by from as than about if so then which whose"),
)
_OFFICES = one_of(
    *("spokes(?:man|woman|person)", "source", "statement", "panel(?: chair)?", "hearing", "tribunal", "court"),
    *("judge", "chair(?:man|woman)?", "force", "department", "watchdog", "prosecutors?", "lawyers?", "solicitor"),
    *("barrister", "family", "union", "minister", "council", "report", "commissioner", "chief constable", "notice"),
    *("magistrate", "jury", "victim", "officers?", "inquiry", "city", "mayor", "colleague", "neighbour", "chief"),
    *("sheriff", "resident", "witness", "campaigners?", "charity", "commission", "ombudsman", "director"),
    *("superintendent", "inspector", "constable", "sergeant", "member", "woman", "man", "friend"),
    *words(
        "steward clerk secretary teacher cleaner usher cousin sister brother mother father wife husband son daughter"
    ),
    *words("landlord driver shopkeeper student recruit investigator adviser manager owner reader professor vicar imam"),
    *words(
        "rabbi priest nurse doctor tenant trainer trustee volunteer worker widow partner parent pensioner detective"
    ),
)
_SEVERAL = one_of(*words("prosecutors lawyers campaigners officials detectives investigators ministers police"))
# Who speaks where no name does: "a spokeswoman", "the misconduct panel chair"
_DETERMINERS = one_of(*words("the an? his her its their one another this"))
_SPEAKER = re.compile(
    rf"(?<!\w)(?:{_DETERMINERS} (?:(?!{_NO_PART} )[\w’'-]+ ){{0,4}}?{_OFFICES}"
    rf"(?: (?:spokes(?:man|woman|person)|source|insider|statement)|['’]s (?:[\w-]+ )?{_OFFICES})?|{_SEVERAL})(?!\w)",
    re.I,
)
# A sentence that begins with the holder of an office, whom "he" and "she" in the next ones mean.
_HOLDERS = one_of(
    *("sheriff", "judge", "chief", "commissioner", "chair(?:man|woman)?", "director", "ombudsman", "mayor"),
    *("minister", "magistrate", "superintendent", "inspector", "sergeant"),
)
_OFFICE_OPENS = re.compile(rf"The {_HOLDERS}\b")
_ORGANISATIONS = {
    "the force": "FORCE",
    "the department": "FORCE",
    "the constabulary": "FORCE",
    "the watchdog": "BODY",
    "the commission": "BODY",
}
# A name in such words is no subject of the verb that follows: "a friend of Jo Vale said"
_OBLIQUE = re.compile(r"\b(?:of|about|with|to|from|by|against|for|than) (?:\w+ ){0,2}$")
# A name that is asked or told something, or by whom: "Asked by Ms Vale", "She asked Insp Bell"
_OBJECT = re.compile(r"\b(?:asked|told|thanked|called|asking|telling|urged|reminded) (?:\w+ ){0,2}$")
_POSSESSIVE = re.compile(r"['’]s?\b|['’] ")
_SHE = frozenset(
    words(
        "she her mrs ms miss dame lady baroness mother sister wife daughter widow woman aunt girl grandmother "
        "policewoman spokeswoman chairwoman"
    )
)
_HE = frozenset(
    words(
        "he his mr sir lord father brother husband son man uncle boy grandfather policeman widower spokesman chairman"
    )
)
# Whom a new paragraph speaks of, where no name does: "One sergeant, who asked not to be named, …"
_SOMEBODY = re.compile(
    rf"(?:an?|one|the|another|his|her|their) (?:(?!{_NO_PART} )[\w’'-]+ ){{0,4}}?{_OFFICES}\b"
    r"(?: (?:of|at|from|in) [^,.\n]{2,40})?(?=,| (?:who|said|told|sat|was|has|had)\b)",
    re.I,
)
# "said the mother of four", "the 34-year-old added": somebody already told of
_AGAIN = re.compile(
    r"the (?:mother|father|woman|man|grandmother|grandfather|widow|pensioner)(?: of \w+)?|the \d\d-year-old", re.I
)
# "The Scottish Council of Jewish Communities"
_BY_FORM = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&-]+(?: (?:(?:of|for|and|on|in) (?:the )?)?[A-Z][\w’'&-]+)+)(?= |,)"
)
# "A spokesperson for the mayor of London"
_FOR = re.compile(
    r"(?:[Aa]|[Tt]he) (?:[\w’'-]+ )?(?:spokes(?:man|woman|person)|source|insider) (?:for|at|in|of|from) "
    r"[^.,;\n]{2,60}(?= )"
)
# "She asked Insp Bell whether …", "Mr Vale asked him"
_ASKED = re.compile(r"\b(?:asked|asks|put it to|turned to)\b(?! (?:by|about|for|why|whether|if|to)\b)")
_ORGANISATION = re.compile(
    r" (?:of|for|and) |(?:Federation|Association|Union|Council|Trust|Society|Cent(?:re|er)|Foundation|Campaign|Network|"
    r"Board|Commission|Charity|Institute|League|Alliance)$"
)
_BETWEEN = re.compile(r"(?: (?:also|later|then|now|has|had|have|further|once|repeatedly|previously|therefore|still))* ")
# What may stand between a name and its verb: " (IOPC)", ", who chaired the panel, later"
_RIGHT_BEFORE = re.compile(
    r"(?: \([A-Z]+\))?(?:,(?: [^.;\n]{0,90},)?)? (?:(?:has|have|had|also|later|then|yesterday|today|on \w+day) )*"
)


@dataclass(frozen=True)
class Speaker:
    """Who is credited: the full name, or the words used, and where they stand; ``label`` PERSON, BODY, FORCE or ""."""

    name: str
    start: int
    end: int
    label: str = ""

    @property
    def person(self) -> bool:
        return self.label == "PERSON"


class Speakers:
    """An article's names outside quotations, sorted so that the nearest is found by bisection."""

    def __init__(self, doc: Doc, genders: Mapping[str, str]):
        """``genders``: ``f`` or ``m`` of given names that tell it."""
        self.text = source(doc)
        self.sentences = sentences(doc)
        self.genders = genders
        self.marked = list(marked(self.text))
        self.names = [
            Speaker(span.kb_id_, span.start_char, span.end_char, span.label_)
            for span in mentions(doc, "PERSON", "BODY", "FORCE")
            if not self.spoken(span.start_char)
        ]
        self.titles = {span.start_char: detail(span).get("title", "").lower() for span in mentions(doc, "PERSON")}
        self.known: dict[str, str] = {}
        for span in mentions(doc, "PERSON"):
            gender = self._gender_of(span.kb_id_, self.titles[span.start_char])
            self.known[span.kb_id_] = self.known.get(span.kb_id_) or gender

    def spoken(self, at: int) -> bool:
        """Whether an offset lies between quotation marks."""
        number = bisect_right(self.marked, (at, len(self.text))) - 1
        return number >= 0 and self.marked[number][0] <= at < self.marked[number][1]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

    def named(self, low: int, high: int) -> list[Speaker]:
        """The names that stand between two offsets."""
        return [name for name in self.names[self._before(low) : self._before(high)] if name.end <= high]

    def nearest(self, low: int, high: int, before: bool) -> Speaker | None:
        """Who speaks between two offsets: a person named there; else words like "a spokeswoman", with the organisation
        beside them; else a pronoun. ``before``: the verb stands at ``high`` rather than ``low``.
        """
        names = self.named(low, high)
        people = [name for name in names if name.person]
        if people:
            return self._subject(people) if before else people[0]
        offices = self._told(_SPEAKER.finditer(self.text, low, high))
        at = -1 if before else 0
        if names or offices:
            return names[at] if names else self._office(offices[at])
        pronouns = self._told(_PRONOUN.finditer(self.text, low, high))
        return self._antecedent(pronouns[at]) if pronouns else None

    def subject_of(self, low: int, verb: tuple[int, int]) -> Speaker | None:
        """The name, office or pronoun right before a verb of saying, from ``low`` on, or a name right after it."""
        start = verb[0]
        for match in _PRONOUN.finditer(self.text, low, start):
            if _BETWEEN.fullmatch(self.text, match.end(), start):
                return self._antecedent(match)
        opening = _BY_FORM.match(self.text, low)
        by_form = opening and _RIGHT_BEFORE.fullmatch(self.text, opening.end(), start)
        if by_form and self._is_organisation(opening["name"]) and not self._persons(*opening.span()):
            return Speaker(opening["name"], *opening.span("name"))
        for match in _FOR.finditer(self.text, low, start):
            if match.end() == start - 1:  # up to the verb
                inside = [name for name in self.named(*match.span()) if not name.person]
                return inside[0] if inside else Speaker(match.group(), *match.span())
        before = [
            name
            for name in self.named(low, start)
            if _RIGHT_BEFORE.fullmatch(self.text, name.end, start)
            and not _OBLIQUE.search(self.text[max(name.start - 24, 0) : name.start])
        ]
        if before:
            return before[-1]
        for match in _SPEAKER.finditer(self.text, low, start):
            article = match.group().lower().startswith(("the ", "a ", "an "))
            if article and _RIGHT_BEFORE.fullmatch(self.text, match.end(), start):
                return self._office(match)
        return self._after(verb)

    def _persons(self, low: int, high: int) -> list[Speaker]:
        return [name for name in self.named(low, high) if name.person]

    def _is_organisation(self, name: str) -> bool:
        """Whether a run of capitals is neither a person nor a force or body that is known by its own name."""
        return _ORGANISATION.search(name) is not None

    def _gender_of(self, name: str, title: str) -> str:
        told = set(title.split())
        if told & _SHE or told & _HE:
            return "f" if told & _SHE else "m"
        return self.genders.get(name.split()[0], "") if " " in name else ""

    def _after(self, verb: tuple[int, int]) -> Speaker | None:
        """ "…, said the IOPC" at the end of a sentence."""
        start, end = verb
        after = self.named(end, end + 60)
        turned = self.text[max(start - 2, 0) : start] == ", "
        return after[0] if after and turned and self.text[end : after[0].start] in {" ", " the "} else None

    def _told(self, found: Iterable[re.Match]) -> list[re.Match]:
        return [match for match in found if not self.spoken(match.start())]

    def _before(self, offset: int) -> int:
        """How many names stand before an offset."""
        return bisect_left(self.names, offset, key=lambda name: name.start)

    def _subject(self, people: list[Speaker]) -> Speaker:
        """Of the people before a verb, the last that is not in "of"- or "about"-words, if there is one."""
        free = [p for p in people if not _OBLIQUE.search(self.text[max(p.start - 24, 0) : p.start])]
        return (free or people)[-1]

    def _office(self, match: re.Match) -> Speaker:
        """Whom "the judge" or "the watchdog" means, if the article named one; else the words themselves."""
        again = _AGAIN.match(self.text, match.start())
        meant = self._antecedent(again) if again else None
        near = _BY_FORM.finditer(self.text, max(match.start() - 60, 0), match.end() + 60)
        full = next((each for each in near if each.start() <= match.start() and match.end() <= each.end()), None)
        if full and self._is_organisation(full["name"]):
            return Speaker(full["name"], *full.span("name"))
        return meant or self._holder(match) or self._organisation(match) or Speaker(match.group(), *match.span())

    def _holder(self, match: re.Match) -> Speaker | None:
        """Whom "the chief" or "the judge" means: the person of that title named last before it."""
        office = match.group().split()[-1].lower()
        earlier = reversed(self.names[: self._before(match.start())])
        holder = next((n for n in earlier if n.person and office in self.titles.get(n.start, "")), None)
        return Speaker(holder.name, *match.span()) if holder else None

    def _organisation(self, match: re.Match) -> Speaker | None:
        """ "The force" and "the watchdog" read back to the organisation of that kind named last before them."""
        label = _ORGANISATIONS.get(match.group().lower())
        earlier = reversed(self.names[: self._before(match.start())])
        known = next((name for name in earlier if label and name.label == label), None)
        return Speaker(known.name, *match.span()) if known else None

    def _antecedent(self, pronoun: re.Match) -> Speaker | None:
        """Whom a pronoun means: for "it" the body or force named last; for "he" the last person a sentence began with.

        A name that comes after a pronoun of its own sentence ("he spoke after Cdr Vale was …") is passed over, and so
        is one that is asked, or whose something is, and one that only women bear for "he".
        """
        word = pronoun.group().lower()
        person = word != "it"
        told = self._asked(pronoun) if person else self._organisation_told_of(pronoun)
        if told:
            return Speaker(told.name, *pronoun.span())
        at = self._before(pronoun.start())
        holder = self._opening_holder(pronoun.start()) if person else None
        somebody = self._somebody(pronoun) if person else None
        for name in reversed(self.names[max(at - 12, 0) : at]):
            if name.person != person:
                continue
            last = max((other for other in (holder, somebody) if other), key=lambda other: other.start, default=None)
            if last and last.start > name.start:
                return Speaker(last.name, *pronoun.span())
            meant = self._sentence_subject(name, pronoun) if person else name
            if meant and (not person or self._may_be(meant, word)):
                return Speaker(meant.name, *pronoun.span())
        return Speaker(somebody.name, *pronoun.span()) if somebody else None

    def _asked(self, pronoun: re.Match) -> Speaker | None:
        """Whom the sentence right before asks something: "She asked Insp Bell whether …. ¶ “Yes,” he said"."""
        number = self.sentence(pronoun.start())
        for sentence in reversed(self.sentences[max(number - 2, 0) : number]):
            if self.spoken(sentence.start):
                continue
            asked = _ASKED.search(self.text, sentence.start, sentence.end)
            if asked is None or self.spoken(asked.start()):
                return None
            named = self._persons(asked.end(), sentence.end)
            if named and named[0].start - asked.end() < _NEAR:
                return named[0] if self._may_be(named[0], pronoun.group().lower()) else None
            return None
        return None

    def _organisation_told_of(self, pronoun: re.Match) -> Speaker | None:
        """The organisation that the sentence before "it said" begins with, known by its form alone."""
        number = self.sentence(pronoun.start())
        opening = _BY_FORM.match(self.text, self.sentences[number - 1].start) if number else None
        if opening is None or not self._is_organisation(opening["name"]):
            return None
        return Speaker(opening["name"], *opening.span("name"))

    def _may_be(self, name: Speaker, told: str) -> bool:
        """Whether words like "she" or "the mother" may mean somebody, by what is known of the name."""
        wanted = _wanted(told)
        return not wanted or self.known.get(name.name, "") in {"", wanted}

    def _somebody(self, pronoun: re.Match) -> Speaker | None:
        """Whom the last of the two sentences before tells of without a name: "A prisoner's sister, who …"."""
        number = self.sentence(pronoun.start())
        for sentence in reversed(self.sentences[max(number - 2, 0) : number]):
            match = _SOMEBODY.match(self.text, sentence.start, sentence.end)
            named = self.named(sentence.start, match.end() + 3) if match else []
            if match and not self.spoken(match.start()) and not any(name.person for name in named):
                speaker = named[0] if named else Speaker(match.group(), *match.span())
                told = {"f": _SHE, "m": _HE}.get(_wanted(pronoun.group().lower()), frozenset())
                others = (_SHE | _HE) - told
                if not told or others.isdisjoint(match.group().lower().split()):
                    return speaker
        return None

    def _sentence_subject(self, name: Speaker, pronoun: re.Match) -> Speaker | None:
        """The person that the sentence of a name is about; nobody where a pronoun stands before that person in it."""
        number = self.sentence(name.start)
        head = self.sentences[number].start
        same = self.sentence(pronoun.start()) == number
        people = [name] if same else self._persons(head, name.end)
        free = [p for p in people if not self._aside(p) and self._may_be(p, pronoun.group().lower())]
        if not free:
            return None
        return None if self._told(_HE_OR_SHE.finditer(self.text, head, free[0].start)) else free[0]

    def _aside(self, name: Speaker) -> bool:
        """Whether a name is no subject: "Vale's barrister", "Asked by Ms Vale", "She told Vale"."""
        before = self.text[max(name.start - 30, 0) : name.start]
        return bool(
            _POSSESSIVE.match(self.text, name.end)
            or _OBJECT.search(before)
            or re.search(r"\b(?:by|for|of) (?:[A-Z]\w+ ){0,2}$", before)
        )

    def _opening_holder(self, offset: int) -> Speaker | None:
        """Whom "The sheriff …" at the start of one of the last three sentences means."""
        number = self.sentence(offset)
        for sentence in reversed(self.sentences[max(number - 3, 0) : number]):
            opening = _OFFICE_OPENS.match(self.text, sentence.start)
            if opening and not self.spoken(sentence.start):
                return self._holder(opening)
        return None


def _wanted(told: str) -> str:
    """``f`` or ``m`` where words like "she" or "the mother" say it.

    >>> _wanted("she"), _wanted("the father"), _wanted("they")
    ('f', 'm', '')
    """
    said = set(told.split())
    return "f" if said & _SHE else "m" if said & _HE else ""


_NEAR = 20  # characters
