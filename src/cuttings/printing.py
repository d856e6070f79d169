"""A report as PDF, printed by Chromium where it is installed, without a network and without a date of printing."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from cuttings import tables

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "there is no Chromium to make a PDF with: install it (Debian: apt install chromium), or leave out pdf and print "
    "report.html from a browser"
)
_SECONDS = 600
_QUIET = (
    *("--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-extensions"),
    *("--disable-component-update", "--no-pdf-header-footer", "--host-resolver-rules=MAP * ~NOTFOUND"),
)


class PrintingError(RuntimeError):
    """A report that could not be printed; the message says why and what to do."""


def browser() -> str:
    """Chromium on this machine, or an empty text."""
    return next(filter(None, map(shutil.which, BROWSERS)), "")


def to_pdf(page: str, target: Path) -> Path:
    """Print the text of an HTML page to the file ``target``, whole or not at all; its path.

    Links inside the page work in the PDF, which is tagged for screen readers. One version of Chromium makes the same
    bytes of the same page. Raises PrintingError where there is no Chromium, or it fails.
    """
    if not browser():
        raise PrintingError(MISSING)
    with TemporaryDirectory(prefix="cuttings-") as scratch:
        source, printed = Path(scratch) / "report.html", Path(scratch) / "report.pdf"
        source.write_text(page, encoding="utf-8")
        rights = ["--no-sandbox"] if os.geteuid() == 0 else []  # which root cannot have
        told = [f"--user-data-dir={scratch}/profile", f"--print-to-pdf={printed}", source.as_uri()]
        try:
            done = subprocess.run(  # noqa: S603 (a program of the machine, on a page of ours)
                [browser(), *_QUIET, *rights, *told], capture_output=True, timeout=_SECONDS, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PrintingError(
                f"Chromium took more than {_SECONDS} seconds to print the report: leave out pdf, or print it by force"
            ) from error
        if done.returncode or not printed.is_file():
            raise PrintingError(f"Chromium could not print the report (it ended with {done.returncode})")
        tables.write_whole(target, renumbered(undated(printed.read_bytes())))
    return target


def undated(pdf: bytes) -> bytes:
    """The PDF with one moment for the times of its making, as long as they were, so that every offset in it holds."""
    return re.sub(rb"(/(?:CreationDate|ModDate) \(D:)([^)]*)", _one_moment, pdf)


def renumbered(pdf: bytes) -> bytes:
    """The PDF with its elements' ids ("node00000077") numbered from one, in their order and as long as they were: from
    where Chromium counts its nodes depends on what else it had to do.
    """
    ids = {found: b"node%08d" % number for number, found in enumerate(sorted(set(_NODE.findall(pdf))), 1)}
    return _NODE.sub(lambda node: ids[node.group()], pdf)


_NODE = re.compile(rb"(?<=\()node\d{8}(?=\))")


def _one_moment(date: re.Match[bytes]) -> bytes:
    """The first moment of 2000, as long as the date was."""
    return date.group(1) + b"20000101000000+00'00'"[: len(date.group(2))].ljust(len(date.group(2)))
