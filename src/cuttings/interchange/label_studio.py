"""Label Studio: claims out as tasks with pre-annotations, and its annotations back as verdicts.

``start`` and ``end`` of a region of text are Unicode code points, as in Cuttings: Label Studio's editor turns the
UTF-16 units that a browser counts into code points before it saves a region. Versions without that, or with it broken
(its issues 1008 and 1347, mended in 2021; 6057, mended by pull request 6135 in 2024), count an emoji as two: a region
of theirs is no longer the words that it gives, and is quarantined.
"""

import hashlib
import json
from pathlib import Path

from cuttings import __version__, tables
from cuttings.casebook import text_version
from cuttings.interchange import annotations
from cuttings.interchange.regions import LABEL, STANDING, TEXT, VALUE
from cuttings.interchange.returned import Returned, Rows, Run
from cuttings.interchange.taken import Taken, by_article, place, waiting, write
from cuttings.review.queue import Item, Queue
from cuttings.review.sheets import check

_CONFIG = """<View>
  <Header value="$title"/>
  <Header value="$accounts" size="5"/>
  <Labels name="{label}" toName="{text}" choice="single">
{labels}
  </Labels>
  <Text name="{text}" value="$text" valueType="text" granularity="symbol" saveTextResult="yes"/>
  <TextArea name="{value}" toName="{text}" perRegion="true" editable="true" maxSubmissions="1" placeholder="value"/>
  <Choices name="{standing}" toName="{text}" perRegion="true" choice="single-radio">
{standings}
  </Choices>
</View>
"""


def labeling_config() -> str:
    """The labeling interface, as XML to paste into a project's settings: a label for each attribute that a claim may
    have, and for each region its value, in words or a code, and its standing.
    """
    labels = "\n".join(f'    <Label value="{attribute}"/>' for attribute in tables.ATTRIBUTES)
    standings = "\n".join(f'    <Choice value="{standing}"/>' for standing in tables.STANDINGS)
    names = {"label": LABEL, "text": TEXT, "value": VALUE, "standing": STANDING}
    return _CONFIG.format(**names, labels=labels, standings=standings)


def export(out: Path, path: Path, casebook: Path | None = None) -> Taken:
    """Write the undecided claims of the run in ``out`` as tasks for Label Studio (JSON): one task an article, with one
    region a claim as its prediction. ``casebook``: leave out what it has decided since the run.

    A claim without words of its own (a sum) has nothing to mark and is in ``left_out``. The same run gives the same
    bytes. Raises TableError when a table of the run is missing.
    """
    queue = Queue(out, casebook)
    items, left_out = waiting(queue)
    tasks = [_task(queue, claims) for claims in by_article(items).values()]
    written = write(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", path)
    return Taken(written, len(tasks), len(items), tuple(left_out))


def _task(queue: Queue, items: list[Item]) -> dict[str, object]:
    article = items[0].article
    its = queue.accounts[queue.accounts["article_id"] == article["article_id"]]
    accounts = [f"{row.account}: {queue.titles.get(row.incident_id, '')}" for row in its.itertuples()]
    stamp = {"article_id": article["article_id"], "text_version": text_version(article["text"])}
    claims = {_region_id(item): {"claim_id": item.claim_id, "check": check(item)} for item in items}
    data = {"title": article["title"], "accounts": tables.join(accounts), "text": article["text"]}
    result = [part for item in items for part in _region(item)]
    return {
        "data": {**data, "cuttings": {**stamp, "claims": claims}},
        "predictions": [{"model_version": f"cuttings {__version__}", "result": result}],
    }


def _region_id(item: Item) -> str:
    """A claim's region in its task; without a #, at which Label Studio would cut it."""
    return "c" + hashlib.sha256(item.claim_id.encode("utf-8")).hexdigest()[:16]


def _region(item: Item) -> list[dict[str, object]]:
    """The results that make a claim's region: its label, its value and its standing."""
    start, end = place(item)
    words, claim = item.article["text"][start:end], item.read
    told = {"meta": {"text": [f"said by: {claim['said_by']}"]}} if claim["said_by"] else {}
    results = [{"type": "labels", "from_name": LABEL, "value": {"text": words, "labels": [claim["attribute"]]}, **told}]
    if claim["value"]:
        results.append({"type": "textarea", "from_name": VALUE, "value": {"text": [claim["value"]]}})
    if claim["standing"]:
        results.append({"type": "choices", "from_name": STANDING, "value": {"choices": [claim["standing"]]}})
    same = {"id": _region_id(item), "to_name": TEXT}
    return [{**same, **one, "value": {"start": start, "end": end, **one["value"]}} for one in results]


def import_annotations(path: Path, out: Path, casebook: Path, reviewer: str, annotator: str = "") -> Returned:
    """Record the verdicts of a project that was exported from Label Studio as JSON, on the run in ``out``.

    A region that was kept accepts its claim, one that was deleted rejects it; another value, standing or other words
    correct it; a region that was drawn adds a claim to the article's one account, or to the account whose number or
    incident_id its note (``meta``) is. ``annotator``: the id or address of the user whose annotations these are, where
    the project has several.

    What cannot be taken is quarantined. Raises InterchangeError when the file as a whole cannot be read, DecisionError
    without a reviewer, TableError when a table of the run is missing.
    """
    tasks = annotations.tasks(path, annotator)
    rows = Rows(path, Run(out, casebook), reviewer)
    for number, task in enumerate(tasks, start=1):
        with rows.row(f"task {number}"):
            annotations.take(task, f"task {number}", rows, annotator)
    return rows.settle(casebook)
