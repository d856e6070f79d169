"""Who speaks: the name, the office or the pronoun beside a verb of saying, read back to whom the article named."""

import re
from collections.abc import Mapping

from spacy.tokens import Doc

from cuttings.extract.antecedents import Antecedents
from cuttings.extract.named import Named, Speaker
from cuttings.extract.offices import NO_PART, OFFICES
from cuttings.extract.patterns import one_of, words

_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)
_SEVERAL = one_of(*words("prosecutors lawyers campaigners officials detectives investigators ministers police"))
# Who speaks where no name does: "a spokeswoman", "the misconduct panel chair"
_DETERMINERS = one_of(*words("the an? his her its their one another this"))
_SPEAKER = re.compile(
    rf"(?<!\w)(?:{_DETERMINERS} (?:(?!{NO_PART} )[\w’'-]+ ){{0,4}}?{OFFICES}"
    rf"(?: (?:spokes(?:man|woman|person)|source|insider|statement)|['’]s (?:[\w-]+ )?{OFFICES})?|{_SEVERAL})(?!\w)",
    re.I,
)
_ORGANISATIONS = {
    "the force": "FORCE",
    "the department": "FORCE",
    "the constabulary": "FORCE",
    "the watchdog": "BODY",
    "the commission": "BODY",
}
# A name in such words is no subject of the verb that follows: "a friend of Jo Vale said"
_OBLIQUE = re.compile(r"\b(?:of|about|with|to|from|by|against|for|than) (?:\w+ ){0,2}$")
# "said the mother of four", "the 34-year-old added": somebody already told of
_AGAIN = re.compile(
    r"the (?:mother|father|woman|man|grandmother|grandfather|widow|pensioner)(?: of \w+)?|the \d\d-year-old", re.I
)
# "A spokesperson for the mayor of London"
_FOR = re.compile(
    r"(?:[Aa]|[Tt]he) (?:[\w’'-]+ )?(?:spokes(?:man|woman|person)|source|insider) (?:for|at|in|of|from) "
    r"[^.,;\n]{2,60}(?= )"
)
# What may stand between a pronoun and its verb
_BETWEEN = re.compile(r"(?: (?:also|later|then|now|has|had|have|further|once|repeatedly|previously|therefore|still))* ")
# What may stand between a name and its verb: " (IOPC)", ", who chaired the panel, later"
_RIGHT_BEFORE = re.compile(
    r"(?: \([A-Z]+\))?(?:,(?: [^.;\n]{0,90},)?)? (?:(?:has|have|had|also|later|then|yesterday|today|on \w+day) )*"
)


class Speakers(Named):
    """An article's names, and who speaks beside a verb of saying."""

    def __init__(self, doc: Doc, genders: Mapping[str, str]):
        """``genders``: ``f`` or ``m`` of given names that tell it."""
        super().__init__(doc)
        self.antecedents = Antecedents(self, genders)

    def nearest(self, low: int, high: int, before: bool) -> Speaker | None:
        """Who speaks between two offsets: a person named there; else words like "a spokeswoman", with the organisation
        beside them; else a pronoun. ``before``: the verb stands at ``high`` rather than ``low``.
        """
        names = self.named(low, high)
        people = self.persons(low, high)
        if people:
            return self._subject(people) if before else people[0]
        offices = self.unspoken(_SPEAKER.finditer(self.text, low, high))
        at = -1 if before else 0
        if names or offices:
            return names[at] if names else self._office(offices[at])
        pronouns = self.unspoken(_PRONOUN.finditer(self.text, low, high))
        return self.antecedents.of(pronouns[at]) if pronouns else None

    def subject_of(self, low: int, verb: tuple[int, int]) -> Speaker | None:
        """The name, office or pronoun right before a verb of saying, from ``low`` on, or a name right after it."""
        start = verb[0]
        for match in _PRONOUN.finditer(self.text, low, start):
            if _BETWEEN.fullmatch(self.text, match.end(), start):
                return self.antecedents.of(match)
        opening = self.organisation_at(low)
        beside = opening and _RIGHT_BEFORE.fullmatch(self.text, opening.end, start)
        if beside and not self.persons(opening.start, opening.end):
            return opening
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

    def _after(self, verb: tuple[int, int]) -> Speaker | None:
        """ "…, said the IOPC" at the end of a sentence."""
        start, end = verb
        after = self.named(end, end + 60)
        turned = self.text[max(start - 2, 0) : start] == ", "
        return after[0] if after and turned and self.text[end : after[0].start] in {" ", " the "} else None

    def _subject(self, people: list[Speaker]) -> Speaker:
        """Of the people before a verb, the last that is not in "of"- or "about"-words, if there is one."""
        free = [p for p in people if not _OBLIQUE.search(self.text[max(p.start - 24, 0) : p.start])]
        return (free or people)[-1]

    def _office(self, match: re.Match) -> Speaker:
        """Whom "the judge" or "the watchdog" means, if the article named one; else the words themselves."""
        again = _AGAIN.match(self.text, match.start())
        return (
            self.organisation_round(match)
            or (self.antecedents.of(again) if again else None)
            or self.holder(match)
            or self._organisation(match)
            or Speaker(match.group(), *match.span())
        )

    def _organisation(self, match: re.Match) -> Speaker | None:
        """ "The force" and "the watchdog" read back to the organisation of that kind named last before them."""
        label = _ORGANISATIONS.get(match.group().lower())
        earlier = reversed(self.names[: self.before(match.start())])
        known = next((name for name in earlier if label and name.label == label), None)
        return Speaker(known.name, *match.span()) if known else None
