"""Every table of a run: its columns, their types and codes, and the one place that reads and writes them.

A table is a pandas DataFrame whose columns have the dtypes declared here. On disk it is a UTF-8 CSV with a header,
every field quoted, and a Parquet file beside it, both in ``OUT/tables/``. A cell that holds a list joins its members
with `` | ``. Offsets count Unicode code points into ``OUT/texts/<article_id>.txt``.
"""

import csv
import os
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

SEPARATOR = " | "

STANDINGS = ("reported", "alleged", "investigated", "charged", "admitted", "found", "denied", "cleared")
LABELS = (
    "FORCE",
    "UNIT",
    "BODY",
    "PERSON",
    "RANK",
    "OFFICERS",
    "PLATFORM",
    "ALLEGATION",
    "LAW",
    "STAGE",
    "SANCTION",
    "DATE",
    "PLACE",
)
ATTRIBUTES = (
    "force",
    "unit",
    "officers_total",
    "officers_serving",
    "officers_former",
    "person",
    "platform",
    "allegation",
    "law",
    "body",
    "stage",
    "sanction",
    "place",
    "happened",
    "announced",
)
ORIGINS = ("vocabulary", "rule", "model", "derived", "reviewer")
RESTS_ON = ("official", "several_articles", "named_speaker", "one_article")


class TableError(ValueError):
    """A row or a file that does not fit its table; the message names the table, the column and the value."""


@dataclass(frozen=True)
class Column:
    """A column: its name, pandas dtype, meaning, and its allowed values where the list of them is closed."""

    name: str
    meaning: str
    dtype: str = "string"
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: what one row of it stands for, its columns in order, and whether a run must write it."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def dtypes(self) -> dict[str, str]:
        """Column name to pandas dtype, in order."""
        return {column.name: column.dtype for column in self.columns}


def _c(name: str, meaning: str, dtype: str = "string", codes: tuple[str, ...] = ()) -> Column:
    return Column(name, meaning, dtype, codes)


