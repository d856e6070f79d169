"""How drawing grows with the incidents: seconds for all charts, as files, against one empty page in the same formats.

The incidents are generated. No figure is a time limit: run it before and after a change, on one machine.
"""

import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import made_run
from cuttings import charts
from cuttings.charts import layout

SIZES = (20, 80, 320)


def empty_page() -> float:
    """Seconds to save one page with nothing on it as each format."""
    start = time.perf_counter()
    figure = layout.page(charts.WIDTHS[""]).figure
    for form in ("svg", "png", "pdf"):
        figure.savefig(BytesIO(), format=form)
    return time.perf_counter() - start


def drawn(size: int) -> float:
    """Seconds to draw the charts of ``size`` incidents."""
    with TemporaryDirectory() as folder:
        out = made_run.many(size).write(Path(folder))
        start = time.perf_counter()
        charts.draw(out)
        return time.perf_counter() - start


def main() -> None:
    """Print a line for each size."""
    drawn(1)  # fonts, vocabulary
    floor = min(empty_page() for _ in range(3))
    print(f"{'incidents':>9}  {'seconds':>7}  {'empty pages':>11}  {'pages an incident':>17}")
    for size in SIZES:
        seconds = drawn(size)
        print(f"{size:>9}  {seconds:>7.1f}  {seconds / floor:>11.0f}  {seconds / floor / size:>17.2f}")


if __name__ == "__main__":
    main()
