"""The form of a person's name: a run of capitals, less the titles before it and the words that make it a thing."""

import re
from functools import lru_cache

from cuttings.extract.patterns import LOWER, UPPER, one_of, words

# "Adeyi", "O'Hara", "McVale", "Frome-Lunt", "D’Arcy"
_PART = (
    rf"(?:(?:[OD]['’]|Mc|Mac|De|Di|Da|Du|La|Le|Van|Von|Del|"
    rf"Fitz)?[{UPPER}][{LOWER}]+(?:[-–](?:O['’])?[{UPPER}][{LOWER}]+|"
    rf"['’][{UPPER}][{LOWER}]+)*)"
)
_PARTICLE = one_of(*words("de da du van von bin al el ul la del der den Ní Ó"))
# "Jo Vale", "Jo P. Vale", "Jo van der Vale"
# "Jo “Josie” Vale"
_NICKNAME = rf"(?:[ ](?:[\"“‘'(][{UPPER}][{LOWER}]+[\"”’')])(?=[ ][{UPPER}][{LOWER}]))"
SEQUENCE = re.compile(
    rf"(?<![\w'’-]){_PART}{_NICKNAME}?(?:[ \u00a0](?:[A-Z]\.[ ]?)?(?:{_PARTICLE}[ ])*{_PART}){{0,7}}(?![\w-])"
)
_NICKNAMED = re.compile(_NICKNAME)
_SHORT = 4  # letters; "Wes" is no plural of "We"
SPACE = re.compile(r"[ \u00a0]")
_WORDS = re.compile(r"[^ \u00a0]+")
_BEFORE_HYPHEN = re.compile(r"['’].*|.*-(?=[A-Z])")

# Words that make a run of capitals something other than a person.
_ORGANISATIONS = words(
    "Police Constabulary Court Courts Council House University College School Hospital News Today Times Mail Post "
    "Herald Echo Gazette Telegraph Guardian Standard Mirror Sun Star Press Office Service Services Prison Crown "
    "Magistrates Station Department Committee Commission Authority Association Federation Union Party Government "
    "Parliament Assembly Panel Unit Team Squad Command Group Division Facebook Twitter Instagram Telegram Signal "
    "Snapchat Whatsapp Chat Messenger Observer Chronicle Argus Journal Tribune Advertiser Courier Examiner Refuge "
    "Síochána Siochána Siochana Tribunal Appeals Lodge Forum Trust Foundation Institute Alliance Legal Ledger "
    "Fianna Fáil Gael Sinn Féin Plaid Cymru "
    "Motors Brokers Bulletin Board Boards Policing Network Coalition Charity Initiative Partnership Collective"
)
_MATTERS = words(
    "Act Acts Law Code Report Review Inquiry Independent Conduct Professional Standards Gross Misconduct "
    "Operation Communications Criminal Human Rights Equality Investigation Investigations"
)
_PLACES = words(
    "Street Road Lane Avenue Square County City Town District Region North South East West Northern Southern Eastern "
    "Western Central Upper Lower Great New Old Royal National International Regional State Federal Supreme Co Point "
    "Falls Valley Yard Kong Nations Centre Center Island Islands Airport Harbour Stadium Beach Bay Township Borough "
    "Precinct Barracks Terminal Heights Rovers United Athletic Wanderers Gaels Roadrunners Harriers"
)
_DAYS_AND_MONTHS = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September "
    "October November December"
)
_PEOPLES = words(
    "British English Scottish Welsh Irish American Australian Canadian Indian African European Asian Black White "
    "Muslim Christian Jewish Aboriginal Indigenous"
)
_SMALL_WORDS = words(
    "Yesterday Today Tonight Tomorrow Meanwhile However Earlier Later Afterwards "
    "The This That These Those It He She They We You His Her Their Our My A An And But Or If When While After Before "
    "As At By For From In Into Of On To With No Not All Both Each Every Some Many Most Several One Two Three Four Five "
    "Six Seven Eight Nine Ten Another Other Others Also Now Then Here There Who What Where Why How "
    "Defending Representing Prosecuting Opening Mitigating Sentencing Jailing Addressing Appearing Speaking Asked"
)
MONTHS_TOO = frozenset({"April", "May", "June", "August"})  # given names, after a title
_OFFICES = words(
    "Level Principal Commissioner Former Ex Chief Deputy Assistant Acting Detective Special Senior Officer "
    "Officers Sergeant Constable Inspector Superintendent Commander Director General Minister Secretary Home "
    "Justice Judge Chair Chairman Public Attorney Prosecutor President Vice Mayor Lieutenant Captain Major "
    "Colonel Corporal Trooper Sheriff Premier Baroness Reporter Editor Ombudsman Garda Gardaí Magistrate Recorder "
    "Coroner Senator Governor Councilman Sergeants Inspectors Superintendents Constables Detectives Councilwoman "
    "Alderman Member Members Rabbi Imam Campaigner Activist Solicitor Barrister Lawyer"
)
_PAGE_WORDS = words("Staff Writer Image Picture Photo Published Updated Read More Latest Live Breaking Exclusive")
THINGS = frozenset().union(
    _ORGANISATIONS, _MATTERS, _PLACES, _DAYS_AND_MONTHS, _PEOPLES, _SMALL_WORDS, _OFFICES, _PAGE_WORDS
)
_TITLES = frozenset(
    words(
        "Mr Mrs Ms Miss Sir Dame Lord Lady Baroness Baron Dr Prof Professor Rev Cllr Councillor Pc Sgt Det Insp Supt "
        "Con Cons Cdr Cmdr Capt Lt Ch Ex Cpl Dep Det Tpr Ofc Maj"
    )
)
_TITLED = _TITLES.union(_OFFICES)
# Of the things, those that are surnames too after a given name: "Lee South".
SURNAMES_TOO = frozenset(
    words(
        "North South East West Black White Young Law Street Hall Bill Bishop Sergeant Constable Major Court Crown "
        "March May June Church Green Brown Lodge Trust Beach Post Center Lane Royal English "
        "Welsh Read Judge Press Justice"
    )
)


def plain(name: str) -> str:
    """A name without the nickname inside it.

    >>> plain("Jo “Josie” Vale")
    'Jo Vale'
    """
    return _NICKNAMED.sub("", name)


def surname(name: str) -> str:
    """The last word of a name; spaces may be ones that do not break."""
    return SPACE.split(name)[-1]


@lru_cache(2)
def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Where the names in a text's runs of capitals start and end, as ``trimmed`` gives them."""
    return tuple(trimmed(match.group(), match.start()) for match in SEQUENCE.finditer(text))


def trimmed(run: str, start: int) -> tuple[int, int]:
    """Where the name in a run of capitals starts and ends: what follows the last title or thing in it.

    ``start``: the run's own offset; an empty span there when nothing is left.

    >>> trimmed("Met Commissioner Sir Jo Vale", 0)
    (21, 28)
    """
    if not SPACE.search(run):
        return start, start if run in _TITLES else start + len(run)
    parts = [(m.start() + start, m.end() + start, m.group()) for m in _WORDS.finditer(run)]
    for at in range(len(parts) - 2, -1, -1):
        word = parts[at][2]
        word = word if word.isalpha() else _BEFORE_HYPHEN.sub("", word)
        if word in MONTHS_TOO and at and parts[at - 1][2] in _TITLED:
            continue  # "Commissioner June Vale"
        if {word, word.removesuffix("s") if len(word) > _SHORT else word} & (THINGS | _TITLES):
            parts = parts[at + 1 :]
            break
    return (parts[0][0], parts[-1][1]) if parts else (start, start)
