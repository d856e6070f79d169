"""Web pages saved as one MHTML file."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from cuttings.formats import mail
from cuttings.formats.allowance import Allowance
from cuttings.formats.record import Record, Refusal, Refused
from cuttings.webpage.metadata import Metadata

_AGAIN = "open it in a browser and save the page as HTML"
_PAGES = ("text/html", "application/xhtml+xml")
_TITLE = re.compile(rb"<(?:title|h1)\b", re.IGNORECASE)


def records(file: BinaryIO, allowance: Allowance) -> Iterator[Record | Refusal]:
    """The page itself, of all that is in the file, with its address; frames and pictures are none of it.

    The file's date is the day of saving, not of publication. Its subject is the page's title, and taken for one where
    the page has none. Raises Refused when there is no page in it.
    """
    message = mail.parsed(file, allowance)
    address = _header(message, "Snapshot-Content-Location")
    root = _root(message, address)
    if root is None:
        raise Refused("no_article", "a saved page (MHTML) without the page in it", _AGAIN)
    data = root.get_payload(decode=True)
    content = data if isinstance(data, bytes) else b""
    title = "" if _TITLE.search(content) else mail.header(message, "Subject")
    addresses = (address, _header(root, "Content-Location"))
    url = next((one for one in addresses if one.lower().startswith(("http://", "https://"))), "")
    stated = Metadata(titles=(title,) if title else (), url=url)
    charset = str(root.get_content_charset() or "")
    yield Record(content, page=True, media_type="multipart/related", charset=charset, stated=stated)


def _root(message: Message, address: str) -> Message | None:
    parts = [part for part in mail.walk(message) if part.get_content_type() in _PAGES]
    start = str(message.get_param("start") or "").strip("<> ")
    own = [part for part in parts if start and _header(part, "Content-ID").strip("<>") == start]
    own += [part for part in parts if address and _same(_header(part, "Content-Location"), address)]
    return next(iter([*own, *parts]), None)


def _same(left: str, right: str) -> bool:
    """Whether two addresses are of one page, wherever in it they point."""
    return left.partition("#")[0] == right.partition("#")[0]


def _header(message: Message, name: str) -> str:
    return "".join(str(message.get(name) or "").split())
