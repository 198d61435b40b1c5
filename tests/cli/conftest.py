"""The command line under test: in this process for most, as a real process where the system matters."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from factcheck.cli import out, trouble
from factcheck.cli.program import program

TESTIMONY = """\
HEARING

Mr. FRANK. If there is any evidence that anyone communicated with them, what will you do?

Mr. STONE. Senator, I'm not aware of any of those activities. I have been called a surrogate at a time \
or two and I did not have communications with the Russians, and I'm unable to comment on it.
"""
WORDS = "I did not have communications with the Russians"


@dataclass(frozen=True)
class Done:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


class Guarded(click.Command):
    """The program with the guard of `main` around it, as CliRunner takes it."""

    def main(self, args: Any = None, **extra: Any) -> Any:  # type: ignore[override]  # fewer parameters than the base
        sys.exit(
            trouble.exit_code_of(
                lambda: program.main(list(args or ()), prog_name="factcheck", standalone_mode=False)
            )
        )


Run = Callable[..., Done]


@pytest.fixture
def run() -> Run:
    """Runs one command line in this process: `run("list", case, "claims")`."""

    def run_it(*words: str | Path, stdin: str | None = None) -> Done:
        out._said.clear()
        result = CliRunner().invoke(Guarded("factcheck"), [str(word) for word in words], input=stdin)
        return Done(result.exit_code, result.stdout, result.stderr)

    return run_it


@pytest.fixture
def process(nobodys_machine: Path, tmp_path: Path) -> Run:
    """Runs one command line as a process of its own, in an empty folder."""

    def run_it(*words: str | Path, **more: str) -> Done:
        done = start(words, tmp_path, more)
        stdout, stderr = done.communicate(timeout=60)
        return Done(done.returncode, stdout.decode(errors="replace"), stderr.decode())

    return run_it


def start(words: Sequence[str | Path], folder: Path, more: dict[str, str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *map(str, words)],
        cwd=folder,
        env={**os.environ, **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    """A case with a source D1, a statement S1 with its claim S1.C1, events E1 and E2, and a link L1 to E1."""
    path = tmp_path / "inquiry.db"
    source = tmp_path / "testimony.txt"
    source.write_text(TESTIMONY, "utf-8")
    for words in (
        ("new", path, "--title", "The hearing"),
        ("add", path, source, "--kind", "hearing", "--published", "2017-01-10", "--no-extract"),
        (
            *("capture", path, "D1", "Senator, I'm not aware of any of those activities."),
            f"I have been called a surrogate at a time or two and {WORDS}",
            *("--speaker", "John Stone", "--said-on", "2017-01-10", "--question", "what will you do?"),
        ),
        ("event", path, "--title", "Meeting in the office", "--when", "2016-09-08", "--who", "John Stone"),
        ("event", path, "--title", "Reception", "--when", "spring 2016"),
        ("link", path, "S1.C1", "E1"),
    ):
        done = run(*words)
        assert done.code == 0, done.err
    return path
