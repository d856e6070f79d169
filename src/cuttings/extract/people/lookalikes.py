"""Runs of capitals that look like a name and are none: groups, places, account names, and who wrote the article."""

import re
from functools import lru_cache

from cuttings.extract.patterns import words

# a group "called The Night Shift"
_GROUP_NAME = re.compile(
    r"\b(?:called|dubbed|named|titled|entitled|known as|posing as|under the (?:\w+ )?(?:name|alias|handle|"
    r"pseudonym)(?: of)?)"
    r"[,:]? [\"“‘']?$",
    re.I,
)
# "the campaign group Clean Hands": no person
_OF_A_BODY = re.compile(
    r"\b(?:group|charity|campaign|organi[sz]ation|think[- ]?tank|union|network|firm|company|lobby|non-profit) "
    r"(?:called |named )?$"
)
_OF_A_THING = frozenset(
    words(
        "Territory Hotel Watch Hall Corner Tribunal Teams Creek Centre Center Packet Dock Lodge Argus Francisco "
        "Angeles Kitchens Price Group Chat Inn Bank Bridge House Arms Hill Park Green Bay Harbour Port Falls Valley "
        "Island"
    )
)
# Whom pictures and jokes in such messages are of, and who play no part in a matter
_OF_HISTORY = frozenset({"Adolf Hitler", "Heinrich Himmler", "Joseph Goebbels", "Osama bin Laden"})
_OF_A_PLACE = re.compile(r"\b(?:in|at|near|to|from|the|of|on|around|outside|through) $")
# "The force was in Kerrin Bay", though not "confidence in Jo Vale", nor "in Jo Vale's home"
_IN_A_PLACE = re.compile(
    r"\b(?:near|across|around|outside|throughout|(?<!confidence )(?<!trust )(?<!faith )(?<!interest )(?<!belief )in) $"
)
# "attached to Henry Vale station", "the Jo Vale estate"
_IS_A_PLACE = re.compile(
    r" (?:[Gg]arda |police |fire |railway |train |bus |custody |nursing |primary |magistrates['’] )?"
    r"(?:stations?|barracks|precinct|headquarters|depot|estate|prison|jail|hospital|school|academy|division|district|"
    r"detachment|roundabout|junction|bypass|neighbou?rhood|section|ward|constituency|courthouse|bridge|campus|"
    r"shopping)\b"
)
# "The families of Port Kerrin called the police"
_PLACE_NAME = re.compile(r"(?:Port|Fort|Mount|North|South|East|Upper|Lower|San|Santa|Los|Las|New|City) [A-Z]")
# "Jo Vale, 52, of Kerrin Bridge, who retired as a sergeant"
_LIVES_IN = re.compile(r", \d\d,? (?:of|from) $")
# A line that says who wrote the article: "By Jo Vale, Staff Writer", "Jo Vale, crime reporter"; "Reach Jo Vale at …"
_WRITES = re.compile(
    r",? (?:[\w’'-]+ ){0,4}(?:reporter|correspondent|editor|writer|journalist|columnist)\b[^.!?]{0,40}$", re.I
)
_BY = re.compile(
    r"(?:(?:additional |extra )?(?:words|report(?:ing|ed)?|story|research|photograph(?:s|y)?|photos?|pictures?|"
    r"illustrations?|video|graphics?|written|edited|compiled)(?:,? (?:and|&) \w+)? )?"
    r"(?:(?:was |were )?(?:contributed |provided )?)?by $",
    re.I,
)
# "Jo Vale is a Frome-based columnist.", on a line at the foot
_WRITES_FOR_US = re.compile(
    r" (?:is|was) (?:an?|the|our) [^.;]{0,60}?\b(?:columnist|writer|reporter|journalist|correspondent|editor|author|"
    r"contributor)\b"
)
_REACH = re.compile(r"\b(?:[Rr]each|[Cc]ontact|[Ee]mail|[Ff]ollow) $")
_BYLINE = 90  # characters


def is_no_person(text: str, start: int, titled: bool) -> bool:
    """Whether what stands before a run of capitals makes it an organisation's name: "the charity Clean Hands".

    ``titled``: a title stands before it, which says that it is a person's.
    """
    return not titled and _OF_A_BODY.search(text, max(start - 24, 0), start) is not None


def is_of_history(name: str) -> bool:
    """Whether somebody is known from history, of whom messages tell: "pictures of Adolf Hitler"."""
    return name in _OF_HISTORY


def is_called(text: str, start: int) -> bool:
    """Whether a run of capitals is what a group or an account is called: "a group called The Night Shift"."""
    return _GROUP_NAME.search(text, max(start - 40, 0), start) is not None


def is_place(text: str, start: int, end: int) -> bool:
    """Whether a run of capitals is a place by the words around it: "in Kerrin Bay", "Henry Vale station"."""
    named = _IS_A_PLACE.match(text, end) or _PLACE_NAME.match(text, start, end)
    if named or _LIVES_IN.search(text, max(start - 12, 0), start) or text[start:end] in _with_police(text):
        return True
    return _IN_A_PLACE.search(text, max(start - 16, 0), start) is not None and text[end : end + 1] not in {"'", "’"}


@lru_cache(2)
def _with_police(text: str) -> frozenset[str]:
    """The places of two or three words that an article names with their police: "Rosario Beach Police Department"."""
    runs = (match[1].split() for match in _POLICE_OF.finditer(text))
    return frozenset(" ".join(run[-length:]) for run in runs for length in (2, 3) if len(run) >= length)


_POLICE_OF = re.compile(
    r"\b((?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+) (?:Police (?:Department|Service|Force)|Constabulary|City Council|"
    r"Borough|Township|Sheriff['’]s Office)\b"
)


def may_be_surname(text: str, start: int, last: str) -> bool:
    """Whether a run of capitals that ends in this word may be a person's name, where no other sign tells it."""
    return last not in _OF_A_THING and _OF_A_PLACE.search(text, max(start - 9, 0), start) is None


def of_byline(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a line that tells only who wrote the article, or how to reach them."""
    if _REACH.search(text, max(start - 10, 0), start):
        return True
    if _signs_off(text, start, end):
        return True
    head, tail = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    if start - head > _BYLINE or not 0 <= tail - end < _BYLINE:
        return False
    after = text[end:tail]
    if start == head and after.startswith((" · ", " | ")):
        return True
    return bool(_WRITES.fullmatch(after)) or (
        _BY.fullmatch(text, head, start) is not None and "." not in after.removesuffix(".")
    )


def _signs_off(text: str, start: int, end: int) -> bool:
    """Whether a name begins the last paragraph, which says that somebody wrote the article, or is that author's."""
    if text[start - 1 : start] not in {"", "\n"}:
        return False
    name, last = text[start:end], text.rstrip().rfind("\n") + 1
    told = _WRITES_FOR_US.match(text, last + len(name)) if last and text.startswith(name, last) else None
    return told is not None and (start == last or text[end : end + 1] == "\n")
