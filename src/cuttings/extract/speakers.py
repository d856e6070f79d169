"""Who speaks: the name, the office or the pronoun beside a verb of saying, read back to whom the article named."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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
    rf"(?<!\w)(?:{_DETERMINERS} (?:(?!{_NO_PART} )[\w’'-]+ ){{0,4}}?{_OFFICES}|{_SEVERAL})(?!\w)", re.I
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
# What may stand between a name and its verb: " (IOPC)", ", who chaired the panel, later"
_RIGHT_BEFORE = re.compile(
    r"(?: \([A-Z]+\))?(?:, [^.;\n]{0,90},)? (?:(?:has|have|had|also|later|then|yesterday|today|on \w+day) )*"
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

    def __init__(self, doc: Doc):
        self.text = source(doc)
        self.sentences = sentences(doc)
        self.marked = list(marked(self.text))
        self.names = [
            Speaker(span.kb_id_, span.start_char, span.end_char, span.label_)
            for span in mentions(doc, "PERSON", "BODY", "FORCE")
            if not self.spoken(span.start_char)
        ]
        self.titles = {span.start_char: detail(span).get("title", "").lower() for span in mentions(doc, "PERSON")}

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
        for match in _PRONOUN.finditer(self.text, low, start):
            if self.text[match.end() : start] in {" ", " also ", " later "}:
                return self._antecedent(match)
        return self._after(verb)

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
        return self._holder(match) or self._organisation(match) or Speaker(match.group(), *match.span())

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

        A name that comes after a pronoun of its own sentence ("he spoke after Cdr Vale was …") is passed over.
        """
        person = pronoun.group().lower() != "it"
        at = self._before(pronoun.start())
        holder = self._opening_holder(pronoun.start()) if person else None
        for name in reversed(self.names[max(at - 12, 0) : at]):
            if name.person != person:
                continue
            if holder and holder.start > name.start:
                return Speaker(holder.name, *pronoun.span())
            meant = self._sentence_subject(name, pronoun) if person else name
            if meant:
                return Speaker(meant.name, *pronoun.span())
        return None

    def _sentence_subject(self, name: Speaker, pronoun: re.Match) -> Speaker | None:
        """The person that the sentence of a name is about; nobody where a pronoun stands before that person in it."""
        number = self.sentence(name.start)
        head = self.sentences[number].start
        if self.sentence(pronoun.start()) != number:
            name = next(other for other in self.named(head, name.end) if other.person)
        return None if self._told(_HE_OR_SHE.finditer(self.text, head, name.start)) else name

    def _opening_holder(self, offset: int) -> Speaker | None:
        """Whom "The sheriff …" at the start of one of the last three sentences means."""
        number = self.sentence(offset)
        for sentence in reversed(self.sentences[max(number - 3, 0) : number]):
            opening = _OFFICE_OPENS.match(self.text, sentence.start)
            if opening and not self.spoken(sentence.start):
                return self._holder(opening)
        return None
