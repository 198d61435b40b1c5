"""How fast registers are: `python -m tests.bench.registers_bench [--rows 100000] [--folder /dev/shm]`.

A made-up visitor log of twelve columns is imported in a process of its own, so that its peak of memory is
its own; then rows are searched, listed and offered for claims, and the import is undone. Prints a table, with
the processor's seconds beside those of the clock, for machines that do other work."""

from __future__ import annotations

import argparse
import csv
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.store.case import CaseFile, open_case
from factcheck.store.creating import create
from factcheck.workbench import acts, readings
from tests.bench.large_case import Language

ANN = Viewer(reviewer_id("Ann"), "Ann", "lead")
CLAIMS = 25
HEADER = """UIN NAMELAST NAMEFIRST APPT_START_DATE visitee_namelast visitee_namefirst Description MEETING_ROOM
MEETING_LOC Total_People ACCESS_TYPE POST""".split()  # noqa: SIM905


def write_table(path: Path, rows: int) -> None:
    """The visitor log: names, days and subjects as unevenly common as they are."""
    chance = Random(2016)
    language = Language(chance, 4_000)
    names = [language.sentence(1, 1).rstrip(".").upper() for _ in range(2_000)]
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(HEADER)
        for number in range(rows):
            day = f"{chance.randint(1, 12)}/{chance.randint(1, 28)}/{chance.randint(2009, 2016)}"
            table.writerow(
                [
                    f"U{number:08}",
                    chance.choice(names),
                    chance.choice(names),
                    f"{day} {chance.randint(8, 18)}:{chance.choice(('00', '30'))}",
                    chance.choice(names[:200]),
                    chance.choice(names[:200]),
                    language.sentence(2, 7).rstrip("."),
                    f"Room {chance.randint(1, 400)}",
                    chance.choice(("West", "Annex", "Hall")),
                    chance.randint(1, 200),
                    "A",
                    "",
                ]
            )


def bring(folder: Path) -> str:
    """The import, in one act."""
    with create(folder / "registers.db", "Registers", ANN) as case:
        done = acts.import_rows(case, ANN, folder / "table.csv", mode="attended")
    return f"{done.kept:,} rows"


def undo(folder: Path) -> str:
    """Taking the import back, and doing it again."""
    with open_case(folder / "registers.db") as case:
        acts.undo(case, ANN)
        left = readings.register_rows(case, ANN, limit=1).total
        acts.redo(case, ANN)
    return f"{left} rows left"


def look(folder: Path) -> str:
    """Searching, listing a page in the middle, and candidates for claims."""
    with open_case(folder / "registers.db") as case:
        total = readings.register_rows(case, ANN, limit=1).total or 0
        words = [row["title"] for row in readings.register_rows(case, ANN, offset=total // 2, limit=200).rows]
        claims = [_claim(case, words, n) for n in range(CLAIMS)]
        told = [
            _timed("search, two words", lambda n: readings.find(case, ANN, _two(words[n]), 20)),
            _timed("search, typed live", lambda n: readings.find(case, ANN, words[n][:5], 20)),
            _timed("a page of rows", lambda n: readings.register_rows(case, ANN, offset=n * total // 30)),
            _timed(
                "rows by date and name",
                lambda n: readings.register_rows(case, ANN, wanted=f"date:2012-0{n % 9 + 1} {words[n][:6]}"),
            ),
            _timed("candidates for a claim", lambda n: readings.suggest(case, ANN, claims[n])),
        ]
    return "\n" + "\n".join(told)


def _claim(case: CaseFile, words: list[str], n: int) -> str:
    said = acts.statement(
        case, ANN, words=f"I never had anything to do with {words[n].lower()} nor {words[-n - 1].lower()}.",
        speaker="Ann Speaker", said_on="2017-01-10",
    )  # fmt: skip
    return f"{said.label}.C1"


def _two(title: str) -> str:
    return " ".join(title.split()[:2])


def _timed(what: str, do: Callable[[int], object]) -> str:
    spent, clock = [], []
    for n in range(CLAIMS):
        cpu, wall = process_time(), perf_counter()
        do(n)
        spent.append((process_time() - cpu) * 1000)
        clock.append((perf_counter() - wall) * 1000)
    return (
        f"  {what:<24} {statistics.median(spent):7.1f} ms median of the processor, {max(spent):7.1f} at "
        f"most; {statistics.median(clock):7.1f} ms median of the clock"
    )


STEPS: dict[str, Callable[[Path], str]] = {"import": bring, "undo and redo": undo, "look": look}


def measure(name: str, folder: Path) -> None:
    """One step in this process."""
    cpu, wall = process_time(), perf_counter()
    said = STEPS[name](folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:<14} {process_time() - cpu:8.1f} s of the processor, {perf_counter() - wall:8.1f} s, "
        f"peak {peak:6.0f} MB: {said}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--step", choices=STEPS)
    asked = parser.parse_args()
    if asked.step:
        measure(asked.step, asked.folder)
        return
    with TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        write_table(folder / "table.csv", asked.rows)
        print(f"{asked.rows:,} rows, {(folder / 'table.csv').stat().st_size / 1e6:.1f} MB")
        for step in STEPS:
            words = [sys.executable, "-m", __spec__.name, "--step", step, "--folder", name]
            subprocess.run(words, check=True)
        print(f"the case: {(folder / 'registers.db').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
