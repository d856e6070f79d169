"""What a sentence speaks of: police as those it is about, a matter of the beat, or only context."""

import re
from collections.abc import Iterable

from spacy.tokens import Doc, Span

from cuttings.extract.counts.numbers import bounds
from cuttings.extract.patterns import AnyCase, one_of
from cuttings.extract.spans import detail, mentions_between, sentences, source

_MESSAGES = one_of(
    # but not "it would send the wrong message"
    r"(?<!wrong )(?<!right )(?<!clear )(?<!strong )(?<!stark )(?<!powerful )(?<!simple )messag\w*",
    *("texts?", "texted", "texting", r"whatsapp\w*", "chats?", "group chat", "posts?", "posted"),
    *("posting", "e-?mails?", "memes?", "images?", "photo(?:graph)?s?", "pictures?", "videos?", "tweets?", "tweeted"),
    *("facebook", "instagram", "snapchat", "telegram", "signal", "social media", "voice notes?", "recordings?"),
    *("recorded", "remarks", "comments", "footage"),
)
MESSAGE = re.compile(rf"\b{_MESSAGES}\b", re.I)
LEAVING = frozenset({"resigned", "retired"})  # sanctions that nobody sets
# A sanction that an authority sets at the end concludes a matter; a duty status or a resignation does not.
CONCLUDING = {
    "dismissed": "concluded_sanction",
    "would_have_been_dismissed": "concluded_sanction",
    "final_written_warning": "concluded_sanction",
    "written_warning": "concluded_sanction",
    "reflective_practice": "concluded_sanction",
    "management_action": "concluded_sanction",
    "barred": "concluded_sanction",
    "imprisoned": "sentenced",
    "suspended_sentence": "sentenced",
    "community_order": "sentenced",
}
AWAITING = frozenset({"charged", "criminal_trial", "misconduct_hearing"})  # stages that lead to an outcome
_POLICE = re.compile(r"\bpolice (?:officers|staff)\b|\bofficers?\b")
_CONTEXT = AnyCase(
    r"\b"
    + one_of(
        *("review", "report into", "inquiry into the (?:culture|force|standards)", "culture (?:of|at|in)"),
        *("statistics", "figures", "survey", "campaign(?:ers?)?", "reform"),
        *("root(?:ing)? out", "clean up", "crack(?:ing)? down", "strateg(?:y|ies)", "plans? (?:for|to)"),
        *("new (?:unit|powers|command|guidance|policy)", "online abuse", "public confidence"),
        *("trust in (?:the )?polic", "vetting", "polling", "poll"),
    )
    + r"\b",
)


def is_officer(span: Span) -> bool:
    """Whether a mention is of a named officer, serving or former."""
    return span.label_ == "PERSON" and detail(span).get("role") in {"officer", "former_officer"}


def counts_police(span: Span) -> bool:
    """Whether a mention counts police, rather than "men" or a bare number."""
    return span.label_ == "OFFICERS" and detail(span).get("head") == "police"


def counts_anew(span: Span) -> bool:
    """Whether a mention counts police who were not told of before: "two constables", not "the two"."""
    return counts_police(span) and detail(span).get("kind") == "new"


def about_police(spans: Iterable[Span]) -> bool:
    """Whether police stand in a sentence as those it is about."""
    return any((counts_police(span) and detail(span).get("kind") != "definite") or is_officer(span) for span in spans)


def forces_of(spans: Iterable[Span]) -> set[str]:
    """The forces of a sentence, but for those that only investigate, or that somebody used to belong to; one that may
    look into its own where it names no other.
    """
    told = [(span.kb_id_, detail(span).get("role")) for span in spans if span.label_ == "FORCE"]
    own = {name for name, role in told if role not in {"investigating", "inquiring", "former", "unnamed"}}
    return own or {name for name, role in told if role == "inquiring"}


def tells(doc: Doc, start: int, end: int) -> bool:
    """Whether these words could tell of a matter of the beat: police in them, and messages, conduct or a proceeding."""
    spans, text = mentions_between(doc, start, end), source(doc)
    police = any(span.label_ in {"OFFICERS", "FORCE"} or is_officer(span) for span in spans)
    if not police and not _POLICE.search(text[start:end]):
        return False
    conduct = any(span.label_ in {"ALLEGATION", "PLATFORM"} for span in spans)
    return conduct or proceeding(spans) or MESSAGE.search(text, start, end) is not None


def is_context(text: str, spans: list[Span]) -> bool:
    """Whether a sentence only sets the scene: a review, a plan, figures; with nobody in it whom it is about.

    A word of such is none inside the name of a body, force or unit: "Police Vetting Unit".
    """
    if about_police(spans) or proceeding(spans):
        return False
    found = [match.start() for match in _CONTEXT.finditer(text)]
    if not found or not spans:
        return bool(found)
    named = [(s.start_char, s.end_char) for s in spans if s.label_ in {"BODY", "FORCE", "UNIT"}]
    start = spans[0].sent.start_char
    return any(not any(a <= start + at < b for a, b in named) for at in found)


def proceeding(spans: Iterable[Span]) -> bool:
    """Whether a stage or a sanction is reported."""
    return any(s.label_ in {"STAGE", "SANCTION"} and detail(s).get("assertion") == "asserted" for s in spans)


def is_over(spans: Iterable[Span]) -> bool:
    """Whether it is reported that somebody was dismissed, warned, convicted or sentenced."""
    reported = [s for s in spans if s.label_ in {"STAGE", "SANCTION"} and detail(s).get("assertion") == "asserted"]
    return any(s.kb_id_ in _OVER or (s.label_ == "SANCTION" and s.kb_id_ not in _UNDER_WAY) for s in reported)


_OVER = frozenset({"concluded_sanction", "convicted", "sentenced"})
_UNDER_WAY = LEAVING | {"suspended", "restricted_duties", "no_action"}  # sanctions that end no matter


def lead_forces(doc: Doc, marked: list[list[Span]]) -> set[str]:
    """The forces of the opening: those of the headline and of the first sentences up to the first that names one, or
    as many as it speaks of ("officers from two forces").

    ``marked``: the mentions of each sentence.
    """
    found: set[str] = set()
    wanted = 1
    for sentence, spans in zip(sentences(doc), marked, strict=True):
        found |= forces_of(spans)
        several = _SEVERAL_FORCES.search(sentence.text)
        wanted = max(wanted, bounds(several[1])[0] if several else 1)
        enough = len(found) >= wanted or (found and sentence.number >= _LEAD)
        if (enough and sentence.part == "body") or sentence.number > 8:
            break
    return found


_SEVERAL_FORCES = re.compile(r"\b(?:from|at|in|of|by|across) (two|three|four|five) (?:\w+ )?(?:police )?forces\b", re.I)
_LEAD = 5  # sentences


_OF_SOME = frozenset({"officers:acted", "officers:and_acted", "officers:team"})  # how many of them it is that …


def lead_totals(marked: list[list[Span]]) -> set[str]:
    """How many officers the first six sentences count, where it is more than one; not "two of their colleagues"."""
    told = [span for spans in marked[:6] for span in spans if span.label_ == "OFFICERS" and span.id_ not in _OF_SOME]
    counted = {span.kb_id_ for span in told}
    return {count for count in counted if count.isdigit() and int(count) > 1}
