"""E-mail: one message, or a mailbox of them; its text, and what is attached to it."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import BinaryIO

from cuttings.formats import letters
from cuttings.formats.allowance import Allowance
from cuttings.formats.members import Names
from cuttings.formats.record import Record, Refusal
from cuttings.plaintext import characters
from cuttings.webpage.metadata import Metadata, stamp

_BORDER = re.compile(rb"(?:\A|\n)(?=From \S+[^\n]*\n[A-Z][A-Za-z-]+:)")
_SIGNATURES = frozenset(("application/pkcs7-signature", "application/pgp-signature", "application/x-pkcs7-signature"))
_PASSED = frozenset(("image", "audio", "video"))
_PREFIX = re.compile(r"^(?:(?:re|fw|fwd|wg|tr|aw|sv)\s*:|\[[^\]]{1,30}\])\s*", re.IGNORECASE)
_FORWARD = re.compile(r"^(?:\[[^\]]{1,30}\]\s*)?(?:fw|fwd|wg|tr)\s*:", re.IGNORECASE)
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
_ENOUGH = 0.6  # of the HTML's words the plain text must have to be read instead of it


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """A message's text and its attachments (as bytes, by their names); of a mailbox, its messages as ``#1``, ``#2``.

    A message's date is the day published and its subject the headline, unless it forwards another: then those of the
    forwarded one count. The plain text is read where it says as much as the HTML. Images and signatures are no
    attachments. Whatever is malformed is read as far as it goes.
    """
    data = allowance.read(file, packed=False) or b""
    if not data.startswith(b"From "):
        yield from _message(message_from_bytes(data, policy=policy.compat32), allowance)
        return
    starts = [match.end() for match in _BORDER.finditer(data)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        allowance.record()
        yield Record(data[start:end].partition(b"\n")[2], f"#{number}")


def _message(message: Message, allowance: Allowance) -> Iterator[Record | Refusal]:
    plain, page, attached = _parts(message)
    record = _body(message, plain, page)
    if record:
        yield record
    names = Names()
    for part in attached:
        allowance.record()
        yield _attachment(part, names)
    if not record and not attached:
        yield Refusal("empty", "a mail without a text", "save the mail again")


def _parts(message: Message) -> tuple[Message | None, Message | None, list[Message]]:
    """The first plain text, the first page, and what is attached; nothing inside an attached message."""
    plain, page, attached = None, None, []
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        kind = part.get_content_type()
        named = part.get_content_disposition() == "attachment" or bool(part.get_filename())
        if part.is_multipart() and kind != "message/rfc822":
            waiting = [*part.get_payload(), *waiting]  # type: ignore[list-item]
        elif kind in _SIGNATURES or (part.get_content_maintype() in _PASSED):
            continue
        elif kind == "text/plain" and not named and plain is None:
            plain = part
        elif kind == "text/html" and not named and page is None:
            page = part
        elif named or kind == "message/rfc822":
            attached.append(part)
    return plain, page, attached


def _body(message: Message, plain: Message | None, page: Message | None) -> Record | None:
    text = _text(plain) if plain is not None else ""
    source = _text(page) if page is not None else ""
    subject = _header(message, "Subject")
    title = _bare(subject)
    shown = len(_TAGS.sub(" ", source).split())
    if source.strip() and len(text.split()) < _ENOUGH * shown:
        return Record(source, page=True, stated=_stated(message, title))
    if not text.strip():
        return None
    letter = letters.read(text, flowed=plain is not None and plain.get_param("format") == "flowed")
    if letter.forwarded or _FORWARD.match(subject):
        title = _bare(letter.subject) or title
        return Record(letter.text, stated=Metadata(titles=(title,) if title else ()), dropped=letter.dropped)
    return Record(letter.text, stated=_stated(message, title), dropped=letter.dropped)


def _stated(message: Message, title: str) -> Metadata:
    said = _header(message, "Date")
    day = stamp(said[:60])
    sender, address = parseaddr(_header(message, "From"))
    publisher = _DESK.sub("", sender) if _OFFICE.search(sender) or _BOX.match(address) else ""
    return Metadata(
        titles=(title,) if title else (), publisher=publisher, published=(day, f"Date: {said}"[:60]) if day else None
    )


def _bare(subject: str) -> str:
    while match := _PREFIX.match(subject):
        subject = subject[match.end() :]
    return subject


def _header(message: Message, name: str) -> str:
    value = message.get(name)
    if value is None:
        return ""
    try:
        return characters.tidy(str(make_header(decode_header(value))))
    except (LookupError, ValueError, HeaderParseError):  # an encoding that nobody knows, or none
        return characters.tidy(str(value))


def _text(part: Message) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    return characters.decode(data, str(part.get_content_charset() or "")) or ""


def _attachment(part: Message, names: Names) -> Record | Refusal:
    name = characters.tidy(str(part.get_filename() or "")).replace("\\", "/").rsplit("/", 1)[-1].strip(". ")[:200]
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        message = inner[0] if isinstance(inner, list) and inner else part
        return Record(message.as_bytes(), names.called(name or "message.eml"))  # type: ignore[union-attr]
    name = names.called(name or "attachment")
    if name.casefold() == "winmail.dat":
        remedy = "ask for the mail again in another format than Outlook's own"
        return Refusal("unsupported", "attachments packed by Outlook (winmail.dat)", remedy, name)
    data = part.get_payload(decode=True)
    return Record(data if isinstance(data, bytes) else b"", name)
