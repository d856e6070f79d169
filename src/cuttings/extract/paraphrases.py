"""What an article puts into other words: "jeers about a gay constable", "has been kept away from front-line work".

Two parts must stand near each other in a sentence: what was done (``act``: jeers, made sport of, kept away from) and
whom or what it was about (``about``: wife-beating, front-line work). What hardly ever is told of in this beat but to
deride somebody (``content``: gay, a mosque, a wheelchair) needs no more than that a message is told of (``telling``:
wrote that, a picture of). A code with acts of its own needs one of those; the others take any act of derision.
"""

from collections.abc import Iterator

from spacy.tokens import Doc

from cuttings.extract.patterns import AnyCase
from cuttings.extract.spans import cited, free, mark, sentence_at, source
from cuttings.vocabulary import Vocabulary
from cuttings.words.lexicon import Hit

ANY = "any"  # the code of an act that may be about anybody
_NEAR = {"ALLEGATION": 80, "SANCTION": 32}  # characters between the two parts; of a sanction the act comes first


class Paraphrases:
    """Marks ALLEGATION or SANCTION from the act to what it is about, where no form of those tables stands already."""

    def __init__(self, vocabulary: Vocabulary):
        parts = {part: vocabulary.lexicon("paraphrases", where={"part": part}) for part in ("act", "telling")}
        self.acts, self.tellings = parts["act"], parts["telling"]
        self.abouts = vocabulary.lexicon("paraphrases", where={"part": ("about", "content")})
        self.with_acts = {row.value for row in self.acts.rows}
        self.sanctions = frozenset(vocabulary.codes("sanction"))

    def __call__(self, doc: Doc) -> Doc:
        acts, tellings = list(self.acts.finditer(source(doc))), list(self.tellings.finditer(source(doc)))
        for about in self.abouts.finditer(source(doc)):
            label = "SANCTION" if about.row.value in self.sanctions else "ALLEGATION"
            wanted = about.row.value if about.row.value in self.with_acts else ANY
            near = [act for act in _near(doc, acts, about, label) if act.row.value == wanted]
            if not near and about.row["part"] == "content" and not _is_addressed(doc, about):
                near = list(_near(doc, tellings, about, label))
            act = min(near, key=lambda each: _gap(each, about), default=None)
            if act is not None:
                start, end = min(act.start, about.start), max(act.end, about.end)
                if not free(doc, start, end, label):
                    start, end = about.start, about.end  # "mocked" stands there already, as derogatory
                if free(doc, start, end, label):
                    mark(doc, start, end, label, about.row.value, cited(about.row))
        return doc


# "wrote to Muslim leaders", "a message from a gay colleague"
_ADDRESSED = AnyCase(r"\b(?:to|by|from|with|for|support for) (?:the |a |an |his |her |our |local )*$")


def _is_addressed(doc: Doc, about: Hit) -> bool:
    return _ADDRESSED.search(source(doc), max(about.start - 30, 0), about.start) is not None


def _near(doc: Doc, acts: list[Hit], about: Hit, label: str) -> Iterator[Hit]:
    sentence = sentence_at(doc, about.start)
    for act in acts:
        within = sentence.start <= act.start and act.end <= sentence.end and 0 <= _gap(act, about) <= _NEAR[label]
        if within and (label == "ALLEGATION" or act.end <= about.start):
            yield act


def _gap(act: Hit, about: Hit) -> int:
    """Characters between two hits; below 0 where they overlap."""
    return max(about.start - act.end, act.start - about.end)
