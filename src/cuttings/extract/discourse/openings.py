"""Words at the start of a sentence that open another matter, go on with one, or lead back to the main one."""

import re

from cuttings.extract.patterns import AnyCase, one_of, phrases, words

_SUBJECTS = one_of(
    *words("it this that which"),
    "the "
    + one_of(
        *words("case news revelations? investigation probe announcement disclosure move scandal allegations?"),
        *(r"(?:\w+ )?messages", "claims", "hearing", "verdict", "ruling"),
    ),
)
_OTHER = one_of(*words("separate unrelated different similar earlier previous"))
_SECOND = one_of(*words("second third separate further different unrelated similar"))
# … but "The messages came to light in May", "The complaint came from a colleague" go on with the same
_NOT_UP = r"(?! (?:to|out|up|about|from|down|back|through|across)\b)"
MOVES_ON = re.compile(
    r"[\"“‘']?"
    + one_of(
        # "It comes as …", "The case is the latest …"
        rf"{_SUBJECTS} (?:all )?(?:also )?(?:(?:comes?|came|coming){_NOT_UP}|follow(?:s|ed)?|is the latest"
        r"|marks the latest)\b",
        r"separately\b",
        rf"in (?:a|an|another) {_OTHER}\b",
        r"in (?:another|a (?:second|third|fourth|fifth|further|final)) (?:case|incident|force|matter)\b",
        r"elsewhere\b",
        r"meanwhile\b",
        r"another force\b",
        r"previously,",
        # "A second inquiry …"
        rf"an? {_SECOND} (?:file|case|investigation|inquiry|probe|matter|complaint|hearing|trial)\b",
        # "It is not the first case …", "This was just the latest incident"
        r"(?:it|this) (?:is|was) (?:not the first|(?:just )?the (?:second|third|fourth|fifth|latest) (?:such )?"
        r"(?:case|incident|scandal|matter|time))\b",
        # "The outcome came in the same week as …", "The tribunal's ruling comes a month after …"
        r"the [\w’' -]{3,40}? (?:comes|came) (?:(?:in|on) the same (?:day|week|month) (?:as|that)"
        r"|(?:just |only |barely |less than |more than )?(?:an?|\w+) (?:day|week|month|year)s? after)\b",
        # "Readers will also remember the Dene Six", "You had something like this in 2019"
        r"(?:(?:our |many |older |regular |long-?time |some )*readers|many|some|locals) "
        r"(?:will|may|might) (?:also |well )?(?:remember|recall)\b",
        r"(?:[\w’']+ ){1,4}something (?:like this|similar|of the (?:sort|kind)) (?:happened )?(?:in|before|back in)\b",
        # "Nor is Harrowmere alone"
        r"nor (?:is|was|are|were) [\w ’']{2,40} alone\b",
    ),
    re.I,
)
# … and those that do so only before police not told of yet: "The ruling comes a month after two Kerrin constables …"
COMES_AFTER = re.compile(
    r"(?:news of )?(?:the|this|that|its|his|her|their) (?:[\w’'-]+ ){1,6}?"
    + one_of(
        r"(?:comes?|came|coming) "
        + one_of(
            *("as", "after", "amid", "in the wake of", "at a time", "against"),
            r"at an? (?:\w+ )?(?:time|moment|point)",
            r"(?:(?:just|only|barely|less than|more than|almost|nearly|about) )*(?:an?|\w+) "
            r"(?:day|week|month|year)s? after",
        ),
        r"follow(?:s|ed) (?:(?:the|an?) )?(?:[\w’'-]+ ){0,3}?"
        r"(?:convictions?|sackings?|dismissals?|jailing|sentencing|arrests?|resignations?|cases?|trials?|suspensions?)",
    )
    + r"\b",
    re.I,
)
# … but what came before this very matter opens no other: "It follows a referral from Kerrin Police"
CAME_FROM = re.compile(
    r"(?:it|this|that|which|the (?:[\w’'-]+ ){1,4}?) ?(?:all )?(?:also )?(?:comes?|came|follow(?:s|ed)?)"
    r"(?: after| from)? (?:(?:an?|the|its|their|his|her) )?(?:[\w’'-]+ ){0,4}?"
    r"(?:referrals?|complaints?|tip(?:-off)?|reports? (?:from|by|of|to|that)|"
    r"disclosures?|whistleblow\w+|audit|search(?:es)?|raids?|seizure|examination|review of|hearings?|"
    r"(?:investigation|inquiry|probe)s? (?:by|led|in which|into (?:the|his|her|their)|that|which))\b",
    re.I,
)
# … as does "In another, …", of police not told of yet; but "In another, he called her a slur" goes on
IN_ANOTHER = re.compile(r"in (?:another|a (?:second|third|fourth|further|final)(?: one)?),", re.I)
# Of these, the ones that inside another matter only go on with it.
FOLLOWS = re.compile(r"this followed|it follows", re.I)

