"""The accounts that are incidents of the beat, each with its ledger and claims, and what each is told by."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import pandas as pd

from cuttings.assemble.accounts import MAIN, Account, Mention, accounts
from cuttings.assemble.beat.belongs import opens_on_police, tells_of_the_beat
from cuttings.assemble.claim import Claim
from cuttings.assemble.claims import claims
from cuttings.assemble.matching import Features
from cuttings.assemble.naming import ANONYMOUS
from cuttings.assemble.stages.reached import Ladder
from cuttings.assemble.subjects.ledger import Ledger, ledger
from cuttings.extract.discourse.segments import IN_PASSING
from cuttings.extract.patterns import words

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][a-zà-ÿ]{2,}\b")
_NO_SERVICE = {"encrypted messaging group"}  # a service that the article does not name may be any
# Capitalised words that tell no matter from another.
_NO_NAMES = frozenset(
    words(
        "Police Constable Sergeant Inspector Superintendent Chief Officer Officers Monday Tuesday Wednesday Thursday "
        "Friday Saturday Sunday Mrs Act January February March April May June July August September October November "
        "December English British Facebook Court Christmas Commissioner Detective"
    )
)


@dataclass(frozen=True)
class Told:
    """An account that is an incident of the beat, with its ledger and claims."""

    account: Account
    ledger: Ledger
    claims: tuple[Claim, ...]

    @property
    def key(self) -> str:
        """The account's name in the table matches."""
        return self.account.key

    @property
    def is_main(self) -> bool:
        """Whether it is what its article is about: the main matter, which opens on police, or an item of a round-up."""
        return self.account.is_item or (self.account.number == MAIN and opens_on_police(self.account))

    def values(self, attribute: str) -> list[str]:
        """The values of its claims of one attribute."""
        return [claim.value for claim in self.claims if claim.attribute == attribute]


def told(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame, ladder: Ladder) -> list[Told]:
    """The incidents that the articles tell of, in the order of the articles; takes the tables of those names."""
    found: list[Told] = []
    for account in accounts(articles, sentences, mentions):
        book = ledger(account)
        said = claims(account, book, ladder)
        if tells_of_the_beat(account, said):
            main = next((each for each in reversed(found) if each.account.article_id == account.article_id), None)
            found.append(Told(account, book, (*_same_force(account, said, main), *said)))
    return found


def _same_force(account: Account, said: list[Claim], main: Told | None) -> Iterator[Claim]:
    """The main matter's one force, for a matter told of in passing that names none: "It is the second sacking this
    year. In May a sergeant …"; derived, with the words that name the force elsewhere.
    """
    in_passing = any(piece.cue == IN_PASSING for piece in account.pieces)
    if main is None or not in_passing or main.account.number != MAIN or any(c.attribute == "force" for c in said):
        return
    forces = [claim for claim in main.claims if claim.attribute == "force"]
    if len(forces) == 1 and not _ELSEWHERE.search(account.words):
        yield replace(forces[0], origin="derived", rule="force:same", stands_on=(forces[0],))


# "in neighbouring Dorset", "a Swindon constable": police of somewhere, and perhaps of another force
_ELSEWHERE = re.compile(
    r"\b(?:neighbouring|another (?:police )?force|elsewhere|other forces|different force)\b"
    r"|(?<=[a-z,] )(?!PC|DC|DS|DI|Sgt|Det|Det Con|Insp|Supt|Officer|Constable|Sergeant|Inspector|Detective)"
    r"[A-Z][a-z]+(?:['’]s)? (?:police|officers?|constables?|sergeants?|inspectors?|detectives?|PCs?)\b"
)


def features(item: Told) -> Features:
    """What an account is compared by with those of other articles."""
    account = item.account

    def values(attribute: str) -> frozenset[str]:
        return frozenset(item.values(attribute))

    return Features(
        key=item.key,
        article_id=account.article_id,
        published=account.published,
        **by_values(values),
        subjects=_names(account.subjects()),
        total=next(iter(item.values("officers_total")), ""),
        counts=frozenset(mention.value for mention in account.of("OFFICERS")),
        names=_uncovered(account),
        born=frozenset(_born(account)),
        people=_names(m for m in account.of("PERSON") if m.detail.get("role") in {"victim", "family", "other"}),
    )


def _born(account: Account) -> Iterator[tuple[str, int]]:
    """Each subject's name and about the year of birth, where an age stands beside the name in a dated article."""
    for person in account.of("PERSON"):
        age = _AGE_AFTER.match(account.text, person.end) or _AGE_BEFORE.search(
            account.text, max(person.start - 60, 0), person.start
        )
        if person.officer and age and account.published:
            yield person.value, int(account.published[:4]) - int(age[1])


# "PC Dana Frome, 41, of", "Dana Frome (41)", "the 41-year-old former constable Dana Frome"
_AGE_AFTER = re.compile(r"(?:, (?:aged )?| \()([2-7]\d)(?=[,.;)]| who| from| of| and|$)")
_AGE_BEFORE = re.compile(r"\b([2-7]\d)-year-old (?:[\w’'-]+ ){0,4}\Z")


def by_values(values: Callable[[str], frozenset[str]]) -> dict[str, frozenset[str]]:
    """The fields of Features that are values of claims; ``values`` gives those of an attribute."""
    return {
        "forces": frozenset(force for force in values("force") if not force.startswith("unnamed")),
        "units": values("unit"),
        "platforms": values("platform") - _NO_SERVICE,
        "allegations": values("allegation") - {"other"},
        "years": frozenset(day[:4] for day in values("happened") if day[:4].isdigit()),
    }


def _names(people: Iterable[Mention]) -> frozenset[str]:
    """Their names; a letter for a name tells nobody from anybody."""
    return frozenset(mention.value for mention in people if not ANONYMOUS.fullmatch(mention.value))


def proper_names(sentences: Iterable[str], covered: set[str]) -> frozenset[str]:
    """Words with a capital inside sentences, but for those that are ``covered`` by something that has a column of its
    own: places, the name of a chat, an operation.
    """
    capitals = {found.group() for sentence in sentences for found in _CAPITAL.finditer(sentence)}
    return frozenset(capitals - covered - _NO_NAMES)


def _uncovered(account: Account) -> frozenset[str]:
    marked = account.of("PERSON", "FORCE", "BODY", "PLATFORM", "DATE", "LAW", "RANK")
    sentences = (account.text[piece.start : piece.end] for piece in account.pieces)
    return proper_names(sentences, {word for mention in marked for word in mention.text.split()})
