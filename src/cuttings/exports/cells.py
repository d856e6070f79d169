"""What a cell of a spreadsheet may hold: a stranger's words as words, in characters that XML has, and no more than fit.

Source of the limits: Microsoft, "Excel specifications and limits" (32,767 characters a cell, 1,048,576 rows a sheet),
and XML 1.0, 5th edition, section 2.2 (characters).
"""

import pandas as pd

from cuttings import sheet

LONGEST = 32_767
_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
_NO_CHARACTERS = dict.fromkeys([*range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)
_UNFIT = str.maketrans(_PICTURES | _NO_CHARACTERS)


def spreadsheet_safe(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy of a table whose text cells no spreadsheet runs, for a CSV file that people will open in one.

    A cell that a spreadsheet might run gets an apostrophe in front (``sheet.guard``, which ``sheet.unguard`` takes
    back): in that cell ``evidence == text[start:end]`` no longer holds, so a run's own tables are never written so.

    >>> spreadsheet_safe(pd.DataFrame({"title": ["=1+1", "one"]}, dtype="string"))["title"].tolist()
    ["'=1+1", 'one']
    """
    texts = [name for name in frame.columns if pd.api.types.is_string_dtype(frame[name].dtype)]
    return frame.assign(**{name: frame[name].map(sheet.guard, na_action="ignore").astype("string") for name in texts})


def runs(words: str) -> bool:
    """Whether a spreadsheet into which the words were typed might run or drop them; the rule is that of ``sheet``."""
    return sheet.guard(words) != words


def shown(words: str) -> str:
    """The words as a cell of a workbook shows them.

    Line breaks of any kind are one line feed, a control character is its picture (U+2400 …), what is no character is
    U+FFFD, and what is over 32,767 UTF-16 units (Excel's way of counting) is cut, with a mark that says so.

    >>> shown("a" + chr(0) + "b")
    'a␀b'
    """
    words = words.replace("\r\n", "\n").replace("\r", "\n").translate(_UNFIT)
    # XlsxWriter takes a string of this form for markup of its own, and writes it as it is
    if words.startswith("<r>") and words.endswith("</r>"):
        words += " "
    return words if _fits(words) else _cut(words)


def _fits(words: str) -> bool:
    return len(words) * 2 <= LONGEST or len(words.encode("utf-16-le")) // 2 <= LONGEST


def _cut(words: str) -> str:
    mark = f" … [cut here: it has {len(words):,} characters; the CSV file has them all]"
    return words.encode("utf-16-le")[: 2 * (LONGEST - len(mark))].decode("utf-16-le", "ignore") + mark
