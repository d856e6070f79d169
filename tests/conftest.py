"""What several test files share: one real run of the whole suite, and the places of the project."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from cuttings import home, printing, suite

CHECKOUT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class FinishedRun:
    """A run that went through papermill: the folder it read, its outcome and folder, and what it said on the way."""

    articles: Path
    out: Path
    outcome: suite.Outcome
    said: tuple[str, ...]


class FilesAndTheRun(LoadFileScheduling):
    """A file's tests go to one worker, as ``--dist=loadfile`` has it, and all files that use ``finished_run`` to the
    same one: each worker would have to make that run for itself."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        return "finished_run" if _uses_the_run(file) else file


@cache
def _uses_the_run(file: str) -> bool:
    return "finished_run" in (CHECKOUT / file).read_text("utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling | None:
    return FilesAndTheRun(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(scope="session")
def finished_run(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """The suite run once on the example articles, with an empty file and one of bytes that are no text among them."""
    articles = tmp_path_factory.mktemp("saved") / "articles, saved"
    shutil.copytree(home.example_articles(), articles)
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(bytes(range(256)) * 8)
    out, said = tmp_path_factory.mktemp("runs") / "a {run}", []
    outcome = suite.run(articles, out, {"rows": 5}, timeout=300, say=said.append)
    return FinishedRun(articles, out, outcome, tuple(said))


@pytest.fixture(scope="session")
def browser() -> Iterator[WebDriver]:
    """Chromium without a window; what it complains of is in its log."""
    driver, program = shutil.which("chromedriver"), printing.browser()
    if not (driver and program):
        pytest.skip("needs Chromium and chromedriver (Debian: apt install chromium chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    found = webdriver.Chrome(options, webdriver.ChromeService(driver))
    yield found
    found.quit()
