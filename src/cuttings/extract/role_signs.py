"""The words around a name that tell what part somebody plays: harmed, or related to them, police, an official."""

import re

from cuttings.extract.patterns import WORD, one_of, words

_HONORIFIC = "(?:Mr |Mrs |Ms |Miss |Dr )?"

# Family
_KIN = one_of(
    *words("mother father mum mom dad widow widower wife husband partner fianc[ée]e? son daughter brother sister"),
    *words("parents? aunt uncle cousin grand(?:mother|father|son|daughter) step(?:mother|father|son|daughter)"),
    "relatives?",
)
_FAMILY_BEFORE = re.compile(rf"\b{_KIN}(?: of [A-Z][\w’' -]+)?,? {_HONORIFIC}$")
_FAMILY_AFTER = re.compile(
    rf",(?: \d\d,)? (?:(?:the|his|her|their|whose|[A-Z]\w+['’]s) )?{_KIN}\b"  # ", 52, her mother"
    r"|(?:,? \d\d,)? whose (?:son|daughter|sister|brother|wife|husband|mother|father)\b"
)

# Victims, and who harmed them
_HARM = one_of(
    *words("killed murdered stabbed abducted raped attacked assaulted shot injured harassed abused mocked targeted"),
    *words("kidnapped bullied died"),
)
_VICTIM_AFTER = re.compile(
    # " and Jo Vale were later murdered"
    r"(?:,[^.,]{0,40},)?(?: and [A-Z][\w’' -]+)? (?:who )?(?:was|were|had been|has been) "
    rf"(?:\w+ ){{0,2}}{_HARM}\b"
    # ", the officer the posts were about"
    r"|, the (?:\w+ )?(?:officer|constable|sergeant|one|man|woman|colleague) (?:(?:who|whom|that) )?"
    r"(?:the|these|those) (?:posts?|messages?|jokes?|texts?|images?) (?:was|were) (?:about|aimed at|directed at)\b"
    r"|['’]s (?:killer|murder(?:er)?|death|rape|rapist|body|injuries|attacker|stabbing)\b"
    r"|(?:, \d\d)?,? (?:who )?(?:has |had )?waived (?:her|his|their) (?:right to |legal )*anonymity",
)
_VICTIM_BEFORE = re.compile(
    one_of(
        r"(?:victims?|complainant)(?: [\w-]+)?,? ",
        "[Tt]he recipient(?: of the messages)?, ",
        "(?:woman|man|girl|teenager|mother),? (?:known|referred to|identified)(?: only| here)? as ",
        "(?:murders?|killing|death|rape|abduction|stabbing|shooting|abuse|harassment) of ",
        rf"{_HARM}(?:, \w+)*(?:,? and \w+)? (?:student |teenager |schoolgirl |\w+-year-old )?",
        "attack on ",
        r"(?:messages?|texts?|e-?mails?|abuse|threats?|photographs?) (?:\w+ )?(?:to|at) ",
        r"(?:photo(?:graph)?s?|pictures?|images?|videos?|memes?) of (?:\w+ )?",
        "(?:mocking|about|insulted|insulting|mocked|ridiculed|ridiculing|concerned|concerning|targeted|targeting) ",
    )
    + f"{_HONORIFIC}$"
)
_KILLER_AFTER = re.compile(r" (?:stabbed|killed|murdered|raped|abducted|attacked)\b")
_KILLER_BEFORE = re.compile(r"(?:killed|stabbed|murdered|attacked) (?:to death )?by |killer,? (?:\w+ )?$")

