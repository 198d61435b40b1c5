"""How fast PDF files are read, and in how much memory: ``python -m tests.bench.pdf_bench [PAGES]``.

Invented files of 1, 4 and 16 parts of the whole (2,000 pages unless said), from bytes to Document through the
door, the process that reads them included: its start, its time and its peak memory are in the figures.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from tests.read.drawn import Draw, numbered, pdf, words

PAGES = 2_000
SAID = (
    "the harbour board said that it had never met with the minister about communications of that year and "
    "nobody asked for the letter which he wrote before the hearing began on Tuesday"
)
WORDS = SAID.split()

MEASURED = """
import sys, time
from factcheck.read.door import read_bytes
data = sys.stdin.buffer.read()
start = time.perf_counter()
document = read_bytes(data, "x.pdf", kind="news")
print(time.perf_counter() - start, len(document.text), len(document.marks), len(document.holes))
"""


def sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def testimony(chance: random.Random, number: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Courier", 12)
        canvas.drawRightString(540, 755, f"Page {number}")
        numbered(
            canvas,
            [
                ("Q.   " if n % 4 == 0 else "A.   " if n % 4 == 2 else "") + sentence(chance, 8)
                for n in range(25)
            ],
            size=10,
        )
        words(canvas, ["Harbour Reporting, Inc."], y=30, size=8)

    return draw


def prose(chance: random.Random, number: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        words(canvas, ["THE HARBOUR REPORT"], y=760, size=9)
        words(canvas, [sentence(chance, 15) for _ in range(50)], y=730, pitch=13, size=10)
        words(canvas, [str(number)], x=300, y=30, size=9)

    return draw


def columns(chance: random.Random, number: int) -> Draw:
    def draw(canvas: Canvas) -> None:
        for x in (60, 320):
            words(canvas, [sentence(chance, 7) for _ in range(55)], x=x, y=730, pitch=12, size=9)
        words(canvas, [str(number)], x=300, y=30, size=9)

    return draw


def drawn(page: Callable[[random.Random, int], Draw], pages: int) -> bytes:
    chance = random.Random(5)
    return pdf(*[page(chance, number) for number in range(1, pages + 1)])


def main() -> None:
    whole = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    print(f"{'pages':>22}  {'wall':>7} {'cpu':>7} {'pages/s':>8} {'MB/s':>6} {'peak MB':>8}")
    for page in (testimony, prose, columns):
        for part in (16, 4, 1):
            pages = max(1, whole // part)
            data = drawn(page, pages)
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            done = subprocess.run(
                [sys.executable, "-c", MEASURED], input=data, capture_output=True, check=True
            )
            seconds, letters, *_ = map(float, done.stdout.split())
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            peak, computing = used.ru_maxrss / 1024, used.ru_utime - before
            print(
                f"{page.__name__:>14} {pages:>7,}  {seconds:7.2f} {computing:7.2f} "
                f"{pages / computing:8.0f} {letters / 1e6 / computing:6.2f} {peak:8.0f}"
            )
    print("seconds; pages and MB of text for a second of computing; peak of the largest process so far")


if __name__ == "__main__":
    main()
