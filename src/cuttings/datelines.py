"""The lines round a headline that say who wrote the article and when: bylines, datelines, a crawler's prefix."""

import re
from dataclasses import dataclass, field
from datetime import date

from cuttings import days

_CRAWLER = re.compile(rf"(?:date:? |\[)?({days.YEAR}-\d\d-\d\d)(?:\]|[T ]\d\d:\d\d(?::\d\d)?Z?)?(?: +|$)")
_TIME = re.compile(
    r"(?:at |@ ?)?(?<!\d)(?:[01]?\d|2[0-3])[:.][0-5]\d(?::[0-5]\d)?(?!\d) ?(?:[ap]\.?m\b\.?)?(?: ?(?:GMT|BST|UTC|UK|E[SD]?T|P[SD]?T|C[SD]?T)\b)?"
    r"|(?<!\d)\d{1,2} ?[ap]m\b(?: ?(?:GMT|BST|E[SD]?T)\b)?|T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:about |over )?(?:\d{1,3}|an?|one|two|three|four|five) ?(?:m|h|d|w|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?) ago\b",
    re.I,
)
_READING = re.compile(r"\d{1,2}[ -]min(?:ute)?s?(?: read)?\b", re.I)
_LABEL = re.compile(
    r"(?P<updated>(?:last |latest )?(?:updated?|modified|amended|edited|revised|changed)(?: on| at)?)"
    r"|(?P<published>(?:first |originally |date )?(?:published|posted|created|issued|uploaded)(?: on| at| online)?|(?:publication |release |issue )?date(?= ?:)|(?:news|press) release)",
    re.IGNORECASE,
)
_LEFTOVER = re.compile(r"[\s|•·,.:;–—()\[\]/-]+")
_NAME_WORD = r"[A-Z][\w.'’]*(?:-[A-Z][\w'’]*)*"
_NAME = rf"{_NAME_WORD}(?: (?:{_NAME_WORD}|de|la|van|der|von|bin|al|O['’]\w+)){{1,3}}"
_ROLE = (
    r"(?:[\w&'’-]+ ){0,4}(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Jj]ournalist|[Ww]riter|[Pp]roducer|[Dd]esk|[Bb]ureau|[Ss]taff|[Cc]ontributor"
    r"|BBC(?: News)?(?:[, ]+[A-Z]\w+){0,3}|PA(?: Media)?|Press Association|ITV(?: News)?|Sky News|LDRS|Local Democracy Reporter)"
)
_POST = re.compile(rf", (?:{_ROLE}|[a-z][\w ]{{2,40}})$")
_NAMES = rf"{_NAME}(?:(?:,| and| &|,? with) {_NAME}){{0,4}}"
_ANYONE = r"(?:(?:[A-Z][\w.'’&-]*|of|the|and|for|&)(?: |$)){1,9}|(?:our |a )?(?:staff|news|own)? ?(?:reporters?|correspondent|desk|writers?)|admin|PA|AFP"
_SIGNED = re.compile(
    rf"(?:(?:[Bb]y|BY|(?:[Ww]ords|[Ww]ritten|[Rr]eporting|[Rr]eport|[Ss]tory) by):? ?|(?:[Aa]uthors?|[Bb]yline|From): ?)(?P<names>{_NAMES}|{_ANYONE})"
    rf"(?:,? ?[-–|•·,/]? ?(?P<role>{_ROLE}))?(?: @\w+)?[,.]?"
)
_CALENDAR = re.compile(rf"\b(?:{days.WEEKDAY}|{days.MONTH}) ?(?:$|\d| [a-z])|^(?:The|A|An|This|That|His|Her|Their)\b")
_UNSIGNED = re.compile(rf"(?P<names>{_NAMES})(?:,? ?[-–|•·,/]? ?(?P<role>{_ROLE}))?(?: @\w+)?")
_ORGANISATION = re.compile(
    r"\b(?:News(?:papers?)?|Gazette|Courier|Herald|Times|Post|Echo|Mail|Tribune|Express|Star|Chronicle|Argus|Mercury|Observer|Telegraph|Guardian|Standard|Press"
    r"|Journal|Advertiser|Review|Voice|Today|Live|FM|Radio|TV|Television|Online|Weekly|Daily|Evening|Record|Mirror|Ledger|Sentinel|Examiner|Bulletin|Messenger|Citizen"
    r"|Independent|Agency|Association|Commission|Office|Police|Constabulary|Council|Service|Department|Ministry|Ombudsman|Federation|Authority|Media|Broadcasting|Magazine"
    r"|BBC|ITV|PA|AP|AFP|Reuters)\b|^The [A-Z]",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?:[Pp]osted |[Ww]ritten |[Ww]ords |[Rr]eporting |[Rr]eport |[Ss]tory )?[Bb]y (?P<names>{_NAMES}|.{{2,80}}?)(?:,? (?:at|in|for|from) .{{2,60}})?"
)
_PRINTED = re.compile(
    r"(?P<publisher>[A-Z][\w&'’. ]{2,40}) - (?P<date>[^-]{0,30}(?:-\d\d-\d\d )?)- (?P<section>[A-Z][A-Z &]{2,30}) -(?P<names>.{0,60})"
)
_FIELD = re.compile(
    r"(?P<name>title|headline|url|link|source|publisher|publication|outlet|section|category|language|id|description|summary|author|byline|date)s?: *(?P<value>\S.*)",
    re.I,
)


