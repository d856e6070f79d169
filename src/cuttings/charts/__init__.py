"""Charts of a run's incidents: tables in, matplotlib Axes out; ``draw`` writes them into the run's folder.

A chart says no more than its tables: what is alleged is drawn as reported, what is not known is said to be unknown.
Its title is the finding, computed from the tables; below it stands what is counted, and at the foot the caveat.
"""

from cuttings.charts.endings import outcomes
from cuttings.charts.files import NAMES, WIDTHS, draw, fingerprint
from cuttings.charts.kinds import allegations
from cuttings.charts.ladder import stages
from cuttings.charts.officers import officers_by_force
from cuttings.charts.relations import links
from cuttings.charts.sources import coverage
from cuttings.charts.tiles import tile_map
from cuttings.charts.when import timeline

__all__ = [
    "NAMES",
    "WIDTHS",
    "allegations",
    "coverage",
    "draw",
    "fingerprint",
    "links",
    "officers_by_force",
    "outcomes",
    "stages",
    "tile_map",
    "timeline",
]