MONTHS = words("january february march april may june july august september october november december")
_SEASONS = words("spring summer autumn winter")
_IN_MONTH = one_of(*(f"{month} " for month in MONTHS))
DATED_START = re.compile(
    r"(?:(?:and|but|also|just|only|even) )*"
    + one_of(
        r"this weekend",
        rf"last {one_of('year', 'month', 'week', *MONTHS, *_SEASONS)}",
        r"earlier this (?:year|month|week)",
        r"(?:\w+ )?(?:years?|months?|weeks?) (?:ago|earlier)",
        rf"in {_IN_MONTH}?20\d\d,?",
        r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day an? ",
    ),
    re.I,
)

_FEW = words("two three four five six seven eight nine ten")
_ALL_OF = one_of("officers", "men", "women", *_FEW, r"\d+")
_TOLD_OF = one_of(
    *("officers?", "pair", "trio", "group chat", "whatsapp group", "chat", "panel", "hearing", "messages"),
    *("investigation", *_FEW, "eleven", "twelve", "former officers?", "constables?", "sergeants?"),
)
# "All six officers", "the trio", "the panel": those already told of, anywhere in the sentence
BACK = AnyCase(rf"\b(?:(?:all|both) (?:of )?(?:the )?{_ALL_OF}|the {_TOLD_OF}|these officers|those officers)\b")
ONE = re.compile(r"(?:he|she|his|her|the officer|that officer)\b", re.I)
GOES_ON = re.compile(
    r"[\"“‘']|(?:he|she|they|it|his|her|their|its|this|these|those|that|but|and|however|in it)\b", re.I
)

# The first words of an explainer
EXPLAINS = re.compile(
    r"(?:explain(?:er|ed)|q&a|fact ?check|analysis|what happens|how (?:are|is|do|does)|why (?:are|is|do)|"
    r"(?:can|could|when|what|should) (?:an? |the |is |does |do )[^\n]*\?)",
    re.I,
)

