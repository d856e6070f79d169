"""What waits for a reviewer: a run's claims, those first that do most harm if they are wrong, and how far it has got.

The order: what reviewers differ on; stages of charged or beyond; what is said to be charged, admitted or found; single
values on which articles differ; names; sanctions; counts; then the rest in the order of the claims.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd

from cuttings import tables, vocabulary
from cuttings.casebook import Decision, Decisions, Follower, text_version
from cuttings.review import accounts
from cuttings.review.making import as_read, proposed
from cuttings.review.replay import added_row, decided
from cuttings.review.standing import NONE, Verdicts, heard, verdicts

QUEUE = (
    *("claim_id", "incident", "article", "attribute", "value", "standing", "said_by"),
    *("context_before", "evidence", "context_after"),
    *("verdict", "new_value", "new_words", "new_standing", "comment"),
)
STATUSES = ("open", "decided", "needs_call", "disputed")
_GRAVE = ("charged", "admitted", "found")
_ONE_VALUE = frozenset({"officers_total", "officers_serving", "officers_former", "stage", "happened", "announced"})
_CONTEXT = 80


@dataclass(frozen=True, eq=False)
class Item:
    """A claim with its article's row, its incident's title, its place in the order of harm, and its key.

    ``read`` is the row as it was read, ``claim`` with what reviewers have made of it.
    """

    read: Mapping
    claim: Mapping
    article: Mapping
    title: str
    harm: int
    key: tuple

    @property
    def claim_id(self) -> str:
        """The id of the claim."""
        return str(self.claim["claim_id"])


@dataclass(frozen=True)
class Wanted:
    """Which claims to show: those with these cells, empty for any; ``status`` one of ``STATUSES``, empty for all."""

    attribute: str = ""
    incident: str = ""
    article: str = ""
    rule: str = ""
    status: str = "open"


class Queue:
    """The claims of the run in ``out``, and what ``casebook`` has on them; ``refresh`` reads what others have recorded.

    Raises TableError when a table of the run is missing.
    """

    def __init__(self, out: Path, casebook: Path | None = None) -> None:
        self.out, self.casebook = out, casebook
        self.articles = {row["article_id"]: row for row in tables.read("articles", out).to_dict("records")}
        self.titles = dict(tables.read("incidents", out)[["incident_id", "title"]].itertuples(index=False))
        self.accounts = accounts.of_run(out)
        self.words = vocabulary.load()
        stages = self.words.codes("stage")
        self._grave = stages[stages.index("charged") :] if "charged" in stages else ()
        self._read = self._items(tables.read("claims", out).to_dict("records"))
        self.decisions = Decisions()
        self._follower = Follower(casebook) if casebook else None
        self.refresh()

    def refresh(self) -> None:
        """Read what the casebook has had added."""
        self.decisions = self._follower.read() if self._follower else Decisions()
        self.verdicts = verdicts(self.decisions)
        known = {item.key for item in self._read}
        fresh = [said.added for key, said in self.verdicts.items() if said.added and key not in known]
        added = tables.frame("claims", (row for decision in fresh for row in self._row(decision)))
        items = [*self._read, *self._items(added.to_dict("records"))]
        items = [
            replace(item, claim=decided(item.read, said)) if (said := self.of(item)).last else item for item in items
        ]
        self.items = sorted(items, key=lambda item: (self.of(item).flag != "disputed", item.harm))
        self.by_id = {item.claim_id: item for item in self.items}

    def of(self, item: Item) -> Verdicts:
        """What reviewers say of a claim."""
        return heard(item.key, lambda key: self.verdicts.get(key, NONE))

    def status(self, item: Item) -> str:
        """``disputed``, ``needs_call``, ``decided`` or ``open``."""
        said = self.of(item)
        return said.flag or ("decided" if said.agreed else "open")

    def undecided(self) -> list[Item]:
        """The claims that are not decided, in their order: by the casebook where there is one, which may have taken
        back since what the tables have; else by the tables.
        """
        if self.casebook is None:
            return [item for item in self.items if not item.claim["decision"]]
        return [item for item in self.items if self.status(item) != "decided"]

    def shown(self, wanted: Wanted) -> list[Item]:
        """The claims that are wanted, in their order."""
        return [item for item in self.items if self._fits(item, wanted)]

    def _fits(self, item: Item, wanted: Wanted) -> bool:
        cells = {"attribute": wanted.attribute, "incident_id": wanted.incident, "article_id": wanted.article}
        cells["rule"] = wanted.rule
        if any(cell and item.claim[name] != cell for name, cell in cells.items()):
            return False
        return not wanted.status or self.status(item) == wanted.status

    def progress(self) -> str:
        """In words: "41 of 126 claims decided, 3 of 9 incidents complete"."""
        left = [item for item in self.items if self.status(item) != "decided"]
        incidents = {item.claim["incident_id"] for item in self.items}
        complete = len(incidents - {item.claim["incident_id"] for item in left})
        done = len(self.items) - len(left)
        return f"{done} of {len(self.items)} claims decided, {complete} of {len(incidents)} incidents complete"

    def _items(self, claims: list[dict]) -> list[Item]:
        values: dict[tuple[str, str], set[str]] = {}
        for row in claims:
            values.setdefault((row["incident_id"], row["attribute"]), set()).add(row["value"])
        versions = {name: (row["sha256"], text_version(row["text"])) for name, row in self.articles.items()}
        found = []
        for row in claims:
            differ = row["attribute"] in _ONE_VALUE and len(values[row["incident_id"], row["attribute"]]) > 1
            article, title = self.articles[row["article_id"]], self.titles.get(row["incident_id"], "")
            key, read = (*versions[row["article_id"]], *proposed(row, article).values()), as_read(row, article)
            found.append(Item(read, read, article, title, _harm(row, self._grave, differ), key))
        return found

    def _row(self, added: Decision) -> Iterable[dict]:
        """The claim that a reviewer added since the tables were written, where its account is in this run."""
        for row in self.accounts[self.accounts["start"] == added.account].itertuples():
            article = self.articles[row.article_id]
            if (article["sha256"], text_version(article["text"])) == (added.sha256, added.text_version):
                yield added_row(row.article_id, row.incident_id, added)


def queue(out: Path, casebook: Path | None = None) -> pd.DataFrame:
    """The undecided claims of the run in ``out``, in the order in which a reviewer should take them.

    ``casebook``: as in ``Queue.undecided``. ``context_before``, ``evidence`` and ``context_after`` are the article's
    own characters, up to 80 either side, cut between words; ``verdict`` and what follows are for the reviewer. Raises
    TableError when a table of the run is missing.
    """
    left = Queue(out, casebook).undecided()
    return pd.DataFrame([queued(item) for item in left], columns=list(QUEUE), dtype="string")


def queued(item: Item) -> dict[str, str]:
    """A claim's row in a sheet for a reviewer."""
    before, after = "", ""
    if not pd.isna(item.claim["start"]):
        before, after = _context(item.article["text"], int(item.claim["start"]), int(item.claim["end"]))
    beside = {"incident": item.title, "article": item.article["title"], "context_before": before}
    beside["context_after"] = after
    return {name: beside.get(name, item.claim.get(name, "")) for name in QUEUE}


def _harm(claim: Mapping, grave: tuple[str, ...], differ: bool) -> int:
    """The claim's place in the order of harm: 0 first. Called charged or convicted is worse than called sacked."""
    attribute = claim["attribute"]
    worst_first = (
        attribute == "stage" and claim["value"] in CRIMINAL,
        attribute == "stage" and claim["value"] in grave,
        claim["standing"] in _GRAVE,
        differ,
        attribute == "person",
        attribute == "sanction",
        attribute == "officers_total",
        attribute in {"officers_serving", "officers_former"},
        True,
    )
    return worst_first.index(True)


CRIMINAL = ("charged", "criminal_trial", "convicted", "sentenced")


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    if start > _CONTEXT and not text[start - _CONTEXT - 1].isspace():
        before = re.sub(r"^\S+", "", before)
    if end + _CONTEXT < len(text) and not text[end + _CONTEXT].isspace():
        after = re.sub(r"\S+$", "", after)
    return before.lstrip(), after.rstrip()
