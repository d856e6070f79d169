"""What stands around a chart, computed from the tables that it is drawn from."""

from dataclasses import dataclass

import pandas as pd

from cuttings import __version__
from cuttings.dates import timespan
from cuttings.telling.wording import count_of


@dataclass(frozen=True)
class Told:
    """A chart in words and figures.

    ``title``: the finding; ``subtitle``: what is counted; ``caveat``: what it does not say; ``alternative``: what it
    shows, for those who do not see it; ``figures``: what is drawn, for its CSV; ``rows``: how many rows it has.
    """

    title: str
    subtitle: str
    caveat: str
    alternative: str
    figures: pd.DataFrame
    rows: int = 0


def source(articles: pd.DataFrame) -> str:
    """Where the figures are from, by the table ``articles``. The day is the latest article's, for the same articles are
    to give the same chart whenever they are read; ``run.json`` has the day of the run.
    """
    publishers = articles.loc[articles["publisher"] != "", "publisher"].nunique()
    of = f" of {count_of(publishers, 'publisher')}" if publishers else ""
    day = max(articles["published"], default="")
    latest = f", the latest of {timespan.in_words(day)}" if day else ", none with a date" if len(articles) else ""
    return f"Source: {count_of(len(articles), 'saved article')}{of}{latest}; read by Cuttings {__version__}."


def months(days: float) -> str:
    """A stretch of days as a reader says it: ``less than a day``, ``3 weeks``, ``14 months``, ``5 years``."""
    for length, unit in ((365.25, "year"), (30.44, "month"), (7, "week")):
        if days >= 2 * length:
            return count_of(round(days / length), unit)
    return count_of(round(days), "day") if days >= 1 else "less than a day"
