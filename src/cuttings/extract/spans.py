"""Mentions as spaCy spans, and the sentences they stand in."""

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from cuttings.vocabulary import Row


@dataclass(frozen=True)
class Sentence:
    """A sentence: offsets in characters, its paragraph's number, and ``headline``, ``standfirst`` or ``body``."""

    number: int
    start: int
    end: int
    paragraph: int
    part: str
    text: str


def source(doc: Doc) -> str:
    """The article's text. Kept beside the Doc: ``doc.text`` joins all tokens anew each time that it is asked for."""
    kept = doc.user_data
    if "text" not in kept:
        kept["text"] = doc.text
    return kept["text"]


def mark(doc: Doc, start: int, end: int, label: str, value: str, rule: str, **detail: str) -> Span | None:
    """Add ``source(doc)[start:end]`` to ``doc.spans[label]``; None when no token lies there.

    Offsets are characters. A boundary inside a token is moved outwards, so that the words stay whole.
    """
    span = doc.char_span(start, end, label=label, kb_id=value, span_id=rule, alignment_mode="expand")
    if span is None:
        return None
    if label not in doc.spans:
        doc.spans[label] = []
    doc.spans[label].append(span)
    _cover(doc, label)[span.start_char : span.end_char] = b"\1" * (span.end_char - span.start_char)
    if detail:
        doc.user_data.setdefault("detail", {})[_key(span)] = {k: v for k, v in detail.items() if v}
    return span


def mentions(doc: Doc, *labels: str) -> list[Span]:
    """The mentions with these labels, in order of the text."""
    groups = [doc.spans[label] for label in labels if label in doc.spans]
    count = sum(map(len, groups))
    # kept until more are marked: spaCy makes its spans anew each time that a group is gone through
    kept = doc.user_data.setdefault("mentions", {})
    if len(kept.get(labels, ())) != count:
        found = [span for group in groups for span in group]
        kept[labels] = sorted(found, key=lambda span: (span.start_char, span.end_char))
    return list(kept.get(labels, ()))


def words_of(span: Span) -> str:
    """The words of a mention; ``span.text`` joins its tokens anew each time."""
    return source(span.doc)[span.start_char : span.end_char]


def detail(span: Span) -> dict[str, str]:
    """What else the rule read of a mention: ``status`` of counted officers, ``role`` of a person …"""
    return span.doc.user_data.get("detail", {}).get(_key(span), {})


def cited(row: Row) -> str:
    """How a mention cites the vocabulary row that read it: ``forces.csv:12``."""
    return f"{row.table}.csv:{row.line}"


def note(span: Span, **more: str) -> None:
    """Add to what is known of a mention."""
    span.doc.user_data.setdefault("detail", {}).setdefault(_key(span), {}).update(more)


def sentences(doc: Doc) -> list[Sentence]:
    """The sentences of a Doc that ``sentences.split`` has been over."""
    return doc.user_data["sentences"]


def sentence_at(doc: Doc, offset: int) -> Sentence:
    """The sentence that holds a character offset (of the gap before a sentence: the one before)."""
    kept = doc.user_data
    return kept["sentences"][max(bisect_right(kept["sentence_starts"], offset) - 1, 0)]


def by_sentence(doc: Doc, *labels: str) -> list[list[Span]]:
    """The mentions with these labels, a list for each sentence."""
    starts = doc.user_data["sentence_starts"]
    found: list[list[Span]] = [[] for _ in starts]
    for span in mentions(doc, *labels):
        found[max(bisect_right(starts, span.start_char) - 1, 0)].append(span)
    return found


def mentions_between(doc: Doc, start: int, end: int) -> list[Span]:
    """The mentions of any label that begin between two character offsets; all must be marked before the first call."""
    if "by_sentence" not in doc.user_data:
        doc.user_data["by_sentence"] = by_sentence(doc, *doc.spans)
    first, last = sentence_at(doc, start).number, sentence_at(doc, max(end - 1, start)).number
    within = doc.user_data["by_sentence"][first : last + 1]
    return [span for spans in within for span in spans if start <= span.start_char < end]


def free(doc: Doc, start: int, end: int, label: str) -> bool:
    """Whether no mention with this label overlaps the characters ``start`` to ``end``."""
    return not any(_cover(doc, label)[start:end])


def _cover(doc: Doc, label: str) -> bytearray:
    # A byte a character: asking is then as long as the span, however many mentions there are.
    covers = doc.user_data.setdefault("cover", {})
    if label not in covers:
        covers[label] = bytearray(len(source(doc)))
    return covers[label]


def _key(span: Span) -> tuple[str, int, int]:
    return (span.label_, span.start_char, span.end_char)
