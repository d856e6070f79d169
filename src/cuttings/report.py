"""The report: self-contained HTML that says what a folder of articles tells, each value beside its evidence.

No script, no address outside it. Names that may not be published are withheld from every cell, and an article's
words are never markup: the templates escape all they are given, and take out the names at the same place. A short
report is one file; of a long one the incidents and articles are in parts, in the folder ``report`` beside it.
"""

import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cuttings import __version__, printing, publication, tables
from cuttings.changes import page as changes_page
from cuttings.changes.runs import ComparisonError
from cuttings.changes.section import between
from cuttings.changes.told import Told
from cuttings.charts import pictures
from cuttings.charts.pictures import ReportError
from cuttings.telling import corrections, forces, headlines, making, places, templating, unknown
from cuttings.telling.excerpts import BRIEF, CONTEXT, Source
from cuttings.telling.incident import Teller
from cuttings.telling.places import FRONT, Item, Part, Places
from cuttings.telling.redaction import Redactor
from cuttings.telling.summaries import main_only
from cuttings.telling.wording import STANDINGS, capital, listed
from cuttings.vocabulary import Vocabulary, VocabularyError, load

__all__ = ["READ", "ReportError", "by_force", "index", "summary", "write"]

READ = (
    *("articles", "skipped", "incidents", "claims", "subjects", "people", "coverage", "links", "history", "checks"),
    *("matches", "sentences"),
)
CHANGES = "changes.html"
INDEX = f"{forces.FOLDER}/index.html"
_BASES = {
    "metadata": "from the page's own data",
    "stated": "stated in the text",
    "inferred": "inferred from the text",
    "none": "",
    "": "",
}


@dataclass(frozen=True)
class Article:
    """A row of the list of articles read."""

    source: Source
    basis: str
    why: str
    words: int
    copy_of: Source | None
    tells_of: int
    removed: str


@dataclass(frozen=True)
class Changes:
    """What changed since an earlier run, or ``why`` that cannot be said: sentences alone, for a report is passed on."""

    told: Told | None
    why: str = ""


def write(
    out: Path,
    vocabulary: Path | None = None,
    force: str = "",
    pdf: bool = False,
    earlier: Path | None = None,
) -> Path:
    """Write ``out/report.html`` from the tables and figures of the run in ``out``; its path.

    A long report has parts in ``out/report/``. With a ``force``, the report is of its incidents alone, without charts,
    in ``out/by-force/``. With ``pdf``, all of it is in ``report.pdf`` too, beside it. With ``earlier``, the folder of
    an earlier run, it says in sentences what has changed since; ``out/changes.html`` has all of it, and is private.

    Raises TableError when a table is missing; ReportError when the charts are missing or drawn from other tables, and
    for a force that no incident has; PrintingError when there is no Chromium to make a PDF with.
    """
    words, data = load(vocabulary), {name: tables.read(name, out) for name in READ}
    redact = publication.redactor(out, words)
    folder = out / forces.FOLDER / _slug(force, data, redact) if force else out
    changes = _changes(earlier, out, vocabulary) if earlier and not force else None
    book = Book(out, forces.of_force(data, force) if force else data, words, redact, force, changes)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / places.FOLDER, ignore_errors=True)
    for page, text in book.pages():
        (folder / page).parent.mkdir(exist_ok=True)
        tables.write_whole(folder / page, text.encode("utf-8"))
    printed = folder / "report.pdf"
    printed.unlink(missing_ok=True)
    if pdf:
        printing.to_pdf(next(text for _, text in book.pages(whole=True)), printed)
    return folder / FRONT


def _changes(earlier: Path, out: Path, vocabulary: Path | None) -> Changes:
    try:
        told, redact = between(earlier.expanduser(), out, vocabulary, under_way=True)
    except (ComparisonError, tables.TableError, VocabularyError) as error:
        print(f"What changed cannot be said: {error}")
        return Changes(None, "The earlier run cannot be compared with this one; the notebook of this page says why.")
    tables.write_whole(out / CHANGES, changes_page.written(told, redact).encode("utf-8"))
    return Changes(told)


def _slug(force: str, data: Mapping[str, pd.DataFrame], redact: Redactor) -> str:
    known = forces.slugs(data["incidents"], redact)
    if force not in known:
        raise ReportError(f"no incident is of a force {force!r}; the forces are {listed(list(known)) or 'none'}")
    return known[force]


def summary(out: Path, vocabulary: Path | None = None, force: str = "") -> list[str]:
    """The report's headline sentences, for a command line or a notebook. Raises TableError when a table is missing."""
    data = {name: tables.read(name, out) for name in READ}
    return headlines.sentences(forces.of_force(data, force) if force else data, load(vocabulary))


