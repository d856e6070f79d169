"""Who speaks for whom: counsel, those who speak for an office, a party, a family or a union."""

import re

from cuttings.extract.patterns import Sought, one_of, words

# Who is spoken for in office: by their own people, or at a hearing by counsel
_BODIES = one_of(
    *words("CPS IOPC PIRC Ombudsman watchdog commission city county State department commissioner"),
    "Crown Prosecution Service",
    "Crown Office",
    "(?:D|d)irector",
)
_PARTIES_TO_IT = one_of(
    *words("force constabulary Crown crown prosecution police service"),
    *("chief constable", "appropriate authority", "Met", "RCMP", "PSNI"),
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:Police|Constabulary)(?: Service| Department)?",
)
_SIDE = rf"(?:{_BODIES}|{_PARTIES_TO_IT})"
_ON_BEHALF = (
    r"(?:for|representing|on behalf of|(?:acting|appearing) (?:for|on behalf of)|"
    r"presenting (?:the case )?(?:for|on behalf of))"
)
# "A force spokesman, Sgt ", "the presenting officer, ", "Board President ", "Commissioner for Wales "
_SPEAKS_FOR = Sought(
    r"\b(?:spokes(?:man|woman|person))(?: (?:for|of|at) [^.,]{0,40})?,? $"
    r"|\b(?:Board|Panel|Commission|Committee|Tribunal|Council) (?:President|Vice[- ]President|Chair\w*|Member|member) $"
    r"|\bCommissioner for (?:[A-Z]\w+ ){1,3}$"
    r"|\bThe Hon(?:ou?rable|\.) (?:(?:Mr|Mrs|Ms|Madam) Justice )?$"
    r"|\b(?:chaired|heard|presided over|adjudicated) by "
    r"(?:(?:the )?(?:[\w’'-]+ ){0,6}|an? (?:[\w’'-]+ ){1,6}[\w’'-]+, )$"
    # "an inquiry led by a former magistrate, Jo Vale"
    r"|\b(?:investigation|inquiry|enquiry|review|probe|panel|hearing|tribunal|board|team),? (?:\w+ ){0,2}"
    r"(?:led|headed|overseen|conducted|carried out) by (?:(?!found|ruled|heard|said|decided|told|"
    r"concluded)[\w’'-]+,? ){0,6}$"
    r"|\b[Tt]he (?:panel['’]s )?chair(?:man|woman|person)?,? (?:Sir |Dame |an? (?:[\w-]+ ){1,5}(?:named|called) )?$"
    r"|(?:^|\n)(?:(?:Panel |Legally[- ][Qq]ualified )?[Cc]hair(?:person|man|woman)?|LQC|Adjudicator|"
    r"Judge): (?:Mr |Mrs |Ms |Dr )?$"
    r"|\bCrown (?:[Aa]ttorney|[Pp]rosecutor) $"
    r"|\b(?:panel|board|tribunal)['’]s legal(?:ly qualified)? advis[eo]r,? $"
    r"|\b[Ll]egal(?:ly qualified)? advis[eo]r to the (?:\w+ )?(?:panel|board|tribunal|hearing|chair),? $"
    rf"|(?:^|[.”\"\n] ?)For the {_BODIES}, (?:Mr |Mrs |Ms |Miss )?$"
)
# Counsel at a hearing, whoever is represented: "For the constabulary, Jo Vale said", "Prosecutor Jo Vale told the jury"
_PUTS_A_CASE_BEFORE = Sought(
    r"\b(?:[Pp]resenting officer|Crown [Cc]ounsel|[Pp]rosecuting (?:counsel|barrister|solicitor))"
    r"(?: (?:for|of|at) [^.,]{0,40})?,? $"
    rf"|\b(?:panel|board|tribunal|{_SIDE})['’]s (?:counsel|barrister|advocate|solicitor|lawyer), $"
    rf"|\b(?:[Cc]ounsel|[Bb]arrister|[Ss]olicitor|[Ll]awyer|[Aa]dvocate) for (?:the )?{_SIDE},? $"
    rf"|(?:^|[.”\"\n] ?)For the {_PARTIES_TO_IT}, (?:Mr |Mrs |Ms |Miss )?$"
)
_PUTS_A_CASE_AFTER = re.compile(
    r"(?:,? [KQ]C)?(?:"
    r",? who (?:presents?|presented|puts?|opened|opens|prosecuted|prosecutes) (?:the|its|their) (?:\w+ )?case\b"
    r"|, (?:presenting|prosecuting)(?= (?:the|it|for|on)\b|[,.])"
    rf"|, (?:(?:counsel|barrister|solicitor|lawyer) )?{_ON_BEHALF} (?:the )?{_PARTIES_TO_IT}(?=[,:]))"
)
# Nor does who speaks for a union, or for those who serve
_UNION = (
    r"(?:Federation|Fed|[Uu]nions?|[Ss]taff [Aa]ssociation|(?:Police|Superintendents['’]?|Officers['’]?|Sergeants['’]?|"
    r"Representative|Constables['’]?|Inspectors['’]?|Detectives['’]?|Deputies['’]?|Troopers['’]?|Gardaí|"
    r"Patrolmen['’]?s?|Benevolent) "
    r"(?:Benevolent )?Association|Fraternal Order(?: of Police)?|FOP|PBA|GRA|AGSI|UNISON|Unison|Lodge \d+|Guild|"
    r"Association of (?:[A-Z]\w+ (?:and )?){0,3}(?:Sergeants|Inspectors|Superintendents|Constables))"
)
_LEADS = (
    r"(?:chair\w*|secretary|president|leader|head|rep(?:resentative)?|spokes\w+|officials?|delegate|boss|chief|lead|"
    r"(?:executive )?director|treasurer|organi[sz]er|convenor|convener|steward|lawyer|attorney|solicitor)"
)
_OF_UNION_BEFORE = Sought(
    rf"\b{_UNION}(?:['’]s?)? (?:[\w’'-]+ ){{0,3}}?{_LEADS},? $"
    rf"|\b{_LEADS} (?:of|for|at|from|with) (?:[\w’'&-]+ ){{0,9}}?{_UNION}(?: (?:[A-Z]\w+|branch|group|board))?,? $"
)
_OF_UNION_AFTER = re.compile(
    r"(?:, \d\d)?(?:"
    rf",? who (?:\w+ )?(?:chairs|leads|heads|represents|speaks for|is|runs) (?:[\w’'&-]+ ){{0,9}}?{_UNION}\b"
    rf"|,? (?:of|from) (?:[\w’'&-]+ ){{0,5}}?{_UNION}\b"
    rf"|, (?:[\w’'-]+ ){{0,4}}?{_LEADS} (?:of|for|at|from|with) (?:[\w’'&-]+ ){{0,9}}?{_UNION}\b"
    rf"|, (?:[\w’'&-]+ ){{0,4}}?{_UNION}(?:['’]s)? (?:[\w-]+ ){{0,2}}?{_LEADS}\b)"
)
# "The Federation urged patience. Its chair, Jo Vale, said"
_ITS = re.compile(
    rf"(?:\b[Ii]ts (?:[\w’'-]+ ){{0,3}}?{_LEADS},? |[”\"] (?:said|says) its (?:[\w’'-]+ ){{0,3}}?{_LEADS},? )$"
)
# "The staff association disagreed. Jo Vale, its secretary, said"
_ITS_AFTER = re.compile(rf", its (?:[\w’'-]+ ){{0,3}}?{_LEADS}\b")
_UNION_ENDS = Sought(rf"\b{_UNION}[”\"]?\.?\s*$")
_UNION_SPEAKS = re.compile(rf"^(?:[“\"][^”\"]*[”\"],? (?:said )?)?(?:[Tt]he |An? )?(?:[\w’'&-]+ ){{0,6}}?{_UNION}\b")
# Who speaks for a party speaks for no office
_PARTIES = one_of(
    *("Conservative", "Tory", "Labour", "Liberal", "(?:Liberal|Lib) Dem(?:ocrat)?", "SNP", "Green", "Reform"),
    *("Plaid Cymru", "Fine Gael", "Fianna F[áa]il", "Sinn F[ée]in", "Democrat(?:ic)?", "Republican"),
    *("[Ss]hadow", "[Oo]pposition", "[Pp]arty(?:['’]s)?"),
)
_PARTY = re.compile(rf"\b{_PARTIES}(?:['’]s)?(?: [\w-]+){{0,3}}(?: spokes\w+)?,? $")
# "For the sergeant, Jo Vale said"; "Jo Vale KC told the jury"
_FOR_SOMEBODY = re.compile(
    r"(?:^|[.”\"\n] ?)For (?:[\w’'.-]+ ){0,3}?[\w’'.-]+, (?:Mr |Mrs |Ms |Miss )?$"
    # "The lawyer for all four officers, Advocate ", "Defence solicitor "
    r"|\b(?:[Ll]awyer|[Ss]olicitor|[Bb]arrister|[Cc]ounsel|(?<!District )[Aa]ttorney|[Aa]dvocate) "
    r"(?:for|representing|acting for) (?:all |both |the |one of |some of |several of )?(?:\w+ ){0,3}?"
    r"(?:officers?|constables?|sergeants?|inspectors?|pair|men|women|trio|deput(?:y|ies)|detectives?|accused|defendants?|"
    r"famil(?:y|ies)|appellant|complainants?|victims?|claimants?),? (?:Mr |Mrs |Ms |Miss |Advocate )?$"
    r"|\b[Dd]efen[cs]e (?:solicitor|barrister|lawyer|counsel|advocate|attorney),? $"
)
# "Hal Wexler, for PC Frome", "Orla Cahoon, the constable's solicitor", "Lee Marsh, who represents Officer Frome"
_THEM = (
    r"(?:(?:(?:the|all|both|one of|two of|three of|some of|most of) )*(?:\w+ )?(?:officers?|constables?|"
    r"sergeants?|inspectors?|pair|men|trio|deput(?:y|ies)|detectives?)|"
    r"(?:PCs?|DC|Sgt|Sergeant|Constable|Inspector|Officer|Deputy|Detective|Garda|Mr|Ms|Mrs|Miss) [A-Z][\w’'-]+)"
)
_LAWYERS = "(?:solicitor|barrister|lawyer|counsel|attorney|advocate|representative)"
_COUNSEL = re.compile(
    r",? [KQ]C\b"
    rf"|, (?:(?:who )?(?:represent(?:s|ed|ing)|acts? for|acting for|defend(?:s|ed|ing))|for) {_THEM}\b(?!['’])"
    rf"|, (?:{_THEM}|his|her|their)['’]?s? (?:\w+ )?{_LAWYERS}\b"
)
_PRESIDES = re.compile(
    r"(?:,? [KQ]C)?(?:"
    r",? who (?:is presiding|presides|presided|sat as)\b"
    rf"|, who speaks for (?:the )?{_SIDE}\b"
    # "Miss Jo Vale KC, Chair", where a decision is signed
    r"|,? \(?(?:[Ll]egally [Qq]ualified |[Pp]anel |[Ii]ndependent )*Chair(?:man|woman|person)?\)?$"
    r"|, in the chair(?= (?:the|it|for|on)\b|[,.])"
    rf"|, {_ON_BEHALF} (?:the )?{_BODIES}(?=[,:])"
    rf"|, (?:an?|the) (?:(?!family|union)[\w’'-]+ ){{0,3}}spokes(?:man|woman|person)(?: for (?:the )?{_SIDE})?(?=[,:])"
    r"|, sitting (?:in|at) (?:[A-Z][\w’'-]+ ){1,3}(?:Court|Crown|Magistrates))"
)
# "A spokesman for the family, Jo Vale": for no office either
_OF_FAMILY = re.compile(
    r"\bspokes(?:man|woman|person) for (?:the|his|her|their) (?:\w+ )?"
    r"(?:family|relatives|parents)(?: of [^,.;]{2,40})?,? $"
)


