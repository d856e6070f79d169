"""The forms in which a report counts police: "six serving officers", "an officer", "one of them", "the trio" …

Each is a pattern with the groups ``num`` (the number's words), ``det`` (what stands before it), ``mods`` and ``head``
(the words that say who is counted) where it has them.
"""

import re
from collections.abc import Iterator
from itertools import chain

from cuttings.extract.counts.numbers import NUMBER, ORDINALS, numbers_in
from cuttings.extract.patterns import one_of, words
from cuttings.extract.police_words import MANY, ONE, STAFF, STAFF_ONE, WEAK, WEAK_ONE
from cuttings.words.lexicon import words_in

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
# "serving and former", "Harrowmere-based", "Marl and Vale Police", "City of Marl": up to six words
_OF_TWO_PLACES = r"(?-i:(?!Former|Ex-|Serving)[A-Z][\w’'-]+ (?:and|of) [A-Z][\w’'-]+ )"
MODIFIERS = (
    rf"(?:{_OF_TWO_PLACES}|(?!{_NOT_MODIFIER}\b|- |\w{{6,}}\. |(?-i:[a-z][\w-]*)\. )[\w’'&./()-]+ "
    r"(?:(?:and|or) (?=former|ex|retired|serving|current))?){0,6}?"
)
_DETERMINERS = one_of(
    *("all(?: of the)?", "both", "the other", "the remaining", "the", "these", "those", "another", "a further"),
    *("a second", "a third", "other", "additional", "one other"),
)

# "Two police were charged"
_POLICE_ALONE = (
    r"police(?=[,.;]| (?:were|have|had|are|who|over|charged|suspended|sacked|accused|arrested|fac(?:e|ing)|to face|"
    r"investigated|under investigation|stood down)\b)"
)

