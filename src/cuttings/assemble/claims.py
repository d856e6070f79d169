"""From an account to its claims: one value at a time, each with the words it was read from and how far they go."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cuttings.assemble.accounts import MAIN, Account, Mention
from cuttings.assemble.ledger import Ledger, Total

STAGES = (
    "alleged", "referred", "under_investigation", "arrested", "charged", "misconduct_hearing", "criminal_trial",
    "concluded_no_action", "concluded_sanction", "convicted", "sentenced",
)  # fmt: skip

# A sanction that an authority sets at the end concludes a matter; a duty status or a resignation does not.
CONCLUDING = {
    "dismissed": "concluded_sanction",
    "would_have_been_dismissed": "concluded_sanction",
    "final_written_warning": "concluded_sanction",
    "written_warning": "concluded_sanction",
    "reflective_practice": "concluded_sanction",
    "management_action": "concluded_sanction",
    "barred": "concluded_sanction",
    "imprisoned": "sentenced",
    "suspended_sentence": "sentenced",
    "community_order": "sentenced",
}
# Kinds of conduct that are done in words.
SPEECH = {
    "racist", "islamophobic", "antisemitic", "misogynistic", "sexist", "homophobic", "transphobic", "ableist", "sectarian",
    "grossly_offensive", "discriminatory", "derogatory", "violence_joke",
}  # fmt: skip
# A hearing that is announced has been reached; a sentence that is expected has not.
_ANNOUNCED = {
    "misconduct_hearing", "referred", "under_investigation", "final_written_warning", "written_warning", "reflective_practice",
}  # fmt: skip
_CONDUCT = re.compile(r"\b(?:sent|shared|posted|exchanged|swapped|made|ran|running|took place|happened|active|messages|posts|texts|comments)\b", re.I)
_CONDUCT_AFTER = re.compile(r",? (?:(?:he|she|they|\w+) )?(?:sent|shared|posted|exchanged|whatsapp (?:group|chat)|messages)", re.I)
_STEP = re.compile(
    r"\b(?:file|ombudsman|watchdog|said|says|arrest|charge|resign|retire|left|leave|dismiss|sack|refer|announc|began|interview|hearing|review|came|report|suspend|told|convict|sentenc|jail|found|discover|launch)\w*", re.I
)
_CAME_OUT = re.compile(r"\b(?:announced|came to light|revealed|emerged|notice of)\b[^.]{0,30}$", re.I)


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


def claims(account: Account, ledger: Ledger) -> list[Claim]:
    """Every claim of one account; the same value twice is one claim, at the place that says most."""
    found = [
        *_forces(account, ledger),
        *_each(account, "unit", "UNIT", limit=3),
        *_counts(ledger),
        *_people(account),
        *_each(account, "platform", "PLATFORM"),
        *_allegations(account),
        *_laws(account),
        *_each(account, "body", "BODY"),
        *_stage(account, ledger),
        *_sanctions(account),
        *_each(account, "place", "PLACE", limit=4),
        *_dates(account),
    ]
    return found


def _claim(attribute: str, mention: Mention, value: str = "", standing: str = "reported") -> Claim:
    return Claim(
        attribute, value or mention.value, mention.start, mention.end, standing, mention.said_by, mention.origin, mention.rule
    )


def _each(account: Account, attribute: str, label: str, limit: int | None = None) -> Iterator[Claim]:
    """One claim for each value that the article asserts."""
    firsts: dict[str, Mention] = {}
    for mention in account.asserted(label):
        firsts.setdefault(mention.value, mention)
    yield from (_claim(attribute, mention) for mention in list(firsts.values())[:limit])


def _laws(account: Account) -> Iterator[Claim]:
    """Laws that the article does not rule out: "a possible offence under the Act" is told of as that."""
    firsts: dict[str, Mention] = {}
    for mention in account.of("LAW"):
        if mention.detail.get("assertion") != "negated":
            firsts.setdefault(mention.value, mention)
    for mention in firsts.values():
        yield _claim("law", mention, standing=mention.standing or "reported")


def _forces(account: Account, ledger: Ledger) -> Iterator[Claim]:
    """The subjects' forces: those in or beside a counted group or an officer's name; failing that, the first one told."""
    mentions = [m for m in account.of("FORCE") if m.detail.get("role") not in {"investigating", "former"}]
    officers = [g.mention for g in (ledger.total.groups if ledger.total else ())] + list(account.subjects())
    beside = [force for force in mentions for officer in officers if _beside(account, force, officer)]
    beside += [force for force in mentions if _employs(account, force)]
    chosen = sorted(beside or mentions[:1], key=lambda m: (m.detail.get("role") == "station", m.start))
    firsts: dict[str, Mention] = {}
    for mention in chosen:
        firsts.setdefault(mention.value, mention)
    yield from (_claim("force", mention) for mention in firsts.values())


def _beside(account: Account, force: Mention, officer: Mention) -> bool:
    if force.start < officer.end and officer.start < force.end:
        return True
    between = account.text[officer.end : force.start] if officer.end <= force.start else account.text[force.end : officer.start]
    return len(between) < 60 and bool(re.fullmatch(r"[\s,]*(?:(?:\w+ )?(?:at|from|of|in|with|for|who work for|who has left|who left|\(|the|whose|police|an?|former|ex|['’]s|—|–|-)[\s,]*)*", between))


def _employs(account: Account, force: Mention) -> bool:
    before, after = account.text[max(force.start - 60, 0) : force.start], account.text[force.end : force.end + 30]
    return bool(
        re.search(r"(?:work(?:s|ed|ing)? (?:for|at)|serv(?:e|es|ed|ing) (?:with|in|at)|employed by|belong(?:s|ed)? to|based (?:at|in)|members? of|officers? (?:at|from|in|of)) (?:the )?(?:[\w-]+-based )?$", before)
        or re.match(r"(?:['’]s)? (?:\([A-Z]+\) )?(?:police )?(?:officers?|constables?|sergeants?|PCs?|cops?|detectives?)\b", after)
    )  # fmt: skip


def _counts(ledger: Ledger) -> Iterator[Claim]:
    named = (("officers_total", ledger.total), ("officers_serving", ledger.serving), ("officers_former", ledger.former))
    for attribute, total in named:
        if total is not None and total.least == (total.most or total.least):
            yield _count(attribute, total)
        elif total is not None:
            yield _count(attribute, total)


def _count(attribute: str, total: Total) -> Claim:
    parts = tuple(_claim(attribute, group.mention, str(group.least)) for group in total.groups)
    if len(parts) == 1 and total.least <= 1 and total.most and total.most > 1:
        return _claim(attribute, total.groups[0].mention, str(total.most))  # "as many as 30"
    if len(parts) == 1:
        return parts[0] if parts[0].value == str(total.least) else replace(parts[0], value=str(total.least))
    # a sum is derived; its evidence is the words from its first part to its last where they stand close together
    close = total.end - total.start < 400 and total.start < total.end
    start, end = (total.start, total.end) if close else (total.groups[0].start, total.groups[0].end)
    return Claim(attribute, str(total.least), start, end, parts[0].standing, "", "derived", "ledger:sum", parts)


def _people(account: Account) -> Iterator[Claim]:
    firsts: dict[str, Mention] = {}
    for mention in account.of("PERSON"):
        firsts.setdefault(mention.value, mention)
    for mention in firsts.values():
        subject = mention.detail.get("role") in {"officer", "former_officer"}
        said = max_standing(account, mention.value) if subject else "reported"
        yield _claim("person", mention, standing=said)


def max_standing(account: Account, name: str) -> str:
    """How far the article goes in what it says of somebody: by the steps in the sentences that name them."""
    said = {
        _STANDING_OF_STAGE.get(CONCLUDING.get(step.value, step.value), "")
        for mention in account.of("PERSON")
        if mention.value == name
        for step in account.own_steps(mention)
    }
    return next((standing for standing in ("cleared", "found", "charged", "investigated") if standing in said), "alleged")


def _allegations(account: Account) -> Iterator[Claim]:
    """Kinds of conduct: never said to be found unless a word of the same sentence says so."""
    firsts: dict[str, Mention] = {}
    for mention in account.of("ALLEGATION"):
        if mention.detail.get("assertion") == "possible" and not account.same_sentence(mention, "OFFICERS"):
            continue
        firsts.setdefault(mention.value, mention)
    if len(firsts) > 1:
        firsts.pop("other", None)  # says nothing beside a kind that is named
    for mention in firsts.values():
        standing = mention.standing if mention.standing not in {"", "reported"} else "alleged"
        yield _claim("allegation", mention, standing=standing)


def reached(account: Account) -> list[Mention]:
    """The stage and sanction mentions that the article reports of the account's own subjects."""
    found = []
    for mention in account.of("STAGE", "SANCTION"):
        subject = mention.detail.get("subject")
        if subject == "other" or (subject == "unknown" and mention.detail.get("verb")):
            continue
        if mention.value in _OWN and not _police_in_sentence(account, mention):
            continue
        if mention.asserted or (mention.value in _ANNOUNCED and mention.detail.get("assertion") == "expected"):
            found.append(mention)
    return found


