"""The corpus for spaCy: its articles as Docs with their gold as spans, as Examples and as a DocBin."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example

from cuttings.corpus.files import Annotated

KEYS = ("claims", "subjects", "people", "quotes")
DROPPED = "dropped"  # doc.user_data: spans that no tokens stand for, by key


def examples(nlp: Language, articles: Iterable[Annotated]) -> Iterator[Example]:
    """An Example an article: the tokenizer's plain Doc, and one with gold in ``spans`` (see ``annotate``)."""
    for article in articles:
        yield Example(nlp.make_doc(article.text), annotate(nlp.make_doc(article.text), article))


def annotate(doc: Doc, article: Annotated) -> Doc:
    """Put an article's gold on its Doc: ``doc.spans`` claims, subjects, people and quotes.

    A span's ``label_`` is a claim's attribute with its value if that is a code (``allegation:racist``), a subject's
    status, a person's role, a quotation's kind; its ``id_`` is the incident, or the quotation's speaker. A span that
    begins or ends inside a token is widened to it; what has no token at all is counted in ``doc.user_data["dropped"]``.
    """
    dropped: Counter[str] = Counter()
    spans: dict[str, list[Span]] = {key: [] for key in KEYS}
    for key, label, name, row in _rows(article.gold):
        span = doc.char_span(row["start"], row["end"], label, span_id=name, alignment_mode="expand")
        dropped[key] += span is None
        spans[key] += [span] if span is not None else []
    for key, each in spans.items():
        doc.spans[key] = sorted(each, key=lambda span: (span.start, span.end))
    doc.user_data |= {"id": article.id, "split": article.split, DROPPED: dict(dropped)}
    return doc


_CODED = ("allegation", "stage", "sanction")


def _rows(gold: Mapping) -> Iterator[tuple[str, str, str, Mapping]]:
    """What has a span: (key, label, what its id is, row)."""
    for incident in gold["incidents"]:
        name = incident["incident"]
        for row in incident["claims"]:
            coded = row["attribute"] in _CODED
            yield "claims", f"{row['attribute']}:{row['value']}" if coded else row["attribute"], name, row
        for row in incident["subjects"]:
            yield "subjects", row["status"], name, row
        for row in incident["people"]:
            yield "people", row["role"], name, row
    for row in gold["quotes"]:
        yield "quotes", row["kind"], row["speaker"], row


def write_docbin(nlp: Language, articles: Iterable[Annotated], path: Path) -> int:
    """Write the articles with their gold as a spaCy DocBin; returns how many there are."""
    docs = [example.reference for example in examples(nlp, articles)]
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return len(docs)
