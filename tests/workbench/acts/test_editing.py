"""Edits: values as typed, conflicts that stay visible, withdrawal and its way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench import acts, cases, readings, reporting, verifying
from factcheck.workbench.cases import OpenCase
from tests.store.replicas import reopened
from tests.workbench.inquiry import ANN, BEN, CLEO, HandClock, entry_count


def listed(case: OpenCase, ref: str) -> dict[str, Any]:
    return readings.show(case, ANN, ref)


@pytest.mark.parametrize(
    ("ref", "field", "typed", "kept"),
    [
        ("E1", "when", "spring 2016", "2016-21"),
        ("E1", "when", " 2016-09~ ", "2016-09~"),
        ("E1", "when", "between July and September 2016", "2016-07/2016-09"),
        ("E1", "title", "  The meeting ", "The meeting"),
        ("E1", "place", "\n ", None),
        ("E1", "established", "Admitted", "admitted"),
        ("E1", "established", "two", "two or more independent reports"),
        ("E1", "count", "12", 12),
        ("S1", "addressee", "Al Frank", "Al Frank"),
        ("S1", "prompted", "No", False),
        ("S1", "afterwards", "reaff, Supplemented", ["reaffirmed", "supplemented"]),
        ("S1", "regarding", "s1", "S1"),
        ("S1.C1", "materiality", "3", "3"),
        ("S1.C1", "scope", "who=stated, capacity=O, about what=implied",
         {"who": "stated", "capacity": "open", "about what": "implied"}),
        ("S1.C1", "scope", {"when": "open"}, {"when": "open"}),
        ("D1", "published", "Jan. 11, 2017", "2017-01-11"),
        ("D1", "tier", "2", "2"),
        ("D2", "variant_of", "D1", "D1"),
        ("X1", "bears_on", "E1,e2", ["E1", "E2"]),
        ("X1", "bears_on", ["E3"], ["E3"]),
        ("case", "question", "What was said?", "What was said?"),
    ],
)  # fmt: skip
def test_values_as_typed(case: OpenCase, ref: str, field: str, typed: Any, kept: Any) -> None:
    acts.edit(case, ANN, ref, {field: typed})
    assert listed(case, ref)[field] == kept
    assert verifying.verify(case, ANN).ok


def test_only_what_differs_is_recorded(case: OpenCase) -> None:
    acts.edit(case, BEN, "E1", {"title": "Meeting in the office", "place": "Room 1"})
    line = readings.log(case, ANN, "E1", 1)[0]
    assert "place" in line.sentence and "title" not in line.sentence


@pytest.mark.parametrize("entity", ["note", "tag", "dissent"])
def test_only_the_writer_changes_a_remark(case: OpenCase, entity: str) -> None:
    made = {
        "note": lambda: acts.note(case, BEN, "L1", "his"),
        "tag": lambda: acts.tag(case, BEN, "L1", "his"),
        "dissent": lambda: acts.dissent(case, BEN, "L1", "his"),
    }[entity]()
    field = "name" if entity == "tag" else "text"
    refused_acts: list[Callable[[], object]] = [
        lambda: acts.edit(case, ANN, made.id, {field: "hers"}),
        lambda: acts.withdraw(case, ANN, made.id, "no"),
    ]
    for act in refused_acts:
        with pytest.raises(FactcheckError, match="another reviewer's") as refused:
            act()
        assert (refused.value.detail, refused.value.hint) == ("Ben wrote it.", "Write your own beside it.")
    acts.edit(case, BEN, made.id, {field: "better"})
    acts.withdraw(case, BEN, made.id, "enough")
    view = readings.link_view(case, ANN, "L1")
    assert (view.notes, view.tags, view.dissents) == ((), (), ())
    if entity != "dissent":
        with pytest.raises(FactcheckError, match="another reviewer's"):
            acts.restore(case, ANN, made.id)
        acts.restore(case, BEN, made.id)
        assert "better" in repr(readings.link_view(case, ANN, "L1"))


def test_what_is_withdrawn_leaves_the_lists_and_comes_back(case: OpenCase) -> None:
    acts.withdraw(case, BEN, "E2", " not him ")
    assert [event["label"] for event in readings.list_records(case, ANN, "events")] == ["E1", "E3"]
    head = readings.head(case, ANN, "E2")
    assert (head.withdrawn, head.withdrawn_reason, head.changed_by) == (True, "not him", "Ben")
    assert listed(case, "E2")["withdrawn_reason"] == "not him"
    acts.restore(case, CLEO, "E2")
    assert not readings.head(case, ANN, "E2").withdrawn
    assert [event["label"] for event in readings.list_records(case, ANN, "events")] == ["E1", "E2", "E3"]


# Two people at one file.


def test_a_form_that_was_open_while_another_saved_makes_a_conflict_that_stays_visible(case: OpenCase) -> None:
    with case.reading() as db:
        seen = rows.heads_of(db, readings.head(case, ANN, "E1").id)
    with reopened(case.path, "ben", HandClock()) as other:
        acts.edit(other, BEN, "E1", {"place": "Hotel", "description": "in a hotel"})
    assert case.changed()
    acts.edit(case, ANN, "E1", {"place": "Embassy"}, seen=seen)
    conflicts = readings.event_view(case, CLEO, "E1").head.conflicts
    assert conflicts is not None
    assert {name: {side.value for side in sides} for name, sides in conflicts.items()} == {
        "place": {"Hotel", "Embassy"}
    }
    assert {side.actor for side in conflicts["place"]} == {"Ann", "Ben"}
    assert listed(case, "E1")["conflicts"].keys() == {"place"}
    assert listed(case, "E1")["description"] == "in a hotel"
    acts.grade(case, BEN, "L1", "c142")
    assert any("place" in warning and "E1" in warning for warning in reporting.report(case, ANN).warnings)

    acts.edit(case, CLEO, "E1", {"place": "Hotel"})
    assert readings.event_view(case, CLEO, "E1").head.conflicts is None
    assert readings.event_view(case, CLEO, "E1").place == "Hotel"
    acts.undo(case, CLEO)
    assert readings.event_view(case, CLEO, "E1").head.conflicts is not None


def test_the_same_value_from_two_is_no_conflict(case: OpenCase) -> None:
    with case.reading() as db:
        seen = rows.heads_of(db, readings.head(case, ANN, "E1").id)
    acts.edit(case, BEN, "E1", {"place": "Hotel"})
    acts.edit(case, ANN, "E1", {"place": "Hotel", "description": "x"}, seen=seen)
    assert readings.event_view(case, ANN, "E1").head.conflicts is None


def test_two_handles_give_no_label_twice(case: OpenCase) -> None:
    with reopened(case.path, "other", HandClock()) as other:
        labels = [
            acts.event(where, ANN, title=str(n)).label for n, where in enumerate((case, other, case, other))
        ]
    assert labels == ["E4", "E5", "E6", "E7"]
    assert verifying.verify(case, ANN).ok


def test_a_reviewer_unknown_until_now_joins_with_the_first_act_alone(case: OpenCase) -> None:
    eve = cases.viewer_for(case, "  Eve  O'Hara ")
    entries = entry_count(case)
    with pytest.raises(FactcheckError):
        acts.note(case, eve, "E77", "x")
    assert (entry_count(case), cases.has_joined(case, eve)) == (entries, False)
    acts.note(case, eve, "E1", "x")
    assert cases.has_joined(case, eve)
    assert readings.event_view(case, ANN, "E1").notes[0].reviewer == cases.viewer_for(case, "eve o'hara").name
