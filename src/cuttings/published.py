"""The published folder: what of a run may leave the newsroom, with the names taken out that may not be published.

The full tables, the articles' texts, the notebooks and the casebook stay in the run's private folder. When all is
written, every file is read again and searched for each withheld name; one that is found fails the whole folder.
"""

import html
import json
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import unescape

import pandas as pd
import pypdfium2
from PIL import Image

from cuttings import __version__, exports, publication, tables
from cuttings.review import replayed
from cuttings.telling import forces, places
from cuttings.telling.redaction import WITHHELD, Redactor
from cuttings.vocabulary import load

TABLES = ("incidents", "claims", "subjects", "people", "history", "support", "coverage", "links", "checks", "articles")
REFUSED = "not-published.txt"  # in the run's own folder: which name stopped a publication
MARK = "publication.json"  # by which a folder is known to be one of ours
# Columns that are made of words: an id of a claim has its value in it, a path and an address have the headline's
_ADDRESSES = frozenset({"claim_id", "derived_from", "file", "url"})
_KEYS = frozenset({"article_id", "incident_id", "from_incident", "to_incident", "other_ids", "sha256", "duplicate_of"})
# Columns whose words are ours
_CODES = frozenset(column.name for name in TABLES for column in tables.TABLES[name].columns if column.codes) | {
    "check",
    "rule",
    "date",
    "date_basis",
    "stage",
    "published",
    "first_reported",
    "last_reported",
    "happened",
}


class PublicationError(ValueError):
    """A run that cannot be published as asked; nothing was published. The message says why and what to do."""


def publish(
    out: Path,
    folder: Path,
    vocabulary: Path | None = None,
    casebook: Path | None = None,
    must_review: Sequence[str] = (),
    least_reviewed: float = 1.0,
) -> Path:
    """Write what may be published of the run in ``out`` into ``folder``, whose older publication it replaces.

    The report, all its parts and ``figures/`` as the run wrote them (they withhold names), ``tables/`` without the
    articles' texts and with the names taken out, the exports made from these, and ``publication.json``. Returns the
    folder.

    ``casebook``: the reviewers' decisions as they are by now. ``must_review`` are attributes of claims of which
    reviewers must have decided ``least_reviewed`` (0 to 1).

    Raises PublicationError for a folder that holds something else or lies in the run's, a run without a report, one
    whose tables were made with other decisions than the casebook has, one with orphaned decisions or too few on what
    must be reviewed, and a withheld name that is found in what was written; TableError when a table is missing;
    DecisionError for a casebook that cannot be read.
    """
    folder, out = folder.expanduser().resolve(), out.expanduser().resolve()
    check(folder, out)
    if not (out / "report.html").is_file():
        raise PublicationError(f"{out / 'report.html'} is missing: run the suite to its end first")
    if replayed.moved_on(out, casebook):
        other = f"{casebook} has other decisions by now than" if casebook else "no casebook is given, but there was one"
        raise PublicationError(
            f"{other} when the tables were made, so nothing was published: give the casebook that counts, and put the "
            "incidents together again with it (in 03_assemble, or with `cuttings run`)"
        )
    lost = len(tables.read("orphans", out))
    if lost:
        raise PublicationError(
            f"{lost} of the reviewers' decisions have lost the words they were made on, so nothing was published: "
            f"settle them in 04_review, or with `cuttings review`. {out / 'tables' / 'orphans.csv'} lists them"
        )
    _check_ages(out)
    _enough_reviewed(out, must_review, least_reviewed)
    (out / REFUSED).unlink(missing_ok=True)
    words = load(vocabulary)
    redact = publication.redactor(out, words)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as made:
        fresh = Path(made) / folder.name
        _write(out, fresh, redact)
        _search(fresh, redact, out)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.replace(folder)
    return folder


def _enough_reviewed(out: Path, columns: Sequence[str], least: float) -> None:
    claims = tables.read("claims", out)
    for column in columns:
        those = claims[claims["attribute"] == column]
        waiting = those[those["decision"] == ""]
        if len(those) - len(waiting) < least * len(those):
            incidents = sorted(waiting["incident_id"].unique())
            more = f" and {len(incidents) - _MOST_LISTED} more" if len(incidents) > _MOST_LISTED else ""
            raise PublicationError(
                f"{len(waiting)} of {len(those)} claims of {column} have not been reviewed, and {100 * least:g}% must "
                "be, so nothing was published: decide them in 04_review, or with `cuttings review`. They are of "
                f"{', '.join(incidents[:_MOST_LISTED])}{more}"
            )


