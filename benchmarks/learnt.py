"""What classifiers that spaCy trains make of a sentence, against the rules: learnt on the train split, counted on dev.

Four questions: which kinds of conduct a sentence tells of (also with the answer of the rules among its words), whether
it tells of the first matter of its article or of another one, and whether a stage or sanction in it is reported as a
fact. Bags of words and of pairs of words, on the CPU, without vectors. Precision, recall and F1, and the size of the
trained weights.

    .venv/bin/python benchmarks/learnt.py
"""

import random
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import fix_random_seed

from cuttings.corpus import files
from cuttings.corpus.files import Annotated
from cuttings.extract.spans import detail, mentions
from cuttings.pipeline import build_pipeline, read

ROUNDS, SEED = 30, 7
SURE = [step / 20 for step in range(1, 20)]  # from where on a label is given: chosen on a fifth of the train split
BAG = {
    "@architectures": "spacy.TextCatBOW.v3",
    "exclusive_classes": False,
    "length": 65536,
    "ngram_size": 2,
    "no_output_layer": False,
}


@dataclass(frozen=True)
class Told:
    """A sentence: its words, what gold says, what the rules say."""

    text: str
    gold: frozenset[str]
    rules: frozenset[str]


Question = Callable[[Annotated, Doc], Iterable[Told]]


def conduct(article: Annotated, doc: Doc) -> Iterable[Told]:
    """The kinds of conduct that a sentence tells of."""
    rows = [
        claim for each in article.gold["incidents"] for claim in each["claims"] if claim["attribute"] == "allegation"
    ]
    for sentence in doc.user_data["sentences"]:
        inside = [row for row in rows if sentence.start <= row["start"] < sentence.end]
        marked = [span for span in mentions(doc, "ALLEGATION") if sentence.start <= span.start_char < sentence.end]
        yield Told(sentence.text, _of(row["value"] for row in inside), _of(span.kb_id_ for span in marked))


def conduct_with_rules(article: Annotated, doc: Doc) -> Iterable[Told]:
    """The same, with what the rules found put among the words."""
    for told in conduct(article, doc):
        yield Told(" ".join([told.text, *(f"RULE_{code}" for code in sorted(told.rules))]), told.gold, told.rules)


def another_matter(article: Annotated, doc: Doc) -> Iterable[Told]:
    """Whether a sentence in which gold has something tells of another matter than the article's first."""
    first = next((each["incident"] for each in article.gold["incidents"]), "")
    for segment in doc.user_data["segments"]:
        told = {
            each["incident"]
            for each in article.gold["incidents"]
            for claim in each["claims"]
            if segment.start <= claim["start"] < segment.end
        }
        if told:
            another = first not in told
            yield Told(doc.text[segment.start : segment.end], _if(another), _if(segment.account != 0))


def reported(article: Annotated, doc: Doc) -> Iterable[Told]:
    """Whether a sentence with a stage or sanction in it reports one as a fact of the article's matters."""
    rows = [c for each in article.gold["incidents"] for c in each["claims"] if c["attribute"] in {"stage", "sanction"}]
    for sentence in doc.user_data["sentences"]:
        marked = [s for s in mentions(doc, "STAGE", "SANCTION") if sentence.start <= s.start_char < sentence.end]
        if marked:
            gold = any(sentence.start <= row["start"] < sentence.end for row in rows)
            yield Told(sentence.text, _if(gold), _if(any(detail(s).get("assertion") == "asserted" for s in marked)))


def _of(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(codes) - {"other"}


def _if(answer: bool) -> frozenset[str]:
    return frozenset({"yes"} if answer else ())


def learn(told: list[Told]) -> Language:
    """A text classifier of several labels, trained on these sentences."""
    fix_random_seed(SEED)
    nlp = spacy.blank("en")
    classifier = nlp.add_pipe("textcat_multilabel", config={"model": BAG})
    labels = sorted({label for each in told for label in each.gold})
    for label in labels:
        classifier.add_label(label)
    examples = [
        Example.from_dict(nlp.make_doc(each.text), {"cats": {label: float(label in each.gold) for label in labels}})
        for each in told
    ]
    optimizer = nlp.initialize(lambda: examples)
    shuffle = random.Random(SEED).shuffle  # noqa: S311 (not for secrets)
    for _ in range(ROUNDS):
        shuffle(examples)
        for batch in spacy.util.minibatch(examples, size=64):
            nlp.update(batch, sgd=optimizer, drop=0.3)
    return nlp


Answer = tuple[frozenset[str], frozenset[str]]  # gold's and the given one


def answers(nlp: Language, told: list[Told]) -> list[tuple[frozenset[str], dict[str, float]]]:
    """Gold's labels of each sentence, and how sure the classifier is of each label."""
    return [(each.gold, doc.cats) for each, doc in zip(told, nlp.pipe(each.text for each in told), strict=True)]


def given(found: Iterable[tuple[frozenset[str], dict[str, float]]], sure: float) -> list[Answer]:
    return [(gold, frozenset(label for label, score in cats.items() if score >= sure)) for gold, cats in found]


def rates(pairs: Iterable[Answer]) -> tuple[float, float, float]:
    """Precision, recall and F1."""
    pairs = list(pairs)
    right = sum(len(gold & told) for gold, told in pairs)
    gold, told = (sum(len(pair[at]) for pair in pairs) for at in (0, 1))
    return right / max(told, 1), right / max(gold, 1), 2 * right / max(gold + told, 1)


def shown(pairs: Iterable[Answer]) -> str:
    return "  ".join(f"{rate:.2f}" for rate in rates(pairs))


def megabytes(nlp: Language) -> float:
    with tempfile.TemporaryDirectory() as folder:
        nlp.to_disk(folder)
        return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6


def main() -> None:
    rules = build_pipeline()
    docs = {
        split: [(a, read(rules, a.text)) for a in files.read(split) if a.gold["article"]["language"] == "en"]
        for split in ("train", "dev")
    }
    print(f"{'':22}{'':9}precision, recall, F1")
    for question in (conduct, conduct_with_rules, another_matter, reported):
        told = {split: [each for article, doc in docs[split] for each in question(article, doc)] for split in docs}
        nlp = learn([each for number, each in enumerate(told["train"]) if number % 5])
        held = answers(nlp, told["train"][::5])
        sure = max(SURE, key=lambda sure: rates(given(held, sure))[2])
        print(f"{question.__name__:22}rules    {shown((each.gold, each.rules) for each in told['dev'])}")
        learnt = shown(given(answers(nlp, told["dev"]), sure))
        print(f"{'':22}learnt   {learnt}   {len(told['train'])} sentences, {megabytes(nlp):.1f} MB")


if __name__ == "__main__":
    main()
