"""Replay equals incremental work: whatever was done, the tables are what the ledger gives."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.entities import ENTITIES
from factcheck.store import project, replica, verify
from factcheck.store.case import CaseFile, open_case
from tests.store.histories import Hand
from tests.store.replicas import ANN, PEOPLE, findable, new_case, reopened

seeds = st.lists(st.integers(0, 9_999), min_size=1, max_size=25)
"""One number an act: all that is left to chance in it. Fewer acts are a simpler example."""


def lives(case: CaseFile, acts: Sequence[int]) -> None:
    for seed in acts:
        chance = Random(seed)
        Hand(case, chance).works(chance.choice(PEOPLE))


@settings(max_examples=40)
@given(seeds)
def test_replay_equals_incremental(acts: list[int]) -> None:
    with TemporaryDirectory() as folder, new_case(Path(folder)) as case:
        lives(case, acts)
        before, words = verify.dump(case.db), findable(case)
        assert verify.verify(case).problems == ()
        with case.writing() as db:
            project.replay(db)
        assert verify.dump(case.db) == before
        assert findable(case) == words


def test_a_history_reaches_every_sort_of_record(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        hand = Hand(case, Random(1))
        for _ in range(400):
            hand.does(ANN)
        made = {entity for (entity,) in case.db.execute("SELECT DISTINCT entity FROM record")}
        assert made == set(ENTITIES)


def test_who_opens_an_outdated_case_is_told_how_large_it_is(case: CaseFile) -> None:
    lives(case, range(3))
    entries = case.db.execute("SELECT count(*) FROM entry").fetchone()[0]
    told: list[int] = []
    open_case(case.path, renewing=told.append).close()
    assert told == []
    with case.writing() as db:
        replica.set_local(db, "projection", "of another version")
    open_case(case.path, renewing=told.append).close()
    assert told == [entries]


def test_a_case_with_another_projection_is_replayed_when_opened(case: CaseFile) -> None:
    lives(case, range(5))
    before = verify.dump(case.db)
    with case.writing() as db:
        replica.set_local(db, "projection", "of another version")
        db.execute("DELETE FROM record")
        db.execute("DROP VIEW chronology")
        db.execute("PRAGMA defer_foreign_keys = ON")
        for entity in ENTITIES.values():
            db.execute(f"DELETE FROM {entity.table}")
        for table in ("passage", "chunk", "place", "turn", "section", "hole", "proposal", "register_row"):
            db.execute(f"DELETE FROM {table}")
        for table in ("finding", "stale", "grade_code"):
            db.execute(f"DELETE FROM {table}")
    with reopened(case.path, "again") as again:
        assert verify.dump(again.db) == before
        assert again.db.execute("SELECT count(*) FROM chronology").fetchone()
        assert verify.verify(again).ok
