"""Which matter each part of an article tells of: its main one, another, or none (context).

An article opens on its main matter. Some words open another ("It comes as", "separately", "previous probes", another
force with its own officers), some deny a link ("not linked to …"), some only give context (a review, a plan, figures).
A sentence that speaks of the main matter's own officers, unit or names leads back.

The result is a list of segments, since one sentence can leave the main matter half-way.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from cuttings.extract.spans import Sentence, by_sentence, detail, mentions, note, sentence_at, sentences, source

MAIN = 0


@dataclass(frozen=True)
class Segment:
    """Characters ``start`` to ``end`` tell of ``account`` (None: context), because of ``cue``."""

    start: int
    end: int
    account: int | None
    cue: str


@dataclass(frozen=True)
class Relation:
    """The article says that account ``left`` is ``linked``, ``not_linked`` or ``similar`` to account ``right``."""

    left: int
    right: int
    relation: str
    start: int
    end: int


_MOVES_ON = re.compile(
    r"[\"“‘']?(?:(?:it|this|that|which|the (?:case|news|revelations?|investigation|probe|announcement|disclosure|move|scandal|allegations?|(?:\w+ )?messages|claims|hearing|verdict|ruling))"
    r" (?:all )?(?:also )?(?:comes?|came|coming|follow(?:s|ed)?|is the latest|marks the latest)\b|separately\b|in (?:a|an|another) (?:separate|unrelated|different|similar|earlier|previous)\b|"
    r"in another (?:case|incident|force|matter)|elsewhere\b|meanwhile\b|another force\b|previously,|"
    r"an? (?:second|third|separate|further|different|unrelated|similar) (?:file|case|investigation|inquiry|probe|matter|complaint|hearing|trial)\b|"
    r"(?:it|this) (?:is|was) (?:not the first|(?:just )?the (?:second|third|fourth|fifth|latest) (?:such )?(?:case|incident|scandal|matter|time))\b|"
    r"nor (?:is|was|are|were) [\w ’']{2,40} alone\b)",
    re.I,
)
_DATED_START = re.compile(
    r"(?:(?:and|but|also|just|only|even) )*(?:this weekend|last (?:year|month|week|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)|"
    r"earlier this (?:year|month|week)|(?:\w+ )?(?:years?|months?|weeks?) (?:ago|earlier)|in (?:january |february |march |april |may |june |july |august |september |october |november |december )?20\d\d,|on (?:mon|tues|wednes|thurs|fri|satur|sun)day an? )",
    re.I,
)
_OTHER_INSIDE = re.compile(
    r"(?<!the other)(?<!of other)\b(?:previous|earlier|past|(?<!the )other|similar|recent|separate|unrelated|different|another|prior|second) (?:[\w-]+ ){0,2}?(?:probes?|cases?|investigations?|scandals?|revelations|incidents?|inquir(?:y|ies)|controvers(?:y|ies)|matters?)\b"
    r"|\b(?:bore|bears|bear|has|have) (?:\w+ )?similarities (?:to|with)\b|\bsimilar to\b|\breminiscent of\b|\bechoes (?:of )?|\bon top of\b|\blatest in a (?:string|series|line) of\b|\bfollows the case of\b|\bjust (?:days|weeks|months) after\b",
    re.I,
)
_NO_LINK = re.compile(
    r"\b(?:nor (?:has|is|was|does) (?:it|this|the case) (?:anything )?(?:to do with|(?:linked|connected|related) to)|(?:has|have|had) (?:nothing|not anything) to do with|"
    r"(?:is|are|was|were|be) (?:also )?(?:not|in no way|neither) (?:\w+ )?(?:linked|connected|related|tied)|not (?:thought|believed|understood) to be (?:linked|connected|related)|"
    r"unrelated|unconnected|no (?:known )?(?:link|connection)s?|(?:separate|distinct) from|nothing to do with)(?: (?:to|with|between|from|that))?\b",
    re.I,
)
_LINKED = re.compile(
    r"\b(?:is|are|was|were|be) (?:also )?(?:(?:thought|believed|understood) to be )?(?:linked|connected|related) to\b|\b(?:arose|stem(?:s|med)) from (?=the case|an? )", re.I
)
# The whole of the sentence tells of the other matter: "He was dismissed last year over a different matter".
_ABOUT_ANOTHER = re.compile(
    r"\b(?:over|for|on|in|about|after|to do with|because of|as part of) (?:[\w’' ]{0,30}\b)?[\"“‘']?(?:an?|another|some) (?:(?:entirely|wholly|completely) )?"
    r"(?:different|unrelated|separate|other) (?:[\w-]+ )?(?:matter|case|incident|issue|allegation|complaint)s?\b",
    re.I,
)
_BOTH = re.compile(r"\b(?:two|both|cases|matters|incidents|they|these|investigations|inquiries)\b", re.I)
_SIMILAR = re.compile(r"similarit|similar to|reminiscent|echoes|on top of", re.I)
_CONTEXT = re.compile(
    r"\b(?:review|report into|inquiry into the (?:culture|force|standards)|culture (?:of|at|in)|statistics|figures|survey|campaign(?:ers?)?|reform|root(?:ing)? out|clean up|crack(?:ing)? down|"
    r"strateg(?:y|ies)|plans? (?:for|to)|new (?:unit|powers|command|guidance|policy)|online abuse|public confidence|trust in (?:the )?polic|vetting|polling|poll)\b",
    re.I,
)
_BACK = re.compile(
    r"\b(?:(?:all|both) (?:of )?(?:the )?(?:officers|men|women|two|three|four|five|six|seven|eight|nine|ten|\d+)|the (?:officers?|pair|trio|group chat|whatsapp group|chat|panel|hearing|messages|investigation|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|former officers?|constables?|sergeants?)|these officers|those officers)\b",
    re.I,
)
_ONE = re.compile(r"(?:he|she|his|her|the officer|that officer)\b", re.I)
_GOES_ON = re.compile(r"[\"“‘']|(?:he|she|they|it|his|her|their|its|this|these|those|that|but|and|however|in it)\b", re.I)
_MESSAGES = re.compile(
    r"\b(?:messag\w*|texts?|texted|texting|whatsapp\w*|chats?|group chat|posts?|posted|posting|e-?mails?|memes?|images?|photo(?:graph)?s?|pictures?|videos?|tweets?|tweeted|facebook|instagram|"
    r"snapchat|telegram|signal|social media|voice notes?|recordings?|recorded|remarks|comments|footage)\b",
    re.I,
)
_UNDER_WAY = re.compile(r"\bcame to light\b|\bemerged\b|\bdiscovered\b|\buncovered\b|\bsearched\b|\bseized\b", re.I)
_WORD = re.compile(r"[a-z]{6,}")
_COMMON = frozenset(
    "police officer officers former serving messages message posted investigation investigated allegations alleged misconduct offensive whatsapp "
    "station county before between because against following another including during member members colleague colleagues understood".split()
)


class Accounts:
    """Puts segments and relations into ``doc.user_data``, and notes ``account`` on every mention."""

    def __call__(self, doc: Doc) -> Doc:
        reader = _Reader(doc)
        for sentence in sentences(doc):
            reader.read(sentence)
        segments, relations = _settled(doc, reader.segments, reader.relations)
        doc.user_data["segments"], doc.user_data["relations"] = segments, relations
        at = iter(segments)
        segment = next(at, None)
        for span in mentions(doc, *doc.spans):
            while segment is not None and span.start_char >= segment.end:
                segment = next(at, segment) if segment is not segments[-1] else None
            if segment is not None and segment.account is not None:
                note(span, account=str(segment.account))
        return doc


class _Reader:
    """Goes through the sentences in order; what it remembers is the matter it is in and what the main one is."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.marked = by_sentence(doc, *doc.spans)
        self.segments: list[Segment] = []
        self.relations: list[Relation] = []
        self.current: int | None = MAIN
        self.last = MAIN
        self.main_forces = _lead_forces(doc, self.marked)
        self.main_people: set[str] = set()
        self.main_total = _lead_totals(self.marked)
        self.paragraph = -1
        self.before: int | None = None  # the matter that a paragraph of context has interrupted
        self.single: int | None = None  # the account that spoke last of one officer
        self.counts: dict[str, int] = {}  # how many officers: the account that told it

    def read(self, sentence: Sentence) -> None:
        spans = self.marked[sentence.number]
        opens_paragraph = sentence.paragraph != self.paragraph
        self.paragraph = sentence.paragraph
        if sentence.part != "body" or sentence.number == 0:
            self._add(sentence.start, sentence.end, MAIN, "opening")
        elif not self._split(sentence):
            self.current, cue = self._move(sentence, spans, opens_paragraph)
            self._add(sentence.start, sentence.end, self.current, cue)
        if self.current == MAIN:
            self.main_people |= {s.kb_id_ for s in spans if s.label_ == "PERSON" and detail(s).get("role") in {"officer", "former_officer"}}
        for span in spans:
            if span.label_ == "OFFICERS" and detail(span).get("head") == "police":
                account = self._account_at(span.start_char)
                self.single = account if span.kb_id_ == "1" else self.single
                self.counts.setdefault(span.kb_id_, account if account is not None else MAIN)

    def _split(self, sentence: Sentence) -> bool:
        """Leave the matter half-way: "The case is not linked to previous probes …", "… bore similarities to …"."""
        if self.current is None or _MOVES_ON.match(sentence.text):
            return False
        about = _ABOUT_ANOTHER.search(sentence.text)
        if about and _tells(self.doc, sentence.start, sentence.end) and not _UNDER_WAY.search(sentence.text):
            new = self._new()
            self._add(sentence.start, sentence.end, new, about.group())
            self.relations.append(Relation(MAIN, new, "not_linked", sentence.start, sentence.end))
            return True
        match = _NO_LINK.search(sentence.text) or _LINKED.search(sentence.text) or _OTHER_INSIDE.search(sentence.text)
        if match is None:
            return False
        rest = sentence.start + match.end()
        first = sentence.start + match.start() if match.re is _OTHER_INSIDE else rest
        counted = any(s.label_ == "OFFICERS" and detail(s).get("head") == "police" for s in mentions_between(self.doc, first, sentence.end))
        if not (counted or _tells(self.doc, first, sentence.end)):
            if match.re is _NO_LINK and self.last and _BOTH.search(sentence.text[: match.start()]):
                self._add(sentence.start, sentence.end, MAIN, match.group())
                self.relations.append(Relation(MAIN, self.last, "not_linked", sentence.start, sentence.end))
                self.current = MAIN
                return True
            return False
        new = self._new()
        relation = "not_linked" if match.re is _NO_LINK else "linked" if match.re is _LINKED else "similar" if _SIMILAR.search(match.group()) else ""
        self._add(sentence.start, first, self.current, "stays")
        self._add(first, sentence.end, new, match.group())
        if any(s.label_ == "OFFICERS" and s.kb_id_ == "1" for s in mentions_between(self.doc, first, sentence.end)):
            self.single = new
        if relation:
            self.relations.append(Relation(self.current or MAIN, new, relation, sentence.start, sentence.end))
        if match.re is _OTHER_INSIDE and self.current != MAIN:
            self.current = new
        elif match.re is _OTHER_INSIDE and relation == "similar" and match.start() < 40:
            self.current = new
        return True

    def _move(self, sentence: Sentence, spans: list[Span], opens_paragraph: bool) -> tuple[int | None, str]:
        text = sentence.text
        forces = {s.kb_id_ for s in spans if s.label_ == "FORCE" and detail(s).get("role") not in {"investigating", "former"}}
        contrast = [s for s in spans if s.label_ == "OFFICERS" and detail(s).get("kind") == "contrast"]
        if contrast:
            return self.counts.get(contrast[0].kb_id_) or self._new(), contrast[0].text
        if self.single and self.current == MAIN and _ONE.match(text) and self.main_total and not self.main_people:
            return self.single, "the one officer of another matter"
        if self._is_main(spans, text):
            return MAIN, "main matter's own officers"
        moved = _MOVES_ON.match(text)
        if moved is None and (not self._same_force(forces) or self.current != MAIN or self._newcomer(spans)):
            moved = _DATED_START.match(text)
        if moved and not (self.current not in (MAIN, None) and re.match(r"this followed|it follows", text, re.I)):
            if _tells(self.doc, sentence.start, sentence.end) and not self._context(text, spans):
                return self._new(), moved.group()
            self.before = None
            return (None, moved.group()) if _MOVES_ON.match(text) and not _BACK.search(text) else (self.current, "goes on")
        if self._context(text, spans):
            self.before = self.current if self.current is not None else self.before
            return None, "context"
        if self.current is None and self.before is not None and opens_paragraph and not _GOES_ON.match(text):
            self.current, self.before = self.before, None
        if forces and not self._same_force(forces) and _own_subject(spans) and _tells(self.doc, sentence.start, sentence.end):
            return (self.current, "goes on") if self.current not in (MAIN, None) and not opens_paragraph else (self._new(), "another force")
        if self.current is None and opens_paragraph and (self._same_force(forces) and _own_subject(spans) or _BACK.search(text)):
            return MAIN, "back to the main matter"
        return self.current, "goes on"

    def _is_main(self, spans: list[Span], text: str) -> bool:
        if {s.kb_id_ for s in spans if s.label_ == "PERSON"} & self.main_people:
            return True
        totals = {s.kb_id_ for s in spans if s.label_ == "OFFICERS" and detail(s).get("kind") == "definite"}
        return bool(totals & self.main_total)

    def _same_force(self, forces: set[str]) -> bool:
        return not forces or bool(forces & self.main_forces) or not self.main_forces

    def _context(self, text: str, spans: list[Span]) -> bool:
        if _own_subject(spans) or any(s.label_ in {"STAGE", "SANCTION"} and detail(s).get("assertion") == "asserted" for s in spans):
            return False
        named = [(s.start_char, s.end_char) for s in spans if s.label_ in {"BODY", "FORCE", "UNIT"}]
        start = spans[0].sent.start_char if spans else 0
        return any(not any(a <= start + m.start() < b for a, b in named) for m in _CONTEXT.finditer(text))

    def _newcomer(self, spans: list[Span]) -> bool:
        """Whether police are counted who are new and not as many as the main matter's."""
        return any(
            s.label_ == "OFFICERS" and detail(s).get("head") == "police" and detail(s).get("kind") == "new" and s.kb_id_ not in self.main_total
            for s in spans
        ) and bool(self.main_total or self.single == MAIN)

    def _account_at(self, offset: int) -> int | None:
        return next((s.account for s in reversed(self.segments) if s.start <= offset < s.end), None)

    def _new(self) -> int:
        self.last += 1
        return self.last

    def _add(self, start: int, end: int, account: int | None, cue: str) -> None:
        if end > start:
            self.segments.append(Segment(start, end, account, cue))


