"""The suite: the seven notebooks in their order, from a folder of articles to a run's folder with its report.

``run`` is the whole way, through papermill. ``check`` and ``prepare`` serve a notebook that somebody opened by itself.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings import __version__, vocabulary
from cuttings.formats.fields import FieldError, fields_of
from cuttings.running import parameters, record, run_folder, stages
from cuttings.running.parameters import Parameter, ParameterError, Value
from cuttings.running.run_folder import FolderError
from cuttings.running.stages import STAGES

_RUNNING = "CUTTINGS_RUN"  # set in the kernels of a run, to its folder


@dataclass(frozen=True)
class Outcome:
    """What became of a run: its folder, how many articles were read and files skipped, and why it failed if it did."""

    out: Path
    articles: int
    skipped: int
    error: str = ""

    @property
    def code(self) -> int:
        """The exit code: 0 complete, 1 a stage failed, 3 some files were skipped, 4 no article could be read."""
        if self.error:
            return 1
        return 4 if not self.articles else 3 if self.skipped else 0


def known_parameters() -> dict[str, Parameter]:
    """Every parameter of the suite's notebooks, by name."""
    return parameters.of_suite(stage.notebook for stage in STAGES)


def run(
    articles: str | Path,
    out: str | Path,
    values: Mapping[str, object] | None = None,
    timeout: float = 3600,
    say: Callable[[str], None] = print,
    by_force: bool = False,
) -> Outcome:
    """Run the suite on the folder ``articles`` into the run's folder ``out``, whose older run it replaces.

    ``values`` are parameters by name (``known_parameters``), ``timeout`` the seconds that one notebook may take (0: no
    limit); ``say`` is given a line of progress at a time. With ``by_force``, 06_report is run once for each force too.
    ``out/run.json`` records it all from the first moment on, and a crate (``running.crate``) tells other programs of it
    in the end, however it ended.

    Raises ParameterError, FolderError or VocabularyError, and then nothing was run or changed.
    """
    articles, out = run_folder.resolved(articles), run_folder.resolved(out)
    run_folder.check(articles, out)
    settings = _settings(articles, out, values or {})
    if settings.get("force"):
        raise ParameterError("force is for a notebook that you open: a run makes a report of each with --by force")
    with run_folder.held(out):
        entry = record.opening(settings)
        record.write(out, entry)
        run_folder.clear(out)
        try:
            entry["files"] = record.files(articles)
            _run_stages(out, settings, timeout, say, entry, by_force)
            entry["status"] = "failed" if "error" in entry else "complete"
        except BaseException as error:
            entry |= {"status": "failed", "error": {"message": f"stopped by {error!r}"}}
            raise
        finally:
            entry |= {"finished": record.now(), "inputs": record.inputs(out)}
            record.write(out, entry)
            _describe(out)
    rows, error = entry.get("rows", {}), entry.get("error", {})
    return Outcome(out, rows.get("articles", 0), rows.get("skipped", 0), error.get("message", ""))


def _describe(out: Path) -> None:
    from cuttings.running import crate  # rocrate takes half a second to import

    crate.write(out)


def _run_stages(
    out: Path,
    settings: Mapping[str, Value],
    timeout: float,
    say: Callable[[str], None],
    entry: dict,
    by_force: bool = False,
) -> None:
    from cuttings.running.execution import NotebookError, execute

    (out / "notebooks").mkdir()
    for notebook, target, own in _steps(out, settings, by_force):
        mine = {each.name: own.get(each.name, settings[each.name]) for each in parameters.of_notebook(notebook)}
        start, started, ending = time.monotonic(), record.now(), ""
        try:
            execute(notebook, target, mine, timeout, {_RUNNING: str(out)}, say)
        except NotebookError as error:
            place = {"notebook": error.notebook, "heading": error.heading, "why": error.why}
            entry["error"], ending = {"message": str(error), **place}, "  failed"
        seconds = round(time.monotonic() - start, 2)
        ran = {"notebook": notebook.stem, "started": started, "finished": record.now(), "seconds": seconds, **own}
        entry["stages"].append(ran)
        entry["rows"] = record.row_counts(out)
        record.write(out, entry)
        say(f"  {target.stem:<16}{seconds:6.1f} s{ending}")
        if ending:
            return


