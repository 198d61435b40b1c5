"""Undo and redo: one's own last act, as long as nothing rests on it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import timedelta

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.store.replicas import reopened
from tests.workbench.inquiry import ANN, BEN, HandClock, entry_count, state


def test_undo_goes_back_act_by_act_and_redo_forward_again(empty: OpenCase) -> None:
    states = [state(empty)]
    for title in ("One", "Two", "Three"):
        acts.event(empty, ANN, title=title, who=[f"Person {title}"])
        states.append(state(empty))
    for earlier in reversed(states[:-1]):
        acts.undo(empty, ANN)
        assert state(empty) == earlier
    for later in states[1:]:
        acts.redo(empty, ANN)
        assert state(empty) == later
    with pytest.raises(FactcheckError, match="nothing to redo"):
        acts.redo(empty, ANN)
    acts.undo(empty, ANN)
    acts.undo(empty, ANN)
    acts.redo(empty, ANN)
    assert state(empty) == states[2]


def test_redo_ends_with_the_next_act(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="One")
    acts.event(empty, ANN, title="Two")
    acts.undo(empty, ANN)
    acts.event(empty, ANN, title="Three")
    assert readings.redo_offer(empty, ANN) is None
    with pytest.raises(FactcheckError, match="something was done since"):
        acts.redo(empty, ANN)
    acts.undo(empty, ANN)
    acts.undo(empty, ANN)
    acts.redo(empty, ANN)
    titles = [event["title"] for event in readings.list_records(empty, ANN, "events")]
    assert titles == ["One"]


def test_the_acts_of_others_are_left_alone(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="Hers")
    acts.event(empty, BEN, title="His")
    acts.undo(empty, ANN)
    acts.event(empty, BEN, title="His too")
    acts.redo(empty, ANN)
    assert {event["title"] for event in readings.list_records(empty, ANN, "events")} == {
        "Hers",
        "His",
        "His too",
    }
    offer = readings.undo_offer(empty, BEN)
    assert offer is not None
    assert "His too" in offer.sentence


def test_a_newcomer_has_nothing_to_undo(case: OpenCase) -> None:
    before, entries = state(case), entry_count(case)
    with pytest.raises(FactcheckError, match="nothing to undo") as refused:
        acts.undo(case, BEN)
    assert "Ben" in refused.value.detail
    assert (state(case), entry_count(case)) == (before, entries)


@pytest.mark.parametrize(
    ("work", "named"),
    [
        (lambda case: acts.note(case, BEN, "E2", "why?"), "note by Ben (note made)"),
        (lambda case: acts.tag(case, BEN, "E2", "new"), "tag by Ben (tag made)"),
        (lambda case: acts.edit(case, BEN, "E2", {"place": "Paris"}), "E2 (event edited)"),
        (lambda case: acts.withdraw(case, BEN, "E2", "no"), "E2 (event withdrawn)"),
        (
            lambda case: acts.evidence(case, BEN, "E2", mode="reported", cited="x"),
            "evidence by Ben (evidence made)",
        ),
        (lambda case: acts.same(case, BEN, ["E1", "E2"]), "E2 (event same)"),
        (lambda case: acts.same(case, BEN, ["E2", "E1"]), "E1 (event same)"),
    ],
    ids=["note", "tag", "edit", "withdraw", "evidence", "merged", "merged into"],
)
def test_an_act_on_which_later_work_rests_is_not_undone(
    empty: OpenCase, work: Callable[[OpenCase], object], named: str
) -> None:
    acts.event(empty, BEN, title="Another")
    acts.event(empty, ANN, title="Meeting")
    work(empty)
    before = state(empty)
    with pytest.raises(FactcheckError, match="later work rests on it") as refused:
        acts.undo(empty, ANN)
    assert named in refused.value.detail
    assert state(empty) == before


def test_a_rest_is_named_and_gone_once_it_is_undone(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="Meeting")
    acts.note(empty, BEN, "E1", "why?")
    acts.edit(empty, BEN, "E1", {"place": "Paris"})
    before = state(empty)
    with pytest.raises(FactcheckError, match="later work rests on it") as refused:
        acts.undo(empty, ANN)
    assert "E1 (event edited)" in refused.value.detail
    assert "note by Ben (note made)" in refused.value.detail
    assert "Meeting" in refused.value.detail
    assert state(empty) == before
    acts.undo(empty, BEN)
    acts.undo(empty, BEN)
    acts.undo(empty, ANN)
    assert readings.list_records(empty, ANN, "events") == []


def test_a_person_made_in_passing_goes_with_the_act_that_named_them(case: OpenCase) -> None:
    before = state(case)
    acts.edit(case, ANN, "S1", {"addressee": "Al Newcomer"})
    assert "Al Newcomer" in {person["name"] for person in readings.list_records(case, ANN, "people")}
    acts.undo(case, ANN)
    assert state(case) == before


def test_a_person_that_others_named_meanwhile_holds_the_act(case: OpenCase) -> None:
    acts.edit(case, ANN, "S1", {"addressee": "Al Newcomer"})
    acts.take_part(case, BEN, "E2", ["Al Newcomer"])
    with pytest.raises(FactcheckError, match="later work rests on it"):
        acts.undo(case, ANN)


def test_an_act_of_an_earlier_day_asks_first(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="Yesterday's")
    clock = empty.clock
    assert isinstance(clock, HandClock)
    clock.moment += timedelta(days=1)
    offer = readings.undo_offer(empty, ANN)
    assert offer is not None and offer.earlier_day
    with pytest.raises(FactcheckError, match="earlier day") as refused:
        acts.undo(empty, ANN)
    assert (refused.value.hint, offer.at[:10] in refused.value.detail) == (
        "Undo it all the same with --yes.",
        True,
    )
    acts.undo(empty, ANN, even_earlier=True)
    assert readings.list_records(empty, ANN, "events") == []


def test_an_act_that_recorded_nothing_is_not_undone(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="Meeting", place="Paris")
    acts.edit(empty, ANN, "E1", {"place": "Paris"})
    acts.undo(empty, ANN)
    assert readings.list_records(empty, ANN, "events") == []


def test_drafts_are_no_acts(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="Meeting")
    offer, entries = readings.undo_offer(empty, ANN), entry_count(empty)
    acts.save_draft(empty, ANN, "note:E1", "half a thou")
    acts.save_draft(empty, ANN, "note:E1", "half a thought")
    assert readings.draft(empty, ANN, "note:E1") == "half a thought"
    assert readings.draft(empty, BEN, "note:E1") is None
    assert (readings.undo_offer(empty, ANN), entry_count(empty)) == (offer, entries)
    acts.drop_draft(empty, ANN, "note:E1")
    assert readings.draft(empty, ANN, "note:E1") is None


def test_labels_are_not_given_again(empty: OpenCase) -> None:
    assert acts.event(empty, ANN, title="One").label == "E1"
    acts.undo(empty, ANN)
    assert acts.event(empty, ANN, title="Two").label == "E2"


def test_undo_reaches_across_handles_of_the_same_file(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="One")
    with reopened(empty.path, "other", copy.copy(empty.clock)) as other:  # type: ignore[arg-type]  # the fixture has a clock that copies
        assert "One" in acts.undo(other, ANN).sentence
    assert empty.changed()
    assert readings.list_records(empty, ANN, "events") == []
