"""The command ``cuttings``. What takes long to import is imported by the verb that needs it."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cuttings import __version__
from cuttings.changes import command as changes_command
from cuttings.corpus import SPLITS, command

if TYPE_CHECKING:
    from cuttings.suite import Outcome

_CODES = """exit codes:
  0  complete
  1  a stage failed: run.json and the last notebook in OUT/notebooks say why
  2  wrong usage or a wrong parameter; nothing was run
  3  complete, but some files were skipped; OUT/tables/skipped.csv says which and why
  4  no article could be read; the report is written and says so
"""
_MOST_SKIPPED = 12


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (the process's own where None) and return its exit code."""
    chosen = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return chosen.do(chosen)
    except KeyboardInterrupt:
        print("cuttings: stopped", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever reads what is printed has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"cuttings: {error}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cuttings",
        description="From a folder of saved news articles to a table of incidents that leads back to their words.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"cuttings {__version__}")
    verbs = parser.add_subparsers(title="verbs", required=True, metavar="VERB")
    _add_run(verbs)
    _add_evaluate(verbs)
    command.add(verbs)
    changes_command.add(verbs)
    _add_review(verbs)
    verb = verbs.add_parser("parameters", help="list the notebooks' parameters: type, default and meaning")
    verb.set_defaults(do=_parameters)
    verb = verbs.add_parser("dictionary", help="print the data dictionary: every table and column, as Markdown")
    verb.set_defaults(do=_dictionary)
    return parser


def _add_run(verbs: argparse._SubParsersAction) -> None:
    verb = verbs.add_parser(
        "run",
        help="run every notebook on a folder of articles, and write tables, charts and a report",
        description="Run every notebook of the suite on the folder ARTICLES. An older run in OUT is replaced.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verb.add_argument("articles", metavar="ARTICLES", help="the folder of saved articles; it is only read")
    verb.add_argument("--out", required=True, metavar="OUT", help="the run's own folder; made if need be")
    verb.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="set a parameter of the notebooks; `cuttings parameters` lists them",
    )
    verb.add_argument(
        "--publish",
        metavar="FOLDER",
        help="write what may be published to FOLDER too, names withheld; the same as -p publish=FOLDER",
    )
    verb.add_argument(
        "--by", choices=["force"], help="a report for each force too, in OUT/by-force; about three seconds each"
    )
    verb.add_argument("--params", type=Path, metavar="FILE", help="a YAML file of parameters; -p overrides it")
    verb.add_argument(
        "--timeout", type=_seconds, default=3600, metavar="SECONDS", help="the most one notebook may take; 0: no limit"
    )
    verb.set_defaults(do=_run)


def _add_evaluate(verbs: argparse._SubParsersAction) -> None:
    verb = verbs.add_parser(
        "evaluate",
        help="compare what is read with gold: precision, recall and F1 for each column",
        description="Without --run, the articles are read afresh: the examples, or a split of the corpus.",
        allow_abbrev=False,
    )
    verb.add_argument("--run", type=Path, metavar="OUT", help="a run's folder")
    gold = verb.add_mutually_exclusive_group()
    gold.add_argument("--gold", type=Path, metavar="FOLDER", help="the gold tables; those of the examples by default")
    gold.add_argument("--split", choices=SPLITS, help="a split of the corpus; test is for a release's figures alone")
    gold.add_argument(
        "--decisions",
        type=Path,
        metavar="CASEBOOK",
        help="no gold: what reviewers decided, by rule and month, and how far they agree",
    )
    verb.add_argument("--keep", action="store_true", help="keep the figures for reports to cite, in data/measured.csv")
    verb.add_argument("--release", action="store_true", help="say that these are a release's figures, to use test")
    verb.set_defaults(do=_evaluate)


def _add_review(verbs: argparse._SubParsersAction) -> None:
    verb = verbs.add_parser(
        "review",
        help="how far the review of a run has got; take the queue out to a spreadsheet, and bring verdicts back",
        description="Without a file, print the state of the review of the run in OUT.",
        allow_abbrev=False,
    )
    verb.add_argument("out", metavar="OUT", type=Path, help="a run's folder")
    verb.add_argument("--casebook", type=Path, metavar="FOLDER", help="the folder of reviewers' decisions")
    verb.add_argument("--reviewer", default="", metavar="NAME", help="who reviews; each decision says it")
    tools = ("sheet", "label-studio", "prodigy", "docbin")
    verb.add_argument("--tool", choices=tools, default="sheet", help="the program that FILE is for, or from")
    verb.add_argument("--annotator", default="", metavar="WHO", help="a reviewer's id there, where it has several")
    file = verb.add_mutually_exclusive_group()
    file.add_argument("--export", type=Path, metavar="FILE", help="write the queue to FILE; a sheet is .csv or .xlsx")
    file.add_argument("--import", type=Path, metavar="FILE", dest="sheet", help="record the verdicts that FILE has")
    file.add_argument("--gold", type=Path, metavar="FOLDER", help="write the articles that are wholly decided as gold")
    file.add_argument("--withdraw", metavar="DECISION_ID", help="take a decision back, an orphaned one for instance")
    verb.set_defaults(do=_review)


def _seconds(text: str) -> float:
    seconds = float(text)
    if not 0 <= seconds < float("inf"):
        raise ValueError
    return seconds


_seconds.__name__ = "number of seconds"  # argparse's message names it


def _refuse(error: Exception) -> int:
    print(f"cuttings: {error}\nNothing was run.", file=sys.stderr)
    return 2


def _run(chosen: argparse.Namespace) -> int:
    from cuttings import suite
    from cuttings.running import parameters
    from cuttings.running.run_folder import FolderError
    from cuttings.vocabulary import VocabularyError

    try:
        values = parameters.read_file(chosen.params) if chosen.params else {}
        values |= parameters.parse(chosen.parameter, suite.known_parameters())
        values |= {"publish": chosen.publish} if chosen.publish else {}
        print(f"Cuttings {__version__}: {chosen.articles} → {chosen.out}", flush=True)
        outcome = suite.run(
            chosen.articles,
            chosen.out,
            values,
            chosen.timeout,
            say=lambda line: print(line, flush=True),
            by_force=chosen.by == "force",
        )
    except (parameters.ParameterError, FolderError, VocabularyError) as error:
        return _refuse(error)
    _tell(outcome, Path(str(values["vocabulary"])) if values.get("vocabulary") else None, values.get("publish"))
    return outcome.code


def _tell(outcome: "Outcome", vocabulary: Path | None, published: object) -> None:
    from cuttings import report

    if outcome.error:
        print(f"\nThe run failed. {outcome.error}\nIts notebook: {outcome.out / 'notebooks'}", file=sys.stderr)
        return
    print("", *report.summary(outcome.out, vocabulary), "", sep="\n")
    _tell_skipped(outcome)
    print(f"Report: {outcome.out / 'report.html'}\nTables: {outcome.out / 'tables'}")
    if (outcome.out / report.INDEX).is_file():
        print(f"By force: {outcome.out / report.INDEX}")
    if published:
        print(f"To publish, once you have read it: {published}")


def _tell_skipped(outcome: "Outcome") -> None:
    from cuttings import tables
    from cuttings.running.execution import plain

    skipped = tables.read("skipped", outcome.out)
    for row in skipped.head(_MOST_SKIPPED).itertuples():
        print(f"Skipped {plain(row.file)}: {plain(row.detail or row.reason)}. {plain(row.remedy)}")
    if len(skipped) > _MOST_SKIPPED:
        print(f"Skipped {len(skipped) - _MOST_SKIPPED} more files: see tables/skipped.csv")
    if not outcome.articles:
        print("No article could be read, so the report is empty.")


def _evaluate(chosen: argparse.Namespace) -> int:
    from cuttings import evaluation, home
    from cuttings.corpus import files, frames
    from cuttings.running import stages
    from cuttings.scoring import matters, measured
    from cuttings.scoring.gold import GoldError
    from cuttings.scoring.pairing import read_run
    from cuttings.tables import TableError

    if chosen.decisions:
        return _evaluate_decisions(chosen)
    if chosen.split == "test" and not chosen.release:
        return _refuse(ValueError("test is for a release's figures alone; add --release if these are, or use dev"))
    if chosen.keep and (chosen.run or chosen.gold or chosen.split not in (None, "dev")):
        return _refuse(
            ValueError("--keep is of the examples, or of --split dev, read afresh: leave out --run and --gold")
        )
    articles = home.corpus() / chosen.split / "saved" if chosen.split else home.example_articles()
    try:
        split = files.read(chosen.split) if chosen.split else []
        gold = frames.as_gold(split) if split else evaluation.read_gold(chosen.gold or home.gold())
        with TemporaryDirectory(prefix="cuttings-") as folder:
            if not chosen.run:
                stages.make_tables(articles, Path(folder))
            run = read_run(chosen.run or Path(folder))
            found = evaluation.compare(gold, run)
            print(evaluation.report_lines(found), matters.report_lines(gold, run), sep="\n\n")
        if chosen.keep:
            measured.keep(found, chosen.split or "examples")
    except (GoldError, TableError, files.CorpusError) as error:
        return _refuse(error)
    return 0


def _review(chosen: argparse.Namespace) -> int:
    from cuttings.review import command

    return command.do(chosen)


def _evaluate_decisions(chosen: argparse.Namespace) -> int:
    from cuttings.casebook import DecisionError, load
    from cuttings.review.agreement import agreement, report_lines
    from cuttings.scoring import decided

    casebook = chosen.decisions
    if chosen.run:
        return _refuse(ValueError("--decisions is of a casebook, whatever the run: leave out --run"))
    if not (casebook / "decisions.jsonl").is_file():
        return _refuse(ValueError(f"{casebook} is no casebook: it has no decisions.jsonl"))
    try:
        decisions = load(casebook)
    except DecisionError as error:
        return _refuse(error)
    told = [*decisions.notes, decided.report_lines(decisions), report_lines(agreement(decisions))]
    print(*told, sep="\n\n")
    return 0


def _parameters(chosen: argparse.Namespace) -> int:
    from cuttings.suite import known_parameters

    for parameter in known_parameters().values():
        print(f"{parameter.name}: {parameter.type} = {parameter.default!r}\n    {parameter.help}")
        print(f"    in {', '.join(parameter.notebooks)}")
    return 0


def _dictionary(chosen: argparse.Namespace) -> int:
    from cuttings import dictionary

    print(dictionary.markdown())
    return 0
