"""What the notebooks show of a run: small pieces of HTML in which everything an article says is escaped.

Article text is a stranger's: it comes out as the characters it is, never as markup, and never as mathematics, which
JupyterLab would make of two dollar signs.
"""

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
from IPython.display import HTML

from cuttings import tables

if TYPE_CHECKING:
    from ipywidgets import VBox

_COLOURS = {  # light enough for black text to be read on
    **{"FORCE": "#c6dbef", "UNIT": "#deebf7", "BODY": "#dadaeb", "PERSON": "#fdd0a2", "RANK": "#fee6ce"},
    **{"OFFICERS": "#fdae6b", "PLATFORM": "#d9d9d9", "ALLEGATION": "#fcbba1", "LAW": "#e7cb94", "STAGE": "#c7e9c0"},
    **{"SANCTION": "#a1d99b", "DATE": "#ffffb3", "PLACE": "#b3e2cd"},
}
_LONGEST, _SHORT, _MOST_PIECES = 160, 12, 40
_BESIDE = "display: flex; flex-wrap: wrap; gap: 2em"
_COLUMN = "flex: 1 1 24em; min-width: 0; overflow-wrap: anywhere"
_LEFT = "text-align: left; vertical-align: top"


def _page(*parts: str) -> HTML:
    style = "max-width: 60em; line-height: 1.6"
    return HTML(f'<div class="tex2jax_ignore mathjax_ignore" style="{style}">{"".join(parts)}</div>')


