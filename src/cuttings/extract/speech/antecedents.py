"""Whom "he", "she", "it" and "the mother" mean: somebody whom the article named, or told of, shortly before."""

import re
from collections.abc import Mapping

from cuttings.extract.patterns import one_of, words
from cuttings.extract.speech.named import Named, Speaker
from cuttings.extract.speech.offices import NO_PART, OFFICES, PEOPLE

_HE_OR_SHE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_BACK = 12  # names
_NEAR = 20  # characters
_LATELY = 3  # sentences
_LONG_AGO = 3  # sentences
# A sentence that begins with the holder of an office, whom "he" and "she" in the next ones mean.
_HOLDERS = one_of(
    *("sheriff", "judge", "chief", "commissioner", "chair(?:man|woman)?", "director", "ombudsman", "mayor"),
    *("minister", "magistrate", "superintendent", "inspector", "sergeant", "commander", "captain", "lieutenant"),
)
_OFFICE_OPENS = re.compile(rf"The {_HOLDERS}\b")
_IN_ITS_REPLY = re.compile(r"In (?:its|a|the) [\w -]{2,40}, (?=the )")
_ORGANISATION_OPENS = re.compile(
    r"[Tt]he (?i:force|department|constabulary|watchdog|commission|authority)(?= (?:said|has|had|was|is|would|also)\b)"
)
# "He had written a page, and it was read for him": what "it said" then is his
_WROTE = re.compile(
    r"(?:(?P<who>He|She)|[A-Z][^.,;\n]{1,40}?) (?:had |has )?(?:also )?"
    r"(?:written|wrote|handed in|sent|left|submitted) (?:an?|the|this) (?:[\w-]+ ){0,2}?"
    r"(?:page|letter|note|statement|card|poem|e-?mail|message|account)\b"
)
# A name that is asked or told something, or by whom: "Asked by Ms Vale", "She asked Insp Bell"
_OBJECT = re.compile(r"\b(?:asked|told|thanked|called|asking|telling|urged|reminded) (?:\w+ ){0,2}$")
_AGENT = re.compile(
    r"\b(?:[Ii]n (?:answer|reply|response) to|by|[Ff]or|of|[Rr]epresenting|[Dd]efending|on behalf of) "
    r"(?:[A-Z]\w+ ){0,2}$"
)
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
    rf"(?:(?:an?|one|the|another|his|her|their|our|my) (?:(?!{NO_PART} )[\w’'-]+ ){{0,4}}?{OFFICES}|"
    rf"(?-i:(?!\w+day\b)[A-Z][\w-]+)['’]s (?:[\w-]+ ){{0,2}}?{PEOPLE})\b"
    r"(?: (?:of|at|from|in|for) [^,.\n]{2,60})?(?=,| "
    r"(?:who|said|told|sat|was|has|had|does|did|knows|lives|works|will|cannot|still|agreed|spoke|asked|described|"
    r"remembers|recalled|wants|believes|learned|found|complained)\b|"
    r" is (?:not|still|now|\d\d)\b|(?<=source) is\b|(?<=whistleblower) is\b)",
    re.I,
)
# What speaks, and is no "he" or "she"
_NOBODY = re.compile(
    r"\b(?:statement|report|notice|hearing|tribunal|court|force|department|watchdog|union|council|authority|inquiry|city|"
    r"charity|commission|jury|family|panel|people)$",
    re.I,
)
# Whom a sentence tells of without a name: "the colleague", "a sergeant on the training staff"
_UNNAMED = re.compile(
    rf"\b(?:an?|one|the|another|his|her|their) (?:(?!{NO_PART} )[\w’'-]+ ){{0,2}}?{PEOPLE}\b(?!['’-])", re.I
)
# ", in which " and "'s letter, in which " after a name, "from " and "by Sgt " before it
_IN_WHICH = re.compile(r"(?P<written>['’]s? (?:[\w-]+ ){1,3})?,? ?(?:in which|where) ")
_SENT_BY = re.compile(r"\b(?:from|by) (?:(?:the|a|an) )?(?:[\w.-]+ ){0,3}$")
# "She asked Insp Bell whether …", "Mr Vale asked him"
_ASKED = re.compile(r"\b(?:asked|asks|put it to|turned to)\b(?! (?:by|about|for|why|whether|if|to)\b)")


