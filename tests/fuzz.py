"""Saved files broken in every way: none may crash a reader, hang it, or get lost.

The seeds are the golden files and the example articles. ``make fuzz`` tries 100,000; ``test_fuzz`` a few hundred.

    .venv/bin/python tests/fuzz.py [how many] [seed]
"""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cuttings import home
from cuttings.articles import Limits, Readers
from cuttings.saved.readers import Request
from cuttings.saved.worker import Said

GOLDEN = Path(__file__).parent / "golden"
FAULTS = frozenset(("failed", "crashed", "too_slow", "too_much_memory", "given_up"))
LIMITS = Limits(largest=5_000_000, expanded=50_000_000, seconds=20, memory=1_500_000_000)
NASTY = (
    *(b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"&", b'"', b"''" * 200, b"<div>" * 300, b"</p>" * 50, b"\r"),
    *(
        b"%PDF-1.4",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"WARC/1.0\r\n",
        b"From x\n",
        b"<?xml version='1.0'?>",
        b"[[[[[[" * 90,
    ),
    *(
        b"9" * 400,
        b"-1",
        b"2147483648",
        b"<!--",
        b"-->",
        b"]]>",
        b"<![CDATA[",
        b"\xe2\x80\xae",
        b"=\n",
        b"{",
        b"}",
        b";,\t",
    ),
    *(
        b"31 February 2024",
        b" date 9999-99-99 ",
        b"99/99/9999",
        b"yesterday (Tuesday, 4 March) " * 40,
        b"\xf0\x9f\x98\x80",
    ),
    *(
        b"endobj",
        b"/Length 999999999",
        b"<title>" * 60,
        b"Content-Length: 99999999999\r\n",
        b"Content-Encoding: br\r\n",
    ),
)


def seeds() -> list[tuple[str, bytes]]:
    """The files that are broken, by name."""
    files = [path for path in sorted(GOLDEN.rglob("*")) if path.is_file() and not path.name.endswith(".json.json")]
    files = [path for path in files if path.suffix != ".json" or not path.with_suffix("").exists()]
    files += [path for path in sorted(home.example_articles().rglob("*.*")) if path.is_file()]
    return [(path.name, path.read_bytes()) for path in files]


def broken(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The data after one to five changes."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 5)):
        chance.choice(CHANGES)(changed, other, chance)
    return bytes(changed)


def _flip(data: bytearray, other: bytes, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, other: bytes, chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


def _take_out(data: bytearray, other: bytes, chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    del data[at : at + chance.randint(1, 2000)]


def _repeat(data: bytearray, other: bytes, chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = data[at : at + chance.randint(1, 400)] * chance.randint(1, 20)


def _insert(data: bytearray, other: bytes, chance: random.Random) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(NASTY)


def _splice(data: bytearray, other: bytes, chance: random.Random) -> None:
    at, start = chance.randint(0, len(data)), chance.randint(0, len(other))
    data[at:] = other[start:]


def _behead(data: bytearray, other: bytes, chance: random.Random) -> None:
    del data[: chance.randint(1, 40)]


CHANGES: tuple[Callable[[bytearray, bytes, random.Random], None], ...] = (
    *(_flip, _flip, _cut, _take_out, _repeat, _insert, _insert, _splice, _behead),
)


def faults(answers: list[Said], file: str) -> Iterator[str]:
    """What is wrong with the answers to a broken file."""
    if not answers:
        yield "lost"
    for said in answers:
        if said["said"] == "skipped":
            row: dict = said["row"]  # type: ignore[assignment]
            if row["reason"] in FAULTS:
                yield f"{row['reason']}: {row['detail'][:120]}"
            if not (row["file"].startswith(file) and row["detail"] and row["remedy"]):
                yield "a row of skipped that does not say enough"
        elif not said["row"]["text"] or not str(said["file"]).startswith(file):  # type: ignore[index]
            yield "an article without a text"


def fuzz(count: int, seed: int, readers: Readers, keep: Path | None = None) -> Counter[str]:
    """The faults that so many broken files show; ``keep`` is a folder for those that show one."""
    sources, found = seeds(), Counter[str]()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(readers.count) as pool:

        def one(number: int) -> None:
            chance = random.Random(f"{seed} {number}")
            name, data = chance.choice(sources)
            content = broken(data, chance.choice(sources)[1], chance)
            path = Path(folder) / f"{number}-{name}"
            path.write_bytes(content)
            shown = set(faults(readers.read(Request(path, path.name)), path.name))
            path.unlink()
            found.update(shown)
            if shown and keep:
                (keep / path.name).write_bytes(content)

        for _ in pool.map(one, range(count)):
            pass
    return found


def main(count: int = 100_000, seed: int = 1) -> int:
    """Fuzz, print what was found, and return how many kinds of fault there are."""
    start, step = time.monotonic(), 5_000
    found = Counter[str]()
    keep = Path(tempfile.mkdtemp(prefix="cuttings-fuzz-"))
    with Readers(LIMITS) as readers:
        for done in range(0, count, step):
            found += fuzz(min(step, count - done), seed + done, readers, keep)
            print(
                f"{done + step:>8,} files, {sum(found.values())} faults, {time.monotonic() - start:.0f} s", flush=True
            )
    for fault, number in found.most_common():
        print(f"{number:>6}  {fault}")
    print(f"{count:,} broken files, {sum(found.values())} faults" + (f"; they are in {keep}" if found else ""))
    return min(len(found), 1)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
