"""Registers: imported as rows, searched, matched, linked, and updated by a later file."""

from pathlib import Path
from typing import Any

import pytest

from factcheck.core.views.searching import Suggestion
from factcheck.errors import FactcheckError
from factcheck.store import verify
from factcheck.store.case import CaseFile
from factcheck.workbench import acts, readings
from factcheck.workbench.acts import registers
from factcheck.workbench.acts.registers import Asked, RowsImported
from factcheck.workbench.cases import OpenCase
from tests.store.replicas import BEN, copied, new_case, sync
from tests.workbench.inquiry import ANN, state, written

DIARY = """\
ID,Date,Visitor,Organisation,Host,Subject
v1,08/09/2016,"Karlov, Sergei",Embassy,John Stone,Courtesy call
v2,13/09/2016,"Hale, Boris",Tidewater plc,John Stone,Harbour levy
v3,14/09/2016,"Karlov, Sergei",Embassy,John Stone,
v4,soon,"Unger, Dora; Park, Jo",Rail Co,John Stone,Gauge
"""
LATER = """\
ID,Date,Visitor,Organisation,Host,Subject
v2,13/09/2016,"Hale, Boris",Tidewater plc,John Stone,Harbour levy
v1,09/09/2016,"Karlov, Sergei",Embassy,John Stone,Courtesy call
v5,20/09/2016,"Grant, Anna",Tidewater plc,John Stone,Ports
v4,soon,"Unger, Dora; Park, Jo",Rail Co,John Stone,Gauge
"""


def brought(
    case: CaseFile, folder: Path, text: str = DIARY, name: str = "diary.csv", **given: Any
) -> RowsImported:
    given.setdefault("mode", "scheduled")
    return acts.import_rows(case, ANN, written(folder, name, text), **given)


def listed(case: CaseFile, **asked: Any) -> list[dict[str, Any]]:
    return readings.register_rows(case, ANN, **asked).rows


def offered(case: CaseFile, claim: str = "S1.C2") -> list[Suggestion]:
    return readings.suggest(case, ANN, claim, 20)


def test_a_table_becomes_a_source_and_rows_in_one_act(case: OpenCase, tmp_path: Path) -> None:
    before = state(case)
    done = brought(case, tmp_path)
    assert (done.rows, done.kept, done.undated, done.partly) == (4, 4, 1, True)
    assert done.open.counts == {"the date cannot be read: it is no date": 1}
    assert done.open.first == {"the date cannot be read: it is no date": ["row 5"]}
    assert readings.source_view(case, ANN, "D3").name == "diary.csv"
    rows = listed(case)
    assert [row["label"] for row in rows] == ["D3:2", "D3:3", "D3:4", "D3:5"]
    assert rows[0] | {"id": None, "foreign_id": None} == {
        "id": None,
        "label": "D3:2",
        "register": "D3",
        "sheet": None,
        "number": 2,
        "ref": "D3:2",
        "mode": "scheduled",
        "when": "2016-09-08",
        "end": None,
        "title": "Courtesy call",
        "who": ["Sergei Karlov"],
        "with": ["John Stone"],
        "organisation": "Embassy",
        "where": None,
        "foreign_id": None,
        "cite": None,
        "note": None,
        "cells": ["v1", "08/09/2016", "Karlov, Sergei", "Embassy", "John Stone", "Courtesy call"],
        "gone": False,
        "event": None,
    }
    assert rows[2]["title"] == "Sergei Karlov (Embassy) with John Stone"
    assert rows[3]["who"] == ["Dora Unger", "Jo Park"]
    assert (rows[3]["when"], rows[3]["cells"][1]) == (None, "soon")
    assert verify.verify(case).ok
    after = state(case)
    acts.undo(case, ANN)
    assert state(case) == before
    assert readings.find(case, ANN, "harbour levy") == []
    acts.redo(case, ANN)
    assert state(case) == after


