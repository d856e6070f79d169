"""A run beside gold: its tables as rows, and which of the incidents that it found in an article is which of gold's."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings import tables, vocabulary
from cuttings.scoring.alignment import Account, Found, accounts, align, found
from cuttings.scoring.gold import Gold


@dataclass(frozen=True)
class Run:
    """A run's tables as rows: articles by file (its first), texts and the rest by article_id; and the vocabulary."""

    articles: Mapping[str, Mapping]
    texts: Mapping[str, str]
    rows: Mapping[str, Mapping[str, list[Mapping]]]
    words: vocabulary.Vocabulary

    def of(self, table: str, file: str) -> list[Mapping]:
        return self.rows[table].get(self.articles[file]["article_id"], []) if file in self.articles else []


@dataclass(frozen=True)
class Pairing:
    """One article read twice: gold's accounts, the run's, and which is which (position to position)."""

    file: str
    golden: list[Account]
    founds: list[Found]
    pairs: dict[int, int]

    @property
    def unpaired(self) -> list[Found]:
        return [one for j, one in enumerate(self.founds) if j not in self.pairs.values()]

    def mate(self, incident: str) -> str:
        """The run's incident_id for gold's name of an incident; empty if it has none."""
        mates = [self.founds[j].incident_id for i, j in self.pairs.items() if self.golden[i].incident == incident]
        return mates[0] if mates else ""


def read_run(out: Path) -> Run:
    """The tables of the run in ``out`` that are scored; raises TableError for one that is missing."""
    read = tables.read("articles", out).to_dict("records")
    articles = {row["file"]: row for row in reversed(read)}
    rows: dict[str, dict[str, list[Mapping]]] = {}
    for name in ("coverage", "claims", "subjects", "people", "quotes", "links"):
        of = rows.setdefault(name, {})
        for row in tables.read(name, out).to_dict("records"):
            of.setdefault(row["article_id"], []).append(row)
    return Run(articles, {row["article_id"]: row["text"] for row in read}, rows, vocabulary.load())


def pair_up(gold: Gold, run: Run) -> list[Pairing]:
    """Every article of gold's with its incidents paired; a copy only if gold repeats in it what the article tells."""
    pairings = []
    for article in gold.articles:
        file = article["file"]
        golden, founds = accounts(gold, file), found(run.of("coverage", file), run.of("claims", file))
        if golden or not article["duplicate_of"]:
            pairings.append(Pairing(file, golden, founds, align(golden, founds)))
    return pairings
