"""Where a sentence takes the reader: small rules, tried in order; the first that knows decides.

Each takes what the reader keeps in mind and the sentence, and gives the account that the sentence tells of (None:
context) with the cue that said so; or nothing, when it does not know.
"""

import re
from collections.abc import Callable

from cuttings.extract.discourse.openings import (
    A_PANEL,
    ANOTHER_TIME,
    ASIDE,
    BACK,
    CAME_FROM,
    CAREER,
    COMES_AFTER,
    COMPARES,
    CONTINUES,
    DATED,
    DATED_START,
    FELLOWS,
    FOLLOWS,
    GOES_ON,
    IN_ANOTHER,
    OF_ITS_OWN,
    ONE,
    ONE_OF_SEVERAL,
    SAME,
    THAT_CASE,
    WHY,
)
from cuttings.extract.discourse.reading import Memory, Seen
from cuttings.extract.discourse.segments import IN_PASSING, MAIN
from cuttings.extract.matters import about_police, counts_anew, is_officer, is_over, proceeding
from cuttings.extract.patterns import AnyCase
from cuttings.extract.spans import detail, words_of

Move = tuple[int | None, str]


def move(memory: Memory, seen: Seen) -> Move:
    """The account that a sentence of the body tells of, and why; the reader's own when no rule knows."""
    for rule in RULES:
        moved = rule(memory, seen)
        if moved is not None:
            return moved
    return memory.current, "goes on"


def another_named(memory: Memory, seen: Seen) -> Move | None:
    """ "… held a report about another constable, Karl Vale. Vale was jailed in 2023 for …": the next sentences tell of
    somebody who only comes by.
    """
    if seen.sentence.number < _LEAD or memory.elsewhere or proceeding(seen.spans) or SAME.search(seen.text):
        return None
    for span in seen.spans:
        before = seen.text[: max(span.start_char - seen.sentence.start, 0)]
        if not (is_officer(span) and span.kb_id_ not in memory.main_people):
            continue
        if not (_ANOTHER.search(before) or _NO_PARTY.search(seen.rest_of_paragraph)):
            continue
        if seen.steps_follow and span.kb_id_ not in memory.people:
            memory.parted = memory.new()
            memory.people.add(span.kb_id_)
            memory.others[memory.parted].people.add(span.kb_id_)
            return memory.current, "goes on"
    return None


_ANOTHER = AnyCase(
    r"\b(?:another|a (?:former|fellow|different)|an? (?:ex-|unrelated )) ?(?:[\w-]+ ){0,3}?"
    r"(?:officer|constable|sergeant|inspector|detective|PC|trooper|deputy|garda|colleague)\b[^.;]{0,40}?,? "
    r"(?:(?:PC|Pc|DC|Sgt|Sergeant|Constable|Inspector|Detective) )*$"
)


# "He was not a party to the messages", "It had no connection with the chat"
_NO_PARTY = re.compile(
    r"\b(?:he|she|it|that|this|they|[A-Z][\w’'-]+) (?:(?:is|was|were|are|had|has|have|played|took) )"
    r"(?:not (?:an? )?(?:party|member|part|involved|accused|among|one)|no (?:part|connection|link|role|involvement)|"
    r"nothing to do|never (?:a |in |part))[^.;]{0,30}?"
    r"\b(?:messages?|chats?|texts?|group|thread|channel|posts?|exchanges?)\b"
)


def of_that_case(memory: Memory, seen: Seen) -> Move | None:
    """ "The handler in that case, PC Vale, had been cleared", "In the room next door, a panel sacked PC Vale": somebody
    new, of a case that is not the article's.
    """
    if seen.sentence.number < _LEAD or memory.current != MAIN or memory.names_main(seen):
        return None
    that_case = THAT_CASE.search(seen.text) and proceeding(seen.spans)
    next_door = _NEXT_DOOR.search(seen.text) and seen.steps_follow and not SAME.search(seen.text)
    if not ((that_case or next_door) and memory.strangers(seen)):
        return None
    memory.aside = memory.new()
    return memory.aside, IN_PASSING