@pytest.mark.parametrize(
    ("text", "given", "said"),
    [
        (DIARY, {"mode": None}, "has to be said"),
        (DIARY.replace("13/09", "12/09").replace("14/09", "11/09"), {}, "two ways"),
        (DIARY.replace("08/09", "08/31"), {}, "contradict each other"),
        ("Colour,Weight\nred,5\nblue,6\n", {}, "says what its rows are"),
        (DIARY, {"asked": Asked(mapping=(("title", "Topic"),))}, "no column"),
        (DIARY, {"updates": "D2"}, "is no register"),
        (DIARY, {"updates": "D9"}, "no record"),
        ("", {}, "empty|no row"),
    ],
)
def test_what_must_be_said_first_is_said(
    case: OpenCase, tmp_path: Path, text: str, given: dict[str, Any], said: str
) -> None:
    before = state(case)
    with pytest.raises(FactcheckError, match=said) as refused:
        brought(case, tmp_path, text, **given)
    assert refused.value.exit_code == (2 if text else 1)
    assert state(case) == before


def test_an_order_that_was_said_reads_what_it_can(case: OpenCase, tmp_path: Path) -> None:
    text = DIARY.replace("08/09", "08/31")
    done = brought(case, tmp_path, text, asked=Asked(date_order="dmy"))
    assert [row["when"] for row in listed(case)] == [None, "2016-09-13", "2016-09-14", None]
    assert done.open.counts == {
        "the date cannot be read: no date as dmy": 1,
        "the date cannot be read: it is no date": 1,
    }


def test_empty_cells_mean_the_one_above_only_where_that_is_said(case: OpenCase, tmp_path: Path) -> None:
    diary = (
        "Date,Minister,Organisation,Purpose\n3 May 2016,Anna Grant,Rail Co,Gauge\n,,Tidewater plc,Levy\n"
        "May,,Nil Return,\n"
    )
    plain = registers.compare_rows(case, ANN, written(tmp_path, "d.csv", diary))
    assert (plain.undated, plain.ditto) == (2, True)
    done = brought(case, tmp_path, diary, asked=Asked(fill=("date", "#2")))
    assert (done.undated, done.open.counts) == (1, {"the date cannot be read: it has no year": 1})
    rows = listed(case)
    assert [(row["when"], row["with"]) for row in rows] == [("2016-05-03", ["Anna Grant"])] * 2 + [
        (None, ["Anna Grant"])
    ]
    assert [row["cells"][:2] for row in rows] == [["3 May 2016", "Anna Grant"], ["", ""], ["May", ""]]
    assert rows[2]["title"] == "May · Anna Grant · Nil Return"
    later = written(tmp_path, "later.csv", diary.replace("Levy", "Ports"))
    assert acts.import_rows(case, ANN, later, updates="D3").undated == 1
    assert registers.compare_rows(case, ANN, later, updates="D4").undated == 1


def test_days_that_a_spreadsheet_counts_are_read_where_that_is_said(case: OpenCase, tmp_path: Path) -> None:
    table = "Date,Visitor\n42621,Hale\n42621.5,Park\n03/04/2016,Grant\n"
    done = brought(case, tmp_path, table, asked=Asked((("when", "Date"),), "serial"))
    assert [row["when"] for row in listed(case)] == ["2016-09-08", "2016-09-08T12:00", None]
    assert done.undated == 1


def test_a_row_that_says_it_was_called_off_is_no_meeting(case: OpenCase, tmp_path: Path) -> None:
    log = (
        "Date,Visitor,Status,APPT_CANCEL_DATE,Subject\n2016-09-08,Hale,Confirmed,,Toll\n"
        "2016-09-09,Park,No show,,Toll\n2016-09-10,Grant,,9/9/2016 0:00,Toll\n"
        "2016-09-11,Unger,not cancelled,,Toll\n2016-09-12,Karlov,,,CANCELED: Toll\n"
    )
    mapping = (("status", "Status"), ("status", "APPT_CANCEL_DATE"))
    done = brought(case, tmp_path, log, mode="attended", asked=Asked(mapping))
    assert done.called_off == 3
    modes = ["attended", "absent", "cancelled", "attended", "cancelled"]
    assert [row["mode"] for row in listed(case)] == modes
    acts.link(case, ANN, "S1.C2", "D3:4")
    row = readings.pair(case, ANN, "S1.C2", "R1").row
    assert row is not None
    assert row.mode == "cancelled"
    assert verify.verify(case).ok


