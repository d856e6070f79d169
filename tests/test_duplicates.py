"""Copies of one text are marked, two stories of one incident are not."""

import random

import pandas as pd

from cuttings import tables
from cuttings.duplicates import mark

WIRE = (
    "A sergeant who mocked a grieving family in messages to his team has been dismissed. A panel at Wexcombe "
    "found on Tuesday that Colin Barrow, 44, had committed gross misconduct. He had shared a photograph of a "
    "flooded grave with eleven colleagues. The chair, Pauline Drysdale, said that the public would be appalled. "
    "She said he had shown no remorse until the last day of the hearing. Barrow told the panel that he had been "
    "under strain after the closure of two stations. His colleagues were given written warnings at meetings in "
    "the spring. The family said in a statement that they had wanted nothing but an apology. The force has "
    "changed its rules on private telephones since. It said that all teams had been reminded of their duties."
)
EDITED = (
    WIRE.replace("A sergeant who", "A callous sergeant who")
    .replace("on Tuesday ", "")
    .replace("It said that all teams had been reminded of their duties.", "")
)
OTHER = (
    "The family of a woman whose flooded grave was laughed at by police officers spoke of their relief yesterday. "
    "Their ordeal ended when Sergeant Colin Barrow was sacked for gross misconduct. The public would be appalled, "
    "panel chair Pauline Drysdale told him. Outside the building the dead woman's daughter held up a photograph "
    "of her mother at a dance. We wanted nothing but an apology, she said, and we had to wait for three years. "
    "Eleven other officers who received the picture keep their jobs with warnings on their files. Wexcombe's "
    "chief constable will visit the family at home next week."
)


def articles(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """Rows of (article_id, published, text); the file is the article_id, the bytes are the text's."""
    return tables.frame(
        "articles",
        [
            {"article_id": name, "file": name, "sha256": f"{hash(text)}", "published": day, "text": text}
            for name, day, text in rows
        ],
    )


def marked(*rows: tuple[str, str, str]) -> list[str]:
    return mark(articles(*rows))["duplicate_of"].tolist()


def test_the_same_text_in_other_type_is_a_copy() -> None:
    assert marked(("a", "", WIRE), ("b", "", WIRE.upper().replace(".", " .\n\n"))) == ["", "a"]


def test_lightly_edited_copy_is_a_copy() -> None:
    assert marked(("a", "", WIRE), ("b", "", EDITED)) == ["", "a"]


def test_copy_that_was_cut_is_a_copy() -> None:
    assert marked(("a", "", WIRE), ("b", "", WIRE[: len(WIRE) // 2])) == ["", "a"]


def test_two_stories_of_one_incident_are_not_copies() -> None:
    assert marked(("a", "", WIRE), ("b", "", OTHER)) == ["", ""]


def test_short_texts_are_copies_only_word_for_word() -> None:
    short = "Two officers were dismissed at Wexcombe on Monday."
    assert marked(("a", "", short), ("b", "", short.replace("Two", "Three")), ("c", "", short)) == ["", "", "a"]


def test_the_earliest_dated_is_counted_then_the_first_by_path() -> None:
    assert marked(("a", "", WIRE), ("b", "2024-05-02", EDITED), ("c", "2024-05-01", WIRE)) == ["c", "c", ""]
    assert marked(("b", "2024-05-01", WIRE), ("a", "2024-05-01", EDITED)) == ["a", ""]


def test_copies_point_at_the_counted_one_and_never_at_a_copy() -> None:
    rows = [(f"{number:02}", "", WIRE.replace("Wexcombe", f"Wexcombe {number}")) for number in range(12)]
    assert marked(*rows) == ["", *["00"] * 11]


def test_texts_without_words_are_not_copies_of_each_other() -> None:
    assert marked(("a", "", "…"), ("b", "", "—")) == ["", ""]


def test_an_empty_table_stays_one() -> None:
    assert marked() == []


def test_rows_and_their_order_are_kept() -> None:
    table = articles(("z", "", WIRE), ("y", "", OTHER), ("x", "", EDITED))
    table.index = pd.Index([7, 3, 5])
    result = mark(table)
    assert result.index.tolist() == [7, 3, 5]
    assert result.drop(columns="duplicate_of").equals(table.drop(columns="duplicate_of"))


def test_among_many_texts_each_finds_its_own() -> None:
    rng = random.Random(7)
    vocabulary = [f"word{number}" for number in range(3000)]
    texts = [" ".join(rng.choices(vocabulary, k=120)) for _ in range(300)]
    rows = [(f"{number:03}", "", text) for number, text in enumerate(texts)]
    copies = [(f"{number:03}-copy", "", text.replace(text.split()[60], "changed")) for number, text in enumerate(texts)]
    result = marked(*rows, *copies)
    assert result == [*[""] * 300, *[f"{number:03}" for number in range(300)]]
