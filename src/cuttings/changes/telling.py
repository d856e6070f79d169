"""A comparison put into words: its sentences, and sections of what changed with the passages behind it."""

from cuttings.changes import article_entries, headlines
from cuttings.changes.comparison import Comparison
from cuttings.changes.incident_entries import Incidents
from cuttings.changes.passages import Passages
from cuttings.changes.told import Entry, Section, Told
from cuttings.telling.redaction import Redactor

_HEADINGS = {
    "stages": ("Stages that moved", ""),
    "standings": (
        "How far it goes",
        "What is said of somebody, with another standing than before. That nothing says any more that it was found "
        "does not mean that a finding was taken back: its article may be gone.",
    ),
    "new": ("Incidents that are new", ""),
    "gone": ("Incidents that are gone", ""),
    "merged": ("Incidents that are one now", ""),
    "split": ("Incidents that are several now", ""),
    "regrouped": ("Incidents put together otherwise", ""),
    "cells": ("Cells that changed", "What went and what came, with the words that either was read from."),
    "readings": ("Readings decided or told otherwise", "Claims that both runs have, and those that a reviewer added."),
    "rests": ("Other readings behind the same incident", ""),
    "added": ("Articles added", ""),
    "missing": ("Articles gone", ""),
    "changed": ("Articles that have changed", ""),
}


def told(found: Comparison, redact: Redactor) -> Told:
    """What is told of a comparison; ``redact`` takes the names out of all of it."""
    old, new = Passages(found.old, redact, False), Passages(found.new, redact, True)
    entries: dict[str, list[Entry]] = {key: [] for key in _HEADINGS}
    for key, entry in [*Incidents(found, old, new).entries(), *article_entries.entries(found.articles, old, new)]:
        entries[key].append(entry)
    there = ((key, *words) for key, words in _HEADINGS.items() if entries[key])
    sections = (Section(key, heading, tuple(entries[key]), note) for key, heading, note in there)
    runs = tuple(redact(headlines.of_run(run)) for run in (found.old, found.new))
    return Told(found.anything, runs, tuple(map(redact, headlines.sentences(found))), tuple(sections))
