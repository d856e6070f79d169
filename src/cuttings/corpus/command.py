"""``cuttings corpus``: check, count, compare and show the corpus of articles with gold."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from cuttings.corpus import SPLITS

Verb = Callable[[argparse.Namespace], int]


def add(verbs: argparse._SubParsersAction) -> None:
    """Add ``corpus`` and its own verbs to the command's verbs."""
    corpus = verbs.add_parser(
        "corpus",
        help="check, count, compare and show the corpus of articles with gold",
        description="The corpus of articles in data/corpus, written for this project, each with its gold.",
        allow_abbrev=False,
    )
    own = corpus.add_subparsers(title="verbs", required=True, metavar="VERB")
    verb = _add(own, "check", _check, "look for faults in gold and for splits that have moved; exit code 1 if any")
    verb.add_argument("--folder", type=Path, metavar="FOLDER", help="a corpus elsewhere; the project's own by default")
    _add(own, "matrix", _matrix, "count the articles by genre, country, stage, form and the rest, split by split")
    _add(own, "overlap", _overlap, "count the five-word sequences that articles share, between splits and inside them")
    _add(own, "agreement", _agreement, "compare the second, blind readings with the first, column by column")
    verb = _add(own, "pages", _pages, "write the articles with their gold in colour as pages to leaf through")
    verb.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the pages go")
    verb.add_argument(
        "--split",
        choices=SPLITS,
        action="append",
        metavar="SPLIT",
        help="train, dev or test, once for each that is wanted; train by default, for test is to be left alone",
    )
    verb = _add(own, "docbin", _docbin, "write a split as a spaCy DocBin for training")
    verb.add_argument("--split", choices=SPLITS, required=True)
    verb.add_argument("--out", type=Path, required=True, metavar="FILE", help="the .spacy file to write")
    verb = _add(own, "anchor", _anchor, "fill in the offsets of gold that was written with its words alone")
    verb.add_argument("files", type=Path, nargs="+", metavar="GOLD", help="a gold file, data/corpus/SPLIT/gold/ID.json")
    _add(own, "learn", _learn, "learn the weights by which totals are chosen, from train, plain and the examples")
    _add(own, "freeze", _freeze, "fix the splits as they are: write splits.csv and the figures of README.md")


def _add(verbs: argparse._SubParsersAction, name: str, do: Verb, what: str) -> argparse.ArgumentParser:
    verb = verbs.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False)
    verb.set_defaults(do=lambda chosen: _careful(do, chosen))
    return verb


def _careful(do: Verb, chosen: argparse.Namespace) -> int:
    from cuttings.corpus.files import CorpusError

    try:
        return do(chosen)
    except CorpusError as error:
        print(f"cuttings: {error}", file=sys.stderr)
        return 2


def _check(chosen: argparse.Namespace) -> int:
    from cuttings import home
    from cuttings.corpus import consistency, files, splits

    folder = chosen.folder or home.corpus()
    articles, unread = files.readable(None, folder)
    twice = [fault for reading in files.TWICE for fault in files.readable(None, folder, reading)[1]]
    moved = [] if unread else splits.moved(articles, folder)  # of half a split it cannot be said
    # a text that cannot be read is a fault of every reading of it
    faults = list(dict.fromkeys([*unread, *twice, *consistency.problems(articles, folder), *moved]))
    print(*faults, f"{_number(len(articles), 'article')}, {_number(len(faults), 'fault')}", sep="\n")
    return 1 if faults else 0


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _matrix(chosen: argparse.Namespace) -> int:
    from cuttings.corpus import files, matrix

    articles = files.read()
    table = matrix.matrix(articles)
    for dimension in matrix.DIMENSIONS:
        print(matrix.by_split(table, dimension).to_string(), end="\n\n")
    print("Pairs of values that some article has:", matrix.filled(table).to_string(index=False), sep="\n", end="\n\n")
    for times, incidents in sorted(matrix.told(articles).items()):
        print(f"{_number(incidents, 'incident')} told of by {_number(times, 'article')}")
    return 0


def _overlap(chosen: argparse.Namespace) -> int:
    from cuttings.corpus import files, overlap

    articles = files.read()
    print(
        overlap.table(articles).to_string(index=False), overlap.commonest(articles).to_string(index=False), sep="\n\n"
    )
    return 0


def _agreement(chosen: argparse.Namespace) -> int:
    from cuttings.corpus import agreement, files

    first, second = files.read_twice()
    table = agreement.agreement(first, second)
    rates = {rate: table[rate].map("{:.2f}".format, na_action="ignore") for rate in ("strict", "with_alternatives")}
    print(f"{_number(len(second), 'article')} read twice\n")
    print(table.assign(**rates).to_string(index=False, na_rep="-"))
    return 0


def _pages(chosen: argparse.Namespace) -> int:
    from cuttings.corpus import files, pages

    wanted = chosen.split or ["train"]
    print(pages.write_pages([article for name in SPLITS if name in wanted for article in files.read(name)], chosen.out))
    return 0


def _docbin(chosen: argparse.Namespace) -> int:
    import spacy

    from cuttings.corpus import files, training

    if chosen.out.is_dir():
        raise files.CorpusError(f"{chosen.out} is a folder: give a file, such as {chosen.out / chosen.split}.spacy")
    number = training.write_docbin(spacy.blank("en"), files.read(chosen.split), chosen.out)
    print(f"{chosen.out}: {_number(number, 'article')}")
    return 0


def _anchor(chosen: argparse.Namespace) -> int:
    from cuttings.corpus import anchoring

    for path in chosen.files:
        print(f"{path}: {_number(anchoring.anchor(path), 'row')} anchored")
    return 0


def _learn(chosen: argparse.Namespace) -> int:
    from cuttings.assemble.subjects.weighing import WEIGHTS
    from cuttings.corpus import files, learning

    found = learning.from_corpus(files.read("train"))
    precision, recall = learning.cross_validated(found)
    WEIGHTS.write_text(learning.table(learning.learn(found)), "utf-8")
    print(f"{len(found)} accounts; cross-validated precision {precision:.3f}, recall {recall:.3f}", WEIGHTS, sep="\n")
    return 0


def _freeze(chosen: argparse.Namespace) -> int:
    from cuttings import home
    from cuttings.corpus import datasheet, files, splits

    articles, page = files.read(), home.corpus() / "README.md"
    page.write_text(datasheet.fill(page.read_text("utf-8"), articles, files.read_twice()), "utf-8")
    print(splits.freeze(articles), page, sep="\n")
    return 0