_MOST_LISTED = 8


def check(folder: Path, *private: Path) -> None:
    """Whether a run can be published into ``folder``; PublicationError where it cannot.

    ``private``: the folders that it must stay out of, the run's and the articles'.
    """
    for other in private:
        if folder == other or other in folder.parents or folder in other.parents:
            raise PublicationError(
                f"{folder} and {other}, which is private, lie one inside the other: publish elsewhere"
            )
    if folder.exists() and not folder.is_dir():
        raise PublicationError(f"{folder} is a file: give a folder to publish to")
    strangers = _not_ours(folder) if folder.is_dir() else []
    if strangers:
        raise PublicationError(
            f"{folder} holds something that Cuttings did not publish ({strangers[0]}): give it a folder of its own"
        )


def _not_ours(folder: Path) -> list[str]:
    """The files in a folder that its mark does not list."""
    mark = folder / MARK
    try:
        listed = json.loads(mark.read_text(encoding="utf-8"))["files"] if mark.is_file() else []
    except (ValueError, KeyError, TypeError):
        listed = []
    ours = {*listed, MARK} if listed else set()
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())
    return sorted(name for name in found if name not in ours)


def _write(out: Path, folder: Path, redact: Redactor) -> None:
    data = redacted({name: tables.read(name, out) for name in TABLES}, redact)
    for name, table in data.items():
        tables.write(name, table, folder, exports.spreadsheet_safe)  # a reader will open it with a double click
    exports.write(data, folder)
    _copy_figures(out / "figures", folder / "figures")
    for name in ("report.html", "report.pdf"):
        if (out / name).is_file():
            shutil.copyfile(out / name, folder / name)
    for name in (places.FOLDER, forces.FOLDER):
        if (out / name).is_dir():
            shutil.copytree(out / name, folder / name)
    people = tables.read("people", out)
    note = {
        "cuttings": __version__,
        "names_withheld": len(publication.withheld(people)),
        "names_published": len(publication.nameable(people)),
        "claims": len(data["claims"]),
        "claims_reviewed": int((data["claims"]["decision"] != "").sum()),
        "files": sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()),
    }
    tables.write_whole(folder / MARK, (json.dumps(note, indent=1) + "\n").encode("utf-8"))


def _copy_figures(figures: Path, folder: Path) -> None:
    """What the run drew, and nothing that somebody put beside it."""
    names = json.loads((figures / "charts.json").read_text(encoding="utf-8"))["charts"]
    folder.mkdir()
    for path in sorted(figures.iterdir()):
        if path.name == "charts.json" or path.stem.removesuffix("-phone") in names:
            shutil.copyfile(path, folder / path.name)


def _check_ages(out: Path) -> None:
    """A report that is older than its tables says what they no longer say."""
    made = max(path.stat().st_mtime_ns for path in (out / "tables").glob("*.parquet"))
    reports = [out / "report.html", *(out / forces.FOLDER).glob("*/report.html")]
    old = [path for path in reports if path.stat().st_mtime_ns < made]
    if old:
        raise PublicationError(
            f"{old[0]} is older than the run's tables, so nothing was published: write the report again (in 06_report, "
            "or with `cuttings run`, and --by force if there are forces' reports)"
        )


def redacted(data: Mapping[str, pd.DataFrame], redact: Redactor) -> dict[str, pd.DataFrame]:
    """Tables as they may be published: rejected claims, withheld people and the articles' texts are not in them.

    A name inside other words is ``[name withheld]``. Evidence that has lost one is no quotation any more: its offsets
    are empty.
    """
    kept = {name: _kept(name, table) for name, table in data.items()}
    return {name: _without_names(table, redact) for name, table in kept.items()}


def _kept(name: str, table: pd.DataFrame) -> pd.DataFrame:
    if name == "people":  # why a reviewer let a name stand is between reviewers
        named = table[table["nameable"] == "yes"]
        return named.assign(reason=named["reason"].where(named["rule"] != "reviewer", "a reviewer has decided it"))
    if name == "claims":
        return table[table["decision"] != "rejected"]
    return table.assign(text="", published_evidence="") if name == "articles" else table