# What says that an earlier matter is like this one
REPEATS = AnyCase(
    r"\b"
    + one_of(
        *("not the first", "isn['’]t the first", "been here before", "a similar case", "similar(?:ly)?"),
        *("(?:second|third|fourth|fifth) (?:such )?(?:case|time|incident|scandal|matter)", "the last time"),
    )
    + r"\b"
)
# What makes of earlier police a matter of their own: "has been here before", "drew a comparison with …"
COMPARES = AnyCase(
    r"\b"
    + one_of(
        *phrases(
            r"""
            (?:been here|happened|seen this) before |
            (?:not|(?:is|was)n['’]t) the first (?:time|such) | comparisons? (?:with|to|between) |
            compare(?:s|d)? (?:with|to)? | precedents? |
            cases? (?:closer|nearer|like) | held up as | no stranger to | (?:is|was)(?:n['’]t| not) short of |
            next door | had (?:a|its) warning |
            (?:closest|nearest|obvious|clearest) (?:comparison|parallel|thing|case|match)s? |
            (?:this|that|the same) (?:kind|sort) of (?:thing|case|conduct|matter|message) | of (?:its|this|the) kind |
            not the first | (?:second|third|fourth|fifth|latest) (?:such )?(?:case|time|incident|scandal|matter) |
            (?:is|are|was|were|marks?|becomes?|became) (?:(?:only|just|at least|also|now) )?the (?:second|third|
            fourth|fifth|sixth|seventh|latest|most recent) |
            (?:other|previous|past|recent|earlier) (?:cases|scandals|incidents|controversies) | not (?:an )?isolated |
            recall(?:s|ed)? (?:the case|that of|how) | memories of | (?:painful|uncomfortable|grim) reminder of |
            (?:hard|hot) on the heels of | (?:calls?|brings?|brought) (?:back )?to mind |
            (?:people|many|some|readers|listeners|viewers|locals) will (?:think (?:back to|of)|remember) |
            (?:echoes|shades|history) of | the cases? of | another case |
            a similar case | (?:have|had|has) (?:had|seen|faced) similar | the last time |
            last (?:dealt|faced|had to) | a (?:catalogue|string|series) of |
            comes? at (?:an?|the) (?:awkward|difficult|bad|sensitive|delicate|tricky|worst) (?:time|moment|point) |
            years? (?:since|ago) | a year (?:earlier|before) | same (?:week|month|day) as | unlike |
            add(?:s|ed|ing)? to (?:the |growing )?pressure | add(?:s|ed) to (?:a|the) (?:list|string|series|catalogue) |
            (?:bruising|torrid|damaging|turbulent|troubled|bad) (?:few )?(?:days|weeks?|months?|years?|spell) |
            (?:something|anything) (?:like (?:this|it)|similar) | reputation (?:has been|was)
            """
        ),
    )
    + r"\b"
)
# … even where it speaks of the article's own people: "Frome is the second Kerrin officer in a year to be convicted"
ONE_OF_SEVERAL = AnyCase(
    r"\bthe (?:second|third|fourth|fifth|sixth|latest) (?:[\w’'-]+ ){1,8}?"
    r"(?:in (?:recent|as many|an?|the (?:past|last|space))|this year|since)\b"
)
# … and what ties a sentence to the matter that the reader is in: "the same group", "a third man", "one of the six"
SAME = AnyCase(
    r"\b"
    + one_of(
        r"the same (?:[\w-]+ )?(?:group|chat|messages?|thread|channel|offences?|charges?|counts?|case|investigation"
        r"|inquiry|incident|matter|hearing|panel|trial|conversation|exchanges?|posts?|images?|pictures?)",
        r"(?:in|of|to|on|over|from|about) (?:the|that|this) (?:[\w-]+ )?"
        r"(?:group|chat|thread|channel|exchanges?|messages)",
        *("co-?(?:defendants?|accused)", "alongside"),
        r"fellow (?:defendants?|officers?|constables?|sergeants?|deput(?:y|ies)|troopers?|patrolm[ae]n|members?)",
        *("one of the(?:m| (?!few|many|rare)\\w+)", "the (?:other|remaining)"),
        "(?:his|her|their) (?:part|role|involvement) in",
    )
    # "The matter began in 2022, when a constable handed in screenshots"
    + r"\b|^(?:the|this) (?:matter|case|(?:\w+ )?investigation|inquiry|allegations?|complaint|messages|group|chat)"
    r"(?:, [^,.;]{3,80},)? (?:began|started|arose|stem(?:s|med)|came to|dates? (?:back|from)|emerged|"
    r"was opened|centr|center|concern|relates?)"
    r"|^(?:an?|the) (?:second|third|fourth|fifth|sixth|seventh|eighth) (?:\w+ )?"
    r"(?:man|woman|officer|constable|sergeant|defendant|suspect|member)\b"
    # "For anyone just joining us: two officers were tried"
    r"|^(?:(?:a reminder )?for (?:anyone|those|everyone)(?: of you)?(?: who(?:['’]s| is| are|['’]re))? (?:just )?"
    r"joining|a (?:quick )?(?:reminder|recap)\b|(?:to|a) recap\b|in case you)"
)
# … and what somebody was sacked or convicted for, which is told of those whom the article has not told of yet
WHY = AnyCase(
    r"\b(?:for (?:an? |his |her |their |\w+ing)|over|after (?:he|she|they|an?|it|\w+ing)|(?:convicted|guilty) of"
    r"|because)\b"
    r"|\bwho (?:had )?(?!(?:is|are|was|were|has|have|will)\b)\w+ed\b"
)
# … and what parts them: "At a separate hearing last week"
OF_ITS_OWN = AnyCase(
    r"\b(?:separate|unrelated|different) (?:misconduct |disciplinary |criminal )?"
    r"(?:hearing|panel|case|trial|incident|matter|investigation|inquiry|proceedings)\b"
    r"|\banother of (?:the force['’]s|its|their) (?:own|officers|constables|sergeants|detectives)\b"
    r"|\banother (?:[\w’'-]+ ){0,3}?(?:officer|constable|sergeant|inspector|detective|PC|trooper|deputy)"
    r"(?:,| (?:at|from) the same (?:force|station|unit))"
)
# A time of its own: "in 2019", "last year", "back in March 2021"
DATED = AnyCase(
    rf"\b(?:in|since|from|of|until|by|during|early|late)(?: early| late)? (?:{one_of(*MONTHS)} )?(?:19|20)\d\d\b"
    rf"|\blast (?:year|month|week|autumn|spring|summer|winter|{one_of(*MONTHS)})\b"
    r"|\b(?:years?|months?|summers|winters|autumns|springs) (?:ago|since|earlier|before|back)\b"
    r"|\bearlier this (?:year|month|week)\b|\bsince (?=an? )"
    rf"|^in (?:{one_of(*MONTHS)}|the (?:spring|summer|autumn|winter))\b"
)

