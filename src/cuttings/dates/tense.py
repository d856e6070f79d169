"""Whether a sentence tells of a day as past, as still to come, or does not say so surely."""

import re

_BEFORE, _AFTER = 120, 80  # characters of a clause that are looked at
_CLAUSE = re.compile(r"[.!?;:][\"'”’)]*\s|\n")
_IRREGULAR = (
    r"began|became|broke|brought|bought|came|caught|chose|drew|drove|fell|felt|fled|found|fought|gave|got|grew|heard"
    r"|held|kept|knew|laid|led|left|lost|made|meant|met|paid|quit|ran|resigned|rose|said|sat|saw|sent|shot|shook|sought"
    r"|spent|spoke|stood|stole|struck|swore|taught|thought|threw|told|took|went|won|wrote"
)
_NOUNS = (  # came to light, went to court: no infinitive
    r"(?:light|court|police|staff|prison|jail|work|trial|the|an?|his|her|their|its|have|him|them|others?|another|one|all"
    r"|members|colleagues|officers|people|friends|women|men|two|three|four|be (?:due|set))\b"
)
_COMING = re.compile(
    r" (?:deadline|target|budget|election|plan|trial|hearing|date|conference|goal|strategy|contract)s?\b"
)
_NOT_FINITE = "".join(
    rf"(?<!\b{word} )"
    for word in ("be", "to", "the", "a", "an", "his", "her", "its", "their", "two", "three", "four", "six", "of", "for",
                 "with", "as", "by", "from", "being", "not", "to have", "will have")
)  # fmt: skip
_TOKEN = re.compile(
    r"\b(?:"
    r"(?P<unsure>would|could|might|may|should|if|unless|wants?|plans?|hopes?"
    r"|(?<!will )(?<!to )(?<!shall )(?:faces?|appears?|stands?)"
    r"|ends?|expires?|runs?|lasts?|continues?|begins?|starts?|opens?|retires?|ending|expiring|running|starting|target"
    rf"|to (?!{_NOUNS})[a-z]{{2,}}"
    r"|(?:was|were|had been) (?:due|set (?:to|for|down)|expected|scheduled|listed|to|bailed|adjourned"
    r"|remanded|ordered (?:to|until)|planned)"
    r"|until|till|by|before|up to|pending|ahead of|adjourned|bailed|remanded|postponed|delayed|extended)"
    r"|(?P<ahead>will(?! have\b)|shall|(?:is|are) (?:now |also |both |all |not )?(?:due|scheduled|planned|listed"
    r"|expected|set (?:to|for|down)|to)|ha(?:s|ve) been (?:set|listed|scheduled|fixed) (?:for|to)|due (?:to|on|in|back"
    r"|for|at|before)|resumes?|meets? again|takes? place|next hearing)"
    rf"|(?P<past>was|were|had|did|has been|have been|since|{_NOT_FINITE}(?:[a-z]{{2,}}(?<!e)ed|{_IRREGULAR}))"
    r")\b"
)
_NO_VERBS = frozenset(
    ("need", "speed", "hundred", "indeed", "proceed", "exceed", "embed", "alleged", "accused", "unprecedented", "based")
)


def tense(text: str, start: int, end: int) -> str:
    """``past``, ``ahead`` or ``unsure`` for what is told of the day printed at ``text[start:end]``.

    The last verb before it decides, or the first one after it in its clause when none is before it.

    >>> tense("He was charged on 2 May 2023.", 18, 28), tense("He will appear on 7 June 2024.", 18, 29)
    ('past', 'ahead')
    """
    if _COMING.match(text, end, end + 20):
        return "unsure"
    before = _CLAUSE.split(text[max(0, start - _BEFORE) : start])[-1]
    told = [_kind(match) for match in _TOKEN.finditer(before) if match[0] not in _NO_VERBS]
    if told:
        return "unsure" if told[-1] == "past" and "ahead" in told and not _is_finite(before) else told[-1]
    after = _CLAUSE.split(text[end : end + _AFTER])[0]
    later = (match for match in _TOKEN.finditer(after) if match[0] != "since" and match[0] not in _NO_VERBS)
    return next((_kind(match) for match in later), "unsure")


def _kind(match: re.Match[str]) -> str:
    return match.lastgroup or "unsure"


def _is_finite(before: str) -> bool:
    """Whether the last verb is past for sure: ``will appear, charged with …`` may go on to what is to come."""
    last = [match for match in _TOKEN.finditer(before) if match.lastgroup == "past"][-1]
    return last[0] in ("was", "were", "had", "did", "has been", "have been", "since")
