"""Links, grades, adjudications and dissents, and the findings they come to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.core.views.judgements import GradeView
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, cases, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, ANSWER, BEN, CLEO, DAN, entry_count, state, stretch

Change = Callable[[OpenCase], object]


def codes_of(grade: GradeView) -> str:
    return "".join(grade.codes[key] for key in ("relation", "degree", "kind", "confidence"))


def grades(case: OpenCase, link: str = "L1") -> dict[str, GradeView]:
    return {grade.reviewer: grade for grade in readings.link_view(case, ANN, link).grades}


def finding(case: OpenCase, claim: str = "S1.C2") -> tuple[str, str | None, str]:
    found = readings.claim_view(case, ANN, claim).finding
    assert found is not None
    return found.state, found.degree, found.text


# Links.


def test_a_link_joins_a_claim_and_something_of_the_record_once(case: OpenCase) -> None:
    made = acts.link(case, ANN, "S1.C1", "E2", reasons="same month")
    assert made.label == "L4"
    assert acts.link(case, BEN, "s1.c1", "e2").id == made.id
    view = readings.link_view(case, BEN, "L4")
    assert (view.claim_label, view.target_label) == ("S1.C1", "E2")
    [row] = [row for row in readings.record_rows(case, BEN, "S1.C1", 0, 9) if row.link_label == "L4"]
    assert (row.reasons, row.verdict, row.mark) == ("same month", "not graded", "")


def test_the_only_claim_of_a_statement_may_be_named_by_it(case: OpenCase) -> None:
    acts.statement(case, ANN, words="Never.", speaker="John Stone", said_on="2017-03-01")
    assert acts.link(case, ANN, "S2", "E1").label == "L4"
    assert readings.link_view(case, ANN, "L4").claim_label == "S2.C1"
    with pytest.raises(FactcheckError) as refused:
        acts.link(case, ANN, "S1", "E3")
    assert (refused.value.detail, refused.value.hint) == ("They are S1.C1, S1.C2.", "Name the claim.")


def test_a_withdrawn_link_is_made_anew_and_the_old_one_stays_out(case: OpenCase) -> None:
    acts.withdraw(case, ANN, "L1", "a slip")
    assert acts.link(case, ANN, "S1.C2", "E1").label == "L4"
    with pytest.raises(FactcheckError, match="made anew as L4"):
        acts.restore(case, ANN, "L1")
    count = readings.record_count(case, ANN, "S1.C2")
    assert [row.label for row in readings.record_rows(case, ANN, "S1.C2", 0, 99)] == ["E2", "E1", "E3"]
    assert count == 3


# Grades.


@pytest.mark.parametrize(
    ("codes", "link", "told"),
    [
        ("s142", "L1", "degree 0"),
        ("x1 0 2", "L1", "degree 0"),
        ("n 4 0 3", "L1", "degree 0"),
        ("c u 1 2", "L1", "goes with relation u or kind u"),
        ("c 3 8 2", "L1", "another statement"),
        ("s u 8 1", "L1", "another statement"),
    ],
)
def test_what_the_rubric_forbids_is_refused(case: OpenCase, codes: str, link: str, told: str) -> None:
    before, entries = state(case), entry_count(case)
    with pytest.raises(FactcheckError, match="contradicts itself") as refused:
        acts.grade(case, BEN, link, codes, rationale="because")
    assert told in refused.value.detail
    assert (state(case), entry_count(case)) == (before, entries)


@pytest.mark.parametrize(
    ("codes", "link", "more", "remarks"),
    [
        ("c342", "L1", {"rationale": "why"}, []),
        ("c142", "L1", {}, []),
        ("c342", "L1", {}, [("owed", "Rationale owed")]),
        ("u", "L1", {}, [("owed", "Reason owed")]),
        ("u", "L1", {"reason": "no source"}, []),
        ("q342", "L1", {"rationale": "why"}, [("warn", "say why it does not contradict")]),
        ("c432", "L1", {"rationale": "why"}, [("warn", "every word can be true")]),
        ("c352", "L1", {"rationale": "why"}, [("warn", "nobody has pleaded memory")]),
        ("c192", "L1", {}, [("warn", "another text of the same words")]),
        ("c342", "L2", {"rationale": " "}, [("warn", "a single report"), ("owed", "Rationale owed")]),
    ],
)
def test_warnings_and_what_is_owed_come_back_and_stay_visible(
    case: OpenCase, codes: str, link: str, more: dict[str, Any], remarks: list[tuple[str, str]]
) -> None:
    if codes == "c352":
        acts.withdraw(case, ANN, "X1", "to have none")
    given = acts.grade(case, BEN, link, codes, **more)
    assert [
        (remark.severity, words in remark.text)
        for remark, (_, words) in zip(given.remarks, remarks, strict=True)
    ] == [(severity, True) for severity, _ in remarks]
    shown = grades(case, link)["Ben"].remarks
    assert shown == tuple((remark.severity, remark.text) for remark in given.remarks)


def test_kind_8_is_for_another_statement(case: OpenCase) -> None:
    acts.statement(case, ANN, words="I met him once.", speaker="John Stone", said_on="2017-03-01")
    acts.grade(case, BEN, "S2", "c382", claim="S1.C2", rationale="another account")
    assert codes_of(grades(case, "L4")["Ben"]) == "c382"


def test_grading_a_pair_links_it_in_the_same_act(case: OpenCase) -> None:
    before, entries = state(case), entry_count(case)
    made = acts.grade(case, BEN, "E3", "n 0 0 3", claim="S1.C1").made
    assert made.label == "L4"
    assert entry_count(case) == entries + 2
    acts.undo(case, BEN)
    assert state(case) == before


def test_all_that_a_grade_says_is_kept(case: OpenCase) -> None:
    acts.grade(
        case,
        BEN,
        "L1",
        {"relation": "c", "degree": "3", "kind": "4", "confidence": "2"},
        rationale=" a line ",
        reason="a reason",
        as_of="April 30, 2019",
        also=["2", "7"],
        scope={"who": "y", "capacity": "?"},
        readings=[{"name": "A", "text": "no limit", "degree": "4"}],
        awareness="1",
    )
    [given] = readings.link_view(case, ANN, "L1").grades
    assert (codes_of(given), given.rationale, given.reason, given.as_of) == (
        "c342",
        "a line",
        "a reason",
        "2019-04-30",
    )
    assert (given.also, given.scope, given.awareness) == (("2", "7"), {"who": "y", "capacity": "?"}, "1")
    assert given.readings == ({"name": "A", "text": "no limit", "degree": "4"},)
    assert (given.rubric, given.rubric_version, given.round) == ("SVR", 1, 1)
    assert given.said == "contradicts · 3 substantial · scope or capacity · confidence medium"


def test_grading_again_revises_leaves_nothing_of_the_first_and_undo_returns_it(case: OpenCase) -> None:
    first = acts.grade(case, BEN, "L1", "c342", rationale="first", also=["2"]).made
    before = grades(case)["Ben"]
    again = acts.grade(case, BEN, "L1", "q241").made
    assert again.id == first.id
    revised = grades(case)["Ben"]
    assert (codes_of(revised), revised.rationale, revised.also) == ("q241", None, ())
    told = [line.sentence for line in readings.log(case, BEN, "L1") if line.sentence.startswith("graded")]
    assert len(told) == 2
    assert "qualifies" in told[0] and "contradicts" in told[1]
    acts.undo(case, BEN)
    assert grades(case)["Ben"] == before


def test_a_withdrawn_grade_counts_no_more_and_is_given_again(case: OpenCase) -> None:
    id_ = acts.grade(case, BEN, "L1", "c342", rationale="x").made.id
    with pytest.raises(FactcheckError, match="another reviewer's"):
        acts.withdraw(case, ANN, id_, "mine is better")
    acts.withdraw(case, BEN, id_, "a slip")
    assert finding(case)[0] == "none"
    assert readings.next_ungraded(case, BEN) is not None
    with pytest.raises(FactcheckError, match="not restored"):
        acts.restore(case, BEN, id_)
    acts.grade(case, BEN, "L1", "c142")
    assert finding(case)[:2] == ("one reviewer", "1")


@pytest.mark.parametrize(
    "change",
    [
        lambda case: acts.evidence(case, CLEO, "E1", mode="reported", cited="Another paper"),
        lambda case: acts.edit(case, CLEO, "E1", {"when": "2016-09-07"}),
        lambda case: acts.take_part(case, CLEO, "E1", ["Somebody Else"]),
        lambda case: acts.edit(case, CLEO, "S1", {"status": "sworn oral"}),
        lambda case: acts.edit(case, CLEO, "S1.C2", {"restatement": "He met nobody."}),
        lambda case: acts.split(case, CLEO, "S1.C2", [stretch("I did not have communications", ANSWER)]),
        lambda case: acts.explain(case, CLEO, "S1.C2", words="I forgot."),
        lambda case: acts.withdraw(case, CLEO, "X1", "not his words"),
    ],
    ids=["evidence", "event", "participant", "statement", "claim", "split", "explanation", "withdrawal"],
)
def test_a_grade_is_stale_while_what_it_rests_on_has_changed(case: OpenCase, change: Change) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    acts.adjudicate(case, CLEO, "L1", "c342", "settled")
    assert not grades(case)["Ben"].stale
    change(case)
    view = readings.link_view(case, ANN, "L1")
    assert (view.grades[0].stale, view.adjudications[0].stale) == (True, True)
    assert readings.list_records(case, ANN, "grades")[0]["stale"] is True
    acts.undo(case, CLEO)
    view = readings.link_view(case, ANN, "L1")
    assert (view.grades[0].stale, view.adjudications[0].stale) == (False, False)


@pytest.mark.parametrize(
    "other",
    [
        lambda case: acts.note(case, CLEO, "L1", "a note"),
        lambda case: acts.evidence(case, CLEO, "E2", mode="reported", cited="Another paper"),
        lambda case: acts.grade(case, CLEO, "L1", "q242", rationale="y"),
        lambda case: acts.link(case, CLEO, "S1.C2", "E3"),
    ],
    ids=["note", "other event", "other grade", "other link"],
)
def test_a_grade_stays_fresh_when_something_else_changes(case: OpenCase, other: Change) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    other(case)
    assert not grades(case)["Ben"].stale


def test_grading_again_makes_a_stale_grade_fresh(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    acts.evidence(case, ANN, "E1", mode="reported", cited="Another paper")
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    assert not grades(case)["Ben"].stale


# Who saw what before grading.


def test_blind_is_said_of_those_who_saw_no_other_grade(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="first")
    acts.grade(case, CLEO, "L1", "c342", rationale="second")
    acts.grade(case, ANN, "L2", "c142")
    assert {name: grade.blind for name, grade in grades(case).items()} == {"Ben": True, "Cleo": False}
    acts.grade(case, BEN, "L1", "c242", rationale="after hers")
    assert not grades(case)["Ben"].blind


def test_a_grade_after_a_settlement_is_not_blind(case: OpenCase) -> None:
    acts.adjudicate(case, CLEO, "L1", "c342", "settled at once")
    acts.grade(case, BEN, "L1", "c342", rationale="as settled")
    assert not grades(case)["Ben"].blind


def test_in_a_blind_round_grades_are_blind_until_one_looks(case: OpenCase) -> None:
    acts.open_round(case, ANN, blind=True)
    for viewer in (BEN, cases.viewer_for(case, "Eve")):
        acts.grade(case, viewer, "L1", "c342", rationale="x")
    assert {name: grade.blind for name, grade in grades(case).items()} == {"Ben": True, "Eve": True}
    acts.grade(case, BEN, "L1", "c242", rationale="now I have seen")
    assert {name: grade.blind for name, grade in grades(case).items()} == {"Ben": False, "Eve": True}


def test_a_later_round_keeps_the_grades_of_the_first(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="first round")
    acts.open_round(case, ANN, blind=False)
    acts.grade(case, BEN, "L1", "c142")
    given = readings.link_view(case, ANN, "L1").grades
    assert [(grade.round, codes_of(grade)) for grade in given] == [(1, "c342"), (2, "c142")]
    assert finding(case)[:2] == ("one reviewer", "1")
    with pytest.raises(FactcheckError, match="Only a lead"):
        acts.open_round(case, BEN, blind=True)


def test_whoever_only_looks_does_not_judge_and_not_everybody_settles(case: OpenCase) -> None:
    entries = entry_count(case)
    for act in (
        lambda: acts.grade(case, DAN, "L1", "c142"),
        lambda: acts.dissent(case, DAN, "L1", "No."),
        lambda: acts.adjudicate(case, DAN, "L1", "c142", "so"),
        lambda: acts.adjudicate(case, BEN, "L1", "c142", "so"),
    ):
        with pytest.raises(FactcheckError) as refused:
            act()
        assert refused.value.detail in {"Dan is observer.", "Ben is reviewer."}
    assert entry_count(case) == entries
    acts.note(case, DAN, "L1", "Look at the date.")


# Findings.


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, ("none", None, "no finding: nothing is graded")),
        ({"Ben L1": "c342"}, ("one reviewer", "3", "3 (range 3, 1 link)")),
        ({"Ben L1": "c342", "Cleo L1": "c343"}, ("agreed", "3", "3 (range 3, 1 link)")),
        (
            {"Ben L1": "c342", "Cleo L1": "c242"},
            ("range", None, "no finding: reviewers differ on L1 (range 2-3)"),
        ),
        (
            {"Ben L1": "c342", "Cleo L1": "c312"},
            ("range", None, "no finding: reviewers differ on L1 (range 3)"),
        ),
        ({"Ben L1": "c341"}, ("none", None, "no finding: E1 graded with low confidence")),
        ({"Ben L1": "x003"}, ("none", None, "no finding: E1 only context")),
        ({"Ben L1": "n003"}, ("none", None, "no finding: E1 only considered")),
        ({"Ben L1": "u"}, ("none", None, "no finding: E1 cannot tell")),
        ({"Ben L2": "c342"}, ("none", None, "no finding: E2 only reported")),
        ({"Ben L1": "c142", "Ben L2": "c342"}, ("one reviewer", "1", "1 (range 1-3, 2 links)")),
        ({"Ben L1": "s002", "Ben L2": "u"}, ("one reviewer", "0", "0 (range 0, 2 links, 1 unresolved)")),
    ],
)
def test_a_finding_is_the_highest_degree_that_weighs(
    case: OpenCase, given: dict[str, str], expected: tuple[str, str | None, str]
) -> None:
    for who, codes in given.items():
        name, link = who.split()
        acts.grade(case, {"Ben": BEN, "Cleo": CLEO}[name], link, codes, rationale="x")
    assert finding(case) == expected
    listed = {item["claim"]: item for item in readings.list_records(case, ANN, "findings")}
    assert (listed["S1.C2"]["state"], listed["S1.C2"]["degree"], listed["S1.C2"]["text"]) == expected
    [row] = [row for row in readings.bench_rows(case, ANN, 0, 9) if row.label == "S1.C2"]
    assert row.finding is not None
    assert (row.finding.state, row.finding.degree, row.finding.text, row.links) == (*expected, 2)


def test_an_event_that_was_only_scheduled_weighs_nothing(case: OpenCase) -> None:
    remarks = acts.grade(case, BEN, "E3", "c342", claim="S1.C1", rationale="x").remarks
    assert any("only scheduled" in remark.text for remark in remarks)
    assert finding(case, "S1.C1") == ("none", None, "no finding: E3 only scheduled")
    acts.evidence(case, ANN, "E3", mode="attended", cited="A guest book")
    assert finding(case, "S1.C1")[:2] == ("one reviewer", "3")


def test_a_settlement_holds_its_reviewers_grades_and_dissents_stay(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "q242", rationale="his")
    acts.grade(case, CLEO, "L1", "c342", rationale="hers")
    chosen = grades(case)["Cleo"].head.id
    acts.adjudicate(case, CLEO, "L1", "c342", " the plain reading ", chosen=chosen, as_of="2019-04-30")
    acts.dissent(case, BEN, "L1", "The capacity was named.", "q242")
    assert finding(case) == ("adjudicated", "3", "3 (range 2-3, 1 link)")
    view = readings.link_view(case, ANN, "L1")
    assert [codes_of(grade) for grade in view.grades] == ["q242", "c342"]
    [settled] = view.adjudications
    assert (settled.reviewer, settled.reason, settled.codes["degree"]) == ("Cleo", "the plain reading", "3")
    [dissent] = view.dissents
    assert (dissent.reviewer, dissent.text, (dissent.codes or {})["degree"]) == (
        "Ben",
        "The capacity was named.",
        "2",
    )
    acts.adjudicate(case, CLEO, "L1", "c242", "on second thought")
    assert finding(case)[:2] == ("adjudicated", "2")
    acts.undo(case, CLEO)
    assert finding(case)[:2] == ("adjudicated", "3")


def test_a_claim_may_be_settled_as_a_whole(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    acts.adjudicate(case, CLEO, "S1.C2", "c242", "weighed together")
    acts.dissent(case, BEN, "S1.C2", "Too mild.")
    assert finding(case) == ("adjudicated", "2", "2 (range 3, 1 link)")
    claim = readings.claim_view(case, ANN, "S1.C2")
    assert (claim.adjudications[0].reason, claim.dissents[0].text) == ("weighed together", "Too mild.")
    acts.adjudicate(case, CLEO, "S1.C2", "u", "cannot be known")
    assert finding(case) == ("adjudicated", None, "no finding: settled as cannot tell")


def test_a_chosen_grade_is_one_of_the_target(case: OpenCase) -> None:
    other = acts.grade(case, BEN, "L2", "c142").made.id
    with pytest.raises(FactcheckError, match="something else"):
        acts.adjudicate(case, CLEO, "L1", "c142", "x", chosen=other)


def test_a_dissents_codes_are_edited_as_codes(case: OpenCase) -> None:
    id_ = acts.dissent(case, BEN, "L1", "No.").id
    with pytest.raises(FactcheckError, match="is no relation"):
        acts.edit(case, BEN, id_, {"codes": "z999"})
    acts.edit(case, BEN, id_, {"codes": "q 2 4 2", "text": "Too harsh."})
    [dissent] = readings.link_view(case, ANN, "L1").dissents
    assert (dissent.text, (dissent.codes or {})["relation"]) == ("Too harsh.", "q")
    assert verifying.verify(case, ANN).ok
