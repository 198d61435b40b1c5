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
    beside = readings.record_rows(case, ANN, "S1.C2", 0, 9)
    assert {(row.label, row.link_label) for row in beside} == {("E2", "L1"), ("E2", "L2"), ("E3", None)}
    linked = readings.record_rows(case, ANN, "S1.C2", 0, 9, "linked:yes")
    assert {row.label for row in linked} == {"E2"}, "a filter looks at the one that stands"
    assert readings.place_of(case, ANN, "L1").target == linked[0].id
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
    made = acts.link(case, ANN, "S1.C1", "E2").label
    assert readings.list_records(case, ANN, "links")[-1]["target"] == "E3"
    assert acts.link(case, ANN, "S1.C1", "E3").label == made, "under either label it is one link"
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
    assert labels(case, "events") == {"E3"}, "E1 is linked, and is E3"
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


def test_a_link_to_a_merged_event_is_everywhere_under_the_label_that_stands(case: OpenCase) -> None:
    acts.same(case, ANN, ["E3", "E1"])
    acts.grade(case, ANN, "L3", "u")
    (linked,) = [row for row in readings.record_rows(case, ANN, "S1.C1", 0, 9) if row.link]
    assert (linked.label, linked.link_label, linked.who) == ("E3", "L3", ("John Stone", "Sergey K."))
    assert not linked.scheduled_only, "the evidence of E1 is its evidence"
    for wanted in ("linked:yes", "graded:yes", "who:stone", "source:D2", "reception"):
        found = readings.record_rows(case, ANN, "S1.C1", 0, 9, wanted)
        assert [row.label for row in found] == ["E3"], wanted
    pair = readings.pair(case, ANN, "S1.C1", linked.id)
    assert pair.event is not None and pair.event.head.label == "E3"
    assert pair.link is not None and pair.link.target_label == "E3"
    links = {item["label"]: item["target"] for item in readings.list_records(case, ANN, "links")}
    assert links == {"L1": "E3", "L2": "E2", "L3": "E3"}
    assert readings.place_of(case, ANN, "L3").target == readings.place_of(case, ANN, "E1").target == linked.id
    offered = {one.label: one.link for one in readings.suggest(case, ANN, "S1.C1")}
    assert "E1" not in offered and offered["E3"] == linked.link
    for typed in ("E1", "meeting office", "reception"):
        hits = [hit.label for hit in readings.find(case, ANN, typed) if hit.entity == "event"]
        assert hits == ["E3"], typed
    history = [line.sentence for line in readings.log(case, ANN, "E3")]
    assert "said that E1 is the same as E3" in history
    assert any("E1 (now E3)" in line.sentence for line in readings.log(case, ANN, "L3"))
    report = reporting.report(case, ANN)
    shown = [(exhibit.link.head.label, exhibit.event.head.label) for chapter in report.chapters
             for exhibit in chapter.exhibits if exhibit.event]  # fmt: skip
    assert sorted(shown) == [("L1", "E3"), ("L2", "E2"), ("L3", "E3")]
    assert report.other_events == ()
    assert {check.what for check in report.quotations} >= {"E3, evidence"}
    assert "E3" in show(case, "S1.C1")["finding"]["text"]
    assert show(case, "E1")["label"] == "E1", "the old label still resolves"
    acts.separate(case, ANN, "E1")
    assert "E1" in show(case, "S1.C1")["finding"]["text"]


def test_two_links_to_what_turned_out_to_be_one_event_are_both_there(case: OpenCase) -> None:
    acts.same(case, ANN, ["E2", "E1"])
    linked = [row for row in readings.record_rows(case, ANN, "S1.C2", 0, 9) if row.link]
    assert [(row.label, row.link_label) for row in linked] == [("E2", "L1"), ("E2", "L2")]
    assert len({row.id for row in linked}) == 2
    for row in linked:
        pair = readings.pair(case, ANN, "S1.C2", row.id)
        assert pair.link is not None and pair.link.head.label == row.link_label
        assert pair.event is not None and pair.event.head.label == "E2"
    for _ in range(3):
        claim, target = readings.next_ungraded(case, ANN) or ("", "")
        acts.grade(case, ANN, target, "c342", claim=claim, rationale="why")
    assert readings.next_ungraded(case, ANN) is None, "each of the three links had its turn"


def test_what_was_set_aside_stays_aside_when_it_is_merged(case: OpenCase) -> None:
    acts.event(case, ANN, title="Meeting in the embassy", when="2016-05", who=["John Stone"])
    acts.set_aside(case, ANN, "S1.C1", "E3")
    assert "E4" in {one.label for one in readings.suggest(case, ANN, "S1.C1")}
    acts.same(case, ANN, ["E4", "E3"])
    assert {one.label for one in readings.suggest(case, ANN, "S1.C1")}.isdisjoint({"E3", "E4"})


def test_a_link_is_weighed_by_what_is_known_of_the_event_that_stands(case: OpenCase) -> None:
    acts.grade(case, ANN, "L2", "c342", rationale="why")
    assert show(case, "S1.C2")["finding"]["degree"] is None, "a single report does not count"
    acts.same(case, ANN, ["E3", "E2"])
    acts.edit(case, ANN, "E3", {"established": "documented"})
    acts.evidence(case, ANN, "E3", mode="attended", cited="The log")
    assert show(case, "S1.C2")["finding"]["degree"] == "3"
    assert verifying.verify(case, ANN).ok


def test_a_chain_of_people_is_counted_and_shown_as_one(case: OpenCase) -> None:
    for name in ("J. Stone", "Jack Stone"):
        said = acts.statement(case, ANN, words=f"Never, says {name}.", speaker=name).label
    acts.same(case, ANN, ["S1", said])
    by_name = {row.name: row.label for row in readings.people(case, ANN)}
    acts.same(case, ANN, [by_name["J. Stone"], by_name["Jack Stone"]])
    acts.take_part(case, ANN, "E2", ["Jack Stone"])
    acts.same(case, ANN, ["E1", "E2"])
    acts.same(case, ANN, [by_name["John Stone"], by_name["J. Stone"]])
    (stone,) = [row for row in readings.people(case, ANN, "jack") if "Stone" in row.name]
    dossier = readings.dossier(case, ANN, by_name["Jack Stone"])
    assert (stone.label, stone.said, stone.took_part) == (by_name["John Stone"], 2, 1)
    assert [said.label for said in dossier.said] == ["S1", "S2"]
    assert [event.label for event in dossier.took_part] == ["E1"]
    assert set(stone.aliases) == {"J. Stone", "Jack Stone"}
    assert {hit.label for hit in readings.find(case, ANN, "Jack Stone") if hit.entity == "person"} == {
        by_name["John Stone"]
    }
