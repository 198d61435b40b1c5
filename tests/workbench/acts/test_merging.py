"""Records that turn out to be one: what stands, what still resolves, what is shown where, what undoes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, reporting, verifying
from factcheck.workbench.cases import OpenCase
from tests.store.replicas import copied, sync
from tests.workbench.inquiry import ANN, BEN, FIRST, MEETING, PAPER, inquiry, stretch


def labels(case: OpenCase, kind: str) -> set[str]:
    """The statements or events of the Bench."""
    if kind == "events":
        rows = readings.record_rows(case, ANN, "S1.C1", 0, 100)
        assert len(rows) == readings.record_count(case, ANN, "S1.C1")
        return {row.label for row in rows if row.row == "event"}
    bench = readings.bench_rows(case, ANN, 0, 100)
    assert len(bench) == readings.bench_count(case, ANN)
    return {row.label for row in bench if row.row == "statement"}


def show(case: OpenCase, label: str) -> dict[str, Any]:
    return readings.show(case, ANN, label)


def test_the_first_stands_and_the_other_label_still_names_its_record(case: OpenCase) -> None:
    made = acts.same(case, ANN, ["E2", "E1", "E1"])
    assert made.label == "E2"
    assert labels(case, "events") == {"E1", "E2", "E3"}, "E1 is linked to this claim, and stays in sight"
    merged = show(case, "E1")
    assert (merged["label"], merged["same_as"]) == ("E1", "E2")
    assert "said that E1 is the same as E2" in [line.sentence for line in readings.log(case, ANN, "E1")]


def test_what_belongs_to_the_other_is_shown_with_the_one_that_stands(case: OpenCase) -> None:
    acts.take_part(case, ANN, "E2", ["Jane Roe"])
    acts.same(case, ANN, ["E1", "E2"])
    shown = show(case, "E1")
    assert {item["mode"] for item in shown["evidence"]} == {"attended", "reported"}
    assert {item["label"] for item in shown["links"]} == {"L1", "L2", "L3"}
    view = readings.event_view(case, ANN, "E1")
    assert {name for name, _, _ in view.who} == {"John Stone", "Sergey K.", "Jane Roe"}
    assert len(view.evidence) == 2
    assert "E2" not in {event.head.label for event in reporting.report(case, ANN).other_events}


def test_a_link_to_the_merged_event_is_the_link_to_the_one_that_stands(case: OpenCase) -> None:
    acts.same(case, ANN, ["E3", "E2"])
    assert acts.link(case, ANN, "S1.C2", "E3").label == "L2"
    graded = acts.grade(case, ANN, "E3", "c342", claim="S1.C2")
    assert graded.made.label == "L2"
    assert readings.pair(case, ANN, "S1.C2", "E3").link is not None


def test_people_who_are_one_are_found_by_either_name(case: OpenCase) -> None:
    acts.statement(case, ANN, words="Never.", speaker="J. Stone")
    stone, other = (
        next(p["label"] for p in readings.list_records(case, ANN, "people") if p["name"] == name)
        for name in ("John Stone", "J. Stone")
    )
    acts.same(case, ANN, [stone, other])
    assert {said["label"] for said in show(case, stone)["said"]} == {"S1", "S2"}
    assert readings.statement_view(case, ANN, "S2").speaker == "John Stone"
    acts.statement(case, ANN, words="Not once.", speaker="J. STONE")
    assert {said["label"] for said in show(case, stone)["said"]} == {"S1", "S2", "S3"}
    assert show(case, "S3")["speaker"] == "John Stone"
    assert [person[0] for person in reporting.report(case, ANN).people].count("John Stone") == 1
    acts.separate(case, ANN, other)
    assert readings.statement_view(case, ANN, "S2").speaker == "J. Stone"
    assert {said["label"] for said in show(case, stone)["said"]} == {"S1", "S3"}


def test_a_name_means_one_person_however_long_the_chain(case: OpenCase) -> None:
    people = [
        acts.person(case, ANN, name, aliases=["The Fixer"]).label for name in ("A. Roe", "Al Roe", "Alan Roe")
    ]
    with pytest.raises(FactcheckError, match="may be any of 3 people"):
        acts.statement(case, ANN, words="No.", speaker="The Fixer")
    acts.same(case, ANN, [people[1], people[2]])
    acts.same(case, ANN, [people[0], people[1]])
    for name in ("the fixer", "Alan Roe", "Al Roe", people[2]):
        said = acts.statement(case, ANN, words="No.", speaker=name).label
        assert readings.statement_view(case, ANN, said).speaker == "A. Roe"


def test_statements_that_are_one(case: OpenCase) -> None:
    acts.statement(case, ANN, words=FIRST, speaker="John Stone")
    acts.link(case, ANN, "S2.C1", "E2")
    acts.same(case, ANN, ["S1", "S2"])
    assert labels(case, "statements") == {"S1"}
    assert {claim["label"] for claim in show(case, "S1")["claims"]} == {"S1.C1", "S1.C2", "S2.C1"}
    assert show(case, "S2.C1")["links"][0]["target"] == "E2"
    acts.separate(case, ANN, "S2")
    assert labels(case, "statements") == {"S1", "S2"}


def test_judged_work_on_a_merged_statement_stays_in_the_lists(case: OpenCase) -> None:
    acts.statement(case, ANN, words=FIRST, speaker="John Stone")
    acts.statement(case, ANN, words="Other words of the same answer", speaker="John Stone")
    acts.link(case, ANN, "S3.C1", "E2")
    acts.same(case, ANN, ["S1", "S2", "S3"])
    bench = readings.bench_rows(case, ANN, 0, 100)
    assert [row.label for row in bench] == ["S1", "S1.C1", "S1.C2", "S3.C1"]
    assert len(bench) == readings.bench_count(case, ANN)
    assert [readings.bench_position(case, ANN, row.id) for row in bench] == [0, 1, 2, 3]
    chapters = {chapter.claim.head.label for chapter in reporting.report(case, ANN).chapters}
    assert "S3.C1" in chapters


def test_chains_and_several_at_once(case: OpenCase) -> None:
    acts.event(case, ANN, title="Fourth")
    acts.same(case, ANN, ["E3", "E4"])
    assert acts.same(case, ANN, ["E2", "E3"]).label == "E2"
    assert acts.same(case, ANN, ["E1", "E4"]).label == "E1", "what stands for E4 is E2, and that is E1 now"
    assert {item["mode"] for item in show(case, "E1")["evidence"]} == {"attended", "reported", "scheduled"}
    acts.separate(case, ANN, "E3")
    assert labels(case, "events") == {"E1", "E3"}
    assert show(case, "E4")["same_as"] == "E3"
    assert acts.same(case, ANN, ["E4", "E1"]).label == "E3"
    assert labels(case, "events") == {"E1", "E3"}, "E1 is linked"
    assert {item["label"] for item in show(case, "E3")["links"]} == {"L1", "L2", "L3"}


@pytest.mark.parametrize(
    ("refs", "said"),
    [
        (["E1"], "Two records at least"),
        ([], "Two records at least"),
        (["E1", "S1"], "one sort"),
        (["L1", "L2"], "person or event or statement"),
        (["E1", "E99"], "E99"),
    ],
)
def test_what_cannot_be_the_same(refs: list[str], said: str, case: OpenCase) -> None:
    with pytest.raises(FactcheckError) as refused:
        acts.same(case, ANN, refs)
    assert said in f"{refused.value}"
    assert refused.value.exit_code == 2


def test_withdrawn_records_are_not_merged(case: OpenCase) -> None:
    acts.same(case, ANN, ["E2", "E3"])
    acts.withdraw(case, ANN, "E2", "wrong")
    for refs in (["E2", "E1"], ["E1", "E2"], ["E3", "E1"]):
        with pytest.raises(FactcheckError, match="withdrawn"):
            acts.same(case, ANN, refs)


def test_what_stands_for_itself_is_not_separated(case: OpenCase) -> None:
    acts.same(case, ANN, ["E1", "E2"])
    with pytest.raises(FactcheckError, match="E1 stands for itself"):
        acts.separate(case, ANN, "E1")


def test_a_grade_on_a_merged_event_is_stale_and_fresh_again_after_undo(case: OpenCase) -> None:
    acts.grade(case, ANN, "L2", "q242")
    acts.same(case, ANN, ["E3", "E2"])
    assert readings.link_view(case, ANN, "L2").grades[0].stale
    acts.undo(case, ANN)
    assert not readings.link_view(case, ANN, "L2").grades[0].stale


@pytest.mark.timeout(30)
def test_two_copies_that_merge_two_records_into_each_other(tmp_path: Path) -> None:
    with inquiry(tmp_path) as one, copied(one, "two") as two:
        for case, order in ((one, 1), (two, -1)):
            acts.same(case, ANN, ["E2", "E3"][::order])
            acts.same(case, BEN, ["P1", "P2"][::order])
            acts.statement(case, ANN, words="Never.", speaker="John Stone")
        sync(one, two)
        for case in (one, two):
            acts_of_stone = readings.list_records(case, ANN, "statements")
            assert len({said["speaker"] for said in acts_of_stone}) == 1
            assert labels(case, "events") == {"E1", "E2"}, "the lower label stands"
            assert {item["mode"] for item in show(case, "E2")["evidence"]} == {"reported", "scheduled"}
            assert show(case, "E3")["same_as"] == "E2"
            report = reporting.report(case, ANN)
            assert len(report.people) == len(set(report.people))
            assert [
                hit.label for hit in readings.find(case, ANN, "Reception talk") if hit.entity == "event"
            ] == []
            assert [hit.label for hit in readings.find(case, ANN, "speech") if hit.entity == "event"] == [
                "E2"
            ]
            assert verifying.verify(case, ANN).ok
        assert acts.same(one, ANN, ["E1", "E3"]).label == "E1"
        assert labels(one, "events") == {"E1"}
        sync(one, two)
        assert labels(two, "events") == {"E1"}


@pytest.mark.timeout(30)
def test_a_ring_of_three(tmp_path: Path) -> None:
    with inquiry(tmp_path) as one, copied(one, "two") as two, copied(one, "three") as three:
        acts.same(one, ANN, ["E2", "E1"])
        acts.same(two, ANN, ["E3", "E2"])
        acts.same(three, ANN, ["E1", "E3"])
        sync(one, two, three)
        for case in (one, two, three):
            assert labels(case, "events") >= {"E1"}
            assert len(show(case, "E1")["evidence"]) == 3
        acts.separate(two, ANN, "E1")
        sync(one, two, three)
        assert show(three, "E1").get("same_as") is None
        assert len(show(three, "E1")["evidence"]) == 3


def test_evidence_added_to_either_is_evidence_of_both(case: OpenCase) -> None:
    acts.same(case, ANN, ["E2", "E3"])
    acts.evidence(case, ANN, "E3", mode="reported", source="D2", spans=[stretch(MEETING, PAPER)])
    acts.take_part(case, ANN, "E2", ["Jane Roe"])
    acts.take_part(case, ANN, "E3", ["Jane Roe"])
    for label in ("E2", "E3"):
        view = readings.event_view(case, ANN, label)
        assert (view.head.label, len(view.evidence)) == (label, 3)
        assert view.who == (("Jane Roe", None, False),)
