"""The figures of the datasheet (data/corpus/README.md), counted; a test holds the page against them."""

from collections.abc import Sequence

import pandas as pd

from cuttings.corpus import SPLITS, agreement, matrix, overlap
from cuttings.corpus.files import Annotated
from cuttings.dates import timespan

_WRITTEN = "2026-11"  # the month in which the articles were written

Reading = tuple[Sequence[Annotated], Sequence[Annotated]]  # of the articles that were read twice: first, second


def fill(page: str, articles: Sequence[Annotated], twice: Reading) -> str:
    """The page with what stands between ``<!-- NAME -->`` and ``<!-- /NAME -->`` written anew, for each block."""
    for name, block in {"figures": figures(articles), "agreement": agreed(*twice)}.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, rest = page.split(begin)
        page = f"{before}{begin}\n{block}\n{end}{rest.split(end)[1]}"
    return page


def figures(articles: Sequence[Annotated]) -> str:
    """How many there are of what in each split, as Markdown."""
    counted = {name: _counted([each for each in articles if name in (each.split, "all")]) for name in (*SPLITS, "all")}
    rows = [f"| {what} | " + " | ".join(f"{of[what]:,}" for of in counted.values()) + " |" for what in counted["all"]]
    times = matrix.told(articles)
    several = sum(number for of, number in times.items() if of > 1)
    shared = overlap.table(articles)
    across = shared[shared["left"] != shared["right"]]["share"].max()
    inside = shared[shared["left"] == shared["right"]]["share"].max()
    return "\n".join(
        [
            *("", f"| | {' | '.join(counted)} |", "|---|" + "--:|" * len(counted), *rows, ""),
            f"Accounts, claims, subjects and people are without the {_optional(articles)} accounts that gold marks as",
            "optional, but with optional claims of others; *without an incident*: an article with no other account.",
            *_when(articles),
            f"They tell of {sum(times.values())} incidents; {several} are told of in 2 to {max(times)} articles.",
            f"Of the sequences of five words in a split at most {across:.1f} % stand in another split too,",
            f"and {inside:.1f} % in another article of the same split about another matter.",
        ]
    )


def _optional(articles: Sequence[Annotated]) -> int:
    return sum(each["optional"] for article in articles for each in article.gold["incidents"])


def _when(articles: Sequence[Annotated]) -> tuple[str, str]:
    published = sorted(filter(None, (article.gold["article"]["published"] for article in articles)))
    later = sum(day[: len(_WRITTEN)] > _WRITTEN for day in published)
    spans = [
        timespan.bounds(claim["value"]) or (None, None)
        for article in articles
        for each in article.gold["incidents"]
        for claim in each["claims"]
        if claim["attribute"] == "happened" and not each["optional"]
    ]
    first = min(start for start, _ in spans if start).year
    last = max(end for _, end in spans if end).year
    return (
        f"{len(published)} articles can be dated, {published[0][:4]} to {published[-1][:4]}; {later} are later than",
        f"the month of writing. What they report happened, where they say when, in {first} to {last}.",
    )


def _counted(articles: Sequence[Annotated]) -> dict[str, int]:
    incidents = [each for article in articles for each in article.gold["incidents"] if not each["optional"]]
    return {
        "articles": len(articles),
        "words": sum(len(article.text.split()) for article in articles),
        "without an incident": sum(all(each["optional"] for each in a.gold["incidents"]) for a in articles),
        "in other languages than English": sum(a.gold["article"]["language"] != "en" for a in articles),
        "saved as HTML": sum(article.saved.suffix == ".html" for article in articles),
        "copies of another": sum(bool(article.gold["article"]["copy_of"]) for article in articles),
        "accounts of an incident": len(incidents),
        "claims": sum(len(each["claims"]) for each in incidents),
        "rows of subjects": sum(len(each["subjects"]) for each in incidents),
        "people": sum(len(each["people"]) for each in incidents),
        "quotations": sum(len(article.gold["quotes"]) for article in articles),
        "pieces of furniture": sum(len(article.gold["furniture"]) for article in articles),
    }


def agreed(first: Sequence[Annotated], second: Sequence[Annotated]) -> str:
    """How far the two readers agree, column by column, as Markdown."""
    table = agreement.agreement(first, second)
    rows = [
        f"| {row.column} | {row.first} | {row.second} | {_rate(row.strict)} | {_rate(row.with_alternatives)} |"
        for row in table.itertuples()
    ]
    return "\n".join(
        [
            "",
            f"{len(second)} articles were read twice, the second time blind to the first. Agreement is F1: twice what",
            "both readers have, over what each of them has. *With alternatives* counts as shared what one reader has",
            "and the other marked as open. These are the readings as they were, before anything was mended.",
            *("", "| column | first | second | strict | with alternatives |", "|---|--:|--:|--:|--:|", *rows, ""),
        ]
    )


def _rate(rate: object) -> str:
    return "–" if pd.isna(rate) else f"{rate:.2f}"
