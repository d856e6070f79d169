"""Which service the people of an opening belong to: police, or one that has officers and crews of its own."""

import re

from cuttings.assemble.accounts import Account
from cuttings.extract.patterns import one_of, phrases, words

# Of police alone; an "officer" or a "sergeant" may be anybody's
_ONLY_POLICE = one_of(
    r"police (?:[\w-]+ )?(?:officers?|sergeants?|inspectors?|superintendents?|lieutenants?|captains?|recruits?|staff"
    r"|employees?|workers?|dispatchers?|chiefs?(?! (?:says?|said|(?-i:[A-Z]))))",
    "(?<!chief )constables?(?! [A-ZÀ-Þ][a-z]+ said)",
    "detectives?(?! (?:chief |constable |sergeant |inspector |superintendent ))",
    *words("pcs? dcs? policem[ae]n policewom[ae]n patrolm[ae]n patrolwom[ae]n troopers? cops? pcsos? mounties"),
    r"(?:sheriff['’]s |a |the |county |, )deput(?:y|ies)"
    "(?! (?:chief|head|mayor|leader|editor|governor|director|warden))",
    "(?:two|three|four|five|six|seven|eight|nine|ten|several|former|fellow|county) deputies",
    "sheriff['’]s office",
    "gard(?:a|á|aí|ai)(?! (?:síochána|are|were|have|had|said|is|investigat\\w+|stations?|press))",
    "chief of police(?! (?:says?|said|(?-i:[A-Z])))",
    r"(?:the )?force (?:has )?(?:said|confirmed|added)(?: (?:on|last|late|this|earlier|yesterday) ?[\w-]*)?(?: that)? "
    r"(?:[\w-]+ ){1,3}(?:officers?|sergeants?)",
)
_HEADS = one_of(
    *words("officers? sergeants? inspectors? superintendents? probationers? recruits? captains?"), "staff", "members?"
)
_OF = r"(?:(?:serving|working|based|stationed|then|now) )?(?:of|from|with|at|in|for|within) (?:the )?"
# "Kerrin Police officers", "three sergeants of Kerrin Police"
_FORCE = r"(?-i:[A-ZÀ-Þ][\w&'’-]*(?: (?:and|of|the|&|[A-ZÀ-Þ][\w’'-]*)){0,4}? (?:Police|Constabulary|Sheriff))"
SURELY_POLICE = re.compile(
    rf"\b{_ONLY_POLICE}\b"
    rf"|\b{_FORCE}(?: (?:Department|Service|Force|Office))?(?:['’]s)? (?:[\w-]+ ){{0,2}}?{_HEADS}\b"
    rf"|\b{_HEADS}(?: (?-i:[A-Z][\w’'-]+)){{0,3}},?(?: \d\d,?| \(\d\d\),?)?(?: [\w-]+){{0,2}}? {_OF}{_FORCE}\b",
    re.I,
)
# Police at their work in somebody else's matter: "officers are examining phones", "police officers went to the school"
_INVESTIGATE = one_of(
    *phrases(
        r"""
        assess\w* | investigat(?:e|ed|es|ing)(?! for| over) | seiz\w+ | search\w* | attend\w* | went | gone |
        going (?:through|over) | visit\w* | spoke | speak\w* | appeal\w* | found(?! guilty| to ) | recover\w* |
        examin\w* | gather\w* | review\w* | trac\w+ | look(?:ed|ing)? (?:at|into|through) | execut\w+ | raid\w* |
        carr(?:ied|ying) out | work(?:ed|ing)? (?:closely )?with | (?:took|taken|taking|had) (?:advice|away) |
        read through | called | interview(?:ed|ing)(?! under) | arrest(?:ed|ing) (?:an?|the|two|three|four|him|her) |
        visited | learn(?:ed|t) | uncover\w* | say | said | believe\w* | want\w* | ask(?:ed|ing) | assist(?:ed|ing)? |
        help(?:ed|ing)
        """
    ),
)
_AT_WORK = re.compile(
    r"\b(?:military|service) police(?: officers?)?\b"
    r"|\b(?:(?:[\w-]+ )?police |my |our |his |her |its )?(?:officers?|detectives?|constables?)"
    r"(?:,? (?:from|at|with|of|in) [^.;]{1,45}?)?,?(?: (?:have|had|has|were|are|also|then|later|now|still|not))* "
    rf"[‘'“\"]?{_INVESTIGATE}\b"
    r"|\bpolice (?:officers?|staff) (?:as|he called|she called)\b"
    # "Detective Constable Jo Vale had never been inside a fire station until she came to search one"
    r"|\b(?:(?:detective|police) )?(?:constable|sergeant|inspector|superintendent|DC|DS|DI|PC) "
    r"(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)[^.;\n]{0,60}?"
    r"\b(?:search(?:ed|ing)?|raided|seiz(?:ed|ing)|had a warrant|led the (?:investigation|inquiry|search|raid))\b",
    re.I,
)
# Services with officers and ranks of their own
_PRISON = one_of(
    r"(?-i:HMP|HMYOI|YOI)",
    r"(?:prison|corrections?|correctional|detention|jail|custodial) (?:[\w-]+ )?(?:officers?|staff|guards?|workers?|"
    r"employees?|managers?|bosses|facilit(?:y|ies)|institutions?|cent(?:er|re)s?|sergeants?|service|governors?|"
    r"(?:whatsapp|group|messag\w+|chat) ?\w*)",
    "(?:department of|state) corrections",
    r"(?:at|of|in|for|by|inside|from|work\w*|the) (?:an? |the )?(?:[\w’'-]+ ){0,4}?(?:prisons?|young offenders?['’]?)"
    r"(?! (?:sentences?|terms?|time|for))",
    "(?:county|city|state|women['’]s|men['’]s) (?:jail|prison)",
    *words("wardens? inmates? prisoners? guards? governor"),
)
_FORCES = one_of(
    *words("soldiers? troops? corporals? battalion regiment barracks army navy naval raf squaddies servicem[ae]n"),
    *("court[- ]martial", "air force", "marines", "platoon", "defence force", "ministry of defence(?! police)"),
    *("(?:lance|air) corporals?", "paratroopers?", "squadron", "brigadier", "military police", "reservists?"),
)
_OTHER_SERVICES = one_of(
    *phrases(
        r"""
        firefighters? | fire (?:and rescue )?(?:service|crews?|station|brigade|officers?|department|chief) | crews? |
        border force | immigration (?:enforcement|officers?) | customs (?:officers?|service|agents?) |
        watch(?![- ]house) |
        coastguards? | lifeboat | ambulance | paramedics? | traffic wardens? | parking | enforcement agents? |
        bailiffs? | security guards? |
        court (?:staff|officers) | probation | rangers | environment agency | transport security
        """
    ),
)
_SERVICE = re.compile(rf"\b(?:{_PRISON}|{_FORCES}|{_OTHER_SERVICES})\b", re.I)
# Those of a trade that has no officers, as whom a sentence is about: "A newly elected councillor who …"
_TRADE = one_of(
    *phrases(
        r"""
        councill?ors? | cllr | councilm[ae]n | councilwom[ae]n | mps? | msps? | tds? | senators? | ministers? |
        aides? | pcc | paramedics? | police and crime commissioners? | ambulance (?:workers?|staff|crews?) |
        head ?teachers? | teaching assistants? | nurses? | midwi(?:fe|ves) | doctors? | gps? | surgeons? | dentists? |
        pharmacists? | teachers? | lecturers? | professors? | pupils? | students? | soldiers? | firefighters? |
        corporals? | pilots? | stewards? | porters? | carers? | couriers? | care workers? | social workers? |
        civil servants? | cabin crew | door (?:staff|supervisors?) | bouncers? | doorm[ae]n | footballers? |
        players? | coach(?:es)? | referees? | fans | vicars? | priests? | bishops? | comedians? | landlords? |
        builders? | plumbers? | farmers? | postm[ae]n | governors? | drivers?
        """
    ),
)
_PEOPLE = re.compile(
    rf"(?:^|\n|[.!?”\"] )(?:[\w’'-]+ ){{0,5}}?{_TRADE}\b"
    r"(?! (?:\w+ )?(?:demand|call|quiz|ask|urg|question|condemn|criticis|hear|"
    r"t[eo]ll|told|want|welcom|vote|debate|to (?:quiz|question|hear|debate|vote)))",
    re.I,
)
# "officers", "sergeants" and ranks, of whatever service
_ANY_OFFICERS = re.compile(
    r"\b(?:officers?|sergeants?|sgts?|inspectors?|insp|superintendents?|lieutenants?|captains?|probationers?|recruits?)"
    r"\b",
    re.I,
)
_OPENING = 4  # sentences


