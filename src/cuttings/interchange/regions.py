"""The regions of a Label Studio annotation: the results that share an id, read as one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cuttings.casebook import DecisionError
from cuttings.interchange.returned import refuse
from cuttings.interchange.strict import part, typed

LABEL, TEXT, VALUE, STANDING = "attribute", "text", "value", "standing"  # names in the labeling config
_KINDS = {LABEL: "labels", VALUE: "text", STANDING: "choices"}


@dataclass
class Region:
    """A region as it came back: what ``read`` makes of the results that share its id."""

    cells: dict[str, str] = field(default_factory=dict)  # of LABEL, VALUE and STANDING, those that it has
    start: int = 0
    end: int = 0
    words: str | None = None  # None where the project does not save them
    note: str = ""
    fault: str = ""  # why it cannot be read


def read(results: Iterable[object]) -> dict[str, Region]:
    """The regions by their id; what cannot be read of one is its ``fault``. Raises DecisionError for a result that does
    not say which region it is of.
    """
    found: dict[str, Region] = {}
    for result in results:
        result = typed(result, "a result", dict)
        if result.get("type") == "relation":
            continue
        region = found.setdefault(part(result, "id", str), Region())
        try:
            _read_result(result, region)
        except DecisionError as error:
            region.fault = region.fault or str(error)
    return found


def _read_result(result: Mapping, region: Region) -> None:
    name = part(result, "from_name", str)
    if name not in _KINDS:
        return  # a control that the newsroom added to the interface
    value = part(result, "value", dict)
    if name in region.cells:
        refuse(f"it has its {name} twice")
    given = value.get(_KINDS[name])
    several = [given] if isinstance(given, str) else typed(given, _KINDS[name], list)
    if len(several) != 1:
        refuse(f"it has {len(several)} of {name}, not one")
    region.cells[name] = typed(several[0], name, str)
    if name == LABEL:
        region.start, region.end = part(value, "start", int), part(value, "end", int)
        region.words = part(value, "text", str) if "text" in value else None
        region.note = _note(result.get("meta"))


def _note(meta: object) -> str:
    """What was written to a region as its note: the editor keeps a text, or a list of one."""
    text = meta.get("text") if isinstance(meta, dict) else None
    text = text[0] if isinstance(text, list) and len(text) == 1 else text
    return text.strip() if isinstance(text, str) else ""


def whole(region: Region) -> dict[str, str]:
    """Its label, value and standing, empty where it has none. Raises DecisionError when it could not be read."""
    if region.fault:
        refuse(region.fault)
    if LABEL not in region.cells:
        refuse("it has no label")
    return {LABEL: "", VALUE: "", STANDING: ""} | region.cells


def check_words(region: Region, text: str, needed: bool) -> None:
    """Raise DecisionError where the words that a region gives are not those at its offsets; it may give none where they
    are not ``needed``. The editor writes the line breaks in words that were drawn as a backslash and an n.
    """
    words = text[region.start : region.end] if 0 <= region.start < region.end <= len(text) else ""
    if not words:
        refuse(f"its offsets are no words of the article: {region.start} to {region.end}")
    if region.words is None and needed:
        refuse("it does not say its words: set saveTextResult to yes in the labeling interface")
    shown = words.replace("\n", r"\n").replace("\r", r"\n")
    if region.words is not None and region.words not in (words, shown):
        units = text.encode("utf-16-le")[2 * region.start : 2 * region.end].decode("utf-16-le", "replace")
        why = ": it counts an emoji as two, as some versions of Label Studio do" if units == region.words else ""
        refuse(f"its words are {region.words!r}, and the article has {words!r} there{why}")
