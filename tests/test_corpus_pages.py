"""The corpus for a newcomer: its pages can be read on any screen, and what its README shows works as it stands."""

import html
import itertools
import json
import math
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cuttings import cli, home
from cuttings.corpus import anchoring, consistency, files, frames, pages
from cuttings.corpus.files import Annotated, CorpusError

ID = "train-26-01"
README = (home.corpus() / "README.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def example(folder: Path, change: Callable[[dict], object] = lambda gold: None, text: str = "") -> Annotated:
    """The article of the README's "To add or mend an article", in a corpus of its own, with a change to its gold."""
    own, saved = (block.rstrip("\n") for block in blocks("text"))
    gold = json.loads(blocks("json")[0])
    change(gold)
    for name in ("saved", "texts", "gold"):
        (folder / "train" / name).mkdir(parents=True)
    (folder / "train" / "texts" / f"{ID}.txt").write_text(text or own, "utf-8")
    (folder / "train" / "saved" / f"{ID}.txt").write_text(saved, "utf-8")
    header = (home.corpus() / "matrix.csv").read_text("utf-8").splitlines()[0]
    (folder / "matrix.csv").write_text(f"{header}\n{blocks('csv')[0]}", "utf-8")
    path = folder / "train" / "gold" / f"{ID}.json"
    path.write_text(json.dumps(gold), "utf-8")
    anchoring.anchor(path)
    return files.read("train", folder)[0]


def page(tmp_path: Path, *change: Callable[[dict], object], text: str = "") -> str:
    article = example(tmp_path / "corpus", *change, text=text)
    pages.write_pages([article], tmp_path / "pages")
    return (tmp_path / "pages" / f"{ID}.html").read_text("utf-8")


def labels(written: str) -> list[str]:
    return re.findall(r"<sup[^>]*>(.*?)</sup>", written)


# Pages


def test_the_legend_stands_before_the_text_and_has_what_is_marked(tmp_path: Path) -> None:
    written = page(tmp_path)
    legend, text = re.search(r'class="small legend">(.*?)</p>', written, re.DOTALL), written.index("<h1>")
    assert legend is not None
    assert legend.end() < text
    assert re.findall(r"<mark[^>]*>(\w+)", legend[1]) == [
        *("force", "platform", "officers_total", "subject", "people", "allegation", "stage", "sanction", "quote")
    ]


def test_labels_say_the_kind_and_the_value_that_the_words_are_not(tmp_path: Path) -> None:
    assert labels(page(tmp_path)) == [
        *("officers_total: 1", "force", "subject: 1 serving", "sanction", "stage: under_investigation"),
        *("allegation: racist", "platform", "quote: Ora Tench", "people: official"),
    ]


def test_where_marks_overlap_each_has_a_label_and_the_wider_a_line(tmp_path: Path) -> None:
    written = page(tmp_path)
    force, subject = pages.COLOURS["force"], pages.COLOURS["subject"]
    assert f'<mark style="background: {force}; box-shadow: 0 3px {subject}" title="force: ' in written
    assert re.search(r"Ombley Police</mark><sup[^>]*>force</sup><sup[^>]*>subject: 1 serving</sup>", written)


def test_of_two_incidents_each_label_gives_its_own(tmp_path: Path) -> None:
    def another(gold: dict) -> None:
        (first,) = gold["incidents"]
        gold["incidents"].append({**first, "incident": "ombley-again"})

    assert {"force (1)", "force (2)", "quote: Ora Tench"} <= set(labels(page(tmp_path, another)))


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


@pytest.mark.parametrize("kind", pages.COLOURS)
def test_black_words_can_be_read_on_every_colour(kind: str) -> None:
    red, green, blue = linear(pages.COLOURS[kind])
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert (luminance + 0.05) / 0.05 >= 4.5  # WCAG 2.2, 1.4.3, level AA


def lab(colour: str) -> tuple[float, float, float]:
    """CIE 1976 L*a*b*, light D65; of light colours, so without the straight part near black."""
    red, green, blue = linear(colour)
    x = ((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505) ** (1 / 3)
    y = (0.2126 * red + 0.7152 * green + 0.0722 * blue) ** (1 / 3)
    z = ((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089) ** (1 / 3)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_no_two_kinds_look_alike() -> None:
    places = {kind: lab(colour) for kind, colour in pages.COLOURS.items()}
    near = [pair for pair in itertools.combinations(places, 2) if math.dist(*map(places.get, pair)) < 12]
    assert near == []


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("What happens next", "subhead"),
        ("Is there one in the Republic?", "subhead"),
        ("2020-12-08 09:41", "subhead"),
        ("Nobody has been charged.", "text"),
        ("“I'm fussing.”", "text"),
        ("A line of thirteen words that has no stop is still a paragraph here", "text"),
    ],
)
def test_a_short_paragraph_without_a_stop_is_set_as_a_subhead(tmp_path: Path, paragraph: str, role: str) -> None:
    text = blocks("text")[0].rstrip("\n") + f"\n\n{paragraph}"
    written = page(tmp_path, text=text)
    assert (role, paragraph) in re.findall(r'<p class="(\w+)">(.*)</p>', html.unescape(written))


def test_a_page_has_no_script_no_outside_address_and_names_the_saved_page(tmp_path: Path) -> None:
    def hostile(gold: dict) -> None:
        gold["incidents"][0]["claims"][0]["value"] = gold["quotes"][0]["speaker"] = '"><script>alert(1)</script>'

    written = page(tmp_path, hostile)
    assert "<script" not in written
    assert "http:" not in written
    assert "https:" not in written
    assert "default-src 'none'; style-src 'unsafe-inline'" in written
    assert f"train/saved/{ID}.txt" in written
    assert "quote: &#34;&gt;&lt;script&gt;" in written


def test_every_cell_says_its_column_where_the_table_is_stacked(tmp_path: Path) -> None:
    written = page(tmp_path)
    assert "<td>" not in written
    assert '<td data-head="Value">under_investigation</td>' in written


def test_the_index_goes_train_dev_test_and_so_do_before_and_after(tmp_path: Path) -> None:
    article = example(tmp_path / "corpus")
    mixed = [
        Annotated(f"{split}-26-01", split, article.text, article.gold, article.saved, article.plan)
        for split in ("dev", "test", "train")
    ]
    index = pages.write_pages(mixed, tmp_path / "pages").read_text("utf-8")
    assert re.findall(r'<h2 id="(\w+)"', index) == re.findall(r'href="#(\w+)"', index) == ["train", "dev", "test"]
    dev = (tmp_path / "pages" / "dev-26-01.html").read_text("utf-8")
    assert re.findall(r'href="([\w-]+).html">(before|after)', dev) == [
        ("train-26-01", "before"),
        ("test-26-01", "after"),
    ]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [([], {"train"}), (["--split", "dev"], {"dev"}), (["--split", "test", "--split", "dev"], {"dev", "test"})],
)
def test_test_is_shown_only_by_name(tmp_path: Path, asked: list[str], shown: set[str]) -> None:
    assert cli.main(["corpus", "pages", "--out", str(tmp_path), *asked]) == 0
    assert {path.name.partition("-")[0] for path in tmp_path.glob("*-*.html")} == shown


