"""A reviewer at work: which claim is looked at, and what is recorded of it, on the disk before it is said to be.

No widgets here: ``desk`` has these.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.casebook import Decision, DecisionError, record
from cuttings.review import making
from cuttings.review.queue import Item, Queue, Wanted
from cuttings.review.sheets import placed
from cuttings.vocabulary import Vocabulary

SHOWN = 200  # claims in the list at once; a bulk action is on these alone


class Session:
    """The review of the run in ``out`` by ``reviewer``, whose decisions go to ``casebook``.

    Every verb records what it is told, reads what others have recorded meanwhile, and returns a sentence that says what
    was done. They raise DecisionError for what cannot be a decision, and OSError where it could not be saved; nothing
    has been recorded then.
    """

    def __init__(self, out: Path, casebook: Path, reviewer: str = "") -> None:
        self.queue, self.casebook = Queue(out, casebook), casebook
        self.reviewer, self.wanted = reviewer, Wanted()
        self.words = self.queue.words
        self.people = tables.read("people", out)
        self.matches = tables.read("matches", out)
        self._orphans = tables.read("orphans", out)
        self._made: list[list[Decision]] = []
        self.current: Item | None = None
        self.choose(0)

    @property
    def every(self) -> list[Item]:
        """The claims that are wanted, in their order."""
        return self.queue.shown(self.wanted)

    @property
    def shown(self) -> list[Item]:
        """The first of them: those that the list has."""
        return self.every[:SHOWN]

    def want(self, wanted: Wanted) -> None:
        """Show other claims."""
        self.wanted = wanted
        if self.current not in self.shown:
            self.choose(0)

    def choose(self, place: int) -> None:
        """Look at the claim at a place of the list; at its last where there is none there."""
        shown = self.shown
        self.current = shown[min(max(place, 0), len(shown) - 1)] if shown else None

    def move(self, by: int) -> None:
        """Look at the next claim, or the one before."""
        shown = self.shown
        self.choose(shown.index(self.current) + by if self.current in shown else 0)

    def decide(self, verdict: str, comment: str = "", *, value: str = "", standing: str = "", words: str = "") -> str:
        """A verdict on the current claim. A correction gives a new value, another standing, other words of the article,
        or several of these; those that are as they were count for nothing.
        """
        item = self._item()
        value = "" if value == item.claim["value"] else value
        standing = "" if standing == item.claim["standing"] else standing
        span = placed(item, "" if words == item.claim["evidence"] else words)
        if verdict == "corrected" and not (value or standing or span):
            raise DecisionError("nothing is new: give another value, another standing or other words")
        said = (self._by, verdict, value, comment.strip(), self.words)
        self._record(making.decide(item.claim, item.article, *said, span=span, standing=standing))
        return f"{verdict.replace('_', ' ').capitalize()}: {item.claim['attribute']} “{item.claim['value']}”."

    def accept_shown(self) -> str:
        """Accept every claim of the list that nobody has decided, and no other."""
        items = [item for item in self.shown if not self.queue.of(item).last]
        self._record(*(making.decide(item.claim, item.article, self._by, "accepted") for item in items))
        return f"Accepted: {len(items)} claims."

    def add(self, attribute: str, value: str, words: str | tuple[int, int], standing: str = "reported") -> str:
        """A claim that was missed, in the current one's account; ``words`` of the article, or their offsets."""
        item = self._item()
        span = placed(item, words) if isinstance(words, str) else words
        if span is None:
            raise DecisionError("say which words of the article the new claim stands on")
        start = int(self.account(item)["start"])
        more = {"standing": standing, "words": self.words}
        self._record(making.add(attribute, value.strip(), span, start, item.article, self._by, **more))
        return f"Added: {attribute} “{value.strip()}”."

    def name(self, person: str, nameable: str, reason: str) -> str:
        """Whether somebody whom the current incident's articles name may be named, in each of its rows."""
        rows = self.named()
        rows = rows[rows["name"] == person].to_dict("records")
        articles = self.queue.articles
        self._record(*(making.name(row, articles[row["article_id"]], self._by, nameable, reason) for row in rows))
        return f"{person} may be named: {nameable}."

    def named(self) -> pd.DataFrame:
        """The people of the current incident."""
        return self.people[self.people["incident_id"] == self._item().claim["incident_id"]]

    def split(self) -> str:
        """Take the current claim's account out of its incident: it is apart from each of the others."""
        mine, others = self.account(self._item()), []
        for row in self._accounts(mine["incident_id"]):
            if (row["article_id"], row["start"]) != (mine["article_id"], mine["start"]):
                others.append(making.pair(mine, row, self._by, "apart"))
        if not others:
            raise DecisionError("the incident is told by this one article alone")
        self._record(*others)
        return f"Apart: this article's account, from {len(others)} others. It counts from the next assembly."

    def merge(self, incident: str) -> str:
        """The current claim's incident and another are one."""
        ours, theirs = (self._accounts(name)[0] for name in (self._item().claim["incident_id"], incident))
        self._record(making.pair(ours, theirs, self._by, "same"))
        return f"The same incident: {self.queue.titles.get(incident, incident)}. It counts from the next assembly."

    def neighbours(self) -> list[tuple[str, str]]:
        """The other incidents, as (title, incident_id): those that were nearly taken for this one first, with why."""
        own = self._item().claim["incident_id"]
        near = {}
        for row in self.matches[self.matches["verdict"] == "near"].sort_values("score").itertuples():
            if own in (row.left_incident, row.right_incident):
                near[row.right_incident if row.left_incident == own else row.left_incident] = row.evidence
        first = [(f"{self.queue.titles[name]} (near: {near[name]})", name) for name in reversed(near) if name != own]
        rest = [(title, name) for name, title in self.queue.titles.items() if name not in near and name != own]
        return first + sorted(rest)

    def orphans(self) -> list[dict]:
        """The rows of the table orphans that nobody has settled since."""
        gone = {decision.withdraws for decision in self.queue.decisions}
        return [row for row in self._orphans.to_dict("records") if row["decision_id"] not in gone]

    def settle(self, decision_id: str) -> str:
        """Take an orphan back: whoever wants it still makes it anew, on the words that there are now."""
        [old] = [each for each in self.queue.decisions if each.decision_id == decision_id]
        self._record(making.withdraw(old, self._by))
        return f"Taken back: what {old.reviewer} said of {old.attribute} “{old.value}”."

    def undo(self) -> str:
        """Take back what this session recorded last; the record of it stays."""
        if not self._made:
            raise DecisionError("there is nothing to take back")
        last = self._made[-1]
        self._record(*(making.withdraw(decision, self._by) for decision in last), keep=False)
        self._made.pop()
        item = next((item for item in self.queue.items if item.key == last[0].key), None)
        self.current = item or self.current
        return f"Taken back: {last[0].verdict.replace('_', ' ')}, {last[0].attribute} “{last[0].value[:60]}”."

    def account(self, item: Item) -> dict:
        """The account that a claim belongs to: ``incident_id, start, end``, and its article's row."""
        found = [
            row for row in self._accounts(item.claim["incident_id"]) if row["article_id"] == item.article["article_id"]
        ]
        number = str(item.claim_id).split("/")[1:2]
        return next((row for row in found if [str(row["account"])] == number), found[0])

    def _accounts(self, incident: str) -> list[dict]:
        """The accounts of an incident, the earliest first."""
        rows = self.queue.accounts[self.queue.accounts["incident_id"] == incident].to_dict("records")
        full = [{**self.queue.articles[row["article_id"]], **row} for row in rows]
        return sorted(full, key=lambda row: (row["published"] or "~", row["article_id"], row["start"]))

    @property
    def _by(self) -> str:
        """Who decides."""
        if not self.reviewer.strip():
            raise DecisionError("write your name first: each decision says whose it is")
        return self.reviewer

    def _item(self) -> Item:
        if self.current is None:
            raise DecisionError("no claim is chosen")
        return self.current

    def _record(self, *decisions: Decision, keep: bool = True) -> None:
        """Record, and go on to the claim that stands where the current one stood."""
        place = self.shown.index(self.current) if self.current in self.shown else 0
        for decision in decisions:
            record(self.casebook, decision)
        if keep and decisions:
            self._made.append(list(decisions))
        self.queue.refresh()
        if self.current not in self.shown:
            self.choose(place)


_KNOWN = {"force": "forces", "body": "bodies", "platform": "platforms", "law": "laws"}


def known(words: Vocabulary, attribute: str) -> list[str]:
    """The names that the vocabulary has for a column, which may hold others too; none where it has no such names."""
    return sorted({row.value for row in words[_KNOWN[attribute]]} - {"-"}) if attribute in _KNOWN else []


def cells(items: list[Item], column: str, titles: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """The values of a column of claims, as (what a list shows, value), sorted, each once."""
    names = {str(item.claim[column]) for item in items} - {""}
    return sorted(((titles or {}).get(name, name), name) for name in names)
