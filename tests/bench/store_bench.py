"""How fast the store is: `python -m tests.bench.store_bench [--entries 100000] [--folder /dev/shm] [--profile
NAME]`.

Prints a table: appending with its projection, one act, union, verify, replay, dump, and the peak of memory.
Each measurement runs in a process of its own, so that its peak is its own."""

from __future__ import annotations

import argparse
import cProfile
import pstats
import resource
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from factcheck.core import records as r
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.store import project, union, verify
from factcheck.store.case import CaseFile, open_case
from factcheck.store.creating import create, write_blank

ANN = Viewer(reviewer_id("Ann"), "Ann", "lead")
BEN = Viewer(reviewer_id("Ben"), "Ben")
ACTS = 200


def fill(case: CaseFile, entries: int) -> None:
    """A case as large ones are: half events with a participant each, the rest statements with their
    claims."""
    with case.act(ANN) as act:
        people = [act.fresh() for _ in range(100)]
        for number, person in enumerate(people):
            act.make("person", r.Person(label=act.label("person", person), name=f"Person {number}"), person)
        for number in range((entries - 100) // 4):
            event, statement, claim = act.fresh(), act.fresh(), act.fresh()
            who, day = people[number % 100], f"20{number % 20:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
            met = r.Event(
                label=act.label("event", event), title=f"Meeting {number} in the old town hall", when=day
            )
            act.make("event", met, event)
            act.make("participant", r.Participant(event=event, person=who))
            words = f"I never met number {number} of them, nor anybody else whom I would remember."
            said = r.Statement(label=act.label("statement", statement), words=words, speaker=who, said_on=day)
            act.make("statement", said, statement)
            whole = r.Claim(label=act.label("claim", claim, statement), statement=statement, words=words)
            act.make("claim", whole, claim)


def append(folder: Path, entries: int) -> float:
    """All in one act: appending and projecting."""
    with create(folder / "full.db", "A case", ANN) as case:
        start = perf_counter()
        fill(case, entries)
        return perf_counter() - start


def one_act(folder: Path, entries: int) -> float:
    """The median of single acts in the full case, each waiting for the disk."""
    times = []
    with open_case(folder / "full.db") as case:
        for number in range(ACTS):
            start = perf_counter()
            with case.act(BEN) as act:
                event = act.fresh()
                act.make("event", r.Event(label=act.label("event", event), title=f"Dinner {number}"), event)
            times.append(perf_counter() - start)
    return statistics.median(times)


def _blank(path: Path) -> CaseFile:
    write_blank(path)
    return open_case(path)


def unite(folder: Path, entries: int) -> float:
    """The union of a full case into an empty one."""
    with open_case(folder / "full.db") as full, _blank(folder / "empty.db") as empty:
        start = perf_counter()
        report = union.unite(empty, *union.everything(full))
        took = perf_counter() - start
        assert report.came >= entries - 200
        assert not report.refused
        return took


def unite_again(folder: Path, entries: int) -> float:
    """The same union once more: nothing comes."""
    with open_case(folder / "full.db") as full, open_case(folder / "empty.db") as copy:
        start = perf_counter()
        assert union.unite(copy, *union.everything(full)).came == 0
        return perf_counter() - start


def check(folder: Path, entries: int) -> float:
    """Verification of the full case."""
    with open_case(folder / "full.db") as case:
        start = perf_counter()
        assert verify.verify(case).problems == ()
        return perf_counter() - start


def replay(folder: Path, entries: int) -> float:
    """The projection dropped and made anew."""
    with open_case(folder / "full.db") as case:
        start = perf_counter()
        with case.writing() as db:
            project.replay(db)
        return perf_counter() - start


MEASURED: dict[str, Callable[[Path, int], float]] = {
    "append": append,
    "act": one_act,
    "union": unite,
    "again": unite_again,
    "verify": check,
    "replay": replay,
}
AIMS = {"union": 10.0, "verify": 5.0}


def measure(name: str, folder: Path, entries: int) -> None:
    """One measurement, in this process: seconds, seconds of its processor, and megabytes at the peak."""
    before = process_time()
    seconds = MEASURED[name](folder, entries)
    print(seconds, process_time() - before, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def profile(name: str, folder: Path, entries: int) -> None:
    """Where the time of one measurement goes."""
    profiler = cProfile.Profile()
    profiler.runcall(MEASURED[name], folder, entries)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def table(folder: Path, entries: int) -> None:
    """All measurements, one after the other."""
    print(
        f"{entries:,} entries".rjust(20),
        "seconds".rjust(10),
        "processor".rjust(10),
        "MB".rjust(8),
        "aim".rjust(8),
    )
    for name in MEASURED:
        asked = [
            sys.executable,
            "-m",
            "tests.bench.store_bench",
            "--entries",
            str(entries),
            "--folder",
            str(folder),
        ]
        done = subprocess.run([*asked, "--only", name], capture_output=True, text=True, check=True)
        seconds, processor, megabytes = map(float, done.stdout.split())
        aim = f"{AIMS[name]:.0f}" if name in AIMS else ""
        print(name.rjust(20), f"{seconds:10.4f} {processor:10.4f} {megabytes:8.0f}", aim.rjust(8), flush=True)
    print(f"{(folder / 'full.db').stat().st_size / 1e6:.0f} MB on disk")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument(
        "--folder", type=Path, help="where the files are made, and kept; a passing one by default"
    )
    parser.add_argument(
        "--only", choices=MEASURED, help="one measurement alone, in a folder that `append` filled"
    )
    parser.add_argument("--profile", choices=MEASURED, help="where its time goes")
    given = parser.parse_args()
    if given.only:
        measure(given.only, given.folder, given.entries)
    elif given.profile:
        profile(given.profile, given.folder, given.entries)
    elif given.folder:
        shutil.rmtree(given.folder, ignore_errors=True)
        given.folder.mkdir(parents=True)
        table(given.folder, given.entries)
    else:
        with TemporaryDirectory() as name:
            table(Path(name), given.entries)


if __name__ == "__main__":
    main()
