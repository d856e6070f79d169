"""A notebook in JupyterLab, in a real browser: opened as a reporter opens it, run with the menu, its output seen."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from cuttings import home
from cuttings.casebook import load

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
TOKEN = "only-for-this-test"

pytestmark = pytest.mark.skipif(
    not (BROWSER and DRIVER), reason="needs Chromium and chromedriver (Debian: apt install chromium chromium-driver)"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the notebooks beside three of the example articles and a file that is none."""
    shutil.copytree(home.notebooks(), tmp_path / "notebooks")
    (tmp_path / "data" / "articles").mkdir(parents=True)
    saved = sorted(path for path in home.example_articles().rglob("*") if path.is_file())
    for path in saved[:3]:
        shutil.copy(path, tmp_path / "data" / "articles")
    (tmp_path / "data" / "articles" / "empty.txt").touch()
    return tmp_path


@pytest.fixture
def lab(project: Path) -> Iterator[str]:
    """JupyterLab on the project, without the settings of whoever runs the test; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = project / "jupyter"
    settings = own / "settings" / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"windowingMode": "none"}')  # else cells that are off the screen are not in the page
    folders = {f"JUPYTER_{name}_DIR": str(own / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    options = ["--no-browser", f"--port={port}", f"--ServerApp.root_dir={project}", f"--IdentityProvider.token={TOKEN}"]
    quiet = [
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--allow-root",
    ]
    with (own / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "lab", *options, *quiet],
            env={**os.environ, **folders, "JUPYTERLAB_SETTINGS_DIR": str(own / "settings")},
            stdout=log,
            stderr=log,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: answers(f"{address}/api/status?token={TOKEN}"), 60)
        yield address
    finally:
        process.terminate()
        process.wait(30)


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as reply:
            return reply.status == 200
    except (URLError, OSError):
        return False


def wait_for(there, seconds: float):
    end = time.monotonic() + seconds
    while not (found := there()):
        assert time.monotonic() < end, f"not there after {seconds} seconds"
        time.sleep(0.1)
    return found


@pytest.fixture
def browser(tmp_path: Path):
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = BROWSER
    for each in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--window-size=1400,1200",
    ):
        options.add_argument(each)
    options.add_argument(f"--user-data-dir={tmp_path / 'chromium'}")
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


def all_of(browser, selector: str) -> list:
    from selenium.webdriver.common.by import By

    return browser.find_elements(By.CSS_SELECTOR, selector)


def run_all(browser, lab: str, notebook: str) -> None:
    """Open a notebook, and run it with the menu."""
    browser.get(f"{lab}/lab/tree/notebooks/{notebook}.ipynb?token={TOKEN}&reset")
    idle = '.jp-NotebookPanel .jp-Notebook-ExecutionIndicator[data-status="idle"]'
    wait_for(lambda: all_of(browser, idle) and "Python 3" in all_of(browser, ".jp-KernelName")[0].text, 90)
    [menu] = [each for each in all_of(browser, ".lm-MenuBar-item") if each.text == "Run"]
    menu.click()
    wait_for(lambda: all_of(browser, '.lm-Menu-item[data-command="runmenu:run-all"]'), 10)[0].click()


def all_run(browser) -> bool:
    return all(each.text.strip("[]: ").isdigit() for each in all_of(browser, ".jp-CodeCell .jp-InputPrompt"))


def test_a_notebook_runs_in_jupyterlab_as_it_is_opened(lab, browser, project):
    run_all(browser, lab, "01_ingest")
    wait_for(lambda: all_run(browser), 120)

    assert all_of(browser, ".jp-Dialog") == []
    assert all_of(browser, '[data-mime-type="application/vnd.jupyter.stderr"]') == [], "no warning and no error"
    told = "\n".join(each.text for each in all_of(browser, ".jp-OutputArea-output"))
    assert "3 articles, 1 files skipped" in told
    assert "empty.txt" in told
    assert all_of(browser, ".jp-OutputArea-output mark, .jp-OutputArea-output del"), (
        "what was left out is struck through"
    )
    assert (project / "out" / "example" / "tables" / "articles.csv").exists()


def test_ten_claims_reviewed_by_keyboard_outlive_the_tab(lab, browser, project):
    """Nothing but keys is used, and the notebook is never saved."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    def press(*keys: str) -> None:
        ActionChains(browser).send_keys(*keys).perform()

    def focused() -> str:
        return browser.switch_to.active_element.text

    def said() -> str:
        return " ".join(each.get_attribute("textContent") for each in all_of(browser, ".cuttings-status"))

    def tab_to(label: str) -> None:
        for _ in range(60):
            if focused() == label:
                return
            press(Keys.TAB)
        pytest.fail(f"Tab does not lead to {label}")

    run_all(browser, lab, "04_review")
    wait_for(lambda: all_of(browser, ".cuttings-desk .cuttings-status"), 180)
    wait_for(lambda: all_run(browser), 120)
    cells = len(all_of(browser, ".jp-Cell"))
    browser.execute_script("document.querySelector('.cuttings-desk input').focus()")
    press("Ann Reviewer")
    tab_to("Accept")
    for number in range(1, 4):
        press(Keys.ENTER)
        wait_for(lambda n=number: f"{n} of " in said(), 10)
    tab_to("Reject")
    press(Keys.SPACE)
    wait_for(lambda: "Rejected" in said() and "4 of " in said(), 10)
    press("x")  # the notebook's own key for cutting a cell
    for number, key in enumerate("araara", 5):
        press(key)
        wait_for(lambda n=number: f" {n} of " in said(), 10)
    assert len(all_of(browser, ".jp-Cell")) == cells, "no key was taken for a command of the notebook's"

    old, written = browser.current_window_handle, (project / "notebooks" / "04_review.ipynb").read_bytes()
    browser.switch_to.new_window("tab")
    new = browser.current_window_handle
    browser.switch_to.window(old)
    browser.close()
    browser.switch_to.window(new)
    assert (project / "notebooks" / "04_review.ipynb").read_bytes() == written, "it was not saved"
    decisions = load(project / "out" / "casebook")
    assert [each.verdict for each in decisions].count("accepted") == 7
    assert {each.reviewer for each in decisions} == {"Ann Reviewer"}

    run_all(browser, lab, "04_review")
    wait_for(lambda: any("10 of " in each.text for each in all_of(browser, ".cuttings-desk")), 180)
