"""Articles on what never happened, or was done by nobody of the police: fiction, fakes, false rumours, impostors."""

import re

from cuttings.assemble.accounts import Account
from cuttings.extract.patterns import one_of, phrases, words


def is_made_up(account: Account) -> bool:
    """Whether an article is about a film or a novel, or about a fake, or says that it is made up itself, a satire or a
    guide with examples: then no account of it is one of a matter.
    """
    fiction = len(set(_FICTION.findall(account.text[:_START].lower()))) > 1
    says_so = _MADE_UP.search(account.text) or _LABEL.search(account.text, 0, _START)
    return fiction or _is_of_a_fake(account) or says_so is not None


def clears_police(account: Account) -> bool:
    """Whether an article says that nobody of the police is suspected of anything, that he only posed as police, or that
    it was wrong to say so.
    """
    withdrawn = _CORRECTS.match(account.text) is not None and _WITHDRAWN.search(account.text) is not None
    withdrawn = withdrawn and not _stands_by_some(account)
    return withdrawn or _NOBODY.search(account.text) is not None or _POSED.search(account.opening(_LEAD)) is not None


def _stands_by_some(account: Account) -> bool:
    """Whether a paper that withdraws a report says that some are looked into: "set out what we can stand behind"."""
    return _STANDS_BY.search(account.text) is not None and any(
        step.value in TAKEN_UP and step.detail.get("subject") == "police" for step in account.asserted("STAGE")
    )


TAKEN_UP = frozenset({"under_investigation", "arrested", "charged", "misconduct_hearing"})
_STANDS_BY = re.compile(
    r"\b(?:what we can (?:now )?(?:stand (?:behind|by)|say|report|confirm)|the (?:true|correct) position is|"
    r"what is true is|it (?:is|remains) (?:true|correct|the case) that|we stand by)\b",
    re.I,
)


def _is_of_a_fake(account: Account) -> bool:
    """Whether an article opens on a fake or a false rumour, and says that there is no such officer, or none who is
    looked into; not where it goes on that others are: "… but confirmed that five officers were suspended".
    """
    opening = account.opening(_FIRST)
    fake = bool(_FAKE.search(opening) or _ASKS.match(account.text)) and _NO_SUCH.search(account.text) is not None
    return fake and _BUT_SOME.search(account.text) is None


