"""Round-ups: articles whose items stand side by side, each a matter of its own, under headings or a paragraph each."""

import re
import unicodedata
from collections import Counter

from spacy.tokens import Doc, Span

from cuttings.extract.discourse.openings import GOES_ON
from cuttings.extract.matters import counts_anew, counts_police, forces_of, is_officer, tells
from cuttings.extract.patterns import AnyCase, one_of, words
from cuttings.extract.spans import Sentence, sentences

_MANY = one_of(*words("two three four five six seven eight nine ten several"), r"\d{1,2}")
_CASES = one_of(
    *words("cases files folders matters chats hearings inquiries investigations stories books rulings verdicts"),
)
# "Four colleagues await hearings" counts people
_PEOPLE = r"(?:\w+s|men|women|police|staff|more|others?) (?:await|face|at|in|over|after|before|to|of|for|as|join)"
# A headline that promises several matters: "The week in policing", "Police phones: where four cases have got to"
_PROMISES = re.compile(
    r"\b"
    + one_of(
        *("round-?up", "briefing", "digest", "in brief", "newsletter", "your letters", "letters:", r"episode \d+"),
        *("the (?:week|month|quarter|year) in", "(?:week|month|year)['’]s (?:hearings|cases)", "hearings to watch"),
        *("closing the books", "year in review", "review of the year", "oral evidence"),
        rf"{_MANY} (?:(?!{_PEOPLE})[\w-]+ ){{0,2}}?{_CASES}",
        r"(?:discipline|misconduct|police) cases",
        # "where Germany's police message cases stand"
        r"where (?:[\w’'-]+ ){0,6}?(?:cases|matters|inquiries|investigations|affairs) (?:stand|have got|are now)",
    )
    + r"\b",
    re.I,
)
# "Three cases this week, and then the usual odds and ends", "Here is what happened in each of the three"
_COUNTS_CASES = AnyCase(
    rf"\b{_MANY} (?:[\w-]+ ){{0,2}}?{_CASES} (?:(?:for you |here )?(?:this|today|below|and then)\b|in this )"
    rf"|\b(?:what|how) (?:happened|became|came|was decided|the panel \w+|each|they) [^.]{{0,30}}?\b(?:each|them all)\b"
    r"|\bwhat each (?:of (?:them|the \w+) |one )?(?:did|had done|was (?:found|accused|told))\b"
    rf"|\beach of (?:the|these|those) (?:{_MANY} )?(?:[\w-]+ )?{_CASES}|\b(?:case by case|in turn)\b"
)
_INTRODUCTION = 4  # paragraphs in which a newsletter says what is in it
_HEADING = 12  # words; a longer line is a paragraph
_ENDS = re.compile(r"[.!”\"’)]$")
_SEVERAL = 3  # headings in capitals, or that their paragraphs run on from, that make a newsletter of an article
_NUMBERED = re.compile(r"(?:no\.? ?)?\d{1,2}[.):] +\D", re.I)
# "Remember the texts? The Tarrow officer who …": a heading that its paragraph runs on from
_RUN_IN = re.compile(
    r"(?!(?:(?:And|But|So|It|He|She|They|We|I|You|This|That|These|Those|There|Not?|Yes|In|On|Asked|One|Two|Both|All|None"
    r"|What|Why|How|Nobody|Private)\b|Good |Thank|Hello))[A-Z0-9][\w’'-]*(?: [\w’'-]+){0,4}[.:?] (?=[A-Z])"
)
# "2. MARLOWE, MISS. – Last week nine officers …": a story behind its number and place
_STORY = re.compile(r"\d{1,2}[.)] +(?=[A-Z]{3})[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,20})? ?[–—:-] ?(?=[A-Z“\"])")
# "WEST KERRIN: A constable who …": a story behind the place of its force
_PLACE = re.compile(r"(?P<place>[A-Z][A-Z .’'-]{3,40}[A-Z]): (?=[A-Z“\"])")
# The headings of one tribunal's or court's decision
_OF_A_DECISION = re.compile(
    r"(?:REASONS FOR (?:DECISION|JUDGMENT)|CATCHWORDS|ORDERS?:|CITATION:|NEUTRAL CITATION|DECISION AND REASONS|"
    r"APPEARANCES|DETERMINATION(?: AND REASONS)?$)"
)
_SHOUTED = re.compile(r"(?:\d{1,2}[.):]? +)?(?=.*[A-Z]{3})[^a-z:]{4,}(?::|$)")


