"""Making decisions: a verdict on a claim, a claim that was missed, who may be named, which accounts are one incident.

Each is checked against its article and the vocabulary before it is one, and is not yet recorded: ``casebook.record``
does that.
"""

import re
import unicodedata
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd

from cuttings import tables, vocabulary
from cuttings.casebook import INCIDENT, NAMEABLE, Decision, DecisionError, anchor, text_version
from cuttings.dates import timespan
from cuttings.vocabulary import Vocabulary

_COUNT = re.compile(r"[0-9]{1,6}(\.\.([0-9]{1,6})?)?|\.\.[0-9]{1,6}")
_NO_TEXT = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]|\|")  # a list's cell has | between its members


def decide(
    claim: Mapping,
    article: Mapping,
    reviewer: str,
    verdict: str,
    new_value: str = "",
    comment: str = "",
    words: Vocabulary | None = None,
    *,
    span: tuple[int, int] | None = None,
    standing: str = "",
) -> Decision:
    """A verdict on a row of claims, made now; ``article`` is the row of articles that it was read in.

    A correction gives a ``new_value``, the offsets of other words (``span``), another ``standing``, or several of
    these. ``words`` has the codes that a new value may be, the shipped vocabulary's by default.
    Raises DecisionError for an unknown verdict, or a new value that its column cannot hold or that is the old one.
    """
    if new_value:
        _check_value(str(claim["attribute"]), new_value, words)
    key = proposed(claim, article)
    if new_value and new_value == key["value"]:
        raise DecisionError(f"the new value {new_value!r} is the old one: that is 'accepted'")
    if standing:
        _check_standing(standing)
    return _made(
        reviewer,
        article,
        key,
        verdict,
        new_value=new_value,
        comment=comment,
        new_standing=standing,
        rule=str(claim.get("rule") or ""),
        **_new_words(article, span),
    )


def add(
    attribute: str,
    value: str,
    span: tuple[int, int],
    account: int,
    article: Mapping,
    reviewer: str,
    *,
    standing: str = "reported",
    comment: str = "",
    words: Vocabulary | None = None,
) -> Decision:
    """A claim that was missed: its words are ``span`` of the article, its account the one that begins at ``account``.

    Raises DecisionError for an attribute that claims do not have, a value it cannot hold, or words that are not there.
    """
    if attribute not in tables.ATTRIBUTES:
        raise DecisionError(f"claims have no attribute {attribute!r}; they have {', '.join(tables.ATTRIBUTES)}")
    if not value:
        raise DecisionError(f"say what the value of {attribute} is")
    _check_value(attribute, value, words)
    _check_standing(standing)
    told = _new_words(article, span)
    key = {"start": told["new_start"], "end": told["new_end"], "words": told["new_words"]}
    row = {**key, "attribute": attribute, "value": value, "account": account}
    return _made(reviewer, article, row, "added", comment=comment, new_standing=standing)


def name(person: Mapping, article: Mapping, reviewer: str, nameable: str, reason: str) -> Decision:
    """Whether a person of a row of people may be named, against what the rules say. Raises DecisionError for an answer
    other than yes, no or ask, or without a reason.
    """
    if nameable not in ("yes", "no", "ask"):
        raise DecisionError(f"{nameable!r} is no answer: a person is nameable yes, no or ask")
    if not reason.strip():
        raise DecisionError("say why: a name is published, or withheld, for a reason")
    row = {"start": int(person["start"]), "end": int(person["end"]), "words": person["evidence"]}
    row |= {"attribute": NAMEABLE, "value": person["name"]}
    return _made(reviewer, article, row, "corrected", new_value=nameable, comment=reason.strip())


def pair(left: Mapping, right: Mapping, reviewer: str, verdict: str, comment: str = "") -> Decision:
    """Whether two accounts tell of one incident: ``same`` or ``apart``. Either is a row of ``accounts``: ``sha256,
    text, file, start, end``, the offsets those of its first words. Raises DecisionError for another verdict, or for
    one account twice.
    """
    if verdict not in ("same", "apart"):
        raise DecisionError(f"{verdict!r} is no verdict on two accounts: they are 'same' or 'apart'")
    first, other = sorted((left, right), key=anchored)
    if anchored(first) == anchored(other):
        raise DecisionError("that is one account, not two")
    row = {"start": int(first["start"]), "end": int(first["end"])}
    row |= {"words": first["text"][row["start"] : row["end"]], "attribute": INCIDENT, "value": anchored(other)}
    return _made(reviewer, first, row, verdict, comment=comment)


