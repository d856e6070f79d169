"""What changed as a page: one file in the look of the report, no script, no outside address, nothing left out."""

from cuttings import __version__
from cuttings.changes.headlines import CARE
from cuttings.changes.told import Told
from cuttings.telling import templating
from cuttings.telling.redaction import Redactor


def written(told: Told, redact: Redactor) -> str:
    """The whole page; ``redact`` is the one that the words were taken through already."""
    template = templating.environment(redact).get_template("changes.html.jinja")
    return template.render(title="What changed", told=told, care=CARE, version=__version__)
