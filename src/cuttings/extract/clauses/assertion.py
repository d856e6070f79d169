"""Does the article say that it is so? Mention by mention, what stands around it: denied, expected, only possible.

Defaults to the lower reading: a mention is asserted when nothing around it takes it back, and its standing is never
higher than a word in its own sentence makes it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from spacy.tokens import Doc, Span

from cuttings.extract.clauses.general import is_rule, of_figures
from cuttings.extract.clauses.hedges import REACH, hedge
from cuttings.extract.clauses.retraction import retracted
from cuttings.extract.clauses.second_hand import is_second_hand
from cuttings.extract.clauses.standing import standing
from cuttings.extract.matters import CONCLUDING
from cuttings.extract.patterns import AnyCase, Sought, one_of, words
from cuttings.extract.spans import Sentence, mentions, note, sentence_at, sentences, source, words_of

_LABELS = ("ALLEGATION", "STAGE", "SANCTION", "OFFICERS", "BODY", "LAW", "PLATFORM", "FORCE", "UNIT")
_STEPS = ("STAGE", "SANCTION")
_OF_SOMEBODY = (*_STEPS, "OFFICERS")


class Assertion:
    """Notes on every mention ``assertion`` (asserted, negated, possible, expected, retracted), ``standing`` (as in
    tables) and ``said_by``, the speaker of the quotation that it stands in; quotations must be read before.
    """

    def __call__(self, doc: Doc) -> Doc:
        standings: dict[int, str] = {}
        taken_back, counted = retracted(sentences(doc)), of_figures(sentences(doc))
        for span in mentions(doc, *_LABELS):
            sentence = sentence_at(doc, span.start_char)
            number = sentence.number
            if number not in standings:
                standings[number] = standing(sentence.text[:REACH])
            back, figures = taken_back.get(number, (0, 0)), counted.get(number, (0, 0))
            said = "retracted" if back[0] <= span.start_char < back[1] else assertion(span)
            if said == "asserted" and span.label_ in _OF_SOMEBODY and figures[0] <= span.start_char < figures[1]:
                said = "possible"  # of those whom figures count, not of anybody in the matter
            note(span, assertion=said, standing=standings[number], said_by=_said_by(doc, span))
        return doc


def _said_by(doc: Doc, span: Span) -> str:
    """The speaker of the quotation that a mention stands in; empty for the article's own voice."""
    quotes = doc.user_data.get("quotes", [])
    at = bisect_right(quotes, span.start_char, key=lambda quote: quote.start) - 1
    return quotes[at].speaker if at >= 0 and span.start_char < quotes[at].end else ""


class _Around(NamedTuple):
    """A mention in its sentence: its words, those right before them (``front``), more (``before``), those ``after``."""

    span: Span
    sentence: Sentence
    words: str
    front: str
    before: str
    after: str

    @property
    def is_step(self) -> bool:
        return self.span.label_ in _STEPS

    @property
    def be(self) -> str:
        """The "be" that the mention itself may begin with, which belongs to the words before what was done."""
        return "be " if self.words.startswith("be ") else ""


def _around(span: Span) -> _Around:
    text, sentence = source(span.doc), sentence_at(span.doc, span.start_char)
    before = text[max(sentence.start, span.start_char - _FAR) : span.start_char]
    after = text[span.end_char : min(sentence.end, span.end_char + _FAR)]
    return _Around(span, sentence, words_of(span), before[-_CLOSE:], before, after)


_CLOSE, _FAR = 60, 200  # characters


def assertion(span: Span) -> str:
    """``asserted``, ``negated``, ``possible`` or ``expected``: what the first rule says that knows it."""
    around = _around(span)
    return next(filter(None, (rule(around) for rule in _RULES)), "asserted")


def _all_the_same(around: _Around) -> str:
    """Words that look like a condition, and what they tell was done: "had he not resigned, he would have been …"."""
    deciding = around.span.label_ == "OFFICERS" and _TO_DECIDE_ON.search(around.front)
    done = _HAD_NOT.search(around.front) or _IF_NOT.match(around.words) or _carries(around)
    nth = around.is_step and _NTH_TO_BE.search(around.front)
    return "asserted" if done or deciding or nth else ""


def _carries(around: _Around) -> bool:
    """ "PC Vale keeps her job but will carry a final written warning for two years": she has it."""
    if not around.span.kb_id_.endswith(("warning", "concluded_sanction")) or not _WILL_CARRY.search(around.front):
        return False
    return _SUPPOSED.search(around.before) is None