_NEXT_DOOR = AnyCase(
    r"\b(?:an?|another) (?:separate|different|unrelated|unconnected) "
    r"(?:[\w-]+ )?(?:panel|hearing|jury|court|tribunal|judge)\b"
    r"|\b(?:court|room|building|chamber)(?:room)? next door\b|\b(?:next|neighbouring|adjoining) (?:court)?room\b"
)


def next_of_several(memory: Memory, seen: Seen) -> Move | None:
    """ "The third concerned a special constable, who was dismissed for theft", after "In the second case …"."""
    if not _NEXT_CASE.match(seen.text) or not (memory.elsewhere or memory.last) or memory.names_main(seen):
        return None
    memory.aside = memory.new()
    return memory.aside, IN_PASSING


_NEXT_CASE = re.compile(
    r"(?:in )?the (?:second|third|fourth|fifth|sixth|final|last|other)(?: (?:case|matter|hearing|one|officer))?,? "
    r"(?:concern|involv|relat|dealt|deals|was about|was against)",
    re.I,
)


def stays_aside(memory: Memory, seen: Seen) -> Move | None:
    """ "It has no link to the case of a Kerrin sergeant. He was sacked in May": on with what the sentence before ended
    on, where this one goes on about somebody, or names "that inquiry".
    """
    parted, memory.parted = memory.parted, None
    if parted is None or seen.opens_paragraph or memory.names_main(seen):
        return None
    if memory.is_main(seen) and not CONTINUES.match(seen.text):
        return None
    # beside another matter whoever is counted next is of what it ended on: "… amid an inquiry into a group. The
    # watchdog said that eight officers had shared messages"
    new = memory.elsewhere and any(map(counts_anew, seen.spans))
    beside = (
        THAT_CASE.search(seen.text) or FELLOWS.match(seen.text) or memory.names_others(seen) or new
    ) and seen.tells
    if not (CONTINUES.match(seen.text) or beside):
        return None
    memory.aside = parted
    return parted, "goes on with the other matter"


def contrasted(memory: Memory, seen: Seen) -> Move | None:
    """ "The 14 other officers were cleared last year": those counted in another matter, or a new one's."""
    for span in seen.spans:
        if span.label_ == "OFFICERS" and detail(span).get("kind") == "contrast":
            return memory.counts.get(span.kb_id_) or memory.new(), words_of(span)
    return None


def the_one_officer(memory: Memory, seen: Seen) -> Move | None:
    """ "He resigned in May", after another matter of one officer, where the main one is of several, none named."""
    several = memory.main_total and not memory.main_people
    if memory.single and memory.current == MAIN and several and ONE.match(seen.text):
        return memory.single, "the one officer of another matter"
    return None


def main_officers(memory: Memory, seen: Seen) -> Move | None:
    """ "The six deny wrongdoing", "Frome denies it": the main matter's own, by number or name."""
    if not memory.is_main(seen):
        return None
    memory.compares = ONE_OF_SEVERAL.search(seen.text) is not None
    return MAIN, "main matter's own officers"


def _sets_beside(seen: Seen) -> bool:
    """Whether a sentence sets the matter beside others: "The force has been here before"."""
    return COMPARES.search(seen.text) is not None and SAME.search(seen.text) is None


def one_more(memory: Memory, seen: Seen) -> Move | None:
    """ "In Tarrow, a sergeant is on trial over texts to a suspect": after one matter beside the main one, the next."""
    if not memory.elsewhere or _LISTED.match(seen.text) or not _is_one_more(memory, seen):
        return None
    memory.aside = memory.new()
    return memory.aside, IN_PASSING


