"""How a run does against gold: precision and recall by column, and the mistakes that do harm.

What may count as right follows gold's alternatives and optional rows; see ``gold``, ``alignment`` and ``scoring``.
"""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from cuttings import tables, vocabulary
from cuttings.scoring.counts import DETAILS, Tally, score
from cuttings.scoring.gold import Gold, GoldError, alternatives, read_gold
from cuttings.scoring.pairing import Run, pair_up, read_run

__all__ = ["Gold", "GoldError", "compare", "evaluate", "read_gold", "report_lines", "stage_confusion", "unmarked"]

_ROWS = (
    *tables.ATTRIBUTES,
    *("standing", "subjects", "coverage", "coverage role", "same incident", "people", "people role", "quotes"),
    *("quotes speaker", "links", "articles", *DETAILS, "furniture", "main", "all"),
)
_HARMS = ("overclaims", "overstandings", "false_alarms", "named_wrongly", "evidence_exact")
_RECALL_ONLY = ("quotes", "furniture")  # gold lists what must be there, not all that may be
_COUNTS = ("gold", "found", "tp", "fp", "fn")
_RATES = ("precision", "recall", "f1")


def evaluate(out: Path, gold: Path) -> pd.DataFrame:
    """Score the run in ``out`` against the gold tables in the folder ``gold``: a row a column, then totals and harms.

    Columns: ``column``, ``gold`` and ``found`` (how many values gold and the run have), ``tp``, ``fp``, ``fn``,
    ``precision``, ``recall``, ``f1`` (<NA> where there is nothing to divide, or gold does not list all that may be; a
    row is <NA> throughout where gold's left_out.csv says that it does not judge it).
    Only articles that gold has count. ``main`` and ``all`` add up forces, platforms, allegations, bodies, sanctions,
    officers and stage, over main incidents and over all. ``same incident`` is over pairs of accounts in two articles.

    Harms have ``found`` of ``gold``: ``overclaims``, incidents with a stage from charged on (a concluded matter without
    action apart) beyond what any reading of the article supports; ``overstandings``, values given as charged, admitted
    or found where gold is below that; ``false_alarms``, articles with no incident for which one is reported;
    ``named_wrongly``, people nameable in the run and not in gold. ``evidence_exact`` is the claims whose words are
    those at their offsets, and should be all. Raises GoldError and TableError for what cannot be read.
    """
    return compare(read_gold(gold), read_run(out))


def compare(gold: Gold, run: Run) -> pd.DataFrame:
    """The same for gold and a run that are at hand; the columns are those of ``evaluate``."""
    return _frame(score(gold, run), gold.unjudged)


def _frame(tally: Tally, unjudged: frozenset[str]) -> pd.DataFrame:
    rows: list[dict] = []
    for name in _ROWS:
        if name in unjudged:
            rows.append({"column": name})
            continue
        counts = {column: tally[name, column] for column in _COUNTS}
        if name in _RECALL_ONLY:
            counts["fp"] = None
        rows.append({"column": name, **counts, **_rates(counts)})
    rows += [{"column": name, "found": tally[name, "found"], "gold": tally[name, "gold"]} for name in _HARMS]
    types = {"column": "string", **dict.fromkeys(_COUNTS, "Int64"), **dict.fromkeys(_RATES, "Float64")}
    return pd.DataFrame(rows, columns=list(types)).astype(types)


def _rates(counts: Mapping[str, int | None]) -> dict[str, float | None]:
    right, wrong, missing = counts["tp"], counts["fp"], counts["fn"]
    precision = right / (right + wrong) if wrong is not None and right + wrong else None
    recall = right / (right + missing) if right + missing else None
    sound = wrong is not None and right + wrong + missing
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * right / (2 * right + wrong + missing) if sound else None,
    }


def report_lines(frame: pd.DataFrame) -> str:
    """What ``evaluate`` returns as text to print: aligned columns, rates to three decimals, harms as ``0 of 31``."""
    cells = [list(frame.columns)]
    harms = []
    for row in frame.to_dict("records"):
        if row["column"] in _HARMS:
            harms.append(f"{row['column'].ljust(16)}{row['found']} of {row['gold']}")
        else:
            cells.append([row["column"], *(_cell(row[name]) for name in frame.columns[1:])])
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = [[cell.rjust(width) for cell, width in zip(row, widths, strict=True)] for row in cells]
    table = ["  ".join([row[0].ljust(widths[0]), *line[1:]]).rstrip() for row, line in zip(cells, lines, strict=True)]
    return "\n".join([*table, "", *harms])


def _cell(value: object) -> str:
    if pd.isna(value):
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def unmarked(out: Path, gold: Path) -> pd.DataFrame:
    """What gold has in the articles of the run in ``out`` and no mention of the right label and value stands for.

    Columns: ``file``, ``column``, ``value``, ``words`` (gold's evidence) and ``read_as``, what is marked in them. Left
    out are optional rows, columns that are not marked in the text (counts, dates), and articles that are not annotated.
    """
    wanted, articles = read_gold(gold), tables.annotated(tables.read("articles", out))
    marked = dict(iter(tables.read("mentions", out).groupby("article_id")))
    rows = []
    for article in articles.itertuples():
        mentions = marked.get(article.article_id, tables.frame("mentions", []))
        values = {(row.label, row.value.casefold()) for row in mentions.itertuples()}
        for claim in wanted.of("claims", article.file):
            readings = (claim["value"], *alternatives(claim))
            label = claim["attribute"].upper()
            told = any((label, reading.casefold()) in values for reading in readings)
            if claim["attribute"] in _MARKED and not claim["optional"] and not told:
                start = article.text.find(claim["evidence"])
                inside = mentions[(mentions["end"] > start) & (mentions["start"] < start + len(claim["evidence"]))]
                read_as = " | ".join(f"{row.label} {row.value}" for row in inside.itertuples()) if start >= 0 else ""
                rows.append((article.file, claim["attribute"], claim["value"], claim["evidence"], read_as))
    return pd.DataFrame(rows, columns=["file", "column", "value", "words", "read_as"])


_MARKED = frozenset({"force", "unit", "person", "platform", "allegation", "law", "body", "stage", "sanction"})


def stage_confusion(out: Path, gold: Path) -> pd.DataFrame:
    """How many incidents gold has at a stage (rows) for which the run says another (columns), both in the codes' order.

    ``none`` is no stage, or no such incident; a stage that gold gives as an alternative counts as gold's own.
    """
    stages = [*vocabulary.load().codes("stage"), "none"]
    table = pd.DataFrame(0, index=pd.Index(stages, name="gold"), columns=pd.Index(stages, name="run"))
    for pairing in pair_up(read_gold(gold), read_run(out)):
        for i, account in enumerate(pairing.golden):
            one = pairing.founds[pairing.pairs[i]] if i in pairing.pairs else None
            if one or not account.optional:
                wanted = next((reading.value for reading in account.readings.get("stage", ())), "none")
                given = next(iter(one.values.get("stage", ())), "none") if one else "none"
                table.loc[wanted, wanted if given in account.stages else given] += 1
        for one in pairing.unpaired:
            table.loc["none", next(iter(one.values.get("stage", ())), "none")] += 1
    return table