# "The four officers", "two further constables", "14 serving and former members of staff"
_GROUP = re.compile(
    rf"{_START}(?:(?P<det>{_DETERMINERS}) )?(?P<num>{NUMBER}) (?P<more>other |more |further |additional )?"
    rf"(?P<mods>{MODIFIERS})(?P<head>{MANY}|{ONE}|{STAFF}|{WEAK}|{_POLICE_ALONE})(?![\w-])",
    re.I,
)
# "a serving constable", "another officer"
_SINGLE = re.compile(
    r"(?<![\w'’-])(?P<det>a second|a third|an?|another|the other|one other) "
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
    *words("received resigned retired remain remains continue continues work works stay stays await awaits are is"),
    *words("left quit still now also then later deny denies pleaded"),
    *("in the", r"[a-z]{3,}ed"),  # "all seven policed trains"
)
_BARE = re.compile(
    rf"{_START}(?P<det>all|the other|the remaining|another|a further|the|these|of the|of those) (?P<num>{NUMBER})"
    rf"(?=,? {_BARE_VERBS}\b|[,.;:]| from [A-Z])",
    re.I,
)
# "two of the eight officers", "one of them"
_PARTITIVE = re.compile(
    rf"{_START}(?P<num>{NUMBER}|another|one other) of (?:(?:the|those|these|its|our|her|his|their) )?"
    rf"(?P<whole>them|{NUMBER})?(?: ?(?P<mods>{MODIFIERS})(?P<head>{MANY}))?(?![\w-])",
    re.I,
)
# "Six are serving officers and the other has left", "nine officers, eight of them serving", "three of the four are
# former"
_PREDICATE = re.compile(
    rf"{_START}(?<!but )(?P<num>{NUMBER})(?: of (?:the|those) (?P<whole>{NUMBER}))? "
    r"(?P<mods>(?:of (?:them|whom) (?:(?:are|were|is|was|remain) )?|(?:are|were|is|was|remain) )"
    r"(?:still |now |all |both )*(?:serving|current|former|retired))"
    rf"(?: (?P<head>{MANY}|{ONE}))?(?!\w)",
    re.I,
)
# "Five are constables and two are civilian detention officers"
_ARE = re.compile(
    rf"{_START}(?P<num>{NUMBER}) (?:of them )?(?:are|were) "
    rf"(?P<mods>(?:serving |former |retired |civilian |detention )*)(?P<head>{MANY})(?![\w-])",
    re.I,
)
# "The other is a sergeant who retired in January", "two men, one a serving constable"
_IS_ONE = re.compile(
    r"(?<!\w)(?P<num>the other|another|one|the third|the fourth|the fifth|the sixth|the last)"
    rf"(?:,| (?:of (?:them|whom) )?(?:is|was|being))? an? (?P<mods>{MODIFIERS})(?P<head>{ONE}|{STAFF})(?![\w-])",
    re.I,
)
# "one who has quit", "one of whom had by then retired", "and one former one", "six serving and one former"
_ONE_LEFT = re.compile(
    rf"{_START}(?P<num>both|all {NUMBER}|{NUMBER}) (?:of (?:whom|them) )?(?P<mods>"
    r"(?:who )?(?:has|have|had)(?: (?:by then|since|already|now|long since))? (?:left|quit|retired|resigned|gone)\b"
    r"(?! (?:the )?(?:group|chat|room|court|thread|channel|scene|on|to)\b)"
    r"|who (?:retired|resigned|quit|left (?:the (?:force|police|service|job)|policing))\b"
    r"|former(?= ones?\b)|former(?=[.,;]| of\b))",
    re.I,
)
_GONE = (
    r"(?:(?:has|had|have) (?:since |already |now |both |all )*(?:left|resigned|retired|quit)\b"
    r"|(?:since |later )?(?:retired|resigned) (?:from|in|last)\b"
    r"|(?:since |later )?(?:left|quit) (?:the (?:force|service|police|job|department)|policing|for an?|in \d{4}|last)"
    r"\b)"
)
# "the other has since resigned", "while one retired from the force in January", "The other two have left"
_LEAVER = re.compile(
    rf"(?<!\w)(?P<num>the other|another|one|the third|the fourth)(?= {_GONE})",
    re.I,
)
# What a clause that begins with a bare number follows
_CLAUSE = (
    r"(?:(?<![^\n])|(?<=[.!?;:,] )|(?<=[.!?][\"”] )|(?<=and )|(?<=while )|(?<=but )|(?<=whereas )|(?<=\) )"
    r"|(?<=of whom ))"
)
_DONE_TO = one_of(
    *words("suspended dismissed charged arrested sacked fired placed moved served interviewed cleared told removed"),
    *words("reassigned taken put stood convicted jailed sentenced acquitted bailed fined notified barred reinstated"),
    *("given (?!back|by|to)", "handed (?!in|over|to)", "found (?:to have|guilty)", "restricted", "transferred"),
)
_DO = one_of(
    *("(?:now |still |also |will |must |also )*face", "(?:are|is|were|was) (?:now |still |also )?(?:on|under) "),
    *("(?:will |must )?(?:appear|attend|receive) ", "remain", "(?:are|is) (?:still |now )?at work"),
    *("still (?:work|serve)s?", "received", "pleaded", "den(?:y|ied|ies)", "await", "continue", "admitted", _GONE),
    *("(?:are|is) (?:still |now |also )*(?:serving|employed|suspended)", "are due "),
)
# "Four have been suspended, three moved to other roles", "Eleven are under investigation", "Two left the force"
_ACTED = re.compile(
    rf"{_CLAUSE}(?P<num>{NUMBER})(?P<more> more| others?)?(?=,? (?:of them |also |who |each )?"
    rf"(?:(?:has|have|had|was|were|are|is|will be|being)(?: (?:also|now|since|already|all|both|later))?"
    rf"(?: been| being)? {_DONE_TO}|{_DO})\b)",
    re.I,
)
# "Three more, whose names were given, each serve 30 days"
_MORE_WHO = re.compile(rf"{_CLAUSE}(?P<num>{NUMBER})(?P<more> more| others?)(?=, (?:who|whose|all|both|each)\b)", re.I)
# "Three have been suspended and two placed on restricted duties"
_AND_ACTED = re.compile(
    rf"(?:(?<=and )|(?<=while )|(?<=, ))(?P<num>{NUMBER})(?= (?:(?!told|cleared of)(?:{_DONE_TO}))\b)", re.I
)
# "Two were under investigation. That had become five by October", "It has since grown to nine"
_BECAME = re.compile(
    r"(?:(?<![^\n])|(?<=[.!?;:,] )|(?<=and )|(?<=but ))"
    r"(?:That|It|They|(?:The|That|Their) (?:number|figure|total|tally|count))"
    r" (?:(?:ha[sd]|have) )?(?:since |now |soon |later |already )?"
    r"(?:become|became|(?:grown?|grew|ris(?:en|es)|rose|swollen|swelled|climbed|crept up|gone up|went up) to|reached)"
    rf" (?P<num>{NUMBER})(?=[.,;:]| (?:by|in|within|when|after|as|on|and|officers?)\b)",
    re.I,
)
# "five serving gardaí and one retired member of the force"
_ONE_FORMER = re.compile(
    rf"{_START}(?P<num>one|two) (?P<mods>(?:now )?(?:former|retired|ex-|serving) ?)"
    r"(?P<head>members?|employees?|colleagues?)"
    r"(?! of (?:(?:the|police|civilian) )?(?:public|parliament|group|staff))(?![\w-])",
    re.I,
)
# "Both have since resigned."
_BOTH = re.compile(
    rf"{_CLAUSE}(?P<num>both)(?= (?:has|have|had|are|were|den(?:y|ied)|admitted|will|face|now|later|pleaded|also|"
    r"resigned|retired|left|remain|received)\b)",
    re.I,
)
# "along with four of his old team"
_TEAM = re.compile(
    rf"{_START}(?P<num>(?!one\b){NUMBER}) of (?:his|her|their) "
    r"(?P<mods>(?:former |old |ex-|fellow |then |junior |own )*)"
    r"(?P<head>colleagues|workmates|co-?workers|team|team-?mates|shift|squad|unit|officers|constables)(?![\w-])",
    re.I,
)
# "a fifth walked away", "the third officer, …", "the fifth officer to be sacked"
_ORDINAL = re.compile(
    rf"(?<!\w)(?P<det>an?|the) (?P<nth>second(?= \w)|{one_of(*ORDINALS[1:])})"
    rf"(?: (?P<mods>{MODIFIERS})(?P<head>{ONE}|{WEAK_ONE}))?"
    r"(?= (?:is|was|has|had|will|walked|resigned|retired|faces|faced|received|got|left|over|under|to (?:be|face|lose|"
    r"appear|go|stand|leave|have)|,)|,)",
    re.I,
)
# "the trio", "a pair of serving officers", "both former constables"; "Trio charged" in a headline
_COLLECTIVE = re.compile(
    r"(?:(?<!\w)(?P<det>the|a|this|that|both) |(?<![^\n])(?-i:(?=[DPQT])))"
    rf"(?:(?P<num>pair|duo|trio|quartet|quintet|(?<!a )couple(?! of))(?: of (?P<mods>{MODIFIERS})(?P<head>{MANY}))?"
    rf"|(?<=both )(?P<both>{MODIFIERS})(?P<head2>{MANY}))(?!\w)",
    re.I,
)
COLLECTIVES = {"both": 2, "couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}

# In the order they are tried: of two that overlap, the earlier one stands.
FORMS = {
    "collective": _COLLECTIVE,
    "predicate": _PREDICATE,
    "are": _ARE,
    "is_one": _IS_ONE,
    "team": _TEAM,
    "partitive": _PARTITIVE,
    "elliptic": _ELLIPTIC,
    "ordinal": _ORDINAL,
    "group": _GROUP,
    "single": _SINGLE,
    "bare": _BARE,
    "one_left": _ONE_LEFT,
    "leaver": _LEAVER,
    "both": _BOTH,
    "acted": _ACTED,
    "and_acted": _AND_ACTED,
    "more_who": _MORE_WHO,
    "one_former": _ONE_FORMER,
    "became": _BECAME,
}

# "Ex-sergeant and two constables sentenced", "PC jailed over texts": what opens a headline needs no article
_VERBS = one_of(
    *words("Dismissed Sacked Fired Jailed Charged Convicted Guilty Suspended Arrested Faces Cleared Admits Accused"),
    *words("Sentenced Resigns Resigned Found Placed Under Over Who And In To On Barred Spared Pleads Banned Quits"),
)
OPENING = re.compile(
    rf"(?P<mods>{MODIFIERS})(?P<head>{ONE})(?=,? (?-i:[a-z‘'“\"]|{_VERBS}\b)|,)(?! (?:says|tells|warns|of)\b)", re.I
)

# What a form may begin with, where that is not a number alone
_A_NUMBER = "a number"
_FIRST_WORDS = {
    "collective": words("the a this that both pair duo trio quartet quintet"),
    "is_one": words("the another one"),
    "partitive": (_A_NUMBER, "another"),
    "ordinal": words("a an the"),
    "group": (_A_NUMBER, *words("all both the these those another a other additional one")),
    "single": words("a an another the one"),
    "bare": words("all the another a these of"),
    "one_left": (_A_NUMBER, *words("both all")),
    "leaver": words("the another one"),
    "both": ("both",),
    "became": words("that it they the their"),
}
_ANY_FIRST_WORD = frozenset(chain(*_FIRST_WORDS.values()))


def counted(text: str) -> Iterator[tuple[str, re.Match]]:
    """The matches of each form in turn, with its name. Each is tried only where a word stands that it may begin with:
    seventeen patterns over every character were a fifth of the time that reading takes.
    """
    numbers = set(numbers_in(text))
    begins = [
        (start, {word, _A_NUMBER} if start in numbers else {word})
        for start, word in words_in(text)
        if start in numbers or word in _ANY_FIRST_WORD
    ]
    for form, pattern in FORMS.items():
        reached, first_words = 0, frozenset(_FIRST_WORDS.get(form, (_A_NUMBER,)))
        for start, here in begins:
            if start >= reached and not first_words.isdisjoint(here) and (match := pattern.match(text, start)):
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
