"""The set phrases of page furniture: what sites print around any article, and how far each one reaches.

They belong to pages, not to a beat. Most furniture is known by its shape and place instead: see ``furniture``.
"""

import re
from dataclasses import dataclass
from enum import Enum

from cuttings.lines import is_item, is_prose


class Reach(Enum):
    """What a phrase takes with it: its line alone, the next line, the list under it, or the rest of the page."""

    LINE = "line"
    NEXT = "next"
    LIST = "list"
    REST = "rest"


@dataclass(frozen=True)
class Phrase:
    """A set phrase of page furniture: why it is none of the article's text, and how far it reaches."""

    reason: str
    reach: Reach
    pattern: re.Pattern[str]
    notice: bool = False  # may be a whole sentence


def _p(reason: str, reach: Reach, *patterns: str, notice: bool = False) -> Phrase:
    whole = "|".join(f"(?:{pattern})" for pattern in patterns)
    return Phrase(reason, reach, re.compile(whole, re.IGNORECASE), notice)


_AGENCY = (
    r"(?:PA(?: Wire| Media| Archive| Images)*|AP(?: Photo)?|AFP|Reuters|Getty(?: Images)?|Alamy(?: Stock Photo| Live News)?"
    r"|Shutterstock|iStock(?:photo)?|Adobe(?: ?Stock)?|Rex(?: Features)?|EPA|SWNS(?:\.com)?|Handout|Supplied|Submitted"
    r"|Unsplash|Wikimedia(?: Commons)?|Google(?: Maps| Street ?View)?|LDRS?)"
)
_STORIES = r"(?:news|stor(?:y|ies)|articles?|headlines|posts?|topics|videos?|reads?|reading|content|links)"
_APPS = r"(?:whatsapp|facebook|instagram|x|twitter|tiktok|telegram|bluesky|youtube|threads)"

