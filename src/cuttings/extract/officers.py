"""Counted police: "six serving officers", "all eight", "another two", "Of the 14 officers, 12 …, another …, and one …".

A mention's value is the count; its detail:
``status``  serving, former, mixed, staff or unknown;
``kind``    new (a group not told of before), definite (one already told of), part (some of one), rest (what is left of
            one), more (to be added to one), contrast ("the 14 other officers": those of another matter);
``rank``    the rank they are told by, if it is one;
``of``      for a part, the whole it is part of, if that is counted too.

Numbers that count no subject (messages, a force's strength, officers who complained or were hurt) are not marked.
"""

import re

from spacy.tokens import Doc

from cuttings.extract.numbers import NUMBER, bounds, written
from cuttings.extract.spans import free, mark, source

_RANK = (
    r"(?:special |student |trainee |probationary |police |detective )?"
    r"(?:constable|sergeant|inspector|superintendent|corporal|lieutenant|captain|trooper|sheriff['’]s deputy|patrolman|patrolwoman|detective)"
)
_RANKS = r"(?:(?:special |student |trainee |police )?(?:constables|sergeants|inspectors|superintendents|corporals|lieutenants|captains|troopers|(?:sheriff['’]s )?deputies|detectives))"
_ONE = (
    rf"(?:(?:ex-|former )?(?:police officer|officer|{_RANK}|policeman|policewoman|cop|bobby|garda|mountie|PCSO|PC|Pc|DC|recruit|probationer|cadet))"
)
_MANY = (
    rf"(?:(?:ex-|former )?(?:police officers|officers|{_RANKS}|policemen|policewomen|cops|bobbies|gardaí|gardai|mounties|PCSOs|PCs|Pcs|DCs|recruits|probationers|cadets))"
)
_STAFF = r"(?:(?:police )?staff(?: members)?|members of (?:police )?staff|police employees|civilian (?:workers?|employees?|staff)|civilians?)"
_WEAK = r"(?:men|women|people|others|members|colleagues|supervisors|individuals|defendants|suspects|ex-colleagues?)"
_WEAK_ONE = r"(?:man|woman|ex-colleague|colleague|member|supervisor|defendant)"
_NOT_MODIFIER = (
    r"(?:of|in|at|by|for|from|to|who|that|which|were|was|are|is|be|been|said|says|told|have|has|had|with|after|over|on|when|while|as|"
    r"against|between|into|about|or|but|if|per|messages?|posts?|texts?|counts?|charges?|allegations?|complaints?|years?|months?|weeks?|days?|"
    r"hours?|minutes?|times|chief|an?|the|his|her|their|its|into|charged|arrested|investigated|accused|faces?|sacked|dismissed|and)"
)
_MODIFIERS = rf"(?:(?!{_NOT_MODIFIER}\b)[\w’'&./()-]+ (?:(?:and|or) (?=former|ex|retired|serving|current))?){{0,6}}?"
_DETERMINER = r"(?:(?P<det>all(?: of the)?|both|the other|the remaining|the|these|those|another|a further|a second|a third|other|additional|one other) )?"
_COUNT = rf"(?P<num>{NUMBER})"

