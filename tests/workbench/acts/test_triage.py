"""Deciding proposals."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.core.views.proposals import ProposalView
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.acts.test_sources import ARTICLE
from tests.workbench.inquiry import ANN, BEN, entry_count, written
from tests.workbench.proposed import propose


@pytest.fixture
def proposed(empty: OpenCase) -> OpenCase:
    propose(empty)
    return empty


def waiting(case: OpenCase) -> dict[str, ProposalView]:
    return {proposal.entity: proposal for proposal in readings.proposals(case, ANN)}


def test_an_accepted_statement_is_what_was_proposed(proposed: OpenCase) -> None:
    offered = waiting(proposed)["statement"]
    assert (offered.words, offered.speaker, offered.when) == (
        "I never, … met them.",
        "Robert (Bob) Lee",
        "2017-03-01",
    )
    assert (offered.confidence, offered.basis) == (0.8, "said Lee · interrupted · 80 %")
    [made] = acts.accept(proposed, BEN, [offered.id, offered.id])
    assert made.label == "S1"
    claim = readings.claim_view(proposed, ANN, "S1.C1")
    assert (claim.words, claim.speaker, claim.question_by) == (
        "I never, … met them.",
        "Robert (Bob) Lee",
        "A. Frank",
    )
    assert (claim.addressee, claim.said_on, claim.form) == ("A. Frank", "2017-03-01", "categorical")
    assert (claim.question, claim.status, claim.head.made_by) == ("Did you meet?", "to confirm", "Ben")
    assert len(claim.citations) == 2
    assert verifying.verify(proposed, ANN).ok


def test_an_accepted_event_names_people_as_proposed_and_chooses_no_date(proposed: OpenCase) -> None:
    [made] = acts.accept(proposed, BEN, [waiting(proposed)["event"].id])
    event = readings.event_view(proposed, ANN, made.label)
    assert event.who == (("Robert (Bob) Lee", None, False), ("Zoë (the envoy)?", "envoy (acting)", False))
    assert (event.when, event.when_said, event.place, event.established) == (
        None,
        "no date",
        "Paris",
        "single report",
    )
    assert [item.words for item in event.evidence] == ["Lee (Bob) met the envoy", "met them."]


def test_one_person_is_made_for_all_that_is_accepted_together(proposed: OpenCase) -> None:
    acts.accept(proposed, BEN, [proposal.id for proposal in readings.proposals(proposed, ANN)])
    names = [person["name"] for person in readings.list_records(proposed, ANN, "people")]
    assert sorted(names) == ["A. Frank", "Robert (Bob) Lee", "Zoë (the envoy)?"]
    assert readings.proposals(proposed, ANN) == []
    acts.undo(proposed, BEN)
    assert len(readings.proposals(proposed, ANN)) == 2
    assert readings.list_records(proposed, ANN, "people") == []


def test_what_is_rejected_stays_rejected(proposed: OpenCase) -> None:
    id_ = waiting(proposed)["event"].id
    acts.reject(proposed, BEN, [id_])
    assert set(waiting(proposed)) == {"statement"}
    entries = entry_count(proposed)
    for act in (acts.accept, acts.reject):
        with pytest.raises(FactcheckError, match="no such proposal waiting"):
            act(proposed, ANN, [waiting(proposed)["statement"].id, id_])
    assert entry_count(proposed) == entries
    assert set(waiting(proposed)) == {"statement"}


def test_a_rejected_proposal_does_not_come_back_with_the_same_text(empty: OpenCase, tmp_path: Path) -> None:
    acts.add_source(empty, ANN, written(tmp_path, "a.txt", ARTICLE), kind="news", published="2017-03-02")
    first = [proposal.id for proposal in readings.proposals(empty, ANN)]
    acts.reject(empty, ANN, first[:1])
    acts.add_source(empty, ANN, written(tmp_path, "b.txt", "\r\n".join(ARTICLE.split("\n"))), kind="news",
                    published="2017-03-02")  # fmt: skip
    assert first[0] not in {proposal.id for proposal in readings.proposals(empty, ANN)}
