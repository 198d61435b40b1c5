"""From how many bytes several processes pay for reading and extracting: `python -m tests.bench.many_bench`.

Each size is read by one process and by two, in turn, so that what else the machine does weighs on both.
"""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from factcheck.workbench import many
from factcheck.workbench.many import How, Job

PARAGRAPH = (
    "“I did not meet the ambassador in May 2016, and nobody of my office did,” Senator Ann Lee said on "
    "Monday. The harbour board had scheduled a reception for April 27, 2016, two officials said.\n\n"
)
FILES = 12
SIZES = (100_000, 500_000, 1_000_000, 2_000_000, 4_000_000)


def jobs(size: int) -> list[Job]:
    """Files of so many bytes together."""
    each = PARAGRAPH * max(1, size // FILES // len(PARAGRAPH.encode()))
    texts = [f"{n}\n\n{each}".encode() for n in range(FILES)]
    return [Job(f"{n}.txt", Path(f"{n}.txt"), len(data), data) for n, data in enumerate(texts)]


def seconds(work: list[Job], workers: int) -> float:
    began = time.perf_counter()
    for _ in many.in_order(partial(many.read_one, How("news", "2016-06-01")), work, workers=workers):
        pass
    return time.perf_counter() - began


def main() -> None:
    print(f"{'bytes':>10} {'one':>8} {'two':>8}")
    for size in SIZES:
        work = jobs(size)
        one, two = (min(seconds(work, count) for _ in range(2)) for count in (1, 2))
        print(f"{size:>10,} {one:>7.2f}s {two:>7.2f}s")


if __name__ == "__main__":
    main()
