"""``bin/setup``: with a Python and a pip that only pretend, so that nothing is downloaded and nothing takes long."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from conftest import CHECKOUT

TOOLS = (
    "sh",
    "cat",
    "cksum",
    "sed",
    "find",
    "mv",
    "rm",
    "mkdir",
    "cp",
    "grep",
    "tail",
    "dirname",
    "ps",
    "sleep",
    "touch",
)
PYTHON = """#!/bin/sh
case "$*" in
  -V) echo "Python ${FAKE_VERSION:-3.12}.1" ;;
  *'version_info[:2]'*) [ -z "${FAKE_BROKEN:-}" ] && echo "${FAKE_VERSION:-3.12}" ;;
  *'version_info <'*) [ "${FAKE_VERSION:-3.12}" != 3.9 ] ;;
  *'import ensurepip'*) [ -z "${FAKE_NO_VENV:-}" ] ;;
  *'-m venv'*) echo venv >>"$FAKE_CALLS"; mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  *'-m pip'*)
    echo "pip $* path=${PYTHONPATH:-} target=${PIP_TARGET:-}" >>"$FAKE_CALLS"
    [ -z "${FAKE_SLOW:-}" ] || sleep 30
    case "$*" in *"${FAKE_FAILS:-nothing}"*) echo "${FAKE_SAYS:-ERROR: failed}"; exit 1 ;; esac ;;
  *'import cuttings'*) ;;
  *) exit 99 ;;
