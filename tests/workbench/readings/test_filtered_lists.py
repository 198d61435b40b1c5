"""The long lists filtered: what is shown is what the filter says, each claim under its statement."""

from __future__ import annotations

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN
from tests.workbench.proposed import propose


@pytest.fixture
def case(case: OpenCase) -> OpenCase:
    """The small case with a second statement, grades, tags and a note."""
    acts.statement(
        case, ANN, words="We never paid.", speaker="Ann Lee", said_on="2016-12", status="sworn oral"
    )
    acts.grade(case, ANN, "L1", "c342", rationale="x")
    acts.grade(case, BEN, "L2", "u", reason="x")
    acts.tag(case, ANN, "S2", "To Print")
    acts.tag(case, ANN, "L3", "checked")
    acts.note(case, ANN, "S2.C1", "Ask the treasurer")
    return case


def bench(case: OpenCase, wanted: str) -> list[str]:
    rows = readings.bench_rows(case, ANN, 0, 99, wanted)
    assert len(rows) == readings.bench_count(case, ANN, wanted)
    assert [readings.bench_position(case, ANN, row.id, wanted) for row in rows] == list(range(len(rows)))
    return [row.label for row in rows]


def record(case: OpenCase, wanted: str, claim: str = "S1.C2") -> list[str]:
    rows = readings.record_rows(case, ANN, claim, 0, 99, wanted)
    assert len(rows) == readings.record_count(case, ANN, claim, wanted)
    best = readings.record_rows(case, ANN, claim, 0, 99, wanted, "best")
    assert {row.id for row in best} == {row.id for row in rows}
    return [row.label for row in rows]


ALL = ["S2", "S2.C1", "S1", "S1.C1", "S1.C2"]


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ("", ALL),
        ("who:stone", ["S1", "S1.C1", "S1.C2"]),
        ("who:frank", ["S1", "S1.C1", "S1.C2"]),
        ("who:sto,lee", ALL),
        ("who:nobody", []),
        ("-who:stone", ["S2", "S2.C1"]),
        ("date:2016", ["S2", "S2.C1"]),
        ("date:2016-12-15..2017-01-10", ALL),
        ("date:..2016-11", []),
        ("linked:yes", ["S1", "S1.C1", "S1.C2"]),
        ("linked:no", ["S2", "S2.C1"]),
        ("graded:yes", ["S1", "S1.C2"]),
        ("graded:no", ["S2", "S2.C1", "S1", "S1.C1"]),
        ("degree:3", ["S1", "S1.C2"]),
        ("degree:u", ["S1", "S1.C2"]),
        ("degree:4", []),
        ("status:sworn", ["S2", "S2.C1"]),
        ("form:categorical", ["S1", "S1.C1", "S1.C2"]),
        ('tag:"to print"', ["S2", "S2.C1"]),
        ("tag:checked", ["S1", "S1.C1"]),
        ("source:D1", ["S1", "S1.C1", "S1.C2"]),
        ("kind:claim", ["S2.C1", "S1.C1", "S1.C2"]),
        ("kind:statement linked:yes", ["S1"]),
        ("kind:event", []),
        ("never", ["S2", "S2.C1"]),
        ("treasurer", ["S2", "S2.C1"]),
        ("campaign", ["S1", "S1.C2"]),
        ("stone communications", ["S1", "S1.C1", "S1.C2"]),
        ("lee communications", []),
        ('"never paid" -zebra', ["S2", "S2.C1"]),
        ("-paid", ["S1", "S1.C1", "S1.C2"]),
        ("linked:yes graded:no", ["S1", "S1.C1"]),
    ],
)
def test_the_statements_list(case: OpenCase, wanted: str, labels: list[str]) -> None:
    assert bench(case, wanted) == labels


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ("", ["E2", "E1", "E3"]),
        ("who:sergey", ["E1"]),
        ("date:2016-04", ["E3"]),
        ("date:2016-07..2016-09", ["E2", "E1"]),
        ("linked:yes", ["E2", "E1"]),
        ("linked:no", ["E3"]),
        ("graded:no", ["E3"]),
        ("degree:2..4", ["E1"]),
        ("established:single", ["E2"]),
        ("source:D2", ["E1", "E3"]),
        ("kind:statement", []),
        ("kind:event office", ["E1"]),
        ("post", ["E2"]),
        ("stone", ["E1"]),
        ("-reception", ["E2", "E1"]),
    ],
)
def test_the_record(case: OpenCase, wanted: str, labels: list[str]) -> None:
    assert record(case, wanted) == labels


def test_a_list_follows_what_changes(case: OpenCase) -> None:
    assert bench(case, "linked:no") == ["S2", "S2.C1"]
    acts.link(case, BEN, "S2.C1", "E3")
    assert bench(case, "linked:no") == []
    assert record(case, "linked:yes", "S2.C1") == ["E3"]
    acts.undo(case, BEN)
    assert bench(case, "linked:no") == ["S2", "S2.C1"]


def test_proposals_are_filtered_as_far_as_a_filter_fits_them(case: OpenCase) -> None:
    propose(case)
    waiting = readings.bench_rows(case, ANN, 6, 9)
    assert [row.row for row in waiting] == ["proposal"]
    word = waiting[0].words.split()[1]
    for wanted, shown in ((word, True), ("zebra", False), ("kind:proposal", True), ("graded:yes", False),
                          ("source:D3", True), ("source:D1", False), ("-kind:proposal", False)):  # fmt: skip
        rows = readings.bench_rows(case, ANN, 0, 99, wanted)
        assert any(row.row == "proposal" for row in rows) is shown, wanted
        assert (readings.bench_position(case, ANN, waiting[0].id, wanted) is not None) is shown


def test_what_is_not_there_is_said(case: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="There is no record “D9”"):
        readings.bench_rows(case, ANN, 0, 9, "source:D9")
    with pytest.raises(FactcheckError, match="There is no filter “speaker:”"):
        readings.record_count(case, ANN, "S1.C1", "speaker:stone")