def speaks_for_office(before: str, after: str) -> bool:
    """Whether the words around a name say that somebody speaks or decides for a force, a court or a panel.

    >>> speaks_for_office("The panel, chaired by the retired judge ", ""), speaks_for_office("For the CPS, ", " said")
    (True, True)
    """
    told = _SPEAKS_FOR.search(before) and not _OF_FAMILY.search(before) and not _PARTY.search(before)
    return bool(told) or _PRESIDES.match(after) is not None


def puts_a_case(before: str, after: str) -> bool:
    """Whether somebody presents or prosecutes a case at a hearing, as counsel: for no office of their own.

    >>> puts_a_case("For the constabulary, ", " said"), puts_a_case("", ", prosecuting, said"), puts_a_case("", " said")
    (True, True, False)
    """
    return _PUTS_A_CASE_BEFORE.search(before) is not None or _PUTS_A_CASE_AFTER.match(after) is not None


def speaks_for_members(before: str, after: str, sentence_before: str = "") -> bool:
    """Whether somebody speaks for a union or a federation; ``sentence_before``: to which "its chair" goes back.

    >>> speaks_for_members("", ", secretary of the Kerrin Police Federation, said")
    True
    >>> speaks_for_members("Its chair, ", " said", "The Kerrin Police Federation disagreed.")
    True
    """
    if _OF_UNION_BEFORE.search(before) or _OF_UNION_AFTER.match(after):
        return True
    told = _ITS.search(before) or _ITS_AFTER.match(after)
    union = _UNION_SPEAKS.match(sentence_before) or _UNION_ENDS.search(sentence_before)
    return told is not None and union is not None


def is_counsel(before: str, after: str) -> bool:
    """Whether the words around a name tell of a barrister, or that somebody speaks for an officer, or for a family.

    >>> is_counsel("", " KC told the jury"), is_counsel("For the sergeant, ", " said"), is_counsel("", " said")
    (True, True, False)
    """
    if _OF_FAMILY.search(before):
        return True
    return _COUNSEL.match(after) is not None or _FOR_SOMEBODY.search(before) is not None


def speaks_for_party(told: str) -> bool:
    """Whether a title with the words before it is that of a party: "Labour's justice spokesman"."""
    return _PARTY.search(told + " ") is not None
