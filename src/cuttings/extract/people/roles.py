"""The part each named person plays: officer, former_officer, official, victim, family or other.

Decided over all mentions of the person in the article; a sign of being harmed, or of being related to somebody harmed,
comes before a title.
"""

import re
from collections import defaultdict

from spacy.tokens import Doc, Span

from cuttings.extract.people.accused import Accusing, is_accused, read_accusing, tells_of_it
from cuttings.extract.people.advocates import is_counsel, puts_a_case, speaks_for_members
from cuttings.extract.people.harmed import aimed_at, is_aimed_at, is_withheld, of_harm
from cuttings.extract.people.lists import AGED, opens
from cuttings.extract.people.officials import is_private, of_office
from cuttings.extract.people.police import (
    answers_for,
    formerly_called,
    has_left,
    is_of_force,
    of_employment,
    of_police,
    was_dismissed_before,
)
from cuttings.extract.people.sharing import share
from cuttings.extract.people.titles import Titles
from cuttings.extract.spans import detail, mentions, note, sentence_at, sentences, source
from cuttings.vocabulary import Vocabulary

_ANONYMOUS = re.compile(r"(?:Officer|PC|Pc|Constable|Sergeant|Sgt) [A-Z]")
_OTHER_JOB = re.compile(r"\b(?:councillor|cllr|MP|minister|mayor|chief executive|editor|director)\.? $", re.I)
# What is done in messages, and speaks for nobody: "Sgt Vale posted …"
_MESSAGES = re.compile(r"(?:post|tweet|text|messag|wr[oi]t|call|jok|repl|respond|brand|dub|label|nam|quip|shout)", re.I)
# "Sgt Vale had told her to …": nor is what is said to one person
_TO_ONE = re.compile(
    r" (?:(?:had|has|then|once|also|allegedly|later) )*(?:told|asked|called|urged|advised|warned|instructed) "
    r"(?:her|him|them|colleagues|the group|a (?:colleague|woman|man|recruit|friend|suspect|prisoner)|"
    r"the (?:woman|man|complainant|recruit|girl|boy|victim|detainee|prisoner))\b"
)
_CHIEF_OF = re.compile(
    r"\b(?:chief constable|commander|superintendent|sheriff|police chief|chief of police|head of [^.,]{0,20}police)\b"
    r"(?: (?:of|at|for|with) [^.,;]{2,40})?, $",
    re.I,
)
# ", a former detective turned campaigner, said": as commentators are brought in
_ONCE_POLICE = re.compile(
    r",(?: \d\d,)? (?:an? |the )?(?:former|retired|ex-)[^.;]{3,60}, (?:said|says|told the \w+(?: \w+)? that|warned)\b"
)
# ", of Harrowmere Constabulary"
_OF_FORCE = re.compile(
    r",? (?:of|from|for|at) (?:the )?"
    r"(?:(?:[A-Z][\w’'-]+ ){1,4}(?:Police|Constabulary|IOPC|Office|Service|Department|Inspectorate|Commission|"
    r"Authority)|"
    r"College of Policing|National Police Chiefs|IOPC|CPS|NPCC|PIRC|HMICFRS|Met|RCMP|PSNI|NYPD)\b"
)
# "I never posted that", "I was stupid": what those say who answer for it
_OWNS_UP = re.compile(
    r"\bI (?:(?:did not|didn['’]t|never) (?:write|wrote|post|posted|send|sent|draw|drew|mean|meant|intend|intended|"
    r"share|shared|thought|think|read)|was (?:being )?(?:stupid|an idiot|drunk|immature|showing off|trying to fit in)|"
    r"(?:deeply |bitterly )?regret (?:it|sending|posting|writing|sharing|what I|the messages|my)|(?:wrote|posted|"
    r"sent|typed|shared) "
    r"(?:it|them|that|those)|(?:started|set) (?:it|the (?:chat|group|thread))(?: up)?|should have "
    r"(?:ended|stopped|left) it)"
    r"\b|\bmy (?:messages|posts|jokes)\b"
)
_PLEADS = re.compile(r"(?:has |have |had )?plead", re.I)
_IN_SERVICE = frozenset({"officer", "former_officer", "official", "speaks_for", "investigates", "former_senior"})
_SIGNATURE = 70  # characters
# Who comes into a story as one of these tells of it, and once worked for the police
_LAY = frozenset({"resident", "whistleblower", "complainant", "activist", "campaigner", "protester"})


