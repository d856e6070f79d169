"""The benchmarks run, in a short form of those that take a size: nobody runs them daily, and what they time changes."""

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.mark.parametrize(
    ("name", "argument", "says"),
    [
        pytest.param("annotate", "", "times the time of the blank pipeline", id="annotate"),
        pytest.param("casebook", "200", "200 decisions", id="casebook"),
        pytest.param("changes", "60", "times", id="changes"),
        pytest.param("matching", "1", "incidents", id="matching"),
    ],
)
def test_a_benchmark_in_its_short_form(tmp_path: Path, name: str, argument: str, says: str) -> None:
    if name == "annotate":  # a folder of articles: one
        (tmp_path / "one.txt").write_text("A Kerrin Police constable was suspended over racist WhatsApp messages.\n")
        argument = str(tmp_path)
    done = subprocess.run(
        [sys.executable, BENCHMARKS / f"{name}.py", argument], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert says in done.stdout
