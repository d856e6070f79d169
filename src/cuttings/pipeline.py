"""The annotating pipeline: a spaCy pipeline of small components, each one extractor, and the stage that runs it.

Every component is registered with spaCy (``cuttings_sentences``, ``cuttings_people`` …) and can be used on its own in a
pipeline of another project. The default needs no trained model.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from cuttings import tables
from cuttings.extract import sentences
from cuttings.extract.bodies import Bodies
from cuttings.extract.clauses.assertion import Assertion
from cuttings.extract.clauses.ellipsis import Ellipsis
from cuttings.extract.clauses.proceedings import Proceedings
from cuttings.extract.component import Component, Maker, keep_vocabulary, plain
from cuttings.extract.counts.officers import Officers
from cuttings.extract.dates import Dates
from cuttings.extract.discourse.accounts import Accounts
from cuttings.extract.forces.mentions import Forces
from cuttings.extract.forms import COLUMNS, Forms
from cuttings.extract.in_hand import InHand
from cuttings.extract.paraphrases import Paraphrases
from cuttings.extract.people.mentions import People
from cuttings.extract.people.roles import Roles
from cuttings.extract.places import Places, Units
from cuttings.extract.spans import detail, mentions, sentence_at
from cuttings.extract.speech.quotations import Quotations
from cuttings.vocabulary import contents

# What is known of a mention and has a column of its own; the rest goes into ``detail``.
_COLUMNS = {"account", "standing", "said_by"}
MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")

# In the order they run: later ones read what earlier ones marked.
COMPONENTS: dict[str, Maker] = {
    "cuttings_sentences": partial(plain, sentences.split),
    "cuttings_people": People,
    "cuttings_forces": Forces,
    "cuttings_bodies": Bodies,
    "cuttings_units": partial(plain, Units()),
    "cuttings_places": Places,
    "cuttings_officers": partial(plain, Officers()),
    **{f"cuttings_{table}": partial(Forms, table=table) for table in COLUMNS},
    "cuttings_in_hand": partial(plain, InHand()),
    "cuttings_ellipsis": partial(plain, Ellipsis()),
    "cuttings_paraphrases": Paraphrases,
    "cuttings_dates": partial(plain, Dates()),
    "cuttings_quotations": Quotations,
    "cuttings_roles": Roles,
    "cuttings_assertion": partial(plain, Assertion()),
    "cuttings_proceedings": Proceedings,
    "cuttings_accounts": partial(plain, Accounts()),
}


class ModelError(ValueError):
    """A model that was asked for and is not installed; the message says which are."""


def _register(name: str, make: Maker) -> Callable:
    @Language.factory(name)
    def create(nlp: Language, name: str) -> Component:
        return Component(make, nlp.vocab)

    return create


# What pyproject.toml names as entry points, so that spaCy finds the components without an import of Cuttings.
factories = SimpleNamespace(**{name: _register(name, make) for name, make in COMPONENTS.items()})


def build_pipeline(vocabulary: Path | None = None, model: str = "none") -> Language:
    """A pipeline with all components over ``spacy.blank("en")`` or an installed model.

    ``model``: ``none``; ``auto``, the largest of ``MODELS`` that is installed, or none; or a model's name.
    What ``nlp.to_disk`` saves holds the vocabulary; ``spacy.load`` reads it wherever Cuttings is installed.
    Raises ModelError when the named model is not installed, VocabularyError for a bad row.
    """
    name = chosen_model(model)
    nlp = spacy.load(name, exclude=["lemmatizer", "attribute_ruler"]) if name else spacy.blank("en")
    nlp.max_length = 100_000_000  # ingest has its own limit, and says so
    keep_vocabulary(nlp.vocab, contents(vocabulary))
    for component in COMPONENTS:
        nlp.add_pipe(component)
    return nlp


def chosen_model(model: str) -> str:
    """The name of the model that ``model`` (``none``, ``auto`` or a name) stands for on this machine; empty for none.

    Raises ModelError for a name that is not installed.
    """
    installed = [name for name in MODELS if spacy.util.is_package(name)]
    if model in {"none", ""}:
        return ""
    if model == "auto":
        return next(iter(installed), "")
    if not spacy.util.is_package(model):
        raise ModelError(
            f"the spaCy model {model!r} is not installed (installed: {', '.join(installed) or 'none'}); "
            "use model=none, or install it while connected: python -m spacy download en_core_web_sm"
        )
    return model


def annotate(out: Path, vocabulary: Path | None = None, model: str = "none") -> None:
    """Read the articles of the run in ``out``; write its tables sentences, mentions and quotes.

    Articles in another language than English, and copies of another article, are passed over; so is one on which a
    component breaks, with a message: it has no sentences.
    """
    annotate_with(build_pipeline(vocabulary, model), out)


def annotate_with(nlp: Language, out: Path) -> None:
    """``annotate`` with a pipeline that ``build_pipeline`` made: for several runs in one process."""
    articles = tables.annotated(tables.read("articles", out))
    rows: dict[str, list[dict]] = {"sentences": [], "mentions": [], "quotes": []}
    for article in articles.itertuples():
        with nlp.memory_zone():
            try:
                doc = read(nlp, article.text, article.title, article.standfirst, article.published)
            except Exception as error:  # a component that breaks must cost its article alone; the message says which
                print(_BROKE.format(article.file, type(error).__name__, error), file=sys.stderr)
                continue
            rows["sentences"] += _sentence_rows(doc, article.article_id)
            rows["mentions"] += _mention_rows(doc, article.article_id)
            rows["quotes"] += _quote_rows(doc, article.article_id)
    for name, found in rows.items():
        tables.write(name, tables.frame(name, found), out)


_BROKE = (
    "{}: could not be annotated ({}: {}), and tells of nothing in this run; the other articles do. "
    "This is a fault of Cuttings: please report it, with the article if you may pass it on."
)


def read(nlp: Language, text: str, title: str = "", standfirst: str = "", published: str = "") -> Doc:
    """One article through the pipeline; ``published`` is YYYY-MM-DD or empty, and dates are resolved against it."""
    # spaCy's tokenizer is quadratic in a run of punctuation: 20,000 apostrophes take minutes
    doc = plain_tokens(nlp, text) if _LONG_RUN.search(text) else nlp.make_doc(text)
    doc.user_data |= {"text": text, "title": title, "standfirst": standfirst, "published": published}
    return nlp(doc)


_LONG_RUN = re.compile(r"[^\w\s]{60}")
_WORD = re.compile(r"\w+|[^\w\s]|\s")


def plain_tokens(nlp: Language, text: str) -> Doc:
    """A Doc of words, single marks and white space, in time proportional to the text."""
    words: list[str] = []
    spaces: list[bool] = []
    for word in _WORD.findall(text):
        if word == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(word)
            spaces.append(False)
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _sentence_rows(doc: Doc, article_id: str) -> Iterator[dict]:
    relations = {relation.start: relation for relation in doc.user_data["relations"]}
    for number, segment in enumerate(doc.user_data["segments"]):
        sentence, relation = sentence_at(doc, segment.start), relations.get(segment.start)
        yield {
            "sentence_id": f"{article_id}-s{number}",
            "article_id": article_id,
            "start": segment.start,
            "end": segment.end,
            "paragraph": sentence.paragraph,
            "part": sentence.part,
            "account": segment.account,
            "cue": segment.cue,
            "relation": relation.relation if relation else "",
            "related_account": relation.beside(segment.account) if relation else None,
        }


def _mention_rows(doc: Doc, article_id: str) -> Iterator[dict]:
    starts = [segment.start for segment in doc.user_data["segments"]]
    for span in mentions(doc, *doc.spans):
        known = detail(span)
        segment = max(bisect_right(starts, span.start_char) - 1, 0)
        yield {
            "mention_id": f"{article_id}-{span.label_}-{span.start_char}-{span.end_char}",
            "article_id": article_id,
            "start": span.start_char,
            "end": span.end_char,
            "text": span.text,
            "label": span.label_,
            "value": span.kb_id_,
            "sentence_id": f"{article_id}-s{segment}",
            "account": int(known["account"]) if known.get("account") else None,
            "standing": known.get("standing", ""),
            "said_by": known.get("said_by", ""),
            "origin": _origin(span.id_),
            "rule": span.id_,
            "detail": "; ".join(f"{key}={value}" for key, value in known.items() if value and key not in _COLUMNS),
        }


def _origin(rule: str) -> str:
    if ".csv:" in rule:
        return "vocabulary"
    return "model" if rule.endswith(":model") else "rule"


def _quote_rows(doc: Doc, article_id: str) -> Iterator[dict]:
    for quote in doc.user_data["quotes"]:
        yield {
            "quote_id": f"{article_id}-q{quote.start}-{quote.end}",
            "article_id": article_id,
            "start": quote.start,
            "end": quote.end,
            "text": doc.text[quote.start : quote.end],
            "kind": quote.kind,
            "speaker": quote.speaker,
            "speaker_start": quote.speaker_start,
            "speaker_end": quote.speaker_end,
            "cue": quote.cue,
        }