# What anybody may do: it is told of a subject only where one stands in the sentence.
_OWN = {"resigned", "retired"}


def _police_in_sentence(account: Account, mention: Mention) -> bool:
    return any(
        m.label == "OFFICERS" or m.detail.get("role") in {"officer", "former_officer"}
        for m in account.same_sentence(mention, "OFFICERS", "PERSON")
    )


def _stage(account: Account, ledger: Ledger) -> Iterator[Claim]:
    """The furthest stage that the article reports for any subject; where it reports none, that it is alleged."""
    steps = [(CONCLUDING.get(m.value, "") if m.label == "SANCTION" else m.value, m) for m in reached(account)]
    steps = [(_disciplinary(account, stage), m) for stage, m in steps]
    undone = _undone(account)
    steps = [(stage, m) for stage, m in steps if stage not in _ENDS or m.start > undone]
    steps = [(stage, m) for stage, m in steps if stage in STAGES and not (stage == "concluded_no_action" and _of_some(account, m, ledger))]
    if steps:
        furthest = max(STAGES.index(stage) for stage, _ in steps)
        mention = next(m for stage, m in steps if STAGES.index(stage) == furthest)
        yield _claim("stage", mention, STAGES[furthest])
        return
    grounds = account.of("ALLEGATION") or account.of("PLATFORM")
    ground = grounds[0] if grounds else (ledger.total.groups[0].mention if ledger.total else None)
    if ground is not None:
        yield _claim("stage", ground, "alleged")