# Police
_OFFICER = (
    r"(?:(?:special |police |detective |trainee |student )?"
    r"(?:constable|sergeant|inspector|officer|policeman|policewoman|detective|trooper|PC|DC|garda|deputy))"
)
# ", 34, who was a police constable", ", both former detectives"
_OFFICER_AFTER = re.compile(
    r"(?:, (?:aged )?\d\d,?|,) (?:(?:all |both )(?:of them )?)?"
    r"(?:who is |then as now |now |then |(?P<was>who was (?=an? )|once |formerly |previously ))?(?:an? |the )?"
    rf"(?P<former>former |ex-|retired )?(?:{WORD} ){{0,4}}?{_OFFICER}s?\b",
    re.I,
)
# "Jo Vale, 33, was a constable in the same office until …"
_WAS_OFFICER = re.compile(
    rf"(?:, (?:aged )?\d\d,)? (?:is|was|had been|worked as|served as) an? (?:{WORD} ){{0,3}}?{_OFFICER}\b(?!['’])"
    r"(?P<then>[^.;]{0,60}\b(?:at the time|until|before (?:he|she) left|has since left|had since left))?",
    re.I,
)
# "former Harrowmere constable ", "ex-colleague "
_OFFICER_BEFORE = re.compile(
    rf"(?P<former>\b(?:former|ex|retired)[- ])?(?:{WORD} )?{_OFFICER}s?(?: (?:of|at|from|on|in) [^.,;]{{0,50}},|,)? $"
    r"|(?P<colleague>\b(?:former|ex)[- ]colleague )$",
    re.I,
)
# ", solicitor for PC", ", who reported the constable": another than the officer
_FOR_AN_OFFICER = re.compile(
    r"(?:, (?:aged )?\d\d)?,? "
    r"(?:(?:the |an? )?(?:\w+ ){0,2}(?:solicitor|barrister|lawyer|counsel|attorney|advocate|acting) (?:for|of)"
    r"|(?:who )?(?:first |had )?(?:reported|accused|exposed|complained (?:about|of)|met|married)) "
)
_OTHER_OFFICERS = words(
    "monitoring press fire prison returning medical council probation immigration customs information welfare "
    "executive housing"
)
_NOT_POLICE = re.compile(rf"\b{one_of(*_OTHER_OFFICERS)} officer", re.I)
# Only of police can it be said in such a report that they are suspended, were dismissed, or left their force.
_EMPLOYED_AFTER = re.compile(
    r"(?:,[^.\n]{0,50},)? (?:(?:has|had|have) (?:since |already )?)?"
    + one_of(
        r"(?P<left>(?:resigned|retired|quit) from (?:the force|(?:[A-Z][\w’'-]+ ){1,3}(?:Police|Constabulary)))",
        r"(?:was|were|been|is|are|remains?) (?:also |now )?(?:dismissed|sacked|suspended|fired)\b",
    )
)
# What only police leave
_THEIR_FORCE = (
    r"(?:(?:the|the same|that|his|her) (?:force|police|service)|policing|the (?:Mounties|Met|Garda\w*|RCMP|NYPD|PSNI))"
)
_LEFT = re.compile(
    rf"\b(?:resigned|retired|quit|left (?:{_THEIR_FORCE}|(?:the|the same|that|his|her) job)|"
    r"had (?:already )?(?:left|gone)|"
    r"already gone|one of (?:those|the \w+) who (?:resigned|retired|left|quit)|"
    r"in (?:his|her) day|until (?:he|she|they) (?:left|went|took|drew)|"
    r"until (?:his|her) (?:retirement|resignation)|handed in (?:his|her) (?:notice|badge|warrant card|resignation)|"
    r"(?:took|drew|collected|put in for) (?:his|her) pension|"
    r"put in (?:his|her) (?:retirement )?papers|"
    r"gave up (?:his|her) (?:role|job|post|badge|warrant card))\b",
    re.I,
)
_OF_FORCE = re.compile(
    r"(?:, \d\d)?,? (?:(?:both|all) )?"
    r"(?:of|from|at|with|(?:who |all |both )?(?:serves?|served|works?|worked|belongs?) (?:in|with|for|to|at)) "
    r"(?:the )?(?:(?:Port|City|County) of )?(?:[A-Z][\w’'-]+ ){1,4}"
    r"(?:[Pp]olice|Constabulary|Sheriff['’]s Office|Police Service|Police Department|Police Force)\b"
)
# People of other jobs lose them too: "the councillor was suspended"
_OTHER_JOBS = one_of(
    *words("councillor cllr firefighter teacher headteacher nurse doctor soldier paramedic MP minister footballer"),
    *words("journalist campaigner"),
    "prison officer",
    *words("mayor alderman player coach vicar"),
)
_OTHER_JOB = re.compile(rf"\b{_OTHER_JOBS}\.? $", re.I)

# Officials
_OFFICIAL_OPENS = (
    *words("the an? of from"),
    "who chaired",
    *words("chairing chair head director deputy assistant chief commissioner legally panel regional judge"),
)
_OFFICIAL_WORDS = (
    *("commissioner", "director", "chief", "ombudsman", "chair(?:man|woman)?", "judge", "head of", r"spokes\w+"),
    *("minister", "secretary", "IOPC", "watchdog"),
)
# ", who chaired the panel", ", the force's deputy chief"
_OFFICIAL_AFTER = re.compile(
    r", who (?:chaired|chairs|led|leads)\b|, (?:[\w-]+ ){0,3}[Pp]rosecutor (?:for|with|at|from) "
    rf"|, (?:{one_of(*_OFFICIAL_OPENS)}\b[^.,]{{0,60}}?){one_of(*_OFFICIAL_WORDS)}\b",
    re.I,
)
# "the chief of the force, "
_OFFICIAL_BEFORE = re.compile(
    r"\b(?:commander|chief|superintendent|director|commissioner|chair(?:man|woman)?|judge|sheriff|head)\b"
    r"[^.,]{0,50}, $",
    re.I,
)


