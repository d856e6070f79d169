"""The subjects' forces: those in or beside a counted group or an officer's name; failing that, the first one told."""

import re
from collections.abc import Iterator

from cuttings.assemble.accounts import Account, Mention, firsts
from cuttings.assemble.claim import Claim, claim
from cuttings.assemble.subjects.ledger import Ledger
from cuttings.extract.counts.numbers import NUMBER
from cuttings.extract.patterns import one_of

NEAR = 60  # characters; officers and a force further apart are not told of together

# What may stand between officers and their force: "six constables at the", ", a former PC with", "who has left"
_LINKS = one_of(
    r"(?:\w+ )?"
    + one_of(
        *("at", "from", "of", "in", "with", "for", "who work for", "who has left", "who left", r"\(", "the", "whose"),
        *("police", "an?", "former", "ex", "['’]s", "—", "–", "-"),
    )
    + r"[\s,]*"
)
_BETWEEN = re.compile(rf"[\s,]*{_LINKS}*")
# "who worked for the …", "members of …"
_EMPLOYED_BY = one_of(
    *("work(?:s|ed|ing)? (?:for|at)", "serv(?:e|es|ed|ing) (?:with|in|at)", "employed by", "belong(?:s|ed)? to"),
    *("based (?:at|in)", "members? of", "officers? (?:at|from|in|of)", "on the strength of", r"\d\d, of"),
    rf"{NUMBER} (?:serving )?(?:from|in|at|of|with)",
    "(?:dismissed|sacked|fired|suspended|referred|reported) by",
)
_BEFORE = re.compile(rf"{_EMPLOYED_BY} (?:the )?(?:[\w-]+-based )?$")
# "'s police officers"
_AFTER = re.compile(
    r"(?:['’]s)? (?:\([A-Z]+\) )?(?:police )?(?:officers?|constables?|sergeants?|PCs?|cops?|detectives?|"
    r"dog handlers?|deput(?:y|ies)|troopers?|inspectors?|recruits?)\b"
)


def force_claims(account: Account, ledger: Ledger) -> Iterator[Claim]:
    """A claim for each force of the subjects, in the order of the text; one told by a station comes last."""
    told = [m for m in account.of("FORCE") if m.detail.get("role") not in {"investigating", "former"}]
    # "Kerrin Police is investigating four deputies" may be their own force, where no other is told of
    forces = [m for m in told if m.detail.get("role") != "inquiring"] or told
    officers = [g.mention for g in (ledger.total.groups if ledger.total else ())] + account.subjects()
    own = [force for force in forces for officer in officers if _beside(account, force, officer)]
    own += [force for force in forces if _employs(account, force)]
    unnamed = [force for force in forces if force.detail.get("role") == "unnamed"]
    own = [force for force in own or forces[:1] if force not in unnamed]
    for mention in firsts(sorted(own, key=lambda m: (m.detail.get("role") == "station", m.start))):
        yield claim("force", mention)
    yield from (claim("force", mention) for mention in firsts(unnamed))


def _beside(account: Account, force: Mention, officer: Mention) -> bool:
    if force.start < officer.end and officer.start < force.end:
        return True
    first, second = (officer, force) if officer.end <= force.start else (force, officer)
    between = account.text[first.end : second.start]
    return len(between) < NEAR and _BETWEEN.fullmatch(between) is not None


def _employs(account: Account, force: Mention) -> bool:
    before, after = account.text[max(force.start - 60, 0) : force.start], account.text[force.end : force.end + 30]
    return bool(_BEFORE.search(before) or _AFTER.match(after))
