"""Articles that tell of no matter of the beat, though they have police: explainers, other employers, other offences."""

import re

from cuttings.assemble.accounts import Account
from cuttings.assemble.beat.untrue import clears_police
from cuttings.extract.counts.numbers import NUMBER
from cuttings.extract.discourse.openings import EXPLAINS
from cuttings.extract.matters import MESSAGE
from cuttings.extract.patterns import one_of, phrases

# Kinds of conduct that are done in words.
SPEECH = {
    *("racist", "islamophobic", "antisemitic", "misogynistic", "sexist", "homophobic", "transphobic", "ableist"),
    *("sectarian", "grossly_offensive", "discriminatory", "derogatory", "violence_joke"),
}
# … and those that messages are mostly the means of
_SENT = SPEECH | {"pornographic", "failure_to_report", "sexual_misconduct", "sharing_case_material"}


def is_no_matter(account: Account) -> bool:
    """Whether an article asks what happens in general, tells of a council's or a prison's officers, opens on an offence
    that has nothing to do with messages, or clears all police.
    """
    employed = _EMPLOYED.search(account.opening(_OPENING)) is not None
    of_none = _of_a_life(account) or _of_figures(account) or clears_police(account)
    return employed or _explains(account) or _of_another_offence(account) or of_none


def _of_figures(account: Account) -> bool:
    """Whether an article opens on what figures show, and names no officer: "What police discipline figures show"."""
    return _FIGURES.search(account.opening(0)) is not None and not account.subjects()


_FIGURES = re.compile(
    r"\b(?:figures|data|statistics)(?: for [\w ’'-]{3,40}?)? (?:show|reveal|suggest|lay bare)s?\b", re.I
)


def _of_a_life(account: Account) -> bool:
    """Whether it tells the life of somebody who has died, and not of police and what they wrote, or what became of
    them.
    """
    if _HAS_DIED.search(account.opening(2)) is None:
        return False
    told = [m for m in account.of("ALLEGATION") if m.value in _SENT] + account.asserted("SANCTION")
    return not any(m.of_police for each in told for m in account.same_sentence(each, "OFFICERS", "PERSON"))


_HAS_DIED = re.compile(
    r"\bhas died,? (?:aged|at)\b|\bBorn:|\bdies,? (?:aged|at) \d\d\b|^obituary\b|, (?:18|19)\d\d ?[-–—] ?20\d\d$"
    r"|, who died (?:on|last|in|this|peacefully)\b[^.;]{0,60}, was (?:one of|among|the)\b",
    re.I | re.M,
)


def _explains(account: Account) -> bool:
    """Whether it asks what happens in general ("Explainer: …?"), of no force and no police in particular."""
    opening = account.text.partition("\n")[0]
    of_one = any(mention.start < len(opening) for mention in account.of("FORCE"))
    of_one = of_one or _THE_CASE.search(opening) is not None
    return EXPLAINS.match(opening) is not None and not of_one and not _begins_with_some(account)


# "Explainer: the Limerick gardaí and the chat", "What we know of the Dene inquiry"
_THE_CASE = re.compile(
    r"\b[Tt]he (?:police )?(?:[A-Z][\w’'-]+ ){1,4}(?:inquiry|case|investigation|officers|gardaí|deputies|constables|"
    r"group|chat|probe|affair|messages|scandal|texts)\b"
)


def _begins_with_some(account: Account) -> bool:
    """Whether the first sentences below a headline count several police of one force, or tell what became of one whom
    they name: it explains their matter.
    """
    first = [piece for piece in account.every if piece.part != "headline"][:_FIRST]
    told = [m for m in account.mentions if m.asserted and any(piece.start <= m.start < piece.end for piece in first)]
    counted = [m for m in told if m.police and m.value != "1" and m.detail.get("kind") == "new"]
    steps = [m for m in told if m.label in {"STAGE", "SANCTION"} and m.detail.get("subject") != "other"]
    if steps and counted and any(account.paragraph(s.start) - account.paragraph(counted[0].start) < 3 for s in steps):
        return True
    if any(_STILL_WITH.search(account.text[piece.start : piece.end]) for piece in first):
        return True
    named = any(
        m.officer or m.label == "FORCE" for step in steps for m in account.same_sentence(step, "PERSON", "FORCE")
    )
    return named or any(account.same_sentence(mention, "FORCE") for mention in counted)


