"""Learning the weights of ``assemble/subjects/weighing.py`` from gold: which of an account's totals a careful editor
gives.

A softmax over the totals of an account and the empty cell, its weights held near where they start; the same articles
give the same weights. ``cuttings corpus learn`` reads ``train``, ``plain`` and the examples, never ``dev`` or ``test``.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from cuttings import evaluation, home, tables
from cuttings.assemble.accounts import Account
from cuttings.assemble.incidents import named_items
from cuttings.assemble.subjects.groups import counted_groups
from cuttings.assemble.subjects.in_question import named_in_question
from cuttings.assemble.subjects.totals import best, totals_of
from cuttings.assemble.subjects.weighing import FEATURES, features, using
from cuttings.corpus.files import Annotated
from cuttings.corpus.frames import as_gold
from cuttings.extract.counts.numbers import written
from cuttings.running import stages
from cuttings.scoring.gold import Gold
from cuttings.scoring.pairing import pair_up, read_run

# Where the weights start and are held: with the total that the points favour, until the corpus speaks against it
_START = np.array([2.0 * (name == "favourite") for name in FEATURES])
_HELD = 2.0  # the weight of the squares of their distances from there, over all accounts
_EXAMPLES = 3  # how often each example article counts
_STEPS, _RATE = 600, 0.05
# Taken off the empty cell once its weight is learnt: cross-validated, recall is best bought here
_RATHER_A_NUMBER = 0.5
_NONE = FEATURES.index("none")
# Set by hand: in newspapers "two constables and a sergeant" are three; ``train``, hard on purpose, doubts it
# and a number that is told as that of all is one: few articles tell it so. Cross-validated, neither does harm
_BY_HAND = {"joined": 1.0, "tally": 3.0}
# What the run is made with that is learnt from, so that what was learnt before has no part in it
_POINTS_ALONE = {**dict.fromkeys(FEATURES, 0.0), "favourite": 1.0}


@dataclass(frozen=True)
class Choice:
    """One account: a row of ``options`` a total, the last one the empty cell; ``right`` marks what gold allows."""

    file: str
    options: np.ndarray
    right: np.ndarray


def choices(gold: Gold, articles: Path) -> list[Choice]:
    """The choices of the incidents of gold that a run on the folder ``articles`` finds; optional ones left out."""
    with TemporaryDirectory(prefix="cuttings-") as folder, using(_POINTS_ALONE):
        out = Path(folder)
        stages.make_tables(articles, out)
        return list(_choices(gold, out))


def _choices(gold: Gold, out: Path) -> Iterator[Choice]:
    items = {(item.account.article_id, incident): item.account for item, incident in named_items(out)}
    names = dict(tables.read("articles", out)[["file", "article_id"]].itertuples(index=False))
    for pairing in pair_up(gold, read_run(out)):
        for number, golden in enumerate(pairing.golden):
            if golden.optional or number not in pairing.pairs:
                continue
            found = pairing.founds[pairing.pairs[number]]
            account = items[names[pairing.file], found.incident_id]
            readings = golden.readings.get("officers_total", ())
            allowed = {value for reading in readings for value in (reading.value, *reading.alternatives)}
            if not readings or any(reading.optional for reading in readings):
                allowed.add("none")
            yield _choice(pairing.file, account, allowed)


def _choice(file: str, account: Account, allowed: set[str]) -> Choice:
    groups, named = counted_groups(account), named_in_question(account)
    totals = totals_of(groups, named, account)
    favourite = best(totals, named)
    rows = [features(total, totals, named, account, favourite) for total in totals]
    options = [[row.get(name, 0.0) for name in FEATURES] for row in (*rows, {"none": 1.0})]
    allowed |= {value.removesuffix("..") for value in allowed}  # "at least six" is claimed as six
    right = [not allowed.isdisjoint({str(total.least), written(total.least, total.most)}) for total in totals]
    return Choice(file, np.array(options), np.array([*right, "none" in allowed], dtype=float))


def learn(found: Sequence[Choice]) -> np.ndarray:
    """The weights, in the order of ``FEATURES``, under which what gold allows is likeliest."""
    told = [(each.options, each.right if each.right.any() else np.eye(len(each.right))[-1]) for each in found]
    weights, mean, spread = _START.copy(), np.zeros(len(FEATURES)), np.zeros(len(FEATURES))
    for step in range(1, _STEPS + 1):  # Adam (Kingma and Ba, 2015), all accounts at once
        slope = _HELD * (weights - _START) / len(told)
        for options, right in told:
            likely = _softmax(options @ weights)
            slope += options.T @ (likely - likely * right / max(likely @ right, 1e-9)) / len(told)
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    weights[_NONE] -= _RATHER_A_NUMBER
    for name, weight in _BY_HAND.items():
        weights[FEATURES.index(name)] = weight
    return weights


def _softmax(weighed: np.ndarray) -> np.ndarray:
    likely = np.exp(weighed - weighed.max())
    return likely / likely.sum()


def rates(found: Sequence[Choice], weights: np.ndarray) -> tuple[float, float]:
    """Precision and recall of the totals that the weights choose."""
    right = wrong = missed = 0
    for each in found:
        chosen = int((each.options @ weights).argmax())
        empty, wanted = chosen == len(each.right) - 1, not each.right[-1]
        right += not empty and each.right[chosen] > 0
        wrong += not empty and not each.right[chosen]
        missed += wanted and (empty or not each.right[chosen])
    return right / max(1, right + wrong), right / max(1, right + missed)


def cross_validated(found: Sequence[Choice], folds: int = 5) -> tuple[float, float]:
    """Precision and recall on accounts that the weights were not learnt from; one story's articles stay together."""
    stories = sorted({_story(each) for each in found})
    each_fold = []
    for fold in range(folds):
        held = {story for number, story in enumerate(stories) if number % folds == fold}
        weights = learn([each for each in found if _story(each) not in held])
        each_fold.append([rates([each for each in found if _story(each) in held], weights)])
    mean = np.array(each_fold).mean(axis=0)[0]
    return float(mean[0]), float(mean[1])


def _story(choice: Choice) -> str:
    return choice.file.rsplit("-", 1)[0]


def table(weights: np.ndarray) -> str:
    """The weights as the CSV that ``weighing`` reads."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["feature", "weight"])
    writer.writerows((name, f"{weight:.3f}") for name, weight in zip(FEATURES, weights, strict=True))
    return out.getvalue()


def from_corpus(articles: Sequence[Annotated]) -> list[Choice]:
    """The choices of a split of the corpus, of the articles of ``plain`` and of the examples."""
    split = choices(as_gold(articles), articles[0].saved.parent)
    plain = choices(evaluation.read_gold(home.plain() / "gold"), home.plain() / "articles")
    examples = choices(evaluation.read_gold(home.gold()), home.example_articles())
    return [*split, *plain, *examples * _EXAMPLES]