def _is_one_more(memory: Memory, seen: Seen) -> bool:
    """Whether police not told of before open a sentence that is a story by itself: at another time or of another force,
    or with conduct and a step of their own.
    """
    if SAME.search(seen.text) or not (seen.tells and memory.strangers(seen)):
        return False
    step = any(s.label_ in {"STAGE", "SANCTION"} and detail(s).get("assertion") in _TOLD for s in seen.spans)
    if ANOTHER_TIME.match(seen.text) and (step or (seen.conduct and seen.steps_follow)):
        return True
    told = memory.others[memory.current]
    of_its_own = seen.opens_paragraph and bool(seen.conduct - told.conduct)
    of_another_force = bool(told.forces and seen.forces) and not told.forces & seen.forces
    return step and _opens(seen) and (of_its_own or of_another_force)


def _opens(seen: Seen) -> bool:
    """Whether a sentence is about police whom it counts anew, or names: "In Tarrow, a sergeant", "And the watchdog
    reported last year that two constables".
    """
    first = next((span for span in seen.spans if is_officer(span) or counts_anew(span)), None)
    return first is not None and _LEADS_TO.fullmatch(seen.text[: first.start_char - seen.sentence.start]) is not None


_TOLD = {"asserted", "expected"}
_LEADS_TO = re.compile(
    r"(?:(?:and|but|meanwhile|also|then|here|at home|(?:closer|nearer) (?:to )?home|locally),? )?"
    r"(?:(?:in|at|on|last|next|the same|earlier|this|over|across)\b[^,.;]{0,40},? )?"
    r"(?:(?!.*\b(?:told|heard|court|panel|hearing|jury)\b)[^,.;]{3,60} that )?(?:the )?",
    re.I,
)


def in_passing(memory: Memory, seen: Seen) -> Move | None:
    """ "In 2019 two constables in Ayrshire were given final warnings over texts": an earlier case, told by the way.

    Police not told of before, of whom the sentence says when, what they did and what became of them; less is enough
    where the article sets its matter beside others ("has been here before"), or where they have been sacked and those
    whom the article opens on are only under investigation. A new paragraph leads back, unless it is about them.
    """
    compares = memory.compares and not memory.back_to_main(seen)
    memory.compares, memory.compared = _sets_beside(seen), compares
    if memory.aside is not None and memory.current == memory.aside:
        if _of_another_force(memory, seen):
            memory.aside = memory.new()
            return memory.aside, IN_PASSING
        on = GOES_ON.match(seen.text) or memory.is_of(seen, memory.aside) or memory.goes_on_about(seen, memory.aside)
        on = on or THAT_CASE.search(seen.text) or (A_PANEL.match(seen.text) and memory.strangers(seen))
        if on or not seen.opens_paragraph:
            memory.compares = memory.compares or compares
            return memory.aside, "goes on"
        memory.current, memory.aside = MAIN, None
    away = memory.current is None and compares
    if (memory.current != MAIN and not away) or seen.sentence.number < _LEAD or _LISTED.match(seen.text):
        return None
    if not seen.tells or not (memory.strangers(seen) or _likens(memory, seen)):
        return None
    if memory.is_blank and not (compares or memory.explains):
        return None  # whoever is told of first, after "Good afternoon. The headlines: …"
    if _speaks_against(memory, seen, compares) or _weight(memory, seen, compares) < _ENOUGH:
        return None
    memory.aside, memory.compares = memory.new(), memory.compares or compares
    return memory.aside, IN_PASSING


def _of_another_force(memory: Memory, seen: Seen) -> bool:
    """ "It also comes weeks after a constable at Surrey Police was convicted", beside a matter of Sussex."""
    told = memory.others[memory.current or MAIN]
    new = any(counts_anew(span) for span in seen.spans) and is_over(seen.spans)
    return bool(new and told.forces and seen.forces and not told.forces & seen.forces) and not SAME.search(seen.text)


def _likens(memory: Memory, seen: Seen) -> bool:
    """Whether a sentence sets the matter beside one of as many: "drew comparisons with Oregon, where four officers left
    in 2023".
    """
    ended = is_over(seen.spans) or DATED.search(seen.text) is not None
    return memory.compares and ended and any(map(counts_anew, seen.spans))


