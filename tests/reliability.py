"""The casebook under kills and full disks: nothing acknowledged is lost, and no file is left that cannot be read.

Writers write a line in pieces, as the system may: a kill then tears it anywhere. ``test_reliability`` is a short form.

    .venv/bin/python tests/reliability.py [kills] [full disks] [kills of an import] [seed]
"""

import csv
import json
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from cuttings import review, tables
from cuttings.casebook import Follower, load
from cuttings.review.queue import Queue

FAULT = "FAULT: "  # what a name in the figures begins with that must not be there
SHEET = 50  # rows of the sheet whose import is killed
PIECES = """
import json, os, random, resource, signal, sys, time
from pathlib import Path
from cuttings.casebook import Decision, load, record
casebook, name, chance = Path(sys.argv[1]), sys.argv[2], random.Random(sys.argv[3])
whole = os.write
def piece(handle, line):
    time.sleep(chance.choice((0, 0, 0, 0.0005)))
    return whole(handle, line[: chance.randint(1, 60)])
os.write = piece
path, words = casebook / "decisions.jsonl", "words " * 40
def decision(number, comment=""):
    return Decision(f"{name}-{number}", "t", name, "s", "v", 0, 240, words, "force", "F", "accepted", comment=comment)
"""
WRITER = """
number = 0
while True:
    record(casebook, decision(number))
    print(number, flush=True)
    number += 1
"""
# A file may not grow past a byte of the next line, whichever it is
LIMITED = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
record(casebook, decision(0))
line = path.read_bytes()
for number in range(int(sys.argv[4])):
    kept = line * chance.randint(0, 3)
    before = kept + line[: chance.choice((0, 0, 150))]  # a line that was torn before is set aside, if there is room
    path.write_bytes(before)
    room = chance.randrange(len(line))
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(kept) + room, resource.RLIM_INFINITY))
    try:
        record(casebook, decision(1))
        said = ""
    except OSError as error:
        said = error.strerror
    fine = path.read_bytes() in (before, kept) and len(load(casebook)) == kept.count(b"\\n")
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    record(casebook, decision(2))
    after = load(casebook)
    fine = fine and len(after) == kept.count(b"\\n") + 1 and after[-1].decision_id == f"{name}-2"
    print(json.dumps([room, said, fine]))
"""
# A disk of 64 KB that is filled to the brim, a decision at a time, and then given room again
SMALL_DISK = """
for number in range(int(sys.argv[4])):
    ballast, acknowledged, said = casebook / "ballast", [], ""
    path.unlink(missing_ok=True)
    ballast.write_bytes(b"x" * 40_000)
    while not said:
        before = path.read_bytes() if path.exists() else b""
        made = decision(len(acknowledged), "x" * chance.randint(0, 900))
        try:
            record(casebook, made)
            acknowledged.append(made)
        except OSError as error:
            said = error.strerror
    fine = path.read_bytes() == before and load(casebook) == acknowledged
    ballast.unlink()
    record(casebook, made)
    print(json.dumps([len(acknowledged), said, fine and load(casebook) == [*acknowledged, made]]))
