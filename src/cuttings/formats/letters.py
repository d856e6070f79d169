"""The plain text of an e-mail: lines that the mail program wrapped, its signature, and what it forwards."""

import re
from dataclasses import dataclass

_BORDER = re.compile(
    r"^[>\s]*(?:-{2,}\s*(?:Forwarded message|Original Message|Weitergeleitete Nachricht)\s*-{2,}"
    r"|Begin forwarded message:)\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^[>\s*]*(From|Date|Sent|Subject|To|Cc|Reply-To)\s*:\**\s*(.*)$", re.IGNORECASE)
_MOST_FIELDS = 12
_ANSWER = 40  # words above a quoted mail that are more than a remark
_SIGNATURE = 10  # lines of the longest signature that two dashes without their space may begin


@dataclass(frozen=True)
class Letter:
    """A mail's text; what it forwards has taken the place of what stood above it, which is dropped.

    ``subject`` is that of the forwarded mail; its date stands above the text, where a dateline does.
    """

    text: str
    dropped: tuple[str, ...] = ()
    forwarded: bool = False
    subject: str = ""


def read(text: str, flowed: bool = False) -> Letter:
    """The text of a mail. ``flowed``: a space at a line's end says that the line goes on (RFC 3676)."""
    lines = text.replace("\r\n", "\n").split("\n")
    lines, dropped = _without_signature(_unflowed(lines) if flowed else lines)
    start, end, fields = _forwarded(lines)
    if not fields:
        return Letter("\n".join(lines), tuple(dropped))
    above = [line.strip() for line in lines[:start] if line.strip()]
    if sum(len(line.split()) for line in above) >= _ANSWER:  # it is an answer: what it quotes is not what it says
        quoted = [line.strip() for line in lines[start:] if line.strip()]
        return Letter("\n".join(lines[:start]), (*quoted, *dropped))
    head = [line.strip() for line in lines[start:end] if line.strip()]
    day = fields.get("date") or fields.get("sent") or ""
    body = "\n".join(_unquoted(lines[end:])).strip("\n")
    return Letter(f"Date: {day}\n\n{body}" if day else body, (*above, *head, *dropped), True, fields.get("subject", ""))


def _unflowed(lines: list[str]) -> list[str]:
    found: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line.strip():
            found[-1] += line.removeprefix(" ")
        else:
            found.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return found


def _without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    last = len(lines) - _SIGNATURE
    marked = (at for at, line in enumerate(lines) if line == "-- " or (line == "--" and at >= last))
    at = next(marked, len(lines))
    return lines[:at], [line.strip() for line in lines[at + 1 :] if line.strip()]


def _forwarded(lines: list[str]) -> tuple[int, int, dict[str, str]]:
    """Where the head of a forwarded mail stands (from, to), and its fields by name in small letters."""
    for at, line in enumerate(lines):
        border = bool(_BORDER.match(line))
        if border or (_FIELD.match(line) and _FIELD.match(line)[1].casefold() == "from"):  # type: ignore[index]
            end, fields = _fields(lines, at + border)
            if len(fields) >= 3 - border:
                return at, end, fields
    return 0, 0, {}


def _fields(lines: list[str], at: int) -> tuple[int, dict[str, str]]:
    found: dict[str, str] = {}
    for _ in range(_MOST_FIELDS):
        match = _FIELD.match(lines[at]) if at < len(lines) else None
        if match:
            found[match[1].casefold()] = match[2].strip()
        elif at >= len(lines) or lines[at].strip(" >") or found:
            break
        at += 1
    return at, found


def _unquoted(lines: list[str]) -> list[str]:
    said = [line for line in lines if line.strip()]
    quoted = said and all(line.lstrip().startswith(">") for line in said)
    return [re.sub(r"^\s*> ?", "", line) for line in lines] if quoted else lines
