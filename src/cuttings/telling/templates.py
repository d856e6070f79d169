"""The environment of the pages that Cuttings writes: the one place where a value becomes part of a page."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cuttings.telling.redaction import Redactor
from cuttings.telling.wording import capital, count_of


def environment(redact: Redactor) -> Environment:
    """Templates of the package, by their path in it: names are taken out of each value by ``redact``, and then it is
    escaped."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parents[1]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else redact(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"address": redact.address, "count_of": count_of, "capital": capital}
    return made
