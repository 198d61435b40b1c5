"""Suggestions: the right event first, with reasons; what was set aside stays aside, for that claim only."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, sample
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, entry_count


def labels(case: OpenCase, claim: str) -> list[str]:
    return [offer.label for offer in readings.suggest(case, ANN, claim)]


def test_the_worked_example(tmp_path: Path) -> None:
    with sample.build(tmp_path / "sample.db") as case:
        offers = readings.suggest(case, ANN, "S1.C3")
        assert [offer.label for offer in offers] == ["E2", "E1", "E3", "E4", "E5"]
        best = offers[0]
        assert (best.rank, best.title, best.when_said) == (
            1,
            "Meeting with the Russian ambassador",
            "8 September 2016, a Thursday",
        )
        assert best.link
        assert set(best.reasons) == {
            "Russians ~ Russian",
            "within “the campaign”, taken as the two years before",
            "both say “campaign”",
            "124 days before",
            "Jeff Sessions speaks and takes part",
            "communications ~ Meeting",
        }
        assert "communications ~ conversation" in offers[1].reasons


def test_an_offer_shows_what_the_event_is(case: OpenCase) -> None:
    offer = next(offer for offer in readings.suggest(case, BEN, "S1.C2") if offer.label == "E1")
    assert offer.who == ("John Stone", "Sergey K.")
    assert "John Stone speaks and takes part" in offer.reasons
    assert "124 days before" in offer.reasons
    assert offer.link and 0 < offer.score <= 1


def test_what_is_set_aside_is_not_offered_for_that_claim(case: OpenCase) -> None:
    assert "E1" in labels(case, "S1.C1")
    made = acts.set_aside(case, BEN, "S1.C1", "E1")
    assert "E1" not in labels(case, "S1.C1")
    assert "E1" in labels(case, "S1.C2")
    entries = entry_count(case)
    assert acts.set_aside(case, ANN, "S1.C1", "E1").id == made.id
    assert entry_count(case) == entries
    acts.undo(case, BEN)
    assert "E1" in labels(case, "S1.C1")
    assert acts.set_aside(case, BEN, "S1.C1", "E1").id == made.id
    assert "E1" not in labels(case, "S1.C1")


def test_withdrawn_and_merged_events_are_not_offered(case: OpenCase) -> None:
    acts.event(case, ANN, title="They met in his office", who=["John Stone"])
    acts.same(case, ANN, ["E1", "E4"])
    assert "E4" not in labels(case, "S1.C2")
    acts.withdraw(case, ANN, "E1", "not his office")
    assert "E1" not in labels(case, "S1.C2")


def test_people_named_by_an_alias_count(case: OpenCase) -> None:
    acts.person(case, ANN, "Ann Lee", aliases=["the aide"])
    acts.event(case, ANN, title="Flood", who=["Ann Lee"])
    acts.statement(case, ANN, words="I never saw the aide.", speaker="John Stone", said_on="2017-01")
    offers = readings.suggest(case, ANN, "S2.C1")
    assert "Ann Lee is named and takes part" in offers[0].reasons


def test_all_claims_in_the_order_of_the_bench(case: OpenCase) -> None:
    found = list(readings.suggest_all(case, ANN, top=1))
    assert [label for _, label, _ in found] == ["S1.C1", "S1.C2"]
    assert [offers for _, _, offers in found] == [
        readings.suggest(case, ANN, label, 1) for _, label, _ in found
    ]


def test_only_a_claim_has_suggestions(case: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="“E1” is a event"):
        readings.suggest(case, ANN, "E1")


def test_the_record_best_first(case: OpenCase) -> None:
    acts.event(case, ANN, title="Communications with them about the activities", when="2016-12-01")
    rows = readings.record_rows(case, ANN, "S1.C1", 0, 9, order="best")
    assert [row.label for row in rows] == ["E1", "E4", "E2", "E3"]
    assert "both say “activities”" in (rows[1].reasons or "")
    by_date = readings.record_rows(case, ANN, "S1.C1", 0, 9)
    assert [row.label for row in by_date] == ["E1", "E3", "E2", "E4"]
    pages = [readings.record_rows(case, ANN, "S1.C1", n, 1, order="best")[0] for n in range(4)]
    assert pages == rows
    assert readings.record_count(case, ANN, "S1.C1", order="best") == 4
