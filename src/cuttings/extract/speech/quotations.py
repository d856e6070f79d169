"""Quotations and who is credited with them.

Words between quotation marks are speech when somebody is said to have said them; other marked words ("'grossly
offensive' messages") are scare quotes and give no row. A quotation that runs over paragraphs is one row a paragraph,
each with the same speaker. A closing mark that is missing loses nothing: the quotation then ends with its paragraph.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from cuttings.extract.patterns import AnyCase, one_of, words
from cuttings.extract.spans import Sentence, source
from cuttings.extract.speech.crediting import Credits
from cuttings.extract.speech.offices import PEOPLE
from cuttings.extract.speech.speakers import Speaker, Speakers
from cuttings.vocabulary import Vocabulary

REACH = 200  # how far from its verb a speaker is looked for, in characters

_SENTENCE_END = re.compile(r"[.!?…,][\"”’']*$")
_FULL_END = re.compile(r"[.!?][\"”’']*$")
_UNCLOSED = re.compile(r"[“\"][^”\"]*")
# "Sgt. Bell", "the Rev. Orr", "J. P. Vale": no sentence ends there
_SHORTENED = words("Mr Mrs Ms Dr Rev Sgt Lt Capt Cpl Det Insp Supt Prof Gov Sen Rep St Hon Col Maj Const Ofc Cmdr Dep")
_END = "[.!?]" + "".join(rf"(?<!\b{short}\.)" for short in _SHORTENED) + r"(?<!\b[A-Z]\.)"
_STOP = re.compile(rf"{_END}[\"”’]?\s+(?=[A-Z\"“‘])")
_STOP_AFTER = re.compile(rf"{_END}(?=\s|$|[\"”])")
# What a few marked words right after it are called, not said: "a group dubbed 'Night Shift'", "the word 'banter'"
_NAMING = (
    *words("dubbed named nicknamed titled entitled headed labelled"),
    "known as",
    *words("group chat words? terms? phrase slur the"),
)
_NAMED_NOT_SAID = re.compile(rf"\b{one_of(*_NAMING)}\s*[,:]?\s*$", re.I)
# " the IOPC said." after a quotation that ends its own sentence
_AFTERWARDS = re.compile(
    r"\s*(?:(?:[A-Z][\w’'-]+|[Tt]he|[Aa]n?|[Hh]is|[Hh]er) ){0,5}?"
    r"(?:said|says|added|adds|told|he|she|they|it)\b[^.\n]*\.?"
)
# "The law, she said, “does not …”"
_ASIDE = re.compile(r", (?:he|she|they|it|[A-Z][\w’'-]+) (?:said|added|says|told|argued|wrote|insisted|claimed),$")
# "Vale called it “a joke”, and that Lunt posted …": what is said after it is another's
_NEXT_CLAUSE = re.compile(
    r",? (?:and that|but that|while|whereas|before|after|when|adding|noting|insisting|stressing|describing|calling|"
    r"and (?:[A-Z]|another|others|a|the) ?\w*|"
    # "Vale described it as “a joke” and said he was sorry": the verb before has it
    r"and (?:(?:also|later|then|had|has) )?(?:said|told|wrote|added|asked|claimed|posted|sent|suggested|insisted|"
    r"denied|"
    r"argued|accepted|admitted|complained)) "
)
# The court "heard" and "was told", which credits nobody
_HEARD = re.compile(r"(?:heard|was told|were told|been told)$")
# A statement's own heading: "Statement attributable to Chief Superintendent Vale"
_ATTRIBUTABLE = re.compile(r"(?:(?:statement|comment|quote) )?(?:attributable to|attributed to|from)\b:?", re.I)
_ACCORDING = AnyCase(r"\baccording to\b")
# What verbs of saying do besides, where no words are quoted: "dismissed the constable", "posted a picture", "a call
# handler", "reports it to a sergeant", "what they thought of her"
_SAYS_THAT = r"(?!(?: (?:on|in|to|last|this|yesterday|today)\b[\w ’']{0,25})? that\b)"
_CLAIMS = one_of(
    *words("claims? allegations? suggestions? accusations? concerns? criticisms? reports? talk idea notion")
)
_NO_SPEECH = re.compile(
    rf"dismiss(?:es|ed|ing)?\b(?! (?:[\w’'-]+ ){{0,3}}?(?:{_CLAIMS}|as)\b)"
    rf"|post(?:s|ed|ing)?\b{_SAYS_THAT}|report(?:s|ed|ing)?\b{_SAYS_THAT}"
    r"|calls? (?:handl|tak|cent|operat|room)\w*|(?:thought|thinks?) of\b",
    re.I,
)


@dataclass(frozen=True)
class Quotation:
    """One quotation; offsets in characters, ``speaker`` the full name or the words that name a speaker.

    ``kind``: direct (a whole sentence), mixed (some words of one) or indirect (reported without marks); ``cue``: the
    verb of saying, if there is one.
    """

    start: int
    end: int
    kind: str
    speaker: str
    speaker_start: int | None
    speaker_end: int | None
    cue: str


@dataclass(frozen=True)
class _Frame:
    """A quotation, and where the sentence around it begins and ends, inside its paragraph."""

    head: int
    start: int
    end: int
    tail: int


class Quotations:
    """Puts an article's quotations into ``doc.user_data["quotes"]``; PERSON, BODY and FORCE must be marked before."""

    def __init__(self, vocabulary: Vocabulary):
        self.sayings = vocabulary.lexicon("sayings")
        self.genders = {row.form: row["gender"] for row in vocabulary["given_names"] if row["gender"]}

    def __call__(self, doc: Doc) -> Doc:
        text = source(doc)
        verbs = [(h.start, h.end) for h in self.sayings.finditer(text) if not _is_noun(text, h.start, h.end)]
        doc.user_data["quotes"] = _Reading(doc, verbs, self.genders).quotations()
        return doc