# "Five people … Three are still with Kerrin Police."
_STILL_WITH = re.compile(
    rf"(?:^|[.;] |, )(?:{NUMBER}|all|both) (?:of them )?(?:are|is|were) (?:all |both )?(?:still |now )?"
    r"(?:with|serving (?:with|in)|officers (?:with|in)|employed by) (?:the )?(?:[A-Z][\w’'-]+ )+"
    r"(?:Police|Constabulary)\b",
    re.I,
)


def _of_another_offence(account: Account) -> bool:
    """Whether an article opens on what is done without messages, and on no messages: an officer's drunken driving;
    unless it comes to what police wrote.
    """
    opening = account.opening(2)
    if _ANOTHER_OFFENCE.search(opening) is None:
        return False
    if speaks_of_messages(opening) and not (_CLIP.search(opening) and not _CLIP_BY.search(opening)):
        return False
    conduct = [m for m in account.of("ALLEGATION") if m.value in _SENT and not _TOOK.match(m.text)]
    told = ((m, account.sentence_of(m)) for m in conduct if m.asserted and m.value in SPEECH)
    written = [m for m, sentence in told if MESSAGE.search(sentence) and not _COMMENTS.search(sentence)]
    return not (written or any(account.is_lead(mention) for mention in conduct))


def is_of_rules(account: Account) -> bool:
    """Whether an article opens on rules, training, a service, a mistake of a force: "Officers told to leave chats"."""
    return _RULES.search(account.opening(2)) is not None


def is_all_of_rules(account: Account) -> bool:
    """Whether nothing but rules, a bill or a survey is what an article opens on: "Force rolls out rules on apps"."""
    opening = account.opening(2)
    return len(_RULES.findall(opening)) >= _MANY or any(each.search(opening) for each in (_BILL, _SURVEY))


def speaks_of_messages(text: str) -> bool:
    """Whether words speak of messages, and not of a video that shows what somebody did, or of the post he held.

    >>> speaks_of_messages("He shared a video"), speaks_of_messages("A video showed him kicking a man")
    (True, False)
    """
    return MESSAGE.search(_SEEN.sub("", text)) is not None


