"""How fast tables are read, and in how much memory: ``python -m tests.bench.tables_bench [ROWS]``.

A register of ten columns (a million rows unless said otherwise; a tenth as many as a workbook) is written to
a temporary folder. Each reading runs in a process of its own: memory is its peak, or that of the process that
reads a workbook for it, seconds are those of the processor.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

HEAD = ("id", "title", "date", "who", "place", "mode", "note", "count", "agency", "source")

STREAM = """
import resource, sys, time
from pathlib import Path
from factcheck.read.tables.door import open_table
path = Path(sys.argv[1])
with open_table(path, path.name) as table:
    rows = sum(1 for row in table.rows)
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(
    rows,
    sum(one.ru_utime + one.ru_stime for one in used),
    max(one.ru_maxrss for one in used),
)
"""

DOCUMENT = """
import resource, sys
from pathlib import Path
from factcheck.read.door import read_path
data, document = read_path(Path(sys.argv[1]))
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(
    document.text.count("\\n") or len(document.marks),
    sum(one.ru_utime + one.ru_stime for one in used),
    max(one.ru_maxrss for one in used),
)
"""

PLAIN = """
import csv, resource, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    rows = sum(1 for row in csv.reader(file))
used = resource.getrusage(resource.RUSAGE_SELF)
print(rows, used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def register(count: int) -> Iterator[tuple[str | int, ...]]:
    """Rows like those of a register of meetings; a seventh of them have an accent and quotation marks."""
    for n in range(count):
        note = 'José said "no"' if n % 7 == 0 else ""
        yield (
            n, f"Meeting {n}, budget", f"2016-09-{n % 28 + 1:02}", "Ann Lee; John Stone", f"Room {n % 90}",
            "attended", note, n % 13, "Dept. of Works", f"https://example.gov/{n}",
        )  # fmt: skip


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        writer.writerows(register(count))


def write_json_lines(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in register(count):
            file.write(json.dumps(dict(zip(HEAD, row, strict=True)), ensure_ascii=False) + "\n")


def write_json(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('{"rows": [')
        for number, row in enumerate(register(count)):
            file.write(
                ", " * bool(number) + json.dumps(dict(zip(HEAD, row, strict=True)), ensure_ascii=False)
            )
        file.write("]}")


def write_workbook(path: Path, count: int) -> None:
    import openpyxl  # some megabytes, which would count as those of the processes begun before

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Log")
    sheet.append(list(HEAD))
    for row in register(count):
        sheet.append([value or None for value in row])
    book.save(path)


def measured(script: str, path: Path) -> tuple[int, float, float]:
    """Rows, seconds of the processor, megabytes at most."""
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True)
    if done.returncode:
        return 0, 0.0, 0.0
    rows, seconds, peak = done.stdout.split()
    return int(rows), float(seconds), int(peak) / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    plan: tuple[tuple[str, Callable[[Path, int], None], int, tuple[tuple[str, str], ...]], ...] = (
        ("log.csv", write_csv, rows, (("csv.reader", PLAIN), ("stream", STREAM))),
        ("less.csv", write_csv, rows // 10, (("stream", STREAM), ("document", DOCUMENT))),
        ("part.csv", write_csv, rows * 6 // 10, (("document", DOCUMENT),)),
        ("log.jsonl", write_json_lines, rows // 10, (("stream", STREAM), ("document", DOCUMENT))),
        ("log.json", write_json, rows // 10, (("stream", STREAM), ("document", DOCUMENT))),
        ("log.xlsx", write_workbook, rows // 10, (("stream", STREAM), ("document", DOCUMENT))),
    )
    print(f"{'file':10} {'MB':>6} {'as':10} {'rows':>9} {'seconds':>8} {'rows/s':>9} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, write, count, readings in plan:
            path = Path(folder) / name
            write(path, count)
            size = path.stat().st_size / 1e6
            for called, script in readings:
                read, seconds, peak = measured(script, path)
                rate = f"{read / seconds:9,.0f}" if seconds else "  refused"
                print(
                    f"{name:10} {size:6.1f} {called:10} {read:9,} {seconds:8.2f} {rate} {peak:8.1f}",
                    flush=True,
                )
            path.unlink()


if __name__ == "__main__":
    main()
