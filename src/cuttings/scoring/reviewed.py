"""Gold out of a review: claims that reviewers accepted, corrected or added, as tables that ``evaluate`` reads.

Such gold holds what the machine had found and what reviewers saw that it had missed. Nobody has read the articles for
all that they say, as is done for the corpus: recall measured by it is the most that it can be.
"""

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuttings import sheet, tables
from cuttings.casebook import DecisionError, text_version
from cuttings.review.queue import Item, Queue
from cuttings.review.standing import Verdicts
from cuttings.scoring.gold import COLUMNS, LEFT_OUT, ONCE, Row, read_gold

_UNREVIEWED = "it is not what reviewers decide on"
# Columns of ``evaluate`` that decisions on claims say nothing of
_UNJUDGED = (
    *("subjects", "coverage role", "same incident", "people", "people role", "quotes", "quotes speaker", "links"),
    *("title", "publisher", "author", "published", "published_basis", "language", "duplicate_of", "furniture"),
)
_HEAD = ("file", "title", "publisher", "author", "published", "published_basis", "language")


@dataclass(frozen=True)
class Exported:
    """Gold that was written: its folder, how many articles and claims are in it, and (file, reason) of each article of
    the run that is not.
    """

    folder: Path
    articles: int
    claims: int
    left_out: tuple[tuple[str, str], ...]


def export_gold(out: Path, casebook: Path, folder: Path) -> Exported:
    """Write to ``folder`` the gold that ``casebook`` makes of the run in ``out``, for ``evaluate --gold``.

    Only articles whose claims are all decided are in it: of a half-reviewed one, the rest would count as wrong. Written
    are ``articles.csv``, ``coverage.csv`` and ``claims.csv``, and ``left_out.csv`` (``what, name, reason``), with the
    articles that are left out and the columns that this gold does not judge. Of several stages of an incident in one
    article gold has the furthest; of several counts the last, the others as its alternatives. An incident all of whose
    claims in an article were rejected is none there.

    Evaluate a run that was made without the casebook: one that has replayed it is right by what reviewers said.

    Raises DecisionError where no article is wholly decided, or the folder holds gold that did not come from a review;
    TableError for a run without its tables; GoldError where the run's codes are not those of the shipped vocabulary.
    """
    if not (folder / "left_out.csv").exists() and any((folder / f"{name}.csv").exists() for name in COLUMNS):
        raise DecisionError(f"{folder} holds gold that was not made from a review: choose another folder")
    waiting = Queue(out, casebook)
    items = _by_article(waiting)
    reasons = _reasons(waiting, items)
    whole = {article_id: items[article_id] for article_id, reason in reasons.items() if not reason}
    if not whole:
        raise DecisionError(f"no article of {out} has all its claims decided: there is no gold to write yet")
    left = [(str(waiting.articles[article_id]["file"]), reason) for article_id, reason in reasons.items() if reason]
    written = _tables(waiting, whole)
    notes = [("article", *of) for of in left] + [("column", name, _UNREVIEWED) for name in _UNJUDGED]
    written["left_out"] = [dict(zip(LEFT_OUT, note, strict=True)) for note in notes]
    with tempfile.TemporaryDirectory(prefix="cuttings-") as draft:
        read_gold(_write(written, Path(draft)))
    _write(written, folder)
    return Exported(folder, len(whole), len(written["claims"]), tuple(left))


def _by_article(waiting: Queue) -> dict[str, list[Item]]:
    """The claims of each article in the order of the tables, those that were added last."""
    places = {claim_id: place for place, claim_id in enumerate(tables.read("claims", waiting.out)["claim_id"])}
    found: dict[str, list[Item]] = {article_id: [] for article_id in waiting.articles}
    for item in sorted(waiting.items, key=lambda item: places.get(item.claim_id, len(places))):
        found[item.article["article_id"]].append(item)
    return found


def _reasons(waiting: Queue, items: Mapping[str, list[Item]]) -> dict[str, str]:
    """Why each article cannot be gold; empty for one that can."""
    files = Counter(article["file"] for article in waiting.articles.values())
    homeless = _homeless(waiting)
    return {
        article_id: "another article of the run has the same file"
        if files[article["file"]] > 1
        else _why_not(article, [waiting.of(item) for item in items[article_id]], homeless)
        for article_id, article in waiting.articles.items()
    }


