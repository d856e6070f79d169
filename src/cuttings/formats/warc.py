"""Web archives: WARC and WARC.GZ."""

from collections.abc import Iterator
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from cuttings.formats import compressed
from cuttings.formats.allowance import Allowance
from cuttings.formats.members import too_large
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_KINDS = frozenset(("response", "resource", "conversion"))
_PAGES = frozenset(("text/html", "application/xhtml+xml", "text/plain", "application/pdf"))
_UNPACKED = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_AGAIN = "crawl or save the pages again"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The pages of a web archive as bytes, numbered from ``#1``, each with its address.

    Images, scripts, redirects, errors, requests and the crawl's own records are no pages. The day of the crawl is not
    the day published. Raises Refused when the archive is cut short or damaged; what came before stands.
    """
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    stream = compressed.opened(file, allowance) if packed else _Steady(file, allowance)
    number = 0
    try:
        for record in ArchiveIterator(stream, arc2warc=True):
            allowance.working()
            if _is_page(record):
                allowance.record()
                number += 1
                found = _read(record, f"#{number}", allowance)
                if isinstance(found, Refusal) or found.content:
                    yield found
    except (ArchiveLoadFailed, ValueError, EOFError, AttributeError) as error:  # the last of a record without address
        raise Refused("broken", f"a web archive that is cut short or damaged ({error})"[:200], _AGAIN) from error
    if packed and stream.cut:  # type: ignore[union-attr]
        raise Refused("truncated", "a web archive that is cut short or damaged", _AGAIN)


class _Steady:
    """A file that says, while it is read, that work goes on."""

    def __init__(self, file: BinaryIO, allowance: Allowance) -> None:
        self.file, self.allowance = file, allowance

    def read(self, size: int = -1) -> bytes:
        self.allowance.working()
        return self.file.read(size)


def _is_page(record: ArcWarcRecord) -> bool:
    if record.rec_type not in _KINDS or _type(record) not in _PAGES:
        return False
    return not record.http_headers or record.http_headers.get_statuscode() == "200"


def _type(record: ArcWarcRecord) -> str:
    return _content_type(record).partition(";")[0].strip().casefold()


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""


def _read(record: ArcWarcRecord, name: str, allowance: Allowance) -> Record | Refusal:
    packing = (record.http_headers and record.http_headers.get_header("Content-Encoding")) or ""
    if packing.strip().casefold() not in _UNPACKED:
        return Refusal("unsupported", f"packed by {packing[:40]}, which is not read here", _AGAIN, name)
    try:
        data = allowance.read(record.content_stream())
    except compressed.BROKEN as error:
        return Refusal("broken", f"a page that is damaged in its archive ({error})"[:200], _AGAIN, name)
    if data is None:
        return too_large(name, allowance.limits.largest)
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    charset = _content_type(record).casefold().partition("charset=")[2].strip(" \"';")
    return Record(data, name, media_type=_type(record), charset=charset, stated=Metadata(url=url.strip("<>")))
