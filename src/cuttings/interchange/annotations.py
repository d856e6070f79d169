"""What the annotations of a Label Studio project say of claims: those kept, deleted and changed, and new ones."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from cuttings.casebook import DecisionError
from cuttings.interchange import strict
from cuttings.interchange.regions import LABEL, STANDING, VALUE, Region, check_words, read, whole
from cuttings.interchange.returned import InterchangeError, Rows, annotator_of, refuse
from cuttings.interchange.strict import part, typed
from cuttings.interchange.taken import place
from cuttings.review.making import add
from cuttings.review.queue import Item


def tasks(path: Path, annotator: str = "") -> list[object]:
    """The tasks of the file. Raises InterchangeError when it is no list of them, or has several people's annotations
    and no ``annotator`` says whose are wanted.
    """
    try:
        found = typed(strict.parse(strict.read(path)), "what it holds", list)
    except DecisionError as error:
        raise InterchangeError(f"{path} is no export of Label Studio in JSON: {error}") from error
    annotator_of(path, {_who(one)[0] for task in found for one in _annotations(task)}, annotator)
    return found


def _annotations(task: object) -> list[dict]:
    """A task's annotations that were handed in; a skipped one is no answer."""
    given = task.get("annotations") if isinstance(task, dict) else None
    found = [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []
    return [one for one in found if one.get("was_cancelled") is not True]


def _who(annotation: Mapping) -> tuple[str, ...]:
    """What the user is known by who made an annotation: an id, or an id and an address."""
    by = annotation.get("completed_by")
    names = [by.get("id"), by.get("email")] if isinstance(by, dict) else [by]
    return tuple(str(name) for name in names if type(name) in (int, str)) or ("",)


def take(task: object, name: str, rows: Rows, annotator: str = "") -> None:
    """Take the verdicts of one task into ``rows``; ``name`` is what the task is called in what is quarantined.

    Raises DecisionError when the task as a whole cannot be taken.
    """
    task = typed(task, "it", dict)
    for one in part(task, "annotations", list):
        typed(one, "an annotation", dict)
    mine = [one for one in _annotations(task) if not annotator or annotator in _who(one)]
    if not mine:
        return
    if len(mine) > 1:
        refuse(f"it has {len(mine)} annotations by the same person: delete those that do not count")
    data = part(task, "data", dict)
    stamp = part(data, "cuttings", dict)
    article = rows.run.articles.get(part(stamp, "article_id", str))
    if article is None:
        refuse("the run does not have its article: take the claims out again")
    if part(data, "text", str) != article["text"]:
        refuse("its text is not the article's text in this run: take the claims out again")
    found, claims = read(part(mine[0], "result", list)), part(stamp, "claims", dict)
    seeded = bool(claims.keys() & found.keys()) or type(mine[0].get("parent_prediction")) is int
    for region_id, claim in claims.items():
        _take_claim(f"{name}, region {region_id}", claim, found.get(region_id), seeded, article, rows)
    for region_id, region in found.items():
        if region_id not in claims and (region.cells or region.fault):  # else it is a control of the newsroom's own
            with rows.row(f"{name}, region {region_id}"):
                _take_new(f"{name}, region {region_id}", region, article, rows)


def _take_claim(name: str, claim: object, region: Region | None, seeded: bool, article: Mapping, rows: Rows) -> None:
    claim_id = claim.get("claim_id") if isinstance(claim, dict) else ""
    with rows.row(name, claim_id if isinstance(claim_id, str) else ""):
        claim = typed(claim, "its claim", dict)
        item = rows.run.item(part(claim, "claim_id", str), part(claim, "check", str))
        if item.article["article_id"] != article["article_id"]:
            refuse("its claim is of another article")
        if region is None and not seeded:
            refuse("no region of ours is in the annotation: were the predictions not shown? Nothing was rejected")
        if region is None:
            rows.decide(name, item, "rejected")
        else:
            _take_kept(name, item, region, rows)


def _take_kept(name: str, item: Item, region: Region, rows: Rows) -> None:
    """The verdict on a claim whose region is still there."""
    cells = whole(region)
    check_words(region, item.article["text"], (region.start, region.end) != place(item))
    if cells[LABEL] != item.read["attribute"]:
        refuse(f"its label was {item.read['attribute']}: delete the region, and draw another with the new label")
    for cell in (VALUE, STANDING):
        if item.read[cell] and not cells[cell]:
            refuse(f"its {cell} was emptied: to reject the claim, delete the region")
    changed = {cell: cells[cell] if cells[cell] != item.read[cell] else "" for cell in (VALUE, STANDING)}
    span = (region.start, region.end) if (region.start, region.end) != place(item) else None
    verdict = "corrected" if span or any(changed.values()) else "accepted"
    rows.decide(name, item, verdict, changed[VALUE], span=span, standing=changed[STANDING])


def _take_new(name: str, region: Region, article: Mapping, rows: Rows) -> None:
    """A claim that was missed, from a region that somebody drew."""
    cells = whole(region)
    check_words(region, article["text"], True)
    account = _account(rows.run.accounts, article["article_id"], region.note)
    standing, span = cells[STANDING] or "reported", (region.start, region.end)
    said = (account, article, rows.reviewer)
    rows.take(name, "", add(cells[LABEL], cells[VALUE], span, *said, standing=standing, words=rows.run.words))


def _account(accounts: pd.DataFrame, article_id: str, note: str) -> int:
    """Where in the text the account begins that a new claim belongs to: the one that ``note`` names by its number or
    incident_id, or the article's only one.
    """
    its = accounts[accounts["article_id"] == article_id]
    named = its[(its["account"].astype(str) == note) | (its["incident_id"] == note)] if note else its
    if len(named) != 1:
        known = ", ".join(str(number) for number in its["account"])
        said = f"its note is {note!r}" if note else "it does not say which"
        refuse(f"the article has {len(its)} accounts ({known}), and {said}: write the number as the region's note")
    return int(named["start"].iloc[0])
