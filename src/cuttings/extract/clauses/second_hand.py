"""What an article only passes on: rumours, what "some" claim, what a prosecutor says, what somebody supposed."""

from cuttings.extract.patterns import AnyCase

_OTHERS_SAY = AnyCase(
    r"^(?:claims?|reports?|rumou?rs?|allegations?) (?:that|of)\b|\b(?:newspapers?|reports?|rumou?rs?|posts? "
    r"online|a source|sources|social media users) (?:\w+ ){0,3}?"
    r"(?:reported|reporting|claim(?:s|ed|ing)?|suggest(?:s|ed|ing)?|say(?:s|ing)?|said|that)\b"
    # "I felt as though I was the one who had been suspended"
    r"|\bas (?:though|if) (?:I|we|he|she|they|it) (?:was|were|had|are|am|is)\b"
    r"|\bI (?:(?:was|had been|have been) told|thought|believed|assumed)\b"
    r"|\b(?:blogs?|rumou?rs?)\b[^.;]{0,80}\b(?:reported|claim(?:s|ed)?|said|suggest(?:s|ed)?) that\b"
    r"|\b(?:estimat|predict|forecast|reckon|project)\w* (?:that|between|up to)\b"
    r"|\bin my (?:old|previous|former|past|other) (?:life|career|job|role|force)\b"
    # "with some claiming that two officers have been arrested"
    r"|\b(?:some|others|many|people|users|commenters|residents|followers|posters) (?:\w+ ){0,3}?claim(?:s|ed|ing)?\b"
    r"|\bprosecutors? (?:\w+ )?(?:said|say|told|alleg\w+)\b|, the prosecution said|\bby the press\b"
)
# "A councillor claimed that he had been told of an inspector being sacked": a word that vouches for nothing
_CLAIMED = AnyCase(r"\b(?:claims|claimed|claiming) (?:[\w’']+ ){0,6}?(?:that|(?:he|she|they)(?:['’]d| had| has))\b")


def is_second_hand(before: str, after: str) -> bool:
    """Whether a step is only passed on, by the words of its sentence before it and after it."""
    return _OTHERS_SAY.search(f"{before} {after}") is not None or _CLAIMED.search(before) is not None
