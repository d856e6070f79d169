"""The part each named person plays: officer, former_officer, official, victim, family or other.

Decided over all mentions of the person in the article; a sign of being harmed, or of being related to somebody harmed,
comes before a title.
"""

import re
from collections import defaultdict
from itertools import pairwise

from spacy.tokens import Doc, Span

from cuttings.extract.spans import by_sentence, detail, mentions, note, sentence_at, source
from cuttings.vocabulary import Vocabulary

_KIN = r"(?:mother|father|mum|mom|dad|widow|widower|wife|husband|partner|fianc[ée]e?|son|daughter|brother|sister|parents?|aunt|uncle|cousin|grand(?:mother|father|son|daughter)|step(?:mother|father|son|daughter)|relatives?)"
_HARM = r"(?:killed|murdered|stabbed|abducted|raped|attacked|assaulted|shot|injured|harassed|abused|mocked|targeted|kidnapped|bullied|died)"
_VICTIM_AFTER = re.compile(
    rf"(?:,[^.,]{{0,40}},)?(?: and [A-Z][\w’' -]+)? (?:who )?(?:was|were|had been|has been) (?:\w+ ){{0,2}}{_HARM}\b|['’]s (?:killer|murder(?:er)?|death|rape|rapist|body|injuries|attacker|stabbing)\b",
)
_VICTIM_BEFORE = re.compile(
    rf"(?:(?:victims?|complainant)(?: [\w-]+)?,? |(?:murders?|killing|death|rape|abduction|stabbing|shooting|abuse|harassment) of |{_HARM}(?:, \w+)*(?:,? and \w+)? (?:student |teenager |schoolgirl |\w+-year-old )?|attack on |(?:photo(?:graph)?s?|pictures?|images?|videos?|memes?) of (?:\w+ )?|(?:mocking|about|insulted|mocked) )(?:Mr |Mrs |Ms |Miss |Dr )?$"
)
_FAMILY_BEFORE = re.compile(rf"\b{_KIN}(?: of [A-Z][\w’' -]+)?,? (?:Mr |Mrs |Ms |Miss |Dr )?$")
_FAMILY_AFTER = re.compile(rf",(?: \d\d,)? (?:(?:the|his|her|their|whose|[A-Z]\w+['’]s) )?{_KIN}\b|(?:,? \d\d,)? whose (?:son|daughter|sister|brother|wife|husband|mother|father)\b")
_KILLER_AFTER = re.compile(r" (?:stabbed|killed|murdered|raped|abducted|attacked)\b")
_KILLER_BEFORE = re.compile(r"(?:killed|stabbed|murdered|attacked) (?:to death )?by |killer,? (?:\w+ )?$")
_FORMER = re.compile(r"(?:\b(?:former|ex|retired|one-time|then)[- ](?:[\w’'-]+ ){0,4}|\bex-)$", re.I)
_OFFICER_WORD = r"(?:(?:special |police |detective |trainee |student )?(?:constable|sergeant|inspector|officer|policeman|policewoman|detective|trooper|PC|DC|garda|deputy))"
_OFFICER_AFTER = re.compile(rf"(?:, (?:aged )?\d\d,?|,) (?:all |both )?(?:who is |(?P<was>who was ))?(?:an? |the )?(?P<former>former |ex-|retired )?(?:[\w’'-]+ ){{0,4}}?{_OFFICER_WORD}\b", re.I)
_OFFICER_BEFORE = re.compile(rf"(?P<former>\b(?:former|ex|retired)[- ])?(?:[\w’'-]+ )?{_OFFICER_WORD}s?,? $|(?P<colleague>\b(?:former|ex)[- ]colleague )$", re.I)
_OFFICIAL_AFTER = re.compile(
    r", who (?:chaired|chairs|led|leads|presided)\b|, (?:(?:the|an?|of|from|who chaired|chairing|chair|head|director|deputy|assistant|chief|commissioner|legally|panel|regional|judge)\b[^.,]{0,60}?)"
    r"(?:commissioner|director|chief|ombudsman|chair(?:man|woman)?|judge|head of|spokes\w+|minister|secretary|IOPC|watchdog)\b", re.I
)  # fmt: skip
# Only of police can it be said in such a report that they are suspended, were dismissed, or left their force.
_EMPLOYED_AFTER = re.compile(
    r"(?:,[^.\n]{0,50},)? (?:(?:has|had|have) (?:since |already )?)?(?:(?P<left>(?:resigned|retired|quit) from (?:the force|(?:[A-Z][\w’'-]+ ){1,3}(?:Police|Constabulary)))|"
    r"(?:was|were|been|is|are|remains?) (?:also |now )?(?:dismissed|sacked|suspended|fired)\b)"
)
# An officer who tells of the conduct is no subject of it.
_WITNESS = re.compile(r",? (?:\d\d, )?who (?:had )?(?:first )?(?:reported|complained|raised|came forward|blew the whistle|gave evidence|received|objected)\b")
_ANSWERS = re.compile(r"\b(?:den(?:y|ies|ied)|admit\w*|plead\w*|apologis\w*|accused)\b", re.I)
_OTHER_JOB = re.compile(r"\b(?:councillor|cllr|firefighter|teacher|headteacher|nurse|doctor|soldier|paramedic|MP|minister|footballer|journalist|campaigner|prison officer|mayor|alderman|player|coach|vicar)\.? $", re.I)
_TO_PANEL = re.compile(r"\b(?:told|said to) (?:the |a )?(?:\w+ )?(?:hearing|panel|court|jury|tribunal|judge|magistrates?)\b")
_NOT_POLICE = re.compile(r"\b(?:monitoring|press|fire|prison|returning|medical|council|probation|immigration|customs|information|welfare|executive|housing) officer", re.I)
_OF_FORCE = re.compile(r",? (?:of|from|for|at) (?:the )?(?:[A-Z][\w’'-]+ ){1,4}(?:Police|Constabulary|IOPC|Office|Service|Department)\b")
_OFFICIAL_BEFORE = re.compile(r"\b(?:commander|chief|superintendent|director|commissioner|chair(?:man|woman)?|judge|sheriff|head)\b[^.,]{0,50}, $", re.I)
_LIST = re.compile(r",? and |, | and (?:PC|Detective|Constable|Sergeant) ")
_LEFT = re.compile(r"\b(?:resigned|retired|quit|left the force|had (?:already )?left|already gone)\b", re.I)


