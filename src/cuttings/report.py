"""The report: one self-contained HTML file that says what a folder of articles tells, each value beside its evidence.

No script, no address outside the file. Names that may not be published are withheld from every cell, and an article's
words are never markup: the template escapes all it is given, and takes out the names at the same place.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from cuttings import __version__, charts, publication, tables
from cuttings.telling import headlines, templates
from cuttings.telling.excerpts import Source, source
from cuttings.telling.incident import Teller
from cuttings.telling.summaries import main_only
from cuttings.telling.wording import STANDINGS, capital
from cuttings.vocabulary import load

READ = ("articles", "skipped", "incidents", "claims", "subjects", "people", "coverage", "links", "history", "checks")
_BASES = {
    "metadata": "from the page's own data",
    "stated": "stated in the text",
    "inferred": "inferred from the text",
    "none": "",
    "": "",
}


class ReportError(ValueError):
    """A report that cannot be written; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Figure:
    """A chart in the file itself: two data URIs, for a page and for a phone, and the words that stand in for it."""

    name: str
    page: Markup
    phone: Markup
    alternative: str


@dataclass(frozen=True)
class Article:
    """A row of the list of articles read."""

    source: Source
    basis: str
    why: str
    words: int
    copy_of: Source | None
    tells_of: int


def write(out: Path, vocabulary: Path | None = None) -> Path:
    """Write ``out/report.html`` from the tables and figures of the run in ``out``; its path.

    Raises TableError when a table is missing, ReportError when the charts are missing or drawn from other tables.
    """
    words, data = load(vocabulary), {name: tables.read(name, out) for name in READ}
    redact = publication.redactor(out, words)
    teller = Teller(data, words, redact)
    main = main_only(data["incidents"], data["coverage"])
    background = data["incidents"].drop(main.index)
    page = (
        templates.environment(redact)
        .get_template("report.html.jinja")
        .render(
            title=headlines.title(data),
            sentences=headlines.sentences(data, words),
            reviewed=bool((data["claims"]["decision"] != "").any()),
            figures=list(_figures(out)),
            main=list(map(teller.account, _ordered(main))),
            background=list(map(teller.account, _ordered(background))),
            articles=list(_articles(data)),
            skipped=list(data["skipped"].itertuples()),
            standings={capital(said): _MEANINGS[code] for code, said in STANDINGS.items() if code},
            version=__version__,
            stages=[row for row in words["codes"] if row["column"] == "stage"],
        )
    )
    target = out / "report.html"
    tables.write_whole(target, page.encode("utf-8"))
    return target


def summary(out: Path, vocabulary: Path | None = None) -> list[str]:
    """The report's headline sentences, for a command line or a notebook. Raises TableError when a table is missing."""
    data = {name: tables.read(name, out) for name in READ}
    return headlines.sentences(data, load(vocabulary))


_MEANINGS = {
    "reported": "An article says so in its own voice.",
    "alleged": "An article says that somebody says so. Nothing has been decided.",
    "investigated": "It is what an investigation is about. Nothing has been decided.",
    "charged": "It is what somebody is charged with. Nothing has been decided.",
    "admitted": "An article says that the person concerned has admitted it.",
    "found": "An article says that a misconduct panel or a court has found it.",
    "denied": "An article says that the person concerned denies it.",
    "cleared": "An article says that somebody has been cleared of it, or that no action follows.",
}


def _ordered(incidents: pd.DataFrame) -> Iterator[object]:
    """The latest first, those without a date last."""
    dated = incidents.sort_values(["first_reported", "title", "incident_id"], ascending=[False, True, True])
    return dated.itertuples()


def _articles(data: dict[str, pd.DataFrame]) -> Iterator[Article]:
    articles = data["articles"]
    told = data["coverage"].groupby("article_id")["incident_id"].nunique()
    sources = {row.article_id: source(row) for row in articles.itertuples()}
    for row in articles.sort_values(["published", "publisher", "title", "article_id"], ascending=False).itertuples():
        words = 0 if pd.isna(row.words) else int(row.words)
        why, copy_of = row.published_evidence, sources.get(row.duplicate_of)
        yield Article(
            sources[row.article_id], _BASES[row.published_basis], why, words, copy_of, int(told.get(row.article_id, 0))
        )


def _figures(out: Path) -> Iterator[Figure]:
    folder = out / "figures"
    if not (folder / "charts.json").is_file():
        raise ReportError(f"{folder / 'charts.json'} is missing: draw the charts of this run first")
    notes = json.loads((folder / "charts.json").read_text(encoding="utf-8"))
    if notes["tables"] != charts.fingerprint(out):
        raise ReportError(
            f"the charts in {folder} were drawn from other tables: draw them again, then write the report"
        )
    for name in charts.NAMES:
        page, phone = (_embedded(folder / f"{name}{suffix}.svg") for suffix in charts.WIDTHS)
        yield Figure(name, page, phone, notes["charts"][name]["alternative"])


def _embedded(path: Path) -> Markup:
    if not path.is_file():
        raise ReportError(f"{path} is missing: draw the charts of this run again")
    encoded = base64.b64encode(path.read_bytes()).decode("ascii")
    return Markup("data:image/svg+xml;base64,{}").format(encoded)
