"""What the schema cannot say of gold: sums, ladders, links, copies, the saved page. Each fault is a sentence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from cuttings import home, vocabulary
from cuttings.corpus import saved_page
from cuttings.corpus.files import Annotated, CorpusError, ids, strays, table
from cuttings.dates import timespan
from cuttings.scoring.gold import COUNT, ONCE

Codes = Mapping[str, Sequence[str]]  # column to its codes
_CODED = ("stage", "sanction", "allegation")
_SUMS = {
    "officers_total": ("serving", "former", "unknown"),
    "officers_serving": ("serving",),
    "officers_former": ("former",),
}
_DATES = ("happened", "announced")
_PLAIN = {"force", "unit", "platform", "body", "stage", "sanction", "place", *_SUMS, *_DATES}  # facts: `reported`
_OF_NUMBERS = re.compile(
    r"\d|\b(counts?|counted|totals?|numbers?|sums?|officers?|subjects?|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|dozen)\b",
    re.IGNORECASE,
)
# Control characters, what turns the direction of the text after it, halves of characters: nobody sees them in a cell
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LETTER = re.compile(r"\b[A-Z]$")


def problems(articles: Sequence[Annotated], folder: Path | None = None) -> list[str]:
    """Everything that is wrong in these articles, each as ``id: what``, and in their corpus; none for a sound one.

    Counts must add up over the subjects, or a note must say why they do not; codes are the vocabulary's; links and
    copies lead somewhere; people who are subjects are listed; every piece of text and furniture is in the saved page;
    no incident and no invented name is in two splits. ``folder`` is the corpus that the articles were read from, the
    project's own where None: it must hold nothing that is no article's. What an article copies is looked up there, so
    that one split can be looked at alone; whether apart.csv names incidents that exist is asked of whole corpora only.
    """
    place = folder or home.corpus()
    known = ids(place)
    words = vocabulary.load()
    codes = {column: words.codes(column) for column in _CODED}
    found = [f"{article.id}: {fault}" for article in articles for fault in _faults(article, known, codes)]
    whole = known.keys() <= {article.id for article in articles}
    return [*found, *_in_two_splits(articles), *strays(place), *_apart(place / "apart.csv", _told(articles), whole)]


def _told(articles: Iterable[Annotated]) -> dict[str, set[str]]:
    """The incidents, each with the splits that it is told of in."""
    told: dict[str, set[str]] = {}
    for article in articles:
        for incident in article.gold["incidents"]:
            told.setdefault(incident["incident"], set()).add(article.split)
    return told


def _in_two_splits(articles: Sequence[Annotated]) -> Iterator[str]:
    for how, found in (("told of", _told(articles)), ("named", names(articles))):
        yield from (f"{name}: {how} in {' and '.join(sorted(of))}" for name, of in found.items() if len(of) > 1)


def _apart(path: Path, told: Mapping[str, set[str]], whole: bool) -> Iterator[str]:
    """What is wrong with the pairs that tempt; a corpus need have none."""
    try:
        rows = table(path, ("one", "other", "tempting_because", "apart_by")) if path.is_file() else []
    except CorpusError as error:
        yield str(error)
        return
    for row in rows:
        one, other = pair = row["one"], row["other"]
        if one == other:
            yield f"{path.name}: {one} is put beside itself"
        if whole:
            yield from (f"{path.name}: no article tells of {name!r}" for name in pair if name not in told)
        if one in told and other in told and told[one] != told[other]:
            yield f"{path.name}: {one} and {other} are of two splits"


def _faults(article: Annotated, known: Mapping[str, str], codes: Codes) -> Iterator[str]:
    gold = article.gold
    if gold["id"] != article.id:
        yield f"its id is {gold['id']!r}"
    for what, split in (("id", article.id.partition("-")[0]), ("row of matrix.csv", article.plan["split"])):
        if split != article.split:
            yield f"it lies in {article.split}, and its {what} says {split!r}"
    for string in _strings([gold, article.plan, article.text.replace("\n", "")]):
        if unseen := _UNSEEN.search(string):
            yield f"the character {unseen[0]!a} in {string[max(0, unseen.start() - 30) :][:60]!r} cannot be seen"
    yield from _heading(gold["article"])
    yield from _copy(article, known)
    names = Counter(incident["incident"] for incident in gold["incidents"])
    yield from (f"the incident {name!r} stands twice" for name, times in names.items() if times > 1)
    yield from _links(gold["links"], names)
    for incident in gold["incidents"]:
        excused = any(_excuses(note, incident["incident"], len(gold["incidents"]) == 1) for note in gold["notes"])
        for fault in _incident(incident, excused, codes):
            yield f"{incident['incident']}: {fault}"
    for row in article.spans:
        if "\n\n" in row["words"]:
            yield f"the words {row['words']!r} go over two paragraphs"
    yield from saved_page.faults(article)


def _strings(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping | list):
        for each in part.values() if isinstance(part, Mapping) else part:
            yield from _strings(each)


def _heading(article: Mapping[str, str]) -> Iterator[str]:
    if bool(article["published"]) == (article["published_basis"] == "none"):
        yield "published and its basis disagree"
    if article["published"]:
        try:
            date.fromisoformat(article["published"])
        except ValueError:
            yield f"published {article['published']!r} is no day"


def _copy(article: Annotated, known: Mapping[str, str]) -> Iterator[str]:
    copied = article.gold["article"]["copy_of"]
    if copied == article.id:
        yield "it copies itself"
    elif copied and copied not in known:
        yield f"it copies {copied!r}, which is not here"
    elif copied and known[copied] != article.split:
        yield f"it copies {copied!r}, which is in {known[copied]}"


def _links(links: Iterable[Mapping], names: Iterable[str]) -> Iterator[str]:
    for link in links:
        for end in (link["from"], link["to"]):
            if end and end not in names:
                yield f"a link to {end!r}, which is no incident of the article"
        if link["from"] == link["to"]:
            yield f"a link from {link['from']!r} to itself"


def _excuses(note: str, incident: str, alone: bool) -> bool:
    """Whether a note speaks of an incident's sums: it names the incident, or there is no other and it is of numbers."""
    named = re.search(rf"(?<![\w-]){re.escape(incident)}(?![\w-])", note)
    return bool(named or (alone and _OF_NUMBERS.search(note)))


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
    people = {person["name"] for person in incident["people"]}
    for claim in claims:
        yield from _claim(claim, people, codes)
    yield from _subjects(incident["subjects"], people)
    if not excused:
        yield from _sums(incident)


