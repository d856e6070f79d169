"""E-mail: one message, or a mailbox of them; its text, and what is attached to it."""

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import CharsetError, HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from cuttings.formats import letters
from cuttings.formats.allowance import Allowance
from cuttings.formats.letters import Letter
from cuttings.formats.members import Names
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.plaintext import characters
from cuttings.webpage.metadata import Metadata, stamp

_BORDER = re.compile(rb"(?:\A|\n)(?=From \S+[^\n]*\n[A-Z][A-Za-z-]+:)")
_SIGNATURES = frozenset(("application/pkcs7-signature", "application/pgp-signature", "application/x-pkcs7-signature"))
_TEXTS = frozenset(("text/plain", "text/html"))
_PASSED = frozenset(("image", "audio", "video"))
_PREFIX = re.compile(r"^(?:(?:re|fw|fwd|wg|tr|aw|sv)\s*:|\[[^\]]{1,30}\])\s*", re.IGNORECASE)
_FORWARD = re.compile(r"^(?:\[[^\]]{1,30}\]\s*)?(?:fw|fwd|wg|tr)\s*:", re.IGNORECASE)
_REPLY = re.compile(r"^(?:\[[^\]]{1,30}\]\s*)?(?:re|aw|sv)\s*:", re.IGNORECASE)  # what it quotes is not forwarded
_OFFICE = re.compile(
    r"\b(?:police|constabulary|garda|force|news\w*|press|media|communications|comms|office|council|court|times|post"
    r"|gazette|herald|courier|daily|weekly|mail|agency|service|commission(?:er)?|authority|bulletin)\b",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"(?:no-?reply|news\w*|press|media|info|editor\w*|office|communications|comms|pr|hello)\b", re.IGNORECASE
)
_DESK = re.compile(
    r"\s*[-–|,]?\s*\b(?:the )?(?:press|media|news|communications|comms)[ -]?(?:office|team|desk|room)?$", re.I
)
_TAGS = re.compile(r"<(style|script|head)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_LINES = re.compile(r"<(?:br|p|div|tr|li|h[1-6]|/p|/div|/tr|/table|hr)\b[^>]*>", re.IGNORECASE)
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_OUTLOOK = ("application/ms-tnef", "application/vnd.ms-tnef")
_AGAIN = "save the mail again"
_ENOUGH = 0.6  # of the HTML's words the plain text must have to be read instead of it


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """A message's text and its attachments (as bytes, by their names); of a mailbox, its messages as ``#1``, ``#2``.

    A message's date is the day published and its subject the headline, unless it forwards another: then those of the
    forwarded one count. The plain text is read where it says as much as the HTML. Images and signatures are no
    attachments. Whatever is malformed is read as far as it goes.
    """
    data = _whole(file, allowance)
    starts = [match.end() for match in _BORDER.finditer(data)] if data.startswith(b"From ") else []
    if not starts:
        yield from _message(_parsed(data), allowance)
        return
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        allowance.record()
        yield Record(_ESCAPED.sub(rb"\1", data[start:end].partition(b"\n")[2]), f"#{number}")


def parsed(file: BinaryIO, allowance: Allowance) -> Message:
    """A message, however malformed. Raises Refused when it is too large, or its parts lie too deep in one another."""
    return _parsed(_whole(file, allowance))


def _whole(file: BinaryIO, allowance: Allowance) -> bytes:
    data = allowance.read(file, packed=False)
    if data is None:
        detail = f"more than {allowance.limits.largest:,} bytes, the limit for one document"
        raise Refused("too_large", detail, "split it, or raise the limit")
    return data


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data, policy=policy.compat32)
    except RecursionError as error:
        raise Refused("too_deep", "parts in parts, more than can be read", "save what is in it as files") from error


def walk(message: Message) -> Iterator[Message]:
    """The leaves of a message in their order; nothing inside an attached message, and no second version of a text."""
    waiting: list[tuple[Message, set[str] | None]] = [(message, None)]
    while waiting:
        part, versions = waiting.pop()
        kind = part.get_content_type()
        if part.is_multipart() and kind != "message/rfc822":
            inside = set() if kind == "multipart/alternative" and versions is None else versions
            waiting += [(one, inside) for one in reversed(part.get_payload())]  # type: ignore[arg-type]
        elif versions is None or kind not in versions:
            if versions is not None and kind in _TEXTS:
                versions.add(kind)
            yield part


def _message(message: Message, allowance: Allowance) -> Iterator[Record | Refusal]:
    plain, pages, attached = _parts(message)
    record = _body(message, plain, pages)
    if record:
        yield record
    names = Names()
    for part in attached:
        allowance.record()
        yield _attachment(part, names)
    if not record and not attached:
        yield Refusal("empty", "a mail without a text", _AGAIN)


