"""Whose stage is it? Notes on every STAGE and SANCTION mention who stands as the subject of its verb.

``subject`` is ``police`` (counted or named police, or a pronoun for them), ``other`` (somebody or something else: "a
man was arrested", "the appeal was dismissed", "jailed for her murder") or ``unknown``; ``verb`` says whether the
mention is a verb ("was sacked") rather than a noun ("a final written warning").
"""

import re
from bisect import bisect

from spacy.tokens import Doc, Span

from cuttings.extract.clauses.bystanders import Bystanders, kind
from cuttings.extract.clauses.hedges import REACH, clause, reach
from cuttings.extract.clauses.passers_by import is_done_to_one, is_passer_bys
from cuttings.extract.patterns import AnyCase, one_of, words
from cuttings.extract.people.advocates import is_counsel
from cuttings.extract.spans import by_sentence, detail, note, sentence_at, source, words_of
from cuttings.vocabulary import Vocabulary

# "pictures of a burglary victim", "the murder scene": what the police came to, and no crime of theirs
_OF_A_CASE = (
    r"(?! (?:victims?|scenes?|inquir(?:y|ies)|investigations?|cases?|suspects?|squad|team|detectives?|calls?|files?|"
    r"probe|weapons?|reports?|jokes?))"
)
# Crimes that are not the beat's: a trial for one of them is another's, or another matter.
_OTHER_CRIMES = one_of(
    *(rf"murder\w*{_OF_A_CASE}", "manslaughter", r"abduct\w*", r"kidnap\w*", r"terror\w*", "stabbing", "drug dealing"),
    *(
        "(?:suspicion|accused|convicted|guilty) of (?:rape|sexual assault|assault)",
        "(?:charged|charge|counts?) (?:with|of) (?:(?:common|sexual|indecent|aggravated) )?assault(?:ing)?",
        "dangerous driving",
        "drink[- ]driving",
        *(f"{crime}{_OF_A_CASE}" for crime in ("burglary", "fraud", "theft", "affray", "arson", "robbery")),
        # "jailed for life", "a whole-life sentence": no message is punished so
        *(
            "(?:jailed|sentenced|imprisoned|locked up|caged|prison|jail|sent down|put away) for life",
            "whole[- ]life",
            "life (?:sentence|imprisonment|term|in prison)",
            "(?<!for )killed",
            "killing of",
        ),
    ),
    r"(?:over|for|part in) (?:the|last \w+['’]s) (?:\w+ )?(?:disorder|riots?|unrest)",
    *("violent disorder", "rioting", "shooting", "speeding", "shoplifting", r"steal\w*", "stole", "stolen"),
    *(r"embezzl\w*", r"brib(?:e|es|ery|ing)"),
    "helping (?:himself|herself|themselves) to",
)
_OTHER_CRIME = AnyCase(rf"\b{_OTHER_CRIMES}\b")
_DONE_TO = one_of(
    *words("arrested charged convicted jailed imprisoned sentenced sacked dismissed fired suspended cleared acquitted"),
    *words("found barred disciplined warned reinstated tried indicted prosecuted fined struck locked"),
    # "whose husband went to prison": it is as much somebody's as "was jailed" is
    "(?:sent|went|gone|goes) to (?:prison|jail|gaol)",
)
_VERB = re.compile(
    r"(?:(?:has|have|had|was|were|is|are|been|being|be|also|both|later|to|would|will) )*"
    rf"{_DONE_TO}\b(?! (?:sentence|term|prison|jail))",
    re.I,
)
_AUXILIARY = one_of(
    *words("was were is are has have had been being be also later since now already then both all each to would will"),
    *words("subsequently eventually finally stay stays remain remains remained continue continues still currently"),
    *words("presently himself herself themselves"),
    "[a-z]+ly(?: (?:and|but) [a-z]+ly)?",  # "was immediately suspended"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got|stays?|remain(?:s|ed)?|went|gone|goes)\b", re.I)
_ONLY_AUXILIARY = re.compile(_AUXILIARY, re.I)
# "officers have since been" before the verb
_HEAD = re.compile(rf"(?<![\w’'-])(?P<head>[\w’'-]++)(?P<auxiliaries>(?: {_AUXILIARY})*) ?$", re.I)
# "officers, who were", "a sergeant at Dene, who is" before the verb
_RELATIVE = re.compile(
    rf"(?P<head>[\w’'-]++)(?: (?:at|of|from|in|with) (?-i:(?:[A-Z][\w’'-]+ ?){{1,3}}))?,? "
    rf"(?:who|whom|which|that)(?: {_AUXILIARY})* ?$",
    re.I,
)
# "both are", after "and"; "The younger man has been": of a report's own people
_THEY = AnyCase(
    rf"\b(?:both|all|each|the (?:younger|older|elder|other|second|third|fourth) (?:man|woman)) (?:{_AUXILIARY} )+$"
)
_PRONOUNS = frozenset(
    words(
        "he she they both all each who others one two three four five six seven eight nine ten eleven twelve another "
        "latter rest everyone everybody none neither former couple third fourth fifth sixth seventh eighth ninth tenth"
    )
)
# "Officers A and B": letters that stand for names; "suspended them"
# "people whom they had arrested": what "they" did themselves
_DID_IT = AnyCase(
    r"\b(?:he|she|they|we|I) (?:had|has|have)(?: (?:just|already|also|once|since|earlier|previously))? ?$"
)
_LETTER = re.compile(r"[A-HJ-Z]")
_THE_MEN = (
    r"(?:the|these|those|both|all)(?: of (?:the|them))? (?:\w+ )?(?:officers?|constables?|sergeants?|inspectors?|"
    r"deput(?:y|ies)|garda[ií]?|troopers?|detectives?|pair|trio|men|women|two|three|four|five|six|seven|eight)"
)
_THEM = re.compile(rf" (?:them|him|her|both|all (?:of them|\w+)|{_THE_MEN})\b")
# "arrested the 29-year-old constable"
_AN_OFFICER = re.compile(
    r" (?:the|an?|its|another|this|that) (?:[\w-]+ ){0,2}?"
    r"(?:officer|constable|sergeant|inspector|detective|probationer|trooper|garda|PCSO|policem[ae]n|policewom[ae]n)\b(?!['’]|-)"
)
_ENDS_ON_THEM = re.compile(rf" (?:them|him|her|each|both|all|{_THE_MEN})$")  # "charged each", "suspended the sergeant"
# "Suspended on full pay since May, he …": whom a verb that opens its sentence is said of
_THEN_POLICE = re.compile(
    r"[^;.]{0,90}?, (?:he|she|they|both|all|the (?:\w+ )?(?:officers?|constables?|sergeants?|pair|men|women|trio))\b",
    re.I,
)
# "Sacked: the Kerrin detective who sent pictures": a headline's first word
_LABELS = re.compile(
    r": (?:(?!of\b|by\b|for\b|in\b|who\b)[\w’'-]+ ){0,5}?(?i:officers?|constables?|sergeants?|inspectors?|detectives?|"
    r"police(?:man|men|woman|women)|cops?|PCs?|troopers?|deput(?:y|ies)|gardaí?)\b"
)
_POLICE = re.compile(
    r"(?:ex-)?"
    + one_of(
        *words("officers? constables? sergeants? inspectors? superintendents? policem[ae]n policewom[ae]n cops?"),
        *words("detectives? troopers? deput(?:y|ies) pcs? dcs? pcsos? gardaí gardai pair duo trio quartet men women"),
        *words("defendants? colleagues? members? staff recruits? probationers? squad team unit specials? subjects?"),
        *words("handlers? dispatchers? operators? employees?"),
        r"\d\d-year-old",  # "The 44-year-old was convicted": who is called so has been told of before
    ),
    re.I,
)
_NO_POLICE_OFFICER = AnyCase(
    r"\b(?:prison|fire|custody|immigration|council|press|probation|customs|border) officers?,? $"
)
# "Three constables who worked nights at Dene were …": what may stand between police and the verb said of them
_SAID_OF = re.compile(
    r"(?:,? (?:who|whose|from|of|at|in|with|on|based|attached|serving|aged|over|alleged|accused|found|cleared|"
    r"acquitted|convicted|charged|involved|implicated|named|known|identified|in)\b|, \d\d,?)[^;.]*",
    re.I,
)
_ANOTHER_VERB = re.compile(r"\b(?:said|says|told|added|that|where|when|after|before|because|but|while)\b", re.I)
# "The sergeant went home, suspended …": police who are told of with the definite article are no counted ones
_THE_POLICE = re.compile(
    r"\b(?:the|this|that|these|those|his|her|their|both|all|officers?) (?:[\w-]+ ){0,3}?"
    r"(?:officers?|constables?|sergeants?|inspectors?|detectives?|superintendents?|deput(?:y|ies)|troopers?|pair|trio|"
    r"duo|men|women|garda[ií]?|[A-H](?: and [A-H])?)\b|\b(?:he|she|they)\b|\b(?:all|both|most) of them\b"
    r"|\bthe \d\d-year-old(?! (?:man|woman|boy|girl|victim|student|mother|father))\b",
    re.I,
)
# "three men jailed on the squad's testimony"
_ON_THEIR_WORD = re.compile(
    r" on (?:(?:the|his|her|their|an?|police) )?(?:[\w’'-]+ ){0,2}?(?:testimony|evidence|word)\b", re.I
)
# "the trial of a drug dealer"
_OF_SOMEBODY = re.compile(r" of an? ")
# "a suspended sentence for Milo Harke, the firefighter": whose it is may stand behind it
_FOR_SOMEBODY = re.compile(r" for (?=[A-Z][a-z]+ [A-Z][a-z]+)(?!(?:Northern|New|South|West|England) )")
_AND = frozenset({"and", "or", "but", "then"})
_FAR = 140  # characters between police and a verb that is still said of them


class Proceedings:
    """Notes ``subject`` and ``verb`` on STAGE and SANCTION mentions; OFFICERS and the roles of people must be known."""

    def __init__(self, vocabulary: Vocabulary):
        self._genders = {row.form: row["gender"] for row in vocabulary["given_names"] if row["gender"]}

    def __call__(self, doc: Doc) -> Doc:
        candidates = by_sentence(doc, "OFFICERS", "PERSON")
        bystanders = Bystanders(candidates, self._genders)
        for number, spans in enumerate(by_sentence(doc, "STAGE", "SANCTION")):
            starts = [one.start_char for one in candidates[number]]
            for span in spans:
                near = slice(bisect(starts, span.start_char - REACH), bisect(starts, span.end_char + REACH))
                note(span, **_told_of(span, candidates[number][near], bystanders.own(span, number)))
        return doc


def _told_of(span: Span, here: list[Span], of_a_bystander: bool) -> dict[str, str]:
    """``subject`` and ``verb`` of a step; ``here``: the police and people of its sentence, as far as one reaches."""
    verb, around = bool(_VERB.match(words_of(span))), clause(span)
    described = _described(span, here)
    if described is not None and not _OTHER_CRIME.search(around[0][-50:] + words_of(span) + around[1][:60]):
        subject = kind(described)
    else:
        subject = _of_verb(span, around, here) if verb else _of_noun(span, around, here)
    if of_a_bystander:
        subject = "other"
    active = verb and not _PASSIVE.search(around[0][-20:] + words_of(span))
    done_to_police = active and _police_after(span, here) and not is_done_to_one(span)
    if not done_to_police and is_passer_bys(span, [one for one in here if kind(one) == "police"]):
        subject = "other"
    return {"subject": subject, "verb": "yes" if verb else ""}


# "A constable who sent pictures to Ella Marsh, a nurse, has resigned": a verb after a relative clause is said of whom
# the clause describes, unless another begins in between
_WHO_DID = re.compile(r"(?:,? (?:\d\d|(?:from|of|at|in|with|based) [^,.;]{2,40}))?,? who\b(?P<clause>[^.;:–—]*)$")
_ANOTHER_CLAUSE = AnyCase(
    r"\b(?:while|when|after|before|because|as|since|if|that|which|who|whom|whose|where|until|how|why|whether|said|says)\b"
)
_FINITE = re.compile(
    r"\b(?:was|were|has|have|had|is|are|got|gets)(?: [\w’'-]+){0,5}$|"
    r"\b(?:resigned|retired|quit|left|lost|handed|received|stepped|kept|avoided|escaped|walked|admitted|pleaded|denied|"
    r"went|faces?|faced|appeared)(?: [\w’'-]+){0,6}$"
)


def _described(span: Span, candidates: list[Span]) -> Span | None:
    """Whom a relative clause between them and a verb describes."""
    text = source(span.doc)
    for candidate in reversed(candidates):
        told = candidate.end_char < span.start_char and _WHO_DID.match(text, candidate.end_char, span.start_char)
        if not told or _ANOTHER_CLAUSE.search(told["clause"]) or not _FINITE.search(told["clause"] + words_of(span)):
            continue
        joined = told.start("clause") + max(told["clause"].rfind(" and "), told["clause"].rfind(" but "))
        if not any(joined < c.start_char < span.start_char for c in candidates) or joined < told.start("clause"):
            return candidate
    return None


# "My nephew got six months"
_KIN = one_of(
    *words("nephew niece son daughter brother sister husband wife father mother dad mum mom cousin uncle aunt partner"),
    *words("friend mate neighbou?r grandson lad landlord"),
)
# "The suspect's trial collapsed"
_OF_ANOTHER = AnyCase(
    r"\b(?:suspect|dealer|gangster|murderer|killer|rapist|prisoner|gunman|burglar)s?['’]s? (?:\w+ )?$"
)
_OF_MINE = re.compile(rf"\b(?:my|his|her|their|our|your|as) (?:[\w-]+ )?{_KIN} $", re.I)


def _of_noun(span: Span, around: tuple[str, str], candidates: list[Span]) -> str:
    before, after = around
    if _OF_MINE.search(before) or _OF_ANOTHER.search(before):
        return "other"
    if _OTHER_CRIME.search(before[-50:] + words_of(span) + after[:60]):
        return "other"
    if _OF_SOMEBODY.match(after) and not _POLICE.search(after[:60]):
        return "other"
    somebody = _FOR_SOMEBODY.match(source(span.doc), span.end_char)
    if somebody:
        at = next((c for c in candidates if c.start_char <= somebody.end() < c.end_char), None)
        return kind(at) if at is not None else "other"
    # "PC Vale told a misconduct hearing …", who reported it, or a chief: the hearing is not theirs
    tells = _TELLS.match(words_of(span)) is not None
    return _nearest(span, [c for c in candidates if not _only_speaks(c) and not (tells and _pleads(c))])


def _only_speaks(candidate: Span) -> bool:
    known = detail(candidate)
    return known.get("role") == "official" or known.get("witness") == "yes"


def _pleads(candidate: Span) -> bool:
    """Whether somebody is counsel: "Prosecuting, Ed Vale told the jury"."""
    text, sentence = source(candidate.doc), sentence_at(candidate.doc, candidate.start_char)
    counsel = _PROSECUTING.search(text, sentence.start, candidate.start_char)
    return bool(counsel) or is_counsel(
        text[sentence.start : candidate.start_char], text[candidate.end_char : sentence.end]
    )


_TELLS = re.compile(r"(?:tells|told|has told|had told)\b", re.I)
_PROSECUTING = AnyCase(
    r"\b(?:prosecuting|defending|opening the (?:\w+ )?case|in mitigation|for the (?:crown|defence)),? $"
)


def _of_verb(span: Span, around: tuple[str, str], candidates: list[Span]) -> str:
    """The kind of the noun that stands as the verb's subject; of its object where the verb is active."""
    before, after = around
    text, low = source(span.doc), max(sentence_at(span.doc, span.start_char).start, span.start_char - 120)
    other_crime = _OTHER_CRIME.search(before[-50:] + words_of(span) + after[:60])
    on_their_word = _ON_THEIR_WORD.match(text, span.end_char)
    if other_crime or on_their_word or _NO_POLICE_OFFICER.search(text, low, span.start_char):
        return "other"
    if _THEY.search(before):
        return "police"
    head = _RELATIVE.search(text, low, span.start_char) or _HEAD.search(before)
    if _DID_IT.search(before) and not _PASSIVE.search(words_of(span)):
        return "police" if _police_after(span, candidates) else "other"
    if head is not None and head["head"].lower() == "having":
        return _nearest(span, candidates)  # "A constable is to appear in court, having been charged"
    if head is not None and (head["head"].lower() in _PRONOUNS or _LETTER.fullmatch(head["head"])):
        return "police"
    if not before.strip() and _LABELS.match(text, span.end_char, span.end_char + 90):
        return "police"
    if not before.strip() and _THEN_POLICE.match(text, span.end_char, span.end_char + 130):
        return "police"
    if head is None or head["head"].lower() in _AND or _ONLY_AUXILIARY.fullmatch(head["head"]):
        if _HAS.search(before) and _police_after(span, candidates) and not _PASSIVE.search(words_of(span)):
            return "police"  # "Kerrin Police, which referred it in May, has suspended both of the men"
        return _nearest(span, candidates, inverted=True)
    at = head.end("head") + (0 if head.re is _RELATIVE else span.start_char - len(before))
    told = next((c for c in candidates if c.start_char < at <= c.end_char), None)
    if told is not None:
        done_by_them = kind(told) == "other" and _active(head, span)
        return "police" if done_by_them and _police_after(span, candidates) else kind(told)
    if _POLICE.fullmatch(head["head"]):
        return "police"
    if _active(head, span):
        return "police" if _police_after(span, candidates) else "other"
    return _said_of(span, candidates)


_HAS = AnyCase(r"\b(?:has|have|had) (?:since |already |also |now )?$")


def _active(head: re.Match, span: Span) -> bool:
    """Whether a verb says what its subject did: "the chief fired", "a panel has dismissed", not "was fired"."""
    return not _PASSIVE.search((head.groupdict().get("auxiliaries") or "") + " " + words_of(span))


def _said_of(span: Span, candidates: list[Span]) -> str:
    """Of a passive verb whose own noun is no person: whoever the words before it only describe further."""
    last = next((c for c in reversed(candidates) if c.end_char <= span.start_char), None)
    if last is None:
        return "other"
    between = source(span.doc)[last.end_char : span.start_char]
    described = _SAID_OF.match(between) and len(between) < _FAR and not _ANOTHER_VERB.search(between)
    return kind(last) if described else "other"


def _police_after(span: Span, candidates: list[Span]) -> bool:
    """Whether police are the verb's object: "the chief fired three deputies"."""
    text = source(span.doc)
    if (
        _THEM.match(text, span.end_char)
        or _AN_OFFICER.match(text, span.end_char)
        or _ENDS_ON_THEM.search(words_of(span))
    ):
        return True
    return any(
        span.start_char < c.start_char < span.end_char + 60
        and kind(c) == "police"
        and text[c.end_char : c.end_char + 1] not in {"'", "’"}
        for c in candidates
    )


def _nearest(span: Span, candidates: list[Span], inverted: bool = False) -> str:
    """The kind of whoever is told of last before a mention; of a verb that opens its sentence, first after it:
    "Dismissed were PC Frome and PC Ashby".
    """
    told = [c for c in candidates if c.end_char <= span.start_char]
    while len(told) > 1 and source(span.doc)[told[-2].end_char : told[-1].start_char] == ", ":
        told.pop()  # "The fifth, a woman of 29, quit"
    last = told[-1] if told else None
    if last is None and inverted:
        last = next((c for c in candidates if c.start_char >= span.end_char), None)
    if last is None:
        return "police" if _THE_POLICE.search(source(span.doc), reach(span), span.start_char) else "unknown"
    return kind(last)
