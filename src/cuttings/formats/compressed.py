"""Single files compressed by gzip, bzip2 or xz, and the stream inside one."""

import bz2
import gzip
import lzma
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused

BROKEN = (EOFError, OSError, zlib.error, lzma.LZMAError)
_AGAIN = "fetch or save the file again"
_CHUNK = 1 << 18


class Counted:
    """A stream that comes out of packing; it counts what is read from it. ``cut``: its end is missing or damaged.

    What can be read before the damage is read.
    """

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self.stream, self.allowance, self.cut = stream, allowance, False

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, as many as come at once. Raises Refused when the file has given more than it may."""
        if self.cut:
            return b""
        try:
            piece = self.stream.read1(_CHUNK if size is None or size < 0 else min(size, _CHUNK))
        except BROKEN:
            self.cut = True
            return b""
        self.allowance.expand(len(piece))
        return piece


def opened(file: BinaryIO, allowance: Allowance) -> Counted:
    """The stream inside a compressed file, known by its first bytes."""
    start = file.read(6)
    file.seek(0)
    if start.startswith(b"BZh"):
        stream = bz2.BZ2File(file)
    elif start.startswith(b"\xfd7zXZ\0"):
        stream = lzma.LZMAFile(file)  # noqa: SIM115
    else:
        stream = gzip.GzipFile(fileobj=file)  # type: ignore[assignment]
    return Counted(stream, allowance)  # type: ignore[arg-type]


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The one file inside a compressed one. Raises Refused for one that is cut short: half an article may mislead."""
    stream = opened(file, allowance)
    allowance.record()
    data = allowance.read(stream, packed=False)  # type: ignore[arg-type]
    if data is None:
        detail = f"it expands to more than {allowance.limits.largest:,} bytes, the limit for one document"
        raise Refused("too_large", detail, "split it, or raise the limit")
    if stream.cut:
        raise Refused("truncated", "compressed, and cut short or damaged", _AGAIN)
    yield Record(data)