def withdraw(decision: Decision, reviewer: str) -> Decision:
    """A record that takes a decision back: an undo of one's own, and how anybody's orphan is settled."""
    if decision.verdict == "withdrawn":
        raise DecisionError("that takes a decision back itself: decide anew instead")
    unsaid = {"new_value": "", "new_standing": "", "new_words": "", "new_start": None, "new_end": None, "comment": ""}
    mine = {**_stamp(reviewer), "verdict": "withdrawn", "withdraws": decision.decision_id}
    return replace(decision, **mine, **unsaid)


def anchored(account: Mapping) -> str:
    """What an account is known by in a decision."""
    return anchor(account["sha256"], text_version(account["text"]), int(account["start"]))


def proposed(claim: Mapping, article: Mapping) -> dict[str, object]:
    """What a decision is tied to of a row of claims: as it was read, whatever a reviewer has made of it since."""
    moved = not pd.isna(claim.get("proposed_start"))
    added = not pd.isna(claim.get("added_to"))
    sides = ("proposed_start", "proposed_end") if moved else ("start", "end")
    start, end = (None if pd.isna(claim[side]) else int(claim[side]) for side in sides)
    words = article["text"][start:end] if moved else claim["evidence"]
    row = {"start": start, "end": end, "words": words, "attribute": claim["attribute"]}
    standing = "" if added else claim.get("proposed_standing") or claim["standing"]
    row |= {"value": claim.get("proposed") or claim["value"], "standing": standing}
    return row | {"account": int(claim["added_to"]) if added else None}


def as_read(claim: Mapping, article: Mapping) -> dict[str, object]:
    """A row of claims as it was read, before any reviewer."""
    key = proposed(claim, article)
    cells = {"value": key["value"], "start": key["start"], "end": key["end"], "evidence": key["words"]}
    cells |= {"standing": claim.get("proposed_standing") or claim["standing"]}
    nothing = {"proposed": "", "proposed_standing": "", "proposed_start": pd.NA, "proposed_end": pd.NA}
    return {**claim, **cells, **nothing, "start": _offset(key["start"]), "end": _offset(key["end"])}


def _offset(at: object) -> object:
    return pd.NA if at is None else at


def _made(reviewer: str, article: Mapping, key: Mapping, verdict: str, **more: object) -> Decision:
    of = {"sha256": article["sha256"], "text_version": text_version(article["text"]), "file": article.get("file", "")}
    return Decision(**_stamp(reviewer), **of, **key, verdict=verdict, **more)


def _stamp(reviewer: str) -> dict[str, str]:
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    return {"decision_id": uuid.uuid4().hex, "time": now, "reviewer": called(reviewer)}


def called(reviewer: str) -> str:
    """A reviewer's name as decisions have it. Raises DecisionError for none, and for one with a line break or a |."""
    name = unicodedata.normalize("NFC", " ".join(reviewer.split(" "))).strip()
    if not name or _NO_TEXT.search(name):
        raise DecisionError("write your name first: each decision says whose it is" if not name else "a name has no |")
    return name


def _new_words(article: Mapping, span: tuple[int, int] | None) -> dict[str, object]:
    if span is None:
        return {}
    start, end = span
    words = article["text"][start:end]
    if not 0 <= start < end <= len(article["text"]) or words != words.strip():
        raise DecisionError(f"characters {start} to {end} are no words of the article")
    return {"new_start": start, "new_end": end, "new_words": words}


def _check_standing(standing: str) -> None:
    if standing not in tables.STANDINGS:
        raise DecisionError(f"{standing!r} is no standing; they are {', '.join(tables.STANDINGS)}")


def _check_value(attribute: str, value: str, words: Vocabulary | None) -> None:
    if _NO_TEXT.search(value):
        raise DecisionError(f"the new value {value!r} has a line break, a | or the like: leave it out")
    if attribute.startswith("officers_") and not _COUNT.fullmatch(value):
        raise DecisionError(f"the new value {value!r} is no count: write 6, 6.. (at least), ..6 (at most) or 5..7")
    if attribute in {"happened", "announced"} and timespan.bounds(value) is None:
        raise DecisionError(f"the new value {value!r} is no date: write 2023, 2023-05, 2023-05-17, or 2021/2023")
    codes = (words or vocabulary.load()).codes(attribute)
    if codes and value not in codes:
        raise DecisionError(f"the new value {value!r} is no {attribute}; the codes are {', '.join(codes)}")
