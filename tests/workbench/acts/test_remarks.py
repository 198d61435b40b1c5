"""Notes and tags."""

from __future__ import annotations

import pytest

from factcheck.core.codes import NoteScope
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN


@pytest.mark.parametrize(("scope", "others_see"), [("mine", False), ("team", True), ("report", True)])
def test_a_note_is_seen_by_whom_it_is_for(case: OpenCase, scope: NoteScope, others_see: bool) -> None:
    made = acts.note(case, BEN, "E1", " why then? ", scope=scope)
    assert made.label == "E1"
    [mine] = readings.event_view(case, BEN, "E1").notes
    assert (mine.reviewer, mine.text, mine.scope, mine.parent) == ("Ben", "why then?", scope, None)
    assert bool(readings.event_view(case, ANN, "E1").notes) is others_see
    assert bool(readings.list_records(case, ANN, "notes")) is others_see
    assert bool([hit for hit in readings.find(case, ANN, "why then") if hit.entity == "note"]) is others_see
    assert any("why then" in line.sentence for line in readings.log(case, ANN)) is others_see


def test_notes_make_a_thread(case: OpenCase) -> None:
    first = acts.note(case, BEN, "L1", "why?")
    acts.note(case, ANN, "L1", "because", parent=first.id)
    assert [(note.text, note.parent) for note in readings.link_view(case, BEN, "L1").notes] == [
        ("why?", None),
        ("because", first.id),
    ]


@pytest.mark.parametrize("target", ["case", "D1", "P1", "S1", "S1.C1", "E1", "L1", "X1"])
def test_anything_may_be_noted_on_and_tagged(case: OpenCase, target: str) -> None:
    acts.note(case, BEN, target, "a remark")
    acts.tag(case, BEN, target, " to   print ")
    shown = readings.show(case, ANN, target)
    assert [note["text"] for note in shown["notes"]] == ["a remark"]
    assert shown["tags"] == ["to print"]
    assert {"noted", "tagged"} <= {line["what"].split()[0] for line in shown["history"]}


def test_a_tag_is_put_on_once(case: OpenCase) -> None:
    first = acts.tag(case, BEN, "E1", "Print")
    assert acts.tag(case, ANN, "E1", "print").id == first.id
    assert readings.event_view(case, ANN, "E1").tags == ("Print",)