def items(doc: Doc, marked: list[list[Span]]) -> dict[int, bool]:
    """The sentences of a round-up that open a block, by number, and whether it is an item; empty for other articles.

    An item begins under a heading, or, where there are none, in a paragraph that tells of police not told of before.
    Only blocks that tell of a matter are items, and there must be two of them; the others are context.
    """
    every = sentences(doc)
    paragraphs = _paragraphs(every)
    by_place = _by_place(doc, paragraphs, marked)
    if sum(by_place.values()) >= _SEVERAL:
        return by_place
    spoken = _is_spoken(paragraphs)
    headed = [
        n for n, paragraph in enumerate(paragraphs) if _is_heading(paragraph) and not (spoken and _label(paragraph))
    ]
    numbered = [number for number in headed if _NUMBERED.match(_text(paragraphs[number]))]
    title = doc.user_data.get("title") or next((each.text for each in every), "")
    signed = [number for number, paragraph in enumerate(paragraphs) if _is_signed(_text(paragraph))]
    shouted = _shouted(paragraphs, headed)
    # under a matter that its opening tells of, they part one story
    parted = len(shouted) >= _SEVERAL and not _tells(doc, paragraphs[: shouted[0]], marked)
    stories = [number for number, paragraph in enumerate(paragraphs) if _STORY.match(_text(paragraph))]
    set_apart = len(numbered) > 1 or parted or len(signed) > 1 or len(stories) > 1
    if not (_PROMISES.search(title) or set_apart or (len(headed) > 1 and _introduces(paragraphs))):
        return {}
    if _is_a_decision(paragraphs) or _by_outcome([paragraphs[number] for number in headed], marked):
        return {}
    if len(stories) > 1:
        headed = sorted({*stories, *shouted, *(number for number in headed if number > stories[-1])})
    elif len(signed) > 1:
        headed = signed
    elif len(numbered) < 2 and parted:
        headed = shouted
    if len(numbered) > 1:
        last = numbered[0] if numbered[0] in shouted else numbered[-1]  # "ODDS AND ENDS" comes after the numbered ones
        headed = [n for n in headed if n in numbered or (n in shouted and n > last)]
    run_in = [n for n, paragraph in enumerate(paragraphs) if _RUN_IN.match(_text(paragraph)) and not spoken]
    headed = sorted({*headed, *run_in}) if len(run_in) >= _SEVERAL else headed
    starts = headed if len(headed) > 1 else _newcomers(doc, paragraphs, marked, spoken)
    if not starts:
        return {}
    blocks = [paragraphs[start:end] for start, end in zip(starts, [*starts[1:], len(paragraphs)], strict=True)]
    opening = {block[0][0].number: _tells(doc, block, marked) for block in blocks}
    return opening if sum(opening.values()) > 1 else {}


def _by_place(doc: Doc, paragraphs: list[list[Sentence]], marked: list[list[Span]]) -> dict[int, bool]:
    """The stories that each stand in a paragraph behind the place of their force, and the paragraphs between them."""
    found: dict[int, bool] = {}
    for paragraph in paragraphs:
        place = _PLACE.match(_text(paragraph))
        forces = forces_of([span for sentence in paragraph for span in marked[sentence.number]])
        is_story = place is not None and any(force.lower().startswith(place["place"].lower()) for force in forces)
        if is_story or any(found.values()):
            found[paragraph[0].number] = is_story and _tells(doc, [paragraph], marked)
    return found


def _is_a_decision(paragraphs: list[list[Sentence]]) -> bool:
    """Whether headings are those of one tribunal's or court's decision: "CATCHWORDS", "REASONS FOR DECISION"."""
    return any(_OF_A_DECISION.match(_text(paragraph)) for paragraph in paragraphs)


