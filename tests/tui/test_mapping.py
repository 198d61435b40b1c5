"""The mapping of a register: guessed, shown, put right by key, imported and taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from factcheck.config import Settings
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.mapping import MappingPage
from factcheck.tui.mapping_rows import ColumnRow, column_row
from factcheck.workbench import acts, cases, readings
from tests.tui.fake_registers import REFUSED_TABLE
from tests.tui.on_cases import app_of, pressed, worked

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: "x".join(map(str, size)))


async def open_mapping(pilot: Any, path: str) -> None:
    await pilot.press("2")
    await pilot.pause()
    await pilot.press("I")
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = path
    await pilot.press("enter")
    await pilot.pause()


def page_of(pilot: Any) -> MappingPage:
    assert isinstance(pilot.app.screen, MappingPage)
    return pilot.app.screen


@SIZES
async def test_the_columns_are_shown_with_their_meanings(
    running: Any, desk: Any, seen: Any, size: Any
) -> None:
    async with running(desk, size) as pilot:
        await open_mapping(pilot, "visits.csv")
        text = seen(pilot)
        assert "Rows of visits.csv" in text
        assert "when" in text and "Purpose" in text and "not said yet" in text
        assert "Anna [b]Grant[/]" in text
        assert "can be read in two ways" in text


async def test_nothing_is_imported_before_what_must_be_said(running: Any, desk: Any, notices: Any) -> None:
    async with running(desk) as pilot:
        await open_mapping(pilot, "visits.csv")
        await pilot.press("i")
        await pilot.pause()
        assert "two ways" in notices(pilot)[-1]
        await pilot.press("d")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Say what the register shows" in notices(pilot)[-1]
        await pilot.press("m", "m", "m")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert desk.acts[-1] == ("rows", "visits.csv", "scheduled", "dmy")
        assert "2 rows of 2" in notices(pilot)[-1]


async def test_a_column_goes_through_the_fields(running: Any, desk: Any) -> None:
    async with running(desk) as pilot:
        await open_mapping(pilot, "visits.csv")
        page = page_of(pilot)
        before = page.asked.mapping
        assert ("who", "Visitor") in before and ("cite", "") in before
        await pilot.press("down", "down", "down")
        await pilot.press("left")
        await pilot.pause()
        assert ("note", "Badge") in page.asked.mapping
        await pilot.press("right")
        await pilot.pause()
        assert page.asked.mapping == before
        await pilot.press("up", "x")
        await pilot.pause()
        assert ("title", "") in page.asked.mapping
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(pilot.app.screen, MappingPage)
        assert desk.acts == []


async def test_a_table_that_cannot_be_read_is_said(running: Any, desk: Any, notices: Any) -> None:
    async with running(desk) as pilot:
        await open_mapping(pilot, REFUSED_TABLE)
        assert not isinstance(pilot.app.screen, MappingPage)
        assert "cannot be read" in notices(pilot)[-1]


@SIZES
async def test_a_real_register_is_imported_and_taken_back(tmp_path: Path, size: Any, notices: Any) -> None:
    table = tmp_path / "visits.csv"
    table.write_text("Date,Visitor,Purpose\n13/04/2016,Anna Grant,Tour of the works\n", encoding="utf-8")
    with cases.new_case(tmp_path / "c.db", by="ana", title="Registers") as case:
        app = FactcheckApp(CaseDesk(case, cases.viewer_for(case, "ana")), Settings())
        async with app.run_test(size=size, notifications=True) as pilot:
            await open_mapping(pilot, str(table))
            await pilot.press("m", "enter")
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "1 row of 1" in notices(pilot)[-1]
            viewer = cases.viewer_for(case, "ana")
            (row,) = readings.register_rows(case, viewer).rows
            assert (row["when"], row["mode"], row["who"]) == ("2016-04-13", "attended", ["Anna Grant"])
            await pilot.press("U")
            await pilot.pause()
            assert readings.register_rows(case, viewer).rows == []


@SIZES
async def test_repeated_cells_are_filled_and_days_are_counted(tmp_path: Path, size: Any, seen: Any) -> None:
    """An empty cell that means the one above, and dates that are a spreadsheet's count of days."""
    table = tmp_path / "visits.csv"
    table.write_text("Date,Visitor,Purpose\n42473,Anna Grant,Tour\n,Jo Park,Talk\n", encoding="utf-8")
    with cases.new_case(tmp_path / "c.db", by="ana", title="Registers") as case:
        async with app_of(case, "ana").run_test(size=size, notifications=True) as pilot:
            await open_mapping(pilot, str(table))
            assert "f fill" in seen(pilot) and "no date · Jo Park" in seen(pilot)
            await pressed(pilot, "d", "d", "d", "d")
            assert "a spreadsheet's count of days; no column is a date yet" in seen(pilot)
            await pressed(pilot, "right")
            assert "2016-04-13 · Anna Grant" in seen(pilot) and "no date · Jo Park" in seen(pilot)
            await pressed(pilot, "f")
            shown = seen(pilot)
            assert "empty as above · 42473" in shown and "2016-04-13 · Jo Park" in shown
            await pressed(pilot, "f")
            assert "empty as above" not in seen(pilot) and "no date · Jo Park" in seen(pilot)
            await pressed(pilot, "f", "m", "enter")
            await worked(pilot)
        days = [row["when"] for row in readings.register_rows(case, cases.viewer_for(case, "ana")).rows]
        assert days == ["2016-04-13", "2016-04-13"]