def _claim(claim: Mapping, people: set[str], codes: Codes) -> Iterator[str]:
    attribute = claim["attribute"]
    if attribute in _PLAIN and claim["standing"] != "reported":
        yield f"{attribute} {claim['value']!r} is {claim['standing']}; a plain fact is reported"
    if attribute == "person" and claim["value"] not in people:
        yield f"{claim['value']} is a person and not among its people"
    for value in _values(claim):
        if value not in codes.get(attribute, (value,)):
            yield f"{value!r} is no {attribute}"
        if attribute in _DATES and timespan.bounds(value) is None:
            yield f"{value!r} is no EDTF date"
        if attribute in _SUMS and not _counts(value):
            yield f"{value!r} is no count"


def _values(claim: Mapping) -> list[str]:
    """What a claim's value may be: its own, and the alternatives but for leaving it out."""
    return [claim["value"], *(each for each in claim["alternatives"] if each != "none")]


def _counts(value: str) -> bool:
    """Whether a value is a count, its most no less than its least."""
    if not re.fullmatch(COUNT, value):
        return False
    least, most = bounds(value)
    return most is None or least <= most


def _subjects(subjects: Iterable[Mapping], people: set[str]) -> Iterator[str]:
    for subject in subjects:
        if subject["name"] and not any(subject["name"] in name or name in subject["name"] for name in people):
            yield f"{subject['name']} is a subject and not among its people"
        least, most = subject["count_min"], subject["count_max"]
        if most is not None and least is None:
            yield f"{subject['words']!r} has a count_max and no count_min"
        elif most is not None and most < least:
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
        readings = [bounds(value) for value in _values(claim) if _counts(value)]
        if (least, most) not in readings:
            yield f"{claim['attribute']} is {claim['value']}, its subjects are {least} to {most}, and no note says why"


def bounds(count: str) -> tuple[int, int | None]:
    """A count as at least and at most (None: no bound).

    >>> bounds("6"), bounds("6.."), bounds("..6"), bounds("5..7")
    ((6, 6), (6, None), (0, 6), (5, 7))
    """
    least, dots, most = count.partition("..")
    return int(least or 0), int(most) if most else None if dots else int(least)


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