_WILL_CARRY = AnyCase(r"\b(?:will|must) (?:now )?(?:carry|live with) an? $")
_SUPPOSED = AnyCase(r"\b(?:if|unless|whether|should|could|would|may|might)\b")
_HAD_NOT = AnyCase(r"\b(?:had|if) (?:he|she|they) (?:had )?not (?:already |since |first )?$")
# "The fourth officer to be arrested"
_NTH_TO_BE = AnyCase(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest) "
    r"(?!(?:person|man|woman|people)\b)(?:[\w-]+ ){1,4}to (?:have been|be) $"
)
_IF_NOT = re.compile(r"(?:had|if) (?:he|she|they) (?:had )?not\b", re.I)
# "are deciding whether to charge three constables": there are three
_TO_DECIDE_ON = re.compile(
    r"\bwhether to (?:(?:charge|prosecute|dismiss|sack|fire|suspend|discipline)|"
    r"(?:bring|file|lay|press|authori[sz]e|pursue|recommend) (?:\w+ )?(?:charges|proceedings|a case) against) $",
    re.I,
)


def _ordered(around: _Around) -> str:
    """Who decides does it by saying so: "I order that Constable Vale be demoted", "You will do 200 hours of …"."""
    if not around.is_step:
        return ""
    orders = _ORDERS.search(around.before + around.be) or _YOU_WILL.search(around.before + around.words)
    return "asserted" if orders else ""


_ORDERS = AnyCase(
    r"\b(?:(?:I|we|the (?:panel|board|tribunal|commission|court|hearing officer|judge|adjudicator)) (?:hereby "
    r"|therefore |accordingly |unanimously )*(?:order|direct|rule|decide|determine)(?:s|ed|d)?|"
    r"it is (?:hereby |therefore )?(?:ordered|directed)) that (?:[\w.’'-]+ ){1,8}(?:shall )?be $"
)


# Nobody but a judge says so: "For 18 months you will do 200 hours of unpaid work"
_YOU_WILL = Sought(
    r"(?<!if )(?<!If )(?<!unless )\b[Yy]ou will (?:now |therefore )?(?:do|serve|carry out|perform|complete|undertake) "
    r"(?:an? )?(?:\d+|[\w-]+) (?:hours|weeks|months|years)\b[^.;]*$"
)


def _to_come(around: _Around) -> str:
    """Asked for ("asked that the sergeant be dismissed"), or a present tense that means a day to come."""
    if _ASKED.search(around.front + around.be):
        return "possible"
    is_sentenced = around.span.kb_id_ == "sentenced" and _PRESENT.search(around.front)
    on_a_day = is_sentenced and _ON_A_DAY.match(around.after)
    return "expected" if _WHEN.search(around.front) or on_a_day else ""


_ASKED = Sought(
    r"\b(?:ask(?:s|ed)|urg(?:es|ed)|suggest(?:s|ed)|recommend(?:s|ed)|propos(?:es|ed)|request(?:s|ed)|demand(?:s|ed)|"
    r"argu(?:es|ed)|call(?:s|ed) for) (?:that )?(?:[\w’'-]+ ){1,6}(?:to )?be $"
)
# "when he is sentenced", "after he is sentenced"; "Frome is sentenced in July"
_WHEN = Sought(r"\b(?:when|after|once|until|before) (?:he|she|they|[A-Z]\w+) (?:is|are) $")
_PRESENT = re.compile(r"\b(?:is|are) $")
_ON_A_DAY = re.compile(r" (?:in (?!his|her|their)|on |next |later |tomorrow)")


def _supposed(around: _Around) -> str:
    """In a question, or in what follows an "if": "If the panel finds misconduct, they could be sacked"."""
    asks = around.sentence.text[-3:].rstrip("\"”’'").endswith("?")
    lists = around.is_step and _OPTIONS.match(around.sentence.text)
    return "possible" if asks or lists or _SUPPOSES.match(around.sentence.text) else ""


_SUPPOSES = re.compile(
    r"[\"“‘']?(?:if|whether|should|anyone|any officer|imagine|suppose|say (?:that|an?|two|three|your?))\b",
    re.I,
)


# "Dismissal is one choice. Others are a reduction in rank and a warning"
_OPTIONS = re.compile(
    r"(?:the )?(?:others?|(?:other |lesser |possible )*(?:options|choices|outcomes|sanctions|penalties)) "
    r"(?:are|is|include|range|run)\b",
    re.I,
)