class Antecedents:
    """Reads pronouns of one article; ``genders``: ``f`` or ``m`` of given names that tell it."""

    def __init__(self, told: Named, genders: Mapping[str, str]):
        self.told, self.text, self.genders = told, told.text, genders
        self.known: dict[str, str] = {}
        for name in told.names:
            if name.person:
                gender = self._gender_of(name.name, told.titles.get(name.start, ""))
                self.known[name.name] = self.known.get(name.name) or gender

    def _gender_of(self, name: str, title: str) -> str:
        first = name.split()[0]
        by_name = (self.genders.get(first, "") or _wanted(first.lower())) if " " in name else ""  # "Ms A"
        return _wanted(title) or by_name

    def of(self, pronoun: re.Match, word: str = "") -> Speaker | None:
        """Whom a pronoun means: for "it" the body or force named last; for "he" the last person a sentence began with.

        A name that comes after a pronoun of its own sentence ("he spoke after Cdr Vale was …") is passed over, and so
        is one that is asked, or whose something is, and one that only women bear for "he". ``word``: the pronoun, where
        the match is a form of it ("in her words").
        """
        person = (word or pronoun.group().lower()) != "it"
        told = (self._author(pronoun) or self._asked(pronoun)) if person else self._organisation_told_of(pronoun)
        if told:
            return Speaker(told.name, *pronoun.span())
        at = self.told.before(pronoun.start())
        holder = self._opening_holder(pronoun.start()) if person else None
        somebody = self._somebody(pronoun) if person else None
        unnamed = max((other for other in (holder, somebody) if other), key=lambda other: other.start, default=None)
        number, aside = self.told.sentence(pronoun.start()), None
        for name in reversed(self.told.names[max(at - _BACK, 0) : at]):
            if name.person != person:
                continue
            if unnamed and unnamed.start > name.start:
                return Speaker(unnamed.name, *pronoun.span())
            meant = self._sentence_subject(name, pronoun) if person else name
            if meant and aside and number - self.told.sentence(meant.start) > _LONG_AGO:
                break
            if meant:
                return Speaker(meant.name, *pronoun.span())
            if aside is None and self._told_of_lately(name, pronoun):
                aside = name
        told = somebody or aside or (self._anybody(pronoun) if person else None)
        return Speaker(told.name, *pronoun.span()) if told else None

    def _author(self, pronoun: re.Match) -> Speaker | None:
        """Whose letter it is, in "an apology from Vale, in which he said", "Vale's letter, in which he said"."""
        at = self.told.before(pronoun.start())
        name = self.told.names[at - 1] if at else None
        if name is None or not self.may_be(name, pronoun.group().lower()):
            return None
        title = len(self.told.titles.get(name.start, "")) + 1
        after = _IN_WHICH.fullmatch(self.text, name.end, pronoun.start())
        sent = after and _SENT_BY.search(self.text, max(name.start - title - 8, 0), name.start)
        return name if sent or (after and after["written"]) else None

    def _anybody(self, pronoun: re.Match) -> Speaker | None:
        """Whom one of the last two sentences tells of without a name, "What does her colleague say?" """
        number = self.told.sentence(pronoun.start())
        excluded = {"f": _HE, "m": _SHE}.get(_wanted(pronoun.group().lower()), frozenset())
        for sentence in reversed(self.told.sentences[max(number - 2, 0) : number]):
            found = self.told.unspoken(_UNNAMED.finditer(self.text, sentence.start, sentence.end))
            for match in reversed(found):
                if excluded.isdisjoint(match.group().lower().split()):
                    return Speaker(match.group(), *match.span())
        return None

    def _told_of_lately(self, name: Speaker, pronoun: re.Match) -> bool:
        """Whether a name that no sentence begins with stands in one of the last three: "An MP called on Vale to go"."""
        between = self.told.sentence(pronoun.start()) - self.told.sentence(name.start)
        return name.person and between <= _LATELY and self.may_be(name, pronoun.group().lower())

    def _asked(self, pronoun: re.Match) -> Speaker | None:
        """Whom the sentence right before asks something: "She asked Insp Bell whether …. ¶ “Yes,” he said"."""
        number = self.told.sentence(pronoun.start())
        earlier = reversed(self.told.sentences[max(number - 2, 0) : number])
        before = next((sentence for sentence in earlier if not self.told.spoken(sentence.start)), None)
        asked = before and _ASKED.search(self.text, before.start, before.end)
        if not asked or self.told.spoken(asked.start()):
            return None
        whom = next(iter(self.told.persons(asked.end(), before.end)), None)
        near = whom is not None and whom.start - asked.end() < _NEAR
        return whom if near and self.may_be(whom, pronoun.group().lower()) else None

    def _organisation_told_of(self, pronoun: re.Match) -> Speaker | None:
        """The organisation that the sentence before "it said" begins with, known by its form, or as "the force"; or who
        wrote what speaks: "He had written a page. “…,” it said".
        """
        number = self.told.sentence(pronoun.start())
        if not number:
            return None
        before = self.told.sentences[number - 1]
        wrote = _WROTE.match(self.text, before.start, before.end)
        writer = wrote and (self.of(wrote) if wrote["who"] else next(iter(self.told.persons(*wrote.span())), None))
        if writer:
            return writer
        lead = _IN_ITS_REPLY.match(self.text, before.start)
        return self.told.organisation_at(before.start) or self.told.organisation_meant(
            _ORGANISATION_OPENS.match(self.text, lead.end() if lead else before.start)
        )

    def may_be(self, name: Speaker, told: str) -> bool:
        """Whether words like "she" or "the mother" may mean somebody, by what is known of the name, or by its words."""
        wanted = _wanted(told)
        return not wanted or (self.known.get(name.name, "") or _wanted(name.name.lower())) in {"", wanted}

    def _somebody(self, pronoun: re.Match) -> Speaker | None:
        """Whom the last of the two sentences before tells of without a name: "A prisoner's sister, who …"."""
        number = self.told.sentence(pronoun.start())
        excluded = {"f": _HE, "m": _SHE}.get(_wanted(pronoun.group().lower()), frozenset())
        for sentence in reversed(self.told.sentences[max(number - 2, 0) : number]):
            match = _SOMEBODY.match(self.text, sentence.start, sentence.end)
            named = self.told.named(sentence.start, match.end() + 3) if match else []
            named = [name for name in named if not self._aside(name)]  # "A colleague of PC Vale, who …"
            thing = match is not None and _NOBODY.search(match.group()) is not None
            if match is None or thing or self.told.spoken(match.start()) or any(name.person for name in named):
                continue
            if excluded.isdisjoint(match.group().lower().split()):
                return named[0] if named else Speaker(match.group(), *match.span())
        return None

    def _sentence_subject(self, name: Speaker, pronoun: re.Match) -> Speaker | None:
        """The person that the sentence of a name is about; nobody where a pronoun stands before that person in it."""
        number = self.told.sentence(name.start)
        head = self.told.sentences[number].start
        same = self.told.sentence(pronoun.start()) == number
        people = [name] if same else self.told.persons(head, name.end)
        free = [p for p in people if not self._aside(p) and self.may_be(p, pronoun.group().lower())]
        if not free:
            return None
        return None if self.told.unspoken(_HE_OR_SHE.finditer(self.text, head, free[0].start)) else free[0]

    def _aside(self, name: Speaker) -> bool:
        """Whether a name is no subject: "Vale's barrister", "Asked by Ms Vale", "She told Vale"."""
        before = self.text[max(name.start - 30, 0) : name.start]
        return bool(_POSSESSIVE.match(self.text, name.end) or _OBJECT.search(before) or _AGENT.search(before))

    def _opening_holder(self, offset: int) -> Speaker | None:
        """Whom "The sheriff …" at the start of one of the last three sentences means."""
        number = self.told.sentence(offset)
        for sentence in reversed(self.told.sentences[max(number - 3, 0) : number]):
            opening = _OFFICE_OPENS.match(self.text, sentence.start)
            if opening and not self.told.spoken(sentence.start):
                return self.told.holder(opening)
        return None


def _wanted(told: str) -> str:
    """``f`` or ``m`` where words like "she" or "the mother" say it.

    >>> _wanted("she"), _wanted("the father"), _wanted("they")
    ('f', 'm', '')
    """
    said = set(told.split())
    return "f" if said & _SHE else "m" if said & _HE else ""
