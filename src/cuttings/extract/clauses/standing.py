"""How far a sentence goes in what it says: cleared, denied, admitted, found, charged, investigated, alleged."""

import re

from cuttings.extract.patterns import AnyCase, one_of, phrases, words

_CLEARED = one_of(
    *words("cleared acquitted exonerated"),
    "not (?:been )?prove[nd]",
    "found not guilty",
    "verdicts? of not guilty",
    "not guilty verdicts?",
    "unproven",
    "no case to answer",
    *words("overturned quashed"),
    "struck out",
    "dropped",
)
_DENIED = one_of("den(?:y|ies|ied|ying)", *words("rejects? rejected disputes? disputed refutes? refuted"), "not guilty")
_ADMITTED = one_of(
    "admit(?:s|ted|ting)?",
    "accepted (?:that|it|they|he|she|the|all)",
    *("pleaded guilty", "pled guilty", "confessed", "acknowledged"),
)
_FOUND = one_of(
    # "was deemed to be in breach"
    "(?:found|deemed) (?:to have|guilty|to be in breach|in breach|gross|misconduct|proved|proven)",
    "found that",
    "panel (?:found|ruled|concluded|decided)",
    *words("upheld proven proved convicted"),
    "ruled (?:that|to)",
    *("judge said", "amounted to", "guilty of", "jailed", "sentenced"),
)
_CHARGED = one_of(
    *phrases(
        r"""
        charged with | (?<!in )(?<!take )(?<!took )charges? of | face[sd]? (?:\w+ )?charges? | accused in court |
        stand trial | on trial
        """
    )
)
_INVESTIGATED = one_of(
    *(r"investigat\w+", "inquiry", "enquiry", "probe[ds]?", "looked (?:at|into)", "looking into", r"examin\w+")
)
_ALLEGED = one_of(
    *(r"alleg\w+", r"accus\w+", r"claim\w*", "reportedly", "said to", "suspected", "suspicion", "understood to"),
    *("apparently", "appear(?:s|ed)? to"),
)
# What takes a claim back comes before what upholds it, and of those what goes furthest.
_BY_WORDS = {
    code: AnyCase(rf"\b{pattern}\b")
    for code, pattern in {
        "cleared": _CLEARED,
        "denied": _DENIED,
        "admitted": _ADMITTED,
        "found": _FOUND,
        "charged": _CHARGED,
        "investigated": _INVESTIGATED,
        "alleged": _ALLEGED,
    }.items()
}
# "has not admitted", "if found guilty": what stands before the word, in its clause
_TAKEN_BACK = re.compile(
    r"\b(?:not|never|nobody|no[- ]one|none|without|if|would|could|might|may|whether|should|refus\w+ to|declin\w+ to|"
    r"unless|until)\b[^,;]*$|^if\b",
    re.I,
)


# "… is guilty, prosecutors told a jury": that is their case, and no finding
_OTHERS_WORD = re.compile(
    r"\b(?:prosecutors?|the prosecution|the crown|a newspaper|newspapers|reports|rumou?rs) (?:\w+ )?"
    r"(?:said|say|says|told|tells?|claim\w*|alleg\w+|reported|that)\b|\bby the press\b|\bplayed by\b",
    re.I,
)


def standing(text: str) -> str:
    """How far a sentence goes in what it says, by its words; ``reported`` when none of them says.

    What takes a claim back (cleared, denied) comes before what upholds it.

    >>> standing("He denied sending racist messages"), standing("Six are being investigated over racist posts")
    ('denied', 'investigated')
    """
    for code, pattern in _BY_WORDS.items():
        match = pattern.search(text)
        if match is None:
            continue
        before = text[max(match.start() - 45, 0) : match.start()]
        if code == "found" and _OTHERS_WORD.search(text):
            return "alleged"
        if code in {"cleared", "denied", "alleged"} or not _TAKEN_BACK.search(before):
            return code
        if code == "admitted":
            return "denied"
    return "reported"
