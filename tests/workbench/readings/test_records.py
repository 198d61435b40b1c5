"""Single records in full, and everything of a record as plain values."""

from __future__ import annotations

import json

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.readings.listing import LISTED
from tests.workbench.inquiry import ANN, ANSWER, BEN, FIRST, SECOND, inquiry


def test_other_texts_and_later_statements_travel_with_a_claim(case: OpenCase) -> None:
    acts.statement(case, ANN, words="I did not have any.", speaker="John Stone", variant_of="S1")
    acts.statement(case, ANN, words="Late.", speaker="John Stone", said_on="2017-06", regarding="S1")
    acts.statement(case, ANN, words="Correct.", speaker="John Stone", said_on="2017-03-06", regarding="S1",
                   afterwards="reaffirmed", prompted="yes")  # fmt: skip
    claim = readings.claim_view(case, ANN, "S1.C1")
    assert [(variant.label, variant.words, variant.citation) for variant in claim.variants] == [
        ("S2", "I did not have any.", "")
    ]
    assert [(later.label, later.days_after, later.afterwards, later.prompted) for later in claim.later] == [
        ("S4", 55, ("reaffirmed",), True),
        ("S3", None, (), None),
    ]
    assert [variant.label for variant in readings.claim_view(case, ANN, "S2.C1").variants] == ["S1"]


def test_a_pair_is_the_claim_the_record_the_link_and_what_explains(case: OpenCase) -> None:
    pair = readings.pair(case, BEN, "S1.C2", "E1")
    assert (pair.claim.words, pair.days) == (SECOND, 124)
    assert pair.event is not None and pair.link is not None
    assert (pair.event.title, pair.link.head.label, pair.statement) == ("Meeting in the office", "L1", None)
    assert [item.words for item in pair.explanations] == ["He was asked about the campaign."]
    assert (pair.explanations[0].fit, pair.explanations[0].person) == ("partly", "John Stone")
    alone = readings.pair(case, BEN, "S1.C2", None)
    assert (alone.event, alone.link, alone.explanations, alone.days) == (None, None, (), None)
    unlinked = readings.pair(case, BEN, "S1.C2", "E3")
    assert (unlinked.link, unlinked.event is not None, unlinked.days) == (None, True, 258)


def test_a_claim_of_another_statement_shows_that_statement(case: OpenCase) -> None:
    acts.statement(case, ANN, words="I met him.", speaker="John Stone", said_on="2017-03-01", forum="TV")
    acts.link(case, ANN, "S1.C2", "S2.C1")
    pair = readings.pair(case, BEN, "S1.C2", "S2.C1")
    assert pair.statement is not None
    assert (pair.statement.words, pair.statement.forum, pair.event, pair.days) == (
        "I met him.",
        "TV",
        None,
        -50,
    )


def test_the_form_of_a_claim_is_its_own_or_its_statements(case: OpenCase) -> None:
    acts.edit(case, ANN, "S1.C1", {"form": "not aware", "elicited": "within"})
    first, second = (readings.claim_view(case, ANN, label) for label in ("S1.C1", "S1.C2"))
    assert (first.form, first.elicited) == ("not aware", "within the question")
    assert (second.form, second.elicited) == ("categorical", None)


@pytest.mark.parametrize("view", ["claim_view", "event_view", "statement_view", "link_view", "source_view"])
def test_a_view_is_of_its_own_sort(case: OpenCase, view: str) -> None:
    with pytest.raises(FactcheckError, match="“P1” is a person") as refused:
        getattr(readings, view)(case, ANN, "P1")
    assert "needed" in refused.value.detail
    with pytest.raises(FactcheckError, match="no record “E99”"):
        getattr(readings, view)(case, ANN, "E99")


@pytest.mark.parametrize("kind", LISTED)
def test_lists_hold_plain_values_with_id_and_label(case: OpenCase, kind: str) -> None:
    acts.grade(
        case, BEN, "L1", "c342", rationale="x", scope={"who": "y"}, readings=[{"name": "A", "degree": "4"}]
    )
    acts.note(case, BEN, "L1", "a note")
    acts.tag(case, BEN, "L1", "a tag")
    listed = readings.list_records(case, ANN, kind)
    assert json.loads(json.dumps(listed)) == listed
    assert all({"id", "label"} <= record.keys() for record in listed)
    assert bool(listed) is (kind not in {"rows", "proposals"})


def test_a_kind_that_cannot_be_listed_is_refused_with_the_choices(case: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="cannot be listed") as refused:
        readings.list_records(case, ANN, "batches")
    assert "findings" in refused.value.detail


def test_grades_are_listed_with_codes_and_rationale(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="why", as_of="2019-04-30")
    [grade] = readings.list_records(case, ANN, "grades")
    wanted = {
        "relation": "c",
        "degree": "3",
        "kind": "4",
        "confidence": "2",
        "rationale": "why",
        "reviewer": "Ben",
        "target": "L1",
        "round": 1,
        "stale": False,
        "as_of": "2019-04-30",
    }
    assert {name: grade[name] for name in wanted} == wanted


def test_statements_are_listed_with_names_and_anchors(case: OpenCase) -> None:
    [statement] = readings.list_records(case, ANN, "statements")
    assert (statement["speaker"], statement["question_by"], statement["source"]) == (
        "John Stone",
        "Al Frank",
        "D1",
    )
    assert (statement["claims"], statement["sworn"]) == (["S1.C1", "S1.C2"], "to-confirm")
    [anchor] = statement["segments"]
    assert anchor["exact"] == ANSWER
    assert anchor["end"] - anchor["start"] == len(ANSWER)


@pytest.mark.parametrize(
    ("ref", "parts"),
    [
        ("S1", {"claims": 2, "explanations": 0, "variants": 0, "later": 0}),
        ("S1.C2", {"links": 2, "explanations": 0, "adjudications": 0, "dissents": 0}),
        ("E1", {"evidence": 1, "links": 2}),
        ("L1", {"grades": 1, "adjudications": 0, "dissents": 0, "explanations": 1}),
        ("P2", {"said": 1, "took_part": 1}),
        ("D1", {"statements": 1, "evidence": 0}),
        ("D2", {"statements": 0, "evidence": 2}),
    ],
)
def test_show_gives_what_belongs_to_a_record(case: OpenCase, ref: str, parts: dict[str, int]) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    shown = readings.show(case, ANN, ref)
    assert {name: len(shown[name]) for name in parts} == parts
    assert json.loads(json.dumps(shown)) == shown
    assert shown["history"][-1]["by"] == "Ann"
    assert shown["made_by"] == "Ann"


def test_a_summary_counts_what_stands(case: OpenCase) -> None:
    acts.grade(case, BEN, "L1", "c342", rationale="x")
    acts.withdraw(case, ANN, "E3", "no")
    counts = readings.summary(case, BEN).counts
    wanted = {"sources": 2, "statements": 1, "claims": 2, "events": 2, "links": 3, "people": 3, "grades": 1,
              "explanations": 1, "reviewers": 4, "proposals": 0}  # fmt: skip
    assert {name: counts[name] for name in wanted} == wanted


def test_words_of_a_withdrawn_record_are_not_found(case: OpenCase) -> None:
    assert any(hit.label == "E3" for hit in readings.find(case, ANN, "Reception"))
    acts.withdraw(case, ANN, "E3", "no")
    assert not any(hit.entity == "event" for hit in readings.find(case, ANN, "Reception"))


def test_the_two_claims_are_the_answers_parts() -> None:
    assert inquiry is not None and f"{FIRST}, and {SECOND}" == ANSWER