# Whom the messages were about: "messages about a gay recruit", "mocked their station commander"
_AIMED = re.compile(
    r"\b(?:about|mock(?:ed|ing)|ridicul(?:ed|ing)|insult(?:ed|ing)|abus(?:ed|ing)|target(?:ed|ing)|harass(?:ed|ing)) "
    r"(?:an?|their|his|her) (?:[\w-]+ ){0,3}?(recruit|colleague|trainee|constable|sergeant|inspector|commander|"
    r"superintendent|probationer|complainant|neighbour|neighbor|teenager|schoolboy|schoolgirl|student)\b"
)


# Who is spoken for in office
_SIDE = one_of(
    *words("force constabulary Crown prosecution police city county State CPS IOPC PIRC Ombudsman watchdog commission"),
    *("department", "service", "chief constable", "commissioner", "appropriate authority"),
)
# "A force spokesman, Sgt ", "the presenting officer, ", "Board President ", "Commissioner for Wales "
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person)|presenting officer)(?: (?:for|of|at) [^.,]{0,40})?,? $"
    r"|\b(?:Board|Panel|Commission|Committee|Tribunal|Council) (?:President|Vice[- ]President|Chair\w*|Member|member) $"
    r"|\bCommissioner for (?:[A-Z]\w+ ){1,3}$"
    r"|\b(?:chaired|heard|presided over) by (?:the )?$"
    r"|\b[Tt]he (?:panel['’]s )?chair(?:man|woman)?,? (?:Sir |Dame )?$"
    r"|\bCrown (?:[Aa]ttorney|[Pp]rosecutor|[Cc]ounsel) $"
    rf"|\b(?:panel|board|tribunal|{_SIDE})['’]s (?:legal adviser|counsel|barrister|advocate|solicitor|lawyer), $"
    # "For the constabulary, Jo Vale said"
    rf"|(?:^|[.”\"\n] ?)For the {_SIDE}, (?:Mr |Mrs |Ms |Miss )?$"
)
# Who speaks for a party speaks for no office
_PARTIES = one_of(
    *("Conservative", "Tory", "Labour", "Liberal", "(?:Liberal|Lib) Dem(?:ocrat)?", "SNP", "Green", "Reform"),
    *("Plaid Cymru", "Fine Gael", "Fianna F[áa]il", "Sinn F[ée]in", "Democrat(?:ic)?", "Republican"),
    *("[Ss]hadow", "[Oo]pposition", "[Pp]arty(?:['’]s)?"),
)
_PARTY = re.compile(rf"\b{_PARTIES}(?:['’]s)?(?: [\w-]+){{0,3}}(?: spokes\w+)?,? $")
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
    """``family``, ``victim``, ``killer``: what the words right before and after a name say of harm.

    >>> of_harm("his mother, ", ", who spoke"), of_harm("the murder of ", " in May")
    (['family'], ['victim'])
    """
    found = []
    if _FAMILY_BEFORE.search(before) or _FAMILY_AFTER.match(after):
        found.append("family")
    if _VICTIM_AFTER.match(after) or _VICTIM_BEFORE.search(before):
        found.append("victim")
    if _KILLER_AFTER.match(after) or _KILLER_BEFORE.search(before):
        found.append("killer")
    return found


