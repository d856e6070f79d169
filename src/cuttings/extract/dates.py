"""Date expressions as EDTF, relative ones resolved against the day of publication."""

from datetime import date

from spacy.tokens import Doc

from cuttings import dating
from cuttings.extract.spans import mark, source


class Dates:
    """Marks DATE; the caller puts the day of publication, if it is known, in ``doc.user_data["published"]``."""

    def __call__(self, doc: Doc) -> Doc:
        published = doc.user_data.get("published") or ""
        day = date.fromisoformat(published) if published else None
        for expression in dating.expressions(source(doc), day):
            mark(doc, expression.start, expression.end, "DATE", expression.edtf, "dates:expression")
        return doc