class Roles:
    """Notes ``role``, ``title`` and ``witness`` on every PERSON mention; quotations must be read before.

    ``title`` is the first that the article gives the person; ``witness`` is yes for one who reported the conduct.
    """

    def __init__(self, vocabulary: Vocabulary):
        self.titles = Titles(vocabulary)

    def __call__(self, doc: Doc) -> Doc:
        accusing = read_accusing(doc)
        people: dict[str, list[Span]] = defaultdict(list)
        for span in mentions(doc, "PERSON"):
            people[span.kb_id_].append(span)
        aimed = aimed_at(source(doc))
        roles = {name: self._role(doc, name, spans, accusing, aimed) for name, spans in people.items()}
        share(doc, roles)
        for name, spans in people.items():
            title = next((detail(span)["title"] for span in spans if detail(span).get("title")), "")
            witness = "yes" if any(tells_of_it(doc, span) for span in spans) else ""
            for span in spans:
                note(span, role=roles[name], title=title, witness=witness)
        return doc

    def _role(self, doc: Doc, name: str, spans: list[Span], accusing: list[Accusing], aimed: set[str]) -> str:
        """One person's role; ``accusing``: what each sentence says of a proceeding or of misconduct;
        ``aimed``: what those are called whom the messages were about.
        """
        signs = {sign for span in spans for sign in self._signs(doc, span, aimed)}
        anonymous = _ANONYMOUS.fullmatch(name) is not None
        if anonymous and "victim" not in signs:
            signs.add("officer")
        if "officer" in signs:
            signs -= {"family"}  # "his wife, PC Vale"
        if signs & {"dead", "kin_of"} and not signs & _IN_SERVICE:
            signs = (signs - {"family"} if "kin_of" in signs else signs) | {"victim"}
        signs -= {"kin_of"}
        if "mocked" in signs or ({"victim", "family"} <= signs and any(map(self.titles.close, spans))):
            return "victim"
        for role in ("victim", "family", "killer") if "dead" in signs else ("family", "victim", "killer"):
            if role in signs:
                return "other" if role == "killer" else role
        signs -= {"dead"}
        if "members" in signs:
            return "other"
        after = [source(doc)[span.end_char : span.end_char + 160].partition("\n")[0] for span in spans]
        if (
            "official" in signs
            and (self.titles.senior(spans) or self._chief(doc, spans))
            and any(map(answers_for, after))
        ):
            signs = (signs - {"official", "speaks_for"}) | {"officer"}
        if "speaks_for" in signs:
            return "official"
        if "counsel" in signs:
            return "official" if "official" in signs and "in_court" not in signs else "other"
        quotes = [quote for quote in doc.user_data.get("quotes", ()) if quote.speaker == name]
        said = {
            quote.speaker_start
            for quote in quotes
            if not (_MESSAGES.match(quote.cue) or _TO_ONE.match(source(doc), quote.speaker_end or 0))
        }
        middle = self.titles.middle(spans) or any(_ONCE_POLICE.match(source(doc), span.end_char) for span in spans)
        accused = any(is_accused(doc, span, accusing, middle and span.start_char in said) for span in spans)
        accused = accused or any(_PLEADS.match(quote.cue) for quote in quotes)  # "He has pleaded guilty"
        if "investigates" in signs:
            signs -= {"investigates"}
            if not accused and "former_officer" not in signs:
                return "official"
        if left := signs & {"left", "left_police"}:
            signs -= left
            told_as = {detail(span).get("title", "").lower() for span in spans}
            gone = ("officer" in signs or (not signs and accused)) and not told_as & _LAY
            signs |= {"former_officer"} if gone or ("left_police" in left and not told_as & _LAY) else set()
        speaks = bool(said)
        rank_alone = signs == {"officer"} and not anonymous
        of_force = not signs and any(map(is_of_force, after))
        retired = signs == {"former_officer"}
        if speaks and (rank_alone or of_force or retired) and not accused:
            if retired:
                told = any(tells_of_it(doc, span) for span in spans)
                return "former_officer" if told else "other"  # "In my day …", says a retired inspector
            own = any(_OWNS_UP.search(source(doc), quote.start, quote.end) for quote in quotes)
            aged = any(AGED.match(source(doc), span.end_char) for span in spans)  # as of those who stand accused
            return "official" if of_force or not (self.titles.low(spans) or own or aged) else "officer"
        if of_force:
            signs.add("officer")
        if speaks and not accused and {"official", "officer"} <= signs:
            signs -= {"officer"}  # "Sir Jo Vale, police officer, born in 1949", once a chief constable
        if speaks and not signs and any(_OF_FORCE.match(source(doc), span.end_char) for span in spans):
            signs.add("official")
        return _of_signs(signs, speaks)

    def _chief(self, doc: Doc, spans: list[Span]) -> bool:
        """ "The chief constable of Kerrin, Jo Vale, has been suspended"."""
        return any(_CHIEF_OF.search(source(doc), max(span.start_char - 70, 0), span.start_char) for span in spans)

    def _signs(self, doc: Doc, span: Span, aimed: set[str]) -> list[str]:
        """What the words around one mention say, inside its paragraph."""
        text, title = source(doc), detail(span).get("title", "")
        with_title = title and text[max(span.start_char - len(title) - 3, 0) : span.start_char].rstrip().endswith(title)
        start = span.start_char - (len(title) + 1 if with_title else 0)
        before = text[max(start - 70, 0) : start].rpartition("\n")[2]
        after = _signed(text, start, span.end_char) or text[span.end_char : span.end_char + 90].partition("\n")[0]
        found = [
            *of_harm(before, after, later=span.id_ == "people:later" and not title),
            *self.titles.signs(title, before.removesuffix(", ").removesuffix(title)),
            *of_employment(text[max(span.start_char - 24, 0) : span.start_char], after),
        ]
        sign = of_office(before, after) or of_police(before, after, bool(title))
        if sign and "kin_of" not in found:  # "a spokesman for the family of Jo Vale" is another
            found.append(sign)
        if not with_title and was_dismissed_before(
            text[max(start - 70, 0) : span.start_char].rpartition("\n")[2], after
        ):
            found.append("former_officer")
        told_before = {before, before + title + " " if with_title else before}  # "the Federation's chair, Sgt Vale"
        if any(speaks_for_members(told, after, self._sentence_before(doc, start)) for told in told_before):
            found.append("members")
        if title and self.titles.no_rank(title) and is_private(before + title + " " if with_title else before, after):
            found = [sign for sign in found if sign != "official"]
        if _ANONYMOUS.fullmatch(span.kb_id_) and formerly_called(before):
            found.append("former_officer")
        if is_aimed_at(before + title + " " if with_title else before, aimed) or is_withheld(
            text[max(start - 140, 0) : start].rpartition("\n")[2]
        ):
            found.append("victim")
        if self.titles.in_court(doc, title, before):
            found += ["counsel", "in_court"]
        if is_counsel(before, after):
            found.append("counsel")
        if puts_a_case(text[max(span.start_char - 90, 0) : span.start_char].rpartition("\n")[2], ""):
            found += ["counsel", "in_court"]  # "Counsel for the commissioner, Jo Vale": whose title it is not
        elif puts_a_case("", after):
            found += ["speaks_for"] if self.titles.is_rank(title) else ["counsel", "in_court"]
        clause = text[span.end_char : span.end_char + 130].partition("\n")[0]  # whose last words are not cut off
        left = "" if _OTHER_JOB.search(before) else has_left(clause, opens(doc, span))
        return [*found, left] if left else found

    def _sentence_before(self, doc: Doc, start: int) -> str:
        number = sentence_at(doc, start).number
        return sentences(doc)[number - 1].text if number else ""


def _signed(text: str, start: int, end: int) -> str:
    """The line under a name that has one of its own, as words after it: "Jo Vale ¶ Police and Crime Commissioner"."""
    alone = text[max(start - 1, 0) : start] in {"", "\n"} and text.startswith("\n", end)
    line = text[end : end + 120].lstrip("\n").partition("\n")[0] if alone else ""
    return f", {line}" if " " in line and len(line) < _SIGNATURE and not line.endswith((".", "?", "!")) else ""


def _of_signs(signs: set[str], speaks: bool) -> str:
    """The role of somebody who is not harmed; "former_senior": a chief who is gone may speak, or may be a subject."""
    if "official" in signs and not {"officer", "former_officer"} & signs:
        return "official"
    if "former_senior" in signs:
        return "other" if speaks else "former_officer"
    return next((role for role in ("former_officer", "officer", "official") if role in signs), "other")
