"""What is told of the articles that differ between two runs."""

from collections.abc import Iterator

from cuttings.changes.articles import Articles, Changed
from cuttings.changes.claims import Passage, Said
from cuttings.changes.passages import Passages
from cuttings.changes.runs import Row
from cuttings.changes.told import Entry, Line
from cuttings.dates import timespan
from cuttings.telling.wording import capital, count_of


def entries(articles: Articles, old: Passages, new: Passages) -> Iterator[tuple[str, Entry]]:
    """An entry for each article that is not the same in both runs, with the key of its section."""
    yield from (("added", _article(row, new)) for row in articles.added)
    yield from (("missing", _article(row, old)) for row in articles.gone)
    yield from (("changed", _changed(each, old, new)) for each in articles.changed)


def _article(row: Row, side: Passages, lines: tuple[Line, ...] = ()) -> Entry:
    told = [row.publisher, timespan.in_words(row.published) or "undated"]
    told += ["a copy of another"] if row.duplicate_of else []
    lead = side.redact(", ".join(part for part in told if part))
    return Entry(side.redact(row.title or "untitled"), side.redact.address(row.file), lead, lines)


def _changed(each: Changed, old: Passages, new: Passages) -> Entry:
    lines = list(_text(each, old, new)) if "text" in each.columns else []
    if each.anew and "text" not in each.columns:
        lines.append(Line("", "", "the file was saved anew; its text is the same to the letter"))
    for column in (name for name in each.columns if name != "text"):
        before, after = (_cell(column, row, new) for row in (each.old, each.new))
        lines.append(Line(capital(column.replace("_", " ")), "", f"{before} → {after}"))
    return _article(each.new, new, tuple(lines))


def _cell(column: str, row: Row, side: Passages) -> str:
    if column == "duplicate_of":
        return "a copy of another" if row.duplicate_of else "no copy"
    cell = getattr(row, column)
    return (side.redact.address(cell) if column == "url" else side.redact(cell)) or "nothing"


def _text(each: Changed, old: Passages, new: Passages) -> Iterator[Line]:
    """From the first word that differs to the last, on either side."""
    before, after = each.old.text, each.new.text
    start, end = _differing(before, after)
    for row, side, mark in ((each.old, old, "went"), (each.new, new, "came")):
        stop = max(len(row.text) - end, start)
        passage = Passage(row.article_id, start, stop, row.text[start:stop])
        quotes = (side.quote(Said(passage)),) if passage.evidence.strip() else ()
        yield Line("Text", mark, count_of(len(passage.evidence.split()), "word"), quotes)


def _differing(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at their beginnings and at their ends, in whole words."""
    least = min(len(before), len(after))
    start = next((at for at in range(least) if before[at] != after[at]), least)
    start = before.rfind(" ", 0, start) + 1
    rest = least - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    tail = before[len(before) - end :]
    return start, len(tail) - (tail.find(" ") if " " in tail else len(tail))
