"""Small articles through the annotating pipeline and assembly, for the tests of both; all of it is invented."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from cuttings import pipeline, tables
from cuttings.assemble import incidents
from cuttings.extract.spans import detail, mentions
from cuttings.running.stages import STAGES

ASSEMBLED = next(stage.tables for stage in STAGES if stage.verb == "assemble")


def fault(reason: str) -> pytest.MarkDecorator:
    """The mark of a row that the code does not yet read rightly; the row passes as soon as it does, and then fails."""
    return pytest.mark.xfail(reason=reason, strict=True)


@lru_cache(maxsize=1)
def rules() -> Language:
    """The default pipeline, without a model; built once."""
    return pipeline.build_pipeline()


def doc_of(text: str, title: str = "", published: str = "", standfirst: str = "") -> Doc:
    return pipeline.read(rules(), text, title, standfirst, published)


def values(text: str, *labels: str) -> list[str]:
    """The values of an article's mentions with these labels, in order of the text."""
    return [span.kb_id_ for span in mentions(doc_of(text), *labels)]


def details(text: str, label: str, *keys: str) -> list[tuple[str, ...]]:
    """Value and details of an article's mentions, in order of the text."""
    return [(span.kb_id_, *(detail(span).get(key, "") for key in keys)) for span in mentions(doc_of(text), label)]


def name_of(text: str) -> str:
    """The article_id that ``article`` gives to a text."""
    return "a" + hashlib.sha256(text.encode()).hexdigest()[:10]


def article(text: str, title: str = "", published: str = "", **cells: object) -> dict[str, object]:
    """A row of the table articles; ``title``, if given, becomes the text's first paragraph."""
    text = f"{title}\n\n{text}" if title else text
    row = {"article_id": name_of(text), "file": f"{name_of(text)}.txt", "text": text, "title": title, "language": "en"}
    row |= {"sha256": hashlib.sha256(text.encode()).hexdigest(), "media_type": "text/plain", "words": len(text.split())}
    return {**row, "published": published, "published_basis": "metadata" if published else "none", **cells}


def assembled(out: Path, rows: Iterable[Mapping[str, object]], casebook: Path | None = None) -> dict[str, pd.DataFrame]:
    """Every table of a run over these articles, with the decisions of a casebook."""
    tables.write("articles", tables.frame("articles", rows), out)
    pipeline.annotate_with(rules(), out)
    incidents.assemble(out, casebook)
    return {name: tables.read(name, out) for name in ("articles", "sentences", "mentions", "quotes", *ASSEMBLED)}


def texts_of(rows: Iterable) -> list[dict[str, object]]:
    """The articles of a table of tests: the first value of each row."""
    return [article(text) for text in dict.fromkeys(row.values[0] for row in rows)]


def main_claims(run: Mapping[str, pd.DataFrame], text: str) -> pd.DataFrame:
    """The claims of an article's main incident; none where it has no incident."""
    mine = run["coverage"][(run["coverage"]["article_id"] == name_of(text)) & (run["coverage"]["role"] == "main")]
    found = run["claims"][run["claims"]["article_id"] == name_of(text)]
    # one article can tell of its main incident only in its account 0, whose claims carry that key
    return found[found["incident_id"].isin(mine["incident_id"]) & found["claim_id"].str.contains("/0/", regex=False)]


def of(claims: pd.DataFrame, attribute: str) -> list[str]:
    """The values of one attribute."""
    return list(claims[claims["attribute"] == attribute]["value"])
