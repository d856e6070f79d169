"""The set phrases of page furniture: what sites print around any article, and how far each one reaches.

They are data, in ``phrases.csv``, one row each: ``reason``; ``reach``; ``sentence``, whether it may be a whole
sentence; ``pattern``, a regular expression for a whole line (``{stories}`` and its like stand for the lists below) or,
where ``reach`` is ``entries``, the words of a menu; ``example``. They belong to pages, not to a beat, and most
furniture is known by its shape and place instead: see ``cuttings.furniture``.
"""

import csv
import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib import resources

from cuttings.plaintext.lines import is_item, is_prose


class Reach(Enum):
    """What a phrase takes with it: its line alone, the next one, the tags or the list under it, or all the rest."""

    LINE = "line"
    NEXT = "next"
    TAGS = "tags"
    LIST = "list"
    REST = "rest"
    ENTRIES = "entries"


@dataclass(frozen=True)
class Phrase:
    """A set phrase of page furniture: why it is none of the article's text, and how far it reaches."""

    reason: str
    reach: Reach
    sentence: bool
    pattern: re.Pattern[str]
    example: str


_LISTS = {
    "{agency}": (
        r"(?:PA(?: Wire| Media| Archive| Images)*|AP(?: Photo)?|AFP|Reuters|Getty(?: Images)?"
        r"|Alamy(?: Stock Photo| Live News)?|Shutterstock|iStock(?:photo)?|Adobe(?: ?Stock)?|Rex(?: Features)?|EPA"
        r"|SWNS(?:\.com)?|Handout|Supplied|Submitted|Unsplash|Wikimedia(?: Commons)?|Google(?: Maps| Street ?View)?"
        r"|LDRS?)"
    ),
    "{stories}": r"(?:news|stor(?:y|ies)|articles?|headlines|posts?|topics|videos?|reads?|reading|content|links)",
    "{apps}": r"(?:whatsapp|facebook|instagram|x|twitter|tiktok|telegram|bluesky|youtube|threads)",
}
_ASKS = re.compile(
    r"\b(?:newsletter|inbox|subscri(?:be|bers?|ption)|sign(?:ing)? up (?:to our|for|here|now|today|below)"
    r"|e-?mail address|become a (?:supporter|member)|donat(?:e|ion)|paywall|comments? below|write to (?:us|the editor)"
    r"|free trial|(?:a|per) month for|[£€$]\d+(?:\.\d\d)? (?:a|per) month|doormat|our journalism|get in touch|podcasts?"
    r"|text \w+ to|tell us|usual address)\b",
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"\b(?:you|your|our (?:subscribers|readers)|become|take out)\b"
    r"|^(?:get|join|support|take|try|buy|enjoy|tell us|write to|listen)\b",
    re.IGNORECASE,
)
_SAYING = r"\b(?:said|says|told|added|wrote|asked|(?<!you )heard)\b"
_QUOTED = re.compile(rf"[\"“”]|(?:^| )['‘]|{_SAYING}")
_SPOKEN = re.compile(rf"^[\"“‘']|{_SAYING}")
_SEPARATOR = re.compile(r" *[|·•>›»/] *| {2,}")
_STEP = re.compile(r" [-–>›»/|] ")
_LONGEST = 800  # characters
_ASKING = Phrase("newsletter", Reach.LINE, True, _ASKS, "")


@cache
def phrases() -> tuple[Phrase, ...]:
    """The set phrases, in the order in which they are tried."""
    return tuple(_read(row) for row in _rows() if row["reach"] != Reach.ENTRIES.value)


@cache
def entries(reason: str) -> frozenset[str]:
    """The words of the rows of a menu (``menu``) or of share buttons (``share``)."""
    rows = [row for row in _rows() if row["reason"] == reason and row["reach"] == Reach.ENTRIES.value]
    return frozenset(entry for row in rows for entry in row["pattern"].split(" | "))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    text = resources.files("cuttings.plaintext").joinpath("phrases.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))


def _read(row: dict[str, str]) -> Phrase:
    pattern = row["pattern"]
    for name, words in _LISTS.items():
        pattern = pattern.replace(name, words)
    compiled = re.compile(pattern, re.IGNORECASE)
    return Phrase(row["reason"], Reach(row["reach"]), row["sentence"] == "yes", compiled, row["example"])


def find(line: str) -> Phrase | None:
    """The set phrase that a whole line is, if it is one. A sentence of the article (it has a speaker) is none.

    >>> find("Read more: Moment burglar falls through roof").reason
    'related'
    """
    bare = line.lstrip("-•*·>→» ").rstrip(": ›»>→") or line
    prose = is_prose(line)
    if len(bare) > _LONGEST or (prose and _SPOKEN.search(line)):
        return None
    for phrase in phrases():
        if (phrase.sentence or not prose) and phrase.pattern.fullmatch(bare):
            return phrase
    return _ASKING if _asks(line) else None


def _asks(line: str) -> bool:
    """Whether a page asks something of its readers: two signs of it, outside any quotation, in a few words."""
    return len(line) < 300 and bool(_ASKS.search(line) and _TO_READERS.search(line)) and not _QUOTED.search(line)


def is_navigation(line: str) -> bool:
    """Whether a line is nothing but entries of a site's menu: ``Home | News | Sport``, ``Politics Football Celebs``."""
    if is_item(line) or is_prose(line):
        return False
    menu = entries("menu")
    parts = [part.replace("’", "'") for part in _SEPARATOR.split(line.casefold().strip()) if part]
    known = sum(part in menu for part in parts)
    if len(parts) >= 4 and all(len(part.split()) <= 3 for part in parts):
        return known >= 1
    if parts and known == len(parts):
        return True
    single = line.split()
    titled = len(single) >= 5 and all(word[0].isupper() for word in single)
    return titled and sum(word.casefold() in menu for word in single) >= 2


def is_share_row(line: str) -> bool:
    """Whether a line is nothing but names of share buttons: ``Facebook X WhatsApp``."""
    parts = [part for part in re.split(r"[ |·,/]+", line.casefold()) if part]
    return bool(parts) and all(part in entries("share") for part in parts)


def trail(line: str) -> list[str]:
    """The steps of a line that is the way to a page: ``Harrowmere Courier - News``, ``Home > Courts``; else none."""
    steps = _STEP.split(line)
    fewest = 2 if re.search(r" [>›»] ", line) else 3
    short = all(1 <= len(step.split()) <= 4 and step[0].isupper() for step in steps)
    return steps if len(steps) >= fewest and short else []
