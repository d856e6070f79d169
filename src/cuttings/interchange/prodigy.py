"""Prodigy: claims out as JSONL, one task a claim, and its answers back as verdicts.

``start`` and ``end`` of a span are characters of Python's, which are code points, as in Cuttings; in the manual
interfaces they are those of the ``tokens`` that a span begins and ends with, so tasks bring tokens whose borders the
claim's words have. See https://prodi.gy/docs/api-interfaces for the format.
"""

import json
import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from cuttings.interchange import strict
from cuttings.interchange.returned import Returned, Rows, Run, annotator_of, refuse
from cuttings.interchange.strict import part, typed
from cuttings.interchange.taken import Taken, place, waiting, write
from cuttings.review.queue import Item, Queue
from cuttings.review.sheets import check

_PIECE = re.compile(r"\w+|\s|[^\w\s]")
_ANSWERS = ("accept", "reject", "ignore")


def export(out: Path, path: Path, casebook: Path | None = None, *, whole: bool = False) -> Taken:
    """Write the undecided claims of the run in ``out`` as tasks for Prodigy (JSONL), one a claim, in the order of the
    review queue. The text is the paragraph around the words; the article with ``whole``. ``casebook``: leave out what
    it has decided since the run.

    A claim without words of its own (a sum) is in ``left_out``. The same run gives the same bytes. Raises TableError
    when a table of the run is missing.
    """
    items, left_out = waiting(Queue(out, casebook))
    lines = [json.dumps(_task(item, whole), ensure_ascii=False) + "\n" for item in items]
    return Taken(write("".join(lines), path), len(items), len(items), tuple(left_out))


def _task(item: Item, whole: bool) -> dict[str, object]:
    article, (start, end) = item.article["text"], place(item)
    first = 0 if whole else article.rfind("\n", 0, start) + 1
    last = len(article) if whole or article.find("\n", end) < 0 else article.find("\n", end)
    text, span = article[first:last], (start - first, end - first)
    tokens = _tokens(text, span)
    begins = [token["start"] for token in tokens].index(span[0])
    ends = [token["end"] for token in tokens].index(span[1])
    marked = {"start": span[0], "end": span[1], "label": item.read["attribute"], "text": text[slice(*span)]}
    told = {name: item.read[name] for name in ("attribute", "value", "standing", "said_by")}
    return {
        "text": text,
        "tokens": tokens,
        "spans": [marked | {"token_start": begins, "token_end": ends}],
        "meta": {"article": item.article["title"], "incident": item.title, **told},
        "cuttings": {"claim_id": item.claim_id, "check": check(item), "first": first},
    }


def _tokens(text: str, span: tuple[int, int]) -> list[dict[str, object]]:
    """Words, marks and spaces, cut where the span begins and ends; ``ws``: one space follows, and is no token."""
    places = sorted({*span, *(at for piece in _PIECE.finditer(text) for at in piece.span())})
    tokens: list[dict[str, object]] = []
    for start, end in pairwise(places):
        after = bool(tokens) and not tokens[-1]["ws"] and start != span[0] and end != span[1]
        if after and text[start:end] == " ":
            tokens[-1]["ws"] = True
        else:
            tokens.append({"text": text[start:end], "start": start, "end": end, "id": len(tokens), "ws": False})
    return tokens