def _weight(memory: Memory, seen: Seen, compares: bool) -> int:
    """How much speaks for a matter of their own."""
    conduct = bool(seen.conduct)
    dated = DATED.search(CAREER.sub("", ASIDE.sub(",", seen.text))) is not None
    beside = compares or memory.compares
    told = (conduct or WHY.search(seen.text) is not None) and (dated or beside or not memory.main_total)
    signs = (
        2 * beside,
        compares and not seen.opens_paragraph and is_over(seen.spans),
        2 * (memory.is_open and is_over(seen.spans) and told),
        dated,
        proceeding(seen.spans),
        conduct,
        seen.opens_paragraph,
        not (memory.main_people or memory.main_total),
        memory.explains,
        OF_ITS_OWN.search(seen.text) is not None,
    )
    return sum(signs)


def _speaks_against(memory: Memory, seen: Seen, compares: bool) -> bool:
    """Whether a sentence ties whom it tells of to the main matter: "the same group", "a second man"."""
    return SAME.search(seen.text) is not None and not (compares and seen.opens_paragraph)


# "(a) One constable was dismissed": a part of what is asked; "Of the nine, one …": a part of those told of
_LISTED = re.compile(r"\((?:[a-z]|[ivx]{1,4}|\d{1,2})\) |Of (?:the [\w-]+,? |these\b|those\b|them\b)")
_LEAD = 4  # sentences, in which whoever is told of is the main matter's
_ENOUGH = 4


def in_his_own_right(memory: Memory, seen: Seen) -> Move | None:
    """ "They guarded the house of a constable, Dan Frome, who himself had swapped racist texts": one more matter, of
    somebody whom another one, set beside the main one, only comes by.
    """
    match = _HIMSELF.search(seen.text)
    if match is None or (memory.parted is None and not memory.elsewhere) or not seen.tells:
        return None
    start = seen.sentence.start + match.start()
    named = any(span.label_ == "PERSON" and span.end_char == start for span in seen.spans)
    conduct = any(span.label_ in {"ALLEGATION", "PLATFORM"} and span.start_char > start for span in seen.spans)
    if not named or not conduct:
        return None
    memory.parted, memory.aside = None, memory.new()
    return memory.aside, "somebody else's own matter"


_HIMSELF = AnyCase(r",? who (?:(?:had|has|was|were|is|are) )?(?:himself|herself)\b")


def the_case_of(memory: Memory, seen: Seen) -> Move | None:
    """ "The argument turned on the case of Sergeant Vale, formerly of Kerrin Police": somebody not told of before, deep
    in the article.
    """
    match = _CASE_OF.search(seen.text)
    if match is None or seen.sentence.number < _LEAD or memory.names_main(seen):
        return None
    end = seen.sentence.start + match.end()
    named = [s for s in seen.spans if s.label_ == "PERSON" and end <= s.start_char <= end + _TITLE]
    if not any(
        (is_officer(s) and s.kb_id_ not in memory.people) or (s.kb_id_ not in memory.bearers and seen.steps_follow)
        for s in named
    ):
        return None
    memory.aside = memory.new()
    return memory.aside, IN_PASSING


_CASE_OF = AnyCase(
    r"\b(?:(?:case|conviction|sacking|dismissal|jailing|precedent|example) of"
    r"|(?:case|matter|comparison|parallel|precedent|episode)\b[^.;,]{0,40} (?:is|was) that of) (?:(?:the|an?) )?"
)
_TITLE = 40  # characters, of a rank and a force before a name