# Each is matched against a whole line, without its list mark and the colon at its end.
PHRASES: tuple[Phrase, ...] = (
    _p("caption", Reach.NEXT, r"(?:image|photo|picture|video|media) caption,?"),
    _p("caption", Reach.LINE, r"(?:image|photo|picture|video|media) caption[,:] .+", r"(?:image|photo) \d+ of \d+"),
    _p(
        "credit",
        Reach.LINE,
        r"image source,?(?: .*)?",
        r"\(?(?:image|picture|photo(?:graph)?|pic|credit)s?(?: credit)?(?:: ?| by | courtesy of )(?-i:[A-Z@©]).{0,80}",
        rf"[(\[]?(?:(?-i:[A-Z])[\w.'’-]* ){{0,4}}(?:/ ?|\| ?|via |for )?{_AGENCY}(?: ?[/|] ?{_AGENCY})*[)\]]?",
    ),
    _p(
        "advert",
        Reach.LINE,
        r"(?:hide ad ?)+",
        r"(?:ad|advert|adverti[sz]ement|advertising|sponsored|promoted)(?: feature| content)?",
        r"(?:article|story|content) continues (?:below|after).{0,40}",
        r"scroll (?:down )?to continue.{0,40}",
        r"(?:skip|remove|report) (?:this )?ads?",
        r"loading\.{0,3}",
    ),
    _p(
        "newsletter",
        Reach.LINE,
        r"(?:sign up (?:to|for|now|here|today)|subscribe (?:to|now|here|today))\b.{0,250}",
        r"(?:get|receive) (?:our|all the|the latest|the best|breaking|daily|free)\b.{0,250}"
        r"\b(?:newsletter|inbox|e-?mail|alerts|notifications|analysis|phone)\b.{0,250}",
        r"i would like to (?:be e-?mailed|receive|hear)\b.{0,250}",
        r"by (?:signing up|subscribing|clicking|submitting)\b.{0,400}",
        r"(?:thank you|thanks) for (?:signing up|subscribing).{0,120}",
        r"(?:you can )?unsubscribe\b.{0,120}",
        r"(?:please )?(?:enter|confirm) (?:your|a valid) e-?mail.{0,80}",
        r"(?:your )?e-?mail address",
        r"(?:our|the|free|daily) [\w &'’-]{1,40} newsletters?\b[^.]{0,80}",
        rf"join (?:our|us on|the [\w ]{{2,30}}) ?{_APPS}\b.{{0,160}}",
        rf"(?:get|receive) .{{2,80}} on {_APPS}\b.{{0,120}}",
        r"(?:don['’]t|never) miss (?:a|an|out|our|another)\b.{0,120}",
        r"already (?:a subscriber|subscribed|registered|have an account).{0,80}",
        r"(?:to )?continue reading\b.{0,120}",
        r"download (?:our|the) .{0,60}\bapp\b.{0,120}",
        r"(?:support|back|fund) (?:us|our|local|independent|quality|[\w' ’]{2,30}['’]s)\b.{0,60}\bjournalism\b.{0,100}",
        r"(?:become|join us as) a (?:member|supporter|subscriber)\b.{0,100}",
        notice=True,
    ),
    _p(
        "cookies",
        Reach.LINE,
        r"(?:we|this (?:web)?site|our (?:web)?site|we and our partners) (?:uses?|stores?|values?)\b.{0,80}\b(?:cookies|privacy)\b.{0,600}",
        r"(?:accept|reject|manage|allow|decline)(?: all)?(?: (?:and|cookies?|preferences|choices|settings|options|continue)){1,3}",
        r"(?:accept|reject|allow) all",
        r"cookie (?:policy|settings|preferences|notice|consent).{0,40}",
        r"(?:by (?:using|continuing)|read our|your privacy)\b.{0,80}\b(?:site|cookies?|privacy|choices)\b.{0,200}",
        notice=True,
    ),
    _p(
        "share",
        Reach.LINE,
        rf"(?:click to )?share(?: this(?: \w+)?)?(?: (?:on|via|with|to|by) .{{0,40}}\b(?:{_APPS}|e-?mail|friends|link)\b.{{0,20}})?",
        r"(?:copy|get) (?:the )?(?:short )?link.{0,30}",
        r"link copied.{0,30}",
        rf"(?:follow|like) (?:us|@\w+)\b.{{0,160}}",
        rf"follow .{{2,80}} on {_APPS}\b.{{0,160}}",
        r"add .{2,40} as a (?:preferred|trusted) source.{0,60}",
        r"\d+ ?(?:shares?|likes?|views?|reactions?)",
        notice=True,
    ),
    _p(
        "reading time",
        Reach.LINE,
        r"(?:about )?(?:\d{1,2}|one|two|three|four|five)[ -]?min(?:ute)?s?(?: to)? read(?:ing time)?",
        r"(?:estimated |approximate )?(?:reading|read) time[: ]{0,2}(?:about )?\d{1,2} ?m(?:in(?:ute)?s?)?(?: read)?",
    ),
    _p(
        "comments",
        Reach.REST,
        r"(?:view |show |load |see |read |all |reader |top )*(?:\d[\d,]* )?comments?(?: ?\(\d+\)| \d+)?",
        r"(?:join|start) the (?:conversation|discussion|debate).{0,80}",
        r"(?:leave|post|add) a (?:comment|reply).{0,80}",
        r"be the first to comment.{0,40}",
        r"have your say.{0,60}",
        r"comments (?:are|have been) (?:closed|disabled|turned off).{0,80}",
        r"(?:log|sign) in to comment.{0,60}",
        notice=True,
    ),
    _p(
        "related",
        Reach.LINE,
        r"(?:read|see|view|find out|learn)(?: more| also| next)(?:: ?| ?[-–|>] ?| about | on | here).+",
        r"(?:related|see also|also read|watch|listen|more|in pictures|gallery|video|don['’]t miss|trending|most read|recommended)(?: ?[:|>] ?| [-–] )\S.+",
        r"(?:more (?:from|on|in)|also (?:on|in|from|today)) .{0,30}: \S.+",
        r"(?:tags|topics|filed under|related topics|categories)(?:: | ?[-–|] )[^.]{1,200}",
        r"(?:click|tap) here\b.{0,120}",
        r"(?:play|watch|pause) (?:the |this )?video.{0,60}",
        r"(?:this )?(?:video|content)(?: is| can ?not be| could not be)? (?:unavailable|loading|played).{0,60}",
        notice=True,
    ),
    _p(
        "related",
        Reach.LIST,
        rf"(?:read|see|view|show|load) (?:more|also|next)(?: (?:(?:more|latest|top|from|on|the) .{{1,40}}|{_STORIES}|here))?",
        rf"(?:more (?:from|on|about|in|like)|also (?:on|in|from)) .{{2,40}}",
        rf"(?:see|view) all(?: .{{2,40}})?",
        rf"more (?:[\w&'’]+ ){{0,2}}{_STORIES}",
        rf"(?:the )?(?:latest|breaking|top|related|popular|trending|recommended|featured|local|other|recent)(?: [\w&'’]+){{0,2}} {_STORIES}(?: explained)?",
        r"(?:related|recommended|trending|popular)(?: (?:now|today|for you|this week))?",
        rf"(?:most|best) (?:read|popular|viewed|watched|shared|commented|recent)(?: (?:in|on|today|now|this|{_STORIES})\b.{{0,30}})?",
        r"editor['’]?s['’]? (?:picks?|choice)",
        r"must[- ](?:reads?|see|watch)",
        r"(?:don['’]t miss|up next|read next|what to read next|next up|further reading|see also|elsewhere)",
        r"you (?:may|might|could) (?:also )?(?:like|be interested|enjoy|have missed)\b.{0,40}",
        r"(?:in other news|also in the news|around the (?:web|bbc)|from our partners|sponsored links|the news explained|highlights (?:&|and) opinion)",
        r"(?:stories|articles) (?:for you|you may like|you might like)",
        r"(?:topics|related topics|filed under|tags|in this story|(?:more )?on this story)",
    ),
    _p(
        "contact",
        Reach.LINE,
        r"(?:do you|have you|got|have) .{0,60}\b(?:story|stories|tip)\b.{0,40}\? .{0,200}",
        r"(?:get in touch|contact us|e-?mail us|send us)\b.{0,200}",
        r"(?:to (?:report|complain)|if you (?:have|want|would like|wish))\b.{0,120}\b(?:newsdesk|inaccuracy|our (?:team|reporters|editor)|[\w.]+@[\w.]+)\b.{0,200}",
        r"\S+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|@\w{2,30}",
        notice=True,
    ),
    _p(
        "legal",
        Reach.LINE,
        r"(?:©|\(c\)|copyright\b) ?.{1,200}",
        r".{0,80}\ball rights reserved\b.{0,120}",
        r"(?:terms (?:and|&) conditions|terms of (?:use|service)|privacy (?:policy|notice)|contact us|modern slavery statement|site ?map|advertise with us)",
        r".{0,80}\bregistered (?:office|in england|with)\b.{0,200}",
        r"the bbc is not responsible for.{0,160}",
        r".{0,80}\b(?:a member of|regulated by) (?:ipso|the independent press standards)\b.{0,200}",
        r"this (?:article|story) (?:was|has been) (?:originally|first|automatically) .{0,200}",
        notice=True,
    ),
    _p("end of text", Reach.LINE, r"[-–—* ]*ends[-–—* ]*", r"[-–—*_=~#.•| ]{3,}"),
)

