"""Who holds an office, by the words around a name."""

import re

from cuttings.extract.patterns import Sought, one_of, phrases, words
from cuttings.extract.people.advocates import speaks_for_office

_OFFICES = one_of(
    *("commissioner", "PCC", "director", "chief", "ombudsman", "chair(?:man|woman|person)?", "judge", "head of"),
    r"spokes\w+",
    *("minister", "secretary", "IOPC", "watchdog", "coroner", "(?:independent )?panel member"),
    "legally qualified (?:adviser|person|member)",
    r"(?:city|county|district|borough|town|state['’]s|deputy|assistant) (?:attorney|solicitor|prosecutor|manager)",
)
# "Frome, the judge added, had set it in motion": who says it is somebody else
_NO_SPEAKER = r"(?! (?:said|says|added|told|ruled|noted|found|wrote|went on|continued|concluded|remarked|heard)\b)"
_INQUIRY = r"(?:review|inquiry|report|inspection)"
# ", who chaired the panel", ", the force's deputy chief", ", chair of the panel", ", whose review found"
_OFFICIAL_AFTER = re.compile(
    rf", who (?:chaired|chairs|led|leads)\b|['’]s (?:[\w-]+ ){{0,3}}?{_INQUIRY} (?:into|of|on)\b"
    rf"|, who (?:carried out|conducted|wrote|oversaw) (?:an?|the|its|his|her) (?:[\w-]+ ){{0,3}}{_INQUIRY}\b"
    rf"|, whose (?:[\w-]+ ){{0,3}}{_INQUIRY}\b"
    r"|(?: (?:MP|MSP|MLA|TD|MS))?,? (?:who (?:also )?(?:sits on|is (?:a member|chair) of)|a member of) "
    r"[^.,]{0,60}?(?:committee|the board|(?:police|policing) (?:board|authority|and crime panel))\b"
    r"|, who (?:oversees|runs|heads) (?:our|its|the force['’]s|the watchdog['’]s) "
    r"|, (?:[\w-]+ ){0,3}[Pp]rosecutor (?:for|with|at|from) "
    r"|, chairing (?:the|a|its) "
    rf"|, (?!(?:(?:an?|the|its|their) )?(?:former|ex-|retired|one-time)\b)(?:who (?:is|was) (?:then |now |"
    rf"at the time )?)?"
    rf"(?:(?:the|an?|of|from|our|its|their|[\w-]+['’]s?) (?:[^.,]{{0,60}} )?|(?:[\w-]+ ){{0,3}}?){_OFFICES}\b"
    rf"{_NO_SPEAKER}",
    re.I,
)
# " MP", ", the Labour MP for Kerrin", ", whose constituency takes in the station", ", a Fair Bay councillor"
_SEAT = one_of(
    *words("MP MSP MLA MEP MPP TD MHK AM councillor councilman councilwoman alderman alderwoman senator"),
    *words("congressman congresswoman assemblyman assemblywoman backbencher"),
    *("council member", "assembly member", "member of (?:the )?[Pp]arliament", "state representative"),
    r"(?:leader|mayor) of (?:the )?(?:[\w’'-]+ ){0,4}(?:[Cc]ouncil|[Cc]ity|[Bb]orough)",
    r"(?:[Cc]ouncil|[Oo]pposition|[Hh]ouse|[Mm]inority|[Mm]ajority) [Ll]eader",
)
_SITS_AFTER = re.compile(
    rf",? (?:MP|MSP|MLA|MEP|MPP|TD|MHK|AM)\b|, (?:{_SEAT})\b"
    rf"|, (?:who is (?:the |an? )?)?(?!(?:[\w’'-]+ )?(?:former|ex-|retired)\b)(?:(?:the|an?|its|their|our|whose) )?"
    rf"(?:[\w’'-]+ ){{0,4}}?{_SEAT}\b"
    r"|, (?:whose (?:constituency|ward|riding|district|electorate|seat)\b|"
    r"who (?:represents|sits for|is (?:the )?(?:\w+ )?(?:MP|MSP|TD|councillor) for) (?:the )?(?:[\w’'-]+ ){1,5}"
    r"(?:ward|neighbou?rhood|constituency|district|riding|area|council))"
)
# "The MP for Kerrin, ", "the leader of the city council, "
_SITS_BEFORE = re.compile(
    rf"\b(?<!former )(?<!ex-)(?:{_SEAT})(?: (?:for|of|from|in) [^.,;]{{2,50}})?,? $"
    # "SDLP policing board member ", "Her DUP colleague on the board, ", "Authority member "
    r"|\b(?:[Pp]olic(?:e|ing) (?:[Bb]oard|[Aa]uthority|[Cc]ommittee)|[Aa]ssembly|Authority|"
    r"(?i:board|tribunal|panel)['’]s independent|[Ll]egally [Qq]ualified|(?:[Ii]ndependent )?[Pp]anel) [Mm]ember,? $"
    r"|\b(?:counterpart|colleague|member) on the (?:[A-Z][\w’'-]+ )?(?:[Bb]oard|[Aa]uthority|[Cc]ommittee|[Pp]anel),? $"
    # "A Green member of the Policing Board, "
    r"|\b(?:member|chair\w*|vice[- ]chair\w*) of the (?:[A-Z][\w’'-]+ ){0,4}"
    r"(?:[Pp]olic(?:e|ing) (?:[Bb]oard|[Aa]uthority|[Cc]ommittee|and [Cc]rime [Pp]anel)|[Cc]ommittee|[Cc]ity "
    r"[Cc]ouncil),? $"
)
# "the chief of the force, "
_OFFICIAL_BEFORE = re.compile(
    r"\b(?:commander|chief|superintendent|director|commissioner|chair(?:man|woman)?|judge|sheriff|head|coroner)\b"
    r"[^.,]{0,50}, $",
    re.I,
)
# "Head of Professional Standards Jo Vale"
_HEAD_OF = re.compile(
    r"\b(?:[Hh]ead|[Dd]irector|[Cc]hief|[Ll]ead|(?:Inspector|Auditor|Attorney|Director)[- ]General|Minister|Secretary|"
    r"Superintendent) (?:of|for) (?:the )?(?:[\w’'&-]+ ){1,5}$"
    # "The chief constable quoted in the article is Jo Vale", "IPCA's general manager, "
    r"|\b[Tt]he (?:(?:assistant|deputy|acting|new|police and crime) ){0,2}(?:chief constable|commissioner|"
    r"ombudsman|judge|"
    r"police chief)(?: [\w’'-]+){0,6} (?:is|was) $"
    r"|\b(?:[A-Z]{2,}|watchdog|ombudsman|regulator)['’]s (?:\w+ )?manager,? $"
    # "Southland area commander Inspector Jo Vale"
    r"|\b(?:[Aa]rea|[Dd]istrict|[Dd]ivisional|[Bb]orough|[Ss]tation|[Rr]egional) [Cc]ommander,? $"
)
# "The director of the charity Fair Deal, Jo Vale": no office of a force, a court or a government
_PRIVATE = one_of(
    r"[Cc]ampaign\w*",
    r"(?<!arliamentary )(?<!all-party )(?<!All-Party )[Gg]roup",
    *words("[Cc]harity [Tt]rust [Ff]oundation [Ff]orum [Nn]etwork [Ss]ociety [Uu]nion [Cc]ompany"),
    *words(
        "[Ff]irm [Cc]lub [Mm]osque [Cc]hurch [Ss]ynagogue [Ss]chool [Uu]niversity [Hh]ospital [Nn]ewspaper [Aa]lliance"
    ),
    *words("[Cc]entre [Cc]enter [Cc]hamber [Ff]estival [Mm]useum [Pp]roject [Cc]oalition"),
    *("[Cc]ollege(?! of Policing)", "[Tt]hink[- ]?tank"),
)
_CHIEF = (
    r"(?:chief executive|director|chair(?:man|woman|person)?|president|founder|head|manager|spokes(?:man|woman|person))"
)
_NO_OFFICE = re.compile(
    r"(?:,? who (?:founded|runs|leads|chairs|heads) |,? (?:of|from) "
    r"|, (?:(?:the|an?) )?(?:[\w-]+ ){0,4}?(?:of|for|at|from) )"
    rf"[^.,]{{0,50}}?\b{_PRIVATE}\b"
    rf"|, (?:the |an? |its )?(?:[\w-]+ ){{0,3}}?{_PRIVATE}['’]s? (?:[\w-]+ ){{0,2}}?{_CHIEF}\b"
)
_NO_OFFICE_BEFORE = Sought(
    rf"\b(?:[Hh]ead|[Dd]irector|[Cc]hief|[Ll]ead|[Cc]hair\w*|[Ff]ounder)\b[^.]{{0,60}}?\b{_PRIVATE}\b[^.]{{0,40}}$"
    rf"|\b{_PRIVATE}(?:['’]s?)? (?:[\w-]+ )?{_CHIEF},? $"
)
# "Refuge chief executive Jo Vale", "Jo Vale, director of Harbour Women": of an organisation that is no public one
_OF_ONE_BEFORE = re.compile(
    r"(?P<org>(?:[A-Z][\w’'&-]+ (?:(?:of|for|and|the|on) )*){1,6})(?:deputy |interim |acting )?"
    rf"{_CHIEF},? $"
)
_OF_ONE_AFTER = re.compile(
    rf", (?:the )?(?:[\w-]+ ){{0,3}}?{_CHIEF} (?:of|for|at) (?:the )?"
    r"(?P<org>(?:[A-Z][\w’'&-]+(?: (?:of|for|and|the|on))*[ ,.])+)"
)
_PUBLIC = re.compile(
    r"\b"
    + one_of(
        *words("Police Constabulary Council Authority Office Ombudsman Board Policing Government Ministry Department"),
        *words("Service Agency Inspectorate Tribunal Court Committee Assembly Parliament Garda Gardaí Met Panel Force"),
        *words("Watchdog Hearing Inquiry Professional Standards Investigations Operations Communications Regional"),
        *words("Region Prosecutions Directorate Sheriff Public Home Crown Justice State City Pirc Gsoc Fiosrú"),
        *words("England Wales Scotland Ireland London Finance Legal Legally Independent Executive National Area Lead"),
        *words("General Managing Associate Deputy Vice Acting Interim Former Senior The Its His Her"),
        *(r"Commission\w*", "[A-Z]{2,}[A-Za-z]*"),
    )
    + r"\b"
)
# Of an officer who looked into it: ", who led the inquiry", ", of the professional standards department"
_LOOKED = one_of(
    *words("led leads headed heads oversaw oversees directed ran runs examined examines analy[sz]ed investigated"),
    *words("investigates reviewed downloaded extracted recovered supervised"),
)
_LOOKED_INTO = one_of(
    *words("investigations? inquir(?:y|ies) enquir(?:y|ies) case probe review handsets? phones? devices? tablets?"),
    *words("laptops? computers? downloads? evidence data complaint allegations?"),
)
_STANDARDS = one_of(
    *phrases(
        r"""
        [Pp]rofessional [Ss]tandards | (?:[Aa]nti|[Cc]ounter)[- ][Cc]orruption | PSD | DPS |
        [Ii]nternal (?:[Aa]ffairs|[Ii]nvestigations) | [Mm]ajor (?:[Cc]rime|[Ii]nvestigations?) |
        [Ss]pecialist [Cc]rime
        """
    ),
)
_INVESTIGATOR = r"(?:investigating officer|officer in (?:the|charge of the) case|investigator)"
_INVESTIGATES_AFTER = re.compile(
    rf"(?:, \d\d)?,? (?:of [^.,]{{2,40}}, )?who (?:has |had |is |was )?(?:also )?{_LOOKED} "
    rf"(?:the |his |her |their |a |an |both |all )?(?:[\w’'-]+ ){{0,3}}?{_LOOKED_INTO}\b"
    r"|,? (?:the |of |from |with |in |(?:deputy )?head of |who (?:heads|leads|runs|works in|is (?:head|part) of) )"
    rf"(?:[\w’'-]+ ){{0,5}}?{_STANDARDS}\b"
    rf"|, (?:the )?(?:senior |lead |chief )?{_INVESTIGATOR}\b"
)
_INVESTIGATES_BEFORE = re.compile(
    r"\b(?:[Ii]nvestigating officer|[Oo]fficer in (?:the|charge of the) case|(?:[Ss]enior|[Ll]ead) investigator|"
    rf"[Hh]ead of (?:the )?(?:[\w’'-]+ ){{0,3}}{_STANDARDS}(?: \w+)?),? $"
)
# ", the watchdog's director of major investigations": an office, whatever it looks into
_HEADS_AFTER = re.compile(
    r", (?:the |its |their |an? )?(?:[\w’'-]+['’]s )?(?:[\w-]+ ){0,2}(?:director|head|chief|commander) (?:of|for)\b"
)
# "The chief's deputy, Jo Vale": second to an office, no sheriff's deputy
_SECOND = re.compile(r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|(?<!heriff)['’]s?)(?: former)?(?: deputy,?)? $")


# "The adjudicator, retired judge Jo Vale", "Hearing officer: Jo Vale": who decides, whatever they were before
_DECIDER = one_of(
    *phrases(
        r"""
        [Aa]djudicator | [Aa]rbitrator | [Hh]earing [Oo]fficer | [Pp]residing [Oo]fficer | [Pp]anel [Cc]hair\w* |
        [Ll]egally [Qq]ualified (?:[Aa]dviser|[Pp]erson|[Cc]hair) | [Hh]earing [Ee]xaminer
        """
    ),
)
_DECIDES_BEFORE = re.compile(
    rf"\b{_DECIDER}(?:: |, )?(?: ?(?:[Rr]etired|[Ff]ormer) ?)?(?: ?(?:[Jj]udge|[Ss]uperintendent|[Pp]rofessor|"
    r"[Ll]awyer|[Bb]arrister|[Ii]nspector|[Ss]heriff|Ms|Mrs|Mr|Dr|Sir|Dame) )? ?$"
)
_DECIDES_AFTER = re.compile(
    rf"(?:, [KQ]\.?C\.?)?(?:, (?:the |an? )?(?:[\w-]+ ){{0,2}}?{_DECIDER}\b{_NO_SPEAKER}"
    r"| \((?:the )?(?:[Cc]hair|(?:[Ii]ndependent )?[Pp]anel [Mm]ember|[Ll]egally [Qq]ualified \w+)\)"
    r"| in the chair\b)"
)


def of_office(before: str, after: str) -> str:
    """``speaks_for``, ``investigates`` or ``official``, by a description before or after a name; empty for none.

    >>> of_office("", ", who chaired the panel"), of_office("", ", who examined the handset"), of_office("", " said")
    ('official', 'investigates', '')
    """
    if speaks_for_office(before, after) or _DECIDES_BEFORE.search(before) or _DECIDES_AFTER.match(after):
        return "speaks_for"
    if _HEADS_AFTER.match(after) and not is_private(before, after):
        return "official"
    if _INVESTIGATES_AFTER.match(after) or _INVESTIGATES_BEFORE.search(before):
        return "investigates"
    if _SITS_AFTER.match(after) or _SITS_BEFORE.search(before):
        return "official"
    if is_private(before, after):
        return ""
    told = _OFFICIAL_AFTER.match(after) or _OFFICIAL_BEFORE.search(before) or _HEAD_OF.search(before)
    return "official" if told else ""


def is_private(before: str, after: str) -> bool:
    """Whether somebody heads or speaks for what is no public body: a charity, a firm, a campaign.

    ``before``: with the title.

    >>> is_private("Harbour Women chief executive ", ""), is_private("", ", director of the Police Board,")
    (True, False)
    """
    if _NO_OFFICE.match(after) or _NO_OFFICE_BEFORE.search(before):
        return True
    told = _OF_ONE_BEFORE.search(before) or _OF_ONE_AFTER.match(after)
    return told is not None and _PUBLIC.search(told["org"]) is None


def is_second(before: str) -> bool:
    """Whether "deputy" after these words is that of a chief: "his ", "the chief constable's "."""
    return _SECOND.search(before) is not None
