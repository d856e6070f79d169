"""How a report grows with its incidents: seconds to write it against seconds to read its tables, its bytes, and how
long a browser takes to open its front and its largest part.

The incidents are generated, each with ten claims, two subjects and two articles; the charts are those of nine, for here
it is the pages that count. No figure is a time limit: run it before and after a change, on one machine.
"""

import json
import shutil
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import made_run
from cuttings import charts, printing, report, tables

SIZES = (125, 500, 2_000)
OPENINGS = 3


def written(size: int, out: Path) -> tuple[float, float]:
    """Write the report of ``size`` incidents into ``out``: seconds to read the tables, and to report."""
    made_run.large(size).write(out)
    _borrowed_charts(out)
    start = time.perf_counter()
    for name in report.READ:
        tables.read(name, out)
    read = time.perf_counter() - start
    report.write(out)
    return read, time.perf_counter() - start - read


def _borrowed_charts(out: Path) -> None:
    with TemporaryDirectory() as other:
        charts.draw(made_run.few().write(Path(other)))
        shutil.copytree(Path(other) / "figures", out / "figures")
    notes = json.loads((out / "figures" / "charts.json").read_text("utf-8")) | {"tables": charts.fingerprint(out)}
    (out / "figures" / "charts.json").write_text(json.dumps(notes), "utf-8")


def opened(page: Path) -> float:
    """Seconds until a browser has loaded and laid out the page, the best of three."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = printing.browser()
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"):
        options.add_argument(argument)
    with webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver"))) as driver:
        found = []
        for _ in range(OPENINGS):
            driver.get("about:blank")
            start = time.perf_counter()
            driver.get(page.as_uri())
            driver.execute_script("return document.documentElement.scrollHeight")
            found.append(time.perf_counter() - start)
    return min(found)


def main() -> None:
    """Print a line for each size."""
    browser = printing.browser() and shutil.which("chromedriver")
    for size in SIZES:
        with TemporaryDirectory() as folder:
            out = Path(folder)
            read, wrote = written(size, out)
            pages = [out / "report.html", *sorted((out / "report").glob("*.html"))]
            bytes_ = [page.stat().st_size for page in pages]
            line = f"{size:6,} incidents: read {read:5.2f} s, written {wrote:6.2f} s, {wrote / read:5.1f} times"
            line += f"; {len(pages):3} pages, {sum(bytes_) / 1e6:5.1f} MB, the largest {max(bytes_) / 1e6:.1f} MB"
            if browser:
                largest = max(pages[1:], key=lambda page: page.stat().st_size, default=pages[0])
                line += f"; opened in {opened(pages[0]):.2f} s (front), {opened(largest):.2f} s (largest part)"
            print(line, flush=True)


if __name__ == "__main__":
    main()