def _taken_back_after(around: _Around) -> str:
    """A step that the words after it call false, or say is accepted or still open."""
    if not around.is_step:
        return ""
    acquitted = around.span.kb_id_ == "convicted" and _NOT_GUILTY.match(around.after)
    if acquitted or _FALSE_AFTER.match(around.after) or _DENIES.search(around.front):
        return "negated"
    if _IF_PROVED.match(around.after):
        return "possible"
    at_the_end = around.span.kb_id_ in _SET_AT_THE_END and not _VERBAL.match(around.words)
    if at_the_end and (_WOULD.match(around.after) or _LIKELY.match(around.after)):
        return "possible"
    if _RECOMMENDED.search(around.front) and _ACCEPTED.match(around.after):
        return "asserted"
    is_open = around.span.kb_id_ in _OPEN and not _VERBAL.match(around.words)
    return "possible" if is_open and _OPEN_AFTER.match(around.after) else ""


_FALSE = one_of(
    *words("false untrue wrong unfounded incorrect inaccurate baseless fabricated mistaken nonsense"),
    *("wide of the mark", "not (?:true|correct|accurate|right|so)", "without (?:any )?(?:foundation|basis|substance)"),
)
_FALSE_AFTER = re.compile(
    rf"[^.]{{0,120}}\b(?:is|are|was|were) (?:\w+ly |simply |just )?{_FALSE}\b"
    r"|[^.]{0,60}[,;] (?:but )?(?:it|they|this|which) (?:was|were) (?:refused|rejected|turned down|not accepted)\b"
    # "tried and convicted on the evening news"
    r"| ?(?:in|on|by) (?:the )?(?:[\w-]+ )?(?:media|press|court of public opinion|newspapers|"
    r"news|papers|public(?! office)|tv)\b"
    r"| ?the (?:evening |morning )?(?:news|papers)\b| ?social media\b"
    r"|[^.]{0,60}\bif (?:the|it|he|she|they)\b[^.]{0,40}\b(?:had been|were|was) (?:proved|proven|upheld|found)\b",
    re.I,
)
# "The jury found the former constable, 51, not guilty"
_NOT_GUILTY = re.compile(r"(?:(?!guilty)[^.;]){0,90}?\bnot guilty\b", re.I)
# "The force denies 'secret sackings' over the chat"
_DENIES = AnyCase(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|rubbish(?:es|ed)|refut(?:es|ed)|dismiss(?:es|ed)) "
    r"(?:(?:any |the |all )?(?:claims?|reports?|rumou?rs?|allegations?|suggestions?|talk) (?:of|about) )?"
    r"[\"“'‘]?(?:(?!(?:bail|an?|the|his|her|their) )[\w-]+ ){0,2}$"
)
# "a finding that he would have been dismissed, if gross misconduct is proven"
_IF_PROVED = re.compile(
    r"[^.;]{0,40}\bif [^.;]{0,50}\b(?:is|are) (?:\w+ )?(?:proved|proven|upheld|found|established|made out)\b", re.I
)
# "A final written warning would be enough", says a lawyer
_DO = one_of(
    "be (?!imposed|placed|recorded|given|put|kept)",
    "have been (?:an?|the|enough|too|more|unfair|wrong|sufficient)",
    *words("do suffice mark reflect meet serve send satisfy maintain achieve allow follow"),
)
_LASTING = r"(?: (?:lasting|of|for|to last) (?:\w+ ){1,3}?\w+)?"
_WOULD = re.compile(rf"[”\"’']?{_LASTING} (?:would|could|might|may|should) (?:not |also |only |still |perhaps )?{_DO}")
# "A custodial sentence is all but inevitable", says the judge
_LIKELY = re.compile(
    r"[”\"’']?(?: (?:is|was|are|were|looks|seems|appears|remains)"
    r"(?: (?:not|now|still|all but|almost|virtually|highly|very|quite))*|,) "
    + one_of(
        *words("inevitable likely unlikely probable possible open uppermost available considered required expected"),
        *("on the cards", "under consideration", "being considered", "called for", "the (?:likely|least|most)"),
    )
    + r"\b"
)
# What is given at the end of a matter, and argued for before
_SET_AT_THE_END = {*CONCLUDING, "concluded_sanction", "sentenced"}
# "It recommended no action, and the chief has accepted that"
_RECOMMENDED = AnyCase(r"\brecommend(?:s|ed)\b")
_ACCEPTED = re.compile(
    r"[^.;]*\b(?:accepted|adopted|endorsed|agreed (?:to|with)|acted on) (?:that|it|the|this|its|all)\b", re.I
)
# "Misconduct proceedings, if there are to be any, would follow": not even announced
_OPEN_AFTER = re.compile(
    r"(?! (?:has|have|had|was|were) (?:been )?(?:ordered|opened|launched|begun|started|set up)\b)"
    r"[^.;]{0,50}?(?:, if |\bif (?:any|there|they|he|she|it|the)\b"
    r"|\b(?:would|may|might|could|can) (?:then |only |also )?(?:follow|be|take place|begin|start|come|resume)\b"
    r"|\b(?:will|would|to) be (?:considered|decided|reviewed|determined|assessed)\b|\b(?:will|would) depend\b)",
    re.I,
)
_OPEN = {"misconduct_hearing", "charged", "criminal_trial", "no_action", "concluded_no_action", "under_investigation"}
# a verb is done, whatever may follow; what a noun names may be to come
_VERBAL = re.compile(
    r"(?:is|are|was|were|be|been|being|has|have|had|face[sd]?|stood|stands?|appear\w*|went|charged|cleared)\b", re.I
)


