"""The record beside a proposed statement; where a record is looked at, what resembles it, what is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.core.proposals import Proposals
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.readings import verdicts
from factcheck.workbench.readings.record_list import Order
from tests.workbench.inquiry import ANN, BEN
from tests.workbench.proposed import EVENT, STATEMENT, TEXT, document, propose, span


@pytest.fixture
def waiting(case: OpenCase) -> tuple[str, str]:
    """A statement and an event that wait."""
    propose(case)
    statement, event = readings.proposals(case, ANN)
    return statement.id, event.id


@pytest.mark.parametrize("order", ["date", "best"])
def test_every_row_comes_once_on_whatever_page(
    case: OpenCase, waiting: tuple[str, str], order: Order
) -> None:
    for claim in (waiting[0], "S1.C1", "S1.C2"):
        count = readings.record_count(case, ANN, claim, "", order)
        whole = [row.id for row in readings.record_rows(case, ANN, claim, 0, 99, "", order)]
        assert len(whole) == count == len(set(whole)) == 4
        for limit in (1, 2, 3):
            paged = [
                row.id
                for offset in range(0, count, limit)
                for row in readings.record_rows(case, ANN, claim, offset, limit, "", order)
            ]
            assert paged == whole


def test_the_best_proposed_event_comes_with_its_reasons(case: OpenCase, waiting: tuple[str, str]) -> None:
    rows = readings.record_rows(case, ANN, waiting[0], 0, 9, "", "best")
    proposed = next(row for row in rows if row.row == "proposal")
    assert "speaks and takes part" in (proposed.reasons or "") and "60 %" in (proposed.basis or "")
    unranked = readings.record_rows(case, ANN, waiting[0], 0, 9, "", "date")[-1]
    assert unranked.row == "proposal" and unranked.reasons is None


def test_that_words_were_said_is_no_record_of_what_they_say(case: OpenCase) -> None:
    passage = span(TEXT[TEXT.index("I never") : TEXT.index(" Lee (Bob)")])
    saying = replace(EVENT, title="Lee said: I never, met them", passages=(passage,), flags=("saying",))
    found = Proposals("test 1", statements=(STATEMENT,), events=(saying, EVENT))
    acts.add_document(case, ANN, TEXT.encode(), replace(document(TEXT), kind="news"), found)
    statement = next(one.id for one in readings.proposals(case, ANN) if one.entity == "statement")
    beside = readings.record_rows(case, ANN, statement, 0, 9, "", "best")
    proposed = [(row.title, bool(row.reasons)) for row in beside if row.row == "proposal"]
    assert proposed == [("Lee met the envoy", True), ("Lee said: I never, met them", False)]


def test_a_pair_of_proposals_is_shown_as_what_it_would_become(
    case: OpenCase, waiting: tuple[str, str]
) -> None:
    pair = readings.pair(case, ANN, *waiting)
    assert pair.claim.words == "I never, … met them." and pair.claim.speaker == "Robert (Bob) Lee"
    assert pair.claim.question == "Did you meet?" and "80 %" in (pair.claim.proposed or "")
    assert pair.event is not None and pair.event.title == "Lee met the envoy" and pair.event.proposed
    assert [one.words for one in pair.event.evidence] == ["Lee (Bob) met the envoy", "met them."]
    assert pair.link is None
    mixed = readings.pair(case, ANN, "S1.C1", waiting[1])
    assert mixed.claim.proposed is None and mixed.event is not None and mixed.event.proposed
    other = readings.pair(case, ANN, waiting[0], "E1")
    assert other.claim.proposed and other.event is not None and other.event.proposed is None
    made = acts.grade_pair(case, ANN, *waiting, "c342", rationale="so")
    link = readings.link_view(case, ANN, made.id)
    shown = readings.pair(case, ANN, link.claim, link.target)
    assert shown.claim.words == pair.claim.words and shown.event is not None
    assert shown.event.title == pair.event.title and shown.link is not None and len(shown.link.grades) == 1


@pytest.mark.parametrize(
    ("ref", "claim", "target"),
    [
        ("S1", "S1.C1", None),
        ("S1.C2", "S1.C2", None),
        ("E2", "S1.C2", "E2"),
        ("E3", None, "E3"),
        ("L3", "S1.C1", "E1"),
        ("X1", "S1.C2", "E1"),
    ],
)
def test_where_a_record_is_looked_at(case: OpenCase, ref: str, claim: str | None, target: str | None) -> None:
    place = readings.place_of(case, ANN, ref)
    ids = [readings.head(case, ANN, one).id if one else None for one in (claim, target)]
    assert [place.claim, place.target] == ids


def test_people_and_sources_have_places_too(case: OpenCase) -> None:
    assert readings.place_of(case, ANN, "P1").person == readings.head(case, ANN, "P1").id
    assert readings.place_of(case, ANN, "D2").source == readings.head(case, ANN, "D2").id
    noted = acts.note(case, ANN, "X1", "so")
    assert readings.place_of(case, ANN, noted.id).claim == readings.head(case, ANN, "S1.C2").id


def test_what_resembles_a_record(case: OpenCase, waiting: tuple[str, str]) -> None:
    acts.event(case, ANN, title="Another meeting in his office", when="2016-09-08")
    alike = [hit.label for hit in readings.resembling(case, ANN, "E1")]
    assert alike[0] == "E4" and "E1" not in alike
    assert [hit.label for hit in readings.resembling(case, ANN, waiting[1], "recep")] == ["E3"]
    assert [hit.label for hit in readings.resembling(case, ANN, waiting[1], "E2")] == ["E2"]
    assert readings.resembling(case, ANN, "S1", "zzz") == []
    acts.same(case, ANN, ["E1", "E4"])
    assert [label for _, label, _ in readings.merged(case, ANN, "E1")] == ["E4"]


@pytest.mark.parametrize(
    "typed", ["", "who:", "whom:x", '"', "a:b:c", "*", "[/]", "-", "date:zzz", "\x00", "é" * 900]
)
def test_whatever_is_typed_is_looked_up(case: OpenCase, typed: str) -> None:
    assert isinstance(readings.look_up(case, ANN, typed), list)


def test_conditions_are_answered_while_they_are_typed(case: OpenCase) -> None:
    assert [hit.label for hit in readings.look_up(case, ANN, "linked:no kind:event")] == ["E3"]
    assert "E3" in [hit.label for hit in readings.look_up(case, ANN, "recep")]


def codes(typed: str) -> dict[str, str]:
    return dict(zip(("relation", "degree", "kind", "confidence"), typed, strict=True))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["c342", "uuu2"], "reviewers differ 3 / cannot tell"),
        (["c342", "c242", "cuu2"], "reviewers differ 2-3 / cannot tell"),
        (["uuu2", "cu42"], "reviewers differ cannot tell"),
        (["c342", "c142"], "reviewers differ 1-3"),
        (["uuu2", "uuu1"], "cannot tell"),
    ],
)
def test_verdicts_are_words(given: list[str], said: str) -> None:
    assert verdicts.verdict(None, {str(n): codes(one) for n, one in enumerate(given)})[0] == said


def test_turning_down_is_one_act_and_for_this_claim_only(case: OpenCase, waiting: tuple[str, str]) -> None:
    acts.turn_down(case, BEN, "S1.C1", [waiting[1], "E3"])
    assert [one.id for one in readings.proposals(case, BEN)] == [waiting[0]]
    acts.undo(case, BEN, even_earlier=True)
    assert len(readings.proposals(case, BEN)) == 2