def _by_outcome(headings: list[list[Sentence]], marked: list[list[Span]]) -> bool:
    """Whether several headings only say what became of whom: "Dismissed", "Final written warning"."""

    def is_outcome(heading: list[Sentence]) -> bool:
        steps = (span for span in marked[heading[0].number] if span.label_ in {"STAGE", "SANCTION"})
        return any(len(span.text) + 2 > len(_text(heading)) for span in steps)

    return sum(map(is_outcome, headings)) > 1


def _shouted(paragraphs: list[list[Sentence]], headed: list[int]) -> list[int]:
    """The headings in capitals; in a transcript those who speak stand so, again and again: "LINDHOLM: And what …?"."""
    labels = {number: _label(paragraph) for number, paragraph in enumerate(paragraphs)}
    times = Counter(filter(None, labels.values()))
    again = tuple(label for label, number in times.items() if number > 1)
    return [number for number in headed if labels[number] and not (again and labels[number].endswith(again))]


def _label(paragraph: list[Sentence]) -> str:
    match = _SHOUTED.match(_text(paragraph))
    return match.group().rstrip(":") if match else ""


def _is_signed(text: str) -> bool:
    """Whether a line is a heading by the sign it begins with: "🔹 HARLAN BLUFF, Mo."."""
    return unicodedata.category(text[:1] or " ") == "So" and len(text.split()) <= _HEADING


def _introduces(paragraphs: list[list[Sentence]]) -> bool:
    return any(_COUNTS_CASES.search(each.text) for paragraph in paragraphs[:_INTRODUCTION] for each in paragraph)


def _paragraphs(every: list[Sentence]) -> list[list[Sentence]]:
    found: list[list[Sentence]] = []
    for sentence in every:
        if sentence.part != "body":
            continue
        if found and found[-1][0].paragraph == sentence.paragraph:
            found[-1].append(sentence)
        else:
            found.append([sentence])
    return found


def _text(paragraph: list[Sentence]) -> str:
    return " ".join(sentence.text for sentence in paragraph)


def _is_heading(paragraph: list[Sentence]) -> bool:
    text = _text(paragraph)
    one = len(paragraph) == 1 or _NUMBERED.match(text) or _SHOUTED.match(text)
    return bool(one) and len(text.split()) <= _HEADING and not _ENDS.search(text)


def _is_spoken(paragraphs: list[list[Sentence]]) -> bool:
    """Whether it is a transcript, whose paragraphs begin with who speaks, again and again."""
    times = Counter(filter(None, map(_label, paragraphs)))
    return max(times.values(), default=0) >= _SEVERAL


def _newcomers(doc: Doc, paragraphs: list[list[Sentence]], marked: list[list[Span]], spoken: bool) -> list[int]:
    """The paragraphs that tell of another force than those before, or of police who are new there; where two talk
    (``spoken``), of another force alone.
    """
    found: list[int] = []
    known: set[str] = set()
    for number, paragraph in enumerate(paragraphs):
        spans = [span for sentence in paragraph for span in marked[sentence.number]]
        forces = forces_of(spans)
        new = forces - known or (not forces and not spoken and any(map(counts_anew, spans)))
        on = GOES_ON.match(paragraph[0].text)
        # "And on Thursday in Tarrow …" is one more item
        goes_on = on is not None and not (forces - known and on.group().lower() in {"and", "but"})
        if new and _tells(doc, [paragraph], marked) and not goes_on:
            found.append(number)
        known |= forces
    return found


def _tells(doc: Doc, block: list[list[Sentence]], marked: list[list[Span]]) -> bool:
    """Whether a block tells of a matter of its own: police in it, and a step or conduct."""
    spans = [span for paragraph in block for sentence in paragraph for span in marked[sentence.number]]
    police = bool(forces_of(spans)) or any(counts_police(span) or is_officer(span) for span in spans)
    done = any(span.label_ in {"STAGE", "SANCTION", "ALLEGATION"} for span in spans)
    return police and done and any(tells(doc, paragraph[0].start, paragraph[-1].end) for paragraph in block)