class Roles:
    """Notes ``role`` on every PERSON mention; ``status`` former or serving for officers."""

    def __init__(self, vocabulary: Vocabulary):
        self.ranks = vocabulary.lexicon("ranks")
        self.kinds = vocabulary.lexicon("roles")

    def __call__(self, doc: Doc) -> Doc:
        self.steps = by_sentence(doc, "STAGE", "SANCTION", "ALLEGATION", "LAW")
        people: dict[str, list[Span]] = defaultdict(list)
        for span in mentions(doc, "PERSON"):
            people[span.kb_id_].append(span)
        roles = {name: self._role(doc, name, spans) for name, spans in people.items()}
        _share(doc, roles)
        for name, spans in people.items():
            role = roles[name]
            title = next((detail(span)["title"] for span in spans if detail(span).get("title")), "")
            witness = "yes" if any(_WITNESS.match(source(doc), span.end_char) for span in spans) else ""
            for span in spans:
                note(span, role=role, title=title, witness=witness)
        return doc

    def _role(self, doc: Doc, name: str, spans: list[Span]) -> str:
        signs: list[str] = [sign for span in spans for sign in self._signs(doc, span)]
        speaks = any(quote.speaker == name for quote in doc.user_data.get("quotes", ()))
        anonymous = re.fullmatch(r"(?:Officer|PC|Pc|Constable|Sergeant|Sgt) [A-Z]", name) is not None
        if anonymous and "victim" not in signs:
            signs.append("officer")
        for role in ("family", "victim", "killer"):
            if role in signs:
                return "other" if role == "killer" else role
        if speaks and set(signs) == {"officer"} and not anonymous and not any(self._accused(doc, span) for span in spans):
            return "official"
        if speaks and not signs and any(_OF_FORCE.match(source(doc), span.end_char) for span in spans):
            signs.append("official")
        if "official" in signs and not ({"officer", "former_officer"} & set(signs)):
            return "official"
        if "former_senior" in signs:
            return "other" if speaks else "former_officer"
        for role in ("former_officer", "officer", "official"):
            if role in signs:
                return role
        return "other"

    def _accused(self, doc: Doc, span: Span) -> bool:
        """Whether a sentence that names an officer speaks of a proceeding, or of what was told to one."""
        sentence = sentence_at(doc, span.start_char)
        number = sentence.number
        return bool(self.steps[number]) or bool(_ANSWERS.search(sentence.text)) or bool(_TO_PANEL.search(sentence.text))

    def _signs(self, doc: Doc, span: Span) -> list[str]:
        text = source(doc)
        title = detail(span).get("title", "")
        at = span.start_char - (len(title) + 1 if title and text[: span.start_char].rstrip().endswith(title) else 0)
        before, after = text[max(at - 70, 0) : at], text[span.end_char : span.end_char + 90]
        before, after = before.rpartition("\n")[2], after.partition("\n")[0]
        signs = []
        if _FAMILY_BEFORE.search(before) or _FAMILY_AFTER.match(after):
            signs.append("family")
        if _VICTIM_AFTER.match(after) or _VICTIM_BEFORE.search(before):
            signs.append("victim")
        if _KILLER_AFTER.match(after) or _KILLER_BEFORE.search(before):
            signs.append("killer")
        signs += self._titled(title, before)
        described = _OFFICER_AFTER.match(after) or (not title and _OFFICER_BEFORE.search(before))
        if described and _NOT_POLICE.search(described.group()):
            described = None
        if _OFFICIAL_AFTER.match(after) or _OFFICIAL_BEFORE.search(before):
            signs.append("official")
        elif described:
            signs.append("former_officer" if any(described.groupdict().values()) else "officer")
        gone = None if _OTHER_JOB.search(text[max(span.start_char - 24, 0) : span.start_char]) else _EMPLOYED_AFTER.match(after)
        if gone:
            signs.append("former_officer" if gone["left"] else "officer")
        if _LEFT.search(re.split(r"[.;,]", after)[0]) and "officer" in signs:
            signs.append("former_officer")
        return signs

    def _titled(self, title: str, before: str) -> list[str]:
        words = re.sub(r" ?(?:Mr|Mrs|Ms|Miss|Sir|Dame|Dr)$", "", title)
        if not words:
            return ["official"] if re.search(r"Judge|Justice", title) else []
        if _NOT_POLICE.search(before[-24:] + words):
            return []
        if re.search(r"(?:former|ex)[- ]colleague$", (before + words).strip(), re.I):
            return ["former_officer"]
        rank, role = self.ranks.get(words), self.kinds.get(words)
        former = bool(_FORMER.search(before) or re.match(r"(?:former|ex|retired)\b", words, re.I))
        if rank is not None:
            if rank["kind"] == "senior":
                return ["former_senior" if former else "official"]
            return ["former_officer" if former else "officer"]
        if role is not None and role.value in {"official", "judge", "chair"}:
            return ["other" if former else "official"]
        return [role.value] if role is not None and role.value in {"victim", "family"} else []


def _share(doc: Doc, roles: dict[str, str]) -> None:
    """People listed together are of one kind: "former constables Jo Vale, Bo Lunt and Di Orr"; "…, all former constables"."""
    spans = mentions(doc, "PERSON")
    pairs = [(a, b) for a, b in pairwise(spans) if _LIST.fullmatch(source(doc)[a.end_char : b.start_char])]
    for left, right in [*pairs, *((b, a) for a, b in reversed(pairs))]:
        if roles[left.kb_id_] in {"officer", "former_officer", "victim"} and roles[right.kb_id_] == "other":
            roles[right.kb_id_] = roles[left.kb_id_]
