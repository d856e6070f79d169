"""Counted officers who are no subjects: of another service, hired, hurt, sent out, or those who complained."""

import re

from cuttings.extract.patterns import AnyCase, one_of, words

# "a department with 41 sworn officers", "There were six sworn officers": all that it has
_EMPLOYS = AnyCase(r"\b(?:with|has|had|have|employs?|there (?:were|are)) (?:only |just |about |some |around )?$")
# Officers who are not police: "three prison officers"
_OTHER_SERVICES = words(
    "fire prison prisoner army naval military council immigration border customs correctional?s? school press "
    "enforcement medical executive election court legal probation parking revenue welfare union health returning "
    "housing information resettlement liaison standards safeguarding"
)
# "custody officers" are a court's; "custody sergeants" are police
_NOT_POLICE = re.compile(rf"\b{one_of(*_OTHER_SERVICES)}\b|\bcustody officers?$", re.I)
_SENT = (
    "(?:messages?|texts?|remarks?|comments?|jokes?|posts?|memes?|slurs?|abuse|pictures?|images?|photos?|photographs?|"
    "videos?|clips?|speculation)"
)
_NOT_BEFORE = AnyCase(
    one_of(
        *("recruit(?:ing|ed)?", "hir(?:e|ing)", "train(?:ing)?", "employs?"),  # "plans to recruit 200 officers"
        *("jury of", "panel of", "strength of", "force of", "some of its", "than a"),  # "a strength of 300 officers"
        "(?:each|every) year,?(?: about| around| some)?",
        r"(?:an?|the) (?:\w+ )?team of",  # "a team of 12 officers is carrying out the inquiry"
        "(?:group|chat|channel|thread) (?:to|of) which",  # "a group to which 14 officers belonged"
        # "messages about another officer", "sent pictures to two constables"
        rf"{_SENT} (?:\w+ ){{0,2}}?(?:about|to|towards?|at|mocking|ridiculing|targeting|calling)",
        r"(?:pictures?|images?|photos?|photographs?|videos?|clips?) (?:\w+ ){0,2}?of",
        r"(?:reports?|material|papers|documents|information) (?:\w+ ){0,2}?(?:about|concerning)",
        "(?:messaged|texted|contacted|groomed|pestered|bombarded|propositioned|harassed|abused)",
        r"(?:jury|panel) of \w+ (?:wo)?men and",  # "a jury of seven women and five men"
        "(?:reinforced|helped|led|run|chaired|conducted|advised|carried out) by",
        "(?:spoke|spoken|wrote|written|talked) to",
        "(?:force|service|department|constabulary|police)(?:, which|, who|,? that)? (?:has|have|had)",
        "(?:one|two|three|four|five|six|some|any|most|none) of (?:its|the force.s|their)",
        *("injur(?:ed|ing)", "killed"),  # "injured two officers"
        *("sent to", "sent out to"),  # "a message sent to 40 officers"
        # "a training day for 180 sergeants", "a survey of 400 constables"
        r"(?:training|seminar|conference|briefing|workshop|course|session|event|talk)(?: \w+){0,2} (?:for|to|of)",
        "(?:survey|poll|study|sample|audience) of|surveyed|polled|attended by",
        "(?:addressed|sent|forwarded|showed|shown|shared|posted) (?:it|them|this|that) (?:on )?(?:to|with)",
        "(?:complaints?|allegations?|concerns?|reports?)(?: that w(?:as|ere))?(?: made| lodged| brought)? (?:by|from)",
        *("(?:evidence|testimony) (?:from|of|by)", "statements? (?:from|of|by)", "accounts of", "in front of"),
        *("reported by", "raised by"),
        # "It began when the phone of a former officer was examined"
        r"\bthe (?:phone|handset|mobile|laptop|tablet|device|computer) (?:belonging to|of)",
        # "The hearing, before a retired superintendent, opens on Monday"
        "(?:hearings?|tribunals?|panels?|inquiry|cases?|trial),? (?:is |was |held )?(?:before|by|under)",
        r"(?:copied|borrowed|lifted) (?:\w+ ){0,3}from",
        *("alongside", r"(?:group|chat|thread) (?:that had|which had|had|has|of|with)"),
        *("insult(?:ed|ing)", "mock(?:ed|ing)"),  # "mocked two officers"
        *("(?:posing|posed|dressed|acting) as", r"impersonat\w+", r"pretend\w* to be"),
    )
    + " $"
)
# "Detectives have questioned two officers about a picture", but not "have interviewed 40 officers"
_QUESTIONED = AnyCase(r"\b(?:questioned|interviewed) (?:\w+ ){0,2}$")
_AS_SUSPECTS = re.compile(
    r"[^.;]{0,40}? (?:(?:about|over) (?:an? |their |the )?(?:photo\w*|picture\w*|image\w*|messages?|texts?|posts?|chat)"
    r"|under (?:criminal )?caution|on suspicion|in connection|as suspects)\b",
    re.I,
)
_NOT_AFTER_WHO = (
    *("complained", "reported", "raised", "came forward", "blew", "had complained", "had reported", "attended"),
    *("died", "gave evidence", r"(?:first )?brought (?:it|them|the \w+) to light", "exposed the"),
)
_NAME = r"(?-i:[A-Z][\w’'-]*(?: [A-Z][\w’'-]+){1,2})"
_NOT_IN_QUESTION = (
    r"(?:also )?(?:not|never)(?: been| being)? (?:accused|charged|suspected|under investigation|suggested|before the|"
    r"alleged)"
)
_NOT_WILL_BE = (
    r"(?:(?:is|are|was|were|has|have) )(?:all |both |now )?(?:(?:being|been) )?"
    r"(?:(?:treated|interviewed|regarded|considered|questioned|spoken to) (?:only )?as (?:\w+ )?witness|"
    r"(?:not|never) (?:been )?(?:accused|suspected|under investigation))"
)
# "five other men, none of them police", "a fourth man in the chat, a lawyer, isn't a police employee"
_NO_POLICE = (
    r"(?:[^.;]{0,60}, )?(?:none of (?:them|whom)(?: (?:is|are|was|were))?|(?:is|are|was|were)(?: not|n['’]t)|"
    r"not (?:one|all) of them) (?:an? )?(?:(?:serving|sworn|currently|now) )?(?:police|officers?|polic\w+)"
)
# "two others have been dismissed for unrelated matters"
_UNRELATED = (
    r"[^.,;]{3,60} (?:for|over|in|on|after) (?:an? |entirely |wholly )*(?:unrelated|separate|different|other) "
    r"(?:[\w-]+ )?(?:matters?|cases?|reasons?|offences?|incidents?|complaints?|issues?|misconduct)"
)
# "officers arrested a man", not "officers arrested over messages"
_ARRESTED = r"arrested(?= (?!on\b|over\b|in\b|after\b|as\b|amid\b|for\b|by\b|and\b|at\b|under\b|during\b|last\b)\w)"
_NOT_AFTER = re.compile(
    r",? "
    + one_of(
        # "two officers who came forward", "a constable, Jo Vale, who complained"
        rf"(?:{_NAME},? )?who {one_of(*_NOT_AFTER_WHO)}",
        # "two other members of the group, who are not accused of any offence"
        rf"(?:of the (?:group|chat|team|shift),? )?who (?:is|are|was|were|had|has|have) {_NOT_IN_QUESTION}",
        rf"(?:of the (?:group|chat|team|shift) )?(?:who [^,.;]{{3,60}}? )?{_NOT_WILL_BE}",
        one_of(
            *("complained", "attended", "responded", "searched", "patrol", "helped", "rescued", "comforted"),
            *("dealt with", "appealed for", "as members", "in (?:the|its) membership"),
            *("were injured", "was injured", "were hurt", "was hurt"),
            r"(?:were|was) (?:mocked|insulted|praised|commended|targeted|abused|assaulted|attacked)",
            *("were killed", "died"),
            *("belonged", "were members", "(?:had|have|has|showed|found) the courage", "had spoken up"),
            # "It came to light when a probationer showed it to her tutor"
            r"(?:had |has )?(?:showed|shown|handed|passed|flagged|took|brought|forwarded) (?:it|them|this|these|that|"
            r"the (?:chat|messages?|phone|texts?|posts?|thread|group)) (?:to|in|on|up|over)",
            r"(?:had |has )?(?:alerted|tipped off|spotted|stumbled|noticed|discovered|came across)",
            r"(?:(?:was|were|has been|have been) )?(?:told|asked|instructed|ordered|appointed|assigned|tasked|put in "
            r"charge|brought in) (?:to (?:conduct|carry out|hold|lead|run|head|undertake|look into|investigate|review)|"
            r"of (?:an? |the )(?:\w+ )?(?:investigation|inquiry|enquiry|probe|review))",
            *(r",? (?:down|up) from \d+", "when (?:I|he|she|they) (?:started|joined|began|arrived)"),
            *("on (?:the|its) (?:payroll|books|roster|establishment)", "at full strength"),
            *("complaining", "(?:had )?reported (?:the|it|them|him|her|concerns)", "blew the whistle"),
            *("raised concerns", "came forward", "gave evidence", "(?:(?:has|have|had) )?died", "(?:were|was) killed"),
            *("(?:had|have) been able to", "could have", "had access"),
            _NO_POLICE,
            *(_ARRESTED, "seized", "raided", "visited"),  # "officers seized 12 phones"
        )
        + r"\b",
    )
    # "a staff sergeant of the Bundeswehr"; "An Garda Síochána"
    + r"| (?:of|in|from|with) the (?:Bundeswehr|[Aa]rmy|[Nn]avy|[Mm]arines?|[Aa]ir [Ff]orce|\w+ [Rr]egiment|Royal \w+|"
    r"military|Guards)\b| S[íi]och[áa]na",
    re.I,
)
# "a constable told the hearing", "A serving constable, PC Anna Vale, told the court"
_SPEAKS = re.compile(
    rf"(?:, {_NAME}(?:, \d\d)?)?,? "
    r"(?:(?:had )?(?:said|told|says|added|explained|recalled)\b|gave evidence|giving evidence)",
    re.I,
)
LEAD = 300  # characters from the start of the text in which whoever speaks is who the article is about