# "For the sergeant, Jo Vale said"; "Jo Vale KC told the jury"
_FOR_SOMEBODY = re.compile(r"(?:^|[.”\"\n] ?)For (?:[\w’'.-]+ ){0,3}?[\w’'.-]+, (?:Mr |Mrs |Ms |Miss )?$")
# "Hal Wexler, for PC Frome", "Orla Cahoon, the constable's solicitor", "Lee Marsh, who represents Officer Frome"
_THEM = (
    r"(?:(?:the |both |all )?(?:officers?|constables?|sergeants?|inspectors?|pair|men|trio|deput(?:y|ies)|detectives?)|"
    r"(?:PCs?|DC|Sgt|Sergeant|Constable|Inspector|Officer|Deputy|Detective|Garda|Mr|Ms|Mrs|Miss) [A-Z][\w’'-]+)"
)
_LAWYERS = "(?:solicitor|barrister|lawyer|counsel|attorney|advocate|representative)"
_COUNSEL = re.compile(
    r",? [KQ]C\b"
    rf"|, (?:(?:who )?(?:represent(?:s|ed|ing)|acts? for|acting for|defend(?:s|ed|ing))|for) {_THEM}\b(?!['’])"
    rf"|, (?:{_THEM}|his|her|their)['’]?s? (?:\w+ )?{_LAWYERS}\b"
)
_PRESIDES = re.compile(
    r",? who (?:is presiding|presides|presided|sat as|(?:presents?|presented|puts?) (?:the|its|their) (?:\w+ )?case)\b"
    rf"|, who speaks for the {_SIDE}\b"
    r"|, (?:in the chair|presenting|prosecuting)(?= (?:the|it|for|on)\b|[,.])"
    rf"|, for the {_SIDE}(?=[,:])"
    r"|, sitting (?:in|at) (?:[A-Z][\w’'-]+ ){1,3}(?:Court|Crown|Magistrates)"
)
# "The chief's deputy, Jo Vale": second to an office, no sheriff's deputy
_SECOND = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|(?<!heriff)['’]s?)(?: former)?(?: deputy,?)? $")


def of_office(before: str, after: str, titled: bool) -> list[str]:
    """``speaks_for`` or ``official``, ``officer`` or ``former_officer``, by a description before or after a name.

    ``titled``: the name has a title, which then says more than a police word before it.
    """
    if (_SPEAKS_FOR.search(before) and not _OF_FAMILY.search(before) and not _PARTY.search(before)) or _PRESIDES.match(
        after
    ):
        return ["speaks_for"]
    if _OFFICIAL_AFTER.match(after) or _OFFICIAL_BEFORE.search(before):
        return ["official"]
    was = None if titled else _WAS_OFFICER.match(after)
    if was is not None and not other_officer(was.group()):
        return ["former_officer" if was["then"] else "officer"]
    described = _OFFICER_AFTER.match(after) or (None if titled else _OFFICER_BEFORE.search(before))
    if described is None or other_officer(described.group()) or _FOR_AN_OFFICER.match(described.group()):
        return []
    if titled and described.group().endswith("deputy"):
        return []  # "Chief Constable Jo Vale, who was deputy then"
    return ["former_officer" if any(described.groupdict().values()) else "officer"]


def of_employment(before: str, after: str) -> list[str]:
    """``officer`` of somebody who was suspended or dismissed, ``former_officer`` of one who left the force.

    ``before``: all that stands before the name, a title too.
    """
    gone = None if _OTHER_JOB.search(before) else _EMPLOYED_AFTER.match(after)
    if gone is None:
        return []
    return ["former_officer" if gone["left"] else "officer"]


# ", 35, who"
_WHO = re.compile(r"(?:, (?:aged )?\d\d)?(?:, (?:of|from) [^,.;]{2,40})?, who\b(?: (?:has|had) [^,.;]{2,40},)?")
# A force or a badge, which only police leave
_LEFT_POLICE = re.compile(
    rf"\bleft {_THEIR_FORCE}\b"
    r"|\bhanded in (?:his|her) (?:badge|warrant card)\b"
)


def has_left(after: str) -> str:
    """``left`` where the words after a name, up to the first stop or comma, say that somebody is gone, ``left_police``
    where they can be said of police alone, and nothing for others.

    >>> has_left(", 48, a sergeant until he resigned last June, and"), has_left(" said it, and others had resigned")
    ('left', '')
    """
    described = _OFFICER_AFTER.match(after) or _WHO.match(after)
    clause = re.split(r"[.;,]", after[described.end() if described else 0 :])[0]
    if _LEFT.search(clause):
        return "left_police" if _LEFT_POLICE.search(clause) else "left"
    return ""


# "A spokesman for the family, Jo Vale": for no office either
_OF_FAMILY = re.compile(
    r"\bspokes(?:man|woman|person) for (?:the|his|her|their) (?:\w+ )?(?:family|relatives|parents),? $"
)


def is_counsel(before: str, after: str) -> bool:
    """Whether the words around a name tell of a barrister, or that somebody speaks for an officer, or for a family.

    >>> is_counsel("", " KC told the jury"), is_counsel("For the sergeant, ", " said"), is_counsel("", " said")
    (True, True, False)
    """
    if _OF_FAMILY.search(before):
        return True
    return _COUNSEL.match(after) is not None or _FOR_SOMEBODY.search(before) is not None


def is_of_force(after: str) -> bool:
    """Whether the words after a name say which force somebody belongs to: ", 46, of the Port of Kerrin Police"."""
    return _OF_FORCE.match(after) is not None


def speaks_for_party(told: str) -> bool:
    """Whether a title with the words before it is that of a party: "Labour's justice spokesman"."""
    return _PARTY.search(told + " ") is not None


def is_second(before: str) -> bool:
    """Whether "deputy" after these words is that of a chief: "his ", "the chief constable's "."""
    return _SECOND.search(before) is not None


def other_officer(told: str) -> bool:
    """Whether these words name an officer who is no police: "a prison officer"."""
    return _NOT_POLICE.search(told) is not None
