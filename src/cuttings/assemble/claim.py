"""A claim: one value of one attribute, with the words it was read from and how far they go."""

from dataclasses import dataclass

from cuttings.assemble.accounts import Mention


@dataclass(frozen=True)
class Claim:
    """A claim before it is a row: attribute, value, offsets, standing, who said it, what read it, what it stands on."""

    attribute: str
    value: str
    start: int
    end: int
    standing: str
    said_by: str
    origin: str
    rule: str
    stands_on: tuple["Claim", ...] = ()


def claim(attribute: str, mention: Mention, value: str = "", standing: str = "reported") -> Claim:
    """The claim that a mention makes; ``value`` where it is another than the mention's own."""
    return Claim(
        attribute,
        value or mention.value,
        mention.start,
        mention.end,
        standing,
        mention.said_by,
        mention.origin,
        mention.rule,
    )
