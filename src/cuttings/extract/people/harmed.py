"""Who was harmed, whose messages they were about, and who is related to them, by the words around a name."""

import re

from cuttings.extract.patterns import Sought, one_of, words

_HONORIFIC = "(?:Mr |Mrs |Ms |Miss |Dr )?"

# Family
_KIN = one_of(
    *words("mother father mum mom dad widow widower wife husband partner fianc[ée]e? son daughter brother sister"),
    *words("parents? aunt uncle cousin grand(?:mother|father|son|daughter) step(?:mother|father|son|daughter)"),
    *("relatives?", "ex-(?:wife|husband|partner|girlfriend|boyfriend)", "girlfriend", "boyfriend", "niece", "nephew"),
    *("(?:step|god)(?:son|daughter)", r"(?:mother|father|brother|sister|son|daughter)-in-law"),
)
# … but not "his shift partner, Jo Vale"
_AT_WORK = "".join(f"(?<!{word} )" for word in words("shift patrol squad car crew business duty beat"))
_HARMED_ONE = one_of(
    *words("dead man woman boy girl teenager victim student pupil prisoner driver motorist couple"),
)
_FAMILY_BEFORE = re.compile(
    rf"\b{_AT_WORK}{_KIN}(?: of (?:[A-Z]|(?:one|(?:the|an?|one of the)(?: \w+)?) {_HARMED_ONE}\b)[\w’' -]*)?,? "
    rf"(?:[A-Z]\w+ and |\d\d-year-old )?{_HONORIFIC}$"
    rf"|\b(?:married(?: to)?|marriage to|engaged to|wed|divorced) {_HONORIFIC}$"
)
_FAMILY_AFTER = re.compile(
    rf",(?: \d\d,)? (?:(?:the|his|her|their|whose|[A-Z]\w+['’]s|the (?:[\w-]+ ){{1,2}}[\w-]+['’]s?|"
    rf"the [\w-]+['’]s?) )?{_KIN}\b"  # ", 52, her mother"
    r"|(?:,? \d\d,| \(\d\d\),)?(?:,? (?:of|from) [^,.;]{2,40},)? whose (?:(?:late|younger|older|elder|"
    r"twin) )?(?:son|daughter|sister|brother|wife|husband|mother|father)\b"
    rf"|(?:,? \d\d)?, who lost (?:her|his|their|a|an|two|three|four|several|both) (?:\w+ )?{_KIN}s?\b"
)

# Between somebody and a relative who is named: "Mr Vale's younger sister, Jo Lunt"
IS_KIN = re.compile(
    rf"['’]s? (?:(?:late|former|estranged|grieving|elderly|younger|older|elder|twin|eldest|youngest|"
    rf"only) )?{_KIN},? {_HONORIFIC}"
)

