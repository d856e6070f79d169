"""County sheriffs: "four Kerrin County deputies" are of the Kerrin County Sheriff's Office, which nobody need name."""

import re
from collections.abc import Collection, Iterator

from cuttings.extract.forces.names import first_name
from cuttings.extract.patterns import Sought, one_of, words

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*[\wà-ÿ]"
_COUNTY = rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,3}}) (?P<kind>County|Parish)"
_STAFF = one_of(
    *words(
        "deput(?:y|ies) detectives? lieutenants? sergeants? corporals? captains? officers? investigators? employees?"
    ),
    *words("jailers? chat group"),
)
# "Four Kerrin County sheriff's deputies", "two Kerrin County jail deputies", "the Kerrin Parish sheriff"
_BESIDE = Sought(
    rf"(?<!\w){_COUNTY}(?: (?:[Ss]heriff['’]s|[Jj]ail|[Pp]atrol|[Cc]orrections))* "
    rf"(?:[Dd]eput(?:y|ies)|[Ss]heriff['’]s {_STAFF})\b"
)
# "In Kerrin County, seven sheriff's deputies were indicted"
_IN_COUNTY = Sought(
    rf"\b(?:[Ii]n|[Ff]rom|[Aa]cross) {_COUNTY},? (?:[a-z0-9-]+ ){{0,3}}?(?:[Ss]heriff['’]s )?[Dd]eput(?:y|ies)\b"
)
_SHERIFF_OF = Sought(rf"\b[Ss]heriff (?:of|in) {_COUNTY}\b")
# "Kerrin County Sheriff Hoyt Vane": whose deputies an article tells of that names no office
_TITLE = re.compile(rf"(?<!\w){_COUNTY} [Ss]heriff(?!['’]s (?:Office|Department))\b")
# … or "Sheriff Hoyt Vane of Kerrin County", in whose paragraph deputies are told of, whatever other forces are named
_AND_DEPUTIES = r"(?=[^\n]{0,400}\bdeput(?:y|ies)\b)"
_OF_DEPUTIES = Sought(rf"\b[Ss]heriff {_CAPITAL}(?: {_CAPITAL}){{1,2}},? (?:of|in) {_COUNTY}\b{_AND_DEPUTIES}")
_ANY = re.compile(rf"(?<!\w){_COUNTY}\b")
_DEPUTIES = re.compile(r"\b(?:deput(?:y|ies)|sheriff['’]s)\b")
_OFFICE = re.compile(r"(?P<county>.+ (?:County|Parish)) Sheriff['’]s (?:Office|Department)$")


def sheriffs(text: str, known: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Where a text tells of a county's sheriff or deputies: the start and end of the words, and the office's full name.

    ``known``: the forces named in full, whose own form ("Department") stands for the county. Where no deputies stand
    beside a county, those that the text tells of are of the one county that it names.

    >>> [office for _, _, office in sheriffs("Two Kerrin County deputies were fired.", ())]
    ["Kerrin County Sheriff's Office"]
    """
    offices = {match["county"]: name for name in known if (match := _OFFICE.match(name))}
    found = False
    for pattern in (_BESIDE, _IN_COUNTY, _SHERIFF_OF, _OF_DEPUTIES):
        for match in pattern.in_lines(text):
            county = _county(match)
            if county is not None:
                found = True
                yield match.start("name") + _past(match), match.end(), offices.get(county, f"{county} Sheriff's Office")
    if found or known or not _DEPUTIES.search(text):
        return
    told = [match for pattern in (_TITLE, _ANY) for match in pattern.finditer(text) if _county(match)]
    if len({_county(match) for match in told}) == 1:
        match = told[0]
        yield match.start("name") + _past(match), match.end("kind"), f"{_county(match)} Sheriff's Office"


def _past(match: re.Match) -> int:
    start = first_name(match)
    return 0 if start is None else start - match.start("name")


def _county(match: re.Match) -> str | None:
    start = first_name(match)
    return None if start is None else match.string[start : match.end("kind")]