_ASKING = Phrase("newsletter", Reach.LINE, re.compile(""), notice=True)
_NAVIGATION = frozenset(
    "home|news|uk|uk news|world|world news|politics|business|sport|football|weather|video|videos|opinion|jobs|crime|courts|culture|travel"
    "|money|tech|technology|health|science|education|tv|radio|showbiz|celebs|entertainment|lifestyle|life & style|food|motors|property|family"
    "|more|menu|search|sign in|sign out|log in|login|subscribe|register|my account|account|newsletters|contact|about|about us|shop"
    "|local news|england|scotland|wales|northern ireland|live|live tv|podcasts|topics|skip to content|skip to main content|skip to navigation"
    "|open menu|close menu|close|back|back to top|public notices|family notices|announcements|what's on|puzzles|games|competitions|e-paper|digital edition"
    "|obituaries|environment|features|columnists|letters|notifications|accessibility help|your account|breaking|exclusive|latest".split(
        "|"
    )
)
_SHARES = frozenset(
    "share facebook twitter x whatsapp messenger email e-mail print copy link linkedin reddit pinterest telegram bluesky threads"
    " tweet post save snapchat instagram comment comments like bookmark sms via".split()
)
_SEPARATOR = re.compile(r" *[|·•>›»/] *| {2,}")
_ASKS = re.compile(
    r"\b(?:newsletter|inbox|subscri(?:be|bers?|ption)|sign(?:ing)? up (?:to our|for|here|now|today|below)|e-?mail address|become a (?:supporter|member)"
    r"|donat(?:e|ion)|paywall|comments? below|write to (?:us|the editor)|free trial|(?:a|per) month for|[£€$]\d+(?:\.\d\d)? (?:a|per) month|doormat"
    r"|our journalism|get in touch|text \w+ to|tell us|usual address)\b",
    re.IGNORECASE,
)
_TO_READERS = re.compile(
    r"\b(?:you|your|our (?:subscribers|readers))\b|^(?:get|join|support|take|try|buy|enjoy|tell us|write to)\b|\b(?:become|take out)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”]|(?:^| )['‘]|\b(?:said|says|told|added|wrote|asked|heard)\b")
