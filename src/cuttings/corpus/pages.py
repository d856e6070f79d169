"""The corpus to leaf through: an index and a page an article, its text with its gold in colour. No script."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cuttings.corpus.files import Annotated
from cuttings.corpus.matrix import matrix

COLOURS = {  # what stands on words, and a colour light enough for black text
    **{"force": "#c6dbef", "unit": "#deebf7", "body": "#dadaeb", "person": "#fdd0a2", "platform": "#d9d9d9"},
    **{"allegation": "#fcbba1", "law": "#e7cb94", "stage": "#c7e9c0", "sanction": "#a1d99b", "place": "#b3e2cd"},
    **{"officers_total": "#fdae6b", "officers_serving": "#fdae6b", "officers_former": "#fdae6b"},
    **{"happened": "#ffffb3", "announced": "#ffffb3", "subject": "#fee6ce", "quote": "#eeeeee", "link": "#ccebc5"},
}


@dataclass(frozen=True)
class Run:
    """A stretch of text between two borders of spans: what stands on it, the narrowest first."""

    words: str
    marks: tuple["Mark", ...]

    @property
    def colour(self) -> str:
        return COLOURS[self.marks[0].kind] if self.marks else ""

    @property
    def title(self) -> str:
        return "; ".join(mark.title for mark in self.marks)


@dataclass(frozen=True)
class Mark:
    """One thing that gold has on the words from ``start`` to ``end``."""

    start: int
    end: int
    kind: str
    title: str


def write_pages(articles: Sequence[Annotated], folder: Path) -> Path:
    """Write ``index.html`` and ``<id>.html`` for each article into ``folder``; returns the index."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["count_of"] = count
    ids = [article.id for article in articles]
    tellers = _tellers(articles)
    for number, article in enumerate(articles):
        beside = {"before": ids[number - 1] if number else "", "after": ids[number + 1] if ids[number + 1 :] else ""}
        page = pages.get_template("article.html.jinja").render(
            article=article, paragraphs=list(paragraphs(article)), colours=COLOURS, tellers=tellers, **beside
        )
        (folder / f"{article.id}.html").write_text(page, encoding="utf-8")
    rows = [
        {**row, "headline": article.gold["article"]["headline"]}
        for row, article in zip(matrix(articles).to_dict("records"), articles, strict=True)
    ]
    index = folder / "index.html"
    index.write_text(pages.get_template("index.html.jinja").render(rows=rows), encoding="utf-8")
    return index


def _tellers(articles: Iterable[Annotated]) -> dict[str, list[str]]:
    """Incident to the ids of the articles that tell of it."""
    found: dict[str, list[str]] = {}
    for article in articles:
        for incident in article.gold["incidents"]:
            found.setdefault(incident["incident"], []).append(article.id)
    return found


def paragraphs(article: Annotated) -> Iterator[list[Run]]:
    """The text's paragraphs in runs of one colour; put together again, the runs are the text."""
    marks, start = list(_marks(article.gold)), 0
    for paragraph in article.text.split("\n\n"):
        end = start + len(paragraph)
        mine = [mark for mark in marks if mark.start < end and mark.end > start]
        borders = sorted({start, end, *(b for m in mine for b in (m.start, m.end) if start < b < end)})
        yield [_run(article.text, mine, *each) for each in itertools.pairwise(borders)]
        start = end + 2


def _run(text: str, marks: Iterable[Mark], start: int, end: int) -> Run:
    over = [mark for mark in marks if mark.start < end and mark.end > start]
    return Run(text[start:end], tuple(sorted(over, key=lambda mark: (mark.kind == "quote", mark.end - mark.start))))


def _marks(gold: Mapping) -> Iterator[Mark]:
    for incident in gold["incidents"]:
        name = incident["incident"]
        for row in incident["claims"]:
            said = f", {row['said_by']}" if row["said_by"] else ""
            what = f"{row['attribute']}: {row['value']} ({row['standing']}{said}) · {name}"
            yield Mark(row["start"], row["end"], row["attribute"], what)
        for row in incident["subjects"]:
            yield Mark(row["start"], row["end"], "subject", f"subject: {count(row)} {row['status']} · {name}")
    for row in gold["quotes"]:
        yield Mark(row["start"], row["end"], "quote", f"quotation: {row['speaker'] or 'nobody named'}")
    for row in gold["links"]:
        yield Mark(
            row["start"], row["end"], "link", f"{row['relation']}: {row['from']}, {row['to'] or 'another matter'}"
        )


def count(subject: Mapping) -> str:
    """How many people a row of subjects stands for, in words."""
    least, most = subject["count_min"], subject["count_max"]
    if least is None:
        return "some"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"
