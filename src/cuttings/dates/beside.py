"""Whether two expressions of a text are of one day because of how they stand: side by side, or in brackets."""

import re

from cuttings.dates.edtf import Printed

_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime))?"
_BESIDE = re.compile(
    rf"{_PART}(?:(?P<is>,? (?:is|which is|being) )|(?P<open>(?:['’]s (?:[\w-]+ ){{0,2}}[\w-]+)? ?\()"
    r"|(?P<pause>,? ?[–—-] |, ?)|(?P<plain> ))(?P<on>(?:on|in) )?(?:the )?"
)
_BRACKET = re.compile(rf"{_PART}'?s? ?\((?:on |the )?")
_CLOSED = re.compile(r" ?(?:[.;)\n]|$|[–—-] )")
_TELLING = re.compile(r"\b(?:heard|hears|told|tells|said|says|claimed|claims|that|how|alleged|found|read|shown)\b")
_ANOTHER = re.compile(r",? (?:was|is|had been|were|would be) (?:the|when|where|a|an|his|her|their)\b")
_CLAUSE = re.compile(r"[.!?;:]\s|\n")
_STOP = re.compile(r"[.!?][\"'”’]?(?:\s|$)")
_PRONOUN = re.compile(r"\b(he|she|they|it)\b", re.IGNORECASE)


def beside(text: str, left: Printed, right: Printed) -> bool:
    """Whether the second expression only says the first one again: ``yesterday (4 March)``, ``today, 5 June 2024``.

    In ``heard yesterday, on 4 March 2021, he sent …`` it begins what was heard.
    """
    between = text[left.end : right.start]
    match = _BESIDE.fullmatch(between) if len(between) < 60 else None
    printed_on = text[right.start : right.start + 3].lower() in ("on ", "in ")
    if not match or (match["plain"] and (match["on"] or printed_on) and not _ago(text, left)):
        return False
    if _ANOTHER.match(text, right.end, right.end + 20) and not match["is"] and not match["open"]:
        return False
    if match["open"] or match["is"] or not (match["on"] or printed_on):
        return True
    before = _CLAUSE.split(text[max(0, left.start - 100) : left.start])[-1]
    closed = _CLOSED.match(text, right.end, right.end + 3)
    return bool(closed or not _TELLING.search(before))


def is_bracketed(text: str, left: Printed, right: Printed) -> bool:
    """Whether the second expression stands in brackets after the first: ``Wednesday, 5 June (tomorrow)``."""
    between = text[left.end : right.start]
    return (
        len(between) < 24 and bool(_BRACKET.fullmatch(between)) and text[right.end : right.end + 1] in (")", ",", ";")
    )


def goes_on(text: str, left: Printed, right: Printed) -> bool:
    """Whether the next sentence tells of the same: ``Three days ago he … . On February 17, he …``."""
    between = text[left.end : right.start]
    stops = [*_STOP.finditer(between)]
    if len(stops) != 1 or "\n" in between or between[stops[0].end() :].lower() != "on ":
        return False
    before = {word.lower() for word in _PRONOUN.findall(between[: stops[0].start()])}
    after = _PRONOUN.match(text[right.end : right.end + 8].lstrip(" ,"))
    return after is not None and after[1].lower() in before


def stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of two expressions, with the bracket that closes behind them."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return start, end + (opened and text.startswith(")", end))


def _ago(text: str, one: Printed) -> bool:
    return text.endswith(" ago", one.start, one.end)
