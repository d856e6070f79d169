"""What may be published: the names that a published report withholds, and the one place that says so.

A person is named only where every row of the table ``people`` with the name says ``nameable == "yes"``. A name that
another table holds as a person's, and that has no row in ``people``, is withheld too: nothing said that it may stand.
A name that no table holds is not seen: whoever publishes reads the report first.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from cuttings import tables
from cuttings.telling.redaction import Redactor, key_of, words_of
from cuttings.vocabulary import Vocabulary

_NO_PERSONS = ("force", "body", "platform", "place", "law")
_GENERIC = frozenset(("police", "constabulary", "department", "service", "force", "station", "cops"))


def withheld(people: pd.DataFrame) -> tuple[str, ...]:
    """The names in ``people`` that are not to be published, each once, sorted: those with any row not ``yes``.

    A cipher ("Officer A") is no name: it is what a name was withheld with.
    """
    return tuple(sorted({name for name in people.loc[people["nameable"] != "yes", "name"] if words_of(name)}))


def nameable(people: pd.DataFrame) -> tuple[str, ...]:
    """The names in ``people`` that may be published, each once, sorted: those with no row but ``yes``."""
    return tuple(sorted({name for name in people["name"] if name} - set(withheld(people))))


def named(data: Mapping[str, pd.DataFrame], given_names: Collection[str] = ()) -> set[str]:
    """The names that tables other than ``people`` hold as a person's: ``subjects, claims, incidents, mentions``.

    Of mentions only names of two words and more that begin with a given name, or none of whose words is a force's, a
    body's or a place's: Sarah Derby is withheld, and a force that was mistaken for a person stays in the report.
    """
    claims, mentions = data["claims"], data["mentions"]
    cells = [*data["incidents"]["people"], *claims.loc[claims["attribute"] == "person", "value"]]
    names = {name for cell in cells for name in tables.split(cell)} | set(data["subjects"]["name"]) - {""}
    others = {key_of([word]) for phrase in _phrases(data) for word in phrase.split()}
    for name in mentions.loc[mentions["label"] == "PERSON", "value"].unique():
        words = words_of(name)
        if len(words) > 1 and (words[0] in given_names or not {key_of([word]) for word in words} & others):
            names.add(name)
    return names


def redactor(out: Path, vocabulary: Vocabulary, *others: tuple[Path, Vocabulary]) -> Redactor:
    """The one for the run in the folder ``out``: forces, bodies and places, of the run and of the vocabulary, stand.

    With other runs, each with its vocabulary, the strictest for all of them: a name that one of them withholds is
    withheld, and what frees a name (a force's name, an ordinary word) must do so in each.
    Raises TableError when a table it needs is missing.
    """
    runs = [_Run.read(*run) for run in ((out, vocabulary), *others)]
    phrases = [phrase for phrase in runs[0].phrases if all(phrase in run.phrases for run in runs[1:])]
    ordinary = frozenset.intersection(*(run.ordinary for run in runs))
    named = set().union(*(run.named for run in runs))
    return for_people(pd.concat([run.people for run in runs]), named, phrases, ordinary)


class _Run(NamedTuple):
    """What of a run its names are withheld by; ``phrases`` in their order."""

    people: pd.DataFrame
    named: set[str]
    phrases: dict[str, None]
    ordinary: frozenset[str]

    @classmethod
    def read(cls, out: Path, vocabulary: Vocabulary) -> "_Run":
        data = {name: tables.read(name, out) for name in ("people", "subjects", "claims", "incidents", "mentions")}
        known = [
            words
            for table in ("forces", "bodies", "places")
            for row in vocabulary[table]
            for words in (row.value, row.form)
        ]
        given = {row.form for row in vocabulary["given_names"]}
        phrases = dict.fromkeys(with_places([*_phrases(data), *known]))
        return cls(data["people"], named(data, given), phrases, ordinary_words(tables.read("articles", out)["text"]))


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that articles write more often in lower case than with a capital: no names of anybody, mostly."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORDS.findall(text))
    return frozenset(word for word, count in counts.items() if word.islower() and count > counts[word.capitalize()])


_WORDS = re.compile(r"[^\W\d_]+")


def for_people(
    people: pd.DataFrame,
    others: Iterable[str] = (),
    phrases: Iterable[str] = (),
    ordinary: Collection[str] = (),
) -> Redactor:
    """For the table ``people``, and for other names, which are withheld unless they are, or are part of, a name that
    ``people`` lets stand; ``phrases`` are no person's (Microsoft Teams is nobody, whatever was read), and ``ordinary``
    words are no first names."""
    allowed, phrases = nameable(people), list(phrases)
    nobody = {key_of(phrase.split()) for phrase in phrases}
    known = [{key_of([word]) for word in words_of(name)} for name in allowed]
    unknown = [name for name in others if not any({key_of([word]) for word in words_of(name)} <= one for one in known)]
    names = [name for name in (*withheld(people), *unknown) if key_of(words_of(name)) not in nobody]
    return Redactor(names, allowed, phrases, ordinary)


def redact(text: str, names: Iterable[str], nameable: Iterable[str] = ()) -> str:
    """The text with each of the names as ``[name withheld]``, as Redactor does."""
    return Redactor(names, nameable)(text)


def with_places(phrases: Iterable[str]) -> Iterator[str]:
    """The phrases, and what is left of a force's name without its last words: West Yorkshire (Police)."""
    for phrase in dict.fromkeys(phrases):
        yield phrase
        words = phrase.split()
        while words and words[-1].casefold() in _GENERIC:
            words = words[:-1]
        yield " ".join(words)


def _phrases(data: Mapping[str, pd.DataFrame]) -> list[str]:
    """Words that are no person's; what a reviewer wrote, or rejected, does not make a name one of these."""
    claims, mentions = data["claims"], data["mentions"]
    read = (claims["origin"] != "reviewer") & (claims["decision"] != "rejected")
    values = claims.loc[read & claims["attribute"].isin(_NO_PERSONS), "value"]
    words = mentions.loc[mentions["label"].isin([name.upper() for name in _NO_PERSONS]), "text"]
    return [*values.unique(), *words.unique()]
