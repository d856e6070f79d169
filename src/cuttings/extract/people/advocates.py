"""Who speaks for whom: counsel, those who speak for an office, a party, a family or a union."""

import re

from cuttings.extract.patterns import one_of, words

# Who is spoken for in office
_SIDE = one_of(
    *words("force constabulary Crown prosecution police city county State CPS IOPC PIRC Ombudsman watchdog commission"),
    *("department", "service", "chief constable", "commissioner", "appropriate authority", "Met", "RCMP", "PSNI"),
    r"(?:[A-Z][\w’'-]+ ){1,3}(?:Police|Constabulary)(?: Service| Department)?",
)
_ON_BEHALF = (
    r"(?:for|representing|on behalf of|(?:acting|appearing) (?:for|on behalf of)|"
    r"presenting (?:the case )?(?:for|on behalf of))"
)
# "A force spokesman, Sgt ", "the presenting officer, ", "Board President ", "Commissioner for Wales "
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes(?:man|woman|person)|presenting officer)(?: (?:for|of|at) [^.,]{0,40})?,? $"
    r"|\b(?:Board|Panel|Commission|Committee|Tribunal|Council) (?:President|Vice[- ]President|Chair\w*|Member|member) $"
    r"|\bCommissioner for (?:[A-Z]\w+ ){1,3}$"
    r"|\b(?:chaired|heard|presided over|adjudicated) by "
    r"(?:(?:the )?(?:[\w’'-]+ ){0,6}|an? (?:[\w’'-]+ ){1,6}[\w’'-]+, )$"
    # "an inquiry led by a former magistrate, Jo Vale"
    r"|\b(?:investigation|inquiry|enquiry|review|probe|panel|hearing|tribunal|board|team),? (?:\w+ ){0,2}"
    r"(?:led|headed|overseen|conducted|carried out) by (?:[\w’'-]+,? ){0,6}$"
    r"|\b[Tt]he (?:panel['’]s )?chair(?:man|woman)?,? (?:Sir |Dame )?$"
    r"|\bCrown (?:[Aa]ttorney|[Pp]rosecutor|[Cc]ounsel) $"
    rf"|\b(?:panel|board|tribunal|{_SIDE})['’]s (?:legal adviser|counsel|barrister|advocate|solicitor|lawyer), $"
    rf"|\b(?:[Cc]ounsel|[Bb]arrister|[Ss]olicitor|[Ll]awyer|[Aa]dvocate) for (?:the )?{_SIDE},? $"
    # "For the constabulary, Jo Vale said"
    rf"|(?:^|[.”\"\n] ?)For the {_SIDE}, (?:Mr |Mrs |Ms |Miss )?$"
)
# Nor does who speaks for a union, or for those who serve
_UNION = (
    r"(?:Federation|Fed|[Uu]nions?|[Ss]taff [Aa]ssociation|(?:Police|Superintendents['’]?|Officers['’]?|Sergeants['’]?|"
    r"Constables['’]?|Inspectors['’]?|Detectives['’]?|Deputies['’]?|Troopers['’]?|Gardaí|Patrolmen['’]?s?|Benevolent) "
    r"(?:Benevolent )?Association|Fraternal Order(?: of Police)?|FOP|PBA|GRA|AGSI|UNISON|Unison|Lodge \d+|Guild)"
)
_LEADS = (
    r"(?:chair\w*|secretary|president|leader|head|rep(?:resentative)?|spokes\w+|officials?|delegate|boss|chief|lead|"
    r"(?:executive )?director|treasurer|organi[sz]er|convenor|convener|steward|lawyer|attorney|solicitor)"
)
_OF_UNION_BEFORE = re.compile(
    rf"\b{_UNION}(?:['’]s?)? (?:[\w’'-]+ ){{0,3}}?{_LEADS},? $"
    rf"|\b{_LEADS} (?:of|for|at|from|with) (?:[\w’'&-]+ ){{0,6}}?{_UNION}(?: [A-Z]\w+)?,? $"
)
_OF_UNION_AFTER = re.compile(
    r"(?:, \d\d)?(?:"
    rf",? who (?:\w+ )?(?:chairs|leads|heads|represents|speaks for|is|runs) (?:[\w’'&-]+ ){{0,6}}?{_UNION}\b"
    rf"|,? (?:of|from) (?:[\w’'&-]+ ){{0,5}}?{_UNION}\b"
    rf"|, (?:[\w’'-]+ ){{0,4}}?{_LEADS} (?:of|for|at|from|with) (?:[\w’'&-]+ ){{0,6}}?{_UNION}\b"
    rf"|, (?:[\w’'&-]+ ){{0,4}}?{_UNION}(?:['’]s)? (?:[\w-]+ ){{0,2}}?{_LEADS}\b)"
)
# "The Federation urged patience. Its chair, Jo Vale, said"
_ITS = re.compile(
    rf"(?:\b[Ii]ts (?:[\w’'-]+ ){{0,3}}?{_LEADS},? |[”\"] (?:said|says) its (?:[\w’'-]+ ){{0,3}}?{_LEADS},? )$"
)
_UNION_SPEAKS = re.compile(rf"^(?:[“\"][^”\"]*[”\"],? (?:said )?)?(?:[Tt]he |An? )?(?:[\w’'&-]+ ){{0,6}}?{_UNION}\b")
# Who speaks for a party speaks for no office
_PARTIES = one_of(
    *("Conservative", "Tory", "Labour", "Liberal", "(?:Liberal|Lib) Dem(?:ocrat)?", "SNP", "Green", "Reform"),
    *("Plaid Cymru", "Fine Gael", "Fianna F[áa]il", "Sinn F[ée]in", "Democrat(?:ic)?", "Republican"),
    *("[Ss]hadow", "[Oo]pposition", "[Pp]arty(?:['’]s)?"),
)
_PARTY = re.compile(rf"\b{_PARTIES}(?:['’]s)?(?: [\w-]+){{0,3}}(?: spokes\w+)?,? $")
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
    r"(?:,? [KQ]C)?(?:"
    r",? who (?:is presiding|presides|presided|sat as|(?:presents?|presented|puts?) (?:the|its|their) (?:\w+ )?case)\b"
    rf"|, who speaks for (?:the )?{_SIDE}\b"
    r"|, (?:in the chair|presenting|prosecuting)(?= (?:the|it|for|on)\b|[,.])"
    rf"|, {_ON_BEHALF} (?:the )?{_SIDE}(?=[,:])"
    rf"|, (?:an?|the) (?:(?!family|union)[\w’'-]+ ){{0,3}}spokes(?:man|woman|person)(?: for (?:the )?{_SIDE})?(?=[,:])"
    r"|, sitting (?:in|at) (?:[A-Z][\w’'-]+ ){1,3}(?:Court|Crown|Magistrates))"
)
# "A spokesman for the family, Jo Vale": for no office either
_OF_FAMILY = re.compile(
    r"\bspokes(?:man|woman|person) for (?:the|his|her|their) (?:\w+ )?(?:family|relatives|parents),? $"
)


def speaks_for_office(before: str, after: str) -> bool:
    """Whether the words around a name say that somebody speaks or decides for a force, a court or a panel.

    >>> speaks_for_office("The panel, chaired by the retired judge ", ""), speaks_for_office("For the Crown, ", " said")
    (True, True)
    """
    told = _SPEAKS_FOR.search(before) and not _OF_FAMILY.search(before) and not _PARTY.search(before)
    return bool(told) or _PRESIDES.match(after) is not None


def speaks_for_members(before: str, after: str, sentence_before: str = "") -> bool:
    """Whether somebody speaks for a union or a federation; ``sentence_before``: to which "its chair" goes back.

    >>> speaks_for_members("", ", secretary of the Kerrin Police Federation, said")
    True
    >>> speaks_for_members("Its chair, ", " said", "The Kerrin Police Federation disagreed.")
    True
    """
    if _OF_UNION_BEFORE.search(before) or _OF_UNION_AFTER.match(after):
        return True
    return bool(_ITS.search(before)) and _UNION_SPEAKS.match(sentence_before) is not None


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