# "The force dismissed 14 officers last year"
_LET_GO = AnyCase(
    r"\b(?:force|service|police|constabulary|department|it) (?:has |had )?(?:dismissed|sacked|barred|fired|lost) $"
)
_OF_A_TIME = re.compile(
    r"(?! over\b)(?![^.;]{0,60}\b(?:because|over (?:an?|the)|for (?:send|shar|post|swap|trad)ing)\b)"
    r"[^.;]{0,40}?\b(?:(?:last|this|each|every|a|per|that) (?:year|month|decade)|"
    r"in (?:the (?:year|past|last)|20\d\d|total|all)|since|over the (?:past|last)|up from|down from|compared)\b",
    re.I,
)


def are_bystanders(modifiers: str, head: str, before: str, after: str) -> bool:
    """Whether counted officers are no subjects, by the words that say who they are and those around them.

    >>> are_bystanders("prison ", "officers", "", " were dismissed")
    True
    >>> are_bystanders("serving ", "officers", "", " were dismissed")
    False
    """
    let_go = _LET_GO.search(before) and _OF_A_TIME.match(after)
    all_of_them = re.search(r"\bsworn\b", modifiers) and _EMPLOYS.search(before)
    asked = _QUESTIONED.search(before) and not _AS_SUSPECTS.match(after)
    others = all_of_them or asked or _NOT_POLICE.search(modifiers + head) or _NOT_BEFORE.search(before) or let_go
    return bool(others or (head and _NOT_AFTER.match(after)))


