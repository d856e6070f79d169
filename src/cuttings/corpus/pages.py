"""The corpus to leaf through: an index and a page an article, its text with its gold in colour. No script."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cuttings import home
from cuttings.corpus import SPLITS
from cuttings.corpus.files import Annotated, CorpusError
from cuttings.corpus.matrix import matrix

COLOURS = {  # what stands on words; light enough for black text, and each two at least 17 apart by CIEDE2000
    **{"force": "#7ba7f4", "unit": "#dee9ff", "body": "#c8a7ff", "place": "#b2a7b2", "platform": "#9cb2b2"},
    **{"officers_total": "#e9915a", "officers_serving": "#ffc870", "officers_former": "#f4ded3", "subject": "#b2a786"},
    **{"person": "#f4f47b", "people": "#ffd3f4", "allegation": "#ff9c9c", "law": "#ff7bc8", "stage": "#91bd5a"},
    **{"sanction": "#86ffa7", "happened": "#5ad3ff", "announced": "#91fff4", "quote": "#e9f4de", "link": "#5abd9c"},
}
_LINE = 3  # pixels, of a wider mark's line under a narrower one
_SUBHEAD = 12  # words
_ENDED = re.compile(r"[.!…:;,”\"’')]$")


@dataclass(frozen=True)
class Mark:
    """One thing that gold has on the words from ``start`` to ``end``; ``value`` is empty where it is the words."""

    start: int
    end: int
    kind: str
    value: str
    incident: str
    title: str


@dataclass(frozen=True)
class Run:
    """A stretch of text between two borders of spans: what stands on it, the narrowest first, and what ends with it."""

    words: str
    marks: tuple[Mark, ...]
    ending: tuple[Mark, ...]

    @property
    def style(self) -> str:
        """The narrowest mark's colour behind the words, the others' as lines under them."""
        first, *others = dict.fromkeys(COLOURS[mark.kind] for mark in self.marks)
        lines = [f"0 {_LINE * number}px {colour}" for number, colour in enumerate(others, 1)]
        return f"background: {first}" + (f"; box-shadow: {', '.join(lines)}" if lines else "")

    @property
    def title(self) -> str:
        return "; ".join(mark.title for mark in self.marks)


def write_pages(articles: Sequence[Annotated], folder: Path) -> Path:
    """Write ``index.html`` and ``<id>.html`` for each article into ``folder``; returns the index.

    The articles stand in the order of the splits and, in each, of their ids. Raises CorpusError where ``folder`` is a
    corpus's own or in it.
    """
    _refuse(articles, folder)
    ordered = sorted(articles, key=lambda article: (SPLITS.index(article.split), article.id))
    folder.mkdir(parents=True, exist_ok=True)
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages.filters["count_of"] = count
    tellers, article_page = _tellers(ordered), pages.get_template("article.html.jinja")
    for before, article, after in zip([None, *ordered[:-1]], ordered, [*ordered[1:], None], strict=True):
        page = article_page.render(
            **{"article": article, "before": before, "after": after, "tellers": tellers},
            **{
                "paragraphs": list(zip(_roles(article), paragraphs(article), strict=True)),
                "legend": _legend(article.gold),
            },
        )
        (folder / f"{article.id}.html").write_text(page, encoding="utf-8")
    index = folder / "index.html"
    index.write_text(pages.get_template("index.html.jinja").render(splits=_listed(ordered)), encoding="utf-8")
    return index


def _refuse(articles: Iterable[Annotated], folder: Path) -> None:
    place = folder.resolve()
    for corpus in {home.corpus().resolve(), *(article.saved.resolve().parents[2] for article in articles)}:
        if place == corpus or corpus in place.parents:
            raise CorpusError(
                f"{folder} is in the corpus itself ({corpus}), which pages would spoil: name another folder"
            )


def _legend(gold: Mapping) -> dict[str, str]:
    """The kinds that are marked in an article, with their colours."""
    kinds = {mark.kind for mark in _marks(gold)}
    return {kind: colour for kind, colour in COLOURS.items() if kind in kinds}


def _listed(articles: Sequence[Annotated]) -> dict[str, list[dict[str, str]]]:
    """The index's rows, split by split."""
    splits: dict[str, list[dict[str, str]]] = {}
    for row, article in zip(matrix(articles).to_dict("records"), articles, strict=True):
        splits.setdefault(article.split, []).append({**row, "headline": article.gold["article"]["headline"]})
    return splits


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


def _roles(article: Annotated) -> Iterator[str]:
    """How each paragraph is set: the headline, the standfirst, what looks like a subhead, text."""
    for number, paragraph in enumerate(article.text.split("\n\n")):
        if number and paragraph == article.gold["article"]["standfirst"]:
            yield "standfirst"
        else:
            short = len(paragraph.split()) <= _SUBHEAD and not _ENDED.search(paragraph)
            yield "headline" if not number else "subhead" if short else "text"


def _run(text: str, marks: Iterable[Mark], start: int, end: int) -> Run:
    over = sorted((mark for mark in marks if mark.start < end and mark.end > start), key=_breadth)
    return Run(text[start:end], tuple(over), tuple(mark for mark in over if mark.end == end))


def _breadth(mark: Mark) -> tuple[bool, int]:
    return mark.kind == "quote", mark.end - mark.start


def _marks(gold: Mapping) -> Iterator[Mark]:
    for incident in gold["incidents"]:
        name = incident["incident"]
        for row in incident["claims"]:
            said = f", {row['said_by']}" if row["said_by"] else ""
            what = f"{row['attribute']}: {row['value']} ({row['standing']}{said}) · {name}"
            yield _mark(row, row["attribute"], row["value"], name, what)
        for row in incident["subjects"]:
            value = f"{count(row)} {row['status']}"
            yield _mark(row, "subject", value, name, f"subject: {value} · {name}")
        for row in incident["people"]:
            what = f"people: {row['name']}, {row['role']}, may be named: {row['nameable']} · {name}"
            yield _mark(row, "people", row["role"], name, what)
    for row in gold["quotes"]:
        speaker = row["speaker"] or "nobody named"
        yield _mark(row, "quote", speaker, "", f"quotation: {speaker}")
    for row in gold["links"]:
        value = f"{row['relation']} {row['to'] or 'another matter'}"
        yield _mark(
            row, "link", value, row["from"], f"{row['relation']}: {row['from']}, {row['to'] or 'another matter'}"
        )


def _mark(row: Mapping, kind: str, value: str, incident: str, title: str) -> Mark:
    shown = "" if value.casefold() == row["words"].casefold() else value
    return Mark(row["start"], row["end"], kind, shown, incident, title)


def count(subject: Mapping) -> str:
    """How many people a row of subjects stands for, in words."""
    least, most = subject["count_min"], subject["count_max"]
    if least is None:
        return "some"
    if most is None:
        return f"at least {least}"
    return str(least) if least == most else f"{least} to {most}"
