"""How charts and reports put codes, counts and standings into words: the one place where grammar is done.

The words never say more than the code: ``found`` is a panel's or a court's finding, everything before it is not.
"""

from collections.abc import Sequence

import pandas as pd

from cuttings.dates import timespan
from cuttings.vocabulary import Vocabulary

STANDINGS = {
    "reported": "reported",
    "alleged": "alleged",
    "investigated": "under investigation",
    "charged": "charged, not decided",
    "admitted": "admitted",
    "found": "found against",
    "denied": "denied",
    "cleared": "cleared",
    "": "standing not read",
}
ATTRIBUTES = {
    "officers_total": "Officers",
    "officers_serving": "Officers serving",
    "officers_former": "Former officers",
    "force": "Force",
    "unit": "Unit",
    "platform": "Platform",
    "allegation": "Kind of conduct",
    "law": "Law or standard",
    "body": "Body",
    "stage": "Stage",
    "sanction": "Outcome",
    "place": "Place",
    "happened": "When it happened",
    "announced": "When it came out",
    "person": "Person named",
}
_CODED = ("stage", "sanction", "allegation")


def number(count: int) -> str:
    """``no``, ``1``, ``1,234``."""
    return f"{count:,}" if count else "no"


def count_of(count: int, one: str, many: str = "") -> str:
    """``no incident``, ``1 incident``, ``2 incidents``."""
    return f"{number(count)} {one if count < 2 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def span_of(least: object, most: object) -> str:
    """A range of counts: ``7``, ``12 to 14``, ``at least 6``, ``at most 3``, or nothing when neither is known."""
    low, high = (None if pd.isna(end) else int(end) for end in (least, most))
    if low is None and high is None:
        return ""
    if low is None:
        return f"at most {high:,}"
    if high is None:
        return f"at least {low:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def amount(least: object, most: object, one: str, many: str) -> str:
    """``12 to 14 officers``, ``1 officer``, ``at least 1 officer``, ``number not given``."""
    span = span_of(least, most)
    return f"{span} {one if span.split(' ')[-1] == '1' else many}" if span else "number not given"


def cell(attribute: str, value: str, vocabulary: Vocabulary) -> str:
    """A claim's value as a reader says it: a code's label, a count with its bounds, a date in words."""
    if attribute in _CODED:
        return label(attribute, value, vocabulary)
    if attribute.startswith("officers_"):
        least, dots, most = value.partition("..")
        ends = [int(end) if end.isdecimal() else pd.NA for end in ((least, most) if dots else (least, least))]
        return span_of(*ends) or value
    return timespan.in_words(value) if attribute in ("happened", "announced") else value


def label(column: str, code: str, vocabulary: Vocabulary) -> str:
    """The vocabulary's words for a code; a code that it lacks stands as it is, without its underscores."""
    known = code in vocabulary.codes(column)
    return vocabulary.label(column, code) if known else code.replace("_", " ")


def capital(text: str) -> str:
    """With a capital at its start, and the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return f"{capital(text).rstrip('.')}." if text else ""
