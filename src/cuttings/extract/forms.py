"""Columns that are read from the vocabulary's forms alone: platforms, laws, allegations, stages, sanctions."""

from spacy.tokens import Doc

from cuttings.extract.spans import cited, free, mark, source
from cuttings.vocabulary import Vocabulary

# table of the vocabulary → label of the mention
COLUMNS = {
    "platforms": "PLATFORM",
    "laws": "LAW",
    "allegations": "ALLEGATION",
    "stages": "STAGE",
    "sanctions": "SANCTION",
}


class Forms:
    """Marks every form of one vocabulary table; a mention's value is the row's code or name."""

    def __init__(self, vocabulary: Vocabulary, table: str):
        self.lexicon = vocabulary.lexicon(table)
        self.label = COLUMNS[table]

    def __call__(self, doc: Doc) -> Doc:
        for hit in self.lexicon.finditer(source(doc)):
            if free(doc, hit.start, hit.end, self.label):
                mark(doc, hit.start, hit.end, self.label, hit.row.value, cited(hit.row))
        return doc
