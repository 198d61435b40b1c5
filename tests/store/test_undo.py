"""Undo takes an act out as if it had never been; redo puts it back."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core import records as r
from factcheck.store import project, reversal, verify
from factcheck.store.case import CaseFile
from factcheck.store.schema import ORDINARY_TABLES
from tests.store.histories import Hand
from tests.store.replicas import ANN, BEN, PEOPLE, new_case
from tests.store.test_replay import lives, seeds

RESTORED = tuple(table for table in ORDINARY_TABLES if table not in {"act", "reversal", "label"})
"""What undo restores to the last row: all but the index of the ledger, which grew, and the numbers of labels,
which are never given twice."""


def undo(case: CaseFile, batch: str) -> str:
    with case.act(ANN) as act:
        act.put("batch.undone", batch, {"batch": batch})
    return act.batch


def redo(case: CaseFile, undone: str) -> str:
    with case.act(ANN) as act:
        act.put("batch.redone", undone, {"batch": undone})
    return act.batch


@settings(max_examples=40)
@given(seeds, st.integers(0, 9_999))
def test_undo_restores_and_redo_brings_back(acts: list[int], last: int) -> None:
    with TemporaryDirectory() as folder, new_case(Path(folder)) as case:
        lives(case, acts)
        before = verify.dump(case.db, RESTORED)
        batch = Hand(case, Random(last)).does(ANN)
        after = verify.dump(case.db, RESTORED)
        undone = undo(case, batch)
        assert verify.dump(case.db, RESTORED) == before
        redone = redo(case, undone)
        assert verify.dump(case.db, RESTORED) == after
        redo(case, redone)  # taking back the redo undoes the act again, however deep the chain
        assert verify.dump(case.db, RESTORED) == before


@settings(max_examples=20)
@given(seeds, st.integers(0, 9_999))
def test_undoing_all_in_any_order_leaves_nothing(acts: list[int], order: int) -> None:
    with TemporaryDirectory() as folder, new_case(Path(folder)) as case:
        for viewer in PEOPLE:
            with case.act(viewer) as act:
                act.put("case.edited", "case", {"title": "A case"})
            undo(case, act.batch)
        before = verify.dump(case.db, RESTORED)
        chance = Random(order)
        batches = [Hand(case, Random(seed)).does(chance.choice(PEOPLE)) for seed in acts]
        chance.shuffle(batches)
        for batch in batches:
            undo(case, batch)
        assert verify.dump(case.db, RESTORED) == before


def person(case: CaseFile, name: str, viewer: r.Record | None = None) -> tuple[str, str]:
    with case.act(ANN) as act:
        subject = act.fresh()
        act.make("person", r.Person(label=act.label("person", subject), name=name), subject)
    return subject, act.batch


def label_of(case: CaseFile, subject: str) -> str:
    return str(case.db.execute("SELECT label FROM record WHERE id = ?", (subject,)).fetchone()[0])


def test_labels_are_never_given_again(case: CaseFile) -> None:
    _, batch = person(case, "Smith")
    undone = undo(case, batch)
    second, _ = person(case, "Jones")
    assert label_of(case, second) == "P2"
    redo(case, undone)
    third, _ = person(case, "Brown")
    assert label_of(case, third) == "P3"
    with case.writing() as db:
        project.replay(db)
    assert label_of(case, person(case, "Green")[0]) == "P4"


def test_only_ones_own_last_act_that_counts_is_next(case: CaseFile) -> None:
    _, first = person(case, "Smith")
    _, second = person(case, "Jones")
    with case.act(BEN) as act:
        act.make("person", r.Person(label=act.label("person", "b"), name="Brown"), "b")

    def last() -> str:
        batch = reversal.last_act(case.db, ANN.reviewer or "")
        return batch.id if batch else ""

    assert last() == second
    undone = undo(case, second)
    assert last() == first
    assert reversal.last_undo(case.db, ANN.reviewer or "") == (undone, reversal.load(case.db, second))
    redo(case, undone)
    assert last() == second
    assert reversal.last_undo(case.db, ANN.reviewer or "") is None


def test_opening_a_case_and_joining_are_no_acts_to_undo(case: CaseFile) -> None:
    assert reversal.last_act(case.db, ANN.reviewer or "") is None


def test_what_rests_on_an_act_is_named(case: CaseFile) -> None:
    subject, batch = person(case, "Smith")
    assert reversal.rests_on(case.db, batch) == []
    with case.act(BEN) as act:
        act.make("alias", r.Alias(person=subject, name="Smitty"), "alias")
    assert reversal.rests_on(case.db, batch) == [("alias", "alias.made")]
    undo(case, act.batch)
    assert reversal.rests_on(case.db, batch) == []


@pytest.mark.parametrize("kind", ["batch.undone", "batch.redone"])
def test_what_names_nothing_does_nothing(case: CaseFile, kind: str) -> None:
    person(case, "Smith")
    before = verify.dump(case.db, RESTORED)
    with case.act(ANN) as act:
        act.put(kind, "nothing", {"batch": "nothing"})
    assert verify.dump(case.db, RESTORED) == before
    with case.act(ANN) as act:
        act.put(kind, act.batch, {"batch": act.batch})
    assert verify.dump(case.db, RESTORED) == before
    assert verify.verify(case).ok
