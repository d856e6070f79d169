"""Who was harmed, whose messages they were about, and who is related to them, by the words around a name."""

import re

from cuttings.extract.patterns import one_of, words

_HONORIFIC = "(?:Mr |Mrs |Ms |Miss |Dr )?"

# Family
_KIN = one_of(
    *words("mother father mum mom dad widow widower wife husband partner fianc[ée]e? son daughter brother sister"),
    *words("parents? aunt uncle cousin grand(?:mother|father|son|daughter) step(?:mother|father|son|daughter)"),
    *("relatives?", "ex-(?:wife|husband|partner|girlfriend|boyfriend)", "girlfriend", "boyfriend", "niece", "nephew"),
    *("(?:step|god)(?:son|daughter)", r"(?:mother|father|brother|sister|son|daughter)-in-law"),
)
_FAMILY_BEFORE = re.compile(
    rf"\b{_KIN}(?: of [A-Z][\w’' -]+)?,? (?:[A-Z]\w+ and )?{_HONORIFIC}$"
    rf"|\b(?:married(?: to)?|marriage to|engaged to|wed|divorced) {_HONORIFIC}$"
)
_FAMILY_AFTER = re.compile(
    rf",(?: \d\d,)? (?:(?:the|his|her|their|whose|[A-Z]\w+['’]s) )?{_KIN}\b"  # ", 52, her mother"
    r"|(?:,? \d\d,)? whose (?:son|daughter|sister|brother|wife|husband|mother|father)\b"
)

# Victims, and who harmed them
_HARM = one_of(
    *words("killed murdered stabbed abducted raped attacked assaulted shot injured harassed abused mocked targeted"),
    *words("kidnapped bullied died handcuffed tasered groomed strip-searched"),
)
_AGE = r"(?:, (?:aged )?\d\d| \(\d\d\))?"
_THEIRS = one_of(
    *words(
        "photo(?:graph)?s? pictures? images? bod(?:y|ies) remains disability accent religion injuries corpse mugshot"
    ),
)
_ABUSE = one_of(
    *words("messages? jokes? abuse comments? remarks? posts? memes? texts? taunts? slurs? insults? ridicule mockery"),
    *words("banter images? pictures? stickers? videos?"),
)
# "died", and other ends that no officer in question is told of
_DIED = re.compile(
    rf"{_AGE},? (?:who )?(?:had )?(?:died|drowned|(?:taken?|took) (?:his|her) own life|was found (?:dead|hanged)|"
    r"collapsed and died|was pronounced dead|bled to death)\b"
)
_CASUALTY = one_of(*words("man woman girl boy teenager driver motorcyclist pedestrian cyclist"))
_DEAD_BEFORE = re.compile(rf"\b(?:dead|injured|deceased|stricken) {_CASUALTY}(?: was|,)? $")
_MOCKED = one_of(
    *words("mocked ridiculed nicknamed called insulted filmed photographed joke butt subject target"), "laughed at"
)
_CALLED_NAMES = one_of(
    *words("called labelled branded compared depicted nicknamed dubbed"), "described as", "referred to as"
)
_AMONG_THEM = r"(?:in the (?:group|chat|messages|thread|posts)|by (?:his |her |their )?colleagues)"
_FOUL = r"(?:abusive|racist|sexist|homophobic|explicit|sexual|threatening|obscene|indecent|unsolicited|offensive)"
_VICTIM_AFTER = re.compile(
    # " and Jo Vale were later murdered"
    r"(?:,[^.,]{0,40},|,(?= who))?(?: and [A-Z][\w’' -]+)? (?:who )?(?:was|were|had been|has been) "
    rf"(?:\w+ ){{0,2}}{_HARM}\b"
    # ", the officer the posts were about"
    r"|, the (?:\w+ )?(?:officer|constable|sergeant|one|man|woman|colleague) (?:(?:who|whom|that) )?"
    r"(?:the|these|those) (?:posts?|messages?|jokes?|texts?|images?) (?:was|were) (?:about|aimed at|directed at)\b"
    # ", whose picture was shared", ", the butt of the jokes", " discovered that she had been nicknamed …"
    rf"|{_AGE}, whose (?:\w+ )?{_THEIRS} (?:was|were|had been|has been|is|are|appears?|appeared)\b"
    rf"|{_AGE}, whose (?:\w+ )?(?:case|ordeal|assault|disability|death) (?:was|were|had been) (?:\w+ )?"
    r"(?:discussed|shared|mocked|joked about|ridiculed|passed (?:round|around|on)|laughed at)\b"
    rf"|{_AGE},? (?:who (?:was|had been) |was |had been |became )?the (?:main |chief )?"
    rf"(?:target|subject|butt|object|focus|recipient) of (?:\w+ ){{0,4}}?{_ABUSE}\b"
    r"|,? (?:who )?(?:had )?(?:found out|discovered|learn(?:ed|t)|realised|was told) (?:that )?(?:she|he) "
    rf"(?:was|had been) (?:\w+ ){{0,3}}?{_MOCKED}\b"
    # ", who was called … in the group", ", who was sent obscene messages", ", who appears in two of the videos"
    rf"|, who (?:was|had been) {_CALLED_NAMES} [^.;]{{0,50}}?{_AMONG_THEM}\b"
    rf"|(?:, [^.;]{{2,60}},)? (?:was|had been|was being) {_CALLED_NAMES} [^.;]{{0,50}}?{_AMONG_THEM}\b"
    rf"|, who (?:received|was sent|had been sent) (?:\w+ ){{0,2}}?{_FOUL} (?:\w+ )?{_ABUSE}\b"
    rf"|, who (?:appears|appeared|features|featured|is seen|is pictured) in (?:\w+ ){{0,3}}?{_ABUSE}\b"
    r"|['’]s (?:killer|murder(?:er)?|death|rape|rapist|body|injuries|attacker|stabbing)\b"
    r"|(?:, \d\d)?,? (?:who )?(?:has |had )?waived (?:her|his|their) (?:right to |legal )*anonymity",
)
_SOMEBODY = (
    r"(?:an?|their|his|her|one) (?:[\w-]+ ){0,3}"
    r"(?:colleague|officer|recruit|constable|sergeant|trainee|probationer|woman|man|teenager|girl|boy|student)"
)
_VICTIM_BEFORE = re.compile(
    one_of(
        r"(?:victims?|complainant)(?: [\w-]+)?,? ",
        "[Tt]he recipient(?: of the messages)?, ",
        "(?:woman|man|girl|teenager|mother),? (?:known|referred to|identified)(?: only| here)? as ",
        "(?:murders?|killing|death|rape|abduction|stabbing|shooting|abuse|harassment) of ",
        rf"{_HARM}(?:, \w+)*(?:,? and \w+)? (?:student |teenager |schoolgirl |\w+-year-old )?",
        "attack on ",
        "(?:body|remains|corpse) of ",
        rf"(?:referred to|likened|compared|mocked|ridiculed|insulted|about) {_SOMEBODY}, ",
        r"(?:messages?|texts?|e-?mails?|abuse|threats?|photographs?) (?:\w+ )?(?:to|at) ",
        r"(?:photo(?:graph)?s?|pictures?|images?|videos?|memes?) of (?:\w+ )?",
        "(?:mocking|about|insulted|insulting|mocked|ridiculed|ridiculing|concerned|concerning|targeted|targeting) ",
    )
    + f"{_HONORIFIC}$"
)
# "a complaint about Sgt Vale" harms nobody
_NO_HARM = one_of(
    *words("complain(?:ts?|ed|ing) concerns? concerned hearing evidence questions? questioned allegations? claims?"),
    *words("report(?:s|ed)? information told asked asking worried spoke speaking inquiry investigation case statement"),
    *words("truth facts? decision article story something anything nothing film documentary"),
)
_SPOKEN_OF = re.compile(rf"\b{_NO_HARM} (?:\w+ )?(?:about|concerning) {_HONORIFIC}$")
_KILLER_AFTER = re.compile(r" (?:stabbed|killed|murdered|raped|abducted|attacked)\b")
_KILLER_BEFORE = re.compile(r"(?:killed|stabbed|murdered|attacked) (?:to death )?by |killer,? (?:\w+ )?$")