def table(data: pd.DataFrame, rows: int = 15) -> HTML:
    """The first rows of a table, long cells cut short, and how many rows there are in all if that is more."""
    names = [escape(str(name)) for name in data.columns]
    if data.empty:
        return _page(f"<p>No rows ({', '.join(names)}).</p>")
    head = "".join(f'<th style="{_LEFT}">{name}</th>' for name in names)
    lines = [[_cell(value) for value in row] for row in data.head(rows).itertuples(index=False)]
    body = "".join(f"<tr>{''.join(line)}</tr>" for line in lines)
    more = f"<p>{rows} of {len(data)} rows.</p>" if len(data) > rows else ""
    return _page(f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>", more)


def sentences(lines: Iterable[str]) -> HTML:
    """Sentences, a line each."""
    return _page(*(f"<p>{escape(line)}</p>" for line in lines))


def record(data: pd.DataFrame) -> HTML:
    """The first row of a table, a line for each column that is not empty."""
    cells = data.head(1).T.set_axis(["value"][: len(data)], axis=1).rename_axis("column").reset_index()
    return table(cells[cells["value"].map(_text) != ""] if len(data) else data, len(cells))


def _cell(value: object) -> str:
    text = _text(value)
    short = "; white-space: nowrap" if len(text) <= _SHORT else ""  # a date on two lines is hard to read
    return f'<td style="{_LEFT}{short}">{escape(text)}</td>'


def _text(value: object) -> str:
    text = "" if value is None or value is pd.NA or value != value else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"


def chosen_article(out: Path, article: str = "") -> str:
    """The article_id asked for; where none is, or the run does not have it, which is said, that of the first file."""
    return _chosen(tables.read("articles", out).sort_values("file")["article_id"].tolist(), article, "article")


def chosen_incident(out: Path, incident: str = "") -> str:
    """The incident_id asked for; where none is, or the run does not have it, which is said, that of the most told."""
    told = tables.read("incidents", out).sort_values(["articles", "incident_id"], ascending=[False, True])
    return _chosen(told["incident_id"].tolist(), incident, "incident")


def _chosen(known: list[str], asked: str, kind: str) -> str:
    """What to look at closely is no reason for a run to fail, and the ids are not known before it."""
    if asked and asked not in known:
        print(f"This run has no {kind} {asked!r}; it has {', '.join(known[:12]) or 'none'}. Here is the first.")
    return asked if asked in known else (known[0] if known else "")


def furniture(article: str, out: Path) -> HTML:
    """One article's text, and beside it, struck through, each piece of the page that was taken out, and why."""
    row = _article(article, out)
    if row is None:
        return _page("<p>No article could be read.</p>")
    removed = tables.read("furniture", out).query("article_id == @article")
    shown = removed.head(_MOST_PIECES).itertuples()
    pieces = [f"<li><del>{escape(each.text)}</del> <small>({escape(each.reason)})</small></li>" for each in shown]
    more = f"<p>{_MOST_PIECES} of {len(removed)} pieces.</p>" if len(removed) > _MOST_PIECES else ""
    taken = f"<ul>{''.join(pieces)}</ul>{more}" if pieces else "<p>Nothing was taken out.</p>"
    kept = _column("Kept", *_paragraphs(row.text))
    return _page(_heading(row), f'<div style="{_BESIDE}">{kept}{_column("Taken out", taken)}</div>')


def _column(heading: str, *parts: str) -> str:
    return f'<div style="{_COLUMN}"><h4>{heading}</h4>{"".join(parts)}</div>'


def dated(article: str, out: Path) -> HTML:
    """When one article was published, how that is known, and each thing that it was read from, marked in its text."""
    row = _article(article, out)
    if row is None:
        return _page("<p>No article could be read.</p>")
    reasons = tables.read("datings", out).query("article_id == @article")
    said = f"Published {row.published} ({row.published_basis})." if row.published else "No day of publication is known."
    lines = [f"<li><q>{escape(each.evidence)}</q>: {escape(each.reading)}</li>" for each in reasons.itertuples()]
    return _page(_heading(row), f"<p>{escape(said)}</p>", f"<ul>{''.join(lines)}</ul>" if lines else "")


def annotated(article: str, out: Path) -> HTML:
    """One article's text with its mentions coloured by label, each one's normalised value after it, and a legend.

    Of mentions that overlap, the one that starts first is coloured, of those the longest.
    """
    row = _article(article, out)
    if row is None:
        return _page("<p>No article could be read.</p>")
    mentions = tables.read("mentions", out).query("article_id == @article")
    outer = list(_outermost(mentions))
    counts = Counter(mentions["label"])
    legend = " ".join(_mark(label, f"{label} {number}") for label, number in counts.most_common())
    inside = len(mentions) - len(outer)
    note = f"<p><small>{inside} more lie inside these or overlap them.</small></p>" if inside else ""
    return _page(_heading(row), f"<p>{legend}</p>", note, *_paragraphs(row.text, outer))


def _article(article: str, out: Path) -> tuple | None:
    rows = tables.read("articles", out).query("article_id == @article")
    return next(rows.itertuples(), None)


def _heading(row: tuple) -> str:
    when = row.published or "no date"
    return f"<p><small>{escape(row.file)}, {escape(row.publisher or 'no publisher')}, {escape(when)}</small></p>"


def _outermost(mentions: pd.DataFrame) -> Iterable[tuple]:
    end = 0
    for mention in sorted(mentions.itertuples(), key=lambda each: (each.start, -each.end)):
        if mention.start >= end:
            end = mention.end
            yield mention


def _paragraphs(text: str, mentions: Iterable[tuple] = ()) -> list[str]:
    pieces, at = [], 0
    for mention in mentions:
        pieces += [escape(text[at : mention.start]), _marked(mention)]
        at = mention.end
    return [f"<p>{each}</p>" for each in "".join([*pieces, escape(text[at:])]).split("\n\n")]


def _marked(mention: tuple) -> str:
    same = mention.value.casefold() == mention.text.casefold()
    return _mark(mention.label, mention.text, "" if same else mention.value)


def _mark(label: str, text: str, value: str = "") -> str:
    colour = _COLOURS.get(label, "#eeeeee")
    after = f" <small>{escape(value)}</small>" if value else ""
    style = f"background: {colour}; color: #000; padding: 0 0.2em; border-radius: 0.2em"
    return f'<mark style="{style}" title="{escape(label)}">{escape(text)}{after}</mark>'


def desk(out: Path, casebook: Path | None, reviewer: str = "") -> "HTML | VBox":
    """The reviewer's desk for the run in ``out``; a sentence where nobody is at the notebook to use it."""
    if casebook is None:
        return sentences(["Nobody is at this notebook. Open it in JupyterLab to review, or see `cuttings review`."])
    from cuttings.review.desk import opened

    return opened(out, casebook, reviewer)


def chart(name: str, out: Path) -> HTML:
    """A chart of the run (one of ``charts.NAMES``), and what it shows in words.

    Raises FileNotFoundError before ``charts.draw``.
    """
    picture = b64encode((out / "figures" / f"{name}.png").read_bytes()).decode("ascii")
    words = escape(json.loads((out / "figures" / "charts.json").read_text("utf-8"))["charts"][name]["alternative"])
    return _page(
        f'<img alt="{words}" src="data:image/png;base64,{picture}" style="max-width: 100%">', f"<p>{words}</p>"
    )
