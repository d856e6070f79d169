"""``annotations.jsonld``: each claim as an annotation of the words that it was read from.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/
(sections 3.2.4 TextualBody, 4.2.4 and 4.2.5 selectors, 5 collections).
"""

import json
import uuid
from collections.abc import Iterator, Mapping

import pandas as pd

from cuttings import __version__
from cuttings.exports.addresses import web_address
from cuttings.exports.graph import Row, fallen, records, standing

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LABEL = "What saved news articles report of incidents, as Cuttings read it: each claim and how far its article goes"
AROUND = 32
_TAGS = ("claim_id", "incident_id", "attribute", "value", "standing", "said_by", "origin", "decision")
_NAMES = uuid.UUID("b2d1f6a4-5d0c-5c59-9a8b-0a6c6e1c7d11")


def content(data: Mapping[str, pd.DataFrame]) -> bytes:
    """The table claims as an AnnotationCollection with one page, as JSON with an annotation a line.

    A claim without a span has no annotation; without claims the collection is empty. Offsets are those of the table:
    code points from 0 into the article's text as annotated. What stands before and after the words is there where
    the articles' text is.
    """
    made = [json.dumps(each, ensure_ascii=False) for each in _annotations(data)]
    collection = _urn("collection", *made)
    head = {"@context": CONTEXT, "id": collection, "type": "AnnotationCollection", "label": LABEL, "total": len(made)}
    if not made:
        return (json.dumps(head, ensure_ascii=False) + "\n").encode("utf-8")
    page = {"id": _urn("page", collection), "type": "AnnotationPage", "partOf": collection, "startIndex": 0}
    opening = f'{json.dumps(head | {"last": page["id"]}, ensure_ascii=False)[:-1]}, "first": {json.dumps(page)[:-1]}'
    return (opening + ', "items": [\n' + ",\n".join(made) + "\n]}}\n").encode("utf-8")


def _annotations(data: Mapping[str, pd.DataFrame]) -> Iterator[dict]:
    if "claims" not in data:
        return
    articles = {row["article_id"]: row for row in records(data["articles"])} if "articles" in data else {}
    titles = data["incidents"].set_index("incident_id")["title"].to_dict() if "incidents" in data else {}
    gone = fallen(records(data["history"])) if "history" in data else set()
    generator = {"id": _urn("software", __version__), "type": "Software", "name": f"Cuttings {__version__}"}
    for claim in records(data["claims"]):
        if claim["start"] is None or claim["end"] is None:
            continue
        yield {
            "id": _urn("claim", claim["claim_id"]),
            "type": "Annotation",
            "motivation": ["describing", "classifying"],
            "generator": generator,
            "body": list(_bodies(claim, standing(claim, gone), str(titles.get(claim["incident_id"], "")))),
            "target": _target(claim, articles.get(claim["article_id"], {})),
        }


def _urn(*parts: object) -> str:
    return uuid.uuid5(_NAMES, "\0".join(map(str, parts))).urn


def _bodies(claim: Row, goes: str, title: str) -> Iterator[dict]:
    """A sentence for people, which says how far the article goes, and tags ``name:value`` for programs."""
    rejected = "; rejected by a reviewer" if claim["decision"] == "rejected" else ""
    told = f"standing: {goes}; said by: {claim['said_by'] or 'the article itself'}{rejected}"
    sentence = f"{claim['attribute']}: {claim['value']} ({told})"
    yield _text("describing", f"{sentence}, of the incident “{title}”" if title else sentence)
    for name in _TAGS:
        if claim[name]:
            yield _text("classifying", f"{name}:{claim[name]}")


def _text(purpose: str, value: str) -> dict:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(claim: Row, article: Row) -> dict:
    quote = {"type": "TextQuoteSelector", "exact": claim["evidence"], **_around(claim, str(article.get("text", "")))}
    position = {"type": "TextPositionSelector", "start": claim["start"], "end": claim["end"]}
    return {"type": "SpecificResource", "source": _source(claim, article), "selector": [quote, position]}


def _source(claim: Row, article: Row) -> str:
    if url := web_address(str(article.get("url", ""))):
        return url
    return f"urn:sha256:{article['sha256']}" if article.get("sha256") else _urn("article", claim["article_id"])


def _around(claim: Row, text: str) -> dict[str, str]:
    start, end = claim["start"], claim["end"]
    if text[start:end] != claim["evidence"]:
        return {}
    return {"prefix": text[max(0, start - AROUND) : start], "suffix": text[end : end + AROUND]}
