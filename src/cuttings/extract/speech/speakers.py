"""Who speaks: the name, the office or the pronoun beside a verb of saying, read back to whom the article named."""

import re
from collections.abc import Mapping

from spacy.tokens import Doc

from cuttings.extract.patterns import Sought, one_of, words
from cuttings.extract.people.names import THINGS
from cuttings.extract.speech.antecedents import Antecedents
from cuttings.extract.speech.named import Named, Speaker
from cuttings.extract.speech.offices import NO_PART, OFFICES

_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)
_SEVERAL = one_of(*words("prosecutors lawyers campaigners officials detectives investigators ministers police"))
# Who speaks where no name does: "a spokeswoman", "the misconduct panel chair"
_DETERMINERS = one_of(*words("the an? his her its their one another this"))
_PART_OF = (
    r"(?:one|two|three|four|five|six|several|some|many|most|another|both|a number|a group|none|neither) of "
    r"(?:the|his|her|their|its|those|these) (?:[\w’'-]+ ){0,2}?"
    r"(?:women|men|officers|constables|sergeants|detectives|recruits|trainees|probationers|deputies|troopers|colleagues|"
    r"victims|complainants|witnesses|residents|neighbours|relatives|daughters|sons|sisters|brothers|friends|lawyers|"
    r"solicitors|barristers|accused|defendants|families|councillors|members|pair|two|three|four|five|six)"
)
_SPEAKER = re.compile(
    rf"(?<!\w)(?:{_PART_OF}|{_DETERMINERS} (?:(?!{NO_PART} )[\w’'-]+ ){{0,4}}?{OFFICES}"
    rf"(?: (?:spokes(?:man|woman|person)|source|insider|statement)|['’]s (?:[\w-]+ )?{OFFICES})?|{_SEVERAL})(?!\w)",
    re.I,
)
# "Under cross-examination the sergeant, who has been on leave since the phone of a friend was found, "
_WHO_DOES = re.compile(
    rf"(?:[A-Z][\w’'-]*(?: [\w’'-]+){{0,3}}?,? )??(?P<who>(?:an?|the) (?:(?!{NO_PART} )[\w’'-]+ "
    rf"){{0,3}}?{OFFICES})(?=,? who\b)",
    re.I,
)
_NOUN = re.compile(r".+", re.S)
# "One, giving evidence from behind a screen, said": of several whom the sentence before tells of
_ONE_OF_THEM = re.compile(r"(?P<who>One|Another)(?:,[^.;\n]{3,90},)? (?:(?:has|had|later|also) )?")
_TURNED = frozenset({"said", "says", "added", "wrote", "explained"})  # "…, said Jo Vale"
_POSSESSIVE = re.compile(r"['’]s?\b|['’] ")
_OPENING = 90  # characters
_BESIDE = 40
# A name in such words is no subject of the verb that follows: "a friend of Jo Vale said"
_OBLIQUE = re.compile(r"\b(?:of|about|with|to|from|by|against|for|than) (?:\w+ ){0,2}$")
# Between an office and its holder: "The chair of the Kerrin branch of the union, Jo Vale, said"
_HELD_BY = re.compile(r"(?: (?:of|for|at|in|from) [^,.;:\n]{2,90})?, (?:(?:Sir|Dame|Dr|Mr|Mrs|Ms) )?")
# "The Royal Navy ", "Kerrin Rovers "
_CAPITALS = re.compile(
    r"(?:In (?:a|its) [\w ]{0,20}statement,? )?(?:[Tt]he )?(?P<name>[A-Z][\w’'&-]+(?: (?:of|for|and|"
    r"in) [A-Z][\w’'&-]+| [A-Z][\w’'&-]+){1,4}) "
)
# " Vale.", " Jo Vale, who "
_CAPITALS_AFTER = re.compile(r" (?P<name>[A-Z][a-zà-ÿ]+(?:[-’' ][A-Z][a-zà-ÿ]+){0,2})(?=[.,])")
# "said the mother of four", "the 34-year-old added": somebody already told of
_AGAIN = re.compile(
    r"the (?:mother|father|woman|man|grandmother|grandfather|widow|pensioner)(?: of \w+)?|the \d\d-year-old", re.I
)
_UNNAMED_AGAIN = re.compile(r"the (?P<who>mother|father|woman|man|widow|widower|pensioner)", re.I)
# "“He read it,” said one, of Vale"
_SAID_ONE = re.compile(r" (?P<who>one|another|a third)(?=[,.;]| of (?:them|those|the)\b)", re.I)
_SEATED = re.compile(r"the (?:[\w’'-]+ ){0,3}(?:MP|MSP|MLA|TD|senator|councillor)", re.I)
# "A spokesperson for the mayor of London"
_FOR = Sought(
    r"(?:[Aa]|[Tt]he) (?:[\w’'-]+ )?(?:spokes(?:man|woman|person)|source|insider) (?:for|at|in|of|from) "
    r"[^.,;\n]{2,60}(?= )"
)
_ADVERBS = one_of(
    *words("also later then now further once previously therefore still simply never already just"), r"\w+ly"
)
# What may stand between a pronoun and its verb
_BETWEEN = re.compile(rf"(?: (?:has|had|have|{_ADVERBS}))* ")
# "she accepted it but ", "He paid tribute to them, " before a verb with the subject of the sentence
_SAME_SUBJECT = re.compile(r"(?: (?:and|but)|,(?: (?:and|but|then))?) (?:(?:also|later|then) )?$")
# "The sheriff said she had found": one who says that she did
_SAYS_OF_ONESELF = re.compile(
    r"\b(?:said|says|told [\w ’'-]{2,40}|added|claimed|argued|insisted|accepted|admitted|explained|believed|stressed)"
    r"(?: that)? $"
)
# What may stand between a name and its verb: " (IOPC)", ", who chaired the panel, later"
_RIGHT_BEFORE = re.compile(
    r"(?: (?:of|from|at) (?:the )?[A-Z][^,.;:\n]{2,70}(?=[ ,]))?(?: \([A-Z]+\)|,? (?:[KQ]C|SC|MP|MSP|MLA|TD|MEP|OBE|"
    r"CBE|QPM)\b)?(?:,(?: (?!that\b)[^.;\n]{0,90},)?)? "
    rf"(?:(?:has|have|had|yesterday|today|on \w+day|{_ADVERBS}) )*"
)

