"""A saved file opened: what it is by its content, and, however deep it is packed, the records that it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO

from cuttings.formats import compressed, docx, feed, jsonl, mail, mhtml, pdf, table, tarred, warc, zipped
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.plaintext import characters
from cuttings.saved import kinds
from cuttings.saved.folder import printable
from cuttings.saved.kinds import Kind

_HEAD = 1 << 16  # bytes by which a file is known
_AGAIN = "save the article again"
_COPY = "copy the article's text into a .txt file"

_READERS: dict[str, Callable[[BinaryIO, Allowance], Iterator[Record | Refusal]]] = {
    kinds.PDF: pdf.records,
    kinds.DOCX: docx.records,
    kinds.MAIL: mail.records,
    kinds.MHTML: mhtml.records,
    kinds.FEED: feed.records,
    kinds.JSON: jsonl.records,
    kinds.TABLE: table.records,
    kinds.WARC: warc.records,
    kinds.ZIP: zipped.records,
    kinds.TAR: tarred.records,
}
_ARCHIVES = frozenset((kinds.ZIP, kinds.TAR, kinds.WARC))
_STREAMED = _ARCHIVES | {kinds.TABLE, kinds.JSON, kinds.GZIP, kinds.BZIP2, kinds.XZ}
_PACKED = frozenset((kinds.GZIP, kinds.BZIP2, kinds.XZ))
_NESTING = _ARCHIVES | _PACKED | {kinds.MAIL}
_FATAL = frozenset(("bomb", "too_many"))  # of the file as a whole, wherever in it


@dataclass(frozen=True)
class Leaf:
    """A record that is an article's, as far as one can see from outside; ``media_type`` is the file's or its own."""

    file: str
    media_type: str
    record: Record


def leaves(file: BinaryIO, name: str, allowance: Allowance, around: Record | None = None) -> Iterator[Leaf | Refusal]:
    """The records of a file named ``name``, those of archives in it among them, and why others are none.

    ``around`` is the record that the file is, if it was packed in another; ``name`` is as the tables have it. Refusals
    are named like files. Raises nothing of what the file holds; what a format's reader did not expect passes through.
    """
    try:
        yield from _leaves(file, name, allowance, around or Record(b""), 0)
    except Refused as refused:
        yield _named(refused.refusal, name)


def _leaves(file: BinaryIO, name: str, allowance: Allowance, around: Record, depth: int) -> Iterator[Leaf | Refusal]:
    head = file.read(_HEAD)
    kind = _kind(head, file, allowance)
    file.seek(0)
    if kind.reason:
        yield Refusal(kind.reason, kind.detail, kind.remedy, name)
        return
    if kind.media_type not in _STREAMED:
        size = file.seek(0, 2)
        file.seek(0)
        if size > allowance.limits.largest:
            yield _too_large(size, allowance, name)
            return
    if kind.media_type in (kinds.PLAIN, kinds.PAGE):
        page = kind.media_type == kinds.PAGE
        yield Leaf(name, kind.media_type, replace(around, content=file.read(), name="", page=page))
        return
    archive = kind.media_type in _NESTING
    if archive and depth >= allowance.limits.depth:
        detail = f"an archive in an archive, more than {allowance.limits.depth} deep"
        yield Refusal("too_deep", detail, "unpack it into the articles folder", name)
        return
    yield from _records(file, kind, name, allowance, depth + archive)


def _records(file: BinaryIO, kind: Kind, name: str, allowance: Allowance, depth: int) -> Iterator[Leaf | Refusal]:
    """The records of a file that its format's reader gives, each opened in its turn if it is bytes."""
    reader = _packed(file, allowance) if kind.media_type in _PACKED else _READERS[kind.media_type]
    empty = True
    try:
        for record in reader(file, allowance):
            empty = False
            inner = name + _suffix(record.name)
            if isinstance(record, Refusal):
                yield _named(record, name)
            elif isinstance(record.content, bytes):
                yield from _contained(record, inner, kind, allowance, depth)
            else:
                yield Leaf(inner, record.media_type or kind.media_type, record)
    except Refused as refused:
        if refused.refusal.reason in _FATAL:
            raise
        yield _named(refused.refusal, name)  # of one archive in another: the outer one goes on
        empty = False
    if empty:
        yield Refusal("no_article", "nothing in it is an article", "save the articles themselves", name)


def _contained(record: Record, name: str, kind: Kind, allowance: Allowance, depth: int) -> Iterator[Leaf | Refusal]:
    for found in _leaves(BytesIO(record.content), name, allowance, record, depth):  # type: ignore[arg-type]
        own = isinstance(found, Leaf) and found.file == name and bool(record.media_type)
        yield replace(found, media_type=record.media_type) if own else found


def _packed(file: BinaryIO, allowance: Allowance) -> Callable[[BinaryIO, Allowance], Iterator[Record | Refusal]]:
    """The reader for a compressed file: of a web archive, of a tar archive, or of the one file in it."""
    try:
        start = compressed.opened(file, allowance).read(512)
    except Refused:
        start = b""
    file.seek(0)
    if start.startswith(b"WARC/"):
        return warc.records
    return tarred.records if start.startswith(b"ustar", 257) else compressed.records


def _kind(head: bytes, file: BinaryIO, allowance: Allowance) -> Kind:
    if not head:
        return Kind("", "empty", "no bytes", _AGAIN)
    known = kinds.of_bytes(head, file)
    if known:
        return known
    text = characters.decode(head)
    if text is None:
        return Kind("application/octet-stream", "not_text", "bytes that are no text in any encoding", _COPY)
    if not text.lstrip("\ufeff").strip() and len(head) < _HEAD:
        return Kind(kinds.PLAIN, "empty", "nothing but white space", _AGAIN)
    columns = frozenset(column.casefold() for column in allowance.fields.values())
    return kinds.of_text(text, columns)


def _too_large(size: int, allowance: Allowance, name: str) -> Refusal:
    detail = f"{size:,} bytes; the limit for one document is {allowance.limits.largest:,}"
    return Refusal("too_large", detail, "split it, or raise the limit", name)


def _named(refusal: Refusal, name: str) -> Refusal:
    return replace(refusal, name=name + _suffix(refusal.name))


def _suffix(name: str) -> str:
    return "" if not name else name if name.startswith("#") else f"/{printable(name)}"
