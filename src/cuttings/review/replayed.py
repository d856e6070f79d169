"""Which decisions the tables of a run were made with, so that what is published does not lag behind the casebook."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import astuple
from pathlib import Path

from cuttings import tables
from cuttings.casebook import Decision, load

_NOTE = Path("tables") / "casebook.json"  # goes where the tables go


def note(out: Path, decisions: Sequence[Decision]) -> None:
    """Write down, in the run's folder, that its tables were made with these: ``decisions``, how many, and ``sha256``,
    of what they say.
    """
    tables.write_whole(out / _NOTE, _told(decisions))


def moved_on(out: Path, casebook: Path | None) -> bool:
    """Whether the casebook has other decisions by now than the tables were made with; no casebook has none, and tables
    that come without a note were made with none. Raises DecisionError for a casebook that cannot be read.
    """
    made_with = (out / _NOTE).read_bytes() if (out / _NOTE).exists() else _told(())
    return made_with != _told(load(casebook) if casebook else ())


def _told(decisions: Sequence[Decision]) -> bytes:
    digest = hashlib.sha256(json.dumps([astuple(each) for each in decisions]).encode())
    return f'{{"decisions": {len(decisions)}, "sha256": "{digest.hexdigest()}"}}\n'.encode()
