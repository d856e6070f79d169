"""Which of the addresses that strangers' pages give may stand where a program follows them: those of the web."""

import re
from urllib.parse import urlsplit

# RFC 3987: a space, a control character and these marks stand in no IRI unless they are percent-encoded
_NO_IRI = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"{}|\\^`\[\]\ud800-\udfff]")
_HOST = re.compile(r"(?=[\w.-]*[^\W\d_])[\w-]{1,63}(?:\.[\w-]{1,63})*\.[^\W\d_][\w-]{1,62}")


def web_address(url: str) -> str:
    """``url`` if it is an absolute http or https address of a named host, else ``""``: never a script, file or search.

    >>> web_address("https://www.denbrook-argus.example/news/1"), web_address("javascript:alert(1)")
    ('https://www.denbrook-argus.example/news/1', '')
    """
    if _NO_IRI.search(url):
        return ""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return ""
    named = parts.scheme in ("http", "https") and bool(host) and "@" not in parts.netloc
    return url if named and _HOST.fullmatch(host or "") else ""