_ENDS = {"concluded_sanction", "convicted", "sentenced"}
_UNDONE = re.compile(
    r"\b(?:dismissals?|findings?|convictions?|decisions?|sanctions?|sentences?|rulings?)\b[^.]{0,60}\b(?:was|were|has been|have been|been) (?:\w+ )?"
    r"(?:quashed|overturned|set aside|struck down|withdrawn|annulled)\b", re.I
)


def _undone(account: Account) -> int:
    """Where the article says that an outcome was taken back; -1 when it does not. What stands before it no longer holds."""
    return max((m.start() for p in account.pieces for m in _UNDONE.finditer(account.text, p.start, p.end)), default=-1)


def _disciplinary(account: Account, stage: str) -> str:
    """A charge or a plea of guilty before a disciplinary hearing is no criminal one, where no court is spoken of."""
    if stage not in {"charged", "criminal_trial", "convicted"}:
        return stage
    words = " ".join(account.text[piece.start : piece.end] for piece in account.pieces)
    return "misconduct_hearing" if _HEARING.search(words) and not _COURT.search(words) else stage


_HEARING = re.compile(r"\b(?:disciplinary|misconduct (?:hearing|panel|proceedings|tribunal)|conduct hearing|police tribunal|code of conduct)\b", re.I)
_COURT = re.compile(
    r"\b(?:court|magistrates?|jury|jurors|crown prosecution|cps|prosecutors?|district attorney|indict\w*|criminal\w*|sheriff|bail\w*|procurator|old bailey|felony|misdemeanou?r|act (?:19|20)\d\d)\b", re.I
)


def standing_of(stage: str, outcome: str, said: str) -> str:
    """How far a matter at ``stage`` has got for one subject: found only with an outcome, or words, of their own.

    ``said``: the standing of the sentence that tells of them.
    """
    if outcome in CONCLUDING:
        return "found"
    if outcome == "no_action" or said == "cleared":
        return "cleared"
    if said in {"found", "admitted", "denied", "charged"}:
        return said
    reached = _STANDING_OF_STAGE.get(stage, "alleged")
    return "investigated" if reached == "found" else reached


