"""The command beside an empty Textual app, on a real pseudo-terminal: `tui_bench.py [--case FILE]`.

Printed, side by side in one run: first paint (median of several starts, from the start of the process), a
key to the first byte of its repaint and to the last (medians of 50 keys), peak of memory. The large case is
made at FILE where it is not there yet (some minutes): 100,000 statements with a claim each, 100,000 events.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pexpect
import pyte

from tests.bench.large_case import large_case

KEYS = 50
DOWN, UP = "\x1b[B", "\x1b[A"
ROW = "▌"
"""What marks the row in focus: seen as soon as there are rows."""
QUIET = 0.12
"""Seconds without a byte after which a repaint is taken to be over."""

EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    ENABLE_COMMAND_PALETTE = False
    presses = 0
    def compose(self):
        yield Static("ready")
    def on_key(self, event):
        self.presses += 1
        self.query_one(Static).update(f"ready {self.presses}")
Empty().run()
"""


@dataclass(frozen=True)
class Subject:
    """A program to measure: what it shows once it stands."""

    name: str
    arguments: list[str]
    ready: str


@dataclass
class Measured:
    """Seconds, and megabytes at most."""

    paint: float
    first: float
    last: float
    memory: float
    work: float
    """Seconds of processor until the first paint: what another program on the machine does not lengthen."""


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument(
        "--case", type=Path, help="the large case; without it, it is made in a folder that goes"
    )
    options.add_argument("--size", type=int, default=100_000)
    options.add_argument("--starts", type=int, default=5)
    options.add_argument("--sample-only", action="store_true")
    arguments = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(FACTCHECK_HOME=home, TERM="xterm-256color", COLORTERM="truecolor")
        subjects = [
            Subject("empty Textual app", ["-c", EMPTY], "ready"),
            Subject("Bench, sample", ["-m", "factcheck", "demo"], ROW),
        ]
        if not arguments.sample_only:
            path = arguments.case or Path(home) / "large.db"
            large_case(path, arguments.size, arguments.size).close()
            subjects.append(Subject(f"Bench, 2 x {arguments.size:,}", ["-m", "factcheck", str(path)], ROW))
        for subject in subjects:
            measure(subject, keys=0)  # warm: compiled modules, the sample's copy, the system's cache
        runs: dict[str, list[Measured]] = {subject.name: [] for subject in subjects}
        for start in range(arguments.starts):
            for subject in subjects:
                runs[subject.name].append(measure(subject, KEYS if start == 0 else 0))
        print(table(runs))


def measure(subject: Subject, keys: int) -> Measured:
    """One start of a program, and so many keys down."""
    screen = pyte.Screen(120, 36)
    stream = pyte.ByteStream(screen)
    begun = perf_counter()
    child: Any = pexpect.spawn(
        sys.executable, subject.arguments, dimensions=(36, 120), timeout=30, env=dict(os.environ)
    )
    while subject.ready not in "\n".join(screen.display):
        data = child.read_nonblocking(1 << 20, timeout=30)
        at = perf_counter()
        stream.feed(data)
    paint, work = at - begun, _work(child.pid)
    _drain(child)
    pressed = [_press(child, DOWN if n // 8 % 2 == 0 else UP) for n in range(keys)]
    memory = _peak(child.pid)
    child.send("\x11")
    child.expect(pexpect.EOF)
    child.close()
    return Measured(
        paint,
        median(first for first, _ in pressed) if pressed else 0.0,
        median(last for _, last in pressed) if pressed else 0.0,
        memory,
        work,
    )


def _press(child: Any, key: str) -> tuple[float, float]:
    begun = perf_counter()
    child.send(key)
    child.read_nonblocking(1 << 20, timeout=30)
    first = perf_counter() - begun
    return first, max(first, _drain(child) - begun)


def _drain(child: Any) -> float:
    """Read until nothing more comes; when the last byte came."""
    last = 0.0
    while True:
        try:
            child.read_nonblocking(1 << 20, timeout=QUIET)
        except pexpect.TIMEOUT:
            return last
        last = perf_counter()


def _peak(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return float("nan")  # only Linux tells it of a process that runs
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else float("nan")


def _work(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def table(runs: dict[str, list[Measured]]) -> str:
    """The figures and, in brackets, how many times those of the empty app they are."""
    base = next(iter(runs.values()))
    heads = ("first paint", "its processor time", "key, first byte", "key, last byte")
    lines = [f"{'':<22} " + " ".join(f"{head:>18}" for head in heads) + f" {'peak':>8}"]
    paint, work = median(one.paint for one in base), median(one.work for one in base)
    first, last = base[0].first, base[0].last
    for name, measured in runs.items():
        own, worked = median(one.paint for one in measured), median(one.work for one in measured)
        memory = max(one.memory for one in measured)
        cells = (
            f"{own:7.3f} s ({own / paint:4.2f}x)",
            f"{worked:7.2f} s ({worked / work:4.2f}x)",
            f"{measured[0].first * 1000:6.1f} ms ({measured[0].first / first:4.2f}x)",
            f"{measured[0].last * 1000:6.1f} ms ({measured[0].last / last:4.2f}x)",
        )
        lines.append(f"{name:<22} " + " ".join(f"{cell:>18}" for cell in cells) + f" {memory:5.0f} MB")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