@dataclass
class Dateline:
    """What a line beside the headline says: days with the words they were read from, and names."""

    reason: str = "dateline"
    published: list[tuple[days.Day, str]] = field(default_factory=list)
    updated: list[tuple[days.Day, str]] = field(default_factory=list)
    author: str = ""
    publisher: str = ""
    section: str = ""
    title: str = ""
    url: str = ""
    label: str = ""  # a label that no day follows: the next line's day is meant
    labelled: bool = False


def crawled(text: str) -> tuple[date, int] | None:
    """The day that a crawler put before the headline, and how many characters its prefix has.

    >>> crawled("date 2022-10-07 Six officers investigated")
    (datetime.date(2022, 10, 7), 16)
    """
    match = _CRAWLER.match(text)
    if not match or (match.end() == len(text) and not text.startswith(("date", "["))):
        return None
    found = next(days.find(match[1]), None)
    day = found and days.plausible(found.on())
    return (day, match.end()) if day else None


def read(line: str, carried: str = "") -> Dateline | None:
    """What a line says if it is nothing but a byline, a dateline or a field; ``carried``: the label of the line before.

    >>> read("Ella Nunn22 February 2024").author, read("By the time he left it was 22 February 2024")
    ('Ella Nunn', None)
    """
    if len(line) > 250:
        return None
    return _printed(line) or _dated(line, carried) or _signed(line) or _field(line)


def _printed(line: str) -> Dateline | None:
    match = _PRINTED.fullmatch(line)
    if not match:
        return None
    found = Dateline(publisher=match["publisher"], section=match["section"].title())
    found.published = [(day, line) for day in days.find(match["date"])]
    return found


def _dated(line: str, carried: str) -> Dateline | None:
    found, rest = Dateline(label=carried), []
    end = 0
    marks = sorted([*_marks(line)], key=lambda mark: mark[0])
    for start, stop, kind, day in marks:
        if start < end:
            continue
        rest.append(line[end:start])
        end = stop
        if kind in ("published", "updated"):
            found.label, found.labelled = kind, True
        elif day is not None:
            (found.updated if found.label == "updated" else found.published).append((day, line))
    rest.append(line[end:])
    names = _LEFTOVER.sub(" ", " ".join(rest)).strip()
    if not marks or (names and not _is_signed(names, found)):
        return None
    if found.published or found.updated:
        found.label = ""
    if not names and all(kind == "reading" for _, _, kind, _ in marks):
        found.reason = "reading time"
    return found


def _marks(line: str) -> list[tuple[int, int, str, days.Day | None]]:
    marks = [(day.start, day.end, "day", day) for day in days.find(line)]
    for kind, pattern in (("time", _TIME), ("ago", _AGO), ("reading", _READING)):
        marks += [(*match.span(), kind, None) for match in pattern.finditer(line)]
    marks += [(*match.span(), str(match.lastgroup), None) for match in _LABEL.finditer(line)]
    return marks


def _is_signed(names: str, found: Dateline) -> bool:
    match = _SIGNED.fullmatch(names) or _UNSIGNED.fullmatch(names)
    if match:
        _credit(found, match["names"], signed=match.re is _SIGNED)
    return bool(match) or names.casefold() in ("by", "on", "at", "gmt", "bst", "last", "news", "the")


def _signed(line: str) -> Dateline | None:
    match = _SIGNED.fullmatch(line)
    if not match or len(line.split()) > 14 or _CALENDAR.search(match["names"]):
        return None
    found = Dateline(reason="byline")
    _credit(found, match["names"], signed=not line.startswith("From"))
    return found


def _credit(found: Dateline, names: str, signed: bool) -> None:
    """Who wrote it; a body or an agency that nobody signed for is the publisher."""
    names = without_post(names)
    if is_organisation(names) and not signed:
        found.publisher = names.title() if names.isupper() else names
    else:
        found.author = names


def without_post(names: str) -> str:
    """Names without the reporter's post after them: ``Kit Larraby, Crime Reporter`` is ``Kit Larraby``."""
    return _POST.sub("", names.strip(" ,.")).strip(" ,.")


def is_organisation(name: str) -> bool:
    """Whether a name is a newspaper's, a broadcaster's or an authority's rather than a person's."""
    return bool(_ORGANISATION.search(name))


def loosely_signed(line: str) -> str:
    """The name in a line that can only be a byline where it stands, above the text: ``By the staff of the Voice``."""
    match = _LOOSE.fullmatch(line) if len(line.split()) <= 14 else None
    return without_post(match["names"]) if match else ""


def is_name(line: str) -> bool:
    """Whether a line has the shape of a person's name, with a reporter's post or without: a byline, beside a dateline."""
    return bool(_UNSIGNED.fullmatch(line)) and len(line.split()) <= 10


def has_post(line: str) -> bool:
    """Whether a line is a reporter's name and post, or a post alone: ``Jane Smith, Crime Correspondent``."""
    match = _UNSIGNED.fullmatch(line)
    return bool(re.fullmatch(_ROLE, line)) or bool(match and match["role"])


def _field(line: str) -> Dateline | None:
    match = _FIELD.fullmatch(line)
    if not match or len(line.split()) > 40:
        return None
    name, value = match["name"].casefold(), match["value"].strip()
    known = {"title": "title", "headline": "title", "url": "url", "link": "url", "author": "author", "byline": "author"}
    known |= {"section": "section", "category": "section"} | dict.fromkeys(
        ("source", "publisher", "publication", "outlet"), "publisher"
    )
    found = Dateline(reason="header")
    if name == "date":
        found.published = [(day, line) for day in days.find(value)]
    elif name in known:
        setattr(found, known[name], value)
    return found
