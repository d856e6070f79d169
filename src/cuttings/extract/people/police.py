"""Who is an officer and who was one, by the words around a name."""

import re

from cuttings.extract.patterns import WORD, one_of, words

_OFFICER = (
    r"(?:(?:special |police |detective |trainee |student )?"
    r"(?:constable|sergeant|inspector|officer|policeman|policewoman|detective|trooper|PC|DC|garda|deputy))"
)
# Words after which no more is said of the one who is named: ", said that the constable"
_ELSE = one_of(
    *words(
        "said says told adds added asked wrote that whom whose which when while because if not never called "
        "urged accused criticised praised thanked demanded backed defended"
    )
)
# ", 34, who was a police constable", ", both former detectives"
_OFFICER_AFTER = re.compile(
    r"(?:, (?:aged )?\d\d(?:,? (?:of|from) [^,.;]{2,40})?,?|,(?: (?:of|from) [^,.;]{2,40},)?) (?:(?:all |"
    r"both )(?:of them )?)?"
    r"(?:who is |then as now |now |then |"
    r"(?P<was>who (?:was|had been|(?:has |had )?(?:retired|resigned|left) as) (?=an? )|once |formerly |previously ))?"
    r"(?:an? |the )?"
    rf"(?P<former>former |ex-|retired |one-time )?(?:(?!{_ELSE}\b){WORD} ){{0,4}}?{_OFFICER}s?\b",
    re.I,
)
# "Jo Vale, 33, was a constable in the same office until …"
_WAS_OFFICER = re.compile(
    rf"(?:, (?:aged )?\d\d,)? (?:is|was|had been|worked as|served as) an? (?:{WORD} ){{0,3}}?{_OFFICER}\b(?!['’])"
    r"(?P<then>[^.;]{0,60}\b(?:at the time|until|from (?:19|20)\d\d|before (?:he|she) left|has since left|"
    r"had since left))?",
    re.I,
)
# ", 35, formerly of Kerrin Police"
_FORMERLY = re.compile(
    r"(?:, (?:aged )?\d\d)?,? (?:who was |who were )?(?:both |all )?(?:formerly|previously|until recently) "
    r"(?:of|with|at|from) (?:the )?(?:[A-Z][\w’'-]+ ){0,4}(?:[Pp]olice|Constabulary|Met|force|RCMP|PSNI|NYPD|Garda)\b"
)
# "the former sergeant, identified only as Officer E", of letters that stand for a name
_FORMERLY_CALLED = re.compile(
    r"\b(?:former|ex|retired)[- ](?:[\w-]+ ){0,3}(?:officer|constable|sergeant|inspector|detective|trooper|PC|"
    r"superintendent),? "
    r"(?:(?:who|whom) )?(?:(?:was|is|we|can|may|be|will|call|only|here|simply|publicly) )*"
    r"(?:identified|known|named|referred to|called|described)?(?: (?:only|here|simply|publicly))*(?: as)? ?$"
)
# "Jo Vale, who was on duty in another part of the city"
_ON_DUTY = re.compile(
    r",(?: \d\d,)? who (?:is|was|were) (?:also )?(?:(?:then |herself |himself )?on (?:duty|shift|patrol)|(?:also "
    r")?(?:in|with) "
    r"the (?:same )?force)\b"
)
# "former Harrowmere constable ", "ex-colleague "
_OFFICER_BEFORE = re.compile(
    rf"(?P<former>\b(?:former|ex|retired)[- ])?(?:{WORD} )?{_OFFICER}s?"
    r"(?: (?:of|at|from|on|in|with(?! whom)) [^.,;]{0,50},|,)? "
    # "two former constables with Kerrin Police, Jo Vale and Bo Lunt"
    r"(?:(?:(?-i:[A-Z][\w’'-]+) ){2,3}(?:and ))?$"
    r"|(?P<colleague>\b(?:former|ex)[- ]colleague )$",
    re.I,
)
# "Ranks run from constable to sergeant, Vale said": no sergeant of that name
_SAYS = re.compile(r" (?:said|says|told|added|wrote|explained)\b")
_NAMES_ANOTHER = re.compile(r" [A-Z]")
_THE_ONE = re.compile(r", the ")
_ACTS = re.compile(
    r" (?!(?:who|whom|whose|at|of|from|in|with|for|based|on|and|or|then|now|that|involved|accused|named|"
    r"convicted|jailed|charged|sacked|dismissed|suspended|found guilty)\b)[a-z]"
)
# ", solicitor for PC", ", who reported the constable": another than the officer
_FOR_AN_OFFICER = re.compile(
    r"(?:, (?:aged )?\d\d)?,? "
    r"(?:(?:the |an? )?(?:\w+ ){0,2}(?:solicitor|barrister|lawyer|counsel|attorney|advocate|acting) (?:for|of)"
    r"|(?:who )?(?:first |had )?(?:reported|accused|exposed|complained (?:about|of)|met|married)) "
)
_OTHER_OFFICERS = words(
    "monitoring press fire prison returning medical council probation immigration customs information welfare "
    "executive housing standards"
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
# "threw out the city's decision to fire Vale over memes"
_TO_FIRE = re.compile(r"\b(?:to|not|will|would|could|should|and) (?:fire|sack|rehire|reinstate) $")
# What only police leave
_THEIR_FORCE = (
    r"(?:(?:[A-Z][\w’'-]+ ){1,3}(?:Police|Constabulary)|(?:the|the same|that|his|her) (?:force|police|service)|"
    r"policing|the (?:Mounties|Met|Garda\w*|RCMP|NYPD|PSNI))"
)
# "had left the group": no job
_NO_JOB_LEFT = (
    r"(?:(?:the|that|this|a|his|her|both|all) )?(?:\w+ )?(?:groups?|chats?|threads?|channels?|court(?:room)?|room|"
    r"scene|station|"
    r"building|house|home|pub|dock|phones?|messages?|area|country|hearing|it)\b"
)
# … but not "Officer Vale and retired Officer Lunt"
_A_RETIRED = (
    rf"(?! (?:{_OFFICER}|police|(?-i:(?!Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[A-Z]))\w*\b)"
)
_LEFT = re.compile(
    rf"\b(?:resigned|retired{_A_RETIRED}|quit|left (?:{_THEIR_FORCE}|(?:the|the same|that|his|her) job)|"
    rf"had (?:already )?(?:left(?! {_NO_JOB_LEFT})|gone(?! (?:to|on|back|home|into|through|out|over|ahead|off|"
    rf"along|round|up|down)\b))|(?:has|have|had) since (?:left(?! {_NO_JOB_LEFT})|moved on)|"
    r"(?:is|was|are|were) no longer (?:an? )?"
    r"(?:serving|(?:police )?officers?|in the (?:job|force)|with the force|employed)|"
    r"already gone|one of (?:those|the \w+) who (?:resigned|retired|left|quit)|"
    r"in (?:his|her) day|until (?:he|she|they) (?:left|went|took|drew)|"
    r"until (?:his|her) (?:retirement|resignation)|handed in (?:his|her) (?:notice|badge|warrant card|resignation)|"
    r"(?:took|drew|collected|put in for) (?:his|her) pension|"
    r"put in (?:his|her) (?:retirement )?papers|"
    r"would have (?:been (?:dismissed|sacked|fired)|lost (?:his|her|their) (?:job|post|badge|place|career))|"
    r"(?:having )?swapped (?:policing|the (?:police|force|uniform)) for|walked away (?:before|from (?:policing|the))|"
    r"(?:served|worked)[^.;,]{0,40} until (?:19|20)\d\d|"
    r"left (?:in (?:19|20)\d\d|last (?:year|month|week|summer|spring|autumn|winter)|earlier this year)|"
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
# ", 35, who"
_WHO = re.compile(r"(?:, (?:aged )?\d\d)?(?:, (?:of|from) [^,.;]{2,40})?, who\b(?P<has> (?:has|had) [^,.;]{2,40},)?")
# "A third, PC Jo Vale, had handed in …"; ", retired in May"
_NAMED_IN_PASSING = re.compile(
    r", (?=(?:has|had|have|having|would have) |(?:retired|resigned|quit) (?:in|on|from|last) )"
)
# ", 29 years on the force: retired Sept. 19"
_ENDED = re.compile(
    r",? (?:[\w’'-]+ ){0,6}?(?:on|with|in) the (?:force|job|department|service): (?=retired|resigned|quit)"
)
# ", who was the senior of them, retired in May", ", was fined $4,000 and has since left the force"
_LEFT_AT_LAST = re.compile(
    rf"(?:, who [^;.]{{3,80}}, (?:retired|resigned|quit) (?:in|on|from|last) "
    rf"|[^;.]{{3,120}}? (?:and|but) (?:has|had) since (?:resigned|retired|quit|left (?:{_THEIR_FORCE}|the job))\b)"
)
_DISMISSED = re.compile(r",? (?:was|had been) (?:\w+ )?(?:dismissed|sacked|fired|kicked out)\b")
_DISMISSED_LONG_AGO = re.compile(
    r",? (?:(?:who|had) )?(?:was|been|had been) (?:dismissed|sacked|fired) "
    r"(?:in (?:19|20)\d\d\b|last year\b|(?:an?|\w+) (?:decade|years?) (?:ago|earlier|before)\b)"
)
_IN_A_YEAR = re.compile(
    r"(?:^|[.”\"] )(?:[Bb]ack )?(?:[Ii]n (?:19|20)\d\d|[Ll]ast year|[\w-]+ years (?:ago|earlier|before)),? [^.;]{0,50}$"
)
# A force or a badge, which only police leave
_LEFT_POLICE = re.compile(
    rf"\bleft {_THEIR_FORCE}\b"
    r"|\bhanded in (?:his|her) (?:badge|warrant card)\b"
)


# "Chief Superintendent Jo Vale, who runs the county's patrols, was told on Friday that he would be investigated"
_MATTER = r"(?:inquiry|enquiry|investigation|hearing|proceedings|misconduct|allegations?|charges?|wrongdoing|claims)"
_ANSWERS_FOR = re.compile(
    r"(?:,[^.;\n]{0,90},|,)? (?:"
    r"(?:was|is|has been|had been|remains) (?:(?:also|now|since|later|on \w+) )*(?:suspended|dismissed|sacked|"
    r"fired|arrested|"
    r"charged with|convicted|found guilty|under (?:\w+ )?investigation|being investigated|placed on|accused of|"
    r"the subject of (?:an? )?(?:\w+ )*(?:inquiry|investigation|complaint)|put on (?:paid |administrative |"
    r"restricted )?)"
    r"|was told (?:[^.;]{0,30}? )?(?:he|she) (?:would be|was|is) (?:being )?(?:investigated|under investigation)"
    rf"|(?:faces|faced|is facing|denies|denied|admitted|stands accused of) (?:[\w-]+ ){{0,4}}?{_MATTER}\b"
    rf"|(?:took (?:early )?retirement|retired|resigned|quit|stepped down)[^.;]{{0,40}}?\b{_MATTER}\b)"
)


def answers_for(after: str) -> bool:
    """Whether the words after the name of a chief say that the chief is who is investigated, charged or disciplined.

    >>> answers_for(", who runs the county's patrols, was suspended"), answers_for(" said the officer was suspended")
    (True, False)
    """
    return _ANSWERS_FOR.match(after) is not None


# "Jo Vale set up the chat with other former Kerrin officers"
_WITH_OTHERS = re.compile(
    rf"(?! (?:{_ELSE}|and|or)\b)[^.;,]{{0,60}} (?:with|alongside|by|and) (?:\w+ )?other "
    r"(?P<former>former |ex-|retired )?(?:serving |police |[A-Z]\w+ ){0,3}(?:officers|constables|sergeants)\b"
)


def of_police(before: str, after: str, titled: bool) -> str:
    """``officer`` or ``former_officer``, by a description before or after a name; empty for none.

    ``titled``: the name has a title, which then says more than a police word before it.

    >>> of_police("", ", 41, a former detective, said", False), of_police("the prison officer ", "", False)
    ('former_officer', '')
    """
    if _FORMERLY.match(after):
        return "former_officer"
    if _ON_DUTY.match(after):
        return "officer"
    was = None if titled else _WAS_OFFICER.match(after)
    if was is not None and not other_officer(was.group()):
        return "former_officer" if was["then"] else "officer"
    others = None if titled else _WITH_OTHERS.match(after)
    if others is not None:
        return "former_officer" if others["former"] else "officer"
    told = titled or _SAYS.match(after) is not None
    described = _OFFICER_AFTER.match(after) or (None if told else _OFFICER_BEFORE.search(before))
    if described is None or other_officer(described.group()) or _FOR_AN_OFFICER.match(described.group()):
        return ""
    if described.re is _OFFICER_AFTER and _NAMES_ANOTHER.match(after, described.end()):
        return ""  # "Before Chief Constable Jo Vale, PC Bo Lunt was dismissed"
    if _THE_ONE.match(described.group()) and _ACTS.match(after, described.end()):
        return ""  # "Jo Vale, the sergeant took every chance …"
    if titled and described.group().endswith("deputy"):
        return ""  # "Chief Constable Jo Vale, who was deputy then"
    return "former_officer" if any(described.groupdict().values()) else "officer"


def of_employment(before: str, after: str) -> list[str]:
    """``officer`` of somebody who was suspended or dismissed, ``former_officer`` of one who left the force.

    ``before``: all that stands before the name, a title too.
    """
    gone = None if _OTHER_JOB.search(before) else _EMPLOYED_AFTER.match(after)
    if gone is None:
        return ["officer"] if _TO_FIRE.search(before) and not after.startswith(("'", "’")) else []
    return ["former_officer" if gone["left"] else "officer"]


def has_left(after: str, opens: bool = False) -> str:
    """``left`` where the words after a name, up to the first stop or comma, say that somebody is gone, ``left_police``
    where they can be said of police alone, and nothing for others.

    ``opens``: the sentence is about whom it names here, so that its last words are, too.

    >>> has_left(", 48, a sergeant until he resigned last June, and"), has_left(" said it, and others had resigned")
    ('left', '')
    """
    if opens and _LEFT_AT_LAST.match(after):
        return "left"
    who = _WHO.match(after)
    described = _OFFICER_AFTER.match(after) or who or _NAMED_IN_PASSING.match(after) or _ENDED.match(after)
    if who and who["has"] and _LEFT.search(who["has"]):
        described = None  # ", who has since left the force, was found …"
    clause = (
        who["has"] if who and described is None else re.split(r"[.;,]", after[described.end() if described else 0 :])[0]
    )
    if _LEFT.search(clause):
        return "left_police" if _LEFT_POLICE.search(clause) else "left"
    return ""


def was_dismissed_before(before: str, after: str) -> bool:
    """Whether the words around a name tell of a dismissal of another year: "In 2019 a constable, Jo Vale, was sacked".

    >>> was_dismissed_before("In 2019 a constable, ", ", was sacked"), was_dismissed_before("", " was sacked on Friday")
    (True, False)
    """
    if _DISMISSED_LONG_AGO.match(after):
        return True
    return _DISMISSED.match(after) is not None and _IN_A_YEAR.search(before) is not None


def formerly_called(before: str) -> bool:
    """Whether the words before "Officer E" say that the officer has left: "a former sergeant known as "."""
    return _FORMERLY_CALLED.search(before) is not None


def is_of_force(after: str) -> bool:
    """Whether the words after a name say which force somebody belongs to: ", 46, of the Port of Kerrin Police"."""
    return _OF_FORCE.match(after) is not None


def other_officer(told: str) -> bool:
    """Whether these words name an officer who is no police: "a prison officer"."""
    return _NOT_POLICE.search(told) is not None
