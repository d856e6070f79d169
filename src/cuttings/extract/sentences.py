"""Sentence boundaries: paragraphs first, then full stops that end a sentence.

A paragraph break always ends a sentence: on news that lifts a plain sentence splitter's F from about 0.8 to 0.9.
"""

import re
from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc

from cuttings.extract.spans import Sentence, source

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-Þ0-9£$])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Sir|St|Sgt|Sergt|Insp|Supt|Det|Con|Cons|Cpl|Capt|Cmdr|Lt|Col|Gen|"
    r"Ch|Dep|Asst|Jr|Sr|Gov|Sen|Rep|Fr|No|Nos|vs?|approx|[A-Z]|(?:[A-Za-z]\.)+[A-Za-z])\.\s*$"
)


def bounds(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and paragraph number of each sentence, without the white space around it.

    >>> [text[s:e] for text in ["Sgt. Bell left. He quit."] for s, e, _ in bounds(text)]
    ['Sgt. Bell left.', 'He quit.']
    """
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        start = paragraph.start()
        for stop in _STOP.finditer(text, paragraph.start(), paragraph.end()):
            if _ABBREVIATION.search(text[max(start, stop.start() - 12) : stop.start() + 1]):
                continue
            yield from _trimmed(text, start, stop.end(), number)
            start = stop.end()
        yield from _trimmed(text, start, paragraph.end(), number)


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Iterator[tuple[int, int, int]]:
    words = text[start:end].strip()
    if words:
        start += text[start:end].index(words[0])
        yield start, start + len(words), paragraph


def split(doc: Doc) -> Doc:
    """Set the Doc's sentence boundaries and the list that ``spans.sentences`` gives.

    The first paragraph is the headline when it is the title that the caller put in ``doc.user_data["title"]``.
    """
    title, standfirst = doc.user_data.get("title", ""), doc.user_data.get("standfirst", "")
    found = []
    paragraphs = {number: match.group().strip() for number, match in enumerate(_PARAGRAPH.finditer(source(doc)))}
    for number, (start, end, paragraph) in enumerate(bounds(source(doc))):
        part = "body"
        if title and paragraph == 0 and paragraphs[0] == title:
            part = "headline"
        elif standfirst and paragraph <= 1 and paragraphs[paragraph] == standfirst:
            part = "standfirst"
        found.append(Sentence(number, start, end, paragraph, part, source(doc)[start:end]))
    doc.user_data["sentences"] = found
    # in one array: setting token.is_sent_start looks through the whole Doc each time
    ends = np.array([token.idx + len(token) for token in doc])
    starts = np.full(len(doc), -1, dtype=np.int64)
    starts[np.unique(np.searchsorted(ends, [sentence.start for sentence in found], side="right"))] = 1
    doc.from_array(["SENT_START"], starts.astype(np.uint64)[:, None])
    return doc