_SPOKEN = re.compile(r"^[\"“‘']|\b(?:said|says|told|added|wrote|asked|heard)\b")


def find(line: str) -> Phrase | None:
    """The set phrase that a whole line is, if it is one. A sentence of the article (it has a speaker) is none.

    >>> find("Read more: Moment burglar falls through roof").reason
    'related'
    """
    bare = line.lstrip("-•*·>→» ").rstrip(": ›»>→") or line
    prose = is_prose(line)
    if len(bare) > 800 or (prose and _SPOKEN.search(line)):
        return None
    for phrase in PHRASES:
        if (phrase.notice or not prose) and phrase.pattern.fullmatch(bare):
            return phrase
    return _ASKING if _asks(line) else None


def _asks(line: str) -> bool:
    """Whether a page asks something of its readers: two signs of it, outside any quotation, in a few words."""
    return len(line) < 300 and bool(_ASKS.search(line)) and bool(_TO_READERS.search(line)) and not _QUOTED.search(line)


def is_navigation(line: str) -> bool:
    """Whether a line is nothing but entries of a site's menu: ``Home | News | Sport``, ``Politics Football Celebs``."""
    if is_item(line) or is_prose(line):
        return False
    entries = [entry.replace("’", "'") for entry in _SEPARATOR.split(line.casefold().strip()) if entry]
    known = sum(entry in _NAVIGATION for entry in entries)
    if entries and known == len(entries):
        return True
    if len(entries) >= 4 and all(len(entry.split()) <= 3 for entry in entries):
        return known >= 1
    single = line.split()
    return (
        len(single) >= 5
        and all(word[0].isupper() for word in single)
        and sum(word.casefold() in _NAVIGATION for word in single) >= 2
    )


def is_trail(line: str) -> bool:
    """Whether a line is the way to a page: ``Harrowmere Courier - News - Tolverton``, ``Home > Courts``."""
    steps = re.split(r" [-–>›»/|] ", line)
    return len(steps) >= (2 if re.search(r" [>›»] ", line) else 3) and all(
        1 <= len(step.split()) <= 4 and step[0].isupper() for step in steps
    )


def is_share_row(line: str) -> bool:
    """Whether a line is nothing but names of share buttons: ``Facebook X WhatsApp``."""
    entries = [entry for entry in re.split(r"[ |·,/]+", line.casefold()) if entry]
    return bool(entries) and all(entry in _SHARES for entry in entries)
