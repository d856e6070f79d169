"""What is told of the incidents that differ between two runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cuttings.changes.cells import Side, Value
from cuttings.changes.claims import Said
from cuttings.changes.comparison import Change, Comparison
from cuttings.changes.passages import Passages
from cuttings.changes.reasons import why
from cuttings.changes.runs import Row
from cuttings.changes.told import Entry, Line
from cuttings.telling.excerpts import anchor
from cuttings.telling.wording import ATTRIBUTES, STANDINGS, capital, count_of, listed, span_of

_VERDICTS = {"": "not decided", "accepted": "accepted", "rejected": "rejected", "corrected": "corrected"}
_FLAGS = {"": "no flag", "disputed": "reviewers differ", "needs_call": "a reviewer wants to ask somebody"}
_TURNS = {
    "finding": "said to be admitted or found now, and not before",
    "no_finding": "said to be admitted or found before, and not now",
    "other": "another standing",
}


class Incidents:
    """Tells of the incidents of a comparison; ``old`` and ``new`` quote the two runs."""

    def __init__(self, found: Comparison, old: Passages, new: Passages) -> None:
        self.found, self.redact, self.old, self.new = found, new.redact, old, new

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """An entry for each section that a change belongs to, with the section's key."""
        for change in self.found.changes:
            kind, entry = change.group.kind, self._entry(change)
            if change.move:
                yield "stages", self._move(change, entry)
            if change.standings:
                yield "standings", replace(entry, lines=tuple(self._standings(change)))
            if kind != "kept":
                yield kind, replace(entry, lead=self._lead(change), lines=tuple(self._parts(change)))
            if change.cells:
                yield "cells", replace(entry, lines=tuple(self._cells(change)))
            if readings := tuple(self._readings(change)):
                yield "readings", replace(entry, lines=readings)
            if change.came or change.went:
                yield "rests", replace(entry, lead=_balance(change))

    def _entry(self, change: Change) -> Entry:
        row = (change.new.incidents or change.old.incidents)[0]
        place = anchor("incident", row.incident_id) if change.new.incidents else ""
        return Entry(
            self.redact(row.title), row.incident_id, "", why=self.redact(why(change, self.found)), anchor=place
        )

    def _move(self, change: Change, entry: Entry) -> Entry:
        move = change.move
        was, now = self.old.value("stage", move.old.value), self.new.value("stage", move.new.value)
        way = f"moved {move.direction}".strip()
        lines = [*self.old.lines("stage", "went", [move.old]), *self.new.lines("stage", "came", [move.new])]
        place = anchor("incident", move.after.incident_id)
        title, key = self.redact(move.after.title), move.after.incident_id
        return replace(
            entry, title=title, key=key, anchor=place, lead=f"{way}: from {was} to {now}", lines=tuple(lines)
        )

    def _standings(self, change: Change) -> Iterator[Line]:
        """By turn; of each value what went and what came. People whose names are withheld, and of whom the same is
        told, are one."""
        turn, found = "", {}
        for each in change.standings:
            if each.turn != turn:
                yield from _together(found)
                turn, found = each.turn, {}
                yield Line("", "", capital(_TURNS[turn]))
            name = f"{ATTRIBUTES[each.attribute]}, {self.new.value(each.attribute, each.after.value)}"
            went = Line(name, "went", _standing(each.old), self._quotes(self.old, each.before, each.old, each.new))
            came = Line(name, "came", _standing(each.new), self._quotes(self.new, each.after, each.new, each.old))
            found.setdefault((name, went.text, came.text), []).append((went, came))
        yield from _together(found)

    def _quotes(self, side: Passages, value: Value, own: Iterable[str], other: Iterable[str]) -> tuple:
        """The passages of the standings that the other run has not; of all where it has all."""
        alone = set(own) - set(other) or set(own)
        return tuple(side.quotes(each for each in value.said if each.row.standing in alone))

    def _lead(self, change: Change) -> str:
        if change.group.kind in ("new", "gone"):
            side, row = self._side(change)
            officers = span_of(row.officers_min, row.officers_max)
            counted = f"officers: {officers}" if officers else "number of officers not given"
            return f"{side.value('stage', row.stage)}; {counted}"
        before, after = len(change.old.incidents), len(change.new.incidents)
        return f"{count_of(before, 'incident')} before, {after:,} now"

    def _side(self, change: Change) -> tuple[Passages, Row]:
        return (self.new, change.new.incidents[0]) if change.new.incidents else (self.old, change.old.incidents[0])

    def _parts(self, change: Change) -> Iterator[Line]:
        """Of a group that is not kept: its incidents on either side, or what a single one says of somebody."""
        if change.group.kind in ("new", "gone"):
            side, mark = (self.new, "came") if change.new.incidents else (self.old, "went")
            for attribute in ("stage", "sanction", "allegation", "law"):
                yield from side.lines(attribute, mark, _said(change.new if mark == "came" else change.old, attribute))
            return
        for side, mark, rows in ((self.old, "went", change.old.incidents), (self.new, "came", change.new.incidents)):
            for row in rows:
                stage = f"{self.redact(row.title)} ({row.incident_id}): {side.value('stage', row.stage)}"
                yield Line("Before" if mark == "went" else "Now", mark, stage)
        if change.joined:
            yield Line("Compared", "", self.redact(change.joined[0]))

    def _cells(self, change: Change) -> Iterator[Line]:
        for each in change.cells:
            yield from _counted(self.old.lines(each.column, "went", each.went))
            yield from _counted(self.new.lines(each.column, "came", each.came))

    def _readings(self, change: Change) -> Iterator[Line]:
        told = {(each.attribute, each.after.value) for each in change.standings}
        for old, new in change.readings:
            if old is not None and _only_standing(old, new) and (new.attribute, new.value) in told:
                continue
            name = f"{ATTRIBUTES[new.attribute]}: {self.new.value(new.attribute, new.value)}"
            yield Line(name, "", self._otherwise(old, new), (self.new.quote(Said(new)),))

    def _otherwise(self, old: Row | None, new: Row) -> str:
        """What is told otherwise of a claim, in words."""
        if old is None:
            return "added by a reviewer"
        values = [self.old.value(old.attribute, old.value), self.new.value(new.attribute, new.value)]
        pairs = [values] if old.value != new.value else []
        for column, words in (("standing", STANDINGS), ("decision", _VERDICTS), ("flag", _FLAGS)):
            before, after = getattr(old, column), getattr(new, column)
            pairs += [[words[before], words[after]]] if before != after else []
        if old.said_by != new.said_by:
            pairs.append([self.redact(each.said_by) or "the article's own voice" for each in (old, new)])
        return "; ".join(" → ".join(pair) for pair in pairs)