esac
"""


class Checkout:
    """A copy of what set-up reads, in a folder with a space, and a PATH of nothing but tools and a fake Python."""

    def __init__(self, tmp_path: Path):
        self.folder, self.tools, self.calls = tmp_path / "my checkout", tmp_path / "tools", tmp_path / "calls"
        (self.folder / "bin").mkdir(parents=True)
        for name in ("bin/setup", "pyproject.toml", "requirements.lock"):
            shutil.copy(CHECKOUT / name, self.folder / name)
        self.tools.mkdir()
        for tool in TOOLS:
            if found := shutil.which(tool):
                (self.tools / tool).symlink_to(found)
        self.python("python3")

    def python(self, name: str) -> Path:
        path = self.tools / name
        path.write_text(PYTHON)
        path.chmod(0o755)
        return path

    def environment(self, **variables: str) -> dict[str, str]:
        return {"PATH": str(self.tools), "FAKE_CALLS": str(self.calls), "HOME": str(self.tools), **variables}

    def setup(self, **variables: str) -> subprocess.CompletedProcess:
        command = [str(self.tools / "sh"), "bin/setup"]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment(**variables), capture_output=True, text=True
        )

    def called(self) -> list[str]:
        calls = self.calls.read_text().splitlines() if self.calls.exists() else []
        self.calls.unlink(missing_ok=True)
        return [" ".join(call.split()[:1]) for call in calls]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


WHOLE = ["venv", "pip", "pip"]


def test_it_installs_the_pinned_packages_by_hash_and_then_cuttings(checkout):
    done = checkout.setup(PYTHONPATH="/theirs", PIP_TARGET="/theirs")
    assert (done.returncode, done.stderr) == (0, "")
    assert "once" in done.stdout
    first, *pips = checkout.calls.read_text().splitlines()
    assert first == "venv"
    assert "--require-hashes --no-deps -r requirements.lock" in pips[0]
    assert "--no-deps --no-build-isolation -e ." in pips[1]
    assert all(call.endswith("path= target=") for call in pips), "the user's environment does not leak in"


def test_a_second_set_up_does_nothing_and_says_nothing(checkout):
    checkout.setup()
    checkout.called()
    start = time.monotonic()
    done = checkout.setup()
    assert (done.returncode, done.stdout, checkout.called()) == (0, "", [])
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("changed", ["requirements.lock", "pyproject.toml", "bin/setup"])
def test_it_is_done_again_when_what_it_was_made_from_changed(checkout, changed):
    checkout.setup()
    checkout.called()
    with (checkout.folder / changed).open("a") as file:
        file.write("\n# changed\n")
    checkout.setup()
    assert checkout.called() == WHOLE


def test_it_is_done_again_when_the_checkout_was_moved(checkout):
    checkout.setup()
    checkout.called()
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("moved 'checkout'"))
    assert checkout.setup().returncode == 0
    assert checkout.called() == WHOLE


def test_it_is_done_again_when_its_python_has_gone(checkout):
    checkout.setup()
    checkout.called()
    (checkout.folder / ".venv" / "bin" / "python").unlink()
    checkout.setup()
    assert checkout.called() == WHOLE


def test_it_is_done_again_after_it_was_killed(checkout):
    process = subprocess.Popen(
        [str(checkout.tools / "sh"), "bin/setup"],
        cwd=checkout.folder,
        env=checkout.environment(FAKE_SLOW="yes"),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    while not (checkout.calls.exists() and "pip" in checkout.calls.read_text()):
        time.sleep(0.02)
    busy = checkout.setup()
    os.killpg(process.pid, 9)
    process.wait()
    (checkout.folder / ".venv" / "half-made").touch()
    checkout.called()
    assert "another set-up of it is running" in busy.stderr
    assert checkout.setup().returncode == 0
    assert checkout.called() == WHOLE
    assert not (checkout.folder / ".venv" / "half-made").exists()


def test_a_python_that_was_asked_for_is_kept_until_another_is(checkout):
    other = checkout.python("my python")
    checkout.setup(PYTHON=str(other))
    checkout.called()
    checkout.setup()
    assert checkout.called() == [], "no PYTHON: the one there is will do"
    checkout.setup(PYTHON="python3")
    assert checkout.called() == WHOLE


def test_a_venv_that_is_somebody_elses_is_left_alone(checkout):
    theirs = checkout.folder / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.write_text("theirs")
    done = checkout.setup()
    assert done.returncode == 1
    assert "a .venv that it did not make" in done.stderr
    assert theirs.read_text() == "theirs"


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"FAKE_VERSION": "3.9"}, ["Python 3.11 or newer", "python3, which is 3.9", "python.org", "make PYTHON="]),
        ({"FAKE_BROKEN": "yes"}, ["Python 3.11 or newer", "found none", "make PYTHON="]),
        ({"PYTHON": "/no/such/python"}, ["Python 3.11 or newer", "found none"]),
        ({"FAKE_NO_VENV": "yes"}, ["lacks the modules venv and ensurepip", "apt install python3-venv"]),
        (
            {"FAKE_FAILS": "-r requirements.lock", "FAKE_SAYS": "ERROR: Could not find a version"},
            [
                "ERROR: Could not find a version",
                "could not download",
                "PIP_INDEX_URL",
                "PIP_FIND_LINKS",
                ".venv/setup.log",
            ],
        ),
        (
            {"FAKE_FAILS": "-r requirements.lock", "FAKE_SAYS": "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES"},
            ["not the one that requirements.lock names"],
        ),
        ({"FAKE_FAILS": "-r req", "FAKE_SAYS": "ERROR: [Errno 28] No space left on device"}, ["the disk is full"]),
        ({"FAKE_FAILS": "-e .", "FAKE_SAYS": "it broke"}, ["it broke", "its own package", ".venv/setup.log"]),
    ],
)
def test_a_failure_says_what_is_missing_and_the_way_out(checkout, variables, says):
    done = checkout.setup(**variables)
    assert done.returncode == 1
    assert "Cuttings cannot be set up: " in done.stderr
    for words in says:
        assert words in done.stderr
    assert checkout.setup().returncode == 0, "and mends itself when the cause is gone"


def test_a_newer_python_is_found_behind_an_old_one(checkout):
    (checkout.tools / "python3").write_text(PYTHON.replace("${FAKE_VERSION:-3.12}", "3.9"))
    checkout.python("python3.12")
    done = checkout.setup()
    assert done.returncode == 0
    assert "Python 3.12" in done.stdout
