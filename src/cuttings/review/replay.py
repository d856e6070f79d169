"""Decisions put onto a run: on its claims, its people, its pairs of accounts. Those that fit nothing are orphaned.

A decision belongs to exact words. It is replayed only onto what has the same source file, text, offsets, words, column
and value, and is otherwise listed, with the words that are nearest now, for a person to settle; likeness moves none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields

import pandas as pd

from cuttings import tables
from cuttings.casebook import Decision, DecisionError, anchor, text_version
from cuttings.review.making import INCIDENT, NAMEABLE, proposed
from cuttings.review.nearest import nearest
from cuttings.review.standing import NONE, Verdicts, verdicts

ADDED = "added"  # the rule of a claim that a reviewer added
_STRICTEST = ("no", "ask", "yes")


@dataclass(frozen=True)
class Pairs:
    """Pairs of accounts' keys that reviewers hold to be one incident (``together``), or not (``apart``)."""

    together: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()


class Replay:
    """The decisions that stand, put onto one run; what found its place is remembered.

    ``articles``: that table of the run. ``orphans`` are those that nothing has answered to, once all has been asked.
    """

    def __init__(self, decisions: Iterable[Decision], articles: pd.DataFrame) -> None:
        self._verdicts = verdicts(decisions)
        self._articles = {row["article_id"]: row for row in articles.to_dict("records")}
        self._versions = {name: (row["sha256"], text_version(row["text"])) for name, row in self._articles.items()}
        self._met: set[tuple] = set()

    def _of(self, article_id: str, row: Mapping) -> Verdicts:
        key = (*self._versions[article_id], *row.values())
        self._met.add(key)
        return self._verdicts.get(key, NONE)

    def claims(self, claims: pd.DataFrame, accounts: pd.DataFrame) -> pd.DataFrame:
        """Claims as freshly assembled, with the decisions on them applied and the claims that reviewers added.

        ``accounts``: those of the run, ``incident_id, article_id, start``. A corrected claim stays one row: its cells
        become the reviewer's, ``origin`` ``reviewer``, and ``proposed``, ``proposed_start`` and ``proposed_end`` keep
        what was read. Raises DecisionError for a claim whose article is not there.
        """
        strangers = set(claims["article_id"]) - set(self._versions)
        if strangers:
            raise DecisionError(f"claims name articles that the articles table lacks: {', '.join(sorted(strangers))}")
        rows = [row | self._decided(row) for row in claims.to_dict("records")]
        return tables.frame("claims", [*rows, *self._added(accounts)])

    def _decided(self, claim: Mapping) -> dict[str, object]:
        article = self._articles[claim["article_id"]]
        said = self._of(claim["article_id"], proposed(claim, article))
        cells: dict[str, object] = {"flag": said.flag, "decision": ""}
        agreed = said.agreed
        if agreed is None:
            return cells
        cells["decision"] = "accepted" if agreed.verdict == "added" else agreed.verdict
        if agreed.verdict != "corrected":
            return cells
        cells |= {"origin": "reviewer", "standing": agreed.new_standing or claim["standing"]}
        if agreed.new_value:
            cells |= {"value": agreed.new_value, "proposed": claim["value"]}
        if agreed.new_words:
            cells |= {"start": agreed.new_start, "end": agreed.new_end, "evidence": agreed.new_words}
            cells |= {"proposed_start": claim["start"], "proposed_end": claim["end"]}
        return cells

    def _added(self, accounts: pd.DataFrame) -> Iterable[dict]:
        """Rows of the claims that reviewers added, where the run has their account and does not read them itself."""
        places = {
            (*self._versions[row.article_id], row.start): (row.article_id, row.incident_id)
            for row in accounts.itertuples()
        }
        for key, said in self._verdicts.items():
            made, agreed = said.added, said.agreed
            if made is None or key in self._met or (*key[:2], made.account) not in places:
                continue
            self._met.add(key)
            article_id, incident = places[*key[:2], made.account]
            yield {
                "claim_id": f"{article_id}/{made.attribute}/{made.value}/{made.start}-{made.end}/added",
                "incident_id": incident,
                "article_id": article_id,
                **{"attribute": made.attribute, "value": made.value, "standing": made.new_standing or "reported"},
                **{"start": made.start, "end": made.end, "evidence": made.words},
                **{"origin": "reviewer", "rule": ADDED, "flag": said.flag},
                "decision": "rejected" if agreed and agreed.verdict == "rejected" else "accepted" if agreed else "",
            }

    def people(self, people: pd.DataFrame) -> pd.DataFrame:
        """The table people, with what reviewers say of who may be named; where they differ, the strictest holds."""
        rows = people.to_dict("records")
        for row in rows:
            key = {"start": int(row["start"]), "end": int(row["end"]), "words": row["evidence"]}
            said = self._of(row["article_id"], key | {"attribute": NAMEABLE, "value": row["name"]}).answers
            answers = {decision.new_value: decision for decision in said}
            if answers:
                answer = min(answers, key=_STRICTEST.index)
                row |= {"nameable": answer, "rule": "reviewer", "reason": answers[answer].comment}
        return tables.frame("people", rows)

    def pairs(self, accounts: Iterable[tuple[str, str, int]]) -> Pairs:
        """What reviewers say of pairs of accounts: each its key, its article_id, and where in the text it begins."""
        keys = {anchor(*self._versions[article_id], start): key for key, article_id, start in accounts}
        found: dict[str, set[frozenset[str]]] = {"same": set(), "apart": set()}
        for of, said in self._verdicts.items():
            pair = [keys.get(anchor(*of[:2], of[2] or 0)), keys.get(str(of[-1]))]
            if of[-2] == INCIDENT and None not in pair:
                self._met.add(of)
                if said.agreed is not None:
                    found[said.agreed.verdict].add(frozenset(key for key in pair if key))
        return Pairs(frozenset(found["same"]), frozenset(found["apart"]))

    def orphans(self, claims: pd.DataFrame) -> pd.DataFrame:
        """The table orphans: the decisions that nothing in this run answers to, each with why, and what is nearest."""
        versions = set(self._versions.values())
        sources = {sha256 for sha256, _ in versions}
        rows = []
        for key in sorted(self._verdicts.keys() - self._met, key=str):
            for decision in self._verdicts[key].last:
                reason = "nothing of the kind" if key[:2] in versions else "text changed"
                row = {name: asdict(decision)[name] for name in _KEPT}
                row["reason"] = reason if key[0] in sources else "source not in this run"
                rows.append(row | nearest(decision, self._articles.values(), claims))
        return tables.frame("orphans", rows)


_KEPT = tuple(
    field.name for field in fields(Decision) if field.name not in {"rule", "account", "text_version", "withdraws"}
)
