"""People: found by name, alias or label, made once, never guessed between two."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN


def people(case: OpenCase) -> dict[str, dict[str, Any]]:
    return {person["name"]: person for person in readings.list_records(case, ANN, "people")}


@pytest.mark.parametrize(
    "called",
    [
        "Élodie Núñez",
        "  Élodie   Núñez ",
        "élodie núñez",
        "ÉLODIE NÚÑEZ",
        "E\u0301lodie Nu\u0301n\u0303ez",
        "E. Núñez",
        "the deputy",
        "THE DEPUTY",
        "P1",
        "p1",
    ],
)
def test_a_person_is_found_however_they_are_called(empty: OpenCase, called: str) -> None:
    acts.person(empty, ANN, "Élodie Núñez", aliases=["E. Núñez", "the deputy"])
    acts.statement(empty, ANN, words="No.", speaker=called)
    assert set(people(empty)) == {"Élodie Núñez"}
    assert readings.claim_view(empty, ANN, "S1.C1").speaker == "Élodie Núñez"


def test_a_person_is_found_by_id(empty: OpenCase) -> None:
    made = acts.person(empty, ANN, "Ann Lee")
    acts.statement(empty, ANN, words="No.", speaker=made.id)
    assert set(people(empty)) == {"Ann Lee"}


def test_whoever_an_act_names_twice_is_one_person(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="Tea", who=["Ann Lee", "ann  lee (host)", "Bo Lee"])
    assert {person["label"] for person in people(empty).values()} == {"P1", "P2"}
    assert readings.event_view(empty, ANN, "E1").who == (
        ("Ann Lee", None, False),
        ("Ann Lee", "host", False),
        ("Bo Lee", None, False),
    )


def test_two_people_of_one_name_are_not_guessed_between(empty: OpenCase) -> None:
    acts.person(empty, ANN, "Ann Lee", aliases=["the aide"])
    acts.person(empty, ANN, "Ann Lee of Ohio", aliases=["The Aide"])
    acts.edit(empty, ANN, "P2", {"name": "Ann Lee"})
    for called in ("ann lee", "the aide"):
        with pytest.raises(FactcheckError, match="may be any of 2 people") as refused:
            acts.statement(empty, ANN, words="No.", speaker=called)
        assert "P1" in refused.value.detail and "P2" in refused.value.detail
        assert refused.value.hint == "Name the one you mean by label."
    acts.statement(empty, ANN, words="No.", speaker="P2")
    assert [said["label"] for said in readings.show(empty, ANN, "P2")["said"]] == ["S1"]


def test_a_person_is_added_to_and_nothing_is_doubled(empty: OpenCase) -> None:
    acts.person(
        empty, ANN, "Ann Lee", aliases=["A. Lee", " ", "a.  lee", "ann lee"], roles=[("senator", "1997/2001")]
    )
    acts.person(
        empty, ANN, "A. Lee", aliases=["Annie"], roles=[("senator", "2009/2013"), ("senator", "1997/2001")]
    )
    [person] = people(empty).values()
    assert person["aliases"] == ["A. Lee", "Annie"]
    assert person["roles"] == [
        {"title": "senator", "when": "1997/2001"},
        {"title": "senator", "when": "2009/2013"},
    ]


@pytest.mark.parametrize(
    ("typed", "name", "capacity", "doubtful"),
    [
        ("Ann Lee", "Ann Lee", None, False),
        (" Ann Lee (host) ", "Ann Lee", "host", False),
        ("Ann Lee?", "Ann Lee", None, True),
        ("Ann Lee? (host)", "Ann Lee", "host", True),
        ("Ann Lee (host)?", "Ann Lee", "host", True),
        ("Robert (Bob) Lee", "Robert (Bob) Lee", None, False),
        ("Robert (Bob) Lee (host)", "Robert (Bob) Lee", "host", False),
        ("Ann Lee ()", "Ann Lee", None, False),
        ("李明 (大使)", "李明", "大使", False),
    ],
)
def test_participants_as_typed(
    empty: OpenCase, typed: str, name: str, capacity: str | None, doubtful: bool
) -> None:
    acts.event(empty, ANN, title="Tea", who=[typed])
    assert readings.event_view(empty, ANN, "E1").who == ((name, capacity, doubtful),)


def test_a_merged_person_stands_for_both(case: OpenCase) -> None:
    acts.person(case, ANN, "J. Stone")
    acts.same(case, ANN, ["P2", "P4"])
    acts.statement(case, ANN, words="No.", speaker="J. Stone")
    assert readings.claim_view(case, ANN, "S2.C1").speaker == "John Stone"
    assert {said["label"] for said in readings.show(case, ANN, "P2")["said"]} == {"S1", "S2"}
    acts.separate(case, ANN, "P4")
    acts.statement(case, ANN, words="Yes.", speaker="J. Stone")
    assert readings.claim_view(case, ANN, "S3.C1").speaker == "J. Stone"
