"""How well and how fast saved files are read, in one run.

Quality is counted in words of the golden pairs (``tests/golden``), whose texts were written by hand: on single pages
Cuttings, trafilatura alone, readability-lxml and jusText; on all of them how much of the furniture was taken out, and
whether anything else was. Time is processor time a page, as a ratio to trafilatura's; then a folder, one of ten times
as many files, and each of them again.

    .venv/bin/python benchmarks/ingest.py
"""

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import justext
import trafilatura
from lxml import html
from readability import Document

from cuttings import home
from cuttings.articles import Readers, ingest
from cuttings.formats.record import Record
from cuttings.plaintext import characters
from cuttings.saved import reading
from cuttings.saved.opening import Leaf
from cuttings.saved.readers import Request
from cuttings.scoring import golden
from cuttings.scoring.golden import Weighed

ROUNDS = 3
GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "pages"


def cuttings(data: bytes) -> str:
    return reading.read(Leaf("page.html", "text/html", Record(data, page=True))).text


def trafilatura_alone(data: bytes) -> str:
    return trafilatura.extract(data, favor_precision=True, include_comments=False) or ""


def readability(data: bytes) -> str:
    document = Document(characters.decode(data) or "")
    return document.short_title() + "\n" + html.fromstring(document.summary()).text_content()


def justext_alone(data: bytes) -> str:
    paragraphs = justext.justext(data, justext.get_stoplist("English"))
    return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)


READERS: dict[str, Callable[[bytes], str]] = {
    "trafilatura": trafilatura_alone,
    "Cuttings": cuttings,
    "readability-lxml": readability,
    "jusText": justext_alone,
}


def seconds(read: Callable[[bytes], str], pages: list[bytes]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for page in pages:
            read(page)
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def pages() -> None:
    pairs = [pair for pair in golden.pairs(GOLDEN) if pair.file.suffix == ".html" and len(pair.articles) == 1]
    sources = [pair.file.read_bytes() for pair in pairs]
    print(f"{len(pairs)} golden pages, {sum(map(len, sources)):,} bytes\n")
    print(f"{'':<18}{'precision':>10}{'recall':>8}{'F1':>8}{'time, ratio':>13}{'ms a page':>11}")
    base = 0.0
    for name, read in READERS.items():
        weighed = sum(
            (golden.weigh([read(data)], pair.articles[0]["text"]) for pair, data in zip(pairs, sources, strict=True)),
            Weighed(),
        )
        precision, recall = weighed.precision, weighed.recall
        f1, taken = 2 * precision * recall / (precision + recall), seconds(read, sources)
        base = base or taken
        row = f"{precision:>10.3f}{recall:>8.3f}{f1:>8.3f}{taken / base:>13.1f}{1000 * taken / len(pairs):>11.1f}"
        print(f"{name:<18}{row}")


def furniture() -> None:
    pairs = [pair for pair in golden.pairs(GOLDEN.parent) if not pair.fields]
    with Readers() as readers:
        answers = [(pair, readers.read(Request(pair.file, pair.file.name))) for pair in pairs]
    for name, weigh in (("furniture taken out", golden.weigh_furniture), ("text kept", golden.weigh_text)):
        weighed = sum((weigh(pair, said) for pair, said in answers), Weighed())
        print(f"{name:<20} precision {weighed.precision:.3f}, recall {weighed.recall:.3f}, {weighed.wanted:,} words")


def folder(count: int) -> float:
    """Seconds by the clock for a folder of so many files; then the same folder again."""
    examples = [path for path in home.example_articles().rglob("*.*") if path.is_file()]
    with tempfile.TemporaryDirectory() as scratch:
        saved, out = Path(scratch) / "saved", Path(scratch) / "out"
        for number in range(count):
            source = examples[number % len(examples)]
            copy = saved / f"{number // 500}" / f"{number}{source.suffix}"
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(source.read_bytes() + f"\n<!-- {number} -->\n".encode())
        once, first = _timed(saved, out)
        again, _ = _timed(saved, out)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = f"first progress after {first:.1f} s" if first else "done before there was progress to tell"
    print(f"{count:,} files: {once:.1f} s, {told}; again {once / again:.0f} times as fast; at most {most} MB of memory")
    return once


def _timed(saved: Path, out: Path) -> tuple[float, float]:
    """Seconds taken, and seconds until the first line of progress."""
    told: list[float] = []
    start = time.monotonic()
    ingest(saved, out, say=lambda line: told.append(time.monotonic() - start))
    return time.monotonic() - start, next(iter(told), 0.0)


def main() -> None:
    pages()
    print()
    furniture()
    print()
    few, many = folder(500), folder(5000)
    print(f"ten times the files: {many / few:.1f} times the time")


if __name__ == "__main__":
    main()
