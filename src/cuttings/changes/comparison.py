"""Two runs compared by their results: what ``cuttings diff`` tells, before it is put into words."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cuttings import publication
from cuttings.changes import articles, cells, claims, incidents
from cuttings.changes.articles import Articles
from cuttings.changes.cells import Cell, Move, Side, Standing
from cuttings.changes.claims import Claims, Passage, Said
from cuttings.changes.incidents import Group
from cuttings.changes.runs import Row, Run
from cuttings.changes.settings import Setting, differences

_TOLD = ("value", "standing", "said_by", "decision", "flag")  # columns of a claim that is still the same claim
# Tables of which only is told how many rows differ, and their columns that are made of a run's own ids and places
_COUNTED = ("subjects", "people", "links", "history", "checks", "skipped", "orphans")
_PLACES = frozenset(("start", "end", "other_start", "other_end", "nearest_start", "nearest_end"))
_IDS = frozenset(("subject_id", "person_id", "file", "detail"))


@dataclass(frozen=True)
class Change:
    """A group of incidents and what differs in it.

    ``readings``: claims that both runs have and tell otherwise (corrected, decided, another standing or speaker), and
    those that a reviewer added, which have no earlier row; ``came`` and ``went``: claims that one run alone has;
    ``joined``: why the later run put its accounts together, or kept them apart, as the table matches has it.
    """

    group: Group
    old: Side
    new: Side
    move: Move | None
    standings: tuple[Standing, ...]
    cells: tuple[Cell, ...]
    readings: tuple[tuple[Row | None, Row], ...]
    came: tuple[Said, ...]
    went: tuple[Said, ...]
    joined: tuple[str, ...]

    @property
    def anything(self) -> bool:
        """Whether it is worth telling."""
        parts = (self.move, self.standings, self.cells, self.readings, self.came, self.went)
        return self.group.kind != "kept" or any(parts)


@dataclass(frozen=True)
class Comparison:
    """All that differs between two runs. ``released`` and ``withheld``: how many people whom both name may be named now
    and might not, and the other way round; ``counted``: rows of other tables that came and went; ``settings``: what
    they were made with, which is no change of results."""

    old: Run
    new: Run
    articles: Articles
    changes: tuple[Change, ...]
    released: int
    withheld: int
    counted: Mapping[str, tuple[int, int]]
    settings: tuple[Setting, ...]

    @property
    def anything(self) -> bool:
        """Whether any result differs."""
        files = self.articles
        return bool(files.added or files.gone or files.changed or self.changes or any(map(any, self.counted.values())))


def compared(old: Run, new: Run) -> Comparison:
    """What differs between the results of an earlier run and a later one."""
    files = articles.paired(old, new)
    groups = incidents.groups(old, new, incidents.pairs(old, new, files))
    said = claims.matched(old, new, files, groups)
    changes = [change for change in _changes(old, new, groups, said) if change.anything]
    was, now = (set(publication.withheld(run.data["people"])) for run in (old, new))
    both = set(old.data["people"]["name"]) & set(new.data["people"]["name"])
    return Comparison(
        old,
        new,
        files,
        tuple(changes),
        released=len((was - now) & both),
        withheld=len((now - was) & both),
        counted={name: _rows(name, old, new, files, groups) for name in _COUNTED},
        settings=differences(old.record, new.record),
    )


def _changes(old: Run, new: Run, groups: list[Group], said: Claims) -> Iterator[Change]:
    sides = [_sides(run, told) for run, told in ((old, said.old), (new, said.new))]
    ladder, readings, joined = new.vocabulary.codes("stage"), _readings(said), _joined(new)
    for group in groups:
        before, after = (_side(each, keys) for each, keys in zip(sides, (group.old, group.new), strict=True))
        both = bool(group.old and group.new)
        yield Change(
            group,
            before,
            after,
            cells.move(before, after, ladder) if both else None,
            tuple(cells.standings(before, after)) if both else (),
            cells.cells(before, after) if both else (),
            tuple(reading for key in group.new for reading in readings.get(key, ())) if both else (),
            tuple(each for each in after.said if each.fate in _NEWLY) if both else (),
            tuple(each for each in before.said if each.fate in _NO_LONGER) if both else (),
            tuple(line for key in group.new for line in joined.get(key, ())) if group.kind not in _PLAIN else (),
        )


_PLAIN = ("kept", "new", "gone")
_NEWLY = frozenset(("read", "new_article", "changed_article", "moved"))
_NO_LONGER = frozenset(("unread", "gone_article", "changed_article", "moved"))


def _sides(run: Run, said: Mapping[str, tuple[Said, ...]]) -> dict[str, Side]:
    """A side for each incident of a run."""
    people, history, checks = (run.by_incident(name) for name in ("people", "history", "checks"))
    days = {key: {} for key in run.incidents}
    for key, told in run.by_incident("coverage").items():
        days[key] = {row.article_id: run.articles[row.article_id].published for row in told}
    return {
        key: Side(
            (row,),
            said.get(key, ()),
            tuple(Said(each) for each in people.get(key, ())),
            tuple(Said(_passage(each)) for each in history.get(key, ()) if each.event == "taken_back"),
            tuple(each for each in checks.get(key, ()) if each.holds is False),
            days[key],
        )
        for key, row in run.incidents.items()
    }


def _passage(row: Row) -> Passage:
    return Passage(row.article_id, row.start, row.end, row.evidence)


def _side(sides: Mapping[str, Side], keys: Iterable[str]) -> Side:
    """Several incidents as one side."""
    parts = [sides[key] for key in keys]
    if len(parts) == 1:
        return parts[0]
    joined = (tuple(each for part in parts for each in getattr(part, name)) for name in _JOINED)
    return Side(*joined, {article: day for part in parts for article, day in part.days.items()})


_JOINED = ("incidents", "said", "people", "history", "checks")


def _readings(said: Claims) -> dict[str, list[tuple[Row | None, Row]]]:
    """Claims that are told otherwise, by the later incident."""
    found: dict[str, list[tuple[Row | None, Row]]] = {}
    for old, new in said.pairs:
        if any(getattr(old, name) != getattr(new, name) for name in _TOLD):
            found.setdefault(new.incident_id, []).append((old, new))
    for key, told in said.new.items():
        found.setdefault(key, []).extend((None, each.row) for each in told if each.fate == "added")
    return found


def _joined(run: Run) -> dict[str, list[str]]:
    """Of each incident what the pairs of its accounts have in common, or what tells them apart; the weightiest first"""
    found: dict[str, list[str]] = {}
    table = run.data["matches"]
    for row in table.sort_values("score", ascending=False, kind="stable").itertuples():
        for key in dict.fromkeys((row.left_incident, row.right_incident)):
            found.setdefault(key, []).append(row.evidence)
    return found


def _rows(name: str, old: Run, new: Run, files: Articles, groups: list[Group]) -> tuple[int, int]:
    """How many rows of a table came and went, whatever ids they have."""
    number = {side: {} for side in ("old", "new")}
    for place, group in enumerate(groups):
        number["old"] |= dict.fromkeys(group.old, place)
        number["new"] |= dict.fromkeys(group.new, place)
    # What is left of an incident whose claims were all rejected is still that incident's
    was = _content(name, old, number["new"] | number["old"], files.counterpart)
    now = _content(name, new, number["old"] | number["new"], {})
    return (now - was).total(), (was - now).total()


def _content(name: str, run: Run, number: Mapping[str, int], counterpart: Mapping[str, str]) -> Counter[tuple]:
    table = run.data[name].drop(columns=list(_IDS | _PLACES), errors="ignore")
    for column in table.columns:
        if column.endswith("incident") or column == "incident_id":
            table[column] = table[column].map(lambda key: str(number.get(key, "")))
        elif column.endswith("article_id"):
            table[column] = table[column].map(lambda key: counterpart.get(key, key))
    return Counter(tuple(map(str, row)) for row in table.itertuples(index=False))
