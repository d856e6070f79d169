"""Which bodies are at work in a matter: those that investigate, prosecute or decide it, not those only spoken of."""

from collections.abc import Iterator

from cuttings.assemble.accounts import Account, Mention, firsts
from cuttings.assemble.claim import Claim, claim
from cuttings.extract.patterns import AnyCase, one_of

_REACH = 90  # characters before and after a name that say what part it plays

# "The Ombudsman's office said that it had not received a complaint", "had no role", "declined to comment"
_NO_PART = (
    r"(?:has|have|had|was|were|is|did|does|do)(?: ?n['’]o?t| not| never) (?:yet |so far |been )*"
    r"(?:received?|opened?|started|begun|seen|involved|told|asked|notified|informed|investigat\w+|respond\w*|answer\w*)\b"
    r"|(?:has|have|had|plays?|played|took) no (?:role|part|record|comment|involvement|remit|say)\b"
    r"|(?:has |have |had )?(?:declined|refused) (?:to comment|a request|an interview)"
    r"|(?:could|would) (?:not (?:comment|confirm|say)|have to\b)"
)
_A_YEARS = (
    r"(?:\w+ )?(?:supervised|received|handled|investigated|dealt with|recorded|completed|closed) "
    r"(?:(?:more than|about|some|over|around|nearly) )?\d[\d,]* (?:\w+ )?"
    r"(?:complaints|investigations|referrals|cases|matters|allegations)"
)
_IDLE_AFTER = AnyCase(
    r"^(?:['’]s (?:office|\w+))?(?: \([A-Z]+\))?,? "
    + one_of(
        rf"(?:(?:said|says|confirmed|added) (?:that )?(?:it|they|she|he) )?(?:{_NO_PART})",
        _A_YEARS,
        r"(?:has |have |had )?(?:dropped|threw out|thrown out|dismissed) \d+ (?:\w+ )?cases",
        # a person's office: "SDLP Policing Board member June Vale"
        r"(?:vice[- ]|deputy )?(?:members?|chair(?:man|woman|person)?|depute)\b(?! of)",
    )
)
_IDLE_BEFORE = AnyCase(
    one_of(
        r"\b(?:members?|chair(?:man|woman|person)?|vice[- ]chair) of (?:the )?",
        # an appeal that may be made
        r"\b(?:to|may|can|could|might|will) appeal to (?:the )?",
        r"\b(?:an|any) appeal to (?:the )?",
        r"\bthreshold for (?:a )?referral to (?:the )?",
        r"(?:^|[.”\"] )for (?:the )?",
    )
    + "$"
)
# "Strand's wife handed a tablet to the county prosecutor"; a file that goes to one "which brought charges" is at work,
# and so is one that a force sends a file "on the matter" to
_HANDED_TO = AnyCase(
    r"\b(?:handed|gave|took|brought|turned|sent) "
    r"(?!(?:\w+ ){0,5}(?:matter|case|complaint)\b)(?:\w+ ){1,5}to (?:the )?$"
)
_ACTED = AnyCase(r"^(?: \([A-Z]+\))?,? (?:which|who|and (?:it|they))\b")


def body_claims(account: Account) -> Iterator[Claim]:
    """One claim for each body that the article says to be at work in the matter, at the first place that says so."""
    for mention in firsts(m for m in account.asserted("BODY") if not _is_idle(account, m)):
        yield claim("body", mention)


def _is_idle(account: Account, mention: Mention) -> bool:
    """Whether a body is only spoken of: somebody's seat, a denial, a year's figures, an appeal that may be made."""
    before = account.text[max(mention.start - _REACH, 0) : mention.start]
    after = account.text[mention.end : mention.end + _REACH]
    handed = _HANDED_TO.search(before) and not _ACTED.search(after)
    return bool(handed or _IDLE_BEFORE.search(before) or _IDLE_AFTER.search(after))
