"""The names that an article tells outside quotations, and where they stand."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from cuttings.extract.marks import marked
from cuttings.extract.spans import detail, mentions, sentences, source

# "The Scottish Council of Jewish Communities"
_BY_FORM = re.compile(
    r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&-]+(?: (?:(?:of|for|and|on|in) (?:the )?)?[A-Z][\w’'&-]+)+)(?= |,)"
)
_ORGANISATION = re.compile(
    r" (?:of|for|and) |(?:Federation|Association|Union|Council|Trust|Society|Cent(?:re|er)|Foundation|Campaign|Network|"
    r"Board|Commission|Charity|Institute|League|Alliance)$"
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


class Named:
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
        """Whom "the chief" or "the judge" means: the person of that title named last before it."""
        office = match.group().split()[-1].lower()
        earlier = reversed(self.names[: self.before(match.start())])
        holder = next((n for n in earlier if n.person and office in self.titles.get(n.start, "")), None)
        return Speaker(holder.name, *match.span()) if holder else None

    def organisation_at(self, start: int) -> Speaker | None:
        """An organisation that begins at an offset, known by the form of its name alone."""
        return _organisation(_BY_FORM.match(self.text, start))

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
