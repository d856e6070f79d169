"""The words of a force's name: which run of capitals before "police" or "deputies" may be one."""

import re

from cuttings.extract.patterns import words

# First words that make a run of capitals before "police" no force's name.
NO_NAME = frozenset(
    words(
        "A An The No Nor This That These Those All Any Some Many Most Several Two Three Four Five Six Seven Eight "
        "Nine Ten Eleven Twelve Former Serving Ex Retired Senior Junior Armed British Irish Scottish Welsh English "
        "American Australian Canadian Indian German French Dutch Spanish Italian Polish Swiss Austrian Belgian Danish "
        "Swedish Norwegian Greek Turkish Russian Japanese Chinese Aboriginal Indigenous National Local Military Royal "
        "Religious Secret Riot Transport Traffic Woman Women Female Male Black Gay Asian Muslim But And When After As "
        "If While Although In On At By For From With Independent Home His Her Their Our My Its Why How What Who Where "
        "Another Other One College Anti Chief Deputy Inspector Officers Officer PC Pc PCs DC Sgt Sergeant Constable "
        "Garda Det Supt Mr Mrs Ms Dr Sir Meanwhile However Because Since Until Though Yet So Neighbouring Nearby "
        "Fellow Ordinary Undercover Off-duty WhatsApp Snapchat Telegram Facebook Instagram Twitter Messenger Signal "
        "TikTok Exclusive Revealed Breaking Do Does Did Can Could Should Would Will Are Is Was Were Has Have Had Let "
        "Ask"
    )
)
# Words that are no force's name by themselves: "Port police chat inquiry"
COMMON = frozenset(
    words(
        "Dock Docks Port Harbour Harbor Airport Rail Railway River Campus Village Town City County State Custody "
        "Response Night Park Hospital University Site Border District"
    )
)
# Words of the kind of police that a sentence may open on: "Uniformed police arrested"
OPENS_ON = COMMON | frozenset(
    words(
        "Uniformed Uniform Plainclothes Plain-clothes Mounted Federal Municipal Provincial Regional Metropolitan "
        "Tactical Auxiliary Reserve Reservist Volunteer Special Specialist Counter-terrorism Counterterrorism "
        "Anti-terror Anti-riot Detective Modern Good Bad New Old Young More Extra Private Public Moral Morality "
        "Paramilitary Judicial Criminal Civil Civilian Community Colonial Communist Corrupt Racist Sexist Suspended "
        "Dismissed Disgraced Accused Sacked Shamed Veteran Rookie Trainee Student Rural Urban Metro Vice Drug Traffic "
        "Highway Road Motorway Marine Water Tourist Parks Forest Tribal Aboriginal Overseas Foreign European Northern "
        "Southern Eastern Western Central Greater Outer Inner Roads Fraud Murder Firearms Dog Horse Air Cyber Online "
        "Today Yesterday Last This Next Which Where Whether Not Only Even Also Both Each Every Such Same Then Now "
        "Still Thousands Hundreds Dozens Scores"
    )
)
_COUNTRIES = frozenset(
    words(
        "Britain England Ireland Germany France Spain Italy Portugal Holland Belgium Austria Switzerland Poland Greece "
        "Sweden Norway Denmark Finland Europe America Canada Australia India Pakistan Africa Russia Ukraine Turkey "
        "China Japan Brazil Mexico Kenya Nigeria Ghana Uganda Zimbabwe Israel Iran Iraq Hungary Romania Bulgaria "
        "Czechia"
    )
)
# States and provinces, which have police of many forces: "five Ohio police officers"
STATES = frozenset(
    words(
        "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii "
        "Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan "
        "Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee "
        "Texas Utah Vermont Virginia Wisconsin Wyoming Ontario Quebec Manitoba Saskatchewan Alberta"
    )
)


def first_name(match: re.Match) -> int | None:
    """Where the name of a match (its groups ``name`` and ``kind``) starts, past words like "The" and "Two"; None when
    nothing of it is left.
    """
    if match["name"] in COMMON:
        return None
    for word in re.finditer(r"[^ ]+", match["name"]):
        shouted = len(word.group()) > 2 and word.group().isupper()  # "SNAP Police officers …", "EXCLUSIVE: "
        of_a_country = re.sub("['’]s$", "", word.group()) in _COUNTRIES
        if word.group() not in NO_NAME and not of_a_country and not word.group().islower() and not shouted:
            of_a_state = match["kind"] == " police" and match["name"][word.start() :] in STATES
            return None if of_a_state else match.start("name") + word.start()
    return None
