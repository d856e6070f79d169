"""The charts as a report has them: inside its file where they are small enough, and else beside it.

This is the one place that knows what ``charts.json`` says and which of a chart's files a page holds.
"""

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from cuttings.charts.files import WIDTHS, fingerprint

# Bytes of all charts in a short report and in a long one: what is more stays beside the page, which says where
SHORT, LONG = 5_000_000, 800_000


class ReportError(ValueError):
    """A report that cannot be written; the message says what is missing and what to do."""


@dataclass(frozen=True)
class Figure:
    """A chart: two data URIs, for a page and for a phone, both empty where the drawing is too large to be inside the
    page, and then the ``file`` that has it; its finding, and the words that stand in for it, and beside it."""

    name: str
    title: str
    page: Markup
    phone: Markup
    file: str
    alternative: str
    caveat: str


def figures(out: Path, most: int = SHORT) -> Iterator[Figure]:
    """The charts of the run in ``out``, in their order; inside the page while they are ``most`` bytes together.

    Raises ReportError when they are missing, or drawn from other tables.
    """
    folder = out / "figures"
    if not (folder / "charts.json").is_file():
        raise ReportError(f"{folder / 'charts.json'} is missing: draw the charts of this run first")
    notes = json.loads((folder / "charts.json").read_text(encoding="utf-8"))
    if notes["tables"] != fingerprint(out):
        raise ReportError(
            f"the charts in {folder} were drawn from other tables: draw them again, then write the report"
        )
    held = 0
    for name, note in notes["charts"].items():
        page, phone = (_embedded(folder / f"{name}{suffix}.svg") for suffix in WIDTHS)
        size = len(page) + len(phone)
        inside = held + size <= most
        held += size if inside else 0
        drawn = (page, phone) if inside else (Markup(), Markup())
        yield Figure(name, note["title"], *drawn, f"figures/{name}.svg", note["alternative"], note["caveat"])


def _embedded(path: Path) -> Markup:
    if not path.is_file():
        raise ReportError(f"{path} is missing: draw the charts of this run again")
    encoded = base64.b64encode(path.read_bytes()).decode("ascii")
    return Markup("data:image/svg+xml;base64,{}").format(encoded)
