"""Numbers without a noun of their own that mean no people: "seven of the nine", after "nine allegations"."""

import re
from bisect import bisect_left

from cuttings.extract.counts.forms import MODIFIERS
from cuttings.extract.counts.numbers import NUMBER, bounds, numbers_in
from cuttings.extract.patterns import one_of, words
from cuttings.extract.police_words import MANY, ONE, STAFF, WEAK

_BACK = 600  # characters in which what is counted has been named
_THINGS = one_of(
    *("messages?", "posts?", "texts?", "tweets?", "e-?mails?", "comments?", "remarks?", "memes?", "jokes?", "images?"),
    *("pictures?", "photos?", "photographs?", "videos?", "clips?", "films?", "screenshots?", "recordings?", "pages?"),
    *("allegations?", "charges?", "counts?", "complaints?", "breaches", "offences?", "claims?", "cases?", "files?"),
    *("hearings?", "questions?", "standards?", "chats?", "groups?", "accounts?", "phones?", "entries", "exchanges?"),
    *("items?", "findings?", "grounds?", "particulars?", "conversations?", "threads?", "reports?", "forces?"),
    *("recommendations?", "occasions?", "incidents?", "matters?", "answers?"),
)
_TIMES = one_of("months?", "weeks?", "days?", "years?", "hours?")
_OTHERS = one_of(
    *words("complainants? victims? witnesses? residents? campaigners? passengers? protesters? prisoners? detainees?"),
    *words(
        "teenagers? youths? pupils? players? firefighters? nurses? teachers? drivers? burglars? dealers? offenders?"
    ),
    *words("activists? soldiers? doctors? relatives?"),
    *words("patients? families households lawyers? jurors? councillors? readers? viewers? women civilians?"),
)
# Verbs that one of several may be the subject of, and words that are no nouns
_NO_NOUN = one_of(
    *words("denies faces remains says admits works lives serves insists claims leaves gets awaits retires resigns"),
    *words("disputes accepts appears stands pleads apologises apologizes wants keeps goes does always perhaps besides"),
)
# "14 of 16 administrative charges"
_KIND_OF_THING = one_of(
    *words("administrative criminal disciplinary departmental internal formal separate original individual felony"),
    *words("misdemeanor misdemeanour racist sexist offensive whatsapp text facebook"),
    "(?:gross )?misconduct",
)
_THING = re.compile(rf" (?:{_KIND_OF_THING} )?(?:{_THINGS}|{_TIMES}|{_OTHERS})\b", re.I)
# "Eleven of the 13 players": any other noun in the plural
_PLURAL = re.compile(rf" (?!(?:{WEAK}|{STAFF})\b|\w+(?:ss|us|is|as)\b|{_NO_NOUN}\b)[a-z]{{3,}}s\b")
_COUNTED = re.compile(
    rf"(?<![\w£$€.’'-])(?P<num>{NUMBER}) {MODIFIERS}"
    rf"(?:(?P<police>{MANY}|{ONE})|(?P<thing>{_THINGS}|{_OTHERS}))(?![\w-])",
    re.I,
)


def _counted(text: str, start: int, end: int) -> list[re.Match[str]]:
    """What is counted between two offsets."""
    found: list[re.Match[str]] = []
    numbers, reached = numbers_in(text), start
    for at in numbers[bisect_left(numbers, start) : bisect_left(numbers, end)]:
        if at >= reached and (match := _COUNTED.match(text, at, end)):
            found.append(match)
            reached = match.end()
    return found


def after_things(text: str, start: int) -> bool:
    """Whether what a sentence has counted last before ``start`` are things or bystanders: "two teenagers got cautions
    and one was jailed".
    """
    begins = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), start - _BACK, 0)
    told = _counted(text, begins, start)
    return bool(told) and told[-1]["thing"] is not None


def counts_things(text: str, start: int, end: int, whole: str) -> bool:
    """Whether a number that stands without a noun, at ``start`` to ``end``, is of things or of bystanders.

    ``whole``: the words that say of how many ("nine" in "seven of the nine"; "them" for "one of them"). By the noun
    that comes after it; else by the one that was last counted, with the same number where there is one.
    """
    if _THING.match(text[end : end + 50]) or _PLURAL.match(text[end : end + 50]):
        return True
    told = _counted(text, max(start - _BACK, 0), start)
    if whole.lower() != "them":
        number = bounds(whole)
        told = [match for match in told if bounds(match["num"]) == number != (1, 1)]
    else:  # of the same sentence, or the one before
        told = [match for match in told if text.count(". ", match.end(), start) < 2]
        if any(match["police"] for match in told):
            return False
    return bool(told) and told[-1]["thing"] is not None
