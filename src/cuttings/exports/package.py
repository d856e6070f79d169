"""``datapackage.json``: what the tables' CSV files hold, for programs that read Data Packages.

Source: Data Package 2.0, https://datapackage.org/standard/data-package/ (26 June 2024), with its Table Schema and
Table Dialect.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pandas as pd

from cuttings import __version__, tables
from cuttings.tables import TABLES, Column

TYPES = {"string": "string", "Int64": "integer", "Float64": "number", "boolean": "boolean"}
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_DIALECT = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
# As pandas writes them
_BOOLEANS = {"trueValues": ["True"], "falseValues": ["False"]}

_KEYS = {
    "articles": ("article_id",),
    "incidents": ("incident_id",),
    "claims": ("claim_id",),
    "subjects": ("subject_id",),
    "people": ("person_id",),
    "coverage": ("incident_id", "article_id"),
    "sentences": ("sentence_id",),
    "mentions": ("mention_id",),
    "quotes": ("quote_id",),
}
_POINTS_TO = {
    "article_id": "articles",
    "other_article_id": "articles",
    "duplicate_of": "articles",
    "incident_id": "incidents",
    "from_incident": "incidents",
    "to_incident": "incidents",
    "left_incident": "incidents",
    "right_incident": "incidents",
    "sentence_id": "sentences",
}
_DESCRIPTION = (
    "Incidents that saved news articles report, read by Cuttings; every claim leads to the words it was read from.\n\n"
    "What a row says is what an article reports, and no finding of whoever made or passes on this package: read "
    "`standing`, `stage` and `said_by` beside it. An empty cell is not known. Lists inside a cell are joined by "
    "` | `. Offsets count Unicode code points from 0 into the article's text.\n\n"
    "No licence is given here: the articles' words belong to their publishers. The version is that of Cuttings, "
    "which decides the columns, and after the + the first digits of a SHA-256 over the tables."
)


def content(data: Mapping[str, pd.DataFrame], out: Path) -> bytes:
    """The descriptor of the CSV files in ``out/tables/`` of the tables ``data``, as JSON.

    Raises TableError when one of the files is not there.
    """
    names = [name for name in TABLES if name in data]
    resources = [_resource(name, data, out) for name in names]
    whole = hashlib.sha256("".join(each["hash"] for each in resources).encode()).hexdigest()
    descriptor = {
        "$schema": _PROFILE,
        "name": "cuttings",
        "title": "Incidents reported in saved news articles, with their evidence",
        "description": _DESCRIPTION,
        "version": f"{__version__}+sha256.{whole[:12]}",
        "contributors": [{"title": f"Cuttings {__version__} (software)", "roles": ["creator"]}],
        "sources": [{"title": "Saved news articles; the table articles has a row for each"}],
        "resources": resources,
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(name: str, data: Mapping[str, pd.DataFrame], out: Path) -> dict:
    path = out / "tables" / f"{name}.csv"
    if not path.is_file():
        raise tables.TableError(f"{path} is missing: write the tables before their exports")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {
        "name": name,
        "type": "table",
        "path": f"tables/{name}.csv",
        "description": f"One row for each {TABLES[name].row.removeprefix('one ')}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "dialect": _DIALECT,
        "schema": _schema(name, data),
    }


def _schema(name: str, data: Mapping[str, pd.DataFrame]) -> dict:
    columns = [column for column in TABLES[name].columns if column.name in data[name].columns]
    schema: dict[str, object] = {"fields": [_field(column) for column in columns], "missingValues": [""]}
    if name in _KEYS:
        schema["primaryKey"] = list(_KEYS[name])
    keys = list(_foreign_keys(name, data))
    return schema | {"foreignKeys": keys} if keys else schema


def _field(column: Column) -> dict:
    field: dict[str, object] = {"name": column.name, "type": TYPES[column.dtype], "description": column.meaning}
    if column.dtype == "boolean":
        field |= _BOOLEANS
    # An empty cell is a missing value, which no constraint but "required" is put to
    return field | ({"constraints": {"enum": list(column.codes)}} if column.codes else {})


def _foreign_keys(name: str, data: Mapping[str, pd.DataFrame]) -> Iterator[dict]:
    """Those that hold: a claim that a reviewer rejected may have been all there was of its incident."""
    for column, other in _POINTS_TO.items():
        key = _KEYS[other][0]
        if (name, column) == (other, key) or other not in data or column not in data[name].columns:
            continue
        if set(data[name][column]) <= {*data[other][key], ""}:
            reference = {"fields": [key]} if name == other else {"resource": other, "fields": [key]}
            yield {"fields": [column], "reference": reference}