def _is_noun(text: str, start: int, end: int) -> bool:
    """ "The claims", "what they read": words of saying that say nothing; "the statement read: …" does."""
    if _BARE.fullmatch(text, start, end):
        return text[end : end + 1] not in {",", ".", ":"} and text[end : end + 2] not in {' "', " “"}
    if text[start:end].lower() == "identified":
        return _AS.match(text, end) is not None  # "a sergeant, identified only as Officer E, had …"
    if text[start:end].lower() in {"read", "reads"}:
        return text[end : end + 1] not in {":", ","} and text[end : end + 2] not in {' "', " “"}
    return _DETERMINED.search(text, max(start - 12, 0), start) is not None


_AS = re.compile(r"(?: \w+)? as\b")
# Said to say something only right beside it: "he went on, “…”", "“No,” she answered."
_BARE = re.compile(r"went on|goes on|answer(?:s|ed)?", re.I)
_DETERMINED = re.compile(r"\b(?:the|these|those|such|any|no|of|his|her|their|its|described) (?:the )?$", re.I)
_HE_SHE = re.compile(r"he|she", re.I)
_SOMEBODY = re.compile(rf"(?:the|an?) (?:[\w’'-]+ ){{0,3}}{PEOPLE}", re.I)
_SPEAKS = re.compile(r"sa(?:id|ys)|told|tells|add(?:s|ed)|argue[sd]|insist(?:s|ed)|warn(?:s|ed)|suggest(?:s|ed)", re.I)
FRAME = 1500  # characters
_FEW = 4  # words that, credited to nobody, are a title or a nickname
_OTHERS = 3  # verbs that are tried beside the nearest


