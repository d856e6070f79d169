"""The passages of one run as a comparison quotes them, and its values in words."""

from collections.abc import Iterable, Iterator

from cuttings.changes.cells import COLUMNS, Value
from cuttings.changes.claims import Said
from cuttings.changes.runs import Row, Run
from cuttings.changes.told import Line, Quote
from cuttings.dates import timespan
from cuttings.telling.excerpts import Source, excerpt, source
from cuttings.telling.redaction import WITHHELD, Redactor
from cuttings.telling.wording import ATTRIBUTES, STANDINGS, cell, label

FATES = {
    "": "",
    "stays": "",
    "corrected": "a reviewer has corrected it",
    "uncorrected": "a correction was taken back",
    "rejected": "a reviewer has rejected it",
    "unrejected": "a rejection was taken back",
    "added": "a reviewer has added it",
    "moved": "read there in both runs, of another incident",
    "unread": "no longer read there",
    "read": "not read there before",
    "changed_article": "its article has changed",
    "gone_article": "its article is gone",
    "new_article": "its article was added",
}
_DECISIONS = {"": "", "accepted": "accepted by a reviewer", "corrected": "corrected by a reviewer", "rejected": ""}
_COLUMNS = {"first_reported": "First reported", "conflicts": "What does not add up"}


class Passages:
    """Quotes what a run's rows stand on; of somebody whose name is withheld the article alone. ``current``: the later
    run, to whose report a quote may lead."""

    def __init__(self, run: Run, redact: Redactor, current: bool) -> None:
        self.run, self.redact, self.current = run, redact, current
        self._sources: dict[str, Source] = {}

    def lines(self, column: str, mark: str, values: Iterable[Value]) -> Iterator[Line]:
        """A line for each value of a column of incidents."""
        attribute = COLUMNS.get(column, column)
        name = _COLUMNS.get(column) or ATTRIBUTES[attribute]
        for value in values:
            yield Line(name, mark, self.value(column, value.value), tuple(self.quotes(value.said)))

    def value(self, column: str, value: str) -> str:
        """A value of a column of incidents, or of an attribute of claims, in words."""
        attribute = COLUMNS.get(column, column)
        if attribute == "person":
            return WITHHELD if self.redact.spans(value) else value
        if column == "first_reported":
            return timespan.in_words(value)
        if column == "conflicts":
            return value.replace("_", " ")
        if attribute == "stage":
            return label("stage", value, self.run.vocabulary) or "no stage"
        return self.redact(cell(attribute, value, self.run.vocabulary))

    def quotes(self, said: Iterable[Said]) -> Iterator[Quote]:
        """The passages, those that are alike once."""
        yield from dict.fromkeys(self.quote(each) for each in said)

    def quote(self, said: Said) -> Quote:
        """A passage with who said it, how far it goes and what became of it."""
        row, at = said.row, self._source(said.row.article_id)
        claim = getattr(row, "attribute", None) is not None
        person = row.value if claim and row.attribute == "person" else "" if claim else getattr(row, "name", "")
        about = [STANDINGS[row.standing] if claim else "", f"said by {row.said_by}" if claim and row.said_by else ""]
        corrected = claim and row.decision == said.fate  # one of the two says it
        about += [_DECISIONS[row.decision] if claim else "", "" if corrected else FATES[said.fate]]
        words = ("", "", "") if not row.evidence or self.redact.spans(person) else self._excerpt(row, at)
        told = ", ".join(part for part in about if part)
        where = at.anchor if self.current else ""
        return Quote(*words, self.redact(at.name), where, self.redact(told))

    def _excerpt(self, row: Row, at: Source) -> tuple[str, str, str]:
        found = excerpt(row, self.run.articles[row.article_id].text, at, self.redact)
        return found.before.unescape(), found.words.unescape(), found.after.unescape()

    def _source(self, article_id: str) -> Source:
        if article_id not in self._sources:
            self._sources[article_id] = source(self.run.articles[article_id])
        return self._sources[article_id]
