"""The simulator within the time of a test run. Thousands of seeds: `python -m tests.store.simulator --seeds
5000`."""

import os

import pytest

from tests.store.simulator import KINDS_OF_STEP, World, failure, shrunk, steps_of, told

SEEDS = int(os.environ.get("FACTCHECK_SEEDS", "60"))
FIRST = int(os.environ.get("FACTCHECK_FIRST_SEED", "0"))


@pytest.mark.parametrize("part", range(4))
def test_all_copies_end_the_same(part: int) -> None:
    for seed in range(FIRST + part, FIRST + SEEDS, 4):
        assert told(seed) is None


def test_every_sort_of_step_is_lived_through() -> None:
    assert {name for seed in range(SEEDS) for name, _ in steps_of(seed)} == set(KINDS_OF_STEP)


def test_a_fault_is_found_and_shrunk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A projection that forgets a table is noticed, and the steps that show it are few."""

    def spoil(world: World, step: tuple[str, int]) -> None:
        live(world, step)
        if step[0] == "replay":
            world.cases[0].db.execute("DELETE FROM act")

    live = World.run
    monkeypatch.setattr(World, "run", spoil)
    steps = [("act", 1), ("act", 2), ("replay", 3), ("act", 4), ("copy", 5)]
    fault = failure(steps)
    assert fault is not None
    assert fault.startswith("Failed: ")
    assert shrunk(steps, lambda fewer: failure(fewer) == fault) == [("replay", 3)]
