"""How well Cuttings reads, as it was last measured: ``data/measured.csv``, which reports cite.

``cuttings evaluate --keep`` writes it, and a test measures anew and fails where it is out of date.
"""

from pathlib import Path

import pandas as pd

from cuttings import home, tables

SETS = {"examples": "the example articles", "dev": "the corpus, split dev"}
COLUMNS = ("set", "column", "gold", "found", "precision", "recall")


def read(file: Path | None = None) -> pd.DataFrame:
    """The figures: a row for each column of each set.

    ``set`` (a key of ``SETS``), ``column`` (as ``evaluation.evaluate`` has them, harms included), ``gold`` and
    ``found`` (how many values), ``precision`` and ``recall`` (0 to 1, <NA> where there is nothing to divide).
    """
    types = {"gold": "Int64", "found": "Int64", "precision": "Float64", "recall": "Float64"}
    return pd.read_csv(file or home.measured(), dtype={"set": "string", "column": "string", **types})


def rows_of(found: pd.DataFrame, name: str) -> pd.DataFrame:
    """What ``evaluation.evaluate`` returns, as rows of that set, rates to three decimals."""
    return found.assign(set=name)[list(COLUMNS)].round(3).reset_index(drop=True)


def keep(found: pd.DataFrame, name: str, file: Path | None = None) -> Path:
    """Put the figures of one set in place of its older ones; the file's path."""
    file = file or home.measured()
    others = [read(file)] if file.is_file() else []
    both = {each: rows for old in others for each, rows in old.groupby("set")} | {name: rows_of(found, name)}
    told = pd.concat([both[each] for each in SETS if each in both])
    tables.write_whole(file, told.to_csv(index=False, lineterminator="\n").encode("utf-8"))
    return file