_GROUP = re.compile(
    rf"(?<![\w£$€.'’-]){_DETERMINER}{_COUNT} (?P<more>other |more |further |additional )?(?P<mods>{_MODIFIERS})(?P<head>{_MANY}|{_ONE}|{_STAFF}|{_WEAK})(?![\w-])",
    re.I,
)
_SINGLE = re.compile(
    rf"(?<![\w'’-])(?P<det>an?|another|the other|a second|a third|one other) (?P<mods>{_MODIFIERS})(?P<head>{_ONE}|{_WEAK_ONE})(?![\w-])", re.I
)
_ELLIPTIC = re.compile(
    rf"(?<![\w£$€.'’-])(?P<num>{NUMBER}) (?P<mods>(?:now )?(?:serving|current|former|retired|ex-serving)) (?=and (?:{NUMBER}) )", re.I
)
_BARE = re.compile(
    rf"(?<![\w£$€.'’-])(?P<det>all|the other|the remaining|another|a further|the|these|of the|of those) (?P<num>{NUMBER})"
    r"(?=,? (?:were|was|are|is|have|has|had|will|would|could|face|faced|faces|also|admitted|denied|who|did|must|each|received|resigned|retired|remain|in the)\b|[,.;:])",
    re.I,
)
_PARTITIVE = re.compile(
    rf"(?<![\w£$€.'’-])(?P<num>{NUMBER}|another|one other) of (?:(?:the|those|these|its|her|his|their) )?(?P<whole>them|{NUMBER})?(?: ?(?P<mods>{_MODIFIERS})(?P<head>{_MANY}))?(?![\w-])",
    re.I,
)
_IN_PARTITION = re.compile(
    rf"(?:(?<=, )|(?<=and )|(?<=while )|(?<=; )|(?<=with ))(?P<num>{NUMBER}|another|the other|one other)(?= (?:has|have|had|is|are|was|were|will|remains?|received|resigned|got|an? |already|being))",
    re.I,
)
# "Six are serving officers and the other has left", "a fifth walked away"
_PREDICATE = re.compile(
    rf"(?<![\w£$€.'’-])(?P<num>{NUMBER}) (?P<mods>(?:of them )?(?:are|were|is|was|remain) (?:still |now |all )?(?:serving|current|former|retired))(?: (?P<head>{_MANY}|{_ONE}))?(?!\w)", re.I
)
_LEAVER = re.compile(r"(?<!\w)(?P<num>the other|another|one|the third|the fourth)(?= (?:has|had|have) (?:since |already )?(?:left|resigned|retired|quit)\b)", re.I)
_ORDINAL = re.compile(
    rf"(?<!\w)(?P<det>a|the) (?P<nth>third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?: (?P<mods>{_MODIFIERS})(?P<head>{_ONE}|{_WEAK_ONE}))?"
    r"(?= (?:is|was|has|had|will|walked|resigned|retired|faces|faced|received|got|left|,)|,)", re.I
)
_COLLECTIVE = re.compile(
    rf"(?<!\w)(?P<det>the|a|this|that|both) (?:(?P<num>pair|duo|trio|quartet|quintet)(?: of (?P<mods>{_MODIFIERS})(?P<head>{_MANY}))?|(?<=both )(?P<both>{_MODIFIERS})(?P<head2>{_MANY}))(?!\w)", re.I
)
_COLLECTIVES = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
_WHOLE = re.compile(r"(?:^|[ \"“])(?:of|out of) (?:the|those|these|all) ", re.I)

# What makes counted officers no subjects: what they are, what precedes them, or what they did or suffered.
_NOT_POLICE = re.compile(
    r"\b(?:fire|prison|custody|army|naval|military|council|immigration|border|customs|correctional?s?|school|press|enforcement|medical|"
    r"executive|election|court|legal|probation|parking|revenue|welfare|union|health|returning|housing|information|resettlement)\b",
    re.I,
)
_NOT_BEFORE = re.compile(
    r"(?:recruit(?:ing|ed)?|hir(?:e|ing)|train(?:ing)?|employs?|strength of|force of|some of its|than a|injur(?:ed|ing)|killed|"
    r"sent to|sent out to|complaints? (?:by|from)|evidence from|statements? from|interviewed|reported by|raised by|alongside|insult(?:ed|ing)|mock(?:ed|ing)) $",
    re.I,
)
_SPEAKS = re.compile(r",? (?:said|told|says|added|explained|recalled)\b", re.I)
_NOT_AFTER = re.compile(
    r",? (?:who (?:complained|reported|raised|came forward|blew|had complained|had reported|attended|died|gave evidence)|(?:complained|"
    r"attended|responded|searched|patrol|helped|rescued|comforted|dealt with|appealed for|were injured|was injured|were hurt|was hurt|(?:were|was) (?:mocked|insulted|praised|commended|targeted|abused|assaulted|attacked)|were killed|died|complaining|(?:had )?reported (?:the|it|them|him|her|concerns)|blew the whistle|"
    r"raised concerns|came forward|gave evidence|arrested|seized|raided|visited)\b)",
    re.I,
)
_FORMER = re.compile(r"\b(?:ex|former|retired|ex-serving)\b|has left|had left|since left|who (?:has |had )?(?:resigned|retired)", re.I)
_SERVING = re.compile(r"\b(?:serving|current|still serves?)\b", re.I)
LEAD = 300  # characters from the start of the text in which whoever speaks is who the article is about
_STRENGTH = 400  # more police than this are a force, not the subjects of one matter


class Officers:
    """Marks OFFICERS."""

    def __call__(self, doc: Doc) -> Doc:
        for pattern in (_COLLECTIVE, _PREDICATE, _PARTITIVE, _ELLIPTIC, _ORDINAL, _GROUP, _SINGLE, _BARE, _LEAVER):
            for match in pattern.finditer(source(doc)):
                _mark(doc, match)
        _partitions(doc)
        return doc


