"""Who covered what, and how many independent sources each incident has."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from cuttings.charts import layout
from cuttings.charts.told import Told
from cuttings.telling.summaries import latest_first
from cuttings.telling.wording import count_of, listed
from cuttings.vocabulary import Vocabulary

COLUMNS = ("incident_id", "title", "publisher", "role", "articles")
UNKNOWN = "Publisher not known"
_COLUMN = 24.0  # points that a column needs
_STYLES = {
    "main": ("Its main matter", {"marker": "o", "markerfacecolor": "#0b3c5d"}),
    "background": ("Told in passing", {"marker": "o", "markerfacecolor": "#ffffff"}),
    "copy": ("A copy of another article", {"marker": "s", "markerfacecolor": "#d9d9d9"}),
}
_MARK = {"markersize": 9, "markeredgecolor": layout.INK, "markeredgewidth": 1.0, "linestyle": "none", "zorder": 3}


def coverage(
    incidents: pd.DataFrame,
    coverage: pd.DataFrame,
    articles: pd.DataFrame,
    ax: Axes | None = None,
    vocabulary: Vocabulary | None = None,
    source: str = "",
    part: slice = layout.ALL,
    said: Told | None = None,
) -> Axes:
    """A row an incident, the latest first; a column a publisher, the one with most incidents first; a mark where it
    told of it.

    The tables ``incidents``, ``coverage`` and ``articles`` in. A publisher's mark is the most that its articles are:
    about the incident, in passing, a copy. Where the page is too narrow, the publishers with fewest share a column.
    ``part``: which rows. Returns the axes: ``ax``, or a page of their own.
    """
    axes, said = ax or layout.blank(), said or told(incidents, coverage, articles, vocabulary)
    key = []
    if said.figures.empty:
        layout.nothing(axes, "There is no incident, and so no article that tells of one.")
    else:
        place = _columns(said.figures, int(layout.width(axes) // _COLUMN))
        layout.columns(axes, list(dict.fromkeys(place.values())))
        column = {name: number for number, name in enumerate(dict.fromkeys(place.values()))}
        shown = latest_first(incidents).iloc[part]
        stories = dict(
            iter(said.figures[said.figures["incident_id"].isin(shown["incident_id"])].groupby("incident_id"))
        )
        notes = [_note(row, stories.get(row.incident_id, said.figures.iloc[:0])) for row in shown.itertuples()]
        for row, middle in zip(shown.itertuples(), layout.rows(axes, list(shown["title"]), notes), strict=True):
            layout.track(axes, middle)
            for x, role in _strongest(stories.get(row.incident_id, said.figures.iloc[:0]), place, column).items():
                axes.plot([x], [middle], clip_on=False, **_MARK, **_STYLES[role][1])
        drawn = set(said.figures["role"])
        key = [
            Line2D([], [], label=words, **_MARK, **style) for role, (words, style) in _STYLES.items() if role in drawn
        ]
    return layout.finish(axes, said, source, key, part, own=ax is None)


def told(
    incidents: pd.DataFrame, coverage: pd.DataFrame, articles: pd.DataFrame, vocabulary: Vocabulary | None = None
) -> Told:
    """The words and the figures of the chart: a row of ``figures`` an incident, publisher and role (``main``,
    ``background``, ``copy``), with how many articles.
    """
    figures, single = _figures(incidents, coverage, articles), int((incidents["sources"] == 1).sum())
    publishers = figures.loc[figures["publisher"] != UNKNOWN, "publisher"].nunique()
    who = f"{count_of(len(incidents), 'incident')} and {count_of(publishers, 'publisher')}"
    return Told(
        _finding(len(incidents), single),
        "Which publisher told of which incident, and how many sources are independent: of different publishers, "
        "copies left out.",
        "Only the articles in the folder: what was not saved is not here. Two publishers may still rest on one agency "
        "or one press release.",
        f"Matrix of {who}. {_finding(len(incidents), single)}." if len(incidents) else "An empty chart: no incident.",
        figures,
        len(incidents),
    )


def _figures(incidents: pd.DataFrame, coverage: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    who = articles.assign(publisher=articles["publisher"].replace("", UNKNOWN))
    told = incidents[["incident_id", "title"]].merge(coverage[["incident_id", "article_id", "role"]], on="incident_id")
    copies = who.loc[who["duplicate_of"] != "", ["duplicate_of", "publisher"]]
    copied = told.merge(copies, left_on="article_id", right_on="duplicate_of").assign(role="copy")
    rows = pd.concat([told.merge(who[["article_id", "publisher"]], on="article_id"), copied])
    counted = rows.groupby(["incident_id", "title", "publisher", "role"], as_index=False).size()
    return counted.rename(columns={"size": "articles"})[list(COLUMNS)]


def _columns(figures: pd.DataFrame, room: int) -> dict[str, str]:
    """Publisher to the name of its column, in the order of the columns."""
    told = figures.groupby("publisher")["incident_id"].nunique()
    order = list(told.sort_index().sort_values(ascending=False, kind="stable").index)
    order = [*(name for name in order if name != UNKNOWN), *(name for name in order if name == UNKNOWN)]
    if len(order) <= room:
        return {name: name for name in order}
    rest = f"{len(order) - room + 1} more publishers"
    return {name: name if place < room - 1 else rest for place, name in enumerate(order)}


def _strongest(story: pd.DataFrame, place: dict[str, str], column: dict[str, int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for role in reversed(_STYLES):
        found |= {column[place[name]]: role for name in story.loc[story["role"] == role, "publisher"]}
    return found


def _note(row: object, story: pd.DataFrame) -> str:
    copies = int(story.loc[story["role"] == "copy", "articles"].sum())
    sources = 0 if pd.isna(row.sources) else int(row.sources)
    names = listed([name for name in dict.fromkeys(story["publisher"]) if name != UNKNOWN])
    copied = f", {count_of(copies, 'copy', 'copies')}" if copies else ""
    count = 0 if pd.isna(row.articles) else int(row.articles)
    told = f"{count_of(count, 'article')}, {count_of(sources, 'independent source')}{copied}"
    return f"{told}: {names}" if names else told


def _finding(incidents: int, single: int) -> str:
    if not incidents:
        return "No incident, and so no source"
    if incidents == 1:
        return f"The incident {'rests on one source alone' if single else 'does not rest on one source alone'}"
    if not single:
        return "No incident rests on one source alone"
    return f"{single:,} of {incidents:,} incidents {'rests' if single == 1 else 'rest'} on one source alone"
