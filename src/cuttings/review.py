"""Review: which claims to look at first, reviewers' verdicts from a spreadsheet, and their replay onto a new run.

A decision belongs to exact words: it is replayed only onto a claim with the same source file, text, offsets, words,
attribute and value, and is otherwise *orphaned* and listed, never moved by likeness. ``casebook`` keeps them.
"""

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from cuttings import sheet, tables, vocabulary
from cuttings.casebook import VERDICTS, Decision, DecisionError, Decisions, load, record, text_version
from cuttings.vocabulary import Vocabulary

__all__ = [
    "VERDICTS",
    "Decision",
    "DecisionError",
    "Decisions",
    "Imported",
    "decide",
    "export_queue",
    "import_decisions",
    "load",
    "queue",
    "record",
    "replay",
    "text_version",
]

QUEUE = (
    *("claim_id", "incident", "article", "attribute", "value", "standing", "said_by"),
    *("context_before", "evidence", "context_after", "verdict", "new_value", "comment"),
)
_DECIDED = ("value", "proposed", "origin", "decision")
_COUNT = re.compile(r"[0-9]+(\.\.[0-9]*)?|\.\.[0-9]+")
_CONTEXT = 80


@dataclass(frozen=True)
class Imported:
    """What came of a sheet: decisions recorded, decisions the casebook had already, and rows that were not taken."""

    recorded: int
    unchanged: int
    problems: tuple[str, ...]


def decide(
    claim: Mapping,
    article: Mapping,
    reviewer: str,
    verdict: str,
    new_value: str = "",
    comment: str = "",
    words: Vocabulary | None = None,
) -> Decision:
    """A verdict on a row of claims, made now; ``article`` is the row of articles that it was read in. Not yet recorded.

    ``words`` has the codes that a new value may be, the shipped vocabulary's by default.
    Raises DecisionError for an unknown verdict, or a new value that its column cannot hold or that is the old one.
    """
    decision = Decision(
        uuid.uuid4().hex,
        datetime.now(UTC).isoformat(timespec="milliseconds"),
        reviewer,
        *_key(claim, article["sha256"], text_version(article["text"])),
        verdict=verdict,
        new_value=new_value,
        comment=comment,
    )
    if verdict == "corrected":
        _check_correction(decision, words or vocabulary.load())
    return decision


def _check_correction(decision: Decision, words: Vocabulary) -> None:
    value, attribute = decision.new_value, decision.attribute
    if value == decision.value:
        raise DecisionError(f"the new value {value!r} is the old one: that is 'accepted'")
    if attribute.startswith("officers_") and not _COUNT.fullmatch(value):
        raise DecisionError(f"the new value {value!r} is no count: write 6, 6.. (at least), ..6 (at most) or 5..7")
    codes = words.codes(attribute)
    if codes and value not in codes:
        raise DecisionError(f"the new value {value!r} is no {attribute}; the codes are {', '.join(codes)}")


def _key(claim: Mapping, sha256: str, version: str) -> tuple:
    start, end = (None if pd.isna(claim[side]) else int(claim[side]) for side in ("start", "end"))
    # A claim that a replay has corrected is still known by the value it was proposed with.
    proposed = claim.get("proposed") or claim["value"]
    return (sha256, version, start, end, claim["evidence"], claim["attribute"], proposed)


