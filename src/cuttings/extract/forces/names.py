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
        "If While Although In On At By For From With Independent Home His Her Their Our My Its Why How What Who "
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
        if word.group() not in NO_NAME and not word.group().islower() and not shouted:
            of_a_state = match["kind"] == " police" and match["name"][word.start() :] in STATES
            return None if of_a_state else match.start("name") + word.start()
    return None