def is_surely_police(text: str) -> bool:
    """Whether words tell of people who can only be police, and who do not just investigate.

    >>> is_surely_police("Two constables were suspended"), is_surely_police("Police officers are examining phones")
    (True, False)
    """
    return SURELY_POLICE.search(without_investigators(text)) is not None


def without_investigators(text: str) -> str:
    """The text, with blanks for police who are at their work in somebody else's matter; as long as it was."""
    return _AT_WORK.sub(lambda match: " " * len(match.group()), text)


def is_of_another_service(account: Account) -> bool:
    """Whether an article opens on another service ("nine officers who work at HMP Tarrow"), and on nobody who is surely
    police.
    """
    words_ = account.opening(_OPENING)
    return len(_SERVICE.findall(words_)) > 1 and not is_surely_police(words_)


def begins_with_another_trade(account: Account) -> bool:
    """Whether headline and first sentence tell what became of people of another trade, and speak of no police but those
    who investigate: "A councillor who posted racist tweets will face no further action from police".
    """
    opening = without_investigators(account.opening(1))
    if SURELY_POLICE.search(opening) or _ANY_OFFICERS.search(opening):
        return False
    first = [sentence for sentence in opening.split("\n") if _PEOPLE.search(sentence)]
    return any(
        without_investigators(account.sentence_of(step)) in first for step in account.asserted("STAGE", "SANCTION")
    )
