"""Counted police as groups: how many, who they are, what became of them, and whether the article says so."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from cuttings.assemble.accounts import Account, Mention
from cuttings.assemble.steps import outcome_after, outcome_beside
from cuttings.assemble.subjects.beside import is_beside
from cuttings.extract.counts.tallies import CORRECT, TALLY
from cuttings.extract.matters import LEAVING

_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Dr|[Ff]ormer|[Rr]etired|[Ee]x-?)\b\.? ?")


@dataclass(frozen=True)
class Group:
    """Counted police: offsets, least and most (None: no upper bound), status, kind and head as ``extract.officers``
    has them; ``outcome``: the sanction reported of them; ``name``: of a person who is told by name.
    """

    start: int
    end: int
    least: int
    most: int | None
    status: str
    kind: str
    head: str
    mention: Mention
    outcome: str = ""
    name: str = ""
    rank: str = ""


PARTS = frozenset({"part", "rest", "more"})  # the kinds of groups that are some of a whole


def is_part(group: Group) -> bool:
    """Whether a group is told of as some of a whole: "two of them", "the other two", "eight are still serving"."""
    return group.kind in PARTS or group.mention.rule == "officers:predicate"


def counted_groups(account: Account) -> list[Group]:
    """The groups that the article says are there, as police, and not in passing; in the order of the text."""
    groups = [_group(mention, account) for mention in account.of("OFFICERS")]
    told = zip_longest(groups, groups[1:])
    return [group for group, after in told if _are_police(group, after, account) or _stands(group, account)]


def _are_police(group: Group, after: Group | None, account: Account) -> bool:
    """ "Seven individuals have been identified. Five are constables": the seven are police, if the first five are."""
    if group.head != "weak" or group.kind != "new" or after is None or after.mention.rule != "officers:are":
        return False
    apart = account.sentence(after.start) - account.sentence(group.start)
    return (
        after.kind == "part" and 0 < after.least < group.least and 0 <= apart <= 1 and not _said_wrongly(group, account)
    )


def named_subjects(account: Account) -> list[Group]:
    """A group of one for each officer or former officer who is named."""
    told = [person for person in account.subjects() if person.detail.get("retracted") != "yes"]
    return [_named(person, account) for person in told]


def sum_of(groups: Iterable[Group]) -> tuple[int, int | None]:
    """The least and the most that groups add up to; None for no upper bound."""
    groups = list(groups)
    most = None if any(group.most is None for group in groups) else sum(group.most or 0 for group in groups)
    return sum(group.least for group in groups), most


def _group(mention: Mention, account: Account) -> Group:
    least, most = mention.value, mention.value
    if ".." in mention.value:
        least, _, most = mention.value.partition("..")
    known = mention.detail
    return Group(
        start=mention.start,
        end=mention.end,
        least=int(least or 1),
        most=int(most) if most else None,
        status=known.get("status", "unknown"),
        kind=known.get("kind", "new"),
        head=known.get("head", ""),
        mention=mention,
        outcome=outcome_after(account, mention),
        rank=known.get("rank", ""),
    )


def _named(person: Mention, account: Account) -> Group:
    outcome = outcome_beside(account, person)
    former = person.detail.get("role") == "former_officer" or outcome in LEAVING
    status = "former" if former else "unknown"
    rank = _HONORIFIC.sub("", person.detail.get("title", ""))
    return Group(person.start, person.end, 1, 1, status, "new", "name", person, outcome, name=person.value, rank=rank)


def _stands(group: Group, account: Account) -> bool:
    if group.mention.detail.get("assertion") == "retracted" or _said_wrongly(group, account):
        return False
    if is_beside(group.mention, account):
        return False
    if group.kind == "definite":
        return True  # "she would not charge any of the five": there are five
    if group.mention.detail.get("nth") and group.mention.detail.get("assertion") != "negated":
        return True  # "A third man was acquitted"
    if group.mention.detail.get("assertion") == "possible":
        return False
    if group.head != "weak" or group.status in {"former", "serving"}:
        return True
    plural = group.least > 1
    return plural and (group.kind != "new" or account.is_lead(group.mention) or account.proceeding_in(group.mention))


# "Reports that a further six gardaí had been suspended were not correct"
_WRONG = re.compile(
    r"\b(?:reports?|claims?|rumou?rs?|suggestions?|posts?|stories|speculation)\b.{1,200}?\b(?:is|are|was|were)"
    r"(?: simply| quite| completely)? (?:not (?:correct|true|accurate|right|the case)|incorrect|inaccurate|false|"
    r"untrue|wrong|wide of the mark|baseless|unfounded)\b"
    # "rejects a campaigner's claim that a dozen officers were involved"
    # "corrected reports that a dozen were involved, saying that it was three"
    r"|\b(?:rejects?|den(?:y|ies)|rejected|denied|dismiss(?:es|ed)|rubbish(?:es|ed)|correct(?:s|ed)?) "
    r"(?:[\w’'-]+ ){0,3}?(?:claims?|reports?|rumou?rs?|suggestions?) (?:[\w’'-]+ ){0,3}?that\b[^.;]{1,160}?"
    r"(?=, (?:saying|adding|insisting|stressing|but|and)\b|[.;]|$)",
    re.I | re.S,
)


def _said_wrongly(group: Group, account: Account) -> bool:
    piece = account.piece(group.start)
    match = _WRONG.search(account.text, piece.start, piece.end)
    if match is not None and match.start() < group.start < match.end():
        return True
    return group.mention.rule != TALLY and _CORRECTED.match(account.text, piece.end) is not None


_CORRECTED = re.compile(rf"\s+{CORRECT} (?:is|was|should)\b", re.I)
