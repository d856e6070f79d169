"""Claims taken to another annotation tool, and verdicts brought back: Label Studio, Prodigy, and spaCy to train on.

Nothing is moved by likeness. A verdict is recorded where the claim, the article's text and the words are the very ones
that were taken out; anything else is quarantined, with the reason. ``docs/interchange.md`` tells a reporter how.
"""

from cuttings.interchange import docbin, label_studio, prodigy
from cuttings.interchange.returned import InterchangeError, Quarantined, Returned
from cuttings.interchange.taken import LeftOut, Taken

__all__ = [
    "InterchangeError",
    "LeftOut",
    "Quarantined",
    "Returned",
    "Taken",
    "docbin",
    "label_studio",
    "prodigy",
]
