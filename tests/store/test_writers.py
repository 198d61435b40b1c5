"""Several processes write to one file; one is killed at any moment. Nothing confirmed is ever lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from factcheck.store import verify
from factcheck.store.case import open_case
from factcheck.store.creating import create
from tests.store.replicas import ANN

KILLS = int(os.environ.get("FACTCHECK_KILLS", "40"))
WRITERS, ACTS = 8, 200


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new case, with the clock and the ids of real life."""
    create(tmp_path / "a.db", "A case", ANN).close()
    return tmp_path / "a.db"


def start(root: Path, path: Path, name: str, acts: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.writing_process", str(path), name, str(acts)],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_eight_processes_lose_nothing(root: Path, path: Path) -> None:
    writers = [start(root, path, f"Writer {number}", ACTS) for number in range(WRITERS)]
    confirmed: list[str] = []
    for writer in writers:
        out, err = writer.communicate()
        assert (writer.returncode, err) == (0, "")
        confirmed += out.split()
    assert len(confirmed) == len(set(confirmed)) == WRITERS * ACTS
    with open_case(path) as case:
        assert verify.verify(case).problems == ()
        kept = case.db.execute("SELECT p.id, r.label FROM person p JOIN record r ON r.id = p.id").fetchall()
        assert {id_ for id_, _ in kept} == set(confirmed)
        assert {label for _, label in kept} == {f"P{number}" for number in range(1, WRITERS * ACTS + 1)}
        assert case.db.execute("SELECT count(*) FROM replica").fetchone() == (1,)


def moments() -> Iterator[tuple[int, float]]:
    """After how many confirmed acts a writer dies, and how many seconds later."""
    chance = Random(KILLS)
    for _ in range(KILLS):
        yield chance.randrange(6), chance.random() * 0.006


def killed(writer: subprocess.Popen[str], acts: int, after: float) -> list[str]:
    """Lets a writer confirm some acts, kills it a moment later; all that it confirmed."""
    assert writer.stdout is not None
    confirmed = [writer.stdout.readline() for _ in range(acts)]
    until = perf_counter() + after
    while perf_counter() < until:  # a moment too short for any timer, in the middle of the next act
        pass
    writer.kill()
    rest, _ = writer.communicate()
    return [line for line in "".join([*confirmed, rest]).split("\n")[:-1] if line]


@pytest.mark.timeout(60 + 3 * KILLS)
def test_a_kill_at_any_moment_loses_nothing_confirmed(root: Path, path: Path) -> None:
    confirmed: list[str] = []
    for acts, after in moments():
        confirmed += killed(start(root, path, "Victim", 0), acts, after)
        with open_case(path) as case:
            assert verify.verify(case).problems == ()
            kept = {id_ for (id_,) in case.db.execute("SELECT id FROM person")}
            assert set(confirmed) <= kept
    assert len(confirmed) >= KILLS
