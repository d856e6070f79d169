"""How a table's columns, or the names in JSON, are mapped to what the tables of articles know."""

from collections.abc import Iterable, Mapping

from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata, stamp

USUAL: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext", "story", "body_text"),
    "html": ("html", "content_html", "body_html", "raw_html", "page"),
    "title": ("title", "headline", "head", "hed"),
    "standfirst": ("standfirst", "description", "summary", "subtitle", "deck", "dek"),
    "author": ("author", "authors", "byline", "by"),
    "publisher": ("publisher", "source", "outlet", "publication", "newspaper", "site"),
    "published": (
        *("published", "date", "pub_date", "pubdate", "published_at", "publication_date", "date_published"),
        *("datetime", "published_date", "publish_date"),
    ),
    "updated": ("updated", "modified", "updated_at", "last_modified", "date_modified"),
    "url": ("url", "link", "permalink", "web_url"),
    "section": ("section", "category"),
}


class FieldError(ValueError):
    """A mapping of fields that cannot be; the message says what may be written."""


def fields_of(pairs: Iterable[str]) -> dict[str, str]:
    """Mappings as a person writes them, by our names.

    >>> fields_of(["text:body_copy", "published:day"])
    {'text': 'body_copy', 'published': 'day'}

    Raises FieldError for one of another form, or with a name that is not ours.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        ours, colon, theirs = (part.strip() for part in pair.partition(":"))
        if not colon or not theirs or ours not in USUAL:
            known = ", ".join(USUAL)
            raise FieldError(f"fields: {pair!r} is not of the form OURS:THEIRS, where OURS is one of {known}")
        found[ours] = theirs
    return found


def mapping(columns: Iterable[str], mapped: Mapping[str, str]) -> dict[str, str]:
    """For each of our names the column it is read from: as mapped, else by a usual name, whatever its case.

    Raises Refused when there is no column for a text.
    """
    columns = [*columns]
    known = {column.strip().casefold(): column for column in reversed(columns)}
    found = {ours: next((known[one] for one in usual if one in known), "") for ours, usual in USUAL.items()}
    for ours, theirs in mapped.items():
        found[ours] = known.get(theirs.casefold(), theirs if "." in theirs else "")
    if not found["text"] and not found["html"]:
        names = ", ".join(columns[:12])
        detail = f"no column that holds a text (its columns: {names})"
        raise Refused("no_text_column", detail[:300], "say which it is: -p fields=text:COLUMN, or html:COLUMN")
    return {ours: theirs for ours, theirs in found.items() if theirs}


def record(values: Mapping[str, str], name: str) -> Record | Refusal:
    """The record of a row, given by our names."""
    page = values.get("html", "").strip()
    text = values.get("text", "")
    if not page and _is_markup(text):
        page, text = text, ""
    if not page and not text.strip():
        return Refusal("empty", "no text in this row", "fill in its text, or leave the row out", name)
    stated = Metadata(
        titles=tuple(filter(None, [values.get("title", "").strip()])),
        publisher=values.get("publisher", "").strip(),
        author=values.get("author", "").strip().removeprefix("By "),
        section=values.get("section", "").strip(),
        url=values.get("url", "").strip(),
        description=values.get("standfirst", "").strip(),
        published=_day(values.get("published", "")),
        updated=stamp(values.get("updated", "")[:60]),
    )
    return Record(page or text, name, page=bool(page), stated=stated)


def _is_markup(text: str) -> bool:
    return "</p>" in text.lower() or "<br" in text.lower() or "</div>" in text.lower()


def _day(value: str) -> tuple | None:
    day = stamp(value[:60])
    return (day, f"date: {value.strip()[:40]}") if day else None