def _second_hand(around: _Around) -> str:
    """A step that others tell of ("A newspaper has reported that he was fired"), or that is a rule's."""
    if not around.is_step:
        return ""
    auxiliary = _AUXILIARY.match(around.words)
    up_to_verb = around.before + (auxiliary.group() if auxiliary else "")
    of_rule = around.sentence.part == "body" and is_rule(up_to_verb)
    return "possible" if of_rule or is_second_hand(around.before, around.after) else ""


_AUXILIARY = re.compile(r"(?:is|are|gets?) ")


def _not_that(around: _Around) -> str:
    """ "The panel did not find that PC Frome, of Kerrin Police, had …", "asked for a finding that he would have been
    dismissed": commas do not end what "that" opens.
    """
    if around.is_step and _A_FINDING_THAT.search(around.before):
        return "possible"
    return "negated" if _NOT_THAT.search(around.before) or _NONE_WHO.search(around.before) else ""


_A_FINDING_THAT = AnyCase(
    r"\b(?:for (?:a|the) (?:finding|ruling|order|declaration|direction)"
    # "The panel could decide that Mr Vale, who retired in May, would have been dismissed"
    r"|(?:could|may|might|can|would|should) (?:then |also |still )?(?:decide|find|rule|conclude|hold|determine)) "
    r"that [^.;]{0,120}$",
)


_NOT_THAT = AnyCase(
    r"\b(?:(?:did|does|do|has|have|had|could|would) not|never|n['’]t) (?:find|found|say|said|confirm|prove|"
    r"proven?d?|accept|agree)\w* that\b"
    r"|\bden(?:y|ies|ied|ying) (?:\w+ )?that\b"
    r"|\b(?:dismiss|reject|den(?:y|i)|rubbish|refut|scotch|contradict)(?:e?s|ed|ing)? (?:as \w+ )?(?:[\w’'-]+ ){0,2}?"
    r"(?:claims?|reports?|rumou?rs?|suggestions?|speculation|posts|talk|stories)(?: [\w’'-]+){0,4} that\b"
)
_NONE_WHO = AnyCase(
    # "None of the six, who are all of one rank, has been arrested"
    r"\b(?:none|neither|nobody|no[- ]one|not one)\b[^.;,]{0,30}, (?:who|which|all|both)\b[^.;,]{1,60}, "
    r"(?:(?:has|have|had|is|are|was|were) )?$"
    # "There isn't an officer in this state who's being investigated"
    r"|\bthere (?:(?:is|are|was|were) (?:no|not)\b|(?:is|are|was|were)n['’]t\b)[^.;,]{0,60}\bwho(?:['’](?:s|re))?\b"
    r"[^.;,]{0,20}$"
)