@pytest.mark.parametrize("inside", ["", "train/saved", "pages"])
def test_pages_are_not_written_into_the_corpus(tmp_path: Path, inside: str, capsys: pytest.CaptureFixture) -> None:
    article = example(tmp_path / "corpus")
    with pytest.raises(CorpusError, match="is in the corpus itself"):
        pages.write_pages([article], tmp_path / "corpus" / inside)
    assert cli.main(["corpus", "pages", "--out", str(home.corpus() / inside)]) == 2
    assert "name another folder" in capsys.readouterr().err
    assert not (home.corpus() / inside / "index.html").exists()


# The README


def test_the_readmes_article_is_sound(tmp_path: Path) -> None:
    article = example(tmp_path)
    assert consistency.problems([article]) == []
    sanction = article.gold["incidents"][0]["claims"][-1]
    assert sanction["start"] > article.text.index("\n\n")


def test_the_readmes_article_is_not_yet_in_the_corpus() -> None:
    packets = {path.name.split("-")[1] for path in home.corpus().glob("*/gold/*.json")}
    assert int(ID.split("-")[1]) == max(map(int, packets)) + 1


def test_the_readmes_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.chdir(tmp_path)
    made: dict = {}
    exec(blocks("python")[0], made)
    assert "stage:under_investigation" in capsys.readouterr().out
    doc = made["docs"][0]
    assert {span.id_ for span in doc.spans["claims"]} == {span.id_ for span in made["doc"].spans["claims"]}
    assert set(doc.user_data["dropped"]) <= {"claims", "subjects", "people", "quotes"}


def test_the_readme_has_the_tables_columns() -> None:
    rows = dict(re.findall(r"^\| `?([a-z ]+?)`? \| (.+?) \| .*\|$", README.partition("# Datasheet")[0], re.MULTILINE))
    words, planned = {"start", "end", "words"}, {"genre", "country", "form", "counts", "dates"}
    for name, table in frames.frames(files.read("train")).items():
        shared = {"id", "incident"} | words | (planned if name == "articles" else set())
        assert set(table) - shared == set(re.findall(r"\w+", " ".join(re.findall(r"`(.+?)`", rows[name])))), name