def _steps(out: Path, settings: Mapping[str, Value], by_force: bool) -> Iterator[tuple[Path, Path, dict[str, str]]]:
    """Each notebook to run, where the executed one goes, and what is its own: a force, and the name of its folder.

    The forces' reports come before the whole one, which publishes them too.
    """
    for stage in STAGES:
        if by_force and stage.verb == "report":
            from cuttings import report

            folder = out / "notebooks" / "by-force"
            folder.mkdir()
            words = Path(str(settings["vocabulary"])) if settings["vocabulary"] else None
            for force, slug in report.by_force(out, words).items():
                yield stage.notebook, folder / f"{slug}.ipynb", {"force": force, "slug": slug}
            report.index(out, words)
        yield stage.notebook, out / "notebooks" / stage.notebook.name, {}


def _settings(articles: Path, out: Path, values: Mapping[str, object]) -> dict[str, Value]:
    known = known_parameters()
    settings: dict[str, Value] = {name: parameter.default for name, parameter in known.items()}
    settings |= parameters.check(values, known)
    return _usable({**settings, "articles": str(articles), "out": str(out)})


def _usable(settings: Mapping[str, Value]) -> dict[str, Value]:
    """Settings with every folder absolute and there, and limits, fields, a model and a vocabulary that can be used."""
    folders = {name: str(settings.get(name, "")) for name in parameters.FOLDERS}
    usable = {**settings, **{name: str(run_folder.resolved(path)) for name, path in folders.items() if path}}
    for name in ("casebook", "vocabulary", "earlier"):
        if folders[name] and not Path(usable[name]).is_dir():
            raise ParameterError(f"{name}: there is no folder {usable[name]}")
    if settings.get("model", "none") != "none":
        usable["model"] = _model(str(settings["model"]))
    for name in parameters.POSITIVE:
        if settings.get(name, 1) < 1:  # type: ignore[operator]
            raise ParameterError(f"{name} must be 1 or more, not {settings[name]}")
    try:
        fields_of(settings.get("fields", []))  # type: ignore[arg-type]
    except FieldError as error:
        raise ParameterError(str(error)) from error
    if folders["vocabulary"]:
        vocabulary.load(Path(usable["vocabulary"]))
    _check_review(settings)
    if settings.get("pdf"):
        _may_print()
    book, site = (Path(usable[name]) if folders[name] else None for name in ("casebook", "publish"))
    _check_casebook(Path(usable["out"]), book, site)
    if folders["earlier"] and Path(usable["earlier"]) == Path(usable["out"]):
        raise ParameterError(
            f"earlier: {usable['earlier']} is the run's own folder, which a run clears: move it elsewhere"
        )
    if site:
        _may_publish(site, Path(usable["out"]), Path(usable["articles"]))
    return usable


def _check_review(settings: Mapping[str, Value]) -> None:
    from cuttings.tables import ATTRIBUTES

    unknown = [name for name in settings.get("must_review", []) if name not in ATTRIBUTES]  # type: ignore[union-attr]
    if unknown:
        raise ParameterError(f"must_review: {unknown[0]!r} is no column of claims; they are {', '.join(ATTRIBUTES)}")
    share = settings.get("least_reviewed", 1.0)
    if not 0 <= share <= 1:  # type: ignore[operator]
        raise ParameterError(f"least_reviewed must be from 0 to 1, not {share}")


def _may_print() -> None:
    from cuttings import printing

    if not printing.browser():
        raise ParameterError(f"pdf: {printing.MISSING}")