def _said(side: Side, attribute: str) -> list[Value]:
    """The values that a side's claims give of an attribute; of a stage that of the incident alone."""
    found: dict[str, list[Said]] = {}
    for each in side.standing or side.said:
        if each.row.attribute == attribute:
            found.setdefault(each.row.value, []).append(each)
    stages = {row.stage for row in side.incidents}
    return [Value(value, tuple(said)) for value, said in found.items() if attribute != "stage" or value in stages]


def _standing(codes: Iterable[str]) -> str:
    return listed([STANDINGS[code] for code in codes])


def _only_standing(old: Row, new: Row) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in ("value", "said_by", "decision", "flag"))


def _together(found: Mapping[tuple, Sequence[tuple[Line, ...]]]) -> Iterator[Line]:
    """Lines that tell the same, each kind once, with how many there are."""
    for alike in found.values():
        for same in zip(*alike, strict=True):
            yield _one(same)


def _counted(lines: Iterable[Line]) -> Iterator[Line]:
    found: dict[tuple, list[Line]] = {}
    for line in lines:
        found.setdefault((line.label, line.mark, line.text), []).append(line)
    yield from map(_one, found.values())


def _one(alike: Sequence[Line]) -> Line:
    """Several lines that tell the same of several people whose names are withheld, as one."""
    quotes = tuple(dict.fromkeys(quote for line in alike for quote in line.quotes))
    label = alike[0].label if len(alike) == 1 else f"{alike[0].label} ({len(alike):,} people)"
    return replace(alike[0], label=label, quotes=quotes)


def _balance(change: Change) -> str:
    came, went = len(change.came), len(change.went)
    told = [f"{count_of(came, 'reading')} came"] if came else []
    return ", ".join([*told, f"{count_of(went, 'reading')} went"] if went else told)
