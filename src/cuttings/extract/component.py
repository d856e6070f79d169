"""An extractor as a component of a spaCy pipeline, and what it leaves on a Doc for those who look.

After the pipeline ``doc.spans["STAGE"]`` holds the mentions of a label (``span.kb_id_`` is the value, ``span.id_`` the
rule that read it); ``span._.standing``, ``span._.said_by`` and ``span._.account`` say how far it goes, who said it and
of which of the article's matters, and ``doc._.quotes`` and ``doc._.segments`` are the quotations and the stretches of
text that tell of one matter.
"""

from collections.abc import Callable
from functools import lru_cache, partial

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from cuttings.extract.spans import detail
from cuttings.vocabulary import Vocabulary, contents, parse
from cuttings.words.files import FILES

Maker = Callable[[Vocabulary], Callable[[Doc], Doc]]
_TABLE = "cuttings_vocabulary"
_parse = lru_cache(maxsize=4)(parse)


def keep_vocabulary(vocab: Vocab, files: tuple[tuple[str, bytes], ...]) -> None:
    """Put the files of a vocabulary into the pipeline's ``Vocab``, with which they are saved and loaded.

    Raises VocabularyError for a bad row.
    """
    _parse(files)
    if vocab.lookups.has_table(_TABLE):
        vocab.lookups.remove_table(_TABLE)
    vocab.lookups.add_table(_TABLE, dict(files))


def _vocabulary(vocab: Vocab) -> Vocabulary:
    if not vocab.lookups.has_table(_TABLE):
        return _parse(_shipped())
    kept = vocab.lookups.get_table(_TABLE)
    return _parse(tuple((name, kept[name]) for name in FILES))


_shipped = lru_cache(maxsize=1)(contents)


class Component:
    """Makes its extractor when the first Doc comes: a loaded pipeline has its vocabulary only after its components."""

    def __init__(self, make: Maker, vocab: Vocab):
        self._make, self._vocab = make, vocab
        self._extract: Callable[[Doc], Doc] | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self._extract is None:
            self._extract = self._make(_vocabulary(self._vocab))
        return self._extract(doc)


def plain(extract: Callable[[Doc], Doc], _: Vocabulary) -> Callable[[Doc], Doc]:
    """An extractor that needs no vocabulary, as a ``Maker``."""
    return extract


def _noted(key: str, span: Span) -> str:
    return detail(span).get(key, "")


def _left(key: str, doc: Doc) -> list:
    return doc.user_data.get(key, [])


for _key in ("standing", "said_by", "account"):
    Span.set_extension(_key, getter=partial(_noted, _key), force=True)
for _key in ("quotes", "segments"):
    Doc.set_extension(_key, getter=partial(_left, _key), force=True)