# "The family of Jo Vale"
_KIN_OF = re.compile(rf"\b(?:family|relatives|parents|friends|loved ones|{_KIN}) of (?:the late )?{_HONORIFIC}$")

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
    r"|(?:, \d\d)?,? (?:who )?(?:has |had )?waived (?:her|his|their) (?:right to |legal )*anonymity"
    # ", who won an employment tribunal", " was awarded £90,000"
    rf"|{_AGE},? (?:who )?(?:had |has |was |were )?(?:won|awarded|received|accepted|been awarded|paid) "
    rf"(?:[\w£$€,.-]+ ){{0,4}}?"
    r"(?:compensation|damages|payout|settlement)\b",
)
_SOMEBODY = (
    r"(?:an?|their|his|her|one) (?:[\w-]+ ){0,3}"
    r"(?:colleague|officer|recruit|constable|sergeant|trainee|probationer|woman|man|teenager|girl|boy|student)"
)
_VICTIM_BEFORE = Sought(
    one_of(
        r"(?:victims?|complainant)(?: [\w-]+)?,? ",
        "[Tt]he recipient(?: of the messages)?, ",
        "(?:woman|man|girl|teenager|mother),? (?:known|referred to|identified)(?: only| here)? as ",
        "(?:murders?|killing|death|rape|abduction|stabbing|shooting|abuse|harassment) of ",
        rf"{_HARM}(?:, \w+)*(?:,? and \w+)? (?:student |teenager |schoolgirl |\w+-year-old )?",
        "attack on ",
        r"(?:compensation|damages|payout|settlement|redress)(?: of [£$€][\d,.]+\w*(?: million)?)? (?:to|for|with) "
        r"(?:(?:an?|the|its) (?:former |serving |ex-|female |black |gay |retired )*(?:[\w-]+ ){0,2}[\w-]+,? )?",
        r"apologi[sz]ed (?:in person |publicly |unreservedly |again )*to ",
        "(?:body|remains|corpse) of ",
        rf"(?:referred to|likened|compared|mocked|ridiculed|insulted|about) {_SOMEBODY}, ",
        r"(?:messages?|texts?|e-?mails?|abuse|threats?|photographs?) (?:\w+ )?(?:to|at) ",
        r"(?:photo(?:graph)?s?|pictures?|images?|videos?|memes?) of (?:\w+ )?",
        rf"(?:{_ABUSE}|things|wrote|written|jok(?:ed?|ing)|gossip(?:ed)?|rumours?|nicknames?|posted|texted|messaged|"
        rf"laugh(?:ed|ing)|fantasi\w+|lies|boasted|bragged|rants?)(?: [\w’'-]+){{0,6}}? about ",
        "(?:mocking|insulted|insulting|mocked|ridiculed|ridiculing|concerned|concerning|targeted|targeting) ",
    )
    + f"{_HONORIFIC}$"
)
# "jokes about Jo Vale's disabled son, "
_KIN_MOCKED = re.compile(
    r"\b(?:mock(?:ed|ing)|insult(?:ed|ing)|ridicul(?:ed|ing)|about|concern(?:ed|ing)|target(?:ed|ing)|abus(?:ed|"
    r"ing)|at) "
    rf"(?:[A-Z][\w’'-]+ ){{1,3}}?[A-Z][\w-]+['’]s? (?:[\w-]+ )?(?:{_KIN},? )?$"
)
# "PC Jo Vale said she had been left humiliated"
_HURT = re.compile(
    rf"{_AGE},?(?: who)? (?:said|told [\w’' -]{{2,30}}|says|described how)(?: that)? (?:it|they|the (?:messages|"
    rf"posts|jokes|chat|abuse))? ?"
    r"(?:(?:she|he) )?(?:had |was |felt |has |were |been |left |made |feel |feeling |him |her |still )+(?:\w+ly )?"
    r"[\"“‘']?(?:broken|humiliated|devastated|shattered|degraded|violated|ostraci[sz]ed|belittled|isolated|worthless|"
    r"singled out|bullied|mocked|harassed|dehumani[sz]ed|traumati[sz]ed by (?:the|what))\b"
)
# ", who had reported a burglary", " told the hearing that she had been sent …"
_ASKED_FOR_HELP = re.compile(
    rf"{_AGE},? (?:who )?(?:had )?(?:reported (?!the (?:group|chat|messages|matter|posts))|"
    r"(?:rang|phoned|called|dialled|contacted) (?:the )?(?:police|999|911|000|111|officers|"
    r"force)\b)[^.,;]{0,40}?\b(?:burglary|break-in|assault|attack|rape|raped|abuse|stalk\w+|theft|mugging|"
    r"harassment|violence|999|for help)\b"
    r"| told (?:the |a )?(?:\w+ )?(?:hearing|court|jury|panel|tribunal|inquiry)(?: how| that)? (?:she|he) (?:was|"
    r"had been) "
    r"(?:\w+ )?(?:sent|groped|touched|abused|assaulted|raped|bullied|mocked|ridiculed|humiliated|harassed|stalked|"
    r"propositioned)\b"
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

# "the woman who was burgled, known to the hearing as Ms C", "a junior colleague referred to as Officer A"
_HARMED = r"girl|boy|teenager|colleague|recruit|complainant|victim|patient|trainee|cadet|student|detainee|probationer"
_WITHHELD = re.compile(
    r"\b(?:(?:(?:woman|man|women|men),? (?:(?:at|about|of|to) )?(?:who|whom|that)\b|" + _HARMED + r")"
    r"[^.;\n]{0,90}?\b(?:known|knows|refer(?:red|s) to|identified)"
    rf"|(?:{_HARMED}),? [^.;\n]{{0,60}}?\bgranted anonymity)"  # but "a man who was granted anonymity as Officer J"
    r"(?: (?:only|here|simply|publicly))?(?: (?:to|at|by|in|during) (?:the )?(?:\w+ ){1,2})? ?as $"
)
# "a woman whom we are calling Beth"
_PSEUDONYM = re.compile(
    r"\b(?:woman|girl|mother|teenager|student|victim|man|boy),? (?:who(?:m)? )?"
    r"(?:we are|we['’]re|we will|we have|I am|I will|I have) (?:call(?:ing|ed)?|nam(?:ing|ed)) (?:her |him )?$"
    r"|\b(?:woman|women|girls?|mother|teenager|students?|victims?|complainants?)\b[^\n]{0,110}\b"
    r"(?:we|I)(?: will|['’]ll| am|['’]m| are|['’]re| have|['’]ve) (?:call(?:ing|ed)?|nam(?:ing|ed)) (?:her|him) $"
)
# Whom the messages were about: "messages about a gay recruit", "mocked their station commander"
_AIMED = Sought(
    r"\b(?:about|mock(?:ed|ing)|ridicul(?:ed|ing)|insult(?:ed|ing)|abus(?:ed|ing)|target(?:ed|ing)|harass(?:ed|ing)) "
    r"(?:an?|their|his|her) (?:[\w-]+ ){0,3}?(recruit|colleague|trainee|constable|sergeant|inspector|commander|"
    r"superintendent|probationer|complainant|neighbour|neighbor|teenager|schoolboy|schoolgirl|student|"
    r"shopkeeper|barber|baker|driver|cleaner|clerk|waiter|waitress|nurse|teacher|imam|rabbi|vicar|pensioner|landlord|"
    r"landlady|publican|restaurateur|motorist|prisoner|detainee|doctor|councillor|journalist|reporter|campaigner|"
    r"volunteer|receptionist|dispatcher|refugee|boy|girl|couple|mother|father|widow)\b"
)
# "the recruit, "
_CALLED = re.compile(
    r"\b(?:the|their|his|her|The(?! (?:[\w-]+ )?(?:recruit|colleague|trainee|constable|sergeant|inspector|commander|"
    r"superintendent|probationer)\b)) (?:[\w-]+ )?(\w+),? (?:named )?(?:Mr |Mrs |Ms |Miss )?$"
)


def aimed_at(text: str) -> set[str]:
    """What those are called whom the messages were about, by the words of an article.

    >>> aimed_at("The pair sent texts about a gay recruit.")
    {'recruit'}
    """
    return {match[1] for match in _AIMED.in_lines(text)}


def is_aimed_at(before: str, nouns: set[str]) -> bool:
    """Whether the words before a name call somebody by one of these: "the recruit, "."""
    told = _CALLED.search(before)
    return told is not None and told[1] in nouns


def is_withheld(before: str) -> bool:
    """Whether the words before a letter or a first name tell of somebody harmed, whose name is kept back.

    >>> is_withheld("the woman who was burgled, known to the hearing as "), is_withheld("a sergeant known as ")
    (True, False)
    """
    return _WITHHELD.search(before) is not None or _PSEUDONYM.search(before) is not None


def of_harm(before: str, after: str, later: bool = False) -> list[str]:
    """What the words right before and after a name say of harm: ``family``, ``victim``, ``mocked`` (a relative of
    somebody well known), ``kin_of`` (whose relatives are told of), ``dead``, ``killer``.

    ``later``: the name is a surname alone, of somebody named before, whom no comma sets beside a relative ("to report
    her husband, Vale wrote").

    >>> of_harm("his mother, ", ", who spoke"), of_harm("the murder of ", " in May")
    (['family'], ['victim'])
    """
    found = []
    if _KIN_MOCKED.search(before):
        found.append("mocked")
    elif (_FAMILY_BEFORE.search(before) and not (later and before.endswith(", "))) or _FAMILY_AFTER.match(after):
        found.append("family")
    if _ASKED_FOR_HELP.match(after) or _HURT.match(after):
        found.append("victim")
    if _KIN_OF.search(before):
        found.append("kin_of")
    if _VICTIM_AFTER.match(after) or (_VICTIM_BEFORE.search(before) and not _SPOKEN_OF.search(before)):
        found.append("victim")
    if _DIED.match(after) or ("family" not in found and _DEAD_BEFORE.search(before)):
        found.append("dead")
    if _KILLER_AFTER.match(after) or _KILLER_BEFORE.search(before):
        found.append("killer")
    return found