def replay(
    claims: pd.DataFrame, articles: pd.DataFrame, decisions: Iterable[Decision]
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Claims as freshly assembled, with the decisions on them applied; and the decisions that no claim answers to.

    ``decision`` is set. A corrected claim stays one row: ``value`` becomes the reviewer's, ``origin`` ``reviewer``, and
    ``proposed`` keeps the value as it was read. Of one reviewer's verdicts on a claim the last recorded counts.
    Reviewers who disagree leave it undecided. ``orphaned`` has the fields of Decision and ``reason``: ``source not in
    this run``, ``text changed`` or ``no such claim``. Raises DecisionError for a claim whose article is not there.
    """
    current: dict[tuple, dict[str, Decision]] = {}
    for decision in decisions:
        current.setdefault(decision.key, {})[decision.reviewer] = decision
    versions = _versions(articles)
    strangers = set(claims["article_id"]) - set(versions)
    if strangers:
        raise DecisionError(f"claims name articles that the articles table lacks: {', '.join(sorted(strangers))}")
    keyed = [(claim, _key(claim, *versions[claim["article_id"]])) for claim in claims.to_dict("records")]
    cells = [_decided_cells(claim, key, current.get(key, {}).values()) for claim, key in keyed]
    columns = {name: pd.array([row[name] for row in cells], dtype="string") for name in _DECIDED}
    lost = current.keys() - {key for _, key in keyed}
    orphans = [decision for key, verdicts in current.items() if key in lost for decision in verdicts.values()]
    return claims.assign(**columns), _orphaned(orphans, set(versions.values()))


def _versions(articles: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """article_id to the SHA-256 of its file and the version of its text."""
    rows = zip(articles["article_id"], articles["sha256"], articles["text"], strict=True)
    return {article_id: (sha256, text_version(text)) for article_id, sha256, text in rows}


def _decided_cells(claim: Mapping, key: tuple, decisions: Iterable[Decision]) -> dict[str, str]:
    """What the decisions on a claim, one a reviewer, make of its cells."""
    verdicts = {(decision.verdict, decision.new_value) for decision in decisions}
    verdict, new_value = verdicts.pop() if len(verdicts) == 1 else ("", "")
    read = {"value": key[-1], "proposed": "", "origin": claim["origin"], "decision": verdict}
    return read | {"value": new_value, "proposed": key[-1], "origin": "reviewer"} if new_value else read


def _orphaned(decisions: list[Decision], versions: set[tuple[str, str]]) -> pd.DataFrame:
    sources = {sha256 for sha256, _ in versions}
    rows = []
    for decision in decisions:
        reason = "no such claim" if (decision.sha256, decision.text_version) in versions else "text changed"
        rows.append(asdict(decision) | {"reason": reason if decision.sha256 in sources else "source not in this run"})
    names = [*(field.name for field in fields(Decision)), "reason"]
    return pd.DataFrame(rows, columns=names).astype(
        {name: "Int64" if name in ("start", "end") else "string" for name in names}
    )


CRIMINAL = ("charged", "criminal_trial", "convicted", "sentenced")


def queue(out: Path) -> pd.DataFrame:
    """The undecided claims of the run in ``out``, in the order in which a reviewer should take them.

    First what harms most if it is wrong: a stage of charged or beyond, a standing of charged, admitted or found, names,
    sanctions; then totals of officers; then the rest in the order of the claims. ``context_before``, ``evidence`` and
    ``context_after`` are the article's own characters, up to 80 either side, cut between words; ``verdict``,
    ``new_value`` and ``comment`` are for the reviewer. Raises TableError when a table of the run is missing.
    """
    articles = {row["article_id"]: row for row in tables.read("articles", out).to_dict("records")}
    titles = dict(tables.read("incidents", out)[["incident_id", "title"]].itertuples(index=False))
    stages = vocabulary.load().codes("stage")
    claims = [row for row in tables.read("claims", out).to_dict("records") if not row["decision"]]
    claims.sort(key=lambda claim: _harm(claim, stages[stages.index("charged") :]))
    rows = [_queued(claim, titles.get(claim["incident_id"], ""), articles[claim["article_id"]]) for claim in claims]
    return pd.DataFrame(rows, columns=list(QUEUE), dtype="string")


def _harm(claim: Mapping, grave: tuple[str, ...]) -> int:
    """The claim's place in the order of harm: 0 first. Called charged or convicted is worse than called sacked."""
    worst_first = (
        claim["attribute"] == "stage" and claim["value"] in CRIMINAL,
        claim["attribute"] == "stage" and claim["value"] in grave,
        claim["standing"] in ("charged", "admitted", "found"),
        claim["attribute"] == "person",
        claim["attribute"] == "sanction",
        claim["attribute"] == "officers_total",
        True,
    )
    return worst_first.index(True)


def _queued(claim: Mapping, incident: str, article: Mapping) -> dict[str, str]:
    before, after = "", ""
    if not pd.isna(claim["start"]):
        before, after = _context(article["text"], int(claim["start"]), int(claim["end"]))
    beside = {"incident": incident, "article": article["title"], "context_before": before, "context_after": after}
    return {name: beside.get(name, claim.get(name, "")) for name in QUEUE}


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    if start > _CONTEXT and not text[start - _CONTEXT - 1].isspace():
        before = re.sub(r"^\S+", "", before)
    if end + _CONTEXT < len(text) and not text[end + _CONTEXT].isspace():
        after = re.sub(r"\S+$", "", after)
    return before.lstrip(), after.rstrip()


def export_queue(out: Path, path: Path) -> Path:
    """Write the queue of the run in ``out`` as a CSV for a spreadsheet; returns ``path``.

    A cell that a spreadsheet could run as a formula (``=…``) has an apostrophe put in front, which ``import_decisions``
    takes away. ``check`` ties each row to what the reviewer saw; the columns before ``verdict`` are only to be read.
    """
    claims = {claim["claim_id"]: (claim, article) for claim, article in _claims(out)}
    rows = queue(out).to_dict("records")
    return sheet.write([row | {"check": _check(*claims[row["claim_id"]])} for row in rows], (*QUEUE, "check"), path)


def _claims(out: Path) -> list[tuple[dict, dict]]:
    """Each claim of a run with its article."""
    articles = {row["article_id"]: row for row in tables.read("articles", out).to_dict("records")}
    return [(claim, articles[claim["article_id"]]) for claim in tables.read("claims", out).to_dict("records")]


def _check(claim: Mapping, article: Mapping) -> str:
    """A word that changes with anything that the reviewer's verdict rests on; a spreadsheet takes it for no number."""
    seen = [*_key(claim, article["sha256"], text_version(article["text"])), claim["standing"], claim["said_by"]]
    return "k" + hashlib.sha256(json.dumps(seen).encode()).hexdigest()[:16]


def import_decisions(path: Path, out: Path, casebook: Path, reviewer: str) -> Imported:
    """Record the verdicts of a sheet that ``export_queue`` wrote from the run in ``out``.

    A row that cannot be taken (unknown verdict, a claim that is gone or has changed, a new value its column cannot
    hold) is a line of ``problems`` that names the row; the others are recorded. A sheet imported again records nothing
    again. Raises DecisionError without a reviewer, SheetError when the file as a whole cannot be read.
    """
    if not reviewer.strip():
        raise DecisionError("say who reviewed: the reviewer is empty")
    decisions, problems = _decisions(path, out, reviewer)
    latest = {decision.key: _verdict(decision) for decision in load(casebook) if decision.reviewer == reviewer}
    fresh = [decision for decision in decisions if latest.get(decision.key) != _verdict(decision)]
    for decision in fresh:
        record(casebook, decision)
    return Imported(len(fresh), len(decisions) - len(fresh), tuple(problems))


def _decisions(path: Path, out: Path, reviewer: str) -> tuple[list[Decision], list[str]]:
    """A sheet's decisions, one for each key, and what is wrong with its other rows."""
    claims = {claim["claim_id"]: (claim, article) for claim, article in _claims(out)}
    decisions: dict[tuple, Decision] = {}
    problems, words = [], vocabulary.load()
    for number, row in sheet.read(path, ("claim_id", "check", "verdict", "new_value", "comment")):
        try:
            decision = _decided(row, claims, reviewer, words)
            earlier = decisions.setdefault(decision.key, decision) if decision else None
            if decision and _verdict(earlier) != _verdict(decision):
                raise DecisionError("an earlier row decides otherwise on the same words and value")
        except DecisionError as error:
            problems.append(f"row {number}: {error}")
    return list(decisions.values()), problems


def _verdict(decision: Decision) -> tuple[str, str, str]:
    return decision.verdict, decision.new_value, decision.comment


def _decided(
    row: Mapping[str, str], claims: Mapping[str, tuple[dict, dict]], reviewer: str, words: Vocabulary
) -> Decision | None:
    """The decision that a row of a sheet holds; None if it holds none."""
    verdict = row["verdict"].strip().casefold()
    if not verdict:
        if row["new_value"].strip() or row["comment"].strip():
            raise DecisionError("there is a new value or a comment, but no verdict")
        return None
    if row["claim_id"] not in claims:
        raise DecisionError(f"the run has no claim {row['claim_id']!r} any more: export the queue again")
    claim, article = claims[row["claim_id"]]
    if _check(claim, article) != row["check"]:
        raise DecisionError(f"claim {row['claim_id']} has changed since the sheet was written: export the queue again")
    return decide(claim, article, reviewer, verdict, row["new_value"].strip(), row["comment"], words)
