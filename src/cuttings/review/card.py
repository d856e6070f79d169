"""What a reviewer sees of a claim, as HTML: the words in their paragraphs, and what else is said. All of it escaped."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from cuttings.review.queue import Item, Queue

_BESIDE = 6  # other claims shown


def card(queue: Queue, item: Item, place: str) -> str:
    """A claim: what is claimed, where it was read, what the article and others say of the same column, the verdicts."""
    claim, article = item.claim, item.article
    where = ", ".join(filter(None, (article["publisher"], article["published"] or "no date", article["file"])))
    said_by = claim["said_by"] or "the article itself"
    lines = [
        f"Standing: <b>{escape(claim['standing'])}</b>. Said by: {escape(said_by)}.",
        f"<b>{escape(article['title'])}</b> <small>({escape(where)})</small>",
    ]
    heading = f"<h3>{escape(place)}: {escape(claim['attribute'])} “{escape(claim['value'])}”</h3>"
    read_by = f"Read by {escape(claim['origin'])}: {escape(claim['rule'])}."
    parts = [heading, *(f"<p>{line}</p>" for line in lines), passage(item), *_said(queue, item)]
    return "".join([*parts, _verdicts(queue, item), f"<p><small>{escape(item.title)}. {read_by}</small></p>"])


def passage(item: Item) -> str:
    """The paragraph that the words stand in, with the words marked, and the paragraphs before and after it."""
    if pd.isna(item.claim["start"]):
        return "<p>It stands on other claims, and on no words of its own.</p>"
    text, start, end = item.article["text"], int(item.claim["start"]), int(item.claim["end"])
    first = text.rfind("\n\n", 0, start) + 2 if "\n\n" in text[:start] else 0
    last = text.find("\n\n", end) if "\n\n" in text[end:] else len(text)
    own = f"{escape(text[first:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:last])}"
    before, after = text[:first].split("\n\n")[-2:], text[last:].split("\n\n")[1:2]
    around = [*(escape(each) for each in before if each), own, *(escape(each) for each in after)]
    return f"<blockquote>{''.join(f'<p>{each}</p>' for each in around)}</blockquote>"


def _said(queue: Queue, item: Item) -> Iterable[str]:
    """What the article, and other articles, say of the same column of the same incident."""
    same = [
        other
        for other in queue.items
        if other is not item
        and (other.claim["incident_id"], other.claim["attribute"])
        == (item.claim["incident_id"], item.claim["attribute"])
    ]
    own = item.claim["article_id"]
    here = [other for other in same if other.claim["article_id"] == own]
    yield from _others("This article also says", here, named=False)
    elsewhere = [other for other in same if other.claim["article_id"] != own]
    yield from _others("Other articles say", elsewhere, named=True)


def _others(heading: str, items: list[Item], named: bool) -> Iterable[str]:
    if not items:
        return
    lines = [
        f"<li><b>{escape(other.claim['value'])}</b> ({escape(other.claim['standing'])}): "
        f"<q>{escape(other.claim['evidence'])}</q>{_source(other) if named else ''}</li>"
        for other in items[:_BESIDE]
    ]
    more = f"<li>and {len(items) - _BESIDE} more</li>" if len(items) > _BESIDE else ""
    yield f"<p><b>{heading}</b></p><ul>{''.join(lines)}{more}</ul>"


def _source(item: Item) -> str:
    source = ", ".join(filter(None, (item.article["publisher"] or item.article["file"], item.article["published"])))
    return f" <small>({escape(source)})</small>"


def _verdicts(queue: Queue, item: Item) -> str:
    lines = [
        f"<li>{escape(said.reviewer)}, {escape(said.time[:10])}: <b>{escape(said.verdict.replace('_', ' '))}</b> "
        f"{escape(' '.join(filter(None, (said.new_value, said.new_standing, said.new_words))))} "
        f"{escape(said.comment)}</li>"
        for said in queue.of(item).last
    ]
    return f"<p><b>Reviewers</b></p><ul>{''.join(lines)}</ul>" if lines else ""
