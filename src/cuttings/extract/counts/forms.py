"""The forms in which a report counts police: "six serving officers", "an officer", "one of them", "the trio" …

Each is a pattern with the groups ``num`` (the number's words), ``det`` (what stands before it), ``mods`` and ``head``
(the words that say who is counted) where it has them.
"""

import re
from collections.abc import Iterator

from cuttings.extract.counts.numbers import NUMBER
from cuttings.extract.patterns import one_of, words
from cuttings.extract.police_words import MANY, ONE, STAFF, STAFF_ONE, WEAK, WEAK_ONE

# No number that a sign, a point or a hyphen stands before: "£14", "Covid-19"
_START = r"(?<![\w£$€.'’-])"
# Words that cannot stand between a number and those it counts: "six messages to officers", "two were officers"
_NOT_MODIFIER = one_of(
    *words(
        "of in at by for from to who that which were was are is be been said says told have has had with after over"
    ),
    *words("on when while as against between into about or but if per messages? posts? texts? counts? charges?"),
    *words(
        "allegations? complaints? years? months? weeks? days? hours? minutes? times chief an? the his her their its"
    ),
    *words("into charged arrested investigated accused faces? sacked dismissed and"),
    # a date is no count: "9 July. DC Vale", "5 last Saturday"
    *words("january february march april may june july august september october november december"),
    *words("monday tuesday wednesday thursday friday saturday sunday last next am pm"),
)
# "serving and former", "Harrowmere-based": up to six words
MODIFIERS = (
    rf"(?:(?!{_NOT_MODIFIER}\b|\w{{6,}}\. )[\w’'&./()-]+ (?:(?:and|or) (?=former|ex|retired|serving|current))?){{0,6}}?"
)
_DETERMINERS = one_of(
    *("all(?: of the)?", "both", "the other", "the remaining", "the", "these", "those", "another", "a further"),
    *("a second", "a third", "other", "additional", "one other"),
)

# "The four officers", "two further constables", "14 serving and former members of staff"
_GROUP = re.compile(
    rf"{_START}(?:(?P<det>{_DETERMINERS}) )?(?P<num>{NUMBER}) (?P<more>other |more |further |additional )?"
    rf"(?P<mods>{MODIFIERS})(?P<head>{MANY}|{ONE}|{STAFF}|{WEAK})(?![\w-])",
    re.I,
)
# "a serving constable", "another officer"
_SINGLE = re.compile(
    r"(?<![\w'’-])(?P<det>an?|another|the other|a second|a third|one other) "
    rf"(?P<mods>{MODIFIERS})(?P<head>{ONE}|{STAFF_ONE}|{WEAK_ONE})(?![\w-])",
    re.I,
)
# "six serving" of "six serving and two former officers"
_ELLIPTIC = re.compile(
    rf"{_START}(?P<num>{NUMBER}) (?P<mods>(?:now )?(?:serving|current|former|retired|ex-serving)) "
    rf"(?=and (?:{NUMBER}) )",
    re.I,
)
# "All six" before a verb or a comma
_BARE_VERBS = one_of(
    *words("were was are is have has had will would could face faced faces also admitted denied who did must each"),
    *words("received resigned retired remain"),
    "in the",
)
_BARE = re.compile(
    rf"{_START}(?P<det>all|the other|the remaining|another|a further|the|these|of the|of those) (?P<num>{NUMBER})"
    rf"(?=,? {_BARE_VERBS}\b|[,.;:]| from [A-Z])",
    re.I,
)
# "two of the eight officers", "one of them"
_PARTITIVE = re.compile(
    rf"{_START}(?P<num>{NUMBER}|another|one other) of (?:(?:the|those|these|its|her|his|their) )?"
    rf"(?P<whole>them|{NUMBER})?(?: ?(?P<mods>{MODIFIERS})(?P<head>{MANY}))?(?![\w-])",
    re.I,
)
# "Six are serving officers and the other has left"
_PREDICATE = re.compile(
    rf"{_START}(?P<num>{NUMBER}) "
    r"(?P<mods>(?:of them )?(?:are|were|is|was|remain) (?:still |now |all )?(?:serving|current|former|retired))"
    rf"(?: (?P<head>{MANY}|{ONE}))?(?!\w)",
    re.I,
)
# "Five are constables and two are civilian detention officers"
_ARE = re.compile(
    rf"{_START}(?P<num>{NUMBER}) (?:of them )?(?:are|were) "
    rf"(?P<mods>(?:serving |former |retired |civilian |detention )*)(?P<head>{MANY})(?![\w-])",
    re.I,
)
# "The other is a sergeant who retired in January"
_IS_ONE = re.compile(
    r"(?<!\w)(?P<num>the other|another|one|the third|the fourth|the fifth|the sixth|the last) "
    rf"(?:of them )?(?:is|was) an? (?P<mods>{MODIFIERS})(?P<head>{ONE}|{STAFF})(?![\w-])",
    re.I,
)
# "one who has quit", "one of whom had by then retired", "and one former one", "six serving and one former"
_ONE_LEFT = re.compile(
    rf"{_START}(?P<num>one|two|three) (?:of (?:whom|them) )?(?P<mods>"
    r"(?:who )?(?:has|have|had)(?: (?:by then|since|already|now|long since))? (?:left|quit|retired|resigned|gone)\b"
    r"|former(?= ones?\b)|former(?=[.,;]| of\b))",
    re.I,
)
# "the other has since resigned"
_LEAVER = re.compile(
    r"(?<!\w)(?P<num>the other|another|one|the third|the fourth)"
    r"(?= (?:has|had|have) (?:since |already )?(?:left|resigned|retired|quit)\b)",
    re.I,
)
# "a fifth walked away", "the third officer, …"
_ORDINAL = re.compile(
    r"(?<!\w)(?P<det>a|the) (?P<nth>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    rf"(?: (?P<mods>{MODIFIERS})(?P<head>{ONE}|{WEAK_ONE}))?"
    r"(?= (?:is|was|has|had|will|walked|resigned|retired|faces|faced|received|got|left|,)|,)",
    re.I,
)
# "the trio", "a pair of serving officers", "both former constables"
_COLLECTIVE = re.compile(
    r"(?<!\w)(?P<det>the|a|this|that|both) "
    rf"(?:(?P<num>pair|duo|trio|quartet|quintet)(?: of (?P<mods>{MODIFIERS})(?P<head>{MANY}))?"
    rf"|(?<=both )(?P<both>{MODIFIERS})(?P<head2>{MANY}))(?!\w)",
    re.I,
)
COLLECTIVES = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}