def _check_casebook(out: Path, book: Path | None, site: Path | None) -> None:
    if book and (book == out or out in book.parents):
        raise ParameterError(f"casebook: {book} is in the run's folder, which a run clears: move it elsewhere")
    beside = out.parent / "casebook"
    if site and not book and (beside / "decisions.jsonl").exists():
        raise ParameterError(f"publish: reviewers have decided in {beside}: give it as casebook, or move it elsewhere")


def _may_publish(folder: Path, *private: Path) -> None:
    from cuttings import published

    try:
        published.check(folder, *private)
    except published.PublicationError as error:
        raise ParameterError(f"publish: {error}") from error


def _model(asked: str) -> str:
    from cuttings.pipeline import ModelError, chosen_model

    try:
        return chosen_model(asked) or "none"
    except ModelError as error:
        raise ParameterError(f"model: {error}") from error


def check(notebook: str, values: Mapping[str, object]) -> None:
    """Check a notebook's parameters as they stand in it, and print them: ``values`` is the notebook's ``globals()``.

    Raises ParameterError or FolderError for the first that is of the wrong type, or names what is not there.
    """
    known = {each.name: each for stage in STAGES if stage.notebook.stem == notebook for each in _declared(stage)}
    settings = {name: values[name] for name in known}
    parameters.check_types(settings, known)
    if "articles" in settings:
        run_folder.check_articles(run_folder.resolved(settings["articles"]))
    _usable(settings)
    print("\n".join(f"{name:<14}{value!r}" for name, value in settings.items()))


def _declared(stage: stages.Stage) -> list[Parameter]:
    return parameters.of_notebook(stage.notebook)


def prepare(verb: str, out: str | Path, articles: str | Path, **settings: str) -> Path:
    """Make the run's folder ready for the stage of a notebook that was opened by itself, and return it.

    Does the earlier stages whose tables are missing from ``out``, or older than those they are made from, and says so.
    ``settings`` are ``vocabulary``, ``model`` and ``casebook`` for them, as the notebooks have them.

    Raises FolderError when ``out`` cannot be a run's folder, or is the run of another folder of articles.
    """
    articles, out = run_folder.resolved(articles), run_folder.resolved(out)
    if os.environ.get(_RUNNING) == str(out):
        return out
    run_folder.check(articles, out)
    book = casebook(out, settings.get("casebook", ""))
    settings = {**settings, "casebook": str(book) if book and book.is_dir() else ""}
    with run_folder.held(out):
        _take_over(out, articles)
        for stage in stages.before(verb):
            if stages.is_due(stage, out):
                print(f"{stage.verb}: not done yet for {articles.name}, so it is done now")
                stages.do(stage, articles, out, settings)
    return out


def casebook(out: Path, given: str = "") -> Path | None:
    """The folder of decisions: the one that is given, or ``casebook`` beside the run's folder, where a person is at the
    notebook; None in a run that was given none.
    """
    if given:
        return run_folder.resolved(given)
    return None if os.environ.get(_RUNNING) else out.parent / "casebook"


def assemble_again(out: Path, casebook: Path | None, vocabulary: str = "") -> None:
    """Put the incidents together again, with what the casebook has by now; a run of the suite has done that."""
    if casebook is not None and os.environ.get(_RUNNING) != str(out):
        from cuttings.assemble import incidents

        with run_folder.held(out):
            incidents.assemble(out, casebook, run_folder.resolved(vocabulary) if vocabulary else None)


def _take_over(out: Path, articles: Path) -> None:
    """Record that the folder is being worked on by hand, whatever it was before."""
    entry = record.read(out)
    theirs = Path(entry.get("articles", articles))
    if theirs != articles and theirs.is_dir():
        raise FolderError(f"{out} is the run of another folder, {theirs}: give this one a run's folder of its own")
    if theirs != articles:
        run_folder.clear(out)
        entry = {}
    (out / run_folder.CRATE).unlink(missing_ok=True)  # it told of a run that went from start to end
    by_hand = {"status": "by hand", "changed": record.now(), "articles": str(articles), "cuttings": __version__}
    record.write(out, {**entry, **by_hand})
