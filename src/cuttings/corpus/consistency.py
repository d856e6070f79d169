"""What the schema cannot say of gold: sums, ladders, links, copies, the saved page. Each fault is a sentence."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html.parser import HTMLParser

from cuttings import vocabulary
from cuttings.corpus.files import Annotated
from cuttings.dates import timespan
from cuttings.scoring.gold import ONCE

Codes = Mapping[str, Sequence[str]]  # column to its codes
_CODED = ("stage", "sanction", "allegation")
_SUMS = {
    "officers_total": ("serving", "former", "unknown"),
    "officers_serving": ("serving",),
    "officers_former": ("former",),
}
_MARKUP_TAIL = re.compile(r"\s+")
_LETTER = re.compile(r"\b[A-Z]$")


def problems(articles: Sequence[Annotated]) -> list[str]:
    """Everything that is wrong in these articles, each as ``id: what``; none for a sound corpus.

    Counts must add up over the subjects, or a note must say why they do not; codes are the vocabulary's; links and
    copies lead somewhere; people who are subjects are listed; every piece of text and furniture is in the saved page.
    """
    known = {article.id for article in articles}
    words = vocabulary.load()
    codes = {column: words.codes(column) for column in _CODED}
    found = [f"{article.id}: {fault}" for article in articles for fault in _faults(article, known, codes)]
    splits: dict[str, set[str]] = {}
    for article in articles:
        for incident in article.gold["incidents"]:
            splits.setdefault(incident["incident"], set()).add(article.split)
    return found + [f"{name}: told of in {' and '.join(sorted(of))}" for name, of in splits.items() if len(of) > 1]


def _faults(article: Annotated, known: set[str], codes: Codes) -> Iterator[str]:
    gold = article.gold
    if gold["id"] != article.id:
        yield f"its id is {gold['id']!r}"
    yield from _heading(gold["article"], known)
    names = Counter(incident["incident"] for incident in gold["incidents"])
    yield from (f"the incident {name!r} stands twice" for name, times in names.items() if times > 1)
    for link in gold["links"]:
        for end in (link["from"], link["to"]):
            if end and end not in names:
                yield f"a link to {end!r}, which is no incident of the article"
    for incident in gold["incidents"]:
        alone = len(gold["incidents"]) == 1  # a note can only be about it
        excused = any(alone or incident["incident"] in note for note in gold["notes"])
        for fault in _incident(incident, excused, codes):
            yield f"{incident['incident']}: {fault}"
    for row in article.spans:
        if "\n\n" in row["words"]:
            yield f"the words {row['words']!r} go over two paragraphs"
    yield from _page(article)


def _heading(article: Mapping[str, str], known: set[str]) -> Iterator[str]:
    if bool(article["published"]) == (article["published_basis"] == "none"):
        yield "published and its basis disagree"
    if article["published"]:
        try:
            date.fromisoformat(article["published"])
        except ValueError:
            yield f"published {article['published']!r} is no day"
    if article["copy_of"] and article["copy_of"] not in known:
        yield f"it copies {article['copy_of']!r}, which is not here"


def _incident(incident: Mapping, excused: bool, codes: Codes) -> Iterator[str]:
    claims = incident["claims"]
    times = Counter(claim["attribute"] for claim in claims)
    yield from (f"{name} stands {times[name]} times" for name in ONCE if times[name] > 1)
    if not times["stage"]:
        yield "it has no stage"
    given = Counter(
        (claim["attribute"], claim["value"])
        for claim in claims
        if claim["attribute"] != "announced" and claim["value"] != "other"
    )
    yield from (f"{attribute} {value!r} stands twice" for (attribute, value), n in given.items() if n > 1)
    for claim in claims:
        allowed = codes.get(claim["attribute"])
        for value in (claim["value"], *(each for each in claim["alternatives"] if each != "none")):
            if allowed and value not in allowed:
                yield f"{value!r} is no {claim['attribute']}"
            if claim["attribute"] in ("happened", "announced") and timespan.bounds(value) is None:
                yield f"{value!r} is no EDTF date"
    yield from _subjects(incident)
    if not excused:
        yield from _sums(incident)


def _subjects(incident: Mapping) -> Iterator[str]:
    people = {person["name"] for person in incident["people"]}
    for subject in incident["subjects"]:
        if subject["name"] and not any(subject["name"] in name or name in subject["name"] for name in people):
            yield f"{subject['name']} is a subject and not among its people"
        if None not in (subject["count_min"], subject["count_max"]) and subject["count_max"] < subject["count_min"]:
            yield f"{subject['words']!r} is at most fewer than at least"


def _sums(incident: Mapping) -> Iterator[str]:
    subjects = incident["subjects"]
    for claim in incident["claims"]:
        statuses = _SUMS.get(claim["attribute"], ())
        if not statuses:
            continue
        if len(statuses) == 1 and any(each["status"] == "unknown" for each in subjects):
            continue  # they may be serving or former
        counted = [each for each in subjects if each["status"] in statuses]
        if any(each["count_min"] is None for each in counted):
            continue  # a group without a number adds up to nothing
        least = sum(each["count_min"] for each in counted)
        most = (
            None if any(each["count_max"] is None for each in counted) else sum(each["count_max"] for each in counted)
        )
        readings = [bounds(value) for value in (claim["value"], *claim["alternatives"]) if value != "none"]
        if (least, most) not in readings:
            yield f"{claim['attribute']} is {claim['value']}, its subjects are {least} to {most}, and no note says why"


def bounds(count: str) -> tuple[int, int | None]:
    """A count as at least and at most (None: no bound).

    >>> bounds("6"), bounds("6.."), bounds("..6"), bounds("5..7")
    ((6, 6), (6, None), (0, 6), (5, 7))
    """
    least, dots, most = count.partition("..")
    return int(least or 0), int(most) if most else None if dots else int(least)


def _page(article: Annotated) -> Iterator[str]:
    seen = visible(article)
    for paragraph in article.text.split("\n\n"):
        if _flat(paragraph) not in seen and not _glued(paragraph, seen, article):
            yield f"the saved page does not have the paragraph {paragraph[:60]!r}"
    for piece in article.gold["furniture"]:
        parts = re.split(r"\s[|·•>›»]\s", piece["text"])
        if not all(_flat(part) in seen for part in parts):
            yield f"the saved page does not have the furniture {piece['text'][:60]!r}"
    if article.gold["article"]["headline"] != article.text.split("\n\n")[0]:
        yield "the text does not begin with the headline"


def _glued(paragraph: str, seen: str, article: Annotated) -> bool:
    """Whether the paragraph is there once furniture that sticks inside it is cut out."""
    for piece in article.gold["furniture"]:
        seen = seen.replace(_flat(piece["text"]), "")
    return re.sub(r"\s", "", paragraph) in re.sub(r"\s", "", seen)


def visible(article: Annotated) -> str:
    """The saved page's words as a reader sees them: tags and scripts gone, runs of white space one space."""
    raw = article.saved.read_text(encoding="utf-8")
    if article.saved.suffix == ".html":
        page = _Visible()
        page.feed(raw)
        raw = html.unescape("".join(page.parts))
    return _flat(raw)


def _flat(text: str) -> str:
    return _MARKUP_TAIL.sub(" ", text).strip()


class _Visible(HTMLParser):
    """Collects what a page shows."""

    _HIDDEN = ("script", "style")

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.hidden += tag in self._HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self._HIDDEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def names(articles: Iterable[Annotated]) -> dict[str, set[str]]:
    """The names of invented people, forces and publishers, each with the splits that it is in.

    Real institutions that publish and letters that stand for names ("Ms H") are left out.
    """
    real = {row["name"] for row in vocabulary.load()["bodies"]}
    found: dict[str, set[str]] = {}
    for article in articles:
        of = [article.gold["article"]["publisher"], article.gold["article"]["byline"]]
        for incident in article.gold["incidents"]:
            of += [person["name"] for person in incident["people"]]
            of += [claim["value"] for claim in incident["claims"] if claim["attribute"] == "force"]
        for name in set(filter(None, of)) - real:
            if _LETTER.search(name):
                continue
            found.setdefault(name, set()).add(article.split)
    return found