def _lead_forces(doc: Doc, marked: list[list[Span]]) -> set[str]:
    """The forces of the opening: those of the headline and of the first sentences up to the first that names one."""
    found: set[str] = set()
    for sentence, spans in zip(sentences(doc), marked, strict=True):
        own = {s.kb_id_ for s in spans if s.label_ == "FORCE" and detail(s).get("role") not in {"investigating", "former"}}
        found |= own
        if (found and sentence.part == "body") or sentence.number > 8:
            break
    return found


def _lead_totals(marked: list[list[Span]]) -> set[str]:
    counts = [s for spans in marked[:6] for s in spans if s.label_ == "OFFICERS" and s.kb_id_.isdigit() and int(s.kb_id_) > 1]
    return {s.kb_id_ for s in counts}


def _own_subject(spans: list[Span]) -> bool:
    """Whether police stand in the sentence as those it is about."""
    return any(
        (s.label_ == "OFFICERS" and detail(s).get("head") == "police" and detail(s).get("kind") != "definite")
        or (s.label_ == "PERSON" and detail(s).get("role") in {"officer", "former_officer"})
        for s in spans
    )


def _tells(doc: Doc, start: int, end: int) -> bool:
    """Whether these words could tell of a matter of the beat: police in them, and messages, conduct or a proceeding."""
    spans = [s for s in mentions_between(doc, start, end)]
    police = any(s.label_ in {"OFFICERS", "FORCE"} or detail(s).get("role") in {"officer", "former_officer"} for s in spans)
    conduct = any(s.label_ in {"ALLEGATION", "PLATFORM"} for s in spans) or bool(_MESSAGES.search(source(doc), start, end))
    proceeding = any(s.label_ in {"STAGE", "SANCTION"} and detail(s).get("assertion") == "asserted" for s in spans)
    return (police or bool(re.search(r"\bpolice (?:officers|staff)\b|\bofficers?\b", source(doc)[start:end]))) and (conduct or proceeding)


