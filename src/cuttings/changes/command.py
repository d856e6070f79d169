"""``cuttings diff``: what changed between two runs."""

import argparse
import os
import sys
import traceback
from pathlib import Path

_CODES = """exit codes, as diff(1) has them:
  0  nothing changed
  1  something changed
  2  wrong usage, or a run that cannot be compared; nothing was written

Results are compared, not notebooks, timings or places: the articles, the incidents with their cells and stages, and the
claims behind them. Names that may not be published of either run are withheld.
"""
FORMATS = ("text", "markdown", "html")


def add(verbs: argparse._SubParsersAction) -> None:
    """Add ``diff`` to the command's verbs."""
    verb = verbs.add_parser(
        "diff",
        help="what changed between two runs: incidents, stages, cells with their words, articles",
        description="Say what changed from the run in RUN_A to the run in RUN_B.",
        epilog=_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    verb.add_argument("old", metavar="RUN_A", type=Path, help="the folder of the earlier run")
    verb.add_argument("new", metavar="RUN_B", type=Path, help="the folder of the later one")
    verb.add_argument("--format", choices=FORMATS, default="text", help="text by default; markdown for a pull request")
    verb.add_argument("--out", type=Path, metavar="FILE", help="write it to FILE and not to the screen")
    verb.add_argument(
        "--names", action="store_true", help="withhold no name, for the newsroom's own eyes; in text alone"
    )
    verb.set_defaults(do=do)


def do(chosen: argparse.Namespace) -> int:
    """Do what the parsed arguments ask; the exit code."""
    from cuttings.changes.runs import ComparisonError
    from cuttings.tables import TableError
    from cuttings.vocabulary import VocabularyError

    try:
        return _compared(chosen)
    except BrokenPipeError:  # whoever reads what is printed has seen enough; main's code for it says "changed" here
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except (ComparisonError, TableError, VocabularyError, OSError) as error:
        print(f"cuttings: {error}\nNothing was compared.", file=sys.stderr)
        return 2
    except (Exception, KeyboardInterrupt):  # Python's own code for a fault, 1, would say that something changed
        traceback.print_exc()
        return 2


def _compared(chosen: argparse.Namespace) -> int:
    from cuttings import tables
    from cuttings.changes import markdown, page, text
    from cuttings.changes.runs import ComparisonError
    from cuttings.changes.section import between

    if chosen.names and chosen.format != "text":
        raise ComparisonError(f"--names is for text alone: {chosen.format} is made to be passed on")
    if chosen.out and not chosen.out.parent.is_dir():
        raise ComparisonError(f"there is no folder {chosen.out.parent} to write {chosen.out.name} to")
    if chosen.out and chosen.out.is_dir():
        raise ComparisonError(f"{chosen.out} is a folder: give a file")
    told, redact = between(chosen.old, chosen.new, names=chosen.names)
    writers = {"text": text.written, "markdown": markdown.written, "html": lambda told: page.written(told, redact)}
    whole = writers[chosen.format](told)
    if chosen.out:
        tables.write_whole(chosen.out, whole.encode("utf-8"))
        print(*told.sentences, f"In full: {chosen.out}", sep="\n")
    else:
        print(whole, end="", flush=True)
    return 1 if told.changed else 0