_ARTICLE_ID = _c("article_id", "the article; the name of its file in texts/")
_INCIDENT_ID = _c("incident_id", "the incident")
_SPAN = (
    _c("start", "first character of the evidence in the article's text, counted from 0", "Int64"),
    _c("end", "the character after its last", "Int64"),
)
_EVIDENCE = (*_SPAN, _c("evidence", "the words themselves: text[start:end]"))

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table(
            "articles",
            "one saved file, or one record of a file that holds several",
            (
                _ARTICLE_ID,
                _c("file", "path under the articles folder, with / between its parts"),
                _c("sha256", "of the file's bytes; of a file that holds several articles, of the record's own"),
                _c("media_type", "what the content is, whatever the file's name ends in"),
                _c("url", "where it was published, if the page says"),
                _c("publisher", "who published it"),
                _c("title", "the headline"),
                _c("standfirst", "the sentence under the headline, if set apart from the text"),
                _c("author", "byline"),
                _c("section", "the part of the publication, if the page says"),
                _c("published", "YYYY-MM-DD; empty when it is not known"),
                _c("published_basis", "how the date is known", codes=("metadata", "stated", "inferred", "none")),
                _c("published_evidence", "the words the date was read from, and the reasoning if it was inferred"),
                _c("updated", "YYYY-MM-DD, if the page says that it was changed on another day"),
                _c("language", "ISO 639-1 code; empty when it is not known"),
                _c("words", "words in the text", "Int64"),
                _c("duplicate_of", "article_id of the copy that is counted instead of this one"),
                _c("text", "the article's text as annotated, the same as its file in texts/"),
            ),
        ),
        Table(
            "furniture",
            "one piece of a page taken out of the article's text",
            (
                _ARTICLE_ID,
                _c("file", "path under the articles folder"),
                _c("text", "what was taken out"),
                _c("reason", "why: menu, teaser, caption, credit, byline, dateline …"),
            ),
        ),
        Table(
            "datings",
            "one thing that the day an article was published was read from, or that bounds it",
            (
                _ARTICLE_ID,
                _c(
                    "start",
                    "first character of the words in the article's text, from 0; empty if they are not in it",
                    "Int64",
                ),
                _c("end", "the character after their last", "Int64"),
                _c("evidence", "the words: text[start:end], or as the page has them outside its text"),
                _c("reading", "what follows from them"),
            ),
        ),
        Table(
            "skipped",
            "one file, or record of a file that holds several, that gave no article",
            (
                _c("file", "path under the articles folder"),
                _c("sha256", "of the file's bytes; empty when they could not be read"),
                _c("reason", "a code"),
                _c("detail", "what was found"),
                _c("remedy", "what to do about it"),
            ),
        ),
        Table(
            "sentences",
            "one sentence of an article, or a part of one where it leaves its matter half-way",
            (
                _c("sentence_id", "article_id and a number"),
                _ARTICLE_ID,
                *_SPAN,
                _c("paragraph", "number of its paragraph, from 0", "Int64"),
                _c("part", "where it stands", codes=("headline", "standfirst", "body")),
                _c(
                    "account",
                    "the matter it tells of: 0 the article's main one, 1, 2 … others; empty for context",
                    "Int64",
                ),
                _c("cue", "the words or the rule that decided it"),
                _c("relation", "what it says of another matter", codes=("linked", "not_linked", "similar")),
                _c("related_account", "the account of that matter", "Int64"),
            ),
        ),
        Table(
            "mentions",
            "one span that the pipeline marked",
            (
                _c("mention_id", "article_id, label and offsets"),
                _ARTICLE_ID,
                *_SPAN,
                _c("text", "the words: text[start:end] of the article"),
                _c("label", "what kind of thing it is", codes=LABELS),
                _c("value", "its normalised form: a code or full name; EDTF for a date; 6, 6.., ..6, 5..7 for a count"),
                _c("sentence_id", "the sentence it stands in"),
                _c("account", "the matter it tells of, as in sentences; empty for context", "Int64"),
                _c("standing", "what the clause around it says of it", codes=STANDINGS),
                _c("said_by", "who the article credits for it; empty for the article's own voice"),
                _c("origin", "what read it", codes=ORIGINS),
                _c("rule", "the vocabulary row or rule that read it"),
                _c("detail", "what else the rule read (status of counted officers, role of a person), as key=value"),
            ),
        ),
        Table(
            "quotes",
            "one quotation",
            (
                _c("quote_id", "article_id and offsets"),
                _ARTICLE_ID,
                *_SPAN,
                _c("text", "the words: text[start:end], with their quotation marks if there are any"),
                _c(
                    "kind",
                    "direct: a whole sentence; mixed: part of one; indirect: reported",
                    codes=("direct", "mixed", "indirect"),
                ),
                _c("speaker", "who said it; empty when the article does not say"),
                _c("speaker_start", "first character of the words that name the speaker", "Int64"),
                _c("speaker_end", "the character after their last", "Int64"),
                _c("cue", "the word of saying: said, told, added …"),
            ),
        ),
        Table(
            "claims",
            "one thing that one article says of one incident",
            (
                _c("claim_id", "article, attribute, value and offsets"),
                _INCIDENT_ID,
                _ARTICLE_ID,
                _c("attribute", "what is said", codes=ATTRIBUTES),
                _c("value", "a code, a full name, a number or an EDTF date"),
                _c("proposed", "the value as it was read, where a reviewer corrected it"),
                _c("proposed_start", "the same of where the words begin", "Int64"),
                _c("proposed_end", "and of where they end", "Int64"),
                _c("proposed_standing", "and of the standing"),
                _c("added_to", "for a claim that a reviewer added: where in the text its account begins", "Int64"),
                *_EVIDENCE,
                _c("standing", "how far the article goes in saying it", codes=STANDINGS),
                _c("said_by", "who the article credits for it; empty for the article's own voice"),
                _c("origin", "what read it", codes=ORIGINS),
                _c("rule", "the vocabulary row or rule that read it"),
                _c("derived_from", "claim_ids that a derived claim (a sum) stands on"),
                _c("sources", "independent articles that give the incident this value, copies counted once", "Int64"),
                _c("rests_on", "the best that the value rests on, over all articles", codes=RESTS_ON),
                _c("decision", "the reviewers'; empty: none yet", codes=("accepted", "rejected", "corrected")),
                _c("flag", "reviewers differ, or one of them wants to ask somebody", codes=("disputed", "needs_call")),
            ),
        ),
        Table(
            "subjects",
            "one person or group that is the subject of an incident",
            (
                _c("subject_id", "incident, article and a number"),
                _INCIDENT_ID,
                _ARTICLE_ID,
                _c("count_min", "how many people, at least", "Int64"),
                _c("count_max", "how many people, at most; empty when there is no upper bound", "Int64"),
                _c(
                    "status",
                    "before the outcome that the article reports",
                    codes=("serving", "former", "staff", "unknown"),
                ),
                _c("force", "the force they belong or belonged to"),
                _c("unit", "station, team or unit"),
                _c("rank", "rank, if said"),
                _c("name", "name, if said"),
                _c("standing", "how far the article goes in saying it", codes=STANDINGS),
                _c("outcome", "a sanction's code, if one is reported of them"),
                *_EVIDENCE,
            ),
        ),
        Table(
            "people",
            "one person named in an incident by one article",
            (
                _c("person_id", "incident, article and a number"),
                _INCIDENT_ID,
                _ARTICLE_ID,
                _c("name", "the fullest form of the name in the article"),
                _c(
                    "role",
                    "in the incident",
                    codes=("officer", "former_officer", "official", "victim", "family", "other"),
                ),
                _c("rank_or_title", "as the article has it"),
                _c("nameable", "whether a published report may name them, by all articles", codes=("yes", "no", "ask")),
                _c("rule", "the rule that says so, as docs/publishing.md has them"),
                _c("reason", "why"),
                *_EVIDENCE,
            ),
        ),
        Table(
            "coverage",
            "one incident that one article tells of",
            (
                _INCIDENT_ID,
                _ARTICLE_ID,
                _c("account", "the article's number for it, as in sentences and mentions", "Int64"),
                _c("role", "in the article", codes=("main", "background")),
            ),
        ),
        Table(
            "links",
            "one stated relation between two incidents",
            (
                _c("from_incident", "incident_id"),
                _c("to_incident", "incident_id; empty when the other matter is not an incident of this run"),
                _c("relation", "what the article says", codes=("linked", "not_linked", "similar")),
                _ARTICLE_ID,
                *_EVIDENCE,
            ),
        ),
        Table(
            "matches",
            "one pair of accounts held to be, or nearly held to be, one incident, or told apart by an article",
            (
                _c("left", "article_id and number of the account"),
                _c("right", "article_id and number of the account"),
                _c("score", "points for what agrees less points for what does not", "Float64"),
                _c("evidence", "what agrees and what does not"),
                _c("verdict", "what was made of it; near: for a reporter to decide", codes=("same", "near", "apart")),
                _c("left_incident", "incident_id of the left account"),
                _c("right_incident", "incident_id of the right one"),
            ),
        ),
        Table(
            "history",
            "one stage that one article reports of an incident, or an outcome that it says was taken back",
            (
                _INCIDENT_ID,
                _c("date", "when, EDTF: as the article says, or else the day of the article; empty for neither"),
                _c("date_basis", "how the date is known", codes=("stated", "published", "none")),
                _c("stage", "a code; empty where an outcome is taken back"),
                _c("event", "what is told", codes=("reported", "taken_back")),
                _c("stands", "false for a stage that a later article takes back, or that one alone reports", "boolean"),
                _ARTICLE_ID,
                _c("published", "day of the article, YYYY-MM-DD; empty when it is not known"),
                *_EVIDENCE,
            ),
        ),
        Table(
            "support",
            "one value that articles give of an incident, and what it rests on",
            (
                _INCIDENT_ID,
                _c("attribute", "what is said", codes=ATTRIBUTES),
                _c("rank", "its place among the values of the attribute: 1 is the best supported", "Int64"),
                _c("value", "as in claims"),
                _c("articles", "how many articles give it", "Int64"),
                _c("sources", "how many of them are independent of each other, copies counted once", "Int64"),
                _c("main", "whether one of them tells of the incident as its main matter", "boolean"),
                _c("rests_on", "the best that it rests on", codes=RESTS_ON),
                _c("first_reported", "day of the earliest dated article that gives it"),
                _c("last_reported", "day of the latest"),
                _c("why", "why it has this rank, in words"),
            ),
        ),
        Table(
            "checks",
            "one comparison of two passages: of figures, dates or stages, inside an article or between articles",
            (
                _INCIDENT_ID,
                _c("article_id", "the article of the first passage"),
                _c("check", "its name"),
                _c("holds", "whether they agree; empty when it could not be made", "boolean"),
                _c("detail", "what was compared"),
                *_EVIDENCE,
                _c("other_article_id", "the article of the other passage; of a check inside an article, the same"),
                _c("other_start", "first character of the other passage, counted from 0", "Int64"),
                _c("other_end", "the character after its last", "Int64"),
                _c("other_evidence", "its words: text[other_start:other_end]"),
            ),
        ),
        Table(
            "incidents",
            "one incident, over all articles, after reviewers' decisions",
            (
                _INCIDENT_ID,
                _c("title", "a line to know it by, put together from the columns"),
                _c("forces", "full names"),
                _c("units", "stations, teams, units"),
                _c("officers_min", "officers who are subjects of it, at least", "Int64"),
                _c("officers_max", "at most, over the articles", "Int64"),
                _c("officers_serving", "of them serving, before any outcome", "Int64"),
                _c("officers_former", "of them former", "Int64"),
                _c("people", "names of its subjects"),
                _c("platforms", "where the messages were"),
                _c("allegations", "codes"),
                _c("laws", "acts, offences and standards"),
                _c("bodies", "who investigates, prosecutes or decides"),
                _c("stage", "the furthest that articles report, for any subject, and that no later one takes back"),
                _c("stage_basis", "why this one: how many articles report it, or what was taken back"),
                _c("sanctions", "codes; those of a stage that was taken back left out"),
                _c("happened", "when the conduct was, EDTF"),
                _c("first_reported", "date of the earliest dated article, YYYY-MM-DD"),
                _c("places", "places named with it"),
                _c("articles", "how many articles tell of it, copies counted once", "Int64"),
                _c("sources", "how many of them are independent: of different publishers", "Int64"),
                _c("claims", "how many claims stand behind it", "Int64"),
                _c("reviewed", "how many of its claims a reviewer has decided", "Int64"),
                _c("conflicts", "how many checks on it do not hold", "Int64"),
                _c("other_ids", "ids that it has in a run on fewer of its articles"),
            ),
        ),
        Table(
            "orphans",
            "one reviewer's decision that nothing in this run answers to",
            (
                _c("decision_id", "its name in the casebook"),
                _c("time", "when it was made, UTC"),
                _c("reviewer", "who made it"),
                _c("reason", "why it has no place in this run"),
                _c("file", "where the article was"),
                _c("sha256", "of its file"),
                _c("attribute", "what it decided: that of a claim, nameable, or incident"),
                _c("value", "as it was read then"),
                _c("words", "as they were then"),
                *_SPAN,
                _c("verdict", "what was said"),
                *(_c(name, "the reviewer's") for name in ("new_value", "new_standing", "new_words", "comment")),
                *(_c(name, "the reviewer's", "Int64") for name in ("new_start", "new_end")),
                _c("article_id", "the article that has its file now; empty for none"),
                _c("nearest", "the words there that are nearest to its own: to be looked at, no more"),
                *(_c(name, "where these stand", "Int64") for name in ("nearest_start", "nearest_end")),
            ),
        ),
    )
}


