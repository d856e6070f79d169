"""The environment of the pages that Cuttings writes: the one place where a value becomes part of a page."""

import re
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from cuttings.telling.redaction import Redactor
from cuttings.telling.wording import capital, count_of

_FOLDER = Path(__file__).parent / "templates"


class _Templates(FileSystemLoader):
    """Templates without the spaces and lines that set them out, which are a fifth of a long report."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return re.sub(r"\n+ *", "\n ", source), path, fresh


def _place(anchor: str) -> Markup:
    """Where an anchor is, on a page that has all of them; a report in parts knows better."""
    return Markup("#{}").format(anchor)


def environment(redact: Redactor) -> Environment:
    """Templates of ``telling/templates``: names are taken out of each value by ``redact``, and then it is escaped."""
    made = Environment(
        loader=_Templates(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markup) else redact(str(value)),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"address": redact.address, "count_of": count_of, "capital": capital, "place": _place}
    return made
