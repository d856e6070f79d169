"""``entities.ftm.json``: a run's tables as FollowTheMoney entities, one JSON object a line, for graphs and searches.

What an article reports is an edge that says, where a program shows it, how far the article goes; nothing gets a topic.
Source: the schemata of FollowTheMoney 4.11, https://followthemoney.tech/explorer/schemata/ (Article, PublicBody,
Organization, Person, Event; Documentation, Mention, UnknownLink, Note). These are plain objects: the library needs
ICU, and is the tests' validator only.
"""

import json
from collections.abc import Mapping

import pandas as pd

from cuttings.exports import edges, things
from cuttings.exports.graph import Graph

# An edge may point at what stands before it only
_MAKERS = (
    things.articles,
    things.organisations,
    things.people,
    things.incidents,
    edges.coverage,
    edges.claims,
    edges.subjects,
    edges.mentions,
    edges.people,
    edges.bodies,
    edges.relations,
    edges.checks,
    edges.copies,
)


def content(data: Mapping[str, pd.DataFrame]) -> bytes:
    """The entities of the tables ``data``; every id that one of them points at is that of another.

    Rejected claims, withheld names, and rows of an incident or an article that is not given, have none.
    """
    run = Graph(data)
    lines = (json.dumps(each, ensure_ascii=False) for make in _MAKERS for each in run.new(make(run)))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")