# "messages to five women", "a group set up by seven men"
_DONE_TO_OTHERS = AnyCase(
    r"\b"
    + one_of(
        *words("contacted messaged texted bombarded pursued targeted photographed filmed approached met mocking about"),
        *("(?<!notices )to", "with", "set up by", "(?:photo(?:graph)?s?|pictures?|images?|footage|videos?) of"),
    )
    + r" (?:at least |some |more than )?$"
)
# "two women whose complaints …", "seven people who could read it", "three men he met on duty"
_OTHERS_WHO = re.compile(
    r"(?: and (?:girls|children))?,? "
    + one_of(
        *(_NO_POLICE, _UNRELATED, "who know nothing"),
        "(?:whom? )?(?:he|she|they) (?:had )?(?:met|dealt|arrested|searched|stopped|contacted|encountered|knew)",
        r"whose (?:complaints?|cases?|photo\w*|pictures?|images?|bodies|deaths?|homes?|phones?|details|names)",
        r"who (?:had |have |has )?(?:complained|reported|called|rung|could (?:read|see)|lived|received|saw|seen|been "
        r"(?:mocked|arrested|detained|raped|abused))",
        # "Four people who work for the force have told this newspaper"
        r"(?:(?:and|or) \w+ (?:wo)?men )?(?:of|on) the jury",
        r"(?:who [^,.;]{3,60}? )?(?:have |has )?(?:told (?:this|the|us|\w+ News)|spoken to|described|spoke to)",
        "(?:have|has|had|were|was) (?:each |all )?(?:been )?(?:shown|sent|forwarded|asked to (?:decide|look))",
        *("of the public", "in (?:police )?custody", "planning", "were (?:treated as|among the) (?:witnesses|victims)"),
    )
    + r"\b",
    re.I,
)


def are_others(before: str, after: str) -> bool:
    """Whether "men", "women" or "people" are whom the messages were sent to or told of, by the words around them.

    >>> are_others("contacted ", " he met through his work"), are_others("charges against ", " over the messages")
    (True, False)
    """
    return _DONE_TO_OTHERS.search(before) is not None or _OTHERS_WHO.match(after) is not None


def is_witness(after: str, start: int, further: bool = False) -> bool:
    """Whether "an officer told the hearing"; "A former constable told magistrates on Tuesday" opens a report of a plea.

    ``start``: where in the article's text the officer is counted; ``further``: as one more ("a third officer").
    """
    return (further or start > LEAD) and _SPEAKS.match(after) is not None