def _of_nobody(around: _Around) -> str:
    """Of anybody ("its remit includes officers who are arrested", "the commission oversees complaints about police"), a
    step that somebody only weighed, or what is done for others: "the force has since given training to its sergeants".
    """
    weighed = around.is_step and (_WEIGHED.search(around.front) or _AT_MOST.search(around.before))
    gave = around.is_step and around.words.startswith("given ") and _GAVE.search(around.front)
    of_a_body = around.span.kb_id_ == "alleged" and _REMIT.search(around.front)
    smear = around.words.lower() == "unsubstantiated" and _NO_VERDICT.search(around.front)
    nothing = around.is_step and _NOTHING.search(around.front)
    off = around.span.kb_id_ == "barred" and _COMES_OFF.search(around.front)
    called = around.span.kb_id_ == "referred" and _BY_A_NAME.match(_REFERRED.sub("", around.words) + around.after)
    for_less = around.is_step and _FOR_LESS.match(around.after)
    supposed = around.is_step and (_HAD_THEY.search(around.before) or _IN_LIKE_CASES.match(around.after))
    supposed = supposed or (around.is_step and _AND_WITH_IT.search(around.before))
    rules = around.is_step and _UNDER_RULES.search(around.before) and _MAY.match(around.after)
    lay = around.span.label_ == "ALLEGATION" and _LAY.search(around.front)
    of_none = weighed or gave or nothing or of_a_body or called or for_less or smear or off or supposed or rules or lay
    return "possible" if of_none or _ANYBODY.search(around.front) else ""


# "Nineteen customers had sent him photographs of their roofs"
_LAY = AnyCase(
    r"\b(?:customers?|clients?|residents?|neighbou?rs?|readers?|viewers?|members of the public|motorists|passers-by|"
    r"shoppers?|parents|pupils|tourists)(?: had| have| has)?(?: also| since)? $"
)
# "Had they been found guilty, they could have gone to jail"
_HAD_THEY = re.compile(
    r"(?:^|[.;:“\"] ?|\b[Aa]nd |\b[Bb]ut )(?:Had|Were|Should|(?<=and )had|(?<=but )had) "
    r"(?!not\b)(?:(?!not\b)[\w’'-]+ ){1,5}(?:to )?(?:(?:have )?(?:been|be) )?$"
)
# "would open the way to dismissal, and with it a place on the barred list"
_AND_WITH_IT = AnyCase(r"\b(?:would|could|might|may|can)\b[^.;]*,? and with (?:it|that|them),? [^.;]{0,30}$")
# "discussed a policeman found guilty in similar circumstances"
_IN_LIKE_CASES = re.compile(r" in (?:very |broadly |strikingly )?(?:similar|comparable|like) (?:circumstances|cases)\b")
# "Under the service's rules an officer convicted of such an offence can be asked to show cause"
_UNDER_RULES = AnyCase(
    r"\b(?:under|by|according to) (?:the |its |their |state |police |current |[A-Z]\w+ )*(?:[\w-]+['’]s? )?"
    r"(?:[\w-]+ ){0,2}?"
    r"(?:rules?|regulations?|manual|polic(?:y|ies)|codes?|laws?|acts?|contracts?|guidance|procedures?)\b[^.;]*$"
)
_MAY = re.compile(r"[^.;]{0,80}? (?:can|may|must|could|should|shall|is (?:liable|required|barred)|loses?|forfeits?)\b")
_REMIT = AnyCase(
    r"\b(?:oversees?|handles?|deals? with|investigates|looks into|considers|receives?|responsible for|oversight of|"
    r"monitors?|reviews?) (?:the |all |most )?(?:\w+ )?$"
)
# "an unsubstantiated smear on his members"
_NO_VERDICT = re.compile(r"\b(?:an?|any|those|these|such|of) $", re.I)
# "their names will come off the barred list"
_COMES_OFF = re.compile(r"\b(?:off|removed from|taken from|deleted from|struck from) (?:the )?$", re.I)
# "said that nothing had been referred to it"
_NOTHING = re.compile(
    r"\b(?:nothing|no (?:[\w-]+ )?(?:matters?|cases?|complaints?|files?|referrals?|conduct))(?: (?:has|have|had))?"
    r"(?: (?:yet|so far|ever))?(?: been)? $",
    re.I,
)
# "The four are referred to in the report as …"
_REFERRED = re.compile(r".*\breferred\b", re.I)
_BY_A_NAME = re.compile(
    r" to (?:in|as|by|only|throughout|collectively|each other|one another|h(?:im|er)|them|women|men)\b"
)
# "I have dismissed officers for less than this"
_FOR_LESS = re.compile(r"(?: [\w’'-]+){0,8}? for (?:a lot |far |much |rather )?less\b", re.I)
_GAVE = re.compile(r"\b(?:has|have|had)(?: since| also| already| now)? $")


