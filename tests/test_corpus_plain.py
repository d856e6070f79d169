"""The corpus's plain part: sound, apart from what is measured on, and what totals are learnt from."""

from pathlib import Path

import pytest

import development
from cuttings import evaluation, home
from cuttings.corpus import consistency, files, learning, overlap
from cuttings.scoring.gold import Gold


@pytest.fixture(scope="module")
def gold() -> Gold:
    """Reading it holds every code, count and link against its form."""
    return evaluation.read_gold(home.plain() / "gold")


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted((home.plain() / "articles").iterdir())}


def test_each_article_has_gold_and_each_gold_an_article(gold: Gold, texts: dict[str, str]) -> None:
    assert [row["file"] for row in gold.articles] == list(texts)
    assert f"{len(texts)} articles" in (home.plain() / "README.md").read_text("utf-8")


def test_words_that_gold_quotes_are_in_the_article(gold: Gold, texts: dict[str, str]) -> None:
    quoted = [(row["file"], row["text"]) for row in gold.quotes]
    quoted += [(row["file"], row["evidence"]) for row in gold.claims]
    assert [pair for pair in quoted if pair[1] not in " ".join(texts[pair[0]].split()) + texts[pair[0]]] == []


def test_no_article_is_another_ones_copy(texts: dict[str, str]) -> None:
    names = overlap.institutions()
    runs = {file: set(overlap.runs(text, names, 8)) for file, text in texts.items()}
    first: dict[tuple[str, ...], str] = {}
    shared: dict[tuple[str, str], int] = {}
    for file, of in runs.items():
        for run in of:
            other = first.setdefault(run, file)
            shared[other, file] = shared.get((other, file), 0) + (other != file)
    assert max(shared.values()) < 20  # of some four hundred


@pytest.mark.parametrize("split", ["dev", "test"])
def test_it_shares_hardly_five_words_and_no_name_with_what_is_measured_on(
    split: str, gold: Gold, texts: dict[str, str]
) -> None:
    articles, names = files.read(split), overlap.institutions()
    measured = {run for article in articles for run in overlap.runs(article.text, names)}
    mine = {run for text in texts.values() for run in overlap.runs(text, names)}
    assert 100 * len(mine & measured) < len(mine)
    forces = {row["value"] for row in gold.claims if row["attribute"] == "force"}
    assert (forces | {row["name"] for row in gold.people}) & consistency.names(articles).keys() == set()


@development.needed
def test_nothing_is_copied_from_the_development_articles(texts: dict[str, str]) -> None:
    names = overlap.institutions()
    theirs = {
        run for path in development.ARTICLES.glob("*.txt") for run in overlap.runs(path.read_text("utf-8"), names, 8)
    }
    assert {file for file, text in texts.items() if theirs & overlap.runs(text, names, 8).keys()} == set()


def test_totals_are_learnt_from_its_tables(gold: Gold, texts: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "plain-01-03.txt").write_text(texts["plain-01-03.txt"], "utf-8")
    few = Gold(
        **{name: tuple(row for row in getattr(gold, name) if row["file"] == "plain-01-03.txt") for name in TABLES}
    )
    [choice] = learning.choices(few, tmp_path)
    assert choice.right.any()


TABLES = ("articles", "coverage", "claims", "subjects", "people", "quotes", "links", "furniture")
