"""The accounts that are incidents of the beat, each with its ledger and claims, and what each is told by."""

import re
from dataclasses import dataclass

import pandas as pd

from cuttings.assemble.accounts import Account, accounts
from cuttings.assemble.beat import tells_of_the_beat
from cuttings.assemble.claim import Claim
from cuttings.assemble.claims import claims
from cuttings.assemble.ledger import Ledger, ledger
from cuttings.assemble.matching import Features
from cuttings.assemble.stages_reached import Ladder
from cuttings.extract.patterns import words

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][a-zà-ÿ]{2,}")
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

    def values(self, attribute: str) -> list[str]:
        """The values of its claims of one attribute."""
        return [claim.value for claim in self.claims if claim.attribute == attribute]


def told(articles: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame, ladder: Ladder) -> list[Told]:
    """The incidents that the articles tell of, in the order of the articles; takes the tables of those names."""
    found = []
    for account in accounts(articles, sentences, mentions):
        book = ledger(account)
        said = claims(account, book, ladder)
        if tells_of_the_beat(account, said):
            found.append(Told(account, book, tuple(said)))
    return found


def features(item: Told) -> Features:
    """What an account is compared by with those of other articles."""
    account = item.account

    def values(attribute: str) -> frozenset[str]:
        return frozenset(item.values(attribute))

    return Features(
        key=item.key,
        article_id=account.article_id,
        published=account.published,
        forces=frozenset(force for force in values("force") if not force.startswith("unnamed")),
        subjects=frozenset(mention.value for mention in account.subjects()),
        units=values("unit"),
        platforms=values("platform"),
        allegations=values("allegation"),
        happened=values("happened"),
        total=next(iter(item.values("officers_total")), ""),
        names=_proper_names(account),
        people=frozenset(
            m.value for m in account.of("PERSON") if m.detail.get("role") in {"victim", "family", "other"}
        ),
    )


def _proper_names(account: Account) -> frozenset[str]:
    """Words with a capital inside its sentences that no mention covers: places, the name of a chat, an operation."""
    marked = account.of("PERSON", "FORCE", "BODY", "PLATFORM", "DATE", "LAW", "RANK")
    covered = {word for mention in marked for word in mention.text.split()}
    capitals = {m.group() for p in account.pieces for m in _CAPITAL.finditer(account.text, p.start, p.end)}
    return frozenset(capitals - covered - _NO_NAMES)
