"""Who is credited with marked words by no verb of saying: "in her words", "sent by Sgt Vale", "The chair: …"."""

import re

from cuttings.extract.patterns import one_of, words
from cuttings.extract.speech.named import Speaker
from cuttings.extract.speech.speakers import Speakers

# "were, in her words, “…”", "in the panel's phrase"
_IN_WORDS = re.compile(
    r"\bin (?P<who>his|her|their|its|(?:the |an? )?[\w’'. -]{2,40}?['’]s?) (?:own )?"
    r"(?:words?|phrase|view|opinion|telling|account|description)\b",
    re.I,
)
_PRONOUNS = {"his": "he", "her": "she", "their": "they", "its": "it"}
# "sent by ", "a report written by ", "was described by "
_BY = re.compile(
    r"\b"
    + one_of(
        *words("sent written posted typed shared composed captioned published issued described called branded"),
        *words("dismissed condemned labelled labeled praised characterised characterized summed"),
    )
    + r"(?: (?:up|on \w+|out))?(?P<by> by) (?:the |an? )?"
)
# "a message from Sgt Vale to Lunt read: “…”"
_FROM = re.compile(
    r"\b(?:message|text|post|e-?mail|reply|comment|note|tweet|voice note)(?: \w+)? from (?=(?:[PD]C |Sgt )?[A-Z])"
)
# "with the words “…”", "under the caption “…”"
_CAPTION = re.compile(
    r"\b(?:with|under|alongside) (?:the |a |his |her )?(?:\w+ )?"
    r"(?:words?|caption|comment|message|line|remark|text|hashtag)[,:]? $"
)
_DASH = re.compile(r"\s*(?:[–—]|--?) ?(?=\w)")
_FOR_WHOM = re.compile(r"For (?:[A-Z]|(?:the )?[\w’'-]+ (?:[A-Z]|of ))")
# “Of course it does.” She puts the lid back.
_SHE_ACTS = re.compile(r"[”\"]? (?P<who>[Hh]e|[Ss]he) [a-z]")
# "We lost nine", "My phone was mine": of the one who says it
_OF_ONESELF = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b")
# "Vale was dismissed without notice.": not of one who is about to speak
_IS_DONE_TO = re.compile(
    r"\b(?:was|were|is|are|been|be|being) (?:\w+ ){0,2}(?:\w+ed|found|given|told|sent|shown|put|held|left|made|struck|"
    r"seen|thrown|shot|kept|taken)\b|[?:]\s*$"
)
# "The chief has made the following statement after the hearing.", before a paragraph of marked words
_STATEMENT = re.compile(
    r"\b(?:made|makes|making|issued|issues|gave|gives|read(?: out)?|released|releases|put out)(?: \w+)? "
    r"(?:the following|this|a(?: \w+)?) (?:statement|remarks|address|message|reply|response)\b"
)
_NEAR = 40  # characters from the words that credit somebody to the marked ones


class Credits:
    """An article's ways to credit somebody with marked words."""

    def __init__(self, speakers: Speakers):
        self.speakers, self.text = speakers, speakers.text

    def by(self, low: int, high: int) -> Speaker | None:
        """Who sent, wrote or called it so, of a passive between two offsets: "sent by Sgt Vale"."""
        for match in reversed(self.speakers.unspoken(_BY.finditer(self.text, low, high))):
            told = self.speakers.nearest(match.end("by"), high, before=False)
            if told and told.start - match.end() < _NEAR:
                return told
        return None

    def sent(self, low: int, high: int) -> Speaker | None:
        """ "A message from Sgt Vale read: “…”": whose message it is."""
        for match in reversed(self.speakers.unspoken(_FROM.finditer(self.text, low, high))):
            told = self.speakers.persons(match.end(), high)
            if told and told[0].start - match.end() < _NEAR // 2:
                return told[0]
        return None

    def in_words(self, head: int, start: int, end: int, tail: int) -> Speaker | None:
        """Whose words those from ``start`` to ``end`` are called, in a sentence from ``head`` to ``tail``."""
        before = self.speakers.unspoken(_IN_WORDS.finditer(self.text, max(head, start - 2 * _NEAR), start))
        told = before[-1] if before else _IN_WORDS.search(self.text, end, min(tail, end + 2 * _NEAR))
        if told is None:
            return None
        if told["who"].lower() in _PRONOUNS:
            return self.speakers.opening(head, told.start()) or self.speakers.antecedents.of(
                told, _PRONOUNS[told["who"].lower()]
            )
        return self.speakers.nearest(*told.span("who"), before=False)

    def captioned(self, head: int, start: int) -> Speaker | None:
        """ "PC Vale posted a picture with the words “…”": whom the sentence is about."""
        told = _CAPTION.search(self.text, max(head, start - _NEAR), start)
        return self.speakers.opening(head, start) if told else None

    def for_whom(self, head: int, start: int) -> Speaker | None:
        """ "For Jo Vale, whose son died, it was “…”": who stands right after the first word."""
        named = self.speakers.persons(head, start) if _FOR_WHOM.match(self.text, head, start) else []
        return named[0] if named and named[0].start - head < _NEAR else None

    def dashed(self, end: int) -> Speaker | None:
        """ "“I never saw it.” – retired superintendent Jo Vale": who stands after a dash that follows the words."""
        told = _DASH.match(self.text, end)
        stop = self.text.find("\n", end) if told else -1
        named = self.speakers.persons(told.end(), stop if stop > 0 else len(self.text)) if told else []
        return named[0] if named and named[0].start - end < 2 * _NEAR else None

    def led_in(self, head: int, start: int) -> Speaker | None:
        """ "Jo Vale, the chair: “…”": whom a sentence is about that ends in a colon."""
        led = self.text[head:start].rstrip().endswith(":")
        return self.speakers.opening(head, start) if led else None

    def acts_next(self, end: int) -> Speaker | None:
        """ "“Of course it does.” She unscrews the jar": who does something right after the words."""
        acts = _SHE_ACTS.match(self.text, end)
        return self.speakers.antecedents.of(acts, acts["who"].lower()) if acts else None

    def stated(self, start: int) -> Speaker | None:
        """ "Jo Vale has made the following statement.": who is said to speak in the sentence before a paragraph."""
        number = self.speakers.sentence(start)
        if number < 1 or "\n" not in self.text[self.speakers.sentences[number - 1].start : start]:
            return None
        before = self.speakers.sentences[number - 1]
        told = None if self.speakers.spoken(before.start) else _STATEMENT.search(before.text)
        return self.speakers.opening(before.start, before.start + told.start()) if told else None

    def acts_before(self, head: int, start: int, words: str) -> Speaker | None:
        """ "Jo Vale, who leads the union, pointed to the figures. “We lost nine.”": who does something right before, of
        words that somebody says of their own.
        """
        number = self.speakers.sentence(start)
        if number < 1 or head != start or not _OF_ONESELF.search(words):
            return None
        before = self.speakers.sentences[number - 1]
        apart = "\n" in self.text[before.start : start]
        if apart or self.speakers.spoken(before.start) or _IS_DONE_TO.search(before.text):
            return None
        told = self.speakers.opening(before.start, before.end)
        return told if told and (told.person or told.name in self.speakers.people) else None