class _Reading:
    """One article's marked words and verbs of saying, and who may speak."""

    def __init__(self, doc: Doc, verbs: list[tuple[int, int]], genders: Mapping[str, str]):
        self.text = source(doc)
        self.speakers = Speakers(doc, genders)
        self.credits = Credits(self.speakers)
        self.verbs = [verb for verb in verbs if not self.speakers.spoken(verb[0])]

    def quotations(self) -> list[Quotation]:
        found: list[Quotation] = []
        for start, end in self.speakers.marked:
            quotation = self._quotation(self._frame(start, end), found[-1] if found else None)
            if quotation:
                found.append(quotation)
        return sorted([*found, *self._indirect(found)], key=lambda quotation: quotation.start)

    def _frame(self, start: int, end: int) -> _Frame:
        # no sentence is longer than FRAME; a line without end must not cost its length for each mark
        low, high = max(start - FRAME, 0), min(end + FRAME, len(self.text))
        paragraph = max(self.text.rfind("\n", low, start) + 1, low)
        stop = self.text.find("\n", end, high)
        stop = high if stop < 0 else stop
        head = max((m.end() for m in _STOP.finditer(self.text, paragraph, start + 1)), default=paragraph)
        if _FULL_END.search(self.text[start:end]):
            follows = _AFTERWARDS.match(self.text, end, stop)
            return _Frame(head, start, end, follows.end() if follows else end)
        tail = _STOP_AFTER.search(self.text, end, stop)
        return _Frame(head, start, end, tail.end() if tail else stop)

    def _quotation(self, frame: _Frame, last: Quotation | None) -> Quotation | None:
        count = len(self._words(frame).split())
        whole = self._whole(frame)
        before = self.text[max(frame.head, frame.start - 20) : frame.start]
        credited = self.credits.in_words(frame.head, frame.start, frame.end, frame.tail)
        credited = credited or self.credits.captioned(frame.head, frame.start)
        if not whole and count < 4 and _NAMED_NOT_SAID.search(before):
            credited = credited or self.credits.by(frame.head, frame.start)
            if credited is None:
                return None
        verb = self._verb(frame)
        speaker = credited or (self._speaker(verb, frame) if verb else None)
        speaker = speaker or self.credits.sent(frame.head, frame.start) or self.credits.led_in(frame.head, frame.start)
        if speaker is None and verb is None:
            speaker = self.credits.for_whom(frame.head, frame.start) or self.credits.dashed(frame.end)
        if speaker is None and last and last.speaker and self._goes_on(last, frame.start):
            speaker = Speaker(last.speaker, last.speaker_start or 0, last.speaker_end or 0)
        if speaker is None and not whole:
            return None
        if speaker is None and verb is None:
            speaker = self._led_by(frame) or self.credits.acts_next(frame.end) or self._answers(frame, last)
            speaker = speaker or self.credits.stated(frame.start)
            speaker = speaker or self.credits.acts_before(frame.head, frame.start, self._words(frame))
        if speaker is None and count <= _FEW:
            return None
        at = (speaker.name, speaker.start, speaker.end) if speaker else ("", None, None)
        cue = self.text[slice(*verb)] if verb else ""
        return Quotation(frame.start, frame.end, "direct" if whole else "mixed", *at, cue)

    def _words(self, frame: _Frame) -> str:
        return self.text[frame.start : frame.end].strip("\"“”‘’'")

    def _whole(self, frame: _Frame) -> bool:
        """Whether a quotation is a sentence of its own, rather than some words of one."""
        told = self._words(frame)
        ended = _SENTENCE_END.search(told) or _UNCLOSED.fullmatch(self.text[frame.start : frame.end])
        return told[:1].isupper() and bool(ended or len(told.split()) > 8)

    def _verb(self, frame: _Frame) -> tuple[int, int] | None:
        """The verb of saying of the sentence around a quotation: the nearest one."""
        near = self._verbs(frame.head, frame.tail)
        if _NEXT_CLAUSE.match(self.text, frame.end) or self.text[frame.head : frame.start].rstrip().endswith(":"):
            near = [verb for verb in near if verb[1] <= frame.start] or near
        aside = next((verb for verb in near if _ASIDE.search(self.text, max(verb[0] - 24, 0), verb[1] + 1)), None)
        if aside and aside[1] <= frame.start:
            return aside
        return min(near, key=lambda verb: min(abs(verb[0] - frame.end), abs(frame.start - verb[1])), default=None)

    def _verbs(self, low: int, high: int) -> list[tuple[int, int]]:
        return self.verbs[bisect_left(self.verbs, (low, 0)) : bisect_left(self.verbs, (high, 0))]

    def _speaker(self, verb: tuple[int, int], frame: _Frame) -> Speaker | None:
        """Who speaks by a verb: before it; after it where English turns round, as in "…," said Ms Vale."""
        inverted = verb[0] >= frame.end and not self.text[frame.end : verb[0]].strip(" ,.\"”’'")
        if inverted:
            after = self.speakers.nearest(verb[1], min(frame.tail, verb[1] + REACH // 2), before=False)
            after = after or self.speakers.capitals_after(verb[1])
            if after:
                return after
        if self.text[slice(*verb)].lower() == "according to":
            return self.speakers.nearest(verb[1], min(frame.tail, verb[1] + REACH // 2), before=False)
        if verb[0] == frame.head and self.text[verb[1] - 3 : verb[1]] == "ing":  # "Calling it “vile”, Ms Vale …"
            return self.speakers.nearest(frame.end, min(frame.tail, frame.end + REACH), before=False)
        if self.text.startswith(" by ", verb[1]) and verb[1] < frame.start:
            return self.speakers.nearest(verb[1] + 4, frame.start, before=False)
        low = max(frame.head, verb[0] - REACH)
        if self.text.startswith("sho", verb[0]):
            return self._shows(low, verb)
        nearest, subject = verb, self.speakers.subject_of(low, verb)
        for other in reversed(self._verbs(low, verb[0])[-_OTHERS:]) if subject is None else ():
            verb, subject = other, self.speakers.subject_of(low, other)
            if subject:
                break
        if subject is None or _HEARD.search(self.text, *verb):
            subject = self.credits.by(frame.head, frame.start) or subject
        subject = subject or self.speakers.nearest(low, nearest[0], before=True)
        return (self._still_speaks(subject, frame) or subject) if subject else None

    def _still_speaks(self, subject: Speaker, frame: _Frame) -> Speaker | None:
        """Whom "he" means after a sentence in which somebody speaks of another: "The judge said Lunt had lied. “…,” he
        said."
        """
        pronoun = _HE_SHE.fullmatch(self.text, subject.start, subject.end)
        number = self.speakers.sentence(frame.head)
        before = self.speakers.sentences[number - 1] if pronoun and number else None
        led = self._reported(before) if before and not self.speakers.spoken(before.start) else None
        if led is None or not _SPEAKS.fullmatch(led[1]):
            return None
        somebody = led[0].name in self.speakers.people or _SOMEBODY.fullmatch(led[0].name)
        return led[0] if somebody and self.speakers.antecedents.may_be(led[0], pronoun.group().lower()) else None

    def _shows(self, low: int, verb: tuple[int, int]) -> Speaker | None:
        """ "The panel said Sgt Vale had shown “no insight”": who says so; a person who shows something says nothing."""
        for other in reversed(self._verbs(low, verb[0])):
            subject = self.speakers.subject_of(low, other)
            if subject:
                return subject
        subject = self.speakers.subject_of(low, verb)
        return None if subject is None or subject.person or subject.name in self.speakers.people else subject

    def _led_by(self, frame: _Frame) -> Speaker | None:
        """Who is reported to speak right before a quotation that opens a paragraph and credits nobody."""
        number = self.speakers.sentence(frame.start)
        if frame.head != frame.start or number < 1:
            return None
        before = self.speakers.sentences[number - 1]
        told = _ATTRIBUTABLE.match(before.text)
        if told:
            return self.speakers.nearest(before.start + told.end(), before.end, before=False)
        led = self._reported(before)
        return led[0] if led else None

    def _answers(self, frame: _Frame, last: Quotation | None) -> Speaker | None:
        """In an interview: "Was it fair? ¶ “It was.”": who spoke last."""
        number = self.speakers.sentence(frame.start)
        asked = number > 0 and self.speakers.sentences[number - 1].text.rstrip().endswith("?")
        if last is None or not last.speaker or frame.head != frame.start or not asked:
            return None
        return Speaker(last.speaker, last.speaker_start or 0, last.speaker_end or 0)

    def _goes_on(self, last: Quotation, start: int) -> bool:
        """Whether a quotation carries on from the last: after no more than the words that credit that one.

        In a new paragraph it must begin the paragraph: "…," said Ms Vale. ¶ "…"
        """
        between = self.text[last.end : start]
        inside = "\n" in between and not between.rstrip(" ").endswith("\n")
        if between.count("\n\n") > 1 or len(between) > 200 or inside:
            return False
        named = self.speakers.persons(last.end, start)
        return not named or named[0].name == last.speaker

    def _indirect(self, direct: Iterable[Quotation]) -> Iterator[Quotation]:
        """Sentences that report speech in the article's own words: "…, the IOPC said", "The IOPC said it cannot …"."""
        taken = {self.speakers.sentence(quotation.start) for quotation in direct}
        for sentence in self.speakers.sentences:
            if sentence.number not in taken and sentence.part == "body":
                told = self._according(sentence) or self._reported(sentence)
                if told:
                    speaker, cue = told
                    at = (speaker.name, speaker.start, speaker.end)
                    yield Quotation(sentence.start, sentence.end, "indirect", *at, cue)

    def _according(self, sentence: Sentence) -> tuple[Speaker, str] | None:
        """ "… according to a report": who is named there, and the words that say so."""
        told = _ACCORDING.search(sentence.text)
        if told is None:
            return None
        low = sentence.start + told.end()
        speaker = self.speakers.nearest(low, min(low + 60, sentence.end), before=False)
        return (speaker, sentence.text[slice(*told.span())]) if speaker else None

    def _reported(self, sentence: Sentence) -> tuple[Speaker, str] | None:
        """The first verb of saying that somebody stands beside."""
        for verb in self._verbs(sentence.start, sentence.end):
            if self.text[slice(*verb)].lower() == "according to" or _NO_SPEECH.match(self.text, verb[0]):
                continue
            low = max(sentence.start, verb[0] - REACH)
            shows = self.text.startswith("sho", verb[0])
            speaker = self._shows(low, verb) if shows else self.speakers.subject_of(low, verb)
            if speaker:
                return speaker, self.text[slice(*verb)]
        return None
