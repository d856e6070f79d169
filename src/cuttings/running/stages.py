"""The stages of a run in their order: each is one verb, one notebook, and what it writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings import home


@dataclass(frozen=True)
class Stage:
    """One stage: its verb, what it writes for later stages (tables by name, other files by path), and all it leaves.

    ``leaves`` are files, and folders with their ``/``, of the run's folder.
    """

    verb: str
    tables: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()

    @property
    def notebook(self) -> Path:
        """The stage's notebook: the verb after its number."""
        return home.notebooks() / f"{STAGES.index(self):02}_{self.verb}.ipynb"

    @property
    def written(self) -> tuple[str, ...]:
        """The paths, inside the run's folder, by which it is known that the stage was done."""
        return (*(f"tables/{name}.parquet" for name in self.tables), *self.files)

    def makes(self, path: str) -> bool:
        """Whether it is this stage that writes the file at ``path`` in the run's folder."""
        folder, _, name = path.rpartition("/")
        if folder in {"tables", "notebooks"} and name.partition(".")[0] in {*self.tables, self.notebook.stem}:
            return True
        return path in self.written or path.startswith(self.leaves)


STAGES = (
    Stage("setup_check"),
    Stage("ingest", ("articles", "furniture", "datings", "skipped"), leaves=("texts/",)),
    Stage("annotate", ("sentences", "mentions", "quotes")),
    Stage(
        "assemble",
        (
            "claims",
            "subjects",
            "people",
            "coverage",
            "links",
            "matches",
            "history",
            "support",
            "checks",
            "incidents",
            "orphans",
        ),
        leaves=("tables/casebook.json",),
    ),
    Stage("review"),
    Stage("chart", files=("figures/charts.json",), leaves=("figures/",)),
    Stage(
        "report",
        leaves=(
            *("report.html", "changes.html", "report.pdf", "report/", "by-force/", "notebooks/by-force/"),
            *("datapackage.json", "exports/"),
        ),
    ),
)


def before(verb: str) -> tuple[Stage, ...]:
    """The stages that come before the one with this verb; ValueError for a verb that is none."""
    verbs = [stage.verb for stage in STAGES]
    if verb not in verbs:
        raise ValueError(f"there is no stage {verb!r}; the stages are {', '.join(verbs)}")
    return STAGES[: verbs.index(verb)]


def is_due(stage: Stage, out: Path) -> bool:
    """Whether something that the stage writes is missing from the run's folder, or older than what it is made from."""
    if not stage.written:
        return False
    if not all((out / path).exists() for path in stage.written):
        return True
    earlier = [path for each in before(stage.verb) for path in each.written]
    return min(_times(stage.written, out)) < max(_times(earlier, out), default=0)


def _times(paths: Iterable[str], out: Path) -> list[int]:
    return [(out / path).stat().st_mtime_ns for path in paths]


def do(stage: Stage, articles: Path, out: Path, settings: Mapping[str, str]) -> None:
    """Do the stage without its notebook; ``settings``: ``vocabulary``, ``model`` and ``casebook``, empty for none."""
    from cuttings import charts, pipeline
    from cuttings.articles import ingest
    from cuttings.assemble import incidents

    if stage.verb == "ingest":
        ingest(articles, out)
    elif stage.verb == "annotate":
        pipeline.annotate(out, _folder(settings, "vocabulary"), settings.get("model", "none"))
    elif stage.verb == "assemble":
        incidents.assemble(out, _folder(settings, "casebook"), _folder(settings, "vocabulary"))
    elif stage.verb == "chart":
        charts.draw(out, _folder(settings, "vocabulary"))


def _folder(settings: Mapping[str, str], name: str) -> Path | None:
    return Path(settings[name]).expanduser() if settings.get(name) else None


def make_tables(articles: Path, out: Path) -> None:
    """Every table of a run on ``articles`` with the default parameters, in ``out``; no notebooks, charts or report."""
    for stage in (each for each in STAGES if each.tables):
        do(stage, articles, out, {})
