"""A short form of tests/reliability.py: kills and full disks lose nothing that was acknowledged, and are told."""

from pathlib import Path

import pytest

from reliability import faults, full, killed, killed_imports, really_full

SEED = 20261121


def test_kills_lose_no_acknowledged_decision(tmp_path: Path) -> None:
    found = killed(12, SEED, tmp_path)
    print(SEED, found)
    assert not faults(found)
    assert found["decisions acknowledged"] >= 12


def test_a_file_that_may_not_grow_is_left_as_it_was_at_any_byte(tmp_path: Path) -> None:
    found = full(50, SEED, tmp_path)
    print(SEED, found)
    assert not faults(found)
    assert found["a limit reached"] == 50


def test_a_disk_that_is_really_full_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    found = really_full(3, SEED, tmp_path)
    if found is None:
        pytest.skip("no disk can be mounted here")
    print(SEED, found)
    assert not faults(found)
    assert found["a disk filled up"] == 3


def test_an_import_that_is_killed_is_finished_by_another(tmp_path: Path) -> None:
    found = killed_imports(1, SEED, tmp_path)
    print(SEED, found)
    assert not faults(found)


def test_a_fault_is_seen(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").write_text("{}\n")
    assert any("cannot be read" in fault for fault in faults(killed(1, SEED, tmp_path)))
    (tmp_path / "file").touch()
    assert any("it stopped" in fault for fault in faults(full(1, SEED, tmp_path / "file")))