def moves_on(memory: Memory, seen: Seen) -> Move | None:
    """ "It comes as two Kerrin officers were sacked over texts": another matter; context if it tells of none."""
    if CAME_FROM.match(seen.text) and not memory.strangers(seen):
        return memory.current, "goes on"
    onward = seen.onward
    dated = DATED_START.match(seen.text)
    opening = onward or (dated if dated and _may_be_another(memory, seen) else None)
    if opening is None and (memory.strangers(seen) or not memory.same_force(seen.forces)):
        opening = COMES_AFTER.match(seen.text) or (seen.opens_paragraph and IN_ANOTHER.match(seen.text)) or None
    if opening is None or (memory.elsewhere and FOLLOWS.match(seen.text)):
        return None
    of_another_force = not memory.same_force(seen.forces) and _has_its_own(seen)
    if (seen.tells or of_another_force) and not seen.context:
        return memory.new(), opening.group()
    memory.before = None
    return (None, opening.group()) if onward and not BACK.search(seen.text) else (memory.current, "goes on")


def _may_be_another(memory: Memory, seen: Seen) -> bool:
    """Whether "Last year, …" may open another matter: by another force, a new count, an end for somebody else than
    those who are named, or away from the main one.
    """
    sacked = seen.opens_paragraph and memory.names_others(seen) and is_over(seen.spans) and not SAME.search(seen.text)
    another = memory.newcomer(seen) or (sacked and bool(memory.main_people))
    return not memory.same_force(seen.forces) or memory.current != MAIN or another


def sets_the_scene(memory: Memory, seen: Seen) -> Move | None:
    """ "A national review of vetting is under way": context, after which the matter may be picked up again."""
    if not seen.context:
        return None
    memory.before = memory.current if memory.current is not None else memory.before
    return None, "context"


def picks_up(memory: Memory, seen: Seen) -> Move | None:
    """A new paragraph after context goes on with the matter before it, unless it goes on with the context ("They …").

    It only brings the reader back: the next rules decide from there.
    """
    if memory.current is None and memory.before is not None and seen.opens_paragraph and not GOES_ON.match(seen.text):
        memory.current, memory.before = memory.before, None
    return None


def another_force(memory: Memory, seen: Seen) -> Move | None:
    """ "Two Tarrow troopers were fired over Facebook posts": another force, with police of its own."""
    begins = seen.opens_paragraph or memory.compared
    if (
        memory.same_force(seen.forces)
        or seen.forces <= seen.officials_forces
        or not (seen.tells or (begins and seen.paragraph_tells) or _has_its_own(seen))
    ):
        return None
    if memory.elsewhere and not memory.others[memory.current].forces and CONTINUES.match(seen.text):
        return memory.current, "goes on"  # "Both had served with Tarrow Police"
    if not (about_police(seen.spans) or proceeding(seen.spans) or begins):
        return None
    if memory.elsewhere and not seen.opens_paragraph:
        return memory.current, "goes on"
    memory.aside = memory.of_force(seen.forces)
    return memory.aside, "another force"


def _has_its_own(seen: Seen) -> bool:
    """Whether a sentence counts police of the force that it names, in a paragraph that tells of a step: "a warning
    given to a Kerrin constable".
    """
    theirs = any(
        counts_anew(police) and police.start_char - 1 <= force.start_char < police.end_char
        for police in seen.spans
        for force in seen.spans
        if force.label_ == "FORCE"
    )
    return theirs and seen.steps_follow


def back_to_main(memory: Memory, seen: Seen) -> Move | None:
    """ "The hearing goes on", in a new paragraph after context: the main matter's officers, panel or messages."""
    if memory.current is not None or not seen.opens_paragraph:
        return None
    own = memory.same_force(seen.forces) and about_police(seen.spans)
    return (MAIN, "back to the main matter") if own or BACK.search(seen.text) else None


RULES: tuple[Callable[[Memory, Seen], Move | None], ...] = (
    in_his_own_right,
    stays_aside,
    next_of_several,
    another_named,
    of_that_case,
    contrasted,
    the_one_officer,
    main_officers,
    one_more,
    the_case_of,
    in_passing,
    moves_on,
    sets_the_scene,
    picks_up,
    another_force,
    back_to_main,
)
