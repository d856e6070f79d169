"""How much the articles repeat each other: runs of five words that two of them share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import pandas as pd

from cuttings import vocabulary
from cuttings.corpus import SPLITS
from cuttings.corpus.files import Annotated

LENGTH = 5
_WORD = re.compile(r"\w+(?:['’]\w+)*")


def runs(text: str, names: frozenset[str] = frozenset(), length: int = LENGTH) -> Counter[tuple[str, ...]]:
    """The runs of five words (or of another length) in a text, in lower case, none over a paragraph's end.

    Each of ``names``, in lower case, counts as one word.

    >>> len(runs("one two three four five six"))
    2
    """
    found: Counter[tuple[str, ...]] = Counter()
    for paragraph in text.lower().split("\n\n"):
        words = list(_words(paragraph, names))
        found.update(tuple(words[i : i + length]) for i in range(len(words) - length + 1))
    return found


def _words(paragraph: str, names: frozenset[str]) -> Iterator[str]:
    words, longest, at = _WORD.findall(paragraph), 12, 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            if size == 1 or " ".join(words[at : at + size]) in names:
                yield " ".join(words[at : at + size])
                at += size
                break


def institutions() -> frozenset[str]:
    """The names of forces, bodies and laws in the vocabulary, which nobody can reword."""
    words = vocabulary.load()
    forms = {row[column] for name in ("bodies", "laws", "forces") for row in words[name] for column in ("name", "form")}
    return frozenset(" ".join(_WORD.findall(form.lower())) for form in forms if " " in form)


def table(articles: Sequence[Annotated]) -> pd.DataFrame:
    """Shared five-word runs between each two splits and inside each: ``left, right, runs, shared, share, retold``.

    ``runs`` are the different runs of ``left``, ``shared`` those that another article of ``right`` has too, ``share``
    their part in 100; ``retold`` are those that only articles of one incident share, whose names and facts are the same
    by nature. Copies are left out, and names of institutions count as one word.
    """
    names = institutions()
    kept = {article.id: article for article in articles if not article.gold["article"]["copy_of"]}
    where: dict[tuple[str, ...], list[str]] = {}
    for name, article in kept.items():
        for run in runs(article.text, names):
            where.setdefault(run, []).append(name)
    told = {name: {each["incident"] for each in article.gold["incidents"]} for name, article in kept.items()}
    split = {name: article.split for name, article in kept.items()}
    pairs = [(left, right) for i, left in enumerate(SPLITS) for right in SPLITS[i:]]
    return pd.DataFrame([_row(left, right, where.values(), told, split) for left, right in pairs])


def _row(
    left: str, right: str, where: Iterable[Sequence[str]], told: Mapping[str, set[str]], split: Mapping[str, str]
) -> dict[str, object]:
    of = shared = retold = 0
    for articles in where:
        mine = [name for name in articles if split[name] == left]
        pairs = [(a, b) for a in mine for b in articles if a != b and split[b] == right]
        strangers = any(told[a].isdisjoint(told[b]) for a, b in pairs)
        of += bool(mine)
        shared += strangers
        retold += bool(pairs) and not strangers
    share = round(100 * shared / max(1, of), 2)
    return {"left": left, "right": right, "runs": of, "shared": shared, "share": share, "retold": retold}


def commonest(articles: Sequence[Annotated], most: int = 30) -> pd.DataFrame:
    """The runs that most articles share which tell of no common incident: ``words, articles`` (ids)."""
    names = institutions()
    told = {article.id: {each["incident"] for each in article.gold["incidents"]} for article in articles}
    where: dict[tuple[str, ...], list[str]] = {}
    for article in articles:
        for run in runs(article.text, names):
            where.setdefault(run, []).append(article.id)
    rows = []
    for run, of in where.items():
        apart: list[str] = []
        for name in of:
            apart += [name] if all(told[name].isdisjoint(told[other]) for other in apart) else []
        if len(apart) > 1:
            rows.append({"words": " ".join(run), "articles": " ".join(apart)})
    rows.sort(key=lambda row: (-row["articles"].count(" "), row["words"]))
    return pd.DataFrame(rows[:most], columns=["words", "articles"])