def _mark(doc: Doc, match: re.Match) -> None:
    text, found = source(doc), match.groupdict()
    head, mods = found.get("head") or found.get("head2") or "", found.get("mods") or found.get("both") or ""
    before, after = text[max(match.start() - 40, 0) : match.start()], text[match.end() : match.end() + 60]
    if not free(doc, match.start(), match.end(), "OFFICERS") or "\n" in match.group():
        return
    if _NOT_POLICE.search(mods) or _NOT_BEFORE.search(before) or (_NOT_AFTER.match(after) and head):
        return
    if _SPEAKS.match(after) and match.start() > LEAD:
        return  # "an officer told the hearing"; but "A former constable told magistrates on Tuesday" opens a report of a plea
    counted = _counted(found)
    if counted is None or counted[0] > _STRENGTH or ((counted[1] or 0) > _STRENGTH):
        return
    whole = found.get("whole") or ""
    mark(
        doc,
        match.start(),
        match.end(),
        "OFFICERS",
        written(*counted),
        f"officers:{_RULES[match.re]}",
        status=_status(mods + head, after, head),
        kind=_kind(match, before),
        rank=_rank(head),
        head="weak" if head and re.fullmatch(f"{_WEAK}|{_WEAK_ONE}", head, re.I) else ("police" if head else ""),
        of=written(*bounds(whole)) if whole and whole.lower() != "them" else "",
        nth=(found.get("nth") or "").lower(),
    )


def _counted(found: dict[str, str | None]) -> tuple[int, int | None] | None:
    words = (found.get("num") or "").strip()
    if "both" in found:
        count = _COLLECTIVES.get(words.lower(), 2)
        return count, count
    return (1, 1) if words.lower() in _SINGULAR else bounds(words)


def _rank(head: str) -> str:
    rank = re.sub(r"^(?:ex-|former )", "", head, flags=re.I)
    return rank.lower() if re.fullmatch(f"{_RANK}|{_RANKS}|PCs?|Pcs?|DCs?|PCSOs?", rank, re.I) else ""


_SINGULAR = {"", "another", "one other", "the other", "the third", "the fourth"}


def _kind(match: re.Match, before: str) -> str:
    determiner = (match.groupdict().get("det") or "").lower()
    if match.re is _COLLECTIVE:
        return "new" if determiner == "a" else "definite"
    if match.re is _ORDINAL:
        return "more"
    if match.re is _LEAVER:
        return "rest"
    if determiner in {"of the", "of those"} or (determiner in {"the", "these", "those", "all"} and _WHOLE.search(before + match.group()[:8])):
        return "definite"
    if match.re is _PARTITIVE:
        return "part"
    if determiner == "the" and (match.groupdict().get("more") or "").strip() == "other":
        return "contrast"
    if determiner in {"another", "a further", "additional", "a second", "a third", "one other"} or match.groupdict().get("more"):
        return "more"
    if determiner in {"the other", "the remaining", "other"}:
        return "rest"
    return "definite" if determiner in {"all", "all of the", "both", "the", "these", "those"} else "new"


def _status(words: str, after: str, head: str) -> str:
    former, serving = bool(_FORMER.search(words.replace("-", " "))), bool(_SERVING.search(words))
    if re.match(r",? (?:who )?(?:has|have|had) (?:since |already )?left\b|,? who (?:has |had )?(?:since )?(?:resigned|retired|quit)", after):
        former = True
    if former and serving:
        return "mixed"
    if former or serving:
        return "former" if former else "serving"
    return "staff" if head and re.fullmatch(_STAFF, head, re.I) else "unknown"


def _partitions(doc: Doc) -> None:
    """In a sentence that opens with a whole ("Of the 14 officers"), bare numbers before a verb are its parts."""
    for sentence in doc.user_data["sentences"]:
        if not _WHOLE.search(" " + sentence.text[:12]) and " of them" not in sentence.text:
            continue
        for match in _IN_PARTITION.finditer(source(doc), sentence.start, sentence.end):
            if free(doc, match.start(), match.end(), "OFFICERS"):
                words = match["num"].lower()
                count = (1, 1) if words in {"another", "the other", "one other"} else bounds(words)
                mark(doc, match.start(), match.end(), "OFFICERS", written(*count), "officers:partition", status="unknown", kind="part")


_RULES = {_COLLECTIVE: "collective", _PREDICATE: "predicate", _LEAVER: "leaver", _ORDINAL: "ordinal", _PARTITIVE: "partitive", _GROUP: "group", _ELLIPTIC: "elliptic", _SINGLE: "single", _BARE: "bare"}