def _parts(message: Message) -> tuple[list[Message], list[Message], list[Message]]:
    """The plain texts, the pages, and what is attached."""
    plain, pages, attached = [], [], []
    for part in walk(message):
        kind = part.get_content_type()
        named = part.get_content_disposition() == "attachment" or bool(part.get_filename())
        if kind in _SIGNATURES or part.get_content_maintype() in _PASSED:
            continue
        if kind in _TEXTS and not named:
            (plain if kind == "text/plain" else pages).append(part)
        elif named or kind == "message/rfc822" or part.get_content_maintype() == "application":
            attached.append(part)
    return plain, pages, attached


def _body(message: Message, plain: list[Message], pages: list[Message]) -> Record | None:
    text = "\n\n".join(_text(part) for part in plain)
    source = "\n".join(_text(part) for part in pages)
    shown = len(_TAGS.sub(" ", source).split())
    if source.strip() and len(text.split()) < _ENOUGH * shown:
        return Record(source, page=True, stated=_of(message, letters.read(_shown(message, source))))
    if not text.strip():
        return None
    letter = letters.read(text, flowed=any(str(part.get_param("format")).lower() == "flowed" for part in plain))
    stated = _of(message, letter)
    if letter.forwarded:  # its date stands above the text
        stated = replace(stated, published=None)
    return Record(letter.text, stated=stated, dropped=letter.dropped)


def _shown(message: Message, source: str) -> str:
    """The lines that a page shows, to look for the header of a forwarded mail; none of a reply, which only quotes."""
    if _REPLY.match(header(message, "Subject")):
        return ""
    lines = html.unescape(_TAGS.sub("", _LINES.sub("\n", source))).split("\n")
    return "\n".join(line for line in lines if line.strip())


def _of(message: Message, letter: Letter) -> Metadata:
    """What is said of a mail's text: by the mail's own header, or by that of the one it forwards."""
    subject = header(message, "Subject")
    title = _bare(subject)
    if not letter.forwarded and not _FORWARD.match(subject):
        return _stated(message, title)
    title = _bare(characters.tidy(letter.subject)) or title
    first = letter.text.partition("\n")[0] if letter.forwarded else ""
    day = stamp(first.removeprefix("Date: ")[:60]) if first.startswith("Date: ") else None
    return Metadata(titles=(title,) if title else (), published=(day, first[:60]) if day else None)


def _stated(message: Message, title: str) -> Metadata:
    said = header(message, "Date")
    day = stamp(said[:60])
    sender, address = parseaddr(header(message, "From"))
    publisher = _DESK.sub("", sender) if _OFFICE.search(sender) or _BOX.match(address) else ""
    return Metadata(
        titles=(title,) if title else (), publisher=publisher, published=(day, f"Date: {said}"[:60]) if day else None
    )


def _bare(subject: str) -> str:
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject


def header(message: Message, name: str) -> str:
    """A header's value as one line, its encoded words undone; letters that stand there bare are read as a text's."""
    raw = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    if not raw.isascii():
        raw = characters.decode(raw.encode("utf-8", "surrogateescape")) or raw
    try:
        return characters.tidy(str(make_header(decode_header(raw))))
    except (LookupError, ValueError, CharsetError, HeaderParseError):  # an encoding that nobody knows, or none
        return characters.tidy(raw)


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return characters.decode(data, str(part.get_content_charset() or "")) or ""


def _attachment(part: Message, names: Names) -> Record | Refusal:
    name = characters.tidy(str(part.get_filename() or "")).replace("\\", "/").rsplit("/", 1)[-1].strip(". ")[:200]
    if part.get_content_type() == "message/rfc822":
        return _enclosed(part, names.called(name or "message.eml"))
    name = names.called(name or "attachment")
    if name.casefold() == "winmail.dat" or part.get_content_type() in _OUTLOOK:
        remedy = "ask for the mail again in another format than Outlook's own"
        return Refusal("unsupported", "attachments packed by Outlook (winmail.dat)", remedy, name)
    data = part.get_payload(decode=True)
    return Record(data if isinstance(data, bytes) else b"", name)


def _enclosed(part: Message, name: str) -> Record | Refusal:
    inner = part.get_payload()
    message = inner[0] if isinstance(inner, list) and inner else part
    try:
        return Record(message.as_bytes(), name)  # type: ignore[union-attr]
    except RecursionError:
        return Refusal("too_deep", "mails in mails, more than can be read", _AGAIN, name)
