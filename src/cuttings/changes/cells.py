"""What differs in the rows of incidents that are of one matter: stages, standings and the other cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cuttings import tables
from cuttings.changes.claims import Passage, Said
from cuttings.changes.runs import Row

# Columns of incidents and the attribute of the claims behind each, in the order of telling. Columns that are only
# counted or put together from these (title, sources, claims …) are left out; ``stage`` is told for itself.
COLUMNS = {
    "sanctions": "sanction",
    "allegations": "allegation",
    "laws": "law",
    "officers": "officers_total",
    "officers_serving": "officers_serving",
    "officers_former": "officers_former",
    "forces": "force",
    "units": "unit",
    "people": "person",
    "platforms": "platform",
    "bodies": "body",
    "places": "place",
    "happened": "happened",
    "first_reported": "",
    "conflicts": "",
}
HARMFUL = ("person", "allegation", "law", "sanction")  # what is said of somebody: its standing is told for itself
DECIDED = frozenset(("admitted", "found"))


@dataclass(frozen=True)
class Value:
    """A value that went or came, and the passages that it rests on."""

    value: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Cell:
    """A column of incidents that differs: the values that went and that came, nothing of those that stayed."""

    column: str
    went: tuple[Value, ...]
    came: tuple[Value, ...]


@dataclass(frozen=True)
class Move:
    """A stage that differs: the incidents' rows that have it, and where it was read. ``direction``: ``forward``,
    ``back``, or ``""`` where one is of no known rank."""

    before: Row
    after: Row
    direction: str
    old: Value
    new: Value


@dataclass(frozen=True)
class Standing:
    """A value that both runs give, said with other standings. ``turn``: ``finding`` where it was none before,
    ``no_finding`` where it is none now, ``other``."""

    attribute: str
    turn: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    before: Value
    after: Value


@dataclass(frozen=True)
class Side:
    """The incidents of a group in one run, with all that is behind them."""

    incidents: tuple[Row, ...]
    said: tuple[Said, ...]
    people: tuple[Said, ...]
    history: tuple[Said, ...]
    checks: tuple[Row, ...]
    days: Mapping[str, str]

    @property
    def standing(self) -> list[Said]:
        """The claims that count: those that nobody has rejected."""
        return [each for each in self.said if each.row.decision != "rejected"]


def cells(old: Side, new: Side) -> tuple[Cell, ...]:
    """The columns that differ. Of several incidents of one group their values count together."""
    found = []
    for column, attribute in COLUMNS.items():
        before, after = (dict.fromkeys(v for row in side.incidents for v in values(row, column)) for side in (old, new))
        if column == "conflicts":
            before, after = (dict.fromkeys(row.check for row in side.checks) for side in (old, new))
        if before.keys() != after.keys():
            went = tuple(Value(v, tuple(_behind(old, column, attribute, v))) for v in before if v not in after)
            came = tuple(Value(v, tuple(_behind(new, column, attribute, v))) for v in after if v not in before)
            found.append(Cell(column, went, came))
    return tuple(found)


def values(incident: Row, column: str) -> list[str]:
    """The values of a cell, a count as claims write it (``7``, ``6..``, ``5..7``)."""
    if column == "officers":
        least, most = ("" if end is None else str(end) for end in (incident.officers_min, incident.officers_max))
        return [least if least == most else f"{least}..{most}"] if least or most else []
    if column == "conflicts":
        return []
    cell = getattr(incident, column)
    return [str(cell)] if isinstance(cell, int) else tables.split(cell)


def _behind(side: Side, column: str, attribute: str, value: str) -> Iterator[Said]:
    """The passages that a value of a cell rests on."""
    if column == "first_reported":
        yield from (Said(Passage(article)) for article, day in side.days.items() if day == value)
    elif column == "conflicts":
        for row in (row for row in side.checks if row.check == value):
            yield Said(Passage(row.article_id, row.start, row.end, row.evidence))
            if row.other_evidence and row.other_evidence != row.evidence:
                yield Said(Passage(row.other_article_id, row.other_start, row.other_end, row.other_evidence))
    elif column == "people":
        yield from (each for each in side.people if each.row.name == value)
    else:
        ends = set(value.split("..")) - {""} if attribute.startswith("officers_") else set()
        of = (each for each in side.standing if each.row.attribute == attribute)
        yield from (each for each in of if each.row.value == value or ends & set(each.row.value.split("..")))


def move(old: Side, new: Side, ladder: Sequence[str]) -> Move | None:
    """How the stage differs, None where it does not; ``ladder``: the codes of the stages in their order.

    Of several incidents of one group the furthest counts: a part that is split off has not moved back.
    """
    before, after = (_furthest(side, ladder) for side in (old, new))
    if before.stage == after.stage:
        return None
    values = (_stage(old, before.stage), _stage(new, after.stage))
    return Move(before, after, _direction(before.stage, after.stage, ladder), *values)


def _furthest(side: Side, ladder: Sequence[str]) -> Row:
    return max(side.incidents, key=lambda row: ladder.index(row.stage) if row.stage in ladder else -1)


def _stage(side: Side, code: str) -> Value:
    """With what was taken back beside the claims of it: that may be why there is no further one."""
    claims = [each for each in side.standing if (each.row.attribute, each.row.value) == ("stage", code)]
    return Value(code, (*claims, *side.history))


def _direction(before: str, after: str, ladder: Sequence[str]) -> str:
    """From no stage to one is forward; of a code that the ladder lacks nothing is known."""
    ranks = [-1 if not code else ladder.index(code) if code in ladder else None for code in (before, after)]
    return "" if None in ranks else "forward" if ranks[0] < ranks[1] else "back"


def standings(old: Side, new: Side) -> list[Standing]:
    """What is said of somebody in both runs, and with other standings than before; findings first."""
    before, after = _by_value(old), _by_value(new)
    found = []
    for (attribute, value), said in after.items():
        earlier = before.get((attribute, value), [])
        then, now = ({each.row.standing: None for each in side} for side in (earlier, said))
        if earlier and then.keys() != now.keys():
            turn = _turn(then.keys(), now.keys())
            sides = (Value(value, tuple(side)) for side in (earlier, said))
            found.append(Standing(attribute, turn, tuple(then), tuple(now), *sides))
    return sorted(found, key=lambda each: ("finding", "no_finding", "other").index(each.turn))


def _by_value(side: Side) -> dict[tuple[str, str], list[Said]]:
    found: dict[tuple[str, str], list[Said]] = {}
    for each in side.standing:
        if each.row.attribute in HARMFUL:
            found.setdefault((each.row.attribute, each.row.value), []).append(each)
    return found


def _turn(then: Iterable[str], now: Iterable[str]) -> str:
    was, is_now = bool(DECIDED & set(then)), bool(DECIDED & set(now))
    return "other" if was == is_now else "finding" if is_now else "no_finding"
