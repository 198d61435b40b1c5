"""Who gives roles: a lead, and a case keeps one."""

from __future__ import annotations

import pytest

from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, cases, readings
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, CLEO, entry_count


def roles(case: OpenCase) -> dict[str, str]:
    return {item["name"]: item["role"] for item in readings.list_records(case, ANN, "reviewers")}


@pytest.fixture
def joined(empty: OpenCase) -> OpenCase:
    for viewer in (BEN, CLEO):
        cases.enrol(empty, ANN, viewer.name, viewer.role)
    return empty


def test_a_lead_gives_any_role(joined: OpenCase) -> None:
    assert cases.enrol(joined, ANN, " Eve  Roe ", "adjudicator") == Viewer(
        "reviewer:eve_20roe", "Eve Roe", "adjudicator"
    )
    cases.enrol(joined, ANN, "ben", "lead")
    assert roles(joined) == {
        "Ann": "lead",
        "Ben": "lead",
        "Cleo": "adjudicator",
        "Dan": "observer",
        "Eve Roe": "adjudicator",
    }


@pytest.mark.parametrize("role", ["lead", "adjudicator"])
@pytest.mark.parametrize("name", ["Ben", "Eve"])
@pytest.mark.parametrize("viewer", [BEN, CLEO], ids=lambda viewer: viewer.role)
def test_nobody_else_makes_somebody_see_more(viewer: Viewer, name: str, role: str, joined: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="Only a lead gives roles"):
        cases.enrol(joined, viewer, name, role)  # type: ignore[arg-type]  # a code of the table above
    assert "lead" not in {role for name, role in roles(joined).items() if name != "Ann"}


def test_anybody_brings_in_a_reviewer(joined: OpenCase) -> None:
    cases.enrol(joined, BEN, "Eve", "reviewer")
    assert roles(joined)["Eve"] == "reviewer"


def test_the_last_lead_stays(joined: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="A case needs a lead"):
        cases.enrol(joined, ANN, "Ann", "observer")
    cases.enrol(joined, ANN, "Ben", "lead")
    cases.enrol(joined, ANN, "Ann", "observer")
    assert roles(joined)["Ann"] == "observer"


def test_the_role_one_has_is_no_act(joined: OpenCase) -> None:
    before = entry_count(joined)
    assert cases.enrol(joined, BEN, "CLEO", "adjudicator").name == "Cleo"
    assert entry_count(joined) == before


def test_rounds_are_opened_by_a_lead_and_listed(joined: OpenCase) -> None:
    assert readings.rounds(joined, BEN) == []
    with pytest.raises(FactcheckError, match="Only a lead opens a round"):
        acts.open_round(joined, BEN, blind=True)
    acts.open_round(joined, ANN, blind=False)
    assert acts.open_round(joined, ANN, blind=True).label == "2"
    assert [(item.number, item.blind, item.head.made_by) for item in readings.rounds(joined, BEN)] == [
        (1, False, "Ann"),
        (2, True, "Ann"),
    ]
