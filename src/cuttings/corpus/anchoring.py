"""Words to offsets: a person writes gold with the words alone, this finds where they stand."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from cuttings.corpus.files import CorpusError, decoded, form, load

GAP = " ... "  # between the first and the last words of a long stretch


def anchor(path: Path) -> int:
    """Fill in ``start`` and ``end`` of every row of a gold file whose words are not at its offsets; returns how many.

    The text is ``texts/<id>.txt`` beside the file's folder. ``words`` may leave out the middle of a long stretch
    (``We understand ... every complaint.``); where they stand more than once, ``nth`` says which is meant (1 is the
    first), also where the offsets fit. Raises CorpusError, and writes nothing: there is no such text, the gold is not
    of the form of schema.json (but for offsets), words are not in the text, or several times without ``nth``.
    """
    text, gold = _text(path), load(path)
    rows = [(row, row.pop("nth", None)) for row in _rows(gold)]
    for row, _ in rows:
        row |= {"start": 0, "end": 0} | row
    faults = form(gold)
    if faults:
        faults.append("mend it by schema.json; start and end may be left out, they are filled in")
    else:
        before = [(row["start"], row["end"]) for row, _ in rows]
        faults = [fault for row, nth in rows for fault in _fill(row, nth, text)]
    if faults:
        raise CorpusError("\n".join(f"{path}: {fault}" for fault in faults))
    # a lone surrogate is escaped again, as it was
    path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", errors="backslashreplace")
    return sum((row["start"], row["end"]) != was for (row, _), was in zip(rows, before, strict=True))


def _text(path: Path) -> str:
    text = path.parent.resolve().parent / "texts" / f"{path.stem}.txt"
    if not text.is_file():
        raise CorpusError(f"{path}: there is no {text}; gold lies in a corpus as SPLIT/gold/ID.json beside SPLIT/texts")
    return decoded(text)


def _rows(part: object) -> Iterator[dict]:
    """Everything with words, however deep: what else is wrong with the form is not known yet."""
    if isinstance(part, dict) and "words" in part:
        yield part
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _rows(each)


def _fill(row: dict, nth: object, text: str) -> Iterator[str]:
    """Put the offsets and the whole words into a row, or yield what is wrong."""
    if nth is None and text[row["start"] : row["end"]] == row["words"]:
        return
    try:
        row["start"], row["end"] = _where(text, row["words"], nth)
    except ValueError as error:
        yield str(error)
    else:
        row["words"] = text[row["start"] : row["end"]]


def _where(text: str, words: str, nth: object) -> tuple[int, int]:
    if nth is not None and (type(nth) is not int or nth < 1):
        raise ValueError(f"nth {nth!r} of {words!r} is no place: 1 is the first")
    first, gap, last = words.partition(GAP)
    pattern = rf"(?<!\w){re.escape(first)}" + (rf"[^\n]*?{re.escape(last)}" if gap else "") + r"(?!\w)"
    hits = [match.span() for match in re.finditer(pattern, text)]
    if not hits or (nth or 1) > len(hits):
        raise ValueError(f"{words!r} is {'not' if not hits else f'not {nth} times'} in the text")
    if len(hits) > 1 and nth is None:
        raise ValueError(f"{words!r} is {len(hits)} times in the text: say which with nth, or give more words")
    return hits[(nth or 1) - 1]
