"""What several test files share: one saved file read in this very process, without readers."""

from io import BytesIO

from cuttings.formats.allowance import Allowance, Limits
from cuttings.formats.record import Refusal, Refused
from cuttings.saved import opening, reading
from cuttings.saved.reading import Article


def article(data: bytes) -> Article:
    """The one article of a file; raises Refused when it gives none."""
    (leaf,) = opening.leaves(BytesIO(data), "file", Allowance(Limits(), len(data)))
    if isinstance(leaf, Refusal):
        raise Refused(leaf.reason, leaf.detail, leaf.remedy)
    return reading.read(leaf)


def row_of(data: bytes) -> dict[str, object]:
    """The row of the one article of a file."""
    return reading.told(article(data))["row"]  # type: ignore[return-value]
