"""What a dateline has besides days and names: the number of an issue, its section, the place, the paper or agency."""

import re
from collections.abc import Sequence

from cuttings.plaintext import bylines

_BORDER = re.compile(r"\s*[|•·;/()\[\]–—]\s*|\s+-+\s+|\s+-+$|^-+\s+|,\s+|:\s+|\s*:$|^:\s*")
_EDGE = re.compile(r"[|•·;/()\[\]–—:,-]\s*$")
_START = re.compile(r"\s*[|•·;/()\[\]–—:,-]")
_NUMBER = re.compile(
    r"(?:(?:issue|number|no|nos|vol(?:ume)?|edition|episode|ep|series|season|part|week|page|p|bulletin|newsletter"
    r"|circular|paper|uin|col(?:umn)?|item|day|version|v)\b\.?:? ?#?(?:[A-Z]?\d[\d,./-]*[A-Z]?|[IVXLC]+)\b,? ?)+|#\d+",
    re.IGNORECASE,
)
_COVER = re.compile(
    r"(?:the )?(?:for (?:the )?)?(?:week(?:end)? (?:ending|of|to)|w/e)"
    r"|(?:in |from |for )?(?:the )?(?:\w+ )?(?:(?:print|online|web|early|late|final|morning|evening|weekend) )?"
    r"(?:magazine|edition|issue|supplement|newsletter|bulletin|coverage|transcript|podcast|blog|update|minutes|briefing"
    r"|statement|letters?|report)(?: (?:of|for|dated))?",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"dpa|epd|kna|ots|sda|apa|afp|ap|pa|ansa|efe|tnn|pti|ani|ians|aap|cp|nzpa|reuters", re.IGNORECASE)
_WORD = r"(?:[A-Z][\w.'’&-]*|of|the|and|for|&|on|in|from|by|to)"
_TITLED = re.compile(rf"{_WORD}(?: {_WORD}){{0,6}}")
_SMALL = frozenset(("by", "on", "at", "last", "news", "the", "for", "of", "from", "in", "to", "hrs", "uk"))
_VENUE = re.compile(
    r"\b(?:Court(?:house)?|Tribunal|Hall|Hotel|Cent(?:re|er)|Headquarters|HQ|Room|Hearing|Meeting|Inquest|Trial"
    r"|Incident|Operation|Timeline)\b",
    re.IGNORECASE,
)


def is_venue(names: str) -> bool:
    """Whether what stands beside a day is where or what something was on it, not who published then."""
    return bool(_VENUE.search(names))


def credits(gaps: Sequence[str]) -> tuple[str, str, bool] | None:
    """Author, publisher, and whether anything else was passed over, in what a line has around its days; None when
    that may be something else: a headline, a sentence, an entry of a timeline.

    >>> credits(["dpa/The Local, ", ""]), credits(["Issue 61 – ", ""]), credits(["Two officers sacked, ", ""])
    (('', 'The Local', True), ('', '', True), None)
    """
    author = publisher = ""
    loose = False
    for at, gap in enumerate(gaps):
        apart = (at == 0 or bool(_START.match(gap))) and (at == len(gaps) - 1 or bool(_EDGE.search(gap)))
        for part in (part.strip(" .,") for part in _BORDER.split(gap)):
            name = bylines.beside_date(part)
            if not part or part.casefold() in _SMALL:
                continue
            if _is_known(part):
                loose = True
            elif name and not bylines.is_organisation(name):
                author = author or name
            elif name or (apart and _TITLED.fullmatch(part) and bylines.is_organisation(part)):
                publisher, loose = publisher or bylines.publisher(part), loose or not name
            elif apart and _TITLED.fullmatch(part) and not is_venue(part):
                loose = True
            else:
                return None
    return author, publisher, loose


def _is_known(part: str) -> bool:
    return any(pattern.fullmatch(part) for pattern in (_NUMBER, _COVER, _AGENCY))
