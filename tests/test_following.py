"""A casebook that is read again and again: what a follower reads is what a reader who comes fresh reads."""

import errno
import json
import threading
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from cuttings import casebook as casebooks
from cuttings.casebook import Decision, DecisionError, Follower, load, record

DECISION = Decision(
    *("d1", "2026-01-02T03:04:05.000+00:00", "ann", "ab" * 32, "0" * 16, 46, 63, "Harrowmere Police"),
    *("force", "Harrowmere Police", "accepted"),
)


def decision(number: int, **more: str) -> Decision:
    return replace(DECISION, decision_id=f"d{number}", **more)


def line(number: int, **more: str) -> bytes:
    return json.dumps(asdict(decision(number, **more))).encode() + b"\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The lines that were parsed since."""
    lines, parse = [], casebooks._parse

    def counted(line: bytes, where: str) -> Decision:
        lines.append(line)
        return parse(line, where)

    monkeypatch.setattr(casebooks, "_parse", counted)
    return lines


WHOLE = line(1) + line(2)


@pytest.mark.parametrize(
    ("before", "after", "again"),
    [
        pytest.param(b"", b"", 0, id="no decisions yet"),
        pytest.param(b"", WHOLE, 2, id="the first ones"),
        pytest.param(WHOLE, WHOLE, 0, id="nothing added"),
        pytest.param(WHOLE, WHOLE + line(3), 1, id="one added"),
        pytest.param(WHOLE, WHOLE + b"\n" + line(3) + line(4), 2, id="two added, and an empty line"),
        pytest.param(WHOLE[:-1], WHOLE + line(3), 2, id="the last line had no line break"),
        pytest.param(WHOLE, line(1), 1, id="cut short"),
        pytest.param(WHOLE, b"", 0, id="emptied"),
        pytest.param(WHOLE, line(3) + line(2), 2, id="replaced by one of the same size"),
        pytest.param(WHOLE, line(7) + WHOLE, 3, id="one put in front"),
        pytest.param(WHOLE, line(1, comment="longer") + line(2), 2, id="edited in the middle"),
    ],
)
def test_only_what_was_added_is_parsed(
    tmp_path: Path, path: Path, parsed: list, before: bytes, after: bytes, again: int
) -> None:
    follower = Follower(tmp_path)
    path.write_bytes(before)
    assert follower.read() == load(tmp_path)
    path.write_bytes(after)
    parsed.clear()
    found, lines = follower.read(), len(parsed)
    assert found == load(tmp_path)
    assert found.notes == []
    assert lines == again


def test_a_casebook_that_comes_and_goes(tmp_path: Path, path: Path) -> None:
    follower = Follower(tmp_path / "new")
    assert follower.read() == []
    record(tmp_path / "new", DECISION)
    assert follower.read() == [DECISION]
    (tmp_path / "new" / "decisions.jsonl").unlink()
    assert follower.read() == []


def test_a_file_put_in_its_place_is_read_whole(tmp_path: Path, path: Path) -> None:
    follower = Follower(tmp_path)
    path.write_bytes(WHOLE)
    assert len(follower.read()) == 2
    (tmp_path / "restored").write_bytes(line(8) + line(9) + line(10))
    (tmp_path / "restored").replace(path)
    assert [decision.decision_id for decision in follower.read()] == ["d8", "d9", "d10"]


def test_a_torn_line_is_set_aside_and_told_of_once(tmp_path: Path, path: Path) -> None:
    follower = Follower(tmp_path)
    path.write_bytes(WHOLE)
    follower.read()
    path.write_bytes(WHOLE + line(3)[:50])
    torn = follower.read()
    assert (torn, len(torn.notes)) == ([decision(1), decision(2)], 1)
    assert "decisions.torn" in torn.notes[0]
    record(tmp_path, decision(4))
    after = follower.read()
    assert (after, after.notes) == ([decision(1), decision(2), decision(4)], [])
    assert (tmp_path / "decisions.torn").read_bytes() == line(3)[:50] + b"\n"


def test_a_bad_line_is_named_and_mended_by_hand(tmp_path: Path, path: Path) -> None:
    follower = Follower(tmp_path)
    path.write_bytes(WHOLE)
    follower.read()
    path.write_bytes(WHOLE + line(3) + b"{}\n")
    for _ in range(2):
        with pytest.raises(DecisionError, match=r"decisions\.jsonl, line 4: not a decision"):
            follower.read()
    path.write_bytes(WHOLE + line(3) + line(4))
    assert follower.read() == [decision(number) for number in (1, 2, 3, 4)]


def test_what_is_returned_is_the_readers_own(tmp_path: Path, path: Path) -> None:
    follower = Follower(tmp_path)
    path.write_bytes(WHOLE)
    follower.read().clear()
    assert len(follower.read()) == 2


def test_threads_may_share_one(tmp_path: Path) -> None:
    follower, wrong = Follower(tmp_path), []

    def work(name: str) -> None:
        for number in range(30):
            record(tmp_path, decision(number, reviewer=name))
            mine = [each.decision_id for each in follower.read() if each.reviewer == name]
            wrong.extend(mine if mine != [f"d{n}" for n in range(number + 1)] else ())

    threads = [threading.Thread(target=work, args=(name,)) for name in ("ann", "bob", "cat")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert wrong == []
    assert follower.read() == load(tmp_path) and len(load(tmp_path)) == 90


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_torn_line_that_cannot_be_set_aside_is_passed_over(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """A disk that is full or read-only: what was acknowledged can be read all the same."""

    def fail(*of: object) -> None:
        raise OSError(number, "no room")

    content = WHOLE + line(3)[:50]
    path.write_bytes(content)
    follower = Follower(tmp_path)
    with monkeypatch.context() as full:
        full.setattr("cuttings.casebook.os.write", fail)
        for read in (follower.read, lambda: load(tmp_path)):
            found = read()
            assert found == [decision(1), decision(2)]
            assert "never acknowledged" in found.notes[0] and "no room" in found.notes[0]
        with pytest.raises(OSError, match="no room"):
            record(tmp_path, decision(4))
    assert path.read_bytes() == content
    record(tmp_path, decision(4))
    assert follower.read() == [decision(1), decision(2), decision(4)]
