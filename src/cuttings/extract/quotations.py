"""Quotations and who is credited with them.

Words between quotation marks are speech when somebody is said to have said them; other marked words ("'grossly
offensive' messages") are scare quotes and give no row. A quotation that runs over paragraphs is one row a paragraph,
each with the same speaker. A closing mark that is missing loses nothing: the quotation then ends with its paragraph.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from cuttings.extract.marks import marked
from cuttings.extract.spans import detail, mentions, source
from cuttings.vocabulary import Vocabulary

_SENTENCE_END = re.compile(r"[.!?…,][\"”’']*$")
_UNCLOSED = re.compile(r"[“\"][^”\"]*")
_STOP = re.compile(r"[.!?][\"”’]?\s+(?=[A-Z\"“‘])")
_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)
# Who speaks where no name does.
_SPEAKER = re.compile(
    r"(?<!\w)(?:the |an? |his |her |its |their )?(?:(?!(?:he|she|they|it|who|that|tells?|told|says?|said|adds?|added|and|but|in|at|on|for|to) )[\w’'-]+ ){0,4}?(?:spokes(?:man|woman|person)|source|statement|panel(?: chair)?|hearing|tribunal|"
    r"court|judge|chair(?:man|woman)?|force|department|watchdog|prosecutors?|lawyers?|solicitor|barrister|family|union|minister|council|report|"
    r"commissioner|chief constable|notice|magistrate|jury|victim|officers?|inquiry|city|mayor|colleague|neighbour|chief|sheriff|resident|witness|campaigners?|"
    r"charity|commission|ombudsman|director|superintendent|inspector|constable|sergeant|member|woman|man|friend)(?!\w)",
    re.I,
)
_NAMED_NOT_SAID = re.compile(
    r"\b(?:dubbed|named|nicknamed|titled|entitled|headed|labelled|known as|group|chat|words?|terms?|phrase|slur|the)\s*[,:]?\s*$", re.I
)
_AFTERWARDS = re.compile(r"\s*(?:(?:[A-Z][\w’'-]+|[Tt]he|[Aa]n?|[Hh]is|[Hh]er) ){0,5}?(?:said|says|added|adds|told|he|she|they|it)\b[^.\n]*\.?")
_RIGHT_BEFORE = re.compile(r"(?: \([A-Z]+\))?(?:, [^.;\n]{0,90},)? (?:(?:has|have|had|also|later|then|yesterday|today|on \w+day) )*")
_ACCORDING = re.compile(r"\baccording to\b", re.I)
_OFFICE = re.compile(r"The (?:sheriff|judge|chief|commissioner|chair(?:man|woman)?|director|ombudsman|mayor|minister|magistrate|superintendent|inspector|sergeant)\b")
REACH = 200  # how far from its verb a speaker is looked for, in characters


@dataclass(frozen=True)
class Quotation:
    """One quotation; offsets in characters, ``speaker`` the full name or the words that name a speaker."""

    start: int
    end: int
    kind: str
    speaker: str
    speaker_start: int | None
    speaker_end: int | None
    cue: str


@dataclass(frozen=True)
class Speaker:
    """Who is credited: the full name, or the words used, and where they stand."""

    name: str
    start: int
    end: int
    label: str = ""

    @property
    def person(self) -> bool:
        return self.label == "PERSON"


_ORGANISATIONS = {"the force": "FORCE", "the department": "FORCE", "the constabulary": "FORCE", "the watchdog": "BODY", "the commission": "BODY"}


class Quotations:
    """Puts an article's quotations into ``doc.user_data["quotes"]``; PERSON, BODY and FORCE must be marked before."""

    def __init__(self, vocabulary: Vocabulary):
        self.sayings = vocabulary.lexicon("sayings")

    def __call__(self, doc: Doc) -> Doc:
        verbs = [(hit.start, hit.end) for hit in self.sayings.finditer(source(doc))]
        doc.user_data["quotes"] = _Reading(doc, verbs).quotations()
        return doc