def import_annotations(path: Path, out: Path, casebook: Path, reviewer: str, annotator: str = "") -> Returned:
    """Record the answers of a dataset that ``prodigy db-out`` wrote (JSONL), on the run in ``out``.

    ``accept`` accepts the claim, or corrects its words where its span was moved; ``reject`` rejects it; ``ignore`` with
    a flag says that somebody must be called, and without one says nothing. ``annotator``: the ``_annotator_id`` whose
    answers these are, where the dataset has several.

    What cannot be taken is quarantined, a line at a time. Raises InterchangeError when the file cannot be read,
    DecisionError without a reviewer, TableError when a table of the run is missing.
    """
    rows, tasks = Rows(path, Run(out, casebook), reviewer), []
    for number, line in enumerate(strict.read(path).split("\n"), start=1):
        with rows.row(f"line {number}"):
            if line.strip():
                tasks.append((f"line {number}", typed(strict.parse(line), "it", dict)))
    annotator_of(path, {str(task.get("_annotator_id", "")) for _, task in tasks if "answer" in task}, annotator)
    for name, task in tasks:
        if not annotator or task.get("_annotator_id") == annotator:
            _take(name, task, rows)
    return rows.settle(casebook)


def _take(name: str, task: Mapping, rows: Rows) -> None:
    stamp = task.get("cuttings")
    claim_id = stamp.get("claim_id") if isinstance(stamp, dict) else ""
    with rows.row(name, claim_id if isinstance(claim_id, str) else ""):
        if "answer" not in task:
            return  # not shown to anybody yet
        answer = part(task, "answer", str)
        if answer not in _ANSWERS:
            refuse(f"unknown answer {answer!r}; an answer is {', '.join(_ANSWERS)}")
        stamp = part(task, "cuttings", dict)
        item = rows.run.item(part(stamp, "claim_id", str), part(stamp, "check", str))
        first, text = part(stamp, "first", int), part(task, "text", str)
        if first < 0 or not text or item.article["text"][first : first + len(text)] != text:
            refuse("its text is not that of the article in this run: take the claims out again")
        if answer == "reject":
            rows.decide(name, item, "rejected")
        elif answer == "accept":
            span = _span(task, item, first, text)
            rows.decide(name, item, "corrected" if span else "accepted", span=span)
        elif task.get("flagged") is True:
            rows.decide(name, item, "needs_call")


def _span(task: Mapping, item: Item, first: int, text: str) -> tuple[int, int] | None:
    """Where the words are that were marked instead of the claim's, in the article; None where they are the same."""
    spans = part(task, "spans", list)
    if len(spans) != 1:
        refuse(f"it was accepted with {len(spans)} spans: a task is one claim, which has one")
    span = typed(spans[0], "a span", dict)
    start, end = part(span, "start", int), part(span, "end", int)
    if part(span, "label", str) != item.read["attribute"]:
        refuse(f"its label was {item.read['attribute']}, and cannot be changed: reject the claim")
    if not 0 <= start < end <= len(text):
        refuse(f"its offsets are no words of its text: {start} to {end}")
    moved = (first + start, first + end) != place(item)
    _check_words(task, span, text, moved)
    return (first + start, first + end) if moved else None


def _check_words(task: Mapping, span: Mapping, text: str, needed: bool) -> None:
    """Raise DecisionError where the words that a span or its tokens give are not those at its offsets. Only a span that
    was left where it was may give none.
    """
    start, end = span["start"], span["end"]
    if "token_start" in span and "token_end" in span and "tokens" in task:
        tokens = part(task, "tokens", list)
        begins, ends = part(span, "token_start", int), part(span, "token_end", int)
        its = [typed(token, "a token", dict) for token in tokens[begins : ends + 1]] if 0 <= begins <= ends else []
        if not its or (its[0].get("start"), its[-1].get("end")) != (start, end):
            refuse(f"its offsets are not where its tokens begin and end: {start} to {end}")
        for token in its:
            at = part(token, "start", int), part(token, "end", int)
            if not 0 <= at[0] < at[1] or text[slice(*at)] != part(token, "text", str):
                refuse(f"its token {token['text']!r} is not at {at[0]} to {at[1]} of its text")
    elif "text" not in span and needed:
        refuse("nothing says which words its offsets mean: it has neither tokens nor the span's text")
    if "text" in span and part(span, "text", str) != text[start:end]:
        refuse(f"its words are {span['text']!r}, and its text has {text[start:end]!r} there")
