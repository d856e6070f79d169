"""Web pages saved as one MHTML file."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import BinaryIO

from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_AGAIN = "open it in a browser and save the page as HTML"


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The page itself, of all that is in the file, with its address.

    The file's date is the day of saving, not of publication. Raises Refused when there is no page in it.
    """
    message = message_from_bytes(allowance.read(file, packed=False) or b"", policy=policy.compat32)
    url = _header(message, "Snapshot-Content-Location")
    root = _root(message, url)
    if root is None:
        raise Refused("no_article", "a saved page (MHTML) without the page in it", _AGAIN)
    data = root.get_payload(decode=True)
    stated = Metadata(url=url or _header(root, "Content-Location"), titles=())
    charset = str(root.get_content_charset() or "")
    content = data if isinstance(data, bytes) else b""
    yield Record(content, page=True, media_type="multipart/related", charset=charset, stated=stated)


def _root(message: EmailMessage, url: str) -> EmailMessage | None:
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = str(message.get_param("start") or "")
    own = [part for part in parts if start and _header(part, "Content-ID") == start]
    own += [part for part in parts if url and _header(part, "Content-Location") == url]
    return next(iter([*own, *parts]), None)


def _header(message: EmailMessage, name: str) -> str:
    return "".join(str(message.get(name) or "").split())