_OPENING, _FIRST = 4, 4  # sentences
_MANY = 4  # words of rules
_SURVEY = re.compile(
    r"\bthink[- ]tanks?\b|\b(?:survey|poll|study) (?:suggests|finds|found|shows|says|of|reveals)\b|\bpollsters\b", re.I
)
# "a law that would let the watchdog read private chats"
_BILL = re.compile(
    r"\b(?:laws?|bill|legislation|amendment|powers|motion) (?:that|which) would\b"
    r"|\bunder (?:an?|the|new|proposed|draft) (?:[\w-]+ )?(?:bill|legislation|laws?) (?:to be|being|before|due)\b"
    r"|\b(?:call|push|bid|plan|campaign)s? (?:for|to pass|to change) (?:an? |the )?(?:new )?(?:laws?|legislation)\b",
    re.I,
)
# "took £9,000 from evidence bags"
_TOOK = re.compile(r"(?:took|taken|taking|stole\w*|steal\w*|removed|removing|details of the cases?)\b", re.I)
_FILM = "(?:video|footage|film|cctv|images?|pictures?|photographs?|photos?|recordings?|clip)"
# "footage of the arrest was passed from phone to phone", "a clip of them beating a man": of what police did …
_CLIP = re.compile(
    rf"\b{_FILM} (?:of (?:the|his|her|their|him|them|it|an?|police)\b|that (?:went|did|has|was|spread)|does the rounds|"
    r"went|goes|spread)|\bfilmed \w+ing\b",
    re.I,
)
# … and not what they shared: "constables who shared footage of an arrest"
_CLIP_BY = re.compile(
    r"\b(?:shar|post|send|sent|circulat|upload|forward|pass|swapp|trad|leak)\w*\b(?! (?:by|to|from|on|around|widely|"
    rf"thousands|millions))(?:(?!\bafter\b)[^.;]){{0,40}}\b{_FILM}\b"
    # "who took a photograph of a dying man and sent it to friends"
    rf"|\b(?:took|takes|taken|taking) (?:an? |the )?(?:[\w-]+ )?{_FILM}\b[^.;]{{0,80}}?"
    r"\b(?:sent|sends|posted|shared|forwarded) (?:it|them)\b",
    re.I,
)
# "Some of the comments below the footage, several of them racist": what the public wrote of it
_COMMENTS = re.compile(
    rf"\bcomments (?:below|under|beneath|on|left (?:on|under)) (?:the|a|that) (?:{_FILM}|post)\b", re.I
)
# What shows that something was done, and is not what was done
_SEEN = re.compile(
    r"\b"
    + one_of(
        r"(?:caught|captured|filmed|recorded|seen|shown) (?:on|in|by) (?:an? |the |his |her )?(?:[\w-]+ )?"
        rf"(?:camera|{_FILM})",
        rf"{_FILM}(?: [\w-]+){{0,3}}? (?:show(?:s|ed|ing)?|captur\w+|appear(?:s|ed|ing)? to show)",
        rf"{_FILM} of (?:the|his|her|their|an?) (?:[\w-]+ )?"
        "(?:incident|assault|arrest|beating|crash|attack|shooting|stop)",
        rf"(?:body[- ]?(?:worn|cam)\w*|dash[- ]?cam|cctv|security|doorbell|bystander|surveillance)(?: [\w-]+)? {_FILM}",
        r"(?:posted|shared|uploaded|put)(?: on(?:line| [\w-]+)| to [\w-]+)? by (?:an?|the) (?:[\w-]+ )?"
        r"(?:neighbou?rs?|bystanders?|passer-by|witness(?:es)?|onlookers?|motorists?|residents?|activists?)",
        rf"{_FILM} (?:did for|sank|undid) (?:him|her|them)",
        # the day and the name of a newspaper: "Herald & Post — Posted on Monday"
        r"(?:posted|published) (?:on|at):? (?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
        r"(?-i:[A-Z][a-z]+ (?:& |and )?Post)(?= (?:—|\||-|–)|[,.]|$)",
        r"(?:his|her|their|another|new|old|former|senior|vacant) posts?(?! (?:on|about|in which|that|to)\b)",
        r"(?:resign\w*|moved|removed|transfer\w*|retire\w*|step\w* down) (?:from|to) (?:the|an?)(?: [\w-]+)? posts?",
    )
    + r"\b",
    re.I,
)
_RULES = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            polic(?:y|ies) | rules? | guid(?:ance|elines) | code of | memo | training | apps? | launch\w* | scheme |
            roll(?:ed|ing|s)? out | pilot | campaign | survey | consultation | strategy | ban(?:s|ned)? |
            will (?:no longer|have to|soon) | must | told (?:not )?to | (?:warn|remind|urg|advis)(?:ed|es|ing) |
            by mistake | in error | data breach | apologis\w+ | apologiz\w+ | tech\w* | software | devices
            """
        ),
    )
    + r"\b",
    re.I,
)
# "who all work in parking at Tarrow District Council"
_EMPLOYED = re.compile(
    r"\b(?:work\w*|employed|staff|officers|group|chat) (?:[\w-]+ ){0,8}?(?:at|for|by|of|in) (?:an? |the )?"
    r"(?:[\w-]+ ){0,3}?(?:council|local authority|prison|department of corrections)\b(?! estate)",
    re.I,
)
_ANOTHER_OFFENCE = re.compile(
    r"\b"
    + one_of(
        *phrases(
            r"""
            drink[- ]driv\w+ | drunk[- ]driv\w+ |
            crash\w*(?! (?:victim|scene|site|photo|picture|image)) | over the limit | speeding | shoplift\w* | thefts? |
            stole | stolen | steal(?:s|ing)? | thief | helped (?:him|her)self | helping (?:him|her)self | robb\w+ |
            embezzl\w+ | fraud\w* | burglar\w* | brib\w+ | launder(?:ed|ing) | cocaine | cannabis | drugs? | steroids |
            punch\w* | assault\w* | taser\w* | beat(?:ing|en) | (?:use of|excessive|unreasonable) force | kick\w+ |
            thrash\w* | slapp\w+ | pocketed | batons? | headbutt\w* |
            (?:strik|hitt)ing (?:an? |the )?(?:[\w-]+ )?(?:boy|girl|man|woman|teenager|suspect|protester|prisoner) |
            (?:careless|dangerous|reckless) driving | expenses | overtime | timesheets? | manslaughter | pushed
            """
        ),
        *("death of an? ", "perjury", "insurance", "mortgage", r"pepper[- ]?spray\w*", "choke-?hold", r"gambl\w+"),
    )
    + r"\b",
    re.I,
)
