"""People: found as one types, their dossier, and the acts on them, on both sizes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.screens.bench import BenchScreen
from factcheck.tui.screens.people import PeopleScreen
from factcheck.workbench import acts, cases, readings

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Any]:
    """Two people who may be one, a statement and an event."""
    with cases.new_case(tmp_path / "people.db", by="ana", title="People") as case:
        ana = cases.viewer_for(case, "ana")
        acts.person(
            case, ana, "Ida Vann", aliases=["I. Vann"], roles=[("clerk", "2015")], note="of the board"
        )
        acts.person(case, ana, "Arthur Pell")
        acts.statement(case, ana, words="I never met him [/].", speaker="Ida Vann", said_on="2016-05-04")
        acts.event(case, ana, title="A lunch", when="2016-03-01", who=["Ida Vann"])
        acts.person(case, ana, "Ida Vann-Orr")
        yield case


def app_of(case: Any) -> FactcheckApp:
    return FactcheckApp(CaseDesk(case, cases.viewer_for(case, "ana")), Settings())


def screen_of(app: Any) -> PeopleScreen:
    assert isinstance(app.desk_screen, PeopleScreen)
    return app.desk_screen


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_a_dossier_shows_all_and_enter_goes_to_the_bench(case: Any, seen: Any, size: Any) -> None:
    app = app_of(case)
    async with app.run_test(size=size) as pilot:
        await pilot.press("3")
        await pilot.pause()
        text = seen(pilot)
        assert "Ida Vann" in text and "I. Vann" in text and "clerk" in text and "Said" in text
        await pilot.press("tab")
        await pilot.pause()
        item = screen_of(app).items.row
        assert item is not None and item.item is not None and item.item.entity == "statement"
        await pilot.press("enter")
        await pilot.pause()
        bench = app.screen
        assert isinstance(bench, BenchScreen) and bench.statements.row is not None
        assert bench.statements.row.label == "S1.C1"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_names_are_found_as_one_types(case: Any, size: Any) -> None:
    app = app_of(case)
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "slash", *"pell")
        await pilot.pause()
        screen = screen_of(app)
        assert screen.list.row is not None and screen.list.row.name == "Arthur Pell"
        assert len(screen.list.pages) == 1
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert len(screen.list.pages) == 3


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_two_become_one_apart_again_and_undone(case: Any, size: Any) -> None:
    app = app_of(case)
    ana = cases.viewer_for(case, "ana")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("3", "equals_sign")
        await pilot.pause()
        await pilot.press(*"vann-orr")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert any("Vann-Orr" in words for words in readings.dossier(case, ana, "P1").merged)
        await pilot.press("U")
        await pilot.pause()
        assert readings.dossier(case, ana, "P1").merged == ()
        await pilot.press("ctrl+y")
        await pilot.pause()
        await pilot.press("equals_sign")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert readings.dossier(case, ana, "P1").merged == ()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_a_person_is_made_and_edited(case: Any, size: Any, seen: Any) -> None:
    app = app_of(case)
    ana = cases.viewer_for(case, "ana")
    async with app.run_test(size=size) as pilot:
        await pilot.press("3", "N", *"Cora Lind", "enter")
        await pilot.pause()
        assert "Cora Lind" in [row.name for row in readings.people(case, ana)]
        assert "Cora Lind" in seen(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press(*" Q", "ctrl+s")
        await pilot.pause()
        assert "Cora Lind Q" in [row.name for row in readings.people(case, ana)]