def _of_some(account: Account, step: Mention, ledger: Ledger) -> bool:
    """Whether a step is said of a part of the subjects only: one who is cleared does not end the matter for the rest."""
    counted = [m for m in account.same_sentence(step, "OFFICERS") if m.value.isdigit()]
    near = [m for p in (-1, 0) for m in account.of("OFFICERS") if account.sentence(m.start) == account.sentence(step.start) + p and m.value.isdigit()]
    return ledger.total is not None and any(int(m.value) < ledger.total.least for m in (counted or near))


_STANDING_OF_STAGE = {
    "alleged": "alleged", "referred": "alleged", "under_investigation": "investigated", "arrested": "investigated",
    "charged": "charged", "criminal_trial": "charged", "misconduct_hearing": "investigated", "concluded_no_action": "cleared",
    "concluded_sanction": "found", "convicted": "found", "sentenced": "found",
}  # fmt: skip


def _sanctions(account: Account) -> Iterator[Claim]:
    firsts: dict[str, Mention] = {}
    for mention in reached(account):
        if mention.label == "SANCTION":
            firsts.setdefault(mention.value, mention)
    yield from (_claim("sanction", mention) for mention in firsts.values())


def _dates(account: Account) -> Iterator[Claim]:
    """When the conduct was, and when it came out: the first date beside words that say so, with none of another step."""
    given: set[str] = set()
    for mention in account.of("DATE"):
        piece = account.every[account.sentence(mention.start)]
        before = account.text[max(mention.start - 70, piece.start) : mention.start]
        after = account.text[mention.end : min(mention.end + 40, piece.end)]
        attribute = ""
        if _CAME_OUT.search(before):
            attribute = "announced"
        elif not _STEP.search(before[-45:]) and (_CONDUCT.search(before) or _CONDUCT_AFTER.match(after)):
            attribute = "happened"
        if attribute and attribute not in given:
            given.add(attribute)
            yield _claim(attribute, mention)


def tells_of_the_beat(account: Account, found: Iterable[Claim]) -> bool:
    """Whether an account is an incident of the beat: police who are its subjects, and messages or such conduct."""
    attributes = {claim.attribute for claim in found}
    counted = any(mention.detail.get("head") == "police" for mention in account.of("OFFICERS"))
    police = counted or bool(account.subjects()) or "force" in attributes
    words = " ".join(account.text[piece.start : piece.end] for piece in account.pieces)
    messages = "platform" in attributes or bool(_MESSAGES.search(words)) or any(c.value in SPEECH for c in found if c.attribute == "allegation")
    somebody = "officers_total" in attributes or bool(account.subjects()) or bool(reached(account))
    if account.number == MAIN and not (police and somebody and _is_particular(account, attributes, found)):
        return False
    told = bool(account.of("STAGE", "SANCTION", "ALLEGATION")) or (account.number > 0 and "platform" in attributes)
    return police and messages and told and bool(_POLICE.search(words) or "force" in attributes)


def opens_on_police(account: Account) -> bool:
    """Whether the opening of an account speaks of police; an article that comes to them late is about something else."""
    lead = [m for m in account.of("OFFICERS", "FORCE", "PERSON") if account.is_lead(m)]
    return any(
        m.label == "FORCE" or m.detail.get("head") == "police" or m.detail.get("role") in {"officer", "former_officer"} for m in lead
    )


def _is_particular(account: Account, attributes: set[str], found: Iterable[Claim]) -> bool:
    """Whether it tells of somebody in particular: "an officer" with no force, name or number may be anyone."""
    many = any(claim.attribute == "officers_total" and int(claim.value) > 1 for claim in found)
    if not opens_on_police(account):
        counted = any(m.detail.get("head") == "police" and m.value != "1" for m in account.of("OFFICERS"))
        return "force" in attributes and (counted or bool(account.subjects()))
    return many or "force" in attributes or bool(account.subjects())


_POLICE = re.compile(r"\b(?:polic\w+|constab\w+|sheriff\w*|garda\w*|troopers?|detectives?|PCs?|Pcs?|cops?)\b")
_MESSAGES = re.compile(r"\b(?:messag\w+|texts?|texted|whatsapp|group chat|chat group|posts?|posted|memes?|e-?mails?|social media|footage)\b", re.I)