def test_rows_that_cannot_be_read_are_told_and_the_rest_comes_in(case: OpenCase, tmp_path: Path) -> None:
    done = brought(case, tmp_path, DIARY + "v6,1/1/2016,too,many,cells,here,now\nv7,short\n")
    assert (done.rows, done.kept, len(done.skipped)) == (6, 4, 2)
    assert sum(done.skipped.counts.values()) == 2
    assert any("line 6" in where for named in done.skipped.first.values() for where in named)
    assert done.partly


def test_the_same_bytes_twice_are_said(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    before = state(case)
    again = brought(case, tmp_path)
    assert (again.same_as, again.rows) == ("D3", 0)
    assert state(case) == before


def test_a_source_that_is_here_is_not_added_again(case: OpenCase, tmp_path: Path) -> None:
    acts.add_source(case, ANN, written(tmp_path, "diary.csv", DIARY), extract=False)
    done = brought(case, tmp_path)
    assert readings.head(case, ANN, done.source).label == "D3"
    assert len(readings.sources(case, ANN)) == 3


def test_the_mapping_is_remembered_by_the_header_s_shape(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path, asked=Asked(mapping=(("note", "Subject"),)))
    later = written(tmp_path, "later.csv", LATER.replace("ID,Date", "id, DATE").replace("v", "w"))
    survey = registers.survey_rows(case, ANN, later)
    assert survey.remembered == "D3"
    assert survey.fields["note"] == ("Subject",)
    other = written(tmp_path, "other.csv", "When,Visitor,Subject\n2016-09-08,Anna Grant,Ports\n")
    assert registers.survey_rows(case, ANN, other).remembered is None


def test_cancelled_half_way_nothing_is_imported(case: OpenCase, tmp_path: Path) -> None:
    before = state(case)

    def stop(count: int) -> None:
        raise KeyboardInterrupt

    text = DIARY + "".join(f"x{n},15/09/2016,Anna Grant,Co,John Stone,Talk {n}\n" for n in range(12_000))
    with pytest.raises(KeyboardInterrupt):
        brought(case, tmp_path, text, progress=stop)
    assert state(case) == before


def test_rows_are_found_with_their_register_and_number(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    hit = next(hit for hit in readings.find(case, ANN, "levy tidewater") if hit.entity == "row")
    assert hit.label == "D3:3"
    assert hit.snippet.startswith("row 3 of D3, scheduled: Harbour levy")
    assert {hit.snippet[start:end] for start, end in hit.spans} == {"levy", "Tidewater"}
    assert [hit.label for hit in readings.search_case(case, ANN, "kind:row who:karlov")] == ["D3:2", "D3:4"]
    found = readings.search_case(case, ANN, "kind:row date:2016-09-10..2016-09-13")
    assert [hit.label for hit in found] == ["D3:3"]
    assert [hit.entity for hit in readings.find(case, ANN, "gauge", sorts=["row"])] == ["row"]


def test_rows_are_listed_a_page_at_a_time_and_filtered(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    brought(case, tmp_path, "Date,Visitor\n2016-09-08,Anna Grant\n", "gate.csv", mode="attended")
    page = readings.register_rows(case, ANN, offset=3, limit=2)
    assert ([row["label"] for row in page.rows], page.total) == (["D3:5", "D4:2"], 5)
    assert [row["label"] for row in listed(case, register="D4")] == ["D4:2"]
    assert [row["label"] for row in listed(case, wanted="who:grant")] == ["D4:2"]
    assert [row["label"] for row in listed(case, wanted="-who:karlov -who:grant")] == ["D3:3", "D3:5"]
    assert [row["label"] for row in listed(case, wanted="date:2016-09-08")] == ["D3:2", "D4:2"]
    assert listed(case, wanted="kind:event") == []
    assert [row["label"] for row in listed(case, wanted="source:D4")] == ["D4:2"]
    with pytest.raises(FactcheckError, match="is no register"):
        listed(case, register="D1")


def test_rows_are_suggested_beside_events(case: OpenCase, tmp_path: Path) -> None:
    acts.statement(case, ANN, words="I never met Sergei Karlov about the harbour.", speaker="John Stone",
                   said_on="2017-01-10")  # fmt: skip
    brought(case, tmp_path)
    found = {one.label: one for one in offered(case, "S2.C1")}
    assert "D3:2" in found
    row = found["D3:2"]
    assert row.title == "scheduled for: Courtesy call"
    assert "row 2 of D3, scheduled" in row.reasons
    assert "John Stone speaks and takes part" in row.reasons
    assert "only scheduled" not in row.reasons
    beside = readings.record_rows(case, ANN, "S2.C1", 0, 50, order="best")
    line = next(line for line in beside if line.label == "D3:2")
    assert (line.row, line.scheduled_only, line.when) == ("row", True, "2016-09-08")
    pair = readings.pair(case, ANN, "S2.C1", line.id)
    assert pair.row is not None
    assert (pair.row.number, pair.row.mode, pair.days) == (2, "scheduled", 124)
    assert pair.row.cells[2] == ("Visitor", "Karlov, Sergei")
    kept = readings.record_rows(case, ANN, "S2.C1", 0, 50, "kind:row", order="best")
    assert {line.row for line in kept} == {"row"}
    none = readings.record_rows(case, ANN, "S2.C1", 0, 50, "kind:event who:nobody", order="best")
    assert not any(line.row == "row" for line in none)


def test_a_row_that_was_set_aside_is_not_offered_again(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    acts.statement(case, ANN, words="I never met Sergei Karlov.", speaker="John Stone")
    row = next(one for one in offered(case, "S2.C1") if one.label == "D3:2")
    acts.set_aside(case, ANN, "S2.C1", row.id)
    assert "R1" not in {one.label for one in offered(case, "S2.C1")}
    assert "D3:4" in {one.label for one in offered(case, "S2.C1")}


def test_a_row_is_linked_as_it_stands_and_says_scheduled_for(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    before = state(case)
    made = acts.link(case, ANN, "S1.C2", "D3:2")
    assert made.label == "L4"
    assert [row["label"] for row in listed(case, wanted="linked:yes")] == ["R1"]
    assert acts.link(case, ANN, "S1.C2", "d3:2").id == made.id
    assert acts.link(case, ANN, "S1.C2", "R1").id == made.id
    line = next(one for one in readings.record_rows(case, ANN, "S1.C2", 0, 20) if one.label == "R1")
    assert (line.link_label, line.scheduled_only) == ("L4", True)
    card = readings.show(case, ANN, "D3:2")
    assert (card["entity"], card["label"], card["title"]) == ("row", "R1", "Courtesy call")
    acts.note(case, ANN, "D3:3", "look at this one")
    assert readings.show(case, ANN, "D3:3")["label"] == "R2"
    acts.undo(case, ANN)
    acts.undo(case, ANN)
    assert state(case) == before


@pytest.mark.parametrize("ref", ["D3:99", "D1:2", "D3:Sheet:2", "row:nowhere:1:1"])
def test_a_row_that_is_not_there_is_refused(case: OpenCase, tmp_path: Path, ref: str) -> None:
    brought(case, tmp_path)
    before = state(case)
    with pytest.raises(FactcheckError):
        acts.link(case, ANN, "S1.C2", ref)
    with pytest.raises(FactcheckError):
        readings.pair(case, ANN, "S1.C2", ref)
    assert state(case) == before


def test_two_files_of_one_case_agree_about_rows(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        done = brought(case, tmp_path)
        with copied(case, "b") as other:
            acts.tag(other, BEN, "D1:3", "levy")
            acts.import_rows(case, ANN, written(tmp_path, "later.csv", LATER), updates="D1")
            sync(case, other)
            assert verify.dump(case.db) == verify.dump(other.db)
            assert verify.verify(other).ok
            assert {row["foreign_id"] for row in readings.register_rows(other, BEN).rows} >= {"v5"}
        assert done.register


# --- a later file -----------------------------------------------------------------------------------


def test_a_later_file_is_compared_by_id_before_and_when_it_is_taken(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    later = written(tmp_path, "later.csv", LATER)
    survey = registers.survey_rows(case, ANN, later)
    assert registers.earlier_of(case, ANN, survey) == "D3"
    before = state(case)
    preview = registers.compare_rows(case, ANN, later, updates="D3").changes
    assert state(case) == before
    done = acts.import_rows(case, ANN, later, updates="D3")
    for changes in (preview, done.changes):
        assert changes is not None
        assert (changes.by_id, changes.same, changes.changed, changes.new, changes.gone) == (True, 2, 1, 1, 1)
        assert changes.changed_rows[0].fields == (("Date", "08/09/2016", "09/09/2016"),)
        assert changes.new_rows == [(4, "Ports")]
        assert changes.gone_rows == [(4, "Sergei Karlov (Embassy) with John Stone")]
    rows = listed(case)
    assert [(row["label"], row["foreign_id"], row["gone"]) for row in rows] == [
        ("D4:2", "v2", False),
        ("D4:3", "v1", False),
        ("D4:4", "v5", False),
        ("D4:5", "v4", False),
        ("D4:4", "v3", True),
    ]
    assert rows[0]["mode"] == "scheduled"
    assert [hit.label for hit in readings.find(case, ANN, "embassy", sorts=["row"])] == ["D4:3"]
    assert verify.verify(case).ok
    acts.undo(case, ANN)
    assert state(case) == before


def graded(case: CaseFile, label: str) -> dict[str, Any]:
    return next(grade for grade in readings.list_records(case, ANN, "grades") if grade["target"] == label)


def test_what_rests_on_changed_rows_is_kept_and_told(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    for ref in ("D3:2", "D3:3", "D3:4"):
        link = acts.link(case, ANN, "S1.C2", ref)
        acts.grade(case, ANN, link.label, "c342", rationale="as the diary has it")
    assert [graded(case, label)["stale"] for label in ("L4", "L5", "L6")] == [False, False, False]
    done = acts.import_rows(case, ANN, written(tmp_path, "later.csv", LATER), updates="D3")
    assert done.changes is not None
    assert done.changes.named == [("R1", "changed"), ("R3", "gone")]
    assert [graded(case, label)["stale"] for label in ("L4", "L5", "L6")] == [True, False, True]
    changed = readings.pair(case, ANN, "S1.C2", "R1").row
    same = readings.pair(case, ANN, "S1.C2", "R2").row
    gone = readings.pair(case, ANN, "S1.C2", "R3").row
    assert changed is not None and same is not None and gone is not None
    assert (changed.number, changed.when, changed.changed) == (
        3,
        "2016-09-09",
        (("Date", "08/09/2016", "09/09/2016"),),
    )
    assert (same.number, same.changed, same.gone) == (2, (), False)
    assert (gone.number, gone.gone) == (4, True)
    lines = {line.label for line in readings.record_rows(case, ANN, "S1.C2", 0, 20) if line.link}
    assert {"R1", "R2", "R3"} <= lines
    acts.undo(case, ANN)
    assert [graded(case, label)["stale"] for label in ("L4", "L5", "L6")] == [False, False, False]


def test_without_an_id_rows_are_known_by_their_cells(case: OpenCase, tmp_path: Path) -> None:
    text = "Date,Visitor,Subject\n" + 2 * "2016-09-08,Anna Grant,Ports\n" + "2016-09-09,Jo Park,Rail\n"
    brought(case, tmp_path, text)
    later = text.replace("Rail", "Gauge")
    done = acts.import_rows(case, ANN, written(tmp_path, "later.csv", later), updates="D3")
    assert done.changes is not None
    assert (done.changes.by_id, done.changes.same, done.changes.changed) == (False, 2, 0)
    assert (done.changes.new, done.changes.gone) == (1, 1)


def test_a_row_that_comes_back_is_no_longer_gone(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    acts.link(case, ANN, "S1.C2", "D3:4")
    acts.import_rows(case, ANN, written(tmp_path, "later.csv", LATER), updates="D3")
    back = LATER + 'v3,14/09/2016,"Karlov, Sergei",Embassy,John Stone,\n'
    acts.import_rows(case, ANN, written(tmp_path, "back.csv", back), updates="D4")
    row = readings.pair(case, ANN, "S1.C2", "R1").row
    assert row is not None
    assert (row.gone, row.number) == (False, 6)
    assert not any(one["gone"] for one in listed(case))


def test_another_mapping_is_an_update_of_the_same_file(case: OpenCase, tmp_path: Path) -> None:
    brought(case, tmp_path)
    path = tmp_path / "diary.csv"
    asked = Asked(mapping=(("title", "Organisation"), ("organisation", "")))
    done = acts.import_rows(case, ANN, path, asked=asked, updates="D3", mode="reported")
    assert done.changes is not None and done.changes.changed == 4
    assert [row["title"] for row in listed(case)] == ["Embassy", "Tidewater plc", "Embassy", "Rail Co"]
    assert {row["mode"] for row in listed(case)} == {"reported"}