def join(values: Iterable[str]) -> str:
    """Members of a list cell, in the order given, each once, empty ones left out."""
    return SEPARATOR.join(dict.fromkeys(value for value in values if value))


def split(cell: object) -> list[str]:
    """The members of a list cell; ``[]`` for an empty or missing one."""
    return [] if cell is None or pd.isna(cell) or cell == "" else str(cell).split(SEPARATOR)


def frame(name: str, rows: Iterable[Mapping[str, object]] = ()) -> pd.DataFrame:
    """Rows as the table ``name``: its columns in order, with their dtypes; a column that no row gives is empty.

    Text columns hold ``""`` for nothing, never a missing value; numbers and booleans hold ``<NA>``.

    >>> frame("coverage", [{"incident_id": "i1", "article_id": "a1", "role": "main"}]).shape
    (1, 3)

    Raises TableError for an unknown table or column, a value of the wrong type, or a code outside its list.
    """
    table = _table(name)
    rows = list(rows)
    unknown = {key for row in rows for key in row} - set(table.dtypes)
    if unknown:
        raise TableError(f"table {name} has no column {', '.join(sorted(unknown))}")
    data = pd.DataFrame([{key: row.get(key) for key in table.dtypes} for row in rows], columns=list(table.dtypes))
    return _typed(table, data)


