"""The names that an article tells outside quotations, and where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from cuttings.extract.spans import detail, mentions, sentences, source
from cuttings.extract.speech.marks import marked

# "The Scottish Council of Jewish Communities"
_BY_FORM = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&-]+(?: (?:(?:of|for|and|on|in) (?:the )?)?[A-Z][\w’'&-]+)+)(?= |,)"
)
_ORGANISATION = re.compile(
    r" (?:of|for|and) |(?:Federation|Association|Union|Council|Trust|Society|Cent(?:re|er)|Foundation|Campaign|Network|"
    r"Board|Commission|Charity|Institute|League|Alliance)$"
)
_ORGANISATIONS = dict.fromkeys(("the force", "the department", "the constabulary"), "FORCE") | dict.fromkeys(
    ("the watchdog", "the commission", "the authority"), "BODY"
)
_SPOKES = r"spokes(?:man|woman|person)"
_SPOKES_FOR_IT = re.compile(rf"(?:an?|the) (?:force|police|garda) {_SPOKES}", re.I)
_FOR_IT = re.compile(rf"(?:an?|the) {_SPOKES} (?:for|of|at) the (?:force|department|constabulary)\b", re.I)
_SPOKES_BARE = re.compile(rf"(?:an?|the) (?P<police>police )?{_SPOKES}", re.I)
_SPOKES_FOR = re.compile(
    rf"(?:an?|the) {_SPOKES} (?:for|of|at) the "
    r"(?P<what>ombudsman|commission(?:er)?|authority|directorate|inspectorate)(?! (?:of|for)\b)\b",
    re.I,
)
_OPENING = 5  # characters, for "The "
_ONE_A_COURT = frozenset({"judge", "sheriff", "recorder", "coroner", "prosecutor"})
_NONE: frozenset[str] = frozenset()
# Titles as they are shortened, of those who hold an office
_SHORT = {
    "sergeant": frozenset({"sgt", "ps", "ds"}),
    "constable": frozenset({"pc", "const", "dc"}),
    "inspector": frozenset({"insp", "di", "dci", "ci"}),
    "superintendent": frozenset({"supt"}),
    "detective": frozenset({"det", "dc", "ds", "di", "dci"}),
    "officer": frozenset({"pc", "constable"}),
    "judge": frozenset({"justice", "recorder", "hhj"}),
    "fiscal": frozenset({"depute"}),
    "minister": frozenset({"secretary"}),
}
# "the Garda press office"
_PRESS_OFFICE = re.compile(r" (?:[Pp]ress (?:[Oo]ffice|[Bb]ureau|[Dd]esk)|headquarters|HQ)\b")
# "Opening the case for the Crown, Jo Vale KC", "Jo Vale, prosecuting, said"
_PROSECUTES_BEFORE = re.compile(
    r"\b(?:[Pp]rosecut(?:ing|or|ion)|for the Crown|fiscal(?: depute)?|[Cc]rown attorney)(?: [\w’'-]+){0,2},? $"
)
_PROSECUTES_AFTER = re.compile(
    r"(?: [KQ]C)?,? (?:who (?:is|was) )?(?:prosecuting|for the (?:Crown|prosecution|CPS)|"
    r"(?:who )?opened the (?:prosecution )?case|(?:the|a) (?:\w+ )?(?:prosecutor|fiscal))\b"
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


# "Head of Professional Standards" is who holds an office
_HOLDS = re.compile(
    r"(?:Deputy |Assistant |Acting )?(?:Head|Director|Chair|Leader|Secretary|President|Minister|Commander) "
)


class Named:
    """An article's names outside quotations, sorted so that the nearest is found by bisection."""

    def __init__(self, doc: Doc):
        self.text = source(doc)
        self.sentences = sentences(doc)
        self.marked = list(marked(self.text))
        self.names = [
            self._speaker(span) for span in mentions(doc, "PERSON", "BODY", "FORCE") if not self.spoken(span.start_char)
        ]
        self.people = {name.name for name in self.names if name.person}
        self._holders: dict[str, list[Speaker]] = {}
        self.titles = {span.start_char: detail(span).get("title", "").lower() for span in mentions(doc, "PERSON")}

    def _speaker(self, span: Span) -> Speaker:
        """Who is named: a person or an organisation, or its press office, which speaks in its own name."""
        office = _PRESS_OFFICE.match(self.text, span.end_char) if span.label_ == "FORCE" else None
        if office:
            return Speaker(self.text[span.start_char : office.end()], span.start_char, office.end(), span.label_)
        return Speaker(span.kb_id_, span.start_char, span.end_char, span.label_)

    def spoken(self, at: int) -> bool:
        """Whether an offset lies between quotation marks."""
        number = bisect_right(self.marked, (at, len(self.text))) - 1
        return number >= 0 and self.marked[number][0] <= at < self.marked[number][1]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

    def named(self, low: int, high: int) -> list[Speaker]:
        """The names that stand between two offsets."""
        return [name for name in self.names[self.before(low) : self.before(high)] if name.end <= high]

    def persons(self, low: int, high: int) -> list[Speaker]:
        """The people who are named between two offsets."""
        return [name for name in self.named(low, high) if name.person]

    def before(self, offset: int) -> int:
        """How many names stand before an offset."""
        return bisect_left(self.names, offset, key=lambda name: name.start)

    def unspoken(self, found: Iterable[re.Match]) -> list[re.Match]:
        """Of these matches, those outside quotations."""
        return [match for match in found if not self.spoken(match.start())]

    def holder(self, match: re.Match) -> Speaker | None:
        """Whom "the chief" or "the judge" means: the person of that title named last before it; of an office that a
        court has one of, the only one whom the article names.
        """
        office = match.group().split()[-1].lower()
        if office not in self._holders:
            self._holders[office] = [name for name in self.names if self._holds(name, office)]
        holders = self._holders[office]
        at = bisect_left(holders, match.start(), key=lambda name: name.start)
        holder = holders[at - 1] if at else None
        if holder is None and office in _ONE_A_COURT and len({name.name for name in holders}) == 1:
            holder = holders[0]
        return Speaker(holder.name, *match.span()) if holder else None

    def _holds(self, name: Speaker, office: str) -> bool:
        """Whether a person has a title of an office, or is said right beside the name to prosecute."""
        if not name.person:
            return False
        title = self.titles.get(name.start, "")
        if office in title or not _SHORT.get(office, _NONE).isdisjoint(title.replace(".", "").split()):
            return True
        if office not in {"prosecutor", "fiscal"}:
            return False
        return bool(
            _PROSECUTES_BEFORE.search(self.text, max(name.start - 60, 0), name.start)
            or _PROSECUTES_AFTER.match(self.text, name.end)
        )

    def organisation_at(self, start: int) -> Speaker | None:
        """An organisation that begins at an offset, known by the form of its name alone."""
        return None if _HOLDS.match(self.text, start) else _organisation(_BY_FORM.match(self.text, start))

    def organisation_meant(self, match: re.Match | None) -> Speaker | None:
        """ "The force", "a force spokesman", "the watchdog": the organisation of that kind that was named last."""
        meant = self._spoken_for(match) if match else None
        if meant:
            return meant
        label = _ORGANISATIONS.get(match.group().lower()) if match else None
        if match and (_SPOKES_FOR_IT.fullmatch(match.group()) or _FOR_IT.match(self.text, match.start())):
            label = "FORCE"
        if match is None or label is None:
            return None
        earlier = reversed(self.names[: self.before(match.start())])
        known = next((name for name in earlier if name.label == label), None)
        return Speaker(known.name, *match.span()) if known else None

    def _spoken_for(self, match: re.Match) -> Speaker | None:
        """For whom "a spokesperson" speaks: the organisation that a sentence of the paragraph began with, or that is
        named last in it; "a spokesman for the Ombudsman": the last with that word in its name.
        """
        bare = _SPOKES_BARE.fullmatch(match.group())
        told = None if bare else _SPOKES_FOR.match(self.text, match.start())
        if not (bare or told):
            return None
        low = self.text.rfind("\n", 0, match.start()) + 1 if bare else 0
        labels = {"FORCE"} if bare and bare["police"] else {"FORCE", "BODY"}
        named = [n for n in reversed(self.names[self.before(low) : self.before(match.start())]) if n.label in labels]
        if told:
            named = [name for name in named if told["what"].lower() in name.name.lower()]
        opening = (n for n in named if n.start - self.sentences[self.sentence(n.start)].start < _OPENING)
        known = next(opening, None) or next(iter(named), None)
        return Speaker(known.name, *match.span()) if known else None

    def organisation_round(self, match: re.Match) -> Speaker | None:
        """An organisation, known by its form, whose name holds these words: "the Council" of the Council of Mosques."""
        near = _BY_FORM.finditer(self.text, max(match.start() - 60, 0), match.end() + 60)
        return _organisation(
            next((each for each in near if each.start() <= match.start() and match.end() <= each.end()), None)
        )


def _organisation(told: re.Match | None) -> Speaker | None:
    if told is None or not _ORGANISATION.search(told["name"]):
        return None
    return Speaker(told["name"], *told.span("name"))