# "Vale's solicitor", "PC Frome's widow", right after a name
_THEIRS = re.compile(
    rf"['’]s? (?:(?:own|former|younger|older|elder|late|then|defen[cs]e|legal|\w+-year-old) ){{0,2}}{OFFICES}\b(?!['’])"
)
# "Vale's post read", though not "Vale's messages showed", which somebody else says of them
_WORDS_OF = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?:messages?|posts?|texts?|e-?mails?|repl(?:y|ies)|answers?|statements?|tweets?|"
    r"captions?|"
    r"letters?|apolog(?:y|ies)|comments?|remarks?|words?|account|evidence|notes?|contribution)\b"
    r"(?! (?:\w+ ){0,2}?(?:show|reveal|demonstrat|betray|display|amount|(?:was|were|had been)\b(?!:| [“\"‘'])))"
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
        one = None if before else _SAID_ONE.match(self.text, low, high)
        if one:
            return Speaker(one["who"], *one.span("who"))
        names = [name for name in self.named(low, high) if not (before and self._is_whose(name))]
        people = [name for name in names if name.person]
        if people:
            return self._subject(people) if before else people[0]
        offices = self.unspoken(_SPEAKER.finditer(self.text, low, high))
        does = _WHO_DOES.match(self.text, low, high) if before else None
        if does:
            return self._office(_NOUN.match(self.text, does.start("who"), does.end("who")))
        at = -1 if before else 0
        if names or offices:
            return names[at] if names else self._office(offices[at])
        pronouns = self.unspoken(_PRONOUN.finditer(self.text, low, high))
        return self.antecedents.of(pronouns[at]) if pronouns else None

    def _is_whose(self, name: Speaker) -> bool:
        """Whether a person is named as whose something is, unless those are words: "Vale's van", "Vale's post"."""
        told = name.person and _POSSESSIVE.match(self.text, name.end) is not None
        return told and _WORDS_OF.match(self.text, name.end) is None

    def subject_of(self, low: int, verb: tuple[int, int]) -> Speaker | None:
        """The name, office or pronoun right before a verb of saying, from ``low`` on, or a name right after it."""
        start = verb[0]
        for match in _PRONOUN.finditer(self.text, low, start):
            if _BETWEEN.fullmatch(self.text, match.end(), start):
                return self._of_oneself(low, match) or self.antecedents.of(match)
        one = _ONE_OF_THEM.fullmatch(self.text, low, start)
        if one:
            return Speaker(one["who"], *one.span("who"))
        if self._goes_on_saying(low, verb):
            opening = self.opening(low, start)
            if opening:
                return opening
        turned = self._after(verb) if self.text[start : verb[1]] in _TURNED else None
        if turned and turned.person:
            return turned
        opening = self.organisation_at(low)
        beside = opening and _RIGHT_BEFORE.fullmatch(self.text, opening.end, start)
        if beside and not self.persons(opening.start, opening.end):
            return opening
        for match in _FOR.finditer(self.text, low, start):
            if match.end() == start - 1:  # up to the verb
                inside = [name for name in self.named(*match.span()) if not name.person]
                return inside[0] if inside else self.organisation_meant(match) or Speaker(match.group(), *match.span())
        before = [
            name
            for name in self.named(low, start)
            if _RIGHT_BEFORE.fullmatch(self.text, name.end, start)
            and not _OBLIQUE.search(self.text[max(name.start - 24, 0) : name.start])
        ]
        if before:
            inside = self.text[before[-1].end : start].startswith(",") or not before[-1].person
            return before[0] if inside else before[-1]  # "Jo Vale, for Sgt Lunt, said"
        for match in _SPEAKER.finditer(self.text, low, start):
            if not match.group().lower().startswith("this ") and _RIGHT_BEFORE.fullmatch(self.text, match.end(), start):
                return self._office(match)
        return self._theirs(low, start) or self._after(verb) or self._unlisted(low, start)

    def _theirs(self, low: int, start: int) -> Speaker | None:
        """ "Vale's solicitor said": who is told of by whose they are."""
        for name in reversed(self.persons(low, start)):
            told = _THEIRS.match(self.text, name.end, start)
            if told and _RIGHT_BEFORE.fullmatch(self.text, told.end(), start):
                return Speaker(self.text[name.start : told.end()], name.start, told.end())
        return None

    def _unlisted(self, low: int, start: int) -> Speaker | None:
        """ "The Royal Navy said …": a run of capitals that opens a sentence, right before the verb."""
        told = _CAPITALS.fullmatch(self.text, low, start)
        if told is None or THINGS.issuperset(told["name"].split()) or told["name"].endswith(("'s", "’s")):
            return None
        return Speaker(told["name"], *told.span("name"))

    def opening(self, low: int, high: int) -> Speaker | None:
        """Whom a sentence that begins at ``low`` is about, by its first words up to ``high``."""
        pronoun = _PRONOUN.match(self.text, low, high)
        if pronoun:
            return self.antecedents.of(pronoun)
        told = [
            name
            for name in self.named(low, min(high, low + _OPENING))
            if not _POSSESSIVE.match(self.text, name.end)
            and not _OBLIQUE.search(self.text[max(name.start - 24, low) : name.start])
        ]
        people = [name for name in told if name.person]
        office = _SPEAKER.match(self.text, low, high)
        held = [name for name in people if office and _HELD_BY.fullmatch(self.text, office.end(), name.start)]
        if held:
            return held[0]
        if office and not any(name.start - office.end() < _BESIDE for name in people):
            return self._office(office)
        return (people or told or [None])[0]

    def _goes_on_saying(self, low: int, verb: tuple[int, int]) -> bool:
        """ "She thanked them, adding that …", "He denied it but said …": a verb without a subject of its own."""
        before = _SAME_SUBJECT.search(self.text, max(low, verb[0] - 12), verb[0])
        if before is None:
            return False
        joined = before.group().rstrip().endswith(("and", "but", "then"))
        return joined or self.text[verb[1] - 3 : verb[1]] == "ing"

    def _of_oneself(self, low: int, pronoun: re.Match) -> Speaker | None:
        """ "The sheriff said she had found …": who says so."""
        told = _SAYS_OF_ONESELF.search(self.text, max(low, pronoun.start() - 60), pronoun.start())
        told = told if told and pronoun.group().lower() in {"he", "she", "they"} else None
        return self.subject_of(low, (told.start(), told.end())) if told and told.start() > low else None

    def _after(self, verb: tuple[int, int]) -> Speaker | None:
        """ "…, said the IOPC" at the end of a sentence."""
        start, end = verb
        after = self.named(end, end + 60)
        turned = self.text[max(start - 2, 0) : start] == ", " and not self._ends_at(start - 2)
        if after and _POSSESSIVE.match(self.text, after[0].end):
            return None  # "Jo Vale, the chair, said Lunt's words were …"
        beside = {" "} if after and after[0].person else {" ", " the "}  # "said the Vale ruling would be …"
        return after[0] if after and turned and self.text[end : after[0].start] in beside else None

    def capitals_after(self, start: int) -> Speaker | None:
        """ "“They laughed,” said Vale.": of whom no other sign tells that it is a name."""
        told = _CAPITALS_AFTER.match(self.text, start)
        return Speaker(told["name"], *told.span("name")) if told and THINGS.isdisjoint(told["name"].split()) else None

    def _ends_at(self, offset: int) -> bool:
        """Whether a person's name ends there."""
        return any(name.end == offset for name in self.persons(max(offset - _BESIDE, 0), offset))

    def _subject(self, people: list[Speaker]) -> Speaker:
        """Of the people before a verb, the last that is not in "of"- or "about"-words, if there is one."""
        free = [p for p in people if not _OBLIQUE.search(self.text[max(p.start - 24, 0) : p.start])]
        return (free or people)[-1]

    def _office(self, match: re.Match) -> Speaker:
        """Whom "the judge" or "the watchdog" means, if the article named one; else the words themselves."""
        if _STATEMENT.fullmatch(match.group()):
            return self._stated(match) or Speaker(match.group(), *match.span())
        again = None if self._was_unnamed(match) else _AGAIN.match(self.text, match.start())
        described = self.text.startswith(" who ", match.end())
        return (
            self.organisation_round(match)
            or (self.antecedents.of(again) if again and not described else None)
            or (None if described else self.holder(match))
            or self.organisation_meant(match)
            or (self.antecedents.of(match, "they") if _SEATED.fullmatch(match.group()) and not described else None)
            or Speaker(match.group(), *match.span())
        )

    def _was_unnamed(self, match: re.Match) -> bool:
        """Whether "the woman" is one who was told of shortly before without a name: "to look after a woman"."""
        again = _UNNAMED_AGAIN.fullmatch(match.group())
        if again is None:
            return False
        told = re.compile(
            rf"(?<!, )\b(?:an?|another) (?:[\w-]+ ){{0,2}}{again['who']}\b(?!,? (?:(?-i:[A-Z])|named|called))", re.I
        )
        return told.search(self.text, max(match.start() - _SHORTLY, 0), match.start()) is not None

    def _stated(self, match: re.Match) -> Speaker | None:
        """Whose "the statement" is: "In a statement, Kerrin Police said …", shortly before."""
        told = [*_MADE_A_STATEMENT.finditer(self.text, max(match.start() - _SHORTLY, 0), match.start())]
        if not told:
            return None
        start, end = told[-1].span()
        if told[-1]["opens"]:
            return next(iter(self.named(end, end + _BESIDE)), None)
        return next(reversed(self.named(max(start - _BESIDE, 0), start)), None)


_STATEMENT = re.compile(r"(?:the|its|their|that|this) (?:[\w-]+ )?statement", re.I)
_MADE_A_STATEMENT = re.compile(
    r"(?P<opens>\bIn (?:an?|its|his|her|their|the) (?:[\w-]+ ){0,3}statement\b,? )"
    r"|\bsaid in (?:an?|its|his|her|their) (?:[\w-]+ ){0,3}statement\b"
)
_SHORTLY = 600  # characters