def _why_not(article: Mapping, said: Sequence[Verdicts], homeless: Mapping[tuple, int]) -> str:
    if article["duplicate_of"]:
        return "it is a copy of another article"
    if not said:
        return "nothing was read in it, and nobody has said that nothing is there"
    undecided = sum(verdicts.agreed is None for verdicts in said)
    if undecided:
        return f"{undecided} of its {len(said)} claims {'is' if undecided == 1 else 'are'} not decided"
    lost = homeless[article["sha256"], text_version(article["text"])]
    return f"{lost} of the decisions on it {'fits' if lost == 1 else 'fit'} no claim of this run" if lost else ""


def _homeless(waiting: Queue) -> Counter[tuple]:
    """By source and text version: claims that reviewers hold to be right, or differ on, and that the run has not."""
    known = {item.key for item in waiting.items}
    return Counter(
        key[:2]
        for key, said in waiting.verdicts.items()
        if key not in known
        and key[5] in tables.ATTRIBUTES
        and (said.flag == "disputed" or (said.agreed is not None and said.agreed.verdict != "rejected"))
    )


def _tables(waiting: Queue, items: Mapping[str, list[Item]]) -> dict[str, list[Row]]:
    """The rows of articles, coverage and claims, of the articles that have these claims."""
    rows: dict[str, list[Row]] = {"articles": [], "coverage": [], "claims": []}
    order = {stage: place for place, stage in enumerate(waiting.words.codes("stage"))}
    covered = tables.read("coverage", waiting.out)
    main = set(covered.loc[covered["role"] == "main", ["article_id", "incident_id"]].itertuples(index=False, name=None))
    for article_id, its in items.items():
        article = waiting.articles[article_id]
        rows["articles"].append({name: str(article[name]) for name in _HEAD} | {"duplicate_of": ""})
        for incident in dict.fromkeys(item.claim["incident_id"] for item in its):
            claims = [item for item in its if item.claim["incident_id"] == incident]
            said = _once([row for item in claims if (row := _claim(item, waiting.of(item)))], order)
            role = "main" if (article_id, incident) in main else "background"
            if said:
                rows["coverage"].append({"file": article["file"], "incident": incident, "role": role, "optional": ""})
                rows["claims"] += said
    return rows


def _claim(item: Item, said: Verdicts) -> dict[str, str] | None:
    """A claim as reviewers have it; None for one that they rejected."""
    agreed = said.agreed
    if agreed is None or agreed.verdict == "rejected":
        return None
    words, attribute, value = (item.read[name] for name in ("evidence", "attribute", "value"))
    return {
        "file": item.article["file"],
        "incident": item.claim["incident_id"],
        "attribute": attribute,
        "value": agreed.new_value or value,
        "evidence": agreed.new_words or words,
        "standing": agreed.new_standing or item.read["standing"],
        "said_by": item.claim["said_by"],
        "alternatives": "",
        "optional": "",
    }


def _once(claims: list[dict[str, str]], order: Mapping[str, int]) -> list[Row]:
    """An incident's claims without what is said twice, and of counts and stages (which have an order) one each."""
    rows = [row for row in claims if row["attribute"] not in ONCE]
    for attribute in ONCE:
        said = {row["value"]: row for row in claims if row["attribute"] == attribute}
        if said:
            value = max(said, key=lambda stage: order.get(stage, -1)) if attribute == "stage" else [*said][-1]
            others = () if attribute == "stage" else said.keys() - {value}
            rows.append(said[value] | {"alternatives": tables.join(sorted(others))})
    return [dict(cells) for cells in dict.fromkeys(tuple(row.items()) for row in rows)]


def _write(written: Mapping[str, list[Row]], folder: Path) -> Path:
    for name, rows in written.items():
        sheet.write(rows, LEFT_OUT if name == "left_out" else tuple(COLUMNS[name]), folder / f"{name}.csv")
    return folder