def test_a_long_name_is_cut_to_the_line() -> None:
    (line,) = column_row(ColumnRow("n" * 60, "organisation", ("v" * 200,)), 80)
    assert len(line.plain) == 80


VISITS = "ID,Date,Visitor,Purpose\n" + "".join(
    f"V{n},2016-04-0{n},Visitor {n},Tour {n}\n" for n in range(1, 7)
)
LATER = VISITS.replace("Tour 3", "Talk 3").replace("V5,2016-04-05,Visitor 5,Tour 5\n", "") + (
    "V9,2016-05-01,Newcomer,Lunch\n"
)


@SIZES
async def test_an_edited_register_is_previewed_and_replaced_in_one_step(
    tmp_path: Path, size: Any, seen: Any, notices: Any
) -> None:
    first, later = tmp_path / "visits.csv", tmp_path / "later.csv"
    first.write_text(VISITS, encoding="utf-8")
    later.write_text(LATER, encoding="utf-8")
    with cases.new_case(tmp_path / "c.db", by="ana", title="Registers") as case:
        viewer = cases.viewer_for(case, "ana")
        acts.import_rows(case, viewer, first, mode="attended")

        def purposes() -> list[str]:
            return [row["title"] for row in readings.register_rows(case, viewer).rows]

        before = purposes()
        async with app_of(case, "ana").run_test(size=size, notifications=True) as pilot:
            await open_mapping(pilot, str(later))
            await pressed(pilot, "enter")
            assert "replaces the rows of D1" in notices(pilot)[-1]
            assert "it has rows of D1" in seen(pilot)
            await pressed(pilot, "u", "enter")
            assert "what D1 shows" in seen(pilot)
            await pressed(pilot, "enter")
            await worked(pilot)
            shown = seen(pilot)
            assert "4 the same · 1 changed · 1 new · 1 gone" in shown and "by their ids" in shown
            assert "Purpose: [-Tour 3-] {+Talk 3+}" in shown
            assert purposes() == before
            await pressed(pilot, "enter")
            await worked(pilot)
            assert "1 changed, 1 new, 1 gone" in notices(pilot)[-1]
            assert "Talk 3" in purposes() and "Lunch" in purposes()
            await pressed(pilot, "U")
            assert purposes() == before


async def test_it_may_be_a_register_of_its_own(tmp_path: Path) -> None:
    first, later = tmp_path / "visits.csv", tmp_path / "later.csv"
    first.write_text(VISITS, encoding="utf-8")
    later.write_text(LATER, encoding="utf-8")
    with cases.new_case(tmp_path / "c.db", by="ana", title="Registers") as case:
        viewer = cases.viewer_for(case, "ana")
        acts.import_rows(case, viewer, first, mode="attended")
        async with app_of(case, "ana").run_test(size=(80, 24)) as pilot:
            await open_mapping(pilot, str(later))
            await pressed(pilot, "u")
            pilot.app.screen.query_one(Input).value = ""
            await pressed(pilot, "enter", "m", "enter")
            await worked(pilot)
        assert readings.register_rows(case, viewer).total == 12
