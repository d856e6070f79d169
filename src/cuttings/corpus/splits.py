"""What holds the splits fast: hashes of each one's texts, of its gold and of its saved pages, in splits.csv."""

import csv
import hashlib
import io
import json
from collections.abc import Iterable
from pathlib import Path

from cuttings import home
from cuttings.corpus import SPLITS
from cuttings.corpus.files import Annotated, CorpusError, table

_FILE = "splits.csv"
_COLUMNS = ("split", "articles", "texts_sha256", "gold_sha256", "saved_sha256")


def fingerprints(articles: Iterable[Annotated]) -> list[dict[str, str]]:
    """One row a split: ``split, articles`` (how many), and sha256 over ids with texts, over ids with gold, and over the
    names of the saved pages with their bytes."""
    read = list(articles)
    rows = []
    for split in SPLITS:
        mine = sorted((article for article in read if article.split == split), key=lambda article: article.id)
        texts = _sha256(f"{article.id}\0{article.text}\0".encode() for article in mine)
        gold = _sha256(f"{article.id}\0{json.dumps(article.gold, sort_keys=True)}\0".encode() for article in mine)
        saved = _sha256(f"{article.saved.name}\0".encode() + article.saved.read_bytes() + b"\0" for article in mine)
        rows.append(dict(zip(_COLUMNS, (split, str(len(mine)), texts, gold, saved), strict=True)))
    return rows


def _sha256(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part)
    return whole.hexdigest()


def moved(articles: Iterable[Annotated], folder: Path | None = None) -> list[str]:
    """What is no longer as splits.csv fixed it, a sentence each; none while nothing has changed."""
    path = (folder or home.corpus()) / _FILE
    if not path.is_file():
        return [f"{path.name} is not there: no split is fixed; `cuttings corpus freeze` fixes them as they are"]
    try:
        fixed = {row["split"]: row for row in table(path, _COLUMNS[:1])}
    except CorpusError as error:
        return [str(error)]
    found = []
    for row in fingerprints(articles):
        was = fixed.get(row["split"], {})
        changed = [column for column in _COLUMNS[1:] if row[column] != was.get(column)]
        if changed:
            found.append(
                f"{row['split']}: {', '.join(changed)} not as in {path.name}; "
                "if it is meant, run `cuttings corpus freeze` and say why in CHANGELOG.md"
            )
    return found


def freeze(articles: Iterable[Annotated], folder: Path | None = None) -> Path:
    """Write splits.csv anew from the articles as they are."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(fingerprints(articles))
    path = (folder or home.corpus()) / _FILE
    path.write_text(out.getvalue(), encoding="utf-8")
    return path
