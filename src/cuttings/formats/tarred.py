"""TAR archives, plain or compressed."""

import tarfile
from collections.abc import Iterator
from tarfile import TarFile, TarInfo
from typing import BinaryIO

from cuttings.formats import compressed, members
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused

_AGAIN = "make or fetch the archive again"
_PLAIN = 257, b"ustar"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The members of a TAR archive as bytes, in its order; read as a stream, and nothing is ever unpacked to disk.

    Directories and litter are passed over; links, devices and names that lead out of the archive are refused. Raises
    Refused when the archive is cut short or damaged; what came before stands.
    """
    packed = not _is_plain(file)
    stream = compressed.opened(file, allowance) if packed else file
    try:
        with tarfile.open(fileobj=stream, mode="r|", errorlevel=2) as archive:  # type: ignore[call-overload]
            names = members.Names()
            while (member := archive.next()) is not None:
                yield from _member(archive, member, names, allowance)
                archive.members.clear()  # it would keep all of them
    except (tarfile.TarError, compressed.zlib.error, EOFError, ValueError, OverflowError) as error:
        raise Refused("truncated", f"an archive that is cut short or damaged ({error})", _AGAIN) from error
    if packed and stream.cut:  # type: ignore[union-attr]
        raise Refused("truncated", "an archive that is cut short or damaged", _AGAIN)


def _is_plain(file: BinaryIO) -> bool:
    at, magic = _PLAIN
    start = file.read(at + len(magic))
    file.seek(0)
    return start.endswith(magic)


def _member(
    archive: TarFile, member: TarInfo, names: members.Names, allowance: Allowance
) -> Iterator[Record | Refusal]:
    name = member.name.removeprefix("./")
    if member.isdir() or names.is_litter(name):
        return
    allowance.record()
    name = names.called(name)
    if refusal := members.unsafe(name):
        yield refusal
    elif not member.isreg() or member.issparse():
        yield members.link(name)
    else:
        stream = archive.extractfile(member)
        data = allowance.read(stream, packed=False) if stream else b""  # type: ignore[arg-type]
        if data is None:
            yield members.too_large(name, allowance.limits.largest)
        elif len(data) < member.size:
            raise tarfile.ReadError("unexpected end of data")
        else:
            yield Record(data, name)