_START = 1500  # characters
_FIRST, _LEAD = 3, 8  # sentences
_FICTION = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            played by | episodes? | drama(?! (?:teacher|student|school|class|lesson|group|club)) | viewers | sitcom |
            series (?:one|two|three|finale|opener) | (?:new|first|second|third|debut|crime|detective) novels? |
            novel | (?:the|new|feature|debut) film(?! of) | screenwriters? | fictional | starring | screenplay |
            thriller | (?<!out of )(?<!good )characters? | protagonist | playwright | on screen | podcast drama |
            stage play | plot(?! to) | (?:the|her|his|a|starry|strong|ensemble) cast | actors? | actress | bbc one |
            itv1? | netflix | channel [45] | (?:two|three|four|five|six|eight)-part(?:er)? | whodunn?it |
            mini-?series | in the (?:book|novel|play|drama|show|series) | performances? | writers? (?-i:[A-Z]) |
            scriptwriter | (?:theatre|film|tv|television|drama) critic | our (?:critic|reviewer) | on stage |
            (?:full-length|one-act|new|first|second|debut|award-winning) play |
            \d\d?\.\d\dpm tea | stars out of | dialogue | subplot | storyline
            """
        ),
    )
    + r"\b",
    re.I,
)
_WHAT_IS_TOLD = one_of(
    *words("people names outcomes forces officers characters examples scenarios cases persons events situations")
)
_INVENTED = r"(?:fictitious|fictional|invented|made up|imaginary|hypothetical|illustrative)(?! (?:of|by)\b)"
# "The Gazette is a satirical publication", "The people and forces in these examples are fictitious"
_MADE_UP = re.compile(
    r"\b"
    + one_of(
        rf"{_WHAT_IS_TOLD},?(?: [\w,’'-]+){{0,6}}? (?:is|are) (?:(?:all|entirely|purely|wholly|both) )?{_INVENTED}",
        *phrases(
            r"""
            is an? (?:[\w-]+ )?satirical (?:publication|news|newspaper|website|magazine|column|site|page) |
            this (?:article|story|site|website|page|piece|column) is (?:an? )?(?:work of )?(?:satire|parody|spoof) |
            news satire | any (?:resemblance|similarity) to (?:real|actual|any)\b |
            (?:fictitious|fictional|made-up|imaginary|hypothetical) (?:examples?|scenarios?|officers?|cases?)
            """
        ),
    ),
    re.I,
)
# The label of a page or a column: "Satire", "News as it ought to be. Satire from the coast."
_LABEL = re.compile(r"(?:^|[.|:–-] ?)(?i:satire|parody|spoof)(?: (?:from|by|with)\b[^.\n]{0,60})?(?:[.|:]|$)", re.M)
# "The screenshot is a fabrication", "denied claims on social media that 40 officers …"
_FAKE = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            (?:is|are|was|were|be) (?:an? |entirely |completely |totally )?(?:fakes?|faked|hoax|fabrications?|
            fabricated|forger(?:y|ies)|forged|bogus|ai[- ]generated|doctored|deepfakes?|made up|invented|false|untrue) |
            deepfake | fact[- ]?check | hoax(?:es|ers?)? |
            fake (?:screenshot|post|video|image|message|letter|picture)s? |
            (?:made|generated|created|produced) (?:with|by|using) (?:artificial intelligence|ai) |
            (?:false|fake|bogus|baseless|untrue|unfounded) (?:claims?|rumou?rs?|posts?|reports?) |
            (?:den(?:y|ies|ied)|dismiss\w*|reject\w*|rubbish\w*|quash\w*|debunk\w*) (?:[\w’'-]+ ){0,3}?(?:rumou?rs?|
            claims (?:on|made on|circulating|shared|spread)|
            (?:online|viral|social media) (?:claims?|posts?|rumou?rs?)) |
            no truth in | none of (?:that|this|it) is true | verdict\W{1,3}false | mock-?up | (?:is|was) not true
            """
        ),
    )
    + r"\b",
    re.I,
)
# A headline that asks, and answers: "Police chief jailed over messages? No, and here is why"
_ASKS = re.compile(r"[^.?\n]{10,}\? (?-i:No)\b")
_DONE = one_of(
    *words("suspended arrested sacked dismissed disciplined suspected charged"),
    "under (?:any )?(?:investigation|suspicion)",
)
_IS = r"(?:(?:is|are|was|were|has been|have been|had been)(?: or )?)+"
_NO_SUCH = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            (?:does|do|did) not exist | (?:doesn|don|didn)['’]t exist | never (?:existed|happened) | no such officer |
            because it (?:did not|didn['’]t) happen |
            none of (?:this|that|it) (?:happened|took place|is true|was true) | complete fiction | verdict\W{1,3}false |
            no(?:body|[- ]one| officer| constable|ne)? (?:of|by|with) (?:that|this) name
            """
        ),
        r"no (?:[\w-]+ ){0,3}?(?:officers?|constables?|"
        r"members? of (?:(?:our|its|the|his|her) )?(?:police )?(?:staff|force))"
        r"(?: or (?:members? of )?(?:police )?staff)?"
        rf" {_IS} (?:currently |being )?(?:{_DONE}|investigated)",
        r"there (?:is|was|has been) no (?:such )?(?:\w+ )?(?:investigation|inquiry|suspension)",
        r"no officer (?:has|had) (?:said|posted|sent|written|shared)",
    )
    + r"\b",
    re.I,
)
_BUT_SOME = re.compile(
    r"\b(?:confirm\w*|however|but|although|while)\b[^.]{0,60}?\b(?:officers?|constables?|sergeants?|PCs?) "
    rf"{_IS} (?:being )?(?:{_DONE}|investigated)\b",
    re.I,
)
_NOBODY = re.compile(
    rf"\bno (?:police )?(?:officers?|members? of (?:police )?staff)(?: or (?:members? of )?(?:police )?staff)? {_IS} "
    r"(?:currently |ever |at any (?:time|point) )?(?:(?:under (?:investigation|suspicion)|being investigated)\b"
    r"|suspected(?: of (?:any )?(?:wrongdoing|misconduct))?(?=[.,;]))"
    rf"|\bno(?:body|[- ]one) (?:from|in|at|within) the (?:force|service|department|police) {_IS} (?:under|suspected)\b"
    rf"|\bnone of (?:those|the (?:men|people|accused|defendants))\b[^.]{{0,40}} {_IS} (?:an? )?police\b",
    re.I,
)
# "Apology: Kerrin Police. … The pictures were not genuine, and we have withdrawn the article"
_CORRECTS = re.compile(r"\W*(?:corrections?|clarifications?|apology|apologies|we got it wrong|retraction)\b", re.I)
_WITHDRAWN = re.compile(
    r"\b(?:(?:withdrawn|removed|retracted|taken down|deleted) (?:the|that|this|our|it)\b|(?:not|never) genuine|"
    r"(?:was|were|is|are) (?:\w+ )?(?:fake|faked|fabricated|forged|untrue|false|a hoax|withdrawn|retracted)\b|"
    r"should (?:not|never) have (?:been )?published|no (?:truth|foundation|basis)\b)",
    re.I,
)
_POSED = re.compile(
    r"\bimpersonat\w+ (?:an? )?(?:police|officer)|\b(?:pos(?:ed|ing)|pretend\w*) (?:as|to be) (?:an? )?police", re.I
)
