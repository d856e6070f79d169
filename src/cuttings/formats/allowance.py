"""How much one saved file may take: of bytes, records and depth, however it is packed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from cuttings.formats.record import Refused

_CHUNK = 1 << 18
_SMALL = 10_000_000  # expanded bytes below which no ratio is suspicious
_RAISE = "if you trust the file, unpack it yourself or raise the limit"


@dataclass(frozen=True)
class Limits:
    """The limits of reading, each the most that is allowed.

    ``largest``: bytes of one document or record. For what is packed, over one file with all that is in it:
    ``expanded`` bytes, ``ratio`` of expanded to packed bytes, ``records``, and ``depth`` of archives in archives.
    ``seconds`` for one document or record, and ``memory`` in bytes, hold the process that reads.
    """

    largest: int = 50_000_000
    expanded: int = 2_000_000_000
    ratio: int = 200
    records: int = 20_000
    depth: int = 3
    seconds: float = 30
    memory: int = 2_000_000_000

    @classmethod
    def in_megabytes(cls, largest: int, expanded: int, memory: int, **others: float) -> "Limits":
        """Limits with the sizes in millions of bytes; ``others`` are as above."""
        sizes = {"largest": largest, "expanded": expanded, "memory": memory}
        return cls(**{name: size * 1_000_000 for name, size in sizes.items()}, **others)  # type: ignore[arg-type]


class Allowance:
    """What is left of the limits for one file: ``packed`` is its size in bytes, ``fields`` maps a table's columns.

    ``working`` is called whenever bytes or records are counted, so that unpacking something large is not taken for a
    hang.
    """

    def __init__(
        self,
        limits: Limits,
        packed: int,
        fields: dict[str, str] | None = None,
        working: Callable[[], None] = lambda: None,
    ) -> None:
        self.limits, self.packed, self.fields, self.working = limits, packed, fields or {}, working
        self.expanded = self.records = 0

    def expand(self, count: int) -> None:
        """Count bytes that came out of packing. Raises Refused (``bomb``) when they are too many."""
        self.working()
        self.expanded += count
        if self.expanded > self.limits.expanded:
            raise Refused("bomb", f"it expands to more than {self.limits.expanded:,} bytes", _RAISE)
        if self.expanded > max(_SMALL, self.limits.ratio * self.packed):
            raise Refused("bomb", f"it expands to more than {self.limits.ratio} times its size", _RAISE)

    def record(self) -> None:
        """Count a record or member. Raises Refused (``too_many``) when they are too many."""
        self.working()
        self.records += 1
        if self.records > self.limits.records:
            raise Refused("too_many", f"it holds more than {self.limits.records:,} records", _RAISE)

    def read(self, stream: BinaryIO, packed: bool = True) -> bytes | None:
        """All bytes of a stream, a piece at a time; None when it has more than ``largest``. Counts them if packed.

        Raises Refused as ``expand`` does, and whatever the stream raises.
        """
        pieces, size = [], 0
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if packed:
                self.expand(len(piece))
            else:
                self.working()
            if size > self.limits.largest:
                return None
            pieces.append(piece)
        return b"".join(pieces)
