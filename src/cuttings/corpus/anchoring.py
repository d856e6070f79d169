"""Words to offsets: a person writes gold with the words alone, this finds where they stand."""

import json
import re
from collections.abc import Iterator, MutableMapping
from pathlib import Path

from cuttings.corpus.files import CorpusError

GAP = " ... "  # between the first and the last words of a long stretch


def anchor(path: Path) -> int:
    """Fill in ``start`` and ``end`` of every row of a gold file whose words are not at its offsets; returns how many.

    The text is ``texts/<id>.txt`` beside the file's folder. ``words`` may leave out the middle of a long stretch
    (``We understand ... every complaint.``); where they stand more than once, ``nth`` says which is meant (1 is the
    first). Raises CorpusError, a line for each row whose words are not there, or there several times without ``nth``.
    """
    text = (path.parents[1] / "texts" / f"{path.stem}.txt").read_text(encoding="utf-8")
    gold = json.loads(path.read_text(encoding="utf-8"))
    found, faults = 0, []
    for row in _rows(gold):
        nth = row.pop("nth", None)
        if text[row.get("start", 0) : row.get("end", 0)] == row["words"]:
            continue
        try:
            row["start"], row["end"] = _where(text, row["words"], nth)
        except ValueError as error:
            faults.append(f"{path}: {error}")
            continue
        row["words"] = text[row["start"] : row["end"]]
        found += 1
    if faults:
        raise CorpusError("\n".join(faults))
    path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return found


def _rows(gold: MutableMapping) -> Iterator[MutableMapping]:
    for incident in gold["incidents"]:
        for kind in ("claims", "subjects", "people"):
            yield from incident[kind]
    yield from gold["quotes"]
    yield from gold["links"]


def _where(text: str, words: str, nth: int | None) -> tuple[int, int]:
    first, gap, last = words.partition(GAP)
    pattern = rf"(?<!\w){re.escape(first)}" + (rf"[^\n]*?{re.escape(last)}" if gap else "") + r"(?!\w)"
    hits = [match.span() for match in re.finditer(pattern, text)]
    if not hits or (nth or 1) > len(hits):
        raise ValueError(f"{words!r} is {'not' if not hits else f'not {nth} times'} in the text")
    if len(hits) > 1 and nth is None:
        raise ValueError(f"{words!r} is {len(hits)} times in the text: say which with nth, or give more words")
    return hits[(nth or 1) - 1]
