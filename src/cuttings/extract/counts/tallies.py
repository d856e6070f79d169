"""Numbers that are told as that of all: "bringing the number of officers under investigation to seven"."""

import re
from collections.abc import Iterator

from cuttings.extract.counts.numbers import NUMBER
from cuttings.extract.patterns import AnyCase, one_of, words
from cuttings.extract.police_words import MANY, STAFF

TALLY = "officers:tally"
CORRECT = r"The (?:correct|right|true|actual) (?:figure|number|total)"  # is another than that before it

# "the number of Kerrin Police officers under investigation"
_NUMBER_OF = (
    r"(?:the (?:\w+ )?)?(?:number|total|tally|count)(?: number)? of (?:(?!messages|posts)[\w’'&-]+ ){0,5}?"
    rf"(?P<who>{MANY}|{STAFF})(?P<which>(?: [\w’'-]+){{0,8}}?)"
)
_GROWS = one_of(
    *("now stands at", "stands at", "stood at", "is now", "is put at", "was put at", "had reached", "has reached"),
    *("(?:has |had )?(?:risen|grown|rose|climbed|grew|fallen|fell) to", "is", "was"),
)
_BRINGS = one_of(*("bring(?:s|ing)", "brought", "tak(?:es|ing)", "took", "rais(?:es|ing|ed)", "push(?:es|ing|ed)"))
# "bringing the total number under investigation to nine"
_NUMBER_WHO = (
    r"(?:(?:the|their) )?(?:(?!the\b)\w+ )?(?:number|total|tally|count)(?P<which>(?: "
    + one_of(
        *words("number now of those people men arrested arrests suspended charged dismissed sacked accused involved"),
        *words("implicated under investigation facing proceedings action"),
    )
    + ")*)"
)
_FORMS = (
    re.compile(rf"\b{_BRINGS} {_NUMBER_WHO} to (?P<num>{NUMBER})\b", re.I),
    # "bringing the total number of officers under investigation to seven"
    re.compile(rf"\b{_BRINGS} {_NUMBER_OF} to (?P<num>{NUMBER})\b", re.I),
    # "taking to five the number of officers suspended"
    re.compile(rf"\b{_BRINGS} to (?P<num>{NUMBER}) {_NUMBER_OF}(?=[.,;\n]|$)", re.I),
    # "Watchdog widens Kerrin inquiry to 11 officers"
    re.compile(
        rf"\b(?:widen|expand|extend|broaden)(?:s|ed|ing)? (?:[\w’'&-]+ ){{1,8}}?(?:inquiry|investigation|probe) to "
        rf"(?P<num>{NUMBER})(?= (?:officers|police|people|as|after|staff)\b|[.,;\n]|$)",
        re.I,
    ),
    # "His detention brings to three the number of people arrested"
    re.compile(
        rf"\b{_BRINGS} to (?P<num>{NUMBER}) the (?:\w+ )?(?:number|total|tally) of (?:people|men|those)"
        r"(?P<which>(?: [\w-]+){1,3})(?=[.,;\n]|$)",
        re.I,
    ),
    # "put the number of officers under investigation at eight"
    re.compile(rf"\bputs?(?:ting)? {_NUMBER_OF} at (?P<num>{NUMBER})\b", re.I),
    # "The number of officers under investigation now stands at nine"
    re.compile(rf"{_NUMBER_OF} {_GROWS} (?P<num>{NUMBER})\b", re.I),
    # "The number of people from Kerrin Police being looked at has grown to eleven"
    re.compile(
        r"the (?:\w+ )?(?:number|total|tally) of (?P<who>people|men|those|individuals)"
        r"(?=[^.;\n]*\b(?:under|being|facing|suspended|arrested|charged|investigated|questioned|accused|implicated)\b)"
        r"(?P<which>(?: [\w’'“”\"-]+){0,16}?) " + _GROWS + rf" (?P<num>{NUMBER})\b",
        re.I,
    ),
    # "It means that nine members of the team are now under investigation"
    re.compile(
        rf"(?P<makes>\b(?:It|That|This) means (?:that )?(?:a total of )?)(?P<num>{NUMBER})"
        r"(?= (?:[\w’',-]+ ){1,14}?(?:are|have|face) now\b"
        rf"| (?:[\w’'-]+ ){{1,14}}?(?:are|have) (?:all )?(?:been|under|facing)\b)",
        re.I,
    ),
    # "The correct figure is six."
    re.compile(
        rf"(?P<makes>\b{CORRECT} (?:is|was|should (?:be|have been)) )"
        rf"(?P<num>{NUMBER})(?=[.,;]| (?:officers|police)\b)",
        re.I,
    ),
    # "which leaves nine under suspicion"
    re.compile(
        rf"(?P<makes>\b(?:leaves|leaving|left) )(?P<num>{NUMBER})(?= (?:(?:officers|police|people|others) )?"
        r"(?:(?:still )?(?:under (?:suspicion|investigation)|facing (?:an? )?(?:\w+ )?(?:action|charges?|hearing|trial|"
        r"proceedings))|in question)\b)",
        re.I,
    ),
    # "The minister has now put the figure at six, not four"
    re.compile(
        rf"(?P<makes>\bputs? the (?:figure|number|total) at )(?P<num>{NUMBER})(?=,? (?:not|rather than|instead of)\b)",
        re.I,
    ),
    # "That makes four."
    re.compile(
        rf"(?:^|(?<=[.\n“\"] ))(?P<makes>That makes) (?P<num>{NUMBER})(?: of them| in all| officers)?(?=[.,;])", re.I
    ),
)
# Whom no one matter has: a force's strength, those of a year, those of a country
_OF_MANY = re.compile(
    r"\b(?:in (?:the (?:past|last) )?(?:\w+ )?(?:years|months|decade)|"
    r"national\w*|nation-?wide|country|England|Wales|across|every|(?:this|last|each|a|per) year|since|decade|"
    r"(?:in|at|by|within|employed|for) the (?:force|service|department|police)|strength|recruit\w*|hired?|posts?|"
    r"on (?:the )?(?:beat|streets?)|who (?:complained|reported))\b"
)
_BEGINS = AnyCase(
    r"(?<!\w)(?=the (?:\w+ )?(?:number|total|tally|count|figure)\b|number of\b|That makes\b|(?:It|That|This) means\b|"
    r"(?:bring|brought|tak|took|rais|push|put|leav|left|widen|expand|extend|broaden)\w*)",
)
_AROUND = 40  # characters


def tallies(text: str) -> Iterator[re.Match]:
    """The matches of the forms, with the number's words in the group ``num``; none that is of a force, or of a year.

    >>> [match["num"] for match in tallies("It brings the number of officers charged to seven.")]
    ['seven']
    """
    reached = 0
    for begins in _BEGINS.in_lines(text):
        if begins.start() < reached:
            continue
        match = next(filter(None, (form.match(text, begins.start()) for form in _FORMS)), None)
        if match and "\n" not in match.group() and not _of_many(match):
            reached = match.end()
            yield match


def _of_many(match: re.Match) -> bool:
    after = re.split(r"[.;\n]", match.string[match.end() : match.end() + _AROUND])[0]
    return _OF_MANY.search((match.groupdict().get("which") or "") + after) is not None