_ANYBODY = AnyCase(
    r"\b(?:includes?|any|all|other|about|for|of|with|on|every) (?:officers?|staff|people|those|members?) who "
    r"(?:are|is|have been|has been|get) $"
    # "other officers dismissed over messages will look at the ruling"
    r"|\b(?:other|any|all|many|most|those|elsewhere,?) (?:police )?(?:officers|cops|constables|colleagues) "
    r"(?:have (?:even )?|had )?$|\b(?:officers|cops|constables|police) elsewhere (?:have |had )?(?:even )?$"
    # "She lists places where officers have been convicted", "keeps a list of police officers charged"
    r"|\b(?:(?:places|countries|states|cities|instances) (?:where|in which)|"
    r"(?:a|the|his|her) (?:list|database|register|count) of(?: \w+)?) "
    r"(?:police |\w+ )?(?:officers|cops|constables|deputies|police)(?: (?:who )?(?:have|were|are|had))?(?: been)?"
    r"(?: \w+ or)? ?$"
    # "The last person convicted of a like offence"
    r"|\bthe last (?:[\w-]+ )?(?:person|man|woman|officer|constable|defendant|one) (?:to be )?$"
)
# "The most that Orr faces is a final written warning"
_AT_MOST = AnyCase(
    r"\b(?:the |his |her |their )?(?:most|worst|least|maximum|heaviest|harshest|severest|lightest)\b[^.;]{0,70}? "
    r"(?:is|was|would be|can be|could be|be) (?:an? |the )?$"
)
# "the judge had considered a custodial term", "rejected the Crown's request for 90 days in jail"
_WEIGHED = re.compile(
    r"\b(?:consider(?:ed|ing)|close to|crossed the|request for|called for|stepp(?:ed|ing) back from|short of|"
    r"threshold for|offered|open to) (?:[\w’'-]+ ){0,3}(?:\d+-)?$"
    # "asked the court to pass terms of imprisonment"
    r"|\b(?:asked|asks|urged|urges|invited|pressed|wants|called on) (?:the )?(?:[\w-]+ )?(?:court|judge|panel|bench|"
    r"tribunal|board|magistrates?|sheriff|chair|jury|hearing|chief|commissioner) to (?:[\w’'-]+ ){1,4}$"
    # "all options, including a custodial sentence, remained open"
    r"|\b(?:options?|outcomes|penalties|sanctions|sentences|disposals),? (?:[\w’'-]+ ){0,3}?(?:open, )?"
    r"(?:including|such as) (?:[\w’'-]+ ){0,3}$"
)


def _hedged(around: _Around) -> str:
    """By its clause; but what a board has ruled is done: "… will be docked 30 days of pay, a board has ruled"."""
    reading = hedge(around.span)
    decided = reading == "expected" and around.span.kb_id_ in _DECIDED and _RULED.search(around.sentence.text)
    return "asserted" if decided else reading


_DECIDED = {"concluded_sanction", "other", "final_written_warning", "written_warning", "no_action"}
_RULED = re.compile(
    r"\b(?:board|panel|tribunal|judge|court|commission|magistrates?|adjudicator|officer|jury) (?:has |had |have )?"
    r"(?:ruled|decided|ordered|directed|determined)\b",
    re.I,
)


def _bare(around: _Around) -> str:
    """A bare "be" is never what was done: "It recommends that A be discharged and that B and C be suspended"; and an
    infinitive seldom: "would expect officers who write such things to lose their jobs".
    """
    to = _BASE_FORM.match(around.words) is not None and _TO.search(around.front) is not None
    demand = _IMPERATIVE.match(around.words) is not None and not around.before.strip(" \"'“‘")
    return "possible" if around.is_step and (to or demand or _BARE_BE.search(around.front)) else ""


_BARE_BE = re.compile(r"(?<!['’]ll )(?<!will )\bbe (?:\w+ly )?$")
_BASE_FORM = re.compile(
    r"(?:lose|quit|resign|retire|leave|dismiss|sack|fire|jail|charge|suspend|arrest|convict|have been)\b", re.I
)
# "Sack officers who stay silent, says think tank"
_IMPERATIVE = re.compile(r"(?:sack|fire|dismiss|suspend|jail|charge|prosecute|arrest|discipline|ban|bar)\b", re.I)
_TO = re.compile(
    r"(?<!forced )(?<!decided )(?<!chose )(?<!chosen )(?<!had )(?<!agreed )(?<!made )(?<!opted )(?<!decision )"
    r"(?<!choosing )(?<!went on )\bto (?:immediately )?$"
)

# In this order: a later one is asked only where the earlier ones say nothing.
_RULES: tuple[Callable[[_Around], str], ...] = (
    *(
        _all_the_same,
        _ordered,
        _to_come,
        _supposed,
        _taken_back_after,
        _second_hand,
        _not_that,
        _of_nobody,
        _hedged,
        _bare,
    ),
)
