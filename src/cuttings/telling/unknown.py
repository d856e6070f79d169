"""What a run does not know, counted from its tables: the gaps that a reader would otherwise take for answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from cuttings import tables
from cuttings.telling.excerpts import anchor
from cuttings.telling.summaries import main_only
from cuttings.telling.wording import count_of

MOST_NAMED = 12
_CELLS = {
    "forces": "which force",
    "officers_min": "how many officers",
    "officers_serving officers_former": "whether its officers are serving or former",
    "allegations": "what is alleged",
    "platforms": "where the messages were sent",
    "laws": "under which law or standard",
    "bodies": "who investigates or decides",
    "stage": "how far it has got",
    "sanctions": "what happened to anybody",
    "happened": "when it happened",
    "first_reported": "when it was first reported",
}


@dataclass(frozen=True)
class Gap:
    """Something that is not known: of how many; of which (anchor and title), or ``where`` to see it."""

    what: str
    count: str
    where: str
    which: tuple[tuple[str, str], ...] = ()


def gaps(data: Mapping[str, pd.DataFrame]) -> list[Gap]:
    """The gaps of a run's ``incidents, coverage, articles, sentences, subjects, matches``; incidents only as main."""
    main = main_only(data["incidents"], data["coverage"])
    return [
        *_cells(main),
        *_subjects(data["subjects"], main),
        *_matches(data["matches"]),
        *_articles(data["articles"], set(data["sentences"]["article_id"])),
    ]


def _cells(main: pd.DataFrame) -> Iterator[Gap]:
    for columns, what in _CELLS.items():
        empty = pd.Series(True, index=main.index)
        for column in columns.split():
            empty &= main[column].isna() if main[column].dtype != "string" else main[column] == ""
        found = main[empty.astype(bool)].sort_values(["title", "incident_id"])
        if len(found):
            count = f"{len(found):,} of {count_of(len(main), 'incident')}"
            named = found if len(found) <= MOST_NAMED else found.head(0)
            which = tuple((anchor("incident", row.incident_id), row.title) for row in named.itertuples())
            yield Gap(f"No article says {what}", count, "The table of incidents shows which.", which)


def _subjects(subjects: pd.DataFrame, main: pd.DataFrame) -> Iterator[Gap]:
    rows = subjects[subjects["incident_id"].isin(main["incident_id"])]
    silent = int(rows["status"].isin(["unknown", ""]).sum())
    if silent:
        yield Gap(
            "A person or group whom articles count, and not whether serving or former",
            f"{silent:,} of {count_of(len(rows), 'row')}",
            "The account of each incident shows which.",
        )


def _matches(matches: pd.DataFrame) -> Iterator[Gap]:
    near = int((matches["verdict"] == "near").sum())
    if near:
        what = "Two accounts that may be of one incident, and were not put together for want of evidence"
        yield Gap(what, count_of(near, "pair"), "The run’s table “matches” shows which.")


def _articles(articles: pd.DataFrame, with_sentences: set[str]) -> Iterator[Gap]:
    unread = tables.annotated(articles).query("article_id not in @with_sentences")
    kinds = {
        "An article without a date": articles["published"] == "",
        "An article whose date was inferred from its words": articles["published_basis"] == "inferred",
        "An article whose publisher is not known": articles["publisher"] == "",
        "An article in another language than English, which was not read": ~articles["language"].isin(["en", ""]),
        "An article that Cuttings failed to read, by a fault of its own": articles.index.isin(unread.index),
    }
    for what, those in kinds.items():
        if those.any():
            count = f"{int(those.sum()):,} of {count_of(len(articles), 'article')}"
            yield Gap(what, count, "The list of articles shows which.")