class _Reading:
    """One article's marked words, verbs of saying and names, each sorted so that the nearest is found by bisection."""

    def __init__(self, doc: Doc, verbs: list[tuple[int, int]]):
        self.text = source(doc)
        self.sentences = doc.user_data["sentences"]
        self.marked = list(marked(source(doc)))
        self.verbs = [verb for verb in verbs if not self._spoken(verb[0])]
        self.names = [
            Speaker(span.kb_id_, span.start_char, span.end_char, span.label_)
            for span in mentions(doc, "PERSON", "BODY", "FORCE")
            if not self._spoken(span.start_char)
        ]
        self.titles = {span.start_char: detail(span).get("title", "").lower() for span in mentions(doc, "PERSON")}

    def quotations(self) -> list[Quotation]:
        found: list[Quotation] = []
        for start, end in self.marked:
            quotation = self._quotation(start, end, found[-1] if found else None)
            if quotation:
                found.append(quotation)
        return sorted([*found, *self._indirect(found)], key=lambda quotation: quotation.start)

    def _quotation(self, start: int, end: int, last: Quotation | None) -> Quotation | None:
        words = self.text[start:end].strip("\"“”‘’'")
        whole = bool(words[:1].isupper() and (_SENTENCE_END.search(words) or len(words.split()) > 8 or _UNCLOSED.fullmatch(self.text[start:end])))
        head, tail = self._frame(start, end)
        if not whole and _NAMED_NOT_SAID.search(self.text[max(head, start - 20) : start]) and len(words.split()) < 4:
            return None
        verb = self._verb(head, start, end, tail)
        speaker = self._speaker(verb, head, start, end, tail) if verb else None
        if speaker is None and last and last.speaker and self._goes_on(last, start):
            speaker = Speaker(last.speaker, last.speaker_start or 0, last.speaker_end or 0)
        if speaker is None and not (whole and len(words.split()) > 4):
            return None
        at = (speaker.name, speaker.start, speaker.end) if speaker else ("", None, None)
        return Quotation(start, end, "direct" if whole else "mixed", *at, self.text[slice(*verb)] if verb else "")

    def _frame(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence around a quotation begins and ends, inside its paragraph."""
        paragraph = self.text.rfind("\n", 0, start) + 1
        stop = self.text.find("\n", end)
        stop = len(self.text) if stop < 0 else stop
        head = max((m.end() for m in _STOP.finditer(self.text, paragraph, start)), default=paragraph)
        if re.search(r"[.!?][\"”’']*$", self.text[start:end]):
            follows = _AFTERWARDS.match(self.text, end, stop)
            return head, follows.end() if follows else end
        tail = re.compile(r"[.!?](?=\s|$|[\"”])").search(self.text, end, stop)
        return head, tail.end() if tail else stop

    def _verb(self, head: int, start: int, end: int, tail: int) -> tuple[int, int] | None:
        """The verb of saying of the sentence around a quotation: the nearest one."""
        near = self._among(self.verbs, head, tail)
        return min(near, key=lambda verb: min(abs(verb[0] - end), abs(start - verb[1])), default=None)

    def _speaker(self, verb: tuple[int, int], head: int, start: int, end: int, tail: int) -> Speaker | None:
        # English often turns round after a quotation ("…," said Ms Vale), seldom before one.
        inverted = verb[0] >= end and not self.text[end : verb[0]].strip(" ,.\"”’'")
        before = self._nearest(max(head, verb[0] - REACH), verb[0], before=True)
        after = self._nearest(verb[1], min(tail, verb[1] + REACH // 2), before=False) if inverted or start >= verb[1] else None
        pair = (after, before) if inverted else (before, after if start < verb[1] else None)
        return next((speaker for speaker in pair if speaker), None)

    def _nearest(self, low: int, high: int, before: bool) -> Speaker | None:
        """A person named there; else words like "a spokeswoman", with the organisation beside them; else a pronoun."""
        names = self._named(low, high)
        people = [name for name in names if name.person]
        if people:
            return people[0] if not before else self._subject(people, high)
        words = [m for m in _SPEAKER.finditer(self.text, low, high) if not self._spoken(m.start())]
        if names or words:
            return self._organisation(names, words, before)
        pronouns = [m for m in _PRONOUN.finditer(self.text, low, high) if not self._spoken(m.start())]
        return self._antecedent(pronouns[-1] if before else pronouns[0]) if pronouns else None

    def _subject(self, people: list[Speaker], verb: int) -> Speaker:
        """Of the people before a verb, the one it belongs to: not the one in "of"- or "about"-words if another stands."""
        free = [p for p in people if not re.search(r"\b(?:of|about|with|to|from|by|against|for|than) (?:\w+ ){0,2}$", self.text[max(p.start - 24, 0) : p.start])]
        return (free or people)[-1]

    def _organisation(self, names: list[Speaker], words: list[re.Match], before: bool) -> Speaker:
        if names:
            return names[-1] if before else names[0]
        match = words[-1] if before else words[0]
        return self._holder(match) or self._known(match) or Speaker(match.group(), match.start(), match.end())

    def _known(self, match: re.Match) -> Speaker | None:
        """"The force" and "the watchdog" read back to the organisation of that kind named last before them."""
        if match.group().lower() not in _ORGANISATIONS:
            return None
        at = bisect_left(self.names, match.start(), key=lambda name: name.start)
        known = next((n for n in reversed(self.names[:at]) if n.label == _ORGANISATIONS[match.group().lower()]), None)
        return Speaker(known.name, match.start(), match.end()) if known else None

    def _holder(self, match: re.Match) -> Speaker | None:
        """Whom "the chief" or "the judge" means: the person of that title named last before it."""
        office = match.group().split()[-1].lower()
        at = bisect_left(self.names, match.start(), key=lambda name: name.start)
        holder = next((n for n in reversed(self.names[:at]) if n.person and office in self.titles.get(n.start, "")), None)
        return Speaker(holder.name, match.start(), match.end()) if holder else None

    def _antecedent(self, pronoun: re.Match) -> Speaker | None:
        """Whom a pronoun means: for "it" the body or force named last; for "he" the last person a sentence began with.

        A name that comes after a pronoun of its own sentence ("he spoke after Cdr Vale was …") is passed over.
        """
        person = pronoun.group().lower() != "it"
        at = bisect_left(self.names, pronoun.start(), key=lambda name: name.start)
        holder = self._subject_before(pronoun.start()) if person else None
        for name in reversed(self.names[max(at - 12, 0) : at]):
            if name.person != person:
                continue
            if holder and holder.start > name.start:
                return Speaker(holder.name, pronoun.start(), pronoun.end())
            head = self.sentences[self._sentence(name.start)].start
            if person and self._sentence(pronoun.start()) != self._sentence(name.start):
                name = next(n for n in self._named(head, name.end) if n.person)  # the sentence's subject
            if person and any(not self._spoken(m.start()) for m in re.finditer(r"\b(?:[Hh]e|[Ss]he)\b", self.text[head : name.start])):
                continue
            return Speaker(name.name, pronoun.start(), pronoun.end())
        return None

    def _subject_before(self, offset: int) -> Speaker | None:
        """Whom "The sheriff …" at the start of one of the last sentences means."""
        number = self._sentence(offset)
        for sentence in reversed(self.sentences[max(number - 3, 0) : number]):
            opening = _OFFICE.match(self.text, sentence.start)
            if opening and not self._spoken(sentence.start):
                return self._holder(opening)
        return None

    def _goes_on(self, last: Quotation, start: int) -> bool:
        """Whether a quotation carries on from the last: after no more than the words that credit that one.

        In a new paragraph it must begin the paragraph: "…," said Ms Vale. ¶ "…"
        """
        between = self.text[last.end : start]
        if between.count("\n\n") > 1 or len(between) > 200 or ("\n" in between and between.rstrip(" ")[-1:] != "\n"):
            return False
        return all(name.name == last.speaker for name in self._named(last.end, start) if name.person)

    def _indirect(self, direct: Iterable[Quotation]) -> Iterator[Quotation]:
        """Sentences that report speech in the article's own words: "…, the IOPC said", "The IOPC said it cannot …"."""
        taken = {self._sentence(quotation.start) for quotation in direct}
        for number, sentence in enumerate(self.sentences):
            if number in taken or sentence.part != "body":
                continue
            told = _ACCORDING.search(sentence.text)
            if told and (source := self._nearest(sentence.start + told.end(), min(sentence.start + told.end() + 60, sentence.end), before=False)):
                yield Quotation(sentence.start, sentence.end, "indirect", source.name, source.start, source.end, told.group())
                continue
            for verb in self._among(self.verbs, sentence.start, sentence.end):
                speaker = self._subject_of(max(sentence.start, verb[0] - REACH), verb)
                if speaker is None:
                    continue
                yield Quotation(sentence.start, sentence.end, "indirect", speaker.name, speaker.start, speaker.end, self.text[slice(*verb)])
                break

    def _subject_of(self, low: int, verb: tuple[int, int]) -> Speaker | None:
        """The name, office or pronoun that stands right before a verb of saying, or right after it at the end."""
        before = [n for n in self._named(low, verb[0]) if _RIGHT_BEFORE.fullmatch(self.text, n.end, verb[0])]
        if before:
            return before[-1]
        for match in _SPEAKER.finditer(self.text, low, verb[0]):
            if match.group().lower().startswith(("the ", "a ", "an ")) and _RIGHT_BEFORE.fullmatch(self.text, match.end(), verb[0]):
                return self._holder(match) or self._known(match) or Speaker(match.group(), match.start(), match.end())
        pronoun = next((m for m in _PRONOUN.finditer(self.text, low, verb[0]) if self.text[m.end() : verb[0]] in {" ", " also ", " later "}), None)
        if pronoun:
            return self._antecedent(pronoun)
        after = self._named(verb[1], verb[1] + 60)
        return after[0] if after and self.text[verb[1] : after[0].start] in {" ", " the "} and self.text[max(verb[0] - 2, 0) : verb[0]] == ", " else None

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1

    def _among(self, spans: list[tuple[int, int]], low: int, high: int) -> list[tuple[int, int]]:
        return spans[bisect_left(spans, (low, 0)) : bisect_left(spans, (high, 0))]

    def _named(self, low: int, high: int) -> list[Speaker]:
        first = bisect_left(self.names, low, key=lambda name: name.start)
        last = bisect_left(self.names, high, key=lambda name: name.start)
        return [name for name in self.names[first:last] if name.end <= high]

    def _spoken(self, at: int) -> bool:
        number = bisect_right(self.marked, (at, len(self.text))) - 1
        return number >= 0 and self.marked[number][0] <= at < self.marked[number][1]