# … and that of somebody's life, which is no matter's: "a sergeant until he retired in March 2021"
CAREER = re.compile(
    r"\b(?:joined|retired|left|resigned|appointed|promoted|served|serving|enlisted|born|"
    r"(?:constable|sergeant|inspector|officer|detective) (?:since|until|from))\b[^,.;]{0,40}?"
    rf"\b(?:in|since|from|until) (?:{one_of(*MONTHS)} )?(?:19|20)\d\d\b",
    re.I,
)

# … and what is said of somebody by the way: ", who took over the team in 2022,"
ASIDE = re.compile(r",? who\b[^,.;]{3,80},", re.I)
# What begins one more matter, after one that was told by the way: "The year before, …", "In 2019 …", "Another …"
ANOTHER_TIME = re.compile(
    r"(?:and |but )?(?:"
    + one_of(
        r"(?:(?:the|an?|two|three|four|five|\w+) )?(?:years?|months?|weeks?) (?:before|earlier|later|after|ago)\b",
        rf"in (?:{one_of(*MONTHS)} )?20\d\d\b",
        rf"in (?:{one_of(*MONTHS)})\b",
        rf"last (?:year|month|week|{one_of(*MONTHS)})\b",
        r"earlier (?:this|that|the same|in the) (?:year|month|week)\b",
        r"(?:last|two|three|four|five|\w+) (?:springs?|summers?|autumns?|winters?)(?: ago| before| earlier)?\b",
        "another (?!of\\b)",
        r"another of (?:the force['’]s|its|their) (?:own|officers|constables|sergeants|detectives)\b",
        "(?:an?|the) (?:second|third|fourth) (?:case|hearing|matter|panel)",
    )
    + ")",
    re.I,
)

# Another hearing than the one that the article is on: "A panel ruled that he would have been dismissed"
_PANEL = r"an? (?:[\w-]+ )?(?:panel|court|jury|judge|tribunal|hearing|magistrate)\b"
A_PANEL = re.compile(_PANEL, re.I)
# On with the matter that the sentence before ended on: "He was sacked", "That matter was referred"
CONTINUES = re.compile(
    r"(?:he|she|his|her|both|neither|they|the (?:pair|two))\b"
    r"|(?:that|this) (?:matter|case|inquiry|investigation|probe|complaint)\b"
    rf"|{_PANEL}",
    re.I,
)
THAT_CASE = re.compile(
    r"\b(?:of|in|during|after|from|over|by|at) that "
    r"(?:matter|case|inquiry|investigation|probe|episode|trial|hearing)\b",
    re.I,
)
# "Two fellow officers who knew were warned"
FELLOWS = re.compile(
    rf"(?:an?|{one_of(*_FEW)}|\d+) (?:\w+ )?(?:fellow|colleagues?|others?|more)\b|another\b|a third\b", re.I
)