def mentions_between(doc: Doc, start: int, end: int) -> list[Span]:
    """The mentions that begin between two offsets."""
    if "by_sentence" not in doc.user_data:
        doc.user_data["by_sentence"] = by_sentence(doc, *doc.spans)
    first, last = sentence_at(doc, start).number, sentence_at(doc, max(end - 1, start)).number
    within = doc.user_data["by_sentence"][first : last + 1]
    return [span for spans in within for span in spans if start <= span.start_char < end]


def _settled(doc: Doc, segments: list[Segment], relations: list[Relation]) -> tuple[list[Segment], list[Relation]]:
    """Join other accounts that are one matter, drop those that tell of none, and number them in order."""
    texts: dict[int, str] = {}
    for segment in segments:
        if segment.account:
            texts[segment.account] = texts.get(segment.account, "") + " " + source(doc)[segment.start : segment.end]
    people = {n: {s.kb_id_ for g in segments if g.account == n for s in mentions_between(doc, g.start, g.end) if s.label_ == "PERSON"} for n in texts}
    told_apart = {pair for r in relations for pair in ((r.left, r.right), (r.right, r.left))}
    alias: dict[int, int] = {MAIN: MAIN}
    kept: list[int] = []
    for number, text in texts.items():
        twin = next((k for k in kept if (k, number) not in told_apart and _alike(people, texts, k, number)), None)
        if twin is None:
            kept.append(number)
            alias[number] = len(kept)
        else:
            alias[number] = alias[twin]
            people[twin] |= people[number]
    settled = [replace(s, account=None if s.account is None else alias[s.account]) for s in segments]
    moved = [replace(r, left=alias[r.left], right=alias[r.right]) for r in relations if alias[r.left] != alias[r.right]]
    return settled, moved


def _alike(people: dict[int, set[str]], texts: dict[int, str], left: int, right: int) -> bool:
    """Whether two passages tell of one matter: a person of both, or words that few passages share."""
    return bool(people[left] & people[right]) or len(_rare(texts[left]) & _rare(texts[right])) >= 2


def _rare(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _COMMON
