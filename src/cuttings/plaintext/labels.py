"""The words beside a day that say what was done on it: published, updated, decided; or only heard, tabled, recorded."""

import re
from collections.abc import Iterator

from cuttings.dates import days

_ZONE = (
    r"(?:,? ?\(?(?:GMT|BST|UTC|UK|IST|SAST|PKT|SGT|HKT|JST|MSK|CES?T|EES?T|WAT|NZ[SD]?T|N[SD]T|A[CEW]?[SD]T|AET"
    r"|[ECMP][SD]?T|(?:GMT|UTC) ?[+-] ?\d{1,2}(?::?\d\d)?|local time)\b\)?)?"
)
_TIME = re.compile(
    rf"(?:at |@ ?)?(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?!\d) ?(?:[ap]\.?m\b\.?)?{_ZONE}"
    rf"|(?:at )?(?<!\d)\d{{1,2}} ?[ap]\.?m\b\.?{_ZONE}|(?<!\d)[0-2]\d[0-5]\d ?h(?:ou)?rs\b{_ZONE}"
    r"|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|\b(?:at )?(?:noon|midnight)\b",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:about |over )?(?:\d{1,3}|an?|one|two|three|four|five) ?(?:m|h|d|w|min(?:ute)?s?|hours?|hrs?|days?"
    r"|weeks?|months?|years?) ago\b",
    re.IGNORECASE,
)
_READING = re.compile(r"\d{1,3}[ -]min(?:ute)?s?(?: (?:read|listen|watch))?\b", re.IGNORECASE)
_UPDATED = re.compile(
    r"(?:(?:and|&) )?(?:last |latest )?(?:updated?|modified|amended|edited|revised|changed)(?: on| at(?! \d))?"
    r"|stand(?= ?:)|aktualisiert(?: am)?|mis à jour(?: le)?|diweddarwyd",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"(?:first |originally |date |time )?(?:published|posted|created|issued|uploaded|released)"
    r"(?: on| at(?! \d)| online)*"
    r"|(?:publication |publishing |release |issue )?date(?: and time)?(?= ?:)"
    r"|(?:news|press|media) release(?: (?:no\.? ?)?\d{1,5}(?:[/-]\d{2,4})?(?=[,:|]))?"
    r"|(?:for )?immediate release|for release(?: on)?|veröffentlicht(?: am)?|publié(?: le)?|cyhoeddwyd",
    re.IGNORECASE,
)
_THEN = rf"(?= ?:| ?[-–—|,] ?|,? ?\d|,? {days.WEEKDAY}\b|,? {days.MONTH} \d)"
_PAPER = (  # what a court, a minister or an authority gives on a day
    r"(?:decision|determination|judge?ment|ruling|reasons|order|award|opinion|remarks|verdict|answer|reply|response)s?"
)
_GIVEN = (
    r"(?:issued|released|published|delivered|given|handed down|promulgated|rendered|pronounced|announced|dated|signed"
    r"|sent|received|answered|provided|tabled)"
)
_DOCUMENT = re.compile(
    rf"(?:date of (?:the |this )?)?(?:final |written |sentencing )?{_PAPER}(?: (?:and|&) (?:{_PAPER}|penalty))?"
    rf"(?: (?:was|were))?(?: {_GIVEN})?(?: date)?(?: on| at)?\b{_THEN}"
    r"|date of (?:this |the )?(?:publication|issue|release|broadcast|sentence|statement|letter|report|document)"
    r"|(?:date )?(?:electronically )?(?:delivered|handed down|promulgated|rendered|decided|answered|pronounced|signed"
    rf"|sent|given|dated|printed)(?: electronically| remotely)?(?: on)?{_THEN}|dated this\b"
    rf"|(?:sitting of|(?:last )?debated on){_THEN}"
    r"|(?:first |originally )?(?:broadcast|aired|transmitted|streamed)(?: on| live)*\b"
    r"|(?:broadcast|transmission|air|publication|publishing|release) ?(?:date|time)\b"
    rf"|(?:strictly )?embargo(?:ed)?(?: (?:until|till|to))?{_THEN}|not for (?:release|publication) before",
    re.IGNORECASE,
)
_OCCASION = (
    r"(?:hearing|meeting|trial|sitting|session|incident|event|inspection|fieldwork|complaint|appeal|referral|request"
    r"|submission|application|inquest|inquiry|arrest|offen[cs]e|birth|appointment|visit|question|notice)s?"
)
_EVENT = re.compile(
    rf"dates? of (?:the |this |an? )?(?:\w+ )?{_OCCASION}|{_OCCASION}(?: of \w+)?"
    r"(?: (?:held|dates?|days?|dated|served|lodged|filed|received|made|listed|heard|opened|began|on|at|from))*"
    rf"{_THEN}"
    r"|(?:closing|load|due|start|end|expiry|review|effective|next|retrieval|reporting|court)[ -](?:date|day)s?(?= ?:)"
    r"|(?:heard|argued|tabled|asked|lodged|filed|recorded|accessed|retrieved|archived|captured|saved|downloaded|born"
    r"|died|arrested|charged|sentenced|convicted|interviewed|dismissed|effective|valid|deadline|expires|served"
    rf"|withdrawn|received)(?: on| at| in| from| until)?(?:{_THEN}|(?= (?-i:[A-Z])))",
    re.IGNORECASE,
)
_KINDS = (
    ("time", _TIME),
    ("ago", _AGO),
    ("reading", _READING),
    ("event", _EVENT),
    ("updated", _UPDATED),
    ("published", _PUBLISHED),
    ("document", _DOCUMENT),
)


def find(line: str) -> Iterator[tuple[int, int, str]]:
    """Where a line has a time or a label, and which: time, ago, reading, updated, published, document, event.

    ``document`` is a decision's or an answer's day, on which it appears; ``event`` is anything else that has a day.

    >>> [kind for _, _, kind in find("Heard: 4 June 2024; Decided: 2 July 2024")]
    ['event', 'document']
    """
    for kind, pattern in _KINDS:
        for match in pattern.finditer(line):
            yield *match.span(), kind


def names_event(line: str) -> bool:
    """Whether a line is no more than the name of an occasion, whose day stands under it: ``Date of hearing:``."""
    bare = line.rstrip(" :")
    match = _EVENT.match(f"{bare}:")
    return bool(match) and match.end() == len(bare)
