"""What changed, in sentences computed from the comparison: no number in them was ever typed."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cuttings.changes.comparison import Comparison
from cuttings.changes.runs import Run
from cuttings.changes.settings import Setting
from cuttings.dates import timespan
from cuttings.telling.wording import capital, count_of, label

CARE = (
    "This is what articles say, as a machine has read it. An allegation is not a finding, and what changed in a table "
    "may have changed in its articles alone. A name that no rule recognised is not withheld: read this before you pass "
    "it on."
)


def sentences(found: Comparison) -> list[str]:
    """The most important first; one that says so where nothing changed."""
    if not found.anything:
        return ["Nothing changed.", *made(found.settings)]
    told = ["; ".join(part) for part in (_incidents(found), _stages(found), _standings(found))]
    told += ["; ".join(part) for part in (_cells(found), _readings(found), _articles(found), _names(found))]
    told += ["; ".join(_rows(found))]
    same = [] if found.settings else [_SAME]
    return [f"{capital(each)}." for each in told if each] + [*made(found.settings), *same]


_SAME = "As far as run.json says, both runs were made with the same versions, vocabulary and parameters."


def made(settings: Iterable[Setting]) -> list[str]:
    """In what the runs were made differently, as a sentence; none where in nothing."""
    told = "; ".join(
        f"{name} {old or 'not recorded'} before, {new or 'not recorded'} now" for name, old, new in settings
    )
    return [f"The runs were made differently: {told}."] if told else []


def of_run(run: Run) -> str:
    """``19 articles, 9 incidents, made on 22 November 2026``.

    Without the folder's name, which may be somebody's. A run that is writing its report is told without the day: the
    same articles are to give the same report.
    """
    if run.record.get("status") == "running":
        return f"this run: {count_of(len(run.articles), 'article')}, {count_of(len(run.incidents), 'incident')}"
    day = timespan.in_words(str(run.record.get("started") or run.record.get("changed") or "")[:10])
    told = f"{count_of(len(run.articles), 'article')}, {count_of(len(run.incidents), 'incident')}"
    return f"{told}, made on {day}" if day else told


def _incidents(found: Comparison) -> Iterator[str]:
    kinds = Counter(change.group.kind for change in found.changes)
    if kinds["new"]:
        yield f"{count_of(kinds['new'], 'incident is new', 'incidents are new')}"
    if kinds["gone"]:
        yield f"{count_of(kinds['gone'], 'incident is gone', 'incidents are gone')}"
    for kind in ("merged", "split", "regrouped"):
        for change in (each for each in found.changes if each.group.kind == kind):
            before, after = len(change.group.old), len(change.group.new)
            yield f"{count_of(before, 'incident has', 'incidents have')} become {'one' if after == 1 else f'{after:,}'}"


def _stages(found: Comparison) -> Iterator[str]:
    ways = Counter()
    for each in (change.move for change in found.changes if change.move):
        was = label("stage", each.old.value, found.old.vocabulary) or "no stage"
        now = label("stage", each.new.value, found.new.vocabulary) or "no stage"
        ways[each.direction, was, now] += 1
    order = ("forward", "", "back")
    for (way, was, now), count in sorted(ways.items(), key=lambda each: (order.index(each[0][0]), -each[1])):
        yield f"{count_of(count, 'incident')} moved {f'{way} ' if way == 'back' else ''}from {was} to {now}"


def _standings(found: Comparison) -> Iterator[str]:
    turns = Counter(standing.turn for change in found.changes for standing in change.standings)
    if turns["finding"]:
        what = count_of(turns["finding"], "value is", "values are")
        yield f"{what} said to be admitted or found now, and {'was' if turns['finding'] == 1 else 'were'} not before"
    if turns["no_finding"]:
        what = count_of(turns["no_finding"], "value was", "values were")
        yield f"{what} said to be admitted or found before, and {'is' if turns['no_finding'] == 1 else 'are'} not now"
    if turns["other"]:
        yield f"{count_of(turns['other'], 'value is', 'values are')} said with another standing"


def _cells(found: Comparison) -> Iterator[str]:
    counts = [len(change.cells) for change in found.changes if change.cells]
    if counts:
        where = count_of(len(counts), "incident")
        yield f"{count_of(sum(counts), 'other cell')} changed, in {where}"


def _readings(found: Comparison) -> Iterator[str]:
    readings = [reading for change in found.changes for reading in change.readings]
    decided = sum(is_decided(*reading) for reading in readings)
    came, went = (sum(len(getattr(change, name)) for change in found.changes) for name in ("came", "went"))
    if decided:
        yield f"{count_of(decided, 'reading has', 'readings have')} been decided otherwise by reviewers"
    if len(readings) > decided:
        yield f"{count_of(len(readings) - decided, 'reading is', 'readings are')} told otherwise"
    if came:
        yield f"{count_of(came, 'reading')} came to incidents that were there before"
    if went:
        yield f"{count_of(went, 'reading')} went from incidents that are still there"


def is_decided(old: object, new: object) -> bool:
    """Whether reviewers made the difference between two rows of claims; ``old`` is None for a claim that one added."""
    names = ("decision", "flag", "proposed", "proposed_standing", "proposed_start")
    return old is None or any(getattr(old, name) != getattr(new, name) for name in names)


def _articles(found: Comparison) -> Iterator[str]:
    files = found.articles
    if files.added:
        yield count_of(len(files.added), "article was added", "articles were added")
    if files.gone:
        yield count_of(len(files.gone), "article is gone", "articles are gone")
    if files.changed:
        yield count_of(len(files.changed), "article has changed", "articles have changed")


def _names(found: Comparison) -> Iterator[str]:
    if found.released:
        yield f"{count_of(found.released, 'name')} that had to be withheld may be published now"
    if found.withheld:
        yield f"{count_of(found.withheld, 'name')} that might be published must be withheld now"


def _rows(found: Comparison) -> Iterator[str]:
    for name, (came, went) in found.counted.items():
        counts = [f"{count_of(count, 'row')} {what}" for count, what in ((came, "came"), (went, "went")) if count]
        if counts:
            yield f"table {name}: {', '.join(counts)}"