# Whom the messages were about: "messages about a gay recruit", "mocked their station commander"
_AIMED = re.compile(
    r"\b(?:about|mock(?:ed|ing)|ridicul(?:ed|ing)|insult(?:ed|ing)|abus(?:ed|ing)|target(?:ed|ing)|harass(?:ed|ing)) "
    r"(?:an?|their|his|her) (?:[\w-]+ ){0,3}?(recruit|colleague|trainee|constable|sergeant|inspector|commander|"
    r"superintendent|probationer|complainant|neighbour|neighbor|teenager|schoolboy|schoolgirl|student)\b"
)
# "the recruit, "
_CALLED = re.compile(r"\b(?:the|their|his|her) (?:[\w-]+ )?(\w+),? (?:named )?(?:Mr |Mrs |Ms |Miss )?$")


def aimed_at(text: str) -> set[str]:
    """What those are called whom the messages were about, by the words of an article.

    >>> aimed_at("The pair sent texts about a gay recruit.")
    {'recruit'}
    """
    return {match[1] for match in _AIMED.finditer(text)}


def is_aimed_at(before: str, nouns: set[str]) -> bool:
    """Whether the words before a name call somebody by one of these: "the recruit, "."""
    told = _CALLED.search(before)
    return told is not None and told[1] in nouns


def of_harm(before: str, after: str) -> list[str]:
    """``family``, ``victim``, ``dead``, ``killer``: what the words right before and after a name say of harm.

    >>> of_harm("his mother, ", ", who spoke"), of_harm("the murder of ", " in May")
    (['family'], ['victim'])
    """
    found = []
    if _FAMILY_BEFORE.search(before) or _FAMILY_AFTER.match(after):
        found.append("family")
    if _VICTIM_AFTER.match(after) or (_VICTIM_BEFORE.search(before) and not _SPOKEN_OF.search(before)):
        found.append("victim")
    if _DIED.match(after) or _DEAD_BEFORE.search(before):
        found.append("dead")
    if _KILLER_AFTER.match(after) or _KILLER_BEFORE.search(before):
        found.append("killer")
    return found
