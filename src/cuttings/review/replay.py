"""Decisions put onto a run: on its claims, its people, its pairs of accounts. Those that fit nothing are orphaned.

A decision belongs to exact words. It is replayed only onto what has the same source file, text, offsets, words, column,
value and standing, and is otherwise listed, with the words that are nearest now, for a person to settle; likeness moves
none.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property

import pandas as pd

from cuttings import tables
from cuttings.casebook import INCIDENT, NAMEABLE, Decision, DecisionError, anchor, text_version
from cuttings.review.making import proposed
from cuttings.review.nearest import nearest
from cuttings.review.standing import NONE, Verdicts, both, heard, verdicts

ADDED = "added"  # the rule of a claim that a reviewer added
_STRICTEST = ("no", "ask", "yes")

Key = tuple
Place = tuple[str, str]  # an article_id and an incident_id


@dataclass(frozen=True)
class Pairs:
    """Pairs of accounts' keys that reviewers hold to be one incident (``together``), or not (``apart``)."""

    together: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()

    @cached_property
    def either(self) -> frozenset[frozenset[str]]:
        """All that reviewers have decided on."""
        return self.together | self.apart


class Replay:
    """The decisions that stand, put onto one run; what found its place is remembered.

    ``articles``: that table of the run; ``codes``: of a column, those that its values must be (none: any value).
    ``orphans`` are the decisions that nothing has answered to, once all has been asked.
    """

    def __init__(
        self,
        decisions: Iterable[Decision],
        articles: pd.DataFrame,
        codes: Callable[[str], tuple[str, ...]] = lambda _: (),
    ) -> None:
        self._verdicts = verdicts(decisions)
        self._articles = {row["article_id"]: row for row in articles.to_dict("records")}
        self._versions = {name: (row["sha256"], text_version(row["text"])) for name, row in self._articles.items()}
        self._texts = {self._versions[name]: row["text"] for name, row in self._articles.items()}
        self._lost = {key: why for key, said in self._verdicts.items() if (why := self._unfit(key, said, codes))}
        self._met: set[Key] = set()
        self._pairs: dict[frozenset[str], tuple[Key, str]] = {}

    def _unfit(self, key: Key, said: Verdicts, codes: Callable[[str], tuple[str, ...]]) -> str:
        """Why a decision cannot be put onto any run on this text, whatever is read in it."""
        text = self._texts.get(key[:2])
        for each in said.last:
            for start, end, words in (key[2:5], (each.new_start, each.new_end, each.new_words)):
                if text is not None and start is not None and text[start:end] != words:
                    return "the text has other words there"
            value, allowed = each.new_value or (each.value if said.adds else ""), codes(each.attribute)
            if value and allowed and value not in allowed:
                return "no code of this vocabulary"
        return ""

    def _key(self, article_id: str, row: Mapping) -> Key:
        return (*self._versions[article_id], *row.values())

    def _of(self, key: Key) -> Verdicts:
        if key not in self._verdicts or key in self._lost:
            return NONE
        self._met.add(key)
        return self._verdicts[key]

    def claims(self, claims: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
        """Claims as freshly assembled, with the decisions on them applied and the claims that reviewers added.

        ``accounts``: those of the run, ``incident_id, article_id, start``. A corrected claim stays one row: its cells
        become the reviewer's, ``origin`` ``reviewer``, and the columns ``proposed…`` keep what was read. Raises
        DecisionError for a claim whose article is not there.
        """
        strangers = set(claims["article_id"]) - set(self._versions)
        if strangers:
            raise DecisionError(f"claims name articles that the articles table lacks: {', '.join(sorted(strangers))}")
        added = self._placed(accounts)
        there: dict[tuple[Key, Place], list[Key]] = {}
        for key, (place, _) in added.items():
            there.setdefault((key[:-2], place), []).append(key)
        rows = [self._decided(row, there) for row in claims.to_dict("records")]
        left = [(place, said) for key, (place, said) in added.items() if key not in self._met]
        self._met |= added.keys()
        made = (decided(added_row(*place, said.adds[0]), said) for place, said in left)
        return tables.frame("claims", [*rows, *made])

    def _placed(self, accounts: pd.DataFrame) -> dict[Key, tuple[Place, Verdicts]]:
        """The claims that reviewers added where the run has their account: their place, by their keys."""
        places = {
            (*self._versions[row.article_id], row.start): (row.article_id, row.incident_id)
            for row in accounts.itertuples()
        }
        return {
            key: (places[*key[:2], key[-1]], said)
            for key, said in self._verdicts.items()
            if said.adds and key not in self._lost and (*key[:2], key[-1]) in places
        }

    def _decided(self, claim: Mapping, added: Mapping[tuple[Key, Place], list[Key]]) -> dict[str, object]:
        """A claim with what is said of it; ``added``: the keys of those added, by what they say, and their place."""
        article_id = claim["article_id"]
        key = self._key(article_id, proposed(claim, self._articles[article_id]))
        said = heard(key, self._of)
        for other in added.get((key[:-2], (article_id, claim["incident_id"])), ()):
            self._met.add(other)  # it is read by now
            said = both(said, self._verdicts[other])
        return decided(claim, said)

    def people(self, people: pd.DataFrame) -> pd.DataFrame:
        """The table people, with what reviewers say of who may be named; where they differ, the strictest holds."""
        rows = people.to_dict("records")
        for row in rows:
            key = {"start": int(row["start"]), "end": int(row["end"]), "words": row["evidence"]}
            key |= {"attribute": NAMEABLE, "value": row["name"], "standing": "", "account": None}
            answers = {said.new_value: said for said in self._of(self._key(row["article_id"], key)).answers}
            if answers:
                answer = min(answers, key=_STRICTEST.index)
                row |= {"nameable": answer, "rule": "reviewer", "reason": answers[answer].comment}
        return tables.frame("people", rows)

    def pairs(self, accounts: Iterable[tuple[str, str, int]]) -> Pairs:
        """What reviewers say of pairs of accounts: each its key, its article_id, and where in the text it begins."""
        keys = {anchor(*self._versions[article_id], start): key for key, article_id, start in accounts}
        for of, said in self._verdicts.items():
            left, right = keys.get(anchor(*of[:2], of[2] or 0)), keys.get(str(of[6]))
            if of[5] == INCIDENT and left and right and of not in self._lost:
                self._met.add(of)
                if said.agreed is not None:
                    self._pairs[frozenset((left, right))] = (of, said.agreed.verdict)
        found = {verdict: {pair for pair, (_, said) in self._pairs.items() if said == verdict} for verdict in _PAIRED}
        return Pairs(frozenset(found["same"]), frozenset(found["apart"]))

    def matched(self, names: Mapping[str, str]) -> None:
        """Take note of what became of the pairs: ``names``, the incident of each account's key. A decision on a pair
        that others contradict is an orphan.
        """
        for pair, (key, verdict) in self._pairs.items():
            if (len({names[name] for name in pair}) == 1) != (verdict == "same"):
                self._met.discard(key)
                self._lost[key] = "other decisions on these incidents contradict it"

    def orphans(self, claims: pd.DataFrame) -> pd.DataFrame:
        """The table orphans: the decisions that nothing in this run answers to, each with why, and what is nearest."""
        last_first = list(self._articles.values())[::-1]  # so that of several articles of one file the first is kept
        sources, files = ({article[of]: article for article in last_first} for of in ("sha256", "file"))
        rows = []
        for key in sorted(self._verdicts.keys() - self._met, key=str):
            reason = self._lost.get(key) or ("nothing of the kind" if key[:2] in self._texts else "text changed")
            for decision in self._verdicts[key].last:
                row = {name: getattr(decision, name) for name in _KEPT}
                gone = "its file has changed" if decision.file in files else "source not in this run"
                row["reason"] = reason if key[0] in sources else gone
                article = sources.get(key[0]) or (files.get(decision.file) if decision.file else None)
                rows.append(row | (nearest(decision, article, claims) if article else {}))
        return tables.frame("orphans", rows)


_PAIRED = ("same", "apart")
_LEFT_OUT = {"rule", "account", "text_version", "withdraws", "standing"}
_KEPT = tuple(field.name for field in fields(Decision) if field.name not in _LEFT_OUT)


def decided(claim: Mapping, said: Verdicts) -> dict[str, object]:
    """A row of claims as it was read, with what reviewers say of it."""
    agreed = said.agreed
    row = {**claim, "flag": said.flag, "decision": ""}
    if agreed is None:
        return row
    row["decision"] = "accepted" if agreed.verdict == "added" else agreed.verdict
    if agreed.verdict != "corrected":
        return row
    row["origin"] = "reviewer"
    if agreed.new_standing:
        row |= {"standing": agreed.new_standing, "proposed_standing": claim["standing"]}
    if agreed.new_value:
        row |= {"value": agreed.new_value, "proposed": claim["value"]}
    if agreed.new_words:
        row |= {"start": agreed.new_start, "end": agreed.new_end, "evidence": agreed.new_words}
        row |= {"proposed_start": claim["start"], "proposed_end": claim["end"]}
    return row


def added_row(article_id: str, incident: str, made: Decision) -> dict[str, object]:
    """The row of claims, before others' verdicts, of a claim that a reviewer added: the cells that hold something."""
    span = f"{made.start}-{made.end}"
    return {
        "claim_id": f"{article_id}/{made.attribute}/{made.value}/{span}/added-to-{made.account}",
        **{"incident_id": incident, "article_id": article_id, "attribute": made.attribute, "value": made.value},
        **{"start": made.start, "end": made.end, "evidence": made.words, "added_to": made.account},
        **{"standing": made.new_standing or "reported", "origin": "reviewer", "rule": ADDED},
    }
