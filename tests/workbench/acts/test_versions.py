"""Carrying passages to a later version: what moves, what waits, what stays; staleness, undo, merging."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.core.proposals import Proposals, Span
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store import derive
from factcheck.workbench import acts, readings, verifying
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.readings.versions import Passage, Versions
from tests.store.replicas import copied, sync
from tests.workbench import proposed
from tests.workbench.inquiry import ANN, BEN, TESTIMONY, batches, entry_count, inquiry, state, written
from tests.workbench.proposed import propose

FINAL = TESTIMONY.replace("HEARING", "HEARING\n\nCERTIFIED").replace(
    "I'm not aware of any of those activities, and", "I’m not aware of any of\nthose activities, and"
)
CHANGED = FINAL.replace("I did not have communications", "I did have communications")
GONE = """\
HEARING

Mr. FRANK. Good morning to the sergeants and to the band.

Mr. STONE. The weather is fine.
"""


def later(case: OpenCase, text: str, of: str = "D1", viewer: Viewer = ANN) -> str:
    path = written(case.path.parent, f"final{entry_count(case)}.txt", text)
    added = acts.add_source(case, viewer, path, kind="hearing", extract=False, version_of=of)
    assert added.made is not None
    return added.made.label


def one(seen: Versions, unit: str) -> Passage:
    return next(passage for passage in seen.passages if passage.unit == unit)


def test_the_same_words_are_carried_and_no_grade_is_stale(case: OpenCase) -> None:
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    before = derive.fingerprint(case.db, readings.head(case, ANN, "L1").id)
    label = later(case, FINAL)
    carried = acts.carry(case, ANN, label)
    assert (carried.same + carried.moved, carried.changed, carried.orphaned) == (4, 0, 0)
    statement = readings.claim_view(case, ANN, "S1.C1")
    assert statement.words == "I’m not aware of any of\nthose activities"
    assert statement.citations[0].source_label == label
    assert statement.question_citations[0].source_label == label
    assert derive.fingerprint(case.db, readings.head(case, ANN, "L1").id) == before
    assert not readings.link_view(case, ANN, "L1").grades[0].stale
    assert verifying.verify(case, ANN).problems == ()


def test_carrying_twice_does_nothing_more(case: OpenCase) -> None:
    label = later(case, FINAL)
    acts.carry(case, ANN, label)
    before, entries = state(case), entry_count(case)
    assert acts.carry(case, ANN, label).carried == 0
    assert (state(case), entry_count(case)) == (before, entries)


def test_what_changed_waits_and_makes_grades_stale_when_it_is_accepted(case: OpenCase) -> None:
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    label = later(case, CHANGED)
    carried = acts.carry(case, ANN, label)
    assert carried.carried == 1  # the question
    seen = readings.versions_of(case, ANN, label)
    waiting = [passage for passage in seen.passages if passage.state == "waits"]
    assert {passage.unit for passage in waiting} == {"S1"}
    assert any("polarity" in passage.turned for passage in waiting)
    assert not readings.link_view(case, ANN, "L1").grades[0].stale
    assert acts.carry(case, ANN, label, ["s1"]).carried == 3
    assert readings.link_view(case, ANN, "L1").grades[0].stale
    assert "I did have communications" in readings.claim_view(case, ANN, "S1.C2").words
    acts.undo(case, ANN)
    assert not readings.link_view(case, ANN, "L1").grades[0].stale


def test_what_is_left_leaves_the_queue(case: OpenCase) -> None:
    label = later(case, CHANGED)
    acts.carry(case, ANN, label)
    acts.keep(case, ANN, label, ["S1"])
    seen = readings.versions_of(case, ANN, label)
    assert {p.state for p in seen.passages if p.unit == "S1"} == {"kept"}
    assert acts.carry(case, ANN, label).carried == 0
    entries = entry_count(case)
    acts.keep(case, ANN, label, ["S1"])
    assert entry_count(case) == entries


def test_orphans_stay_and_are_not_carried_by_name(case: OpenCase) -> None:
    label = later(case, GONE)
    before = state(case)
    carried = acts.carry(case, ANN, label)
    assert (carried.carried, carried.orphaned) == (0, 4)
    assert state(case) == before
    with pytest.raises(FactcheckError, match="has no place"):
        acts.carry(case, ANN, label, ["S1"])


def test_one_undo_restores_the_state(case: OpenCase) -> None:
    label = later(case, FINAL)
    before, entries = state(case), entry_count(case)
    acts.carry(case, ANN, label)
    assert len(batches(case, entries)) == 1
    acts.undo(case, ANN)
    assert state(case) == before


def test_a_passage_is_anchored_by_hand(case: OpenCase) -> None:
    label = later(case, GONE)
    words = "The weather is fine."
    start = GONE.index(words)
    acts.withdraw(case, ANN, "S1.C1", "a part")
    with pytest.raises(FactcheckError, match="is a part of"):
        acts.anchor_by_hand(case, ANN, label, "S1", [(start, start + len(words))])
    acts.withdraw(case, ANN, "S1.C2", "a part")
    acts.anchor_by_hand(case, ANN, label, "S1", [(start, start + len(words))])
    found = readings.statement_view(case, ANN, "S1")
    assert (found.words, found.citations[0].source_label) == (words, label)
    with pytest.raises(FactcheckError, match="is no text of the source"):
        acts.anchor_by_hand(case, ANN, "D2", "S1", [(0, 5)])


def test_versions_in_a_row_are_all_looked_through(case: OpenCase) -> None:
    second = later(case, GONE)
    third = later(case, FINAL, of=second)
    assert acts.carry(case, ANN, third).carried == 4
    seen = readings.versions_of(case, ANN, third)
    assert [(kin.label, kin.relation) for kin in seen.family] == [
        ("D1", "earlier version"), (second, "earlier version"), (third, "itself"),
    ]  # fmt: skip
    assert {passage.source for passage in seen.passages} == {"D1"}
    assert {passage.state for passage in seen.passages} == {"carried"}


def test_a_source_is_no_version_of_itself_or_of_its_heir(case: OpenCase) -> None:
    label = later(case, FINAL)
    for own, of in ((label, label), ("D1", label)):
        with pytest.raises(FactcheckError, match="cannot come after"):
            acts.set_version(case, ANN, own, of)


def test_another_speaker_is_never_passed_over(tmp_path: Path) -> None:
    case = inquiry(tmp_path)
    label = later(case, FINAL)
    case.db.execute("DELETE FROM turn")
    ids = [readings.head(case, ANN, ref).id for ref in ("D1", label)]
    for source, speaker in zip(ids, ("Mr. STONE", "Mr. FRANK"), strict=True):
        case.db.execute("INSERT INTO turn VALUES (?,0,9999,?,'statement',NULL,'[]','[]')", (source, speaker))
    seen = readings.versions_of(case, BEN, label)
    assert {passage.outcome for passage in seen.passages} == {"changed"}
    assert one(seen, "S1").why == "Mr. FRANK says it there, not Mr. STONE"
    case.close()


def test_two_copies_that_both_carried_agree(case: OpenCase) -> None:
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    label = later(case, CHANGED.replace("did have", "did not have"))
    other = copied(case, "other")
    for one_of_both, viewer in ((case, ANN), (other, BEN)):
        acts.carry(one_of_both, viewer, label)
    sync(case, other)
    for one_of_both in (case, other):
        assert readings.head(one_of_both, ANN, "S1").conflicts is None
        assert not readings.link_view(one_of_both, ANN, "L1").grades[0].stale
        assert verifying.verify(one_of_both, ANN).problems == ()
    assert state(case) == state(other)


def test_one_accepts_and_another_leaves(case: OpenCase) -> None:
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    label = later(case, CHANGED)
    other = copied(case, "other")
    acts.carry(case, ANN, label, ["S1"])
    acts.keep(other, BEN, label, ["S1"])
    sync(case, other)
    assert state(case) == state(other)
    for one_of_both in (case, other):
        assert readings.statement_view(one_of_both, ANN, "S1").citations[0].source_label == label
        assert readings.link_view(one_of_both, ANN, "L1").grades[0].stale


@pytest.mark.parametrize("more", [{"forum": "Elsewhere"}, {"words": "I did."}, {"withdrawn": True}])
def test_a_carry_that_says_anything_else_counts_for_grades(case: OpenCase, more: dict[str, object]) -> None:
    """An entry of another program cannot change what a grade rests on under cover of a carry-over."""
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    statement = readings.head(case, ANN, "S1").id
    with case.act(ANN) as act:
        act.put("statement.carried", statement, more)
    assert readings.link_view(case, ANN, "L1").grades[0].stale


def test_an_edit_after_a_carry_counts_and_its_undo_does_not(case: OpenCase) -> None:
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    acts.carry(case, ANN, later(case, FINAL))
    acts.edit(case, ANN, "S1", {"forum": "Elsewhere"})
    assert readings.link_view(case, ANN, "L1").grades[0].stale
    acts.undo(case, ANN)
    assert not readings.link_view(case, ANN, "L1").grades[0].stale


def moved_on(found: Span, by: int) -> Span:
    return Span(found.start + by, found.end + by, found.exact)


def test_what_was_decided_of_a_proposal_holds_in_the_later_version(case: OpenCase) -> None:
    propose(case)
    statement, event = readings.proposals(case, ANN)
    acts.reject(case, ANN, [event.id])
    head = "CERTIFIED\n"
    again = replace(
        proposed.EVENT, passages=tuple(moved_on(span, len(head)) for span in proposed.EVENT.passages)
    )
    anew = replace(
        proposed.STATEMENT,
        segments=tuple(moved_on(span, len(head)) for span in proposed.STATEMENT.segments),
        question=None,
    )
    text = head + proposed.TEXT
    found = Proposals("test 1", statements=(anew,), events=(again,))
    made = acts.add_document(
        case, ANN, text.encode(), proposed.document(text), found, version_of=statement.source_label
    ).made
    assert made is not None
    assert len(readings.proposals(case, ANN)) == 2  # the earlier version proposes no longer
    acts.carry(case, ANN, made.label)
    (waiting,) = readings.proposals(case, ANN)
    assert (waiting.entity, waiting.source_label) == ("statement", made.label)
    acts.undo(case, ANN)
    assert len(readings.proposals(case, ANN)) == 2
