"""What the set phrases of a page take along: the list under ``Most read``, tags, readers' comments.

The lines are marked in one pass, each looked at once or twice however many phrases there are.
"""

import re
from collections.abc import Callable, Sequence

from cuttings.plaintext import phrases
from cuttings.plaintext.lines import Line, content_words, is_headline, is_prose, overlap, vocabulary, words
from cuttings.plaintext.phrases import Phrase, Reach
from cuttings.plaintext.titles import HEADLINE

_SURE = 0.35  # of its content words a paragraph that goes on has in common with those before it
_OWN = 0.25  # a paragraph at the end of the text has at least; and so much it counts that somebody is quoted
_STRANGE = 0.2  # two paragraphs together have at least; a teaser has no more
_FEW = 40  # content words seen, below which two paragraphs running are the article's, whatever they tell of
_SHORT = 10  # lines of a list after which the article may go on with somebody new
_WHOLE = 8  # words of a paragraph that a page keeps among its own
_TAG = 5  # words
_MOST_COMMENTS = 20  # headings of comments that are tried
_SAID = re.compile(r"\b(?:said|says|told|added)\b")
_REPLY = re.compile(
    r"(?:reply|report|like|\d+ ?(?:m|h|d|minutes?|hours?|days?|weeks?|months?) ago|\d+ likes?)", re.IGNORECASE
)


def mark(lines: Sequence[Line], chosen: bool = False) -> None:
    """Give a reason to each set phrase among the lines, and to what it takes along: no paragraph of chosen lines."""
    found = [(at, phrase) for at, line in enumerate(lines) if line.kept and (phrase := phrases.find(line.text))]
    for at, phrase in found:
        lines[at].reason = phrase.reason
    _comments(lines, [at for at, phrase in found if phrase.reach is Reach.REST])
    _Lists(lines, chosen).mark(found)


def _comments(lines: Sequence[Line], headings: Sequence[int]) -> None:
    """Readers' comments, with all that comes after them; not what comes after a button that leads to them."""
    texts = [at for at, line in enumerate(lines) if line.kept and is_prose(line.text)]
    for at in headings[:_MOST_COMMENTS]:
        rest = [line.text for line in lines[at + 1 :] if line.kept]
        short = sum(not is_prose(text) for text in rest)
        answered = any(_REPLY.fullmatch(text) for text in rest[:12])
        if texts and texts[0] < at and (answered or short * 2 >= len(rest) > 0):
            for line in lines[at:]:
                line.reason = line.reason or "comments"
            return


class _Lists:
    """Goes through the phrases in order, knowing which words of the article came where."""

    def __init__(self, lines: Sequence[Line], chosen: bool) -> None:
        self.lines, self.chosen = lines, chosen
        self.known = vocabulary(lines)
        self.seen: set[str] = set()
        self.at = 0
        self.last = max((at for at, line in enumerate(lines) if line.kept and is_prose(line.text)), default=-1)

    def mark(self, found: Sequence[tuple[int, Phrase]]) -> None:
        for at, phrase in found:
            if at < self.at:
                continue  # a list that began before has taken it
            self._read_to(at)
            if phrase.reach is Reach.LIST:
                self.at = self._end_of_list(at)
            elif phrase.reach is Reach.TAGS:
                self.at = self._end_of(at, self._is_tag)
            elif phrase.reason in ("related", "newsletter"):
                self.at = self._end_of(at, self._is_under)
            for line in self.lines[at + 1 : self.at]:
                line.reason = line.reason or ("teaser" if phrase.reach is Reach.LIST else phrase.reason)

    def _read_to(self, at: int) -> None:
        for line in self.lines[self.at : at]:
            if line.reason in ("", HEADLINE) and (is_prose(line.text) or is_headline(line.text)):
                self.seen |= content_words(line.text)
        self.at = at

    def _end_of_list(self, at: int) -> int:
        """Where the list under a heading ends: where the article's own text goes on."""
        for index in range(at + 1, len(self.lines)):
            line = self.lines[index]
            if line.kept and is_prose(line.text) and self._goes_on(index, short=index - at <= _SHORT):
                return index
        return len(self.lines)

    def _goes_on(self, at: int, short: bool) -> bool:
        text = self.lines[at].text
        if not self.seen or (self.chosen and len(words(text)) >= _WHOLE):
            return True
        following = (self.lines[index] for index in range(at + 1, len(self.lines)))
        after = next((line.text for line in following if line.kept), "")
        near = overlap(text, self.seen) + (_OWN if short and _SAID.search(text) else 0)
        if near >= (_SURE if after else _OWN):
            return True
        return is_prose(after) and (near + overlap(after, self.seen) >= _STRANGE or len(self.seen) < _FEW)

    def _end_of(self, at: int, belongs: Callable[[int], bool]) -> int:
        for index in range(at + 1, len(self.lines)):
            if not self.lines[index].kept or not belongs(index):
                return index
        return len(self.lines)

    def _is_tag(self, at: int) -> bool:
        return len(words(self.lines[at].text)) <= _TAG and not is_prose(self.lines[at].text)

    def _is_under(self, at: int) -> bool:
        """Whether a headline under ``Read more: …`` belongs to it: at the end, or with no words of the text's."""
        text = self.lines[at].text
        return is_headline(text) and not is_prose(text) and (at > self.last or overlap(text, self.known) <= _STRANGE)
