"""When an article was published: what its page states, else what its own words fix, else nothing.

A wrong date is worse than none: an inference stands only where all that the text says leaves one day, and a day that
the page states yields where the page itself, or the text, shows that it cannot be the one.
"""

import re
from dataclasses import dataclass
from datetime import date

from cuttings.dates.bounds import latest_past
from cuttings.dates.constraints import Reason
from cuttings.dates.expressions import DateExpression, expressions
from cuttings.dates.inference import infer
from cuttings.dates.stated import Candidate, Stated, candidates, outside, revision

__all__ = ["DateExpression", "Publication", "Reason", "Stated", "expressions", "is_american", "publication"]

_AMERICAN = re.compile(
    r"\b(?:[Ss]heriff(?:['’]s)?|[Dd]istrict [Aa]ttorney|[Mm]isdemeanor|[Ff]elony|[Cc]ell ?phones?"
    r"|[Pp]olice [Dd]epartment|[Cc]ounty [A-Z]\w+ Court|[Pp]recinct|[Aa]ttorney [Gg]eneral['’]s [Oo]ffice"
    r"|Fraternal Order of Police|[Cc]ity [Cc]ouncilman|color|behavior|offense|organization|[Pp]atrol officers?"
    r"|[Aa]dministrative leave|Internal Affairs|[Pp]olice [Cc]hief [A-Z]\w+|[Cc]ounty [Pp]rosecutor|[Hh]igh school"
    r"|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa"
    r"|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska"
    r"|Nevada|New (?:Hampshire|Jersey|Mexico|York)|(?:North|South) (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon"
    r"|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming)\b|(?<![A-Z])\$\d"
)
_BRITISH = re.compile(
    r"\b(?:[Cc]onstabulary|IOPC|Scotland Yard|Crown Prosecution|[Mm]agistrates['’]|Crown Court|PC [A-Z]\w+"
    r"|Metropolitan Police|colour|behaviour|offence|organisation|gross misconduct)\b|£\d"
)


@dataclass(frozen=True)
class Publication:
    """The day an article was published (None: not known), how that is known, and the words and the reasoning.

    ``reasons`` has each thing that the day was read from, or that bounds it, and each day stated that was not believed.
    """

    day: date | None = None
    basis: str = "none"
    evidence: str = ""
    reasons: tuple[Reason, ...] = ()


def publication(text: str, stated: Stated | None = None) -> Publication:
    """When an article with this text was published, from what its page states or what it says itself.

    The order is metadata, dateline, a crawler's prefix, inference, and the day of an update where it is the only one
    printed beside the headline. A day on which a page says in its head that it was changed, or was saved, is none of
    these; metadata that give the day of the update as that of publication yield to an earlier dateline, and what
    was stated yields where the text tells of a later day as past. A dateline without its year is one more constraint.

    >>> publication("The force said yesterday (Tuesday, 4 March 2025) that it would appeal.").basis
    'inferred'
    """
    stated = stated or Stated()
    american = is_american(text)
    doubted: list[Reason] = []
    told = latest_past(text, american)
    for one in candidates(text, stated, american, told):
        if not one.doubt:
            return Publication(one.day, one.basis, one.reason.words, (one.reason, *doubted))
        doubted.append(_doubted(one))
    found = infer(text, american, [*outside(text, stated)])
    reasons = (*doubted, *found.reasons)
    revised = revision(stated, american, told) if found.day is None else None
    if revised:
        return Publication(revised.day, revised.basis, revised.reason.words, (revised.reason, *doubted))
    if found.day is None:
        return Publication(
            None, "none", "; ".join(part for part in (*map(_in_a_cell, doubted), found.evidence) if part), reasons
        )
    return Publication(found.day, "inferred", found.evidence, reasons)


def is_american(text: str) -> bool:
    """Whether a text is plainly American, so that 02/11/2022 is 11 February."""
    return len(set(_AMERICAN.findall(text))) >= 2 and not _BRITISH.search(text)


def _doubted(one: Candidate) -> Reason:
    return Reason(one.reason.start, one.reason.end, one.reason.words, f"not taken for the day published: {one.doubt}")


def _in_a_cell(reason: Reason) -> str:
    return f"“{' '.join(reason.words.split())}” is {reason.reading}"