# In the order they are tried: of two that overlap, the earlier one stands.
FORMS = {
    "collective": _COLLECTIVE,
    "predicate": _PREDICATE,
    "are": _ARE,
    "is_one": _IS_ONE,
    "partitive": _PARTITIVE,
    "elliptic": _ELLIPTIC,
    "ordinal": _ORDINAL,
    "group": _GROUP,
    "single": _SINGLE,
    "bare": _BARE,
    "one_left": _ONE_LEFT,
    "leaver": _LEAVER,
}

# What every form begins with: a number, its bound, or a determiner
_BEGINS = re.compile(
    rf"(?<!\w)(?={NUMBER}|(?:an?|the|th[eo]se|th[ia][st]|both|all|(?:an)?other|additional|of)\b)", re.I
)


def counted(text: str) -> Iterator[tuple[str, re.Match]]:
    """The matches of each form in turn, with its name. All are looked for only where one may begin: a dozen
    patterns over every character were a fifth of the time that reading takes.
    """
    begins = [match.start() for match in _BEGINS.finditer(text)]
    for form, pattern in FORMS.items():
        reached = 0
        for start in begins:
            if start >= reached and (match := pattern.match(text, start)):
                reached = match.end()
                yield form, match


# "Of the 14 officers …": what opens a sentence that takes a whole apart
WHOLE = re.compile(r"(?:^|[ \"“])(?:of|out of) (?:the|those|these|all) ", re.I)
# … and its parts: ", 12 remain", "and another has left"
PART = re.compile(
    rf"(?:(?<=, )|(?<=and )|(?<=while )|(?<=; )|(?<=with ))(?P<num>{NUMBER}|another|the other|one other)"
    r"(?= (?:has|have|had|is|are|was|were|will|remains?|received|resigned|got|an? |already|being))",
    re.I,
)
# "… from Kent Police" behind a count, and the end of "three officers from Kent Police and one from Sussex"
OF_A_PLACE = re.compile(
    r" (?:from|of|at|with|in|based (?:at|in)|attached to) (?:the )?(?-i:[A-Z][\w’'&.-]*)"
    r"(?: (?:(?:and|of|the) )?(?-i:[A-Z][\w’'&.-]*)){0,5}(?: (?:force|police|division|area|station|unit))?"
)
ELSEWHERE = re.compile(
    rf"(?:,? (?:and|plus)|,) (?P<num>{NUMBER})(?= (?:from|at|with|based (?:at|in)|attached to) (?:the )?(?-i:[A-Z]))",
    re.I,
)
