"""ZIP archives."""

import stat
import zlib
from collections.abc import Iterator
from contextlib import suppress
from lzma import LZMAError
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from cuttings.formats import members
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused

_AGAIN = "make the archive again, or unpack it with a program that repairs archives"
_UTF_8 = 0x800  # the flag of a name that is UTF-8
_ENCRYPTED = 0x1
_BROKEN = (BadZipFile, zlib.error, LZMAError, EOFError, OSError, ValueError)
_UNKNOWN = (NotImplementedError, RuntimeError)  # a version or a way of packing that zipfile does not know


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The members of a ZIP archive as bytes, in the order of its list.

    Directories and litter are passed over; a member that is encrypted, broken, a link, too large, or whose name leads
    out of the archive is refused. What sizes the archive claims is not believed: bytes are counted as they come. Raises
    Refused when its list of members cannot be read, or they lie one inside the other.
    """
    try:
        archive = ZipFile(file)
    except _UNKNOWN as error:
        raise Refused(
            "unsupported", f"packed in a way that is not read here ({error})", "unpack the archive"
        ) from error
    except _BROKEN as error:
        raise Refused("broken", f"an archive that is cut short or damaged ({error})", _AGAIN) from error
    with archive:
        _check(archive.infolist(), file.seek(0, 2), allowance)
        names = members.Names()
        for info in archive.infolist():
            names.seen[_name(info)] += 0
        for info in archive.infolist():
            name = _name(info)
            if not info.is_dir() and not name.endswith("/") and not names.is_litter(name):
                allowance.record()
                yield _member(archive, info, names.called(name), allowance)


def _check(infos: list[ZipInfo], size: int, allowance: Allowance) -> None:
    if len(infos) > allowance.limits.records:
        raise Refused("too_many", f"{len(infos):,} members; the limit is {allowance.limits.records:,}", "split it")
    if sum(info.compress_size for info in infos) > size:
        raise Refused("bomb", "its members lie one inside the other, as in an archive made to fill a disk", "remove it")


def _name(info: ZipInfo) -> str:
    """The member's name, parted by ``/``; UTF-8 also where the archive does not say so."""
    name = info.filename
    if not info.flag_bits & _UTF_8:
        with suppress(UnicodeError):  # else it is in the old encoding
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/")


def _member(archive: ZipFile, info: ZipInfo, name: str, allowance: Allowance) -> Record | Refusal:
    if refusal := members.unsafe(name):
        return refusal
    if stat.S_ISLNK(info.external_attr >> 16):
        return members.link(name)
    if info.flag_bits & _ENCRYPTED:
        return Refusal("encrypted", "it is locked with a password", "unpack the archive with its password", name)
    try:
        with archive.open(info) as stream:
            data = allowance.read(stream)
    except _UNKNOWN as error:
        return Refusal("unsupported", f"packed in a way that is not read here ({error})", "unpack the archive", name)
    except _BROKEN as error:
        return Refusal("broken", f"damaged in the archive ({error})", _AGAIN, name)
    return members.too_large(name, allowance.limits.largest) if data is None else Record(data, name)
