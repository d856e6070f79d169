"""Words between quotation marks: double and single, straight and curly, with a mark missing."""

import re
from collections.abc import Iterator

from cuttings.extract.patterns import any_in

_PARAGRAPH = re.compile(r"[^\n]+")
_OPEN = re.compile(r"“|(?<![\w.,!?])\"(?=\S)")
_CLOSE = re.compile(r"[”\"]")
# An apostrophe inside a word is no mark, nor is one after a plural ("officers' phones").
_SINGLE = re.compile(
    r"(?<!\w)‘([^‘’\n]|’(?=\w)){2,600}’(?!\w)"  # ‘it’s over’
    r"|(?<!\w)'(?=[A-Za-z£$])([^'\n]|(?<=\w)'(?=\w)){1,600}(?<=[\w.,!?*…])'(?!\w)"  # 'grossly offensive'
)


# A paragraph in single marks that goes on in the next one: ": 'A sergeant sets the tone. ¶ 'I thank her for it.'"
_GOES_ON = re.compile(r"(?:(?<=[:,] )|^)(?P<mark>['‘])(?=[A-Z])(?:[^'‘’\n]|(?<=\w)['’](?=\w)|(?<=s)['’](?= ))+$", re.M)
_NEXT_BEGINS = re.compile(r"\n+(?P<mark>['‘])(?=[A-Z])")


def marked(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each run of words between quotation marks, the marks included; never across a paragraph.

    >>> [text[s:e] for text in ["He said “it’s over” of the 'grossly offensive' posts"] for s, e in marked(text)]
    ['“it’s over”', "'grossly offensive'"]
    """
    for paragraph in _PARAGRAPH.finditer(text):
        at, stop = paragraph.span()
        double = any_in(paragraph.group(), ("“", '"'))
        while double and (opening := _OPEN.search(text, at, stop)) is not None:
            yield from _singles(text, at, opening.start())
            closing = _CLOSE.search(text, opening.end(), stop)
            at = closing.end() if closing else stop
            yield opening.start(), at
        yield from _singles(text, at, stop)


def _singles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if not any_in(text[start:end], ("‘", "'")):
        return
    at = start
    for match in _SINGLE.finditer(text, start, end):
        at = match.end()
        yield match.span()
    opened = _GOES_ON.search(text, at, end) if end == len(text) or text[end] == "\n" else None
    after = _NEXT_BEGINS.match(text, end) if opened else None
    if opened and after and after["mark"] == opened["mark"]:
        yield opened.span()