"""
IMPORT = """
import sys
from pathlib import Path
from cuttings import review
review.import_decisions(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), "ann")
"""


def _start(script: str, *arguments: object, errors: int | None = subprocess.PIPE) -> subprocess.Popen:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)


def killed(kills: int, seed: int, folder: Path) -> Counter[str]:
    """Two processes record into one casebook, and one of them is killed, so many times, each followed by another."""
    chance, found, follower = random.Random(seed), Counter(kills=kills), Follower(folder)
    names = (f"{seed}w{number}" for number in range(kills + 2))
    living = [_writer(folder, next(names)) for _ in range(2)]
    said: dict[str, int] = {}  # writer: how many decisions it was told are kept
    for _ in range(kills):
        name, writer = living.pop(chance.randrange(2))
        said |= _kill(name, writer, chance.uniform(0, 0.03))
        living.append(_writer(folder, next(names)))
        _compare(said, folder, follower, found)
    for name, writer in living:
        said |= _kill(name, writer, 0)
    _compare(said, folder, follower, found)
    if faults(found):
        return found
    kept = Counter(decision.reviewer for decision in load(folder))
    found["decisions acknowledged"] = sum(said.values())
    found["decisions kept that were not acknowledged yet"] = sum(max(kept[name] - said[name], 0) for name in said)
    torn = folder / "decisions.torn"
    found["torn lines set aside"] = torn.read_bytes().count(b"\n") if torn.exists() else 0
    return found


def _writer(folder: Path, name: str) -> tuple[str, subprocess.Popen]:
    return name, _start(PIECES + WRITER, folder, name, name, errors=None)


def _kill(name: str, writer: subprocess.Popen, wait: float) -> dict[str, int]:
    """How many decisions a writer was told are kept, before it was killed; it has recorded one at least."""
    with writer:
        first = writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read()
    if writer.returncode != -signal.SIGKILL:
        raise RuntimeError("a writer stopped of itself")
    return {name: (first + rest).count("\n")}  # of the last line, perhaps, only a part was told


def _compare(said: dict[str, int], folder: Path, follower: Follower, found: Counter[str]) -> None:
    """Look at the casebook as it is, while others write to it."""
    try:
        followed, loaded = follower.read(), load(folder)
    except (ValueError, OSError) as error:
        found[f"{FAULT}the casebook cannot be read: {error}"] += 1
        return
    numbers: dict[str, list[str]] = {}
    for decision in loaded:
        numbers.setdefault(decision.reviewer, []).append(decision.decision_id)
    for name, many in said.items():
        kept = numbers.get(name, [])
        found[f"{FAULT}acknowledged and lost"] += max(many - len(kept), 0)
        found[f"{FAULT}more than was said"] += len(kept) > many + 1
        found[f"{FAULT}out of order, or twice"] += kept != [f"{name}-{number}" for number in range(len(kept))]
    found[f"{FAULT}a follower reads another casebook"] += loaded[: len(followed)] != followed


def full(disks: int, seed: int, folder: Path) -> Counter[str]:
    """So many decisions that would pass the size that a file may have, at any byte of their line."""
    return _told(_start(PIECES + LIMITED, folder, "w", seed, disks), disks, "a limit reached", "File too large")


def really_full(disks: int, seed: int, folder: Path) -> Counter[str] | None:
    """The same on a disk that has no room left; None where this machine lets nobody mount one."""
    mount = 'mount -t tmpfs -o size=64k tmpfs "$1" && shift && exec "$@"'
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh", str(folder)]
    if not shutil.which("unshare") or subprocess.run([*command, "true"], capture_output=True, check=False).returncode:
        return None
    command += [sys.executable, "-c", PIECES + SMALL_DISK, str(folder), "w", str(seed), str(disks)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return _told(process, disks, "a disk filled up", "No space left on device")


def _told(process: subprocess.Popen, disks: int, what: str, message: str) -> Counter[str]:
    told, errors = process.communicate(timeout=600)
    found = Counter({what: 0})
    for line in told.splitlines():
        _, said, fine = json.loads(line)
        found[what] += 1
        found[f"{FAULT}nobody was told, or something else: {said!r}"] += said != message
        found[f"{FAULT}the old file is not as it was, or the next decision was not kept"] += not fine
    found[f"{FAULT}it stopped: {errors[-300:]}"] += found[what] != disks
    return found


def killed_imports(kills: int, seed: int, folder: Path) -> Counter[str]:
    """The import of a sheet of fifty rows, killed so many times and then done again."""
    chance, found, sheet, out = random.Random(seed), Counter[str](), folder / "sheet.csv", folder / "out"
    _make_run(out)
    review.export_queue(out, sheet)
    rows = list(csv.DictReader(sheet.read_text("utf-8-sig").splitlines()))
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(row | {"verdict": "accepted"} for row in rows)
    keys = [item.key for item in Queue(out).items]
    for number in range(kills):
        casebook = folder / f"casebook{number}"
        path, until = casebook / "decisions.jsonl", chance.randrange(SHEET)
        process = _start(IMPORT, sheet, out, casebook)
        while process.poll() is None and (path.read_bytes().count(b"\n") if path.exists() else 0) < until:
            time.sleep(0.001)
        time.sleep(chance.uniform(0, 0.01))
        process.send_signal(signal.SIGKILL)
        _, errors = process.communicate(timeout=60)
        kept = [decision.key for decision in load(casebook)]
        again = review.import_decisions(sheet, out, casebook, "ann")
        found["imports killed" if process.returncode else "imports that were done before the kill"] += 1
        found["rows recorded before the kills"] += len(kept)
        found[f"{FAULT}the import stopped of itself: {errors[-300:]}"] += process.returncode > 0
        found[f"{FAULT}rows out of order"] += kept != keys[: len(kept)]
        found[f"{FAULT}imported again, something else"] += again != review.Imported(SHEET - len(kept), len(kept), ())
        found[f"{FAULT}not each row once"] += [decision.key for decision in load(casebook)] != keys
    return found


def _make_run(out: Path) -> None:
    text = " ".join(f"Place{number}" for number in range(SHEET))
    claims = []
    for number in range(SHEET):
        start, words = text.index(f"Place{number}"), f"Place{number}"
        row = {"claim_id": f"c{number}", "incident_id": "i1", "article_id": "a1", "attribute": "place", "value": words}
        row |= {"start": start, "end": start + len(words), "evidence": words, "standing": "reported"}
        claims.append(row)
    rows = {"articles": [{"article_id": "a1", "file": "a.txt", "sha256": "ab" * 32, "text": text}], "claims": claims}
    rows |= {"incidents": [{"incident_id": "i1", "title": "One"}], "sentences": [], "coverage": []}
    for name, of in rows.items():
        tables.write(name, tables.frame(name, of), out)


def faults(found: Counter[str]) -> list[str]:
    """What was found that must not be."""
    return [name for name, times in found.items() if name.startswith(FAULT) and times]


def main(kills: int = 200, disks: int = 50, imports: int = 20, seed: int = 1) -> int:
    """Try all of it, print the figures, and return 1 if there is a fault."""
    print(f"seed {seed}")
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="cuttings-reliability-") as place:
        for number, (work, times) in enumerate(
            ((killed, kills), (full, disks), (really_full, disks), (killed_imports, imports))
        ):
            folder = Path(place) / str(number)
            folder.mkdir()
            start, found = time.monotonic(), work(times, seed, folder)
            if found is None:
                print("no disk can be mounted here: none was filled up")
                continue
            for name, many in found.items():
                if many or not name.startswith(FAULT):
                    print(f"{many:>8,}  {name}", flush=True)
            print(f"{'':>8}  {work.__name__}: {time.monotonic() - start:.0f} s", flush=True)
            wrong += faults(found)
    print(f"{len(wrong)} kinds of fault")
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