def _without_names(table: pd.DataFrame, redact: Redactor) -> pd.DataFrame:
    columns = [name for name in table.columns if table[name].dtype == "string" and name not in _KEYS | _CODES]
    clean = table.assign(
        **{name: table[name].map(redact.address if name in _ADDRESSES else redact).astype("string") for name in columns}
    )
    if "url" in clean:
        clean["url"] = clean["url"].where(clean["url"] == table["url"], "")
    for evidence, start, end in _SPANS:
        if evidence in clean:
            changed = clean[evidence] != table[evidence]
            clean.loc[changed, [start, end]] = pd.NA
    if "attribute" in clean:  # somebody whose name is withheld is no value
        clean = clean[(clean["attribute"] != "person") | (clean["value"] != WITHHELD)]
    return clean.reset_index(drop=True)


_SPANS = (("evidence", "start", "end"), ("other_evidence", "other_start", "other_end"))


def _search(folder: Path, redact: Redactor, out: Path) -> None:
    """Look for a withheld name in every cell and string of every file; PublicationError where there is one.

    In what has words of our own beside the articles' (a page, a workbook, a description) for names in full alone.
    """
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        look = redact.spans if path.suffix in _CELLS and path.parent.name == "tables" else redact.in_full
        for words in dict.fromkeys([*path.relative_to(folder).parts, *_strings(path)]):
            for start, end in look(words):
                told = f"{path.relative_to(folder)}: {words[start:end]!r} in {words[:200]!r}\n"
                tables.write_whole(out / REFUSED, told.encode("utf-8", "backslashreplace"))
                raise PublicationError(
                    f"{path.relative_to(folder)} would hold a name that is withheld, so nothing was published. "
                    f"{out / REFUSED}, which is private, says which name, and where. That is a fault of Cuttings: "
                    "please report it, without the name"
                )


_CELLS = frozenset({".csv", ".parquet"})  # in tables/ nothing but what was read; a chart's figures have words of ours


def _strings(path: Path) -> Iterator[str]:
    """What a reader, or a program, finds written in a file, piece by piece."""
    if path.suffix == ".parquet":
        table = pd.read_parquet(path)
        yield from (str(cell) for name in table.columns.difference(_CODES) for cell in table[name].dropna().unique())
    elif path.suffix == ".csv":
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        yield from (cell for name in table.columns.difference(_CODES) for cell in table[name].unique())
    elif path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                yield from map(unescape, _pieces(book.read(name).decode("utf-8")))
    elif path.suffix in {".html", ".svg"}:
        yield from map(html.unescape, _pieces(path.read_text(encoding="utf-8")))
    elif path.suffix == ".png":
        with Image.open(path) as picture:
            yield from (str(value) for value in picture.info.values())
    elif path.suffix == ".pdf":
        yield from _printed(path)
    elif path.suffix in {".json", ".jsonld"}:
        yield from _json(path.read_text(encoding="utf-8"))
    else:
        yield path.read_bytes().decode("utf-8", "ignore")


def _printed(path: Path) -> Iterator[str]:
    """The text of each page of a PDF, its title, and what its bookmarks say."""
    with pypdfium2.PdfDocument(path) as document:
        yield from document.get_metadata_dict().values()
        yield from (mark.get_title() for mark in document.get_toc())
        for page in document:
            yield page.get_textpage().get_text_bounded()


def _pieces(markup: str) -> list[str]:
    """Text and attributes between the tags; what is encoded in base64 is a picture that was searched by itself."""
    return [piece for piece in re.split(r"[<>]", re.sub(r"base64,[\w+/=]+", "", markup)) if not piece.isspace()]


def _json(text: str) -> Iterator[str]:
    """The strings of a document, or of one document a line."""
    try:
        documents = [json.loads(text)]
    except json.JSONDecodeError:
        documents = [json.loads(line) for line in text.splitlines() if line]
    for document in documents:
        yield from _leaves(document)


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (leaf for each in value.items() for part in each for leaf in _leaves(part))
    elif isinstance(value, list):
        yield from (leaf for each in value for leaf in _leaves(each))
    elif isinstance(value, str):
        yield value
