"""spaCy's DocBin, to train on: the claims that reviewers hold for true, as spans. One way out; nothing comes back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from cuttings import tables
from cuttings.interchange.returned import InterchangeError
from cuttings.interchange.taken import NO_WORDS, LeftOut, Taken

if TYPE_CHECKING:  # spaCy takes long to import, and few who review need it
    from spacy.language import Language
    from spacy.tokens import Doc

SPANS = "cuttings"  # the group of spans in a doc: doc.spans["cuttings"]
_KEPT = ("accepted", "corrected")
OFF_TOKENS = "its words do not begin and end where tokens do"
UNDECIDED = "no reviewer has decided on it, so nothing says that it is not true either"


@dataclass(frozen=True, order=True)
class Marked:
    """A span: its offsets in the article's text (code points), its label (the attribute) and the claim's value."""

    start: int
    end: int
    label: str
    value: str


def export(out: Path, path: Path, nlp: "Language | None" = None) -> Taken:
    """Write the articles of the run in ``out`` in which a reviewer accepted, corrected or added a claim, as a DocBin.

    Each of these claims is a span of ``doc.spans["cuttings"]``: its label is the attribute, its ``kb_id_`` the value;
    ``doc.user_data["article_id"]`` is the article. ``nlp`` splits the text into tokens, spaCy's English rules by
    default. A span is never moved to the tokens' borders: one that is off them is in ``left_out``, and so is a claim of
    these articles that is undecided or has no words.

    Raises TableError when a table of the run is missing.
    """
    import spacy
    from spacy.tokens import DocBin

    articles, claims = tables.read("articles", out), tables.read("claims", out)
    kept = claims[claims["decision"].isin(_KEPT)]
    nlp, made = nlp or spacy.blank("en"), DocBin(store_user_data=True)
    left_out: list[LeftOut] = []
    docs = marked = 0
    for article in articles[articles["article_id"].isin(set(kept["article_id"]))].to_dict("records"):
        its = claims[claims["article_id"] == article["article_id"]].to_dict("records")
        doc = nlp.make_doc(article["text"])
        doc.user_data["article_id"] = article["article_id"]
        marked += _mark(doc, its, left_out)
        docs += 1
        made.add(doc)
    tables.write_whole(path, made.to_bytes())
    return Taken(path, docs, marked, tuple(left_out))


def _mark(doc: "Doc", claims: Iterable[Mapping], left_out: list[LeftOut]) -> int:
    """Put the claims that stand into the doc as spans, each span once; how many claims they are."""
    spans, marked = {}, 0
    for claim in claims:
        reason = _reason(claim)
        if not reason and claim["decision"] in _KEPT:
            label, value = claim["attribute"], claim["value"]
            place = int(claim["start"]), int(claim["end"])
            span = doc.char_span(*place, label=label, kb_id=value, alignment_mode="strict")
            if span is None:
                reason = OFF_TOKENS
            else:
                spans[*place, label, value] = span
                marked += 1
        if reason:
            left_out.append(LeftOut(claim["claim_id"], reason))
    doc.spans[SPANS] = [spans[key] for key in sorted(spans)]
    return marked


def _reason(claim: Mapping) -> str:
    if not claim["decision"]:
        return UNDECIDED
    none = pd.isna(claim["start"]) or pd.isna(claim["end"]) or claim["start"] >= claim["end"]
    return NO_WORDS if none and claim["decision"] in _KEPT else ""


def read(path: Path) -> dict[str, list[Marked]]:
    """The spans of each article in a DocBin that ``export`` wrote, under its ``article_id``, by their place.

    Raises InterchangeError when the file cannot be read as one.
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    try:
        docs = list(DocBin().from_bytes(path.read_bytes()).get_docs(Vocab()))
        return {
            doc.user_data["article_id"]: [
                Marked(span.start_char, span.end_char, span.label_, span.kb_id_) for span in doc.spans[SPANS]
            ]
            for doc in docs
        }
    except OSError as error:
        raise InterchangeError(f"{path} cannot be read: {error.strerror or error}") from error
    except Exception as error:  # what spaCy, srsly and zlib raise for bytes that are no DocBin has no common class
        raise InterchangeError(f"{path} is no DocBin of ours: {error}") from error
