"""A reviewer at work: which claim is looked at, and what is recorded of it, on the disk before it is said to be.

No widgets here: ``desk`` has these.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from cuttings import tables
from cuttings.casebook import INCIDENT, Decision, DecisionError, record
from cuttings.review import making
from cuttings.review.queue import Item, Queue, Wanted
from cuttings.review.sheets import placed
from cuttings.review.standing import NONE
from cuttings.vocabulary import Vocabulary

_LATER = "It counts once the tables are put together again."
Words = str | tuple[int, int]  # words of an article, or where they stand in it
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
        self._at = ""
        self._look()
        self.choose(0)

    def _look(self) -> None:
        self.every = self.queue.shown(self.wanted)

    @property
    def shown(self) -> list[Item]:
        """The first of the claims that are wanted (``every``): those that the list has."""
        return self.every[:SHOWN]

    @property
    def current(self) -> Item | None:
        """The claim that is looked at."""
        return self.queue.by_id.get(self._at)

    @property
    def place(self) -> int | None:
        """Where the current claim stands in the list; None where it does not."""
        return next((place for place, item in enumerate(self.shown) if item.claim_id == self._at), None)

    def want(self, wanted: Wanted) -> None:
        """Show other claims."""
        self.wanted = wanted
        self._look()
        if self.place is None:
            self.choose(0)

    def choose(self, place: int) -> None:
        """Look at the claim at a place of the list; at its last where there is none there."""
        shown = self.shown
        self._at = shown[min(max(place, 0), len(shown) - 1)].claim_id if shown else ""

    def look_at(self, item: Item) -> None:
        """Look at a claim, listed or not."""
        self._at = item.claim_id

    def move(self, by: int) -> None:
        """Look at the next claim, or the one before."""
        self.choose(self.place + by if self.place is not None else 0)

    def decide(self, verdict: str, comment: str = "", *, value: str = "", standing: str = "", words: Words = "") -> str:
        """A verdict on the current claim, as it stands by now: who accepts a corrected one, says what is shown.

        A correction gives a new value, another standing, other words of the article (or their offsets), or several of
        these; what it does not give stays as it is shown.
        """
        item = self._item()
        if verdict == "corrected":
            self._correct(item, comment, value, standing, words)
        elif verdict == "accepted" and _corrected(item):
            self._correct(item, comment)
        else:
            self._record(self._verdict(item, verdict, comment))
        return f"{verdict.replace('_', ' ').capitalize()}: {item.claim['attribute']} “{item.claim['value']}”."

    def _correct(self, item: Item, comment: str, value: str = "", standing: str = "", words: Words = "") -> None:
        shown, read = item.claim, item.read
        words = "" if words == shown["evidence"] else words
        span = placed(item, words) if isinstance(words, str) else words
        start, end = span or (shown["start"], shown["end"])
        new = {"value": value or shown["value"], "standing": standing or shown["standing"]}
        new = {name: cell if cell != read[name] else "" for name, cell in new.items()}
        moved = not pd.isna(start) and (pd.isna(read["start"]) or (start, end) != (read["start"], read["end"]))
        if not (moved or any(new.values())):
            raise DecisionError("nothing is new: give another value, another standing or other words")
        at = (int(start), int(end)) if moved else None
        self._record(self._verdict(item, "corrected", comment, new["value"], span=at, standing=new["standing"]))

    def _verdict(self, item: Item, verdict: str, comment: str = "", value: str = "", **more: object) -> Decision:
        said = (self.reviewer, verdict, value, comment.strip(), self.words)
        return making.decide(item.read, item.article, *said, **more)

    def accept_shown(self) -> str:
        """Accept every claim of the list that nobody has decided, and no other."""
        items = [item for item in self.shown if not self.queue.of(item).last]
        self._record(*(self._verdict(item, "accepted") for item in items))
        return f"Accepted: {len(items)} claims."

    def add(self, attribute: str, value: str, words: Words, standing: str = "reported") -> str:
        """A claim that was missed, in the current one's account; ``words`` of the article, or their offsets."""
        item = self._item()
        span = placed(item, words) if isinstance(words, str) else words
        if span is None:
            raise DecisionError("say which words of the article the new claim stands on")
        start = int(self.account(item)["start"])
        more = {"standing": standing, "words": self.words}
        self._record(making.add(attribute, value.strip(), span, start, item.article, self.reviewer, **more))
        return f"Added: {attribute} “{value.strip()}”."

    def name(self, person: str, role: str, nameable: str, reason: str) -> str:
        """Whether somebody whom the current incident's articles name may be named, wherever they have this role."""
        rows = self.named()
        rows = rows[(rows["name"] == person) & (rows["role"] == role)].to_dict("records")
        if not rows:
            raise DecisionError(f"the incident has no {role.replace('_', ' ')} called {person}")
        articles = self.queue.articles
        self._record(*(making.name(row, articles[row["article_id"]], self.reviewer, nameable, reason) for row in rows))
        return f"{person} ({role.replace('_', ' ')}) may be named: {nameable}. Articles: {len(rows)}."

    def named(self) -> pd.DataFrame:
        """The people of the current incident."""
        return self.people[self.people["incident_id"] == self._item().claim["incident_id"]]

    def split(self) -> str:
        """Take the current claim's account out of its incident: it is apart from each of the others."""
        mine, others = self.account(self._item()), []
        for row in self._accounts(mine["incident_id"]):
            if (row["article_id"], row["start"]) != (mine["article_id"], mine["start"]):
                others.append(making.pair(mine, row, self.reviewer, "apart"))
        if not others:
            raise DecisionError("the incident is told by this one article alone")
        self._record(*others)
        return f"Apart: this article's account, from {len(others)} others. {_LATER}"

    def merge(self, incident: str) -> str:
        """The current claim's incident and another are one; what this reviewer held apart between them is one again."""
        ours, theirs = (self._accounts(name) for name in (self._item().claim["incident_id"], incident))
        if not (ours and theirs):
            raise DecisionError("choose another incident")
        pairs = [making.pair(one, other, self.reviewer, "same") for one in ours for other in theirs]
        parted = [pair for pair in pairs if self._held_apart(pair)]
        self._record(*(parted or pairs[:1]))
        return f"The same incident: {self.queue.titles.get(incident, incident)}. {_LATER}"

    def _held_apart(self, pair: Decision) -> bool:
        said = self.queue.verdicts.get(pair.key, NONE).last
        return any(each.verdict == "apart" and each.reviewer == pair.reviewer for each in said)

    def neighbours(self) -> list[tuple[str, str]]:
        """The other incidents, as (title, incident_id): those that were nearly taken for this one first, with why."""
        own = self._item().claim["incident_id"]
        near = {}
        for row in self.matches[self.matches["verdict"] == "near"].sort_values("score").itertuples():
            if own in (row.left_incident, row.right_incident):
                near[row.right_incident if row.left_incident == own else row.left_incident] = row.evidence
        first = [
            (f"{self.queue.titles.get(name, name)} (near: {near[name]})", name)
            for name in reversed(near)
            if name != own
        ]
        rest = [(title, name) for name, title in self.queue.titles.items() if name not in near and name != own]
        return first + sorted(rest)

    def orphans(self) -> list[dict]:
        """The rows of the table orphans that nobody has settled since."""
        gone = {decision.withdraws for decision in self.queue.decisions}
        return [row for row in self._orphans.to_dict("records") if row["decision_id"] not in gone]

    def settle(self, decision_id: str) -> str:
        """Take an orphan back: whoever wants it still makes it anew, on the words that there are now."""
        old = next(each for each in self.queue.decisions if each.decision_id == decision_id)
        self._record(making.withdraw(old, self.reviewer))
        return f"Taken back: what {old.reviewer} said of {old.attribute} “{old.value}”."

    def undo(self) -> str:
        """Take back what this session recorded last; the record of it stays."""
        if not self._made:
            raise DecisionError("there is nothing to take back")
        last = self._made[-1]
        self._record(*(making.withdraw(decision, self.reviewer) for decision in last), keep=False)
        self._made.pop()
        self._at = next((item.claim_id for item in self.queue.items if item.key == last[0].key), self._at)
        of = "" if last[0].attribute == INCIDENT else f" “{last[0].value}”"
        return f"Taken back: {last[0].verdict.replace('_', ' ')}, {last[0].attribute}{of}."

    def account(self, item: Item) -> dict:
        """The account that a claim belongs to: ``incident_id, start, end``, and its article's row."""
        found = [
            row for row in self._accounts(item.claim["incident_id"]) if row["article_id"] == item.article["article_id"]
        ]
        if not pd.isna(item.claim["added_to"]):
            return next(row for row in found if row["start"] == item.claim["added_to"])
        number = item.claim_id.split("/")[1]
        return next((row for row in found if str(row["account"]) == number), found[0])

    def _accounts(self, incident: str) -> list[dict]:
        """The accounts of an incident, the earliest first."""
        rows = self.queue.accounts[self.queue.accounts["incident_id"] == incident].to_dict("records")
        full = [{**self.queue.articles[row["article_id"]], **row} for row in rows]
        return sorted(full, key=lambda row: (row["published"] or "~", row["article_id"], row["start"]))

    def _item(self) -> Item:
        if self.current is None:
            raise DecisionError("no claim is chosen")
        return self.current

    def _record(self, *decisions: Decision, keep: bool = True) -> None:
        """Record, and go on to the claim that stands where the current one stood."""
        place = self.place or 0
        record(self.casebook, *decisions)
        if keep and decisions:
            self._made.append(list(decisions))
        self.queue.refresh()
        self._look()
        if self.place is None:
            self.choose(place)


def _corrected(item: Item) -> bool:
    """Whether a claim is shown otherwise than it was read."""
    cells = ("value", "standing", "evidence")
    return any(item.claim[name] != item.read[name] for name in cells)


_KNOWN = {"force": "forces", "body": "bodies", "platform": "platforms", "law": "laws"}


def known(words: Vocabulary, attribute: str) -> list[str]:
    """The names that the vocabulary has for a column, which may hold others too; none where it has no such names."""
    return sorted({row.value for row in words[_KNOWN[attribute]]} - {"-"}) if attribute in _KNOWN else []


def cells(items: list[Item], column: str, titles: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """The values of a column of claims, as (what a list shows, value), sorted, each once."""
    names = {str(item.claim[column]) for item in items} - {""}
    return sorted(((titles or {}).get(name, name), name) for name in names)