class Book:
    """A report's pages, made from the tables ``data`` of the run in ``out``."""

    def __init__(
        self,
        out: Path,
        data: Mapping[str, pd.DataFrame],
        words: Vocabulary,
        redact: Redactor,
        force: str,
        changes: Changes | None = None,
    ) -> None:
        self.out, self.data, self.words, self.redact, self.force = out, data, words, redact, force
        self.changes = changes
        self.teller = Teller(data, words, redact)
        removed = making.read_furniture(out)
        removed = removed[removed["article_id"].isin(data["articles"]["article_id"])]
        self.reasons, self.removed = making.furniture(removed)
        self.sections = {
            "incidents": self._weighed(self.main),
            "background": self._weighed(data["incidents"].drop(self.main.index)),
            "articles": [Item(row.source.anchor, 1, row) for row in self._articles()],
            "skipped": [Item("", 1, row) for row in data["skipped"].itertuples()],
            "corrections": [Item("", 1, row) for row in corrections.changes(data, self.teller, words)],
        }

    @property
    def main(self) -> pd.DataFrame:
        """The incidents that an article has as its main matter."""
        return main_only(self.data["incidents"], self.data["coverage"])

    def pages(self, whole: bool = False) -> Iterator[tuple[str, str]]:
        """Each page of the report, the front first: its path beside the front, and its text. ``whole``: all on one."""
        arranged = places.arranged(self.sections, whole)
        self.teller.context = BRIEF if arranged.pages and not whole else CONTEXT
        environment = _environment(self.redact, arranged)
        yield FRONT, environment.get_template("report.html.jinja").render(page=FRONT, **self._front(arranged, whole))
        template = environment.get_template("part.html.jinja")
        for parts in arranged.parts.values():
            for number, part in enumerate(parts):
                around = (parts[number - 1] if number else None, parts[number + 1] if part is not parts[-1] else None)
                yield part.page, template.render(**self._part(part, around))

    def _part(self, part: Part, around: tuple[Part | None, Part | None]) -> dict[str, object]:
        return {
            **{"page": part.page, "title": part.name, "report": self._title(), "section": part.section},
            **{"before": around[0], "after": around[1], "rows": self._rows(part.section, part.items)},
            **{"version": __version__, "front": FRONT},
        }

    def _title(self) -> str:
        title = headlines.title(self.data)
        return f"{self.force}: {title}" if self.force else title

    def _rows(self, section: str, items: list[Item] | tuple[Item, ...]) -> list[object]:
        told = (item.row for item in items)
        return list(map(self.teller.account, told) if section in ("incidents", "background") else told)

    def _front(self, arranged: Places, whole: bool) -> dict[str, object]:
        data, sections = self.data, self.sections
        lines = {name: [self.teller.line(item.row) for item in sections[name]] for name in ("incidents", "background")}
        rows = {name: [] if arranged.parts[name] else self._rows(name, items) for name, items in sections.items()}
        most = sys.maxsize if whole else pictures.LONG if arranged.pages else pictures.SHORT
        return {
            **{"title": self._title(), "force": self.force, "parts": arranged.parts, "lines": lines, "rows": rows},
            **{"sentences": headlines.sentences(data, self.words), "version": __version__},
            "reviewed": bool((data["claims"]["decision"] != "").any()),
            "changes": self.changes,
            "figures": [] if self.force else list(pictures.figures(self.out, most)),
            "counts": {name: len(items) for name, items in sections.items()},
            "gaps": unknown.gaps(data),
            "reasons": self.reasons,
            "facts": making.facts(self.out, self.words.digest),
            "review": making.review(data["claims"]),
            "accuracy": making.accuracy(),
            "harms": making.harms(),
            "standings": {capital(said): _MEANINGS[code] for code, said in STANDINGS.items() if code},
            "stages": [row for row in self.words["codes"] if row["column"] == "stage"],
        }

    def _weighed(self, incidents: pd.DataFrame) -> list[Item]:
        """The latest first, those without a date last."""
        dated = incidents.sort_values(["first_reported", "title", "incident_id"], ascending=[False, True, True])
        rows = dated.itertuples()
        return [Item(self.teller.line(row).anchor, self.teller.weight(row.incident_id), row) for row in rows]

    def _articles(self) -> Iterator[Article]:
        articles, sources = self.data["articles"], self.teller.sources
        told = self.data["coverage"].groupby("article_id")["incident_id"].nunique().to_dict()
        ordered = articles.sort_values(["published", "publisher", "title", "article_id"], ascending=False)
        for row in ordered.itertuples():
            yield Article(
                source=sources[row.article_id],
                basis=_BASES[row.published_basis],
                why=row.published_evidence,
                words=0 if pd.isna(row.words) else int(row.words),
                copy_of=sources.get(row.duplicate_of),
                tells_of=told.get(row.article_id, 0),
                removed=self.removed.get(row.article_id, ""),
            )


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


def _environment(redact: Redactor, arranged: Places) -> Environment:
    """That of all pages, with the places of anchors and of other pages from the page that is written."""
    environment = templating.environment(redact)

    @pass_context
    def place(context: Context, anchor: str) -> Markup:
        return Markup(arranged.address(anchor, context["page"]))  # noqa: S704 (anchors are letters, digits and hyphens)

    @pass_context
    def page_link(context: Context, page: str) -> Markup:
        return Markup(places.relative(page, context["page"]))  # noqa: S704 (a path of ours)

    environment.filters |= {"place": place, "page_link": page_link}
    return environment


def by_force(out: Path, vocabulary: Path | None = None) -> dict[str, str]:
    """The forces of the run in ``out``, sorted, each with the name of its folder in ``out/by-force/``."""
    return forces.slugs(tables.read("incidents", out), publication.redactor(out, load(vocabulary)))


def index(out: Path, vocabulary: Path | None = None) -> Path:
    """Write ``out/by-force/index.html``, which leads to the report of each force of the run in ``out``; its path."""
    words, data = load(vocabulary), {name: tables.read(name, out) for name in READ}
    redact = publication.redactor(out, words)
    rows = []
    for force, slug in forces.slugs(data["incidents"], redact).items():
        share = forces.of_force(data, force)
        main = main_only(share["incidents"], share["coverage"])
        rows.append(
            (force, slug, len(main), len(share["incidents"]) - len(main), headlines.sentences(share, words)[1:3])
        )
    nameless = int((data["incidents"]["forces"] == "").sum())
    environment = _environment(redact, Places({}, {}))
    page = environment.get_template("forces.html.jinja").render(
        page=INDEX, title=f"By force: {headlines.title(data)}", rows=rows, nameless=nameless, version=__version__
    )
    (out / INDEX).parent.mkdir(exist_ok=True)
    tables.write_whole(out / INDEX, page.encode("utf-8"))
    return out / INDEX