def _table(name: str) -> Table:
    if name not in TABLES:
        raise TableError(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")
    return TABLES[name]


def _typed(table: Table, data: pd.DataFrame) -> pd.DataFrame:
    missing = [key for key in table.dtypes if key not in data.columns]
    if missing:
        raise TableError(f"table {table.name} lacks the column {', '.join(missing)}")
    out = {}
    for column in table.columns:
        try:
            values = data[column.name].astype(column.dtype)
        except (TypeError, ValueError) as error:
            raise TableError(
                f"{table.name}.{column.name} holds something that is no {column.dtype}: {error}"
            ) from error
        if column.dtype == "string" and values.hasnans:
            values = values.fillna("")
        if column.codes:
            wrong = set(values.unique()) - {*column.codes, ""}
            if wrong:
                raise TableError(
                    f"{table.name}.{column.name} holds {sorted(wrong)}; allowed: {', '.join(column.codes)}"
                )
        out[column.name] = values
    # of one index, and not copied: else most of the time that a small table takes goes into its columns' indexes
    return pd.DataFrame(out, index=data.index, columns=list(table.dtypes), copy=False)


def _as_it_is(data: pd.DataFrame) -> pd.DataFrame:
    return data


def write(name: str, data: pd.DataFrame, out: Path, in_csv: Callable[[pd.DataFrame], pd.DataFrame] = _as_it_is) -> Path:
    """Write a table to ``out/tables/name.csv`` and ``.parquet``, ``out`` being a run's folder; returns the CSV's path.

    ``in_csv``: what the CSV shows of it. Each file appears whole or not at all: a kill or a full disk leaves the one
    that was there.
    """
    data = _typed(_table(name), data)
    path = out / "tables" / f"{name}.csv"
    content = in_csv(data).to_csv(index=False, quoting=csv.QUOTE_ALL, lineterminator="\n")
    write_whole(path, content.encode("utf-8"))
    write_whole(path.with_suffix(".parquet"), data.to_parquet(index=False))
    return path


def read(name: str, out: Path) -> pd.DataFrame:
    """The table ``name`` of the run in the folder ``out``.

    Raises TableError when it is not there or cannot be read, naming the file.
    """
    table, path = _table(name), out / "tables" / f"{name}.parquet"
    if not path.exists():
        raise TableError(f"{path} is missing: run the stage that writes {name} first")
    try:
        data = pd.read_parquet(path)
    except (OSError, ValueError) as error:
        raise TableError(f"{path} cannot be read ({error}): delete the run's folder and run again") from error
    missing = [name for name in table.dtypes if name not in data.columns]
    if missing:
        what = f"{path} lacks the column {', '.join(missing)}"
        raise TableError(f"{what}: another version of Cuttings wrote it; delete the run's folder and run again")
    return _typed(table, data)


def annotated(articles: pd.DataFrame) -> pd.DataFrame:
    """The rows of the table articles that are annotated: in English, or in no language that is known, and no copies."""
    return articles[articles["language"].isin(["en", ""]) & (articles["duplicate_of"] == "")]


def exists(name: str, out: Path) -> bool:
    """Whether the run in ``out`` has the table ``name``."""
    return (out / "tables" / f"{_table(name).name}.parquet").exists()


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, in folders that are made if need be, so that a reader, or a kill half-way, sees the
    old file or the new one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
